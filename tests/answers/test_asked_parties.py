"""`all` stands for every party to the talks, and `@BLOC` for its members of the day, one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from answering import asked
from posdiff.answers.drafts import DraftSteps
from posdiff.answers.positions import Positions
from posdiff.findings.failure import USAGE, Failure
from writing import dossier

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          g77: {name: Group of 77, members: [ldc, brazil, bench]}
          ldc: {name: Least developed countries, members: {nepal: {until: 2024-06-30}, chad: {}, seat: {}}}
          nepal: {name: Nepal}
          chad: {name: Chad}
          brazil: {name: Brazil}
          bench: {name: Bench, size: 40}
          later: {name: Later, members: {chad: {from: 2025-06-01}}}
          seat: {name: Seat, observer: true}
        issues:
          border: {title: Border, kind: choice, options: {here: Here, there: There}}
        """,
    "ldc/2024-01-01.yaml": "date: 2024-01-01\nterms: {border: here}\n",
    "brazil/2024-01-01.yaml": "date: 2024-01-01\nterms: {border: there}\n",
    "drafts/2024-02-01-plan.yaml": "date: 2024-02-01\nby: a mediator\noutcomes: {border: here}\n",
    "drafts/2024-02-02-plan.yaml": "date: 2024-02-02\nby: a mediator\noutcomes: {border: there}\n",
}


@pytest.fixture(scope="module")
def positions(tmp_path_factory: pytest.TempPathFactory) -> Positions:
    read = dossier(tmp_path_factory.mktemp("blocs"), FILES)
    assert not read.findings
    return asked(read)


@pytest.mark.parametrize(
    ("named", "at", "labels"),
    [
        ("@ldc", "2024-06-30", "nepal chad"),
        ("@g77", "2024-06-30", "nepal chad brazil bench"),
        ("@g77", "2024-07-01", "chad brazil bench"),
        ("@Group chad nepal brazil", "2024-07-01", "chad brazil bench nepal"),
        ("nepal @ldc@2024-03-01", "2024-07-01", "nepal nepal@2024-03-01 chad@2024-03-01"),
        ("all", "2024-07-01", "g77 ldc nepal chad brazil bench later"),
        ("all seat", "2024-07-01", "g77 ldc nepal chad brazil bench later seat"),
    ],
)
def test_whom_a_word_stands_for(positions: Positions, named: str, at: str, labels: str) -> None:
    assert " ".join(party.label for party in positions.compare(*named.split(), at=at).parties) == labels


def test_wherever_parties_are_named(positions: Positions) -> None:
    of_bloc = ["nepal", "chad"]
    at = "2024-06-30"
    assert [party.party for party in positions.matrix("@ldc", at=at).parties] == of_bloc
    changes = positions.changes("@ldc", since="2023-01-01", until=at, against="@ldc,brazil")
    assert [party.party.party for party in changes.parties] == of_bloc
    assert [party.party for party in changes.against] == [*of_bloc, "brazil"]
    assert [party.party.party for party in positions.history("@ldc", until=at).parties] == of_bloc
    assert [party.party.party for party in positions.draft("2024-02-01", "@ldc", at=at).parties] == of_bloc
    assert list(positions.conflicts("@ldc", at=at).analysis.parties) == of_bloc
    assert [party.party for party in positions.brief("@ldc", at=at).compare.parties] == of_bloc
    assert [party.party for party in positions.report("@ldc", at=at).compare.parties] == of_bloc
    for kind in ("grid", "timeline"):
        assert [party.party for party in positions.chart(kind, "@ldc", at=at).parties] == of_bloc
    drafts = positions.drafts("2024-02-01", "2024-02-02", parties="@ldc", at=at)
    assert isinstance(drafts, DraftSteps)
    assert [party.party.party for party in drafts.parties] == of_bloc
    assert positions.show("@later", at="2025-06-01").party.party == "chad"


@pytest.mark.parametrize(
    ("named", "at", "says"),
    [
        ("@nobody", "2024-01-01", "no bloc `nobody`: known: bench, g77, later, ldc"),
        ("@ldcs", "2024-01-01", "no bloc `ldcs`: did you mean ldc?"),
        ("@l", "2024-01-01", "`l` could be more than one bloc: later, ldc: write more of it"),
        ("@", "2024-01-01", "no bloc ``: known: bench, g77, later, ldc"),
        ("@nepal", "2024-01-01", "`@nepal`: nepal is no bloc, and has no members: write nepal without the @"),
        ("@bench", "2024-01-01", "`@bench`: the members of bench are not named: write bench for the bloc itself"),
        ("@later", "2024-01-01", "`@later`: no party to the talks is in later on 2024-01-01: `posdiff parties` shows"),
        ("@ldc@06/14/2024", "2024-01-01", "06/14/2024"),
    ],
)
def test_what_stands_for_nobody(positions: Positions, named: str, at: str, says: str) -> None:
    with pytest.raises(Failure) as refused:
        positions.compare(named, "brazil", at=at)
    assert says in str(refused.value)
    assert refused.value.code == USAGE


def test_a_name_that_is_near_is_told_by_its_id(tmp_path: Path) -> None:
    """Not by the name for readers as well, with a blank that is no part of an id."""
    parties = "{ldc: {name: LDC Group, members: [nepal]}, nepal: {name: Nepal, aliases: [np-kathmandu]}}"
    read = dossier(tmp_path, {"agenda.yaml": f"posdiff: 1\nparties: {parties}\nissues: {{}}\n"})
    for text, hint in (("ldcs", "did you mean ldc?"), ("groups", "did you mean ldc?"),
                       ("kathmandu", "did you mean np-kathmandu?")):  # fmt: skip
        with pytest.raises(Failure) as refused:
            asked(read).compare(text, "nepal")
        assert refused.value.hint == hint


def test_show_is_of_one_party(positions: Positions) -> None:
    with pytest.raises(Failure, match="`@ldc` is 2 parties, and show is of one: name one of them: nepal, chad"):
        positions.show("@ldc", at="2024-06-30")


def test_a_matrix_and_its_chart_stand_in_the_order_of_likeness(positions: Positions) -> None:
    """Nepal and Chad hold what LDC says; Brazil and those that are silent stand apart from them."""
    asked_for = ("nepal", "brazil", "chad", "ldc")
    answer = positions.matrix(*asked_for, at="2024-06-30", order="likeness")
    assert [party.party for party in answer.parties] == ["brazil", "nepal", "chad", "ldc"]
    assert [(pair.a, pair.b) for pair in answer.pairs][2:5] == [("brazil", "ldc"), ("nepal", "chad"), ("nepal", "ldc")]
    chart = positions.chart("matrix", *asked_for, at="2024-06-30", order="likeness")
    assert [party.party for party in chart.parties] == ["brazil", "nepal", "chad", "ldc"]
    with pytest.raises(Failure, match="--order takes no `size`"):
        positions.matrix(*asked_for, order="size")
    with pytest.raises(Failure, match="--order takes no --suppose"):
        positions.matrix(*asked_for, order="likeness", suppose="nepal: border=here")
