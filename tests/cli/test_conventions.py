"""What every command keeps to: exit codes, names, dates, filters, outputs, settings, streams."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from posdiff.cli import options, settings
from posdiff.cli.app import COMMANDS, build
from running import called, posdiff
from writing import write

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          northland: {name: Northland, aliases: [nl, "Big N"]}
          northwest: {name: Northwest}
          south: {name: South}
        topics: {land: Land, law: Law}
        issues:
          border: {title: Border, topic: land, kind: choice, options: {here: Here, there: There}}
          border-posts: {title: Posts, topic: land, kind: set, members: {a: A, b: B}}
          language: {title: Language, topic: law, kind: text}
        """,
    "northland/2024-06-14.yaml": """
        date: 2024-06-14
        terms:
          border: {accepts: here, firmness: red-line}
          language: ours
        """,
    "south/2024-07-01.yaml": """
        date: 2024-07-01
        terms:
          border: there
          border-posts: {includes: [a]}
          language: theirs
        """,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a small dossier."""
    write(tmp_path, FILES)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["compare", "northland", "south"], 0, ""),
        (["compare", "nl", "so"], 0, ""),
        (["compare", "BIG N", "South"], 0, ""),
        (["compare", "north", "south"], 3, "`north` could be more than one party: northland, northwest"),
        (["compare", "sout,northland"], 3, "two arguments, a comma only in an option: sout northland\n"),
        (["compare", "sout", "nrthland"], 3, "no party `nrthland`\nhint: did you mean northland"),
        (["compare", "../../etc", "south"], 3, "no party `../../etc`"),
        (["show", "zzz"], 3, "no party `zzz`\nhint: known: northland, northwest, south\n"),
        (["compare", "south"], 2, "compare needs at least two parties"),
        (["compare", "nl", "south", "--issue", "border"], 0, ""),
        (["compare", "nl", "south", "--issue", "lang"], 0, ""),
        (["compare", "nl", "south", "--issue", "bord"], 3, "`bord` could be more than one issue: border, border-posts"),
        (["compare", "nl", "south", "--topic", "la"], 3, "could be more than one topic"),
        (["compare", "nl", "south", "--only", "contradictions"], 2, "--only takes no `contradictions`"),
        (["compare", "nl", "south", "--format", "yaml"], 2, "'yaml' is not one of 'text', 'markdown'"),
        (["compare", "nl", "south", "--color", "pink"], 2, "'pink' is not one of 'auto'"),
        (["compare", "nl", "south", "--at", "06/14/2024"], 2, "month and day can be mixed up"),
        (["compare", "nl", "south", "--at", "2024-02-30"], 2, "there is no day `2024-02-30`"),
        (["compare", "nl", "south", "--at", "soon"], 2, "`soon` is not a day"),
        (["compare", "nl@soon", "south"], 2, "`soon` is not a day"),
        (["compare", "nl", "south", "--fail-on", "contradiction"], 1, ""),
        (["compare", "nl", "south", "--fail-on", "agreed,overlap"], 0, ""),
        (["compare", "nl", "south", "--fail-on", "deadlock"], 0, ""),
        (["conflicts"], 0, ""),
        (["conflicts", "south"], 0, ""),
        (["conflicts", "nl@2024-06-13", "south"], 0, ""),
        (["conflicts", "nl", "south", "--fail-on", "cannot-hold"], 1, ""),
        (["conflicts", "nl", "south", "--fail-on", "undecided"], 0, ""),
        (["conflicts", "nl", "south", "--fail-on", "conflict"], 2, "--fail-on takes no `conflict`"),
        (["conflicts", "nl", "south", "--draft", "deal"], 3, "no draft `deal`: the dossier has none"),
        (["changes", "nl"], 2, "changes needs --since"),
        (["changes", "nl", "--since", "2024-06-01", "--until", "2024-05-01"], 2, "2024-05-01\nhint: exchange them"),
        (["changes", "--since", "9999-01-01"], 2, "is later than --until today\nhint: name a day that has come\n"),
        (["report", "nl", "south", "--since", "9999-01-01"], 2, "--at today\nhint: name a day that has come\n"),
        (["changes", "nl", "--since", "June 1, 2024", "--fail-on", "added"], 1, ""),
        (["show", "nl", "border", "language"], 0, ""),
        (["show", "nl@2024-06-13"], 0, ""),
        (["history"], 0, ""),
        (["validate"], 0, ""),
        (["validate", "positions/south"], 0, ""),
        (["validate", "nowhere.yaml"], 3, "there is no file nowhere.yaml"),
        (["validate", "--fail-on", "all"], 2, "'all' is not one of 'error'"),
        (["issues", "--topic", "law"], 0, ""),
        (["parties"], 0, ""),
        (["schema", "compare"], 0, ""),
        (["schema", "comparison"], 3, "no schema `comparison`"),
        (["rules"], 0, ""),
        (["rules", "--format", "markdown"], 0, ""),
        (["rules", "--format", "html"], 2, "'html' is not one of 'text', 'json'"),
        (["explain", "term-changed"], 0, ""),
        (["explain", "[No-Source]"], 0, ""),
        (["explain", "term-chnged"], 3, "no rule `term-chnged`\nhint: did you mean term-changed"),
        (["explain", "xyzzyxyzzy"], 3, "no rule `xyzzyxyzzy`\nhint: posdiff rules lists them"),
        (["compare", "nl", "south", "--positions", "elsewhere"], 3, "elsewhere does not exist"),
        (["--positions", "elsewhere", "compare", "nl", "south"], 3, "elsewhere does not exist"),
        (["--positions", "positions", "compare", "nl", "south"], 0, ""),
        (["compare", "nl\x1b[2J", "south"], 2, "a control character in the argument `nl<U+001B>[2J`"),
        (["compare", "nl", "south", "--fail-on", ""], 2, "--fail-on is empty\nhint: give it a value, or leave it out"),
        (["changes", "--since", ""], 2, "--since is empty"),
        (["compare", "nl", "south", "--issue", "border", "--issue", " "], 2, "--issue is empty"),
        (["compare", "nl", "south", "-o", ""], 2, "--output is empty"),
        (["--positions", "", "parties"], 2, "--positions is empty"),
        (["brief", "nl", "south", "--draft", "one", "--draft=two"], 2, "--draft is given twice"),
        (["compare", "nl", "south", "--issue", "border", "--issue", "language", "--all", "--all"], 0, ""),
        (["nothing"], 2, ""),
        (["compare", "nl", "south", "--nothing"], 2, ""),
        (["parties", "--n\u202ename"], 2, "No such option: --n<U+202E>name\n"),
        (["parties", "##[error]x"], 2, "unexpected extra argument(s) (#<U+0023>[error]x)\n"),
        (["##vso[x]\u2066"], 2, "No such command '#<U+0023>vso[x]"),
        (["parties", "--color", "p\u2028::error::x"], 2, "::error::x' is not one of 'auto'"),
    ],
)
def test_exit_codes_and_messages(folder: Path, arguments: list[str], code: int, says: str) -> None:
    """0 done, 1 the gate, 2 usage, 3 the input; a message on stderr, and never a traceback."""
    run = called(*arguments, cwd=folder)
    assert (run.code, says in run.err, "Traceback" in run.err) == (code, True, False), run.err
    assert bool(run.out) == (code < 2)


@pytest.mark.parametrize(
    "text",
    ["2024-06-14", "June 14, 2024", "june 14 2024", "14 June 2024", "Jun 14 2024", "Jun. 14, 2024", "14th Jun 2024"],
)
def test_dates_as_people_write_them(folder: Path, text: str) -> None:
    """The same day in every form."""
    run = called("show", "nl", "--at", text, "-f", "json", cwd=folder)
    assert json.loads(run.out)["as_of"] == "2024-06-14"
    assert json.loads(called("show", f"nl@{text}", "-f", "json", cwd=folder).out)["as_of"] == "2024-06-14"


def test_folder_is_found_above(folder: Path) -> None:
    """The positions folder is found here or in the nearest parent, as git finds its own."""
    inner = folder / "positions" / "south"
    assert called("parties", cwd=inner).code == 0
    place = called("validate", "--format", "json", cwd=inner)
    assert json.loads(place.out)["findings"] == []


def test_no_folder(tmp_path: Path) -> None:
    """Without a positions folder the message says how to name one."""
    run = called("parties", cwd=tmp_path)
    assert run.code == 3
    assert run.err == (
        "posdiff: error: no folder positions/ with an agenda.yaml here or above\n"
        "hint: name it with --positions DIR or POSDIFF_POSITIONS; posdiff init starts one\n"
    )


def test_where_nobody_has_spoken(folder: Path) -> None:
    """An answer on nothing does not pass for one without contradictions."""
    head = "Northland and South as of 2024-06-01: 0 issues"
    head += "; none of the parties holds a position on the issues asked for"
    silent = "Where they are silent: Northland and South (no statement on file by that day)"
    told = called("compare", "nl", "south", "--at", "2024-06-01", cwd=folder).out
    assert told == f"{head}\n  {silent}\n  No issue to show.\n"


def test_filters(folder: Path) -> None:
    """--topic, --issue and --only narrow what is listed; the summary counts the issues that were asked for."""
    law = json.loads(called("compare", "nl", "south", "--topic", "law", "-f", "json", cwd=folder).out)
    assert [issue["issue"] for issue in law["issues"]] == ["language"]
    only = json.loads(called("compare", "nl", "south", "--only", "one-sided", "-f", "json", cwd=folder).out)
    assert [issue["issue"] for issue in only["issues"]] == ["border-posts"]
    assert only["summary"]["contradiction"] == 1


def test_output_is_written_whole_and_not_over_what_is_not_ours(folder: Path) -> None:
    """-o writes a file, again over its own, and not over somebody else's unless forced."""
    arguments = ("compare", "nl", "south", "-f", "json", "-o", "out.json")
    assert (called(*arguments, cwd=folder).code, called(*arguments, cwd=folder).code) == (0, 0)
    assert json.loads((folder / "out.json").read_text())["schema"] == "posdiff/compare/1"
    same = called(*arguments, cwd=folder)
    other = called(*arguments, "--at", "2024-06-13", cwd=folder)
    assert (same.code, other.code) == (0, 2)  # of JSON it cannot be told whether somebody edited it
    page = ("compare", "nl", "south", "-f", "markdown", "-o", "out.md")
    assert (called(*page, cwd=folder).code, called(*page, "--at", "2024-06-13", cwd=folder).code) == (0, 0)
    with (folder / "out.md").open("a") as report:
        report.write("\nA paragraph of somebody's own.\n")
    assert called(*page, cwd=folder).code == 2
    assert "somebody's own" in (folder / "out.md").read_text()
    (folder / "notes.txt").write_text("my notes\n")
    refused = called("compare", "nl", "south", "-o", "notes.txt", cwd=folder)
    assert (refused.code, (folder / "notes.txt").read_text()) == (2, "my notes\n")
    assert "notes.txt exists, and in this format it cannot be told whether somebody edited it" in refused.err
    assert called("compare", "nl", "south", "-o", "notes.txt", "--force", cwd=folder).code == 0
    assert called("compare", "nl", "south", "-o", "no/such/folder.txt", cwd=folder).code == 2
    stdout = called("compare", "nl", "south", "-o", "-", cwd=folder)
    assert (stdout.out, (folder / "-").exists()) == (called("compare", "nl", "south", cwd=folder).out, False)
    assert [path.name for path in folder.iterdir() if path.name.endswith(".tmp")] == []


