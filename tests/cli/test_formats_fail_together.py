"""Whatever can fail, fails before a format is begun: a command ends alike in every format, with the same message."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdiff.cli import files
from posdiff.findings.failure import Failure
from posdiff.reports import formats
from running import called
from writing import write

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          north: {name: North}
          south: {name: South}
        topics: {land: Land}
        issues:
          border: {title: Border, topic: land, kind: choice, options: {here: Here, there: There}}
          posts: {title: Posts, kind: set, members: {a: A, b: B}}
          guarantees: {title: Guarantees, kind: choice, options: {no: No, yes: Yes}}
        """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        terms:
          border: here
          posts: {includes: [a], alternatives: [{excludes: [a], if: {guarantees: yes}}]}
          guarantees: no
        """,
    "south/2024-01-01.yaml": """
        date: 2024-01-01
        terms:
          border: there
          posts: {excludes: [a]}
        """,
    "drafts/2024-03-01-deal.yaml": """
        date: 2024-03-01
        by: [north]
        outcomes: {border: here}
        """,
}
COMMANDS = {
    "compare": ("compare", "north", "south"),
    "changes": ("changes", "north", "--since", "2023-12-31"),
    "show": ("show", "north"),
    "who": ("who", "border"),
    "history": ("history", "north"),
    "matrix": ("matrix", "north", "south"),
    "draft": ("draft", "deal", "north"),
    "conflicts": ("conflicts", "north", "south"),
    "report": ("report", "north", "south"),
    "brief": ("brief", "north", "south", "--draft", "deal"),
    "find": ("find", "north"),
    "validate": ("validate",),
    "check": ("check",),
    "issues": ("issues",),
    "parties": ("parties",),
    "drafts": ("drafts",),
    "rules": ("rules",),
    "explain": ("explain", "no-source"),
}
KNOWN = {
    "validate": formats.FINDINGS, "check": formats.FINDINGS, "issues": formats.LIST, "parties": formats.LIST,
    "brief": formats.BRIEF[:4],  # docx is no text
    "rules": formats.PAGE, "explain": formats.PAGE,
}  # fmt: skip
#: What is wrong: arguments that are added, and files that are written over the dossier's.
FAULTS: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "nothing": ((), {}),
    "a party that is not there": (("nobody",), {}),
    "an issue that is not there": (("--issue", "coast"), {}),
    "a topic that is not there": (("--topic", "sea"), {}),
    "a word that --only does not know": (("--only", "nonsense"), {}),
    "a word that --fail-on does not know": (("--fail-on", "nonsense"), {}),
    "a day that is none": (("--at", "2024-02-30"), {}),
    "a day that is empty": (("--until", "someday"), {}),
    "no agenda that can be read": ((), {"agenda.yaml": "posdiff: ["}),
    "a statement that cannot be read": ((), {"south/2024-02-01.yaml": "date: 2024-02-01\nterms: {border: nowhere}\n"}),
    "a revision that is not there": (("--rev", "nothing"), {}),
    "the gate": (("--fail-on", "contradiction"), {}),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_ends_alike_in_every_format(tmp_path: Path, command: str, fault: str) -> None:
    """The same exit code and, where nothing is printed, the same words on stderr."""
    arguments, files = FAULTS[fault]
    write(tmp_path, {**FILES, **files})
    ends: dict[tuple[int, bool, str], list[str]] = {}
    for format in KNOWN.get(command, formats.ANY):
        run = called(*COMMANDS[command], *arguments, "--format", format, cwd=tmp_path)
        assert "Traceback" not in run.err
        assert run.code in (0, 1, 2, 3), (format, run.err)
        ends.setdefault((run.code, bool(run.out), "" if run.out else run.err), []).append(format)
    assert len(ends) == 1, ends


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in KNOWN])
def test_nothing_is_written_where_one_of_several_formats_is_refused(tmp_path: Path, command: str) -> None:
    """All texts are made, and all destinations looked at, before the first file is written."""
    write(tmp_path, FILES)
    run = called(
        *COMMANDS[command], "--report", "markdown=a.md", "--report", "pdf=b.pdf", "--output", "c.txt", cwd=tmp_path
    )
    assert (run.code, run.out) == (2, "")
    assert [path.name for path in tmp_path.iterdir()] == ["positions"]


@pytest.mark.parametrize("refused", ["edited.html", "no/such/folder.html", "loop.html", "positions"])
def test_nothing_is_written_where_one_of_several_files_is_refused(tmp_path: Path, refused: str) -> None:
    """Each file is looked at before the first is written: one a person edited, one that cannot be there."""
    write(tmp_path, FILES)
    (tmp_path / "edited.html").write_text("my page\n")
    (tmp_path / "loop.html").symlink_to("loop.html")
    run = called("compare", "north", "south", "--report", "markdown=a.md", "-f", "html", "-o", refused, cwd=tmp_path)
    assert (run.code, run.out, run.err.startswith(f"posdiff: error: {refused}")) == (2, "", True), run.err
    assert not (tmp_path / "a.md").exists()
    assert (tmp_path / "edited.html").read_text() == "my page\n"


@pytest.mark.parametrize("format", formats.ANY)
def test_an_error_after_a_party_s_own_day_counts_in_every_format(tmp_path: Path, format: str) -> None:
    """A report shows the party's history up to its day, where the format shows any."""
    nothing_left = "date: 2024-02-01\nterms: {border: {adds: true, accepts: there}}\n"
    write(tmp_path, {**FILES, "north/2024-02-01.yaml": nothing_left})
    run = called("report", "north@2024-01-15", "south", "-f", format, cwd=tmp_path)
    assert (run.code, "adds-to-nothing" in run.err) == (3, True)


def test_every_file_that_stands_in_the_way_is_named(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    for name in ("a.csv", "a.md"):
        (tmp_path / name).write_text("mine\n")
    run = called("compare", "north", "south", "--report", "csv=a.csv", "-f", "markdown", "-o", "a.md", cwd=tmp_path)
    assert (run.code, run.err) == (
        2,
        "posdiff: error: a.csv exists, and in this format it cannot be told whether somebody edited it; a.md exists, "
        "and not all of it is what posdiff wrote\nhint: --force replaces it, or name another file\n",
    )


def test_a_file_that_is_replaced_stays_as_private_as_it_was(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    arguments = ("compare", "north", "south", "-f", "markdown", "-o", "report.md")
    assert called(*arguments, cwd=tmp_path).code == 0
    (tmp_path / "report.md").chmod(0o600)
    assert called(*arguments, "--at", "2024-01-02", cwd=tmp_path).code == 0
    assert (tmp_path / "report.md").stat().st_mode & 0o777 == 0o600


def test_what_somebody_writes_meanwhile_is_kept(tmp_path: Path) -> None:
    """Between the look at a file and its writing it may change: then it is not what was looked at."""
    file = tmp_path / "report.md"
    plan = files.planned(file, "ours", False)
    file.write_text("theirs", encoding="utf-8")
    with pytest.raises(Failure, match="was changed by somebody else meanwhile, and is left as it is"):
        files.write(plan)
    assert file.read_text(encoding="utf-8") == "theirs"
