"""What moved since a day, as a brief tells it: moves towards others or away first, then new red lines."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from typing import NamedTuple

from posdiff.answers.brief import Brief
from posdiff.answers.changes import Changes, ChangesOfParty
from posdiff.comparison.changes import KINDS, SAME, Change
from posdiff.reports import brief_wording as phrases
from posdiff.reports import (
    movement_wording,
    step_wording,
    wording,
)
from posdiff.reports.compose.brief_room import PARTIES, POSITION, more_of, of_each_party, room
from posdiff.reports.compose.evidence import firmness
from posdiff.reports.document import (
    Block,
    Cell,
    Column,
    Line,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    cell,
)

#: The length of the part of a position that moved, in letters; its rest is left out where there is less room for it.
_MOVED, _LEAST_REST = 180, 20


def moved(changes: Changes, answer: Brief) -> Iterable[Section]:
    """What changed since a day, and towards whom: of each party that changed something the greatest, then others.

    Moves towards or away from another party stand first, then new red lines.
    """
    of_parties = [_greatest_first(party) for party in changes.parties]
    turns = [found for several in zip_longest(*of_parties) for found in several if found]
    in_turn = sorted(turns, key=lambda found: found.weight == 0)  # who spoke for the first time comes last
    chosen = of_each_party(in_turn, lambda found: found.name, room(answer).changes)
    of_party = [found for own in of_parties for found in own if found in chosen]
    rows = [
        Row((cell(found.change.issue.title, "strong"), _change(found, answer),
             _towards(found, changes)), mark=found.change.told)
        for found in sorted(of_party, key=lambda found: -found.weight)
    ]  # fmt: skip
    more = len(changes.parties) - PARTIES
    counts = [run for party in changes.parties[:PARTIES] for run in _counted(party, answer)]
    counts += [Run(f"And {wording.count(more, 'more party', 'more parties')}.", "faint")] if more > 0 else []
    counted = Paragraph(tuple(counts))
    columns = (Column("Issue"), Column("What changed", "change"), Column("Towards whom", "movement"))
    blocks: list[Block] = [counted, Table("What changed", columns, tuple(rows))] if rows else [counted]
    if len(in_turn) > room(answer).changes:
        against = f" --against {wording.asked(changes.against, answer.agenda).replace(' ', ',')}"
        at = f"--since {wording.day(changes.since)} --until"
        command = phrases.command("changes", [party.party for party in changes.parties], answer, against, at, changes)
        more = len(in_turn) - room(answer).changes
        blocks.append(more_of(more, "change" if more == 1 else "changes", command))
    led = any(_moves(found.change) for found in in_turn)
    meaning = phrases.NO_MOVE if answer.basis.supposed else phrases.SEEN_FROM_THE_END if led else ""
    yield Section(f"What moved since {wording.day(changes.since)}", tuple(blocks), meaning, anchor="moved")


class _Found(NamedTuple):
    """What changed of a party. ``weight``: 2 of a move towards another or away, 1 of a new red line."""

    party: str
    name: str
    change: Change
    weight: int


def _greatest_first(party: ChangesOfParty) -> list[_Found]:
    """What changed of a party: its greatest move towards another or away, its last new red line, then all the rest."""
    changes = [
        _Found(party.party.party, party.party.name, change, 2 if _moves(change) else int(_newly_red(change, party)))
        for change in sorted(party.changes, key=_greatest) if change.kind not in SAME
    ]  # fmt: skip
    red = sorted((found for found in changes if found.weight == 1), key=lambda found: -_day(found.change))
    moves = [found for found in changes if found.weight == 2]
    first = [*moves[:1], *red[:1]]
    return [*first, *moves[1:], *red[1:], *(found for found in changes if not found.weight)]


def _newly_red(change: Change, party: ChangesOfParty) -> bool:
    """Whether it is a red line since. Of a party that spoke for the first time all is new: none of it is told so."""
    is_red = bool(change.after and change.after.red_line)
    return is_red and not (change.before and change.before.red_line) and party.first is None


def _day(change: Change) -> int:
    return change.last_move.move.day if change.last_move else 0


def _moves(change: Change) -> bool:
    """Whether it leads towards another party or away from one."""
    return any(movement in ("closer", "farther") for movement in change.movements.values())


def _greatest(change: Change) -> tuple[bool, bool, int]:
    return not _moves(change), not _red(change), KINDS.index(change.told)


def _red(change: Change) -> bool:
    return any(held is not None and held.red_line for held in (change.before, change.after))


def _counted(party: ChangesOfParty, answer: Brief) -> Line:
    """``Russia: 3 hardened, 1 withdrawn.``; the blocs that it joined and left."""
    kinds = [change.told for change in party.changes]
    words = ", ".join(f"{kinds.count(kind)} {kind}" for kind in KINDS if kind in kinds and kind not in SAME)
    turned = step_wording.turned_on(party.turns, party.party.party, answer.agenda)
    told = "; ".join([words or phrases.NOTHING_MOVED, *([turned] if turned else [])])
    return Run(f"{party.party.name}: ", "strong"), Run(f"{told}. ")


def _change(found: _Found, answer: Brief) -> Cell:
    """Whose change it is, of which kind and day, and what is held now, what moved of it first."""
    change, step = found.change, found.change.last_move
    reported = change.after is not None and change.after.standing == "reported"
    several = sum(each.kind not in SAME for each in change.path) > 1
    by = " by" if several else ""  # what changed in several steps is as it is told from the day of the last on
    when = f"{by} {wording.day(step.move.day)}{' (reported)' if reported else ''}" if step else ""
    turned = step_wording.made_by(step.move, found.party, answer.agenda) if step else ""
    when += f", {turned}" if turned else ""
    told = step_wording.moved(change.before, change.after, answer.agenda)
    words = phrases.shortened(told.words, _MOVED)
    left = POSITION - len(words)
    rest = f"; {phrases.shortened(told.rest, left) if left > _LEAST_REST else '…'}" if told.rest else ""
    red = firmness("red-line") if told.red else ()
    return Cell(((Run(f"{found.name}, ", "strong"), Run(f"{change.told}{when}: "), *red, Run(f"{words}{rest}")),))


def _towards(found: _Found, changes: Changes) -> Cell:
    names = {asked.party: asked.name for asked in changes.against}
    measured_by = movement_wording.measured_by(found.party, names, changes.agenda, changes.until)
    words = movement_wording.in_brief(found.change, measured_by)
    return cell(words) if words else cell("–", "faint")
