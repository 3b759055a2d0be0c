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
