"""Every rule has a page, and its examples are right: the refused one gives that finding, the accepted one none."""

from __future__ import annotations

from pathlib import Path

import pytest
from examples import Example, example, found, part

from posdiff.findings.rules import RULES, FindingRule
from posdiff.review import catalogue, pages

TESTS = Path(__file__).resolve().parents[1]
PAGES = TESTS.parent / "docs" / "rules"
MODULES = TESTS.parent / "src" / "posdiff" / "review" / "rules"
#: What no YAML on a page can show: it is in the name, the bytes or the size of a file. Other tests find each of them.
IN_WORDS = (
    "not-a-file", "symbolic-link", "unreadable", "file-too-large", "not-utf-8", "control-character",
    "reordering-character", "too-deep", "too-many-nodes", "too-many", "quote-absent", "quote-ambiguous",
    "dismissed-absent", "source-changed-on-disk", "source-not-kept", "source-unreadable",
)  # fmt: skip
SHOWN = [rule for rule in RULES.values() if rule.id not in IN_WORDS]


def _shown(rule: FindingRule, heading: str) -> Example:
    shown = example(pages.page(rule.id), heading)
    assert shown is not None, f"{rule.id} has no example under {heading}"
    if rule.when == "acceptance":
        source = {"north/2024-06-14.yaml": "date: 2024-06-14\nterms: {status: shared}\n"}
        return shown._replace(after={**shown.after, **source})
    return shown


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.id)
def test_the_refused_example_gives_that_finding_and_no_other(rule: FindingRule) -> None:
    findings = found(rule, _shown(rule, "Refused"))
    assert [(finding.rule, finding.severity) for finding in findings] == [(rule.id, rule.severity)], findings


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.id)
def test_the_accepted_example_gives_none(rule: FindingRule) -> None:
    assert found(rule, _shown(rule, "Accepted")) == ()


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_every_page_has_the_same_parts(rule: FindingRule) -> None:
    text = (PAGES / f"{rule.id}.md").read_text(encoding="utf-8")
    page = pages.page(rule.id)
    assert text == f"# {rule.id}\n\n{page}"
    headings = [line for line in page.splitlines() if line.startswith("## ")]
    assert headings == ["## Why it matters", "## Refused", "## Accepted", "## When to accept it"]
    assert all(part(page, heading.removeprefix("## ")).strip() for heading in headings)
    first, second = page.splitlines()[:2]
    assert (first[-1], second) == (".", "")
    assert len(pages.title(rule.id)) <= 110


@pytest.mark.parametrize("id", IN_WORDS)
def test_what_no_page_can_show_is_found_by_another_test(id: str) -> None:
    assert any(
        id in file.read_text(encoding="utf-8") for file in TESTS.rglob("test_*.py") if file.name != "test_catalogue.py"
    )


def test_every_id_has_a_page_and_every_page_an_id() -> None:
    assert sorted(RULES) == sorted(file.stem for file in PAGES.iterdir())


def test_every_rule_that_looks_at_a_case_has_a_file_of_its_name() -> None:
    files = {file.stem.replace("_", "-") for file in MODULES.glob("*.py")} - {"--init--"}
    assert files == {rule.id for rule in RULES.values() if rule.when in ("check", "edit")} == set(catalogue.EXAMINED)
