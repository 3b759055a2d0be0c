"""Who holds the very same words on an issue, and counts once with them: a bloc and those who hold what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from posdiff.dossier.position import Held, Part


class Voice(NamedTuple):
    """Parties, by their labels, that hold the very same words, by whatever routes from bloc to bloc.

    ``first``: who said them, or where the bloc that did is not there, one of those who hold them through it; that is
    who counts. ``others``: who holds them through ``first``, or with it. ``own``: whether ``first`` said them.
    ``made_of``: where other voices said all of them between them, the first of each: then those count, and not this.
    """

    first: str
    others: tuple[str, ...]
    own: bool
    made_of: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """All of them."""
        return (self.first, *self.others)


#: Who said what: a party, and the line of a file.
_Said = frozenset[tuple[str, object]]


def red_lines(held: Held) -> Sequence[Part]:
    """The parts of a position that are red lines, those that say again what others say among them."""
    return [part for part in held.parts if part.term.firmness == "red-line"]


def voices(
    held: Mapping[str, Held], party_of: Mapping[str, str], counting: Callable[[Held], Sequence[Part]] | None = None
) -> tuple[Voice, ...]:
    """The positions of parties on an issue, each once; in the order of the first who holds each.

    ``party_of``: the id of the party of each label. ``counting``: which parts of a position it is asked of; else all.
    """
    labels = tuple(held)
    apart = [label if held[label].on_record else "" for label in labels]
    said = [(party_of[label], counting(held[label]) if counting else held[label].parts) for label in labels]
    groups = together(said, apart)
    made_of = _made_of({labels[first]: _said(*said[first]) for first, *_ in groups})
    return tuple(
        Voice(
            labels[first], tuple(labels[other] for other in others),
            not any(part.through for part in said[first][1]), made_of.get(labels[first], ()),
        )
        for first, *others in groups
    )  # fmt: skip


def _made_of(said: Mapping[str, _Said]) -> dict[str, tuple[str, ...]]:
    """Of those who say only what others say between them, who these are; by the first of each voice."""
    counted: dict[_Said, str] = {}
    found = {}
    for label in sorted(said, key=lambda label: len(said[label])):
        within = {words: other for words, other in counted.items() if words < said[label]}
        if said[label] and frozenset[tuple[str, object]]().union(*within) == said[label]:
            found[label] = tuple(other for other in said if other in within.values())
        else:
            counted.setdefault(said[label], label)
    return found


def sole_speaker(held: Mapping[str, Held], party_of: Mapping[str, str]) -> str:
    """Of two positions or more, the id of the party whose words all of them are, by whatever routes; else empty.

    Of one party on two days there are two positions, and no others who hold them through it.
    """
    said = {_said(party_of[label], each.parts) for label, each in held.items()}
    speaking = {speaker for words in said for speaker, _ in words}
    several = len({party_of[label] for label in held}) > 1
    return speaking.pop() if several and len(said) == 1 and len(speaking) == 1 else ""


def together(said: Sequence[tuple[str, Sequence[Part]]], apart: Sequence[object] = ()) -> list[list[int]]:
    """The numbers of all that is said, of the same words of one party together; first where it holds them itself.

    ``said``: each with the id of the party. ``apart``: what is beside that another for one is not the same. Where
    nobody holds them itself, the one comes first that holds them by the fewest routes.
    """
    found: dict[object, list[int]] = {}
    for number, (party, parts) in enumerate(said):
        words = _said(party, parts)
        key = (words, apart[number] if apart else "")
        own = not any(part.through for part in parts)
        if own and any(not part.through for other in found.get(key, ()) for part in said[other][1]):
            key = (words, number)  # the same party, as of another day
        found.setdefault(key, []).append(number)
    return [_led(those, said) for those in found.values()]


def _led(those: Sequence[int], said: Sequence[tuple[str, Sequence[Part]]]) -> list[int]:
    first = min(those, key=lambda one: (any(part.through for part in said[one][1]), len(said[one][1])))
    return [first, *(other for other in those if other != first)]


def _said(party: str, parts: Sequence[Part]) -> _Said:
    return frozenset((part.said_by or party, part.term.location) for part in parts)
