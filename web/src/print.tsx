// The plan on paper: what is filled in, in the order of the form, and room to sign. It is not on the screen.

import type { JSX } from "preact";
import type { Form, Part, Words } from "./data";

function rows(parts: Part[]): JSX.Element[] {
  return parts.flatMap((part): JSX.Element[] => {
    switch (part.part) {
      case "field": {
        if (!part.value) return [];
        const options = part.input.as === "choose" ? part.input.options : [];
        const value = options.find((one) => one.value === part.value)?.label ?? part.value;
        return [
          <div key={part.id}>
            <dt>{part.label}</dt>
            <dd>{value}</dd>
          </div>,
        ];
      }
      case "several": {
        const ticked = part.options.filter((one) => one.at !== null);
        if (ticked.length === 0) return [];
        return [
          <div key={part.id}>
            <dt>{part.label}</dt>
            <dd>{ticked.map((one) => one.label).join(", ")}</dd>
          </div>,
        ];
      }
      case "group":
        return rows(part.parts);
      case "list":
        return part.items.map((item, number) => (
          <div key={item.id}>
            <dt>
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
              <dt>
                {part.label}: {choice.label}
              </dt>
              <dd>
                {choice.kinds.find((kind) => kind.value === choice.kind)?.label ?? choice.kind}
                <dl>{rows(choice.parts)}</dl>
              </dd>
            </div>
          ));
    }
  });
}

export function Paper({ form, standing, words }: { form: Form; standing: string[]; words: Words }): JSX.Element {
  return (
    <div class="paper">
      <h1>{words["practice-title"]}</h1>
      <p>{form.document}</p>
      {form.sections.map((section) => {
        const filled = rows(section.parts);
        return filled.length === 0 ? null : (
          <section key={section.id}>
            <h2>{section.title}</h2>
            <dl>{filled}</dl>
          </section>
        );
      })}
      <p>{standing.join(" ")}</p>
      <div class="sign">
        <p>{words["sign-place"]}</p>
        <p>{words["sign"]}</p>
      </div>
    </div>
  );
}
