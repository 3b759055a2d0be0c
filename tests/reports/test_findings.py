"""Findings in every format: the same verdict in each, each within its schema and its sink's limits, text as text."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posdiff.answers.answer import Basis
from posdiff.answers.opening import Surroundings
from posdiff.answers.positions import open_positions
from posdiff.answers.validate import Check
from posdiff.dossier.reading.load import assemble
from posdiff.findings.finding import Finding, in_order
from posdiff.findings.location import Location
from posdiff.findings.rules import Severity
from posdiff.reports import github, gitlab, junit, sarif
from posdiff.reports.compose import check
from posdiff.reports.compose import report as reports
from posdiff.reports.document import Document
from posdiff.reports.escaping import visible
from posdiff.reports.writers import markdown
from posdiff.review import pages, validation
from posdiff.review.gate import Verdict
from posdiff.review.validation import Threshold
from reading_findings import CODES, READERS, Told, results
from running import Run, called, posdiff
from writing import write

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}}
    issues:
      status: {title: Status, kind: choice, options: {part: Part, free: Free}}
"""
CLEAN = "date: 2024-01-01\nterms: {status: {accepts: part, quote: in parts, source: a}}\n"
CLEAN += "sources: {a: {title: A, publisher: A, url: https://example.org/}}\n"
SOUTH = CLEAN.replace("part,", "free,")
WARNED = CLEAN.replace("2024-01-01", "2024-02-01").replace("terms:", "withdraws: [status]\nterms:").replace(
    "terms: {status: {accepts: part, quote: in parts, source: a}}\n", ""
)  # fmt: skip
FILES = {"agenda.yaml": AGENDA, "north/2024-01-01.yaml": CLEAN, "south/2024-01-01.yaml": SOUTH}
#: A dossier, --fail-on, and what every format has to say of it.
VERDICTS: dict[str, tuple[dict[str, str], str, Told]] = {
    "nothing": ({}, "error", Told("ok", {"error": 0, "warning": 0, "info": 0})),
    "nothing, however strict": ({}, "info", Told("ok", {"error": 0, "warning": 0, "info": 0})),
    "a warning that passes": (
        {"north/2023-01-01.yaml": WARNED.replace("2024-02", "2023-01")}, "error",
        Told("ok", {"error": 0, "warning": 1, "info": 0}),
    ),
    "a warning that fails": (
        {"north/2023-01-01.yaml": WARNED.replace("2024-02", "2023-01")}, "warning",
        Told("findings", {"error": 0, "warning": 1, "info": 0}),
    ),
    "an error": (
        {"south/2024-01-01.yaml": SOUTH.replace("free", "fre")}, "error",
        Told("error", {"error": 1, "warning": 0, "info": 0}),
    ),
    "an error and a warning": (
        {"south/2024-01-01.yaml": SOUTH.replace("free", "fre"),
         "north/2023-01-01.yaml": WARNED.replace("2024-02", "2023-01")}, "warning",
        Told("error", {"error": 1, "warning": 1, "info": 0}),
    ),
    "an error that nobody asks about": (
        {"south/2024-01-01.yaml": SOUTH.replace("free", "fre")}, "never",
        Told("ok", {"error": 1, "warning": 0, "info": 0}),
    ),
}  # fmt: skip


@pytest.mark.parametrize("format", READERS)
@pytest.mark.parametrize("case", VERDICTS)
@pytest.mark.parametrize("command", ["validate", "check"])
def test_exit_code_and_status_agree_in_every_format(tmp_path: Path, command: str, case: str, format: str) -> None:
    files, fail_on, expected = VERDICTS[case]
    write(tmp_path, {**FILES, **files})
    run = called(command, "--fail-on", fail_on, "--format", format, cwd=tmp_path)
    told = READERS[format](run.out)
    assert dict(told.counts) == expected.counts
    assert told.status in (expected.status, None)
    assert expected.status is not None
    assert (run.code, run.err) == (CODES[expected.status], "")


