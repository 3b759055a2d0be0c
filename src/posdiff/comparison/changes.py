"""One party, two days: what changed in its position, and by which steps. Definitions: docs/semantics.md."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from posdiff.comparison.movement import Apart, Led, Movement, Movements, one_voice
from posdiff.dossier.agenda import Issue
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.fold import record
from posdiff.dossier.position import Held, Move, OnRecord, Position, Record, position_of
from posdiff.dossier.region import Settlements, accepted
from posdiff.dossier.term import Term

ChangeKind = Literal[
    "reversed",
    "replaced",
    "hardened",
    "softened",
    "shifted",
    "reworded",
    "added",
    "withdrawn",
    "expired",
    "inherited",
    "no longer inherited",
    "reaffirmed",
    "unchanged",
]
#: In the order in which they are shown.
KINDS: tuple[ChangeKind, ...] = (
    "reversed", "replaced", "hardened", "softened", "shifted", "reworded", "withdrawn", "expired",
    "no longer inherited", "added", "inherited", "reaffirmed", "unchanged",
)  # fmt: skip
#: The kinds in which the position at the end is the one at the beginning.
SAME: tuple[ChangeKind, ...] = ("reaffirmed", "unchanged")
#: The kinds in which nothing was held at the beginning, and those in which nothing is at the end.
TAKEN_UP: tuple[ChangeKind, ...] = ("added", "inherited")
GIVEN_UP: tuple[ChangeKind, ...] = ("withdrawn", "expired", "no longer inherited")


class HistoryStep(NamedTuple):
    """One move of a record, and what kind of change it was; ``told``: the kind in words.

    ``on_record``: where reports have made the position after it another one than the party itself had stated by then,
    or ended it, that one.
    """

    move: Move
    kind: ChangeKind
    told: ChangeKind
    on_record: OnRecord | None = None

    @property
    def reported(self) -> bool:
        """Whether others report the statement that made it."""
        return self.move.statement is not None and self.move.statement.standing == "reported"


class OnlyOnRecord(NamedTuple):
    """What a party itself had stated at both ends, where as reported it held nothing."""

    before: Held | None = None
    after: Held | None = None


class Change(NamedTuple):
    """What became of a party's position on an issue. ``movements``: towards which party it moved how, by its id.

    ``held_until``: of a position that was added, the last day on which an earlier one was held, if there was one.
    ``apart``: over whose red line it still contradicts a party that it moved closer to, by its id.
    """

    issue: Issue
    kind: ChangeKind
    before: Held | None
    after: Held | None
    path: tuple[HistoryStep, ...]
    movements: Mapping[str, Movement]
    held_until: int | None = None
    only_on_record: OnlyOnRecord = OnlyOnRecord()
    apart: Mapping[str, Apart] = {}

    @property
    def told(self) -> ChangeKind:
        """Its kind in words."""
        return told(self.kind, self.issue, _terms(self.before), _terms(self.after))

    @property
    def red_in_between(self) -> bool:
        """Whether it was a red line at some time between the two days, and is one on neither."""
        on_a_day = any(held is not None and held.red_line for held in (self.before, self.after))
        return not on_a_day and any(step.move.after is not None and step.move.after.red_line for step in self.path)

    @property
    def last_move(self) -> HistoryStep | None:
        """The last step with which something became another; None where all was only said again, or nothing was."""
        return next((step for step in reversed(self.path) if step.kind not in SAME), None)

    @property
    def by_blocs_alone(self) -> bool:
        """Whether it changed, and all that changed it is that a bloc was joined or left, or dissented from."""
        steps = [step for step in self.path if step.kind not in SAME]
        return self.kind not in SAME and bool(steps) and all(step.move.by_blocs for step in steps)


class PartyChanges(NamedTuple):
    """All changes of one party, in the agenda's order, those kept the same included.

    ``passing``: the issues on which it held nothing on either day, and something in between; ``passing_red``: the ids
    of those on which that was a red line. ``on_record``: by issue, what it has itself stated where reports changed its
    position at the end, or None for nothing.
    """

    party: str
    changes: tuple[Change, ...]
    passing: tuple[Issue, ...] = ()
    on_record: Mapping[str, Held | None] = {}
    passing_red: frozenset[str] = frozenset()


def changes(
    dossier: Dossier,
    parties: Sequence[str],
    since: int,
    until: int,
    *,
    against: Sequence[Position] = (),
    with_reported: bool = False,
) -> tuple[PartyChanges, ...]:
    """What changed between the ends of two days (ordinals), for each party; ``against``: measured by these positions.

    No party is measured by its own.
    """
    return tuple(_party(dossier, party, since, until, against, with_reported) for party in parties)


def _party(
    dossier: Dossier, party: str, since: int, until: int, against: Sequence[Position], with_reported: bool
) -> PartyChanges:
    issues = dossier.agenda.issues
    settlements = Settlements(issues)
    history = record(dossier, party, until, with_reported=with_reported)
    before, after = position_of(history, since, issues), position_of(history, until, issues)
    moves: dict[str, list[Move]] = {}
    given_up: dict[str, int] = {}
    for move in history.moves:
        if move.day <= since:
            if move.after is None:
                given_up[move.issue] = move.day - 1
        else:
            moves.setdefault(move.issue, []).append(move)
    changed = []
    passing: list[Issue] = []
    for issue in issues.values():
        old, new = before.terms.get(issue.id), after.terms.get(issue.id)
        if old is None and new is None:
            passing += [issue] if issue.id in moves else []
            continue
        path = tuple(_step(issue, move, settlements) for move in moves.get(issue.id, ()))
        kind = _kind(issue, old, new, path, since, settlements)
        theirs = {other.party: other.terms.get(issue.id) for other in against if other.party != party}
        if kind in SAME:
            still: dict[str, Movement] = dict.fromkeys(theirs, "neither")
            if dossier.agenda.blocs_of:
                still |= {id: "one-voice" for id, held in theirs.items() if one_voice(party, new, id, held)}
            moved = Led(still, {})
        else:
            moved = Movements(issue.space).towards(party, old, new, theirs)
        held_until = given_up.get(issue.id) if kind in TAKEN_UP else None
        own = OnlyOnRecord(*(position.only_on_record.get(issue.id) for position in (before, after)))
        changed.append(Change(issue, kind, old, new, path, moved.towards, held_until, own, moved.apart))
    red = {move.issue for each in moves.values() for move in each if move.after is not None and move.after.red_line}
    passing_red = frozenset(issue.id for issue in passing if issue.id in red)
    return PartyChanges(party, tuple(changed), tuple(passing), after.changed_by_reports, passing_red)


class PartyHistory(NamedTuple):
    """How one party's position came about."""

    party: str
    steps: tuple[HistoryStep, ...]


