"""What was said is never mixed with what was only reported; who spoke and what is noted stand with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from answering import asked, to_dict
from posdiff.answers.positions import Positions
from posdiff.reports import formats
from posdiff.reports.provenance import UNOFFICIAL
from posdiff.reports.site import pages
from writing import dossier

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}}
    issues:
      land: {title: Land, kind: set, members: {hill: Hill, port: Port, mill: Mill}}
      fee: {title: Fee, kind: quantity, unit: coin}
    """
HEAD = "date: {}\ntitle: {}\nspeaker: {}\nstanding: {}\nnote: {}\nsources: {{a: {{title: Page of {}}}}}\n"
DAY = "2024-06-01"


def statement(
    day: str, title: str, speaker: str, rest: str, standing: str = "stated", note: str = "Heard live."
) -> str:
    return HEAD.format(day, title, speaker, standing, note, day) + rest


@pytest.fixture
def positions(tmp_path: Path) -> Positions:
    """North is reported to want the hill, says that it wants the port too, and says what it was reported to say."""
    return asked(dossier(tmp_path, {
        "agenda.yaml": AGENDA,
        "north/2024-01-01.yaml": statement(
            "2024-01-01", "A leak", "An aide", "terms: {land: {includes: hill}, fee: {max: 5}}", "reported", "Unnamed."
        ),
        "north/2024-02-01.yaml": statement(
            "2024-02-01", "A speech", "The mayor",
            "terms: {land: {includes: port, adds: true, firmness: red-line, quote: The port too., note: As read.}, "
            "fee: {max: 5}}",
        ),
        "north/2024-03-01.yaml": statement("2024-03-01", "A letter", "The mayor", "reaffirms: [fee]"),
        "north/2024-04-01.yaml": statement(
            "2024-04-01", "Another leak", "An aide", "reaffirms: [fee]", "reported", "Unnamed."
        ),
        "south/2024-01-01.yaml": statement("2024-01-01", "An offer", "The baker", "terms: {land: {excludes: port}}"),
    }))  # fmt: skip


def test_how_many_positions_are_from_no_official_source(tmp_path: Path) -> None:
    """One of which no class is given counts beside others: in brief, in pictures, on the page of the party."""
    sources = (
        "sources: {o: {class: official}, p: {class: press}, r: {class: repost}, u: {class: unknown}, n: {title: N}}"
    )
    terms = {
        "land": "{includes: hill, source: [p, r]}", "fee": "{max: 5, source: [o, p]}",
        "toll": "{max: 5, source: [p, u]}", "tax": "{max: 5, source: n}", "rent": "{max: 5, source: p}",
    }  # fmt: skip
    said = "".join(f"  {issue}: {term}\n" for issue, term in terms.items())
    read = asked(dossier(tmp_path, {
        "agenda.yaml": AGENDA + "".join(f"  {issue}: {{kind: quantity}}\n    " for issue in ("toll", "tax", "rent")),
        "north/2024-01-01.yaml": f"date: 2024-01-01\n{sources}\nterms:\n{said}",
        "south/2024-01-01.yaml": "date: 2024-01-01\nterms: {land: {excludes: port}, rent: {max: 3}}",
    }))  # fmt: skip
    told = f"{UNOFFICIAL}: 4 of 5 positions of North."
    assert told in formats.write(read.chart("grid", "north", "south", at=DAY), "text")
    scale = formats.write(read.chart("scale", "north", "south", at=DAY), "text")
    assert f"{UNOFFICIAL}: 1 of 1 position of North." in scale
    assert told in formats.write(read.chart("movement", since="2024-01-02", until=DAY), "text")
    brief = formats.write(read.brief("north", "south", at=DAY), "text")
    assert "No source known to be official: North on 4 (" in brief
    on_the_page = f"As of {DAY}: {told[0].lower()}{told[1:]}"  # which stays where the slider is moved
    assert on_the_page in pages.files(read.site(at=DAY))["parties/north.html"]


def test_in_text(positions: Positions) -> None:
    out = formats.write(positions.compare("north", "south", at=DAY, with_reported=True), "text")
    assert "must include: Hill  [reported 2024-01-01]\n" in out
    assert "and RED LINE  must include: Port  [said 2024-02-01]\n" in out
    assert "at most 5 coins  [reported 2024-01-01, said 2024-02-01, reported again 2024-04-01]" in out
    out = formats.write(positions.show("north", at=DAY, with_reported=True), "text")
    assert "must include: Hill  [reported 2024-01-01]\n" in out
    assert "and RED LINE  must include: Port  [said 2024-02-01]\n" in out
    assert "at most 5 coins  [reported 2024-01-01, said 2024-02-01, reported again 2024-04-01]\n" in out
    out = formats.write(positions.compare("north", "south", at=DAY), "text")
    assert "must include: Port  [said 2024-02-01]" in out
    assert "at most 5 coins  [said 2024-02-01, reaffirmed 2024-03-01]" in out


