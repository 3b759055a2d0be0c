"""The edit against the merge base: what it means, wherever it is asked, and the repository as it was."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from posdiff.reports.shapes import schemas
from repositories import BASE, Repository, repository
from running import called, posdiff
from writing import write

DAY = ("--at", "2024-12-31")
NEW = "date: 2024-03-01\ntitle: Second speech\nterms: {border: here}\n"


def meaning(repo: Repository, *arguments: str, against: str = "main", cwd: Path | None = None) -> list[str]:
    """The sentences of what the edit means."""
    run = called("check", "--against", against, *DAY, "-f", "json", *arguments, cwd=cwd or repo.folder)
    return list(json.loads(run.out)["meaning"]["sentences"])


Edit = Callable[[Repository], None]


def _wrote(**files: str) -> Edit:
    return lambda repo: repo.write(
        {name.replace("__", "/").replace("_", "-") + ".yaml": text for name, text in files.items()}
    )


def _removed(repo: Repository) -> None:
    repo.remove("north/2024-01-10.yaml")


def _both(one: Edit, other: Edit) -> Edit:
    def edit(repo: Repository) -> None:
        one(repo)
        other(repo)

    return edit


def _renamed(repo: Repository) -> None:
    folder = repo.folder / "positions" / "north"
    (folder / "2024-01-10.yaml").rename(folder / "2024-01-10-speech.yaml")


def _replaced(old: str, new: str, file: str = "north/2024-01-10.yaml") -> Edit:
    def edit(repo: Repository) -> None:
        path = repo.folder / "positions" / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return edit


#: An edit, and all that it means.
EDITS: dict[str, tuple[Edit, list[str]]] = {
    "nothing": (lambda _: None, ["No position changed."]),
    "a new statement": (
        _wrote(north__2024_03_01=NEW),
        ["North: hardened on Border; new contradiction with South on Border."],
    ),
    "a new statement of a day before the base was recorded": (
        _wrote(north__2024_01_30="date: 2024-01-30\nterms: {border: here}\n"),
        ["North: hardened on Border (said 2024-01-30); new contradiction with South on Border."],
    ),
    "a new statement that moves towards the other side": (
        _wrote(north__2024_03_01="date: 2024-03-01\nterms: {border: [here, there, both]}\nreaffirms: [order]\n"),
        ["North: softened on Border; 1 position stated again."],
    ),
    "new preconditions": (
        _wrote(south__2024_03_01="date: 2024-03-01\nterms: {order: {order: [truce, talks]}}\n"),
        [
            "South: takes a position on Order; new contradiction with North on Order.",
            "New deadlock: Talks → Truce → Talks (North and South).",
        ],
    ),
    "a position given up": (
        _wrote(north__2024_03_01="date: 2024-03-01\nwithdraws: [border]\n"),
        ["North: no longer holds a position on Border; overlap with South on Border is gone: one has no position now."],
    ),
    "an old statement": (
        _wrote(north__2023_06_01="date: 2023-06-01\nterms: {cap: {min: 9}, border: there}\n"),
        ["North: newly recorded, said 2023-06-01: a position on Cap; new contradiction with South on Cap."],
    ),
    "an old statement of a party that had none on record": (
        _wrote(agenda=BASE["agenda.yaml"].replace("south: {name", "east: {name: East}, south: {name"),
               east__2023_06_01="date: 2023-06-01\nterms: {cap: {max: 5}}\n"),
        ["East: newly recorded, said 2023-06-01: a position on Cap; new agreement with South on Cap."],
    ),
    "what was on record, changed": (
        _replaced("[here, both]", "here"),
        ["North: by a change to the record: hardened on Border; new contradiction with South on Border."],
    ),
    "what was on record, removed": (
        _removed,
        ["North: by a change to the record: no longer has a position on record on Border and Order; "
         "overlap with South on Border is gone: one has no position now."],
    ),
    "what was on record, removed, and a new statement": (
        _both(_removed, _wrote(north__2024_03_01=NEW + "reaffirms: [order]\n")),
        ["North: hardened on Border; by a change to the record: no longer has a position on record on Order; "
         "new contradiction with South on Border."],
    ),
    "a file renamed": (_renamed, ["No position changed."]),
    "words beside the position": (_replaced("Speech in", "A speech in"), ["No position changed."]),
    "what is only reported": (
        _wrote(north__2024_03_01="date: 2024-03-01\nstanding: reported\nterms: {border: here}\n"),
        ["No position changed."],
    ),
    "what is said of the future": (
        _wrote(north__2025_03_01="date: 2025-03-01\nterms: {border: here}\n"), ["No position changed."],
    ),
    "the agenda": (
        _replaced("unit: km", "unit: mile", "agenda.yaml"),
        ["The agenda changes the meaning of 1 term of South, in statements that were not edited."],
    ),
    "the nature of things": (
        _replaced("talks: Talks", "talks: {title: Talks, after: truce}", "agenda.yaml"),
        ["The agenda changes the meaning of 1 term of North, in statements that were not edited."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("state", ["on the disk", "staged", "committed"])
def test_what_an_edit_means(tmp_path: Path, edit: str, state: str) -> None:
    """The positions as of a day, before and after, whether the edit is recorded or not."""
    do, means = EDITS[edit]
    repo = repository(tmp_path)
    repo.git("checkout", "-q", "-b", "edit")
    do(repo)
    if state == "committed":
        repo.commit()
    elif state == "staged":
        repo.git("add", "--all")
        repo.git("checkout-index", "--all", "--force")
    assert meaning(repo, *(["--staged"] if state == "staged" else [])) == means


def test_the_whole_answer(tmp_path: Path) -> None:
    """First what was found, then what the edit means: sentences, statements, each change, each relation."""
    repo = repository(tmp_path)
    commit = repo.git("rev-parse", "HEAD").strip()[:12]
    repo.write({
        "north/2024-03-01.yaml": NEW,
        "south/2023-02-01.yaml": "date: 2023-02-01\nterms: {order: {order: [truce, talks]}}\n",
    })  # fmt: skip
    run = called("check", "--against", "main", *DAY, cwd=tmp_path)
    assert run.code == 0
    _, _, means = run.out.partition("\n\nWhat the edit means")
    assert (
        f"What the edit means{means}"
        == f"""\
