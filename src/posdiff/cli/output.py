"""Where an answer goes: stdout or files, in the formats asked for. Reports on stdout, talk on stderr."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from posdiff.cli import files, terminal
from posdiff.findings.failure import INPUT, USAGE, Failure
from posdiff.findings.finding import Finding
from posdiff.findings.location import shown

if TYPE_CHECKING:
    from posdiff.answers.answer import Answer
    from posdiff.cli.options import FindingsSending, Sending, Writing
    from posdiff.reports.formats import Look

_MOST_FINDINGS = 10


#: The formats that are no text.
BINARY = ("png", "docx")
#: What is said where a search for conflicts was cut.
UNDECIDED = "undecided: the budget of questions was spent before the answer was found"


class Destination(NamedTuple):
    """A format, and the file it goes to; None is stdout."""

    format: str
    file: str | None


class Output:
    """Where and how an answer is written. Raises Failure (usage) at once for options that make no sense.

    ``known``: the formats that the command has. ``full``: whether text is all of the answer, and no overview; with
    quotes or sources it is.
    """

    def __init__(
        self, format: str, writing: Writing, sending: Sending | FindingsSending | None = None,
        known: Collection[str] = (),
        quotes: bool = False, sources: bool = False, full: bool = False,
    ) -> None:  # fmt: skip
        self._writing, self._sending = writing, sending
        self._shows = {"quotes": quotes, "sources": sources, "full": full or quotes or sources}
        asked = [_destination(text, known) for text in (sending.report if sending else None) or ()]
        file = None if writing.output == "-" else writing.output
        self.destinations = _destinations(asked, Destination(format, file))
        binary = [asked.format for asked in self.destinations if asked.file is None and asked.format in BINARY]
        if binary and (sys.stdout is None or terminal.is_one()):
            raise Failure(f"{binary[0]} is nothing that a terminal shows", hint="name a file with --output", code=USAGE)
        from posdiff.reports.formats import SUFFIXES

        meant = SUFFIXES.get(Path(file).suffix.lower()) if file is not None else None
        if meant in known and meant != format and not writing.quiet:
            say(f"{file} is written as {format}, whatever its name", f"--format {meant} writes {meant}")

    def has(self, *formats: str) -> bool:
        """Whether one of these formats is asked for: what no format shows is not computed."""
        return any(asked.format in formats for asked in self.destinations)

    def only_read(self, option: str, hint: str) -> None:
        """Raises Failure (usage) where a format is asked for that is not read by people, and has no room for it."""
        from posdiff.reports import formats

        for destination in self.destinations:
            if destination.format not in formats.READ:
                raise Failure(f"{option} has no {destination.format}", hint=hint, code=USAGE)

    def say_what_is_lacking(self, only: Collection[str]) -> None:
        """Say where a format cannot show what ``--only`` asks of a comparison: its answer would read as "none"."""
        from posdiff.reports import formats

        for destination in self.destinations:
            lacking = formats.lacking(destination.format, only)
            if lacking and not self._writing.quiet:
                say(lacking, "posdiff conflicts has them; text, markdown and html show them")

    def write(self, answer: Answer, fail_on: Collection[str] = ()) -> int:
        """Write the answer in every format asked for, files first; the exit code.

        All texts are made, and all files looked at, before the first is written: formats fail or succeed together. 3
        where files could not be read, 1 where ``fail_on`` names something that the answer has.
        """
        from posdiff.reports import formats

        texts = [formats.made(answer, format, self._look(file)) for format, file in self.destinations]
        plans = self._plans(texts)
        for text, plan, (format, _) in zip(texts, plans, self.destinations, strict=True):
            self._put(text, plan, format)
        if answer.basis.errors:
            say_findings(answer.basis.errors, answer.basis.root)
        if answer.basis.errors or "error" in answer.reached:
            return INPUT
        return int(bool(set(fail_on) & answer.reached))

    def write_text(self, text: str, format: str = "text") -> None:
        """Write a text that is no answer."""
        self._put(text, self._plan(text, None if self._writing.output == "-" else self._writing.output), format)

    def _put(self, text: str | bytes, plan: files.Planned | None, format: str) -> None:
        """Write a text to its file, or to stdout: on a terminal through a pager, if it is longer than the screen."""
        if plan is not None:
            files.write(plan)
            return
        if isinstance(text, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(text)
            sys.stdout.buffer.flush()
            return
        if format != "text" and isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")  # what is sent on is UTF-8 whatever the terminal can show
        if self._writing.no_pager or not terminal.is_one() or not _paged(text, self._writing.links == "always"):
            put(text)

    def _plans(self, texts: Sequence[str | bytes]) -> list[files.Planned | None]:
        """Where each text goes. Raises Failure that names every file that may not be written."""
        plans: list[files.Planned | None] = []
        refused: list[Failure] = []
        for text, (_, file) in zip(texts, self.destinations, strict=True):
            try:
                plans.append(self._plan(text, file))
            except Failure as failure:
                refused.append(failure)
        if len(refused) > 1:
            raise Failure("; ".join(failure.message for failure in refused), hint=refused[0].hint, code=USAGE)
        if refused:
            raise refused[0]
        return plans

    def _plan(self, text: str | bytes, file: str | None) -> files.Planned | None:
        return None if file is None else files.planned(Path(file), text, self._writing.force)

    def _look(self, file: str | None) -> Look:
        """How a text for this destination is drawn."""
        from posdiff.reports.formats import Look

        writing, on_terminal = self._writing, file is None and terminal.is_one()
        colour = terminal.takes_colour(writing.color, to_file=file is not None)
        links = terminal.takes_links(writing.links, file is not None, colour)
        width = writing.width
        if width is None and (on_terminal or colour or links):
            width = terminal.width() if on_terminal else 100
        stamp = None
        if self._sending is not None and self._sending.stamp:
            from datetime import UTC, datetime

            stamp = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
        encoding = "utf-8" if file is not None else getattr(sys.stdout, "encoding", None) or "utf-8"
        bom = self._sending is not None and self._sending.bom
        links_from = str(Path.cwd()) if links else None
        return Look(
            width, colour, "utf" in encoding.lower(), bom=bom, stamp=stamp, links_from=links_from, **self._shows
        )


def _destination(text: str, known: Collection[str]) -> Destination:
    """``FORMAT=FILE`` in its two parts; ``-`` is stdout."""
    format, equals, file = text.partition("=")
    if not equals or not file:
        raise Failure(f"--report takes FORMAT=FILE, not `{text}`", hint="--report markdown=report.md", code=USAGE)
    if format not in known:
        raise Failure(f"no format `{format}`", hint=f"one of {', '.join(known)}", code=USAGE)
    return Destination(format, None if file == "-" else file)


def _destinations(reports: list[Destination], main: Destination) -> list[Destination]:
    """Every destination, files before stdout, each named once."""
    named = [destination.file for destination in (*reports, main) if destination.file is not None]
    paths = [os.path.realpath(file) for file in named]  # a.json is ./a.json
    for file, path in zip(named, paths, strict=True):
        if file.endswith(("/", os.sep)):
            raise Failure(f"{file} is the name of a folder", hint="name a file", code=USAGE)
        if paths.count(path) > 1:
            raise Failure(f"{file} is named twice", hint="a file for each format", code=USAGE)
    if sum(report.file is None for report in reports) > 1:
        raise Failure("stdout is named twice", hint="a file for each format", code=USAGE)
    if main.file is not None or not any(report.file is None for report in reports):
        reports = [*reports, main]
    elif main.format != "text":
        raise Failure(f"{main.format} and a --report would both go to stdout", hint="--output names a file", code=USAGE)
    return sorted(reports, key=lambda report: report.file is None)


def _paged(text: str, with_links: bool) -> bool:
    """Whether a pager has shown the text: a pager that is not there is told of, and loses no word."""
    from posdiff.cli import pager

    try:
        return pager.shown(text, with_links)
    except Failure as failure:
        say(failure.message)
        return False


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


def say(text: str, hint: str | None = None) -> None:
    """One message on stderr, with what a terminal would act on made visible."""
    from posdiff.reports.escaping import visible

    complain(f"posdiff: {visible(text)}\n" + (f"hint: {visible(hint)}\n" if hint else ""))


def complain(text: str) -> None:
    """Lines on stderr, each with what a terminal would act on made visible."""
    from posdiff.reports.escaping import visible

    if sys.stderr is None:
        return
    try:
        sys.stderr.write("\n".join(map(visible, text.split("\n"))))
        sys.stderr.flush()
    except (OSError, ValueError):  # a full disk, a closed stream: what cannot be said changes no exit code
        sys.stderr = None


def say_findings(findings: Sequence[Finding], root: str, where: str = "the position files") -> None:
    """That some of the input could not be used, and why, the worst first."""
    for finding in findings[:_MOST_FINDINGS]:
        at = finding.location
        place = f"{shown(root, at.file)}:{at.line}:{at.column}"
        say(f"{finding.severity} [{finding.rule}] {place} {finding.message}", finding.hint)
    if len(findings) > _MOST_FINDINGS:
        say(f"and {len(findings) - _MOST_FINDINGS} more")
    number = sum(finding.severity == "error" for finding in findings)
    if number:
        errors = "one error" if number == 1 else f"{number} errors"
        hint = "posdiff validate lists them" if where == "the position files" else None
        say(f"{errors} in {where}; the answer leaves out what they concern", hint)
