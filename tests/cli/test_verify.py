"""``verify``: quotes against the pages of their sources, what is told of them, and the gate."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

import posdiff
from reading_schemas import wrong
from repositories import Repository
from running import called
from writing import write

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}}
    issues:
      port: {title: The port, kind: choice, options: {no: No, yes: Yes}}
      bay: {title: The bay, kind: choice, options: {no: No, yes: Yes}}
"""
PAGE = b"<html><head><title>We will share the port</title></head><p>We will not share the port.</p><p>The bay is ours."
PLAIN = b"The bay is wide. It is ours, and the bay is deep.\n"


def snapshot(data: bytes, file: str) -> str:
    return f"snapshot: {{file: {file}, sha256: {sha256(data).hexdigest()}}}"


def statement(quote: str, more: str = "", second: str = "") -> str:
    """North's statement: a term on the port, and ``more`` after it."""
    about = 'title: T, publisher: P, url: "https://a.example"'
    return "\n".join(
        (
            "date: 2024-06-14",
            "sources:",
            f"  paper: {{{about}, {snapshot(PAGE, 'paper.html')}}}",
            f"  post: {{{about}, {second or snapshot(PLAIN, 'post.txt')}}}",
            "terms:",
            f"  port: {{accepts: no, firmness: red-line, source: paper, quote: {quote}}}",
            more,
        )
    )


def folder(at: Path, files: Mapping[str, str], pages: Mapping[str, bytes]) -> Path:
    write(at, {"agenda.yaml": AGENDA, **files})
    for name, data in pages.items():
        page = at / "positions" / "sources" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_bytes(data)
    return at


PAGES = {"paper.html": PAGE, "post.txt": PLAIN}


def told(at: Path, *arguments: str) -> tuple[int, dict[str, Any]]:
    run = called(*arguments, "--format", "json", cwd=at)
    return run.code, json.loads(run.out)


def rules(answer: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(finding["severity"], finding["rule"]) for finding in answer["findings"]]


def test_what_verify_prints(tmp_path: Path) -> None:
    """A page in which a "not" stands that the quote lost; its title is no text of it."""
    at = folder(tmp_path, {"north/2024-06-14.yaml": statement("We will share the port")}, PAGES)
    run = called("verify", cwd=at)
    assert run.code == 1
    expected = """
        error [quote-absent] positions/north/2024-06-14.yaml:6:3 the quote on port does not stand in the page of `paper`: “We will share the port”; the page has, on line 1 of its text: “We will *not* share the port”
            6 |   port: {accepts: no, firmness: red-line, source: paper, quote: We will share the port}
                  ^
            hint: correct the quote, or name the source that has it

        QUOTES THAT ARE NOT VERIFIED (1)
          not in its source, red line
            “We will share the port”
            The port
            source    paper
            positions/north/2024-06-14.yaml:6

        1 error in 2 files
          1 quote: 1 not in its source
          1 quote of red lines is not verified.
    """  # noqa: E501
    assert run.out == dedent(expected).lstrip()


def test_a_dismissed_passage_that_is_too_short_is_told(tmp_path: Path) -> None:
    """By the rule, and by coverage in the same words."""
    passages = (
        "dismissed:\n  - {text: W, source: paper, reason: unclear}\n  - {text: We have, source: paper, reason: unclear}"
    )
    at = folder(tmp_path, {"north/2024-06-14.yaml": statement("We will not share the port", passages)}, PAGES)
    found = [finding.message for finding in posdiff.open(at / "positions").verify().verdict.findings]
    assert found == [
        "the dismissed passage is too short to tell where it stands in `paper`: “W”",
        "the dismissed passage does not stand in the page of `paper`: “We have”; the page has, on line 1 of its text: "
        "“We *will*”",
    ]
    told = called("coverage", cwd=at).out
    assert "Dismissed, and too short to tell where it stands:\n  “W” " in told
    assert "Dismissed, and not in the page:\n  “We have” " in told


