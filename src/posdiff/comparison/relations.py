"""How the positions of two or more parties stand to each other, issue by issue. Definitions: docs/semantics.md."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import combinations
from typing import Literal, NamedTuple

from posdiff.comparison.conflict_groups import groups_of_parties
from posdiff.comparison.deadlocks import Deadlock, deadlocks
from posdiff.dossier.agenda import Agenda, Issue
from posdiff.dossier.position import Held, Part, Position
from posdiff.dossier.region import Settlements, accepted, conceivable
from posdiff.dossier.term import FIRMNESS, Condition, Term
from posdiff.kinds.kind import Gap, Piece, Space, Union

Relation = Literal["contradiction", "conditional", "overlap", "agreed", "one-sided", "unassessed", "silent"]
#: In the order in which they are shown: what keeps the parties apart first.
RELATIONS: tuple[Relation, ...] = (
    "contradiction", "conditional", "overlap", "agreed", "one-sided", "unassessed", "silent",
)  # fmt: skip
#: From farther to closer.
CLOSENESS: tuple[Relation, ...] = ("contradiction", "conditional", "overlap", "agreed")

#: Combinations of offers that are looked at for one issue before its list is cut.
BUDGET = 5_000
#: So many parties are told of pair by pair. Of more it is told what is accepted, and by whom.
MOST_SIDE_BY_SIDE = 6
#: Above so many cases none is looked for in another: what they say is the same.
_FEW_CASES = 200


class ConditionalCase(NamedTuple):
    """One way in which conditional positions have something in common: what, and on whose conditions.

    ``conditions``: by party, what must come out how for its offers. ``unless``: by party, where a demand of it would
    bind; it must come out otherwise. A party of several demands may stand there several times.
    """

    common: Union
    conditions: tuple[tuple[str, Condition], ...]
    unless: tuple[tuple[str, Condition], ...]


class PartOf(NamedTuple):
    """A part of a party's position on an issue."""

    party: str
    part: Part


class Comparison(NamedTuple):
    """One issue. ``terms``: by party, of those who have one. ``common``: what all accept as things stand.

    ``clash_parts``: in a contradiction, a minimal set of parts that have nothing in common, the firmest first.
    """

    issue: Issue
    relation: Relation
    terms: Mapping[str, Held]
    common: Union
    cases: tuple[ConditionalCase, ...]
    gap: Gap | None
    clash: tuple[str, ...] | None
    red_line: tuple[str, ...]
    silent: tuple[str, ...]
    conflict_groups: tuple[tuple[str, ...], ...]
    #: Whether ``cases`` and ``conflict_groups`` are all there are: both lists are bounded.
    complete: bool = True
    clash_parts: tuple[PartOf, ...] = ()

    @property
    def cut_short(self) -> bool:
        """Whether there is no verdict because there are more offers than are compared."""
        return self.relation == "unassessed" and self.issue.space.comparable and not self.complete

    @property
    def on_both_sides(self) -> tuple[str, ...]:
        """The parties for which what their blocs hold leaves no outcome."""
        return tuple(party for party, held in self.terms.items() if bound_to_both(self.issue.space, held))


class Comparisons(NamedTuple):
    """The whole: every issue of the agenda in its order (``silent`` ones too), and the deadlocks across issues."""

    parties: tuple[str, ...]
    issues: tuple[Comparison, ...]
    deadlocks: tuple[Deadlock, ...]
    deadlocks_complete: bool


def compare(agenda: Agenda, positions: Mapping[str, Position]) -> Comparisons:
    """Compare positions, each under the name by which it was asked for (``russia`` or ``russia@2024-06-14``)."""
    rings, complete = deadlocks(agenda, positions)
    return Comparisons(tuple(positions), on_each_issue(agenda, positions), rings, complete)


def on_each_issue(agenda: Agenda, positions: Mapping[str, Position]) -> tuple[Comparison, ...]:
    """How positions stand to each other on every issue of the agenda, in its order: also where all are silent."""
    settlements = Settlements(agenda.issues)
    return tuple(_issue(issue, positions, settlements) for issue in agenda.issues.values())


def bound_to_both(space: Space, held: Held) -> bool:
    """Whether a party holds, through blocs, parts that have nothing in common: it is bound to both sides."""
    return bool(held.through) and space.meets([conceivable(space, (term,)) for term in held.terms]) is False


