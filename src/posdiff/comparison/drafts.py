"""A draft agreement against the positions of parties. Definitions: docs/semantics.md."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from posdiff.dossier.agenda import Agenda, Issue
from posdiff.dossier.position import Part, Position
from posdiff.dossier.region import Box, Settlements
from posdiff.dossier.statement import Clause, Draft
from posdiff.dossier.term import Term

Result = Literal["broken", "left-open", "met", "unassessed"]
#: In the order in which they are shown.
RESULTS: tuple[Result, ...] = ("broken", "left-open", "met", "unassessed")
#: What can be asked of a draft besides: whether it crosses a red line, whether what it leaves open can be filled in.
GATES = ("red-line", "cannot-be-completed")
DraftVerdict = Literal["crosses-red-line", "breaks-terms", "left-open", "all-met"]
VERDICTS: tuple[DraftVerdict, ...] = ("crosses-red-line", "breaks-terms", "left-open", "all-met")
#: Why a term is left open.
Reason = Literal["silent", "more-than-accepted", "condition", "vague"]


class TermResult(NamedTuple):
    """A part of a position under a draft; ``reason`` where it is left open, ``clause`` where it settles the issue."""

    issue: Issue
    part: Part
    clause: Clause | None
    result: Result
    reason: Reason | None


class PartyResult(NamedTuple):
    """One party. ``completable``: whether a settlement within the draft meets all its terms; None: not known.

    It is asked only where no single term is broken. ``silent_on``: what the draft settles and the party is silent on.
    """

    party: str
    verdict: DraftVerdict
    completable: bool | None
    terms: tuple[TermResult, ...]
    silent_on: tuple[str, ...]


def against(agenda: Agenda, draft: Draft, positions: Mapping[str, Position]) -> tuple[PartyResult, ...]:
    """The draft against each of the positions, each under the name by which it was asked for."""
    settlements = Settlements(agenda.issues)
    within = settlements.box((id, clause.accepts) for id, clause in draft.clauses.items())
    return tuple(_answer(agenda, draft, name, position, settlements, within) for name, position in positions.items())


def _answer(
    agenda: Agenda, draft: Draft, name: str, position: Position, settlements: Settlements, within: Box | None
) -> PartyResult:
    judged = []
    for issue in agenda.issues.values():
        held = position.terms.get(issue.id)
        for part in held.demands if held else ():
            clause = draft.clauses.get(issue.id)
            result, reason = _judge(issue, part.term, clause, settlements, within)
            judged.append(TermResult(issue, part, clause, result, reason))
    broken = [term_result for term_result in judged if term_result.result == "broken"]
    completable: bool | None = False
    if not broken:
        demands = [
            settlements.meeting(term_result.part.term) for term_result in judged if term_result.issue.space.comparable
        ]
        demands += [settlements.outside(rule.given) + settlements.boxes(rule.then) for rule in agenda.rules]
        completable = within is not None and settlements.meet(within, demands)
    if broken:
        red = any(term_result.part.term.firmness == "red-line" for term_result in broken)
        verdict: DraftVerdict = "crosses-red-line" if red else "breaks-terms"
    elif completable is not True or any(term_result.result == "left-open" for term_result in judged):
        verdict = "left-open"
    else:
        verdict = "all-met"
    silent = tuple(id for id in agenda.issues if id in draft.clauses and id not in position.terms)
    return PartyResult(name, verdict, completable, tuple(judged), silent)


def _judge(
    issue: Issue, term: Term, clause: Clause | None, settlements: Settlements, within: Box | None
) -> tuple[Result, Reason | None]:
    """What becomes of one term: what every outcome that the draft leaves open does to it."""
    if not issue.space.comparable:
        return "unassessed", None
    if within is None:
        return "broken", None
    meeting = settlements.meeting(term)
    possible = [both for box in meeting if (both := settlements.both(within, box)) is not None]
    if not possible:
        return "broken", None
    if settlements.covered([within], meeting):
        # A vague term does not yet accept what it leaves in; where its demand does not bind, nothing is refused.
        outside = settlements.outside(term.condition) if term.condition else []
        return ("left-open", "vague") if term.vague and not settlements.covered([within], outside) else ("met", None)
    if clause is None:
        return "left-open", "silent"
    own = settlements.boxes(*(((issue.id, offer.accepts),) for offer in term.offers))
    taken = [box for box in own if settlements.both(within, box) is not None]
    if taken and not settlements.covered([settlements.only(within, issue.id)], own):
        return "left-open", "more-than-accepted"
    # Either an offer hangs on what is not decided, or whether the demand binds at all (``applies_if``).
    return "left-open", "condition"
