"""The document of ``compare``: for each relation the issues, the positions of the parties beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from posdiff.answers.answer import day_of
from posdiff.answers.compare import Compare
from posdiff.comparison.deadlocks import Deadlock, Owner, RingEdge
from posdiff.comparison.relations import MOST_SIDE_BY_SIDE, RELATIONS, Comparison, Relation, stands_alone
from posdiff.kinds.kind import joined
from posdiff.reports import named_red_lines, provenance, wording
from posdiff.reports.compose import accepted, basis, groups
from posdiff.reports.compose.evidence import Citations, evidence, issue, on_record, one_part, position, word_by_word
from posdiff.reports.document import (
    Block,
    Cell,
    Choice,
    Column,
    Document,
    Edge,
    Facets,
    Fact,
    Lane,
    Line,
    Paragraph,
    Reason,
    Ring,
    Row,
    Run,
    Section,
    Style,
    Table,
    cell,
    line,
)

if TYPE_CHECKING:
    from posdiff.comparison.conflicts.conflict import Conflict

Lanes = Mapping[str, tuple[Lane, ...]]

STYLES: Mapping[str, Style] = {
    "contradiction": "contradiction", "conditional": "conditional", "overlap": "common", "agreed": "common",
}  # fmt: skip
#: Relations that would be read as if all parties were in them.
_TOGETHER = ("overlap", "agreed")
#: The last column of each relation's table: its title, and the label of what it holds.
_LAST_COLUMN: Mapping[str, Column] = {
    "contradiction": Column("What clashes", "clash"),
    "conditional": Column("What it hangs on", "on condition"),
    "overlap": Column("What would meet all", "would meet"),
    "unassessed": Column("Why no verdict", "no verdict"),
}


def document(answer: Compare, with_evidence: bool = True) -> Document:
    """The counts first; then the relations, the worst first."""
    citations = Citations(with_evidence, answer.basis.proofs)
    parts = (*groups.section(answer), *sections(answer, citations))
    title = f"{parties_together(answer)}{as_of(answer)}"
    blocs = blocs_beside_members(answer)
    none = any(row.relation == "silent" for row in answer.shown_issues) or not answer.issues
    doubtful = basis.unverified_red_lines(answer.basis, named_red_lines.of_comparison(answer))
    lead = (*basis.lines(answer.basis), *in_short(answer), *blocs, *(silences(answer) if none else ()), *doubtful)
    return Document("compare", title, line(counts(answer)), lead, parts, citations.footnotes(), choices(answer))


def blocs_beside_members(answer: Compare) -> tuple[Line, ...]:
    """Which blocs stand beside members of their own."""
    speaking = {label for row in answer.issues for label in row.terms}
    return basis.blocs_beside_members(answer.parties, answer.agenda, answer.as_of, speaking)


def silences(answer: Compare) -> tuple[Line, ...]:
    """Which silence that of each party is that is silent on an issue shown; of all where none holds a position."""
    silent = [(label, row.issue.id) for row in answer.shown_issues for label in row.silent]
    if not answer.issues:
        silent = [(label, id) for label in answer.names for id in answer.filter.issues]
    return basis.silences(answer.basis, answer.names, silent, answer.agenda)


def parties_together(answer: Compare) -> str:
    """The parties: ``Russia and Ukraine``."""
    return wording.several(list(answer.names.values()), MOST_SIDE_BY_SIDE)


def as_of(answer: Compare) -> str:
    """Of which day, and when each of them was last heard; nothing where each party has a day of its own."""
    if all(asked.day is not None for asked in answer.parties):
        return ""
    return f" as of {wording.day(answer.as_of)}{f' ({heard})' if (heard := last_heard(answer)) else ''}"


def last_heard(answer: Compare) -> str:
    """When each party without a day of its own was last heard, on the issues asked for."""
    positions = {
        party.name: [row.terms[party.label] for row in answer.issues if party.label in row.terms]
        for party in answer.parties if party.day is None
    }  # fmt: skip
    days, through = provenance.heard(positions, answer.agenda)
    asked = len(answer.filter.issues)
    where = " on this issue" if asked == 1 else " on these issues"
    return wording.last_heard(days, answer.as_of, "" if asked == len(answer.agenda.issues) else where, through)


def counts(answer: Compare) -> str:
    """``46 issues; 12 contradictions, 2 deadlocks, 3 overlaps``."""
    if not answer.issues:
        return f"{wording.count(0, 'issue')}; none of the parties holds a position on the issues asked for"
    return f"{wording.count(len(answer.issues), 'issue')}; {', '.join(words for _, words in counted(answer))}"


def counted(answer: Compare) -> list[tuple[str, str]]:
    """How many there are in each relation, and of what clashes over several issues: the sign of each, and words."""
    numbers = {relation: sum(row.relation == relation for row in answer.issues) for relation in RELATIONS}
    parts = [] if numbers["contradiction"] else [("", "no contradiction")]
    for relation in RELATIONS:
        if numbers[relation]:
            parts.append((relation, in_relation(answer.issues, relation)))
        if relation == "contradiction" and answer.deadlocks:
            parts.append(("deadlock", wording.relation_count("deadlock", len(answer.deadlocks))))
        if relation == "contradiction" and answer.conflicts:
            parts.append(("crossing", wording.count(len(answer.conflicts), *wording.CROSSING_TITLES)))
    return parts


def in_relation(issues: Iterable[Comparison], relation: Relation) -> str:
    """How many issues are in a relation; where parties go together, on how many of them not all have spoken."""
    found = [row for row in issues if row.relation == relation]
    quiet = sum(bool(row.silent) for row in found) if relation in _TOGETHER else 0
    return wording.relation_count(relation, len(found), quiet)


def _alone(answer: Compare) -> dict[str, list[str]]:
    """Of three parties or more, by name: the issues on which one stands alone, and nothing keeps the others apart."""
    titles: dict[str, list[str]] = {}
    for label, name in answer.names.items():
        own = [row.issue.title for row in answer.issues if stands_alone(row) == label]
        if own:
            titles[name] = own
    return titles


def in_short(answer: Compare) -> tuple[Line, ...]:
    """What there is on record, where reports changed a position; who stands alone; how much is held through blocs."""
    recorded = (line(f"On record, without reports: {counts(answer.recorded)}"),) if answer.recorded else ()
    parts = [f"{name} on {wording.count(len(titles), 'issue')}" for name, titles in _alone(answer).items()]
    alone = (line(f"{wording.ALONE}: {', '.join(parts)}"),) if parts else ()
    return (*recorded, *alone, *through_blocs(answer), *on_both_sides(answer))


def on_both_sides(answer: Compare) -> tuple[Line, ...]:
    """Who is bound to both sides of a contradiction by what blocs of it hold."""
    found = ((answer.names[label], row.issue, row.terms[label]) for row in answer.issues for label in row.on_both_sides)
    return basis.on_both_sides(found, answer.agenda)


def dissents(answer: Compare, rows: Iterable[Comparison]) -> tuple[Line, ...]:
    """Who dissents on these issues from what its blocs hold, of those that are silent there."""
    silent = ((asked, row.issue) for row in rows for asked in answer.parties if asked.label in row.silent)
    return basis.dissents(answer.basis, silent, answer.as_of, answer.agenda)


def through_blocs(answer: Compare) -> tuple[Line, ...]:
    """How many of the positions of each party are held through blocs."""
    held = {
        name: [row.terms[label].through for row in answer.issues if label in row.terms]
        for label, name in answer.names.items()
    }
    return basis.through_blocs(held, answer.agenda)


def sections(answer: Compare, citations: Citations, lanes: Lanes | None = None) -> tuple[Section, ...]:
    """A section for each relation, red lines first; what clashes across issues after contradictions.

    ``lanes``: how each party moved on an issue, by the issue's id.
    """
    parts: list[Section] = []
    for relation in RELATIONS:
        rows = [row for row in answer.shown_issues if row.relation == relation]
        rows.sort(key=lambda row: not row.red_line)  # else as the agenda has them
        if rows and answer.accepted:
            parts.append(section(relation, len(rows), ()))
            parts += [_accepted(row, answer) for row in rows]
        elif rows:
            parts.append(section(relation, len(rows), (_table(relation, rows, answer, citations, lanes or {}),)))
        if relation == "contradiction":
            parts += across_issues(answer, citations)
    return tuple(parts or [NO_ISSUE])


NO_ISSUE = Section("", (Paragraph(line("No issue to show.")),))


def cut(complete: bool) -> tuple[Paragraph, ...]:
    """That the search was cut, where it was."""
    return () if complete else (Paragraph(line(wording.CUT, "strong")),)


def across_issues(answer: Compare, citations: Citations) -> list[Section]:
    """What clashes across issues: the deadlocks as rings, and the conflicts over several issues."""
    parts = []
    if answer.shown_deadlocks:
        rings = tuple(_ring(n, ring, answer, citations) for n, ring in enumerate(answer.shown_deadlocks, 1))
        shown = section("deadlock", len(rings), (*cut(answer.deadlocks_complete), *rings))
        parts.append(shown._replace(meaning=wording.deadlocks_counted(answer.shown_deadlocks)))
    cut_short = not answer.conflicts_complete and answer.filter.shows("conflict")
    return parts + (_conflicts(answer, citations) if answer.shown_conflicts or cut_short else [])


def section(relation: str, number: int, blocks: tuple[Block, ...]) -> Section:
    """A section of a relation, with its number and meaning."""
    title = wording.RELATION_TITLES[relation][0 if number == 1 else 1]
    return Section(
        f"{title[0].upper()}{title[1:]} ({number})", blocks, wording.RELATION_MEANINGS[relation], relation, relation
    )


def rests_on_a_red_line(ring: Deadlock) -> bool:
    """Whether a demand of the ring is a red line of somebody's."""
    return any(owner.part.term.firmness == "red-line" for edge in ring.edges for owner in edge.owners)


