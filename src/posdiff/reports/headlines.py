"""What an answer holds, at a glance: the same line or two above every report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from posdiff.comparison.relations import RELATIONS, Comparison, stands_alone
from posdiff.kinds.kind import joined
from posdiff.reports import wording
from posdiff.reports.selection import Selected

if TYPE_CHECKING:
    from posdiff.comparison.changes import Change


def together(names: Mapping[str, str]) -> str:
    """The parties: ``Russia and Ukraine``."""
    return joined(list(names.values()))


def as_of(day: int, names: Mapping[str, str], scope: Sequence[Comparison]) -> str:
    """Of which day, and when any of them was last heard; nothing where each party has a day of its own."""
    if all("@" in party for party in names):
        return ""
    last = max((held.last_stated for one in scope for held in one.terms.values()), default=day)
    heard = f" (last heard {wording.day(last)})" if last < day else ""
    return f" as of {wording.day(day)}{heard}"


def counts(selected: Selected[Comparison]) -> str:
    """``46 issues; 12 contradictions, 2 deadlocks, 3 overlaps``."""
    counted = {relation: sum(one.relation == relation for one in selected.scope) for relation in RELATIONS}
    if not selected.scope:
        return f"{wording.count(0, 'issue')}; none of the parties holds a position on the issues asked for"
    parts = [] if counted["contradiction"] else ["no contradiction"]
    for relation in RELATIONS:
        if counted[relation]:
            parts.append(wording.relation_count(relation, counted[relation]))
        if relation == "contradiction" and selected.rings:
            parts.append(wording.relation_count("deadlock", len(selected.rings)))
        if relation == "contradiction" and selected.crossing:
            parts.append(wording.count(len(selected.crossing), *wording.CROSSING_TITLES))
    return f"{wording.count(len(selected.scope), 'issue')}; {', '.join(parts)}"


def alone(selected: Selected[Comparison], names: Mapping[str, str]) -> dict[str, list[str]]:
    """Of three parties or more, by name: the issues on which one stands alone, and nothing keeps the others apart."""
    found: dict[str, list[str]] = {}
    for party, name in names.items():
        titles = [one.issue.title for one in selected.scope if stands_alone(one) == party]
        if titles:
            found[name] = titles
    return found


class Glance(NamedTuple):
    """One line on whether anything changed. ``about``: the kind of change that it tells of, for its mark."""

    text: str
    strong: bool = False
    about: str | None = None


def changed(scope: Sequence[Change], since: int, until: int) -> list[Glance]:
    """Whether anything changed in a party's position, what went there and back, what is new."""
    from posdiff.comparison.changes import KINDS, SAME

    first, last = wording.day(since), wording.day(until)
    counted = {kind: sum(one.kind == kind for one in scope) for kind in KINDS}
    held = sum(counted[kind] for kind in KINDS if kind != "added")
    same = sum(counted[kind] for kind in SAME)
    if not held and not counted["added"]:
        return [Glance(f"No position on {first}, and none on {last}.")]
    lines: list[Glance] = []
    again = f"{counted['reaffirmed']} reaffirmed, {counted['unchanged']} not stated again"
    if held == same:
        number = "position" if held == 1 else f"{held} positions"
        text = f"Nothing changed in the {number} held on {first}: "
        if counted["reaffirmed"] == held:
            text += "all were reaffirmed." if held > 1 else "it was reaffirmed."
        else:
            text += "it was not stated again." if held == 1 else f"{again}."
        lines += [Glance(text, True, "reaffirmed")] if held else []
    else:
        kinds = [kind for kind in KINDS if counted[kind] and kind not in SAME and kind != "added"]
        parts = ", ".join(f"{counted[kind]} {kind}" for kind in kinds)
        number = wording.count(held, "position")
        lines.append(Glance(f"{held - same} of the {number} held on {first} changed: {parts}; {again}.", True))
    moved = [one for one in scope if one.kind in SAME and any(step.kind not in SAME for step in one.path)]
    if moved:
        lines.append(Glance(f"Changed, and changed back: {', '.join(one.issue.title for one in moved)}."))
    if counted["added"]:
        lines.append(Glance(f"{wording.count(counted['added'], 'issue')} taken up since.", False, "added"))
    return lines
