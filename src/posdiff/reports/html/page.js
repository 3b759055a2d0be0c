
"use strict";
(() => {
  // Quotes and drawings are folded on the screen, and open on paper.
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  const form = document.getElementById("filters");
  if (!form) return;
  form.hidden = false;
  const rows = [...document.querySelectorAll("tbody[data-relation], .ring[data-relation]")];
  const parts = [...document.querySelectorAll("section.part")].filter((part) => part.querySelector("[data-relation]"));
  const selects = [...form.querySelectorAll("select")];
  const input = form.querySelector("input");
  const output = form.querySelector("output");
  let words = null; // read when first asked for: a large report opens faster
  const apply = () => {
    const wanted = selects.filter((one) => one.value).map((one) => [one.dataset.facet, one.value]);
    const text = input.value.trim().toLowerCase();
    if (text && !words) words = rows.map((row) => row.textContent.toLowerCase());
    let shown = 0;
    rows.forEach((row, index) => {
      const fits = wanted.every(([facet, value]) => (row.getAttribute("data-" + facet) || "").split(" ").includes(value));
      const hide = !(fits && (!text || words[index].includes(text)));
      if (row.hidden !== hide) row.hidden = hide;
      if (!hide) shown += 1;
    });
    parts.forEach((part) => { part.hidden = !part.querySelector("[data-relation]:not([hidden])"); });
    output.value = wanted.length || text ? shown + " of " + rows.length + " shown" : "";
  };
  let waiting = 0;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(apply, 80); };
  form.addEventListener("input", soon);
  form.addEventListener("reset", soon);
  form.addEventListener("submit", (event) => event.preventDefault());
})();
