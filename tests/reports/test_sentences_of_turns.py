"""Memberships that began or ended in a period are named in each answer on it, where no position changed too."""

from __future__ import annotations

from pathlib import Path

from answering import asked, asked_in_words, to_dict
from posdiff.reports import formats
from posdiff.reports.document import Chronicle
from posdiff.reports.formats import Look
from posdiff.reports.site import feed, issue
from writing import dossier

#: Togo goes from one bloc to another that holds the same, then into a third that holds nothing.
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          togo: {name: Togo}
          east: {name: East, members: {togo: {until: 2024-02-28}}}
          west: {name: West, members: {togo: {from: 2024-02-29}}}
          club: {name: Club, members: {togo: {from: 2024-04-01}}}
        issues: {fee: {title: Fee, kind: choice, options: {yes: Yes, no: No}}}
        """,
    "joint/2024-01-05.yaml": "date: 2024-01-05\nparties: [east, west]\nterms: {fee: yes}\n",
}
SINCE = "--since 2024-02-01"
CHANGES = """\
Changes from the end of 2024-02-01 to 2024-05-01

Togo
  = Nothing changed in the position held on 2024-02-01: it was not stated again.
  Memberships: left East and joined West 2024-02-29; joined Club 2024-04-01.
"""
HISTORY = """\
How the positions came about

Togo  0 statements

2024-02-29: left East and joined West
    unchanged  Fee: through West: Yes

2024-04-01: joined Club
  changed no position
"""
OVERVIEW = """\
  Day         Statement                  What it did
  2024-02-29  left East and joined West  1 unchanged
  2024-04-01  joined Club                changed no position
"""
BRIEF = "  Togo: nothing changed; left East and joined West 2024-02-29; joined Club 2024-04-01. East: nothing changed."
FEED = """\
<title>Togo: joined Club</title>
<title>Togo: left East and joined West</title>
<title>East and West: joint/2024-01-05</title>
"""
JSON = [
    {"party": "togo", "bloc": "east", "how": "left", "date": "2024-02-29"},
    {"party": "togo", "bloc": "west", "how": "joined", "date": "2024-02-29"},
    {"party": "togo", "bloc": "club", "how": "joined", "date": "2024-04-01"},
]


def test_changes(tmp_path: Path) -> None:
    answer = asked_in_words(dossier(tmp_path, FILES), f"changes togo {SINCE} --until 2024-05-01")
    assert formats.write(answer, "text", Look(width=120, full=False)) == CHANGES
    assert to_dict(answer)["parties"][0]["memberships"] == JSON
    before = asked_in_words(dossier(tmp_path, FILES), f"changes togo {SINCE} --until 2024-02-28")
    assert "memberships" not in to_dict(before)["parties"][0]


def test_history(tmp_path: Path) -> None:
    answer = asked_in_words(dossier(tmp_path, FILES), f"history togo {SINCE} --until 2024-05-01")
    assert formats.write(answer, "text") == HISTORY
    assert OVERVIEW in formats.write(answer, "text", Look(width=120, full=False))
    assert to_dict(answer)["parties"][0]["memberships"] == JSON


def test_brief_and_feed(tmp_path: Path) -> None:
    found = dossier(tmp_path, FILES)
    answer = asked_in_words(found, f"brief togo east {SINCE} --at 2024-05-01")
    assert BRIEF in formats.write(answer, "text").splitlines()
    entries = [line for line in feed.text(asked(found).site(at="2024-05-01")).splitlines() if "<title>" in line]
    assert "\n".join((*entries[1:], "")) == FEED


#: Niger holds what the pact says by the ring, which leaves it, and later joins the pact itself.
OF_BLOCS_ABOVE = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          niger: {name: Niger}
          ring: {name: Ring, members: [niger]}
          pact: {name: Pact, members: {ring: {until: 2024-02-28}, niger: {from: 2024-04-01}}}
          club: {name: Club, members: {ring: {from: 2024-03-01}}}
        issues: {fee: {title: Fee, kind: choice, options: {yes: Yes, no: No}}}
        """,
    "pact/2024-01-05.yaml": "date: 2024-01-05\nterms: {fee: yes}\n",
}
THERE_AND_BACK = """\
Changes from the end of 2024-02-01 to 2024-05-01

Niger
  = Nothing changed in the position held on 2024-02-01: it was not stated again.
  Changed, and changed back: Fee.
  Memberships: Ring left Pact 2024-02-29; joined Pact 2024-04-01.
"""


