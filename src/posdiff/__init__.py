"""posdiff: compare negotiating positions kept as YAML files, exactly and with their sources.

``posdiff.open("positions")`` opens a dossier; what can be asked of it is what the command line asks (docs/python.md).
Everything is loaded when it is asked for, so that ``import posdiff`` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from posdiff.version import __version__

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from posdiff.answers.positions import Positions
    from posdiff.findings.failure import Failure

__all__ = ["Failure", "__version__", "open"]


def open(
    folder: str | Path | None = None, *, rev: str | None = None, recorded: str | date | None = None,
    stale_after: int = 2,
) -> Positions:  # fmt: skip
    """The dossier in a folder; without one, in ``positions/`` here or in the nearest parent.

    ``rev``: as git has it at this revision; ``recorded``: as git had it by the end of this day. Raises ``Failure``
    where there is none. ``stale_after``: a position that was not stated again for so many years is told with its age;
    0 for none.
    """
    import os
    from datetime import date
    from pathlib import Path

    from posdiff.answers.answer import Answer
    from posdiff.answers.opening import Surroundings
    from posdiff.answers.positions import open_positions
    from posdiff.reports import formats

    Answer.writer = formats
    return open_positions(Surroundings(Path.cwd(), os.environ, date.today()), folder, rev, recorded, stale_after)


def __getattr__(name: str) -> object:
    if name == "Failure":
        from posdiff.findings.failure import Failure

        return Failure
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
