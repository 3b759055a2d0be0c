"""What a party said of a draft beside what the draft does to its terms: where the two do not go together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.comparison.reactions import AtOdds, at_odds
from posdiff.dossier.statement import Draft
from posdiff.findings.finding import Finding
from posdiff.kinds.kind import joined
from posdiff.review.case import Case

ID: Final = "reaction-at-odds"


def examine(case: Case) -> Iterable[Finding]:
    """Texts that were accepted and cross a red line; texts that were rejected and meet all that the party had said."""
    drafts = {draft.id: draft for draft in case.dossier.drafts}
    for said in case.dossier.statements:
        for reaction in said.reactions.values():
            for party in said.parties if reaction.draft in drafts else ():
                found = at_odds(case.dossier, drafts[reaction.draft], party, said, reaction)
                if found is not None:
                    words = _in_words(drafts[reaction.draft], found)
                    message = f"{party} {words}"
                    hint = "look at both: the words may have meant less, or the coding says more than was said"
                    yield Finding.of(reaction.location, ID, message, hint, (said.id, reaction.draft, party, words))


def _in_words(draft: Draft, found: AtOdds) -> str:
    issues = joined(list(found.issues))
    if found.how == "crosses-red-line":
        return f"accepts `{draft.id}`, which crosses its red line on {issues}"
    return (
        f"rejects `{draft.id}`, which meets {'all that it has said' if found.whole else f'what it holds on {issues}'}"
    )
