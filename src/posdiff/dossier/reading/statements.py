"""Statement and draft files."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from posdiff.documents.nodes import Entries, KeyValue, Node
from posdiff.dossier.agenda import Issue
from posdiff.dossier.read import ReadAgenda
from posdiff.dossier.reading.clauses import clauses
from posdiff.dossier.reading.dismissed import dismissed
from posdiff.dossier.reading.quotes import Context
from posdiff.dossier.reading.reactions import reactions
from posdiff.dossier.reading.schema import FileReader
from posdiff.dossier.reading.shapes import DraftFile, JointFile, StatementFile
from posdiff.dossier.reading.sources import sources
from posdiff.dossier.reading.terms import outcome, term
from posdiff.dossier.statement import NOTHING_CORRECTED, Draft, Outcome, Reference, Source, Statement
from posdiff.dossier.term import Term
from posdiff.findings.nearest import NotFound
from posdiff.kinds.forms import keys_of

STEM = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(-[a-z0-9-]+)?\Z")


#: What to do about a key of drafts in a statement.
_OF_DRAFTS = ("final", "previous", "outcomes", "clauses", "by")
_IN_DRAFTS = {key: f"`{key}` is for drafts, which stand in drafts/" for key in _OF_DRAFTS}


class _Head(NamedTuple):
    day: int
    title: str | None
    speaker: str | None
    standing: Any
    sources: Mapping[str, Source]
    note: str | None
    coded_by: tuple[str, ...]
    checked_by: tuple[str, ...]


def read_statement(root: Entries, id: str, party: str | None, read: ReadAgenda, reader: FileReader) -> Statement | None:
    """The statement in a file; ``party`` is its folder's, None for a joint one. None when it has no day or party."""
    joint = party is None
    keys = keys_of(JointFile if joint else StatementFile)
    fields = reader.fields(root, keys, "a statement", ("date",), elsewhere=_IN_DRAFTS)
    parties: tuple[str, ...] = (party,) if party else ()
    if joint:
        parties = _parties(fields, root, read, reader)
    head = _head(fields, id, reader)
    context = Context(head.day, head.sources) if head else Context(None, {})
    terms: dict[str, Term] = {}
    named: dict[str, Node] = {}
    for issue, entry in _on_issues(fields, "terms", read, reader):
        named[issue.id] = entry.key
        stated = term(entry.value, issue, read.agenda.issues, context, reader)
        if stated and entry.sound:
            terms[issue.id] = stated._replace(location=reader.at(entry.key))
    reaffirms = _references(fields, "reaffirms", read, named, reader)
    withdraws = _references(fields, "withdraws", read, named, reader)
    said_of_drafts = reactions(fields, read.agenda, read.broken, context, reader)
    set_aside = dismissed(fields, context.sources, reader)
    if not any(key in fields for key in ("terms", "reaffirms", "withdraws", "reactions", "dissents")):
        hint = "add `terms:`, `reaffirms:` or `withdraws:`"
        reader.note(root, "says-nothing", "the statement says nothing on any issue", hint)
    if head is None or not parties:
        return None
    return Statement(
        id, head.day, parties, head.title, head.speaker, head.standing, head.note, head.sources, terms,
        reaffirms, withdraws, reader.at(root), _corrects(fields, read, reader),
        head.coded_by, head.checked_by, said_of_drafts, set_aside, _dissents(fields, read, reader),
    )  # fmt: skip


def read_draft(root: Entries, id: str, read: ReadAgenda, reader: FileReader) -> Draft | None:
    """The draft agreement in a file; None when it has no day."""
    fields = reader.fields(root, keys_of(DraftFile), "a draft", ("date", "by", "outcomes"))
    head = _head(fields, id, reader)
    by = reader.people(fields, "by")
    context = Context(head.day, head.sources) if head else Context(None, {})
    outcomes: dict[str, Outcome] = {}
    for issue, entry in _on_issues(fields, "outcomes", read, reader):
        settled = outcome(entry.value, issue, context, reader)
        if settled and entry.sound:
            outcomes[issue.id] = settled._replace(location=reader.at(entry.key))
    passages, unread = clauses(fields, read, reader)
    final = reader.truth(fields, "final")
    previous = reader.text(fields, "previous", words=False)
    if head is None:
        return None
    return Draft(
        id, head.day, head.title, head.speaker, head.standing, by, head.note, head.sources, outcomes, reader.at(root),
        _corrects(fields, read, reader), final,
        Reference(previous, reader.at(fields["previous"])) if previous is not None else None,
        head.coded_by, head.checked_by, passages, unread,
    )  # fmt: skip


