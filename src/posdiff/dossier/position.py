"""The position of a party as of a day: the fold of its statements, and every step on the way."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from typing import Literal, NamedTuple

from posdiff.dossier.agenda import Issue
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.region import Settlements
from posdiff.dossier.statement import Reference, Source, Standing, Statement
from posdiff.dossier.term import FIRMNESS, Offer, Term
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location
from posdiff.findings.rules import RuleId

Cause = Literal["set", "reaffirmed", "withdrawn", "expired"]


class Quote(NamedTuple):
    """Words that stand behind a term, and the statement and day (an ordinal) they are from."""

    statement: str
    day: int
    text: str
    standing: Standing


class Lineage:
    """The statements that set, added to, restated or reaffirmed a form: a chain, from the last one back.

    A chain and no tuple, so that a thousand reaffirmations cost a thousand links and not half a million places.
    """

    __slots__ = ("_previous", "day", "own", "quotes", "setters", "standing", "statement", "term")

    def __init__(
        self,
        statement: Statement,
        sources: Sequence[Source],
        term: Term | None = None,
        previous: "Lineage | None" = None,
    ) -> None:
        self.statement, self.day, self.own, self._previous = statement.id, statement.day, tuple(sources), previous
        self.standing: Standing = statement.standing
        #: The term in the statement's own words; None where it only reaffirms.
        self.term = term
        before = previous.setters if previous else frozenset()
        #: The statements that set, added to or restated the form: reaffirming one of them reaffirms it.
        self.setters: frozenset[str] = before | {statement.id} if term else before
        said = (term.quote, *(offer.quote for offer in term.offers)) if term else ()
        self.quotes = tuple(dict.fromkeys(quote for quote in said if quote))

    def _links(self) -> Iterator["Lineage"]:
        link: Lineage | None = self
        while link is not None:
            yield link
            link = link._previous

    def __contains__(self, statement: object) -> bool:
        return any(link.statement == statement for link in self._links())

    @property
    def links(self) -> "tuple[Lineage, ...]":
        """Every statement that had part in the form, the first one first."""
        return tuple(reversed(tuple(self._links())))

    @property
    def said(self) -> tuple[Quote, ...]:
        """Every quote on the way, the first one first, each once."""
        found = {
            quote: Quote(link.statement, link.day, quote, link.standing)
            for link in self._links()
            for quote in link.quotes
        }
        return tuple(reversed(found.values()))

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source on the way, the first one first, each once."""
        parts = [link.own for link in self._links()]
        return tuple(dict.fromkeys(source for part in reversed(parts) for source in part))

    def only(self, kept: Callable[["Lineage"], bool]) -> "Lineage | None":
        """The chain of the statements kept; None when there are none."""
        chain: Lineage | None = None
        for link in self.links:
            if kept(link):
                made = copy(link)
                made._previous = chain
                made.setters = (chain.setters if chain else frozenset()) | ({link.statement} if link.term else set())
                chain = made
        return chain


class Held(NamedTuple):
    """A term in force. Days are ordinals.

    ``statement`` set the term; it was first held in this form on ``first_held``, and last stated or reaffirmed on
    ``last_stated``; ``lineage`` holds all statements that had part in it.
    """

    term: Term
    statement: str
    set_on: int
    first_held: int
    last_stated: int
    lineage: Lineage
    #: ``reported`` when the statement that set the term is, or what that one was added to.
    standing: Standing

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source on the way to this term."""
        return self.lineage.sources


class Step(NamedTuple):
    """One move on one issue: what was held before it, and after. No statement makes a term expire."""

    day: int
    issue: str
    cause: Cause
    statement: Statement | None
    before: Held | None
    after: Held | None


class Position(NamedTuple):
    """All that a party holds as of a day, by issue, in the agenda's order."""

    party: str
    day: int
    terms: Mapping[str, Held]


class Record(NamedTuple):
    """How a party's position came about: every step in order, and what is odd about the statements."""

    party: str
    steps: tuple[Step, ...]
    findings: tuple[Finding, ...]


