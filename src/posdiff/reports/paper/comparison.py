"""The paper of ``compare``: per relation a table with an issue in each row and a party in each column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posdiff.comparison.deadlocks import Deadlock, RingEdge
from posdiff.comparison.relations import RELATIONS, Comparison, Comparisons
from posdiff.comparison.words import word_runs
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Held
from posdiff.kinds.kind import joined
from posdiff.reports import headlines, provenance, wording
from posdiff.reports.paper.blocks import (
    Block,
    Bullets,
    Cell,
    Edge,
    Filter,
    Lane,
    Line,
    Paper,
    Paragraph,
    Quoted,
    Ring,
    Row,
    Run,
    Section,
    Style,
    Table,
)  # fmt: skip
from posdiff.reports.paper.citing import Citations, compared, position, quoted
from posdiff.reports.selection import Selected

_STYLES: Mapping[str, Style] = {
    "contradiction": "clash", "conditional": "common", "overlap": "common", "agreed": "common",
}  # fmt: skip


def paper(
    result: Comparisons, agenda: Agenda, as_of: int, names: Mapping[str, str], selected: Selected[Comparison]
) -> Paper:
    """``names``: each party as asked for, and as it is called on paper."""
    citations = Citations()
    made = sections(result, agenda, names, selected, citations, as_of)
    title = f"{headlines.together(names)}{headlines.as_of(as_of, names, selected.scope)}"
    return Paper("compare", title, (lead(selected),), made, citations.notes(), filters(agenda, names, selected))


def lead(selected: Selected[Comparison]) -> Line:
    """The counts, in a line."""
    return (Run(headlines.counts(selected)),)


def sections(
    result: Comparisons, agenda: Agenda, names: Mapping[str, str], selected: Selected[Comparison],
    citations: Citations, as_of: int, lanes: Mapping[str, tuple[Lane, ...]] | None = None,
) -> tuple[Section, ...]:  # fmt: skip
    """The summary, and a section for each relation; what clashes across issues stands after the contradictions."""
    made = [_summary(selected, names)]
    for relation in RELATIONS:
        rows = [one for one in selected.shown if one.relation == relation]
        if rows:
            table = _table(relation, rows, agenda, names, citations, lanes or {})
            made.append(_section(relation, len(rows), (table,)))
        if relation == "contradiction" and selected.deadlocks:
            blocks: list[Block] = [] if result.deadlocks_complete else [Paragraph((Run(wording.CUT, "strong"),))]
            blocks += [_ring(n, one, agenda, names, citations) for n, one in enumerate(selected.deadlocks, 1)]
            made.append(_section("deadlock", len(selected.deadlocks), tuple(blocks)))
        if relation == "contradiction" and (selected.crossing or not selected.crossing_complete):
            made.append(_crossing(selected, agenda, names, as_of, citations))
    if len(made) == 1:
        made.append(Section("No issue to show", ()))
    return tuple(made)


def _section(relation: str, number: int, blocks: tuple[Block, ...]) -> Section:
    title = wording.RELATION_TITLES[relation][0 if number == 1 else 1]
    return Section(
        f"{title[0].upper()}{title[1:]} ({number})", blocks, wording.RELATION_MEANINGS[relation],
        wording.MARKS[relation][0], relation,
    )  # fmt: skip


def _crossing(
    selected: Selected[Comparison], agenda: Agenda, names: Mapping[str, str], as_of: int, citations: Citations
) -> Section:
    """The conflicts over several issues, each a table of its terms; the command that explains them."""
    from posdiff.reports import conflicting

    number = len(selected.crossing)
    blocks: list[Block] = [] if selected.crossing_complete else [Paragraph((Run(wording.CUT, "strong"),))]
    for place, one in enumerate(selected.crossing, 1):
        rows = tuple(
            Row((issue_cell(each.issue.title, each.issue.id), Cell(((Run(names[each.party]),),)),
                 position(each.held, agenda, each.issue.title, names[each.party], citations)))
            for each in one.terms
        )  # fmt: skip
        blocks.append(Table(f"{place}. {conflicting.title(one)}", ("Issue", "Party", "Position"), rows))
        blocks += [Paragraph((Run(conflicting.rule_in_words(rule, agenda)),)) for rule in one.rules]
    told = conflicting.pointer(names, as_of, selected.besides)
    blocks.append(Paragraph((Run("Explained step by step: ", "faint"), Run(told))))
    title = wording.CROSSING_TITLES[0 if number == 1 else 1]
    return Section(f"{title[0].upper()}{title[1:]} ({number})", tuple(blocks), wording.CROSSING_MEANING,
                   wording.MARKS["crossing"][0], "crossing")  # fmt: skip


def _summary(selected: Selected[Comparison], names: Mapping[str, str]) -> Section:
    rows = []
    for relation in RELATIONS:
        number = sum(one.relation == relation for one in selected.scope)
        red = sum(one.relation == relation and bool(one.red_line) for one in selected.scope)
        if number or relation != "silent":
            rows.append(_counted(relation, number, str(red)))
        if relation == "contradiction":
            red = sum(_crosses(ring) for ring in selected.rings)
            rows.append(_counted("deadlock", len(selected.rings), str(red)))
    head = ("Relation", "Issues", "With a red line", "Meaning")
    blocks: list[Block] = [Table("How many issues there are in each relation", head, tuple(rows))]
    alone = headlines.alone(selected, names)
    if alone:
        blocks.append(Paragraph((Run(f"{wording.ALONE}:"),)))
        blocks.append(
            Bullets(tuple((Run(name, "strong"), Run(f": {'; '.join(titles)}")) for name, titles in alone.items()))
        )
    return Section("Summary", tuple(blocks), "", "", "summary")


def _crosses(ring: Deadlock) -> bool:
    """Whether a demand of the ring is a red line of somebody's."""
    return any(owner.held.term.firmness == "red-line" for edge in ring.edges for owner in edge.owners)