class AcceptedOutcomes:
    """What a position accepts, each of its parts and all of them together: found once for all it is compared to."""

    def __init__(self, space: Space, terms: Sequence[Term]) -> None:
        self._space, self._terms = space, terms
        self.vague = any(term.vague for term in terms)
        #: By part, what it accepts on some condition.
        self.conceivable = [conceivable(space, (term,)) for term in terms]

    @cached_property
    def as_things_stand(self) -> list[Union]:
        """By part, what it accepts without a condition."""
        return [accepted(self._space, (term,)) for term in self._terms]

    @cached_property
    def _together(self) -> list[tuple[Union, bool]]:
        every = self.as_things_stand, self.conceivable
        return [(unions[0], True) if len(unions) == 1 else self._space.common(unions) for unions in every]

    @property
    def together(self) -> tuple[Union, Union]:
        """What all parts accept together, as things stand and on some condition."""
        (as_things_stand, _), (on_some_condition, _) = self._together
        return as_things_stand, on_some_condition

    @property
    def complete(self) -> bool:
        """Whether that is all of what they accept together: so many pieces are not kept."""
        return all(complete for _, complete in self._together)

    @property
    def measured_by(self) -> list[Union]:
        """What all parts accept together, as things stand, else on some condition.

        Where no outcome meets them, as where two blocs of a member contradict each other, what each of them accepts.
        """
        whole = self.together[0] or self.together[1]
        return [whole] if whole else [self._space.tidy(term.accepted or term.conceivable) for term in self._terms]


def relation(space: Space, positions: Sequence[Sequence[Term]]) -> Relation:
    """The relation between the positions of two or more parties on one issue, each the terms of its parts."""
    return relation_between(space, [AcceptedOutcomes(space, terms) for terms in positions])


def relation_between(space: Space, positions: Sequence[AcceptedOutcomes]) -> Relation:
    """The same, of what is known of the positions."""
    if not space.comparable:
        return "unassessed"
    met = space.meets([union for one in positions for union in one.conceivable])
    if met is False:
        return "contradiction"
    if met is None or any(one.vague for one in positions):
        return "unassessed"
    if not space.meets([union for one in positions for union in one.as_things_stand]):
        return "conditional"
    first, *others = (one.together for one in positions)
    if not all(one.complete for one in positions):
        return "unassessed"
    equal = {space.equal(mine, theirs) for other in others for mine, theirs in zip(first, other, strict=True)}
    return "overlap" if False in equal else "unassessed" if None in equal else "agreed"


def _issue(issue: Issue, positions: Mapping[str, Position], settlements: Settlements) -> Comparison:
    space = issue.space
    held = {name: position.terms[issue.id] for name, position in positions.items() if issue.id in position.terms}
    silent = tuple(name for name in positions if name not in held)
    red = tuple(name for name, on_issue in held.items() if on_issue.red_line)
    if len(held) < 2:
        kind: Relation = "one-sided" if held else "silent"
        return Comparison(issue, kind, held, (), (), None, None, red, silent, ())
    terms = {name: on_issue.terms for name, on_issue in held.items()}
    accept, first = _accepted_outcomes(space, held)
    kind = relation_between(space, first)
    common: Union = ()
    cases: tuple[ConditionalCase, ...] = ()
    gap = clash = None
    groups: tuple[tuple[str, ...], ...] = ()
    complete = True
    parts: tuple[PartOf, ...] = ()
    if kind in ("agreed", "overlap"):
        common, complete = space.common([union for one in accept.values() for union in one.as_things_stand])
    elif kind == "conditional":
        cases, complete = _cases(space, terms, settlements)
    elif kind == "contradiction":
        stand = [union for one in accept.values() for union in one.measured_by]
        # Nobody knows from which of its sides one is apart that is bound to both: the gap is that of all others.
        certain = {name: one for name, one in accept.items() if not bound_to_both(space, held[name])}
        sides = [union for one in certain.values() for union in one.measured_by]
        gap = space.gap(sides) if len(certain) > 1 and space.meets(sides) is False else None
        clashing = space.clash(stand)
        clash = None if clashing is None else tuple(clashing)
        groups, complete = groups_of_parties(space, {name: tuple(one.conceivable) for name, one in accept.items()})
        parts = _clash_parts(space, held, accept)
    elif space.comparable:  # no verdict, though no term is vague: there are more offers than are compared
        complete = any(term.vague for of_party in terms.values() for term in of_party)
    return Comparison(issue, kind, held, common, cases, gap, clash, red, silent, groups, complete, parts)


