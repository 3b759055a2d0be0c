"""At which places of a page a quote stands: a text and a quote in, the stretches out."""

from __future__ import annotations

import pytest

from posdiff.comparison.evidence.pattern import pattern
from posdiff.comparison.evidence.places import MOST_LEFT_OUT, count, own_words, places, word_left_out
from posdiff.dossier.plain_text import PageText, plain

#: A page, a quote, and the words of the page that it stands for.
STANDS: dict[str, tuple[str, str, list[str]]] = {
    "at the end of a page": ("so we go", "we go", ["we go"]),
    "with a letter that begins the page": ("We go", "[w]e go", ["We go"]),
    "without the letter": ("e go", "[w]e go", []),
    "a letter in the middle of words": ("now The port", "now [t]he port", ["now The port"]),
    "a bracket for a pronoun at the end": ("we share it. No", "share [the port].", ["share it."]),
    "for a pronoun at the beginning": ("So we share", "So [the North] share", ["So we share"]),
    "for one before the longest words": ("they share the port", "share [it with] the port", ["share the port"]),
    "for its own words": ("we [in Bonn] share it", "we [in Bonn] share it", ["we [in Bonn] share it"]),
    "for its own words, without blanks": ("we[in Bonn]share it", "we [in Bonn] share it", ["we[in Bonn]share it"]),
    "for nothing": ("we share it", "we [in Bonn] share it", ["we share it"]),
    "for no other word": ("we often share it", "we [in Bonn] share it", []),
    "for no two words": ("we it us share it", "we [in Bonn] share it", []),
    "for no other sign behind words": ("share the port/we", "share the port [now] we", []),
    "for no other sign before words": ("we/share the port", "we [now] share the port", []),
    "for a pronoun with no other sign behind it": ("share the port it/we", "share the port [the sea] we", []),
    "for one with no other sign before it": ("we/it share the port", "we [the sea] share the port", []),
    "for a pronoun with blanks on both sides": ("share the port it we", "share the port [the sea] we",
                                                ["share the port it we"]),
    "another pronoun goes on": ("that we share it they", "share it [we]", []),
    "a pronoun goes on behind a comma": ("share it, we", "share it, [the port]", ["share it,"]),
    "without a blank it does not": ("share it,we", "share it, [the port]", []),
    "its own goes on": ("that we share it we", "share it [we]", ["share it"]),
    "another pronoun stands before": ("they share it", "[we] share it", []),
    "its own stands before": ("we share it", "[we] share it", ["share it"]),
    "nothing stands before": ("share it", "[we] share it", ["share it"]),
    "the nearest words of those left out": ("we go, we go now and share", "we … share", ["we go now and share"]),
    "the nearest ones of the longest": ("so we go, so we go and win", "so we go … win", ["so we go and win"]),
    "the longest words twice behind others": ("so and winning and winning", "so … and winning", ["so and winning"]),
    "both twice, one within the other": ("we go so we go, he said, and so we win", "we go … we win",
                                         ["we go, he said, and so we win"]),
    "two, the second of which holds a third": ("we go and win. we go so we go and win", "we go … win",
                                               ["we go and win", "we go and win"]),
    "the same words twice": ("we go. we go", "we go", ["we go", "we go"]),
    "over each other": ("a b a b a", "a b a", ["a b a", "a b a"]),
    "the later words before the longest": ("so it is, so is the corridor", "so … corridor", ["so is the corridor"]),
    "as much left out as may be": (f"a b {'x' * (MOST_LEFT_OUT - 2)} corridor", "a b … corridor",
                                   [f"a b {'x' * (MOST_LEFT_OUT - 2)} corridor"]),
    "more left out": (f"a b {'x' * (MOST_LEFT_OUT - 1)} corridor", "a b … corridor", []),
    "as much behind the longest": (f"corridor {'x' * (MOST_LEFT_OUT - 2)} a b", "corridor … a b",
                                   [f"corridor {'x' * (MOST_LEFT_OUT - 2)} a b"]),
    "more behind the longest": (f"corridor {'x' * (MOST_LEFT_OUT - 1)} a b", "corridor … a b", []),
    "nowhere": ("we go", "they go", []),
    "nothing is looked for": ("we go", "[they]", []),
}  # fmt: skip


@pytest.mark.parametrize("name", STANDS)
def test_where_a_quote_stands(name: str) -> None:
    text, quote, expected = STANDS[name]
    page, asked = PageText.of(text), pattern(quote)
    spans, more = places(page, asked)
    assert [text[start:end] for start, end in spans] == expected
    assert (more, list(spans), count(page, asked)) == (False, sorted(spans), min(2, len(expected)))


def test_no_more_places_than_are_asked_for_are_told() -> None:
    page, asked = PageText.of("go go go go"), pattern("go")
    assert [places(page, asked, most) for most in (1, 3, 4, 5)] == [
        (((0, 2),), True), (((0, 2), (3, 5), (6, 8)), True),
        (((0, 2), (3, 5), (6, 8), (9, 11)), True), (((0, 2), (3, 5), (6, 8), (9, 11)), False),
    ]  # fmt: skip


def test_two_places_stand_for_more_where_words_are_divided() -> None:
    page = PageText.of(plain("go to the cor-\nridor. go. go. cor-\nridor, corridor."))
    assert page.joined is not None
    asked = [pattern(quote) for quote in ("go", "corridor", "to the corridor")]
    assert [(count(page, quote), len(places(page, quote).spans)) for quote in asked] == [(2, 3), (2, 3), (1, 1)]


def test_the_own_words_of_quotes_are_their_stretches_without_what_is_left_out() -> None:
    text = "We will go to the port. We will go home to the port."
    quotes = [pattern(quote) for quote in ("We … home … port", "to the port", "W", "We", "They")]
    assert [[[text[a:b] for a, b in place] for place in each] for each in own_words(PageText.of(text), quotes)] == [
        [["We", "home", "port"]], [["to the port"], ["to the port"]], [], [["We"], ["We"]], [],
    ]  # fmt: skip


def test_which_denial_keeps_a_quote_from_standing() -> None:
    page = PageText.of("We will not share it and never the port.")
    quotes = ("We will … share it", "We … the port", "We share", "We will … sea", "share … the port")
    assert [word_left_out(page, pattern(quote)) for quote in quotes] == ["not", "not", None, None, "never"]
