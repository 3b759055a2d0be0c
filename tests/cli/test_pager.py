"""What is longer than the screen goes through a pager, as git has it; nothing else does."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from running import posdiff
from writing import write

if sys.platform == "win32":
    pytest.skip("needs pseudo-terminals", allow_module_level=True)

from terminals import Screen, on_a_terminal

FILES = {
    "agenda.yaml": "posdiff: 1\nparties: {north: {name: North}, south: {name: South}}\n"
    "issues: {border: {title: Border, kind: choice, options: {here: Here, there: There}}}\n",
    "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {border: here}\n",
    "south/2024-01-01.yaml": "date: 2024-01-01\nterms: {border: there}\n",
}
ASKED = ("compare", "north", "south", "--full")
SMALL, LARGE = (6, 80), (50, 80)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dossier whose comparison takes eight lines, and pagers that say that they were used."""
    write(tmp_path, FILES)
    for name in ("one", "two", "less"):
        _script(tmp_path / name, f"echo USED {name} LESS=$LESS; cat")
    return tmp_path


def _script(file: Path, text: str) -> None:
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)


def _run(folder: Path, *arguments: str, size: tuple[int, int] = SMALL, **variables: str) -> Screen:
    environment = _environment(folder) | variables
    return on_a_terminal(*(arguments or ASKED), cwd=folder, environment=environment, size=size)


def _environment(folder: Path) -> dict[str, str]:
    return {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "TERM": "xterm-256color"}


@pytest.mark.parametrize(
    ("variables", "used"),
    [
        ({}, "USED less LESS=FRX"),
        ({"LESS": "S"}, "USED less LESS=S"),
        ({"PAGER": "two"}, "USED two"),
        ({"PAGER": "two", "POSDIFF_PAGER": "one"}, "USED one"),
        ({"PAGER": "two -x", "POSDIFF_PAGER": "LESS=Q one | cat"}, "USED one LESS=Q"),
        ({"POSDIFF_PAGER": "", "PAGER": "two"}, ""),
        ({"PAGER": "cat"}, ""),
        ({"TERM": "dumb"}, ""),
        ({"POSDIFF_NO_PAGER": "1"}, ""),
    ],
)
def test_which_pager(folder: Path, variables: dict[str, str], used: str) -> None:
    run = on_a_terminal(*ASKED, cwd=folder, environment=_environment(folder) | variables, size=SMALL)
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith(used)
    assert ("USED" in run.out, "CONTRADICTION" in run.out) == (bool(used), True)


def test_only_what_is_longer_than_the_screen(folder: Path) -> None:
    """The last line of the screen is that of the next prompt; a line wider than the screen takes several."""
    lines = _run(folder, size=LARGE).out.count("\n")
    assert "USED" not in _run(folder, size=(lines + 1, 80)).out
    assert "USED" in _run(folder, size=(lines, 80)).out
    assert "USED" in _run(folder, *ASKED, "--width", "80", size=(lines + 1, 40)).out


def test_never_in_a_pipe_or_a_file_and_not_where_it_is_switched_off(folder: Path) -> None:
    for where in ((), ("--no-pager",)):
        assert "USED" not in _run(folder, *where, *ASKED, *(() if where else ("--no-pager",))).out
    assert "USED" in _run(folder, *ASKED, "-f", "json").out
    assert "USED" in _run(folder, "schema", "compare").out
    assert _run(folder, *ASKED, "-o", "answer.txt").out == ""
    assert "USED" not in posdiff(*ASKED, cwd=folder, environment={"PAGER": str(folder / "one")}).out
    (folder / "posdiff.toml").write_text("no-pager = true\n")
    assert "USED" not in _run(folder).out


