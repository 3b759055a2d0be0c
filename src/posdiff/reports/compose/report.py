"""The document of ``report``: those of the other commands in one, and all sources."""

from __future__ import annotations

from collections.abc import Iterator

from posdiff.answers.report import Report
from posdiff.reports import evidence_wording, named_red_lines, recode_wording, wording
from posdiff.reports.compose import basis, changes, compare, conflicts, draft, history
from posdiff.reports.compose.evidence import Citations
from posdiff.reports.document import Document, Line, Run, Section
from posdiff.reports.named_red_lines import NamedRedLine


def document(answer: Report) -> Document:
    """The comparison, what changed, what a draft does, what cannot hold together, and the statements in order."""
    citations, compared = Citations(proofs=answer.basis.proofs, graded=True), answer.compare
    lanes = {} if answer.history is None else history.lanes(answer.history)
    parts = list(compare.sections(compared, citations, lanes))
    if answer.changes is not None:
        first, last = wording.day(answer.changes.since), wording.day(answer.changes.until)
        parts.append(Section(f"Changes from the end of {first} to {last}", anchor="changes"))
        facets = {row.issue.id: compare.verdict_facets(row) for row in compared.issues}
        parts += changes.sections(answer.changes, citations, 3, facets)
    if answer.draft is not None:
        parts += draft.part(answer.draft, citations)
    if answer.conflicts is not None:
        parts += conflicts.part(answer.conflicts, citations)
    if answer.history is not None and history.moves(answer.history):
        parts.append(history.chronicle(answer.history, citations))
    counts = (Run(f"Positions{compare.as_of(compared)}: ", "strong"), Run(compare.counts(compared)))
    title = f"{answer.agenda.title or 'Positions'}: {compare.parties_together(compared)}"
    again = answer.second_coding
    coded = () if again is None else ((Run("Second coding: ", "strong"), Run(recode_wording.kept(again))),)
    blocs = compare.blocs_beside_members(compared)
    none = any(row.relation == "silent" for row in compared.shown_issues)
    silent = compare.silences(compared) if none else ()
    doubtful = basis.doubtful_red_lines(answer.basis, _red_lines(answer))
    lead = (
        *basis.lines(answer.basis), counts, *compare.in_short(compared), *blocs, *silent, *coded, _proven(answer),
        *doubtful,
    )  # fmt: skip
    return Document(
        "report", title, (), lead, tuple(parts), citations.footnotes(), compare.choices(compared), evidence=True
    )


def _red_lines(answer: Report) -> Iterator[NamedRedLine]:
    """Those of the comparison, and of its parts."""
    yield from named_red_lines.of_comparison(answer.compare)
    yield from named_red_lines.of_changes(answer.changes) if answer.changes else ()
    yield from named_red_lines.of_draft(answer.draft) if answer.draft else ()


def _proven(answer: Report) -> Line:
    """How many quotes behind the positions are verified in the pages kept; where none is kept, that none is."""
    proofs = answer.basis.proofs
    if proofs is None:
        return (Run(evidence_wording.NOT_LOOKED_UP, "faint"),)
    counted = evidence_wording.counted(proofs.counts(answer.compare.quotes))
    return (Run(evidence_wording.BEHIND_POSITIONS, "strong"), Run(counted))
