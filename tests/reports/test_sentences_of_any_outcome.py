"""Terms that any outcome would meet: they count as met, and everywhere it is said that no draft won them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from answering import asked
from posdiff.answers.answer import Answer
from posdiff.reports import formats
from posdiff.reports.formats import Look
from writing import dossier

FILES = {
    "agenda.yaml": """
        posdiff: 1
        title: A wage round
        parties: {union: {name: Union}, employer: {name: Employer}}
        issues:
          site: {title: Site, kind: choice, options: {stays: Stays, moves: Moves}}
          pay: {title: Pay, kind: quantity, unit: percent}
          hours: {title: Hours, kind: quantity, unit: hour}
        """,
    "union/2026-03-02.yaml": "date: 2026-03-02\nterms: {site: [stays, moves], pay: {min: 4}, hours: any}\n",
    "employer/2026-03-03.yaml": "date: 2026-03-03\nterms: {pay: {max: 5}, site: {accepts: any}}\n",
    "drafts/2026-04-10-offer.yaml": """
        date: 2026-04-10
        outcomes: {site: moves, pay: 4}
        clauses: [{id: 1, text: The site moves., settles: [site]}]
        """,
    "drafts/2026-04-20-text.yaml": "date: 2026-04-20\noutcomes: {pay: 3}\n",
}
TOLD = {
    "draft": (
        "  Any outcome would meet these terms, not only what the draft says: Site; Hours",
        "  Any outcome would meet this term, not only what the draft says: Site",
    ),
    "drafts": (
        "  Union: met by any outcome, and so by each draft (2): Site; Hours",
        "  Employer: met by any outcome, and so by each draft (1): Site",
    ),
    "text": ("met: Union (by any outcome) and Employer (by any outcome)", "2 of 3 met by any outcome"),
}


@pytest.mark.parametrize("command", TOLD)
def test_what_any_outcome_would_meet(command: str, tmp_path: Path) -> None:
    questions = asked(dossier(tmp_path, FILES))
    answers: dict[str, Callable[[], Answer]] = {
        "draft": lambda: questions.draft("offer", at="2026-05-01"),
        "drafts": lambda: questions.drafts("offer", "text", at="2026-05-01"),
        "text": lambda: questions.text("offer", at="2026-05-01"),
    }
    shown = formats.write(answers[command](), "text", Look(width=200, full=False))
    assert [told for told in TOLD[command] if told not in shown] == [], shown


def sentences() -> list[str]:
    """Every line above."""
    return [line for told in TOLD.values() for line in told]
