// The parts of a form, as the Dutch government's design system describes them: a label above its field, what to know of it below the label,
// what is wrong above the field. All words come from the core.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ComponentChildren, JSX } from "preact";
import type { Choice, Choices, Field, Finding, Form, Group, Item, List, Need, Part, Said, Section, Several, Words } from "./data";

/** What the parts need from the page. */
export interface Page {
  words: Words;
  /** The year that the plan is for. */
  year: number;
  /** What is found at a place, as far as it is shown by now. */
  found(way: string): Finding[];
  fill(way: string, said: string | null): void;
  touch(way: string): void;
  mend(finding: Finding): void;
}

/** A text in which what a plan says stands between backticks, and what a regioplan says between quotation marks. Both are Dutch. */
export function Coded({ text }: { text: string }): JSX.Element {
  const pieces = text.split(/(`[^`]*`|“[^”]*”)/);
  const told = (piece: string, number: number): ComponentChildren => {
    if (piece.startsWith("`") && piece.length > 1) return <code lang="nl" key={number}>{piece.slice(1, -1)}</code>;
    return piece.startsWith("“") ? <span lang="nl" key={number}>{piece}</span> : piece;
  };
  return <>{pieces.map(told)}</>;
}

/** What every plan says of itself: its labels are words of the page, all others come out of the regioplan. */
const FRAME = ["regioplan", "startkwartaal", "jaar", "ingediend", "kalenderjaar", "verantwoording"];

/** The title of a section is a word of the page, but for what the regioplan names. */
export const titled = (section: Section): { lang?: "nl" } => (/^(|praktijk|plan|jaren\.\d+)$/.test(section.id) ? {} : { lang: "nl" });

/** The language of a label, where it may be another one than that of the page. */
export const spoken = (way: string): { lang?: "nl" } => (FRAME.includes(way) ? {} : { lang: "nl" });

/** The name of the element for a place. */
export const mark = (way: string): string => `f-${way.replace(/[^\w-]/g, "_")}`;

const word = (words: Words, id: string): string => words[id] ?? id;

/** What is filled in at each place of a form that takes a value, and the element that takes it. */
export function filled(form: Form | null): Map<string, string | null> {
  const all = new Map<string, string | null>();
  const walk = (parts: Part[]): void =>
    parts.forEach((part) => {
      if (part.part === "field") all.set(mark(part.id), part.value);
      else if (part.part === "several") part.options.forEach((one) => all.set(mark(`${part.id}-${one.value}`), one.at));
      else if (part.part === "group") walk(part.parts);
      else if (part.part === "list") part.items.forEach((item) => walk(item.parts));
      else
        part.choices.forEach((choice) => {
          all.set(mark(choice.id), choice.kind);
          walk(choice.parts);
        });
    });
  form?.sections.forEach((section) => walk(section.parts));
  return all;
}

export function Found({ page, found, id }: { page: Page; found: Finding[]; id?: string }): JSX.Element | null {
  if (found.length === 0) return null;
  return (
    <div class="found" {...(id ? { id } : {})}>
      {found.map((one) => (
        <div class={`finding ${one.severity}`} key={`${one.rule} ${one.line} ${one.message}`}>
          <p>
            <strong>{word(page.words, one.severity)}:</strong> <Coded text={one.message} />
          </p>
          {one.help && (
            <p>
              <Coded text={one.help} />
            </p>
          )}
          {one.repair && (
            <button type="button" class="small" onClick={() => page.mend(one)}>
              {word(page.words, "mend")}
              <span class="unseen">
                : <Coded text={one.message} />
              </span>
            </button>
          )}
        </div>
      ))}
    </div>
  );
}

function Sources({ page, about, sources, of }: { page: Page; about: string[]; sources: Said[]; of: JSX.Element }): JSX.Element | null {
  if (about.length === 0 && sources.length === 0) return null;
  return (
    <details class="more">
      <summary>
        {word(page.words, "more")}
        <span class="unseen">: {of}</span>
      </summary>
      {about.map((line) => (
        <p key={line} lang="nl">
          {line}
        </p>
      ))}
      {sources.map((one) => (
        <p key={one.id}>
          {word(page.words, "source")} {one.id}
          <span lang="nl">
            {one.section && `, ${one.section}`}: {one.says}
          </span>
        </p>
      ))}
    </details>
  );
}

