"""Parties in an order in which those that are alike stand together.

Groups are joined by average linkage (Sokal and Michener, "A statistical method for evaluating systematic
relationships", University of Kansas Science Bulletin 38, 1958), which SciPy does; this is its only import. Of two
groups that are joined, the ends that are nearest are put together (Gruvaeus and Wainer, "Two additions to hierarchical
cluster analysis", British Journal of Mathematical and Statistical Psychology 25, 1972). Why not by SciPy too:
docs/decisions/0015.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from posdiff.comparison.figures import Metric, PairFigure
from posdiff.findings.failure import USAGE, Failure


def require_scipy() -> None:
    """Raises Failure (usage) where the library that joins the groups is not installed."""
    try:
        import scipy  # noqa: F401
    except ImportError:
        hint = "python -m pip install 'posdiff[likeness]', or leave out --order likeness"
        raise Failure(
            "the order of likeness needs the library SciPy, which is not installed", hint=hint, code=USAGE
        ) from None


def by_likeness(labels: Sequence[str], pairs: Sequence[PairFigure], metric: Metric) -> tuple[str, ...]:
    """The parties, by their labels, so that those with the nearest figures stand together.

    Two parties without a figure are as far apart as can be. The order of ``labels`` makes no difference: where two
    steps are equally good, the alphabet decides.
    """
    names = sorted(labels)
    if len(names) < 2:
        return tuple(names)
    from scipy.cluster.hierarchy import linkage

    of_two = {frozenset((pair.a, pair.b)): _apart(pair, metric) for pair in pairs}
    apart = [float(of_two[frozenset(two)]) for two in combinations(names, 2)]
    groups: list[tuple[str, ...]] = [(name,) for name in names]
    for one, other, *_ in linkage(apart, method="average"):
        first, second = groups[int(one)], groups[int(other)]
        ways = [(a, b) for a in (first, first[::-1]) for b in (second, second[::-1])]
        left, right = min(ways, key=lambda way: of_two[frozenset((way[0][-1], way[1][0]))])
        groups.append((*left, *right))
    return min(groups[-1], groups[-1][::-1])


def _apart(pair: PairFigure, metric: Metric) -> Fraction:
    """How far apart two parties are, from 0 to 1."""
    if pair.value is None:
        return Fraction(1)
    return pair.value if metric == "distance" else 1 - pair.value / 100
