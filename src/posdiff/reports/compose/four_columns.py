"""The document of the four-column paper: two drafts beside each other, and room for a proposal, or positions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from posdiff.answers.drafts import FourColumnPaper, PartyUnderDrafts
from posdiff.comparison.draft_steps import ClauseSteps
from posdiff.comparison.four_columns import ROW_STATES, PaperRow, RowState
from posdiff.comparison.words import shown_whole
from posdiff.dossier.agenda import Issue
from posdiff.dossier.statement import Clause, Draft
from posdiff.kinds.kind import joined
from posdiff.reports import draft_steps_wording as words
from posdiff.reports import draft_wording, provenance, wording
from posdiff.reports.compose import basis, draft_steps
from posdiff.reports.compose.evidence import Citations, apart, in_words, on_record
from posdiff.reports.compose.rows_for_parties import every, for_parties, name, whose
from posdiff.reports.compose.text import clause_lines
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
    TrackedChanges,
    line,
)

#: How far a row is, in words: no word that parties could be read to agree by.
_STATES: Mapping[RowState, str] = {
    "across-red-line": "across a red line", "agreed": "same in both texts", "in-reach": "in reach", "open": "open",
}  # fmt: skip
#: The same where a draft says of a clause that it is agreed.
_MARKED = "marked as agreed"
#: Of a draft without a clause that the other has: not all of its words were seen, so that it may stand there.
_IN_PART = "on file in part"
_STYLES: Mapping[RowState, Style] = {
    "across-red-line": "red-line", "agreed": "strong", "in-reach": "strong", "open": "plain",
}  # fmt: skip


class _Writing(NamedTuple):
    """What the cells of a paper are written from."""

    answer: FourColumnPaper
    labels: Mapping[str, str]
    citations: Citations

    @property
    def before(self) -> Draft:
        return self.answer.drafts[0]

    @property
    def after(self) -> Draft:
        return self.answer.drafts[1]


def document(answer: FourColumnPaper) -> Document:
    """The rows, what their words mean, and what both drafts do to red lines, whatever rows are shown."""
    labels = words.labels(answer.drafts, answer)
    paper = _Writing(answer, labels, Citations(True))
    sections = [_rows(paper)]
    red_lines = tuple(draft_steps.red_lines(answer, answer.drafts))
    if red_lines:
        title = f"What {joined([*labels.values()])} do to red lines"
        sections.append(Section(title, (Bullets(red_lines),), anchor="red-lines", named=True))
    author = draft_wording.whose(paper.after.by, answer.agenda) or labels[paper.after.id]
    lead = (*draft_steps.lead(answer), *draft_steps.not_read(answer), *_to_be_filled(answer))
    return Document(
        "drafts", _title(paper), _gist(paper), lead, tuple(sections),
        paper.citations.footnotes(), landscape=True, tracked=TrackedChanges(author, wording.day(paper.after.day)),
    )  # fmt: skip


def _title(paper: _Writing) -> str:
    """Positions are promised only where the last column has some."""
    one, other = paper.labels.values()
    title = f"{one} and {other} in four columns"
    return f"{title}, with the positions as of {_day(paper.answer)}" if paper.answer.with_positions else title


def _to_be_filled(answer: FourColumnPaper) -> tuple[Line, ...]:
    """What the last column is for where it has no positions, and how it gets some."""
    told = (
        "The last column is empty, for a proposal; with --for PARTY it has positions. "
        f"Rows are marked by those of all parties to the talks as of {_day(answer)}."
    )
    return () if answer.with_positions else (line(told, "faint"),)


def _day(answer: FourColumnPaper) -> str:
    return wording.day(answer.as_of)


def _state(row: PaperRow, paper: _Writing) -> str:
    """How far a row is, in words."""
    clause = row.clause.texts.get(paper.after.id) if row.clause else None
    marked = row.state == "agreed" and clause is not None and clause.status == "agreed"
    return _MARKED if marked else _STATES[row.state]


def _gist(paper: _Writing) -> Line:
    """``12 rows: 2 across a red line, 3 same in both texts, 7 open``."""
    rows = sorted(paper.answer.rows, key=lambda row: (ROW_STATES.index(row.state), _state(row, paper) == _MARKED))
    counts = Counter(_state(row, paper) for row in rows)
    told = ", ".join(f"{number} {words}" for words, number in counts.items())
    return line(f"{wording.count(len(rows), 'row')}: {told}") if rows else ()


def _rows(paper: _Writing) -> Section:
    answer, labels = paper.answer, paper.labels
    if not answer.rows:
        nothing = Paragraph(line("Neither draft has a clause or an outcome here."))
        return Section("The paper", (nothing,), anchor="paper")
    names = joined([of_party.party.name for of_party in answer.parties])
    last, label = (f"Positions of {names}", "positions") if answer.with_positions else ("Proposal", "proposal")
    with_clauses = any(row.clause for row in answer.rows)
    columns = (
        Column("Clause or issue" if with_clauses else "Issue"),
        *(Column(labels[draft.id], labels[draft.id], page=f"drafts/{draft.id}") for draft in answer.drafts),
        Column(last, label),
    )
    rows = tuple(
        Row(
            tuple(_cells(row, paper)),
            f"clause-{row.clause.id}" if row.clause else row.issues[0].id,
            state=_colour(row, paper),
        )
        for row in answer.rows
    )
    blocks: list[Block] = [Table("The two drafts, row by row", columns, rows)]
    blocks.append(Bullets(tuple(_key(paper)), apart=True))
    return Section("The paper", tuple(blocks), anchor="paper")


def _colour(row: PaperRow, paper: _Writing) -> RowState:
    """By which state a row is coloured: what is the same in both texts is not green where it breaks somebody's term."""
    return "open" if row.state == "agreed" and whose(row, paper.after, paper.answer, "broken") else row.state


