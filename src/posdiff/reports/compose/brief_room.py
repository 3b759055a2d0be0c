"""What there is room for on the two pages of a brief, and how it is told what there is no room for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from posdiff.answers.answer import day_of
from posdiff.answers.brief import Brief
from posdiff.reports import (
    provenance,
)
from posdiff.reports.compose import basis
from posdiff.reports.document import (
    Paragraph,
    Run,
)

Thing = TypeVar("Thing")


class Room(NamedTuple):
    """How many things of each kind there is room for on two pages of A4, as Chromium prints them."""

    red_lines: int
    rings: int
    conflicts: int
    changes: int


#: Parties in a list; the length of a position, in letters.
PARTIES, POSITION = 6, 120
#: For two parties, for three or four, and for more (test_brief.py counts the pages; test_docx.py LibreOffice's).
_TWO, _FOUR, _MANY = Room(5, 2, 2, 4), Room(4, 2, 1, 3), Room(3, 1, 1, 2)


def room(answer: Brief) -> Room:
    parties = len(answer.compare.parties)
    return _TWO if parties <= 2 else _FOUR if parties <= 4 else _MANY


def more_of(number: int, words: str, command: str) -> Paragraph:
    return Paragraph((Run(f"And {number:,} more {words}: ", "faint"), Run(command, "code")), apart=True)


def of_each_party(found: Sequence[Thing], whose: Callable[[Thing], str], most: int) -> list[Thing]:
    """So many at most, in order: the first of each party, and where there is room for more the next ones."""
    firsts = set({whose(found[place]): place for place in reversed(range(len(found)))}.values())
    chosen = sorted(range(len(found)), key=lambda place: place not in firsts)[:most]
    return [found[place] for place in sorted(chosen)]


def age_of(answer: Brief, label: str) -> provenance.Age:
    return basis.age(answer.basis, day_of(label, answer.compare.parties, answer.compare.as_of))
