"""Opens what a command works on: where it runs, on which day, with which settings."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from posdiff.answers.answer import STALE_AFTER
from posdiff.answers.names import parts, words
from posdiff.answers.opening import Surroundings
from posdiff.answers.positions import Positions, open_positions
from posdiff.cli.completion import failing_words_of

if TYPE_CHECKING:
    from posdiff.cli.options import Files, Folder


def surroundings() -> Surroundings:
    """The folder that the command runs in, the environment, the day. The only look at the clock."""
    return Surroundings(Path.cwd(), os.environ, date.today())


def positions(files: Files, stale_after: int = STALE_AFTER) -> Positions:
    """The dossier that the options name. Raises Failure when there is none.

    ``stale_after``: years without a word after which a position is told with its age.
    """
    return open_positions(surroundings(), files.positions, files.rev, files.recorded, stale_after)


def positions_on_disk(folder: Folder) -> Positions:
    """The dossier on the disk that the option names."""
    return open_positions(surroundings(), folder.positions)


def failing(command: str, texts: Iterable[str] | None) -> set[str]:
    """What a command is to end with 1 for. Raises Failure (usage) for words that it does not know."""
    return words(texts or (), failing_words_of(command), "--fail-on")


def parties(arguments: Iterable[str] | None, whose: Iterable[str] | None) -> tuple[str, ...]:
    """The parties that are named as arguments, and those that ``--for`` names besides."""
    named = tuple(arguments or ())
    return (*named, *dict.fromkeys(party for party in parts(whose or ()) if party not in named))


def supposed(texts: Iterable[str] | None) -> tuple[str, ...]:
    """What is supposed. There are blanks in it, at which an environment variable was taken apart: a line is one."""
    given, variable = tuple(texts or ()), os.environ.get("POSDIFF_SUPPOSE", "")
    if given == tuple(variable.split()):
        return tuple(line for line in variable.splitlines() if line.strip())
    return given


def day(text: str | None, around: Surroundings) -> date:
    """The day that a text names; today without one."""
    if text is None:
        return around.today
    from posdiff.answers.dates import parse

    return parse(text, around.today)
