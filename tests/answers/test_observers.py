"""An observer is no party to the talks: it takes part in an answer only when it is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from answering import asked
from posdiff.findings.failure import Failure
from writing import dossier

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}, assembly: {name: Assembly, observer: true}}
        issues:
          border: {title: Border, kind: choice, options: {here: Here, there: There}}
        """,
    "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {border: here}\n",
    "south/2024-01-01.yaml": "date: 2024-01-01\nterms: {border: there}\n",
    "assembly/2024-01-01.yaml": "date: 2024-01-01\nterms: {border: here}\n",
    "drafts/2024-02-01-plan.yaml": "date: 2024-02-01\nby: a mediator\noutcomes: {border: here}\n",
}
BOTH = ["north", "south"]


def test_it_is_left_out_unless_it_is_named(tmp_path: Path) -> None:
    positions = asked(dossier(tmp_path, FILES))
    named = ("north", "assembly")
    assert [asked.label for asked in positions.matrix().parties] == BOTH
    assert [asked.label for asked in positions.matrix(*named).parties] == list(named)
    assert [party.party.party for party in positions.changes(since="2023-01-01").parties] == BOTH
    assert [party.party.party for party in positions.changes("assembly", since="2023-01-01").parties] == ["assembly"]
    assert [party.party.party for party in positions.history().parties] == BOTH
    assert [party.party.party for party in positions.draft("plan").parties] == BOTH
    assert [party.party.party for party in positions.draft("plan", "assembly").parties] == ["assembly"]
    assert positions.conflicts().analysis.parties == tuple(BOTH)
    assert positions.conflicts(*named).analysis.parties == named
    assert positions.compare(*named).issues[0].relation == "agreed"
    assert positions.agenda.taking_part == tuple(BOTH)
    assert positions.dossier.findings == ()


def test_a_dossier_of_observers_asks_for_names(tmp_path: Path) -> None:
    only = FILES["agenda.yaml"].replace("{name: North}", "{name: North, observer: true}")
    only = only.replace("{name: South}", "{name: South, observer: true}")
    positions = asked(dossier(tmp_path, {**FILES, "agenda.yaml": only}))
    with pytest.raises(Failure, match="the agenda names no party to the talks: add one under `parties:`"):
        positions.conflicts()
    assert positions.conflicts(*BOTH).analysis.parties == tuple(BOTH)


def test_members_hold_what_a_bloc_that_is_an_observer_says(tmp_path: Path) -> None:
    """A member holds the same in every answer; the bloc itself takes part only where it is named."""
    of_bloc = FILES["agenda.yaml"].replace("observer: true", "observer: true, members: [south]")
    without = {path: text for path, text in FILES.items() if path != "south/2024-01-01.yaml"}
    positions = asked(dossier(tmp_path, {**without, "agenda.yaml": of_bloc}))
    answer = positions.compare("all")
    assert [party.label for party in answer.parties] == BOTH
    (border,) = answer.issues
    assert {party: held.through for party, held in border.terms.items()} == {"north": (), "south": ("assembly",)}
    assert positions.show("south").position.terms["border"].through == ("assembly",)
