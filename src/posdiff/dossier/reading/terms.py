"""Terms, alternatives, conditions and outcomes: what a node accepts, in the words of its issue's kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from posdiff.documents.nodes import Entries, Items, Node, described
from posdiff.dossier.agenda import Issue
from posdiff.dossier.reading.quotes import Context, quotes, source_named
from posdiff.dossier.reading.schema import FileReader, plain
from posdiff.dossier.reading.shapes import AlternativeEntry, OptionEntry, OutcomeEntry, TermEntry
from posdiff.dossier.region import in_agenda_order
from posdiff.dossier.statement import DraftOption, Outcome, Source
from posdiff.dossier.term import FIRMNESS, Condition, Offer, QuotedWords, Term
from posdiff.findings.nearest import suggestion
from posdiff.kinds.forms import keys_of
from posdiff.kinds.kind import Piece, Problem, Reading, Words

_TERM_KEYS = tuple(key for key in keys_of(TermEntry) if key != "prefers")  # not every kind knows one
_OFFER_KEYS, _OUTCOME_KEYS, _OPTION_KEYS = keys_of(AlternativeEntry), keys_of(OutcomeEntry), keys_of(OptionEntry)
_IF_ON_TERM = (
    "for an offer that is made only where other issues come out so, put it under `alternatives` with that `if`; "
    "for a demand that binds only there, write `applies_if`"
)
#: So many outcomes may stand in brackets on one issue.
MOST_OPTIONS = 100
#: So many alternatives of one term are read.
MOST_ALTERNATIVES = 1_000
#: What to do about a key of terms in a draft, and about one of drafts in a condition.
_NO_BRACKETS = "brackets are for the outcomes of a draft; a condition names one outcome, or several that will do"
_OF_A_PARTY = {"alternatives": "outcomes between which a draft leaves the choice stand under `options: […]`"}


def term(node: Node, issue: Issue, issues: Mapping[str, Issue], context: Context, reader: FileReader) -> Term | None:
    """A party's term on an issue; None, with findings, when it cannot be relied on."""
    before = reader.errors
    space = issue.space
    if not isinstance(node, Entries):
        accepted = _bare(node, issue, reader)
        if accepted is None or reader.errors > before:
            return None
        named = cited({}, (), context.sources, node, reader)
        offer = Offer(accepted.piece, sources=named, refusal=accepted.refusal)
        return Term(issue.id, (offer,), (), "firm", False, None, False, None, (), named, None, reader.at(node))
    target = ("prefers",) if space.prefers else ()
    about = f"a term on the {space.kind} issue {issue.id}"
    fields = reader.fields(node, (*space.says, *_TERM_KEYS, *target), about, refused=("if",))
    if "if" in fields:
        reader.note(node.entries["if"].key, "if-on-a-term", "a term itself cannot have an `if`", _IF_ON_TERM)
    quoted, note = quotes(fields, context, reader), reader.text(fields, "note")
    named = cited(fields, quoted, context.sources, node, reader)
    offers: tuple[Offer, ...] = ()
    elsewhere = "alternatives" in fields or "if" in fields or not fields.keys() >= node.entries.keys()
    if fields.keys() & space.says or not elsewhere:
        accepted = _read(fields, node, issue, reader, f"the term on {issue.id} does not say what is accepted")
        if accepted is not None:
            offers = (Offer(accepted.piece, (), quoted, named, note, accepted.refusal),)
    offers += _alternatives(fields.get("alternatives"), issue, issues, context, reader)
    applies: Condition = ()
    if "applies_if" in fields:
        applies = condition(fields["applies_if"], issues, issue, reader) or ()
    prefers = _target(fields, issue, offers, reader)
    firmness: Any = reader.word(fields, "firmness", FIRMNESS, "firm")
    vague, adds, expires = reader.truth(fields, "vague"), reader.truth(fields, "adds"), reader.day(fields, "expires")
    if reader.errors > before or not offers:
        return None
    return Term(
        issue.id, offers, applies, firmness, vague, prefers, adds, expires, quoted, named, note, reader.at(node)
    )  # fmt: skip


