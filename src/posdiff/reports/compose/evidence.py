"""What positions stand on: sources as numbered footnotes, each numbered where it is first cited; days and quotes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Held
from posdiff.dossier.statement import Source
from posdiff.reports import provenance, wording
from posdiff.reports.document import Cell, Dates, Evidence, Fact, Footnote, Line, Quotation, Run, Style


class Citations:
    """Gives every source its number. The same page cited by two statements is one source.

    ``shown``: whether what positions stand on is shown at all; if not, nothing is cited.
    """

    def __init__(self, shown: bool = True) -> None:
        self.shown = shown
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


def position(held: Held, agenda: Agenda, about: str, speaker: str, citations: Citations) -> Cell:
    """A term in a cell: how firm, what it says, when it was said and stated again, each day with its sources; notes."""
    words = (*firmness(held), Run(wording.term_in_words(held.term, agenda)))
    occasions = provenance.occasions(held)
    dates = Dates(stated(held, occasions, citations), provenance.held_since(held, occasions))
    return Cell((words,), dates=dates, evidence=evidence(held, about, speaker, citations))


def firmness(held: Held) -> Line:
    """How firm a term is, where it is not simply firm."""
    if held.term.firmness == "firm":
        return ()
    red = held.term.firmness == "red-line"
    return (Run(wording.RED_LINE if red else "flexible", "red-line" if red else "faint"), Run("  "))


def stated(held: Held, occasions: Iterable[provenance.Occasion], citations: Citations) -> Line:
    """``said 2024-06-14 [1][2], reaffirmed 2025-08-13 [3]``: every day on which it was stated, with its sources.

    What was held before and added to comes after them: ``on top of 2024-03-11 [4]``; then the last day, if any.
    """
    runs: list[Run] = []
    cited: set[int] = set()
    for word, link in occasions:
        cites = tuple(number for number in citations.cite(link.own) if number not in cited)
        cited.update(cites)
        runs += [Run(", ", "faint")] if runs else []
        runs.append(Run(f"{word} {wording.day(link.day)}".lstrip(), "date", cites))
    runs += [Run(f", {words}", "date") for words in provenance.expiry(held)]
    return tuple(runs)


def evidence(held: Held, about: str, speaker: str, citations: Citations) -> Evidence | None:
    """The quotes behind a term, each with the sources of the statement that it is from; its place; all its sources."""
    if not citations.shown:
        return None
    by_statement: Mapping[str, tuple[Source, ...]] = {link.statement: link.own for link in held.lineage.links}
    quotes = tuple(
        Quotation(
            about, speaker, provenance.quoted_on(quote), quote.text,
            citations.cite(by_statement.get(quote.statement, ())),
        )
        for quote in held.lineage.said
    )  # fmt: skip
    place = held.term.location
    notes = tuple((Run(f"Note: {note}", "faint"),) for note in wording.notes(held.term))
    return Evidence(quotes, f"{place.file}:{place.line}", citations.cite(held.sources), notes)


def issue(title: str, id: str, question: str | None = None) -> Cell:
    """The cell that names an issue."""
    lines: list[Line] = [(Run(title, "strong"),)]
    return Cell((*lines, *(((Run(question, "faint"),),) if question else ())), id)


_STYLES: Mapping[str, Style] = {"same": "plain", "removed": "removed", "added": "added"}


def word_by_word(label: str, before: str, after: str) -> Fact:
    """Two texts against each other: what only the first has, what only the second has, what both have."""
    from posdiff.comparison.words import word_runs

    return Fact(label, tuple(Run(run.text, _STYLES[run.kind]) for run in word_runs(before, after)))
