"""What hides the text of an HTML page: declarations, and the selectors of the page's own style sheets.

A selector is understood where it is made of names, classes and ids with blanks or ``>`` between them. Of the elements
above, only the one that ``>`` asks for is held against its whole compound: of the others it is enough that each name,
class and id stands somewhere above. So more may be taken for hidden than a browser hides, and never less.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from typing import NamedTuple

_HIDING = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*\.?0*%?|"
    r"font-size\s*:\s*0*\.?0*(?:[a-z]{1,4}|%)?|content-visibility\s*:\s*hidden|color\s*:\s*transparent|"
    r"clip\s*:\s*rect\((?:\s*[01](?:px)?[\s,]*){4}\)|clip-path\s*:\s*inset\(\s*(?:[5-9]\d|100)%\s*\)|"
    r"text-indent\s*:\s*-\d{3,}[a-z%]*|(?:left|right|top)\s*:\s*-\d{3,}(?:px|r?em))\s*(?:!\s*important\s*)?(?:;|$)"
)
_SHOWING = re.compile(r"(?:^|;)\s*display\s*:\s*(?!none)")
#: Letters that show what is behind them are seen, though their color is transparent.
_FILLED = re.compile(r"background-clip\s*:\s*text")
#: Characters of the declarations of one rule, or of a `style`, that are looked at.
_LONGEST_STYLE = 4_000
_COMPOUND = re.compile(r"(?:[a-z][a-z0-9]*|[.#][-\w]+)(?:[.#][-\w]+)*\Z", re.IGNORECASE)
_PARTS = re.compile(r"[.#]?[-\w]+")
_BETWEEN = re.compile(r"\s*(>)\s*|\s+")
#: So many selectors that end in the same compound are told apart: with more, what they end in is taken for hidden.
_MOST_ALIKE = 50
_NOTHING: frozenset[str] = frozenset()

#: Of a selector, as style sheets rank them: its ids; its classes and what counts as one; its names.
Specificity = tuple[int, int, int]


class Selector(NamedTuple):
    """Which elements a rule is for: each by its name, ``.class`` and ``#id``.

    ``last``: those of the element itself. ``parent``: those of the element that it stands in directly, where it says
    so. ``above``: those that elements around it have.
    """

    last: frozenset[str]
    parent: frozenset[str]
    above: frozenset[str]

    def takes(self, names: Set[str], parent: Set[str], above: Mapping[str, int]) -> bool:
        """Whether it is for an element with these names; ``above``: how many elements around it have each."""
        return self.last <= names and self.parent <= parent and self.above <= above.keys()


class HiddenBySheets:
    """The selectors under which the page's own style sheets hide things, and no rule shows them again.

    Rules for some media only are left out, and so are selectors that are not understood: what they hide is shown to
    some. A rule that shows what is hidden counts where it ranks as high; what else it asks for is not looked at.
    """

    def __init__(self, source: str) -> None:
        hidden: dict[Selector, Specificity] = {}
        shown: dict[str, Specificity] = {}
        for selectors, declarations in _rules(source):
            if hides(declarations):
                for written in selectors:
                    read, rank = _selector(written), _specificity(written)
                    if read is not None:
                        hidden[read] = max(rank, hidden.get(read, rank))
            elif _SHOWING.search(declarations):
                for written in selectors:
                    rank = _specificity(written)
                    for name in _PARTS.findall(_BETWEEN.split(written)[-1]):
                        shown[name] = max(rank, shown.get(name, rank))
        self._by_part: dict[str, list[Selector]] = defaultdict(list)
        alike: dict[frozenset[str], int] = defaultdict(int)
        for selector, rank in hidden.items():
            if any(shown.get(name, (0, 0, 0)) >= rank for name in selector.last):
                continue
            alike[selector.last] += 1
            if alike[selector.last] <= _MOST_ALIKE:
                self._by_part[max(selector.last)].append(selector)
            else:
                self._by_part[max(selector.last)] = [Selector(selector.last, _NOTHING, _NOTHING)]

    def hide(self, names: Set[str], parent: Set[str], above: Mapping[str, int]) -> bool:
        """Whether an element is hidden by them."""
        return bool(self._by_part) and any(
            selector.takes(names, parent, above) for name in names for selector in self._by_part.get(name, ())
        )


def hides(declarations: str) -> bool:
    """Whether declarations hide what they are for: those of a rule, or of a `style`."""
    said = declarations[:_LONGEST_STYLE].lower()
    found = _HIDING.search(said)
    return found is not None and not ("transparent" in found[0] and _FILLED.search(said))


def _selector(written: str) -> Selector | None:
    """A selector, or None where it is not understood."""
    compounds = [piece for piece in _BETWEEN.split(written) if piece]
    if not compounds or any(piece != ">" and not _COMPOUND.match(piece) for piece in compounds):
        return None
    last, before = compounds[-1], compounds[:-1]
    parent = before[-2] if before[-1:] == [">"] and len(before) > 1 else ""
    above = " ".join(piece for piece in before if piece != ">")
    return Selector(_parts(last), _parts(parent), _parts(above))


def _parts(compounds: str) -> frozenset[str]:
    return frozenset(part if part[0] in ".#" else part.lower() for part in _PARTS.findall(compounds))


def _specificity(selector: str) -> Specificity:
    """How high a rule with a selector ranks, by "Selectors Level 4", 17; what is in brackets is not looked into."""
    names = re.findall(r"(?:^|[\s>+~])[a-z]", selector, re.IGNORECASE)
    return selector.count("#"), len(re.findall(r"[.\[:]", selector)), len(names)


def _rules(source: str) -> Iterator[tuple[Set[str], str]]:
    """The selectors of each rule that holds for every medium, with its declarations in small letters.

    What is nested in a rule counts as part of it.
    """
    for sheet in _sheets(source):
        depth, at, head = 0, 0, ""
        for found in re.finditer(r"[{}]", sheet):
            if found[0] == "{":
                if depth == 0:
                    head = sheet[at : found.start()].rpartition(";")[2]
                depth += 1
            else:
                if depth == 1 and not head.lstrip().startswith("@"):
                    declarations = sheet[at : found.start()][:_LONGEST_STYLE].lower()
                    yield frozenset(map(str.strip, head.split(","))), declarations
                depth = max(0, depth - 1)
            at = found.end()


def _sheets(source: str) -> Iterator[str]:
    """The style sheets in a page, without their comments."""
    lower = source.lower()
    begins = lower.find("<style")
    while begins >= 0 and (ends := lower.find("</style", begins)) >= 0:
        parts = source[begins:ends].partition(">")[2].split("*/")
        yield "".join(part.partition("/*")[0] for part in parts)
        begins = lower.find("<style", ends)
