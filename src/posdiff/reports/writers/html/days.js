"use strict";
(() => {
  // The table stands in a script of its own: from a folder on the disk a page may not fetch data.
  const { days, parties, talking, topics, relations, apart, kinds, statements, issues, deadlocks, leftOut } = posdiffDays;
  const main = document.getElementById("_main");
  const here = main.dataset.page;
  const up = "../".repeat(here.split("/").length - 1);
  const all = (selector, within = main) => [...within.querySelectorAll(selector)];
  const make = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };
  const link = (path, words) => make("a", { href: up + path }, words);
  const joined = (names) => (names.length > 1 ? names.slice(0, -1).join(", ") + " and " : "") + names.at(-1);
  // Days are counted from that of the first statement.
  const start = Date.parse(days[0]);
  const number = (text) => Math.round((Date.parse(text) - start) / 86400000);
  const named = (day) => new Date(start + day * 86400000).toISOString().slice(0, 10);
  const end = number(days[1]);

  // What was said: a version is the day since which it holds, words, red line, kind of change, statement, towards whom;
  // and the times in which it was old: the first and the last day, and the words that say so.
  const everybody = parties.map((_, party) => party).slice(0, talking);
  const silent = relations.findIndex(([word]) => word === "silent");
  const differing = ["contradiction", "conditional", "overlap", "unassessed"];
  const together = ["overlap", "agreed"];
  const entries = issues.map(([path, title, topic, versions, pairs, together, alone]) =>
    ({ path, title, topic, versions, pairs, together, alone: alone ? alone.split(",") : [], moved: new Map() }));
  const by = new Map(entries.map((issue) => [issue.path, issue]));
  const held = (issue, party, day) => issue.versions[party].findLast(([since]) => since <= day);
  const days_of = (issue, some) => {
    const key = some.join();
    if (!issue.moved.has(key)) {
      const moved = new Set(some.flatMap((party) => issue.versions[party].map(([since]) => since)));
      issue.moved.set(key, [...moved].sort((one, other) => one - other));
    }
    return issue.moved.get(key);
  };
  const place = ([first, second]) => first * talking - first * (first + 1) / 2 + second - first - 1;
  const stand = (issue, pair, day) => {
    const at = days_of(issue, pair || everybody).findLastIndex((since) => since <= day);
    const signs = pair ? issue.pairs[place(pair)] : issue.together;
    const alone = pair ? "" : issue.alone[at];
    return { at: at < 0 ? silent : Number(signs[at]), alone: alone ? parties[alone][1] : "" };
  };
  // In turn a day and a number from that day on; -1: not counted.
  const deadlocks_of = (pair, day) => {
    const counts = deadlocks[pair ? 1 + place(pair) : 0];
    const last = counts.findLastIndex((since, at) => at % 2 === 0 && since <= day);
    return last < 0 ? 0 : counts[last + 1];
  };
  const relation = (at) => {
    const [word, sign, look] = relations[at];
    return [sign + " ", look ? make("span", { className: look }, word) : word];
  };
  const old = (version, day) => version?.[6]?.find(([first, last]) => first <= day && day <= last);
  const position = (version, day, most = Infinity) => {
    if (!version?.[1]) return [make("small", {}, old(version, day)?.[2] || "silent")];
    const words = old(version, day)?.[2] || version[1];
    const cut = words.length > most ? words.slice(0, most).replace(/ [^ ]*$/, "") + " …" : words;
    return version[2] ? [make("span", { className: "red-line" }, "RED LINE"), "  ", cut] : [cut];
  };
  const towards = (signs, letter) => [...(signs || "")].flatMap((sign, party) => (sign === letter ? [parties[party][1]] : []));
  const led = (signs, letter, words) => {
    const names = towards(signs, letter);
    return names.length ? "; " + words + " " + joined(names) : "";
  };
  // Closer, and still apart over whose red line.
  const still = (signs) => apart.map(([letter, one, each]) => {
    const names = towards(signs, letter);
    return led(signs, letter, "closer to") + (names.length ? ", still apart over " + (names.length > 1 ? each : one).replace("{}", () => joined(names)) : "");
  }).join("");
  // How a version came about: the day, with its statement, what kind of change it was, towards whom.
  const came = ([since, , , kind, statement, signs]) => {
    const [word, sign] = kinds[kind];
    const day = statement < 0 ? named(since) : link(statements[statement], named(since));
    const where = led(signs, "c", "closer to") + still(signs) + led(signs, "f", "farther from");
    return make("div", { className: "came" }, make("small", {}, sign + " " + word + " ", day, where));
  };

  // Drawn as `posdiff chart timeline` draws them: bars for what was held, signs for where a move led.
  const drawn = (tag, attributes, ...children) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
  const paths = {
    closer: [["closer", "M-8 -5L-1 0L-8 5ZM8 -5L1 0L8 5Z"]], farther: [["farther", "M-1 -5L-8 0L-1 5ZM1 -5L8 0L1 5Z"]],
    both: [["closer", "M-8 -5L-1 0L-8 5Z"], ["farther", "M1 -5L8 0L1 5Z"]], neither: [["neither", "M0 -5L5 0L0 5L-5 0Z"]],
    unmeasured: [["unmeasured", "M-4 0A4 4 0 1 0 4 0A4 4 0 1 0 -4 0Z"]],
  };
  const sign = (kind) => paths[kind].map(([look, d]) => drawn("path", { class: look + (look === "unmeasured" ? "" : " edge"), d, transform: "translate(0 11)" }));
  const direction = (signs = "") => (/[crob]/.test(signs) ? (signs.includes("f") ? "both" : "closer") : signs.includes("f") ? "farther" : signs.includes("n") ? "neither" : "unmeasured");
  const share = (day) => (end ? (100 * day / end).toFixed(2) : 0) + "%";
  const lane = (versions) => {
    const bars = [], signs = [];
    versions.forEach(([since, words, red, kind, , led], at) => {
      const until = versions[at + 1]?.[0] ?? end;
      const told = drawn("title", {}, named(since) + ", " + kinds[kind][0] + (words && ": " + words));
      const across = { x: share(since), width: (100 * (until - since) / Math.max(end, 1)).toFixed(2) + "%", y: "3", height: "16" };
      if (words) bars.push(drawn("rect", { class: "held", ...across }, told));
      if (words && red) bars.push(drawn("rect", { class: "outline", ...across, y: "4", height: "14" }));
      if (!versions[at - 1]?.[1]) return;
      signs.push(drawn("svg", { x: share(since), class: "sign" }, told.cloneNode(true), ...(words ? sign(direction(led)) : [drawn("path", { class: "line", d: "M0 2V20" })])));
    });
    return drawn("svg", { class: "chart", height: "22", "aria-hidden": "true" }, ...bars, ...signs);
  };
  const years = () => {
    const [first, last] = days.map((day) => Number(day.slice(0, 4)));
    const every = Math.floor((last - first) / 6) + 1;
    const found = [...Array(last - first).keys()].map((at) => first + 1 + at).filter((year) => year % every === 0);
    return drawn("svg", { class: "chart", height: "16", "aria-hidden": "true" }, ...found.map((year) => drawn("text", { class: "small soft", x: share(number(year + "-01-01")), y: "12", "text-anchor": "middle" }, String(year))));
  };
  const key = (words, ...signs) => make("span", {}, drawn("svg", { class: "chart", width: "20", height: "22" }, drawn("svg", { class: "sign", x: "10" }, ...signs)), words);
  // ``rows``: what each lane is called, and its versions. Returns what is to be shown, and what moves its line to a day.
  // It is a picture of what the pages of issues say in words.
  const timeline = (rows) => {
    const line = make("div", { className: "cursor" });
    const lanes = make("div", { className: "lanes" }, ...rows.flatMap(([name, versions]) => [make("span", {}, name), lane(versions)]), make("span", {}), years(), line);
    lanes.addEventListener("click", ({ clientX }) => {
      const { left, width } = lanes.querySelector("svg").getBoundingClientRect();
      if (clientX >= left) go({ day: Math.min(Math.round(end * (clientX - left) / width), end) }, true);
    });
    const words = make("p", { className: "signs" }, key("closer to another", ...sign("closer")), key("farther", ...sign("farther")), key("both", ...sign("both")), key("neither", ...sign("neither")), key("not measurable", ...sign("unmeasured")),
      key("red line", drawn("rect", { class: "outline", x: "-7", y: "4", width: "14", height: "14" })), key("given up", drawn("path", { class: "line", d: "M0 2V20" })));
    words.setAttribute("aria-hidden", "true");
    return { shown: make("div", { className: "timeline" }, lanes, words), to: (day) => line.style.setProperty("--at", end ? day / end : 0) };
  };

  // What is chosen, and stands in the address. ``day`` is a number; the parties are numbers, or -1. ``wrong``: what
  // stands in the address and is no such thing, with what is shown in its place.
  const state = { wrong: [] };
  const own = here.startsWith("parties/") ? parties.findIndex(([path]) => path === here) : -1;
  const pair = () => {
    const [one, other] = own < 0 ? [state.a, state.b] : [own, against()];
    return one < 0 || other < 0 || one === other || one >= talking ? null : [one, other].sort((a, b) => a - b);
  };
  const against = () => (state.a === own ? state.b : state.b === own ? state.a : -1);
  const read = () => {
    const asked = new URLSearchParams(location.search);
    const wrong = [];
    const say = (text, is, shown) => wrong.push("“" + text.slice(0, 40) + "” " + is + "; shown " + shown + ".");
    const party = (name) => parties.slice(0, talking).findIndex(([, , id]) => id === asked.get(name));
    const text = asked.get("day");
    const day = text ? number(text) : end;
    const is_day = !text || (!Number.isNaN(day) && named(day) === text);
    Object.assign(state, { day: is_day ? Math.min(Math.max(day, 0), end) : end, a: party("a"), b: party("b"), wrong });
    if (!is_day) say(text, "is no day", "is " + named(end));
    else if (day !== state.day) say(text, day < 0 ? "is before the first statement" : "is after the last day here", "is " + named(state.day));
    const alone = own < 0 ? "are all parties" : "is no other party beside this one";
    const no_party = ["a", "b"].filter((name) => asked.get(name) && state[name] < 0);
    for (const name of no_party) say(asked.get(name), parties.some(([, , id]) => id === asked.get(name)) ? "is an observer" : "is not a party here", alone);
    if (state.a < 0 || state.b < 0 || state.a === state.b) {
      const named_here = asked.get("a") || asked.get("b");
      if (named_here && !no_party.length) say(named_here, "stands there without another party", alone);
      state.a = state.b = -1;
    }
    const words = { topic: topics.map(([id]) => id), relation: ["differs", ...relations.map(([word]) => word)], red: ["1"] };
    for (const [name, known] of Object.entries(words)) {
      const word = asked.get(name) || "";
      state[name] = known.includes(word) ? word : "";
      if (word !== state[name]) say(word, name === "red" ? "is not 1, for red lines only" : "is no " + name + " here", name === "red" ? "is every position" : "is every " + name);
    }
  };
  const address = () => {
    const asked = new URLSearchParams();
    if (state.day < end) asked.set("day", named(state.day));
    if (state.a >= 0) for (const name of ["a", "b"]) asked.set(name, parties[state[name]][2]);
    for (const name of ["topic", "relation", "red"]) if (state[name]) asked.set(name, state[name]);
    return String(asked) && "?" + asked;
  };
  const fits = (issue, at, some) => (!state.topic || topics[issue.topic]?.[0] === state.topic)
    && (at < 0 || !state.relation || (state.relation === "differs" ? differing.includes(relations[at][0]) : relations[at][0] === state.relation))
    && (!state.red || some.some((party) => held(issue, party, state.day)?.[2]));

  // What a cell with a position holds is known by this: it is made anew where this changes.
  const known_by = (version, day) => (version ? version[0] + (old(version, day)?.[2] || "") + (version[0] === day ? " now" : "") : "never");
  // A cell that is made anew only where it is to hold something else; at first it holds what the page came with.
  const cells = new Map();
  const fill = (cell, key, made) => {
    if (!cells.has(cell)) cells.set(cell, { key: "", kept: [...cell.childNodes] });
    const known = cells.get(cell);
    if (known.key === key) return;
    known.key = key;
    cell.replaceChildren(...(key ? made() : known.kept));
  };
  const show = (element, shown) => { if (element && element.hidden === Boolean(shown)) element.hidden = !shown; };
  // Writing what is there already would cost the browser a new layout.
  const put = (element, name, value) => { if (element[name] !== value) element[name] = value; };
  const section = (part, shown) => {
    show(part, shown);
    if (part.id) show(document.querySelector('main > nav a[href="#' + CSS.escape(part.id) + '"]')?.parentElement, shown);
  };
  const moved = (issue, some) => some.filter((party) => held(issue, party, state.day)?.[0] === state.day).length;
  const told = (count, one, many) => count + " " + (count === 1 ? one : many);
  const nothing = () => "no issue fits what is chosen; “" + fresh.textContent + "” clears it.";
  const moves = (count) => (count ? " " + told(count, "position", "positions") + " moved on this day." : "");

  // The first page: all parties × issues.
  const grid = () => {
    const rows = all("tbody[id]").map((body) => ({ body, cells: [...body.rows[0].cells], issue: by.get(body.querySelector("a").getAttribute("href")) }));
    const heads = all("thead tr").map((row) => [...row.cells]);
    const parts = all("section.part").filter((part) => part.querySelector("tbody[id]"));
    const lead = all(":scope > p");
    const uncounted = make("p", { hidden: true });
    lead.at(-1)?.after(uncounted);
    return () => {
      const [two, counts] = [pair(), new Map()];
      const [some, plain] = [two || everybody, state.day === end];
      const quiet = new Map();
      let [shown, changed] = [0, 0];
      lead.forEach((words) => show(words, plain && !two));
      const reports = new Set(some.flatMap((party) => leftOut[party].filter(([day]) => day <= state.day).map(([, said]) => said))).size;
      show(uncounted, reports && !(plain && !two));
      fill(uncounted, String(reports), () => [make("b", {}, "Not counted: "), told(reports, "statement", "statements") + " only reported; ", make("code", {}, "--with-reported"), reports === 1 ? " counts it." : " counts them."]);
      heads.forEach((row) => row.slice(2).forEach((cell, party) => show(cell, some.includes(party))));
      for (const { body, cells: [, between, ...positions], issue } of rows) {
        const { at, alone } = stand(issue, two, state.day);
        const fitting = fits(issue, at, some);
        show(body, fitting);
        if (!fitting) continue;
        shown += 1;
        counts.set(at, (counts.get(at) || 0) + 1);
        if (together.includes(relations[at][0]) && some.some((party) => !held(issue, party, state.day)?.[1])) quiet.set(at, (quiet.get(at) || 0) + 1);
        const now = moved(issue, some);
        const earlier = now ? stand(issue, two, state.day - 1).at : at;
        const before = earlier === at ? "" : "before: " + relations[earlier][0];
        fill(between, plain && !two ? "" : [at, alone, before].join(), () => [make("div", {}, ...relation(at)),
          ...[alone && alone + " alone", before].filter(Boolean).map((words) => make("div", {}, make("small", {}, words)))]);
        positions.forEach((cell, party) => {
          const version = held(issue, party, state.day);
          const is_new = version?.[0] === state.day;
          show(cell, some.includes(party));
          cell.classList.toggle("now", is_new);
          fill(cell, plain ? "" : known_by(version, state.day), () => [make("div", {}, ...position(version, state.day, 110)), ...(is_new ? [came(version)] : [])]);
        });
        changed += now;
      }
      parts.forEach((part) => section(part, part.querySelector("tbody[id]:not([hidden])")));
      const said = relations.flatMap(([, , , many], at) => (counts.has(at) ? [told(counts.get(at), relations[at][0], many) + (quiet.has(at) ? " (" + quiet.get(at) + " with a silent party)" : "")] : []));
      // Deadlocks are made of demands on several issues: what narrows the grid to some of these leaves them as they are.
      const narrowed = state.topic || state.relation || state.red;
      const rings = deadlocks_of(two, state.day);
      if (shown && rings) said.push(rings < 0 ? "deadlocks not counted" : told(rings, "deadlock", "deadlocks") + (narrowed ? " over all issues" : ""));
      return (two ? joined(two.map((party) => parties[party][1])) + ": " : "") + (shown ? told(shown, "issue", "issues") + "; " + said.join(", ") + "." : nothing()) + moves(changed);
    };
  };

  // An issue: the relation, and what each party held.
  const one_issue = () => {
    const issue = by.get(here);
    const rows = all("#_positions tbody").map((body) => ({ body, cell: body.rows[0].cells[1], party: parties.findIndex(([path]) => up + path === body.querySelector("a").getAttribute("href")) }));
    const [gist, facts, told_as] = [main.querySelector(".gist"), all("#_positions > :is(p:not(:first-of-type), .picture)"), main.querySelector("#_positions > p")];
    const later = all("#_history li");
    const spoken = everybody.filter((party) => issue.versions[party].length);
    const moves_of = timeline(spoken.map((party) => [parties[party][1], issue.versions[party]]));
    if (spoken.length) main.querySelector("#_history h2")?.after(moves_of.shown);
    const parts = all("section.part").filter((part) => !part.querySelector("#_history") && !["_positions", "_history"].includes(part.id));
    return () => {
      moves_of.to(state.day);
      const [two, plain] = [pair(), state.day === end];
      const some = two || everybody;
      const { at, alone } = stand(issue, two, state.day);
      fill(gist, plain && !two ? "" : at + alone, () => [...relation(at), ": " + relations[at][4] + (alone ? "; " + alone + " alone" : "")]);
      fill(told_as, plain ? "" : named(state.day), () => ["as of " + named(state.day)]);
      facts.forEach((fact) => show(fact, plain && !two));
      for (const { body, cell, party } of rows) {
        const version = held(issue, party, state.day);
        show(body, some.includes(party));
        cell.classList.toggle("now", version?.[0] === state.day);
        fill(cell, plain ? "" : known_by(version, state.day), () => [make("div", {}, ...position(version, state.day)), ...(version ? [came(version)] : [])]);
      }
      later.forEach((event) => show(event, event.querySelector("time").textContent <= named(state.day)));
      parts.forEach((part) => section(part, plain));
      const speaking = some.filter((party) => held(issue, party, state.day)?.[1]).length;
      return (two ? joined(two.map((party) => parties[party][1])) + ": " : "") + relations[at][0] + "; " + told(speaking, "party holds a position.", "parties hold a position.") + moves(moved(issue, some));
    };
  };

  // A party: what it held, topic by topic; beside it another party, where one is chosen.
  const one_party = () => {
    const parts = all("section.part").filter((part) => part.id.startsWith("_topic-") || part.id === "_silent");
    const [gist, later, any_day] = [main.querySelector(".gist"), all("#_statements li"), make("div", {})];
    main.insertBefore(any_day, main.querySelector("section.part"));
    const changed = entries.filter((issue) => issue.versions[own].filter(([, words]) => words).length > 1);
    const moves_of = timeline(changed.map((issue) => [link(issue.path, issue.title), issue.versions[own]]));
    if (changed.length) main.insertBefore(make("section", { className: "part" }, make("h2", {}, "Moves"), moves_of.shown), document.getElementById("_statements"));
    const head = (words) => make("th", { scope: "col" }, words);
    const cell = (label, ...children) => { const made = make("td", {}, ...children); made.dataset.of = label; return made; };
    // Rows are made once, and filled anew.
    const rows = new Map();
    const row = (issue, other) => {
      const key = issue.path + other;
      if (!rows.has(key)) {
        const first = make("th", { scope: "row" }, make("a", { href: up + issue.path }, make("b", {}, issue.title)));
        const labels = other < 0 ? ["Position"] : ["Relation", parties[own][1], parties[other][1]];
        rows.set(key, make("tbody", {}, make("tr", {}, first, ...labels.map((words) => cell(words)))));
      }
      const body = rows.get(key);
      const [, ...filled] = body.rows[0].cells;
      const { at } = stand(issue, pair(), state.day);
      if (other >= 0) fill(filled.shift(), String(at), () => relation(at));
      for (const [number, party] of [own, ...(other < 0 ? [] : [other])].entries()) {
        const version = held(issue, party, state.day);
        filled[number].classList.toggle("now", version?.[0] === state.day);
        fill(filled[number], known_by(version, state.day), () => [make("div", {}, ...position(version, state.day)), ...(version ? [came(version)] : [])]);
      }
      return body;
    };
    const table = (title, rows, other) => {
      const columns = ["Issue", ...(other < 0 ? ["Position"] : ["Relation", parties[own][1], parties[other][1]])].map(head);
      columns[0].className = "key";
      if (other >= 0) columns[1].className = "short";
      const made = make("table", {}, make("caption", { className: "unseen" }, title), make("thead", {}, make("tr", {}, ...columns)), ...rows);
      return make("section", { className: "part" }, make("h2", {}, title), make("div", { className: "table stays" }, made));
    };
    // Beside each party the tables of all topics are made once; of these what does not fit is hidden.
    const tables = new Map();
    const drawn = (other) => {
      if (!tables.has(other)) {
        const some = other < 0 ? [own] : [own, other];
        const ever = entries.filter((issue) => some.some((party) => issue.versions[party].length));
        const of_topic = [...topics.map(([, title]) => title), "No topic"].map((title, at) => [title, ever.filter(({ topic }) => topic === (at < topics.length ? at : -1))]);
        tables.set(other, of_topic.filter(([, some]) => some.length).map(([title, some]) => {
          const rows = some.map((issue) => [issue, row(issue, other)]);
          return { rows, part: table(title, rows.map(([, body]) => body), other) };
        }));
      }
      return tables.get(other);
    };
    return () => {
      moves_of.to(state.day);
      const [two, other] = [pair(), pair() ? against() : -1];
      const some = two || [own];
      const plain = state.day === end && !two && !state.topic && !state.red;
      const shown = entries.filter((issue) => some.some((party) => held(issue, party, state.day)?.[1]) && fits(issue, two ? stand(issue, two, state.day).at : -1, some));
      const fitting = new Set(shown);
      const made = plain ? [] : drawn(other);
      for (const { rows, part } of made) {
        for (const [issue, body] of rows) {
          if (fitting.has(issue)) row(issue, other);
          show(body, fitting.has(issue));
        }
        show(part, rows.some(([issue]) => fitting.has(issue)));
      }
      if (any_day.firstChild !== (made[0]?.part || null)) any_day.replaceChildren(...made.map(({ part }) => part));
      parts.forEach((part) => section(part, plain));
      show(gist, plain);
      later.forEach((event) => show(event, event.querySelector("time").textContent <= named(state.day)));
      const red = shown.filter((issue) => held(issue, own, state.day)?.[2]).length;
      const spoken = shown.filter((issue) => held(issue, own, state.day)?.[1]).length;
      if (!shown.length && (state.topic || state.relation || state.red)) return nothing();
      return (two ? "beside " + parties[other][1] + ": " : "") + "a position on " + told(spoken, "issue", "issues") + ", " + told(red, "red line", "red lines") + "." + moves(shown.reduce((sum, issue) => sum + moved(issue, [own]), 0));
    };
  };

  // The form: what is moved and chosen. It is made here, since without scripts it would do nothing.
  const input = (type, name, properties) => make("input", { type, name, autocomplete: "off", ...properties });
  const label = (words, field) => make("label", {}, words, field);
  const select = (name, choices) => make("select", { name, autocomplete: "off" }, ...choices.map(([value, title]) => new Option(title, value)));
  const button = (words, act) => make("button", { type: "button", onclick: act }, words);
  const others = parties.slice(0, talking).flatMap(([, name, id], party) => (party === own ? [] : [[id, name]]));
  const date = input("date", "day", { min: days[0], max: days[1] });
  const slider = input("range", "slider", { min: "0", max: String(end), step: "1" });
  const step = (later) => () => {
    const some = own < 0 ? pair() || everybody : pair() || [own];
    const about = here.startsWith("issues/") ? [by.get(here)] : entries.filter((issue) => fits(issue, -1, []) || !state.topic);
    const found = about.flatMap((issue) => days_of(issue, some)).filter((day) => (later ? day > state.day : day < state.day));
    go({ day: found.length ? (later ? Math.min(...found) : Math.max(...found)) : later ? end : 0 }, true);
  };
  const [earlier, later] = [button("◀ Earlier move", step(false)), button("Later move ▶", step(true))];
  const fresh = button("Show all of " + days[1], () => go({ day: end, a: -1, b: -1, topic: "", relation: "", red: "" }, true));
  const said = make("p", { id: "_counted" });
  said.setAttribute("role", "status");
  const wrong = make("p", { id: "_wrong", hidden: true });
  wrong.setAttribute("role", "status");
  const fields = [];
  if (talking > 1 && own < 0) fields.push(label("Between", select("a", [["", "all parties"], ...others])), label("and", select("b", [["", "all parties"], ...others])));
  if (talking > 1 && own >= 0 && own < talking) fields.push(label("Beside", select("b", [["", "no other party"], ...others])));
  if (!here.startsWith("issues/")) {
    const words = relations.filter(([word]) => word !== "silent").map(([word]) => [word, word]);
    if (topics.length) fields.push(label("Topic", select("topic", [["", "all"], ...topics])));
    if (own < 0) fields.push(label("Relation", select("relation", [["", "all"], ["differs", "only what differs"], ...words])));
    fields.push(make("label", { className: "check" }, input("checkbox", "red", { value: "1" }), "Only red lines"));
  }
  // A line for each day on which a party moved, under the slider.
  const about = own >= 0 ? [own] : everybody;
  const marked = new Set((by.has(here) ? [by.get(here)] : entries).flatMap((issue) => days_of(issue, about)));
  const lines = drawn("svg", { viewBox: "0 0 " + Math.max(end, 1) + " 1", preserveAspectRatio: "none", "aria-hidden": "true" }, drawn("path", { d: [...marked].map((day) => "M" + day + " 0v1").join("") }));
  const bar = make("form", { id: "_day" }, label("Day", date), make("div", { className: "steps" }, earlier, later),
    make("label", { className: "slider" }, make("span", { className: "unseen" }, "Move the day"), slider, lines), said);
  const choices = make("form", { id: "_choices" }, ...fields, fresh);
  const selects = all("select", choices);

  main.insertBefore(bar, main.querySelector("section.part"));
  main.insertBefore(choices, bar);
  main.insertBefore(wrong, choices);
  const draw = (own >= 0 ? one_party : by.has(here) ? one_issue : grid)();
  const command = document.querySelector("body > footer code");
  const title = document.title;
  const update = () => {
    const day = named(state.day);
    const words = day + ": " + draw();
    if (said.textContent !== words) said.textContent = words;
    show(wrong, state.wrong.length);
    put(wrong, "textContent", state.wrong.join(" "));
    if (date.value !== day) date.value = day;
    put(slider, "value", String(state.day));
    slider.setAttribute("aria-valuetext", day);
    put(earlier, "disabled", state.day <= 0);
    put(later, "disabled", state.day >= end);
    const chosen = { a: parties[state.a]?.[2] || "", b: parties[own < 0 ? state.b : against()]?.[2] || "", topic: state.topic, relation: state.relation };
    for (const field of selects) put(field, "value", chosen[field.name]);
    if (choices.elements.red) put(choices.elements.red, "checked", Boolean(state.red));
    show(fresh, address());
    show(command?.parentElement, state.day === end);
    document.title = state.day < end ? day + " – " + title : title;
  };
  // Dragging is one step of the browser's history; each choice is one.
  let waiting = 0;
  const keep = (push) => {
    clearTimeout(waiting);
    const to = here.split("/").at(-1) + address() + location.hash;
    if (new URL(to, location.href).href !== location.href) history[push ? "pushState" : "replaceState"](null, "", to);
  };
  const go = (changed, push) => {
    Object.assign(state, changed, { wrong: [] });
    update();
    if (push) keep(true);
    else { clearTimeout(waiting); waiting = setTimeout(keep, 250, false); }
  };
  const party = (id) => parties.findIndex(([, , known]) => known === id);
  const choose = ({ name, value, checked }) => {
    if (name === "red") return { red: checked ? "1" : "" };
    if (name !== "a" && name !== "b") return { [name]: value };
    if (!value) return { a: -1, b: -1 };
    if (own >= 0) return { a: own, b: party(value) };
    const rest = name === "a" ? "b" : "a";
    const other = state[rest] < 0 || state[rest] === party(value) ? everybody.find((each) => each !== party(value)) : state[rest];
    return { [name]: party(value), [rest]: other };
  };
  choices.addEventListener("input", (event) => go(choose(event.target), true));
  slider.addEventListener("input", () => go({ day: Number(slider.value) }, false));
  date.addEventListener("input", () => { if (date.value) go({ day: Math.min(Math.max(number(date.value), 0), end) }, true); });
  for (const form of [bar, choices]) form.addEventListener("submit", (event) => event.preventDefault());
  // A link to a page that can show the same keeps what is chosen; one within this page does in any case.
  const carry = (event) => {
    const link = event.target.closest?.("a[href]");
    const to = link && new URL(link.href);
    if (!to || to.origin !== location.origin || to.pathname === location.pathname || !/\/(index|(issues|parties)\/[^/]+)\.html$/.test(to.pathname)) return;
    to.search = address();
    link.href = to.href;
  };
  for (const kind of ["pointerdown", "focusin", "click", "contextmenu"]) document.addEventListener(kind, carry, true);
  addEventListener("popstate", () => { read(); update(); });
  const measure = () => document.documentElement.style.setProperty("--form", (getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0) + "px");
  addEventListener("resize", measure);
  read();
  update();
  measure();
})();
