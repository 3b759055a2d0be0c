"""The red lines that an answer names, and what became of their quotes in the pages kept of sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from posdiff.dossier.agenda import Issue
from posdiff.dossier.grounds import WORST_FIRST, Result, worst
from posdiff.dossier.position import Held, Part

if TYPE_CHECKING:
    from posdiff.answers.changes import Changes
    from posdiff.answers.compare import Compare
    from posdiff.answers.conflicts import Conflicts
    from posdiff.answers.draft import DraftAnswer
    from posdiff.answers.history import History
    from posdiff.answers.matrix import Matrix
    from posdiff.answers.who import Who
    from posdiff.comparison.evidence.proofs import Proofs


class NamedRedLine(NamedTuple):
    """A red line: the label and the name of the party that draws it, the issue, the part of its position."""

    party: str
    name: str
    issue: Issue
    part: Part


def of_comparison(answer: Compare) -> Iterator[NamedRedLine]:
    """Those of a comparison, on the issues asked for."""
    for row in answer.issues:
        for label in row.red_line:
            yield from _of_position(label, answer.names[label], row.issue, row.terms[label])


def of_changes(answer: Changes) -> Iterator[NamedRedLine]:
    """Those of the positions that changed, before and after."""
    for of_party in answer.parties:
        asked = of_party.party
        for change in of_party.shown:
            yield from _of_positions(asked.label, asked.name, change.issue, (change.before, change.after))


def of_history(answer: History) -> Iterator[NamedRedLine]:
    """Those that a step set, or gave up."""
    for of_party in answer.parties:
        asked = of_party.party
        for step in of_party.record.steps:
            move = step.move
            issue = answer.agenda.issues[move.issue]
            yield from _of_positions(asked.label, asked.name, issue, (move.before, move.after))


def of_draft(answer: DraftAnswer) -> Iterator[NamedRedLine]:
    """Those that a draft is held against."""
    for of_party in answer.parties:
        for term in of_party.result.terms:
            yield from _red((NamedRedLine(of_party.party.label, of_party.party.name, term.issue, term.part),))


def of_conflicts(answer: Conflicts) -> Iterator[NamedRedLine]:
    """Those of the positions that are held together."""
    for label, name in answer.names.items():
        for issue, held in answer.positions[label].terms.items():
            if issue in answer.filter.issues:
                yield from _of_position(label, name, answer.agenda.issues[issue], held)


def of_who(answer: Who) -> Iterator[NamedRedLine]:
    """Those of all who hold a position on an issue."""
    for label, held in answer.held.items():
        yield from _of_position(label, answer.asked[label].name, answer.issue, held)


def of_matrix(answer: Matrix) -> Iterator[NamedRedLine]:
    """Those on contested issues, each once."""
    pairs = [(pair, label, issue) for pair in answer.pairs for issue in pair.red_lines for label in (pair.a, pair.b)]
    for label, issue in dict.fromkeys((label, issue) for _, label, issue in pairs):
        held = answer.positions[label].terms[issue]
        yield from _of_position(label, answer.names[label], answer.agenda.issues[issue], held)


def _of_positions(party: str, name: str, issue: Issue, positions: Iterable[Held | None]) -> Iterator[NamedRedLine]:
    for held in positions:
        if held is not None:
            yield from _of_position(party, name, issue, held)


def _of_position(party: str, name: str, issue: Issue, held: Held) -> Iterator[NamedRedLine]:
    return _red(NamedRedLine(party, name, issue, part) for part in held.demands)


def _red(named: Iterable[NamedRedLine]) -> Iterator[NamedRedLine]:
    return (each for each in named if each.part.term.firmness == "red-line")


def doubtful(
    red_lines: Iterable[NamedRedLine], proofs: Proofs
) -> Mapping[tuple[str, str], tuple[NamedRedLine, Result]]:
    """By party and issue the red lines of which not every quote is verified, each with the worst of its quotes.

    Those come first of which a quote is not in its source.
    """
    first: dict[tuple[str, str], NamedRedLine] = {}
    found: dict[tuple[str, str], set[Result]] = {}
    for each in red_lines:
        of = each.party, each.issue.id
        first.setdefault(of, each)
        found.setdefault(of, set()).update(proofs.of(quote).result for quote in each.part.lineage.said)
    doubts = {of: result for of, results in found.items() if (result := worst(results)) not in (None, "verified")}
    return {of: (first[of], doubts[of]) for of in sorted(doubts, key=lambda of: WORST_FIRST.index(doubts[of]))}
