"""What an edit means: the positions as of a day by the files before it and by the files after it.

Two clocks are kept apart. A party moves when it says something; the record moves when somebody writes it down. So a
difference is told with where it comes from: a statement that is new, an old statement that is only now on record (one
dated before the last that the party was known to have made), or a change to what was on record already. What the
agenda makes of terms that nobody touched is told apart from all of these.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from posdiff.comparison.changes import Change, ChangeKind, between
from posdiff.comparison.deadlocks import Deadlock, deadlocks
from posdiff.comparison.relations import Comparison, Relation, compare
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.fold import position, record
from posdiff.dossier.position import Held, Position, Record, position_of
from posdiff.dossier.region import Settlements
from posdiff.dossier.statement import Draft, Statement
from posdiff.dossier.term import Condition, Term
from posdiff.review.case import Case, Edit
from posdiff.review.edited_clauses import EditedClauses, edited_clauses
from posdiff.review.memberships import came_and_went, regrouped, same_words

#: Where a difference comes from: a new statement, an old one newly on record, a change to what was on record, or to
#: who is in which bloc.
Cause = Literal["stated", "newly-recorded", "record-changed", "agenda-changed"]
CAUSES: tuple[Cause, ...] = ("stated", "newly-recorded", "record-changed", "agenda-changed")
#: A kind of change; or that a position is gone since the record of it is.
Kind = ChangeKind | Literal["off-record"]
What = Literal["stated", "newly-recorded", "changed", "removed", "renamed"]


class Entry(NamedTuple):
    """What the edit did to a statement or draft. ``was``: the path that it had before, where it has no more."""

    what: What
    file: Statement | Draft
    was: str | None = None


class Moved(NamedTuple):
    """What became of a party's position on an issue. ``by``: the statements that it comes from; of two, the last first.

    ``change`` tells before and after; ``kind`` is its kind, or that the position went off the record. Where the agenda
    says that the party is in another bloc, before is by the agenda before, and no statement has part in it.
    """

    party: str
    kind: Kind
    change: Change
    cause: Cause
    by: tuple[Statement, ...]

    @property
    def told(self) -> Kind:
        """Its kind in words."""
        return self.change.told if self.kind == self.change.kind else self.kind


class Turned(NamedTuple):
    """Two parties whose relation on an issue changed; None where one of them had no position.

    The first is one whose position on the issue changed.
    """

    parties: tuple[str, str]
    before: Relation | None
    now: Comparison

    @property
    def after(self) -> Relation | None:
        """The relation by the files after the edit."""
        return None if self.now.relation in ("one-sided", "silent") else self.now.relation


class Reread(NamedTuple):
    """A term that nobody touched and that the agenda makes another of, or (None) no longer reads, or reads only now."""

    party: str
    issue: str
    before: Held | None
    after: Held | None


class EditEffect(NamedTuple):
    """The whole, as of the end of a day."""

    as_of: int
    entries: tuple[Entry, ...]
    moved: tuple[Moved, ...]
    #: By party, how many positions were only stated again.
    reaffirmed: Mapping[str, int]
    turned: tuple[Turned, ...]
    new_deadlocks: tuple[Deadlock, ...]
    resolved_deadlocks: tuple[Deadlock, ...]
    reread: tuple[Reread, ...]
    #: Files of the base with errors: what they say may be missing from what is told as before.
    unread: tuple[str, ...]
    complete: bool
    clauses: tuple[EditedClauses, ...] = ()


def edit_effect(case: Case, edit: Edit, reread: Dossier) -> EditEffect:
    """What an edit means. ``reread``: the files before it, under the agenda after it."""
    return _Edited(case.dossier, edit, reread, case.today).effect()


class _Edited:
    def __init__(self, after: Dossier, edit: Edit, before: Dossier, today: int) -> None:
        self.before, self.after, self.edit, self.today = before, after, edit, today
        self.agenda = after.agenda
        self.settlements = Settlements(self.agenda.issues)
        #: The issues of which the agenda makes something else than before; none where it is the same.
        self.redeclared = set() if before is edit.before else _redeclared(edit.before, after)
        #: The parties of which the agenda says that they are in other blocs than before.
        self.regrouped = () if before is edit.before else regrouped(edit.before.agenda, self.agenda)
        old = {statement.location.file: statement for statement in before.statements}
        new = {statement.location.file: statement for statement in after.statements}
        #: The statements that the edit touched: as they were, as they are.
        self.pairs: list[tuple[Statement | None, Statement | None]] = [
            *((None, new.get(path)) for path in sorted(edit.added)),
            *((old.get(path), new.get(path)) for path in sorted(edit.modified)),
            *((old.get(path), None) for path in sorted(edit.removed)),
            *((old.get(was), new.get(path)) for path, was in sorted(edit.renamed.items())),
        ]
        self._last: dict[str | None, int] = {}
        for statement in before.statements:
            for party in (*statement.parties, None):
                self._last[party] = max(self._last.get(party, 0), statement.day)

    def effect(self) -> EditEffect:
        touched = {party for pair in self.pairs for statement in pair if statement for party in statement.parties}
        # What is said in the name of a bloc moves its members.
        parties = [party for party in self.agenda.parties if not touched.isdisjoint(_speaking(party, self.agenda))]
        moved: list[Moved] = []
        reaffirmed: dict[str, int] = {}
        held: dict[str, tuple[Position, Position]] = {}
        for party in parties:
            steps = record(self.after, party, self.today)
            before = position(self.before, party, self.today)
            held[party] = before, position_of(steps, self.today, self.agenda.issues)
            moves, stated_again = self._moved(party, steps, *held[party])
            moved += moves
            reaffirmed |= {party: stated_again} if stated_again else {}
        moved += self._by_membership()
        turned, new, resolved, complete = self._between(moved, held)
        return EditEffect(
            self.today, tuple(self._entries()), tuple(moved), reaffirmed, tuple(turned), new, resolved,
            tuple(self._reread(moved)), _faulty(self.edit.before), complete,
            tuple(edited_clauses(self.edit, self.before, self.after)),
        )  # fmt: skip

    def _by_membership(self) -> Iterable[Moved]:
        """What parties hold through blocs that they were not in, or no longer hold; by the files before the edit."""
        for party in self.regrouped:
            old, new = (position(dossier, party, self.today).terms for dossier in (self.edit.before, self.before))
            for issue in self.agenda.issues.values():
                held_before, held_after = old.get(issue.id), new.get(issue.id)
                came, went = came_and_went(held_before, held_after)
                if came or went:
                    kind: ChangeKind = "inherited" if came else "no longer inherited"
                    change = Change(issue, kind, held_before, held_after, (), {})
                    yield Moved(party, kind, change, "agenda-changed", ())

    def _entries(self) -> Iterable[Entry]:
        """What became of every statement and draft, the statements first."""
        drafts = {draft.location.file: draft for draft in self.after.drafts}
        gone = {draft.location.file: draft for draft in self.before.drafts}
        for old, new in self.pairs:
            if new is not None and new.location.file in self.edit.added:
                late = any(self._late(new, party) for party in new.parties)
                yield Entry("newly-recorded" if late else "stated", new)
            elif old is not None and old.location.file in self.edit.removed:
                yield Entry("removed", old, old.location.file)
            elif new is not None:
                was = self.edit.renamed.get(new.location.file)
                yield Entry("renamed" if was else "changed", new, was)
            elif old is not None:  # it can no longer be read
                yield Entry("changed", old)
        for paths, what in ((self.edit.added, "stated"), (self.edit.modified, "changed")):
            yield from (Entry(what, drafts[path]) for path in sorted(paths) if path in drafts)  # type: ignore[arg-type]
        yield from (Entry("removed", gone[path], path) for path in sorted(self.edit.removed) if path in gone)
        for path, was in sorted(self.edit.renamed.items()):
            if path in drafts:
                yield Entry("renamed", drafts[path], was)

    def _late(self, statement: Statement, party: str) -> bool:
        """Whether a new statement is older than the last one on record: of its party, or of all if that has none."""
        whose = party if party in statement.parties else statement.parties[0]
        return statement.day < self._last.get(whose, self._last.get(None, 0))

    def _moved(self, party: str, new: Record, before: Position, after: Position) -> tuple[list[Moved], int]:
        """The positions that changed, and how many were stated again since; ``new``: the steps after the edit."""
        moves: list[Moved] = []
        stated_again = 0
        for issue in self.agenda.issues.values():
            held_before, held_after = before.terms.get(issue.id), after.terms.get(issue.id)
            if held_before is None and held_after is None:
                continue
            kind = self._kind(issue.id, held_before, held_after, new)
            if kind is None:
                stated_again += (
                    held_before is not None
                    and held_after is not None
                    and held_after.last_stated > held_before.last_stated
                )
                continue
            cause, by = self._cause(party, issue.id, held_after, new)
            change = Change(issue, "withdrawn" if kind == "off-record" else kind, held_before, held_after, (), {})
            moves.append(Moved(party, kind, change, cause, by))
        return moves, stated_again

    def _kind(self, issue: str, old: Held | None, new: Held | None, steps: Record) -> Kind | None:
        if old is None:
            return "added"
        if new is None:
            last = next((step for step in reversed(steps.moves) if step.issue == issue), None)
            return "off-record" if last is None or last.cause not in ("withdrawn", "expired") else last.cause
        return between(self.agenda.issues[issue], old.terms, new.terms, self.settlements)

    def _cause(self, party: str, issue: str, after: Held | None, steps: Record) -> tuple[Cause, tuple[Statement, ...]]:
        """Which of the touched statements have part in what a party holds on an issue, and which of them decide.

        A new statement that settles the issue by itself decides, whatever became of earlier ones.
        """
        changed: list[Statement] = []
        added: list[Statement] = []
        for old, new in self.pairs:
            part_before, part_after = (_part(each, _speaking(party, self.agenda), issue) for each in (old, new))
            if part_before == part_after:
                continue
            if new is not None and new.location.file in self.edit.added:
                added.append(new)
            elif (new or old) is not None:
                changed.append(new or old)  # type: ignore[arg-type]
        for listed in (changed, added):
            listed.sort(key=lambda statement: (-statement.day, statement.id))
        settled = _settled_by(issue, after, steps)
        deciding = [statement for statement in added if statement.id == settled]
        if changed and not deciding:
            return "record-changed", tuple(changed + added)
        late = bool(added) and all(self._late(statement, party) for statement in deciding or added)
        return "newly-recorded" if late else "stated", tuple(deciding or added)

    def _between(
        self, moved: Iterable[Moved], held: Mapping[str, tuple[Position, Position]]
    ) -> tuple[list[Turned], tuple[Deadlock, ...], tuple[Deadlock, ...], bool]:
        """Which relations changed, pair by pair; which deadlocks are new, and which are gone.

        What was is taken under the agenda of then.
        """
        moves: dict[str, set[str]] = {}
        for move in moved:
            moves.setdefault(move.party, set()).add(move.change.issue.id)
        about = self.redeclared.union(*moves.values())
        orders = {
            id
            for agenda in (self.edit.before.agenda, self.agenda)
            for id, issue in agenda.issues.items()
            if issue.space.uses_steps
        }
        ordering = bool(about & orders)
        if not about:
            return [], (), (), True
        dossier_before, dossier_after = (
            _narrowed(dossier, about | orders if ordering else about) for dossier in (self.edit.before, self.after)
        )
        if self.redeclared or self.regrouped:
            both = {
                party: (position(dossier_before, party, self.today), position(dossier_after, party, self.today))
                for party in self.agenda.parties
            }
        else:
            both = {
                party: held.get(party) or _twice(position(dossier_after, party, self.today))
                for party in self.agenda.parties
            }
        turned = []
        for first, second in combinations(self.agenda.parties, 2):
            turned += self._turned({first: both[first], second: both[second]}, moves)
        if not ordering:
            return turned, (), (), True
        old, complete = deadlocks(self.edit.before.agenda, {party: pair[0] for party, pair in both.items()})
        new, whole = deadlocks(self.agenda, {party: pair[1] for party, pair in both.items()})
        rings_before, rings_after = {_ring(deadlock) for deadlock in old}, {_ring(deadlock) for deadlock in new}
        fresh = tuple(deadlock for deadlock in new if _ring(deadlock) not in rings_before)
        gone = tuple(deadlock for deadlock in old if _ring(deadlock) not in rings_after)
        return turned, fresh, gone, complete and whole

    def _turned(self, pair: Mapping[str, tuple[Position, Position]], moved: Mapping[str, set[str]]) -> list[Turned]:
        """The issues on which two parties stand otherwise to each other."""
        about = self.redeclared.union(*(moved.get(party, set()) for party in pair))
        if not about:
            return []
        agenda_before = self.edit.before.agenda
        compared_before = compare(
            _only(agenda_before, about), {name: positions[0] for name, positions in pair.items()}
        ).issues
        compared_after = compare(
            _only(self.agenda, about), {name: positions[1] for name, positions in pair.items()}
        ).issues
        before = {comparison.issue.id: comparison.relation for comparison in compared_before}
        turned_pairs = []
        first, second = pair
        for new in compared_after:
            old = before.get(new.issue.id, "silent")
            parties = (second, first) if new.issue.id in moved.get(second, ()) else (first, second)
            turned = Turned(parties, None if old in ("one-sided", "silent") else old, new)
            held = [
                [position.terms.get(new.issue.id) for position in side] for side in zip(*pair.values(), strict=True)
            ]
            if turned.before != turned.after and not all(_of_one_bloc(*each) for each in held):
                turned_pairs.append(turned)
        return turned_pairs

    def _reread(self, moved: Iterable[Moved]) -> Iterable[Reread]:
        """Where the agenda makes another term of the same words, if it is not told that it is another bloc's."""
        if not self.redeclared:
            return
        told = {(move.party, move.change.issue.id) for move in moved if move.cause == "agenda-changed"}
        dossier_before, reread_before = (
            _narrowed(dossier, self.redeclared) for dossier in (self.edit.before, self.before)
        )
        for party in self.agenda.parties:
            if party not in dossier_before.agenda.parties:
                continue
            old, new = (
                position(dossier_before, party, self.today).terms,
                position(reread_before, party, self.today).terms,
            )
            for issue in dict.fromkeys((*dossier_before.agenda.issues, *self.agenda.issues)):
                held_before, held_after = old.get(issue), new.get(issue)
                if (party, issue) in told:
                    continue
                if _words(held_before, dossier_before.agenda) != _words(held_after, self.agenda):
                    yield Reread(party, issue, held_before, held_after)