def party_history(history: Record, issues: Mapping[str, Issue]) -> PartyHistory:
    """A record with the kind of change that each of its moves was."""
    settlements = Settlements(issues)
    steps = (_step(issues[move.issue], move, settlements) for move in history.moves)
    recorded = zip(steps, _on_record(history, settlements), strict=True)
    return PartyHistory(history.party, tuple(step._replace(on_record=own) for step, own in recorded))


def _on_record(history: Record, settlements: Settlements) -> Iterator[OnRecord | None]:
    """After each move of a record, what the party itself had stated by then, where reports differ from it."""
    stated: dict[str, deque[Move]] = {}
    for own_move in history.stated.moves if history.stated else ():
        stated.setdefault(own_move.issue, deque()).append(own_move)
    own: dict[str, Held] = {}
    reported: set[str] = set()
    for move in history.moves:
        to_come, after = stated.get(move.issue, deque()), move.after
        while to_come and _by_then(to_come[0], move):
            last = to_come.popleft()
            own.pop(move.issue, None)
            own |= {move.issue: last.after} if last.after else {}
            if (last.statement, last.cause) == (move.statement, move.cause):
                break  # what became of it on the same day comes later
        if move.statement and move.statement.standing == "reported":
            reported.add(move.issue)
        held = own.get(move.issue)
        same = held is after if held is None or after is None else settlements.same(held.terms, after.terms)
        yield OnRecord(held) if move.issue in reported and not same else None


