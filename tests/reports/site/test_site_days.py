"""The slider: pages show any day as the commands answer it, what is chosen stands in the address, a step is quick."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from answering import asked, to_dict
from browsing import opened
from posdiff.answers.days import DeadlockCounts, Standings, versions
from posdiff.answers.positions import Positions
from posdiff.answers.site import Site
from posdiff.comparison.relations import stands_alone
from posdiff.dossier.reading.load import load
from posdiff.reports.overviews import short
from posdiff.reports.provenance import Age
from posdiff.reports.site import pages
from posdiff.reports.wording import MARKS
from writing import dossier, put

ROOT = Path(__file__).parents[3]
AT = "2026-06-30"
#: Bytes of the sample's site; that of the list of its own files is not among them.
MOST = 2_950_000
#: Milliseconds for 19 of 20 steps of the slider, the layout of the page included.
QUICK = 50
#: So often that is measured anew where it was more: the machine may have had other work.
ATTEMPTS = 4


class Sample:
    """The sample's site in a folder, and what is asked of the sample."""

    def __init__(self, folder: Path) -> None:
        self.positions: Positions = asked(load(ROOT / "positions"))
        self.site: Site = self.positions.site(at=AT)
        self.versions = versions(self.site.history)
        self.files = pages.files(self.site)
        self.folder = folder
        put(self.files, folder)

    def address(self, path: str) -> str:
        return f"{self.folder.as_uri()}/{path}"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return Sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that may not say anything on its console."""
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    yield page
    assert told == []
    page.close()


def test_the_site_of_the_sample_is_small(sample: Sample) -> None:
    assert sum(len(text.encode()) for text in sample.files.values()) < MOST


def move(page: Page, day: str) -> None:
    """Move the slider to a day, as a hand does."""
    page.evaluate(
        """(day) => {
            const slider = document.querySelector('[name=slider]');
            const first = document.querySelector('[name=day]').min;
            slider.value = Math.round((Date.parse(day) - Date.parse(first)) / 86400000);
            slider.dispatchEvent(new Event('input', {bubbles: true}));
        }""",
        day,
    )


#: Of the row of an issue on the grid: the relation, and of each party shown its position in words.
ROW = """(issue) => [...document.getElementById(issue).rows[0].cells].filter((cell) => !cell.hidden).slice(1)
    .map((cell, at) => (at ? cell : cell.querySelector('div') || cell).textContent)"""


#: Go to another address of the same page, as the buttons of the browser do.
GO = "(query) => { history.pushState(null, '', query); dispatchEvent(new PopStateEvent('popstate')); }"


def questions(sample: Sample) -> list[tuple[str, str, str, str]]:
    """Forty times two parties, a day and an issue: every so manieth move, on its day or a while after it."""
    parties = [asked.party for asked in sample.site.compare.parties]
    moves = [
        (issue, party, version.since)
        for (issue, party), of in sample.versions.items()
        for version in of
        if party in parties
    ]
    found = []
    for number in range(40):
        issue, party, day = moves[number * len(moves) // 40]
        others = [other for other in parties if other != party]
        later = day + (0, 0, 1, 30)[number % 4]
        found.append((party, others[number % len(others)], date.fromordinal(later).isoformat(), issue))
    return found


def test_forty_questions_are_answered_as_the_commands_answer_them(sample: Sample, page: Page, browser: Browser) -> None:
    """Relation, red lines and who spoke on the grid; the relation and the last movement on the page of the issue."""
    names = {id: party.name for id, party in sample.site.agenda.parties.items()}
    every = questions(sample)
    assert len(set(every)) == 40
    grid = browser.new_page()
    grid.goto(sample.address("index.html"))
    for one, other, day, issue in every:
        question = (one, other, day, issue)
        answer = to_dict(sample.positions.compare(one, other, at=day, issue=issue, all=True, conflicts=False))
        (row,) = answer["issues"]
        grid.evaluate(GO, f"?a={one}&b={other}")
        move(grid, day)
        assert day in grid.locator("#_counted").inner_text()
        shown = grid.evaluate(ROW, issue)
        first, second = (one, other) if list(names).index(one) < list(names).index(other) else (other, one)
        assert shown[0].split()[-1] == row["relation"], question
        assert len(shown) == 3
        for party, words in zip((first, second), shown[1:], strict=True):
            assert words.startswith("RED LINE") == (party in row["red_line"]), question
            assert words.startswith("silent") == (party in row["silent"]), question
        page.goto(sample.address(f"issues/{issue}.html?a={one}&b={other}"))
        move(page, day)
        assert day in page.locator("#_counted").inner_text()
        assert page.locator(".gist").inner_text().startswith(relation_in_words(row["relation"])), question
        said = page.locator(f"#of-{one} td").inner_text()
        moved_as(sample, question, said, names)


def relation_in_words(relation: str) -> str:
    """The relation after its sign."""
    return f"{MARKS[relation][0]} {relation}".strip()


def moved_as(sample: Sample, question: tuple[str, str, str, str], said: str, names: Mapping[str, str]) -> None:
    """The page tells of the last move what ``changes`` tells of the day on which it was made."""
    party, other, day, issue = question
    until = date.fromisoformat(day).toordinal()
    last = [each for each in sample.versions[issue, party] if each.since <= until][-1]
    since, on = (date.fromordinal(last.since - before).isoformat() for before in (1, 0))
    answer = to_dict(sample.positions.changes(party, since=since, until=on, against=other, issue=issue, all=True))
    (change,) = answer["parties"][0]["changes"]
    told = said.splitlines()[-1]
    assert change["kind"] in told and on in told, question
    for movement, words in (("closer", "closer to"), ("farther", "farther from")):
        towards = next((part for part in told.split("; ") if part.startswith(words)), "")
        assert (names[other] in towards) == (change["movement"] == movement), (question, told)


def test_what_all_hold_together_is_found_as_compare_finds_it(sample: Sample) -> None:
    """On every day on which a party moved: the relation of all, and who stands alone."""
    parties = [asked.party for asked in sample.site.compare.parties]
    found = sample.versions
    by_day: dict[int, dict[str, Any]] = {}
    for id, issue in sample.site.agenda.issues.items():
        for standing in Standings(issue, {party: found.get((id, party), ()) for party in parties}).of(parties):
            by_day.setdefault(standing.since, {})[id] = standing
    for day, standings in list(by_day.items())[::6]:
        answer = sample.positions.compare(*parties, at=date.fromordinal(day).isoformat())
        rows = {row.issue.id: row for row in answer.issues}
        for id, standing in standings.items():
            row = rows.get(id)
            assert standing.relation == (row.relation if row else "silent")
            assert standing.alone == (stands_alone(row) if row else None)


def test_what_is_chosen_stands_in_the_address_and_comes_back(sample: Sample, page: Page) -> None:
    page.goto(sample.address("index.html"))
    asked_for = sample.address("index.html")
    page.get_by_label("Between").select_option("ukraine")
    assert page.url == f"{asked_for}?a=ukraine&b=russia"
    page.get_by_label("Topic").select_option("territory")
    page.get_by_label("Day", exact=True).fill("2025-06-02")
    page.get_by_label("Only red lines").check()
    assert page.url == f"{asked_for}?day=2025-06-02&a=ukraine&b=russia&topic=territory&red=1"
    seen = page.locator("#_counted").inner_text()
    rows = page.locator("tbody[id]:visible").count()
    assert rows == 3
    page.reload()
    assert (page.locator("#_counted").inner_text(), page.locator("tbody[id]:visible").count()) == (seen, rows)
    page.go_back()
    assert page.url.endswith("&topic=territory")
    expect(page.get_by_label("Only red lines")).not_to_be_checked()
    page.go_forward()
    expect(page.locator("#_counted")).to_have_text(seen)
    page.locator("tbody[id]:visible th a").first.click()
    assert page.url.endswith(".html?day=2025-06-02&a=ukraine&b=russia&topic=territory&red=1")
    assert "/issues/" in page.url
    expect(page.get_by_label("Between")).to_have_value("ukraine")
    page.locator("#of-russia a").first.click()
    assert "/parties/russia.html?day=2025-06-02" in page.url
    expect(page.get_by_label("Beside")).to_have_value("ukraine")
    page.get_by_role("button", name="Show all of").click()
    assert page.url.endswith("/parties/russia.html")


def test_what_the_address_says_wrongly_is_told(sample: Sample, page: Page) -> None:
    """It is not changed in silence: what is no day, party, topic or relation is named, with what is shown instead."""
    nonsense = {
        "index.html?day=2025-99-99&a=nobody&b=russia": (
            f"“2025-99-99” is no day; shown is {AT}. “nobody” is not a party here; shown are all parties."
        ),
        "index.html?day=2025-02-31&a=un-general-assembly&b=russia": (
            f"“2025-02-31” is no day; shown is {AT}. “un-general-assembly” is an observer; shown are all parties."
        ),
        "index.html?topic=none&relation=x&red=2": (
            "“none” is no topic here; shown is every topic. “x” is no relation here; shown is every relation. "
            "“2” is not 1, for red lines only; shown is every position."
        ),
        "index.html?a=russia&b=russia&day=9999-01-01": (
            f"“9999-01-01” is after the last day here; shown is {AT}. "
            "“russia” stands there without another party; shown are all parties."
        ),
        "parties/russia.html?day=1900-01-01&a=nobody&b=russia": (
            "“1900-01-01” is before the first statement; shown is 2022-03-07. "
            "“nobody” is not a party here; shown is no other party beside this one."
        ),
    }
    for query, told in nonsense.items():
        page.goto(sample.address(query))
        expect(page.locator("#_wrong")).to_have_text(told)
        expect(page.locator("#_counted")).to_contain_text("2022-03-07: " if "1900" in query else f"{AT}: 61 issues")
    page.get_by_label("Only red lines").check()
    expect(page.locator("#_wrong")).to_be_hidden()
    page.goto(sample.address("index.html?a=russia&b=ukraine&day=2025-06-02"))
    expect(page.locator("#_wrong")).to_be_hidden()


def test_a_choice_that_leaves_nothing_says_so_and_leaves_no_heading(sample: Sample, page: Page) -> None:
    for path in ("index.html?relation=conditional&topic=rights", "parties/russia.html?topic=humanitarian&red=1"):
        page.goto(sample.address(path))
        told = f"{AT}: no issue fits what is chosen; “Show all of {AT}” clears it."
        expect(page.locator("#_counted")).to_have_text(told)
        titles = [title for title in page.locator("h2:visible").all_inner_texts() if not title.startswith("Statements")]
        assert titles in (["What the words mean"], ["Of drafts (3)", "Moves"])
        page.get_by_role("button", name="Show all of").click()
        expect(page.get_by_role("heading", name="Humanitarian" if "index" in path else "Rights")).to_be_visible()


def test_what_is_not_counted_is_told_on_every_day(sample: Sample, page: Page) -> None:
    """As many statements that are only reported as ``compare`` leaves out, of all parties and of two."""
    everybody = [asked.party for asked in sample.site.compare.parties]
    page.goto(sample.address("index.html"))
    told = page.locator("main > p:visible", has_text="Not counted: ")
    for parties, query in ((everybody, "?"), (["russia", "ukraine"], "?a=russia&b=ukraine")):
        page.evaluate(GO, query)
        for day in ("2022-04-01", "2025-06-02", "2025-12-01", "2026-02-20", AT):
            move(page, day)
            number = sample.positions.compare(*parties, at=day, conflicts=False).basis.not_counted
            words = f"{number} statement{'' if number == 1 else 's'} only reported; "
            assert [text.split("with")[0].split("--")[0] for text in told.all_inner_texts()] == (
                [f"Not counted: {words}"] if number else []
            )


def test_by_the_keyboard_alone(sample: Sample, page: Page) -> None:
    """Tab leads to every field; keys move the slider; the buttons lead to the days on which something moved."""
    page.goto(sample.address("issues/nato-membership.html"))
    names = []
    for _ in range(40):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.name || document.activeElement.textContent"))
    found = [names.index(name) for name in ("a", "b", "day", "◀ Earlier move", "slider")]
    assert found == sorted(found)
    page.locator("[name=slider]").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#_counted")).to_contain_text("2026-06-29")
    page.wait_for_url("**?day=2026-06-29")
    page.get_by_role("button", name="Earlier move").press("Enter")
    moved = page.locator("[name=day]").input_value()
    expect(page.locator("#_counted")).to_contain_text("moved on this day")
    assert page.locator("td.now").count() >= 1
    page.get_by_role("button", name="Later move").press("Space")
    assert page.locator("[name=day]").input_value() > moved


@pytest.mark.parametrize("path", ["index.html", "issues/foreign-troops.html", "parties/russia.html?a=russia&b=ukraine"])
def test_a_step_is_quick(path: str, sample: Sample, page: Page) -> None:
    page.goto(sample.address(path))
    assert any(slow_step(page) < QUICK for _ in range(ATTEMPTS))


def slow_step(page: Page) -> float:
    """Of sixty steps over the whole record the time of the slowest but three."""
    took: list[float] = page.evaluate("""() => {
        const slider = document.querySelector('[name=slider]');
        return [...Array(60).keys()].map((step) => {
            const start = performance.now();
            slider.value = Math.round(slider.max * step / 60);
            slider.dispatchEvent(new Event('input', {bubbles: true}));
            document.body.getBoundingClientRect();
            return performance.now() - start;
        });
    }""")
    return sorted(took)[56]


def test_a_position_is_told_with_its_age_on_every_day(sample: Sample, page: Page) -> None:
    """As on the page of a day on which it is old: from the day on which it has not been said for two years."""
    table = json.loads(sample.files["days-index.js"].removeprefix("var posdiffDays=").removesuffix(";\n"))
    first = date.fromisoformat(table["days"][0])
    found = [
        (path.removeprefix("issues/").removesuffix(".html"), party, version)
        for path, _, _, told, *_ in table["issues"]
        for party, versions in enumerate(told[: table["talking"]])
        for version in versions
        if len(version) > 6
    ]
    times = [(issue, party, time) for issue, party, version in found for time in version[6]]
    assert len(times) > 20
    page.goto(sample.address("index.html"))
    for issue, party, (begins, ends, words) in times[:: len(times) // 3]:
        for day, says in ((begins - 1, False), (begins, True), (ends, True), (ends + 1, False)):
            on = (first + timedelta(days=day)).isoformat()
            if on > AT:
                continue
            move(page, on)
            shown = page.evaluate(ROW, issue)[1 + party]
            assert ("said in " in shown) == says, (issue, on, shown)
            label = [*sample.site.compare.names][party]
            answer = sample.positions.compare(*sample.site.agenda.taking_part, at=on, issue=issue, all=True)
            held = answer.issues[0].terms.get(label)
            if held is None:
                continue
            told = short.position(held, sample.site.agenda, Age(date.fromisoformat(on).toordinal(), 2), firmness=True)
            assert ("said in " in told) == says, (issue, on, told)
            assert not says or words == told


def test_what_is_counted_does_not_hide_who_is_silent(sample: Sample, page: Page) -> None:
    """Of agreed issues it is told on how many a party has not spoken; deadlocks are those of all issues."""
    page.goto(sample.address("index.html"))
    agreed = [row for row in sample.site.compare.issues if row.relation == "agreed"]
    quiet = sum(bool(row.silent) for row in agreed)
    for place in (".gist", "#_counted"):
        expect(page.locator(place)).to_contain_text(f"{len(agreed)} agreed ({quiet} with a silent party)")
        expect(page.locator(place)).to_contain_text(f"{len(sample.site.compare.deadlocks)} deadlocks")
    page.get_by_label("Topic").select_option("territory")
    expect(page.locator("#_counted")).to_contain_text(f"{len(sample.site.compare.deadlocks)} deadlocks over all issues")


def test_deadlocks_are_counted_on_every_day_as_compare_counts_them(sample: Sample, page: Page) -> None:
    """Of two parties and of all, on days before, on and after the first one and on the last."""
    everybody = [asked.party for asked in sample.site.compare.parties]
    page.goto(sample.address("index.html"))
    for parties, query in ((everybody, "?"), (["russia", "ukraine"], "?a=russia&b=ukraine")):
        page.evaluate(GO, query)
        seen = []
        for day in ("2022-04-01", "2025-06-02", "2025-06-03", "2025-12-01", "2026-02-20", AT):
            move(page, day)
            found = re.search(r"(\d+) deadlock", page.locator("#_counted").inner_text())
            seen.append(int(found[1]) if found else 0)
            answer = sample.positions.compare(*parties, at=day, conflicts=False)
            assert seen[-1] == len(answer.deadlocks), (parties, day)
        assert len(set(seen)) > 2


def test_what_would_take_too_long_is_not_counted(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    """The budget is that of all counts: what comes first is counted, and the rest is said not to be."""
    monkeypatch.setattr("posdiff.answers.days.BUDGET", 40)
    pair = DeadlockCounts(sample.site.agenda, sample.versions).of(["russia", "ukraine"])
    assert pair[-1][1] is None


SEVERAL = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}, east: {name: East}}
        issues:
          tax: {title: Tax, kind: quantity, unit: percent}
    """,
    "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {tax: {max: 3}}\n",
    "north/2024-01-05-a.yaml": "date: 2024-01-05\nterms: {tax: {max: 9}}\n",
    "north/2024-01-05-b.yaml": "date: 2024-01-05\nterms: {tax: {max: 5}}\n",
    "north/2024-01-07-a.yaml": "date: 2024-01-07\nterms: {tax: {max: 6}}\n",
    "north/2024-01-07-b.yaml": "date: 2024-01-07\nterms: {tax: {max: 5}}\n",
    "south/2024-01-02.yaml": "date: 2024-01-02\nterms: {tax: {min: 7}}\n",
    "south/2024-01-09-a.yaml": "date: 2024-01-09\nwithdraws: [tax]\n",
    "east/2024-01-03.yaml": "date: 2024-01-03\nterms: {tax: {min: 4}}\n",
}  # fmt: skip


