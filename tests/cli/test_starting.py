"""``init`` and ``new``: what a dossier and a statement begin with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from posdiff.dossier.reading.load import load
from running import called, git, posdiff

ROOT = Path(__file__).parents[2]
WAGES = ROOT / "examples" / "wages" / "positions"
SAMPLE = ROOT / "positions"


def test_a_new_dossier_is_right(tmp_path: Path) -> None:
    run = called("init", cwd=tmp_path)
    assert (run.code, run.err) == (0, "")
    assert run.out == (
        "wrote positions/agenda.yaml\nwrote positions/party-a/\nwrote positions/party-b/\nwrote positions/drafts/\n\n"
        "Next: posdiff new party-a today\n"
    )
    assert called("validate", cwd=tmp_path).out == "= 1 file read, nothing to report\n"
    assert sorted(path.name for path in (tmp_path / "positions").iterdir()) == [
        "agenda.yaml", "drafts", "party-a", "party-b",
    ]  # fmt: skip
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    kept = git(tmp_path, "ls-files").split()
    assert {Path(name).parent.name for name in kept} == {"positions", "drafts", "party-a", "party-b"}


def test_what_the_new_agenda_shows_in_comments_is_right_as_well(tmp_path: Path) -> None:
    """Every line that shows a key, taken out of its comment."""
    called("init", cwd=tmp_path)
    agenda = tmp_path / "positions" / "agenda.yaml"
    text = agenda.read_text(encoding="utf-8")
    taken = re.sub(r"(?m)^( *)# (?=( *)[a-z-]+:( |$))", r"\1", text)
    assert taken.count("\n") == text.count("\n")
    assert taken != text
    agenda.write_text(taken, encoding="utf-8")
    assert called("validate", cwd=tmp_path).out == "= 1 file read, nothing to report\n"
    assert {issue.space.kind for issue in load(tmp_path / "positions").agenda.issues.values()} == {
        "choice", "set", "quantity", "date", "sequence", "text",
    }  # fmt: skip
    assert (
        called("parties", "--at", "2025-06-30", cwd=tmp_path).out.partition("\n\nPARTIES")[0]
        == """\
6 parties

BLOCS  who speaks for whom, as of 2025-06-30
Bloc E: 1 member; 1 former
  Party B (from 2024-01-01 until 2024-12-31)
  Bloc D (from 2025-01-01): 2 members
    Party A
    Party C
