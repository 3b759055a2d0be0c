"""Statement and draft files."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from posdiff.documents.nodes import Entries, Entry, Node
from posdiff.dossier.agenda import Agenda, Issue
from posdiff.dossier.reading.schema import File, keyed
from posdiff.dossier.reading.shapes import DraftFile, JointFile, SourceEntry, StatementFile
from posdiff.dossier.reading.terms import clause, term
from posdiff.dossier.statement import NOTHING_CORRECTED, Clause, Draft, Reference, Source, Statement
from posdiff.dossier.term import Term
from posdiff.findings.nearest import suggestion
from posdiff.kinds.forms import keys_of

STEM = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(-[a-z0-9-]+)?\Z")


class _Head(NamedTuple):
    day: int
    title: str | None
    speaker: str | None
    standing: Any
    sources: Mapping[str, Source]
    note: str | None


def read_statement(
    root: Entries, id: str, party: str | None, agenda: Agenda, broken: frozenset[str], file: File
) -> Statement | None:
    """The statement in a file; ``party`` is its folder's, None for a joint one. None when it has no day or party."""
    joint = party is None
    fields = file.fields(root, keys_of(JointFile if joint else StatementFile), "a statement", ("date",))
    parties: tuple[str, ...] = (party,) if party else ()
    if joint:
        parties = _parties(fields, root, agenda, broken, file)
    head = _head(fields, id, file)
    terms: dict[str, Term] = {}
    named: dict[str, Node] = {}
    for issue, entry in _on_issues(fields, "terms", agenda, broken, file):
        named[issue.id] = entry.key
        found = term(entry.value, issue, agenda.issues, head.sources if head else {}, file)
        if found and entry.sound:
            terms[issue.id] = found._replace(location=file.at(entry.key))
    reaffirms = _references(fields, "reaffirms", agenda, broken, named, file)
    withdraws = _references(fields, "withdraws", agenda, broken, named, file)
    if not any(key in fields for key in ("terms", "reaffirms", "withdraws")):
        hint = "add `terms:`, `reaffirms:` or `withdraws:`"
        file.note(root, "says-nothing", "the statement says nothing on any issue", hint)
    if head is None or not parties:
        return None
    return Statement(
        id, head.day, parties, head.title, head.speaker, head.standing, head.note, head.sources, terms,
        reaffirms, withdraws, file.at(root), _corrects(fields, agenda, broken, file),
    )  # fmt: skip


def read_draft(root: Entries, id: str, agenda: Agenda, broken: frozenset[str], file: File) -> Draft | None:
    """The draft agreement in a file; None when it has no day."""
    fields = file.fields(root, keys_of(DraftFile), "a draft", ("date", "by", "outcomes"))
    head = _head(fields, id, file)
    by = tuple(name.text for name in file.names(fields, "by"))
    clauses: dict[str, Clause] = {}
    for issue, entry in _on_issues(fields, "outcomes", agenda, broken, file):
        found = clause(entry.value, issue, head.sources if head else {}, file)
        if found and entry.sound:
            clauses[issue.id] = found._replace(location=file.at(entry.key))
    if head is None:
        return None
    return Draft(
        id, head.day, head.title, head.speaker, head.standing, by, head.note, head.sources, clauses, file.at(root),
        _corrects(fields, agenda, broken, file),
    )  # fmt: skip


def _on_issues(
    fields: Mapping[str, Node], key: str, agenda: Agenda, broken: frozenset[str], file: File
) -> Iterator[tuple[Issue, Entry]]:
    """The entries of a mapping of issues. An issue that the agenda has not is a finding, unless it is broken there."""
    node = fields.get(key)
    if node is not None and not isinstance(node, Entries):
        file.fields(node, (), f"the {key}")
    elif node is not None:
        for name, entry in node.entries.items():
            issue = agenda.issues.get(name)
            if issue is not None:
                yield issue, entry
            elif name not in broken:
                hint = suggestion(name, agenda.issues)
                file.note(entry.key, "unknown-issue", f"no issue `{name}` in the agenda", hint)


