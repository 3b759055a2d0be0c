"""CSV, for a spreadsheet: one row per issue and party. Nothing in a cell is taken for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from posdiff.comparison.relations import Comparison
from posdiff.dossier.agenda import Agenda, Issue
from posdiff.dossier.position import Held, Position
from posdiff.reports import provenance, wording
from posdiff.reports.escaping import visible
from posdiff.reports.selection import Chosen, Selected

if TYPE_CHECKING:
    from posdiff.comparison.changes import Change, PartyChanges, PartyHistory
    from posdiff.comparison.conflicts.analysis import ConflictAnalysis
    from posdiff.comparison.drafts import PartyResult, TermResult
    from posdiff.comparison.figures import Metric, PairFigure
    from posdiff.dossier.statement import Draft
    from posdiff.reports.judgement import Judgement

_ISSUE = ("issue", "title", "topic", "kind")
_TERM = (
    "position", "firmness", "vague", "said", "last_stated", "expires", "standing", "statement", "file", "line", "quote",
    "sources",
)  # fmt: skip
#: Full-width signs too: a spreadsheet in Chinese, Japanese or Korean takes them for the others.
_FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?\Z")


def written(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """CSV text (RFC 4180, lines end with CR LF). A cell that a spreadsheet would compute begins with an apostrophe."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([_safe(value) for value in row])
    return out.getvalue()


