"""How far the own words of a bloc's members stay within those of the bloc. Definitions: docs/figures.md."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Literal, NamedTuple

from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Held, Position
from posdiff.dossier.region import conceivable
from posdiff.dossier.term import Term
from posdiff.kinds.kind import Space

#: How a member strays: nothing meets it and the bloc, it accepts what the bloc refuses, or it says that it dissents.
Straying = Literal["contradicts", "goes-beyond", "dissents"]
STRAYING: tuple[Straying, ...] = ("contradicts", "goes-beyond", "dissents")


class Stray(NamedTuple):
    """A member that does not stay within its bloc's words on an issue; ``held``: its own words, None where it has none.

    ``bloc``: what the bloc says.
    """

    party: str
    issue: str
    how: Straying
    held: Held | None
    bloc: Held


class BlocCohesion(NamedTuple):
    """A bloc and who is in it on a day.

    ``issues``: those looked at on which it speaks in its own name and that can be compared; ``spoken``: those of them
    on which a member has words of its own, or dissents; ``own``: how many times one does; ``strays``: those that stray.
    """

    bloc: str
    members: tuple[str, ...]
    issues: tuple[str, ...]
    spoken: tuple[str, ...]
    own: int
    strays: tuple[Stray, ...]

    @property
    def within(self) -> tuple[str, ...]:
        """The issues on which all members that speak for themselves stay within the bloc's words."""
        strayed = {stray.issue for stray in self.strays}
        return tuple(issue for issue in self.spoken if issue not in strayed)


def cohesion(
    agenda: Agenda, bloc: str, members: Sequence[str], positions: Mapping[str, Position],
    dissents: Mapping[str, Collection[str]], issues: Sequence[str],
) -> BlocCohesion:  # fmt: skip
    """The members' own words against those of their bloc, over these issues.

    ``positions``: of the bloc and of its members; ``dissents``: by member, the issues on which it does.
    """
    says = {
        id: held
        for id, held in positions[bloc].terms.items()
        if id in issues and not held.through and agenda.issues[id].space.comparable
    }
    strays: list[Stray] = []
    spoken: dict[str, int] = dict.fromkeys(says, 0)
    for issue, of_bloc in says.items():
        for member in members:
            held = positions[member].terms.get(issue)
            own = held if held is not None and not held.through else None
            if own is None and issue not in dissents.get(member, ()):
                continue
            spoken[issue] += 1
            how = "dissents" if own is None else straying(agenda.issues[issue].space, own.terms, of_bloc.terms)
            if how is not None:
                strays.append(Stray(member, issue, how, own, of_bloc))
    told = tuple(issue for issue, number in spoken.items() if number)
    return BlocCohesion(bloc, tuple(members), tuple(says), told, sum(spoken.values()), tuple(strays))


def straying(space: Space, own: Sequence[Term], bloc: Sequence[Term]) -> Straying | None:
    """How words stray from those of a bloc; None where all that they accept on some condition the bloc does too.

    ``own``, ``bloc``: the terms of all parts of a position.
    """
    unions = [conceivable(space, (term,)) for term in (*own, *bloc)]
    if space.meets(unions) is False:
        return "contradicts"
    mine = conceivable(space, own)
    beyond = any(space.within(mine, conceivable(space, (term,))) is False for term in bloc)
    return "goes-beyond" if beyond else None
