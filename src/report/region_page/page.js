"use strict";
// Sorts and filters the tables of practices. Without it they are tables to read; nothing else needs it.
for (const part of document.querySelectorAll("[data-praktijken]")) {
  const body = part.querySelector("tbody");
  const heads = [...part.querySelectorAll("thead th")];
  const search = part.querySelector(".zoek");
  const [text, state] = [search.querySelector("input"), search.querySelector("select")];
  const told = search.querySelector("output");
  const rows = [...body.rows];
  const value = (row, at) => row.cells[at].dataset.v ?? row.cells[at].textContent.trim();
  const compare = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" }).compare;

  heads.forEach((head, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const sorted = [...body.rows].sort((one, other) => {
        const [a, b] = [value(one, at), value(other, at)];
        // What is empty stands last, whatever the order.
        if (a === "" || b === "") return (a === "") - (b === "");
        return down ? compare(b, a) : compare(a, b);
      });
      body.append(...sorted);
    });
  });

  const filter = () => {
    const words = text.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const all = row.textContent.toLocaleLowerCase();
      row.hidden = !words.every((word) => all.includes(word)) || (state.value !== "" && row.dataset.stand !== state.value);
      shown += row.hidden ? 0 : 1;
    }
    told.textContent = told.dataset.tekst.replace("#", shown).replace("#", rows.length);
  };
  text.addEventListener("input", filter);
  state.addEventListener("change", filter);
  search.hidden = false;
  filter();
}
