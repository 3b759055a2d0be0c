"""All statements of a dossier, in the order in which they count; those of a party are found once, and looked up."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import overload

from posdiff.dossier.statement import Draft, Statement


class Statements(Sequence[Statement]):
    """By day, joint ones first, then by id. Frozen: nothing writes to it once it is made."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._given = tuple(statements)

    @property
    def every(self) -> tuple[Statement, ...]:
        """All of them."""
        return self._given

    def of(self, party: str) -> tuple[Statement, ...]:
        """Those of one party, its joint ones included."""
        return self._by_party.get(party, ())

    @cached_property
    def _by_party(self) -> dict[str, tuple[Statement, ...]]:
        found: dict[str, list[Statement]] = {}
        for statement in self.every:
            for party in dict.fromkeys(statement.parties):
                found.setdefault(party, []).append(statement)
        return {party: tuple(of_party) for party, of_party in found.items()}

    @property
    def reported_of(self) -> frozenset[str]:
        """The parties of which anything is only reported."""
        return reported_of(self.every)

    @property
    def keeps_pages(self) -> bool:
        """Whether any of their sources has a snapshot."""
        return keeps_pages(self.every)

    def __iter__(self) -> Iterator[Statement]:
        return iter(self.every)

    def __len__(self) -> int:
        return len(self.every)

    @overload
    def __getitem__(self, place: int) -> Statement: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Statement, ...]: ...
    def __getitem__(self, place: int | slice) -> Statement | tuple[Statement, ...]:
        return self.every[place]

    def __eq__(self, other: object) -> bool:
        return self.every == (other.every if isinstance(other, Statements) else other)

    def __hash__(self) -> int:
        return hash(tuple(statement.order for statement in self.every))


def keeps_pages(recorded: Iterable[Statement | Draft]) -> bool:
    """Whether any source of these has a snapshot."""
    return any(source.snapshot for each in recorded for source in each.sources.values())


def reported_of(statements: Iterable[Statement]) -> frozenset[str]:
    """The parties of which any of these statements is a report."""
    return frozenset(party for said in statements if said.standing == "reported" for party in said.parties)
