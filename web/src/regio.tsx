// The page for a region: a regioplan at the left, and at the right what it means, while somebody writes.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { JSX } from "preact";
import type { Core } from "./core";
import type { Finding, Or, Problem, Words } from "./data";
import { read, save, withEnds } from "./files";
import { Head, begin, start } from "./frame";
import { Coded } from "./parts";
import type { Lang } from "./frame";

/** How long nobody writes before the text is looked at, and how much longer before its examples are judged. */
const PAUSE = 500;
const LONGER = 1000;

/** So many examples are judged before the page can answer a key again. */
const SOME = 5;

interface File {
  name: string;
  text: string;
}

interface Looked {
  regioplan: string;
  problems: Problem[];
  html: string;
  /** How many it has. */
  examples: number;
}

interface Example {
  name: string;
  fits: boolean;
  told?: string[];
  findings: Finding[] | null;
}

function RegionPage({ core }: { core: Core }): JSX.Element {
  const [lang, setLang] = useState<Lang>("nl");
  const { words, regions } = useMemo(() => start(core, lang), [lang]);
  const [plan, setPlan] = useState<File | null>(null);
  const [register, setRegister] = useState<File | null>(null);
  const [looked, setLooked] = useState<Or<Looked> | null>(null);
  const [judged, setJudged] = useState<Example[]>([]);
  const [told, setTold] = useState("");
  const [chosen, setChosen] = useState("");
  /** The texts as they were opened or saved. */
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const unsaved = [plan, register].some((one) => one !== null && !kept.has(one.text));
  const editor = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    document.title = words["region-title"] ?? "";
  }, [words]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    if (unsaved) window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);
  // What was said in another language is not said again.
  useEffect(() => setTold(""), [words]);
  useEffect(() => {
    if (!plan) return undefined;
    let timer = 0;
    const more = (found: Example[], all: number): void => {
      setJudged(found);
      if (found.length >= all) return;
      const judge = (): void => {
        const some = core.ask<Example[]>({ ask: "examples", from: found.length, count: SOME });
        more([...found, ...some], some.length > 0 ? all : found.length);
      };
      timer = window.setTimeout(judge, found.length === 0 && looked ? LONGER : 0);
    };
    const look = (): void => {
      const answer = core.ask<Or<Looked>>({ ask: "region", name: plan.name, text: plan.text, register });
      setLooked(answer);
      more([], answer.stop ? 0 : answer.examples);
    };
    timer = window.setTimeout(look, looked ? PAUSE : 0);
    return () => clearTimeout(timer);
  }, [plan, register, lang]);

  const isSure = (): boolean => !unsaved || window.confirm(words["region-sure"]);
  const show = (id: string, regioplan: File, sources: File | null): void => {
    setTold("");
    setLooked(null);
    setChosen(id);
    setPlan(regioplan);
    setRegister(sources);
    setKept(new Set([regioplan.text, sources?.text ?? ""]));
  };
  const carried = (list: HTMLSelectElement): void => {
    const id = list.value;
    if (!id || !isSure()) {
      list.value = chosen;
      return;
    }
    const answer = core.ask<Or<{ regioplan: File; register: File | null }>>({ ask: "carried", regioplan: id });
    if (answer.stop) setTold(answer.stop.message);
    else show(id, answer.regioplan, answer.register);
  };
  const open = async (input: HTMLInputElement): Promise<void> => {
    const files = await Promise.all([...(input.files ?? [])].map(async (file) => ({ name: file.name, text: await read(file) })));
    input.value = "";
    const found = (end: string): File | null => {
      const file = files.find((one) => one.name.endsWith(end) && one.text !== null);
      return file ? { name: file.name, text: file.text ?? "" } : null;
    };
    const [regioplan, sources] = [found(".regioplan"), found(".bronnen")];
    if (regioplan) {
      if (isSure()) show("", regioplan, sources);
    } else if (sources && plan) {
      // A register that comes later takes the place of the one that was there.
      if (register && !kept.has(register.text) && !window.confirm(words["region-sure"])) return;
      setTold("");
      setRegister(sources);
      setKept(new Set([...kept, sources.text]));
    } else setTold(words["unreadable"] ?? "");
  };
  const keep = (file: File): void => {
    save(file.name.split("/").at(-1) ?? file.name, file.text);
    setKept(new Set([...kept, file.text]));
  };
  const go = (line: number): void => {
    const place = editor.current;
    if (!place || !plan) return;
    const lines = place.value.split("\n");
    const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    place.focus();
    place.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
    place.scrollTop = Math.max(0, line - 6) * (place.scrollHeight / Math.max(1, lines.length));
  };

  return (
    <>
      <Head title={words["region-title"] ?? ""} words={words} lang={lang} setLang={setLang} />
      <main id="inhoud" tabIndex={-1}>
        <p>{words["region-about"]}</p>
        <p>{words["private"]}</p>
        <div class="bar start">
          <div class="field">
            <label for="carried">{words["region-open"]}</label>
            <select id="carried" value={chosen} onChange={(event) => carried(event.currentTarget)}>
              <option value="">{words["choose"]}</option>
              {regions.map((one) => (
                <option key={one.id} value={one.id} lang="nl">
                  {one.name}, {one.version}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="file">{words["region-file"]}</label>
            <p class="about" id="file-about">
              {words["region-file-about"]}
            </p>
            <input id="file" type="file" multiple aria-describedby="file-about" accept=".regioplan,.bronnen" onChange={(event) => void open(event.currentTarget)} />
          </div>
          <p role="alert" class={told ? "finding violation" : "none"}>
            {told}
          </p>
        </div>
        {plan && (
          <div class="halves">
            <div>
              <Editor label={words["region-text"] ?? ""} id="plan" file={plan} set={setPlan} place={editor} />
              <button type="button" onClick={() => keep(plan)}>
                {words["region-save"]}
              </button>
              {register && (
                <details class="text">
                  <summary>{words["register-text"]}</summary>
                  <Editor label={words["register-text"] ?? ""} id="register" file={register} set={setRegister} />
                  <button type="button" onClick={() => keep(register)}>
                    {words["register-save"]}
                  </button>
                </details>
              )}
            </div>
            <div>{looked && <Meaning looked={looked} judged={judged} plan={plan} words={words} go={go} />}</div>
          </div>
        )}
      </main>
    </>
  );
}

function Editor({ label, id, file, set, place }: {
  label: string;
  id: string;
  file: File;
  set(file: File): void;
  place?: { current: HTMLTextAreaElement | null };
}): JSX.Element {
  const numbers = useRef<HTMLPreElement>(null);
  const count = file.text.split("\n").length;
  const all = useMemo(() => Array.from({ length: count }, (_, number) => number + 1).join("\n"), [count]);
  return (
    <>
      <label for={id}>{label}</label>
      <div class="editor">
        <pre aria-hidden="true" ref={numbers}>
          {all}
        </pre>
        <textarea
          id={id}
          {...(place ? { ref: place } : {})}
          rows={40}
          wrap="off"
          lang="nl"
          spellcheck={false}
          value={file.text}
          onInput={(event) => set({ name: file.name, text: withEnds(file.text, event.currentTarget.value) })}
          onScroll={(event) => {
            if (numbers.current) numbers.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
      </div>
    </>
  );
}

function Meaning({ looked, judged, plan, words, go }: {
  looked: Or<Looked>;
  judged: Example[];
  plan: File;
  words: Words;
  go(line: number): void;
}): JSX.Element {
  const all = looked.stop ? looked.stop.problems : looked.problems;
  // What lies beside the regioplan on the disk is not seen here: that it is not open is no fault of the regioplan.
  const problems = all.filter((one) => one.code !== "zonder-register");
  const level = (word: string): string => words[word] ?? word;
  return (
    <>
      <section aria-labelledby="h-problems">
        <h2 id="h-problems">{words["region-problems"]}</h2>
        <div role="status" id="status">
          {looked.stop && (
            <p>
              <Coded text={looked.stop.message} />
            </p>
          )}
          {problems.length === 0 && !looked.stop && <p>{words["region-fine"]}</p>}
          {all.length > problems.length && <p>{words["register-lacks"]}</p>}
        </div>
        <ul class="problems">
          {problems.map((one) => (
            <li key={`${one.file} ${one.line} ${one.column} ${one.message}`} class={one.severity}>
              <p>
                <strong>{level(one.severity)}</strong>{" "}
                {one.file === plan.name ? (
                  <button type="button" class="link" onClick={() => go(one.line)}>
                    {words["line"]} {one.line}
                  </button>
                ) : (
                  <>
                    <span lang="nl">{one.file}</span>, {words["line"]} {one.line}
                  </>
                )}
                : <Coded text={one.message} />
              </p>
              {one.help && (
                <p>
                  <Coded text={one.help} />
                </p>
              )}
            </li>
          ))}
        </ul>
      </section>
      {!looked.stop && (
        <>
          <section aria-labelledby="h-examples">
            <h2 id="h-examples">
              {words["region-examples"]} ({judged.filter((one) => one.fits).length}/{looked.examples})
            </h2>
            {judged.length < looked.examples && <p>{words["region-judging"]}</p>}
            {looked.examples === 0 && <p>{words["region-no-examples"]}</p>}
            <ul class="problems">
              {judged.map((one) => (
                <li key={one.name} class={one.fits ? "fine" : "violation"}>
                  <details>
                    <summary>
                      <span lang="nl">{one.name}</span>: {one.fits ? words["region-as-told"] : words["region-other"]}
                    </summary>
                    {(one.told ?? []).map((line) => (
                      <p key={line}>
                        <Coded text={line} />
                      </p>
                    ))}
                    {(one.findings ?? []).map((finding) => (
                      <p key={`${finding.rule} ${finding.line} ${finding.message}`}>
                        <strong>{level(finding.severity)}</strong> <span lang="nl">{finding.rule}</span>: <Coded text={finding.message} />
                      </p>
                    ))}
                  </details>
                </li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="h-document">
            <h2 id="h-document">{words["region-document"]}</h2>
            <Document html={looked.html} />
          </section>
        </>
      )}
    </>
  );
}

/** The document, without what stands around it as a page of its own, and one heading deeper. */
function Document({ html }: { html: string }): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Its own style is not applied here.
    const page = new DOMParser().parseFromString(html.replace(/<style>[^]*?<\/style>/, ""), "text/html");
    const main = page.querySelector("main");
    if (!main || !place.current) return;
    for (const deep of [5, 4, 3, 2]) {
      for (const old of main.querySelectorAll(`h${deep}`)) {
        const heading = document.createElement(`h${deep + 1}`);
        heading.id = old.id;
        heading.append(...old.childNodes);
        old.replaceWith(heading);
      }
    }
    // So many tables are no landmarks beside the rest of this page.
    for (const frame of main.querySelectorAll(".tabel")) frame.setAttribute("role", "group");
    place.current.replaceChildren(...main.childNodes);
  }, [html]);
  return <div class="document" ref={place} />;
}

begin((core) => <RegionPage core={core} />);
