"""The answer of ``recode compare`` that is kept in the folder of positions, and told by reports."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from posdiff.answers.opening import Opened
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.coding import CodedTerm, coded_terms, fingerprint
from posdiff.dossier.grounds import NOT_CODED_TWICE, CodedAlike
from posdiff.dossier.statement import coded_it
from posdiff.findings.failure import Failure

NAME = "second-coding.json"
#: Bytes. One disagreement takes about two thousand.
_MOST = 16 * 1_048_576
_HOW = f"write it again: posdiff recode compare SHEET -f json -o …/{NAME} --force"


#: What is told of a second coding that measured nothing.
_NONE: dict[str, Any] = {"alpha": None, "low": None, "high": None, "measured": 0}


class SecondCoding(NamedTuple):
    """How many terms were coded twice, and alpha over their outcomes with its bounds; None where it is not defined.

    ``on_record``: how many terms the dossier has. ``gone``: how many of those that were coded twice it no longer has.
    ``measured``: how many alpha is taken over. ``changed``: how many are coded otherwise now, or quote other words.
    ``coder``: who filled in the sheet; None where it did not say. ``same_coder``: how many terms that person coded
    first. ``on_sheet``, ``off_sheet``: how many of the terms drawn were on the sheet, and how many no longer were.
    """

    terms: int
    on_record: int
    alpha: float | None
    low: float | None
    high: float | None
    gone: int
    measured: int
    changed: int = 0
    coder: str | None = None
    same_coder: int = 0
    on_sheet: int = 0
    off_sheet: int = 0


def kept(at: Opened) -> SecondCoding | None:
    """The second coding that is kept; None where there is none, and for files as git has them.

    Raises Failure where the file is not what ``recode compare`` writes.
    """
    file = at.folder / NAME
    if at.commit is not None or not os.path.lexists(file):
        return None
    try:
        told = _told(_read(file))
    except (ValueError, RecursionError, KeyError, TypeError, IndexError):
        raise Failure(f"{file} is not what posdiff recode compare writes", hint=_HOW) from None
    coded = coded_terms(at.dossier)
    on_record = {each.name for each in coded}
    named = {_name(term) for term in told["terms"]}
    outcome = told["agreement"][0] if told["agreement"] else _NONE
    return SecondCoding(
        len(named), len(on_record), outcome["alpha"], outcome["low"], outcome["high"], len(named - on_record),
        outcome["measured"], len(_changed(told, coded, at.dossier.agenda)), told.get("coder"),
        len(_same_coder(told, coded) & named),
        *_on_and_off_sheet(told),
    )  # fmt: skip


def coded_twice(at: Opened) -> CodedAlike:
    """The terms of the second coding that is kept, and whether they were coded alike; none without one.

    Those that changed since are not among them. None either where the file cannot be read: ``report`` says so.
    """
    if at.commit is not None:
        return NOT_CODED_TWICE
    try:
        told = _told(_read(at.folder / NAME))
    except (Failure, ValueError, RecursionError, KeyError, TypeError, IndexError):
        return NOT_CODED_TWICE
    unlike = {_name(term) for term in told.get("disagreements", ())}
    coded = coded_terms(at.dossier)
    changed = _changed(told, coded, at.dossier.agenda) | _same_coder(told, coded)
    return {name: name not in unlike for term in told["terms"] if (name := _name(term)) not in changed}


def _name(term: Mapping[str, Any]) -> tuple[str, str]:
    return term["statement"], term["issue"]


def _changed(told: Mapping[str, Any], coded: Iterable[CodedTerm], agenda: Agenda) -> frozenset[tuple[str, str]]:
    """The terms that are coded otherwise, or quote other words, than when they were compared.

    What was kept by an earlier version does not say how they were.
    """
    then = {_name(term): term.get("fingerprint") for term in told["terms"]}
    return frozenset(each.name for each in coded if then.get(each.name) not in (None, fingerprint(each, agenda)))


def _same_coder(told: Mapping[str, Any], coded: Iterable[CodedTerm]) -> frozenset[tuple[str, str]]:
    """The terms of files that name who filled in the sheet as having coded them."""
    coder = told.get("coder") or ""
    return frozenset(each.name for each in coded if coder and coded_it(coder, each.statement))


def _on_and_off_sheet(told: Mapping[str, Any]) -> tuple[int, int]:
    """How many rows the sheet had, and how many fewer than were drawn for it, where it says how many."""
    on_sheet = told.get("on_sheet", len(told["terms"]))
    return on_sheet, max(0, (told.get("drawn") or on_sheet) - on_sheet)


def _read(file: Path) -> bytes:
    """The bytes of the file. Raises Failure where they cannot be had, or are too many."""
    try:
        if file.is_symlink():  # an edit may bring the link: nothing that stands elsewhere is to be shown
            raise Failure(f"{file} is a link", hint="put the file itself there")
        if not file.is_file():  # a pipe would make the program wait for ever
            raise Failure(f"{file} is no regular file", hint="rename or remove it")
        with file.open("rb") as stream:
            data = stream.read(_MOST + 1)
    except OSError as error:
        raise Failure(f"{file} cannot be read: {(error.strerror or str(error)).lower()}") from None
    if len(data) > _MOST:
        raise Failure(f"{file} has more than {_MOST:,} bytes", hint=_HOW)
    return data


def _told(data: bytes) -> dict[str, Any]:
    """What the file tells. Raises ValueError, or what a wrong shape raises."""
    told = json.loads(data, parse_constant=_no_number)
    if told["schema"] != "posdiff/recode/1":
        raise ValueError
    for term in (*told["terms"], *told.get("disagreements", ())):
        if not all(isinstance(text, str) for text in (*_name(term), term.get("fingerprint", ""))):
            raise TypeError
    counts = (told.get("on_sheet", 0), told.get("drawn") or 0)
    if not all(isinstance(count, int) for count in counts) or not isinstance(told.get("coder") or "", str):
        raise TypeError
    if told["agreement"]:
        outcome = told["agreement"][0]
        figures = [outcome[key] for key in ("alpha", "low", "high")]
        sound = all(_is_figure(figure) for figure in figures) and len({figure is None for figure in figures}) == 1
        if not isinstance(outcome["measured"], int):
            raise TypeError
        if (outcome["kind"], outcome["field"], sound) != (None, "outcome", True) or not _adds_up(told, outcome):
            raise ValueError
    return dict(told)


def _adds_up(told: Mapping[str, Any], outcome: Mapping[str, Any]) -> bool:
    """Whether the figures of all outcomes are those of the terms and disagreements beside them."""
    differ = sum("outcome" in row["fields"] and row["distance"] is not None for row in told.get("disagreements", ()))
    in_order = outcome["measured"] <= outcome["terms"] <= len(told["terms"])
    ordered = outcome["alpha"] is None or outcome["low"] <= outcome["high"]
    alike = differ > 0 or outcome["alpha"] in (None, 1)
    return in_order and ordered and alike and outcome["terms"] - outcome["agreed"] == differ


def _is_figure(value: object) -> bool:
    """Whether a value can be alpha, or a bound of it."""
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool) and value <= 1)


def _no_number(word: str) -> None:
    raise ValueError(word)
