"""The rows of the tables of ``export``, each with a value for every column of its table."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from posdiff.dossier.statement import attributed
from posdiff.reports import wording
from posdiff.reports.shapes import values

if TYPE_CHECKING:
    from posdiff.answers.export import Export
    from posdiff.dossier.agenda import Agenda
    from posdiff.dossier.term import Term

#: Text, a number, true or false, a day, or None.
Value = str | int | bool | date | None
Row = tuple[Value, ...]


def rows(answer: Export, table: str) -> list[Row]:
    """The rows of the table of that name, in the order of its key."""
    return [tuple(map(_encodable, row)) for row in _ROWS[table](answer)]


def _encodable(value: Value) -> Value:
    """The same value; of a text what no encoding can hold as an escape."""
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value


def _parties(answer: Export) -> Iterator[Row]:
    for number, party in enumerate(answer.agenda.parties.values(), 1):
        yield party.id, party.name, party.observer, number


def _memberships(answer: Export) -> Iterator[Row]:
    for stay in answer.memberships:
        since, until = (None if day is None else _day(day) for day in (stay.since, stay.until))
        yield stay.bloc, stay.party, stay.number, since, until


def _issues(answer: Export) -> Iterator[Row]:
    for number, issue in enumerate(answer.agenda.issues.values(), 1):
        yield issue.id, issue.title, issue.topic, issue.space.kind, number


def _statements(answer: Export) -> Iterator[Row]:
    for said in answer.dossier.statements:
        yield said.location.file, said.id, _day(said.day), said.title, said.speaker, said.standing, said.note


def _statement_parties(answer: Export) -> Iterator[Row]:
    for said in answer.dossier.statements:
        for party in said.parties:
            yield said.location.file, party


def _terms(answer: Export) -> Iterator[Row]:
    for said in answer.dossier.statements:
        for issue, term in said.terms.items():
            yield (
                said.location.file, issue, *_says(term, answer.agenda), term.adds, _listed(term.stands_on), term.note,
                term.location.line,
            )  # fmt: skip


def _dissents(answer: Export) -> Iterator[Row]:
    for said in answer.dossier.statements:
        for issue in dict.fromkeys(reference.name for reference in said.dissents):
            yield said.location.file, issue


def _positions(answer: Export) -> Iterator[Row]:
    for stretch in answer.stretches:
        held = stretch.held
        yield (
            stretch.party, stretch.issue, _day(stretch.since),
            None if stretch.until is None else _day(stretch.until), stretch.position, _day(held.first_held),
            _day(held.last_stated), held.firmness, held.vague, held.standing, next(iter(held.blocs), None),
            stretch.begun, stretch.ended, wording.only_words(held, answer.agenda),
        )  # fmt: skip


def _parts(answer: Export) -> Iterator[Row]:
    said: dict[int, Row] = {}  # a term stands in many rows
    for stretch in answer.stretches:
        for part in stretch.held.parts:
            term = part.term
            says = said.get(id(term)) or said.setdefault(id(term), _says(term, answer.agenda))
            through = part.through
            yield (
                stretch.party, stretch.issue, _day(stretch.since), part.number, term.location.file, *says,
                part.standing, _day(part.set_on), _day(part.first_held), _day(part.last_stated), part.again_in_part,
                through[0] if through else None, through[-1] if through else None,
            )  # fmt: skip


def _relations(answer: Export) -> Iterator[Row]:
    yield from answer.standings


def _sources(answer: Export) -> Iterator[Row]:
    for said in answer.dossier.statements:
        for key, source in said.sources.items():
            yield (
                said.location.file, key, source.title, source.publisher, source.class_, source.date, source.url,
                source.archive, source.accessed, source.note,
            )  # fmt: skip


def _quotes(answer: Export) -> Iterator[Row]:
    proofs = answer.basis.proofs
    for said in answer.dossier.statements:
        for issue, term in said.terms.items():
            for number, quote in enumerate(attributed(term.words, said), 1):
                yield (
                    said.location.file, issue, number, quote.text, quote.speaker, _day(quote.said),
                    _listed(source.key for source in quote.sources), quote.language, quote.translation,
                    proofs.of(quote).result if proofs else None,
                )  # fmt: skip


_ROWS: Mapping[str, Callable[[Export], Iterator[Row]]] = {
    "parties": _parties,
    "memberships": _memberships,
    "issues": _issues,
    "statements": _statements,
    "statement_parties": _statement_parties,
    "terms": _terms,
    "dissents": _dissents,
    "positions": _positions,
    "parts": _parts,
    "relations": _relations,
    "sources": _sources,
    "quotes": _quotes,
}


def _says(term: Term, agenda: Agenda) -> Row:
    """What a term says, in the columns that tables of terms and of parts share."""
    space = agenda.issues[term.issue].space
    offers = [
        {"accepts": space.as_json(offer.accepts), "if": values.condition(offer.condition, agenda) or None}
        for offer in term.offers
    ]
    return (
        term.firmness, term.vague, _json(offers),
        _json(values.condition(term.condition, agenda)) if term.condition else None,
        None if term.prefers is None else _json(space.target_json(term.prefers)),
        None if term.expires is None else _day(term.expires), wording.term_in_words(term, agenda),
    )  # fmt: skip


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True)


def _listed(keys: Iterable[str]) -> str | None:
    """Keys, which hold no blanks, with blanks between them."""
    return " ".join(keys) or None


def _day(ordinal: int) -> date:
    return date.fromordinal(ordinal)
