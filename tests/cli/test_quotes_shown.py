"""Whose words a quote is, of which day, in which language, on which page: beside it wherever it is shown."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from running import called
from writing import write

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        issues:
          fee: {title: Fee, kind: quantity, unit: coin}
          land: {title: Land, kind: choice, options: {kept: Kept, shared: Shared}}
        """,
    "north/2024-02-01.yaml": """
        date: 2024-02-01
        speaker: The mayor
        sources:
          post: {title: Fee must fall, publisher: The Post, class: press, url: "https://post.example/1"}
          blog: {title: A page, described: true, publisher: North, class: official}
        terms:
          fee:
            max: 5
            firmness: red-line
            source: post
            quote:
              - Five is the most.
              - text: Больше пяти не дадим.
                speaker: The clerk
                said: 2024-01-15
                source: blog
                language: ru
                translation: We will not pay more than five.
          land: {accepts: kept, quote: {text: Wir behalten es., language: de}, source: [post, blog]}
        """,
    "north/2024-03-01.yaml": """
        date: 2024-03-01
        speaker: A spokesperson
        sources:
          site: {title: Our site, publisher: North}
        terms:
          fee: {max: 5, firmness: red-line, quote: It stays at five.}
        reaffirms: [land]
        """,
    "south/2024-02-10.yaml": """
        date: 2024-02-10
        terms: {fee: {min: 7, quote: At least seven.}, land: shared}
        """,
    "north/2024-04-10.yaml": """
        date: 2024-04-10
        speaker: The mayor
        sources: {radio: {title: Radio North}, site: {title: Our site, publisher: North}}
        reactions:
          2024-04-01-deal:
            reaction: rejects
            quote:
              - Six is one too many.
              - {text: Nein., speaker: The clerk, said: 2024-04-08, source: radio, language: de, translation: No.}
            source: site
        """,
    "drafts/2024-04-01-deal.yaml": """
        date: 2024-04-01
        by: a mediator
        speaker: The envoy
        sources: {text: {title: The text}}
        outcomes: {fee: {exactly: 6, quote: [{text: Six coins., translation: Sechs., speaker: Annex 1}]}}
        """,
}
#: What is asked, and the whole answer.
SHOWN = {
    "show north --at 2024-05-01": """\
North as of 2024-05-01: a position on 2 of 2 issues
  No quote is verified here: no source page is kept.

NO TOPIC

Fee  fee
  position    RED LINE  at most 5 coins  [said 2024-02-01, reaffirmed 2024-03-01]
              “Больше пяти не дадим.”  [The clerk, 2024-01-15] [1]
               translated from Russian: “We will not pay more than five.”
              “Five is the most.”  [The mayor, 2024-02-01] [2]
              “It stays at five.”  [A spokesperson, 2024-03-01] [3]
              north/2024-03-01.yaml:6 [1][2][3]
  rests on    own quote · official, press · 2 publishers · 2 months old · coded once

Land  land
  position    Kept  [said 2024-02-01, reaffirmed 2024-03-01]
              “Wir behalten es.”  [The mayor, 2024-02-01, in German] [1][2]
              north/2024-02-01.yaml:19 [1][2][3]
  rests on    own quote · official, press · 2 publishers · 2 months old · coded once

OF DRAFTS (1)
  2024-04-01-deal – rejects it (2024-04-10): “Six is one too many.” (The mayor) [3], “Nein.” (The clerk, \
2024-04-08), translated from German: “No.” [4]

SOURCES
  [1] [A page], North (official)
  [2] Fee must fall, The Post (press), https://post.example/1
  [3] Our site, North
  [4] Radio North
""",
    "compare north south --at 2024-05-01 --quotes": """\
North and South as of 2024-05-01 (last heard: North 2024-03-01, South 2024-02-10): 2 issues; 2 contradictions
  No quote is verified here: no source page is kept.

✗ CONTRADICTIONS (2)  nothing is acceptable to all who hold a position

✗ Fee  fee
  North       RED LINE  at most 5 coins  [said 2024-02-01, reaffirmed 2024-03-01]
              “Больше пяти не дадим.”  [The clerk, 2024-01-15] [1]
               translated from Russian: “We will not pay more than five.”
              “Five is the most.”  [The mayor, 2024-02-01] [2]
              “It stays at five.”  [A spokesperson, 2024-03-01] [3]
  South       at least 7 coins  [said 2024-02-10]
              “At least seven.”  [2024-02-10]
  clash       gap of 2 coins, from 5 coins to 7 coins

✗ Land  land
  North       Kept  [said 2024-02-01, reaffirmed 2024-03-01]
              “Wir behalten es.”  [The mayor, 2024-02-01, in German] [1][2]
  South       Shared  [said 2024-02-10]
              no quote on file
  clash       Kept (North) against Shared (South)

SOURCES
  [1] [A page], North (official)
  [2] Fee must fall, The Post (press), https://post.example/1
  [3] Our site, North
""",
    "compare north south --at 2024-05-01 --sources --issue fee": """\
North and South as of 2024-05-01 (last heard on this issue: North 2024-03-01, South 2024-02-10): 1 issue; 1 \
contradiction
  No quote is verified here: no source page is kept.

✗ CONTRADICTION (1)  nothing is acceptable to all who hold a position

✗ Fee  fee
  North       RED LINE  at most 5 coins  [said 2024-02-01, reaffirmed 2024-03-01]
              north/2024-03-01.yaml:6 [1][2][3]
  South       at least 7 coins  [said 2024-02-10]
              south/2024-02-10.yaml:2
  clash       gap of 2 coins, from 5 coins to 7 coins

SOURCES
  [1] Fee must fall, The Post (press), https://post.example/1
  [2] [A page], North (official)
  [3] Our site, North
""",
    "history north --until 2024-05-01 --full": """\
How the positions came about
  No quote is verified here: no source page is kept.

North  3 statements

2024-02-01  north/2024-02-01.yaml
  The mayor
  + added  Fee: RED LINE  at most 5 coins [1][2]
           “Больше пяти не дадим.”  [The clerk, 2024-01-15] [2]
            translated from Russian: “We will not pay more than five.”
           “Five is the most.”  [The mayor, 2024-02-01] [1]
  + added  Land: Kept [1][2]
           “Wir behalten es.”  [The mayor, 2024-02-01, in German] [1][2]

2024-03-01  north/2024-03-01.yaml
  A spokesperson
  = reaffirmed  Fee: RED LINE  at most 5 coins [3]
                “It stays at five.”  [A spokesperson, 2024-03-01] [3]
  = reaffirmed  Land: Kept [3]

2024-04-10  north/2024-04-10.yaml
  The mayor
  Of the draft 2024-04-01-deal – rejects it (2024-04-10): “Six is one too many.” (The mayor) [3], “Nein.” (The \
clerk, 2024-04-08), translated from German: “No.” [4]

SOURCES
  [1] Fee must fall, The Post (press), https://post.example/1
  [2] [A page], North (official)
  [3] Our site, North
  [4] Radio North
""",
    "draft deal north --at 2024-05-01 --issue fee --quotes": """\
2024-04-01-deal (2024-04-01) against the positions as of 2024-05-01
  Draft of 2024-04-01, proposed by a mediator; not in itself any party's position.
  No quote is verified here: no source page is kept.

SUMMARY  of the whole draft, whatever is shown below
  Party   Broken   Left open   Met   Unassessed   Verdict
  North   1        1           0     0            1 red line crossed (Fee); nothing else broken

North  1 red line crossed (Fee); nothing else broken
  Of the draft: rejects it (2024-04-10): “Six is one too many.” (The mayor) [1], \
“Nein.” (The clerk, 2024-04-08), translated from German: “No.” [2]

✗ BROKEN (1)

✗ Fee  fee
  the draft   exactly 6 coins [3]
              “Six coins.”  [Annex 1, 2024-04-01] [3]
               translated: “Sechs.”
  North       RED LINE  at most 5 coins  [said 2024-02-01, reaffirmed 2024-03-01]
              “Больше пяти не дадим.”  [The clerk, 2024-01-15] [4]
               translated from Russian: “We will not pay more than five.”
              “Five is the most.”  [The mayor, 2024-02-01] [5]
              “It stays at five.”  [A spokesperson, 2024-03-01] [1]

SOURCES
  [1] Our site, North
  [2] Radio North
  [3] The text
  [4] [A page], North (official)
  [5] Fee must fall, The Post (press), https://post.example/1
""",
    "show north --issue fee --at 2024-05-01 -f markdown": """\
# North as of 2024-05-01

A position on 1 of 1 issue

No quote is verified here: no source page is kept.

## No topic

| Issue | Position |
| --- | --- |
| **Fee** <br> fee | **RED LINE** at most 5 coins <br> said 2024-02-01[^1][^2], reaffirmed 2024-03-01[^3] \
<br> rests on: own quote · official, press · 2 publishers · 2 months old · coded once |

**Fee**, in their words:

> “Больше пяти не дадим.”
>
> translated from Russian: “We will not pay more than five.”
> — The clerk, North, 2024-01-15[^2]
>
> “Five is the most.”
> — The mayor, North, 2024-02-01[^1]
>
> “It stays at five.”
> — A spokesperson, North, 2024-03-01[^3]

## Sources

[^1]: Fee must fall, The Post (press), <https://post.example/1>
[^2]: \\[A page\\], North (official)
[^3]: Our site, North
""",
}


