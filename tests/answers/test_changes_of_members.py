"""What becomes of a member's positions where it joins or leaves a bloc: its own words are never told as a bloc's."""

from __future__ import annotations

from pathlib import Path

import pytest

from answering import asked, to_dict
from posdiff.dossier.reading.load import load
from writing import write

#: North is in the bloc in 2024 alone; it said something of its own on some issues.
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          north: {name: North}
          bloc: {name: Bloc, members: {north: {from: 2024-01-01, until: 2024-12-31}}}
        issues:
          joined: {title: Joined, kind: choice, options: {a: A, b: B}}
          ended: {title: Ended, kind: choice, options: {a: A, b: B}}
          spoke: {title: Spoke, kind: choice, options: {a: A, b: B}}
        """,
    "bloc/2023-01-01.yaml": "date: 2023-01-01\nterms: {joined: a, ended: a, spoke: a}\n",
    "north/2023-06-01.yaml": "date: 2023-06-01\nterms: {ended: {accepts: b, expires: 2024-05-31}}\n",
    "north/2024-06-01.yaml": "date: 2024-06-01\nterms: {spoke: b}\n",
}
#: By the two days, the kind of each change of North.
KINDS = {
    ("2023-12-01", "2024-07-01"): {"joined": "inherited", "ended": "reversed", "spoke": "added"},
    ("2024-07-01", "2025-01-01"): {"joined": "no longer inherited", "ended": "no longer inherited"},
    ("2023-12-01", "2025-01-01"): {"ended": "expired", "spoke": "added"},
}  # fmt: skip


@pytest.mark.parametrize("days", KINDS)
def test_kinds_of_changes(tmp_path: Path, days: tuple[str, str]) -> None:
    write(tmp_path, FILES)
    answer = asked(load(tmp_path / "positions")).changes("north", since=days[0], until=days[1])
    (north,) = to_dict(answer)["parties"]
    assert {change["issue"]: change["kind"] for change in north["changes"]} == KINDS[days]


#: Togo is in two blocs, both in a third. On the last day one of the two speaks beside it, of the same and before it.
DIAMOND = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          g: {name: G77, members: [b, c]}
          b: {name: Bloc, members: [togo]}
          c: {name: Coast, members: [togo]}
          togo: {name: Togo}
        issues:
          fee: {title: Fee, kind: choice, options: {yes: Yes, no: No}}
          fund: {title: Fund, kind: choice, options: {yes: Yes, no: No}}
        """,
    "g/2024-01-10.yaml": "date: 2024-01-10\nterms: {fee: yes, fund: yes}\n",
    "g/2024-02-10.yaml": "date: 2024-02-10\nterms: {fee: no}\n",
    "g/2024-03-10.yaml": "date: 2024-03-10\nreaffirms: [fee]\n",
    "g/2024-04-10.yaml": "date: 2024-04-10\nwithdraws: [fee]\n",
    "g/2024-05-10-z.yaml": "date: 2024-05-10\nterms: {fee: {accepts: no, expires: 2024-05-20}}\n",
    "c/2024-05-10-a.yaml": "date: 2024-05-10\nterms: {fund: no}\n",
}
#: What is told of each statement, by the days.
MOVES = [
    ("2024-01-10", "fee", "added"), ("2024-01-10", "fund", "added"),
    ("2024-02-10", "fee", "reversed"),
    ("2024-03-10", "fee", "reaffirmed"),
    ("2024-04-10", "fee", "withdrawn"),
    ("2024-05-10", "fund", "hardened"), ("2024-05-10", "fee", "added"),
    ("2024-05-21", "fee", "expired"),
]  # fmt: skip


def test_one_move_through_however_many_blocs(tmp_path: Path) -> None:
    write(tmp_path, DIAMOND)
    dossier = asked(load(tmp_path / "positions"))
    (togo,) = to_dict(dossier.history("togo", until="2024-06-01"))["parties"]
    assert [(step["date"], step["issue"], step["kind"]) for step in togo["steps"]] == MOVES
    (togo,) = to_dict(dossier.changes("togo", since="2024-01-01", until="2024-06-01"))["parties"]
    assert [(each["issue"], [step["kind"] for step in each["path"]]) for each in togo["changes"]] == [
        ("fund", ["added", "hardened"]),
    ]  # fmt: skip