def test_a_red_line_says_that_its_quote_is_not_verified_where_that_is_not_shown(tmp_path: Path) -> None:
    """Not so a position that is no red line, nor one whose quote is verified."""
    at = folder(tmp_path, {"north/2024-06-14.yaml": statement("We will share the port")}, PAGES)
    file = at / "positions/north/2024-06-14.yaml"

    def told() -> str:
        lines = called("compare", "north", "south", "--full", "--at", "2024-07-01", cwd=at).out.splitlines()
        return next(line.strip() for line in lines if "said 2024" in line)

    assert told() == "North       RED LINE  No  [said 2024-06-14, quote not in its source]"
    (at / "positions/sources/paper.html").unlink()
    assert told() == "North       RED LINE  No  [said 2024-06-14, quote not verified here]"
    file.write_text(file.read_text().replace(", firmness: red-line", ""))
    assert told() == "North       No  [said 2024-06-14]"


def test_the_nearest_words_have_columns_of_their_own(tmp_path: Path) -> None:
    at = folder(tmp_path, {"north/2024-06-14.yaml": statement("We will share the port")}, PAGES)
    (row,) = posdiff.open(at / "positions").verify().records()
    assert (row["near_text"], row["near_line"], "near" in row) == ("We will *not* share the port", 1, False)
    (at / "positions/sources/paper.html").unlink()
    (row,) = posdiff.open(at / "positions").verify().records()
    assert (row["result"], row["near_text"], row["near_line"]) == ("not-here", None, None)


def test_a_quote_with_several_sources_stands_in_the_page_of_each(tmp_path: Path) -> None:
    """One page has the words, another denies them: the gate ends with 1, and what the position rests on says so."""
    said = statement("We will share the port").replace("source: paper", "source: [post, paper]")
    said = said.replace(snapshot(PLAIN, "post.txt"), snapshot(b"We will share the port\n", "post.txt"))
    pages = {"paper.html": PAGE, "post.txt": b"We will share the port\n"}
    at = folder(tmp_path, {"north/2024-06-14.yaml": said}, pages)
    code, answer = told(at, "verify", "--require-verified")
    assert (code, rules(answer), answer["counts"]["absent"]) == (1, [("error", "quote-absent")], 1)
    assert answer["findings"][0]["message"] == (
        "the quote on port does not stand in the page of `paper`: “We will share the port”; the page has, on line 1 of "
        "its text: “We will *not* share the port”; the page of `post` has it"
    )
    assert "own quote · not in its source" in called("show", "north", cwd=at).out
    (at / "positions" / "north" / "2024-06-14.yaml").write_text(
        said.replace("quote: We will share the port", "quote: {text: We will share the port, source: post}"), "utf-8"
    )
    assert told(at, "verify", "--require-verified")[0] == 0


def test_every_quote_that_is_shown_is_looked_up(tmp_path: Path) -> None:
    """Those of an earlier statement that says the same, too."""
    first = statement("We will not share the port")
    again = first.replace("date: 2024-06-14", "date: 2024-06-20").replace("We will not share", "We will share")
    at = folder(tmp_path, {"north/2024-06-14.yaml": first, "north/2024-06-20.yaml": again}, PAGES)
    evidence = json.loads(called("show", "north", "--evidence", "-f", "json", cwd=at).out)["evidence"]
    assert [(each["text"], each["result"]) for each in evidence] == [
        ("We will not share the port", "verified"),
        ("We will share the port", "absent"),
    ]


