"""The files as git has them: the same answers as from the files themselves, and nothing of the repository changed."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from repositories import BASE, Repository, repository
from running import called, posdiff
from writing import write

LATER = {
    "north/2024-03-01.yaml": """
        date: 2024-03-01
        terms: {border: here, cap: {min: 8}}
        reaffirms: [order]
        """,
    "drafts/2024-03-05-text.yaml": """
        date: 2024-03-05
        by: north
        outcomes: {border: both}
        """,
}
#: Every command that reads, with the formats that it writes.
COMMANDS: list[list[str]] = [
    ["compare", "north", "south"],
    ["changes", "--since", "2024-01-01"],
    ["show", "north"],
    ["history"],
    ["matrix"],
    ["conflicts"],
    ["draft", "2024-03-05-text"],
    ["report", "north", "south", "--since", "2024-01-01"],
    ["brief", "north", "south", "--since", "2024-01-01", "--draft", "2024-03-05-text"],
    ["issues"],
    ["parties"],
    ["find", "north"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_every_reading_command_answers_as_it_did_then(tmp_path: Path, command: list[str]) -> None:
    """With --rev the answer is that of the files of then, and says of which commit it is."""
    repo = repository(tmp_path / "repo", BASE | LATER)
    commit = repo.git("rev-parse", "HEAD").strip()
    write(tmp_path / "then", BASE | LATER)
    repo.remove("north/2024-03-01.yaml")
    repo.write({"south/2024-04-01.yaml": "date: 2024-04-01\nterms: {cap: {max: 2}}\n"})
    repo.commit()
    then = json.loads(called(*command, "-f", "json", cwd=tmp_path / "then").out)
    now = json.loads(called(*command, "-f", "json", "--rev", "HEAD~1", cwd=repo.folder).out)
    assert now.pop("recorded") == {"commit": commit, "date": "2024-02-01"}
    assert now == then
    if command[0] not in ("report", "brief"):  # which are papers: see below
        plain = called(*command, cwd=tmp_path / "then").out.split("\n")
        told = called(*command, "--rev", commit[:10], cwd=repo.folder).out.split("\n")
        assert told.pop(1) == f"  As recorded in git at {commit[:12]}, on 2024-02-01."
        assert [row.replace(f"{commit[:12]}:positions/", "positions/") for row in told] == plain


def test_a_paper_says_of_which_commit_it_is(tmp_path: Path) -> None:
    repo = repository(tmp_path)
    commit = repo.git("rev-parse", "HEAD").strip()
    for format in ("markdown", "html"):
        out = called("compare", "north", "south", "-f", format, "--rev", "main", cwd=tmp_path).out
        assert f"As recorded in git at {commit[:12]}, on 2024-02-01." in out


def test_what_was_said_by_june_and_what_was_known_by_july(tmp_path: Path) -> None:
    """--at asks what had been said by a day, --recorded what was on record by a day."""
    repo = repository(tmp_path)
    repo.commit({"north/2024-05-20.yaml": "date: 2024-05-20\nterms: {border: here}\n"}, "2024-05-21T09:00:00+0000")
    repo.commit({"north/2024-06-10.yaml": "date: 2024-06-10\nterms: {border: there}\n"}, "2024-08-01T09:00:00+0000")

    def border(*arguments: str) -> tuple[str, str]:
        answer = json.loads(called("show", "north", "border", "-f", "json", *arguments, cwd=tmp_path).out)
        return answer["terms"][0]["in_words"], answer["terms"][0]["parts"][0]["set_on"]

    assert border() == ("There", "2024-06-10")
    assert border("--at", "2024-06-30") == ("There", "2024-06-10")  # what was said by June
    assert border("--recorded", "2024-07-31") == ("Here", "2024-05-20")  # what was known by July
    assert border("--at", "2024-06-30", "--recorded", "August 1, 2024") == ("There", "2024-06-10")
    assert border("--at", "2024-05-19", "--recorded", "2024-07-31") == ("Here or Both", "2024-01-10")


def test_the_day_of_a_commit_is_its_committers_own(tmp_path: Path) -> None:
    """Half an hour before midnight in the time zone of who recorded it, whatever the machine's own."""
    repo = repository(tmp_path)
    repo.commit({"north/2024-05-20.yaml": "date: 2024-05-20\nterms: {border: here}\n"}, "2024-05-31T23:30:00-0700")
    for zone in ("UTC", "Asia/Tokyo", "America/Los_Angeles"):
        run = posdiff("show", "north", "--recorded", "2024-05-31", "-f", "json", cwd=tmp_path, environment={"TZ": zone})
        assert json.loads(run.out)["recorded"]["date"] == "2024-05-31"
    assert json.loads(called("parties", "--recorded", "2024-05-30", "-f", "json", cwd=tmp_path).out)["recorded"] == {
        "commit": repo.git("rev-parse", "HEAD~1").strip(), "date": "2024-02-01",
    }  # fmt: skip


