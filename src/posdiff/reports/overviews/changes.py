"""The overview of ``changes``: of each party whether anything changed, then a line for each change."""

from __future__ import annotations

from collections.abc import Sequence

from posdiff.answers.changes import Changes, ChangesOfParty
from posdiff.comparison.changes import KINDS, SAME, Change
from posdiff.dossier.position import Part
from posdiff.reports import movement_wording, relation_notes, step_wording, wording
from posdiff.reports.compose import basis
from posdiff.reports.compose import changes as in_full
from posdiff.reports.cutting import apart
from posdiff.reports.document import Block, Bullets, Cell, Column, Document, Line, Row, Run, Section, Table, cell
from posdiff.reports.overviews import short

#: Of more parties than two a change has a line each in so many lines, the same for each; red lines always have one.
_LINES = 20
#: So many more are shown too: to count them would take as much room.
_FEW = 2
#: Of a position to which something came.
_AS_BEFORE = "as before"
#: Where there are more parties than these, so many have a part, those first of which a red line changed.
_MANY_PARTIES, _MOST_PARTIES = 12, 6


def document(answer: Changes, _width: int) -> Document:
    """A part for each party: the verdict in a line, each change on a line, what stayed the same as titles."""
    parties = _with_a_part(answer)
    parts = [_of_party(party, answer, len(parties)) for party in parties]
    others = [party for party in answer.parties if party not in parties]
    last: tuple[Block, ...] = (_others(others, answer),) if others else ()
    if any(party.shown for party in answer.parties):
        lines = [line for line in (_signs(parties), short.more_in_line("changes")) if line]
        last += (Bullets(tuple(lines), apart=True),)
    parts += [Section("", last)] if last else []
    return Document("changes", in_full.title(answer), (), in_full.lead(answer), tuple(parts))


def _with_a_part(answer: Changes) -> list[ChangesOfParty]:
    """All parties; of many, those of which most red lines changed, and then those with most changes."""
    if len(answer.parties) <= _MANY_PARTIES or answer.filter.everything or answer.filter.only:
        return list(answer.parties)
    most = sorted(answer.parties, key=lambda party: (-_red_lines(party, answer), -len(_changed(party))))
    return [party for party in answer.parties if party in most[:_MOST_PARTIES]]


def _changed(party: ChangesOfParty) -> list[Change]:
    return [change for change in party.shown if change.kind not in SAME]


def _red_lines(party: ChangesOfParty, answer: Changes) -> int:
    return sum(_concerns_red_line(change, answer) for change in _changed(party))


def _others(parties: Sequence[ChangesOfParty], answer: Changes) -> Bullets:
    """How many parties have no part, what they changed in counts, of which of them a red line, and the command."""
    counts = _counted([change for party in parties for change in _changed(party)])
    red = [party.party.name for party in parties if _red_lines(party, answer)]
    whose = f"a red line of {wording.several(red, short.MOST_TITLES)}" if red else "none of it of a red line"
    words = f"And {wording.count(len(parties), 'more party', 'more parties')}: {counts or 'nothing changed'}; {whose}"
    return short.shown_by(words, _command("PARTY", answer))


def _signs(parties: Sequence[ChangesOfParty]) -> Line:
    """What the signs mean of the changes that are shown."""
    told = {change.told for party in parties for change in _changed(party)}
    runs = [Run(f"{kind}; ", "faint", mark=kind) for kind in KINDS if kind in told and wording.sign(kind)]
    return (*runs[:-1], runs[-1]._replace(text=runs[-1].text.removesuffix("; "))) if runs else ()


def _of_party(party: ChangesOfParty, answer: Changes, parties: int) -> Section:
    """``parties``: how many have a part."""
    blocks: list[Block] = [*in_full.glance(party, answer)]
    changed = _changed(party)
    changed.sort(key=lambda change: (not in_full.has_red_line(change), KINDS.index(change.told)))
    shown = changed[: _fitting(changed, answer, parties)]
    if shown:
        columns = [Column("Issue"), Column("Before"), Column("After"), Column("Last moved", short=True)]
        columns += [Column("Movement", short=True)] if answer.against else []
        recorded = [_on_record(change, answer) for change in shown]
        on_record = (Column("On record"),) if any(recorded) else ()
        rows = tuple(
            Row((*_cells(change, party.party.party, answer), *(cell(own) for _ in on_record)))
            for change, own in zip(shown, recorded, strict=True)
        )
        blocks.append(Table("Change by change", (*columns, short.RED_LINE_COLUMN, *on_record), rows, "lines"))
    below = _notes(shown, party.party.party, answer)
    below += [_rest(changed[len(shown) :], party, answer)] if len(shown) < len(changed) else []
    blocks += [Bullets(tuple(below), apart=True)] if below else []
    same = tuple(_titles(kind, party) for kind in SAME if any(change.kind == kind for change in party.shown))
    blocks += [Bullets(same, apart=True)] if same else []
    return Section(party.party.name, tuple(blocks), named=True)


