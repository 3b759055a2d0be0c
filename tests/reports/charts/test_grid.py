"""The grid: a column for each party, a row for each issue, red lines outlined, who stands against whom."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from reading_pictures import texts_of

from answering import asked
from posdiff.dossier.reading.load import load
from posdiff.reports import formats
from writing import dossier

ROOT = Path(__file__).resolve().parents[3]
FILES = {
    "agenda.yaml": """
        posdiff: 1
        title: The bridge
        parties: {north: {name: North}, south: {name: South}, west: {name: West}}
        topics: {works: Works}
        issues:
          toll: {title: Toll, topic: works, kind: choice, options: {no: No, yes: Yes}}
          length: {title: Length, topic: works, kind: quantity, unit: km}
          name: {title: Name, kind: text}
        """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        sources: {a: {title: A page, publisher: A paper, date: 2024-01-01}}
        terms: {toll: {accepts: no, firmness: red-line, source: a}, length: {max: 10}, name: Ours}
        """,
    "south/2024-01-01.yaml": """
        date: 2024-01-01
        terms: {toll: yes, length: {max: 20}}
        """,
    "west/2024-01-01.yaml": """
        date: 2024-01-01
        terms: {toll: yes}
        """,
}


def _svg(folder: Path, *parties: str, all: bool = False) -> str:
    positions = asked(dossier(folder, FILES))
    return formats.write(positions.chart("grid", *parties, at="2024-02-01", all=all), "svg")


def test_what_stands_in_it(tmp_path: Path) -> None:
    """All words of a picture, from above to below: nothing is told by colour alone."""
    assert [text.words for text in texts_of(_svg(tmp_path, "north", "south", "west"))] == [
        "The bridge", "North, South and West, issue by issue",
        "1 contradiction, 1 overlap (1 with a silent party), on 2 issues on which two or more hold a position",
        "As of 2024-02-01; each last heard 2024-01-01",
        "has a red line there", "has not spoken", "A",
        "same letter: nothing on file keeps them apart", "kept apart from nobody",
        "North", "South", "West",
        "Works", "Toll", "A", "B", "B", "contradiction; North alone", "Length", "overlap",
        "No topic", "and 1 issue on which only one holds a position",
        "Sources:", "[1] A page, A paper, 2024-01-01",
    ]  # fmt: skip


def test_the_whole_of_it(request: pytest.FixtureRequest) -> None:
    """Byte for byte; ``--regenerate`` writes it anew."""
    drawn = formats.write(asked(load(ROOT / "examples" / "wages" / "positions")).chart("grid", at="2026-05-12"), "svg")
    golden = ROOT / "tests" / "reports" / "golden" / "wages-grid.svg"
    if request.config.getoption("--regenerate"):
        golden.write_bytes(drawn.encode("utf-8"))
    assert drawn.encode("utf-8") == golden.read_bytes(), "--regenerate writes it"


def test_two_parties_need_no_letters(tmp_path: Path) -> None:
    words = [text.words for text in texts_of(_svg(tmp_path, "north", "south"))]
    assert not {"A", "B", "same letter: nothing on file keeps them apart"} & set(words)


def test_red_lines_are_outlined(tmp_path: Path) -> None:
    drawn = _svg(tmp_path, "north", "south", "west")
    assert drawn.count('<rect class="outline"') == 2  # the cell, and the key


def test_all_has_the_issues_on_which_one_has_spoken(tmp_path: Path) -> None:
    words = [text.words for text in texts_of(_svg(tmp_path, "north", "south", all=True))]
    assert words[words.index("Name") : words.index("Name") + 2] == ["Name", "one-sided"]


def test_the_same_in_words(tmp_path: Path) -> None:
    positions = asked(dossier(tmp_path, FILES))
    answer = positions.chart("grid", at="2024-02-01")
    assert formats.write(answer, "text") == (
        "North, South and West, issue by issue\n"
        "  1 contradiction, 1 overlap (1 with a silent party), on 2 issues on which two or more hold a position\n"
        "  As of 2024-02-01; each last heard 2024-01-01\n"
        "  Sources:\n"
        "  [1] A page, A paper, 2024-01-01\n"
        "\n"
        "Works\n"
        "  Issue    North                South        West             Relation\n"
        "  Toll     letter A, red line   letter B     letter B         contradiction; North alone\n"
        "  Length   has spoken           has spoken   has not spoken   overlap\n"
        "\n"
        "No topic  and 1 issue on which only one holds a position\n"
    )