def _parties(
    fields: Mapping[str, Node], root: Node, agenda: Agenda, broken: frozenset[str], file: File
) -> tuple[str, ...]:
    if "parties" not in fields or file.items(fields["parties"]) == ():
        hint = "add `parties: [one, other]`"
        file.note(fields.get("parties", root), "missing-key", "a joint statement needs `parties`", hint)
        return ()
    found = []
    for name in file.names(fields, "parties"):
        if name.text in agenda.parties:
            found.append(name.text)
        elif name.text not in broken:
            hint = suggestion(name.text, agenda.parties)
            file.note(name, "unknown-party", f"no party `{name.text}` in the agenda", hint)
    return tuple(found)


def _head(fields: Mapping[str, Node], id: str, file: File) -> _Head | None:
    """What statements and drafts begin with; None when there is no day."""
    day = file.day(fields, "date")
    stem = STEM.match(id.rsplit("/", 1)[-1])
    if day is not None and stem:
        from datetime import date

        written = date.fromordinal(day).isoformat()
        if written != stem[1]:
            message = f"the date {written} differs from the {stem[1]} in the file's name"
            file.note(fields["date"], "date-differs", message, "correct the date, or rename the file")
    standing = file.word(fields, "standing", ("stated", "reported"), "stated")
    sources: dict[str, Source] = {}
    for key, node in file.identifiers(fields, "sources", "source").items():
        values = file.fields(node, keys_of(SourceEntry), f"the source {key}")
        url = file.text(values, "url")
        if url is not None and not re.match(r"https?://[^\s<>\"]+\Z", url):
            file.note(values["url"], "bad-url", "expected an address that begins with https://", None)
            url = None
        for name in ("date", "accessed"):
            file.day(values, name)
        sources[key] = Source(
            id, key, file.text(values, "title"), file.text(values, "publisher"), file.text(values, "date"), url,
            file.text(values, "accessed"), file.text(values, "note"), file.at(keyed(fields["sources"], key)),
        )  # fmt: skip
    title, speaker, note = file.text(fields, "title"), file.text(fields, "speaker"), file.text(fields, "note")
    return None if day is None else _Head(day, title, speaker, standing, sources, note)


def _corrects(fields: Mapping[str, Node], agenda: Agenda, broken: frozenset[str], file: File) -> Mapping[str, str]:
    """Why a file that was recorded before was changed: for the whole of it (under no id), or issue by issue."""
    node = fields.get("corrects")
    if node is None:
        return NOTHING_CORRECTED
    if not isinstance(node, Entries):
        reason = file.text(fields, "corrects")
        return {"": reason} if reason else NOTHING_CORRECTED
    found = {}
    for issue, entry in _on_issues(fields, "corrects", agenda, broken, file):
        reason = file.text({issue.id: entry.value}, issue.id)
        if reason:
            found[issue.id] = reason
    return found


def _references(
    fields: Mapping[str, Node], key: str, agenda: Agenda, broken: frozenset[str], named: dict[str, Node], file: File
) -> tuple[Reference, ...]:
    """The issues, statements or ``all`` under ``reaffirms`` or ``withdraws``. Statements are looked up by the fold."""
    found = []
    for name in file.names(fields, key):
        text = name.text
        if text in agenda.issues:
            if text in named:
                first = named[text]
                message = f"`{text}` is named under `{key}` and, on line {first.line}, under another key"
                hint = "name an issue under only one of `terms`, `reaffirms`, `withdraws`"
                file.note(name, "issue-twice", message, hint)
                continue
            named[text] = name
        elif text != "all" and not (key == "reaffirms" and STEM.match(text.removeprefix("joint/"))):
            if text not in broken:
                what = "issue or statement" if key == "reaffirms" else "issue"
                file.note(name, "unknown-issue", f"no {what} `{text}`", suggestion(text, agenda.issues))
            continue
        found.append(Reference(text, file.at(name)))
    return tuple(found)
