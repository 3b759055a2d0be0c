"""What git tells of position files when posdiff is its driver; and that no file makes a git command fail."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from repositories import BASE, Repository, repository
from running import called

ATTRIBUTES = "positions/**/*.yaml diff=posdiff\npositions/*.yaml diff=posdiff\n"
OLD = """
    date: 2024-03-01
    title: Second speech
    sources: {paper: {title: A paper}}
    terms:
      border: [here, both]
      cap: {min: 3, quote: At least three.}
    reaffirms: [order]
    """
NEW = """
    # a comment
    date: 2024-03-01
    title: The second speech
    sources: {paper: {title: A paper}}
    terms:
      cap: {min: 3, quote: At least three!}
      border: {accepts: here, firmness: red-line}
      order: {order: [truce, talks]}
    """
TOLD = """\
diff --posdiff a/positions/north/2024-03-01.yaml b/positions/north/2024-03-01.yaml
changed file
  ▲ Border  border
    change    hardened
    before    Here or Both
    after     RED LINE  Here
  + Order  order
    change    added
    after     “Truce” before “Talks”
  reaffirms: no longer order
  terms.cap.quote: At least three. → At least three!
  title: Second speech → The second speech
"""
IN_WORDS = """\
+statement of 2024-03-01, stated: Second speech
+source paper: A paper
+Border (border): Here or Both
+Border (border), source: paper
+Cap (cap): at least 3 km
+Cap (cap), quote: “At least three.”
+Cap (cap), source: paper
+reaffirms: order
"""


def driven(folder: Path, *, driver: bool = True, textconv: bool = True) -> Repository:
    """A repository in which git asks posdiff, with OLD on record."""
    repo = repository(folder)
    (folder / ".gitattributes").write_text(ATTRIBUTES, encoding="utf-8")
    program = f'"{sys.executable}" -m posdiff'
    if driver:
        repo.git("config", "diff.posdiff.command", f"{program} git-diff-driver")
    if textconv:
        repo.git("config", "diff.posdiff.textconv", f"{program} textconv")
    repo.commit({"north/2024-03-01.yaml": OLD})
    return repo


def test_git_diff_log_and_show(tmp_path: Path) -> None:
    """git diff, and with --ext-diff git log and git show, tell what changed; git show by itself compares words."""
    repo = driven(tmp_path)
    assert repo.git("show", "--format=", "--", "positions/north").endswith(IN_WORDS)
    repo.write({"north/2024-03-01.yaml": NEW})
    assert repo.git("diff") == TOLD
    repo.git("add", "--all")
    assert repo.git("diff", "--cached") == TOLD
    repo.commit()
    assert repo.git("log", "-p", "--ext-diff", "-1", "--format=").lstrip("\n") == TOLD
    assert repo.git("show", "--ext-diff", "--format=").lstrip("\n") == TOLD
    assert "-Border (border): Here or Both\n+Border (border): RED LINE  Here\n" in repo.git("show", "--format=")


CASES: dict[str, tuple[str | None, str | None, str]] = {
    "a new file": (
        None, "date: 2024-04-01\ntitle: T\nterms: {cap: {max: 3}}\nwithdraws: [border]\n",
        "new file\n  + Cap  cap\n    change    added\n    after     at most 3 km\n"
        "  withdraws: now border\n  title: T\n",
    ),
    "a file that is gone": (
        "date: 2024-04-01\nterms: {cap: {max: 3}}\n", None,
        "deleted file\n  − Cap  cap\n    change    no longer in the file\n    before    at most 3 km\n",
    ),
    "other words for the same": (
        "date: 2024-04-01\nterms: {cap: {max: 3}} # so\n", "# so\nterms:\n  cap:\n    max: '3'\ndate: 2024-04-01\n",
        "changed file\n  no change in meaning: only comments, order or spelling\n",
    ),
    "a note": (
        "date: 2024-04-01\nterms: {cap: {max: 3}}\n", "date: 2024-04-01\nterms: {cap: {max: 3, note: n}}\n",
        "changed file\n  terms.cap.note: nothing → n\n",
    ),
    "an issue that the agenda has not": (
        "date: 2024-04-01\nterms: {cup: {max: 3}}\n", "date: 2024-04-01\nterms: {cup: {max: 4}}\n",
        "changed file\n  before [unknown-issue] 2:9 no issue `cup` in the agenda\n"
        "  after [unknown-issue] 2:9 no issue `cup` in the agenda\n  terms.cup.max: 3 → 4\n",
    ),
    "a file that is no YAML": (
        "date: 2024-04-01\nterms: {cap: {max: 3}}\n", "date: 2024-04-01\nterms: {cap: [\n",
        "-terms: {cap: {max: 3}}\n+terms: {cap: [\n",
    ),
    "no text at all": ("date: 2024-04-01\n", "\x00\x01\x02", "changed file\n"),
    "an empty file": ("", "date: 2024-04-01\nterms: {cap: {max: 3}}\n", "+date: 2024-04-01\n"),
    "escapes of a terminal": ("a: 1\n", "a: \x1b[2J\n", "<U+001B>[2J"),
    "too large": ("a: 1\n", "# x\n" * 300_000, "[file-too-large]"),
    "too deep": ("a: 1\n", "a: " + "[" * 3_000 + "\n", "[too-deep]"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("tool", ["driver", "textconv", "both"])
def test_whatever_the_file(tmp_path: Path, case: str, tool: str) -> None:
    """git ends with 0 and tells the difference, by meaning or line by line."""
    before, after, told = CASES[case]
    repo = driven(tmp_path, driver=tool != "textconv", textconv=tool != "driver")
    path = tmp_path / "positions" / "south" / "2024-04-01.yaml"
    for text in (before, after):
        if text is None:
            path.unlink(missing_ok=True)
        else:
            path.write_text(text, encoding="utf-8", newline="\n")
        repo.commit()
    out = repo.git("diff", "HEAD~1", "HEAD")
    if tool != "textconv":
        assert told in out
    same = case == "other words for the same"  # in words they are the same, and git has nothing to show
    assert (out == "") == (same and tool == "textconv")
    assert (repo.git("show", "--format=") == "") == (same and tool != "driver")
    assert repo.git("log", "-p", "--ext-diff", "-2")


def test_an_agenda_is_told_field_by_field(tmp_path: Path) -> None:
    repo = driven(tmp_path)
    repo.write(
        {"agenda.yaml": BASE["agenda.yaml"].replace("both: Both", "both: The two").replace("unit: km", "unit: mile")}
    )
    assert repo.git("diff") == (
        "diff --posdiff a/positions/agenda.yaml b/positions/agenda.yaml\nchanged file\n"
        "  issues.border.options.both: Both → The two\n  issues.cap.unit: km → mile\n"
    )


def test_a_draft(tmp_path: Path) -> None:
    repo = driven(tmp_path)
    draft = "date: 2024-03-05\nby: north\noutcomes: {{border: {}, cap: {{max: 3}}}}\n"
    repo.commit({"drafts/2024-03-05-text.yaml": draft.format("both")})
    repo.write({"drafts/2024-03-05-text.yaml": draft.format("[both, here]")})
    assert "  ↷ Border  border\n    change    other\n    before    Both\n    after     Here or Both\n" in repo.git(
        "diff"
    )


CLAUSES = """\
  clause 1
    change    other words; another status
    words     Troops leave within [-90-]{+60+} days.
    also      status: open → agreed
  clause 5
    change    new
    words     {+No more.+}
  clause 2 Border
    change    moved
  clause 3
    change    no longer in the file
    words     [-Talks [follow].-]
