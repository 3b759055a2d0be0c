"""What becomes of a draft in the next one, and what that does to a party, in the same words in every report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from posdiff.answers.answer import DossierAnswer
from posdiff.comparison.draft_steps import Bracket, ClauseChange, ClauseStep, OutcomeChange, OutcomeStep, ResultMove
from posdiff.comparison.drafts import RED_LINES, DraftVerdict, PartyResult, Result, TermResult, red
from posdiff.comparison.words import shown_whole
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.statement import Clause, Draft
from posdiff.kinds.kind import joined
from posdiff.reports import holders_wording
from posdiff.reports.draft_wording import (
    NO_ROOM,
    RED_LINE_RESULTS,
    RESULT_TITLES,
    of_its_day,
    set_after,
    set_later,
    set_that_day,
)
from posdiff.reports.verdict_wording import on_file
from posdiff.reports.wording import RED_LINE, TOO_LONG, count, first

#: What becomes of an outcome.
OUTCOMES: Mapping[OutcomeChange, str] = {
    "replaced": "replaced", "narrowed": "narrowed", "widened": "widened", "added": "added", "dropped": "dropped",
    "reworded": "in other words", "same": "the same",
}  # fmt: skip
#: What becomes of a clause: of a text that is known in part, what is not on file may stand in it all the same.
CLAUSES: Mapping[ClauseChange, str] = {
    "reworded": "other words", "added": "new on file", "dropped": "not on file", "same": "the same words",
}  # fmt: skip
_BRACKETS: Mapping[Bracket | None, str] = {"opened": "in brackets now", "closed": "no brackets any more", None: ""}

#: After a draft that leaves things out for good, where a note on it limits what that says.
ITS_NOTE = " (its note: --full)"
#: So many issues on which terms are broken are named where others are asked for.
_MOST_TITLES = 3
#: So many parties are named for whom a draft leaves something out.
_MOST_MISSING = 6
#: Of a step that does nothing to anybody.
NO_MOVE = "No term of a party fares otherwise."
#: What a draft does to a party as a whole.
VERDICTS: Mapping[DraftVerdict, str] = {
    "crosses-red-line": "crosses a red line", "breaks-terms": "breaks terms",
    "leaves-red-line-open": "leaves a red line open", "left-open": "leaves terms open", "all-met": "meets all terms",
}  # fmt: skip
#: The same where nothing is left open, but left out for good.
_LEFT_OUT: Mapping[DraftVerdict, str] = {
    "leaves-red-line-open": "leaves a red line out", "left-open": "leaves terms out",
}  # fmt: skip

#: By the result after: what a step does to a part, and the same of a red line.
_ENTERED: Mapping[Result, tuple[str, str]] = {
    "broken": ("newly broken", "newly crossed"), "met": ("newly met", "newly met"),
    "missing": ("now missing", "now missing"),
}  # fmt: skip
#: By the result before.
_LEFT: Mapping[Result, tuple[str, str]] = {
    "broken": ("no longer broken", "no longer crossed"), "met": ("no longer met", "no longer met"),
    "missing": ("no longer missing", "no longer missing"),
}  # fmt: skip
#: The results before and after, the worst first. What is unassessed is so in every draft.
_STEPS: tuple[tuple[Result, Result], ...] = (
    ("met", "broken"), ("left-open", "broken"), ("missing", "broken"), ("broken", "left-open"), ("broken", "met"),
    ("left-open", "met"), ("missing", "met"), ("met", "left-open"), ("missing", "left-open"), ("left-open", "missing"),
    ("broken", "missing"), ("met", "missing"),
)  # fmt: skip
#: How many of the parts that move are in which of these, before or after.
_COUNTED: tuple[Result, ...] = ("broken", "met", "missing")


def labels(drafts: Iterable[Draft], answer: DossierAnswer) -> dict[str, str]:
    """What each draft is called in a column: its id without the day, unless a party or another draft is called so.

    That is any draft there is, shown or not: what it is called here names it on the command line.
    """
    short = {id: id[11:] or id for id in answer.basis.drafts}
    names = [*short.values(), *answer.agenda.parties]
    return {draft.id: short[draft.id] if names.count(short[draft.id]) == 1 else draft.id for draft in drafts}


def circle(drafts: Sequence[Draft]) -> str:
    """That it is not known which of some drafts came first."""
    names = joined([draft.id for draft in drafts])
    if len(drafts) == 1:
        return f"{names} is said to follow itself: posdiff validate tells where."
    return f"{names} follow each other in a circle: which came first is not known, posdiff validate tells where."


def outcome_step(step: OutcomeStep) -> str:
    """``narrowed; no brackets any more``."""
    return "; ".join(part for part in (OUTCOMES[step.change], _BRACKETS[step.bracket]) if part)


def as_on_file(change: OutcomeChange, silent: Draft, label: str) -> str:
    """What it rests on that an outcome was added or dropped: on the silence of a draft that may be known in part.

    ``silent``: the draft that settles nothing there, and what it is called.
    """
    note = " (see its note above)" if silent.note else ""
    if silent.final and change == "dropped":
        return f"{label} is put up for adoption{note}, so what it does not settle counts as left out for good."
    words = f"{label}, as far as it is on file{note}, settles nothing there"
    if change == "dropped":
        words += "; what is no longer met or broken for that reason is left open"
    return f"{words}."


def order(pairs: Iterable[tuple[Draft, Draft]], labels: Mapping[str, str]) -> str:
    """Which of the drafts does not follow the one that it is held against; nothing where all do."""
    told, reverse = [], []
    for before, after in pairs:
        if after.previous is not None and after.previous.name == before.id:
            continue
        if before.previous is not None and before.previous.name == after.id:
            reverse.append(f"{labels[before.id]} follows {labels[after.id]}")
        elif after.previous is None:
            told.append(f"{labels[after.id]} names no version that it follows")
        else:
            told.append(f"{labels[after.id]} follows {labels.get(after.previous.name, after.previous.name)}")
    sentences = [f"On file not every draft follows the one before it: {'; '.join(told)}."] if told else []
    sentences += [f"Given in reverse: {'; '.join(reverse)}."] if reverse else []
    return " ".join(sentences)


def silences(changes: Collection[OutcomeChange], before: Draft, after: Draft, labels: Mapping[str, str]) -> str:
    """The same in short, of a step in which outcomes were added or dropped, or both; nothing where none was."""
    of_change: Mapping[OutcomeChange, Draft] = {"added": before, "dropped": after}
    silent = [draft for change, draft in of_change.items() if change in changes]
    left_out = after in silent and after.final
    on_file = [labels[draft.id] for draft in silent if draft is before or not left_out]
    notes = " (notes: --full)" if any(draft.note for draft in silent) else ""
    parts = [f"as far as {joined(on_file)} {'is' if len(on_file) == 1 else 'are'} on file{notes}"] if on_file else []
    if left_out:
        parts.append(f"{labels[after.id]} is put up for adoption, so what was dropped counts as left out for good")
    elif after in silent:
        parts.append("what was dropped counts as left open")
    return f"silent: {'; '.join(parts)}." if parts else ""


def left_open(change: OutcomeChange, before: str, after: str) -> str:
    """What narrowed and widened mean, whoever gains by it: fewer or more outcomes; the drafts by their names."""
    outcomes = "some" if change == "narrowed" else "all"
    more = ", and others" if change == "widened" else ", and no others"
    return f"{after} leaves {outcomes} of the outcomes open that {before} leaves open{more}."


def clause_step(step: ClauseStep, before: Clause | None, after: Clause | None) -> str:
    """``other words; moved; agreed now``."""
    parts = [CLAUSES[step.change]] + (["moved"] if step.moved else [])
    if before is not None and after is not None:
        parts += [_BRACKETS[step.bracket]] if step.bracket else []
        parts += [f"{after.status} now"] if after.status and after.status != before.status else []
        parts += [TOO_LONG] if shown_whole(step.words) else []
    return "; ".join(parts)


def verdict(result: PartyResult, agenda: Agenda) -> str:
    """What a draft does to a party as a whole; of one that holds nothing comparable, that.

    What that rests on may be held through blocs.
    """
    way = holders_wording.held_through([one.part for one in result.rests_on], agenda)
    return f"{_verdict(result)}{way}"


def _verdict(result: PartyResult) -> str:
    comparable = any(judged.result != "unassessed" for judged in result.terms)
    if not comparable:
        return "no term to compare it with"
    at_stake = [one.result for one in result.terms if red(one) or result.verdict == "left-open"]
    left_out = "missing" in at_stake and "left-open" not in at_stake
    return _LEFT_OUT.get(result.verdict, VERDICTS[result.verdict]) if left_out else VERDICTS[result.verdict]


def result_counts(result: PartyResult, agenda: Agenda) -> str:
    """``3 broken, 12 left open, 9 met``: of each result that there is; nothing where it holds nothing.

    Where all are met: how many are on file, and on how much of the draft the party is silent.
    """
    results = [judged.result for judged in result.terms]
    parts = [f"{results.count(word)} {title.lower()}" for word, title in RESULT_TITLES.items() if word in results]
    if result.verdict == "all-met" and "met" in results:
        parts = [on_file(result, agenda), *(part for part in parts if not part.endswith(" met"))]
    return ", ".join(parts)


def red_line_numbers(result: PartyResult) -> str:
    """``2 crossed, 1 left open``; nothing where all red lines are met, or there is none."""
    numbers = {what: len(result.red_lines(what)) for what in RED_LINES}
    return ", ".join(f"{number} {RED_LINE_RESULTS[what]}" for what, number in numbers.items() if number)


def red_line_counts(result: PartyResult) -> str:
    """The same after what is counted: ``red lines: 2 crossed, 1 left open``."""
    numbers = red_line_numbers(result)
    one = sum(len(result.red_lines(what)) for what in RED_LINES) == 1
    return f"{'red line' if one else 'red lines'}: {numbers}" if numbers else ""


def moved(before: Result, after: Result, red_line: bool = False) -> str:
    """What a step does to a part: ``newly met, no longer broken``; of a red line ``newly crossed``. No two alike."""
    return ", ".join(
        words[result][red_line] for words, result in ((_ENTERED, after), (_LEFT, before)) if result in words
    )


def in_short(told: str) -> str:
    """The same without what it was before, where it is broken or met now: ``newly met``."""
    now, *_ = told.split(", ")
    return told if now in _ENTERED["missing"] else now


class PartsMoved(NamedTuple):
    """What a step does to some parts of a position: the words for it, the issues, how many; when they were set."""

    words: str
    titles: tuple[str, ...]
    number: int
    when: str

    @property
    def numbered(self) -> str:
        """``4``; of more parts than issues ``4 terms on 3 issues``; after that, when they were set."""
        several = f"{count(self.number, 'term')} on {count(len(self.titles), 'issue')}"
        told = str(self.number) if self.number == len(self.titles) else several
        return f"{told}, {self.when}" if self.when else told


def moves(of_party: Iterable[ResultMove], draft: Draft) -> list[PartsMoved]:
    """By what a step to a draft does, the issues: red lines first, then the worst first."""
    found: dict[tuple[bool, str], list[TermResult]] = {}
    for move in of_party:
        is_red = red(move.after)
        found.setdefault((not is_red, moved(move.before.result, move.after.result, is_red)), []).append(move.after)
    order = [(not is_red, moved(*step, is_red)) for is_red in (True, False) for step in _STEPS]
    return [
        PartsMoved(
            words if plain else f"{RED_LINE} {words}",
            tuple(dict.fromkeys(one.issue.title for one in terms)),
            len(terms),
            _when(terms, draft),
        )
        for plain, words in order
        if (terms := found.get((plain, words), []))
    ]


def _when(terms: Sequence[TermResult], draft: Draft) -> str:
    """``8 of them held since the draft's day``; ``newer than this text``; nothing of others."""
    that_day, later = len(set_that_day(terms, draft)), len(set_later(terms, draft))
    return ", ".join(part for part in (of_its_day(that_day, len(terms)), set_after(later, len(terms))) if part)


