"""What is left out of texts that begin alike, so that what differs is not cut off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posdiff.reports.cutting import apart, in_letters, kept_apart

LONG = "“Talks resume” before “The works agreement is signed”"


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("Yes", "No", ("Yes", "No")),
        ("", LONG, ("", LONG)),
        (LONG, LONG, (LONG, LONG)),
        (f"{LONG}, and x", f"{LONG}, and y", ("…and x", "…and y")),
        # One says all of the other, and more.
        (LONG, f"{LONG}; and a third", (LONG, "…and a third")),
        (f"{LONG}; and a third", LONG, ("…and a third", LONG)),
        ("Yes", "Yes; and a third", ("Yes", "Yes; and a third")),
        (LONG, f"{LONG} or later", (LONG, f"{LONG} or later")),
    ],
)
def test_what_both_begin_with_is_left_out(before: str, after: str, shown: tuple[str, str]) -> None:
    assert apart(before, after) == shown


RINGS = (
    "Ceasefire → Talks on territory begin → Territory is decided → Ceasefire",
    "Ceasefire → Guarantees take effect → Talks on territory begin → Territory is decided → Ceasefire",
    "Ceasefire → Talks on territory begin → Territory is decided → Withdrawal begins → Ceasefire",
    "Ceasefire → Guarantees take effect → Talks on territory begin → Territory is decided → They withdraw → Ceasefire",
)


@pytest.mark.parametrize(
    ("texts", "room", "shown"),
    [
        (["short", "short"], 8, ["short", "short"]),
        (["one that is cut", "two that are cut"], 8, ["one tha…", "two tha…"]),
        (["a text that is cut", "a text that is cut"], 8, ["a text…", "a text…"]),
        (["What precedes a meeting", "What precedes a settlement"], 16, ["What…a meeting", "What…settlement"]),
        (
            RINGS, 60,
            [
                "Ceasefire → Talks on territory…is decided → Ceasefire",
                "Ceasefire → Guarantees take effect…is decided → Ceasefire",
                "Ceasefire → Talks on territory…Withdrawal begins → Ceasefire",
                "Ceasefire → Guarantees take effect…They withdraw → Ceasefire",
            ],
        ),
    ],
)  # fmt: skip
def test_texts_are_cut_in_the_middle_where_they_would_look_the_same(
    texts: list[str], room: int, shown: list[str]
) -> None:
    assert _shown(texts, room) == shown


def _shown(texts: list[str], room: int) -> list[str]:
    kept = kept_apart(texts, [room] * len(texts), [1] * len(texts))
    return list(map(in_letters, texts, kept))


WORDS = st.lists(st.sampled_from(["Talks begin", "→", "the ceasefire", "a", "bb"]), min_size=1, max_size=24)


@given(st.lists(WORDS.map(" ".join), min_size=2, max_size=6), st.integers(40, 120))
def test_different_texts_look_different_and_fit(texts: list[str], room: int) -> None:
    shown = dict(zip(texts, _shown(texts, room), strict=True))
    assert len(set(shown.values())) == len(shown)
    assert all(len(cut) <= room and (cut == text or "…" in cut) for text, cut in shown.items())


@given(st.lists(st.text(max_size=40), min_size=1, max_size=6), st.integers(2, 20))
def test_any_texts_fit_any_room(texts: list[str], room: int) -> None:
    assert all(len(cut) <= room for cut in _shown(texts, room))
