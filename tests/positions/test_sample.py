"""The sample dossier answers what a reader would ask of it. The answers are written from the sources."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from running import called

ROOT = Path(__file__).parents[2]
PARTIES = ("russia", "ukraine", "united-states", "europe")
DRAFTS = (
    "2022-03-29-istanbul-communique", "2022-04-15-istanbul-draft", "2025-04-17-us-paris-terms",
    "2025-04-23-counter-text", "2025-11-20-us-28-points", "2025-11-23-e3-counter-text",
    "2025-11-23-european-24-points", "2025-12-24-20-points",
)  # fmt: skip


@cache
def answer(*arguments: str) -> dict[str, Any]:
    """The JSON of a command on the sample."""
    run = called(*arguments, "--format", "json", cwd=ROOT)
    assert run.code == 0, run.err
    found: dict[str, Any] = json.loads(run.out)
    return found


def issue(id: str, at: str, *parties: str) -> dict[str, Any]:
    """The comparison of parties on one issue as of a day."""
    found = answer("compare", *parties, "--at", at)["issues"]
    (one,) = [each for each in found if each["issue"] == id]
    chosen: dict[str, Any] = one
    return chosen


def term(party: str, id: str, at: str, *arguments: str) -> dict[str, Any] | None:
    """A party's demand on an issue as of a day: of several that count, the one that was set last."""
    terms = answer("show", party, id, "--at", at, *arguments)["terms"]
    demands = [part for term in terms for part in term["parts"] if not part["again_in_part"]]
    found: dict[str, Any] | None = demands[-1] if demands else None
    return found


#: What makes words absolute, as docs/dossier.md has it.
ABSOLUTE = (
    "will not", "cannot", "could not", "must not", "must be completely", "forever", "the impossibility", "no right to",
    "No limitations", "No one will", "All such units", "Этим все сказано",
)  # fmt: skip


def test_every_red_line_has_absolute_words() -> None:
    """A red line without them is `firm`."""
    lines = 0
    for path in sorted((ROOT / "positions").glob("*/*.yaml")):
        terms = yaml.load(path.read_bytes(), yaml.BaseLoader).get("terms", {})
        for issue, term in terms.items():
            if isinstance(term, dict) and term.get("firmness") == "red-line":
                lines += 1
                assert any(words in str(term.get("quote")) for words in ABSOLUTE), f"{path}: {issue}"
    assert lines == 16


def test_there_is_nothing_to_report() -> None:
    """The files are right: no error, no warning; five reports are of a part, and say so."""
    assert [finding["rule"] for finding in answer("validate")["findings"]] == ["reported-part"] * 5


@pytest.mark.parametrize(
    ("folder", "days"),
    [
        ("russia", "2022-03-07 2022-03-29 2022-04-15 2022-09-30 2024-06-14 2024-12-26 2025-03-13 2025-03-18 "
         "2025-05-11 2025-06-02 2025-08-13 2025-08-15 2025-10-21 2025-11-24 2025-11-25 2025-11-27 2025-12-19 "
         "2025-12-26 2025-12-29 2025-12-30 2026-01-08 2026-01-23 2026-02-09 2026-04-10 2026-06-05"),
        ("ukraine", "2022-03-27 2022-03-29 2022-04-15 2022-10-04 2022-11-15 2024-06-14 2024-10-16 2025-03-11 "
         "2025-06-02 2025-08-09 2025-08-12 2025-08-18 2025-08-24 2025-12-09 2025-12-24 2025-12-29 2026-02-18 "
         "2026-06-03 2026-06-04"),
        ("united-states", "2025-02-12 2025-03-11 2025-03-18 2025-04-17 2025-08-11 2025-08-16 2025-08-18 2025-10-19 "
         "2025-11-20 2025-12-24 2025-12-28 2026-01-31 2026-06-03"),
        ("europe", "2025-03-26 2025-08-10 2025-08-13 2025-08-16 2025-08-18 2025-11-23 2025-12-15"),
        ("joint", "2024-06-16 2025-03-11 2025-04-23 2025-05-10 2025-10-21 2025-11-23 2026-01-06 2026-06-07"),
        ("un-general-assembly", "2023-02-23"),
    ],
)  # fmt: skip
def test_statements_are_there(folder: str, days: str) -> None:
    """Each statement that the dossier says it covers has its file."""
    names = {path.name[:10] for path in (ROOT / "positions" / folder).iterdir()}
    assert names == set(days.split())


