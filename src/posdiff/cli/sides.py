"""The parties that a command looks at, each with its position and the name that it is called by."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from posdiff.cli import selectors
from posdiff.cli.opening import Reader
from posdiff.dossier.position import Position


class Sides(NamedTuple):
    """By label (``russia``, ``russia@2024-06-14``): the position, and the name with the day where it has its own.

    A party may be looked at twice on one day: the second one's label carries ``#``.
    """

    positions: dict[str, Position]
    names: dict[str, str]

    @property
    def parties(self) -> list[str]:
        """The ids of the parties, each once."""
        return list(dict.fromkeys(position.party for position in self.positions.values()))


def sides(texts: Iterable[str], reader: Reader, as_of: int, today: date) -> Sides:
    """The parties that texts name, as of a day or of each one's own. Raises Failure for a name that is not there."""
    agenda = reader.opened.dossier.agenda
    found = Sides({}, {})
    for text in texts:
        asked = selectors.asked(agenda, text, today)
        label = asked.label
        while label in found.positions:
            label += "#"
        found.positions[label] = reader.position(asked.party, as_of if asked.day is None else asked.day)
        own = f" ({asked.label.partition('@')[2]})" if asked.day else ""
        found.names[label] = agenda.parties[asked.party].name + own
    return found
