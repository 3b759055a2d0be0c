"""Terms, alternatives, conditions and clauses: a node to what it accepts, in the words of its issue's kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from posdiff.documents.nodes import Entries, Items, Node, described
from posdiff.dossier.agenda import Issue
from posdiff.dossier.reading.schema import File, plain
from posdiff.dossier.reading.shapes import AlternativeEntry, OutcomeEntry, TermEntry
from posdiff.dossier.region import in_agenda_order
from posdiff.dossier.statement import Clause, Source
from posdiff.dossier.term import FIRMNESS, Condition, Offer, Term
from posdiff.findings.nearest import suggestion
from posdiff.kinds.forms import keys_of
from posdiff.kinds.kind import Piece, Problem, Words

_TERM_KEYS = tuple(key for key in keys_of(TermEntry) if key != "prefers")  # not every kind knows one
_OFFER_KEYS, _CLAUSE_KEYS = keys_of(AlternativeEntry), keys_of(OutcomeEntry)
_IF_ON_TERM = (
    "for an offer that is made only where other issues come out so, put it under `alternatives` with that `if`; "
    "for a demand that binds only there, write `applies_if`"
)


def term(
    node: Node, issue: Issue, issues: Mapping[str, Issue], sources: Mapping[str, Source], file: File
) -> Term | None:
    """A party's term on an issue; None, with findings, when it cannot be relied on."""
    before = len(file.findings)
    space = issue.space
    if not isinstance(node, Entries):
        piece = _bare(node, issue, file)
        if piece is None or _errors(file, before):
            return None
        named = _sources({}, sources, node, file)
        bare = (Offer(_piece(piece), (), None, named),)
        return Term(issue.id, bare, (), "firm", False, None, False, None, None, named, None, file.at(node))
    target = ("prefers",) if space.prefers else ()
    about = f"a term on the {space.kind} issue {issue.id}"
    fields = file.fields(node, (*space.says, *_TERM_KEYS, *target), about, refused=("if",))
    if "if" in fields:
        file.note(node.entries["if"].key, "if-on-a-term", "a term itself cannot have an `if`", _IF_ON_TERM)
    quote, note = file.text(fields, "quote"), file.text(fields, "note")
    named = _sources(fields, sources, node, file)
    offers: tuple[Offer, ...] = ()
    said = {key: fields[key] for key in fields if key in space.says}
    if said:
        piece = _read(said, node, issue, file)
        if piece is not None:
            offers = (Offer(_piece(piece), (), quote, named, note),)
    elif "alternatives" not in fields and "if" not in fields and fields.keys() >= node.entries.keys():
        hint = f"write one of {', '.join(sorted(space.says))}"
        file.note(node, "no-offer", f"the term on {issue.id} does not say what is accepted", hint)
    offers += _alternatives(fields.get("alternatives"), issue, issues, sources, file)
    applies: Condition = ()
    if "applies_if" in fields:
        applies = condition(fields["applies_if"], issues, issue, file) or ()
    prefers = _target(fields, issue, offers, file)
    firmness: Any = file.word(fields, "firmness", FIRMNESS, "firm")
    vague, adds, expires = file.truth(fields, "vague"), file.truth(fields, "adds"), file.day(fields, "expires")
    if _errors(file, before) or not offers:
        return None
    return Term(
        issue.id, offers, applies, firmness, vague, prefers, adds, expires, quote, named, note, file.at(node)
    )  # fmt: skip


def clause(node: Node, issue: Issue, sources: Mapping[str, Source], file: File) -> Clause | None:
    """What a draft would settle on an issue; None, with findings, when it cannot be relied on."""
    before = len(file.findings)
    fields: dict[str, Node] = {}
    if isinstance(node, Entries):
        known = (*issue.space.says, *_CLAUSE_KEYS)
        fields = file.fields(node, known, f"an outcome on the {issue.space.kind} issue {issue.id}")
        said = {key: fields[key] for key in fields if key in issue.space.says}
        piece = _read(said, node, issue, file) if said else None
        if not said:
            hint = f"write one of {', '.join(sorted(issue.space.says))}"
            file.note(node, "no-offer", f"the outcome on {issue.id} is not stated", hint)
    else:
        piece = _bare(node, issue, file, draft=True)
    named = _sources(fields, sources, node, file)
    quote, note = file.text(fields, "quote"), file.text(fields, "note")
    if piece is None or _errors(file, before):
        return None
    return Clause(issue.id, _piece(piece), quote, named, note, file.at(node))


