"""Where quotes stand in the text of a page: what counts as the same words, what does not, and what is near."""

from __future__ import annotations

import random
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posdiff.comparison.evidence.near_miss import near_miss
from posdiff.comparison.evidence.pattern import pattern
from posdiff.comparison.evidence.places import count, places
from posdiff.dossier.plain_text import PageText, normal, plain

PAGE = """
He said: “We will not give up our land.” But it will join NATO –
   and we can’t wait. The cease-
fire holds. A non-negotiable demand: we demand [laughter] peace.

We will see. Naïve peo\u00adple do\u200b not give up. Caf\u0065\u0301. The \u202eend\u202c.
"""

#: A quote, and what the page has in its place; nothing where it does not stand there.
STANDS = {
    "as it is": ("We will not give up our land.", ["We will not give up our land."]),
    "with other quotation marks": ('said: "We will', ["said: “We will"]),
    "with another dash, over the end of a line": ("join NATO - and we", ["join NATO –\n   and we"]),
    "with another apostrophe": ("we can't wait", ["we can’t wait"]),
    "with soft hyphens and zero-width blanks": ("Naïve people do not", ["Naïve people do not"]),
    "composed otherwise": ("Cafe\u0301.", ["Café."]),
    "with marks of direction": ("The end.", ["The end."]),
    "divided at the end of a line, with the hyphen": ("The cease-fire holds", ["The cease-\nfire holds"]),
    "divided at the end of a line, without it": ("The ceasefire holds", ["The cease-\nfire holds"]),
    "without the not": ("We will give up our land", []),
    "in small letters": ("we will not give up our land", []),
    "with a letter that is marked": ("[w]e will not give up our land", ["We will not give up our land"]),
    "with words left out": ("He said … not give up our land", ["He said: “We will not give up our land"]),
    "with words left out, in dots": ("He said ... not give up our land", ["He said: “We will not give up our land"]),
    "with words left out, in brackets": ("said […] not give up our land", ["said: “We will not give up our land"]),
    "with words left out, in round brackets": ("said (...) not give up our", ["said: “We will not give up our"]),
    "with a not left out, among others": ("He said … up our land", []),
    "with a not left out": ("We will … give up our land", []),
    "with a not left out, and a word": ("We will […] up our land", []),
    "with a not put in": ("But it will [not] join NATO", []),
    "in another order": ("our land … We will not", []),
    "with words put in": ("will not give up [all of] our land", ["will not give up our land"]),
    "with who is meant": ("But [Ukraine] will join NATO", ["But it will join NATO"]),
    "with who is meant, and a word more": ("But [Ukraine] join NATO", []),
    "with a bracket where a not stands": ("We will [gladly] give up", []),
    "with a bracket that says the not": ("We will [not] give up", []),
    "with a bracket of the page": ("we demand [laughter] peace", ["we demand [laughter] peace"]),
    "without the bracket of the page": ("we demand peace", []),
    "half a word": ("we can", []),
    "what a non- denies": ("negotiable demand", []),
    "a word twice": ("give up", ["give up", "give up"]),
    "nothing but brackets": ("[Ukraine] …", []),
}  # fmt: skip


@pytest.mark.parametrize("name", STANDS)
def test_where_a_quote_stands(name: str) -> None:
    quote, expected = STANDS[name]
    page = PageText.of(plain(PAGE))
    found = places(page, pattern(quote))
    assert [page.plain[start:end] for start, end in found.spans] == expected
    assert not found.more
    assert count(page, pattern(quote)) == min(2, len(expected))


NEAR = {
    "a not that was lost": ("We will give up our land", "We will *not* give up our land", 2),
    "another word": ("But it will leave NATO", "But it will *join* NATO", 2),
    "words left out, and a wrong one": (
        "said: “We will … up our country.” But it",
        "said: “We will *not give* up our *land*.” But it",
        2,
    ),
    "a not that was left out": ("We will … give up our land", "We will *not* give up our land", 2),
    "a not that was left out, among others": ("He said … up our land", "He said*: “We will not give* up our land", 2),
    "another capital": ("we will Not give up our land", "*We* will *not* give up our land", 2),
    "nothing like it": ("Something else entirely", None, 0),
}


