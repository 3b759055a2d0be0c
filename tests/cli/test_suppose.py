"""``--suppose``: wrong words are usage errors, every format is marked, and nothing on the disk changes."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import zipfile
from pathlib import Path

import pytest

import posdiff as program
from posdiff.answers.positions import Positions
from posdiff.reports import supposed_wording
from running import called, posdiff
from writing import write

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North, aliases: [nn]}, south: {name: South}, east: {name: East}}
        steps: {truce: {title: Truce}, talks: {title: Talks}}
        issues:
          port: {title: Port, kind: choice, options: {open: Open, shut: Shut, leased: Leased}}
          troops: {title: Troops, kind: quantity}
          first: {title: What comes first, kind: sequence}
          tongue: {title: Language, kind: text}
          river: {title: River, kind: choice, options: {free: Free, tolled: Tolled}}
        """,
    "north/2026-01-10.yaml": """
        date: 2026-01-10
        sources: {speech: {url: "https://example.org/speech"}}
        terms:
          port: {accepts: open, firmness: red-line, quote: The port is open., source: speech}
          troops: {min: 100}
          first: {order: [truce, talks]}
        """,
    "south/2026-01-11.yaml": """
        date: 2026-01-11
        terms: {port: shut, troops: {max: 80}, first: {order: [talks, truce]}, river: free}
        """,
    "south/2026-01-12.yaml": """
        date: 2026-01-12
        standing: reported
        speaker: The press
        terms: {troops: {max: 90}}
        """,
    "east/2026-01-12.yaml": "date: 2026-01-12\nterms: {port: leased}\n",
    "drafts/2026-01-20-plan.yaml": """
        date: 2026-01-20
        by: [east]
        outcomes: {port: open, troops: {exactly: 90}}
        """,
    "drafts/2026-01-25-text.yaml": """
        date: 2026-01-25
        by: [east]
        previous: 2026-01-20-plan
        outcomes: {port: leased, troops: {exactly: 80}}
        """,
}
AT = ("--at", "2026-02-01")
#: A question of each command.
QUESTIONS = (
    ("compare", "north", "south"),
    ("conflicts", "north", "south"),
    ("draft", "plan", "north", "south"),
    ("drafts", "plan", "text", "--for", "south"),
    ("text", "text", "north", "south"),
    ("matrix",),
    ("brief", "north", "south"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a small dossier."""
    write(tmp_path, FILES)
    return tmp_path


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("south: port=opened", 2, "no option `opened` in this issue\nhint: did you mean open?"),
        ("south: port={accepts: open, firmness: hard}", 2, "`firmness` is flexible, firm or red-line, not `hard`"),
        ("south: port={accept: open}", 2, "no key `accept`"),
        ("south: troops={max: many}", 2, "`many`"),
        ("south: port=[open", 2, "not valid YAML"),
        ('south: port="open', 2, "close the quotation mark\n"),
        ("south: port={accepts: open, accepts: shut}", 2, "stands twice in this mapping\nhint: keep one\n"),
        ("south: port=&a open", 2, "anchors are not supported"),
        ("south: troops=max: 5", 2, "`max: 5` is a mapping without braces\nhint: write a mapping in braces: {max: "),
        ("south: port=~", 2, "a value is missing here"),
        (f"south: port={'[' * 70}{']' * 70}", 2, "nested more than 64 levels deep"),
        ("south: port={accepts: open, quote: Open it.}", 2, "it has no quote\nhint: leave the quote out"),
        ("south: port={accepts: open, source: speech}", 2, "`speech`"),
        ("south: port={accepts: open, adds: true}", 2, "what is added leaves no outcome"),
        ("north: river={accepts: free, adds: true}", 2, "north holds no position on river to add to"),
        ("north: river=withdrawn", 2, "north holds no position on river to withdraw"),
        ("south port open", 2, "--suppose takes PARTY: ISSUE=TERM, not `south port open`"),
        ("south: port", 2, "--suppose takes PARTY: ISSUE=TERM"),
        ("south: port=", 2, "--suppose takes PARTY: ISSUE=TERM"),
        ("south@2026-01-11: port=open", 2, "no day stands in what is supposed"),
        ("east: port=open", 2, "the question is not about east\nhint: name east among the parties, or leave it out"),
        (" ", 2, "--suppose is empty"),
        ("sout: port=open", 0, ""),
        ("souht: port=open", 3, "no party `souht`\nhint: did you mean south?"),
        ("south: prt=open", 3, "no issue `prt`\nhint: did you mean port?"),
        ("south: t=open", 3, "`t` could be more than one issue: tongue, troops"),
    ],
)
def test_wrong_words_are_usage_errors(folder: Path, text: str, code: int, says: str) -> None:
    """Each names the argument and says what to do; no place in a file that does not exist is named."""
    run = called("compare", "north", "south", *AT, "--suppose", text, cwd=folder)
    assert (run.code, says in run.err) == (code, True), run.err
    assert "Traceback" not in run.err and "line 3" not in run.err
    assert run.out == "" or code == 0


def test_a_line_break_brings_in_no_other_key(folder: Path) -> None:
    """In Python any text may come, and it is one term all the same."""
    with pytest.raises(Exception, match="a supposed term is one line"):
        _dossier(folder).compare("north", "south", suppose="south: port=open\nwithdraws: [troops]")


def test_one_term_of_a_party_on_an_issue(folder: Path) -> None:
    both = ("--suppose", "south: port=open", "--suppose", "south: port=[shut]")
    run = called("compare", "north", "south", *AT, *both, cwd=folder)
    assert (run.code, "of south something is supposed on port already" in run.err) == (2, True)


def test_where_there_is_no_draft_nothing_is_supposed_of_one(folder: Path) -> None:
    run = called("drafts", "--suppose", "south: port=open", "--at", "2000-01-01", cwd=folder)
    assert (run.code, "are asked of drafts, and there is none" in run.err) == (2, True)


def test_without_names_all_drafts_are_looked_at(folder: Path) -> None:
    everything = called("drafts", "--suppose", "south: port=open", cwd=folder)
    ids = [path.stem for path in sorted((folder / "positions" / "drafts").glob("*.yaml"))]
    assert ids and everything.code == 0
    named = called("drafts", *ids, "--suppose", "south: port=open", cwd=folder).out
    assert everything.out == named.replace(f"posdiff drafts {' '.join(ids)}", "posdiff drafts")


def test_a_file_of_settings_cannot_hold_it(folder: Path) -> None:
    """It would mark every answer, and nobody would know why."""
    (folder / "posdiff.toml").write_text('suppose = ["south: port=open"]\n', encoding="utf-8")
    run = called("compare", "north", "south", *AT, cwd=folder)
    assert (run.code, "no setting `suppose`" in run.err) == (2, True)


def test_in_the_environment_a_line_is_one(folder: Path) -> None:
    """There are blanks in a term, at which other variables are taken apart."""
    environment = {"POSDIFF_SUPPOSE": "south: port=open\nsouth: troops={min: 90, max: 120}\n"}
    told = posdiff("compare", "north", "south", *AT, "-f", "json", cwd=folder, environment=environment)
    assert json.loads(told.out)["supposed"] == ["south: port=open", "south: troops={min: 90, max: 120}"], told.err


def _dossier(folder: Path) -> Positions:
    return program.open(folder / "positions")


def _hash(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return hashlib.sha256(b"".join(str(path).encode() + path.read_bytes() for path in files)).hexdigest()


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_every_format_is_marked_and_no_file_changes(folder: Path, question: tuple[str, ...]) -> None:
    """The title, a line at the head, each row of CSV, keys of JSON; in HTML and DOCX every page."""
    before = _hash(folder)
    supposing = (*AT, "--suppose", "south: port=open", "--no-pager")
    mark = "SUPPOSED, not on record: South on Port: Open."
    for format in ("text", "markdown", "html"):
        told = called(*question, *supposing, "-f", format, cwd=folder).out
        assert mark in told.replace("\\", ""), (format, told[:400])
        assert "(supposed)" in told.replace("\\", "").partition(mark)[0]
        assert "Against the record" in told or "AGAINST THE RECORD" in told
    page = called(*question, *supposing, "-f", "html", cwd=folder).out
    assert f'@top-center {{ content: "{supposed_wording.MARK}"' in page
    assert f'<p class="running-head">{supposed_wording.MARK}</p>' in page
    answer = json.loads(called(*question, *supposing, "-f", "json", cwd=folder).out)
    assert answer["supposed"] == ["south: port=open"]
    assert answer["against_record"]
    if question[0] not in ("brief", "text"):
        rows = list(csv.reader(io.StringIO(called(*question, *supposing, "-f", "csv", cwd=folder).out)))
        assert [row[-1] for row in rows] == ["supposed", *["south: port=open"] * (len(rows) - 1)]
    assert _hash(folder) == before


def test_a_supposed_position_is_marked_in_its_cell(folder: Path) -> None:
    """In the paper as in the other tables; what is on record beside it is not."""
    paper = ("drafts", "plan", "text", "--for", "north", "--for", "south", "--columns", "4", *AT, "-f", "markdown")
    told = called(*paper, "--suppose", "south: port=open", cwd=folder).out.replace("\\", "")
    assert "**South:** Open [supposed]" in told
    assert told.count("[supposed]") == 1
    gone = called(*paper, "--suppose", "south: port=withdrawn", cwd=folder).out.replace("\\", "")
    assert "**South:** silent [supposed]" in gone
    assert "[supposed]" not in called(*paper, cwd=folder).out.replace("\\", "")


@pytest.mark.parametrize(
    "question",
    [question for question in QUESTIONS if question[0] in ("brief", "draft", "drafts", "text")],
    ids=lambda question: question[0],
)
def test_every_page_of_word_is_marked(folder: Path, question: tuple[str, ...]) -> None:
    """The head of every page, the title, a line at the head, and what changes against the record."""
    pytest.importorskip("docx")
    called(*question, *AT, "--suppose", "south: port=open", "-f", "docx", "-o", "b.docx", cwd=folder)
    with zipfile.ZipFile(folder / "b.docx") as parts:
        headers = [parts.read(name).decode() for name in parts.namelist() if name.startswith("word/header")]
        words = re.sub("<[^>]+>", "", parts.read("word/document.xml").decode())
    assert any(supposed_wording.MARK in header for header in headers)
    for told in ("(supposed)", "SUPPOSED, not on record: South on Port: Open.", "Against the record"):
        assert told in words


def test_without_it_nothing_is_marked(folder: Path) -> None:
    for format in ("text", "html", "json", "csv"):
        assert "suppose" not in called("compare", "north", "south", *AT, "-f", format, cwd=folder).out.lower()


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
@pytest.mark.parametrize(
    "on_record",
    ["south: port=shut", "south: troops={max: 80}", "south: first={order: [talks, truce]}", "south: river=[free]"],
)
def test_to_suppose_what_is_on_record_changes_nothing(folder: Path, question: tuple[str, ...], on_record: str) -> None:
    told = called(*question, *AT, "--suppose", on_record, "-f", "json", cwd=folder)
    changed = json.loads(told.out)["against_record"]
    nothing: tuple[object, ...] = ([], None, {"gone": 0, "new": 0})
    assert all(value in nothing for value in changed.values()), changed
    text = called(*question, *AT, "--suppose", on_record, cwd=folder).out
    told_so = (*supposed_wording.NOTHING.values(), supposed_wording.NOTHING_ACROSS)
    assert any(words in text for words in told_so)


def test_what_changes_against_the_record(folder: Path) -> None:
    """In numbers and ids, by command."""
    dossier = _dossier(folder)
    at = "2026-02-01"
    suppose = ("south: port={accepts: open, firmness: flexible}", "south: first=withdrawn")
    compared = dossier.compare("north", "south", at=at, suppose=suppose).to_dict()
    assert compared["against_record"] == {
        "issues": [
            {
                "issue": "port",
                "before": {"relation": "contradiction", "red_line": ["north"]},
                "after": {"relation": "agreed", "red_line": ["north"]},
            },
            {
                "issue": "first",
                "before": {"relation": "contradiction", "red_line": []},
                "after": {"relation": "one-sided", "red_line": []},
            },
        ],
        "deadlocks": {"gone": 1, "new": 0},
        "conflicts": {"gone": 0, "new": 0},
    }
    assert dossier.conflicts("north", "south", at=at, suppose=suppose).to_dict()["against_record"] == {
        "verdict": [],
        "alone": [],
        "conflicts": {"gone": 2, "new": 0},
    }
    assert dossier.draft("plan", "south", at=at, suppose=suppose).to_dict()["against_record"] == {
        "parties": [
            {
                "draft": "2026-01-20-plan",
                "party": "south",
                "verdict": {"before": "breaks-terms", "after": "breaks-terms"},
                "completable": {"before": False, "after": False},
                "results": [
                    {"issue": "port", "before": ["broken"], "after": ["met"], "options_before": [[]],
                     "options_after": [[]]},
                    {"issue": "first", "before": ["left-open"], "after": [], "options_before": [[]],
                     "options_after": []},
                ],
            }
        ],
        "choices": [],
    }  # fmt: skip
    in_its_words = dossier.text("plan", "south", at=at, issue="port", suppose=suppose).to_dict()
    assert [
        [(r["issue"], r["before"], r["after"]) for r in of["results"]]
        for of in in_its_words["against_record"]["parties"]
    ] == [[("port", ["broken"], ["met"])]]
    steps = dossier.drafts("plan", "text", parties="south", at=at, issue="port", suppose=suppose).to_dict()
    assert [
        (of["draft"], [(r["issue"], r["before"], r["after"]) for r in of["results"]])
        for of in steps["against_record"]["parties"]
    ] == [("2026-01-20-plan", [("port", ["broken"], ["met"])]), ("2026-01-25-text", [])]
    (pair,) = dossier.matrix("north", "south", at=at, issue="port", suppose=suppose).to_dict()["against_record"][
        "pairs"
    ]
    assert (pair["before"]["value"], pair["after"]["value"]) == (0, 100)


def test_a_supposed_part_stands_nowhere(folder: Path) -> None:
    """It has no statement, file and line, is not of a day that anybody spoke on, and has no quote and source."""
    answer = _dossier(folder).compare("north", "south", at="2026-02-01", suppose="south: port=open")
    (row,) = [row for row in answer.to_dict()["issues"] if row["issue"] == "port"]
    (part,) = row["terms"]["south"]["parts"]
    kept = ("statement", "file", "line", "standing", "quotes", "sources")
    assert [part[key] for key in kept] == [None, None, None, "supposed", [], []]
    assert (row["terms"]["south"]["standing"], row["terms"]["south"]["last_heard"]) == ("supposed", None)
    (cells,) = [row for row in answer.records() if row["issue"] == "port" and row["party"] == "south"]
    assert [cells[key] for key in ("said", "last_stated", "standing", "statement", "file", "line")] == [
        None, None, "supposed", None, None, None,
    ]  # fmt: skip


def test_a_term_that_is_also_on_record_keeps_what_was_said(folder: Path) -> None:
    answer = _dossier(folder).compare("north", "south", at="2026-02-01", suppose="north: port={accepts: open}")
    (row,) = [row for row in answer.to_dict()["issues"] if row["issue"] == "port"]
    assert row["red_line"] == []
    same = _dossier(folder).compare(
        "north", "south", at="2026-02-01", suppose="north: port={accepts: open, firmness: red-line}"
    )
    (row,) = [row for row in same.to_dict()["issues"] if row["issue"] == "port"]
    (part,) = row["terms"]["north"]["parts"]
    assert [quote["text"] for quote in part["quotes"]] == ["The port is open."]
    assert (part["first_held"], part["standing"]) == ("2026-01-10", "supposed")


def test_a_party_with_a_day_of_its_own(folder: Path) -> None:
    """It is supposed to hold it on the day as of which it is looked at; later statements do not count there."""
    answer = _dossier(folder).compare("south@2026-01-01", "south", at="2026-02-01", suppose="south: port=leased")
    (row,) = [row for row in answer.to_dict()["issues"] if row["issue"] == "port"]
    assert row["relation"] == "agreed"
    assert answer.to_dict()["against_record"]["issues"] == [
        {
            "issue": "port",
            "before": {"relation": "one-sided", "red_line": []},
            "after": {"relation": "agreed", "red_line": []},
        }
    ]


def test_it_is_the_last_word_of_its_day(folder: Path) -> None:
    """Whatever was said that day, and whatever is reported."""
    answer = _dossier(folder).compare(
        "north", "south", at="2026-01-12", with_reported=True, suppose="south: troops={min: 100}"
    )
    (row,) = [row for row in answer.to_dict()["issues"] if row["issue"] == "troops"]
    assert row["relation"] == "agreed"


def test_what_moved_is_what_was_said(folder: Path) -> None:
    """A brief tells what is supposed as no move of anybody, and by which command that is asked."""
    told = called(
        "brief", "north", "south", *AT, "--since", "2026-01-10", "--suppose", "south: port=open", cwd=folder
    ).out
    moved = told.partition("WHAT MOVED")[2].partition("WHAT IS SILENT")[0]
    assert "Shut" in moved and "Open" not in moved
    assert "posdiff compare north south --at 2026-02-01 --suppose 'south: port=open'" in told


def test_commands_named_in_the_answer_suppose_the_same(folder: Path) -> None:
    text = "south: tongue='It''s ours'"
    answer = _dossier(folder).compare("north", "south", at="2026-02-01", suppose=text)
    assert answer.basis.options == """ --suppose 'south: tongue='"'"'It'"'"''"'"'s ours'"'"''"""
