// What stands around both pages: the language, the way past the head, and beginning when the core is there.

import { render } from "preact";
import type { JSX } from "preact";
import { Core } from "./core";
import type { Region, Words } from "./data";
import { today } from "./files";

export type Lang = "nl" | "en";

export interface Started {
  words: Words;
  regions: Region[];
}

/** Asks for the words of a language, and what can be chosen. */
export function start(core: Core, lang: Lang): Started {
  document.documentElement.lang = lang;
  return core.tell<Started>({ ask: "start", lang, today: today() });
}

export function Head({ title, words, lang, setLang }: { title: string; words: Words; lang: Lang; setLang(lang: Lang): void }): JSX.Element {
  return (
    <>
      <a class="skip" href="#inhoud">
        {words["skip"]}
      </a>
      <header>
        <h1>{title}</h1>
        <div class="lang">
          <label for="lang">{words["language"]}</label>
          <select id="lang" value={lang} onChange={(event) => setLang(event.currentTarget.value === "en" ? "en" : "nl")}>
            <option value="nl" lang="nl">
              Nederlands
            </option>
            <option value="en" lang="en">
              English
            </option>
          </select>
        </div>
      </header>
    </>
  );
}

/** Begins a page, in place of what stands there while it loads. */
export function begin(page: (core: Core) => JSX.Element): void {
  const place = document.getElementById("pagina");
  if (!place) return;
  Core.load().then(
    (core) => {
      place.textContent = "";
      render(page(core), place);
      document.documentElement.dataset["ready"] = "yes";
    },
    (wrong: unknown) => {
      place.textContent = String(wrong);
    },
  );
}
