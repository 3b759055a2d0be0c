"""Who gives what: the concession sets over all issues, as counts for each party that are never added over parties.

A party's counts of red lines, firm and flexible terms are compared in this order, for itself alone. Shown is the
Pareto front: the trade-offs that are better for no party without being worse for another. Components have nothing to
do with each other, so a trade-off that is not on the front of one is not on the front of all.
"""

from collections.abc import Mapping, Sequence
from itertools import product
from math import prod
from typing import Any, NamedTuple

from posdiff.comparison.conflicts.conflict import Component
from posdiff.comparison.conflicts.constraints import Stated
from posdiff.dossier.term import FIRMNESS

#: Concession sets over all issues that are listed one by one.
MOST_SETS = 1_000
#: Trade-offs of which an example is listed, where these are too many.
_MOST_EXAMPLES = 50
#: Trade-offs that are kept while components are put together: those of two parties are quickly compared, of more not.
_MOST_TRADEOFFS = 2_000
_MOST_TRADEOFFS_OF_MANY = 200
#: Trade-offs, and pairs of them, that are looked at for one more component: of more parties comparing two takes longer.
_MOST_PAIRS = 20_000
_MOST_PAIRS_OF_MANY = 1_000
#: Sums over all components: thousands of small ones are each within the bounds above, and together without end.
_MOST_SUMS = 1_000_000

#: Red lines, firm terms, flexible terms.
Counts = tuple[int, int, int]


class Tradeoff(NamedTuple):
    """What each party gives, in the order of the parties; one set that does so, and how many do."""

    gives: tuple[Counts, ...]
    example: tuple[Stated, ...]
    variants: int


class _PartialTradeoff(NamedTuple):
    """A trade-off of some components. ``sets``: that of the last component, and a link to those before it."""

    gives: tuple[Counts, ...]
    sets: tuple[Any, ...]
    variants: int

    def whole(self) -> Tradeoff:
        """The trade-off, with its example in the order of the components."""
        parts, left = [], self.sets
        while left:
            left, terms = left
            parts.append(terms)
        return Tradeoff(self.gives, tuple(stated for terms in reversed(parts) for stated in terms), self.variants)


class ParetoFront(NamedTuple):
    """The trade-offs that no other one is better than; and whether these are all. Where there are too many for that,
    only the ends are there: for each party the one in which it gives least, then the next party, and so on.

    ``sets``: every concession set while there are few, else those of some of the trade-offs; ``number``: how many
    there are.
    """

    tradeoffs: tuple[Tradeoff, ...]
    complete: bool
    sets: tuple[tuple[Stated, ...], ...]
    sets_complete: bool
    number: int


def gives(parties: Sequence[str], terms: Sequence[Stated]) -> tuple[Counts, ...]:
    """What each party gives when these terms go."""
    counted = {party: [0, 0, 0] for party in parties}
    for stated in terms:
        counted[stated.party][2 - FIRMNESS.index(stated.part.term.firmness)] += 1
    return tuple((red, firm, flexible) for red, firm, flexible in counted.values())


def pareto_front(parties: tuple[str, ...], components: Sequence[Component]) -> ParetoFront:
    """The concession sets over all components: one from each."""
    some_everywhere = all(component.concessions for component in components)
    complete = some_everywhere and all(component.concessions_complete for component in components)
    if not components or not some_everywhere:
        return ParetoFront((), complete, () if components else ((),), complete, 0 if components else 1)
    own = [_by_gives(parties, component.concessions) for component in components]
    two = len(parties) <= 2
    most, pairs = (_MOST_TRADEOFFS, _MOST_PAIRS) if two else (_MOST_TRADEOFFS_OF_MANY, _MOST_PAIRS_OF_MANY)
    partial = [_nothing(parties)]
    spent = 0
    for more in own:
        spent += len(more) * len(partial)
        if len(more) > most or len(more) * len(partial) > pairs or spent > _MOST_SUMS:
            partial, complete = _ends(parties, own), False
            break
        partial = _best(_sums(partial, _best(more)))
    tradeoffs = [part.whole() for part in partial]
    number = prod(len(component.concessions) for component in components)
    few = number <= MOST_SETS
    sets: list[tuple[Stated, ...]] = [tradeoff.example for tradeoff in chosen(tradeoffs, _MOST_EXAMPLES).rows]
    if few:
        choices = product(*(component.concessions for component in components))
        sets = [tuple(stated for terms in choice for stated in terms) for choice in choices]
    sets_complete = few and all(component.concessions_complete for component in components)
    return ParetoFront(tuple(tradeoffs), complete, tuple(sets), sets_complete, number)


