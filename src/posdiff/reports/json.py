"""JSON, versioned, written field by field. Keys are for ever; a schema for each stands in ``schemas/``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from posdiff.comparison.relations import RELATIONS, Comparison, Comparisons, Relation
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.position import Held, Position
from posdiff.dossier.statement import Draft, Statement
from posdiff.findings.finding import Finding
from posdiff.findings.location import shown
from posdiff.reports import plain
from posdiff.reports.selection import Chosen, Selected
from posdiff.review import pages

if TYPE_CHECKING:
    from posdiff.comparison.changes import Change, PartyChanges, PartyHistory
    from posdiff.comparison.conflicts.analysis import ConflictAnalysis
    from posdiff.comparison.drafts import PartyResult, TermResult
    from posdiff.comparison.figures import Metric, PairFigure
    from posdiff.findings.rules import FindingRule
    from posdiff.reports.meaning import Meant
    from posdiff.review.case import Settings
    from posdiff.review.gate import Verdict
    from posdiff.review.validation import Threshold


def dumped(value: Any) -> str:
    """JSON text in ASCII, which every stream and terminal takes as it is; the outer levels one entry a line.

    A CI runner acts on ``##[`` wherever it stands in a line: here that is ``#\\u0023[``, which reads back the same.
    """
    text = _spread(value, "", _SPREAD)
    return (text.replace("##", "#\\u0023") if "##" in text else text) + "\n"


def as_recorded(text: str, commit: str, day: int) -> str:
    """An answer with the commit that it is of, under the line that names its schema."""
    head, line, rest = text.partition('/1",\n')
    told = {"commit": commit, "date": plain.day(day)}
    return f'{head}{line}  "recorded": {_spread(told, "  ", 1)},\n{rest}'


#: So many levels are spread over lines. ``json.dumps`` with an indent is ten times slower than without: 10 ms of a run.
_SPREAD = 4
#: One encoder: ``json.dumps`` makes a new one at each call.
_encoded = json.JSONEncoder(allow_nan=False).encode


def _spread(value: Any, indent: str, levels: int) -> str:
    inner = f"{indent}  "
    if levels and isinstance(value, dict) and value:
        rows = (f"{inner}{_encoded(key)}: {_spread(each, inner, levels - 1)}" for key, each in value.items())
        return "{\n" + ",\n".join(rows) + f"\n{indent}}}"
    if levels and isinstance(value, list) and value:
        return "[\n" + ",\n".join(inner + _spread(each, inner, levels - 1) for each in value) + f"\n{indent}]"
    return "null" if value is None else _encoded(value)


def compare(result: Comparisons, agenda: Agenda, as_of: int, selected: Selected[Comparison]) -> str:
    return dumped(_compare(result, agenda, as_of, selected))


def _compare(result: Comparisons, agenda: Agenda, as_of: int, selected: Selected[Comparison]) -> dict[str, Any]:
    return {
        "schema": "posdiff/compare/1",
        "as_of": plain.day(as_of),
        "parties": plain.asked(result.parties),
        "issues": [plain.comparison(comparison, agenda) for comparison in selected.shown],
        "deadlocks": [plain.deadlock(deadlock) for deadlock in selected.deadlocks],
        "deadlocks_complete": result.deadlocks_complete,
        "summary": summary(selected.scope),
    }


def report(
    result: Comparisons, agenda: Agenda, as_of: int, selected: Selected[Comparison], moved: Sequence[PartyChanges],
    changed: Sequence[Selected[Change]], since: int | None,
) -> str:  # fmt: skip
    """The answers of ``compare`` and, with ``since``, of ``changes``."""
    return dumped(
        {
            "schema": "posdiff/report/1",
            "compare": _compare(result, agenda, as_of, selected),
            "changes": None if since is None else _changes(moved, changed, agenda, since, as_of),
        }
    )


def summary(comparisons: Sequence[Comparison]) -> dict[Relation, int]:
    """How many issues there are in each relation, zeros included; those on which none has spoken are not counted."""
    relations: list[Relation] = [relation for relation in RELATIONS if relation != "silent"]
    if any(comparison.relation == "silent" for comparison in comparisons):
        relations.append("silent")
    return {relation: sum(one.relation == relation for one in comparisons) for relation in relations}


def changes(
    results: Sequence[PartyChanges], selected: Sequence[Selected[Change]], agenda: Agenda, since: int, until: int
) -> str:
    return dumped(_changes(results, selected, agenda, since, until))


def _changes(
    results: Sequence[PartyChanges], selected: Sequence[Selected[Change]], agenda: Agenda, since: int, until: int
) -> dict[str, Any]:
    from posdiff.comparison.changes import KINDS

    return {
        "schema": "posdiff/changes/1",
        "since": plain.day(since),
        "until": plain.day(until),
        "parties": [
            {
                "party": result.party,
                "changes": [_change(change, agenda) for change in chosen.shown],
                "summary": {kind: sum(one.kind == kind for one in chosen.scope) for kind in KINDS},
            }
            for result, chosen in zip(results, selected, strict=True)
        ],
    }


def _change(change: Change, agenda: Agenda) -> dict[str, Any]:
    before = plain.term(change.before, agenda) if change.before else None
    after = plain.term(change.after, agenda) if change.after else None
    return {
        "issue": change.issue.id,
        "kind": change.kind,
        "before": before,
        "after": after,
        "path": [{"date": plain.day(step.day), "statement": step.statement, "kind": step.kind} for step in change.path],
        "movement": change.movement,
        "fields": [
            {"path": list(field.path), "before": field.before, "after": field.after}
            for field in plain.term_fields(change, agenda)
        ],
    }


def matrix(found: Sequence[PairFigure], metric: Metric, parties: Sequence[str], as_of: int) -> str:
    from posdiff.comparison.figures import rounded

    return dumped(
        {
            "schema": "posdiff/matrix/1",
            "as_of": plain.day(as_of),
            "metric": metric,
            "parties": list(parties),
            "pairs": [
                {
                    "a": pair.a,
                    "b": pair.b,
                    "value": None if pair.value is None else rounded(pair.value, metric),
                    "shared": pair.shared,
                    "issues": pair.issues,
                    "red_lines": list(pair.red_lines),
                }
                for pair in found
            ],
        }
    )


def draft(one: Draft, answers: Sequence[PartyResult], agenda: Agenda, as_of: int, shown: Selected[TermResult]) -> str:
    """``shown``: the rows that were asked for."""
    rows = set(map(id, shown.shown))
    return dumped(
        {
            "schema": "posdiff/draft/1",
            "draft": one.id,
            "as_of": plain.day(as_of),
            "parties": [
                {
                    "party": plain.name(answer.party),
                    "verdict": answer.verdict,
                    "completable": answer.completable,
                    "terms": [_judged(judged, agenda) for judged in answer.terms if id(judged) in rows],
                    "silent_on": list(answer.silent_on),
                }
                for answer in answers
            ],
        }
    )


def _judged(judged: TermResult, agenda: Agenda) -> dict[str, Any]:
    space, clause = judged.issue.space, judged.clause
    return {
        "issue": judged.issue.id,
        "result": judged.result,
        "reason": judged.reason,
        "firmness": judged.held.term.firmness,
        "draft": None
        if clause is None
        else {
            "accepts": space.as_json(clause.accepts),
            "in_words": space.in_words(clause.accepts),
            "quote": clause.quote,
            "note": clause.note,
        },
        "term": plain.term(judged.held, agenda),
    }


def conflicts(found: ConflictAnalysis, agenda: Agenda, as_of: int, names: Mapping[str, str], chosen: Chosen) -> str:
    from posdiff.reports import packaged

    return dumped(packaged.conflicts(found, agenda, as_of, names, chosen))


def show(position: Position, agenda: Agenda, issues: Sequence[str]) -> str:
    return dumped(
        {
            "schema": "posdiff/show/1",
            "as_of": plain.day(position.day),
            "party": position.party,
            "terms": [plain.term(position.terms[issue], agenda) for issue in issues if issue in position.terms],
            "silent": [issue for issue in issues if issue not in position.terms],
        }
    )


def history(records: Sequence[PartyHistory], agenda: Agenda) -> str:
    return dumped(
        {
            "schema": "posdiff/history/1",
            "parties": [
                {
                    "party": record.party,
                    "steps": [
                        {
                            "date": plain.day(step.move.day),
                            "issue": step.move.issue,
                            "kind": step.kind,
                            "statement": _statement(step.move.statement) if step.move.statement else None,
                            "after": _after(step.move.after, agenda),
                        }
                        for step in record.steps
                    ],
                }
                for record in records
            ],
        }
    )


def _after(held: Held | None, agenda: Agenda) -> dict[str, Any] | None:
    """A term after a step, with the step's own sources: the earlier ones stand with the earlier steps."""
    return plain.term(held, agenda, held.lineage.own) if held else None


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "date": plain.day(statement.day),
        "parties": list(statement.parties),
        "title": statement.title,
        "speaker": statement.speaker,
        "standing": statement.standing,
        "note": statement.note,
        "file": statement.location.file,
        "sources": [plain.source(source) for source in statement.sources.values()],
    }


