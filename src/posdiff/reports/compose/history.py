"""The document of ``history``: statement by statement, what each party took up, changed and gave up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from posdiff.answers.history import History, HistoryOfParty, Unmoved
from posdiff.answers.reactions import StatedReaction
from posdiff.comparison.changes import KINDS, HistoryStep
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Part, Turn
from posdiff.dossier.statement import Statement
from posdiff.kinds.kind import joined
from posdiff.reports import named_red_lines, provenance, step_wording, wording
from posdiff.reports.compose import basis, reactions
from posdiff.reports.compose.evidence import Citations, in_one_line, in_words, issue, quotations, spoken_by
from posdiff.reports.document import (
    Block,
    Cell,
    Choice,
    Chronicle,
    Column,
    Document,
    Event,
    Evidence,
    Lane,
    LaneMove,
    Line,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    line,
)

TITLE = "How the positions came about"
#: Of what a party said or did, blocs that it joined and left among it.
NO_MOVE = "changed no position"
#: So many of the issues on which a bloc moves nothing are named.
_MOST_TITLES = 3


def document(answer: History) -> Document:
    """The statements of all parties on a line of time; then each party's, with what each of them moved."""
    citations = Citations(proofs=answer.basis.proofs)
    parts = [chronicle(answer, citations)._replace(overview=True)] if moves(answer) else []
    for party in answer.parties:
        parts += _of_party(party, answer, citations)
    steps = [step for party in answer.parties for step in party.record.steps]
    kinds = {step.told for step in steps}
    topics = {answer.agenda.issues[step.move.issue].topic for step in steps}
    choices = (
        Choice("kind", "Move", tuple((kind, kind) for kind in KINDS if kind in kinds)),
        basis.topics(answer.agenda, topics),
        Choice(
            "party", "Party", tuple((shown_party.party.party, shown_party.party.name) for shown_party in answer.parties)
        ),
    )
    return Document("history", TITLE, (), lead(answer), tuple(parts), citations.footnotes(), choices, evidence=True)


def lead(answer: History) -> tuple[Line, ...]:
    """What was read, and which red lines that were set or given up have a quote that is not verified."""
    doubtful = basis.unverified_red_lines(answer.basis, named_red_lines.of_history(answer))
    return (*basis.lines(answer.basis), *doubtful)


def moves(answer: History) -> bool:
    """Whether there is anything to show: a move, or what a party said of a draft."""
    return any(party.shown for party in answer.parties)


def _of_party(party: HistoryOfParty, answer: History, citations: Citations) -> list[Section]:
    statements = [_statement(each, party, answer, citations) for each in occasions(party)]
    return [head(party), *statements]


class StatementInHistory(NamedTuple):
    """A statement of a party, or none where a position came to an end by itself: its moves, its reactions.

    ``turns``: the blocs that were joined and left on that day besides those that moved a position; ``dissents``: the
    issues on which it dissents, where no move says so.
    """

    day: int
    statement: Statement | None
    steps: list[HistoryStep]
    reactions: list[StatedReaction]
    turns: list[Turn]
    dissents: list[str]


def occasions(party: HistoryOfParty) -> list[StatementInHistory]:
    """What a party said, statement by statement, and what ended; in order, what ended on a day before what was said."""
    found: dict[tuple[int, bool, tuple[int, bool, str] | tuple[()], str], StatementInHistory] = {}

    def on(day: int, said: Statement | None) -> StatementInHistory:
        return found.setdefault(
            (day, said is not None, said.order if said else (), said.location.file if said else ""),
            StatementInHistory(day, said, [], [], [], []),
        )

    for step in party.record.steps:
        on(step.move.day, step.move.statement).steps.append(step)
    for stated in party.reactions:
        on(stated.statement.day, stated.statement).reactions.append(stated)
    told = {step.move.issue: step.move.statement for step in party.record.steps if _dissented(step)}
    for dissent in party.dissents:
        if told.get(dissent.issue) is not dissent.statement:
            on(dissent.statement.day, dissent.statement).dissents.append(dissent.issue)
    moving = {(step.move.day, turn) for step in party.record.steps for turn in step.move.turns}
    for day, turn in party.turns:
        if (day, turn) not in moving:
            on(day, None).turns.append(turn)
    return [found[key] for key in sorted(found)]


def _dissented(step: HistoryStep) -> bool:
    """Whether a step tells that its statement dissents."""
    return any(turn.how == "dissented" for turn in step.move.turns)


