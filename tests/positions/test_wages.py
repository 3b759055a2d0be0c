"""The wage round under examples/, and the tour of the README, which begins to write it. Answers are from the story."""

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
WAGES = ROOT / "examples" / "wages" / "positions"


@cache
def asked(*arguments: str) -> dict[str, Any]:
    """The JSON of a command on the wage round."""
    run = called("--positions", str(WAGES), *arguments, "--format", "json", cwd=ROOT)
    assert run.code == 0, run.err
    found: dict[str, Any] = json.loads(run.out)
    return found


def test_there_is_nothing_to_report() -> None:
    assert asked("validate")["findings"] == []


def test_it_is_marked_as_invented() -> None:
    assert "invented" in yaml.safe_load((WAGES / "agenda.yaml").read_text(encoding="utf-8"))["title"]
    assert "All of it is invented" in (ROOT / "examples" / "README.md").read_text(encoding="utf-8")


def test_every_kind_of_issue_is_there() -> None:
    kinds = {issue["kind"] for issue in asked("issues")["issues"]}
    assert kinds == {"choice", "set", "quantity", "date", "sequence", "text"}


def test_every_quote_is_proven_and_every_sentence_accounted_for() -> None:
    """Of its papers, which are kept; some passages carry no term, and say why."""
    proven = asked("verify", "--require-verified")
    assert (proven["status"], {quote["result"] for quote in proven["quotes"]}) == ("ok", {"verified"})
    pages = asked("coverage", "--fail-on", "open")["statements"]
    assert len(pages) == len(list((WAGES / "sources").iterdir())) == 13
    assert all(page["sentences"] == page["quoted"] + page["dismissed"] for page in pages)
    reasons = {entry["reason"] for path in WAGES.rglob("2*.yaml") for entry in read(path).get("dismissed", ())}
    assert reasons == {"procedural", "background", "repeated", "off-agenda"}


def test_a_second_coding_is_kept_and_disagrees_here_and_there() -> None:
    coding = asked("report", "union", "employer")["second_coding"]
    assert coding == {
        "terms": 15,
        "on_record": 31,
        "alpha": 0.824,
        "low": 0.577,
        "high": 1.0,
        "gone": 0,
        "changed": 0,
        "measured": 15,
        "coder": "Somebody who did not code it first (invented)",
        "same_coder": 0,
        "off_sheet": 0,
    }


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


RELATIONS = {
    "2026-03-06": {
        "pay-rise": "contradiction", "agreement-length": "contradiction", "dismissals": "conditional",
        "bonus-groups": "overlap",
    },
    "2026-05-12": {
        "pay-rise": "conditional", "second-step": "one-sided", "bonus-groups": "contradiction",
        "one-off-payment": "unassessed", "agreement-length": "overlap", "first-payment": "agreed",
        "night-break": "contradiction", "dismissals": "conditional", "resumption": "contradiction",
        "training": "one-sided",
    },
}  # fmt: skip


@pytest.mark.parametrize("day", RELATIONS)
def test_relations(day: str) -> None:
    found = asked("compare", "union", "employer", "--at", day)["issues"]
    assert {one["issue"]: one["relation"] for one in found} == RELATIONS[day]


def test_gaps_and_clashes() -> None:
    """Half an hour is 30 minutes; the gap to 20 is 10. Apprentices are what the bonus clashes on."""
    found = {one["issue"]: one for one in asked("compare", "union", "employer", "--at", "2026-05-12")["issues"]}
    assert found["night-break"]["gap"] == {"from": 20, "to": 30, "size": 10, "unit": "minute"}
    assert found["bonus-groups"]["clash"] == ["apprentices"]
    assert found["resumption"]["red_line"] == ["employer"]
    assert found["agreement-length"]["common"][0]["min"] == found["agreement-length"]["common"][0]["max"] == 24


def test_the_deadlock() -> None:
    """First overtime, then talks, then the agreement; and no overtime before the agreement."""
    (ring,) = asked("compare", "union", "employer", "--at", "2026-05-12")["deadlocks"]
    assert ring["steps"] == ["overtime-resumes", "talks-resume", "works-agreement"]


@pytest.mark.parametrize(
    ("party", "kinds"),
    [
        ("union", {"pay-rise": "softened", "agreement-length": "replaced", "bonus-groups": "hardened",
                   "dismissals": "reaffirmed"}),
        ("employer", {"pay-rise": "softened", "bonus-groups": "hardened", "agreement-length": "reaffirmed",
                      "dismissals": "reaffirmed"}),
    ],
)  # fmt: skip
def test_changes_since_the_first_offers(party: str, kinds: dict[str, str]) -> None:
    (found,) = asked("changes", party, "--since", "2026-03-05", "--until", "2026-05-12")["parties"]
    assert {one["issue"]: one["kind"] for one in found["changes"] if one["kind"] != "added"} == kinds


def test_what_ended() -> None:
    """The one-off payment was offered to the end of May; the words on training were taken back on 4 May."""
    (found,) = asked("changes", "employer", "--since", "2026-04-02", "--until", "2026-06-01")["parties"]
    kinds = {one["issue"]: one["kind"] for one in found["changes"]}
    assert (kinds["one-off-payment"], kinds["training"]) == ("expired", "withdrawn")


def test_what_is_only_reported() -> None:
    for arguments, most in (((), 12), (("--with-reported",), 18)):
        (term,) = asked("show", "union", "agreement-length", "--at", "2026-04-20", *arguments)["terms"]
        assert term["parts"][-1]["offers"][0]["accepts"]["max"] == most


def test_drafts() -> None:
    """The mediator's: apprentices and the break for the union, the break and dismissals for the employer."""
    found = asked("draft", "mediator", "union", "employer", "--at", "2026-05-12")["parties"]
    broken = {
        party["party"]: [term["issue"] for term in party["terms"] if term["result"] == "broken"] for party in found
    }
    assert broken == {"union": ["bonus-groups", "night-break"], "employer": ["night-break", "dismissals"]}
    (union,) = asked("draft", "2026-05-08", "union", "--at", "2026-05-12")["parties"]
    assert [term["issue"] for term in union["terms"] if term["result"] == "broken"] == ["agreement-length"]


def says_too(whole: Any, part: Any) -> bool:
    """Whether all that a part of a file says stands in the whole; a value in short stands for one of several keys."""
    if isinstance(part, dict):
        return all(key in whole and says_too(whole[key], value) for key, value in part.items())
    return bool(whole == part or (isinstance(whole, dict) and part in whole.values()))


def test_the_tour_begins_to_write_it() -> None:
    """What the tour's statements and its agenda say, these files say too, with quotes and pages."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8").split("## A tour in five minutes")[1].split("\n## ")[0]
    files = dict(re.findall(r"File `positions/([^`]+)`:\n\n```yaml\n(.*?)```", readme, re.DOTALL))
    tour = yaml.safe_load(files.pop("agenda.yaml"))
    whole = yaml.safe_load((WAGES / "agenda.yaml").read_text(encoding="utf-8"))
    assert set(files) == {"union/2026-03-02.yaml", "employer/2026-03-05.yaml", "employer/2026-03-19.yaml"}
    for name, text in files.items():
        assert says_too(yaml.safe_load((WAGES / name).read_text(encoding="utf-8")), yaml.safe_load(text)), name
    assert whole["title"] == tour["title"]
    for section in ("parties", "issues"):
        for id, said in tour[section].items():
            assert said.items() <= whole[section][id].items()