@pytest.mark.parametrize("name", NEAR)
def test_a_near_miss_is_shown_word_by_word(name: str) -> None:
    quote, shown, line = NEAR[name]
    page = PageText.of(plain(PAGE))
    near = near_miss(page, pattern(quote))
    assert (near and near.shown) == shown
    assert near is None or near.line == line


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_what_counts_of_a_text(text: str) -> None:
    kept, counts = plain(text), normal(text)
    assert plain(kept) == kept
    assert normal(kept) == normal(counts) == counts
    assert unicodedata.is_normalized("NFC", kept)
    assert "\r" not in kept
    assert counts == counts.strip()


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab-\n \u00a0“’…", max_size=40), st.booleans())
def test_every_place_leads_back_to_the_plain_text(text: str, joined: bool) -> None:
    page = PageText.of(plain(text))
    counts = page.joined if joined else page.normal
    if counts is None:
        return
    offsets = page.offsets(joined)
    for at, character in enumerate(counts):
        behind = page.plain[offsets.start(at)]
        assert normal(behind) == character or (character == " " and behind.isspace())
    divided = page.divided_as("ab a-a bb a-b")
    if divided is not None:
        assert divided[0].replace("-", "") == page.normal.replace("-", "")
        assert all(page.plain[divided[1].start(at)] == sign for at, sign in enumerate(divided[0]) if sign in "ab")


def fits(text: str, start: int, end: int, words: list[str]) -> bool:
    """Whether a stretch begins with the first words, ends with the last, and has all of them in order, none in half."""
    if not words:
        return start == end
    first = words[0]
    if not text.startswith(first, start, end):
        return False
    after = start + len(first)
    if text[start - 1 : start].isalnum() or text[after : after + 1].isalnum():
        return False
    rest = words[1:]
    return any(fits(text, at, end, rest) for at in range(after, end + 1)) if rest else after == end


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet="ab .", max_size=30),
    st.lists(st.sampled_from(["a", "b", "a b", "b a", "aa"]), min_size=1, max_size=3),
)
def test_places_are_those_that_trying_every_stretch_finds(text: str, words: list[str]) -> None:
    """By brute force: a stretch that the quote fits, and no stretch within it does."""
    page = PageText.of(plain(text))
    every = [
        (start, end)
        for start in range(len(page.normal))
        for end in range(start + 1, len(page.normal) + 1)
        if fits(page.normal, start, end, words)
    ]
    inner = [(s, e) for s, e in every if not any((a, b) != (s, e) and s <= a and b <= e for a, b in every)]
    offsets = page.offsets()
    expected = [(offsets.start(start), offsets.end(end)) for start, end in inner]
    assert list(places(page, pattern(" … ".join(words))).spans) == expected


def test_hostile_quotes_cost_no_more_than_a_walk_over_the_page() -> None:
    """A quote that stands everywhere, one of one letter, one of a thousand gaps: in bounded time."""
    words = ["a", "b", "ab", "peace", "war", "not", "give"]
    chosen = random.Random(15)
    page = PageText.of(plain(" ".join(chosen.choice(words) for _ in range(300_000))))
    began = time.process_time()
    for quote in (
        "a",
        "peace",
        "a … b … a",
        " … ".join(["a"] * 300),
        "[x] ".join(["a"] * 300),
        "….…" * 300,
        "[" * 3000,
    ):
        asked = pattern(quote)
        assert count(page, asked) in (0, 2)
        near_miss(page, asked)
    assert time.process_time() - began < 8
    assert len(places(page, pattern("peace")).spans) == 1000
    assert places(page, pattern("peace")).more
