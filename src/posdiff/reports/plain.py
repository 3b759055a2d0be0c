"""Terms, conditions and unions as plain values: what JSON writes and what is compared field by field."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from posdiff.comparison.relations import stands_alone
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Held
from posdiff.dossier.statement import Source
from posdiff.dossier.term import Condition
from posdiff.kinds.kind import Space, Union
from posdiff.reports import wording

if TYPE_CHECKING:
    from posdiff.comparison.changes import Change
    from posdiff.comparison.deadlocks import Deadlock
    from posdiff.comparison.fields import FieldChange
    from posdiff.comparison.relations import Comparison


def term(held: Held, agenda: Agenda, sources: Sequence[Source] | None = None) -> dict[str, Any]:
    """A term in force, with all that stands behind it; or with these sources, where others are told elsewhere."""
    one = held.term
    space = agenda.issues[one.issue].space
    return {
        "issue": one.issue,
        "offers": [
            {
                "accepts": space.as_json(offer.accepts),
                "if": condition(offer.condition, agenda) if offer.condition else None,
                "quote": offer.quote,
                "note": offer.note,
            }
            for offer in one.offers
        ],
        "applies_if": condition(one.condition, agenda) if one.condition else None,
        "firmness": one.firmness,
        "vague": one.vague,
        "prefers": None if one.prefers is None else space.target_json(one.prefers),
        "says": None
        if space.comparable
        else "\n".join(dict.fromkeys(o.accepts for o in one.offers if o.accepts is not None)),
        "in_words": wording.term_in_words(one, agenda),
        "set_on": day(held.set_on),
        "first_held": day(held.first_held),
        "last_stated": day(held.last_stated),
        "expires": None if one.expires is None else day(one.expires),
        "statement": held.statement,
        "standing": held.standing,
        "file": one.location.file,
        "line": one.location.line,
        "quote": one.quote or next((o.quote for o in one.offers if o.quote and not o.condition), None),
        "quotes": [{"statement": q.statement, "date": day(q.day), "quote": q.text} for q in held.lineage.said],
        "note": one.note,
        "sources": [source(each) for each in (held.sources if sources is None else sources)],
    }


#: What says when and where a term was stated, and not what it says.
_ABOUT = frozenset(
    (
        "set_on",
        "first_held",
        "last_stated",
        "statement",
        "file",
        "line",
        "sources",
        "in_words",
        "issue",
        "quote",
        "quotes",
        "standing",
        "note",
    )
)


def term_fields(change: Change, agenda: Agenda) -> tuple[FieldChange, ...]:
    """The field-by-field difference inside a term that changed."""
    if change.before is None or change.after is None or change.kind in ("reaffirmed", "unchanged"):
        return ()
    from posdiff.comparison.fields import field_changes

    before, after = (
        {k: v for k, v in term(side, agenda).items() if k not in _ABOUT} for side in (change.before, change.after)
    )
    for side in (before, after):
        side["offers"] = [{"accepts": offer["accepts"], "if": offer["if"]} for offer in side["offers"]]
    return field_changes(before, after)


def union(space: Space, pieces: Union) -> list[Any]:
    return [space.as_json(piece) for piece in pieces]


def condition(pieces: Condition, agenda: Agenda) -> dict[str, Any]:
    return {issue: agenda.issues[issue].space.as_json(piece) for issue, piece in pieces}


def source(one: Source) -> dict[str, Any]:
    return {
        "statement": one.statement,
        "key": one.key,
        "title": one.title,
        "publisher": one.publisher,
        "date": one.date,
        "url": one.url,
        "accessed": one.accessed,
        "note": one.note,
    }


def day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()


def comparison(one: Comparison, agenda: Agenda) -> dict[str, Any]:
    """How the positions on one issue stand to each other."""
    space = one.issue.space
    gap, alone = one.gap, stands_alone(one)
    return {
        "issue": one.issue.id,
        "relation": one.relation,
        "terms": {name(party): term(held, agenda) for party, held in one.terms.items()},
        "common": union(space, one.common),
        "conditions": [
            {
                "common": union(space, case.common),
                "if": {name(party): condition(given, agenda) for party, given in case.conditions},
                "unless": {name(party): condition(given, agenda) for party, given in case.unless},
            }
            for case in one.cases
        ],
        "gap": None if gap is None else space.gap_json(gap),
        "clash": None if one.clash is None else list(one.clash),
        "red_line": asked(one.red_line),
        "silent": asked(one.silent),
        "conflict_groups": [asked(group) for group in one.conflict_groups],
        "alone": name(alone) if alone is not None else None,
        "complete": one.complete,
    }


def asked(names: Sequence[str]) -> list[str]:
    """Parties as they were asked for."""
    return [name(each) for each in names]


def name(party: str) -> str:
    """A party as it was asked for: one that is compared with itself carries a mark here, and none there."""
    return party.partition("#")[0]


def deadlock(one: Deadlock) -> dict[str, Any]:
    """A ring of steps, with who asks for each of them."""
    return {
        "steps": list(one.steps),
        "edges": [
            {
                "before": edge.before,
                "after": edge.after,
                "together": edge.together,
                "owners": [
                    {
                        "party": name(owner.party),
                        "issue": owner.issue,
                        "statement": owner.held.statement,
                        "date": day(owner.held.set_on),
                        "first_held": day(owner.held.first_held),
                        "last_stated": day(owner.held.last_stated),
                        "file": owner.held.term.location.file,
                        "line": owner.held.term.location.line,
                        "quote": owner.held.term.quote,
                        "sources": [source(each) for each in owner.held.sources],
                    }
                    for owner in edge.owners
                ],
                "agenda": {"why": edge.why} if edge.agenda else None,
            }
            for edge in one.edges
        ],
    }
