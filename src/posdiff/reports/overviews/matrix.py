"""The overview of ``matrix``: figures, what they are taken over, and red lines, each in a table of narrow columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from posdiff.answers.matrix import Matrix
from posdiff.comparison.figures import LEAST_SHARED, PairFigure, rounded
from posdiff.reports import figure_wording
from posdiff.reports.compose import basis
from posdiff.reports.compose import matrix as in_full
from posdiff.reports.document import Bullets, Column, Document, Paragraph, Row, Section, Table, cell, line
from posdiff.reports.initials import initials, key_to
from posdiff.reports.overviews import short

#: So many pairs have a line each.
_MOST_PAIRS = 10
#: So wide the names of parties are at least, and a figure; between columns there is a blank at least.
_NAMES, _FIGURE = 16, 3


def document(answer: Matrix, width: int) -> Document:
    """The figure of each pair, what it is taken over, and the red lines in the way; which pairs these are."""
    metric = answer.metric
    shown = _figure_of_distance if metric == "distance" else _figure_in_percent
    title, unit = figure_wording.METRIC_TITLES[metric], "" if metric == "distance" else ", in percent"
    called = _called(answer.names, width)
    key = () if called == answer.names else (Paragraph(key_to(called, answer.names)),)
    figures = _tables(answer, shown, called, width)
    over = _tables(answer, lambda pair: f"{pair.shared}", called, width)
    parts = [Section(f"{title}{unit}", (*figures, *key), figure_wording.METRIC_MEANINGS[metric])]
    parts.append(Section("Issues that the figure is taken over", over, "·: too few for a figure"))
    crossed = sorted((pair for pair in answer.pairs if pair.red_lines), key=lambda pair: -len(pair.red_lines))
    if crossed:
        counts = _tables(answer, lambda pair: f"{len(pair.red_lines) or ''}", called, width)
        lines = tuple(in_full.red_lines(pair, answer) for pair in crossed[:_MOST_PAIRS])
        left = len(crossed) - len(lines)
        more = (Paragraph(line(f"And {left} pairs more: --full shows them.", "faint")),) if left else ()
        blocks = (*counts, Bullets(lines, cut=True, apart=True), *more)
        parts.append(Section("Issues with a red line in the way", blocks, figure_wording.CROSSED_MEANING))
    if answer.on_record:
        parts += _on_record(answer, f"{title.lower()}{unit}", shown, called, width)
    return Document("matrix", in_full.head(answer), (), basis.lines(answer.basis), (*parts, short.more("matrix")))


def _on_record(
    answer: Matrix, title: str, shown: Callable[[PairFigure], str], called: Mapping[str, str], width: int
) -> list[Section]:
    """The same tables of what the parties themselves stated, where a report changed a figure."""

    def own(pair: PairFigure) -> PairFigure:
        return answer.on_record.get((pair.a, pair.b), pair)

    tables: dict[str, Callable[[PairFigure], str]] = {
        title: lambda pair: shown(own(pair)),
        "issues that it is taken over": lambda pair: f"{own(pair).shared}",
        "issues with a red line in the way": lambda pair: f"{len(own(pair).red_lines) or ''}",
    }
    return [
        Section(f"On record, without reports: {words}", _tables(answer, figure, called, width))
        for words, figure in tables.items()
    ]


def _called(names: Mapping[str, str], width: int) -> Mapping[str, str]:
    """What stands over the columns: names, or letters where these do not fit."""
    needed = max(map(len, names.values())) + sum(len(name) + 2 for name in names.values())
    return names if needed + 2 <= width else initials(names)


def _tables(
    answer: Matrix, shown: Callable[[PairFigure], str], called: Mapping[str, str], width: int
) -> tuple[Table, ...]:
    """One table, or several below each other where there is no room for all the columns."""
    labels = list(answer.names)
    needed = sum(max(_FIGURE, len(called[label])) + 1 for label in labels)
    bands = 1 if called == answer.names else -(-needed // max(1, width - _NAMES))
    each = -(-len(labels) // bands)
    across = [{label: called[label] for label in labels[at : at + each]} for at in range(0, len(labels), each)]
    return tuple(_table(answer, columns, shown) for columns in across)


def _table(answer: Matrix, across: Mapping[str, str], shown: Callable[[PairFigure], str]) -> Table:
    by_pair = {frozenset((pair.a, pair.b)): pair for pair in answer.pairs}
    rows = []
    for label, name in answer.names.items():
        pairs = (by_pair.get(frozenset((label, other))) for other in across)
        cells = (cell(shown(pair)) if pair else cell("–", "faint") for pair in pairs)
        rows.append(Row((cell(name, "strong"), *cells)))
    columns = (Column("Party"), *(Column(title, short=True) for title in across.values()))
    return Table("Every pair of parties", columns, tuple(rows), "lines")


def _figure_in_percent(pair: PairFigure) -> str:
    known = pair.value is not None and pair.shared >= LEAST_SHARED
    return f"{rounded(pair.value, 'overlap'):.0f}" if known and pair.value is not None else "·"


def _figure_of_distance(pair: PairFigure) -> str:
    known = pair.value is not None and pair.shared >= LEAST_SHARED
    return f"{rounded(pair.value, 'distance'):.2f}" if known and pair.value is not None else "·"
