"""Text that should have been in quotes: where YAML made a comment, a list or further keys of its words."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from posdiff.documents.nodes import Scalar

#: Characters of a text above which a hint does not repeat it; and how much of a line is looked at.
_LONGEST = 300

#: A key and what stands behind it, up to the place where YAML stopped taking it for one value.
_BEGUN = re.compile(
    r"(?<![\w-])[\w-]+:[ \t]+"
    r"(?P<text>(?:\[[^\[\]]*\]|\{[^{}]*\}|\"[^\"]*\"|'[^']*'|[^\s\"'\[\]{}|>&*!#])(?:(?!:[ \t])[^{}\"])*)\Z"
)
#: In braces: what belongs to a text up to the next key or the closing brace.
_NEXT_KEY = re.compile(r",\s*[\w-]+:(?:\s|\Z)")
_COMMENT = re.compile(r"(?P<blanks>[ \t]+)(?P<comment>#.*)")
_QUOTED_OR_BLOCK = "\"'|>&*!"


class Comment(NamedTuple):
    """A comment directly behind a text: where its ``#`` stands, the blanks before it, and its words with the ``#``."""

    line: int
    column: int
    blanks: str
    words: str

    @property
    def looks_like_text(self) -> bool:
        """Whether one blank stands before it (`less #COP29`, `offer # 3`), and not two as before a remark."""
        return self.blanks == " "


def comment_behind(scalar: Scalar, written: Sequence[str]) -> Comment | None:
    """The comment at which an unquoted text ends; ``written`` are the lines of its file.

    A node does not know where it ends; but an unquoted text has no escapes, so that its words stand in the file as
    they are.
    """
    row, column = scalar.line - 1, scalar.column - 1
    if row >= len(written) or written[row][column : column + 1] in _QUOTED_OR_BLOCK:
        return None
    for word in re.split("[ \t\n]+", scalar.text.strip(" \t\n")):
        while not written[row][column:].strip(" \t"):
            row, column = row + 1, 0
            if row >= len(written):
                return None
        column = len(written[row]) - len(written[row][column:].lstrip(" \t"))
        if not written[row].startswith(word, column):
            return None
        column += len(word)
    match = _COMMENT.match(written[row], column)
    if match is None:
        return None
    return Comment(row + 1, match.start("comment") + 1, match["blanks"], match["comment"].rstrip())


def hint_for(text: str) -> str:
    """The hint to put a text in quotes, with the text as it is to be written where it is not long."""
    words = text.strip()
    if len(words) > _LONGEST:
        return "put the text in quotes"
    return f"put the text in quotes: {in_quotes(words)}"


def in_quotes(text: str) -> str:
    """A text of one line in the quotation marks of YAML."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def unquoted(written: Sequence[str], line: int, column: int) -> str | None:
    """The hint for a place at which YAML sees something new, where it is in the middle of a text of one line.

    ``line`` and ``column`` count from 1. None where no text seems to have begun before it.
    """
    if not 0 < line <= len(written):
        return None
    whole = written[line - 1]
    before = whole[max(0, column - 1 - _LONGEST) : column - 1]
    begun = _BEGUN.search(before)
    if begun is None or _may_be_ids(begun["text"] + whole[column - 1 : column - 1 + _LONGEST]):
        return None
    lead = whole[: column - 1 - len(begun["text"])]
    if lead.count("{") <= lead.count("}"):  # no braces around it: the text goes on to the end of the line
        indent = len(lead) - len(lead.lstrip(" -"))
        following = written[line] if line < len(written) else ""
        goes_on = following.strip() and len(following) - len(following.lstrip()) > indent
        return "put the text in quotes" if goes_on else hint_for(begun["text"] + whole[column - 1 :])
    rest = whole[column - 1 : column - 1 + _LONGEST]
    end = re.search(r"[{}]", rest)
    if end is None:
        return "put the text in quotes"
    return hint_for(begun["text"] + _NEXT_KEY.split(rest[: end.start()])[0])


def _may_be_ids(text: str) -> bool:
    """Whether brackets were forgotten or misplaced around ids (`accepts: free, shared`): no piece has two words."""
    pieces = re.split(r"[,:{}]", re.sub(r"\[[^\]]*\]", "", text))
    return text == text.lower() and all(len(piece.split()) < 2 for piece in pieces)


def without_value(written: Sequence[str], line: int, column: int) -> str | None:
    """The hint for a key at ``line`` and ``column`` that has no value, where a text is meant; else None.

    Such a key is a piece of a text behind a comma (`{quote: We will, of course, agree}`), or its text begins with a
    number sign (`title: #COP29`).
    """
    if not 0 < line <= len(written):
        return None
    rest = written[line - 1][column - 1 : column - 1 + 2 * _LONGEST]
    key = re.match(r"[^,{}\[\]:]*:(?:[ \t](?P<comment>#\S.*))?", rest)
    if key is None:
        return unquoted(written, line, column)
    return hint_for(key["comment"]) if key["comment"] else None