function Needed({ need }: { need: Need }): JSX.Element | null {
  if (!need.said) return null;
  return (
    <span class="need" lang={document.documentElement.lang}>
      {" "}
      (<Coded text={need.said} />)
    </span>
  );
}

function Dutch({ text }: { text: string }): JSX.Element {
  return <span lang="nl">{text}</span>;
}

export function Parts({ parts, page }: { parts: Part[]; page: Page }): JSX.Element {
  return (
    <>
      {parts.map((part) => {
        switch (part.part) {
          case "field":
            return <FieldPart key={part.id} field={part} page={page} />;
          case "several":
            return <SeveralPart key={part.id} several={part} page={page} />;
          case "group":
            return <GroupPart key={part.id} group={part} page={page} />;
          case "list":
            return <ListPart key={part.id} list={part} page={page} />;
          case "choices":
            return <ChoicesPart key={part.id} choices={part} page={page} />;
        }
      })}
    </>
  );
}

/** Without these there is no form. */
const FIXED = ["regioplan", "jaar"];

/** How long nobody writes before what was written is judged. */
const PAUSE = 300;

function FieldPart({ field, page }: { field: Field; page: Page }): JSX.Element {
  const id = mark(field.id);
  const found = page.found(field.id);
  const wrong = found.some((one) => one.severity === "violation");
  const unseen = field.input.as === "file" ? word(page.words, "file-about") : "";
  const hint = field.input.as === "choose" || field.input.as === "line" || field.input.as === "lines" ? "" : field.hint;
  const told = Boolean(hint || field.about || unseen);
  const described = [told ? `${id}-about` : "", found.length > 0 ? `${id}-wrong` : ""].filter(Boolean).join(" ");
  const common = {
    id,
    "data-way": field.id,
    "aria-invalid": wrong ? ("true" as const) : undefined,
    "aria-describedby": described || undefined,
    "aria-required": field.need.level === "always" ? ("true" as const) : undefined,
  };
  return (
    <div class={wrong ? "field wrong" : "field"}>
      <label for={id} {...spoken(field.id)}>
        {field.label}
        <Needed need={field.need} />
      </label>
      {told && (
        <div class="about" id={`${id}-about`}>
          {hint && (
            <p>
              <Coded text={hint} />
            </p>
          )}
          {field.about && <p {...spoken(field.id)}>{field.about}</p>}
          {unseen && <p>{unseen}</p>}
        </div>
      )}
      <Found page={page} found={found} id={`${id}-wrong`} />
      {field.input.as === "choose" ? (
        <select
          {...common}
          value={field.value ?? ""}
          onChange={(event) => page.fill(field.id, event.currentTarget.value || null)}
          onBlur={() => page.touch(field.id)}
        >
          {!FIXED.includes(field.id) && <option value="">{word(page.words, "choose")}</option>}
          {field.input.options.map((one) => (
            <option key={one.value} value={one.value} lang="nl">
              {one.label}
            </option>
          ))}
          {field.value && !field.input.options.some((one) => one.value === field.value) && (
            <option value={field.value} lang="nl">
              {field.value}
            </option>
          )}
        </select>
      ) : (
        <Typed field={field} page={page} common={common} />
      )}
      <Sources page={page} about={[]} sources={field.sources} of={<span {...spoken(field.id)}>{field.label}</span>} />
    </div>
  );
}

/** A field in which somebody writes: what is written stays as it is while one writes, and is judged after a pause. */
function Typed({ field, page, common }: { field: Field; page: Page; common: Record<string, unknown> }): JSX.Element {
  const [draft, setDraft] = useState<{ said: string; timer: number } | null>(null);
  const commit = (said: string): void => {
    if (said !== (field.value ?? "")) page.fill(field.id, said || null);
  };
  const shared = {
    ...common,
    value: draft?.said ?? field.value ?? "",
    autocomplete: "off",
    onInput: (event: { currentTarget: { value: string } }) => {
      const said = event.currentTarget.value;
      if (draft) clearTimeout(draft.timer);
      setDraft({ said, timer: window.setTimeout(() => commit(said), PAUSE) });
    },
    onBlur: () => {
      if (draft) {
        clearTimeout(draft.timer);
        commit(draft.said);
      }
      setDraft(null);
      page.touch(field.id);
    },
  };
  if (field.input.as === "lines") return <textarea rows={1} {...shared} />;
  const modes: Record<string, string> = { number: "decimal", agb: "numeric", email: "email" };
  const mode = modes[field.input.as] ?? "text";
  const short = ["number", "date", "quarter", "agb"].includes(field.input.as);
  return <input type="text" inputMode={mode as "text"} class={short ? "short" : ""} {...shared} />;
}