def _safe(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = visible(str(value))
    return f"'{text}" if _FORMULA.match(text.lstrip()) and not _NUMBER.match(text) else text


def findings(judgement: Judgement) -> str:
    """A row for each finding, worst first, with the verdict in each."""
    verdict = judgement.verdict
    rows = [
        (one.severity, one.rule, judgement.path(one.location.file), one.location.line, one.location.column, one.message,
         one.hint, name, verdict.status)
        for one, name in zip(verdict.findings, verdict.fingerprints, strict=True)
    ]  # fmt: skip
    return written(("severity", "rule", "file", "line", "column", "message", "hint", "fingerprint", "status"), rows)


def compare(selected: Selected[Comparison], agenda: Agenda, names: Mapping[str, str]) -> str:
    """A row for each issue and party; silent parties too."""
    rows: list[Sequence[object]] = []
    for one in selected.shown:
        verdict = "; ".join(f"{label}: {words}" for label, words in wording.verdict(one, agenda, names))
        for party, name in names.items():
            held = one.terms.get(party)
            label = party.partition("#")[0]
            rows.append((*_issue(one.issue, agenda), one.relation, label, name, *_term(held, agenda), verdict))
    return written((*_ISSUE, "relation", "party", "name", *_TERM, "verdict"), rows)


def changes(results: Sequence[PartyChanges], selected: Sequence[Selected[Change]], agenda: Agenda) -> str:
    """A row for each party and issue, with the position before and after."""
    rows: list[Sequence[object]] = []
    for result, chosen in zip(results, selected, strict=True):
        for one in chosen.shown:
            path = "; ".join(wording.step_in_words(step) for step in one.path)
            before = wording.term_in_words(one.before.term, agenda) if one.before else None
            firmness = one.before.term.firmness if one.before else None
            name = agenda.parties[result.party].name
            rows.append((
                *_issue(one.issue, agenda), one.kind, result.party, name, before, firmness,
                *_term(one.after, agenda), path, one.movement,
            ))  # fmt: skip
    head = (*_ISSUE, "change", "party", "name", "before", "firmness_before", *_TERM, "path", "movement")
    return written(head, rows)


def show(position: Position, agenda: Agenda, name: str, issues: Sequence[str]) -> str:
    """A row for each issue; those on which the party is silent have no position."""
    rows = [
        (*_issue(agenda.issues[id], agenda), position.party, name, *_term(position.terms.get(id), agenda))
        for id in issues
    ]
    return written((*_ISSUE, "party", "name", *_TERM), rows)


def history(records: Sequence[PartyHistory], agenda: Agenda, names: Mapping[str, str]) -> str:
    """A row for each move."""
    rows: list[Sequence[object]] = []
    for record in records:
        for step in record.steps:
            issue = agenda.issues[step.move.issue]
            said = step.move.statement
            rows.append((
                wording.day(step.move.day), record.party, names[record.party], *_issue(issue, agenda), step.kind,
                said.title if said else None, *_term(step.move.after, agenda),
            ))  # fmt: skip
    return written(("date", "party", "name", *_ISSUE, "change", "statement_title", *_TERM), rows)


def matrix(found: Sequence[PairFigure], metric: Metric, agenda: Agenda) -> str:
    """A row for each pair."""
    from posdiff.comparison.figures import rounded

    rows = [
        (
            pair.a, agenda.parties[pair.a].name, pair.b, agenda.parties[pair.b].name, metric,
            None if pair.value is None else rounded(pair.value, metric), pair.shared, pair.issues,
            len(pair.red_lines), " ".join(pair.red_lines),
        )
        for pair in found
    ]  # fmt: skip
    head = ("a", "a_name", "b", "b_name", "metric", "value", "shared", "issues", "red_lines", "red_line_issues")
    return written(head, rows)


def draft(
    one: Draft, answers: Sequence[PartyResult], agenda: Agenda, names: Mapping[str, str], selected: Selected[TermResult]
) -> str:
    """A row for each party and term, and for each issue that the draft settles and the party is silent on."""
    shown = {id(judged) for judged in selected.shown}
    rows: list[Sequence[object]] = []
    for answer in answers:
        party = answer.party.partition("#")[0]
        for judged in answer.terms:
            if id(judged) in shown:
                clause = judged.issue.space.in_words(judged.clause.accepts) if judged.clause else None
                rows.append((
                    *_issue(judged.issue, agenda), party, names[answer.party], judged.result, judged.reason, clause,
                    *_term(judged.held, agenda),
                ))  # fmt: skip
        for issue in (agenda.issues[id] for id in answer.silent_on):
            clause = issue.space.in_words(one.clauses[issue.id].accepts)
            rows.append((
                *_issue(issue, agenda), party, names[answer.party], "silent", None, clause, *_term(None, agenda),
            ))  # fmt: skip
    return written((*_ISSUE, "party", "name", "result", "reason", "draft", *_TERM), rows)


def conflicts(found: ConflictAnalysis, chosen: Chosen, agenda: Agenda, names: Mapping[str, str]) -> str:
    """A row for each minimal conflict and term of it; a last row says so where the list was cut."""
    from posdiff.reports import conflicting

    rows: list[Sequence[object]] = []
    for number, one in enumerate(chosen.conflicts, 1):
        steps = " | ".join(
            f"{place}. {told.words}" for place, told in enumerate(conflicting.steps(one, agenda, names), 1)
        )
        for each in one.terms:
            party = each.party.partition("#")[0]
            term = _term(each.held, agenda)
            rows.append((number, *_issue(each.issue, agenda), party, names[each.party], *term, found.complete, steps))
    head = ("conflict", *_ISSUE, "party", "name", *_TERM, "complete", "steps")
    if not found.complete:
        rows.append(("and more", *(None for _ in head[1:-2]), False, wording.CUT))
    return written(head, rows)


def _issue(issue: Issue, agenda: Agenda) -> tuple[object, ...]:
    topic = agenda.topics[issue.topic] if issue.topic is not None else None
    return issue.id, issue.title, topic, issue.space.kind


def _term(held: Held | None, agenda: Agenda) -> tuple[object, ...]:
    if held is None:
        return (None,) * len(_TERM)
    term = held.term
    sources = " | ".join(
        ", ".join(part for part in (wording.source_in_words(source), source.url) if part) for source in held.sources
    )
    quotes = " | ".join(f"{provenance.quoted_on(quote)}: {quote.text}" for quote in held.lineage.said)
    return (
        wording.term_in_words(term, agenda), term.firmness, term.vague, wording.day(held.first_held),
        wording.day(held.last_stated), None if term.expires is None else wording.day(term.expires), held.standing,
        held.statement, term.location.file, term.location.line, quotes,
        sources,
    )  # fmt: skip
