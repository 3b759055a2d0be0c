"""Who accepts what on an issue, in its own name or through a bloc; who accepts an outcome, and who refuses it."""

from __future__ import annotations

import pytest
from patterns import headings

from answering import asked, asked_in_words, to_dict
from posdiff.dossier.dossier import Dossier
from posdiff.findings.failure import USAGE, Failure
from posdiff.reports import formats, records
from posdiff.reports.compose import who
from posdiff.reports.formats import Look
from writing import dossier

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          chad: {name: Chad}
          swiss: {name: Swiss}
          un: {name: United Nations, observer: true}
          nepal: {name: Nepal}
          ldc: {name: LDC, members: [nepal, chad]}
          aosis: {name: AOSIS, members: [nepal]}
          g77: {name: G77, members: [ldc]}
          eu: {name: EU, size: 27}
        issues:
          loss: {title: Loss, kind: choice, options: {fund: A fund, talks: Talks, none-yet: Nothing}}
          money: {title: Money, kind: quantity, question: How much?}
          words: {title: Words, kind: text}
        """,
    "ldc/2024-01-10.yaml": """
        date: 2024-01-10
        speaker: the chair
        sources: {letter: {title: A letter}}
        terms: {loss: {accepts: fund, firmness: red-line, quote: We need a fund.}}
        """,
    "g77/2024-01-05.yaml": "date: 2024-01-05\nterms: {money: {min: 100}, words: Now}\n",
    "aosis/2024-01-15.yaml": "date: 2024-01-15\nterms: {loss: [talks, none-yet], money: {min: 300}}\n",
    "eu/2024-01-30.yaml": "date: 2024-01-30\nterms: {loss: none-yet}\n",
    "swiss/2024-01-12.yaml": """
        date: 2024-01-12
        speaker: the envoy
        terms:
          loss: {accepts: talks, alternatives: [{accepts: fund, if: {money: {exactly: 1}}}]}
          money: {min: 200, vague: true, firmness: flexible}
        """,
    "chad/2024-01-20.yaml": "date: 2024-01-20\nterms: {loss: {rejects: [talks, none-yet], quote: Only a fund.}}\n",
    "chad/2024-02-01.yaml": "date: 2024-02-01\nstanding: reported\nwithdraws: [loss]\n",
    "un/2024-01-20.yaml": "date: 2024-01-20\nterms: {loss: talks}\n",
}
#: By the question, the answer as text.
PAGES = {
    "who words --at 2024-02-15": """\
Words: who accepts what, as of 2024-02-15: 4 of 7 parties hold a position, 3 of them through a bloc; 1
  different position

Now: 4 parties, 3 through a bloc

G77  g77
  position    Now  [said 2024-01-05]
              g77/2024-01-05.yaml:2
  through it  3: Chad (through LDC); Nepal (through LDC); LDC

NO POSITION (3)
  Swiss
  AOSIS
  EU
""",
    "who loss --at 2024-02-15": """\
Loss: who accepts what, as of 2024-02-15: 6 of 7 parties hold a position, 1 of them through a bloc; 5
  different positions
  Not counted: 1 statement only reported; with it: posdiff who loss --at 2024-02-15 --with-reported
  No quote is verified here: no source page is kept.

rejects “Talks” and “Nothing”: 2 parties

Chad  chad
  position    rejects “Talks” and “Nothing”  [said 2024-01-20]
              “Only a fund.”  [2024-01-20]
              chad/2024-01-20.yaml:2

LDC  ldc
  position    RED LINE  A fund  [said 2024-01-10]
              “We need a fund.”  [the chair, 2024-01-10] [1]
              ldc/2024-01-10.yaml:4 [1]

Talks; or A fund, if Money: exactly 1: 1 party

Swiss  swiss
  position    Talks; or A fund, if Money: exactly 1  [said 2024-01-12]
              Speaker: the envoy
              swiss/2024-01-12.yaml:4

A fund; and Talks or Nothing: 1 party, 1 through a bloc  no outcome meets all of it

LDC and AOSIS
  position    through LDC: RED LINE  A fund  [said 2024-01-10]
              and through AOSIS: Talks or Nothing  [said 2024-01-15]
              “We need a fund.”  [the chair, 2024-01-10] [1]
              ldc/2024-01-10.yaml:4 [1], aosis/2024-01-15.yaml:2
  through it  1: Nepal

