"""Where an answer goes: stdout or a file, with or without colour, wrapped or not. Reports on stdout, talk on stderr."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from posdiff.findings.failure import USAGE, Failure
from posdiff.findings.finding import Finding

if TYPE_CHECKING:
    from posdiff.cli.opening import Recorded
    from posdiff.reports.paper.blocks import Paper
    from posdiff.reports.terminal.page import Page

#: What every command writes; and what those write whose answers are sent on.
FORMATS = ("text", "json")
FINDING_FORMATS = ("text", "markdown", "html", "csv", "json", "github", "gitlab", "sarif", "junit")
ALL_FORMATS = ("text", "markdown", "html", "csv", "json")
#: What a file's name promises, where it promises one format only.
_SUFFIXES = {".html": "html", ".htm": "html", ".md": "markdown", ".csv": "csv", ".sarif": "sarif"}
_COLOURS = ("auto", "always", "never")
_MOST_FINDINGS = 10
_NONE: Mapping[str, Callable[[], str]] = {}


class Style(NamedTuple):
    """How a text is drawn, and what is said besides: the options that every command has."""

    color: str = "auto"
    width: int | None = None
    quiet: bool = False
    force: bool = False
    bom: bool = False
    stamp: bool = False


class Sink:
    """Where and how an answer is written. Raises Failure (usage) at once for options that make no sense."""

    def __init__(
        self, format: str, output: str | None, style: Style, reports: Sequence[str] | None = None,
        formats: Sequence[str] = FORMATS,
    ) -> None:  # fmt: skip
        if format not in formats:
            raise Failure(f"no format `{format}`", hint=f"one of {', '.join(formats)}", code=USAGE)
        if style.color not in _COLOURS:
            raise Failure(f"--color takes no `{style.color}`", hint=f"one of {', '.join(_COLOURS)}", code=USAGE)
        self.format, self.output, self.style = format, output, style
        #: Where an answer is on files as git recorded them: it says so, in every format but CSV.
        self.recorded: Recorded | None = None
        self.reports = [_report(text, formats) for text in reports or ()]
        files = [file for _, file in self.reports] + ([output] if output is not None else [])
        ways = [file and os.path.realpath(file) for file in files]  # a.json is ./a.json
        for file, way in zip(files, ways, strict=True):
            if ways.count(way) > 1:
                raise Failure(f"{file or 'stdout'} is named twice", hint="a file for each format", code=USAGE)
        if output is None and not any(file is None for _, file in self.reports):
            self.reports.append((format, None))
        elif output is not None:
            self.reports.append((format, output))
        elif format != "text":
            raise Failure(f"{format} and a --report would both go to stdout", hint="--output names a file", code=USAGE)
        meant = _SUFFIXES.get(Path(output).suffix.lower()) if output is not None else None
        if meant in formats and meant != format and not style.quiet:
            say(f"{output} holds {format}, whatever its name", f"--format {meant} writes {meant}")

    @property
    def unicode(self) -> bool:
        """Whether signs outside ASCII can be written."""
        return self.output is not None or "utf" in (getattr(sys.stdout, "encoding", None) or "utf-8").lower()

    def write(
        self, page: Callable[[], Page], json: Callable[[], str], paper: Callable[[], Paper] | None = None,
        csv: Callable[[], str] | None = None, others: Mapping[str, Callable[[], str]] = _NONE,
    ) -> None:  # fmt: skip
        """Write the answer in each format asked for; only what is asked for is made. Files first, then stdout.

        ``others``: what a command writes besides, or otherwise, by format.
        """
        made: Paper | None = None
        for format, file in sorted(self.reports, key=lambda report: report[1] is None):
            if format in others:
                text = others[format]()
            elif format in ("markdown", "html") and paper is not None:
                made = made or self._headed(paper())
                text = _sent_on(made, format)
            elif format == "csv" and csv is not None:
                text = ("\ufeff" if self.style.bom else "") + csv()
            else:
                text = self._json(json()) if format == "json" else self._text(page(), file)
            self._out(text, file)

    def _json(self, text: str) -> str:
        if self.recorded is None:
            return text
        from posdiff.reports import json

        return json.as_recorded(text, *self.recorded)

    def _headed(self, paper: Paper) -> Paper:
        if self.recorded is not None:
            from posdiff.reports import wording
            from posdiff.reports.paper.blocks import Run

            line = (Run(f"{wording.recorded_in_words(*self.recorded)}."),)
            paper = paper._replace(lead=(*paper.lead, line))
        if not self.style.stamp:
            return paper
        from datetime import UTC, datetime

        return paper._replace(stamp=datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"))

    def write_text(self, text: str) -> None:
        """Write a text that is the same in every format."""
        self._out(text, self.output)

    def _text(self, page: Page, file: str | None) -> str:
        from posdiff.reports.terminal import canvas

        if self.recorded is not None:
            from posdiff.reports import wording

            page.insert(1, wording.recorded_in_words(*self.recorded))
        terminal = file is None and sys.stdout is not None and sys.stdout.isatty()
        colour = self._colour(terminal, file)
        if not terminal and not colour and self.style.width is None:
            return canvas.plain(page)
        return canvas.drawn(page, self.style.width or (_terminal_width() if terminal else 100), colour)

    def _colour(self, terminal: bool, file: str | None) -> bool:
        if self.style.color != "auto":
            return self.style.color == "always"
        if os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR") and file is None:
            return True
        return terminal and os.environ.get("TERM") != "dumb"

    def _out(self, text: str, file: str | None) -> None:
        if file is not None:
            _write_file(Path(file), text, self.style.force)
        else:
            put(text)


def _report(text: str, formats: Sequence[str]) -> tuple[str, str | None]:
    """``FORMAT=FILE`` in its two parts; ``-`` is stdout."""
    format, equals, file = text.partition("=")
    if not equals or not file:
        raise Failure(f"--report takes FORMAT=FILE, not `{text}`", hint="--report markdown=report.md", code=USAGE)
    if format not in formats:
        raise Failure(f"no format `{format}`", hint=f"one of {', '.join(formats)}", code=USAGE)
    return format, None if file == "-" else file


def _sent_on(paper: Paper, format: str) -> str:
    if format == "markdown":
        from posdiff.reports import markdown

        return markdown.text(paper)
    from posdiff.reports.html import page

    return page.text(paper)


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
        if path.exists() and not path.is_file():
            if path.is_dir():
                raise Failure(f"{path} is a folder", hint="name a file", code=USAGE)
            # A device or a pipe: there is nothing to replace, and the link to it (/dev/fd/63) leads to no path.
            path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
            return
        if path.is_symlink():
            path = path.resolve()  # what the link leads to is what the user named
        if path.exists() and not force and not _ours(path):
            raise Failure(f"{path} exists, and posdiff did not write it", hint="--force replaces it", code=USAGE)
        replace(path, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise Failure(f"{path} cannot be written: {(error.strerror or str(error)).lower()}", code=USAGE) from None


def replace(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises OSError."""
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


