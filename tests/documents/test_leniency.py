"""What PyYAML reads though it is not YAML 1.2, or reads as something else: a finding, from both parsers.

The names are those of the cases of the YAML test suite, where it has one.
"""

from __future__ import annotations

import pytest

from posdiff.documents import parsing
from posdiff.documents.parsing import parse

COMMENT = "a comment needs a blank before it; put a blank before the #"
QUESTION = "a text in brackets or braces begins with a question mark; put the text in quotes"
DASH = 'a dash that is no text; write "-" in quotes'
TOO_LONG = (
    "the empty lines above this first line of a text have more blanks than it; "
    "delete the blanks in the empty lines, or the lines"
)
HEADER = "the sign with which a text begins stands too far left; write it behind the key or dash"


def brackets(line: int, blanks: str) -> str:
    return (
        f"this line belongs to the list or mapping in brackets that begins on line {line}, and is indented too little; "
        f"begin it with at least {blanks}, and no tab"
    )


def quotes(line: int, blanks: str = "1 blank") -> str:
    return brackets(line, blanks).replace("list or mapping in brackets", "text in quotes")


@pytest.fixture(params=["C", "C, large", "pure"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test runs three times: a large file is read by the C parser alone."""
    if request.param != "pure" and not parsing.C_PARSER:
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(parsing, "C_PARSER", request.param != "pure")
    if request.param == "C, large":
        monkeypatch.setattr(parsing, "MOST_READ_TWICE", 0)


def told(text: str) -> list[str]:
    return [f"{f.location.line}:{f.location.column} {f.message}; {f.hint}" for f in parse(text.encode(), "x").findings]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        pytest.param("---\nflow: [a,\nb,\nc]\n", f"3:1 {brackets(2, '1 blank')}", id="9C9N"),
        pytest.param('foo: "bar\n\tbaz"\n', f"2:1 {quotes(1)}", id="DK95/01"),
        pytest.param('---\nquoted: "a\nb\nc"\n', f"3:1 {quotes(2)}", id="QB6E"),
        pytest.param("a: >\n \n  \n   \n # comment\n", f"5:2 {TOO_LONG}", id="S98Z"),
        pytest.param('key: "value"# a comment\n', f"1:13 {COMMENT}", id="SU5Z"),
        pytest.param("{ ?foo: bar,\nbar: 42\n}\n", f"1:3 {QUESTION}", id="652Z"),
        pytest.param("k: [ a, b ]#invalid\n", f"1:12 {COMMENT}", id="9JBA"),
        pytest.param("k: [ a, b,#invalid\n ]\n", f"1:11 {COMMENT}", id="CVW2"),
        pytest.param("k: [-, a]\n", f"1:5 {DASH}", id="G5U8"),
        pytest.param("k: [-]\n", f"1:5 {DASH}", id="YJV2"),
        ("k: [#invalid\n a]\n", f"1:5 {COMMENT}"),
        ("k: {#invalid\n a: b}\n", f"1:5 {COMMENT}"),
        ("k: {a: b}#invalid\n", f"1:10 {COMMENT}"),
        ('? "a"#invalid\n: b\n', f"1:6 {COMMENT}"),
        ("k: [?a: b, c]\n", f"1:5 {QUESTION}"),
        ("k:\n  a: [b,\n  c]\n", f"3:3 {brackets(2, '3 blanks')}"),
        ("k: [a\n]\n", f"2:1 {brackets(1, '1 blank')}"),
        ("- - 'a\n  b'\n", f"2:3 {quotes(1, '3 blanks')}"),
        ("k: 'a\n \t\n\t\n b'\n", f"3:1 {quotes(1)}"),
        ("k: ['a\n#b']\n", f"2:1 {quotes(1)}"),
        ("k: ['a\nb']\n", f"2:1 {quotes(1)}"),
        ("? 'a\nb'\n: c\n", f"2:1 {quotes(1)}"),
        ("k: |\n  a\nl: 'b'#invalid\n", f"3:7 {COMMENT}"),
        ("k: >\n  a\nl: 'b'#invalid\n", f"3:7 {COMMENT}"),
        ("k:\n|\n a\n", f"2:1 {HEADER}"),
        ("k:\n  l:\n  >-\n   a\n", f"3:3 {HEADER}"),
    ],
)
def test_what_is_refused(text: str, finding: str) -> None:
    line, _, rest = finding.partition(" ")
    (only,) = [one for one in told(text) if "expected a mapping at the top" not in one]
    assert only == f"{line} not valid YAML: {rest}"


def test_a_comment_that_touches_the_sign_of_a_text_is_refused() -> None:
    """Case X4QW. The pure parser has words of its own for it, and its finding counts where a file is small."""
    (finding,) = told("block: ># comment\n  scalar\n")
    assert finding.startswith(("1:9 not valid YAML: expected", f"1:9 not valid YAML: {COMMENT}"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("k: [a,\n# a comment\n\n b]\n", ["a", "b"]),
        ("k: ['a\n\n b', c, # d\n  e]\n", ["a\nb", "c", "e"]),
        ("k: ['a # b', 'c', 'd,#e', \"['#\"]\n", ["a # b", "c", "d,#e", "['#"]),
        ("k: '? a ?b [?c, #d'\n", "? a ?b [?c, #d"),
        ("k: https://a.example/?b=[c]#d\n", "https://a.example/?b=[c]#d"),
        ("k: ?a\n", "?a"),
        ("? k\n: a\n", "a"),
        ("k: -a\n", "-a"),
        ("k: '-'\n", "-"),
        ("k: |+\n     \n\nl: a\n", "\n\n"),
        ("k: >\n # comment\nl: a\n", "# comment\n"),
        ("k: |\n\n # text\nl: a\n", "\n# text\n"),
        ("k: |2\n     \n # comment\nl: a\n", "   \n"),
        ("k: |\n  a\n # comment\nl: a\n", "a\n"),
        ("k:\n >\n  a\n", "a\n"),
        ("k: |\n  x\n   \n", "x\n \n"),
        pytest.param("k: |\n  x\n   ", "x\n \n", id="L24T/01"),
        pytest.param("k:\n - |+\n   ", ["\n"], id="JEF9/02"),
        ("k: |\n  x", "x\n"),
        ("k: |+\n  x\n", "x\n"),
        ("k: |+\r  x\r", "x\n"),
        ("k: |+\n  x", "x\n"),
    ],
)
def test_what_is_read(text: str, value: object) -> None:
    document = parse(text.encode(), "x")
    assert document.findings == ()
    assert document.root is not None
    node = document.root.entries["k"].value
    assert (node[0] if isinstance(value, str) else [item[0] for item in node[0]]) == value


@pytest.mark.parametrize("text", ['a: b\nk: "c"#d\n', "a: b\nk: {?c: d}\n"])
def test_nothing_is_taken_from_a_file_with_words_that_may_be_lost(text: str) -> None:
    assert parse(text.encode(), "x").root is None


@pytest.mark.parametrize("text", ["a: b\nk: 'c\nd'\n", "a: b\nk: [-]\n", "a: b\nk: [c\n]\n", "a: b\nk: >\n  \n #c\n"])
def test_what_is_around_a_value_that_is_none_is_sound(text: str) -> None:
    root = parse(text.encode(), "x").root
    assert root is not None
    assert [entry.sound for entry in root.entries.values()] == [True, False]


def test_a_place_is_named_once() -> None:
    """A line of a text in quotes is one of the brackets around it, too."""
    assert told("k: [['a\nb']]\n") == [f"2:1 not valid YAML: {quotes(1)}"]


def test_every_second_comment_is_found() -> None:
    assert [finding.partition(" ")[0] for finding in told('k: "a"#\nl: [b,# c,#\n d]#\n')] == ["1:7", "2:7", "3:4"]


def test_no_more_are_told_than_are_shown() -> None:
    assert len(told("k: [" + "a,#\n " * 30 + "b]\n")) == 20
