"""Minimal hitting sets: conflicts from concession sets, and the other way round (Reiter 1987).

The search is that of Murakami and Uno (2014): a set is grown member by member, and left as soon as a member is not
needed any more. So each minimal hitting set is met once, and no others are built.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from posdiff.comparison.conflicts.constraints import bits, mask_of


class Budget:
    """Steps that a search may still take: whoever runs out of them stops, at the same place on every machine."""

    def __init__(self, left: int) -> None:
        self.left = left

    def spend(self, number: int = 1) -> bool:
        """Take some; whether there were any left."""
        self.left -= number
        return self.left >= 0


def hitting_sets(family: Sequence[int], budget: Budget) -> Iterator[int]:
    """The minimal masks that have a member in common with every mask of the family, in one fixed order.

    The caller sees by ``budget`` whether it was cut.
    """
    in_sets: dict[int, int] = {}
    for place, mask in enumerate(family):
        for member in bits(mask):
            in_sets[member] = in_sets.get(member, 0) | 1 << place
    every = (1 << len(family)) - 1
    #: chosen, the sets that are not hit, what may still be chosen, and for each chosen the sets that it alone hits
    stack: list[tuple[tuple[int, ...], int, int, tuple[int, ...]]] = [((), every, mask_of(in_sets), ())]
    while stack:
        chosen, missed, open_, alone = stack.pop()
        if not budget.spend():
            return
        if not missed:
            yield mask_of(chosen)
            continue
        target = min(bits(missed), key=lambda place: ((family[place] & open_).bit_count(), place))
        tried = family[target] & open_
        left = open_ & ~tried
        branches = []
        for member in bits(tried):
            hits = in_sets[member]
            narrowed = tuple(own & ~hits for own in alone)
            if all(narrowed):
                branches.append(((*chosen, member), missed & ~hits, left, (*narrowed, missed & hits)))
                left |= 1 << member
        stack += reversed(branches)


def connected(family: Sequence[int]) -> list[int]:
    """The masks of a family put together where they have members in common, directly or over others."""
    groups: list[int] = []
    for mask in family:
        touched = [group for group in groups if group & mask]
        groups = [group for group in groups if not group & mask]
        for group in touched:
            mask |= group  # noqa: PLW2901  # the mask grows by all that it touches
        groups.append(mask)
    return sorted(groups, key=bits)
