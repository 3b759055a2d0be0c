"""Figures for pairs of parties, each with the number of issues it is taken over. Definitions: docs/semantics.md.

A figure never stands for a position: the issues on which a red line is crossed are listed beside it. ``agreement`` is
the measure of the Wahl-O-Mat (Bundeszentrale für politische Bildung), ``distance`` is that of Gower ("A general
coefficient of similarity and some of its properties", Biometrics 27, 1971), which for single values on a scale is
that of the DEU studies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, compress, repeat
from math import lcm
from typing import Literal, NamedTuple

from posdiff.comparison.relations import AcceptedOutcomes, relation_between
from posdiff.dossier.agenda import Agenda, Issue
from posdiff.dossier.position import Held, Position
from posdiff.kinds.kind import Space

Metric = Literal["overlap", "agreement", "distance"]
METRICS: tuple[Metric, ...] = ("overlap", "agreement", "distance")
#: Below so many issues a figure says less than their number.
LEAST_SHARED = 3
#: What an issue adds to ``overlap`` where two parties do not overlap, and where they do.
_OVERLAP = (Fraction(0), Fraction(1))
#: The relations that ``overlap`` counts: those in which there is a verdict on two parties.
_WITH_VERDICT = ("contradiction", "conditional", "overlap", "agreed")


class PairFigure(NamedTuple):
    """A figure for two parties. ``value``: percent for overlap and agreement, 0 to 1 for distance; None: none shared.

    ``shared``: how many issues the mean is taken over; ``issues``: how many were looked at; ``red_lines``: those in
    contradiction, or conditional, where one of the two has a red line.
    """

    a: str
    b: str
    value: Fraction | None
    shared: int
    issues: int
    red_lines: tuple[str, ...]


class _Added(NamedTuple):
    """What one issue adds to the figure of two parties: to the mean, where it counts; and a red line crossed."""

    value: Fraction | None
    crossed: bool


#: What is added where one of the two has no position, or nothing is compared.
_NOTHING = _Added(None, False)


def pairs(
    agenda: Agenda, positions: Mapping[str, Position], metric: Metric, issues: Sequence[str]
) -> tuple[PairFigure, ...]:
    """The figure for every two of the parties, over these issues.

    Many parties hold few different terms on an issue: what it adds is found for each two different ones, and looked up
    for the parties. The numbers of a party are summed column by column, a column for each party after it.
    """
    names, ids = list(positions), list(issues)
    if not ids:
        return tuple(PairFigure(a, b, None, 0, 0, ()) for a, b in combinations(names, 2))
    found = [_Issue.of(agenda.issues[id], list(positions.values()), metric) for id in ids]
    unit = lcm(*(added.value.denominator for one in found for added in one.added if added.value is not None))
    totals = [one.rows_of(lambda added: 0 if added.value is None else _times(added.value, unit)) for one in found]
    counts = [one.rows_of(lambda added: int(added.value is not None)) for one in found]
    crossing = [
        (id, one.rows_of(lambda added: added.crossed)) for id, one in zip(ids, found, strict=True) if one.crossed
    ]
    crossed_ids = [id for id, _ in crossing]
    scale = 1 if metric == "distance" else 100
    figures: list[PairFigure] = []
    for number, name in enumerate(names):
        others = names[number + 1 :]
        crossings = _columns([rows for _, rows in crossing], number) if crossing else repeat((), len(others))
        of_pairs = zip(
            others, map(sum, _columns(totals, number)), map(sum, _columns(counts, number)), crossings, strict=True
        )
        for other, total, shared, crossed in of_pairs:
            mean = Fraction(total * scale, unit * shared) if shared else None
            red_lines = tuple(compress(crossed_ids, crossed))
            figures.append(PairFigure(name, other, mean, shared, len(ids), red_lines))
    return tuple(figures)


class _Issue(NamedTuple):
    """What one issue adds to the figures. ``rows``: by party, for it and each other party a number in ``added``.

    Parties that hold the same share one row. What stands in it before the first party that holds the same, and for
    that party itself, is not looked at.
    """

    rows: list[list[int]]
    added: list[_Added]

    @classmethod
    def of(cls, issue: Issue, positions: Sequence[Position], metric: Metric) -> _Issue:
        """What an issue adds for every two of the positions."""
        space, added = issue.space, [_NOTHING]
        held = [position.terms.get(issue.id) for position in positions]
        if not space.comparable:
            return cls([[0] * len(held)] * len(held), added)
        # The forms are numbered, since to hash one costs more than all that follows.
        numbers: dict[object, int] = {}
        forms = [None if one is None else numbers.setdefault(one.form, len(numbers)) for one in held]
        first = dict(zip(reversed(forms), reversed(held), strict=True))
        measured = {form: _Measured(space, one) for form, one in first.items() if one is not None}
        by_form: dict[int | None, list[int]] = {None: [0] * len(held)}
        for number, form in enumerate(forms):
            if form in by_form:
                continue
            found: dict[int | None, int] = {None: 0}
            for other in dict.fromkeys(forms[number + 1 :]):
                if other is not None:
                    found[other] = len(added)
                    added.append(_added(space, measured[form], measured[other], metric))
            by_form[form] = [0] * (number + 1) + [found[other] for other in forms[number + 1 :]]
        return cls([by_form[form] for form in forms], added)

    @property
    def crossed(self) -> bool:
        """Whether any two have a red line crossed here."""
        return any(added.crossed for added in self.added)

    def rows_of(self, of: Callable[[_Added], int]) -> list[list[int]]:
        """The rows with a number for what is added; those that were one list are one again."""
        numbers = [of(added) for added in self.added]
        made = {id(row): [numbers[place] for place in row] for row in {id(row): row for row in self.rows}.values()}
        return [made[id(row)] for row in self.rows]


def _times(value: Fraction, unit: int) -> int:
    """How many times a multiple of one part of ``unit`` holds that part."""
    return value.numerator * (unit // value.denominator)


def _columns(by_issue: Sequence[list[list[int]]], number: int) -> Iterator[tuple[int, ...]]:
    """For each party after this one, the numbers of all issues."""
    return zip(*(rows[number][number + 1 :] for rows in by_issue), strict=True)


class _Measured:
    """A position on an issue, with what is asked of it for each other one: found once."""

    def __init__(self, space: Space, held: Held) -> None:
        self.accepted = AcceptedOutcomes(space, held.terms)
        self.red_line, self.vague = held.red_line, held.vague


def _added(space: Space, first: _Measured, second: _Measured, metric: Metric) -> _Added:
    pair_relation = relation_between(space, (first.accepted, second.accepted))
    crossed = (first.red_line or second.red_line) and pair_relation in ("contradiction", "conditional")
    value = None
    if metric == "overlap":
        if pair_relation in _WITH_VERDICT:
            value = _OVERLAP[pair_relation in ("agreed", "overlap")]
    elif not (first.vague or second.vague):
        value = _value(space, first, second, metric)
    return _Added(value, crossed)


def _value(space: Space, first: _Measured, second: _Measured, metric: Metric) -> Fraction | None:
    """What one issue adds to the mean, from 0 to 1; None where the metric does not look at it."""
    one, other = (each.accepted.together[0] for each in (first, second))
    if not one or not other:
        return None
    return space.separation(one, other) if metric == "distance" else space.agreement(one, other)


def rounded(value: Fraction, metric: Metric) -> float:
    """A figure as it is shown: percent to one decimal, distance to three, halves away from zero."""
    places = 1000 if metric == "distance" else 10
    return int(value * places + Fraction(1, 2)) / places
