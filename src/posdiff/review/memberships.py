"""What an edit of the agenda does to members of blocs: which words they came to hold through blocs, or hold no more."""

from __future__ import annotations

from collections.abc import Iterator

from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Held


def regrouped(before: Agenda, after: Agenda) -> tuple[str, ...]:
    """The parties of now that are in other blocs than before, or on other days, by themselves or by a bloc."""
    if not before.blocs_of and not after.blocs_of:
        return ()
    return tuple(party for party in after.parties if set(_ways(party, before)) != set(_ways(party, after)))


def came_and_went(before: Held | None, after: Held | None) -> tuple[frozenset[str], frozenset[str]]:
    """The blocs of a party through which words are held that were not, and through which were that are not any more."""
    had, has = _through(before), _through(after)
    came, went = (frozenset(through[0] for through, _ in words) for words in (has - had, had - has))
    return came, went


def same_words(one: Held, other: Held) -> bool:
    """Whether two parties hold the words of one bloc and nothing else: a member beside it, or beside another member."""
    through = any(part.through for held in (one, other) for part in held.parts)
    return through and _said(one) == _said(other)


def _said(held: Held) -> set[tuple[str, object]]:
    return {(part.statement, part.term.form) for part in held.parts}


def _through(held: Held | None) -> set[tuple[tuple[str, ...], str]]:
    return {(part.through, part.statement) for part in (held.parts if held else ()) if part.through}


def _ways(party: str, agenda: Agenda) -> Iterator[tuple[str, str, int | None, int | None]]:
    for each in (party, *agenda.blocs_above(party)):
        for membership in agenda.blocs_of.get(each, ()):
            yield each, membership.bloc, membership.since, membership.until
