"""Opens the dossier that a command works on, and sees to it that errors in it are told."""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from posdiff.dossier.dossier import Dossier
from posdiff.dossier.position import Position, Record, position_of, record
from posdiff.dossier.sources import cache, tree
from posdiff.findings.failure import INPUT, Failure
from posdiff.findings.finding import Finding, in_order


class Recorded(NamedTuple):
    """Which commit a dossier was read from, and the day on which it was recorded (an ordinal)."""

    commit: str
    day: int


class Opened(NamedTuple):
    """A dossier, and the way that leads to its files from here: what findings put before a file's path.

    ``recorded`` is None for the files on the disk.
    """

    dossier: Dossier
    folder: Path
    root: str
    recorded: Recorded | None = None


def opened(positions: str | None, rev: str | None = None, recorded: str | None = None) -> Opened:
    """The dossier in the folder named, or found; as git has it at a revision, or had it on a day, where that is asked.

    Raises Failure when there is none.
    """
    if rev is not None or recorded is not None:
        return _at_revision(positions, "HEAD" if rev is None else rev, recorded)
    folder = tree.find(Path.cwd(), positions)
    return Opened(assembled(*tree.read(folder)), folder, root(folder, positions))


def root(folder: Path, positions: str | None) -> str:
    """What leads from here to a file of the folder."""
    shown = folder if positions is not None else Path(os.path.relpath(folder))
    return "" if str(shown) == "." else f"{shown.as_posix().rstrip('/')}/"


def _at_revision(positions: str | None, rev: str, recorded: str | None) -> Opened:
    from posdiff.dossier.sources import revision
    from posdiff.dossier.sources.repository import Repository

    until = None if recorded is None else day(recorded, date.today())
    folder = Path(positions) if positions is not None else tree.find(Path.cwd())
    at, below = folder, ""
    while not at.is_dir() and at != at.parent:  # a folder that was there then, and no longer is
        at, below = at.parent, f"{at.name}/{below}"
    with Repository(at, dict(os.environ)) as git:
        commit = git.commit(rev)
        if until is not None:
            commit = git.recorded(commit, until)
        found = None if "\n" in below else revision.read(git, commit, below)
    if found is None:
        told = f"{commit.short}, recorded {date.fromordinal(commit.day).isoformat()}"
        hint = "name with --positions the folder that held agenda.yaml then"
        raise Failure(f"there is no folder {root(folder, positions)} in {told}", hint=hint)
    way = f"{commit.short}:{root(folder, positions)}"
    return Opened(assembled(*found), folder, way, Recorded(commit.id, commit.day))


def assembled(files: list[tree.File], findings: list[Finding]) -> Dossier:
    """What files hold, from the cache where these very files were read before."""
    at = cache.folder(dict(os.environ))
    name = cache.key(files, findings) if at else None
    if at is not None and name is not None and (found := cache.remembered(at, name)) is not None:
        return found
    from posdiff.dossier.reading.load import assemble  # the readers, and PyYAML: not needed for what was read before

    dossier = assemble(files, findings)
    if at is not None and name is not None:
        cache.remember(at, name, dossier)
    return dossier


def usable(positions: str | None, rev: str | None = None, recorded: str | None = None) -> Opened:
    """The same, for commands that need an agenda. Raises Failure, with the first finding, when there is none."""
    at = opened(positions, rev, recorded)
    errors = [finding for finding in at.dossier.findings if finding.severity == "error"]
    if not at.dossier.agenda.parties and errors:
        first = next((one for one in errors if one.location.file.startswith("agenda.")), errors[0])
        place = f"{at.root}{first.location.file}:{first.location.line}:{first.location.column}"
        raise Failure(f"[{first.rule}] {place} {first.message}", hint=first.hint or "posdiff validate shows more")
    return at


def day(text: str | None, today: date) -> int:
    """The day (an ordinal) that a text names; today without one."""
    if not text:
        return today.toordinal()
    from posdiff.cli.dates import parse

    return parse(text, today).toordinal()


class Reader:
    """Reads positions off a dossier, and keeps what was wrong with the statements they stand on."""

    def __init__(self, at: Opened, with_reported: bool) -> None:
        self.opened, self.with_reported = at, with_reported
        self.errors = [finding for finding in at.dossier.findings if finding.severity == "error"]

    @property
    def asked(self) -> str:
        """The options with which another command reads the same: `` --rev 785769f0c1d2 --with-reported``."""
        at = self.opened.recorded
        return (f" --rev {at.commit[:12]}" if at else "") + (" --with-reported" if self.with_reported else "")

    def record(self, party: str, until: int) -> Record:
        """How a party's position came about, up to the end of a day."""
        found = record(self.opened.dossier, party, until, with_reported=self.with_reported)
        self.note(found.findings)
        return found

    def position(self, party: str, on: int) -> Position:
        """What a party holds at the end of a day."""
        return position_of(self.record(party, on), on, self.opened.dossier.agenda.issues)

    def note(self, findings: Iterable[Finding]) -> None:
        """Keep the errors among findings."""
        self.errors += [finding for finding in findings if finding.severity == "error"]

    def code(self) -> int:
        """0, or 3 with the errors told on stderr: the answer was given on what could be read."""
        if not self.errors:
            return 0
        from posdiff.cli.output import say_findings

        say_findings(in_order(self.errors), self.opened.root)
        return INPUT
