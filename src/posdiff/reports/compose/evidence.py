"""What positions stand on: sources as numbered footnotes, each numbered where it is first cited; days and quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from posdiff.comparison.relations import bound_to_both
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.grounds import worst
from posdiff.dossier.position import Held, Part
from posdiff.dossier.statement import Quote, Source
from posdiff.dossier.term import Firmness
from posdiff.reports import evidence_wording, provenance, wording
from posdiff.reports.document import Cell, Dates, Evidence, Fact, Footnote, Line, PartLine, Quotation, Run, Style

if TYPE_CHECKING:
    from posdiff.comparison.evidence.proofs import Proofs
    from posdiff.comparison.versions import ClauseEdit
    from posdiff.comparison.words import WordRun


class Citations:
    """Gives every source its number. The same page cited by two statements is one source.

    ``shown``: whether what positions stand on is shown at all; if not, nothing is cited.
    ``proofs``: what the pages kept of sources prove of quotes; None where nobody looks. ``graded``: whether it is told
    of each position what it rests on.
    """

    def __init__(self, shown: bool = True, proofs: Proofs | None = None, graded: bool = False) -> None:
        self.shown, self.proofs, self.graded = shown, proofs, graded
        self._numbers: dict[tuple[str | None, ...], int] = {}
        self._known: dict[tuple[str, str], int] = {}
        self._sources: list[Source] = []

    def cite(self, sources: Iterable[Source]) -> tuple[int, ...]:
        """The numbers of sources, in the order in which they are given."""
        return tuple(dict.fromkeys(self._number(source) for source in sources)) if self.shown else ()

    def _number(self, source: Source) -> int:
        own = source.location.file, source.key
        if own not in self._known:
            self._known[own] = self._page(source)
        return self._known[own]

    def _page(self, source: Source) -> int:
        """The number of the page that a source names."""
        key: tuple[str | None, ...] = (source.location.file, source.key)
        if any((source.title, source.publisher, source.date, source.url, source.note)):
            key = wording.source_in_words(source), source.url, source.archive, source.note
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            self._sources.append(source)
        return self._numbers[key]

    def footnotes(self) -> tuple[Footnote, ...]:
        """All that were cited, in the order of their numbers."""
        return tuple(
            Footnote(number, wording.source_in_words(source), source.url, source.note, source.archive)
            for number, source in enumerate(self._sources, 1)
        )


def position(
    held: Held, agenda: Agenda, about: str, party: str, citations: Citations, age: provenance.Age | None = None,
    *, tells_nothing_meets: bool = True,
) -> Cell:  # fmt: skip
    """A position in a cell: of each part how firm it is, what it says, when that was said and stated again; notes.

    ``tells_nothing_meets``: whether it says so where what several blocs hold leaves no outcome.
    """
    parts = wording.told_once(held.parts)
    first, *more = (_part(part, held.parts, agenda, citations, age) for part in parts)
    more += _on_record(held, agenda, citations, age)
    more += (
        [PartLine((Run(wording.NO_OUTCOME, "contradiction"),))]
        if tells_nothing_meets and bound_to_both(agenda.issues[held.parts[0].term.issue].space, held)
        else []
    )
    behind = evidence(parts, agenda, about, party, citations)
    return Cell((first.line,), dates=first.dates, evidence=behind, more=tuple(more))


def _on_record(held: Held, agenda: Agenda, citations: Citations, age: provenance.Age | None) -> list[PartLine]:
    """Where a report made a position another one: what the party itself has stated, part by part."""
    return [] if held.on_record is None else on_record(held.on_record.held, agenda, citations, age)


def on_record(
    own: Held | None, agenda: Agenda, citations: Citations, age: provenance.Age | None = None
) -> list[PartLine]:
    """What a party itself has stated, where a report made its position another one or took it away."""
    label = Run("on record: ", "faint")
    if own is None:
        return [PartLine((label, Run(wording.NO_POSITION, "faint")))]
    first, *more = (_part(part, own.parts, agenda, citations, age) for part in wording.told_once(own.parts))
    return [first._replace(line=(label, *first.line)), *more]


def in_one_line(held: Held, agenda: Agenda) -> Line:
    """A position with how firm each of its parts is, and without its days."""
    runs: list[Run] = []
    for part in wording.told_once(held.parts):
        runs += [Run("; ")] if runs else []
        runs += in_words(part, held.parts, agenda)
    return tuple(runs)


def one_part(
    part: Part, agenda: Agenda, about: str, party: str, citations: Citations, age: provenance.Age | None = None,
    parts: Sequence[Part] = (),
) -> Cell:  # fmt: skip
    """One part of a position in a cell; ``parts``: all of the position."""
    line, dates = _part(part, (part, *(other for other in parts if other is not part)), agenda, citations, age)
    return Cell((line,), dates=dates, evidence=evidence((part,), agenda, about, party, citations))


def _part(
    part: Part, beside: Sequence[Part], agenda: Agenda, citations: Citations, age: provenance.Age | None
) -> PartLine:
    """What a part says beside others, and each day on which it was stated, with its sources."""
    occasions = provenance.occasions(part)
    doubt = _doubt(part, citations)
    told = (*stated(part, occasions, citations, age), *((Run(doubt, "date"),) if doubt else ()))
    dates = Dates(told, provenance.held_since(part, age, occasions) + doubt)
    return PartLine(in_words(part, beside, agenda), dates)


def _doubt(part: Part, citations: Citations) -> str:
    """Of a red line whose quotes are not shown: that they are not all verified, the worst of it."""
    if citations.shown or citations.proofs is None or part.term.firmness != "red-line":
        return ""
    found = {citations.proofs.of(quote).result for quote in part.lineage.said}
    result = worst(found)
    return "" if result in (None, "verified") else f", {evidence_wording.quote(result)}"


def in_words(part: Part, beside: Sequence[Part], agenda: Agenda, cites: tuple[int, ...] = ()) -> Line:
    """What a part says beside others of its position, and how firmly, or that it only says again what they say."""
    terms = [other.term for other in beside]
    words = Run(wording.term_in_words(part.term, agenda, terms), "plain", cites)
    way = wording.through(part, agenda, beside)
    through: Line = (Run(way, "faint"),) if way else ()
    if part.again_in_part:
        alike = [
            other for other in beside
            if not other.again_in_part and wording.term_in_words(other.term, agenda, terms) == words.text
        ]  # fmt: skip
        return *through, Run(f"{wording.how_again(part, alike)}: ", "faint"), words
    further: Line = (Run("and ", "faint"),) if part is not beside[0] else ()
    return (*further, *through, *firmness(part.term.firmness), words)


def firmness(degree: Firmness) -> Line:
    """How firm a part of a position is, where it is not simply firm."""
    if degree == "firm":
        return ()
    red = degree == "red-line"
    return (Run(wording.RED_LINE if red else "flexible", "red-line" if red else "faint"), Run("  "))


def stated(
    part: Part, occasions: Iterable[provenance.Occasion], citations: Citations, age: provenance.Age | None
) -> Line:
    """``said 2024-06-14 [1][2], reaffirmed 2025-08-13 [3]``: every day on which it was stated, with its sources.

    Then how long ago that was, where it is long; then the last day, if any.
    """
    runs: list[Run] = []
    cited: set[int] = set()
    for occasion in occasions:
        link = occasion.link
        cites = tuple(number for number in citations.cite(link.own) if number not in cited)
        cited.update(cites)
        runs += [Run(", ", "faint")] if runs else []
        runs.append(Run(provenance.dated(occasion), "date", cites))
    further = (*(age.in_words(part) if age else ()), *provenance.expiry(part))
    runs += [Run(f", {words}", "date") for words in further]
    return tuple(runs)


def evidence(parts: Sequence[Part], agenda: Agenda, about: str, party: str, citations: Citations) -> Evidence | None:
    """The quotes behind parts of a position, each with its sources, or who spoke; places and sources; notes."""
    if not citations.shown:
        return None
    quotes: dict[Quotation, None] = {}
    places: list[Run] = []
    notes: list[str] = []
    for part in parts:
        said = quotations(part.lineage.said, about, spoken_by(part, agenda, party), citations)
        quotes.update(dict.fromkeys(said))
        places.append(place(part, "faint", citations.cite(part.sources)))
        notes += [*_speaker(part, len(parts) > 1 or len(part.lineage.links) > 1), *_notes(part, several=len(parts) > 1)]
    if all(part.supposed for part in parts) and not (quotes or notes):
        return None  # that nothing is on file would say too little: nothing was said
    remarks = tuple((Run(note, "faint"),) for note in dict.fromkeys(notes))
    return Evidence(tuple(quotes), tuple(dict.fromkeys(places)), remarks)


def place(part: Part, style: Style, cites: tuple[int, ...] = ()) -> Run:
    """Where a part stands in the files; what is supposed stands nowhere."""
    if part.supposed:
        return Run(provenance.SUPPOSED, style, cites)
    at = part.term.location
    return Run(f"{at.file}:{at.line}", style, cites, file=at.file)


def _speaker(part: Part, dated: bool) -> list[str]:
    """Who spoke, where no quote says it; ``dated``: on which of several days."""
    if not part.speaker or part.lineage.said:
        return []
    return [f"Speaker of {wording.day(part.set_on)}: {part.speaker}" if dated else f"Speaker: {part.speaker}"]


def _notes(part: Part, several: bool) -> list[str]:
    """The notes of every statement of a part; of several parts, or of an earlier statement, each with its day."""
    notes: dict[str, int] = {}
    for link in part.lineage.links:
        if link.term is not None:
            notes.update(dict.fromkeys(wording.notes(link.term), link.day))
    last = max(notes.values(), default=0)
    dated = several or len(set(notes.values())) > 1 or last < part.set_on
    return [f"Note of {wording.day(day)}: {note}" if dated else f"Note: {note}" for note, day in notes.items()]


def spoken_by(part: Part, agenda: Agenda, party: str) -> str:
    """The name of the party in whose name a part was said: of what is inherited, that of the bloc."""
    return agenda.parties[part.said_by].name if part.said_by else party


def quotations(quotes: Iterable[Quote], about: str, party: str, citations: Citations) -> Iterator[Quotation]:
    """Quotes of a party on an issue, each with the sources that it stands on."""
    for quote in quotes:
        whose = f"{party} and others, jointly" if quote.statement.startswith("joint/") else party
        yield Quotation(
            about, whose, quote.speaker or "", provenance.quoted_on(quote), quote.text, citations.cite(quote.sources),
            quote.language or "", wording.language_in_words(quote), quote.translation or "",
            not_proven(quote, citations), _links(quote, citations),
        )  # fmt: skip


def not_proven(quote: Quote, citations: Citations) -> str:
    """That a quote is not verified, and how; nothing where it is, or where no page is kept."""
    result = citations.proofs.of(quote).result if citations.proofs else "verified"
    return "" if result == "verified" else evidence_wording.RESULTS[result]


def _links(quote: Quote, citations: Citations) -> tuple[tuple[str, str], ...]:
    proof = citations.proofs.of(quote) if citations.proofs else None
    return evidence_wording.links(proof.page, proof.archive, quote.translation is not None) if proof else ()


def issue(title: str, id: str, question: str | None = None) -> Cell:
    """The cell that names an issue."""
    lines: list[Line] = [(Run(title, "strong", page=f"issues/{id}"),)]
    return Cell((*lines, *(((Run(question, "faint"),),) if question else ())), id)


_STYLES: Mapping[str, Style] = {"same": "plain", "removed": "removed", "added": "added"}


def word_by_word(label: str, before: str, after: str) -> Fact:
    """Two texts against each other: what only the first has, what only the second has, what both have."""
    from posdiff.comparison.words import shown_whole, word_runs

    runs = word_runs(before, after)
    return Fact(f"{label} ({wording.TOO_LONG})" if shown_whole(runs) else label, apart(runs))


def clause_words(edit: ClauseEdit) -> Cell:
    """The words of a clause against those before, word by word; of one that is new or gone, all of them."""
    from posdiff.comparison.words import shown_whole

    change = edit.step.change
    runs = apart(edit.step.words)
    if change in ("added", "dropped"):
        runs = (Run(edit.clause.text, "added" if change == "added" else "removed"),)
    whole = ((Run(wording.TOO_LONG, "faint"),),) if shown_whole(edit.step.words) else ()
    return Cell((runs, *whole) if runs else ())


def apart(runs: Iterable[WordRun]) -> Line:
    """Words that were taken out and put in, among those that stayed."""
    return tuple(Run(run.text, _STYLES[run.kind]) for run in runs)
