"""Sources and position files are links (OSC 8) where a terminal takes them, and nowhere else unless asked for."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from posdiff.cli import terminal
from repositories import repository
from running import called, posdiff
from writing import write

LINK = re.compile(r"\x1b\]8;id=(\d+);([^\x1b]*)\x1b\\([^\x1b]*)\x1b\]8;;\x1b\\")
LONG = "https://example.org/" + "long/" * 30
FILES = {
    "agenda.yaml": "posdiff: 1\nparties: {north: {name: North}, south: {name: South}}\n"
    "issues: {border: {title: Border, kind: choice, options: {here: Here, there: There}}}\n",
    "north/2024-01-01.yaml": f"""
        date: 2024-01-01
        sources:
          one: {{title: First page, url: "https://example.org/é;a?b=c#d", archive: "https://archive.example/1"}}
          two: {{title: Second page, url: "{LONG}"}}
        terms:
          border: {{accepts: here, quote: [{{text: It is here., source: one}}, {{text: Here., source: two}}]}}
        """,
    "south/2024-01-01.yaml": "date: 2024-01-01\nterms: {border: hre}\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dossier with sources and with an error."""
    home = tmp_path / "a b%c"
    home.mkdir()
    write(home, FILES)
    return home


def test_sources_and_files(folder: Path) -> None:
    """Each number of a source, its addresses and each place lead where they say, percent-encoded."""
    page = "https://example.org/%C3%A9;a?b=c#d"
    file = (folder / "positions/north/2024-01-01.yaml").as_uri()
    shown = called("show", "north", "--links", "always", "--color", "never", cwd=folder).out
    links = {(address, text) for _, address, text in LINK.findall(shown)}
    assert {(page, "[1]"), (LONG, "[2]"), (page, "https://example.org/é;a?b=c#d")} <= links
    assert {("https://archive.example/1", "https://archive.example/1"), (file, "north/2024-01-01.yaml:6")} <= links
    for arguments in (("history", "--full"), ("find", "here")):
        assert file in called(*arguments, "--links", "always", cwd=folder).out
    write(folder, {"south/2024-02-01.yaml": "date: 2024-02-01\nterms: {border: there}\n"})
    assert f"{file}\x1b\\north/2024-01-01.yaml:6" in called("conflicts", "--full", "--links", "always", cwd=folder).out
    (found,) = LINK.findall(called("validate", "--links", "always", cwd=folder).out)
    assert found[1:] == ((folder / "positions/south/2024-01-01.yaml").as_uri(), "positions/south/2024-01-01.yaml:2:17")


@pytest.mark.parametrize("width", [40, 57, 100, 200])
def test_links_take_no_room(folder: Path, width: int) -> None:
    """The lines are those without links; a link that goes on in the next line is one link; the bytes are the same."""
    asked = ("show", "north", "--width", str(width), "--color", "never")
    plain, linked = (called(*asked, "--links", links, cwd=folder).out for links in ("never", "always"))
    assert LINK.sub(r"\3", linked) == plain
    assert "\x1b" not in plain
    assert len({number for number, address, _ in LINK.findall(linked) if address == LONG}) == 1
    assert linked == posdiff(*asked, "--links", "always", cwd=folder).out


def test_files_of_a_revision_are_no_links(folder: Path) -> None:
    repository(folder, FILES)
    assert "file:" not in called("show", "north", "--links", "always", "--rev", "HEAD", cwd=folder).out


def test_a_setting_and_a_variable(folder: Path) -> None:
    (folder / "posdiff.toml").write_text('links = "always"\n')
    assert LINK.search(called("show", "north", cwd=folder).out)
    assert not LINK.search(posdiff("show", "north", cwd=folder, environment={"POSDIFF_LINKS": "never"}).out)


@pytest.mark.parametrize(
    ("variables", "on_terminal", "links"),
    [
        ({"TERM": "xterm-256color"}, True, True),
        ({"TERM": "xterm-256color"}, False, False),
        ({"TERM": "dumb"}, True, False),
        ({}, True, False),
        ({"TERM": "linux"}, True, False),
        ({"TERM": "screen"}, True, False),
        ({"TERM": "screen", "TMUX": "/tmp/x"}, True, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "4600"}, True, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7200"}, True, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, True, False),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": "1", "FORCE_HYPERLINK": "1"}, False, True),
        ({"TERM": "xterm-256color", "FORCE_HYPERLINK": "0"}, True, False),
        ({"FORCE_COLOR": "1"}, False, False),
    ],
)
def test_where_links_are_taken(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], on_terminal: bool, links: bool
) -> None:
    monkeypatch.setattr(os, "environ", dict(variables))
    monkeypatch.setattr(terminal, "is_one", lambda: on_terminal)
    if sys.platform != "win32":
        assert terminal.takes_links("auto", False, terminal.takes_colour("auto", False)) is links
    assert terminal.takes_links("auto", True, terminal.takes_colour("auto", True)) is False
    assert terminal.takes_links("always", True, False)
    assert not terminal.takes_links("never", False, True)