def _table(relation: str, rows: Sequence[Comparison], answer: Compare, citations: Citations, lanes: Lanes) -> Table:
    caption = f"{wording.RELATION_TITLES[relation][1]}: the positions side by side"
    facts = [verdict(row, answer) for row in rows]
    last = _LAST_COLUMN.get(relation) or (Column("Besides") if any(facts) else None)
    columns = [Column("Issue"), *(Column(name, name) for name in answer.names.values()), *([last] if last else [])]
    return Table(
        caption, tuple(columns),
        tuple(_row(row, own if last else None, answer, citations, lanes) for row, own in zip(rows, facts, strict=True)),
    )  # fmt: skip


def _row(row: Comparison, facts: tuple[Fact, ...] | None, answer: Compare, citations: Citations, lanes: Lanes) -> Row:
    title = row.issue.title
    cells = [issue(title, row.issue.id)]
    for asked in answer.parties:
        label, name, day = asked.label, asked.name, asked.on(answer.as_of)
        held = row.terms.get(label)
        age = basis.age(answer.basis, day)
        if held:
            holds = position(held, answer.agenda, title, name, citations, age)
            rests_on = (basis.rests_on(answer.basis, held, day),) if citations.graded else ()
            cells.append(holds._replace(facts=rests_on))
            continue
        stated = answer.only_on_record(row).get(label)
        more = on_record(stated, answer.agenda, citations, age) if stated else ()
        dissent = basis.dissent(answer.basis, asked.party, day, row.issue.id, answer.agenda)
        words = dissent or f"silent{basis.silence(answer.basis, asked.party, day, row.issue.id)}"
        cells.append(Cell((line(words, "faint"),), silent=not dissent, more=tuple(more)))
    if facts is not None:
        cells.append(Cell(facts=facts))
    facets = [*verdict_facets(row), ("topic", row.issue.topic or "")]
    facets += [("party", asked.party) for asked in answer.parties if asked.label in row.terms]
    return Row(tuple(cells), row.issue.id, tuple(facets), lanes.get(row.issue.id, ()), row.relation)


