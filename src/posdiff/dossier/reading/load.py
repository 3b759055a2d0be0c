"""A folder of files to a dossier."""

from __future__ import annotations

import gc
from pathlib import Path

from posdiff.documents.nodes import Entries
from posdiff.documents.parsing import parse
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.reading.agenda import ReadAgenda, read_agenda
from posdiff.dossier.reading.schema import File
from posdiff.dossier.reading.statements import STEM, read_draft, read_statement
from posdiff.dossier.sources import tree
from posdiff.dossier.statement import Draft, Statement
from posdiff.findings.finding import Finding, in_order
from posdiff.findings.location import Location
from posdiff.findings.nearest import suggestion
from posdiff.outcomes.course import Steps
from posdiff.outcomes.interval import ordinal

AGENDAS = ("agenda.yaml", "agenda.yml")
_NO_AGENDA = Agenda(None, {}, {}, {}, {}, (), Steps({}, {}))


def load(folder: Path) -> Dossier:
    """Read every position file below ``folder``. What is wrong in one file is a finding, and the others are read.

    Raises Failure only when the folder itself cannot be read.
    """
    files, findings = tree.read(folder)
    return assemble(files, findings)


def assemble(files: list[tree.File], findings: list[Finding]) -> Dossier:
    """The dossier of files that were found, wherever they came from; ``findings`` are about the tree itself."""
    # The collector runs the more often the more is read, and finds nothing: measured, 2 to 5 times on large loads.
    collecting = gc.isenabled()
    gc.disable()
    try:
        reading = _Reading(findings)
        return reading.dossier(files)
    finally:
        if collecting:
            gc.enable()


class _Reading:
    def __init__(self, findings: list[Finding]) -> None:
        self.findings = list(findings)
        self.texts: dict[str, str] = {}
        self.statements: list[Statement] = []
        self.drafts: list[Draft] = []
        self.seen: dict[str, str] = {}

    def dossier(self, files: list[tree.File]) -> Dossier:
        agenda = self._agenda([file for file in files if file.path in AGENDAS])
        for file in files:
            if file.path not in AGENDAS:
                self._file(file, agenda)
        self.statements.sort(key=lambda statement: (statement.day, not statement.joint, statement.id))
        self.drafts.sort(key=lambda draft: (draft.day, draft.id))
        return Dossier(
            agenda.agenda if agenda else _NO_AGENDA,
            tuple(self.statements),
            tuple(self.drafts),
            in_order(self.findings),
            self.texts,
        )

    def note(self, path: str, rule: str, message: str, hint: str | None = None) -> None:
        self.findings.append(Finding(Location(path, 1, 1), rule, message, hint=hint))

    def _root(self, file: tree.File) -> Entries | None:
        """The top mapping of a file; None, with findings, when it has none to be read."""
        if file.data is None:
            if file.finding:
                self.findings.append(file.finding)
            return None
        document = parse(file.data, file.path)
        self.texts[file.path] = document.text
        self.findings += document.findings
        return document.root

    def _agenda(self, files: list[tree.File]) -> ReadAgenda | None:
        if not files:
            hint = "write one: `posdiff: 1`, `parties:`, `issues:`"
            self.note(AGENDAS[0], "no-agenda", "the positions folder has no agenda.yaml", hint)
            return None
        for extra in files[1:]:
            self.note(extra.path, "second-agenda", f"there is an {files[0].path} too", "keep one of the two")
        root = self._root(files[0])
        if root is None:
            return None
        reading = File(files[0].path)
        agenda = read_agenda(root, reading)
        self.findings += reading.findings
        return agenda

    def _file(self, file: tree.File, agenda: ReadAgenda | None) -> None:
        root = self._root(file)
        folder, _, name = file.path.rpartition("/")
        stem = name.rsplit(".", 1)[0]
        if not self._placed(file.path, folder, stem, agenda) or root is None or agenda is None:
            return
        reading = File(file.path)
        if folder == "drafts":
            draft = read_draft(root, stem, agenda.agenda, agenda.broken, reading)
            self.drafts += [draft] if draft else []
        else:
            id, party = (f"joint/{stem}", None) if folder == "joint" else (stem, folder)
            statement = read_statement(root, id, party, agenda.agenda, agenda.broken, reading)
            self.statements += [statement] if statement else []
        self.findings += reading.findings

    def _placed(self, path: str, folder: str, stem: str, agenda: ReadAgenda | None) -> bool:
        """Whether a file stands where it means something. A file that does not is a finding, never passed over."""
        if not folder or "/" in folder:
            hint = "statements stand in PARTY/DATE.yaml or joint/DATE.yaml, drafts in drafts/DATE-slug.yaml"
            self.note(path, "misplaced-file", "a YAML file here means nothing", hint)
            return False
        if agenda is not None and folder not in ("joint", "drafts") and folder not in agenda.agenda.parties:
            if folder not in agenda.broken:
                parties = agenda.agenda.parties
                self.note(path, "unknown-party", f"no party `{folder}` in the agenda", suggestion(folder, parties))
            return False
        named = STEM.match(stem)
        if named is None or not isinstance(ordinal(named[1], ()), int):
            hint = "name it DATE.yaml or DATE-slug.yaml: 2024-06-14-speech.yaml"
            self.note(path, "bad-file-name", f"`{stem}` is no date, nor a date and a slug", hint)
            return False
        twin = self.seen.setdefault(f"{folder}/{stem}", path)
        if twin != path:
            self.note(path, "second-file", f"{twin} has the same name", "keep one of the two, or rename one")
            return False
        return True