@pytest.mark.parametrize(("pager", "text"), [("quits", "exit 0"), ("fails", "exit 3"), ("killed", "kill -INT $$")])
def test_the_exit_code_is_that_of_the_answer(folder: Path, pager: str, text: str) -> None:
    """However the pager ends, and whatever it left unread."""
    _script(folder / pager, text)
    long = f"date: 2024-02-01\nterms: {{border: {{accepts: here, note: {'so ' * 60000}}}}}\n"
    write(folder, {"north/2024-02-01.yaml": long})
    run = _run(folder, "show", "north", PAGER=pager)
    assert (run.code, run.out, "Traceback" in run.err) == (_run(folder, "show", "north", "--no-pager").code, "", False)
    assert _run(folder, *ASKED, "--fail-on", "contradiction", PAGER=pager).code == 1


@pytest.mark.parametrize("pager", ["nowhere", "./nowhere -x", "'", "nowhere | cat; nowhere"])
def test_a_pager_that_is_not_there_loses_no_word(folder: Path, pager: str) -> None:
    """It is told of in one line, by the shell where the shell was asked."""
    run = _run(folder, POSDIFF_PAGER=pager)
    assert (run.code, run.out) == (0, _run(folder, size=LARGE).out)
    assert "nowhere" in run.err or "'" in run.err
    assert run.err.count("\n") == (2 if ";" in pager else 1)


def test_no_less_is_no_error(folder: Path) -> None:
    """Nobody has asked for it."""
    run = _run(folder, PATH=str(folder / "positions"))
    assert (run.code, run.err, "CONTRADICTION" in run.out) == (0, "", True)


def test_an_interrupt_is_the_pager_s(folder: Path) -> None:
    """Ctrl-C while the pager runs ends neither posdiff nor a pager that goes on; nothing is told of it."""
    _script(folder / "stays", 'trap "echo GOES ON" INT; echo READY; cat >/dev/null; read -r key </dev/tty; echo END')
    answers = iter((("READY", b"\x03"), ("GOES ON", b"q\n")))
    run = on_a_terminal(*ASKED, cwd=folder, environment={"PAGER": "./stays", "TERM": "xterm"}, size=SMALL, keys=answers)
    assert (run.code, run.err) == (0, "")
    assert "END" in run.out


def test_what_is_said_does_not_stand_in_the_pager(folder: Path) -> None:
    """Findings come after the answer, when the pager has ended."""
    write(folder, {"south/2024-02-01.yaml": "date: 2024-02-01\nterms: {border: hre}\n"})
    _script(folder / "slow", "cat; sleep 0.3; echo CLOSED")
    run = on_a_terminal(*ASKED, cwd=folder, environment={"PAGER": "./slow", "TERM": "xterm"}, size=SMALL, merged=True)
    assert run.code == 3
    assert run.out.index("CLOSED") < run.out.index("posdiff: error [unknown-option]")


@pytest.mark.parametrize(
    ("pager", "less", "says", "coloured", "linked"),
    [
        ("less", "", "less 590 (x)", True, True),
        ("less", "iR", "less 590 (x)", True, True),
        ("less -R", "i", "less 551 (x)", True, False),
        ("less", "i", "less 590 (x)", False, False),
        ("one", "i", "", True, False),
    ],
)
def test_what_a_pager_would_show_as_signs_is_left_out(
    folder: Path, pager: str, less: str, says: str, coloured: bool, linked: bool
) -> None:
    """Colours where less shows none, links where the pager is not known to show them."""
    _script(folder / "less", f'[ "$1" = --version ] && echo "{says}" || cat')
    variables = {"PAGER": pager, "FORCE_HYPERLINK": "1", **({"LESS": less} if less else {})}
    run = on_a_terminal("history", "--full", cwd=folder, environment=_environment(folder) | variables, size=(2, 80))
    assert (run.code, run.err) == (0, "")
    assert ("\x1b[" in run.out, "\x1b]8;" in run.out) == (coloured, linked)
    always = on_a_terminal(
        "history", "--full", "--links", "always", cwd=folder, environment=_environment(folder), size=(2, 80)
    )
    assert "\x1b]8;" in always.out
