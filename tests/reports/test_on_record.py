"""With --with-reported, whatever a report changed shows what is on record beside it: positions, relations, verdicts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from patterns import headings

from answering import asked, asked_in_words, to_dict
from posdiff.dossier.reading.load import load
from posdiff.reports import formats
from posdiff.reports.compose import conflicts
from posdiff.reports.records import records
from writing import write

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        issues:
          status: {title: Status, kind: choice, options: {free: Free, ward: Ward}}
          fee: {title: Fee, kind: quantity, unit: coin}
        """,
    "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {status: {accepts: ward, firmness: red-line}}\n",
    "north/2024-02-01.yaml": "date: 2024-02-01\nstanding: reported\nterms: {status: free, fee: {max: 5}}\n",
    "south/2024-01-01.yaml": "date: 2024-01-01\nterms: {status: free}\n",
    "drafts/2024-03-01.yaml": "date: 2024-03-01\nby: [south]\noutcomes: {status: free}\n",
}
PAGES = {
    "compare north south --with-reported --at 2024-06-01": """\
North and South as of 2024-06-01 (last heard: North 2024-02-01, South 2024-01-01): 2 issues; no contradiction, \
1 agreed, 1 one-sided
  What is only reported is counted as well.
  On record, without reports: 1 issue; 1 contradiction

= AGREED (1)  all who hold a position accept the same

= Status  status
  North       Free  [reported 2024-02-01]
              on record: RED LINE  Ward  [said 2024-01-01]
  South       Free  [said 2024-01-01]
  on record   contradiction; red line of North

· ONE-SIDED (1)  only one holds a position

· Fee  fee
  North       at most 5 coins  [reported 2024-02-01]
              on record: no position
  silent      South
""",
    "draft 2024-03-01 north --with-reported --at 2024-06-01": """\
2024-03-01 (2024-03-01) against the positions as of 2024-06-01
  What is only reported is counted as well.
  Draft of 2024-03-01, proposed by South; not in itself any party's position.

SUMMARY
  Party   Broken   Left open   Met   Unassessed   Verdict
  North   0        1           1     0            no term broken, some left open

North  no term broken, some left open
  On record, without reports: 1 red line crossed (Status); nothing else broken

◇ LEFT OPEN (1)

◇ Fee  fee
  the draft   silent
  North       at most 5 coins  [reported 2024-02-01]
              on record: no position
  why         left open: the draft is silent on it

= MET (1)

= Status  status
  the draft   Free
  North       Free  [reported 2024-02-01]
              on record: RED LINE  Ward  [said 2024-01-01]
""",
    "conflicts north south --with-reported --at 2024-06-01": """\
North and South as of 2024-06-01: can hold together, as far as stated
  What is only reported is counted as well.
  all terms                   can hold together, as far as stated
  red lines and firm terms    can hold together, as far as stated
  red lines alone             there is none
  North                       what it holds can hold together, as far as stated
  South                       what it holds can hold together, as far as stated
  on record, without reports  cannot hold together; the red lines alone can; 1 minimal conflict, 1 with a red line

MINIMAL CONFLICTS (0)
  No conflict: all terms can hold together, as far as stated.

CHANGED BY REPORTS (2)  what counts above, and beside it what the party itself has stated
  North  Status: Free  [reported 2024-02-01]
         on record: RED LINE  Ward  [said 2024-01-01]
  North  Fee: at most 5 coins  [reported 2024-02-01]
         on record: no position

OUTSIDE  silence is neither consent nor refusal; words are for a reader to judge
  South is silent on: Fee
""",
    "matrix north south --with-reported --at 2024-06-01": """\
Overlap as of 2024-06-01
  What is only reported is counted as well.

OVERLAP, IN PERCENT  of the issues with a verdict on the two, the percentage agreed or with an outcome that neither \
refuses; ·: too few for a figure

  Party  North  South
  North  –      ·
  South  ·      –

ISSUES THAT THE FIGURE IS TAKEN OVER

  Party  North  South
  North  –      1
  South  1      –

ON RECORD, WITHOUT REPORTS: OVERLAP, IN PERCENT

  Party  North  South
  North  –      ·
  South  ·      –

ON RECORD, WITHOUT REPORTS: ISSUES THAT IT IS TAKEN OVER

  Party  North  South
  North  –      1
  South  1      –

ON RECORD, WITHOUT REPORTS: CONTESTED ISSUES WITH A RED LINE

  Party  North  South
  North  –      1
  South  1      –

PAIR BY PAIR
  North and South
    1 of 1, over 1 of 2 issues
    on record: 0 of 1, over 1 of 2 issues
    on record: a red line on 1 issue
""",
}
#: A dossier in which what North itself stated cannot all hold, until a report.
BY_RULE = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        issues:
          status: {title: Status, kind: choice, options: {free: Free, ward: Ward}}
          vote: {title: Vote, kind: choice, options: {held: Held, dropped: Dropped}}
          preamble: {title: Preamble, kind: text}
        rules:
          - {if: {status: free}, then: {vote: held}, why: So it is agreed.}
        """,
    "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {status: free, vote: dropped}\n",
    "north/2024-02-01.yaml": "date: 2024-02-01\nstanding: reported\nterms: {vote: held}\n",
}
#: The same, where none has stated more than words.
ONLY_WORDS = {**BY_RULE, "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {preamble: Ours.}\n"}
#: The same as at first, but that North stated nothing.
UNHEARD = {path: text for path, text in FILES.items() if path != "north/2024-01-01.yaml"}
#: A dossier in which a report takes a position away, and makes another one what the draft breaks.
TAKEN_AWAY = {
    "agenda.yaml": FILES["agenda.yaml"],
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        terms: {status: {accepts: ward, firmness: red-line}, fee: {max: 5, firmness: red-line}}
        """,
    "north/2024-02-01.yaml": "date: 2024-02-01\nstanding: reported\nterms: {status: free}\nwithdraws: [fee]\n",
    "drafts/2024-03-01.yaml": "date: 2024-03-01\nby: [south]\noutcomes: {status: ward, fee: 9}\n",
}
#: What its rows have in their last column: the issue, and what is on record.
ROWS = {
    "compare north south --all --at 2024-06-01": [
        ("status", "Ward (red line)"), ("status", None), ("fee", "at most 5 coins (red line)"), ("fee", None),
    ],
    "show north --at 2024-06-01": [("status", "Ward (red line)"), ("fee", "at most 5 coins (red line)")],
    "changes north --since 2024-01-15 --until 2024-06-01": [
        ("status", "Ward (red line)"), ("fee", "at most 5 coins (red line)"),
    ],
    "draft 2024-03-01 north south --at 2024-06-01": [
        ("status", "Ward (red line)"), ("fee", "at most 5 coins (red line)"), ("status", None), ("fee", None),
    ],
}  # fmt: skip
#: What becomes of it under the draft, in the overview.
DRAFT_ON_TAKEN_AWAY = """
North
  On record, without reports: 1 red line crossed (Fee); nothing else broken
  The draft settles, and the party is silent on: Fee (on record: at most 5 coins (red line))

  Issue     The draft  North           On record
  ✗ Status  Ward       reported: Free  RED LINE Ward
"""
#: On what the party is silent, of its position.
SILENT_ON_TAKEN_AWAY = """
SILENT ON (1)
  Fee  fee  on record: at most 5 coins (red line)
"""
#: What each of these has beside the verdicts.
VERDICTS = (
    (BY_RULE, ("on record, without reports  cannot hold together; there is no red line among them; 1 minimal conflict, "
               "0 with a red line",
               "North: its own terms cannot hold together (Status × Vote)")),
    (ONLY_WORDS, ("on record, without reports  no term that can be compared",)),
)  # fmt: skip
#: A dossier in which a report ends what North itself stated: two red lines, on one of them the other is silent.
ENDED = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        issues:
          vote: {title: Vote, kind: choice, options: {held: Held, dropped: Dropped}}
          port: {title: Port, kind: choice, options: {open: Open, closed: Closed}}
        """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        terms:
          vote: {accepts: dropped, firmness: red-line, quote: Never.}
          port: {accepts: closed, firmness: red-line}
        """,
    "north/2024-02-01.yaml": "date: 2024-02-01\nstanding: reported\nwithdraws: [all]\n",
    "north/2024-04-01.yaml": "date: 2024-04-01\nterms: {port: open}\n",
    "south/2024-01-01.yaml": "date: 2024-01-01\nterms: {port: open}\n",
}
#: What is told of them, with --with-reported.
TOLD_OF_ENDED = {
    "compare north south --at 2024-03-01": """\
North and South as of 2024-03-01 (last heard: South 2024-01-01): 2 issues; no contradiction, 1 one-sided, 1 silent
  What is only reported is counted as well.
  On record, without reports: 2 issues; 1 contradiction, 1 one-sided

· ONE-SIDED (1)  only one holds a position

· Port  port
  North       silent
              on record: RED LINE  Closed  [said 2024-01-01]
  South       Open  [said 2024-01-01]
  on record   contradiction; red line of North

SILENT (1)  none holds a position

  Vote  vote
  North       silent
              on record: RED LINE  Dropped  [said 2024-01-01]
  on record   one-sided; red line of North
""",
    "changes north --since 2024-01-01 --until 2024-03-01": """\
Changes from the end of 2024-01-01 to 2024-03-01
  What is only reported is counted as well.
  No quote is verified here: no source page is kept.

North
  2 of the 2 positions held on 2024-01-01 changed: 2 withdrawn; 0 reaffirmed, 0 not stated again.

− WITHDRAWN (2)  no longer held

− Vote  vote
  before      RED LINE  Dropped  [said 2024-01-01]
  on record   RED LINE  Dropped
  on the way  withdrawn 2024-02-01 (reported)

− Port  port
  before      RED LINE  Closed  [said 2024-01-01]
  on record   RED LINE  Closed
  on the way  withdrawn 2024-02-01 (reported)
""",
    "changes north --since 2024-03-01 --until 2024-05-01 --issue port": """\
Changes from the end of 2024-03-01 to 2024-05-01
  What is only reported is counted as well.

North
  + 1 issue taken up since, on 1 of them after an earlier position was given up.

+ ADDED (1)  no position at the beginning

+ Port  port
  after             Open  [said 2024-04-01]
  on record before  RED LINE  Closed
  earlier           an earlier position was held until 2024-01-31
""",
}
#: A report softens what North stated; it then says its own again, and at last what was reported.
SOFTENED = {
    "agenda.yaml": ENDED["agenda.yaml"],
    "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {port: {accepts: closed, firmness: red-line}}\n",
    "north/2024-02-01.yaml": "date: 2024-02-01\nstanding: reported\nterms: {port: closed, vote: held}\n",
    "north/2024-03-01.yaml": "date: 2024-03-01\nreaffirms: [port]\n",
    "north/2024-04-01.yaml": "date: 2024-04-01\nstanding: reported\nwithdraws: [port]\n",
    "north/2024-05-01.yaml": "date: 2024-05-01\nterms: {port: open}\n",
}
HISTORY = """\
How the positions came about
  What is only reported is counted as well.

North  5 statements

2024-01-01  north/2024-01-01.yaml
  + added  Port: RED LINE  Closed

2024-02-01  north/2024-02-01.yaml
  reported, not stated
  ▽ softened  Port: Closed
              on record: RED LINE  Closed
  + added     Vote: Held
              on record: no position

2024-03-01  north/2024-03-01.yaml
  = reaffirmed  Port: Closed
                on record: RED LINE  Closed

2024-04-01  north/2024-04-01.yaml
  reported, not stated
  − withdrawn  Port: no position
               on record: RED LINE  Closed

2024-05-01  north/2024-05-01.yaml
  + added  Port: Open
"""
#: Of the overview, what is on record where a report ended a position.
OVERVIEWS_OF_ENDED = {
    "compare north south --at 2024-03-01": """
  Issue   North   South   On record
  · Port  silent  Open    RED LINE North, contradiction
    Vote  silent  silent  RED LINE North, one-sided
""",
    "changes north --since 2024-01-01 --until 2024-03-01": """
  Issue   Before   After        Last moved  Red line        On record
  − Vote  Dropped  no position  2024-02-01  was a RED LINE  RED LINE: Dropped
  − Port  Closed   no position  2024-02-01  was a RED LINE  RED LINE: Closed
""",
}
#: What stands over the positions that a report changed.
HEADINGS = "What reports changed", "Party", "Issue", "Position"
#: A deadlock of which a demand is only reported.
REPORTED_DEMAND = """\
↻ Truce → Talks → Truce
  “Truce” before “Talks”
      South, reported 2024-02-01, on Course; on record: “Talks” before “Truce”
  “Talks” before “Truce”
      North, said 2024-03-01, on Course
"""
#: Of the overview, what is on record.
OVERVIEWS = {
    "compare north south --with-reported --at 2024-06-01": """
  Issue     North           South  On record
  = Status  reported: Free  Free   RED LINE North, contradiction
""",
    "matrix north south --with-reported --at 2024-06-01": """
ON RECORD, WITHOUT REPORTS: OVERLAP, IN PERCENT

  Party  North  South
  North  –      ·
  South  ·      –

ON RECORD, WITHOUT REPORTS: ISSUES THAT IT IS TAKEN OVER

  Party  North  South
  North  –      1
  South  1      –

ON RECORD, WITHOUT REPORTS: CONTESTED ISSUES WITH A RED LINE

  Party  North  South
  North  –      1
  South  1      –
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, FILES)
    return tmp_path / "positions"


@pytest.mark.parametrize("command", PAGES)
def test_the_page(folder: Path, command: str) -> None:
    assert formats.write(asked_in_words(load(folder), command), "text").startswith(PAGES[command])


@pytest.mark.parametrize(("files", "lines"), VERDICTS)
def test_the_verdict_on_record(files: Mapping[str, str], lines: tuple[str, ...], tmp_path: Path) -> None:
    write(tmp_path, files)
    asked_for = "conflicts north south --with-reported --at 2024-06-01"
    told = formats.write(asked_in_words(load(tmp_path / "positions"), asked_for), "text").splitlines()
    (first,) = (number for number, line in enumerate(told) if line.strip().startswith("on record, without reports"))
    assert tuple(line.strip() for line in told[first : first + len(lines)]) == lines
    assert not told[first + len(lines)]


@pytest.mark.parametrize("command", TOLD_OF_ENDED)
def test_a_position_that_a_report_ended(command: str, tmp_path: Path) -> None:
    write(tmp_path, ENDED)
    told = formats.write(asked_in_words(load(tmp_path / "positions"), f"{command} --with-reported"), "text")
    assert told.startswith(TOLD_OF_ENDED[command])


@pytest.mark.parametrize("command", OVERVIEWS_OF_ENDED)
def test_the_overview_of_a_position_that_a_report_ended(command: str, tmp_path: Path) -> None:
    write(tmp_path, ENDED)
    look = formats.Look(width=120, full=False)
    told = formats.write(asked_in_words(load(tmp_path / "positions"), f"{command} --with-reported"), "text", look)
    assert OVERVIEWS_OF_ENDED[command] in told


def test_a_position_that_a_report_ended_in_json(tmp_path: Path) -> None:
    """The red line on record stands in every answer that has the issue as one that the party is silent on."""
    write(tmp_path, ENDED)
    positions = asked(load(tmp_path / "positions"))
    shown = to_dict(positions.show("north", at="2024-03-01", with_reported=True))
    assert [(own["issue"], own["firmness"]) for own in shown["only_on_record"]] == [
        ("vote", "red-line"), ("port", "red-line"),
    ]  # fmt: skip
    compared = to_dict(positions.compare("north", "south", at="2024-03-01", with_reported=True))
    assert [(row["issue"], row["relation"], {*row["only_on_record"]}) for row in compared["issues"]] == [
        ("vote", "silent", {"north"}), ("port", "one-sided", {"north"}),
    ]  # fmt: skip
    (north,) = to_dict(positions.changes("north", since="2024-03-01", until="2024-05-01", with_reported=True))[
        "parties"
    ]
    (port,) = north["changes"]
    assert (port["kind"], port["only_on_record"]["after"]) == ("added", None)
    assert port["only_on_record"]["before"]["firmness"] == "red-line"
    assert to_dict(positions.show("north", at="2024-03-01"))["only_on_record"] == []


def test_the_steps_of_a_history(tmp_path: Path) -> None:
    """Each step after a report says what the party itself had stated by then, as long as that is another position."""
    write(tmp_path, SOFTENED)
    dossier = load(tmp_path / "positions")
    command = "history north --with-reported --until 2024-06-01"
    assert formats.write(asked_in_words(dossier, command), "text") == HISTORY
    answer = asked(dossier).history("north", until="2024-06-01", with_reported=True)
    (north,) = to_dict(answer)["parties"]
    assert [
        (step["date"], step["issue"], on_record_in_words(step["after"]), in_words(step["only_on_record"]))
        for step in north["steps"]
    ] == [
        ("2024-01-01", "port", "", ""),
        ("2024-02-01", "port", "red-line: Closed", ""),
        ("2024-02-01", "vote", "no position", ""),
        ("2024-03-01", "port", "red-line: Closed", ""),
        ("2024-04-01", "port", "", "red-line: Closed"),
        ("2024-05-01", "port", "", ""),
    ]  # fmt: skip


def on_record_in_words(term: Any) -> str:
    """What is on record beside a position of JSON; nothing where it is the same."""
    own = term and term["on_record"]
    return (in_words(own["term"]) or "no position") if own else ""


def in_words(term: Any) -> str:
    """How firm a position of JSON is, and what it says; nothing without one."""
    return f"{term['firmness']}: {term['in_words']}" if term else ""


def test_the_headings_of_what_reports_changed(folder: Path) -> None:
    answer = asked(load(folder)).conflicts("north", "south", at="2024-06-01", with_reported=True)
    assert set(HEADINGS) <= set(headings(conflicts.document(answer)))


@pytest.mark.parametrize("command", OVERVIEWS)
def test_the_overview(folder: Path, command: str) -> None:
    look = formats.Look(width=100, full=False)
    assert OVERVIEWS[command] in formats.write(asked_in_words(load(folder), command), "text", look)


def test_the_overview_of_a_draft(tmp_path: Path) -> None:
    write(tmp_path, TAKEN_AWAY)
    asked_for = "draft 2024-03-01 north --with-reported --at 2024-06-01"
    told = formats.write(
        asked_in_words(load(tmp_path / "positions"), asked_for), "text", formats.Look(width=100, full=False)
    )
    assert DRAFT_ON_TAKEN_AWAY in told


@pytest.mark.parametrize(("format", "told"), [
    ("markdown", "Free <br> reported 2024-02-01 <br> on record: **RED LINE** Ward <br> said 2024-01-01"),
    ("html", '<span class="faint">on record: </span><span class="red-line">RED LINE</span>'),
])  # fmt: skip
def test_a_draft_in_other_formats(folder: Path, format: str, told: str) -> None:
    asked_for = "draft 2024-03-01 north --with-reported --at 2024-06-01"
    assert told in formats.write(asked_in_words(load(folder), asked_for), format)
    assert told not in formats.write(asked_in_words(load(folder), asked_for.replace("--with-reported ", "")), format)


def test_what_a_report_took_away_is_shown(tmp_path: Path) -> None:
    write(tmp_path, TAKEN_AWAY)
    asked_for = "show north --with-reported --at 2024-06-01"
    assert SILENT_ON_TAKEN_AWAY in formats.write(asked_in_words(load(tmp_path / "positions"), asked_for), "text")


@pytest.mark.parametrize("command", ROWS)
def test_in_rows(command: str, tmp_path: Path) -> None:
    write(tmp_path, TAKEN_AWAY)
    positions = load(tmp_path / "positions")
    rows = records(asked_in_words(positions, f"{command} --with-reported"))
    assert [(row["issue"], row["on_record"]) for row in rows] == ROWS[command]
    columns = list(rows[0])
    after = [
        *(["by_option", "through", "verdict_through"] if command[:5] == "draft" else []),
        *(["held_since"] if command.startswith("show") else []),
        *([] if command.split(maxsplit=1)[0] in ("show", "changes") else ["silence"]),
    ]
    assert columns[columns.index("on_record") :] == ["on_record", *after]
    assert {row["on_record"] for row in records(asked_in_words(positions, command))} <= {None}


def test_in_the_rows_of_history_and_conflicts(tmp_path: Path) -> None:
    write(tmp_path, SOFTENED)
    steps = records(asked_in_words(load(tmp_path / "positions"), "history north --with-reported --until 2024-06-01"))
    assert [(row["date"], row["issue"], row["on_record"]) for row in steps] == [
        ("2024-01-01", "port", None),
        ("2024-02-01", "port", "Closed (red line)"),
        ("2024-02-01", "vote", "no position"),
        ("2024-03-01", "port", "Closed (red line)"),
        ("2024-04-01", "port", "Closed (red line)"),
        ("2024-05-01", "port", None),
    ]
    write(tmp_path, {"south/2024-02-10.yaml": "date: 2024-02-10\nterms: {port: open}\n"})
    command = "conflicts north south --with-reported --at 2024-02-15"
    terms = records(asked_in_words(load(tmp_path / "positions"), command))
    assert [(row["party"], row["on_record"]) for row in terms if row["issue"] == "port"] == [
        ("north", "Closed (red line)"), ("south", None),
    ]  # fmt: skip


@pytest.mark.parametrize(("files", "figure", "on_record"), [(FILES, 100, 0), (UNHEARD, 100, "none shared")])
def test_in_the_rows_of_matrix(files: Mapping[str, str], figure: int, on_record: object, tmp_path: Path) -> None:
    write(tmp_path, files)
    command = "matrix north south --at 2024-06-01"
    (row,) = records(asked_in_words(load(tmp_path / "positions"), f"{command} --with-reported"))
    assert (row["value"], row["on_record"]) == (figure, on_record)
    (row,) = records(asked_in_words(load(tmp_path / "positions"), command))
    assert row["on_record"] is None


def test_in_the_rows_there_may_be_no_position(folder: Path) -> None:
    (_, fee) = records(asked_in_words(load(folder), "show north --at 2024-06-01 --with-reported"))
    assert (fee["position"], fee["on_record"]) == ("at most 5 coins", "no position")


def test_in_json(folder: Path) -> None:
    positions = asked(load(folder))
    shown = to_dict(positions.compare("north", "south", at="2024-06-01", with_reported=True))
    assert [(row["issue"], row["relation"], row["on_record"]) for row in shown["issues"]] == [
        ("status", "agreed", {"relation": "contradiction", "red_line": ["north"]}),
        ("fee", "one-sided", {"relation": "silent", "red_line": []}),
    ]
    assert shown["on_record"] == {
        "summary": {"contradiction": 1, "conditional": 0, "overlap": 0, "agreed": 0, "one-sided": 0, "unassessed": 0},
        "deadlocks": 0,
    }
    assert shown["issues"][0]["terms"]["north"]["on_record"]["term"]["firmness"] == "red-line"
    assert shown["issues"][1]["terms"]["north"]["on_record"] == {"term": None}
    (north,) = to_dict(positions.draft("2024-03-01", "north", at="2024-06-01", with_reported=True))["parties"]
    assert north["on_record"] == {
        "verdict": "crosses-red-line", "red_lines": {"crossed": 1, "left_open": 0, "missing": 0},
    }  # fmt: skip
    held = [(term["issue"], term["on_record"]["term"]) for term in north["terms"]]
    assert [(issue, own and own["in_words"]) for issue, own in held] == [("status", "Ward"), ("fee", None)]
    both = to_dict(positions.conflicts("north", "south", at="2024-06-01", with_reported=True))["on_record"]
    assert both["verdict"] == {"all": "cannot-hold", "firm": "cannot-hold", "red_line": "can-hold"}
    assert both["conflicts"] == 1
    assert [(c["party"], c["issue"], c["term"] and c["term"]["firmness"]) for c in both["changed"]] == [
        ("north", "status", "red-line"), ("north", "fee", None),
    ]  # fmt: skip
    (pair,) = to_dict(positions.matrix("north", "south", at="2024-06-01", with_reported=True))["pairs"]
    assert pair["on_record"] == {"value": 0.0, "shared": 1, "issues": 2, "red_lines": ["status"]}
    assert to_dict(positions.conflicts("north", "south", at="2024-06-01"))["on_record"] is None
    without = to_dict(positions.compare("north", "south", at="2024-06-01"))
    assert {row["on_record"] for row in without["issues"]} == {None}


def test_deadlocks_of_the_record(tmp_path: Path) -> None:
    """A report that turns an order round takes a deadlock away, or makes one: both are told."""
    files = {
        "agenda.yaml": """
            posdiff: 1
            parties: {north: {name: North}, south: {name: South}}
            steps: {truce: Truce, talks: Talks}
            issues: {course: {title: Course, kind: sequence}}
            """,
        "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {course: {order: [truce, talks]}}\n",
        "south/2024-01-01.yaml": "date: 2024-01-01\nterms: {course: {order: [talks, truce]}}\n",
        "south/2024-02-01.yaml": "date: 2024-02-01\nstanding: reported\nterms: {course: {order: [truce, talks]}}\n",
    }
    write(tmp_path, files)
    command = "compare north south --with-reported --only deadlock --at 2024-06-01"
    assert formats.write(asked_in_words(load(tmp_path / "positions"), command), "text") == (
        "North and South as of 2024-06-01 (last heard: North 2024-01-01, South 2024-02-01): 1 issue; no "
        "contradiction, 1 agreed\n"
        "  What is only reported is counted as well.\n"
        "  On record, without reports: 1 issue; 1 contradiction, 1 deadlock\n"
        "  No issue to show.\n"
    )
    write(tmp_path, {**files, "north/2024-03-01.yaml": "date: 2024-03-01\nterms: {course: {order: [talks, truce]}}\n"})
    shown = formats.write(asked_in_words(load(tmp_path / "positions"), command), "text")
    assert REPORTED_DEMAND in shown


def test_a_filter_takes_nothing_on_record_from_a_deadlock(tmp_path: Path) -> None:
    """One demand of the ring is on an issue that is not asked for; it is told all the same that it is only reported."""
    agenda = """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        steps: {truce: Truce, talks: Talks}
        issues: {course: {title: Course, kind: sequence}, start: {title: Start, kind: sequence}}
        """
    files = {
        "agenda.yaml": agenda,
        "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {course: {order: [truce, talks]}}\n",
        "south/2024-02-01.yaml": "date: 2024-02-01\nstanding: reported\nterms: {start: {order: [talks, truce]}}\n",
    }
    write(tmp_path, files)
    command = "compare north south --with-reported --only deadlock --issue course --at 2024-06-01"
    shown = formats.write(asked_in_words(load(tmp_path / "positions"), command), "text")
    assert "South, reported 2024-02-01, on Start; on record: no position" in shown


def sentences() -> list[str]:
    """Every line above."""
    ended = (*TOLD_OF_ENDED.values(), *OVERVIEWS_OF_ENDED.values(), HISTORY)
    further = REPORTED_DEMAND, DRAFT_ON_TAKEN_AWAY, SILENT_ON_TAKEN_AWAY
    pages = (*PAGES.values(), *OVERVIEWS.values(), *ended, *further)
    lines = [line for page in pages for line in page.splitlines()]
    return [*lines, *(line for _, told in VERDICTS for line in told), *HEADINGS]
