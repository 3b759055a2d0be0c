"""Every answer says how many statements it leaves out, being only reported, and by which command they count."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from answering import asked, asked_in_words, to_dict
from posdiff.answers.answer import Answer
from posdiff.answers.chart import Chart
from posdiff.answers.commands import command
from posdiff.reports import formats
from posdiff.reports.site.pages import texts
from writing import dossier

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}, east: {name: East},
              both: {name: Both, members: [north, east]}}
    issues:
      border: {title: Border, kind: choice, options: {here: Here, there: There}}
      toll: {title: Toll, kind: quantity, unit: coins}
    """
STATED = {
    "agenda.yaml": AGENDA,
    "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {border: here, toll: {min: 4}}\n",
    "south/2024-01-01.yaml": "date: 2024-01-01\nterms: {border: there, toll: {max: 5}}\n",
    "both/2024-01-02.yaml": "date: 2024-01-02\nterms: {toll: {min: 3}}\n",
    "drafts/2024-02-01-plan.yaml": "date: 2024-02-01\nby: south\noutcomes: {border: there}\n",
    "drafts/2024-02-02-offer.yaml": "date: 2024-02-02\nby: south\noutcomes: {border: here, toll: 4}\n",
}
_REPORTED = "standing: reported\nsources: {a: {title: A paper, publisher: A paper}}\n"
REPORTS = {
    "joint/2024-03-01.yaml": f"date: 2024-03-01\nparties: [north, south]\n{_REPORTED}terms: {{border: there}}\n",
    "both/2024-03-02.yaml": f"date: 2024-03-02\n{_REPORTED}terms: {{toll: {{min: 9}}}}\n",
    "east/2024-03-03.yaml": f"date: 2024-03-03\n{_REPORTED}dissents: [toll]\n",
    "south/2024-03-04.yaml": f"date: 2024-03-04\n{_REPORTED}reactions: {{2024-02-01-plan: {{reaction: rejects}}}}\n",
}
#: By question: how many of these are left out, by party, and how many in all, a joint one once.
QUESTIONS: dict[str, tuple[str, int]] = {
    "compare north south --at 2024-04-01": ("north 1, south 1", 1),
    "compare north south --at 2024-02-28": ("north 0, south 0", 0),
    "compare north south --at 2024-04-01 --issue toll": ("north 0, south 0", 0),
    "changes south --since 2024-02-01 --until 2024-04-01": ("south 1", 1),
    "changes south --since 2024-03-02 --until 2024-04-01": ("south 1", 1),
    "changes south --since 2024-03-02 --until 2024-04-01 --against north": ("south 1, north 1", 1),
    "show east --at 2024-04-01": ("east 2", 2),
    "show south border --at 2024-04-01": ("south 1", 1),
    "who toll --at 2024-04-01": ("north 0, south 0, east 2, both 1", 2),
    "history south --until 2024-04-01": ("south 2", 2),
    "matrix north south --at 2024-04-01 --metric distance": ("north 1, south 1", 1),
    "cohesion --at 2024-04-01": ("both 1, north 1, east 2", 3),
    "chart scale north both --at 2024-04-01": ("north 1, both 1", 2),
    "chart timeline north south --at 2024-04-01": ("north 1, south 2", 2),
    "chart movement north south --since 2024-03-01 --until 2024-04-01": ("north 1, south 1", 1),
    "draft plan south --at 2024-04-01 --issue toll": ("south 2", 2),
    "draft offer south --at 2024-04-01": ("south 1", 1),
    "drafts --at 2024-04-01": ("north 0, south 1, east 0, both 0", 1),
    "drafts plan offer --at 2024-04-01": ("north 1, south 2, east 2, both 1", 4),
    "text plan south --at 2024-04-01": ("south 2", 2),
    "conflicts north south --at 2024-04-01 --issue toll": ("north 1, south 1", 1),
    "report north south --at 2024-04-01": ("north 1, south 2", 2),
    "brief north south --at 2024-04-01 --draft plan": ("north 1, south 2", 2),
    "issues --at 2024-04-01": ("north 1, south 1, east 2, both 1", 3),
}
#: The pages of a site on which it is told, and how many are left out there.
SITE = {
    "index.html": "3",
    "issues/border.html": "1",
    "issues/toll.html": "2",
    "parties/north.html": "1",
    "parties/south.html": "2",
    "parties/east.html": "2",
    "parties/both.html": "1",
    "drafts.html": "1",
    "drafts/2024-02-01-plan.html": "4",
    "drafts/2024-02-02-offer.html": "3",
    "about.html": "4",
}


