"""The grid: issues by topic, a column for each party, each cell in the colour of the relation, red lines outlined.

A column for each party, and not for each pair: pairs grow with the square of the parties, and whose red line it is
would not be seen. Who stands against whom is told by letters: parties with the same letter are kept apart from the
same others, and nothing on file keeps them from each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, groupby
from typing import NamedTuple

from posdiff.answers.answer import day_of
from posdiff.answers.chart import Chart
from posdiff.answers.compare import Compare
from posdiff.comparison.relations import RELATIONS, Comparison, not_all_apart, sides, stands_alone
from posdiff.dossier.position import Held
from posdiff.reports import provenance, relation_notes, wording
from posdiff.reports.charts import about, look, svg
from posdiff.reports.charts.headers import Header, header
from posdiff.reports.charts.lettering import cut, width, wrapped
from posdiff.reports.charts.picture import Key, Picture, StackedPart, StackedRow, StackedTopic
from posdiff.reports.compose import basis, compare
from posdiff.reports.document import Column, Row, Run, Section, Table, cell, text_of
from posdiff.reports.escaping import shortened
from posdiff.reports.overviews import short
from posdiff.reports.overviews.compare import on_record

_TITLES, _WORDS, _GAP = 320.0, 236.0, 14.0
_LINE, _CELL, _BETWEEN = 15.0, 22.0, 4.0
_HEADING = 32.0
#: How wide a column is at least where a year has to stand in it beside a sign; a sign, and the space after it.
_WITH_YEAR, _SIGN, _SPACE = 64.0, 12.0, 4.0
#: As many letters of a position stand in a row of a narrow screen.
_MOST_STACKED = 90
#: Of more pairs that are apart, those that are not are named, where they are fewer.
_FEW_PAIRS = 3
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class _Topic(NamedTuple):
    """The issues of a topic that are drawn, and how many are not, since only one party holds a position."""

    title: str
    rows: tuple[Comparison, ...]
    left_out: int


class _Box(NamedTuple):
    """The place of a cell."""

    x: float
    y: float
    width: float
    height: float


def picture(answer: Chart) -> Picture:
    """The picture of a comparison as a grid."""
    compared = answer.of
    assert isinstance(compared, Compare)
    topics = list(_topics(compared))
    rows = [row for topic in topics for row in topic.rows]
    positions = [held for row in rows for held in row.terms.values()]
    others = about.unofficial(about.of_each(answer, compared.issues))
    notes = (
        *about.notes(answer),
        *_recorded(compared),
        *map(text_of, relation_notes.notes(rows, positions=False)),
        *others,
    )
    return Picture(
        f"{about.parties(answer)}, issue by issue", answer.agenda.title or "",
        (about.counted(compared.issues), about.as_of(answer, about.of_each(answer, rows))), _keys(rows, compared),
        _drawing(answer, topics), notes, about.sources(positions), about.listing(answer),
        tuple(_section(answer, topic) for topic in topics), tuple(_stacked(answer, topic) for topic in topics),
    )  # fmt: skip


def _topics(answer: Compare) -> Iterator[_Topic]:
    """The issues by topic, in the agenda's order; in each what keeps the parties apart and red lines first."""
    order = [*answer.agenda.topics, None]
    by_topic = sorted(answer.issues, key=lambda row: order.index(row.issue.topic))
    for topic, of_topic in groupby(by_topic, key=lambda row: row.issue.topic):
        every = sorted(of_topic, key=lambda row: (RELATIONS.index(row.relation), not row.red_line))
        drawn = tuple(row for row in every if _is_drawn(row, answer))
        title = "No topic" if topic is None else answer.agenda.topics[topic]
        yield _Topic(title, drawn, len(every) - len(drawn))


def _is_drawn(row: Comparison, answer: Compare) -> bool:
    """Whether two or more hold a position, whatever a report says they hold no longer; or all issues are asked for."""
    return len(row.terms) > 1 or bool(answer.only_on_record(row)) or answer.filter.everything


def _recorded(answer: Compare) -> tuple[str, ...]:
    """What there is on record, where reports count and changed a position."""
    if answer.recorded is None:
        return ()
    words = about.counted(answer.recorded.issues)
    return (f"On record, without reports: {words[0].lower()}{words[1:]}",)


def _drawing(answer: Chart, topics: Sequence[_Topic]) -> svg.Drawing:
    head = header([asked.name for asked in answer.parties])
    compared = answer.of
    assert isinstance(compared, Compare)
    rows = [row for topic in topics for row in topic.rows]
    if head.column < _WITH_YEAR and any(_year(row, label, compared) for row in rows for label in row.terms):
        head = header([asked.name for asked in answer.parties], _WITH_YEAR)
    columns = head.column * len(answer.parties)
    words = _WORDS if len(answer.parties) > 2 else _WORDS / 2
    across = _TITLES + _GAP + columns + max(_GAP + words, head.beyond)
    elements = [svg.group(_TITLES + _GAP, 0, head.elements)]
    y = head.height
    for topic in topics:
        elements.append(svg.line(0, y + 6, across, y + 6, "rule"))
        elements.append(svg.text(0, y + 24, cut(topic.title, across, look.PLAIN, True), "strong"))
        y += _HEADING
        for row in topic.rows:
            drawn, height = _row(answer, row, head)
            elements.append(svg.group(0, y, drawn))
            y += height
        if topic.left_out:
            elements.append(svg.text(0, y + 14, _left_out(topic.left_out), "small soft"))
            y += 20
        y += _BETWEEN
    return svg.Drawing(across, y, tuple(elements) if topics else ())


