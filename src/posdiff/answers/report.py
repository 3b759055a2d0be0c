"""What ``report`` answers: the answers of ``compare``, ``changes`` and ``history`` on the same parties, together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from posdiff.answers import compare as comparing
from posdiff.answers import reports_left_out
from posdiff.answers.answer import AskedParty, DossierAnswer, Filter
from posdiff.answers.changes import Changes, changes
from posdiff.answers.compare import Compare, compare
from posdiff.answers.conflicts import Conflicts, conflicts
from posdiff.answers.draft import DraftAnswer, draft
from posdiff.answers.history import History, history
from posdiff.answers.reading import Reader
from posdiff.answers.second_coding import SecondCoding, kept
from posdiff.answers.timeline import timeline
from posdiff.dossier.statement import Draft

#: What ``--only`` and ``--fail-on`` can name: what those of ``compare`` can.
WORDS = comparing.WORDS
FAILING = comparing.FAILING


@dataclass(frozen=True, kw_only=True)
class Report(DossierAnswer):
    """``changes`` is None where no day was named to take them from, ``draft`` without one, ``conflicts`` where they
    were not asked for, ``history`` where nothing shows it, ``second_coding`` where none is kept.
    """

    command: ClassVar[str] = "report"

    compare: Compare
    changes: Changes | None
    draft: DraftAnswer | None
    conflicts: Conflicts | None
    history: History | None
    second_coding: SecondCoding | None = None

    @property
    def reached(self) -> frozenset[str]:
        """The relations there are, and what stands across issues."""
        return self.compare.reached


def report(
    reader: Reader, parties: tuple[AskedParty, ...], as_of: int, since: int | None, chosen: Filter,
    crossing: bool = True, with_history: bool = True, against: tuple[AskedParty, ...] = (),
    proposed: Draft | None = None, with_conflicts: bool = False, pictures: bool = False,
) -> Report:  # fmt: skip
    """The comparison of the parties, what changed since the end of a day, and how the positions came about.

    Conflicts ``crossing`` several issues and the history are what only some formats show. ``against``: the parties
    that movement is measured by. ``proposed``: a draft that is held against the parties. ``with_conflicts``: what the
    command ``conflicts`` answers. ``pictures``: whether the history is what pictures show.
    """
    compared = compare(reader, parties, as_of, chosen, crossing)
    ids = reader.asked(asked.party for asked in parties)
    for party in ids:  # the errors in what they said count, whatever a format shows of it
        reader.record(party.party, as_of)
    every_kind = chosen._replace(only=frozenset())
    changed = None if since is None else changes(reader, ids, since, as_of, every_kind, against)
    held_against = None if proposed is None else draft(reader, proposed, parties, as_of, every_kind)
    clashing = conflicts(reader, parties, as_of, every_kind) if with_conflicts else None
    of_time = timeline if pictures else history
    came_about = of_time(reader, ids, 0, as_of, every_kind) if with_history else None
    parts = [part.basis for part in (compared, changed, held_against, clashing, came_about) if part]
    return Report(
        agenda=reader.agenda, basis=reports_left_out.together(reader.basis, parts),
        compare=compared, changes=changed, draft=held_against,
        conflicts=clashing, history=came_about, second_coding=kept(reader.opened),
    )  # fmt: skip