def condition(node: Node, issues: Mapping[str, Issue], own: Issue | None, file: File) -> Condition | None:
    """The pieces under ``if``, ``applies_if`` or ``then``, by issue; None, with findings, when one is wrong."""
    if not isinstance(node, Entries) or not node.entries:
        hint = "write `{issue: what it accepts}`"
        file.note(node, "wrong-shape", f"expected a mapping of issues, found {described(node)}", hint)
        return None
    before = len(file.findings)
    pieces: list[tuple[str, Piece]] = []
    for name, entry in node.entries.items():
        issue = issues.get(name)
        if issue is None:
            file.note(entry.key, "unknown-issue", f"no issue `{name}` in the agenda", suggestion(name, issues))
            continue
        if not issue.space.comparable:
            hint = "name an issue whose outcomes a program can compare"
            file.note(
                entry.key, "condition-on-text", f"`{name}` is a text issue, on which no condition can depend", hint
            )
            continue
        if own is not None and name == own.id:
            hint = "a condition is about other issues; for this one, say what is accepted"
            file.note(entry.key, "condition-on-itself", f"the term on `{name}` depends on `{name}` itself", hint)
            continue
        value = entry.value
        if isinstance(value, Entries):
            said = file.fields(value, sorted(issue.space.says), f"a condition on the {issue.space.kind} issue {name}")
            piece = _read(said, value, issue, file) if said else None
            if not said:
                hint = f"write one of {', '.join(sorted(issue.space.says))}"
                file.note(value, "no-offer", f"the condition on {name} names no outcome", hint)
        else:
            piece = _bare(value, issue, file)
        if piece is not None:
            pieces.append((name, _piece(piece)))
    if _errors(file, before) or not pieces:
        return None
    return in_agenda_order(pieces, issues)


def _alternatives(
    node: Node | None, issue: Issue, issues: Mapping[str, Issue], sources: Mapping[str, Source], file: File
) -> tuple[Offer, ...]:
    if node is None:
        return ()
    if not isinstance(node, Items) or not node.items:
        hint = "alternatives: [{accepts: …, if: {issue: …}}]"
        file.note(node, "wrong-shape", "expected a list of alternatives", hint)
        return ()
    offers = []
    for item in node.items:
        if not isinstance(item, Entries):
            piece = _bare(item, issue, file)
            if piece is not None:
                offers.append(Offer(_piece(piece), (), None, ()))
            continue
        fields = file.fields(item, (*issue.space.says, *_OFFER_KEYS), f"an alternative on {issue.id}")
        said = {key: fields[key] for key in fields if key in issue.space.says}
        if not said:
            hint = f"write one of {', '.join(sorted(issue.space.says))}"
            file.note(item, "no-offer", "the alternative does not say what is accepted", hint)
            continue
        when: Condition | None = ()
        if "if" in fields:
            when = condition(fields["if"], issues, issue, file)
        piece = _read(said, item, issue, file)
        named = _sources(fields, sources, item, file) if "source" in fields else ()
        if piece is not None and when is not None:
            offers.append(Offer(_piece(piece), when, file.text(fields, "quote"), named, file.text(fields, "note")))
    return tuple(offers)


#: A piece that was read; a tuple of one, so that the everything of a text issue, which is None, is no failure.
_Read = tuple[Piece]


def _piece(read: _Read) -> Piece:
    return read[0]


def _bare(node: Node, issue: Issue, file: File, draft: bool = False) -> _Read | None:
    """What a scalar or a list stands for."""
    if isinstance(node, Entries):
        return None
    words = issue.space.shorthand(plain(node), draft)
    if isinstance(words, Problem):
        file.problems((words,), node)
        return None
    reading = issue.space.read(words)
    file.problems(reading.problems, node, skip=1)
    return None if reading.problems else (reading.piece,)


def _read(said: Mapping[str, Node], node: Node, issue: Issue, file: File) -> _Read | None:
    words: dict[str, Words] = {key: plain(value) for key, value in said.items()}
    reading = issue.space.read(words)
    if reading.problems:
        file.problems(reading.problems, node)
        return None
    return (reading.piece,)


def _target(fields: Mapping[str, Node], issue: Issue, offers: tuple[Offer, ...], file: File) -> Any:
    """The outcome that the party hopes for."""
    node = fields.get("prefers")
    if node is None or not issue.space.prefers:
        return None
    reading = issue.space.read_target(plain(node))
    file.problems(reading.problems, node)
    if reading.problems or not offers:
        return None
    target = issue.space.shorthand(plain(node), draft=True)
    if not isinstance(target, Problem):
        piece = issue.space.read(target).piece
        if piece is not None and not any(issue.space.meet(piece, offer.accepts) for offer in offers):
            message = "what is preferred is not among the outcomes that are accepted"
            file.note(node, "prefers-outside", message, "accept it too, or correct one of the two")
    return reading.piece


def _sources(fields: Mapping[str, Node], sources: Mapping[str, Source], node: Node, file: File) -> tuple[str, ...]:
    """The keys of the sources that a term names; with a single source it may be left out."""
    if "source" not in fields:
        if len(sources) > 1:
            message = f"this does not say which of the statement's {len(sources)} sources it is taken from"
            file.note(node, "source-not-named", message, "add `source:` with one key or a list")
        return tuple(sources)
    found = []
    for name in file.names(fields, "source"):
        if name.text not in sources:
            hint = suggestion(name.text, sources)
            file.note(name, "unknown-source", f"no source `{name.text}` in this statement", hint)
        else:
            found.append(name.text)
    return tuple(found)


def _errors(file: File, before: int) -> bool:
    return any(finding.severity == "error" for finding in file.findings[before:])
