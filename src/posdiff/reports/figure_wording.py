"""Figures for pairs of parties in words: never without what they are taken over. The same in every report."""

from __future__ import annotations

from collections.abc import Mapping

from posdiff.comparison.figures import LEAST_SHARED, Metric, PairFigure, rounded
from posdiff.reports import wording

METRIC_TITLES: Mapping[str, str] = {"overlap": "Overlap", "agreement": "Agreement", "distance": "Distance"}

METRIC_MEANINGS: Mapping[str, str] = {
    "overlap": "of the issues with a verdict on the two, the percentage agreed or with an outcome that neither refuses",
    "agreement": "over ordered options, in percent: 100 where both name the same one, 0 where they name the two ends",
    "distance": "from 0 (a common outcome on every issue) to 1 (as far apart as can be on every issue)",
}

CROSSED = "Contested issues with a red line"
CROSSED_MEANING = (
    "contested: a contradiction, or agreement depends on conditions; one of the two has a red line there, which need "
    "not be what keeps them apart"
)

BY_LIKENESS = "Those that are alike stand together: by average linkage, the nearest ends put together."

NONE_SHARED = "none shared"

_SHADES = "·░▒▓█"


def figure_in_words(pair: PairFigure, metric: Metric) -> str:
    """A figure as it is shown; ``none shared`` where there is nothing that it could be taken over.

    Over so few issues that a percentage would mislead: how many are agreed or overlap, or that they are too few.
    """
    if pair.value is None:
        return NONE_SHARED
    if pair.shared < LEAST_SHARED:
        return f"{pair.value * pair.shared / 100} of {pair.shared}" if metric == "overlap" else "too few issues"
    return f"{rounded(pair.value, metric):.3f}" if metric == "distance" else f"{rounded(pair.value, metric):.1f} %"


def shade(pair: PairFigure, metric: Metric) -> str:
    """A sign from empty to full, so that a table of figures reads as a heat map without colour."""
    if pair.value is None or pair.shared < LEAST_SHARED:
        return ""
    share = pair.value if metric == "distance" else pair.value / 100
    return _SHADES[min(int(share * len(_SHADES)), len(_SHADES) - 1)]


def coverage_in_words(pair: PairFigure, metric: Metric) -> str:
    """``over 7 of 46 issues``; of ``overlap``, how many of them are agreed or overlap: ``5 of 7 (46 issues)``."""
    if metric == "overlap" and pair.value is not None and pair.shared >= LEAST_SHARED:
        return f"{pair.value * pair.shared / 100} of {pair.shared} ({wording.count(pair.issues, 'issue')})"
    return f"over {pair.shared} of {wording.count(pair.issues, 'issue')}"


def issues_with_a_red_line(pair: PairFigure) -> str:
    """``a red line on 3 issues``: one or more, of one of the two or of both."""
    return f"a red line on {wording.count(len(pair.red_lines), 'issue')}"
