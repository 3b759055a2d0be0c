"""How much room words take, and where they are wrapped and cut."""

from __future__ import annotations

import pytest

from posdiff.reports.charts.lettering import cut, width, wrapped


def test_a_letter_is_as_wide_as_it_is_in_a_wide_font() -> None:
    assert width("i", 10) < width("a", 10) < width("W", 10) < width("日", 10)
    assert width("e\u0301", 10) == width("e", 10)
    assert width("abc", 20) == 2 * width("abc", 10)
    assert width("abc", 10, bold=True) > width("abc", 10)


@pytest.mark.parametrize(
    "words", ["The ceasefire begins", "x" * 400, "", "one two three four five six seven eight nine ten"]
)
@pytest.mark.parametrize("room", [30.0, 80.0, 400.0])
def test_no_line_is_wider_than_the_room(words: str, room: float) -> None:
    lines = wrapped(words, room, 13, 3)
    assert len(lines) <= 3
    assert all(width(line, 13) <= room for line in (*lines, cut(words, room, 13)))


def test_words_are_cut_where_there_is_no_room() -> None:
    assert wrapped("The ceasefire begins", 120, 13, 3) == ("The ceasefire", "begins")
    assert wrapped("one two three four", 60, 13, 1) == ("one tw…",)
    assert cut("x" * 40, 60, 13) == "xxxxxx…"
    assert cut("short", 60, 13) == "short"


def test_what_cannot_be_seen_is_shown() -> None:
    assert wrapped("a\u202eb", 200, 13, 2) == ("a<U+202E>b",)
