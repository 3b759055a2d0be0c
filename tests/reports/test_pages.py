"""HTML in a browser, as those see it who were sent it: nothing loads, everything can be reached, read and printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from answering import asked
from browsing import AXE, opened, script
from posdiff.dossier.reading.load import load
from posdiff.reports import formats
from writing import dossier

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
REPORT = GOLDEN / "wages-report.html"
COMMANDS = ("compare", "changes", "show", "history", "matrix", "draft", "report", "brief")
WIDE, NARROW = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport=WIDE)
    page.set_default_timeout(10_000)
    yield page
    page.close()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on the sample dossier, with four parties, as a file."""
    parties = ("russia", "ukraine", "united-states", "europe")
    report = asked(load(ROOT / "positions")).report(*parties, since="2024-06-14", at="2025-08-18")
    file = tmp_path_factory.mktemp("sample") / "report.html"
    file.write_text(formats.write(report, "html"), encoding="utf-8")
    return file


HOSTILE = {
    "script": "</script><script>document.title='run'</script><img src=x onerror=\"document.title='run'\">",
    "direction": "\u202eesrever\u2066 \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "long word": "Donaudampfschifffahrtsgesellschaft" * 60,
}


@pytest.fixture(scope="module", params=HOSTILE)
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """A report whose titles, names, words and sources are all one hostile text, and a quote of 100 kB."""
    text, quote = HOSTILE[request.param], HOSTILE[request.param] * (100_000 // len(HOSTILE[request.param]))
    said = re.sub(r'["\\]', r"\\\g<0>", text)
    long = re.sub(r'["\\]', r"\\\g<0>", quote)
    for sign in "\u202e\u2066":
        said, long = (each.replace(sign, f"\\u{ord(sign):04x}") for each in (said, long))
    statement = """
        date: 2024-01-0{day}
        title: "{said}"
        sources: {{a: {{title: "{said}", publisher: "{said}"}}}}
        terms:
          fee: {{{fee}, firmness: red-line, quote: "{quote}", source: a}}
          way: {{order: [{order}], source: a}}
    """
    folder = tmp_path_factory.mktemp("hostile")
    read = dossier(folder, {
        "agenda.yaml": f"""
            posdiff: 1
            title: "{said}"
            parties: {{north: {{name: "{said}"}}, south: {{name: "{said}"}}}}
            topics: {{money: "{said}"}}
            steps: {{first: "{said}", second: "{said} again"}}
            issues:
              fee: {{title: "{said}", kind: quantity, topic: money, unit: "{said[:20]}"}}
              way: {{title: "{said}", kind: sequence}}
        """,
        "north/2024-01-01.yaml": statement.format(day=1, said=said, quote=long, fee="min: 5", order="first, second"),
        "south/2024-01-02.yaml": statement.format(day=2, said=said, quote=long, fee="max: 4", order="second, first"),
    })  # fmt: skip
    report = asked(read).report("north", "south", since="2024-01-01", at="2024-02-01")
    (folder / "report.html").write_text(formats.write(report, "html"), encoding="utf-8")
    return text, folder / "report.html"


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")


def seen(page: Page) -> list[str]:
    """The rows and rings that are shown, by their ids."""
    rows: list[str] = page.evaluate(
        "[...document.querySelectorAll('main tbody[id], main .ring')]"
        ".filter((one) => one.offsetHeight).map((one) => one.id)"
    )
    return rows


# Nothing loads, nothing runs


@pytest.mark.parametrize("command", COMMANDS)
def test_from_disk_and_nothing_else_is_asked_for(page: Page, command: str) -> None:
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    file = GOLDEN / f"wages-{command}.html"
    page.goto(file.as_uri())
    assert asked == [file.as_uri()]
    assert errors == []


INJECTED = """
<script>document.title = 'run'</script>
<img src="http://127.0.0.1:PORT/a.png" onerror="document.title = 'run'"><svg onload="document.title = 'run'"></svg>
<details open ontoggle="document.title = 'run'"><summary>x</summary></details>
<style>body { background: rgb(1, 2, 3) !important; }</style><link rel="stylesheet" href="http://127.0.0.1:PORT/a.css">
<p id="styled" style="color: rgb(1, 2, 3)" onclick="document.title = 'run'">styled</p>
<iframe src="data:text/html,<script>top.document.title = 'run'</script>"></iframe>
<video src="http://127.0.0.1:PORT/a.mp4" autoplay></video><object data="http://127.0.0.1:PORT/a"></object>
<script src="http://127.0.0.1:PORT/a.js"></script><base href="http://127.0.0.1:PORT/">
<form action="http://127.0.0.1:PORT/"><button id="send">send</button></form>
<a id="link" href="javascript:document.title='run'">link</a>
"""


@pytest.fixture
def listening() -> Iterator[tuple[int, list[str]]]:
    """A server on this machine: its port, and the paths that it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port, asked
        server.shutdown()


def test_what_were_put_in_by_mistake_would_not_load_or_run(
    page: Page, tmp_path: Path, listening: tuple[int, list[str]]
) -> None:
    """Should the escaping ever fail, the Content-Security-Policy still holds."""
    port, asked = listening
    injected = INJECTED.replace("PORT", str(port))
    file, bare = tmp_path / "report.html", tmp_path / "bare.html"
    file.write_text(REPORT.read_text(encoding="utf-8").replace("<main", f"{injected}<main", 1), encoding="utf-8")
    page.goto(file.as_uri())
    title = page.title()
    for selector in ("#styled", "#link"):
        page.locator(selector).dispatch_event("click")
    page.wait_for_timeout(200)
    assert page.title() == title != "run"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(1, 2, 3)"
    assert page.evaluate("getComputedStyle(document.getElementById('styled')).color") != "rgb(1, 2, 3)"
    # posdiff's own script runs all the same.
    assert page.locator("#_filters").is_visible()
    page.locator("#send").dispatch_event("click")
    page.wait_for_timeout(200)
    assert asked == []
    # The same in a page without a policy does load and run: the test can fail.
    bare.write_text(f"<!doctype html><body>{injected}</body>", encoding="utf-8")
    page.goto(bare.as_uri())
    assert page.title() == "run"
    assert {"/a.css", "/a.js"} <= set(asked)


# Accessible


@pytest.mark.parametrize("command", COMMANDS)
def test_axe_finds_nothing(page: Page, command: str) -> None:
    """Light and dark, on a large screen and on a telephone."""
    axe = script(AXE)
    page.goto((GOLDEN / f"wages-{command}.html").as_uri())
    unfold(page)
    page.evaluate(axe)
    for scheme, size in (("light", WIDE), ("dark", WIDE), ("dark", NARROW)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size(size)
        result: dict[str, Any] = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        found = [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in result["violations"]]
        assert found == [], (scheme, size)
        assert len(result["passes"]) > 15


def test_landmarks_and_tables_are_told_as_such(page: Page) -> None:
    page.goto(REPORT.as_uri())
    for role in ("banner", "navigation", "search", "main", "contentinfo"):
        assert page.get_by_role(role).count() == 1, role
    table = page.get_by_role("table", name="contradictions: the positions side by side")
    assert table.get_by_role("columnheader").all_inner_texts() == ["Issue", "Union", "Employer", "What clashes"]
    assert (
        table.get_by_role("rowheader").first.inner_text().startswith("What comes before overtime and talks")
    )  # a red line
    assert page.get_by_role("img").count() == page.locator(".ring, .picture").count() > 2


def test_a_card_on_a_telephone_is_still_a_table(page: Page) -> None:
    """Where the head of a table is not shown, every cell says whose it is."""
    page.set_viewport_size(NARROW)
    page.goto(REPORT.as_uri())
    table = page.get_by_role("table", name="contradictions: the positions side by side")
    assert table.get_by_role("rowheader").count() == table.locator("tbody").count()
    before = "(cells) => cells.map((cell) => getComputedStyle(cell, '::before').content)"
    assert table.locator("tbody").first.locator("td[data-of]").evaluate_all(before) == [
        '"Union"', '"Employer"', '"What clashes"'
    ]  # fmt: skip


def test_everything_can_be_reached_by_keyboard(page: Page) -> None:
    page.goto(REPORT.as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the positions"
    reached = []
    for _ in range(200):
        page.keyboard.press("Tab")
        tag, name = page.evaluate("[document.activeElement.tagName, document.activeElement.textContent.slice(0, 12)]")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert outline == "3px" or tag == "BODY", (tag, name)
        reached.append(tag)
        if tag == "SUMMARY":
            break
    assert {"A", "SELECT", "INPUT", "BUTTON", "SUMMARY"} <= set(reached)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open")


# Filters


def test_filters_by_relation_topic_party_and_text(page: Page) -> None:
    page.goto(REPORT.as_uri())
    every = seen(page)
    shown = page.locator("#_shown")
    assert shown.inner_text() == ""

    page.get_by_role("combobox", name="Relation").select_option(label="contradictions")
    expect(page.locator("#_shown")).not_to_be_empty()
    clash = ["resumption", "bonus-groups", "night-break"]  # the red line first
    assert seen(page) == [
        *clash,
        *(f"union_{issue}" for issue in ("bonus-groups", "night-break", "resumption")),
        *(f"employer_{issue}" for issue in ("bonus-groups", "resumption", "night-break")),
    ]
    assert shown.inner_text() == f"9 of {len(every)} rows are shown. Relation: contradictions"

    page.get_by_role("combobox", name="Topic").select_option(label="Pay")
    expect(page.locator("#_shown")).to_contain_text("Topic")
    assert seen(page) == ["bonus-groups", "union_bonus-groups", "employer_bonus-groups"]
    assert not page.get_by_role("heading", name="Agreed").is_visible()

    page.get_by_label("Party with a position").select_option(label="Employer")
    expect(page.locator("#_shown")).to_contain_text("Employer")
    assert seen(page) == ["bonus-groups", "employer_bonus-groups"]

    page.get_by_role("button", name="Show all").click()
    expect(page.locator("#_shown")).to_be_empty()
    assert seen(page) == every

    page.get_by_label("Text").click()
    page.keyboard.type("DISMISSALS  wörk")
    expect(page.locator("#_shown")).to_contain_text("wörk")
    assert set(seen(page)) == {
        one for one in every
        if {"dismissals", "work"} <= set(re.findall(r"\w+", page.locator(f'[id="{one}"]').text_content().lower()))  # type: ignore[union-attr]
    }  # fmt: skip
    page.keyboard.press("Control+a")
    page.keyboard.type("no such words")
    expect(page.locator("#_shown")).to_contain_text("0 of")
    assert seen(page) == []
    assert page.get_by_role("heading", name="Sources").is_visible()


@pytest.mark.parametrize(
    ("command", "label", "choice"),
    [("changes", "Change", "hardened"), ("draft", "Result", "Broken"), ("history", "Move", "reaffirmed"),
     ("show", "Topic", "Pay"), ("compare", "Red lines", "with a red line")],
)  # fmt: skip
def test_every_answer_has_its_filters(page: Page, command: str, label: str, choice: str) -> None:
    page.goto((GOLDEN / f"wages-{command}.html").as_uri())
    select = page.get_by_role("combobox", name=label, exact=True)
    select.select_option(label=choice)
    expect(page.locator("#_shown")).not_to_be_empty()
    name, value = select.get_attribute("name"), select.input_value()
    rows = page.locator("main tbody, main .ring").evaluate_all(
        "(rows) => rows.filter((row) => Object.keys(row.dataset).length).map((row) => "
        f"[(row.getAttribute('data-{name}') || '').split(' ').includes('{value}'), row.offsetHeight > 0])"
    )
    assert all(fits == visible for fits, visible in rows)
    assert 0 < sum(fits for fits, _ in rows) < len(rows)


def test_a_link_to_a_row_that_is_filtered_out_shows_it(page: Page) -> None:
    page.goto(REPORT.as_uri())
    page.get_by_role("combobox", name="Relation").select_option(label="agreed")
    expect(page.locator("#_shown")).not_to_be_empty()
    page.evaluate("location.hash = 'night-break'")
    expect(page.locator("#night-break")).to_be_visible()
    assert page.locator("#_shown").inner_text() == ""


# Where links lead


@pytest.mark.parametrize("size", [WIDE, NARROW, ViewportSize(width=800, height=600)], ids=lambda size: size["width"])
def test_what_a_link_leads_to_is_not_covered(page: Page, size: ViewportSize, sample: Path) -> None:
    page.set_viewport_size(size)
    page.goto(sample.as_uri())
    ids = page.locator("main tbody[id]").evaluate_all("(rows) => rows.map((row) => row.id)")
    for anchor in (*ids[:4], ids[len(ids) // 2], "_agreed", "_deadlock", "_sources"):
        page.goto(f"{sample.as_uri()}#{anchor}")
        top = page.evaluate("(id) => document.getElementById(id).getBoundingClientRect().top", anchor)
        assert -1 <= top < size["height"] * 0.7, (anchor, top)
        # What is seen a little below its upper edge is it, and no form or head of a table over it.
        assert page.evaluate(
            "([id, y]) => { const target = document.getElementById(id), box = target.getBoundingClientRect();"
            " const hit = document.elementFromPoint(box.left + 30, box.top + 12); return target.contains(hit); }",
            [anchor, top],
        ), anchor  # fmt: skip


def test_every_link_within_the_page_leads_somewhere(page: Page, sample: Path) -> None:
    page.goto(sample.as_uri())
    lost = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map((a) => a.getAttribute('href').slice(1))"
        '.filter((id) => document.querySelectorAll(`[id="${id}"]`).length !== 1)'
    )
    assert lost == []


# Layout


def overflowing(page: Page) -> list[str]:
    """Elements that reach out of the window on the right, and are not within something that scrolls."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('body *')].filter((one) => {
          const box = one.getBoundingClientRect();
          return box.width && box.right > innerWidth + 1 && !one.closest('.wide, .unseen, .picture, .lines');
        }).map((one) => `${one.tagName}.${one.getAttribute('class')} ${one.textContent.slice(0, 40)}`)"""
    )
    return found


@pytest.mark.parametrize("command", [*COMMANDS, "sample"])
def test_nothing_reaches_out_of_the_window(page: Page, command: str, request: pytest.FixtureRequest) -> None:
    file = request.getfixturevalue("sample") if command == "sample" else GOLDEN / f"wages-{command}.html"
    page.goto(file.as_uri())
    unfold(page)
    for width in (320, 390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        assert overflowing(page) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [390, 1280])
def test_hostile_texts_break_no_layout(page: Page, hostile: tuple[str, Path], width: int) -> None:
    text, file = hostile
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(file.as_uri())
    unfold(page)
    assert overflowing(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.title() != "run"
    assert asked == [file.as_uri()]
    # No letter turns the direction of what stands around it.
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page.content())
    page.get_by_label("Text").fill(text[:10])
    expect(page.locator("#_shown")).not_to_be_empty()
    assert page.locator("#fee").is_visible() or "\u202e" in text


# On paper


def test_on_paper_everything_is_open_and_nothing_is_in_the_way(page: Page) -> None:
    page.goto(REPORT.as_uri())
    page.get_by_role("combobox", name="Relation").select_option(label="contradictions")
    expect(page.locator("#_shown")).not_to_be_empty()
    page.emulate_media(media="print", color_scheme="dark")
    for selector in ("form", ".skip", ".paper"):
        assert not page.locator(selector).is_visible()
    assert page.locator("#_shown").is_visible()  # it is said that this is not all
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    folded = "document.querySelectorAll('details:not([open])').length"
    before = page.evaluate(folded)
    page.evaluate("addEventListener('beforeprint', () => { window.folded = " + folded + "; })")
    assert page.pdf(format="A4").startswith(b"%PDF")
    assert page.evaluate("window.folded") == 0
    assert page.evaluate(folded) == before > 0


def test_without_script_all_can_be_read(browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(REPORT.as_uri())
    assert not page.locator("#_filters").is_visible()
    assert page.locator("#night-break").is_visible()
    quotes = page.locator("main details", has=page.locator("blockquote")).first
    quotes.locator("summary").click()
    assert quotes.locator("blockquote").first.is_visible()
    context.close()


# Pictures


@pytest.mark.parametrize(
    ("command", "titles"),
    [("compare", ["Union, Employer and Mediator, issue by issue"]),
     ("changes", ["How Union, Employer and Mediator moved"]),
     ("history", ["How Union and Employer moved"]),
     ("report", ["Union and Employer, issue by issue", "How Union and Employer moved"])],
)  # fmt: skip
def test_a_page_leads_with_its_pictures(page: Page, command: str, titles: list[str]) -> None:
    page.goto((GOLDEN / f"wages-{command}.html").as_uri())
    pictures = page.locator("#_pictures svg.chart")
    assert [picture.locator("title").first.text_content() for picture in pictures.all()] == titles
    assert pictures.first.evaluate("(one) => one.getBoundingClientRect().top") < 900
    # The page's own style sheet draws them, light and dark: the policy of the page allows no other.
    for scheme, ground in (("light", "rgb(255, 255, 255)"), ("dark", "rgb(22, 25, 29)")):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert pictures.first.locator("rect").first.evaluate("(one) => getComputedStyle(one).fill") == ground


# What fingers and addresses need

_TARGETS = "summary, button, select, input, .anchor, thead a, nav li a, .lines tbody a"


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=lambda size: size["width"])
@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_touched_is_24_pixels_wide_and_high(page: Page, command: str, size: ViewportSize) -> None:
    """Links within a line of words aside, as WCAG 2.5.8 has it."""
    page.set_viewport_size(size)
    page.goto((GOLDEN / f"wages-{command}.html").as_uri())
    small = page.locator(_TARGETS).evaluate_all(
        "(all) => all.map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])"
        ".filter(([, box]) => box.width && (box.width < 24 || box.height < 24))"
        ".map(([html, box]) => `${html} ${box.width} ${box.height}`)"
    )
    assert small == []


def test_what_is_chosen_stands_in_the_address(page: Page) -> None:
    page.goto(REPORT.as_uri())
    page.get_by_role("combobox", name="Relation").select_option(label="contradictions")
    page.wait_for_url("**#relation=contradiction")
    page.get_by_role("combobox", name="Topic").select_option(label="Pay")
    page.wait_for_url("**#relation=contradiction&topic=pay")
    shown = seen(page)
    page.go_back()
    expect(page.locator("#_shown")).not_to_contain_text("Topic")
    assert page.get_by_role("combobox", name="Topic").input_value() == ""
    assert len(seen(page)) > len(shown)
    page.go_forward()
    expect(page.locator("#_shown")).to_contain_text("Topic: Pay")
    page.get_by_label("Text").fill("apprentices & nights")
    page.wait_for_url("**&text=apprentices*")
    page.get_by_role("button", name="Show all").click()
    page.wait_for_url(REPORT.as_uri())


def test_an_address_shows_what_it_was_copied_from(browser: Browser) -> None:
    page = browser.new_page(viewport=WIDE)
    page.goto(f"{REPORT.as_uri()}#relation=contradiction&text=night&at=night-break")
    assert seen(page)[0] == "night-break" or "night-break" in seen(page)
    assert page.get_by_label("Text").input_value() == "night"
    assert page.locator("#_shown").inner_text().endswith("Relation: contradictions; text: night")
    # Led to a row that is shown, the address still says what is chosen; and what nobody can choose is nothing.
    page.evaluate("location.hash = 'night-break'")
    page.wait_for_url("**#relation=contradiction&text=night&at=night-break")
    page.goto("about:blank")
    page.goto(f"{REPORT.as_uri()}#relation=nonsense&at=%3Cscript%3E")
    told = "“nonsense” is no choice of “Relation” here: shown is all of it."
    assert page.locator("#_shown").inner_text() == told
    page.close()


def test_where_nothing_is_left_a_sentence_says_so(page: Page) -> None:
    page.goto(f"{REPORT.as_uri()}#relation=agreed&text=no+such+words")
    assert seen(page) == []
    assert page.get_by_text("Nothing is left: no row has all of this.").is_visible()
    assert not page.locator("#_crossing").is_visible()  # a heading over nothing
    page.get_by_role("button", name="Clear the filters").click()
    assert not page.get_by_text("Nothing is left").is_visible()
    assert len(seen(page)) > 10
    page.wait_for_url(REPORT.as_uri())


# The short edition


def _pages(page: Page) -> int:
    return len(re.findall(rb"/Type /Page\b", page.pdf(format="A4")))


def test_what_prints_is_the_short_edition_unless_all_is_asked_for(page: Page, sample: Path) -> None:
    report = asked(load(ROOT / "positions")).report("russia", "ukraine", since="2024-06-14", at="2025-08-18")
    file = sample.with_name("two.html")
    file.write_text(formats.write(report, "html"), encoding="utf-8")
    page.goto(file.as_uri())
    said = page.locator(".paper")
    assert not said.is_visible()
    # Both pictures begin on the first screen.
    tops = page.locator("figure.picture").evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().top)")
    assert len(tops) == 2 and max(tops) < page.evaluate("innerHeight")
    page.emulate_media(media="print")
    assert said.inner_text().startswith("Short edition. It leaves out: ")
    for words in (
        "Contradictions (13) but for 3 red lines",
        "Conditional (2)",
        "One-sided (23)",
        "Overlaps (5) but for 1 red line",
        "#print=all",
    ):
        assert words in said.inner_text()
    assert re.search(r"Changes from the end of 2024-06-14 to 2025-08-18 \(\d+ entries\)", said.inner_text())
    for shown in ("#territory-swap", "#status-donbas", "#_deadlock-1", "#_picture-1", ".piece"):
        assert page.locator(shown).first.is_visible(), shown
    for left_out in ("#status-crimea", "#accountability", "#_one-sided", "#_changes", "#_statements"):
        assert not page.locator(left_out).is_visible(), left_out
    # Every source that is named is listed, by its number.
    numbers = page.locator("main a.n:visible").evaluate_all("(all) => all.map((one) => one.textContent)")
    listed = page.locator("footer li:visible").evaluate_all("(all) => all.map((one) => String(one.value))")
    assert set(numbers) <= set(listed) < {str(number) for number in range(1, 500)}
    assert _pages(page) <= 10

    page.emulate_media(media="screen")
    page.get_by_label("Print everything").check()
    page.wait_for_url("**#print=all")
    page.emulate_media(media="print")
    assert not said.is_visible()
    assert page.locator("#_statements").is_visible()
    assert _pages(page) > 30


def test_what_is_filtered_is_printed_as_it_is_shown(page: Page) -> None:
    page.goto(f"{REPORT.as_uri()}#relation=agreed")
    page.emulate_media(media="print")
    assert page.locator("#_agreed").is_visible()
    assert not page.locator(".paper").is_visible()
