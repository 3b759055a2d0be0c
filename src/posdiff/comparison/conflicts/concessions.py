"""Who gives what: the concession sets over all issues, as counts for each party that are never added over parties.

A party's counts of red lines, firm and flexible terms are compared in this order, for itself alone. Shown are the
rows that are better for no party without being worse for another (Pareto). Clusters have nothing to do with each
other, so what is not among the rows of one cluster is not among those of all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any, NamedTuple

from posdiff.comparison.conflicts.constraints import Stated
from posdiff.dossier.term import FIRMNESS

if TYPE_CHECKING:
    from posdiff.comparison.conflicts.conflicts import Tied

#: Concession sets over all issues that are listed one by one.
MOST_SETS = 1_000
#: Rows of which an example is listed, where these are too many.
_MOST_EXAMPLES = 50
#: Rows that are kept while clusters are put together: of two parties these are quickly compared, of more they are not.
_MOST_ROWS = 2_000
_MOST_ROWS_OF_MANY = 200
#: Rows, and pairs of rows, that are looked at for one more cluster: of more parties comparing two takes longer.
_MOST_PAIRS = 20_000
_MOST_PAIRS_OF_MANY = 1_000
#: Sums over all clusters: thousands of small ones are each within the bounds above, and together without end.
_MOST_SUMS = 1_000_000

#: Red lines, firm terms, flexible terms.
Counts = tuple[int, int, int]


class Row(NamedTuple):
    """What each party gives, in the order of the parties; one set that does so, and how many do."""

    gives: tuple[Counts, ...]
    example: tuple[Stated, ...]
    variants: int


class _Part(NamedTuple):
    """A row while clusters are put together. ``sets``: that of the last cluster, and a link to those before it."""

    gives: tuple[Counts, ...]
    sets: tuple[Any, ...]
    variants: int

    def row(self) -> Row:
        """The row, with its example in the order of the clusters."""
        parts, left = [], self.sets
        while left:
            left, terms = left
            parts.append(terms)
        return Row(self.gives, tuple(one for terms in reversed(parts) for one in terms), self.variants)


class Ways(NamedTuple):
    """The rows that no other one is better than; and whether these are all. Where there are too many for that, only
    the ends are there: for each party the row in which it gives least, then the next party, and so on.

    ``sets``: every concession set while there are few, else those of some of the rows. ``number``: how many there are.
    """

    rows: tuple[Row, ...]
    complete: bool
    sets: tuple[tuple[Stated, ...], ...]
    sets_complete: bool
    number: int


def gives(parties: Sequence[str], terms: Sequence[Stated]) -> tuple[Counts, ...]:
    """What each party gives when these terms go."""
    counted = {party: [0, 0, 0] for party in parties}
    for one in terms:
        counted[one.party][2 - FIRMNESS.index(one.held.term.firmness)] += 1
    return tuple((red, firm, flexible) for red, firm, flexible in counted.values())


def ways(parties: tuple[str, ...], clusters: Sequence[Tied]) -> Ways:
    """The concession sets over all clusters: from each cluster one."""
    complete = all(one.concessions_complete for one in clusters) and all(one.concessions for one in clusters)
    if not clusters or not all(one.concessions for one in clusters):
        return Ways((), complete, () if clusters else ((),), complete, 0 if clusters else 1)
    own = [_by_gives(parties, one.concessions) for one in clusters]
    most, pairs = (_MOST_ROWS, _MOST_PAIRS) if len(parties) <= 2 else (_MOST_ROWS_OF_MANY, _MOST_PAIRS_OF_MANY)
    parts = [_nothing(parties)]
    spent = 0
    for each in own:
        spent += len(each) * len(parts)
        if len(each) > most or len(each) * len(parts) > pairs or spent > _MOST_SUMS:
            parts, complete = _ends(parties, own), False
            break
        parts = _best(_sums(parts, _best(each)))
    rows = [part.row() for part in parts]
    number = prod(len(one.concessions) for one in clusters)
    few = number <= MOST_SETS
    sets: list[tuple[Stated, ...]] = [row.example for row in shown(rows, _MOST_EXAMPLES)]
    if few:
        sets = [tuple(one for each in every for one in each) for every in product(*(c.concessions for c in clusters))]
    sets_complete = few and all(one.concessions_complete for one in clusters)
    return Ways(tuple(rows), complete, tuple(sets), sets_complete, number)


def _nothing(parties: Sequence[str]) -> _Part:
    return _Part(tuple((0, 0, 0) for _ in parties), (), 1)


def _sums(parts: Sequence[_Part], more: Sequence[_Part]) -> dict[tuple[Counts, ...], _Part]:
    found: dict[tuple[Counts, ...], _Part] = {}
    for one, other in product(parts, more):
        key = tuple([(a[0] + b[0], a[1] + b[1], a[2] + b[2]) for a, b in zip(one.gives, other.gives, strict=True)])
        known = found.get(key)
        variants = one.variants * other.variants
        if known is None:
            found[key] = _Part(key, (one.sets, other.sets[1]), variants)
        else:
            found[key] = known._replace(variants=known.variants + variants)
    return found


def _by_gives(parties: Sequence[str], sets: Sequence[tuple[Stated, ...]]) -> dict[tuple[Counts, ...], _Part]:
    """The sets of a cluster, those that give the same put together."""
    found: dict[tuple[Counts, ...], _Part] = {}
    for terms in sets:
        key = gives(parties, terms)
        known = found.get(key)
        found[key] = known._replace(variants=known.variants + 1) if known else _Part(key, ((), terms), 1)
    return found


def _best(rows: Mapping[tuple[Counts, ...], _Part]) -> list[_Part]:
    """The rows that no other one is better than, in the order of what the first party gives."""
    kept: list[_Part] = []
    for key in sorted(rows):
        if len(key) == 2:  # the last one that was kept gives least of the second party
            worse = bool(kept) and kept[-1].gives[1] <= key[1]
        else:
            worse = any(all(mine <= theirs for mine, theirs in zip(row.gives, key, strict=True)) for row in kept)
        if not worse:
            kept.append(rows[key])
    return kept


def _ends(parties: Sequence[str], clusters: Sequence[Mapping[tuple[Counts, ...], _Part]]) -> list[_Part]:
    """For each party the row in which it gives least; of those the one in which the next one does, and so on.

    Each cluster has its own such row, and these add up to that of all.
    """
    found: dict[tuple[Counts, ...], _Part] = {}
    for first in range(len(parties)):
        turn = [(first + number) % len(parties) for number in range(len(parties))]
        ended = [_nothing(parties)]
        for rows in clusters:
            least = min(rows.values(), key=lambda row: [row.gives[place] for place in turn])  # used at once
            ended = list(_sums(ended, [least]).values())
        found.setdefault(ended[0].gives, ended[0])
    return [found[key] for key in sorted(found)]


def _spread(rows: list[Row], most: int) -> list[Row]:
    """So many of the rows, evenly taken from the first to the last."""
    return [rows[place * (len(rows) - 1) // (most - 1)] for place in range(most)]


def shown(rows: Sequence[Row], most: int = 10) -> list[Row]:
    """The rows that are shown where there are many: evenly taken, both ends included, so that none leans to a side."""
    return list(rows) if len(rows) <= most else _spread(list(rows), most)
