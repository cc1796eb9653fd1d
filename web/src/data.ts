// What the core answers. The form stands in src/form/data.rs, the findings in src/report/check.schema.json.

export interface Word {
  value: string;
  label: string;
}

export interface Said {
  id: string;
  section: string;
  says: string;
}

export interface Need {
  level: "always" | "sometimes" | "later" | "optional";
  said: string;
}

export type Input =
  | { as: "line" | "lines" | "number" | "date" | "quarter" | "agb" | "email" | "file" }
  | { as: "choose"; options: Word[] };

interface Told {
  id: string;
  label: string;
  about: string | null;
  need: Need;
  sources: Said[];
}

export type Field = Told & { hint: string; input: Input; value: string | null };
export type Several = Told & { options: (Word & { at: string | null })[]; next: string };
export type Group = Told & { filled: boolean; parts: Part[] };
export type Item = { id: string; parts: Part[] };
export type List = Told & { item: string; items: Item[]; next: Item };

export interface Choice {
  id: string;
  label: string;
  about: string[];
  sources: Said[];
  kinds: Word[];
  kind: string | null;
  parts: Part[];
}

export interface Choices {
  id: string;
  label: string;
  about: string[];
  sources: Said[];
  choices: Choice[];
}

export type Part =
  | ({ part: "field" } & Field)
  | ({ part: "several" } & Several)
  | ({ part: "group" } & Group)
  | ({ part: "list" } & List)
  | ({ part: "choices" } & Choices);

export interface Section {
  id: string;
  title: string;
  about: string[];
  rules: { id: string; title: string; sentences: string[] }[];
  over: boolean;
  parts: Part[];
}

/** What stands in a plan and not in its form. */
export interface Beyond {
  way: string;
  said: string;
}

export interface Form {
  regioplan: string;
  name: string;
  document: string;
  year: number;
  sections: Section[];
}

export interface Edit {
  start: number;
  end: number;
  text: string;
}

export type Severity = "violation" | "warning" | "review" | "pending";

export interface Finding {
  rule: string;
  severity: Severity;
  year: number | null;
  line: number;
  message: string;
  help: string | null;
  repair: { certain: boolean; edits: Edit[] } | null;
  source: string[];
}

export interface Look {
  plan: {
    regioplan: string | null;
    practice: string | null;
    year: number | null;
    findings: Finding[];
    notes: string[];
    nearest?: { ways: { edits: Edit[] | null }[] };
  };
  standing: string[];
  ways: string[];
  /** For each finding the place of the form where it is told. */
  spots: (string | null)[] | null;
  beyond: Beyond[] | null;
  /** The files that the plan names as evidence. */
  evidence: string[];
  fillable: boolean;
  form: Form | null;
}

export interface Region {
  id: string;
  name: string;
  version: string;
  document: string;
  from: string;
  to: string;
  years: number[];
  own: boolean;
}

export interface Problem {
  file: string;
  code: string;
  severity: string;
  line: number;
  column: number;
  message: string;
  help: string | null;
}

export interface Stop {
  message: string;
  help: string | null;
  problems: Problem[];
}

export type Words = Record<string, string>;
export type Or<T> = T & { stop?: undefined } | { stop: Stop };