def test_a_name_that_promises_another_format_is_told(folder: Path) -> None:
    """The format is that of --format; whoever named the file report.html learns that it holds something else."""
    asked = ("report", "nl", "south", "-f", "markdown", "-o", "report.html")
    run = called(*asked, cwd=folder)
    told = "posdiff: report.html is written as markdown, whatever its name\nhint: --format html writes html\n"
    assert (run.code, run.out, run.err) == (0, "", told)
    quiet = called(*asked, "--quiet", cwd=folder)
    assert (quiet.code, quiet.err) == (0, "")
    assert called("report", "nl", "south", "-o", "report.md", cwd=folder).err == ""


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        (("report", "nl", "south", "-o", "x.html"), b"<!doctype html>"),
        (("compare", "nl", "south", "-o", "x.JSON"), b"{"),
        (("compare", "-o", "x.csv", "nl", "south"), b"issue,"),
        (("report", "nl", "south", "-o", "x.txt"), b"Positions: "),
        (("brief", "nl", "south", "-o", "x.md"), b"<!-- posdiff"),
        (("brief", "nl", "south", "-o", "x.docx"), b"PK"),
        (("issues", "-o", "x.json"), b"{"),
        (("validate", "-o", "x.sarif"), b"{"),
        (("check", "-o", "x.md"), b"<!-- posdiff"),
        (("compare", "nl", "south", "-o", "x.2024"), b"Northland and"),
    ],
)
def test_where_no_format_is_given_the_name_of_the_file_decides(
    arguments: tuple[str, ...], begins: bytes, folder: Path
) -> None:
    if "x.docx" in arguments:
        pytest.importorskip("docx")
    run = called(*arguments, cwd=folder)
    made = next(folder.glob("x.*")).read_bytes()
    assert (run.err, made[: len(begins)]) == ("", begins)


