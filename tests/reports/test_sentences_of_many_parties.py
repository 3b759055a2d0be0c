"""A comparison of many parties: what is accepted on an issue, by whom, in its own name or through which bloc."""

from __future__ import annotations

from pathlib import Path

import pytest
from patterns import headings

from answering import asked, asked_in_words, to_dict
from posdiff.dossier.dossier import Dossier
from posdiff.reports import formats
from posdiff.reports.compose import compare
from posdiff.reports.formats import Look
from writing import dossier

PARTIES = ("ada", "bob", "cyd", "dan", "eve", "fay", "gus", "hal", "ivy", "jan", "kim")
SAID = {
    "ada": "loss: {accepts: fund, firmness: red-line}, money: {min: 100}",
    "bob": "loss: {accepts: fund, firmness: red-line}",
    "cyd": "loss: [fund, talks], money: {exactly: 150}",
    "dan": "loss: none-yet",
    "north": "loss: talks, money: {max: 50}",
    "south": "loss: {accepts: fund, firmness: red-line}, money: {min: 200}",
}
FILES = {
    "agenda.yaml": f"""
        posdiff: 1
        parties:
          {"".join(f"{party}: {{name: {party.title()}}}{chr(10)}          " for party in PARTIES)}
          north: {{name: North, members: [eve, fay, gus]}}
          south: {{name: South, members: [gus, hal]}}
        issues:
          loss: {{title: Loss, kind: choice, options: {{fund: A fund, talks: Talks, none-yet: Nothing}}}}
          money: {{title: Money, kind: quantity}}
        """,
    **{f"{party}/2024-01-01.yaml": f"date: 2024-01-01\nterms: {{{terms}}}\n" for party, terms in SAID.items()},
}
#: By the question, the answer in full; of the last, the overview.
PAGES = {
    "compare all --issue loss --at 2024-02-15": """\
Ada, Bob, Cyd, Dan, Eve, Fay and 7 more as of 2024-02-15 (last heard on this issue 2024-01-01): 1 issue; 1
  contradiction
  Not in their own words: Eve 1 of 1 position through North; Fay 1 of 1 position through North; Gus 1 of 1
    position through North and South; Hal 1 of 1 position through South.
  Bound to both sides of a contradiction: Gus on Loss (through North and South).
  North speaks for Eve, Fay and Gus too: what is held through it is one and the same.
  South speaks for Gus and Hal too: what is held through it is one and the same.

✗ CONTRADICTION (1)  nothing is acceptable to all who hold a position

✗ Loss  10 parties; different positions: 5; posdiff who loss shows since when, and in whose words
  both sides: Gus through North and South: no outcome meets all of it
  between: Ada, A fund (red line) against Dan, Nothing (firm)

1. A fund
  parties                 3: Ada; Bob; South
                          1 through South: Hal
  red line of             Ada; Bob; South and 1 through it
  nothing in common with  2; 4; 5

2. Talks
  parties                 1: North
                          2 through North: Eve; Fay
  nothing in common with  1; 4; 5

3. A fund or Talks
  parties                 1: Cyd
  nothing in common with  4; 5

4. Nothing
  parties                 1: Dan
  nothing in common with  1; 2; 3; 5

5. Talks; and A fund
  no outcome meets all of it
  parties                 1 through North and South: Gus
  red line of             Gus (through South: A fund)
  nothing in common with  1; 2; 3; 4

  silent: Ivy; Jan; Kim
""",
    "compare all --issue money --at 2024-02-15": """\
Ada, Bob, Cyd, Dan, Eve, Fay and 7 more as of 2024-02-15 (last heard on this issue 2024-01-01): 1 issue; 1
  contradiction
  Not in their own words: Eve 1 of 1 position through North; Fay 1 of 1 position through North; Gus 1 of 1
    position through North and South; Hal 1 of 1 position through South.
  Bound to both sides of a contradiction: Gus on Money (through North and South).
  North speaks for Eve, Fay and Gus too: what is held through it is one and the same.
  South speaks for Gus and Hal too: what is held through it is one and the same.

✗ CONTRADICTION (1)  nothing is acceptable to all who hold a position

✗ Money  8 parties; different positions: 5; posdiff who money shows since when, and in whose words
  clash: gap of 150, from 50 to 200
  both sides: Gus through North and South: no outcome meets all of it

1. at most 50
  parties                 1: North
                          2 through North: Eve; Fay
  nothing in common with  2; 3; 4; 5

2. at least 200
  parties                 1: South
                          1 through South: Hal
  nothing in common with  1; 4; 5

3. at least 100
  parties                 1: Ada
  nothing in common with  1; 5

4. exactly 150
  parties                 1: Cyd
  nothing in common with  1; 2; 5

5. at most 50; and at least 200
  no outcome meets all of it
  parties                 1 through North and South: Gus
  nothing in common with  1; 2; 3; 4

  silent: Bob; Dan; Ivy; Jan; Kim
""",
}
OVERVIEW = """\
Ada, Bob, Cyd, Dan, Eve, Fay and 7 more as of 2024-02-15 (last heard 2024-01-01): 2 issues, 1 with a red line;
  ✗ 2 contradictions
  Not in their own words: Eve 2 of 2 positions through North; Fay 2 of 2 positions through North; Gus 2 of 2
    positions through North and South; Hal 2 of 2 positions through South.
  Bound to both sides of a contradiction: Gus on Loss (through North and South); Gus on Money (through North
    and South).
  North speaks for Eve, Fay and Gus too: what is held through it is one and the same.
  South speaks for Gus and Hal too: what is held through it is one and the same.
  Where they are silent: Ivy, Jan and Kim (no statement on file)

  Issue    What is accepted, and by how many                                   Red line
  ✗ Loss   4 “A fund”, 3 “Talks”, 1 “A fund or Talks”, 1 “Nothing” and 1 “Ta…  RED LINE 3, and 2 through South
  ✗ Money  3 “at most 50”, 2 “at least 200”, 1 “at least 100”, 1 “exactly 15…
  ✗ nothing meets all

  --full shows every position with its days; -- ISSUE one issue; --quotes --sources their words and where they
    stand
"""
HEADINGS = (
    "Loss",
    "What is accepted",
    "Parties",
    "Red line of",
    "Nothing in common with",
    "Money",
    "Relation: contradictions",
    "Topic: ",
    "Party with a position: Ada, Bob, Cyd, Dan, Eve, Fay, Gus, Hal, Ivy, Jan, Kim, North, South",
    "Red lines: with a red line",
)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    return dossier(tmp_path_factory.mktemp("many"), FILES)


