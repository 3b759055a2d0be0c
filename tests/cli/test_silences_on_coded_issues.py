"""A silence on an issue on which something is coded is not told as one on which nothing was found."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from running import called
from writing import write

AGENDA = """
    posdiff: 1
    parties: {union: {name: Union}, employer: {name: Employer}, ghost: {name: Ghost}, shop: {name: Shop},
              league: {name: League, members: {shop: {from: 2026-06-10}}}}
    issues:
      pay: {title: Pay, kind: quantity}
      port: {title: Port, kind: quantity}
    """
SAID = (
    "sources: {{letter: {{title: Letter}}}}\nterms: {{pay: {{max: 5, quote: At most five., source: letter{more}}}}}\n"
)
STATED = "date: 2026-05-02\n" + SAID.format(more="")
DRAFT = "date: 2026-02-01\nby: [Us]\noutcomes: {pay: 4, port: 4}\n"
WITHDRAWN = {"2026-05-02": STATED, "2026-06-02": "date: 2026-06-02\nwithdraws: [pay]\n"}
#: By how the silence on pay is told, the files of the party.
TOLD = {
    "withdrawn 2026-06-02": WITHDRAWN,
    "expired 2026-05-20": {"2026-05-02": "date: 2026-05-02\n" + SAID.format(more=", expires: 2026-05-20")},
    "only reported": {"2026-05-02": "date: 2026-05-02\nstanding: reported\n" + SAID.format(more="")},
}
NOTHING = "nothing found in the texts on file"


def folder_of(tmp_path: Path, party: str, files: dict[str, str]) -> Path:
    """A dossier in which the page of the first statement is kept, every sentence of it quoted."""
    union = {"union/2026-05-02.yaml": "date: 2026-05-02\nterms: {pay: {min: 6}}\n"}
    of_party = {f"{party}/{day}.yaml": text for day, text in files.items()}
    write(tmp_path, {"agenda.yaml": AGENDA, "drafts/2026-02-01-plan.yaml": DRAFT, **union, **of_party})
    (tmp_path / "letter.txt").write_text("At most five.\n", encoding="utf-8")
    page = ("source", "add", "letter.txt", "--party", party, "--statement", "2026-05-02", "--key", "letter")
    assert called(*page, cwd=tmp_path).code == 0
    return tmp_path


def lines(folder: Path, *question: str) -> list[str]:
    out = called(*question, "--at", "2026-07-01", "--width", "200", cwd=folder).out
    return [line.strip() for line in out.splitlines()]


@pytest.mark.parametrize(("told", "files"), TOLD.items())
def test_an_issue_on_which_something_is_coded(told: str, files: dict[str, str], tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "employer", files)
    shown = lines(folder, "show", "employer")
    at = shown.index(f"SILENT ON (2)  unless said below: {NOTHING}")
    assert shown[at + 1 : at + 3] == [f"Pay  pay  {told}", "Port  port"]
    assert "SILENT ON (1)" in lines(folder, "show", "employer", "pay")
    assert f"Employer ({told})" in lines(folder, "who", "pay")
    assert f"Employer ({NOTHING})" in lines(folder, "who", "port")
    assert f"Where they are silent: Employer on Pay ({told})" in lines(folder, "compare", "union", "employer")
    every = lines(folder, "compare", "employer", "ghost", "--all")
    both = f"Where they are silent: Employer ({NOTHING}); Ghost (no statement on file); Employer on Pay ({told})"
    assert both in every
    assert f"silent      Employer ({told})" in lines(folder, "compare", "union", "employer", "--full")
    assert f"The draft settles, and the party is silent on: Pay ({told}); Port ({NOTHING})" in lines(
        folder, "draft", "plan", "employer", "--full"
    )


@pytest.mark.parametrize("format", ["markdown", "html"])
@pytest.mark.parametrize("question", ["show employer", "who pay", "compare union employer"])
def test_it_is_told_in_every_format(question: str, format: str, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "employer", WITHDRAWN)
    text = called(*question.split(), "--at", "2026-07-01", "-f", format, cwd=folder).out
    assert "withdrawn 2026-06-02" in re.sub("<[^>]+>", "", text)
    assert (NOTHING in text) is (question == "show employer")


@pytest.mark.parametrize(("told", "files"), TOLD.items())
def test_rows_and_json_have_it(told: str, files: dict[str, str], tmp_path: Path) -> None:
    folder, day = folder_of(tmp_path, "employer", files), ("--at", "2026-07-01")
    for question in ("show employer", "compare union employer --all"):
        written = called(*question.split(), *day, "-f", "csv", cwd=folder).out.splitlines()
        rows = [row for row in csv.DictReader(written) if row["party"] == "employer"]
        assert [(row["issue"], row["silence"]) for row in rows] == [("pay", told), ("port", NOTHING)]
    means = "only-reported" if told == "only reported" else "no-longer-held"
    answer = json.loads(called("show", "employer", *day, "-f", "json", cwd=folder).out)
    assert answer["silences"] == [
        {
            "party": "employer", "means": "not-in-the-texts", "open": 0, "unread": 0,
            "not_held": [{"issue": "pay", "means": means, "in_words": told}],
        }
    ]  # fmt: skip


def test_before_the_end_it_is_held_and_nothing_is_said(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "employer", WITHDRAWN)
    shown = called("show", "employer", "--at", "2026-06-01", cwd=folder).out
    assert f"SILENT ON (1)  {NOTHING}\n" in shown
    assert "withdrawn" not in shown


def test_what_a_bloc_gave_up_before_a_party_joined_it(tmp_path: Path) -> None:
    """It is coded in the texts of the bloc, which count for the member."""
    folder = folder_of(tmp_path, "league", WITHDRAWN)
    assert "Shop (withdrawn 2026-06-02)" in lines(folder, "who", "pay")


def test_what_a_report_withdrew(tmp_path: Path) -> None:
    ended = WITHDRAWN["2026-06-02"] + "standing: reported\n"
    folder = folder_of(tmp_path, "employer", {**WITHDRAWN, "2026-06-02": ended})
    told = "Where they are silent: Employer on Pay (withdrawn 2026-06-02, as reported)"
    assert told in lines(folder, "compare", "union", "employer", "--with-reported")


def test_what_is_supposed_to_be_withdrawn(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "employer", {"2026-05-02": STATED})
    out = lines(folder, "compare", "union", "employer", "--suppose", "employer: pay=withdrawn")
    assert "Where they are silent: Employer on Pay (withdrawn, as supposed)" in out


@pytest.mark.parametrize(("format", "told"), [("text", "SILENT ON (2)  {}"), ("markdown", "{}"), ("html", "{}")])
def test_show_says_that_no_statement_is_on_file(format: str, told: str, tmp_path: Path) -> None:
    """Also where no page is kept."""
    write(tmp_path, {"agenda.yaml": AGENDA, "union/2026-08-02.yaml": "date: 2026-08-02\nterms: {pay: {min: 6}}\n"})
    for party, words in (("ghost", "no statement on file"), ("union", "no statement on file by that day")):
        shown = called("show", party, "--at", "2026-07-01", "-f", format, cwd=tmp_path).out
        assert told.format(words) in re.sub("<[^>]+>", "", shown)
