"""What ``who`` answers: every party with a position on an issue, grouped by what it accepts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Literal, NamedTuple

from posdiff.answers import reports_left_out
from posdiff.answers.answer import AskedParty, DossierAnswer
from posdiff.answers.reading import Reader
from posdiff.answers.supposing import SHOWN
from posdiff.comparison.same_positions import SamePosition, ToOutcome, same_positions, to_outcome
from posdiff.comparison.voices import Voice, voices
from posdiff.dossier.agenda import Agenda, Issue
from posdiff.dossier.position import Held, Part
from posdiff.dossier.region import Settlements
from posdiff.dossier.statement import Outcome
from posdiff.findings.failure import USAGE, Failure
from posdiff.kinds.kind import Union


class AskedOutcome(NamedTuple):
    """An outcome, or several in brackets, and whether those are asked for who accept it, or who refuse it."""

    asked: Literal["accepts", "refuses"]
    outcome: Outcome

    @property
    def union(self) -> Union:
        """The outcomes: of brackets, each of them."""
        return tuple(option.accepts for option in self.outcome.options) or (self.outcome.accepts,)


class WhoGroup(NamedTuple):
    """Parties that accept the same; ``stands``: how they stand to the outcome that is asked about, if any is."""

    same: SamePosition
    stands: ToOutcome | None


@dataclass(frozen=True, kw_only=True)
class Who(DossierAnswer):
    """Who accepts what on an issue. ``groups``: all parties with a position; ``shown``: those that are asked for.

    ``held``: their positions by label. ``held_since``: since which day (an ordinal), of those who hold it through blocs
    and not as long as these. ``only_on_record``: of the others, what a report took away.
    """

    command: ClassVar[str] = "who"

    issue: Issue
    parties: tuple[AskedParty, ...]
    as_of: int
    held: Mapping[str, Held]
    only_on_record: Mapping[str, Held]
    groups: tuple[WhoGroup, ...]
    outcome: AskedOutcome | None = None
    held_since: Mapping[str, int] = field(default_factory=dict)

    @property
    def asked(self) -> dict[str, AskedParty]:
        """Each party as it is asked for, by its label."""
        return {asked.label: asked for asked in self.parties}

    @property
    def shown(self) -> tuple[WhoGroup, ...]:
        """The groups that are asked for: all, or those that accept or refuse the outcome, and those on both sides."""
        if self.outcome is None:
            return self.groups
        stands = (self.outcome.asked, "on-both-sides")
        return tuple(
            sorted((one for one in self.groups if one.stands in stands), key=lambda one: stands[0] != one.stands)
        )

    @property
    def silent(self) -> tuple[str, ...]:
        """The labels of the parties without a position."""
        return tuple(asked.label for asked in self.parties if asked.label not in self.held)

    def standing(self, stands: ToOutcome) -> tuple[str, ...]:
        """The labels of the parties that stand so to the outcome."""
        return tuple(label for group in self.groups if group.stands == stands for label in group.same.parties)

    def voices_standing(self, stands: ToOutcome) -> tuple[Voice, ...]:
        """The same, those who hold the very same words once; each by the parts of its position that stand so alone."""
        held = {label: self.held[label] for label in self.standing(stands)}
        return voices(held, {label: self.asked[label].party for label in held}, lambda each: self._parts(each, stands))

    def _parts(self, held: Held, stands: ToOutcome) -> Sequence[Part]:
        if self.outcome is None or len(held.parts) < 2:
            return held.parts
        space, union = self.issue.space, self.outcome.union
        return [part for part in held.parts if to_outcome(space, (part.term,), union) == stands] or held.parts


def who(reader: Reader, issue: Issue, parties: tuple[AskedParty, ...], as_of: int, outcome: AskedOutcome | None) -> Who:
    """What each of the parties accepts on an issue, and how it stands to an outcome, where one is asked about."""
    positions = reader.positions(parties, as_of)
    held = {label: position.terms[issue.id] for label, position in positions.items() if issue.id in position.terms}
    groups = tuple(
        WhoGroup(same, to_outcome(issue.space, same.terms, outcome.union) if outcome else None)
        for same in same_positions(issue.space, held, Settlements(reader.agenda.issues))
    )
    on_record = {label: position.only_on_record.get(issue.id) for label, position in positions.items()}
    days = {asked.label: asked.on(as_of) for asked in parties}
    since = {label: reader.held_since(position, issue.id, days[label]) for label, position in held.items()}
    return Who(
        agenda=reader.agenda, basis=reports_left_out.basis(reader, parties, as_of, {issue.id}), issue=issue,
        parties=parties, as_of=as_of, held=held, groups=groups, outcome=outcome,
        only_on_record={label: own for label, own in on_record.items() if own},
        held_since={label: day for label, day in since.items() if day is not None},
    )  # fmt: skip


def asked_outcome(agenda: Agenda, issue: Issue, accepts: str | None, refuses: str | None) -> AskedOutcome | None:
    """The outcome that is asked about, by its words; None where none is. Raises Failure (usage) for what is none."""
    if accepts is not None and refuses is not None:
        raise Failure("--accepts and --refuses are two questions", hint="ask one, then the other", code=USAGE)
    words = refuses if accepts is None else accepts
    if words is None:
        return None
    option = "--refuses" if accepts is None else "--accepts"
    if not isinstance(words, str) or not words.strip():
        raise Failure(f"{option} is empty", hint="give it an outcome, or leave it out", code=USAGE)
    if not issue.space.comparable:
        message = f"{option} takes no issue of words, and {issue.id} is one"
        raise Failure(message, hint=f"posdiff who {issue.id} shows what each party says", code=USAGE)
    from posdiff.dossier.reading.supposed import Wrong, read_outcome  # PyYAML

    outcome = read_outcome(issue.id, words.strip(), agenda)
    if isinstance(outcome, Wrong):
        raise Failure(f"{option} `{words[:SHOWN]}`: {outcome.message}", hint=outcome.hint, code=USAGE)
    return AskedOutcome("refuses" if accepts is None else "accepts", outcome)
