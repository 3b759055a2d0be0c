"""A term or an outcome that stands in no file: read as those of files are, and held to the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple, TypeVar

from posdiff.documents.decoding import MAX_BYTES
from posdiff.documents.nodes import Entries
from posdiff.documents.parsing import parse
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.read import ReadAgenda
from posdiff.dossier.reading.schema import FileReader
from posdiff.dossier.reading.statements import read_draft, read_statement
from posdiff.dossier.statement import SUPPOSED, Outcome, Statement

#: What takes a position away, in place of a term.
WITHDRAWN = "withdrawn"
_IN_BRACES = "write a mapping in braces: "

_ReadType = TypeVar("_ReadType")


class Wrong(NamedTuple):
    """What is wrong with the words of a term, and what to do about it."""

    message: str
    hint: str | None


def read_supposed(party: str, issue: str, words: str, day: int, agenda: Agenda) -> Statement | Wrong:
    """What a party would have said on a day (an ordinal), by the words of a term on an issue."""
    read = ReadAgenda(agenda, frozenset())
    said = f"withdraws: [{issue}]" if words.strip() == WITHDRAWN else f"terms:\n  {issue}: {words}"
    file = f"date: {date.fromordinal(day).isoformat()}\n{said}\n"
    like = "{max: 85000, firmness: red-line}"
    statement = _read(
        file, words, "a supposed term", like, lambda root, reader: read_statement(root, SUPPOSED, party, read, reader)
    )
    if isinstance(statement, Statement) and any(term.words for term in statement.terms.values()):
        return Wrong("nobody has said what is supposed, so that it has no quote", "leave the quote out")
    return statement


def read_outcome(issue: str, words: str, agenda: Agenda) -> Outcome | Wrong:
    """An outcome on an issue, by the words in which a draft would settle it."""
    read = ReadAgenda(agenda, frozenset())
    file = f"date: 2000-01-01\nby: nobody\noutcomes:\n  {issue}: {words}\n"
    draft = _read(
        file, words, "an outcome", "{max: 85000}", lambda root, reader: read_draft(root, SUPPOSED, read, reader)
    )
    if isinstance(draft, Wrong):
        return draft
    return draft.outcomes.get(issue) or Wrong("it names no outcome", "write one as in a draft's file")


def _read(
    file: str, words: str, what: str, like: str, reading: Callable[[Entries, FileReader], _ReadType | None]
) -> _ReadType | Wrong:
    """What a file holds that nobody wrote, with the words of an argument in it, which may be ``like`` these."""
    if len(words.splitlines()) > 1:
        return Wrong(f"{what} is one line", f"{_IN_BRACES}{like}")
    if len(words) > MAX_BYTES:
        return Wrong(f"a term of more than {MAX_BYTES:,} characters", "shorten it")
    document = parse(file.encode("utf-8", "replace"), SUPPOSED)
    findings, found = list(document.findings), None
    if document.root is not None and not findings:
        reader = FileReader(SUPPOSED, document.root, document.text)
        found = reading(document.root, reader)
        findings = reader.findings
    if document.root is None and ": " in words and not words.startswith(("{", "[")):
        return Wrong(f"`{words[:40]}` is a mapping without braces", f"{_IN_BRACES}{like}")
    if findings:
        return Wrong(findings[0].message, _without_lines(findings[0].hint))
    return Wrong("it says nothing", "write a term as in a statement's file") if found is None else found


def _without_lines(hint: str | None) -> str | None:
    """A hint without the lines that it names: there is only one."""
    return hint and re.sub(r"(?:the first is|that is opened) on line \d+(?:: )?", "", hint).rstrip()
