"""The examples for GitLab and for workflows of GitHub: their scripts, run as far as one can without either."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from reading_findings import READERS
from running import git
from writing import write

ROOT = Path(__file__).parents[2]
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        issues:
          status: {title: Status, kind: choice, options: {part: Part, free: Free}}
        """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        sources: {a: {title: A, publisher: A, url: "https://example.org/"}}
        terms: {status: {accepts: part, quote: in parts}}
        """,
}


def read(name: str) -> dict[str, Any]:
    """An example. YAML 1.1 reads the key ``on`` as true."""
    text = (ROOT / "examples" / "ci" / name).read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(re.sub(r"(?m)^on:", "'on':", text))
    return found


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with one commit."""
    write(tmp_path, FILES)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "first")
    return tmp_path


def job(folder: Path, script: list[str], **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the lines of a job in one shell that ends at the first that fails."""
    kept = {name: told for name, told in os.environ.items() if not name.startswith(("POSDIFF", "GIT", "CI"))}
    kept["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}"
    return subprocess.run(
        ["bash", "-c", "set -eo pipefail\n" + "\n".join(script)], cwd=folder, text=True, encoding="utf-8",
        env={**kept, "CI": "true", "GITLAB_CI": "true", "POSDIFF_CACHE": "off", **variables}, stdin=subprocess.DEVNULL,
        capture_output=True, timeout=300, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("event", ["branch", "merge request"])
def test_the_job_of_gitlab(checkout: Path, event: str) -> None:
    made = read("gitlab-ci.yml")["positions"]
    reports = made["artifacts"]["reports"]
    base = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": git(checkout, "rev-parse", "HEAD").strip()} if event != "branch" else {}
    clean = job(checkout, made["script"], **base)
    assert (clean.returncode, clean.stderr) == (0, "")
    assert READERS["gitlab"]((checkout / reports["codequality"]).read_text()).counts["error"] == 0
    (checkout / "positions/north/2024-01-01.yaml").unlink()
    git(checkout, "commit", "--quiet", "--all", "--message", "second")
    edited = job(checkout, made["script"], **base)
    told = READERS["junit"]((checkout / reports["junit"]).read_text(encoding="utf-8"))
    quality = (checkout / reports["codequality"]).read_text(encoding="utf-8")
    assert READERS["gitlab"](quality).counts == told.counts
    assert READERS["markdown"]((checkout / "posdiff.md").read_text(encoding="utf-8")).status == told.status
    if event == "branch":
        assert (edited.returncode, told.status) == (0, "ok")
    else:
        assert (edited.returncode, told.status) == (1, "findings")
        assert '"path": "positions/north/2024-01-01.yaml"' in quality


def test_the_job_of_gitlab_has_the_history_and_the_program() -> None:
    made = read("gitlab-ci.yml")["positions"]
    assert made["variables"]["GIT_DEPTH"] == "0"
    assert made["before_script"] == ['python -m pip install --quiet "$POSDIFF"']
    assert made["artifacts"]["when"] == "always"


def test_the_workflow_of_github_uses_what_the_action_has() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    made = read("github.yml")
    checkout, check, last = made["jobs"]["check"]["steps"]
    assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}
    assert set(check["with"]) <= set(action["inputs"])
    assert made["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in made["on"]
    for name in re.findall(r"steps\.posdiff\.outputs\.([a-z]+)", str(last)):
        assert name in action["outputs"]
    assert "${{" not in last["run"]


def test_the_workflow_of_github_pages(checkout: Path) -> None:
    """What its steps run makes the folder that is uploaded, of the commit; an error ends it before that."""
    steps = read("github-pages.yml")["jobs"]["build"]["steps"]
    install, *script = [step["run"] for step in steps if "run" in step]
    assert install == 'python -m pip install --quiet "$POSDIFF"'
    uploaded = checkout / steps[-1]["with"]["path"]
    clean = job(checkout, script)
    assert clean.returncode == 0, clean.stderr
    assert git(checkout, "rev-parse", "HEAD")[:12] in (uploaded / "index.html").read_text(encoding="utf-8")
    shutil.rmtree(uploaded)
    (checkout / "positions/north/2024-01-01.yaml").write_text("date: nonsense\n", encoding="utf-8")
    broken = job(checkout, script)
    assert (broken.returncode, uploaded.exists()) == (3, False)
    assert "::error file=positions/north/2024-01-01.yaml,line=1," in broken.stdout


def test_only_the_job_that_publishes_may_publish() -> None:
    made = read("github-pages.yml")
    build, deploy = made["jobs"]["build"], made["jobs"]["deploy"]
    assert (made["permissions"], "permissions" in build) == ({"contents": "read"}, False)
    assert build["steps"][0]["with"] == {"persist-credentials": False}
    assert deploy["permissions"] == {"pages": "write", "id-token": "write"}
    assert [step["uses"] for step in deploy["steps"]] == ["actions/deploy-pages@v4"]
    assert deploy["needs"] == "build"
    assert deploy["environment"] == {"name": "github-pages", "url": "${{ steps.deployment.outputs.page_url }}"}
    assert set(made["on"]) == {"push", "workflow_dispatch"}
