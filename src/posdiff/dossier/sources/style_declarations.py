"""What declarations say of being seen: those of a rule of a style sheet, or of a `style`.

Every declaration is looked at, each once; what is asked of a value costs no more than its length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, NamedTuple

from tinycss2.color4 import parse_color

from posdiff.dossier.sources.style_sheets import declarations

_BLOCKS = ("block", "list-item", "flow-root")
_BOXES = ("flex", "grid", "table", "-webkit-box", "-webkit-flex", "-ms-flexbox", "-ms-grid")
#: Lengths in pixels and in other units from which on a thing is off the page; how far it may be moved to its other end.
_FAR, _FAR_IN_OTHERS, _FARTHEST = 1_000, 100, 5_000
_FULL_PAGE = ("vw", "vh", "em", "rem", "ch", "ex")
#: Sizes of letters that are nothing that is read, by their units.
_TINY = {"px": 2, "pt": 2, "%": 10, "": 0.001}


Shift = Literal["", "above", "below", "on"]
Letters = Literal["", "none", "some"]


class Said(NamedTuple):
    """What declarations say. ``hides``: more than ``display: none`` does, which another ``display`` undoes.

    ``display``: its value where there is one. ``block``: it makes lines. ``important``: some of it outranks others.
    ``shift``: where they put it, above the line, below or on it. ``letters``: whether they make its letters too small
    to be read, or of some size again. Either is empty where they do not say. ``writes``: they put in words;
    ``opens``: or signs of a quote; ``quotes``, ``lists``: such signs, or those before what is listed, have letters.
    ``unquoted``: there are no signs of a quote.
    """

    hides: bool = False
    display: str | None = None
    block: bool = False
    important: bool = False
    shift: Shift = ""
    letters: Letters = ""
    writes: bool = False
    opens: bool = False
    quotes: bool = False
    unquoted: bool = False
    lists: bool = False


NOTHING = Said()


def said_by(style: str) -> Said:
    """What the declarations of a `style` say of being seen."""
    return said_in(declarations(style))


def said_in(declared: Iterable[Any]) -> Said:
    """What declarations say of being seen, as tinycss2 has them."""
    values: dict[str, _Value] = {}
    hides, displays, important = False, [], False
    for each in declared:
        name = each.lower_name
        if name not in _LOOKED_AT:
            continue
        values[name] = value = _Value(token for token in each.value if token.type not in ("whitespace", "comment"))
        important = important or each.important
        if name == "display":
            displays.extend(value.words[:1])
        else:
            hides = hides or (name in _HIDING and _HIDING[name](value))
    if not values:
        return NOTHING
    hides = hides or _cut_off(values) or _transparent(values)
    display = "none" if "none" in displays else displays[-1] if displays else None
    block = any(each in _BLOCKS or each.startswith(_BOXES) for each in displays)
    content, seen = values.get("content", _Value()), not hides and display != "none"
    return Said(
        hides, display, block, important, _shift(values), _letters(values),
        writes=seen and _writes(content), opens=seen and not _QUOTES.isdisjoint(content.words),
        quotes=_has_letters(values.get("quotes", _Value())),
        unquoted="none" in values.get("quotes", _Value()).words,
        lists=any(_has_letters(values[name]) for name in _LISTS if name in values),
    )  # fmt: skip


class _Measure(NamedTuple):
    number: float
    unit: str

    def below(self, least: float) -> bool:
        """Whether a share is below another."""
        return self.unit in ("", "%") and self.number < (least * 100 if self.unit else least)

    @property
    def tiny(self) -> bool:
        """Whether letters of this size are nothing that is read."""
        return self.number < _TINY.get(self.unit, 0.1)

    @property
    def nothing(self) -> bool:
        """Whether it leaves nothing of what it scales; below nothing, it turns it round."""
        return self.number >= 0 and self.below(0.01)

    @property
    def away(self) -> bool:
        """Whether it leads off the page."""
        far = _FAR if self.unit not in _FULL_PAGE else _FAR_IN_OTHERS
        return self.unit != "%" and (self.number <= -far or self.number >= _FARTHEST)

    @property
    def far_off(self) -> bool:
        """The same where something is placed: there, less is far."""
        return self.away or (self.unit != "%" and self.number <= -_FAR_IN_OTHERS)


class _Value(list[Any]):
    """The tokens of a value, without blanks."""

    @property
    def words(self) -> list[str]:
        return [token.lower_value for token in self if token.type == "ident"]

    @property
    def measures(self) -> list[_Measure]:
        return [measure for token in self if (measure := _measured(token)) is not None]

    @property
    def called(self) -> dict[str, _Value]:
        """What functions are given, by their names."""
        functions = [token for token in self if token.type == "function"]
        return {each.lower_name: _Value(t for t in each.arguments if t.type != "whitespace") for each in functions}


def _measured(token: Any) -> _Measure | None:
    """A number and its unit."""
    units = {"number": "", "percentage": "%", "dimension": getattr(token, "lower_unit", "")}
    return _Measure(token.value, units[token.type]) if token.type in units else None


def _letters(values: Mapping[str, _Value]) -> Letters:
    """What size letters have: nothing that is read, or one that does not go by that of what is around."""
    letters: Letters = ""
    for name in ("font", "font-size"):
        value = values.get(name, _Value())
        sizes = _Value(value[: value.index("/")] if "/" in value else value).measures
        if any(each.tiny for each in sizes):
            letters = "none"
        elif any(each.unit not in _RELATIVE for each in sizes) or _SIZES_IN_WORDS.intersection(value.words):
            letters = "some"
    return letters


def _writes(content: _Value) -> bool:
    """Whether a style sheet writes words: in quotation marks, of an attribute, a number, or in a picture.

    A picture that is said to be an ornament, by nothing behind a bar, is none.
    """
    bar = content.index("/") if "/" in content else len(content)
    drawn, instead = _Value(content[:bar]), _Value(content[bar + 1 :])
    if not _WRITTEN.isdisjoint(drawn.called) or _has_letters(drawn):
        return True
    picture = any(token.type == "url" for token in drawn) or not _PICTURES.isdisjoint(drawn.called)
    return picture and not (instead and all(token.type == "string" and not token.value.strip() for token in instead))


def _has_letters(value: _Value) -> bool:
    """Whether there are letters or digits between quotation marks."""
    return any(character.isalnum() for token in value if token.type == "string" for character in token.value)


def _indented(value: _Value) -> bool:
    return any(each.number <= -100 or (each.number >= 100 and each.unit == "%") for each in value.measures)


def _clipped(value: _Value) -> bool:
    """Whether `clip` leaves nothing, or a point."""
    sides = [_measured(token) for token in value.called.get("rect", ()) if token != ","]
    if len(sides) != 4:
        return False
    top, right, bottom, left = sides
    return bool((top and bottom and bottom[0] - top[0] <= 1) or (left and right and right[0] - left[0] <= 1))


def _clipped_path(value: _Value) -> bool:
    called = value.called
    inset = called.get("inset", _Value()).measures[:4]
    if any(each.unit == "%" and each.number >= (50 if at == 0 else 100) for at, each in enumerate(inset)):
        return True
    if "polygon" in called:
        return not any(each.number for each in called["polygon"].measures)
    return any(name in called and called[name].measures[:1] in _POINTS for name in ("circle", "ellipse"))


def _moved(value: _Value) -> bool:
    """Whether `transform` makes nothing of it, or takes it away."""
    return any(
        (name.startswith("scale") and any(each.nothing for each in given.measures))
        or (name.startswith("translate") and any(each.away for each in given.measures))
        or (name == "matrix" and not all(each.number for each in given.measures[:4:3]))
        or (name in ("rotatex", "rotatey") and given.measures[:1] in _EDGEWISE)
        for name, given in value.called.items()
    )


def _cut_off(values: Mapping[str, _Value]) -> bool:
    """Whether a size of nothing hides what runs over."""
    if not any(_CUTS.intersection(values[name].words) for name in _OVERFLOW if name in values):
        return False
    return any(each.number <= 1 for name in _SIZES if name in values for each in values[name].measures)


def _transparent(values: Mapping[str, _Value]) -> bool:
    """Whether letters are not drawn: those that show what is behind them are."""
    if any("text" in values[name].words for name in _FILLED if name in values):
        return False
    colors = (parse_color(token) for name in _COLORS for token in values.get(name, ()))
    return any(getattr(color, "alpha", 1) < 0.1 for color in colors)


def _shift(values: Mapping[str, _Value]) -> Shift:
    """Where letters are put: by a word, or by a length; of small letters by where they are moved to, too."""
    shift: Shift = ""
    ups = {name: sum(each.number for each in values[name].measures) for name in _SHIFTS if name in values}
    words = {word for name in ups for word in values[name].words}
    if _small(values.get("font-size", _Value())):
        words |= {f"small-{word}" for word in words}
        if "position" in values and values["position"].words == ["relative"]:
            ups |= {
                name: sign * sum(m.number for m in values[name].measures) for name, sign in _MOVES if name in values
            }
    if words & _ABOVE or any(up > 0 for up in ups.values()):
        shift = "above"
    elif words & _BELOW or any(up < 0 for up in ups.values()):
        shift = "below"
    elif ups:
        shift = "on"
    return shift


def _small(size: _Value) -> bool:
    """Whether letters are smaller than those around them, or than any text."""
    return "smaller" in size.words or any(each.number < _SMALL.get(each.unit, 0) for each in size.measures)


def _any(holds: Callable[[_Measure], bool]) -> Callable[[_Value], bool]:
    return lambda value: any(map(holds, value.measures))


_WRITTEN = {"attr", "counter", "counters"}
_PICTURES = {"url", "image-set", "-webkit-image-set", "image", "cross-fade", "element"}
_QUOTES = {"open-quote", "close-quote"}
_LISTS = ("list-style", "list-style-type")
_EDGEWISE = [[(number, "deg")] for number in (90, -90, 270, -270)]
_RELATIVE = ("em", "%", "ex", "ch", "")
_SIZES_IN_WORDS = {"xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "initial"}
_CUTS = {"hidden", "clip", "auto", "scroll"}
_POINTS = [[(0, unit)] for unit in ("", "%", "px")]
_PLACES = ("inset", "left", "right", "top", "bottom", "inset-inline-start", "inset-inline-end")
_MARGINS = ("margin", "margin-left", "margin-right", "margin-top", "margin-inline-start")
_SHIFTS = ("font-variant-position", "vertical-align", "baseline-shift")
_ABOVE, _BELOW = {"super", "small-top", "small-text-top"}, {"sub", "small-bottom", "small-text-bottom"}
_MOVES = (("top", -1), ("bottom", 1))
_SMALL = {"em": 1, "rem": 1, "%": 100, "px": 12, "pt": 9}
_OVERFLOW = ("overflow", "overflow-x", "overflow-y")
_SIZES = (
    "height", "max-height", "block-size", "max-block-size", "width", "max-width", "inline-size", "max-inline-size",
)  # fmt: skip
_COLORS = ("color", "-webkit-text-fill-color")
_FILLED = ("background-clip", "-webkit-background-clip", "background")
_FADED = _any(lambda measure: measure.below(0.1))
_HIDING: dict[str, Callable[[_Value], bool]] = {
    "visibility": lambda value: value.words[:1] in (["hidden"], ["collapse"]),
    "content-visibility": lambda value: value.words[:1] == ["hidden"],
    "opacity": _FADED,
    "zoom": _any(lambda measure: measure.nothing),
    "unicode-bidi": lambda value: any(word.endswith("-override") for word in value.words),
    "-webkit-text-security": lambda value: value.words != ["none"],
    "clip": _clipped,
    "clip-path": _clipped_path,
    "text-indent": _indented,
    "transform": _moved,
    "-webkit-transform": _moved,
    "scale": lambda value: any(each.nothing for each in value.measures[:1]),
    "translate": _any(lambda measure: measure.away),
    "filter": lambda value: _FADED(value.called.get("opacity", _Value())),
    "text-decoration": lambda value: "line-through" in value.words,
    "text-decoration-line": lambda value: "line-through" in value.words,
    **dict.fromkeys(_PLACES, _any(lambda measure: measure.far_off)),
    **dict.fromkeys(_MARGINS, _any(lambda measure: measure.away)),
}
_LOOKED_AT = frozenset((
    *_HIDING, *_OVERFLOW, *_SIZES, *_COLORS, *_FILLED, *_SHIFTS, *_LISTS, "display", "content", "quotes", "position",
    "font", "font-size",
))  # fmt: skip
