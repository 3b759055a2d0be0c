"""What declarations say of being seen: those of a rule of a style sheet, or of a `style`.

Every declaration is looked at, each once; what is asked of a value costs no more than its length.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from posdiff.dossier.sources.style_sheets import without_strings

_BLANKS = re.compile(r"\s+")
_AROUND = re.compile(r" ?([:;,()/!]) ?")
_NUMBER = re.compile(r"([+-]?)(?=\.?\d)0*+(\d*+(?:\.\d*+)?(?:e[+-]?\d{1,3}(?!\d))?)([a-z]*+|%)\Z")
_CALLED = re.compile(r"(?<![a-z0-9])([a-z0-9]++)\(([^()]*+)\)")
_CLEAR = re.compile(r"#(?:[\da-f]{3}0|[\da-f]{6}[01][\da-f])\Z")
_BLOCK = re.compile(r"(?:block|flex|grid|table|list-item|flow-root|-webkit-(?:box|flex)|-ms-(?:flexbox|grid))(?![a-z])")
#: Characters of declarations that are kept with what they say.
_LONGEST_KNOWN = 300
#: Characters of a number that count.
_LONGEST_NUMBER = 40
#: Lengths in pixels and in other units from which on a thing is off the page; how far it may be moved to its other end.
_FAR, _FAR_IN_OTHERS, _FARTHEST = 1_000, 100, 5_000
_FULL_PAGE = ("vw", "vh", "em", "rem", "ch", "ex")


class Said(NamedTuple):
    """What declarations say. ``hides``: more than ``display: none`` does, which another ``display`` undoes.

    ``display``: its value where there is one. ``block``: it makes lines. ``important``: some of it outranks others.
    """

    hides: bool = False
    display: str | None = None
    block: bool = False
    important: bool = False


NOTHING = Said()


def said_by(declarations: str) -> Said:
    """What declarations say of being seen."""
    if not declarations:
        return NOTHING
    return _known(declarations) if len(declarations) < _LONGEST_KNOWN else _said_by(declarations)


@lru_cache(maxsize=4096)
def _known(declarations: str) -> Said:
    return _said_by(declarations)


def _said_by(declarations: str) -> Said:
    text = declarations.lower()
    if any(sign in text for sign in "/\"'\\"):
        text = without_strings(text)
    text = _AROUND.sub(r"\1", _BLANKS.sub(" ", text))
    values: dict[str, str] = {}
    hides, displays, block = False, [], False
    for declaration in text.split(";"):
        name, _, value = declaration.strip().partition(":")
        if name not in _LOOKED_AT:
            continue
        value = value.partition("!")[0].strip()
        values[name] = value
        if name == "display":
            displays.append(value)
            block = block or _BLOCK.match(value) is not None
        else:
            hides = hides or _hides(name, value)
    if not values:
        return NOTHING
    hides = hides or _cut_off(values) or _transparent(values)
    display = "none" if "none" in displays else displays[-1] if displays else None
    return Said(hides, display, block, "!important" in text)


def _hides(name: str, value: str) -> bool:
    asked = _HIDING.get(name)
    return asked is not None and asked(value)


def _measured(value: str) -> tuple[float, str] | None:
    """A number and its unit."""
    found = _NUMBER.match(value)
    if found is None:
        return None
    digits = found[2]
    if len(digits) > _LONGEST_NUMBER:
        digits = digits[:_LONGEST_NUMBER].partition("e")[0]
    try:
        number = float(f"{found[1]}0{digits}")
    except ValueError:
        return None
    return number, found[3]


def _below(value: str, least: float) -> bool:
    """Whether a share is below another, where it is one."""
    measured = _measured(value)
    return measured is not None and measured[0] < {"": least, "%": least * 100}.get(measured[1], -math.inf)


def _tiny(value: str) -> bool:
    """Whether letters of a size are nothing that is read."""
    measured = _measured(value)
    if measured is None:
        return False
    number, unit = measured
    return number < {"px": 2, "pt": 2, "%": 10, "": 0.001}.get(unit, 0.1)


def _tiny_font(value: str) -> bool:
    return any(_tiny(part) for part in value.partition("/")[0].split(" "))


def _clear(value: str) -> bool:
    """Whether a color lets all through."""
    if value == "transparent" or _CLEAR.match(value):
        return True
    called = _CALLED.match(value)
    if called is None:
        return False
    before, slash, alpha = called[2].rpartition("/")
    if not slash:
        before, _, alpha = called[2].rpartition(",")
        if before.count(",") != 2:
            return False
    return _below(alpha.strip(), 0.1)


def _away(value: str) -> bool:
    """Whether a length leads off the page."""
    measured = _measured(value)
    if measured is None:
        return False
    number, unit = measured
    far = _FAR if unit not in _FULL_PAGE else _FAR_IN_OTHERS
    return unit != "%" and (number <= -far or number >= _FARTHEST)


def _far_off(value: str) -> bool:
    """The same where something is placed: there, less is far."""
    measured = _measured(value)
    return _away(value) or (measured is not None and measured[1] != "%" and measured[0] <= -_FAR_IN_OTHERS)


def _indented(value: str) -> bool:
    measured = _measured(value)
    return measured is not None and (measured[0] <= -100 or (measured[0] >= 100 and measured[1] == "%"))


def _clipped(value: str) -> bool:
    """Whether `clip` leaves nothing, or a point."""
    called = _CALLED.match(value)
    sides = [_measured(part) for part in re.split("[, ]", called[2], maxsplit=4)] if called else []
    if len(sides) != 4 or called is None or called[1] != "rect":
        return False
    top, right, bottom, left = (side[0] if side else None for side in sides)
    low, narrow = (top is not None and bottom is not None), (right is not None and left is not None)
    return bool((low and (bottom or 0) - (top or 0) <= 1) or (narrow and (right or 0) - (left or 0) <= 1))


def _clipped_path(value: str) -> bool:
    called = _CALLED.match(value)
    if called is None:
        return False
    measured = [_measured(part) for part in called[2].split(" ", 4)[:4]]
    first = measured[0] or (1.0, "")
    if called[1] == "inset":
        return (first[1] == "%" and first[0] >= 50) or any(
            m is not None and m[0] >= 100 and m[1] == "%" for m in measured
        )
    return called[1] in ("circle", "ellipse") and first[0] == 0


def _moved(value: str) -> bool:
    """Whether `transform` makes nothing of it, or takes it away."""
    for name, given in _CALLED.findall(value):
        parts = given.split(",", 3)[:3]
        if name.startswith("scale") and any(_below(part, 0.01) and not part.startswith("-") for part in parts):
            return True
        if name.startswith("translate") and any(map(_away, parts)):
            return True
    return False


def _filtered(value: str) -> bool:
    return any(name == "opacity" and _below(given, 0.1) for name, given in _CALLED.findall(value))


def _cut_off(values: Mapping[str, str]) -> bool:
    """Whether a size of nothing hides what runs over."""
    if not any("hidden" in values.get(name, "") or "clip" in values.get(name, "") for name in _OVERFLOW):
        return False
    sizes = (_measured(values[name]) for name in _SIZES if name in values)
    return any(size is not None and size[0] <= 1 for size in sizes)


def _transparent(values: Mapping[str, str]) -> bool:
    """Whether letters are not drawn: those that show what is behind them are."""
    if any("text" in values.get(name, "") for name in _FILLED):
        return False
    return any(_clear(values[name]) for name in _COLORS if name in values)


_OVERFLOW = ("overflow", "overflow-x", "overflow-y")
_SIZES = ("height", "max-height", "width", "block-size", "inline-size")
_COLORS = ("color", "-webkit-text-fill-color")
_FILLED = ("background-clip", "-webkit-background-clip", "background")
_HIDING: dict[str, Callable[[str], bool]] = {
    "visibility": lambda value: value in ("hidden", "collapse"),
    "content-visibility": lambda value: value == "hidden",
    "opacity": lambda value: _below(value, 0.1),
    "font-size": _tiny,
    "font": _tiny_font,
    "clip": _clipped,
    "clip-path": _clipped_path,
    "text-indent": _indented,
    "transform": _moved,
    "-webkit-transform": _moved,
    "scale": lambda value: _below(value.split(" ", 1)[0], 0.01) and not value.startswith("-"),
    "translate": lambda value: any(map(_away, value.split(" ", 3)[:3])),
    "filter": _filtered,
    "text-decoration": lambda value: "line-through" in value,
    "text-decoration-line": lambda value: "line-through" in value,
    **dict.fromkeys(("left", "right", "top", "bottom", "inset-inline-start", "inset-inline-end"), _far_off),
    **dict.fromkeys(("margin-left", "margin-right", "margin-top", "margin-inline-start"), _away),
}
_LOOKED_AT = frozenset((*_HIDING, *_OVERFLOW, *_SIZES, *_COLORS, *_FILLED, "display"))
