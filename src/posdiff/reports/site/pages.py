"""All pages of a site, and the files that stand beside them: every text by its path."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from posdiff.answers.answer import Answer, Filter
from posdiff.answers.draft import DraftAnswer
from posdiff.answers.draft import narrowed as draft_narrowed
from posdiff.answers.site import Site
from posdiff.reports import wording
from posdiff.reports.document import Document, Footnote
from posdiff.reports.shapes import writing
from posdiff.reports.site import days, draft, feed, issue, lists, names, overview, party, search, statement
from posdiff.reports.writers.html import site as writer
from posdiff.reports.writers.html.site import Frame, SitePage
from posdiff.version import __version__

#: The scripts of the pages that have any: what is looked up, then what looks it up.
_SCRIPTS = {"search": ("search-index.js", "search.js"), "days": ("days-index.js", "days.js")}


class Data(NamedTuple):
    """The JSON beside a page, and the command that writes the same."""

    text: str
    command: str


class Made(NamedTuple):
    """A page before it is written: its path without a suffix, the entry of the menu that it belongs to."""

    path: str
    area: str
    document: Document
    data: Data | None = None


def files(site: Site) -> dict[str, str]:
    """Every file of the site by its path, in the order in which the pages are listed."""
    sources = lists.sources(site)
    made = tuple(_made(site, sources.document))
    frame = _frame(site, made, sources.document.sources)
    pages = (_page(each, sources) for each in made)
    texts = {"site.css": writer.style()}
    texts |= writer.write(pages, frame)
    texts |= {"search.js": writer.script("search.js"), "search-index.js": search.script(site, sources.document)}
    if len(site.compare.parties) > 1:
        texts |= {"days.js": writer.script("days.js"), "days-index.js": days.script(site)}
    texts["feed.xml"] = feed.text(site)
    return texts | {f"{each.path}.json": each.data.text for each in made if each.data}


def _page(made: Made, sources: lists.Sources) -> SitePage:
    command = made.data.command if made.data else ""
    stands = sources.stands if made.document is sources.document else {}
    return SitePage(f"{made.path}.html", made.area, made.document, command, stands, _SCRIPTS.get(made.path, ()))


def _made(site: Site, sources: Document) -> Iterator[Made]:
    yield Made("index", "index", overview.document(site))
    for row in site.compare.issues:
        id = row.issue.id
        data = _compared(site, id) if len(site.compare.parties) > 1 else None
        yield Made(names.of_issue(id), "index", issue.document(site, row), data)
    if len(site.compare.parties) > 1:
        yield Made("days", "days", days.document())
    if site.compare.deadlocks:
        yield Made("deadlocks", "deadlocks", lists.deadlocks(site))
    yield from _parties(site)
    yield from _drafts(site)
    yield from _statements(site)
    yield Made("sources", "sources", sources)
    yield Made("search", "search", search.document())
    yield Made("about", "about", lists.about(site))


def _compared(site: Site, id: str) -> Data:
    parties = " ".join(asked.party for asked in site.compare.parties)
    return _json(site.on_issue(id), f"compare {parties} --issue {id}", site)


def _parties(site: Site) -> Iterator[Made]:
    listed = Data(_text(site.listed_parties), "posdiff parties --format json")
    yield Made("parties", "parties", lists.parties(site), listed)
    for id, shown in site.positions.items():
        yield Made(names.of_party(id), "parties", party.document(site, id), _json(shown, f"show {id}", site))


def _drafts(site: Site) -> Iterator[Made]:
    if not site.drafts:
        return
    data = _json(site.listed_drafts, "drafts", site)
    yield Made("drafts", "drafts", lists.drafts(site), data)
    for id, answer in site.drafts.items():
        broken = _json(*_broken(answer, id), site)
        yield Made(names.of_draft(id), "drafts", draft.document(site, answer), broken)


def _broken(answer: DraftAnswer, id: str) -> tuple[DraftAnswer, str]:
    """The same answer on the red lines that the draft crosses, or else on all that it breaks; and how it is asked.

    With everything that stands open, eight drafts were 3 MB of JSON.
    """
    crossed = {term.issue.id for of in answer.parties for term in of.red_lines("crossed")}
    issues = tuple(issue for issue in answer.filter.issues if issue in crossed) or answer.filter.issues
    narrowed = draft_narrowed(answer, Filter(issues, frozenset(("broken",))))
    asked = "".join(f" --issue {issue}" for issue in issues) if crossed else ""
    return narrowed, f"draft {id} --only broken{asked}"


def _statements(site: Site) -> Iterator[Made]:
    yield Made("statements", "statements", lists.statements(site))
    moved = statement.moves(site)
    for said in site.statements:
        file = said.location.file
        document = statement.document(site, said, moved.get(file, {}))
        yield Made(names.of_statement(file), "statements", document)


def _json(answer: Answer, question: str, site: Site) -> Data:
    """What a command has as JSON, in fewer bytes: no blanks between, and letters as they are."""
    return Data(_text(answer), f"posdiff {question} --at {wording.day(site.as_of)}{site.basis.options} --format json")


def _text(answer: Answer) -> str:
    return json.dumps(writing.to_dict(answer), ensure_ascii=False, separators=(",", ":")) + "\n"


def _frame(site: Site, made: tuple[Made, ...], sources: tuple[Footnote, ...]) -> Frame:
    """What all pages have in common: the menu, and where everything that is named stands."""
    titles = {
        "index": "Overview", "days": "Any day", "deadlocks": "Deadlocks", "parties": "Parties", "drafts": "Drafts",
        "statements": "Statements", "sources": "Sources", "search": "Search", "about": "About",
    }  # fmt: skip
    there = {each.path for each in made}
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
