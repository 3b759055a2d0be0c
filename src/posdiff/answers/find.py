"""What ``find`` answers: the texts in which words occur, whatever they are texts of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from posdiff.answers import matching
from posdiff.answers.answer import DossierAnswer
from posdiff.answers.matching import Span
from posdiff.answers.reading import Reader
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.grounds import Result, worst
from posdiff.dossier.statement import Draft, Standing, Statement
from posdiff.findings.failure import USAGE, Failure
from posdiff.findings.location import Location

if TYPE_CHECKING:
    from posdiff.comparison.evidence.proofs import Proofs
    from posdiff.dossier.reading.texts import TextInFile, TextKind


class SearchScope(NamedTuple):
    """Where is looked: in texts on these issues, of these parties; everywhere, where none is named."""

    issues: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()


class Origin(NamedTuple):
    """The file that a text is from: whose it is, of which day (an ordinal), and the statement or draft that it is.

    The agenda is nobody's and of no day. Of a file that could not be read ``recorded`` is None.
    """

    agenda: bool
    parties: tuple[str, ...] = ()
    day: int | None = None
    recorded: Statement | Draft | None = None

    @property
    def standing(self) -> Standing | None:
        """Whether the party said it itself; None where that is not said."""
        return self.recorded.standing if self.recorded else None


class Hit(NamedTuple):
    """A text in which all words occur, and where in it. ``parties``: whose it is, or whom it is about.

    ``in_page``: of a quote, what became of it in the pages of its sources; None where none is kept.
    """

    kind: TextKind
    text: str
    found: tuple[Span, ...]
    location: Location
    issue: str | None
    parties: tuple[str, ...]
    origin: Origin
    in_page: Result | None = None


@dataclass(frozen=True, kw_only=True)
class Find(DossierAnswer):
    """The words as they were given, and the texts that hold them: those of the agenda, then day by day."""

    command: ClassVar[str] = "find"

    words: tuple[str, ...]
    scope: SearchScope
    hits: tuple[Hit, ...]


def find(reader: Reader, words: Collection[str], scope: SearchScope) -> Find:
    """The texts in which all words occur. Raises Failure (usage) for a word of which nothing is left to look for."""
    from posdiff.dossier.reading.texts import texts_of

    wanted = tuple(map(_wanted, words))
    if not wanted:
        raise Failure("find needs a word", hint="posdiff find ceasefire", code=USAGE)
    dossier = reader.dossier
    origin_of = _origins(dossier)
    hits = []
    for file, text in dossier.texts.items():
        if _may_hold(text, wanted):
            origin = origin_of(file)
            for written in texts_of(file, text, dossier.agenda):
                found = matching.spans(written.text, wanted)
                if found:
                    hits.append(_hit(written, found, origin))
    shown = [hit for hit in hits if _within(hit, scope, dossier)]
    if reader.proofs is not None and any(hit.kind == "quote" for hit in shown):
        shown = _looked_up(shown, dossier, reader.proofs)
    ranks = {party: rank for rank, party in enumerate(dossier.agenda.parties)}
    shown.sort(key=lambda hit: _order(hit, ranks))
    return Find(agenda=dossier.agenda, basis=reader.basis, words=tuple(words), scope=scope, hits=tuple(shown))


def _wanted(word: str) -> str:
    if not isinstance(word, str):
        raise Failure(f"`{word!r}` is no text", hint="name the words to find by texts", code=USAGE)
    folded = matching.folded(word)
    if not folded:
        raise Failure("a word to find is empty", hint="name a word, or the beginning of one", code=USAGE)
    return folded


def _may_hold(text: str, words: Iterable[str]) -> bool:
    """Whether a file is worth reading: most hold none of the words. Escapes of YAML may hide any."""
    if "\\" in text or "''" in text:
        return True
    folded = matching.folded(text)
    return all(part in folded for word in words for part in word.split())


def _hit(written: TextInFile, found: tuple[Span, ...], origin: Origin) -> Hit:
    parties = (written.party,) if written.party else origin.parties
    return Hit(written.kind, written.text, found, written.location, written.issue, parties, origin)


def _looked_up(hits: Iterable[Hit], dossier: Dossier, proofs: Proofs) -> list[Hit]:
    """The texts, each quote with what became of it; of one that a file has several times, the worst."""
    from posdiff.comparison.evidence.verification import quotes_of

    asked = {(hit.location.file, hit.text) for hit in hits if hit.kind == "quote"}
    found: dict[tuple[str, str], set[Result]] = {}
    for quote in quotes_of(dossier):
        said, key = quote.recorded, (quote.location.file, quote.text)
        if key in asked:
            sources = [said.sources[source] for source in quote.sources if source in said.sources]
            found.setdefault(key, set()).add(proofs.place(quote.text, sources)[0])
    return [
        hit._replace(in_page=worst(found.get((hit.location.file, hit.text), ()))) if hit.kind == "quote" else hit
        for hit in hits
    ]


def _origins(dossier: Dossier) -> Callable[[str], Origin]:
    """What is known of each file, by its path."""
    recorded = {each.location.file: each for each in dossier.recorded}

    def origin(file: str) -> Origin:
        folder, _, name = file.rpartition("/")
        if not folder and name.startswith("agenda."):
            return Origin(agenda=True)
        known = recorded.get(file)
        if isinstance(known, Draft):
            return Origin(False, tuple(by for by in known.by if by in dossier.agenda.parties), known.day, known)
        if known:
            return Origin(False, known.parties, known.day, known)
        return Origin(False, (folder,) if folder in dossier.agenda.parties else (), _day(name))

    return origin


def _day(name: str) -> int | None:
    """The day with which the name of a file begins."""
    try:
        return date.fromisoformat(name[:10]).toordinal()
    except ValueError:
        return None


def _within(hit: Hit, scope: SearchScope, dossier: Dossier) -> bool:
    if scope.parties and not scope.parties & set(hit.parties):
        return False
    if not scope.issues and not scope.topics:
        return True
    issue = dossier.agenda.issues[hit.issue] if hit.issue else None
    return issue is not None and (issue.id in scope.issues or issue.topic in scope.topics)


def _order(hit: Hit, ranks: dict[str, int]) -> tuple[object, ...]:
    """The agenda first; then by day, by party, by place. What is of no day comes last."""
    origin = hit.origin
    if origin.agenda:
        return (False, *hit.location)
    rank = [ranks[party] for party in origin.parties] or [len(ranks)]
    return (True, origin.day is None, origin.day or 0, rank, *hit.location)