def _accepted(row: Comparison, answer: Compare) -> Section:
    """Of many parties, what is accepted on an issue and by whom."""
    facets = (*verdict_facets(row), ("topic", row.issue.topic or ""))
    return accepted.on_issue(row, answer.accepted[row.issue.id], verdict(row, answer), facets, answer)


def _in_a_deadlock_with(row: Comparison, answer: Compare) -> list[str]:
    """The titles of the other issues whose orders close a circle with those on this one."""
    together = {id for ring in answer.deadlocks for id in _issues(ring) if row.issue.id in _issues(ring)}
    return [answer.agenda.issues[id].title for id in answer.agenda.issues if id in together - {row.issue.id}]


def _issues(ring: Deadlock) -> set[str]:
    return {owner.issue for edge in ring.edges for owner in edge.owners}


def verdict_facets(row: Comparison) -> Facets:
    """What rows can be filtered by that is found by comparing: the relation, and whether it has a red line."""
    return (("relation", row.relation), *((("red-line", "yes"),) if row.red_line else ()))


def verdict(row: Comparison, answer: Compare) -> tuple[Fact, ...]:
    """What comes of putting the positions on an issue side by side, each with the word for it."""
    style = STYLES.get(row.relation, "plain")
    facts = [
        Fact(label, line(text, "plain" if label == "note" else style))
        for label, text in wording.verdict(row, answer.agenda, answer.names, bool(answer.accepted))
    ]
    speaking = answer.one_voice(row.terms)
    facts += [Fact(wording.ONE_VOICE, line(speaking))] if speaking else []
    others = _in_a_deadlock_with(row, answer) if row.relation in ("overlap", "agreed") else []
    if others:
        facts.append(Fact("but", line(wording.in_a_deadlock(others))))
    own = own_relation(row, answer)
    facts += [Fact("on record", line(own))] if own else []
    if row.relation == "unassessed" and not row.issue.space.comparable:
        facts += _words_against_the_first(row, answer)
    return tuple(facts)


