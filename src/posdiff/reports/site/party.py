"""The page of a party: what it holds, and its statements, the last one first. Quotes stand with issues, statements."""

from __future__ import annotations

from posdiff.answers.site import Site
from posdiff.reports import provenance, wording
from posdiff.reports.compose import history, show
from posdiff.reports.document import Block, Bullets, Chronicle, Document, Line, Row, Run, Section, Table, line
from posdiff.reports.site import memberships


def document(site: Site, party: str) -> Document:
    """The blocs of the party and its members; the position, topic by topic; the statements."""
    about = site.agenda.parties[party]
    shown = show.document(site.positions[party], with_evidence=False)
    lead: list[Line] = [line(about.note)] if about.note else []
    lead += [line("An observer: no party to the talks.")] if about.observer else []
    lead += [line(f"Also called {', '.join(about.aliases)}.", "faint")] if about.aliases else []
    words = provenance.unofficial({about.name: [*site.positions[party].position.terms.values()]}, 1)
    # The line stays where the slider is moved: it names its day.
    lead += [line(f"As of {wording.day(site.as_of)}: {words[0].lower()}{words[1:]}.")] if words else []
    lead += memberships.inherited(site, party)
    said = [statement for statement in site.statements if party in statement.parties]
    events = tuple(history.event(statement, about.name)._replace(lines=()) for statement in reversed(said))
    statements = Section(
        f"Statements ({len(said)})", (Chronicle("Statements", events),) if said else (), "" if said else "none",
        anchor="statements",
    )  # fmt: skip
    reported = sum(statement.standing == "reported" for statement in said)
    among = f", {reported} of them only reported" if reported else ""
    counted = Run(f", in {wording.count(len(said), 'statement')}{among}")
    gist = (Run(f"as of {wording.day(site.as_of)} "), *shown.gist, counted)
    parts = (*memberships.sections(site, party), *map(_without_ids, shown.sections), statements)
    return Document("site", about.name, gist, (*lead, *shown.lead), parts)


def _without_ids(part: Section) -> Section:
    """The section without the ids and the questions of issues: these stand on the pages of issues, which it names."""
    return part if part.anchor == "of-drafts" else part._replace(blocks=tuple(map(_titles_only, part.blocks)))


def _titles_only(block: Block) -> Block:
    if isinstance(block, Bullets):
        return Bullets(tuple((title, *further) for title, _, *further in block.lines))
    assert isinstance(block, Table)
    return block._replace(rows=tuple(map(_title_only, block.rows)))


def _title_only(row: Row) -> Row:
    title, *further = row.cells
    return row._replace(cells=(title._replace(id="", lines=title.lines[:1]), *further))
