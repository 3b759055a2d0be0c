"""What ``sources`` answers: every source, with what stands on it, the dead ends first."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple, get_args

from posdiff.answers.answer import DossierAnswer, Filter
from posdiff.answers.reading import Reader
from posdiff.dossier.sourcing import SourceUse, source_uses
from posdiff.dossier.statement import Draft, Snapshot, Source

if TYPE_CHECKING:
    from posdiff.dossier.sources.extraction import Problem
    from posdiff.dossier.sources.pages import Pages

#: Why a source may lead nowhere: it has neither an address nor a copy; no address, and the page of its snapshot is not
#: here as it was read; it passes on what others published; it has an address and no copy, in an archive or as a
#: snapshot that is here.
DeadEnd = Literal["no-address", "page-not-here", "repost", "no-copy"]
DEAD_ENDS: tuple[DeadEnd, ...] = get_args(DeadEnd)
#: What became of the page of a snapshot: it is here as it was read; it is not here; its bytes are others; or it is
#: there and cannot be read.
PageState = Literal["here", "not-here", "changed", "unreadable"]
_STATES: tuple[PageState, ...] = get_args(PageState)


class ListedSource(NamedTuple):
    """A page or document that one statement or draft names, or several. ``source``: what all of them say of it.

    ``page``: what became of the page of its snapshot; None where it has none.
    """

    source: Source
    uses: tuple[SourceUse, ...]
    page: PageState | None = None

    @property
    def dead_ends(self) -> tuple[DeadEnd, ...]:
        """Why it may lead nowhere, the worst first."""
        source = self.source
        kept = source.archive or self.page == "here"
        found: list[DeadEnd] = [] if source.url or kept else ["page-not-here" if self.page else "no-address"]
        found += ["repost"] if source.class_ == "repost" else []
        found += ["no-copy"] if source.url and not kept else []
        return tuple(found)

    @property
    def terms(self) -> int:
        """How many terms of statements, and outcomes of drafts, stand on it."""
        return sum(len(use.issues) for use in self.uses)

    @property
    def quotes(self) -> int:
        """How many quotes stand on it."""
        return sum(use.quotes for use in self.uses)


@dataclass(frozen=True, kw_only=True)
class EverySource(DossierAnswer):
    """The sources, the dead ends first; of those alike the one on which more stands first."""

    command: ClassVar[str] = "sources"

    parties: tuple[str, ...]
    sources: tuple[ListedSource, ...]
    #: By a party that was asked for, the blocs that it is in at some time which spoke, and were not asked for.
    blocs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def counts(self) -> dict[DeadEnd, int]:
        """How many sources there are of each dead end."""
        return {end: sum(end in listed.dead_ends for listed in self.sources) for end in DEAD_ENDS}


def sources(reader: Reader, parties: Collection[str], chosen: Filter) -> EverySource:
    """The sources of statements of these parties, and of drafts by them; of all, where none is named.

    Where not all issues are asked for: those on which a term on one of them stands.
    """
    agenda, issues = reader.agenda, set(chosen.issues)
    uses: dict[Hashable, list[SourceUse]] = {}
    for recorded in reader.dossier.recorded:
        whose = recorded.by if isinstance(recorded, Draft) else recorded.parties
        if parties and not set(parties) & set(whose):
            continue
        for use in source_uses(recorded):
            on = tuple(id for id in use.issues if id in issues)
            if on or issues == set(agenda.issues):
                uses.setdefault(_page(use.source), []).append(use._replace(issues=on))
    pages = reader.opened.pages(reader.environment) if reader.dossier.keeps_pages else None
    listed = [_listed(of_page, pages) for of_page in uses.values()]
    return EverySource(
        agenda=agenda, basis=reader.basis, parties=tuple(id for id in agenda.parties if id in parties),
        sources=tuple(sorted(listed, key=_order)), blocs=_blocs(reader, parties),
    )  # fmt: skip


def _blocs(reader: Reader, parties: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The blocs of each party that have sources of their own, and whose sources are not asked for as well."""
    statements = (recorded for recorded in reader.dossier.recorded if not isinstance(recorded, Draft))
    spoke = {party for statement in statements for party in statement.parties}
    agenda, others = reader.agenda, spoke - set(parties)
    above = {party: set(agenda.blocs_above(party)) & others for party in agenda.parties if party in parties}
    return {party: tuple(bloc for bloc in agenda.parties if bloc in blocs) for party, blocs in above.items() if blocs}


def _listed(uses: Sequence[SourceUse], pages: Pages | None) -> ListedSource:
    """A source, with the snapshot among those that its uses name of which the page is here."""
    merged = _merged([use.source for use in uses])
    found: dict[PageState, Snapshot] = {}
    for snapshot in dict.fromkeys(use.source.snapshot for use in uses):
        if pages is not None and snapshot is not None and "here" not in found:
            found.setdefault(_state(pages.problem(snapshot)), snapshot)
    state = next((state for state in _STATES if state in found), None)
    return ListedSource(merged._replace(snapshot=found[state] if state else None), tuple(uses), state)


def _state(problem: Problem | None) -> PageState:
    if problem is None:
        return "here"
    return "changed" if problem == "changed" else "not-here" if problem == "not-here" else "unreadable"


def _page(source: Source) -> Hashable:
    """What makes two sources one: the address; without one, what is said of it; a source of which nothing is said is
    its own.
    """
    if source.url:
        return source.url
    said = (source.title, source.publisher, source.date)
    return said if any(said) else (source.location.file, source.key)


def _merged(named: Sequence[Source]) -> Source:
    """What several statements say of one page: what the first says that says anything; the day it was last read."""
    return named[0]._replace(
        title=_first(source.title for source in named),
        publisher=_first(source.publisher for source in named),
        date=_first(source.date for source in named),
        archive=_first(source.archive for source in named),
        class_=next((source.class_ for source in named if source.class_), None),
        accessed=max((source.accessed for source in named if source.accessed), default=None),
    )


def _first(texts: Iterable[str | None]) -> str | None:
    return next((text for text in texts if text), None)


def _order(listed: ListedSource) -> tuple[object, ...]:
    worst = DEAD_ENDS.index(listed.dead_ends[0]) if listed.dead_ends else len(DEAD_ENDS)
    source = listed.source
    return (
        worst, -listed.terms, -listed.quotes, source.date or "", source.title or "", source.url or "",
        source.location.file, source.key,
    )  # fmt: skip
