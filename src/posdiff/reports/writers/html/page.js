"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  // Quotes are folded on the screen, and open on paper.
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
  // A heading that stands over other parts, with nothing of its own, goes with them.
  const heads = all("main section.part").filter((part) => part.querySelector("h2") && !part.querySelector("tbody, li, .ring, p:not(.faint)"));
  const below = (head) => {
    const under = [];
    for (let next = head.nextElementSibling; next && !next.querySelector("h2"); next = next.nextElementSibling) under.push(next);
    return under;
  };
  const selects = all("select", form);
  const input = form.querySelector("[type=search]");
  const everything = form.querySelector("[type=checkbox]"); // what prints is the short edition, unless it is ticked
  const shown = document.getElementById("_shown");
  const nothing = document.getElementById("_nothing");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();
  let wrong = []; // what stands in the address and is no choice here
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
    heads.forEach((head) => { head.hidden = below(head).length > 0 && below(head).every((part) => part.hidden); });
    const by = wanted.map((one) => one.dataset.title + ": " + one.selectedOptions[0].text);
    if (words.length) by.push("text: " + input.value.trim());
    const said = wrong.join("") + (by.length ? number + " of " + rows.length + " rows are shown. " + by.join("; ") : "");
    if (shown.textContent !== said) shown.textContent = said;
    nothing.hidden = number > 0 || !by.length;
    nothing.firstChild.textContent = "Nothing is left: no row has all of this.";
    root.classList.toggle("everything", by.length > 0 || Boolean(everything && everything.checked));
  };
  // What is chosen stands in the address, behind the hash: relation=agreed&text=pay; and at=, the row that was led to.
  const keep = (pushes, at = "") => {
    const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
    if (at && asked.size) asked.set("at", at);
    const hash = asked.size ? "#" + asked : at ? "#" + at : "";
    if (hash !== location.hash) history[pushes ? "pushState" : "replaceState"](null, "", hash || location.pathname + location.search);
  };
  const choose = (asked) => {
    wrong = [];
    selects.forEach((one) => {
      const word = asked.get(one.name) || "";
      one.value = word;
      if (one.selectedIndex >= 0) return;
      one.value = "";
      wrong.push("“" + word.slice(0, 40) + "” is no choice of “" + one.dataset.title + "” here: shown is all of it. ");
    });
    input.value = asked.get("text") || "";
    if (everything) everything.checked = asked.get("print") === "all";
    apply();
  };
  const clear = () => { choose(new URLSearchParams(everything && everything.checked ? "print=all" : "")); };
  let waiting = 0;
  const soon = (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { wrong = []; apply(); keep(event.target !== input); }, 80);
  };
  form.addEventListener("input", soon);
  form.addEventListener("reset", soon);
  form.addEventListener("submit", (event) => event.preventDefault());
  nothing.querySelector("button").addEventListener("click", () => { clear(); keep(true); input.focus(); });
  // A link to a row that is filtered out shows all rows again.
  const lead = (id) => {
    const target = document.getElementById(id);
    if (!target) return;
    if (target.closest("[hidden]")) clear();
    target.scrollIntoView();
    keep(false, id);
  };
  const restore = () => {
    const hash = location.hash.slice(1);
    if (!hash.includes("=")) {
      if (hash) lead(decodeURIComponent(hash)); else choose(new URLSearchParams());
      return;
    }
    const asked = new URLSearchParams(hash);
    choose(asked);
    if (asked.get("at")) lead(asked.get("at"));
    else if (shown.textContent) form.scrollIntoView();
  };
  addEventListener("hashchange", restore);
  addEventListener("pageshow", () => { apply(); restore(); }); // a browser may have kept what was chosen before
})();
