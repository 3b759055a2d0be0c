"""The pages of a site: which there are, what one looks like, that every link leads somewhere and nothing runs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from playwright.sync_api import Browser, ConsoleMessage, Request, expect

from answering import asked, to_dict
from browsing import opened
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.reading.load import load
from posdiff.kinds.table import KINDS
from posdiff.reports.shapes import site as shapes
from posdiff.reports.shapes.deriving import Deriver
from posdiff.reports.site import names, pages
from writing import dossier, put

ROOT = Path(__file__).parents[3]
WAGES = ROOT / "examples" / "wages" / "positions"
AT = "2026-06-01"


def scripts(path: str) -> tuple[str, ...]:
    """The scripts of a page: those that find words, or those that move the day."""
    if path == "search.html":
        return "search-index.js", "search.js"
    return ("days-index.js", "days.js") if path == "index.html" or path.startswith(("issues/", "parties/")) else ()


SMALL = {
    "agenda.yaml": """
        posdiff: 1
        title: Talks on the border
        parties:
          north: {name: North, note: Speaks for itself.}
          south: {name: South}
          un: {name: United Nations, observer: true}
        topics: {land: Land}
        steps: {first: Talks, second: Withdrawal}
        issues:
          border: {title: Border, kind: choice, topic: land, options: {here: Here, there: There}, note: Of 1950.}
          aux: {title: Order, kind: sequence}
          words: {title: Words, kind: text}
    """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        title: Speech
        sources: {a: {title: Gazette, url: "https://example.org/a"}}
        terms:
          border: {accepts: here, firmness: red-line, quote: Here and nowhere else, source: a}
          aux: {order: [first, second]}
    """,
    "south/2024-01-02.yaml": """
        date: 2024-01-02
        terms:
          border: there
          aux: {order: [second, first]}
    """,
    "joint/2024-01-03.yaml": """
        date: 2024-01-03
        parties: [north, south]
        title: Communiqué
        terms: {border: [here, there]}
        reactions: {2024-01-02-map: {reaction: rejects}}
    """,
    "drafts/2024-01-02-map.yaml": """
        date: 2024-01-02
        title: The map
        by: north
        outcomes: {border: there}
        clauses:
          - {id: "1", title: The line, text: "The border is [there] or nowhere.", settles: [border]}
    """,
}


def site(read: Dossier, at: str = AT) -> dict[str, str]:
    """The files of the site of a dossier."""
    return pages.files(asked(read).site(at=at))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return site(dossier(tmp_path_factory.mktemp("small"), SMALL))


@pytest.fixture(scope="module")
def wages() -> dict[str, str]:
    return site(load(WAGES))


