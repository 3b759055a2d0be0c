"""Accepted findings: the file, what an entry accepts and what it does not, and how `accept` writes it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from textwrap import dedent

import pytest

from posdiff.cli import files
from posdiff.findings.failure import Failure
from posdiff.review import acceptance
from repositories import repository
from running import Run, called
from writing import write

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}}
        issues:
          status: {title: Status, kind: choice, options: {shared: Shared, free: Free}}
        """,
    "north/2024-06-14.yaml": """
        date: 2024-06-14
        terms:
          status: {accepts: shared, firmness: red-line}
        """,
}
AT = ("--at", "2024-12-31")
ANSWERED = ("--reason", "Two of us saw it.", "--owner", "the desk", "--expires", "2030-03-31")
ENTRY = """
    accepted:
      - rule: no-source
        file: north/2024-06-14.yaml
        fingerprint: NAME
        reason: Two of us saw it.
        owner: the desk
        expires: 2030-03-31
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dossier in which a statement has no source (a warning), and a red line no quote (another)."""
    write(tmp_path, FILES)
    return tmp_path


def check(folder: Path, *arguments: str) -> list[str]:
    """What is found, a line for each: severity, rule, place."""
    run = called("check", "-f", "json", *AT, *arguments, cwd=folder)
    return [f"{f['severity']} [{f['rule']}] {f['file']}:{f['line']}" for f in json.loads(run.out)["findings"]]


def names(folder: Path) -> dict[str, str]:
    """The fingerprint of each finding, by rule."""
    run = called("check", "-f", "json", *AT, cwd=folder)
    return {finding["rule"]: finding["fingerprint"] for finding in json.loads(run.out)["findings"]}


def put(folder: Path, text: str, rule: str = "no-source") -> Path:
    """Write the file of accepted findings; NAME stands for the fingerprint of a rule's finding."""
    file = folder / acceptance.NAME
    file.write_text(dedent(text).lstrip("\n").replace("NAME", names(folder)[rule]), encoding="utf-8")
    return file


BOTH = [
    "warning [no-source] positions/north/2024-06-14.yaml:1",
    "warning [red-line-without-quote] positions/north/2024-06-14.yaml:3",
]


def test_an_entry_accepts_the_one_finding_that_it_names(folder: Path) -> None:
    assert check(folder) == BOTH
    put(folder, ENTRY)
    assert check(folder) == BOTH[1:]


def test_it_is_said_how_many_are_accepted(folder: Path) -> None:
    put(folder, ENTRY)
    assert json.loads(called("check", "-f", "json", *AT, cwd=folder).out)["accepted"] == 1
    assert called("check", *AT, cwd=folder).out.endswith("\n1 warning in 2 files; 1 accepted\n")
    for format in ("github", "markdown"):
        assert "1 warning in 2 files; 1 accepted" in called("check", "-f", format, *AT, cwd=folder).out


def test_party_and_issue_may_stand_for_the_file(folder: Path) -> None:
    entry = ENTRY.replace("no-source", "red-line-without-quote")
    entry = entry.replace("file: north/2024-06-14.yaml", "party: north\n        issue: status")
    put(folder, entry, "red-line-without-quote")
    assert check(folder) == BOTH[:1]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("NAME", '"0123456789ab"'),
        ("rule: no-source", "rule: red-line-without-quote"),
        ("north/2024-06-14.yaml", "north/2024-06-15.yaml"),
        ("file: north/2024-06-14.yaml", "party: south\n        issue: status"),
    ],
)
def test_an_entry_that_names_nothing_is_told_and_accepts_nothing(folder: Path, was: str, now: str) -> None:
    put(folder, ENTRY.replace(was, now))
    assert check(folder) == [f"warning [acceptance-unused] {acceptance.NAME}:2", *BOTH]


def test_an_entry_ends_with_its_last_day(folder: Path) -> None:
    put(folder, ENTRY)
    assert check(folder, "--at", "2030-03-31") == BOTH[1:]
    assert check(folder, "--at", "2030-04-01") == [f"warning [acceptance-expired] {acceptance.NAME}:2", *BOTH]


def test_what_is_accepted_is_accepted_as_it_is_and_not_when_it_changes(folder: Path) -> None:
    put(folder, ENTRY.replace("no-source", "red-line-without-quote"), "red-line-without-quote")
    statement = folder / "positions/north/2024-06-14.yaml"
    text = statement.read_text(encoding="utf-8")
    statement.write_text("# read on Monday\n\n" + text.replace("accepts: shared, firmness: red-line",
                         "firmness: 'red-line', 'accepts': [shared]"), encoding="utf-8")  # fmt: skip
    assert check(folder) == ["warning [no-source] positions/north/2024-06-14.yaml:3"]
    statement.write_text(text.replace("accepts: shared", "accepts: free"), encoding="utf-8")
    assert "warning [acceptance-unused] .posdiff-accept.yaml:2" in check(folder)


