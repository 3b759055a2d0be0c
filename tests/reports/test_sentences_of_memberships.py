"""What an edit of the agenda means for members of blocs, whose statements nobody touched."""

from __future__ import annotations

from datetime import date

import pytest

from answering import judged, to_dict
from posdiff.reports import formats
from repositories import Repository

AGENDA = """\
posdiff: 1
parties:
  a: {name: Alpha, members: [p]}
  p: {name: Papua}
  m: {name: Mali}
  g: {name: Gamma, members: [a]}
  e: {name: Echo}
issues:
  x: {title: Fee, kind: choice, options: {one: One, two: Two}}
  y: {title: Fund, kind: choice, options: {one: One, two: Two}}
"""
BASE = {
    "agenda.yaml": AGENDA,
    "a/2024-01-10.yaml": "date: 2024-01-10\nterms: {x: one}\n",
    "e/2024-01-11.yaml": "date: 2024-01-11\nterms: {x: two}\n",
    "g/2024-01-12.yaml": "date: 2024-01-12\nterms: {y: one}\n",
}
#: What an edit puts into the agenda in the place of what, and what that means.
EDITS = {
    ("[p]", "[p, m]"): [
        "Mali: by the agenda: inherits a position on Fee and Fund through Alpha; new contradiction with Echo on Fee.",
    ],
    ("members: [p]", "size: 4"): [
        "Papua: by the agenda: no longer inherits a position on Fee and Fund through Alpha; contradiction with Echo on "
        "Fee is gone: one has no position now.",
    ],
    ("members: [p]", "members: {p: {until: 2024-03-31}}"): [
        "Papua: by the agenda: no longer inherits a position on Fee and Fund through Alpha; contradiction with Echo on "
        "Fee is gone: one has no position now.",
    ],
    ("members: [p]", "members: {p: {until: 2024-04-01}}"): ["No position changed."],
    ("[a]", "[p]"): [
        "Alpha: by the agenda: no longer inherits a position on Fund through Gamma.",
        "Papua: by the agenda: inherits a position on Fund through Gamma, no longer inherits a position on Fund "
        "through Alpha.",
    ],
    ("[a]", "[m]"): [
        "Alpha: by the agenda: no longer inherits a position on Fund through Gamma.",
        "Papua: by the agenda: no longer inherits a position on Fund through Alpha.",
        "Mali: by the agenda: inherits a position on Fund through Gamma.",
    ],
    ("name: Mali", "name: The Republic of Mali"): ["No position changed."],
}  # fmt: skip
#: The table of the first edit.
TABLE = """\
MEMBERS OF BLOCS (2)  by the agenda, which says otherwise who is in which bloc

⊕ Fee  x
  party       Mali
  kind        inherited
  after       through Alpha: One  [said 2024-01-10]

⊕ Fund  y
  party       Mali
  kind        inherited
  after       through Alpha, from Gamma: One  [said 2024-01-12]
"""
HEADING = "Members of blocs (2)"


@pytest.fixture(scope="module")
def repo(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    found = Repository(tmp_path_factory.mktemp("memberships"))
    found.git("init", "--quiet", "--initial-branch=main")
    found.commit(BASE, day="2024-02-01T12:00:00+0000")
    return found


@pytest.mark.parametrize("edit", EDITS)
def test_who_is_in_which_bloc(edit: tuple[str, str], repo: Repository) -> None:
    repo.write({"agenda.yaml": AGENDA.replace(*edit)})
    answer = judged(repo.folder, "main", date(2024, 4, 1), "error")
    assert to_dict(answer)["meaning"]["sentences"] == EDITS[edit]


def test_the_table_of_members(repo: Repository) -> None:
    repo.write({"agenda.yaml": AGENDA.replace("[p]", "[p, m]")})
    answer = judged(repo.folder, "main", date(2024, 4, 1), "error")
    assert TABLE in formats.write(answer, "text")
    assert f"### {HEADING}\n" in formats.write(answer, "markdown")
    changes = to_dict(answer)["meaning"]["changes"]
    assert [(each["party"], each["issue"], each["kind"], each["cause"], each["statements"]) for each in changes] == [
        ("m", "x", "inherited", "agenda-changed", []), ("m", "y", "inherited", "agenda-changed", []),
    ]  # fmt: skip


def sentences() -> list[str]:
    """Every line above."""
    return [HEADING, *TABLE.splitlines(), *(line for told in EDITS.values() for line in told)]
