"""The lanes of a position on a scale: what is accepted as things stand, and what a condition is put to, each by itself.

A demand that binds only where a condition is met, or an offer that is made only then, has a lane of its own with its
words beside it: in one bar with the rest it would look as if it always bound.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Held, Part
from posdiff.dossier.region import accepted, conceivable
from posdiff.dossier.term import Term
from posdiff.kinds.axis import Stretch
from posdiff.kinds.kind import Space, Union
from posdiff.reports import wording
from posdiff.reports.charts.axis import stretches

#: More lanes of one party are counted.
_MOST = 8


class Bar(NamedTuple):
    """A part of the line, and how it is drawn: ``bar``, ``hollow``, ``open`` or ``bound``."""

    stretch: Stretch
    style: str


class RedLine(NamedTuple):
    """What a red line demands, or what it refuses where it says nothing else."""

    outcomes: Union
    refused: bool


class ScaleLane(NamedTuple):
    """Bars and outlines on one line, and the words beside them."""

    bars: tuple[Bar, ...]
    red_lines: tuple[RedLine, ...]
    words: str


def lanes(space: Space, held: Held, agenda: Agenda) -> list[ScaleLane]:
    """The lanes of a position: first what it says without a condition, then each part that has one."""
    clauses = [clause for part in held.demands for clause in _clauses(part)]
    if not clauses:
        return [_standing(space, held, wording.position_in_words(held, agenda))]
    drawn = [_on_condition(space, clause, held, agenda) for clause in clauses]
    if len(drawn) > _MOST:
        drawn[_MOST - 1 :] = [ScaleLane((), (), f"and {len(drawn) - _MOST + 1:,} more on conditions")]
    plain = [part for part in map(_without_conditions, held.demands) if part is not None]
    if plain:
        words = wording.position_in_words(held._replace(parts=tuple(plain)), agenda)
        return [_standing(space, held, words), *drawn]
    rest = _standing(space, held, "elsewhere leaves it open")
    return [*drawn, rest] if rest.bars else drawn


def _clauses(part: Part) -> Iterator[Part]:
    """What a part says on conditions: all of it where it applies only then, else each such offer."""
    if part.term.condition:
        yield part
        return
    for offer in part.term.offers:
        if offer.condition:
            yield part._replace(term=part.term._replace(offers=(offer,)))


def _without_conditions(part: Part) -> Part | None:
    """What a part says as things stand; None where that is nothing."""
    plain = tuple(offer for offer in part.term.offers if not offer.condition)
    if part.term.condition or not plain:
        return None
    return part._replace(term=part.term._replace(offers=plain))


def _standing(space: Space, held: Held, words: str) -> ScaleLane:
    """What is accepted as things stand, and what besides it only a condition or an open question keeps from that."""
    now = [] if held.vague else stretches(space, accepted(space, held.terms))
    plain = [_as_things_stand(term) for term in held.terms]
    left_open = [stretch for stretch in stretches(space, conceivable(space, plain)) if stretch not in now]
    bars = [Bar(stretch, "open" if held.vague else "hollow") for stretch in left_open]
    bars += [Bar(stretch, "bar") for stretch in now]
    lines = [_red_line(space, term) for term in held.terms if term.firmness == "red-line" and not term.condition]
    return ScaleLane(tuple(bars), tuple(lines), words)


def _as_things_stand(term: Term) -> Term:
    """A term without its offers on conditions; one that applies on a condition as it is: else it leaves all open."""
    if term.condition:
        return term
    return term._replace(offers=tuple(offer for offer in term.offers if not offer.condition))


def _on_condition(space: Space, part: Part, held: Held, agenda: Agenda) -> ScaleLane:
    """A demand that applies only on a condition, or an offer that is made only then."""
    term = part.term
    style = "bound" if term.condition else "hollow"
    bars = tuple(Bar(stretch, style) for stretch in stretches(space, term.conceivable))
    lines = (_red_line(space, term),) if term.condition and term.firmness == "red-line" else ()
    words = wording.position_in_words(held._replace(parts=(part,)), agenda)
    return ScaleLane(bars, lines, words)


def _red_line(space: Space, term: Term) -> RedLine:
    if term.refuses:
        return RedLine(space.minus(space.everything, term.offers[0].accepts), True)
    return RedLine(term.conceivable, False)