def head(party: HistoryOfParty) -> Section:
    """Over the statements of a party: how many there are."""
    said = [each.statement for each in occasions(party) if each.statement]
    of_blocs = sum(party.party.party not in statement.parties for statement in said)
    meaning = wording.count(len(said) - of_blocs, "statement")
    meaning += f"; {wording.count(of_blocs, 'statement')} of its blocs" if of_blocs else ""
    blocks: tuple[Block, ...] = () if party.shown else (Paragraph(line("No move to show.")),)
    return Section(party.party.name, blocks, meaning, anchor=f"history-{party.party.party}", named=True)


def _statement(occasion: StatementInHistory, party: HistoryOfParty, answer: History, citations: Citations) -> Section:
    """One statement: who spoke, what is to be known about it, every move that it made, and what it said of drafts."""
    statement, steps, day = occasion.statement, occasion.steps, wording.day(occasion.day)
    asked = party.party
    blocks: list[Block] = []
    if statement is not None:
        # What a step says stands on sources of its own; a withdrawal on all those of its statement.
        said = any(part.lineage.statement == statement.id for step in steps for part in _parts(step))
        cites = () if said or not steps else citations.cite(statement.sources.values())
        blocks += [Paragraph(words) for words in about(statement, cites)]
    if steps:
        rows = tuple(_row(step, party, answer, citations) for step in steps)
        columns = (Column("Move"), Column("Issue"), Column("Position then"))
        blocks.append(Table(f"{asked.name}, {day}: every move", columns, rows, "list", key=1))
    elif occasion.turns:
        blocks.append(Paragraph(line(no_move(occasion, party, answer.agenda))))
    if occasion.dissents:
        blocks.append(Paragraph(line(dissents(occasion, asked.party, answer.agenda))))
    for stated in occasion.reactions:
        words = reactions.in_words(stated, answer.agenda, citations)
        blocks.append(Paragraph((Run("Of the draft ", "faint"), *reactions.head(stated), *words)))
    title = f"{day}: {titled(occasion, asked.party, answer.agenda)}".removesuffix(f": {day}")
    file = statement.location.file if statement else ""
    through = "" if statement is None or asked.party in statement.parties else f"{statement.parties[0]}-"
    anchor = f"history-{asked.party}-{through}{statement.id.replace('/', '-') if statement else f'{day}-ended'}"
    return Section(title, tuple(blocks), file, anchor=anchor, level=3, named=True, file=file)


def dissents(occasion: StatementInHistory, party: str, agenda: Agenda) -> str:
    """``dissents on Status``: of what its blocs hold a statement says so where no move tells it.

    ``dissents on Status, in no bloc on that day: changed no position``.
    """
    titles = joined([agenda.issues[id].title for id in occasion.dissents])
    alone = "" if agenda.blocs_on(party, occasion.day) else ", in no bloc on that day"
    moved = any(step.move.issue in occasion.dissents for step in occasion.steps)
    return f"dissents on {titles}{alone}{'' if moved else f': {NO_MOVE}'}"


def no_move(occasion: StatementInHistory, party: HistoryOfParty, agenda: Agenda) -> str:
    """That blocs were joined or left on a day, and that changed no position; why, where they hold one.

    ``changed no position: dissents on Status; words of its own on Fee``.
    """
    reasons = [party.unmoved.get((occasion.day, turn), Unmoved()) for turn in occasion.turns]
    told = []
    for words, ids in (
        ("dissents on", [id for each in reasons for id in each.dissents]),
        ("words of its own on", [id for each in reasons for id in each.own_words]),
    ):
        titles = [agenda.issues[id].title for id in dict.fromkeys(ids)]
        told += [f"{words} {wording.several(titles, _MOST_TITLES)}"] if titles else []
    return f"{NO_MOVE}: {'; '.join(told)}" if told else NO_MOVE


def _parts(step: HistoryStep) -> tuple[Part, ...]:
    """The parts of the position then; none where it came to an end."""
    return step.move.after.parts if step.move.after else ()


def _row(step: HistoryStep, party: HistoryOfParty, answer: History, citations: Citations) -> Row:
    move, after = step.move, step.move.after
    about_issue, name = answer.agenda.issues[move.issue], party.party.name
    stated = step.on_record
    recorded: tuple[Line, ...] = ()
    if stated is not None:
        words = in_one_line(stated.held, answer.agenda) if stated.held else line(wording.NO_POSITION, "faint")
        recorded = ((Run("on record: ", "faint"), *words),)
    titled = move.by_blocs and not move.statement  # what made it stands over it
    made = "" if titled else step_wording.made_by(move, party.party.party, answer.agenda)
    by_it = (line(made, "faint"),) if made else ()
    then = Cell((line(wording.NO_POSITION, "faint"), *by_it, *recorded))
    if after is not None:
        said = move.statement.id if move.statement else None
        parts = wording.told_once(after.parts)
        lines = tuple(_part(part, after.parts, said, answer, citations) for part in parts)
        lines = after_loss(step, lines, answer.agenda)
        touched = [part for part in parts if part.lineage.statement == said]
        own = [part.lineage.term for part in touched if part.lineage.term]
        notes = dict.fromkeys(note for term in own for note in wording.notes(term))
        remarks = tuple(line(f"Note: {note}", "faint") for note in notes)
        quotes = tuple(
            quote
            for part in touched
            for quote in quotations(
                part.lineage.quotes, about_issue.title, spoken_by(part, answer.agenda, name), citations
            )
        )
        then = Cell((*lines, *by_it, *recorded, *remarks), evidence=Evidence(quotes) if quotes else None)
    facets = (("kind", step.told), ("topic", about_issue.topic or ""), ("party", party.party.party))
    kind = Cell(((Run(step_wording.word(step), mark=step.told),),))
    return Row((kind, issue(about_issue.title, move.issue), then), None, facets)


