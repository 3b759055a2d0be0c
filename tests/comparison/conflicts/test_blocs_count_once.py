"""A bloc beside its own members: the same words count once, and each party by itself is bound by all that it holds."""

from __future__ import annotations

import json
import random
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from posdiff.comparison.conflicts.analysis import analyse_conflicts
from posdiff.dossier.fold import position
from posdiff.dossier.position import Position
from writing import dossier

ISSUES = ("one", "two")
OPTIONS = "abc"


def random_files(draw: random.Random) -> dict[str, str]:
    """Three to six parties, each perhaps a bloc of some that come after it; each says something now and then."""
    parties = [f"p{number}" for number in range(draw.randint(3, 6))]
    members = {bloc: [one for one in parties[n + 1 :] if draw.random() < 0.5] for n, bloc in enumerate(parties)}
    agenda: dict[str, Any] = {
        "posdiff": 1,
        "parties": {bloc: {"members": of} if of else {} for bloc, of in members.items()},
        "issues": {
            id: {"title": id, "kind": "choice", "options": {each: each.upper() for each in OPTIONS}} for id in ISSUES
        },
    }  # fmt: skip
    files = {"agenda.yaml": json.dumps(agenda)}
    for party in parties:
        said = [issue for issue in ISSUES if draw.random() < 0.5]
        terms = {
            issue: {
                "accepts": draw.sample(OPTIONS, draw.randint(1, 2)),
                "firmness": draw.choice(["red-line", "firm", "flexible"]),
            }
            for issue in said
        }  # fmt: skip
        if terms:
            files[f"{party}/2024-01-01.yaml"] = json.dumps({"date": "2024-01-01", "terms": terms})
    return files


def options(position: Position, issue: str) -> dict[str, frozenset[str]]:
    """What each part of a position accepts, by the place where it stands."""
    held = position.terms.get(issue)
    parts = held.demands if held else ()
    return {
        str(part.term.location): frozenset(option for offer in part.term.offers for option in offer.accepts)
        for part in parts
    }


@pytest.mark.parametrize("seed", range(80))
def test_minimal_conflicts_and_verdicts_are_those_of_different_words(tmp_path: Path, seed: int) -> None:
    """Of all subsets of what was said, those that nothing meets and of which every smaller one something does."""
    read = dossier(tmp_path, random_files(random.Random(seed)))
    assert not read.findings
    day = 738_900
    draw, parties = random.Random(seed), list(read.agenda.parties)
    asked = draw.sample(parties, draw.randint(2, len(parties)))  # of some the bloc is not there
    positions = {party: position(read, party, day) for party in asked}
    found = analyse_conflicts(read.agenda, positions)
    expected: set[frozenset[str]] = set()
    for issue in ISSUES:
        said = {place: accepts for one in positions.values() for place, accepts in options(one, issue).items()}
        apart = [
            frozenset(some)
            for size in range(2, len(said) + 1)
            for some in combinations(said, size)
            if not frozenset.intersection(*(said[place] for place in some))
        ]
        expected |= {group for group in apart if not any(smaller < group for smaller in apart)}
    conflicts = [frozenset(str(stated.part.term.location) for stated in one.terms) for one in found.conflicts]
    assert set(conflicts) == expected
    assert len(conflicts) == len(expected), "none stands there twice"
    assert (found.verdicts["all"] == "cannot-hold") == bool(expected)
    for party, held in positions.items():
        own = [list(options(held, issue).values()) for issue in ISSUES]
        can_hold = all(not parts or frozenset.intersection(*parts) for parts in own)
        assert found.alone[party] == ("can-hold" if can_hold else "cannot-hold"), party
    for component in found.components:
        for stated in component.terms:
            for member in (*stated.speaks_for, *stated.shared_by):
                assert str(stated.part.term.location) in options(positions[member], stated.issue.id)


def test_of_members_without_their_bloc_it_counts_once(tmp_path: Path) -> None:
    """What two parties hold through one bloc is one term, by the first of them, though the bloc is not there."""
    read = dossier(
        tmp_path,
        {
            "agenda.yaml": """
                posdiff: 1
                parties: {nepal: {}, chad: {}, eu: {}, ldc: {members: [nepal, chad]}}
                issues: {loss: {title: Loss, kind: choice, options: {yes: Yes, no: No}}}
                """,
            "ldc/2024-01-01.yaml": "date: 2024-01-01\nterms: {loss: yes}\n",
            "eu/2024-01-01.yaml": "date: 2024-01-01\nterms: {loss: no}\n",
        },
    )
    for asked, whose in (
        (("chad", "nepal", "eu"), [{"chad", "eu"}]),
        (("nepal", "chad", "ldc", "eu"), [{"ldc", "eu"}]),
    ):
        positions = {party: position(read, party, 738_900) for party in asked}
        found = analyse_conflicts(read.agenda, positions)
        assert [{stated.party for stated in conflict.terms} for conflict in found.conflicts] == whose
        shared = [stated.shared_by for stated in found.components[0].terms if stated.shared_by]
        assert shared == ([] if "ldc" in asked else [("nepal",)])
    assert found.components[0].terms[0].speaks_for == ("nepal", "chad")
