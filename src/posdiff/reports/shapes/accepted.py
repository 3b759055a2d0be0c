"""The JSON of what is accepted and by whom: the table by which many parties are compared, and the groups of parties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from posdiff.answers.compare import Compare
from posdiff.comparison.relations import Comparison, Relation
from posdiff.comparison.same_positions import OnIssue
from posdiff.dossier.region import accepted
from posdiff.kinds.forms import Id, TypedDict, limits
from posdiff.reports import wording
from posdiff.reports.shapes import values
from posdiff.reports.shapes.values import Label, Outcomes

if TYPE_CHECKING:
    from posdiff.answers.party_groups import PartyGroup


class SamePositionShape(TypedDict):
    """What parties of a group accept alike."""

    in_words: Annotated[str, "What they accept, in words."]
    parties: Annotated[list[Label], limits(minItems=1), "The parties that accept it."]


class HeldThroughShape(TypedDict):
    """Parties that hold something through the same blocs, all or a part of it."""

    blocs: Annotated[list[Id], limits(minItems=1), "The blocs."]
    parties: Annotated[list[Label], limits(minItems=1), "The parties."]


class AcceptedShape(SamePositionShape):
    """A row of the table: what is accepted, whoever says it and however firmly, and by whom."""

    accepts: Annotated[Outcomes, "What all of them accept as things stand."]
    met: Annotated[bool, "Whether any outcome meets all of it; false of a party that is bound to both sides."]
    own: Annotated[list[Label], "Those of the parties that hold it in their own name."]
    through: Annotated[list[HeldThroughShape], "The others, by the blocs through which they hold it, or a part of it."]
    red_line: Annotated[list[Label], "Those of the parties for whom a part of it is a red line."]
    apart: Annotated[
        list[Annotated[int, limits(minimum=1)]], "The other rows with which it has nothing in common: their numbers."
    ]


class IssueInGroupShape(TypedDict):
    """An issue on which a party of the group holds a position."""

    issue: Annotated[Id, "The issue."]
    relation: Annotated[Relation, "How the positions of the group's parties stand to each other."]
    red_line: Annotated[list[Label], "The parties of the group for whom a part of their position is a red line."]
    positions: Annotated[list[SamePositionShape], "What they accept: where most of them are first."]


class PartyGroupShape(TypedDict):
    """Parties that the agenda puts in one group."""

    group: Annotated[str | None, "The group's name; null for the parties that are in none."]
    parties: Annotated[list[Label], limits(minItems=1), "Its parties, as they were asked for."]
    issues: Annotated[
        list[IssueInGroupShape], "The issues on which one of them holds a position, in the agenda's order."
    ]


def table(row: Comparison, found: OnIssue, answer: Compare) -> list[AcceptedShape]:
    """A row for each thing that is accepted on an issue, that of the most parties first."""
    space, red, rows = row.issue.space, set(row.red_line), list[AcceptedShape]()
    for group, apart in zip(found.groups, found.apart, strict=True):
        ways: dict[tuple[str, ...], list[str]] = {}
        for label in group.parties:
            ways.setdefault(row.terms[label].through, []).append(label)
        rows.append({
            "in_words": wording.terms_in_words(group.terms, answer.agenda),
            "accepts": values.outcomes(space, accepted(space, group.terms)),
            "met": group.met,
            "parties": values.names(group.parties),
            "own": values.names(ways.pop((), ())),
            "through": [{"blocs": list(blocs), "parties": values.names(those)} for blocs, those in ways.items()],
            "red_line": values.names(label for label in group.parties if label in red),
            "apart": [place + 1 for place in apart],
        })  # fmt: skip
    return rows


def group(of_parties: PartyGroup, answer: Compare) -> PartyGroupShape:
    """What the parties of a group accept, on the issues that are shown."""
    shown = {row.issue.id for row in answer.shown_issues}
    return {
        "group": of_parties.name,
        "parties": values.names(of_parties.parties),
        "issues": [
            {
                "issue": id,
                "relation": found.comparison.relation,
                "red_line": values.names(found.comparison.red_line),
                "positions": [
                    {"in_words": wording.terms_in_words(one.terms, answer.agenda), "parties": values.names(one.parties)}
                    for one in found.positions
                ],
            }
            for id, found in of_parties.issues.items()
            if id in shown
        ],
    }
