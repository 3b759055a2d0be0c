"""Which choices among the options of a draft leave no red line crossed: the same in the JSON of every answer on it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from answering import asked
from posdiff.answers.answer import DossierAnswer
from posdiff.comparison import draft_choices
from posdiff.reports import formats
from writing import dossier

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {union: {name: Union}, employer: {name: Employer}}
        issues:
          pay: {title: Pay, kind: quantity, unit: percent}
          site: {title: Site, kind: choice, options: {stays: Stays, moves: Moves, shut: Shut}}
          words: {title: Words, kind: text}
        """,
    "union/2026-03-02.yaml": """
        date: 2026-03-02
        terms: {pay: {min: 4, firmness: red-line}, site: {accepts: stays, firmness: red-line}}
        """,
    "employer/2026-03-03.yaml": "date: 2026-03-03\nterms: {site: {rejects: shut, firmness: red-line}}\n",
    "drafts/2026-04-01-offer.yaml": "date: 2026-04-01\nby: [employer]\noutcomes: {pay: 3}\n",
    "drafts/2026-04-20-text.yaml": """
        date: 2026-04-20
        by: [a mediator]
        outcomes:
          pay: {options: [{exactly: 3}, {exactly: 5}]}
          site: {options: [{accepts: stays}, {accepts: moves}, {accepts: shut}]}
          words: {options: [{says: Soon.}, {says: Now.}]}
        """,
}
CHOICES = {
    "options": {"pay": 2, "site": 3},
    "total": 6,
    "complete": True,
    "free": {"union": 1, "employer": 4},
    "free_together": 1,
    "for_all": [{"pay": 2, "site": 1}],
}


def _json(answer: DossierAnswer) -> Any:
    return json.loads(formats.write(answer, "json"))


def test_choices_in_every_answer_on_drafts(tmp_path: Path) -> None:
    positions = asked(dossier(tmp_path, FILES))
    assert _json(positions.draft("text", at="2026-05-01"))["choices"] == CHOICES
    assert _json(positions.text("text", at="2026-05-01"))["choices"] == CHOICES
    both = {"2026-04-01-offer": None, "2026-04-20-text": CHOICES}
    assert _json(positions.drafts("offer", "text", at="2026-05-01"))["choices"] == both
    assert _json(positions.drafts(at="2026-05-01"))["choices"] == {}


def test_what_was_not_counted_is_null(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_choices, "MOST", 2)
    told = _json(asked(dossier(tmp_path, FILES)).draft("text", at="2026-05-01"))["choices"]
    assert told == {**CHOICES, "complete": False, "free": {}, "free_together": None, "for_all": []}


#: The parties asked about, what is supposed; in how many choices no red line is crossed.
OTHERS: dict[str, tuple[dict[str, Any], dict[str, int], int]] = {
    "one party": ({"parties": "employer"}, {"employer": 4}, 4),
    "only some issues": ({"issue": "pay"}, {"union": 1, "employer": 4}, 1),
    "supposed": ({"suppose": "union: site=[stays, moves]"}, {"union": 3, "employer": 4}, 2),
    "all given up": (
        {"suppose": ["union: site=withdrawn", "union: pay=withdrawn"]}, {"union": 6, "employer": 4}, 4,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("asking", "free", "for_all"), OTHERS.values(), ids=OTHERS)
def test_choices_are_of_the_parties_asked_about_and_of_the_whole_draft(
    tmp_path: Path, asking: dict[str, Any], free: dict[str, int], for_all: int
) -> None:
    answer = _json(asked(dossier(tmp_path, FILES)).drafts("text", at="2026-05-01", **asking))
    told = answer["choices"]["2026-04-20-text"]
    assert (told["free"], len(told["for_all"])) == (free, for_all)
