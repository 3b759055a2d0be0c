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
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cmarkgfm
import html5lib
import pytest
import yaml
from cmarkgfm.cmark import Options
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from posdiff.reports.escaping import visible
from repositories import Repository
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
    "a long word": "x" * 5_000,
    "bare links": "https://evil.example/a?b=c, http://x.y www.evil.example ftp://f.g HTTPS://E.ORG (www.a.b)",
    "addresses": "mail@evil.example, mailto:a@b.cd xmpp:a@b.cd/x a.b-c_d@e-f.gh <a@b.cd> @ @_x",
    "emoji": ":smile: :+1: :100: :heavy_check_mark: at 12:30:45, a:b:c",
    "footnotes": "[^1] [^note] ^[inline] [^1]: defined\n[^2]: again\n[^1]:\n    more",
    "underlined": "Title\n===\nTitle\n---\n***\n___\n* * *\n- - -",
    "one column": "head\n:-:\nhead\n:---\nhead\n--:\n|a|\n|-|\n|b|",
    "columns": "a | b\n--- | ---\n1 | 2\n\n| c |\n| --- |",
    "lists": "+ one\n* two\n- three\n1) four\n2. five\n- [ ] task\n- [x] done",
    "headings": "###### six\n# one #\nclosing ##\n#hash #",
    "indented": "word\n\n    indented\n\n\tby a tab\n~~~\ntilde\n~~~",
    "alerts": "> [!WARNING]\n> alert\n>> nested\n> ",
    "emphasis": "*a* _b_ **c** __d__ ~e~ ~~f~~ *g**h*** snake_case_word 2*3*4 (a) “b” *",
    "definitions": "[x]: https://evil.example 'title'\n[x]\n![x]\n[x][]",
    "prices": "US$300bn or US$ 100bn, $$$ $`x`$ €5 $5",
    "full width": "＝1+1 ＋2 －3 ＠SUM",
    "blank before a formula": "   =1+1",
    "wide blank before a formula": "\u3000=1+1",
    "runners": "a\n::warning::x\n  ::set-env name=a::b\n##vso[task.complete]x\n##teamcity[x]\n####[group]",
    "unseen": "a\u200bb\u2060c\u00add\u180ee\u200ef",
    "joined letters": "👩\u200d👩\u200d👧 🇺🇦 نمی\u200cخواهم Za\u0336\u0321l\u0337g\u0338o e" + "\u0301" * 40,
    "right to left": "שלום עולם، مرحبا (بالعالم) 123",
    "placeholders": "%d %s %(x)s {0} {x} {} $(id) `id` \\x41 \\u0041 \\n \\",
    "json": '"}],"x":[{"a":1}] \\" </script><script>',
    "cells": 'a,b;c "d""e" \'=1 ""',
    "yaml": "- a: b\n  c: &x *y !!z | >\n# comment\n...",
    "drawings": "<svg onload=alert(1)><title>x</title></svg><math><mi xlink:href='javascript:x'>",
    "comments": "<!-- a --> --> <!- ]]> <!--> --!>",
    "styles": "</style><style>*{display:none}</style> expression(x) url(javascript:x)",
    "ends": "</textarea></title></noscript><plaintext></body></html>",
    "schemes": "javascript:alert(1) data:text/html;base64,x vbscript:x //evil.example \\\\evil\\share file:///x",
    "blanks": "\u00a0\u2003spaces \u3000 inside   three",
    "conflicts": "<<<<<<< HEAD\n=======\n>>>>>>> x\n@@ -1 +1 @@",
    "a number sign": "#",
    "a dash": "-",
    "an asterisk": "*",
    "a backslash": "\\",
    "a pipe": "|",
    "colons": "::",
}
COMMANDS = (
    ("compare", "north", "south"), ("changes", "--since", "2024-01-01"), ("show", "north"), ("history",), ("matrix",),
    ("draft", "deal"), ("conflicts", "north", "south"),
    ("conflicts", "--draft", "deal", "--all"), ("report", "north", "south", "--since", "2024-01-01"),
)  # fmt: skip
#: Judges the edit that entered the last statement.
CHECK = ("check", "--against", "main", "--fail-on", "never")
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
            "rules": [{"if": {"pick": ["b", "c"]}, "then": {"kit": {"excludes": ["y"]}}, "why": text}],
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
            "order": {"order": ["second", "first"], **offer}, "same": {"accepts": "a", **offer}}},
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


ENDINGS = {"text": "txt", "markdown": "md", "html": "html", "csv": "csv", "json": "json"}


@functools.cache
def folder(text: str) -> Path:
    """A dossier with this text in it, in a repository where the last statement is not on record yet."""
    made = written(Path(tempfile.mkdtemp(prefix="hostile-")), text)
    repository = Repository(made)
    repository.git("init", "--quiet", "--initial-branch=main")
    repository.git("add", "--all", "--", ".", ":!positions/north/2024-02-01.yaml")
    repository.git("commit", "--quiet", "--message", "base")
    return made


@functools.cache
def answers(text: str, command: tuple[str, ...]) -> dict[str, str]:
    """The answer of a command in every format, by one run."""
    home = folder(text)
    day = UNTIL if command[0] in ("changes", "history") else DAY
    # A report with changes is two tables, and has no CSV.
    endings = {format: end for format, end in ENDINGS.items() if (format, command[0]) != ("csv", "report")}
    files = [part for format, end in endings.items() for part in ("--report", f"{format}={command[0]}.{end}")]
    run = called(*command, *day, *files, "--format", "json", "--force", cwd=home)
    assert run.code == 0, run.err
    found = {format: (home / f"{command[0]}.{end}").read_bytes().decode() for format, end in endings.items()}
    assert found["json"] == run.out
    return found


