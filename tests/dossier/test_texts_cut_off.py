"""Texts that end at a number sign which YAML takes for a comment: where that is a finding, and where it is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from telling import AGENDA, FILE, clean, told, with_agenda, with_terms

from writing import dossier


def test_a_quote_that_is_cut_off_is_an_error_and_is_left_out(tmp_path: Path) -> None:
    read = with_terms(
        tmp_path,
        """
        status:
          accepts: free
          quote: We will not
            accept less #COP29 and that is final
        corridor: {accepts: no}
        """,
    )
    assert [(issue, term.quotes) for issue, term in read.statements[0].terms.items()] == [
        ("status", ()), ("corridor", ()),
    ]  # fmt: skip
    assert told(read.findings) == clean(
        """
        error [text-cut-off] north/2024-06-14.yaml:6:19
          in YAML a # behind a blank begins a comment: the words `#COP29 and that is final` are cut off
          hint: put the text in quotes: "We will not accept less #COP29 and that is final"
        """
    )


def test_in_a_quote_every_comment_is_an_error(tmp_path: Path) -> None:
    read = with_terms(tmp_path, "status:\n  accepts: free\n  quote: We will  # the day before")
    assert told(read.findings) == clean(
        """
        error [text-cut-off] north/2024-06-14.yaml:5:21
          in YAML a # behind a blank begins a comment: the words `# the day before` are cut off
          hint: put the comment on a line of its own; if it is part of the quote, put the text in quotes: "We will  # the day before"
        """  # noqa: E501
    )


@pytest.mark.parametrize(
    ("statement", "place"),
    [
        ("title: A #COP29 speech", "2:10"),
        ("title: Speech # 5 of the year", "2:15"),
        ("speaker: A spokesman #COP29", "2:22"),
        ("note: this is offer # 3 of four", "2:21"),
        ("note: Said at #COP29", "2:15"),
        ("corrects: A slip #12", "2:18"),
        ("corrects:\n  status: A slip #12", "3:18"),
        ("sources:\n  paper:\n    title: On #COP29", "4:15"),
        ("sources:\n  paper:\n    publisher: News #1", "4:21"),
        ("sources:\n  paper:\n    note: Seen #1", "4:16"),
        ("terms:\n  language: As in #COP29", "3:19"),
        ("terms:\n  language:\n    says: As in #COP29", "4:17"),
        ("terms:\n  language:\n    alternatives:\n      - As in #COP29", "5:15"),
        ("terms:\n  status:\n    accepts: free\n    note: As in #COP29", "5:17"),
    ],
)
def test_in_other_texts_what_looks_like_text_is_a_warning(tmp_path: Path, statement: str, place: str) -> None:
    findings = with_agenda(tmp_path, {FILE: f"date: 2024-06-14\n{statement}\n"}).findings
    cut = [f for f in findings if f.rule == "text-cut-off"]
    assert [(f.severity, f"{f.location.line}:{f.location.column}") for f in cut] == [("warning", place)]


@pytest.mark.parametrize(
    "statement",
    [
        "title: A speech  # seen",
        "title: A speech  #seen",
        "title: A speech#COP29",
        'title: "A #COP29 speech"  #seen',
        "title: 'A speech' #seen",
        "title: >\n  A #COP29 speech",
        "date: 2024-06-14 #day",
        "standing: stated #so",
        "sources:\n  paper: {title: A} #first",
        "sources:\n  paper:\n    url: https://example.org/#a #first",
        "sources:\n  paper:\n    date: 2024-06-14 #first",
        "terms:\n  status: free #first",
        "terms:\n  status:\n    accepts: free #first",
        "terms:\n  ceiling:\n    max: 3 #first",
        'terms:\n  status:\n    accepts: free\n    quote: "We will #COP29"  # ours',
        "terms:\n  status:\n    accepts: free\n    # ours\n    quote: We will#COP29",
    ],
)
def test_what_is_whole_is_no_finding(tmp_path: Path, statement: str) -> None:
    head = "" if statement.startswith("date:") else "date: 2024-06-14\n"
    findings = with_agenda(tmp_path, {FILE: f"{head}{statement}\n"}).findings
    assert "text-cut-off" not in [finding.rule for finding in findings]


def test_texts_of_the_agenda_and_of_drafts_are_looked_at(tmp_path: Path) -> None:
    agenda = clean(AGENDA).replace("title: A war", "title: A war #1")
    agenda = agenda.replace("topics: {land: Land}", "topics:\n  land: Land #2")
    agenda = agenda.replace("  guests: {name: Guests}", "  guests:\n    name: Guests #3\n    aliases:\n    - Others #4")
    agenda = agenda.replace(
        "  language: {title: Language, kind: text}",
        "  language:\n    title: Language #5\n    kind: text #no\n    topic: land #no\n    question: Which #6",
    )
    draft = "date: 2024-06-14\nby:\n  - A mediator #7\noutcomes:\n  language: As agreed #8\n"
    read = dossier(tmp_path, {"agenda.yaml": agenda, "drafts/2024-06-14-plan.yaml": draft})
    assert {finding.rule for finding in read.findings} == {"text-cut-off"}
    assert sorted(finding.message.split("`")[1] for finding in read.findings) == [f"#{n}" for n in range(1, 9)]


@pytest.mark.parametrize(
    ("quote", "rule", "text"),
    [
        ("We will, and so on: agree", "unknown-key", "We will, and so on: agree"),
        ("We will, of course, agree", "null-value", "We will, of course, agree"),
        ("[We] will never", "yaml-syntax", "[We] will never"),
    ],
)
def test_the_hint_shows_the_text_in_quotes(tmp_path: Path, quote: str, rule: str, text: str) -> None:
    findings = with_terms(tmp_path, f"status: {{accepts: free, quote: {quote}}}").findings
    assert {(finding.rule, finding.hint) for finding in findings if finding.severity == "error"} == {
        (rule, f'put the text in quotes: "{text}"')
    }
