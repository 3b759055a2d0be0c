"""The page of a party: what it holds, and its statements, the last one first. Quotes stand with issues, statements."""

from __future__ import annotations

from posdiff.answers.site import Site
from posdiff.reports import wording
from posdiff.reports.compose import history, show
from posdiff.reports.document import Chronicle, Document, Line, Section, line


def document(site: Site, party: str) -> Document:
    """The position, topic by topic; the statements."""
    about = site.agenda.parties[party]
    shown = show.document(site.positions[party], with_evidence=False)
    lead: list[Line] = [line(about.note)] if about.note else []
    lead += [line("An observer: no party to the talks.")] if about.observer else []
    lead += [line(f"Also called {', '.join(about.aliases)}.", "faint")] if about.aliases else []
    said = [statement for statement in site.statements if party in statement.parties]
    events = tuple(history.event(statement, about.name)._replace(lines=()) for statement in reversed(said))
    statements = Section(
        f"Statements ({len(said)})", (Chronicle("Statements", events),) if said else (), "" if said else "none",
        anchor="statements",
    )  # fmt: skip
    gist = (*shown.gist, *line(f", in {wording.count(len(said), 'statement')}"))
    return shown._replace(
        command="site", gist=gist, lead=(*lead, *shown.lead), sections=(*shown.sections, statements), choices=()
    )
