"""Who holds the very same words on an issue, and counts once with them: a bloc and those who hold what it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from posdiff.dossier.position import Held, Part


class Voice(NamedTuple):
    """Parties, by their labels, that hold the very same words.

    ``first``: who said them, or where the bloc that did is not there, one of those who hold them through it; that is
    who counts. ``others``: who holds them through ``first``, or with it. ``own``: whether ``first`` said them.
    """

    first: str
    others: tuple[str, ...]
    own: bool

    @property
    def labels(self) -> tuple[str, ...]:
        """All of them."""
        return (self.first, *self.others)


def voices(held: Mapping[str, Held], party_of: Mapping[str, str]) -> tuple[Voice, ...]:
    """The positions of parties on an issue, each once; in the order of the first who holds each.

    ``party_of``: the id of the party of each label.
    """
    labels = tuple(held)
    apart = [label if held[label].on_record else "" for label in labels]
    said = [(party_of[label], held[label].parts) for label in labels]
    return tuple(
        Voice(labels[first], tuple(labels[other] for other in others), not held[labels[first]].through)
        for first, *others in together(said, apart)
    )


def together(said: Sequence[tuple[str, Sequence[Part]]], apart: Sequence[object] = ()) -> list[list[int]]:
    """The numbers of all that is said, of the same words of one party together; first where it holds them itself.

    ``said``: each with the id of the party. ``apart``: what is beside that another for one is not the same.
    """
    found: dict[object, list[int]] = {}
    for number, (party, parts) in enumerate(said):
        speaking = tuple((part.through[-1] if part.through else party, part.term.location) for part in parts)
        key = (speaking, apart[number] if apart else "")
        own = not any(part.through for part in parts)
        if own and any(not part.through for other in found.get(key, ()) for part in said[other][1]):
            key = (speaking, number)  # the same party, as of another day
        found.setdefault(key, []).append(number)
    return [sorted(those, key=lambda one: any(part.through for part in said[one][1])) for those in found.values()]
