"""The fold: a party's statements, taken one after the other, each setting, reaffirming or withdrawing terms."""

from collections.abc import Sequence

from posdiff.dossier.agenda import Agenda
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.inheritance import with_inherited
from posdiff.dossier.position import Cause, Held, Lineage, Move, Part, Position, Record, position_of
from posdiff.dossier.region import Settlements
from posdiff.dossier.statement import Reference, Statement
from posdiff.dossier.term import Term
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location
from posdiff.findings.rules import RuleId


def position(dossier: Dossier, party: str, day: int, *, with_reported: bool = False) -> Position:
    """What a party holds at the end of a day (an ordinal), as stated; with what is reported too, if asked."""
    return position_of(record(dossier, party, day, with_reported=with_reported), day, dossier.agenda.issues)


#: So many parts a position has at most: each new one is held against all others.
MOST_PARTS = 50

#: Records of blocs by party, day and whether reports count, so that each is made once for all members.
Known = dict[tuple[str, int, bool], Record]


def record(
    dossier: Dossier, party: str, until: int, *, with_reported: bool = False, known: Known | None = None
) -> Record:
    """Every move of a party up to the end of a day, with what it inherits of its blocs.

    ``known``: records of blocs of this dossier that were made before; those that are made now are added.
    """
    agenda = dossier.agenda
    if party not in agenda.blocs_of:
        return own_record(dossier, party, until, with_reported)
    known = {} if known is None else known
    for each in (*agenda.blocs_above(party), party):
        if (each, until, with_reported) not in known:
            own = own_record(dossier, each, until, with_reported)
            of_blocs = {
                membership.bloc: known[membership.bloc, until, with_reported]
                for membership in agenda.blocs_of.get(each, ())
            }
            if of_blocs:
                said = (one for one in dossier.of(each) if with_reported or one.standing == "stated")
                own = with_inherited(agenda, own, said, of_blocs, until)
            known[each, until, with_reported] = own
    return known[party, until, with_reported]


def own_record(dossier: Dossier, party: str, until: int, with_reported: bool) -> Record:
    """The same by the party's own statements alone, and with what is odd about them."""
    of_party = dossier.of(party)
    fold = _Fold(dossier.agenda, party, of_party, with_reported)
    reports = False
    for statement in of_party:
        if statement.day > until:
            break
        reports = reports or statement.standing == "reported"
        if with_reported or statement.standing == "stated":
            fold.expire(statement.day)
            fold.take(statement)
    fold.expire(until)
    stated = own_record(dossier, party, until, False) if with_reported and reports else None
    return Record(party, tuple(fold.moves), tuple(fold.findings), stated)


