"""What became of each quote, by the pages of its sources: pages given as texts, the whole outcome out."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest

from posdiff.comparison.evidence import verification
from posdiff.comparison.evidence.verification import (
    EvidenceOnFile,
    VerifiedQuote,
    by_result,
    evidence,
    result_of,
    too_short,
)
from posdiff.dossier.plain_text import PageText, plain
from posdiff.dossier.sources.pages import Page
from posdiff.dossier.statement import Snapshot
from writing import dossier

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}}
    issues:
      corridor: {title: Corridor, kind: choice, options: {no: No, yes: Yes}}
      fee: {title: Fee, kind: quantity}
    """
#: The pages, by their names. Of `gone` there is no text here.
PAGES = {
    "one.txt": "We demand a corridor.\nWe will open it at once.\nWe demand a corridor.\n",
    "two.txt": "They demand a wide corridor.\nWe will open it at once.\n",
    "gone.txt": "",
}


def looked_up(folder: Path, statement: str, draft: str = "", **sources: str) -> EvidenceOnFile:
    """The evidence on a statement with these sources, each with the name of its page; empty for none."""
    declared = "sources:\n" + "".join(
        f"  {key}: {{title: {key}"
        + (f", snapshot: {{file: {name}, sha256: {sha256(name.encode()).hexdigest()}}}" if name else "")
        + "}\n"
        for key, name in sources.items()
    )
    files = {"agenda.yaml": AGENDA, "north/2024-01-01.yaml": f"date: 2024-01-01\n{declared}{statement}\n"}
    if draft:
        files["drafts/2024-01-02-deal.yaml"] = f"date: 2024-01-02\nby: someone\n{declared}{draft}\n"
    read = dossier(folder, files)
    assert not [finding for finding in read.findings if finding.severity == "error"], read.findings

    def page_of(snapshot: Snapshot) -> Page:
        text = PAGES[snapshot.file]
        return Page(snapshot, PageText.of(plain(text)) if text else None)

    return evidence(read, page_of)


def quoting(quote: str, sources: str) -> str:
    return f"terms:\n  corridor: {{accepts: yes, quote: {quote}, source: {sources}}}"


def told(verified: VerifiedQuote) -> tuple[object, ...]:
    """A verified quote, short."""
    return (verified.result, verified.source, verified.lines, verified.lacking, verified.having)


@pytest.mark.parametrize(
    ("quote", "sources", "expected"),
    [
        ("We will open it at once.", "a", ("verified", "a", (), (), ())),
        ("We will open it at once.", "[a, b]", ("verified", "a", (), (), ())),
        ("We demand a corridor.", "a", ("ambiguous", "a", (1, 3), (), ())),
        ("We will shut it at dusk.", "b", ("absent", "b", (), ("b",), ())),
        # The page that lacks it counts more than the one that has it.
        ("We demand a corridor.", "[a, b]", ("absent", "b", (), ("b",), ("a",))),
        # Of a page that is not here nothing can be told.
        ("We will open it at once.", "c", ("not-here", "c", (), (), ())),
        ("We will open it at once.", "d", ("not-here", "d", (), (), ())),
        ("We will open it at once.", "[c, d]", ("not-here", None, (), (), ())),
        ("We will open it at once.", "[c, b]", ("verified", "b", (), (), ())),
        # Too short to tell where it stands: no place is named.
        ("e", "a", ("ambiguous", "a", (), (), ())),
    ],
)
def test_what_became_of_a_quote(tmp_path: Path, quote: str, sources: str, expected: tuple[object, ...]) -> None:
    found = looked_up(tmp_path, quoting(quote, sources), a="one.txt", b="two.txt", c="gone.txt", d="")
    (only,) = found.quotes
    assert told(only) == expected
    assert [(each.source.key, each.quotes) for each in found.pages] == [
        (key, int(key in sources)) for key in ("a", "b", "c")
    ]
    assert all(each.page.text is None for each in found.pages)
    assert [(source.key, number) for source, number in found.without] == ([("d", 1)] if "d" in sources else [])


def test_the_nearest_words_are_those_of_the_page_that_lacks_it(tmp_path: Path) -> None:
    found = looked_up(tmp_path, quoting("They demand a broad corridor.", "b"), b="two.txt")
    (only,) = found.quotes
    assert only.result == "absent"
    assert only.near is not None
    assert only.lost is None