def _fitting(changed: Sequence[Change], answer: Changes, parties: int) -> int:
    """How many of the changes, those with a red line first, have a line each: all, where few would not."""
    every = sum(len(_changed(party)) for party in answer.parties)
    if len(answer.parties) <= 2 or every <= _LINES or answer.filter.everything or answer.filter.only:
        return len(changed)
    red = [place for place, change in enumerate(changed, 1) if _concerns_red_line(change, answer)]
    fitting = max(_LINES // parties, *red[-1:], 0)
    return len(changed) if len(changed) - fitting <= _FEW else fitting


def _concerns_red_line(change: Change, answer: Changes) -> bool:
    return in_full.has_red_line(change) or _on_record(change, answer).startswith(wording.RED_LINE)


def _rest(changed: Sequence[Change], party: ChangesOfParty, answer: Changes) -> Line:
    """``18 more, none ever with a red line: 2 shifted, 16 added: posdiff changes …``."""
    command = _command(party.party.party, answer)
    return Run(f"{len(changed)} more, none ever with a red line: {_counted(changed)}: "), Run(command, "code")


def _counted(changed: Sequence[Change]) -> str:
    """``2 shifted, 16 added``."""
    numbers = {kind: sum(change.told == kind for change in changed) for kind in KINDS}
    return ", ".join(f"{number:,} {kind}" for kind, number in numbers.items() if number)


def _command(party: str, answer: Changes) -> str:
    """The command that shows all changes of a party."""
    days = f"--since {wording.day(answer.since)} --until {wording.day(answer.until)}"
    against = "".join(f" --against {other.party}" for other in answer.against)
    chosen = wording.only_issues(answer.filter.issues, answer.agenda)
    return f"posdiff changes {party} {days}{against}{chosen}{answer.basis.options}"


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


def _cells(change: Change, party: str, answer: Changes) -> tuple[Cell, ...]:
    days = (answer.since, answer.until)
    before, after = (
        short.position(held, answer.agenda, basis.age(answer.basis, day), firmness=True) if held else ""
        for held, day in zip((change.before, change.after), days, strict=True)
    )
    added = _added(change, answer)
    before, after = (before, added) if added else apart(before, after)
    noted = relation_notes.NOTED if _told_below(change, party, answer) else ""
    cells = [Cell(((Run(f"{noted}{change.issue.title}", "strong", mark=change.told),),))]
    earlier = cell(f"held until {wording.day(change.held_until)}", "faint") if change.held_until is not None else Cell()
    cells += [
        Cell((short.with_conditions(words, held, answer.agenda),)) if held else nothing
        for words, held, nothing in (
            (before, change.before, earlier), (after, change.after, cell(wording.NO_POSITION, "faint"))
        )
    ]  # fmt: skip
    cells.append(cell(_last_moved(change, party, answer), "faint"))
    if answer.against:
        cells.append(cell(_moved(change, party, answer)))
    return (*cells, cell(_red_line(change), "red-line"))


def _moved(change: Change, party: str, answer: Changes) -> str:
    """Towards whom of those by whom movement is measured: ``closer to West and its own bloc LDC``."""
    names = {other.party: other.name for other in answer.against}
    return movement_wording.in_short(change, movement_wording.measured_by(party, names, answer.agenda, answer.until))


def _came(change: Change) -> list[Part]:
    """Where all is still held that was, the parts that came to it, red lines first; nothing elsewhere."""
    if change.before is None or change.after is None:
        return []
    old, new = ({part.term.form: part for part in held.demands} for held in (change.before, change.after))
    came = [part for form, part in new.items() if form not in old] if old.keys() <= new.keys() else []
    return sorted(came, key=lambda part: part.term.firmness != "red-line")


def _added(change: Change, answer: Changes) -> str:
    """``as before; and RED LINE: at most 4 percent``: what came to a position; nothing where nothing only came."""
    told = []
    for part in _came(change):
        red = f"{wording.RED_LINE}: " if part.term.firmness == "red-line" else ""
        beside = change.after.demands if change.after else ()
        told.append(f"{red}{wording.part_in_words(part, beside, answer.agenda)}")
    return "; and ".join((_AS_BEFORE, *told)) if told else ""


def _told_below(change: Change, party: str, answer: Changes) -> str:
    """What is told of a change below the table, since its cells may be cut: nothing of most.

    That is a red line that came to what was held before, all parts of a position that was reversed or replaced, and
    that a red line still keeps it apart from a party that it came closer to.
    """
    told = [_added(change, answer)] if any(part.term.firmness == "red-line" for part in _came(change)) else []
    if change.kind in ("reversed", "replaced") and change.after is not None and len(change.after.demands) > 1:
        told = [short.position(change.after, answer.agenda, basis.age(answer.basis, answer.until))]
    return "; ".join([*told, _moved(change, party, answer)] if change.apart else told)


def _notes(changes: Sequence[Change], party: str, answer: Changes) -> list[Line]:
    """What is told below the table, a line for each change."""
    return [
        (Run(f"{relation_notes.NOTED} {change.issue.title}: ", "faint"), Run(words))
        for change in changes if (words := _told_below(change, party, answer))
    ]  # fmt: skip


def _last_moved(change: Change, party: str, answer: Changes) -> str:
    """``2024-07-01``, ``2024-07-01, left LDC``."""
    if change.last_move is None:
        return ""
    turned = step_wording.made_by(change.last_move.move, party, answer.agenda)
    return f"{wording.day(change.last_move.move.day)}{f', {turned}' if turned else ''}"


def _red_line(change: Change) -> str:
    """Whether it is a red line, and whether it was one."""
    if change.red_in_between:
        return in_full.IN_BETWEEN
    before, after = change.before, change.after
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
    return (Run(f"{kind.capitalize()} ({len(titles)}): ", "strong", mark=wording.sign(kind)), Run(short.titles(titles)))
