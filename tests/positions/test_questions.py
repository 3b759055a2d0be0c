"""What a reader would ask of the sample dossier. The answers are written from the sources, not from the output."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from running import called

ROOT = Path(__file__).parents[2]
FOUR = ["donetsk", "luhansk", "zaporizhzhia", "kherson"]
DONBAS = ["donetsk", "luhansk"]
NO_CEILING = {"min": "unlimited", "max": "unlimited", "min_open": False, "max_open": False, "unlimited": True}


@cache
def asked(*arguments: str) -> dict[str, Any]:
    """The JSON of a command on the sample."""
    run = called(*arguments, "--format", "json", cwd=ROOT)
    assert run.code == 0, run.err
    found: dict[str, Any] = json.loads(run.out)
    return found


def held(party: str, issue: str, day: str, *arguments: str) -> dict[str, Any] | None:
    """What a party demands as of a day: of several demands the one that was set last."""
    found = demands(party, issue, day, *arguments)
    return found[-1] if found else None


def demands(party: str, issue: str, day: str, *arguments: str) -> list[dict[str, Any]]:
    """The parts of a position that count."""
    terms = asked("show", party, issue, "--at", day, *arguments)["terms"]
    return [part for term in terms for part in term["parts"] if not part["again_in_part"]]


def accepts(party: str, issue: str, day: str, *arguments: str) -> Any:
    """What a party's first offer accepts as of a day; None where it holds no position."""
    term = held(party, issue, day, *arguments)
    return term["offers"][0]["accepts"] if term else None


def bounds(party: str, issue: str, day: str, *arguments: str) -> tuple[float | None, float | None] | None:
    """The least and the greatest number that a party accepts."""
    span = accepts(party, issue, day, *arguments)
    return (span["min"], span["max"]) if span else None


def kind(party: str, issue: str, since: str, until: str, *arguments: str) -> str | None:
    """How a position changed between two days; None where there was none on either."""
    (one,) = asked("changes", party, "--since", since, "--until", until, "--all", *arguments)["parties"]
    return next((change["kind"] for change in one["changes"] if change["issue"] == issue), None)


def relation(issue: str, day: str, *parties: str) -> str:
    """How parties stand to each other on an issue."""
    found = asked("compare", *parties, "--at", day, "--all")["issues"]
    return next(one["relation"] for one in found if one["issue"] == issue)  # type: ignore[no-any-return]


def rings(day: str, *parties: str) -> list[list[str]]:
    """The deadlocks between parties."""
    return [ring["steps"] for ring in asked("compare", *parties, "--at", day)["deadlocks"]]


def met(issue: str, day: str, *parties: str) -> dict[str, Any]:
    """How parties stand to each other on an issue, whole."""
    found: dict[str, Any] = next(
        one for one in asked("compare", *parties, "--at", day)["issues"] if one["issue"] == issue
    )
    return found


