"""What parties, sources and strangers wrote is data in every format: parsed back, it is text and nothing else.

Each text stands in every free place of a dossier. The answer is parsed by a parser of its format, and compared with the
answer for plain words in the same places: the same structure, and all the words.
"""

from __future__ import annotations

import csv
import functools
import io
import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import cmarkgfm
import html5lib
import pytest
from cmarkgfm.cmark import Options
from hostile_texts import HOSTILE, plain, written
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from answering import asked, judged
from posdiff.answers.answer import Answer
from posdiff.answers.positions import Positions
from posdiff.dossier.reading.load import load
from posdiff.reports import formats
from posdiff.reports.escaping import visible
from repositories import Repository

DAY = "2024-03-01"
#: What is asked, in the words of the command line, and how it is asked here.
QUESTIONS: dict[tuple[str, ...], Callable[[Positions], Answer]] = {
    ("compare", "north", "south"): lambda positions: positions.compare("north", "south", at=DAY),
    ("changes", "--since", "2024-01-01"): lambda positions: positions.changes(since="2024-01-01", until=DAY),
    ("show", "north"): lambda positions: positions.show("north", at=DAY),
    ("history",): lambda positions: positions.history(until=DAY),
    ("matrix",): lambda positions: positions.matrix(at=DAY),
    ("draft", "deal"): lambda positions: positions.draft("deal", at=DAY),
    ("drafts",): lambda positions: positions.drafts(at=DAY),
    ("drafts", "deal", "next"): lambda positions: positions.drafts("deal", "next", at=DAY),
    ("drafts", "deal", "next", "--columns", "4"): lambda positions: positions.drafts("deal", "next", at=DAY, columns=4),
    ("text", "deal"): lambda positions: positions.text("deal", at=DAY),
    ("conflicts", "north", "south"): lambda positions: positions.conflicts("north", "south", at=DAY),
    ("conflicts", "--draft", "deal", "--all"): lambda positions: positions.conflicts(draft="deal", at=DAY, all=True),
    ("report", "north", "south", "--since", "2024-01-01"): lambda positions: positions.report(
        "north", "south", since="2024-01-01", at=DAY
    ),
    ("brief", "north", "south", "--draft", "deal"): lambda positions: positions.brief(
        "north", "south", draft="deal", at=DAY
    ),
}
#: Finds the text itself, in every place.
FIND = ("find",)
COMMANDS = (*QUESTIONS, FIND)
#: Judges the edit that entered the last statement.
CHECK = ("check", "--against", "main", "--fail-on", "never")
#: A report with changes is two tables, and has no CSV; nor has a brief, or a text.
NO_TABLES = ("report", "brief", "text")
FORMATS = ("text", "markdown", "html", "csv", "json")


MADE: list[Path] = []


@functools.cache
def folder(text: str) -> Path:
    """A dossier with this text in it, in a repository where the last statement is not on record yet."""
    made = written(Path(tempfile.mkdtemp(prefix="hostile-")), text)
    MADE.append(made)
    repository = Repository(made)
    repository.git("init", "--quiet", "--initial-branch=main")
    repository.git("add", "--all", "--", ".", ":!positions/north/2024-02-01.yaml")
    repository.git("commit", "--quiet", "--message", "base")
    return made


@functools.cache
def answers(text: str, command: tuple[str, ...]) -> dict[str, str]:
    """The answer of a command in every format."""
    home = folder(text)
    if command == CHECK:
        answer: Answer = judged(home, "main", date.fromisoformat(DAY))
    else:
        positions = asked(load(home / "positions"))
        answer = positions.find(text) if command == FIND else QUESTIONS[command](positions)
    tables = command[0] not in NO_TABLES
    return {format: formats.write(answer, format) for format in FORMATS if format != "csv" or tables}


@pytest.fixture(scope="module", autouse=True)
def tidy() -> Iterator[None]:
    """Takes the dossiers away, when all is done."""
    yield
    for made in MADE:
        shutil.rmtree(made, ignore_errors=True)


def alike(text: str, command: tuple[str, ...]) -> bool:
    """Whether both answers have the same parts: ``check`` also finds what is odd about the text itself.

    A long text is not in every place, nor is one with brackets, and so it is found in fewer than a plain one.
    """
    if command == FIND:
        return len(text) < 1_000 and not {"[", "]"} & set(text)
    told = [answers(each, command)["json"] for each in (text, plain(text))]
    return command[0] != "check" or json.loads(told[0])["counts"] == json.loads(told[1])["counts"]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def expected(text: str) -> list[str]:
    """The text as it must be found: on one line, or line by line; what cannot be seen as visible escapes."""
    return [squeezed(visible(line)) for line in text.split("\n") if line.strip()]


def whole(text: str, found: str, command: tuple[str, ...]) -> None:
    """All of the text is there. A figure is no place for it, a list of drafts none for a quote; some cut a long one.

    What a runner of CI would act on stands there with one of its signs shown as an escape.
    """
    cut = command[0] in ("history", "check", "find", "drafts", "text") and len(text) >= 1_000
    cut = cut or (command[0] == "brief" and len(text) >= 100)
    if command[0] != "matrix" and not cut:
        told = squeezed(found)
        for line in expected(text):
            assert line in told or line in told.replace("<U+003A>", ":").replace("<U+0023>", "#"), line


