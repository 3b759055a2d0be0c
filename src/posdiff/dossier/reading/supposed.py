"""A term that is supposed and stands in no file: read as that of a statement's file is, and held to the same."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from posdiff.documents.decoding import MAX_BYTES
from posdiff.documents.parsing import parse
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.reading.agenda import ReadAgenda
from posdiff.dossier.reading.schema import FileReader
from posdiff.dossier.reading.statements import read_statement
from posdiff.dossier.statement import SUPPOSED, Statement

#: What takes a position away, in place of a term.
WITHDRAWN = "withdrawn"
_IN_BRACES = "write a mapping in braces: {max: 85000, firmness: red-line}"


class Wrong(NamedTuple):
    """What is wrong with the words of a term, and what to do about it."""

    message: str
    hint: str | None


def read_supposed(party: str, issue: str, words: str, day: int, agenda: Agenda) -> Statement | Wrong:
    """What a party would have said on a day (an ordinal), by the words of a term on an issue."""
    if len(words.splitlines()) > 1:
        return Wrong("a supposed term is one line", _IN_BRACES)
    if len(words) > MAX_BYTES:
        return Wrong(f"a term of more than {MAX_BYTES:,} characters", "shorten it")
    said = f"withdraws: [{issue}]" if words.strip() == WITHDRAWN else f"terms:\n  {issue}: {words}"
    document = parse(f"date: {date.fromordinal(day).isoformat()}\n{said}\n".encode("utf-8", "replace"), SUPPOSED)
    findings = list(document.findings)
    statement = None
    if document.root is not None and not findings:
        reader = FileReader(SUPPOSED, document.root, document.text)
        statement = read_statement(document.root, SUPPOSED, party, ReadAgenda(agenda, frozenset()), reader)
        findings = reader.findings
    if document.root is None and ": " in words and not words.startswith(("{", "[")):
        return Wrong(f"`{words[:40]}` is a mapping without braces", _IN_BRACES)
    if findings:
        return Wrong(findings[0].message, _without_lines(findings[0].hint))
    if statement is None:
        return Wrong("it says nothing", "write a term as in a statement's file")
    if any(term.words for term in statement.terms.values()):
        return Wrong("nobody has said what is supposed, so that it has no quote", "leave the quote out")
    return statement


def _without_lines(hint: str | None) -> str | None:
    """A hint without the lines that it names: there is only one."""
    return hint and re.sub(r"(?:the first is|that is opened) on line \d+(?:: )?", "", hint).rstrip()
