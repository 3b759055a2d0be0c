"""What is no YAML, or YAML that is not read: the finding whole, the same from both parsers."""

from __future__ import annotations

import pytest

from posdiff.documents import parsing
from posdiff.documents.parsing import parse

COLON = "quote a text that holds `: `, and check the indentation"
BRACKET = "close the bracket or brace that is opened on line"
QUOTES = "close the quotation mark that is opened on line"
ABOVE = "check the indentation of this line and of the ones above it"
FIRST = "quote a text that begins with a special character"
NEXT = "(while scanning for the next token)"
MISSING = "a value is missing here; write the value, or delete the key; quote it if the word itself is meant"


@pytest.fixture(params=["C", "pure"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test runs twice."""
    if request.param == "C" and not parsing.C_PARSER:
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(parsing, "C_PARSER", request.param == "C")


def told(text: str) -> list[str]:
    found = parse(text.encode(), "x.yaml").findings
    return [f"{f.rule} {f.location.line}:{f.location.column} {f.message}; {f.hint}" for f in found]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a: b: c\n", "1:5", f"mapping values are not allowed here; {COLON}"),
        ("a: b\n c: d\n", "2:3", f"mapping values are not allowed here; {COLON}"),
        (f"a: {'b' * 1021}: c\n", "1:1025", f"mapping values are not allowed here; {COLON}"),
        (f"a: {'b' * 1022}: c\n", "1:1026",
         "a key has more than 1,024 characters, or a text with `: ` is not quoted; shorten or quote it"),
        ('a: b\nc: "d\n', "3:1", f"found unexpected end of stream (while scanning a quoted scalar); {QUOTES} 2"),
        ("a: b\nc: 'd\n", "3:1", f"found unexpected end of stream (while scanning a quoted scalar); {QUOTES} 2"),
        ("a: b\nc: [d\ne: f\n", "3:2",
         f"expected ',' or ']', but got ':' (while parsing a flow sequence); {BRACKET} 2"),
        ("a: b\nc: {d: e\n", "3:1",
         f"expected ',' or '}}', but got '<stream end>' (while parsing a flow mapping); {BRACKET} 2"),
        ("a: [b}\n", "1:6", f"expected ',' or ']', but got '}}' (while parsing a flow sequence); {BRACKET} 1"),
        ("a:\n\tb: c\n", "2:1", f"a tab stands where YAML wants spaces {NEXT}; indent with spaces"),
        ("- a: b\n c\n", "2:2",
         f"expected <block end>, but found '<scalar>' (while parsing a block collection); {ABOVE}"),
        ("a: b\nc\n", "3:1",
         "could not find expected ':' (while scanning a simple key); a key needs a colon and a space after it"),
        ('a: "\\q"\n', "1:6",
         "found unknown escape character 'q' (while scanning a double-quoted scalar); "
         "write `\\\\` for a backslash, or use single quotation marks"),
        ('a: "\\U00110000"\n', "1:7", "an escape names a character that there is not; write the character itself"),
        ('a: "\\UFFFFFFFF"\n', "1:7", "an escape names a character that there is not; write the character itself"),
        ("a: @b\n", "1:4", f"found character '@' that cannot start any token {NEXT}; {FIRST}"),
        ("a: %b\n", "1:4", f"found character '%' that cannot start any token {NEXT}; {FIRST}"),
        ("a: - b\n", "1:4", "sequence entries are not allowed here; None"),
        ("a: ]\n", "1:4", "expected the node content, but found ']' (while parsing a block node); None"),
    ],
)  # fmt: skip
def test_what_is_no_yaml(text: str, place: str, message: str) -> None:
    assert told(text) == [f"yaml-syntax {place} not valid YAML: {message}"]


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("%YAML 1.2\n---\na: b\n",
         ["yaml-directive 1:1 a line that begins with % is a YAML directive; delete it, or quote the text"]),
        ("# a comment\n\n  # one more\n%TAG ! a\n---\na: b\n",
         ["yaml-directive 4:1 a line that begins with % is a YAML directive; delete it, or quote the text"]),
        ("a: b\n---\nc: d\n",
         ["several-documents 2:1 a second document begins here; "
          "one document per file: delete the `---` or split the file"]),
        ("a: NULL\nb: Null\nc: null\nd: ~\ne:\n", [f"null-value {place} {MISSING}" for place in
         ("1:4", "2:4", "3:4", "4:4", "5:1")]),
        ("~: a\n", ["yaml-key 1:1 a key is missing here; write `key: value`"]),
        (f"{'k' * 129}: a\n", ["yaml-key 1:1 a key of 129 characters; at most 128 are read; None"]),
        ("!!str a: b\n",
         ["yaml-tag 1:1 the tag tag:yaml.org,2002:str: tags are not supported, every value is text; delete the tag"]),
        ("&x a: !t b\n",
         ["yaml-anchor 1:1 the anchor &x: anchors are not supported; delete it and write values out",
          "yaml-tag 1:7 the tag !t: tags are not supported, every value is text; delete the tag"]),
    ],
)  # fmt: skip
def test_what_is_yaml_and_is_not_read(text: str, findings: list[str]) -> None:
    assert told(text) == findings


@pytest.mark.parametrize("key", ["'~'", '"~"', "'<<'", '"<<"', "NULL", "k" * 128])
def test_a_key_in_quotes_is_a_key(key: str) -> None:
    document = parse(f"{key}: a\n".encode(), "x.yaml")
    assert document.findings == ()
    assert document.root is not None
    assert [*document.root.entries] == [key.strip("'\"")]


def test_a_percent_sign_below_the_first_line_that_counts_begins_no_directive() -> None:
    document = parse(b"a: |\n  b\n%c", "x.yaml")
    assert [finding.rule for finding in document.findings] == ["yaml-syntax"]
    assert told("a: 'b\n %c'\n") == []
