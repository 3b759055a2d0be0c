"""The GitHub Action: its steps, run as the runner runs them, with a workspace, inputs and files for what they say.

The runner pastes expressions, sets the environment, writes the script to a file and runs it with ``bash --noprofile
--norc -eo pipefail``; what a step puts into GITHUB_OUTPUT are its outputs, the last line of a name counting.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from reading_findings import READERS
from running import git
from writing import write

ROOT = Path(__file__).parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
INSTALL, CHECK = ACTION["runs"]["steps"]
AGENDA = """
    posdiff: 1
    parties: {north: {name: "::error::North"}, south: {name: South}}
    issues:
      status: {title: Status, kind: choice, options: {part: Part, free: Free}}
"""
CLEAN = """
    date: 2024-01-01
    sources: {a: {title: A, publisher: A, url: "https://example.org/"}}
    terms: {status: {accepts: part, quote: in parts}}
"""
FILES = {"agenda.yaml": AGENDA, "north/2024-01-01.yaml": CLEAN, "south/2024-01-01.yaml": CLEAN}
BROKEN = {**FILES, "north/2024-01-01.yaml": CLEAN.replace("part,", '"##[add-mask]x",')}
SOURCES = 'sources: {a: {title: A, publisher: A, url: "https://example.org/"}}\n'
WARNED = {**FILES, "north/2023-01-01.yaml": f"date: 2023-01-01\n{SOURCES}withdraws: [status]\n"}


class Step(NamedTuple):
    """What came of the steps: the exit code, the log, the outputs of the action, and the job summary."""

    code: int
    log: str
    outputs: Mapping[str, str]
    summary: str


def value(text: str, context: Mapping[str, str]) -> str:
    """A text with its expressions pasted: names, literals and ``||`` are all that the action uses."""

    def pasted(found: re.Match[str]) -> str:
        for part in found[1].split("||"):
            word = part.strip()
            told = word[1:-1] if word.startswith("'") else context.get(word, "")
            if told:
                return told
        return ""

    return re.sub(r"\$\{\{(.*?)\}\}", pasted, text)


def run_step(
    step: Mapping[str, Any], context: Mapping[str, str], workspace: Path, temporary: Path
) -> tuple[int, str, dict[str, str], str]:
    """Run one step: its exit code, its log, its outputs, its summary."""
    temporary.mkdir(exist_ok=True)
    script, output, summary = (temporary / f"{step['id']}.{end}" for end in ("sh", "output", "summary"))
    script.write_text(value(step["run"], context), encoding="utf-8")
    output.write_text("")
    summary.write_text("")
    kept = {name: told for name, told in os.environ.items() if not name.startswith(("POSDIFF", "GIT", "INPUT"))}
    runner = {
        "GITHUB_ACTIONS": "true", "CI": "true", "GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary),
        "RUNNER_TEMP": str(temporary), "GITHUB_WORKSPACE": str(workspace), "POSDIFF_CACHE": "off",
    }  # fmt: skip
    given = {name: value(told, context) for name, told in step["env"].items()}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
        cwd=workspace, env={**kept, **runner, **given}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip
    lines = output.read_text(encoding="utf-8").splitlines()
    assert all(re.fullmatch(r"[a-z]+=.*", line) for line in lines), lines
    outputs = dict(line.split("=", 1) for line in lines)
    return done.returncode, done.stdout, outputs, summary.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def python(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The Python of the first step, with posdiff as it stands here."""
    folder = tmp_path_factory.mktemp("runner")
    context = {"inputs.python": sys.executable, "github.action_path": str(ROOT)}
    code, log, outputs, _ = run_step(INSTALL, context, folder, folder / "temp")
    assert code == 0, log
    return outputs["python"]


