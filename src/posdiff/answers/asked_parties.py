"""Parties as they are asked for: by name, each with a day of its own or without; ``all``; ``@BLOC`` for its members.

An observer takes part only where it is named itself: ``all`` and ``@BLOC`` leave it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from posdiff.answers import names
from posdiff.dossier.agenda import Agenda, Party
from posdiff.findings.failure import USAGE, Failure

#: Stands for every party to the talks.
ALL = "all"


class NamedParty(NamedTuple):
    """The id of a party that is asked for, and the day (an ordinal) that is named with it, if any."""

    party: str
    day: int | None


def named(agenda: Agenda, texts: Iterable[str], as_of: int, today: date) -> tuple[NamedParty, ...]:
    """The parties that texts name, in their order. Raises Failure for names and days that are not there.

    ``as_of``: the day (an ordinal) whose members a bloc has, where no day stands behind it. A party that several texts
    name is asked for once, where one of them stands for several parties.
    """
    listed = tuple(names.text_of(text, "party") for text in texts)
    found = [each for text in listed for each in _named(agenda, text, as_of, today)]
    several = any(stands_for_several(text) for text in listed)
    return tuple(dict.fromkeys(found) if several else found)


def without_days(agenda: Agenda, texts: Iterable[str], as_of: int) -> tuple[str, ...]:
    """The ids of the parties that texts name, none of them with a day of its own; ``as_of``: see ``named``."""
    found: list[str] = []
    for text in (names.text_of(each, "party") for each in texts):
        if stands_for_all(text):
            found += agenda.taking_part
        elif text.startswith("@"):
            found += _members(agenda, text, as_of)
        else:
            found.append(names.party(agenda, text))
    return tuple(found)


def stands_for_all(text: str) -> bool:
    """Whether a word, without the day that may stand behind it, stands for every party to the talks."""
    return text.strip().casefold() == ALL


def stands_for_several(text: str) -> bool:
    """Whether a text stands for several parties: all of them, or the members of a bloc."""
    return text.startswith("@") or stands_for_all(text.partition("@")[0])


def _named(agenda: Agenda, text: str, as_of: int, today: date) -> Iterator[NamedParty]:
    """The parties that one text names."""
    mark, name = ("@", text[1:]) if text.startswith("@") else ("", text)
    name, at, written = name.partition("@")
    day = None
    if at:
        from posdiff.answers.dates import parse

        day = parse(written, today).toordinal()
    for party in without_days(agenda, (mark + name,), as_of if day is None else day):
        yield NamedParty(party, day)


def _members(agenda: Agenda, text: str, day: int) -> tuple[str, ...]:
    """The members of a bloc on a day, those of the blocs among them in their place. Raises Failure (usage)."""
    bloc = _bloc(agenda, text)
    members = _in_bloc(agenda, bloc, day)
    if members:
        return members
    if not bloc.members:
        message = f"{bloc.id} names no member" if bloc.size is None else f"the members of {bloc.id} are not named"
        raise Failure(f"`{text}`: {message}", hint=f"write {bloc.id} for the bloc itself", code=USAGE)
    hint = "`posdiff parties` shows who is in it, and since when"
    when = date.fromordinal(day).isoformat()
    raise Failure(f"`{text}`: no party to the talks is in {bloc.id} on {when}", hint=hint, code=USAGE)


def _in_bloc(agenda: Agenda, bloc: Party, day: int) -> tuple[str, ...]:
    """Whoever is in a bloc on a day. A bloc in it whose members are left out stands for them.

    Each is gone through once, in however many blocs it is.
    """
    found: list[str] = []
    seen: set[str] = set()
    left = [bloc]
    while left:
        party = left.pop()
        if party.id in seen:
            continue
        seen.add(party.id)
        members = [agenda.parties[each.party] for each in party.members or () if each.on(day)]
        left += [member for member in reversed(members) if not member.observer]
        if not party.members and party is not bloc:
            found.append(party.id)
    return tuple(found)


def _bloc(agenda: Agenda, text: str) -> Party:
    """The bloc that stands behind the ``@``. Raises Failure (usage) where none does."""
    name = text[1:]
    blocs = {id: party for id, party in agenda.parties.items() if party.bloc}
    try:
        return blocs[names.party(agenda, name, blocs, "bloc")]
    except Failure as failure:
        other = names.party_or_none(agenda, name)
        if other is None or other in blocs:
            raise Failure(failure.message, hint=failure.hint, code=USAGE) from None
        message, hint = f"`{text}`: {other} is no bloc, and has no members", f"write {other} without the @"
        raise Failure(message, hint=hint, code=USAGE) from None
