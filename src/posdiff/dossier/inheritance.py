"""What a member of blocs holds: its own words where it has any, else those of its blocs of the day, all together.

A bloc holds what was said in its name. As a member of another bloc it inherits like any party, and hands that on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from posdiff.dossier.agenda import Agenda, Membership
from posdiff.dossier.position import Cause, Held, Move, Part, Record, Turn
from posdiff.dossier.region import Settlements
from posdiff.dossier.statement import Statement


def with_inherited(
    agenda: Agenda, own: Record, statements: Iterable[Statement], of_blocs: Mapping[str, Record], until: int
) -> Record:
    """The record of a party with what it inherits up to the end of a day.

    ``statements``: those of its own that count, the first one first. ``of_blocs``: the records of its blocs, each with
    what it inherits itself.
    """
    memberships = agenda.blocs_of.get(own.party, ())
    said = tuple(statements)
    moves = _Walk(agenda, memberships, said).moves(own, of_blocs, until)
    records = (own, *of_blocs.values())
    if all(each.stated is None for each in records):
        return own._replace(moves=moves)
    on_record = {bloc: each.stated or each for bloc, each in of_blocs.items()}
    stated = [statement for statement in said if statement.standing == "stated"]
    own_words = _Walk(agenda, memberships, stated).moves(own.stated or own, on_record, until)
    return own._replace(moves=moves, stated=Record(own.party, own_words, own.findings))


def dissents(statements: Iterable[Statement]) -> dict[str, Statement]:
    """By issue, the first statement that says that its party does not hold what its blocs hold; it does from then on.

    ``statements``: those of one party that count, the first one first.
    """
    found: dict[str, Statement] = {}
    for statement in statements:
        for reference in statement.dissents:
            found.setdefault(reference.name, statement)
    return found


def turning_days(memberships: Iterable[Membership], dissenting: Iterable[Statement]) -> set[int]:
    """The days (ordinals) on which a party joins a bloc, is in one no longer, or dissents."""
    days = {statement.day for statement in dissenting}
    return days | {day for each in memberships for day in each.turning_days}


def joined_and_left(memberships: Iterable[Membership], since: int, until: int) -> tuple[tuple[int, Turn], ...]:
    """The days (ordinals) after one, and up to another, on which a party joined a bloc or left it, in order."""
    turns = [
        (day, Turn(each.party, each.bloc, "joined" if each.on(day) else "left"))
        for each in memberships
        for day in each.turning_days if since < day <= until
    ]  # fmt: skip
    return tuple(sorted(turns, key=lambda turn: turn[0]))


#: The words that are held through blocs: through which, by which statement, and their form.
_OfBlocs = frozenset[tuple[tuple[str, ...], str, object]]


def _of_blocs(held: Held | None) -> _OfBlocs:
    return frozenset((part.through, part.statement, part.term.form) for part in (held.parts if held else ()))


def _at_once(moves: Mapping[str, Sequence[Move]]) -> Iterator[dict[str, Move]]:
    """The moves of blocs on one day, each bloc's in their order; those that one statement made on an issue together."""
    left = {bloc: [(_made_by(move), move) for move in of_bloc] for bloc, of_bloc in moves.items()}
    while left:
        heads = {bloc: of_bloc[0][0] for bloc, of_bloc in left.items()}
        # One that another bloc makes later on that day waits for it.
        ready = (
            key for key in heads.values() if all(key == heads[bloc] or key not in dict(left[bloc]) for bloc in left)
        )
        first = next(ready, next(iter(heads.values())))
        yield {bloc: left[bloc].pop(0)[1] for bloc, key in heads.items() if key == first}
        left = {bloc: of_bloc for bloc, of_bloc in left.items() if of_bloc}


def _made_by(move: Move) -> object:
    """What made a move: a statement, or else whose words came or went."""
    if move.statement is not None:
        return move.issue, move.cause, move.statement.location.file
    said = frozenset(part.statement for held in (move.before, move.after) if held for part in held.parts)
    return move.issue, move.cause, move.turns, said