def acted(
    workspace: Path, python: str, inputs: Mapping[str, str] | None = None, event: Mapping[str, str] | None = None
) -> Step:
    """Run the second step in a workspace, and what the action then says."""
    inputs = inputs or {}
    context = {f"inputs.{name}": str(each["default"]) for name, each in ACTION["inputs"].items()}
    context |= {f"inputs.{name}": told for name, told in inputs.items()}
    context |= {"steps.install.outputs.python": python, **(event or {})}
    code, log, outputs, summary = run_step(CHECK, context, workspace, workspace.parent / "temp")
    context |= {f"steps.check.outputs.{name}": told for name, told in outputs.items()}
    return Step(code, log, {name: value(each["value"], context) for name, each in ACTION["outputs"].items()}, summary)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A checkout."""
    folder = tmp_path / "work space"
    folder.mkdir()
    return folder


def commands(log: str) -> list[str]:
    """The lines of a log that the runner takes for commands."""
    return [line for line in log.splitlines() if line.lstrip().startswith("::") or "##[" in line]


def test_no_script_holds_an_expression_and_every_input_is_told_and_used() -> None:
    """What stands in an expression is pasted into the script before it runs, and would run as a part of it."""
    used = " ".join(str(step["env"]) for step in (INSTALL, CHECK))
    for step in ACTION["runs"]["steps"]:
        assert set(step) == {"id", "shell", "env", "run"}
        assert "${{" not in step["run"]
        assert step["shell"] == "bash"
    assert set(re.findall(r"inputs\.([a-z-]+)", used)) == set(ACTION["inputs"])
    for each in ACTION["inputs"].values():
        assert set(each) == {"description", "required", "default"}
    assert ACTION["runs"]["using"] == "composite"
    assert not re.search(r"\b(curl|wget|http|uses)\b", str(ACTION["runs"]))


@pytest.mark.parametrize(
    ("files", "fail_on", "code", "status", "counts"),
    [
        (FILES, "error", 0, "ok", ("0", "0", "0")),
        (WARNED, "error", 0, "ok", ("0", "1", "0")),
        (WARNED, "warning", 1, "findings", ("0", "1", "0")),
        (BROKEN, "error", 3, "error", ("1", "0", "0")),
        (BROKEN, "never", 0, "ok", ("1", "0", "0")),
    ],
)
def test_the_exit_code_the_status_and_the_counts_agree(
    workspace: Path, python: str, files: dict[str, str], fail_on: str, code: int, status: str, counts: tuple[str, ...]
) -> None:
    write(workspace, files)
    done = acted(workspace, python, {"fail-on": fail_on})
    assert (done.code, done.outputs["status"]) == (code, status), done.log
    assert tuple(done.outputs[name] for name in ("errors", "warnings", "infos")) == counts
    told = READERS["markdown"](done.summary)
    assert (told.status, tuple(str(number) for number in told.counts.values())) == (status, counts)
    assert len(commands(done.log)) == sum(map(int, counts))
    assert all(re.match(r"::(error|warning|notice) file=positions/", line) for line in commands(done.log))
    for format in ("json", "sarif", "markdown"):
        report = Path(done.outputs[format]).read_text(encoding="utf-8")
        assert READERS[format](report).status == status


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({"fail-on": "fatal"}, 2),
        ({"positions": "nowhere"}, 3),
        ({"working-directory": "nowhere"}, 2),
        ({"against": "no-such-revision"}, 3),
        ({"against": "--output=x"}, 3),
    ],
    ids=lambda each: next(iter(each.values())) if isinstance(each, dict) else "",
)
def test_a_crash_is_an_error_and_no_finding(workspace: Path, python: str, inputs: dict[str, str], code: int) -> None:
    write(workspace, FILES)
    done = acted(workspace, python, inputs)
    assert done.code in (code, 2), done.log
    assert dict(done.outputs) == {name: "error" if name == "status" else "" for name in ACTION["outputs"]}
    assert commands(done.log) == [
        f"::error title=posdiff::posdiff could not do its work (exit code {done.code}); the log of this step says why"
    ]
    assert done.summary == ""


def test_a_step_that_never_came_to_an_end_is_an_error() -> None:
    assert value(ACTION["outputs"]["status"]["value"], {}) == "error"
    assert value(ACTION["outputs"]["errors"]["value"], {}) == ""


HOSTILE = ["$(touch hurt)", "`touch hurt`", "; touch hurt", '" ; touch hurt ; "', "' ; touch hurt ; '", "a\ntouch hurt",
           "::error::x", "##[error]x", "-rf", "%0A::error::y", "\\"]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_an_input_is_a_text_and_never_a_command(workspace: Path, python: str, text: str) -> None:
    write(workspace, FILES)
    before = sorted(workspace.rglob("*"))
    for name in ("positions", "against", "fail-on", "working-directory", "annotations", "summary"):
        done = acted(workspace, python, {name: text})
        assert done.outputs["status"] == ("ok" if name in ("annotations", "summary") else "error"), (name, done.log)
        assert len(commands(done.log)) == (name not in ("annotations", "summary")), (name, done.log)
        assert "##[" not in done.log
    assert sorted(workspace.rglob("*")) == before


def test_no_module_is_taken_from_the_checkout(workspace: Path, python: str) -> None:
    """A stranger's branch may hold a yaml.py."""
    write(workspace, FILES)
    for name in ("yaml", "posdiff", "typer", "json", "pip", "sitecustomize"):
        (workspace / f"{name}.py").write_text("open('hurt', 'w').close()\n")
    assert acted(workspace, python).outputs["status"] == "ok"
    assert not (workspace / "hurt").exists()


