"""A draft agreement against the positions of parties. Definitions: docs/semantics.md."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from itertools import product
from typing import Literal, NamedTuple

from posdiff.comparison import draft_rules
from posdiff.dossier.agenda import Agenda, Issue
from posdiff.dossier.position import Part, Position
from posdiff.dossier.region import Box, Settlements
from posdiff.dossier.statement import Draft, DraftOption, Outcome
from posdiff.dossier.term import Term
from posdiff.kinds.kind import Piece, Space, Union

Result = Literal["broken", "left-open", "missing", "met", "unassessed"]
#: In the order in which they are shown.
RESULTS: tuple[Result, ...] = ("broken", "left-open", "missing", "met", "unassessed")
#: What can be asked of a draft besides: whether it crosses a red line, leaves one open (or out for good), and whether
#: what it leaves open can be filled in.
GATES = ("red-line", "red-line-open", "cannot-be-completed")
DraftVerdict = Literal["crosses-red-line", "breaks-terms", "leaves-red-line-open", "left-open", "all-met"]
VERDICTS: tuple[DraftVerdict, ...] = (
    "crosses-red-line", "breaks-terms", "leaves-red-line-open", "left-open", "all-met",
)  # fmt: skip
#: Looks at parts of what a draft leaves open, to tell apart those that differ for a term.
MOST_LOOKS = 20_000
#: Why a part is left open.
Reason = Literal["silent", "more-than-accepted", "condition", "vague"]
#: What becomes of red lines that are not met.
RedLine = Literal["crossed", "left_open", "missing"]
RED_LINES: Mapping[RedLine, Result] = {"crossed": "broken", "left_open": "left-open", "missing": "missing"}


class OptionResult(NamedTuple):
    """A part of a position under a draft in which one of the outcomes in brackets is the one that is taken."""

    option: DraftOption
    result: Result
    reason: Reason | None


class TermResult(NamedTuple):
    """A part of a position under a draft; ``reason`` where it is left open, ``outcome`` where it settles the issue.

    ``options``: what becomes of it by each of the outcomes in brackets, where there are such. ``by_any``: it is met,
    and so it would be by any settlement.
    """

    issue: Issue
    part: Part
    outcome: Outcome | None
    result: Result
    reason: Reason | None
    options: tuple[OptionResult, ...]
    by_any: bool


class PartyResult(NamedTuple):
    """One party. ``completable``: whether a settlement within the draft meets all its terms; None: not known.

    It is asked only where no single term is broken. ``silent_on``: what the draft settles and the party is silent on.
    """

    party: str
    verdict: DraftVerdict
    completable: bool | None
    terms: tuple[TermResult, ...]
    silent_on: tuple[str, ...]

    def red_lines(self, what: RedLine) -> tuple[TermResult, ...]:
        """The red lines that are crossed, left open, or missing."""
        return tuple(each for each in self.terms if each.result == RED_LINES[what] and red(each))

    @property
    def rests_on(self) -> tuple[TermResult, ...]:
        """The terms on which the verdict rests: those that are broken or open as it says, or else all of them."""
        red_line = self.verdict in ("crosses-red-line", "leaves-red-line-open")
        results = {"broken"} if self.verdict in ("crosses-red-line", "breaks-terms") else {"left-open", "missing"}
        found = tuple(each for each in self.terms if each.result in results and (red(each) or not red_line))
        return found or self.terms

    @property
    def through(self) -> tuple[str, ...]:
        """The blocs through which the party holds these terms, or some of them; none where all are its own."""
        return tuple(dict.fromkeys(bloc for each in self.rests_on for bloc in each.part.through[:1]))

    def parts_on(self, issue: str) -> tuple[Part, ...]:
        """All parts of the party's position on an issue."""
        return tuple(each.part for each in self.terms if each.issue.id == issue)


def red(judged: TermResult) -> bool:
    """Whether it is about a red line."""
    return judged.part.term.firmness == "red-line"


def against(agenda: Agenda, draft: Draft, positions: Mapping[str, Position]) -> tuple[PartyResult, ...]:
    """The draft against each of the positions, each under the name by which it was asked for.

    What the draft breaks by itself, rules of the agenda or orders of its own, is held against nobody.
    """
    judging = HeldAgainst(agenda, draft)
    return tuple(judging.party(name, position) for name, position in positions.items())


