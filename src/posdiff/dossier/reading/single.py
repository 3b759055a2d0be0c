"""One file by itself, as git passes it: read with an agenda that is available, as far as possible."""

from typing import Any, NamedTuple

from posdiff.documents.nodes import Entries
from posdiff.documents.parsing import parse
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.reading.load import assemble
from posdiff.dossier.reading.schema import plain
from posdiff.dossier.reading.statements import STEM
from posdiff.dossier.sources.tree import AGENDAS, File
from posdiff.dossier.statement import Draft, Statement
from posdiff.findings.finding import Finding


class Single(NamedTuple):
    """A file: its text, its keys and values as plain text, and the statement or draft that it is, if it is one.

    ``agenda`` is the one that it was read under. ``findings`` are errors in the file.
    """

    text: str
    fields: dict[str, Any] | None
    agenda: Agenda
    said: Statement | Draft | None
    findings: tuple[Finding, ...]


def read_single(data: bytes, path: str, agenda: File | None) -> Single:
    """Read a file that stands, or stood, at a path below the positions folder."""
    document = parse(data, path)
    fields = plain(document.root) if document.root is not None else None
    others = [agenda] if agenda is not None and path not in AGENDAS else []
    dossier = assemble(sorted([*others, File(path, data)]), [])
    said = next((recorded for recorded in dossier.recorded if recorded.location.file == path), None)
    errors = tuple(f for f in dossier.findings if f.severity == "error" and f.location.file == path)
    return Single(document.text, fields, dossier.agenda, said, errors)


def likely_path(data: bytes, name: str, agenda: File | None) -> str:
    """Where a file of this name would stand, by what is in it: its folder is not known."""
    root = parse(data, name).root
    if root is None or STEM.match(name.rsplit(".", 1)[0]) is None:
        return name
    if "outcomes" in root.entries:
        return f"drafts/{name}"
    if "parties" in root.entries:
        return f"joint/{name}"
    parties = _entries(parse(agenda.data, agenda.path).root, "parties") if agenda and agenda.data else []
    return f"{parties[0]}/{name}" if parties else name


def _entries(root: Entries | None, key: str) -> list[str]:
    entry = root.entries.get(key) if root else None
    return list(entry.value.entries) if entry is not None and isinstance(entry.value, Entries) else []
