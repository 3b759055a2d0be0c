"""The rules of a style sheet, as far as they tell what is seen: read by tinycss2, by "CSS Syntax".

A selector is understood where it is made of names, classes and ids with blanks or ``>`` between them. Of the elements
above, only the one that ``>`` asks for is held against its whole compound: of the others it is enough that each name,
class and id stands somewhere above. So more may be taken for hidden than a browser hides, and never less.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from typing import Any, NamedTuple

from tinycss2 import parse_blocks_contents, parse_component_value_list, parse_stylesheet, serialize

#: Rules that hold under a condition, and queries of `@media`, that hold or may hold for all who read on a screen.
_GROUPS = ("layer", "supports", "scope")
_MEDIA = ("", "all", "screen", "only all", "only screen", "not print", "not speech")
#: Parts of an element that rules are for.
_PSEUDO = ("before", "after", "first-letter", "first-line", "marker", "selection", "placeholder", "backdrop")
#: What stands for all that is not understood.
_OTHER = "?"
#: Tokens of a selector that those nested in it are put together with.
_MOST_AROUND = 60
#: Digits of a number that count: more than four thousand are none that Python takes.
_TOO_LONG = re.compile(r"(?<=\d{4000})\d+")


class Selector(NamedTuple):
    """Which elements a rule is for: each by its name, ``.class`` and ``#id``.

    ``last``: those of the element itself. ``parent``: those of the element that it stands in directly, where it says
    so. ``above``: those that elements around it have. ``known``: it is understood; of others, only ``last`` is told.
    ``rank``: how many ids it names, how many classes and what counts as one, how many elements; what is in brackets is
    not looked into ("Selectors Level 4", 17). ``pseudo``: the part of the element that it is for, such as ``before``.
    """

    last: frozenset[str]
    parent: frozenset[str]
    above: frozenset[str]
    known: bool
    rank: tuple[int, int, int]
    pseudo: str = ""

    @property
    def parts(self) -> frozenset[str]:
        """All that it names."""
        return self.last | self.parent | self.above

    def takes(self, names: Set[str], parent: Set[str], above: Mapping[str, int]) -> bool:
        """Whether it is for an element with these names; ``above``: how many elements around it have each."""
        return self.last <= names and self.parent <= parent and self.above <= above.keys()


class StyleRule(NamedTuple):
    """A rule: what stands before its braces and its declarations, as tinycss2 has them.

    ``always``: it stands under no condition.
    """

    prelude: list[Any]
    declarations: list[Any]
    always: bool

    @property
    def selectors(self) -> list[Selector]:
        """Its selectors, parted by commas."""
        return list(map(_selector, _parted(self.prelude)))


def rules(sheet: str) -> Iterator[StyleRule]:
    """The rules of a sheet that hold for all who read the page, or may."""
    nodes = parse_stylesheet(_TOO_LONG.sub("", sheet), skip_comments=True, skip_whitespace=True)
    waiting: list[tuple[Any, list[Any], bool]] = [(node, [], True) for node in reversed(nodes)]
    while waiting:
        node, prelude, always = waiting.pop()
        if node.type not in ("at-rule", "qualified-rule") or not node.content:
            continue
        if node.type == "at-rule":
            if not _holds(node.lower_at_keyword, serialize(node.prelude).lower()):
                continue
            always = False
        else:
            whole = _within(prelude, node.prelude)
            always = always and whole is not None
            prelude = node.prelude if whole is None else whole
        nodes = parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
        yield StyleRule(prelude, [each for each in nodes if each.type == "declaration"], always)
        waiting.extend((each, prelude, always) for each in reversed(nodes))


def declarations(style: str) -> list[Any]:
    """Declarations as `style` has them."""
    nodes = parse_blocks_contents(_TOO_LONG.sub("", style), skip_comments=True, skip_whitespace=True)
    return [each for each in nodes if each.type == "declaration"]


def _parted(prelude: list[Any]) -> list[list[Any]]:
    """The parts of what stands before braces, between commas."""
    lists: list[list[Any]] = [[]]
    for token in prelude:
        if token == ",":
            lists.append([])
        else:
            lists[-1].append(token)
    return lists


def _within(around: list[Any], own: list[Any]) -> list[Any] | None:
    """The selectors of a rule that stands in another, with those of that one; None where these are several, or long."""
    if not around:
        return own
    if "," in around or len(around) > _MOST_AROUND:
        return None
    whole: list[Any] = []
    for part in _parted(own):
        nested = part if "&" in part else [*parse_component_value_list("& "), *part]
        whole += parse_component_value_list(",")
        for token in nested:
            whole += around if token == "&" else [token]
    return whole[1:]


def _holds(keyword: str, asked: str) -> bool:
    """Whether what stands under a rule with `@` holds, or may."""
    return keyword in _GROUPS or (keyword == "media" and any(" ".join(q.split()) in _MEDIA for q in asked.split(",")))


def _selector(tokens: list[Any]) -> Selector:
    compounds: list[set[str]] = [set()]
    parent, before, pseudo = -1, "", ""
    ids = classes = names = 0
    for at, token in enumerate(tokens):
        kind = token.type if token.type != "literal" else token.value
        if kind in ("whitespace", ">", "&"):
            if compounds[-1]:
                compounds.append(set())
            parent = len(compounds) - 2 if kind == ">" else parent
        elif kind == "*":
            compounds[-1].add("*")
        elif kind == "hash":
            compounds[-1].add(f"#{token.value}")
            ids += 1
        elif kind == "ident" and before == ".":
            compounds[-1].add(f".{token.value}")
        elif kind == "ident" and before != ":":
            compounds[-1].add(token.lower_value)
            names += 1
        elif kind == "ident" and token.lower_value in _PSEUDO:
            pseudo = token.lower_value
        elif kind not in (".", ":", "comment") or (kind == ":" and not _begins_pseudo(tokens, at)):
            compounds[-1].add(_OTHER)
        classes += kind in (".", ":", "[] block")
        before = kind
    *around, last = compounds if compounds[-1] else compounds[:-1] or compounds
    direct = around.pop() if around and parent == len(around) - 1 else set()
    above, rank = frozenset[str]().union(*around), (ids, classes, names)
    if not last or _OTHER in {*last, *direct, *above}:
        return Selector(frozenset(last - {_OTHER}), frozenset(), frozenset(), False, rank, pseudo)
    return Selector(frozenset(last), frozenset(direct), above, True, rank, pseudo)


def _begins_pseudo(tokens: list[Any], at: int) -> bool:
    """Whether a colon is one of those before the name of a part of an element."""
    following = [token for token in tokens[at + 1 : at + 3] if token != ":"]
    return bool(following) and following[0].type == "ident" and following[0].lower_value in _PSEUDO
