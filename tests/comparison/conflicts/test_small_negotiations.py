"""What posdiff says of a few small negotiations: conflicts, who gives what, what follows, and why, step by step."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

from posdiff.comparison.conflicts import cells, questions
from posdiff.comparison.conflicts.analysis import ConflictAnalysis, analyse_conflicts
from posdiff.comparison.conflicts.conflict import Conflict
from posdiff.comparison.conflicts.consequences import Reasons
from posdiff.comparison.conflicts.constraints import Stated
from posdiff.comparison.conflicts.explanation import explained
from posdiff.comparison.conflicts.several_issues import over_several_issues
from posdiff.comparison.conflicts.tables import RefusalTable
from posdiff.dossier.agenda import Agenda, Rule
from posdiff.dossier.fold import position
from posdiff.dossier.position import Position
from posdiff.dossier.region import Box, Settlements
from posdiff.dossier.statement import Outcome
from posdiff.findings.failure import Failure
from writing import dossier

AGENDA = """
    posdiff: 1
    parties: {ada: {name: Ada}, bob: {name: Bob}, cyd: {name: Cyd}}
    steps: {a: A, b: B, c: C}
    issues:
      pay: {title: Pay, kind: quantity, unit: percent}
      site: {title: Site, kind: choice, options: {open: Open, shut: Shut, sold: Sold}}
      jobs: {title: Jobs, kind: choice, options: {kept: Kept, cut: Cut}}
      name: {title: Name, kind: text}
      land: {title: Land, kind: set, members: {hill: Hill, port: Port, bay: Bay}}
      order: {title: Order, kind: sequence}
      later: {title: What comes later, kind: sequence}
    """
SOLD = "rules: [{if: {site: sold}, then: {jobs: cut}}]"


class Negotiation(NamedTuple):
    """The terms of each party, a rule of the agenda, the outcomes of a draft; and what is said of them, a line each."""

    terms: Mapping[str, str]
    rules: str
    draft: str
    told: str


NEGOTIATIONS = {
    "over three issues, by a rule": Negotiation(
        {
            "ada": "{pay: {min: 4, firmness: red-line}, jobs: {accepts: kept, firmness: firm}}",
            "bob": "{pay: {alternatives: [{max: 2}, {max: 5, if: {site: sold}}], firmness: firm}}",
            "cyd": "{site: {accepts: [open, sold], firmness: flexible}}",
        }, SOLD, "", """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
conflict ada pay + bob pay + ada jobs + the rule
  0 ada pay states pay at least 4 percent
  1 bob pay leaves pay at most 5 percent and site Sold since 0, left pay at least 4 percent and at most 5 percent
  2 the rule leaves jobs Cut since 1
  3 ada jobs closes jobs Kept since 2, clash on jobs
component pay, jobs: without ada pay or bob pay or ada jobs
trade-off ((0, 0, 0), (0, 1, 0), (0, 0, 0)) bob pay x1
trade-off ((0, 1, 0), (0, 0, 0), (0, 0, 0)) ada jobs x1
over several issues: ada pay + bob pay + ada jobs + the rule
silent: ada site
silent: bob site
silent: bob jobs
silent: cyd pay
silent: cyd jobs
"""),
    "on one issue, and on another": Negotiation(
        {
            "ada": "{pay: {min: 4, firmness: red-line}, jobs: {accepts: kept, firmness: flexible}}",
            "bob": "{pay: {max: 3}, jobs: cut}",
            "cyd": "{pay: {min: 2, max: 6, firmness: flexible}, name: Good}",
        }, "", "", """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
conflict ada pay + bob pay
  0 ada pay states pay at least 4 percent
  1 bob pay closes pay at most 3 percent since 0, clash on pay
conflict ada jobs + bob jobs
  0 ada jobs states jobs Kept
  1 bob jobs closes jobs Cut since 0, clash on jobs
component pay: without ada pay or bob pay
  below 2 percent: ada pay+cyd pay
  *at least 2 percent and at most 3 percent: ada pay
  above 3 percent and below 4 percent: ada pay+bob pay
  *at least 4 percent and at most 6 percent: bob pay
  above 6 percent: bob pay+cyd pay
