// The page for a practice: a plan as a form, judged while one fills it in. The text of the plan is the truth: the form shows it, and each
// answer is an edit of it, so that what the form does not know stays as it is.

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { JSX } from "preact";
import type { Core } from "./core";
import type { Edit, Look, Or, Region, Section, Words } from "./data";
import { END, lineEnd, read, save, withEnds } from "./files";
import { Head, begin, start } from "./frame";
import type { Lang } from "./frame";
import { Coded, Found, Parts, filled, mark, titled } from "./parts";
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

/** What just happened, beside how the plan stands: a word of the page, and the lines that it is about. */
interface Told {
  word: string;
  lines: string[];
}

const told = (word: string, lines: string[] = []): Told => ({ word, lines });

function Practice({ core }: { core: Core }): JSX.Element {
  const [lang, setLang] = useState<Lang>("nl");
  const started = useMemo(() => start(core, lang), [lang]);
  const words = started.words;
  const [regions, setRegions] = useState<Region[] | null>(null);
  const [state, setState] = useState<State | null>(null);
  const [checked, setChecked] = useState(false);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState<Told | null>(null);
  const [closed, setClosed] = useState(false);
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
    setSaid(null);
  };
  const change = (text: string): void => {
    setState((old) => (old && old.text !== text ? { ...old, text, before: [...old.before, old.text] } : old));
  };
  const undo = (): void => {
    setState((old) => {
      const text = old?.before.at(-1);
      return old && text !== undefined ? { ...old, text, before: old.before.slice(0, -1) } : old;
    });
    setSaid(told("undone"));
  };

  return (
    <>
      <Head title={words["practice-title"] ?? ""} words={words} lang={lang} setLang={setLang} />
      <main id="inhoud" tabIndex={-1}>
        {state === null ? (
          <Begin core={core} words={words} regions={regions ?? started.regions} setRegions={setRegions} open={open} closed={closed} />
        ) : (
          <Filling
            core={core}
            words={words}
            lang={lang}
            state={state}
            checked={checked}
            touched={touched}
            regions={regions ?? started.regions}
            said={said}
            setSaid={setSaid}
            change={change}
            undo={undo}
            check={() => setChecked(true)}
            touch={(way) => setTouched((old) => (old.has(way) ? old : new Set([...old, way])))}
            saved={() => setState((old) => old && { ...old, saved: old.text })}
            close={() => {
              if (unsaved && !window.confirm(words["close-sure"])) return;
              setClosed(true);
              setState(null);
            }}
          />
        )}
      </main>
    </>
  );
}

function Begin({ core, words, regions, setRegions, open, closed }: {
  core: Core;
  words: Words;
  regions: Region[];
  setRegions(regions: Region[]): void;
  open(text: string, isNew: boolean): void;
  /** A plan was just closed: the focus comes here. */
  closed: boolean;
}): JSX.Element {
  const [region, setRegion] = useState("");
  const [year, setYear] = useState("");
  const [wrong, setWrong] = useState("");
  const [own, setOwn] = useState<{ word: string; about: string } | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (closed) heading.current?.focus();
  }, []);
  // What was said in another language is not said again.
  useEffect(() => setWrong(""), [words]);
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
    if (!plan || !text) return setOwn({ word: "unreadable", about: "" });
    const answer = core.tell<Or<{ regioplan?: string; regions: Region[] }>>({
      ask: "own",
      name: plan.name,
      text,
      register: register ? { name: sources?.name, text: register } : null,
    });
    if (answer.stop) {
      const first = answer.stop.problems[0];
      setOwn({ word: "own-wrong", about: first ? `${words["line"]} ${first.line}: ${first.message}` : answer.stop.message });
      return;
    }
    setRegions(answer.regions);
    setOwn({ word: "own-ready", about: answer.regioplan ?? "" });
  };
  return (
    <>
      <p>{words["private"]}</p>
      <p role="alert" class={wrong ? "finding violation" : "none"}>
        {wrong}
      </p>
      <section aria-labelledby="h-start">
        <h2 id="h-start" ref={heading} tabIndex={-1}>
          {words["start"]}
        </h2>
        <form onSubmit={beginNew}>
          <ChooseRegion words={words} regions={regions} region={region} setRegion={setRegion} />
          <ChooseYear words={words} years={chosen?.years ?? []} year={year} setYear={setYear} />
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
        <p role="status">{own && `${words[own.word]} ${own.about}`}</p>
      </section>
    </>
  );
}

