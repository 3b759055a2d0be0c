"""The document of ``changes``: for each party and kind of change the issues, before and after beside each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posdiff.answers.changes import Changes, ChangesOfParty, FirstHeard
from posdiff.comparison.changes import GIVEN_UP, KINDS, SAME, TAKEN_UP, Change
from posdiff.dossier.agenda import Agenda, Issue
from posdiff.dossier.region import accepted
from posdiff.reports import movement_wording, named_red_lines, step_wording, wording
from posdiff.reports.compose import basis
from posdiff.reports.compose.evidence import Citations, in_one_line, issue, position, word_by_word
from posdiff.reports.document import (
    Block,
    Cell,
    Choice,
    Column,
    Document,
    Facets,
    Fact,
    Line,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    line,
)

#: Where there is but one position to show.
_BEFORE, _AFTER = Column("Before", "before"), Column("After", "after")
_SIDES: Mapping[str, tuple[Column, ...]] = {
    **dict.fromkeys(TAKEN_UP, (Column("Position", "after"),)), "reaffirmed": (Column("Position", "now"),),
    "unchanged": (Column("Position", "now"),),
    **dict.fromkeys(GIVEN_UP, (Column("Before, no longer held", "before"),)),
}  # fmt: skip


#: Of an issue on which there was a red line between the two days, and is none on either.
IN_BETWEEN = f"a {wording.RED_LINE} in between"
#: Of a position that was not stated again as a whole: what a step did that left it as it was.
_AGAIN = {"reaffirmed": "Reaffirmed in part", "unchanged": "Said again in part"}


def document(answer: Changes, with_evidence: bool = True) -> Document:
    """A part for each party: whether anything changed, then each kind of change."""
    citations = Citations(with_evidence, answer.basis.proofs)
    parts = sections(answer, citations)
    shown = [change for party in answer.parties for change in party.shown]
    kinds = {change.told for change in shown}
    choices = (
        Choice("kind", "Change", tuple((kind, kind) for kind in KINDS if kind in kinds)),
        basis.topics(answer.agenda, {change.issue.topic for change in shown}),
        Choice(
            "party", "Party", tuple((shown_party.party.party, shown_party.party.name) for shown_party in answer.parties)
        ),
    )
    return Document("changes", title(answer), (), lead(answer), parts, citations.footnotes(), choices)


def lead(answer: Changes) -> tuple[Line, ...]:
    """What was read, and which red lines have a quote that is not verified."""
    doubtful = basis.unverified_red_lines(answer.basis, named_red_lines.of_changes(answer))
    return (*basis.lines(answer.basis), *doubtful)


def title(answer: Changes) -> str:
    """Between which days."""
    return f"Changes from the end of {wording.day(answer.since)} to {wording.day(answer.until)}"


def sections(
    answer: Changes, citations: Citations, level: int = 2, facets: Mapping[str, Facets] | None = None
) -> tuple[Section, ...]:
    """A section for each party, and under it one for each kind of change, red lines first.

    ``facets``: what else the rows on an issue can be filtered by, by the issue's id.
    """
    parts = []
    for party in answer.parties:
        verdict = tuple(glance(party, answer))
        parts.append(Section(party.party.name, verdict, anchor=f"changes-{party.party.party}", level=level, named=True))
        for kind in KINDS:
            changes = [change for change in party.shown if change.told == kind]
            changes.sort(key=lambda change: not has_red_line(change))  # else as the agenda has them
            if changes:
                table = _table(kind, changes, party, answer, citations, facets or {})
                title = f"{kind.capitalize()} ({len(changes)})"
                parts.append(Section(title, (table,), wording.CHANGE_MEANINGS[kind], kind, level=level + 1))
    return tuple(parts)


def has_red_line(change: Change) -> bool:
    """Whether a part of the position is a red line, or was, on one of the two days or in between."""
    return change.red_in_between or any(held is not None and held.red_line for held in (change.before, change.after))


def glance(party: ChangesOfParty, answer: Changes) -> list[Block]:
    """Whether anything changed in a party's position, what went there and back, what is new."""
    first, last = wording.day(answer.since), wording.day(answer.until)
    scope = party.changes
    numbers = {kind: sum(change.told == kind for change in scope) for kind in KINDS}
    held = sum(numbers[kind] for kind in KINDS if kind not in TAKEN_UP)
    same = sum(numbers[kind] for kind in SAME)
    taken_up = [kind for kind in TAKEN_UP if numbers[kind]]
    turned = step_wording.turned_on(party.turns, party.party.party, answer.agenda)
    turns = [Paragraph(line(f"Memberships: {turned}."))] if turned else []
    if not held and not taken_up and not party.passing:
        return [Paragraph(line(f"No position on {first}, and none on {last}.")), *turns]
    lines = []
    stated_again = f"{numbers['reaffirmed']} reaffirmed, {numbers['unchanged']} not stated again"
    if held and held == same:
        text = f"Nothing changed in the {'position' if held == 1 else f'{held} positions'} held on {first}: "
        if numbers["reaffirmed"] == held:
            text += "all were reaffirmed." if held > 1 else "it was reaffirmed."
        else:
            text += "it was not stated again." if held == 1 else f"{stated_again}."
        lines.append((Run(text, "strong", mark="reaffirmed"),))
    elif held:
        kinds = [kind for kind in KINDS if numbers[kind] and kind not in (*SAME, *TAKEN_UP)]
        parts = ", ".join(f"{numbers[kind]} {kind}" for kind in kinds)
        words = (
            f"{held - same} of the {wording.count(held, 'position')} held on {first} changed: {parts}; {stated_again}."
        )
        lines.append((Run(words, "strong"),))
    back = [c for c in scope if c.kind in SAME and any(step.kind not in SAME for step in c.path)]
    if back:
        lines.append(
            (Run(f"Changed, and changed back: {'; '.join(_title(c.issue, c.red_in_between) for c in back)}."),)
        )
    by_blocs = [c for c in scope if c.by_blocs_alone and c.before is not None and c.after is not None]
    if by_blocs:
        ways = (", ".join(steps(c, party.party.party, answer.agenda)) for c in by_blocs)
        titles = "; ".join(f"{c.issue.title} ({way})" for c, way in zip(by_blocs, ways, strict=True))
        lines.append((Run(f"Changed by membership in blocs alone: {titles}."),))
    for kind, words in _AGAIN.items():
        unchanged = (c for c in scope if c.kind == "unchanged")
        again = [c for c in unchanged if any(step.kind == kind and not step.move.by_blocs for step in c.path)]
        if again:
            lines.append((Run(f"{words}: {'; '.join(c.issue.title for c in again)}."),))
    for kind in taken_up:
        since = "taken up since" if kind == "added" else "inherited since from a bloc that was joined"
        returned = sum(change.told == kind and change.held_until is not None for change in scope)
        before = f", on {returned:,} of them after an earlier position was given up" if returned else ""
        first_said = "" if party.first is None else f"; {first_statement(party.first)}"
        lines.append((Run(f"{wording.count(numbers[kind], 'issue')} {since}{before}{first_said}.", mark=kind),))
    if party.passing:
        titles = "; ".join(_title(issue, issue.id in party.passing_red) for issue in party.passing)
        lines.append((Run(f"Taken up since, and no longer held: {titles}."),))
    return [*(Paragraph(words) for words in lines), *turns]


