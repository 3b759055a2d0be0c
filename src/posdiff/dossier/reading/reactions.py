"""What a party said of drafts: under ``reactions``, by the draft's id."""

from collections.abc import Mapping
from typing import Any, get_args

from posdiff.documents.nodes import Entries, Node, described
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.reading.quotes import Context, quotes
from posdiff.dossier.reading.schema import FileReader
from posdiff.dossier.reading.shapes import ReactionEntry
from posdiff.dossier.reading.terms import cited
from posdiff.dossier.statement import Reaction, ReactionWord
from posdiff.findings.nearest import NotFound
from posdiff.kinds.forms import keys_of

_WORDS = get_args(ReactionWord)


def reactions(
    fields: Mapping[str, Node], agenda: Agenda, broken: frozenset[str], context: Context, reader: FileReader
) -> dict[str, Reaction]:
    """The reactions in a statement that can be relied on. Whether there are such drafts is looked at with all files."""
    node = fields.get("reactions")
    if node is None:
        return {}
    if not isinstance(node, Entries):
        hint = "reactions: {2024-06-14-plan: {reaction: rejects}}"
        reader.note(node, "wrong-shape", f"expected a mapping of drafts, found {described(node)}", hint)
        return {}
    read = {}
    for draft, entry in node.entries.items():
        before = reader.errors
        values = reader.fields(entry.value, keys_of(ReactionEntry), f"a reaction to {draft}", ("reaction",))
        word: Any = reader.word(values, "reaction", _WORDS, "reserves")
        issues = _issues(values, agenda, broken, reader)
        quoted, note = quotes(values, context, reader), reader.text(values, "note")
        cites = cited(values, quoted, context.sources, entry.value, reader)
        if entry.sound and reader.errors == before:
            read[draft] = Reaction(draft, word, issues, quoted, cites, note, reader.at(entry.key))
    return read


def _issues(values: Mapping[str, Node], agenda: Agenda, broken: frozenset[str], reader: FileReader) -> tuple[str, ...]:
    """The issues to which a reaction is narrowed, in the agenda's order; none: it is to the whole draft."""
    named = reader.names(values, "issues")
    for name in named:
        if name.text not in agenda.issues and name.text not in broken:
            hint = NotFound(name.text, agenda.issues)
            reader.note(name, "unknown-issue", f"no issue `{name.text}` in the agenda", hint)
    texts = {name.text for name in named}
    return tuple(issue for issue in agenda.issues if issue in texts)
