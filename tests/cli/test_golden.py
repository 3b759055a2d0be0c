"""Every format of every command, whole: the wage round, and the sample dossier for the report.

``pytest tests/cli/test_golden.py --regenerate`` writes the files anew; read the difference before you commit it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from running import called, posdiff

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parents[1] / "reports" / "golden"
ENDINGS = {"text": "txt", "markdown": "md", "html": "html", "csv": "csv", "json": "json"}
WAGES = {
    "compare": ("compare", "union", "employer", "mediator", "--at", "2026-05-12"),
    "changes": ("changes", "--since", "2026-03-05", "--until", "2026-06-01", "--against", "employer"),
    "show": ("show", "employer", "--at", "2026-05-12"),
    "history": ("history", "union", "employer", "--until", "2026-06-01"),
    "matrix": ("matrix", "--at", "2026-05-12", "--metric", "distance"),
    "draft": ("draft", "mediator", "union", "employer", "--at", "2026-05-12"),
    "drafts": ("drafts", "2026-05-08", "mediator", "--at", "2026-05-12"),
    "text": ("text", "mediator", "--at", "2026-05-12"),
    "report": ("report", "union", "employer", "--since", "2026-03-05", "--at", "2026-05-12"),
    "brief": (
        "brief", "union", "employer", "--since", "2026-03-05", "--draft", "mediator", "--at", "2026-05-12",
    ),
}  # fmt: skip
#: They are no table.
NO_ROWS = ("brief", "text")
WITH_OVERVIEW = ("compare", "changes", "history", "matrix", "draft", "drafts")
SAMPLE = ("report", "russia", "ukraine", "--since", "2024-06-14", "--at", "2025-08-18")


def in_format(arguments: tuple[str, ...], format: str) -> tuple[str, ...]:
    """The arguments with the format, for all of the text; of a report in CSV without the changes, a second table."""
    if format == "text" and arguments[0] in WITH_OVERVIEW:
        arguments = (*arguments, "--full")
    if format == "csv" and arguments[0] == "report":
        since = arguments.index("--since")
        arguments = (*arguments[:since], *arguments[since + 2 :])
    return (*arguments, "--format", format)


def held(name: str, out: str, regenerate: bool) -> None:
    """The output, its lines ended as a pipe in text mode gives them, is the golden file, byte for byte."""
    file = GOLDEN / name
    out = out.replace("\r\n", "\n")
    if regenerate:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(out.encode("utf-8"))
    assert out.encode("utf-8") == file.read_bytes(), f"{file} differs; --regenerate writes it"


@pytest.fixture
def regenerate(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--regenerate"))


@pytest.mark.parametrize(
    ("command", "format"),
    [(command, format) for command in WAGES for format in ENDINGS if format != "csv" or command not in NO_ROWS],
)
def test_the_wage_round(command: str, format: str, regenerate: bool) -> None:
    run = called(*in_format(WAGES[command], format), cwd=ROOT / "examples" / "wages")
    assert (run.code, run.err) == (0, "")
    held(f"wages-{command}.{ENDINGS[format]}", run.out, regenerate)


@pytest.mark.parametrize("command", WITH_OVERVIEW)
def test_overviews_of_the_wage_round(command: str, regenerate: bool) -> None:
    run = called(*WAGES[command], cwd=ROOT / "examples" / "wages")
    assert (run.code, run.err) == (0, "")
    held(f"wages-{command}-overview.txt", run.out, regenerate)


@pytest.mark.parametrize("format", ENDINGS)
def test_the_sample(format: str, regenerate: bool) -> None:
    run = called(*in_format(SAMPLE, format), cwd=ROOT)
    assert (run.code, run.err) == (0, "")
    held(f"sample-report.{ENDINGS[format]}", run.out, regenerate)


def test_several_formats_of_one_run_are_the_same_as_each_alone(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "wages" / "positions", tmp_path / "positions")
    endings = {format: end for format, end in ENDINGS.items() if format != "csv"}  # no changes in it
    files = [part for format, end in endings.items() for part in ("--report", f"{format}=out.{end}")]
    run = posdiff(*WAGES["report"], *files, cwd=tmp_path)
    assert (run.code, run.err) == (0, "")
    for end in endings.values():
        out = (tmp_path / f"out.{end}").read_bytes().replace(b"\r\n", b"\n")  # as a pipe in text mode gives it
        assert out == (GOLDEN / f"wages-report.{end}").read_bytes()
    assert run.out.encode() == (GOLDEN / "wages-report.md").read_bytes()
    # They are posdiff's own, and may be written again; a file of somebody else's may not.
    assert posdiff(*WAGES["report"], *files, cwd=tmp_path).code == 0
    (tmp_path / "out.md").write_text("mine\n", encoding="utf-8")
    refused = posdiff(*WAGES["report"], *files, cwd=tmp_path)
    assert refused.code == 2
    assert (tmp_path / "out.md").read_text(encoding="utf-8") == "mine\n"


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_the_same_bytes_whatever_the_hash_seed(seed: str) -> None:
    for format in ("markdown", "html"):
        environment = {"PYTHONHASHSEED": seed, "LC_ALL": "C.UTF-8", "TZ": "Pacific/Auckland"}
        run = posdiff(*WAGES["report"], "--format", format, cwd=ROOT / "examples" / "wages", environment=environment)
        assert run.out.encode() == (GOLDEN / f"wages-report.{ENDINGS[format]}").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--report", "report.md"), "--report takes FORMAT=FILE"),
        (("--report", "pdf=x.pdf"), "no format `pdf`"),
        (("--report", "html=a", "--report", "csv=a"), "a is named twice"),
        (("--report", "html=a", "--output", "a"), "a is named twice"),
        (("--report", "html=a", "--report", "csv=./a"), "is named twice"),
        (("--format", "docx"), "'docx' is not one of 'text'"),
    ],
)
def test_what_makes_no_sense_is_usage(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    shutil.copytree(ROOT / "examples" / "wages" / "positions", tmp_path / "positions")
    run = called("compare", "union", "employer", *arguments, cwd=tmp_path)
    assert run.code == 2
    assert message in run.err
    assert [file.name for file in tmp_path.iterdir()] == ["positions"]


def test_a_report_into_a_pipe(tmp_path: Path) -> None:
    """As a shell names one: ``--report json=>(jq …)``."""
    reader, writer = os.pipe()
    os.set_inheritable(writer, True)
    done = subprocess.run(
        [sys.executable, "-m", "posdiff", "schema", "--output", f"/dev/fd/{writer}"],
        cwd=tmp_path, pass_fds=[writer], capture_output=True, check=False,
    )  # fmt: skip
    os.close(writer)
    with os.fdopen(reader, "rb") as stream:
        assert (done.returncode, done.stderr, stream.read().startswith(b"agenda\n")) == (0, b"", True)


def test_stamp_and_byte_order_mark(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "wages" / "positions", tmp_path / "positions")
    asked = ("compare", "union", "employer", "--at", "2026-05-12")
    assert "\nMade 20" in called(*asked, "--format", "markdown", "--stamp", cwd=tmp_path).out
    assert ">Made 20" in called(*asked, "--format", "html", "--stamp", cwd=tmp_path).out
    assert called(*asked, "--format", "csv", "--bom", cwd=tmp_path).out.startswith("\ufeffissue,")
    assert called(*asked, "--format", "csv", cwd=tmp_path).out.startswith("issue,")


def test_a_report_with_changes_is_refused_as_csv_before_anything_is_written(tmp_path: Path) -> None:
    """It is two tables: the message names the commands that write one each."""
    shutil.copytree(ROOT / "examples" / "wages" / "positions", tmp_path / "positions")
    run = called(*WAGES["report"], "--report", "csv=report.csv", "--output", "report.md", cwd=tmp_path)
    assert (run.code, run.out) == (2, "")
    assert run.err == (
        "posdiff: error: a report with changes is two tables, and csv holds one\n"
        "hint: posdiff compare … -f csv and posdiff changes … -f csv write one table each\n"
    )
    assert not list(tmp_path.glob("report.*"))