def test_every_place_at_which_words_are_quoted(tmp_path: Path) -> None:
    more = """  bay:
    accepts: yes
    source: [paper, post]
    quote: [{text: It is … the bay, source: post}, The bay is]
    alternatives: [{accepts: no, source: post, quote: The bay is wide}]
reactions: {2024-06-01-plan: {reaction: rejects, source: post, quote: I}}
"""
    draft = f"""
        date: 2024-06-01
        by: [south]
        sources: {{post: {{{snapshot(PLAIN, "post.txt")}}}}}
        outcomes:
          port: {{accepts: yes, quote: The bay is very wide}}
          bay: {{options: [{{accepts: yes, text: It is ours}}, {{accepts: no, text: "[And it] is ours"}}]}}
    """
    said = statement("We will not share the port", more)
    files = {"north/2024-06-14.yaml": said, "drafts/2024-06-01-plan.yaml": draft}
    at = folder(tmp_path, files, PAGES)
    code, answer = told(at, "verify")
    assert [
        (each["statement"], each["issue"], each["part"], each["source"], each["result"]) for each in answer["quotes"]
    ] == [
        ("2024-06-14", "port", 1, "paper", "verified"),
        ("2024-06-14", "bay", 1, "post", "verified"),
        ("2024-06-14", "bay", 1, "paper", "verified"),
        ("2024-06-14", "bay", 1, "post", "verified"),
        ("2024-06-14", None, None, "post", "ambiguous"),
        ("2024-06-01-plan", "port", None, "post", "absent"),
        ("2024-06-01-plan", "bay", 1, "post", "verified"),
        ("2024-06-01-plan", "bay", 2, "post", "verified"),
    ]
    assert answer["counts"] == {"verified": 6, "absent": 1, "ambiguous": 1, "not-here": 0}
    assert (code, answer["status"], answer["schema"]) == (1, "findings", "posdiff/verify/1")
    assert rules(answer) == [("error", "quote-absent"), ("warning", "quote-ambiguous")]
    assert len(list(csv.reader(io.StringIO(called("verify", "-f", "csv", cwd=at).out)))) == 9
    assert not wrong("verify", answer)
    assert told(at, "verify", "positions/north")[1]["counts"]["absent"] == 0
    for format in ("markdown", "html", "github", "gitlab", "sarif", "junit"):
        run = called("verify", "--format", format, cwd=at)
        assert run.code == 1
        assert "quote-absent" in run.out


#: What stands at sources/post.txt in place of the page; the finding that `check` gives.
BAD = {
    "gone": (None, ("info", "source-not-kept")),
    "changed": (b"Another page", ("error", "source-changed-on-disk")),
    "empty": (b"", ("error", "source-unreadable")),
    "binary": (b"\x00\x01\x02", ("error", "source-unreadable")),
}


@pytest.mark.parametrize("name", BAD)
def test_a_page_that_cannot_be_looked_at(tmp_path: Path, name: str) -> None:
    """Its quotes are not verified here: neither verified nor wrong."""
    data, finding = BAD[name]
    kept = PLAIN if name in ("gone", "changed") else data or b""
    more = "  bay: {accepts: yes, source: post, quote: The bay is wide}\n"
    text = statement("We will not share the port", more, snapshot(kept, "post.txt"))
    pages = {"paper.html": PAGE} if data is None else {"paper.html": PAGE, "post.txt": data}
    at = folder(tmp_path, {"north/2024-06-14.yaml": text}, pages)
    _, answer = told(at, "verify")
    assert [each["result"] for each in answer["quotes"]] == ["verified", "not-here"]
    assert rules(answer) == [finding]
    code, checked = told(at, "check", "--at", "2024-07-01")
    assert (finding in rules(checked), code) == (True, int(finding[0] == "error"))
    code, checked = told(at, "check", "--at", "2024-07-01", "--require-verified")
    assert (("error", finding[1]) in rules(checked), code) == (True, 1)


def test_a_link_where_a_page_should_be(tmp_path: Path) -> None:
    at = folder(tmp_path, {"north/2024-06-14.yaml": statement("We will not share the port")}, {"post.txt": PLAIN})
    (tmp_path / "paper.html").write_bytes(PAGE)
    (at / "positions" / "sources" / "paper.html").symlink_to(tmp_path / "paper.html")
    code, answer = told(at, "check", "--at", "2024-07-01")
    assert (code, ("error", "source-unreadable") in rules(answer)) == (1, True)