#: What goes wrong, the arguments that make it so, and the exit code.
CRASHES: dict[str, tuple[tuple[str, ...], int]] = {
    "no such option": (("--fail-no", "error"), 2),
    "no such level": (("--fail-on", "fatal"), 2),
    "no folder": (("--positions", "nowhere"), 3),
    "a bug": ((), 4),
}


@pytest.mark.parametrize("format", READERS)
@pytest.mark.parametrize("case", CRASHES)
@pytest.mark.parametrize("command", ["validate", "check"])
def test_a_crash_never_looks_like_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, case: str, format: str
) -> None:
    """No format writes anything, to stdout or to a file: what a machine would read as a verdict is not there."""
    write(tmp_path, FILES)
    arguments, code = CRASHES[case]
    if code == 4:
        monkeypatch.setattr(validation, "validate", _broken)
        monkeypatch.setattr("posdiff.answers.validate.findings_of", _broken)
    run = called(command, *arguments, "--format", format, "--report", "sarif=out.sarif", cwd=tmp_path)
    assert (run.code, run.out) == (code, "")
    assert not re.search(r"(error|warning|info) \[", run.err)
    assert not (tmp_path / "out.sarif").exists()


def _broken(*_: object) -> object:
    raise IndexError("a bug")


def test_a_format_that_fails_halfway_is_no_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, FILES)
    monkeypatch.setattr(sarif, "text", _broken)
    run = called("validate", "--format", "sarif", cwd=tmp_path)
    assert (run.code, run.out, run.err.startswith("posdiff: bug: IndexError")) == (4, "", True)


def test_all_formats_of_one_run_are_the_same_as_each_alone(tmp_path: Path) -> None:
    write(tmp_path, {**FILES, **VERDICTS["an error and a warning"][0]})
    reports = [part for format in READERS for part in ("--report", f"{format}=out.{format}")]
    whole = posdiff("validate", *reports, cwd=tmp_path)
    assert whole.code == 3
    for format in READERS:
        alone = posdiff("validate", "--format", format, cwd=tmp_path)
        assert (tmp_path / f"out.{format}").read_text(encoding="utf-8") == alone.out
        assert alone.code == 3
    # They are posdiff's own, and may be written again.
    assert posdiff("validate", *reports, cwd=tmp_path).code == 3


def test_a_report_to_stdout_takes_the_place_of_the_text(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    run = called("validate", "--report", "sarif=out.sarif", "--report", "github=-", cwd=tmp_path)
    assert run == Run(0, "posdiff validate: 3 files read, nothing to report; status ok\n", "")
    refused = called("validate", "--format", "json", "--report", "github=-", cwd=tmp_path)
    assert (refused.code, refused.out) == (2, "")
    assert "would both go to stdout" in refused.err
    twice = called("validate", "--report", "json=-", "--report", "github=-", cwd=tmp_path)
    assert (twice.code, "stdout is named twice" in twice.err) == (2, True)


def test_no_file_of_an_annotation_holds_a_command(tmp_path: Path) -> None:
    """Some runners act on ``##[`` wherever in a line it stands, and the name of a file is a stranger's."""
    write(tmp_path, {**FILES, "south/##[error]x.yaml": "date: 2024-01-01\n"})
    out = called("validate", "--format", "github", cwd=tmp_path).out
    assert "file=positions/south/#<U+0023>[error]x.yaml," in out
    assert "##[" not in out


@pytest.mark.parametrize("where", [".", "positions", "positions/north", ".."])
def test_paths_are_those_of_the_repository_wherever_the_command_runs(tmp_path: Path, where: str) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path / "data", {**FILES, "south/2024-01-01 ü,:%.yaml": "date: 2024-01-01\n"})
    arguments = ("validate", "--positions", str(tmp_path / "data" / "positions"))
    for format, name in {
        "github": "file=data/positions/south/2024-01-01 ü%2C%3A%25.yaml,",
        "gitlab": '"path": "data/positions/south/2024-01-01 \\u00fc,:%.yaml"',
        "sarif": '"uri": "data/positions/south/2024-01-01%20%C3%BC%2C%3A%25.yaml"',
        "junit": 'classname="data/positions/south/2024-01-01 ü,:%.yaml"',
    }.items():
        assert name in called(*arguments, "--format", format, cwd=tmp_path / "data" / where).out, format


