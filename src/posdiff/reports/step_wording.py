"""The steps on the way of a position in words, and what they did with what blocs hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Held, How, Move, Part, Turn
from posdiff.kinds.kind import joined
from posdiff.reports.cutting import apart
from posdiff.reports.wording import day, held_part, how_again, position_in_words

if TYPE_CHECKING:
    from posdiff.comparison.changes import HistoryStep

NO_LONGER = "no longer held: "
STILL = "still: "
_ON_THAT_DAY: Mapping[How, str] = {"joined": "joined", "left": "left", "dissented": "dissented from"}
#: Of what was done on an earlier day.
_SINCE: Mapping[How, str] = {**_ON_THAT_DAY, "left": "is no longer in", "dissented": "dissents from"}


def in_words(step: HistoryStep, party: str, agenda: Agenda) -> str:
    """One step on the way: ``hardened 2025-06-02``; of a position that stayed the same, how it was said again.

    ``party``: whose it is; what a bloc made of it that was joined or left is told as that: ``left LDC 2025-06-02``.
    What its own words did to those of its blocs stands in brackets: ``replaced 2025-06-02 (withdrew its own words)``.
    """
    move, made = step.move, made_by(step.move, party, agenda)
    words = made if move.by_blocs else said_again(step) if step.kind == "unchanged" else step.told
    beside = [*(["reported"] if step.reported else []), *([made] if made and not move.by_blocs else [])]
    return f"{words} {day(move.day)}" + (f" ({'; '.join(beside)})" if beside else "")


def word(step: HistoryStep) -> str:
    """The word for a move: of a position that stayed the same, whether something was said again."""
    if step.kind != "unchanged":
        return step.told
    return "unchanged" if step.move.by_blocs or step.move.own_words_ended else "said again"


def made_by(move: Move, party: str, agenda: Agenda) -> str:
    """What a move did with what blocs hold, besides that its statement says something; of most moves nothing.

    ``left LDC``, ``dissented from LDC``; of the party's own words that ended, also where nothing of its blocs came in
    their place, why: ``withdrew its own words``, ``its own words expired``, ``is no longer in LDC``.
    """
    if move.own_words_ended:
        return "withdrew its own words" if move.cause == "withdrawn" else "its own words expired"
    told = turned(move.turns, party, agenda)
    nothing = [turn for turn in move.why_nothing if turn not in move.turns]
    return "; ".join(words for words in (told, turned(nothing, party, agenda, _SINCE)) if words)


def turned(turns: Iterable[Turn], party: str, agenda: Agenda, words: Mapping[How, str] = _ON_THAT_DAY) -> str:
    """Which blocs were joined and left, or dissented from: ``left LDC and joined AOSIS``, ``LDC joined G77``.

    ``party``: of whom that is told, who is not named. ``words``: how it is told.
    """
    return joined([
        f"{'' if each.party == party else f'{agenda.parties[each.party].name} '}"
        f"{words[each.how]} {agenda.parties[each.bloc].name}"
        for each in dict.fromkeys(turns)
    ])  # fmt: skip


def turned_on(turns: Sequence[tuple[int, Turn]], party: str, agenda: Agenda) -> str:
    """The same of several days: ``left LDC and joined AOSIS 2024-03-01; joined G77 2024-05-01``."""
    days = {on: [turn for other, turn in turns if other == on] for on, _ in turns}
    return "; ".join(f"{turned(those, party, agenda)} {day(on)}" for on, those in days.items())


def said_again(step: HistoryStep) -> str:
    """Whether a step that left a position as it was said a part of it again, or all of one part less firmly."""
    parts = step.move.after.parts if step.move.after else ()
    again = [part for part in parts if part.again_in_part and part.last_stated == step.move.day]
    for part in again:
        alike = [one for one in parts if not one.again_in_part and one.term.acceptance == part.term.acceptance]
        if alike:
            return how_again(part, alike)
    return "said again in part"


class MovedInWords(NamedTuple):
    """A change in words: what moved of the position, what else it says, and whether what moved is a red line."""

    words: str
    rest: str
    red: bool


def moved(was: Held | None, now: Held | None, agenda: Agenda) -> MovedInWords:
    """The parts that were not held before; where there is none, those that are no longer held.

    What only said again what another part said was held before too, and counts once that other is gone.
    """
    before, after = (_firmest_first(held) for held in (was, now))
    new, gone = _only_in(after, was.parts if was else ()), _only_in(before, after)
    parts = new or gone or after
    red = parts is not gone and parts[0].term.firmness == "red-line"
    words = "; and ".join(_marked(part, before + after, agenda, red) for part in parts)
    rest = "; and ".join(_marked(part, after, agenda) for part in after if part not in parts)
    if parts is gone:
        return MovedInWords(f"{NO_LONGER}{words}", f"{STILL}{rest}" if rest else "", red)
    _, words = apart("; and ".join(_marked(part, before + after, agenda, red) for part in gone), words)
    return MovedInWords(words, f"and {rest}" if rest else "", red)


def lost(step: HistoryStep, agenda: Agenda) -> MovedInWords | None:
    """Of a step with which a bloc's words went and others stayed, which went and which stayed; None of another."""
    before, after = step.move.before, step.move.after
    if step.kind != "no longer inherited" or before is None or after is None:
        return None
    return moved(before, after, agenda)


def then(step: HistoryStep, agenda: Agenda) -> str:
    """The position after a step in a line; where a bloc's words went, these first."""
    told = lost(step, agenda)
    if told is not None:
        return f"{told.words}; {told.rest}"
    return position_in_words(step.move.after, agenda) if step.move.after else "no position"


def _firmest_first(held: Held | None) -> list[Part]:
    return sorted(held.demands, key=lambda part: part.term.firmness != "red-line") if held else []


def _only_in(parts: Sequence[Part], others: Sequence[Part]) -> list[Part]:
    forms = {other.term.form for other in others}
    return [part for part in parts if part.term.form not in forms]


def _marked(part: Part, beside: Sequence[Part], agenda: Agenda, told: bool = False) -> str:
    """The words of a part; beside a red line with how firm it is, but for a red line of which that is ``told``."""
    words, firmness = held_part(part, agenda, beside), part.term.firmness
    red = any(other.term.firmness == "red-line" for other in beside)
    return words if not red or (told and firmness == "red-line") else f"{words} ({firmness.replace('-', ' ')})"
