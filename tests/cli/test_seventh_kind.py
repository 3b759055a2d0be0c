"""Every command in every format, on a dossier with an issue of a kind that only the tests have."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from posdiff.reports import formats
from running import called
from writing import write

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        steps: {truce: Truce, talks: Talks}
        issues:
          importance:
            title: What counts most
            question: In which order do the subjects count?
            kind: ranking
            options: {land: Land, time: Time, money: Money}
          border: {title: Border, kind: choice, options: {here: Here, there: There}}
          ceiling: {title: Ceiling, kind: quantity, unit: person, unlimited: No ceiling}
          order: {title: Order, kind: sequence}
        rules:
          - if: {border: there}
            then: {importance: {ranks: [land, money]}}
            why: Who moves the border puts land first
        """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        terms:
          importance: {ranks: [land, time], firmness: red-line}
          border: {accepts: here, alternatives: [{accepts: there, if: {importance: {ranks: [land, time]}}}]}
          order: {order: [truce, talks]}
        """,
    "north/2024-02-01.yaml": """
        date: 2024-02-01
        terms:
          importance: {ranks: [land, time, money], quote: land first of all}
        """,
    "south/2024-01-01.yaml": """
        date: 2024-01-01
        terms:
          importance: {ranks: [money, land]}
          border: {accepts: there, applies_if: {importance: {ranks: [time, land]}}}
          ceiling: {max: 5}
          order: {order: [talks, truce]}
        """,
    "south/2024-02-01.yaml": """
        date: 2024-02-01
        terms:
          importance: {ranks: [time, land], vague: true}
          border: there
        """,
    "drafts/2024-03-01-deal.yaml": """
        date: 2024-03-01
        by: [north]
        outcomes: {importance: {ranks: [time, money, land]}, border: here}
        """,
}
ABOUT = {
    "compare": ("compare", "north", "south"),
    "compare before": ("compare", "north", "south", "--at", "2024-01-15"),
    "changes": ("changes", "--since", "2024-01-15", "--against", "south"),
    "show": ("show", "south"),
    "who": ("who", "importance", "--accepts", "{ranks: [land, time, money]}"),
    "history": ("history",),
    "draft": ("draft", "deal"),
    "conflicts": ("conflicts", "north", "south"),
    "report": ("report", "north", "south"),
    "report with changes": ("report", "north", "south", "--since", "2024-01-15"),
    "brief": ("brief", "north", "south", "--since", "2024-01-15", "--draft", "deal"),
    "find": ("find", "what counts most"),
    "issues": ("issues",),
}
OTHERS = {
    "matrix": ("matrix", "--metric", "distance"),
    "agreement": ("matrix", "--metric", "agreement"),
    "validate": ("validate",),
    "check": ("check",),
    "parties": ("parties",),
}
KNOWN = {
    "validate": formats.FINDINGS, "check": formats.FINDINGS, "issues": formats.LIST, "parties": formats.LIST,
    "brief": formats.BRIEF[:4],  # docx is no text
    "report with changes": tuple(format for format in formats.ANY if format != "csv"),  # two tables are no CSV
}  # fmt: skip


@pytest.mark.parametrize("command", [*ABOUT, *OTHERS])
@pytest.mark.usefixtures("ranking")
def test_every_command_in_every_format(tmp_path: Path, command: str) -> None:
    write(tmp_path, FILES)
    arguments = (ABOUT | OTHERS)[command]
    for format in KNOWN.get(command, formats.ANY):
        run = called(*arguments, "--format", format, cwd=tmp_path)
        assert (run.code, "Traceback" in run.err) == (0, False), (format, run.err)
        if command in ABOUT:
            assert "What counts most" in run.out or "importance" in run.out, format
        if format == "json":
            json.loads(run.out)


@pytest.mark.usefixtures("ranking")
def test_what_is_said_of_it(tmp_path: Path) -> None:
    """The words that every kind has without saying so itself."""
    write(tmp_path, FILES)
    asked = ("north", "south", "--issue", "importance")
    both = called("compare", *asked, "--at", "2024-01-15", cwd=tmp_path).out
    assert "  North            RED LINE  Land above Time  [" in both
    assert "  would meet both  Land above Time; Money above Land; Money above Time" in both
    clash = called("compare", *asked, cwd=tmp_path).out
    assert "  South       Time above Land (not specified)  [" in clash
    assert "  clash       Land above Time; Land above Money; Time above Money (North) against Time above Land" in clash
    draft = called("draft", "deal", "north", "--issue", "importance", cwd=tmp_path).out
    assert "  the draft   Time above Land; Time above Money; Money above Land" in draft


@pytest.mark.usefixtures("ranking")
def test_a_statement_to_fill_in(tmp_path: Path) -> None:
    positions = write(tmp_path, FILES)
    assert called("new", "north", "2024-05-01", cwd=tmp_path).code == 0
    text = (positions / "north" / "2024-05-01.yaml").read_text(encoding="utf-8")
    assert "#   importance:\n" in text
    assert "ranks:" in text
    assert called("validate", cwd=tmp_path).code == 0


@pytest.mark.usefixtures("ranking")
def test_the_schema_of_the_agenda_has_it(tmp_path: Path) -> None:
    assert called("schema", "agenda", cwd=tmp_path).code == 0
    assert called("schema", "compare", cwd=tmp_path).code == 0
