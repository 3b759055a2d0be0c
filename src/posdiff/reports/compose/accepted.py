"""What is accepted on an issue and by whom: how the positions of many parties are told."""

from __future__ import annotations

from collections.abc import Sequence

from posdiff.answers.answer import AskedParty
from posdiff.answers.compare import Compare
from posdiff.comparison.relations import Comparison
from posdiff.comparison.same_positions import OnIssue, SamePosition
from posdiff.comparison.voices import red_lines, voices
from posdiff.dossier.position import Held
from posdiff.dossier.region import Settlements
from posdiff.reports import holders_wording, wording
from posdiff.reports.compose import basis
from posdiff.reports.document import (
    Block,
    Cell,
    Column,
    Facets,
    Fact,
    Line,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    cell,
    line,
)


def on_issue(row: Comparison, found: OnIssue, verdict: Sequence[Fact], facets: Facets, answer: Compare) -> Section:
    """A row for each thing that is accepted, that of the most parties first; before them what comes of it all.

    ``facets``: what the rows can be chosen by, besides the parties of each.
    """
    facts: list[Block] = [Paragraph((Run(f"{fact.label}: ", "faint"), *fact.line)) for fact in verdict]
    columns = [
        Column("What is accepted"), Column("Parties", "parties"), Column("Red line of", "red line of"),
        Column("Nothing in common with", "nothing in common with"),
    ]  # fmt: skip
    rows = [_row(place, found, row, answer) for place in range(len(found.groups))]
    shown = [n for n, _ in enumerate(columns) if any(cells[n].lines for cells in rows)]
    lines = tuple(
        Row(tuple(cells[n] for n in shown), facets=(*facets, *_of_parties(group, answer)))
        for cells, group in zip(rows, found.groups, strict=True)
    )
    table: list[Block] = [Table(row.issue.title, tuple(columns[n] for n in shown), lines)] if lines else []
    silent = [_silent(asked, row, answer) for asked in answer.parties if asked.label in row.silent]
    quiet: list[Block] = [Paragraph(line(f"silent: {'; '.join(silent)}", "faint"), apart=True)] if silent else []
    return Section(
        row.issue.title,
        (*facts, *table, *quiet),
        _counted(found, row.issue.id),
        row.relation,
        row.issue.id,
        level=3,
        named=True,
    )


def _silent(asked: AskedParty, row: Comparison, answer: Compare) -> str:
    """The name of a party that holds nothing; from which blocs it dissents, where it does."""
    why = basis.dissent(answer.basis, asked.party, asked.on(answer.as_of), row.issue.id, answer.agenda)
    return f"{asked.name} ({why})" if why else asked.name


def _of_parties(group: SamePosition, answer: Compare) -> Facets:
    return tuple(("party", asked.party) for asked in answer.parties if asked.label in group.parties)


def _counted(found: OnIssue, issue: str) -> str:
    """``60 parties; different positions: 4; posdiff who pay shows since when, and in whose words``."""
    parties = wording.count(sum(len(group.parties) for group in found.groups), "party", "parties")
    different = f"different positions: {len(found.groups):,}"
    return f"{parties}; {different}; posdiff who {issue} shows since when, and in whose words"


def _row(place: int, found: OnIssue, row: Comparison, answer: Compare) -> tuple[Cell, ...]:
    """What is accepted, by whom, for whom it is a red line, and with which of the others it has nothing in common."""
    group = found.groups[place]
    words = f"{place + 1}. {wording.terms_in_words(group.terms, answer.agenda)}"
    nothing = () if group.met else (line(wording.NO_OUTCOME, "contradiction"),)
    party_of = {asked.label: asked.party for asked in answer.parties}
    strict = {label: row.terms[label] for label in group.parties if label in row.red_line}
    whose = answer.names | {
        label: answer.names[label] + _part_of(group, held, answer) for label, held in strict.items()
    }
    red = holders_wording.each_voice(voices(strict, party_of, red_lines), whose)
    apart = "; ".join(str(other + 1) for other in found.apart[place])
    return (
        Cell(((Run(words, "strong"),), *nothing)),
        Cell(tuple(_parties(group, row, answer))),
        cell("; ".join(red), "red-line") if red else Cell(),
        cell(apart) if apart else Cell(),
    )


def _part_of(group: SamePosition, held: Held, answer: Compare) -> str:
    """`` (through Top: at most 5)``: which part of what is accepted is the red line; empty where all of it is."""
    red = [part for part in held.demands if part.term.firmness == "red-line"]
    terms = [part.term._replace(firmness="firm", prefers=None) for part in red]  # as those of a group are
    if len(red) == len(held.demands) or Settlements(answer.agenda.issues).same(terms, group.terms):
        return ""
    words = wording.position_in_words(Held(tuple(red), held.first_held), answer.agenda)
    return f" ({words})"


def _parties(group: SamePosition, row: Comparison, answer: Compare) -> list[Line]:
    """Who holds it in its own name, in a line; then, in a line for each bloc, who does through that."""
    ways: dict[tuple[str, ...], list[str]] = {}
    for label in group.parties:
        ways.setdefault(row.terms[label].through, []).append(answer.names[label])
    lines = []
    for blocs in sorted(ways, key=bool):
        way = wording.through_blocs(blocs, answer.agenda)
        lines.append(line(f"{len(ways[blocs]):,}{f' {way}' if way else ''}: {'; '.join(ways[blocs])}"))
    return lines
