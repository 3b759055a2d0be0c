"""Statements and drafts, file by file: what a file holds depends on it, the agenda, and which files lie beside it."""

from collections.abc import Iterable, Mapping

from posdiff.documents.parsing import parse
from posdiff.dossier.read import FileRead, ReadAgenda
from posdiff.dossier.reading.schema import FileReader
from posdiff.dossier.reading.statements import STEM, read_draft, read_statement
from posdiff.dossier.sources import pages
from posdiff.dossier.sources.tree import File
from posdiff.dossier.statement import Draft, Statement
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location
from posdiff.findings.nearest import suggestion
from posdiff.findings.rules import RuleId
from posdiff.kinds.date import ordinal


def read_files(files: Iterable[File], agenda: ReadAgenda | None, known: Mapping[str, FileRead]) -> dict[str, FileRead]:
    """What files hold that are no agendas, by path: those of a folder, or of all of them.

    ``known``: by path, what was read in files of these very bytes, under an agenda that has them read as they were.
    """
    reading = _Reading(agenda, known)
    return {file.path: reading.read(file) for file in files if not _of_pages(file.path, agenda)}


def note(path: str, rule: RuleId, message: str, hint: str | None = None) -> Finding:
    """A finding on a file as such."""
    return Finding.of(Location(path, 1, 1), rule, message, hint, (path,))


def _of_pages(path: str, agenda: ReadAgenda | None) -> bool:
    """Whether a file is one of the pages that are kept of sources, unless a party has that name."""
    parties = agenda.agenda.parties if agenda else {}
    return path.startswith(f"{pages.FOLDER}/") and pages.FOLDER not in parties


class _Reading:
    def __init__(self, agenda: ReadAgenda | None, known: Mapping[str, FileRead]) -> None:
        self.agenda, self.known = agenda, known
        #: The first file of each name, by the name.
        self.seen: dict[str, str] = {}

    def read(self, file: File) -> FileRead:
        folder, _, name = file.path.rpartition("/")
        stem = name.rsplit(".", 1)[0]
        known = self.known.get(file.path)
        if known is not None and known.recorded is not None and f"{folder}/{stem}" not in self.seen:
            self.seen[f"{folder}/{stem}"] = file.path
            return known
        if wrong := _misnamed(file.path, folder, stem):
            return FileRead(None, (wrong,), False)  # nothing of it is read, or shown
        misplaced = self._misplaced(file.path, folder, stem)
        if file.data is None:
            return FileRead(None, (*misplaced, *([file.finding] if file.finding else ())), False)
        document = parse(file.data, file.path, "quote")
        findings = (*document.findings, *misplaced)
        if misplaced or document.root is None or self.agenda is None or not self._expected(folder):
            return FileRead(None, findings, True)
        reader = FileReader(file.path, document.root, document.text)
        recorded: Statement | Draft | None
        if folder == "drafts":
            recorded = read_draft(document.root, stem, self.agenda, reader)
        else:
            id, party = (f"joint/{stem}", None) if folder == "joint" else (stem, folder)
            recorded = read_statement(document.root, id, party, self.agenda, reader)
        return FileRead(recorded, (*findings, *reader.findings), True)

    def _expected(self, folder: str) -> bool:
        """Whether a folder is that of a party, or of what belongs to several."""
        return folder in ("joint", "drafts") or self.agenda is None or folder in self.agenda.agenda.parties

    def _misplaced(self, path: str, folder: str, stem: str) -> tuple[Finding, ...]:
        """The finding on a file that is not that of a party, or not the only one of its name."""
        if not self._expected(folder):
            if self.agenda is None or folder in self.agenda.broken:
                return ()
            hint = suggestion(folder, self.agenda.agenda.parties)
            return (note(path, "unknown-party", f"no party `{folder}` in the agenda", hint),)
        twin = self.seen.setdefault(f"{folder}/{stem}", path)
        if twin != path:
            return (note(path, "second-file", f"{twin} has the same name", "keep one of the two, or rename one"),)
        return ()


def _misnamed(path: str, folder: str, stem: str) -> Finding | None:
    """The finding on a file that has not the place and the name of a position file."""
    if not folder or "/" in folder:
        hint = "statements belong in PARTY/DATE.yaml or joint/DATE.yaml, drafts in drafts/DATE-slug.yaml"
        return note(path, "misplaced-file", "a YAML file in this place is not read", hint)
    named = STEM.match(stem)
    if named is None or not isinstance(ordinal(named[1], ()), int):
        hint = "name it DATE.yaml or DATE-slug.yaml: 2024-06-14-speech.yaml"
        return note(path, "bad-file-name", f"`{stem}` is neither a date nor a date and a slug", hint)
    return None
