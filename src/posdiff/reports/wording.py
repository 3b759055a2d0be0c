"""The same fact in the same words in every report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from posdiff.comparison.deadlocks import Edge
from posdiff.comparison.relations import Case, Comparison, Relation
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Held
from posdiff.dossier.term import Condition, Term
from posdiff.outcomes.interval import Line
from posdiff.outcomes.kind import Space, Union, joined

#: One and many, as headings.
RELATION_TITLES: Mapping[str, tuple[str, str]] = {
    "contradiction": ("contradiction", "contradictions"),
    "deadlock": ("deadlock", "deadlocks"),
    "conditional": ("conditional", "conditional"),
    "overlap": ("overlap", "overlaps"),
    "agreed": ("agreed", "agreed"),
    "one-sided": ("one-sided", "one-sided"),
    "unassessed": ("unassessed", "unassessed"),
    "silent": ("silent", "silent"),
}

#: What each word means, for a legend.
RELATION_MEANINGS: Mapping[str, str] = {
    "contradiction": "nothing is acceptable to all",
    "deadlock": "preconditions that no order of events can meet",
    "conditional": "something is acceptable to all, on conditions",
    "overlap": "some outcomes are acceptable to all",
    "agreed": "all accept the same",
    "one-sided": "only one has spoken",
    "unassessed": "no verdict is made up: words, or vague terms",
    "silent": "none has spoken",
}

#: A mark for each relation and kind of change, so that colour is never the only sign; and one in ASCII.
MARKS: Mapping[str, tuple[str, str]] = {
    "contradiction": ("✗", "x"),
    "deadlock": ("↻", "@"),
    "conditional": ("◇", "?"),
    "overlap": ("≈", "~"),
    "agreed": ("=", "="),
    "one-sided": ("·", "-"),
    "unassessed": ("“", '"'),
    "silent": (" ", " "),
    "reversed": ("⇄", "%"),
    "hardened": ("▲", "^"),
    "softened": ("▽", "v"),
    "shifted": ("↷", "~"),
    "reworded": ("“", '"'),
    "withdrawn": ("−", "-"),
    "expired": ("…", "."),
    "added": ("+", "+"),
    "reaffirmed": ("=", "="),
    "unchanged": (" ", " "),
    "error": ("✗", "x"),
    "warning": ("!", "!"),
    "info": ("i", "i"),
}

CHANGE_MEANINGS: Mapping[str, str] = {
    "reversed": "what was accepted and what is have nothing in common",
    "hardened": "accepts less, or more firmly",
    "softened": "accepts more, or less firmly",
    "shifted": "changed otherwise",
    "reworded": "other words, for a reader to judge",
    "withdrawn": "no longer held",
    "expired": "ended on its own last day",
    "added": "no position before",
    "reaffirmed": "the same, stated again",
    "unchanged": "the same, not stated again",
}

RED_LINE = "RED LINE"


def day(ordinal: int) -> str:
    """A day, ISO."""
    return date.fromordinal(ordinal).isoformat()


def count(number: int, one: str, many: str | None = None) -> str:
    """``1 issue``, ``2 issues``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def topic_title(agenda: Agenda, topic: str | None) -> str:
    """The heading over the issues of a topic, or over those that have none."""
    return (agenda.topics[topic] if topic is not None else "No topic").upper()


def relation_count(relation: Relation | str, number: int) -> str:
    """``3 contradictions``, ``1 overlap``."""
    return count(number, *RELATION_TITLES[relation])


def union_in_words(space: Space, union: Union) -> str:
    """The pieces of a union: ``a or b``."""
    return "; or ".join(space.in_words(piece) for piece in union) if len(union) > 1 else space.in_words(union[0])


def condition_in_words(condition: Condition, agenda: Agenda) -> str:
    """``Guarantees for Ukraine: A treaty and Neutrality: No``."""
    return joined(
        [f"{agenda.issues[issue].title}: {agenda.issues[issue].space.in_words(piece)}" for issue, piece in condition]
    )


def term_in_words(term: Term, agenda: Agenda) -> str:
    """All that a term says, in plain words."""
    space = agenda.issues[term.issue].space
    say = space.vaguely if term.vague else space.in_words
    words = "; or ".join(dict.fromkeys(say(offer.accepts) for offer in term.offers if not offer.condition))
    for offer in term.offers:
        if offer.condition:
            hangs = f"{say(offer.accepts)}, if {condition_in_words(offer.condition, agenda)}"
            words = f"{words}; or {hangs}" if words else f"only on a condition: {hangs}"
    if term.prefers is not None:
        words += f"; prefers {space.target_words(term.prefers)}"
    if term.condition:
        words += f" – but only where {condition_in_words(term.condition, agenda)}"
    return words