def test_entries_for_an_edit_are_judged_where_an_edit_is(folder: Path) -> None:
    put(folder, ENTRY.replace("no-source", "statement-removed"))
    assert check(folder) == BOTH


def test_validate_tells_everything(folder: Path) -> None:
    write(folder, {"north/2024-07-01.yaml": "date: 2024-07-01\nwithdraws: all\n",
                   "north/2024-08-01.yaml": "date: 2024-08-01\nwithdraws: all\n"})  # fmt: skip
    put(folder, ENTRY.replace("no-source", "withdraws-nothing").replace("06-14", "08-01"), "withdraws-nothing")
    assert not any("withdraws-nothing" in line for line in check(folder))
    assert "withdraws-nothing" in called("validate", cwd=folder).out


MALFORMED = {
    "no owner": ("        owner: the desk\n", "", "error [missing-key] .posdiff-accept.yaml:2"),
    "an unknown key": ("owner:", "owners:", "error [missing-key] .posdiff-accept.yaml:2"),
    "no day": ("2030-03-31", "soon", "error [not-a-date] .posdiff-accept.yaml:7"),
    "an empty reason": ("Two of us saw it.", '""', "error [empty-text] .posdiff-accept.yaml:5"),
    "no such rule": ("no-source", "no-sources", "error [acceptance-malformed] .posdiff-accept.yaml:2"),
    "no fingerprint": ("NAME", "abc", "error [acceptance-malformed] .posdiff-accept.yaml:4"),
    "an error of reading": ("no-source", "bad-url", "error [acceptance-malformed] .posdiff-accept.yaml:2"),
    "itself": ("no-source", "acceptance-unused", "error [acceptance-malformed] .posdiff-accept.yaml:2"),
    "no place": ("        file: north/2024-06-14.yaml\n", "", "error [acceptance-malformed] .posdiff-accept.yaml:2"),
    "two places": ("owner:", "party: north\n        owner:", "error [acceptance-malformed] .posdiff-accept.yaml:2"),
    "no list": ("  - rule:", "    rule:", "error [wrong-shape] .posdiff-accept.yaml:2"),
    "no YAML": ("rule:", "rule: [", "error [yaml-syntax] .posdiff-accept.yaml:3"),
    "a tag": ("the desk", "!!str the desk", "error [yaml-tag] .posdiff-accept.yaml:6"),
}


@pytest.mark.parametrize(("was", "now", "told"), MALFORMED.values(), ids=MALFORMED)
def test_what_is_wrong_with_the_file_is_told_and_accepts_nothing(folder: Path, was: str, now: str, told: str) -> None:
    assert was in ENTRY
    file = put(folder, ENTRY.replace(was, now))
    found = check(folder)
    assert told in found
    assert set(BOTH) <= set(found)
    assert called("check", *AT, cwd=folder).code == 3
    before = file.read_bytes()
    run = called("accept", "positions/north/2024-06-14.yaml:1", *ANSWERED, *AT, cwd=folder)
    assert (run.code, file.read_bytes()) == (3, before)


def test_one_finding_is_accepted_once(folder: Path) -> None:
    entry = dedent(ENTRY).lstrip("\n")
    put(folder, entry + entry.removeprefix("accepted:\n"))
    assert check(folder) == [f"error [named-twice] {acceptance.NAME}:8", *BOTH[1:]]


# --- accept ----------------------------------------------------------------------------------------------------------


def accept(folder: Path, *named: str) -> Run:
    """Run ``accept`` with all that it needs."""
    return called("accept", *named, *ANSWERED, *AT, cwd=folder)


def test_accept_writes_an_entry_that_check_takes(folder: Path) -> None:
    name = names(folder)["no-source"]
    run = accept(folder, name)
    assert (run.code, run.err) == (0, "")
    assert run.out == f"accepted until 2030-03-31: {name} [no-source] positions/north/2024-06-14.yaml:1:1\n"
    assert (folder / acceptance.NAME).read_text(encoding="utf-8").splitlines()[1:] == [
        "accepted:",
        "  - rule: no-source",
        "    file: north/2024-06-14.yaml",
        f'    fingerprint: "{name}"' if name[0].isdigit() else f"    fingerprint: {name}",
        "    reason: Two of us saw it.",
        "    owner: the desk",
        "    expires: 2030-03-31",
    ]
    assert check(folder) == BOTH[1:]


@pytest.mark.parametrize(
    "shown", ["{:.7}", "positions/north/2024-06-14.yaml:1", "./positions/north/2024-06-14.yaml:1:1"]
)
def test_a_finding_is_named_by_fingerprint_or_by_place(folder: Path, shown: str) -> None:
    assert accept(folder, shown.format(names(folder)["no-source"])).code == 0
    assert check(folder) == BOTH[1:]


