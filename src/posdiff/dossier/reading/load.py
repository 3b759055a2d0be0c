"""From a folder of files to a dossier."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from posdiff.documents.nodes import Entries
from posdiff.documents.parsing import parse
from posdiff.dossier.agenda import NO_AGENDA, Agenda
from posdiff.dossier.dossier import Dossier, Texts
from posdiff.dossier.read import AgendasRead, FileRead, ReadAgenda
from posdiff.dossier.reading.agenda import read_agenda
from posdiff.dossier.reading.files import note, read_files
from posdiff.dossier.reading.schema import FileReader, plain
from posdiff.dossier.sources import tree
from posdiff.dossier.sources.tree import AGENDAS, File
from posdiff.dossier.statement import Draft, Statement, drafts_in_order, statements_in_order
from posdiff.dossier.statements import Statements
from posdiff.findings.finding import Finding, in_order

Result = TypeVar("Result")


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


def assemble(files: list[File], findings: list[Finding], known: Known | None = None) -> Dossier:
    """The dossier of files that were found, wherever they came from; ``findings`` are about the tree itself.

    What is ``known`` is not read again, where it would be read as it was: under the same agenda, or on issues that are
    declared as they were. The statements are then the very same objects, and so are the agenda, or the issues' spaces.
    """
    return without_collector(lambda: _assembled(files, findings, known))


def without_collector(work: Callable[[], Result]) -> Result:
    """Do some reading. The collector runs the more often the more is read, and finds nothing: measured, 14 % of it."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        return work()
    finally:
        if collecting:
            gc.enable()


def _assembled(files: list[File], findings: list[Finding], known: Known | None) -> Dossier:
    agendas = [file for file in files if file.path in AGENDAS]
    same = _same_agenda(agendas, known)
    read, root = read_agendas(agendas) if same is None else (same, None)
    kept: Mapping[str, FileRead] = {}
    if known is not None and same is not None:
        kept = _kept(known)
    elif known is not None and read.agenda is not None and root is not None:
        alike, kept = _shared(known, root, read.agenda)
        read = read._replace(agenda=alike)
    reads = read_files((file for file in files if file.path not in AGENDAS), read.agenda, kept)
    recorded = [each.recorded for each in reads.values()]
    contents = {file.path: file.data for file in files if file.data is not None}
    shown = (*read.shown, *(path for path, each in reads.items() if each.shown))
    return Dossier(
        read.agenda.agenda if read.agenda else NO_AGENDA,
        Statements(statements_in_order(each for each in recorded if isinstance(each, Statement))),
        drafts_in_order(each for each in recorded if isinstance(each, Draft)),
        in_order((*findings, *read.findings, *(one for each in reads.values() for one in each.findings))),
        Texts({path: contents[path] for path in shown}),
    )


def read_agendas(files: Sequence[File]) -> tuple[AgendasRead, Entries | None]:
    """The agenda, of the files that are one: the first counts; and the words of it."""
    if not files:
        hint = "write one: `posdiff: 1`, `parties:`, `issues:`"
        message = "the positions folder has no agenda.yaml"
        return AgendasRead(None, (note(AGENDAS[0], "no-agenda", message, hint),), ()), None
    first, found = files[0], _second_agendas(files)
    if first.data is None:
        return AgendasRead(None, (*found, *([first.finding] if first.finding else ())), ()), None
    document = parse(first.data, first.path, "quote")
    found = (*found, *document.findings)
    if document.root is None:
        return AgendasRead(None, found, (first.path,)), None
    reader = FileReader(first.path, document.root, document.text)
    agenda = read_agenda(document.root, reader)
    return AgendasRead(agenda, (*found, *reader.findings), (first.path,)), document.root


def _second_agendas(files: Sequence[File]) -> tuple[Finding, ...]:
    message, hint = f"there is also an {files[0].path}", "keep one of the two"
    return tuple(note(extra.path, "second-agenda", message, hint) for extra in files[1:])


def _same_agenda(files: Sequence[File], known: Known | None) -> AgendasRead | None:
    """The agenda that is known, where it is the same and nothing was wrong with it."""
    if known is None or not files or files[0].path not in known.same:
        return None
    if any(finding.location.file == files[0].path for finding in known.dossier.findings):
        return None
    agenda = ReadAgenda(known.dossier.agenda, frozenset())
    return AgendasRead(agenda, _second_agendas(files), (files[0].path,))


def _kept(known: Known) -> dict[str, FileRead]:
    """What is known of files with the same bytes, under the same agenda."""
    found: dict[str, list[Finding]] = {}
    for finding in known.dossier.findings:
        found.setdefault(finding.location.file, []).append(finding)
    unchanged = {each.location.file: each for each in _unchanged(known)}
    return {path: FileRead(each, tuple(found.get(path, ())), True) for path, each in unchanged.items()}


def _unchanged(known: Known) -> Iterator[Statement | Draft]:
    """What is known from files with the same bytes."""
    return (recorded for recorded in known.dossier.recorded if recorded.location.file in known.same)


def _shared(known: Known, root: Entries, read: ReadAgenda) -> tuple[ReadAgenda, Mapping[str, FileRead]]:
    """An agenda beside the known one: issues declared as they are there share its spaces, statements are kept."""
    dossier = known.dossier
    path = next((name for name in AGENDAS if name in dossier.texts), AGENDAS[0])
    faulty = {finding.location.file for finding in dossier.findings}
    if path in faulty:
        return read, {}  # of what stands on an issue with errors nothing was kept, and nothing reported
    before = parse(dossier.texts.get(path, "").encode("utf-8", "replace"), path).root
    alike = _alike(plain(before) if before else {}, plain(root), dossier.agenda)
    kept: dict[str, FileRead] = {}
    for recorded in _unchanged(known):
        place = recorded.location.file
        parties = set(recorded.parties) if isinstance(recorded, Statement) else set()
        if place not in faulty and _issues_in(recorded) <= alike and parties <= set(read.agenda.parties):
            kept[place] = FileRead(recorded, (), True)
    issues = {
        id: issue._replace(space=dossier.agenda.issues[id].space) if id in alike else issue
        for id, issue in read.agenda.issues.items()
    }
    return read._replace(agenda=read.agenda._replace(issues=issues)), kept


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
