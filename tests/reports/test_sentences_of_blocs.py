"""What is told of blocs and their members: in whose name something was said, who joined and left."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from answering import asked, asked_in_words, to_dict
from posdiff.dossier.dossier import Dossier
from posdiff.reports import formats
from posdiff.reports.formats import Look
from writing import dossier

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          nepal: {name: Nepal}
          ldc: {name: LDC, members: [nepal], group: South}
          aosis: {name: AOSIS, members: {nepal: {from: 2024-02-01, until: 2024-03-31}}}
          g77: {name: G77, members: {ldc: {from: 2024-01-15}}}
          eu: {name: EU, size: 27}
        steps: {fund: The fund, pledge: The pledge}
        issues:
          loss: {title: Loss, kind: choice, options: {fund: A fund, talks: Talks, none-yet: Nothing}}
          money: {title: Money, kind: quantity}
          first: {title: What comes first, kind: sequence}
        """,
    "ldc/2024-01-10.yaml": """
        date: 2024-01-10
        terms:
          loss: {accepts: fund, firmness: red-line, quote: We need a fund.}
          first: {order: [fund, pledge]}
        """,
    "g77/2024-01-05.yaml": "date: 2024-01-05\nterms: {money: {min: 100}}\n",
    "aosis/2024-01-15.yaml": """
        date: 2024-01-15
        terms: {loss: [talks, none-yet], money: {min: 300, expires: 2024-03-31}}
        """,
    "nepal/2024-03-05.yaml": "date: 2024-03-05\ndissents: [first]\n",
    "eu/2024-01-30.yaml": "date: 2024-01-30\nterms: {loss: none-yet, first: {order: [pledge, fund]}}\n",
}
#: By the question, what is answered in full.
PAGES = {
    "compare nepal eu --at 2024-02-15": """\
Nepal and EU as of 2024-02-15 (last heard: Nepal through AOSIS 2024-01-15, EU 2024-01-30): 3 issues; \
2 contradictions, 1 deadlock, 1 one-sided
  Not in their own words: Nepal 3 of 3 positions through LDC, AOSIS and G77.
  Bound to both sides of a contradiction: Nepal on Loss (through LDC and AOSIS).
  No quote is verified here: no source page is kept.

✗ CONTRADICTIONS (2)  nothing is acceptable to all who hold a position

✗ Loss  loss
  Nepal       through LDC: RED LINE  A fund  [said 2024-01-10]
              and through AOSIS: Talks or Nothing  [said 2024-01-15]
              no outcome meets all of it
  EU          Nothing  [said 2024-01-30]
  both sides  Nepal through LDC and AOSIS: no outcome meets all of it
  between     Nepal, through LDC: A fund (red line) against Nepal, through AOSIS: Talks or Nothing (firm)

✗ What comes first  first
  Nepal       through LDC: “The fund” before “The pledge”  [said 2024-01-10]
  EU          “The pledge” before “The fund”  [said 2024-01-30]
  clash       these orders close a circle: The fund → The pledge → The fund

↻ DEADLOCK (1)  preconditions that no order of events can meet; 1 by demands alone, 0 with steps that the agenda orders

↻ The fund → The pledge → The fund
  “The fund” before “The pledge”
      Nepal, through LDC, said 2024-01-10, on What comes first
  “The pledge” before “The fund”
      EU, said 2024-01-30, on What comes first

· ONE-SIDED (1)  only one holds a position

· Money  money
  Nepal       through LDC, from G77: at least 100  [said 2024-01-05]
              and through AOSIS: at least 300  [said 2024-01-15, expires 2024-03-31]
  silent      EU
""",
    "changes nepal --issue first --since 2024-01-01 --until 2024-01-20": """\
Changes from the end of 2024-01-01 to 2024-01-20

Nepal
  + 1 issue taken up since; nothing of its own before, held through blocs since 2024-01-10.

+ ADDED (1)  no position at the beginning

+ What comes first  first
  after       through LDC: “The fund” before “The pledge”  [said 2024-01-10]
""",
    "issues --at 2024-02-15": """\
3 issues

NO TOPIC

Loss  loss
  kind        choice
  positions   LDC, AOSIS, EU; through blocs: Nepal

Money  money
  kind        quantity
  positions   AOSIS, G77; through blocs: Nepal, LDC

What comes first  first
  kind        sequence
  positions   LDC, EU; through blocs: Nepal
""",
    "changes nepal --since 2024-01-12 --until 2024-01-20": """\
Changes from the end of 2024-01-12 to 2024-01-20

Nepal
  = Nothing changed in the 2 positions held on 2024-01-12: 0 reaffirmed, 2 not stated again.
  ⊕ 1 issue inherited since from a bloc that was joined.
  Memberships: LDC joined G77 2024-01-15.

⊕ INHERITED (1)  no position at the beginning, and since it joined a bloc what that holds

⊕ Money  money
  after       through LDC, from G77: at least 100  [said 2024-01-05]
  on the way  LDC joined G77 2024-01-15
""",
    "changes nepal --since 2024-02-15 --until 2024-04-15": """\
Changes from the end of 2024-02-15 to 2024-04-15
  No quote is verified here: no source page is kept.

Nepal
  3 of the 3 positions held on 2024-02-15 changed: 2 softened, 1 no longer inherited; 0 reaffirmed, 0 not stated again.
  Changed by membership in blocs alone: Loss (left AOSIS 2024-04-01); Money (left AOSIS 2024-04-01).
  Memberships: left AOSIS 2024-04-01.

▽ SOFTENED (2)  accepts more, or less firmly

▽ Loss  loss
  before      through LDC: RED LINE  A fund  [said 2024-01-10]
              and through AOSIS: Talks or Nothing  [said 2024-01-15]
              no outcome meets all of it
  after       through LDC: RED LINE  A fund  [said 2024-01-10]
  on the way  left AOSIS 2024-04-01

▽ Money  money
  before      through LDC, from G77: at least 100  [said 2024-01-05]
              and through AOSIS: at least 300  [said 2024-01-15, expires 2024-03-31]
  after       through LDC, from G77: at least 100  [said 2024-01-05]
  on the way  left AOSIS 2024-04-01

⊖ NO LONGER INHERITED (1)  held through a bloc, which it left or from which it dissents

⊖ What comes first  first
  before      through LDC: “The fund” before “The pledge”  [said 2024-01-10]
  on the way  dissented from LDC 2024-03-05
""",
    "history nepal --until 2024-04-15": """\
How the positions came about
  No quote is verified here: no source page is kept.

Nepal  1 statement; 1 statement of its blocs

2024-01-10: LDC  ldc/2024-01-10.yaml
  + added  Loss: through LDC: RED LINE  A fund
           “We need a fund.”  [2024-01-10]
  + added  What comes first: through LDC: “The fund” before “The pledge”

2024-01-15: LDC joined G77
  ⊕ inherited  Money: through LDC, from G77: at least 100

2024-02-01: joined AOSIS
  ⊕ inherited  Loss: through LDC: RED LINE  A fund
               and through AOSIS: Talks or Nothing
  ⊕ inherited  Money: through LDC, from G77: at least 100
               and through AOSIS: at least 300

2024-03-05  nepal/2024-03-05.yaml
  ⊖ no longer inherited  What comes first: no position
                         dissented from LDC

2024-04-01: left AOSIS
  ⊖ no longer inherited  Loss: no longer held: through AOSIS: Talks or Nothing (firm)
                         still: through LDC: RED LINE  A fund
  ⊖ no longer inherited  Money: no longer held: through AOSIS: at least 300
                         still: through LDC, from G77: at least 100
""",
    "conflicts nepal --at 2024-02-15": """\
Nepal as of 2024-02-15: cannot hold together; the red lines alone can
  Not in their own words: Nepal 3 of 3 positions through LDC, AOSIS and G77.
  Bound to both sides of a contradiction: Nepal on Loss (through LDC and AOSIS).
  No quote is verified here: no source page is kept.
  all terms                 cannot hold together
  red lines and firm terms  cannot hold together
  red lines alone           can hold together, as far as stated
  Nepal                     what it holds through LDC and AOSIS cannot hold together (Loss)

✗ MINIMAL CONFLICTS (1)  terms that cannot all hold; without any one of them the rest can

1. Loss  Nepal through LDC and AOSIS (1 red line, 1 firm)
  1.  Nepal: through LDC: RED LINE  A fund  [said 2024-01-10; ldc/2024-01-10.yaml:3]
      “We need a fund.”  [2024-01-10]
  2.  Nepal: through AOSIS: Talks or Nothing  [said 2024-01-15; aosis/2024-01-15.yaml:2]
      Given step 1, no outcome is left.

WHAT WOULD HAVE TO GO  sets of terms without which the rest can hold, and of which none can be left out
  Loss: Nepal through LDC (red line) or Nepal through AOSIS (part 2: firm)

WHO GIVES WHAT  over all issues; no row takes less from one party without taking more from another
  Arithmetic on what was said, and no advice: to count terms is not to measure hardship.
  Ways: how many different sets of terms give these counts.
  Nepal through LDC and AOSIS   Ways   One of them
  1 firm                        1      Nepal through AOSIS: Loss
""",
    "parties": """\
5 parties

BLOCS  who speaks for whom, as of 2025-01-01
AOSIS: 0 members; 1 former
  Nepal (from 2024-02-01 until 2024-03-31)
G77: 1 member
  LDC (from 2024-01-15): 1 member
    Nepal
EU: 27 members, not named

PARTIES

Nepal  nepal
  member of LDC; AOSIS (from 2024-02-01 until 2024-03-31)
  statements  1, 2024-03-05 to 2024-03-05

LDC  ldc
  group: South
  1 member
  member of G77 (from 2024-01-15)
  statements  1, 2024-01-10 to 2024-01-10

AOSIS  aosis
  0 members; 1 former
  statements  1, 2024-01-15 to 2024-01-15

G77  g77
  1 member
  statements  1, 2024-01-05 to 2024-01-05

EU  eu
  27 members, not named
  statements  1, 2024-01-30 to 2024-01-30
""",
}
#: By the question, the overview.
OVERVIEWS = {
    "issues --at 2024-02-15": """\
3 issues

  Issue             Id     Kind      Who has spoken
  Loss              loss   choice    LDC, AOSIS, EU; 1 through a bloc
  Money             money  quantity  AOSIS, G77; 2 through a bloc
  What comes first  first  sequence  LDC, EU; 1 through a bloc
  Ne Nepal

  --full shows the questions as well
""",
    "conflicts nepal ldc eu --at 2024-02-15": """\
Nepal, LDC and EU as of 2024-02-15: cannot hold together; the red lines alone can
  LDC speaks for Nepal too: what is held through it is one and the same.
  Not in their own words: Nepal 3 of 3 positions through LDC, AOSIS and G77; LDC 1 of 3 positions through G77.
  Bound to both sides of a contradiction: Nepal on Loss (through LDC and AOSIS).
  No quote is verified here: no source page is kept.
  all terms                 cannot hold together
  red lines and firm terms  cannot hold together
  red lines alone           can hold together, as far as stated
  Nepal                     what it holds through AOSIS and LDC cannot hold together (Loss)
  LDC and EU                what it holds can hold together, as far as stated

✗ MINIMAL CONFLICTS (3)  terms that cannot all hold; without any one of them the rest can
  1. Nepal through AOSIS (firm) × LDC (red line): Loss
  2. LDC (red line) × EU (firm): Loss
  3. LDC (firm) × EU (firm): What comes first

WHAT WOULD HAVE TO GO  sets of terms without which the rest can hold, and of which none can be left out

  Issues            Any of these
  Loss              2 sets of 1 to 2 terms
  What comes first  LDC (firm) or EU (firm)

WHO GIVES WHAT  over all issues; no row takes less from one party without taking more from another
  Arithmetic on what was said, and no advice: to count terms is not to measure hardship.
  Ways: how many different sets of terms give these counts.

  Nepal through AOSIS  LDC                 EU       Ways
  nothing              1 red line          1 firm   1
  nothing              1 red line, 1 firm  nothing  1
  1 firm               nothing             2 firm   1
  1 firm               1 firm              1 firm   1

  Silent: EU on 1 issue

  --full explains each conflict step by step; -- ISSUE one issue; --quotes --sources their words and where they stand
""",
    "history nepal --until 2024-04-15": """\
How the positions came about
  No quote is verified here: no source page is kept.

Nepal  1 statement; 1 statement of its blocs

  Day         Statement        What it did                                Red line
  2024-01-10  LDC: 2024-01-10  2 added                                    RED LINE Loss
  2024-01-15  LDC joined G77   1 inherited
  2024-02-01  joined AOSIS     2 inherited                                RED LINE Loss
  2024-03-05  2024-03-05       1 no longer inherited; dissented from LDC
  2024-04-01  left AOSIS       2 no longer inherited                      RED LINE Loss

  --full shows every move of each statement; -- ISSUE one issue
""",
}
#: Of a matrix: what stands before it, and below it; and before one of many parties.
MATRIX = (
    "  Not in their own words: Nepal 3 of 3 positions through LDC, AOSIS and G77; LDC 1 of 3 positions through G77.",
    "    a red line on 1 issue: Loss (through LDC and AOSIS)",
)
#: By the question, how it is told that Nepal says nothing since it dissents; the day before, it holds what LDC holds.
DISSENTS = {
    "compare nepal eu": "  Nepal       dissents from LDC",
    "show nepal": "  What comes first  first  dissents from LDC",
    "who first": "  Nepal  dissents from LDC",
    "conflicts nepal eu": "  Nepal is silent on: What comes first (dissents from LDC)",
}
#: Of a refusal table: a member beside its bloc, by what that says.
WITH_ITS_BLOC = "  Nothing   with LDC   refuses (red line)   –"
#: By the day, what `show nepal` says of blocs that it, or a bloc of its own, is not in.
NOT_IN = {
    "2024-01-12": "  Joins AOSIS on 2024-02-01; LDC joins G77 on 2024-01-15.",
    "2024-01-20": "  Joins AOSIS on 2024-02-01.",
    "2024-04-15": "  Left AOSIS after 2024-03-31.",
}
#: The sources of a party that has said nothing, and of one of its blocs as well.
SOURCES = {
    "sources nepal": """\
0 sources
  Only sources of Nepal.
  Sources of what Nepal holds through LDC, AOSIS and G77: posdiff sources ldc aosis g77
""",
    "sources nepal ldc g77": """\
0 sources
  Only sources of Nepal, LDC and G77.
  Sources of what Nepal holds through AOSIS: posdiff sources aosis
""",
}
MANY = "5 parties hold positions through LDC."
#: Of a bloc that stands beside a member of its own.
BESIDE = "LDC speaks for Nepal too: what is held through it is one and the same."