def _nothing(parties: Sequence[str]) -> _PartialTradeoff:
    return _PartialTradeoff(tuple((0, 0, 0) for _ in parties), (), 1)


def _sums(
    parts: Sequence[_PartialTradeoff], more: Sequence[_PartialTradeoff]
) -> dict[tuple[Counts, ...], _PartialTradeoff]:
    sums: dict[tuple[Counts, ...], _PartialTradeoff] = {}
    for part, addend in product(parts, more):
        key = tuple([(a[0] + b[0], a[1] + b[1], a[2] + b[2]) for a, b in zip(part.gives, addend.gives, strict=True)])
        known = sums.get(key)
        variants = part.variants * addend.variants
        if known is None:
            sums[key] = _PartialTradeoff(key, (part.sets, addend.sets[1]), variants)
        else:
            sums[key] = known._replace(variants=known.variants + variants)
    return sums


def _by_gives(parties: Sequence[str], sets: Sequence[tuple[Stated, ...]]) -> dict[tuple[Counts, ...], _PartialTradeoff]:
    """The sets of a component, those that give the same put together."""
    tradeoffs: dict[tuple[Counts, ...], _PartialTradeoff] = {}
    for terms in sets:
        key = gives(parties, terms)
        known = tradeoffs.get(key)
        tradeoffs[key] = known._replace(variants=known.variants + 1) if known else _PartialTradeoff(key, ((), terms), 1)
    return tradeoffs


def _best(rows: Mapping[tuple[Counts, ...], _PartialTradeoff]) -> list[_PartialTradeoff]:
    """The trade-offs that no other one is better than, in the order of what the first party gives."""
    kept: list[_PartialTradeoff] = []
    for key in sorted(rows):
        if len(key) == 2:  # the last one that was kept gives least of the second party
            worse = bool(kept) and kept[-1].gives[1] <= key[1]
        else:
            worse = any(all(mine <= theirs for mine, theirs in zip(row.gives, key, strict=True)) for row in kept)
        if not worse:
            kept.append(rows[key])
    return kept


def _ends(
    parties: Sequence[str], clusters: Sequence[Mapping[tuple[Counts, ...], _PartialTradeoff]]
) -> list[_PartialTradeoff]:
    """For each party the trade-off in which it gives least; of those the one in which the next one does, and so on.

    Each component has its own, and these add up to that of all.
    """
    ends: dict[tuple[Counts, ...], _PartialTradeoff] = {}
    for first in range(len(parties)):
        turn = [(first + number) % len(parties) for number in range(len(parties))]
        ended = [_nothing(parties)]
        for rows in clusters:
            least = min(rows.values(), key=lambda row: [row.gives[place] for place in turn])  # used at once
            ended = list(_sums(ended, [least]).values())
        ends.setdefault(ended[0].gives, ended[0])
    return [ends[key] for key in sorted(ends)]


class Chosen(NamedTuple):
    """Some of many trade-offs; whether among them is, for each party, one in which no other takes less of it."""

    rows: tuple[Tradeoff, ...]
    least_of_each: bool


def chosen(rows: Sequence[Tradeoff], most: int) -> Chosen:
    """So many of the trade-offs, which lean to no party: of each the first in which it gives least, the others spread.

    Where the parties have more such trade-offs than are shown, they are evenly taken, with both ends.
    """
    if len(rows) <= most:
        return Chosen(tuple(rows), least_of_each=True)
    places = range(len(rows))
    parties = range(len(rows[0].gives))
    least = {min(places, key=lambda place: rows[place].gives[party]) for party in parties}
    if len(least) > most:
        ends = [number * (len(rows) - 1) // (most - 1) for number in range(most)]
        return Chosen(tuple(rows[place] for place in ends), least_of_each=False)
    others = [place for place in places if place not in least]
    between = most - len(least)
    spread = {others[number * len(others) // (between + 1)] for number in range(1, between + 1)}
    return Chosen(tuple(rows[place] for place in sorted(least | spread)), least_of_each=True)
