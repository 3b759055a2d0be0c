"""What is told of members that hold the words of a bloc by two routes, or the words of two blocs together."""

from __future__ import annotations

from pathlib import Path

import pytest

from answering import asked_in_words
from posdiff.reports import formats
from writing import dossier

#: D is in Top, and in Mid, which is in Top; Mid has words of its own on one issue.
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          top: {name: Top, members: [mid, d, x]}
          mid: {name: Mid, members: [d]}
          d: {name: D}
          x: {name: X}
          z: {name: Z}
        issues:
          status: {title: Status, kind: choice, options: {shared: Shared, free: Free, split: Split}}
          ceiling: {title: Ceiling, kind: quantity, unit: person}
        """,
    "top/2024-01-01.yaml": """
        date: 2024-01-01
        terms: {status: {accepts: shared, firmness: red-line}, ceiling: {max: 5, firmness: red-line}}
        """,
    "mid/2024-02-01.yaml": "date: 2024-02-01\nterms: {ceiling: {max: 3}}\n",
    "z/2024-02-02.yaml": "date: 2024-02-02\nterms: {status: free, ceiling: {min: 9}}\n",
}
#: A party in twelve blocs, of which each says something else.
TWELVE = {
    "agenda.yaml": "posdiff: 1\nparties:\n  d: {name: D}\n  x: {name: X}\n"
    + "".join(f"  b{n}: {{name: Bloc {n}, members: [d]}}\n" for n in range(1, 13))
    + "issues: {ceiling: {title: Ceiling, kind: quantity}}\n",
    "x/2024-01-02.yaml": "date: 2024-01-02\nterms: {ceiling: {min: 100}}\n",
    **{f"b{n}/2024-01-01.yaml": f"date: 2024-01-01\nterms: {{ceiling: {{max: {50 - n}}}}}\n" for n in range(1, 13)},
}
OF_TWELVE = """\
D and X as of 2024-03-01 (last heard: D through Bloc 1, Bloc 2, Bloc 3, Bloc 4, Bloc 5, Bloc 6 and 6 more 2024-01-01, \
X 2024-01-02): 1 issue; ✗ 1 contradiction
  Not in their own words: D 1 of 1 position through Bloc 1, Bloc 2, Bloc 3, Bloc 4, Bloc 5, Bloc 6 and 6 more.

  Issue      D                                                                                              X
  ✗ Ceiling  at most 49 (through Bloc 1); and at most 48 (through Bloc 2); and at most 47 (through Bloc 3…  at least \
100
  ✗ nothing meets both

  --full shows every position with its days; -- ISSUE one issue; --quotes --sources their words and where they stand
"""
#: By the question, the whole answer in full.
PAGES = {
    "who status --refuses free --at 2024-03-01": """\
Status: who refuses Free, as of 2024-03-01: 5 of 5 parties hold a position, 3 of them through a bloc; 2 different \
positions
  accepted by 1; refused by 1 (Top), and 3 through it

Shared: 4 parties, 3 through a bloc

Top  top
  position    RED LINE  Shared  [said 2024-01-01]
              top/2024-01-01.yaml:2
  through it  3: Mid; D (through Mid); X
""",
    "compare all --issue ceiling --at 2024-03-01": """\
Top, Mid, D, X and Z as of 2024-03-01 (last heard on this issue: earliest Top 2024-01-01, latest Z 2024-02-02): 1 \
issue; 1 contradiction
  Alone in a contradiction, nothing on file keeping the others apart: Z on 1 issue
  Not in their own words: D 1 of 1 position through Top and Mid; X 1 of 1 position through Top.
  Top speaks for Mid, D and X too: what is held through it is one and the same.
  Mid speaks for D too: what is held through it is one and the same.

✗ CONTRADICTION (1)  nothing is acceptable to all who hold a position

✗ Ceiling  5 parties; different positions: 3; posdiff who ceiling shows since when, and in whose words
  clash: gap of 6 persons, from 3 persons to 9 persons
  between: Top, at most 5 persons (red line) against Z, at least 9 persons (firm)
  alone: Z; nothing on file keeps the others apart

1. at most 5 persons
  parties                 1: Top
                          1 through Top: X
  red line of             Top and 1 through it
  nothing in common with  3

2. at most 3 persons
  parties                 1: Mid
                          1 through Top and Mid: D
  red line of             D (through Top: at most 5 persons)
  nothing in common with  3

3. at least 9 persons
  parties                 1: Z
  nothing in common with  1; 2
""",
}
#: By the question, the whole overview.
OVERVIEWS = {
    "compare all --at 2024-03-01": """\
Top, Mid, D, X and Z as of 2024-03-01 (last heard: earliest Top 2024-01-01, latest Z 2024-02-02): 2 issues, 2 with a \
red line; ✗ 2 contradictions
  Alone in a contradiction, nothing on file keeping the others apart: Z on 2 issues
  Not in their own words: Mid 1 of 2 positions through Top; D 2 of 2 positions through Top and Mid; X 2 of 2 positions \
through Top.
  Top speaks for Mid, D and X too: what is held through it is one and the same.
  Mid speaks for D too: what is held through it is one and the same.

  Issue      Sides, by what they accept               Red line
  ✗ Status   TOP and 3 through it “Shared”; Z “Free”  TOP and 3 through it
  ✗ Ceiling  TOP and 1 through it, MID, D; Z          TOP and 2 through it
  TOP Top, MID Mid
  ✗ nothing meets all

  --full shows every position with its days; -- ISSUE one issue; --quotes --sources their words and where they stand
""",
}
#: Of three parties where there is no room for what each says: the question, and the whole overview.
OF_THREE = ("compare top mid z --at 2024-03-01", 90)
NARROW = """\
Top, Mid and Z as of 2024-03-01 (last heard: Top 2024-01-01, Mid 2024-02-01, Z
  2024-02-02): 2 issues, 2 with a red line; ✗ 2 contradictions
  Alone in a contradiction, nothing on file keeping the others apart: Z on 2 issues
  Not in their own words: Mid 1 of 2 positions through Top.
  Top speaks for Mid too: what is held through it is one and the same.

  Issue      Who cannot come together, or who holds a position  Red line
  ✗ Status   Top and Z; Mid and Z                               Top and 1 through it
  ✗ Ceiling  Top and Z; Mid and Z                               Top
  ✗ nothing meets all

  --full shows every position with its days; -- ISSUE one issue; --quotes --sources their
    words and where they stand
"""
#: By the question, how many stand how to an outcome.
COUNTED = {
    "who ceiling --refuses 9": "accepted by 1; refused by 2, and 1 through Top and 1 through both Top and Mid",
    "who ceiling --refuses 4": "accepted by 1 (Top), and 1 through it; refused by 2, and 1 through Mid",
    "who ceiling d x mid z --refuses 9": "accepted by 1; refused by 2, and 1 with both Mid and X",
    "who ceiling d z --refuses 9": "accepted by 1; refused by 1",
}


#: D holds what Top says once by two blocs of Top, E by one and by being in Top itself.
ONCE = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          top: {name: Top, members: [left, right, e]}
          left: {name: Left, members: [d, e]}
          right: {name: Right, members: [d]}
          d: {name: D}
          e: {name: E}
        issues: {ceiling: {title: Ceiling, kind: quantity, unit: person}}
        """,
    "top/2024-01-01.yaml": """
        date: 2024-01-01
        terms: {ceiling: {max: 5, firmness: red-line, quote: Five at most.}}
        """,
}
#: By the question, the whole answer in full.
TOLD_ONCE = {
    "show d --at 2024-03-01": """\
D as of 2024-03-01: a position on 1 of 1 issue
  No quote is verified here: no source page is kept.

NO TOPIC

Ceiling  ceiling
  position    through Left and Right, from Top: RED LINE  at most 5 persons  [said 2024-01-01]
              “Five at most.”  [2024-01-01]
              top/2024-01-01.yaml:2
  rests on    a bloc's quote · no publisher named · 1 month old · coded once
""",
    "compare d e --at 2024-03-01": """\
D and E as of 2024-03-01 (last heard: D through Top 2024-01-01, E through Top 2024-01-01): \
1 issue; no contradiction, 1 agreed
  Not in their own words: D 1 of 1 position through Top; E 1 of 1 position through Top.
  No quote is verified here: no source page is kept.

= AGREED (1)  all who hold a position accept the same

= Ceiling  ceiling
  D           through Left and Right, from Top: RED LINE  at most 5 persons  [said 2024-01-01]
  E           through Top, also through Left: RED LINE  at most 5 persons  [said 2024-01-01]
  one voice   Top
""",
    "history d --until 2024-03-01": """\
How the positions came about
  No quote is verified here: no source page is kept.

D  0 statements; 1 statement of its blocs

2024-01-01: Top  top/2024-01-01.yaml
  + added  Ceiling: through Left and Right, from Top: RED LINE  at most 5 persons
           “Five at most.”  [2024-01-01]
""",
}


