"""What an edit does to the clauses of drafts that were on record: which came in, went out, were reworded or moved."""

from collections.abc import Iterator
from typing import NamedTuple

from posdiff.comparison.versions import ClauseEdit, clause_edits
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.statement import Draft
from posdiff.review.case import Edit


class EditedClauses(NamedTuple):
    """The clauses of a draft of which something became, in the order of its text."""

    draft: Draft
    edits: tuple[ClauseEdit, ...]


def edited_clauses(edit: Edit, before: Dossier, after: Dossier) -> Iterator[EditedClauses]:
    """Draft by draft. Of one that is new, or gone, the files themselves tell."""
    old = {draft.location.file: draft for draft in before.drafts}
    for draft in after.drafts:
        path = draft.location.file
        was = old.get(edit.renamed.get(path, path))
        if was is not None and (path in edit.modified or path in edit.renamed):
            edits = clause_edits(was, draft)
            if edits:
                yield EditedClauses(draft, edits)