def position(dossier: Dossier, party: str, day: int, *, with_reported: bool = False) -> Position:
    """What a party holds at the end of a day (an ordinal), as stated; with what is reported too, if asked."""
    return position_of(record(dossier, party, day, with_reported=with_reported), day, dossier.agenda.issues)


def position_of(steps: Record, day: int, issues: Mapping[str, Issue]) -> Position:
    """The position at the end of a day, from the record of a party up to that day or later."""
    terms: dict[str, Held] = {}
    for step in steps.steps:
        if step.day > day:
            break
        if step.after is None:
            terms.pop(step.issue, None)
        else:
            terms[step.issue] = step.after
    return Position(steps.party, day, {issue: terms[issue] for issue in issues if issue in terms})


def record(dossier: Dossier, party: str, until: int, *, with_reported: bool = False) -> Record:
    """Every step of a party up to the end of a day."""
    fold = _Fold(dossier, party)
    for statement in dossier.of(party):
        if statement.day > until:
            break
        if with_reported or statement.standing == "stated":
            fold.expire(statement.day)
            fold.take(statement)
    fold.expire(until)
    return Record(party, tuple(fold.steps), tuple(fold.findings))


class _Fold:
    def __init__(self, dossier: Dossier, party: str) -> None:
        self.issues = dossier.agenda.issues
        self.settlements = Settlements(self.issues)
        self.party = party
        self.statements = {statement.id: statement for statement in dossier.of(party)}
        self.held: dict[str, Held] = {}
        self.steps: list[Step] = []
        self.findings: list[Finding] = []
        self.ended: dict[str, Cause] = {}
        #: By issue, the last step that a statement made.
        self.last: dict[str, Step] = {}
        self.restated: set[str] = set()
        self.expiring: dict[str, int] = {}

    def note(
        self, at: Location, rule: RuleId, message: str, hint: str, about: tuple[str, ...],
        related: tuple[Location, ...] = (),
    ) -> None:  # fmt: skip
        self.findings.append(Finding.of(at, rule, message, hint, (self.party, *about), related))

    def step(self, day: int, issue: str, cause: Cause, statement: Statement | None, after: Held | None) -> None:
        before = self.held.get(issue)
        self.steps.append(Step(day, issue, cause, statement, before, after))
        if statement is not None:
            self.last[issue] = self.steps[-1]
        if after is None:
            del self.held[issue]
            self.ended[issue] = cause
            self.expiring.pop(issue, None)
        else:
            self.held[issue] = after
            self.expiring.pop(issue, None)
            if after.term.expires is not None:
                self.expiring[issue] = after.term.expires

    def expire(self, day: int) -> None:
        """End the terms whose last day lies before ``day``; the step is dated the day after that last one."""
        due = sorted((last, issue) for issue, last in self.expiring.items() if last < day)
        for last, issue in due:
            # A term whose last day lies before the statement that set it ends on the day it was said.
            self.step(max(last + 1, self.held[issue].set_on), issue, "expired", None, None)

    def take(self, statement: Statement) -> None:
        """Withdraw, set, reaffirm: in this order."""
        self.restated = set()
        for reference in statement.withdraws:
            self._withdraw(reference, statement)
        for issue, term in statement.terms.items():
            self._set(issue, term, statement)
        touched = {*statement.terms, *(reference.name for reference in statement.withdraws)}
        for reference in statement.reaffirms:
            self._reaffirm(reference, statement, touched)

    def _withdraw(self, reference: Reference, statement: Statement) -> None:
        named = list(self.held) if reference.name == "all" else [reference.name]
        for issue in named:
            before = self.held.get(issue)
            if before is not None:
                self._same_day(issue, None, reference.location, statement)
                self.step(statement.day, issue, "withdrawn", statement, None)
            else:
                hint = "delete it here, or enter the statement that took the position"
                message = f"{self.party} holds no position on {issue} to withdraw{self._since(issue)}"
                self.note(reference.location, "withdraws-nothing", message, hint, (issue,))
        if not named:
            message = f"{self.party} holds no position to withdraw"
            self.note(reference.location, "withdraws-nothing", message, "delete it", ("all",))

    def _set(self, issue: str, term: Term, statement: Statement) -> None:
        before = self.held.get(issue)
        lineage = Lineage(statement, _sources(term, statement), term)
        first, standing = statement.day, statement.standing
        if before is not None:
            if term.adds:
                standing = "reported" if before.standing == "reported" else standing
                both = self._added(before.term, term)
                if both is None:
                    message = f"with what {self.party} already demands on {issue}, what is added leaves no outcome"
                    hint = "without `adds` the new term would replace the old one"
                    related = (before.term.location,)
                    about = (issue, self.settlements.written(before.term), self.settlements.written(term))
                    self.note(term.location, "adds-to-nothing", message, hint, about, related)
                    return
                lineage = Lineage(statement, _sources(term, statement), term, before.lineage)
                term = both
                if self.settlements.same(before.term, term):
                    first = before.first_held
            elif self.settlements.same(before.term, term):
                first = before.first_held
                lineage = Lineage(statement, _sources(term, statement), term, before.lineage)
        if not term.adds:
            self._same_day(issue, term, term.location, statement)
        if before is not None and statement.standing == "reported" and self._stands(before, term):
            # A report of what is held as stated takes its place no more than a reaffirmation does.
            held = before._replace(last_stated=statement.day, lineage=lineage)
        else:
            held = Held(term, statement.id, statement.day, first, statement.day, lineage, standing)
        self.step(statement.day, issue, "set", statement, held)

    def _stands(self, before: Held, term: Term) -> bool:
        """Whether the same is held as stated."""
        return before.standing == "stated" and self.settlements.same(before.term, term)

    def _same_day(self, issue: str, term: Term | None, at: Location, statement: Statement) -> None:
        """A warning where another statement of the same day left the issue otherwise: ``term``, or withdrawn."""
        last = self.last.get(issue)
        if last is None or last.statement is None or last.day != statement.day or last.statement.id == statement.id:
            return
        other = last.after.term if last.after else None
        if other is None or term is None:
            same = other is None and term is None
        else:
            same = self.settlements.same(other, term)
        if not same:
            message = f"{last.statement.id}, of the same day, says something else on {issue}; this one counts"
            hint = "a party has one position a day: keep the one that was said last"
            related = (other.location,) if other else (last.statement.location,)
            said = [self.settlements.written(each) if each else "withdrawn" for each in (other, term)]
            self.note(at, "same-day", message, hint, (issue, last.statement.id, *said), related)

    def _added(self, old: Term, new: Term) -> Term | None:
        """The old term with the new one on top: what both accept, offer by offer; None when that is nothing."""
        space = self.issues[new.issue].space
        applies = old.condition
        olds, news = old.offers, new.offers
        if old.condition != new.condition:
            # Where one of the two does not bind, the other alone does.
            applies = ()
            olds = (*olds, *self._free(old))
            news = (*news, *self._free(new))
        offers = []
        for one in olds:
            for other in news:
                accepts = space.meet(one.accepts, other.accepts)
                condition = self._both(one, other)
                if condition is not None and (accepts is not None or not space.comparable):
                    quotes = other.quote or one.quote
                    offers.append(Offer(accepts, condition, quotes, other.sources, _both_notes(one.note, other.note)))
        if not offers:
            return None
        firmness = max(old.firmness, new.firmness, key=FIRMNESS.index)
        prefers = old.prefers if new.prefers is None else new.prefers
        return new._replace(
            offers=tuple(dict.fromkeys(offers)), condition=applies, firmness=firmness,
            vague=old.vague or new.vague, prefers=prefers,
        )  # fmt: skip

    def _free(self, term: Term) -> list[Offer]:
        """A term that binds only on a condition, as offers: elsewhere, anything."""
        everything = self.issues[term.issue].space.everything
        if not term.condition:
            return []
        return [
            Offer(everything, self.settlements.condition(box.items()))
            for box in self.settlements.outside_by_issue(term.condition)
        ]

    def _both(self, one: Offer, other: Offer) -> tuple[tuple[str, object], ...] | None:
        """Both conditions together; None when they cannot both be so."""
        pieces = dict(one.condition)
        for issue, piece in other.condition:
            met = self.issues[issue].space.meet(pieces[issue], piece) if issue in pieces else piece
            if met is None:
                return None
            pieces[issue] = met
        return self.settlements.condition(pieces.items())

    def _reaffirm(self, reference: Reference, statement: Statement, touched: set[str]) -> None:
        name = reference.name
        if name == "all":
            if not self.held:
                hint = "delete it, or enter the statement that took the position"
                message = f"{self.party} holds no position to reaffirm"
                self.note(reference.location, "reaffirms-nothing", message, hint, ("all",))
            for issue in list(self.held):
                if issue not in statement.terms:
                    self._restate(issue, statement)
        elif name in self.issues:
            if name in self.held:
                self._restate(name, statement)
            else:
                message = f"{self.party} holds no position on {name} to reaffirm{self._since(name)}"
                hint = "state the position again under `terms`"
                self.note(reference.location, "reaffirms-nothing", message, hint, (name,))
        else:
            self._reaffirm_statement(reference, statement, touched)

    def _reaffirm_statement(self, reference: Reference, statement: Statement, touched: set[str]) -> None:
        earlier = self.statements.get(reference.name)
        if earlier is None or (earlier.day, not earlier.joint, earlier.id) >= _order(statement):
            what = "no statement" if earlier is None else "no earlier statement"
            message = f"{self.party} has {what} `{reference.name}`"
            from posdiff.findings.nearest import suggestion

            known = [other.id for other in self.statements.values() if _order(other) < _order(statement)]
            hint = suggestion(reference.name, known)
            self.note(reference.location, "unknown-statement", message, hint, (reference.name,))
            return
        replaced: list[str] = []
        gone: list[str] = []
        for issue, term in earlier.terms.items():
            held = self.held.get(issue)
            if held is not None and (earlier.id in held.lineage.setters or self.settlements.same(term, held.term)):
                if issue not in statement.terms:
                    self._restate(issue, statement)
            elif issue not in touched:
                (gone if held is None else replaced).append(issue)
        outdated: tuple[tuple[list[str], RuleId, str], ...] = (
            (replaced, "reaffirms-replaced", "has since been replaced"),
            (gone, "reaffirms-nothing", "is no longer held"),
        )
        for issues, rule, what in outdated:
            if issues:
                message = f"what {self.party} said on {', '.join(issues)} in {earlier.id} {what}"
                hint = "state it again under `terms`, if it was said again"
                self.note(reference.location, rule, message, hint, (earlier.id, *sorted(issues)))

    def _restate(self, issue: str, statement: Statement) -> None:
        if issue in self.restated:
            return
        self.restated.add(issue)
        held = self.held[issue]
        lineage = Lineage(statement, tuple(statement.sources.values()), None, held.lineage)
        after = held._replace(last_stated=statement.day, lineage=lineage)
        self.step(statement.day, issue, "reaffirmed", statement, after)

    def _since(self, issue: str) -> str:
        return (
            f": it was {'withdrawn' if self.ended[issue] == 'withdrawn' else 'left to expire'}"
            if issue in self.ended
            else ""
        )


def _both_notes(one: str | None, other: str | None) -> str | None:
    """Two notes as one."""
    if not one or not other:
        return one or other
    return f"{one}{' ' if one.endswith(('.', '!', '?')) else '; '}{other}"


def _order(statement: Statement) -> tuple[int, bool, str]:
    return statement.day, not statement.joint, statement.id


def _sources(term: Term, statement: Statement) -> tuple[Source, ...]:
    keys = dict.fromkeys((*term.sources, *(key for offer in term.offers for key in offer.sources)))
    return tuple(statement.sources[key] for key in keys if key in statement.sources)
