"""The settlements that meet a term, over its own issue and those that its conditions look at.

A **box** names a piece for some issues and leaves all others open; a **region** is a union of boxes. All issues on
steps read one and the same course of events, and so are one side of a box.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from posdiff.dossier.agenda import Issue
from posdiff.dossier.term import Condition, Term
from posdiff.kinds.kind import BUDGET, Piece, Space

Box = Mapping[str, Piece]
#: The side of a settlement that all issues on steps share: one and the same course of events.
_COURSE = "(course)"


def in_agenda_order(pieces: Iterable[tuple[str, Piece]], issues: Mapping[str, Issue]) -> Condition:
    """Pieces by issue, in the order in which the agenda has the issues."""
    held = dict(pieces)
    if len(held) < 2:
        return tuple(held.items())
    return tuple((issue, held[issue]) for issue in issues if issue in held)


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

    def outside(self, condition: Condition) -> list[Box]:
        """The region where a condition is not met."""
        box = self._box(condition)
        return [{}] if box is None else self._cut({}, box)

    def outside_by_issue(self, condition: Condition) -> list[Box]:
        """The same, with issues for sides, so that each box can be the condition of an offer."""
        boxes: list[Box] = []
        inside: dict[str, Piece] = {}
        for issue, piece in condition:
            space = self._issues[issue].space
            boxes += [{**inside, issue: outside} for outside in space.minus(space.everything, piece)]
            inside[issue] = piece
        return boxes

    def covered(self, region: Iterable[Box], by: Iterable[Box]) -> bool:
        """Whether every settlement of ``region`` is in ``by``."""
        cuts = list(by)
        for box in region:
            stack = [(box, 0)]
            while stack:
                left, done = stack.pop()
                if done == len(cuts):
                    return False
                stack += [(rest, done + 1) for rest in self._cut(left, cuts[done])]
        return True

    def same(self, one: Term, other: Term) -> bool:
        """Whether two terms on one issue are the same position, whatever their words."""
        if one.form == other.form:
            return True
        if one.form[2:] != other.form[2:]:
            return False
        if not self.offering_same(one, other):
            return False
        mine, theirs = self.meeting(one), self.meeting(other)
        return self.covered(mine, theirs) and self.covered(theirs, mine)

    def offering_same(self, one: Term, other: Term) -> bool:
        """Whether two terms accept the same as things stand, and the same on some condition."""
        space = self._issues[one.issue].space
        open_to_all = bool(one.condition), bool(other.condition)
        could = open_to_all == (True, True) or space.equal(
            (space.everything,) if one.condition else one.conceivable,
            (space.everything,) if other.condition else other.conceivable,
        )
        return could and space.equal(one.accepted, other.accepted)

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
