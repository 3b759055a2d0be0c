"""Findings in every format: the same verdict and exit code in each, and no crash that looks like a finding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from posdiff.reports import sarif
from posdiff.review import validation
from reading_findings import CODES, READERS, Told, command_lines
from running import Run, called, posdiff
from writing import write

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}}
    issues:
      status: {title: Status, kind: choice, options: {part: Part, free: Free}}
"""
CLEAN = "date: 2024-01-01\nterms: {status: {accepts: part, quote: in parts, source: a}}\n"
CLEAN += "sources: {a: {title: A, publisher: A, url: https://example.org/}}\n"
SOUTH = CLEAN.replace("part,", "free,")
WARNED = CLEAN.replace("2024-01-01", "2024-02-01").replace("terms:", "withdraws: [status]\nterms:").replace(
    "terms: {status: {accepts: part, quote: in parts, source: a}}\n", ""
)  # fmt: skip
FILES = {"agenda.yaml": AGENDA, "north/2024-01-01.yaml": CLEAN, "south/2024-01-01.yaml": SOUTH}
#: A dossier, --fail-on, and what every format has to say of it.
VERDICTS: dict[str, tuple[dict[str, str], str, Told]] = {
    "nothing": ({}, "error", Told("ok", {"error": 0, "warning": 0, "info": 0})),
    "nothing, however strict": ({}, "info", Told("ok", {"error": 0, "warning": 0, "info": 0})),
    "a warning that passes": (
        {"north/2023-01-01.yaml": WARNED.replace("2024-02", "2023-01")}, "error",
        Told("ok", {"error": 0, "warning": 1, "info": 0}),
    ),
    "a warning that fails": (
        {"north/2023-01-01.yaml": WARNED.replace("2024-02", "2023-01")}, "warning",
        Told("findings", {"error": 0, "warning": 1, "info": 0}),
    ),
    "an error": (
        {"south/2024-01-01.yaml": SOUTH.replace("free", "fre")}, "error",
        Told("error", {"error": 1, "warning": 0, "info": 0}),
    ),
    "an error and a warning": (
        {"south/2024-01-01.yaml": SOUTH.replace("free", "fre"),
         "north/2023-01-01.yaml": WARNED.replace("2024-02", "2023-01")}, "warning",
        Told("error", {"error": 1, "warning": 1, "info": 0}),
    ),
    "an error that nobody asks about": (
        {"south/2024-01-01.yaml": SOUTH.replace("free", "fre")}, "never",
        Told("ok", {"error": 1, "warning": 0, "info": 0}),
    ),
}  # fmt: skip


@pytest.mark.parametrize("format", READERS)
@pytest.mark.parametrize("case", VERDICTS)
@pytest.mark.parametrize("command", ["validate", "check"])
def test_exit_code_and_status_agree_in_every_format(tmp_path: Path, command: str, case: str, format: str) -> None:
    files, fail_on, expected = VERDICTS[case]
    write(tmp_path, {**FILES, **files})
    run = called(command, "--fail-on", fail_on, "--format", format, cwd=tmp_path)
    told = READERS[format](run.out)
    assert dict(told.counts) == expected.counts
    assert told.status in (expected.status, None)
    assert expected.status is not None
    assert (run.code, run.err) == (CODES[expected.status], "")


#: What goes wrong, the arguments that make it so, and the exit code.
CRASHES: dict[str, tuple[tuple[str, ...], int]] = {
    "no such option": (("--fail-no", "error"), 2),
    "no such level": (("--fail-on", "fatal"), 2),
    "no folder": (("--positions", "nowhere"), 3),
    "a bug": ((), 4),
}


@pytest.mark.parametrize("format", READERS)
@pytest.mark.parametrize("case", CRASHES)
@pytest.mark.parametrize("command", ["validate", "check"])
def test_a_crash_never_looks_like_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, case: str, format: str
) -> None:
    """No format writes anything, to stdout or to a file: what a machine would read as a verdict is not there."""
    write(tmp_path, FILES)
    arguments, code = CRASHES[case]
    if code == 4:
        monkeypatch.setattr(validation, "validate", _broken)
        monkeypatch.setattr("posdiff.answers.validate.findings_of", _broken)
    run = called(command, *arguments, "--format", format, "--report", "sarif=out.sarif", cwd=tmp_path)
    assert (run.code, run.out) == (code, "")
    assert not re.search(r"(error|warning|info) \[", run.err)
    assert not (tmp_path / "out.sarif").exists()


def _broken(*_: object) -> object:
    raise IndexError("a bug")


def test_a_format_that_fails_halfway_is_no_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, FILES)
    monkeypatch.setattr(sarif, "text", _broken)
    run = called("validate", "--format", "sarif", cwd=tmp_path)
    assert (run.code, run.out, run.err.startswith("posdiff: bug: IndexError")) == (4, "", True)


