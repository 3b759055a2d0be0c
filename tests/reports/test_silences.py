"""Which silence it is, wherever a party is called silent: a small dossier in, the line, the rows and the JSON out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from answering import asked, asked_in_words, to_dict
from posdiff.reports import formats
from posdiff.reports.formats import Look
from posdiff.reports.records import records
from posdiff.reports.site import pages
from writing import dossier

#: Of North a page is kept that is not on this machine; East speaks later on; of West nothing is on file, and of Isle
#: only what its bloc said.
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, east: {name: East}, west: {name: West}, league: {name: League, members: [isle]},
                  isle: {name: Isle}}
        issues:
          seat: {title: Seat, kind: choice, options: {capital: The capital, coast: The coast}}
          fee: {title: Fee, kind: quantity}
          tax: {title: Tax, kind: quantity}
        """,
    "north/2026-01-01.yaml": f"""
        date: 2026-01-01
        sources: {{paper: {{title: Paper, snapshot: {{file: paper.txt, sha256: {"a" * 64}}}}}}}
        terms: {{seat: {{accepts: capital, quote: The capital.}}}}
        """,
    "east/2026-06-01.yaml": "date: 2026-06-01\nterms: {tax: {max: 5}}\n",
    "league/2026-01-01.yaml": "date: 2026-01-01\nterms: {fee: {max: 5}}\n",
    "drafts/2026-02-01-plan.yaml": "date: 2026-02-01\nby: [Us]\noutcomes: {seat: coast, fee: 4}\n",
    "drafts/2026-02-05-offer.yaml": "date: 2026-02-05\nby: [Us]\noutcomes: {seat: capital}\n",
}
NORTH, EAST = "not looked at: no page of 1 source is here", "no statement on file by that day"
WEST = "no statement on file"
ALL = f"Where they are silent: North ({NORTH}); East ({EAST}); West ({WEST})"
DAY = " --at 2026-03-01"
#: By what is asked, which silences its head tells in text, overview and all; nothing where none is known.
TOLD = {
    f"compare north east west --all{DAY}": ALL,
    f"compare north west --all{DAY}": f"Where they are silent: North ({NORTH}); West ({WEST})",
    f"compare east west{DAY}": f"Where they are silent: East ({EAST}); West ({WEST})",
    f"compare east west --issue seat{DAY}": f"Where they are silent: East ({EAST}); West ({WEST})",
    f"report north east west --all{DAY}": ALL,
    f"conflicts north east west{DAY}": f"Where they are silent: East ({EAST}); West ({WEST})",
    f"text plan north east west{DAY}": ALL,
    f"compare isle league{DAY}": "",
}


@pytest.mark.parametrize(("question", "told"), TOLD.items())
def test_the_head_tells_it_in_every_format(question: str, told: str, tmp_path: Path) -> None:
    answer = asked_in_words(dossier(tmp_path, FILES), question)
    words = told or "Where they are silent"
    texts = [formats.write(answer, "text", Look(300, full=full)) for full in (True, False)]
    texts.append(formats.write(answer, "markdown").replace("**", ""))
    texts.append(re.sub("<[^>]+>", "", formats.write(answer, "html")))
    assert [text.count(words) for text in texts] == [1 if told else 0] * 4


def test_a_site_tells_it_on_its_first_page_and_on_those_of_drafts(tmp_path: Path) -> None:
    site = pages.files(asked(dossier(tmp_path, FILES)).site(at="2026-03-01"))
    told = {path: re.sub("<[^>]+>", "", text) for path, text in site.items() if path.endswith(".html")}
    named = [path for path, text in told.items() if f"East ({EAST}); West ({WEST})" in text]
    drafts = ["drafts/2026-02-01-plan.html", "drafts/2026-02-05-offer.html"]
    assert named == ["index.html", *(f"issues/{issue}.html" for issue in ("seat", "fee", "tax")), *drafts]


def test_json_has_three_kinds_of_silence(tmp_path: Path) -> None:
    answer = to_dict(asked_in_words(dossier(tmp_path, FILES), f"compare north east west isle{DAY}"))
    assert answer["silences"] == [
        {"party": "north", "means": "not-looked-at", "open": 0, "unread": 1},
        {"party": "east", "means": "no-statement", "open": 0, "unread": 0},
        {"party": "west", "means": "no-statement", "open": 0, "unread": 0},
    ]


def test_rows_of_drafts_and_of_conflicts_have_it(tmp_path: Path) -> None:
    read = dossier(tmp_path, FILES)
    of_conflicts = records(asked_in_words(read, f"conflicts north east west{DAY}"))
    assert [(row["conflict"], row["party"], row["silence"]) for row in of_conflicts] == [
        ("silent", "east", EAST), ("silent", "west", WEST),
    ]  # fmt: skip
    of_drafts = records(asked(read).drafts("plan", "offer", parties=("north", "west"), at="2026-03-01"))
    assert [(row["to"], row["about"], row["party"], row["silence"]) for row in of_drafts if row["silence"]] == [
        ("2026-02-01-plan", "draft", "north", NORTH), ("2026-02-01-plan", "draft", "west", WEST),
        ("2026-02-05-offer", "draft", "west", WEST),
    ]  # fmt: skip
