"""Refusal tables: for one issue, every outcome and the terms that would have to go for it."""

from collections.abc import Sequence
from typing import NamedTuple

from posdiff.comparison.conflicts.cells import pieces_on
from posdiff.comparison.conflicts.constraints import Cluster, Constraint, Stated, bits
from posdiff.comparison.conflicts.questions import OutOfQuestions, Questions
from posdiff.dossier.agenda import Issue
from posdiff.kinds.kind import Piece, Union


class RefusalRow(NamedTuple):
    """Outcomes that no term tells apart, and the terms that refuse them. ``minimal``: no other row asks for less."""

    outcomes: Union
    refused_by: tuple[Stated, ...]
    minimal: bool


class RefusalTable(NamedTuple):
    """Of a choice, quantity or date all outcomes; of a set or a sequence those for which the least would have to go."""

    issue: Issue
    rows: tuple[RefusalRow, ...]
    complete: bool


def table(cluster: Cluster, questions: Questions, concessions: Sequence[int]) -> RefusalTable | None:
    """The refusal table of a cluster whose terms are all on one issue, and look at no other; None for others.

    None, too, when the budget is spent.
    """
    issue = cluster.stated[0].issue
    if any(stated.issue.id != issue.id for stated in cluster.stated) or any(
        len(constraint.sides) > 1 for constraint in cluster.terms
    ):
        return None
    side = cluster.terms[0].sides[0]
    cells = issue.space.cells(pieces_on(cluster)[side])
    try:
        if cells is not None:
            return _by_cells(cluster, questions, side, cells, concessions)
    except OutOfQuestions:
        return None
    return _by_concessions(cluster, issue, concessions) if not cluster.linked else None


def _by_cells(
    cluster: Cluster, questions: Questions, side: str, cells: Sequence[Piece], concessions: Sequence[int]
) -> RefusalTable:
    issue = cluster.stated[0].issue
    rows: list[tuple[Union, int]] = []
    for cell in cells:
        within = {side: cell}
        if not questions.hold(cluster.all_hard, within):
            continue
        refused = 0
        for number in range(len(cluster.terms)):
            if not questions.hold(1 << number, within):
                refused |= 1 << number
        if rows and rows[-1][1] == refused:
            rows[-1] = (issue.space.tidy((*rows[-1][0], cell)), refused)
        else:
            rows.append(((cell,), refused))
    stated, minimal = cluster.stated, set(concessions)
    refusal_rows = tuple(
        RefusalRow(outcomes, tuple(stated[number] for number in bits(mask)), mask in minimal) for outcomes, mask in rows
    )
    return RefusalTable(issue, refusal_rows, True)


def _by_concessions(cluster: Cluster, issue: Issue, concessions: Sequence[int]) -> RefusalTable:
    side = cluster.sides[0]

    def meet(kept: Sequence[Constraint]) -> Union:
        unions = [tuple(box[side] for box in constraint.boxes) for constraint in kept]
        return issue.space.common(unions)[0] if unions else (issue.space.everything,)

    rows = []
    for mask in concessions:
        outcomes = meet([constraint for number, constraint in enumerate(cluster.every) if not mask >> number & 1])
        rows.append(RefusalRow(outcomes, tuple(cluster.stated[number] for number in bits(mask)), True))
    seen = tuple(piece for row in rows for piece in row.outcomes)
    return RefusalTable(issue, tuple(rows), bool(issue.space.within(meet(cluster.hard), seen)))
