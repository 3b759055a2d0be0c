"""Quotes: words, or words with who said them, when and where, or a list of these."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from posdiff.documents.nodes import Entries, Items, Node
from posdiff.dossier import languages
from posdiff.dossier.reading.schema import FileReader
from posdiff.dossier.reading.shapes import QuoteEntry
from posdiff.dossier.statement import Source
from posdiff.dossier.term import QuotedWords
from posdiff.findings.nearest import NotFound
from posdiff.kinds.forms import keys_of


class Context(NamedTuple):
    """What a term takes from its file: the day (an ordinal; None where it has none that can be read), the sources."""

    day: int | None
    sources: Mapping[str, Source]


def quotes(fields: Mapping[str, Node], context: Context, reader: FileReader) -> tuple[QuotedWords, ...]:
    """All that stands under ``quote``, in the order in which it was written, each once.

    What is wrong in a quote leaves that out, and not the term that it stands in.
    """
    node = fields.get("quote")
    if node is None:
        return ()
    errors = reader.errors
    if isinstance(node, Items) and not node.items:
        reader.note(node, "empty-list", "`quote` is an empty list", "write the words, or delete the key")
    read = [_quote(item, context, reader) for item in reader.items(node)]
    reader.errors = errors
    return tuple(dict.fromkeys(quote for quote in read if quote))


def source_named(node: Node, name: str, sources: Mapping[str, Source], reader: FileReader) -> str | None:
    """The key of a source, if the file has it; else that is a finding."""
    if name in sources:
        return name
    reader.note(node, "unknown-source", f"no source `{name}` in this statement", NotFound(name, sources))
    return None


def _quote(node: Node, context: Context, reader: FileReader) -> QuotedWords | None:
    errors = reader.errors
    if not isinstance(node, Entries):
        text = reader.text({"quote": node}, "quote", quote=True)
        return QuotedWords(text) if text and reader.errors == errors else None
    values = reader.fields(node, keys_of(QuoteEntry), "a quote", ("text",))
    text, translation = reader.text(values, "text", quote=True), reader.text(values, "translation", quote=True)
    speaker = reader.text(values, "speaker")
    source = reader.text(values, "source", words=False)
    if source:
        source = source_named(values["source"], source, context.sources, reader)
    said, language = _said(values, context, reader), _language(values, reader)
    if not text or reader.errors > errors or not all(entry.sound for entry in node.entries.values()):
        return None
    return QuotedWords(text, speaker, said, source, language, translation)


def _said(values: Mapping[str, Node], context: Context, reader: FileReader) -> int | None:
    """The day on which the words were said; it cannot be later than the statement that they are quoted for."""
    said = reader.day(values, "said")
    if said is None or context.day is None or said <= context.day:
        return said
    quoted, stated = (date.fromordinal(day).isoformat() for day in (said, context.day))
    message = f"the quote was said on {quoted}, after the day of this file, {stated}"
    reader.note(values["said"], "quote-date", message, "correct one of the two days")
    return None


def _language(values: Mapping[str, Node], reader: FileReader) -> str | None:
    tag = reader.text(values, "language", words=False)
    if tag is None or languages.known(tag):
        return tag
    reader.note(values["language"], "unknown-language", f"no language has the tag `{tag[:80]}`", languages.hint(tag))
    return None
