"""What a party said of a draft beside what the draft does to its terms: where the two do not go together."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from posdiff.comparison.drafts import TermResult, against, red
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.fold import position
from posdiff.dossier.statement import Draft, Reaction, Statement


class AtOdds(NamedTuple):
    """A draft that was accepted crosses red lines on these issues; or one rejected meets all that was held on them.

    ``whole``: the reaction is to the draft as a whole.
    """

    how: Literal["crosses-red-line", "meets-all"]
    issues: tuple[str, ...]
    whole: bool


def at_odds(dossier: Dossier, draft: Draft, party: str, said: Statement, reaction: Reaction) -> AtOdds | None:
    """What does not go together: by what the party held at the end of the day on which it said so."""
    if reaction.reaction not in ("accepts", "rejects"):
        return None
    held = position(dossier, party, said.day, with_reported=said.standing == "reported")
    (result,) = against(dossier.agenda, draft, {party: held})
    about = [term for term in result.terms if not reaction.issues or term.issue.id in reaction.issues]
    whole = not reaction.issues
    if reaction.reaction == "accepts":
        crossed = [term for term in about if term.result == "broken" and red(term)]
        return AtOdds("crosses-red-line", _issues(crossed), whole) if crossed else None
    met = bool(about) and all(term.result == "met" for term in about)
    if not met or (whole and result.verdict != "all-met"):
        return None
    return AtOdds("meets-all", _issues(about), whole)


def _issues(terms: Iterable[TermResult]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term.issue.id for term in terms))
