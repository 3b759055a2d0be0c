"""One party, two days: what changed in its position, and by which steps. Definitions: docs/semantics.md."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from posdiff.comparison.movement import Movement, movement
from posdiff.comparison.relations import accepted
from posdiff.dossier.agenda import Issue
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.fold import record
from posdiff.dossier.position import Held, Move, Position, Record, position_of
from posdiff.dossier.region import Settlements
from posdiff.dossier.term import FIRMNESS, Term

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
    "reaffirmed",
    "unchanged",
]
#: In the order in which they are shown.
KINDS: tuple[ChangeKind, ...] = (
    "reversed", "replaced", "hardened", "softened", "shifted", "reworded", "withdrawn", "expired", "added",
    "reaffirmed", "unchanged",
)  # fmt: skip
#: The kinds in which the position at the end is the one at the beginning.
SAME: tuple[ChangeKind, ...] = ("reaffirmed", "unchanged")


class PathStep(NamedTuple):
    """One step between the two days: on ``day``, by ``statement`` (none when a term expired)."""

    day: int
    statement: str | None
    kind: ChangeKind
    after: Held | None


class Change(NamedTuple):
    """What became of a party's position on an issue. ``movement`` is towards a given party, None without one."""

    issue: Issue
    kind: ChangeKind
    before: Held | None
    after: Held | None
    path: tuple[PathStep, ...]
    movement: Movement | None


class PartyChanges(NamedTuple):
    """All changes of one party, in the agenda's order, those kept the same included."""

    party: str
    changes: tuple[Change, ...]


def changes(
    dossier: Dossier,
    parties: Sequence[str],
    since: int,
    until: int,
    *,
    against: Position | None = None,
    with_reported: bool = False,
) -> tuple[PartyChanges, ...]:
    """What changed between the ends of two days (ordinals), for each party; ``against``: measure by this position."""
    return tuple(_party(dossier, party, since, until, against, with_reported) for party in parties)


def _party(
    dossier: Dossier, party: str, since: int, until: int, against: Position | None, with_reported: bool
) -> PartyChanges:
    issues = dossier.agenda.issues
    settlements = Settlements(issues)
    history = record(dossier, party, until, with_reported=with_reported)
    before, after = position_of(history, since, issues), position_of(history, until, issues)
    moves: dict[str, list[Move]] = {}
    for move in history.moves:
        if move.day > since:
            moves.setdefault(move.issue, []).append(move)
    changed = []
    for issue in issues.values():
        old, new = before.terms.get(issue.id), after.terms.get(issue.id)
        if old is None and new is None:
            continue
        path = tuple(_path_step(issue, move, settlements) for move in moves.get(issue.id, ()))
        kind = _kind(issue, old, new, path, settlements)
        moved = None
        if against is not None and against.party != party:
            moved = movement(issue.space, old, new, against.terms.get(issue.id)) if kind not in SAME else "neither"
        changed.append(Change(issue, kind, old, new, path, moved))
    return PartyChanges(party, tuple(changed))


class HistoryStep(NamedTuple):
    """One move of a record, and what kind of change it was."""

    move: Move
    kind: ChangeKind


class PartyHistory(NamedTuple):
    """How one party's position came about."""

    party: str
    steps: tuple[HistoryStep, ...]


def party_history(history: Record, issues: Mapping[str, Issue]) -> PartyHistory:
    """A record with the kind of change that each of its moves was."""
    settlements = Settlements(issues)
    return PartyHistory(
        history.party, tuple(HistoryStep(m, _path_step(issues[m.issue], m, settlements).kind) for m in history.moves)
    )


def _path_step(issue: Issue, move: Move, settlements: Settlements) -> PathStep:
    statement = move.statement.id if move.statement else None
    if move.cause in ("withdrawn", "expired", "reaffirmed"):
        return PathStep(move.day, statement, move.cause, move.after)
    kind: ChangeKind = "added"
    if move.before is not None and move.after is not None:
        kind = between(issue, move.before.term, move.after.term, settlements) or "reaffirmed"
    return PathStep(move.day, statement, kind, move.after)


def _kind(
    issue: Issue, old: Held | None, new: Held | None, path: Sequence[PathStep], settlements: Settlements
) -> ChangeKind:
    if old is None:
        return "added"
    if new is None:
        ends: list[ChangeKind] = [step.kind for step in path if step.kind in ("withdrawn", "expired")]
        return ends[0]
    return between(issue, old.term, new.term, settlements) or ("reaffirmed" if path else "unchanged")


def between(issue: Issue, old: Term, new: Term, settlements: Settlements) -> ChangeKind | None:
    """What kind of change leads from one term to another on the same issue; None when they are the same position."""
    space = issue.space
    if old.form == new.form:
        return None
    if not space.comparable and {offer.accepts for offer in old.offers} != {offer.accepts for offer in new.offers}:
        return "reworded"
    before, after = settlements.meeting(old), settlements.meeting(new)
    wider, narrower = settlements.covered(before, after), settlements.covered(after, before)
    softer = wider and _no_firmer(new, old)
    harder = narrower and _no_firmer(old, new)
    if softer and harder:
        return None if old.prefers == new.prefers and settlements.offering_same(old, new) else "shifted"
    if softer or harder:
        return "softened" if softer else "hardened"
    accepted_before, accepted_after = accepted(space, old), accepted(space, new)
    if accepted_before and accepted_after and not space.intersect((accepted_before, accepted_after)):
        return "reversed" if space.has_reverse else "replaced"
    return "shifted"


def _no_firmer(new: Term, old: Term) -> bool:
    """Whether one term is no firmer than another, and not vague where that one is plain."""
    return FIRMNESS.index(new.firmness) <= FIRMNESS.index(old.firmness) and (old.vague or not new.vague)