def test_a_quote_that_is_like_all_of_its_page_is_told_apart(tmp_path: Path) -> None:
    page = b"a " * 12_000
    at = folder(tmp_path, {}, {"post.txt": page})
    quote = f"a b {'a ' * 600}… {'a ' * 700}"
    of_post = f"  bay: {{accepts: no, source: post, quote: {quote}}}"
    write(at, {"agenda.yaml": AGENDA, "north/2024-06-14.yaml": statement("x", of_post, snapshot(page, "post.txt"))})
    message = next(each["message"] for each in told(at, "verify")[1]["findings"] if each["rule"] == "quote-ambiguous")
    said = (
        "the quote on bay is like so much of `post` that it was not looked through: at most 50,000,000 characters are "
        "looked at: “a b a"
    )
    assert message.startswith(said)


def test_the_gate(tmp_path: Path) -> None:
    """Every quote has to be verified, whatever the settings say; without pages nothing is, and nothing is wrong."""
    good = statement("We will not share the port")
    at = folder(tmp_path, {"north/2024-06-14.yaml": good}, PAGES)
    assert called("verify", "--require-verified", cwd=at).code == 0
    assert called("check", "--require-verified", "--at", "2024-07-01", cwd=at).code == 0
    bare = """
        date: 2024-06-14
        sources: {a: {publisher: P, url: "https://a.example"}}
        terms: {port: {accepts: no, quote: We}}
    """
    other = folder(tmp_path / "other", {"north/2024-06-14.yaml": bare}, {})
    (other / "posdiff.toml").write_text('[rules]\nsource-not-kept = "off"\n')
    run = called("verify", cwd=other)
    assert (run.code, "No quote is verified here: no source page is kept." in run.out) == (0, True)
    assert called("check", "--at", "2024-07-01", cwd=other).code == 0
    code, answer = told(other, "check", "--require-verified", "--at", "2024-07-01")
    assert (code, rules(answer)[0]) == (1, ("error", "source-not-kept"))
    assert told(other, "verify", "--require-verified", "--fail-on", "never")[0] == 1


def test_the_gate_says_how_many_quotes_are_verified(tmp_path: Path) -> None:
    """In every format with room; of a quote that an edit found, of which ``--new`` shows nothing, the gate says so."""
    repo = Repository(folder(tmp_path, {"north/2024-06-14.yaml": statement("We will share the port")}, PAGES))
    repo.git("init", "--quiet")
    repo.commit()
    gate = ("check", "--against", "HEAD", "--new", "--require-verified", "--at", "2024-07-01")
    run = called(*gate, cwd=tmp_path)
    counts, sentence = "1 quote: 1 not in its source", "--require-verified: 1 quote is not verified"
    assert run.code == 1
    assert run.out.endswith(f"""
= 2 files read, nothing new to report
  {counts}
  {sentence}; posdiff verify lists them.
""")
    found = {format: called(*gate, "--format", format, cwd=tmp_path).out for format in ("markdown", "html", "junit")}
    assert all(counts in text and sentence in text.replace("\\-", "-") for text in found.values())
    assert '<testsuites name="posdiff check" tests="5" failures="1" errors="0">' in found["junit"]
    github = called(*gate, "--format", "github", cwd=tmp_path).out.splitlines()
    assert github[1:3] == [
        f"::notice title=posdiff::{counts}",
        f"::error title=posdiff::{sentence}; posdiff verify lists them.",
    ]
    gitlab = json.loads(called(*gate, "--format", "gitlab", cwd=tmp_path).out)
    assert [each["severity"] for each in gitlab if each["check_name"] == "posdiff/quotes"] == ["info", "critical"]
    assert told(tmp_path, *gate)[1]["quotes"] == {"verified": 0, "absent": 1, "ambiguous": 0, "not-here": 0}


