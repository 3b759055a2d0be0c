"""Which silence it is, where pages are kept: nothing is in the texts on file, or not all of them was looked at."""

from __future__ import annotations

import pytest

from posdiff.comparison.evidence.proofs import PagesOfParty
from posdiff.reports import evidence_wording

#: By the open sentences, the sources without a page here, and those whose sentences are open, where a command is named.
TOLD: dict[tuple[int, int, tuple[str, ...]], str] = {
    (0, 0, ()): "nothing found in the texts on file",
    (0, 2, ()): "nothing found in the texts on file here; 2 sources not looked at",
    (1, 0, ()): "not looked at: 1 passage not coded yet",
    (3, 1, ()): "not looked at: 3 passages not coded yet, 1 source without a page here",
    (1, 0, ("union",)): "not looked at: 1 passage not coded yet (posdiff coverage union)",
    (3, 2, ("fiji", "aosis")): (
        "not looked at: 3 passages not coded yet (posdiff coverage fiji aosis), 2 sources without a page here"
    ),
}

NO_PAGE = "not looked at: no page of 2 sources is here"


def sentences() -> list[str]:
    return [*TOLD.values(), NO_PAGE, *IN_OVERVIEWS]


@pytest.mark.parametrize("left", TOLD)
def test_a_silence_says_which_it_is(left: tuple[int, int, tuple[str, ...]]) -> None:
    open, unread, whose = left
    pages = PagesOfParty(open, unread, whose, read=1)
    assert evidence_wording.silence(pages, with_command=bool(whose)) == TOLD[left]


def test_where_no_page_is_here_nothing_was_looked_at() -> None:
    assert evidence_wording.silence(PagesOfParty(0, 2)) == NO_PAGE


def test_what_leads_to_a_quote_and_why_the_gate_fails() -> None:
    page, archive = "https://a.example", "https://b.example"
    assert evidence_wording.links(page, archive) == (("in its page", page), ("in the archive", archive))
    assert evidence_wording.links(page, None, translated=True) == (("the original in its page", page),)
    assert evidence_wording.required(1, "verify") == "--require-verified: 1 quote is not verified."
    told = "--require-verified: 2 quotes are not verified; posdiff verify lists them."
    assert evidence_wording.required(2, "check") == told


#: What overviews say of silences and of red lines: tests/cli/test_evidence_in_overviews.py shows them.
IN_OVERVIEWS = (
    "Where they are silent: North (nothing found in the texts on file); South (not looked at: 1 passage not coded yet)",
    "Where they are silent: Council (no statement on file); Union (no statement on file by that day)",
    "Red lines with a quote that is not verified: North on Seat (quote not in its source)",
)


def test_parties_of_one_silence_stand_together() -> None:
    found = [("Union", " (not looked at)"), ("Employer", ""), ("Mediator", " (not looked at)")]
    assert evidence_wording.silences(found) == ["Union and Mediator (not looked at)", "Employer"]
