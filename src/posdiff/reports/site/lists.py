"""The pages that list: statements, deadlocks, parties, drafts."""

from __future__ import annotations

from posdiff.answers.site import Site
from posdiff.kinds.kind import joined
from posdiff.reports import wording
from posdiff.reports.compose import compare, history
from posdiff.reports.compose import drafts as composed_drafts
from posdiff.reports.compose import parties as composed_parties
from posdiff.reports.compose.evidence import Citations
from posdiff.reports.document import Chronicle, Document, Run, Section, line


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


def parties(site: Site) -> Document:
    """The parties, with their notes."""
    return composed_parties.document(site.listed_parties)._replace(command="site", title="Parties")


def drafts(site: Site) -> Document:
    """The drafts, the oldest first."""
    return composed_drafts.document(site.listed_drafts)._replace(command="site", title="Drafts")
