"""Two drafts row by row, by clause or issue: what is agreed, in reach, open, or across a red line.

Definitions: docs/semantics.md, The four-column paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from posdiff.comparison import draft_rules
from posdiff.comparison.draft_steps import ClauseSteps, clause_steps
from posdiff.comparison.drafts import PartyResult, TermResult, red
from posdiff.dossier import brackets
from posdiff.dossier.agenda import Agenda, Issue, Rule
from posdiff.dossier.region import Box, Settlements
from posdiff.dossier.statement import Clause, Draft
from posdiff.dossier.term import Term

RowState = Literal["across-red-line", "agreed", "in-reach", "open"]
#: The first that fits is the state of a row.
ROW_STATES: tuple[RowState, ...] = ("across-red-line", "agreed", "in-reach", "open")


class PaperRow(NamedTuple):
    """A clause with the issues that it names, or one issue that no clause names.

    ``crossed``: by the names by which parties were asked for, the red lines on these issues that the last draft breaks.
    """

    clause: ClauseSteps | None
    issues: tuple[Issue, ...]
    state: RowState
    crossed: Mapping[str, tuple[TermResult, ...]]


def paper_rows(agenda: Agenda, before: Draft, after: Draft, results: Sequence[PartyResult]) -> tuple[PaperRow, ...]:
    """The clauses as the last draft has them, then the issues that none names; ``results``: of the last draft."""
    paper = _Paper(agenda, before, after, results)
    rows = [paper.row(clause, issues) for clause, issues in _by_clause(agenda, before, after)]
    named = {issue for draft in (before, after) for clause in draft.clauses for issue in clause.settles}
    settled = before.outcomes.keys() | after.outcomes.keys() | paper.crossed_issues
    alone = (issue for id, issue in agenda.issues.items() if id in settled and id not in named)
    return (*rows, *(paper.row(None, (issue,)) for issue in alone))


def _by_clause(agenda: Agenda, before: Draft, after: Draft) -> Iterator[tuple[ClauseSteps, tuple[Issue, ...]]]:
    """Each clause with the issues that it names in the last draft, and those that only the one before lets it name."""
    named_after = {issue for clause in after.clauses for issue in clause.settles}
    for clause in clause_steps((before, after)):
        now, then = clause.texts.get(after.id), clause.texts.get(before.id)
        issues = dict.fromkeys(now.settles if now else ())
        issues.update(dict.fromkeys(issue for issue in (then.settles if then else ()) if issue not in named_after))
        yield clause, tuple(agenda.issues[issue] for issue in issues)


class _Paper:
    """Says of rows how far they are."""

    def __init__(self, agenda: Agenda, before: Draft, after: Draft, results: Sequence[PartyResult]) -> None:
        self._agenda, self._before, self._after = agenda, before, after
        self._settlements = Settlements(agenda.issues)
        self._parts: dict[str, dict[str, list[TermResult]]] = {}
        for of_party in results:
            for judged in of_party.terms:
                self._parts.setdefault(judged.issue.id, {}).setdefault(of_party.party, []).append(judged)
        self._parties = [of_party.party for of_party in results]
        broken = [
            rule for draft in (before, after) for rules in draft_rules.broken_rules(agenda, draft) for rule in rules
        ]
        self._rules = [rule for rule in agenda.rules if rule not in broken]

    @property
    def crossed_issues(self) -> frozenset[str]:
        """The issues on which the last draft crosses a red line."""
        return frozenset(id for id, issue in self._agenda.issues.items() if self._crossed((issue,)))

    def row(self, clause: ClauseSteps | None, issues: tuple[Issue, ...]) -> PaperRow:
        """A row, with the first state that fits."""
        crossed = self._crossed(issues)
        if crossed:
            return PaperRow(clause, issues, "across-red-line", crossed)
        if self._agreed(clause, issues):
            return PaperRow(clause, issues, "agreed", crossed)
        return PaperRow(clause, issues, "in-reach" if issues and self._in_reach(issues) else "open", crossed)

    def _crossed(self, issues: Sequence[Issue]) -> dict[str, tuple[TermResult, ...]]:
        found: dict[str, tuple[TermResult, ...]] = {}
        for issue in issues:
            for party, parts in self._parts.get(issue.id, {}).items():
                broken = tuple(judged for judged in parts if judged.result == "broken" and red(judged))
                if broken:
                    found[party] = (*found.get(party, ()), *broken)
        return found

    def _agreed(self, clause: ClauseSteps | None, issues: Sequence[Issue]) -> bool:
        if clause is not None:
            before, after = (clause.texts.get(draft.id) for draft in (self._before, self._after))
            if after is not None and after.status is not None:
                return after.status == "agreed"
            if not _same_words(before, after):
                return False
        return all(self._leave_the_same(issue) for issue in issues)

    def _leave_the_same(self, issue: Issue) -> bool:
        """Whether both drafts leave the same open on an issue, and neither has brackets there."""
        before, after = (draft.outcomes.get(issue.id) for draft in (self._before, self._after))
        if before is None or after is None:
            return before is after
        if before.options or after.options:
            return False
        if not issue.space.comparable:
            return set(before.leaves) == set(after.leaves)
        return issue.space.equal(before.leaves, after.leaves)

    def _in_reach(self, issues: Sequence[Issue]) -> bool:
        """Whether some settlement has outcomes on these issues that both drafts leave open and every party accepts.

        All else comes out as one of the two drafts leaves it, by the rules of the agenda that neither breaks.
        """
        regions: list[Sequence[Box]] = []
        parts: list[Term] = []
        for issue in issues:
            of_issue = self._parts.get(issue.id, {})
            if not issue.space.comparable or any(party not in of_issue for party in self._parties):
                return False
            for draft in (self._before, self._after):
                if issue.id in draft.outcomes:
                    regions.append(self._left_open(draft, issue))
                elif draft.final:
                    return False
            parts += [judged.part.term for of_party in of_issue.values() for judged in of_party]
        rules, others = self._beside(issues, parts)
        regions += [self._accepting(term) for term in parts]
        regions += [self._settlements.keeping(rule) for rule in rules]
        regions += [
            [*self._left_open(self._before, other), *self._left_open(self._after, other)]
            for other in others
            if other.id in self._before.outcomes and other.id in self._after.outcomes
        ]
        return bool(self._parties) and self._settlements.meet({}, regions) is True

    def _left_open(self, draft: Draft, issue: Issue) -> list[Box]:
        pieces = issue.space.tidy(draft.outcomes[issue.id].leaves)
        return self._settlements.boxes(*(((issue.id, piece),) for piece in pieces))

    def _accepting(self, term: Term) -> list[Box]:
        """The settlements that a party accepts: a vague term accepts nothing yet where it binds."""
        if not term.vague:
            return self._settlements.meeting(term)
        return self._settlements.outside(term.condition) if term.condition else []

    def _beside(self, issues: Sequence[Issue], parts: Sequence[Term]) -> tuple[list[Rule], list[Issue]]:
        """The rules and the other issues that have a say in these: by conditions, by rules, by one course of events."""
        side = {issue.id: self._settlements.side(issue.id)[0] for issue in self._agenda.issues.values()}
        sides = {side[issue.id] for issue in issues}
        sides |= {side[id] for term in parts for condition in term.conditions for id, _ in condition}
        rules: list[Rule] = []
        left = list(self._rules)
        while found := [rule for rule in left if any(side[id] in sides for id, _ in (*rule.given, *rule.then))]:
            rules += found
            left = [rule for rule in left if rule not in found]
            sides |= {side[id] for rule in found for id, _ in (*rule.given, *rule.then)}
        own = {issue.id for issue in issues}
        others = [
            issue for id, issue in self._agenda.issues.items()
            if issue.space.comparable and side[id] in sides and id not in own
        ]  # fmt: skip
        return rules, others


def _same_words(before: Clause | None, after: Clause | None) -> bool:
    """Whether a clause has the same words in both drafts, however laid out, and none of them in brackets."""
    if before is None or after is None or brackets.bracketed(after.text):
        return False
    return before.text.split() == after.text.split()