def totals(of_party: Iterable[ResultMove], draft: Draft) -> str:
    """``no longer broken 12 (8 now left open, 4 now met); newly met 6 (4 broken before, 2 left open before)``.

    All parts, red lines among them. Of those without a word in brackets, all were left open before, or are now. Each
    result after is that before, more what is newly so, less what is so no longer.
    """
    moves, told = tuple(of_party), []
    for result in _COUNTED:
        entered = [move for move in moves if move.after.result == result]
        left = [move.after for move in moves if move.before.result == result]
        if entered:
            before = _others((move.before.result for move in entered), "before")
            when = _when([move.after for move in entered], draft)
            brackets = "; ".join(part for part in (before, when) if part)
            told.append(f"{_ENTERED[result][0]} {len(entered)}" + (f" ({brackets})" if brackets else ""))
        if left:
            now = _others((one.result for one in left), "now")
            told.append(f"{_LEFT[result][0]} {len(left)}" + (f" ({now})" if now else ""))
    return "; ".join(told)


def _others(results: Iterable[Result], when: str) -> str:
    """``4 broken before, 2 left open before``; ``now met`` where all are that; nothing where all are left open."""
    counts = Counter(results)
    words = {result: RESULT_TITLES[result].lower() for result in RESULT_TITLES if result in counts}
    told = {result: f"now {word}" if when == "now" else f"{word} {when}" for result, word in words.items()}
    if len(counts) == 1:
        return "" if "left-open" in counts else "".join(told.values())
    return ", ".join(f"{counts[result]} {each}" for result, each in told.items())  # type: ignore[index]


