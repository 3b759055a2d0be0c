"""The document of ``text``: a draft clause by clause, and beside each whom it meets and whom it breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from posdiff.answers.text import ClauseForParties, DraftText, SettledIssue
from posdiff.comparison.drafts import RESULTS, TermResult, red
from posdiff.dossier import brackets
from posdiff.dossier.statement import Clause
from posdiff.kinds.kind import joined
from posdiff.reports import choices_wording, draft_wording, holders_wording, relation_notes, wording
from posdiff.reports.compose import draft as of_draft
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
    line,
)
from posdiff.reports.escaping import shortened

#: So many letters of a part of a position of which another part fares differently.
_LETTERS_OF_A_PART = 60
_CLAUSES = {"agreed": "agreed", "open": "open", None: ""}


def document(answer: DraftText, width: int | None = None) -> Document:
    """The clauses in the order of the text; then what is settled and stands in none of them; the summary.

    ``width``: so wide is the window in which it is read.
    """
    draft = answer.draft
    title = f"{draft.title or draft.id} ({wording.day(draft.day)})"
    silent = of_draft.silences(answer.judged.parties, answer.judged)
    lead = (
        *of_draft.lead(answer.judged),
        *silent,
        line(f"Beside it the positions as of {wording.day(answer.as_of)}.", "faint"),
    )
    parts = [clauses(answer)]
    if answer.elsewhere:
        parts.append(_elsewhere(answer))
    if answer.silent:
        parts.append(_silent(answer))
    summary = of_draft.summary(answer.judged, with_its_day=True)
    parts.append(summary if width is None else of_draft.stacked(summary, width))
    told = tuple(map(line, choices_wording.in_short(answer.judged)))
    parts += [Section("", (Bullets(told, apart=True),), anchor="choices")] if told else []
    return Document("text", title, (), lead, tuple(parts))


def clauses(answer: DraftText) -> Section:
    """The words of a draft, clause by clause, with what each does to the parties."""
    unread = answer.draft.clauses_unread
    not_read = (Paragraph(line(draft_wording.not_read(unread), "contradiction")),) if unread else ()
    if not answer.clauses:
        words = "None of its words are on file: write them under `clauses` in the draft's file."
        words = "No clause on file settles this." if answer.draft.clauses else words
        return Section("The text", not_read or (Paragraph(line(words)),), anchor="text")
    rows = tuple(
        Row((_words(each.clause, answer), Cell(tuple(_margin(each, answer)))), f"clause-{each.clause.id}")
        for each in answer.clauses
    )
    open_words = sum(brackets.bracketed(each.clause.text) > 0 for each in answer.clauses)
    meaning = f"{wording.count(open_words, 'clause')} with brackets" if open_words else ""
    columns = (Column("Clause"), Column("What it does to the parties"))
    table = Table("The draft, clause by clause", columns, rows, "grid", spaced=True)
    notes = relation_notes.of_issues(settled.issue for each in answer.clauses for settled in each.settles)
    return Section("The text", (table, *not_read, *notes), meaning, anchor="text")


def _words(clause: Clause, answer: DraftText) -> Cell:
    """The words of a clause, what is in brackets in another look; below, who proposed them and whether they stand."""
    head = f"{clause.id}  {clause.title}" if clause.title else clause.id
    lines: list[Line] = [(Run(head, "strong"),), *clause_lines(clause.text)]
    by = draft_wording.clause_by(clause, answer.agenda)
    told = "; ".join(part for part in (_CLAUSES[clause.status], by) if part)
    lines += [line(told, "faint")] if told else []
    lines += [line(f"Note: {clause.note}", "faint")] if clause.note else []
    return Cell(tuple(lines))


def clause_lines(text: str) -> Iterator[Line]:
    """The words of a clause line by line, without empty ones; what is in brackets in another look."""
    runs: list[Run] = []
    for passage in brackets.passages(text):
        first, *others = passage.text.split("\n")
        runs.append(_run(first, passage.depth))
        for other in others:
            if any(run.text for run in runs):
                yield tuple(runs)
            runs = [_run(other, passage.depth)]
    if any(run.text for run in runs):
        yield tuple(runs)


def _run(text: str, depth: int) -> Run:
    return Run(text, "conditional" if depth else "plain")


def _margin(each: ClauseForParties, answer: DraftText) -> Iterator[Line]:
    flat = draft_wording.without_options(each.clause, answer.draft, answer.agenda)
    for settled in each.settles:
        yield (Run(relation_notes.marked(settled.issue), "strong", page=f"issues/{settled.issue.id}"),)
        if answer.draft.outcomes[settled.issue.id].options:
            options = choices_wording.options(settled.issue.id, answer.draft, answer.agenda)
            yield line(f"in brackets: {options}", "faint")
        if settled.issue.id in flat:
            yield line(draft_wording.WITHOUT_OPTIONS, "contradiction")
        yield from _results(settled, answer)


def _results(settled: SettledIssue, answer: DraftText) -> Iterator[Line]:
    """``RED LINE crossed: Union``; ``broken: Employer``: the worst first, each with the parties.

    Where parts of one position fare differently, each is told by what it says.
    """
    names = answer.judged.names
    whose: dict[tuple[str, bool], dict[str, list[TermResult]]] = {}
    for result in RESULTS:
        for is_red in (True, False):
            for label, terms in settled.results.items():
                alike = [term for term in terms if term.result == result and red(term) == is_red]
                if alike:
                    told = draft_wording.RESULT_TITLES[result].lower()
                    crossed = "crossed" if result == "broken" else told
                    words = f"{wording.RED_LINE} {crossed}" if is_red else told
                    whose.setdefault((words, is_red), {})[label] = alike
    for (words, is_red), of_parties in whose.items():
        named = [_named(names[label], alike, settled.results[label], answer) for label, alike in of_parties.items()]
        yield (Run(words, "red-line" if is_red else "plain"), Run(f": {joined(named)}"))
    if not whose:
        yield line(draft_wording.silence(list(names.values()), settled.issue.id in answer.spoken), "faint")


def _named(name: str, alike: Sequence[TermResult], terms: Sequence[TermResult], answer: DraftText) -> str:
    """A party, and through which bloc it holds them; what its parts say where others of it fare differently.

    With which options, or by what, it is met.
    """
    every, several = [term.part for term in terms], len(alike) < len(terms)
    way = "" if several else holders_wording.through(every, answer.agenda)
    told = [way.removeprefix(",").strip()] if way else []
    for term in alike:
        said = [wording.part_in_words(term.part, every, answer.agenda)] if several else []
        said = [shortened(words, _LETTERS_OF_A_PART) for words in said]
        if term.result == "left-open" and term.options:
            said.append(draft_wording.with_options(term))
        said += [draft_wording.BY_ANY] if term.by_any else []
        told += [", ".join(said)] if said else []
    return f"{name} ({'; '.join(dict.fromkeys(told))})" if told else name


def _silent(answer: DraftText) -> Section:
    """What the text breaks, or leaves out for good, without a word on it; and how it can do that."""
    rows = []
    for silent in answer.silent:
        terms = [term for of_party in silent.results.values() for term in of_party]
        reasons = [draft_wording.RESULT_MEANINGS["missing"]] if any(term.result == "missing" for term in terms) else []
        reasons += [draft_wording.NO_ROOM] if any(map(draft_wording.broken_in_silence, terms)) else []
        title: Line = (Run(relation_notes.marked(silent.issue), "strong", page=f"issues/{silent.issue.id}"),)
        why = (line(reason, "faint") for reason in reasons)
        rows.append(Row((Cell((title,)), Cell((*_results(silent, answer), *why))), silent.issue.id))
    columns = (Column("Issue"), Column("What it does to the parties"))
    head = draft_wording.WHERE_SILENT
    table = Table(head, columns, tuple(rows), "grid", spaced=True)
    notes = relation_notes.of_issues(silent.issue for silent in answer.silent)
    return Section(f"{head} ({len(rows)})", (table, *notes), anchor="silent")


def _elsewhere(answer: DraftText) -> Section:
    rows = []
    for settled in answer.elsewhere:
        outcome = draft_wording.outcome_in_words(answer.draft.outcomes[settled.issue.id], answer.agenda)
        title: Line = (Run(relation_notes.marked(settled.issue), "strong", page=f"issues/{settled.issue.id}"),)
        said = Cell((title, line(outcome)), settled.issue.id)
        rows.append(Row((said, Cell(tuple(_results(settled, answer)))), settled.issue.id))
    columns = (Column("Issue"), Column("What it does to the parties"))
    table = Table("Settled in no clause on file", columns, tuple(rows), "grid", spaced=True)
    blocks: tuple[Block, ...] = (table, *relation_notes.of_issues(settled.issue for settled in answer.elsewhere))
    head = "Settled in no clause that could be read" if answer.draft.clauses_unread else "Settled in no clause on file"
    return Section(f"{head} ({len(rows)})", blocks, anchor="elsewhere")
