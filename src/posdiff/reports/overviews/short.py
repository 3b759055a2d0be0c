"""Words of the overviews: what a position says in short, whose red line it is, and where more is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Held, Part
from posdiff.reports import provenance, wording
from posdiff.reports.document import Bullets, Column, Line, Run, Section

#: Under which an overview says whose red line there is: short words.
RED_LINE_COLUMN = Column("Red line", short=True)

#: So many titles stand in a row.
MOST_TITLES = 10

#: What stands behind words that are cut, where a condition to them is cut off; where something else is offered on one.
CONDITION, OTHER_ON_A_CONDITION = ", if…", "; or …, if…"

_ISSUE = ("-- ISSUE", "one issue")
_EVIDENCE = ("--quotes --sources", "their words and where they stand")
#: Where more is shown, by command: options, and what they show.
_MORE: Mapping[str, tuple[tuple[str, str], ...]] = {
    "compare": (("--full", "shows every position with its days"), _ISSUE, _EVIDENCE),
    "changes": (("--full", "shows before and after with their days"), _ISSUE, _EVIDENCE),
    "history": (("--full", "shows every move of each statement"), _ISSUE),
    "draft": (("--full", "shows every term beside the draft"), _ISSUE, _EVIDENCE),
    "matrix": (("--full", "shows all of it for each pair"),),
    "sources": (("--full", "shows their addresses, and which terms stand on them"),),
    "issues": (("--full", "shows the questions as well"),),
    "drafts": (("--full", "shows outcomes and clauses in their words"), _ISSUE),
    "conflicts": (("--full", "explains each conflict step by step"), _ISSUE, _EVIDENCE),
}


def position(held: Held, agenda: Agenda, age: provenance.Age, firmness: bool = False) -> str:
    """What a position says, strictest and firmest part first; before it, that it is only reported, or its year if old.

    A part that says again what others say is left out: the line is cut where there is no more room. ``firmness``: it is
    told of a position that it is flexible.
    """
    parts = provenance.firmest_first(held, age, agenda)
    words = provenance.with_years(parts, provenance.years_of_old_parts(parts, age), agenda)
    before = "supposed: " if held.supposed else "reported: " if held.standing == "reported" else ""
    before += "flexible: " if firmness and held.firmness == "flexible" else ""
    return f"{before}{words}"


def with_conditions(words: str, held: Held, agenda: Agenda) -> Line:
    """The words of a position such that one that is cut shows of a part that there is a condition to it.

    ``Kept – but only where …`` may be cut to ``Kept…, if…``, and ``Kept; or shut, if …`` to ``Kept…; or …, if…``.
    """
    runs, start = list[Run](), 0
    found = [(words.find(wording.term_in_words(term, agenda, held.terms)), term) for term in held.terms]
    for said, term in sorted(found, key=lambda each: each[0]):
        before = wording.before_conditions(term, agenda, held.terms)
        if term.conditions and before and said >= start:
            ending = CONDITION if term.condition else OTHER_ON_A_CONDITION
            runs += [Run(words[start:said]), Run(words[said : said + len(before)], ending=ending)]
            start = said + len(before)
    return tuple(run for run in (*runs, Run(words[start:])) if run.text)


def part(part: Part, beside: Sequence[Part], agenda: Agenda, age: provenance.Age) -> Line:
    """What one part says, as that of a position is told; ``beside``: all parts of the position."""
    before = "supposed: " if part.supposed else "reported: " if part.standing == "reported" else ""
    before += "".join(f"said in {year}: " for year in provenance.years_of_old_parts([part], age).values())
    words = before + wording.part_in_words(part, beside, agenda)
    return with_conditions(words, Held(tuple(beside), part.set_on), agenda)


def in_brackets(holds: bool, words: str = wording.RED_LINE) -> str:
    """`` (RED LINE)`` where it holds."""
    return f" ({words})" if holds else ""


def titles(every: Sequence[str], most: int = MOST_TITLES) -> str:
    """Titles in a row; of many the first, and how many more there are."""
    return wording.first(every, most)


def by_whom(lines: Sequence[tuple[str, Line]], width: int) -> Bullets:
    """A line each: who it is about, and what it is. What is too long is cut at its end, so that a reader sees who.

    Where the parties alone take more than half of the width, nothing is cut.
    """
    told = [(Run(f"{who}: ", "faint"), *what) for who, what in lines]
    return Bullets(tuple(told), cut=all(2 * len(who) <= width for who, _ in lines))


def counted(number: int, noun: str, issues: int) -> str:
    """``7``, or where several are on one issue, ``29 terms on 22 issues``: of the titles that follow."""
    return str(number) if number == issues else f"{wording.count(number, noun)} on {wording.count(issues, 'issue')}"


def shared_out(lengths: Sequence[int], lines: int) -> list[int]:
    """How much of each list is shown in so many lines: all of the short ones, of the long ones the same number."""
    shares = [0] * len(lengths)
    by_length = sorted(range(len(lengths)), key=lambda place: lengths[place])
    for done, place in enumerate(by_length):
        shares[place] = min(lengths[place], lines // (len(lengths) - done))
        lines -= shares[place]
    return shares


def shown_by(words: str, command: str) -> Bullets:
    """What is left out, and the command that shows it."""
    return Bullets(((Run(f"{words}: ", "faint"), Run(command, "code")),), apart=True)


def more(command: str) -> Section:
    """Where all of it is shown."""
    return Section("", (Bullets((more_in_line(command),), apart=True),))


def more_in_line(command: str) -> Line:
    """The same, below other lines."""
    runs: list[Run] = []
    for option, shows in _MORE[command]:
        runs += [Run("; " if runs else "", "faint"), Run(option, "code"), Run(f" {shows}", "faint")]
    return tuple(runs)
