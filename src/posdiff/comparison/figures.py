"""Figures for pairs of parties, each with the number of issues it is taken over. Definitions: docs/semantics.md.

A figure never stands for a position: the issues on which a red line is crossed are listed beside it. ``agreement`` is
the measure of the Wahl-O-Mat (Bundeszentrale für politische Bildung), ``distance`` is that of Gower ("A general
coefficient of similarity and some of its properties", Biometrics 27, 1971), which for single values on a scale is
that of the DEU studies.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, compress
from math import lcm
from typing import Literal, NamedTuple

from posdiff.comparison.relations import relation
from posdiff.dossier.agenda import Agenda, Issue
from posdiff.dossier.position import Held, Position
from posdiff.dossier.region import accepted

Metric = Literal["overlap", "agreement", "distance"]
METRICS: tuple[Metric, ...] = ("overlap", "agreement", "distance")
#: Below so many issues a figure says less than their number.
LEAST_SHARED = 3
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

    Many parties hold few different terms on an issue: what it adds is found for each two different ones. It is kept as
    one row for all parties that come after the first to hold a term; the rows of a party are summed column by column.
    """
    names, ids = list(positions), list(issues)
    if not ids:
        return tuple(PairFigure(a, b, None, 0, 0, ()) for a, b in combinations(names, 2))
    rows = [_rows(agenda.issues[id], list(positions.values()), metric) for id in ids]
    every = {added for of_issue in rows for row in of_issue for added in row}
    unit = lcm(*(added.value.denominator for added in every if added.value is not None))
    whole = {added: 0 if added.value is None else int(added.value * unit) for added in every}
    totals = [_each(of_issue, whole.__getitem__) for of_issue in rows]
    counts = [_each(of_issue, lambda added: int(added.value is not None)) for of_issue in rows]
    crossings = [_each(of_issue, lambda added: added.crossed) for of_issue in rows]
    scale = 1 if metric == "distance" else 100
    figures: list[PairFigure] = []
    for number, name in enumerate(names):
        of_pairs = zip(
            names[number + 1 :],
            map(sum, _columns(totals, number)),
            map(sum, _columns(counts, number)),
            _columns(crossings, number),
            strict=True,
        )
        for other, total, shared, crossed in of_pairs:
            mean = Fraction(total * scale, unit * shared) if shared else None
            figures.append(PairFigure(name, other, mean, shared, len(ids), tuple(compress(ids, crossed))))
    return tuple(figures)


def _rows(issue: Issue, positions: Sequence[Position], metric: Metric) -> list[list[_Added]]:
    """By party, what the issue adds for it and each party; parties that hold the same share one list.

    What stands in a list before the first party that holds the same, and for that party itself, is not looked at.
    """
    held = [position.terms.get(issue.id) for position in positions]
    nothing = [_NOTHING] * len(held)
    if not issue.space.comparable:
        return [nothing] * len(held)
    forms = [None if one is None else one.form for one in held]
    found: dict[tuple[object, object], _Added] = {}
    by_form: dict[object, list[_Added]] = {None: nothing}
    for number, (form, one) in enumerate(zip(forms, held, strict=True)):
        if one is None or form in by_form:
            continue
        row = nothing[: number + 1]
        for other_form, other in zip(forms[number + 1 :], held[number + 1 :], strict=True):
            if other is None:
                row.append(_NOTHING)
                continue
            both = (form, other_form)
            if both not in found:
                found[both] = _added(issue, one, other, metric)
            row.append(found[both])
        by_form[form] = row
    return [by_form[form] for form in forms]


def _each(rows: Sequence[list[_Added]], of: Callable[[_Added], int]) -> list[list[int]]:
    """The rows of an issue with a number for what is added; those that were one list are one again."""
    made = {id(row): [of(added) for added in row] for row in {id(row): row for row in rows}.values()}
    return [made[id(row)] for row in rows]


def _columns(by_issue: Sequence[list[list[int]]], number: int) -> Iterator[tuple[int, ...]]:
    """For each party after this one, the numbers of all issues."""
    return zip(*(rows[number][number + 1 :] for rows in by_issue), strict=True)


def _added(issue: Issue, first: Held, second: Held, metric: Metric) -> _Added:
    pair_relation = relation(issue.space, (first.terms, second.terms))
    crossed = (first.red_line or second.red_line) and pair_relation in ("contradiction", "conditional")
    value = None
    if metric == "overlap":
        if pair_relation in _WITH_VERDICT:
            value = Fraction(pair_relation in ("agreed", "overlap"))
    elif not (first.vague or second.vague):
        value = _value(issue, first, second, metric)
    return _Added(value, crossed)


def _value(issue: Issue, first: Held, second: Held, metric: Metric) -> Fraction | None:
    """What one issue adds to the mean, from 0 to 1; None where the metric does not look at it."""
    space = issue.space
    one, other = (accepted(space, held.terms) for held in (first, second))
    if not one or not other:
        return None
    return space.separation(one, other) if metric == "distance" else space.agreement(one, other)


def rounded(value: Fraction, metric: Metric) -> float:
    """A figure as it is shown: percent to one decimal, distance to three, halves away from zero."""
    places = 1000 if metric == "distance" else 10
    return int(value * places + Fraction(1, 2)) / places
