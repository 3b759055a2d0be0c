"""What an analysis of conflicts is made of: verdicts, conflicts, and the components that conflicts make of terms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Literal, NamedTuple

from posdiff.comparison.conflicts.constraints import Cluster, Stated, bits
from posdiff.comparison.conflicts.questions import OutOfQuestions, Questions
from posdiff.dossier.agenda import Agenda, Rule
from posdiff.dossier.position import Position
from posdiff.dossier.statement import Outcome
from posdiff.dossier.term import FIRMNESS

if TYPE_CHECKING:
    from posdiff.comparison.conflicts.tables import RefusalTable

#: Where a term stands in every list.
Place = Callable[[Stated], tuple[int, int, int]]

ConflictVerdict = Literal["can-hold", "cannot-hold", "undecided"]
#: Which terms are looked at: all, red lines and firm ones, red lines alone.
FirmnessLevel = Literal["all", "firm", "red_line"]
LEVELS: tuple[FirmnessLevel, ...] = ("all", "firm", "red_line")


class Conflict(NamedTuple):
    """Terms that cannot all hold, of which none can be left out; with what of the agenda and the draft that needs.

    The terms stand in the order of the agenda's issues and, on one issue, of the parties as they were asked for.
    """

    terms: tuple[Stated, ...]
    rules: tuple[Rule, ...] = ()
    outcomes: tuple[Outcome, ...] = ()


class Component(NamedTuple):
    """Conflicts that have a term in common, directly or over others: their terms, and which of them would have to go.

    What would have to go for one component says nothing about another. ``concessions``: each minimal set of terms
    without which the rest can hold. Where not all conflicts of a cluster were found, its terms are kept together.
    """

    issues: tuple[str, ...]
    terms: tuple[Stated, ...]
    conflicts: tuple[Conflict, ...]
    complete: bool
    concessions: tuple[tuple[Stated, ...], ...]
    concessions_complete: bool
    #: For a single issue on which not all terms can hold.
    table: RefusalTable | None


class Unassessed(NamedTuple):
    """A term that stays outside (text), or counts only by what it refuses (vague)."""

    stated: Stated
    why: Literal["text", "vague"]


def minimal_conflict(cluster: Cluster, questions: Questions, mask: int, place: Place) -> Conflict:
    """A conflict with the rules and outcomes that it needs: a minimal part of them, rules first."""
    terms = in_order((cluster.stated[number] for number in bits(mask)), place)
    first = len(cluster.terms)
    hard = list(range(first, first + len(cluster.hard)))
    hard.sort(key=lambda number: isinstance(cluster.every[number].source, Outcome))
    with suppress(OutOfQuestions):  # else all of them: the conflict is there given these, though perhaps given fewer
        hard = questions.needed(hard, mask)
    sources = [cluster.every[number].source for number in sorted(hard)]
    rules = tuple(source for source in sources if isinstance(source, Rule))
    return Conflict(terms, rules, tuple(source for source in sources if isinstance(source, Outcome)))


def placed(agenda: Agenda, positions: Mapping[str, Position]) -> Place:
    """The place of each term: by issue, then by party, then by the part of its position."""
    party = {name: number for number, name in enumerate(positions)}
    issue = {id: number for number, id in enumerate(agenda.issues)}
    return lambda stated: (issue[stated.issue.id], party[stated.party], stated.part.number)


def in_order(terms: Iterable[Stated], place: Place) -> tuple[Stated, ...]:
    """Terms by their place."""
    return tuple(sorted(terms, key=place))


def firmest_first(place: Place) -> Callable[[Conflict], tuple[object, ...]]:
    """By the softest of its terms, then by how many red lines are in it and how many terms, then by issue and party."""

    def key(conflict: Conflict) -> tuple[object, ...]:
        firmness = [FIRMNESS.index(stated.part.term.firmness) for stated in conflict.terms]
        red_lines = firmness.count(FIRMNESS.index("red-line"))
        return -min(firmness), -red_lines, len(conflict.terms), [place(stated) for stated in conflict.terms]

    return key
