"""Asks a dossier that stands in memory, as ``posdiff.open`` lets a program ask one on the disk."""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path

from posdiff.answers import judging
from posdiff.answers.answer import Answer
from posdiff.answers.opening import Opened, Surroundings
from posdiff.answers.positions import Positions
from posdiff.answers.validate import Check, check
from posdiff.dossier.dossier import Dossier
from posdiff.reports.shapes.writing import to_dict
from posdiff.review.case import Settings
from posdiff.review.validation import Threshold

__all__ = ["asked", "asked_in_words", "judged", "on", "to_dict"]
#: Options that take no value.
_FLAGS = ("--all", "--fields", "--with-reported")


def asked(dossier: Dossier) -> Positions:
    """The dossier, to be asked."""
    return Positions(Opened(dossier, Path("positions"), "positions/"), Surroundings(Path(), {}, date(2025, 1, 1)))


def asked_in_words(dossier: Dossier, question: str) -> Answer:
    """What is answered on a dossier: ``show union --at 2026-05-01``. An option is the argument of the same name."""
    command, *words = question.split()
    named: list[str] = []
    options: dict[str, str | bool] = {}
    left = iter(words)
    for word in left:
        if word.startswith("--"):
            options[word.removeprefix("--").replace("-", "_")] = True if word in _FLAGS else next(left)
        else:
            named.append(word)
    answer: Answer = getattr(asked(dossier), command)(*named, **options)
    return answer


def judged(folder: Path, against: str, day: date, threshold: Threshold = "never") -> Check:
    """What ``check`` answers on the edit to the files of a repository, in which it is asked."""
    around = Surroundings(folder, {"POSDIFF_CACHE": "off"}, day)
    with contextlib.chdir(folder), judging.base(around, None, against, False) as base:
        files = judging.judged(around, None, base)
        return check(around, files, base, day, threshold, Settings(), effect=True)


def on(ordinal: int) -> date:
    """The day of an ordinal."""
    return date.fromordinal(ordinal)
