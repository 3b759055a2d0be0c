"""The rows of a paper of two drafts, as somebody would write them: which there are, how far each is, and on what."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from posdiff.comparison.drafts import against
from posdiff.comparison.four_columns import PaperRow, paper_rows
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.fold import position
from writing import dossier

AGENDA = """
    posdiff: 1
    parties: {ada: {name: Ada}, bob: {name: Bob}}
    steps: {a: A, b: B, c: C}
    issues:
      pay: {title: Pay, kind: quantity, unit: percent}
      site: {title: Site, kind: choice, options: {open: Open, shut: Shut, sold: Sold}}
      jobs: {title: Jobs, kind: choice, options: {kept: Kept, cut: Cut}}
      name: {title: Name, kind: text}
      order: {title: Order, kind: sequence}
      later: {title: What comes later, kind: sequence}
    """
RULE = "rules: [{if: {site: sold}, then: {jobs: cut}}]"
#: What both say where a row is about something else.
BOTH = {"ada": "{pay: {min: 3}}", "bob": "{pay: {max: 6}}"}


class Paper(NamedTuple):
    """The terms of each party, two drafts, rules of the agenda; and the rows, a line each."""

    terms: dict[str, str]
    before: str
    after: str
    rows: list[str]
    rules: str = ""


def clauses(*each: str) -> str:
    return f"clauses: [{', '.join(f'{{{one}}}' for one in each)}]"


PAPERS = {
    "the same in both texts, though one party's term is broken": Paper(
        BOTH, "outcomes: {pay: {exactly: 9}}", "outcomes: {pay: {exactly: 9}}", ["pay: agreed"]),
    "the same in both texts, and all is met": Paper(
        BOTH, "outcomes: {pay: {exactly: 5}}", "outcomes: {pay: {exactly: 5}}", ["pay: agreed, all met"]),
    "a red line is crossed, before all else": Paper(
        {"ada": "{pay: {min: 3, firmness: red-line}}", "bob": "{pay: {max: 6}}"},
        "outcomes: {pay: {exactly: 2}}", "outcomes: {pay: {exactly: 2}}", ["pay: across-red-line of ada pay 1"]),
    "a red line on what neither draft settles": Paper(
        {"ada": "{order: {order: [a, b], firmness: red-line}}", "bob": "{pay: {max: 6}}"},
        "outcomes: {pay: {exactly: 5}}", "outcomes: {pay: {exactly: 5}, later: {order: [b, c, a]}}",
        ["pay: agreed", "order: across-red-line of ada order 1", "later: open"]),
    "a red line that only the first draft crosses": Paper(
        {"ada": "{pay: {min: 3, firmness: red-line}}", "bob": "{pay: {max: 6}}"},
        "outcomes: {pay: {exactly: 2}}", "outcomes: {pay: {min: 5}}", ["pay: open"]),
    "the last draft meets all, whatever the first one says": Paper(
        BOTH, "outcomes: {pay: {exactly: 9}}", "outcomes: {pay: {exactly: 5}}", ["pay: in-reach, all met"]),
    "both leave open what both accept": Paper(
        BOTH, "outcomes: {pay: {min: 2}}", "outcomes: {pay: {max: 8}}", ["pay: in-reach"]),
    "what both leave open both do not accept": Paper(
        BOTH, "outcomes: {pay: {min: 7}}", "outcomes: {pay: {max: 8}}", ["pay: open"]),
    "they leave nothing open together": Paper(
        BOTH, "outcomes: {pay: {max: 4}}", "outcomes: {pay: {min: 5}}", ["pay: open"]),
    "a party is silent": Paper(
        {"ada": "{pay: {min: 3}}", "bob": "{jobs: kept}"},
        "outcomes: {pay: {min: 2}}", "outcomes: {pay: {max: 8}}", ["pay: open"]),
    "a party is silent, and the last draft meets the other": Paper(
        {"ada": "{pay: {min: 3}}", "bob": "{jobs: kept}"},
        "outcomes: {pay: {min: 2}}", "outcomes: {pay: {min: 4}}", ["pay: open"]),
    "a vague term accepts nothing yet": Paper(
        {"ada": "{pay: {min: 3, vague: true}}", "bob": "{pay: {max: 6}}"},
        "outcomes: {pay: {min: 2}}", "outcomes: {pay: {max: 8}}", ["pay: open"]),
    "words cannot be known to be accepted": Paper(
        {"ada": "{name: Good}", "bob": "{name: Good}"},
        "outcomes: {name: Good}", "outcomes: {name: {options: [Good, Bad]}}", ["name: open"]),
    "the same words": Paper(
        {"ada": "{name: Good}", "bob": "{name: Good}"}, "outcomes: {name: Good}", "outcomes: {name: Good}",
        ["name: agreed"]),
    "brackets in the last draft": Paper(
        BOTH, "outcomes: {pay: {max: 9}}", "outcomes: {pay: {options: [{max: 9}, {max: 8}]}}", ["pay: in-reach"]),
    "brackets in the first draft": Paper(
        BOTH, "outcomes: {pay: {options: [{max: 9}, {max: 8}]}}", "outcomes: {pay: {max: 9}}", ["pay: in-reach"]),
    "only one draft settles it": Paper(
        BOTH, "outcomes: {}", "outcomes: {pay: {max: 8}}", ["pay: in-reach"]),
    "the other is final, and leaves it out": Paper(
        BOTH, "final: true\noutcomes: {}", "outcomes: {pay: {max: 8}}", ["pay: open"]),
    "the last one is final, and leaves it out": Paper(
        BOTH, "outcomes: {pay: {max: 8}}", "final: true\noutcomes: {}", ["pay: open"]),
    # A clause.
    "the same words and outcomes": Paper(
        BOTH, "outcomes: {pay: {max: 9}}\n" + clauses("id: one, text: Pay  rises, settles: [pay]"),
        "outcomes: {pay: {max: 9}}\n" + clauses("id: one, text: Pay rises, settles: [pay]"), ["one pay: agreed"]),
    "the same words in brackets": Paper(
        BOTH, "outcomes: {pay: {max: 9}}\n" + clauses("id: one, text: 'Pay [rises]', settles: [pay]"),
        "outcomes: {pay: {max: 9}}\n" + clauses("id: one, text: 'Pay [rises]', settles: [pay]"),
        ["one pay: in-reach"]),
    "other words": Paper(
        BOTH, "outcomes: {pay: {max: 9}}\n" + clauses("id: one, text: Pay rises, settles: [pay]"),
        "outcomes: {pay: {max: 9}}\n" + clauses("id: one, text: Pay may rise, settles: [pay]"),
        ["one pay: in-reach"]),
    "a clause that is new": Paper(
        BOTH, "outcomes: {pay: {max: 9}}", "outcomes: {pay: {max: 9}}\n"
        + clauses("id: one, text: Pay rises, settles: [pay]"), ["one pay: in-reach"]),
    "other words, marked as agreed": Paper(
        BOTH, "outcomes: {pay: {max: 8}}\n" + clauses("id: one, text: Pay rises, settles: [pay], status: open"),
        "outcomes: {pay: {max: 9}}\n" + clauses("id: one, text: Pay may rise, settles: [pay], status: agreed"),
        ["one pay: agreed"]),
    "the same words, marked as open": Paper(
        BOTH, "outcomes: {pay: {max: 2}}\n" + clauses("id: one, text: Pay rises, settles: [pay]"),
        "outcomes: {pay: {max: 2}}\n" + clauses("id: one, text: Pay rises, settles: [pay], status: open"),
        ["one pay: open"]),
    "the same words, which the first draft marked as open": Paper(
        BOTH, "outcomes: {pay: {max: 2}}\n" + clauses("id: one, text: Pay rises, settles: [pay], status: open"),
        "outcomes: {pay: {max: 2}}\n" + clauses("id: one, text: Pay rises, settles: [pay]"), ["one pay: agreed"]),
    "a clause that settles nothing": Paper(
        BOTH, "outcomes: {}\n" + clauses("id: one, text: We met"), "outcomes: {}\n" + clauses("id: one, text: We meet"),
        ["one: open"]),
    "clauses in the order of the last draft, each with its issues": Paper(
        {"ada": "{pay: {min: 3}, jobs: kept, site: open}", "bob": "{pay: {max: 6}, jobs: kept, site: open}"},
        "outcomes: {pay: {max: 9}, jobs: cut, site: open}\n"
        + clauses("id: one, text: One, settles: [pay, jobs]", "id: gone, text: Gone, settles: [jobs, site]"),
        "outcomes: {pay: {max: 9}, jobs: kept, site: open}\n"
        + clauses("id: two, text: Two, settles: [jobs]", "id: one, text: One, settles: [pay]"),
        ["two jobs: in-reach, all met", "one pay: agreed", "gone site: in-reach, all met"]),
    "a red line on one of two issues of a clause": Paper(
        {"ada": "{pay: {min: 3, firmness: red-line}, jobs: {accepts: kept, firmness: red-line}}", "bob": "{jobs: cut}"},
        "outcomes: {pay: {max: 2}, jobs: cut}",
        "outcomes: {pay: {max: 2}, jobs: cut}\n" + clauses("id: one, text: One, settles: [pay, jobs]"),
        ["one pay jobs: across-red-line of ada pay 1, ada jobs 1"]),
    # Conditions.
    "on a condition that neither draft meets": Paper(
        {"ada": "{pay: {min: 7, alternatives: [{min: 3, if: {jobs: kept}}]}}", "bob": "{pay: {max: 6}}"},
        "outcomes: {pay: {min: 2}}", "outcomes: {pay: {max: 8}}", ["pay: open, ada if jobs Kept"]),
    "on a condition that both meet": Paper(
        {"ada": "{pay: {min: 7, alternatives: [{min: 3, if: {jobs: kept}}]}}", "bob": "{pay: {max: 6}}"},
        "outcomes: {pay: {min: 2}, jobs: kept}", "outcomes: {pay: {max: 8}, jobs: kept}",
        ["pay: in-reach", "jobs: agreed"]),
    "on one that only the last meets": Paper(
        {"ada": "{pay: {min: 7, alternatives: [{min: 3, if: {jobs: kept}}]}}", "bob": "{pay: {max: 6}}"},
        "outcomes: {pay: {min: 2}, jobs: {options: [kept, cut]}}", "outcomes: {pay: {max: 8}, jobs: kept}",
        ["pay: open, ada if jobs Kept", "jobs: open"]),
    "on one that both refuse": Paper(
        {"ada": "{pay: {min: 7, alternatives: [{min: 3, if: {jobs: kept}}]}}", "bob": "{pay: {max: 6}}"},
        "outcomes: {pay: {min: 2}, jobs: cut}", "outcomes: {pay: {max: 8}, jobs: cut}",
        ["pay: open", "jobs: agreed"]),
    "on the rest of a condition": Paper(
        {"ada": "{pay: {min: 7, alternatives: [{min: 3, if: {jobs: kept, site: open}}]}}", "bob": "{pay: {max: 6}}"},
        "outcomes: {pay: {min: 2}, jobs: kept}", "outcomes: {pay: {max: 8}, jobs: kept}",
        ["pay: open, ada if site Open", "jobs: agreed"]),
    "a condition on an issue of the same clause": Paper(
        {"ada": "{pay: {min: 7, alternatives: [{min: 3, if: {jobs: kept}}]}, jobs: any}",
         "bob": "{pay: {max: 6}, jobs: any}"},
        "outcomes: {pay: {min: 2}, jobs: {accepts: [kept, cut]}}",
        "outcomes: {pay: {max: 8}, jobs: {accepts: [kept, cut]}}\n"
        + clauses("id: one, text: One, settles: [pay, jobs]"),
        ["one pay jobs: in-reach"]),
    "on either of two conditions": Paper(
        {"ada": "{pay: {min: 7, alternatives: [{min: 3, if: {jobs: kept}}, {min: 4, if: {site: open}}, "
                "{min: 9, if: {site: shut}}]}}", "bob": "{pay: {max: 6}}"},
        "outcomes: {pay: {min: 2}}", "outcomes: {pay: {max: 8}}", ["pay: open, ada if jobs Kept, ada if site Open"]),
    "on the conditions of both": Paper(
        {"ada": "{pay: {min: 7, alternatives: [{min: 3, if: {jobs: kept}}]}}",
         "bob": "{pay: {max: 1, alternatives: [{max: 6, if: {site: open}}]}}"},
        "outcomes: {pay: {min: 2}}", "outcomes: {pay: {max: 8}}", ["pay: open, ada if jobs Kept, bob if site Open"]),
    "one needs its condition, the other does not": Paper(
        {"ada": "{pay: {min: 7, alternatives: [{min: 3, if: {jobs: kept}}]}}",
         "bob": "{pay: {max: 6, alternatives: [{max: 9, if: {site: open}}]}}"},
        "outcomes: {pay: {min: 2}}", "outcomes: {pay: {max: 6}}", ["pay: open, ada if jobs Kept"]),
    "one of two conditions is enough": Paper(
        {"ada": "{pay: {min: 7, alternatives: [{min: 3, if: {jobs: kept}}]}}",
         "bob": "{pay: {max: 6, alternatives: [{max: 9, if: {site: open}}]}}"},
        "outcomes: {pay: {min: 2}}", "outcomes: {pay: {max: 8}}",
        ["pay: open, ada if jobs Kept, bob if site Open"]),
    "conditions that rule each other out": Paper(
        {"ada": "{pay: {min: 7, alternatives: [{min: 3, if: {jobs: kept}}]}}",
         "bob": "{pay: {max: 1, alternatives: [{max: 6, if: {jobs: cut}}]}}"},
        "outcomes: {pay: {min: 2}}", "outcomes: {pay: {max: 8}}", ["pay: open"]),
    "conditions that a rule keeps apart": Paper(
        {"ada": "{pay: {min: 7, alternatives: [{min: 3, if: {jobs: kept}}]}}",
         "bob": "{pay: {max: 1, alternatives: [{max: 6, if: {site: sold}}]}}"},
        "outcomes: {pay: {min: 2}}", "outcomes: {pay: {max: 8}}", ["pay: open"], RULE),
    "a rule that a draft breaks by itself keeps nothing apart": Paper(
        {"ada": "{pay: {min: 7, alternatives: [{min: 3, if: {jobs: kept}}]}}",
         "bob": "{pay: {max: 1, alternatives: [{max: 6, if: {site: sold}}]}}"},
        "outcomes: {pay: {min: 2}, jobs: kept, site: sold}", "outcomes: {pay: {max: 8}}",
        ["pay: open, ada if jobs Kept, bob if site Sold", "site: open", "jobs: open"], RULE),
    "a demand that binds on a condition": Paper(
        {"ada": "{pay: {min: 7, applies_if: {jobs: cut}}}", "bob": "{pay: {max: 6}}"},
        "outcomes: {pay: {min: 2}}", "outcomes: {pay: {max: 8}}", ["pay: open, ada unless jobs Cut"]),
    "one that does not bind by either draft": Paper(
        {"ada": "{pay: {min: 7, applies_if: {jobs: cut}}}", "bob": "{pay: {max: 6}}"},
        "outcomes: {pay: {min: 2}, jobs: kept}", "outcomes: {pay: {max: 8}, jobs: kept}",
        ["pay: in-reach", "jobs: agreed"]),
    "one that binds by the first draft alone": Paper(
        {"ada": "{pay: {min: 7, applies_if: {jobs: cut}}}", "bob": "{pay: {max: 6}}"},
        "outcomes: {pay: {min: 2}, jobs: cut}", "outcomes: {pay: {max: 8}, jobs: kept}",
        ["pay: open, ada unless jobs Cut", "jobs: open"]),
    "a vague one that does not bind": Paper(
        {"ada": "{pay: {min: 7, vague: true, applies_if: {jobs: cut}}}", "bob": "{pay: {max: 6}}"},
        "outcomes: {pay: {min: 2}, jobs: kept}", "outcomes: {pay: {max: 8}, jobs: kept}",
        ["pay: in-reach", "jobs: agreed"]),
    "a condition of orders that the drafts settle on another issue": Paper(
        {"ada": "{pay: {min: 7, alternatives: [{min: 3, if: {order: {order: [a, b]}}}]}}", "bob": "{pay: {max: 6}}"},
        "outcomes: {pay: {min: 2}, later: {order: [b, a]}}", "outcomes: {pay: {max: 8}, later: {order: [b, c, a]}}",
        ["pay: open", "later: open"]),
}  # fmt: skip


def told(agenda: Agenda, row: PaperRow) -> str:
    """A row in short."""
    what = " ".join([*([row.clause.id] if row.clause else ()), *(issue.id for issue in row.issues)])
    crossed = [f"{who} {each.issue.id} {each.part.number}" for who, parts in row.crossed.items() for each in parts]
    more = [f"{row.state} of {', '.join(crossed)}" if crossed else row.state, *["all met"] * row.all_met]
    for party, several in row.hangs_on.items():
        for condition, unless in several:
            words = " and ".join(f"{id} {agenda.issues[id].space.in_words(piece)}" for id, piece in condition)
            more.append(f"{party} {'unless' if unless else 'if'} {words}")
    return f"{what}: {', '.join(more)}"


@pytest.mark.parametrize("name", PAPERS)
def test_the_rows_of_a_paper(tmp_path: Path, name: str) -> None:
    paper = PAPERS[name]
    files = {f"{who}/2024-01-01.yaml": f"date: 2024-01-01\nterms: {terms}\n" for who, terms in paper.terms.items()}
    for id, words in (("2024-01-02-first", paper.before), ("2024-01-03-last", paper.after)):
        files[f"drafts/{id}.yaml"] = f"date: {id[:10]}\nby: someone\n{words}\n"
    read = dossier(tmp_path, {"agenda.yaml": f"{AGENDA}{paper.rules}\n", **files})
    assert not [finding for finding in read.findings if finding.severity == "error"], read.findings
    before, after = read.drafts
    positions = {party: position(read, party, date(2024, 2, 1).toordinal()) for party in read.agenda.parties}
    rows = paper_rows(read.agenda, before, after, against(read.agenda, after, positions))
    assert [told(read.agenda, row) for row in rows] == paper.rows
