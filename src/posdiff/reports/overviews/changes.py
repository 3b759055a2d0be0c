"""The overview of ``changes``: of each party whether anything changed, then a line for each change."""

from __future__ import annotations

from collections.abc import Sequence

from posdiff.answers.changes import Changes, ChangesOfParty
from posdiff.comparison.changes import KINDS, SAME, Change
from posdiff.dossier.position import Held
from posdiff.reports import wording
from posdiff.reports.compose import basis
from posdiff.reports.compose import changes as in_full
from posdiff.reports.cutting import apart
from posdiff.reports.document import Block, Bullets, Cell, Column, Document, Line, Row, Run, Section, Table, cell
from posdiff.reports.overviews import short

#: Of more parties than two a change has a line each in so many lines, the same for each; red lines always have one.
_LINES = 20
#: So many more are shown too: to count them would take as much room.
_FEW = 2


def document(answer: Changes, _width: int) -> Document:
    """A part for each party: the verdict in a line, each change on a line, what stayed the same as titles."""
    parts = [_of_party(party, answer) for party in answer.parties]
    if any(party.shown for party in answer.parties):
        parts.append(short.more("changes"))
    return Document("changes", in_full.title(answer), (), basis.lines(answer.basis), tuple(parts))


def _of_party(party: ChangesOfParty, answer: Changes) -> Section:
    blocks: list[Block] = [*in_full.glance(party, answer)]
    changed = [change for change in party.shown if change.kind not in SAME]
    changed.sort(key=lambda change: (not in_full.has_red_line(change), KINDS.index(change.told)))
    shown = changed[: _fitting(changed, answer)]
    if shown:
        columns = [Column("Issue"), Column("Before"), Column("After"), Column("Last moved", short=True)]
        columns += [Column("Movement", short=True)] if answer.against else []
        recorded = [_on_record(change, answer) for change in shown]
        on_record = (Column("On record"),) if any(recorded) else ()
        rows = tuple(
            Row((*_cells(change, answer), *(cell(own) for _ in on_record)))
            for change, own in zip(shown, recorded, strict=True)
        )
        blocks.append(Table("Change by change", (*columns, short.RED_LINE_COLUMN, *on_record), rows, "lines"))
    if len(shown) < len(changed):
        blocks.append(Bullets((_rest(changed[len(shown) :], party, answer),), apart=True))
    same = tuple(_titles(kind, party) for kind in SAME if any(change.kind == kind for change in party.shown))
    blocks += [Bullets(same, apart=True)] if same else []
    return Section(party.party.name, tuple(blocks), named=True)


def _fitting(changed: Sequence[Change], answer: Changes) -> int:
    """How many of the changes, those with a red line first, have a line each: all, where few would not."""
    every = sum(change.kind not in SAME for party in answer.parties for change in party.shown)
    if len(answer.parties) <= 2 or every <= _LINES or answer.filter.everything or answer.filter.only:
        return len(changed)
    red = [place for place, change in enumerate(changed, 1) if _concerns_red_line(change, answer)]
    fitting = max(_LINES // len(answer.parties), *red[-1:], 0)
    return len(changed) if len(changed) - fitting <= _FEW else fitting


def _concerns_red_line(change: Change, answer: Changes) -> bool:
    return in_full.has_red_line(change) or _on_record(change, answer).startswith(wording.RED_LINE)


def _rest(changed: Sequence[Change], party: ChangesOfParty, answer: Changes) -> Line:
    """``18 more: 2 shifted, 16 added; none with a red line. posdiff changes …``."""
    numbers = {kind: sum(change.told == kind for change in changed) for kind in KINDS}
    counts = ", ".join(f"{number} {kind}" for kind, number in numbers.items() if number)
    days = f"--since {wording.day(answer.since)} --until {wording.day(answer.until)}"
    against = "".join(f" --against {other.party}" for other in answer.against)
    chosen = wording.only_issues(answer.filter.issues, answer.agenda)
    command = f"posdiff changes {party.party.party} {days}{against}{chosen}{answer.basis.options}"
    return Run(f"{len(changed)} more, none with a red line: {counts}: "), Run(command, "code")


def _on_record(change: Change, answer: Changes) -> str:
    """What the party itself has stated, a red line first, where a report changed it or took it away; else nothing."""
    if change.after is None or change.after.on_record is None:
        own = change.only_on_record.after
    else:
        own = change.after.on_record.held
        if own is None:
            return wording.NO_POSITION
    if own is None:
        return ""
    red = f"{wording.RED_LINE}: " if own.red_line else ""
    return red + short.position(own, answer.agenda, basis.age(answer.basis, answer.until))


def _cells(change: Change, answer: Changes) -> tuple[Cell, ...]:
    days = (answer.since, answer.until)
    before, after = (
        short.position(held, answer.agenda, basis.age(answer.basis, day), firmness=True) if held else ""
        for held, day in zip((change.before, change.after), days, strict=True)
    )
    before, after = apart(before, after)
    cells = [Cell(((Run(change.issue.title, "strong", mark=change.told),),))]
    cells += [
        Cell((short.with_conditions(words, held, answer.agenda),)) if held else nothing
        for words, held, nothing in (
            (before, change.before, Cell()), (after, change.after, cell(wording.NO_POSITION, "faint"))
        )
    ]  # fmt: skip
    cells.append(cell(_last_moved(change), "faint"))
    if answer.against:
        names = {other.party: other.name for other in answer.against}
        cells.append(cell(short.movement(change, names)))
    return (*cells, cell(_red_line(change.before, change.after), "red-line"))


def _last_moved(change: Change) -> str:
    return wording.day(change.last_move.day) if change.last_move else ""


def _red_line(before: Held | None, after: Held | None) -> str:
    """Whether it is a red line, and whether it was one."""
    was, is_now = (held is not None and held.red_line for held in (before, after))
    if was and not is_now:
        return f"was a {wording.RED_LINE}"
    return ("" if was or before is None else "now ") + wording.RED_LINE if is_now else ""


def _titles(kind: str, party: ChangesOfParty) -> Line:
    """The issues on which a party stays with its position, those with a red line first."""
    changes = sorted(
        (change for change in party.shown if change.kind == kind), key=lambda c: not in_full.has_red_line(c)
    )
    titles = [change.issue.title + short.in_brackets(in_full.has_red_line(change)) for change in changes]
    return (Run(f"{kind.capitalize()} ({len(titles)}): ", "strong", mark=short.sign(kind)), Run(short.titles(titles)))
