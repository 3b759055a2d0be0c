"""posdiff git-diff-driver, posdiff textconv: what git calls to show position files. They never fail a git command."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from posdiff.dossier.sources.tree import File
    from posdiff.reports.document import Document

DRIVER_HELP = """For git diff: show how a change to a file changes a position. git log and git show need --ext-diff.

Examples:

  echo 'positions/**/*.yaml diff=posdiff' >> .gitattributes

  git config diff.posdiff.command "posdiff git-diff-driver"
"""
TEXTCONV_HELP = """For git diff, git log -p and git show: write a position file in words, for git to compare by line.

Examples:

  echo 'positions/**/*.yaml diff=posdiff' >> .gitattributes

  git config diff.posdiff.textconv "posdiff textconv"
"""
Given = Annotated[list[str], typer.Argument(metavar="ARGUMENT…", help="The arguments that git passes.")]

_NOTHING = "/dev/null"


def git_diff_driver(given: Given) -> int:
    """For git: what a change to a position file means."""
    return drive(given)


def textconv(given: Given) -> int:
    """For git: a position file in words."""
    return convert(given)


def drive(arguments: list[str]) -> int:
    """Show what changed, by the seven to nine arguments that git passes; the code is 0 whatever they are."""
    from posdiff.cli.output import put

    arguments = arguments[1:] if arguments[:1] == ["--"] else arguments
    if len(arguments) < 7:
        unmerged = f"* unmerged {arguments[0]}\n" if len(arguments) == 1 else None
        put(unmerged or "posdiff: git gives seven arguments to a diff driver\n")
        return 0
    path, old, new = arguments[0], arguments[1], arguments[4]
    renamed = arguments[7] if len(arguments) > 7 and arguments[7] else None
    before, after = (None if name == _NOTHING else _bytes(name) for name in (old, new))
    try:
        text = _difference(path, renamed, before, after)
    except Exception as error:  # noqa: BLE001 - git's own command must not end with it
        text = (
            f"diff --posdiff a/{path} b/{renamed or path}\n  posdiff cannot show this change: {type(error).__name__}\n"
        )
        text += _lines(before or b"", after or b"")
    put(text)
    return 0


def convert(arguments: list[str]) -> int:
    """Write a file in words, or as it is where it cannot be read so."""
    from posdiff.cli.output import put

    data = _bytes(arguments[-1]) if arguments else b""
    try:
        text = _in_words(data, Path(arguments[-1]).name)
    except Exception:  # noqa: BLE001 - git would end its command
        text = None
    if text is not None:
        put(text)
    elif sys.stdout is not None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    return 0


def _difference(path: str, renamed: str | None, before: bytes | None, after: bytes | None) -> str:
    from posdiff.dossier.reading.single import read_single
    from posdiff.reports.compose import versions

    path_after = renamed or path
    folder = _folder(path_after)
    agenda = _agenda(folder)
    place_before, place_after = (_below(name, folder) for name in (path, path_after))
    old = None if before is None else read_single(before, place_before, agenda)
    new = None if after is None else read_single(after, place_after, agenda)
    return _drawn(versions.document(path_after, path if renamed else None, old, new))


def _in_words(data: bytes, name: str) -> str | None:
    from posdiff.dossier.reading.single import likely_path, read_single
    from posdiff.dossier.sources import tree
    from posdiff.reports.compose import versions
    from posdiff.reports.writers import terminal

    agenda = _agenda(tree.find(Path.cwd(), os.environ.get("POSDIFF_POSITIONS")))
    single = read_single(data, likely_path(data, name, agenda), agenda)
    if single.said is None or single.findings:
        return None  # what cannot be read whole is shown as it stands: in words a part would be missing
    return terminal.write(versions.statement(single, name), terminal.TerminalOptions(unicode=_unicode()))


def _folder(path: str) -> Path:
    """The positions folder that a path of the repository lies in, by the agenda on the disk."""
    here = Path(path)
    for parent in (here.parent, *here.parent.parents):
        if _agenda(parent) is not None:
            return parent
    return here.parent.parent if here.stem != "agenda" else here.parent


def _agenda(folder: Path) -> File | None:
    from posdiff.dossier.sources.tree import File

    for name in ("agenda.yaml", "agenda.yml"):
        if (folder / name).is_file():
            return File(name, _bytes(folder / name))
    return None


def _below(path: str, folder: Path) -> str:
    return Path(path).relative_to(folder).as_posix() if Path(path).is_relative_to(folder) else path


def _bytes(file: str | Path) -> bytes:
    """The first bytes of a file, as many as are read of any; none where it cannot be read."""
    from posdiff.documents.decoding import MAX_BYTES

    try:
        with Path(file).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError:
        return b""


def _lines(before: bytes, after: bytes) -> str:
    from posdiff.reports.compose import versions
    from posdiff.reports.escaping import visible

    old, new = (data.decode("utf-8", "backslashreplace").split("\n") for data in (before, after))
    return "".join(f"{visible(line)}\n" for line in versions.by_line(old, new))


def _unicode() -> bool:
    return "utf" in (getattr(sys.stdout, "encoding", None) or "utf-8").lower()


def _drawn(document: Document) -> str:
    """In colour where git shows it to somebody."""
    from posdiff.cli import terminal
    from posdiff.reports.writers.terminal import TerminalOptions, write

    shown = bool(os.environ.get("GIT_PAGER_IN_USE")) or terminal.is_one()
    options = TerminalOptions(unicode=_unicode())
    if shown and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb":
        options = options._replace(width=terminal.width(), colour=True)
    return write(document, options)