def in_silence(titles: Iterable[str], draft: str) -> str:
    """Why a draft breaks terms on issues on which it is silent: ``Pay: broken though offer is silent there, …``."""
    return f"{'; '.join(titles)}: broken though {draft} is silent there; {NO_ROOM}"


def other_terms(title: str, told: str, of_parties: Mapping[str, Sequence[str]]) -> str:
    """Which terms a line on other terms is about: ``another term on Pay, newly met: Union (at least 4 percent, …)``."""
    named = [f"{name} ({'; '.join(terms)})" for name, terms in of_parties.items()]
    several = sum(map(len, of_parties.values())) > 1
    return f"{'other terms' if several else 'another term'} on {title}, {told}: {joined(named)}"


def missing(of_parties: Iterable[tuple[str, Mapping[str, Sequence[str]]]]) -> str:
    """By what a step does, the parties with the titles: ``now missing: Union (Pay; Site) and Employer (Pay)``.

    Of many the first ones, and how many more there are.
    """
    found = list(of_parties)
    number = sum(len(whose) for _, whose in found)
    room, parts, left = _MOST_MISSING, [], list[tuple[str, int]]()
    room += number == room + 1  # nobody is told of a single one more
    for told, whose in found:
        every = list(whose.items())
        named = [f"{name} ({first(titles, _MOST_TITLES)})" for name, titles in every[:room]]
        left += [(name, len(titles)) for name, titles in every[room:]]
        parts += [f"{told}: {joined(named)}"] if named else []
        room -= len(named)
    if left:
        whose_else = count(len({name for name, _ in left}), "party", "parties")
        parts.append(f"and {sum(number for _, number in left):,} more of {whose_else} (all: --full)")
    return "; ".join(parts)