def _on_issues(
    fields: Mapping[str, Node], key: str, read: ReadAgenda, reader: FileReader
) -> Iterator[tuple[Issue, KeyValue]]:
    """The entries of a mapping of issues. One that the agenda lacks is a finding, unless it could not be read there."""
    node = fields.get(key)
    if node is not None and not isinstance(node, Entries):
        reader.fields(node, (), f"the {key}")
    elif node is not None:
        for name, entry in node.entries.items():
            issue = read.agenda.issues.get(name)
            if issue is not None:
                yield issue, entry
            elif name not in read.broken:
                hint = NotFound(name, read.agenda.issues)
                reader.note(entry.key, "unknown-issue", f"no issue `{name}` in the agenda", hint)


def _parties(fields: Mapping[str, Node], root: Node, read: ReadAgenda, reader: FileReader) -> tuple[str, ...]:
    if "parties" not in fields or reader.items(fields["parties"]) == ():
        hint = "add `parties: [one, other]`"
        reader.note(fields.get("parties", root), "missing-key", "a joint statement needs `parties`", hint)
        return ()
    parties = []
    for name in reader.names(fields, "parties"):
        if name.text in read.agenda.parties:
            parties.append(name.text)
        elif name.text not in read.broken:
            near = NotFound(name.text, read.agenda.parties)
            reader.note(name, "unknown-party", f"no party `{name.text}` in the agenda", near)
    return tuple(parties)


def _head(fields: Mapping[str, Node], id: str, reader: FileReader) -> _Head | None:
    """What statements and drafts begin with; None when there is no day."""
    day = reader.day(fields, "date")
    stem = STEM.match(id.rsplit("/", 1)[-1])
    if day is not None and stem:
        from datetime import date

        written = date.fromordinal(day).isoformat()
        if written != stem[1]:
            message = f"the date {written} differs from the {stem[1]} in the file's name"
            reader.note(fields["date"], "date-differs", message, "correct the date, or rename the file")
    standing = reader.word(fields, "standing", ("stated", "reported"), "stated")
    title, speaker, note = reader.text(fields, "title"), reader.text(fields, "speaker"), reader.text(fields, "note")
    named = sources(fields, id, reader)
    coded_by, checked_by = reader.people(fields, "coded-by"), reader.people(fields, "checked-by")
    return None if day is None else _Head(day, title, speaker, standing, named, note, coded_by, checked_by)


def _corrects(fields: Mapping[str, Node], read: ReadAgenda, reader: FileReader) -> Mapping[str, str]:
    """Why a file that was recorded before was changed: for the whole of it (under no id), or issue by issue."""
    node = fields.get("corrects")
    if node is None:
        return NOTHING_CORRECTED
    if not isinstance(node, Entries):
        reason = reader.text(fields, "corrects")
        return {"": reason} if reason else NOTHING_CORRECTED
    reasons = {}
    for issue, entry in _on_issues(fields, "corrects", read, reader):
        reason = reader.text({issue.id: entry.value}, issue.id)
        if reason:
            reasons[issue.id] = reason
    return reasons


def _dissents(fields: Mapping[str, Node], read: ReadAgenda, reader: FileReader) -> tuple[Reference, ...]:
    """The issues under ``dissents``. One that the agenda lacks is a finding, unless it could not be read there."""
    named = []
    for name in reader.names(fields, "dissents"):
        if name.text in read.agenda.issues:
            named.append(Reference(name.text, reader.at(name)))
        elif name.text not in read.broken:
            near = NotFound(name.text, read.agenda.issues)
            reader.note(name, "unknown-issue", f"no issue `{name.text}` in the agenda", near)
    return tuple(named)


def _references(
    fields: Mapping[str, Node],
    key: str,
    read: ReadAgenda,
    named: dict[str, Node],
    reader: FileReader,
) -> tuple[Reference, ...]:
    """The issues, statements or ``all`` under ``reaffirms`` or ``withdraws``. Statements are looked up by the fold."""
    references = []
    for name in reader.names(fields, key):
        text = name.text
        if text in read.agenda.issues:
            if text in named:
                first = named[text]
                message = f"`{text}` is named under `{key}` and, on line {first.line}, under another key"
                hint = "name an issue under only one of `terms`, `reaffirms`, `withdraws`"
                reader.note(name, "issue-twice", message, hint)
                continue
            named[text] = name
        elif text != "all" and not (key == "reaffirms" and STEM.match(text.removeprefix("joint/"))):
            if text not in read.broken:
                what = "issue or statement" if key == "reaffirms" else "issue"
                reader.note(name, "unknown-issue", f"no {what} `{text}`", NotFound(text, read.agenda.issues))
            continue
        references.append(Reference(text, reader.at(name)))
    return tuple(references)
