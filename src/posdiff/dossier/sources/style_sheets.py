"""The rules of a style sheet, as far as they tell what is seen: their selectors and their declarations.

Read by "CSS Syntax", in one walk: comments and what stands in quotation marks are left out, so that no brace in them
opens or closes a rule; a sheet that ends within a rule closes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"/\*(?:[^*]|\*(?!/))*+(?:\*/)?|\"(?:[^\"\\\n]|\\.)*+\"?|'(?:[^'\\\n]|\\.)*+'?|(?<![-\w])url\(\s*+(?![\"'])[^)]*+\)?|"
    r"\\(?:([0-9a-f]{1,6})\s?|(.))|<!--|-->|([{};])",
    re.IGNORECASE | re.DOTALL,
)
#: Rules that hold under a condition, and queries of `@media`, that hold or may hold for all who read on a screen.
_GROUPS = ("@layer", "@supports", "@scope")
_MEDIA = ("", "all", "screen", "only all", "only screen", "not print", "not speech")
#: Signs of a name that selectors give another meaning are written with a backslash: they are kept as private ones.
_SPECIAL = re.compile(r"[^-\w]", re.ASCII)
_PRIVATE = 0xE000


class StyleRule(NamedTuple):
    """A rule: the list of its selectors as it is written, and its declarations.

    ``nested``: the declarations that stand in it under a condition. ``always``: the rule itself stands under none.
    """

    selectors: str
    declarations: str
    nested: str
    always: bool


def rules(sheet: str) -> Iterator[StyleRule]:
    """The rules of a sheet that hold for all who read the page, or may."""
    stack = [_Block("", "group", True, [])]
    text: list[str] = []
    for part, sign in _parts(sheet):
        text.append(part)
        if not sign:
            continue
        if sign == "{":
            stack.append(_opened("".join(text), stack[-1]))
        elif stack[-1].kind != "group":
            stack[-1].declarations.append("".join(text) + ";")
        text = []
        if sign == "}" and len(stack) > 1:
            yield from stack.pop().rules()
    if stack[-1].kind != "group":
        stack[-1].declarations.append("".join(text))
    while len(stack) > 1:
        yield from stack.pop().rules()


def without_strings(declarations: str) -> str:
    """Declarations as `style` has them, without comments and what stands in quotation marks."""
    return "".join(part + sign for part, sign in _parts(declarations))


def as_in_sheets(name: str) -> str:
    """A class or an id as selectors here have it: with private signs for what they write with a backslash."""
    return _SPECIAL.sub(lambda sign: _kept(sign[0]), name)


class _Block:
    """What stands between braces: a rule, what is nested in one, rules under a condition, or what does not count."""

    def __init__(self, selectors: str, kind: str, always: bool, nested: list[str]) -> None:
        self.selectors, self.kind, self.always, self.nested = selectors, kind, always, nested
        self.declarations: list[str] = nested if kind == "nested" else []

    def rules(self) -> Iterator[StyleRule]:
        if self.kind == "rule":
            yield StyleRule(self.selectors, "".join(self.declarations), "".join(self.nested), self.always)


def _opened(head: str, around: _Block) -> _Block:
    head = head.strip()
    if around.kind == "skipped":
        return _Block("", "skipped", False, [])
    in_rule = around.kind in ("rule", "nested")
    if head.startswith("@"):
        if not _holds(head):
            return _Block("", "skipped", False, [])
        return _Block("", "nested" if in_rule else "group", False, around.nested)
    if in_rule and head == "&":
        return _Block("", "nested", False, around.nested)
    return _Block(head.replace("&", " ") if in_rule else head, "rule", around.always and not in_rule, [])


def _holds(head: str) -> bool:
    """Whether what stands under a rule with `@` holds, or may."""
    name, _, asked = head.lower().replace("(", " (", 1).partition(" ")
    return name in _GROUPS or (name == "@media" and any(" ".join(q.split()) in _MEDIA for q in asked.split(",")))


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """A text in pieces without strings and comments, each with the brace or semicolon that ends it."""
    at = 0
    for found in _TOKEN.finditer(text):
        yield text[at : found.start()], ""
        at = found.end()
        if found[3]:
            yield "", found[3]
        elif found[1] or found[2]:
            yield _escaped(found), ""
    yield text[at:], ""


def _escaped(found: re.Match[str]) -> str:
    code = int(found[1], 16) if found[1] else ord(found[2])
    sign = chr(code) if 0 < code < 0x110000 else "\ufffd"
    return _kept(sign)


def _kept(sign: str) -> str:
    return sign if sign.isalnum() or sign in "-_" else chr(_PRIVATE + ord(sign) % 0x1000)