def _counted(relation: str, number: int, red: str) -> Row:
    mark = wording.MARKS[relation][0].strip()
    title = wording.RELATION_TITLES[relation][1]
    first = f"{mark} {title}".strip()
    cells = (first, str(number), red, wording.RELATION_MEANINGS[relation])
    return Row(tuple(Cell(((Run(text),),)) for text in cells))


def _table(
    relation: str, rows: Sequence[Comparison], agenda: Agenda, names: Mapping[str, str], citations: Citations,
    lanes: Mapping[str, tuple[Lane, ...]],
) -> Table:  # fmt: skip
    last = _LAST_COLUMN.get(relation)
    head = ("Issue", *names.values(), *((last,) if last else ()))
    caption = f"{wording.RELATION_TITLES[relation][1]}: the positions side by side"
    made = tuple(_row(one, agenda, names, citations, bool(last), lanes.get(one.issue.id, ())) for one in rows)
    return Table(caption, head, made)


_LAST_COLUMN: Mapping[str, str] = {
    "contradiction": "What clashes",
    "conditional": "What it hangs on",
    "overlap": "Common ground",
    "unassessed": "Why no verdict",
}


def _row(
    one: Comparison, agenda: Agenda, names: Mapping[str, str], citations: Citations, verdict: bool,
    lanes: tuple[Lane, ...],
) -> Row:  # fmt: skip
    cells = [issue_cell(one.issue.title, one.issue.id)]
    for party, name in names.items():
        held = one.terms.get(party)
        silent = Cell(((Run("silent", "faint"),),))
        cells.append(position(held, agenda, one.issue.title, name, citations) if held else silent)
    if verdict:
        cells.append(Cell(tuple(_verdict(one, agenda, names))))
    facets = [*verdict_facets(one), ("topic", one.issue.topic or "")]
    facets += [("party", party.partition("@")[0].partition("#")[0]) for party in one.terms]
    return Row(tuple(cells), one.issue.id, tuple(facets), lanes)


def verdict_facets(one: Comparison) -> tuple[tuple[str, str], ...]:
    """What rows can be chosen by that is found by comparing: the relation, and whether it has a red line."""
    return (("relation", one.relation), *((("red-line", "yes"),) if one.red_line else ()))


def issue_cell(title: str, id: str) -> Cell:
    """The header of a row: an issue's title and id."""
    return Cell(((Run(title, "strong"),), (Run(id, "faint"),)))


