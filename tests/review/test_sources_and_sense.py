"""Rules on where a statement comes from and on what it says: the edges that a page has no room for."""

from __future__ import annotations

from textwrap import dedent

import pytest
from examples import TODAY, common, read

from posdiff.review import gate
from posdiff.review.case import Case, Settings

NORTH = "north/2024-06-14.yaml"
SOURCE = '{publisher: A newspaper, url: "https://example.org/a"%s}'


def told(files: dict[str, str], settings: Settings | None = None) -> list[str]:
    """What is found in the files beside those of the pages, a line for each."""
    case = Case(read({**common(), **files}), TODAY, None, settings or Settings())
    return [
        f"{f.severity} [{f.rule}] {f.location.file}:{f.location.line}:{f.location.column} {f.message}"
        for f in gate.judge(case).findings
    ]


def said(terms: str, head: str = "", source: str = SOURCE % "") -> str:
    """The text of north's statement, with one source."""
    return f"date: 2024-06-14\n{dedent(head)}sources: {{paper: {source}}}\nterms: {terms}\n"


def test_the_common_dossier_gives_nothing_to_report() -> None:
    assert told({}) == []


DATES = {
    "on the day": (", date: 2024-06-14, accessed: 2024-06-14", ""),
    "some days later": (", date: 2024-07-01", ""),
    "before the statement": (", date: 2024-06-01", ""),
    "today": (", date: 2024-12-31, accessed: 2024-12-31", ""),
    "tomorrow": (", date: 2025-01-01", "is dated 2025-01-01, which is in the future"),
    "read tomorrow": (", accessed: 2025-01-01", "was read on 2025-01-01, which is in the future"),
    "read before it was dated": (
        ", date: 2024-06-20, accessed: 2024-06-19",
        "is dated 2024-06-20, after it was read (2024-06-19)",
    ),
    "read before it was said": (
        ", accessed: 2024-06-13",
        "was read on 2024-06-13, before the statement of 2024-06-14 was made",
    ),
    "both wrong, told once": (
        ", date: 2025-02-01, accessed: 2025-01-01",
        "is dated 2025-02-01, after it was read (2025-01-01)",
    ),
}


@pytest.mark.parametrize(("dates", "words"), DATES.values(), ids=DATES)
def test_the_dates_of_a_source(dates: str, words: str) -> None:
    found = told({NORTH: said("{status: shared}", source=SOURCE % dates)})
    wanted = [f"warning [source-date] {NORTH}:2:11 the source `paper` {words}"] if words else []
    assert found == wanted


SOURCES = {
    "all there": ('{publisher: P, url: "https://example.org"}', []),
    "no address": ("{publisher: P}",
                   ["info [source-incomplete] north/2024-06-14.yaml:2:11 the source `paper` has no address"]),
    "no publisher": ('{url: "https://example.org"}',
                     ["info [source-incomplete] north/2024-06-14.yaml:2:11 the source `paper` has no publisher"]),
    "neither": ("{title: T}", ["warning [source-untraceable] north/2024-06-14.yaml:2:11 "
                               "the source `paper` has neither an address nor a publisher"]),
}  # fmt: skip


@pytest.mark.parametrize(("source", "wanted"), SOURCES.values(), ids=SOURCES)
def test_what_leads_to_a_source(source: str, wanted: list[str]) -> None:
    assert told({NORTH: said("{status: shared}", source=source)}) == wanted


def test_an_address_that_cannot_be_read_is_an_error_and_not_a_missing_one_as_well() -> None:
    """The error says what is wrong; that nothing leads to the source is a note beside it."""
    found = told({NORTH: said("{status: shared}", source="{publisher: P, url: example.org}")})
    assert [line.split()[:2] for line in found] == [["error", "[bad-url]"], ["info", "[source-incomplete]"]]


@pytest.mark.parametrize(
    "term",
    [
        "{accepts: shared, firmness: red-line, quote: Never.}",
        "{firmness: red-line, alternatives: [{accepts: shared, if: {corridor: yes}, quote: Never.}]}",
        "{accepts: shared, firmness: red-line, quote: [{text: Never., said: 2024-06-13}]}",
        "{accepts: shared, firmness: firm}",
    ],
)
def test_a_red_line_with_words_behind_it_and_a_firm_term_without(term: str) -> None:
    assert told({NORTH: said(f"{{status: {term}}}")}) == []


