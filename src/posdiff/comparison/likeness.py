"""Parties in an order in which those that are alike stand together.

Groups are joined by average linkage (Sokal and Michener, "A statistical method for evaluating systematic
relationships", University of Kansas Science Bulletin 38, 1958). Of two groups that are joined, the ends that are
nearest are put together (Gruvaeus and Wainer, "Two additions to hierarchical cluster analysis", British Journal of
Mathematical and Statistical Psychology 25, 1972).
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from posdiff.comparison.figures import Metric, PairFigure


def by_likeness(labels: Sequence[str], pairs: Sequence[PairFigure], metric: Metric) -> tuple[str, ...]:
    """The parties, by their labels, so that those with the nearest figures stand together.

    Two parties without a figure are as far apart as can be. Of groups equally near, those named first are joined.
    """
    apart = {frozenset((pair.a, pair.b)): _apart(pair, metric) for pair in pairs}
    groups: dict[int, tuple[str, ...]] = {number: (label,) for number, label in enumerate(labels)}
    # Between two groups, the sum of what is between each two of their parties.
    sums = {(one, other): apart[frozenset((labels[one], labels[other]))] for one, other in combinations(groups, 2)}
    while len(groups) > 1:
        one, other = min(sums, key=lambda two: (sums[two] / (len(groups[two[0]]) * len(groups[two[1]])), two))
        first, second = groups[one], groups.pop(other)
        del sums[one, other]
        for third in groups:
            if third != one:
                sums[min(one, third), max(one, third)] += sums.pop((min(other, third), max(other, third)))
        ways = [(a, b) for a in (first, first[::-1]) for b in (second, second[::-1])]
        left, right = min(ways, key=lambda way: apart[frozenset((way[0][-1], way[1][0]))])
        groups[one] = (*left, *right)
    return next(iter(groups.values()), ())


def _apart(pair: PairFigure, metric: Metric) -> Fraction:
    """How far apart two parties are, from 0 to 1."""
    if pair.value is None:
        return Fraction(1)
    return pair.value if metric == "distance" else 1 - pair.value / 100