def create(path: Path, text: str) -> None:
    """Write a new file whole or not at all, and its folder if need be. Raises Failure when there is one already."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(path):
            raise Failure(f"{path} exists", hint="it is left as it is", code=USAGE)
        replace(path, text.encode("utf-8"))
    except OSError as error:
        raise Failure(f"{path} cannot be written: {(error.strerror or str(error)).lower()}", code=USAGE) from None


def create_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Make a new folder with these files, all of it or nothing. Raises Failure when there is one that is not empty."""
    import shutil
    import tempfile

    try:
        if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
            raise Failure(f"{folder} exists", hint="it is left as it is; name another place", code=USAGE)
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}.", suffix=".tmp"))
        try:
            for name, text in files.items():
                (made / name).parent.mkdir(parents=True, exist_ok=True)
                (made / name).write_text(text, encoding="utf-8", newline="\n")
            mask = os.umask(0)
            os.umask(mask)
            made.chmod(0o777 & ~mask)  # mkdtemp makes folders that only their owner can read
            made.replace(folder)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    except OSError as error:
        raise Failure(f"{folder} cannot be written: {(error.strerror or str(error)).lower()}", code=USAGE) from None


#: How posdiff's own answers begin, in every format.
_OWN_TEXT = (
    r'\{\s*"schema": "posdiff/|\{\s*"\$schema"'
    r"|[^\n]{1,400} as of \d{4}-\d{2}-\d{2}( \(last heard [0-9-]{10}\))?: (\d+ issues?;|a position on)"
    r"|[^\n]{1,400} \(\d{4}-\d{2}-\d{2}\): \d+ issues?; "
    r"|[^\n]{1,200} from the end of \d{4}-\d{2}-\d{2} to \d{4}-\d{2}-\d{2}\n"
    r"|[^\n]{1,200}: \d+ statements?\n(  \d+ statements? only reported|\n\d{4}-\d{2}-\d{2}  |\Z)"
    r"|(error|warning|info) \[[a-z0-9-]+\] |= \d+ files? read, nothing"
    r"|\d+ (issues?|part(y|ies)|rules?)\n\n|[a-z-]{3,40}\nSeverity: "
    r"|posdiff (validate|check): |\[\]\n\Z|\[\s*\{\s*\"check_name\": \"posdiff/|<\?xml [^\n]*>\n<!-- posdiff "
    r"|agenda\nstatement\n"
    r"|<!-- posdiff [a-z-]+ -->\n|<!doctype html>\n<!-- posdiff [a-z-]+ -->\n"
    r"|\ufeff?(severity,rule,file|issue,title,topic,kind|date,party,name,issue|a,a_name,b,b_name|conflict,issue),"
    r"|[^\n]{1,400}: (cannot hold together|can hold together, as far|undecided: the search was cut|no term that can be)"
    r"|(Overlap|Agreement|Distance) as of \d{4}-\d{2}-\d{2}: "
    r"|[^\n]{1,400} \(\d{4}-\d{2}-\d{2}\) against the positions as of "
)


def _ours(path: Path) -> bool:
    """Whether a file is empty, or begins as posdiff's own answers do."""
    with path.open("rb") as stream:
        head = stream.read(1000).decode("utf-8", "replace")
    return not head or re.match(_OWN_TEXT, re.sub("\x1b\\[[0-9;]*m", "", head)) is not None