component jobs: without ada jobs or bob jobs
  *Kept: bob jobs
  *Cut: ada jobs
trade-off ((0, 0, 0), (0, 2, 0), (0, 0, 0)) bob pay+bob jobs x1
trade-off ((0, 0, 1), (0, 1, 0), (0, 0, 0)) bob pay+ada jobs x1
trade-off ((1, 0, 1), (0, 0, 0), (0, 0, 0)) ada pay+ada jobs x1
not assessed: cyd name text
silent: ada name
silent: bob name
silent: cyd jobs
"""),
    "what follows": Negotiation(
        {
            "ada": "{site: {accepts: [open, sold], firmness: red-line}}",
            "bob": "{pay: {alternatives: [{max: 2}, {max: 5, if: {site: sold}}]}}",
            "cyd": "{jobs: kept, pay: {min: 1, applies_if: {jobs: cut}}}",
        }, SOLD, "", """
all: can-hold
firm: can-hold
red_line: can-hold
forced at all: pay by bob pay, cyd jobs, the rule
forced at all: site by ada site, cyd jobs, the rule
excluded at all: bob pay by cyd jobs, the rule
excluded at all: cyd pay (never binds) by cyd jobs
silent: ada pay
silent: ada jobs
silent: bob site
silent: bob jobs
silent: cyd site
"""),
    "with a draft": Negotiation(
        {
            "ada": "{pay: {min: 4}, site: {accepts: open, vague: true}}",
            "bob": "{jobs: {accepts: cut, firmness: flexible}}",
        }, SOLD, "{pay: {max: 3}, site: sold}", """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
ada alone: cannot-hold
conflict ada pay + the draft
  0 the draft states pay at most 3 percent
  1 ada pay closes pay at least 4 percent since 0, clash on pay
conflict ada site + the draft
  0 the draft states site Sold
  1 ada site closes site Open since 0, clash on site
component pay: without ada pay
  *at most 3 percent: ada pay
component site: without ada site
trade-off ((0, 2, 0), (0, 0, 0), (0, 0, 0)) ada pay+ada site x1
forced at red_line: jobs by the rule, the draft
not assessed: ada site vague
silent: ada jobs
silent: bob pay
silent: bob site
silent: cyd pay
silent: cyd site
silent: cyd jobs
"""),
    "a party against itself": Negotiation(
        {
            "ada": "{pay: {min: 4}, site: open, jobs: {alternatives: [{accepts: cut, if: {site: shut}}]}}",
            "bob": "{pay: {alternatives: [{max: 3}, {max: 9, if: {jobs: cut}}]}}",
        }, "", "", """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
ada alone: cannot-hold
conflict ada site + ada jobs
  0 ada site states site Open
  1 ada jobs closes jobs Cut and site Shut since 0, clash on site
component site, jobs: without ada site or ada jobs
trade-off ((0, 1, 0), (0, 0, 0), (0, 0, 0)) ada site x2
over several issues: ada site + ada jobs
silent: bob site
silent: bob jobs
silent: cyd pay
silent: cyd site
silent: cyd jobs
"""),
    "cases, one after the other": Negotiation(
        {
            "ada": "{site: {alternatives: [{accepts: open, if: {jobs: kept}}, {accepts: shut, if: {jobs: cut}}]}}",
            "bob": "{site: {alternatives: [{accepts: shut, if: {jobs: kept}}, {accepts: open, if: {jobs: cut}}]}}",
        }, "", "", """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
conflict ada site + bob site
  0 ada site case site Open and jobs Kept in case 1
  1 bob site closes  since 0 in case 1
  2 ada site case site Shut and jobs Cut in case 1
  3 bob site closes  since 2 in case 1
component site: without ada site or bob site
trade-off ((0, 0, 0), (0, 1, 0), (0, 0, 0)) bob site x1
trade-off ((0, 1, 0), (0, 0, 0), (0, 0, 0)) ada site x1
silent: ada jobs
silent: bob jobs
silent: cyd site
silent: cyd jobs
"""),
    "who gives what": Negotiation(
        {
            "ada": "{pay: {min: 4, firmness: red-line}, site: {accepts: open, firmness: flexible}}",
            "bob": "{pay: {max: 3, firmness: flexible}, site: shut}",
            "cyd": "{pay: {max: 2}, site: {accepts: sold, firmness: red-line}, jobs: kept}",
        }, SOLD, "", """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
