"""What a draft does to words that a party holds through a bloc: its verdict says through which, in every format."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from html import unescape
from importlib.util import find_spec

import pytest

from answering import asked_in_words, to_dict
from posdiff.dossier.dossier import Dossier
from posdiff.reports import formats
from posdiff.reports.formats import Look
from writing import dossier

#: Nepal holds two red lines through its bloc, draws one itself, and has one flexible term of its own.
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          nepal: {name: Nepal}
          togo: {name: Togo}
          niger: {name: Niger}
          ldc: {name: LDC, members: [nepal, togo, niger]}
        issues:
          loss: {title: Loss, kind: choice, options: {fund: A fund, talks: Talks}}
          form: {title: Form, kind: choice, options: {grants: Grants, loans: Loans}}
          money: {title: Money, kind: quantity}
          seat: {title: Seat, kind: choice, options: {asia: Asia, africa: Africa}}
        """,
    "ldc/2024-01-10.yaml": """
        date: 2024-01-10
        terms:
          loss: {accepts: fund, firmness: red-line, quote: We need a fund.}
          form: {accepts: grants, firmness: red-line, quote: No more loans.}
          money: {min: 9}
        """,
    "nepal/2024-01-12.yaml": """
        date: 2024-01-12
        terms: {seat: {accepts: asia, firmness: red-line, quote: In Asia.}}
        """,
    "drafts/2024-02-01-broken.yaml": """
        date: 2024-02-01
        by: [a mediator]
        outcomes: {loss: talks, form: loans, money: {max: 5}, seat: africa}
        clauses: [{id: one, text: Talks and loans., settles: [loss, form]}]
        """,
    "drafts/2024-02-02-open.yaml": """
        date: 2024-02-02
        by: [a mediator]
        outcomes: {seat: asia, money: {min: 9}}
        """,
    "drafts/2024-02-03-met.yaml": """
        date: 2024-02-03
        by: [a mediator]
        outcomes: {loss: fund, form: grants, money: {min: 9}, seat: asia}
        """,
    "drafts/2024-02-04-part.yaml": """
        date: 2024-02-04
        by: [a mediator]
        outcomes: {loss: fund, form: grants, seat: asia}
        """,
    "drafts/2024-02-05-money.yaml": """
        date: 2024-02-05
        by: [a mediator]
        outcomes: {loss: fund, form: grants, money: {max: 5}, seat: asia}
        """,
    "drafts/2024-02-06-own.yaml": """
        date: 2024-02-06
        by: [a mediator]
        outcomes: {loss: fund, form: grants}
        """,
}
#: By the draft, the verdict on Nepal.
VERDICTS = {
    "broken": "3 red lines crossed (Loss, through LDC; Form, through LDC; Seat); "
    "4 terms broken in all, held in part through LDC",
    "open": "2 red lines left open, held through LDC (Loss; Form); no term broken",
    "met": "all terms met: 4 terms on file, held in part through LDC",
    "part": "no term broken, some left open, held through LDC",
    "money": "1 term broken, held through LDC",
}
#: By the question, lines of the answer: what a draft does clause by clause; two drafts; terms without a line each.
LINES = {
    "text broken nepal ldc": ["  Talks and loans.   RED LINE crossed: Nepal", "(through LDC) and LDC"],
    "drafts broken part --parties nepal": [
        "  Nepal  broken  crosses a red line, held in part through LDC  3 crossed  4",
        "  Nepal  part    leaves terms open, held through LDC                              1          3",
    ],
    "drafts met broken --parties nepal": ["  Nepal, met: 4 terms on file, held in part through LDC"],
    "draft met nepal": [
        "  = Met (4): Loss (RED LINE, through LDC); Form (RED LINE, through LDC); Seat (RED LINE); Money (through LDC)"
    ],
}
#: Of many parties the red lines are counted in the summary, and named below.
COUNTED = "2 red lines crossed, held through LDC; 3 terms broken in all, held through LDC"


