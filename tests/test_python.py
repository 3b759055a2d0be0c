"""posdiff from Python: the page in docs/ runs, and what a person may write is taken."""

from __future__ import annotations

import doctest
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast

import pytest

import posdiff
from running import called
from writing import write

ROOT = Path(__file__).resolve().parent.parent
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North, aliases: [n]}, south: {name: South}}
        issues: {border: {title: Border, kind: choice, options: {here: Here, there: There}}}
        """,
    "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {border: here}\n",
    "south/2024-01-01.yaml": "date: 2024-01-01\nterms: {border: there}\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small dossier."""
    write(tmp_path, FILES)
    return tmp_path


def test_the_page_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example of docs/python.md answers what the page says."""
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(str(ROOT / "docs" / "python.md"), module_relative=False)
    assert (failed, tried > 8) == (0, True)


@pytest.mark.parametrize("day", ["2024-06-14", "June 14, 2024", date(2024, 6, 14), datetime(2024, 6, 14, 12)])
def test_days(folder: Path, day: str | date) -> None:
    """A day is a text as people write it, or a date."""
    answer = posdiff.open(folder / "positions").compare("n", "South", at=day)
    assert answer.as_of == date(2024, 6, 14).toordinal()


@pytest.mark.parametrize("place", [str, Path])
def test_places(folder: Path, place: type) -> None:
    """A folder is a text or a path."""
    assert posdiff.open(place(folder / "positions")).show("north").party.party == "north"


@pytest.mark.parametrize(
    ("question", "message"),
    [
        (lambda d: d.compare("nroth", "south"), "no party `nroth`: did you mean north or south?"),
        (lambda d: d.compare(["north", "south"]), "`['north', 'south']` is no party: name a party by a text"),
        (lambda d: d.compare("north", "south", topic=3), "`3` is no text: name issues, topics and words by texts"),
        (
            lambda d: d.compare("north", "south", only=["agreed", None]),
            "`None` is no text: name issues, topics and words by texts",
        ),
        (lambda d: d.history(b"north"), "`b'north'` is no party: name a party by a text"),
        (
            lambda d: d.compare("north", "south", issue=""),
            "an empty text names no issue, topic or word: leave it out, or name one",
        ),
        (lambda _: posdiff.open(""), "an empty text names no folder: leave it out, or name one"),
        (lambda d: d.matrix(metric=None), "--metric takes no `None`: known: agreement, distance, overlap"),
        (lambda d: d.validate(3), "`3` is no path: name a file by a text or a Path"),
        (lambda d: d.validate(fail_on="bad"), "--fail-on takes no `bad`: known: error, info, never, warning"),
        (lambda _: cast("Any", posdiff.open)(rev=3), '`3` is no revision: name it by a text: "HEAD~1"'),
        (lambda d: d.compare("north"), "compare needs at least two parties: posdiff compare north south"),
        (lambda d: d.show("north", at=20240614), '`20240614` is no day: write "2024-06-14", or give a date'),
        (lambda d: d.show("north", issue="bordr"), "no issue `bordr`: did you mean border?"),
        (lambda d: d.compare("north", "south", only="agred"), "--only takes no `agred`: did you mean agreed?"),
        (lambda d: d.matrix(metric="overlp"), "--metric takes no `overlp`: did you mean overlap?"),
        (lambda d: d.draft("deal"), "no draft `deal`: the dossier has none: drafts stand in drafts/ of the folder"),
    ],
)
def test_what_is_not_there(folder: Path, question: Any, message: str) -> None:
    """The error says what is nearest, and what to do."""
    with pytest.raises(posdiff.Failure) as failure:
        question(posdiff.open(folder / "positions"))
    assert str(failure.value) == message


def test_answers_are_what_the_commands_print(folder: Path) -> None:
    """to_dict is the JSON, and an answer is frozen."""
    import json

    answer = posdiff.open(folder / "positions").compare("north", "south", at="2024-06-14")
    run = called("compare", "north", "south", "--at", "2024-06-14", "-f", "json", cwd=folder)
    assert answer.to_dict() == json.loads(run.out)
    assert answer._repr_html_().startswith("<!doctype html>")
    with pytest.raises(AttributeError):
        answer.as_of = 0  # type: ignore[misc]
