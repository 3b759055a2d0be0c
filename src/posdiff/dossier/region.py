"""The settlements that meet a term, over its own issue and those that its conditions look at.

A **box** names a piece for some issues and leaves all others open; a **region** is a union of boxes. All issues on
steps read one and the same course of events, and so are one side of a box.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from posdiff.dossier.agenda import Issue, Rule
from posdiff.dossier.term import FIRMNESS, Condition, Term
from posdiff.kinds.kind import BUDGET, Piece, Space, Union

Box = Mapping[str, Piece]
#: The side of a settlement that all issues on steps share: one and the same course of events.
_COURSE = "(course)"


def in_agenda_order(pieces: Iterable[tuple[str, Piece]], issues: Mapping[str, Issue]) -> Condition:
    """Pieces by issue, in the order in which the agenda has the issues."""
    held = dict(pieces)
    if len(held) < 2:
        return tuple(held.items())
    return tuple((issue, held[issue]) for issue in issues if issue in held)


def accepted(space: Space, terms: Sequence[Term]) -> Union:
    """``U``: what a position, the terms of its parts, accepts as things stand: what all of them accept so."""
    if len(terms) == 1:
        return space.tidy(terms[0].accepted)
    return space.intersect([space.tidy(term.accepted) for term in terms])


def conceivable(space: Space, terms: Sequence[Term]) -> Union:
    """``T``: what a position accepts on some condition; of a term with an ``applies_if``, that is everything."""
    unions: list[Union] = [(space.everything,) if term.condition else space.tidy(term.conceivable) for term in terms]
    return unions[0] if len(unions) == 1 else space.intersect(unions)


def _manner(terms: Sequence[Term]) -> tuple[object, ...]:
    """What makes a position, besides what it accepts: how firm it is, whether it is vague, its targets."""
    firmest = max(FIRMNESS.index(term.firmness) for term in terms)
    return firmest, any(term.vague for term in terms), frozenset(term.prefers for term in terms)


def _one_piece(terms: Sequence[Term]) -> bool:
    """Whether a position accepts one piece, on no condition."""
    return len(terms) == 1 and len(terms[0].offers) == 1 and not terms[0].conditions


class Settlements:
    """The space of all settlements of an agenda's issues."""

    def __init__(self, issues: Mapping[str, Issue]) -> None:
        self._issues = issues

    def meeting(self, term: Term) -> list[Box]:
        """The settlements that meet a term: an offer taken, with its condition, or its ``applies_if`` not so."""
        boxes = [
            box
            for offer in term.offers
            if (box := self._box(((term.issue, offer.accepts), *offer.condition))) is not None
        ]
        return boxes + self.outside(term.condition) if term.condition else boxes

    def box(self, pieces: Iterable[tuple[str, Piece]]) -> Box | None:
        """The settlements in which issues come out so; None when there is none (orders that close a circle)."""
        return self._box(pieces)

    def boxes(self, *conditions: Condition) -> list[Box]:
        """The region of several: those that hold any settlement."""
        return [box for condition in conditions if (box := self._box(condition)) is not None]

    def only(self, box: Box, issue: str) -> Box:
        """A box with nothing said but on one issue (for a sequence: on the course of events)."""
        side, _ = self.side(issue)
        return {side: box[side]} if side in box else {}

    def both(self, one: Box, other: Box) -> Box | None:
        """The settlements in both boxes; None when there is none."""
        met = dict(one)
        for side, piece in other.items():
            space = self.space(side)
            both = space.meet(met[side], piece) if side in met else piece
            if both is None and space.comparable:
                return None
            met[side] = both
        return met

    def meet(self, box: Box, regions: Sequence[Sequence[Box]], budget: int = BUDGET) -> bool | None:
        """Whether a settlement in ``box`` lies in every one of the regions; None when the budget ran out first.

        Depth first, one box of each, those with the fewest first.
        """
        order = sorted(regions, key=len)
        stack = [(box, 0)]
        while stack:
            held, depth = stack.pop()
            if depth == len(order):
                return True
            for choice in reversed(order[depth]):
                budget -= 1
                if budget < 0:
                    return None
                met = self.both(held, choice)
                if met is not None:
                    stack.append((met, depth + 1))
        return False

    def condition(self, pieces: Iterable[tuple[str, Piece]]) -> Condition:
        """The pieces as a condition: in the agenda's order, so that equal ones are equal."""
        return in_agenda_order(pieces, self._issues)

    def both_conditions(self, one: Condition, other: Condition) -> Condition | None:
        """Two conditions as one; None where they cannot both come about."""
        if not one or one == other:
            return other
        met = dict(one)
        for issue, piece in other:
            both = self._issues[issue].space.meet(met[issue], piece) if issue in met else piece
            if both is None:
                return None
            met[issue] = both
        return self.condition(met.items()) if self._box((*one, *other)) is not None else None

    def outside(self, condition: Condition) -> list[Box]:
        """The region where a condition is not met."""
        box = self._box(condition)
        return [{}] if box is None else self._cut({}, box)

    def keeping(self, rule: Rule) -> list[Box]:
        """The settlements that keep a rule of the agenda."""
        return self.outside(rule.given) + self.boxes(rule.then)

    def covered(self, region: Iterable[Box], by: Iterable[Box], budget: int = BUDGET) -> bool | None:
        """Whether every settlement of ``region`` is in ``by``; None when the budget of questions ran out first."""
        boxes, cuts = list(region), list(by)
        sides = {side for box in (*boxes, *cuts) for side in box}
        if len(sides) == 1:
            (side,) = sides
            space = self.space(side)
            one, other = (tuple(box.get(side, space.everything) for box in each) for each in (boxes, cuts))
            return space.within(one, other)
        stack = [(box, 0) for box in reversed(boxes)]
        while stack:
            left, done = stack.pop()
            if done == len(cuts):
                return False
            budget -= 1
            if budget < 0:
                return None
            stack += [(rest, done + 1) for rest in self._cut(left, cuts[done])]
        return True

    def implied(self, term: Term, by: Sequence[Term], budget: int = BUDGET) -> bool:
        """Whether terms on the same issue imply another: those of them that are as firm refuse all that it refuses.

        What leaves open what would do (``vague``) is implied only by what leaves that open too. Where the budget runs
        out, it is not.
        """
        as_firm = [other for other in by if FIRMNESS.index(other.firmness) >= FIRMNESS.index(term.firmness)]
        if term.vague and not any(other.vague for other in as_firm):
            return False
        meeting = self.meeting(term)
        regions = sorted((self.meeting(other) for other in as_firm), key=len)
        if any(self.covered(region, meeting) for region in regions):
            return True
        stack: list[tuple[Box, int]] = [({}, 0)]
        while stack:
            box, depth = stack.pop()
            inside = self.covered([box], meeting)
            if inside:
                continue
            if inside is None or depth == len(regions):
                return False
            for choice in regions[depth]:
                budget -= 1
                if budget < 0:
                    return False
                met = self.both(box, choice)
                if met is not None:
                    stack.append((met, depth + 1))
        return True

    def all_implied(self, terms: Sequence[Term], by: Sequence[Term]) -> bool:
        """Whether every one of some terms is implied by others: what holds these meets those, at every firmness."""
        return all(self.implied(term, by) for term in terms)

    def same(self, one: Sequence[Term], other: Sequence[Term]) -> bool:
        """Whether two positions on one issue, each the terms of its parts, are the same, whatever their words."""
        if {term.form for term in one} == {term.form for term in other}:
            return True
        if _one_piece(one) and _one_piece(other):
            return False  # only equal pieces hold the same outcomes
        return self.alike(one, other) and self.all_implied(one, other) and self.all_implied(other, one)

    def alike(self, one: Sequence[Term], other: Sequence[Term]) -> bool:
        """Whether two positions are as firm, as vague, name the same targets, and accept the same on any condition.

        Where the budget of a kind's questions runs out, they do not.
        """
        if _manner(one) != _manner(other):
            return False
        space = self._issues[one[0].issue].space
        mine, theirs = accepted(space, one), accepted(space, other)
        return bool(space.equal(mine, theirs) and space.equal(conceivable(space, one), conceivable(space, other)))

    def written(self, term: Term) -> str:
        """A term as one text of ids and values: the same for the same form, and short of nothing that makes it so."""
        import json  # for findings only

        def condition(pieces: Condition) -> list[object]:
            return [[issue, self._issues[issue].space.as_json(piece)] for issue, piece in pieces]

        space = self._issues[term.issue].space
        offers = sorted(
            json.dumps([space.as_json(offer.accepts), condition(offer.condition)], sort_keys=True)
            for offer in term.offers
        )
        rest = [condition(term.condition), term.firmness, term.vague, str(term.prefers)]
        return json.dumps([offers, rest], sort_keys=True)

    def side(self, issue: str) -> tuple[str, Space]:
        """The side of a box that an issue reads, and the space of its outcomes."""
        space = self._issues[issue].space
        return (_COURSE if space.uses_steps else issue), space

    def space(self, side: str) -> Space:
        """The outcomes of one side of a box."""
        if side != _COURSE:
            return self._issues[side].space
        return next(issue.space for issue in self._issues.values() if issue.space.uses_steps)

    def _box(self, pieces: Iterable[tuple[str, Piece]]) -> Box | None:
        box: dict[str, Piece] = {}
        for issue, piece in pieces:
            side, space = self.side(issue)
            met = space.meet(box[side], piece) if side in box else piece
            if met is None and space.comparable:
                return None
            box[side] = met
        return box

    def _cut(self, box: Box, cut: Box) -> list[Box]:
        """What of ``box`` lies outside ``cut``: boxes that have nothing in common."""
        rest: list[Box] = []
        inside = dict(box)
        for side, piece in cut.items():
            space = self.space(side)
            mine = inside.get(side, space.everything)
            rest += [{**inside, side: outside} for outside in space.minus(mine, piece)]
            met = space.meet(mine, piece)
            if met is None:
                return [box]
            inside[side] = met
        return rest