def test_what_was_merged_later_was_not_on_record_before(tmp_path: Path) -> None:
    """A commit of May on a branch that was merged in July is on record since July."""
    repo = repository(tmp_path)
    repo.git("checkout", "-q", "-b", "topic")
    repo.commit({"north/2024-05-20.yaml": "date: 2024-05-20\nterms: {border: here}\n"}, "2024-05-21T09:00:00+0000")
    repo.git("checkout", "-q", "main")
    repo.git("merge", "-q", "--no-ff", "-m", "merge", "topic", day="2024-07-10T09:00:00+0000")
    for day, said in (("2024-06-30", "2024-01-10"), ("2024-07-10", "2024-05-20")):
        answer = json.loads(called("show", "north", "border", "--recorded", day, "-f", "json", cwd=tmp_path).out)
        assert answer["terms"][0]["parts"][0]["set_on"] == said
    answer = json.loads(
        called("show", "north", "border", "--rev", "topic", "--recorded", "2024-06-30", "-f", "json", cwd=tmp_path).out
    )
    assert answer["terms"][0]["parts"][0]["set_on"] == "2024-05-20"


def _detached(repo: Repository) -> Path:
    repo.git("checkout", "-q", "--detach", "HEAD")
    return repo.folder


def _worktree(repo: Repository) -> Path:
    repo.git("worktree", "add", "-q", "-b", "other", str(repo.folder.parent / "other place"))
    return repo.folder.parent / "other place"


def _replaced(repo: Repository) -> Path:
    """A replaced commit: what was recorded is read, and not what stands in for it here."""
    commit = repo.git("rev-parse", "HEAD").strip()
    other = repo.commit({"north/2024-01-10.yaml": "date: 2024-01-10\nterms: {border: there}\n"})
    repo.git("reset", "-q", "--hard", commit)
    repo.git("replace", commit, other)
    return repo.folder


def _configured(repo: Repository) -> Path:
    for key, value in (
        ("core.quotePath", "true"), ("core.autocrlf", "true"), ("core.fsmonitor", "false-command-that-is-not-there"),
        ("core.pager", "cat"), ("color.ui", "always"), ("log.showSignature", "true"), ("diff.external", "false"),
    ):  # fmt: skip
        repo.git("config", key, value)
    return repo.folder


def _submodule(repo: Repository) -> Path:
    """The repository as a submodule of another: its own history is asked."""
    outer = repository(repo.folder.parent / "outer")
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(repo.folder), "inner")
    return outer.folder / "inner"


@pytest.mark.parametrize(
    "place",
    [lambda repo: repo.folder, lambda repo: repo.folder / "positions" / "north", _detached, _worktree, _replaced,
     _configured, _submodule],
    ids=["branch", "sub-folder", "detached", "worktree", "replaced", "configured", "submodule"],
)  # fmt: skip
def test_wherever_it_is_asked(tmp_path: Path, place: Callable[[Repository], Path]) -> None:
    """On a branch, in a sub-folder, detached, in a worktree, with replaced objects, whatever is configured."""
    repo = repository(tmp_path / "a repository, Größe")
    folder = place(repo)
    before = repo.bytes_of_git()
    run = called("show", "north", "-f", "json", "--rev", "HEAD", cwd=folder)
    assert [term["in_words"] for term in json.loads(run.out)["terms"]] == ["Here or Both", "“Talks” before “Truce”"]
    assert repo.bytes_of_git() == before