def test_drafts_are_looked_at_as_well() -> None:
    path = "drafts/2025-06-14-plan.yaml"
    draft = "date: 2025-06-14\nby: [north]\nstanding: reported\noutcomes:\n  status: {accepts: shared, quote: a b c}\n"
    assert [line.split(" ", 3)[:3] for line in told({path: draft}, Settings(longest_quote=2))] == [
        ["warning", "[future-date]", f"{path}:1:1"],
        ["warning", "[no-source]", f"{path}:1:1"],
        ["warning", "[reported-by-nobody]", f"{path}:1:1"],
        ["warning", "[long-quote]", f"{path}:5:3"],
    ]


def test_a_quote_of_as_many_words_as_the_limit_is_short_enough() -> None:
    quoted = {NORTH: said("{status: {accepts: shared, quote: one two three}}")}
    assert told(quoted, Settings(longest_quote=3)) == []
    assert told(quoted, Settings(longest_quote=2)) == [
        f"warning [long-quote] {NORTH}:3:9 the quote on status has 3 words; the limit is 2"
    ]


def test_each_quote_of_a_list_has_the_limit() -> None:
    quoted = (
        "{accepts: shared, quote: [one two, {text: one two three}], alternatives: [{accepts: free, quote: a b c d}]}"
    )
    assert told({NORTH: said(f"{{status: {quoted}}}")}, Settings(longest_quote=2)) == [
        f"warning [long-quote] {NORTH}:3:9 the quote on status has 3 words; the limit is 2",
        f"warning [long-quote] {NORTH}:3:9 the quote on status has 4 words; the limit is 2",
    ]


def test_what_is_said_today_has_come() -> None:
    day = "north/2024-12-31.yaml"
    assert told({day: said("{status: shared}").replace("2024-06-14", "2024-12-31")}) == []


SIDES = {
    "both at most": ("{max: 5}", "{max: 9}", True),
    "both at least": ("{min: 5}", "{above: 9}", True),
    "one each way": ("{max: 5}", "{min: 9}", False),
    "a range and a bound": ("{min: 1, max: 5}", "{max: 9}", False),
    "a number and a bound": ("{exactly: 5}", "{max: 9}", False),
    "whatever comes and a bound": ("any", "{max: 9}", False),
    "several offers, all at most": ("{max: 5, alternatives: [{max: 7, if: {status: free}}]}", "{max: 9}", True),
    "several offers, of both kinds": ("{max: 5, alternatives: [{min: 7, if: {status: free}}]}", "{max: 9}", False),
}


@pytest.mark.parametrize(("north", "south", "same"), SIDES.values(), ids=SIDES)
@pytest.mark.parametrize("disputed", [True, False])
def test_bounds_on_one_side(north: str, south: str, same: bool, disputed: bool) -> None:
    agenda = common()["agenda.yaml"].replace("unit: person", f"unit: person, disputed: {str(disputed).lower()}")
    files = {
        "agenda.yaml": agenda,
        NORTH: said(f"{{ceiling: {north}}}"),
        "south/2024-06-14.yaml": said(f"{{ceiling: {south}}}"),
    }
    found = [line for line in told(files) if "same-direction" in line]
    assert bool(found) == (same and disputed)
    assert all("north and south each give" in line for line in found)


def test_bounds_are_those_of_today() -> None:
    """What was withdrawn, or only reported, is nobody's position."""
    agenda = common()["agenda.yaml"].replace("unit: person", "unit: person, disputed: true")
    files = {
        "agenda.yaml": agenda,
        NORTH: said("{ceiling: {max: 5}}"),
        "south/2024-06-14.yaml": said("{ceiling: {max: 9}}"),
    }
    later = said("{status: shared}", "withdraws: [ceiling]\n").replace("2024-06-14", "2024-07-01")
    assert "same-direction" in told(files)[0]
    assert told({**files, "south/2024-07-01.yaml": later}) == []
    reported = said("{ceiling: {max: 9}}", "standing: reported\n")
    assert told({**files, "south/2024-06-14.yaml": reported}) == []


def test_dates_have_sides_too() -> None:
    agenda = common()["agenda.yaml"].replace("kind: date", "kind: date, disputed: true")
    files = {"agenda.yaml": agenda, NORTH: said("{deadline: {until: 2025-01-01}}"),
             "south/2024-06-14.yaml": said("{deadline: {until: 2026-01-01}}")}  # fmt: skip
    assert "same-direction" in told(files)[0]
    files["south/2024-06-14.yaml"] = said("{deadline: {from: 2026-01-01}}")
    assert told(files) == []
