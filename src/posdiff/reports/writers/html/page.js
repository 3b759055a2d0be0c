
"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  // Quotes and drawings are folded on the screen, and open on paper.
  let folded = [];
  addEventListener("beforeprint", () => { folded = all("details:not([open])"); folded.forEach((one) => { one.open = true; }); });
  addEventListener("afterprint", () => { folded.forEach((one) => { one.open = false; }); });
  const form = document.getElementById("_filters");
  // What stays at the top of the screen must not cover what a link leads to: the form, and the head of a table.
  const measure = () => {
    const stays = form && !form.hidden && getComputedStyle(form).position === "sticky";
    root.style.setProperty("--form", (stays ? form.offsetHeight : 0) + "px");
  };
  addEventListener("resize", measure);
  if (!form) { measure(); return; }
  form.hidden = false;
  measure();
  const rows = all("main tbody, main .ring").filter((row) => Object.keys(row.dataset).length);
  const tables = all("main .table").filter((table) => rows.includes(table.querySelector("tbody")));
  const parts = all("main section.part").filter((part) => all("tbody, .ring", part).some((row) => Object.keys(row.dataset).length));
  const selects = all("select", form);
  const input = form.querySelector("input");
  const shown = document.getElementById("_shown");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();
  let texts = null; // read when first asked for: a large report opens faster
  const apply = () => {
    const wanted = selects.filter((one) => one.value);
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    if (words.length && !texts) texts = rows.map((row) => plain(row.textContent));
    let number = 0;
    rows.forEach((row, index) => {
      const fits = wanted.every((one) => (row.getAttribute("data-" + one.name) || "").split(" ").includes(one.value))
        && words.every((word) => texts[index].includes(word));
      if (row.hidden === fits) row.hidden = !fits;
      if (fits) number += 1;
    });
    root.classList.toggle("few", number < 200);
    tables.forEach((table) => {
      table.hidden = !table.querySelector("tbody:not([hidden])");
    });
    parts.forEach((part) => { part.hidden = !part.querySelector("tbody:not([hidden]), .ring:not([hidden])"); });
    const by = wanted.map((one) => one.dataset.title + ": " + one.selectedOptions[0].text);
    if (words.length) by.push("text: " + input.value.trim());
    const said = by.length ? number + " of " + rows.length + " rows are shown. " + by.join("; ") : "";
    if (shown.textContent !== said) shown.textContent = said;
  };
  let waiting = 0;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(apply, 80); };
  form.addEventListener("input", soon);
  form.addEventListener("reset", soon);
  form.addEventListener("submit", (event) => event.preventDefault());
  // A link to a row that is filtered out shows all rows again.
  const go = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) { form.reset(); apply(); }
    target.scrollIntoView();
  };
  addEventListener("hashchange", go);
  addEventListener("pageshow", () => { apply(); go(); }); // a browser may have kept what was chosen before
})();
