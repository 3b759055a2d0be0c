"""What changes against the record where something is supposed: an answer beside that to the same question without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from posdiff.answers.answer import AskedParty
    from posdiff.answers.compare import Compare
    from posdiff.answers.conflicts import Conflicts
    from posdiff.answers.draft import DraftAnswer
    from posdiff.answers.drafts import DraftSteps
    from posdiff.answers.matrix import Matrix
    from posdiff.comparison.conflicts.conflict import Conflict, ConflictVerdict, FirmnessLevel
    from posdiff.comparison.deadlocks import Deadlock
    from posdiff.comparison.drafts import PartyResult, Result, TermResult
    from posdiff.comparison.figures import PairFigure
    from posdiff.comparison.relations import Relation
    from posdiff.dossier.agenda import Issue
    from posdiff.dossier.statement import Draft


class GoneAndNew(NamedTuple):
    """How many there are on record and no longer, and how many there are only as supposed."""

    gone: int
    new: int


class RelationThere(NamedTuple):
    """How the parties stand on an issue; ``red_line``: to whom it is one, by their labels."""

    relation: Relation
    red_line: tuple[str, ...]


class RelationAgainstRecord(NamedTuple):
    """An issue on which the relation, or a red line, is another one."""

    issue: Issue
    before: RelationThere
    after: RelationThere


class PositionAgainstRecord(NamedTuple):
    """An issue on which positions are others, of parties by their labels, and how the parties stand is the same."""

    issue: Issue
    parties: tuple[str, ...]
    there: RelationThere


class CompareAgainstRecord(NamedTuple):
    """Of a comparison. ``conflicts``: those over several issues; None where they were not asked for."""

    issues: tuple[RelationAgainstRecord, ...]
    positions: tuple[PositionAgainstRecord, ...]
    deadlocks: GoneAndNew
    conflicts: GoneAndNew | None


#: A verdict on record, and as supposed.
Verdicts = tuple["ConflictVerdict", "ConflictVerdict"]


class ConflictsAgainstRecord(NamedTuple):
    """Of conflicts: the verdicts that are others, by how firm terms are and by party; the minimal conflicts."""

    levels: Mapping[FirmnessLevel, Verdicts]
    alone: Mapping[str, Verdicts]
    conflicts: GoneAndNew


class ResultsAgainstRecord(NamedTuple):
    """An issue on which parts of a position fare otherwise, as a whole or by some option of brackets.

    With what becomes of each part; nothing where there is none.
    """

    issue: Issue
    before: tuple[TermResult, ...]
    after: tuple[TermResult, ...]


class DraftAgainstRecord(NamedTuple):
    """Of a draft and a party that it does something else to: the whole draft, and the issues asked for."""

    draft: Draft
    party: AskedParty
    before: PartyResult
    after: PartyResult
    results: tuple[ResultsAgainstRecord, ...]


class ChoicesAgainstRecord(NamedTuple):
    """In how many choices among the options of a draft no red line is crossed, where that is another number.

    Or, where the number is the same, where other choices are listed. ``party``: None of all parties together. None in
    place of a number: not known.
    """

    draft: Draft
    party: AskedParty | None
    before: int | None
    after: int | None
    total: int


class PairAgainstRecord(NamedTuple):
    """Two parties with another figure."""

    before: PairFigure
    after: PairFigure


def of_compare(record: Compare, supposed: Compare) -> CompareAgainstRecord:
    """The issues on which the parties stand otherwise, in the agenda's order, and what clashes across issues."""
    before, after = (
        {row.issue.id: RelationThere(row.relation, row.red_line) for row in answer.issues}
        for answer in (record, supposed)
    )
    silent = RelationThere("silent", ())
    issues = tuple(
        RelationAgainstRecord(issue, before.get(id, silent), after.get(id, silent))
        for id, issue in supposed.agenda.issues.items()
        if before.get(id, silent) != after.get(id, silent)
    )
    positions = tuple(_positions(record, supposed, {changed.issue.id for changed in issues}))
    rings = _gone_and_new(map(_ring, record.deadlocks), map(_ring, supposed.deadlocks))
    conflicts = None
    if record.conflicts is not None and supposed.conflicts is not None:
        conflicts = _gone_and_new(map(_key, record.conflicts), map(_key, supposed.conflicts))
    return CompareAgainstRecord(issues, positions, rings, conflicts)


def _positions(record: Compare, supposed: Compare, changed: Collection[str]) -> Iterator[PositionAgainstRecord]:
    """Where positions are others, on issues on which nothing else is."""
    on_record = {row.issue.id: row.terms for row in record.issues}
    for row in supposed.issues:
        before = {label: held.form for label, held in on_record.get(row.issue.id, {}).items()}
        after = {label: held.form for label, held in row.terms.items()}
        others = tuple(label for label in before | after if before.get(label) != after.get(label))
        if others and row.issue.id not in changed:
            yield PositionAgainstRecord(row.issue, others, RelationThere(row.relation, row.red_line))


