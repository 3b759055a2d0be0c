"""The page of a draft: its verdict for each party; issue by issue, what becomes of each party's terms."""

from __future__ import annotations

from collections.abc import Iterator

from posdiff.answers.draft import DraftAnswer
from posdiff.answers.site import Site
from posdiff.answers.text import in_its_words
from posdiff.comparison.drafts import TermResult
from posdiff.reports import draft_wording, wording
from posdiff.reports.compose import basis, text
from posdiff.reports.compose import draft as composed
from posdiff.reports.compose.evidence import Citations, issue
from posdiff.reports.document import (
    Bullets,
    Column,
    Document,
    Line,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    line,
)
from posdiff.reports.site import cells
from posdiff.reports.site.cells import party_columns


def document(site: Site, answer: DraftAnswer) -> Document:
    """The verdicts, what the parties said of it, its outcomes, the red lines on which it says nothing."""
    draft, citations = answer.draft, Citations(proofs=site.basis.proofs)
    citations.cite(draft.sources.values())  # all of them are listed, in this order
    gist = (Run(draft_wording.draft_by(draft, site.agenda)),)
    lead: list[Line] = [line(f"Note: {draft.note}", "faint")] if draft.note else []
    lead += composed.by_itself(answer)
    if draft.previous is not None:
        lead.append((Run("It follows ", "faint"), Run(draft.previous.name, page=f"drafts/{draft.previous.name}")))
    lead.append((Run("In the file ", "faint"), Run(draft.location.file, "code")))
    parts = [composed.summary(answer), *_reactions(answer, citations), _outcomes(site, answer, citations)]
    parts += _not_settled(site, answer)
    if draft.clauses or draft.clauses_unread:
        spoken = {issue for shown in site.positions.values() for issue in shown.position.terms}
        parts.append(text.clauses(in_its_words(answer, spoken)))
    silent = composed.silences(answer.parties, answer)
    lead += [*basis.lines(answer.basis), *silent, *composed.unverified_red_lines(answer)]
    return Document("site", draft.title or draft.id, gist, tuple(lead), tuple(parts), citations.footnotes())


def _reactions(answer: DraftAnswer, citations: Citations) -> Iterator[Section]:
    blocks = tuple(
        Paragraph((Run(f"{of.party.name}. ", "strong"), *composed.reaction(stated, answer, citations)))
        for of in answer.parties
        for stated in of.reactions
    )
    if blocks:
        yield Section("What the parties said of it", blocks, anchor="reactions")


def _outcomes(site: Site, answer: DraftAnswer, citations: Citations) -> Section:
    """A row for each outcome: the draft's words, and what becomes of each party's terms."""
    columns = (Column("Issue"), Column("The draft"), *party_columns(site))
    rows = []
    for id, about in site.agenda.issues.items():
        outcome = answer.draft.outcomes.get(id)
        if outcome is not None:
            results = (cells.results(of, id, site.agenda) for of in answer.parties)
            rows.append(
                Row(
                    (
                        issue(about.title, id)._replace(id=""),
                        composed.settled(outcome, about.title, answer, citations),
                        *results,
                    ),
                    id,
                )
            )
    title = f"What it settles ({wording.count(len(rows), 'issue')})"
    return Section(title, (Table("The draft, issue by issue", columns, tuple(rows)),), anchor="outcomes")


def _not_settled(site: Site, answer: DraftAnswer) -> Iterator[Section]:
    """By party, the red lines on which the draft settles nothing."""
    lines = []
    for of in answer.parties:
        open_lines = [*of.red_lines("left_open"), *of.red_lines("missing")]
        issues = dict.fromkeys(term.issue.id for term in open_lines if _unsettled(term))
        if issues:
            titles: list[Run] = []
            for id in issues:
                titles += [Run("; ")] if titles else []
                titles.append(Run(site.agenda.issues[id].title, page=f"issues/{id}"))
            lines.append((Run(f"{of.party.name}: ", "strong"), *titles))
    if lines:
        yield Section("Red lines on which it settles nothing", (Bullets(tuple(lines)),), anchor="unsettled")


def _unsettled(term: TermResult) -> bool:
    return term.outcome is None
