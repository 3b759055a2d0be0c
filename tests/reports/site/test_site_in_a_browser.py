"""The pages of a site in Chromium: every kind of page, on a phone and on a wall, light and dark, on paper, bare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from answering import asked
from browsing import AXE, opened, script
from posdiff.dossier.reading.load import load
from posdiff.reports.site import pages
from writing import dossier, put

ROOT = Path(__file__).parents[3]
WIDTHS = (390, 768, 1440, 2560)
Look = tuple[Literal["screen", "print"], Literal["light", "dark"]]
#: A page of every kind of the sample's site, and some on another day.
KINDS = (
    "index.html", "index.html?day=2025-06-02&a=russia&b=ukraine", "issues/foreign-troops.html",
    "issues/nato-membership.html?day=2025-08-02", "parties/russia.html",
    "parties/ukraine.html?day=2025-06-02&a=russia&b=ukraine", "statements/russia/2025-06-02-istanbul.html",
    "drafts/2025-11-20-us-28-points.html", "deadlocks.html", "parties.html", "drafts.html", "statements.html",
    "sources.html", "sources/KEY", "search.html#q=guarantee", "about.html",
)  # fmt: skip


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put(pages.files(asked(load(ROOT / "positions")).site(at="2026-06-30")), tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that loads no more than files, and says nothing on its console."""
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith("file:") else told.append(request.url))
    yield page
    assert told == []
    page.close()


def go(page: Page, folder: Path, path: str) -> None:
    page.goto(f"{folder.as_uri()}/{path}")


def test_no_page_is_wider_than_the_screen(sample: Path, page: Page) -> None:
    """Light, dark and on paper; and what one touches is large enough on a phone: 24 by 24, but for links in text."""
    looks: tuple[Look, ...] = (("screen", "light"), ("screen", "dark"), ("print", "dark"))
    for path in KINDS:
        go(page, sample, path.replace("KEY", source(sample)))
        for media, scheme in looks:
            page.emulate_media(media=media, color_scheme=scheme)
            back = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
            assert back == ("rgb(22, 25, 29)" if (media, scheme) == ("screen", "dark") else "rgb(255, 255, 255)"), path
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, media, width)
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": WIDTHS[0], "height": 900})
        small = page.evaluate("""() => [...document.querySelectorAll(
            'button, input, select, summary, nav a, th a, .chronicle > li > a, .sources li > a, #_results a, footer a')]
            .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 24)
            .map((one) => one.outerHTML.slice(0, 100))""")
        assert small == [], path


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 390)])
def test_axe_finds_nothing(scheme: Literal["light", "dark"], width: int, sample: Path, page: Page) -> None:
    """A page of each kind, a small one: axe takes seconds for a large one. What is dark differs only in its colours."""
    axe = script(AXE)
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    for path in (*SMALL_PAGES, f"sources/{source(sample)}"):
        go(page, sample, path)
        page.evaluate(axe)
        only = "{type: 'rule', values: ['color-contrast']}" if scheme == "dark" else "undefined"
        options = f"{{resultTypes: ['violations'], preload: false, runOnly: {only}}}"
        result: dict[str, Any] = page.evaluate(f"axe.run(document, {options})")
        found = [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in result["violations"]]
        assert found == [], path


SMALL_PAGES = (
    "index.html?day=2025-06-02&topic=rights", "issues/neutrality.html", "parties/un-general-assembly.html",
    "deadlocks.html",
    "statements/ukraine/2022-03-27.html", "drafts/2025-04-17-us-paris-terms.html", "parties.html",
    "drafts.html", "statements.html", "sources.html", "search.html#q=guarantee", "about.html",
)  # fmt: skip


def test_by_the_keyboard_alone(sample: Path, page: Page) -> None:
    """From the grid to an issue, to a source; and by the search to what is found."""
    go(page, sample, "index.html?topic=rights")
    follow(page, "tbody[id]:not([hidden]) th a")
    assert "/issues/" in page.url
    follow(page, "td a[href^='#_']")
    assert "#_" in page.url
    follow(page, ".sources a")
    assert "/sources/" in page.url
    follow(page, "main ol a")
    assert "/statements/" in page.url
    go(page, sample, "search.html")
    follow(page, "#_search input", press="n")
    page.keyboard.type("eutrality")
    expect(page.locator("#_results li").first).to_be_visible()
    follow(page, "#_results a")
    assert "/search.html" not in page.url