def validate(findings: Sequence[Finding], texts: Mapping[str, str], root: str, fail_on: Threshold) -> str:
    """``texts``: by file, for the fingerprints; ``root`` leads to the folder."""
    from posdiff.review.fingerprint import fingerprints
    from posdiff.review.validation import counts, status

    return dumped(
        {
            "schema": "posdiff/validate/1",
            "status": status(findings, fail_on),
            "findings": [
                _finding(finding, name, root)
                for finding, name in zip(findings, fingerprints(findings, texts), strict=True)
            ],
            "counts": counts(findings),
        }
    )


def check(verdict: Verdict, root: str, meant: Meant | None) -> str:
    """What comes of judging the files, and an edit; ``root`` leads to the folder; ``meant`` is what the edit means."""
    from posdiff.reports.meaning import plainly

    return dumped(
        {
            "schema": "posdiff/check/1",
            "status": verdict.status,
            "findings": [
                _finding(finding, name, root)
                for finding, name in zip(verdict.findings, verdict.fingerprints, strict=True)
            ],
            "counts": verdict.counts,
            "accepted": len(verdict.accepted),
            "meaning": plainly(meant) if meant else None,
        }
    )


def _finding(finding: Finding, fingerprint: str, root: str) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "file": shown(root, finding.location.file),
        "line": finding.location.line,
        "column": finding.location.column,
        "message": finding.message,
        "hint": finding.hint,
        "fingerprint": fingerprint,
        "related": [{"file": shown(root, at.file), "line": at.line, "column": at.column} for at in finding.related],
    }


