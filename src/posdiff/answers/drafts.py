"""What ``drafts`` answers: the drafts that there are; of those named, what each does beside the one before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import ClassVar, NamedTuple

from posdiff.answers import reports_left_out
from posdiff.answers.answer import AskedParty, DossierAnswer, Filter
from posdiff.answers.draft import DraftAnswer, DraftForParty, basis, draft
from posdiff.answers.reactions import StatedReaction, reactions
from posdiff.answers.reading import Reader
from posdiff.comparison.draft_steps import (
    ClauseSteps,
    IssueSteps,
    ResultMove,
    circles,
    clause_steps,
    outcome_steps,
    result_moves,
)
from posdiff.comparison.four_columns import PaperRow, paper_rows
from posdiff.dossier.statement import Draft
from posdiff.findings.failure import USAGE, Failure


@dataclass(frozen=True, kw_only=True)
class Drafts(DossierAnswer):
    """The drafts that there are, the oldest first.

    ``said``: by the draft's id, what each party said of it, party by party as the agenda has them, the first one first.
    """

    command: ClassVar[str] = "drafts"

    drafts: tuple[Draft, ...]
    as_of: int
    said: Mapping[str, tuple[tuple[AskedParty, StatedReaction], ...]]

    @property
    def circles(self) -> tuple[tuple[Draft, ...], ...]:
        """Those that follow each other in a circle, so that it is not known which came first."""
        return tuple(circles(self.drafts))


class PartyUnderDrafts(NamedTuple):
    """What each of the drafts does to a party, by the draft's id, and what changes from one to the next.

    ``moves`` are on the issues asked for; the verdicts on whole drafts.
    """

    party: AskedParty
    by_draft: Mapping[str, DraftForParty]
    moves: tuple[ResultMove, ...]


@dataclass(frozen=True, kw_only=True)
class DraftSteps(Drafts):
    """Draft against draft: the drafts in the order in which they are held against each other.

    ``issues`` are those asked for that some draft settles, and ``clauses`` those that settle one of them; all clauses
    where no issue is asked for. ``judged``: each draft by itself.
    """

    filter: Filter
    issues: tuple[IssueSteps, ...]
    clauses: tuple[ClauseSteps, ...]
    parties: tuple[PartyUnderDrafts, ...]
    judged: Mapping[str, DraftAnswer]

    @property
    def pairs(self) -> tuple[tuple[Draft, Draft], ...]:
        """Each draft but the last with the one that comes next."""
        return tuple(zip(self.drafts, self.drafts[1:], strict=False))

    @property
    def all_issues(self) -> bool:
        """Whether no issues are asked for, so that all are shown."""
        return set(self.filter.issues) >= self.agenda.issues.keys()


@dataclass(frozen=True, kw_only=True)
class FourColumnPaper(DraftSteps):
    """Two drafts beside each other, row by row. ``with_positions``: the last column has those of the parties."""

    rows: tuple[PaperRow, ...]
    with_positions: bool


def drafts(reader: Reader, as_of: int, last: int | None) -> Drafts:
    """The drafts of the dossier; up to a ``last`` day, where one is given."""
    known = tuple(draft for draft in reader.dossier.drafts if last is None or draft.day <= last)
    everybody = reader.asked(reader.agenda.parties)
    said = _said(reader, everybody, known, as_of)
    ids = {draft.id for draft in known}
    read = reports_left_out.basis(reader, everybody, as_of, set(), shows=lambda id, _: id in ids)
    return Drafts(agenda=reader.agenda, basis=read, drafts=known, as_of=as_of, said=said)


def _said(
    reader: Reader, parties: Sequence[AskedParty], known: Sequence[Draft], as_of: int
) -> dict[str, tuple[tuple[AskedParty, StatedReaction], ...]]:
    """What parties said of drafts, by the draft's id."""
    found: dict[str, list[tuple[AskedParty, StatedReaction]]] = {draft.id: [] for draft in known}
    for asked in parties:
        for stated in reactions(reader, asked.party, asked.on(as_of)):
            if stated.draft.id in found:
                found[stated.draft.id].append((asked, stated))
    return {id: tuple(of_draft) for id, of_draft in found.items()}


def line_of(last: Draft, known: Sequence[Draft]) -> tuple[Draft, ...]:
    """A draft with those that it follows, along ``previous``, the first one first. A circle is gone through once."""
    by_id = {draft.id: draft for draft in known}
    line: dict[str, Draft] = {}
    at: Draft | None = last
    while at is not None and at.id not in line:
        line[at.id] = at
        at = by_id.get(at.previous.name) if at.previous else None
    return tuple(reversed(line.values()))


def steps(
    reader: Reader, named: tuple[Draft, ...], parties: tuple[AskedParty, ...], as_of: int, chosen: Filter
) -> DraftSteps:
    """Drafts against each other in the order given, and each of them against the positions as of a day (an ordinal)."""
    everything = Filter(tuple(reader.agenda.issues))
    judged = {each.id: draft(reader, each, parties, as_of, everything) for each in named}
    wanted = set(chosen.issues)
    whole = wanted >= reader.agenda.issues.keys()
    clauses = clause_steps(named)
    return DraftSteps(
        agenda=reader.agenda, basis=basis(reader, named, parties, as_of), drafts=named, as_of=as_of,
        filter=chosen, judged=judged,
        said={
            id: tuple((of.party, stated) for of in answer.parties for stated in of.reactions)
            for id, answer in judged.items()
        },
        issues=tuple(each for each in outcome_steps(reader.agenda, named) if each.issue.id in wanted),
        clauses=tuple(each for each in clauses if whole or _settles(each, wanted)),
        parties=tuple(_under(asked, number, judged, wanted) for number, asked in enumerate(parties)),
    )  # fmt: skip


def can_be_a_paper(columns: int, named: Sequence[str]) -> None:
    """Raises Failure (usage) for another number of columns than four, or of drafts than two."""
    if columns != 4:
        hint = "--columns 4: the clause or issue, the one draft, the other, and a proposal or positions"
        raise Failure(f"a paper of two drafts has four columns, not `{columns}`", hint=hint, code=USAGE)
    if len(named) != 2:
        hint = "posdiff drafts A B --columns 4, of those that `posdiff drafts` lists"
        raise Failure(f"the four-column paper takes two drafts, not {len(named)}", hint=hint, code=USAGE)


def four_columns(answer: DraftSteps, with_positions: bool) -> FourColumnPaper:
    """The paper of two drafts that were held against each other, on the issues that were asked for."""
    before, after = answer.drafts
    wanted = set(answer.filter.issues)
    whole = wanted >= answer.agenda.issues.keys()
    results = [of_party.by_draft[after.id].result for of_party in answer.parties]
    rows = tuple(
        row
        for row in paper_rows(answer.agenda, before, after, results)
        if whole or any(issue.id in wanted for issue in row.issues)
    )
    held = {field.name: getattr(answer, field.name) for field in fields(answer)}
    return FourColumnPaper(**held, rows=rows, with_positions=with_positions)


def _settles(clause: ClauseSteps, wanted: set[str]) -> bool:
    return any(not wanted.isdisjoint(version.settles) for version in clause.texts.values())


def _under(asked: AskedParty, number: int, judged: Mapping[str, DraftAnswer], wanted: set[str]) -> PartyUnderDrafts:
    by_draft = {id: answer.parties[number] for id, answer in judged.items()}
    moves = result_moves([(id, of_party.result) for id, of_party in by_draft.items()])
    return PartyUnderDrafts(asked, by_draft, tuple(move for move in moves if move.after.issue.id in wanted))