def test_without_a_repository_paths_are_those_from_here(tmp_path: Path) -> None:
    write(tmp_path, {**FILES, "south/x.yaml": "date: 2024-01-01\n"})
    assert "file=positions/south/x.yaml," in called("validate", "--format", "github", cwd=tmp_path).out


# --- the writers alone -----------------------------------------------------------------------------------------------


def judged(
    findings: Sequence[Finding], threshold: Threshold = "error", texts: dict[str, str] | None = None, home: str = "p/"
) -> Check:
    """The answer of ``check`` that these findings are."""
    found = in_order(findings)
    status = validation.status(found, threshold)
    verdict = Verdict(status, found, (), validation.counts(found), texts or {})
    return Check(
        agenda=assemble([], []).agenda, basis=Basis(home), verdict=verdict, threshold=threshold, read=("agenda.yaml",),
        home=home, effect=None,
    )  # fmt: skip


def comment(answer: Check) -> str:
    """Markdown as it goes into a comment on GitHub."""
    return markdown.write(check.document(answer), markdown.MarkdownOptions(markdown.COMMENT))


def many(number: int, severity: Severity = "warning") -> list[Finding]:
    return [Finding(Location("north/2024-01-01.yaml", line, 1), "bad-url", "words " * 9, severity) for line in range(1, number + 1)]  # fmt: skip  # noqa: E501


@pytest.mark.parametrize(("number", "shown", "last"), [(10, 10, "words"), (11, 10, "and 2 more"), (5_000, 10, "4,991")])
def test_github_shows_ten_annotations_the_worst_first(number: int, shown: int, last: str) -> None:
    worst = Finding(Location("z.yaml", 9, 9), "bad-id", "this first", "error")
    lines = github.text(judged([*many(number - 1), worst])).splitlines()
    assert len(lines) == 1 + shown
    assert lines[1].startswith("::error file=p/z.yaml,line=9,")
    assert last in lines[-1]


def test_gitlab_never_sees_a_fingerprint_twice() -> None:
    """Not even of findings that nothing tells apart."""
    alike = [Finding(Location("a.yaml", 1, column), "bad-url", "words", "warning") for column in range(1, 20)]
    READERS["gitlab"](gitlab.text(judged(alike)))


def test_sarif_holds_at_most_5000_results_and_says_how_many_it_leaves_out() -> None:
    out = sarif.text(judged([*many(5_010), *many(1, "error")]))
    READERS["sarif"](out)
    assert len(results(out)) == 5_000
    assert results(out)[0]["level"] == "error"
    assert json.loads(out)["runs"][0]["properties"]["notShown"] == 11
    assert len(out) < 10_000_000


def test_sarif_names_results_by_fingerprint_and_counts_columns_in_utf_16() -> None:
    texts = {"a.yaml": "date: 2024-01-01\n🕊️: {🕊️x: y}  \n"}
    found = [Finding(Location("a.yaml", 2, 8), "bad-url", "m", "error", related=(Location("a.yaml", 1, 7),))]
    (result,) = results(sarif.text(judged(found, texts=texts)))
    (name,) = judged(found, texts=texts).verdict.fingerprints
    assert result["partialFingerprints"] == {"primaryLocationLineHash": name, "posdiff/v1": name}
    region = result["locations"][0]["physicalLocation"]["region"]
    line = texts["a.yaml"].split("\n")[1]
    start = len(line[:7].encode("utf-16-le")) // 2 + 1
    assert region == {"startLine": 2, "startColumn": start, "endLine": 2, "endColumn": start + 5}
    assert line[7:] == "x: y}  "
    (other,) = result["relatedLocations"]
    assert other["physicalLocation"]["region"]["startColumn"] == 7


