"""The overview of ``history``: a line for each statement, with what it did in counts."""

from __future__ import annotations

from collections.abc import Sequence

from posdiff.answers.history import History, HistoryOfParty
from posdiff.comparison.changes import KINDS, SAME, HistoryStep
from posdiff.reports import draft_wording, wording
from posdiff.reports.compose import basis
from posdiff.reports.compose import history as in_full
from posdiff.reports.document import Block, Column, Document, Row, Section, Table, cell
from posdiff.reports.draft_steps_wording import labels
from posdiff.reports.overviews import short


def document(answer: History, _width: int) -> Document:
    """A part for each party: its statements in order."""
    parts = []
    for party in answer.parties:
        head = in_full.head(party)
        blocks: tuple[Block, ...] = (_statements(party, answer),) if party.shown else head.blocks
        parts.append(head._replace(blocks=blocks))
    more: list[Section] = [short.more("history")] if in_full.moves(answer) else []
    return Document("history", in_full.TITLE, (), basis.lines(answer.basis), (*parts, *more))


def _statements(party: HistoryOfParty, answer: History) -> Table:
    columns = (Column("Day"), Column("Statement"), Column("What it did"), short.RED_LINE_COLUMN)
    rows = []
    for occasion in in_full.occasions(party):
        statement, steps = occasion.statement, occasion.steps
        titled = in_full.titled(occasion, party.party.party, answer.agenda)
        reported = "reported: " if statement is not None and statement.standing == "reported" else ""
        cells = (
            cell(wording.day(occasion.day)), cell(f"{reported}{titled}", "strong"),
            cell(_did(occasion, answer)), cell(_red_lines(steps, answer), "red-line"),
        )  # fmt: skip
        rows.append(Row(cells))
    return Table("Statement by statement", columns, tuple(rows), "lines")


def _did(occasion: in_full.StatementInHistory, answer: History) -> str:
    """``2 added, 1 hardened; rejects plan``."""
    numbers = {kind: sum(step.told == kind for step in occasion.steps) for kind in KINDS}
    parts = [", ".join(f"{number} {in_full.moved(kind)}" for kind, number in numbers.items() if number)]
    parts += [
        draft_wording.reaction_to(stated.reaction.reaction, labels([stated.draft], answer)[stated.draft.id])
        for stated in occasion.reactions
    ]
    return "; ".join(part for part in parts if part)


def _red_lines(steps: Sequence[HistoryStep], answer: History) -> str:
    """On what a red line was set or changed, or given up."""
    changed: list[str] = []
    given_up: list[str] = []
    for step in steps:
        was, is_now = (held is not None and held.red_line for held in (step.move.before, step.move.after))
        if step.kind not in SAME and (was or is_now):
            (changed if is_now else given_up).append(answer.agenda.issues[step.move.issue].title)
    parts = [f"{wording.RED_LINE} {'; '.join(changed)}"] if changed else []
    parts += [f"no longer a {wording.RED_LINE}: {'; '.join(given_up)}"] if given_up else []
    return "; ".join(parts)
