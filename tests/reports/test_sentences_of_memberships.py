"""What an edit means for members of blocs: of the agenda, and of what is said in the name of a bloc."""

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
#: Nepal holds what the LDC hold, Togo on the fee alone.
OF_BLOCS = {
    "agenda.yaml": """\
        posdiff: 1
        parties:
          ldc: {name: LDC, members: [nepal, togo]}
          nepal: {name: Nepal}
          togo: {name: Togo}
          echo: {name: Echo}
        issues:
          x: {title: Fee, kind: choice, options: {one: One, two: Two}}
          y: {title: Fund, kind: choice, options: {one: One, two: Two}}
        """,
    "ldc/2024-01-10.yaml": "date: 2024-01-10\nterms: {x: one, y: one}\n",
    "togo/2024-01-10.yaml": "date: 2024-01-10\nterms: {y: two}\n",
    "echo/2024-01-11.yaml": "date: 2024-01-11\nterms: {x: two}\n",
}
#: By who says something new, and what, the sentences: a member's beside its bloc's only where they differ.
SAID = {
    ("ldc", "terms: {x: two}"): [
        "LDC: reversed on Fee; through it: Nepal and Togo; contradiction with Echo on Fee resolved: now agreement.",
    ],
    ("ldc", "withdraws: all"): [
        "LDC: no longer holds a position on Fee and Fund; through it: Nepal; through it on Fee: Togo; contradiction "
        "with Togo on Fund is gone: one has no position now; contradiction with Echo on Fee is gone: one has no "
        "position now.",
    ],
    ("echo", "terms: {x: one}"): ["Echo: reversed on Fee; contradiction with LDC on Fee resolved: now agreement."],
    ("nepal", "terms: {x: two}"): [
        "Nepal: reversed on Fee; new contradiction with LDC on Fee; contradiction with Echo on Fee resolved: now "
        "agreement.",
    ],
}  # fmt: skip


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


@pytest.fixture(scope="module")
def blocs(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    found = Repository(tmp_path_factory.mktemp("blocs"))
    found.git("init", "--quiet", "--initial-branch=main")
    found.commit(OF_BLOCS, day="2024-02-01T12:00:00+0000")
    return found


@pytest.mark.parametrize("said", SAID)
def test_what_a_bloc_says_is_told_once(said: tuple[str, str], blocs: Repository) -> None:
    party, words = said
    path = f"{party}/2024-03-01.yaml"
    blocs.write({path: f"date: 2024-03-01\n{words}\n"})
    answer = judged(blocs.folder, "main", date(2024, 4, 1), "error")
    blocs.remove(path)
    assert to_dict(answer)["meaning"]["sentences"] == SAID[said]


def sentences() -> list[str]:
    """Every line above."""
    return [HEADING, *TABLE.splitlines(), *(line for told in (*EDITS.values(), *SAID.values()) for line in told)]
