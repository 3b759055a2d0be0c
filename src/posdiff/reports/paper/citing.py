"""Sources as numbered footnotes, each numbered where it is first cited; and positions with what they stand on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from posdiff.comparison.words import WordRun
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Held
from posdiff.dossier.statement import Source
from posdiff.reports import provenance, wording
from posdiff.reports.paper.blocks import Cell, Line, Note, Quoted, Run, Style


class Citations:
    """Gives every source its number. The same page cited by two statements is one source."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str | None, ...], int] = {}
        self._sources: list[Source] = []

    def cite(self, sources: Iterable[Source]) -> tuple[int, ...]:
        """The numbers of sources, in the order in which they are given."""
        return tuple(dict.fromkeys(self._number(source) for source in sources))

    def _number(self, source: Source) -> int:
        key: tuple[str | None, ...] = (source.title, source.publisher, source.date, source.url, source.note)
        if not any(key):
            key = (source.statement, source.key)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            self._sources.append(source)
        return self._numbers[key]

    def notes(self) -> tuple[Note, ...]:
        """All that were cited, in the order of their numbers."""
        return tuple(
            Note(number, wording.source_in_words(source), source.url, source.note)
            for number, source in enumerate(self._sources, 1)
        )


def position(held: Held, agenda: Agenda, about: str, who: str, citations: Citations) -> Cell:
    """A term in a cell: how firm, what it says, when it was said and stated again, each day with its sources; notes."""
    words = firm(held)
    words.append(Run(wording.term_in_words(held.term, agenda)))
    lines: list[Line] = [tuple(words), stated(held, citations)]
    lines += [(Run(f"Note: {note}", "faint"),) for note in wording.notes(held.term)]
    return Cell(tuple(lines), quoted(held, about, who, citations))


def firm(held: Held) -> list[Run]:
    """How firm a term is, where it is not simply firm."""
    if held.term.firmness == "firm":
        return []
    red = held.term.firmness == "red-line"
    return [Run(wording.RED_LINE if red else "flexible", "red-line" if red else "faint"), Run("  ")]


def stated(held: Held, citations: Citations) -> Line:
    """``said 2024-06-14 [1][2], reaffirmed 2025-08-13 [3]``: every day on which it was stated, with its sources.

    What was held before and added to comes after them: ``on top of 2024-03-11 [4]``; then the last day, if any.
    """
    runs: list[Run] = []
    cited: set[int] = set()
    for word, link in provenance.occasions(held):
        cites = tuple(each for each in citations.cite(link.own) if each not in cited)
        cited.update(cites)
        runs += [Run(", ", "faint")] if runs else []
        runs.append(Run(f"{word} {wording.day(link.day)}".lstrip(), "date", cites))
    runs += [Run(f", {words}", "date") for words in provenance.expiry(held)]
    return tuple(runs)


def quoted(held: Held, about: str, who: str, citations: Citations) -> tuple[Quoted, ...]:
    """The quotes behind a term, each with the sources of the statement that it is from."""
    by_statement: Mapping[str, tuple[Source, ...]] = {link.statement: link.own for link in held.lineage.links}
    return tuple(
        Quoted(
            about, who, provenance.quoted_on(quote), quote.text, citations.cite(by_statement.get(quote.statement, ()))
        )
        for quote in held.lineage.said
    )


_STYLES: Mapping[str, Style] = {"same": "plain", "removed": "removed", "added": "added"}


def compared(runs: Iterable[WordRun]) -> Line:
    """Words side by side: what only the first has, what only the second has, what both have."""
    return tuple(Run(run.text, _STYLES[run.kind]) for run in runs)