def test_of_pages_that_are_not_here_formats_of_findings_say_it_once(tmp_path: Path) -> None:
    at = folder(tmp_path, {"north/2024-06-14.yaml": statement("We will not share the port")}, {})
    counts = "1 quote: 1 not verified here"
    assert called("verify", "--format", "github", cwd=at).out.count(f"::notice title=posdiff::{counts}\n") == 1
    gitlab = json.loads(called("verify", "--format", "gitlab", cwd=at).out)
    assert [each["description"] for each in gitlab if each["check_name"] == "posdiff/quotes"] == [counts]
    assert called("verify", "--format", "junit", cwd=at).out.count(f'name="{counts}"') == 1
    (run,) = json.loads(called("verify", "--require-verified", "--format", "sarif", cwd=at).out)["runs"]
    assert run["properties"]["quotes"] == {"verified": 0, "absent": 0, "ambiguous": 0, "not-here": 1}
    said = run["invocations"][0]["toolExecutionNotifications"]
    required = "--require-verified: 1 quote is not verified."
    assert [(each["level"], each["message"]["text"]) for each in said] == [("note", counts), ("error", required)]
    (row,) = csv.DictReader(io.StringIO(called("verify", "--format", "csv", cwd=at).out))
    assert (row["text"], row["result"]) == ("We will not share the port", "not-here")


def test_show_with_each_quote_in_its_sentence(tmp_path: Path) -> None:
    more = "  bay: {accepts: yes, source: post, quote: [It is ours, It is not ours]}\n"
    at = folder(tmp_path, {"north/2024-06-14.yaml": statement("not share", more)}, PAGES)
    shown = called("show", "north", "--evidence", "--at", "2024-07-01", cwd=at).out
    assert "own quote · verified · 1 publisher" in shown
    assert "own quote · not in its source · 1 publisher" in shown
    assert shown[shown.index("QUOTES IN") :].startswith(
        dedent("""
        QUOTES IN THEIR PAGES (3)
          The port: We will »not share« the port.  paper, line 1, https://a.example#:~:text=not%20share
          The bay: »It is ours«, and the bay is deep.  post, line 1, https://a.example#:~:text=It%20is%20ours
          The bay: “It is not ours” (not in its source: posdiff verify says why)
        """).lstrip()
    )
    code, answer = told(at, "show", "north", "--evidence", "--at", "2024-07-01")
    assert (code, wrong("show", answer)) == (0, [])
    nowhere = {"source": None, "line": None, "before": "", "words": "", "after": "", "link": None}
    said = {"statement": "2024-06-14", "result": "verified", "line": 1}
    assert answer["evidence"] == [
        {
            **said, "issue": "port", "text": "not share", "source": "paper", "before": "We will ", "words": "not share",
            "after": " the port.", "link": "https://a.example#:~:text=not%20share",
        },
        {
            **said, "issue": "bay", "text": "It is ours", "source": "post", "before": "", "words": "It is ours",
            "after": ", and the bay is deep.", "link": "https://a.example#:~:text=It%20is%20ours",
        },
        {**said, **nowhere, "issue": "bay", "text": "It is not ours", "result": "absent"},
    ]  # fmt: skip
    assert "evidence" not in told(at, "show", "north", "--at", "2024-07-01")[1]