def test_names_with_spaces_and_letters(tmp_path: Path) -> None:
    """A file whose name means nothing is told by its name, as on the disk."""
    names = ["north/2024-01-01 draft.yaml", "north/Größe-2024.yaml", "north/a\tb.yaml", "north/ü/2024-01-01.yaml"]
    repo = repository(tmp_path, BASE | dict.fromkeys(names, "date: 2024-01-01\n"))
    disk = called("parties", cwd=tmp_path)
    there = called("parties", "--rev", "HEAD", cwd=tmp_path)
    commit = repo.git("rev-parse", "HEAD").strip()[:12]
    assert disk.code == there.code == 3
    assert "Größe-2024" in there.err and "2024-01-01 draft" in there.err
    assert there.err.replace(f"{commit}:", "") == disk.err


def test_what_the_disk_refuses_is_refused(tmp_path: Path) -> None:
    """Links, folders with the names of files, what is too large: the same findings."""
    repo = repository(tmp_path)
    positions = tmp_path / "positions"
    (positions / "north" / "2024-02-01.yaml").symlink_to("2024-01-10.yaml")
    (positions / "north" / "2024-02-02.yaml").symlink_to("../../outside.yaml")
    (positions / "north" / "2024-02-03.yaml").symlink_to("nothing.yaml")
    (tmp_path / "outside.yaml").write_text("date: 2024-02-02\n", encoding="utf-8")
    (positions / "link").symlink_to("north")
    (positions / "north" / "2024-02-04.yaml").write_text("#" * 1_048_577, encoding="utf-8")
    (positions / ".hidden").mkdir()
    (positions / ".hidden" / "x.yaml").write_text("no", encoding="utf-8")
    (positions / "notes.txt").write_text("no", encoding="utf-8")
    (positions / "folder.yaml").mkdir()
    (positions / "folder.yaml" / "x.txt").write_text("no", encoding="utf-8")
    repo.commit()

    def findings(*arguments: str) -> list[tuple[str, str]]:
        run = called("parties", *arguments, cwd=tmp_path)
        lines = [line for line in run.err.split("\n") if " [" in line]
        return [(line.split("[")[1].split("]")[0], line.split("positions/")[1].split(":")[0]) for line in lines]

    assert findings("--rev", "HEAD") == findings()
    assert sorted(findings()) == [
        ("date-differs", "north/2024-02-01.yaml"),
        ("file-too-large", "north/2024-02-04.yaml"),
        ("not-a-file", "folder.yaml"),
        ("symbolic-link", "link"),
        ("symbolic-link", "north/2024-02-02.yaml"),
        ("unreadable", "north/2024-02-03.yaml"),
    ]


def test_a_folder_that_is_no_longer_there(tmp_path: Path) -> None:
    """The positions may have stood in another folder then: it is named with --positions."""
    repo = repository(tmp_path)
    repo.git("mv", "positions", "stances")
    repo.commit()
    old = called("parties", "--positions", "positions", "--rev", "HEAD~1", cwd=tmp_path)
    assert old.out.startswith("2 parties\n")
    new = called("parties", "--positions", "stances", "--rev", "HEAD~1", cwd=tmp_path)
    assert (new.code, new.out) == (3, "")
    assert "there is no folder stances/ in " in new.err
    assert "hint: name with --positions the folder that held agenda.yaml then\n" in new.err


def test_a_sha256_repository(tmp_path: Path) -> None:
    """Longer ids are read as well."""
    tmp_path.mkdir(exist_ok=True)
    repo = Repository(tmp_path)
    repo.git("init", "--quiet", "--initial-branch=main", "--object-format=sha256")
    repo.commit(BASE)
    repo.write({"north/2024-03-01.yaml": "date: 2024-03-01\nterms: {border: here}\n"})
    assert (
        len(json.loads(called("parties", "--rev", "main", "-f", "json", cwd=tmp_path).out)["recorded"]["commit"]) == 64
    )
    assert "North: hardened on Border" in called("check", "--against", "main", cwd=tmp_path).out


