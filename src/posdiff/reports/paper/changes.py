"""The paper of ``changes``: per party and kind of change a table, before and after side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posdiff.comparison.changes import KINDS, Change, PartyChanges
from posdiff.comparison.words import word_runs
from posdiff.dossier.agenda import Agenda
from posdiff.reports import headlines, wording
from posdiff.reports.paper.blocks import Block, Cell, Filter, Line, Paper, Paragraph, Row, Run, Section, Table
from posdiff.reports.paper.citing import Citations, compared, position
from posdiff.reports.selection import Selected


def paper(
    results: Sequence[PartyChanges], selected: Sequence[Selected[Change]], agenda: Agenda, since: int, until: int,
    names: Mapping[str, str], against: str | None,
) -> Paper:  # fmt: skip
    """``against`` names the party that movement is measured by."""
    citations = Citations()
    made = sections(results, selected, agenda, since, until, names, against, citations)
    title = f"Changes from the end of {wording.day(since)} to {wording.day(until)}"
    return Paper("changes", title, (), made, citations.notes(), _filters(selected, agenda, names))


def _filters(selected: Sequence[Selected[Change]], agenda: Agenda, names: Mapping[str, str]) -> tuple[Filter, ...]:
    """By kind of change, topic and party: what a reader of the paper can choose rows by."""
    shown = [change for chosen in selected for change in chosen.shown]
    kinds, topics = ({one.kind for one in shown}, {one.issue.topic for one in shown})
    return (
        Filter("kind", "Change", tuple((kind, kind) for kind in KINDS if kind in kinds)),
        Filter("topic", "Topic", tuple((id, title) for id, title in agenda.topics.items() if id in topics)),
        Filter("party", "Party", tuple(names.items())),
    )


def sections(
    results: Sequence[PartyChanges], selected: Sequence[Selected[Change]], agenda: Agenda, since: int, until: int,
    names: Mapping[str, str], against: str | None, citations: Citations, level: int = 2,
    facets: Mapping[str, Facets] | None = None,
) -> tuple[Section, ...]:  # fmt: skip
    """A section for each party. ``facets``: what else the rows on an issue can be chosen by, by the issue's id."""
    made = []
    for result, chosen in zip(results, selected, strict=True):
        name = names[result.party]
        blocks: list[Block] = [Paragraph(_line(line)) for line in headlines.changed(chosen.scope, since, until)]
        for kind in KINDS:
            rows = [change for change in chosen.shown if change.kind == kind]
            if rows:
                mark = wording.MARKS[kind][0].strip()
                words = f"{mark} {kind} ({len(rows)})".strip()
                blocks.append(Paragraph((Run(words, "strong"), Run(f": {wording.CHANGE_MEANINGS[kind]}"))))
                blocks.append(_table(kind, rows, agenda, name, against, citations, result.party, facets or {}))
        made.append(Section(name, tuple(blocks), "", "", f"changes-{result.party}", level))
    return tuple(made)


Facets = tuple[tuple[str, str], ...]
#: Where there is but one side to show.
_SIDES: Mapping[str, tuple[str, ...]] = {
    "added": ("Position",), "reaffirmed": ("Position",), "unchanged": ("Position",),
    "withdrawn": ("Before, no longer held",), "expired": ("Before, no longer held",),
}  # fmt: skip


def _line(line: headlines.Glance) -> Line:
    return (Run(line.text, "strong" if line.strong else "plain"),)


def _table(
    kind: str, rows: Sequence[Change], agenda: Agenda, name: str, against: str | None, citations: Citations, party: str,
    facets: Mapping[str, Facets],
) -> Table:  # fmt: skip
    sides = _SIDES.get(kind, ("Before", "After"))
    made = tuple(
        _row(change, agenda, name, against, citations, party, facets.get(change.issue.id, ())) for change in rows
    )
    return Table(f"{name}: {kind}", ("Issue", *sides, "On the way"), made)


def _row(
    change: Change, agenda: Agenda, name: str, against: str | None, citations: Citations, party: str, more: Facets
) -> Row:
    title = change.issue.title
    cells = [Cell(((Run(title, "strong"),), (Run(change.issue.id, "faint"),)))]
    for side in _SIDES.get(change.kind, ("Before", "After")):
        held = change.before if side.startswith("Before") else change.after
        cells.append(position(held, agenda, title, name, citations) if held else Cell())
    lines: list[Line] = [(Run(wording.step_in_words(step), "date"),) for step in change.path]
    if change.kind == "reworded" and change.before and change.after:
        before, after = (wording.term_in_words(held.term, agenda) for held in (change.before, change.after))
        lines.append((Run("word by word: ", "faint"), *compared(word_runs(before, after))))
    moved = wording.movement_in_words(change, against)
    if moved:
        lines.append((Run(moved),))
    cells.append(Cell(tuple(lines)))
    facets = (("kind", change.kind), ("topic", change.issue.topic or ""), ("party", party), *more)
    return Row(tuple(cells), f"{party}_{change.issue.id}", facets)
