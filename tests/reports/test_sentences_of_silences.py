"""Which silence it is, where pages are kept: nothing is in the texts on file, or not all of them was looked at."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from posdiff.comparison.evidence.proofs import PagesOfParty
from posdiff.reports import evidence_wording
from posdiff.reports.compose import show

#: By the pages that are here, the sentences open in them, and the sources that cannot be looked at.
TOLD = {
    (3, 0, 0): "not in the texts on file: each sentence of 3 pages is quoted or dismissed",
    (1, 0, 2): "not in the texts on file here: 1 page; 2 sources cannot be looked at here",
    (2, 1, 0): "1 passage of its statements is not coded yet (posdiff coverage union)",
    (2, 3, 1): (
        "3 passages of its statements are not coded yet (posdiff coverage union), "
        "and 1 source cannot be looked at here"
    ),
}  # fmt: skip


#: By the sentences open in the pages of a party, and the sources that cannot be looked at: behind "silent".
IN_SHORT = {
    (0, 0): "not in the texts on file",
    (0, 2): "not in the texts on file here; 2 sources not looked at",
    (1, 0): "not looked at: 1 passage not coded yet",
    (3, 1): "not looked at: 3 passages not coded yet",
}


def sentences() -> list[str]:
    return [*TOLD.values(), *IN_SHORT.values()]


@pytest.mark.parametrize("left", IN_SHORT)
def test_a_silence_says_which_it_is_in_short(left: tuple[int, int]) -> None:
    assert evidence_wording.silence(*left) == IN_SHORT[left]


@pytest.mark.parametrize("pages", TOLD)
def test_a_silence_says_which_it_is(pages: tuple[int, int, int]) -> None:
    answer: Any = SimpleNamespace(pages=PagesOfParty(*pages), party=SimpleNamespace(party="union"))
    assert show._looked_at(answer) == TOLD[pages]
    assert show._looked_at(SimpleNamespace(pages=None)) == ""  # type: ignore[arg-type]