def outcome(node: Node, issue: Issue, context: Context, reader: FileReader) -> Outcome | None:
    """What a draft would settle on an issue; None, with findings, when it cannot be relied on."""
    before = reader.errors
    fields: dict[str, Node] = {}
    options: tuple[DraftOption, ...] = ()
    if not isinstance(node, Entries):
        accepted = _bare(node, issue, reader, draft=True)
    else:
        known = (*issue.space.says, *_OUTCOME_KEYS)
        about = f"an outcome on the {issue.space.kind} issue {issue.id}"
        fields = reader.fields(node, known, about, elsewhere=_OF_A_PARTY)
        if "options" in fields:
            options = _options(fields, node, issue, reader)
            accepted = Reading(issue.space.everything)
        else:
            accepted = _read(fields, node, issue, reader, f"the outcome on {issue.id} is not stated")
    quoted, note = quotes(fields, context, reader), reader.text(fields, "note")
    named = cited(fields, quoted, context.sources, node, reader)
    if accepted is None or reader.errors > before:
        return None
    return Outcome(
        issue.id, accepted.piece, quoted, named, note, reader.at(node), options, accepted.refusal
    )  # fmt: skip


def _options(fields: Mapping[str, Node], outcome: Entries, issue: Issue, reader: FileReader) -> tuple[DraftOption, ...]:
    """The outcomes in brackets."""
    for key in sorted(fields.keys() & issue.space.says):
        hint = f"make it one of the options, or delete `{key}`"
        reader.note(outcome.entries[key].key, "two-ways", f"`{key}` beside `options`", hint)
    node = fields["options"]
    items = reader.items(node)
    if not isinstance(node, Items) or len(items) < 2:
        count = {0: "none", 1: "one"}[len(items)]
        hint = "add the others, or write the one outcome without `options`"
        reader.note(node, "wrong-shape", f"`options` is a list of two outcomes or more, and here is {count}", hint)
    if len(items) > MOST_OPTIONS:
        hint = "a range is one outcome: write its bounds"
        message = f"`options` has {len(items):,} outcomes; {MOST_OPTIONS} are the most"
        reader.note(node, "wrong-value", message, hint)
        return ()
    options: list[DraftOption] = []
    for item in items:
        entry: dict[str, Node] = {}
        if isinstance(item, Entries):
            known = (*issue.space.says, *_OPTION_KEYS)
            entry = reader.fields(item, known, f"an option on the {issue.space.kind} issue {issue.id}")
            accepted = _read(entry, item, issue, reader, f"the option on {issue.id} does not say what the outcome is")
        else:
            accepted = _bare(item, issue, reader, draft=True)
        by, text, note = reader.people(entry, "by"), reader.text(entry, "text"), reader.text(entry, "note")
        if accepted is not None:
            option = DraftOption(accepted.piece, by, text, note, reader.at(item), accepted.refusal)
            _told_apart(option, item, options, issue, reader)
            options.append(option)
    return tuple(options)


def _told_apart(
    option: DraftOption, node: Node, before: Iterable[DraftOption], issue: Issue, reader: FileReader
) -> None:
    """Whether an option is another outcome than each that stands before it."""
    space = issue.space
    for other in before:
        if other.accepts == option.accepts or (space.comparable and space.equal((other.accepts,), (option.accepts,))):
            message = f"the same outcome as the option on line {other.location.line}: no party can tell them apart"
            hint = "make it one option with all of them under `by`, or correct one of the two"
            reader.note(node, "option-twice", message, hint)
            return


def condition(node: Node, issues: Mapping[str, Issue], own: Issue | None, reader: FileReader) -> Condition | None:
    """The pieces under ``if``, ``applies_if`` or ``then``, by issue; None, with findings, when one is wrong."""
    if not isinstance(node, Entries) or not node.entries:
        hint = "write `{issue: what it accepts}`"
        reader.note(node, "wrong-shape", f"expected a mapping of issues, found {described(node)}", hint)
        return None
    before = reader.errors
    pieces: list[tuple[str, Piece]] = []
    for name, entry in node.entries.items():
        issue = issues.get(name)
        if issue is None:
            reader.note(entry.key, "unknown-issue", f"no issue `{name}` in the agenda", suggestion(name, issues))
            continue
        if not issue.space.comparable:
            hint = "name an issue whose outcomes a program can compare"
            reader.note(
                entry.key, "condition-on-text", f"`{name}` is a text issue, on which no condition can depend", hint
            )
            continue
        if own is not None and name == own.id:
            hint = "a condition is about other issues; for this one, say what is accepted"
            reader.note(entry.key, "condition-on-itself", f"the term on `{name}` depends on `{name}` itself", hint)
            continue
        value = entry.value
        if isinstance(value, Entries):
            about = f"a condition on the {issue.space.kind} issue {name}"
            fields = reader.fields(value, sorted(issue.space.says), about, refused=("options",))
            if "options" in fields:
                reader.note(value.entries["options"].key, "unknown-key", f"no key `options` in {about}", _NO_BRACKETS)
                continue
            accepted = _read(fields, value, issue, reader, f"the condition on {name} names no outcome")
        else:
            accepted = _bare(value, issue, reader)
        if accepted is not None:
            pieces.append((name, accepted.piece))
    if reader.errors > before or not pieces:
        return None
    return in_agenda_order(pieces, issues)


