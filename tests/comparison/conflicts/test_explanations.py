"""Why terms cannot all hold: a negotiation in, the steps out, with what clashes; and where they are cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_small_negotiations import NEGOTIATIONS, Negotiation, box, named, read

from posdiff.comparison.conflicts import explanation
from posdiff.comparison.conflicts.explanation import Explanation, explained
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.region import Settlements

EXPLAINED = {
    "on the second side of the last one": (
        Negotiation(
            {"ada": "{pay: {alternatives: [{min: 3, if: {jobs: cut}}], firmness: red-line}}",
             "bob": "{pay: {alternatives: [{max: 5, if: {site: sold}}]}}"},
            "rules: [{if: {jobs: cut}, then: {site: open}}]", "", ""),
        ["0 ada pay states pay at least 3 percent and jobs Cut",
         "1 the rule leaves site Open since 0",
         "2 bob pay closes pay at most 5 percent and site Sold since 1, clash on site: Open; Open, Sold"]),
    "of what several left": (
        Negotiation(
            {"ada": "{land: {includes: [hill, port]}}", "bob": "{land: {excludes: bay, includes: hill}}",
             "cyd": "{land: {alternatives: [{includes: bay, if: {site: open}}, {excludes: port, if: {site: shut}}]}}"},
            "", "", ""),
        ["0 ada land states land must include: Hill and Port",
         "1 cyd land leaves land must include: Bay and site Open since 0, left land Hill, Port and Bay",
         "2 bob land closes land must include: Hill; must not include: Bay since 0, 1, clash on land: Hill, Port and "
         "Bay; must include: Hill and Port, must include: Bay, must include: Hill; must not include: Bay"]),
    "in cases within cases": (
        Negotiation(
            {"ada": "{pay: {max: 3, applies_if: {site: open, jobs: kept}}, "
                    "site: {accepts: [shut, sold], applies_if: {jobs: cut, pay: {max: 3}}}, "
                    "jobs: {accepts: kept, applies_if: {site: [shut, sold], pay: {above: 3}}}}",
             "bob": "{pay: {above: 3, applies_if: {site: open, jobs: kept}}, "
                    "site: {accepts: open, applies_if: {jobs: kept, pay: {above: 3}}}, "
                    "jobs: {accepts: kept, applies_if: {site: [shut, sold], pay: {max: 3}}}}",
             "cyd": "{pay: {max: 3, applies_if: {site: open, jobs: cut}}, "
                    "site: {accepts: open, applies_if: {jobs: kept, pay: {max: 3}}}}"}, "", "", ""),
        ["  0 ada pay case pay at most 3 percent",
         "    1 bob pay case site Shut or Sold since 0",
         "    2 bob site leaves pay at most 3 percent since 0, 1",
         "    3 cyd site leaves pay at most 3 percent and jobs Cut since 0, 1, 2",
         "    4 bob jobs closes  since 0, 1, 2, 3",
         "    5 bob pay case site Open and jobs Cut since 0",
         "    6 ada site closes  since 0, 5",
         "  7 ada pay case site Shut or Sold",
         "    8 bob pay case pay above 3 percent since 7",
         "    9 cyd pay leaves site Shut or Sold since 7, 8",
         "    10 bob site leaves pay above 3 percent and jobs Cut since 7, 8, 9",
         "    11 ada jobs closes  since 7, 8, 9, 10",
         "    12 bob pay case site Shut or Sold since 7",
         "      13 cyd pay case pay at most 3 percent since 7, 12",
         "      14 bob site leaves pay at most 3 percent since 7, 12, 13",
         "      15 cyd site leaves pay at most 3 percent and jobs Cut since 7, 12, 13, 14",
         "      16 bob jobs closes  since 7, 12, 13, 14, 15",
         "      17 cyd pay case site Shut or Sold since 7, 12",
         "        18 bob site case pay at most 3 percent since 7, 12, 17",
         "        19 cyd site leaves pay at most 3 percent and jobs Cut since 7, 12, 17, 18",
         "        20 bob jobs closes  since 7, 12, 17, 18, 19",
         "        21 bob site case pay above 3 percent and jobs Cut since 7, 12, 17",
         "        22 ada jobs closes  since 7, 12, 17, 21",
         "  23 ada pay case site Open and jobs Cut",
         "  24 cyd pay leaves pay at most 3 percent since 23",
         "  25 ada site closes  since 23, 24"]),
}  # fmt: skip


def told(agenda: Agenda, found: Explanation) -> list[str]:
    settlements = Settlements(agenda.issues)
    lines = []
    for number, step in enumerate(found.steps):
        line = f"{'  ' * step.depth}{number} {named(step.source)} {step.move} {box(agenda, step.fixes)}"
        line += f" since {', '.join(map(str, step.since))}" * bool(step.since)
        line += f", left {box(agenda, step.left)}" * bool(step.left)
        if step.clash:
            space = settlements.space(step.clash.side)
            held, *pieces = map(space.in_words, (step.clash.held, *step.clash.pieces))
            line += f", clash on {step.clash.side}: {held}; {', '.join(pieces)}"
        lines.append(line)
    return lines


@pytest.mark.parametrize("name", EXPLAINED)
def test_why_terms_cannot_all_hold(tmp_path: Path, name: str) -> None:
    negotiation, expected = EXPLAINED[name]
    agenda, _, found = read(tmp_path, negotiation)
    (conflict,) = found.conflicts
    assert told(agenda, explained(conflict, Settlements(agenda.issues))) == expected


@pytest.mark.parametrize("name", ["over three issues, by a rule", "cases, one after the other"])
def test_as_many_steps_as_are_told_are_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Four steps are all there are; of fewer it is said that others follow."""
    agenda, _, found = read(tmp_path, NEGOTIATIONS[name])
    (conflict,), settlements = found.conflicts, Settlements(agenda.issues)
    whole = explained(conflict, settlements)
    assert (len(whole.steps), whole.complete) == (4, True)
    for most in range(1, 6):
        monkeypatch.setattr(explanation, "_MOST_STEPS", most)
        assert explained(conflict, settlements) == Explanation(whole.steps[:most], most >= 4)
