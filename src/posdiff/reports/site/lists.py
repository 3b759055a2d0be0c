"""The pages that list: statements, deadlocks, sources with all that stands on each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from posdiff.answers.site import Site
from posdiff.dossier.statement import Draft, Statement
from posdiff.kinds.kind import joined
from posdiff.reports import wording
from posdiff.reports.compose import compare, history
from posdiff.reports.compose import drafts as composed_drafts
from posdiff.reports.compose import parties as composed_parties
from posdiff.reports.compose.evidence import Citations
from posdiff.reports.document import Chronicle, Document, Line, Run, Section, line


def statements(site: Site) -> Document:
    """Every statement, the last one first."""
    names = site.agenda.parties
    every = [
        history.event(said, joined([names[party].name for party in said.parties]))
        for said in reversed(site.statements)
    ]  # fmt: skip
    events = tuple(event._replace(lines=()) for event in every)
    gist = line(wording.count(len(events), "statement"))
    lead = ((Run("What each of them changed, as a feed for a reader of news: "), Run("feed.xml", page="feed.xml")),)
    section = Section("Line of statements", (Chronicle("Statements", events),))
    return Document("site", "Statements", gist, lead, (section,) if events else ())


def deadlocks(site: Site) -> Document:
    """The deadlocks of all parties, drawn, with who demands what."""
    citations = Citations()
    parts = tuple(compare.across_issues(site.compare, citations))
    gist = line(wording.relation_count("deadlock", len(site.compare.deadlocks)))
    return Document("site", "Deadlocks", gist, (), parts, citations.footnotes())


class Sources(NamedTuple):
    """The page of the sources; ``stands``: by the number of each, all that stands on it."""

    document: Document
    stands: Mapping[int, Line]


def sources(site: Site) -> Sources:
    """Every source, in the order of the statements and drafts that name it."""
    citations = Citations()
    by_number: dict[int, list[Run]] = {}
    proposed = [answer.draft for answer in site.drafts.values()]
    every: list[Statement | Draft] = [*site.statements, *proposed]
    for said in every:
        for number in citations.cite(said.sources.values()):
            stands = by_number.setdefault(number, [])
            stands += [Run("; ")] if stands else []
            stands.append(Run(_named(site, said), file=said.location.file))
    footnotes = citations.footnotes()
    gist = line(wording.count(len(footnotes), "source"))
    lead = (line("Under each stand the statements and drafts that name it."),) if footnotes else ()
    document = Document("site", "Sources", gist, lead, (), footnotes)
    return Sources(document, {number: tuple(runs) for number, runs in by_number.items()})


def _named(site: Site, said: Statement | Draft) -> str:
    """``Russia, 2024-06-14``; of a draft its title."""
    if isinstance(said, Draft):
        return f"{said.title or said.id} (draft)"
    whose = joined([site.agenda.parties[party].name for party in said.parties])
    return f"{whose}, {wording.day(said.day)}"


def parties(site: Site) -> Document:
    """The parties, with their notes."""
    return composed_parties.document(site.listed_parties)._replace(command="site", title="Parties")


def drafts(site: Site) -> Document:
    """The drafts, the oldest first."""
    return composed_drafts.document(site.listed_drafts)._replace(command="site", title="Drafts")
