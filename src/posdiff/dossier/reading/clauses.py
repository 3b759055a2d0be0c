"""The words of a draft: under ``clauses``, passage by passage in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any, get_args

from posdiff.documents.nodes import Items, Node, Scalar, described
from posdiff.dossier import brackets
from posdiff.dossier.read import ReadAgenda
from posdiff.dossier.reading.schema import FileReader
from posdiff.dossier.reading.shapes import CLAUSE_ID, LONGEST_CLAUSE, ClauseEntry
from posdiff.dossier.statement import Clause, ClauseStatus
from posdiff.findings.nearest import NotFound
from posdiff.kinds.forms import keys_of

_ID = re.compile(CLAUSE_ID)


def clauses(fields: Mapping[str, Node], read: ReadAgenda, reader: FileReader) -> tuple[tuple[Clause, ...], int]:
    """The clauses of a draft that can be relied on, and how many others there are: what is wrong there is a finding."""
    node = fields.get("clauses")
    if node is None:
        return (), 0
    if not isinstance(node, Items):
        hint = "clauses: [{id: 1, text: …, settles: [issue]}]"
        reader.note(node, "wrong-shape", f"expected a list of clauses, found {described(node)}", hint)
        return (), 1
    named: dict[str, Node] = {}
    found = [_clause(item, fields, named, read, reader) for item in node.items]
    read_ones = tuple(clause for clause in found if clause is not None)
    return read_ones, len(found) - len(read_ones)


def _clause(
    node: Node, draft: Mapping[str, Node], named: dict[str, Node], read: ReadAgenda, reader: FileReader
) -> Clause | None:
    before = reader.errors
    fields = reader.fields(node, keys_of(ClauseEntry), "a clause", ("id", "text"))
    id = reader.text(fields, "id", words=False)
    if id is not None:
        _known(id, fields["id"], named, reader)
    text = _words(fields, reader)
    settles = _settles(fields, draft, read, reader)
    status: Any = reader.word(fields, "status", get_args(ClauseStatus), "open") if "status" in fields else None
    title, by, note = reader.text(fields, "title"), reader.people(fields, "by"), reader.text(fields, "note")
    if id is None or text is None or reader.errors > before:
        return None
    return Clause(id, title, text, settles, status, by, note, reader.at(node))


def _known(id: str, node: Node, named: dict[str, Node], reader: FileReader) -> None:
    """Whether an id may be one, and stands once."""
    if not _ID.match(id):
        hint = "letters, digits, dots, hyphens and brackets without blanks, 40 at most: 3, 7a, 2.1, art-5(2)"
        reader.note(node, "bad-id", f"`{id[:60]}` cannot be the id of a clause", hint)
    elif id in named:
        hint = "give each clause an id of its own: versions are matched by it"
        reader.note(node, "clause-twice", f"the clause `{id}` stands on line {named[id].line} already", hint)
    else:
        named[id] = node


def _words(fields: Mapping[str, Node], reader: FileReader) -> str | None:
    """The words of a clause, with whole brackets."""
    text = reader.text(fields, "text", quote=True)
    if text is None:
        return None
    if len(text) > LONGEST_CLAUSE:
        hint = "cut it into clauses of their own, each with the issues that it settles"
        message = f"`text` has {len(text):,} characters; a clause has {LONGEST_CLAUSE:,} at most"
        reader.note(fields["text"], "wrong-value", message, hint)
        return None
    wrong = brackets.fault(text)
    if wrong is not None:
        hint = f"open and close each bracket of the paper, at most {brackets.DEEPEST} one in another"
        reader.note(fields["text"], "clause-brackets", wrong, hint)
        return None
    return text.rstrip("\n")


def _settles(
    fields: Mapping[str, Node], draft: Mapping[str, Node], read: ReadAgenda, reader: FileReader
) -> tuple[str, ...]:
    """The issues that a clause settles, in the order in which it names them: those of the draft's outcomes."""
    issues = []
    for name in reader.names(fields, "settles"):
        if name.text in read.agenda.issues:
            if name.text in _settled(draft):
                issues.append(name.text)
                continue
            hint = f"add the outcome under `outcomes:`, or delete `{name.text}` here"
            message = f"the clause settles `{name.text}`, on which the draft has no outcome"
            reader.note(name, "clause-without-outcome", message, hint)
        elif name.text not in read.broken:
            near = NotFound(name.text, read.agenda.issues)
            reader.note(name, "unknown-issue", f"no issue `{name.text}` in the agenda", near)
    return tuple(issues)


def _settled(draft: Mapping[str, Node]) -> Collection[str]:
    """The issues of a draft's outcomes, those that could not be read among them."""
    outcomes = draft.get("outcomes")
    return () if outcomes is None or isinstance(outcomes, Items | Scalar) else outcomes.entries.keys()
