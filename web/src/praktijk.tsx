// The page for a practice: a plan as a form, judged while one fills it in. The text of the plan is the truth: the form shows it, and each
// answer is an edit of it, so that what the form does not know stays as it is.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { JSX } from "preact";
import type { Core } from "./core";
import type { Look, Or, Region, Section, Words } from "./data";
import { read, save } from "./files";
import { Head, begin, start } from "./frame";
import type { Lang } from "./frame";
import { Coded, Found, Parts, mark } from "./parts";
import type { Page } from "./parts";
import { Paper } from "./print";

/** How long nobody changes anything before it is worked out how the plan becomes valid. */
const PAUSE = 400;

interface State {
  text: string;
  /** What the text was before, the last one last. */
  before: string[];
  saved: string;
}

function Practice({ core }: { core: Core }): JSX.Element {
  const [lang, setLang] = useState<Lang>("nl");
  const started = useMemo(() => start(core, lang), [lang]);
  const words = started.words;
  const [regions, setRegions] = useState<Region[] | null>(null);
  const [state, setState] = useState<State | null>(null);
  const [checked, setChecked] = useState(false);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState("");
  const unsaved = state !== null && state.text !== state.saved;

  useEffect(() => {
    document.title = words["practice-title"] ?? "";
  }, [words]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    if (unsaved) window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);

  const open = (text: string, isNew: boolean): void => {
    setState({ text, before: [], saved: isNew ? "" : text });
    setChecked(!isNew);
    setTouched(new Set());
    setTold("");
  };
  const change = (text: string): void => {
    setState((old) => (old && old.text !== text ? { ...old, text, before: [...old.before, old.text] } : old));
  };
  const undo = (): void => {
    setState((old) => {
      const text = old?.before.at(-1);
      return old && text !== undefined ? { ...old, text, before: old.before.slice(0, -1) } : old;
    });
    setTold(words["undone"] ?? "");
  };

  return (
    <>
      <Head title={words["practice-title"] ?? ""} words={words} lang={lang} setLang={setLang} />
      <main id="inhoud" tabIndex={-1}>
        {state === null ? (
          <Begin core={core} words={words} regions={regions ?? started.regions} setRegions={setRegions} open={open} />
        ) : (
          <Filling
            core={core}
            words={words}
            lang={lang}
            state={state}
            checked={checked}
            touched={touched}
            told={told}
            setTold={setTold}
            change={change}
            undo={undo}
            check={() => setChecked(true)}
            touch={(way) => setTouched((old) => (old.has(way) ? old : new Set([...old, way])))}
            saved={() => setState((old) => old && { ...old, saved: old.text })}
            close={() => {
              if (!unsaved || window.confirm(words["close-sure"])) setState(null);
            }}
          />
        )}
      </main>
    </>
  );
}