def test_in_json(positions: Positions) -> None:
    """What rests on a report is reported; what was stated since is stated."""
    out = to_dict(positions.show("north", at=DAY, with_reported=True))
    assert [(term["issue"], term["standing"]) for term in out["terms"]] == [("land", "reported"), ("fee", "stated")]
    out = to_dict(positions.show("north", at=DAY))
    assert [(term["issue"], term["standing"]) for term in out["terms"]] == [("land", "stated"), ("fee", "stated")]


def test_in_a_cell(positions: Positions) -> None:
    out = formats.write(positions.show("north", at=DAY, with_reported=True), "markdown")
    assert out.splitlines()[12:15] == [
        "| Issue | Position |",
        "| --- | --- |",
        "| **Land** <br> land | must include: Hill <br> reported 2024-01-01[^1] <br> and **RED LINE** must "
        "include: Port <br> said 2024-02-01[^2] <br> on record: **RED LINE** must include: Port <br> said "
        "2024-02-01[^2] <br> Speaker of 2024-01-01: An aide <br> Note of 2024-02-01: As read. "
        "<br> rests on: own quote · no publisher named · "
        "4 months old · coded once |",
    ]
    assert (
        "reported 2024-01-01[^1], said 2024-02-01[^2], reaffirmed 2024-03-01[^3], reported again 2024-04-01[^4]" in out
    )


def test_the_history_on_paper(positions: Positions) -> None:
    """Each statement with its speaker, whether it is reported, its note; each move with red line, quote and note."""
    out = formats.write(positions.history("north", until=DAY, with_reported=True), "markdown")
    assert re.sub(" sha256:[0-9a-f]{64}", "", out) == HISTORY
    html = formats.write(positions.history("north", until=DAY, with_reported=True), "html")
    for words in ("An aide; reported, not stated", "Note: Unnamed.", "RED LINE", "The port too.", "Note: As read."):
        assert words in html


def test_the_statements_of_a_report(positions: Positions) -> None:
    out = formats.write(positions.report("north", "south", at=DAY), "markdown")
    assert (
        "- 2024-01-01 **South**, An offer[^2]\n  - The baker\n  - Note: Heard live.\n"
        "- 2024-02-01 **North**, A speech[^1]\n  - The mayor\n  - Note: Heard live.\n"
    ) in out
    html = formats.write(positions.report("north", "south", at=DAY), "html")
    assert "The baker" in html
    assert "Note: Heard live." in html


HISTORY = """\
<!-- posdiff history -->

# How the positions came about

What is only reported is counted as well.

No quote is verified here: no source page is kept.

## Line of statements

```mermaid
timeline
  title Statements
  section 2024
    2024-01-01 : North, A leak (reported)
    2024-02-01 : North, A speech
    2024-03-01 : North, A letter
    2024-04-01 : North, Another leak (reported)
```

- 2024-01-01 **North**, A leak (reported)[^1]
  - An aide; reported, not stated
  - Note: Unnamed.
- 2024-02-01 **North**, A speech[^2]
  - The mayor
  - Note: Heard live.
- 2024-03-01 **North**, A letter[^3]
  - The mayor
  - Note: Heard live.
- 2024-04-01 **North**, Another leak (reported)[^4]
  - An aide; reported, not stated
  - Note: Unnamed.

## North

*4 statements*

### 2024-01-01: A leak

*north/2024-01-01.yaml*

An aide; reported, not stated

Note: Unnamed.

| Move | Issue | Position then |
| --- | --- | --- |
| + added | **Land** <br> land | must include: Hill[^1] <br> on record: no position |
| + added | **Fee** <br> fee | at most 5 coins[^1] <br> on record: no position |

### 2024-02-01: A speech

*north/2024-02-01.yaml*

The mayor

Note: Heard live.

| Move | Issue | Position then |
| --- | --- | --- |
| ▲ hardened | **Land** <br> land | as before: must include: Hill <br> and **RED LINE** must include: Port[^2] \
<br> on record: **RED LINE** must include: Port <br> Note: As read. |
| = reaffirmed | **Fee** <br> fee | at most 5 coins[^2] |

**Land**, in their words:

> “The port too.”
> — The mayor, North, 2024-02-01[^2]

### 2024-03-01: A letter

*north/2024-03-01.yaml*

The mayor

Note: Heard live.

| Move | Issue | Position then |
| --- | --- | --- |
| = reaffirmed | **Fee** <br> fee | at most 5 coins[^3] |

### 2024-04-01: Another leak

*north/2024-04-01.yaml*

An aide; reported, not stated

Note: Unnamed.

| Move | Issue | Position then |
| --- | --- | --- |
| = reaffirmed | **Fee** <br> fee | at most 5 coins[^4] |

## Sources

[^1]: Page of 2024-01-01
[^2]: Page of 2024-02-01
[^3]: Page of 2024-03-01
[^4]: Page of 2024-04-01
"""
