"""README.md says what is so: its commands run, its output is real, its picture is drawn from the sample positions."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from posdiff.answers.chart import KINDS
from posdiff.reports.writers import terminal
from running import posdiff

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

import picture  # noqa: E402
import readme  # noqa: E402

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = readme.blocks(TEXT)

needs_a_shell = pytest.mark.skipif(os.name == "nt" or shutil.which("git") is None, reason="needs /bin/sh and git")


@needs_a_shell
def test_every_command_prints_what_the_readme_shows(tmp_path: Path) -> None:
    assert readme.real(TEXT, tmp_path) == TEXT, "python scripts/readme.py writes what the commands print"


def test_the_tour_and_the_comparison_are_there_to_be_run() -> None:
    run = [command for block in BLOCKS if block.language == "console" for command in readme.commands(block)]
    for beginning in ("posdiff validate", "posdiff compare ", "posdiff changes ", "git diff ", "python fields.py "):
        assert any(command.startswith(beginning) for command in run), beginning


def test_what_dyff_printed_was_printed_for_the_two_files_that_are_shown() -> None:
    """Its output is a copy (dyff is no Python program): whoever changes the files has to run dyff again."""
    assert "\nindex 1d49718..7e4f556 100644\n" in TEXT
    assert "$ dyff between --omit-header positions/north/2026-05-04.yaml positions/north/2026-06-01.yaml" in TEXT


def test_no_shown_command_depends_on_the_day_on_which_it_is_run() -> None:
    for block in BLOCKS:
        for command in readme.commands(block) if block.language == "console" else ():
            if command.startswith(("posdiff compare", "posdiff changes", "posdiff show")):
                assert "--at " in command or "--until " in command, command


def test_every_file_of_the_tour_is_named_once_or_corrected() -> None:
    files = [(block.section, block.file) for block in BLOCKS if block.file]
    twice = {file for file in files if files.count(file) > 1}
    assert {name for _, name in twice} <= {"positions/employer/2026-03-19.yaml"}


def test_the_two_commands_stand_in_blocks_of_their_own() -> None:
    shell = [block for block in BLOCKS if block.language == "sh"]
    see, run = shell[0], shell[1]
    assert len(see.lines) == len(run.lines) == 1
    assert see.lines[0].endswith("&& .venv/bin/posdiff compare russia ukraine")
    assert run.lines[0].endswith("&& .venv/bin/python -m pytest")
    assert TEXT.count("<!-- test-command -->\n```sh\n") == 1
    assert TEXT.split("<!-- test-command -->\n```sh\n")[1].split("\n")[0] == run.lines[0]


def test_the_statement_that_is_shown_is_valid_under_the_sample_agenda(tmp_path: Path) -> None:
    shown = next(block for block in BLOCKS if block.language == "yaml" and "seq-withdrawal:" in "\n".join(block.lines))
    folder = tmp_path / "positions" / "russia"
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "positions" / "agenda.yaml", folder.parent)
    (folder / "2024-06-14.yaml").write_text("\n".join(shown.lines) + "\n", encoding="utf-8")
    run = posdiff("validate", cwd=tmp_path)
    assert (run.code, run.out) == (0, "= 2 files read, nothing to report\n")


def test_links_lead_to_files() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", TEXT):
        assert target.startswith("https://") or (ROOT / target).exists(), target


def test_the_picture_is_the_one_that_the_sample_positions_give() -> None:
    written = (ROOT / "docs" / "compare.svg").read_bytes()
    assert written == picture.picture().encode(), "python scripts/picture.py draws it"


def test_the_charts_are_those_that_the_sample_positions_give() -> None:
    drawn = picture.charts()
    assert sorted(path.stem for path in drawn) == sorted(KINDS)
    for path, text in drawn.items():
        assert path.read_bytes() == text.encode(), "python scripts/picture.py draws it"


@pytest.mark.parametrize("drawn", [picture.picture(), *picture.charts().values()], ids=["compare", *picture.CHARTS])
def test_a_picture_loads_nothing(drawn: str) -> None:
    assert "font-face" not in drawn
    assert "url(" not in re.sub(r"url\(#", "", drawn)
    assert not re.search(r"(href|src)=", drawn)


def test_the_title_of_the_picture_is_the_command_that_prints_it() -> None:
    run = posdiff(*picture.ARGUMENTS, "--width", str(picture.WIDTH), cwd=ROOT)
    drawn = terminal.write(picture.document(), terminal.TerminalOptions(picture.WIDTH))
    assert (run.code, run.out) == (0, drawn)
    title = picture.TITLE.replace(" ", "&#160;")
    assert f">{title}</text>" in picture.picture()
    assert len(drawn.split("\n")) <= 71
