"""Cubes: the subsets that have all of some members and none of some others; and whether cubes lie in others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

#: Cuts that are looked at in one search, each as often as it is.
MOST_CUTS = 200_000

#: A cube as two numbers, with a bit for each member: those that are in, and those that are out.
Bits = tuple[int, int]


class Subsets(NamedTuple):
    """Every subset that has all of ``includes`` and none of ``excludes``."""

    includes: frozenset[str]
    excludes: frozenset[str]


def holds(outer: Subsets, inner: Subsets) -> bool:
    """Whether one cube lies within another."""
    return outer.includes <= inner.includes and outer.excludes <= inner.excludes


def contested_by(first: Subsets, second: Subsets) -> frozenset[str]:
    """The members that one has in and the other out."""
    return (first.includes & second.excludes) | (first.excludes & second.includes)


def of_all(union: Sequence[Subsets]) -> Subsets:
    """The members that every cube includes, and those that every cube excludes."""
    return Subsets(
        frozenset.intersection(*(cube.includes for cube in union)),
        frozenset.intersection(*(cube.excludes for cube in union)),
    )


def consensus(first: Subsets, second: Subsets) -> Subsets | None:
    """The largest cube that lies in both together and in neither: there is one when they clash on one member only."""
    contested = contested_by(first, second)
    if len(contested) != 1:
        return None
    return Subsets((first.includes | second.includes) - contested, (first.excludes | second.excludes) - contested)


def largest(cubes: Sequence[Subsets], most: int | None = None) -> list[Subsets]:
    """The cubes without those that lie within another one; of more than ``most``, those that say least."""
    places: dict[tuple[str, bool], int] = {}
    kept: dict[int, Subsets] = {}
    different = dict.fromkeys(cubes)
    # One that holds another says less, and is kept before that one is looked for.
    for cube in sorted(different, key=lambda each: len(each.includes) + len(each.excludes)):
        if len(kept) == most:
            break
        bits = sum(
            1 << places.setdefault((member, wanted), len(places))
            for wanted, members in ((True, cube.includes), (False, cube.excludes)) for member in members
        )  # fmt: skip
        silent = ~bits
        if all(larger & silent for larger in kept):
            kept[bits] = cube
    found = set(kept.values())
    return [cube for cube in different if cube in found]


def escape(cubes: Sequence[Bits], cuts: Sequence[Bits], budget: int) -> bool | None:
    """Whether a subset in one of the cubes lies in no cut; None when the budget of cuts to look at ran out first.

    By what is forced, then a branch on a member of the shortest cuts (Davis, Logemann and Loveland 1962).
    """
    stack: list[tuple[int, int, Sequence[Bits]]] = [(inside, outside, cuts) for inside, outside in reversed(cubes)]
    while stack:
        inside, outside, left = stack.pop()
        before = None
        while before != (inside, outside):
            budget -= len(left)
            if budget < 0:
                return None
            before = inside, outside
            forced = _forced(inside, outside, left)
            if forced is None:
                break
            inside, outside, left = forced
        else:
            if not left:
                return True
            stack += [(inside | wanted, outside | refused, left) for wanted, refused in _branches(left)]
    return False


def _forced(inside: int, outside: int, cuts: Sequence[Bits]) -> tuple[int, int, Sequence[Bits]] | None:
    """What has to be in and out to escape every cut, as far as each in turn says, and what of the cuts is left open.

    None where one cannot be escaped.
    """
    left = []
    for wanted, refused in cuts:
        if wanted & outside or refused & inside:
            continue
        open_ = wanted & ~inside, refused & ~outside
        number = _size(open_)
        if not number:
            return None
        if number == 1:
            inside, outside = inside | open_[1], outside | open_[0]
        else:
            left.append(open_)
    return inside, outside, left


def _branches(cuts: Sequence[Bits]) -> tuple[Bits, Bits]:
    """The member that most of the shortest cuts name, once in and once out: what escapes more cuts comes last."""
    fewest = min(map(_size, cuts))
    named = Counter(member for cut in cuts if _size(cut) == fewest for member in _members(cut[0] | cut[1]))
    member = min(named, key=lambda each: (-named[each], each))
    escaped_in = sum(1 for _, refused in cuts if refused & member)
    escaped_out = sum(1 for wanted, _ in cuts if wanted & member)
    ways = (member, 0), (0, member)
    return ways if escaped_out >= escaped_in else (ways[1], ways[0])


def _members(bits: int) -> Iterator[int]:
    """The members of a number, each as its bit."""
    while bits:
        member = bits & -bits
        yield member
        bits ^= member


def _size(cut: Bits) -> int:
    return cut[0].bit_count() + cut[1].bit_count()