UNKNOWN = {
    "a revision that is an option": (["--rev", "--upload-pack=x"], 2, "`--upload-pack=x` is not a revision"),
    "an empty one": (["--rev", " "], 2, "--rev is empty"),
    "none at all": (["--rev", ""], 2, "--rev is empty"),
    "a branch that is not here": (
        ["--rev", "origin/main"], 3, "git knows no commit `origin/main` here\nhint: fetch it: git fetch origin main\n",
    ),
    "a commit that is not here": (
        ["--rev", "0123456789abcdef0123456789abcdef01234567"], 3,
        "hint: it may have been replaced by a forced push: name the branch, or git fetch origin\n",
    ),
    "a file": (["--rev", "HEAD:positions/agenda.yaml"], 3, "git knows no commit `HEAD:positions/agenda.yaml` here"),
    "a range": (["--rev", "HEAD~1..HEAD"], 3, "git knows no commit `HEAD~1..HEAD` here"),
    "a day before the first commit": (
        ["--recorded", "2024-01-31"], 3, "nothing was recorded by 2024-01-31: the first commit is of 2024-02-01",
    ),
    "a day that is none": (["--recorded", "soon"], 2, "`soon` is not a day"),
}  # fmt: skip


@pytest.mark.parametrize("case", UNKNOWN)
def test_what_cannot_be_read(tmp_path: Path, case: str) -> None:
    """A clear message, and what would help."""
    arguments, code, says = UNKNOWN[case]
    repository(tmp_path)
    run = called("parties", *arguments, cwd=tmp_path)
    assert (run.code, run.out) == (code, "")
    assert says in run.err
    assert "Traceback" not in run.err


def test_no_repository_and_no_git(tmp_path: Path) -> None:
    """Without a repository or without git only what needs them fails."""
    write(tmp_path, BASE)
    environment = {"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    run = posdiff("parties", "--rev", "HEAD", cwd=tmp_path, environment=environment)
    assert run.code == 3
    assert "is in no git repository" in run.err
    repository(tmp_path)
    run = posdiff("parties", "--rev", "HEAD", cwd=tmp_path, environment={"PATH": str(tmp_path)})
    assert (run.code, run.out) == (3, "")
    assert "git is not installed, or not on the PATH" in run.err
    assert posdiff("parties", cwd=tmp_path, environment={"PATH": str(tmp_path)}).code == 0


def test_nothing_recorded_yet(tmp_path: Path) -> None:
    Repository(tmp_path).git("init", "--quiet")
    write(tmp_path, BASE)
    run = called("parties", "--rev", "HEAD", cwd=tmp_path)
    assert (run.code, "nothing is recorded yet: HEAD has no commit" in run.err) == (3, True)


def test_a_shallow_clone_says_what_to_fetch(tmp_path: Path) -> None:
    """What lies beyond the end of a shallow clone is not made up."""
    repo = repository(tmp_path / "whole")
    repo.commit({"north/2024-05-20.yaml": "date: 2024-05-20\nterms: {border: here}\n"}, "2024-05-21T09:00:00+0000")
    repo.git("clone", "-q", "--depth", "1", f"file://{repo.folder}", str(tmp_path / "shallow"))
    run = called("parties", "--recorded", "2024-03-01", cwd=tmp_path / "shallow")
    assert run.code == 3
    assert "the clone is shallow: its history goes back to 2024-05-21 only" in run.err
    assert "git fetch --unshallow" in run.err and "fetch-depth: 0" in run.err
    assert called("parties", "--recorded", "2024-05-21", cwd=tmp_path / "shallow").code == 0
    run = called("parties", "--rev", "HEAD~1", cwd=tmp_path / "shallow")
    assert "the clone is shallow: git fetch --unshallow, in GitHub Actions `fetch-depth: 0`" in run.err


def test_a_partial_clone_fetches_nothing(tmp_path: Path) -> None:
    """A clone without contents is not filled on the way."""
    repo = repository(tmp_path / "whole")
    repo.git("config", "uploadpack.allowFilter", "true")
    repo.commit({"north/2024-01-10.yaml": "date: 2024-01-10\nterms: {border: there}\n"})
    clone = ["clone", "-q", "--filter=blob:none", f"file://{repo.folder}", str(tmp_path / "partial")]
    repo.git(*clone)
    partial = Repository(tmp_path / "partial")
    before = partial.bytes_of_git()
    run = called("parties", "--rev", "HEAD~1", cwd=partial.folder)
    assert (run.code, run.out) == (3, "")
    assert "clone" in run.err
    assert partial.bytes_of_git() == before


def test_a_pointer_of_lfs_is_told(tmp_path: Path) -> None:
    """A pointer is not the file: where the file itself is at hand, an edit is judged by it."""
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize 1\n"
    repo = repository(tmp_path, BASE | {"north/2024-03-01.yaml": pointer.format("0" * 64)})
    run = called("parties", "--rev", "HEAD", cwd=tmp_path)
    assert (run.code, "the file is a Git LFS pointer, not the file itself" in run.err) == (3, True)
    from hashlib import sha256

    text = "date: 2024-03-01\nterms: {border: here}\n"
    repo.commit({"north/2024-03-01.yaml": pointer.format(sha256(text.encode()).hexdigest())})
    repo.write({"north/2024-03-01.yaml": text})
    assert "  No position changed.\n" in called("check", "--against", "HEAD", cwd=tmp_path).out


def test_a_position_folder_with_a_submodule_in_it(tmp_path: Path) -> None:
    """The files of a submodule are in another repository: that is a finding."""
    inner = repository(tmp_path / "inner")
    repo = repository(tmp_path / "outer")
    repo.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(inner.folder), "positions/east")
    repo.commit()
    run = called("parties", "--rev", "HEAD", cwd=repo.folder)
    assert run.code == 3
    assert "[not-a-file]" in run.err and "positions/east:1:1 a submodule is not followed" in run.err