cyd alone: cannot-hold
conflict ada pay + cyd pay
  0 ada pay states pay at least 4 percent
  1 cyd pay closes pay at most 2 percent since 0, clash on pay
conflict bob site + cyd site
  0 bob site states site Shut
  1 cyd site closes site Sold since 0, clash on site
conflict cyd site + cyd jobs + the rule
  0 cyd site states site Sold
  1 the rule leaves jobs Cut since 0
  2 cyd jobs closes jobs Kept since 1, clash on jobs
conflict ada pay + bob pay
  0 ada pay states pay at least 4 percent
  1 bob pay closes pay at most 3 percent since 0, clash on pay
conflict ada site + cyd site
  0 ada site states site Open
  1 cyd site closes site Sold since 0, clash on site
conflict ada site + bob site
  0 ada site states site Open
  1 bob site closes site Shut since 0, clash on site
component pay: without ada pay or bob pay+cyd pay
  *at most 2 percent: ada pay
  above 2 percent and at most 3 percent: ada pay+cyd pay
  above 3 percent and below 4 percent: ada pay+cyd pay+bob pay
  *at least 4 percent: cyd pay+bob pay
component site, jobs: without ada site+cyd site or bob site+cyd site or ada site+bob site+cyd jobs
trade-off ((0, 0, 0), (0, 1, 1), (1, 1, 0)) bob pay+cyd pay+bob site+cyd site x1
trade-off ((0, 0, 1), (0, 0, 1), (1, 1, 0)) bob pay+cyd pay+ada site+cyd site x1
trade-off ((0, 0, 1), (0, 1, 1), (0, 2, 0)) bob pay+cyd pay+ada site+bob site+cyd jobs x1
trade-off ((1, 0, 0), (0, 1, 0), (1, 0, 0)) ada pay+bob site+cyd site x1
trade-off ((1, 0, 1), (0, 0, 0), (1, 0, 0)) ada pay+ada site+cyd site x1
trade-off ((1, 0, 1), (0, 1, 0), (0, 1, 0)) ada pay+ada site+bob site+cyd jobs x1
forced at red_line: jobs by cyd site, the rule
over several issues: cyd site + cyd jobs + the rule
silent: ada jobs
silent: bob jobs
"""),
    "a draft that leaves the last outcomes": Negotiation(
        {"ada": "{pay: {max: 4}}", "bob": "{pay: {max: 6, firmness: flexible}}", "cyd": "{pay: {min: 7}}"}, "",
        "{pay: {min: 5}}", """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
ada alone: cannot-hold
conflict ada pay + the draft
  0 the draft states pay at least 5 percent
  1 ada pay closes pay at most 4 percent since 0, clash on pay
conflict bob pay + cyd pay
  0 bob pay states pay at most 6 percent
  1 cyd pay closes pay at least 7 percent since 0, clash on pay
component pay: without ada pay+bob pay or ada pay+cyd pay
  *at least 5 percent and at most 6 percent: ada pay+cyd pay
  above 6 percent and below 7 percent: ada pay+cyd pay+bob pay
  *at least 7 percent: ada pay+bob pay
trade-off ((0, 1, 0), (0, 0, 0), (0, 1, 0)) ada pay+cyd pay x1
trade-off ((0, 1, 0), (0, 0, 1), (0, 0, 0)) ada pay+bob pay x1
"""),
    "on a set and on steps": Negotiation(
        {
            "ada": "{land: {includes: [hill, port]}, order: {order: [a, b], alternatives: [{order: [a, c]}]}}",
            "bob": "{land: {excludes: hill}, order: {order: [b, a]}}",
            "cyd": "{land: {excludes: bay, firmness: flexible}, order: {order: [c, a], firmness: red-line}}",
        }, "", "", """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
conflict ada order + bob order + cyd order
  0 bob order states (course) “B” before “A”
  1 ada order leaves (course) “A” before “C” since 0, left (course) first “B”; then “A”; then “C”
  2 cyd order closes (course) “C” before “A” since 0, 1, clash on (course)