@pytest.fixture(scope="module", autouse=True)
def tidy() -> Iterator[None]:
    """Takes the dossiers away, when all is done."""
    yield
    for text in HOSTILE.values():
        for each in (text, plain(text)):
            shutil.rmtree(folder(each), ignore_errors=True)


def alike(text: str, command: tuple[str, ...]) -> bool:
    """Whether both answers have the same parts: ``check`` also finds what is odd about the text itself."""
    told = [answers(each, command)["json"] for each in (text, plain(text))]
    return command[0] != "check" or json.loads(told[0])["counts"] == json.loads(told[1])["counts"]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def expected(text: str) -> list[str]:
    """The text as it must be found: on one line, or line by line; what cannot be seen as visible escapes."""
    return [squeezed(visible(line)) for line in text.split("\n") if line.strip()]


def whole(text: str, found: str, command: tuple[str, ...]) -> None:
    """All of the text is there. A figure is no place for it, and a long quote is cut in some places."""
    if command[0] != "matrix" and not (command[0] in ("history", "check") and len(text) >= 1_000):
        for line in expected(text):
            assert line in squeezed(found), line


each_text = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
each_command = pytest.mark.parametrize("command", (*COMMANDS, CHECK), ids=lambda command: command[0])


@each_text
@each_command
def test_no_format_gives_a_ci_runner_an_order(text: str, command: tuple[str, ...]) -> None:
    for out in answers(text, command).values():
        assert not re.search(r"(?m)^\s*::|##(vso|teamcity)?\[", out)


@each_text
@each_command
def test_text(text: str, command: tuple[str, ...]) -> None:
    out = answers(text, command)["text"]
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060-\u2069]", out)
    if len(text) < 1_000:
        whole(text.replace("::", "") if "::" in out[:2] else text, out.replace("<U+003A>:", "::"), command)


@each_text
@each_command
def test_json(text: str, command: tuple[str, ...]) -> None:
    out = answers(text, command)["json"]
    assert out.isascii()

    def strings(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, (list, dict)):
            for each in value.values() if isinstance(value, dict) else value:
                yield from strings(each)

    if command[0] != "matrix":
        assert text in list(strings(json.loads(out)))


@each_text
@pytest.mark.parametrize("command", [command for command in COMMANDS if command[0] != "report"], ids=" ".join)
def test_csv(text: str, command: tuple[str, ...]) -> None:
    rows, plainly = (
        list(csv.reader(io.StringIO(answers(each, command)["csv"], newline=""))) for each in (text, plain(text))
    )
    if command[0] == "check":
        return  # its rows are findings, and those of its own
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


@functools.lru_cache(maxsize=64)
def on_github(markdown: str) -> Any:
    """Markdown as GitHub's own parser makes HTML of it, read by a browser's parser."""
    options = Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE
    made = cmarkgfm.github_flavored_markdown_to_html(markdown, options=options)
    return html5lib.HTMLParser(namespaceHTMLElements=False).parse(made).find("body")


@each_text
@each_command
def test_markdown_on_github(text: str, command: tuple[str, ...]) -> None:
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


@each_text
@each_command
def test_markdown_elsewhere(text: str, command: tuple[str, ...]) -> None:
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
            assert child.type != "html_inline" or re.fullmatch(r"</?(br|del|ins|span)>|<!-- -->", child.content)


@functools.lru_cache(maxsize=64)
def in_a_browser(html: str) -> Any:
    """A page as a browser reads it, without a fault."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parsed = parser.parse(html)
    assert [error for error in parser.errors if error[1] != "unexpected-html-element-in-foreign-content"] == []
    return parsed


@each_text
@each_command
def test_html(text: str, command: tuple[str, ...]) -> None:
    found, plainly = (in_a_browser(answers(each, command)["html"]) for each in (text, plain(text)))
    # How many pieces a comparison word by word has, and the lines of a drawing, depend on the words.
    if alike(text, command):
        assert tags(found, "del", "ins", "text") == tags(plainly, "del", "ins", "text")
    for element in found.iter():
        for name, value in element.attrib.items():
            assert not str(name).startswith("on")
            assert name != "style"
            if name in ("href", "src"):
                assert value.startswith("#") or value == "https://example.org/a?b=c"
    whole(text, "".join(found.find("body").itertext()), command)


@pytest.mark.parametrize("width", [40, 57, 80])
def test_a_wrapped_line_gives_no_order_either(tmp_path: Path, width: int) -> None:
    text = HOSTILE["commands"] + " ::error file=x::y" * 20
    run = called("show", "north", *DAY, "--width", str(width), cwd=written(tmp_path, text))
    assert run.code == 0
    assert not re.search(r"(?m)^\s*::|##\[", run.out)
    assert "<U+003A>:error" in run.out


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
    run = called("compare", "north", "south", *DAY, "--format", "html", cwd=folder)
    assert f'href="{url}"' not in run.out
    assert 'href="javascript' not in run.out
    run = called("compare", "north", "south", *DAY, "--format", "markdown", cwd=folder)
    tokens = MarkdownIt("commonmark").parse(run.out)
    links = [child for token in tokens for child in token.children or () if child.type == "link_open"]
    assert not links