def test_drafts_are_there() -> None:
    """The draft agreements, each of which can be held against the parties."""
    assert {path.stem for path in (ROOT / "positions" / "drafts").iterdir()} == set(DRAFTS)
    for draft in DRAFTS:
        found = answer("draft", draft, *PARTIES, "--at", "2025-12-31")
        assert [party["party"] for party in found["parties"]] == list(PARTIES)


def drafts() -> dict[str, Any]:
    """The files of the drafts, as they are written."""
    paths = sorted((ROOT / "positions" / "drafts").iterdir())
    return {path.stem: yaml.load(path.read_bytes(), yaml.BaseLoader) for path in paths}


def test_which_draft_answers_which() -> None:
    assert {id: draft["previous"] for id, draft in drafts().items() if "previous" in draft} == {
        "2022-04-15-istanbul-draft": "2022-03-29-istanbul-communique",
        "2025-04-23-counter-text": "2025-04-17-us-paris-terms",
        "2025-11-23-e3-counter-text": "2025-11-20-us-28-points",
        "2025-12-24-20-points": "2025-11-20-us-28-points",
    }


def test_clauses_have_the_words_that_are_quoted_and_no_others() -> None:
    """Of an outcome that the clause settles; what is left out is marked."""
    clauses = [(draft, clause) for draft in drafts().values() for clause in draft.get("clauses", [])]
    for draft, clause in clauses:
        said = [draft["outcomes"][issue].get("quote", "") for issue in clause["settles"]]
        quotes = [(each["text"] if isinstance(each, dict) else each).strip("… ") for each in said]
        assert clause["text"].replace("[…]", "").strip() in quotes, clause
    assert len(clauses) == 36


def test_what_russia_said_of_drafts() -> None:
    said: dict[str, list[str]] = {}
    for draft in DRAFTS:
        (russia,) = answer("draft", draft, "russia", "--at", "2026-06-08")["parties"]
        said |= {draft: [one["reaction"] for one in russia["reactions"]]} if russia["reactions"] else {}
    assert said == {
        "2025-11-20-us-28-points": ["reserves", "accepts-as-basis"],
        "2025-11-23-e3-counter-text": ["rejects"],
        "2025-12-24-20-points": ["reserves"],
    }


def test_every_statement_has_sources() -> None:
    """No line without its source."""
    for party in answer("history")["parties"]:
        for step in party["steps"]:
            assert step["statement"] is None or step["statement"]["sources"], step


def test_russia_asks_for_withdrawal_from_four_regions_and_has_not_moved() -> None:
    """The demand of 14 June 2024 is the one of 13 August 2025."""
    for day in ("2024-06-14", "2025-08-13"):
        held = term("russia", "ua-withdrawal-regions", day)
        assert held is not None
        assert held["offers"][0]["accepts"]["includes"] == ["donetsk", "luhansk", "zaporizhzhia", "kherson"]
        assert (held["firmness"], held["first_held"]) == ("red-line", "2024-06-14")


def test_what_became_of_what_russia_held_on_14_june_2024() -> None:
    """All of it was said again by 13 August 2025; only the memorandum asked for more, on the language."""
    (party,) = answer("changes", "russia", "--since", "June 14, 2024", "--until", "2025-08-13", "--all")["parties"]
    kinds = {change["issue"]: change["kind"] for change in party["changes"]}
    assert set(kinds.values()) == {"reaffirmed", "unchanged", "added", "hardened"}
    assert [id for id, kind in kinds.items() if kind == "hardened"] == ["language-rights"]
    asked = {
        "ua-withdrawal-regions", "nato-membership", "neutrality", "nuclear-status", "status-crimea", "status-donbas",
        "status-south", "sanctions-relief", "seq-withdrawal", "territory-baseline", "ideology-ban", "frozen-assets",
    }  # fmt: skip
    assert {id for id, kind in kinds.items() if kind == "reaffirmed"} == asked
    # What was said in 2022 and not again: the speech of 14 June 2024 does not name it either.
    older = {"membership-bar", "leaders-meeting", "leaders-meeting-held", "eu-membership"}
    assert {id for id, kind in kinds.items() if kind == "unchanged"} == older


