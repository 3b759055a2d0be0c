"""The nearest words of a page never look like the quote: what is other is marked."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posdiff.comparison.evidence.near_miss import Difference, NearMiss, near_miss
from posdiff.comparison.evidence.pattern import pattern
from posdiff.comparison.evidence.places import count, word_left_out
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


FAR = "The chair opened the meeting and greeted the guests from all over. " * 8
#: A page, a quote, the nearest words, their line, and where they are apart: what the quote has, what the page has.
APART: list[tuple[str, str, str, int, list[tuple[str, str]]]] = [
    ("\n\nNo.\nWe will share the port.", "We will share the bay.", "We will share the *port*.", 4, [("bay", "port")]),
    (f"{FAR}\nWe will share the old port with all. {FAR}", "We will share the bay with all, now.",
     "We will share the *old port* with all.", 2, [("bay", "old port"), (", now", "")]),
    (f"We share. {FAR}We will share the wide port with our neighbours. {FAR}We share it",
     "We will share the port with our good neighbours",
     "We will share the *wide* port with our neighbours", 1, [("", "wide"), ("good", "")]),
    ("We will not share the port", "We … share the port", "We *will not* share the port", 1, [("", "will not")]),
    ("They share it. We share the port", "We share … the big port", "We share … the port", 1, [("big", "")]),
    ("WE WILL share the port", "We will share the port", "*WE WILL* share the port", 1, [("We will", "WE WILL")]),
    ("a non-lethal 5.5-ton tank", "lethal 5.5", "*non-lethal* 5.*5-ton*", 1,
     [("lethal", "non-lethal"), ("5", "5-ton")]),
    ("up to 1 000 000 000 000 soldiers", "up to 1", "up to 1 *000 000 000*", 1, []),
    ("1 000 000 000 000 soldiers", "000 soldiers", "*000 000 000* 000 soldiers", 1, []),
    ("He said 5 000 that we share all of the port", "He said 5 … the port of ours", "He said 5 *000* … the port", 1,
     [("of ours", "")]),
    ("We will share, the port", "We will share the (port)", "We will share*,* the port", 1,
     [("", ","), ("(", ""), (")", "")]),
    ("share the port", "We will share the port … not", "share the port", 1, [("We will", ""), ("not", "")]),
    (f"We share it. {FAR}We share it now.", "We share it again.", "We share it.", 1, [("again", "")]),
    (f"We share it. {FAR}\nWe share it.", "We share it again.", "We share it.", 1, [("again", "")]),
    ("“x” share the port", "to share the port", "*”* share the port", 1, [("to", "”")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "shown", "line", "apart"), APART)
def test_where_the_nearest_words_are_other(
    text: str, quote: str, shown: str, line: int, apart: list[tuple[str, str]]
) -> None:
    near = near_miss(PageText.of(plain(text)), pattern(quote))
    assert near == NearMiss(shown, tuple(Difference(*each) for each in apart), line)
    assert near.lacking == " … ".join(of_quote for of_quote, of_page in apart if not of_page)


def test_the_nearest_words_of_a_page_that_begins_with_them_and_of_one_that_repeats_itself() -> None:
    near = near_miss(PageText.of("corridor"), pattern("corridor now"))
    assert near == NearMiss("corridor", (Difference("now", ""),), 1)
    near = near_miss(PageText.of("we go " * 110), pattern("we go " * 50 + "far"))
    assert near is not None and near.differences[-1].quote == "far"


def test_of_a_long_quote_the_first_words_are_compared() -> None:
    words = [f"word{number}" for number in range(130)]
    page = PageText.of(" ".join(words))
    for number, apart in ((118, 1), (119, 1), (120, 0), (125, 0)):
        quote = " ".join("other" if place == number else word for place, word in enumerate(words))
        near = near_miss(page, pattern(quote))
        assert near is not None and len(near.differences) == apart


LIKE_NOTHING = [("We will not", "We … now"), ("We can’t wait", "can wait We"), ("Peace and land", "Nothing like it")]


@pytest.mark.parametrize(("text", "quote"), LIKE_NOTHING)
def test_words_of_which_less_than_half_is_the_same_are_not_shown(text: str, quote: str) -> None:
    assert near_miss(PageText.of(plain(text)), pattern(quote)) is None


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
        assert "*" in near.shown or near.lacking or word_left_out(page, asked)
