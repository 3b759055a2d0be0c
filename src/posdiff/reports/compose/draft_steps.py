"""The document of ``drafts`` with names: what each does to the parties; step by step, what changed, and for whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from posdiff.answers.draft import DraftForParty
from posdiff.answers.drafts import Drafts, DraftSteps, FourColumnPaper, PartyUnderDrafts
from posdiff.comparison.draft_steps import (
    OUTCOME_CHANGES,
    ClauseSteps,
    IssueSteps,
    OutcomeChange,
    OutcomeStep,
    ResultMove,
)
from posdiff.comparison.drafts import RED_LINES, red
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.statement import Draft
from posdiff.reports import choices_wording, draft_wording, relation_notes, wording
from posdiff.reports import draft_steps_wording as words
from posdiff.reports.compose import basis, reactions
from posdiff.reports.compose import draft as of_one
from posdiff.reports.compose.evidence import Citations, apart, issue
from posdiff.reports.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Line,
    Paragraph,
    Row,
    Run,
    Section,
    Style,
    Table,
    cell,
    line,
)

_BAD = ("crosses-red-line", "breaks-terms", "leaves-red-line-open")


def document(answer: DraftSteps) -> Document:
    """The verdicts; then from each draft to the next the issues with what becomes of them; then the clauses."""
    citations = Citations(True, answer.basis.proofs)
    parts = [summary(answer)]
    parts += said(answer, citations)
    for pair in answer.pairs:
        parts.append(_step(pair, answer, citations))
    parts += _clauses(answer)
    steps = {each.issue.id for each in answer.issues for one in each.steps if one.change != "same" or one.bracket}
    moves = {move.after.issue.id for of_party in answer.parties for move in of_party.moves}
    parts += notes(answer, steps | moves)
    return Document("drafts", title(answer), (), lead(answer), tuple(parts), citations.footnotes())


def title(answer: DraftSteps) -> str:
    """Which drafts, and as of when positions are looked at."""
    labels = words.labels(answer.drafts, answer)
    return f"{' → '.join(labels.values())}, against the positions as of {wording.day(answer.as_of)}"


def lead(answer: DraftSteps, in_short: bool = False) -> tuple[Line, ...]:
    """What is to be known of each draft by itself; ``in_short``: without the remarks on it."""
    lines: list[Line] = []
    labels = words.labels(answer.drafts, answer)
    for draft in answer.drafts:
        head = Run(labels[draft.id], "strong", file=draft.location.file, page=f"drafts/{draft.id}")
        if in_short:
            name = f": {draft.title}, " if draft.title else ": "
            note = words.ITS_NOTE if draft.final and draft.note else ""
            lines.append((head, Run(name), Run(draft_wording.in_short(draft, answer.agenda) + note, "faint")))
        else:
            name = f": {draft.title}. " if draft.title else ": "
            lines.append((head, Run(name), Run(draft_wording.draft_by(draft, answer.agenda), "faint")))
            lines += [line(f"Note: {draft.note}", "faint")] if draft.note else []
        lines += of_one.by_itself(answer.judged[draft.id])
    lines += [line(f"A draft is {wording.NOT_A_POSITION}.", "faint")] if in_short else []
    order = words.order(answer.pairs, labels)
    lines += [line(order, "faint")] if order else []
    last = answer.judged[answer.drafts[-1].id]
    return (
        *basis.lines(answer.basis),
        *circles(answer),
        *lines,
        *of_one.through_blocs(last),
        *of_one.silences(last.parties, last),
        *of_one.unverified_red_lines(last),
    )


def circles(answer: Drafts) -> list[Line]:
    """That drafts follow each other in a circle, so that their order is not to be relied on."""
    return [line(words.circle(circle), "contradiction") for circle in answer.circles]


def summary(answer: DraftSteps) -> Section:
    """Drafts × parties: verdict, counts and reaction; below, the red lines by name. No filter takes from either."""
    labels, agenda = words.labels(answer.drafts, answer), answer.agenda
    rows = [
        Row((cell(of_party.party.name, "strong"), *(_verdict(of_party, draft, agenda) for draft in answer.drafts)))
        for of_party in answer.parties
    ]
    columns = (Column("Party"), *(Column(labels[draft.id], page=f"drafts/{draft.id}") for draft in answer.drafts))
    blocks: list[Block] = [Table("What each draft does to each party", columns, tuple(rows), "grid")]
    lines = tuple(red_lines(answer, answer.drafts))
    lines += (*by_any_outcome(answer), *choices(answer))
    blocks += [Bullets(lines, apart=True)] if lines else []
    return Section("What the drafts do to the parties", tuple(blocks), anchor="summary")


def by_any_outcome(answer: DraftSteps) -> Iterator[Line]:
    """``Union: met by any outcome, and so by each draft (1): Pay``: once, as these terms are met by all drafts."""
    for of_party in answer.parties:
        first = of_party.by_draft[answer.drafts[0].id].result
        titles = draft_wording.titles_by_any(first)
        if titles:
            told = f"met {draft_wording.BY_ANY}, and so by each draft ({len(titles)}): {'; '.join(titles)}"
            yield (Run(f"{of_party.party.name}: ", "strong"), Run(told))


def choices(answer: DraftSteps) -> Iterator[Line]:
    """``text: In 1 of the 3 choices among the options no red line of North is crossed.``: of drafts with options."""
    labels = words.labels(answer.drafts, answer)
    for id, judged in answer.judged.items():
        yield from ((Run(f"{labels[id]}: ", "strong"), Run(told)) for told in choices_wording.in_short(judged))


def said(answer: DraftSteps, citations: Citations, notes: bool = True) -> Iterator[Section]:
    """What the parties said of each draft: when, in which words, and where that is at odds with their terms."""
    labels = words.labels(answer.drafts, answer)
    lines = tuple(
        (Run(f"{labels[id]}, {asked.name}: ", "strong"), *reactions.in_words(stated, answer.agenda, citations, notes))
        for id, of_draft in answer.said.items()
        for asked, stated in of_draft
    )
    if lines:
        yield Section("What the parties said of them", (Bullets(lines),), anchor="reactions")


def _verdict(of_party: PartyUnderDrafts, draft: Draft, agenda: Agenda) -> Cell:
    answer = of_party.by_draft[draft.id]
    lines = [verdict(answer, agenda)]
    red_lines = words.red_line_counts(answer.result)
    lines += [line(red_lines, "red-line")] if red_lines else []
    counts = words.result_counts(answer.result, agenda)
    lines += [line(counts, "faint")] if counts else []
    return Cell((*lines, *beside_the_verdict(answer, draft, agenda)))


def verdict(answer: DraftForParty, agenda: Agenda) -> Line:
    """What a draft does to a party as a whole."""
    return line(words.verdict(answer.result, agenda), "contradiction" if answer.verdict in _BAD else "strong")


def beside_the_verdict(
    answer: DraftForParty, draft: Draft, agenda: Agenda, with_reaction: bool = True
) -> Iterator[Line]:
    """How much it said that day, or later; that a draft cannot be completed; with which options it meets terms.

    What it said of it; what it does on record.
    """
    its_day = draft_wording.met_of_its_day(answer.result, draft)
    if its_day:
        yield line(its_day, "faint")
    later = draft_wording.of_later_words(answer.result, draft)
    if later:
        yield line(later, "faint")
    own = draft_wording.own_broken(answer.party.party, answer.result, draft)
    if own:
        yield line(own, "faint")
    if answer.completable is False and not any(term.result == "broken" for term in answer.result.terms):
        yield line("cannot be completed", "contradiction")
    yield from (line(each) for each in draft_wording.met_with_options(answer.result.terms, agenda))
    if answer.last_said is not None and with_reaction:
        yield line(f"said: {draft_wording.last_said(answer.last_said)}")
        if answer.last_said.at_odds:
            yield line("at odds with its terms", "contradiction")
    if answer.on_record is not None:
        told, own = (
            f"{words.verdict(result, agenda)}, {words.result_counts(result, agenda)}"
            for result in (answer.result, answer.on_record)
        )
        if own != told:
            yield line(f"on record: {own}", "faint")


def red_lines(answer: DraftSteps, drafts: Sequence[Draft]) -> Iterator[Line]:
    """``plan, North: RED LINE crossed (1): Pay``; of some of the drafts."""
    labels = words.labels(answer.drafts, answer)
    for draft in drafts:
        for of_party in answer.parties:
            judged = of_party.by_draft[draft.id]
            head = f"{labels[draft.id]}, {of_party.party.name}: "
            for what, told in draft_wording.RED_LINE_RESULTS.items():
                titles = dict.fromkeys(relation_notes.marked(term.issue) for term in judged.red_lines(what))
                if titles:
                    red_line = Run(f"{wording.RED_LINE} {told} ({len(titles)}): ", "red-line")
                    yield (Run(head, "strong"), red_line, Run("; ".join(titles)))


def _step(pair: tuple[Draft, Draft], answer: DraftSteps, citations: Citations) -> Section:
    """From a draft to the next: what it does to each party, then the issues of which something became."""
    before, after = pair
    labels = words.labels(answer.drafts, answer)
    found = steps_to(after, answer)
    moves = tuple(_moves_of_parties(pair, answer))
    blocks: list[Block] = [Bullets(moves) if moves else Paragraph(line(words.NO_MOVE))]
    rows = list(_rows(pair, found, answer, citations))
    if rows:
        columns = (
            Column("Issue"), Column("Change", "change"),
            Column(labels[before.id], labels[before.id]), Column(labels[after.id], labels[after.id]),
            Column("What it does", "does") if len(answer.parties) > 1 else Column(answer.parties[0].party.name, "does"),
        )  # fmt: skip
        caption = f"From {labels[before.id]} to {labels[after.id]}"
        blocks.append(Table(caption, columns, tuple(rows)))
    meanings = tuple(_meanings(pair, [one for _, one in found], labels))
    blocks += [Bullets(meanings, apart=True)] if meanings else []
    same = [each.issue.title for each, one in found if one.change == "same" and not one.bracket]
    if same:
        head = Run(f"The same ({len(same)}): ", "strong")
        blocks.append(Bullets(((head, Run("; ".join(same))),), apart=True))
    return headed(pair, answer, tuple(blocks))


def notes(answer: DraftSteps, shown: Collection[str]) -> Iterator[Section]:
    """The notes of the agenda on issues that are shown, and on those of red lines that are not met."""
    terms = [term for of_party in answer.parties for each in of_party.by_draft.values() for term in each.result.terms]
    wanted = {*shown, *(term.issue.id for term in terms if red(term) and term.result in RED_LINES.values())}
    told = relation_notes.of_issues(issue for id, issue in answer.agenda.issues.items() if id in wanted)
    if told:
        yield Section("Notes of the agenda", tuple(told), anchor="notes")


def steps_to(after: Draft, answer: DraftSteps) -> list[tuple[IssueSteps, OutcomeStep]]:
    """The issues that a draft settles, or the one before it, with what became of each."""
    return [(each, one) for each in answer.issues for one in each.steps if one.after == after.id]


def headed(pair: tuple[Draft, Draft], answer: DraftSteps, blocks: tuple[Block, ...]) -> Section:
    """What is told of a step, under its name and the counts of what became of issues."""
    before, after = pair
    labels = words.labels(answer.drafts, answer)
    changes = Counter(one.change for _, one in steps_to(after, answer))
    name = f"From {labels[before.id]} to {labels[after.id]}"
    meaning = words.changed(changes) if changes else "nothing is settled in either"
    return Section(name, blocks, meaning, anchor=f"to-{after.id}", named=True)


def _meanings(pair: tuple[Draft, Draft], steps: Sequence[OutcomeStep], labels: Mapping[str, str]) -> Iterator[Line]:
    """What narrowed and widened mean, and what it rests on that outcomes were added or dropped, where any were."""
    before, after = pair
    silent: Mapping[OutcomeChange, Draft] = {"added": before, "dropped": after}
    for change in OUTCOME_CHANGES:
        if not any(one.change == change for one in steps):
            continue
        told = ""
        if change in silent:
            told = words.as_on_file(change, silent[change], labels[silent[change].id])
        elif change in ("narrowed", "widened"):
            told = words.left_open(change, labels[before.id], labels[after.id])
        if told:
            yield (Run(f"{words.OUTCOMES[change]}: ", "strong"), Run(told, "faint"))


def _moves_of_parties(pair: tuple[Draft, Draft], answer: DraftSteps) -> Iterator[Line]:
    before, after = pair
    for of_party in answer.parties:
        moves = [move for move in of_party.moves if move.after_draft == after.id]
        name = Run(f"{of_party.party.name}: ", "strong")
        for told in words.moves(moves, after):
            style: Style = "red-line" if told.words.startswith(wording.RED_LINE) else "plain"
            yield (name, Run(f"{told.words} ({told.numbered}): ", style), Run("; ".join(told.titles)))
        was, is_now = (of_party.by_draft[draft.id].result for draft in (before, after))
        completing = words.completing(was, is_now, answer.all_issues)
        if completing:
            yield (name, Run(completing))


def _rows(
    pair: tuple[Draft, Draft], found: Sequence[tuple[IssueSteps, OutcomeStep]], answer: DraftSteps, citations: Citations
) -> Iterator[Row]:
    """Those of which something became, or of which a part fares otherwise: what moves red lines first."""
    after = pair[1]
    moves: dict[str, list[tuple[str, ResultMove]]] = {}
    for of_party in answer.parties:
        for move in of_party.moves:
            if move.after_draft == after.id:
                moves.setdefault(move.after.issue.id, []).append((of_party.party.name, move))
    shown = [(each, one) for each, one in found if one.change != "same" or one.bracket or each.issue.id in moves]
    silent = [answer.agenda.issues[id] for id in moves if id not in {each.issue.id for each, _ in found}]
    rows = [(each.issue, _changed(each, one, pair, answer, citations)) for each, one in shown]
    nothing = (cell("silent in both", "faint"), cell("silent", "faint"), cell("silent", "faint"))
    rows += [(about, nothing) for about in silent]
    rows.sort(key=lambda row: not any(red(move.after) for _, move in moves.get(row[0].id, ())))
    for about, cells in rows:
        does = words.moves_on_an_issue(moves.get(about.id, ()), len(answer.parties))
        lines = (line(does),) if does else ()
        if any(draft_wording.broken_in_silence(move.after) for _, move in moves.get(about.id, ())):
            lines = (*lines, line(draft_wording.NO_ROOM, "faint"))
        yield Row((issue(relation_notes.marked(about), about.id), *cells, Cell(lines)), f"{after.id}_{about.id}")


def _changed(
    each: IssueSteps, one: OutcomeStep, pair: tuple[Draft, Draft], answer: DraftSteps, citations: Citations
) -> tuple[Cell, Cell, Cell]:
    of_drafts = (
        of_one.settled(each.outcomes.get(draft.id), each.issue.title, answer.judged[draft.id], citations)
        for draft in pair
    )
    return (cell(words.outcome_step(one)), *of_drafts)  # type: ignore[return-value]


def _clauses(answer: DraftSteps) -> Iterator[Section]:
    """Each clause of which something became, word by word; the others by their ids."""
    if not answer.clauses:
        return
    same, below = [], []
    for clause in answer.clauses:
        blocks = list(_clause(clause, answer))
        if blocks:
            *_, last = clause.texts.values()
            name = f"{clause.id} {last.title}" if last.title else clause.id
            below.append(Section(name, tuple(blocks), level=3, named=True, anchor=f"clause-{clause.id}"))
        else:
            same.append(clause.id)
    lines = [line(f"The same words ({len(same)}): {', '.join(same)}")] if same else []
    lines += without_words(answer)
    yield Section("The clauses", (Bullets(tuple(lines)),) if lines else (), anchor="clauses")
    yield from below


def without_words(answer: DraftSteps) -> list[Line]:
    """Of which drafts no words are on file, or some could not be read, so that nothing is said of those."""
    labels = words.labels(answer.drafts, answer)
    names = [labels[draft.id] for draft in answer.drafts if not draft.clauses and not draft.clauses_unread]
    lines = [line(f"No clauses on file: {', '.join(names)}", "faint")] if names else []
    return [*lines, *not_read(answer)]


def not_read(answer: DraftSteps | FourColumnPaper) -> list[Line]:
    """Of which drafts clauses are on file that could not be read."""
    labels = words.labels(answer.drafts, answer)
    return [
        line(f"{labels[draft.id]}: {draft_wording.not_read(draft.clauses_unread)}", "contradiction")
        for draft in answer.drafts
        if draft.clauses_unread
    ]


def _clause(clause: ClauseSteps, answer: DraftSteps) -> Iterator[Block]:
    labels = words.labels(answer.drafts, answer)
    for one in clause.steps:
        before, after = clause.texts.get(one.before), clause.texts.get(one.after)
        told = words.clause_step(one, before, after)
        if told == words.CLAUSES["same"]:
            continue
        head = Run(f"{labels[one.before]} → {labels[one.after]}: {told}. ", "faint")
        text = apart(one.words) or tuple(Run(each.text) for each in (after or before,) if each)
        by = draft_wording.clause_by(after, answer.agenda) if after else ""
        yield Paragraph((head, *text, *([Run(f" ({by})", "faint")] if by else [])))
