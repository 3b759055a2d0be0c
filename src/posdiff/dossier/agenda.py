"""The agenda: parties, topics, steps and the issues that a settlement answers."""

from collections.abc import Mapping
from typing import NamedTuple

from posdiff.dossier.term import Condition
from posdiff.findings.location import Location
from posdiff.kinds.kind import Space
from posdiff.kinds.steps import AgendaSteps


class Party(NamedTuple):
    """Who takes positions. An ``observer`` is no party to the talks: it takes part only where it is named."""

    id: str
    name: str
    aliases: tuple[str, ...]
    note: str | None
    location: Location
    observer: bool = False


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

    @property
    def taking_part(self) -> tuple[str, ...]:
        """The parties that take part in an answer when none is named: all but observers."""
        return tuple(id for id, party in self.parties.items() if not party.observer)

    def why(self, step: str) -> str | None:
        """Why a step comes after others in the nature of things, where the agenda says so."""
        return self.steps[step].why if step in self.steps else None
