"""The paper of ``draft``: clause by clause, the draft beside the position of each party."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posdiff.comparison.drafts import RESULTS, PartyResult, TermResult
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.statement import Draft
from posdiff.reports import wording
from posdiff.reports.paper.blocks import (
    Block,
    Bullets,
    Cell,
    Filter,
    Line,
    Paper,
    Quoted,
    Row,
    Run,
    Section,
    Table,
)  # fmt: skip
from posdiff.reports.paper.citing import Citations, position
from posdiff.reports.selection import Selected


def paper(
    draft: Draft, answers: Sequence[PartyResult], agenda: Agenda, as_of: int, names: Mapping[str, str],
    selected: Selected[TermResult],
) -> Paper:  # fmt: skip
    """A section for each party, worst results first. ``selected``: the rows that were asked for."""
    citations = Citations()
    head: list[Line] = [(Run(wording.draft_by(draft, agenda)),)]
    head += [(Run(f"Note: {draft.note}"),)] if draft.note else []
    sections = [_summary(answers, names)]
    shown = {id(one) for one in selected.shown}
    for answer in answers:
        blocks: list[Block] = []
        for result in RESULTS:
            rows = [one for one in answer.terms if one.result == result and id(one) in shown]
            if rows:
                blocks.append(_table(result, rows, draft, agenda, answer.party, names[answer.party], citations))
        if answer.silent_on:
            line = (Run("The draft settles, and the party is silent on: ", "strong"),
                    Run("; ".join(agenda.issues[issue].title for issue in answer.silent_on)))  # fmt: skip
            blocks.append(Bullets((line,)))
        meaning = wording.verdict_on_draft(answer)
        sections.append(Section(names[answer.party], tuple(blocks), meaning, "", f"party-{answer.party}"))
    title = f"{draft.title or draft.id} ({wording.day(draft.day)}) against the positions as of {wording.day(as_of)}"
    results, topics = ({one.result for one in selected.shown}, {one.issue.topic for one in selected.shown})
    filters = (
        Filter("result", "Result", tuple((each, wording.RESULT_TITLES[each]) for each in RESULTS if each in results)),
        Filter("topic", "Topic", tuple((id, title) for id, title in agenda.topics.items() if id in topics)),
        Filter("party", "Party", tuple((answer.party, names[answer.party]) for answer in answers)),
    )
    return Paper("draft", title, tuple(head), tuple(sections), citations.notes(), filters)


def _summary(answers: Sequence[PartyResult], names: Mapping[str, str]) -> Section:
    rows = []
    for answer in answers:
        counted = [sum(one.result == result for one in answer.terms) for result in RESULTS]
        cells = (names[answer.party], wording.verdict_on_draft(answer), *map(str, counted))
        rows.append(Row(tuple(Cell(((Run(text),),)) for text in cells)))
    head = ("Party", "Verdict", *(wording.RESULT_TITLES[result] for result in RESULTS))
    return Section("Summary", (Table("The draft against each party", head, tuple(rows)),), "", "", "summary")


def _table(
    result: str, rows: Sequence[TermResult], draft: Draft, agenda: Agenda, party: str, name: str, citations: Citations
) -> Table:
    title = wording.RESULT_TITLES[result]
    made = []
    for one in rows:
        issue = one.issue
        about = Cell(((Run(issue.title, "strong"),), (Run(issue.id, "faint"),)))
        outcome = [(Run(wording.result_in_words(one), "clash" if result == "broken" else "plain"),)]
        cells = (about, _clause(one, draft, citations), position(one.held, agenda, issue.title, name, citations),
                 Cell(tuple(outcome)))  # fmt: skip
        facets = (("result", result), ("topic", issue.topic or ""), ("party", party))
        made.append(Row(cells, f"{party}_{issue.id}", facets))
    return Table(f"{name}: {title}", ("Issue", "The draft", name, "Result"), tuple(made))


def _clause(one: TermResult, draft: Draft, citations: Citations) -> Cell:
    clause = one.clause
    if clause is None:
        return Cell(((Run("silent", "faint"),),))
    cites = citations.cite(draft.sources[key] for key in clause.sources if key in draft.sources)
    lines: list[Line] = [(Run(one.issue.space.in_words(clause.accepts), "plain", cites),)]
    lines += [(Run(f"Note: {clause.note}", "faint"),)] if clause.note else []
    quotes: tuple[Quoted, ...] = ()
    if clause.quote:
        quotes = (Quoted(one.issue.title, "the draft", wording.day(draft.day), clause.quote, cites),)
    return Cell(tuple(lines), quotes)