conflict ada land + bob land
  0 ada land states land must include: Hill and Port
  1 bob land closes land must not include: Hill since 0, clash on land
component land: without ada land or bob land
  *must not include: Hill and Bay: ada land
  *only: Hill and Port: bob land
  and others
component order: without ada order or bob order or cyd order
  *first “B”; then “A”; then “C”: cyd order
  *“B” and “C” before “A”: ada order
  *first “C”; then “A”; then “B”: bob order
  and others
trade-off ((0, 0, 0), (0, 1, 0), (1, 0, 0)) bob land+cyd order x1
trade-off ((0, 0, 0), (0, 2, 0), (0, 0, 0)) bob land+bob order x1
trade-off ((0, 1, 0), (0, 0, 0), (1, 0, 0)) ada land+cyd order x1
trade-off ((0, 1, 0), (0, 1, 0), (0, 0, 0)) bob land+ada order x2
trade-off ((0, 2, 0), (0, 0, 0), (0, 0, 0)) ada land+ada order x1
"""),
    "conditions that never come about": Negotiation(
        {
            "ada": "{pay: {max: 2, alternatives: [{max: 5, if: {order: {order: [a, b]}, later: {order: [b, a]}}}]}}",
            "bob": "{pay: {min: 1, applies_if: {order: {order: [a, b]}, later: {order: [b, c, a]}}}}",
        }, "", "", """
all: can-hold
firm: can-hold
red_line: can-hold
excluded at all: ada pay by nothing
excluded at all: bob pay (never binds) by nothing
silent: ada order
silent: ada later
silent: bob order
silent: bob later
silent: cyd pay
silent: cyd order
silent: cyd later
"""),
    "no way is left": Negotiation(
        {
            "ada": "{pay: {alternatives: [{max: 2, if: {site: open}}, {min: 7, if: {site: shut}}]}}",
            "bob": "{pay: {min: 3, max: 6}}",
        }, "", "", """
all: cannot-hold
firm: cannot-hold
red_line: can-hold
conflict ada pay + bob pay
  0 bob pay states pay at least 3 percent and at most 6 percent
  1 ada pay closes  since 0