def own_relation(row: Comparison, answer: Compare) -> str:
    """How the parties stand by their own statements, where a report hides that, or a red line; else nothing."""
    own = answer.on_record.get(row.issue.id)
    if own is None:
        return ""
    hidden = set(own.red_line) - set(row.red_line)
    differs = own.relation != row.relation and len(row.terms) > 1
    return wording.on_record(own, answer.names) if hidden or differs else ""


def _words_against_the_first(row: Comparison, answer: Compare) -> list[Fact]:
    """The words of each party against those of the first one."""
    texts = {label: wording.only_words(held, answer.agenda) for label, held in row.terms.items()}
    (_, words), *others = texts.items()
    if len(others) == 1:
        return [word_by_word("by word", words, others[0][1])]
    return [word_by_word(f"by word, to {answer.names[label]}", words, text) for label, text in others]


def _ring(number: int, ring: Deadlock, answer: Compare, citations: Citations) -> Ring:
    agenda = answer.agenda
    place = {step: place for place, step in enumerate(ring.steps)}
    owners = [owner for edge in ring.edges for owner in edge.owners]
    ids = {asked.label: asked.party for asked in answer.parties}
    facets = [("relation", "deadlock"), *(("party", ids[owner.party]) for owner in owners)]
    facets += [("topic", agenda.issues[owner.issue].topic or "") for owner in owners]
    facets += [("red-line", "yes") for owner in owners if owner.part.term.firmness == "red-line"]
    return Ring(
        wording.ring_in_words(ring, agenda), tuple(agenda.course.titles[step] for step in ring.steps),
        tuple(_edge(edge, place, answer, citations) for edge in ring.edges), f"deadlock-{number}",
        tuple(dict.fromkeys(facets)),
    )  # fmt: skip


def _edge(edge: RingEdge, place: Mapping[str, int], answer: Compare, citations: Citations) -> Edge:
    names, issues = answer.names, answer.agenda.issues
    reasons: list[Reason] = []
    if edge.agenda:
        reasons.append(Reason(line(f"by the agenda{f': {edge.why}' if edge.why else ''}", "faint")))
    for owner in edge.owners:
        name, title = names[owner.party], issues[owner.issue].title
        words = _owner(owner, answer, title, citations)
        reasons.append(Reason(words, evidence((owner.part,), answer.agenda, title, name, citations)))
    holders = joined([names[owner.party] for owner in edge.owners] + (["the agenda"] if edge.agenda else []))
    holders += ": at the same time" if edge.together else ""
    ends = place[edge.before], place[edge.after]
    return Edge(wording.edge_in_words(edge, answer.agenda), ends, edge.together, holders, tuple(reasons))


def _owner(owner: Owner, answer: Compare, title: str, citations: Citations) -> Line:
    """Who holds a demand of a ring, since when; where a report made it so, what the party itself has stated."""
    part, age = owner.part, basis.age(answer.basis, day_of(owner.party, answer.parties, answer.as_of))
    red = (Run(wording.RED_LINE, "red-line"), Run("  ")) if part.term.firmness == "red-line" else ()
    through = wording.through(part, answer.agenda).removesuffix(": ")
    words = f"{f', {through}' if through else ''}, {provenance.held_since(part, age)}, on {title}"
    changed = answer.changed.get(owner.party, {})
    if owner.issue in changed and part.standing == "reported":
        own = changed[owner.issue]
        words += f"; on record: {wording.position_in_words(own, answer.agenda) if own else wording.NO_POSITION}"
    return (*red, Run(answer.names[owner.party], "strong"), Run(words, "faint", citations.cite(part.sources)))


