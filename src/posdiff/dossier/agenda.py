"""The agenda: parties, topics, steps and the issues that a settlement answers."""

from collections.abc import Mapping
from typing import NamedTuple

from posdiff.dossier.term import Condition
from posdiff.findings.location import Location
from posdiff.kinds.kind import Space
from posdiff.kinds.steps import AgendaSteps


class Membership(NamedTuple):
    """A party in a bloc, from one day to another (ordinals, both inclusive); None where it is open on that side."""

    bloc: str
    party: str
    since: int | None
    until: int | None
    location: Location

    def on(self, day: int) -> bool:
        """Whether the party is in the bloc on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def turning_days(self) -> tuple[int, ...]:
        """The first day on which the party is in the bloc, and the first on which it is no longer."""
        return (*([] if self.since is None else [self.since]), *([] if self.until is None else [self.until + 1]))


class Party(NamedTuple):
    """Who takes positions. An ``observer`` is no party to the talks: it takes part only where it is named.

    ``members``: of a bloc, those who are in it at some time; None where it is none, or names no member. ``size``: how
    many members it has, where they are left out. ``group``: the name under which it stands beside others in reports.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    note: str | None
    location: Location
    observer: bool = False
    members: tuple[Membership, ...] | None = None
    size: int | None = None
    group: str | None = None

    @property
    def bloc(self) -> bool:
        """Whether it is a bloc: several parties that speak as one."""
        return self.members is not None or self.size is not None


class Issue(NamedTuple):
    """A question that a settlement answers; ``space`` holds its possible answers.

    ``disputed``: the parties are known to want different things here, so that the gate looks twice.
    """

    id: str
    title: str
    topic: str | None
    question: str | None
    note: str | None
    space: Space
    location: Location
    disputed: bool = False


class Step(NamedTuple):
    """Something that is done at some time. ``after``: the steps that come before it in the nature of things."""

    id: str
    title: str
    after: tuple[str, ...]
    why: str | None
    note: str | None
    location: Location


class Rule(NamedTuple):
    """What holds in any settlement, whoever speaks: where all of ``given`` come out so, so do all of ``then``."""

    given: Condition
    then: Condition
    why: str | None
    location: Location


#: Of an agenda without blocs. No proxy: what was read is kept, and a proxy cannot be.
NO_BLOCS: Mapping[str, tuple[Membership, ...]] = {}


class Agenda(NamedTuple):
    """What is negotiated. The mappings are in the order of the file, which is the order of every answer."""

    title: str | None
    parties: Mapping[str, Party]
    topics: Mapping[str, str]
    steps: Mapping[str, Step]
    issues: Mapping[str, Issue]
    rules: tuple[Rule, ...]
    #: The steps as the sequence issues see them: one and the same course of events.
    course: AgendaSteps
    #: By the id of a party, the blocs that it is in at some time, in the agenda's order; only of those in one.
    blocs_of: Mapping[str, tuple[Membership, ...]] = NO_BLOCS

    @property
    def taking_part(self) -> tuple[str, ...]:
        """The parties that take part in an answer when none is named: all but observers."""
        return tuple(id for id, party in self.parties.items() if not party.observer)

    def blocs_above(self, party: str) -> tuple[str, ...]:
        """Every bloc that a party is in at some time, by itself or by a bloc: each after all those that it is in."""
        found: dict[str, None] = {}
        path = [(party, iter(self.blocs_of.get(party, ())))]
        while path:
            below, memberships = path[-1]
            above = next((each.bloc for each in memberships if each.bloc not in found), None)
            if above is not None:
                path.append((above, iter(self.blocs_of.get(above, ()))))
            else:
                path.pop()
                found[below] = None
        del found[party]
        return tuple(found)

    def memberships(self, party: str) -> tuple[Membership, ...]:
        """Those of a party, and those of the blocs that it is in at some time, the nearest first."""
        below = (party, *reversed(self.blocs_above(party)))
        return tuple(each for one in below for each in self.blocs_of.get(one, ()))

    def below(self, bloc: str) -> tuple[str, ...]:
        """Every party that is in a bloc at some time, by itself or by a bloc in it."""
        if not self.parties[bloc].members:
            return ()
        return tuple(party for party in self.parties if bloc in self.blocs_above(party))

    def blocs_on(self, party: str, day: int) -> tuple[str, ...]:
        """The blocs that a party is in on a day (an ordinal), by itself or by a bloc."""
        found: dict[str, None] = {}
        left = [party]
        while left:
            above = [each.bloc for each in self.blocs_of.get(left.pop(), ()) if each.on(day) and each.bloc not in found]
            found |= dict.fromkeys(above)
            left += above
        return tuple(found)

    def why(self, step: str) -> str | None:
        """Why a step comes after others in the nature of things, where the agenda says so."""
        return self.steps[step].why if step in self.steps else None


#: What there is where no agenda can be read.
NO_AGENDA = Agenda(None, {}, {}, {}, {}, (), AgendaSteps({}, {}))
