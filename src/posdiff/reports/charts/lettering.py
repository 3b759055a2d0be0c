"""How much room words take in a picture, whatever font shows them: widths of DejaVu Sans, wider than most others."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category, east_asian_width

from posdiff.reports.escaping import visible

#: Widths in ems, and the signs that are at most so wide.
_SIGNS = {
    0.30: "'ijl",
    0.35: " ,./:;IJ\\|·",
    0.40: "()-[]f",
    0.45: "!rt",
    0.50: '"*_`“”–',
    0.55: "?csz",
    0.60: "FLkvxy",
    0.65: "$0123456789EPSTYabdeghnopqu{}",
    0.70: "ABCKRVXZ",
    0.75: "NU",
    0.80: "&DGHOQ",
    0.85: "#+<=>^w~",
    0.90: "M",
    1.00: "%@Wm…",
}
_WIDTHS = {sign: width for width, signs in _SIGNS.items() for sign in signs}
_BOLD = 1.17
_ELLIPSIS = "…"


def width(words: str, size: float, bold: bool = False) -> float:
    """How wide words are at most, in letters of a size."""
    return sum(map(_width, words)) * size * (_BOLD if bold else 1)


def _width(sign: str) -> float:
    known = _WIDTHS.get(sign)
    if known is not None:
        return known
    if category(sign) in ("Mn", "Me", "Cf"):
        return 0.0
    if east_asian_width(sign) in "WF":
        return 1.1
    return 0.95 if sign.isupper() or not sign.isalpha() else 0.8


def cut(words: str, room: float, size: float, bold: bool = False) -> str:
    """Words on one line as they are shown, cut with an ellipsis where there is no room for all of them."""
    shown = visible(words[:_MOST])
    if len(words) <= _MOST and width(shown, size, bold) <= room:
        return shown
    left = room - width(_ELLIPSIS, size, bold)
    kept = []
    for sign in shown:
        left -= width(sign, size, bold)
        if left < 0:
            break
        kept.append(sign)
    return "".join(kept).rstrip() + _ELLIPSIS


#: No line of a picture has room for so many letters.
_MOST = 2_000


def wrapped(words: str, room: float, size: float, most: int, bold: bool = False) -> tuple[str, ...]:
    """Words as they are shown, in so many lines at most, each within the room; what has none is cut."""
    pieces = list(_pieces(visible(words[:_MOST]), room, size, bold))
    lines: list[str] = []
    for number, piece in enumerate(pieces):
        joined = f"{lines[-1]} {piece}" if lines else piece
        if lines and width(joined, size, bold) <= room:
            lines[-1] = joined
        elif len(lines) == most:
            rest = " ".join((lines[-1], *pieces[number:]))  # wider than the room, so that it is cut
            return (*lines[:-1], cut(rest, room, size, bold))
        else:
            lines.append(piece)
    return tuple(lines) or ("",)


def _pieces(words: str, room: float, size: float, bold: bool) -> Iterator[str]:
    """The words, each no wider than the room."""
    for word in words.split():
        yield cut(word, room, size, bold)
