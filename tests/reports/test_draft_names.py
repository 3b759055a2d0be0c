"""What drafts are called: by a part of the id that no other has, and by what posdiff calls them itself."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from answering import asked
from posdiff.findings.failure import Failure
from posdiff.reports import draft_steps_wording
from writing import dossier

IDS = (
    "2026-04-01-offer", "2026-04-02-text", "2026-04-03-offer", "2026-04-04-union", "2026-04-05", "2026-04-06-text-2",
    "2026-04-07-final-text",
)  # fmt: skip
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {union: {name: Union}}
        issues: {pay: {title: Pay, kind: quantity, unit: percent}}
        """,
} | {f"drafts/{id}.yaml": f"date: {id[:10]}\nby: [union]\noutcomes: {{pay: 3}}\n" for id in IDS}


def test_what_posdiff_calls_a_draft_names_it(tmp_path: Path) -> None:
    positions = asked(dossier(tmp_path, FILES))
    for both in combinations(IDS, 2):
        answer = positions.drafts(*both)
        labels = draft_steps_wording.labels(answer.drafts, answer)
        assert {positions.text(label).draft.id: label for label in labels.values()} == labels
    answer = positions.drafts(*IDS)
    assert [*draft_steps_wording.labels(answer.drafts, answer).values()] == [
        "2026-04-01-offer", "text", "2026-04-03-offer", "2026-04-04-union", "2026-04-05", "text-2", "final-text",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["offer", "OFF"])
def test_a_name_of_two_drafts_names_neither(name: str, tmp_path: Path) -> None:
    with pytest.raises(Failure) as failure:
        asked(dossier(tmp_path, FILES)).draft(name, "union")
    told = f"`{name}` could be more than one draft: 2026-04-01-offer, 2026-04-03-offer"
    assert (failure.value.message, failure.value.hint) == (told, "write more of it")
