"""Words of the overviews: what a position says in short, whose red line it is, and where more is shown."""

from __future__ import annotations

from collections.abc import Sequence

from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Held
from posdiff.kinds.kind import joined
from posdiff.reports import provenance, wording
from posdiff.reports.document import Bullets, Run, Section

_MORE = (
    ("--full", "shows every position with its days"),
    ("-- ISSUE", "one issue"),
    ("--quotes --sources", "their words and where they stand"),
)


def position(held: Held, agenda: Agenda, age: provenance.Age) -> str:
    """What a position says, firmest part first; before it, that it is only reported, or the year if it is old.

    A part that says again what others say is left out: the line is cut where there is no more room.
    """
    parts = sorted(held.demands, key=lambda part: part.term.firmness != "red-line")
    words = "; and ".join(wording.term_in_words(part.term, agenda) for part in parts)
    old = max((part for part in parts if age.in_words(part)), key=lambda part: part.last_stated, default=None)
    before = "reported: " if held.standing == "reported" else ""
    year = f"said in {wording.day(old.last_stated)[:4]}: " if old and all(age.in_words(part) for part in parts) else ""
    return f"{before}{year}{words}"


def whose_red_line(names: Sequence[str], parties: int) -> str:
    """``RED LINE Russia``, ``RED LINE both``; nothing where it is nobody's."""
    if not names:
        return ""
    whose = joined(list(names)) if len(names) < parties or parties == 1 else "both" if parties == 2 else "all"
    return f"{wording.RED_LINE} {whose}"


def more() -> Section:
    """Where all of it is shown."""
    runs: list[Run] = []
    for option, shows in _MORE:
        runs += [Run("; " if runs else "", "faint"), Run(option, "code"), Run(f" {shows}", "faint")]
    return Section("", (Bullets((tuple(runs),), apart=True),))