def _settled_by(issue: str, after: Held | None, steps: Record) -> str | None:
    """The statement that by itself makes a position what it is, or ends it; None where others have part in it."""
    if after is not None:
        first, *others = after.parts
        return None if others or first.term.adds else first.statement
    last = next((step for step in reversed(steps.moves) if step.issue == issue), None)
    return last.statement.id if last is not None and last.statement is not None else None


def _of_one_bloc(one: Held | None, other: Held | None) -> bool:
    """Whether two parties do not stand against each other: one is silent, or both hold the words of one bloc."""
    return one is None or other is None or same_words(one, other)


def _twice(held: Position) -> tuple[Position, Position]:
    return held, held


def _narrowed(dossier: Dossier, issues: set[str]) -> Dossier:
    """The statements as far as they bear on these issues: a fold looks at each issue by itself."""
    kept = (
        statement._replace(terms={id: term for id, term in statement.terms.items() if id in issues})
        for statement in dossier.statements
        if statement.withdraws or statement.reaffirms or statement.dissents or not issues.isdisjoint(statement.terms)
    )
    return dossier.saying(kept)


def _redeclared(before: Dossier, after: Dossier) -> set[str]:
    """The issues that are declared differently, or in one agenda only, or on which a term depends on one of these."""
    issues = (before.agenda.issues, after.agenda.issues)
    differing = {
        id
        for id in {*issues[0], *issues[1]}
        if id not in issues[0] or id not in issues[1] or issues[0][id].space is not issues[1][id].space
    }
    if not differing:
        return differing
    hanging = {
        id
        for dossier in (before, after)
        for statement in dossier.statements
        for id, term in statement.terms.items()
        for condition in term.conditions
        if any(issue in differing for issue, _ in condition)
    }
    return differing | hanging