def after_loss(step: HistoryStep, lines: Sequence[Line], agenda: Agenda) -> tuple[Line, ...]:
    """What a position says, a line for each part; where a bloc's words went, these first, and what is still held."""
    lost = step_wording.lost(step, agenda)
    if lost is None:
        return tuple(lines)
    first, *more = lines
    return line(lost.words), (Run(step_wording.STILL, "faint"), *first), *more


def _part(part: Part, beside: Sequence[Part], statement: str | None, answer: History, citations: Citations) -> Line:
    """A part of the position then; the sources stand with what the statement said, and with that alone."""
    if part.lineage.statement == statement:
        return in_words(part, beside, answer.agenda, citations.cite(part.lineage.own))
    before = (Run("as before: ", "faint"),) if any(other.lineage.statement == statement for other in beside) else ()
    return (*before, *in_words(part, beside, answer.agenda))


def about(statement: Statement, cites: tuple[int, ...] = ()) -> list[Line]:
    """What is to be known about a statement: who spoke, whether it is only reported; its note."""
    words = provenance.told_by(statement)
    lines: list[Line] = [(Run(words, "plain", cites),)] if words else []
    return lines + ([line(f"Note: {statement.note}", "faint")] if statement.note else [])


def chronicle(answer: History, citations: Citations) -> Section:
    """The statements of all parties in order, as a line of time, with what is to be known about each."""
    said: dict[str, tuple[Statement, dict[str, None]]] = {}
    for party in answer.parties:
        for occasion in occasions(party):
            statement = occasion.statement
            if statement is not None:
                own = party.party.party in statement.parties
                speaking = party.party.party if own else statement.parties[0]
                whose = [party.party.name] if own else [answer.agenda.parties[id].name for id in statement.parties]
                key = statement.id if statement.joint else f"{speaking}/{statement.id}"
                said.setdefault(key, (statement, {}))[1].update(dict.fromkeys(whose))
    ordered = sorted(said.items(), key=lambda item: (item[1][0].day, not item[1][0].joint, item[0]))
    events = []
    for _, (statement, names) in ordered:
        cites = citations.cite(statement.sources.values())
        events.append(event(statement, joined(list(names)), cites))
    return Section("Line of statements", (Chronicle("Statements", tuple(events)),), anchor="statements")


def event(statement: Statement, whose: str, cites: tuple[int, ...] = ()) -> Event:
    """A statement on a line of time."""
    reported = " (reported)" if statement.standing == "reported" else ""
    title = f"{named(statement)}{reported}"
    file = statement.location.file
    return Event(wording.day(statement.day), whose, title, cites, tuple(about(statement)), file)


def lanes(answer: History) -> dict[str, tuple[Lane, ...]]:
    """By issue, the moves of each party on it."""
    by_issue: dict[str, dict[str, list[LaneMove]]] = {}
    for party in answer.parties:
        for step in party.record.steps:
            words = step_wording.then(step, answer.agenda)
            lane = by_issue.setdefault(step.move.issue, {}).setdefault(party.party.name, [])
            lane.append(LaneMove(step.move.day, step.told, words))
    return {
        issue_id: tuple(Lane(name, tuple(moved)) for name, moved in by_party.items())
        for issue_id, by_party in by_issue.items()
    }


def named(statement: Statement) -> str:
    """What a statement is called."""
    return statement.title or statement.id


def titled(occasion: StatementInHistory, party: str, agenda: Agenda) -> str:
    """The statement, with the name of the bloc that made it; without one, what ended, was joined or left."""
    statement = occasion.statement
    if statement is None:
        moves = [step.move for step in occasion.steps]
        return provenance.moved_without_a_statement(moves, party, agenda, occasion.turns)
    if party in statement.parties:
        return named(statement)
    return f"{joined([agenda.parties[id].name for id in statement.parties])}: {named(statement)}"