def first_statement(first: FirstHeard) -> str:
    """Of a party that was not heard before the period: since when it is, or a bloc is heard for it."""
    words = "nothing of its own before, held through blocs since" if first.through_blocs else "first statement on file"
    return f"{words} {wording.day(first.day)}"


def _title(issue: Issue, red_in_between: bool) -> str:
    return f"{issue.title} ({IN_BETWEEN})" if red_in_between else issue.title


def _table(
    kind: str, changes: Sequence[Change], party: ChangesOfParty, answer: Changes, citations: Citations,
    facets: Mapping[str, Facets],
) -> Table:  # fmt: skip
    rows = tuple(_row(change, party, answer, citations, facets.get(change.issue.id, ())) for change in changes)
    more = (Column("On the way", "on the way"),) if any(row.cells[-1].facts for row in rows) else ()
    columns = (Column("Issue"), *_SIDES.get(kind, (_BEFORE, _AFTER)), *more)
    cut = tuple(row._replace(cells=row.cells[: len(columns)]) for row in rows)
    return Table(f"{party.party.name}: {kind}", columns, cut)


def _row(change: Change, party: ChangesOfParty, answer: Changes, citations: Citations, more: Facets) -> Row:
    title, asked = change.issue.title, party.party
    cells = [issue(title, change.issue.id)]
    for side in _SIDES.get(change.kind, (_BEFORE, _AFTER)):
        held = change.before if side.label == "before" else change.after
        age = basis.age(answer.basis, answer.since if side.label == "before" else answer.until)
        cells.append(position(held, answer.agenda, title, asked.name, citations, age) if held else Cell())
    cells.append(Cell(facts=tuple(facts(change, asked.party, answer))))
    facets = (("kind", change.told), ("topic", change.issue.topic or ""), ("party", asked.party), *more)
    return Row(tuple(cells), f"{asked.party}_{change.issue.id}", facets, mark=change.told)


