"""All deadlocks of an answer as one graph: the steps in a column, what is demanded once, however many rings it is in.

Down the left go the demands that follow the agenda's order of the steps, up the right those that lead back; between
neighbours a demand goes straight down. Whatever way the parties take down the left, the right leads them back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from posdiff.answers.chart import Chart
from posdiff.answers.compare import Compare
from posdiff.comparison.deadlocks import Deadlock, RingEdge
from posdiff.dossier.position import Held
from posdiff.kinds.kind import joined
from posdiff.reports import wording
from posdiff.reports.charts import about, look, svg
from posdiff.reports.charts.lettering import cut, width, wrapped
from posdiff.reports.charts.picture import Key, Picture
from posdiff.reports.document import Column, Row, Section, Table, cell

_BOX, _GAP, _LINE = 210.0, 42.0, 15.0
_PORT, _TRACK = 17.0, 18.0
_MOST_LABEL = 220.0


class _Demand(NamedTuple):
    """An edge between the rows of two steps; ``rings``: how many deadlocks it is in."""

    start: int
    end: int
    edge: RingEdge
    rings: int


class _Route(NamedTuple):
    """A demand beside the column, on a track of its own, counted from the boxes outwards."""

    demand: _Demand
    track: int


class _Step(NamedTuple):
    """The box of a step: its words, and where it lies from ``top`` to ``bottom``."""

    words: tuple[str, ...]
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half-way down."""
        return (self.top + self.bottom) / 2


def picture(answer: Chart) -> Picture:
    """The picture of all deadlocks of a comparison."""
    compared = answer.of
    assert isinstance(compared, Compare)
    rings = compared.deadlocks
    owners = [owner for ring in rings for edge in ring.edges for owner in edge.owners]
    said: dict[str, list[Held]] = {}
    for owner in dict.fromkeys(owners):
        said.setdefault(answer.names[owner.party], []).append(answer.positions[owner.party].terms[owner.issue])
    held = [position for positions in said.values() for position in positions]
    steps = _in_order(answer, rings)
    demands = _demands(rings, steps)
    cut_short = () if compared.deadlocks_complete else (wording.CUT,)
    return Picture(
        f"What blocks what between {about.parties(answer)}", answer.agenda.title or "",
        (_counted(rings, steps, demands), about.as_of(answer, said)), _keys(demands), _drawing(answer, steps, demands),
        (*cut_short, *about.notes(answer)), about.sources(held), about.listing(answer), tuple(_sections(answer, rings)),
    )  # fmt: skip


def _in_order(answer: Chart, rings: Sequence[Deadlock]) -> list[str]:
    """The steps of all rings, in the agenda's order."""
    return sorted({step for ring in rings for step in ring.steps}, key=answer.agenda.course.rank.__getitem__)


def _demands(rings: Sequence[Deadlock], steps: Sequence[str]) -> list[_Demand]:
    """What is demanded, each once."""
    row = {step: number for number, step in enumerate(steps)}
    counts: dict[tuple[int, int, bool, bool], tuple[RingEdge, int]] = {}
    for ring in rings:
        for edge in ring.edges:
            key = row[edge.before], row[edge.after], edge.together, edge.agenda
            counts[key] = edge, counts.get(key, (edge, 0))[1] + 1
    return [_Demand(key[0], key[1], *counts[key]) for key in sorted(counts)]


def _counted(rings: Sequence[Deadlock], steps: Sequence[str], demands: Sequence[_Demand]) -> str:
    """``7 deadlocks in 7 steps and 11 demands; no order of events can meet all of them``."""
    if not rings:
        return "No deadlock: some order of events meets all preconditions"
    asked = sum(not demand.edge.agenda for demand in demands)
    words = f"{wording.relation_count('deadlock', len(rings))} in {wording.count(len(steps), 'step')}"
    return f"{words} and {wording.count(asked, 'demand')}: no order of events can meet all of them"


