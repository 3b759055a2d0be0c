"""What an analysis of conflicts is made of: verdicts, conflicts, and the components that conflicts make of terms."""

from __future__ import annotations

from typing import Literal, NamedTuple

from posdiff.comparison.conflicts.constraints import Stated
from posdiff.comparison.conflicts.tables import RefusalTable
from posdiff.dossier.agenda import Rule
from posdiff.dossier.statement import Clause

ConflictVerdict = Literal["can-hold", "cannot-hold", "undecided"]
#: Which terms are looked at: all, red lines and firm ones, red lines alone.
FirmnessLevel = Literal["all", "firm", "red_line"]
LEVELS: tuple[FirmnessLevel, ...] = ("all", "firm", "red_line")


class Conflict(NamedTuple):
    """Terms that cannot all hold, of which none can be left out; with what of the agenda and the draft that needs.

    The terms stand in the order of the agenda's issues and, on one issue, of the parties as they were asked for.
    """

    terms: tuple[Stated, ...]
    rules: tuple[Rule, ...] = ()
    clauses: tuple[Clause, ...] = ()


class Component(NamedTuple):
    """Conflicts that have a term in common, directly or over others: their terms, and which of them would have to go.

    What would have to go for one component says nothing about another. ``concessions``: each minimal set of terms
    without which the rest can hold. Where not all conflicts of a cluster were found, its terms are kept together.
    """

    issues: tuple[str, ...]
    terms: tuple[Stated, ...]
    conflicts: tuple[Conflict, ...]
    complete: bool
    concessions: tuple[tuple[Stated, ...], ...]
    concessions_complete: bool
    #: For a single issue on which not all terms can hold.
    table: RefusalTable | None


class Unassessed(NamedTuple):
    """A term that stays outside (text), or counts only by what it refuses (vague)."""

    stated: Stated
    why: Literal["text", "vague"]