class _Settled:
    """What a draft leaves open, side by side: what it says on one side has nothing to do with the others.

    A side on which it contradicts itself is left out: there each part is held against the outcome on its own issue.
    """

    def __init__(self, settlements: Settlements, outcomes: Mapping[str, Union]) -> None:
        self.settlements, self._outcomes = settlements, outcomes
        self.sides: dict[str, Union] = {}
        for issue, leaves in outcomes.items():
            side, space = settlements.side(issue)
            before = (self.sides[side],) if side in self.sides else ()
            self.sides[side] = space.intersect([*before, space.tidy(leaves)])
        self.sides = {side: left for side, left in self.sides.items() if left}

    def regions(self) -> list[Sequence[Box]]:
        """The draft as regions: a settlement is within it when it lies in each."""
        return [[{side: piece} for piece in left] for side, left in self.sides.items()]

    def boxes(self, term: Term) -> list[Box]:
        """The draft as boxes over the sides that a term looks at: of outcomes that it does not tell apart, one."""
        named: dict[str, list[Piece]] = {}
        own = ((term.issue, offer.accepts) for offer in term.offers)
        for issue, piece in (*own, *(pair for condition in term.conditions for pair in condition)):
            named.setdefault(self.settlements.side(issue)[0], []).append(piece)
        own_side, own_space = self.settlements.side(term.issue)
        sides: dict[str, Union] = {}
        for side, pieces in named.items():
            space = self.settlements.space(side)
            left = self.sides.get(side, (space.everything,))
            if side == own_side and side not in self.sides and term.issue in self._outcomes:
                left = own_space.tidy(self._outcomes[term.issue])
            sides[side] = _told_apart(space, left, pieces)
        return [dict(zip(sides, pieces, strict=True)) for pieces in product(*sides.values())]


def _told_apart(space: Space, left: Union, pieces: Sequence[Piece]) -> Union:
    """Of all that lies inside the same of some pieces and outside the same, one part; what is one piece stays whole.

    A draft with a hundred options on each of several issues has millions of settlements; these tell few of them apart.
    Where that takes too many looks (a set is cut into ever more parts) all that is left stays as it is.
    """
    if len(left) == 1:
        return left
    kept: dict[tuple[bool, ...], Piece] = {}
    stack: list[tuple[tuple[bool, ...], Piece]] = [((), piece) for piece in reversed(left)]
    looks = MOST_LOOKS
    while stack:
        inside, part = stack.pop()
        looks -= 1
        if looks < 0:
            return left
        if len(inside) == len(pieces):
            kept.setdefault(inside, part)
            continue
        other = pieces[len(inside)]
        stack += [((*inside, False), rest) for rest in space.minus(part, other)]
        both = space.meet(part, other)
        if both is not None:
            stack.append(((*inside, True), both))
    return tuple(kept.values())


