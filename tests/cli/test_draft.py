"""``draft``: which draft is meant, the page, and what fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import called
from writing import write

AGENDA = """
    posdiff: 1
    parties: {north: {name: North, aliases: [n]}, south: {name: South}}
    steps: {truce: Truce, talks: Talks, treaty: {title: Treaty, after: talks}}
    rules:
      - {if: {guard: yes}, then: {fee: {max: 50}}, why: A guard costs.}
    issues:
      fee: {title: Fee, kind: quantity, unit: coin}
      shop: {title: Shop, kind: choice, options: {no: No, later: Later, open: Open}, ordered: true}
      guard: {title: Guard, kind: choice, options: {no: No, yes: Yes}}
      land: {title: Land, kind: set, members: {hill: Hill, port: Port}}
      first: {title: First, kind: sequence}
      second: {title: Second, kind: sequence}
      talk: {title: Talk, kind: text}
    """


def proposed(folder: Path, terms: str, outcomes: str) -> None:
    """Write a dossier in which North has these terms, and somebody proposes these outcomes."""
    head = "date: 2024-01-0{}\n{}sources: {{a: {{title: A}}}}\n{}: {}\n"
    write(folder, {"agenda.yaml": AGENDA, "north/2024-01-01.yaml": head.format(1, "", "terms", terms),
                   "drafts/2024-01-02-deal.yaml": head.format(2, "by: someone\n", "outcomes", outcomes)})  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--fail-on", "red-line"), 1),
        (("--fail-on", "broken"), 1),
        (("--fail-on", "left-open"), 0),
        (("--fail-on", "cannot-be-completed"), 0),
        (("--fail-on", "red-line", "--issue", "shop"), 0),
        (("--fail-on", "never"), 0),
        (("--fail-on", "bad"), 2),
        (("--only", "bad"), 2),
    ],
)
def test_the_gate(tmp_path: Path, arguments: tuple[str, ...], code: int) -> None:
    proposed(tmp_path, "{fee: {max: 10, firmness: red-line}, shop: no}", "{fee: 12, shop: no}")
    assert called("draft", "deal", "north", "--at", "2024-02-01", *arguments, cwd=tmp_path).code == code


def test_the_gate_on_what_cannot_be_completed(tmp_path: Path) -> None:
    proposed(tmp_path, "{fee: {min: 60}}", "{guard: yes}")
    asked = ("draft", "deal", "n", "--at", "2024-02-01")
    assert called(*asked, "--fail-on", "cannot-be-completed", cwd=tmp_path).code == 1
    assert "cannot be completed" in called(*asked, cwd=tmp_path).out


@pytest.mark.parametrize("name", ["2024-01-02-deal", "deal", "de", "2024"])
def test_a_draft_is_found(tmp_path: Path, name: str) -> None:
    proposed(tmp_path, "{fee: {max: 10}}", "{fee: 12}")
    assert called("draft", name, cwd=tmp_path).code == 0


def test_a_draft_that_is_not_there(tmp_path: Path) -> None:
    proposed(tmp_path, "{fee: {max: 10}}", "{fee: 12}")
    run = called("draft", "del", cwd=tmp_path)
    assert (run.code, run.err.splitlines()[0]) == (3, "posdiff: error: no draft `del`")
    assert "deal" in run.err


def test_the_page(tmp_path: Path) -> None:
    proposed(tmp_path, "{fee: {max: 10, firmness: red-line}, shop: no, land: {includes: hill}}", "{fee: 12, shop: no}")
    assert called("draft", "deal", "north", "--at", "2024-02-01", cwd=tmp_path).out == (
        "2024-01-02-deal (2024-01-02) against the positions as of 2024-02-01\n"
        "  Draft of 2024-01-02, proposed by someone; not in itself any party's position.\n"
        "\n"
        "SUMMARY\n"
        "  Party   Broken   Left open   Met   Unassessed   Verdict\n"
        "  North   1        1           1     0            1 red line crossed (Fee); nothing else broken\n"
        "\n"
        "North  1 red line crossed (Fee); nothing else broken\n"
        "\n"
        "✗ BROKEN (1)\n"
        "\n"
        "✗ Fee  fee\n"
        "  the draft   exactly 12 coins\n"
        "  North       RED LINE  at most 10 coins  [said 2024-01-01]\n"
        "\n"
        "◇ LEFT OPEN (1)\n"
        "\n"
        "◇ Land  land\n"
        "  the draft   silent\n"
        "  North       must include: Hill  [said 2024-01-01]\n"
        "  why         left open: the draft is silent on it\n"
        "\n"
        "= MET (1)\n"
        "\n"
        "= Shop  shop\n"
        "  the draft   No\n"
        "  North       No  [said 2024-01-01]\n"
    )


def test_a_filter_takes_nothing_from_the_summary(tmp_path: Path) -> None:
    """Counts and verdict are both on the whole draft, whatever issues are shown."""
    proposed(tmp_path, "{fee: {max: 10, firmness: red-line}, shop: no}", "{fee: 12, shop: no}")
    whole = called("draft", "deal", "north", "--at", "2024-02-01", cwd=tmp_path).out
    narrowed = called("draft", "deal", "north", "--at", "2024-02-01", "--issue", "shop", cwd=tmp_path).out
    row = "  North   1        0           1     0            1 red line crossed (Fee); nothing else broken\n"
    assert row in whole
    assert row in narrowed
    assert "✗ Fee" not in narrowed
