"""Bytes to text: what is taken, what is refused, and where."""

from __future__ import annotations

import pytest

from posdiff.documents.decoding import MAX_BYTES, characters, decode, lines, place, shown
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location
from posdiff.findings.rules import RuleId

TAKEN = {
    "nothing": (b"", ""),
    "UTF-8": ("Frieden für alle, мир, 和平, שלום".encode(), "Frieden für alle, мир, 和平, שלום"),
    "the mark of byte order": (b"\xef\xbb\xbfa: b\n", "a: b\n"),
    "lines of Windows": (b"a: b\r\nc: d\r\n", "a: b\r\nc: d\r\n"),
    "lines of old": (b"a: b\rc: d\r", "a: b\rc: d\r"),
    "no last line break": (b"a: b", "a: b"),
    "tabs": (b"a: b\tc\n", "a: b\tc\n"),
    "a picture made of several characters": ("a: 👩\u200d👧\n".encode(), "a: 👩\u200d👧\n"),
    "the largest file": (b"a" * MAX_BYTES, "a" * MAX_BYTES),
    "equals signs under a heading": (b"a: |\n  Title\n=======\n", "a: |\n  Title\n=======\n"),
}


@pytest.mark.parametrize(("data", "text"), TAKEN.values(), ids=TAKEN)
def test_what_is_taken(data: bytes, text: str) -> None:
    assert decode(data, "x.yaml") == (text, [])


