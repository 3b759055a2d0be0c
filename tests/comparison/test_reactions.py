"""What a party said of a draft beside what the draft does to its terms: where the two do not go together."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdiff.comparison.reactions import AtOdds, at_odds
from writing import dossier

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}}
    issues:
      fee: {title: Fee, kind: quantity, unit: coin}
      shop: {title: Shop, kind: choice, options: {no: No, open: Open}}
      guard: {title: Guard, kind: choice, options: {no: No, yes: Yes}}
    """
DRAFT = "date: 2024-01-02\nby: someone\nsources: {a: {title: A}}\noutcomes: {fee: 8, shop: open}\n"


@pytest.mark.parametrize(
    ("terms", "reaction", "expected"),
    [
        ("{fee: {max: 5, firmness: red-line}}", "{reaction: accepts}", ("crosses-red-line", ("fee",), True)),
        ("{fee: {max: 5}}", "{reaction: accepts}", None),
        ("{fee: {max: 9, firmness: red-line}}", "{reaction: accepts}", None),
        ("{fee: {max: 5, firmness: red-line}}", "{reaction: accepts, issues: [fee]}",
         ("crosses-red-line", ("fee",), False)),
        ("{fee: {max: 5, firmness: red-line}}", "{reaction: accepts, issues: [shop]}", None),
        ("{fee: {max: 5, firmness: red-line}, shop: {accepts: no, firmness: red-line}}", "{reaction: accepts}",
         ("crosses-red-line", ("fee", "shop"), True)),
        ("{fee: {max: 9}, shop: open}", "{reaction: rejects}", ("meets-all", ("fee", "shop"), True)),
        ("{fee: {max: 9}, shop: no}", "{reaction: rejects}", None),
        ("{fee: {max: 9}, guard: yes}", "{reaction: rejects}", None),
        ("{fee: {max: 9}, shop: no}", "{reaction: rejects, issues: [fee]}", ("meets-all", ("fee",), False)),
        ("{fee: {max: 9}}", "{reaction: rejects, issues: [shop]}", None),
        ("{fee: {max: 5, firmness: red-line}}", "{reaction: rejects}", None),
        ("{fee: {max: 9}}", "{reaction: accepts}", None),
        ("{fee: {max: 9}}", "{reaction: reserves}", None),
    ],
)  # fmt: skip
def test_what_does_not_go_together(
    tmp_path: Path, terms: str, reaction: str, expected: tuple[str, tuple[str, ...], bool] | None
) -> None:
    read = dossier(
        tmp_path,
        {
            "agenda.yaml": AGENDA,
            "drafts/2024-01-02-deal.yaml": DRAFT,
            "north/2024-01-01.yaml": f"date: 2024-01-01\nterms: {terms}\n",
            "north/2024-01-03.yaml": f"date: 2024-01-03\nreactions: {{2024-01-02-deal: {reaction}}}\n",
        },
    )
    said = read.statements[1]
    assert said.reactions, read.findings
    found = at_odds(read, read.drafts[0], "north", said, said.reactions["2024-01-02-deal"])
    assert found == (None if expected is None else AtOdds(*expected))  # type: ignore[arg-type]