def test_the_part_of_a_quote_is_that_of_the_position_on_its_day(tmp_path: Path) -> None:
    """Added, withdrawn, said anew, expired: as the fold has it, not as the files count."""
    agenda = AGENDA.replace("kind: choice, options: {no: No, yes: Yes}}\n      bay", "kind: quantity}\n      bay")
    quoted = "{{quote: {}, {}}}"
    said = {
        "north/2024-01-01.yaml": f"terms: {{port: {quoted.format('a', 'min: 1, expires: 2024-01-31')}}}",
        "north/2024-01-02.yaml": f"terms: {{port: {quoted.format('b', 'adds: true, max: 9')}}}",
        "north/2024-02-02.yaml": f"terms: {{port: {quoted.format('c', 'adds: true, min: 2')}}}",
        "joint/2024-02-03-deal.yaml": f"parties: [south, north]\nterms: {{port: {quoted.format('d', 'min: 3, adds: true')}}}",  # noqa: E501
        "south/2024-02-04.yaml": f"standing: reported\nterms: {{port: {quoted.format('e', 'adds: true, max: 8')}}}",
        "south/2024-02-05.yaml": f"terms: {{port: {quoted.format('f', 'adds: true, max: 7')}}}",
        "south/2024-02-06.yaml": f"withdraws: [port]\nterms: {{bay: {quoted.format('g', 'accepts: yes')}}}",
        "south/2024-02-07.yaml": f"terms: {{port: {quoted.format('h', 'adds: true, max: 7')}}}",
    }
    at = folder(tmp_path, {name: f"date: {name[6:16]}\n{text}\n" for name, text in said.items()}, {})
    (at / "positions" / "agenda.yaml").write_text(dedent(agenda))
    parts = {each["text"]: each["part"] for each in told(at, "verify")[1]["quotes"]}
    assert parts == {"a": 1, "b": 2, "c": 2, "d": 1, "e": 2, "f": 2, "g": 1, "h": 1}


def test_a_passage_that_is_dismissed_and_is_not_there(tmp_path: Path) -> None:
    more = """dismissed:
  - {text: The bay was wide., source: post, reason: background}
  - {text: The bay is deep, source: post, reason: background}
  - {text: the port, reason: unclear}
  - {text: Nothing of the kind, reason: unclear}
"""
    at = folder(tmp_path, {"north/2024-06-14.yaml": statement("We will not share the port", more)}, PAGES)
    for command in (("verify",), ("check", "--at", "2024-07-01")):
        code, answer = told(at, *command)
        found = [(each["line"], each["message"]) for each in answer["findings"] if each["rule"] == "dismissed-absent"]
        assert (code, found) == (0, [
            (8, "the dismissed passage does not stand in the page of `post`: “The bay was wide.”; the page has, on "
                "line 1 of its text: “The bay *is* wide.”"),
            (9, "the dismissed passage does not stand in the page of `post`: “The bay is deep”; the page has, on line "
                "1 of its text: “*the* bay is deep”"),
            (11, "the dismissed passage does not stand in the pages of `paper` and `post`: “Nothing of the kind”"),
        ])  # fmt: skip
    assert told(at, "verify", "--require-verified")[0] == 0
    (at / "positions" / "sources" / "post.txt").unlink()
    assert rules(told(at, "verify")[1]) == [("info", "source-not-kept")]


def test_without_the_library_a_page_is_not_verified_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = folder(tmp_path, {"north/2024-06-14.yaml": statement("We will not share the port")}, PAGES)
    monkeypatch.setitem(__import__("sys").modules, "lxml", None)
    code, answer = told(at, "verify")
    assert (code, rules(answer)) == (0, [("info", "source-unreadable")])
    assert answer["counts"]["not-here"] == 1
    assert answer["findings"][0]["hint"] == 'pip install "posdiff[sources]"'
    assert told(at, "verify", "--require-verified")[0] == 1