class _Page(HTMLParser):
    """The links of a page, its ids, and whatever could run or load."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.loads: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name == "href" and tag == "a":
                self.links.append(value or "")
            if name in ("src", "srcset", "style", "action") or name.startswith("on") or (name, tag) == ("href", "link"):
                self.loads.append((tag, value or ""))
        if tag in ("script", "style", "iframe", "object", "embed", "base", "form"):
            self.loads.append((tag, ""))


def parsed(files: Mapping[str, str]) -> dict[str, _Page]:
    return {path: _Page(text) for path, text in files.items() if path.endswith(".html")}


def test_a_page_for_everything(small: dict[str, str]) -> None:
    assert sorted(small) == [
        "about.html", "about.json", "days-index.js", "days.js", "deadlocks.html", "deadlocks.json", "drafts.html",
        "drafts.json", "drafts/2024-01-02-map.html", "drafts/2024-01-02-map.json", "feed.xml", "index.html",
        "index.json", "issues/aux_.html", "issues/aux_.json", "issues/border.html", "issues/border.json",
        "issues/words.html", "issues/words.json",
        "parties.html", "parties.json", "parties/north.html", "parties/north.json", "parties/south.html",
        "parties/south.json", "parties/un.html", "parties/un.json", "search-index.js", "search.html", "search.js",
        "site.css", "sources.html", "sources.json", "sources/a-fc8ed1.html", "sources/a-fc8ed1.json", "statements.html",
        "statements.json", "statements/joint/2024-01-03.html", "statements/joint/2024-01-03.json",
        "statements/north/2024-01-01.html", "statements/north/2024-01-01.json", "statements/south/2024-01-02.html",
        "statements/south/2024-01-02.json",
    ]  # fmt: skip


def test_what_a_page_looks_like(small: dict[str, str], request: pytest.FixtureRequest) -> None:
    golden = Path(__file__).parent / "statement.html"
    text = small["statements/north/2024-01-01.html"]
    if request.config.getoption("--regenerate"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("which", ["small", "wages"])
def test_every_link_leads_somewhere(which: str, request: pytest.FixtureRequest) -> None:
    files: dict[str, str] = request.getfixturevalue(which)
    every = parsed(files)
    missing, leads_to = [], set()
    for path, page in every.items():
        assert len(page.ids) == len(set(page.ids)), path
        for link in page.links:
            if link.startswith("https://"):
                continue
            to, _, place = re.sub(r"\?day=[\d-]+", "", link).partition("#")
            assert not to.startswith("/") and ":" not in to, link
            target = normpath(PurePosixPath(path).parent / to) if to else path
            leads_to.add(target)
            if target not in files or (place and place not in every[target].ids):
                missing.append((path, link))
    assert missing == []
    loaded = {"site.css", *scripts("search.html"), *scripts("index.html")}
    assert files.keys() - leads_to == loaded, "all else can be reached"


def test_pages_load_the_style_and_nothing_else(wages: dict[str, str]) -> None:
    for path, page in parsed(wages).items():
        up = "../" * path.count("/")
        feed = [("link", "feed.xml")] if path in ("index.html", "statements.html") else []
        policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
        if scripts(path):
            policy = policy.replace("base-uri", "script-src 'self'; base-uri")
            feed += [("form", "")] if path == "search.html" else []
            feed += [each for name in scripts(path) for each in (("script", f"{up}{name}"), ("script", ""))]
        assert page.loads == [("link", f"{up}site.css"), *feed], path
        assert policy in wages[path]


def test_the_same_dossier_gives_the_same_bytes(wages: dict[str, str]) -> None:
    assert site(load(WAGES)) == wages


def test_the_feed_has_an_entry_for_each_statement(small: dict[str, str]) -> None:
    """The last one first, each with an id that stays; its link leads to a page."""
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.fromstring(small["feed.xml"])
    entries = feed.findall(f"{atom}entry")
    assert [entry.findtext(f"{atom}title") for entry in entries] == [
        "North and South: Communiqué", "South: 2024-01-02", "North: Speech",
    ]  # fmt: skip
    assert entries[0].findtext(f"{atom}updated") == "2024-01-03T00:00:00Z"
    assert entries[0].findtext(f"{atom}summary") == (
        "North: Border, softened: anything; closer to South\nSouth: Border, softened: anything; closer to North"
    )
    ids = [entry.findtext(f"{atom}id") or "" for entry in entries]
    assert ids[2] == "urn:uuid:7c6aa465-fa29-56d6-bf43-f05595da3c39"
    assert len({*ids, feed.findtext(f"{atom}id")}) == 4
    for entry in entries:
        (link,) = entry.findall(f"{atom}link")
        assert link.get("href") in small
    assert links(feed) == {"self": "feed.xml", "alternate": "statements.html"}


def links(feed: ElementTree.Element) -> dict[str | None, str | None]:
    return {link.get("rel"): link.get("href") for link in feed.findall("{http://www.w3.org/2005/Atom}link")}


def test_a_feed_for_the_web_names_whole_addresses() -> None:
    """What a reader of feeds asks for: its own address, and the pages', whatever it makes of relative ones."""
    text = pages.texts(asked(load(WAGES)).site(at=AT), url="https://example.org/talks")["feed.xml"]()
    base = "https://example.org/talks/"
    assert links(ElementTree.fromstring(text)) == {"self": f"{base}feed.xml", "alternate": f"{base}statements.html"}
    assert text.count(f'href="{base}statements/') == text.count("<entry>")


