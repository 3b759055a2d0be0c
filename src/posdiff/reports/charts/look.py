"""The colours and the letters of pictures, light and dark, and the marks that tell apart what colours tell apart.

The colours differ in lightness, so that they do in greyscale and for the colour-blind too (tests/reports/charts).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from posdiff.reports.charts import svg

#: Letters in these sizes.
TITLE, HEADING, PLAIN, SMALL = 20.0, 14.0, 13.0, 11.5


class Palette(NamedTuple):
    """The colours of one look. ``fills`` and the ``inks`` upon them: by what they stand for."""

    back: str
    ink: str
    soft: str
    rule: str
    faint: str
    held: str
    gap: str
    common: str
    steps: tuple[str, ...]
    fills: Mapping[str, str]
    inks: Mapping[str, str]


LIGHT = Palette(
    "#ffffff", "#1d2125", "#57606a", "#c4c9d0", "#f0f2f4", "#e3e7eb", "#f7e3dd", "#d5e7f1",
    ("#f1f6fa", "#bdd8ea", "#80b4d6", "#3f87b8", "#124e79"),
    {
        "contradiction": "#8c1d0a", "conditional": "#dd9530", "overlap": "#a6cbe2", "agreed": "#2b76a3",
        "unassessed": "#ffffff", "one-sided": "#e4e6e9", "closer": "#2b76a3", "farther": "#8c1d0a",
        "neither": "#9aa3ad",
    },
    {
        "contradiction": "#ffffff", "conditional": "#1d2125", "overlap": "#1d2125", "agreed": "#ffffff",
        "unassessed": "#1d2125", "one-sided": "#57606a",
    },
)  # fmt: skip
DARK = Palette(
    "#16191d", "#e4e7eb", "#a6b0bb", "#434b55", "#21262c", "#2d343c", "#40211b", "#1f3b4d",
    ("#1d2b36", "#2c5370", "#4283ad", "#79b4d6", "#cbe6f5"),
    {
        "contradiction": "#cf432b", "conditional": "#eba94a", "overlap": "#c9e3f1", "agreed": "#5a9fc9",
        "unassessed": "#16191d", "one-sided": "#3a414a", "closer": "#7fbde0", "farther": "#cf432b",
        "neither": "#545d67",
    },
    {
        "contradiction": "#ffffff", "conditional": "#1d2125", "overlap": "#1d2125", "agreed": "#16191d",
        "unassessed": "#e4e7eb", "one-sided": "#c9d0d7",
    },
)  # fmt: skip

#: The steps of a figure from little to much.
STEPS = 5
_FONTS = "'Helvetica Neue',Helvetica,Arial,'Liberation Sans','DejaVu Sans',sans-serif"
_LETTERS = f"""
.chart text{{font:{PLAIN:g}px {_FONTS};font-kerning:normal}}
.chart .title{{font-size:{TITLE:g}px;font-weight:700}}
.chart .heading{{font-size:{HEADING:g}px;font-weight:700}}
.chart .strong{{font-weight:700}}
.chart .small{{font-size:{SMALL:g}px}}
.chart .outline,.chart .line,.chart .rule,.chart .mark{{fill:none}}
.chart .outline{{stroke-width:2.5}}
.chart .mark{{stroke-width:2;stroke-linecap:round;stroke-linejoin:round}}
"""

#: Signs as paths within 12 by 12, from their middle: fonts differ in what they have.
MARKS: Mapping[str, str] = {
    "contradiction": "M-4 -4L4 4M-4 4L4 -4",
    "conditional": "M0 -5L5 0L0 5L-5 0Z",
    "overlap": "M-5 -1.5Q-2.5 -4.5 0 -2.5T5 -3.5M-5 3.5Q-2.5 .5 0 2.5T5 1.5",
    "agreed": "M-4.5 -2.5H4.5M-4.5 2.5H4.5",
    "one-sided": "M-.1 0H.1",
    "unassessed": "M-2.5 -3L-3.5 2M2.5 -3L1.5 2",
}


def style() -> str:
    """The style sheet of a picture: light, and dark for whoever prefers it."""
    dark = "\n".join(f" {rule}" for rule in _rules(DARK))
    light = "\n".join(_rules(LIGHT))
    return f"{_LETTERS}{light}\n@media (prefers-color-scheme:dark){{\n{dark}\n}}\n"


def _rules(palette: Palette) -> list[str]:
    rules = [
        f".chart text,.chart .solid{{fill:{palette.ink}}}",
        f".chart .soft{{fill:{palette.soft}}}",
        f".chart .back{{fill:{palette.back}}}",
        f".chart .faint{{fill:{palette.faint}}}",
        f".chart .outline,.chart .line,.chart .mark{{stroke:{palette.ink}}}",
        f".chart .rule{{stroke:{palette.rule}}}",
    ]
    steps = enumerate(palette.steps)
    rules += [f".chart .step-{number}{{fill:{colour};stroke:{palette.soft}}}" for number, colour in steps]
    rules += [f".chart .{name}{{fill:{colour}}}" for name, colour in palette.fills.items()]
    rules += [
        f".chart .unassessed{{stroke:{palette.soft}}}",
        f".chart .step{{fill:{palette.faint};stroke:{palette.soft}}}",
        f".chart .demand,.chart .given{{fill:none;stroke:{palette.ink};stroke-width:1.75}}",
        f".chart .given{{stroke:{palette.soft};stroke-dasharray:4 3}}",
        f".chart .halo{{stroke:{palette.back};stroke-width:4;paint-order:stroke}}",
        f".chart .held{{fill:{palette.held}}}",
        f".chart .edge{{stroke:{palette.back};stroke-width:1.5;paint-order:stroke}}",
        f".chart .bar{{fill:{palette.soft};stroke:{palette.soft};stroke-width:1.5}}",
        f".chart .hollow{{fill:{palette.back};stroke:{palette.soft};stroke-width:1.5;stroke-dasharray:3 2}}",
        f".chart .open{{fill:{palette.held};stroke:{palette.soft};stroke-width:.75}}",
        f".chart .unmeasured{{fill:{palette.back};stroke:{palette.soft};stroke-width:1.5}}",
        f".chart .gap{{fill:{palette.gap}}}",
        f".chart .common{{fill:{palette.common}}}",
        f".chart .perhaps{{fill:{palette.back};stroke:{palette.soft};stroke-dasharray:2 3}}",
        f".chart .unopposed{{fill:{palette.back};stroke:{palette.fills['contradiction']};stroke-width:1.5}}",
    ]
    for name, colour in palette.inks.items():
        rules += [f".chart text.on-{name}{{fill:{colour}}}", f".chart .mark.on-{name}{{stroke:{colour}}}"]
    return rules


def mark(kind: str, x: float, y: float) -> str:
    """The sign of a relation around a place, in the ink of its colour."""
    return svg.path(MARKS[kind], f"mark on-{kind}", x, y)
