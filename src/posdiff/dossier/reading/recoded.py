"""A sheet on which terms are coded a second time: what is filled in is read as strictly as a statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from posdiff.documents.nodes import Entries, Items, Node, Scalar
from posdiff.documents.parsing import parse
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.reading.quotes import Context
from posdiff.dossier.reading.schema import FileReader, keyed
from posdiff.dossier.reading.terms import term
from posdiff.dossier.term import Term
from posdiff.findings.finding import Finding, in_order
from posdiff.findings.location import Location

#: What a sheet tells the coder of a term, and nobody reads again.
_TOLD = (
    "title", "question", "kind", "unit", "parties", "speaker", "date", "standing", "quotes", "sources"
)  # fmt: skip
_ROW = ("statement", "issue", "fingerprint", *_TOLD, "coding")
_LONGEST_NUMBER = 10
_SHEET, _SAMPLE = ("recode", "coder", "sample", "terms"), ("terms", "of", "seed")


class SheetRow(NamedTuple):
    """A row: the statement's file without its ending, the issue, and the term as it is coded there.

    ``term`` is None where nothing was filled in, and where what was filled in cannot be read (``unread``).
    """

    file: str
    issue: str
    fingerprint: str | None
    term: Term | None
    note: str | None
    unread: bool
    location: Location


class Sheet(NamedTuple):
    """A sheet: who filled it in, the seed of its sample, its rows; what is wrong with it, the worst first.

    ``drawn``: how many terms it says were drawn for it; None where it does not say.
    """

    coder: str | None
    seed: str | None
    drawn: int | None
    rows: tuple[SheetRow, ...]
    findings: tuple[Finding, ...]


def read_sheet(data: bytes, name: str, agenda: Agenda) -> Sheet | None:
    """The sheet in a file of this name; None where it is none.

    A row that is wrong is a finding, and the others are read.
    """
    document = parse(data, name)
    if document.root is None:
        return Sheet(None, None, None, (), tuple(in_order([*document.findings])))
    if not _is_sheet(document.root):
        return None
    reader = FileReader(name, document.root, document.text)
    fields = reader.fields(document.root, _SHEET, "a sheet of a second coding", ("recode", "terms"))
    reader.word(fields, "recode", ("1",), "1")
    sample = reader.fields(fields["sample"], _SAMPLE, "the sample") if "sample" in fields else {}
    coder, seed = reader.text(fields, "coder"), reader.text(sample, "seed", words=False)
    of_sample = reader.text(sample, "terms", words=False) or ""
    is_number = of_sample.isascii() and of_sample.isdigit() and len(of_sample) < _LONGEST_NUMBER
    drawn = int(of_sample) if is_number else None
    listed = fields.get("terms")
    if listed is not None and not isinstance(listed, Items):
        reader.note(listed, "wrong-shape", "expected a list of terms", "posdiff recode sheet writes it")
    nodes = listed.items if isinstance(listed, Items) else ()
    faults = tuple(_faults(document.root, nodes, document.findings))
    rows: dict[tuple[str, str], SheetRow] = {}
    for number, node in enumerate(nodes):
        row = _row(node, agenda, reader)
        if row is None:
            continue
        if (row.file, row.issue) in rows:
            message = f"the term on `{row.issue}` of `{row.file}` stands on the sheet twice"
            reader.note(node, "named-twice", message, "delete one of the two rows")
            continue
        if any(fault.severity == "error" and _row_at(fault.location.line, nodes) == number for fault in faults):
            row = row._replace(term=None, unread=True)
        rows[row.file, row.issue] = row
    return Sheet(coder, seed, drawn, tuple(rows.values()), tuple(in_order([*faults, *reader.findings])))


def _is_sheet(root: Entries) -> bool:
    """Whether a file says that it is a sheet, or has rows as one has."""
    terms = root.entries.get("terms")
    return "recode" in root.entries or (terms is not None and isinstance(terms.value, Items))


def _faults(root: Entries, rows: Sequence[Node], findings: Sequence[Finding]) -> Iterator[Finding]:
    """What is wrong with the YAML: all but keys that the sheet leaves empty, and that were not filled in."""
    for finding in findings:
        columns = {root.column}
        number = _row_at(finding.location.line, rows)
        row = rows[number] if number is not None else None
        coding = row.entries.get("coding") if isinstance(row, Entries) else None
        if coding is not None and finding.location.line > coding.key.line:
            columns = {coding.value.column}
        if finding.rule != "null-value" or finding.location.column not in columns:
            yield finding


def _row_at(line: int, rows: Sequence[Node]) -> int | None:
    """The number of the row in which a line lies."""
    return next((number for number, row in reversed(list(enumerate(rows))) if row.line <= line), None)


def _row(node: Node, agenda: Agenda, reader: FileReader) -> SheetRow | None:
    """A row; None, with findings, where it does not say of which term it is."""
    fields = reader.fields(node, _ROW, "a term on the sheet", ("statement", "issue"))
    file, id = reader.text(fields, "statement", words=False), reader.text(fields, "issue", words=False)
    fingerprint = reader.text(fields, "fingerprint", words=False)
    if file is None or id is None:
        return None
    coding, issue, before = fields.get("coding"), agenda.issues.get(id), reader.errors
    coded: Term | None = None
    note: str | None = None
    if coding is not None and not isinstance(coding, Entries):
        hint = "fill in the keys that posdiff recode sheet writes below it"
        reader.note(keyed(node, "coding"), "wrong-shape", "expected a mapping for `coding`", hint)
    elif coding is not None and issue is not None:
        values = {key: entry.value for key, entry in coding.entries.items()}
        if values.keys() - {"note"}:
            coded = term(coding, issue, agenda.issues, Context(None, {}), reader)
        elif isinstance(values.get("note"), Scalar):
            note = reader.text(values, "note")
    unread = reader.errors > before
    if coded is not None:
        note = coded.note
    return SheetRow(file, id, fingerprint, None if unread else coded, note, unread, reader.at(node))