def test_the_example_dossier_comes_with_the_installed_package(workspace: Path, python: str) -> None:
    done = subprocess.run([python, "-I", "-m", "posdiff", "init", "--example"], cwd=workspace, timeout=60, check=False)
    assert done.returncode == 0
    wages = ROOT / "examples" / "wages" / "positions"
    packed = {path.relative_to(wages): path.read_bytes() for path in wages.rglob("*.yaml")}
    made = workspace / "positions"
    assert {path.relative_to(made): path.read_bytes() for path in made.rglob("*.yaml")} == packed


def test_annotations_and_summary_can_be_left_out(workspace: Path, python: str) -> None:
    write(workspace, BROKEN)
    done = acted(workspace, python, {"annotations": "false", "summary": "false"})
    assert (done.outputs["status"], commands(done.log), done.summary) == ("error", [], "")
    assert "error [unknown-option] positions/north/2024-01-01.yaml:3:" in done.log


def test_a_pull_request_is_judged_against_its_base(workspace: Path, python: str) -> None:
    write(workspace, FILES)
    git(workspace, "init", "--quiet")
    git(workspace, "add", ".")
    git(workspace, "commit", "--quiet", "--message", "first")
    base = git(workspace, "rev-parse", "HEAD").strip()
    (workspace / "positions" / "north" / "2024-01-01.yaml").unlink()
    git(workspace, "commit", "--quiet", "--all", "--message", "second")
    for event in ("pull_request", "merge_group"):
        name = f"github.event.{event}.base{'.sha' if event == 'pull_request' else '_sha'}"
        done = acted(workspace, python, event={name: base})
        assert done.outputs["status"] == "findings", done.log
        found = json.loads(Path(done.outputs["json"]).read_text(encoding="utf-8"))["findings"]
        assert "positions/north/2024-01-01.yaml" in [each["file"] for each in found]
        assert any(
            re.match(r"::error file=positions/north/2024-01-01\.yaml,line=1,", line) for line in commands(done.log)
        )
    assert acted(workspace, python, {"against": "none"}, {"github.event.pull_request.base.sha": base}).code == 0
    assert acted(workspace, python).code == 0


def test_only_what_a_pull_request_brings(workspace: Path, python: str) -> None:
    """Annotations, counts and status are of the new findings alone; how many older ones there are is told."""
    write(workspace, WARNED)
    git(workspace, "init", "--quiet")
    git(workspace, "add", ".")
    git(workspace, "commit", "--quiet", "--message", "first")
    base = {"github.event.pull_request.base.sha": git(workspace, "rev-parse", "HEAD").strip()}
    inputs = {"fail-on": "warning", "new": "true"}
    done = acted(workspace, python, inputs, base)
    assert (done.code, done.outputs["warnings"], done.outputs["older"]) == (0, "0", "1"), done.log
    assert commands(done.log) == []
    write(workspace, {"south/2024-02-01.yaml": "date: 2024-02-01\nterms: {status: free}\n"})
    done = acted(workspace, python, inputs, base)
    assert (done.code, done.outputs["warnings"], done.outputs["older"]) == (1, "1", "1"), done.log
    assert [line.split(",")[0] for line in commands(done.log)] == ["::warning file=positions/south/2024-02-01.yaml"]
    assert "and 1 older finding, not shown" in done.log and "and 1 older finding, not shown" in done.summary
    assert acted(workspace, python, inputs).outputs["older"] == "0"


def test_an_old_python_is_refused_in_words(workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "python3").write_text("#!/bin/sh\nexit 1\n")
    (tools / "python3").chmod(0o755)
    (tools / "bash").symlink_to("/bin/bash")
    monkeypatch.setenv("PATH", str(tools))
    code, log, outputs, _ = run_step(INSTALL, {"github.action_path": str(ROOT)}, workspace, tmp_path / "temp")
    assert (code, outputs) == (2, {})
    assert log == "::error title=posdiff::no Python 3.11 or later was found; actions/setup-python brings one\n"