def _key(paper: _Writing) -> Iterator[Line]:
    """What the words for rows mean, of those that there are."""
    answer, label = paper.answer, paper.labels[paper.after.id]
    of_one = "a party named" if answer.with_positions else "a party to the talks"
    of_all = every(answer)
    meanings = {
        _STATES["across-red-line"]: f"{label} settles it so that a red line of {of_one} is crossed.",
        _STATES["agreed"]: "agreed between the texts alone: they leave the same open, in the same words and without "
                           "brackets. No party is said to accept it.",
        _MARKED: f"{label} says so of the clause. No party is said to accept it.",
        _STATES["in-reach"]: f"both drafts leave an outcome open that {of_all} has accepted, without conditions "
                             f"or on such as both drafts meet; or {label} meets {of_all}.",
        _STATES["open"]: "none of these.",
    }  # fmt: skip
    there = {_state(row, paper) for row in answer.rows}
    for told, meaning in meanings.items():
        if told in there:
            yield (Run(f"{told}: ", "strong"), Run(meaning, "faint"))


def _cells(row: PaperRow, paper: _Writing) -> Iterator[Cell]:
    yield Cell(tuple(_head(row, paper)))
    yield _draft(row, paper.before, paper)
    changed = _changed_words(row, paper)
    yield changed if changed else _draft(row, paper.after, paper)
    yield Cell(tuple(_positions(row, paper))) if paper.answer.with_positions else Cell()


def _head(row: PaperRow, paper: _Writing) -> Iterator[Line]:
    """What the row is about; how far it is; whose red line is crossed; the issues; what became of the clause."""
    if row.clause:
        *_, last = row.clause.texts.values()
        yield line(f"{row.clause.id}  {last.title}" if last.title else row.clause.id, "strong")
        if row.issues:
            yield line(f"settles {'; '.join(issue.title for issue in row.issues)}", "faint")
    else:
        yield from ((Run(issue.title, "strong", page=f"issues/{issue.id}"),) for issue in row.issues)
    before_too = whose(row, paper.before, paper.answer, "broken", only_red=True)
    crossed = [name(label, paper.answer) for label in row.crossed]
    lines_of = joined([f"{party} (both texts)" if party in before_too else party for party in crossed])
    yield (Run(_state(row, paper), _STYLES[row.state]), *((Run(f": {lines_of}"),) if lines_of else ()))
    yield from for_parties(row, paper.answer)
    yield from _options(row, paper)
    if row.clause:
        before, after = (row.clause.texts.get(draft.id) for draft in paper.answer.drafts)
        told = [words.clause_step(step, before, after) for step in row.clause.steps]
        unseen = [draft for draft in paper.answer.drafts if draft.id not in row.clause.texts and not _seen_whole(draft)]
        told = [each + "".join(f" ({paper.labels[draft.id]} is {_IN_PART})" for draft in unseen) for each in told]
        yield from (line(each, "faint") for each in told if each != words.CLAUSES["same"])
        since_before = before is None or before.status == "agreed"  # else the step says so
        if after is not None and after.status == "agreed" and row.state != "agreed" and since_before:
            yield line("the words are marked as agreed", "faint")
        yield from _without_options(row.clause, paper)
        yield from _beside_the_words(row, row.clause, paper)


def _options(row: PaperRow, paper: _Writing) -> Iterator[Line]:
    """Of brackets in the second draft: with which of their options the terms of each party are met."""
    issues = [issue.id for issue in row.issues]
    for of_party in paper.answer.parties:
        terms = of_party.by_draft[paper.after.id].result.terms
        told = draft_wording.met_with_options((term for term in terms if term.issue.id in issues), paper.answer.agenda)
        yield from (line(f"{of_party.party.name}: {each}", "faint") for each in told)


def _beside_the_words(row: PaperRow, clause: ClauseSteps, paper: _Writing) -> Iterator[Line]:
    """What a draft settles without words on file, where its column has words."""
    for draft in paper.answer.drafts:
        if draft.id in clause.texts:
            for told in _in_no_clause(row, draft, paper):
                yield (Run(f"{paper.labels[draft.id]}, in no clause on file: ", "faint"), *told)