class HeldAgainst:
    """Holds one draft against any number of parties."""

    def __init__(self, agenda: Agenda, draft: Draft) -> None:
        self.agenda, self.draft = agenda, draft
        self.settlements = Settlements(agenda.issues)
        self._outcomes = {
            id: outcome.leaves for id, outcome in draft.outcomes.items() if agenda.issues[id].space.comparable
        }
        self.settled = _Settled(self.settlements, self._outcomes)
        self._with_options: dict[tuple[tuple[str, int], ...], _Settled] = {}
        broken = [rule for rules in draft_rules.broken_rules(agenda, draft) for rule in rules]
        self._rules = [rule for rule in agenda.rules if rule not in broken]

    def party(self, name: str, position: Position) -> PartyResult:
        """The draft against one position."""
        terms = tuple(
            self._part(self.agenda.issues[issue], part)
            for issue, held in position.terms.items()
            for part in held.demands
        )
        results = Counter(judged.result for judged in terms)
        completable = False if results["broken"] else self._completable(terms)
        silent = tuple(id for id in self.agenda.issues if id in self.draft.outcomes and id not in position.terms)
        return PartyResult(name, _verdict(terms, completable), completable, terms, silent)

    def _part(self, issue: Issue, part: Part) -> TermResult:
        outcome = self.draft.outcomes.get(issue.id)
        result, reason = self._judge(issue, part.term, self.settled)
        met = result == "met" and not part.term.vague
        by_any = met and bool(self.settlements.covered([{}], self.settlements.meeting(part.term)))
        if outcome is None or not outcome.options or not issue.space.comparable:
            return TermResult(issue, part, outcome, result, reason, (), by_any)
        options = [
            OptionResult(option, *self._judge(issue, part.term, self._taking({issue.id: number})))
            for number, option in enumerate(outcome.options)
        ]
        return TermResult(issue, part, outcome, result, reason, tuple(options), by_any)

    def looked_at(self, term: Term, issues: Iterable[str]) -> tuple[str, ...]:
        """Those of some issues that bear on a term: its own, and those of its conditions and of the same orders."""
        own = (term.issue, *(issue for condition in term.conditions for issue, _ in condition))
        sides = {self.settlements.side(issue)[0] for issue in own}
        return tuple(issue for issue in issues if self.settlements.side(issue)[0] in sides)

    def result(self, term: Term, taken: Mapping[str, int]) -> Result:
        """What becomes of a term where of the outcomes in brackets on some issues one is taken, by its number."""
        return self._judge(self.agenda.issues[term.issue], term, self._taking(taken))[0]

    def _taking(self, taken: Mapping[str, int]) -> _Settled:
        """The draft with one of the outcomes in brackets taken on each of some issues."""
        key = tuple(taken.items())
        if key not in self._with_options:
            outcomes = {**self._outcomes, **{issue: (self._outcomes[issue][number],) for issue, number in key}}
            self._with_options[key] = _Settled(self.settlements, outcomes)
        return self._with_options[key]

    def _judge(self, issue: Issue, term: Term, settled: _Settled) -> tuple[Result, Reason | None]:
        """What becomes of one part: what every outcome that the draft leaves open does to it."""
        if not issue.space.comparable:
            return "unassessed", None
        within, meeting = settled.boxes(term), self.settlements.meeting(term)
        both = (self.settlements.both(left, box) for left in within for box in meeting)
        possible = [box for box in both if box is not None]
        if not possible:
            return "broken", None
        if self.settlements.covered(within, meeting):
            # A vague term does not yet accept what it leaves in; where its demand does not bind, nothing is refused.
            vague = term.vague and not self.settlements.covered(within, self.settlements.outside(term.condition))
            return ("left-open", "vague") if vague else ("met", None)
        conditions = {issue for condition in term.conditions for issue, _ in condition}

        def matters(issues: Collection[str]) -> bool:
            """Whether of two settlements that differ on these issues alone one may meet the part and one not."""
            sides = {self.settlements.side(issue)[0] for issue in issues}
            elsewhere = dict.fromkeys(tuple(each for each in box.items() if each[0] not in sides) for box in possible)
            freed = [{**left, **dict(pieces)} for pieces in elsewhere for left in within]
            return not self.settlements.covered(freed, meeting)

        if self.draft.final:
            silent_on = {term.issue, *conditions} - self.draft.outcomes.keys()
            if any(matters({issue}) for issue in silent_on):
                return "missing", None
        return "left-open", self._reason(term, conditions, within, matters)

    def _reason(
        self, term: Term, conditions: Set[str], within: Sequence[Box], matters: Callable[[Collection[str]], bool]
    ) -> Reason:
        """Why some of what the draft leaves open meets a part, and some does not: only what is so.

        The outcome on the part's own issue is open, and does it matter? Is a condition open, and does that matter?
        """
        settlements = self.settlements
        if not matters({term.issue}):
            return "condition"
        if term.issue not in self.draft.outcomes:
            return "silent"
        # Outcomes that the party takes on no condition that can still come about.
        open_offers = [
            ((term.issue, offer.accepts),)
            for offer in term.offers
            if not offer.condition or _meet(settlements, within, settlements.boxes(offer.condition))
        ]
        accepted = settlements.boxes(*open_offers)
        beyond = not settlements.covered([settlements.only(left, term.issue) for left in within], accepted)
        own = settlements.side(term.issue)[0]
        elsewhere = {issue for issue in conditions if settlements.side(issue)[0] != own}
        return "more-than-accepted" if beyond or not matters(elsewhere) else "condition"

    def _completable(self, terms: Sequence[TermResult]) -> bool | None:
        """Whether a settlement within the draft meets all of a party's terms, and the agenda's rules."""
        demands = [self.settlements.meeting(each.part.term) for each in terms if each.issue.space.comparable]
        rules = [self.settlements.keeping(rule) for rule in self._rules]
        return self.settlements.meet({}, [*self.settled.regions(), *demands, *rules])


def _verdict(terms: Sequence[TermResult], completable: bool | None) -> DraftVerdict:
    broken = [judged for judged in terms if judged.result == "broken"]
    if broken:
        return "crosses-red-line" if any(map(red, broken)) else "breaks-terms"
    open_ones = [judged for judged in terms if judged.result in ("left-open", "missing")]
    if any(map(red, open_ones)):
        return "leaves-red-line-open"
    return "left-open" if open_ones or completable is not True else "all-met"


def _meet(settlements: Settlements, one: Sequence[Box], other: Sequence[Box]) -> bool:
    return any(settlements.both(a, b) is not None for a in one for b in other)
