"""From a folder of files to a dossier."""

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from posdiff.documents.nodes import Entries
from posdiff.documents.parsing import parse
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.reading.agenda import ReadAgenda, read_agenda
from posdiff.dossier.reading.schema import FileReader, plain
from posdiff.dossier.reading.statements import STEM, read_draft, read_statement
from posdiff.dossier.sources import pages, tree
from posdiff.dossier.statement import Draft, Statement
from posdiff.dossier.statements import Statements
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
    # The collector runs the more often the more is read, and finds nothing: measured, 14 % of the time of 30,000 terms.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _Loading(findings, known).dossier(files)
    finally:
        if collecting:
            gc.enable()


class _Loading:
    def __init__(self, findings: list[Finding], known: Known | None) -> None:
        self.findings = list(findings)
        self.known = known
        #: By path, what need not be read again, and what was found in it.
        self.kept: dict[str, Statement | Draft] = {}
        self.known_findings: dict[str, list[Finding]] = {}
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
            Statements(self.statements),
            tuple(self.drafts),
            in_order(self.findings),
            self.texts,
        )

    def note(self, path: str, rule: RuleId, message: str, hint: str | None = None) -> None:
        self.findings.append(Finding.of(Location(path, 1, 1), rule, message, hint, (path,)))

    def _root(self, file: tree.File) -> Entries | None:
        """The top mapping of a file; None, with findings, when there is none."""
        if file.data is None:
            if file.finding:
                self.findings.append(file.finding)
            return None
        document = parse(file.data, file.path, "quote")
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
        reader = FileReader(files[0].path, root, self.texts[files[0].path])
        agenda = read_agenda(root, reader)
        self.findings += reader.findings
        return self._shared(root, agenda)

    def _keep(self, path: str) -> ReadAgenda | None:
        """The agenda that is known, where it is the same and nothing was wrong with it; and what was read under it."""
        if self.known is None or path not in self.known.same:
            return None
        dossier = self.known.dossier
        if any(finding.location.file == path for finding in dossier.findings):
            return None
        for finding in dossier.findings:
            self.known_findings.setdefault(finding.location.file, []).append(finding)
        self.kept = {recorded.location.file: recorded for recorded in self._unchanged()}
        self.texts[path] = dossier.texts[path]
        return ReadAgenda(dossier.agenda, frozenset())

    def _unchanged(self) -> Iterator[Statement | Draft]:
        """What is known from files with the same bytes."""
        if self.known is not None:
            for recorded in self.known.dossier.recorded:
                if recorded.location.file in self.known.same:
                    yield recorded

    def _shared(self, root: Entries, read: ReadAgenda) -> ReadAgenda:
        """An agenda beside the known one: issues declared as they are there share its spaces, statements are kept."""
        if self.known is None:
            return read
        dossier = self.known.dossier
        path = next((name for name in AGENDAS if name in dossier.texts), AGENDAS[0])
        faulty = {finding.location.file for finding in dossier.findings}
        if path in faulty:
            return read  # of what stands on an issue with errors nothing was kept, and nothing reported
        before = parse(dossier.texts.get(path, "").encode("utf-8", "replace"), path).root
        alike = _alike(plain(before) if before else {}, plain(root), dossier.agenda)
        for recorded in self._unchanged():
            place = recorded.location.file
            parties = set(recorded.parties) if isinstance(recorded, Statement) else set()
            if place not in faulty and _issues_in(recorded) <= alike and parties <= set(read.agenda.parties):
                self.kept[place] = recorded
        issues = {
            id: issue._replace(space=dossier.agenda.issues[id].space) if id in alike else issue
            for id, issue in read.agenda.issues.items()
        }
        return read._replace(agenda=read.agenda._replace(issues=issues))

    def _known(self, file: tree.File) -> bool:
        """Whether a file was read before; if so, what was read is added."""
        recorded = self.kept.get(file.path)
        if recorded is None or self.known is None:
            return False
        self.texts[file.path] = self.known.dossier.texts[file.path]
        self.findings += self.known_findings.get(file.path, ())
        self._add(recorded)
        return True

    def _add(self, recorded: Statement | Draft | None) -> None:
        if isinstance(recorded, Statement):
            self.statements.append(recorded)
        elif recorded is not None:
            self.drafts.append(recorded)

    def _file(self, file: tree.File, agenda: ReadAgenda | None) -> None:
        if self._of_pages(file.path, agenda):
            return
        folder, _, name = file.path.rpartition("/")
        stem = name.rsplit(".", 1)[0]
        if f"{folder}/{stem}" not in self.seen and self._known(file):
            self.seen[f"{folder}/{stem}"] = file.path
            return
        if not self._named(file.path, folder, stem):
            return  # nothing of it is read, or shown: it may be anything that lies there
        root = self._root(file)
        if not self._placed(file.path, folder, stem, agenda) or root is None or agenda is None:
            return
        reader = FileReader(file.path, root, self.texts[file.path])
        if folder == "drafts":
            self._add(read_draft(root, stem, agenda, reader))
        else:
            id, party = (f"joint/{stem}", None) if folder == "joint" else (stem, folder)
            self._add(read_statement(root, id, party, agenda, reader))
        self.findings += reader.findings

    def _of_pages(self, path: str, agenda: ReadAgenda | None) -> bool:
        """Whether a file is one of the pages that are kept of sources, unless a party has that name."""
        parties = agenda.agenda.parties if agenda else {}
        return path.startswith(f"{pages.FOLDER}/") and pages.FOLDER not in parties

    def _named(self, path: str, folder: str, stem: str) -> bool:
        """Whether a file has the place and the name of a position file. One that has not is a finding."""
        if not folder or "/" in folder:
            hint = "statements belong in PARTY/DATE.yaml or joint/DATE.yaml, drafts in drafts/DATE-slug.yaml"
            self.note(path, "misplaced-file", "a YAML file in this place is not read", hint)
            return False
        named = STEM.match(stem)
        if named is None or not isinstance(ordinal(named[1], ()), int):
            hint = "name it DATE.yaml or DATE-slug.yaml: 2024-06-14-speech.yaml"
            self.note(path, "bad-file-name", f"`{stem}` is neither a date nor a date and a slug", hint)
            return False
        return True

    def _placed(self, path: str, folder: str, stem: str, agenda: ReadAgenda | None) -> bool:
        """Whether a file is that of a party, and the only one of its name; if not, it is a finding."""
        if agenda is not None and folder not in ("joint", "drafts") and folder not in agenda.agenda.parties:
            if folder not in agenda.broken:
                parties = agenda.agenda.parties
                self.note(path, "unknown-party", f"no party `{folder}` in the agenda", suggestion(folder, parties))
            return False
        twin = self.seen.setdefault(f"{folder}/{stem}", path)
        if twin != path:
            self.note(path, "second-file", f"{twin} has the same name", "keep one of the two, or rename one")
            return False
        return True


def _alike(before: dict[str, Any], after: dict[str, Any], agenda: Agenda) -> set[str]:
    """The issues that are declared in the words of before, and with the same steps where they use them."""
    issues, issues_now = before.get("issues"), after.get("issues")
    if not isinstance(issues, dict) or not isinstance(issues_now, dict):
        return set()
    same_steps = before.get("steps") == after.get("steps")
    return {
        id
        for id, issue in agenda.issues.items()
        if issues.get(id) == issues_now.get(id) and (same_steps or not issue.space.uses_steps)
    }


def _issues_in(recorded: Statement | Draft) -> set[str]:
    """Every issue that a statement or draft names, in conditions and lists too."""
    named = set(recorded.corrects)
    if isinstance(recorded, Draft):
        return named | set(recorded.outcomes)
    for id, term in recorded.terms.items():
        named |= {id, *(issue for issue, _ in term.condition)}
        named |= {issue for offer in term.offers for issue, _ in offer.condition}
    named |= {issue for reaction in recorded.reactions.values() for issue in reaction.issues}
    listed = {reference.name for reference in (*recorded.reaffirms, *recorded.withdraws, *recorded.dissents)}
    return named | {name for name in listed if name != "all" and "/" not in name and not name[:1].isdigit()}
