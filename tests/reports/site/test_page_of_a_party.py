"""The page of a party says which blocs it is in, and that of a bloc who its members are, each with days and page."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import unescape

import pytest

from answering import asked
from posdiff.dossier.dossier import Dossier
from posdiff.reports.site import pages
from writing import dossier

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          nepal: {name: Nepal}
          ldc: {name: LDC, members: [nepal], group: South}
          aosis: {name: AOSIS, members: {nepal: {from: 2024-02-01, until: 2024-03-31}}}
          g77: {name: G77, members: {ldc: {from: 2024-01-15}}}
          eu: {name: EU, size: 27}
          us: {name: US}
        issues: {loss: {title: Loss, kind: choice, options: {fund: A fund, talks: Talks}}}
        """,
    "ldc/2024-01-10.yaml": "date: 2024-01-10\nterms: {loss: fund}\n",
}
OF_A_MEMBER = "as of 2024-02-15; where it does not speak for itself, it holds what they hold"
OF_A_BLOC = "as of 2024-02-15; where they do not speak for themselves, they hold what it holds"
#: By the party, what its page says of blocs: the headings, what they mean, a line with links for each.
PAGES = {
    "nepal": [
        "Member of 2 blocs", OF_A_MEMBER, "[LDC ldc]", "[AOSIS aosis] (from 2024-02-01 until 2024-03-31)",
        "[G77 g77] through LDC (from 2024-01-15)",
    ],
    "ldc": [
        "Member of 1 bloc", OF_A_MEMBER, "[G77 g77] (from 2024-01-15)", "Speaks for 1 member", OF_A_BLOC,
        "[Nepal nepal]",
    ],
    "aosis": ["Speaks for 1 member", OF_A_BLOC, "[Nepal nepal] (from 2024-02-01 until 2024-03-31)"],
    "eu": ["Speaks for 27 members, not named"],
    "us": [],
}  # fmt: skip
INHERITED = "As of 2024-02-15: 1 of 1 position through LDC, not in its own words."
SINCE_IT_LEFT = "Member of 1 bloc; 1 former"


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The dossier above."""
    return dossier(tmp_path_factory.mktemp("blocs"), FILES)


@pytest.fixture(scope="module")
def made(read: Dossier) -> dict[str, str]:
    """Its site."""
    return pages.files(asked(read).site(at="2024-02-15"))


def told(files: Mapping[str, str], party: str) -> list[str]:
    """The lines of a page on blocs, its links as ``[words party]``."""
    page = files[f"parties/{party}.html"]
    sections = re.findall(r"<section[^>]*id=\"?_?(?:blocs|members)\b.*?(?=<section|</main)", page, re.DOTALL)
    text = re.sub(r'<a [^>]*href="?(?:\.\./parties/)?([a-z0-9]+)\.html[^>]*>(.*?)</a>', r"[\2 \1]", "".join(sections))
    lines = [
        " ".join(unescape(re.sub("<[^>]+>", "", line)).split()) for line in re.split(r"<(?:li|h\d|p)\b[^>]*>", text)
    ]
    return [line for line in lines if line]


@pytest.mark.parametrize(("party", "lines"), PAGES.items())
def test_blocs_and_members(made: dict[str, str], party: str, lines: list[str]) -> None:
    assert told(made, party) == lines


def test_what_it_holds_through_blocs(made: dict[str, str]) -> None:
    assert INHERITED in made["parties/nepal.html"]
    assert "not in its own words" not in made["parties/ldc.html"]
    assert "through LDC: A fund" in re.sub("<[^>]+>", "", made["parties/nepal.html"])


def test_the_first_page_says_which_blocs_stand_beside_members(made: dict[str, str]) -> None:
    lead = re.sub("<[^>]+>", "", made["index.html"])
    assert "LDC speaks for Nepal too: what is held through it is one and the same." in lead


def test_a_bloc_that_it_has_left(read: Dossier) -> None:
    assert told(pages.files(asked(read).site(at="2024-04-15")), "nepal")[0] == SINCE_IT_LEFT


def test_as_json(made: dict[str, str]) -> None:
    nepal, ldc, eu = (json.loads(made[f"parties/{party}.json"]) for party in ("nepal", "ldc", "eu"))
    assert nepal["blocs"] == [
        {"bloc": "ldc", "party": "nepal"},
        {"bloc": "aosis", "party": "nepal", "since": "2024-02-01", "until": "2024-03-31"},
        {"bloc": "g77", "party": "ldc", "since": "2024-01-15"},
    ]
    assert [position["through"] for position in nepal["positions"]] == [["ldc"]]
    assert (ldc["members"], ldc["group"], "through" in ldc["positions"][0]) == ([{"party": "nepal"}], "South", False)
    assert (eu["size"], "blocs" in eu, "members" in eu) == (27, False, False)
