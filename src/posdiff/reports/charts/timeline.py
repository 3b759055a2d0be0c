"""A period on one axis: a lane for each party on an issue, what was held in words, each move closer or farther.

A lane is a bar from the day on which a position was taken to the day on which it ended. Where it became another one a
sign tells whether that led closer to the others, farther from them, both or neither, or that it cannot be measured.
What was only said again is not drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from posdiff.answers.chart import Chart
from posdiff.answers.timeline import Timeline, TimelineLane, TimelineMove
from posdiff.comparison.changes import Change
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Held
from posdiff.kinds.axis import round_days
from posdiff.reports import movement_wording, provenance, step_wording, wording
from posdiff.reports.charts import about, look, svg
from posdiff.reports.charts.lettering import cut, width, wrapped
from posdiff.reports.charts.picture import Key, Picture
from posdiff.reports.document import Column, Row, Section, Table, cell

_TITLES, _NAMES, _PLOT = 204.0, 150.0, 620.0
#: Beside the plot there is room for the words of what is held at its end.
_BEYOND = 200.0
_LEFT = _TITLES + _NAMES
#: Where they begin.
_BESIDE = _LEFT + _PLOT + 6
_LANE, _BAR, _LINE, _TOPIC = 24.0, 18.0, 15.0, 36.0
_MOST_TICKS = 10
_LEAST_WORDS = 44.0
#: How wide a sign is.
_SIGN = 17.0
_MEASURED = (
    "Closer and farther: seen from what the other parties held on that day; posdiff changes --against and chart "
    "movement see all of a period from what they held at its end. What was only said again is not drawn."
)
#: What a move led to, seen by all other parties together, as far as it can be measured.
Direction = Literal["closer", "farther", "both", "neither", "not-measurable"]
DIRECTIONS: dict[Direction, str] = {
    "closer": "closer to others", "farther": "farther from others", "both": "closer to one, farther from another",
    "neither": "neither closer nor farther", "not-measurable": "not measurable",
}  # fmt: skip
#: Of moves that led closer to another party.
STILL_APART = "still apart over a red line from one that it came closer to"
#: Of a position that became none.
_ENDED = "no longer held"


class _Period(NamedTuple):
    """The days (ordinals) that the axis has at its ends."""

    first: int
    last: int

    def at(self, day: int) -> float:
        """How far from the left end of the axis a day lies."""
        return _PLOT * (day - self.first) / max(self.last - self.first, 1)


class _Topic(NamedTuple):
    """The issues of a topic that are drawn, each with its lanes; how many are not, since nobody moved on them."""

    title: str
    issues: tuple[tuple[TimelineLane, ...], ...]
    left_out: int


def picture(answer: Chart) -> Picture:
    """The picture of a period."""
    facts = answer.of
    assert isinstance(facts, Timeline)
    topics = list(_topics(facts))
    lanes = [lane for topic in topics for issue in topic.issues for lane in issue]
    period = _period(facts, lanes)
    positions = [held for lane in lanes for held in _held(lane)]
    notes = (_MEASURED, *about.notes(answer))
    return Picture(
        f"How {about.parties(answer)} moved", answer.agenda.title or "", (_counted(topics, lanes), _days(period)),
        _keys(lanes), _drawing(answer, topics, period), notes, about.sources(positions),
        about.listing(answer), tuple(_section(answer, topic) for topic in topics),
    )  # fmt: skip


def _topics(facts: Timeline) -> Iterator[_Topic]:
    agenda = facts.agenda
    order = [*agenda.topics, None]
    lanes = sorted(facts.lanes, key=lambda lane: order.index(agenda.issues[lane.issue].topic))
    for topic, of_topic in groupby(lanes, key=lambda lane: agenda.issues[lane.issue].topic):
        issues = [tuple(of_issue) for _, of_issue in groupby(of_topic, key=lambda lane: lane.issue)]
        drawn = tuple(issue for issue in issues if facts.filter.everything or any(lane.changed for lane in issue))
        title = "No topic" if topic is None else agenda.topics[topic]
        yield _Topic(title, drawn, len(issues) - len(drawn))


def direction(move: TimelineMove) -> Direction:
    """Where a move led, seen by all other parties together: nowhere, where all of them moved with it as one voice."""
    found = {"neither" if led == "one-voice" else led for led in move.movements.values()}
    if {"closer", "farther"} <= found:
        return "both"
    for one in ("closer", "farther", "neither"):
        if one in found:
            return one
    return "not-measurable"


def _led(move: TimelineMove) -> str:
    """The words for where a move led."""
    return _ENDED if move.step.move.after is None else DIRECTIONS[direction(move)]


def _changes(lanes: Sequence[TimelineLane]) -> list[TimelineMove]:
    return [move for lane in lanes for move in lane.moves if move.step.move.before is not None]


def _counted(topics: Sequence[_Topic], lanes: Sequence[TimelineLane]) -> str:
    """``45 moves on 21 issues: 12 closer to others, 20 farther from others``."""
    counts = Counter(_led(move) for move in _changes(lanes))
    if not counts:
        return "No position that was held became another one"
    told = ", ".join(f"{counts[words]:,} {words}" for words in (*DIRECTIONS.values(), _ENDED) if counts[words])
    issues = sum(any(lane.changed for lane in issue) for topic in topics for issue in topic.issues)
    apart = sum(bool(move.apart) for move in _changes(lanes))
    still = f"; after {apart:,} of them {STILL_APART}" if apart else ""
    return f"{wording.count(sum(counts.values()), 'move')} on {wording.count(issues, 'issue')}: {told}{still}"


def _period(facts: Timeline, lanes: Sequence[TimelineLane]) -> _Period:
    first = facts.since or min((move.step.move.day for lane in lanes for move in lane.moves), default=facts.until)
    return _Period(first, max(facts.until, first + 1))


def _days(period: _Period) -> str:
    return f"From {wording.day(period.first)} to {wording.day(period.last)}"


def _held(lane: TimelineLane) -> Iterator[Held]:
    """Every position of a lane."""
    for held in (lane.first, *(move.step.move.after for move in lane.moves)):
        if held is not None:
            yield held


def _drawing(answer: Chart, topics: Sequence[_Topic], period: _Period) -> svg.Drawing:
    lanes = {
        (lane.issue, lane.party): _lane(answer, lane, period)
        for topic in topics for issue in topic.issues for lane in issue
    }  # fmt: skip
    beside = f' x="{svg.number(_BESIDE)}"'
    across = _LEFT + _PLOT + (_BEYOND if any(beside in part for lane in lanes.values() for part in lane) else 0)
    body: list[str] = []
    y = 0.0
    for topic in topics:
        body.append(svg.line(0, y + 8, across, y + 8, "rule"))
        body.append(svg.text(0, y + 27, cut(topic.title, across, look.PLAIN, True), "strong halo"))
        y += _TOPIC
        for issue in topic.issues:
            title = wrapped(answer.agenda.issues[issue[0].issue].title, _TITLES - 12, look.PLAIN, max(len(issue), 2))
            body += svg.lines(0, y + 16.5, title, _LINE)
            for number, lane in enumerate(issue):
                body.append(svg.group(0, y + _LANE * number, lanes[lane.issue, lane.party]))
            y += max(_LANE * len(issue), _LINE * len(title) + 8) + 6
        if topic.left_out:
            body.append(svg.text(0, y + 12, _left_out(topic), "small soft halo"))
            y += 20
    if not topics:
        return svg.Drawing(across, 0, ())
    axis = [part for tick in _ticks(period, y) for part in tick]
    return svg.Drawing(across, y + 42, (svg.group(_LEFT, 18, axis), svg.group(0, 20, body)))


def _left_out(topic: _Topic) -> str:
    return f"and {wording.count(topic.left_out, 'issue')} on which nobody moved from a position"


def _ticks(period: _Period, height: float) -> Iterator[list[str]]:
    """The names of days above and below, with a line between them."""
    for tick in round_days(period.first, period.last, _MOST_TICKS):
        x = period.at(int(tick.at))
        half = width(tick.words, look.SMALL) / 2
        place = min(max(x, half - _LEFT), _PLOT - half)
        yield [
            svg.text(place, -4, tick.words, "small soft", "middle"),
            svg.line(x, 2, x, height + 4, "rule"),
            svg.text(place, height + 18, tick.words, "small soft", "middle"),
        ]


def _lane(answer: Chart, lane: TimelineLane, period: _Period) -> list[str]:
    """The name of the party, a bar for each position that it held, a sign for each move."""
    name = cut(answer.names[lane.party], _NAMES - 12, look.SMALL, True)
    elements = [svg.text(_TITLES, 16, name, "small strong")]
    ends = [period.at(move.step.move.day) for move in lane.moves] + [_PLOT]
    signs = _apart(ends[:-1])
    limits = [sign - _SIGN / 2 for sign in signs] + [_PLOT]  # up to where words may reach
    if lane.first is not None:
        elements += _bar(answer.agenda, lane.first, (0, ends[0]), (4, limits[0]))
    for move, span, limit in zip(lane.moves, pairwise(ends), limits[1:], strict=True):
        if move.step.move.after is not None:
            indent = 4 if move.step.move.before is None else 11
            elements += _bar(answer.agenda, move.step.move.after, span, (span[0] + indent, limit))
    for move, x in zip(lane.moves, signs, strict=True):
        elements += _sign(answer, lane, move, _LEFT + x)
    return elements


def _apart(places: Sequence[float]) -> list[float]:
    """The places of signs, those that would stand upon the next one moved a little to the left."""
    moved: list[float] = []
    for place in reversed(places):
        moved.append(min(place, moved[-1] - _SIGN) if moved else place)
    return moved[::-1]


def _bar(agenda: Agenda, held: Held, span: tuple[float, float], room: tuple[float, float]) -> list[str]:
    """What was held from one day to another, in words where there is room; with a red line, within an outline.

    The words of what is held at the end stand beside the plot where they have more room there.
    """
    top = (_LANE - _BAR) / 2
    left, across = _LEFT + span[0], max(span[1] - span[0] - 1, 1.5)
    bars = [svg.rect(left, top, across, _BAR, "held")]
    if held.red_line:
        bars.append(svg.rect(left + 1, top + 1, max(across - 2, 0.5), _BAR - 2, "outline"))
    said = _firmness_first(held, agenda)
    start, end = room
    if end == _PLOT and end - start - 4 < min(width(said, look.SMALL), _BEYOND):
        start, end = _BESIDE - _LEFT, _PLOT + _BEYOND + 4
    words = cut(said, end - start - 4, look.SMALL) if end - start >= _LEAST_WORDS else ""
    if words != said:
        bars = [svg.explained(said, bars)]
    return [*bars, svg.text(_LEFT + start, 16, words, "small")] if words else bars


def _firmness_first(held: Held, agenda: Agenda) -> str:
    """``firm: none; RED LINE: must not include: Near states``: beside a red line each part says first what it is.

    What is cut off is the rest, so that no words stand in the outline of a red line that are none.
    """
    parts = provenance.firmest_first(held, provenance.Age(held.first_held, 0), agenda)
    firmness = [wording.RED_LINE if part.term.firmness == "red-line" else part.term.firmness for part in parts]
    if wording.RED_LINE not in firmness or len(set(firmness)) == 1:
        return wording.position_in_words(held._replace(parts=tuple(parts)), agenda)
    told = zip(firmness, parts, strict=True)
    return "; ".join(f"{word}: {wording.held_part(part, agenda, parts)}" for word, part in told)


def _sign(answer: Chart, lane: TimelineLane, move: TimelineMove, x: float) -> list[str]:
    """The sign of a move; none where a position was taken that was not held before."""
    if move.step.move.before is None:
        return []
    words = f"{wording.day(move.step.move.day)}, {answer.names[lane.party]}: {_move_in_words(answer, lane, move)}"
    ended = move.step.move.after is None
    shapes = [svg.line(x, 2, x, _LANE - 2, "line")] if ended else sign(direction(move), x, _LANE / 2)
    return [svg.explained(words, shapes)]


#: Points that look at each other, or away from each other.
_TOWARDS, _AWAY = "M-8 -5L-1 0L-8 5ZM8 -5L1 0L8 5Z", "M-1 -5L-8 0L-1 5ZM1 -5L8 0L1 5Z"


def sign(led: Direction, x: float, y: float) -> list[str]:
    """The sign of where a move led, around a place."""
    if led == "neither":
        return [svg.path("M0 -5L5 0L0 5L-5 0Z", "neither edge", x, y)]
    if led == "not-measurable":
        return [svg.path("M-4 0A4 4 0 1 0 4 0A4 4 0 1 0 -4 0Z", "unmeasured", x, y)]
    if led == "both":
        return [svg.path("M-8 -5L-1 0L-8 5Z", "closer edge", x, y), svg.path("M1 -5L8 0L1 5Z", "farther edge", x, y)]
    return [svg.path(_TOWARDS if led == "closer" else _AWAY, f"{led} edge", x, y)]


def _keys(lanes: Sequence[TimelineLane]) -> tuple[Key, ...]:
    changes = _changes(lanes)
    found = {direction(move) for move in changes if move.step.move.after is not None}
    if not lanes:
        return ()
    keys = [Key((svg.rect(-8, -_BAR / 2, 16, _BAR, "held"),), "a position, its words in it or at its right")]
    keys += [Key(tuple(sign(kind, 0, 0)), words) for kind, words in DIRECTIONS.items() if kind in found]
    if any(move.step.move.after is None for move in changes):
        keys.append(Key((svg.line(0, -8, 0, 8, "line"),), _ENDED))
    if any(held.red_line for lane in lanes for held in _held(lane)):
        keys.append(Key((svg.rect(-6.75, -6.75, 13.5, 13.5, "outline"),), "a red line"))
    return tuple(keys)


def _move_in_words(answer: Chart, lane: TimelineLane, move: TimelineMove) -> str:
    """``softened: at most 4.5 percent; closer to Union``."""
    step, issue = move.step, answer.agenda.issues[lane.issue]
    then = step_wording.then(step, answer.agenda)
    change = Change(issue, step.kind, step.move.before, step.move.after, (), move.movements, apart=move.apart)
    measured_by = movement_wording.measured_by(lane.party, answer.names, answer.agenda, step.move.day)
    led = movement_wording.in_full(change, measured_by)
    led = led or (_led(move) if step.move.before and step.move.after else "")
    turned = step_wording.made_by(step.move, lane.party, answer.agenda)
    return f"{step.told}{f' ({turned})' if turned else ''}: {then}" + (f"; {led}" if led else "")


def _section(answer: Chart, topic: _Topic) -> Section:
    """The same in words: every position taken and every move."""
    rows = []
    for lane in (lane for issue in topic.issues for lane in issue):
        title, name = answer.agenda.issues[lane.issue].title, answer.names[lane.party]
        if lane.first is not None:
            before = f"held before: {wording.position_in_words(lane.first, answer.agenda)}"
            rows.append(Row((cell(title), cell(name), cell(""), cell(before))))
        for move in lane.moves:
            when, words = wording.day(move.step.move.day), _move_in_words(answer, lane, move)
            rows.append(Row((cell(title), cell(name), cell(when), cell(words))))
    columns = (Column("Issue"), Column("Party"), Column("Day"), Column("Move"))
    tables = (Table(topic.title, columns, tuple(rows), "grid"),) if rows else ()
    return Section(topic.title, tables, _left_out(topic) if topic.left_out else "", named=True)
