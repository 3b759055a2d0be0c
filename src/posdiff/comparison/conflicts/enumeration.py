"""All minimal conflicts of a cluster, and all its concession sets.

Each determines the other: the conflicts are the minimal sets that hit every concession set (Reiter 1987; Liffiton and
Sakallah 2008). Where the joint cells are few the concession sets are read off from them. Elsewhere the two grow
together ("dualize and advance", Gunopulos and others 2003): a minimal set that hits every concession set known so far
is a conflict, or else it can hold, and then leads to a concession set that was not known. Only yes and no are asked,
in a fixed order, so that even a list that was cut is the same whatever answers.
"""

from typing import NamedTuple

from posdiff.comparison.conflicts.cells import minimal
from posdiff.comparison.conflicts.constraints import Cluster, bits
from posdiff.comparison.conflicts.hitting_sets import Budget, hitting_sets
from posdiff.comparison.conflicts.questions import OutOfQuestions, Questions

#: Conflicts, and concession sets, of one cluster that are listed.
MOST_CONFLICTS = 200
MOST_CONCESSIONS = 1_000
#: Steps of the search for minimal hitting sets, in one cluster.
_MOST_STEPS = 200_000


class Enumeration(NamedTuple):
    """Masks of terms, and whether these are all. Without any conflict the one concession set is to concede nothing."""

    conflicts: tuple[int, ...]
    conflicts_complete: bool
    concessions: tuple[int, ...]
    concessions_complete: bool


def enumerate_conflicts(cluster: Cluster, questions: Questions) -> Enumeration:
    """The minimal conflicts and the concession sets of a cluster whose rules and clauses can hold."""
    if questions.cells is not None:
        refusals = questions.cells.refusals(cluster.all_hard)
        if refusals is not None:
            return _from_refusals(refusals)
    return _grown(cluster, questions)


def _from_refusals(refusals: list[int]) -> Enumeration:
    if refusals == [0]:
        return Enumeration((), True, (0,), True)
    budget = Budget(_MOST_STEPS)
    conflicts: list[int] = []
    for mask in hitting_sets(refusals, budget):
        if len(conflicts) == MOST_CONFLICTS:
            budget.left = -1
            break
        conflicts.append(mask)
    few = len(refusals) <= MOST_CONCESSIONS
    return Enumeration(tuple(conflicts), budget.left >= 0, tuple(refusals[:MOST_CONCESSIONS]), few)


def _grown(cluster: Cluster, questions: Questions) -> Enumeration:
    conflicts: dict[int, None] = {}
    concessions: list[int] = []
    budget = Budget(_MOST_STEPS)
    complete = False
    try:
        if questions.hold(cluster.all_terms | cluster.all_hard):
            return Enumeration((), True, (0,), True)
        while not complete:
            complete = _round(cluster, questions, conflicts, concessions, budget)
    except OutOfQuestions:
        pass
    # In the order in which joint cells give them: a table has its rows in it, whatever answered.
    return Enumeration(tuple(conflicts), complete, tuple(minimal(concessions)), complete)


def _round(
    cluster: Cluster, questions: Questions, conflicts: dict[int, None], concessions: list[int], budget: Budget
) -> bool:
    """Go through the sets that hit every concession set known; whether all of them are conflicts."""
    news: list[int] = []
    for mask in hitting_sets(tuple(concessions), budget):
        if mask in conflicts or any(not mask & new for new in news):
            continue
        if not questions.hold(mask | cluster.all_hard):
            conflicts[mask] = None
            if len(conflicts) > MOST_CONFLICTS:
                del conflicts[mask]
                raise OutOfQuestions
            continue
        left = [number for number in bits(cluster.all_terms) if not mask >> number & 1]
        held = questions.grown(mask | cluster.all_hard, left)
        news.append(cluster.all_terms & ~held)
        concessions.append(news[-1])
        if len(concessions) >= MOST_CONCESSIONS:
            raise OutOfQuestions
        if len(news) > max(8, len(concessions) // 2):
            break
    if budget.left < 0:
        raise OutOfQuestions
    return not news
