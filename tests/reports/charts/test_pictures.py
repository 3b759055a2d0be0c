"""What every kind of picture keeps to: whole, escaped, within its frame, the same bytes, with its words beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile_texts import HOSTILE, written
from reading_pictures import SVG, outside, overlapping, root_of

from answering import asked
from posdiff.answers.chart import KINDS, OF_A_PERIOD, Chart
from posdiff.answers.positions import Positions
from posdiff.dossier.reading.load import load
from posdiff.reports import formats
from posdiff.reports.charts import picture as pictures
from posdiff.reports.charts import table
from posdiff.reports.escaping import visible

ROOT = Path(__file__).resolve().parents[3]
SINCE, DAY = "2024-06-14", "2025-12-24"


@pytest.fixture(scope="module")
def sample() -> Positions:
    """The sample dossier."""
    return asked(load(ROOT / "positions"))


def _asked(positions: Positions, kind: str, *parties: str) -> Chart:
    return positions.chart(kind, *parties, at=DAY, since=SINCE if kind in OF_A_PERIOD else None)


@pytest.mark.parametrize(
    "parties",
    [
        ("russia", "ukraine"),
        ("russia", "ukraine", "united-states", "europe"),
        ("russia", "ukraine", "united-states", "europe", "un-general-assembly", "russia@2024-06-14"),
    ],
    ids=["two", "four", "six"],
)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_reaches_out_or_stands_upon_another(kind: str, parties: tuple[str, ...], sample: Positions) -> None:
    if any("@" in party for party in parties) and kind in OF_A_PERIOD:  # no party has a day of its own
        parties = parties[:5]
    drawn = formats.write(_asked(sample, kind, *parties), "svg")
    assert (outside(drawn), overlapping(drawn)) == ([], [])


@pytest.mark.parametrize("kind", KINDS)
def test_it_says_what_it_is(kind: str, sample: Positions) -> None:
    """Its role, title and description, the day, the sources; the description has what the tables have."""
    answer = _asked(sample, kind, "russia", "ukraine")
    root = root_of(formats.write(answer, "svg"))
    assert root.attrib["role"] == "img"
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None and description is not None
    assert root.attrib["aria-labelledby"].split() == [title.attrib["id"], description.attrib["id"]]
    said = description.text or ""
    in_text = formats.write(answer, "text")
    assert (title.text or "") in in_text.splitlines()[0]
    assert DAY in said and DAY in in_text
    assert "sources; listed" in said and "sources; listed" in in_text


@pytest.mark.parametrize("kind", KINDS)
def test_it_says_that_reports_are_counted(kind: str, sample: Positions) -> None:
    since = SINCE if kind in OF_A_PERIOD else None
    answer = sample.chart(kind, "russia", "ukraine", at=DAY, since=since, with_reported=True)
    note = "What is only reported is counted as well."
    assert f">{note}</text>" in formats.write(answer, "svg")
    assert note not in formats.write(_asked(sample, kind, "russia", "ukraine"), "svg")


@pytest.mark.parametrize("name", HOSTILE)
def test_words_of_strangers_are_words(name: str, tmp_path: Path) -> None:
    """Whatever stands in the files, the picture is XML with the elements of a picture, and nothing begins a command."""
    positions = asked(load(written(tmp_path, HOSTILE[name]) / "positions"))
    for kind in KINDS:
        since = "2024-01-10" if kind in OF_A_PERIOD else None
        _of_words_alone(formats.write(positions.chart(kind, at="2024-03-01", since=since), "svg"))


def _of_words_alone(drawn: str) -> None:
    root = root_of(drawn)
    names = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert names <= {"svg", "title", "desc", "style", "g", "rect", "path", "text", "circle"}
    keys = {key for element in root.iter() for key in element.attrib}
    assert not any(key.startswith("on") or "href" in key for key in keys)
    assert not any(line.startswith("::") or "##[" in line for line in drawn.splitlines())
    assert visible(drawn.replace("\n", "")) == drawn.replace("\n", "")
    assert outside(drawn) == []


def test_a_page_may_hold_several(sample: Positions) -> None:
    """Each with ids of its own; the page has the style sheet."""
    drawn = pictures.element(table.picture(_asked(sample, "grid", "russia", "ukraine")), "first", style="")
    root = root_of(drawn)
    assert [element.attrib["id"] for element in root.iter() if "id" in element.attrib] == [
        "first-title", "first-description",
    ]  # fmt: skip
    assert root.find(f"{SVG}style") is None
