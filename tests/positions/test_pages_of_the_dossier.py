"""The pages on the two real dossiers say what is so: their commands run, their numbers are counted."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest

from running import called

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

import counts  # noqa: E402
import questions  # noqa: E402
import readme  # noqa: E402

QUESTIONS = questions.PAGE.read_text(encoding="utf-8")
SECTIONS = QUESTIONS.split("\n## ")[1:]


@pytest.mark.skipif(os.name == "nt", reason="needs /bin/sh")
@pytest.mark.parametrize("page", questions.PAGES, ids=lambda page: page.stem)
def test_every_command_prints_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    shown = questions.real(text, questions.PAGES[page], tmp_path)
    assert shown == text, "python scripts/questions.py writes what they print"


def test_the_numbers_of_the_dossier_are_counted() -> None:
    text = counts.PAGE.read_text(encoding="utf-8")
    assert counts.written(text) == text, "python scripts/counts.py counts again"


@pytest.mark.parametrize(("day", "shown"), [("2025-08-13", "13 August 2025"), ("2026-01-06", "6 January 2026")])
def test_the_page_on_conflicts_counts_those_of_the_sample(day: str, shown: str) -> None:
    run = called("conflicts", "russia", "ukraine", "--at", day, "--format", "json", cwd=ROOT)
    told = (ROOT / "docs" / "conflicts.md").read_text(encoding="utf-8").split(f"**{shown}.**")[1]
    found = re.search(r"There are (\d+)\s+minimal conflicts", told)
    assert found is not None
    assert int(found[1]) == len(json.loads(run.out)["conflicts"])


def test_ten_questions_have_two_commands_at_most_and_an_answer() -> None:
    assert len(SECTIONS) == 10
    for section in SECTIONS:
        (block,) = readme.blocks(section)
        assert 1 <= len(readme.commands(block)) <= 2, section
        assert section.split("```")[-1].strip(), section


def test_no_question_depends_on_the_day_on_which_it_is_asked() -> None:
    pages = "\n".join(page.read_text(encoding="utf-8") for page in questions.PAGES)
    for block in readme.blocks(pages):
        for command in readme.commands(block):
            if re.match("posdiff (compare|changes|show|draft|matrix|brief|conflicts)", command):
                assert "--at " in command or "--until " in command, command


def test_what_is_left_out_of_an_output_is_marked() -> None:
    printed = ["one", "a note", "a note", "two", "three"]
    assert questions.shortened(printed, None, "note") == ["one", "…", "two", "three"]
    assert questions.shortened(printed, 4, "note") == ["one", "…", "two", "…"]
    assert questions.shortened(printed, 5, None) == printed
