"""Movement in a period: of each party, on how many issues it moved closer to each other party, and away from it.

A row is a party that moved, a column the party by whose position that is measured. Bars to the right count issues on
which it came closer, bars to the left those on which it moved away. Only what was held on the first day is measured:
under its name stand the positions that were taken up, where there was none before, how many of these changed since,
and those that were given up; a party that held nothing on that day has that in its cells. What was measured and led
neither way is counted apart from what cannot be measured.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from posdiff.answers.changes import Changes, ChangesOfParty
from posdiff.answers.chart import Chart
from posdiff.comparison.changes import GIVEN_UP, SAME, TAKEN_UP, Change, ChangeKind
from posdiff.comparison.movement import Movement
from posdiff.reports import wording
from posdiff.reports.charts import about, look, svg
from posdiff.reports.charts.headers import header
from posdiff.reports.charts.lettering import wrapped
from posdiff.reports.charts.picture import Key, Picture
from posdiff.reports.compose.changes import first_statement
from posdiff.reports.document import Column, Row, Section, Table, cell

_NAMES, _COLUMN, _ROW = 170.0, 132.0, 82.0
_LONGEST, _BAR = 38.0, 20.0
_LINE = 15.0
#: So many issues on which a red line keeps two parties apart are named, and so many times two parties.
_TITLES, _PAIRS = 3, 6
_MEASURED = (
    "Measured by what the other party held at the end of the period, so that only the one party moves, as in "
    "posdiff changes --against. Neither: measured, and neither closer nor farther. Not measurable: the other party "
    "held nothing there, one of the two is vague, the issue is text, or a contradiction on it has no distance."
)
_ONE_VOICE = "One voice: one of the two holds there what the other says as its bloc, or both what one bloc says."
_TAKEN_UP_LATER = (
    "Moves on issues that a party took up after the first day are not shown here, since it held nothing there from "
    "which the way could be measured: chart timeline shows them."
)

#: In the order in which they are counted.
_IN_ORDER: tuple[Movement, ...] = ("closer", "farther", "neither", "cannot-be-measured", "one-voice")


def picture(answer: Chart) -> Picture:
    """The picture of who moved towards whom."""
    facts = answer.of
    assert isinstance(facts, Changes)
    held = [held for of_party in facts.parties for change in _moved(of_party) for held in (change.before, change.after)]
    positions = [one for one in held if one is not None]
    at_the_end = {
        of_party.party.name: [change.after for change in of_party.changes if change.after] for of_party in facts.parties
    }
    days = f"From the end of {wording.day(facts.since)} to {wording.day(facts.until)}"
    later = (_TAKEN_UP_LATER,) if any(_number(of_party, TAKEN_UP) for of_party in facts.parties) else ()
    as_one = (_ONE_VOICE,) if _one_voice(facts) else ()
    notes = (
        *later,
        *_still_apart(answer, facts),
        _MEASURED,
        *as_one,
        *about.notes(answer),
        *about.unofficial(at_the_end),
    )
    return Picture(
        f"{about.parties(answer)}: who moved towards whom", answer.agenda.title or "", (*_counted(facts), days), _KEYS,
        _drawing(answer, facts), notes, about.sources(positions), about.listing(answer), (_section(answer, facts),),
    )  # fmt: skip


def _still_apart(answer: Chart, facts: Changes) -> Iterator[str]:
    """Between which parties there are issues that count as closer and are apart over a red line; nothing for none."""
    told = []
    for of_party in facts.parties:
        for other, name in answer.names.items():
            titles = [change.issue.title for change in _moved(of_party) if other in change.apart]
            told += [f"{of_party.party.name} towards {name} on {wording.several(titles, _TITLES)}"] if titles else []
    if told:
        yield f"Closer, and still apart over a red line: {wording.first(told, _PAIRS)}."


_KEYS = (
    Key((svg.rect(0, -6, 8, 12, "closer"), svg.line(0, -8, 0, 8, "line")), "issues on which it came closer"),
    Key((svg.rect(-8, -6, 8, 12, "farther"), svg.line(0, -8, 0, 8, "line")), "issues on which it moved away"),
)


def _one_voice(facts: Changes) -> bool:
    """Whether a bloc and a member of it, or two members, moved as one on an issue."""
    moved = (change for of_party in facts.parties for change in _moved(of_party))
    return any("one-voice" in change.movements.values() for change in moved)


def _moved(of_party: ChangesOfParty) -> list[Change]:
    """The changes that lead somewhere: from one position to another."""
    return [change for change in of_party.changes if change.before and change.after and change.kind not in SAME]


def counted(of_party: ChangesOfParty, other: str) -> dict[Movement, int]:
    """On how many issues a party moved closer to another, away from it, or neither; and where that has no measure."""
    found = [change.movements[other] for change in _moved(of_party)]
    return {movement: found.count(movement) for movement in _IN_ORDER}


def _held_at_first(of_party: ChangesOfParty) -> int:
    return sum(change.before is not None for change in of_party.changes)


def _changed_since(of_party: ChangesOfParty) -> int:
    """How many of the positions that it took up are others since, on the way to what it holds at the end."""
    taken_up = (change for change in of_party.changes if change.kind in TAKEN_UP)
    return sum(sum(step.kind not in SAME for step in change.path) > 1 for change in taken_up)


def _without_move(of_party: ChangesOfParty) -> list[str]:
    """What it took up and gave up, where it did: ``35 taken up,``, ``11 of them changed since``."""
    numbers = {words: _number(of_party, kinds) for kinds, words in _FROM_OR_TO_NOTHING}
    told = [", ".join(f"{number:,} {words}" for words, number in numbers.items() if number)]
    since = _changed_since(of_party)
    told += [f"{since:,} of those taken up changed"] if since else []
    told += [first_statement(of_party.first)] if of_party.first is not None else []
    return [words for words in told if words]


def _nothing_moved(of_party: ChangesOfParty, since: int) -> list[str]:
    """What stands in a cell where there is no move, in lines: why there is none."""
    held = _held_at_first(of_party)
    if not held:
        return ["held nothing on", wording.day(since)]
    beside = any(_number(of_party, kinds) for kinds, _ in _FROM_OR_TO_NOTHING)
    return [f"none of {held:,} moved" if beside else "no change"]


#: What leads neither way, and what has no measure.
_NO_WAY: Mapping[Movement, str] = {
    "neither": "neither",
    "cannot-be-measured": "not measurable",
    "one-voice": "one voice",
}
_FROM_OR_TO_NOTHING = ((TAKEN_UP, "taken up"), (GIVEN_UP, "given up"))


def _number(of_party: ChangesOfParty, kinds: Collection[ChangeKind]) -> int:
    return sum(change.kind in kinds for change in of_party.changes)


def _counted(facts: Changes) -> Iterator[str]:
    """``Of 46 positions held on 2025-01-01, 20 became other ones: North 4 of 17, South held none``; taken up, given up.

    How many of those that were taken up changed since is said with them.
    """
    first = wording.day(facts.since)
    held = {of_party.party.name: _held_at_first(of_party) for of_party in facts.parties}
    moved = {of_party.party.name: len(_moved(of_party)) for of_party in facts.parties}
    number = sum(moved.values())
    if not any(held.values()):
        yield f"No position was held on {first}"
    else:
        each = (f"{name} {moved[name]:,} of {of:,}" if of else f"{name} held none" for name, of in held.items())
        became = (
            f"{number:,} became {'another one' if number == 1 else 'other ones'}" if number else "none became another"
        )
        yield f"Of {wording.count(sum(held.values()), 'position')} held on {first}, {became}: {', '.join(each)}"
    for kinds, words in _FROM_OR_TO_NOTHING:
        numbers = {of_party.party.name: _number(of_party, kinds) for of_party in facts.parties}
        total = sum(numbers.values())
        if total:
            were = f"{wording.count(total, 'position')} {'was' if total == 1 else 'were'} {words}: {_each(numbers)}"
            since = sum(map(_changed_since, facts.parties)) if kinds == TAKEN_UP else 0
            again = _taken_up_again(facts) if kinds == TAKEN_UP else 0
            told = [f"{again:,} after an earlier one was given up"] if again else []
            told += [f"{since:,} changed since"] if since else []
            yield f"{were}; of these {' and '.join(told)}" if told else were


def _taken_up_again(facts: Changes) -> int:
    """Of how many of the positions that were taken up an earlier one had been given up."""
    changes = (change for of_party in facts.parties for change in of_party.changes)
    return sum(change.kind in TAKEN_UP and change.held_until is not None for change in changes)


def _each(numbers: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {number:,}" for name, number in numbers.items())


def _drawing(answer: Chart, facts: Changes) -> svg.Drawing:
    labels = list(answer.names)
    counts = {
        (of_party.party.party, other): counted(of_party, other)
        for of_party in facts.parties
        for other in labels
        if other != of_party.party.party
    }
    beside = {of_party.party.party: _without_move(of_party) for of_party in facts.parties}
    most = max((max(count["closer"], count["farther"]) for count in counts.values()), default=0) or 1
    head = header([f"towards {name}" for name in answer.names.values()], _COLUMN)
    elements = [svg.group(_NAMES, 0, head.elements)]
    across = _NAMES + _COLUMN * len(labels)
    none = {of_party.party.party: _nothing_moved(of_party, facts.since) for of_party in facts.parties}
    for row, label in enumerate(labels):
        top = head.height + 6 + _ROW * row
        name = wrapped(answer.names[label], _NAMES - 12, look.PLAIN, 2, True)
        elements.append(svg.line(0, top, across, top, "rule"))
        base = top + _ROW / 2 + 4 - (len(name) - 1 + len(beside[label])) * _LINE / 2
        elements += svg.lines(0, base, name, _LINE, "strong")
        elements += svg.lines(0, base + len(name) * _LINE, beside[label], _LINE, "small soft")
        for column, other in enumerate(labels):
            place = _NAMES + _COLUMN * column
            itself = [svg.rect(2, 2, _COLUMN - 4, _ROW - 4, "faint")]
            drawn = itself if other == label else _cell(counts[label, other], most, none[label])
            elements.append(svg.group(place, top, drawn))
    return svg.Drawing(across + head.beyond, head.height + 6 + _ROW * len(labels), tuple(elements))


def _cell(counts: Mapping[Movement, int], most: int, none: Sequence[str]) -> list[str]:
    """Two bars from one line, with their numbers; under them the moves that led neither way, or have no measure.

    ``none``: said of no move, in lines.
    """
    middle, top = _COLUMN / 2, 7.0
    numbers = {words: counts[movement] for movement, words in _NO_WAY.items()}
    beside = [f"{number:,} {words}" for words, number in numbers.items() if number]
    closer, farther = counts["closer"], counts["farther"]
    if not closer and not farther:
        words = beside or none
        return svg.lines(middle, _ROW / 2 + 4 - (len(words) - 1) * _LINE / 2, words, _LINE, "small soft", "middle")
    right, left = (_LONGEST * number / most for number in (closer, farther))
    elements = [svg.rect(middle, top, right, _BAR, "closer")] if closer else []
    elements += [svg.rect(middle - left, top, left, _BAR, "farther")] if farther else []
    elements.append(svg.line(middle, top - 3, middle, top + _BAR + 3, "line"))
    elements.append(svg.text(middle + right + 4, top + 14.5, f"{closer:,}", "strong"))
    elements.append(svg.text(middle - left - 4, top + 14.5, f"{farther:,}", "strong", "end"))
    return elements + svg.lines(middle, top + _BAR + 17, beside, _LINE, "small soft", "middle")


def _section(answer: Chart, facts: Changes) -> Section:
    """The same in words: a row for each two parties."""
    rows = []
    for of_party in facts.parties:
        nothing = not _held_at_first(of_party)
        for other, name in answer.names.items():
            if other != of_party.party.party:
                counts = counted(of_party, other)
                numbers = ["", "", "", "held none", ""] if nothing else [f"{number:,}" for number in counts.values()]
                rows.append(Row((cell(of_party.party.name), cell(name), *map(cell, numbers))))
    columns = (
        Column("Party"), Column("Towards"), Column("Closer"), Column("Farther"), Column("Neither"),
        Column("Not measurable"), Column("One voice"),
    )  # fmt: skip
    width = len(columns) if _one_voice(facts) else len(columns) - 1
    cut = tuple(Row(row.cells[:width]) for row in rows)
    return Section("Movement", (Table("Movement", columns[:width], cut, "grid"),))
