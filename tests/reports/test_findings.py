"""The writers of findings: each within its schema and its sink's limits, text as text."""

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
from reading_findings import READERS, command_lines, results


def judged(
    findings: Sequence[Finding], threshold: Threshold = "error", texts: dict[str, str] | None = None, home: str = "p/"
) -> Check:
    """The answer of ``check`` that these findings are."""
    found = in_order(findings)
    status = validation.status(found, threshold)
    verdict = Verdict(status, found, (), validation.counts(found), texts or {})
    return Check(
        agenda=assemble([], []).agenda, basis=Basis(home), verdict=verdict, threshold=threshold, read=("agenda.yaml",),
        home=home, effect=None, quotes=None, required=False,
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
    spread = [f._replace(location=f.location._replace(file=f"{f.location.line % 500}.yaml")) for f in many(5_010)]
    out = sarif.text(judged([*spread, *many(1, "error")]))
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
    found = [
        Finding(Location(f"a{line % 60}.yaml", line, 1), "bad-url", character * 300, "warning")
        for line in range(1, 1_200)
    ]
    out = comment(judged(found))
    assert len(out.encode("utf-16-le")) // 2 < 65_536
    assert len(out.encode("utf-8")) < 1 << 20
    rows = out.count("\n| p/a")
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
