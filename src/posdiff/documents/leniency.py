"""What both parsers take for YAML and the specification does not; each is a finding.

Found with the 402 cases of the YAML test suite, and by comparing small random texts with another parser. What stands
between two tokens has no event: such places are looked for in the text first, and only a file that may have one is
cut into tokens a second time.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import yaml
from yaml import tokens

#: A number sign that touches what may be the end of a token, and a question mark that begins a word. Each expression
#: begins with one character, which is searched quickly.
_SUSPECTS = (
    re.compile(r"\#(?<=[\[\]{},\"':?|>+\-0-9]\#)"),
    re.compile(r"\?(?<=[\s,\[\]{}\"':]\?)(?!\s)"),
)
_HEADER = re.compile(r"[|>][-+0-9]*(?P<touching>#)?")
_SELF_CONTAINED = (
    tokens.FlowSequenceStartToken,
    tokens.FlowSequenceEndToken,
    tokens.FlowMappingStartToken,
    tokens.FlowMappingEndToken,
    tokens.FlowEntryToken,
    tokens.KeyToken,
    tokens.ValueToken,
    tokens.ScalarToken,
)


class Lenient(NamedTuple):
    """A place, line and column from 1, at which a parser goes on though the text is not YAML."""

    line: int
    column: int
    problem: str
    hint: str


def between_tokens(text: str, loader_class: Any) -> Iterator[Lenient]:
    """Comments that touch what stands before them, and texts in brackets that begin with a question mark.

    ``text`` has been parsed, so that it can be cut into tokens and is not nested without end.
    """
    if not any(suspect.search(text) for suspect in _SUSPECTS):
        return
    for token in yaml.scan(text, Loader=loader_class):
        start, end = token.start_mark, token.end_mark
        if start.index == end.index or not isinstance(token, _SELF_CONTAINED):
            continue
        if isinstance(token, tokens.ScalarToken) and token.style in ("|", ">"):
            header = _HEADER.match(text, start.index)
            if header and header["touching"]:
                yield _touching(start.line, start.column + header.start("touching") - start.index)
            continue
        behind = text[end.index : end.index + 1]
        if isinstance(token, tokens.KeyToken) and behind.strip():
            problem = "a text in brackets or braces begins with a question mark"
            yield Lenient(start.line + 1, start.column + 1, problem, "put the text in quotes")
        elif behind == "#":
            yield _touching(end.line, end.column)


def _touching(line: int, column: int) -> Lenient:
    return Lenient(line + 1, column + 1, "a comment needs a blank before it", "put a blank before the #")


def outdented(written: Sequence[str], start: Any, end: Any, indent: int, *, quoted: bool) -> Lenient | None:
    """The first further line of a text in quotes, or of a list or mapping in brackets, that begins too far left.

    ``start`` and ``end`` are its marks, ``indent`` the blanks that a line has to begin with. In brackets a line may
    be empty or a comment; in a text in quotes only lines of less than ``indent`` blanks, and nothing else, are empty.
    """
    for row in range(start.line + 1, min(end.line + 1, len(written))):
        line = written[row]
        column = len(line) - len(line.lstrip(" "))
        rest = line[column:]
        if column >= indent or not rest or (not quoted and (not rest.strip() or rest.lstrip()[0] == "#")):
            continue
        what = "text in quotes" if quoted else "list or mapping in brackets"
        problem = f"this line belongs to the {what} that begins on line {start.line + 1}, and is indented too little"
        blanks = "1 blank" if indent == 1 else f"{indent} blanks"
        return Lenient(row + 1, column + 1, problem, f"begin it with at least {blanks}, and no tab")
    return None


def header_outdented(start: Any) -> Lenient:
    """A text in a block of which the ``|`` or ``>`` stands on a line of its own, left of where values begin."""
    problem = "the sign with which a text begins stands too far left"
    return Lenient(start.line + 1, start.column + 1, problem, "write it behind the key or dash")


def blank_lines_too_long(written: Sequence[str], start: Any, indent: int) -> Lenient | None:
    """The first line of a text in a block, where the empty lines above it have more blanks than it has.

    The parsers take the text for empty then, and its first line for a comment.
    """
    if re.match(r"[|>][-+]*[0-9]", written[start.line][start.column :]):
        return None
    longest = 0
    for row in range(start.line + 1, len(written)):
        line = written[row]
        column = len(line) - len(line.lstrip(" "))
        if column < len(line):
            if not indent <= column < longest:
                return None
            problem = "the empty lines above this first line of a text have more blanks than it"
            return Lenient(row + 1, column + 1, problem, "delete the blanks in the empty lines, or the lines")
        longest = max(longest, column)
    return None
