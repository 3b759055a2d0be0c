"""``check --new``: only what the edit brings is shown and counted, and the rest is one number, in every format."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from posdiff.reports.formats import FINDINGS
from posdiff.review.evidence import EVIDENCE_RULES
from reading_findings import READERS
from repositories import Repository, repository
from running import Run, called

DAY = ("--at", "2024-12-31")
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        issues:
          border: {title: Border, kind: choice, options: {here: Here, there: There}}
        """,
    "north/2024-01-10.yaml": "date: 2024-01-10\nterms: {border: here}\n",
    "south/2024-01-20.yaml": "date: 2024-01-20\nterms: {border: {accepts: there, firmness: red-line}}\n",
}
NEW = {"north/2024-03-01.yaml": "date: 2024-03-01\nterms: {border: there}\n"}
ONE = "and 3 older findings, not shown"


def _checked(repo: Repository, *arguments: str) -> Run:
    return called("check", "--against", "main", *DAY, "--fail-on", "warning", *arguments, cwd=repo.folder)


def _told(run: Run) -> tuple[int, list[tuple[str, str]], int]:
    """The exit code, the findings that are shown by rule and file, and how many older ones there are."""
    answer = json.loads(run.out)
    return run.code, [(each["rule"], each["file"]) for each in answer["findings"]], answer["older"]


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    return repository(tmp_path, FILES)


def test_the_whole_answer(repo: Repository) -> None:
    repo.write(NEW)
    assert _checked(repo, "--new").out.partition("What the edit means")[0] == (
        "warning [no-source] positions/north/2024-03-01.yaml:1:1 no source is named\n"
        "    1 | date: 2024-03-01\n"
        "        ^\n"
        "    hint: add `sources:` with a publisher and a url\n"
        f"  {ONE}\n"
        "\n"
    )


@pytest.mark.parametrize("format", FINDINGS)
def test_every_format_tells_how_many_are_not_shown(repo: Repository, format: str) -> None:
    repo.write(NEW)
    run = _checked(repo, "--new", "-f", format)
    assert run.code == 1
    assert '"older": 3' in run.out if format == "json" else ONE in run.out
    assert "2024-01-10.yaml:1" not in run.out and "red-line-without-quote" not in run.out.partition("meaning")[0]
    out = run.out.replace(f"{ONE}\n", "") if format == "github" else run.out
    told = READERS[format](out)
    assert told.status in (None, "findings")
    assert dict(told.counts) == {"error": 0, "warning": 1, "info": 1 if format == "gitlab" else 0}


def test_an_old_finding_on_a_term_that_the_edit_changes_is_shown(repo: Repository) -> None:
    at = "south/2024-01-20.yaml"
    noted = "date: 2024-01-20\nterms:\n  border:\n    accepts: there\n    firmness: red-line\n"
    repo.commit({at: noted})
    repo.write({at: f"{noted}    note: Said twice.\n"})
    assert _told(_checked(repo, "--new", "-f", "json")) == (1, [("red-line-without-quote", f"positions/{at}")], 2)
    repo.write({at: f"# who spoke is not known\n{noted}"})
    assert _told(_checked(repo, "--new", "-f", "json")) == (0, [], 3)


def test_without_it_nothing_is_left_out(repo: Repository) -> None:
    repo.write(NEW)
    run = _checked(repo, "-f", "json")
    marks = {(each["rule"], each["file"]): each["new"] for each in json.loads(run.out)["findings"]}
    assert (run.code, json.loads(run.out)["older"]) == (1, 0)
    assert marks == {
        ("no-source", "positions/north/2024-01-10.yaml"): False,
        ("no-source", "positions/north/2024-03-01.yaml"): True,
        ("no-source", "positions/south/2024-01-20.yaml"): False,
        ("red-line-without-quote", "positions/south/2024-01-20.yaml"): False,
    }
    assert "older" not in _checked(repo).out


def test_the_gate_counts_what_is_shown(repo: Repository) -> None:
    """Nothing new: the gate is passed, and that is said; also where something old cannot be read."""
    repo.write({"north/2024-01-10.yaml": "date: 2024-01-10\n# a remark\nterms: {border: here}\n"})
    assert _told(_checked(repo, "--new", "-f", "json")) == (0, [], 3)
    assert _checked(repo, "--new").out.rstrip().endswith("3 files read, nothing new to report")
    assert "nothing new to report" in _checked(repo, "--new", "-f", "junit").out
    repo.commit({"south/2024-02-20.yaml": "date: 2024-02-20\nterms: {border: nowhere}\n"})
    assert _told(_checked(repo, "--new", "-f", "json")) == (0, [], 5)
    assert _checked(repo).code == 3


def test_what_cannot_be_read_in_a_file_that_the_edit_changes_is_new(repo: Repository) -> None:
    """The line that cannot be read is the same, and what it left out may be something else."""
    broken = "date: 2024-02-20\nterms: {border: here}\n  {{{\n"
    repo.commit({"south/2024-02-20.yaml": broken})
    assert _told(_checked(repo, "--new", "-f", "json")) == (0, [], 4)
    repo.write({"south/2024-02-20.yaml": broken.replace("here", "there")})
    assert _told(_checked(repo, "--new", "-f", "json")) == (3, [("yaml-syntax", "positions/south/2024-02-20.yaml")], 3)