Talks or Nothing: 1 party

AOSIS  aosis
  position    Talks or Nothing  [said 2024-01-15]
              aosis/2024-01-15.yaml:2

Nothing: 1 party

EU  eu
  position    Nothing  [said 2024-01-30]
              eu/2024-01-30.yaml:2

NO POSITION (1)
  G77

SOURCES
  [1] A letter
""",
    "who money --at 2024-02-15": """\
Money: who accepts what, as of 2024-02-15: 6 of 7 parties hold a position, 3 of them through a bloc; 3
  different positions
  How much?

at least 100: 3 parties, 2 through a bloc

G77  g77
  position    at least 100  [said 2024-01-05]
              g77/2024-01-05.yaml:2
  through it  2: Chad (through LDC); LDC

at least 300: 2 parties, 1 through a bloc

G77 and AOSIS
  position    through LDC, from G77: at least 100  [said 2024-01-05]
              and through AOSIS: at least 300  [said 2024-01-15]
              g77/2024-01-05.yaml:2, aosis/2024-01-15.yaml:2
  through it  1: Nepal (through LDC)

AOSIS  aosis
  position    at least 300  [said 2024-01-15]
              aosis/2024-01-15.yaml:2

at least 200 (not specified): 1 party

Swiss  swiss
  position    flexible  at least 200 (not specified)  [said 2024-01-12]
              Speaker: the envoy
              swiss/2024-01-12.yaml:5

NO POSITION (1)
  EU
""",
    "who loss --at 2024-02-15 --refuses fund": """\
Loss: who refuses A fund, as of 2024-02-15: 6 of 7 parties hold a position, 1 of them through a bloc; 5
  different positions
  accepted by 2; refused by 2; 1 on both sides; left open by 1 (in part, on a condition or in vague words); 1
    without a position
  Not counted: 1 statement only reported; with it: posdiff who loss --at 2024-02-15 --refuses fund
    --with-reported
  No quote is verified here: no source page is kept.

Talks or Nothing: 1 party

AOSIS  aosis
  position    Talks or Nothing  [said 2024-01-15]
              aosis/2024-01-15.yaml:2

Nothing: 1 party

EU  eu
  position    Nothing  [said 2024-01-30]
              eu/2024-01-30.yaml:2

A fund; and Talks or Nothing: 1 party, 1 through a bloc  no outcome meets all of it

LDC and AOSIS
  position    through LDC: RED LINE  A fund  [said 2024-01-10]
              and through AOSIS: Talks or Nothing  [said 2024-01-15]
              “We need a fund.”  [the chair, 2024-01-10] [1]
              ldc/2024-01-10.yaml:4 [1], aosis/2024-01-15.yaml:2
  through it  1: Nepal

SOURCES
  [1] A letter
""",
    "who money --at 2024-02-15 --accepts 150": """\
Money: who accepts exactly 150, as of 2024-02-15: 6 of 7 parties hold a position, 3 of them through a bloc; 3
  different positions
  How much?
  accepted by 1 (G77), and 2 through it; refused by 2, and 1 through AOSIS; 1 without a position

at least 100: 3 parties, 2 through a bloc

G77  g77
  position    at least 100  [said 2024-01-05]
              g77/2024-01-05.yaml:2
  through it  2: Chad (through LDC); LDC
""",
    "who loss chad @ldc --at 2024-02-15 --with-reported": """\
Loss: who accepts what, as of 2024-02-15: 2 of 2 parties hold a position, 2 of them through a bloc; 2
  different positions
  What is only reported is counted as well.
  No quote is verified here: no source page is kept.

A fund: 1 party, 1 through a bloc

LDC  ldc
  position    through LDC: RED LINE  A fund  [said 2024-01-10]
              on record: rejects “Talks” and “Nothing”  [said 2024-01-20]
              “We need a fund.”  [the chair, 2024-01-10] [1]
              ldc/2024-01-10.yaml:4 [1]
  through it  1: Chad (since 2024-02-01)

A fund; and Talks or Nothing: 1 party, 1 through a bloc  no outcome meets all of it

