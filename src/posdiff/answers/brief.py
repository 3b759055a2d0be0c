"""What ``brief`` answers: what stands in the way, what moved, what a draft does; the answers that it is taken from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from posdiff.answers import compare as comparing
from posdiff.answers import reports_left_out
from posdiff.answers.answer import AskedParty, DossierAnswer, Filter
from posdiff.answers.changes import Changes, changes
from posdiff.answers.compare import Compare, compare
from posdiff.answers.conflicts import Conflicts, conflicts
from posdiff.answers.draft import DraftAnswer, draft
from posdiff.answers.reading import Reader
from posdiff.comparison.relations import Comparison, relation
from posdiff.comparison.voices import together
from posdiff.dossier.agenda import Issue
from posdiff.dossier.position import Part
from posdiff.dossier.statement import Draft

#: What ``--fail-on`` can name: what that of ``compare`` can.
FAILING = comparing.FAILING


class RedLineInTheWay(NamedTuple):
    """A red line of a party, by its label, that leaves nothing acceptable to those that it stands ``against``.

    ``facing``: those of them to whom it is a red line as well. ``shared_by``: who holds the very same words through the
    party, or with it through one bloc: it is one and the same red line.
    """

    issue: Issue
    party: str
    part: Part
    against: tuple[str, ...]
    facing: tuple[str, ...]
    shared_by: tuple[str, ...] = ()


class BriefOn(NamedTuple):
    """What a brief is asked for besides its parties: since which day, measured by whom, about which draft."""

    as_of: int
    since: int | None = None
    against: tuple[AskedParty, ...] = ()
    draft: Draft | None = None


@dataclass(frozen=True, kw_only=True)
class Brief(DossierAnswer):
    """``changes`` is None where no day was named to take them from, ``draft`` where none was named."""

    command: ClassVar[str] = "brief"

    compare: Compare
    conflicts: Conflicts
    changes: Changes | None
    draft: DraftAnswer | None
    red_lines: tuple[RedLineInTheWay, ...]

    @property
    def reached(self) -> frozenset[str]:
        """The relations there are, and what stands across issues."""
        return self.compare.reached


def brief(reader: Reader, parties: tuple[AskedParty, ...], chosen: Filter, on: BriefOn) -> Brief:
    """What there is to be known of the parties at a glance."""
    as_of = on.as_of
    compared = compare(reader, parties, as_of, chosen, True)
    ids = reader.asked(party.party for party in parties)
    moved = None
    if on.since is not None:
        # What moved is what was said: of what is supposed nobody has moved.
        moved = changes(reader.of_record, ids, on.since, as_of, chosen, on.against or ids)
    clashing = conflicts(reader, parties, as_of, chosen)
    proposed = None if on.draft is None else draft(reader, on.draft, parties, as_of, chosen)
    parts = [part.basis for part in (compared, clashing, moved, proposed) if part]
    return Brief(
        agenda=reader.agenda,
        basis=reports_left_out.together(reader.basis, parts),
        compare=compared, conflicts=clashing, changes=moved, draft=proposed,
        red_lines=red_lines_in_the_way(compared),
    )  # fmt: skip


def red_lines_in_the_way(compared: Compare) -> tuple[RedLineInTheWay, ...]:
    """Those against other red lines first, then those against more parties; else as the agenda has the issues."""
    party_of = {asked.label: asked.party for asked in compared.parties}
    found = [
        line for row in compared.issues if row.relation == "contradiction"
        for line in _each_once(_on_issue(row), party_of)
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda line: (-len(line.facing), -len(line.against))))


def _each_once(found: Sequence[RedLineInTheWay], party_of: Mapping[str, str]) -> Iterator[RedLineInTheWay]:
    """The red lines on an issue, those that several hold through one bloc once: with the bloc, if it is there."""
    for first, *others in together([(party_of[red.party], (red.part,)) for red in found]):
        yield found[first]._replace(shared_by=tuple(found[other].party for other in others))


def _on_issue(row: Comparison) -> list[RedLineInTheWay]:
    found = []
    for label, held in row.terms.items():
        for part in held.demands:
            if part.term.firmness != "red-line":
                continue
            against = tuple(
                other for other, on_issue in row.terms.items()
                if other != label and relation(row.issue.space, [(part.term,), on_issue.terms]) == "contradiction"
            )  # fmt: skip
            if not against and any(clashing.part is part for clashing in row.clash_parts):
                against = tuple(dict.fromkeys(c.party for c in row.clash_parts if c.party != label))
            if against:
                facing = tuple(other for other in against if row.terms[other].red_line)
                found.append(RedLineInTheWay(row.issue, label, part, against, facing))
    return found
