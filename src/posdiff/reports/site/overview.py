"""The first page of a site: all parties × issues by topic, the words of each in short, the relation beside them."""

from __future__ import annotations

from itertools import groupby

from posdiff.answers.site import Site
from posdiff.comparison.relations import RELATIONS, Comparison, stands_alone
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Held
from posdiff.reports import named_red_lines, relation_notes, wording
from posdiff.reports.compose import basis, compare
from posdiff.reports.compose.evidence import issue
from posdiff.reports.document import Bullets, Cell, Column, Document, Paragraph, Row, Run, Section, Table, line
from posdiff.reports.escaping import shortened
from posdiff.reports.overviews import short
from posdiff.reports.provenance import Age
from posdiff.reports.site.cells import LETTERS, party_columns, silent


def document(site: Site) -> Document:
    """A table for each topic, what keeps the parties apart and red lines first; then what the words mean."""
    agenda, compared = site.agenda, site.compare
    order = [*agenda.topics, None]
    rows = sorted(compared.issues, key=lambda row: order.index(row.issue.topic))
    parts = [
        _topic(topic, sorted(of_topic, key=_worst_first), site)
        for topic, of_topic in groupby(rows, key=lambda row: row.issue.topic)
    ]
    parts.append(_words())
    lead = [line(f"Positions{compare.as_of(compared)}."), *basis.lines(compared.basis), *compare.in_short(compared)]
    lead += compare.blocs_beside_members(compared)
    lead += compare.silences(compared)
    lead += basis.unverified_red_lines(compared.basis, named_red_lines.of_comparison(compared))
    if len(compared.parties) > 1:
        lead.append(
            (
                Run(f"{_ONE_ISSUE} ", "faint"),
                Run(f"posdiff conflicts {wording.asked(compared.parties, agenda)}", "code"),
            )
        )
    return Document("site", title(agenda), line(compare.counts(compared)), tuple(lead), tuple(parts))


#: What the counts leave out: a search for these takes longer than all pages.
_ONE_ISSUE = "What cannot hold together over several issues, deadlocks aside, is found by"


def title(agenda: Agenda) -> str:
    """What the site is called."""
    return agenda.title or "Positions"


def _words() -> Section:
    """What the words for relations mean."""
    meanings = tuple(
        (Run(wording.RELATION_TITLES[word][0], "strong", mark=word), Run(f": {wording.RELATION_MEANINGS[word]}"))
        for word in RELATIONS
    )
    return Section("What the words mean", (Bullets(meanings),), anchor="words")


def _worst_first(row: Comparison) -> tuple[int, bool]:
    return RELATIONS.index(row.relation), not row.red_line


def _topic(topic: str | None, rows: list[Comparison], site: Site) -> Section:
    name = "No topic" if topic is None else site.agenda.topics[topic]
    columns = (Column("Issue"), Column("Relation"), *party_columns(site))
    table = Table(f"{name}: each party's position in short", columns, tuple(_row(row, site) for row in rows))
    notes = map(Paragraph, (relation_notes.note(row.issue) for row in rows if row.issue.note))
    return Section(name, (table, *notes), anchor=f"topic-{topic or 'none'}", named=True)


def _row(row: Comparison, site: Site) -> Row:
    about = issue(f"{relation_notes.NOTED if row.issue.note else ''}{row.issue.title}", row.issue.id)._replace(id="")
    age = basis.age(site.basis, site.compare.as_of)
    cells = [_in_short(row.terms.get(label), site.agenda, age) for label in site.compare.names]
    return Row((about, _relation(row, site), *cells), row.issue.id, mark=row.relation)


def _relation(row: Comparison, site: Site) -> Cell:
    word = Run(wording.RELATION_TITLES[row.relation][0], compare.STYLES.get(row.relation, "plain"), mark=row.relation)
    alone = stands_alone(row)
    return Cell(((word,),) if alone is None else ((word,), line(f"{site.compare.names[alone]} alone", "faint")))


def _in_short(held: Held | None, agenda: Agenda, age: Age) -> Cell:
    """A position in a few words, its red line first."""
    if held is None:
        return silent()
    words = Run(shortened(short.position(held, agenda, age, firmness=True), LETTERS))
    return Cell(((Run(wording.RED_LINE, "red-line"), Run("  "), words) if held.red_line else (words,),))
