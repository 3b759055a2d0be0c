"""Draft against draft: what becomes of outcomes and clauses from one to the next, and what that does to positions.

Definitions: docs/semantics.md, Draft against draft.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from posdiff.comparison.drafts import PartyResult, TermResult
from posdiff.comparison.words import WordRun, word_runs
from posdiff.dossier import brackets
from posdiff.dossier.agenda import Agenda, Issue
from posdiff.dossier.statement import Clause, Draft, Outcome

OutcomeChange = Literal["same", "reworded", "narrowed", "widened", "replaced", "added", "dropped"]
ClauseChange = Literal["same", "reworded", "added", "dropped"]
Bracket = Literal["opened", "closed"]
#: In the order in which they are shown: what changed most first.
OUTCOME_CHANGES: tuple[OutcomeChange, ...] = (
    "replaced", "narrowed", "widened", "added", "dropped", "reworded", "same",
)  # fmt: skip
#: In which of the two texts a clause that is called added or dropped is not on file: it may stand there all the same.
NOT_ON_FILE: Mapping[ClauseChange, Literal["from", "to"]] = {"added": "from", "dropped": "to"}


class OutcomeStep(NamedTuple):
    """What became of an outcome from one draft to the next, each by its id.

    ``bracket``: None where the outcome was dropped with its brackets; they are not closed by that.
    """

    before: str
    after: str
    change: OutcomeChange
    bracket: Bracket | None


class IssueSteps(NamedTuple):
    """An issue that some of the drafts settle. ``outcomes``: by draft; a draft that is silent has none."""

    issue: Issue
    outcomes: Mapping[str, Outcome]
    steps: tuple[OutcomeStep, ...]


class ClauseStep(NamedTuple):
    """What became of a clause from one draft to the next.

    ``moved``: whether it stands elsewhere among the clauses that both have. ``words``: word by word; empty where the
    words are the same, or where only one of the two has the clause.
    """

    before: str
    after: str
    change: ClauseChange
    bracket: Bracket | None
    moved: bool
    words: tuple[WordRun, ...]


class ClauseSteps(NamedTuple):
    """A clause of some of the drafts. ``texts``: by draft, the clause; a draft that lacks it has none."""

    id: str
    texts: Mapping[str, Clause]
    steps: tuple[ClauseStep, ...]


class ResultMove(NamedTuple):
    """A part of a position of which the next draft makes something else than the one before."""

    before_draft: str
    after_draft: str
    before: TermResult
    after: TermResult


def outcome_steps(agenda: Agenda, drafts: Sequence[Draft]) -> tuple[IssueSteps, ...]:
    """Issue by issue, in the agenda's order: the steps between the drafts, in theirs. Where both are silent is none."""
    found = []
    for issue in agenda.issues.values():
        outcomes = {draft.id: draft.outcomes[issue.id] for draft in drafts if issue.id in draft.outcomes}
        if outcomes:
            pairs = ((one.id, other.id) for one, other in pairwise(drafts))
            steps = (
                OutcomeStep(one, other, _changed(issue, outcomes.get(one), outcomes.get(other)),
                            _bracket(_open(outcomes.get(one)), _open(outcomes.get(other)), other in outcomes))
                for one, other in pairs if one in outcomes or other in outcomes
            )  # fmt: skip
            found.append(IssueSteps(issue, outcomes, tuple(steps)))
    return tuple(found)


def _changed(issue: Issue, before: Outcome | None, after: Outcome | None) -> OutcomeChange:
    """What became of an outcome: by what it leaves open; where that is the same, by its words."""
    if before is None or after is None:
        return "added" if before is None else "dropped"
    space, old, new = issue.space, before.leaves, after.leaves
    if space.comparable:
        narrower, wider = space.within(new, old), space.within(old, new)
    else:  # of words it can be known that some were taken away or put in beside the others
        narrower, wider = set(new) <= set(old), set(old) <= set(new)
    if narrower and wider:
        said_before, said_after = _words(before), _words(after)
        return "reworded" if said_before and said_after and said_before != said_after else "same"
    if narrower or wider:
        return "narrowed" if narrower else "widened"
    return "replaced" if space.comparable else "reworded"


