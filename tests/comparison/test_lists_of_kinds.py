"""Lists of all that something may be, in the order in which they are shown: each names every kind once."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from posdiff.comparison import changes, draft_steps, drafts, figures, four_columns, relations, same_positions
from posdiff.comparison.conflicts import conflict
from posdiff.comparison.evidence import verification
from posdiff.dossier.grounds import Result

LISTS: list[tuple[tuple[str, ...], Any]] = [
    (relations.RELATIONS, relations.Relation),
    (changes.KINDS, changes.ChangeKind),
    (draft_steps.OUTCOME_CHANGES, draft_steps.OutcomeChange),
    (same_positions.TO_OUTCOME, same_positions.ToOutcome),
    (figures.METRICS, figures.Metric),
    (four_columns.ROW_STATES, four_columns.RowState),
    (conflict.LEVELS, conflict.FirmnessLevel),
    (verification.RESULTS, Result),
    (tuple(drafts.RED_LINES), drafts.RedLine),
    (drafts.RESULTS, drafts.Result),
    (drafts.VERDICTS, drafts.DraftVerdict),
]


@pytest.mark.parametrize(("listed", "kinds"), LISTS)
def test_every_kind_is_listed_once(listed: tuple[str, ...], kinds: Any) -> None:
    assert sorted(listed) == sorted(get_args(kinds))


def test_parts_of_these_lists() -> None:
    """Kinds of change in which a position is the same, begins or ends; relations from farther to closer."""
    parts = (changes.SAME, changes.TAKEN_UP, changes.GIVEN_UP, relations.CLOSENESS)
    assert [each for part in parts[:3] for each in part if each not in changes.KINDS] == []
    assert relations.RELATIONS[: len(relations.CLOSENESS)] == relations.CLOSENESS
