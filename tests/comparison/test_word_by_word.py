"""Two texts word by word: what both have, what only the first has and what only the second."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posdiff.comparison import words
from posdiff.comparison.words import WordRun, shown_whole, word_runs

SIGNS = {"same": " ", "removed": "-", "added": "+"}


def told(before: str, after: str) -> list[str]:
    """The runs, each with a sign before it: a blank for what both have."""
    return [SIGNS[run.kind] + run.text for run in word_runs(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "runs"),
    [
        ("", "", []),
        ("one", "one", [" one"]),
        ("", "one", ["+one"]),
        ("one", "", ["-one"]),
        ("one two", "one three", [" one ", "-two", "+three"]),
        # A number is one word, whatever parts its digits.
        ("to 600,000 men", "to 800,000 men", [" to ", "-600,000", "+800,000", "  men"]),
        ("to 1.5", "to 2.5", [" to ", "-1.5", "+2.5"]),
        ("it's", "its", ["-it's", "+its"]),
        ("yes.", "yes!", [" yes", "-.", "+!"]),
        # A single blank between two changes belongs to the change; one beside words that stay does not.
        ("a b c d", "a x y d", [" a ", "-b c", "+x y", "  d"]),
        ("a b", "a x b", [" a ", "+x ", " b"]),
        ("a x b", "a b", [" a ", "-x ", " b"]),
        (" a", " b", ["  ", "-a", "+b"]),
        ("a ", "b ", ["-a", "+b", "  "]),
        ("  ", "a ", ["- ", "+a", "  "]),
        ("a\nb", "a\nc", [" a\n", "-b", "+c"]),
        # A blank between words of which one text has only the first, or only the last.
        ("a b", " c", ["-a b", "+ c"]),
        ("a b", "c ", ["-a b", "+c "]),
        # The longest words that stay are looked for, not those with which both begin.
        ("no, yes", "no, no, yes", ["+no, ", " no, yes"]),
    ],
)
def test_what_became_of_words(before: str, after: str, runs: list[str]) -> None:
    assert told(before, after) == runs


_TEXTS = st.text("ab .1,\n", max_size=12)


@given(_TEXTS, _TEXTS, st.sampled_from([4_000_000, 9]))
def test_both_texts_are_given_back(before: str, after: str, most: int) -> None:
    """What is the same and what was removed make the first text; what is the same and what was added the second."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "_MOST_PAIRS", most)
        runs = word_runs(before, after)
    assert "".join(run.text for run in runs if run.kind != "added") == before
    assert "".join(run.text for run in runs if run.kind != "removed") == after
    assert all(run.text for run in runs)


@pytest.mark.parametrize(
    ("before", "after", "runs", "whole"),
    [
        # Five words against five are 25 pairs, more than nine: what lies between the ends is compared, if that is less.
        ("a b c", "a x c", [" a ", "-b", "+x", "  c"], False),
        ("a b c d e f", "a u v w x f", [" a ", "-b c d e", "+u v w x", "  f"], True),
        ("a b c", "a b c d e", [" a b c", "+ d e"], False),
        ("c d e a b", "a b", ["-c d e ", " a b"], False),
        ("a a a", "a a a a", [" a a a", "+ a"], False),
        ("no, yes", "no, no, yes", [" no, ", "+no, ", " yes"], False),
    ],
)
def test_texts_with_too_many_pairs_of_words(
    monkeypatch: pytest.MonkeyPatch, before: str, after: str, runs: list[str], whole: bool
) -> None:
    monkeypatch.setattr(words, "_MOST_PAIRS", 9)
    assert told(before, after) == runs
    assert shown_whole(word_runs(before, after)) is whole


def test_as_many_pairs_as_are_compared_are_not_shown_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = [WordRun("removed", "a b"), WordRun("added", "c d")]
    monkeypatch.setattr(words, "_MOST_PAIRS", 9)
    assert not shown_whole(runs)
    monkeypatch.setattr(words, "_MOST_PAIRS", 8)
    assert shown_whole(runs)
    assert not shown_whole([runs[0], WordRun("same", " "), runs[1]])
    assert not shown_whole(runs[::-1])
