"""The same words spelt in many ways: block or flow, quoted or not, with comments, in any order that means nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generating import Choices, Sketch, Words

#: Keys whose values are lists in which order means nothing.
_UNORDERED = frozenset(
    ("accepts", "rejects", "includes", "excludes", "within", "exactly", "after", "together", "parties")
)
_REFERENCES = frozenset(("reaffirms", "withdraws"))
#: Keys whose values are mappings in the order of every answer.
_ORDERED = frozenset(("parties", "steps", "issues", "options", "members"))
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*( [A-Za-z0-9]+)*\Z")


def shuffled(choices: Choices, sketch: Sketch) -> Sketch:
    """The same dossier with keys and lists in another order, where that means nothing, and its files too."""
    agenda = _mixed(choices, sketch.agenda, "")
    paths = choices.mixed(list(sketch.statements))
    return Sketch(agenda, {path: _mixed(choices, sketch.statements[path], "") for path in paths})


def _mixed(choices: Choices, words: Words, key: str) -> Any:
    if isinstance(words, dict):
        names = list(words) if key in _ORDERED else choices.mixed(list(words))
        return {name: _mixed(choices, words[name], name) for name in names}
    if isinstance(words, list):
        entries = [choices.mixed(each) if isinstance(each, list) else _mixed(choices, each, "") for each in words]
        return choices.mixed(entries) if key in _UNORDERED | _REFERENCES else entries
    return words


def spelt(choices: Choices, words: Mapping[str, Words]) -> str:
    """YAML that says the words, in one of many ways."""
    lines = [line + _comment(choices, "  ") for line in _block(choices, words, 0)]
    end = "\r\n" if choices.chance(6) else "\n"
    return end.join([*_between(choices), *lines]) + (end if choices.chance(2) else "")


def _comment(choices: Choices, before: str) -> str:
    return before + choices.one(("# why: [not", "#", "# « – »")) if choices.chance(8) else ""


def _between(choices: Choices) -> Iterator[str]:
    if choices.chance(6):
        yield choices.one(("# a line", "", "   # { [ ' \"", "  "))


def _block(choices: Choices, words: Words, indent: int) -> Iterator[str]:
    ind = " " * indent
    deeper = indent + choices.one((2, 4, 1))
    if isinstance(words, dict):
        for key, value in words.items():
            yield from _between(choices)
            if _as_flow(choices, value):
                yield f"{ind}{_scalar(choices, key)}: {_flow(choices, value)}"
            else:
                yield f"{ind}{_scalar(choices, key)}:"
                yield from _block(choices, value, deeper)
    else:
        for value in words:
            yield from _between(choices)
            if _as_flow(choices, value):
                yield f"{ind}- {_flow(choices, value)}"
            else:
                yield f"{ind}-"
                yield from _block(choices, value, deeper)


def _as_flow(choices: Choices, words: Words) -> bool:
    return isinstance(words, str) or not words or choices.chance(3)


def _flow(choices: Choices, words: Words) -> str:
    if isinstance(words, str):
        return _scalar(choices, words)
    gap = choices.one((" ", "", "  "))
    if isinstance(words, dict):
        inside = (f"{_scalar(choices, key)}: {_flow(choices, value)}" for key, value in words.items())
        return "{" + gap + f",{gap or ' '}".join(inside) + gap + "}"
    return "[" + gap + f",{gap or ' '}".join(_flow(choices, value) for value in words) + gap + "]"


def _scalar(choices: Choices, text: str) -> str:
    style = choices.below(4)
    if style < 2 and _PLAIN.match(text):
        return text
    if style == 2 and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return quoted(text)


def quoted(text: str) -> str:
    """A text in double quotes, with an escape for everything that could mean something else."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    code = ord(character)
    if character in '"\\':
        return "\\" + character
    if 0x20 <= code < 0x7F:
        return character
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