def _by_then(own: Move, move: Move) -> bool:
    """Whether a move of the party itself comes before another, or is the same; on a day, what expired is first."""
    if own.day != move.day or own.statement is None:
        return own.day <= move.day
    return move.statement is not None and own.statement.order <= move.statement.order


def _step(issue: Issue, move: Move, settlements: Settlements) -> HistoryStep:
    if move.before is None or move.after is None:
        began: ChangeKind = "inherited" if move.cause == "inherited" else "added"
        by_itself = move.cause in ("expired", "no longer inherited")
        ended: ChangeKind = move.cause if by_itself else "withdrawn"  # type: ignore[assignment]
        kind = began if move.after is not None else ended
    else:
        changed = between(issue, move.before.terms, move.after.terms, settlements)
        kind = changed or _said_again(move, move.after)
        if changed and move.by_blocs:
            kind = "inherited" if move.cause == "inherited" else "no longer inherited"
    return HistoryStep(move, kind, told(kind, issue, _terms(move.before), _terms(move.after)))


def _said_again(move: Move, after: Held) -> ChangeKind:
    """Whether a statement that left a position the same stated a part of it again; if not, it said it again in part."""
    by = move.statement.id if move.statement else None
    again = any(part.lineage.statement == by for part in after.demands)
    return "reaffirmed" if again else "unchanged"


def _kind(
    issue: Issue, old: Held | None, new: Held | None, path: Sequence[HistoryStep], since: int, settlements: Settlements
) -> ChangeKind:
    if old is None:
        # By the step with which that came about which is held at the end.
        begun = [step.kind for step in path if step.move.before is None]
        return "inherited" if new and new.through and begun[-1:] == ["inherited"] else "added"
    if new is None:
        # Its own words ended where nothing came in their place, or what a bloc holds.
        ended = next(step for step in path if (after := step.move.after) is None or (after.through and not old.through))
        if old.through and _not_inherited_since(old, ended.move):
            return "no longer inherited"
        return ended.kind if ended.move.after is None else "withdrawn" if ended.move.statement else "expired"
    # By the day, not by the one of before: that moves too where the part that was said longest ago expires.
    same: ChangeKind = "reaffirmed" if new.last_stated > since else "unchanged"
    return between(issue, old.terms, new.terms, settlements) or same


def _not_inherited_since(old: Held, ended: Move) -> bool:
    """Whether own words took the place of those of a bloc, which the party held no longer when these ended."""
    blocs = {bloc for part in old.parts for bloc in part.through}
    return any(turn.bloc in blocs for turn in ended.why_nothing)


def between(issue: Issue, old: Sequence[Term], new: Sequence[Term], settlements: Settlements) -> ChangeKind | None:
    """What kind of change leads from one position on an issue to another, each the terms of its parts.

    None when they are the same. New is at least as flexible as old when each of its parts is implied by those of the
    old that are as firm.
    """
    space = issue.space
    if {term.form for term in old} == {term.form for term in new}:
        return None
    if not space.comparable and _words(old) != _words(new):
        return "reworded"
    softer, harder = settlements.all_implied(new, old), settlements.all_implied(old, new)
    if softer and harder:
        return None if settlements.alike(old, new) else "shifted"
    if softer or harder:
        return "softened" if softer else "hardened"
    accepted_before, accepted_after = accepted(space, old), accepted(space, new)
    if accepted_before and accepted_after and not space.intersect((accepted_before, accepted_after)):
        return "reversed" if space.has_reverse else "replaced"
    return "shifted"


def told(kind: ChangeKind, issue: Issue, before: Sequence[Term], after: Sequence[Term]) -> ChangeKind:
    """What people are told of a kind: a sequence is reversed only where what came first comes last, else replaced."""
    if kind != "reversed" or issue.space.reverses(accepted(issue.space, before), accepted(issue.space, after)):
        return kind
    return "replaced"


def _terms(held: Held | None) -> Sequence[Term]:
    return held.terms if held else ()


def _words(terms: Sequence[Term]) -> set[object]:
    """The words of a text position."""
    return {offer.accepts for term in terms for offer in term.offers}