"""
CLAUSES_IN_WORDS = """\
-clause 1: Troops leave within 90 days.
-clause 1, status: open
+clause 1: Troops leave within 60 days.
+clause 1, status: agreed
 clause 1, settles: border
-clause 2 Border: The border is
-clause 2 Border: here.
-clause 3: Talks [follow].
-clause 3, proposed by: North and a mediator
 clause 4: Signed.
 clause 6: Dated.
+clause 5: No more.
+clause 2 Border: The border is
+clause 2 Border: here.
"""


def test_the_clauses_of_a_draft(tmp_path: Path) -> None:
    """Clause by clause and word by word by the driver, line by line in words."""
    repo = driven(tmp_path)
    head = "date: 2024-03-05\nby: north\nprevious: 2024-03-01-text\nfinal: true\noutcomes: {border: both}\nclauses:\n"
    border = '- {id: 2, title: Border, text: "The border is\\nhere."}\n'
    signed = "- {id: 4, text: Signed.}\n- {id: 6, text: Dated.}\n"
    before = head + "- {id: 1, text: Troops leave within 90 days., settles: [border], status: open}\n" + border
    before += '- {id: 3, text: "Talks [follow].", by: [north, a mediator]}\n' + signed
    after = head + "- {id: 1, text: Troops leave within 60 days., settles: [border], status: agreed}\n" + signed
    after += "- {id: 5, text: No more.}\n" + border
    repo.commit({"drafts/2024-03-05-text.yaml": before})
    repo.write({"drafts/2024-03-05-text.yaml": after})
    assert repo.git("diff").partition("changed file\n")[2] == CLAUSES
    assert repo.git("diff", "--no-ext-diff").endswith(CLAUSES_IN_WORDS)
    assert "+follows: 2024-03-01-text\n+final: put up for adoption\n" in repo.git("show", "--no-ext-diff")


def test_renames_and_names(tmp_path: Path) -> None:
    """A file that was renamed is told with both names, also where they have spaces, letters or a dash in front."""
    repo = driven(tmp_path)
    odd = "north/2024-03-01-Größe und mehr.yaml"
    for old, new in (("north/2024-03-01.yaml", odd), (odd, "north/-x.yaml")):
        repo.git("mv", f"positions/{old}", f"positions/{new}")
        path = tmp_path / "positions" / new
        path.write_text(path.read_text(encoding="utf-8") + "note: More\n", encoding="utf-8")
        repo.git("add", "--all")
        out = repo.git("diff", "--cached", "-M")
        assert out.startswith(f"diff --posdiff a/positions/{old} b/positions/{new}\nrenamed from positions/{old}\n")
        repo.commit()


def test_positions_in_a_folder_below(tmp_path: Path) -> None:
    """The agenda is found by the path that git names, wherever the folder is."""
    repo = driven(tmp_path, textconv=False)
    (tmp_path / "data").mkdir()
    repo.git("mv", "positions", "data/positions")
    (tmp_path / ".gitattributes").write_text("*.yaml diff=posdiff\n", encoding="utf-8")
    repo.commit()
    path = tmp_path / "data" / "positions" / "north" / "2024-03-01.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("min: 3", "min: 4"), encoding="utf-8")
    assert (
        "  ▲ Cap  cap\n    change    hardened\n    before    at least 3 km\n    after     at least 4 km\n"
        in repo.git("diff")
    )


def test_many_lines_that_cannot_be_read_are_told_without_pairs(tmp_path: Path) -> None:
    """The search for the likeliest pairs would take the square of their number: minutes, of such a file."""
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text("x: &a 1\n" + "".join(f"- {n * n % 101}\n" for n in range(50_000)), encoding="utf-8")
    new.write_text("x: &a 1\n" + "".join(f"- {n * 7 % 101}\n" for n in range(50_000)), encoding="utf-8")
    path = "positions/north/2024-03-01.yaml"
    run = called("git-diff-driver", path, str(old), "0", "0", str(new), "0", "0", cwd=tmp_path)
    lines = run.out.splitlines()
    place = lines.index(next(line for line in lines if line.startswith("@@")))
    assert lines[place : place + 3] == ["@@ -3,49999 +3,49999 @@", "-- 1", "-- 4"]
    assert lines[-1] == "and 97,999 lines more"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["x"],
        ["--nothing"],
        ["a"] * 7,
        ["a", "/dev/null", ".", ".", "/dev/null", ".", "."],
        ["-x.yaml"] * 9,
        ["\x1b"] * 7,
    ],
)
@pytest.mark.parametrize("command", ["git-diff-driver", "textconv"])
def test_whatever_the_arguments(tmp_path: Path, command: str, arguments: list[str]) -> None:
    """Whatever git gives, and whatever is wrong with settings and folder, it ends with 0."""
    (tmp_path / "posdiff.toml").write_text("nonsense = [", encoding="utf-8")
    run = called(command, *arguments, cwd=tmp_path)
    assert run.code == 0
    assert "Traceback" not in run.err + run.out
