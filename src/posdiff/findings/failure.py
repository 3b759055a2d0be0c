"""What posdiff raises when it cannot do what was asked. Caught once, in ``cli/app.py``."""

from __future__ import annotations

#: The caller asked for something that makes no sense: a wrong flag, date or setting.
USAGE = 2
#: The input could not be read, parsed or validated, or names something that does not exist.
INPUT = 3


class Failure(Exception):
    """The work cannot be done. ``message`` says why, ``hint`` what to do, ``code`` is the exit code (2 or 3)."""

    def __init__(self, message: str, *, hint: str | None = None, code: int = INPUT) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code

    def __str__(self) -> str:
        return self.message if self.hint is None else f"{self.message}: {self.hint}"