def test_the_variables_of_hooks_are_not_followed(tmp_path: Path) -> None:
    """GIT_DIR and its like lead elsewhere in a hook of another repository; the folder's own repository is read."""
    repo = repository(tmp_path / "mine")
    other = repository(tmp_path / "other", {"agenda.yaml": BASE["agenda.yaml"]})
    environment = {
        "GIT_DIR": str(other.folder / ".git"), "GIT_WORK_TREE": str(other.folder),
        "GIT_INDEX_FILE": str(other.folder / ".git" / "index"), "GIT_PREFIX": "x/", "GIT_OBJECT_DIRECTORY": os.devnull,
    }  # fmt: skip
    before = repo.bytes_of_git(), other.bytes_of_git()
    run = posdiff("show", "north", "--rev", "HEAD", cwd=repo.folder, environment=environment)
    assert (run.code, "Here or Both" in run.out) == (0, True)
    assert (repo.bytes_of_git(), other.bytes_of_git()) == before


LINKED = """
posdiff: 1
parties: {north: {name: North}, south: {name: South}}
issues:
  fee: {title: Fee, kind: choice, options: {low: Low, high: High}}
  shop: {title: Shop, kind: choice, options: {no: No, yes: Yes}}
"""


def test_the_command_that_explains_reads_the_same_files(tmp_path: Path) -> None:
    """Where an answer is on files of a revision, or on reports too, so is that of the command that it names."""
    asks = "date: 2024-01-10\nterms: {fee: low, shop: {accepts: no, alternatives: [{accepts: yes, if: {fee: high}}]}}\n"
    repo = repository(
        tmp_path, {"agenda.yaml": LINKED, "north/2024-01-10.yaml": asks,
                   "south/2024-01-10.yaml": "date: 2024-01-10\nterms: {shop: yes}\n"},
    )  # fmt: skip
    commit = repo.git("rev-parse", "HEAD").strip()[:12]
    named = "posdiff conflicts north south --at 2024-02-01"
    for asked, besides in (
        ((), ""), (("--rev", "HEAD"), f" --rev {commit}"), (("--with-reported",), " --with-reported"),
        (("--rev", "HEAD", "--with-reported"), f" --rev {commit} --with-reported"),
    ):  # fmt: skip
        for command in ("compare", "report"):
            told = called(command, "north", "south", "--at", "2024-02-01", *asked, cwd=tmp_path).out
            words = re.sub(r"[\\`]", "", re.sub(r"\s+", " ", told))
            assert re.search(rf"xplained (?:step by step: |by ){re.escape(named + besides)}(?! --)", words)