def test_nothing_softened_or_hardened_on_13_august_2025() -> None:
    """Fadeev said that nothing had changed, and took nothing back of the memorandum of 2 June 2025."""
    (party,) = answer("changes", "russia", "--since", "2025-06-02", "--until", "2025-08-13")["parties"]
    assert {change["kind"] for change in party["changes"]} == {"reaffirmed", "added"}
    assert [change["issue"] for change in party["changes"] if change["kind"] == "added"] == ["territory-swap"]


def test_june_2025_is_on_the_way() -> None:
    """The memorandum of 2 June 2025 asked for more on the language, and for sanctions between the two to be lifted."""
    (party,) = answer("changes", "russia", "--since", "June 14, 2024", "--until", "2025-08-13", "--all")["parties"]
    paths = {change["issue"]: [step["kind"] for step in change["path"]] for change in party["changes"]}
    assert paths["language-rights"][0] == "hardened"
    assert "softened" not in paths["language-rights"]
    assert paths["sanctions-relief"] == ["reaffirmed"]
    assert paths["sanctions-mutual"] == ["added"]


@pytest.mark.parametrize(
    "id", ["ua-withdrawal-regions", "nato-membership", "neutrality", "status-crimea", "status-donbas"]
)
def test_russia_and_ukraine_contradict_each_other(id: str) -> None:
    """On the demands of the article there is nothing that both accept, as of 13 August 2025."""
    assert issue(id, "2025-08-13", "russia", "ukraine")["relation"] == "contradiction"


def test_withdrawal_is_a_red_line_of_both() -> None:
    """Both drew a line at it: Russia asks for four regions; Ukraine refuses the four, and the Donbas absolutely."""
    found = issue("ua-withdrawal-regions", "2025-08-13", "russia", "ukraine")
    assert found["red_line"] == ["russia", "ukraine"]
    assert found["clash"] == ["donetsk", "luhansk", "zaporizhzhia", "kherson"]


def statement_days() -> list[str]:
    """The days on which a party's position can change."""
    paths = (ROOT / "positions").glob("*/*.yaml")
    return sorted({path.name[:10] for path in paths if path.parent.name != "drafts"})


def test_withdrawal_first_against_ceasefire_first_on_each_day() -> None:
    """On every day since Ukraine put a ceasefire before talks on territory, 23 April 2025; on none before it."""
    found = []
    for day in statement_days():
        rings = answer("compare", "russia", "ukraine", "--at", day)["deadlocks"]
        sides = {
            (owner["party"], edge["before"], edge["after"])
            for ring in rings
            if {"ua-withdrawal-begins", "territory-talks"} <= set(ring["steps"])
            for edge in ring["edges"]
            for owner in edge["owners"]
        }
        if sides:
            found.append(day)
            assert ("ukraine", "ceasefire", "territory-talks") in sides, day
            withdrawal = "ua-withdrawal-begins" if day < "2025-11-27" else "ua-withdrawal"
            assert ("russia", withdrawal, "ceasefire") in sides, day
    assert found == [day for day in statement_days() if day >= "2025-04-23"]


def test_what_russia_said_in_june_2024_against_what_ukraine_said_in_august_2025() -> None:
    """Russia's order of 14 June 2024 and Ukraine's of 12 August 2025 block each other, whatever was said between."""
    (ring,) = answer("compare", "russia@2024-06-14", "ukraine@2025-08-12")["deadlocks"]
    owners = {
        (edge["before"], edge["after"]): [owner["statement"] for owner in edge["owners"]] for edge in ring["edges"]
    }
    assert owners == {
        ("ceasefire", "territory-talks"): ["2025-08-12"],
        ("territory-talks", "territory-decision"): [],
        ("territory-decision", "ua-withdrawal-begins"): [],
        ("ua-withdrawal-begins", "ceasefire"): ["2024-06-14"],
    }


