"""The JSON of ``matrix --blocs``."""

from __future__ import annotations

from typing import Annotated, Literal

from posdiff.answers.cohesion import Cohesion
from posdiff.comparison.cohesion import BlocCohesion, Stray, Straying
from posdiff.kinds.forms import Day, Id, Ids, TypedDict
from posdiff.reports import cohesion_wording
from posdiff.reports.shapes import values
from posdiff.reports.shapes.values import Count, TermShape


class StrayShape(TypedDict):
    """A member that does not stay within the words of its bloc on an issue."""

    party: Annotated[Id, "The member."]
    issue: Annotated[Id, "The issue."]
    how: Annotated[
        Straying,
        "Whether nothing meets it and the bloc, it accepts what the bloc refuses, or it says that it dissents.",
    ]
    own: Annotated[TermShape | None, "Its own words; null where it only dissents."]
    bloc: Annotated[TermShape, "What the bloc says."]


class BlocCohesionShape(TypedDict):
    """How far the members of a bloc stay within its words."""

    bloc: Annotated[Id, "The bloc."]
    members: Annotated[Ids, "Who is in it on that day, by itself or by a bloc; observers are left out."]
    issues: Annotated[Ids, "The issues on which it speaks in its own name, and that can be compared."]
    spoken: Annotated[Ids, "Those of them on which a member has words of its own, or dissents."]
    within: Annotated[Ids, "Those of them on which all of these stay within the words of the bloc."]
    value: Annotated[float | None, "The share of these in percent; null where no member speaks for itself."]
    own: Annotated[Count, "How many times a member has words of its own there, or dissents."]
    strays: Annotated[list[StrayShape], "Who strays on which issue."]


class CohesionShape(TypedDict):
    """What `posdiff matrix --blocs --format json` writes: how far members stay within the words of their blocs."""

    schema: Annotated[Literal["posdiff/cohesion/1"], "The name and version of this shape."]
    as_of: Annotated[Day, "The day as of which positions are looked at."]
    blocs: Annotated[list[BlocCohesionShape], "The blocs, in the order in which they were asked for."]


def shape(answer: Cohesion) -> CohesionShape:
    """Each bloc."""
    return {
        "schema": "posdiff/cohesion/1",
        "as_of": values.day(answer.as_of),
        "blocs": [_bloc(bloc, answer) for bloc in answer.blocs],
    }


def _bloc(bloc: BlocCohesion, answer: Cohesion) -> BlocCohesionShape:
    return {
        "bloc": bloc.bloc,
        "members": list(bloc.members),
        "issues": list(bloc.issues),
        "spoken": list(bloc.spoken),
        "within": list(bloc.within),
        "value": cohesion_wording.value(bloc),
        "own": bloc.own,
        "strays": [_stray(stray, answer) for stray in bloc.strays],
    }


def _stray(stray: Stray, answer: Cohesion) -> StrayShape:
    return {
        "party": stray.party,
        "issue": stray.issue,
        "how": stray.how,
        "own": stray.held and values.term(stray.held, answer.agenda, answer.basis.proofs),
        "bloc": values.term(stray.bloc, answer.agenda, answer.basis.proofs),
    }