def held_since(held: Held) -> str:
    """When a term was said and last reaffirmed: ``said 2024-06-14, reaffirmed 2025-08-13``."""
    words = f"{'said' if held.standing == 'stated' else 'reported'} {day(held.first_held)}"
    if held.last_stated != held.first_held:
        words += f", reaffirmed {day(held.last_stated)}"
    return words


def dissent(comparison: Comparison, names: Mapping[str, str]) -> str | None:
    """What a contradiction clashes on, or what a conditional relation hangs on; None where there is nothing to add."""
    space = comparison.issue.space
    if comparison.relation != "contradiction":
        return None
    if comparison.gap is not None and isinstance(space, Line):
        return f"gap of {space.gap_words(comparison.gap)}" if comparison.gap.size else space.gap_words(comparison.gap)
    if not comparison.clash:
        return " against ".join(
            f"{union_in_words(space, held.term.conceivable)} ({names[party]})"
            for party, held in comparison.terms.items()
        )
    if space.kind == "set":
        return _contested(comparison, names)
    titles = [getattr(space, "options", None) or space.steps.titles]  # type: ignore[attr-defined]
    words = [titles[0][each] for each in comparison.clash]
    if space.kind == "sequence":
        return "these orders close a circle: " + " → ".join([*words, words[0]])
    return _accepters(comparison, names)


def _contested(comparison: Comparison, names: Mapping[str, str]) -> str:
    """Which members one wants in and another out, those with the same sides together."""
    space = comparison.issue.space
    titles: Mapping[str, str] = space.members  # type: ignore[attr-defined]
    sides: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for member in comparison.clash or ():
        wanted, refused = [], []
        for party, held in comparison.terms.items():
            pieces = held.term.accepted or held.term.conceivable
            if pieces and all(member in piece.includes for piece in pieces):
                wanted.append(names[party])
            elif pieces and all(member in piece.excludes for piece in pieces):
                refused.append(names[party])
        sides.setdefault((tuple(wanted), tuple(refused)), []).append(titles[member])
    parts = []
    for (wanted_by, refused_by), members in sides.items():
        who = [f"in for {joined(wanted_by)}"] if wanted_by else []
        who += [f"out for {joined(refused_by)}"] if refused_by else []
        parts.append(joined(members) + (f": {', '.join(who)}" if who else " contested"))
    return "; ".join(parts)


def _accepters(comparison: Comparison, names: Mapping[str, str]) -> str:
    """Who accepts which of the options at stake: ``Barred (Russia) against Left open (Ukraine)``.

    A vague term accepts none of them yet: of it is told only what it refuses.
    """
    options: Mapping[str, str] = comparison.issue.space.options  # type: ignore[attr-defined]
    plain = {party: held.term for party, held in comparison.terms.items() if not held.term.vague}
    vague = {party: held.term for party, held in comparison.terms.items() if held.term.vague}
    sides: dict[tuple[str, ...], list[str]] = {}
    for option in comparison.clash or ():
        by = tuple(party for party, term in plain.items() if any(option in piece for piece in term.conceivable))
        if by:
            sides.setdefault(by, []).append(option)
    rank = {party: number for number, party in enumerate(comparison.terms)}
    parts = []
    for by in sorted(sides, key=lambda by: [rank[party] for party in by]):
        refusing = [
            party
            for party, term in vague.items()
            if not any(option in piece for piece in term.conceivable for option in sides[by])
        ]
        who = joined([names[party] for party in by])
        who += f"; refused by {joined([names[party] for party in refusing])}" if refusing else ""
        parts.append(f"{joined([options[option] for option in sides[by]], 'or')} ({who})")
    return " against ".join(parts) or "what each leaves open, the others refuse"


def case_in_words(case: Case, space: Space, agenda: Agenda, names: Mapping[str, str]) -> str:
    """What is common on which conditions."""
    words = union_in_words(space, case.common)
    parts = [f"for {names[party]} if {condition_in_words(condition, agenda)}" for party, condition in case.conditions]
    parts += [
        f"unless, for {names[party]}, {condition_in_words(condition, agenda)}" for party, condition in case.unless
    ]
    return ", ".join((words, *parts))


def groups_in_words(groups: Iterable[Sequence[str]], names: Mapping[str, str]) -> str:
    """Who cannot come together: ``Russia and Ukraine; Russia and Europe``."""
    return "; ".join(joined([names[party] for party in group]) for group in groups)


def edge_in_words(edge: Edge, agenda: Agenda) -> str:
    """One edge of a deadlock: ``Ceasefire before Talks on territory``."""
    titles = agenda.course.titles
    return f"{titles[edge.before]} {'together with' if edge.together else 'before'} {titles[edge.after]}"


def ring_in_words(steps: Sequence[str], agenda: Agenda) -> str:
    """The ring of a deadlock, back to its first step."""
    titles = agenda.course.titles
    return " → ".join(titles[step] for step in (*steps, steps[0]))
