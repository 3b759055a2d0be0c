"""The words for quotes that are proven, or are not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from posdiff.answers.answer import Basis, Dissent, NotHeld, OnFile, WhyNothing
from posdiff.comparison.evidence.proofs import PagesOfParty
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.grounds import Result
from posdiff.kinds.kind import joined
from posdiff.reports.wording import count, day, several

#: What became of a quote, in words.
RESULTS: Mapping[Result, str] = {
    "verified": "verified",
    "absent": "not in its source",
    "ambiguous": "at more places than one",
    "not-here": "not verified here",
}
#: Before what the silence of each party means.
SILENCES = "Where they are silent: "
#: What the silence of a party is of which no statement is on file; where there is one of a later day.
NO_STATEMENT: Mapping[OnFile, str] = {"none": "no statement on file", "later": "no statement on file by that day"}
#: Why a party holds nothing on an issue on which something is coded, before a day where there is one.
_NOT_HELD: Mapping[WhyNothing, str] = {
    "withdrawn": "withdrawn", "expired": "expired", "left": "not held since", "only-reported": "only reported",
}  # fmt: skip
#: So many parties of one silence are named, and so many issues of a party.
_MOST_NAMES, _MOST_ISSUES = 6, 3
#: Before red lines with a quote that is not verified.
DOUBTFUL_RED_LINES = "Red lines with a quote that is not verified: "
#: Before the counts of quotes.
BEHIND_POSITIONS = "Behind these positions: "
NOT_LOOKED_UP = "No quote is verified here: no source page is kept."
#: Around a quote in its sentence. Other languages than German have such marks the other way round.
QUOTED = ("»", "«")
NO_PAGES = f"{NOT_LOOKED_UP} posdiff source add keeps one."


def in_pages(number: int) -> str:
    """The heading over quotes in their sentences."""
    return f"Quotes in their pages ({number:,})"


def about(title: str) -> str:
    """What a quote is on, before it."""
    return f"{title}: "


def quote(result: Result) -> str:
    """``quote not in its source``: behind a position of which the quote itself is not shown."""
    return f"quote {RESULTS[result]}"


def not_verified(quote: str, result: Result) -> str:
    """A quote that is not verified in the pages at hand."""
    return f"“{quote}” ({RESULTS[result]}: posdiff verify says why)"


def dissent(found: Dissent, agenda: Agenda) -> str:
    """``dissents from LDC``; where that is not by the party's own account ``reported to dissent from LDC``."""
    words = "reported to dissent from" if found.reported else "dissents from"
    return f"{words} {joined([agenda.parties[bloc].name for bloc in found.blocs])}"


def silence(pages: PagesOfParty, with_command: bool = False) -> str:
    """Which silence it is: nothing was coded of the texts on file, all of them read, or not all of them was looked at.

    ``with_command``: whether the command is named that shows the open sentences.
    """
    open, unread = pages.open, pages.unread
    parties = pages.whose if with_command else ()
    if unread and not pages.read:
        return f"not looked at: no page of {count(unread, 'source')} is here"
    if open:
        command = f" (posdiff coverage {' '.join(parties)})" if parties else ""
        without = f", {count(unread, 'source')} without a page here" if unread else ""
        return f"not looked at: {count(open, 'passage')} not coded yet{command}{without}"
    if unread:
        return f"nothing found in the texts on file here; {count(unread, 'source')} not looked at"
    return "nothing found in the texts on file"


def known_silences(basis: Basis) -> dict[str, str]:
    """By label which silence that of a party is: no statement is on file; where pages are kept, what was looked at."""
    read = {label: silence(pages) for label, pages in basis.silences.items()}
    return read | {label: NO_STATEMENT[on_file] for label, on_file in basis.unheard.items()}


