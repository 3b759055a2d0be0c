"use strict";
(() => {
  const { days, parties, topics, relations, issues } = posdiffDays;
  const byId = (id) => document.getElementById(id);
  const form = byId("_days");
  const [one, other, topic, relation] = ["a", "b", "topic", "relation"].map((name) => form.elements[name]);
  const { day, slider } = form.elements;
  const body = byId("_held");
  const add = (select, choices) => choices.forEach(([value, title]) => select.add(new Option(title, value)));
  [one, other].forEach((select) => add(select, parties));
  add(topic, [["", "all"], ...topics]);
  add(relation, [["", "all"], ...relations.map(([word]) => [word, word])]);
  // A day and its number, counted from the first one.
  const start = Date.parse(days[0]);
  const number = (text) => Math.round((Date.parse(text) - start) / 86400000);
  const named = (count) => new Date(start + count * 86400000).toISOString().slice(0, 10);
  [day.min, day.max] = days;
  slider.max = String(number(days[1]));
  const at = (versions, on) => versions.findLastIndex(([since]) => since <= on);
  const word = (versions, place) => (place >= 0 && versions[place].length > 1 ? versions[place] : null);
  // Which of the tables of two parties is that of the parties with these numbers.
  const pair = (first, second) => {
    let place = 0;
    for (let row = 0; row < first; row += 1) place += parties.length - 1 - row;
    return place + second - first - 1;
  };
  const stands = ([, , , told, tables], first, second, on) => {
    const [low, high] = first < second ? [first, second] : [second, first];
    const [a, b] = [at(told[low], on), at(told[high], on)];
    if (a >= 0 && b >= 0) return relations[tables[pair(low, high)][a][b]];
    return relations.find(([name]) => name === (word(told[low], a) || word(told[high], b) ? "one-sided" : "silent"));
  };
  const element = (tag, text, label) => {
    const made = document.createElement(tag);
    if (label) made.dataset.of = label;
    made.append(text);
    return made;
  };
  const position = (held, name) => {
    const cell = element("td", "", name);
    if (!held) { cell.append(Object.assign(element("span", "silent"), { className: "faint" })); return cell; }
    if (held[2]) cell.append(Object.assign(element("span", "RED LINE"), { className: "red-line" }), " ");
    cell.append(held[1]);
    return cell;
  };
  const show = () => {
    const [first, second] = [one.selectedIndex, other.selectedIndex];
    const rows = [];
    const counts = new Map();
    for (const issue of issues) {
      const [path, title, about, told] = issue;
      const [name, mark] = stands(issue, first, second, day.value);
      if (first === second || (topic.value && topic.value !== about) || (relation.value ? relation.value !== name : name === "silent")) continue;
      counts.set(name, (counts.get(name) || 0) + 1);
      const row = document.createElement("tr");
      const link = Object.assign(element("a", title), { href: path });
      const head = element("th", link);
      head.scope = "row";
      row.append(head, element("td", mark + " " + name, "Relation"),
        ...[first, second].map((place) => position(word(told[place], at(told[place], day.value)), parties[place][1])));
      rows.push(row);
    }
    body.replaceChildren(...rows);
    byId("_one").textContent = parties[first][1];
    byId("_other").textContent = parties[second][1];
    const said = relations.filter(([name]) => counts.has(name)).map(([name, , one, many]) => counts.get(name) + " " + (counts.get(name) === 1 ? one : many));
    byId("_counted").textContent = first === second ? "Choose two parties." : day.value + ": " + (said.join(", ") || "no issue to show") + ".";
  };
  const fields = () => [one, other, day, topic, relation];
  const read = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    one.selectedIndex = 0;
    other.selectedIndex = Math.min(1, parties.length - 1);
    [day.value, topic.value, relation.value] = [days[1], "", ""];
    for (const field of fields()) if (asked.get(field.name)) field.value = asked.get(field.name);
    for (const select of [one, other, topic, relation]) if (select.selectedIndex < 0) select.selectedIndex = 0;
    if (!day.value || day.value > days[1]) day.value = days[1];
    slider.value = String(number(day.value));
    show();
  };
  const keep = () => {
    const asked = fields().filter((field) => field.value).map((field) => [field.name, field.value]);
    location.replace("#" + new URLSearchParams(asked));
  };
  let waiting = 0;
  form.addEventListener("input", (event) => {
    if (event.target === slider) day.value = named(Number(slider.value));
    else if (event.target === day && day.value) slider.value = String(number(day.value));
    if (!day.value) return;
    show();
    clearTimeout(waiting);
    waiting = setTimeout(keep, 200);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", read);
  form.hidden = byId("_days_table").hidden = false;
  read();
})();
