"""Whose terms conflict, in words: a party's own, or what it holds through a bloc, alone or with others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from posdiff.comparison.voices import Voice, red_lines
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Held, Part
from posdiff.kinds.kind import joined
from posdiff.reports import wording

if TYPE_CHECKING:
    from posdiff.comparison.conflicts.analysis import ConflictAnalysis
    from posdiff.comparison.conflicts.constraints import Stated
    from posdiff.comparison.conflicts.tables import RefusalTable

#: So many of those who hold the same through one bloc are named.
_MOST_HOLDERS = 4


def whose(stated: Stated, names: Mapping[str, str]) -> str:
    """Who holds a term: ``Niger``; ``Niger and Togo``, where both do through one bloc."""
    return wording.several([names[party] for party in (stated.party, *stated.shared_by)], _MOST_HOLDERS)


def held_by(terms: Sequence[Stated], agenda: Agenda, names: Mapping[str, str]) -> str:
    """The same of several terms, and the blocs that said them, or some of them: ``Niger and Togo through LDC``.

    Where not all of them are held by the same parties, the one is named with whom they count.
    """
    same = len({term.shared_by for term in terms}) == 1
    holders = whose(terms[0], names) if same else names[terms[0].party]
    return holders + through([stated.part for stated in terms], agenda)


def through(parts: Sequence[Part], agenda: Agenda) -> str:
    """The blocs that said what a party holds, or some of it; empty where all is its own."""
    blocs = list(dict.fromkeys(part.said_by for part in parts if part.said_by))
    own = any(not part.through for part in parts)
    return f"{', in part' if own else ''} {wording.through_blocs(blocs, agenda)}" if blocs else ""


def held_through(parts: Sequence[Part], agenda: Agenda) -> str:
    """The same of what something was done to: ``, held through LDC``, ``, held in part through LDC``."""
    way = through(parts, agenda)
    return f", held{way.removeprefix(',')}" if way else ""


def what_it_holds(terms: Sequence[Stated], party: str, agenda: Agenda, names: Mapping[str, str]) -> str:
    """These terms of a party (its label), by whose they are: ``its own terms``, ``what it holds through LDC``.

    ``its own terms and what it holds through LDC``; of no terms ``what it holds``.
    """
    own = [term for term in terms if term.party == party and not term.part.through]
    said_by = (
        agenda.parties[term.part.said_by].name if term.part.said_by else names[term.party]
        for term in terms if term not in own
    )  # fmt: skip
    blocs = [*dict.fromkeys(said_by)]
    through = [f"what it holds through {joined(blocs)}"] if blocs else []
    return joined([*["its own terms"] * bool(own), *through]) or "what it holds"


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


def heads(analysis: ConflictAnalysis, agenda: Agenda, names: Mapping[str, str]) -> dict[str, str]:
    """What stands over what each party gives, by its label: ``LDC (Niger, Togo)`` where all of it is that bloc's.

    Who has nothing to give but what counts with one of these has none. ``Niger (also LDC)``: not all of it is.
    """
    terms = [stated for component in analysis.components for stated in component.terms]
    found = {label: _head([stated for stated in terms if stated.party == label], agenda, names) for label in names}
    beside = {label for stated in terms if found[stated.party].named for label in stated.shared_by}
    own = {stated.party for stated in terms}
    return {
        label: head.words or names[label] for label, head in found.items() if label in own or label not in beside
    }  # fmt: skip


class _Head(NamedTuple):
    """Words over a column, if they are not the party's name; whether they name all who hold what stands in it."""

    words: str
    named: bool


def _head(own: Sequence[Stated], agenda: Agenda, names: Mapping[str, str]) -> _Head:
    shared = [stated for stated in own if stated.shared_by]
    blocs = joined(
        [agenda.parties[bloc].name for bloc in dict.fromkeys(stated.part.said_by for stated in shared) if bloc]
    )
    if shared and len(shared) == len(own):
        holders = dict.fromkeys(label for stated in own for label in (stated.party, *stated.shared_by))
        return _Head(f"{blocs} ({', '.join(names[label] for label in holders)})", named=True)
    if shared:
        return _Head(f"{names[own[0].party]} (also {blocs})", named=False)
    inherited = bool(own) and all(stated.part.said_by for stated in own)
    return _Head(held_by(own, agenda, names) if inherited else "", named=False)


def heads_of_issue(table: RefusalTable, agenda: Agenda, names: Mapping[str, str]) -> dict[str, str]:
    """What stands over a party in a refusal table: ``Niger through LDC``; of several blocs each stands in the cells."""
    blocs: dict[str, dict[str, None]] = {}
    for stated in (stated for row in table.rows for stated in row.refused_by):
        if stated.part.said_by:
            blocs.setdefault(stated.party, {})[stated.part.said_by] = None
    ways = {label: f" {wording.through_blocs([*of], agenda)}" for label, of in blocs.items() if len(of) == 1}
    return {label: f"{name}{ways.get(label, '')}" for label, name in names.items()}


def each_voice(
    found: Sequence[Voice], names: Mapping[str, str], ways: Mapping[str, str] = MappingProxyType({})
) -> list[str]:
    """Who holds something, those who hold it through one bloc once: ``LDC and 2 through it``, ``EU``.

    Then who holds what several of them say: ``3 through both LDC and AOSIS``. ``ways``: of who did not say all of it,
    by label, the blocs that did: ``Mali (through LDC)``, of several ``through LDC: 2``.
    """
    return [
        f"{len(voice.labels):,} {_way(found, voice)} {_several(voice, names)}"
        if voice.made_of
        else _one_voice(voice, names, ways.get(voice.first, ""))
        for voice in sorted(found, key=lambda voice: bool(voice.made_of))
    ]


def _one_voice(voice: Voice, names: Mapping[str, str], way: str) -> str:
    if voice.others and way.startswith("through"):
        return f"{way}: {len(voice.labels):,}"
    return names[voice.first] + (f" ({way})" if way else "") + (f" and {_others(voice)} it" if voice.others else "")


def ways_of_red_lines(held: Mapping[str, Held], agenda: Agenda) -> dict[str, str]:
    """The blocs that said the red lines of parties on an issue, or some of them, by label: ``through LDC``."""
    ways = {label: through(red_lines(each), agenda) for label, each in held.items()}
    return {label: way.removeprefix(",").strip() for label, way in ways.items() if way}


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
