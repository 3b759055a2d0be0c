"""The formats as they were before there was one document for all; it goes when the last command is moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from posdiff.comparison.changes import PartyChanges
from posdiff.comparison.relations import Comparisons
from posdiff.reports import selection
from posdiff.reports.meaning import Meant

if TYPE_CHECKING:
    from posdiff.reports.paper.blocks import Paper
    from posdiff.reports.terminal.page import Page


def _agenda(answer: Any) -> Any:
    return getattr(answer, "agenda", None)


def _compared(answer: Any) -> tuple[Any, ...]:
    result = Comparisons(tuple(answer.names), answer.issues, answer.deadlocks, answer.deadlocks_complete)
    selected = selection.Selected(
        answer.issues, answer.shown_issues, answer.deadlocks, answer.shown_deadlocks, answer.shown_conflicts,
        answer.conflicts_complete, answer.basis.options,
    )  # fmt: skip
    return result, selected


def _changed(answer: Any) -> tuple[Any, ...]:
    results = [PartyChanges(each.party.party, each.changes) for each in answer.parties]
    selected = [selection.Selected(each.changes, each.shown) for each in answer.parties]
    names = {each.party.party: each.party.name for each in answer.parties}
    return results, selected, names


def _meant(answer: Any) -> Meant | None:
    effect = getattr(answer, "effect", None)
    return effect and Meant(effect.meaning, effect.agenda, effect.before, effect.base.id, effect.base.day)


def page(answer: Any, look: Any) -> Page:
    from posdiff.reports.terminal import (
        changes,
        check,
        comparison,
        conflicts,
        draft,
        listings,
        manual,
        matrix,
        position,
    )  # fmt: skip
    from posdiff.reports.terminal.proof import Shown

    shown, uni, agenda = Shown(look.quotes, look.sources), look.unicode, _agenda(answer)
    match answer.command:
        case "compare":
            result, selected = _compared(answer)
            return comparison.page(result, agenda, answer.as_of, answer.names, selected, shown, uni)
        case "changes":
            results, chosen, names = _changed(answer)
            towards = answer.against.name if answer.against else None
            return changes.page(
                results, chosen, agenda, answer.since, answer.until, names, shown, answer.fields, towards, uni
            )
        case "report":
            result, selected = _compared(answer.compare)
            both = Shown(True, True)
            made = comparison.page(result, agenda, answer.compare.as_of, answer.compare.names, selected, both, uni)
            if answer.changes is not None:
                results, chosen, names = _changed(answer.changes)
                since, until = answer.changes.since, answer.changes.until
                made.space()
                made.rows += changes.page(results, chosen, agenda, since, until, names, both, False, None, uni).rows
            return made
        case "show":
            return position.show(answer.position, agenda, answer.party.name.partition(" (")[0],
                                 answer.filter.issues, uni)  # fmt: skip
        case "history":
            names = {each.party.party: each.party.name for each in answer.parties}
            left = {each.party.party: each.left_out for each in answer.parties}
            return position.history([each.record for each in answer.parties], agenda, names, left, uni)
        case "matrix":
            return matrix.page(answer.pairs, answer.metric, agenda, answer.names, answer.as_of, uni)
        case "draft":
            answers, judged = _drafted(answer)
            return draft.page(answer.draft, answers, agenda, answer.as_of, answer.names, judged, shown, uni)
        case "conflicts":
            chosen = selection.Chosen(answer.conflicts, answer.clusters)
            return conflicts.page(
                answer.analysis, agenda, answer.as_of, answer.names, chosen, shown, answer.filter.everything, uni
            )
        case "issues":
            return listings.issues(answer.dossier, answer.filter.issues, answer.spoken, uni)
        case "parties":
            return listings.parties(answer.dossier, uni)
        case "validate" | "check":
            verdict = answer.verdict
            made = listings.findings(
                verdict.findings, verdict.texts, answer.basis.root, len(answer.read), uni, len(verdict.accepted)
            )
            if (meant := _meant(answer)) is not None:
                check.add(made, meant)
            return made
        case "rules":
            return manual.listed(answer.groups, answer.settings, uni)
        case "explain":
            return manual.page(answer.rule, answer.settings, uni)
    raise AssertionError(answer.command)


def _drafted(answer: Any) -> tuple[Any, ...]:
    from posdiff.comparison.drafts import PartyResult as Answered

    answers = [
        Answered(each.party.label, each.verdict, each.completable, each.terms, each.silent_on)
        for each in answer.parties
    ]
    scope = tuple(term for each in answer.parties for term in each.terms)
    return answers, selection.Selected(scope, tuple(term for each in answer.parties for term in each.shown))


def paper(answer: Any) -> Paper:
    from posdiff.reports.paper import changes, check, comparison, conflicts, draft, findings, matrix, position, report

    agenda = _agenda(answer)
    match answer.command:
        case "compare":
            result, selected = _compared(answer)
            return comparison.paper(result, agenda, answer.as_of, answer.names, selected)
        case "changes":
            results, chosen, names = _changed(answer)
            towards = answer.against.name if answer.against else None
            return changes.paper(results, chosen, agenda, answer.since, answer.until, names, towards)
        case "report":
            result, selected = _compared(answer.compare)
            results, chosen, _ = _changed(answer.changes) if answer.changes else ((), (), {})
            since = answer.changes.since if answer.changes else None
            return report.paper(
                result, agenda, answer.compare.as_of, answer.compare.names, selected,
                [each.record for each in answer.history.parties], since, results, chosen,
                answer.basis.with_reported,
            )  # fmt: skip
        case "show":
            return position.show(answer.position, agenda, answer.party.name.partition(" (")[0], answer.filter.issues)
        case "history":
            names = {each.party.party: each.party.name for each in answer.parties}
            left = {each.party.party: each.left_out for each in answer.parties}
            return position.history([each.record for each in answer.parties], agenda, names, left)
        case "matrix":
            return matrix.paper(answer.pairs, answer.metric, agenda, answer.names, answer.as_of)
        case "draft":
            answers, judged = _drafted(answer)
            return draft.paper(answer.draft, answers, agenda, answer.as_of, answer.names, judged)
        case "conflicts":
            chosen = selection.Chosen(answer.conflicts, answer.clusters)
            return conflicts.paper(
                answer.analysis, agenda, answer.as_of, answer.names, chosen, answer.filter.everything
            )
        case "validate" | "check":
            if (meant := _meant(answer)) is None:
                return findings.paper(answer)
            sections, sources = check.sections(meant)
            return findings.paper(answer, sections)._replace(sources=sources)
    raise AssertionError(answer.command)