FORMATS = "end it in .html, .htm, .md, .csv, .json, .txt, or give --format: text, markdown, html, csv, json"


@pytest.mark.parametrize(
    ("command", "file", "says"),
    [
        ("compare nl south", "x.jpg", f"x.jpg is not the name of a format of this command\nhint: {FORMATS}"),
        ("compare nl south", "x.docx", f"x.docx is not the name of a format of this command\nhint: {FORMATS}"),
        (
            "compare nl south", "x.pdf",
            "x.pdf is not the name of a format of this command\n"
            f"hint: PDF is made by printing what a browser shows of FILE.html; {FORMATS}",
        ),
        (
            "chart grid", "x.pdf",
            "x.pdf is not the name of a format of this command\nhint: PDF is made by printing what a browser shows of "
            "FILE.svg; end it in .svg, .png, .txt, or give --format: svg, png, text",
        ),
        ("chart grid", "x.svg/", "x.svg/ is the name of a folder\nhint: name a file"),
        ("compare nl south -f html", "x/", "x/ is the name of a folder\nhint: name a file"),
    ],
)  # fmt: skip
def test_a_name_that_no_format_goes_by_is_refused(command: str, file: str, says: str, folder: Path) -> None:
    run = called(*command.split(), "-o", file, cwd=folder)
    assert (run.code, run.out, run.err) == (2, "", f"posdiff: error: {says}\n")
    asked, *_ = command.split(" -f ")
    assert called(*asked.split(), "-f", "text", "-o", file.rstrip("/"), cwd=folder).code == 0