def issues(dossier: Dossier, as_of: int, chosen: Sequence[str], spoken: Mapping[str, Sequence[str]]) -> str:
    """``spoken``: by issue, the parties that hold a position on it."""
    agenda = dossier.agenda
    return dumped(
        {
            "schema": "posdiff/issues/1",
            "as_of": plain.day(as_of),
            "issues": [
                {
                    "id": issue.id,
                    "title": issue.title,
                    "topic": issue.topic,
                    "kind": issue.space.kind,
                    "question": issue.question,
                    "note": issue.note,
                    "parties": list(spoken[issue.id]),
                    "line": issue.location.line,
                }
                for issue in (agenda.issues[id] for id in chosen)
            ],
        }
    )


def parties(dossier: Dossier) -> str:
    listed = []
    for party in dossier.agenda.parties.values():
        statements = dossier.of(party.id)
        listed.append(
            {
                "id": party.id,
                "name": party.name,
                "aliases": list(party.aliases),
                "note": party.note,
                "statements": len(statements),
                "first": plain.day(statements[0].day) if statements else None,
                "last": plain.day(statements[-1].day) if statements else None,
            }
        )
    return dumped({"schema": "posdiff/parties/1", "parties": listed})


def rules(groups: Mapping[str, Sequence[FindingRule]], settings: Settings) -> str:
    """``settings``: what the findings of a rule count as here."""
    listed = [{**_rule(rule, settings), "group": group} for group, found in groups.items() for rule in found]
    return dumped({"schema": "posdiff/rules/1", "rules": listed})


def explain(rule: FindingRule, settings: Settings) -> str:
    return dumped({"schema": "posdiff/explain/1", **_rule(rule, settings), "page": pages.page(rule.id)})


def _rule(rule: FindingRule, settings: Settings) -> dict[str, Any]:
    return {
        "rule": rule.id,
        "title": pages.title(rule.id),
        "severity": settings.level(rule.id, rule.severity),
        "default": rule.severity,
        "fixed": rule.fixed,
        "found": rule.when,
    }
