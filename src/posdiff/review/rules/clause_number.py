"""Numbers in the words of a clause that stand in none of the outcomes which it settles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from posdiff.dossier.agenda import Agenda
from posdiff.dossier.statement import Clause, Draft
from posdiff.findings.finding import Finding
from posdiff.kinds.kind import joined
from posdiff.review.case import Case

ID: Final = "clause-number"

#: Where a number ends: before its scale, as in 1.3tn, or before no letter, and never before more of it.
_END = r"(?![.,]?[0-9])(?:(?!\w)|(?=(?:k|mn?|bn|trn?|tn)\b))"
#: A number as texts write it: 800000, 800,000, 800 000, 1.3, 900k. Not part of a name, such as COP29 or 2024/25.
_NUMBER = re.compile(rf"(?<![\w./-])[0-9]{{1,3}}(?:[,.'’\u00a0\u202f ][0-9]{{3}})+(?:\.[0-9]+)?{_END}"
                     rf"|(?<![\w./-])[0-9]+(?:[.,][0-9]+)?{_END}", re.IGNORECASE)  # fmt: skip
#: Behind these words a number counts passages, and not what is settled.
_PLACE = re.compile(
    r"(?:articles?|art\.|points?|paragraphs?|para\.|clauses?|sections?|chapters?|annex|resolutions?|no\.|№|§|and|,)\s*$",
    re.IGNORECASE,
)
#: Before these words a number is given in thousands, millions and so on.
_SCALE = re.compile(r"\s*(?:thousand|million|billion|trillion|trn?|tn|bn|mn|m|k)\b", re.IGNORECASE)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = re.compile(rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|[0-9]{{1,2}} (?:{_MONTHS})(?: [0-9]{{4}})?"
                  rf"|(?:{_MONTHS})(?: [0-9]{{1,2}},?)?(?: [0-9]{{4}})?")  # fmt: skip


def examine(case: Case) -> Iterable[Finding]:
    """The clauses with a number that is in no outcome which they settle, where these have numbers."""
    for draft in case.dossier.drafts:
        for clause in draft.clauses:
            yield from _of_clause(clause, draft, case.dossier.agenda)


def _of_clause(clause: Clause, draft: Draft, agenda: Agenda) -> Iterator[Finding]:
    outcomes = [draft.outcomes[issue] for issue in clause.settles if issue in draft.outcomes]
    words = [
        agenda.issues[outcome.issue].space.in_words(piece) for outcome in outcomes for piece in outcome.leaves
    ]  # fmt: skip
    if not any(_NUMBER.search(_DAY.sub(" ", each)) for each in words):
        return  # it settles nothing that is a number
    words += [quote.text for outcome in outcomes for quote, _ in outcome.every_word if quote.text]
    words += [note for outcome in outcomes for note in (outcome.note, *(each.note for each in outcome.options)) if note]
    known = {reading for each in words for number in _NUMBER.finditer(each) for reading in _readings(number)}
    missing = [
        number[0]
        for number in _numbers(clause.text)
        if known.isdisjoint(_readings(number)) and not (_scaled(number) and _digits(number[0]) in map(_digits, known))
    ]
    if missing:
        issues = joined([f"`{outcome.issue}`" for outcome in outcomes])
        numbers = joined(list(dict.fromkeys(missing)))
        message = f"clause {clause.id} says {numbers}, which stands in no outcome that it settles: {issues}"
        hint = "correct the words or the outcome; accept the finding if the number is about something else"
        yield Finding.of(clause.location, ID, message, hint, (draft.id, clause.id, numbers))


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """The numbers in a text that are no day, no year and no number of a passage."""
    without_days = _DAY.sub(lambda day: " " * len(day[0]), text)
    last_was_place = False
    for number in _NUMBER.finditer(without_days):
        behind = without_days[: number.start()]
        listed = re.search(r"(?:and|,)\s*$", behind, re.IGNORECASE) is not None
        last_was_place = _PLACE.search(behind) is not None and (not listed or last_was_place)
        year = re.fullmatch(r"(?:19|20)[0-9]{2}", number[0]) is not None
        if not last_was_place and not year:
            yield number


def _readings(number: re.Match[str]) -> set[str]:
    """The numbers that are meant: in 1.300 and 1,300 the sign may group digits or begin a fraction."""
    text = number[0]
    grouped = re.sub(r"[,.'’\u00a0\u202f ](?=[0-9]{3}(?![0-9]))", "", text)
    return {_plain(grouped), _plain(text.replace(",", "."))}


def _plain(text: str) -> str:
    """A number without what does not count: 0 in front, 0 behind a fraction."""
    whole, _, fraction = text.partition(".")
    fraction = fraction.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{fraction}" if fraction else "")


def _scaled(number: re.Match[str]) -> bool:
    return _SCALE.match(number.string, number.end()) is not None


def _digits(text: str) -> str:
    """The digits that count, whatever the power of ten."""
    return re.sub(r"[^0-9]", "", text).strip("0")