def test_a_format_that_is_given_is_kept_whatever_the_name(folder: Path) -> None:
    """By an option, a variable or settings; the variable of the file counts as its option does."""
    (folder / "posdiff.toml").write_text('format = "text"\n')
    changes = ("changes", "nl", "--since", "2000-01-01")
    assert called(*changes, "-o", "x.json", cwd=folder).code == 0
    assert not (folder / "x.json").read_text().startswith("{")
    (folder / "posdiff.toml").unlink()
    by_variable = {"POSDIFF_OUTPUT": "y.json", "POSDIFF_FORMAT": "markdown"}
    for given, begins in (({"POSDIFF_OUTPUT": "z.json"}, "{"), (by_variable, "<!--")):
        assert posdiff("compare", "nl", "south", cwd=folder, environment=given).code == 0
        assert (folder / given["POSDIFF_OUTPUT"]).read_text().startswith(begins)


def test_what_a_format_has_no_room_for_is_told(folder: Path) -> None:
    """JSON and CSV of a comparison hold issues: that they list no conflict does not mean that there is none."""
    run = called("compare", "nl", "south", "--only", "conflict", "-f", "json", cwd=folder)
    hint = "hint: posdiff conflicts has them; text, markdown and html show them\n"
    assert (run.code, run.err) == (0, f"posdiff: json of a comparison holds no conflicts\n{hint}")
    csv = called("compare", "nl", "south", "--only", "conflict,deadlock", "-f", "csv", cwd=folder)
    assert csv.err == f"posdiff: csv of a comparison holds no conflicts and no deadlocks\n{hint}"
    assert called("compare", "nl", "south", "--only", "deadlock", "-f", "json", cwd=folder).err == ""
    assert called("compare", "nl", "south", "--only", "conflict", cwd=folder).err == ""