#: What is asked of every answer to every text.
CHECKS: list[Callable[[str, tuple[str, ...]], None]] = []


def of_every_answer(check: Callable[[str, tuple[str, ...]], None]) -> Callable[[str, tuple[str, ...]], None]:
    """One of the checks: all are made in one test, since each needs the same answers."""
    CHECKS.append(check)
    return check


@of_every_answer
def gives_a_ci_runner_no_order(text: str, command: tuple[str, ...]) -> None:
    for out in answers(text, command).values():
        assert not re.search(r"(?m)^\s*::|##(vso|teamcity)?\[", out)


@of_every_answer
def is_text(text: str, command: tuple[str, ...]) -> None:
    out = answers(text, command)["text"]
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060-\u2069]", out)
    if len(text) < 1_000:
        whole(text.replace("::", "") if "::" in out[:2] else text, out.replace("<U+003A>:", "::"), command)


@of_every_answer
def is_json(text: str, command: tuple[str, ...]) -> None:
    out = answers(text, command)["json"]
    assert out.isascii()

    def strings(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, (list, dict)):
            for each in value.values() if isinstance(value, dict) else value:
                yield from strings(each)

    if command[0] != "matrix" and not (command[0] in ("drafts", "text") and len(text) >= 1_000):
        assert text in list(strings(json.loads(out)))


@of_every_answer
def is_csv(text: str, command: tuple[str, ...]) -> None:
    if command == CHECK or command[0] in NO_TABLES:
        return
    rows, plainly = (
        list(csv.reader(io.StringIO(answers(each, command)["csv"], newline=""))) for each in (text, plain(text))
    )
    if alike(text, command):
        assert [len(row) for row in rows] == [len(row) for row in plainly]
    assert len({len(row) for row in rows}) == 1
    for row in rows:
        for cell in row:
            assert not re.match(r"\s*[=+\-@\t\r＝＋－＠]", cell) or re.fullmatch(r"-?\d+(\.\d+)?", cell), cell
    whole(text, "".join(cell for row in rows for cell in row), command)


#: What GitHub does with the text of a page after it was Markdown: mentions, numbers of issues, emoji, mathematics.
GITHUB = re.compile(
    r"@\w|(?<!&)#\d|\bGH-\d|:(?:[a-z0-9_+-]*[a-z][a-z0-9_+-]*|100|1234|[+-]1):|\$[^$]+\$|\$\$", re.IGNORECASE
)


def drawn(element: Any) -> list[str]:
    """The texts of an element, each as far as the next tag or comment."""
    parts = []
    for each in element.iter():
        if isinstance(each.tag, str) and each.text:
            parts.append(each.text)
        if each is not element and each.tail:
            parts.append(each.tail)
    return parts


def tags(element: Any, *passed: str) -> list[tuple[str, str | None]]:
    """The tags of an element and all that is in it, with where links lead, save the ``passed`` ones."""
    named = [(str(each.tag).rsplit("}")[-1], each.get("href")) for each in element.iter() if isinstance(each.tag, str)]
    return [(tag, href) for tag, href in named if tag not in passed]


def outside_pictures(page: Any) -> list[tuple[str, str | None]]:
    """The tags of a page but for those in its pictures."""
    drawn_ones = {
        id(each)
        for picture in page.iter("{http://www.w3.org/2000/svg}svg")
        for each in picture.iter()
        if each is not picture
    }
    kept = [each for each in page.iter() if isinstance(each.tag, str) and id(each) not in drawn_ones]
    return [(each.tag, each.get("href")) for each in kept if each.tag not in ("del", "ins")]


@functools.lru_cache(maxsize=64)
def on_github(markdown: str) -> Any:
    """Markdown as GitHub's own parser makes HTML of it, read by a browser's parser."""
    options = Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE
    made = cmarkgfm.github_flavored_markdown_to_html(markdown, options=options)
    return html5lib.HTMLParser(namespaceHTMLElements=False).parse(made).find("body")


@of_every_answer
def is_markdown_on_github(text: str, command: tuple[str, ...]) -> None:
    """The same structure as with plain words, and all the words; no link, mention, emoji or formula is made of them."""
    found, plainly = (on_github(answers(each, command)["markdown"]) for each in (text, plain(text)))
    # How many pieces a comparison word by word has depends on the words; a sign of money may stand in a span.
    if alike(text, command):
        assert tags(found, "del", "ins", "span") == tags(plainly, "del", "ins", "span")
    for _, href in tags(found):
        assert href is None or href.startswith("#") or href == "https://example.org/a?b=c"
    for fence in found.iter("pre"):
        diagram("".join(fence.itertext()))
        fence.clear()
    for words in drawn(found):
        assert not GITHUB.search(words), words
    whole(text, "".join(drawn(found)), command)


