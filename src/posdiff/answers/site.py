"""What ``site`` answers: the answers that the pages of a site show, each position read off the dossier once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from posdiff.answers import reports_left_out
from posdiff.answers.answer import AskedParty, Basis, Filter
from posdiff.answers.compare import Compare, compare, narrowed
from posdiff.answers.draft import DraftAnswer, draft
from posdiff.answers.drafts import Drafts, drafts
from posdiff.answers.listings import Parties, parties
from posdiff.answers.reactions import StatedReaction, of_statement
from posdiff.answers.reading import Reader
from posdiff.answers.show import Show, show
from posdiff.answers.timeline import Timeline, timeline
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.statement import Draft, Statement


@dataclass(frozen=True, kw_only=True)
class Site:
    """A dossier as of a day. What was said or drafted later is left out.

    ``compare`` and ``drafts`` are on the parties to the talks; ``positions`` and ``history`` on observers as well.
    """

    agenda: Agenda
    basis: Basis
    dossier: Dossier
    as_of: int
    compare: Compare
    positions: Mapping[str, Show]
    history: Timeline
    listed_parties: Parties
    listed_drafts: Drafts
    drafts: Mapping[str, DraftAnswer]
    statements: tuple[Statement, ...]
    #: By the file of a statement, what each party says in it of drafts.
    reactions: Mapping[str, tuple[tuple[str, StatedReaction], ...]]

    def only(self, word: str, issue: str | None = None) -> Compare:
        """What ``compare`` answers of one relation, or of ``deadlock``; on one issue, or on all."""
        issues = tuple(self.agenda.issues) if issue is None else (issue,)
        return narrowed(self.compare, Filter(issues, frozenset((word,))))


def site(reader: Reader, as_of: int) -> Site:
    """All answers on the dossier as of a day (an ordinal)."""
    agenda = reader.agenda
    everything = Filter(tuple(agenda.issues), everything=True)
    taking_part, everybody = reader.asked(agenda.taking_part), reader.asked(agenda.parties)
    proposed = [proposal for proposal in reader.dossier.drafts if proposal.day <= as_of]
    answers = _drafts(reader, proposed, taking_part, as_of)
    compared = compare(reader, taking_part, as_of, everything, conflicts=False)
    positions = {asked.party: show(reader, asked, as_of, everything) for asked in everybody}
    came_about = timeline(reader, everybody, 0, as_of, everything)
    proposals = drafts(reader, as_of, as_of)
    parts = [each.basis for each in (compared, came_about, proposals, *positions.values(), *answers.values())]
    statements = tuple(said for said in reader.dossier.statements if said.day <= as_of)
    return Site(
        agenda=agenda, basis=reports_left_out.together(reader.basis, parts), dossier=reader.dossier, as_of=as_of,
        compare=compared, positions=positions, history=came_about, listed_parties=parties(reader, as_of),
        listed_drafts=proposals, drafts=answers, statements=statements,
        reactions={said.location.file: of_statement(reader.dossier, said) for said in statements},
    )  # fmt: skip


def _drafts(
    reader: Reader, proposed: list[Draft], taking_part: tuple[AskedParty, ...], as_of: int
) -> dict[str, DraftAnswer]:
    """Each draft against the parties to the talks, by its id."""
    every = Filter(tuple(reader.agenda.issues))
    return {proposal.id: draft(reader, proposal, taking_part, as_of, every) for proposal in proposed}