def test_own_answers_are_known_again(folder: Path) -> None:
    """Every command may write its answer over an earlier one of its own."""
    for number, arguments in enumerate(
        [
            ("changes", "--since", "2024-01-01"), ("show", "nl"), ("history",), ("validate",), ("issues",),
            ("parties",), ("schema", "compare"), ("conflicts",), ("conflicts", "northwest"), ("conflicts", "-f", "csv"),
            ("conflicts", "-f", "markdown"), ("conflicts", "-f", "html"),
        ]
    ):  # fmt: skip
        for _ in range(2):
            run = called(*arguments, "-o", f"{number}.txt", cwd=folder)
            assert run.code == 0, (arguments, run.err)


def test_settings_in_a_file(folder: Path) -> None:
    """Settings: command line over environment over file over default; an unknown key is an error."""
    (folder / "posdiff.toml").write_text('format = "json"\nat = "2024-06-14"\nonly = ["one-sided"]\n')
    run = posdiff("compare", "nl", "south", cwd=folder)
    assert json.loads(run.out)["as_of"] == "2024-06-14"
    env = {"POSDIFF_AT": "2024-07-02"}
    assert json.loads(posdiff("compare", "nl", "south", cwd=folder, environment=env).out)["as_of"] == "2024-07-02"
    line = posdiff("compare", "nl", "south", "--at", "2024-07-03", cwd=folder, environment=env)
    assert json.loads(line.out)["as_of"] == "2024-07-03"
    (folder / "posdiff.toml").write_text('fromat = "json"\n')
    wrong = called("parties", cwd=folder)
    assert (wrong.code, "no setting `fromat`\nhint: did you mean format" in wrong.err) == (2, True)
    (folder / "posdiff.toml").write_text("width = 'wide'\n")
    assert "`width` must be a whole number" in called("parties", cwd=folder).err
    (folder / "posdiff.toml").write_text("at = 2024-06-14\nsince = 2024-06-14T10:00:00\n")
    assert "`since` must be a text" in called("parties", cwd=folder).err
    (folder / "posdiff.toml").write_text('format = "json"\nat = 2024-06-14\n')
    assert json.loads(called("compare", "nl", "south", cwd=folder).out)["as_of"] == "2024-06-14"
    (folder / "posdiff.toml").unlink()
    (folder / "pyproject.toml").write_text('[tool.posdiff]\npositions = "elsewhere"\n')
    (folder / "positions").rename(folder / "elsewhere")
    assert called("parties", cwd=folder).code == 0


def test_settings_are_the_options() -> None:
    """What may be set in a file is the long name of an option of some command, and the reverse, but for a few."""
    import typer.main

    names = set()
    group = typer.main.get_command(build(list(COMMANDS)))
    for command in group.commands.values():  # type: ignore[attr-defined]
        names |= {
            option.removeprefix("--") for each in command.params for option in each.opts if option.startswith("--")
        }
    apart = {
        "accepts",
        "blocs",
        "refuses",
        "by",
        "columns",
        "from",
        "output",
        "report",
        "force",
        "help",
        "staged",
        "new",
        "example",
        "slug",
        "sample",
        "seed",
        "reason",
        "owner",
        "expires",
        "serve",
        "watch",
        "suppose",
        "statement",
        "key",
        "local",
        "retrieved",
        "url",
    }
    assert set(options.KEPT) | apart == names | {"help"}


def test_a_setting_acts_on_its_option() -> None:
    """Each command takes an option of this name by the parameter to which its setting goes."""
    import typer.main

    group = typer.main.get_command(build(list(COMMANDS)))
    for command in group.commands.values():  # type: ignore[attr-defined]
        for each in command.params:
            long = next((option.removeprefix("--") for option in each.opts if option.startswith("--")), None)
            if long in options.KEPT:
                assert each.name == settings.parameter(long), (command.name, long)


def test_a_setting_has_the_type_of_its_option() -> None:
    """A flag is set by true or false, and by nothing else."""
    import typer.main

    group = typer.main.get_command(build(list(COMMANDS)))
    for command in group.commands.values():  # type: ignore[attr-defined]
        for each in command.params:
            long = next((option.removeprefix("--") for option in each.opts if option.startswith("--")), None)
            if long in options.KEPT:
                assert (options.KEPT[long].type is bool) == each.is_flag, long


