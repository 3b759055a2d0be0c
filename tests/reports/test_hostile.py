"""What parties, sources and strangers wrote is data in every format: parsed back, it is text and nothing else.

Each text stands in every free place of a dossier. The answer is parsed by a parser of its format, and compared with the
answer for plain words in the same places: the same structure, and all the words.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import html5lib
import pytest
import yaml
from markdown_it import MarkdownIt

from posdiff.reports.escaping import visible
from running import called

HOSTILE = {
    "pipes": "a|b || \\| \\\\| c|",
    "backticks": "`code` ```\nfence\n``` ``",
    "markdown": "# head\n- item\n1. one\n> quote\n---\n***bold*** __x__ ~~y~~ [a](https://e.org) ![i](https://e.org/i.png)",
    "links": "[x](javascript:alert(1)) <https://evil.example> <javascript:x> [r]: https://e.org\n[^1] [^1]: note",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)></td></table></style><!-- c --><b>bold</b>",
    "cdata": "]]> <![CDATA[x]]> <?php x ?> <!doctype x>",
    "entities": "&lt;b&gt; &amp; &#60;script&#62; &nbsp;",
    "attributes": '" onmouseover="alert(1)" \' onfocus=\'x',
    "templates": "{{ 7*7 }} {% raw %} {# c #} ${x} <%= y %>",
    "rich": "[red]x[/red] [link=https://e.org]y[/link] [bold",
    "direction": "abc\u202edef\u2066x\u2069",
    "formula": "=1+1",
    "formulas": "+1-1 @SUM(A1) -cmd|' /C calc'!A0 =HYPERLINK(\"x\")",
    "commands": "::error file=x::y ::set-output name=a::b ##[error]z %0A",
    "mentions": "@somebody @org/team #123 user/repo#1 GH-12 deadbeefdeadbeefdeadbeefdeadbeefdeadbeef",
    "mathematics": "$x$ $$y$$ \\(z\\) costs $5 and $6",
    "mermaid": 'x"] --> end; click a "https://e.org" %% c\nsubgraph s : t',
    "numbers": "12. 3) -4 +5 1e5 007",
    "letters": "Київ, Москва, naïve, 日本語, emoji 🕊️, e\u0301",
    "lines": "first\n\nsecond\n\n\nthird",
    "long": "word " * 20_000,
}
COMMANDS = (
    ("compare", "north", "south"), ("changes", "--since", "2024-01-01"), ("show", "north"), ("history",), ("matrix",),
    ("draft", "deal"), ("report", "north", "south", "--since", "2024-01-01"),
)  # fmt: skip
DAY = ("--at", "2024-03-01")
UNTIL = ("--until", "2024-03-01")


def written(folder: Path, text: str) -> Path:
    """A dossier with the text in every free place."""
    quote, text = text, text if len(text) < 1_000 else "a long quote"
    source = {"a": {"title": text, "publisher": text, "url": "https://example.org/a?b=c", "note": text}}
    offer = {"quote": quote, "note": text, "source": "a"}
    head = {"title": text, "speaker": text, "note": text, "sources": source}
    files: dict[str, Any] = {
        "agenda.yaml": {
            "posdiff": "1", "title": text,
            "parties": {"north": {"name": text, "note": text}, "south": {"name": text}},
            "topics": {"main": text},
            "steps": {"first": text, "second": {"title": text, "note": text},
                      "third": {"title": text, "after": "second", "why": text}},
            "issues": {
                "pick": {"title": text, "question": text, "note": text, "topic": "main", "kind": "choice",
                         "options": {"a": text, "b": text, "c": text}},
                "kit": {"title": text, "kind": "set", "members": {"x": text, "y": text}},
                "fee": {"title": text, "kind": "quantity", "unit": "coin", "unlimited": text},
                "order": {"title": text, "kind": "sequence"},
                "words": {"title": text, "topic": "main", "kind": "text"},
                "same": {"title": text, "kind": "choice", "options": {"a": text, "b": text}},
            },
        },
        "north/2024-01-01.yaml": {"date": "2024-01-01", **head, "terms": {
            "pick": {"accepts": "a", "firmness": "red-line", **offer}, "words": {"says": text, **offer},
            "kit": {"includes": ["x"], **offer}, "same": {"accepts": "a", **offer}}},
        "north/2024-02-01.yaml": {"date": "2024-02-01", **head, "terms": {
            "words": {"says": text + " more", **offer}, "fee": {"exactly": "unlimited", **offer},
            "order": {"order": ["first", "second"], **offer},
            "kit": {
                "includes": ["x", "y"], "alternatives": [{"excludes": ["x"], "if": {"pick": "a"}, **offer}], **offer}},
            "reaffirms": ["pick"]},
        "south/2024-01-15.yaml": {"date": "2024-01-15", **head, "standing": "stated", "terms": {
            "pick": {"accepts": ["b", "c"], **offer}, "words": {"says": text + " less", **offer},
            "kit": {"excludes": ["x"], **offer}, "fee": {"max": "5", **offer},
            "order": {"order": ["third", "first"], **offer}, "same": {"accepts": "a", **offer}}},
        "drafts/2024-02-15-deal.yaml": {"date": "2024-02-15", **head, "by": [text], "outcomes": {
            "pick": {"accepts": "b", **offer}, "kit": {"includes": ["x"], **offer}}},
    }  # fmt: skip
    for name, value in files.items():
        path = folder / "positions" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        dumped = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10**9)
        # PyYAML escapes what turns the direction of writing; here it stands as itself.
        path.write_text(re.sub(r"\\u20([26][0-9A-F])", lambda m: chr(int("20" + m[1], 16)), dumped), encoding="utf-8")
    return folder


def plain(text: str) -> str:
    """Plain words with the same line breaks."""
    return re.sub(r"[^\n]+", "plain", text)


@pytest.fixture(scope="module", params=HOSTILE)
def folders(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path, Path]:
    text = HOSTILE[request.param]
    base = tmp_path_factory.mktemp("hostile")
    return text, written(base / "hostile", text), written(base / "plain", plain(text))


def answered(folder: Path, command: tuple[str, ...], format: str) -> str:
    day = UNTIL if command[0] in ("changes", "history") else DAY
    run = called(*command, *day, "--format", format, cwd=folder)
    assert run.code == 0, run.err
    return run.out


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def expected(text: str) -> list[str]:
    """The text as it must be found: on one line, or line by line; what cannot be seen as visible escapes."""
    return [squeezed(visible(line)) for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_text(folders: tuple[str, Path, Path], command: tuple[str, ...]) -> None:
    text, hostile, _ = folders
    out = answered(hostile, command, "text")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]", out)
    if command[0] != "matrix" and len(text) < 1_000:
        for line in expected(text):
            assert line in squeezed(out)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_json(folders: tuple[str, Path, Path], command: tuple[str, ...]) -> None:
    text, hostile, _ = folders
    out = answered(hostile, command, "json")
    assert out.isascii()

    def strings(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, (list, dict)):
            for each in value.values() if isinstance(value, dict) else value:
                yield from strings(each)

    if command[0] != "matrix":
        assert text in list(strings(json.loads(out)))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_csv(folders: tuple[str, Path, Path], command: tuple[str, ...]) -> None:
    text, hostile, benign = folders
    rows, plainly = (
        list(csv.reader(io.StringIO(answered(each, command, "csv"), newline=""))) for each in (hostile, benign)
    )
    assert [len(row) for row in rows] == [len(row) for row in plainly]
    assert len({len(row) for row in rows}) == 1
    for row in rows:
        for cell in row:
            assert not re.match(r"\s*[=+\-@\t\r]", cell) or re.fullmatch(r"-?\d+(\.\d+)?", cell), cell
    whole = squeezed("".join(cell for row in rows for cell in row))
    for line in expected(text) if command[0] not in ("matrix", "history") or len(text) < 1_000 else ():
        assert line in whole


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_markdown(folders: tuple[str, Path, Path], command: tuple[str, ...]) -> None:
    text, hostile, benign = folders
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens, plainly = (parser.parse(answered(each, command, "markdown")) for each in (hostile, benign))
    assert [(t.type, t.tag) for t in tokens] == [(t.type, t.tag) for t in plainly]
    words = []
    for token in tokens:
        if token.type in ("html_block", "fence", "code_block"):
            assert token.type != "code_block"
            assert token.type == "fence" or re.fullmatch(r"<!-- posdiff [a-z]+ -->\n*", token.content)
            continue
        for child in token.children or ():
            assert child.type in (
                "text", "softbreak", "strong_open", "strong_close", "em_open", "em_close", "html_inline", "link_open",
                "link_close", "text_special",
            ), child  # fmt: skip
            if child.type == "html_inline":
                assert re.fullmatch(r"</?(br|del|ins)>|<!-- -->", child.content), child.content
            if child.type == "link_open":
                assert child.attrs["href"] == "https://example.org/a?b=c"
                assert child.markup == "autolink"
            words.append(child.content if child.type in ("text", "text_special") else "")
    whole = squeezed("".join(words))
    for line in expected(text) if command[0] not in ("matrix", "history") or len(text) < 1_000 else ():
        assert line in whole
    # What GitHub would take for a mention or a number of an issue is broken up by an empty comment.
    raw = answered(hostile, command, "markdown")
    body = re.sub(r"```mermaid\n.*?```", "", raw, flags=re.DOTALL)
    assert not re.search(r"@\w|(?<!&)#\d", body)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_html(folders: tuple[str, Path, Path], command: tuple[str, ...]) -> None:
    text, hostile, benign = folders

    def tree(folder: Path) -> Any:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        parsed = parser.parse(answered(folder, command, "html"))
        assert [error for error in parser.errors if error[1] != "unexpected-html-element-in-foreign-content"] == []
        return parsed

    found, plainly = tree(hostile), tree(benign)

    def tags(parsed: Any) -> list[str]:
        # How many pieces a comparison word by word has, and the lines of a drawing, depend on the words.
        return [str(e.tag) for e in parsed.iter() if str(e.tag).rsplit("}")[-1] not in ("del", "ins", "text")]

    assert tags(found) == tags(plainly)
    for element in found.iter():
        for name, value in element.attrib.items():
            assert not str(name).startswith("on")
            assert name != "style"
            if name in ("href", "src"):
                assert value.startswith("#") or value == "https://example.org/a?b=c"
    whole = squeezed("".join(found.find("body").itertext()))
    for line in expected(text) if command[0] not in ("matrix", "history") or len(text) < 1_000 else ():
        assert line in whole


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
    run = called("compare", "north", "south", *DAY, "--format", "html", cwd=folder)
    assert f'href="{url}"' not in run.out
    assert 'href="javascript' not in run.out
    run = called("compare", "north", "south", *DAY, "--format", "markdown", cwd=folder)
    tokens = MarkdownIt("commonmark").parse(run.out)
    links = [child for token in tokens for child in token.children or () if child.type == "link_open"]
    assert not links
