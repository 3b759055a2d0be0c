"""Reads positions off a dossier for an answer, and keeps what was wrong with the statements that they stand on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from posdiff.answers.answer import STALE_AFTER, AskedParty, Basis, Dissent, NotHeld, OnFile, Supposed
from posdiff.answers.opening import Opened
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.fold import Known, record
from posdiff.dossier.grounds import NOT_CODED_TWICE, CodedAlike
from posdiff.dossier.inheritance import dissents
from posdiff.dossier.position import Held, Move, Position, Record, position_of
from posdiff.dossier.statement import SUPPOSED, Statement
from posdiff.findings.failure import USAGE, Failure
from posdiff.findings.finding import Finding, in_order

if TYPE_CHECKING:
    from posdiff.comparison.evidence.proofs import Proofs

#: The findings on a statement of which nothing is left.
_DOES_NOTHING = ("withdraws-nothing", "nothing-to-add-to", "adds-to-nothing")


class Reader:
    """Reads positions for one answer. ``with_reported``: whether what is only reported counts as well.

    ``stale_after``: years without a word after which a position is told with its age.
    ``environment``: names the folder of what is kept between runs. ``question``: the command that asks.
    """

    def __init__(
        self, opened: Opened, with_reported: bool = False, stale_after: int = STALE_AFTER,
        environment: Mapping[str, str] | None = None, question: Callable[[], str] = str,
    ) -> None:  # fmt: skip
        self.opened, self.with_reported, self.stale_after = opened, with_reported, stale_after
        self.environment, self.question = environment or {}, question
        self.dossier, self.agenda = opened.dossier, opened.dossier.agenda
        #: What is supposed, as a statement of each party; and the reader of the same files that supposes nothing.
        self.supposed: tuple[Supposed, ...] = ()
        self._suppositions: Mapping[str, Statement] = {}
        self.of_record = self
        self._errors: list[Finding] = []
        self._records: dict[tuple[str, int], Record] = {}
        self._records_of_blocs: Known = {}
        self._positions: dict[tuple[str, int], Position] = {}
        self._reports: dict[tuple[str, int], tuple[Move, ...]] = {}
        self._dissents: dict[tuple[str, int], dict[str, Dissent]] = {}
        self._not_held: dict[tuple[str, int], dict[str, NotHeld]] = {}
        self._keep_errors(opened.dossier.findings)

    def supposing(self, supposed: tuple[Supposed, ...], statements: Mapping[str, Statement]) -> Reader:
        """A reader of the same files for which each of these parties has said, in the end, what is supposed of it."""
        reader = Reader(self.opened, self.with_reported, self.stale_after, self.environment, self.question)
        reader.supposed, reader._suppositions, reader.of_record = supposed, statements, self
        return reader

    def record(self, party: str, until: int) -> Record:
        """How a party's position came about, up to the end of a day. What is supposed is its last word on that day."""
        if (party, until) not in self._records:
            dossier = self._supposed(party, until)
            known = self._records_of_blocs if dossier is self.dossier else None
            history = record(dossier, party, until, with_reported=self.with_reported, known=known)
            self._refuse_what_does_nothing(history)
            self._keep_errors(history.findings)
            self._records[party, until] = history
        return self._records[party, until]

    def moves_of_reports(self, party: str, until: int) -> tuple[Move, ...]:
        """What reports of a party, and of its blocs, would move up to the end of a day if they counted."""
        if self.reported_of.isdisjoint((party, *self.agenda.blocs_above(party))):
            return ()
        if (party, until) not in self._reports:
            moves = record(self.dossier, party, until, with_reported=True, known=self._records_of_blocs).moves
            self._reports[party, until] = tuple(
                move for move in moves if move.statement and move.statement.standing == "reported"
            )
        return self._reports[party, until]

    def record_beside(self, party: str, until: int) -> Record:
        """The same of a party that is not asked about itself: errors in what it said do not stop the answer."""
        if (party, until) in self._records:
            return self._records[party, until]
        return record(self.dossier, party, until, with_reported=self.with_reported, known=self._records_of_blocs)

    @cached_property
    def _beside(self) -> Reader:
        """Reads what is not asked about."""
        return Reader(self.opened, self.with_reported, self.stale_after, self.environment, self.question)

    def position(self, party: str, on: int) -> Position:
        """What a party holds at the end of a day."""
        if (party, on) not in self._positions:
            self._positions[party, on] = self._kept_position(party, on) or self._read_position(party, on)
        return self._positions[party, on]

    def _read_position(self, party: str, on: int) -> Position:
        """The same, from the statements."""
        history = self.record(party, on)
        position = position_of(history, on, self.agenda.issues)
        if self.dossier.positions is not None and not self._suppositions:
            self.dossier.positions.keep(position, history, self.with_reported)
        return position

    def _kept_position(self, party: str, on: int) -> Position | None:
        """The same, where it is kept; what is supposed is not."""
        if self.dossier.positions is None or self._suppositions or (party, on) in self._records:
            return None
        found = self.dossier.positions.find(
            party, on, self.with_reported, lambda: position_of(self.record(party, on), on, self.agenda.issues)
        )
        if found is None:
            return None
        position, errors = found
        self._keep_errors(errors)
        return position

    def positions(self, parties: Iterable[AskedParty], as_of: int) -> dict[str, Position]:
        """What each party holds, as of its own day or else that of the answer, by its label."""
        return {asked.label: self.position(asked.party, asked.on(as_of)) for asked in parties}

    def held_since(self, held: Held, issue: str, on: int) -> int | None:
        """Since when a party holds what it holds through blocs on a day (ordinals); None where that is its own.

        None, too, where it does since the day on which one of those came to hold it in whose names it was said.
        """
        theirs = (self._positions.get((bloc, on)) or self._beside.position(bloc, on) for bloc in held.through)
        days = {position.terms[issue].first_held for position in theirs if issue in position.terms}
        return None if not held.through or held.first_held in days else held.first_held

    def on_record(self, parties: Iterable[AskedParty], as_of: int) -> dict[str, Position]:
        """What each party holds by its own statements alone, as of the same days, by its label."""
        positions = {}
        for asked in parties:
            on = asked.on(as_of)
            history = self.record(asked.party, on)
            positions[asked.label] = position_of(history.stated or history, on, self.agenda.issues)
        return positions

    def asked(self, parties: Iterable[str]) -> tuple[AskedParty, ...]:
        """Parties by their ids, as they are asked for without a day of their own."""
        return tuple(AskedParty(id, id, None, self.agenda.parties[id].name) for id in dict.fromkeys(parties))

    @cached_property
    def proofs(self) -> Proofs | None:
        """What the pages kept of sources prove of quotes and silences; None where no page is kept."""
        if not self.dossier.keeps_pages:
            return None
        from posdiff.comparison.evidence.proofs import Proofs

        return Proofs(self.dossier, self.opened.pages(self.environment).page)

    def _coded_twice(self) -> CodedAlike:
        return self._twice

    @cached_property
    def _twice(self) -> CodedAlike:
        """The second coding that is kept; nothing where the file cannot be read, which a report says."""
        from posdiff.answers.second_coding import NAME, coded_twice

        return coded_twice(self.opened) if (self.opened.folder / NAME).exists() else NOT_CODED_TWICE

    @cached_property
    def reported_of(self) -> frozenset[str]:
        """The parties of which anything is only reported."""
        return self.dossier.statements.reported_of

    @property
    def basis(self) -> Basis:
        """What was read so far, with the errors, the worst first."""
        at = self.opened
        errors = tuple(in_order(self._errors))
        drafts = tuple(each.id for each in self.dossier.drafts)
        return Basis(
            at.root,
            at.commit,
            self.with_reported,
            errors,
            self.stale_after,
            self.supposed,
            self.proofs,
            drafts,
            self._coded_twice,
            question=self.question,
            dissents=self.dissents,
            on_file=self.on_file,
            not_held=self.not_held,
        )

    def on_file(self, party: str, day: int) -> OnFile:
        """Whether a statement of a party, or of one of its blocs of a day, is on file up to the day, reports too."""
        speaking = (party, *self.agenda.blocs_on(party, day))
        days = [said.day for speaker in speaking for said in self.dossier.of(speaker)]
        return "none" if not days else "some" if min(days) <= day else "later"

    def not_held(self, party: str, day: int) -> Mapping[str, NotHeld]:
        """By issue on which a party, or one of its blocs of the day, has spoken so far, why it holds nothing."""
        if (party, day) not in self._not_held:
            self._not_held[party, day] = self._why_nothing(party, day)
        return self._not_held[party, day]

    def _why_nothing(self, party: str, day: int) -> dict[str, NotHeld]:
        speaking = (party, *self.agenda.blocs_on(party, day))
        said = [one for speaker in speaking for one in self.dossier.of(speaker) if one.day <= day]
        spoken = {issue for one in said for issue in one.terms} - self.position(party, day).terms.keys()
        reported = {issue for one in said if one.standing == "reported" for issue in one.terms}
        found: dict[str, NotHeld] = {}
        for speaker in speaking:  # what a bloc gave up before the party joined it is in the bloc's record alone
            if spoken <= found.keys():
                break
            last = {move.issue: move for move in self.record_beside(speaker, day).moves if move.issue in spoken}
            found = {issue: ended(move) for issue, move in last.items() if move.after is None} | found
        return {issue: NotHeld("only-reported") for issue in spoken & reported} | found

    def dissents(self, party: str, day: int) -> Mapping[str, Dissent]:
        """By issue on which a party dissents, its blocs of the day that hold a position there."""
        if (party, day) not in self._dissents:
            memberships = self.agenda.blocs_of.get(party, ())
            blocs = [each.bloc for each in memberships if each.on(day)]
            said = [one for one in self.dossier.of(party) if one.day <= day] if blocs else []
            stated = dissents(one for one in said if one.standing == "stated")
            issues = {**stated, **dissents(said)} if self.with_reported else stated
            found = {id: tuple(bloc for bloc in blocs if id in self.position(bloc, day).terms) for id in issues}
            self._dissents[party, day] = {id: Dissent(of, id not in stated) for id, of in found.items() if of}
        return self._dissents[party, day]

    def _supposed(self, party: str, day: int) -> Dossier:
        """The dossier with what is supposed of a party and of its blocs, said after all else up to a day."""
        speaking = (party, *self.agenda.blocs_above(party)) if party in self.agenda.blocs_of else (party,)
        supposed = [self._suppositions[each]._replace(day=day) for each in speaking if each in self._suppositions]
        if not supposed:
            return self.dossier
        statements = self.dossier.statements
        before = tuple(said for said in statements if said.day <= day)
        return self.dossier.saying((*before, *supposed, *statements[len(before) :]))

    def _refuse_what_does_nothing(self, history: Record) -> None:
        """Raises Failure (usage) where nothing is left of what is supposed: there is nothing to add to, or to take."""
        for finding in history.findings:
            if finding.location.file == SUPPOSED and finding.rule in _DOES_NOTHING:
                text = next(each.text for each in self.supposed if each.issue in finding.subject)
                raise Failure(f"--suppose `{text}`: {finding.message}", hint=finding.hint, code=USAGE)

    def _keep_errors(self, findings: Iterable[Finding]) -> None:
        self._errors += [finding for finding in findings if finding.severity == "error"]


