"""Where a quote stands, for readers: the link to its words, and the sentence around it."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from posdiff.comparison.evidence.pattern import pattern
from posdiff.comparison.evidence.places import places
from posdiff.comparison.evidence.surroundings import at_fragment, fragment, sentence_around
from posdiff.dossier.plain_text import PageText, plain

PAGE = PageText.of(
    plain(
        "A speech\n"
        "We will share the port, and we will not share the bay. It is late-born, ours & theirs! Why?\n"
        "The talks begin at last after the truce of all parties on land and at sea has held for a month.\n"
        "Then they end.\n"
    )
)
#: Signs that mean something in an address.
SIGNS = PageText.of(plain("We want and/or need 5% of it? Yes."))
LINKS = {
    "We will share": ":~:text=We%20will%20share",
    "share the bay": ":~:text=share%20the%20bay",
    "late-born, ours & theirs": ":~:text=late%2Dborn%2C%20ours%20%26%20theirs",
    "The talks begin at last after … and at sea has held for a month. Then they end":
        ":~:text=The%20talks%20begin%20at%20last,Then%20they%20end",
}  # fmt: skip


@pytest.mark.parametrize("quote", LINKS)
def test_the_link_to_a_quote(quote: str) -> None:
    (span,) = places(PAGE, pattern(quote)).spans
    assert fragment(PAGE, span) == LINKS[quote]


def test_signs_that_mean_something_in_an_address_are_written_as_bytes() -> None:
    (span,) = places(SIGNS, pattern("and/or need 5% of it?")).spans
    assert fragment(SIGNS, span) == ":~:text=and%2For%20need%205%25%20of%20it%3F"


def test_words_that_stand_elsewhere_too_are_told_by_those_before_them() -> None:
    """Browsers look without regard to case."""
    page = PageText.of(plain("Not ours. Our port is ours. THE PORT is theirs.\nWe want the port."))
    (_, second) = ((0, 0), places(page, pattern("the port")).spans[-1])
    assert fragment(page, second) == ":~:text=want-,the%20port"


#: Lines that were wrapped by hand, and stops that abbreviate: no sentence ends there.
WRAPPED = PageText.of(
    plain(
        "The minister of the South said in a speech to the house yesterday,\n"
        "to the surprise of nobody: it is a lie of the Northern press to say\n"
        "that we will share the port with them. The U.S. troops leave, said\n"
        "Gen. Smith, if we pay No. 5 to them.\n"
    )
)


def test_a_sentence_goes_on_over_lines_and_abbreviations() -> None:
    (span,) = places(WRAPPED, pattern("share the port with them.")).spans
    before, _, after = sentence_around(WRAPPED, span)
    assert before.startswith("The minister") and before.endswith(
        "it is a lie of the Northern press to say that we will "
    )
    assert after == ""
    (span,) = places(WRAPPED, pattern("leave")).spans
    told = ("The U.S. troops ", "leave", ", said Gen. Smith, if we pay No. 5 to them.")
    assert sentence_around(WRAPPED, span) == told


AROUND = {
    "share the bay": ("We will share the port, and we will not ", "share the bay", "."),
    "It is late-born": ("", "It is late-born", ", ours & theirs!"),
    "Then they end.": ("", "Then they end.", ""),
}


@pytest.mark.parametrize("quote", AROUND)
def test_the_sentence_around_a_quote(quote: str) -> None:
    (span,) = places(PAGE, pattern(quote)).spans
    assert sentence_around(PAGE, span) == AROUND[quote]


EXACT = [
    ('Yes. They say it is "unbelievable", 5 000\neuros  now. No.', "unbelievable"),
    ("“We will not share it,” he said.", "We will not"),
    ("Not (we share it); no.", "we share"),
    ("A long one " * 60, "long one A long one A"),
]


@pytest.mark.parametrize(("text", "quote"), EXACT)
def test_the_sentence_around_a_quote_is_that_of_the_page(text: str, quote: str) -> None:
    page = PageText.of(plain(text))
    parts = sentence_around(page, places(page, pattern(quote)).spans[0])
    shown = "".join(parts).removeprefix("… ").removesuffix(" …")
    assert shown and shown in " ".join(text.split())
    assert parts[1] == quote


X = "x" * 1000
#: A text, a stretch of it, and the sentence around that; at most 300 characters are shown on each side.
STRETCHES = [
    (X, (400, 410), ("… " + X[:300], X[:10], X[:300] + " …")),
    (X[:610], (300, 310), (X[:300], X[:10], X[:300])),
    (X[:400] + ". We go" + X[:400] + ". No.", (402, 407), ("", "We go", X[:300] + " …")),
    ("Yes. They end. We go on.", (5, 14), ("", "They end.", "")),
    ("Yes. They end. We go on.", (5, 17), ("", "They end. We", " go on.")),
    ("We go\nI stay. No.", (3, 7), ("We ", "go I", " stay.")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "stretch", "parts"), STRETCHES)
def test_how_much_is_shown_around_a_stretch(text: str, stretch: tuple[int, int], parts: tuple[str, str, str]) -> None:
    assert sentence_around(PageText.of(text), stretch) == parts


EIGHT = "a b c d e f g h"
HUNDRED = "all of us go out to the " + "y" * 60 + " or so we say us"
#: A text, words of it that stand there last, and the words of their link, before some are written as bytes.
WORDS = [
    ("\n", "\n", None),
    ("We go on and on home\n", "We go on and on home\n", "We go on and on home"),
    (HUNDRED, HUNDRED, HUNDRED),
    (HUNDRED + "!", HUNDRED + "!", "all of us go out,or so we say us!"),
    (f"z {EIGHT} port, and y {EIGHT} port", "port", f"{EIGHT}-,port"),
    (f"z {EIGHT[2:]} port, and y {EIGHT[2:]} port", "port", f"y {EIGHT[2:]}-,port"),
    ("a port\nb a port and c a port", "port", "c a-,port"),
    ("Now\nthe port, and c port; c port", "the port", ""),
    ("b\nport, and port", "port", "and-,port"),
    ("Now\nb port, and\nb port", "port", "b-,port"),
    ("port and Port", "Port", "and-,Port"),
    ("\ud83d no", "\ud83d no", "? no"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "linked"), WORDS)
def test_the_words_of_a_link(text: str, words: str, linked: str | None) -> None:
    start = text.rindex(words)
    link = fragment(PageText.of(text), (start, start + len(words)))
    assert unquote(link) == ("" if linked is None else f":~:text={linked or words}")


def test_without_words_an_address_stays() -> None:
    assert at_fragment("https://a.example/page", "") == "https://a.example/page"


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://a.example/page", "https://a.example/page#:~:text=share"),
        ("https://a.example/page#top", "https://a.example/page#top:~:text=share"),
        ("https://a.example/page#:~:text=old", "https://a.example/page#:~:text=share"),
        ("https://a.example/page#top:~:text=old&:~:text=older", "https://a.example/page#top:~:text=share"),
        ("https://a.example/a:~:b#top", "https://a.example/a:~:b#top:~:text=share"),
        (None, None),
    ],
)
def test_an_address_keeps_its_own_place(url: str | None, link: str | None) -> None:
    assert at_fragment(url, ":~:text=share") == link