def test_sarif_writes_plain_words_where_a_message_could_hold_placeholders_and_links() -> None:
    out = sarif.text(judged([Finding(Location("a.yaml", 1, 1), "bad-url", r"a {0} [x](http://e.org) \[", "error", "do {it}")]))  # fmt: skip  # noqa: E501
    assert results(out)[0]["message"]["text"] == r"a {{0}} \[x\](http://e.org) \\\[. Do {{it}}"
    (rule,) = json.loads(out)["runs"][0]["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == pages.title("bad-url")
    assert rule["help"]["markdown"] == pages.page("bad-url")


@pytest.mark.parametrize("format", ["github", "gitlab", "sarif", "junit", "markdown"])
def test_a_finding_about_a_file_that_is_gone_points_to_where_it_was(format: str) -> None:
    """The file is in no working tree any more; its text of then gives the column."""
    gone = Finding(Location("north/2023-01-01.yaml", 2, 3), "bad-url", "a past statement was removed", "error")
    answer = judged([gone], texts={"north/2023-01-01.yaml": "date: 2023-01-01\nx🕊️: y\n"})
    out = {
        "github": lambda: github.text(answer),
        "gitlab": lambda: gitlab.text(answer),
        "sarif": lambda: sarif.text(answer),
        "junit": lambda: junit.text(answer),
        "markdown": lambda: comment(answer),
    }[format]()
    READERS[format](out)
    assert "p/north/2023-01-01.yaml" in out.replace("\\", "")
    assert {"github": "col=4", "sarif": '"startColumn": 4'}.get(format, "") in out


@pytest.mark.parametrize("character", ["a", "я", "語", "🕊", "<", "*", "\x00"])
def test_markdown_fits_into_a_comment_and_says_what_it_leaves_out(character: str) -> None:
    found = [Finding(Location("a.yaml", line, 1), "bad-url", character * 300, "warning") for line in range(1, 1_200)]
    out = comment(judged(found))
    assert len(out.encode("utf-16-le")) // 2 < 65_536
    assert len(out.encode("utf-8")) < 1 << 20
    rows = out.count("\n| p/a.yaml:")
    assert rows > 5
    left = re.search(r"\n## Not shown\n\n([\d,]+) more entries do not fit here", out)
    assert left is not None
    assert rows + int(left[1].replace(",", "")) == len(found)
    # One more row would not have fitted.
    assert len(out.encode("utf-16-le")) // 2 + 2 * len(visible(character)) * 300 * 6 > 65_536


def test_markdown_that_fits_is_left_as_it_is() -> None:
    document = check.document(judged(many(20)))
    assert comment(judged(many(20))) == markdown.write(document)
    assert "Not shown" not in markdown.write(document)


def test_one_entry_that_is_too_long_is_left_out_and_told() -> None:
    out = comment(judged([Finding(Location("a.yaml", 1, 1), "bad-url", "x" * 70_000, "error")]))
    assert len(out) < 1_000
    assert "1 more entries do not fit" in out


@pytest.fixture(scope="module")
def report() -> Document:
    """A document with tables, rings, quotes and footnotes: the report on the wage round."""
    wages = Path(__file__).parents[2] / "examples" / "wages"
    dossier = open_positions(Surroundings(wages, {}, date(2026, 6, 10)), wages / "positions")
    return reports.document(dossier.report("union", "employer", at="2026-05-12", since="2026-03-05"))


@pytest.mark.parametrize("most", [1_500, 3_000, 8_000, 20_000, 1_000_000])
def test_a_report_that_is_cut_keeps_the_sources_that_are_left_and_no_other(report: Document, most: int) -> None:
    whole, out = markdown.write(report), markdown.write(report, markdown.MarkdownOptions(most))
    assert len(out) <= most
    assert (out == whole) == (len(whole) <= most)
    assert out == whole or "more entries do not fit here" in out
    assert set(re.findall(r"\[\^(\d+)\](?!:)", out)) == set(re.findall(r"(?m)^\[\^(\d+)\]:", out))


def command_lines(text: str) -> list[str]:
    """The lines that the runner takes for commands (ActionCommand.cs): after blanks ``::``, or ``##[`` anywhere."""
    return [line for line in re.split(r"\r\n|\r|\n", text) if line.lstrip().startswith("::") or "##[" in line]


HOSTILE = st.text(
    st.sampled_from(list("::##[]{}%,\\\r\n \t\x00\x0b\x1b\u2028\u202e\ud800\ufffe🕊<>&\"'|`*_@a0")), max_size=40
)


@settings(deadline=None)
@given(HOSTILE, HOSTILE, HOSTILE)
def test_whatever_a_finding_says_every_format_stays_what_it_is(message: str, hint: str, name: str) -> None:
    file = f"north/{visible(name).replace('/', '')}.yaml"
    message = f"m{message}"
    found = [Finding(Location(file, 1, 1), "bad-url", message, "error", hint or None)]
    answer = judged(found)
    made = {
        "github": github.text(answer),
        "gitlab": gitlab.text(answer),
        "sarif": sarif.text(answer),
        "junit": junit.text(answer),
        "markdown": comment(answer),
    }
    for format, out in made.items():
        assert READERS[format](out).counts["error"] == 1
        assert format == "github" or not command_lines(out)
    (annotation,) = command_lines(made["github"])
    assert annotation.startswith("::error file=")
    properties, _, data = annotation.removeprefix("::error ").partition("::")
    given_file = dict(part.split("=", 1) for part in properties.split(","))["file"]
    assert unquote(given_file) == f"p/{file}"
    assert unquote(data) == visible(message) + (f"\n{visible(hint)}" if hint else "")
    (place,) = results(made["sarif"])[0]["locations"]
    assert unquote(place["physicalLocation"]["artifactLocation"]["uri"]) == f"p/{file}"
    case = next(ET.fromstring(made["junit"].encode()).iter("testcase"))
    assert case.get("classname") == f"p/{file}"


#: Names and words that begin as commands do, in an agenda and a statement.
COMMANDED = {
    "agenda.yaml": """
        posdiff: 1
        title: "::error::title"
        parties: {north: {name: "::warning::North ##[add-mask]e"}, south: {name: "##[error]South"}}
        issues:
          status: {title: "::notice::S", kind: choice, options: {part: "##[group]P", free: "::stop-commands::x"}}
          words: {title: "  ::debug::Words", kind: text}
        """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        title: "::add-mask::e"
        sources: {a: {title: "::error::A", publisher: "##[error]P", url: "https://example.org/##[x]"}}
        terms:
          status: {accepts: part, quote: "one\\n::set-output name=x::y\\n##[save-state name=a]b", source: a}
          words: {says: "::error::said", source: a}
          "##[error]": part
        """,
    "south/2024-01-01.yaml": "date: 2024-01-01\nterms: {status: free}\n",
}


def test_no_usage_message_holds_a_command(tmp_path: Path) -> None:
    for arguments in (("check", "##[add-mask]e"), ("##[add-mask]e",), ("validate", "--##[x]"), ("check", "--at=##[x]")):
        run = called(*arguments, cwd=tmp_path)
        assert (run.code, run.out, command_lines(run.err)) == (2, "", [])
        assert "holds what a CI runner takes for a command" in run.err


@pytest.mark.parametrize(
    "arguments",
    [("compare", "north", "south", "--quotes", "--sources"), ("show", "north"), ("history",), ("parties",), ("issues",),
     ("report", "north", "south"), ("matrix",), ("changes", "--since", "2023-01-01"), ("validate",), ("check",)],
    ids=lambda arguments: arguments[0],
)  # fmt: skip
@pytest.mark.parametrize("format", ["text", "json", "markdown", "html", "csv"])
def test_no_answer_and_no_message_holds_a_command(tmp_path: Path, arguments: tuple[str, ...], format: str) -> None:
    write(tmp_path, COMMANDED)
    run = called(*arguments, "--format", format, cwd=tmp_path)
    if run.code == 2:
        assert f"'{format}' is not one of" in run.err
        return
    assert run.code == 3
    assert command_lines(run.out) == []
    assert command_lines(run.err) == []
