"""Group by group: how the parties that the agenda puts in one group stand to each other, beside the other groups."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from answering import asked, to_dict
from posdiff.answers.positions import Positions
from posdiff.dossier.reading.load import load
from posdiff.findings.failure import Failure
from posdiff.reports import formats
from writing import write

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          atlantis: {name: Atlantis, group: Islands}
          bermeja: {name: Bermeja, group: Islands}
          coast: {name: Coast, group: Mainland}
          delta: {name: Delta, group: Mainland}
          far: {name: Far}
        topics: {money: Money, rules: Rules}
        issues:
          fund: {title: Size of the fund, topic: money, kind: quantity, unit: coin}
          payer: {title: Who pays, topic: money, kind: choice, options: {each: Each, rich: The rich, nobody: Nobody}}
          review: {title: Review, topic: rules, kind: choice, options: {yearly: Every year, never: Never}}
        """,
    "atlantis/2024-01-05.yaml": """
        date: 2024-01-05
        terms: {fund: {min: 100, firmness: red-line}, payer: rich}
        """,
    "bermeja/2024-01-05.yaml": """
        date: 2024-01-05
        terms: {fund: {min: 80}, payer: each}
        """,
    "coast/2024-01-05.yaml": """
        date: 2024-01-05
        terms: {fund: {max: 50}, review: never}
        """,
    "delta/2024-01-05.yaml": """
        date: 2024-01-05
        terms: {fund: {max: 50, firmness: red-line}}
        """,
    "far/2024-01-05.yaml": """
        date: 2024-01-05
        terms: {fund: {max: 10}, payer: each}
        """,
}
IN_FULL = """\
GROUP BY GROUP  how those of each group stand to each other; a group is a heading of the agenda, and speaks for nobody
  Islands: Atlantis, Bermeja
  Mainland: Coast, Delta
  in no group: Far

  Group        ✗  ≈  =  ·
  Islands      1  1
  Mainland           1  1
  in no group           2

Size of the fund
  Islands      RED LINE Atlantis: ≈ overlap, 2 positions
               at least 100 coins – Atlantis
               at least 80 coins – Bermeja
  Mainland     RED LINE Delta: at most 50 coins
  in no group  at most 10 coins

Who pays
  Islands      ✗ contradiction, 2 positions
               The rich – Atlantis
               Each – Bermeja
  Mainland     silent
  in no group  Each

Review
  Islands      silent
  Mainland     Never – Coast
  in no group  silent
"""
OVERVIEW = """\
GROUP BY GROUP  how those of each group stand to each other; a group is a heading of the agenda, and
speaks for nobody
  Islands: Atlantis, Bermeja
  Mainland: Coast, Delta
  in no group: Far

  Group        ✗  ≈  =  ·
  Islands      1  1
  Mainland           1  1
  in no group           2

  Issue             Islands                         Mainland                        in no group
  Size of the fund  RED LINE Atlantis: ≈ overlap,…  RED LINE Delta: at most 50 co…  at most 10 coins
  Who pays          ✗ contradiction, 2 positions    silent                          Each
  Review            silent                          Never – Coast                   silent
"""
NARROW = """\
GROUP BY GROUP  how those of each group stand to each other; a group is a
heading of the agenda, and speaks for nobody
  Islands: Atlantis, Bermeja
  Mainland: Coast, Delta
  in no group: Far

  Group        ✗  ≈  =  ·
  Islands      1  1
  Mainland           1  1
  in no group           2
  Issue by issue: --full
"""


#: What the tables hold, for those who do not see them.
CAPTIONS = ("On how many issues those of each group stand to each other how", "What those of each group accept")


def sentences() -> list[str]:
    """Every line of the sections, and the captions of the tables."""
    return [*CAPTIONS, *(line for page in (IN_FULL, OVERVIEW, NARROW) for line in page.splitlines())]


@pytest.fixture
def positions(tmp_path: Path) -> Positions:
    write(tmp_path, FILES)
    return asked(load(tmp_path / "positions"))


@pytest.mark.parametrize(
    ("look", "section"),
    [
        (formats.Look(full=True), IN_FULL),
        (formats.Look(width=100, full=False), OVERVIEW),
        (formats.Look(width=80, full=False), NARROW),
    ],
)
def test_the_section(positions: Positions, look: formats.Look, section: str) -> None:
    answer = positions.compare("all", at="2024-06-01", by="group")
    assert section in formats.write(answer, "text", look)


def test_a_group_is_compared_as_its_parties_are(positions: Positions) -> None:
    """The relation within a group on each issue is that of a comparison of its parties alone."""
    answer = to_dict(positions.compare("all", at="2024-06-01", by="group"))
    for group in answer["groups"]:
        within = {each["issue"]: each["relation"] for each in group["issues"]}
        if len(group["parties"]) > 1:
            alone = to_dict(positions.compare(*group["parties"], at="2024-06-01"))
            assert within == {row["issue"]: row["relation"] for row in alone["issues"]}
        for each in group["issues"]:
            for one, other in combinations(each["positions"], 2):
                assert not set(one["parties"]) & set(other["parties"])


def test_what_is_asked_for_and_not_there(positions: Positions, tmp_path: Path) -> None:
    with pytest.raises(Failure, match="--by takes no `bloc`"):
        positions.compare("all", by="bloc")
    write(tmp_path, {"agenda.yaml": "posdiff: 1\nparties: {a: {name: A}, b: {name: B}}\nissues: {}\n"})
    with pytest.raises(Failure, match="none of these parties is in a group"):
        asked(load(tmp_path / "positions")).compare("a", "b", by="group")


def test_the_captions_of_the_tables(positions: Positions) -> None:
    page = formats.write(positions.compare("all", at="2024-06-01", by="group"), "html")
    assert all(caption in page for caption in CAPTIONS)


def test_without_the_option_there_are_no_groups(positions: Positions) -> None:
    assert "groups" not in to_dict(positions.compare("all", at="2024-06-01"))