def follow(page: Page, selector: str, press: str = "Enter") -> None:
    """Go to a part of the page by Tab alone, which has to show where it is, and press a key there."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            break
    here = page.evaluate("[document.activeElement.tagName, getComputedStyle(document.activeElement).outlineStyle]")
    assert here[1] == "solid", (selector, here)
    with page.expect_event("framenavigated") if press == "Enter" else nullcontext():
        page.keyboard.press(press)


def source(sample: Path) -> str:
    """The name of the page of some source."""
    return sorted(file.name for file in (sample / "sources").glob("*.html"))[0]


def test_on_paper(sample: Path, page: Page) -> None:
    """The day and what is chosen are printed, and no form; quotes are open, and nothing is cut off at the side."""
    page.emulate_media(media="print", color_scheme="dark")
    for path in ("index.html?day=2025-06-02&a=russia&b=ukraine", "issues/foreign-troops.html", "parties/russia.html"):
        go(page, sample, path)
        page.set_viewport_size({"width": 700, "height": 1000})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        expect(page.locator("#_counted")).to_be_visible()
        for control in page.locator("select, input, button, header nav").all():
            expect(control).to_be_hidden()
        back, ink = page.evaluate(
            "[getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color]"
        )
        assert (back, ink) == ("rgb(255, 255, 255)", "rgb(29, 33, 37)")


def test_without_scripts(sample: Path, browser: Browser) -> None:
    """All that the pages say of the day of the site is there, and no form that would do nothing."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        go(page, sample, "index.html")
        assert page.locator("tbody[id]:visible").count() == 61
        go(page, sample, "issues/foreign-troops.html")
        expect(page.locator("#of-russia td")).to_contain_text("must not include: Forces of European states")
        assert page.locator("form:visible").count() == 0
        page.locator("#of-russia th a").click()
        expect(page.locator("h1")).to_have_text("Russia")
        go(page, sample, "search.html")
        assert page.locator("form:visible").count() == 0


def test_many_parties_and_none(tmp_path: Path, page: Page) -> None:
    """Ten parties scroll sideways within their table; a dossier that holds nothing shows that."""
    many = load(ROOT / "examples" / "climate-finance" / "positions")
    go(page, put(pages.files(asked(many).site(at="2025-01-01")), tmp_path / "many"), "index.html")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
    nothing = dossier(tmp_path, {"agenda.yaml": "posdiff: 1\nparties: {}\nissues: {}\n"})
    go(page, put(pages.files(asked(nothing).site(at="2025-01-01")), tmp_path / "none"), "index.html")
    expect(page.locator("#_counted")).to_have_text(
        "2025-01-01: no issue fits what is chosen; “Show all of 2025-01-01” clears it."
    )
    expect(page.get_by_role("button", name="Earlier move")).to_be_disabled()


RUN = "document.title='run'"
HOSTILE = f'</title></script><script>{RUN}</script><img src=https://example.org/x onerror="{RUN}">'
SMALL = {
    "agenda.yaml": """
        posdiff: 1
        title: A
        parties: {north: {name: A, note: A}, south: {name: A}}
        topics: {land: A}
        issues:
          border: {title: A, kind: choice, topic: land, options: {here: A, there: A}, note: A, question: A}
          tax: {title: A, kind: quantity, unit: A}
          words: {title: A, kind: text}
    """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        title: A
        speaker: A
        note: A
        sources: {a: {title: A, publisher: A, url: "https://example.org/a", note: A}}
        terms:
          border: {accepts: here, firmness: red-line, quote: A, source: a, note: A}
          tax: {max: 3}
          words: {says: A}
    """,
    "south/2024-01-02.yaml": "date: 2024-01-02\nterms: {border: there, tax: {min: 5}}\n",
    "south/2024-02-02.yaml": "date: 2024-02-02\nterms: {border: [here, there]}\n",
    "drafts/2024-01-02-map.yaml": "date: 2024-01-02\ntitle: A\nby: north\nnote: A\noutcomes: {border: there}\n",
}  # fmt: skip


def test_a_hostile_dossier_runs_and_loads_nothing(tmp_path: Path, page: Page) -> None:
    """Every text of it is markup and script; the pages show it as words, on any day."""
    quoted = HOSTILE.replace('"', '\\"')
    hostile = {path: re.sub(r"\bA(?=[,}\n]|$)", f'"{quoted}"', text) for path, text in SMALL.items()}
    read = dossier(tmp_path / "read", hostile)
    assert [finding for finding in read.findings if finding.severity == "error"] == []
    files = pages.files(asked(read).site(at="2024-03-01"))
    folder = put(files, tmp_path / "site")
    for path in (path for path in files if path.endswith(".html")):
        for query in ("", "?day=2024-01-15&a=north&b=south") if "data-page" in files[path] else ("",):
            go(page, folder, path + query)
            assert "</script><script>" in page.title() or page.title() == "", path
            assert page.locator("main img, main script, main iframe").count() == 0, path
            assert page.evaluate("document.title") != "run", path
    go(page, folder, "search.html#q=onerror")
    expect(page.locator("#_results li").first).to_contain_text("<img src=https://example.org/x")
    assert page.locator("main img").count() == 0