What the edit means: positions as of 2024-12-31, against {commit} of 2024-02-01
  North: hardened on Border; new contradiction with South on Border.
  South: newly recorded, said 2023-02-01: a position on Order; new contradiction with North on Order.
  New deadlock: Talks → Truce → Talks (North and South).

POSITIONS THAT NEW STATEMENTS CHANGE (1)  said later than what was on record of the party

▲ Border  border
  party       North
  kind        hardened
  before      Here or Both  [said 2024-01-10]
  after       Here  [said 2024-03-01]
  by          north/2024-03-01.yaml of 2024-03-01

NEWLY RECORDED (1)  said before, and on record only now: no change of position

+ Order  order
  party       South
  kind        added
  after       “Truce” before “Talks”  [said 2023-02-01]
  by          south/2023-02-01.yaml of 2023-02-01

HOW THE POSITIONS STAND TO EACH OTHER (2)

✗ Border  border
  parties     North and South
  before      overlap
  after       contradiction
  clash       Here (North) against There or Both (South)

✗ Order  order
  parties     South and North
  before      one is silent
  after       contradiction
  clash       these orders close a circle: Talks → Truce → Talks

↻ NEW DEADLOCK (1)
  Talks → Truce → Talks (North and South)

STATEMENTS (2)
  new: north/2024-03-01.yaml, North, said 2024-03-01: Second speech
  newly recorded: south/2023-02-01.yaml, South, said 2023-02-01

