"""Bad files, folders and names as a user meets them: each is reported, nothing crashes, nothing waits."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from bad_input import AGENDA, BAD, FLOODS, GOOD
from running import posdiff
from writing import write

OTHER = "date: 2024-06-14\nterms: {status: free}\n"


def test_all_bad_files_at_once(tmp_path: Path) -> None:
    """Every finding of every file in one run of ``validate``; ``compare`` answers with what is right."""
    agenda = dedent(AGENDA) + "  summit: {title: Summit, kind: choice, options: {held: Held, off: Called off}}\n"
    files = {
        f"{party}/2024-06-14.yaml": GOOD + f"  summit: {word}\n"
        for party, word in (("north", "held"), ("south", "off"))
    }
    positions = write(tmp_path, {"agenda.yaml": agenda, **files})
    for number, (data, _) in enumerate((*BAD.values(), *FLOODS.values())):
        (positions / f"north/2024-06-15-{number:03}.yaml").write_bytes(data)
    run = posdiff("validate", cwd=tmp_path)
    assert (run.code, run.err) == (3, "")
    assert "Traceback" not in run.out
    assert "\x1b" not in run.out
    missing = [name for n, name in enumerate((*BAD, *FLOODS)) if f"north/2024-06-15-{n:03}.yaml:" not in run.out]
    assert missing == []
    assert not [c for c in run.out if not c.isprintable() and c not in "\n\xa0"]

    run = posdiff("compare", "north", "south", "--full", cwd=tmp_path)
    assert run.code == 3
    assert "Held  [" in run.out
    assert "Called off  [" in run.out
    assert "Traceback" not in run.err
    assert run.err.splitlines()[-1] == "hint: posdiff validate lists them"
    assert len(run.err) < 65_536


@pytest.mark.parametrize("data", [FLOODS["a bomb of laughs"][0], BAD["a hundred thousand brackets"][0], b"", b"- a\n"])
def test_a_bad_agenda(tmp_path: Path, data: bytes) -> None:
    """Without an agenda nothing can be compared, and the cause is told: not only that there is no such party."""
    positions = write(tmp_path, {"north/2024-06-14.yaml": GOOD, "south/2024-06-14.yaml": OTHER})
    (positions / "agenda.yaml").write_bytes(data)
    run = posdiff("validate", cwd=tmp_path)
    assert run.code == 3
    assert "positions/agenda.yaml:" in run.out
    run = posdiff("compare", "north", "south", "--full", cwd=tmp_path)
    assert (run.code, run.out) == (3, "")
    assert "agenda.yaml" in run.err
    assert "Traceback" not in run.err


def _empty(folder: Path) -> None:
    (folder / "positions").mkdir()


def _agenda_only(folder: Path) -> None:
    write(folder, {"agenda.yaml": AGENDA})


def _nothing(folder: Path) -> None:
    pass


def _a_file(folder: Path) -> None:
    (folder / "positions").write_text("a: b\n")


@pytest.mark.parametrize(
    ("make", "code", "said"),
    [
        (_nothing, 3, "posdiff: error: no folder positions/ with an agenda.yaml here or above\n"),
        (_a_file, 3, "posdiff: error: no folder positions/ with an agenda.yaml here or above\n"),
        (_empty, 3, "error [no-agenda] positions/agenda.yaml:1:1 the positions folder has no agenda.yaml\n"),
        (_agenda_only, 0, "1 file read, nothing to report\n"),
    ],
)
def test_a_folder_with_little_in_it(tmp_path: Path, make: Callable[[Path], None], code: int, said: str) -> None:
    make(tmp_path)
    run = posdiff("validate", cwd=tmp_path)
    assert run.code == code
    assert said in run.out + run.err
    run = posdiff("compare", "north", "south", "--full", cwd=tmp_path)
    assert run.code == code
    assert run.err.count("\n") <= 6
    assert "Traceback" not in run.err


@pytest.mark.parametrize("party", ["../../etc", "/etc/passwd", "..", "north/../south", "norht", "", "[/red]", "-n"])
def test_a_party_that_is_not_there(tmp_path: Path, party: str) -> None:
    """Names from the command line are looked up in the agenda, and lead to no file."""
    write(tmp_path, {"agenda.yaml": AGENDA, "north/2024-06-14.yaml": GOOD})
    run = posdiff("compare", "--", "north", party, cwd=tmp_path)
    assert run.code == 3
    assert run.out == ""
    assert f"`{party}`" in run.err
    assert "Traceback" not in run.err


def test_a_party_with_a_path_for_its_id_leads_nowhere(tmp_path: Path) -> None:
    agenda = dedent(AGENDA).replace("{north: ", "{../../etc: {name: Etc}, north: ")
    write(tmp_path, {"agenda.yaml": agenda, "north/2024-06-14.yaml": GOOD})
    run = posdiff("validate", cwd=tmp_path)
    assert run.code == 3
    assert "error [bad-id] positions/agenda.yaml:2:11 `../../etc` cannot be the id of a party\n" in run.out
    assert "1 error in 2 files" in run.out


def test_the_tree_as_a_user_meets_it(tmp_path: Path) -> None:
    """Pipes, links, folders and names: each is told on one line of its own, and nothing waits."""
    positions = write(tmp_path, {"agenda.yaml": AGENDA, "north/2024-06-14.yaml": GOOD, "south/2024-06-14.yaml": OTHER})
    north = positions / "north"
    os.mkfifo(north / "2024-06-15-pipe.yaml")
    (north / "2024-06-15-folder.yaml").mkdir()
    (north / "2024-06-15-loop.yaml").symlink_to("2024-06-15-loop.yaml")
    (north / "2024-06-15-out.yaml").symlink_to("/etc/passwd")
    (north / "2024-06-15-a\nerror [forged] agenda.yaml:1:1 gone.yaml").write_text("")
    (north / "2024-06-15-\x1b[2J.yaml").write_text("")
    (north / "2024-06-15-::error::\u202e.yaml").write_text("")
    (north / os.fsdecode(b"2024-06-15-\xff\xfe.yaml")).write_bytes(GOOD.encode())
    for command in (("validate",), ("compare", "north", "south", "--full")):
        run = posdiff(*command, cwd=tmp_path)
        said = run.out + run.err
        assert run.code == 3
        assert "Traceback" not in said
        assert "root:" not in said
        assert not [
            line for line in said.splitlines() if line.startswith(("error [forged]", "posdiff: error [forged]"))
        ]
        assert not any(character in said for character in "\x1b\u202e\udcff")
    assert "Part  [said 2024-06-14" in run.out
    assert "2024-06-15-a ⏎ error [forged]" in run.err
    assert "2024-06-15-<U+001B>[2J.yaml" in run.err
    assert r"2024-06-15-\xff\xfe.yaml" in run.err


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ("km**2", "3 km**9**9**9**9"),
        ("km**2", "3 9**9**9**9**9"),
        ("km**2", "3 km**999999999"),
        ("km**999999999", "3 mile**999999999"),
        ("km**2", "3 " + "km*" * 19 + "km"),
        ("9**9**9**9**9", "3 km"),
    ],
)
def test_a_unit_that_is_a_sum_is_not_worked_out(tmp_path: Path, unit: str, value: str) -> None:
    """A units library works out powers of powers: minutes, or all memory, for ten characters."""
    agenda = dedent(AGENDA).replace("km**2", unit)
    term = f"date: 2024-06-15\nterms: {{area: {{max: {value}}}}}\n"
    write(tmp_path, {"agenda.yaml": agenda, "north/2024-06-15.yaml": term})
    command = [sys.executable, "-m", "posdiff", "validate"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=8, check=False)
    assert done.returncode == 3
    assert "positions/north/2024-06-15.yaml:2:21" in done.stdout