def _drawing(answer: Chart, steps: Sequence[str], demands: Sequence[_Demand]) -> svg.Drawing:
    neighbours = {demand.start: demand for demand in reversed(demands) if demand.end == demand.start + 1}
    down = _routed([demand for demand in demands if demand.end > demand.start and demand not in neighbours.values()])
    back = _routed([demand for demand in demands if demand.end < demand.start])
    boxes = _boxes(answer, steps, (down, back))
    rooms = [
        max((width(_label(answer, route.demand), look.SMALL) for route in side), default=0.0) + 20
        for side in (down, back)
    ]
    left, right = (
        room + _TRACK * max((route.track for route in side), default=0) + 8
        for room, side in zip(rooms, (down, back), strict=True)
    )
    elements = [shape for box in boxes for shape in _drawn_box(box, left)]
    for demand in neighbours.values():
        elements += _straight(demand, boxes, left + _BOX / 2, _label(answer, demand))
    for side, routes, room in ((-1, down, rooms[0]), (1, back, rooms[1])):
        near = left if side < 0 else left + _BOX
        for route in routes:
            elements += _routed_line(route, routes, boxes, near, side, room, _label(answer, route.demand))
    height = boxes[-1].bottom + 2 if boxes else 0
    return svg.Drawing(left + _BOX + right, height, tuple(elements))


def _routed(demands: Sequence[_Demand]) -> list[_Route]:
    """Each demand on the nearest track that is free over all rows that it passes; short ones are nearest."""
    taken: list[list[tuple[int, int]]] = []
    routes = []
    for demand in sorted(demands, key=lambda demand: (abs(demand.end - demand.start), demand.start, demand.end)):
        low, high = sorted((demand.start, demand.end))
        track = next((n for n, spans in enumerate(taken) if all(high < a or b < low for a, b in spans)), len(taken))
        taken += [[]] if track == len(taken) else []
        taken[track].append((low, high))
        routes.append(_Route(demand, track))
    return routes


def _boxes(answer: Chart, steps: Sequence[str], sides: Sequence[Sequence[_Route]]) -> list[_Step]:
    """The boxes one under another, each high enough for its words and for what arrives and leaves beside it."""
    boxes: list[_Step] = []
    y = 0.0
    for number, step in enumerate(steps):
        words = wrapped(answer.agenda.course.titles[step], _BOX - 20, look.PLAIN, 3)
        ports = max(sum(number in (r.demand.start, r.demand.end) for r in side) for side in sides)
        height = max(_LINE * len(words) + 18, _PORT * ports + 8)
        boxes.append(_Step(words, y, y + height))
        y += height + _GAP
    return boxes


def _drawn_box(box: _Step, left: float) -> Iterator[str]:
    yield svg.rect(left, box.top, _BOX, box.bottom - box.top, "step", 6)
    base = box.middle + 4.5 - _LINE * (len(box.words) - 1) / 2
    yield from svg.lines(left + _BOX / 2, base, box.words, _LINE, "", "middle")


def _label(answer: Chart, demand: _Demand) -> str:
    """Who demands it, and in how many deadlocks it is: ``Russia, in 4``."""
    names = [answer.names[party] for party in dict.fromkeys(owner.party for owner in demand.edge.owners)]
    who = cut(joined(names) if names else "the agenda", _MOST_LABEL, look.SMALL)
    return f"{who}, in {demand.rings:,}"


def _style(demand: _Demand) -> str:
    return "given" if demand.edge.agenda else "demand"


def _straight(demand: _Demand, boxes: Sequence[_Step], x: float, label: str) -> list[str]:
    top, bottom = boxes[demand.start].bottom, boxes[demand.end].top
    tips = [_tip(x, bottom, 0, 1)] + ([_tip(x, top, 0, -1)] if demand.edge.together else [])
    return [
        svg.line(x, top, x, bottom - 4, _style(demand)),
        *tips,
        svg.text(x + 10, (top + bottom) / 2 + 4, label, "small"),
    ]


