"""All pages of a site, and the files that stand beside them: every text by its path."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import NamedTuple

from posdiff.answers.answer import Filter
from posdiff.answers.draft import narrowed as draft_narrowed
from posdiff.answers.site import Site
from posdiff.comparison.relations import Comparison
from posdiff.dossier.statement import Statement
from posdiff.reports import wording
from posdiff.reports.document import Document, line
from posdiff.reports.shapes import site as shapes
from posdiff.reports.shapes import writing
from posdiff.reports.site import (
    about,
    beside,
    days,
    draft,
    feed,
    issue,
    lists,
    names,
    overview,
    party,
    pictures,
    search,
    sources,
    statement,
)
from posdiff.reports.site.beside import Data
from posdiff.reports.site.sources import Sources
from posdiff.reports.writers.html import site as writer
from posdiff.reports.writers.html.site import Frame, Notice, SitePage
from posdiff.version import __version__

#: The scripts of the pages that have any: what is looked up, then what looks it up.
_SEARCH = ("search-index.js", "search.js")
_DAYS = ("days-index.js", "days.js")


class PagePlan(NamedTuple):
    """A page before it is made: its path without a suffix, the entry of the menu that it belongs to, what makes it.

    ``scripts``: what it loads, so that it shows any day or finds words. ``picture``, ``addresses``: as in ``SitePage``.
    """

    path: str
    area: str
    document: Callable[[], Document]
    data: Callable[[], Data] | None = None
    scripts: tuple[str, ...] = ()
    picture: Callable[[], str] = str
    addresses: tuple[tuple[str, str], ...] = ()


def files(site: Site, url: str = "") -> dict[str, str]:
    """Every file of the site by its path, in the order of the pages. ``url``: where they will stand, if known."""
    return {path: made() for path, made in texts(site, url=url).items()}


def texts(site: Site, notice: Notice | None = None, url: str = "") -> dict[str, Callable[[], str]]:
    """What makes the text of every file of the site, by its path: nothing is composed before it is asked for.

    ``notice``: what stands above each page, while somebody edits the files. ``url``: where they will stand, if known.
    """
    every = sources.sources(site)
    planned = tuple(_planned(site, every))
    frame = _frame(site, planned, every)._replace(notice=notice)
    made: dict[str, Callable[[], str]] = {"site.css": partial(writer.style, notice is not None)}
    made |= {f"{each.path}.html": partial(_page, each, frame) for each in planned}
    made["search.js"] = partial(writer.script, "search.js")
    made["search-index.js"] = partial(search.script, site, every)
    made |= {"days.js": partial(writer.script, "days.js"), "days-index.js": partial(days.script, site)}
    made["feed.xml"] = partial(feed.text, site, url)
    if notice is not None and notice.version:
        made["reload.js"] = partial(writer.script, "reload.js")
    return made | {f"{each.path}.json": partial(_data, each.data, every) for each in planned if each.data}


def missing(path: str, site: Site, notice: Notice | None = None) -> str:
    """A page in the place of one that the site does not have, by the path that was asked for."""
    gist = line("The files name nothing of which this could be the page; a link may be of an earlier state of them.")
    page = SitePage(path, "", Document("site", "No such page", gist))
    every = sources.sources(site)
    return writer.write(page, _frame(site, tuple(_planned(site, every)), every)._replace(notice=notice))


def _page(planned: PagePlan, frame: Frame) -> str:
    data = planned.data() if planned.data else None
    page = SitePage(
        f"{planned.path}.html", planned.area, planned.document(), data is not None,
        data.command if data else "", data.more if data else "", planned.scripts, planned.picture(), planned.addresses,
    )  # fmt: skip
    return writer.write(page, frame)


def _data(data: Callable[[], Data], every: Sources) -> str:
    return data().text(every)


def _planned(site: Site, every: Sources) -> Iterator[PagePlan]:
    grid = partial(Data, partial(shapes.grid, site))
    yield PagePlan("index", "index", partial(overview.document, site), grid, _DAYS)
    for row in site.compare.issues:
        data = partial(_compared, site, row) if len(site.compare.parties) > 1 else None
        document, picture = partial(issue.document, site, row), partial(pictures.of_issue, site, row)
        yield PagePlan(names.of_issue(row.issue.id), "index", document, data, _DAYS, picture)
    if site.compare.deadlocks:
        yield PagePlan("deadlocks", "deadlocks", partial(lists.deadlocks, site), partial(_deadlocks, site))
    yield from _parties(site)
    yield from _drafts(site)
    yield from _statements(site, every)
    yield from _sources(site, every)
    yield PagePlan("search", "search", search.document, scripts=_SEARCH)
    made = partial(Data, partial(shapes.about, site, overview.title(site.agenda), __version__))
    yield PagePlan("about", "about", partial(about.document, site), made)


def _compared(site: Site, row: Comparison) -> Data:
    """The comparison on one issue, without the deadlocks that it is part of: these stand beside their own page."""
    answer = site.only(row.relation, row.issue.id)
    return beside.asked(answer, f"compare {_parties_in_words(site)} --issue {row.issue.id} --only {row.relation}", site)


def _deadlocks(site: Site) -> Data:
    return beside.asked(site.only("deadlock"), f"compare {_parties_in_words(site)} --only deadlock", site)


def _parties_in_words(site: Site) -> str:
    return wording.asked(site.compare.parties, site.agenda)


def _parties(site: Site) -> Iterator[PagePlan]:
    listed = Data(partial(writing.to_dict, site.listed_parties), "posdiff parties --format json", "keys that are null")
    yield PagePlan("parties", "parties", partial(lists.parties, site), lambda: listed)
    for id in site.positions:
        document = partial(party.document, site, id)
        yield PagePlan(names.of_party(id), "parties", document, partial(_party, site, id), _DAYS)


def _party(site: Site, id: str) -> Data:
    """What a party holds, without what that stands on: this stands beside the pages of issues and statements."""
    said = [f"{names.of_statement(said.location.file)}.html" for said in site.statements if id in said.parties]
    asked = beside.asked(site.positions[id], f"show {id}", site)
    value = partial(shapes.party, site, site.positions[id], said)
    return Data(value, asked.command, "all quotes, notes and sources of the positions")


def _drafts(site: Site) -> Iterator[PagePlan]:
    if not site.drafts:
        return
    listed = partial(beside.asked, site.listed_drafts, "drafts", site)
    yield PagePlan("drafts", "drafts", partial(lists.drafts, site), listed)
    for id, answer in site.drafts.items():
        data = partial(_broken, site, id)
        yield PagePlan(names.of_draft(id), "drafts", partial(draft.document, site, answer), data)


def _broken(site: Site, id: str) -> Data:
    """The answer on the red lines that a draft crosses, or else on all that it breaks; and how it is asked.

    With everything that stands open, eight drafts were 3 MB of JSON.
    """
    answer = site.drafts[id]
    crossed = {term.issue.id for of in answer.parties for term in of.red_lines("crossed")}
    issues = tuple(issue for issue in answer.filter.issues if issue in crossed) or answer.filter.issues
    narrowed = draft_narrowed(answer, Filter(issues, frozenset(("broken",))))
    asked = "".join(f" --issue {issue}" for issue in issues) if crossed else ""
    return beside.asked(narrowed, f"draft {id} --only broken{asked}", site)


def _statements(site: Site, every: Sources) -> Iterator[PagePlan]:
    paths = {said.location.file: names.of_statement(said.location.file) for said in site.statements}
    listed = [(said, f"{paths[said.location.file]}.html") for said in reversed(site.statements)]
    data = partial(Data, partial(shapes.statements, listed))
    yield PagePlan("statements", "statements", partial(lists.statements, site), data)
    moves = cache(partial(statement.moves, site))
    for said in site.statements:
        document, data = partial(_statement, site, said, moves), partial(_said, site, said, moves, every)
        yield PagePlan(paths[said.location.file], "statements", document, data)


def _statement(site: Site, said: Statement, moves: Callable[[], statement.Moves]) -> Document:
    return statement.document(site, said, moves().get(said.location.file, {}))


def _said(site: Site, said: Statement, moves: Callable[[], statement.Moves], every: Sources) -> Data:
    return Data(lambda: shapes.statement(site, said, moves().get(said.location.file, {}), every.of(said)))


def _sources(site: Site, every: Sources) -> Iterator[PagePlan]:
    listed = [(page.source, f"{page.path}.html") for page in every.pages]
    data = partial(Data, partial(shapes.sources, listed))
    yield PagePlan("sources", "sources", partial(sources.listed, every), data)
    for page in every.pages:
        data = partial(Data, partial(shapes.source, page.source, page.stands))
        named = (("Address: ", page.source.url), ("Archived at ", page.source.archive))
        addresses = tuple((label, url) for label, url in named if url)
        yield PagePlan(page.path, "sources", partial(sources.document, page, site), data, addresses=addresses)


def _frame(site: Site, planned: tuple[PagePlan, ...], every: Sources) -> Frame:
    """What all pages have in common: the menu, and where everything that is named stands."""
    titles = {
        "index": "Overview", "deadlocks": "Deadlocks", "parties": "Parties", "drafts": "Drafts",
        "statements": "Statements", "sources": "Sources", "search": "Search", "about": "About",
    }  # fmt: skip
    there = {each.path for each in planned}
    menu = tuple((path, title) for path, title in titles.items() if path in there)
    pages = {path: f"{path}.html" for path in there} | {"feed.xml": "feed.xml"}
    pages |= {f"issues/{id}": f"{names.of_issue(id)}.html" for id in site.agenda.issues}
    pages |= {f"parties/{id}": f"{names.of_party(id)}.html" for id in site.agenda.parties}
    pages |= {f"drafts/{id}": f"{names.of_draft(id)}.html" for id in site.drafts}
    of_files = {said.location.file: f"{names.of_statement(said.location.file)}.html" for said in site.statements}
    of_files |= {each.draft.location.file: f"{names.of_draft(id)}.html" for id, each in site.drafts.items()}
    places = writer.places((page.footnote, f"{page.path}.html") for page in every.pages)
    return Frame(overview.title(site.agenda), menu, pages, of_files, places, _stamp(site))


def _stamp(site: Site) -> str:
    """What made the pages, of which commit and day."""
    commit = site.basis.commit
    of = f", of commit {commit.id[:12]} ({wording.day(commit.day)})" if commit else ""
    return f"Made by posdiff {__version__} as of {wording.day(site.as_of)}{of}."
