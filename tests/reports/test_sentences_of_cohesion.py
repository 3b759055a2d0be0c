"""Cohesion of blocs in words: a row for each bloc, then who strays where."""

from __future__ import annotations

from pathlib import Path

from patterns import headings

from answering import asked, to_dict
from posdiff.reports import cohesion_wording, formats, records
from posdiff.reports.compose import cohesion
from posdiff.reports.formats import Look
from writing import dossier

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          nepal: {name: Nepal}
          chad: {name: Chad}
          ldc: {name: LDC, members: [nepal, chad]}
          g77: {name: G77, members: [ldc]}
          eu: {name: EU, size: 27}
          aosis: {name: AOSIS, members: [nepal]}
        issues:
          loss: {title: Loss, kind: choice, options: {fund: A fund, talks: Talks, none-yet: Nothing}}
          money: {title: Money, kind: quantity}
          year: {title: The year, kind: date}
          words: {title: Words, kind: text}
        """,
    "ldc/2024-01-10.yaml": """
        date: 2024-01-10
        terms: {loss: {accepts: fund, firmness: red-line}, money: {min: 100}, year: {until: 2030-01-01}, words: Now}
        """,
    "g77/2024-01-05.yaml": "date: 2024-01-05\nterms: {money: {min: 50}}\n",
    "aosis/2024-01-05.yaml": "date: 2024-01-05\nterms: {words: Now}\n",
    "nepal/2024-03-05.yaml": "date: 2024-03-05\nterms: {loss: [fund, talks], money: {min: 300}, words: Later}\n",
    "chad/2024-03-05.yaml": "date: 2024-03-05\ndissents: [year]\nterms: {loss: none-yet}\n",
}
PAGE = """\
Cohesion of blocs as of 2024-04-01
  Left out, since their members are not named: EU (27 members).

COHESION  of the issues on which a bloc speaks and members do themselves, those on which all of them
stay within its words

  Bloc   Members  Issues it speaks on  With own words  Within  Cohesion
  LDC    2        3                    3               1       33.3 %
  G77    3        1                    1               1       1 of 1
  AOSIS  1        0                    0               0       –

LDC: who strays (3)

Nepal on Loss
  accepts what the bloc refuses
  its own words  A fund or Talks (said 2024-03-05)
  the bloc       RED LINE  A fund (said 2024-01-10)

Chad on Loss
  contradicts the bloc
  its own words  Nothing (said 2024-03-05)
  the bloc       RED LINE  A fund (said 2024-01-10)

Chad on The year
  dissents
  its own words  none
  the bloc       not after 2030-01-01 (said 2024-01-10)
"""
HEADINGS = (
    "Cohesion of each bloc",
    "Bloc",
    "Members",
    "Issues it speaks on",
    "With own words",
    "Within",
    "Cohesion",
    "LDC: who strays (3)",
    "Member",
    "Its own words",
    "The bloc",
)


def test_the_page(tmp_path: Path) -> None:
    answer = asked(dossier(tmp_path, FILES)).cohesion(at="2024-04-01")
    assert formats.write(answer, "text", Look(width=100)) == PAGE
    assert headings(cohesion.document(answer)) == HEADINGS


def test_in_json_and_rows(tmp_path: Path) -> None:
    answer = asked(dossier(tmp_path, FILES)).cohesion("ldc", at="2024-04-01")
    (bloc,) = to_dict(answer)["blocs"]
    assert (bloc["issues"], bloc["spoken"], bloc["within"]) == (
        ["loss", "money", "year"], ["loss", "money", "year"], ["money"],
    )  # fmt: skip
    assert (bloc["members"], bloc["own"], bloc["value"]) == (["nepal", "chad"], 4, 33.3)
    assert [(one["party"], one["issue"], one["how"], one["own"] is None) for one in bloc["strays"]] == [
        ("nepal", "loss", "goes-beyond", False), ("chad", "loss", "contradicts", False),
        ("chad", "year", "dissents", True),
    ]  # fmt: skip
    rows = records.records(answer)
    assert [(row["bloc"], row["value"], row["party"], row["own"]) for row in rows] == [
        ("ldc", 33.3, None, None), ("ldc", None, "nepal", "A fund or Talks"), ("ldc", None, "chad", "Nothing"),
        ("ldc", None, "chad", None),
    ]  # fmt: skip


def sentences() -> tuple[str, ...]:
    """What is shown here, for ``test_sentences``."""
    return (PAGE, cohesion_wording.MEANING, *HEADINGS)
