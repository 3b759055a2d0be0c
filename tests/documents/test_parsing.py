"""Text to nodes: values are text, every part has its place, limits hold. By the C parser and by the pure one."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdiff.documents import parsing
from posdiff.documents.decoding import MAX_BYTES
from posdiff.documents.nodes import Entries, Items, KeyValue, Node, Scalar, described
from posdiff.documents.parsing import ParsedFile, parse
from posdiff.findings.location import Location

DOCS = Path(__file__).resolve().parents[2] / "docs"
MISSING = "a value is missing here; write the value, or delete the key; quote it if the word itself is meant"


@pytest.fixture(params=["C", "pure"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test runs twice."""
    if request.param == "C" and not parsing.C_PARSER:
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(parsing, "C_PARSER", request.param == "C")


def read(text: str) -> ParsedFile:
    return parse(text.encode(), "x.yaml")


def values(node: Node | None) -> object:
    """A node without its places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [values(item) for item in node.items]
    return {key: values(entry.value) for key, entry in node.entries.items()} if node else None


def told(document: ParsedFile) -> list[str]:
    return [f"{f.rule} {f.location.line}:{f.location.column} {f.message}; {f.hint}" for f in document.findings]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("quote: [We] will never\n", '"[We] will never"'),
        ("quote: [We] agree\n", '"[We] agree"'),
        ("quote: [We] agree", '"[We] agree"'),
        ('quote: "We" will never\n', "'\"We\" will never'"),
        ("- quote: [We] don't, ever\n  note: a\n", '"[We] don\'t, ever"'),
        ("a: {quote: [We] will never, note: b}\n", '"[We] will never"'),
        ("a: {quote: We will [not] agree, ever}\n", '"We will [not] agree, ever"'),
        ("a: {quote: We will, of course, agree}\n", '"We will, of course, agree"'),
        ("a: {quote: We will, agree, note: b}\n", '"We will, agree"'),
        ("title: #COP29 is over\n", '"#COP29 is over"'),
    ],
)
def test_the_hint_for_a_text_that_yaml_takes_apart_is_the_text_in_quotes(text: str, hint: str) -> None:
    hints = {finding.hint for finding in read(text).findings if finding.rule != "not-a-mapping"}
    assert hints == {f"put the text in quotes: {hint}"}


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("quote: [We] will\n  never\n", "put the text in quotes"),
        ("a: {quote: We will [not] agree,\n ever}\n", "put the text in quotes"),
        (f"quote: [We] {'never ' * 60}\n", "put the text in quotes"),
        ("reaffirms: [status] ceiling\n", "check the indentation of this line and of the ones above it"),
        ("a: {accepts: free, part}\n", MISSING.partition("; ")[2]),
        ("a: {quote: We will, agree: }\n", MISSING.partition("; ")[2]),
        ("note:  # to be written\n", MISSING.partition("; ")[2]),
        ("note: # to be written\n", MISSING.partition("; ")[2]),
    ],
)
def test_a_hint_shows_only_a_text_that_is_known_whole(text: str, hint: str) -> None:
    assert [finding.hint for finding in read(text).findings] == [hint]


def test_every_part_has_its_place() -> None:
    document = read("a: b\nlist:\n  - c\n  - {d: e}\n")
    assert document.root == Entries(
        {
            "a": KeyValue(Scalar("a", 1, 1), Scalar("b", 1, 4)),
            "list": KeyValue(
                Scalar("list", 2, 1),
                Items((Scalar("c", 3, 5), Entries({"d": KeyValue(Scalar("d", 4, 6), Scalar("e", 4, 9))}, 4, 5)), 3, 3),
            ),
        },
        1,
        1,
    )
    assert document.findings == ()
    assert document.text == "a: b\nlist:\n  - c\n  - {d: e}\n"


@pytest.mark.parametrize(
    "word",
    [
        "no", "NO", "yes", "on", "off", "y", "true", "TRUE", "012", "0o12", "0x1F", "1_000", "1:30", "14:30:00", "1.10",
        "1.", ".5", "1e3", ".inf", ".nan", "2024-06-14", "2024-02-30", "2024-06-14 25:00:00", "=", "0x_", "-0", "+1",
        "9" * 5000, "1:1:1:1.5",
    ],
    ids=lambda word: word[:20],
)  # fmt: skip
def test_every_value_is_the_characters_that_were_written(word: str) -> None:
    document = read(f"{word if len(word) < 100 else 'a'}: {word}\n")
    assert values(document.root) == {word if len(word) < 100 else "a": word}
    assert document.findings == ()


@pytest.mark.parametrize("word", ["''", '""', "'null'", '"~"', "'a: b'", '"a\\tb"', "'it''s'"])
def test_what_is_quoted_is_text(word: str) -> None:
    document = read(f"a: {word}\n")
    assert document.findings == ()
    text = {"'it''s'": "it's", '"a\\tb"': "a\tb"}.get(word, word[1:-1])
    assert values(document.root) == {"a": text}


def test_long_texts_in_blocks() -> None:
    document = read("a: >\n  folded\n  text\nb: |\n  two\n  lines\n")
    assert values(document.root) == {"a": "folded text\n", "b": "two\nlines\n"}


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbfa: b\n", b"a: b\r\n", b"a: b\r", b"a: b", b"--- \na: b\n...\n", b"{a: b}"]
)
def test_forms_that_are_the_same(data: bytes) -> None:
    document = parse(data, "x.yaml")
    assert (values(document.root), document.findings) == ({"a": "b"}, ())


@pytest.mark.parametrize("text", ["{url: https://a.example/?b}", "[what?, a?b]", "a: b?c", "? a\n: b", "a: '?'"])
def test_question_marks(text: str) -> None:
    """The pure parser would end a word in braces at one; the C parser does not."""
    document = read(text if text.startswith(("{", "a", "?")) else f"k: {text}")
    assert document.findings == ()
    wanted = {"{": {"url": "https://a.example/?b"}, "[": {"k": ["what?", "a?b"]}, "?": {"a": "b"}}
    assert values(document.root) == wanted.get(text[0], {"a": text[3:].strip("'")})


def test_a_question_mark_in_a_message_is_one() -> None:
    (finding,) = read('a: "b\\?"\n').findings
    assert "'?'" in finding.message


def test_a_file_with_a_character_that_may_not_stand_in_it_has_no_values_and_its_text_is_shown() -> None:
    document = read("a: b\x07\nc: &d e\n")
    assert (document.root, document.text) == (None, "a: b\x07\nc: &d e\n")
    assert told(document) == ["control-character 1:5 the character U+0007 is not allowed in a file; delete it"]
    assert told(read("a: \u202eb\n")) == [
        "reordering-character 1:4 the character U+202E changes the order in which text is shown; "
        "delete it, unless the quote needs it"
    ]


def test_a_file_that_is_no_text_has_no_values_and_is_shown_with_escapes() -> None:
    document = parse(b"a: f\xfcr\n", "x.yaml")
    assert (document.root, document.text) == (None, "a: f\\xfcr\n")
    assert [finding.rule for finding in document.findings] == ["not-utf-8"]


def test_without_libyaml_none_of_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    if not parsing.C_PARSER:
        monkeypatch.delattr("yaml.CBaseLoader", raising=False)
    assert values(read("a: b\n").root) == {"a": "b"}


def test_what_is_wrong_in_one_place_leaves_the_rest() -> None:
    document = read("a: 1\na: 2\n<<: {b: c}\nd: *e\nf:\n? [g]\n: h\ni: !!int 3\nj: [1, ~, 2]\nk: &l 4\n'': m\n")
    assert values(document.root) == {"a": "1", "i": "3", "j": ["1", "2"], "k": "4"}
    assert told(document) == [
        "duplicate-key 2:1 the key `a` stands twice in this mapping; the first is on line 1: keep one",
        "merge-key 3:1 the merge key << is not supported; write the keys out",
        "yaml-alias 4:4 the alias *e: aliases are not supported; write the value out",
        f"null-value 5:1 {MISSING}",
        "yaml-key 6:3 a key must be text; write `key: value`",
        "yaml-tag 8:4 the tag tag:yaml.org,2002:int: tags are not supported, every value is text; delete the tag",
        f"null-value 9:8 {MISSING}",
        "yaml-anchor 10:4 the anchor &l: anchors are not supported; delete it and write values out",
        "yaml-key 11:1 a key is missing here; write `key: value`",
    ]


def test_a_key_that_stands_twice_names_both_places() -> None:
    (finding,) = read("a: 1\nb: 2\n'a': 3\n").findings
    assert (finding.location, finding.related) == (Location("x.yaml", 3, 1), (Location("x.yaml", 1, 1),))


def sound(node: Node) -> object:
    """The keys under which all is sound, with those in their values; of the others a minus and theirs."""
    if isinstance(node, Scalar):
        return ""
    if isinstance(node, Items):
        return [sound(item) for item in node.items]
    return {("" if entry.sound else "-") + key: sound(entry.value) for key, entry in node.entries.items()}


def test_what_is_wrong_in_a_value_that_stands_apart_leaves_what_is_around_it_sound() -> None:
    text = (
        "x: {terms: {a: {b: ~, c: d}, e: f}, g: h}\ny: {b: ~, g: h}\nz: {terms: {a: ~}, q: ~}\nv: [{terms: {a: ~}}]\n"
    )
    together = parse(text.encode(), "x.yaml").root
    apart = parse(text.encode(), "x.yaml", apart="terms").root
    assert together and apart
    inner = {"-terms": {"-a": {"c": ""}, "e": ""}, "g": ""}
    assert sound(together) == {"-x": inner, "-y": {"g": ""}, "-z": {"-terms": {}}, "-v": [{"-terms": {}}]}
    assert sound(apart) == {"x": inner, "-y": {"g": ""}, "-z": {"-terms": {}}, "v": [{"-terms": {}}]}


def test_a_character_that_an_escape_made_stands_where_its_text_begins() -> None:
    places = [
        finding.partition(" the character")[0] for finding in told(read('# a\nk:   "b\\e"\n  # c\n"l\\u202e": m\n'))
    ]
    assert places == ["control-character 2:6", "reordering-character 4:1"]


@pytest.mark.parametrize("written", ["b", "'b'", '"b"', "|\n   b", "[b]", "{b: c}"])
def test_a_value_stands_where_it_begins(written: str) -> None:
    root = read(f"# a comment\na:   {written}\n").root
    assert root is not None
    assert root.entries["a"].value[1:] == (2, 6)
    assert root.entries["a"].key == Scalar("a", 2, 1)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("", "empty-file 1:1 the file is empty; write a mapping: `key: value` lines"),
        ("# only this\n", "empty-file 1:1 the file is empty; write a mapping: `key: value` lines"),
        ("- a\n", "not-a-mapping 1:1 expected a mapping at the top, found a list; write `key: value` lines at the top"),
        (
            "\n a\n",
            "not-a-mapping 2:2 expected a mapping at the top, found text; write `key: value` lines at the top",
        ),
        (
            "# a comment\n\n   - a\n",
            "not-a-mapping 3:4 expected a mapping at the top, found a list; write `key: value` lines at the top",
        ),
    ],
)
def test_what_has_no_mapping_at_the_top(text: str, finding: str) -> None:
    document = read(text)
    assert (document.root, told(document)) == (None, [finding])


@pytest.mark.parametrize("text", ["a: [b, ", "a: [b,\n c", "a: 'b", "k: l\nm"])
def test_a_finding_at_the_end_of_a_file_without_a_line_break_is_within_it(text: str) -> None:
    written = text.split("\n")
    (finding,) = read(text).findings
    assert finding.location in (Location("x.yaml", len(written), len(written[-1]) + column) for column in (0, 1))


def test_what_was_found_before_the_parser_stopped_is_told_too() -> None:
    unclosed = "expected the node content, but found '<stream end>' (while parsing a flow node)"
    assert [finding.partition(";")[0] for finding in told(read("a: \u202eb\nc: &d e\nf: [\n"))] == [
        "reordering-character 1:4 the character U+202E changes the order in which text is shown",
        "yaml-anchor 2:4 the anchor &d: anchors are not supported",
        f"yaml-syntax 4:1 not valid YAML: {unclosed}",
    ]


@pytest.mark.parametrize("depth", [63, 64])
def test_how_deep_may_be_nested(depth: int) -> None:
    document = read("a: " + "[" * depth + "]" * depth)
    assert [f.rule for f in document.findings] == (["too-deep"] if depth == 64 else [])


def test_a_file_of_at_most_100000_characters_is_read_by_both_parsers(monkeypatch: pytest.MonkeyPatch) -> None:
    """What libyaml refuses is refused in the words of the parser in Python; a larger file is left to libyaml."""
    unclosed = "a: [b\n"
    for length, words in ((100_000, "expected ',' or ']'"), (100_001, "did not find expected ',' or ']'")):
        (finding,) = read("#" * (length - len(unclosed) - 1) + "\n" + unclosed).findings
        assert finding.message.startswith(f"not valid YAML: {words}") or not parsing.C_PARSER


#: What one parser takes and the other does not, and what both take.
UNSURE = [
    "a:\tb\n", "a: b\t\n", "a: b\t# c\n", "- \ta\n", "a: [b,\tc]\n", "a:\n\tb: c\n", "\ta: b\n",
    "a: |\t\n  b\n", "a: |# c\n  b\n",    "a: >-# c\n  b\n", "a: |2# c\n  b\n", "a: | # c\n  b\n",
    "a: 'b\tc'\n", "a: {b:\tc}\n", "-\t- a\n",
]  # fmt: skip


@pytest.mark.parametrize("text", UNSURE)
def test_both_parsers_say_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    one = read(text)
    monkeypatch.setattr(parsing, "C_PARSER", False)
    other = read(text)
    assert (values(one.root), told(one)) == (values(other.root), told(other))


def test_a_large_file_is_told_of_as_a_small_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """By libyaml alone: how deep it may be, and the hint for a text that YAML takes apart."""
    monkeypatch.setattr(parsing, "MOST_READ_TWICE", 0)
    assert told(read("a: " + "[" * 2_000)) == ["too-deep 1:67 nested more than 64 levels deep; use fewer levels"]
    for text, hint in (
        ("quote: [We] will never\n", '"[We] will never"'),
        ("a: {b: We will, so, c: d}\n", '"We will, so"'),
    ):
        assert [finding.hint for finding in read(text).findings] == [f"put the text in quotes: {hint}"]


def test_the_limits_are_those_that_the_description_of_the_format_names() -> None:
    described_limits = " ".join((DOCS / "format.md").read_text(encoding="utf-8").split())
    limits = f"{MAX_BYTES // 2**20} MiB a file, {parsing.MAX_DEPTH} levels, {parsing.MAX_NODES:,} values"
    assert f"Limits: {limits}, {parsing.MAX_KEY} characters a key" in described_limits


def test_how_many_values_there_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "MAX_NODES", 10)
    assert read("a: [" + "b," * 7 + "]").findings == ()
    assert told(read("a: [" + "b," * 8 + "]")) == ["too-many-nodes 1:19 more than 10 values; split the file"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('a: "b"# no comment\n', "1:7"),
        ("a: 'b'#\n", "1:7"),
        ('a: ["b"#\n ]\n', "1:8"),
        ('a: "b\n  c"# no comment\n', "2:5"),
        ('a: "b" # a comment\n', None),
        ("a: |\n  b\n# a comment\n", None),
        ('a: "b#c"\n', None),
        ("a: b#c\n", None),
    ],
)
def test_a_comment_needs_a_blank_before_it(text: str, place: str | None) -> None:
    """Case SU5Z of the YAML test suite, which both parsers take."""
    message = "not valid YAML: a comment needs a blank before it; put a blank before the #"
    assert told(read(text)) == ([f"yaml-syntax {place} {message}"] if place else [])


@pytest.mark.parametrize("length", [128, 129, 1024, 1025])
def test_how_long_a_key_may_be(length: int) -> None:
    document = read("k" * length + ": a\n")
    rules = [f.rule for f in document.findings]
    assert rules == ([] if length == 128 else ["yaml-key"] if length < 1025 else ["yaml-syntax"])


def test_a_key_too_long_for_yaml_says_so() -> None:
    """YAML reads no key of more than 1,024 characters; its own message is about colons, and misleads."""
    (finding,) = read("k" * 1025 + ": a\n").findings
    assert "1,024" in f"{finding.message} {finding.hint}"


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{a: " * 100_000,
        "[{" * 100_000,
        "- " * 100_000,
        "? " * 100_000,
        "a: " + "'" * 200_000,
        "%TAG !a! tag:a,2024:\n" * 40_000,
        "# a\n" * 1_000 + "%TAG !a! tag:a,2024:\n" * 40_000,
        "".join(f"k{number}: [a, b]\n" for number in range(60_000)),
        "".join(f"k{number}: a\n" for number in range(45_000)) + "k: [\n",
        "a: &a [" + "*a," * 300_000,
        "\n" * 1_000_000,
        "a: |\n" + " a\n" * 300_000,
        "a" * 1_000_000,
        "a: '" + "\u0301" * 400_000,
        "!" * 1_000_000,
        '"' + "\\x41" * 200_000,
    ],
    ids=lambda text: f"{text[:8]}…{text[-8:]}".encode("ascii", "backslashreplace").decode(),
)
def test_no_file_is_without_end(text: str) -> None:
    """What is quadratic in a parser takes minutes on these: each is read or refused, and the test comes to its end."""
    document = read(text[: 400_000 if parsing.C_PARSER else 30_000])
    assert document.root is not None or document.findings


def test_what_a_node_is_called() -> None:
    assert [described(node) for node in (Scalar("", 1, 1), Items((), 1, 1), Entries({}, 1, 1))] == [
        "text",
        "a list",
        "a mapping",
    ]
