"""Options that do not go together, and settings that mean nothing: the code, and all that is said of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from running import Run, called
from writing import write

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}, union: {name: Union, members: [north]}}
    issues:
      fee: {title: Fee, kind: quantity, unit: coin}
      shop: {title: Shop, kind: choice, options: {no: No, yes: Yes}}
    """
STATEMENT = "date: 2024-01-01\nsources: {{a: {{title: A}}}}\nterms: {}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(
        tmp_path,
        {
            "agenda.yaml": AGENDA,
            "north/2024-01-01.yaml": STATEMENT.format("{fee: {max: 9}, shop: yes}"),
            "south/2024-01-01.yaml": STATEMENT.format("{fee: {min: 5}}"),
        },
    )
    return tmp_path


def refused(message: str, hint: str | None, code: int = 2) -> Run:
    """What a run ends with that refuses."""
    return Run(code, "", f"posdiff: error: {message}\n" + (f"hint: {hint}\n" if hint else ""))


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        ("site --serve -o public", "--serve writes nothing", "leave out --output and --force, or --serve"),
        ("site --serve --force", "--serve writes nothing", "leave out --output and --force, or --serve"),
        ("site --serve --url https://x.example/", "--url is for pages that are written",
         "leave out --url, or --serve"),
        ("site -o public --url ftp://x", "`ftp://x` is no address",
         "posdiff site -o public --url https://example.org/talks/"),
        ("site --watch", "--watch is for --serve", "posdiff site --serve --watch"),
        ("site --serve --watch --rev HEAD", "what git has recorded does not change", "leave out --watch"),
        ("site", "no folder is named",
         "posdiff site -o public writes the pages, posdiff site --serve shows them"),
        ("drafts a b --columns 2 --format json", "--columns has no json",
         "posdiff drafts A B --format json has what the two drafts say, and what they do"),
        ("compare north south --by group --format csv", "--by has no csv",
         "posdiff compare --by group --format json has the groups"),
        ("matrix --blocs --metric distance", "--blocs takes neither --suppose nor --metric", "leave them out"),
        ("matrix --blocs --suppose x", "--blocs takes neither --suppose nor --metric", "leave them out"),
        ("check --new", "--new shows what an edit brings, and no edit is judged",
         "name what the edit is held against: --against REV, or --staged"),
        ("compare north south --report json=- --report csv=-", "stdout is named twice", "a file for each format"),
        ("compare north south --report json=- --format csv", "csv and a --report would both go to stdout",
         "--output names a file"),
        ("compare north south -o x/", "x/ is the name of a folder", "name a file"),
        ("compare north south --report json", "--report takes FORMAT=FILE, not `json`", "--report markdown=report.md"),
        ("compare north south --report yaml=a.yaml", "no format `yaml`", "one of text, markdown, html, csv, json"),
        ("compare north south --report json=a.json -o ./a.json --format json", "a.json is named twice",
         "a file for each format"),
        ("new north 2024-01-01", "positions/north/2024-01-01.yaml exists", "--slug makes another of the same day"),
        ("new north 2024-02-01 --slug Talks", "`Talks` cannot stand in a file's name",
         "lower-case letters, digits and hyphens: press-conference"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_for(folder: Path, arguments: str, message: str, hint: str) -> None:
    assert called(*arguments.split(), cwd=folder) == refused(message, hint)


def test_files_that_may_not_be_written_are_all_named(folder: Path) -> None:
    for name in ("a.json", "b.csv"):
        (folder / name).write_text("mine", encoding="utf-8")
    run = called("compare", "north", "south", "--report", "json=a.json", "--report", "csv=b.csv", cwd=folder)
    doubt = "exists, and in this format it cannot be told whether somebody edited it"
    assert run == refused(f"a.json {doubt}; b.csv {doubt}", "--force replaces it, or name another file")
    assert (folder / "a.json").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("file", "text", "message", "hint"),
    [
        ("posdiff.toml", "rules = 1", "`rules` must be a table", 'no-source = "error"'),
        ("posdiff.toml", '[rules]\nno-sourc = "error"', "no rule `no-sourc`",
         "did you mean no-source or unknown-source or no-offer?"),
        ("posdiff.toml", '[rules.no-source]\nsevere = "error"', "`rules.no-source` has no `severe`",
         "did you mean severity?"),
        ("posdiff.toml", '[rules]\nno-source = "loud"', "`rules.no-source` takes no severity `loud`",
         "known: error, info, off, warning"),
        ("posdiff.toml", '[rules]\nyaml-syntax = "off"', "`rules.yaml-syntax` stays an error",
         "it is an error of reading: the answers leave out what it concerns, whatever it is called"),
        ("posdiff.toml", "[rules.long-quote]\nwords = 0", "`rules.long-quote.words` must be a whole number above 0",
         None),
        ("posdiff.toml", "[rules.long-quote]\nwords = true", "`rules.long-quote.words` must be a whole number above 0",
         None),
        ("posdiff.toml", 'only = ["contradictoin"]', "`only` takes no `contradictoin`",
         "did you mean contradiction or conditional?"),
        ("pyproject.toml", "[tool]\nposdiff = 1  # tool.posdiff", "`tool.posdiff` must be a table", None),
    ],
)  # fmt: skip
def test_settings_that_mean_nothing(folder: Path, file: str, text: str, message: str, hint: str | None) -> None:
    (folder / file).write_text(text + "\n", encoding="utf-8")
    assert called("validate", cwd=folder) == refused(f"{folder / file}: {message}", hint)


