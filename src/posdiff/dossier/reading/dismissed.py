"""Passages of a source that were read and carry no term: under ``dismissed``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from posdiff.documents.nodes import Items, Node, described
from posdiff.dossier.reading.quotes import source_named
from posdiff.dossier.reading.schema import FileReader
from posdiff.dossier.reading.shapes import DismissedEntry
from posdiff.dossier.statement import Dismissed, DismissedReason, Source
from posdiff.kinds.forms import keys_of


def dismissed(fields: Mapping[str, Node], sources: Mapping[str, Source], reader: FileReader) -> tuple[Dismissed, ...]:
    """The passages that can be relied on; what is wrong with the others is a finding."""
    node = fields.get("dismissed")
    if node is None:
        return ()
    if not isinstance(node, Items):
        hint = "dismissed: [{text: …, source: KEY, reason: background}]"
        reader.note(node, "wrong-shape", f"expected a list of passages, found {described(node)}", hint)
        return ()
    read = (_passage(item, sources, reader) for item in node.items)
    return tuple(passage for passage in read if passage is not None)


def _passage(node: Node, sources: Mapping[str, Source], reader: FileReader) -> Dismissed | None:
    before = reader.errors
    values = reader.fields(node, keys_of(DismissedEntry), "a dismissed passage", ("text", "reason"))
    text, note = reader.text(values, "text", quote=True), reader.text(values, "note")
    reason: Any = reader.word(values, "reason", get_args(DismissedReason), "unclear")
    source = reader.text(values, "source", words=False)
    if source:
        source = source_named(values["source"], source, sources, reader)
    elif len(sources) == 1:
        source = next(iter(sources))
    if text is None or reader.errors > before:
        return None
    return Dismissed(text, source, reason, note, reader.at(node))
