"""Sources: where a statement or a draft can be read, and the page as it was read."""

import re
from collections.abc import Mapping
from typing import Any, get_args

from posdiff.documents.nodes import Node
from posdiff.dossier.reading.schema import FileReader, keyed
from posdiff.dossier.reading.shapes import SNAPSHOT_FILE, SNAPSHOT_HASH, SnapshotEntry, SourceEntry
from posdiff.dossier.statement import Snapshot, Source, SourceClass
from posdiff.kinds.forms import keys_of

_ADDRESS = re.compile(r"https?://[^\s<>\"]+\Z")


def sources(fields: Mapping[str, Node], statement: str, reader: FileReader) -> Mapping[str, Source]:
    """The sources of a file, by their keys."""
    return {
        key: _source(key, node, statement, reader)._replace(location=reader.at(keyed(fields["sources"], key)))
        for key, node in reader.identifiers(fields, "sources", "source").items()
    }


def _source(key: str, node: Node, statement: str, reader: FileReader) -> Source:
    values = reader.fields(node, keys_of(SourceEntry), f"the source {key}")
    for name in ("date", "accessed"):
        reader.day(values, name)
    known: Any = reader.word(values, "class", get_args(SourceClass), "") or None
    return Source(
        statement, key, reader.text(values, "title"), reader.text(values, "publisher"),
        reader.text(values, "date", words=False), _address(values, "url", reader),
        reader.text(values, "accessed", words=False), reader.text(values, "note"), reader.at(node),
        known, _address(values, "archive", reader), reader.truth(values, "described"),
        _snapshot(values.get("snapshot"), key, reader),
    )  # fmt: skip


def _address(values: Mapping[str, Node], key: str, reader: FileReader) -> str | None:
    address = reader.text(values, key, words=False)
    if address is None or _ADDRESS.match(address):
        return address
    reader.note(values[key], "bad-url", "expected an address that begins with https://", None)
    return None


def _snapshot(node: Node | None, source: str, reader: FileReader) -> Snapshot | None:
    """The page as it was read; None, with findings, where it could not be found or known again."""
    if node is None:
        return None
    values = reader.fields(node, keys_of(SnapshotEntry), f"the snapshot of {source}", ("file", "sha256"))
    file, sha256 = reader.text(values, "file", words=False), reader.text(values, "sha256", words=False)
    reader.day(values, "retrieved")
    if file and not re.match(SNAPSHOT_FILE, file):
        hint = "name it relative to that folder, as in page.html"
        reader.note(values["file"], "wrong-value", "`file` is a path within the folder `sources`", hint)
        file = None
    if sha256 and not re.match(SNAPSHOT_HASH, sha256):
        message = f"`sha256` is 64 hexadecimal digits in lower case, not `{sha256[:80]}`"
        reader.note(values["sha256"], "wrong-value", message, "write what sha256sum prints for the file")
        sha256 = None
    return Snapshot(file, sha256, reader.text(values, "retrieved", words=False)) if file and sha256 else None