function Begin({ core, words, regions, setRegions, open }: {
  core: Core;
  words: Words;
  regions: Region[];
  setRegions(regions: Region[]): void;
  open(text: string, isNew: boolean): void;
}): JSX.Element {
  const [region, setRegion] = useState("");
  const [year, setYear] = useState("");
  const [wrong, setWrong] = useState("");
  const [own, setOwn] = useState("");
  const chosen = regions.find((one) => one.id === region);
  const beginNew = (event: Event): void => {
    event.preventDefault();
    const answer = core.ask<Or<{ text: string }>>({ ask: "begin", regioplan: region, year: Number(year) });
    if (answer.stop) setWrong(answer.stop.message);
    else open(answer.text, true);
  };
  const file = async (input: HTMLInputElement, then: (text: string) => void): Promise<void> => {
    const first = input.files?.[0];
    if (!first) return;
    const text = await read(first);
    input.value = "";
    if (text === null) setWrong(words["unreadable"] ?? "");
    else then(text);
  };
  const next = (text: string): void => {
    const answer = core.ask<Or<{ text: string }>>({ ask: "next", text });
    if (answer.stop) setWrong([answer.stop.message, answer.stop.help ?? ""].join(" "));
    else open(answer.text, true);
  };
  const ownFiles = async (input: HTMLInputElement): Promise<void> => {
    const files = [...(input.files ?? [])];
    const plan = files.find((one) => one.name.endsWith(".regioplan"));
    const sources = files.find((one) => one.name.endsWith(".bronnen"));
    const text = plan && (await read(plan));
    const register = sources && (await read(sources));
    input.value = "";
    if (!plan || !text) return setOwn(words["unreadable"] ?? "");
    const answer = core.tell<Or<{ regioplan?: string; regions: Region[] }>>({
      ask: "own",
      name: plan.name,
      text,
      register: register ? { name: sources?.name, text: register } : null,
    });
    if (answer.stop) {
      const first = answer.stop.problems[0];
      setOwn(`${words["own-wrong"]} ${first ? `${words["line"]} ${first.line}: ${first.message}` : answer.stop.message}`);
      return;
    }
    setRegions(answer.regions);
    setOwn(`${words["own-ready"]} ${answer.regioplan ?? ""}`);
  };
  return (
    <>
      <p>{words["private"]}</p>
      <p role="alert" class={wrong ? "finding violation" : "none"}>
        {wrong}
      </p>
      <section aria-labelledby="h-start">
        <h2 id="h-start">{words["start"]}</h2>
        <form onSubmit={beginNew}>
          <div class="field">
            <label for="region">{words["region"]}</label>
            <select id="region" required value={region} onChange={(event) => setRegion(event.currentTarget.value)}>
              <option value="">{words["choose"]}</option>
              {regions.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}, {one.version} ({one.from} – {one.to})
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="year">{words["year"]}</label>
            <select id="year" required value={year} onChange={(event) => setYear(event.currentTarget.value)}>
              <option value="">{words["choose"]}</option>
              {(chosen?.years ?? []).map((one) => (
                <option key={one} value={String(one)}>
                  {one}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" class="main">
            {words["begin"]}
          </button>
        </form>
      </section>
      <section aria-labelledby="h-open">
        <h2 id="h-open">{words["open"]}</h2>
        <label for="open">{words["open-about"]}</label>
        <input id="open" type="file" accept=".yaml,.yml" onChange={(event) => void file(event.currentTarget, (text) => open(text, false))} />
      </section>
      <section aria-labelledby="h-next">
        <h2 id="h-next">{words["next"]}</h2>
        <label for="next">{words["next-about"]}</label>
        <input id="next" type="file" accept=".yaml,.yml" onChange={(event) => void file(event.currentTarget, next)} />
      </section>
      <section aria-labelledby="h-own">
        <h2 id="h-own">{words["own"]}</h2>
        <label for="own">{words["own-about"]}</label>
        <input id="own" type="file" multiple accept=".regioplan,.bronnen" onChange={(event) => void ownFiles(event.currentTarget)} />
        <p role="status">{own}</p>
      </section>
    </>
  );
}

function Filling({ core, words, lang, state, checked, touched, told, setTold, change, undo, check, touch, saved, close }: {
  core: Core;
  words: Words;
  lang: Lang;
  state: State;
  checked: boolean;
  touched: ReadonlySet<string>;
  told: string;
  setTold(told: string): void;
  change(text: string): void;
  undo(): void;
  check(): void;
  touch(way: string): void;
  saved(): void;
  close(): void;
}): JSX.Element {
  const { text } = state;
  const answer = useMemo(() => core.ask<Or<Look>>({ ask: "look", text, form: true }), [text, lang]);
  // How the plan becomes valid takes longer, and comes after a pause.
  const [advised, setAdvised] = useState<{ of: string; look: Look } | null>(null);
  const key = `${lang} ${text}`;
  useEffect(() => {
    const timer = window.setTimeout(() => {
      const found = core.ask<Or<Look>>({ ask: "look", text, form: true, advice: true });
      if (!found.stop) setAdvised({ of: key, look: found });
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [key]);
  const summary = useRef<HTMLHeadingElement>(null);

  const plain = answer.stop ? null : answer;
  const look = advised && advised.of === key ? advised.look : plain;
  const form = look?.form ?? null;
  const findings = look?.plan.findings ?? [];
  const open = findings.map((finding, number) => ({ finding, spot: look?.spots?.[number] ?? null }));
  const urgent = open.filter(({ finding }) => finding.severity !== "pending");
  const isTouched = (way: string): boolean => checked || [...touched].some((one) => one === way || one.startsWith(`${way}.`) || one.startsWith(`${way}[`));

  const page: Page = {
    words,
    year: form?.year ?? 0,
    found: (way) => (isTouched(way) ? open.filter(({ spot }) => spot === way).map(({ finding }) => finding) : []),
    fill: (way, said) => {
      touch(way);
      const filled = core.ask<Or<{ text: string | null }>>({ ask: "fill", text, regioplan: form?.regioplan ?? "", way, said });
      if (filled.stop || filled.text === null) setTold(words["no-fill"] ?? "");
      else {
        setTold("");
        change(filled.text);
      }
    },
    touch,
    mend: (finding) => edit(finding.repair?.edits ?? []),
  };
  const edit = (edits: object[]): void => {
    const done = core.ask<{ text: string }>({ ask: "edit", text, edits });
    change(done.text);
    setTold(words["mended"] ?? "");
  };
  const name = `praktijkplan-jaar-${look?.plan.year ?? 0}.yaml`;
  const go = (event: Event, spot: string): void => {
    event.preventDefault();
    const target = document.getElementById(mark(spot));
    target?.scrollIntoView({ block: "center" });
    target?.focus({ preventScroll: true });
  };

  return (
    <>
      <div class="bar">
        <button type="button" class="main" id="save" onClick={() => (save(name, text), saved())}>
          {words["save"]}
        </button>
        <button type="button" onClick={() => window.print()}>
          {words["print"]}
        </button>
        <button type="button" disabled={state.before.length === 0} onClick={undo}>
          {words["undo"]}
        </button>
        <button
          type="button"
          id="check"
          onClick={() => {
            check();
            window.setTimeout(() => summary.current?.focus(), 0);
          }}
        >
          {words["check"]}
        </button>
        <button type="button" onClick={close}>
          {words["close"]}
        </button>
        <div role="status" id="status" class={findings.some((one) => one.severity === "violation") ? "" : "fine"}>
          {(look?.standing ?? [answer.stop?.message ?? ""]).map((line) => (
            <p key={line}>{line}</p>
          ))}
          {told && <p>{told}</p>}
        </div>
      </div>
      {checked && (
        <section class="summary" aria-labelledby="h-found">
          <h2 id="h-found" ref={summary} tabIndex={-1}>
            {words["found"]}
          </h2>
          {urgent.length === 0 ? (
            <p>{words["found-none"]}</p>
          ) : (
            <ul>
              {urgent.map(({ finding, spot }) => (
                <li key={`${finding.rule} ${finding.line} ${finding.message}`} class={finding.severity}>
                  <strong>{words[finding.severity]}:</strong>{" "}
                  {spot ? (
                    <a href={`#${mark(spot)}`} onClick={(event) => go(event, spot)}>
                      <Coded text={finding.message} />
                    </a>
                  ) : (
                    <Found page={page} found={[finding]} />
                  )}
                </li>
              ))}
            </ul>
          )}
          {(look?.plan.notes ?? []).map((note) => (
            <p key={note}>{note}</p>
          ))}
        </section>
      )}
      {checked && look && look.ways.length > 0 && (
        <section class="nearest" aria-labelledby="h-nearest">
          <h2 id="h-nearest">{words["nearest"]}</h2>
          <ol>
            {look.ways.map((way, number) => {
              const edits = look.plan.nearest?.ways[number]?.edits;
              return (
                <li key={way}>
                  <p>
                    <Coded text={way} />
                  </p>
                  {edits && (
                    <button type="button" onClick={() => edit(edits)}>
                      {words["nearest-do"]}
                      <span class="unseen">: {way}</span>
                    </button>
                  )}
                </li>
              );
            })}
          </ol>
        </section>
      )}
      {form && look?.fillable ? (
        <div class="columns">
          <nav aria-label={words["parts"]}>
            <ul>
              {form.sections.map((section) => (
                <li key={section.id}>
                  <a href={`#s-${mark(section.id)}`}>{section.title}</a>
                </li>
              ))}
            </ul>
          </nav>
          <form onSubmit={(event) => event.preventDefault()} autocomplete="off">
            {form.sections.map((section) => (
              <SectionPart key={section.id} section={section} page={page} />
            ))}
          </form>
        </div>
      ) : (
        <>
          <p>{words["no-form"]}</p>
          <Found page={page} found={findings} />
        </>
      )}
      <PlanText words={words} text={text} open={!form || !look?.fillable} change={change} />
      {form && <Paper form={form} standing={look?.standing ?? []} words={words} />}
    </>
  );
}

function SectionPart({ section, page }: { section: Section; page: Page }): JSX.Element {
  const title = `s-${mark(section.id)}`;
  return (
    <section aria-labelledby={title} class={section.over ? "over" : ""}>
      <h2 id={title}>{section.title}</h2>
      {section.about.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {section.rules.length > 0 && (
        <details class="more" open={!section.over}>
          <summary>
            {page.words["rules"]}
            <span class="unseen">: {section.title}</span>
          </summary>
          <ul>
            {section.rules.map((rule) => (
              <li key={rule.id}>
                <strong>{rule.title}</strong>
                {rule.sentences.map((sentence) => (
                  <p key={sentence}>{sentence}</p>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div id={mark(section.id)} tabIndex={-1}>
        <Found page={page} found={page.found(section.id)} />
      </div>
      <Parts parts={section.parts} page={page} />
    </section>
  );
}

function PlanText({ words, text, open, change }: { words: Words; text: string; open: boolean; change(text: string): void }): JSX.Element {
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <details class="text" open={open}>
      <summary>{words["text"]}</summary>
      <label for="text">{words["text-about"]}</label>
      <textarea
        id="text"
        rows={30}
        spellcheck={false}
        value={draft ?? text}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onBlur={() => {
          // A field of a page knows one end of a line only.
          if (draft !== null) change(text.includes("\r\n") ? draft.replace(/\r?\n/g, "\r\n") : draft);
          setDraft(null);
        }}
      />
    </details>
  );
}

begin((core) => <Practice core={core} />);
