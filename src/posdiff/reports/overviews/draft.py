"""The overview of ``draft``: the summary, then for each party a line for each red line and broken term."""

from __future__ import annotations

from posdiff.answers.draft import DraftAnswer, DraftForParty
from posdiff.comparison.drafts import RED_LINES, TermResult, red
from posdiff.reports import draft_wording, provenance, wording
from posdiff.reports.compose import basis
from posdiff.reports.compose import draft as in_full
from posdiff.reports.compose.evidence import Citations
from posdiff.reports.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Line,
    Row,
    Run,
    Section,
    Table,
    cell,
    line,
    text_of,
)
from posdiff.reports.overviews import short

#: What has a line of its own where it is about a red line, the worst first; other terms have one where they are broken.
_WORST = ("broken", "left-open", "missing")
#: So many choices among options are shown.
_MOST_CHOICES = 3
#: So wide a window has room for the columns of the summary.
_WIDTH_OF_SUMMARY = 100
#: Of so many parties the red lines are named in the summary too.
_MOST_NAMED = 3


def document(answer: DraftAnswer, width: int) -> Document:
    """The counts and verdicts; then, party by party, what stands in the way, and the rest as titles."""
    of_parties = (_of_party(party, answer) for party in answer.parties)
    parts = [
        _summary(answer, width),
        *_options(answer),
        *(part for part in of_parties if part.blocks),
    ]
    if any(party.shown for party in answer.parties):
        parts.append(short.more("draft"))
    return Document("draft", in_full.title(answer), (), in_full.lead(answer), tuple(parts))


def _summary(answer: DraftAnswer, width: int) -> Section:
    """The summary in columns, or where there is no room for them, party by party.

    Of many parties no red line is named, where each is named with its party below.
    """
    all_below = all(len(party.shown) == len(party.result.terms) for party in answer.parties)
    whole = in_full.summary(answer, 0 if all_below and len(answer.parties) > _MOST_NAMED else None)
    (table,) = whole.blocks
    if width >= _WIDTH_OF_SUMMARY or not isinstance(table, Table):
        return whole
    rows = []
    for row in table.rows:
        party, *numbers, verdict = row.cells
        titles = (column.title.lower() for column in table.columns[1:-1])
        counted = [(text_of(each.lines[0]), title) for each, title in zip(numbers, titles, strict=True)]
        counts = ", ".join(f"{number} {title}" for number, title in counted if number != "0")
        rows.append(Row((party, Cell((*verdict.lines, *([line(counts, "faint")] if counts else []))))))
    columns = (table.columns[0], table.columns[-1])
    return whole._replace(blocks=(table._replace(columns=columns, rows=tuple(rows), reading="list"),))


def _options(answer: DraftAnswer) -> tuple[Section, ...]:
    """The brackets; and of each party with which of their options its terms are met."""
    sections = in_full.options(answer, _MOST_CHOICES)
    lines = []
    for party in answer.parties:
        told = draft_wording.met_with_options(party.shown)
        if told:
            lines.append((Run(f"{party.party.name}: ", "strong"), Run("; ".join(told))))
    bullets = (Bullets(tuple(lines), apart=True),) if lines else ()
    return tuple(section._replace(blocks=(*section.blocks, *bullets)) for section in sections)


def _of_party(party: DraftForParty, answer: DraftAnswer) -> Section:
    """No verdict again: it stands in the summary."""
    lined = [term for term in party.shown if term.result == "broken" or (red(term) and term.result in _WORST)]
    lined.sort(key=lambda term: (not red(term), _WORST.index(term.result)))
    nothing_cited = Citations(shown=False)
    blocks: list[Block] = [  # a reaction of which no words are on file is not cut: all there is of it is the note
        Bullets((in_full.reaction(stated, answer, nothing_cited),), cut=bool(stated.reaction.quotes))
        for stated in party.reactions
    ]
    blocks += in_full.said(party, answer)
    if lined:
        name = party.party.name
        changed = any(term.issue.id in party.changed for term in lined)
        on_record = (Column("On record"),) if changed else ()
        columns = (Column("Issue"), Column("The draft"), Column(name), short.RED_LINE_COLUMN, *on_record)
        rows = tuple(_row(term, party, answer, changed) for term in lined)
        blocks.append(Table("Red lines and broken terms", columns, rows, "lines"))
    rest = [_titles(result, party, lined) for result in draft_wording.RESULT_TITLES]
    bullets = tuple(line for line in rest if line)
    blocks += [Bullets(bullets, apart=True)] if bullets else []
    return Section(party.party.name, tuple(blocks), anchor=f"party-{party.party.label}", named=True)


def _row(term: TermResult, party: DraftForParty, answer: DraftAnswer, changed: bool) -> Row:
    """``changed``: there is a column with the position on record where a report changed it."""
    title = Cell(((Run(term.issue.title, "strong", mark=f"draft-{term.result}"),),))
    outcome = cell("silent", "faint")
    if term.outcome is not None:
        outcome = cell(draft_wording.outcome_in_words(term.outcome, answer.agenda))
    age = basis.age(answer.basis, party.party.on(answer.as_of))
    said = cell(short.part(term.part, answer.agenda, age))
    what = next((draft_wording.RED_LINE_RESULTS[key] for key, result in RED_LINES.items() if result == term.result), "")
    cells = (title, outcome, said, cell(f"{wording.RED_LINE} {what}" if red(term) else "", "red-line"))
    return Row((*cells, cell(_on_record(term.issue.id, party, answer, age))) if changed else cells)


def _on_record(issue: str, party: DraftForParty, answer: DraftAnswer, age: provenance.Age) -> str:
    if issue not in party.changed:
        return ""
    own = party.changed[issue]
    if own is None:
        return wording.NO_POSITION
    return (f"{wording.RED_LINE} " if own.red_line else "") + short.position(own, answer.agenda, age)


def _titles(result: str, party: DraftForParty, lined: list[TermResult]) -> Line:
    """The terms of a result that have no line of their own, those with a red line first."""
    terms = [term for term in party.shown if term.result == result and term not in lined]
    terms.sort(key=lambda term: not red(term))
    titles = dict.fromkeys(term.issue.title + short.in_brackets(red(term)) for term in terms)
    if not titles:
        return ()
    head = f"{draft_wording.RESULT_TITLES[result]} ({len(terms)}): "
    return (Run(head, "strong", mark=f"draft-{result}"), Run(short.titles(list(titles))))