component pay: without ada pay or bob pay
trade-off ((0, 0, 0), (0, 1, 0), (0, 0, 0)) bob pay x1
trade-off ((0, 1, 0), (0, 0, 0), (0, 0, 0)) ada pay x1
silent: ada site
silent: bob site
silent: cyd pay
silent: cyd site
"""),
}  # fmt: skip


def read(folder: Path, negotiation: Negotiation) -> tuple[Agenda, dict[str, Position], ConflictAnalysis]:
    files = {"agenda.yaml": f"{AGENDA}{negotiation.rules}\n"}
    for party, terms in negotiation.terms.items():
        files[f"{party}/2024-01-01.yaml"] = f"date: 2024-01-01\nterms: {terms}\n"
    if negotiation.draft:
        files["drafts/2024-01-02-deal.yaml"] = f"date: 2024-01-02\nby: [ada]\noutcomes: {negotiation.draft}\n"
    known = dossier(folder, files)
    assert not [finding for finding in known.findings if finding.severity == "error"], known.findings
    held = {party: position(known, party, date(2024, 2, 1).toordinal()) for party in known.agenda.parties}
    draft = known.drafts[0] if known.drafts else None
    return known.agenda, held, analyse_conflicts(known.agenda, held, draft)


def named(source: Stated | Rule | Outcome) -> str:
    if isinstance(source, Stated):
        return f"{source.party} {source.issue.id}"
    return "the rule" if isinstance(source, Rule) else "the draft"


def conflict(of: Conflict) -> str:
    sources: tuple[Stated | Rule | Outcome, ...] = (*of.terms, *of.rules, *of.outcomes)
    return " + ".join(map(named, sources))


def because(reasons: Reasons) -> str:
    sources: tuple[Stated | Rule | Outcome, ...] = (*reasons.terms, *reasons.rules, *reasons.outcomes)
    return ", ".join(map(named, sources))


def box(agenda: Agenda, of: Box) -> str:
    settlements = Settlements(agenda.issues)
    return " and ".join(f"{side} {settlements.space(side).in_words(piece)}" for side, piece in of.items())


def rows(table: RefusalTable) -> list[str]:
    """The rows of a refusal table, with an asterisk where no other asks for less."""
    return [
        f"  {'*' * row.minimal}{table.issue.space.union_words(row.outcomes)}: {'+'.join(map(named, row.refused_by))}"
        for row in table.rows
    ] + ["  and others"] * (not table.complete)


def told(agenda: Agenda, held: Mapping[str, Position], found: ConflictAnalysis) -> list[str]:
    lines = [f"{level}: {verdict}" for level, verdict in found.verdicts.items()]
    lines += [f"{party} alone: {verdict}" for party, verdict in found.alone.items() if verdict != "can-hold"]
    for each in found.conflicts:
        lines.append(f"conflict {conflict(each)}")
        for number, step in enumerate(explained(each, Settlements(agenda.issues)).steps):
            since = f" since {', '.join(map(str, step.since))}" if step.since else ""
            left = f", left {box(agenda, step.left)}" if step.left else ""
            clash = f", clash on {step.clash.side}" if step.clash else ""
            case = f" in case {step.depth}" if step.depth else ""
            lines.append(
                f"  {number} {named(step.source)} {step.move} {box(agenda, step.fixes)}{since}{case}{left}{clash}"
            )
    for component in found.components:
        gone = " or ".join("+".join(map(named, terms)) for terms in component.concessions)
        lines.append(f"component {', '.join(component.issues)}: without {gone or '?'}")
        lines += rows(component.table) if component.table else []
    for tradeoff in found.pareto_front.tradeoffs:
        lines.append(f"trade-off {tradeoff.gives} {'+'.join(map(named, tradeoff.example))} x{tradeoff.variants}")
    for of in found.forced:
        lines.append(f"forced at {of.level}: {of.side} by {because(of.because)}")
    for ruled in found.excluded_conditions:
        whole = " (never binds)" * ruled.demand
        lines.append(
            f"excluded at {ruled.level}: {named(ruled.stated)}{whole} by {because(ruled.because) or 'nothing'}"
        )
    lines += ["forced: not all"] * (not found.forced_complete) + ["excluded: not all"] * (not found.excluded_complete)
    over, complete = over_several_issues(agenda, held)
    lines += [f"over several issues: {conflict(each)}" for each in over] + ["not all"] * (not complete)
    lines += [f"not assessed: {named(each.stated)} {each.why}" for each in found.unassessed]
    lines += [f"silent: {party} {issue}" for party, issue in found.silent]
    return lines


@pytest.mark.parametrize("name", NEGOTIATIONS)
@pytest.mark.parametrize("bound", [None, (cells, "_MOST_GROUPS"), (questions, "MOST_CELLS")])
def test_what_is_said_of_a_small_negotiation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, bound: tuple[ModuleType, str] | None
) -> None:
    """The same by joint cells that refusals are read off, by those that are asked, and by the search."""
    if bound:
        monkeypatch.setattr(*bound, 0)
    negotiation = NEGOTIATIONS[name]
    assert told(*read(tmp_path, negotiation)) == [line for line in negotiation.told.split("\n") if line]


EVERY = "{if: {site: [open, shut, sold]}, then: {jobs: "
#: Rules, a draft, and why there is nothing to ask.
NOTHING_LEFT = [
    (f"rules: [{EVERY}cut}}}}, {EVERY}kept}}}}]", "",
     "no settlement meets all rules of the agenda (agenda.yaml:12, agenda.yaml:12)"),
    (SOLD, "{site: sold, jobs: kept, pay: {max: 3}}",
     "the draft 2024-01-02-deal leaves no settlement: what it says on site, jobs cannot hold together with the rules "
     "of the agenda (agenda.yaml:12)"),
]  # fmt: skip


@pytest.mark.parametrize(("rules", "draft", "why"), NOTHING_LEFT)
def test_where_no_settlement_is_left(tmp_path: Path, rules: str, draft: str, why: str) -> None:
    with pytest.raises(Failure) as caught:
        read(tmp_path, Negotiation({"ada": "{pay: {min: 4}, site: open}"}, rules, draft, ""))
    assert caught.value.message == why
