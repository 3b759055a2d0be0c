"""The columns in which rows say an issue and a position on it, or one part of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from posdiff.dossier.region import accepted
from posdiff.dossier.statement import Quote
from posdiff.kinds.table import KINDS
from posdiff.reports import provenance, wording

if TYPE_CHECKING:
    from posdiff.answers.answer import DossierAnswer
    from posdiff.dossier.agenda import Agenda, Issue
    from posdiff.dossier.position import Held, Part
    from posdiff.dossier.statement import Source
    from posdiff.dossier.term import Term

Row = Sequence[Any]
ISSUE = ("issue", "title", "topic", "kind")
TERM = (
    "part", "again_in_part", "position", "firmness", "vague", "said", "last_stated", "expires", "standing", "statement",
    "file", "line", "quote", "sources", "in_pages",
)  # fmt: skip


def issue_cells(issue: Issue, agenda: Agenda) -> Row:
    topic = agenda.topics[issue.topic] if issue.topic is not None else None
    return issue.id, issue.title, topic, issue.space.kind


def parts_or_none(held: Held | None) -> tuple[Part | None, ...]:
    """The parts of a position; one that is none for a party that is silent."""
    return held.parts if held is not None else (None,)


def terms_of(part: Part | None) -> tuple[Term, ...]:
    return () if part is None else (part.term,)


def part_cells(part: Part | None, answer: DossierAnswer) -> Row:
    """One part of a position, by itself."""
    if part is None:
        return (None,) * len(TERM)
    term = part.term
    return (
        part.number, part.again_in_part, wording.held_part(part, answer.agenda), term.firmness, term.vague,
        *_said(part), iso_day(term.expires), *_place(part), _quotes((part,)), _sources((part,)),
        _in_pages((part,), answer),
    )  # fmt: skip


def _said(part: Part) -> Row:
    """The days on which a part was first and last said; none where it is supposed, and was never said."""
    return (None, None) if part.last_said is None else (wording.day(part.first_held), wording.day(part.last_said))


def _place(part: Part) -> Row:
    """Whether a part was stated, and where it stands; what is supposed stands nowhere."""
    if part.supposed:
        return provenance.SUPPOSED, None, None, None
    return part.standing, part.statement, part.term.location.file, part.term.location.line


def position_cells(held: Held | None, answer: DossierAnswer) -> Row:
    """A whole position: what all its parts say, and where the one that was set last stands."""
    if held is None:
        return (None,) * len(TERM)
    if len(held.parts) == 1:
        return part_cells(held.parts[0], answer)
    last = max(held.demands, key=lambda part: part.set_on)
    expires = min((part.term.expires for part in held.demands if part.term.expires is not None), default=None)
    return (
        None, None, wording.position_in_words(held, answer.agenda), held.firmness, held.vague,
        wording.day(held.first_held), wording.day(held.last_stated), iso_day(expires), held.standing, last.statement,
        last.term.location.file, last.term.location.line, _quotes(held.parts), _sources(held.parts),
        _in_pages(held.parts, answer),
    )  # fmt: skip


def held_since(held: Held | None) -> str | None:
    """The day since when a party holds a position in this form; none where it is supposed."""
    return None if held is None or held.supposed else wording.day(held.first_held)


def stated_on_record(issue: str, changed: Mapping[str, Held | None], agenda: Agenda) -> str | None:
    """The position on record in words, where a report changed the one that counts."""
    return provenance.on_record(changed[issue], agenda) if issue in changed else None


def iso_day(ordinal: int | None) -> str | None:
    return None if ordinal is None else wording.day(ordinal)


def _quotes(parts: Iterable[Part]) -> list[str]:
    return list(dict.fromkeys(quote_in_words(quote) for part in parts for quote in part.lineage.said))


def _in_pages(parts: Iterable[Part], answer: DossierAnswer) -> list[str] | None:
    return results_of((quote for part in parts for quote in part.lineage.said), answer)


def results_of(quotes: Iterable[Quote], answer: DossierAnswer) -> list[str] | None:
    """What the pages kept prove of each quote, in the order of the quotes; nothing where no page is kept."""
    proofs = answer.basis.proofs
    if proofs is None:
        return None
    results = {quote_in_words(quote): proofs.of(quote).result for quote in quotes}
    return list(results.values())


def quote_in_words(quote: Quote) -> str:
    """``2024-06-13, the minister: Мир близок. (translated from Russian: Peace is near.)``."""
    about = ", ".join(words for words in (provenance.quoted_on(quote), quote.speaker) if words)
    translation = f" ({wording.language_in_words(quote)}: {quote.translation})" if quote.translation else ""
    return f"{about}: {quote.text}{translation}"


def _sources(parts: Iterable[Part]) -> list[str]:
    return cited(dict.fromkeys(source for part in parts for source in part.sources))


def cited(sources: Iterable[Source]) -> list[str]:
    return [", ".join(words for words in (wording.source_in_words(source), source.url) if words) for source in sources]


def kind_columns() -> tuple[str, ...]:
    """The columns of all kinds, each once."""
    return tuple(dict.fromkeys(column for kind in KINDS.values() for column in kind.columns))


def accepted_cells(terms: Sequence[Term], issue: Issue, columns: Iterable[str]) -> Iterator[Any]:
    """What terms accept together as things stand, in the columns of the kinds: None in those of other kinds."""
    space = issue.space
    union = terms[0].accepted if len(terms) == 1 else accepted(space, terms) if terms else ()
    values = dict(zip(space.columns, space.in_columns(union), strict=True)) if union else {}
    return (values.get(column) for column in columns)
