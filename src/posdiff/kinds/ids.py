"""Ids in a term's words: read against what the agenda declares."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal

from posdiff.findings.nearest import NotFound
from posdiff.findings.rules import RuleId
from posdiff.kinds.kind import Problem, Words, article

#: What a kind's words name by its id, and the rule that an id which is not declared breaks.
Named = Literal["option", "member", "step"]
_UNKNOWN: Mapping[Named, RuleId] = {"option": "unknown-option", "member": "unknown-member", "step": "unknown-step"}


def unknown(path: tuple[str | int, ...], what: Named, name: str, known: Collection[str]) -> Problem:
    """The problem of a name that the agenda does not have, with the nearest that it has."""
    return Problem(path, _UNKNOWN[what], f"no {what} `{name}` in this issue", NotFound(name, known))


def names(
    words: Words, path: tuple[str | int, ...], what: Named, known: Mapping[str, str], problems: list[Problem]
) -> list[str]:
    """The ids in a list (or a single id) of ``words`` that are ``known``; what is wrong goes to ``problems``."""
    listed = words if isinstance(words, list) else [words]
    if not listed:
        problems.append(Problem(path, "empty-list", "the list is empty", "name at least one, or delete the key"))
    ids: dict[str, None] = {}
    for index, word in enumerate(listed):
        at = (*path, index) if isinstance(words, list) else path
        if not isinstance(word, str):
            problems.append(Problem(at, "wrong-shape", f"expected the id of {article(what)}", None))
        elif word not in known:
            problems.append(unknown(at, what, word, known))
        elif word in ids:
            problems.append(Problem(at, "named-twice", f"`{word}` is named twice", "delete one"))
        else:
            ids[word] = None
    return [*ids]
