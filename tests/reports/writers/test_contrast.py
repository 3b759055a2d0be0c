"""Colours in the terminal can be read on every usual ground: 4.5 : 1, as WCAG 2 counts it."""

from __future__ import annotations

from typing import NamedTuple, get_args

import pytest
from rich.style import Style

from posdiff.reports import document
from posdiff.reports.document import Cell, Column, Document, Fact, Row, Run, Section, Table, line
from posdiff.reports.writers import terminal
from posdiff.reports.writers.terminal import drawing

LEAST = 4.5


class Palette(NamedTuple):
    """The grounds of a terminal, and what its red, green and magenta are there, dim and bright."""

    grounds: tuple[str, ...]
    red: tuple[str, str]
    green: tuple[str, str]
    magenta: tuple[str, str]


PALETTES = {
    "xterm": Palette(("#000000", "#ffffff"), ("#cd0000", "#ff0000"), ("#00cd00", "#00ff00"), ("#cd00cd", "#ff00ff")),
    "vscode dark": Palette(("#1e1e1e",), ("#cd3131", "#f14c4c"), ("#0dbc79", "#23d18b"), ("#bc3fbc", "#d670d6")),
    "vscode light": Palette(("#ffffff",), ("#cd3131", "#cd3131"), ("#107c10", "#14ce14"), ("#bc05bc", "#bc05bc")),
    "Terminal.app": Palette(
        ("#000000", "#ffffff"), ("#c23621", "#fc391f"), ("#25bc24", "#31e722"), ("#d338d3", "#f935f8")
    ),
    "Tango": Palette(
        ("#2e3436", "#000000", "#ffffff"), ("#cc0000", "#ef2929"), ("#4e9a06", "#8ae234"), ("#75507b", "#ad7fa8")
    ),
    "Solarized": Palette(
        ("#002b36", "#fdf6e3"), ("#dc322f", "#cb4b16"), ("#859900", "#586e75"), ("#d33682", "#6c71c4")
    ),
    "Campbell": Palette(("#0c0c0c", "#ffffff"), ("#c50f1f", "#e74856"), ("#13a10e", "#16c60c"), ("#881798", "#b4009e")),
}
GROUNDS = sorted({ground for palette in PALETTES.values() for ground in palette.grounds})


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def fixed(number: int) -> str:
    """One of the colours 16 to 255, which are the same in every theme."""
    if number >= 232:
        return "#" + f"{8 + 10 * (number - 232):02x}" * 3
    levels = (0, 95, 135, 175, 215, 255)
    cube = number - 16
    return "#{:02x}{:02x}{:02x}".format(*(levels[part] for part in (cube // 36, cube // 6 % 6, cube % 6)))


def test_contrast_is_counted_as_everybody_does() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("name", sorted(drawing.STYLES))
def test_every_colour_can_be_read_on_a_ground_of_its_own(name: str) -> None:
    """A style has both colours or none, and both are such as no theme changes."""
    style = Style.parse(drawing.STYLES[name])
    numbers = [colour.number for colour in (style.color, style.bgcolor) if colour is not None]
    assert all(number is not None and number >= 16 for number in numbers)
    assert len(numbers) in (0, 2)
    letters, ground = (fixed(number) for number in numbers or (16, 231) if number is not None)
    assert contrast(letters, ground) >= LEAST


def test_no_colour_of_letters_would_do() -> None:
    """Why: on some usual ground each of the fixed colours fails, and so does each theme's red on one of its own two."""
    assert all(min(contrast(fixed(number), ground) for ground in GROUNDS) < LEAST for number in range(16, 256))
    for name in ("red", "green", "magenta"):
        for shade in (0, 1):
            least = [
                min(contrast(getattr(palette, name)[shade], ground) for ground in palette.grounds)
                for palette in PALETTES.values()
            ]
            assert min(least) < LEAST, (name, shade)


def test_of_the_styles_of_words_only_that_of_red_lines_has_a_colour() -> None:
    coloured = {name for name in get_args(document.Style) if "color" in drawing.STYLES.get(name, "")}
    assert coloured == {"red-line"}


def test_a_contradiction_as_it_is_drawn() -> None:
    """The sign and the words RED LINE are white on red, the blank behind a sign is not; what clashes is bold."""
    position = Cell(((Run("RED LINE", "red-line"), Run("  Here")),))
    clash = Cell(facts=(Fact("clash", line("Here against There", "contradiction")),))
    row = Row((Cell((line("Border", "strong"),)), position, clash), mark="contradiction")
    table = Table("Contradictions", (Column("Issue"), Column("North", "North"), Column("Clash")), (row,))
    drawn = terminal.write(
        Document("compare", "T", sections=(Section("", (table,)),)), terminal.TerminalOptions(80, True)
    )
    white_on_red = "38;5;231;48;5;160m"
    assert drawn.splitlines()[2:] == [
        f"\x1b[{white_on_red}✗\x1b[0m \x1b[1mBorder\x1b[0m",
        f"  \x1b[1mNorth\x1b[0m       \x1b[1;{white_on_red}RED LINE\x1b[0m  Here",
        "  \x1b[1mclash\x1b[0m       \x1b[1mHere against There\x1b[0m",
    ]
