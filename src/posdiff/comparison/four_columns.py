"""Two drafts row by row, by clause or issue: what is agreed, in reach, open, or across a red line.

Definitions: docs/semantics.md, The four-column paper.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from posdiff.comparison import draft_rules
from posdiff.comparison.draft_steps import ClauseSteps, clause_steps
from posdiff.comparison.drafts import PartyResult, TermResult, red
from posdiff.dossier import brackets
from posdiff.dossier.agenda import Agenda, Issue, Rule
from posdiff.dossier.region import Box, Settlements
from posdiff.dossier.statement import Clause, Draft
from posdiff.dossier.term import Condition, Term
from posdiff.kinds.kind import Piece

RowState = Literal["across-red-line", "agreed", "in-reach", "open"]
#: The first that fits is the state of a row.
ROW_STATES: tuple[RowState, ...] = ("across-red-line", "agreed", "in-reach", "open")


class HangsOn(NamedTuple):
    """What a party accepts an outcome on, and the drafts do not both meet: that a condition is so, or ``unless``."""

    condition: Condition
    unless: bool = False


class PaperRow(NamedTuple):
    """A clause with the issues that it names, or one issue that no clause names.

    ``crossed``: by the names by which parties were asked for, the red lines on these issues that the last draft breaks.
    ``all_met``: whether it meets there every part of every party. ``hangs_on``: by party, the conditions on which the
    row would be in reach, and is not without.
    """

    clause: ClauseSteps | None
    issues: tuple[Issue, ...]
    state: RowState
    crossed: Mapping[str, tuple[TermResult, ...]]
    all_met: bool = False
    hangs_on: Mapping[str, tuple[HangsOn, ...]] = {}


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
        crossed, met = self._crossed(issues), self._all_met(issues)
        if crossed:
            return PaperRow(clause, issues, "across-red-line", crossed)
        if self._agreed(clause, issues):
            return PaperRow(clause, issues, "agreed", crossed, met)
        reach = None if met else self._reach(issues)
        accepted = reach is not None and self._accepted(reach)
        broken = reach is not None and any(judged.result == "broken" for _, judged in reach.parts)
        if met or (accepted and not broken):
            return PaperRow(clause, issues, "in-reach", crossed, met)
        hangs_on = {} if reach is None or accepted else self._hangs_on(reach)
        return PaperRow(clause, issues, "open", crossed, met, hangs_on)

    def _all_met(self, issues: Sequence[Issue]) -> bool:
        """Whether the last draft meets every party on issues on each of which every party has a position."""
        parts = [self._parts.get(issue.id, {}).get(party) for issue in issues for party in self._parties]
        return bool(parts) and all(of and all(judged.result == "met" for judged in of) for of in parts)

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
        return bool(issue.space.equal(before.leaves, after.leaves))

    def _reach(self, issues: Sequence[Issue]) -> _Reach | None:
        """What a settlement has to lie in to be in reach on issues, but for what parties accept; None: it cannot be.

        On these issues it is what both drafts leave open. All else comes out as one of the two drafts leaves it, by the
        rules of the agenda that neither breaks.
        """
        regions: list[Sequence[Box]] = []
        parts: list[tuple[str, TermResult]] = []
        for issue in issues:
            of_issue = self._parts.get(issue.id, {})
            if not issue.space.comparable or any(party not in of_issue for party in self._parties):
                return None
            for draft in (self._before, self._after):
                if issue.id in draft.outcomes:
                    regions.append(self._left_open(draft, issue))
                elif draft.final:
                    return None
            parts += [(party, judged) for party, of_party in of_issue.items() for judged in of_party]
        rules, others = self._beside(issues, [judged.part.term for _, judged in parts])
        regions += [self._settlements.keeping(rule) for rule in rules]
        regions += [
            [*self._left_open(self._before, other), *self._left_open(self._after, other)]
            for other in others
            if other.id in self._before.outcomes and other.id in self._after.outcomes
        ]
        return _Reach(frozenset(issue.id for issue in issues), regions, parts) if parts else None

    def _accepted(self, reach: _Reach) -> bool:
        """Whether every party accepts there without conditions, or on such as both drafts meet."""
        accepting = [self._accepting(judged.part.term, reach.issues) for _, judged in reach.parts]
        return self._settlements.meet({}, [*reach.regions, *accepting]) is True

    def _hangs_on(self, reach: _Reach) -> dict[str, tuple[HangsOn, ...]]:
        """By party, the conditions on which it would be in reach: those without which it is not, else all that count.

        Nothing where it is not in reach on any.
        """
        meet, terms = self._settlements.meet, [judged.part.term for _, judged in reach.parts]
        loose = [self._accepting(term) for term in terms]
        if meet({}, [*reach.regions, *loose]) is not True:
            return {}
        needed: dict[int, bool] = {}
        for place, term in enumerate(terms):
            if term.conditions:
                without = [*loose[:place], self._accepting(term, reach.issues), *loose[place + 1 :]]
                needed[place] = meet({}, [*reach.regions, *without]) is not True
        found: dict[str, tuple[HangsOn, ...]] = {}
        for place in (place for place in needed if needed[place] or not any(needed.values())):
            party, others = reach.parts[place][0], [*reach.regions, *loose[:place], *loose[place + 1 :]]
            so = tuple(
                hangs for hangs, boxes in self._ways(terms[place], reach.issues) if meet({}, [*others, boxes]) is True
            )
            if so:
                found[party] = tuple(dict.fromkeys((*found.get(party, ()), *so)))
        return found

    def _ways(self, term: Term, own: Collection[str]) -> Iterator[tuple[HangsOn, Sequence[Box]]]:
        """The ways in which a party accepts on conditions that the drafts do not both meet, and where it does."""
        for offer in () if term.vague else term.offers:
            left = tuple((id, piece) for id, piece in offer.condition if id not in own and not self._both(id, piece))
            if left:
                yield HangsOn(left), self._settlements.boxes(((term.issue, offer.accepts), *offer.condition))
        if any(id not in own for id, _ in term.condition):
            yield HangsOn(term.condition, unless=True), self._settlements.outside(term.condition)

    def _left_open(self, draft: Draft, issue: Issue) -> list[Box]:
        pieces = issue.space.tidy(draft.outcomes[issue.id].leaves)
        return self._settlements.boxes(*(((issue.id, piece),) for piece in pieces))

    def _accepting(self, term: Term, own: Collection[str] | None = None) -> Sequence[Box]:
        """The settlements that a party accepts: a vague term accepts nothing yet where it binds.

        ``own``: only conditions on these issues may be met or not; on others both drafts have to leave no doubt.
        """
        offers, unless = () if term.vague else term.offers, term.condition
        if own is not None:
            if any(id not in own and self._both(id, piece, refuse=True) for id, piece in unless):
                return [{}]
            offers = tuple(
                offer for offer in offers if all(id in own or self._both(id, piece) for id, piece in offer.condition)
            )
            unless = tuple(pair for pair in unless if pair[0] in own)
        ways = (((term.issue, offer.accepts), *offer.condition) for offer in offers)
        return [*self._settlements.boxes(*ways), *self._settlements.outside(unless)]

    def _both(self, id: str, piece: Piece, refuse: bool = False) -> bool:
        """Whether each draft settles an issue so that the outcome is in a piece, or that it is not, whatever it is."""
        within = self._settlements.boxes(((id, piece),))
        region = self._settlements.outside(((id, piece),)) if refuse else within
        return all(
            id in draft.outcomes and self._settlements.covered(self._left_open(draft, self._agenda.issues[id]), region)
            for draft in (self._before, self._after)
        )

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


class _Reach(NamedTuple):
    """Where a settlement is in reach on some issues, and the parts of positions that it has to meet there."""

    issues: frozenset[str]
    regions: list[Sequence[Box]]
    parts: list[tuple[str, TermResult]]


def _same_words(before: Clause | None, after: Clause | None) -> bool:
    """Whether a clause has the same words in both drafts, however laid out, and none of them in brackets."""
    if before is None or after is None or brackets.bracketed(after.text):
        return False
    return before.text.split() == after.text.split()
