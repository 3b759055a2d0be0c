"""What ``coverage`` answers: which sentences of the pages of sources are quoted, dismissed, or open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from posdiff.answers import names
from posdiff.answers.answer import DossierAnswer
from posdiff.answers.reading import Reader
from posdiff.comparison.evidence import coverage as of_pages
from posdiff.comparison.evidence.coverage import CoveredSource, UnreadSource
from posdiff.dossier.statement import Draft, Statement

#: The words of ``--fail-on``: an open sentence; a page that is not here; a dismissed passage that stands in no page.
FAILING = ("open", "unread", "dismissed-absent")


@dataclass(frozen=True, kw_only=True)
class Coverage(DossierAnswer):
    """The sources whose pages are here, and those whose pages are not. ``not_kept``: how many have no snapshot.

    ``everything``: whether all open sentences are shown, where only the first ones would be.
    """

    command: ClassVar[str] = "coverage"

    sources: tuple[CoveredSource, ...]
    unread: tuple[UnreadSource, ...]
    not_kept: int
    everything: bool

    @property
    def pages(self) -> tuple[CoveredSource, ...]:
        """Each page that is here once: the first of the sources whose pages are the same bytes."""
        once = {each.source.snapshot.sha256: each for each in reversed(self.sources) if each.source.snapshot}
        return tuple(reversed(once.values()))

    @property
    def reached(self) -> frozenset[str]:
        """``open``, ``unread`` and ``dismissed-absent``, where there is one of them."""
        there = {
            "open": any(each.page.open for each in self.sources),
            "unread": bool(self.unread),
            "dismissed-absent": any(each.absent for each in self.sources),
        }
        return frozenset(word for word, reached in there.items() if reached)


def coverage(reader: Reader, named: Sequence[str], until: int, everything: bool = False) -> Coverage:
    """The pages of what was said up to a day (an ordinal): of the statements, drafts and parties named, or of all."""
    dossier = reader.dossier
    asked: list[Statement | Draft] = [recorded for recorded in dossier.recorded if recorded.day <= until]
    if named:
        chosen = {recorded.location.file for text in named for recorded in names.recorded(dossier, text)}
        asked = [recorded for recorded in asked if recorded.location.file in chosen]
    found = of_pages.coverage(dossier, asked, reader.opened.pages(reader.environment).page)
    return Coverage(
        agenda=reader.agenda, basis=reader.basis, sources=found.covered, unread=found.unread, not_kept=found.not_kept,
        everything=everything,
    )  # fmt: skip
