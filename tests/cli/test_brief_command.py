"""``posdiff brief`` as a command: what it refuses, and DOCX, which is no text."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from posdiff.cli import terminal
from running import called
from writing import write

ROOT = Path(__file__).parents[2]
ASKED = ("brief", "union", "employer", "--positions", str(ROOT / "examples" / "wages" / "positions"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("brief", "union", *ASKED[3:]), "brief needs at least two parties"),
        ((*ASKED, "--against", "union"), "--against measures what changed, and needs --since"),
        ((*ASKED, "--since", "2026-05-01", "--at", "2026-04-01"), "--since 2026-05-01 is later than --at 2026-04-01"),
        ((*ASKED, "--format", "csv"), "'csv' is not one of"),
    ],
)
def test_what_is_refused(arguments: tuple[str, ...], message: str, tmp_path: Path) -> None:
    run = called(*arguments, cwd=tmp_path)
    assert (run.code, run.out, message in run.err) == (2, "", True)


def test_the_gate_is_that_of_compare(tmp_path: Path) -> None:
    run = called(*ASKED, "--at", "2026-05-12", "--fail-on", "deadlock", cwd=tmp_path)
    assert (run.code, run.out.startswith("Wage round at a foundry")) == (1, True)


def test_docx_without_its_library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    run = called(*ASKED, "-f", "docx", "-o", "x.docx", cwd=tmp_path)
    assert (run.code, "pip install 'posdiff[office]'" in run.err, list(tmp_path.iterdir())) == (2, True, [])


def test_docx_does_not_go_to_a_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(terminal, "is_one", lambda: True)
    run = called(*ASKED, "-f", "docx", cwd=tmp_path)
    assert (run.code, run.out, "docx is nothing that a terminal shows" in run.err) == (2, "", True)


def test_where_there_is_no_quote_none_is_unverified(tmp_path: Path) -> None:
    source = "sources: {a: {title: A letter, publisher: A party}}"
    said = f"date: 2025-01-01\ntitle: A letter\n{source}\nterms: {{pay: {{min: 3}}}}\n"
    agenda = "posdiff: 1\ntitle: Pay\nparties: {a: {name: A}, b: {name: B}}\n"
    agenda += "issues: {pay: {title: Pay, kind: quantity}}\n"
    write(tmp_path, {"agenda.yaml": agenda, "a/2025-01-01.yaml": said, "b/2025-01-01.yaml": said})
    run = called("brief", "a", "b", cwd=tmp_path)
    assert (run.code, "No quote on file" in run.out, "Not verified" in run.out) == (0, True, False)