def facts(answer: Answer) -> dict[str, Any]:
    """The JSON of an answer, of a chart that of what it is drawn of."""
    return to_dict(answer.of if isinstance(answer, Chart) else answer)


def verdicts(value: Any) -> Any:
    """The same without what is told of reports alone."""
    if isinstance(value, dict):
        return {key: verdicts(held) for key, held in value.items() if key not in ("on_record", "left_out")}
    return [verdicts(held) for held in value] if isinstance(value, list) else value


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_left_out(tmp_path: Path, question: str) -> None:
    """By party in JSON; in all in words, with the command by which it counts."""
    read = dossier(tmp_path, STATED | REPORTS)
    answer = asked_in_words(read, question)
    by_party, number = QUESTIONS[question]
    assert ", ".join(f"{one['party']} {one['statements']}" for one in facts(answer)["left_out"]) == by_party
    told = formats.write(answer, "text")
    if not number:
        assert "Not counted" not in told
        return
    again = question.replace("cohesion", "matrix --blocs") + " --with-reported"
    statements, them = ("1 statement", "it") if number == 1 else (f"{number} statements", "them")
    assert f"Not counted: {statements} only reported; with {them}: posdiff {again}\n" in told
    counted = asked_in_words(read, f"{question} --with-reported")
    assert (counted.basis.not_counted, "Not counted" in formats.write(counted, "text")) == (0, False)


@pytest.mark.parametrize("question", [question for question in QUESTIONS if "--since" not in question])
def test_a_report_that_makes_another_answer_is_counted(tmp_path: Path, question: str) -> None:
    """Each report alone: where the answer with it is another one, it is one of those that are left out.

    Of a period only the reports from within it are counted, though one from before it is part of what was held first.
    """
    for number, (file, text) in enumerate(REPORTS.items()):
        read = dossier(tmp_path / str(number), STATED | {file: text})
        left_out, counted = (asked_in_words(read, question + also) for also in ("", " --with-reported"))
        if verdicts(facts(left_out)) != verdicts(facts(counted)):
            assert left_out.basis.not_counted == 1, (file, question)


def test_the_pages_of_a_site_count_for_themselves(tmp_path: Path) -> None:
    site = asked(dossier(tmp_path, STATED | REPORTS)).site(at="2024-04-01")
    told = {
        path: "".join(re.findall("Not counted:.*?(\\d+)", made()))
        for path, made in texts(site).items()
        if "html" in path
    }
    assert {path: number for path, number in told.items() if number} == SITE


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({}, "--at 2024-04-01"),
        ({"at": "today", "metric": "overlap"}, "--at today"),
        ({"at": date(2024, 3, 1), "all": True, "metric": "distance"}, "--at 2024-03-01 --all --metric distance"),
        (
            {"issue": "toll, border", "suppose": ["a: b=c d"]},
            "--at 2024-04-01 --issue 'toll, border' --suppose 'a: b=c d'",
        ),
        ({"issue": ("toll", "border"), "columns": 4}, "--at 2024-04-01 --issue toll --issue border --columns 4"),
        ({"parties": ["north"], "conflicts": True, "with_conflicts": True}, "--at 2024-04-01 --for north --conflicts"),
        ({"since": "2024-01-01", "against": "all"}, "--since 2024-01-01 --at 2024-04-01 --against all"),
    ],
)
def test_the_command_of_a_question(options: dict[str, Any], words: str) -> None:
    """As it was asked, on the day that was meant; without what needs not be said."""
    usual = {"at": None, "metric": "overlap", **dict.fromkeys(("issue", "all", "parties", "suppose", "columns",
             "with_conflicts", "against"))}  # fmt: skip
    assert command("ask", ["the north"], options, usual, date(2024, 4, 1)) == f"posdiff ask 'the north' {words}"


def test_without_a_day_where_the_answer_tells_none(tmp_path: Path) -> None:
    """So that what is printed is the same on any day."""
    positions = asked(dossier(tmp_path, STATED | REPORTS))
    told = [answer.basis.counting for answer in (positions.history("south"), positions.issues(), positions.drafts())]
    assert told == [f"posdiff {words} --with-reported" for words in ("history south", "issues", "drafts")]


def test_a_question_that_names_its_draft_by_a_word() -> None:
    assert command("text", (), {"name": "plan"}, {"at": None}, date(2024, 4, 1)) == "posdiff text plan --at 2024-04-01"