def test_all_formats_of_one_run_are_the_same_as_each_alone(tmp_path: Path) -> None:
    write(tmp_path, {**FILES, **VERDICTS["an error and a warning"][0]})
    reports = [part for format in READERS for part in ("--report", f"{format}=out.{format}")]
    whole = posdiff("validate", *reports, cwd=tmp_path)
    assert whole.code == 3
    for format in READERS:
        alone = posdiff("validate", "--format", format, cwd=tmp_path)
        assert (tmp_path / f"out.{format}").read_text(encoding="utf-8") == alone.out
        assert alone.code == 3
    # They are posdiff's own, and may be written again.
    assert posdiff("validate", *reports, cwd=tmp_path).code == 3


def test_a_report_to_stdout_takes_the_place_of_the_text(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    run = called("validate", "--report", "sarif=out.sarif", "--report", "github=-", cwd=tmp_path)
    assert run == Run(0, "posdiff validate: 3 files read, nothing to report; status ok\n", "")
    refused = called("validate", "--format", "json", "--report", "github=-", cwd=tmp_path)
    assert (refused.code, refused.out) == (2, "")
    assert "would both go to stdout" in refused.err
    twice = called("validate", "--report", "json=-", "--report", "github=-", cwd=tmp_path)
    assert (twice.code, "stdout is named twice" in twice.err) == (2, True)


def test_no_file_of_an_annotation_holds_a_command(tmp_path: Path) -> None:
    """Some runners act on ``##[`` wherever in a line it stands, and the name of a file is a stranger's."""
    write(tmp_path, {**FILES, "south/##[error]x.yaml": "date: 2024-01-01\n"})
    out = called("validate", "--format", "github", cwd=tmp_path).out
    assert "file=positions/south/#<U+0023>[error]x.yaml," in out
    assert "##[" not in out


@pytest.mark.parametrize("where", [".", "positions", "positions/north", ".."])
def test_paths_are_those_of_the_repository_wherever_the_command_runs(tmp_path: Path, where: str) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path / "data", {**FILES, "south/2024-01-01 ü,:%.yaml": "date: 2024-01-01\n"})
    arguments = ("validate", "--positions", str(tmp_path / "data" / "positions"))
    for format, name in {
        "github": "file=data/positions/south/2024-01-01 ü%2C%3A%25.yaml,",
        "gitlab": '"path": "data/positions/south/2024-01-01 \\u00fc,:%.yaml"',
        "sarif": '"uri": "data/positions/south/2024-01-01%20%C3%BC%2C%3A%25.yaml"',
        "junit": 'classname="data/positions/south/2024-01-01 ü,:%.yaml"',
    }.items():
        assert name in called(*arguments, "--format", format, cwd=tmp_path / "data" / where).out, format


def test_without_a_repository_paths_are_those_from_here(tmp_path: Path) -> None:
    write(tmp_path, {**FILES, "south/x.yaml": "date: 2024-01-01\n"})
    assert "file=positions/south/x.yaml," in called("validate", "--format", "github", cwd=tmp_path).out


#: Names and words that begin as commands do, in an agenda and a statement.
COMMANDED = {
    "agenda.yaml": """
        posdiff: 1
        title: "::error::title"
        parties: {north: {name: "::warning::North ##[add-mask]e"}, south: {name: "##[error]South"}}
        issues:
          status: {title: "::notice::S", kind: choice, options: {part: "##[group]P", free: "::stop-commands::x"}}
          words: {title: "  ::debug::Words", kind: text}
        """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        title: "::add-mask::e"
        sources: {a: {title: "::error::A", publisher: "##[error]P", url: "https://example.org/##[x]"}}
        terms:
          status: {accepts: part, quote: "one\\n::set-output name=x::y\\n##[save-state name=a]b", source: a}
          words: {says: "::error::said", source: a}
          "##[error]": part
        """,
    "south/2024-01-01.yaml": "date: 2024-01-01\nterms: {status: free}\n",
}


def test_no_usage_message_holds_a_command(tmp_path: Path) -> None:
    for arguments in (("check", "##[add-mask]e"), ("##[add-mask]e",), ("validate", "--##[x]"), ("check", "--at=##[x]")):
        run = called(*arguments, cwd=tmp_path)
        assert (run.code, run.out, command_lines(run.err)) == (2, "", [])
        assert "#<U+0023>[" in run.err


@pytest.mark.parametrize(
    "arguments",
    [("compare", "north", "south", "--quotes", "--sources"), ("show", "north"), ("history",), ("parties",), ("issues",),
     ("drafts",),
     ("report", "north", "south"), ("matrix",), ("changes", "--since", "2023-01-01"), ("validate",), ("check",),
     ("brief", "north", "south"), ("find", "o")],
    ids=lambda arguments: arguments[0],
)  # fmt: skip
@pytest.mark.parametrize("format", ["text", "json", "markdown", "html", "csv"])
def test_no_answer_and_no_message_holds_a_command(tmp_path: Path, arguments: tuple[str, ...], format: str) -> None:
    write(tmp_path, COMMANDED)
    run = called(*arguments, "--format", format, cwd=tmp_path)
    if run.code == 2:
        assert f"'{format}' is not one of" in run.err
        return
    assert run.code == 3
    assert command_lines(run.out) == []
    assert command_lines(run.err) == []
