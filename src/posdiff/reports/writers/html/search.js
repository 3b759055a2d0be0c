"use strict";
(() => {
  // The index stands in a script of its own: from a folder on the disk a page may not fetch data.
  const { pages, issues } = posdiffIndex;
  const most = 100;
  const form = document.getElementById("_search");
  const input = form.querySelector("input");
  const said = document.getElementById("_found");
  const list = document.getElementById("_results");
  // As `posdiff find` does: whatever the case and the accents.
  const letter = (text) => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/ß/g, "ss").replace(/ς/g, "σ");
  const plain = (text) => letter(text).split(/\s+/).filter(Boolean).join(" ");
  let texts = null; // made when first asked for
  const items = () => pages.flatMap(([path, title, text, parts]) => [
    { path, title, text },
    ...parts.map(([place, words]) => ({ path: path + "#" + place, title: title + ": " + issues[place], text: words })),
  ]).map((item) => ({ ...item, plain: plain(item.title + " " + item.text) }));
  // Where a folded word begins and ends in the text as it is written.
  const span = (text, word) => {
    const starts = [];
    let folded = "";
    [...text].reduce((at, character) => {
      const more = /\s/.test(character) ? (folded.endsWith(" ") ? "" : " ") : letter(character);
      for (const _ of more) starts.push(at);
      folded += more;
      return at + character.length;
    }, 0);
    const found = folded.indexOf(word);
    return found < 0 ? null : [starts[found], starts[found + word.length] ?? text.length];
  };
  const excerpt = (text, words) => {
    const spans = words.map((word) => span(text, word)).filter(Boolean).sort((one, other) => one[0] - other[0]);
    const line = document.createElement("div");
    if (!spans.length) { line.textContent = text.length > 200 ? text.slice(0, 200) + " …" : text; return line; }
    const [start, end] = spans[0];
    const from = Math.max(0, text.lastIndexOf(" ", Math.max(0, start - 80)) + 1);
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    line.append((from ? "… " : "") + text.slice(from, start), mark, text.slice(end, end + 160) + (text.length > end + 160 ? " …" : ""));
    return line;
  };
  const show = () => {
    const words = plain(input.value).split(" ").filter(Boolean);
    texts = texts || items();
    const found = words.length ? texts.filter((item) => words.every((word) => item.plain.includes(word))) : [];
    list.replaceChildren(...found.slice(0, most).map((item) => {
      const row = document.createElement("li");
      const link = document.createElement("a");
      link.href = item.path;
      link.textContent = item.title;
      row.append(link, excerpt(item.text, words));
      return row;
    }));
    const number = found.length === 1 ? "1 text is found." : found.length + " texts are found.";
    said.textContent = words.length ? number + (found.length > most ? " The first " + most + " are shown." : "") : "";
  };
  const asked = () => new URLSearchParams(location.hash.slice(1)).get("q") || "";
  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { location.replace("#" + new URLSearchParams({ q: input.value })); show(); }, 120);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", () => { if (asked() !== input.value) { input.value = asked(); show(); } });
  form.hidden = false;
  input.value = asked();
  if (input.value) show();
})();
