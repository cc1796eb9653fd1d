// The plan on paper: what is filled in, in the order of the form, and room to sign. It is not on the screen.

import type { ComponentChildren, JSX } from "preact";
import type { Beyond, Form, Part, Words } from "./data";
import { Coded, spoken, titled } from "./parts";

function rows(parts: Part[]): JSX.Element[] {
  return parts.flatMap((part): JSX.Element[] => {
    switch (part.part) {
      case "field": {
        if (!part.value) return [];
        const options = part.input.as === "choose" ? part.input.options : [];
        const value = options.find((one) => one.value === part.value)?.label ?? part.value;
        return [
          <div key={part.id}>
            <dt {...spoken(part.id)}>{part.label}</dt>
            <dd lang="nl">{value}</dd>
          </div>,
        ];
      }
      case "several": {
        const ticked = part.options.filter((one) => one.at !== null);
        if (ticked.length === 0) return [];
        return [
          <div key={part.id}>
            <dt lang="nl">{part.label}</dt>
            <dd lang="nl">{ticked.map((one) => one.label).join(", ")}</dd>
          </div>,
        ];
      }
      case "group":
        return rows(part.parts);
      case "list":
        return part.items.map((item, number) => (
          <div key={item.id}>
            <dt lang="nl">
              {part.item} {number + 1}
            </dt>
            <dd>
              <dl>{rows(item.parts)}</dl>
            </dd>
          </div>
        ));
      case "choices":
        return part.choices
          .filter((choice) => choice.kind !== null)
          .map((choice) => (
            <div key={choice.id}>
              <dt lang="nl">
                {part.label}: {choice.label}
              </dt>
              <dd lang="nl">
                {choice.kinds.find((kind) => kind.value === choice.kind)?.label ?? choice.kind}
                <dl>{rows(choice.parts)}</dl>
              </dd>
            </div>
          ));
    }
  });
}

/** Where there is no form, the text of the plan itself is printed. */
export function Paper({ form, text, beyond, standing, words, children }: {
  form: Form | null;
  text: string;
  beyond: Beyond[];
  standing: string[];
  words: Words;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="paper">
      <h1>{words["practice-title"]}</h1>
      {form ? <p lang="nl">{form.document}</p> : <pre lang="nl">{text}</pre>}
      {form?.sections.map((section) => {
        const filled = rows(section.parts);
        return filled.length === 0 ? null : (
          <section key={section.id}>
            <h2 {...titled(section)}>{section.title}</h2>
            <dl>{filled}</dl>
          </section>
        );
      })}
      {form && beyond.length > 0 && (
        <section>
          <h2>{words["beyond"]}</h2>
          <dl lang="nl">
            {beyond.map((one, number) => (
              <div key={number}>
                <dt>{one.way}</dt>
                <dd>{one.said}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <p>
        <Coded text={standing.join(" ")} />
      </p>
      {children}
      <div class="sign">
        <p>{words["sign-place"]}</p>
        <p>{words["sign"]}</p>
      </div>
    </div>
  );
}