LDC and AOSIS
  position    through LDC: RED LINE  A fund  [said 2024-01-10]
              and through AOSIS: Talks or Nothing  [said 2024-01-15]
              “We need a fund.”  [the chair, 2024-01-10] [1]
              ldc/2024-01-10.yaml:4 [1], aosis/2024-01-15.yaml:2
  through it  1: Nepal

SOURCES
  [1] A letter
""",
    "who loss nepal --at 2024-01-01 --accepts fund": """\
Loss: who accepts A fund, as of 2024-01-01: nobody holds a position, of 1 party
  1 without a position
  No party to show.
""",
}

HEADINGS = (
    "rejects “Talks” and “Nothing”",
    "Party",
    "Position",
    "Talks; or A fund, if Money: exactly 1",
    "A fund; and Talks or Nothing",
    "Through it",
    "Talks or Nothing",
    "Nothing",
)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    return dossier(tmp_path_factory.mktemp("who"), FILES)


@pytest.mark.parametrize("question", PAGES)
def test_the_page_of_each(read: Dossier, question: str) -> None:
    assert formats.write(asked_in_words(read, question), "text", Look(width=110)) == PAGES[question]


def test_the_headings(read: Dossier) -> None:
    assert headings(who.document(asked(read).who("loss", at="2024-02-15"))) == HEADINGS


def test_rows_and_json_hold_every_party_by_itself(read: Dossier) -> None:
    answer = asked(read).who("loss", at="2024-02-15", refuses="fund")
    told = to_dict(answer)
    assert told["outcome"] == {
        "asked": "refuses", "outcomes": [["fund"]], "in_words": "A fund", "accepts": 2, "refuses": 2,
        "on_both_sides": 1, "leaves_open": 1,
    }  # fmt: skip
    groups = [
        (group["in_words"], group["stands"], group["met"], [one["party"] for one in group["parties"]])
        for group in told["groups"]
    ]
    assert groups == [
        ("Talks or Nothing", "refuses", True, ["aosis"]),
        ("Nothing", "refuses", True, ["eu"]),
        ("A fund; and Talks or Nothing", "on-both-sides", False, ["nepal"]),
    ]
    rows = [
        (row["party"], row["through"], row["part"], row["stands"], row["position"]) for row in records.records(answer)
    ]
    assert rows == [
        ("aosis", None, 1, "refuses", "Talks or Nothing"),
        ("eu", None, 1, "refuses", "Nothing"),
        ("nepal", "ldc", 1, "on-both-sides", "through LDC: A fund"),
        ("nepal", "aosis", 2, "on-both-sides", "through AOSIS: Talks or Nothing"),
    ]
    whole = records.records(asked(read).who("loss", at="2024-02-15"))
    assert [row["party"] for row in whole if row["group"] is None] == ["g77"]


@pytest.mark.parametrize(
    ("named", "says"),
    [
        ({"accepts": "fund", "refuses": "talks"}, "--accepts and --refuses are two questions: ask one, then the other"),
        ({"accepts": " "}, "--accepts is empty: give it an outcome, or leave it out"),
        ({"refuses": "found"}, "--refuses `found`: no option `found` in this issue: did you mean fund?"),
        ({"refuses": "{accepts: fund"}, "--refuses `{accepts: fund`: "),
        ({"refuses": "fund\ntalks"}, "an outcome is one line: write a mapping in braces: {max: 85000}"),
        ({"refuses": "{accepts: fund, firmness: firm}"}, "no key `firmness` in an outcome on the choice issue loss"),
    ],
)
def test_what_is_no_outcome(read: Dossier, named: dict[str, str], says: str) -> None:
    with pytest.raises(Failure) as refused:
        asked(read).who("loss", **named)  # type: ignore[arg-type]
    assert says in str(refused.value)
    assert refused.value.code == USAGE


def test_of_words_no_machine_says_who_accepts_them(read: Dossier) -> None:
    (group,) = asked(read).who("words").groups
    assert (group.same.parties, group.stands) == (("chad", "nepal", "ldc", "g77"), None)
    with pytest.raises(
        Failure, match="--accepts takes no issue of words, and words is one: posdiff who words shows what"
    ):
        asked(read).who("words", accepts="Now")


def sentences() -> tuple[str, ...]:
    """What is shown here, for ``test_sentences``."""
    return (*PAGES.values(), *HEADINGS)
