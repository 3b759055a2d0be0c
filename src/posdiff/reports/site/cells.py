"""Cells and columns that several pages have: what names a party or a draft, and what becomes of terms under a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from posdiff.answers.draft import DraftForParty
from posdiff.answers.site import Site
from posdiff.comparison.drafts import TermResult
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Part
from posdiff.dossier.statement import Draft
from posdiff.reports import draft_wording, wording
from posdiff.reports.compose.draft import STYLES
from posdiff.reports.compose.evidence import firmness
from posdiff.reports.document import Cell, Column, Line, Run, line
from posdiff.reports.escaping import shortened

#: Of a position as many letters are shown where its issue's page has all of it.
LETTERS = 110


def party_columns(site: Site) -> Iterator[Column]:
    """A column for each party to the talks."""
    for asked in site.compare.parties:
        yield Column(asked.name, asked.name, f"parties/{asked.party}")


def party(id: str, name: str) -> Cell:
    """The cell that names a party."""
    return Cell(((Run(name, "strong", page=f"parties/{id}"),),))


def draft(proposed: Draft, agenda: Agenda) -> Cell:
    """The cell that names a draft: its day, by whom it is, in what state; which one it is a version of."""
    name = Run(proposed.title or proposed.id, "strong", page=f"drafts/{proposed.id}")
    follows = f"; follows {proposed.previous.name}" if proposed.previous else ""
    return Cell(((name,), line(f"{draft_wording.in_short(proposed, agenda)}{follows}", "faint")))


def silent() -> Cell:
    """The cell of a party that has not spoken."""
    return Cell((line("silent", "faint"),), silent=True)


def results(party: DraftForParty, issue: str, agenda: Agenda | None = None) -> Cell:
    """The result of each of the party's terms on an issue; with the ``agenda``, also what the term says."""
    judged = [term for term in party.result.terms if term.issue.id == issue]
    return (
        Cell(tuple(_result(term, [other.part for other in judged], agenda) for term in judged)) if judged else silent()
    )


def _result(term: TermResult, parts: Sequence[Part], agenda: Agenda | None) -> Line:
    style = STYLES.get(term.result, "plain")
    word = Run(draft_wording.RESULT_TITLES[term.result].lower(), style, mark=f"draft-{term.result}")
    firm = firmness(term.part.term.firmness)
    options = ""
    if term.result == "left-open" and term.options:
        options = f"; {draft_wording.with_options(term)}"
    if agenda is None:
        said = Run(options)
    else:
        said = Run(shortened(wording.held_part(term.part, agenda, parts), LETTERS) + options)
    return (word, Run("  "), *firm, said) if firm or said.text else (word,)
