"""The document of ``matrix``: every pair of parties in one table, and the red lines beside it."""

from __future__ import annotations

from posdiff.answers.matrix import Matrix
from posdiff.comparison.figures import PairFigure
from posdiff.reports import figure_wording, named_red_lines, wording
from posdiff.reports.compose import basis
from posdiff.reports.document import Bullets, Cell, Column, Document, Line, Row, Run, Section, Table, cell, line


def document(answer: Matrix) -> Document:
    """The figure of each pair, what it is taken over, and the contested issues with a red line."""
    title = figure_wording.METRIC_TITLES[answer.metric]
    names = answer.names
    by_pair = {frozenset((pair.a, pair.b)): pair for pair in answer.pairs}
    rows = []
    for label, name in names.items():
        figures = (figure(by_pair.get(frozenset((label, column_label))), answer) for column_label in names)
        rows.append(Row((cell(name, "strong"), *figures), None, (("party", label),)))
    columns = (Column(""), *map(Column, names.values()))
    table = Table(f"{title} of every pair", columns, tuple(rows), "grid")
    parts = [Section(title, (table,), figure_wording.METRIC_MEANINGS[answer.metric], anchor="matrix")]
    crossed = [pair for pair in answer.pairs if pair.red_lines]
    if crossed:
        lines = tuple(red_lines(pair, answer) for pair in crossed)
        parts.append(
            Section(
                figure_wording.CROSSED,
                (Bullets(lines),),
                figure_wording.CROSSED_MEANING,
                anchor="red-lines",
            )
        )
    return Document("matrix", head(answer), (), lead(answer), tuple(parts))


def lead(answer: Matrix) -> tuple[Line, ...]:
    """What was read; which blocs stand beside members of their own; what is held through them; the order."""
    speaking = {label for label, held in answer.held.items() if held}
    beside = basis.blocs_beside_members(answer.parties, answer.agenda, answer.as_of, speaking)
    ordered = (line(figure_wording.BY_LIKENESS, "faint"),) if answer.order == "likeness" else ()
    doubtful = basis.unverified_red_lines(answer.basis, named_red_lines.of_matrix(answer))
    held = {answer.names[label]: of_party for label, of_party in answer.held.items()}
    blocs = basis.held_through_blocs(held, answer.agenda)
    return (*basis.lines(answer.basis), *ordered, *beside, *blocs, *doubtful)


def head(answer: Matrix) -> str:
    """Which figure, as of when."""
    return f"{figure_wording.METRIC_TITLES[answer.metric]} as of {wording.day(answer.as_of)}"


def figure(pair: PairFigure | None, answer: Matrix) -> Cell:
    """The figure of a pair, what it is taken over, red lines; what the parties stated themselves, if that differs."""
    if pair is None:
        return cell("–", "faint")
    metric, own = answer.metric, answer.on_record.get((pair.a, pair.b))
    shade = figure_wording.shade(pair, metric)
    lines: list[Line] = [
        (Run(figure_wording.figure_in_words(pair, metric), "strong"), Run(f" {shade}" if shade else ""))
    ]
    lines.append(line(figure_wording.coverage_in_words(pair, metric), "faint"))
    if pair.red_lines:
        lines.append(line(figure_wording.issues_with_a_red_line(pair), "red-line"))
    if own:
        stated = figure_wording.figure_in_words(own, metric)
        lines.append(line(f"on record: {stated}, {figure_wording.coverage_in_words(own, metric)}", "faint"))
        if own.red_lines != pair.red_lines:
            lines.append(line(f"on record: {figure_wording.issues_with_a_red_line(own)}", "faint"))
    return Cell(tuple(lines))


def red_line_titles(pair: PairFigure, answer: Matrix) -> str:
    """The contested issues with a red line; behind each, where one of the two holds it through a bloc, which."""
    titles = []
    for issue in pair.red_lines:
        held = (answer.positions[label].terms[issue] for label in (pair.a, pair.b))
        blocs = dict.fromkeys(bloc for one in held for bloc in one.through)
        way = wording.through_blocs(tuple(blocs), answer.agenda)
        titles.append(f"{answer.agenda.issues[issue].title}{f' ({way})' if way else ''}")
    return "; ".join(titles)


def red_lines(pair: PairFigure, answer: Matrix) -> Line:
    """Two parties, and the contested issues with a red line."""
    titles = red_line_titles(pair, answer)
    names = answer.names
    whose = Run(f"{names[pair.a]} and {names[pair.b]}", "strong")
    return (whose, Run(f" ({wording.count(len(pair.red_lines), 'issue')}): {titles}"))
