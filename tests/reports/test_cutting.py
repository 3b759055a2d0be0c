"""What is left out of texts that begin alike, so that what differs is not cut off; lines cut at their end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posdiff.reports.cutting import apart, at_the_end
from posdiff.reports.document import Run, text_of

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


@pytest.mark.parametrize(
    ("words", "room", "shown"),
    [
        (["short"], 5, "short"),
        (["one that is cut"], 8, "one tha…"),
        (["must not include: Wood"], 9, "must not…"),  # what is refused is never cut out of the middle
        ([("Kept", ", if…"), " – but only where the port is shut"], 12, "Kept – but…"),
        (
            [("Kept for as long as all agree", ", if…"), " – but only where the port is shut"],
            20,
            "Kept for as lo…, if…",
        ),
        ([("Kept for as long as all agree", "; or …, if…"), "; or shut, if …"], 20, "Kept for…; or …, if…"),
        (["a text"], 0, "…"),
    ],
)
def test_a_line_is_cut_at_its_end(words: list[str | tuple[str, str]], room: int, shown: str) -> None:
    line = [Run(each) if isinstance(each, str) else Run(each[0], ending=each[1]) for each in words]
    assert text_of(tuple(at_the_end(line, room))) == shown


@given(st.lists(st.text(max_size=20), min_size=1, max_size=4), st.integers(1, 60))
def test_a_line_fits_and_begins_as_it_did(words: list[str], room: int) -> None:
    line = [Run(each) for each in words]
    cut, text = text_of(tuple(at_the_end(line, room))), "".join(words)
    assert len(cut) <= room
    assert cut == text or (cut.endswith("…") and text.startswith(cut[:-1]))