def _words(outcome: Outcome) -> list[str | None]:
    """The words of a draft for an outcome; how they are laid out does not count."""
    return [quote.text and " ".join(quote.text.split()) for quote, _ in outcome.every_word]


def _open(outcome: Outcome | None) -> bool:
    return outcome is not None and bool(outcome.options)


def _bracket(before: bool, after: bool, kept: bool) -> Bracket | None:
    """``kept``: whether what they stood in is there in the next draft, so that they were closed if they are not."""
    return None if before == after or not kept else "opened" if after else "closed"


def clause_steps(drafts: Sequence[Draft]) -> tuple[ClauseSteps, ...]:
    """Clause by clause: as the last draft has them; one that was dropped stands after the one that it followed.

    A draft without any clause on file is passed over: nothing is known of what it has.
    """
    drafts = [draft for draft in drafts if draft.clauses]
    clauses = {draft.id: {clause.id: clause for clause in draft.clauses} for draft in drafts}
    moved = {
        (one.id, other.id): moved_ids([*clauses[one.id]], [*clauses[other.id]]) for one, other in pairwise(drafts)
    }  # fmt: skip
    found = []
    for id in in_order([[*clauses[draft.id]] for draft in drafts]):
        texts = {draft: by_id[id] for draft, by_id in clauses.items() if id in by_id}
        steps = (
            clause_step((one, other), texts.get(one), texts.get(other), id in elsewhere)
            for (one, other), elsewhere in moved.items()
            if one in texts or other in texts
        )
        found.append(ClauseSteps(id, texts, tuple(steps)))
    return tuple(found)


def clause_step(pair: tuple[str, str], before: Clause | None, after: Clause | None, moved: bool) -> ClauseStep:
    """What became of a clause from one of a pair of texts to the other; one of them may lack it."""
    bracket = _bracket(_has_brackets(before), _has_brackets(after), after is not None)
    if before is None or after is None:
        return ClauseStep(*pair, "added" if before is None else "dropped", bracket, False, ())
    if before.text == after.text:
        return ClauseStep(*pair, "same", bracket, moved, ())
    return ClauseStep(*pair, "reworded", bracket, moved, word_runs(before.text, after.text))


def _has_brackets(clause: Clause | None) -> bool:
    return clause is not None and brackets.bracketed(clause.text) > 0


def in_order(orders: Sequence[Sequence[str]]) -> list[str]:
    """All ids: those of the last order in it; each of the others after the one that it follows in its own."""
    merged: list[str] = []
    for order in reversed(orders):
        place = 0
        for id in order:
            if id in merged:
                place = merged.index(id) + 1
            else:
                merged.insert(place, id)
                place += 1
    return merged


def moved_ids(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """The fewest ids that, taken out, leave the others in one order in both (the longest increasing run of places)."""
    from bisect import bisect_left

    places = {id: place for place, id in enumerate(before)}
    both = [id for id in after if id in places]
    ends: list[int] = []  # by length, the smallest place at which a run ends
    lengths = []
    for id in both:
        length = bisect_left(ends, places[id])
        ends[length : length + 1] = [places[id]]
        lengths.append(length)
    kept, wanted = set(), len(ends) - 1
    for id, length in zip(reversed(both), reversed(lengths), strict=True):
        if length == wanted:
            kept.add(id)
            wanted -= 1
    return frozenset(both) - kept


def circles(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, ...]]:
    """Drafts that follow themselves along ``previous``, by way of others or not: each circle once."""
    by_id = {draft.id: draft for draft in drafts}
    seen: set[str] = set()
    for draft in drafts:
        chain: list[Draft] = []
        at: Draft | None = draft
        while at is not None and at.id not in seen:
            seen.add(at.id)
            chain.append(at)
            at = by_id.get(at.previous.name) if at.previous else None
        if at is not None and at in chain:
            yield tuple(chain[chain.index(at) :])


def result_moves(results: Sequence[tuple[str, PartyResult]]) -> Iterator[ResultMove]:
    """The parts of one position of which a draft makes something else than the one before it; each by its draft's id.

    All are held against the same position, so that its parts are the same.
    """
    for (one, before), (other, after) in pairwise(results):
        for was, is_now in zip(before.terms, after.terms, strict=True):
            if was.result != is_now.result:
                yield ResultMove(one, other, was, is_now)
