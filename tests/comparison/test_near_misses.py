"""The nearest words of a page never look like the quote: what is other is marked."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posdiff.comparison.evidence.near_miss import near_miss
from posdiff.comparison.evidence.pattern import pattern
from posdiff.comparison.evidence.places import count, denial_left_out
from posdiff.dossier.plain_text import PageText, plain

NEAR = [
    ("We will not sign.1 We stay.", "We will not sign.", "We will not sign.*1*"),
    ("some 5 1/2 miles of it", "some 5", "some 5 *1/2*"),
    ("up to 100 000 soldiers", "up to 100", "up to 100 *000*"),
    ("up to 100 000 soldiers", "000 soldiers", "*100* 000 soldiers"),
    ("growth of −5 percent", "5 percent", "*−*5 percent"),
    ("growth was −5 percent", "growth … 5 percent", "growth … *−*5 percent"),
    ("at 5 % of all", "at 5% of all", "at 5 *%* of all"),
    ("some 12\n500 tanks", "some 12 500 tanks", "some 12 *500* tanks"),
    ("We can’t wait", "We can wait", "We *can’t* wait"),
]


@pytest.mark.parametrize(("text", "quote", "shown"), NEAR)
def test_what_goes_on_beside_a_quote_is_marked(text: str, quote: str, shown: str) -> None:
    page = PageText.of(plain(text))
    near = near_miss(page, pattern(quote))
    assert (count(page, pattern(quote)), near and near.shown) == (0, shown)


def test_what_only_the_quote_has_is_told() -> None:
    near = near_miss(PageText.of("He said We will share the port"), pattern("He said “We will share” the port"))
    assert (near and near.shown, near and near.lacking) == ("He said We will share the port", "' … '")


HIDING = [
    ("Words before █the link and after.", "Words before the link", True),
    ("Read more█ here. All █ of it.", "Read more here. All of it.", True),
    ("Read more█ now.", "Read more here", False),
    ("Read more█ now 5.5", "Read more now 5", False),
    ("Read all more now.", "Read more now", False),
]


@pytest.mark.parametrize(("text", "quote", "same"), HIDING)
def test_whether_only_what_is_hidden_is_other(text: str, quote: str, same: bool) -> None:
    near = near_miss(PageText.of(text), pattern(quote))
    assert near is not None and near.may_be_the_same is same


_PARTS = st.lists(
    st.tuples(
        st.sampled_from(["We", "will", "not", "sign", ".", ",", "1", "12", "500", "-", "−", "5.5", "can’t", "1/2"]),
        st.sampled_from(["", " ", " ", " ", "\n", "  "]),
    ),
    min_size=1,
    max_size=7,
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(_PARTS, st.integers(0, 7), st.integers(0, 7), st.sampled_from([" ", " … ", "", "x "]))
def test_the_nearest_words_are_marked_where_they_are_other(
    parts: list[tuple[str, str]], start: int, end: int, between: str
) -> None:
    """A quote made of two stretches of a page, joined in one of several ways: if it is absent, it is seen why."""
    words = [word for pair in parts for word in pair]
    quote = "".join(words[start : start + 4]).strip() + between + "".join(words[end : end + 4]).strip()
    page, asked = PageText.of(plain("".join(words))), pattern(" ".join(quote.split()))
    near = near_miss(page, asked)
    if near is not None and count(page, asked) == 0:
        assert "*" in near.shown or near.lacking or denial_left_out(page, asked)