Bloc F: 40 members, not named"""
    )


def test_the_example_is_the_wage_round(tmp_path: Path) -> None:
    run = called("init", "wage-round", "--example", cwd=tmp_path)
    assert run.code == 0
    assert run.out.endswith("\nNext: posdiff --positions wage-round/positions parties\n")
    made = tmp_path / "wage-round" / "positions"
    kept = (*WAGES.rglob("*.yaml"), *WAGES.glob("sources/*.txt"))
    names = sorted(path.relative_to(WAGES).as_posix() for path in kept)
    assert names == sorted(path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file())
    for name in names:
        assert (made / name).read_bytes() == (WAGES / name).read_bytes()


@pytest.mark.parametrize("arguments", [(), ("--example",)])
def test_nothing_is_overwritten(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "positions").mkdir()
    (tmp_path / "positions" / "notes.txt").write_text("mine\n")
    run = called("init", *arguments, cwd=tmp_path)
    assert (run.code, run.out) == (2, "")
    assert run.err == "posdiff: error: positions exists\nhint: it is left as it is; name another place\n"
    assert [path.name for path in tmp_path.rglob("*")] == ["positions", "notes.txt"]


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    run = called("init", "file", cwd=tmp_path)
    assert (run.code, "file/positions" in run.err, "Traceback" in run.err) == (2, True, False)
    assert [path.name for path in tmp_path.rglob("*")] == ["file"]


def made(tmp_path: Path, positions: Path, party: str) -> str:
    """A statement of 2030 for a dossier, made in a copy of it."""
    for path in positions.rglob("*.yaml"):
        (tmp_path / "positions" / path.relative_to(positions)).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "positions" / path.relative_to(positions)).write_bytes(path.read_bytes())
    run = called("new", party, "January 1, 2030", "--slug", "speech", cwd=tmp_path)
    assert run == (0, f"wrote positions/{party}/2030-01-01-speech.yaml\n", "")
    return (tmp_path / "positions" / party / "2030-01-01-speech.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("positions", "party"), [(WAGES, "union"), (SAMPLE, "ukraine")], ids=["wages", "sample"])
def test_a_template_names_every_issue_with_what_can_be_said(tmp_path: Path, positions: Path, party: str) -> None:
    text = made(tmp_path, positions, party)
    agenda = load(positions).agenda
    named = re.findall(r"(?m)^#   ([a-z0-9-]+):$", text)
    assert sorted(named) == sorted(["source", *agenda.issues])
    headings = re.findall(r"(?m)^#   # ([^a-z]+)$", text)
    assert headings == [title.upper() for title in agenda.topics.values()]
    for id, issue in agenda.issues.items():
        told = re.search(rf"(?ms)^#   {id}:$(.*?)^#     source: source$", text)
        assert told is not None, id
        assert issue.title in told[1]
        assert (issue.question or "") in told[1]
        for group in ("options", "members", "named"):
            titles: dict[str, str] = getattr(issue.space, group, {})
            for key, title in titles.items():
                assert f"#     # {key}: {title}\n" in told[1]
    run = called("validate", "positions/" + party, cwd=tmp_path)
    assert [id for id in re.findall(r"\[[a-z-]+\]", run.out) if id != "[reported-part]"] == ["[says-nothing]"]


def test_a_template_that_is_not_filled_in_is_nobodys_position(tmp_path: Path) -> None:
    """Taken out of the comments as they are, all terms are findings; filled in, none."""
    text = made(tmp_path, WAGES, "union")
    file = tmp_path / "positions" / "union" / "2030-01-01-speech.yaml"
    taken = re.sub(r"(?m)^# ", "", re.sub(r"(?m)^#$", "", text))
    file.write_text(taken, encoding="utf-8")
    found = {one.location.line for one in load(tmp_path / "positions").findings if one.rule == "null-value"}
    kinds = ("accepts", "includes", "min", "from", "order", "says")
    empty = [number for number, line in enumerate(taken.split("\n"), 1) if re.match(rf" *({'|'.join(kinds)}): ", line)]
    assert len(empty) == len(load(WAGES).agenda.issues)
    assert set(empty) <= found
    filled = taken
    for key, word in {"title": "A", "speaker": "B", "publisher": "C", "url": "https://example.org/", "quote": "D",
                      "includes": "all", "min": "1", "from": "2030-01-01", "says": "E",
                      "order": "[overtime-resumes, talks-resume]"}.items():  # fmt: skip
        filled = re.sub(rf"(?m)^( *{key}:)(?=\s*(#|$))", rf"\1 {word} ", filled)
    filled = re.sub(r"(?m)^( *accepts:)", r"\1 any", filled)
    file.write_text(filled, encoding="utf-8")
    told = called("validate", "positions/union", cwd=tmp_path).out
    assert "error" not in told, told


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("union", "2026-03-02"), 2, "positions/union/2026-03-02.yaml exists"),
        (("union", "06/14/2024"), 2, "month and day can be mixed up"),
        (("onion", "2030-01-01"), 3, "no party `onion`\nhint: did you mean union"),
        (("union", "2030-01-01", "--slug", "../x"), 2, "`../x` cannot stand in a file's name"),
        (("union", "2030-01-01", "--slug", "Ä"), 2, "cannot stand in a file's name"),
    ],
)
def test_what_new_refuses(tmp_path: Path, arguments: tuple[str, ...], code: int, says: str) -> None:
    called("init", "--example", cwd=tmp_path)
    before = sorted(tmp_path.rglob("*"))
    run = called("new", *arguments, cwd=tmp_path)
    assert (run.code, run.out) == (code, "")
    assert says in run.err
    assert sorted(tmp_path.rglob("*")) == before


def test_a_party_whose_folder_is_a_link_gets_no_statement(tmp_path: Path) -> None:
    """It would stand outside of the positions, where nothing reads it."""
    called("init", "--example", cwd=tmp_path)
    elsewhere = tmp_path / "elsewhere"
    (tmp_path / "positions" / "union").rename(elsewhere)
    (tmp_path / "positions" / "union").symlink_to(elsewhere)
    before = sorted(tmp_path.rglob("*"))
    run = called("new", "union", "2030-01-01", cwd=tmp_path)
    assert (run.code, run.out, "positions/union is a link" in run.err) == (3, "", True)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_statement_for_a_party_without_a_folder(tmp_path: Path) -> None:
    called("init", cwd=tmp_path)
    (tmp_path / "positions" / "party-b" / ".gitkeep").unlink()
    (tmp_path / "positions" / "party-b").rmdir()
    run = posdiff("new", "Party B", "today", cwd=tmp_path / "positions")
    assert (run.code, run.err) == (0, "")
    assert re.fullmatch(r"wrote party-b/\d{4}-\d\d-\d\d\.yaml\n", run.out)


@pytest.mark.parametrize(
    ("place", "said", "firmness"),
    [("joint", "# parties: [union, employer]", True), ("drafts", "# by: []", False)],
)
def test_a_template_of_a_joint_statement_and_of_a_draft(tmp_path: Path, place: str, said: str, firmness: bool) -> None:
    """Filled in, they are right; a draft has no firmness."""
    text = made(tmp_path, WAGES, place)
    file = tmp_path / "positions" / place / "2030-01-01-speech.yaml"
    assert said in text
    assert ("firmness:" in text) is firmness
    assert ("options: [{…" in text, "# clauses:\n" in text) == (place == "drafts",) * 2
    lines = text.replace("# by: []", "# by: [mediator]").splitlines()
    section = lines.index("# outcomes:" if place == "drafts" else "# terms:")
    head = [line.removeprefix("# ") for line in lines[: section + 1] if not line.startswith("## ")]
    filled = [*head, "  pay-rise: {min: 3}"]
    filled = [f"{line} A" if line.strip() in ("title:", "speaker:", "publisher:") else line for line in filled]
    file.write_text("\n".join(line for line in filled if line.strip() != "url:") + "\n", encoding="utf-8")
    assert "error" not in called("validate", f"positions/{place}", cwd=tmp_path).out
