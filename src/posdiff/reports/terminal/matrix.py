"""The page of ``matrix``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posdiff.comparison.figures import Metric, PairFigure
from posdiff.dossier.agenda import Agenda
from posdiff.reports import wording
from posdiff.reports.terminal.page import Page, Span

_COLUMN = 13
#: So many columns stay within 80 characters beside a name of two dozen.
_MOST = 4


def page(
    found: Sequence[PairFigure],
    metric: Metric,
    agenda: Agenda,
    names: Mapping[str, str],
    as_of: int,
    unicode: bool = True,
) -> Page:
    """Every pair of parties in one table: the figure, what it is taken over, the red lines in the way."""
    made = Page(unicode)
    made.line(Span(wording.METRIC_TITLES[metric], "strong"), f" as of {wording.day(as_of)}: ",
              Span(wording.METRIC_MEANINGS[metric], "faint"), hang=2)  # fmt: skip
    made.space()
    by_pair = {frozenset((pair.a, pair.b)): pair for pair in found}
    parties = list(names)
    for first in range(0, len(parties), _MOST):
        if first:
            made.space()
        _band(made, by_pair, metric, names, parties[first : first + _MOST], unicode)
    _crossed(made, found, agenda, names)
    return made


def _band(
    made: Page, by_pair: Mapping[frozenset[str], PairFigure], metric: Metric, names: Mapping[str, str],
    columns: Sequence[str], unicode: bool,
) -> None:  # fmt: skip
    """Every party against some of them: as many as a terminal has room for."""
    wide = max((len(name) for name in names.values()), default=0) + 4
    number = {party: place for place, party in enumerate(names, 1)}
    made.line(Span(" " * wide + "".join(f"{number[party]:>{_COLUMN}}" for party in columns), "faint"))
    for party, name in names.items():
        row = [by_pair.get(frozenset((party, other))) for other in columns]
        figures = "".join(f"{_figure(pair, metric, unicode):>{_COLUMN}}" for pair in row)
        made.line(Span(f"{number[party]:>2} {name:<{wide - 3}}", "party"), Span(figures, "strong"))
        coverage = "".join(f"{f'{pair.shared} of {pair.issues}' if pair else '':>{_COLUMN}}" for pair in row)
        if coverage.strip():
            made.line(Span(" " * wide + coverage, "faint"))
        if any(pair and pair.red_lines for pair in row):
            red = "".join(f"{_red(pair):>{_COLUMN}}" for pair in row)
            made.line(Span(" " * wide + red, "red-line"))


def _figure(pair: PairFigure | None, metric: Metric, unicode: bool) -> str:
    if pair is None:
        return "–" if unicode else "-"
    words = wording.figure_in_words(pair, metric)
    return f"{words} {wording.shade(pair, metric)}".rstrip() if unicode else words


def _red(pair: PairFigure | None) -> str:
    return wording.count(len(pair.red_lines), "red line") if pair and pair.red_lines else ""


def _crossed(made: Page, found: Sequence[PairFigure], agenda: Agenda, names: Mapping[str, str]) -> None:
    crossed = [pair for pair in found if pair.red_lines]
    if not crossed:
        return
    made.space()
    made.line(Span("RED LINES IN THE WAY", "heading"), Span(f"  {wording.CROSSED_MEANING}", "faint"))
    for pair in crossed:
        titles = "; ".join(agenda.issues[issue].title for issue in pair.red_lines)
        made.line(Span(f"{names[pair.a]} and {names[pair.b]}", "party"), f": {titles}", indent=2, hang=2)