def _accepted_outcomes(
    space: Space, held: Mapping[str, Held]
) -> tuple[dict[str, AcceptedOutcomes], list[AcceptedOutcomes]]:
    """By party, what its position accepts: found once for all that hold the same. And the same, each once."""
    found: dict[object, AcceptedOutcomes] = {}
    of_parties = {}
    for name, on_issue in held.items():
        form = on_issue.form
        if form not in found:
            found[form] = AcceptedOutcomes(space, on_issue.terms)
        of_parties[name] = found[form]
    # A relation of two that hold the same is asked of both.
    return of_parties, list(found.values()) if len(found) > 1 else list(of_parties.values())


def _clash_parts(space: Space, held: Mapping[str, Held], accept: Mapping[str, AcceptedOutcomes]) -> tuple[PartOf, ...]:
    """Of parts that have nothing in common a minimal set that has not, the firmest ones kept.

    Each in turn, the softest and last said first, is left out where the others have nothing in common without it.
    """
    parts = [
        (PartOf(name, part), union)
        for name, on_issue in held.items()
        for part, union in zip(on_issue.demands, accept[name].conceivable, strict=True)
    ]
    parts.sort(key=lambda one: -FIRMNESS.index(one[0].part.term.firmness))
    # What an earlier part says too can go: the rest is apart as all are.
    kept: dict[Union, PartOf] = {}
    for part, union in parts:
        kept.setdefault(union, part)
    for union in reversed(list(kept)):
        rest = [other for other in kept if other != union]
        if space.meets(rest) is False:
            del kept[union]
    return tuple(kept.values())


def apart_over_red_lines(space: Space, held: Mapping[str, Held]) -> tuple[str, ...]:
    """Of two parties that contradict each other, those whose red line is in the way.

    It is where the red line alone leaves the other party nothing to accept, or is among the parts that clash.
    """
    if not any(on_issue.red_line for on_issue in held.values()):
        return ()
    if relation(space, [on_issue.terms for on_issue in held.values()]) != "contradiction":
        return ()
    clashing = _clash_parts(space, held, _accepted_outcomes(space, held)[0])
    found = {each.party for each in clashing if each.part.term.firmness == "red-line"}
    for name, on_issue in held.items():
        others = [other.terms for party, other in held.items() if party != name]
        red = (term for term in on_issue.terms if term.firmness == "red-line")
        found |= {name for term in red if relation(space, [(term,), *others]) == "contradiction"}
    return tuple(name for name in held if name in found)


def stands_alone(comparison: Comparison) -> str | None:
    """Of three parties or more, the one without which nothing keeps the others apart; None where there is no such one.

    It is the one party that every minimal conflict group has in common, where of any two others one would accept all
    that the other would: parties that reject different things are apart from it for different reasons. Of a vague party
    that holds as far as is said: it may refuse some of it.
    """
    if len(comparison.terms) < 3 or not comparison.conflict_groups or not comparison.complete:
        return None
    common = set(comparison.conflict_groups[0]).intersection(*comparison.conflict_groups)
    if len(common) != 1:
        return None
    (found,) = common
    space = comparison.issue.space
    rest = [conceivable(space, held.terms) for party, held in comparison.terms.items() if party != found]
    return found if _all_nested(space, rest) else None


def alone(space: Space, positions: Mapping[int, AcceptedOutcomes]) -> int | None:
    """Of three parties or more in a contradiction, the one (by its number) that ``stands_alone`` finds.

    It is found without the groups, of which there may be very many.
    """
    if len(positions) < 3:
        return None
    found = None
    for name in positions:
        others = [union for other, one in positions.items() if other != name for union in one.conceivable]
        if space.meets(others) is not False:
            if found is not None:
                return None
            found = name
    if found is None:
        return None
    rest = [one.together[1] for name, one in positions.items() if name != found]
    return found if _all_nested(space, rest) else None


