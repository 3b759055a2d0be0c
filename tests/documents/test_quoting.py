"""Text that should have been in quotes: the comment at which it ends, and the hint with the text in quotes."""

from __future__ import annotations

import pytest

from posdiff.documents.nodes import Scalar
from posdiff.documents.parsing import parse
from posdiff.documents.quoting import Comment, comment_behind, hint_for, in_quotes, unquoted, without_value


def behind(text: str) -> Comment | None:
    """The comment behind the value of the first key of a file."""
    root = parse(text.encode(), "x.yaml").root
    assert root is not None
    value = next(iter(root.entries.values())).value
    assert isinstance(value, Scalar)
    return comment_behind(value, text.split("\n"))


@pytest.mark.parametrize(
    ("text", "comment"),
    [
        ("a: less #COP29\n", Comment(1, 9, " ", "#COP29")),
        ("a: less  # a remark \n", Comment(1, 10, "  ", "# a remark")),
        ("a: less and\n  less #COP29\n", Comment(2, 8, " ", "#COP29")),
        ("a: less\n\n   \n  less #COP29\n", Comment(4, 8, " ", "#COP29")),
        ("a:\n  less #COP29\n", Comment(2, 8, " ", "#COP29")),
        ("a: less\n", None),
        ("a: less\n# a comment of its own\n", None),
        ("a: less#COP29\n", None),
        ("a: 'less' #COP29\n", None),
        ('a: "less" #COP29\n', None),
        ("a: | #COP29\n  less\n", None),
        ("a: > #COP29\n  less\n", None),
    ],
)
def test_the_comment_at_which_a_text_ends(text: str, comment: Comment | None) -> None:
    assert behind(text) == comment


@pytest.mark.parametrize(
    ("scalar", "written"),
    [
        (Scalar("less", 2, 1), ["a: less"]),  # its line is not there
        (Scalar("less more", 1, 4), ["a: less", ""]),  # its second word is not there
        (Scalar("more", 1, 4), ["a: less #COP29"]),  # other words stand there
        (Scalar("les", 1, 4), ["a: less #COP29"]),  # the word goes on
    ],
)
def test_a_text_that_does_not_stand_where_it_is_said_to_has_no_comment(scalar: Scalar, written: list[str]) -> None:
    assert comment_behind(scalar, written) is None


@pytest.mark.parametrize(("blanks", "text"), [(" ", True), ("  ", False), ("\t", False)])
def test_a_comment_one_blank_behind_a_text_looks_like_text(blanks: str, text: bool) -> None:
    assert Comment(1, 1, blanks, "#COP29").looks_like_text == text


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("we agree", '"we agree"'),
        ("don't", '"don\'t"'),
        ('the "corridor"', "'the \"corridor\"'"),
        ("a \\ b", "'a \\ b'"),
        ('don\'t say "never"', "'don''t say \"never\"'"),
    ],
)
def test_a_text_in_quotes_means_itself(text: str, quoted: str) -> None:
    assert in_quotes(text) == quoted
    root = parse(f"a: {quoted}\n".encode(), "x.yaml").root
    assert root is not None
    assert root.entries["a"].value == Scalar(text, 1, 4)


def test_a_hint_repeats_a_text_of_up_to_300_characters_without_the_blanks_around_it() -> None:
    assert hint_for(" " + "a" * 300 + "\n") == f'put the text in quotes: "{"a" * 300}"'
    assert hint_for("a" * 301) == "put the text in quotes"


@pytest.mark.parametrize(
    ("text", "line", "column", "hint"),
    [
        # In the middle of a text: what stands from the key on, to the end of the line.
        ("a: [We] will", 1, 9, '"[We] will"'),
        ("b: c\na: [We] will\nd: e", 2, 9, '"[We] will"'),
        ("a-b_1:\t[We] will", 1, 12, '"[We] will"'),
        # Within braces: to the next key, or to the brace that closes.
        ("x: {a: We will, agree, b: c}", 1, 17, '"We will, agree"'),
        ("x: {a: We will, agree}", 1, 17, '"We will, agree"'),
        ("x: {y: z} a: [We] will, b: c", 1, 19, '"[We] will, b: c"'),
        # The text goes on where the next line is indented more than its key, a dash counting as a blank.
        ("- a: [We] will\n  b: c", 1, 11, '"[We] will"'),
        ("- a: [We] will\n   never", 1, 11, ""),
        ("a: [We] will\n\nb: c", 1, 9, '"[We] will"'),
        ("x: {a: We will, agree,", 1, 17, ""),
        # No text has begun.
        ("a: [We] will", 0, 9, None),
        ("a: [We] will", 2, 9, None),
        ("[We] will", 1, 6, None),
        ("a: yes, no", 1, 9, None),
        ("a: [yes] no: b", 1, 10, None),
        ("a: [Yes] no", 1, 10, '"[Yes] no"'),
        # What stands around the place at which YAML sees something new counts too, to the letter.
        ("a: yes, N", 1, 9, '"yes, N"'),
        ("a: yes, not at all", 1, 9, '"yes, not at all"'),
    ],
)
def test_where_a_text_seems_to_have_begun(text: str, line: int, column: int, hint: str | None) -> None:
    told = "put the text in quotes" + (f": {hint}" if hint else "")
    assert unquoted(text.split("\n"), line, column) == (None if hint is None else told)


@pytest.mark.parametrize(("length", "begins"), [(294, True), (295, False)])
def test_a_text_is_looked_for_300_characters_back(length: int, begins: bool) -> None:
    line = f"a: [{'W' * length}] will"
    assert unquoted([line], 1, line.index("will") + 1) == ("put the text in quotes" if begins else None)


@pytest.mark.parametrize(
    ("text", "line", "column", "hint"),
    [
        ("title: #COP29 is over", 1, 1, '"#COP29 is over"'),
        ("a: b\n  title: #COP29", 2, 3, '"#COP29"'),
        ("title: # to be written", 1, 1, None),
        ("title:", 1, 1, None),
        ("title:  #COP29", 1, 1, None),
        ("{quote: We will, of course, agree}", 1, 18, '"We will, of course, agree"'),
        ("title: #COP29", 0, 1, None),
        ("title: #COP29", 2, 1, None),
    ],
)
def test_a_key_without_a_value_where_a_text_is_meant(text: str, line: int, column: int, hint: str | None) -> None:
    told = None if hint is None else f"put the text in quotes: {hint}"
    assert without_value(text.split("\n"), line, column) == told


def test_a_long_text_that_begins_with_a_number_sign_is_not_repeated_in_part() -> None:
    for length, told in ((299, f'put the text in quotes: "#{"a" * 299}"'), (300, "put the text in quotes")):
        assert without_value([f"title: #{'a' * length}"], 1, 1) == told
