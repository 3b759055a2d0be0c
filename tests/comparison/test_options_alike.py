"""Options of a draft that no term tells apart: brackets and terms in, the options by their numbers out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from posdiff.comparison import options_alike
from posdiff.comparison.options_alike import alike
from posdiff.dossier.fold import position
from writing import dossier

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}}
    issues:
      fee: {title: Fee, kind: quantity, unit: coin}
      guard: {title: Guard, kind: choice, options: {no: No, yes: Yes}}
      shop: {title: Shop, kind: choice, options: {no: No, open: Open}}
      name: {title: Name, kind: text}
    """
#: What a draft settles, what two parties say, and the options of each issue that are alike.
ALIKE = [
    ("{fee: {options: [40, 60, 70]}}", "{fee: {max: 50}}", "{fee: {max: 80}}", ["fee 2 3"]),
    ("{fee: {options: [40, 60, 70, 45]}}", "{fee: {max: 50}}", "{guard: no}", ["fee 1 4", "fee 2 3"]),
    ("{fee: {options: [60, 70]}}", "{fee: {max: 50}}", "{fee: {max: 65}}", []),
    ("{fee: {options: [60, 60, 70]}}", "{fee: {max: 50}}", "{guard: no}", ["fee 1 3"]),
    ("{fee: {options: [60, 60]}}", "{fee: {max: 50}}", "{guard: no}", []),
    ("{fee: 60}", "{fee: {max: 50}}", "{guard: no}", []),
    # Nobody speaks of it, only one is preferred, or they are words.
    ("{fee: {options: [60, 70]}}", "{guard: no}", "{shop: no}", []),
    ("{fee: {options: [40, 45]}}", "{fee: {max: 50, prefers: 45}}", "{guard: no}", []),
    ("{fee: {options: [40, 45]}, guard: {options: [no, yes]}}", "{fee: {max: 50}}",
     "{guard: {accepts: [no, yes], prefers: no}}", ["fee 1 2"]),
    ("{name: {options: [A, B]}, fee: {options: [60, 70]}}", "{name: A, fee: {max: 50}}", "{name: B}", ["fee 1 2"]),
    # A condition on another issue, and another bracket.
    ("{fee: {options: [60, 70]}}", "{fee: {max: 50}}", "{guard: {accepts: no, applies_if: {fee: {min: 65}}}}", []),
    ("{fee: {options: [60, 70]}, guard: {options: [no, yes]}}",
     "{fee: {alternatives: [{max: 65, if: {guard: yes}}, {max: 50, if: {guard: no}}]}}", "{shop: no}", []),
    ("{fee: {options: [60, 70]}, guard: {options: [no, yes]}}",
     "{fee: {alternatives: [{max: 55, if: {guard: yes}}, {max: 50, if: {guard: no}}]}}", "{shop: no}",
     ["fee 1 2", "guard 1 2"]),
]  # fmt: skip


def told(folder: Path, outcomes: str, north: str, south: str) -> list[str]:
    read = dossier(
        folder,
        {
            "agenda.yaml": AGENDA,
            "drafts/2024-01-02.yaml": f"date: 2024-01-02\nby: north\noutcomes: {outcomes}\n",
            "north/2024-01-01.yaml": f"date: 2024-01-01\nterms: {north}\n",
            "south/2024-01-01.yaml": f"date: 2024-01-01\nterms: {south}\n",
        },
    )
    assert not [finding for finding in read.findings if finding.severity == "error"], read.findings
    held = [position(read, party, date(2024, 2, 1).toordinal()) for party in ("north", "south")]
    terms = [term for each in held for on_issue in each.terms.values() for term in on_issue.terms]
    (draft,) = read.drafts
    found = alike(read.agenda, draft, terms)
    assert all(
        draft.outcomes[each.issue.id].options[number - 1] is option
        for each in found
        for number, option in each.options.items()
    )
    return [" ".join((each.issue.id, *map(str, each.options))) for each in found]


@pytest.mark.parametrize(("outcomes", "north", "south", "expected"), ALIKE)
def test_which_options_no_term_tells_apart(
    tmp_path: Path, outcomes: str, north: str, south: str, expected: list[str]
) -> None:
    assert told(tmp_path, outcomes, north, south) == expected


def test_where_too_many_choices_hang_together_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of all choices among the brackets that a term depends on counts, those of the issue among them."""
    outcomes, north = ALIKE[-1][0], ALIKE[-1][1]
    for most, expected in ((4, ["fee 1 2", "guard 1 2"]), (3, [])):
        monkeypatch.setattr(options_alike, "MOST_CHOICES", most)
        assert told(tmp_path / str(most), outcomes, north, "{fee: {max: 80}}") == expected
