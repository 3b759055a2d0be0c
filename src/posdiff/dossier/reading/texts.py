"""Every text that somebody wrote in a file, with what it is and where it stands.

Files are read as they are written, and not as the model has them: it keeps a place for terms, and none for a note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from posdiff.documents.nodes import Entries, Items, Node, Scalar
from posdiff.documents.parsing import parse
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.sources.tree import AGENDAS
from posdiff.findings.location import Location

TextKind = Literal[
    "agenda-title", "party-name", "alias", "group", "topic-title", "step-title", "issue-title", "question",
    "option-title", "member-title", "unlimited", "statement-title", "draft-title", "speaker", "by", "quote",
    "translation", "says", "dismissed",
    "note", "why", "corrects", "source-title", "publisher", "url", "coded-by", "checked-by", "clause-title", "clause",
]  # fmt: skip


class TextInFile(NamedTuple):
    """A text, what it is, and its place. ``issue`` and ``party`` are ids of the agenda, where it is about one."""

    kind: TextKind
    text: str
    location: Location
    issue: str | None = None
    party: str | None = None


#: What stands under which keys; ``*`` is an id, and a list counts for nothing.
_AGENDA: Mapping[tuple[str, ...], TextKind] = {
    ("title",): "agenda-title",
    ("note",): "note",
    ("parties", "*", "name"): "party-name",
    ("parties", "*", "aliases"): "alias",
    ("parties", "*", "group"): "group",
    ("parties", "*", "note"): "note",
    ("topics", "*"): "topic-title",
    ("steps", "*"): "step-title",
    ("steps", "*", "title"): "step-title",
    ("steps", "*", "why"): "why",
    ("steps", "*", "note"): "note",
    ("issues", "*", "title"): "issue-title",
    ("issues", "*", "question"): "question",
    ("issues", "*", "note"): "note",
    ("issues", "*", "options", "*"): "option-title",
    ("issues", "*", "members", "*"): "member-title",
    ("issues", "*", "unlimited"): "unlimited",
    ("rules", "why"): "why",
    ("rules", "note"): "note",
}
_HEAD: Mapping[tuple[str, ...], TextKind] = {
    ("speaker",): "speaker",
    ("note",): "note",
    ("coded-by",): "coded-by",
    ("checked-by",): "checked-by",
    ("corrects",): "corrects",
    ("corrects", "*"): "corrects",
    ("sources", "*", "title"): "source-title",
    ("sources", "*", "publisher"): "publisher",
    ("sources", "*", "url"): "url",
    ("sources", "*", "archive"): "url",
    ("sources", "*", "note"): "note",
}
_ABOUT: Mapping[tuple[str, ...], TextKind] = {
    ("quote",): "quote",
    ("quote", "text"): "quote",
    ("quote", "translation"): "translation",
    ("quote", "speaker"): "speaker",
    ("says",): "says",
    ("note",): "note",
}
_STATEMENT: Mapping[tuple[str, ...], TextKind] = {
    ("title",): "statement-title",
    **_HEAD,
    ("terms", "*"): "says",
    ("terms", "*", "alternatives"): "says",
    **{("terms", "*", *key): kind for key, kind in _ABOUT.items()},
    **{("terms", "*", "alternatives", *key): kind for key, kind in _ABOUT.items()},
    **{("reactions", "*", *key): kind for key, kind in _ABOUT.items() if key != ("says",)},
    ("dismissed", "text"): "dismissed",
    ("dismissed", "note"): "note",
}
_DRAFT: Mapping[tuple[str, ...], TextKind] = {
    ("title",): "draft-title",
    ("by",): "by",
    **_HEAD,
    ("outcomes", "*"): "says",
    **{("outcomes", "*", *key): kind for key, kind in _ABOUT.items()},
    ("outcomes", "*", "options"): "says",
    ("outcomes", "*", "options", "says"): "says",
    ("outcomes", "*", "options", "by"): "by",
    ("outcomes", "*", "options", "text"): "quote",
    ("outcomes", "*", "options", "note"): "note",
    ("clauses", "title"): "clause-title",
    ("clauses", "text"): "clause",
    ("clauses", "by"): "by",
    ("clauses", "note"): "note",
}
#: Under which keys the next one is an id.
_OF_IDS = (
    "parties", "topics", "steps", "issues", "options", "members", "sources", "terms", "outcomes", "corrects",
    "reactions",
)  # fmt: skip
_OF_ISSUES = ("issues", "terms", "outcomes", "corrects")


def texts_of(file: str, text: str, agenda: Agenda) -> Iterator[TextInFile]:
    """The texts of a file of positions, in its order. None where the file is no YAML."""
    root = parse(text.encode("utf-8", "surrogatepass"), file).root
    if root is None:
        return
    for path, scalar in _scalars(root, ()):
        kind = known(file, path)
        if kind is None or not scalar.text.strip():
            continue
        issue = path[1] if len(path) > 1 and path[0] in _OF_ISSUES and path[1] in agenda.issues else None
        if kind == "says" and path[-1] != "says" and (issue is None or agenda.issues[issue].space.comparable):
            continue  # the short form of another kind of issue: ids and numbers
        party = path[1] if path[0] == "parties" and len(path) > 1 and path[1] in agenda.parties else None
        if kind == "by" and scalar.text in agenda.parties:
            continue
        yield TextInFile(kind, scalar.text, Location(file, scalar.line, scalar.column), issue, party)


def known(file: str, path: tuple[str, ...]) -> TextKind | None:
    """What text stands in a file under these keys, the places in lists left out; None where there is none."""
    pattern: list[str] = []
    for key in path:
        # The options of an issue have ids; those of a draft's outcome are a list.
        named = bool(pattern) and pattern[-1] in _OF_IDS and pattern != ["outcomes", "*", "options"]
        pattern.append("*" if named else key)
    kinds = _AGENDA if file in AGENDAS else _DRAFT if file.startswith("drafts/") else _STATEMENT
    return kinds.get(tuple(pattern))


def _scalars(node: Node, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Scalar]]:
    """The values in a node that are text, each with the keys that lead to it."""
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Items):
        for item in node.items:
            yield from _scalars(item, path)
    elif isinstance(node, Entries):
        for name, entry in node.entries.items():
            yield from _scalars(entry.value, (*path, name))
