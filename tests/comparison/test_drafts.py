"""A draft against the parties: every result, every verdict, and what no single term shows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

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


def judged(folder: Path, terms: str, outcomes: str) -> dict[str, Any]:
    """North's answer to a draft."""
    head = "date: 2024-01-0{}\n{}sources: {{a: {{title: A}}}}\n{}: {}\n"
    write(folder, {"agenda.yaml": AGENDA, "north/2024-01-01.yaml": head.format(1, "", "terms", terms),
                   "drafts/2024-01-02-deal.yaml": head.format(2, "by: someone\n", "outcomes", outcomes)})  # fmt: skip
    run = called("draft", "deal", "north", "--at", "2024-02-01", "--format", "json", cwd=folder)
    assert run.code == 0, run.err
    (found,) = json.loads(run.out)["parties"]
    answer: dict[str, Any] = found
    return answer


@pytest.mark.parametrize(
    ("term", "outcome", "result", "reason"),
    [
        ("{fee: {max: 10}}", "{fee: 8}", "met", None),
        ("{fee: {max: 10}}", "{fee: {max: 9}}", "met", None),
        ("{fee: {max: 10}}", "{fee: 12}", "broken", None),
        ("{fee: {max: 10}}", "{fee: {max: 12}}", "left-open", "more-than-accepted"),
        ("{fee: {max: 10}}", "{shop: open}", "left-open", "silent"),
        ("{fee: any}", "{shop: open}", "met", None),
        ("{land: {includes: hill}}", "{land: {exactly: all}}", "met", None),
        ("{land: {includes: hill}}", "{land: {excludes: hill}}", "broken", None),
        ("{first: {order: [truce, talks]}}", "{first: {order: [truce, talks, treaty]}}", "met", None),
        ("{first: {order: [truce, talks]}}", "{second: {order: [talks, truce]}}", "broken", None),
        ("{first: {order: [truce, talks]}}", "{first: {order: [truce, treaty]}}", "left-open", "more-than-accepted"),
        ("{fee: {max: 10, vague: true}}", "{fee: 8}", "left-open", "vague"),
        ("{fee: {max: 10, vague: true}}", "{fee: 12}", "broken", None),
        ("{shop: {accepts: no, alternatives: [{accepts: open, if: {guard: yes}}]}}", "{shop: open}", "left-open",
         "condition"),
        ("{shop: {accepts: no, alternatives: [{accepts: open, if: {guard: yes}}]}}", "{shop: open, guard: yes}", "met",
         None),
        ("{shop: {accepts: no, alternatives: [{accepts: open, if: {guard: yes}}]}}", "{shop: open, guard: no}",
         "broken", None),
        ("{shop: {accepts: no, applies_if: {guard: yes}}}", "{shop: open, guard: no}", "met", None),
        ("{shop: {accepts: no, applies_if: {guard: yes}}}", "{shop: open}", "left-open", "condition"),
        ("{talk: words}", "{talk: words}", "unassessed", None),
    ],
)  # fmt: skip
def test_results(tmp_path: Path, term: str, outcome: str, result: str, reason: str | None) -> None:
    (found,) = judged(tmp_path, term, outcome)["terms"]
    assert (found["result"], found["reason"]) == (result, reason)


@pytest.mark.parametrize(
    ("terms", "outcomes", "verdict", "completable"),
    [
        ("{fee: {max: 10, firmness: red-line}, shop: no}", "{fee: 12, shop: open}", "crosses-red-line", False),
        ("{fee: {max: 10, firmness: red-line}, shop: no}", "{fee: 8, shop: open}", "breaks-terms", False),
        ("{fee: {max: 10}, shop: no}", "{fee: 8}", "left-open", True),
        ("{fee: {max: 10}, talk: words}", "{fee: 8}", "all-met", True),
        # A guard only if the shop is open, no open shop: each can still be met, and not both.
        ("{guard: {accepts: no, alternatives: [{accepts: yes, if: {shop: open}}]}, shop: {rejects: open}}",
         "{guard: yes, fee: 1}", "left-open", False),
        # The agenda's rule: a guard means a fee of at most 50, and the party wants at least 60.
        ("{fee: {min: 60}}", "{guard: yes}", "left-open", False),
        # One course of events: the treaty comes after talks, whatever the issue.
        ("{first: {order: [truce, talks]}, second: {order: [treaty, truce]}}", "{fee: 1}", "left-open", False),
    ],
)  # fmt: skip
def test_verdicts(tmp_path: Path, terms: str, outcomes: str, verdict: str, completable: bool) -> None:
    found = judged(tmp_path, terms, outcomes)
    assert (found["verdict"], found["completable"]) == (verdict, completable)


def test_what_the_party_is_silent_on(tmp_path: Path) -> None:
    assert judged(tmp_path, "{fee: {max: 10}}", "{shop: open, fee: 3, land: {exactly: none}}")["silent_on"] == [
        "shop", "land",
    ]  # fmt: skip


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
    judged(tmp_path, "{fee: {max: 10, firmness: red-line}, shop: no}", "{fee: 12, shop: no}")
    assert called("draft", "deal", "north", "--at", "2024-02-01", *arguments, cwd=tmp_path).code == code


def test_the_gate_on_what_cannot_be_completed(tmp_path: Path) -> None:
    judged(tmp_path, "{fee: {min: 60}}", "{guard: yes}")
    asked = ("draft", "deal", "n", "--at", "2024-02-01")
    assert called(*asked, "--fail-on", "cannot-be-completed", cwd=tmp_path).code == 1
    assert "cannot be completed" in called(*asked, cwd=tmp_path).out


@pytest.mark.parametrize("name", ["2024-01-02-deal", "deal", "de", "2024"])
def test_a_draft_is_found(tmp_path: Path, name: str) -> None:
    judged(tmp_path, "{fee: {max: 10}}", "{fee: 12}")
    assert called("draft", name, cwd=tmp_path).code == 0


def test_a_draft_that_is_not_there(tmp_path: Path) -> None:
    judged(tmp_path, "{fee: {max: 10}}", "{fee: 12}")
    run = called("draft", "del", cwd=tmp_path)
    assert (run.code, run.err.splitlines()[0]) == (3, "posdiff: error: no draft `del`")
    assert "deal" in run.err


def test_the_page(tmp_path: Path) -> None:
    judged(tmp_path, "{fee: {max: 10, firmness: red-line}, shop: no, land: {includes: hill}}", "{fee: 12, shop: no}")
    assert called("draft", "deal", "north", "--at", "2024-02-01", cwd=tmp_path).out == (
        "2024-01-02-deal (2024-01-02) against the positions as of 2024-02-01\n"
        "  Draft of 2024-01-02, proposed by someone; not in itself any party's position.\n"
        "\n"
        "SUMMARY\n"
        "  Party   Broken   Left open   Met   Unassessed   Verdict\n"
        "  North   1        1           1     0            1 red line crossed, nothing else broken\n"
        "\n"
        "North  1 red line crossed, nothing else broken\n"
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
    judged(tmp_path, "{fee: {max: 10, firmness: red-line}, shop: no}", "{fee: 12, shop: no}")
    whole = called("draft", "deal", "north", "--at", "2024-02-01", cwd=tmp_path).out
    narrowed = called("draft", "deal", "north", "--at", "2024-02-01", "--issue", "shop", cwd=tmp_path).out
    row = "  North   1        0           1     0            1 red line crossed, nothing else broken\n"
    assert row in whole
    assert row in narrowed
    assert "✗ Fee" not in narrowed