def sentences() -> list[str]:
    """Every line above."""
    more = [
        BESIDE,
        WITH_ITS_BLOC,
        MANY,
        *NOT_IN.values(),
        *"".join(SOURCES.values()).splitlines(),
        *DISSENTS.values(),
        *MATRIX,
    ]
    return [*more, *(line for page in (*PAGES.values(), *OVERVIEWS.values()) for line in page.splitlines())]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The dossier above."""
    return dossier(tmp_path_factory.mktemp("blocs"), FILES)


@pytest.mark.parametrize(("question", "page"), PAGES.items())
def test_in_full(read: Dossier, question: str, page: str) -> None:
    assert formats.write(asked_in_words(read, question), "text") == page


@pytest.mark.parametrize(("question", "page"), OVERVIEWS.items())
def test_in_short(read: Dossier, question: str, page: str) -> None:
    assert formats.write(asked_in_words(read, question), "text", Look(full=False)) == page


@pytest.mark.parametrize(("question", "told"), DISSENTS.items())
def test_a_dissent_where_silence_is_told(read: Dossier, question: str, told: str) -> None:
    before, since = (
        formats.write(asked_in_words(read, f"{question} --at 2024-03-{day}"), "text") for day in ("04", "05")
    )
    assert told not in before
    assert told in since.splitlines()


@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize("command", ["compare", "conflicts", "report", "matrix", "brief"])
def test_a_bloc_beside_its_own_members(read: Dossier, command: str, full: bool) -> None:
    """``g77`` has Nepal among its members through LDC, as long as that is in it."""
    for parties, day, blocs in (
        ("nepal ldc eu", "2024-02-15", ["LDC"]), ("nepal g77", "2024-01-15", ["G77"]), ("nepal g77", "2024-01-14", []),
        ("nepal aosis", "2024-04-01", []), ("ldc eu", "2024-02-15", []),
    ):  # fmt: skip
        text = formats.write(asked_in_words(read, f"{command} {parties} --at {day}"), "text", Look(full=full))
        assert [line.split()[0] for line in text.splitlines() if BESIDE.removeprefix("LDC") in line] == blocs


def test_the_words_of_a_bloc_count_once_beside_its_members(read: Dossier) -> None:
    answer = asked_in_words(read, "conflicts nepal ldc eu --at 2024-01-31 --issue loss --all")
    text = formats.write(answer, "text")
    assert WITH_ITS_BLOC in text
    (conflict,) = to_dict(answer)["conflicts"]
    assert [(term["party"], term.get("speaks_for")) for term in conflict["terms"]] == [
        ("ldc", ["nepal"]), ("eu", None),
    ]  # fmt: skip


def test_a_matrix_says_what_is_held_through_blocs(read: Dossier) -> None:
    text = formats.write(asked_in_words(read, "matrix nepal ldc eu --at 2024-02-15"), "text")
    assert set(MATRIX) < set(text.splitlines())


def test_a_matrix_counts_what_is_held_through_blocs(read: Dossier) -> None:
    answer = asked_in_words(read, "matrix nepal ldc eu --at 2024-02-15")
    assert to_dict(answer)["through_blocs"] == [
        {"party": "nepal", "positions": 3, "inherited": 3, "blocs": ["ldc", "aosis"]},
        {"party": "ldc", "positions": 3, "inherited": 1, "blocs": ["g77"]},
    ]
    rows = list(csv.DictReader(formats.write(answer, "csv").splitlines()))
    assert [(row["a"], row["a_inherited"], row["b"], row["b_inherited"]) for row in rows] == [
        ("nepal", "3", "ldc", "1"), ("nepal", "3", "eu", "0"), ("ldc", "1", "eu", "0"),
    ]  # fmt: skip
    assert "through_blocs" not in to_dict(asked_in_words(read, "matrix g77 eu --at 2024-02-15"))


@pytest.mark.parametrize(("day", "told"), NOT_IN.items())
def test_which_blocs_a_party_has_left_or_is_to_join(read: Dossier, day: str, told: str) -> None:
    _, second, *_ = formats.write(asked_in_words(read, f"show nepal --at {day}"), "text").splitlines()
    assert second == told
    assert "AOSIS on" not in formats.write(asked_in_words(read, "show nepal --at 2024-02-15"), "text")


@pytest.mark.parametrize(("question", "page"), SOURCES.items())
def test_where_the_sources_of_inherited_words_are(read: Dossier, question: str, page: str) -> None:
    assert formats.write(asked_in_words(read, question), "text", Look(full=False)) == page


def test_of_many_parties_it_is_counted_who_holds_positions_through_blocs(tmp_path: Path) -> None:
    members = [f"p{number}" for number in range(5)]
    agenda = f"parties: {{{', '.join(f'{one}: {{}}' for one in members)}, ldc: {{name: LDC, members: {members}}}}}"
    files = {"agenda.yaml": f"posdiff: 1\n{agenda}\nissues: {{words: {{title: Words, kind: text}}}}\n"}
    read = dossier(tmp_path, files | {"ldc/2024-01-10.yaml": "date: 2024-01-10\nterms: {words: Now}\n"})
    assert MANY in formats.write(asked(read).matrix(), "text")


def test_as_json(read: Dossier) -> None:
    terms = {term["issue"]: term for term in to_dict(asked_in_words(read, "show nepal --at 2024-02-15"))["terms"]}
    assert [(part["through"], part["said_by"]) for part in terms["money"]["parts"]] == [
        ("ldc", "g77"), ("aosis", "aosis"),
    ]  # fmt: skip
    assert {term["through"] for term in terms.values()} == {"ldc"}
    (changes,) = to_dict(asked_in_words(read, "changes nepal --since 2024-01-12 --until 2024-04-15 --all"))["parties"]
    assert [(change["issue"], change["kind"]) for change in changes["changes"]] == [
        ("loss", "unchanged"), ("money", "inherited"), ("first", "no longer inherited"),
    ]  # fmt: skip
    parties = {party["id"]: party for party in to_dict(asked_in_words(read, "parties"))["parties"]}
    assert parties["aosis"]["members"] == [{"party": "nepal", "since": "2024-02-01", "until": "2024-03-31"}]
    assert (parties["eu"]["size"], parties["ldc"]["group"], "members" in parties["nepal"]) == (27, "South", False)