def test_settings_that_are_another_programs(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("tool = 1  # tool.posdiff\n", encoding="utf-8")
    assert called("validate", cwd=folder) == Run(0, "= 3 files read, nothing to report\n", "")


@pytest.mark.parametrize(
    ("settings", "arguments", "same_as"),
    [
        # A revision is no party: `changes` leaves it out.
        ('against = ["south"]', "changes --since 2024-01-01", "changes --since 2024-01-01 --against south"),
        ('against = ["origin/main"]', "changes --since 2024-01-01", "changes --since 2024-01-01"),
        # Of the words those are taken that the command knows.
        ('only = ["overlap", "hardened"]', "compare north south", "compare north south --only overlap"),
        ('fail-on = ["overlap,hardened"]', "compare north south", "compare north south --fail-on overlap"),
        ('only = ["hardened"]', "compare north south", "compare north south"),
    ],
)
def test_settings_of_several_commands(folder: Path, settings: str, arguments: str, same_as: str) -> None:
    expected = called(*same_as.split(), cwd=folder)
    (folder / "posdiff.toml").write_text(settings + "\n", encoding="utf-8")
    assert called(*arguments.split(), cwd=folder) == expected


def test_a_new_draft_is_not_written_through_a_link(folder: Path) -> None:
    (folder / "elsewhere").mkdir()
    (folder / "positions" / "drafts").symlink_to(folder / "elsewhere")
    run = called("new", "drafts", "2024-02-01", cwd=folder)
    hint = "a link to a folder is not followed: put the folder itself there"
    assert run == refused("positions/drafts is a link", hint, code=3)
    assert not [*(folder / "elsewhere").iterdir()]


@pytest.mark.parametrize("place", ["joint", "drafts", "north"])
def test_a_file_to_fill_in_is_read_as_far_as_it_goes(folder: Path, place: str) -> None:
    """Nothing is stated in it yet, and nothing in it is wrong but for that."""
    assert called("new", place, "2024-02-01", "--slug", "talks", cwd=folder) == Run(
        0, f"wrote positions/{place}/2024-02-01-talks.yaml\n", ""
    )
    text = (folder / "positions" / place / "2024-02-01-talks.yaml").read_text(encoding="utf-8")
    assert "date: 2024-02-01" in text
    assert all(f"#   {id}:\n" in text for id in ("fee", "shop"))
    told = called("validate", cwd=folder).out
    assert "yaml-" not in told
    assert "unknown-" not in told


def test_a_stamp_says_when_an_answer_was_made(folder: Path) -> None:
    text = called("compare", "north", "south", "--stamp", "--format", "markdown", cwd=folder).out
    assert re.search(r"\nMade 20\d\d-\d\d-\d\d \d\d:\d\d UTC\.\n", text)


def test_the_cohesion_of_a_bloc_on_which_nobody_speaks(folder: Path) -> None:
    run = called("matrix", "--blocs", "--at", "2024-02-01", "--format", "csv", cwd=folder)
    assert (run.code, run.err) == (0, "")
    assert "union" in run.out


def test_every_schema_that_is_named_is_printed(folder: Path) -> None:
    names = called("schema", cwd=folder).out.splitlines()
    assert {"agenda", "compare", "rules"} <= set(names)
    assert '"$schema"' in called("schema", "agenda", cwd=folder).out
    assert called("schema", "statment", cwd=folder) == refused(
        "no schema `statment`", "did you mean statement?", code=3
    )