def test_an_issue_names_of_each_draft_the_day_who_proposed_it_and_which_one_it_follows(tmp_path: Path) -> None:
    later = """
        date: 2024-01-04
        by: [north, The mediator]
        standing: reported
        previous: 2024-01-02-map
        outcomes: {border: here}
    """
    page = site(dossier(tmp_path, {**SMALL, "drafts/2024-01-04-map.yaml": later}))["issues/border.html"]
    assert "The map</b></a></div><div><small>2024-01-02, by North</small>" in page
    told = "2024-01-04, by North and The mediator, as reported; follows 2024-01-02-map"
    assert f"2024-01-04-map</b></a></div><div><small>{told}</small>" in page


def test_json_is_what_the_command_writes(wages: dict[str, str]) -> None:
    """Each page says by which command its JSON is written; that writes the same, and each source in full."""
    positions = asked(load(WAGES))
    compared = positions.compare(*positions.agenda.taking_part, issue="night-break", at=AT)
    (row,) = to_dict(compared)["issues"]
    beside = json.loads(wages["issues/night-break.json"])
    assert in_full(beside["issues"], wages) == [bare(row)]
    assert f"--issue night-break --only {row['relation']} " in wages["issues/night-break.html"]
    deadlocks = json.loads(wages["deadlocks.json"])["deadlocks"]
    expected = to_dict(positions.compare(*positions.agenda.taking_part, at=AT))["deadlocks"]
    assert in_full(deadlocks, wages) == bare(expected) != []
    page = wages["drafts/2026-05-12-mediator.html"]
    issues = re.findall(r"--issue ([a-z-]+)", page)
    assert "posdiff draft 2026-05-12-mediator --only broken" in page
    answer = to_dict(positions.draft("2026-05-12-mediator", issue=issues, only="broken", at=AT))
    beside = json.loads(wages["drafts/2026-05-12-mediator.json"])
    assert beside.pop("schema") == "posdiff/site-draft/1" == answer.pop("schema").replace("/", "/site-", 1)
    assert in_full(beside, wages) == bare(answer)


def bare(value: Any) -> Any:
    """JSON without keys that are null, and of a source without what is of the file that names it."""
    if isinstance(value, list):
        return [bare(held) for held in value]
    if not isinstance(value, dict):
        return value
    left_out = {"statement", "key"} if "publisher" in value else set()
    return {key: bare(held) for key, held in value.items() if held is not None and key not in left_out}


def in_full(value: Any, files: Mapping[str, str]) -> Any:
    """JSON with each source in the place of the path of its page."""
    if isinstance(value, list):
        return [in_full(held, files) for held in value]
    if isinstance(value, dict):
        return {key: in_full(held, files) for key, held in value.items()}
    if isinstance(value, str) and value.startswith("sources/"):
        return bare(json.loads(files[value.replace(".html", ".json")])["source"])
    return value


#: The shapes that only a site has, by the word in their names.
SHAPES = {
    "grid": shapes.SiteGridShape, "party": shapes.SitePartyShape, "statement": shapes.SiteStatementShape,
    "statements": shapes.SiteStatementsShape, "source": shapes.SiteSourceShape, "sources": shapes.SiteSourcesShape,
    "about": shapes.SiteAboutShape,
}  # fmt: skip


def test_beside_every_page_stands_its_json(small: dict[str, str], wages: dict[str, str]) -> None:
    """But for the search; what is not a command's is as its shape says, without the keys that are null."""
    for files in (small, wages):
        without = [path for path in files if path.endswith(".html") and path.replace(".html", ".json") not in files]
        assert without == ["search.html"]
    said = {word: _validator(shape) for word, shape in SHAPES.items()}
    seen = set()
    for path, text in (*small.items(), *wages.items()):
        value = json.loads(text) if path.endswith(".json") else {}
        word = value.get("schema", "").removeprefix("posdiff/site-").removesuffix("/1")
        if word in SHAPES:
            seen.add(word)
            assert not list(said[word].iter_errors(value)), path
    assert seen == SHAPES.keys()


def _validator(shape: Any) -> Any:
    deriver = Deriver(KINDS)
    schema = {**deriver.object(shape), "$defs": deriver.definitions}
    return Draft202012Validator(json.loads(json.dumps(schema), object_hook=lambda held: held | {"required": []}))


