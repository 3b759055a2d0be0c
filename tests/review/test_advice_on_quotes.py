"""What a finding advises about a quote that does not stand in its page."""

from __future__ import annotations

import pytest

from posdiff.review.rules.quote_absent import advice

ADVICE = {
    "nothing like it": ("We share", "", "correct the quote, or name the source that has it"),
    "hidden words": (
        "We share",
        "We *█* share",
        "the page hides words where `█` stands: see what they are, and quote around them",
    ),
    "a long bracket": (
        f"We [{'q' * 199}] share",
        "We share",
        "shorten the brackets: at most 200 characters count as words put in",
    ),
}


@pytest.mark.parametrize("name", ADVICE)
def test_what_is_advised(name: str) -> None:
    quote, shown, expected = ADVICE[name]
    assert advice(quote, shown) == expected