def place(told: str) -> int:
    """How bad a move is by its words, among all words for moves: the worst first."""
    return next(
        number for number, step in enumerate(_STEPS) for is_red in (False, True) if told in _both(moved(*step, is_red))
    )


def _both(told: str) -> tuple[str, str]:
    return told, in_short(told)


def of_drafts(some: Sequence[str], labels: Mapping[str, str]) -> str:
    """Which drafts: ``offer and text``, ``all drafts``; by what they are called."""
    return "all drafts" if len(some) == len(labels) > 1 else joined(list(some))


def moves_on_an_issue(on_issue: Iterable[tuple[str, ResultMove]], parties: int) -> str:
    """``RED LINE newly crossed: North; newly met: East and South``; of one party without its name."""
    names: dict[str, dict[str, None]] = {}
    for name, move in sorted(on_issue, key=lambda each: not red(each[1].after)):
        before = f"{RED_LINE} " if red(move.after) else ""
        words = f"{before}{moved(move.before.result, move.after.result, red(move.after))}"
        names.setdefault(words, {})[name] = None
    if parties == 1:
        return "; ".join(names)
    return "; ".join(f"{words}: {joined(list(whose))}" for words, whose in names.items())


def completing(before: PartyResult, after: PartyResult, all_shown: bool = True) -> str:
    """Whether a step made what is left open such that it can be filled in, or no more; nothing where it did neither.

    And what that means: a draft that can be completed may leave red lines open. ``all_shown``: all issues are asked
    for; if not, it is told that this is of the whole draft, and on which issues terms are broken.
    """
    if (before.completable is True) == (after.completable is True) or None in (before.completable, after.completable):
        return ""
    results = [judged.result for judged in after.terms]
    broken, left_open, missing = (results.count(word) for word in ("broken", "left-open", "missing"))
    whole = "" if all_shown else "of the whole draft: "
    if after.completable:
        left_out = f", {missing} missing" if missing else ""
        return f"{whole}can be completed now (no term broken, {left_open or 'none'} left open{left_out})"
    if broken:
        titles = list(dict.fromkeys(judged.issue.title for judged in after.terms if judged.result == "broken"))
        named = "" if all_shown else f": {first(titles, _MOST_TITLES)}"
        return f"{whole}can be completed no more ({count(broken, 'term')} broken{named})"
    return f"{whole}can be completed no more (no term broken, and yet nothing that can be filled in meets them all)"