class _Fold:
    def __init__(self, agenda: Agenda, party: str, statements: Sequence[Statement], with_reported: bool) -> None:
        self.with_reported = with_reported
        self.issues = agenda.issues
        self.settlements = Settlements(self.issues)
        self.party = party
        self.statements = {statement.id: statement for statement in statements}
        self.held: dict[str, Held] = {}
        self.moves: list[Move] = []
        self.findings: list[Finding] = []
        #: By issue, how the last term on it ended.
        self.ended: dict[str, Cause] = {}
        #: By issue, the last move that a statement made.
        self.last: dict[str, Move] = {}
        #: By issue, the last day of the part held that ends first, where one ends.
        self.expiring: dict[str, int] = {}
        #: By issue, the parts that expired while others were held on.
        self.expired: dict[str, list[Part]] = {}
        #: By issue, the numbers of the parts that the statement in hand reaffirms.
        self.reaffirmed: dict[str, set[int]] = {}

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
            self.expired.pop(issue, None)
        else:
            self.held[issue] = after
            last_days = [part.term.expires for part in after.parts if part.term.expires is not None]
            if last_days:
                self.expiring[issue] = min(last_days)

    def expire(self, day: int) -> None:
        """End the parts whose last day lies before ``day``; the move is dated the day after that last one."""
        while due := [(last, issue) for issue, last in self.expiring.items() if last < day]:
            last, issue = min(due)
            before = self.held[issue]
            ending = [part for part in before.parts if part.term.expires == last]
            # A part whose last day lies before the statement that set it ends on the day it was said.
            on = max(last + 1, *(part.set_on for part in ending))
            left = [part for part in before.parts if part.term.expires != last]
            after = self._position(left, before, on) if left else None
            self.move(on, issue, "expired", None, after)
            if after is not None:
                self.expired.setdefault(issue, []).extend(ending)

    def take(self, statement: Statement) -> None:
        """Withdraw, set, reaffirm: in this order."""
        self.reaffirmed = {}
        for reference in statement.withdraws:
            self._withdraw(reference, statement)
        for issue, term in statement.terms.items():
            self._set(issue, term, statement)
        touched = {*statement.terms, *(reference.name for reference in statement.withdraws)}
        for reference in statement.reaffirms:
            self._reaffirm(reference, statement, touched)
        for issue, numbers in self.reaffirmed.items():
            self._restate(issue, numbers, statement)

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
        held = before.parts if before is not None else ()
        if not term.adds:
            self._same_day(issue, term, term.location, statement)
        elif before is None:
            message = f"{self.party} holds no position on {issue} to add to{self._since(issue)}"
            hint = "delete `adds`, or enter the statement that took the position"
            self.note(term.location, "nothing-to-add-to", message, hint, (issue,))
        restated = next((part for part in held if self._says_again(part, term)), None)
        if term.adds and restated is None and len(held) >= MOST_PARTS:
            message = f"{self.party} holds {len(held)} parts on {issue}; at most {MOST_PARTS} are read"
            hint = "say in one term what several say, without `adds`"
            self.note(term.location, "too-many", message, hint, (issue, self.settlements.written(term)))
            return
        if term.adds and restated is None and statement.standing == "reported":
            self._reported_beside_stated(held, term)
        kept = len(held)
        if restated is None and term.adds and self._leave_nothing(held, term):
            own = tuple(one._replace(again_in_part=False) for one in held if one.standing == "stated")
            if statement.standing == "reported" or len(own) == len(held) or self._leave_nothing(own, term):
                self._adds_to_nothing(held, term)
                return
            # What was only reported of a party does not outweigh what it states itself afterwards.
            self._reports_give_way(held, term)
            held, kept = own, 0
        part = self._part(term, statement, restated)
        if not term.adds:
            self.expired.pop(issue, None)
            alone = before is not None and len(before.demands) == 1
            again = restated is not None and not restated.again_in_part
            after = self._position([part], before, statement.day, same=again if alone else None)
        elif restated is not None:
            parts = [part if one is restated else one for one in held]
            after = self._position(parts, before, statement.day, same=True)
        else:
            after = self._position([*held, part], before, statement.day, kept, same=False)
        self.move(statement.day, issue, "set", statement, after)

    def _reported_beside_stated(self, held: Sequence[Part], term: Term) -> None:
        """For information: a reported part makes one position with stated ones, wherever reports are asked for."""
        stated = tuple(part.term.location for part in held if part.standing == "stated")
        if stated:
            message = f"a part of what {self.party} holds on {term.issue} is only reported, beside what it stated"
            hint = "with --with-reported both count as one position: leave out `adds` if the report is of the whole"
            about = (term.issue, self.settlements.written(term))
            self.note(term.location, "reported-part", message, hint, about, stated)

    def _reports_give_way(self, held: Sequence[Part], term: Term) -> None:
        """For information: reports that leave no outcome beside what the party stated since count no longer."""
        for part in held:
            if part.standing == "reported":
                message = (
                    f"what is reported of {self.party} on {term.issue} leaves no outcome beside what it stated since"
                )
                hint = "with --with-reported what the party stated stands, and the report counts no longer"
                about = (term.issue, *map(self.settlements.written, (part.term, term)))
                self.note(part.term.location, "reported-part", message, hint, about, (term.location,))

    def _says_again(self, part: Part, term: Term) -> bool:
        """Whether a term says again what a part says; what is added need not name the target again."""
        if term.adds and term.prefers is None:
            term = term._replace(prefers=part.term.prefers)
        return self.settlements.same((part.term,), (term,))

    def _leave_nothing(self, held: Sequence[Part], term: Term) -> bool:
        """Whether no settlement meets all the parts held and one more term."""
        demanded = [*(part.term for part in held if not part.again_in_part), term]
        return self.settlements.meet({}, [self.settlements.meeting(one) for one in demanded]) is False

    def _adds_to_nothing(self, held: Sequence[Part], term: Term) -> None:
        """The finding on a term that does not count, since what is held leaves it no outcome."""
        counting = [part.term for part in held if not part.again_in_part]
        message = f"with what {self.party} already demands on {term.issue}, what is added leaves no outcome"
        hint = "without `adds` the new term would replace the old one"
        about = (term.issue, *map(self.settlements.written, (*counting, term)))
        related = tuple(one.location for one in counting)
        self.note(term.location, "adds-to-nothing", message, hint, about, related)

    def _part(self, term: Term, statement: Statement, restated: Part | None) -> Part:
        """The part that a term makes, or makes of the one that it restates."""
        lineage = Lineage(statement, term, restated.lineage if restated else None)
        day = statement.day
        if restated is None:
            return Part(term, statement.id, statement.speaker, day, day, day, lineage, statement.standing)
        if (restated.standing, statement.standing) == ("stated", "reported"):
            # A report of what is held as stated adds its sources, and moves no day.
            return restated._replace(lineage=lineage)
        if term.adds:
            term = term._replace(prefers=restated.term.prefers)
        first = restated.first_held
        return Part(term, statement.id, statement.speaker, day, first, day, lineage, statement.standing)

    def _position(
        self, parts: Sequence[Part], before: Held | None, day: int, kept: int = 0, *, same: bool | None = None
    ) -> Held:
        """The position that parts make from a day on: numbered, and each marked that others before it imply.

        ``kept``: so many of the first ones stand as they did. ``same``: whether it is the position before, as far as
        that is known without another look at what is accepted; one that only says again is.
        """
        marked: list[Part] = list(parts[:kept])
        for number, part in enumerate(parts[kept:], kept + 1):
            counting = [one.term for one in marked if not one.again_in_part]
            again = bool(counting) and self.settlements.implied(part.term, counting)
            as_it_is = (part.number, part.again_in_part) == (number, again)
            marked.append(part if as_it_is else part._replace(number=number, again_in_part=again))
        after = Held(tuple(marked), day)
        if before is None:
            return after
        if same is None:
            same = self.settlements.same(before.terms, after.terms)
        same = same or (kept > 0 and marked[-1].again_in_part)
        return after._replace(first_held=before.first_held) if same else after

    def _same_day(self, issue: str, term: Term | None, at: Location, statement: Statement) -> None:
        """A warning where another statement of the same day left the issue otherwise: ``term``, or withdrawn."""
        last = self.last.get(issue)
        if last is None or last.statement is None or last.day != statement.day or last.statement.id == statement.id:
            return
        already_held = last.after.terms if last.after else ()
        if not already_held or term is None:
            same = not already_held and term is None
        else:
            same = self.settlements.same(already_held, (term,))
        if not same:
            message = f"{last.statement.id}, of the same day, says something else on {issue}; this one counts"
            hint = "a party has one position a day: keep the one that was said last"
            related = tuple(one.location for one in already_held) or (last.statement.location,)
            values = [*(map(self.settlements.written, already_held) if already_held else ("withdrawn",))]
            values.append(self.settlements.written(term) if term else "withdrawn")
            self.note(at, "same-day", message, hint, (issue, last.statement.id, *values), related)

    def _reaffirm(self, reference: Reference, statement: Statement, touched: set[str]) -> None:
        name = reference.name
        if name == "all":
            if not self.held:
                hint = "delete it, or enter the statement that took the position"
                message = f"{self.party} holds no position to reaffirm"
                self.note(reference.location, "reaffirms-nothing", message, hint, ("all",))
            for issue in list(self.held):
                if issue not in statement.terms:
                    self._choose(issue, self.held[issue].parts)
        elif name in self.issues:
            if name in self.held:
                self._choose(name, self.held[name].parts)
                for part in self.expired.get(name, ()):
                    message = f"a part of what {self.party} held on {name}, set in {part.statement}, has expired"
                    hint = "a reaffirmation does not revive it: state it again under `terms`, if it was said again"
                    self.note(reference.location, "reaffirms-nothing", message, hint, (name, part.statement))
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
        if earlier.standing == "reported" and not self.with_reported:
            message = f"{earlier.id} is only reported: {self.party} stated nothing in it to reaffirm"
            hint = "state it again under `terms`, if it was said again; with --with-reported the report is reaffirmed"
            self.note(reference.location, "reaffirms-nothing", message, hint, (earlier.id,))
            return
        replaced: list[str] = []
        ended: list[str] = []
        for issue, term in earlier.terms.items():
            held = self.held.get(issue)
            standing = () if held is None else tuple(
                part
                for part in held.parts
                if earlier.id in part.lineage.setters or self.settlements.same((part.term,), (term,))
            )  # fmt: skip
            if standing:
                if issue not in statement.terms:
                    self._choose(issue, standing)
            elif any(earlier.id in part.lineage.setters for part in self.expired.get(issue, ())):
                ended.append(issue)
            elif issue not in touched:
                (ended if held is None else replaced).append(issue)
        self._outdated(reference, earlier, replaced, "reaffirms-replaced", "has since been replaced")
        self._outdated(reference, earlier, ended, "reaffirms-nothing", "is no longer held")

    def _outdated(self, reference: Reference, earlier: Statement, issues: list[str], rule: RuleId, since: str) -> None:
        if issues:
            message = f"what {self.party} said on {', '.join(issues)} in {earlier.id} {since}"
            hint = "state it again under `terms`, if it was said again"
            self.note(reference.location, rule, message, hint, (earlier.id, *sorted(issues)))

    def _choose(self, issue: str, parts: Sequence[Part]) -> None:
        """Parts that the statement in hand reaffirms."""
        self.reaffirmed.setdefault(issue, set()).update(part.number for part in parts)

    def _restate(self, issue: str, chosen: set[int], statement: Statement) -> None:
        """State parts of a position again, by their numbers: one move, however many references name them."""
        held = self.held[issue]
        restated = []
        for part in held.parts:
            if part.number in chosen:
                lineage = Lineage(statement, None, part.lineage)
                # A report of what is held as stated adds its sources, and moves no day.
                reported = (part.standing, statement.standing) == ("stated", "reported")
                day = part.last_stated if reported else statement.day
                restated.append(part._replace(last_stated=day, lineage=lineage))
            else:
                restated.append(part)
        self.move(statement.day, issue, "reaffirmed", statement, held._replace(parts=tuple(restated)))

    def _since(self, issue: str) -> str:
        """How the last term on an issue ended, for a message; nothing where there was none."""
        if issue not in self.ended:
            return ""
        return f": it was {'withdrawn' if self.ended[issue] == 'withdrawn' else 'left to expire'}"
