"""Towards whom a change led, in words: in full, for a brief, and for a cell of an overview."""

from __future__ import annotations

from collections.abc import Mapping

from posdiff.comparison.changes import Change
from posdiff.comparison.movement import Apart, Movement
from posdiff.dossier.agenda import Agenda
from posdiff.kinds.kind import joined

#: Where it came closer and still contradicts over a red line: of whom that is, of one party and of each of several.
STILL_APART: Mapping[Apart, tuple[str, str]] = {
    "other": ("a red line of {}", "a red line of each"),
    "own": ("a red line of its own", "a red line of its own"),
    "both": ("red lines of its own and of {}", "red lines of its own and of {}"),
}
_IN_FULL: Mapping[Movement, str] = {
    "farther": "farther from {}",
    "neither": "neither closer to {} nor farther away",
    "cannot-be-measured": "whether it is closer to {} cannot be measured",
}
_IN_BRIEF: Mapping[Movement, str] = {
    "farther": "farther from {}",
    "neither": "neither closer nor farther: {}",
    "cannot-be-measured": "cannot be measured: {}",
}
#: The same where it is so of all that it is measured by, who need no names.
_OF_ALL: Mapping[Movement, str] = {
    "neither": "neither closer nor farther", "cannot-be-measured": "cannot be measured",
}  # fmt: skip
_IN_SHORT: Mapping[Movement, str] = {
    "farther": "farther from {}", "neither": "as far from {}", "cannot-be-measured": "not measured: {}",
}  # fmt: skip


def measured_by(party: str, names: Mapping[str, str], agenda: Agenda, day: int) -> dict[str, str]:
    """The names of those by whom a move of a party is measured; last its own blocs, and members, as such.

    ``day``: on which it is measured (an ordinal).
    """
    above = agenda.blocs_on(party, day)
    of_it = {id for id in names if agenda.parties[party].members and party in agenda.blocs_on(id, day)}
    others = {id: name for id, name in names.items() if id not in above and id not in of_it}
    blocs = {id: f"its own bloc {name}" for id, name in names.items() if id in above}
    return {**others, **blocs, **{id: f"its own member {names[id]}" for id in names if id in of_it}}


def in_full(change: Change, names: Mapping[str, str]) -> str:
    """Whether a change led closer to other parties; nothing where that was not asked, or says nothing.

    ``names``: those of the parties, by id.
    """
    return _in_words(change, names, _IN_FULL)


def in_brief(change: Change, names: Mapping[str, str]) -> str:
    """The same for a brief: ``closer to North; cannot be measured: South``."""
    alike = len(set(change.movements.values()) - {"one-voice"}) == 1
    return _in_words(change, names, {**_IN_BRIEF, **_OF_ALL} if alike else _IN_BRIEF)


def in_short(change: Change, names: Mapping[str, str]) -> str:
    """The same for a cell of an overview: ``closer to Ukraine; not measured: Europe``."""
    return _in_words(change, names, _IN_SHORT)


def _in_words(change: Change, names: Mapping[str, str], words: Mapping[Movement, str]) -> str:
    if change.before is None or change.after is None or change.kind in ("reworded", "reaffirmed", "unchanged"):
        return ""
    towards: dict[Movement, list[str]] = {}
    for party, name in names.items():
        if party in change.movements:
            towards.setdefault(change.movements[party], []).append(name)
    told = [said.format(joined(towards[movement])) for movement, said in words.items() if movement in towards]
    return "; ".join([*closer_to(change.movements, change.apart, names), *told])


def closer_to(movements: Mapping[str, Movement], apart: Mapping[str, Apart], names: Mapping[str, str]) -> list[str]:
    """``closer to South``; ``closer to North, still apart over a red line of North``; no more than these ``names``."""
    towards: dict[Apart | None, list[str]] = {}
    for party, name in names.items():
        if movements.get(party) == "closer":
            towards.setdefault(apart.get(party), []).append(name)
    told = [f"closer to {joined(towards[None])}"] if None in towards else []
    for whose, (of_one, of_each) in STILL_APART.items():
        if whose in towards:
            parties = joined(towards[whose])
            over = of_one if len(towards[whose]) == 1 else of_each
            told.append(f"closer to {parties}, still apart over {over.format(parties)}")
    return told