4 warnings in 5 files
"""
    )


def test_what_has_become_common_stands_in_its_column(tmp_path: Path) -> None:
    repo = repository(tmp_path, BASE | {"north/2024-03-01.yaml": NEW})
    repo.write({"north/2024-04-01.yaml": NEW.replace("2024-03-01", "2024-04-01").replace("here", "[here, both]")})
    _, _, turned = called("check", "--against", "main", *DAY, cwd=tmp_path).out.partition("EACH OTHER (1)\n")
    assert (
        turned
        == """
≈ Border  border
  parties          North and South
  before           contradiction
  after            overlap
  would meet both  Both

STATEMENTS (1)
  new: north/2024-04-01.yaml, North, said 2024-04-01: Second speech

4 warnings in 5 files
"""
    )


def test_markdown_tells_the_same(tmp_path: Path) -> None:
    """For the summary of a job and for a comment: the sentences first, sources as footnotes."""
    repo = repository(tmp_path)
    repo.write({"north/2024-03-01.yaml": NEW})
    out = called("check", "--against", "main", *DAY, "-f", "markdown", cwd=tmp_path).out
    assert "\n- North: hardened on Border; new contradiction with South on Border.\n" in out
    assert "| **Border** <br> border | North | hardened | Here or Both <br> said 2024-01-10 | Here <br> said" in out
    assert out.index("What the edit means") < out.index("Positions that new statements change (1)")


@pytest.mark.parametrize("edit", EDITS)
def test_json_keeps_to_its_schema(tmp_path: Path, edit: str) -> None:
    """Whatever the edit, the answer is what the published schema says."""
    from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

    repo = repository(tmp_path)
    EDITS[edit][0](repo)
    schema = json.loads(schemas.text("check"))
    Draft202012Validator.check_schema(schema)
    for arguments in (("--against", "main"), ()):
        answer = json.loads(called("check", *arguments, *DAY, "-f", "json", cwd=tmp_path).out)
        Draft202012Validator(schema).validate(answer)
        assert (answer["meaning"] is None) == (not arguments)


def test_a_base_that_could_not_be_read_is_told(tmp_path: Path) -> None:
    """What the base says in a file with errors is missing from what is told as before, and that is said."""
    repo = repository(tmp_path, BASE | {"north/2024-01-12.yaml": "date: 2024-01-12\nterms: {cap: 7}\n"})
    repo.write({"north/2024-01-12.yaml": "date: 2024-01-12\nterms: {cap: {max: 7}}\n"})
    assert meaning(repo) == [
        "North: by a change to the record: now holds a position on Cap; new overlap with South on Cap.",
        "Incomplete: 1 file of the base could not be read without errors: north/2024-01-12.yaml.",
    ]


def test_a_base_without_the_folder(tmp_path: Path) -> None:
    """Where the base has no positions at all, everything is newly entered."""
    repo = Repository(tmp_path)
    repo.git("init", "--quiet", "--initial-branch=main")
    repo.commit({})
    repo.write(BASE)
    assert meaning(repo) == [
        "North: takes a position on Border and Order (said 2024-01-10).",
        "South: takes a position on Border and Cap (said 2024-01-20); new overlap with North on Border.",
    ]


def test_what_the_base_branch_did_since_is_not_the_edit(tmp_path: Path) -> None:
    """The merge base is what an edit is judged by: what others recorded since has no part in it."""
    repo = repository(tmp_path)
    repo.git("checkout", "-q", "-b", "edit")
    repo.commit({"north/2024-03-01.yaml": NEW})
    repo.git("checkout", "-q", "main")
    repo.commit({"south/2024-03-02.yaml": "date: 2024-03-02\nterms: {cap: {max: 1}}\n"})
    repo.git("checkout", "-q", "edit")
    assert meaning(repo) == ["North: hardened on Border; new contradiction with South on Border."]


def test_staged_is_what_is_staged(tmp_path: Path) -> None:
    """--staged judges what the next commit would hold, by HEAD, whatever stands on the disk."""
    repo = repository(tmp_path)
    repo.write({"north/2024-03-01.yaml": NEW})
    repo.git("add", "--all")
    repo.write({"north/2024-03-01.yaml": "not: [yaml", "south/2024-03-01.yaml": NEW})
    run = called("check", "--staged", *DAY, "-f", "json", cwd=tmp_path)
    answer = json.loads(run.out)
    assert answer["meaning"]["sentences"] == ["North: hardened on Border; new contradiction with South on Border."]
    assert (run.code, answer["counts"]["error"]) == (0, 0)
    assert called("check", *DAY, cwd=tmp_path).code == 3


def test_what_is_only_announced_is_not_staged(tmp_path: Path) -> None:
    """git add --intent-to-add stages nothing; an empty file that is staged is one."""
    repo = repository(tmp_path)
    repo.write({"north/2024-03-01.yaml": NEW, "south/2024-03-01.yaml": ""})
    repo.git("add", "--intent-to-add", "positions/north")
    repo.git("add", "positions/south")
    before = repo.bytes_of_git()
    out = called("check", "--staged", *DAY, "-f", "json", cwd=tmp_path).out
    errors = [finding for finding in json.loads(out)["findings"] if finding["severity"] == "error"]
    assert [(finding["rule"], finding["file"]) for finding in errors] == [
        ("empty-file", "positions/south/2024-03-01.yaml"),
    ]  # fmt: skip
    assert repo.bytes_of_git() == before


def test_staged_in_the_first_commit(tmp_path: Path) -> None:
    """Before anything is recorded there is no edit to judge, and what is staged of the files is."""
    repo = Repository(tmp_path)
    repo.git("init", "--quiet")
    repo.write({**BASE, "north/2024-03-01.yaml": "date: never\n"})
    repo.git("add", "--all")
    repo.write({"north/2024-03-01.yaml": NEW, "north/2024-03-02.yaml": "date: ever\n"})
    answer = json.loads(called("check", "--staged", *DAY, "-f", "json", cwd=tmp_path).out)
    assert ([each["rule"] for each in answer["findings"] if each["severity"] == "error"], answer["meaning"]) == (
        ["not-a-date"],
        None,
    )
    repo.git("add", "positions/north/2024-03-01.yaml")
    answer = json.loads(called("check", "--staged", *DAY, "-f", "json", cwd=tmp_path).out)
    assert (answer["counts"]["error"], answer["meaning"]) == (0, None)


def test_an_unresolved_merge_is_a_finding(tmp_path: Path) -> None:
    repo = repository(tmp_path)
    repo.git("checkout", "-q", "-b", "edit")
    repo.commit({"north/2024-03-01.yaml": NEW})
    repo.git("checkout", "-q", "main")
    repo.commit({"north/2024-03-01.yaml": NEW.replace("here", "there")})
    repo.git("merge", "-q", "edit", code=1)
    run = called("check", "--staged", *DAY, cwd=tmp_path)
    assert run.code == 3
    assert (
        "error [conflict-marker] positions/north/2024-03-01.yaml:1:1 the file has an unresolved merge conflict"
        in run.out
    )


def _worktree(repo: Repository) -> Path:
    repo.git("worktree", "add", "-q", "-b", "other", str(repo.folder.parent / "other place"))
    return repo.folder.parent / "other place"


def _detached(repo: Repository) -> Path:
    repo.git("checkout", "-q", "--detach")
    return repo.folder


def _unpacked(repo: Repository) -> Path:
    repo.git("pack-refs", "--all")
    repo.git("gc", "-q")
    return repo.folder


def _line_ends(repo: Repository) -> Path:
    """Files checked out with the line ends of Windows are the files that were recorded."""
    repo.git("config", "core.autocrlf", "true")
    for path in (repo.folder / "positions").rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    return repo.folder


@pytest.mark.parametrize(
    "place",
    [_detached, _worktree, _unpacked, _line_ends, lambda repo: repo.folder / "positions" / "south"],
    ids=["detached", "worktree", "packed", "line ends", "sub-folder"],
)
def test_wherever_it_is_asked(tmp_path: Path, place: Callable[[Repository], Path]) -> None:
    """The same meaning, and not a byte of the repository changed."""
    repo = repository(tmp_path / "a repository, Größe")
    folder = place(repo)
    top = folder if (folder / "positions").is_dir() else repo.folder
    (top / "positions" / "north" / "2024-03-01.yaml").write_text(NEW, encoding="utf-8")
    before = repo.bytes_of_git()
    assert meaning(repo, cwd=folder) == ["North: hardened on Border; new contradiction with South on Border."]
    assert meaning(repo, "--staged", cwd=folder) == ["No position changed."]
    assert repo.bytes_of_git() == before


FAILS = {
    "a base that a forced push replaced": (
        "0123456789abcdef0123456789abcdef01234567",
        "git knows no commit `0123456789abcdef0123456789abcdef01234567` here",
    ),
    "a branch that was not fetched": ("origin/main", "hint: fetch it: git fetch origin main"),
    "a name with a space before it": (" HEAD", "git knows no commit ` HEAD` here"),
    "an option": ("--output=x", "`--output=x` is not a revision"),
    "a history of its own": ("orphan", "HEAD and orphan have no commit in common"),
}  # fmt: skip


@pytest.mark.parametrize("case", FAILS)
def test_a_base_that_there_is_not_is_no_finding(tmp_path: Path, case: str) -> None:
    """It ends with 2 or 3 and says why, and no report is written: an edit that was not judged has not passed."""
    name, says = FAILS[case]
    repo = repository(tmp_path)
    repo.git("checkout", "-q", "--orphan", "orphan")
    repo.commit(day="2024-02-02T12:00:00+0000")
    repo.git("checkout", "-q", "main")
    run = called(
        "check", f"--against={name}", "-f", "json", "--report", "markdown=out.md", "-o", "out.json", cwd=tmp_path
    )
    assert (run.code, run.out) == (2 if case == "an option" else 3, "")
    assert says in run.err
    assert not (tmp_path / "out.md").exists()


def test_a_shallow_clone(tmp_path: Path) -> None:
    """As a job checks out: one commit of a pull request, without the branch that it is against."""
    repo = repository(tmp_path / "whole")
    repo.git("checkout", "-q", "-b", "edit")
    repo.commit({"north/2024-03-01.yaml": NEW})
    source = f"file://{repo.folder}"
    repo.git("clone", "-q", "--depth", "1", "--branch", "edit", source, str(tmp_path / "shallow"))
    shallow = Repository(tmp_path / "shallow")
    run = called("check", "--against", "origin/main", cwd=shallow.folder)
    assert run.code == 3
    assert (
        "git fetch origin main; the clone is shallow: git fetch --unshallow, in GitHub Actions `fetch-depth: 0`"
        in run.err
    )
    shallow.git("fetch", "-q", "--depth", "1", "origin", "main:refs/remotes/origin/main")
    run = called("check", "--against", "origin/main", cwd=shallow.folder)
    assert (run.code, run.out) == (3, "")
    assert "HEAD and origin/main have no commit in common in this shallow clone" in run.err
    assert "git fetch --unshallow" in run.err
    shallow.git("fetch", "-q", "--unshallow")
    assert meaning(shallow, against="origin/main") == [
        "North: hardened on Border; new contradiction with South on Border."
    ]


HOOK = """#!/bin/sh
exec "{python}" -m posdiff check --staged --at 2024-12-31 --fail-on {level} >> "{log}" 2>&1
"""


@pytest.mark.parametrize("how", ["commit", "commit --all", "commit FILE", "worktree"])
def test_in_a_hook(tmp_path: Path, how: str) -> None:
    """As git calls it before a commit: what is about to be recorded is judged, of a part of the files too."""
    repo = repository(tmp_path / "repo")
    log = tmp_path / "log"
    hook = repo.folder / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(HOOK.format(python=sys.executable, log=log, level="never"), encoding="utf-8")
    hook.chmod(0o755)
    if how == "worktree":
        repo.git("worktree", "add", "-q", "-b", "other", str(tmp_path / "other"))
        repo = Repository(tmp_path / "other")
    _replaced("[here, both]", "here")(repo)
    _replaced("max: 5", "max: 1", "south/2024-01-20.yaml")(repo)
    if how in ("commit", "worktree"):
        repo.git("add", "positions/north")
    arguments = {"commit --all": ["--all"], "commit FILE": ["positions/north/2024-01-10.yaml"]}.get(how, [])
    repo.git("commit", "-q", "-m", "edit", *arguments, POSDIFF_CACHE="off")
    told = log.read_text(encoding="utf-8")
    assert "  North: by a change to the record: hardened on Border" in told
    assert ("  South: by a change to the record: hardened on Cap" in told) == (how == "commit --all")
    assert repo.git("status", "--porcelain") == (
        "" if how == "commit --all" else " M positions/south/2024-01-20.yaml\n"
    )


def test_a_hook_that_finds_an_error_stops_the_commit(tmp_path: Path) -> None:
    repo = repository(tmp_path / "repo")
    hook = repo.folder / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(HOOK.format(python=sys.executable, log=tmp_path / "log", level="error"), encoding="utf-8")
    hook.chmod(0o755)
    repo.write({"north/2024-03-01.yaml": "date: 2024-03-01\nterms: {cap: 3}\n"})
    repo.git("add", "--all")
    repo.git("commit", "-q", "-m", "edit", code=1, POSDIFF_CACHE="off")
    assert "error [bare-value] positions/north/2024-03-01.yaml:2:14" in (tmp_path / "log").read_text(encoding="utf-8")
    repo.git("reset", "-q", "--hard")
    _replaced("[here, both]", "here")(repo)
    repo.git("commit", "-q", "--all", "-m", "edit", code=1, POSDIFF_CACHE="off")
    assert "error [term-changed] positions/north/2024-01-10.yaml:4:" in (tmp_path / "log").read_text(encoding="utf-8")


def test_git_is_started_twice(tmp_path: Path) -> None:
    """Once for the merge base, once for all objects; without --against not at all."""
    import shutil

    repo = repository(tmp_path)
    repo.write({"north/2024-03-01.yaml": NEW})
    log, wrapper = tmp_path / "log", tmp_path / "bin" / "git"
    wrapper.parent.mkdir()
    wrapper.write_text(f'#!/bin/sh\necho "$@" >> "{log}"\nexec "{shutil.which("git")}" "$@"\n', encoding="utf-8")
    wrapper.chmod(0o755)
    environment = {"PATH": f"{wrapper.parent}{os.pathsep}{os.environ['PATH']}"}
    assert posdiff("check", cwd=tmp_path, environment=environment).code == 0
    assert not log.exists()
    assert posdiff("check", "--against", "main", cwd=tmp_path, environment=environment).code == 0
    words = [line.split()[-3:] for line in log.read_text(encoding="utf-8").splitlines()]
    assert words == [["merge-base", "HEAD", "main"], ["protocol.allow=never", "cat-file", "--batch"]]


def test_check_without_a_base_needs_no_git(tmp_path: Path) -> None:
    """What validate finds, check finds as well, without git."""
    write(tmp_path, BASE | {"north/2024-03-01.yaml": "date: 2024-03-01\nterms: {cap: 3}\n"})
    both = [json.loads(called(command, "-f", "json", cwd=tmp_path).out) for command in ("validate", "check")]
    assert [finding["rule"] for finding in both[0]["findings"]] == ["bare-value"]
    assert both[0]["findings"][0] in both[1]["findings"]
    assert (both[1]["status"], both[1]["meaning"]) == ("error", None)
