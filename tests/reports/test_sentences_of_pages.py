"""Every sentence on the pages that list and search, and on two versions of a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from patterns import headings

from answering import asked, asked_in_words
from posdiff.dossier.reading.load import load
from posdiff.dossier.reading.single import read_single
from posdiff.dossier.sources.tree import File
from posdiff.reports import formats
from posdiff.reports.compose import drafts, find, matrix, parties, show, validate, versions
from posdiff.reports.document import Remarks
from posdiff.reports.writers import terminal
from writing import write

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          union: {name: Union, aliases: [staff]}
          employer: {name: Employer}
          press: {name: Press, observer: true, note: Reports on it.}
        topics: {money: Money}
        issues:
          pay: {title: Pay, kind: quantity, unit: percent, topic: money, unlimited: No limit}
          site: {title: Site, kind: choice, options: {stays: Stays, moves: Moves}}
          canteen: {title: Canteen, kind: choice, options: {kept: Kept, shut: Shut}}
          hours: {title: Hours, kind: quantity, unit: hour}
          preamble: {title: Preamble, kind: text}
        rules:
          - {if: {site: moves}, then: {canteen: shut}, why: The canteen stands there.}
        """,
    "union/2026-03-02.yaml": """
        date: 2026-03-02
        title: Demands
        speaker: The chair
        sources: {leaflet: {title: Our site, url: "https://example.org/site"}}
        corrects: {hours: The misprint of a figure.}
        terms:
          pay: {min: 6, firmness: red-line, quote: Six and no less.}
          site: stays
          canteen: kept
          hours: {max: 35}
          preamble: The site is ours.
        """,
    "employer/2026-03-05.yaml": """
        date: 2026-03-05
        terms: {pay: {max: 3}, site: stays, canteen: kept, hours: {max: 35}}
        """,
    "drafts/2026-03-03-offer.yaml": "date: 2026-03-03\nby: employer\noutcomes: {pay: 3}\n",
    "drafts/2026-03-10-offer.yaml": """
        date: 2026-03-10
        title: An offer of both
        by: [employer, a friend]
        previous: 2026-03-03-offer
        standing: reported
        note: As it was heard.
        outcomes: {pay: {options: [3, 4]}}
        """,
    "drafts/2026-03-12.yaml": """
        date: 2026-03-12
        by: press
        previous: 2026-03-10-offer
        final: true
        outcomes: {pay: {options: [3, 4]}, hours: {options: [35, 36]}}
        """,
}
#: By command, the page that it prints.
PAGES = {
    "show employer --at 2026-04-01": """\
Employer as of 2026-04-01: a position on 4 of 5 issues

MONEY

Pay  pay
  position    at most 3 percent  [said 2026-03-05]
              employer/2026-03-05.yaml:2
  rests on    no quote · no publisher named · 27 days old · coded once

NO TOPIC

Site  site
  position    Stays  [said 2026-03-05]
              employer/2026-03-05.yaml:2
  rests on    no quote · no publisher named · 27 days old · coded once

Canteen  canteen
  position    Kept  [said 2026-03-05]
              employer/2026-03-05.yaml:2
  rests on    no quote · no publisher named · 27 days old · coded once

Hours  hours
  position    at most 35 hours  [said 2026-03-05]
              employer/2026-03-05.yaml:2
  rests on    no quote · no publisher named · 27 days old · coded once

SILENT ON (1)
  Preamble  preamble
""",
    "matrix --at 2026-04-01": """\
Overlap as of 2026-04-01
  No quote is verified here: no source page is kept.

OVERLAP, IN PERCENT  of the issues with a verdict on the two, the percentage agreed or with an outcome that neither \
refuses

  Party     Union  Employer
  Union     –      75
  Employer  75     –

ISSUES THAT THE FIGURE IS TAKEN OVER

  Party     Union  Employer
  Union     –      4
  Employer  4      –

CONTESTED ISSUES WITH A RED LINE  contested: a contradiction, or agreement depends on conditions; one of the two \
has a red line there, which need not be what keeps them apart

  Party     Union  Employer
  Union     –      1
  Employer  1      –

PAIR BY PAIR
  Union and Employer
    75.0 % ▓, 3 of 4 (5 issues)
    a red line on 1 issue: Pay
""",
    "matrix --at 2026-03-04": """\
Overlap as of 2026-03-04

OVERLAP, IN PERCENT  of the issues with a verdict on the two, the percentage agreed or with an outcome that neither \
refuses; ∅: no issue shared

  Party     Union  Employer
  Union     –      ∅
  Employer  ∅      –

ISSUES THAT THE FIGURE IS TAKEN OVER

  Party     Union  Employer
  Union     –      0
  Employer  0      –

PAIR BY PAIR
  Union and Employer: none shared, over 0 of 5 issues
""",
    "issues --at 2026-04-01": """\
5 issues

MONEY

Pay  pay
  kind        quantity
  positions   Union, Employer

NO TOPIC

Site  site
  kind        choice
  positions   Union, Employer

Canteen  canteen
  kind        choice
  positions   Union, Employer

Hours  hours
  kind        quantity
  positions   Union, Employer

Preamble  preamble
  kind        text
  positions   Union
""",
    "parties": """\
3 parties

PARTIES

Union  union
  aliases     staff
  statements  1, 2026-03-02 to 2026-03-02

Employer  employer
  statements  1, 2026-03-05 to 2026-03-05

Press  press
  observer: takes part in an answer only when it is named
  Reports on it.
  statements  0
""",
    "drafts": """\
3 drafts

DRAFTS

2026-03-03-offer  2026-03-03-offer
  day         2026-03-03
  by          Employer

An offer of both  2026-03-10-offer
  As it was heard.
  day         2026-03-10
  by          Employer and a friend
  version     follows 2026-03-03-offer
  state       as reported; 1 bracket open: Pay

2026-03-12  2026-03-12
  day         2026-03-12
  by          Press
  version     follows 2026-03-10-offer
  state       put up for adoption; 2 brackets open: Pay and Hours
""",
    "drafts --at 2026-03-04": """\
1 draft

DRAFTS

2026-03-03-offer  2026-03-03-offer
  day         2026-03-03
  by          Employer
""",
    "drafts --at 2026-03-02": """\
0 drafts
""",
    "find pay site": """\
No text holds “pay” and “site”
""",
    "find site": """\
4 texts with “site”

AGENDA
  issue title
    Site
    positions/agenda.yaml:9

2026-03-02, Union: Demands
  source title
    Our site
    positions/union/2026-03-02.yaml:4
  address
    https://example.org/site
    positions/union/2026-03-02.yaml:4
  position in words on Preamble
    The site is ours.
    positions/union/2026-03-02.yaml:11
""",
    "find limit": """\
1 text with “limit”

AGENDA
  title of no limit on Pay
    No limit
    positions/agenda.yaml:8
""",
    "find banner": """\
No text holds “banner”
""",
    "find canteen": """\
2 texts with “canteen”

AGENDA
  issue title
    Canteen
    positions/agenda.yaml:10
  reason
    The canteen stands there.
    positions/agenda.yaml:14
""",
    "find misprint": """\
1 text with “misprint”

2026-03-02, Union: Demands
  reason of a correction on Hours
    The misprint of a figure.
    positions/union/2026-03-02.yaml:5
""",
    "find moves --topic money --party union": """\
No text holds “moves”
  Only texts of Union.
  Only texts on Money.
""",
}
BEFORE = """\
date: 2026-03-02
title: Demands
speaker: The chair
note: Read out.
sources: {leaflet: {title: Our site, url: "https://example.org/site"}}
terms:
  pay: {min: 6, firmness: red-line, quote: Six and no less., note: A note., expires: 2026-12-31}
  site: {accepts: stays, firmness: flexible}
reaffirms: [canteen]
withdraws: [hours]
"""
AFTER = (
    BEFORE.replace("min: 6", "min: 5")
    .replace("flexible", "firm")
    .replace("[canteen]", "[preamble]")
    .replace("Demands", "Demands again")
)
#: The file as it was and as it is, its path before, if that was another; and what is told of it.
VERSIONS: dict[str, tuple[str | None, str | None, str | None, str]] = {
    "changed": (
        BEFORE,
        AFTER,
        None,
        """\
diff --posdiff a/union/2026-03-02.yaml b/union/2026-03-02.yaml
changed file
  ▽ Pay  pay
    change    softened
    before    RED LINE  a limit of 6 percent or higher, or none
    after     RED LINE  a limit of 5 percent or higher, or none
  ▲ Site  site
    change    hardened
    before    flexible  Stays
    after     Stays
  reaffirms: now preamble; no longer canteen
  title: Demands → Demands again
""",
    ),
    "renamed": (
        BEFORE,
        BEFORE,
        "union/2026-03-02.yaml",
        """\
diff --posdiff a/union/2026-03-02.yaml b/union/2026-03-02-b.yaml
renamed from union/2026-03-02.yaml
changed file
  no change in meaning: only comments, order or spelling
""",
    ),
    "new": (
        None,
        BEFORE,
        None,
        """\
diff --posdiff a/union/2026-03-02.yaml b/union/2026-03-02.yaml
new file
  + Pay  pay
    change    added
    after     RED LINE  a limit of 6 percent or higher, or none
  + Site  site
    change    added
    after     flexible  Stays
  withdraws: now hours
  reaffirms: now canteen
  title: Demands
  speaker: The chair
""",
    ),
    "deleted": (
        BEFORE,
        None,
        None,
        """\
diff --posdiff a/union/2026-03-02.yaml b/union/2026-03-02.yaml
deleted file
  − Pay  pay
    change    no longer in the file
    before    RED LINE  a limit of 6 percent or higher, or none
  − Site  site
    change    no longer in the file
    before    flexible  Stays
  withdraws: no longer hours
  reaffirms: no longer canteen
  title: Demands
  speaker: The chair
""",
    ),
    "dropped": (
        BEFORE,
        BEFORE.replace("  site: {accepts: stays, firmness: flexible}\n", "  canteen: {accepts: shut, adds: true}\n"),
        None,
        """\
diff --posdiff a/union/2026-03-02.yaml b/union/2026-03-02.yaml
changed file
  after [issue-twice] 9:13 `canteen` is named under `reaffirms` and, on line 8, under another key
  − Site  site
    change    no longer in the file
    before    flexible  Stays
  + Canteen  canteen
    change    added
    after     in addition: Shut
  reaffirms: no longer canteen
""",
    ),
    "broken": (
        BEFORE,
        "date: 2026-03-02\nterms: {a: x, b: x, c: x, d: x, e: x}\n",
        None,
        """\
diff --posdiff a/union/2026-03-02.yaml b/union/2026-03-02.yaml
changed file
  after [unknown-issue] 2:9 no issue `a` in the agenda
  after [unknown-issue] 2:15 no issue `b` in the agenda
  after [unknown-issue] 2:21 no issue `c` in the agenda
  after: 2 more errors
  − Pay  pay
    change    no longer in the file
    before    RED LINE  a limit of 6 percent or higher, or none
  − Site  site
    change    no longer in the file
    before    flexible  Stays
  withdraws: no longer hours
  reaffirms: no longer canteen
  note: Read out. → nothing
  sources: {leaflet: {title: Our site, url: https://example.org/site}} → nothing
  speaker: The chair → nothing
  terms.a: nothing → x
  terms.b: nothing → x
  terms.c: nothing → x
  terms.d: nothing → x
  terms.e: nothing → x
  title: Demands → nothing
""",
    ),
    "unreadable": (
        "terms: [",
        "terms: {",
        None,
        """\
diff --posdiff a/union/2026-03-02.yaml b/union/2026-03-02.yaml
changed file
  before [yaml-syntax] 1:9 not valid YAML: expected the node content, but found '<stream end>' (while parsing a \
flow node)
  after [yaml-syntax] 1:9 not valid YAML: expected the node content, but found '<stream end>' (while parsing a flow \
node)
@@ -1 +1 @@
-terms: [
+terms: {
""",
    ),
    "empty": (
        None,
        "",
        None,
        """\
diff --posdiff a/union/2026-03-02.yaml b/union/2026-03-02.yaml
new file
  after [empty-file] 1:1 the file is empty
@@ -0,0 +1 @@
+
""",
    ),
}
IN_WORDS = """\
statement of 2026-03-02, stated: Demands
speaker: The chair
note: Read out.
source leaflet: Our site <https://example.org/site>
Pay (pay): RED LINE  a limit of 6 percent or higher, or none
Pay (pay), quote: “Six and no less.”
Pay (pay), source: leaflet
Pay (pay), note: A note.
Pay (pay), expires: 2026-12-31
Site (site): flexible  Stays
Site (site), source: leaflet
withdraws: hours
reaffirms: canteen
"""
HEADINGS = (
    "Employer: Money",
    "Issue",
    "Position",
    "Employer: No topic",
    "Topic: Money",
    "Firmness: firm",
    "Overlap of every pair",
    "",
    "Union",
    "Employer",
    "The parties",
    "Party",
    "Aliases",
    "Statements",
    "The drafts",
    "Draft",
    "Day",
    "By",
    "Version",
    "State",
    "Agenda",
    "Kind",
    "Text",
    "Place",
    "2026-03-02, Union: Demands",
    "Severity: ",
    "Rule: ",
)
#: The last line of a difference of more lines than are shown.
CUT = "and 503 lines more"
#: The title of a page of findings, and what stands over its columns.
OVER_FINDINGS = ("posdiff validate: error", "Place", "What was found", "What to do")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, FILES)
    return tmp_path


