"""The overview of ``drafts`` with names: the verdicts and red lines; then step by step what weighs most, and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from posdiff.answers.drafts import Drafts, DraftSteps, FourColumnPaper, PartyUnderDrafts
from posdiff.comparison.draft_steps import ResultMove
from posdiff.comparison.drafts import RESULTS, red
from posdiff.dossier.statement import Draft
from posdiff.kinds.kind import joined
from posdiff.reports import draft_steps_wording as words
from posdiff.reports import draft_wording, relation_notes, verdict_wording, wording
from posdiff.reports.compose import draft_steps as in_full
from posdiff.reports.compose import drafts as listed
from posdiff.reports.compose.evidence import Citations
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
    Table,
    cell,
    line,
    text_of,
)
from posdiff.reports.initials import initials, key_to
from posdiff.reports.overviews import short

#: So many moves of other terms than red lines have a line each in a step, the worst first; of more these.
_MOST_MOVES = 6
#: So wide are the columns of parties and drafts, at least; and their heads where the drafts' names do not fit.
_LEAST_ROOM, _HEADS = 16, ("Before", "After")
#: What has a line of its own where it is not about a red line.
_WEIGHTY = ("newly broken", "newly met")
#: How the words begin for what a draft leaves out for good: it is named below.
_MISSING = "now missing"

#: What a step does to parts of positions on an issue: the issue's id, the words for it, whether a red line is meant.
Move = tuple[str, str, bool]


def document(answer: Drafts, width: int) -> Document:
    """What each draft does to each party; each step; of clauses the counts. The list, and a paper, as they are."""
    if not isinstance(answer, DraftSteps) or isinstance(answer, FourColumnPaper):
        return listed.document(answer)
    parts = [_summary(answer, width), *_said(answer)]
    parts += [_step(pair, answer, width) for pair in answer.pairs]
    clauses = tuple(_clauses(answer)) if answer.clauses else ()
    parts += [Section("", (Bullets(clauses, apart=True),))] if clauses else []
    missing = {
        move.after.issue.id for party in answer.parties for move in party.moves
        if red(move.after) or move.after.result == "missing"
    }  # fmt: skip
    parts += [notes._replace(title="") for notes in in_full.notes(answer, missing)]
    lead = in_full.lead(answer, in_short=True)
    return Document("drafts", in_full.title(answer), (), lead, (*parts, short.more("drafts")))


def _summary(answer: DraftSteps, width: int) -> Section:
    """Drafts × parties: verdict and counts, a row for each pair where there is room; below, the red lines by name."""
    whole = in_full.summary(answer)
    table = _counts(answer)
    rows = (tuple(cell(column.title) for column in table.columns), *(row.cells for row in table.rows))
    needed = sum(2 + max(map(_length, column)) for column in zip(*rows, strict=True))
    blocks: list[Block] = [table if needed <= width else whole.blocks[0]]
    lines = [line for of_party in answer.parties for line in _red_lines(of_party, answer)]
    if needed <= width:
        lines += _beside_the_verdicts(answer)
    lines += [*in_full.by_any_outcome(answer), *in_full.choices(answer)]
    blocks += [Bullets(tuple(lines), apart=True)] if lines else []
    return whole._replace(title="" if needed <= width else whole.title, blocks=tuple(blocks))


def _length(one: Cell) -> int:
    return max((len(text_of(each)) for each in one.lines), default=0)


def _counts(answer: DraftSteps) -> Table:
    """A row for each party and draft: the verdict, the red lines in numbers, and all terms."""
    labels = words.labels(answer.drafts, answer)
    judged = [of_one.result for of_party in answer.parties for of_one in of_party.by_draft.values()]
    there = [result for result in RESULTS if any(term.result == result for of_one in judged for term in of_one.terms)]
    rows = []
    for of_party in answer.parties:
        for draft in answer.drafts:
            of_one = of_party.by_draft[draft.id]
            results = [term.result for term in of_one.result.terms]
            numbers = words.red_line_numbers(of_one.result)
            verdict = Cell((in_full.verdict(of_one, answer.agenda),))
            cells = [cell(of_party.party.name, "strong"), cell(labels[draft.id]), verdict]
            cells += [cell(numbers, "red-line") if numbers else Cell()]
            cells += [cell(str(results.count(result) or "")) for result in there]
            rows.append(Row(tuple(cells)))
    titles = ("Party", "Draft", "What it does", "Red lines", *(draft_wording.RESULT_TITLES[result] for result in there))
    return Table("What each draft does to each party", tuple(map(Column, titles)), tuple(rows), "lines")


def _red_lines(of_party: PartyUnderDrafts, answer: DraftSteps) -> Iterator[Line]:
    """``Union: RED LINE left open: Length (offer); Site (all drafts)``."""
    labels = words.labels(answer.drafts, answer)
    for what, told in draft_wording.RED_LINE_RESULTS.items():
        drafts: dict[str, dict[str, None]] = {}
        for id, of_one in of_party.by_draft.items():
            for term in of_one.red_lines(what):
                drafts.setdefault(relation_notes.marked(term.issue), {})[labels[id]] = None
        if drafts:
            named = (f"{title} ({words.of_drafts(tuple(of_issue), labels)})" for title, of_issue in drafts.items())
            head = Run(f"{wording.RED_LINE} {told} ({len(drafts)}): ", "red-line")
            yield (Run(f"{of_party.party.name}: ", "strong"), head, Run("; ".join(named)))


def _beside_the_verdicts(answer: DraftSteps) -> Iterator[Line]:
    labels = words.labels(answer.drafts, answer)
    for of_party in answer.parties:
        for draft in answer.drafts:
            of_one, head = of_party.by_draft[draft.id], Run(f"{of_party.party.name}, {labels[draft.id]}: ", "strong")
            if of_one.verdict == "all-met" and of_one.result.terms:  # it may rest on little
                yield (head, Run(verdict_wording.on_file(of_one.result, answer.agenda)))
            for told in in_full.beside_the_verdict(of_one, draft, answer.agenda, with_reaction=False):
                yield (head, *told)


def _said(answer: DraftSteps) -> Iterator[Section]:
    """The same as in full, cut to lines; where no words are on file the note is all there is, and is not cut."""
    for section in in_full.said(answer, Citations(shown=False), notes=False):
        (bullets,) = section.blocks
        if isinstance(bullets, Bullets):
            stated = [each for of_draft in answer.said.values() for _, each in of_draft]
            cut = (bool(each.reaction.quotes) for each in stated)
            lines = (Bullets((one,), cut=is_cut) for one, is_cut in zip(bullets.lines, cut, strict=True))
            yield section._replace(blocks=tuple(lines))


def _step(pair: tuple[Draft, Draft], answer: DraftSteps, width: int) -> Section:
    """What a step does to each party; a line for each red line that moves, and for what is newly broken or met."""
    before, after = pair
    labels = words.labels(answer.drafts, answer)
    of_parties = [told for of_party in answer.parties if (told := _of_party(of_party, pair, answer))]
    brackets = _brackets(pair, answer)
    lines = (*of_parties, *([line(brackets)] if brackets else []))
    blocks: list[Block] = [] if of_parties else [Paragraph(line(words.NO_MOVE))]
    blocks += [Bullets(lines)] if lines else []
    moves = _moves(after, answer)
    shown, more = _weighed(moves)
    if shown:
        room = _room(shown, width)
        called, key = _called([moves[move] for move in shown], room, answer)
        does = (Column("What it does", short=True), short.RED_LINE_COLUMN)
        whose = (Column("Party", short=True),) if len(answer.parties) > 1 else ()
        change = () if whose else (Column("Change"),)  # with the names there is no room for it
        heads = [labels[draft.id] for draft in pair]
        columns = (
            Column("Issue"), *does, *whose, *map(Column, heads if max(map(len, heads)) <= room else _HEADS), *change
        )  # fmt: skip
        rows = tuple(
            _row(move, called[moves[move]], pair, answer, bool(_again(number, shown, moves)))
            for number, move in enumerate(shown)
        )
        blocks.append(Table(f"From {labels[before.id]} to {labels[after.id]}", columns, rows, "lines"))
        blocks += [Paragraph(key)] if key else []
    missing = [move for move in moves if move[1].startswith(_MISSING) and not move[2]]
    named = {issue for issue, *_ in (*shown, *missing)}
    below = (*_other_terms(shown, moves, pair, answer), *_silences(shown, pair, answer))
    below += tuple(_now_missing(missing, moves, answer))
    below += tuple(_below(pair, answer, named, more))
    blocks += [Bullets(below)] if below else []
    return in_full.headed(pair, answer, tuple(blocks))


def _of_party(of_party: PartyUnderDrafts, pair: tuple[Draft, Draft], answer: DraftSteps) -> Line:
    """``Union: RED LINE newly met (1): Pay; in all: newly broken 1; newly met 1``; nothing where nothing moves."""
    before, after = pair
    runs: list[Run] = []
    party = of_party.party
    moves = [move for move in of_party.moves if move.after_draft == after.id]
    for told in words.moves(moves, after):
        if told.words.startswith(wording.RED_LINE):
            between = [Run("; ")] if runs else []
            runs += [*between, Run(f"{told.words} ({told.numbered}): ", "red-line"), Run("; ".join(told.titles))]
    in_all = words.totals(moves, after)
    if runs:  # of red lines alone, what is said of them says it
        in_all = "" if all(red(move.after) for move in moves) else f"in all: {in_all}"
    was, is_now = (of_party.by_draft[draft.id].result for draft in (before, after))
    others = [part for part in (in_all, words.completing(was, is_now, answer.all_issues)) if part]
    runs += [Run(("; " if runs else "") + "; ".join(others))] if others else []
    return (Run(f"{party.name}: ", "strong"), *runs) if runs else ()


def _brackets(pair: tuple[Draft, Draft], answer: DraftSteps) -> str:
    """On which issues brackets were opened or closed, or went with an issue that was dropped."""
    before, after = pair
    steps = in_full.steps_to(after, answer)
    opened, closed = (
        [each.issue.title for each, one in steps if one.bracket == what] for what in ("opened", "closed")
    )  # fmt: skip
    dropped = [each.issue.title for each, one in steps if one.change == "dropped" and each.outcomes[before.id].options]
    told = words.brackets(opened, closed, dropped)
    return f"Brackets {told}" if told else ""


def _room(shown: Sequence[Move], width: int) -> int:
    """How wide the columns of parties and drafts are in a table of these moves, about; more where it is narrow."""
    does = max(len(told) for _, told, _ in shown)
    red_line = len(wording.RED_LINE) if any(is_red for *_, is_red in shown) else 0
    return max(_LEAST_ROOM, (width - 12 - does - red_line) // 4)


def _called(
    whose: Iterable[tuple[str, ...]], room: int, answer: DraftSteps
) -> tuple[Mapping[tuple[str, ...], str], Line]:
    """What parties are called in a column of this width: by names where all fit, or else by letters, with their key."""
    every = tuple(dict.fromkeys(whose))
    called = {names: joined(list(names)) for names in every}
    if len(answer.parties) < 2 or max(map(len, called.values())) <= room:
        return called, ()
    names = {of_party.party.label: of_party.party.name for of_party in answer.parties}
    letters = initials(names)
    by_name = {name: letters[label] for label, name in names.items()}
    called = {some: _fitted([by_name[name] for name in some], room) for some in every}
    used = {name for some in every for name in some}
    return called, key_to(letters, {label: name for label, name in names.items() if name in used})


def _fitted(letters: Sequence[str], room: int) -> str:
    """``Ru, Uk, US``; of more than there is room for ``Ru, Uk, 4 more``."""
    told = [", ".join(letters)]
    told += [", ".join((*letters[:shown], f"{len(letters) - shown} more")) for shown in range(len(letters) - 1, 0, -1)]
    return next((each for each in told if len(each) <= room), told[-1])


def _again(number: int, shown: Sequence[Move], moves: Mapping[Move, tuple[str, ...]]) -> set[str]:
    """The parties that a line above is about on the same issue, so that this one is of another of their terms."""
    id, *_ = this = shown[number]
    return {name for move in shown[:number] if move[0] == id for name in moves[move] if name in moves[this]}


def _other_terms(
    shown: Sequence[Move], moves: Mapping[Move, tuple[str, ...]], pair: tuple[Draft, Draft], answer: DraftSteps
) -> Iterator[Line]:
    """Of each line on another term: which that is, by the party, its day and what it says."""
    for number, move in enumerate(shown):
        names, told = _again(number, shown, moves), dict[str, list[str]]()
        for of_party in answer.parties:
            results = of_party.by_draft[pair[1].id].result.terms
            of_move = (one.after for one in of_party.moves if one.after_draft == pair[1].id and _told(one) == move)
            for term in of_move if of_party.party.name in names else ():
                beside = [each.part for each in results if each.issue.id == move[0]]
                told.setdefault(of_party.party.name, []).append(draft_wording.which_term(term, beside, answer.agenda))
        if told:
            yield line(words.other_terms(answer.agenda.issues[move[0]].title, move[1], told), "faint")


def _moves(after: Draft, answer: DraftSteps) -> dict[Move, tuple[str, ...]]:
    """What a step does on each issue, with the names of those to whom it does that: red lines first, then the worst."""
    found: dict[Move, dict[str, None]] = {}
    for of_party in answer.parties:
        for move in of_party.moves:
            if move.after_draft == after.id:
                found.setdefault(_told(move), {})[of_party.party.name] = None
    places = {id: place for place, id in enumerate(answer.agenda.issues)}
    order = sorted(found, key=lambda move: (not move[2], words.place(move[1]), places[move[0]]))
    return {move: tuple(found[move]) for move in order}


def _told(move: ResultMove) -> Move:
    is_red = red(move.after)
    return move.after.issue.id, words.in_short(words.moved(move.before.result, move.after.result, is_red)), is_red


def _weighed(moves: Iterable[Move]) -> tuple[list[Move], list[Move]]:
    """Those that have a line each, all red lines among them; and those for which there is no room."""
    every = tuple(moves)
    lined = [move for move in every if move[2]]
    others = [move for move in every if not move[2] and move[1] in _WEIGHTY]
    most = len(others) if len(others) == _MOST_MOVES + 1 else _MOST_MOVES  # no line tells of a single one
    return [*lined, *others[:most]], others[most:]


def _row(move: Move, names: str, pair: tuple[Draft, Draft], answer: DraftSteps, again: bool) -> Row:
    """``again``: there is a line above of another term of the same party on the issue."""
    id, told, is_red = move
    about_title = _title(move, answer)
    steps = {each.issue.id: (each, one) for each, one in in_full.steps_to(pair[1], answer)}
    about, step = steps.get(id, (None, None))
    outcomes = (about.outcomes.get(draft.id) if about else None for draft in pair)
    settled = [
        cell(draft_wording.outcome_in_words(outcome, answer.agenda)) if outcome else cell("silent", "faint")
        for outcome in outcomes
    ]
    title = cell(f"another term: {about_title}" if again else about_title, "strong")
    red_line = cell(wording.RED_LINE if is_red else "", "red-line")
    if len(answer.parties) > 1:
        return Row((title, cell(told), red_line, cell(names), *settled))
    return Row((title, cell(told), red_line, *settled, cell(words.outcome_step(step) if step else "silent in both")))


def _title(move: Move, answer: DraftSteps) -> str:
    """The issue; marked where it is about a red line, or what is missing, and the agenda has a note on it."""
    id, told, is_red = move
    issue = answer.agenda.issues[id]
    return relation_notes.marked(issue) if is_red or told.startswith(_MISSING) else issue.title


def _silences(shown: Sequence[Move], pair: tuple[Draft, Draft], answer: DraftSteps) -> Iterator[Line]:
    """Why there is a line for what a draft breaks on an issue on which it is silent."""
    _, after = pair
    silent = {
        move.after.issue.id
        for of_party in answer.parties
        for move in of_party.moves
        if move.after_draft == after.id and draft_wording.broken_in_silence(move.after)
    }
    titles = dict.fromkeys(answer.agenda.issues[id].title for id, *_ in shown if id in silent)
    if titles:
        yield line(words.in_silence(titles, words.labels(answer.drafts, answer)[after.id]), "faint")


def _now_missing(missing: Iterable[Move], moves: Mapping[Move, tuple[str, ...]], answer: DraftSteps) -> Iterator[Line]:
    """What a draft that is put up for adoption leaves out, and for whom, without a line for each."""
    found: dict[str, dict[str, list[str]]] = {}
    for move in missing:
        _, told, _ = move
        for name in moves[move]:
            found.setdefault(told, {}).setdefault(name, []).append(_title(move, answer))
    if found:
        yield line(words.missing(found.items()))


def _below(pair: tuple[Draft, Draft], answer: DraftSteps, shown: set[str], more: list[Move]) -> Iterator[Line]:
    """What has no line, in counts; and what it rests on that a draft is silent."""
    before, after = pair
    found = in_full.steps_to(after, answer)
    if more:
        yield line(words.more_moves(Counter(told for _, told, _ in more)), "faint")
    others = Counter(
        one.change for each, one in found if each.issue.id not in shown and (one.change != "same" or one.bracket)
    )
    if others:
        yield line(f"Without a line here: {words.changed(others)}", "faint")
    silent = words.silences({one.change for _, one in found}, before, after, words.labels(answer.drafts, answer))
    if silent:
        yield line(silent, "faint")


def _clauses(answer: DraftSteps) -> Iterator[Line]:
    """From text to text, of how many clauses something became; and of which drafts no words are on file."""
    labels = words.labels(answer.drafts, answer)
    steps: dict[tuple[str, str], Counter[str]] = {}
    for clause in answer.clauses:
        for one in clause.steps:
            became = "moved" if one.change == "same" and one.moved else words.CLAUSES[one.change]
            steps.setdefault((one.before, one.after), Counter())[became] += 1
    told = []
    for (before, after), counts in steps.items():
        opened, closed = (
            [
                clause.id
                for clause in answer.clauses
                for one in clause.steps
                if (one.before, one.after, one.bracket) == (before, after, what)
            ]
            for what in ("opened", "closed")
        )
        told.append(words.clause_counts(labels[before], labels[after], counts, {"opened": opened, "closed": closed}))
    wordless = [labels[draft.id] for draft in answer.drafts if not draft.clauses]
    told += [f"none on file: {', '.join(wordless)}"] if wordless else []
    if told:
        yield (Run("Clauses: ", "strong"), Run("; ".join(told)))