def test_what_pages_prove_is_accepted_as_what_check_lists(folder: Path) -> None:
    """By fingerprint and by place; and no longer once the quote, or its page, is another."""
    page = b"We will not share it.\n"
    snapshot = f"snapshot: {{file: paper.txt, sha256: {sha256(page).hexdigest()}}}"
    said = f"""
        date: 2024-06-14
        sources:
          paper: {{title: T, publisher: P, url: "https://a.example", {snapshot}}}
        terms:
          status: {{accepts: shared, source: paper, quote: We will share it}}
    """
    write(folder, {"north/2024-06-14.yaml": said, "sources/paper.txt": page.decode()})
    assert check(folder) == ["error [quote-absent] positions/north/2024-06-14.yaml:5"]
    run = accept(folder, names(folder)["quote-absent"][:6])
    assert (run.code, run.err, check(folder)) == (0, "", [])
    (folder / "positions/sources/paper.txt").unlink()
    assert check(folder) == [
        "warning [acceptance-unused] .posdiff-accept.yaml:3", "info [source-not-kept] positions/north/2024-06-14.yaml:3"
    ]  # fmt: skip
    (folder / acceptance.NAME).unlink()
    assert accept(folder, "positions/north/2024-06-14.yaml:3").code == 0
    assert check(folder) == []


def test_several_are_accepted_at_once_or_none_is(folder: Path) -> None:
    found = names(folder)
    assert accept(folder, *found.values(), "0123456789ab").code == 3
    assert not (folder / acceptance.NAME).exists()
    assert accept(folder, *found.values(), *found.values()).code == 0
    assert check(folder) == []


def test_what_stands_in_the_file_is_kept(folder: Path) -> None:
    file = put(folder, "# Ours.\n" + dedent(ENTRY).lstrip("\n").replace("the desk\n", "the desk  # as of old\n"))
    before = file.read_text(encoding="utf-8")
    assert accept(folder, names(folder)["red-line-without-quote"]).code == 0
    assert file.read_text(encoding="utf-8").startswith(before)
    assert check(folder) == []


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "accepted: []\n"])
def test_a_file_without_entries_gets_one(folder: Path, text: str) -> None:
    (folder / acceptance.NAME).write_text(text, encoding="utf-8")
    assert accept(folder, names(folder)["no-source"]).code == 0
    assert check(folder) == BOTH[1:]


def test_a_link_stays_one_and_what_is_no_file_is_refused(folder: Path) -> None:
    file, real = folder / acceptance.NAME, folder / "accepted.yaml"
    real.write_text("accepted: []\n", encoding="utf-8")
    file.symlink_to(real)
    assert accept(folder, names(folder)["no-source"]).code == 0
    assert file.is_symlink()
    assert check(folder) == BOTH[1:]
    file.unlink()
    os.mkfifo(file)
    run = called("check", *AT, cwd=folder)
    assert (run.code, run.out, "is no regular file" in run.err) == (3, "", True)


@pytest.mark.parametrize("there", [True, False])
def test_a_link_out_of_its_folder_is_neither_shown_nor_written_over(folder: Path, there: bool) -> None:
    """An edit may bring one: what it leads to is on the machine of whoever looks at the edit."""
    name = names(folder)["no-source"]
    secret = folder.parent / f"{folder.name}-secret"
    if there:
        secret.write_text("secret\n", encoding="utf-8")
    (folder / acceptance.NAME).symlink_to(secret)
    for run in (called("check", *AT, cwd=folder), accept(folder, name)):
        assert (run.code, run.out) == (3, "")
        assert "is a link out of its folder" in run.err
    assert (secret.read_text(encoding="utf-8") == "secret\n") if there else not secret.exists()


def test_a_folder_that_cannot_be_written_is_told(folder: Path) -> None:
    """Nothing is left behind, not even in part."""
    name = names(folder)["no-source"]

    def refused(path: Path, data: bytes) -> None:
        raise PermissionError(13, "Permission denied")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "replace", refused)
        run = accept(folder, name)
    assert (run.code, run.out) == (2, "")
    assert run.err == "posdiff: error: it cannot be written: Permission denied\n"
    assert sorted(path.name for path in folder.iterdir()) == ["positions"]


REFUSED = {
    "nothing of that name": (("0123456789ab",), 3, "there is no finding `0123456789ab`"),
    "no name at all": (("no-source",), 2, "`no-source` names no finding"),
    "another line": (
        ("positions/north/2024-06-14.yaml:2",),
        3,
        "posdiff check lists them; to accept one on an edit, give the same --against here",
    ),
    "an error of reading": (("positions/north/2024-07-01.yaml:2",), 3, "[unknown-issue] cannot be accepted: no issue"),
    "a line without end": (("positions/north/2024-06-14.yaml:" + "9" * 5000,), 2, "names no finding"),
    "two on a line": (("positions/north/2024-08-01.yaml:1",), 3, "could be more than one finding: "),
}


