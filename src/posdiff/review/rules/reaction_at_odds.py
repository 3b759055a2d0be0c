"""What a party said of a draft beside what the draft does to its terms: where the two do not go together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from posdiff.comparison.drafts import TermResult, against, red
from posdiff.dossier.fold import position
from posdiff.dossier.statement import Draft, Reaction, Statement
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
                words = _at_odds(case, drafts[reaction.draft], party, said, reaction)
                if words is not None:
                    message = f"{party} {words}"
                    hint = "look at both: the words may have meant less, or the coding says more than was said"
                    yield Finding.of(reaction.location, ID, message, hint, (said.id, reaction.draft, party, words))


def _at_odds(case: Case, draft: Draft, party: str, said: Statement, reaction: Reaction) -> str | None:
    """What does not go together: by what the party held at the end of the day on which it said so."""
    if reaction.reaction not in ("accepts", "rejects"):
        return None
    held = position(case.dossier, party, said.day, with_reported=said.standing == "reported")
    (result,) = against(case.dossier.agenda, draft, {party: held})
    about = [term for term in result.terms if not reaction.issues or term.issue.id in reaction.issues]
    if reaction.reaction == "accepts":
        crossed = [term for term in about if term.result == "broken" and red(term)]
        return f"accepts `{draft.id}`, which crosses its red line on {_issues(crossed)}" if crossed else None
    met = bool(about) and all(term.result == "met" for term in about)
    if not met or (not reaction.issues and result.verdict != "all-met"):
        return None
    what = f"what it holds on {_issues(about)}" if reaction.issues else "all that it has said"
    return f"rejects `{draft.id}`, which meets {what}"


def _issues(terms: Iterable[TermResult]) -> str:
    return joined(list(dict.fromkeys(term.issue.id for term in terms)))
