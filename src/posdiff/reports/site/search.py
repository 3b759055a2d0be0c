"""The index of the search: titles, quotes and notes of all pages, as a script that pages from a folder can load."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from posdiff.answers.site import Site
from posdiff.dossier.statement import Draft, Outcome, Statement
from posdiff.dossier.term import QuotedWords, Term
from posdiff.kinds.kind import joined
from posdiff.reports import draft_wording, wording
from posdiff.reports.document import Document, line
from posdiff.reports.escaping import visible
from posdiff.reports.site import names
from posdiff.reports.site.sources import Sources


class IndexEntry(NamedTuple):
    """A page: its path, its title, its words; and by the issue, what it says on each."""

    path: str
    title: str
    text: str
    parts: tuple[tuple[str, str], ...] = ()


def document() -> Document:
    """The page of the search; what it finds is put into it by the script."""
    return Document("site", "Search", line("Words or parts of words, whatever the case and the accents."))


def script(site: Site, sources: Sources) -> str:
    """The index. ``issues``: the title of each, by its id, for the parts of a page."""
    pages = [*_agenda(site), *_statements(site), *_drafts(site), *_sources(sources)]
    issues = {id: visible(issue.title) for id, issue in site.agenda.issues.items()}
    index = json.dumps({"pages": pages, "issues": issues}, ensure_ascii=False, separators=(",", ":"))
    return f"var posdiffIndex={index};\n"


def _agenda(site: Site) -> Iterator[IndexEntry]:
    shown = {row.issue.topic for row in site.compare.issues}
    for id, title in site.agenda.topics.items():
        if id in shown:
            yield IndexEntry(f"index.html#_topic-{id}", f"Topic: {visible(title)}", "")
    for id, issue in site.agenda.issues.items():
        topic = site.agenda.topics[issue.topic] if issue.topic else None
        yield IndexEntry(f"{names.of_issue(id)}.html", visible(issue.title), _text((topic, issue.question, issue.note)))
    for id, party in site.agenda.parties.items():
        yield IndexEntry(f"{names.of_party(id)}.html", visible(party.name), _text((*party.aliases, party.note)))


def _statements(site: Site) -> Iterator[IndexEntry]:
    parties = site.agenda.parties
    for said in site.statements:
        whose = joined([parties[party].name for party in said.parties])
        title = f"{whose}, {wording.day(said.day)}: {said.title or said.id}"
        parts = tuple((id, _term(term, site, said)) for id, term in said.terms.items())
        path = f"{names.of_statement(said.location.file)}.html"
        yield IndexEntry(path, visible(title), _text((said.speaker, said.note, *said.corrects.values())), parts)


def _term(term: Term, site: Site, said: Statement) -> str:
    own = _quoted(term.every_quote, said)
    return _text((wording.term_in_words(term, site.agenda), *own, *wording.notes(term)))


def _drafts(site: Site) -> Iterator[IndexEntry]:
    for id, answer in site.drafts.items():
        proposed = answer.draft
        title = f"{proposed.title or id}, {wording.day(proposed.day)}"
        parts = tuple((issue, _outcome(outcome, site, proposed)) for issue, outcome in proposed.outcomes.items())
        yield IndexEntry(f"{names.of_draft(id)}.html", visible(title), _text(_words(proposed)), parts)


def _outcome(outcome: Outcome, site: Site, proposed: Draft) -> str:
    own = _quoted((quote for quote, _ in outcome.every_word), proposed)
    return _text((draft_wording.outcome_in_words(outcome, site.agenda), *own, outcome.note))


def _words(proposed: Draft) -> Iterator[str | None]:
    """The note of a draft, and its text."""
    yield proposed.note
    for clause in proposed.clauses:
        yield from (clause.title, clause.text, clause.note)


def _quoted(quotes: Iterable[QuotedWords], said: Statement | Draft) -> Iterator[str | None]:
    """Quotes with their translations; who spoke, where that is not who spoke otherwise."""
    for quote in quotes:
        yield f"“{quote.text}”"
        yield f"“{quote.translation}”" if quote.translation else None
        yield quote.speaker if quote.speaker != said.speaker else None


def _sources(sources: Sources) -> Iterator[IndexEntry]:
    for page in sources.pages:
        yield IndexEntry(f"{page.path}.html", visible(page.footnote.words), _text((page.source.note,)))


def _text(parts: Iterable[str | None]) -> str:
    return visible(" ".join(part for part in parts if part))