def test_a_page_has_it_row_by_row_for_a_narrow_screen(tmp_path: Path) -> None:
    """Under each issue its relation and what each party says; red lines outlined, and told in words."""
    page = formats.write(asked(dossier(tmp_path, FILES)).compare("north", "south", "west", at="2024-02-01"), "html")
    stacked = page.split('<div class="stacked">')[1].split("</div>")[0]
    assert re.sub(r"<[^>]+>", "", stacked).split("\n") == [
        "North, South and West, issue by issue",
        "1 contradiction, 1 overlap (1 with a silent party), on 2 issues on which two or more hold a position",
        "As of 2024-02-01; each last heard 2024-01-01",
        "An outline is a red line. In a contradiction nothing on file keeps parties with the same letter apart.",
        "Works",
        "Toll ✗ contradiction; North alone",
        "North A: RED LINE NoSouth B: YesWest B: Yes",
        "Length ≈ overlap",
        "North at most 10 kmSouth at most 20 kmWest silent",
        "No topic",
        "and 1 issue on which only one holds a position",
        "",
    ]
    assert stacked.count('<li class="outlined"><strong>North</strong>') == 1
    assert ".picture:has(.stacked) > svg { display: none; } .stacked { display: block;" in page


def test_what_is_on_record_beside_reports(tmp_path: Path) -> None:
    """As the overview of ``compare`` has it: the relation and the red lines that a report hides, and what it ended."""
    reported = {
        "north/2024-01-10.yaml": "date: 2024-01-10\nstanding: reported\nterms: {toll: yes}\nwithdraws: [length]\n",
    }
    answer = asked(dossier(tmp_path, FILES | reported)).chart(
        "grid", "north", "south", at="2024-02-01", with_reported=True
    )
    assert formats.write(answer, "text") == (
        "North and South, issue by issue\n"
        "  1 agreed, on 1 issue on which two or more hold a position\n"
        "  As of 2024-02-01; last heard: North 2024-01-10, South 2024-01-01\n"
        "  What is only reported is counted as well.\n"
        "  On record, without reports: 1 contradiction, 1 overlap, on 2 issues on which two or more hold a position\n"
        "  No source is on file for what is shown.\n"
        "\n"
        "Works\n"
        "  Issue    North         South        Relation    On record\n"
        "  Toll     has spoken    has spoken   agreed      RED LINE North, contradiction\n"
        "  Length   no position   has spoken   one-sided   overlap\n"
        "\n"
        "No topic  and 1 issue on which only one holds a position\n"
    )
    words = [text.words for text in texts_of(formats.write(answer, "svg"))]
    assert "has not spoken, or as reported holds no position" in words
    assert any(each.startswith("On record, without reports: 1 contradiction, 1 overlap") for each in words)


def test_a_red_line_stands_first_and_whole_where_words_are_cut(tmp_path: Path) -> None:
    """What is none stands behind it with the year in which it was said, and may be cut; so in the timeline's bars."""
    regions = ", ".join(f"r{number}: The left bank and the region of river {number}" for number in range(1, 6))
    files = {
        "agenda.yaml": f"""
            posdiff: 1
            parties: {{north: {{name: North}}, south: {{name: South}}}}
            issues: {{land: {{title: Land, kind: set, members: {{{regions}}}}}}}
            """,
        "north/2022-01-01.yaml": """
            date: 2022-01-01
            terms: {land: {excludes: [r3, r4, r5], firmness: firm}}
            """,
        "north/2024-01-01.yaml": """
            date: 2024-01-01
            terms: {land: {excludes: [r1, r2], firmness: red-line, adds: true}}
            """,
        "south/2024-01-01.yaml": "date: 2024-01-01\nterms: {land: {includes: [r1]}}\n",
    }
    positions = asked(dossier(tmp_path, files))
    page = formats.write(positions.compare("north", "south", at="2024-02-01"), "html")
    stacked = page.split('<div class="stacked">')[1].split("</div>")[0]
    assert re.sub(r"<[^>]+>", "", stacked).split("\n")[6].split("South")[0] == (
        "North RED LINE must not include: The left bank and the region of river 1 and "
        "The left bank and the region of river 2; …"
    )
    drawn = formats.write(positions.chart("timeline", all=True, until="2024-02-01"), "svg")
    assert ">must not include: The left bank" in drawn


def test_it_says_whether_the_last_day_is_that_of_the_issues_shown(tmp_path: Path) -> None:
    """North spoke later of the name, of which no other did, and which is not drawn."""
    later = {"north/2024-01-20.yaml": "date: 2024-01-20\nterms: {name: Theirs}\n"}
    drawn = formats.write(asked(dossier(tmp_path, FILES | later)).chart("grid", at="2024-02-01"), "svg")
    words = [text.words for text in texts_of(drawn)]
    assert words[3] == "As of 2024-02-01; each last heard on these issues 2024-01-01"
