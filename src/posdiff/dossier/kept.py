"""A dossier of which the cache keeps what was read, folder by folder: what an answer needs is looked up, file by file.

Three entries are kept: the agenda; of each folder a summary, which every answer needs; and what its files hold, which
is opened when it is asked for. Where one file changed, what the others of its folder hold is taken over from the newest
entry of the folder, and that file alone is parsed. It is the same dossier as without the cache, to the byte.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from posdiff.dossier.agenda import NO_AGENDA
from posdiff.dossier.dossier import Dossier, Texts
from posdiff.dossier.kept_positions import KeptPositions
from posdiff.dossier.read import AgendasRead, FileRead, ReadAgenda
from posdiff.dossier.sources import cache
from posdiff.dossier.sources.tree import AGENDAS, File
from posdiff.dossier.statement import Draft, Statement, drafts_in_order, statements_in_order
from posdiff.dossier.statements import Statements, keeps_pages, reported_of
from posdiff.findings.finding import Finding, in_order

#: Bytes of position files below which reading is as fast as looking up.
LEAST = 60_000
#: Bytes of position files above which what was read of a folder is not held once it is kept.
_MOST_HELD = 100_000_000
#: Of one folder under one agenda so many versions are kept: the branches that somebody goes back and forth between.
_MOST_VERSIONS = 4
#: Entries that are kept, and their bytes; the oldest go first.
_MOST, _MOST_BYTES = 20_000, 2_000_000_000
FOLDER = "dossiers"


class Summary(NamedTuple):
    """What every answer needs to know of a folder.

    ``shown``: the files whose text is one of the dossier's. ``days``: those on which a statement was made or a term of
    one is in force no longer (ordinals).
    """

    findings: tuple[Finding, ...]
    shown: tuple[str, ...]
    days: tuple[int, ...]
    reported_of: frozenset[str]
    keeps_pages: bool


class Contents(NamedTuple):
    """What the files of a folder hold, by path, with the hash of the bytes that it was read from."""

    files: Mapping[str, tuple[str, FileRead]]


class Under(NamedTuple):
    """What a folder is read under: the agenda and its name, where entries are, whether what is read is held."""

    at: Path
    name: str
    agenda: ReadAgenda | None
    hold: bool


class FolderKept:
    """The files of one folder, and what is kept of them."""

    def __init__(self, under: Under, name: str, files: Sequence[File]) -> None:
        self._under, self._at, self._files = under, under.at, files
        self._hashes = {file.path: _hash(file) for file in files}
        self._slot = cache.name_of(under.name, name)[:32]
        #: The name of the entries: what is in the folder, and what it was read under.
        self.name = f"{self._slot}-{cache.name_of(*self._hashes.items())}"
        self._held: Contents | None = None

    @cached_property
    def summary(self) -> Summary:
        """What every answer needs to know."""
        found = cache.records(self._at, f"{self.name}.summary", Summary)
        return self._made(self._read()) if found is None else found

    @property
    def days(self) -> tuple[int, ...]:
        """The days (ordinals) on which anything said in it begins or ends."""
        return self.summary.days

    @cached_property
    def recorded(self) -> tuple[Statement | Draft, ...]:
        """What the files hold, by their paths."""
        contents = self._held or cache.records(self._at, f"{self.name}.contents", Contents) or self._read()
        return tuple(read.recorded for _, read in contents.files.values() if read.recorded is not None)

    def _read(self) -> Contents:
        """Read the files that are other ones than in the newest entry of the folder, and keep what all of them hold."""
        from posdiff.dossier.reading.files import read_files  # and PyYAML: not needed for what was read before
        from posdiff.dossier.reading.load import without_collector

        versions = cache.newest(self._at, f"{self._slot}-", ".contents")
        before = cache.records(self._at, versions[0], Contents) if versions else None
        known = {
            path: read
            for path, (hashed, read) in (before.files if before else {}).items()
            if self._hashes.get(path) == hashed
        }
        reads = without_collector(lambda: read_files(self._files, self._under.agenda, known))
        contents = Contents({path: (self._hashes[path], read) for path, read in reads.items()})
        kept = cache.keep_records(self._at, f"{self.name}.contents", contents)
        older = [name for name in versions if name != f"{self.name}.contents"]
        for name in older[_MOST_VERSIONS - 1 :]:
            cache.drop(self._at, name, f"{name.rpartition('.')[0]}.summary")
        self._held = contents if self._under.hold or not kept else None
        return contents

    def _made(self, contents: Contents) -> Summary:
        reads = contents.files.items()
        recorded = [read.recorded for _, (_, read) in reads if read.recorded is not None]
        statements = [each for each in recorded if isinstance(each, Statement)]
        terms = (term for statement in statements for term in statement.terms.values())
        ends = {term.expires + 1 for term in terms if term.expires is not None}
        summary = Summary(
            tuple(finding for _, (_, read) in reads for finding in read.findings),
            tuple(path for path, (_, read) in reads if read.shown),
            tuple(sorted({statement.day for statement in statements} | ends)),
            reported_of(statements),
            keeps_pages(recorded),
        )
        cache.keep_records(self._at, f"{self.name}.summary", summary)
        return summary


class KeptStatements(Statements):
    """Statements by folder: those of a party are found without opening those of others."""

    def __init__(self, folders: Mapping[str, FolderKept], paths: Sequence[str]) -> None:
        super().__init__(())
        self._folders, self._paths = folders, paths
        self._of: dict[str, tuple[Statement, ...]] = {}

    @cached_property
    def _all(self) -> tuple[Statement, ...]:
        found = {each.location.file: each for folder in self._folders.values() for each in folder.recorded}
        every = (found[path] for path in self._paths if path in found)
        return statements_in_order(each for each in every if isinstance(each, Statement))

    @property
    def every(self) -> tuple[Statement, ...]:
        """All of them."""
        return self._all

    def of(self, party: str) -> tuple[Statement, ...]:
        """Those of one party, its joint ones included."""
        if party not in self._of:
            folders = (self._folders[name] for name in dict.fromkeys((party, "joint")) if name in self._folders)
            said = (each for folder in folders for each in folder.recorded)
            self._of[party] = statements_in_order(
                each for each in said if isinstance(each, Statement) and party in each.parties
            )
        return self._of[party]

    @property
    def reported_of(self) -> frozenset[str]:
        """The parties of which anything is only reported."""
        return frozenset(party for folder in self._folders.values() for party in folder.summary.reported_of)

    @property
    def keeps_pages(self) -> bool:
        """Whether any of their sources has a snapshot."""
        return any(folder.summary.keeps_pages for folder in self._folders.values())


def kept(files: Sequence[File], findings: Sequence[Finding], at: Path) -> Dossier | None:
    """The dossier of files that were found, with what is kept in the cache; None where they are so few that none is."""
    size = sum(len(file.data or b"") for file in files)
    if size < LEAST:
        return None
    at = at / FOLDER
    agendas = [file for file in files if file.path in AGENDAS]
    name = cache.name_of(cache.program(), *((file.path, _hash(file)) for file in agendas))
    read = cache.records(at, f"{name}.agenda", AgendasRead)
    if read is None:
        from posdiff.dossier.reading.load import read_agendas

        cache.drop_oldest(at, _MOST, _MOST_BYTES)
        read = read_agendas(agendas)[0]
        cache.keep_records(at, f"{name}.agenda", read)
    by_folder: dict[str, list[File]] = {}
    for file in files:
        if file.path not in AGENDAS:
            by_folder.setdefault(file.path.rpartition("/")[0], []).append(file)
    folders = {
        folder: FolderKept(Under(at, name, read.agenda, size <= _MOST_HELD), folder, of_folder)
        for folder, of_folder in by_folder.items()
    }
    agenda = read.agenda.agenda if read.agenda else NO_AGENDA
    summaries = [folder.summary for folder in folders.values()]
    contents = {file.path: file.data for file in files if file.data is not None}
    of_folders = {path for summary in summaries for path in summary.shown}
    drafts = folders["drafts"].recorded if "drafts" in folders else ()
    return Dossier(
        agenda,
        KeptStatements(folders, [*contents]),
        drafts_in_order(each for each in drafts if isinstance(each, Draft)),
        in_order((*findings, *read.findings, *(one for summary in summaries for one in summary.findings))),
        Texts({path: contents[path] for path in (*read.shown, *(path for path in contents if path in of_folders))}),
        KeptPositions(at, name, agenda, folders.get),
    )


def _hash(file: File) -> str:
    """What tells a file from every other one at its path."""
    return repr(file.finding) if file.data is None else sha256(file.data).hexdigest()
