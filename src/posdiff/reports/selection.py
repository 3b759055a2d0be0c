"""Which rows of an answer a report shows: the one filter for every command and format."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

from posdiff.comparison.deadlocks import Deadlock
from posdiff.comparison.relations import Comparison, Comparisons
from posdiff.dossier.agenda import Agenda, Issue
from posdiff.dossier.position import Position

if TYPE_CHECKING:
    from posdiff.comparison.changes import Change
    from posdiff.comparison.conflicts.analysis import ConflictAnalysis
    from posdiff.comparison.conflicts.conflict import Component, Conflict
    from posdiff.comparison.drafts import PartyResult, TermResult


class _Row(Protocol):
    @property
    def issue(self) -> Issue: ...


Row = TypeVar("Row", bound=_Row)


class Selected(NamedTuple, Generic[Row]):
    """``scope``: rows on the issues asked for, which the summary counts; ``shown``: those of the kinds asked for."""

    scope: tuple[Row, ...]
    shown: tuple[Row, ...]
    #: The deadlocks that one of the issues asked for has part in, and those of them that are shown.
    rings: tuple[Deadlock, ...] = ()
    deadlocks: tuple[Deadlock, ...] = ()
    #: Conflicts over several issues that no contradiction and no deadlock shows; and whether these are all.
    crossing: "tuple[Conflict, ...]" = ()
    crossing_complete: bool = True
    #: The options with which ``conflicts`` reads what this answer read: `` --rev 785769f --with-reported``.
    besides: str = ""


def issues(agenda: Agenda, named: Collection[str], topics: Collection[str]) -> list[str]:
    """The ids of the issues that are named or belong to a topic that is; all of them when none is."""
    if not named and not topics:
        return list(agenda.issues)
    return [issue.id for issue in agenda.issues.values() if issue.id in named or issue.topic in topics]


def comparisons(
    result: Comparisons, chosen: Collection[str], only: Collection[str], everything: bool
) -> Selected[Comparison]:
    """The comparisons on the ``chosen`` issues; ``only`` keeps relations, ``everything`` also silent ones.

    Deadlocks are kept when no relation is asked for, or ``deadlock`` is, and one of the chosen issues is part of them.
    """
    keep_silent = everything or "silent" in only
    scope = tuple(one for one in result.issues if one.issue.id in chosen and (keep_silent or one.relation != "silent"))
    shown = tuple(one for one in scope if not only or one.relation in only)
    rings = tuple(one for one in result.deadlocks if any(o.issue in chosen for edge in one.edges for o in edge.owners))
    return Selected(scope, shown, rings, rings if not only or "deadlock" in only else ())


def crossing(
    agenda: Agenda,
    selected: Selected[Comparison],
    positions: Mapping[str, Position],
    chosen: Collection[str],
    only: Collection[str],
    besides: str = "",
) -> Selected[Comparison]:
    """The same with the conflicts over several issues in which one of the chosen ones has part.

    Where nothing ties issues together there are none, and nothing of what would find them is imported.
    """
    from posdiff.comparison.linkage import linked

    if only or not linked(agenda, positions):
        return selected
    from posdiff.comparison.conflicts.analysis import over_several_issues

    found, complete = over_several_issues(agenda, positions)
    some = tuple(one for one in found if any(each.issue.id in chosen for each in one.terms))
    return selected._replace(crossing=some, crossing_complete=complete, besides=besides)


def judged(found: Sequence["PartyResult"], chosen: Collection[str], only: Collection[str]) -> Selected["TermResult"]:
    """The terms of all parties on the ``chosen`` issues, held against a draft; ``only`` keeps results."""
    scope = tuple(one for answer in found for one in answer.terms if one.issue.id in chosen)
    return Selected(scope, tuple(one for one in scope if not only or one.result in only))


def changes(
    found: Sequence["Change"], chosen: Collection[str], only: Collection[str], everything: bool
) -> Selected["Change"]:
    """The changes on the ``chosen`` issues; ``only`` keeps kinds, ``everything`` those that are unchanged."""
    keep_unchanged = everything or "unchanged" in only
    scope = tuple(one for one in found if one.issue.id in chosen)
    shown = tuple(
        one for one in scope if (not only or one.kind in only) and (keep_unchanged or one.kind != "unchanged")
    )
    return Selected(scope, shown)


class Chosen(NamedTuple):
    """The conflicts, and the clusters, in which one of the issues asked for has part."""

    conflicts: tuple["Conflict", ...]
    clusters: tuple["Component", ...]


def conflicts(found: "ConflictAnalysis", chosen: Collection[str]) -> Chosen:
    """The conflicts and clusters on the ``chosen`` issues; what would have to go is told for clusters as a whole."""
    return Chosen(
        tuple(one for one in found.conflicts if any(each.issue.id in chosen for each in one.terms)),
        tuple(one for one in found.components if any(issue in chosen for issue in one.issues)),
    )