def _alternatives(
    node: Node | None, issue: Issue, issues: Mapping[str, Issue], context: Context, reader: FileReader
) -> tuple[Offer, ...]:
    if node is None:
        return ()
    if not isinstance(node, Items) or not node.items:
        hint = "alternatives: [{accepts: …, if: {issue: …}}]"
        reader.note(node, "wrong-shape", "expected a list of alternatives", hint)
        return ()
    offers = []
    for item in reader.first(node.items, MOST_ALTERNATIVES, "alternatives"):
        if not isinstance(item, Entries):
            accepted = _bare(item, issue, reader)
            if accepted is not None:
                offers.append(Offer(accepted.piece, refusal=accepted.refusal))
            continue
        fields = reader.fields(item, (*issue.space.says, *_OFFER_KEYS), f"an alternative on {issue.id}")
        accepted = _read(fields, item, issue, reader, "the alternative does not say what is accepted")
        if not fields.keys() & issue.space.says:
            continue
        when: Condition | None = ()
        if "if" in fields:
            when = condition(fields["if"], issues, issue, reader)
        quoted, note = quotes(fields, context, reader), reader.text(fields, "note")
        named = cited(fields, quoted, context.sources, item, reader) if "source" in fields else ()
        if accepted is not None and when is not None:
            offers.append(Offer(accepted.piece, when, quoted, named, note, accepted.refusal))
    return tuple(offers)


def _bare(node: Node, issue: Issue, reader: FileReader, draft: bool = False) -> Reading | None:
    """What a scalar or a list accepts; None, with findings, when it is wrong."""
    if isinstance(node, Entries):
        return None
    if not issue.space.comparable:
        reader.whole(node)
    words = issue.space.shorthand(plain(node), draft)
    if isinstance(words, Problem):
        reader.problems((words,), node)
        return None
    reading = issue.space.read(words)
    reader.problems(reading.problems, node, skip=1)
    return None if reading.problems else reading


def _read(fields: Mapping[str, Node], node: Node, issue: Issue, reader: FileReader, unsaid: str) -> Reading | None:
    """What the keys of the issue's kind, among the fields of ``node``, accept; ``unsaid``: that there are none."""
    words: dict[str, Words] = {key: plain(value) for key, value in fields.items() if key in issue.space.says}
    if not words:
        reader.note(node, "no-offer", unsaid, f"write one of {', '.join(sorted(issue.space.says))}")
        return None
    if not issue.space.comparable:
        for key in words:
            reader.whole(fields[key])
    reading = issue.space.read(words)
    if reading.problems:
        reader.problems(reading.problems, node)
        return None
    return reading


def _target(fields: Mapping[str, Node], issue: Issue, offers: tuple[Offer, ...], reader: FileReader) -> Any:
    """The outcome that the party hopes for."""
    node = fields.get("prefers")
    if node is None or not issue.space.prefers:
        return None
    reading = issue.space.read_target(plain(node))
    reader.problems(reading.problems, node)
    if reading.problems or not offers:
        return None
    target = issue.space.shorthand(plain(node), draft=True)
    if not isinstance(target, Problem):
        piece = issue.space.read(target).piece
        if piece is not None and not any(issue.space.meet(piece, offer.accepts) for offer in offers):
            message = "what is preferred is not among the outcomes that are accepted"
            reader.note(node, "prefers-outside", message, "accept it too, or correct one of the two")
    return reading.piece


def cited(
    fields: Mapping[str, Node], quoted: Iterable[QuotedWords], sources: Mapping[str, Source], node: Node,
    reader: FileReader,
) -> tuple[str, ...]:  # fmt: skip
    """The keys of the sources that something stands on: none need be named where there is one or each quote has one."""
    if "source" not in fields:
        of_quotes = dict.fromkeys(quote.source for quote in quoted)
        if of_quotes and None not in of_quotes:
            return tuple(key for key in of_quotes if key)
        if len(sources) > 1:
            message = f"this does not say which of the statement's {len(sources)} sources it is taken from"
            reader.note(node, "source-not-named", message, "add `source:` with one key or a list")
        return tuple(sources)
    keys = (source_named(name, name.text, sources, reader) for name in reader.names(fields, "source"))
    return tuple(key for key in keys if key)