def _ring(ring: Deadlock) -> Hashable:
    """What makes it this deadlock: its steps, and which has to come before which, or together with it."""
    return tuple((edge.before, edge.after, edge.together) for edge in ring.edges)


def of_conflicts(record: Conflicts, supposed: Conflicts) -> ConflictsAgainstRecord:
    """The verdicts that are others, and the conflicts on the issues asked for."""
    before, after = record.analysis, supposed.analysis
    return ConflictsAgainstRecord(
        _differing(before.verdicts, after.verdicts),
        _differing(before.alone, after.alone),
        _gone_and_new(map(_key, record.conflicts), map(_key, supposed.conflicts)),
    )


_Key = TypeVar("_Key", bound=Hashable)


def _differing(before: Mapping[_Key, ConflictVerdict], after: Mapping[_Key, ConflictVerdict]) -> dict[_Key, Verdicts]:
    return {key: (before[key], after[key]) for key in after if before[key] != after[key]}


def _key(conflict: Conflict) -> Hashable:
    """What makes it this conflict: whose terms on which issues, and how firm they are."""
    return tuple(sorted((stated.party, stated.issue.id, stated.part.term.firmness) for stated in conflict.terms))


def _gone_and_new(before: Iterable[Hashable], after: Iterable[Hashable]) -> GoneAndNew:
    on_record, supposed = Counter(before), Counter(after)
    return GoneAndNew((on_record - supposed).total(), (supposed - on_record).total())


def of_draft(record: DraftAnswer, supposed: DraftAnswer) -> tuple[DraftAgainstRecord, ...]:
    """The parties to whom the draft does something else."""
    found = []
    for before, after in zip(record.parties, supposed.parties, strict=True):
        results = _results(before.terms, after.terms)
        if results or _sum(before.result) != _sum(after.result):
            found.append(DraftAgainstRecord(supposed.draft, after.party, before.result, after.result, results))
    return tuple(found)


def of_drafts(record: DraftSteps, supposed: DraftSteps) -> tuple[DraftAgainstRecord, ...]:
    """The same of each draft in turn, on the issues asked for."""
    wanted = set(supposed.filter.issues)
    found = (each for draft in supposed.drafts for each in of_draft(record.judged[draft.id], supposed.judged[draft.id]))
    return tuple(
        each._replace(results=tuple(results for results in each.results if results.issue.id in wanted))
        for each in found
    )


def choices_of_draft(record: DraftAnswer, supposed: DraftAnswer) -> tuple[ChoicesAgainstRecord, ...]:
    """The parties, and last all of them, of which red lines are not crossed in other choices among the options."""
    before, after = record.choices, supposed.choices
    if before is None or after is None:
        return ()
    draft, total = supposed.draft, after.total
    numbers = ((of.party, before.free.get(of.party.label), after.free.get(of.party.label)) for of in supposed.parties)
    found = [ChoicesAgainstRecord(draft, *each, total) for each in numbers if each[1] != each[2]]
    if (before.free_together, before.for_all) != (after.free_together, after.for_all):
        found.append(ChoicesAgainstRecord(draft, None, before.free_together, after.free_together, total))
    return tuple(found)


def choices_of_drafts(record: DraftSteps, supposed: DraftSteps) -> tuple[ChoicesAgainstRecord, ...]:
    """The same of each draft in turn."""
    both = ((record.judged[draft.id], supposed.judged[draft.id]) for draft in supposed.drafts)
    return tuple(each for answers in both for each in choices_of_draft(*answers))


def _sum(result: PartyResult) -> tuple[object, ...]:
    counts = Counter((judged.result, judged.part.term.firmness) for judged in result.terms)
    return result.verdict, result.completable, frozenset(counts.items())


def _results(before: Sequence[TermResult], after: Sequence[TermResult]) -> tuple[ResultsAgainstRecord, ...]:
    issues = {judged.issue.id: judged.issue for judged in (*before, *after)}
    both = (
        ResultsAgainstRecord(
            issue, *(tuple(each for each in terms if each.issue.id == id) for terms in (before, after))
        )
        for id, issue in issues.items()
    )
    return tuple(results for results in both if _fare(results.before) != _fare(results.after))


def _fare(terms: Iterable[TermResult]) -> list[tuple[Result, list[Result]]]:
    """What becomes of parts of a position, as a whole and option by option."""
    return [(each.result, [option.result for option in each.options]) for each in terms]


def of_matrix(record: Matrix, supposed: Matrix) -> tuple[PairAgainstRecord, ...]:
    """The pairs with another figure, coverage or red line."""
    pairs = zip(record.pairs, supposed.pairs, strict=True)
    return tuple(PairAgainstRecord(before, after) for before, after in pairs if before != after)
