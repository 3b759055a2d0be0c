"""Every command that tells of rules and findings, in every format, with a rule that only the tests have."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import shouted_title

from posdiff.cli import completion
from posdiff.findings.rules import GROUPS, RULES, FindingRule, When
from posdiff.kinds.kind import Problem, Reading, Words
from posdiff.kinds.table import KINDS
from posdiff.kinds.text import TextSpace
from posdiff.reports import formats
from posdiff.review import acceptance, catalogue, pages
from running import Run, called
from writing import write

ID = shouted_title.ID
GROUP = "What the files say"
TITLE = "A title is written in capitals alone"
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {union: {name: Union}}
        issues: {preamble: {title: Preamble, kind: text}}
        """,
    "union/2026-03-02.yaml": """
        date: 2026-03-02
        title: OUR DEMANDS
        sources: {leaflet: {title: Our demands, publisher: Union, date: 2026-03-02, url: "https://example.org/a"}}
        terms: {preamble: IN GOOD FAITH}
        """,
}
AT = ("--at", "2026-05-01")
WHY = ("--reason", "It is their name.", "--owner", "the desk", "--expires", "2026-12-31")
#: What every format says of the finding.
MESSAGE = "the title OUR DEMANDS is in capitals alone"


class ShoutedText(TextSpace):
    """Text whose words are looked at while files are read."""

    def read(self, words: dict[str, Words]) -> Reading:  # type: ignore[override]
        read = super().read(words)
        problem = Problem(("says",), ID, MESSAGE, "write it as a sentence is written")
        return read._replace(problems=(*read.problems, problem)) if str(words["says"]).isupper() else read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dossier with a title that the rule finds, and nothing else that any rule finds."""
    write(tmp_path, FILES)
    return tmp_path


@pytest.fixture
def manual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The pages of the rules, and that of this one."""
    every = shutil.copytree(pages._folder(), tmp_path / "rules")
    (every / f"{ID}.md").write_text(shouted_title.PAGE, encoding="utf-8")
    monkeypatch.setattr(pages, "_folder", lambda: every)
    yield
    pages.page.cache_clear()  # the page of a rule that is no more


def listed(monkeypatch: pytest.MonkeyPatch, when: When) -> None:
    """The tables of rules, with this one."""
    rule = FindingRule(ID, "warning", when)
    monkeypatch.setitem(RULES, ID, rule)
    monkeypatch.setitem(GROUPS, GROUP, (*GROUPS[GROUP], rule))


@pytest.fixture
def in_check(manual: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rule as one that looks at a case."""
    listed(monkeypatch, "check")
    monkeypatch.setitem(catalogue.EXAMINED, ID, shouted_title.examine)


@pytest.fixture
def in_reading(manual: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule of the same id that is found while files are read."""
    listed(monkeypatch, "reading")
    monkeypatch.setitem(KINDS, "text", ShoutedText)


def shown(run: Run, format: str) -> None:
    """That a run ended well, and shows the finding: its rule and what is wrong."""
    assert (run.code, run.err) == (0, ""), format
    assert ID in run.out, format
    assert MESSAGE in run.out, format


@pytest.mark.parametrize("format", formats.FINDINGS)
@pytest.mark.usefixtures("in_check")
def test_check_shows_the_finding(folder: Path, format: str) -> None:
    shown(called("check", *AT, "--format", format, cwd=folder), format)


@pytest.mark.parametrize("format", formats.FINDINGS)
@pytest.mark.usefixtures("in_reading")
def test_validate_shows_what_is_found_while_reading(folder: Path, format: str) -> None:
    shown(called("validate", "--format", format, cwd=folder), format)


@pytest.mark.usefixtures("in_check")
def test_validate_is_silent_on_what_only_check_finds(folder: Path) -> None:
    assert called("validate", cwd=folder).out == "= 2 files read, nothing to report\n"


@pytest.mark.usefixtures("in_check")
def test_it_is_the_only_finding_and_can_fail_the_gate(folder: Path) -> None:
    run = called("check", *AT, "--fail-on", "warning", "--format", "json", cwd=folder)
    told = json.loads(run.out)["findings"]
    assert run.code == 1
    assert [(one["rule"], one["severity"], one["message"]) for one in told] == [(ID, "warning", MESSAGE)]


@pytest.mark.parametrize("format", formats.PAGE)
@pytest.mark.usefixtures("in_check")
def test_rules_lists_it(folder: Path, format: str) -> None:
    run = called("rules", "--format", format, cwd=folder)
    assert (run.code, run.err, ID in run.out, TITLE in run.out) == (0, "", True, True)


@pytest.mark.parametrize("format", formats.PAGE)
@pytest.mark.usefixtures("in_check")
def test_explain_prints_its_page(folder: Path, format: str) -> None:
    run = called("explain", ID, "--format", format, cwd=folder)
    assert (run.code, run.err) == (0, "")
    assert TITLE in run.out
    assert "Whoever shouts is not read." in run.out
    assert "Where the title is an abbreviation." in run.out


@pytest.mark.parametrize("format", formats.FINDINGS)
@pytest.mark.usefixtures("in_check")
def test_accept_takes_it_out_of_every_format(folder: Path, format: str) -> None:
    """The entry names the rule; from then on no format shows the finding."""
    (finding,) = json.loads(called("check", *AT, "--format", "json", cwd=folder).out)["findings"]
    run = called("accept", finding["fingerprint"], *WHY, *AT, cwd=folder)
    place = f"{finding['file']}:{finding['line']}:{finding['column']}"
    assert run == Run(0, f"accepted until 2026-12-31: {finding['fingerprint']} [{ID}] {place}\n", "")
    assert f"rule: {ID}" in (folder / acceptance.NAME).read_text(encoding="utf-8")
    left = called("check", *AT, "--format", format, cwd=folder)
    assert (left.code, left.err, MESSAGE in left.out) == (0, "", False)


@pytest.mark.parametrize("level", ["error", "info", "off"])
@pytest.mark.usefixtures("in_check")
def test_the_settings_can_change_its_severity(folder: Path, level: str) -> None:
    (folder / "pyproject.toml").write_text(f'[tool.posdiff.rules]\n{ID} = "{level}"\n', encoding="utf-8")
    told = json.loads(called("check", *AT, "--format", "json", cwd=folder).out)["findings"]
    assert [one["severity"] for one in told] == ([] if level == "off" else [level])


@pytest.mark.usefixtures("in_check")
def test_its_id_is_completed() -> None:
    assert list(completion.rules("shout")) == [ID]
