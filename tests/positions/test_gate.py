"""The sample and the example go through the gate: the sample tells nothing, the example few things, all true."""

from __future__ import annotations

import json
from pathlib import Path

from running import called

ROOT = Path(__file__).parents[2]
#: Letters and leaflets of the example have no address; the employer's draft leaves open what lies below its "at most".
#: Clause 5 of the mediator's has "[unless the union agrees]", which no option on dismissals stands for.
TRUE = {"source-untraceable", "source-incomplete", "draft-open-bound", "brackets-at-odds"}


def test_the_sample_tells_nothing_that_is_wrong() -> None:
    """No warning either, but for those that are accepted, each with a reason."""
    run = called("check", "--fail-on", "warning", "--format", "json", cwd=ROOT)
    told = json.loads(run.out)
    assert (run.code, told["status"]) == (0, "ok")
    # For information, and true: no party named the area of a withdrawal.
    assert {finding["rule"] for finding in told["findings"]} == {"reported-part", "unanswered-issue"}
    run = called("validate", "--fail-on", "warning", cwd=ROOT)
    assert run.code == 0


def test_what_is_accepted_of_the_sample_is_one_article() -> None:
    """Nobody recorded where the article of 13 August 2025 appeared; nothing else needs to be accepted."""
    accepted = (ROOT / ".posdiff-accept.yaml").read_text(encoding="utf-8")
    assert accepted.count("  - rule: ") == accepted.count("  - rule: source-untraceable") == 3
    assert accepted.count("The article of 13 August 2025 was passed on as text alone") == 3


def test_the_example_tells_few_things() -> None:
    run = called("check", "--format", "json", cwd=ROOT / "examples" / "wages")
    told = json.loads(run.out)
    assert (run.code, told["status"], told["counts"]["error"]) == (0, "ok", 0)
    assert {finding["rule"] for finding in told["findings"]} <= TRUE
    assert len(told["findings"]) < 30