def _row(answer: Chart, row: Comparison, head: Header) -> tuple[list[str], float]:
    """A row, and how high it is: the title, a cell for each party, the relation in words."""
    title = wrapped(relation_notes.title(row, positions=False), _TITLES, look.PLAIN, 2)
    words = wrapped(_relation(row, answer), _WORDS, look.SMALL, 2)
    height = _CELL + _LINE * (max(len(title), len(words)) - 1)
    compared = answer.of
    assert isinstance(compared, Compare)
    elements = svg.lines(0, 15.5, title, _LINE)
    x = _TITLES + _GAP
    letters = _letters(row)
    for asked in answer.parties:
        box = _Box(x + 1.5, 0, head.column - 3, height)
        elements += _cell(row, asked.label, letters, _year(row, asked.label, compared), box)
        x += head.column
    return [*elements, *svg.lines(x + _GAP, 15.5, words, _LINE, "small soft")], height + _BETWEEN


def _cell(row: Comparison, party: str, letters: Mapping[str, str], year: str, box: _Box) -> list[str]:
    """The cell of a party: its colour and sign are those of the relation; outlined where it has a red line.

    Beside the sign the year in which it was said, where that is long ago.
    """
    if party not in row.terms:
        return [svg.rect(*box, "faint")]
    y, red_line, kind = box.y + box.height / 2, party in row.red_line, row.relation
    lettered = kind == "contradiction" and len(row.terms) > 2 and bool(letters)
    opposed = not lettered or party in letters
    across = (_SIGN if opposed else 0) + (_SPACE if year and opposed else 0) + width(year, look.SMALL)
    start = box.x + (box.width - across) / 2
    x, ink = start + _SIGN / 2, f" on-{kind}" if opposed else ""
    said = [svg.text(start + across, y + 4, year, f"small{ink}", "end")] if year else []
    if not opposed:
        return [*_framed("unopposed", box, red_line), *said]
    sign = svg.text(x, y + 4.5, letters[party], f"strong{ink}", "middle") if lettered else look.mark(kind, x, y)
    return [*_framed(kind, box, red_line), sign, *said]


def _framed(style: str, box: _Box, red_line: bool) -> list[str]:
    """A box in a colour; with a red line, a smaller one within an outline."""
    x, y, width, height = box
    if not red_line and style in ("unassessed", "unopposed"):
        return [svg.rect(x + 0.75, y + 0.75, width - 1.5, height - 1.5, style)]
    if not red_line:
        return [svg.rect(*box, style)]
    outline = svg.rect(x + 1.25, y + 1.25, width - 2.5, height - 2.5, "outline")
    return [outline, svg.rect(x + 4.5, y + 4.5, width - 9, height - 9, style)]


def _letters(row: Comparison) -> dict[str, str]:
    """The letter of each party's side."""
    return {party: _LETTERS[number % len(_LETTERS)] for party, number in sides(row).items()}


def _relation(row: Comparison, answer: Chart) -> str:
    """``contradiction; Russia alone``; ``contradiction: Russia and France`` where letters do not tell who is apart."""
    alone = stands_alone(row)
    word, _ = wording.RELATION_TITLES[row.relation]
    if alone is None and not_all_apart(row):
        return f"{word}: {_who_is_apart(row, answer)}"
    return word if alone is None else f"{word}; {answer.names[alone]} alone"


def _who_is_apart(row: Comparison, answer: Chart) -> str:
    """``Russia and France``; of many pairs, if these are fewer, the others: ``all pairs but Russia and France``."""
    apart = [frozenset(group) for group in row.conflict_groups]
    others = [pair for pair in combinations(row.terms, 2) if frozenset(pair) not in apart]
    if all(len(group) == 2 for group in apart) and len(others) < len(apart) > _FEW_PAIRS:
        return f"all pairs but {wording.groups_in_words(others, answer.names)}"
    return wording.groups_in_words(row.conflict_groups, answer.names)


def _year(row: Comparison, party: str, answer: Compare) -> str:
    """In which year a party last said what it holds, where that is long ago; in brackets where it is so of a part."""
    if party not in row.terms:
        return ""
    return provenance.old_year(row.terms[party], basis.age(answer.basis, day_of(party, answer.parties, answer.as_of)))


def _left_out(number: int) -> str:
    return f"and {wording.count(number, 'issue')} on which only one holds a position"