def _draft(row: PaperRow, draft: Draft, paper: _Writing) -> Cell:
    """The words of the clause as they stand in a draft; without them what it settles; or that it is not there."""
    clause = row.clause.texts.get(draft.id) if row.clause else None
    if clause is not None:
        return Cell((*clause_lines(clause.text), *_by(clause, paper)))
    lines = _in_no_clause(row, draft, paper)
    without = "no such clause that could be read" if draft.clauses_unread else "no such clause on file"
    missing = (line(without if row.clause else "silent", "faint"),)
    return Cell((*missing, *lines) if row.clause and draft.clauses else lines or missing)


def _in_no_clause(row: PaperRow, draft: Draft, paper: _Writing) -> tuple[Line, ...]:
    """What a draft settles on the issues of a row, of those that none of its clauses names."""
    wordless = _wordless(draft)
    return tuple(
        _outcome(issue, draft, paper, with_title=row.clause is not None) for issue in row.issues if issue.id in wordless
    )


def _wordless(draft: Draft) -> set[str]:
    """The issues that a draft settles, and none of the clauses on file names: of these the words were not seen."""
    return draft.outcomes.keys() - {issue for clause in draft.clauses for issue in clause.settles}


def _seen_whole(draft: Draft) -> bool:
    """Whether all the words of a draft are on file, as far as can be known: all that it settles stands in clauses."""
    return not _wordless(draft) and not draft.clauses_unread


def _outcome(issue: Issue, draft: Draft, paper: _Writing, with_title: bool) -> Line:
    outcome = draft.outcomes[issue.id]
    cites = paper.citations.cite(draft.sources[key] for key in outcome.sources if key in draft.sources)
    told = Run(draft_wording.outcome_in_words(outcome, paper.answer.agenda), "plain", cites)
    return (Run(f"{issue.title}: ", "faint"), told) if with_title else (told,)


def _by(clause: Clause, paper: _Writing) -> tuple[Line, ...]:
    by = draft_wording.clause_by(clause, paper.answer.agenda)
    return (line(by, "faint"),) if by else ()


def _without_options(clause: ClauseSteps, paper: _Writing) -> Iterator[Line]:
    """``offer and text: Pay: the clause has words in brackets; …``: the words and the outcomes may differ there."""
    agenda, found = paper.answer.agenda, dict[str, list[str]]()
    for draft in paper.answer.drafts:
        if draft.id in clause.texts:
            flat = draft_wording.without_options(clause.texts[draft.id], draft, agenda)
            found.setdefault("; ".join(agenda.issues[issue].title for issue in flat), []).append(paper.labels[draft.id])
    for titles, drafts in found.items():
        if titles:
            yield line(f"{joined(drafts)}: {titles}: {draft_wording.WITHOUT_OPTIONS}", "contradiction")


def _changed_words(row: PaperRow, paper: _Writing) -> Cell | None:
    """The clause in the last draft as changes to the words before: taking all gives the one, refusing all the other.

    None where its words were not taken out or put in as far as can be known: where any words of the draft that lacks
    it were not seen. Then the row says that the clause is new on file, or not on file.
    """
    clause = row.clause
    if clause is None or not clause.steps:  # without steps: one of the drafts has no clauses on file at all
        return None
    before, after = (clause.texts.get(draft.id) for draft in paper.answer.drafts)
    (step,) = clause.steps
    if step.change == "same":
        return None
    if before is not None and after is not None:
        runs = apart(step.words)
    elif not _seen_whole(paper.after if after is None else paper.before):
        return None
    else:
        runs = (Run(after.text, "added") if after else Run(before.text if before else "", "removed"),)
    whole = (line(wording.TOO_LONG, "faint"),) if shown_whole(step.words) else ()
    return Cell((runs, *whole, *(_by(after, paper) if after else ())))


def _positions(row: PaperRow, paper: _Writing) -> Iterator[Line]:
    """What each party named holds on what the row settles; red lines as such."""
    for issue in row.issues:
        if len(row.issues) > 1:
            yield line(issue.title, "strong")
        for of_party in paper.answer.parties:
            yield from _position(issue, of_party, paper)


def _position(issue: Issue, of_party: PartyUnderDrafts, paper: _Writing) -> Iterator[Line]:
    under = of_party.by_draft[paper.after.id]
    parts = under.result.parts_on(issue.id)
    name = Run(f"{of_party.party.name}: ", "strong")
    supposed = Run(f"  [{provenance.SUPPOSED}]", "date")
    if not parts:
        asked = ((each.party, each.issue) for each in paper.answer.basis.supposed)
        party, compared = of_party.party, paper.answer
        day = party.on(compared.as_of)
        nothing = basis.dissent(compared.basis, party.party, day, issue.id, compared.agenda) or "silent"
        yield (name, Run(nothing, "faint"), *((supposed,) if (of_party.party.party, issue.id) in asked else ()))
    for number, part in enumerate(parts):
        told = in_words(part, parts, paper.answer.agenda, paper.citations.cite(part.sources))
        told = (*told, supposed) if part.supposed else told
        yield (name, *told) if number == 0 else told
    if issue.id in under.changed:
        for own in on_record(under.changed[issue.id], paper.answer.agenda, Citations(shown=False)):
            yield own.line
