"""The paper of ``matrix``: every pair of parties in one table, and the red lines beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posdiff.comparison.figures import Metric, PairFigure
from posdiff.dossier.agenda import Agenda
from posdiff.reports import wording
from posdiff.reports.paper.blocks import Bullets, Cell, Line, Paper, Row, Run, Section, Table


def paper(found: Sequence[PairFigure], metric: Metric, agenda: Agenda, names: Mapping[str, str], as_of: int) -> Paper:
    """``names``: the parties, in order."""
    by_pair = {frozenset((pair.a, pair.b)): pair for pair in found}
    rows = []
    for party, name in names.items():
        cells = [Cell(((Run(name, "strong"),),))]
        cells += [_cell(by_pair.get(frozenset((party, other))), metric) for other in names]
        rows.append(Row(tuple(cells), None, (("party", party),)))
    table = Table(f"{wording.METRIC_TITLES[metric]} of every pair", ("", *names.values()), tuple(rows))
    sections = [Section(wording.METRIC_TITLES[metric], (table,), wording.METRIC_MEANINGS[metric], "", "matrix")]
    crossed = [pair for pair in found if pair.red_lines]
    if crossed:
        lines = tuple(_red(pair, agenda, names) for pair in crossed)
        sections.append(Section("Red lines in the way", (Bullets(lines),), wording.CROSSED_MEANING, "", "red-lines"))
    title = f"{wording.METRIC_TITLES[metric]} as of {wording.day(as_of)}"
    return Paper("matrix", title, (), tuple(sections), ())


def _cell(pair: PairFigure | None, metric: Metric) -> Cell:
    if pair is None:
        return Cell(((Run("–", "faint"),),))
    lines: list[Line] = [(Run(wording.figure_in_words(pair, metric), "strong"), Run(f" {wording.shade(pair, metric)}"))]
    lines.append((Run(wording.coverage_in_words(pair), "faint"),))
    if pair.red_lines:
        lines.append((Run(wording.count(len(pair.red_lines), "red line"), "red-line"),))
    return Cell(tuple(lines))


def _red(pair: PairFigure, agenda: Agenda, names: Mapping[str, str]) -> Line:
    titles = "; ".join(agenda.issues[issue].title for issue in pair.red_lines)
    return (Run(f"{names[pair.a]} and {names[pair.b]}", "strong"), Run(f" ({len(pair.red_lines)}): {titles}"))
