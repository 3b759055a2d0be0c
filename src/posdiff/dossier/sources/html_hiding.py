"""What the style sheets of an HTML page hide, and of what they make lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from typing import NamedTuple

from posdiff.dossier.sources.style_declarations import NOTHING, Letters, Shift, said_in
from posdiff.dossier.sources.style_sheets import Selector, rules

#: Selectors that are held against the elements of a page, each against each, beyond which it is given up: about a
#: second's work.
_MOST_HELD = 1_000_000
#: How style sheets rank a rule: whether it is important, what its selector names, its place among those of the page.
_Rank = tuple[bool, tuple[int, int, int], int]
_LOWEST: _Rank = (False, (0, 0, 0), -1)


#: Why a page is given up whose style sheets would take too long to hold against its elements.
LARGE_SHEETS = "its style sheets are too large to read"


class HtmlTooLarge(Exception):
    """A page that would take too long to read, or too much memory; its text says why."""


class _Asked(NamedTuple):
    """What a rule asks for the elements of a selector: to hide them whatever others ask, or by ``display``; to make
    lines of them; to show them, under no condition, and in the line; to put them above the line, below or on it; to
    make their letters nothing, or of some size again; to write something before or after what stands in them.
    """

    selector: Selector
    rank: _Rank
    for_good: bool = False
    hidden: bool = False
    block: bool = False
    shown: bool = False
    inline: bool = False
    shift: Shift = ""
    letters: Letters = ""
    writes: str = ""

    def outranked(self, others: Iterable[_Asked]) -> _Asked:
        """Without what others ask otherwise that rank higher."""
        higher = [each for each in others if each.rank > self.rank]
        hidden = self.hidden and not any(each.shown for each in higher)
        return self._replace(hidden=hidden, block=self.block and not any(each.inline for each in higher))


class Told(NamedTuple):
    """What style sheets say of an element: that it is hidden, that it makes lines, where it is put, how large it is.

    ``above_all``: they rank the size of its letters above what the element itself says. ``writes``: where they write
    words of their own: ``before`` what stands in it or ``after``, as its ``marker``, or as that of a ``list`` in it.
    """

    hidden: bool = False
    line: bool = False
    shift: Shift = ""
    letters: Letters = ""
    above_all: bool = False
    writes: frozenset[str] = frozenset()


class Sheets:
    """What a page's own style sheets say of which elements.

    Rules for some width, or for paper, are left out, and so are selectors that are not understood: what they hide is
    shown to some. What is hidden by ``display`` is shown by a rule that ranks higher and holds for every medium; so it
    is, lest an open menu be missing, if that rule is for elements of the same name, class or id under any condition.
    What else such a rule asks for is not looked at.
    """

    def __init__(self, sheets: Iterable[str]) -> None:
        asked: list[_Asked] = []
        by_name: dict[str, list[_Asked]] = {}
        found = [(rule, said_in(rule.declarations)) for sheet in sheets for rule in rules(sheet)]
        #: Whether some quotation marks are words.
        self.quotes = any(said.quotes for _, said in found)
        #: Whether a rule says that quotes have none.
        self.unquoted = any(said.unquoted for _, said in found)
        for place, (rule, said) in enumerate(found):
            shown = rule.always and said.display not in (None, "none")
            letters = said.letters if rule.always or said.letters == "none" else ""
            kind = said.hides, said.display == "none", said.block, shown, shown and not said.block, said.shift, letters
            for selector in rule.selectors if said != NOTHING else ():
                rank = said.important, selector.rank, place
                if selector.pseudo:
                    writes = said.writes or (said.opens and self.quotes)
                    asked += [_Asked(selector, rank, writes=selector.pseudo)] * writes
                    continue
                asked.append(_Asked(selector, rank, *kind, writes="list" if said.lists else ""))
                for name in selector.last if shown else ():
                    by_name[name] = _highest((*by_name.get(name, ()), asked[-1]))
        asked = [each for each in asked if each.selector.known]
        often = Counter(part for each in asked for part in each.selector.parts)
        #: By the one of the parts of the selector that the fewest of them have.
        self._by_part: dict[str, list[_Asked]] = defaultdict(list)
        for each in _once(asked):
            rarest = min(each.selector.parts, key=lambda part: (often[part], part))
            alike = (other for name in each.selector.last for other in by_name.get(name, ()))
            self._by_part[rarest].append(each.outranked(alike))
        self._held = 0

    def tell(self, names: Set[str], parent: Set[str], above: Mapping[str, int]) -> Told:
        """What they say of an element; ``above``: how many around it have each name. Raises HtmlTooLarge."""
        if not self._by_part:
            return Told()
        found: list[_Asked] = []
        self._held += len(above) // 8  # to look a name up costs less
        for alike in [self._by_part[name] for name in {*names, *above} if name in self._by_part]:
            self._held += len(alike)
            if self._held > _MOST_HELD:
                raise HtmlTooLarge(LARGE_SHEETS)
            found.extend(each for each in alike if each.selector.takes(names, parent, above))
        return _together(found) if found else Told()


def _once(asked: Iterable[_Asked]) -> Iterable[_Asked]:
    """Of those that ask the same for the same elements, with the same weight, the last alone."""
    return {each._replace(rank=(*each.rank[:2], 0)): each for each in asked}.values()


def _together(found: list[_Asked]) -> Told:
    """What rules for one element say of it: of those that ask for other things the one that ranks highest."""
    shown = max((each.rank for each in found if each.shown), default=_LOWEST)
    inline = max((each.rank for each in found if each.shown and each.inline), default=_LOWEST)
    hidden = any(each.for_good or (each.hidden and each.rank >= shown) for each in found)
    line = any(each.block and each.rank >= inline for each in found)
    shift = max((each for each in found if each.shift), key=_rank, default=None)
    letters = max((each for each in found if each.letters), key=_rank, default=None)
    return Told(
        hidden, line, shift.shift if shift else "", letters.letters if letters else "",
        letters.rank[0] if letters else False, frozenset(each.writes for each in found),
    )  # fmt: skip


def _rank(asked: _Asked) -> _Rank:
    return asked.rank


def _highest(shown: Iterable[_Asked]) -> list[_Asked]:
    """Of what shows elements, what ranks highest, in the line and otherwise."""
    return list({each.inline: each for each in sorted(shown, key=lambda each: each.rank)}.values())
