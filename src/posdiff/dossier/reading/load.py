"""A folder of files to a dossier."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from posdiff.documents.nodes import Entries
from posdiff.documents.parsing import parse
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.reading.agenda import ReadAgenda, read_agenda
from posdiff.dossier.reading.schema import File, plain
from posdiff.dossier.reading.statements import STEM, read_draft, read_statement
from posdiff.dossier.sources import tree
from posdiff.dossier.statement import Draft, Statement
from posdiff.findings.finding import Finding, in_order
from posdiff.findings.location import Location
from posdiff.findings.nearest import suggestion
from posdiff.findings.rules import RuleId
from posdiff.kinds.date import ordinal
from posdiff.kinds.steps import AgendaSteps

AGENDAS = ("agenda.yaml", "agenda.yml")
_NO_AGENDA = Agenda(None, {}, {}, {}, {}, (), AgendaSteps({}, {}))


def load(folder: Path) -> Dossier:
    """Read every position file below ``folder``. What is wrong in one file is a finding, and the others are read.

    Raises Failure only when the folder itself cannot be read.
    """
    files, findings = tree.read(folder)
    return assemble(files, findings)


class Known(NamedTuple):
    """A dossier that was read before, and the paths at which the same bytes stand now."""

    dossier: Dossier
    same: frozenset[str]


def assemble(files: list[tree.File], findings: list[Finding], known: Known | None = None) -> Dossier:
    """The dossier of files that were found, wherever they came from; ``findings`` are about the tree itself.

    What is ``known`` is not read again, where it would be read as it was: under the same agenda, or on issues that are
    declared as they were. The statements are then the very same objects, and so are the agenda, or the issues' spaces.
    """
    # The collector runs the more often the more is read, and finds nothing: measured, 2 to 5 times on large loads.
    collecting = gc.isenabled()
    gc.disable()
    try:
        reading = _Reading(findings, known)
        return reading.dossier(files)
    finally:
        if collecting:
            gc.enable()


class _Reading:
    def __init__(self, findings: list[Finding], known: Known | None) -> None:
        self.findings = list(findings)
        self.known = known
        #: By path, what need not be read again.
        self.kept: dict[str, Statement | Draft] = {}
        self.told: dict[str, list[Finding]] = {}
        self.texts: dict[str, str] = {}
        self.statements: list[Statement] = []
        self.drafts: list[Draft] = []
        self.seen: dict[str, str] = {}

    def dossier(self, files: list[tree.File]) -> Dossier:
        agenda = self._agenda([file for file in files if file.path in AGENDAS])
        for file in files:
            if file.path not in AGENDAS:
                self._file(file, agenda)
        self.statements.sort(key=lambda statement: statement.order)
        self.drafts.sort(key=lambda draft: (draft.day, draft.id))
        return Dossier(
            agenda.agenda if agenda else _NO_AGENDA,
            tuple(self.statements),
            tuple(self.drafts),
            in_order(self.findings),
            self.texts,
        )

    def note(self, path: str, rule: RuleId, message: str, hint: str | None = None) -> None:
        self.findings.append(Finding.of(Location(path, 1, 1), rule, message, hint, (path,)))

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
            self.note(extra.path, "second-agenda", f"there is also an {files[0].path}", "keep one of the two")
        kept = self._keep(files[0].path)
        if kept is not None:
            return kept
        root = self._root(files[0])
        if root is None:
            return None
        reading = File(files[0].path, root)
        agenda = read_agenda(root, reading)
        self.findings += reading.findings
        return self._shared(root, agenda)

    def _keep(self, path: str) -> ReadAgenda | None:
        """The agenda that is known, where it is the same and nothing was wrong with it; and what was read under it."""
        if self.known is None or path not in self.known.same:
            return None
        dossier = self.known.dossier
        if any(finding.location.file == path for finding in dossier.findings):
            return None
        for finding in dossier.findings:
            self.told.setdefault(finding.location.file, []).append(finding)
        self.kept = {one.location.file: one for one in self._unchanged()}
        self.texts[path] = dossier.texts[path]
        return ReadAgenda(dossier.agenda, frozenset())

    def _unchanged(self) -> Iterator[Statement | Draft]:
        """What is known from files with the same bytes."""
        if self.known is None:
            return
        read: list[Statement | Draft] = [*self.known.dossier.statements, *self.known.dossier.drafts]
        yield from (one for one in read if one.location.file in self.known.same)

    def _shared(self, root: Entries, read: ReadAgenda) -> ReadAgenda:
        """An agenda beside the known one: issues declared as they are there share its spaces, statements are kept."""
        if self.known is None:
            return read
        dossier = self.known.dossier
        path = next((name for name in AGENDAS if name in dossier.texts), AGENDAS[0])
        told = {finding.location.file for finding in dossier.findings}
        if path in told:
            return read  # of what stands on an issue with errors nothing was kept, and nothing told
        other = parse(dossier.texts.get(path, "").encode("utf-8", "replace"), path).root
        alike = _alike(plain(root), plain(other) if other else {}) & set(dossier.agenda.issues)
        for one in self._unchanged():
            named = set(one.parties) if isinstance(one, Statement) else set()
            if one.location.file not in told and _issues_in(one) <= alike and named <= set(read.agenda.parties):
                self.kept[one.location.file] = one
        issues = {
            id: issue._replace(space=dossier.agenda.issues[id].space) if id in alike else issue
            for id, issue in read.agenda.issues.items()
        }
        return read._replace(agenda=read.agenda._replace(issues=issues))

    def _known(self, file: tree.File) -> bool:
        """Whether a file was read before; what it says is then taken over."""
        one = self.kept.get(file.path)
        if one is None or self.known is None:
            return False
        self.texts[file.path] = self.known.dossier.texts[file.path]
        self.findings += self.told.get(file.path, ())
        self.statements += [one] if isinstance(one, Statement) else []
        self.drafts += [one] if isinstance(one, Draft) else []
        return True

    def _file(self, file: tree.File, agenda: ReadAgenda | None) -> None:
        folder, _, name = file.path.rpartition("/")
        stem = name.rsplit(".", 1)[0]
        if f"{folder}/{stem}" not in self.seen and self._known(file):
            self.seen[f"{folder}/{stem}"] = file.path
            return
        root = self._root(file)
        if not self._placed(file.path, folder, stem, agenda) or root is None or agenda is None:
            return
        reading = File(file.path, root)
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
            hint = "statements belong in PARTY/DATE.yaml or joint/DATE.yaml, drafts in drafts/DATE-slug.yaml"
            self.note(path, "misplaced-file", "a YAML file in this place is not read", hint)
            return False
        if agenda is not None and folder not in ("joint", "drafts") and folder not in agenda.agenda.parties:
            if folder not in agenda.broken:
                parties = agenda.agenda.parties
                self.note(path, "unknown-party", f"no party `{folder}` in the agenda", suggestion(folder, parties))
            return False
        named = STEM.match(stem)
        if named is None or not isinstance(ordinal(named[1], ()), int):
            hint = "name it DATE.yaml or DATE-slug.yaml: 2024-06-14-speech.yaml"
            self.note(path, "bad-file-name", f"`{stem}` is neither a date nor a date and a slug", hint)
            return False
        twin = self.seen.setdefault(f"{folder}/{stem}", path)
        if twin != path:
            self.note(path, "second-file", f"{twin} has the same name", "keep one of the two, or rename one")
            return False
        return True


def _alike(one: dict[str, Any], other: dict[str, Any]) -> set[str]:
    """The issues that two agendas, as plain text, declare in the same words; for a sequence the steps as well."""
    issues, others = one.get("issues"), other.get("issues")
    if not isinstance(issues, dict) or not isinstance(others, dict):
        return set()
    steps = one.get("steps") == other.get("steps")
    return {
        id
        for id, said in issues.items()
        if said == others.get(id) and (steps or not isinstance(said, dict) or said.get("kind") != "sequence")
    }


def _issues_in(one: Statement | Draft) -> set[str]:
    """Every issue that a statement or draft names, in conditions and lists too."""
    named = set(one.corrects)
    if isinstance(one, Draft):
        return named | set(one.clauses)
    for id, term in one.terms.items():
        named |= {id, *(issue for issue, _ in term.condition)}
        named |= {issue for offer in term.offers for issue, _ in offer.condition}
    listed = {reference.name for reference in (*one.reaffirms, *one.withdraws)}
    return named | {name for name in listed if name != "all" and "/" not in name and not name[:1].isdigit()}