#: Bytes; rule, line, column, message, hint. There is no text then.
REFUSED = {
    "a byte too many": (
        b"a" * (MAX_BYTES + 1),
        ("file-too-large", 1, 1, "the file has 1,048,577 bytes; at most 1,048,576 are read", "split it: one statement per file"),  # noqa: E501
    ),
    "UTF-16, little end first": (
        "a: b".encode("utf-16"),
        ("not-utf-8", 1, 1, "the file looks like UTF-16 or UTF-32", "save it as UTF-8"),
    ),
    "UTF-16, big end first": (
        b"\xfe\xff\x00a",
        ("not-utf-8", 1, 1, "the file looks like UTF-16 or UTF-32", "save it as UTF-8"),
    ),
    "UTF-16 without a mark": (
        "a: b".encode("utf-16-le"),
        ("not-utf-8", 1, 1, "the file looks like UTF-16 or UTF-32", "save it as UTF-8"),
    ),
    "UTF-16 without a mark, big end first": (
        "a: b".encode("utf-16-be"),
        ("not-utf-8", 1, 1, "the file looks like UTF-16 or UTF-32", "save it as UTF-8"),
    ),
    "UTF-32": (
        "a: b".encode("utf-32"),
        ("not-utf-8", 1, 1, "the file looks like UTF-16 or UTF-32", "save it as UTF-8"),
    ),
    "compressed": (b"\x1f\x8b\x08\x00", ("not-utf-8", 1, 1, "the file is compressed, not text", "unpack it")),
    "a pointer of Git LFS": (
        b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\n",
        ("not-a-mapping", 1, 1, "the file is a Git LFS pointer, not the file itself", "run: git lfs pull"),
    ),
    "Latin-1": (
        b"a: b\r\nc: f\xfcr\n",
        ("not-utf-8", 2, 5, "byte 0xfc is not UTF-8", "save the file as UTF-8; it may be in Latin-1 or Windows-1252"),
    ),
    "a character cut off": (
        "мир".encode()[:-1],
        ("not-utf-8", 1, 3, "byte 0xd1 is not UTF-8", "save the file as UTF-8; it may be in Latin-1 or Windows-1252"),
    ),
    "an overlong character": (
        b"\xc0\xaf",
        ("not-utf-8", 1, 1, "byte 0xc0 is not UTF-8", "save the file as UTF-8; it may be in Latin-1 or Windows-1252"),
    ),
    "an encoded surrogate": (
        b"\xed\xa0\x80",
        ("not-utf-8", 1, 1, "byte 0xed is not UTF-8", "save the file as UTF-8; it may be in Latin-1 or Windows-1252"),
    ),
    "a conflict": (
        b"a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> other\n",
        (
            "conflict-marker", 2, 1, "the file has the markers of an unresolved merge conflict",
            "resolve it: keep one side and delete the markers",
        ),
    ),
    "two conflicts, of which the first is told": (
        b"<<<<<<< HEAD\n=======\n>>>>>>> other\n<<<<<<< HEAD\n",
        (
            "conflict-marker", 1, 1, "the file has the markers of an unresolved merge conflict",
            "resolve it: keep one side and delete the markers",
        ),
    ),
    "a conflict from the first line on": (
        b"<<<<<<< HEAD\n=======\n>>>>>>> other\n",
        (
            "conflict-marker", 1, 1, "the file has the markers of an unresolved merge conflict",
            "resolve it: keep one side and delete the markers",
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("data", "finding"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(data: bytes, finding: tuple[RuleId, int, int, str, str]) -> None:
    rule, line, column, message, hint = finding
    assert decode(data, "x.yaml") == (None, [Finding.of(Location("x.yaml", line, column), rule, message, hint)])


@pytest.mark.parametrize(
    "character",
    "\0\x07\x08\x0b\x0c\x1b\x1f\x7f\x80\x85\x9b\x9f\u2028\u2029\ufeff\ufdd0\ufffe\uffff\U000e0001\U000e0041",
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_a_character_that_may_not_stand_in_a_file(character: str) -> None:
    at = Location("x.yaml", 2, 4)
    message = f"the character U+{ord(character):04X} is not allowed in a file"
    text = f"a: b\nc: {character}\n"
    assert decode(text.encode(), "x.yaml") == (text, [Finding.of(at, "control-character", message, "delete it")])


@pytest.mark.parametrize(
    "character",
    "\u061c\u200e\u200f\u202a\u202e\u2066\u2069",
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_a_character_that_changes_the_order_of_others(character: str) -> None:
    message = f"the character U+{ord(character):04X} changes the order in which text is shown"
    hint = "delete it, unless the quote needs it"
    finding = Finding.of(Location("x.yaml", 1, 1), "reordering-character", message, hint)
    assert decode(character.encode(), "x.yaml") == (character, [finding])


def test_no_more_than_twenty_findings_tell_of_characters() -> None:
    found = [*characters("\x01" * 30, "x.yaml")]
    assert len(found) == 20
    assert found[19] == Finding.of(Location("x.yaml", 1, 20), "control-character", "and 11 more such characters")


def test_a_character_that_an_escape_made_is_told_at_its_text() -> None:
    (found,) = characters("a\x1b", "x.yaml", 7, 3)
    assert found.location == Location("x.yaml", 7, 3)


@pytest.mark.parametrize(("index", "at"), [(0, (1, 1)), (2, (1, 3)), (4, (2, 1)), (6, (3, 1)), (8, (4, 1))])
def test_a_place(index: int, at: tuple[int, int]) -> None:
    assert place("a:\r\nb\nc\rd", index) == at


def test_lines_are_broken_where_git_and_yaml_agree() -> None:
    assert lines("a\r\nb\nc\rd\u2028e\x85f\x0cg") == ["a", "b", "c", "d\u2028e\x85f\x0cg"]


def test_many_that_reorder_are_still_no_more_than_a_warning() -> None:
    """However many there are, the file is read."""
    text, found = decode(("\u202e" * 30).encode(), "x.yaml")
    assert text is not None
    assert {finding.severity for finding in found} == {"warning"}
    assert found[19] == Finding(
        Location("x.yaml", 1, 20), "reordering-character", "and 11 more such characters", "warning"
    )


def test_of_a_file_that_cannot_be_read_its_beginning_is_shown_with_escapes() -> None:
    assert shown("a: für\n".encode(), "x.yaml") == "a: für\n"
    assert shown(b"a: f\xfcr\n", "x.yaml") == "a: f\\xfcr\n"
    assert shown(b"a" * (MAX_BYTES + 1), "x.yaml") == "a" * 100_000