@pytest.mark.parametrize("question", PAGES)
def test_the_page_of_each(read: Dossier, question: str) -> None:
    assert formats.write(asked_in_words(read, question), "text", Look(width=110)) == PAGES[question]


#: The table of the first page in JSON: the parties, who holds it in their own name, through which bloc, whose red line
#: it is, and with which of the other rows it has nothing in common.
TABLE = [
    (
        ["ada", "bob", "hal", "south"], ["ada", "bob", "south"], {"south": ["hal"]}, ["ada", "bob", "hal", "south"],
        [2, 4, 5],
    ),
    (["eve", "fay", "north"], ["north"], {"north": ["eve", "fay"]}, [], [1, 4, 5]),
    (["cyd"], ["cyd"], {}, [], [4, 5]),
    (["dan"], ["dan"], {}, [], [1, 2, 3, 5]),
    (["gus"], [], {"north south": ["gus"]}, ["gus"], [1, 2, 3, 4]),
]  # fmt: skip


def test_the_table_as_json(read: Dossier) -> None:
    """It has the rows of the text; the groups that have nothing in common stand there as before."""
    (loss,) = to_dict(asked_in_words(read, "compare all --issue loss --at 2024-02-15"))["issues"]
    rows = loss["accepted"]
    assert [
        (
            row["parties"], row["own"], {" ".join(way["blocs"]): way["parties"] for way in row["through"]},
            row["red_line"], row["apart"],
        )
        for row in rows
    ] == TABLE  # fmt: skip
    assert [row["in_words"] for row in rows] == ["A fund", "Talks", "A fund or Talks", "Nothing", "Talks; and A fund"]
    assert [row["accepts"] for row in rows] == [[["fund"]], [["talks"]], [["fund", "talks"]], [["none-yet"]], []]
    assert [row["met"] for row in rows] == [True, True, True, True, False]
    assert len(loss["conflict_groups"]) > len(rows)
    (named,) = to_dict(asked_in_words(read, "compare ada bob cyd dan --issue loss --at 2024-02-15"))["issues"]
    assert "accepted" not in named