def test_a_denial_that_would_be_left_out_is_named(tmp_path: Path) -> None:
    PAGES["three.txt"] = "We will not open it at once.\n"
    found = looked_up(tmp_path, quoting("We will … open it at once.", "a"), a="three.txt")
    (only,) = found.quotes
    assert (only.result, only.lost) == ("absent", "not")
    assert only.near is not None
    assert only.near.shown == "We will *not* open it at once."


def test_all_the_words_of_two_sentences_are_no_near_miss(tmp_path: Path) -> None:
    """Nothing in them is other than in the quote; only the word that another sentence has is named."""
    PAGES["four.txt"] = "We will stay. Then all of us go home. We will not go home.\n"
    (only,) = looked_up(tmp_path, quoting("We will … go home.", "a"), a="four.txt").quotes
    assert (only.result, only.lost, only.near) == ("absent", "not", None)


def test_quotes_of_terms_reactions_drafts_and_dismissed_passages(tmp_path: Path) -> None:
    """A passage that is dismissed stands in any of the sources that it may be of."""
    statement = (
        "terms:\n  fee: {max: 9, firmness: red-line, quote: We will open it at once., source: a}\n"
        "reactions: {2024-01-02-deal: {reaction: rejects, quote: We demand a corridor., source: b}}\n"
        "dismissed:\n  - {text: They demand a wide corridor., source: b, reason: unclear}\n"
        "  - {text: They demand a wide corridor., reason: unclear}\n"
        "  - {text: They go., reason: unclear}\n"
    )
    draft = (
        "outcomes:\n  corridor: {accepts: yes, quote: We will open it at once., source: a}\n"
        "  fee: {options: [{max: 9, text: We demand a corridor.}, {max: 8, text: They go.}], source: a}\n"
    )
    found = looked_up(tmp_path, statement, draft, a="one.txt", b="two.txt")
    quotes = [
        (each.quote.issue, each.quote.option, each.quote.red_line, each.result, each.source) for each in found.quotes
    ]
    assert quotes == [
        ("fee", None, True, "verified", "a"),
        (None, None, False, "absent", "b"),
        ("corridor", None, False, "verified", "a"),
        ("fee", 1, False, "ambiguous", "a"),
        ("fee", 2, False, "absent", "a"),
    ]
    assert [(each.result, each.source) for each in found.dismissed] == [
        ("verified", "b"), ("verified", "b"), ("absent", "b"),
    ]  # fmt: skip
    assert by_result(found.quotes) == {"verified": 2, "absent": 2, "ambiguous": 1, "not-here": 0}
    assert [(each.source.key, each.location.file, each.quotes) for each in found.pages] == [
        ("a", "drafts/2024-01-02-deal.yaml", 3),
        ("b", "drafts/2024-01-02-deal.yaml", 0),
        ("a", "north/2024-01-01.yaml", 1),
        ("b", "north/2024-01-01.yaml", 1),
    ]


@pytest.mark.parametrize(
    ("seen", "result"),
    [
        ([1], "verified"),
        ([2], "ambiguous"),
        ([0], "absent"),
        ([None], "not-here"),
        ([], "not-here"),
        ([2, 1], "verified"),
        ([1, 0, 2], "absent"),
        ([None, 2], "ambiguous"),
    ],
)
def test_the_result_of_several_pages(seen: Sequence[int | None], result: str) -> None:
    assert result_of(seen) == result


def test_a_quote_that_stands_almost_everywhere_is_not_told_of_place_by_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten of its lines are; and of so many quotes only are places, or the nearest words, looked for."""
    PAGES["many.txt"] = "\n" + "We go.\n" * 12
    found = looked_up(tmp_path / "many", quoting("We go.", "a"), a="many.txt")
    assert [(each.lines, each.cut_short) for each in found.quotes] == [(tuple(range(2, 12)), False)]
    monkeypatch.setattr(verification, "_MOST_NEAR", 1)
    both = "terms:\n  corridor: {accepts: yes, quote: QUOTE, source: a}\n  fee: {max: 5, quote: QUOTE, source: a}\n"
    found = looked_up(tmp_path / "lines", both.replace("QUOTE", "We go."), a="many.txt")
    assert [bool(each.lines) for each in found.quotes] == [True, False]
    found = looked_up(tmp_path / "near", both.replace("QUOTE", "We went."), a="many.txt")
    assert [each.near is not None for each in found.quotes] == [True, False]


def test_words_that_are_too_short() -> None:
    assert [too_short(text) for text in ("e", "We")] == [True, False]
