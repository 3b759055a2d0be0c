"""How far members stay within their blocs' words: on random small dossiers, against the sentence carried out."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from answering import asked
from posdiff.findings.failure import USAGE, Failure
from writing import dossier

FIRST = date(2024, 1, 1)
LAST = 30


def iso(day: int) -> str:
    """The day of a number."""
    return (FIRST + timedelta(days=day)).isoformat()


@pytest.mark.parametrize("seed", range(60))
def test_any_blocs(tmp_path: Path, seed: int) -> None:
    """Nested and dated blocs whose members speak, withdraw and dissent: every member, issue by issue."""
    draw = random.Random(seed)
    parties = [f"p{number}" for number in range(draw.randint(3, 7))]
    members: dict[str, dict[str, tuple[int, int]]] = {
        bloc: {
            member: (draw.randint(0, 20), draw.randint(20, 40))
            for member in parties[number + 1 :]
            if draw.random() < 0.6
        }
        for number, bloc in enumerate(parties)
    }
    observers = {party for party in parties if draw.random() < 0.1}
    issues = ["one", "two", "three"]
    said: dict[tuple[str, int], dict[str, Any]] = {}
    for party in parties:
        for day in sorted(draw.sample(range(LAST + 10), draw.randint(1, 6))):
            issue, options = draw.choice(issues), draw.sample("abc", draw.randint(1, 2))
            vague: Any = {"accepts": options, "vague": "true"}
            said[party, day] = draw.choice(
                [{"terms": {issue: options}}, {"terms": {issue: vague}}, {"dissents": [issue]}, {"withdraws": [issue]}]
            )
    agenda = {
        "posdiff": 1,
        "parties": {
            bloc: {
                **({"observer": "true"} if bloc in observers else {}),
                **({"members": {one: {"from": iso(a), "until": iso(b)} for one, (a, b) in of.items()}} if of else {}),
            }
            for bloc, of in members.items()
        },
        "issues": {
            id: {"title": id, "kind": "choice", "options": {"a": "A", "b": "B", "c": "C"}} for id in issues
        },
    }  # fmt: skip
    files = {"agenda.yaml": json.dumps(agenda)}
    files |= {f"{party}/{iso(day)}.yaml": json.dumps({"date": iso(day), **body}) for (party, day), body in said.items()}
    read = dossier(tmp_path, files)
    assert not [finding for finding in read.findings if finding.severity == "error"]

    def own(party: str, issue: str) -> frozenset[str] | None:
        held = None
        for day in range(LAST + 1):
            body = said.get((party, day), {})
            if issue in body.get("terms", {}):
                term = body["terms"][issue]
                held = frozenset(term["accepts"] if isinstance(term, dict) else term)
            if issue in body.get("withdraws", []):
                held = None
        return held

    def inside(bloc: str) -> set[str]:
        now = {party for party, (since, until) in members[bloc].items() if since <= LAST <= until}
        return now.union(*map(inside, now))

    if not any(members.values()):
        return
    for found in asked(read).cohesion(at=iso(LAST)).blocs:
        bloc, expected = found.bloc, {}
        assert set(found.members) == inside(bloc) - observers
        speaks = {issue: held for issue in issues if (held := own(bloc, issue)) is not None}
        compared = set()
        for issue, of_bloc in speaks.items():
            for member in inside(bloc) - observers:
                words = own(member, issue)
                dissents = any(issue in said.get((member, day), {}).get("dissents", []) for day in range(LAST + 1))
                if words is None and not dissents:
                    continue
                compared.add((member, issue))
                if words is None:
                    expected[member, issue] = "dissents"
                elif not words & of_bloc:
                    expected[member, issue] = "contradicts"
                elif not words <= of_bloc:
                    expected[member, issue] = "goes-beyond"
        assert {(stray.party, stray.issue): stray.how for stray in found.strays} == expected
        assert set(found.issues) == set(speaks)
        assert set(found.spoken) == {issue for _, issue in compared}
        assert set(found.within) == set(found.spoken) - {issue for _, issue in expected}
        assert found.own == len(compared)


@pytest.mark.parametrize(
    ("parties", "named", "says"),
    [
        (
            "{a: {}}",
            (),
            "no bloc of the agenda has members that are named: write `members: [one, other]` under a party",
        ),
        ("{a: {}, b: {members: [a]}}", ("a",), "a is no bloc whose members are named: known: b"),
        ("{a: {}, b: {members: [a]}, c: {size: 5}}", ("c",), "c is no bloc whose members are named: known: b"),
        (
            "{a: {}, b: {members: [a]}}",
            ("@b",),
            "a is no bloc whose members are named: `@b` stands for the members: write b for the bloc itself",
        ),
        (
            "{a: {}, b: {members: [a]}}",
            ("all",),
            "a is no bloc whose members are named: without a name they are all blocs",
        ),
    ],
)
def test_who_is_no_bloc(tmp_path: Path, parties: str, named: tuple[str, ...], says: str) -> None:
    read = dossier(tmp_path, {"agenda.yaml": f"posdiff: 1\nparties: {parties}\nissues: {{}}\n"})
    with pytest.raises(Failure) as refused:
        asked(read).cohesion(*named)
    assert says in str(refused.value)
    assert refused.value.code == USAGE
