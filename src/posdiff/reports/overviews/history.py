"""The overview of ``history``: a line for each statement, with what it did in counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from posdiff.answers.history import History, HistoryOfParty
from posdiff.comparison.changes import KINDS, SAME, HistoryStep
from posdiff.reports import draft_wording, step_wording, wording
from posdiff.reports.compose import history as in_full
from posdiff.reports.document import Block, Column, Document, Row, Section, Table, cell
from posdiff.reports.draft_steps_wording import labels
from posdiff.reports.overviews import short

#: Statements have a line each in so many lines; around those of each party there are so many more.
_LINES, _AROUND = 58, 6
#: So many parties have a part.
_MOST_PARTIES = 9


def document(answer: History, _width: int) -> Document:
    """A part for each party: its statements in order."""
    parties, others = answer.parties[:_MOST_PARTIES], answer.parties[_MOST_PARTIES:]
    occasions = [in_full.occasions(party) for party in parties]
    room = max(_LINES - _AROUND * len(occasions), len(occasions))
    if answer.filter.only:  # asked for one by one
        room = sum(map(len, occasions))
    parts = []
    for party, all_of, share in zip(parties, occasions, short.shared_out([*map(len, occasions)], room), strict=True):
        head = in_full.head(party)
        blocks: tuple[Block, ...] = (*_statements(party, all_of, share, answer),) if party.shown else head.blocks
        parts.append(head._replace(blocks=blocks))
    if others:
        counted = wording.count(len(others), "more party", "more parties")
        command = f"posdiff history PARTY{_days(answer)}"
        parts.append(Section("", (short.shown_by(f"And {counted}", command),)))
    more: list[Section] = [short.more("history")] if in_full.moves(answer) else []
    return Document("history", in_full.TITLE, (), in_full.lead(answer), (*parts, *more))


def _statements(
    party: HistoryOfParty, occasions: Sequence[in_full.StatementInHistory], most: int, answer: History
) -> Iterator[Block]:
    """So many of what a party said, in order: whatever moved a red line, then the last; how many there are beside."""
    red = [occasion for occasion in occasions if _red_lines(occasion.steps, answer)]
    others = [occasion for occasion in occasions if occasion not in red]
    kept = [*red, *others[len(others) - max(most - len(red), 0) :]]
    columns = (Column("Day"), Column("Statement"), Column("What it did"), short.RED_LINE_COLUMN)
    rows = tuple(_row(occasion, party, answer) for occasion in occasions if occasion in kept)
    yield Table("Statement by statement", columns, rows, "lines")
    left = [occasion.day for occasion in occasions if occasion not in kept]
    if left:
        alone = " --full" if len(answer.parties) == 1 else ""
        command = f"posdiff history {party.party.party}{_days(answer)}{alone}"
        yield short.shown_by(f"Not shown: {len(left)} more, {_between(left)}, none of which moved a red line", command)


def _between(days: Sequence[int]) -> str:
    """``between 2022-03-07 and 2025-10-21``: some that are shown lie there too."""
    first, last = wording.day(min(days)), wording.day(max(days))
    return f"of {first}" if first == last else f"between {first} and {last}"


def _days(answer: History) -> str:
    """The options with which the same is asked of one party."""
    since = f" --since {wording.day(answer.since)}" if answer.since else ""
    chosen = wording.only_issues(answer.filter.issues, answer.agenda)
    return f"{since} --until {wording.day(answer.until)}{chosen}{answer.basis.options}"


def _row(occasion: in_full.StatementInHistory, party: HistoryOfParty, answer: History) -> Row:
    statement, steps = occasion.statement, occasion.steps
    titled = in_full.titled(occasion, party.party.party, answer.agenda)
    reported = "reported: " if statement is not None and statement.standing == "reported" else ""
    return Row((
        cell(wording.day(occasion.day)), cell(f"{reported}{titled}", "strong"),
        cell(_did(occasion, party, answer)), cell(_red_lines(steps, answer), "red-line"),
    ))  # fmt: skip


def _did(occasion: in_full.StatementInHistory, party: HistoryOfParty, answer: History) -> str:
    """``rejects plan; 2 added, 1 hardened; withdrew its own words``."""
    in_order = sorted(occasion.steps, key=lambda step: KINDS.index(step.told))
    numbers = Counter(step_wording.word(step) for step in in_order)
    parts = [
        draft_wording.reaction_to(stated.reaction, labels([stated.draft], answer)[stated.draft.id])
        for stated in occasion.reactions
    ]
    parts.append(", ".join(f"{number} {move}" for move, number in numbers.items()))
    of_blocs = (
        step_wording.made_by(step.move, party.party.party, answer.agenda)
        for step in in_order
        if step.move.statement or not step.move.by_blocs
    )
    parts += dict.fromkeys(of_blocs)  # what blocs alone made stands as its title
    parts += [in_full.dissents(occasion, party.party.party, answer.agenda)] if occasion.dissents else []
    return "; ".join(part for part in parts if part) or in_full.no_move(occasion, party, answer.agenda)


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