def changed(numbers: Mapping[OutcomeChange, int], what: str = "issue") -> str:
    """``4 issues: 2 replaced, 1 dropped, 1 the same``."""
    parts = [f"{numbers[change]} {words}" for change, words in OUTCOMES.items() if numbers.get(change)]
    return f"{count(sum(numbers.values()), what)}: {', '.join(parts)}"


def more_moves(told: Mapping[str, int]) -> str:
    """``and 5 more: newly broken (1), newly met (4)``."""
    parts = (f"{words} ({number})" for words, number in told.items())
    return f"and {sum(told.values()):,} more: {', '.join(parts)}"


def clause_counts(before: str, after: str, told: Mapping[str, int], in_brackets: Mapping[str, Sequence[str]]) -> str:
    """``from offer to text: 2 other words, 1 new on file, brackets opened in clause 3``.

    ``in_brackets``: in which clauses brackets were opened or closed.
    """
    parts = [f"{number} {words}" for words, number in told.items()]
    for what, ids in in_brackets.items():
        parts += [f"brackets {what} in {'clause' if len(ids) == 1 else 'clauses'} {joined(ids)}"] if ids else []
    return f"from {before} to {after}: {', '.join(parts)}"


def brackets(opened: Sequence[str], closed: Sequence[str], dropped: Sequence[str]) -> str:
    """``opened (2): Site; Pay; closed (1): Hours``: by the issue; nothing where none was."""
    of_kind = {"opened": opened, "closed": closed, "dropped with the issue": dropped}
    told = (f"{words} ({len(titles)}): {'; '.join(titles)}" for words, titles in of_kind.items() if titles)
    return "; ".join(told)
