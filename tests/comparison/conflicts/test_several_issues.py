"""Conflicts that no issue shows by itself, and no deadlock: terms and rules in, the conflicts out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from posdiff.comparison.conflicts.several_issues import over_several_issues
from posdiff.dossier.fold import position
from writing import dossier

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}, east: {name: East}}
    steps: {a: A, b: B, c: C}
    issues:
      first: {title: First, kind: sequence}
      last: {title: Last, kind: sequence}
      fee: {title: Fee, kind: quantity, unit: coin}
      shop: {title: Shop, kind: choice, options: {no: No, open: Open}}
    """
OFFERS = "{first: {order: [a, b], alternatives: [{order: [b, c]}]}}"
ALWAYS = "{if: {shop: [no, open]}, then: {fee: {"

#: What parties state, the rules, the conflicts by their terms, and whether these are all.
OVER_SEVERAL: list[tuple[dict[str, str], list[str], list[str], bool]] = [
    # Two orders against each other are a deadlock; what several offers leave is none.
    ({"north": "{first: {order: [a, b]}}", "south": "{last: {order: [b, a]}}", "east": OFFERS}, [], [], True),
    ({"north": OFFERS, "south": "{last: {order: [c, b, a]}}"}, [], ["north first + south last"], True),
    ({"north": OFFERS, "south": "{first: {order: [c, b, a]}}"}, [], [], True),
    ({"north": OFFERS, "south": "{last: {order: [b, a]}}", "east": "{last: {order: [c, b]}}"}, [],
     ["north first + south last + east last"], True),
    # One party's own, over its issues.
    ({"north": "{first: {order: [a, b], alternatives: [{order: [b, c]}]}, last: {order: [c, b, a]}}"}, [],
     ["north first + north last"], True),
    # On a condition, and by rules; the firmest first.
    ({"north": "{fee: {alternatives: [{max: 5, if: {shop: open}}]}}", "south": "{shop: no}"}, [],
     ["north fee + south shop"], True),
    ({"north": "{fee: {max: 5, firmness: flexible}}", "south": "{shop: open}",
      "east": "{fee: {max: 2, firmness: red-line}}"}, ["{if: {shop: open}, then: {fee: {min: 9}}}"],
     ["east fee + south shop", "north fee + south shop"], True),
    # Of two parts of one position the firmer one is told.
    ({"north": "{fee: {max: 5}}", "south": "{fee: {max: 3}}"}, ["{if: {shop: open}, then: {fee: {min: 9}}}"], [], True),
    # Rules that nothing meets: there is nothing to ask.
    ({"north": "{fee: {max: 5}, shop: open}"}, [f"{ALWAYS}min: 9}}}}}}", f"{ALWAYS}max: 3}}}}}}"], [], False),
]  # fmt: skip


@pytest.mark.parametrize(("said", "rules", "expected", "complete"), OVER_SEVERAL)
def test_what_no_issue_shows(
    tmp_path: Path, said: dict[str, str], rules: list[str], expected: list[str], complete: bool
) -> None:
    files = {f"{who}/2024-01-01.yaml": f"date: 2024-01-01\nterms: {terms}\n" for who, terms in said.items()}
    ruled = f"rules: [{', '.join(rules)}]\n" if rules else ""
    read = dossier(tmp_path, {"agenda.yaml": AGENDA + ruled, **files})
    assert not [finding for finding in read.findings if finding.severity == "error"], read.findings
    positions = {party: position(read, party, date(2024, 2, 1).toordinal()) for party in said}
    found, whole = over_several_issues(read.agenda, positions)
    told = [" + ".join(f"{term.party} {term.issue.id}" for term in conflict.terms) for conflict in found]
    assert (told, whole) == (expected, complete)
