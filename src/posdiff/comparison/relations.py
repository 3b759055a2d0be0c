"""How the positions of two or more parties stand to each other, issue by issue. Definitions: docs/semantics.md."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from posdiff.comparison.deadlocks import Deadlock, deadlocks
from posdiff.dossier.agenda import Agenda, Issue
from posdiff.dossier.position import Held, Position
from posdiff.dossier.term import Condition, Term
from posdiff.kinds.kind import Gap, Piece, Space, Union

Relation = Literal["contradiction", "conditional", "overlap", "agreed", "one-sided", "unassessed", "silent"]
#: In the order in which they are shown: what keeps the parties apart first.
RELATIONS: tuple[Relation, ...] = (
    "contradiction", "conditional", "overlap", "agreed", "one-sided", "unassessed", "silent",
)  # fmt: skip
#: From farther to closer.
CLOSENESS: tuple[Relation, ...] = ("contradiction", "conditional", "overlap", "agreed")

#: Combinations of offers, or groups of parties, that are looked at for one issue before its list is cut.
BUDGET = 5_000
#: Above so many cases none is looked for in another: what they say is the same.
_FEW_CASES = 200


class ConditionalCase(NamedTuple):
    """One way in which conditional positions have something in common: what, and on whose conditions.

    ``conditions``: by party, what must come out how for its offer. ``unless``: by party, where its demand would bind;
    it must come out otherwise.
    """

    common: Union
    conditions: tuple[tuple[str, Condition], ...]
    unless: tuple[tuple[str, Condition], ...]


class Comparison(NamedTuple):
    """One issue. ``terms``: by party, of those who have one. ``common``: what all accept as things stand."""

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


class Comparisons(NamedTuple):
    """The whole: every issue of the agenda in its order (``silent`` ones too), and the deadlocks across issues."""

    parties: tuple[str, ...]
    issues: tuple[Comparison, ...]
    deadlocks: tuple[Deadlock, ...]
    deadlocks_complete: bool


def compare(agenda: Agenda, positions: Mapping[str, Position]) -> Comparisons:
    """Compare positions, each under the name by which it was asked for (``russia`` or ``russia@2024-06-14``)."""
    issues = tuple(_issue(issue, positions) for issue in agenda.issues.values())
    rings, complete = deadlocks(agenda, positions)
    return Comparisons(tuple(positions), issues, rings, complete)


def accepted(space: Space, term: Term) -> Union:
    """``U``: what the term accepts as things stand."""
    return space.tidy(term.accepted)


def conceivable(space: Space, term: Term) -> Union:
    """``T``: what the term accepts on some condition; everything where it has an ``applies_if``."""
    return (space.everything,) if term.condition else space.tidy(term.conceivable)


def relation(space: Space, terms: Sequence[Term]) -> Relation:
    """The relation between the terms of two or more parties on one issue."""
    if not space.comparable:
        return "unassessed"
    accepted_unions = [accepted(space, term) for term in terms]
    conceivable_unions = [conceivable(space, term) for term in terms]
    met = space.meets(conceivable_unions)
    if met is False:
        return "contradiction"
    if met is None or any(term.vague for term in terms):
        return "unassessed"
    same = all(accepted_unions) and all(space.equal(accepted_unions[0], union) for union in accepted_unions[1:])
    if same and all(space.equal(conceivable_unions[0], union) for union in conceivable_unions[1:]):
        return "agreed"
    return "overlap" if space.meets(accepted_unions) else "conditional"


def _issue(issue: Issue, positions: Mapping[str, Position]) -> Comparison:
    space = issue.space
    held = {name: position.terms[issue.id] for name, position in positions.items() if issue.id in position.terms}
    silent = tuple(name for name in positions if name not in held)
    red = tuple(name for name, held_term in held.items() if held_term.term.firmness == "red-line")
    if len(held) < 2:
        kind: Relation = "one-sided" if held else "silent"
        return Comparison(issue, kind, held, (), (), None, None, red, silent, ())
    terms = {name: held_term.term for name, held_term in held.items()}
    kind = relation(space, list(terms.values()))
    common: Union = ()
    cases: tuple[ConditionalCase, ...] = ()
    gap = clash = None
    groups: tuple[tuple[str, ...], ...] = ()
    complete = True
    if kind in ("agreed", "overlap"):
        common, complete = space.common([accepted(space, term) for term in terms.values()])
    elif kind == "conditional":
        cases, complete = _cases(space, terms)
    elif kind == "contradiction":
        stand = [accepted(space, term) or conceivable(space, term) for term in terms.values()]
        gap = space.gap(stand)
        clashing = space.clash(stand)
        clash = None if clashing is None else tuple(clashing)
        groups, complete = conflict_groups(space, terms)
    elif space.comparable:  # no verdict, though no term is vague: there are more offers than are compared
        complete = any(term.vague for term in terms.values())
    return Comparison(issue, kind, held, common, cases, gap, clash, red, silent, groups, complete)


def conflict_groups(space: Space, terms: Mapping[str, Term]) -> tuple[tuple[tuple[str, ...], ...], bool]:
    """The minimal groups of parties whose ``T`` have nothing in common, smaller ones first; and if all."""
    unions = {name: conceivable(space, term) for name, term in terms.items()}
    groups: list[tuple[str, ...]] = []
    spent = 0
    for size in range(2, len(unions) + 1):
        for group in combinations(unions, size):
            spent += 1
            if spent > BUDGET:
                return tuple(groups), False
            if any(set(smaller) <= set(group) for smaller in groups):
                continue
            if space.meets([unions[name] for name in group]) is False:
                groups.append(group)
    return tuple(groups), True


def stands_alone(comparison: Comparison) -> str | None:
    """Of three parties or more, the one without which nothing keeps the others apart; None where there is no such one.

    It is the one party that every minimal conflict group has in common.
    """
    if len(comparison.terms) < 3 or not comparison.conflict_groups or not comparison.complete:
        return None
    common = set(comparison.conflict_groups[0]).intersection(*comparison.conflict_groups)
    return common.pop() if len(common) == 1 else None


def _cases(space: Space, terms: Mapping[str, Term]) -> tuple[tuple[ConditionalCase, ...], bool]:
    """The combinations of offers, one a party, that have something in common, and what each hangs on; and if all."""
    choices: list[list[tuple[str, Piece, Condition, Condition]]] = []
    for name, term in terms.items():
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
            conditions = tuple((name, condition) for name, _, condition, _ in taken if condition)
            unless = tuple((name, condition) for name, _, _, condition in taken if condition)
            cases[ConditionalCase((met,), conditions, unless)] = None
            continue
        for choice in reversed(choices[len(taken)]):
            spent += 1
            if spent > BUDGET:
                return tuple(cases), False
            both = space.meet(met, choice[1])
            if both is not None:
                stack.append((both, (*taken, choice)))
    return _widest(space, tuple(cases)), True


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