def test_talks_first_against_ceasefire_first_on_each_day() -> None:
    """On every day since Russia put talks first, 11 May 2025; on none before it."""
    found = []
    for day in statement_days():
        rings = answer("compare", "russia", "ukraine", "--at", day)["deadlocks"]
        if ["ceasefire", "negotiations"] in [ring["steps"] for ring in rings]:
            found.append(day)
    assert found == [day for day in statement_days() if day >= "2025-05-11"]


def test_the_deadlocks_of_january_2026_are_distinct() -> None:
    """Ten with the Europeans, no two of the same demands; each edge has the statement that asked for it."""
    found = answer("compare", "russia", "ukraine", "europe", "--at", "2026-01-06")["deadlocks"]
    rings = [tuple(ring["steps"]) for ring in found]
    assert len(rings) == len(set(rings)) == 10
    asked = {
        (edge["before"], edge["after"], owner["party"]): owner["statement"]
        for ring in found
        for edge in ring["edges"]
        for owner in edge["owners"]
    }
    assert asked == {
        ("ceasefire", "negotiations", "ukraine"): "joint/2025-10-21",
        ("ceasefire", "negotiations", "europe"): "joint/2025-10-21",
        ("negotiations", "ceasefire", "russia"): "2025-10-21-lavrov",
        ("ceasefire", "security-guarantees", "ukraine"): "joint/2026-01-06-paris",
        ("ceasefire", "security-guarantees", "europe"): "joint/2026-01-06-paris",
        ("security-guarantees", "territory-decision", "europe"): "2025-12-15-berlin",
        ("security-guarantees", "territory-talks", "ukraine"): "2025-08-12",
        ("ceasefire", "territory-talks", "ukraine"): "2025-08-12",
        ("ceasefire", "territory-talks", "europe"): "2025-11-23-e3",
        ("territory-decision", "ceasefire", "russia"): "2025-12-30",
        ("ua-withdrawal-begins", "ceasefire", "russia"): "2024-06-14",
        ("ua-withdrawal", "ceasefire", "russia"): "2025-11-27",
    }


@pytest.mark.parametrize("day", ["2025-08-13", "2025-08-18"])
def test_withdrawal_first_against_ceasefire_first(day: str) -> None:
    """Russia puts the start of a withdrawal before a ceasefire, Ukraine a ceasefire before talks on territory."""
    talks, ring = answer("compare", "russia", "ukraine", "--at", day)["deadlocks"]
    assert talks["steps"] == ["ceasefire", "negotiations"]
    owners = {(edge["before"], edge["after"]): [owner["party"] for owner in edge["owners"]] for edge in ring["edges"]}
    assert owners == {
        ("ceasefire", "territory-talks"): ["ukraine"],
        ("territory-talks", "territory-decision"): [],
        ("territory-decision", "ua-withdrawal-begins"): [],
        ("ua-withdrawal-begins", "ceasefire"): ["russia"],
    }


def test_exchange_of_territory() -> None:
    """The United States spoke of an exchange; both Russia and Ukraine drew a red line at their own side of it."""
    for party in ("russia", "ukraine"):
        found = issue("territory-swap", "2025-08-13", party, "united-states")
        assert (found["relation"], found["red_line"]) == ("contradiction", [party])
    assert issue("territory-swap", "2025-08-13", "russia", "ukraine")["common"] == [["neither"]]


def test_ceiling_on_forces() -> None:
    """A ceiling without a figure against no ceiling: a contradiction without a number to measure."""
    found = issue("forces-personnel-cap", "2025-08-16", "russia", "ukraine", "europe")
    assert (found["relation"], found["gap"], found["red_line"]) == ("contradiction", None, ["europe"])
    assert found["conflict_groups"] == [["russia", "ukraine"], ["russia", "europe"]]


def test_united_states_turned_from_ceasefire_to_settlement() -> None:
    """A full ceasefire on 11 August 2025; not a mere ceasefire on 16 August."""
    days = ("--since", "2025-08-11", "--until", "2025-08-18")
    (party,) = answer("changes", "united-states", *days)["parties"]
    kinds = {change["issue"]: change["kind"] for change in party["changes"]}
    assert kinds["ceasefire-scope"] == "replaced"
    assert kinds["seq-ceasefire"] == "shifted"


