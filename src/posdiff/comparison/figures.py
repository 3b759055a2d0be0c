"""Figures for pairs of parties, each with the number of issues it is taken over. Definitions: docs/semantics.md.

A figure never stands for a position: the issues on which a red line is crossed are listed beside it. ``agreement`` is
the measure of the Wahl-O-Mat (Bundeszentrale für politische Bildung), ``distance`` is that of Gower ("A general
coefficient of similarity and some of its properties", Biometrics 27, 1971), which for single values on a scale is
that of the DEU studies.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations
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


def pairs(
    agenda: Agenda, positions: Mapping[str, Position], metric: Metric, issues: Sequence[str]
) -> tuple[PairFigure, ...]:
    """The figure for every two of the parties, over these issues."""
    chosen = [agenda.issues[id] for id in issues]
    return tuple(_pair(a, b, positions, metric, chosen) for a, b in combinations(positions, 2))


def _pair(a: str, b: str, positions: Mapping[str, Position], metric: Metric, issues: Sequence[Issue]) -> PairFigure:
    values: list[Fraction] = []
    crossed: list[str] = []
    for issue in issues:
        first, second = (positions[name].terms.get(issue.id) for name in (a, b))
        if first is None or second is None or not issue.space.comparable:
            continue
        pair_relation = relation(issue.space, (first.terms, second.terms))
        red = first.red_line or second.red_line
        if red and pair_relation in ("contradiction", "conditional"):
            crossed.append(issue.id)
        if metric == "overlap":
            values += [Fraction(pair_relation in ("agreed", "overlap"))] if pair_relation in _WITH_VERDICT else []
        elif not (first.vague or second.vague):
            value = _value(issue, first, second, metric)
            values += [] if value is None else [value]
    mean = sum(values, Fraction(0)) / len(values) if values else None
    if mean is not None and metric != "distance":
        mean *= 100
    return PairFigure(a, b, mean, len(values), len(issues), tuple(crossed))


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
