"""The JSON beside the pages of a site that say less, or other things, than a command does.

``page`` is the path of a page in the folder of the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Literal, NamedTuple, NotRequired

from posdiff.answers.show import Show
from posdiff.answers.site import Site
from posdiff.comparison.changes import ChangeKind, HistoryStep
from posdiff.comparison.evidence.proofs import Proofs
from posdiff.comparison.relations import Comparison, Relation, stands_alone
from posdiff.dossier.grounds import Result
from posdiff.dossier.position import Held
from posdiff.dossier.statement import Draft, Quote, Source, Standing, Statement, attributed
from posdiff.dossier.term import Firmness, QuotedWords, Term
from posdiff.kinds.forms import Day, Id, Ids, TypedDict
from posdiff.reports import wording
from posdiff.reports.shapes import values
from posdiff.reports.shapes.parties import BlocShape, MemberShape, bloc, member
from posdiff.reports.shapes.reactions import ReactionToDraftShape, to_draft
from posdiff.reports.shapes.values import DissentShape, PositionFile, SourceShape, StatementId

Page = Annotated[str, "The path of its page in the folder of the site."]


class GridRowShape(TypedDict):
    """A row of the grid."""

    issue: Annotated[Id, "The issue."]
    topic: Annotated[Id | None, "Its topic; null when it has none."]
    relation: Annotated[Relation, "How the positions of those who hold one stand to each other."]
    alone: Annotated[Id | None, "The party without which nothing keeps the others apart; null when there is none."]
    red_line: Annotated[Ids, "The parties of which it is a red line."]
    positions: Annotated[dict[Id, str], "What each party that holds a position says, in words."]


class SiteGridShape(TypedDict):
    """What stands beside `index.html`: all parties and issues."""

    schema: Annotated[Literal["posdiff/site-grid/1"], "The name and version of this shape."]
    as_of: Annotated[Day, "The day of the site."]
    parties: Annotated[Ids, "The parties, in the order of the columns."]
    issues: Annotated[list[GridRowShape], "The issues, in the agenda's order."]


class HeldInShortShape(TypedDict):
    """A position without what it stands on."""

    issue: Annotated[Id, "The issue."]
    firmness: Annotated[Firmness, "That of its firmest part."]
    in_words: Annotated[str, "All that it says, in a plain English sentence."]
    first_held: Annotated[Day, "The day since when it has held in this form."]
    last_stated: Annotated[Day, "The last day by which all of it had been stated again."]
    standing: Annotated[Literal["stated", "reported", "supposed"], "Whether the party stated it, or others report it."]
    through: NotRequired[Annotated[Ids, "The blocs through which it is held; left out where all of it is its own."]]


class BlocOfPartyShape(MemberShape):
    """A bloc that the party is in, by itself or by a bloc."""

    bloc: Annotated[Id, "The bloc."]


class SitePartyShape(BlocShape):
    """What stands beside the page of a party. `posdiff show PARTY` has the quotes, notes and sources."""

    schema: Annotated[Literal["posdiff/site-party/1"], "The name and version of this shape."]
    as_of: Annotated[Day, "The day of the site."]
    party: Annotated[Id, "The party."]
    blocs: NotRequired[
        Annotated[
            list[BlocOfPartyShape],
            "The blocs that it is in at some time, those first that it is in by itself; `party` is it, or the bloc "
            "by which it is in. Left out where there are none.",
        ]
    ]
    positions: Annotated[list[HeldInShortShape], "What it holds, in the agenda's order."]
    silent: Annotated[Ids, "The issues on which it holds no position, and does not dissent."]
    dissents: NotRequired[
        Annotated[dict[Id, DissentShape], "Those on which it does not hold what its blocs hold, if there are any."]
    ]
    statements: Annotated[list[Page], "Its statements, the first one first."]
    reactions: Annotated[list[ReactionToDraftShape], "What it said of drafts, the first one first."]


class SaidQuoteShape(TypedDict):
    """Words of a statement."""

    text: Annotated[str, "The words."]
    speaker: Annotated[str | None, "Who said them, where it is somebody else than the statement's speaker; else null."]
    said: Annotated[Day | None, "The day on which they were said, where it is another than the statement's; else null."]
    source: Annotated[Id | None, "The key of the source in which they stand; null when it is not known which."]
    language: Annotated[str | None, "The language of the words, a tag of BCP 47; null when it is not given."]
    translation: Annotated[str | None, "A translation of the words; null when there is none."]
    in_pages: NotRequired[
        Annotated[Result, "What became of the words in the pages of their sources; only where pages are kept."]
    ]


class SaidShape(TypedDict):
    """What a statement says on an issue."""

    issue: Annotated[Id, "The issue."]
    in_words: Annotated[str, "What it says, in a plain English sentence."]
    firmness: Annotated[Firmness, "How firm it is."]
    adds: Annotated[bool, "Whether it is said in addition to what was said before."]
    expires: Annotated[Day | None, "Its last day; null when it has none."]
    notes: Annotated[list[str], "Remarks on it."]
    quotes: Annotated[list[SaidQuoteShape], "The words, in the order of the file."]
    sources: Annotated[Ids, "The keys of the sources that it stands on."]


class NamedStatementShape(TypedDict):
    """A statement."""

    statement: Annotated[StatementId, "The statement."]
    date: Annotated[Day, "The day on which it was said."]
    parties: Annotated[Ids, "Whose statement it is."]
    title: Annotated[str | None, "What it is called; null when it is not given."]
    page: Page


class SiteStatementsShape(TypedDict):
    """What stands beside `statements.html`."""

    schema: Annotated[Literal["posdiff/site-statements/1"], "The name and version of this shape."]
    statements: Annotated[list[NamedStatementShape], "Every statement, the last one first."]


class SiteStatementShape(TypedDict):
    """What stands beside the page of a statement."""

    schema: Annotated[Literal["posdiff/site-statement/1"], "The name and version of this shape."]
    statement: Annotated[StatementId, "The statement."]
    date: Annotated[Day, "The day on which it was said."]
    parties: Annotated[Ids, "Whose statement it is."]
    title: Annotated[str | None, "What it is called; null when it is not given."]
    speaker: Annotated[str | None, "Who spoke; null when it is not given."]
    standing: Annotated[Standing, "Whether the party said it itself, or somebody else's account says so."]
    note: Annotated[str | None, "A remark on it; null when there is none."]
    file: Annotated[PositionFile, "Its file, relative to the positions folder."]
    terms: Annotated[list[SaidShape], "What it says, in the agenda's order."]
    changed: Annotated[dict[Id, dict[Id, ChangeKind]], "By issue and party, the kind of each move that it made."]
    reactions: Annotated[dict[Id, list[ReactionToDraftShape]], "By party, what it says of drafts."]
    sources: Annotated[dict[Id, Page], "By key, the page of each of its sources."]


class RestsShape(TypedDict):
    """What a statement or a draft says that stands on a source."""

    date: Annotated[Day, "The day of the statement or draft."]
    parties: Annotated[list[str], "Whose statement it is, or by whom the draft is."]
    page: Page
    issues: Annotated[dict[Id, list[str]], "The issues, with the quotes on each; none where it has no quote."]


class SiteSourceShape(TypedDict):
    """What stands beside the page of a source."""

    schema: Annotated[Literal["posdiff/site-source/1"], "The name and version of this shape."]
    source: Annotated[SourceShape, "The source, as the first statement or draft that names it has it."]
    stands: Annotated[list[RestsShape], "What stands on it, in the order of the statements, then of the drafts."]


class NamedSourceShape(TypedDict):
    """A source."""

    title: Annotated[str | None, "The title of the page or document; null when it is not given."]
    publisher: Annotated[str | None, "Who published it; null when it is not given."]
    date: Annotated[Day | None, "The day on which it was published; null when it is not given."]
    page: Page


class SiteSourcesShape(TypedDict):
    """What stands beside `sources.html`."""

    schema: Annotated[Literal["posdiff/site-sources/1"], "The name and version of this shape."]
    sources: Annotated[list[NamedSourceShape], "Every source, in the order in which they are named."]


class SiteAboutShape(TypedDict):
    """What stands beside `about.html`: what the site is made of."""

    schema: Annotated[Literal["posdiff/site-about/1"], "The name and version of this shape."]
    title: Annotated[str, "What the site is called."]
    made_by: Annotated[str, "The version of posdiff that made it."]
    as_of: Annotated[Day, "The day of the site."]
    commit: Annotated[str | None, "The commit that the files were read from; null when they were read as they are."]
    parties: Annotated[Ids, "The parties."]
    issues: Annotated[Ids, "The issues."]
    drafts: Annotated[list[str], "The drafts."]
    statements: Annotated[int, "How many statements there are."]


class Rests(NamedTuple):
    """What a statement or a draft says that stands on a source: the issues, with the quotes on each."""

    said: Statement | Draft
    page: str
    issues: Mapping[str, Sequence[Quote]]


def grid(site: Site) -> SiteGridShape:
    """The relation on each issue, and what each party says."""
    return {
        "schema": "posdiff/site-grid/1",
        "as_of": values.day(site.as_of),
        "parties": [asked.party for asked in site.compare.parties],
        "issues": [_row(row, site) for row in site.compare.issues],
    }


def _row(row: Comparison, site: Site) -> GridRowShape:
    label = stands_alone(row)
    return {
        "issue": row.issue.id,
        "topic": row.issue.topic,
        "relation": row.relation,
        "alone": None if label is None else values.name(label),
        "red_line": values.names(row.red_line),
        "positions": {
            values.name(label): wording.position_in_words(held, site.agenda) for label, held in row.terms.items()
        },
    }


def party(site: Site, shown: Show, pages: Sequence[str]) -> SitePartyShape:
    """What a party holds. ``pages``: those of its statements."""
    terms, id_of = shown.position.terms, shown.party.party
    dissenting = {id: values.dissent(site.basis, id_of, site.as_of, id) for id in site.agenda.issues if id not in terms}
    dissents = {id: found for id, found in dissenting.items() if found is not None}
    told: SitePartyShape = {
        "schema": "posdiff/site-party/1",
        "as_of": values.day(site.as_of),
        "party": shown.party.party,
        "positions": [_held(id, terms[id], site) for id in site.agenda.issues if id in terms],
        "silent": [id for id, found in dissenting.items() if found is None],
        "statements": list(pages),
        "reactions": [to_draft(stated) for stated in shown.reactions],
    }
    blocs = site.agenda.memberships(id_of)
    if blocs:
        told["blocs"] = [{"bloc": each.bloc, **member(each)} for each in blocs]
    if dissents:
        told["dissents"] = dissents
    return {**told, **bloc(site.agenda.parties[id_of])}


def _held(issue: str, held: Held, site: Site) -> HeldInShortShape:
    told: HeldInShortShape = {
        "issue": issue,
        "firmness": held.firmness,
        "in_words": wording.position_in_words(held, site.agenda),
        "first_held": values.day(held.first_held),
        "last_stated": values.day(held.last_stated),
        "standing": "supposed" if held.supposed else held.standing,
    }
    if held.through:
        told["through"] = list(held.through)
    return told


def statements(every: Iterable[tuple[Statement, str]]) -> SiteStatementsShape:
    """The list of statements, each with its page."""
    return {
        "schema": "posdiff/site-statements/1",
        "statements": [
            {
                "statement": said.id,
                "date": values.day(said.day),
                "parties": list(said.parties),
                "title": said.title,
                "page": page,
            }
            for said, page in every
        ],
    }


def statement(
    site: Site, said: Statement, moved: Mapping[str, Mapping[str, HistoryStep]], sources: Mapping[str, str]
) -> SiteStatementShape:
    """A statement. ``sources``: by key, the page of each."""
    reactions: dict[str, list[ReactionToDraftShape]] = {}
    for party, stated in site.reactions[said.location.file]:
        reactions.setdefault(party, []).append(to_draft(stated))
    return {
        "schema": "posdiff/site-statement/1",
        "statement": said.id,
        "date": values.day(said.day),
        "parties": list(said.parties),
        "title": said.title,
        "speaker": said.speaker,
        "standing": said.standing,
        "note": said.note,
        "file": said.location.file,
        "terms": [_said(said.terms[id], said, site) for id in site.agenda.issues if id in said.terms],
        "changed": {issue: {party: step.kind for party, step in of.items()} for issue, of in moved.items()},
        "reactions": reactions,
        "sources": dict(sources),
    }


def _said(term: Term, said: Statement, site: Site) -> SaidShape:
    return {
        "issue": term.issue,
        "in_words": wording.term_in_words(term, site.agenda),
        "firmness": term.firmness,
        "adds": term.adds,
        "expires": None if term.expires is None else values.day(term.expires),
        "notes": list(wording.notes(term)),
        "quotes": _quotes(term, said, site.basis.proofs),
        "sources": [key for key in term.sources if key in said.sources],
    }


def _quotes(term: Term, said: Statement, proofs: Proofs | None) -> list[SaidQuoteShape]:
    """The quotes of a term, each once."""
    sources: dict[QuotedWords, tuple[str, ...]] = {}
    for words, keys in term.words:
        sources.setdefault(words, keys)
    return [_quote(words, attributed([(words, keys)], said)[0], proofs) for words, keys in sources.items()]


def _quote(quote: QuotedWords, placed: Quote, proofs: Proofs | None) -> SaidQuoteShape:
    told: SaidQuoteShape = {
        "text": quote.text,
        "speaker": quote.speaker,
        "said": None if quote.said is None else values.day(quote.said),
        "source": quote.source,
        "language": quote.language,
        "translation": quote.translation,
    }
    if proofs is not None:
        told["in_pages"] = proofs.of(placed).result
    return told


def sources(every: Iterable[tuple[Source, str]]) -> SiteSourcesShape:
    """The list of sources, each with its page."""
    return {
        "schema": "posdiff/site-sources/1",
        "sources": [
            {"title": each.title, "publisher": each.publisher, "date": each.date, "page": page} for each, page in every
        ],
    }


def source(read: Source, stands: Iterable[Rests]) -> SiteSourceShape:
    """A source, with what stands on it."""
    return {
        "schema": "posdiff/site-source/1",
        "source": values.source(read),
        "stands": [
            {
                "date": values.day(rests.said.day),
                "parties": list(rests.said.by if isinstance(rests.said, Draft) else rests.said.parties),
                "page": rests.page,
                "issues": {issue: [quote.text for quote in quotes] for issue, quotes in rests.issues.items()},
            }
            for rests in stands
        ],
    }


def about(site: Site, title: str, version: str) -> SiteAboutShape:
    """What the site is made of."""
    return {
        "schema": "posdiff/site-about/1",
        "title": title,
        "made_by": version,
        "as_of": values.day(site.as_of),
        "commit": site.basis.commit.id if site.basis.commit else None,
        "parties": list(site.agenda.parties),
        "issues": list(site.agenda.issues),
        "drafts": list(site.drafts),
        "statements": len(site.statements),
    }
