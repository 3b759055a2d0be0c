"""The fold: a party's statements, taken one after the other, each setting, reaffirming or withdrawing terms."""

from posdiff.dossier.dossier import Dossier
from posdiff.dossier.position import Cause, Held, Lineage, Move, Position, Record, position_of
from posdiff.dossier.region import Settlements
from posdiff.dossier.statement import Reference, Source, Statement
from posdiff.dossier.term import FIRMNESS, Condition, Offer, Term
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location
from posdiff.findings.rules import RuleId


def position(dossier: Dossier, party: str, day: int, *, with_reported: bool = False) -> Position:
    """What a party holds at the end of a day (an ordinal), as stated; with what is reported too, if asked."""
    return position_of(record(dossier, party, day, with_reported=with_reported), day, dossier.agenda.issues)


def record(dossier: Dossier, party: str, until: int, *, with_reported: bool = False) -> Record:
    """Every move of a party up to the end of a day."""
    fold = _Fold(dossier, party)
    for statement in dossier.of(party):
        if statement.day > until:
            break
        if with_reported or statement.standing == "stated":
            fold.expire(statement.day)
            fold.take(statement)
    fold.expire(until)
    return Record(party, tuple(fold.moves), tuple(fold.findings))


class _Fold:
    def __init__(self, dossier: Dossier, party: str) -> None:
        self.issues = dossier.agenda.issues
        self.settlements = Settlements(self.issues)
        self.party = party
        self.statements = {statement.id: statement for statement in dossier.of(party)}
        self.held: dict[str, Held] = {}
        self.moves: list[Move] = []
        self.findings: list[Finding] = []
        #: By issue, how the last term on it ended.
        self.ended: dict[str, Cause] = {}
        #: By issue, the last move that a statement made.
        self.last: dict[str, Move] = {}
        #: By issue, the last day of the term held, where it has one.
        self.expiring: dict[str, int] = {}
        #: The issues that the statement in hand has reaffirmed.
        self.reaffirmed: set[str] = set()

    def note(
        self, at: Location, rule: RuleId, message: str, hint: str, about: tuple[str, ...],
        related: tuple[Location, ...] = (),
    ) -> None:  # fmt: skip
        self.findings.append(Finding.of(at, rule, message, hint, (self.party, *about), related))

    def move(self, day: int, issue: str, cause: Cause, statement: Statement | None, after: Held | None) -> None:
        move = Move(day, issue, cause, statement, self.held.get(issue), after)
        self.moves.append(move)
        if statement is not None:
            self.last[issue] = move
        self.expiring.pop(issue, None)
        if after is None:
            del self.held[issue]
            self.ended[issue] = cause
        else:
            self.held[issue] = after
            if after.term.expires is not None:
                self.expiring[issue] = after.term.expires

    def expire(self, day: int) -> None:
        """End the terms whose last day lies before ``day``; the move is dated the day after that last one."""
        due = sorted((last, issue) for issue, last in self.expiring.items() if last < day)
        for last, issue in due:
            # A term whose last day lies before the statement that set it ends on the day it was said.
            self.move(max(last + 1, self.held[issue].set_on), issue, "expired", None, None)

    def take(self, statement: Statement) -> None:
        """Withdraw, set, reaffirm: in this order."""
        self.reaffirmed = set()
        for reference in statement.withdraws:
            self._withdraw(reference, statement)
        for issue, term in statement.terms.items():
            self._set(issue, term, statement)
        touched = {*statement.terms, *(reference.name for reference in statement.withdraws)}
        for reference in statement.reaffirms:
            self._reaffirm(reference, statement, touched)

    def _withdraw(self, reference: Reference, statement: Statement) -> None:
        issues = list(self.held) if reference.name == "all" else [reference.name]
        for issue in issues:
            if issue in self.held:
                self._same_day(issue, None, reference.location, statement)
                self.move(statement.day, issue, "withdrawn", statement, None)
            else:
                hint = "delete it here, or enter the statement that took the position"
                message = f"{self.party} holds no position on {issue} to withdraw{self._since(issue)}"
                self.note(reference.location, "withdraws-nothing", message, hint, (issue,))
        if not issues:
            message = f"{self.party} holds no position to withdraw"
            self.note(reference.location, "withdraws-nothing", message, "delete it", ("all",))

    def _set(self, issue: str, term: Term, statement: Statement) -> None:
        before = self.held.get(issue)
        total, standing = term, statement.standing
        if not term.adds:
            self._same_day(issue, term, term.location, statement)
        elif before is not None:
            added = self._added(before.term, term)
            if added is None:
                message = f"with what {self.party} already demands on {issue}, what is added leaves no outcome"
                hint = "without `adds` the new term would replace the old one"
                about = (issue, self.settlements.written(before.term), self.settlements.written(term))
                self.note(term.location, "adds-to-nothing", message, hint, about, (before.term.location,))
                return
            total = added
            standing = "reported" if before.standing == "reported" else standing
        restated = before if before is not None and self.settlements.same(before.term, total) else None
        previous = before if term.adds else restated
        lineage = Lineage(statement, _sources(term, statement), term, previous.lineage if previous else None)
        if restated is not None and (restated.standing, statement.standing) == ("stated", "reported"):
            # A report of what is held as stated takes its place no more than a reaffirmation does.
            held = restated._replace(last_stated=statement.day, lineage=lineage)
        else:
            first = restated.first_held if restated else statement.day
            held = Held(total, statement.id, statement.day, first, statement.day, lineage, standing)
        self.move(statement.day, issue, "set", statement, held)

    def _same_day(self, issue: str, term: Term | None, at: Location, statement: Statement) -> None:
        """A warning where another statement of the same day left the issue otherwise: ``term``, or withdrawn."""
        last = self.last.get(issue)
        if last is None or last.statement is None or last.day != statement.day or last.statement.id == statement.id:
            return
        already_held = last.after.term if last.after else None
        if already_held is None or term is None:
            same = already_held is None and term is None
        else:
            same = self.settlements.same(already_held, term)
        if not same:
            message = f"{last.statement.id}, of the same day, says something else on {issue}; this one counts"
            hint = "a party has one position a day: keep the one that was said last"
            related = (already_held.location,) if already_held else (last.statement.location,)
            values = [self.settlements.written(said) if said else "withdrawn" for said in (already_held, term)]
            self.note(at, "same-day", message, hint, (issue, last.statement.id, *values), related)

    def _added(self, old: Term, new: Term) -> Term | None:
        """The old term with the new one on top: what both accept, offer by offer; None when that is nothing."""
        space = self.issues[new.issue].space
        applies = old.condition
        old_offers, new_offers = old.offers, new.offers
        if old.condition != new.condition:
            # Where one of the two does not bind, the other alone does.
            applies = ()
            old_offers += self._free(old)
            new_offers += self._free(new)
        offers = []
        for earlier in old_offers:
            for later in new_offers:
                accepts = space.meet(earlier.accepts, later.accepts)
                condition = self._both(earlier.condition, later.condition)
                if condition is not None and (accepts is not None or not space.comparable):
                    note = _both_notes(earlier.note, later.note)
                    offers.append(Offer(accepts, condition, later.quotes or earlier.quotes, later.sources, note))
        if not offers:
            return None
        firmness = max(old.firmness, new.firmness, key=FIRMNESS.index)
        prefers = old.prefers if new.prefers is None else new.prefers
        return new._replace(
            offers=tuple(dict.fromkeys(offers)), condition=applies, firmness=firmness,
            vague=old.vague or new.vague, prefers=prefers,
        )  # fmt: skip

    def _free(self, term: Term) -> tuple[Offer, ...]:
        """What a term that binds only on a condition leaves open elsewhere, as offers: anything."""
        if not term.condition:
            return ()
        everything = self.issues[term.issue].space.everything
        boxes = self.settlements.outside_by_issue(term.condition)
        return tuple(Offer(everything, self.settlements.condition(box.items())) for box in boxes)

    def _both(self, earlier: Condition, later: Condition) -> Condition | None:
        """Two conditions as one; None when they cannot both be met."""
        pieces = dict(earlier)
        for issue, piece in later:
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
        if earlier is None or earlier.order >= statement.order:
            from posdiff.findings.nearest import suggestion

            what = "no statement" if earlier is None else "no earlier statement"
            message = f"{self.party} has {what} `{reference.name}`"
            known = [stated.id for stated in self.statements.values() if stated.order < statement.order]
            hint = suggestion(reference.name, known)
            self.note(reference.location, "unknown-statement", message, hint, (reference.name,))
            return
        replaced: list[str] = []
        ended: list[str] = []
        for issue, term in earlier.terms.items():
            held = self.held.get(issue)
            if held is not None and (earlier.id in held.lineage.setters or self.settlements.same(term, held.term)):
                if issue not in statement.terms:
                    self._restate(issue, statement)
            elif issue not in touched:
                (ended if held is None else replaced).append(issue)
        self._outdated(reference, earlier, replaced, "reaffirms-replaced", "has since been replaced")
        self._outdated(reference, earlier, ended, "reaffirms-nothing", "is no longer held")

    def _outdated(self, reference: Reference, earlier: Statement, issues: list[str], rule: RuleId, since: str) -> None:
        if issues:
            message = f"what {self.party} said on {', '.join(issues)} in {earlier.id} {since}"
            hint = "state it again under `terms`, if it was said again"
            self.note(reference.location, rule, message, hint, (earlier.id, *sorted(issues)))

    def _restate(self, issue: str, statement: Statement) -> None:
        if issue in self.reaffirmed:
            return
        self.reaffirmed.add(issue)
        held = self.held[issue]
        lineage = Lineage(statement, tuple(statement.sources.values()), None, held.lineage)
        after = held._replace(last_stated=statement.day, lineage=lineage)
        self.move(statement.day, issue, "reaffirmed", statement, after)

    def _since(self, issue: str) -> str:
        """How the last term on an issue ended, for a message; nothing where there was none."""
        if issue not in self.ended:
            return ""
        return f": it was {'withdrawn' if self.ended[issue] == 'withdrawn' else 'left to expire'}"


def _both_notes(earlier: str | None, later: str | None) -> str | None:
    """Two notes as one."""
    if not earlier or not later:
        return earlier or later
    return f"{earlier}{' ' if earlier.endswith(('.', '!', '?')) else '; '}{later}"


def _sources(term: Term, statement: Statement) -> tuple[Source, ...]:
    keys = dict.fromkeys((*term.sources, *(key for offer in term.offers for key in offer.sources)))
    return tuple(statement.sources[key] for key in keys if key in statement.sources)