def _routed_line(
    route: _Route, routes: Sequence[_Route], boxes: Sequence[_Step], near: float, side: int, room: float, label: str
) -> list[str]:
    """A line from the side of a box, along its track, to the side of another box; the words stand where it begins."""
    demand = route.demand
    start = _port(route, demand.start, routes, boxes)
    end = _port(route, demand.end, routes, boxes)
    far = near + side * (room + _TRACK * route.track)
    n = svg.number
    steps = f"M{n(near)} {n(start)}H{n(far)}V{n(end)}H{n(near + side * 4)}"
    tips = [_tip(near, end, -side, 0)] + ([_tip(near, start, -side, 0)] if demand.edge.together else [])
    aside = side * (14 if demand.edge.together else 8)  # clear of the point that stands there
    words = svg.text(near + aside, start - 4, label, "small", "start" if side > 0 else "end")
    return [svg.path(steps, _style(demand)), *tips, words]


def _port(route: _Route, row: int, routes: Sequence[_Route], boxes: Sequence[_Step]) -> float:
    """The height at which a line leaves or reaches the side of a box, so that no two lines of one box cross.

    Lines that go up lie above those that come from below; of those that go up the innermost lies highest, of those
    that go down the outermost.
    """
    here = [r for r in routes if row in (r.demand.start, r.demand.end)]
    upwards = [r for r in here if min(r.demand.start, r.demand.end) < row]
    downwards = [r for r in here if max(r.demand.start, r.demand.end) > row]
    order = [*sorted(upwards, key=lambda r: r.track), *sorted(downwards, key=lambda r: -r.track)]
    box = boxes[row]
    return box.middle + _PORT * (order.index(route) - (len(order) - 1) / 2) + 3


def _tip(x: float, y: float, dx: int, dy: int, long: int = 9) -> str:
    """The point of an arrow that arrives at a place from a direction."""
    n = svg.number
    back_x, back_y = x - long * dx, y - long * dy
    aside_x, aside_y = long / 2 * dy, long / 2 * dx
    corners = f"{n(back_x + aside_x)} {n(back_y + aside_y)}L{n(back_x - aside_x)} {n(back_y - aside_y)}"
    return svg.path(f"M{n(x)} {n(y)}L{corners}Z", "solid")


def _keys(demands: Sequence[_Demand]) -> tuple[Key, ...]:
    keys = []
    asked = [demand.edge for demand in demands if not demand.edge.agenda]
    if any(not edge.together for edge in asked):
        keys.append(Key((svg.line(-8, 0, 4, 0, "demand"), _tip(8, 0, 1, 0, 6)), "a party demands this order"))
    if any(edge.together for edge in asked):
        both = svg.line(-4, 0, 4, 0, "demand"), _tip(8, 0, 1, 0, 6), _tip(-8, 0, -1, 0, 6)
        keys.append(Key(both, "a party demands both at the same time"))
    if any(demand.edge.agenda for demand in demands):
        keys.append(
            Key((svg.line(-8, 0, 4, 0, "given"), _tip(8, 0, 1, 0, 6)), "the order of things, as the agenda reads it")
        )
    if any(demand.rings > 1 for demand in demands):
        keys.append(Key((svg.text(0, 4, "in 4", "small", "middle"),), "lies in 4 of the deadlocks"))
    return tuple(keys)


def _sections(answer: Chart, rings: Sequence[Deadlock]) -> Iterator[Section]:
    """The same in words: each ring, with who demands each step of it."""
    for number, ring in enumerate(rings, 1):
        rows = [Row((cell(wording.edge_in_words(edge, answer.agenda)), cell(_by(answer, edge)))) for edge in ring.edges]
        title = f"{number}. {wording.ring_in_words(ring, answer.agenda)}"
        columns = (Column("Order"), Column("Demanded by"))
        yield Section(title, (Table(title, columns, tuple(rows), "grid"),), named=True)


def _by(answer: Chart, edge: RingEdge) -> str:
    """Who demands it, on which issue; or that it lies in the nature of things, and why."""
    said = []
    for owner in edge.owners:
        way = wording.through_blocs(owner.part.through[-1:], answer.agenda)
        name = f"{answer.names[owner.party]}{f', {way}' if way else ''}"
        said.append(f"{name} ({answer.agenda.issues[owner.issue].title})")
    return joined(said) if said else f"the agenda{f': {edge.why}' if edge.why else ''}"
