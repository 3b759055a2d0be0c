"""What is left out of two texts that begin alike, so that what differs is not cut off."""

import pytest

from posdiff.reports.cutting import apart

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