def _all_nested(space: Space, conceivable: Iterable[Union]) -> bool:
    """Whether of any two positions all that one would accept on some condition, as given, meets the other."""
    return all(_nested(space, one, other) for one, other in combinations(dict.fromkeys(conceivable), 2))


def _nested(space: Space, one: Union, other: Union) -> bool:
    return bool(space.within(one, other) or space.within(other, one))


def sides(comparison: Comparison) -> Mapping[str, int]:
    """Of a contradiction, whom nothing on file keeps apart: the number of the group that each party is in.

    In one group are parties that the same others keep apart, and of any two of which one would accept all that the
    other would. A party that is in no minimal conflict group is in none. Empty where not all of these groups are
    known.
    """
    if comparison.relation != "contradiction" or not comparison.complete:
        return {}
    space = comparison.issue.space
    members: list[tuple[frozenset[frozenset[str]], set[Union]]] = []
    found = {}
    for party, held in comparison.terms.items():
        others = _kept_apart_by(comparison, party)
        if not others:
            continue
        union = conceivable(space, held.terms)
        joins = (
            number for number, (apart_from, unions) in enumerate(members)
            if apart_from == others and all(_nested(space, union, each) for each in unions)
        )  # fmt: skip
        found[party] = next(joins, len(members))
        members += [(others, set())] if found[party] == len(members) else []
        members[found[party]][1].add(union)
    return found


def not_all_apart(comparison: Comparison) -> bool:
    """Whether of any two on different sides, the two alone have something in common."""
    found, apart = sides(comparison), set(map(frozenset, comparison.conflict_groups))
    return any(found[one] != found[other] and {one, other} not in apart for one, other in combinations(found, 2))


def _kept_apart_by(comparison: Comparison, party: str) -> frozenset[frozenset[str]]:
    """The others of each minimal conflict group that a party is in."""
    return frozenset(frozenset(group) - {party} for group in comparison.conflict_groups if party in group)


def _cases(
    space: Space, terms: Mapping[str, Sequence[Term]], settlements: Settlements
) -> tuple[tuple[ConditionalCase, ...], bool]:
    """The combinations of offers, one a part, that have something in common, and what each hangs on; and if all."""
    choices: list[list[tuple[str, Piece, Condition, Condition]]] = []
    for name, term in ((name, term) for name, of_party in terms.items() for term in of_party):
        offers: list[tuple[str, Piece, Condition, Condition]] = [
            (name, offer.accepts, offer.condition, ()) for offer in term.offers
        ]
        if term.condition:
            offers.append((name, space.everything, (), term.condition))
        choices.append(offers)
    cases: dict[ConditionalCase, None] = {}
    spent = 0
    stack: list[tuple[Piece, tuple[tuple[str, Piece, Condition, Condition], ...]]] = [(space.everything, ())]
    while stack:
        met, taken = stack.pop()
        if len(taken) == len(choices):
            conditions = _together([(name, condition) for name, _, condition, _ in taken if condition], settlements)
            unless = dict.fromkeys((name, condition) for name, _, _, condition in taken if condition)
            if conditions is not None:
                cases[ConditionalCase((met,), conditions, tuple(unless))] = None
            continue
        for choice in reversed(choices[len(taken)]):
            spent += 1
            if spent > BUDGET:
                return tuple(cases), False
            both = space.meet(met, choice[1])
            if both is not None:
                stack.append((both, (*taken, choice)))
    return _widest(space, tuple(cases)), True


def _together(
    conditions: Sequence[tuple[str, Condition]], settlements: Settlements
) -> tuple[tuple[str, Condition], ...] | None:
    """Conditions with those of one party put together; None where they cannot all come about."""
    by_party: dict[str, Condition] = {}
    for name, condition in conditions:
        both = settlements.both_conditions(by_party.get(name, ()), condition)
        if both is None:
            return None
        by_party[name] = both
    return tuple(by_party.items())


def _widest(space: Space, cases: tuple[ConditionalCase, ...]) -> tuple[ConditionalCase, ...]:
    """The cases less those that another one holds: as much in common, on no further condition."""
    if len(cases) > _FEW_CASES:
        return cases
    return tuple(
        case
        for case in cases
        if not any(
            set(wider.conditions) <= set(case.conditions)
            and set(wider.unless) <= set(case.unless)
            and space.within(case.common, wider.common)
            for wider in cases
            if wider is not case
        )
    )
