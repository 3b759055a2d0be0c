"""Positions of which the cache keeps what came of the statements: most answers need no more of these.

A position stays as it is from one day on which anything may move to the next, and is kept under the first of them. What
led to it, the statements with their quotes and sources, is read when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol, cast

from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Held, Lineage, Position, Record
from posdiff.dossier.sources import cache
from posdiff.findings.finding import Finding

#: Of one party so many are kept under one agenda: of days, and of versions of the files.
_MOST_VERSIONS = 8
_SUFFIX = ".position"


class FolderName(Protocol):
    """What is known of a folder without opening what is kept of it."""

    @property
    def name(self) -> str:
        """What is in it, and what it was read under, as one name."""
        ...

    @property
    def days(self) -> tuple[int, ...]:
        """The days (ordinals) on which anything said in it begins or ends."""
        ...


class KeptPosition(NamedTuple):
    """What a party holds, by issue, its parts without their lineages; and the errors in what it said."""

    held: tuple[tuple[str, Held], ...]
    errors: tuple[Finding, ...]


class KeptLineage(Lineage):
    """A lineage that is found when something of it is asked for."""

    __slots__ = ("_find",)

    def __init__(self, find: Callable[[], Lineage]) -> None:
        self._find = find

    def __getattr__(self, name: str) -> object:
        # Asked only for what is not there: the first time all of it is taken over.
        if name not in Lineage.__slots__:
            raise AttributeError(name)
        found = self._find()
        for slot in Lineage.__slots__:
            setattr(self, slot, getattr(found, slot))
        return getattr(self, name)


class KeptPositions:
    """The positions of one dossier.

    ``at``: where entries are; ``name``: stands for the agenda; ``folder``: gives what is known of a folder.
    """

    def __init__(self, at: Path, name: str, agenda: Agenda, folder: Callable[[str], FolderName | None]) -> None:
        self._at, self._name, self._agenda, self._folder = at, name, agenda, folder

    def find(
        self, party: str, day: int, with_reported: bool, again: Callable[[], Position]
    ) -> tuple[Position, tuple[Finding, ...]] | None:
        """What a party holds at the end of a day, and the errors in what it said; None where it is not kept.

        ``again``: makes the position of the statements.
        """
        kept = cache.records(self._at, self._file(party, day, with_reported), KeptPosition)
        if kept is None:
            return None
        made: list[Position] = []

        def lineage(issue: str, place: int) -> Lineage:
            if not made:
                made.append(again())
            return made[0].terms[issue].parts[place].lineage

        def whole(issue: str, held: Held) -> Held:
            parts = (
                part._replace(lineage=KeptLineage(partial(lineage, issue, place)))
                for place, part in enumerate(held.parts)
            )
            return held._replace(parts=tuple(parts))

        return Position(party, day, {issue: whole(issue, held) for issue, held in kept.held}), kept.errors

    def keep(self, position: Position, record: Record, with_reported: bool) -> None:
        """Keep a position that was made of a record; not where reports have part in it."""
        if record.stated is not None:
            return
        file = self._file(position.party, position.day, with_reported)
        held = tuple((issue, _without_lineages(held)) for issue, held in position.terms.items())
        errors = tuple(finding for finding in record.findings if finding.severity == "error")
        cache.keep_records(self._at, file, KeptPosition(held, errors))
        older = cache.newest(self._at, file.partition("-")[0], _SUFFIX)[_MOST_VERSIONS:]
        cache.drop(self._at, *(name for name in older if name != file))

    def _file(self, party: str, day: int, with_reported: bool) -> str:
        speaking = (party, *self._agenda.blocs_above(party)) if party in self._agenda.blocs_of else (party,)
        folders = [found for name in dict.fromkeys((*speaking, "joint")) if (found := self._folder(name)) is not None]
        turning = (
            turn
            for each in speaking
            for membership in self._agenda.blocs_of.get(each, ())
            for turn in membership.turning_days
        )
        days = (*turning, *(each for folder in folders for each in folder.days))
        since = max((each for each in days if each <= day), default=0)
        slot = cache.name_of(self._name, party, with_reported)[:32]
        return f"{slot}-{cache.name_of(self._name, since, *(each.name for each in folders))}{_SUFFIX}"


def _without_lineages(held: Held) -> Held:
    return held._replace(parts=tuple(part._replace(lineage=cast(Lineage, None)) for part in held.parts))