@pytest.mark.parametrize("command", PAGES)
def test_the_page(command: str, folder: Path) -> None:
    assert formats.write(asked_in_words(load(folder / "positions"), command), "text") == PAGES[command]


def _agenda(folder: Path) -> File:
    return File("agenda.yaml", (folder / "positions" / "agenda.yaml").read_bytes())


@pytest.mark.parametrize("case", VERSIONS)
def test_two_versions_of_a_file(case: str, folder: Path) -> None:
    before, after, was, told = VERSIONS[case]
    path = "union/2026-03-02-b.yaml" if was else "union/2026-03-02.yaml"
    old = None if before is None else read_single(before.encode(), was or path, _agenda(folder))
    new = None if after is None else read_single(after.encode(), path, _agenda(folder))
    assert terminal.write(versions.document(path, was, old, new), terminal.TerminalOptions()) == told


def test_a_statement_in_words(folder: Path) -> None:
    single = read_single(BEFORE.encode(), "union/2026-03-02.yaml", _agenda(folder))
    assert terminal.write(versions.statement(single, "2026-03-02.yaml"), terminal.TerminalOptions()) == IN_WORDS


def test_what_stands_over_columns(folder: Path) -> None:
    positions, at = asked(load(folder / "positions")), "2026-04-01"
    assert headings(
        show.document(positions.show("employer", at=at)), matrix.document(positions.matrix(at=at)),
        parties.document(positions.parties()), drafts.document(positions.drafts()),
        find.document(positions.find("site")), validate.document(positions.validate()),
    ) == HEADINGS  # fmt: skip


def test_a_long_difference_is_cut(folder: Path) -> None:
    broken = "terms: [\n" + "# a line\n" * 2500
    told = terminal.write(
        versions.document(
            "union/2026-03-02.yaml", None, None, read_single(broken.encode(), "union/2026-03-02.yaml", None)
        ),
        terminal.TerminalOptions(),
    )
    assert told.splitlines()[-1] == CUT


def test_what_stands_over_findings(folder: Path) -> None:
    (folder / "positions" / "union" / "2026-03-03.yaml").write_text("date: 2026-03-04\n", encoding="utf-8")
    document = validate.document(asked(load(folder / "positions")).validate())
    remarks = next(block for section in document.sections for block in section.blocks if isinstance(block, Remarks))
    assert (document.title, *remarks.columns) == OVER_FINDINGS


def sentences() -> list[str]:
    """All that is told here."""
    pages = (*PAGES.values(), *(told for *_, told in VERSIONS.values()), IN_WORDS, CUT)
    return [*HEADINGS, *OVER_FINDINGS, *(line for page in pages for line in page.splitlines())]
