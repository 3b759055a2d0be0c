"""All pages of a site, and the files that stand beside them: every text by its path."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import NamedTuple

from posdiff.answers.answer import Answer, Filter
from posdiff.answers.draft import narrowed as draft_narrowed
from posdiff.answers.site import Site
from posdiff.comparison.relations import Comparison
from posdiff.dossier.statement import Statement
from posdiff.reports import wording
from posdiff.reports.document import Document, Footnote, line
from posdiff.reports.shapes import writing
from posdiff.reports.site import (
    about,
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
    statement,
)
from posdiff.reports.writers.html import site as writer
from posdiff.reports.writers.html.site import Frame, Notice, SitePage
from posdiff.version import __version__

#: The scripts of the pages that have any: what is looked up, then what looks it up.
_SEARCH = ("search-index.js", "search.js")
_DAYS = ("days-index.js", "days.js")


class Data(NamedTuple):
    """The JSON beside a page, and the command that writes the same."""

    answer: Answer
    command: str

    @property
    def text(self) -> str:
        """In fewer bytes than the command writes: no blanks between, and letters as they are."""
        return json.dumps(writing.to_dict(self.answer), ensure_ascii=False, separators=(",", ":")) + "\n"


class PagePlan(NamedTuple):
    """A page before it is made: its path without a suffix, the entry of the menu that it belongs to, what makes it.

    ``scripts``: what it loads, so that it shows any day or finds words. ``picture``: SVG, as in ``SitePage``.
    """

    path: str
    area: str
    document: Callable[[], Document]
    data: Callable[[], Data] | None = None
    scripts: tuple[str, ...] = ()
    picture: Callable[[], str] = str


def files(site: Site) -> dict[str, str]:
    """Every file of the site by its path, in the order in which the pages are listed."""
    return {path: made() for path, made in texts(site).items()}


def texts(site: Site, notice: Notice | None = None) -> dict[str, Callable[[], str]]:
    """What makes the text of every file of the site, by its path: nothing is composed before it is asked for.

    ``notice``: what stands above each page, while somebody edits the files.
    """
    sources = lists.sources(site)
    planned = tuple(_planned(site, sources.document))
    frame = _frame(site, planned, sources.document.sources)._replace(notice=notice)
    made: dict[str, Callable[[], str]] = {"site.css": partial(writer.style, notice is not None)}
    made |= {f"{each.path}.html": partial(_page, each, sources, frame) for each in planned}
    made["search.js"] = partial(writer.script, "search.js")
    made["search-index.js"] = partial(search.script, site, sources.document)
    made |= {"days.js": partial(writer.script, "days.js"), "days-index.js": partial(days.script, site)}
    made["feed.xml"] = partial(feed.text, site)
    if notice is not None and notice.version:
        made["reload.js"] = partial(writer.script, "reload.js")
    return made | {f"{each.path}.json": partial(_data, each.data) for each in planned if each.data}


def missing(path: str, site: Site, notice: Notice | None = None) -> str:
    """A page in the place of one that the site does not have, by the path that was asked for."""
    gist = line("The files name nothing of which this could be the page; a link may be of an earlier state of them.")
    page = SitePage(path, "", Document("site", "No such page", gist), "", {})
    return writer.write(
        page, _frame(site, tuple(_planned(site, lists.sources(site).document)), ())._replace(notice=notice)
    )


def _page(planned: PagePlan, sources: lists.Sources, frame: Frame) -> str:
    command = planned.data().command if planned.data else ""
    stands = sources.stands if planned.path == "sources" else {}
    page = SitePage(
        f"{planned.path}.html", planned.area, planned.document(), command, stands, planned.scripts, planned.picture()
    )
    return writer.write(page, frame)


def _data(data: Callable[[], Data]) -> str:
    return data().text


def _planned(site: Site, sources: Document) -> Iterator[PagePlan]:
    yield PagePlan("index", "index", partial(overview.document, site), scripts=_DAYS)
    for row in site.compare.issues:
        data = partial(_compared, site, row) if len(site.compare.parties) > 1 else None
        document, picture = partial(issue.document, site, row), partial(pictures.of_issue, site, row)
        yield PagePlan(names.of_issue(row.issue.id), "index", document, data, _DAYS, picture)
    if site.compare.deadlocks:
        yield PagePlan("deadlocks", "deadlocks", partial(lists.deadlocks, site), partial(_deadlocks, site))
    yield from _parties(site)
    yield from _drafts(site)
    yield from _statements(site)
    yield PagePlan("sources", "sources", lambda: sources)
    yield PagePlan("search", "search", search.document, scripts=_SEARCH)
    yield PagePlan("about", "about", partial(about.document, site))


def _compared(site: Site, row: Comparison) -> Data:
    """The comparison on one issue, without the deadlocks that it is part of: these stand beside their own page."""
    answer = site.only(row.relation, row.issue.id)
    return _asked(answer, f"compare {_parties_in_words(site)} --issue {row.issue.id} --only {row.relation}", site)


def _deadlocks(site: Site) -> Data:
    return _asked(site.only("deadlock"), f"compare {_parties_in_words(site)} --only deadlock", site)


def _parties_in_words(site: Site) -> str:
    return " ".join(asked.party for asked in site.compare.parties)


def _parties(site: Site) -> Iterator[PagePlan]:
    listed = Data(site.listed_parties, "posdiff parties --format json")
    yield PagePlan("parties", "parties", partial(lists.parties, site), lambda: listed)
    for id, shown in site.positions.items():
        data = partial(_asked, shown, f"show {id}", site)
        yield PagePlan(names.of_party(id), "parties", partial(party.document, site, id), data, _DAYS)


def _drafts(site: Site) -> Iterator[PagePlan]:
    if not site.drafts:
        return
    listed = partial(_asked, site.listed_drafts, "drafts", site)
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
    return _asked(narrowed, f"draft {id} --only broken{asked}", site)


def _statements(site: Site) -> Iterator[PagePlan]:
    yield PagePlan("statements", "statements", partial(lists.statements, site))
    moves = cache(partial(statement.moves, site))
    for said in site.statements:
        yield PagePlan(names.of_statement(said.location.file), "statements", partial(_statement, site, said, moves))


def _statement(site: Site, said: Statement, moves: Callable[[], statement.Moves]) -> Document:
    return statement.document(site, said, moves().get(said.location.file, {}))


def _asked(answer: Answer, question: str, site: Site) -> Data:
    """An answer with the command that asks for it."""
    return Data(answer, f"posdiff {question} --at {wording.day(site.as_of)}{site.basis.options} --format json")


def _frame(site: Site, planned: tuple[PagePlan, ...], sources: tuple[Footnote, ...]) -> Frame:
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
    return Frame(overview.title(site.agenda), menu, pages, of_files, writer.places(sources), _stamp(site))


def _stamp(site: Site) -> str:
    """What made the pages, of which commit and day."""
    commit = site.basis.commit
    of = f", of commit {commit.id[:12]} ({wording.day(commit.day)})" if commit else ""
    return f"Made by posdiff {__version__} as of {wording.day(site.as_of)}{of}."