def not_held(found: NotHeld) -> str:
    """``withdrawn 2026-06-02``; ``expired 2026-05-20``; ``only reported``; ``withdrawn 2026-06-02, as reported``."""
    if found.by == "supposed":
        return f"{found.why}, as supposed"
    when = "" if found.day is None else f" {day(found.day)}"
    return f"{_NOT_HELD[found.why]}{when}{', as reported' if found.by == 'reported' else ''}"


def not_held_on(basis: Basis, label: str) -> dict[str, str]:
    """By issue why a party asked about holds nothing where something is coded, where pages are kept of its sources."""
    if basis.proofs is None or label not in basis.asked or basis.proofs.silence(*basis.asked[label]) is None:
        return {}
    return {issue: not_held(found) for issue, found in basis.not_held(*basis.asked[label]).items()}


def silence_on(issues: Iterable[str], ended: Mapping[str, str], general: str | None) -> str | None:
    """Which silence it is on some issues together: that of the others, where not of all of them something is coded."""
    every = tuple(issues)
    return "; ".join(dict.fromkeys(ended[id] for id in every)) if every and ended.keys() >= {*every} else general


def unless_said(words: str) -> str:
    """Which silence it is on the issues of which nothing else is said."""
    return f"unless said below: {words}"


def on_issues(name: str, titles: list[str]) -> str:
    """``Employer on Pay and Leave``."""
    return f"{name} on {several(titles, _MOST_ISSUES)}"


def silences(of_parties: Iterable[tuple[str, str]]) -> list[str]:
    """The names of parties, those of one silence together: ``A and B (nothing found in the texts on file)``."""
    names: dict[str, list[str]] = {}
    for name, which in of_parties:
        names.setdefault(which, []).append(name)
    return [f"{several(together, _MOST_NAMES)}{which}" for which, together in names.items()]


def links(page: str | None, archive: str | None, translated: bool = False) -> tuple[tuple[str, str], ...]:
    """The words of links to a quote in its page, and in the copy that an archive has of it, with their addresses.

    ``translated``: whether it is shown with a translation, which nobody looked up.
    """
    which = "the original " if translated else ""
    both = ((f"{which}in its page", page), (f"{which}in the archive", archive))
    return tuple((words, address) for words, address in both if address)


def place(key: str, line: int, link: str | None) -> str:
    """Where a quote stands: the source, the line of the page's text, the address that leads to the words."""
    return f"  {key}, line {line}" + (f", {link}" if link else "")


def counted(counts: Mapping[Result, int], errors: bool = False) -> str:
    """``12 quotes: 9 verified, 1 not in its source, 2 not verified here``.

    ``errors``: whether something could not be read, in which other quotes may stand.
    """
    total = sum(counts.values())
    if not total:
        return "No quotes but in what cannot be read." if errors else "No quotes."
    told = f"{count(total, 'quote')}: {_by_result(counts)}"
    return f"{told}; those in what cannot be read are not counted" if errors else told


def unverified(counts: Mapping[Result, int]) -> str:
    """``3 of 12 quotes (1 not in its source, 2 not verified here); posdiff verify says why``; nothing where all are."""
    total, verified = sum(counts.values()), counts["verified"]
    how = _by_result({result: number for result, number in counts.items() if result != "verified"})
    return f"{total - verified:,} of {count(total, 'quote')} ({how}); posdiff verify says why" if how else ""


def _by_result(counts: Mapping[Result, int]) -> str:
    return ", ".join(f"{counts[result]:,} {words}" for result, words in RESULTS.items() if counts.get(result))


def red_lines(number: int) -> str:
    """How many quotes of red lines are not verified."""
    return f"{count(number, 'quote')} of red lines {'is' if number == 1 else 'are'} not verified."


def required(number: int, command: str) -> str:
    """Why the gate fails. ``check`` does not list the quotes: ``verify`` does."""
    listed = "; posdiff verify lists them." if command == "check" else "."
    return f"--require-verified: {count(number, 'quote')} {'is' if number == 1 else 'are'} not verified{listed}"
