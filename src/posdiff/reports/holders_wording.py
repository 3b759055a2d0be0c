"""Whose terms conflict, in words: a party's own, or what it holds through a bloc, alone or with others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from posdiff.comparison.voices import Voice
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Part
from posdiff.kinds.kind import joined
from posdiff.reports import wording

if TYPE_CHECKING:
    from posdiff.comparison.conflicts.analysis import ConflictAnalysis
    from posdiff.comparison.conflicts.constraints import Stated

#: So many of those who hold the same through one bloc are named.
_MOST_HOLDERS = 4


def whose(stated: Stated, names: Mapping[str, str]) -> str:
    """Who holds a term: ``Niger``; ``Niger and Togo``, where both do through one bloc."""
    return wording.several([names[party] for party in (stated.party, *stated.shared_by)], _MOST_HOLDERS)


def of_all(terms: Sequence[Stated], names: Mapping[str, str]) -> str:
    """The same of several terms: all who hold them, where these are the same; else the one with whom they count."""
    return whose(terms[0], names) if len({term.shared_by for term in terms}) == 1 else names[terms[0].party]


def through(parts: Sequence[Part], agenda: Agenda) -> str:
    """The blocs that said what a party holds, or some of it; empty where all is its own."""
    blocs = list(dict.fromkeys(part.said_by for part in parts if part.said_by))
    own = any(not part.through for part in parts)
    return f"{', in part' if own else ''} {wording.through_blocs(blocs, agenda)}" if blocs else ""


def held_through(parts: Sequence[Part], agenda: Agenda) -> str:
    """The same of what something was done to: ``, held through LDC``, ``, held in part through LDC``."""
    way = through(parts, agenda)
    return f", held{way.removeprefix(',')}" if way else ""


def shared(analysis: ConflictAnalysis, agenda: Agenda, names: Mapping[str, str]) -> Iterator[str]:
    """What counts once, though several hold it through one bloc, and with whom it does."""
    told = dict.fromkeys(
        (whose(stated, names), wording.through_blocs(stated.part.through[-1:], agenda), names[stated.party])
        for component in analysis.components
        for stated in component.terms
        if stated.shared_by
    )
    for holders, way, first in told:
        yield f"{holders} hold the same {way}: it counts once, with {first}."


def beside(stated: Stated, names: Mapping[str, str]) -> str:
    """In the place of a party, that its bloc stands there, or another member, and the same words count with that."""
    return f"with {names[stated.party]}"


def counted_with(analysis: ConflictAnalysis, names: Mapping[str, str]) -> dict[str, str]:
    """By the label of a party none of whose terms is counted as its own, with whom they are: ``with LDC``."""
    terms = [stated for component in analysis.components for stated in component.terms]
    own = {stated.party for stated in terms}
    firsts: dict[str, list[str]] = {}
    for stated in terms:
        for other in (*stated.speaks_for, *stated.shared_by):
            firsts.setdefault(other, []).append(names[stated.party])
    return {party: f"with {joined(list(dict.fromkeys(first)))}" for party, first in firsts.items() if party not in own}


def each_voice(found: Sequence[Voice], names: Mapping[str, str]) -> list[str]:
    """Who holds something, those who hold it through one bloc once: ``LDC and 2 through it``, ``EU``.

    Then who holds what several of them say: ``3 through both LDC and AOSIS``.
    """
    return [
        f"{len(voice.labels):,} {_way(found, voice)} {_several(voice, names)}"
        if voice.made_of
        else names[voice.first] + (f" and {_others(voice)} it" if voice.others else "")
        for voice in sorted(found, key=lambda voice: bool(voice.made_of))
    ]


def number_of_voices(found: Sequence[Voice], names: Mapping[str, str]) -> str:
    """How many hold something, each who said it once: ``1 (LDC), and 2 through it``, ``3, and 42 through LDC``.

    Those who hold what several of these say, by whatever routes, come last: ``4, and 6 through G77, 2 through AOSIS and
    1 through both``.
    """
    counted = [voice for voice in found if not voice.made_of]
    one = names[counted[0].first] if len(counted) == 1 else ""
    beside = [f"{_others(voice)} {'it' if one else names[voice.first]}" for voice in counted if voice.others]
    with_several = [voice for voice in found if voice.made_of]
    told = {voice.first for voice in counted if voice.others}
    for voice in with_several:
        whose = "both" if len(with_several) == 1 and {*voice.made_of} == told and len(told) == 2 else ""
        beside.append(f"{len(voice.labels):,} {_way(found, voice)} {whose or _several(voice, names)}")
    number = f"{len(counted):,}" + (f" ({one})" if one and beside else "")
    return f"{number}, and {joined(beside)}" if beside else number


def _several(voice: Voice, names: Mapping[str, str]) -> str:
    """The voices that say between them what another one holds."""
    both = "both " if len(voice.made_of) == 2 else ""
    return both + joined([names[label] for label in voice.made_of])


def same_words(voice: Voice, names: Mapping[str, str]) -> str:
    """Who holds the same words as the first of a voice: ``through it: Nepal and Togo``; empty for nobody."""
    others = wording.several([names[label] for label in voice.others], _MOST_HOLDERS)
    return f"{'through' if voice.own else 'with'} it: {others}" if voice.others else ""


def _others(voice: Voice) -> str:
    """How many hold it through the first of a voice, or with it where no bloc is there that said it."""
    return f"{len(voice.others):,} {'through' if voice.own else 'with'}"


def _way(found: Sequence[Voice], voice: Voice) -> str:
    """The same of what several voices say between them."""
    return "through" if all(each.own for each in found if each.first in voice.made_of) else "with"
