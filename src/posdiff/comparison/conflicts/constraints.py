"""What a settlement has to meet, and which of it hangs together.

Every term, rule of the agenda and outcome of a draft is a **constraint**: a union of boxes over the sides of a
settlement (``dossier/region.py``). Constraints that name a side in common, directly or over others, are one
**cluster**; clusters have nothing to do with each other and are solved apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from posdiff.dossier.agenda import Agenda, Issue, Rule
from posdiff.dossier.position import Part, Position
from posdiff.dossier.region import Box, Settlements
from posdiff.dossier.statement import Draft, Outcome
from posdiff.dossier.term import FIRMNESS
from posdiff.findings.location import Location


class Stated(NamedTuple):
    """A part of one party's position on one issue. ``party`` as it was asked for.

    ``speaks_for``: of a bloc, the members beside it that hold the very same words through it; they count once.
    ``shared_by``: of what is held through a bloc that is not there, the others that hold the very same words through
    it; they count once as well.
    """

    party: str
    issue: Issue
    part: Part
    speaks_for: tuple[str, ...] = ()
    shared_by: tuple[str, ...] = ()

    def holds(self, party: str) -> bool:
        """Whether a party holds it, in its own name or through a bloc."""
        return party == self.party or party in self.speaks_for or party in self.shared_by


class Constraint(NamedTuple):
    """What must hold, by whom or what: the settlements that meet it are those in one of the boxes."""

    source: Stated | Rule | Outcome
    boxes: tuple[Box, ...]
    #: The sides that it looks at, its own first.
    sides: tuple[str, ...]


class Cluster(NamedTuple):
    """Terms that hang together, the firmest first, and the rules and outcomes that bear on them."""

    sides: tuple[str, ...]
    terms: tuple[Constraint, ...]
    hard: tuple[Constraint, ...]

    @property
    def stated(self) -> tuple[Stated, ...]:
        """The terms, in the order of their numbers."""
        return tuple(term.source for term in self.terms if isinstance(term.source, Stated))

    @property
    def every(self) -> tuple[Constraint, ...]:
        """Terms, then rules and outcomes: the place of each is its number, and its bit in a mask."""
        return self.terms + self.hard

    @property
    def all_terms(self) -> int:
        """The mask of all terms."""
        return (1 << len(self.terms)) - 1

    @property
    def all_hard(self) -> int:
        """The mask of all rules and outcomes."""
        return ((1 << len(self.hard)) - 1) << len(self.terms)

    @property
    def linked(self) -> bool:
        """Whether it is about more than one side of a settlement."""
        return len(self.sides) > 1


def bits(mask: int) -> list[int]:
    """The numbers in a mask, the least first."""
    numbers = []
    while mask:
        low = mask & -mask
        numbers.append(low.bit_length() - 1)
        mask ^= low
    return numbers


def mask_of(numbers: Iterable[int]) -> int:
    """The mask of numbers."""
    mask = 0
    for number in numbers:
        mask |= 1 << number
    return mask


def clusters(
    agenda: Agenda, positions: Mapping[str, Position], draft: Draft | None = None, *, linked_only: bool = False
) -> tuple[Cluster, ...]:
    """The clusters in which somebody holds a term, in the order of the agenda's issues.

    ``linked_only``: those alone that are about several sides, or hold several offers on the course of events.
    """
    settlements = Settlements(agenda.issues)
    terms = [constraint_of(settlements, stated) for stated in _each_once(agenda, positions)]
    outcomes = [] if draft is None else [
        outcome_constraint(settlements, outcome)
        for id, outcome in draft.outcomes.items()
        if agenda.issues[id].space.comparable
    ]  # fmt: skip
    rules = _rules(settlements, agenda, [*terms, *outcomes])
    order = list(dict.fromkeys(settlements.side(id)[0] for id in agenda.issues))
    place = {side: number for number, side in enumerate(order)}
    party = {name: number for number, name in enumerate(positions)}
    issue = {id: number for number, id in enumerate(agenda.issues)}

    def firmest_first(constraint: Constraint) -> tuple[int, ...]:
        stated = constraint.source
        assert isinstance(stated, Stated)
        firmness = FIRMNESS.index(stated.part.term.firmness)
        return -firmness, party[stated.party], issue[stated.issue.id], stated.part.number

    kept = []
    for group in _groups([*terms, *rules, *outcomes]):
        sides = sorted({side for constraint in group for side in constraint.sides}, key=place.__getitem__)
        own = sorted((constraint for constraint in group if isinstance(constraint.source, Stated)), key=firmest_first)
        hard = tuple(constraint for constraint in group if not isinstance(constraint.source, Stated))
        cluster = Cluster(tuple(sides), tuple(own), hard)
        if own and (not linked_only or cluster.linked or any(len(constraint.boxes) > 1 for constraint in own)):
            kept.append(cluster)
    return tuple(sorted(kept, key=lambda cluster: place[cluster.sides[0]]))


def _each_once(agenda: Agenda, positions: Mapping[str, Position]) -> list[Stated]:
    """What the parties hold that can be compared, part by part.

    What a member holds through a bloc that stands beside it, and holds it too, is one and the same with the bloc's.
    """
    every = [
        Stated(name, agenda.issues[issue], part)
        for name, position in positions.items()
        for issue, held in position.terms.items()
        if agenda.issues[issue].space.comparable
        for part in held.demands
    ]
    held_by = {(positions[one.party].party, *_place(one)): one.party for one in reversed(every)}
    speaks_for: dict[tuple[str, str, Location], list[str]] = {}
    kept = []
    for one in every:
        said = _place(one)
        bloc = next((held_by[id, *said] for id in reversed(one.part.through) if (id, *said) in held_by), None)
        if bloc is None:
            kept.append(one)
        else:
            speaks_for.setdefault((bloc, *said), []).append(one.party)
    return _shared(
        (one._replace(speaks_for=tuple(speaks_for.get((one.party, *_place(one)), ()))) for one in kept), positions
    )


def _shared(every: Iterable[Stated], positions: Mapping[str, Position]) -> list[Stated]:
    """The same, with what several parties hold through one bloc that is not beside them once, by the first of them.

    It is held through the blocs that lie on the way of all of them to the one in whose name it was said.
    """
    kept: dict[object, Stated] = {}
    for number, one in enumerate(every):
        key = (_place(one), one.part.said_by) if one.part.said_by else number
        first = kept.setdefault(key, one)
        if first is one:
            continue
        if positions[first.party].party == positions[one.party].party:  # as of two days
            kept[number] = one
            continue
        kept[key] = first._replace(
            part=first.part._replace(through=_end_of_both(first.part.through, one.part.through)),
            speaks_for=(*first.speaks_for, *one.speaks_for), shared_by=(*first.shared_by, one.party),
        )  # fmt: skip
    return list(kept.values())


def _end_of_both(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """What two ways that lead to one bloc have in common at their end."""
    same = 0
    while same < min(len(one), len(other)) and one[-1 - same] == other[-1 - same]:
        same += 1
    return one[len(one) - same :]


def _place(stated: Stated) -> tuple[str, Location]:
    """Where the words of a part stand; what is supposed stands nowhere, and is told apart by its issue."""
    return stated.issue.id, stated.part.term.location


def constraint_of(settlements: Settlements, stated: Stated) -> Constraint:
    """A term as a constraint. Offers of equal rank that are one piece in their kind are one box."""
    term = stated.part.term
    plain = [offer for offer in term.offers if not offer.condition]
    boxes: list[Box]
    if len(plain) > 1:
        tidied = [plain[0]._replace(accepts=piece) for piece in stated.issue.space.tidy(term.accepted)]
        kept = tuple(offer for offer in term.offers if offer.condition)
        boxes = settlements.meeting(term._replace(offers=(*tidied, *kept)))
    else:
        boxes = settlements.meeting(term)
    sides = [settlements.side(stated.issue.id)[0]]
    sides += [settlements.side(issue)[0] for condition in term.conditions for issue, _ in condition]
    return Constraint(stated, tuple(boxes), tuple(dict.fromkeys(sides)))


def rule_constraint(settlements: Settlements, rule: Rule) -> Constraint:
    """A rule of the agenda as a constraint."""
    boxes = settlements.keeping(rule)
    sides = dict.fromkeys(settlements.side(issue)[0] for issue, _ in (*rule.given, *rule.then))
    return Constraint(rule, tuple(boxes), tuple(sides))


def outcome_constraint(settlements: Settlements, outcome: Outcome) -> Constraint:
    """What a draft settles on an issue as a constraint: of brackets any of the outcomes in them."""
    boxes = settlements.boxes(*(((outcome.issue, piece),) for piece in outcome.leaves))
    return Constraint(outcome, tuple(boxes), (settlements.side(outcome.issue)[0],))


def _rules(settlements: Settlements, agenda: Agenda, others: Sequence[Constraint]) -> list[Constraint]:
    """The agenda's rules, without those that ask about a side that nothing else looks at.

    Such a side may always come out otherwise, so that the rule asks for nothing: it would only tie issues together
    that have nothing to do with each other.
    """
    named = {side: 2 for constraint in others for side in constraint.sides}
    left = [rule_constraint(settlements, rule) for rule in agenda.rules]
    while True:
        seen = dict(named)
        for constraint in left:
            for side in constraint.sides:
                seen[side] = seen.get(side, 0) + 1
        kept = [constraint for constraint in left if not _asks_in_vain(settlements, constraint.source, seen)]
        if len(kept) == len(left):
            return kept
        left = kept


def _asks_in_vain(settlements: Settlements, rule: object, named: Mapping[str, int]) -> bool:
    assert isinstance(rule, Rule)
    for issue, piece in rule.given:
        side, space = settlements.side(issue)
        if named[side] == 1 and space.minus(space.everything, piece):
            return True
    return False


def _groups(every: Sequence[Constraint]) -> list[list[Constraint]]:
    """The constraints that hang together, each group in the order given."""
    parent: dict[str, str] = {}

    def find(side: str) -> str:
        while parent.setdefault(side, side) != side:
            parent[side] = parent[parent[side]]
            side = parent[side]
        return side

    for constraint in every:
        for side in constraint.sides[1:]:
            parent[find(side)] = find(constraint.sides[0])
    groups: dict[str, list[Constraint]] = {}
    for constraint in every:
        groups.setdefault(find(constraint.sides[0]), []).append(constraint)
    return list(groups.values())