def sentences() -> list[str]:
    """Every line above."""
    return [*VERDICTS.values(), COUNTED, *(line for lines in LINES.values() for line in lines)]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The dossier above."""
    return dossier(tmp_path_factory.mktemp("verdicts"), FILES)


@pytest.mark.parametrize("command", ["draft", "text"])
@pytest.mark.parametrize(("draft", "verdict"), VERDICTS.items())
def test_the_verdict_in_every_format(read: Dossier, draft: str, verdict: str, command: str) -> None:
    answer = asked_in_words(read, f"{command} {draft} nepal")
    assert verdict in formats.write(answer, "text", Look(full=False))
    for format in ("text", "markdown", "html"):
        assert verdict in unescape(formats.write(answer, format))
    if find_spec("docx"):
        paper = formats.made(answer, "docx")
        assert isinstance(paper, bytes)
        with zipfile.ZipFile(io.BytesIO(paper)) as parts:
            assert verdict in unescape(re.sub("<[^>]+>", "", parts.read("word/document.xml").decode()))


@pytest.mark.parametrize(("question", "lines"), LINES.items())
def test_beside_each_term(read: Dossier, question: str, lines: list[str]) -> None:
    text = formats.write(asked_in_words(read, question), "text", Look(full=False))
    assert set(lines) <= {line if line in lines else line.strip() for line in text.splitlines()}


def test_of_many_parties(read: Dossier) -> None:
    wide = Look(full=False, width=500)
    text = formats.write(asked_in_words(read, "draft broken nepal togo ldc niger"), "text", wide)
    assert COUNTED in text


def test_as_json(read: Dossier) -> None:
    nepal, ldc = to_dict(asked_in_words(read, "draft broken nepal ldc"))["parties"]
    assert (nepal["through"], "through" in ldc) == (["ldc"], False)
    assert [term["term"].get("through") for term in nepal["terms"]] == ["ldc", "ldc", "ldc", None]
    told = to_dict(asked_in_words(read, "text broken nepal ldc"))
    assert [party.get("through") for party in told["parties"]] == [["ldc"], None]
    (clause,) = told["clauses"]
    assert [(part["party"], part.get("through"), part.get("said_by")) for part in clause["settles"][0]["parts"]] == [
        ("nepal", "ldc", "ldc"), ("ldc", None, None),
    ]  # fmt: skip
    (steps,) = to_dict(asked_in_words(read, "drafts broken part --parties nepal"))["parties"]
    assert [verdict["through"] for verdict in steps["verdicts"].values()] == [["ldc"], ["ldc"]]


def test_what_a_verdict_rests_on_and_no_more(read: Dossier) -> None:
    """The red line that is left open is Nepal's own; what it holds through the bloc is met, and has no part in it."""
    (nepal,) = to_dict(asked_in_words(read, "draft own nepal"))["parties"]
    assert (nepal["verdict"], "through" in nepal) == ("leaves-red-line-open", False)


def test_as_rows(read: Dossier) -> None:
    rows = list(csv.DictReader(formats.write(asked_in_words(read, "draft broken nepal ldc"), "csv").splitlines()))
    assert [(row["party"], row["issue"], row["through"], row["verdict_through"]) for row in rows] == [
        ("nepal", "loss", "ldc", "ldc"), ("nepal", "form", "ldc", "ldc"), ("nepal", "money", "ldc", "ldc"),
        ("nepal", "seat", "", "ldc"), ("ldc", "loss", "", ""), ("ldc", "form", "", ""), ("ldc", "money", "", ""),
        ("ldc", "seat", "", ""),
    ]  # fmt: skip
    rows = list(
        csv.DictReader(formats.write(asked_in_words(read, "drafts broken met --parties nepal"), "csv").splitlines())
    )
    assert [row["verdict_through"] for row in rows if row["about"] == "draft"] == ["ldc", "ldc"]
