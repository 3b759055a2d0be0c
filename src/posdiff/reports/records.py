"""An answer as flat rows: what its CSV holds, and what a data frame is made of.

A row has a value for each column: text, a number, true or false, a list of texts, a day as ISO text, or None. What is
accepted as things stand is there in words, and in the columns that the kinds of the issues have for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from posdiff.findings.failure import USAGE, Failure
from posdiff.kinds.table import KINDS
from posdiff.reports import provenance, wording

if TYPE_CHECKING:
    from posdiff.answers.answer import Answer
    from posdiff.answers.changes import Changes
    from posdiff.answers.compare import Compare
    from posdiff.answers.conflicts import Conflicts
    from posdiff.answers.draft import DraftAnswer
    from posdiff.answers.find import Find
    from posdiff.answers.history import History
    from posdiff.answers.matrix import Matrix
    from posdiff.answers.report import Report
    from posdiff.answers.show import Show
    from posdiff.answers.validate import Validate
    from posdiff.dossier.agenda import Agenda, Issue
    from posdiff.dossier.position import Held

_ISSUE = ("issue", "title", "topic", "kind")
_TERM = (
    "position", "firmness", "vague", "said", "last_stated", "expires", "standing", "statement", "file", "line", "quote",
    "sources",
)  # fmt: skip
Row = Sequence[Any]


class RecordTable(NamedTuple):
    """The names of the columns, and the rows."""

    columns: tuple[str, ...]
    rows: list[Row]


def records(answer: Answer) -> list[dict[str, Any]]:
    """The rows of an answer, each by the names of its columns."""
    columns, rows = table(answer)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def table(answer: Answer) -> RecordTable:
    """The rows of an answer. Raises Failure (usage) for one that is more than one table."""
    return _TABLES[answer.command](answer)


def _compare(answer: Compare) -> RecordTable:
    """A row for each issue and party; silent parties too."""
    kinds = _kinds()
    rows: list[Row] = []
    for compared in answer.shown_issues:
        verdict = "; ".join(
            f"{label}: {words}" for label, words in wording.verdict(compared, answer.agenda, answer.names)
        )
        issue = compared.issue
        for party in answer.parties:
            held = compared.terms.get(party.label)
            rows.append((
                *_issue(issue, answer.agenda), compared.relation, party.label.rstrip("#"), party.name,
                *_term(held, answer.agenda), verdict, *_accepted(held, issue, kinds),
            ))  # fmt: skip
    return RecordTable((*_ISSUE, "relation", "party", "name", *_TERM, "verdict", *kinds), rows)


def _changes(answer: Changes) -> RecordTable:
    """A row for each party and issue, with the position before and after."""
    kinds = _kinds()
    rows: list[Row] = []
    for of_party in answer.parties:
        for change in of_party.shown:
            before = change.before.term if change.before else None
            rows.append((
                *_issue(change.issue, answer.agenda), change.kind, of_party.party.party, of_party.party.name,
                wording.term_in_words(before, answer.agenda) if before else None, before.firmness if before else None,
                *_term(change.after, answer.agenda), [wording.step_in_words(step) for step in change.path],
                change.movement, *_accepted(change.after, change.issue, kinds),
            ))  # fmt: skip
    columns = (
        *_ISSUE, "change", "party", "name", "before", "firmness_before", *_TERM, "path", "movement", *kinds,
    )  # fmt: skip
    return RecordTable(columns, rows)


def _report(answer: Report) -> RecordTable:
    """The comparison, where that is all that the report holds."""
    if answer.changes is not None:
        hint = "posdiff compare … -f csv and posdiff changes … -f csv write one table each"
        raise Failure("a report with changes is two tables, and csv holds one", hint=hint, code=USAGE)
    return _compare(answer.compare)


def _show(answer: Show) -> RecordTable:
    """A row for each issue; those on which the party is silent have no position."""
    kinds = _kinds()
    rows: list[Row] = []
    for issue in (answer.agenda.issues[id] for id in answer.filter.issues):
        held = answer.position.terms.get(issue.id)
        party = answer.position.party
        rows.append((
            *_issue(issue, answer.agenda), party, answer.agenda.parties[party].name, *_term(held, answer.agenda),
            *_accepted(held, issue, kinds),
        ))  # fmt: skip
    return RecordTable((*_ISSUE, "party", "name", *_TERM, *kinds), rows)


def _history(answer: History) -> RecordTable:
    """A row for each move."""
    kinds = _kinds()
    rows: list[Row] = []
    for of_party in answer.parties:
        for step in of_party.record.steps:
            issue, said = answer.agenda.issues[step.move.issue], step.move.statement
            rows.append((
                wording.day(step.move.day), of_party.party.party, of_party.party.name, *_issue(issue, answer.agenda),
                step.kind, said.title if said else None, *_term(step.move.after, answer.agenda),
                *_accepted(step.move.after, issue, kinds),
            ))  # fmt: skip
    return RecordTable(("date", "party", "name", *_ISSUE, "change", "statement_title", *_TERM, *kinds), rows)


def _matrix(answer: Matrix) -> RecordTable:
    """A row for each pair."""
    from posdiff.comparison.figures import rounded

    names = answer.names
    rows = [
        (
            pair.a, names[pair.a], pair.b, names[pair.b], answer.metric,
            None if pair.value is None else rounded(pair.value, answer.metric), pair.shared, pair.issues,
            len(pair.red_lines), list(pair.red_lines),
        )
        for pair in answer.pairs
    ]  # fmt: skip
    columns = ("a", "a_name", "b", "b_name", "metric", "value", "shared", "issues", "red_lines", "red_line_issues")
    return RecordTable(columns, list(rows))


def _draft(answer: DraftAnswer) -> RecordTable:
    """A row for each party and term, and for each issue that the draft settles and the party is silent on."""
    kinds = _kinds()
    rows: list[Row] = []
    for of_party in answer.parties:
        party = (of_party.party.label.rstrip("#"), of_party.party.name)
        for judged in of_party.shown:
            clause = judged.issue.space.in_words(judged.clause.accepts) if judged.clause else None
            rows.append((
                *_issue(judged.issue, answer.agenda), *party, judged.result, judged.reason, clause,
                *_term(judged.held, answer.agenda), *_accepted(judged.held, judged.issue, kinds),
            ))  # fmt: skip
        for issue in (answer.agenda.issues[id] for id in of_party.silent_on):
            clause = issue.space.in_words(answer.draft.clauses[issue.id].accepts)
            rows.append((
                *_issue(issue, answer.agenda), *party, "silent", None, clause, *_term(None, answer.agenda),
                *_accepted(None, issue, kinds),
            ))  # fmt: skip
    return RecordTable((*_ISSUE, "party", "name", "result", "reason", "draft", *_TERM, *kinds), rows)


def _conflicts(answer: Conflicts) -> RecordTable:
    """A row for each minimal conflict and term of it; a last row says so where the list was cut."""
    from posdiff.reports import conflict_wording

    kinds, complete = _kinds(), answer.analysis.complete
    rows: list[Row] = []
    for number, (conflict, explanation) in enumerate(zip(answer.conflicts, answer.explanations, strict=True), 1):
        in_words = conflict_wording.reasoning(conflict, explanation, answer.agenda, answer.names)
        steps = [f"{place}. {step.words}" for place, step in enumerate(in_words, 1)]
        rows += [
            (
                number, *_issue(stated.issue, answer.agenda), stated.party.rstrip("#"), answer.names[stated.party],
                *_term(stated.held, answer.agenda), complete, steps, *_accepted(stated.held, stated.issue, kinds),
            )
            for stated in conflict.terms
        ]  # fmt: skip
    before, after = ("conflict", *_ISSUE, "party", "name", *_TERM), ("complete", "steps", *kinds)
    if not complete:
        nothing = [None] * (len(before) - 1)
        rows.append(("and more", *nothing, False, [wording.CUT], *(None for _ in kinds)))
    return RecordTable((*before, *after), rows)


def _find(answer: Find) -> RecordTable:
    """A row for each text."""
    from posdiff.reports.shapes.find import shape

    columns = (
        "text_kind", "text", "party", "date", "issue", "statement", "draft", "standing", "file", "line"
    )  # fmt: skip
    hits = shape(answer)["hits"]
    rows: list[Row] = [
        (hit["kind"], hit["text"], hit["parties"], *(hit[key] for key in columns[3:])) for hit in map(dict, hits)
    ]
    return RecordTable(columns, rows)


def _findings(answer: Validate) -> RecordTable:
    """A row for each finding that is shown, worst first, and for those that are counted; the verdict in each."""
    verdict = answer.verdict
    rows: list[Row] = [
        (
            finding.severity, finding.rule, answer.path(finding.location.file), finding.location.line,
            finding.location.column, finding.message, finding.hint, fingerprint, verdict.status,
        )
        for finding, fingerprint, _ in answer.entries
    ]  # fmt: skip
    if verdict.older:
        nothing = (None,) * 5
        rows.append((*nothing, wording.not_shown(len(verdict.older)), None, None, verdict.status))
    columns = ("severity", "rule", "file", "line", "column", "message", "hint", "fingerprint", "status")
    return RecordTable(columns, rows)


def _listed(key: str) -> Callable[[Any], RecordTable]:
    """The rows of an answer whose JSON is a list: that list."""

    def of_list(answer: Answer) -> RecordTable:
        from posdiff.reports.shapes.writing import to_dict

        entries: list[dict[str, Any]] = to_dict(answer)[key]
        return RecordTable(tuple(entries[0]) if entries else (), [tuple(entry.values()) for entry in entries])

    return of_list


def _one(answer: Answer) -> RecordTable:
    """One row: all of the answer but the name of its schema."""
    from posdiff.reports.shapes.writing import to_dict

    entry = {key: value for key, value in to_dict(answer).items() if key != "schema"}
    return RecordTable(tuple(entry), [tuple(entry.values())])


_TABLES: Mapping[str, Callable[[Any], RecordTable]] = {
    "compare": _compare, "changes": _changes, "report": _report, "show": _show, "history": _history,
    "matrix": _matrix, "draft": _draft, "conflicts": _conflicts, "find": _find, "validate": _findings,
    "check": _findings, "issues": _listed("issues"), "parties": _listed("parties"), "drafts": _listed("listed"),
    "rules": _listed("rules"), "explain": _one,
}  # fmt: skip


def _issue(issue: Issue, agenda: Agenda) -> Row:
    topic = agenda.topics[issue.topic] if issue.topic is not None else None
    return issue.id, issue.title, topic, issue.space.kind


def _term(held: Held | None, agenda: Agenda) -> Row:
    if held is None:
        return (None,) * len(_TERM)
    term = held.term
    sources = [
        ", ".join(part for part in (wording.source_in_words(source), source.url) if part) for source in held.sources
    ]
    quotes = [f"{provenance.quoted_on(quote)}: {quote.text}" for quote in held.lineage.said]
    return (
        wording.term_in_words(term, agenda), term.firmness, term.vague, wording.day(held.first_held),
        wording.day(held.last_stated), None if term.expires is None else wording.day(term.expires), held.standing,
        held.statement, term.location.file, term.location.line, quotes, sources,
    )  # fmt: skip


def _kinds() -> tuple[str, ...]:
    """The columns of all kinds, each once."""
    return tuple(dict.fromkeys(column for kind in KINDS.values() for column in kind.columns))


def _accepted(held: Held | None, issue: Issue, columns: Iterable[str]) -> Iterator[Any]:
    """What a term accepts as things stand, in the columns of the kinds: None in those of other kinds."""
    space = issue.space
    accepted = held.term.accepted if held else ()
    values = dict(zip(space.columns, space.in_columns(accepted), strict=True)) if accepted else {}
    return (values.get(column) for column in columns)
