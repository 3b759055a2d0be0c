"""Whose terms conflict, in words: a party's own, or what it holds through a bloc, alone or with others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from posdiff.comparison.conflicts.constraints import Stated
from posdiff.dossier.agenda import Agenda
from posdiff.reports import wording

if TYPE_CHECKING:
    from posdiff.comparison.conflicts.analysis import ConflictAnalysis

#: So many of those who hold the same through one bloc are named.
_MOST_HOLDERS = 4


def whose(stated: Stated, names: Mapping[str, str]) -> str:
    """Who holds a term: ``Niger``; ``Niger and Togo``, where both do through one bloc."""
    return wording.several([names[party] for party in (stated.party, *stated.shared_by)], _MOST_HOLDERS)


def of_all(terms: Sequence[Stated], names: Mapping[str, str]) -> str:
    """The same of several terms: all who hold them, where these are the same; else the one with whom they count."""
    return whose(terms[0], names) if len({term.shared_by for term in terms}) == 1 else names[terms[0].party]


def through(terms: Sequence[Stated], agenda: Agenda) -> str:
    """Through which blocs a party holds terms, or some of them; empty where all are its own."""
    blocs = list(dict.fromkeys(stated.part.through[0] for stated in terms if stated.part.through))
    own = any(not stated.part.through for stated in terms)
    return f"{', in part' if own else ''} {wording.through_blocs(blocs, agenda)}" if blocs else ""


def shared(analysis: ConflictAnalysis, agenda: Agenda, names: Mapping[str, str]) -> Iterator[str]:
    """What counts once, though several hold it through one bloc, and with whom it does."""
    told = dict.fromkeys(
        (whose(stated, names), wording.through_blocs(stated.part.through[:1], agenda), names[stated.party])
        for component in analysis.components
        for stated in component.terms
        if stated.shared_by
    )
    for holders, way, first in told:
        yield f"{holders} hold the same {way}: it counts once, with {first}."


def beside(stated: Stated, names: Mapping[str, str]) -> str:
    """In the place of a party, that its bloc stands there, or another member, and the same words count with that."""
    return f"with {names[stated.party]}"
