"""What ``changes`` answers: what became of each party's position between two days."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from posdiff.answers import reports_left_out
from posdiff.answers.answer import AskedParty, DossierAnswer, Filter
from posdiff.answers.reading import Reader
from posdiff.answers.timeline import Timeline, timeline
from posdiff.comparison import changes as comparing
from posdiff.comparison.changes import KINDS, Change
from posdiff.dossier.agenda import Issue
from posdiff.dossier.inheritance import joined_and_left
from posdiff.dossier.position import Held, Turn

#: What ``--only`` and ``--fail-on`` can name.
WORDS: tuple[str, ...] = KINDS
FAILING = WORDS


class FirstHeard(NamedTuple):
    """The first day (an ordinal) on which there is anything of a party; whether that was only of a bloc it was in."""

    day: int
    through_blocs: bool


class ChangesOfParty(NamedTuple):
    """The changes of one party on the issues asked for (what counts are taken of), and those that are shown.

    ``passing``: the issues asked for on which it held nothing on either day, and something in between; ``passing_red``:
    the ids of those on which that was a red line. ``on_record``: by the ids of the issues on which a report changed its
    position at the end, the one on record, or None for none. ``first``: its first statement, or the
    first of a bloc that it was in, where that is in the period. ``turns``: the blocs that it joined and left then, each
    with the day (an ordinal), whether or not that changed a position; and those that a bloc above it joined and left,
    where it did.
    """

    party: AskedParty
    changes: tuple[Change, ...]
    shown: tuple[Change, ...]
    passing: tuple[Issue, ...] = ()
    on_record: Mapping[str, Held | None] = {}
    passing_red: frozenset[str] = frozenset()
    first: FirstHeard | None = None
    turns: tuple[tuple[int, Turn], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Changes(DossierAnswer):
    """The changes of each party from the end of ``since`` to the end of ``until`` (ordinals).

    ``against``: the parties that movement is measured by. ``fields``: whether what changed is shown field by field.
    ``timeline``: the same period as pictures show it, where one does.
    """

    command: ClassVar[str] = "changes"

    parties: tuple[ChangesOfParty, ...]
    since: int
    until: int
    against: tuple[AskedParty, ...]
    filter: Filter
    fields: bool = False
    timeline: Timeline | None = None

    @property
    def reached(self) -> frozenset[str]:
        """The kinds of change there are."""
        return frozenset(change.kind for party_changes in self.parties for change in party_changes.changes)


def changes(
    reader: Reader, parties: tuple[AskedParty, ...], since: int, until: int, chosen: Filter,
    against: tuple[AskedParty, ...] = (), fields: bool = False, pictures: bool = False,
) -> Changes:  # fmt: skip
    """The changes of the parties between two days. ``against`` is read as of ``until`` for both ends."""
    measured = [reader.position(other.party, until) for other in against]
    for asked in parties:
        reader.record(asked.party, until)
    results = comparing.changes(
        reader.dossier, [asked.party for asked in parties], since, until,
        against=measured, with_reported=reader.with_reported,
    )  # fmt: skip
    wanted = set(chosen.issues)
    keeps_unchanged = chosen.everything or "unchanged" in chosen.only
    of_parties = []
    for asked, result in zip(parties, results, strict=True):
        scope = tuple(change for change in result.changes if change.issue.id in wanted)
        shown = tuple(c for c in scope if chosen.shows(c.kind) and (keeps_unchanged or c.kind != "unchanged"))
        passing = tuple(issue for issue in result.passing if issue.id in wanted)
        first = _first(reader, asked.party, since, until)
        turns = _turns(reader, asked.party, since, until, wanted)
        of_parties.append(
            ChangesOfParty(asked, scope, shown, passing, result.on_record, result.passing_red & wanted, first, turns)
        )
    basis = reports_left_out.basis(reader, parties, until, wanted)
    measuring = reports_left_out.basis(reader, against, until, wanted)
    basis = reports_left_out.together(basis, (basis, measuring))
    return Changes(
        agenda=reader.agenda, basis=basis, parties=tuple(of_parties), since=since, until=until,
        against=against, filter=chosen, fields=fields,
        timeline=timeline(reader, parties, since, until, chosen) if pictures else None,
    )  # fmt: skip


def _turns(reader: Reader, party: str, since: int, until: int, issues: Set[str]) -> tuple[tuple[int, Turn], ...]:
    """The blocs that a party joined and left, and those of blocs that it is in that moved a position of it."""
    own = joined_and_left(reader.agenda.blocs_of.get(party, ()), since, until)
    above = [
        (move.day, turn)
        for move in reader.record(party, until).moves if move.day > since and move.issue in issues
        for turn in move.turns if turn.party != party and turn.how != "dissented"
    ]  # fmt: skip
    return tuple(sorted(dict.fromkeys((*own, *above)), key=lambda turn: turn[0]))


def _first(reader: Reader, party: str, since: int, until: int) -> FirstHeard | None:
    """The first statement of a party, or the first move of its record; None where that is not in between.

    A bloc may have spoken for it before it said anything itself.
    """
    own = [
        said.day for said in reader.dossier.statements
        if party in said.parties and (said.standing == "stated" or reader.with_reported)
    ]  # fmt: skip
    moves = reader.record(party, until).moves[:1]
    first = min((*own, *(move.day for move in moves)), default=until + 1)
    return FirstHeard(first, first not in own) if since < first <= until else None