def ended(move: Move) -> NotHeld:
    """What a move is that left nothing of a position."""
    said = move.statement
    by = "stated" if said is None else "supposed" if said.id == SUPPOSED else said.standing
    if move.cause == "withdrawn":
        return NotHeld("withdrawn", move.day, by)
    if move.cause != "expired":
        return NotHeld("left", move.day, by)
    last = (part.term.expires for part in move.before.parts) if move.before else ()
    return NotHeld("expired", max((day for day in last if day is not None), default=move.day - 1))


def labelled(asked: Iterable[tuple[str, int | None, str]]) -> tuple[AskedParty, ...]:
    """Parties (id, own day or None, name) with a label each that no other has: ``russia``, ``russia@2024-06-14``."""
    labels: dict[str, AskedParty] = {}
    for party, day, name in asked:
        own = None if day is None else date.fromordinal(day).isoformat()
        label = party if own is None else f"{party}@{own}"
        while label in labels:
            label += "#"
        labels[label] = AskedParty(label, party, day, name if own is None else f"{name} ({own})")
    return tuple(labels.values())


def changed_by_reports(positions: Mapping[str, Position]) -> dict[str, Mapping[str, Held | None]]:
    """What is on record where reports changed a party's position, by the party's label; without those unchanged."""
    changed = {label: position.changed_by_reports for label, position in positions.items()}
    return {label: issues for label, issues in changed.items() if issues}