def test_several_moves_on_a_day_are_one(tmp_path: Path) -> None:
    """What counts is what was held at the end of the day, and how that came of the day before."""
    site = asked(dossier(tmp_path, SEVERAL)).site(at="2024-02-01")
    found = versions(site.history)
    north = [(date.fromordinal(each.since).day, each.kind, dict(each.movements)) for each in found["tax", "north"]]
    assert north == [
        (1, "added", {"south": "cannot-be-measured", "east": "cannot-be-measured"}),
        (5, "softened", {"south": "closer", "east": "closer"}),
    ]
    parties = ["north", "south", "east"]
    standings = Standings(site.agenda.issues["tax"], {party: found["tax", party] for party in parties})
    told = [(date.fromordinal(each.since).day, each.relation, each.alone) for each in standings.of(parties)]
    assert told == [
        (1, "one-sided", None), (2, "contradiction", None), (3, "contradiction", "north"),
        (5, "contradiction", None), (9, "overlap", None),
    ]  # fmt: skip


def test_the_table_of_days_is_of_the_moves_and_not_of_the_days(sample: Sample) -> None:
    """A sign for each move of an issue and each pair: it grows with the versions of terms alone."""
    table = json.loads(sample.files["days-index.js"].removeprefix("var posdiffDays=").removesuffix(";\n"))
    for _, title, _, told, pairs, together, _ in table["issues"]:
        moves = sum(map(len, told[: table["talking"]]))
        assert len(together) <= moves, title
        assert sum(map(len, pairs)) <= moves * (table["talking"] - 1), title
