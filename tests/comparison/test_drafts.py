"""A draft against the parties: every result, every verdict, and what no single term shows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from posdiff.comparison.drafts import HeldAgainst, PartyResult, against
from posdiff.dossier.fold import position
from writing import dossier

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
DAY = date(2024, 2, 1).toordinal()


def judged(folder: Path, terms: str, outcomes: str) -> PartyResult:
    """What a draft does to North."""
    head = "date: 2024-01-0{}\n{}sources: {{a: {{title: A}}}}\n{}: {}\n"
    read = dossier(folder, {
        "agenda.yaml": AGENDA,
        "north/2024-01-01.yaml": head.format(1, "", "terms", terms),
        "drafts/2024-01-02-deal.yaml": head.format(2, "by: someone\n", "outcomes", outcomes),
    })  # fmt: skip
    assert not [finding for finding in read.findings if finding.severity == "error"], read.findings
    (found,) = against(read.agenda, read.drafts[0], {"north": position(read, "north", DAY)})
    return found


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
    (found,) = judged(tmp_path, term, outcome).terms
    assert (found.result, found.reason) == (result, reason)


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
    assert (found.verdict, found.completable) == (verdict, completable)


def test_a_hundred_options_on_several_issues(tmp_path: Path) -> None:
    """Their product is a million settlements, of which a term tells few apart: only these are gone through."""
    options = "{options: [" + ", ".join(f"{{exactly: {number}}}" for number in range(100)) + "]}"
    numbers = "".join(f"  {name}: {{title: {name}, kind: quantity, unit: coin}}\n" for name in ("one", "two", "three"))
    read = dossier(tmp_path, {
        "agenda.yaml": "posdiff: 1\ntitle: T\nparties: {north: {name: North}}\nissues:\n" + numbers,
        "north/2024-01-01.yaml": """
            date: 2024-01-01
            terms: {one: {min: 20, alternatives: [{max: 9, if: {two: {max: 5}, three: {above: 8}}}]}}
            """,
        "drafts/2024-01-02-deal.yaml": "date: 2024-01-02\noutcomes: "
        f"{{one: {options}, two: {options}, three: {options}}}\n",
    })  # fmt: skip
    held_against = HeldAgainst(read.agenda, read.drafts[0])
    north = position(read, "north", DAY)
    (judged_part,) = held_against.party("north", north).terms
    assert judged_part.result == "left-open"
    assert [option.result for option in judged_part.options] == ["left-open"] * 10 + ["broken"] * 10 + ["met"] * 80
    assert len(held_against.settled.boxes(judged_part.part.term)) == 3 * 2 * 2


def test_what_the_party_is_silent_on(tmp_path: Path) -> None:
    found = judged(tmp_path, "{fee: {max: 10}}", "{shop: open, fee: 3, land: {exactly: none}}")
    assert found.silent_on == ("shop", "land")
    assert found.parts_on("fee") == (found.terms[0].part,)
    assert found.parts_on("shop") == ()