@pytest.mark.parametrize("command", SHOWN)
def test_what_is_shown_of_quotes(tmp_path: Path, command: str) -> None:
    write(tmp_path, FILES)
    run = called(*command.split(), cwd=tmp_path)
    assert (run.code, run.err) == (0, "")
    assert re.sub(r"\A<!--.*-->\n\n", "", run.out) == SHOWN[command]


def _json(folder: Path, *question: str) -> Any:
    write(folder, FILES)
    return json.loads(called(*question, "--at", "2024-05-01", "-f", "json", cwd=folder).out)


def test_the_json_of_a_part_has_all_its_quotes_the_earliest_first(tmp_path: Path) -> None:
    fee, land = _json(tmp_path, "show", "north")["terms"]
    assert fee["parts"][0]["quotes"] == [
        {
            "text": "Больше пяти не дадим.", "speaker": "The clerk", "said": "2024-01-15", "source": "blog",
            "language": "ru", "translation": "We will not pay more than five.", "statement": "2024-02-01",
        },
        {
            "text": "Five is the most.", "speaker": "The mayor", "said": "2024-02-01", "source": "post",
            "language": None, "translation": None, "statement": "2024-02-01",
        },
        {
            "text": "It stays at five.", "speaker": "A spokesperson", "said": "2024-03-01", "source": "site",
            "language": None, "translation": None, "statement": "2024-03-01",
        },
    ]  # fmt: skip
    assert [source["key"] for source in fee["parts"][0]["sources"]] == ["post", "blog", "site"]
    (kept,) = land["parts"][0]["quotes"]
    assert (kept["text"], kept["language"], kept["source"]) == ("Wir behalten es.", "de", None)  # on one of two pages


def test_the_json_of_a_draft_has_those_of_its_outcomes(tmp_path: Path) -> None:
    fee = _json(tmp_path, "draft", "deal", "north")["parties"][0]["terms"][0]
    assert fee["draft"]["quotes"] == [
        {
            "text": "Six coins.", "speaker": "Annex 1", "said": "2024-04-01", "source": "text", "language": None,
            "translation": "Sechs.", "statement": "2024-04-01-deal",
        }
    ]  # fmt: skip


def test_in_html(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    page = called("show", "north", "--issue", "fee", "--at", "2024-05-01", "-f", "html", cwd=tmp_path).out
    assert (
        '<figure><blockquote><p lang="ru">“Больше пяти не дадим.”</p><p><span class="faint">translated from Russian:'
        "</span> “We will not pay more than five.”</p></blockquote>"
        '<figcaption>The clerk, North, 2024-01-15<a class="n" href="#_2">2</a></figcaption></figure>'
    ) in page


def test_in_csv(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    rows = called("show", "north", "--issue", "fee", "--at", "2024-05-01", "-f", "csv", cwd=tmp_path).out
    assert (
        "2024-01-15, The clerk: Больше пяти не дадим. (translated from Russian: We will not pay more than five.)"
        in rows
    )