function ChooseRegion({ words, regions, region, setRegion }: { words: Words; regions: Region[]; region: string; setRegion(id: string): void }): JSX.Element {
  return (
    <div class="field">
      <label for="region">{words["region"]}</label>
      <select id="region" required value={region} onChange={(event) => setRegion(event.currentTarget.value)}>
        <option value="">{words["choose"]}</option>
        {regions.map((one) => (
          <option key={one.id} value={one.id} lang="nl">
            {one.name}, {one.version} ({one.from} – {one.to})
          </option>
        ))}
      </select>
    </div>
  );
}

function ChooseYear({ words, years, year, setYear }: { words: Words; years: number[]; year: string; setYear(year: string): void }): JSX.Element {
  return (
    <div class="field">
      <label for="year">{words["year"]}</label>
      <select id="year" required value={year} onChange={(event) => setYear(event.currentTarget.value)}>
        <option value="">{words["choose"]}</option>
        {years.map((one) => (
          <option key={one} value={String(one)}>
            {one}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Whether nothing stands in a text but comments. */
const isBlank = (text: string): boolean => text.split(END).every((line) => /^\s*(#|---\s*$|$)/.test(line));

/** What there is no form without: the region and the year, of a plan that does not say them. */
function Asked({ core, words, regions, text, look, fill }: {
  core: Core;
  words: Words;
  regions: Region[];
  text: string;
  look: Look;
  fill(text: string): void;
}): JSX.Element {
  const [region, setRegion] = useState("");
  const [year, setYear] = useState("");
  const known = regions.find((one) => one.id === look.plan.regioplan);
  const chosen = known ?? regions.find((one) => one.id === region);
  const blank = isBlank(text);
  // Nothing is read of a plan before its region is known; then its year is asked, if it lacks.
  const dated = known ? look.plan.year !== null : /^jaar[ \t]*:[ \t]*[^\s#]/m.test(text);
  if (!blank && (!look.fillable || (known && dated))) return <p>{words["no-form"]}</p>;
  // The name that is meant is in the help, as it is written in a plan.
  const names = look.plan.findings.filter((one) => one.rule === "regioplan-onbekend").map((one) => /`([^`]+)`/.exec(one.help ?? "")?.[1]);
  const meant = regions.find((one) => names.includes(one.id.split("@")[0]));
  const answered = (from: string, regioplan: string, way: string, said: string): string => {
    const answer = core.ask<Or<{ text: string | null }>>({ ask: "fill", text: from, regioplan, way, said });
    return answer.stop ? from : (answer.text ?? from);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!chosen) return;
    if (blank) {
      const answer = core.ask<Or<{ text: string }>>({ ask: "begin", regioplan: chosen.id, year: Number(year) });
      if (!answer.stop) fill(text.trim() ? `${text.trimEnd()}${lineEnd(text)}${answer.text}` : answer.text);
      return;
    }
    const named = known ? text : answered(text, chosen.id, "regioplan", chosen.id);
    fill(!dated && year ? answered(named, chosen.id, "jaar", year) : named);
  };
  return (
    <section aria-labelledby="h-asked">
      <h2 id="h-asked">{words["asked"]}</h2>
      {!blank && <p>{words["asked-about"]}</p>}
      {meant && (
        <button type="button" class="main" onClick={() => fill(answered(text, meant.id, "regioplan", meant.id.split("@")[0] ?? ""))}>
          {words["nearest-do"]}: <code lang="nl">{meant.id.split("@")[0]}</code>
        </button>
      )}
      <form onSubmit={submit}>
        {!known && <ChooseRegion words={words} regions={regions} region={region} setRegion={setRegion} />}
        {!dated && <ChooseYear words={words} years={chosen?.years ?? []} year={year} setYear={setYear} />}
        <button type="submit">{words["nearest-do"]}</button>
      </form>
    </section>
  );
}

/** The lines that went out of a text, when more went than one answer. */
function gone(before: string, after: string): string[] {
  const left = after.split(END).map((line) => line.trim());
  const out = before.split(END).map((line) => line.trim());
  const lost = out.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0 && line !== "";
  });
  return lost.length > 1 || lost.some((line) => line.includes("#")) ? lost : [];
}

function Filling({ core, words, lang, regions, state, checked, touched, said, setSaid, change, undo, check, touch, saved, close }: {
  core: Core;
  words: Words;
  lang: Lang;
  regions: Region[];
  state: State;
  checked: boolean;
  touched: ReadonlySet<string>;
  said: Told | null;
  setSaid(said: Told | null): void;
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
  // What has no place of its own in the form is told at its begin.
  const open = findings.map((finding, number) => ({ finding, spot: look?.spots ? (look.spots[number] ?? "") : null }));
  const urgent = open.filter(({ finding }) => finding.severity !== "pending");
  const evidence = look?.evidence ?? [];
  const blank = isBlank(text);
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  // What was changed with a button that is gone has the focus after it.
  const edited = useRef<Map<string, string | null> | null>(null);
  useLayoutEffect(() => {
    const was = edited.current;
    edited.current = null;
    if (!was) return;
    const changed = [...filled(form)].find(([id, value]) => value !== (was.get(id) ?? null));
    const place = changed && document.getElementById(changed[0]);
    (place ?? title.current)?.focus();
  }, [text]);
  const put = (next: string): void => {
    if (next === text) return;
    edited.current = filled(form);
    change(next);
  };
  const taken = useRef<{ way: string; before: string; after: string } | null>(null);
  const isTouched = (way: string): boolean => checked || [...touched].some((one) => one === way || one.startsWith(`${way}.`) || one.startsWith(`${way}[`));

  const page: Page = {
    words,
    year: form?.year ?? 0,
    found: (way) => (isTouched(way) ? open.filter(({ spot }) => spot === way).map(({ finding }) => finding) : []),
    fill: (way, answer) => {
      touch(way);
      // Where something was just taken away, another answer takes its place with all that stood beside it.
      const before = taken.current;
      const from = answer !== null && before?.way === way && before.after === text ? before.before : text;
      taken.current = null;
      const done = core.ask<Or<{ text: string | null }>>({ ask: "fill", text: from, regioplan: form?.regioplan ?? "", way, said: answer });
      if (done.stop || done.text === null) return setSaid(told("no-fill"));
      const lines = answer === null ? gone(text, done.text) : [];
      if (answer === null) taken.current = { way, before: text, after: done.text };
      setSaid(lines.length > 0 ? told("plan-removed", lines) : null);
      change(done.text);
    },
    touch,
    mend: (finding) => edit(finding.repair?.edits ?? []),
  };
  const edit = (edits: Edit[]): void => {
    // New lines end as the others of the file.
    const own = edits.map((one) => ({ ...one, text: one.text.replace(/\r?\n/g, lineEnd(text)) }));
    const done = core.ask<{ text: string }>({ ask: "edit", text, edits: own });
    put(done.text);
    setSaid(told("mended"));
  };
  const year = look?.plan.year ?? null;
  const name = year === null ? "praktijkplan.yaml" : `praktijkplan-jaar-${year}.yaml`;
  const standing = look?.standing ?? [answer.stop?.message ?? ""];
  const isWrong = findings.some((one) => one.severity === "violation");
  // Of an empty file the page itself is the way on.
  const toMend = blank ? urgent.map((one) => ({ ...one, finding: { ...one.finding, help: words["empty"] ?? null } })) : urgent;
  const go = (event: Event, spot: string): void => {
    event.preventDefault();
    const target = document.getElementById(mark(spot));
    target?.scrollIntoView({ block: "center" });
    target?.focus({ preventScroll: true });
  };

  return (
    <>
      <h2 ref={title} tabIndex={-1}>
        {words["plan-title"]}
        {look?.plan.practice && (
          <>
            : <span lang="nl">{look.plan.practice}</span>
          </>
        )}
      </h2>
      <div class="bar">
        <button type="button" class="main" id="save" onClick={() => (save(name, text), saved())}>
          {words["save"]}
        </button>
        <button type="button" onClick={() => window.print()}>
          {words["print"]}
        </button>
        <button type="button" aria-disabled={state.before.length === 0} onClick={() => state.before.length > 0 && undo()}>
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
        <div role="status" id="status" class={isWrong ? "" : "fine"}>
          {standing.map((line, number) => (
            <p key={line} class={number === standing.length - 1 ? "verdict" : ""}>
              <Coded text={line} />
            </p>
          ))}
          {!isWrong && <Evidence words={words} evidence={evidence} />}
          {said && <p>{words[said.word]}</p>}
          {said && said.lines.length > 0 && (
            <>
              <ul>
                {said.lines.map((line, number) => (
                  <li key={number}>
                    <code lang="nl">{line}</code>
                  </li>
                ))}
              </ul>
              <p>{words["plan-removed-back"]}</p>
            </>
          )}
        </div>
      </div>
      {checked && (
        <section class="summary" aria-labelledby="h-found">
          <h2 id="h-found" ref={summary} tabIndex={-1}>
            {words["found"]}
          </h2>
          {toMend.length === 0 ? (
            <p>{words[evidence.length > 0 ? "found-evidence" : "found-none"]}</p>
          ) : (
            <ul>
              {toMend.map(({ finding, spot }) => (
                <li key={`${finding.rule} ${finding.line} ${finding.message}`} class={finding.severity}>
                  {spot !== null ? (
                    <>
                      <strong>{words[finding.severity]}:</strong>{" "}
                      <a href={`#${mark(spot)}`} onClick={(event) => go(event, spot)}>
                        <Coded text={finding.message} />
                      </a>
                    </>
                  ) : (
                    <Found page={page} found={[finding]} />
                  )}
                </li>
              ))}
            </ul>
          )}
          {(look?.plan.notes ?? []).map((note) => (
            <p key={note}>
              <Coded text={note} />
            </p>
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
                      <span class="unseen">
                        : <Coded text={way} />
                      </span>
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
                  <a href={`#s-${mark(section.id)}`} {...titled(section)}>
                    {section.title}
                  </a>
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
          {look ? <Asked core={core} words={words} regions={regions} text={text} look={look} fill={put} /> : <p>{words["no-form"]}</p>}
          {!blank && !checked && <Found page={page} found={findings} />}
        </>
      )}
      <PlanText words={words} text={text} open={!form || !look?.fillable} change={change} />
      <Paper form={look?.fillable ? form : null} text={text} beyond={look?.beyond ?? []} standing={standing} words={words}>
        <Evidence words={words} evidence={evidence} />
      </Paper>
    </>
  );
}

/** What decides about a plan and cannot be seen here. */
function Evidence({ words, evidence }: { words: Words; evidence: string[] }): JSX.Element | null {
  if (evidence.length === 0) return null;
  return (
    <p>
      <Coded text={words["evidence"] ?? ""} /> <span lang="nl">{evidence.join(", ")}</span>
    </p>
  );
}

function SectionPart({ section, page }: { section: Section; page: Page }): JSX.Element {
  const title = `s-${mark(section.id)}`;
  return (
    <section aria-labelledby={title} class={section.over ? "over" : ""}>
      <h2 id={title} {...titled(section)}>
        {section.title}
      </h2>
      {section.about.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {section.rules.length > 0 && (
        <details class="more" open={!section.over}>
          <summary>
            {page.words["rules"]}
            <span class="unseen" {...titled(section)}>
              : {section.title}
            </span>
          </summary>
          <ul>
            {section.rules.map((rule) => (
              <li key={rule.id}>
                <strong lang="nl">{rule.title}</strong>
                {rule.sentences.map((sentence) => (
                  <p key={sentence}>
                    <Coded text={sentence} />
                  </p>
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
        lang="nl"
        rows={30}
        spellcheck={false}
        value={draft ?? text}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onBlur={() => {
          if (draft !== null) change(withEnds(text, draft));
          setDraft(null);
        }}
      />
    </details>
  );
}

begin((core) => <Practice core={core} />);
