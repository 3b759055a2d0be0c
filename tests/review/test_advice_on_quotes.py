"""What a finding advises about a quote that does not stand in its page."""

from __future__ import annotations

import pytest

from posdiff.review.rules.quote_absent import advice

ADVICE = {
    "nothing like it": ("We share", "", "correct the quote, or name the source that has it"),
    "hidden words": (
        "We share",
        "We *█* share",
        "the page hides or draws something where `█` stands: see what it is, and quote around it",
    ),
    "a long bracket": (
        f"We [{'q' * 199}] share",
        "We share",
        "shorten the brackets: at most 200 characters count as words put in",
    ),
    "a bracket that denies": (
        "We will [not] share",
        "We will share",
        "`[not]` could turn the sentence round, or change a number or a limit: it must stand in the page, brackets and "
        "all; leave it out",
    ),
    "a bracket at the beginning": (
        "[Donald] Trump said no.",
        "Trump said no.",
        "leave out the bracket at the beginning or the end: there it stands for a pronoun of the page only",
    ),
    "the number of a note": (
        "We will not sign.",
        "We will not sign.*1*",
        "a number stands right behind the words, that of a note perhaps: quote it too, or end the quote before it",
    ),
    "two numbers for one": (
        "12 500 tanks",
        "12 *500* tanks",
        "a word or a number goes on where the quote ends, or two stand apart there: quote what stands together",
    ),
}


@pytest.mark.parametrize("name", ADVICE)
def test_what_is_advised(name: str) -> None:
    quote, shown, expected = ADVICE[name]
    assert advice(quote, shown) == expected


def test_what_is_advised_of_a_denial_that_is_left_out() -> None:
    assert advice("We … share", "We *not* share", "not") == (
        "quote *not* too, or what stands before it and what stands behind it each by itself"
    )