def sentences() -> list[str]:
    """Every line above."""
    return [
        *(line for page in (*PAGES.values(), *OVERVIEWS.values(), *TOLD_ONCE.values()) for line in page.splitlines()),
        *COUNTED.values(),
        *NARROW.splitlines(),
        *OF_TWELVE.splitlines(),
    ]


@pytest.mark.parametrize(("question", "page"), PAGES.items())
def test_in_full(tmp_path: Path, question: str, page: str) -> None:
    assert formats.write(asked_in_words(dossier(tmp_path, FILES), question), "text") == page


@pytest.mark.parametrize(("question", "page"), TOLD_ONCE.items())
def test_words_said_once_are_told_once(tmp_path: Path, question: str, page: str) -> None:
    assert formats.write(asked_in_words(dossier(tmp_path, ONCE), question), "text") == page


@pytest.mark.parametrize(("question", "page"), OVERVIEWS.items())
def test_in_short(tmp_path: Path, question: str, page: str) -> None:
    answer = asked_in_words(dossier(tmp_path, FILES), question)
    assert formats.write(answer, "text", formats.Look(full=False)) == page


@pytest.mark.parametrize(("question", "counted"), COUNTED.items())
def test_who_counts(tmp_path: Path, question: str, counted: str) -> None:
    answer = asked_in_words(dossier(tmp_path, FILES), f"{question} --at 2024-03-01")
    assert formats.write(answer, "text").splitlines()[1].strip() == counted


def test_three_parties_where_there_is_little_room(tmp_path: Path) -> None:
    question, width = OF_THREE
    answer = asked_in_words(dossier(tmp_path, FILES), question)
    assert formats.write(answer, "text", formats.Look(width=width, full=False)) == NARROW


def test_of_many_blocs_the_first_are_named(tmp_path: Path) -> None:
    answer = asked_in_words(dossier(tmp_path, TWELVE), "compare d x --at 2024-03-01")
    assert formats.write(answer, "text", formats.Look(full=False)) == OF_TWELVE