function Fieldset({ id, label, need, about, children, page }: {
  id: string;
  label: string;
  need?: Need;
  about?: string | null;
  children: ComponentChildren;
  page: Page;
}): JSX.Element {
  const found = page.found(id);
  return (
    <fieldset id={mark(id)} tabIndex={-1} class={found.some((one) => one.severity === "violation") ? "wrong" : ""}>
      <legend lang="nl">
        {label}
        {need && <Needed need={need} />}
      </legend>
      {about && (
        <p class="about" lang="nl">
          {about}
        </p>
      )}
      <Found page={page} found={found} />
      {children}
    </fieldset>
  );
}

function SeveralPart({ several, page }: { several: Several; page: Page }): JSX.Element {
  return (
    <Fieldset id={several.id} label={several.label} need={several.need} about={several.about} page={page}>
      {several.options.map((one) => {
        const id = mark(`${several.id}-${one.value}`);
        return (
          <div class="tick" key={one.value}>
            <input
              type="checkbox"
              id={id}
              data-way={several.id}
              data-value={one.value}
              checked={one.at !== null}
              onChange={(event) => {
                page.touch(several.id);
                if (event.currentTarget.checked) page.fill(several.next, one.value);
                else if (one.at) page.fill(one.at, null);
              }}
            />
            <label for={id} lang="nl">
              {one.label}
            </label>
          </div>
        );
      })}
      <Sources page={page} about={[]} sources={several.sources} of={<Dutch text={several.label} />} />
    </Fieldset>
  );
}

const FIRST = "input, select, textarea, button";

/** Puts the focus in the first field of what was just opened: the button that opened it is gone. */
function useFocusIn(way: string | null): void {
  useLayoutEffect(() => {
    if (way === null) return;
    document.getElementById(mark(way))?.querySelector<HTMLElement>(FIRST)?.focus();
  }, [way]);
}

function GroupPart({ group, page }: { group: Group; page: Page }): JSX.Element {
  const [open, setOpen] = useState(false);
  useFocusIn(open ? group.id : null);
  if (!open && !group.filled && group.need.level !== "always") {
    return (
      <div class="closed">
        <button type="button" aria-expanded="false" data-opens={group.id} id={mark(group.id)} onClick={() => setOpen(true)}>
          {word(page.words, "fill-in")} <Dutch text={group.label} />
        </button>
        <Needed need={group.need} />
        <Found page={page} found={page.found(group.id)} />
      </div>
    );
  }
  return (
    <Fieldset id={group.id} label={group.label} need={group.need} about={group.about} page={page}>
      <Parts parts={group.parts} page={page} />
      <Sources page={page} about={[]} sources={group.sources} of={<Dutch text={group.label} />} />
    </Fieldset>
  );
}

function ListPart({ list, page }: { list: List; page: Page }): JSX.Element {
  // One more is open until something of it is filled in: then it is one of the others.
  const [more, setMore] = useState<number | null>(null);
  useFocusIn(more === list.items.length ? list.next.id : null);
  const needed = list.items.length === 0 && list.need.level === "always";
  const open = needed || more === list.items.length;
  const items: Item[] = open ? [...list.items, list.next] : list.items;
  // With the last one its button goes, and the focus comes where one more is added.
  const removed = useRef(false);
  const remove = (way: string): void => {
    removed.current = true;
    page.fill(way, null);
  };
  useLayoutEffect(() => {
    if (!removed.current) return;
    removed.current = false;
    if (document.activeElement !== document.body) return;
    const place = document.getElementById(mark(list.id));
    const more = place?.querySelector<HTMLElement>(`[data-opens="${list.next.id}"]`);
    (more ?? document.getElementById(mark(list.next.id))?.querySelector<HTMLElement>(FIRST))?.focus();
  });
  return (
    <Fieldset id={list.id} label={list.label} need={list.need} about={list.about} page={page}>
      {items.map((item, number) => (
        <fieldset class="item" key={item.id} id={mark(item.id)} tabIndex={-1}>
          <legend lang="nl">
            {list.item} {number + 1}
          </legend>
          <Found page={page} found={page.found(item.id)} />
          <Parts parts={item.parts} page={page} />
          {item !== list.next && (
            <button type="button" class="small" onClick={() => remove(item.id)}>
              {word(page.words, "remove")} <Dutch text={list.item} /> {number + 1}
            </button>
          )}
        </fieldset>
      ))}
      {!open && (
        <button type="button" data-opens={list.next.id} onClick={() => setMore(list.items.length)}>
          {word(page.words, "add")} <Dutch text={list.item} />
        </button>
      )}
      <Sources page={page} about={[]} sources={list.sources} of={<Dutch text={list.label} />} />
    </Fieldset>
  );
}