def _conflicts(answer: Compare, citations: Citations) -> list[Section]:
    """The conflicts over several issues, each with its terms; the command that explains them."""
    from posdiff.reports import conflict_wording

    total = len(answer.shown_conflicts)
    parts = [crossing_section(total, cut(answer.conflicts_complete))]
    for number, conflict in enumerate(answer.shown_conflicts, 1):
        title, facets = conflict_wording.title(conflict), _conflict_facets(conflict, answer)
        rows = tuple(
            Row((cell(answer.names[stated.party], "strong"), issue(stated.issue.title, stated.issue.id),
                 one_part(stated.part, answer.agenda, stated.issue.title, answer.names[stated.party], citations,
                          basis.age(answer.basis, day_of(stated.party, answer.parties, answer.as_of)))),
                f"crossing_{number}_{place}", facets)
            for place, stated in enumerate(conflict.terms, 1)
        )  # fmt: skip
        table = Table(title, (Column("Party"), Column("Issue"), Column("Position")), rows, "list")
        rules = tuple(Paragraph(line(conflict_wording.rule_in_words(rule, answer.agenda))) for rule in conflict.rules)
        parts.append(Section(title, (table, *rules), "", "crossing", f"crossing-{number}", level=3, named=True))
    explained = Paragraph((Run("Explained step by step: ", "faint"), Run(_command(answer, "conflicts"), "code")))
    return [*parts[:-1], parts[-1]._replace(blocks=(*parts[-1].blocks, explained))]


def crossing_section(number: int, blocks: tuple[Block, ...]) -> Section:
    """The section of the conflicts over several issues, with their number and meaning."""
    title = wording.CROSSING_TITLES[0 if number == 1 else 1]
    head = f"{title[0].upper()}{title[1:]} ({number})"
    return Section(head, blocks, wording.CROSSING_MEANING, "crossing", "crossing")


def explained_by(answer: Compare) -> str:
    """By which command the conflicts are explained."""
    return f"explained by {_command(answer, 'conflicts')}"


def _command(answer: Compare, name: str) -> str:
    """The command of another question about the same parties."""
    asked = wording.asked(answer.parties, answer.agenda)
    return f"posdiff {name} {asked} --at {wording.day(answer.as_of)}{answer.basis.options}"


def _conflict_facets(conflict: Conflict, answer: Compare) -> Facets:
    """What a conflict over several issues can be chosen by: the same for each of its terms, so that it stays whole."""
    party_of = {asked.label: asked.party for asked in answer.parties}
    facets = [("relation", "conflict")]
    facets += [("party", party_of[stated.party]) for stated in conflict.terms]
    facets += [("topic", stated.issue.topic or "") for stated in conflict.terms]
    facets += [("red-line", "yes") for stated in conflict.terms if stated.part.term.firmness == "red-line"]
    return tuple(dict.fromkeys(facets))


def choices(answer: Compare) -> tuple[Choice, ...]:
    """By relation, topic, party and red line: what a reader can filter rows by."""
    titles: dict[str, str] = {}
    for relation in RELATIONS:
        if any(row.relation == relation for row in answer.shown_issues):
            titles[relation] = wording.RELATION_TITLES[relation][1]
        if relation == "contradiction" and answer.shown_deadlocks:
            titles["deadlock"] = wording.RELATION_TITLES["deadlock"][1]
        if relation == "contradiction" and answer.shown_conflicts:
            titles["conflict"] = wording.CROSSING_TITLES[1]
    asked = {party.party for party in answer.parties}
    red = any(row.red_line for row in answer.shown_issues)
    return (
        Choice("relation", "Relation", tuple(titles.items())),
        basis.topics(answer.agenda, {row.issue.topic for row in answer.shown_issues}),
        Choice("party", "Party with a position",
               tuple((party.id, party.name) for party in answer.agenda.parties.values() if party.id in asked)),
        Choice("red-line", "Red lines", (("yes", "with a red line"),) if red else ()),
    )  # fmt: skip
