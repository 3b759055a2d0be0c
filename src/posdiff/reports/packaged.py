"""Packages as plain values, for JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from posdiff.comparison.conflicts import concessions
from posdiff.comparison.conflicts.analysis import ConflictAnalysis
from posdiff.comparison.conflicts.conflict import Component, Conflict
from posdiff.comparison.conflicts.consequences import ExcludedCondition, Forced, Reasons
from posdiff.comparison.conflicts.constraints import Stated
from posdiff.comparison.conflicts.tables import RefusalTable
from posdiff.dossier.agenda import Agenda, Rule
from posdiff.dossier.region import Settlements
from posdiff.kinds.kind import Space
from posdiff.reports import conflicting, plain, wording
from posdiff.reports.selection import Chosen

#: The greatest whole number that every reader of JSON takes as it is; a greater one is written as text.
_GREATEST = 2**53


def conflicts(
    found: ConflictAnalysis, agenda: Agenda, as_of: int, names: Mapping[str, str], chosen: Chosen
) -> dict[str, Any]:
    """The whole answer; ``chosen``: the conflicts and clusters on the issues asked for."""
    number = found.pareto_front.number
    return {
        "schema": "posdiff/conflicts/1",
        "as_of": plain.day(as_of),
        "parties": [_name(party) for party in found.parties],
        "draft": found.draft.id if found.draft else None,
        "alone": [{"party": _name(party), "verdict": verdict} for party, verdict in found.alone.items()],
        "verdict": dict(found.verdicts),
        "conflicts": [_conflict(one, agenda, names) for one in chosen.conflicts],
        "complete": found.complete,
        "clusters": [_cluster(one) for one in chosen.clusters],
        "tables": [_table(one.table) for one in chosen.clusters if one.table],
        "concessions": [
            {"terms": [_key(one) for one in terms],
             "gives": _gives(found.parties, concessions.gives(found.parties, terms))}
            for terms in found.pareto_front.sets
        ],
        "concessions_complete": found.pareto_front.sets_complete,
        "concessions_number": number if number < _GREATEST else str(number),
        "rows": [
            {"gives": _gives(found.parties, row.gives),
             "ways": row.variants if row.variants < _GREATEST else str(row.variants)}
            for row in found.pareto_front.tradeoffs
        ],
        "rows_complete": found.pareto_front.complete,
        "forced": [_forced(one, agenda) for one in found.forced],
        "ruled_out": [_price(one, agenda, names) for one in found.excluded_conditions],
        "silent": [{"party": _name(party), "issue": issue} for party, issue in found.silent],
        "unassessed": [{**_key(one.stated), "why": one.why} for one in found.unassessed],
    }  # fmt: skip


def _name(party: str) -> str:
    return party.partition("#")[0]


def _key(one: Stated) -> dict[str, Any]:
    return {"party": _name(one.party), "issue": one.issue.id}


def _gives(parties: Sequence[str], gives: Sequence[concessions.Counts]) -> dict[str, Any]:
    return {
        _name(party): dict(zip(("red_line", "firm", "flexible"), counts, strict=True))
        for party, counts in zip(parties, gives, strict=True)
    }


def _conflict(one: Conflict, agenda: Agenda, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "terms": [_stated(each, agenda) for each in one.terms],
        "rules": [_rule(rule, agenda) for rule in one.rules],
        "draft": [clause.issue for clause in one.clauses],
        "steps": [told.words for told in conflicting.steps(one, agenda, names)],
    }


def _stated(one: Stated, agenda: Agenda) -> dict[str, Any]:
    held = one.held
    term = held.term
    return {
        **_key(one),
        "firmness": term.firmness,
        "vague": term.vague,
        "in_words": wording.term_in_words(term, agenda),
        "statement": held.statement,
        "date": plain.day(held.set_on),
        "first_held": plain.day(held.first_held),
        "last_stated": plain.day(held.last_stated),
        "standing": held.standing,
        "file": term.location.file,
        "line": term.location.line,
        "quote": term.quote or next((offer.quote for offer in term.offers if offer.quote), None),
        "sources": [plain.source(source) for source in held.sources],
    }


def _rule(rule: Rule, agenda: Agenda) -> dict[str, Any]:
    return {
        "if": plain.condition(rule.given, agenda),
        "then": plain.condition(rule.then, agenda),
        "why": rule.why,
        "file": rule.location.file,
        "line": rule.location.line,
    }


def _cluster(component: Component) -> dict[str, Any]:
    return {
        "issues": list(component.issues),
        "conflicts": len(component.conflicts),
        "complete": component.complete,
        "concessions": [[_key(one) for one in terms] for terms in component.concessions],
        "concessions_complete": component.concessions_complete,
    }


def _table(table: RefusalTable) -> dict[str, Any]:
    space = table.issue.space
    return {
        "issue": table.issue.id,
        "complete": table.complete,
        "rows": [
            {
                "outcomes": plain.union(space, row.outcomes),
                "in_words": conflicting.outcomes_in_words(row, space),
                "refused_by": [{**_key(one), "firmness": one.held.term.firmness} for one in row.refused_by],
                "minimal": row.minimal,
            }
            for row in table.rows
        ],
    }


def _forced(one: Forced, agenda: Agenda) -> dict[str, Any]:
    space: Space = Settlements(agenda.issues).space(one.side)
    return {
        "issue": one.side if one.side in agenda.issues else None,
        "outcomes": plain.union(space, one.outcomes),
        "in_words": conflicting.forced_in_words(one, agenda),
        "level": one.level,
        "because": _because(one.because, agenda),
    }


def _price(one: ExcludedCondition, agenda: Agenda, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        **_key(one.stated),
        "condition": plain.condition(one.condition, agenda),
        "of": "demand" if one.demand else "offer",
        "in_words": conflicting.price_in_words(one, agenda, names),
        "level": one.level,
        "because": _because(one.because, agenda),
    }


def _because(because: Reasons, agenda: Agenda) -> dict[str, Any]:
    return {
        "terms": [_key(one) for one in because.terms],
        "rules": [_rule(rule, agenda) for rule in because.rules],
        "draft": [clause.issue for clause in because.clauses],
    }