def test_what_is_one_more_of_a_kind_is_new(repo: Repository) -> None:
    """Of two that nothing tells apart but their number the second is new; a line that moved is old."""
    repo.write({
        "south/2024-01-20.yaml": "# moved\n\ndate: 2024-01-20\n"
        "terms: {border: {accepts: there, firmness: red-line}}\n",
        "south/2024-01-21.yaml": "date: 2024-01-21\nterms: {border: {accepts: there, firmness: red-line}}\n",
    })  # fmt: skip
    assert _told(_checked(repo, "--new", "-f", "json")) == (
        1,
        [
            ("no-source", "positions/south/2024-01-21.yaml"),
            ("red-line-without-quote", "positions/south/2024-01-21.yaml"),
        ],
        3,
    )


def test_a_file_that_was_renamed_brings_nothing(repo: Repository) -> None:
    folder = repo.folder / "positions" / "south"
    (folder / "2024-01-20.yaml").rename(folder / "2024-01-20-speech.yaml")
    assert _told(_checked(repo, "--new", "-f", "json")) == (0, [], 3)


def test_what_was_accepted_is_neither(repo: Repository) -> None:
    """Accepted findings are left out as ever; an entry that nothing matches was there before."""
    found = json.loads(_checked(repo, "-f", "json").out)["findings"]
    (repo.folder / ".posdiff-accept.yaml").write_text(
        "accepted:\n"
        + "".join(
            f"  - {{rule: {rule}, file: south/2024-01-20.yaml, fingerprint: {name}, reason: r, owner: o, "
            "expires: 2030-01-01}\n"
            for rule, name in ((found[-1]["rule"], found[-1]["fingerprint"]), ("term-changed", "0" * 12))
        ),
        encoding="utf-8",
    )
    repo.commit()
    answer = json.loads(_checked(repo, "--new", "-f", "json").out)
    assert (answer["accepted"], answer["older"], answer["findings"]) == (1, 3, [])
    rules = [each["rule"] for each in json.loads(_checked(repo, "-f", "json").out)["findings"]]
    assert rules == ["acceptance-unused", "no-source", "no-source"]


PAGE = "Here, and nowhere else."
SHA256 = sha256(PAGE.encode()).hexdigest()
QUOTED = {
    "north/2024-02-01.yaml": f"""
        date: 2024-02-01
        sources: {{a: {{title: A, publisher: B, snapshot: {{file: a.txt, sha256: {SHA256}, retrieved: 2024-02-02}}}}}}
        terms: {{border: {{accepts: here, quote: Nowhere at all}}}}
        """,
}


def test_a_page_is_held_against_the_page_of_the_base(tmp_path: Path) -> None:
    """What was wrong with it is old; a page that the edit changes or removes is its own."""
    repo = repository(tmp_path, {**FILES, **QUOTED, "sources/a.txt": PAGE})
    page = repo.folder / "positions" / "sources" / "a.txt"
    assert _of_pages(repo) == []
    page.write_text("Another page", encoding="utf-8")
    assert _of_pages(repo) == ["source-changed-on-disk"]
    page.unlink()
    assert _of_pages(repo) == ["source-not-kept"]


def test_a_page_that_the_edit_brings_is_new_and_one_that_git_never_has_is_not(tmp_path: Path) -> None:
    repo = repository(tmp_path, {**FILES, **QUOTED})
    repo.write({"sources/a.txt": PAGE})
    assert _of_pages(repo) == []
    repo.git("add", "--all")
    assert _of_pages(repo) == ["quote-absent"]


def _of_pages(repo: Repository) -> list[str]:
    """The rules on pages and quotes of which ``--new`` shows findings."""
    told = json.loads(_checked(repo, "--new", "-f", "json").out)["findings"]
    return [each["rule"] for each in told if each["rule"] in EVIDENCE_RULES]


def test_staged(repo: Repository) -> None:
    repo.write(NEW)
    repo.git("add", "--all")
    repo.write({"north/2024-03-02.yaml": NEW["north/2024-03-01.yaml"].replace("03-01", "03-02")})
    run = called("check", "--staged", *DAY, "--new", "-f", "json", cwd=repo.folder)
    assert _told(run) == (0, [("no-source", "positions/north/2024-03-01.yaml")], 3)


def test_a_base_without_the_folder(tmp_path: Path) -> None:
    """All is new where there was nothing."""
    repo = repository(tmp_path, {})
    repo.write(FILES)
    code, found, older = _told(_checked(repo, "--new", "-f", "json"))
    assert (code, len(found), older) == (1, 3, 0)


def test_it_needs_an_edit(repo: Repository) -> None:
    run = called("check", "--new", cwd=repo.folder)
    assert (run.code, run.out) == (2, "")
    assert run.err == (
        "posdiff: error: --new shows what an edit brings, and no edit is judged\n"
        "hint: name what the edit is held against: --against REV, or --staged\n"
    )