def test_the_pages_of_a_revision_are_those_that_it_has(tmp_path: Path) -> None:
    """Whatever is on the disk by now; what was kept out of git is not verified there, and a link is no page."""
    more = "  bay: {accepts: yes, source: post, quote: [It is ours, It is not ours]}\n"
    at = folder(tmp_path, {"north/2024-06-14.yaml": statement("We will not share the port", more)}, PAGES)
    repo = Repository(at)
    repo.git("init", "--quiet", "--initial-branch=main")
    (at / "positions" / "sources" / ".gitignore").write_text("/paper.html\n")
    commit = repo.commit()
    (at / "positions" / "sources" / "post.txt").write_bytes(b"Another page")
    statement_file = at / "positions" / "north" / "2024-06-14.yaml"
    statement_file.write_text(statement_file.read_text().replace("It is not ours", "It is ours"))
    results = [[each["result"] for each in told(at, "verify", *rev)[1]["quotes"]] for rev in ((), ("--rev", "HEAD"))]
    assert results == [["verified", "not-here"], ["not-here", "verified", "absent"]]
    run = called("verify", "--rev", "main", cwd=at)
    assert f"As recorded in git at {commit[:12]}, on 2024-02-01." in run.out
    told_of = f"the page of `paper`, `sources/paper.html`: it is not recorded in git at {commit[:12]}"
    assert (run.code, told_of in run.out) == (1, True)
    answer = told(at, "verify", "--rev", "HEAD")[1]
    assert (answer["recorded"]["commit"], wrong("verify", answer)) == (commit, [])
    assert "1 of 2 sentences" in called("coverage", "--rev", "HEAD", cwd=at).out
    (at / "positions" / "sources" / "post.txt").unlink()
    (at / "positions" / "sources" / "post.txt").symlink_to("../agenda.yaml")
    repo.commit()
    found = told(at, "verify", "--rev", "HEAD")[1]["findings"]
    assert [(each["rule"], each["message"].rpartition(": ")[2]) for each in found if "post" in each["message"]] == [
        ("source-unreadable", "it is a link")
    ]


def test_the_pages_of_what_is_staged_are_those_that_a_clone_will_have(tmp_path: Path) -> None:
    """A page that was taken out of git, or was kept out of it, still on the disk: the gate says what a clone says."""
    files = {"north/2024-06-14.yaml": statement("We will not share the port")}
    repo = Repository(folder(tmp_path, files, PAGES))
    repo.git("init", "--quiet")
    gate = ("check", "--staged", "--require-verified", "--at", "2024-07-01")
    repo.git("add", "positions/agenda.yaml", "positions/north")
    assert told(tmp_path, *gate)[0] == 1  # before the first commit too
    repo.commit()
    assert told(tmp_path, *gate)[0] == 0
    page = tmp_path / "positions" / "sources" / "paper.html"
    page.write_bytes(b"Another page.")
    assert told(tmp_path, *gate)[0] == 0  # it is not staged
    page.write_bytes(PAGE)
    repo.git("rm", "--quiet", "--cached", "positions/sources/paper.html")
    code, answer = told(tmp_path, *gate)
    message = "the page of `paper`, `sources/paper.html`: it is not staged, so that no clone will have it; its quotes "
    assert code == 1
    assert answer["findings"][0]["message"] == f"{message}are not verified here"
    assert told(tmp_path, *gate, "--new")[0] == 1
    # Who does not ask for the gate still has each quote looked up in the pages that are kept out of git.
    assert told(tmp_path, *gate[:2], *gate[3:])[0] == 0
    repo.write({"north/2024-06-14.yaml": statement("We will share the port")})
    repo.git("add", "positions/north")
    assert ("error", "quote-absent") in rules(told(tmp_path, *gate[:2], *gate[3:])[1])


def test_quotes_of_what_cannot_be_read_are_not_passed_over(tmp_path: Path) -> None:
    """Where a file has an error, the counts say so: "No quotes" would tell that there are none."""
    at = folder(tmp_path, {"north/2024-06-14.yaml": statement("We will not share the port")}, PAGES)
    write(at, {"north/2024-06-18.yaml": "date: 2024-06-18\nterms: {port: {acepts: yes, quote: We will share}}\n"})
    assert "1 quote: 1 verified; those in what cannot be read are not counted\n" in called("verify", cwd=at).out
    (at / "positions" / "north" / "2024-06-14.yaml").unlink()
    told = called("verify", cwd=at).out
    assert "No quotes but in what cannot be read.\n" in told
    assert "no source page is kept" not in told