_LABEL = r"(?:[^\"#;:<>`{}\[\]|\\%&\n]|#\d+;)+"
_DIAGRAM = re.compile(
    rf"flowchart LR|  s\d+\[\"{_LABEL}\"\]|  s\d+ <?-->\|\"{_LABEL}\"\| s\d+"
    rf"|timeline|  title {_LABEL}|  section \d{{4}}|    \d{{4}}-\d\d(-\d\d)?( : {_LABEL})+"
)


def diagram(text: str) -> None:
    """A Mermaid diagram: every line is one of ours, and nothing in a label means anything to Mermaid."""
    for line in text.splitlines():
        assert _DIAGRAM.fullmatch(line), line


@functools.lru_cache(maxsize=64)
def elsewhere(markdown: str) -> list[Token]:
    """Markdown as another parser reads it, which also knows mathematics and footnotes."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return parser.use(dollarmath_plugin, double_inline=True).use(footnote_plugin).parse(markdown)


#: Tags that reports write; an anchor is an id of the dossier, or a word of posdiff's.
OUR_TAGS = re.compile(r"</?(br|del|ins|span)>|<a id=\"[\w-]+\">|</a>|<!-- -->", re.ASCII)


@of_every_answer
def is_markdown_elsewhere(text: str, command: tuple[str, ...]) -> None:
    passed = ("html_inline", "text", "text_special", "softbreak")

    def told(tokens: list[Token]) -> list[tuple[str, str]]:
        inner = [child for token in tokens for child in (token.children or [token])]
        return [(token.type, token.tag) for token in inner if token.type not in passed]

    found, plainly = (elsewhere(answers(each, command)["markdown"]) for each in (text, plain(text)))
    if alike(text, command):
        assert told(found) == told(plainly)
    for token in found:
        if token.type == "html_block":
            assert re.fullmatch(r"<!-- posdiff [a-z]+ sha256:[0-9a-f]{64} -->\n*", token.content)
        for child in token.children or ():
            assert child.type != "html_inline" or OUR_TAGS.fullmatch(child.content)


@functools.lru_cache(maxsize=64)
def in_a_browser(html: str) -> Any:
    """A page as a browser reads it, without a fault."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parsed = parser.parse(html)
    assert [error for error in parser.errors if error[1] != "unexpected-html-element-in-foreign-content"] == []
    return parsed


@of_every_answer
def is_html(text: str, command: tuple[str, ...]) -> None:
    found, plainly = (in_a_browser(answers(each, command)["html"]) for each in (text, plain(text)))
    # How many pieces a comparison word by word has, and the lines of a picture, depend on the words.
    if alike(text, command):
        assert outside_pictures(found) == outside_pictures(plainly)
    for element in found.iter():
        for name, value in element.attrib.items():
            assert not str(name).startswith("on")
            assert name != "style"
            if name in ("href", "src"):
                assert value.startswith("#") or value == "https://example.org/a?b=c"
    whole(text, "".join(found.find("body").itertext()), command)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("command", (*COMMANDS, CHECK), ids=" ".join)
def test_every_format_of_every_answer(text: str, command: tuple[str, ...]) -> None:
    for check in CHECKS:
        check(text, command)


@pytest.mark.parametrize("width", [40, 57, 80])
def test_a_wrapped_line_gives_no_order_either(tmp_path: Path, width: int) -> None:
    text = HOSTILE["commands"] + " ::error file=x::y" * 20
    answer = asked(load(written(tmp_path, text) / "positions")).show("north", at=DAY)
    out = formats.write(answer, "text", formats.Look(width=width))
    assert not re.search(r"(?m)^\s*::|##\[", out)
    assert "<U+003A>:error" in out


def test_steps_that_are_called_the_same_stay_apart() -> None:
    out = answers("plain", COMMANDS[0])["markdown"]
    ring = re.search(r"```mermaid\n(flowchart.*?)```", out, re.DOTALL)
    assert ring is not None
    assert ring[1].splitlines() == [
        "flowchart LR", '  s1["plain"]', '  s2["plain"]', '  s1 -->|"plain"| s2', '  s2 -->|"plain"| s1',
    ]  # fmt: skip


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://e.org/<b>",
        "https://e.org/a b",
        "//e.org",
    ],
)
def test_no_link_is_made_of_anything_but_an_address(tmp_path: Path, url: str) -> None:
    folder = written(tmp_path, "plain")
    for file in (folder / "positions").glob("*/*.yaml"):
        file.write_text(file.read_text(encoding="utf-8").replace("https://example.org/a?b=c", json.dumps(url)), "utf-8")
    answer = asked(load(folder / "positions")).compare("north", "south", at=DAY)
    html = formats.write(answer, "html")
    assert f'href="{url}"' not in html
    assert 'href="javascript' not in html
    tokens = MarkdownIt("commonmark").parse(formats.write(answer, "markdown"))
    links = [child for token in tokens for child in token.children or () if child.type == "link_open"]
    assert all(str(child.attrs["href"]).startswith("#") for child in links)  # within the page
