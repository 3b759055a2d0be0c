"""What stands behind a position: its quotes and sources, the same on every page."""

from __future__ import annotations

from typing import NamedTuple

from posdiff.dossier.position import Held
from posdiff.reports import provenance
from posdiff.reports.escaping import shortened
from posdiff.reports.terminal.page import Page, Span, quoted

_MOST_QUOTE = 240


class Shown(NamedTuple):
    """What the reader asked to see beside the positions themselves."""

    quotes: bool = False
    sources: bool = False


def word_by_word(before: str, after: str) -> list[Span | str]:
    """One text against another: what only the first has as ``[-…-]``, what only the second has as ``{+…+}``."""
    from posdiff.comparison.words import word_runs

    spans: list[Span | str] = []
    for run in word_runs(before, after):
        if run.kind == "same":
            spans.append(run.text)
        elif run.kind == "removed":
            spans.append(Span(f"[-{run.text}-]", "contradiction"))
        else:
            spans.append(Span(f"{{+{run.text}+}}", "agreed"))
    return spans


def proof(made: Page, held: Held, shown: Shown, indent: int) -> None:
    """The quote and the sources under a position."""
    if shown.quotes:
        quotes(made, held, indent, _MOST_QUOTE)
    if shown.sources:
        sources(made, held, indent)


def quotes(made: Page, held: Held, indent: int, most: int) -> None:
    """The quotes behind a term, each with its day, cut after ``most`` characters; or that there is none."""
    for quote in held.lineage.said:
        day = Span(f"  [{provenance.quoted_on(quote)}]", "date")
        made.line(Span(quoted(shortened(quote.text, most))), day, indent=indent, hang=1)
    if not held.lineage.said:
        made.line(Span("no quote on file", "faint"), indent=indent)


def sources(made: Page, held: Held, indent: int) -> None:
    """Where a term stands in the dossier, and every source on the way to it."""
    at = held.term.location
    made.line(Span(f"{at.file}:{at.line}", "faint"), indent=indent)
    for source in held.sources:
        parts = [source.title, source.publisher, source.date, source.url]
        words = ", ".join(part for part in parts if part) or source.key
        made.line(Span(f"source: {words}", "faint"), indent=indent, hang=2)