def _only(agenda: Agenda, issues: set[str]) -> Agenda:
    """The agenda with these issues only."""
    return agenda._replace(issues={id: issue for id, issue in agenda.issues.items() if id in issues})


def _speaking(party: str, agenda: Agenda) -> tuple[str, ...]:
    """The party, and the blocs whose words may be its own."""
    return (party, *agenda.blocs_above(party)) if party in agenda.blocs_of else (party,)


def _part(statement: Statement | None, speaking: Sequence[str], issue: str) -> object:
    """All that a statement of a party, or of its blocs, does to a position on an issue; None where it does nothing."""
    if statement is None or not set(speaking).intersection(statement.parties):
        return None
    term = statement.terms.get(issue)
    names = [tuple(reference.name for reference in listed) for listed in (statement.withdraws, statement.reaffirms)]
    dissents = any(reference.name == issue for reference in statement.dissents)
    # A statement that is reaffirmed may have said something on the issue: its id begins with a day, or a folder.
    named = any(n in (issue, "all") or "/" in n or n[:1].isdigit() for listed in names for n in listed)
    if term is None and not dissents and not named:
        return None
    return statement.day, statement.standing, term and (*term.form, term.adds, term.expires), names, dissents


def _ring(deadlock: Deadlock) -> object:
    """What makes a deadlock this one: its steps and demands, and whose they are."""
    edges = (
        (e.before, e.after, e.together, frozenset(owner.party for owner in e.owners if owner.by_itself))
        for e in deadlock.edges
    )
    return frozenset(edges)


def _words(held: Held | None, agenda: Agenda) -> object:
    """What a position says, part by part, by the words of its agenda."""
    return held and frozenset(_words_of(term, agenda) for term in held.terms)


def _words_of(term: Term, agenda: Agenda) -> object:
    space = agenda.issues[term.issue].space

    def said(condition: Condition) -> tuple[tuple[str, str], ...]:
        return tuple((issue, agenda.issues[issue].space.in_words(piece)) for issue, piece in condition)

    # By what is left, whatever was refused: an option more, and the same refusal leaves more.
    offers = frozenset((space.as_said(offer.accepts, refusal=False), said(offer.condition)) for offer in term.offers)
    prefers = None if term.prefers is None else space.target_words(term.prefers)
    return space.kind, offers, said(term.condition), term.firmness, term.vague, prefers


def _faulty(before: Dossier) -> tuple[str, ...]:
    """The files with errors; a base without any agenda has nothing that could have been read."""
    errors = (finding for finding in before.findings if finding.severity == "error" and finding.rule != "no-agenda")
    return tuple(sorted({finding.location.file for finding in errors}))
