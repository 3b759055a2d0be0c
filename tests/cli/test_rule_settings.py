"""`[tool.posdiff.rules]`: the severity of the findings of a rule, and what the commands make of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from posdiff.cli.commands.accept import HELP
from posdiff.findings.rules import GROUPS, RULES, RuleId
from posdiff.review import pages
from running import called
from writing import write

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}}
        issues: {status: {title: Status, kind: choice, options: {shared: Shared, free: Free}}}
        """,
    "north/2024-06-14.yaml": """
        date: 2024-06-14
        terms:
          status: {accepts: shared, quote: We will share the port and all that belongs to it.}
        """,
    "north/2024-06-14-b.yaml": """
        date: 2024-06-14
        sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
        terms: {status: free}
        """,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dossier with two warnings: `same-day`, told by validate too, and `no-source`."""
    write(tmp_path, FILES)
    return tmp_path


def found(folder: Path, settings: str, command: str = "check") -> tuple[int, str, list[str]]:
    """The exit code, the status and the findings under settings."""
    (folder / "posdiff.toml").write_text(settings, encoding="utf-8")
    run = called(command, "--format", "json", cwd=folder)
    told = json.loads(run.out)
    return run.code, told["status"], [f"{each['severity']} {each['rule']}" for each in told["findings"]]


CASES = {
    "nothing set": ("", 0, "ok", ["warning no-source", "warning same-day"]),
    "raised": ('[rules]\nno-source = "error"', 1, "findings", ["error no-source", "warning same-day"]),
    "lowered": ('[rules]\nno-source = "info"', 0, "ok", ["warning same-day", "info no-source"]),
    "turned off": ('[rules]\nno-source = "off"\nsame-day = "off"', 0, "ok", []),
    "what reading tells, raised": ('[rules]\nsame-day = "error"', 1, "findings",
                                   ["error same-day", "warning no-source"]),
    "a limit": ("[rules]\nlong-quote = {words = 9}", 0, "ok",
                ["warning long-quote", "warning no-source", "warning same-day"]),
    "a limit and a severity": ('[rules]\nlong-quote = {words = 9, severity = "error"}', 1, "findings",
                               ["error long-quote", "warning no-source", "warning same-day"]),
    "a limit that is kept": ("[rules]\nlong-quote = {words = 11}", 0, "ok", ["warning no-source", "warning same-day"]),
    "an error said to be one": ('[rules]\nbad-url = "error"', 0, "ok", ["warning no-source", "warning same-day"]),
}  # fmt: skip


@pytest.mark.parametrize(("settings", "code", "status", "findings"), CASES.values(), ids=CASES)
def test_the_severity_of_a_rule_can_be_set(
    folder: Path, settings: str, code: int, status: str, findings: list[str]
) -> None:
    result = found(folder, settings)
    assert (*result[:2], sorted(result[2])) == (code, status, sorted(findings))


def test_validate_heeds_them_too(folder: Path) -> None:
    assert found(folder, "", "validate") == (0, "ok", ["warning same-day"])
    assert found(folder, '[rules]\nsame-day = "off"', "validate") == (0, "ok", [])
    assert found(folder, '[rules]\nsame-day = "error"', "validate") == (1, "findings", ["error same-day"])


def test_they_may_stand_in_pyproject_too(folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[tool.posdiff.rules]\nno-source = "off"\n', encoding="utf-8")
    run = called("check", "--format", "json", cwd=folder / "positions")
    assert [each["rule"] for each in json.loads(run.out)["findings"]] == ["same-day"]


WRONG = {
    "no such rule": ('[rules]\nno-sources = "off"', "no rule `no-sources`", "did you mean no-source"),
    "no such severity": ('[rules]\nno-source = "warn"', "`rules.no-source` takes no severity `warn`",
                         "did you mean warning"),
    "no text": ("[rules]\nno-source = true", "`rules.no-source` takes no severity `True`", "known: error"),
    "an error of reading turned off": ('[rules]\nbad-url = "off"', "`rules.bad-url` stays an error",
                                       "it is an error of reading"),
    "an error of reading lowered": ('[rules]\nunknown-key = "info"', "`rules.unknown-key` stays an error",
                                    "it is an error of reading"),
    "no such limit": ("[rules]\nno-source = {words = 3}", "`rules.no-source` has no `words`", "known: severity"),
    "a limit of no words": ("[rules]\nlong-quote = {words = 0}", "must be a whole number above 0", ""),
    "no table": ('rules = "off"', "`rules` must be a table", ""),
    "lists without end": ("a = " + "[" * 5000, "posdiff.toml is nested too deep", ""),
    "a number without end": ("width = " + "9" * 5000, "posdiff.toml is not valid TOML", ""),
}  # fmt: skip


@pytest.mark.parametrize(("settings", "says", "hint"), WRONG.values(), ids=WRONG)
@pytest.mark.parametrize("command", ["check", "validate", "rules"])
def test_a_slip_in_them_is_an_error(folder: Path, settings: str, says: str, hint: str, command: str) -> None:
    (folder / "posdiff.toml").write_text(settings, encoding="utf-8")
    run = called(command, cwd=folder)
    assert (run.code, run.out, says in run.err, hint in run.err) == (2, "", True, True), run.err


def test_a_project_without_a_table_of_tools_has_no_settings(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("tool = 1  # no tool.posdiff here\n", encoding="utf-8")
    assert called("check", cwd=folder).code == 0


def test_rules_lists_each_with_what_it_counts_as_here(folder: Path) -> None:
    (folder / "posdiff.toml").write_text('[rules]\nno-source = "off"\n', encoding="utf-8")
    text = called("rules", cwd=folder).out
    assert text.startswith(f"{len(RULES)} rules\n\nFILES AND FOLDERS\n  Rule ")
    rows = [line.split()[:2] for line in text.splitlines() if line.startswith("  ")]
    assert [row for row in rows if row[0] != "Rule"] == [
        [id, "off" if id == "no-source" else rule.severity] for id, rule in RULES.items()
    ]
    listed = json.loads(called("rules", "-f", "json", cwd=folder).out)["rules"]
    assert [each["rule"] for each in listed] == list(RULES)
    assert {each["group"] for each in listed} == set(GROUPS)
    assert [each for each in listed if each["rule"] == "no-source"] == [
        {"rule": "no-source", "title": "A statement or draft has no source", "severity": "off", "default": "warning",
         "fixed": False, "found": "check", "group": "Sources and quotes"}
    ]  # fmt: skip
    markdown = called("rules", "-f", "markdown", cwd=folder).out
    assert "| `no-source` | off | A statement or draft has no source |\n" in markdown


def test_explain_prints_the_page(folder: Path) -> None:
    (folder / "posdiff.toml").write_text('[rules]\nno-source = "off"\n', encoding="utf-8")
    assert called("explain", "no-source", cwd=folder).out == (
        "no-source\n"
        "  Severity: off (usually warning); found by check.\n"
        "  A statement or draft has no source.\n\n"
        "WHY IT MATTERS\n"
        "  Nobody can look up what was said, by whom and when. Every answer shows its sources; here there is none to "
        "show.\n\n"
        "REFUSED\n"
        "    # north/2024-06-14.yaml\n    date: 2024-06-14\n    terms: {status: shared}\n\n"
        "ACCEPTED\n"
        "    # north/2024-06-14.yaml\n    date: 2024-06-14\n"
        '    sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}\n'
        "    terms: {status: shared}\n\n"
        "WHEN TO ACCEPT IT\n"
        "  Where the team knows the source but may not name it. Accept it with posdiff accept, and say who has seen "
        "it.\n"
    )
    page = called("explain", "no-source", "-f", "markdown", cwd=folder).out
    assert page.startswith("<!-- posdiff rule sha256:")
    assert "\n# no-source\n\nSeverity: off" in page
    assert page.endswith(pages.page("no-source"))


@pytest.mark.parametrize("id", [rule.id for rule in RULES.values()])
def test_every_rule_is_explained(id: RuleId, folder: Path) -> None:
    run = called("explain", id, cwd=folder)
    assert (run.code, run.out.splitlines()[0]) == (0, id)
    assert json.loads(called("explain", id, "-f", "json", cwd=folder).out)["page"] == pages.page(id)


def test_accept_tells_how_findings_are_named() -> None:
    assert "fingerprint" in HELP
    assert "FILE:LINE" in HELP