def test_json_of_the_site_says_what_the_page_says(small: dict[str, str]) -> None:
    party, said = (json.loads(small[f"{path}.json"]) for path in ("parties/north", "statements/north/2024-01-01"))
    assert party["positions"][0] == {
        "issue": "border", "firmness": "firm", "in_words": "anything", "first_held": "2024-01-03",
        "last_stated": "2024-01-03", "standing": "stated",
    }  # fmt: skip
    assert party["statements"] == ["statements/north/2024-01-01.html", "statements/joint/2024-01-03.html"]
    assert said["terms"][0] == {
        "issue": "border", "in_words": "Here", "firmness": "red-line", "adds": False, "notes": [],
        "quotes": [{"text": "Here and nowhere else"}], "sources": ["a"],
    }  # fmt: skip
    assert said["changed"] == {"border": {"north": "added"}, "aux": {"north": "added"}}
    assert said["sources"] == {"a": "sources/a-fc8ed1.html"}
    grid = {row["issue"]: row for row in json.loads(small["index.json"])["issues"]}
    assert grid["words"]["relation"] == "silent"
    assert grid["border"]["positions"] == {"north": "anything", "south": "anything"}


def test_a_source_has_a_page_with_all_that_stands_on_it(small: dict[str, str]) -> None:
    page, beside = small["sources/a-fc8ed1.html"], json.loads(small["sources/a-fc8ed1.json"])
    assert "<h1>Gazette</h1>" in page
    assert "Address: <a href=" in page
    assert "<a href=../statements/north/2024-01-01.html>Speech</a>" in page
    assert "<a href=../issues/border.html>Border</a>: “Here and nowhere else”" in page
    assert "without a quote: </small><a href=../issues/aux_.html>Order</a>" in page
    (rests,) = beside["stands"]
    assert rests == {
        "date": "2024-01-01", "parties": ["north"], "page": "statements/north/2024-01-01.html",
        "issues": {"border": ["Here and nowhere else"], "aux": []},
    }  # fmt: skip
    assert "<a href=sources/a-fc8ed1.html>Gazette</a>" in small["sources.html"]
    assert "<li id=_1><a href=../../sources/a-fc8ed1.html>Gazette</a>" in small["statements/north/2024-01-01.html"]


def test_about_says_how_to_cite_and_what_is_noted(small: dict[str, str]) -> None:
    about = small["about.html"]
    for words in (
        "Speaks for itself.", "Of 1950.", "index.html?day=2024-01-03&amp;a=north&amp;b=south", "▲ <b>hardened</b>",
        f"name the day of these pages, {AT},",
    ):  # fmt: skip
        assert words in about
    alone = site(load(WAGES), "2020-01-01")["about.html"]
    assert "index.html?day" not in alone


def test_a_draft_shows_its_words(small: dict[str, str]) -> None:
    """Clause by clause, what is in brackets apart; they are found by the search."""
    text = small["drafts/2024-01-02-map.html"]
    assert "<b>1  The line</b>" in text
    assert "The border is <span class=conditional>[there]</span> or nowhere." in text
    assert "The border is [there] or nowhere." in small["search-index.js"]


def test_an_issue_with_a_scale_has_its_picture(wages: dict[str, str]) -> None:
    """As ``chart`` draws it, in the style sheet of the site; not where there is no scale."""
    drawn = [path for path, text in wages.items() if "<svg class=chart " in text]
    assert "issues/pay-rise.html" in drawn
    assert "issues/bonus-groups.html" not in drawn
    assert ".chart .outline" in wages["site.css"]
    assert "<style" not in "".join(wages[path] for path in drawn)


def test_what_was_said_later_is_left_out() -> None:
    files = site(load(WAGES), "2026-03-10")
    assert [path for path in files if path.startswith(("statements/", "drafts")) and path.endswith(".html")] == [
        "statements/union/2026-03-02.html", "statements/employer/2026-03-05.html",
    ]  # fmt: skip
    assert "2026-03-19" not in files["sources.html"] + files["index.html"]


def test_ids_make_names_that_every_disk_takes() -> None:
    long = "a" * 300
    made = [names.file_name(id) for id in ("con", "com1", "con-", "issue", long, long + "b")]
    assert made[:4] == ["con_", "com1_", "con-", "issue"]
    assert len({name.lower() for name in made}) == len(made)
    assert all(len(name) < 220 for name in made)


HOSTILE = "</title><script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"


