"""The matrix: a square for every pair of parties, larger with more issues shared, darker with more of the figure.

Whoever has spoken on little shows as small, however well that little fits.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from posdiff.answers.chart import Chart
from posdiff.answers.matrix import Matrix
from posdiff.comparison.figures import LEAST_SHARED, Metric, PairFigure
from posdiff.reports import figure_wording, wording
from posdiff.reports.charts import about, look, svg
from posdiff.reports.charts.headers import header
from posdiff.reports.charts.lettering import cut, wrapped
from posdiff.reports.charts.picture import Key, Picture
from posdiff.reports.document import Column, Row, Section, Table, cell

_NAMES, _LINE = 150.0, 14.0
#: Of so many parties at most, a square has three lines of words; of more, the figure alone.
_WITH_WORDS = 8
#: In the place of a square where no issue is shared, so that nothing is left blank.
_NONE = "M-4 0H4"


def picture(answer: Chart) -> Picture:
    """The picture of a matrix."""
    facts = answer.of
    assert isinstance(facts, Matrix)
    metric = facts.metric
    meaning = f"{figure_wording.METRIC_TITLES[metric]}: {figure_wording.METRIC_MEANINGS[metric]}"
    said = {
        answer.names[label]: [held for issue, held in position.terms.items() if issue in facts.filter.issues]
        for label, position in answer.positions.items()
    }
    chosen = [held for positions in said.values() for held in positions]
    crossed = (f"Red lines: {figure_wording.CROSSED_MEANING}",) if any(pair.red_lines for pair in facts.pairs) else ()
    return Picture(
        f"{figure_wording.METRIC_TITLES[metric]} between {about.parties(answer)}", answer.agenda.title or "",
        (meaning, about.as_of(answer, said)), _keys(facts), _drawing(answer, facts), (*crossed, *about.notes(answer)),
        about.sources(chosen), about.listing(answer), (_section(answer, facts),),
    )  # fmt: skip


def _drawing(answer: Chart, facts: Matrix) -> svg.Drawing:
    """The pairs as a triangle: a column for each party but the last, a row for each but the first."""
    labels = list(answer.names)
    with_words = len(labels) <= _WITH_WORDS
    across = 112.0 if with_words else 58.0
    down = 126.0 if with_words else 62.0
    most = max((pair.shared for pair in facts.pairs), default=0)
    pairs = {(pair.a, pair.b): pair for pair in facts.pairs}
    head = header([answer.names[label] for label in labels[:-1]], across)
    elements = [svg.group(_NAMES, 0, head.elements)]
    for row, label in enumerate(labels[1:]):
        top = head.height + 6 + down * row
        name = wrapped(answer.names[label], _NAMES - 12, look.PLAIN, 3, True)
        middle = top + _largest(with_words) / 2 + 8
        elements += svg.lines(0, middle - (len(name) - 1) * 8, name, 16, "strong")
        for column, other in enumerate(labels[: row + 1]):
            box = svg.Drawing(across, down, ())
            drawn = _pair(pairs[other, label], facts.metric, most, box, with_words)
            elements.append(svg.group(_NAMES + across * column, top, drawn))
    height = head.height + 6 + down * (len(labels) - 1)
    return svg.Drawing(_NAMES + across * (len(labels) - 1) + head.beyond, height, tuple(elements))


def _largest(with_words: bool) -> float:
    """The side of the largest square."""
    return 62.0 if with_words else 32.0


def _pair(pair: PairFigure, metric: Metric, most: int, box: svg.Drawing, with_words: bool) -> list[str]:
    """A square around the middle of its place, and the figure under it."""
    largest = _largest(with_words)
    middle = largest / 2 + 4
    side = max(largest * math.sqrt(pair.shared / most), 5.0) if most else 5.0
    left, top = box.width / 2 - side / 2, middle - side / 2
    square = svg.rect(left, top, side, side, step(pair, metric))
    elements = [square if pair.shared else svg.path(_NONE, "mark", box.width / 2, middle)]
    if pair.red_lines:
        elements.append(svg.rect(left - 3.5, top - 3.5, side + 7, side + 7, "outline"))
    words = [figure_wording.figure_in_words(pair, metric) if with_words else _in_short(pair, metric)]
    if with_words:
        words += [f"over {wording.count(pair.shared, 'issue')}"] if pair.value is not None else []
        words += [f"{len(pair.red_lines)} with a red line"] if pair.red_lines else []
    base = middle * 2 + 14
    x = box.width / 2
    first, *others = (cut(line, box.width - 4, look.SMALL, number == 0) for number, line in enumerate(words))
    elements.append(svg.text(x, base, first, "small strong", "middle"))
    return [*elements, *svg.lines(x, base + _LINE, others, _LINE, "small soft", "middle")]


def _in_short(pair: PairFigure, metric: Metric) -> str:
    """The figure where it has little room: no tenths of a whole percentage."""
    if pair.value is None:
        return "none"
    if metric == "distance" and pair.shared < LEAST_SHARED:
        return "too few"
    return figure_wording.figure_in_words(pair, metric).replace(".0 %", " %")


def step(pair: PairFigure, metric: Metric) -> str:
    """The colour of a figure: one of five from little to much; empty where there are too few issues for one."""
    if pair.value is None or pair.shared < LEAST_SHARED:
        return "hollow"
    share = pair.value if metric == "distance" else pair.value / 100
    return f"step-{min(int(share * look.STEPS), look.STEPS - 1)}"


def _keys(facts: Matrix) -> tuple[Key, ...]:
    """What colours and sizes mean."""
    bounds = [number / look.STEPS for number in range(look.STEPS + 1)]
    named = [f"{bound:.1f}" if facts.metric == "distance" else f"{bound * 100:.0f}" for bound in bounds]
    unit = "" if facts.metric == "distance" else " %"
    keys = [
        Key((svg.rect(-8, -8, 16, 16, f"step-{number}"),), f"{named[number]} to {named[number + 1]}{unit}")
        for number in range(look.STEPS)
    ]
    most = max((pair.shared for pair in facts.pairs), default=0)
    sizes = (svg.rect(-8, -8, 16, 16, "held"), svg.rect(-8, 1, 7, 7, "bar"))
    keys.append(Key(sizes, f"the larger, the more issues the two share: at most {most:,}"))
    if any(pair.shared and step(pair, facts.metric) == "hollow" for pair in facts.pairs):
        keys.append(Key((svg.rect(-7.25, -7.25, 14.5, 14.5, "hollow"),), f"fewer than {LEAST_SHARED} shared"))
    if not all(pair.shared for pair in facts.pairs):
        keys.append(Key((svg.path(_NONE, "mark"),), "no issue shared"))
    if any(pair.red_lines for pair in facts.pairs):
        keys.append(Key((svg.rect(-6.75, -6.75, 13.5, 13.5, "outline"),), "a red line on a contested issue"))
    return tuple(keys)


def _section(answer: Chart, facts: Matrix) -> Section:
    """The same in words: a row for each pair."""
    rows = [_row(answer, pair, facts) for pair in facts.pairs]
    title = figure_wording.METRIC_TITLES[facts.metric]
    columns = (Column("Parties"), Column(title), Column("Taken over"), Column("Contested, with a red line"))
    return Section(title, (Table(title, columns, tuple(rows), "grid"),))


def _row(answer: Chart, pair: PairFigure, facts: Matrix) -> Row:
    names = f"{answer.names[pair.a]} and {answer.names[pair.b]}"
    titles: Sequence[str] = [answer.agenda.issues[issue].title for issue in pair.red_lines]
    over = f"{pair.shared:,} of {wording.count(pair.issues, 'issue')}"
    figure = figure_wording.figure_in_words(pair, facts.metric)
    return Row((cell(names), cell(figure), cell(over), cell("; ".join(titles))))