def test_every_option_may_come_from_the_environment() -> None:
    """Every flag is also read from POSDIFF_…, under its own name."""
    import typer.main

    group = typer.main.get_command(build(list(COMMANDS)))
    for command in group.commands.values():  # type: ignore[attr-defined]
        for each in command.params:
            long = next((option for option in each.opts if option.startswith("--")), None)
            if long and long != "--help":
                assert each.envvar == "POSDIFF_" + long.removeprefix("--").replace("-", "_").upper()


def test_colour(folder: Path) -> None:
    """Piped output is plain; FORCE_COLOR and --color always colour it, NO_COLOR does not let it be."""
    plain = posdiff("compare", "nl", "south", cwd=folder)
    assert "\x1b" not in plain.out
    for arguments, env, coloured in [
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
    ]:
        run = posdiff("compare", "nl", "south", *arguments, cwd=folder, environment=env)
        assert ("\x1b[" in run.out) == coloured, (arguments, env)


def test_width(folder: Path) -> None:
    """--width wraps, with nothing lost; without it piped output does not wrap."""
    wide = posdiff("compare", "nl", "south", "--at", "2026-01-01", "--full", cwd=folder).out
    narrow = posdiff("compare", "nl", "south", "--at", "2026-01-01", "--full", "--width", "40", cwd=folder).out
    assert max(len(line) for line in narrow.splitlines()) <= 40 < max(len(line) for line in wide.splitlines())
    assert "".join(narrow.split()) == "".join(wide.split())


def test_a_caret_stands_under_its_place_at_any_width(folder: Path) -> None:
    """A line of a file is cut and not wrapped: else the caret would stand under another one."""
    long = "so " * 20
    write(folder, {"south/2024-08-01.yaml": f"date: 2024-08-01\nterms: {{language: {{note: {long}, sayz: x}}}}\n",
                   "south/2024-08-02.yaml": f"date: 2024-08-02\nterms: {{languag: {{says: {long}}}}}\n"})  # fmt: skip
    for width in (40, 60, 200):
        rows = called("validate", "--width", str(width), cwd=folder).out.splitlines()
        for key in ("sayz", "languag:"):
            source = next(row for row in rows if row.startswith("    2 | ") and key in row)
            caret = rows[rows.index(source) + 1]
            assert (caret.strip(), source[caret.index("^") :].startswith(key)) == ("^", True)
            assert len(source) <= width


def test_a_stream_that_takes_no_unicode(folder: Path) -> None:
    """Where the terminal takes ASCII only, marks are ASCII, and letters are written as escapes: nothing is lost."""
    write(folder, {"northwest/2024-01-01.yaml": "date: 2024-01-01\nterms: {language: Українська}\n"})
    run = posdiff("compare", "northwest", "south", cwd=folder, environment={"PYTHONIOENCODING": "ascii"})
    assert run.code == 0
    assert run.out.isascii()
    assert "\\u0423\\u043a" in run.out


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("format", ["markdown", "html", "csv", "json"])
def test_what_is_sent_on_is_utf_8(folder: Path, format: str, encoding: str) -> None:
    """Whatever the terminal's encoding: a page that says it is UTF-8 is UTF-8."""
    write(folder, {"northwest/2024-01-01.yaml": "date: 2024-01-01\nterms: {language: Українська}\n"})
    done = subprocess.run(
        [sys.executable, "-m", "posdiff", "compare", "northwest", "south", "-f", format], cwd=folder,
        capture_output=True, timeout=60, check=True, env={**os.environ, "PYTHONIOENCODING": encoding},
    )  # fmt: skip
    text = done.stdout.decode("utf-8")
    assert "Українська" in (json.dumps(json.loads(text), ensure_ascii=False) if format == "json" else text)