def test_protection_of_russian_speakers() -> None:
    """Rights of Russian-speakers are asked for in June 2024, an official language since 2 June 2025."""
    for day, accepts in (
        ("2024-06-14", ["full-rights-guaranteed", "official-state-language"]),
        ("2025-06-02", ["official-state-language"]),
        ("2025-08-13", ["official-state-language"]),
    ):
        held = term("russia", "language-rights", day)
        assert held is not None
        assert held["offers"][0]["accepts"] == accepts


def test_area_is_an_article_s_figure_and_nobody_s_demand() -> None:
    """21,000 km² (8,100 square miles) is under no party, not even as reported: it is in the note of its issue."""
    for party in PARTIES:
        assert term(party, "ua-withdrawal-area", "2026-06-08", "--with-reported") is None
    agenda = yaml.load((ROOT / "positions" / "agenda.yaml").read_bytes(), yaml.BaseLoader)
    note = agenda["issues"]["ua-withdrawal-area"]["note"]
    for figure in ("21,000 sq km", "8,100 sq miles", "9,000 sq km", "6,600 sq km", "5,000 sq km", "19%"):
        assert figure in note


#: The days that no page gives; a file is entered under one that its note explains.
INFERRED = {
    "joint/2026-06-07-london", "ukraine/2022-03-27", "ukraine/2025-08-24", "ukraine/2026-06-03-undated",
    "united-states/2026-01-31-financial-times", "united-states/2026-01-31-rubio",
    "united-states/2026-06-03-as-told-by-ukraine",
}  # fmt: skip


def test_an_inferred_day_is_told_wherever_it_is_shown() -> None:
    """In the title of the statement, and in the note of each of its terms, which `show` and `--quotes` print."""
    for path in sorted((ROOT / "positions").glob("*/*.yaml")):
        head = yaml.load(path.read_bytes(), yaml.BaseLoader)
        inferred = f"{path.parent.name}/{path.stem}" in INFERRED
        assert head["title"].endswith("day inferred") == inferred, path
        for issue, one in head.get("terms", {}).items() if inferred else ():
            assert re.search("day (is )?inferred", one["note"], re.IGNORECASE), f"{path}: {issue}"


@pytest.mark.parametrize(
    ("name", "publisher"),
    [
        ("united-states/2025-04-17-paris", "Reuters"),
        ("joint/2025-04-23-counter-text", "Reuters"),
        ("united-states/2025-11-20-28-points", "Axios"),
        ("europe/2025-11-23-e3", "Reuters"),
    ],
)
def test_a_leaked_text_is_no_official_statement(name: str, publisher: str) -> None:
    """Its title says who published it, and its speaker, which stands by each quote, that it is a text."""
    head = yaml.load((ROOT / "positions" / f"{name}.yaml").read_bytes(), yaml.BaseLoader)
    assert head["title"].endswith(f"as leaked and published by {publisher}")
    assert head["speaker"].startswith(f"Text published by {publisher}, ascribed to ")


def test_reaffirmed_in_a_joint_statement() -> None:
    """What Ukraine and the Europeans signed on 16 June 2024 is a term of both."""
    for party in ("ukraine", "europe"):
        held = term(party, "znpp-control", "2024-06-16")
        assert held is not None
        assert held["statement"] == "joint/2024-06-16-burgenstock"


def test_four_parties_are_one_answer() -> None:
    """Four parties are compared in one table, and who keeps them apart is named."""
    found = answer("compare", *PARTIES, "--at", "2025-08-18")
    assert found["parties"] == list(PARTIES)
    nato = next(each for each in found["issues"] if each["issue"] == "nato-membership")
    assert nato["relation"] == "contradiction"
    assert ["russia", "ukraine"] in nato["conflict_groups"]


def test_neither_way_to_a_ceasefire_is_told_as_the_one_that_is_left() -> None:
    """Option 1 begins with the withdrawal that Ukraine's red line refuses; so nothing of it is forced."""
    found = answer("conflicts", "russia", "ukraine", "--at", "2025-08-13")
    assert found["forced"] == []
    held = [sorted(f"{one['party']} {one['issue']}" for one in each["terms"]) for each in found["conflicts"]]
    assert [
        "russia ceasefire-monitoring", "russia ceasefire-way",
        "ukraine ceasefire-monitoring", "ukraine ua-withdrawal-regions",
    ] in held  # fmt: skip