def test_a_membership_of_a_bloc_above_that_moved_a_position(tmp_path: Path) -> None:
    """No other of these: that the ring joined the club, which holds nothing, is its own affair."""
    question = f"changes niger {SINCE} --until 2024-05-01"
    answer = asked_in_words(dossier(tmp_path, OF_BLOCS_ABOVE), question)
    assert formats.write(answer, "text") == THERE_AND_BACK
    assert to_dict(answer)["parties"][0]["memberships"] == [
        {"party": "ring", "bloc": "pact", "how": "left", "date": "2024-02-29"},
        {"party": "niger", "bloc": "pact", "how": "joined", "date": "2024-04-01"},
    ]


#: Togo leaves a bloc, and holds what it holds through the other; on Form that said again a part of what the first says.
OF_TWO_BLOCS = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          togo: {name: Togo}
          east: {name: East, members: {togo: {until: 2024-02-28}}}
          west: {name: West, members: [togo]}
        issues:
          fee: {title: Fee, kind: choice, options: {yes: Yes, no: No}}
          form: {title: Form, kind: choice, options: {grants: Grants, loans: Loans, taxes: Taxes}}
        """,
    "east/2024-01-05.yaml": "date: 2024-01-05\nterms: {fee: no, form: grants}\n",
    "west/2024-01-06.yaml": """
        date: 2024-01-06
        terms: {fee: {accepts: yes, firmness: red-line}, form: [grants, loans]}
        """,
}
STILL_IN_ONE = """\
How the positions came about

Togo  0 statements

2024-02-29: left East
  ⊖ no longer inherited  Fee: no longer held: through East: No (firm)
                         still: through West: RED LINE  Yes
  ⊖ no longer inherited  Form: no longer held: through East: Grants
                         still: through West: Grants or Loans
"""
FEED_OF_ONE = """\
<title>Togo: left East</title>
<summary>Fee, no longer inherited: no longer held: through East: No (firm); still: through West: Yes (red line)
Form, no longer inherited: no longer held: through East: Grants; still: through West: Grants or Loans; \
farther from East</summary>
"""
#: By the issue, the lines of its last move on its page of the site.
ON_THE_PAGES = {
    "fee": [
        "no longer inherited: no longer held: through East: No (firm)",
        "still: through West: RED LINE  Yes",
    ],
    "form": [
        "no longer inherited: no longer held: through East: Grants",
        "still: through West: Grants or Loans",
    ],
}
BRIEF_OF_ONE = "Togo, softened 2024-02-29, left East: no longer held: through East: Grants; still: through West: \
Grants or Loans"


def test_what_a_bloc_took_with_it_is_not_what_is_still_held(tmp_path: Path) -> None:
    found = dossier(tmp_path, OF_TWO_BLOCS)
    answer = asked_in_words(found, f"history togo {SINCE} --until 2024-05-01")
    assert formats.write(answer, "text") == STILL_IN_ONE
    site = asked(found).site(at="2024-05-01")
    entries = feed.text(site).split("<entry>\n")
    told = [line for line in entries[1].splitlines() if not line.startswith(("<id>", "<updated>", "<link", "</"))]
    assert "\n".join((*told, "")) == FEED_OF_ONE
    pages = {row.issue.id: issue.document(site, row) for row in site.compare.issues}
    for id, words in ON_THE_PAGES.items():
        (block,) = next(section for section in pages[id].sections if section.anchor == "history").blocks
        assert isinstance(block, Chronicle)
        assert ["".join(run.text for run in line) for line in block.events[-1].lines] == words
    short = formats.write(asked_in_words(found, f"brief togo east {SINCE} --at 2024-05-01"), "text")
    assert BRIEF_OF_ONE in " ".join(short.split())


def sentences() -> list[str]:
    """Every line above."""
    pages = CHANGES, THERE_AND_BACK, HISTORY, OVERVIEW, BRIEF, FEED, STILL_IN_ONE, FEED_OF_ONE, BRIEF_OF_ONE
    on_pages = (line for lines in ON_THE_PAGES.values() for line in lines)
    return [*(line for page in pages for line in page.splitlines()), *on_pages]