function ChoicesPart({ choices, page }: { choices: Choices; page: Page }): JSX.Element {
  return (
    <Fieldset id={choices.id} label={choices.label} page={page}>
      <Sources page={page} about={choices.about} sources={choices.sources} of={<Dutch text={choices.label} />} />
      {choices.choices.map((choice) => (
        <ChoicePart key={choice.id} choice={choice} page={page} />
      ))}
    </Fieldset>
  );
}

function ChoicePart({ choice, page }: { choice: Choice; page: Page }): JSX.Element {
  const id = mark(choice.id);
  const found = page.found(choice.id);
  const wrong = found.some((one) => one.severity === "violation");
  const only = choice.kinds.length === 1 ? choice.kinds[0] : undefined;
  const plain = only && (choice.kind === null || choice.kind === only.value);
  const common = {
    id,
    "data-way": choice.id,
    "aria-invalid": wrong ? ("true" as const) : undefined,
    "aria-describedby": found.length > 0 ? `${id}-wrong` : undefined,
  };
  const fill = (said: string | null): void => {
    page.touch(choice.id);
    page.fill(choice.id, said);
  };
  return (
    <div class={choice.kind === null ? "choice" : "choice chosen"}>
      <Found page={page} found={found} id={`${id}-wrong`} />
      {plain ? (
        <div class="tick">
          <input type="checkbox" {...common} data-value={only.value} checked={choice.kind !== null} onChange={(event) => fill(event.currentTarget.checked ? only.value : null)} />
          <label for={id} lang="nl">
            {choice.label} <span class="need">({only.label})</span>
          </label>
        </div>
      ) : (
        <div class="kind">
          <label for={id} lang="nl">
            {choice.label}
            <span class="unseen" lang={document.documentElement.lang}>
              : {word(page.words, "kind")}
            </span>
          </label>
          <select {...common} value={choice.kind ?? ""} onChange={(event) => fill(event.currentTarget.value || null)}>
            <option value="">{word(page.words, "not-chosen")}</option>
            {choice.kinds.map((kind) => (
              <option key={kind.value} value={kind.value} lang="nl">
                {kind.label}
              </option>
            ))}
            {choice.kind && !choice.kinds.some((kind) => kind.value === choice.kind) && (
              <option value={choice.kind} lang="nl">
                {choice.kind}
              </option>
            )}
          </select>
        </div>
      )}
      <Sources page={page} about={choice.about} sources={choice.sources} of={<Dutch text={choice.label} />} />
      {choice.kind !== null && choice.parts.length > 0 && <Within key={choice.id} choice={choice} page={page} />}
    </div>
  );
}

/** Whether something of it is filled in. */
function isFilled(parts: Part[]): boolean {
  return parts.some((part) => {
    switch (part.part) {
      case "field":
        return part.value !== null;
      case "several":
        return part.options.some((one) => one.at !== null);
      case "group":
        return part.filled;
      case "list":
        return part.items.length > 0;
      case "choices":
        return false;
    }
  });
}

/** What belongs to a choice; of a year that is over it is there for who needs it. */
function Within({ choice, page }: { choice: Choice; page: Page }): JSX.Element {
  const [open, setOpen] = useState(false);
  useFocusIn(open ? `${choice.id}-gegevens` : null);
  const over = Number(choice.id.split(".")[1]) < page.year;
  if (over && !open && !isFilled(choice.parts)) {
    return (
      <button type="button" class="small" aria-expanded="false" data-opens={choice.id} onClick={() => setOpen(true)}>
        {word(page.words, "more-data")} <Dutch text={choice.label} />
      </button>
    );
  }
  return (
    <div class="within" id={mark(`${choice.id}-gegevens`)}>
      <Parts parts={choice.parts} page={page} />
    </div>
  );
}