def said(ring: list[str], day: str, *parties: str) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Who asks for each step of a deadlock, in which statement; nobody where it is the agenda."""
    found = next(one for one in asked("compare", *parties, "--at", day)["deadlocks"] if one["steps"] == ring)
    return [
        (edge["before"], edge["after"], [(owner["party"], owner["statement"]) for owner in edge["owners"]])
        for edge in found["edges"]
    ]


def before(party: str, issue: str, day: str, *arguments: str) -> list[list[str]]:
    """What a party wants before what, pair by pair."""
    return accepts(party, issue, day, *arguments) or []


TALKS_RING = ["ceasefire", "negotiations"]
WITHDRAWAL_RING = ["ceasefire", "territory-talks", "territory-decision", "ua-withdrawal-begins"]
RING_OF_THREE = ["ceasefire", "security-guarantees", "territory-decision"]

QUESTIONS: list[tuple[str, Callable[[], Any], Any]] = [
    ("From which regions did Russia ask Ukraine to withdraw on 14 June 2024?",
     lambda: accepts("russia", "ua-withdrawal-regions", "2024-06-14")["includes"], FOUR),
    ("Did that change by 13 August 2025?",
     lambda: kind("russia", "ua-withdrawal-regions", "2024-06-14", "2025-08-13"), "reaffirmed"),
    ("Did it change by 19 December 2025, as stated?",
     lambda: kind("russia", "ua-withdrawal-regions", "2024-06-14", "2025-12-19"), "reaffirmed"),
    ("Was it narrower in what was reported from Anchorage?",
     lambda: accepts("russia", "ua-withdrawal-regions", "2025-08-15", "--with-reported")["includes"], DONBAS),
    ("And is it still stated as four regions that day?",
     lambda: accepts("russia", "ua-withdrawal-regions", "2025-08-15")["includes"], FOUR),
    ("Had Russia claimed Zaporizhzhia and Kherson in March 2022?",
     lambda: accepts("russia", "status-south", "2022-03-07"), ["ukrainian"]),
    ("And in September 2022?", lambda: accepts("russia", "status-south", "2022-09-30"), ["russian-de-jure"]),
    ("What ceiling on Ukraine's forces is Russia reported to have wanted in April 2022?",
     lambda: bounds("russia", "forces-personnel-cap", "2022-04-15", "--with-reported"), (None, 85000)),
    ("And Ukraine?", lambda: bounds("ukraine", "forces-personnel-cap", "2022-04-15", "--with-reported"), (250000,
     None)),
    ("Did the two figures overlap?",
     lambda: next(one["gap"]["size"] for one in asked("compare", "russia", "ukraine", "--at", "2022-04-15",
      "--with-reported")
          ["issues"] if one["issue"] == "forces-personnel-cap"), 165000),
    ("What ceiling did Ukraine and Europe accept on 23 April 2025?",
     lambda: accepts("ukraine", "forces-personnel-cap", "2025-04-23"), NO_CEILING),
    ("Did Russia name a figure on 2 June 2025?",
     lambda: (held("russia", "forces-personnel-cap", "2025-06-02") or {})["vague"], True),
    ("What figure did the US plan of November 2025 name?",
     lambda: bounds("united-states", "forces-personnel-cap", "2025-11-20"), (600000, 600000)),
    ("And the text of the E3, capped at 800,000 as that of the US is limited to 600,000?",
     lambda: bounds("europe", "forces-personnel-cap", "2025-11-23"), (800000, 800000)),
    ("Did that take the place of no ceiling in August?",
     lambda: kind("europe", "forces-personnel-cap", "2025-08-16", "2025-11-23"), "replaced"),
    ("What did the US propose for Crimea in April 2025?",
     lambda: accepts("united-states", "status-crimea", "2025-04-17"), ["russian-de-jure-us-only"]),
    ("Has the US position on Crimea changed by the 28 points?",
     lambda: kind("united-states", "status-crimea", "2025-04-17", "2025-11-20"), "replaced"),
    ("Has it changed since, in what was seen?",
     lambda: kind("united-states", "status-crimea", "2025-11-20", "2026-06-08"), "unchanged"),
    ("Did Ukraine offer neutrality in March 2022, and on what condition?",
     lambda: (held("ukraine", "neutrality", "2022-03-29") or {})["offers"][0]["if"], {"guarantees-given": ["yes"]}),
    ("Did it still in October 2022?", lambda: held("ukraine", "neutrality", "2022-10-04"), None),
    ("Did it in June 2025?", lambda: accepts("ukraine", "neutrality", "2025-06-02"), ["no"]),
    ("Who wanted a ceasefire before talks on 11 March 2025?",
     lambda: [party for party in ("russia", "ukraine", "united-states", "europe")
      if ["ceasefire", "negotiations"] in before(party, "seq-ceasefire", "2025-03-11")], ["ukraine", "united-states"]),
    ("Who wanted talks first on 11 May 2025?", lambda: before("russia", "seq-ceasefire", "2025-05-11"),
     [["negotiations", "ceasefire"]]),
    ("How often did the US turn on the order of ceasefire and settlement in 2025, after March?",
     lambda: [kind("united-states", "seq-ceasefire", *days) for days in
      (("2025-04-17", "2025-08-16"), ("2025-08-18", "2025-10-19"), ("2025-10-19", "2025-11-20"))],
     ["shifted", "shifted", "shifted"]),
    ("Was there a deadlock on talks first against ceasefire first on 13 August 2025?",
     lambda: TALKS_RING in rings("2025-08-13", "russia", "ukraine"), True),
    ("And of withdrawal first against ceasefire first?", lambda: WITHDRAWAL_RING in rings("2025-08-13", "russia",
     "ukraine"),
     True),
    ("Was there one before Ukraine had put a ceasefire first?", lambda: rings("2024-06-14", "russia", "ukraine"), []),
    ("Does the ring of three stand on 6 January 2026, with the Europeans?",
     lambda: RING_OF_THREE in rings("2026-01-06", "russia", "ukraine", "europe"), True),
    ("And the day before the Paris Declaration?",
     lambda: RING_OF_THREE in rings("2026-01-05", "russia", "ukraine", "europe"), False),
    ("How long does Ukraine want the US guarantee to run?",
     lambda: (bounds("ukraine", "guarantee-duration", "2025-12-29"),
      (held("ukraine", "guarantee-duration", "2025-12-29") or {})["firmness"]), ((30, None), "flexible")),
    ("How long did the US offer, by Ukraine's account?",
     lambda: bounds("united-states", "guarantee-duration", "2025-12-28", "--with-reported"), (15, 15)),
    ("And on the record?", lambda: held("united-states", "guarantee-duration", "2025-12-28"), None),
    ("Is a free economic zone acceptable to Ukraine without a referendum?",
     lambda: (held("ukraine", "dmz-donbas", "2025-12-24") or {})["offers"],
     [{"accepts": ["free-economic-zone"], "if": {"approval-procedure": {"includes": ["referendum"], "excludes": []}},
       "quote": None, "note": None}]),
    ("Did Russia and Ukraine agree in 2022 that Ukraine may join the EU?",
     lambda: relation("eu-membership", "2022-03-29", "russia", "ukraine"), "agreed"),
    ("Did Europe ask for the whole of the frozen assets to be used for Ukraine in October 2025?",
     lambda: accepts("europe", "frozen-assets", "2025-10-21"), ["used-for-ukraine"]),
    ("And a month later?", lambda: kind("europe", "frozen-assets", "2025-10-21", "2025-11-23"), "replaced"),
    ("What had to come before sanctions relief for the Commission in March 2025?",
     lambda: before("europe", "seq-sanctions", "2025-03-26"), [["ru-withdrawal", "sanctions-relief"]]),
    ("Did Zelensky refuse to meet Putin in October 2022?",
     lambda: (accepts("ukraine", "leaders-meeting-held", "2022-10-04"),
      (held("ukraine", "leaders-meeting-held", "2022-10-04") or {})["firmness"]), (["no"], "red-line")),
    ("And in June 2026?", lambda: accepts("ukraine", "leaders-meeting-held", "2026-06-04"), ["yes"]),
    ("Is a meeting agreed, when Putin sees no point in one for now?",
     lambda: [relation("leaders-meeting-held", day, "russia", "ukraine") for day in ("2026-06-04", "2026-06-05")],
     ["agreed", "unassessed"]),
    ("Did Galuzin or Peskov reject a full ceasefire, or a temporary one?",
     lambda: ["full" in part["offers"][0]["accepts"] and "during-talks" not in part["offers"][0]["accepts"]
      for part in demands("russia", "ceasefire-scope", "2026-04-10") if part["last_stated"] > "2025-12-01"], [True]),
    ("Does anyone say how long the ceasefire of option 2 lasts?",
     lambda: relation("ceasefire-duration", "2026-01-06", "russia", "ukraine"), "unassessed"),
    ("Is the lead of the United States what Zelensky told AFP on 18 February 2026?",
     lambda: [part["last_stated"] for part in demands("ukraine", "ceasefire-monitoring", "2026-06-08")],
     ["2026-01-06"]),
    ("Where did Russia want a bar on NATO membership written in March 2022?",
     lambda: accepts("russia", "membership-bar", "2022-03-07")["includes"], ["ukraine-constitution"]),
    ("What had to come before the treaty, for Ukraine, on 29 March 2022?",
     lambda: before("ukraine", "seq-ru-withdrawal", "2022-03-29"),
     [["ceasefire", "ru-withdrawal"], ["ru-withdrawal", "treaty-signing"]]),
    ("Who was to approve it?", lambda: accepts("ukraine", "approval-procedure", "2022-03-29")["includes"],
     ["referendum", "guarantor-parliaments", "ukraine-parliament"]),
    ("For how many years was Crimea to be left to consultations?",
     lambda: bounds("ukraine", "crimea-consultation-period", "2022-03-29"), (15, 15)),
    ("What ceilings on tanks and artillery are the two reported to have wanted in April 2022?",
     lambda: [bounds(party, issue, "2022-04-15", "--with-reported")
      for issue in ("forces-tank-cap", "forces-artillery-cap") for party in ("russia", "ukraine")],
     [(None, 342), (800, None), (None, 519), (1900, None)]),
    ("What range of missiles, of which only one side's figure is known?",
     lambda: [bounds(party, "missile-range-cap", "2022-04-15", "--with-reported") for party in ("russia", "ukraine")],
     [(None, 40), None]),
    ("Did Ukraine step back from its own trigger of the guarantees when it refused Russia's clause?",
     lambda: kind("ukraine", "guarantee-trigger", "2022-03-29", "2022-04-15", "--with-reported"), "unchanged"),
    ("What did Russia want Donetsk and Luhansk to be on 7 March 2022, and on 30 September?",
     lambda: [accepts("russia", "status-donbas", day) for day in ("2022-03-07", "2022-09-30")],
     [["independent-states"], ["russian-de-jure"]]),
    ("Who was to cease fire before negotiations, for Russia, on 30 September 2022?",
     lambda: before("russia", "seq-ceasefire", "2022-09-30"), [["ua-ceasefire", "negotiations"]]),
    ("Did the reported bar in Ukraine's constitution outlive the application to NATO?",
     lambda: held("ukraine", "membership-bar", "2022-10-04", "--with-reported"), None),
    ("What did Ukraine ask to be left in November 2022 that it had not in March?",
     lambda: sorted(set(accepts("ukraine", "ru-withdrawal-regions", "2022-11-15")["includes"])
      - set(accepts("ukraine", "ru-withdrawal-regions", "2022-03-29")["includes"])), ["crimea", "donbas-before-2022"]),
    ("Did Ukraine still offer to leave Crimea to consultations after its peace formula?",
     lambda: [held("ukraine", issue, "2022-11-15") for issue in ("status-crimea", "crimea-consultation-period")],
     [None, None]),
    ("What had to come before a ceasefire, for Russia, on 14 June 2024?",
     lambda: sorted(before("russia", "seq-withdrawal", "2024-06-14")),
     [["nato-renunciation", "ceasefire"], ["ua-withdrawal-begins", "ceasefire"]]),
    ("Did Ukraine hold to its application to NATO on 14 June 2024?",
     lambda: kind("ukraine", "nato-membership", "2022-10-04", "2024-06-14"), "reaffirmed"),
    ("Did the United States say on 12 February 2025 that it takes a bar on membership, as Russia asks?",
     lambda: relation("nato-membership", "2025-02-12", "russia", "united-states"), "unassessed"),
    ("Whose troops did it rule out in absolute words?",
     lambda: (accepts("united-states", "foreign-troops", "2025-02-12"),
      (held("united-states", "foreign-troops", "2025-02-12") or {})["firmness"]),
     ({"includes": [], "excludes": ["united-states"]}, "red-line")),
    ("Is that still a red line when the 28 points rule out all NATO troops?",
     lambda: met("foreign-troops", "2025-11-20", "united-states", "ukraine")["red_line"], ["united-states"]),
    ("For how long did Ukraine and the United States want a ceasefire at least, on 11 March 2025?",
     lambda: [accepts(party, "ceasefire-duration", "2025-03-11")["min"] for party in ("ukraine", "united-states")],
     [30, 30]),
    ("Did Russia accept the thirty days without more on 13 March 2025?",
     lambda: (bounds("russia", "ceasefire-duration", "2025-03-13"),
      (held("russia", "ceasefire-duration", "2025-03-13") or {})["vague"]), ((30, 30), True)),
    ("What did Russia want of foreign arms on 13 March 2025, and on 18 March?",
     lambda: [accepts("russia", "arms-supply", day) for day in ("2025-03-13", "2025-03-18")],
     [["banned", "stop-for-ceasefire"], ["banned"]]),
    ("Which ceasefire did Russia accept on 18 March 2025?",
     lambda: accepts("russia", "ceasefire-scope", "2025-03-18"), ["energy-infrastructure-only"]),
    ("What was to follow it, for the United States?",
     lambda: before("united-states", "seq-ceasefire", "2025-03-18"),
     [["energy-ceasefire", "ceasefire"], ["ceasefire", "end-of-war"]]),
    ("Who stands behind each step of the ring of three, and since when?",
     lambda: said(RING_OF_THREE, "2026-01-06", "russia", "ukraine", "europe"),
     [("ceasefire", "security-guarantees",
       [("ukraine", "joint/2026-01-06-paris"), ("europe", "joint/2026-01-06-paris")]),
      ("security-guarantees", "territory-decision", [("europe", "2025-12-15-berlin")]),
      ("territory-decision", "ceasefire", [("russia", "2025-12-30")])]),
    ("Does any two of the three make it?",
     lambda: [pair for pair in (("russia", "ukraine"), ("russia", "europe"), ("ukraine", "europe"))
      if RING_OF_THREE in rings("2026-01-06", *pair)], [("russia", "europe")]),
    ("Was the fighting to end when a withdrawal begins, or when Ukraine has left, on 27 November 2025?",
     lambda: sorted(pair for part in demands("russia", "seq-withdrawal", "2025-11-27")
      for pair in part["offers"][0]["accepts"]),
     [["nato-renunciation", "ceasefire"], ["ua-withdrawal", "ceasefire"], ["ua-withdrawal-begins", "ceasefire"]]),
    ("And in the memorandum of June 2025, when was the withdrawal to be complete?",
     lambda: before("russia", "seq-withdrawal-end", "2025-06-02"), [["ceasefire", "ua-withdrawal"]]),
    ("Who put what before talks on territory on 12 August 2025?",
     lambda: before("ukraine", "seq-territory", "2025-08-12"),
     [["ceasefire", "territory-talks"], ["security-guarantees", "territory-talks"]]),
    ("Did the Europeans hold to a ceasefire before talks on 10 August 2025?",
     lambda: kind("europe", "seq-ceasefire", "2025-05-10", "2025-08-10"), "softened"),
    ("Which order did the US put forward on 16 August 2025?",
     lambda: before("united-states", "seq-ceasefire", "2025-08-16"), [["settlement", "end-of-war"]]),
    ("And on 19 October 2025?", lambda: before("united-states", "seq-ceasefire", "2025-10-19"),
     [["ceasefire", "negotiations"]]),
    ("And in the 28 points?",
     lambda: (before("united-states", "seq-ceasefire", "2025-11-20"), before("united-states", "seq-withdrawal",
      "2025-11-20")),
     ([["memorandum-signed", "ceasefire"]], [["retreat-to-agreed-points", "ceasefire"]])),
    ("What did Ukraine propose on talks and ceasefire on 4 June 2026?",
     lambda: accepts("ukraine", "seq-ceasefire", "2026-06-04")[-1], {"together": ["ceasefire", "negotiations"]}),
    ("Does the summary of the London statement, of no known day, take its place?",
     lambda: (held("ukraine", "seq-ceasefire", "2026-06-08") or {})["statement"], "2026-06-04"),
    ("And where reports are asked for?", lambda: before("ukraine", "seq-ceasefire", "2026-06-08", "--with-reported"),
     [["ceasefire", "negotiations"]]),
    ("What came before the guarantees for the US, as the Financial Times had it?",
     lambda: before("united-states", "seq-territory-decision", "2026-01-31", "--with-reported"),
     [["territory-decision", "security-guarantees"], ["settlement", "security-guarantees"]]),
    ("And on the record?", lambda: (before("united-states", "seq-territory-decision", "2026-01-31"),
     before("united-states", "seq-guarantees", "2026-01-31")), ([], [["end-of-war", "security-guarantees"]])),
    ("Would the US and Ukraine then block each other, if that is so?",
     lambda: [ring["steps"] for ring in asked("compare", "united-states", "ukraine", "--at", "2026-01-31",
      "--with-reported")["deadlocks"]], [["security-guarantees", "territory-talks", "territory-decision"]]),
    ("And as stated?", lambda: rings("2026-01-31", "united-states", "ukraine"), []),
    ("Did Russia ask for a withdrawal from two regions only on 27 November 2025?",
     lambda: (accepts("russia", "ua-withdrawal-regions", "2025-11-27")["includes"],
      accepts("russia", "ua-withdrawal-regions", "2025-11-27", "--with-reported")["includes"]), (FOUR, DONBAS)),
    ("What is Russia reported to have offered to leave, in Anchorage?",
     lambda: [region for region in ("kharkiv", "sumy", "dnipropetrovsk", "zaporizhzhia", "crimea") if region not in
      accepts("russia", "ru-withdrawal-regions", "2025-08-15", "--with-reported")["excludes"]], ["kharkiv", "sumy"]),
    ("From which of the four regions would Ukraine withdraw in the 28 points, and from which not?",
     lambda: accepts("united-states", "ua-withdrawal-regions", "2025-11-20"),
     {"includes": ["donetsk"], "excludes": ["zaporizhzhia", "kherson"]}),
    ("Is that what Russia asked for?",
     lambda: met("ua-withdrawal-regions", "2025-11-20", "united-states", "russia")["clash"], ["zaporizhzhia",
     "kherson"]),
    ("Did the Europeans accept a ceiling on 16 August 2025, and how firmly?",
     lambda: (accepts("europe", "forces-personnel-cap", "2025-08-16"), (held("europe", "forces-personnel-cap",
      "2025-08-16") or {})["firmness"]), (NO_CEILING, "red-line")),
    ("Which ceiling did Ukraine and the Europeans name on 6 January 2026?",
     lambda: [bounds(party, "forces-personnel-cap", "2026-01-06") for party in ("ukraine", "europe")],
     [(800000, 800000)] * 2),
    ("Did Russia name a figure in December 2025?",
     lambda: (held("russia", "forces-personnel-cap", "2025-12-19") or {})["vague"], True),
    ("Which forces may be in Ukraine, for Russia and for the Coalition, on 8 January 2026?",
     lambda: (met("foreign-troops", "2026-01-08", "russia", "ukraine", "europe")["clash"],
      met("foreign-troops", "2026-01-08", "russia", "ukraine", "europe")["red_line"]),
     (["united-states", "european", "nato-command", "other-states"], ["russia"])),
    ("Did the Paris Declaration change what Ukraine had said of foreign forces?",
     lambda: kind("ukraine", "foreign-troops", "2025-12-31", "2026-01-06"), "unchanged"),
    ("Did what the Europeans said of a ceasefire on 10 August 2025 stand on 20 August?",
     lambda: any(["ceasefire", "negotiations"] in part["offers"][0]["accepts"]
      for part in demands("europe", "seq-ceasefire", "2025-08-20")), True),
    ("What did Ukraine refuse in absolute words, days before it refused to leave the Donbas?",
     lambda: (accepts("ukraine", "territory-swap", "2025-08-09"), (held("ukraine", "territory-swap", "2025-08-09") or
      {})["firmness"]), (["neither", "russia-alone"], "red-line")),
    ("Did Russia say anything of Europeans at the table, in what was seen?",
     lambda: held("russia", "european-role", "2026-06-08"), None),
    ("Do the deadlines for elections that were named by December 2025 leave one that suits all?",
     lambda: met("elections-deadline", "2025-12-09", "russia", "ukraine", "united-states")["relation"], "overlap"),
    ("How long a ceasefire does Ukraine ask for, if there is to be a referendum, and if there is none?",
     lambda: [(part["offers"][0]["accepts"]["min"], part["applies_if"])
      for part in demands("ukraine", "ceasefire-duration", "2025-12-29")],
     [(30, None), (60, {"approval-procedure": {"includes": ["referendum"], "excludes": []}})]),
    ("Did the US take back a permanent ceasefire with the turn of August 2025?",
     lambda: accepts("united-states", "ceasefire-duration", "2025-08-18"), NO_CEILING),
    ("Could Ukraine's tribunal stand beside the amnesty of the 28 points?",
     lambda: relation("accountability", "2025-11-20", "ukraine", "united-states"), "contradiction"),
    ("Did Russia ask for Russian as an official language in December 2025, as in June?",
     lambda: kind("russia", "language-rights", "2025-08-13", "2025-12-19"), "reaffirmed"),
    ("Does the US plan in 28 points cross a red line of Ukraine?",
     lambda: next(party["verdict"] for party in asked("draft", "us-28", "ukraine", "--at", "2025-11-20")["parties"]),
     "crosses-red-line"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "found", "expected"), QUESTIONS, ids=[question for question, *_ in QUESTIONS])
def test_question(question: str, found: Callable[[], Any], expected: Any) -> None:
    assert found() == expected


def test_they_are_many() -> None:
    assert len(QUESTIONS) >= 25