@pytest.mark.parametrize(("named", "code", "says"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_identified_or_accepted_is_refused(
    folder: Path, named: tuple[str, ...], code: int, says: str
) -> None:
    write(folder, {"north/2024-07-01.yaml": "date: 2024-07-01\nreaffirms: [statis]\n",
                   "north/2024-08-01.yaml": "date: 2024-08-01\n"})  # fmt: skip
    run = accept(folder, *named)
    assert (run.code, says in run.err, run.out) == (code, True, ""), run.err
    assert not (folder / acceptance.NAME).exists()


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("--reason", " ", "--reason is empty"),
        ("--owner", "", "--owner is empty"),
        ("--expires", "2024-12-30", "has passed"),
        ("--expires", "soon", "`soon` is not a day"),
    ],
)
def test_a_reason_an_owner_and_a_day_to_come_are_needed(folder: Path, key: str, value: str, says: str) -> None:
    run = called("accept", names(folder)["no-source"], *ANSWERED, *AT, key, value, cwd=folder)
    assert (run.code, says in run.err) == (2, True)
    assert called("accept", names(folder)["no-source"], cwd=folder).code == 2
    assert not (folder / acceptance.NAME).exists()


def test_a_finding_on_an_edit_is_accepted_with_the_edit_in_view(tmp_path: Path) -> None:
    """And with git as it is: the base is a commit, the edit is on the disk."""
    at = repository(tmp_path, FILES)
    at.remove("north/2024-06-14.yaml")
    base = ("--against", "HEAD")
    assert check(tmp_path, *base) == [
        "error [statement-removed] positions/north/2024-06-14.yaml:1",
        "info [unanswered-issue] positions/agenda.yaml:4",
    ]
    place = "positions/north/2024-06-14.yaml:1"
    assert accept(tmp_path, place).code == 3  # without the edit there is no such finding
    assert called("accept", place, *base, *ANSWERED, *AT, cwd=tmp_path).code == 0
    assert check(tmp_path, *base) == [
        "error [statement-removed] positions/north/2024-06-14.yaml:1",
        "warning [acceptance-changed] .posdiff-accept.yaml:3",
        "info [unanswered-issue] positions/agenda.yaml:4",
    ]
    at.git("add", acceptance.NAME)
    at.git("commit", "--quiet", "--message", "the acceptance alone")
    assert check(tmp_path, *base) == ["info [unanswered-issue] positions/agenda.yaml:4"]
    assert called("check", *base, *AT, cwd=tmp_path).code == 0
    assert check(tmp_path) == ["info [unanswered-issue] positions/agenda.yaml:4"]
    at.commit()
    assert "warning [acceptance-unused] .posdiff-accept.yaml:3" in check(tmp_path, *base)


def test_runs_side_by_side_lose_no_entry(tmp_path: Path) -> None:
    """Each reads what the others wrote before it."""
    days = [f"2024-06-{day:02}" for day in range(10, 16)]
    said = {f"north/{day}.yaml": f"date: {day}\nterms: {{status: shared}}\n" for day in days}
    write(tmp_path, {"agenda.yaml": FILES["agenda.yaml"], **said})
    command = [sys.executable, "-m", "posdiff", "accept"]
    places = [f"positions/north/{day}.yaml:1" for day in days]
    runs = [subprocess.Popen([*command, place, *ANSWERED, *AT], cwd=tmp_path) for place in places]
    assert [run.wait(120) for run in runs] == [0] * len(days)
    written = (tmp_path / acceptance.NAME).read_text(encoding="utf-8")
    assert [day for day in days if f"file: north/{day}.yaml" not in written] == []
    assert sorted(path.name for path in tmp_path.iterdir()) == [acceptance.NAME, "positions"]


def test_a_file_is_held_once_however_it_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "link.yaml").symlink_to("entries.yaml")
    monkeypatch.setattr(files, "_PATIENCE", 0.0)
    with files.held(folder / "entries.yaml"), pytest.raises(Failure), files.held(folder / "link.yaml"):
        pass


def test_a_file_that_another_run_holds_is_waited_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And not for ever: what a run left that was killed is named."""
    lock = folder / f"{acceptance.NAME}.lock"
    lock.touch()
    monkeypatch.setattr(files, "_PATIENCE", 0.1)
    run = accept(folder, names(folder)["no-source"])
    assert run.code == 2
    assert run.err == (
        f"posdiff: error: another run of posdiff is writing {folder / acceptance.NAME}\n"
        f"hint: if none is running, delete {lock} and run the command again\n"
    )
    assert not (folder / acceptance.NAME).exists()
