"""What the style sheets of an HTML page hide, and of what they make lines.

A selector is understood where it is made of names, classes and ids with blanks or ``>`` between them. Of the elements
above, only the one that ``>`` asks for is held against its whole compound: of the others it is enough that each name,
class and id stands somewhere above. So more may be taken for hidden than a browser hides, and never less.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from typing import NamedTuple

from posdiff.dossier.sources.style_declarations import said_by
from posdiff.dossier.sources.style_sheets import rules

#: A name, a class or an id, with the private signs that stand for others.
_NAME = "[-\\w\ue000-\uf000]+"
_COMPOUND = re.compile(rf"(?:[a-z][a-z0-9]*(?:-{_NAME})?|[.#]{_NAME})(?:[.#]{_NAME})*\Z", re.IGNORECASE)
_PARTS = re.compile(rf"[.#]?{_NAME}")
_BETWEEN = re.compile(r"\s*+(>)\s*+|\s++")
#: Selectors with the same rarest part, and those looked at for one element, beyond which only what they share counts;
#: parts of a selector that count.
_MOST_ALIKE, _MOST_LOOKED_AT, _MOST_PARTS = 50, 60, 12

#: Of a rule, as style sheets rank them: whether it is important; its ids; its classes and what counts as one; its
#: names; its place among the rules of the page.
Rank = tuple[bool, int, int, int, int]


class Selector(NamedTuple):
    """Which elements a rule is for: each by its name, ``.class`` and ``#id``.

    ``last``: those of the element itself. ``parent``: those of the element that it stands in directly, where it says
    so. ``above``: those that elements around it have.
    """

    last: frozenset[str]
    parent: frozenset[str] = frozenset()
    above: frozenset[str] = frozenset()

    def takes(self, names: Set[str], parent: Set[str], above: Mapping[str, int]) -> bool:
        """Whether it is for an element with these names; ``above``: how many elements around it have each."""
        return self.last <= names and self.parent <= parent and self.above <= above.keys()


class Sheets:
    """What a page's own style sheets say of which elements.

    Rules for some width, or for paper, are left out, and so are selectors that are not understood: what they hide is
    shown to some. What is hidden by ``display`` is shown by another rule that ranks higher and holds for every medium;
    what else such a rule asks for is not looked at.
    """

    def __init__(self, sheets: Iterable[str]) -> None:
        hidden: dict[Selector, Rank] = {}
        hidden_for_good: set[Selector] = set()
        blocks: dict[Selector, Rank] = {}
        shown: dict[str, Rank] = {}
        inline: dict[str, Rank] = {}
        for place, rule in enumerate(rule for sheet in sheets for rule in rules(sheet)):
            own, nested = said_by(rule.declarations), said_by(rule.nested)
            none = "none" in (own.display, nested.display)
            if not (own.hides or nested.hides or own.display or nested.display):
                continue
            for written in frozenset(map(str.strip, rule.selectors.split(","))):
                rank = _rank(written, own.important or (none and nested.important), place)
                read = _selector(written)
                if read is not None and (own.hides or nested.hides):
                    hidden_for_good.add(read)
                if read is not None and none:
                    hidden[read] = max(rank, hidden.get(read, rank))
                if read is not None and (own.block or nested.block):
                    blocks[read] = max(rank, blocks.get(read, rank))
                if own.display not in (None, "none") and rule.always:
                    _note(shown, written, rank)
                    if not own.block:
                        _note(inline, written, rank)
        self._hidden = _Index({*hidden_for_good, *_not_undone(hidden, shown)}, shared=True)
        self._blocks = _Index(_not_undone(blocks, inline), shared=False)

    def hide(self, names: Set[str], parent: Set[str], above: Mapping[str, int]) -> bool:
        """Whether an element is hidden by them."""
        return self._hidden.takes(names, parent, above)

    def make_lines(self, names: Set[str], parent: Set[str], above: Mapping[str, int]) -> bool:
        """Whether an element begins and ends a line."""
        return self._blocks.takes(names, parent, above)


class _Alike(NamedTuple):
    """Selectors with the same rarest part, and what all of them ask of the element itself."""

    selectors: tuple[Selector, ...]
    common: Selector


class _Index:
    """Selectors by the part of the element itself that the fewest of them have.

    ``shared``: where more would have to be looked at, an element that has what all of them share is taken.
    """

    def __init__(self, selectors: Set[Selector], shared: bool) -> None:
        often = Counter(part for selector in selectors for part in selector.last)
        by_part: dict[str, list[Selector]] = defaultdict(list)
        for selector in sorted(selectors, key=lambda each: tuple(map(sorted, each))):
            by_part[min(selector.last, key=lambda part: (often[part], part))].append(selector)
        self._shared = shared
        self._by_part: dict[str, _Alike] = {}
        for part, alike in by_part.items():
            common = Selector(frozenset.intersection(*(each.last for each in alike)))
            told = tuple(alike) if len(alike) <= _MOST_ALIKE else (common,) if shared else tuple(alike[:_MOST_ALIKE])
            self._by_part[part] = _Alike(told, told[0] if len(told) == 1 else common)

    def takes(self, names: Set[str], parent: Set[str], above: Mapping[str, int]) -> bool:
        if not self._by_part:
            return False
        found = [alike for name in names if (alike := self._by_part.get(name)) is not None]
        if len(found) < _MOST_LOOKED_AT and sum(len(alike.selectors) for alike in found) <= _MOST_LOOKED_AT:
            return any(selector.takes(names, parent, above) for alike in found for selector in alike.selectors)
        return self._shared and any(alike.common.takes(names, parent, above) for alike in found)


def _note(ranks: dict[str, Rank], written: str, rank: Rank) -> None:
    for name in _parts(_BETWEEN.split(written)[-1]):
        ranks[name] = max(rank, ranks.get(name, rank))


def _not_undone(said: Mapping[Selector, Rank], otherwise: Mapping[str, Rank]) -> set[Selector]:
    lowest = (False, 0, 0, 0, -1)
    return {each for each, rank in said.items() if not any(otherwise.get(name, lowest) > rank for name in each.last)}


def _selector(written: str) -> Selector | None:
    """A selector, or None where it is not understood."""
    compounds = [piece for piece in _BETWEEN.split(written) if piece]
    if not compounds or any(piece != ">" and not _COMPOUND.match(piece) for piece in compounds):
        return None
    last, before = compounds[-1], compounds[:-1]
    if last == ">":
        return None
    parent = before[-2] if before[-1:] == [">"] and len(before) > 1 else ""
    above = " ".join(piece for piece in before if piece != ">")
    return Selector(*(frozenset(sorted(_parts(part))[:_MOST_PARTS]) for part in (last, parent, above)))


def _parts(compounds: str) -> frozenset[str]:
    return frozenset(part if part[0] in ".#" else part.lower() for part in _PARTS.findall(compounds))


def _rank(selector: str, important: bool, place: int) -> Rank:
    """How high a rule with a selector ranks, by "Selectors Level 4", 17; what is in brackets is not looked into."""
    names = re.findall(r"(?:^|[\s>+~])[a-z]", selector, re.IGNORECASE)
    return important, selector.count("#"), len(re.findall(r"[.\[:]", selector)), len(names), place