def test_reader_that_goes_away(folder: Path) -> None:
    """When the reader of a pipe goes away the run ends with 141, and says nothing."""
    script = f'"{sys.executable}" -m posdiff history --color always --width 40; echo "code $?" >&2'
    done = subprocess.run(
        ["bash", "-c", f"( {script} ) | true"], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )
    assert "Traceback" not in done.stderr
    assert done.stderr.strip() in ("code 141", "code 0")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("compare", "nl", "south"), 3),
        (("compare", "nobody", "south"), 3),
        (("compare", "nl", "south", "--only", "nothing"), 2),
        (("parties", "--nope"), 2),
    ],
)
def test_a_stderr_that_takes_nothing_changes_no_exit_code(folder: Path, arguments: tuple[str, ...], code: int) -> None:
    write(folder, {"south/2024-08-01.yaml": "date: 2024-08-01\nterms: {border: hre}\n"})
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "posdiff", *arguments], cwd=folder, stdout=subprocess.DEVNULL, stderr=full,
            timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode == code


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk(folder: Path) -> None:
    """A full disk is told in one line."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "posdiff", "parties"], cwd=folder, stdout=full, stderr=subprocess.PIPE, text=True,
            timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith("posdiff: error: stdout cannot be written")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "position", "expected"),
    [
        ("posdiff compare no", 2, {"northland", "northwest"}),
        ("posdiff compare northland ", 3, {"northland", "northwest", "south", "nl"}),
        ("posdiff compare al", 2, {"all"}),
        ("posdiff show northland bor", 3, {"border", "border-posts"}),
        ("posdiff compare --issue lan", 3, {"language"}),
        ("posdiff com", 1, {"compare"}),
    ],
)
def test_completion(folder: Path, words: str, position: int, expected: set[str]) -> None:
    """The shell completes commands, parties and issues."""
    env = {"_POSDIFF_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(position)}
    run = posdiff(cwd=folder, environment=env)
    assert set(run.out.split()) == expected


def test_completion_of_blocs(tmp_path: Path) -> None:
    """Behind an @ stand those whose members are named."""
    write(tmp_path, {"agenda.yaml": "parties: {north: {members: [norway]}, norway: {}, nordic: {size: 5}}\n"})
    env = {"_POSDIFF_COMPLETE": "complete_bash", "COMP_WORDS": "posdiff matrix @no", "COMP_CWORD": "2"}
    assert posdiff(cwd=tmp_path, environment=env).out.split() == ["@north"]


def test_completion_is_silent_about_a_broken_dossier(tmp_path: Path) -> None:
    """Completion says nothing, whatever is wrong."""
    write(tmp_path, {"agenda.yaml": "parties: [\n"})
    env = {"_POSDIFF_COMPLETE": "complete_bash", "COMP_WORDS": "posdiff compare no", "COMP_CWORD": "2"}
    run = posdiff(cwd=tmp_path, environment=env)
    assert (run.out.strip(), run.err) == ("", "")


def test_version_and_help(tmp_path: Path) -> None:
    """--version names the version; --help shows examples, for the whole and for each command."""
    assert called("--version", cwd=tmp_path).out == "posdiff 0.1.0\n"
    assert "posdiff compare russia ukraine" in called("--help", cwd=tmp_path).out
    listed = " ".join(called("--help", cwd=tmp_path).out.partition("Commands:")[2].split())
    assert "..." not in listed  # each command's first paragraph, whole
    assert "issue by issue. changes Show what changed in the positions of parties between two days. show" in listed
    for name in COMMANDS:
        run = called(name, "--help", cwd=tmp_path)
        assert (run.code, f"posdiff {name}" in run.out, "Examples:" in run.out) == (0, True, True), name
        words = " ".join(run.out.split())
        for option in ("--only", "--fail-on"):  # what they take is there to be read
            assert f"{option} takes: " in words or f" {option} WORD " not in words, name


def test_broken_file_is_left_out_and_told(folder: Path) -> None:
    """What can be read is compared; what cannot is told on stderr, and the run ends with 3."""
    write(folder, {"south/2024-08-01.yaml": "date: 2024-08-01\nterms: {border: hre}\n"})
    run = called("compare", "nl", "south", "-f", "json", cwd=folder)
    assert run.code == 3
    assert json.loads(run.out)["issues"][0]["relation"] == "contradiction"
    assert run.err == (
        "posdiff: error [unknown-option] positions/south/2024-08-01.yaml:2:17 no option `hre` in this issue\n"
        "hint: did you mean here or there?\n"
        "posdiff: one error in the position files; the answer leaves out what they concern\n"
        "hint: posdiff validate lists them\n"
    )


def test_environment_is_clean() -> None:
    """The tests do not depend on the settings of the machine they run on."""
    assert not [name for name in os.environ if name.startswith("POSDIFF_") and name != "POSDIFF_DEBUG"]
