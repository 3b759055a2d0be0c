"""The paper of ``conflicts``: the verdict, each conflict step by step, what would have to go, what follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from posdiff.comparison.conflicts import concessions
from posdiff.comparison.conflicts.analysis import ConflictAnalysis
from posdiff.comparison.conflicts.conflict import Component, Conflict
from posdiff.dossier.agenda import Agenda
from posdiff.reports import conflicting, wording
from posdiff.reports.paper.blocks import Block, Bullets, Cell, Line, Paper, Paragraph, Row, Run, Section, Table
from posdiff.reports.paper.citing import Citations, position
from posdiff.reports.selection import Chosen

#: Rows that are shown unless all are asked for.
_MOST_CONFLICTS = 50
_MOST_ROWS = 10
_MOST_OUTCOMES = 12
_CUT = Paragraph((Run(wording.CUT, "strong"),))


def paper(
    found: ConflictAnalysis,
    agenda: Agenda,
    as_of: int,
    names: Mapping[str, str],
    chosen: Chosen,
    everything: bool = False,
) -> Paper:
    """``everything``: without limits on what is shown."""
    citations = Citations()
    lead: list[Line] = [(Run(f"{conflicting.headline(found)[0].upper()}{conflicting.headline(found)[1:]}.", "strong"),)]
    if found.draft is not None:
        lead.append((Run(conflicting.within(found.draft)),))
    sections: list[Section] = []
    if found.terms:
        sections += [_verdicts(found, names), *_conflicts(found, agenda, names, chosen, citations, everything)]
    if chosen.clusters:
        sections.append(_clusters(chosen.clusters, names, everything))
        sections += _tables(found, chosen.clusters, names, everything)
        sections += _rows(found, names, everything)
    sections += _consequences(found, agenda, names)
    sections += _outside(found, agenda, names)
    title = f"What can hold together: {conflicting.title_of(found, names, as_of)}"
    return Paper("conflicts", title, tuple(lead), tuple(sections), citations.notes())


def _row(*cells: str | Cell) -> Row:
    return Row(tuple(Cell(((Run(cell),),)) if isinstance(cell, str) else cell for cell in cells))


def _verdicts(found: ConflictAnalysis, names: Mapping[str, str]) -> Section:
    rows = [_row(level, verdict) for level, verdict in conflicting.levels(found)]
    rows += [_row(name, verdict) for name, verdict in conflicting.alone(found, names)]
    return Section("Verdict", (Table("What can hold together", ("Terms", "Verdict"), tuple(rows)),), "", "", "verdict")


def _conflicts(
    found: ConflictAnalysis,
    agenda: Agenda,
    names: Mapping[str, str],
    chosen: Chosen,
    citations: Citations,
    everything: bool,
) -> list[Section]:
    if not chosen.conflicts and found.complete:
        words = conflicting.NONE if not found.conflicts else conflicting.NONE_HERE
        return [Section("Minimal conflicts (0)", (Paragraph((Run(words),)),), "", "", "conflicts")]
    listed = chosen.conflicts if everything else chosen.conflicts[:_MOST_CONFLICTS]
    blocks: list[Block] = [] if found.complete else [_CUT]
    blocks += [Paragraph((Run(words),)) for words in _others(chosen.conflicts[len(listed) :], names)]
    made = [Section(f"Minimal conflicts ({len(chosen.conflicts)})", tuple(blocks), conflicting.CONFLICTS_MEANING,
                    wording.MARKS["contradiction"][0], "conflicts")]  # fmt: skip
    for number, one in enumerate(listed, 1):
        table = _steps(one, agenda, names, citations)
        made.append(Section(f"{number}. {conflicting.title(one)}", (table,), conflicting.who(one, names), "",
                            f"conflict-{number}", 3))  # fmt: skip
    return made


def _others(others: Sequence[Conflict], names: Mapping[str, str]) -> Iterator[str]:
    """Those that are not explained: each one with a red line by itself, the rest by issues."""
    if others:
        yield f"and {len(others)} more, after these: --all explains them"
    for one in others:
        if conflicting.red_line(one):
            yield f"{conflicting.title(one)}: {conflicting.who(one, names)}"
    rest = [one for one in others if not conflicting.red_line(one)]
    if rest:
        yield f"Without a red line ({len(rest)}): {conflicting.counted(rest)}"


def _steps(one: Conflict, agenda: Agenda, names: Mapping[str, str], citations: Citations) -> Table:
    rows = []
    for number, told in enumerate(conflicting.steps(one, agenda, names), 1):
        follows: tuple[Line, ...] = ((Run(told.follows, "clash"),),) if told.follows else ()
        indent = "– " * told.depth
        if told.stated is None:
            said: tuple[Line, ...] = ((Run(f"{indent}{told.said}"),),) if told.said else ()
            rows.append(_row(f"{number}.", Cell((*said, *follows))))
            continue
        each = told.stated
        cell = position(each.held, agenda, each.issue.title, names[each.party], citations)
        whose = Cell(
            ((Run(f"{number}. "), Run(names[each.party], "strong")), (Run(f"{indent}{each.issue.title}", "faint"),))
        )
        rows.append(_row(whose, cell._replace(lines=(*cell.lines, *follows))))
    return Table("Step by step", ("Step", "What is said, and what follows"), tuple(rows))


def _clusters(clusters: Sequence[Component], names: Mapping[str, str], everything: bool) -> Section:
    rows = []
    for component in clusters:
        words = conflicting.choices(component, names, None if everything else _MOST_ROWS)
        lines: list[Line] = [] if component.concessions_complete else [(Run(wording.CUT, "strong"),)]
        lines += [(Run(each),) for each in words]
        title = Cell(((Run(" × ".join(conflicting.issue_titles(component)), "strong"),),))
        rows.append(_row(title, Cell(tuple(lines))))
    table = Table("What would have to go, issue by issue", ("Issues", "Any one of these"), tuple(rows))
    return Section("What would have to go", (table,), conflicting.GIVING_MEANING, "", "concessions")


def _tables(
    found: ConflictAnalysis, clusters: Sequence[Component], names: Mapping[str, str], everything: bool
) -> list[Section]:
    """The refusal tables: outcomes down, parties across, in each cell whether the party refuses it, and how firmly."""
    blocks: list[Block] = []
    for component in clusters:
        if component.table is None:
            continue
        table = component.table
        rows = []
        shown = conflicting.table_rows(table, None if everything else _MOST_OUTCOMES)
        for row in shown:
            refusing = {
                one.party: f"refuses ({conflicting.FIRMNESS[one.held.term.firmness]})" for one in row.refused_by
            }
            rows.append(_row(conflicting.outcomes_in_words(row, table.issue.space),
                             *(refusing.get(party, "–") for party in found.parties)))  # fmt: skip
        blocks.append(Paragraph((Run(table.issue.title, "strong"),)))
        blocks.append(Table(f"{table.issue.title}: who refuses what", ("Outcome", *names.values()), tuple(rows)))
        left = conflicting.rest(table, shown)
        blocks += [Paragraph((Run(f"{left[0].upper()}{left[1:]}.", "faint"),))] if left else []
    return [Section("Refusal tables", tuple(blocks), conflicting.TABLES_MEANING, "", "refusals")] if blocks else []


def _rows(found: ConflictAnalysis, names: Mapping[str, str], everything: bool) -> list[Section]:
    rows = found.pareto_front.tradeoffs
    if not rows:
        return []
    listed = rows if everything else concessions.shown(rows, _MOST_ROWS)
    made = [
        _row(*(conflicting.given(counts) for counts in row.gives), f"{row.variants:,}", _example(row, names))
        for row in listed
    ]
    blocks: list[Block] = [Paragraph((Run(f"{conflicting.COUNTING} {conflicting.WAYS}"),))]
    blocks += [] if found.pareto_front.complete else [_CUT]
    blocks.append(Table("Who gives what", (*names.values(), "Ways", "One of them"), tuple(made)))
    if len(listed) < len(rows):
        blocks.append(Paragraph((Run(f"{len(listed)} of {len(rows)} rows, evenly spread: --all shows them", "faint"),)))
    return [Section("Who gives what", tuple(blocks), conflicting.ROWS_MEANING, "", "who-gives-what")]


def _example(row: concessions.Tradeoff, names: Mapping[str, str]) -> Cell:
    by_party: dict[str, list[str]] = {}
    for one in row.example:
        by_party.setdefault(one.party, []).append(one.issue.title)
    lines: Iterable[Line] = (
        (Run(f"{names[party]}: ", "strong"), Run("; ".join(titles))) for party, titles in by_party.items()
    )
    return Cell(tuple(lines))


def _consequences(found: ConflictAnalysis, agenda: Agenda, names: Mapping[str, str]) -> list[Section]:
    made = []
    forced = [
        (Run(conflicting.forced_in_words(one, agenda), "strong"), Run(conflicting.at_level(one.level)),
         Run(f", because of {conflicting.because_in_words(one.because, agenda, names)}", "faint"))
        for one in found.forced
    ]  # fmt: skip
    prices = [
        (Run(conflicting.price_in_words(one, agenda, names)), Run(conflicting.at_level(one.level)),
         Run(f", because of {conflicting.because_in_words(one.because, agenda, names)}", "faint"))
        for one in found.excluded_conditions
    ]  # fmt: skip
    if forced:
        made.append(
            Section(f"Forced ({len(forced)})", (Bullets(tuple(forced)),), conflicting.FORCED_MEANING, "", "forced")
        )
    if prices:
        made.append(
            Section(f"Conditions ruled out ({len(prices)})", (Bullets(tuple(prices)),), conflicting.PRICES_MEANING, "",
                    "ruled-out")
        )  # fmt: skip
    return made


def _outside(found: ConflictAnalysis, agenda: Agenda, names: Mapping[str, str]) -> list[Section]:
    lines: list[Line] = [
        (Run(f"{name} is silent on: ", "strong"), Run("; ".join(titles)))
        for name, titles in conflicting.silent(found, agenda, names)
    ]
    lines += [
        (Run(f"{label[0].upper()}{label[1:]}: ", "strong"), Run("; ".join(terms)))
        for label, terms in conflicting.unassessed(found, names)
    ]
    return [Section("Outside", (Bullets(tuple(lines)),), conflicting.OUTSIDE_MEANING, "", "outside")] if lines else []