def steps(change: Change, party: str, agenda: Agenda) -> list[str]:
    """Each step on the way of a party (an id), those of one day that blocs made in one."""
    told = (step_wording.in_words(step, party, agenda) for step in change.path)
    return list(dict.fromkeys(told)) if any(step.move.by_blocs for step in change.path) else list(told)


def facts(change: Change, party: str, answer: Changes) -> list[Fact]:
    """What is to be known of a change besides before and after.

    The way is left out where it is a single step on a day that stands beside the position already.
    """
    rows = []
    if change.kind == "reworded" and change.before and change.after:
        before, after = (wording.only_words(held, answer.agenda) for held in (change.before, change.after))
        rows.append(word_by_word("by word", before, after))
    if change.told == "replaced" and change.before and change.after:
        space = change.issue.space
        moved_by = space.moved_words(*(accepted(space, held.terms) for held in (change.before, change.after)))
        rows += [Fact("moved", line(moved_by))] if moved_by else []
    for label, own in zip(("on record before", "on record"), change.only_on_record, strict=True):
        rows += [Fact(label, in_one_line(own, answer.agenda))] if own else []
    if change.held_until is not None:
        rows.append(Fact("earlier", line(f"an earlier position was held until {wording.day(change.held_until)}")))
    days = {link.day for part in change.after.parts for link in part.lineage.links} if change.after else set()
    if change.red_in_between:
        rows.append(Fact("red line", line(f"there was {IN_BETWEEN}, and there is none on either day")))
    if len(change.path) > 1 or any(
        step_wording.made_by(step.move, party, answer.agenda) or step.move.day not in days for step in change.path
    ):
        rows.append(Fact("on the way", line(", ".join(steps(change, party, answer.agenda)))))
    names = {other.party: other.name for other in answer.against}
    moved = movement_wording.in_full(change, movement_wording.measured_by(party, names, answer.agenda, answer.until))
    if moved:
        rows.append(Fact("movement", line(moved)))
    if answer.fields:
        from posdiff.reports.shapes.changes import fields

        for field in fields(change, answer.agenda):
            path = ".".join(str(part) for part in field.path)
            rows.append(Fact("field", line(f"{path}: {_value(field.before)} → {_value(field.after)}")))
    return rows


def _value(value: object) -> str:
    return "nothing" if value is None else str(value)
