"""Where an answer goes: stdout or a file, with or without colour, wrapped or not. Reports on stdout, talk on stderr."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from posdiff.findings.failure import USAGE, Failure
from posdiff.findings.finding import Finding

if TYPE_CHECKING:
    from posdiff.reports.terminal.page import Page

FORMATS = ("text", "json")
_COLOURS = ("auto", "always", "never")
_MOST_FINDINGS = 10


class Sink:
    """Where and how one answer is written. Raises Failure (usage) at once for options that make no sense."""

    def __init__(
        self, format: str, output: str | None, force: bool, color: str, width: int | None, quiet: bool
    ) -> None:
        if format not in FORMATS:
            raise Failure(f"no format `{format}`", hint=f"one of {', '.join(FORMATS)}", code=USAGE)
        if color not in _COLOURS:
            raise Failure(f"--color takes no `{color}`", hint=f"one of {', '.join(_COLOURS)}", code=USAGE)
        self.format, self.output, self.force, self.color, self.width, self.quiet = (
            format, output, force, color, width, quiet,
        )  # fmt: skip

    @property
    def unicode(self) -> bool:
        """Whether signs outside ASCII can be written."""
        return self.output is not None or "utf" in (getattr(sys.stdout, "encoding", None) or "utf-8").lower()

    def write(self, page: Callable[[], Page], json: Callable[[], str]) -> None:
        """Write the answer in the format asked for; only that one is made."""
        self._out(json() if self.format == "json" else self._text(page()))

    def write_text(self, text: str) -> None:
        """Write a text that is the same in every format."""
        self._out(text)

    def _text(self, page: Page) -> str:
        from posdiff.reports.terminal import canvas

        terminal = self.output is None and sys.stdout is not None and sys.stdout.isatty()
        colour = self._colour(terminal)
        if not terminal and not colour and self.width is None:
            return canvas.plain(page)
        return canvas.drawn(page, self.width or (_terminal_width() if terminal else 100), colour)

    def _colour(self, terminal: bool) -> bool:
        if self.color != "auto":
            return self.color == "always"
        if os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR") and self.output is None:
            return True
        return terminal and os.environ.get("TERM") != "dumb"

    def _out(self, text: str) -> None:
        if self.output is not None:
            _write_file(Path(self.output), text, self.force)
        else:
            put(text)


def put(text: str) -> None:
    """Write to stdout, all of it. Raises Failure when there is none, or it takes no more."""
    if sys.stdout is None:
        raise Failure("there is no stdout to write to", hint="name a file with --output", code=USAGE)
    raw = getattr(sys.stdout, "buffer", None)
    try:
        if isinstance(raw, io.RawIOBase):
            # With PYTHONUNBUFFERED a pipe may take a part only, and what is left would be lost.
            sys.stdout.flush()
            data = memoryview(text.encode(sys.stdout.encoding, "backslashreplace"))
            while data:
                data = data[raw.write(data) or 0 :]
        else:
            sys.stdout.write(text)
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Failure(f"stdout cannot be written: {error.strerror}", code=USAGE) from None


def _terminal_width() -> int:
    import shutil

    return max(40, min(shutil.get_terminal_size((80, 24)).columns, 200))


def say(text: str, hint: str | None = None) -> None:
    """One message on stderr, with what a terminal would act on made visible."""
    from posdiff.reports.escaping import visible

    if sys.stderr is not None:
        sys.stderr.write(f"posdiff: {visible(text)}\n")
        if hint:
            sys.stderr.write(f"hint: {visible(hint)}\n")


def say_findings(findings: Sequence[Finding], root: str) -> None:
    """That some of the input could not be used, and why, the worst first."""
    for finding in findings[:_MOST_FINDINGS]:
        at = finding.location
        say(
            f"{finding.severity} [{finding.rule}] {root}{at.file}:{at.line}:{at.column} {finding.message}", finding.hint
        )
    if len(findings) > _MOST_FINDINGS:
        say(f"and {len(findings) - _MOST_FINDINGS} more")
    what = "one error" if len(findings) == 1 else f"{len(findings)} errors"
    say(f"{what} in the position files; the answer leaves out what they concern", "posdiff validate shows them all")


def _write_file(path: Path, text: str, force: bool) -> None:
    """Write a file whole or not at all, and not over one that posdiff did not write, unless forced."""
    try:
        if path.is_symlink():
            path = path.resolve()  # what the link leads to is what the user named
        if path.exists() and not path.is_file():
            if path.is_dir():
                raise Failure(f"{path} is a folder", hint="name a file", code=USAGE)
            path.write_text(text, encoding="utf-8", newline="\n")  # a device or a pipe: there is nothing to replace
            return
        if path.exists() and not force and not _ours(path):
            raise Failure(f"{path} exists, and posdiff did not write it", hint="--force replaces it", code=USAGE)
        _replace(path, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise Failure(f"{path} cannot be written: {(error.strerror or str(error)).lower()}", code=USAGE) from None


def _replace(path: Path, data: bytes) -> None:
    import tempfile

    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)  # mkstemp makes files that only their owner can read
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


#: How posdiff's own answers begin, in text and in JSON.
_OWN_TEXT = (
    r'\{\s*"schema": "posdiff/|\{\s*"\$schema"'
    r"|[^\n]{1,400} as of \d{4}-\d{2}-\d{2}( \(last heard [0-9-]{10}\))?: (\d+ issues?;|a position on)"
    r"|[^\n]{1,400} \(\d{4}-\d{2}-\d{2}\): \d+ issues?; "
    r"|[^\n]{1,200} from the end of \d{4}-\d{2}-\d{2} to \d{4}-\d{2}-\d{2}\n"
    r"|[^\n]{1,200}: \d+ statements?\n(  \d+ statements? only reported|\n\d{4}-\d{2}-\d{2}  |\Z)"
    r"|(error|warning|info) \[[a-z0-9-]+\] |= \d+ files? read, nothing"
    r"|\d+ (issues?|part(y|ies))\n\n"
    r"|agenda\nstatement\n"
)


def _ours(path: Path) -> bool:
    """Whether a file is empty, or begins as posdiff's own answers do."""
    with path.open("rb") as stream:
        head = stream.read(1000).decode("utf-8", "replace")
    return not head or re.match(_OWN_TEXT, re.sub("\x1b\\[[0-9;]*m", "", head)) is not None
