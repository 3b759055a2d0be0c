"""What the pages in docs/ list is what the source has: neither more nor less."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from posdiff.cli import options
from posdiff.cli.app import COMMANDS
from posdiff.kinds.table import KINDS
from posdiff.reports.shapes.schemas import NAMES
from running import posdiff

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "posdiff"
DOCS = ROOT / "docs"
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted([*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CHANGELOG.md"])


def page(name: str) -> str:
    """The text of a page."""
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_readme(command: str) -> None:
    assert re.search(rf"^\|.*`posdiff {command}\b", README, re.MULTILINE)


def test_every_command_of_the_readme_is_one() -> None:
    named = re.findall(
        r"posdiff ([a-z][a-z-]*)\b", " ".join(re.findall(r"`posdiff [^`]*`|^\$ posdiff .*$", README, re.M))
    )
    assert set(named) <= set(COMMANDS)


def test_every_folder_of_the_source_stands_in_the_architecture() -> None:
    listed = re.findall(r"^\| `([a-z_/]+)` \|", page("architecture.md"), re.MULTILINE)
    folders = [file.parent.relative_to(SOURCE).as_posix() for file in SOURCE.rglob("__init__.py")]
    assert sorted(listed) == sorted(folder for folder in folders if folder != ".")


def test_every_decision_is_listed() -> None:
    listed = re.findall(r"\(decisions/([^)]+)\)", page("architecture.md"))
    assert listed == sorted(file.name for file in (DOCS / "decisions").glob("*.md"))
    for name in listed:
        text = (DOCS / "decisions" / name).read_text(encoding="utf-8")
        assert text.startswith(f"# {name[:4]}: ")
        assert re.findall("^## (.*)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]


def test_every_schema_and_setting_and_kind_is_listed() -> None:
    assert set(NAMES) <= set(re.findall("`([a-z-]+)`", page("json.md")))
    told = README.split("The keys are the long names of options:")[1].split("An unknown key")[0]
    assert sorted(re.findall("`([a-z-]+)`", told)) == sorted(options.KEPT)
    for kind in KINDS:
        assert f"\n| `{kind}` |" in page("format.md")
        assert f"\n| `{kind}` |" in README


def test_exit_codes_are_the_same_everywhere() -> None:
    for code in ("0", "1", "2", "3", "4"):
        assert f"\n| {code} | " in page("exit-codes.md")
        assert f"\n| {code} | " in README


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_links_lead_to_files(file: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)\)", file.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (file.parent / target).exists(), target


def test_the_examples_of_the_format_are_valid(tmp_path: Path) -> None:
    shown = re.findall("^```yaml\n(.*?)^```", page("format.md"), re.MULTILINE | re.DOTALL)
    agenda, statement, alternative, quoted, reaffirming, draft, version, worded = shown
    positions = tmp_path / "positions"
    (positions / "north").mkdir(parents=True)
    (positions / "south").mkdir()
    (positions / "drafts").mkdir()
    (positions / "agenda.yaml").write_text(agenda, encoding="utf-8")
    (positions / "north" / "2024-06-14.yaml").write_text(statement, encoding="utf-8")
    (positions / "south" / "2024-06-14.yaml").write_text(f"date: 2024-06-14\nterms:\n{alternative}", encoding="utf-8")
    (positions / "south" / "2024-06-15.yaml").write_text(f"date: 2024-06-15\nterms:\n{quoted}", encoding="utf-8")
    corridor = "date: 2024-07-01\nterms: {land-corridor: yes}\n"
    (positions / "north" / "2024-07-01.yaml").write_text(corridor, encoding="utf-8")
    (positions / "north" / "2025-08-13.yaml").write_text(reaffirming, encoding="utf-8")
    (positions / "drafts" / "2026-01-15-proposal.yaml").write_text(draft, encoding="utf-8")
    (positions / "drafts" / "2026-02-01.yaml").write_text(version, encoding="utf-8")
    (positions / "drafts" / "2026-02-15.yaml").write_text(worded.replace("-proposal", ""), encoding="utf-8")
    run = posdiff("validate", cwd=tmp_path)
    assert "error" not in run.out
    assert run.code == 0
