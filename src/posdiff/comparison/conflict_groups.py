"""Minimal groups of parties that have nothing in common on one issue. Definitions: docs/semantics.md.

Many parties hold few different terms: groups are looked for among the terms, then made of the parties that hold them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, islice

from posdiff.kinds.kind import Space, Union

#: Groups of terms that are looked at for one issue before its list is cut.
BUDGET = 5_000
#: Groups of parties that are listed for one issue: every pair of 45.
MOST = 1_000


def groups_of_parties(
    space: Space, positions: Mapping[str, tuple[Union, ...]]
) -> tuple[tuple[tuple[str, ...], ...], bool]:
    """The minimal groups of parties whose ``T`` have nothing in common, smaller ones first; and if all.

    ``positions``: by party, what each part of its position accepts on some condition.
    """
    numbers: dict[tuple[Union, ...], int] = {}
    different: list[tuple[Union, ...]] = []
    impossible: set[int] = set()
    held: list[int] = []
    for unions in positions.values():
        number = numbers.get(unions)
        if number is None or number in impossible:
            # A position that nothing meets is apart from every other one, from one that is the same, too.
            number = numbers[unions] = len(different)
            different.append(unions)
            if len(unions) > 1 and space.meets(unions) is False:
                impossible.add(number)
        held.append(number)
    of_terms, complete = _minimal(space, different)
    names = list(positions)
    groups: list[tuple[str, ...]] = []
    for size in dict.fromkeys(map(len, of_terms)):
        of_parties = _of_parties(names, held, [group for group in of_terms if len(group) == size])
        groups += islice(of_parties, MOST + 1 - len(groups))
        if len(groups) > MOST:
            return tuple(groups[:MOST]), False
    return tuple(groups), complete


def _minimal(space: Space, positions: Sequence[tuple[Union, ...]]) -> tuple[list[tuple[int, ...]], bool]:
    """The minimal groups of two or more positions, by their numbers, that have nothing in common; and if all.

    One more is looked at only where all of the group but one had something in common.
    """
    groups: list[tuple[int, ...]] = []
    together: list[tuple[int, ...]] = [(number,) for number in range(len(positions))]
    spent = 0
    complete = True
    while together:
        known = set(together)
        longer: list[tuple[int, ...]] = []
        for shorter in together:
            for number in range(shorter[-1] + 1, len(positions)):
                group = (*shorter, number)
                if not all(part in known for part in combinations(group, len(shorter))):
                    continue
                spent += 1
                if spent > BUDGET:
                    return groups, False
                met = space.meets([union for each in group for union in positions[each]])
                complete = complete and met is not None
                (groups if met is False else longer).append(group)
        together = longer
    return groups, complete


def _of_parties(
    names: Sequence[str], held: Sequence[int], groups: Sequence[tuple[int, ...]]
) -> Iterator[tuple[str, ...]]:
    """The groups of parties that hold the terms of one of the groups, all of one size: in the order of the names."""
    begun = {
        frozenset(part) for group in groups for size in range(len(group) + 1) for part in combinations(group, size)
    }
    following: dict[frozenset[int], list[int]] = {}
    stack: list[tuple[tuple[str, ...], int, frozenset[int]]] = [((), -1, frozenset())]
    while stack:
        taken, last, terms = stack.pop()
        if terms not in following:
            fits = {number for number in set(held) - terms if terms | {number} in begun}
            following[terms] = [place for place, number in enumerate(held) if number in fits]
        places = following[terms]
        later = places[bisect_right(places, last) :]
        if len(taken) + 1 == len(groups[0]):
            yield from [(*taken, names[place]) for place in later]
        else:
            stack += [((*taken, names[place]), place, terms | {held[place]}) for place in reversed(later)]
