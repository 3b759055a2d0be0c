"""What is wrong with drafts beyond one file: the version that one names as the one before, and the agenda's rules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from posdiff.comparison.draft_rules import broken_rules, concerned, contradicting
from posdiff.comparison.draft_steps import circles
from posdiff.dossier.agenda import Agenda, Rule
from posdiff.dossier.dossier import Dossier
from posdiff.findings.finding import Finding
from posdiff.findings.nearest import suggestion
from posdiff.kinds.kind import joined


def of_drafts(dossier: Dossier) -> list[Finding]:
    """The findings on drafts that no single file shows."""
    return [
        *_unknown(dossier), *_too_early(dossier), *_circles(dossier), *_contradictions(dossier), *_rules(dossier)
    ]  # fmt: skip


def _unknown(dossier: Dossier) -> Iterator[Finding]:
    """Drafts that are named and not there. One that could not be read has findings of its own."""
    ids = [draft.id for draft in dossier.drafts]
    unread = {path.rpartition("/")[2].rpartition(".")[0] for path in dossier.texts if path.startswith("drafts/")}
    for said in dossier.statements:
        for reaction in said.reactions.values():
            if reaction.draft not in unread.union(ids):
                message, hint = f"no draft `{reaction.draft}`", suggestion(reaction.draft, ids)
                yield Finding.of(reaction.location, "unknown-draft", message, hint, (said.id, reaction.draft))
    for draft in dossier.drafts:
        if draft.previous is not None and draft.previous.name not in unread.union(ids):
            message = f"no draft `{draft.previous.name}`, which `previous` names"
            hint = suggestion(draft.previous.name, [id for id in ids if id != draft.id])
            yield Finding.of(draft.previous.location, "unknown-draft", message, hint, (draft.id, draft.previous.name))


def _too_early(dossier: Dossier) -> Iterator[Finding]:
    """Reactions to drafts of a later day, and drafts that follow one of a later day, unless in a circle."""
    days = {draft.id: draft.day for draft in dossier.drafts}
    for said in dossier.statements:
        for reaction in said.reactions.values():
            if said.day < days.get(reaction.draft, said.day):
                was, drafted = (date.fromordinal(day).isoformat() for day in (said.day, days[reaction.draft]))
                message = f"a reaction of {was} to `{reaction.draft}`, a draft of {drafted}"
                hint = "correct the day of one of them, or name the version that was meant"
                yield Finding.of(reaction.location, "reaction-before-draft", message, hint, (said.id, reaction.draft))
    in_circles = {draft.id for circle in circles(dossier.drafts) for draft in circle}
    for draft in dossier.drafts:
        before = draft.previous
        if before is not None and draft.id not in in_circles and draft.day < days.get(before.name, draft.day):
            was, later = (date.fromordinal(day).isoformat() for day in (draft.day, days[before.name]))
            message = f"a draft of {was} follows `{before.name}`, a draft of {later}"
            hint = "correct the day of one of them, or name the version before it"
            yield Finding.of(before.location, "draft-before-previous", message, hint, (draft.id, before.name))


def _circles(dossier: Dossier) -> Iterator[Finding]:
    """Drafts that follow themselves, by way of others or not: each circle once, at the first of its drafts."""
    for circle in circles(dossier.drafts):
        names = ", ".join(f"`{each.id}`" for each in circle)
        message = f"drafts follow each other in a circle: {names}" if len(circle) > 1 else f"{names} follows itself"
        places = [each.previous.location for each in circle if each.previous]
        hint = "name the version before it, or delete `previous`"
        yield Finding.of(
            places[0], "circular-drafts", message, hint, tuple(each.id for each in circle), tuple(places[1:])
        )


def _contradictions(dossier: Dossier) -> Iterator[Finding]:
    """Drafts whose own orders no course of events meets."""
    for draft in dossier.drafts:
        issues = contradicting(dossier.agenda, draft)
        if issues:
            places = [draft.outcomes[issue].location for issue in issues]
            message = f"no course of events meets what the draft settles on {joined(issues)}"
            hint = "correct one of the orders, unless the text does say both"
            subject = (draft.id, *issues)
            yield Finding.of(places[0], "draft-contradicts-itself", message, hint, subject, tuple(places[1:]))


def _rules(dossier: Dossier) -> Iterator[Finding]:
    """Drafts that the agenda's rules do not allow, whatever any party holds."""
    agenda = dossier.agenda
    for draft in dossier.drafts:
        for rules in broken_rules(agenda, draft):
            issues = concerned(agenda, draft, rules)
            words = "; and that ".join(rule_in_words(rule, agenda) for rule in rules)
            message = f"what the draft settles on {joined(issues)} breaks the agenda's rule that {words}"
            hint = "correct the outcome or the rule; if the text does say so, no party can be blamed for it"
            subject = (draft.id, *issues, *(rule_in_words(rule, agenda) for rule in rules))
            places = tuple(rule.location for rule in rules)
            yield Finding.of(draft.outcomes[issues[0]].location, "draft-breaks-rule", message, hint, subject, places)


def rule_in_words(rule: Rule, agenda: Agenda) -> str:
    """A rule by the titles of its issues, to stand behind "that"."""
    given, then = (
        joined([agenda.issues[id].space.condition_words(agenda.issues[id].title, piece) for id, piece in pieces])
        for pieces in (rule.given, rule.then)
    )
    return f"where {given}, there {then}" + (f" ({rule.why.rstrip('.')})" if rule.why else "")
