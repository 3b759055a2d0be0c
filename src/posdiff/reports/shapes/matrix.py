"""The JSON of ``matrix``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, NotRequired

from posdiff.answers.matrix import Matrix
from posdiff.comparison.figures import Metric, PairFigure, rounded
from posdiff.dossier.position import Held
from posdiff.kinds.forms import Day, Id, Ids, TypedDict
from posdiff.reports import named_red_lines
from posdiff.reports.shapes import red_lines, values
from posdiff.reports.shapes.red_lines import DoubtfulRedLines
from posdiff.reports.shapes.values import Count, Label


class FigureShape(TypedDict):
    """A figure, with its coverage."""

    value: Annotated[
        int | float | None,
        "The figure: percent for overlap and agreement, 0 to 1 for distance; null when nothing is shared.",
    ]
    shared: Annotated[Count, "How many issues the mean is taken over."]
    issues: Annotated[Count, "How many issues were looked at."]
    red_lines: Annotated[
        list[Id], "The issues in contradiction, or conditional, on which one of the two has a red line."
    ]


class PairShape(FigureShape):
    """A figure for two parties."""

    a: Annotated[Id, "The first party."]
    b: Annotated[Id, "The second party."]
    on_record: Annotated[
        FigureShape | None,
        "With --with-reported, where a report changed the figure: that of what the two themselves stated; else null.",
    ]


class HeldThroughBlocsShape(TypedDict):
    """Of a party that holds positions through blocs, how many."""

    party: Annotated[Id, "The party."]
    positions: Annotated[Count, "How many positions it holds on the issues that were asked for."]
    inherited: Annotated[Count, "How many of these it holds through blocs, and not in its own words."]
    blocs: Annotated[Ids, "The blocs through which it holds them."]


class BoundToBothShape(TypedDict):
    """A party for which what its blocs hold on an issue leaves no outcome."""

    party: Annotated[Label, "The party."]
    issue: Annotated[Id, "The issue."]


class MatrixShape(DoubtfulRedLines):
    """What `posdiff matrix --format json` writes: a figure for every pair of parties.

    With the issues it is taken over and the contested issues with a red line.
    """

    schema: Annotated[Literal["posdiff/matrix/1"], "The name and version of this shape."]
    as_of: Annotated[Day, "The day as of which positions are looked at."]
    metric: Annotated[Metric, "What is measured."]
    parties: Annotated[list[Id], "The parties, in the order in which they were asked for."]
    pairs: Annotated[list[PairShape], "Every pair of parties."]
    on_both_sides: NotRequired[
        Annotated[list[BoundToBothShape], "Who is bound to both sides of a contradiction by blocs, if anybody is."]
    ]
    through_blocs: NotRequired[
        Annotated[list[HeldThroughBlocsShape], "The parties that hold positions through blocs, where there are any."]
    ]


def shape(answer: Matrix) -> MatrixShape:
    """The figure of every pair."""
    told: MatrixShape = {
        "schema": "posdiff/matrix/1",
        "as_of": values.day(answer.as_of),
        "metric": answer.metric,
        "parties": values.labels(answer.parties),
        "pairs": [
            {
                "a": pair.a,
                "b": pair.b,
                **figure(pair, answer.metric),
                "on_record": own and figure(own, answer.metric),
            }
            for pair in answer.pairs
            for own in (answer.on_record.get((pair.a, pair.b)),)
        ],
    }
    doubtful = red_lines.doubtful(answer.basis, named_red_lines.of_matrix(answer))
    inherited = [
        _held_through_blocs(label.rstrip("#"), [held for _, held in of_party])
        for label, of_party in answer.held.items()
        if any(held.blocs for _, held in of_party)
    ]
    if answer.on_both_sides:
        told["on_both_sides"] = [{"party": values.name(p), "issue": issue.id} for p, issue in answer.on_both_sides]
    if inherited:
        told["through_blocs"] = inherited
    return {**told, **doubtful}


def _held_through_blocs(party: str, held: Sequence[Held]) -> HeldThroughBlocsShape:
    return {
        "party": party,
        "positions": len(held),
        "inherited": sum(bool(each.blocs) for each in held),
        "blocs": list(dict.fromkeys(bloc for each in held for bloc in each.blocs)),
    }


def figure(pair: PairFigure, metric: Metric) -> FigureShape:
    """A figure, with what it is taken over."""
    return {
        "value": None if pair.value is None else rounded(pair.value, metric),
        "shared": pair.shared,
        "issues": pair.issues,
        "red_lines": list(pair.red_lines),
    }
