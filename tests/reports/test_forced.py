"""What terms force together and no single one says, at the same time included, and why: nothing that is not needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from answering import asked
from posdiff.reports import formats
from writing import dossier

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}, west: {name: West}}
    steps: {truce: Truce, talks: Talks, vote: Vote}
    issues:
      first: {title: First, kind: sequence}
      shop: {title: Shop, kind: choice, options: {no: No, later: Later, open: Open}}
      guard: {title: Guard, kind: choice, options: {no: No, yes: Yes}}
"""
TOGETHER = {
    "north": "{first: {order: [truce, talks], alternatives: [{order: [{together: [truce, talks]}]}]}}",
    "south": "{first: {order: [talks, truce], alternatives: [{order: [{together: [truce, talks]}]}]}}",
    "west": "{first: {order: [truce, vote]}}",
}
#: North leaves no or later, South later or open; what West says is not needed for it.
ONE_LEFT = {
    "north": "{shop: [no, later], guard: no}",
    "south": "{shop: {accepts: [later, open], alternatives: [{accepts: no, if: {guard: yes}}]}}",
    "west": "{shop: [no, later]}",
}


def _forced(folder: Path, terms: dict[str, str]) -> list[tuple[str, list[str]]]:
    """What is forced, in words, and by whose terms."""
    files = {f"{party}/2024-01-01.yaml": f"date: 2024-01-01\nterms: {said}\n" for party, said in terms.items()}
    answer = asked(dossier(folder, {"agenda.yaml": AGENDA, **files})).conflicts(*terms, at="2024-02-01")
    told = formats.to_dict(answer)["forced"]
    return [(one["in_words"], [f"{each['party']} {each['issue']}" for each in one["because"]["terms"]]) for one in told]


@pytest.mark.parametrize(
    ("terms", "forced"),
    [
        (TOGETHER, [("“Truce” and “Talks” at the same time", ["north first", "south first"])]),
        (ONE_LEFT, [("Shop: Later", ["north shop", "north guard", "south shop"])]),
    ],
    ids=["together", "one option"],
)
def test_what_is_forced_and_by_what(tmp_path: Path, terms: dict[str, str], forced: list[tuple[str, list[str]]]) -> None:
    assert _forced(tmp_path, terms) == forced
