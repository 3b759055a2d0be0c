"""The sources of a site: a page for each, with all that stands on it, and the list of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import chain
from typing import NamedTuple

from posdiff.answers.site import Site
from posdiff.dossier.statement import Draft, Outcome, Source, SourceClass, Statement, attributed
from posdiff.dossier.term import CitedWords, Term
from posdiff.kinds.kind import joined
from posdiff.reports import wording
from posdiff.reports.compose.evidence import Citations, not_proven
from posdiff.reports.document import Chronicle, Document, Event, Footnote, Line, Run, Section, line
from posdiff.reports.shapes import values
from posdiff.reports.shapes.site import Rests
from posdiff.reports.site import names

_CLASSES: Mapping[SourceClass, str] = {
    "official": "official: of the body that spoke", "press": "press", "party": "party: of a side to the matter",
    "repost": "repost: it passes on what others published", "unknown": "class unknown",
}  # fmt: skip


class SourcePage(NamedTuple):
    """A source: the path of its page without the suffix, its footnote, what stands on it."""

    path: str
    source: Source
    footnote: Footnote
    stands: tuple[Rests, ...]

    @property
    def title(self) -> str:
        """Its title, in brackets where that only describes it; else what is known of it."""
        title = f"[{self.source.title}]" if self.source.title and self.source.described else self.source.title
        return title or self.source.publisher or self.source.key


class Sources(NamedTuple):
    """Every source, in the order of the statements and drafts that name it.

    ``paths``: of the pages, by the file and the key; ``by_json``: by what its JSON says of it.
    """

    pages: tuple[SourcePage, ...]
    paths: Mapping[tuple[str, str], str]
    by_json: Mapping[tuple[object, ...], str]

    def of(self, said: Statement | Draft) -> dict[str, str]:
        """The pages of the sources of a statement or draft, by their keys."""
        return {key: f"{self.paths[said.location.file, key]}.html" for key in said.sources}

    def page_of(self, source: Mapping[str, object]) -> str:
        """The page of a source, of which this is the JSON."""
        return f"{self.by_json[tuple(source.values())]}.html"


def sources(site: Site) -> Sources:
    """All sources of a site. What names the same page in two files is one source."""
    citations = Citations()
    first: dict[int, Source] = {}
    stands: dict[int, list[Rests]] = {}
    numbers: dict[tuple[str, str], int] = {}
    by_json: dict[tuple[object, ...], int] = {}
    drafts = (answer.draft for answer in site.drafts.values())
    for said in chain[Statement | Draft](site.statements, drafts):
        for key, source in said.sources.items():
            (number,) = citations.cite((source,))
            numbers[said.location.file, key] = number
            by_json[tuple(values.source(source).values())] = number
            first.setdefault(number, source)
        for number in dict.fromkeys(numbers[said.location.file, key] for key in said.sources):
            keys = {key for key in said.sources if numbers[said.location.file, key] == number}
            stands.setdefault(number, []).append(_rests(said, keys, site))
    footnotes = {footnote.number: footnote for footnote in citations.footnotes()}
    pages = {
        number: SourcePage(_path(source, footnotes[number]), source, footnotes[number], tuple(stands[number]))
        for number, source in first.items()
    }
    paths = {own: pages[number].path for own, number in numbers.items()}
    return Sources(tuple(pages.values()), paths, {known: pages[number].path for known, number in by_json.items()})


def _path(source: Source, footnote: Footnote) -> str:
    """The path of its page: the key, which people know, and a part of a hash of what makes it this source."""
    known_by = repr(footnote[1:]) if any(footnote[2:]) else repr((source.location.file, footnote.words))
    return f"sources/{names.file_name(source.key)}-{sha256(known_by.encode()).hexdigest()[:6]}"


def _rests(said: Statement | Draft, keys: set[str], site: Site) -> Rests:
    """The issues on which something stands on one of the sources of these keys, with the quotes on each."""
    every: Mapping[str, Term | Outcome] = said.outcomes if isinstance(said, Draft) else said.terms
    found = {}
    for issue in site.agenda.issues:
        if issue in every and keys & set(every[issue].stands_on):
            words = (cited for cited in _words(every[issue]) if keys & set(cited[1]))
            found[issue] = attributed(words, said)
    page = names.of_draft(said.id) if isinstance(said, Draft) else names.of_statement(said.location.file)
    return Rests(said, f"{page}.html", found)


def _words(of: Term | Outcome) -> CitedWords:
    return of.words if isinstance(of, Term) else of.every_word


def document(page: SourcePage, site: Site) -> Document:
    """A source: who published it, when, what kind of source it is; what stands on it. The page adds its addresses."""
    source = page.source
    gist = ", ".join(part for part in (source.publisher, source.date) if part and part != page.title)
    kind = "" if source.class_ is None else _CLASSES[source.class_]
    lead = [line(f"Note: {source.note}", "faint")] if source.note else []
    lead += [line(f"Last read {source.accessed}", "faint")] if source.accessed else []
    events = tuple(_event(rests, site) for rests in page.stands)
    section = Section("What stands on it", (Chronicle("What stands on it", events),), anchor="stands")
    head = line("; ".join(filter(None, (gist, kind))))
    return Document("site", page.title, head, tuple(lead), (section,))


def _event(rests: Rests, site: Site) -> Event:
    """A statement or draft: each issue with its quotes, then those without."""
    said, issues = rests.said, site.agenda.issues
    citations = Citations(proofs=site.basis.proofs)
    lines: list[Line] = []
    for id, quotes in rests.issues.items():
        about = Run(issues[id].title, page=f"issues/{id}")
        for quote in quotes:
            doubt = not_proven(quote, citations)
            lines.append((about, Run(f": “{quote.text}”{f' ({doubt})' if doubt else ''}")))
    bare = [id for id, quotes in rests.issues.items() if not quotes]
    if bare:
        lines.append(tuple(_together((Run(issues[id].title, page=f"issues/{id}") for id in bare), lines)))
    title = said.title or said.id
    return Event(wording.day(said.day), whose(said, site), title, (), tuple(lines), said.location.file)


def _together(titles: Iterable[Run], quoted: list[Line]) -> Iterator[Run]:
    yield Run("without a quote: " if quoted else "on ", "faint")
    for number, title in enumerate(titles):
        if number:
            yield Run(", ")
        yield title


def whose(said: Statement | Draft, site: Site) -> str:
    """The parties of a statement; of a draft that it is one."""
    if isinstance(said, Draft):
        return "Draft"
    return joined([site.agenda.parties[party].name for party in said.parties])


def listed(every: Sources) -> Document:
    """The list of all sources."""
    gist = line(wording.count(len(every.pages), "source"))
    lead = (line("In the order of the statements and drafts that name them."),) if every.pages else ()
    return Document("site", "Sources", gist, lead, (), tuple(page.footnote for page in every.pages))
