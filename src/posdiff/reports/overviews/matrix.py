"""The overview of ``matrix``: figures, what they are taken over, and red lines, each in a table of narrow columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise

from posdiff.answers.matrix import Matrix
from posdiff.comparison.figures import LEAST_SHARED, Metric, PairFigure, rounded
from posdiff.reports import figure_wording, wording
from posdiff.reports.compose import matrix as in_full
from posdiff.reports.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Line,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    cell,
    line,
)
from posdiff.reports.initials import initials, key_to
from posdiff.reports.overviews import short

#: So many pairs have a line each.
_MOST_PAIRS = 10
#: Of more parties no table fits any screen: it is told how many pairs have which figure, and which are farthest apart.
_MOST_IN_A_TABLE = 40
#: The bounds of the figures that are counted together, in percent.
_BANDS = (0, 20, 40, 60, 80, 100)


def document(answer: Matrix, width: int) -> Document:
    """The figure of each pair, what it is taken over, and how many contested issues have a red line; which pairs."""
    crossed = sorted((pair for pair in answer.pairs if pair.red_lines), key=lambda pair: -len(pair.red_lines))
    lines = tuple(in_full.red_lines(pair, answer) for pair in crossed[:_MOST_PAIRS])
    left = len(crossed) - len(lines)
    pairs_left = f"And {left:,} more {'pair' if left == 1 else 'pairs'}: --full shows them."
    more = (Paragraph(line(pairs_left, "faint")),) if left else ()
    pairs = (Bullets(lines, cut=True, apart=True), *more) if crossed else ()
    if len(answer.parties) > _MOST_IN_A_TABLE:
        some = Section("", (short.shown_by("The tables of some of them", _NAME_SOME),))
        return _headed(answer, (*_of_many(answer, pairs), some, short.more("matrix")))
    return _headed(answer, (*_tables_of_all(answer, width, pairs), short.more("matrix")))


#: Where the tables are.
_NAME_SOME = "posdiff matrix PARTY PARTY…"


def _of_many(answer: Matrix, crossed: Sequence[Block]) -> list[Section]:
    """How many pairs have which figure; the lowest, the highest; in ``crossed`` what is contested, with a red line."""
    metric = answer.metric
    known = [pair for pair in answer.pairs if pair.value is not None and pair.shared >= LEAST_SHARED]
    known.sort(key=lambda pair: (pair.value or 0, -pair.shared))
    values = [float(rounded(pair.value, metric)) for pair in known if pair.value is not None]
    percent = [value * 100 if metric == "distance" else value for value in values]
    rows = []
    for low, high in pairwise(_BANDS):
        number = sum(low <= figure < high or figure == high == _BANDS[-1] for figure in percent)
        between = f"{low / 100:g} to {high / 100:g}" if metric == "distance" else f"{low} to {high} %"
        rows.append(Row((cell(between, "strong"), cell(f"{number:,}"))))
    rows.append(Row((cell("too few issues", "faint"), cell(f"{len(answer.pairs) - len(known):,}"))))
    columns = (Column(figure_wording.METRIC_TITLES[metric]), Column("Pairs", short=True))
    title = f"{wording.count(len(answer.parties), 'party', 'parties')}, {wording.count(len(answer.pairs), 'pair')}"
    table = Table("Every pair of parties", columns, tuple(rows), "lines")
    parts = [Section(title, (table,), figure_wording.METRIC_MEANINGS[metric])]
    for words, pairs in (("The lowest", known[:_MOST_PAIRS]), ("The highest", known[::-1][:_MOST_PAIRS])):
        if pairs:
            lines = tuple(_in_a_line(pair, answer) for pair in pairs)
            parts.append(Section(words, (Bullets(lines, cut=True),), f"{len(pairs)} of {len(known):,}"))
    if crossed:
        parts.append(Section(figure_wording.CROSSED, tuple(crossed), figure_wording.CROSSED_MEANING))
    return parts


def _in_a_line(pair: PairFigure, answer: Matrix) -> Line:
    names, metric = answer.names, answer.metric
    figure = f"{figure_wording.figure_in_words(pair, metric)}, {figure_wording.coverage_in_words(pair, metric)}"
    return (Run(f"{names[pair.a]} and {names[pair.b]}", "strong"), Run(f"  {figure}"))


def whole(answer: Matrix, width: int) -> Document:
    """The same tables, and all that is to be said of each pair."""
    rows = tuple(_pair(pair, answer) for pair in answer.pairs)
    table = Table("Pair by pair", (Column("Pair"), Column("Figure")), rows, "outline")
    return _headed(answer, (*_tables_of_all(answer, width, ()), Section("Pair by pair", (table,))))


def _headed(answer: Matrix, parts: Sequence[Section]) -> Document:
    return Document("matrix", in_full.head(answer), (), in_full.lead(answer), tuple(parts))


def _pair(pair: PairFigure, answer: Matrix) -> Row:
    """Two parties, their figure with what it is taken over, and the contested issues with a red line."""
    titles = in_full.red_line_titles(pair, answer)
    first, *others = in_full.figure(pair, answer).lines
    lines = [(*first, Run(", "), *others[0]), *others[1:]]
    lines = [(*told, Run(f": {titles}")) if told[0].style == "red-line" else told for told in lines]
    return Row((cell(f"{answer.names[pair.a]} and {answer.names[pair.b]}", "strong"), Cell(tuple(lines))))


def _tables_of_all(answer: Matrix, width: int, pairs: Sequence[Block]) -> list[Section]:
    """The tables of all pairs. ``pairs``: what stands below that of red lines."""
    metric = answer.metric
    shown = partial(_figure, metric=metric)
    title, unit = figure_wording.METRIC_TITLES[metric], "" if metric == "distance" else ", in percent"
    called = _called(answer.names, width)
    key = () if called == answer.names else (Paragraph(key_to(called, answer.names)),)
    figures = _table(answer, shown, called)
    over = _table(answer, lambda pair: f"{pair.shared}", called)
    few, none = _without_a_figure((*answer.pairs, *answer.on_record.values()))
    meaning = "; ".join((figure_wording.METRIC_MEANINGS[metric], *few, *none))
    parts = [Section(f"{title}{unit}", (figures, *key), meaning)]
    parts.append(Section("Issues that the figure is taken over", (over,)))
    if any(pair.red_lines for pair in answer.pairs):
        counts = _table(answer, _red_lines, called)
        meaning = "; ".join((figure_wording.CROSSED_MEANING, *none))
        parts.append(Section(figure_wording.CROSSED, (counts, *pairs), meaning))
    if answer.on_record:
        parts += _on_record(answer, f"{title.lower()}{unit}", shown, called)
    return parts


def _on_record(
    answer: Matrix, title: str, shown: Callable[[PairFigure], str], called: Mapping[str, str]
) -> list[Section]:
    """The same tables of what the parties themselves stated, where a report changed a figure."""

    def own(pair: PairFigure) -> PairFigure:
        return answer.on_record.get((pair.a, pair.b), pair)

    tables: dict[str, Callable[[PairFigure], str]] = {
        title: lambda pair: shown(own(pair)),
        "issues that it is taken over": lambda pair: f"{own(pair).shared}",
        figure_wording.CROSSED.lower(): lambda pair: _red_lines(own(pair)),
    }
    return [
        Section(f"On record, without reports: {words}", (_table(answer, figure, called),))
        for words, figure in tables.items()
    ]


def _called(names: Mapping[str, str], width: int) -> Mapping[str, str]:
    """What stands over the columns: names, or letters where these do not fit."""
    needed = max(map(len, names.values())) + sum(len(name) + 2 for name in names.values())
    return names if needed + 2 <= width else initials(names)


def _table(answer: Matrix, shown: Callable[[PairFigure], str], called: Mapping[str, str]) -> Table:
    by_pair = {frozenset((pair.a, pair.b)): pair for pair in answer.pairs}
    rows = []
    for label, name in answer.names.items():
        pairs = (by_pair.get(frozenset((label, other))) for other in called)
        cells = (cell(shown(pair)) if pair else cell("–", "faint") for pair in pairs)
        rows.append(Row((cell(name, "strong"), *cells)))
    columns = (Column("Party"), *(Column(title, short=True) for title in called.values()))
    return Table("Every pair of parties", columns, tuple(rows), "lines")


#: In a cell of two parties who share no issue that a figure could be taken over, and of two who share too few.
_NONE, _FEW = "∅", "·"


def _without_a_figure(pairs: Sequence[PairFigure]) -> tuple[list[str], list[str]]:
    """What the signs mean that stand for a figure, each where it occurs: too few issues, and none."""
    few = [f"{_FEW}: too few for a figure"] if any(0 < pair.shared < LEAST_SHARED for pair in pairs) else []
    return few, [] if all(pair.shared for pair in pairs) else [f"{_NONE}: no issue shared"]


def _red_lines(pair: PairFigure) -> str:
    """On how many contested issues one of the two has a red line: 0 where there is none on what is shared."""
    return f"{len(pair.red_lines)}" if pair.red_lines or pair.shared else _NONE


def _figure(pair: PairFigure, metric: Metric) -> str:
    """A figure, percentages whole and distances in hundredths; its sign where too few issues are shared, or none."""
    if pair.value is None or pair.shared < LEAST_SHARED:
        return _FEW if pair.shared else _NONE
    return f"{rounded(pair.value, metric):.{2 if metric == 'distance' else 0}f}"