def _keys(rows: Sequence[Comparison], answer: Compare) -> tuple[Key, ...]:
    """What the cells show besides the relation, which stands beside them in words."""
    box = _Box(-8, -8, 16, 16)
    keys = []
    if any(row.red_line for row in rows):
        keys.append(Key((svg.rect(-6.75, -6.75, 13.5, 13.5, "outline"),), "has a red line there"))
    if any(row.silent for row in rows):
        ended = any(answer.only_on_record(row) for row in rows)
        words = "has not spoken, or as reported holds no position" if ended else "has not spoken"
        keys.append(Key((svg.rect(*box, "faint"),), words))
    if any(len(row.terms) > 2 and sides(row) for row in rows):
        letter = svg.text(0, 4.5, "A", "strong on-contradiction", "middle")
        lettered = (*_framed("contradiction", box, False), letter)
        keys.append(Key(lettered, "same letter: nothing on file keeps them apart"))
        keys.append(Key(tuple(_framed("unopposed", box, False)), "kept apart from nobody"))
    years = [year for row in rows for party in row.terms if (year := _year(row, party, answer))]
    if years:
        years_ago = wording.count(answer.basis.stale_after, "year")
        words = f"last said in that year, {years_ago} or more before"
        words += "; in brackets: so of a part" if any(year.startswith("(") for year in years) else ""
        year = years[0].strip("()")
        keys.append(Key((svg.text(0, 4, year, "small", "middle"),), words, width(year, look.SMALL)))
    return tuple(keys)


def _section(answer: Chart, topic: _Topic) -> Section:
    """The same in words: what each party's cell shows, and what is on record where a report hides that."""
    compared = answer.of
    assert isinstance(compared, Compare)
    recorded = [on_record(row, compared) for row in topic.rows]
    own_column = (Column("On record"),) if any(recorded) else ()
    columns = (Column("Issue"), *map(Column, answer.names.values()), Column("Relation"), *own_column)
    rows = []
    for row, own in zip(topic.rows, recorded, strict=True):
        letters, ended = _letters(row), compared.only_on_record(row)
        cells = (
            cell(
                "no position" if label in ended else _in_words(row, label, letters, _year(row, label, compared), answer)
            )
            for label in answer.names
        )
        on_issue = (cell(relation_notes.title(row, positions=False)), *cells, cell(_relation(row, answer)))
        rows.append(Row((*on_issue, *(cell(own) for _ in own_column))))
    tables = (Table(topic.title, columns, tuple(rows), "grid"),) if rows else ()
    return Section(topic.title, tables, _left_out(topic.left_out) if topic.left_out else "", named=True)


def _stacked(answer: Chart, topic: _Topic) -> StackedTopic:
    """The same for a narrow screen: under each issue its relation, and what each party says."""
    compared, rows = answer.of, []
    assert isinstance(compared, Compare)
    for row in topic.rows:
        letters, parts = _letters(row), []
        for label, name in answer.names.items():
            held = row.terms.get(label)
            held_on = day_of(label, compared.parties, compared.as_of)
            nothing = _dissent(row, label, compared) or "silent"
            words = _said(held, answer, basis.age(compared.basis, held_on)) if held else nothing
            letter = letters[label] if len(row.terms) > 2 and label in letters else ""
            parts.append(StackedPart(name, letter, words, label in row.red_line))
        relation = Run(_relation(row, answer), compare.STYLES.get(row.relation, "plain"), mark=row.relation)
        rows.append(StackedRow(relation_notes.title(row, positions=False), relation, tuple(parts)))
    return StackedTopic(topic.title, tuple(rows), _left_out(topic.left_out) if topic.left_out else "")


def _said(held: Held, answer: Chart, age: provenance.Age) -> str:
    """What a position says, in all the words of its red lines and of what comes before them; the rest may be cut."""
    words = short.position(held, answer.agenda, age)
    red = [part for part in provenance.firmest_first(held, age, answer.agenda) if part.term.firmness == "red-line"]
    last = wording.part_in_words(red[-1], held.demands, answer.agenda) if red else ""
    return shortened(words, max(_MOST_STACKED, words.find(last) + len(f"{last}; ")))


def _dissent(row: Comparison, label: str, compared: Compare) -> str:
    """From which blocs a party without a position dissents; empty where it is only silent."""
    asked = next(asked for asked in compared.parties if asked.label == label)
    return basis.dissent(compared.basis, asked.party, asked.on(compared.as_of), row.issue.id, compared.agenda)


def _in_words(row: Comparison, party: str, letters: Mapping[str, str], year: str, answer: Chart) -> str:
    assert isinstance(answer.of, Compare)
    if party not in row.terms:
        return _dissent(row, party, answer.of) or "has not spoken"
    spoken = wording.through_blocs(row.terms[party].through, answer.agenda) or "has spoken"
    side = f"letter {letters[party]}" if len(row.terms) > 2 and party in letters else spoken
    red_line = ", red line" if party in row.red_line else ""
    said = f", {'in part ' if year.startswith('(') else ''}said in {year.strip('()')}" if year else ""
    return f"{side}{red_line}{said}"
