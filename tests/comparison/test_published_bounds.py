"""Where searches and lists stop: as the documentation says."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdiff.comparison import draft_choices, reliability
from posdiff.comparison.conflicts import clauses, enumeration, questions
from posdiff.comparison.evidence import pattern, places

DOCS = Path(__file__).parents[2] / "docs"
#: A page, words of it, and what stands in them.
BOUNDS: list[tuple[str, str, tuple[int, ...]]] = [
    ("conflicts.md", "({:,} at most), posdiff looks at all of them", (questions.MOST_CELLS,)),
    ("conflicts.md", "clusters of {} terms and more", (clauses._MANY_TERMS,)),
    ("conflicts.md", "{:,} for each cluster, fewer for large ones", (questions.MOST_QUESTIONS,)),
    ("conflicts.md", "At most {:,} conflicts and {:,} concession sets of a cluster are listed",
     (enumeration.MOST_CONFLICTS, enumeration.MOST_CONCESSIONS)),
    ("conflicts.md", "given up after {:,} failures", (clauses.MOST_FAILURES,)),
    ("conflicts.md", "has more than {} offers", (questions.MOST_WAYS,)),
    ("evidence.md", "left-out words, up to {:,} characters", (places.MOST_LEFT_OUT,)),
    ("evidence.md", "those of more than {} characters", (pattern.LONGEST_BRACKET,)),
    ("recode.md", "{:,} samples of as many terms", (reliability.SAMPLES,)),
    ("recode.md", "`random.Random({}).random()`", (reliability.SEED,)),
    ("semantics.md", "Of more than {:,} choices", (draft_choices.MOST,)),
]  # fmt: skip


@pytest.mark.parametrize(("page", "words", "values"), BOUNDS)
def test_bounds_are_those_of_the_documentation(page: str, words: str, values: tuple[int, ...]) -> None:
    assert words.format(*values) in " ".join((DOCS / page).read_text(encoding="utf-8").split())