def test_hostile_titles_are_words(tmp_path: Path) -> None:
    said = HOSTILE.replace('"', '\\"')
    read = dossier(tmp_path, {
        path: re.sub(r"(title|name|note|quote): [A-Z][\w ]*\.?", rf'\1: "{said}"', text)
        for path, text in SMALL.items()
    })  # fmt: skip
    assert not [finding for finding in read.findings if finding.severity == "error"]
    files = site(read)
    for path, page in parsed(files).items():
        own = {"link", *(["script"] if scripts(path) else []), *(["form"] if path == "search.html" else [])}
        assert {tag for tag, _ in page.loads} == own, path
        assert files[path].count("<script") == len(scripts(path))


def test_a_dossier_of_one_party_and_an_empty_one(tmp_path: Path) -> None:
    alone = {"agenda.yaml": SMALL["agenda.yaml"].replace("south: {name: South}", "")}
    files = site(dossier(tmp_path / "a", alone | {"north/2024-01-01.yaml": SMALL["north/2024-01-01.yaml"]}))
    assert "One-sided" in files["issues/border.html"]
    assert "drafts.html" not in files
    assert "index.html" in site(dossier(tmp_path / "b", {"agenda.yaml": "posdiff: 1\nparties: {}\nissues: {}\n"}))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened() as browser:
        yield browser


def test_in_a_browser_from_a_folder(small: dict[str, str], tmp_path: Path, browser: Browser) -> None:
    """The style and the scripts are loaded, and nothing else."""
    put(small, tmp_path)
    for name in ("index", "issues/border", "statements/joint/2024-01-03"):
        page = browser.new_page()
        told: list[str] = []
        page.on("request", _url_to(told))
        page.on("console", _text_to(told))
        file = tmp_path / f"{name}.html"
        page.goto(file.as_uri())
        loaded = [(tmp_path / each).as_uri() for each in ("site.css", *scripts(f"{name}.html"))]
        assert told == [file.as_uri(), *loaded]
        assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none", "the style is there"
        page.close()


def _url_to(told: list[str]) -> Callable[[Request], None]:
    return lambda request: told.append(request.url)


def _text_to(told: list[str]) -> Callable[[ConsoleMessage], None]:
    return lambda message: told.append(message.text)


def test_the_search_finds_words_whatever_their_case_and_accents(
    tmp_path: Path, browser: Browser, wages: dict[str, str]
) -> None:
    """From a folder; what is looked for stands in the address; hostile words are shown and do not run."""
    said = f"{HOSTILE} Straße".replace('"', '\\"')
    noted = SMALL["joint/2024-01-03.yaml"].replace("title: Communiqué", f'title: Communiqué\n        note: "{said}"')
    files = site(dossier(tmp_path / "read", {**SMALL, "joint/2024-01-03.yaml": noted}))
    put(files, tmp_path)
    page = browser.new_page()
    told: list[str] = []
    page.on("console", _text_to(told))
    page.goto(f"{(tmp_path / 'search.html').as_uri()}#q=COMMUNIQUE")
    results = page.locator("#_results a")
    assert results.all_inner_texts() == [
        "North and South, 2024-01-03: Communiqué",
        "North and South, 2024-01-03: Communiqué: Border",
    ]
    page.get_by_role("searchbox").fill("land")
    expect(results.first).to_have_text("Topic: Land")
    assert [each.get_attribute("href") for each in results.all()] == ["index.html#_topic-land", "issues/border.html"]
    page.get_by_role("searchbox").fill("strasse")
    expect(page.locator("#_found")).to_have_text("1 text is found.")
    assert page.locator("#_results mark").all_inner_texts() == ["Straße"]
    assert "<img src=x" in page.locator("#_results li").inner_text()
    assert page.url.endswith("#q=strasse")
    assert results.get_attribute("href") == "statements/joint/2024-01-03.html"
    assert (page.title(), told) == ("Search – Talks on the border", [])
    page.close()
    entries = json.loads(wages["search-index.js"].removeprefix("var posdiffIndex=").removesuffix(";\n"))["pages"]
    pages_of = parsed(wages)
    for path, _, _, parts in entries:
        file, _, place = path.partition("#")
        assert {place, *(part for part, _ in parts)} - {""} <= set(pages_of[file].ids), path