def _verdict(one: Comparison, agenda: Agenda, names: Mapping[str, str]) -> list[Line]:
    style = _STYLES.get(one.relation, "plain")
    lines: list[Line] = [
        (Run(f"{label}: " if label not in ("clash", "common ground", "no verdict") else ""), Run(text, style))
        for label, text in wording.verdict(one, agenda, names)
    ]
    if one.relation == "unassessed" and not one.issue.space.comparable:
        lines += _side_by_side(one, agenda, names)
    return lines


def _side_by_side(one: Comparison, agenda: Agenda, names: Mapping[str, str]) -> list[Line]:
    """The words of each party against those of the first one."""
    texts = {party: wording.term_in_words(held.term, agenda) for party, held in one.terms.items()}
    (first, words), *others = texts.items()
    return [
        (Run(f"{names[first]} against {names[party]}: ", "faint"), *compared(word_runs(words, text)))
        for party, text in others
    ]


def _ring(number: int, one: Deadlock, agenda: Agenda, names: Mapping[str, str], citations: Citations) -> Ring:
    titles = agenda.course.titles
    place = {step: number for number, step in enumerate(one.steps)}
    edges = tuple(_edge(edge, place, agenda, names, citations) for edge in one.edges)
    owners = [owner for edge in one.edges for owner in edge.owners]
    facets = [("relation", "deadlock"), *(("party", owner.party.partition("@")[0]) for owner in owners)]
    facets += [("topic", agenda.issues[owner.issue].topic or "") for owner in owners]
    facets += [("red-line", "yes") for owner in owners if owner.held.term.firmness == "red-line"]
    return Ring(
        f"{number}. {wording.ring_in_words(one.steps, agenda)}",
        tuple(titles[step] for step in one.steps), edges, f"deadlock-{number}",
        tuple(dict.fromkeys(facets)),
    )  # fmt: skip


def _edge(
    edge: RingEdge, place: Mapping[str, int], agenda: Agenda, names: Mapping[str, str], citations: Citations
) -> Edge:
    titles = agenda.course.titles
    lines: list[Line] = []
    quotes: list[Quoted] = []
    if edge.agenda:
        lines.append((Run(f"by the agenda{f': {edge.why}' if edge.why else ''}", "faint"),))
    for owner in edge.owners:
        lines.append(_owner(owner.held, names[owner.party], agenda.issues[owner.issue].title, citations))
        quotes += quoted(owner.held, agenda.issues[owner.issue].title, names[owner.party], citations)
    who = [names[owner.party] for owner in edge.owners] + (["the agenda"] if edge.agenda else [])
    ends = place[edge.before], place[edge.after]
    return Edge(titles[edge.before], titles[edge.after], ends, edge.together, joined(who), tuple(lines), tuple(quotes))


def _owner(held: Held, who: str, issue: str, citations: Citations) -> Line:
    red = (Run(wording.RED_LINE, "red-line"), Run("  ")) if held.term.firmness == "red-line" else ()
    cites = citations.cite(held.sources)
    return (*red, Run(who, "strong"), Run(f", {provenance.held_since(held)}, on {issue}", "faint", cites))


def filters(agenda: Agenda, names: Mapping[str, str], selected: Selected[Comparison]) -> tuple[Filter, ...]:
    """By relation, topic, party and red line: what a reader of the paper can choose rows by."""
    found = {one.relation for one in selected.shown} | ({"deadlock"} if selected.deadlocks else set())
    order = [
        r for relation in RELATIONS for r in ((relation, "deadlock") if relation == "contradiction" else (relation,))
    ]
    topics = {one.issue.topic for one in selected.shown}
    parties = {party.partition("@")[0].partition("#")[0] for party in names}
    return (
        Filter("relation", "Relation", tuple((r, wording.RELATION_TITLES[r][1]) for r in order if r in found)),
        Filter("topic", "Topic", tuple((id, title) for id, title in agenda.topics.items() if id in topics)),
        Filter(
            "party", "Party with a position", tuple((p.id, p.name) for p in agenda.parties.values() if p.id in parties)
        ),
        Filter(
            "red-line",
            "Red lines",
            (("yes", "with a red line"),) if any(one.red_line for one in selected.shown) else (),
        ),
    )