def test_the_overview(read: Dossier) -> None:
    look = Look(width=110, full=False)
    assert formats.write(asked(read).compare("all", at="2024-02-15"), "text", look) == OVERVIEW


def test_the_headings(read: Dossier) -> None:
    assert headings(compare.document(asked(read).compare("all", at="2024-02-15"))) == HEADINGS


def test_no_gap_is_measured_from_a_member_of_blocs_that_contradict_each_other(read: Dossier) -> None:
    """No outcome meets what it holds: from which of its sides it is apart nobody knows."""
    (row,) = asked(read).compare("gus", "ada", at="2024-02-15", issue="money").issues
    assert (row.relation, row.gap, row.on_both_sides) == ("contradiction", None, ("gus",))
    changes = asked(read).changes("gus", since="2023-01-01", until="2024-02-15", against="ada")
    assert len(changes.parties) == 1


FOUR = {
    "agenda.yaml": """
        posdiff: 1
        parties: {ada: {name: Ada}, bob: {name: Bob}, cyd: {name: Cyd}, dan: {name: Dan}}
        issues: {loss: {title: Loss, kind: choice, options: {fund: A fund, talks: Talks, none-yet: Nothing}}}
        """,
    "ada/2024-01-01.yaml": "date: 2024-01-01\nterms: {loss: fund}\n",
    "bob/2024-01-01.yaml": "date: 2024-01-01\nterms: {loss: talks}\n",
    "cyd/2024-01-01.yaml": "date: 2024-01-01\nterms: {loss: fund}\n",
    "dan/2024-01-01.yaml": "date: 2024-01-01\nterms: {loss: none-yet}\n",
}
OF_FOUR = """\
Ada, Bob, Cyd and Dan as of 2024-02-15 (each last heard 2024-01-01): 1 issue; 1 contradiction

✗ CONTRADICTION (1)  nothing is acceptable to all who hold a position

✗ Loss  4 parties; different positions: 3; posdiff who loss shows since when, and in whose words

1. A fund
  parties                 2: Ada; Cyd
  nothing in common with  2; 3

2. Talks
  parties                 1: Bob
  nothing in common with  1; 3

3. Nothing
  parties                 1: Dan
  nothing in common with  1; 2
"""


def test_all_parties_on_an_issue_are_a_table_however_few(tmp_path: Path) -> None:
    """No format lists who is apart pair by pair; parties that are named, and two, stand side by side."""
    read = dossier(tmp_path, FOUR)
    table = asked_in_words(read, "compare all --issue loss --at 2024-02-15")
    assert formats.write(table, "text", Look(width=110)) == OF_FOUR
    for format in ("text", "markdown", "html", "csv"):
        named = asked_in_words(read, "compare ada bob cyd dan --issue loss --at 2024-02-15")
        pairs = [" and ".join(pair) for pair in (("Ada", "Dan"), ("Bob", "Cyd"))]
        assert [all(pair in formats.write(answer, format) for pair in pairs) for answer in (table, named)] == [
            False,
            True,
        ]


def sentences() -> tuple[str, ...]:
    """What is shown here, for ``test_sentences``."""
    return (*PAGES.values(), OVERVIEW, OF_FOUR, *HEADINGS)