class _Walk:
    """Goes through the days on which anything changes for a member, and keeps what it holds."""

    def __init__(self, agenda: Agenda, memberships: Sequence[Membership], statements: Iterable[Statement]) -> None:
        self.issues = agenda.issues
        self.settlements = Settlements(agenda.issues)
        self.memberships = memberships
        self.dissents = dissents(statements)
        self.day = 0
        self.own: dict[str, Held] = {}
        #: By issue on which it has words of its own, the blocs through which it held others before.
        self.replaced: dict[str, tuple[str, ...]] = {}
        #: By issue and bloc that holds nothing there any longer, which blocs that has left, or dissents from.
        self.ended: dict[tuple[str, str], tuple[Turn, ...]] = {}
        #: By bloc, what it holds on each issue.
        self.of_blocs: dict[str, dict[str, Held]] = {each.bloc: {} for each in memberships}
        #: By issue, what the member holds, be it its own or inherited.
        self.held: dict[str, Held] = {}
        self.done: list[Move] = []

    def moves(self, own: Record, of_blocs: Mapping[str, Record], until: int) -> tuple[Move, ...]:
        """Every move up to the end of a day: on each day its own, then what it joins or leaves, then its blocs'."""
        of_day: dict[int, list[Move]] = {}
        for move in own.moves:
            of_day.setdefault(move.day, []).append(move)
        blocs_on: dict[int, dict[str, list[Move]]] = {}
        for bloc in self.of_blocs:
            for move in of_blocs[bloc].moves:
                blocs_on.setdefault(move.day, {}).setdefault(bloc, []).append(move)
        turning = turning_days(self.memberships, self.dissents.values())
        for day in sorted({*of_day, *blocs_on, *turning}):
            if day > until:
                break
            self.day = day
            for move in of_day.get(day, ()):
                self._own(move)
            if day in turning:
                self._turn()
            for moved in _at_once(blocs_on.get(day, {})):
                self._of_blocs(moved)
        return tuple(self.done)

    def _own(self, move: Move) -> None:
        before = self.held.get(move.issue)
        if move.after is None:
            self.own.pop(move.issue, None)
            after = self._inherited(move.issue)
            why = () if after else tuple(self._why_nothing(move.issue, self.replaced.get(move.issue, ())))
            self.replaced.pop(move.issue, None)
            self._move(move.issue, move.cause, move.statement, after, why_nothing=why)
            return
        self.own[move.issue] = move.after
        if before is not None and before.through:
            self.replaced[move.issue] = before.through
        kept = move.before is not None and move.before.first_held == move.after.first_held
        if before is not None and (kept or move.before is None):
            # The same position was held before: then as a member, or ever since it was.
            same = kept or self.settlements.same(before.terms, move.after.terms)
            after = move.after._replace(first_held=before.first_held) if same else move.after
        else:
            after = move.after
        dissent = self.dissents.get(move.issue)
        turns = self._dissenting(move.issue) if dissent is not None and dissent is move.statement else ()
        self._move(move.issue, move.cause, move.statement, after, tuple(turns))

    def _dissenting(self, issue: str) -> Iterator[Turn]:
        """The blocs of the day that hold a position on an issue from which the party dissents."""
        for each in self.memberships:
            if each.on(self.day) and issue in self.of_blocs[each.bloc]:
                yield Turn(each.party, each.bloc, "dissented")

    def _why_nothing(self, issue: str, before: Sequence[str]) -> Iterator[Turn]:
        """Why the party holds nothing through its blocs: it dissents, or is in one of those of before no longer.

        Or one of these holds nothing any longer because it has left another itself, or dissents.
        """
        dissent = self.dissents.get(issue)
        if dissent is not None and dissent.day <= self.day:
            yield from self._dissenting(issue)
        for each in self.memberships:
            if each.bloc not in before:
                continue
            if issue not in self.of_blocs[each.bloc]:
                yield from self.ended.get((issue, each.bloc), ())
            elif not each.on(self.day):
                yield Turn(each.party, each.bloc, "left")

    def _turn(self) -> None:
        """What is held where nobody says anything, and only the membership changes."""
        for issue in self.issues:
            if issue in self.own:
                continue
            before, after = self.held.get(issue), self._inherited(issue)
            had, has = _of_blocs(before), _of_blocs(after)
            if had == has:
                continue
            dissent = self.dissents.get(issue)
            said = dissent if dissent is not None and dissent.day == self.day else None
            cause: Cause = "inherited" if has - had else "no longer inherited"
            self._move(issue, cause, said, after, tuple(self._turns(had, has, said is not None)))

    def _turns(self, had: _OfBlocs, has: _OfBlocs, dissents: bool) -> Iterator[Turn]:
        """Which blocs the party joined and left on this day, of those whose words came or went."""
        came, went = ({through[0] for through, *_ in words} for words in (has - had, had - has))
        for each in self.memberships:
            if each.bloc in went:
                yield Turn(each.party, each.bloc, "dissented" if dissents else "left")
            elif each.bloc in came:
                yield Turn(each.party, each.bloc, "joined")

    def _of_blocs(self, moved: Mapping[str, Move]) -> None:
        """What blocs hold otherwise on an issue by the same words: one move, through however many of them."""
        for bloc, move in moved.items():
            if move.after is None:
                self.of_blocs[bloc].pop(move.issue, None)
                self.ended[move.issue, bloc] = move.turns or move.why_nothing
            else:
                self.of_blocs[bloc][move.issue] = move.after
        for bloc, move in moved.items():
            if move.issue not in self.own and bloc in self._blocs(move.issue):
                after = self._inherited(move.issue)
                why = () if after else move.why_nothing
                self._move(move.issue, move.cause, move.statement, after, move.turns, why)
                return

    def _blocs(self, issue: str) -> list[str]:
        """The blocs through which the party may hold anything on an issue on this day."""
        dissent = self.dissents.get(issue)
        if dissent is not None and dissent.day <= self.day:
            return []
        return [each.bloc for each in self.memberships if each.on(self.day)]

    def _inherited(self, issue: str) -> Held | None:
        """What the party's blocs of the day hold on an issue, all parts of all of them together."""
        of_blocs = [(bloc, self.of_blocs[bloc][issue]) for bloc in self._blocs(issue) if issue in self.of_blocs[bloc]]
        if not of_blocs:
            return None
        parts: list[Part] = []
        for bloc, held in of_blocs:
            further = bool(parts)
            for part in held.parts:
                again = part.again_in_part or (further and self._says_again(part, parts))
                through = (bloc, *part.through)
                parts.append(part._replace(through=through, number=len(parts) + 1, again_in_part=again))
        return self._since(tuple(parts), self.held.get(issue))

    def _says_again(self, part: Part, before: Sequence[Part]) -> bool:
        """Whether the parts before it imply a part; those that nothing meets together imply none."""
        counting = [one.term for one in before if not one.again_in_part]
        if not self.settlements.implied(part.term, counting):
            return False
        return self.settlements.meet({}, [self.settlements.meeting(term) for term in counting]) is not False

    def _since(self, parts: tuple[Part, ...], before: Held | None) -> Held:
        """The position that parts make: held since before, where it is the one of before."""
        after = Held(parts, self.day)
        if before is not None and self.settlements.same(before.terms, after.terms):
            return after._replace(first_held=before.first_held)
        return after

    def _move(
        self, issue: str, cause: Cause, statement: Statement | None, after: Held | None,
        turns: tuple[Turn, ...] = (), why_nothing: tuple[Turn, ...] = (),
    ) -> None:  # fmt: skip
        before = self.held.get(issue)
        if before is None and after is None:
            return
        self.done.append(Move(self.day, issue, cause, statement, before, after, turns, why_nothing))
        if after is None:
            del self.held[issue]
        else:
            self.held[issue] = after
