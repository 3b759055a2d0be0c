"""The colours of pictures can be told apart in greyscale and by the colour-blind, and letters read upon them.

The matrices are those of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009), for the whole deficiency (severity 1);
they apply to linear RGB. Distances are those of CIE 1976 L*a*b*; contrast is that of WCAG 2.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

import pytest

from posdiff.reports.charts.look import DARK, LIGHT, STEPS, Palette

Matrix = tuple[tuple[float, float, float], ...]
VISIONS: dict[str, Matrix] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    "greyscale": ((0.2126, 0.7152, 0.0722),) * 3,
}
#: What stands beside each other in one picture.
TOGETHER = {
    "relations": ("contradiction", "conditional", "overlap", "agreed", "one-sided"),
    "movements": ("closer", "farther", "neither"),
    "steps of a figure": tuple(f"step-{number}" for number in range(STEPS)),
}
LEAST_DISTANCE = 9.0


def linear(colour: str) -> list[float]:
    """The parts of a colour in linear RGB."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def seen(colour: str, vision: str) -> list[float]:
    """A colour as it is seen, in linear RGB."""
    parts = linear(colour)
    return [min(max(sum(a * b for a, b in zip(row, parts, strict=True)), 0.0), 1.0) for row in VISIONS[vision]]


def lab(rgb: Sequence[float]) -> tuple[float, float, float]:
    """A colour of linear RGB in L*a*b*."""
    red, green, blue = rgb
    xyz = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
    )
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours."""
    weights = VISIONS["greyscale"][0]
    darker, lighter = sorted(sum(a * b for a, b in zip(weights, linear(c), strict=True)) for c in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("group", TOGETHER)
def test_colours_are_told_apart(group: str, palette: Palette, vision: str) -> None:
    fills = {**palette.fills, **{f"step-{number}": colour for number, colour in enumerate(palette.steps)}}
    colours = {name: lab(seen(fills[name], vision)) for name in TOGETHER[group]}
    near = {
        (one, other): round(math.dist(colours[one], colours[other]), 1)
        for one, other in combinations(colours, 2)
        if math.dist(colours[one], colours[other]) < LEAST_DISTANCE
    }
    assert near == {}


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_letters_are_read(palette: Palette) -> None:
    """4.5 : 1, as WCAG 2.2 asks of text (1.4.3)."""
    pairs = [(palette.ink, palette.back), (palette.soft, palette.back)]
    pairs += [(ink, palette.fills[name]) for name, ink in palette.inks.items()]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []
