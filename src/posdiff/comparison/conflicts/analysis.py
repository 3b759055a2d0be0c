"""What the positions of parties can hold together, over all issues at once: the answer as a whole."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from posdiff.comparison.conflicts import consequences
from posdiff.comparison.conflicts.concessions import ParetoFront, pareto_front
from posdiff.comparison.conflicts.conflict import (
    LEVELS,
    Component,
    Conflict,
    ConflictVerdict,
    FirmnessLevel,
    Place,
    Unassessed,
    firmest_first,
    in_order,
    minimal_conflict,
    placed,
)
from posdiff.comparison.conflicts.consequences import ExcludedCondition, Forced
from posdiff.comparison.conflicts.constraints import Cluster, Stated, bits, clusters, mask_of
from posdiff.comparison.conflicts.enumeration import enumerate_conflicts
from posdiff.comparison.conflicts.hitting_sets import connected
from posdiff.comparison.conflicts.questions import Questions, asked
from posdiff.comparison.conflicts.tables import table
from posdiff.dossier.agenda import Agenda, Rule
from posdiff.dossier.position import Position
from posdiff.dossier.region import Settlements
from posdiff.dossier.statement import Draft, Outcome
from posdiff.dossier.term import FIRMNESS
from posdiff.findings.failure import Failure


class ConflictAnalysis(NamedTuple):
    """The whole answer. ``components``: of the clusters whose terms cannot all hold, or where that is not known."""

    parties: tuple[str, ...]
    draft: Draft | None
    #: How many terms were looked at: those that can be compared.
    terms: int
    #: How many of them are red lines; how many are red lines or firm.
    red_lines: int
    firm_terms: int
    alone: Mapping[str, ConflictVerdict]
    verdicts: Mapping[FirmnessLevel, ConflictVerdict]
    conflicts: tuple[Conflict, ...]
    complete: bool
    components: tuple[Component, ...]
    pareto_front: ParetoFront
    forced: tuple[Forced, ...]
    forced_complete: bool
    excluded_conditions: tuple[ExcludedCondition, ...]
    excluded_complete: bool
    #: Issues on which another one has spoken, or on which a condition hangs, and the party has not.
    silent: tuple[tuple[str, str], ...]
    unassessed: tuple[Unassessed, ...]


def analyse_conflicts(
    agenda: Agenda, positions: Mapping[str, Position], draft: Draft | None = None
) -> ConflictAnalysis:
    """What the positions can hold together; with a draft, in the settlements that lie within it."""
    settlements = Settlements(agenda.issues)
    place = placed(agenda, positions)
    components: list[Component] = []
    forced: list[Forced] = []
    excluded: list[ExcludedCondition] = []
    forced_complete = excluded_complete = True
    alone: list[Mapping[str, ConflictVerdict]] = []
    levels: list[Mapping[FirmnessLevel, ConflictVerdict]] = []
    all_clusters = clusters(agenda, positions, draft)
    for cluster in all_clusters:
        questions = Questions(cluster, settlements, consequences.boxes(cluster, settlements))
        _require_settlement(cluster, questions, draft)
        alone.append({party: _verdict(cluster, questions, _of_party(cluster, party)) for party in positions})
        verdicts = {level: _verdict(cluster, questions, _at_level(cluster, level)) for level in LEVELS}
        levels.append(verdicts)
        if verdicts["all"] != "can-hold":
            components += _components(cluster, questions, place)
        holding = next((level for level in LEVELS if verdicts[level] == "can-hold"), None)
        if holding is not None:
            terms = _at_level(cluster, holding)
            if any(len(constraint.boxes) > 1 for constraint in cluster.every):  # else each term says all that follows
                follows, complete = consequences.forced(cluster, questions, settlements, terms, holding)
                forced += follows
                forced_complete &= complete
            ruled_out, complete = consequences.excluded_conditions(cluster, questions, settlements, terms, holding)
            excluded += ruled_out
            excluded_complete &= complete
        elif "undecided" in verdicts.values():  # which level holds is not known, nor what would follow from it
            forced_complete = excluded_complete = False
    conflicts = [conflict for component in components for conflict in component.conflicts]
    return ConflictAnalysis(
        tuple(positions), draft, sum(len(cluster.terms) for cluster in all_clusters),
        sum(_at_level(cluster, "red_line").bit_count() for cluster in all_clusters),
        sum(_at_level(cluster, "firm").bit_count() for cluster in all_clusters),
        {party: _worst(verdicts[party] for verdicts in alone) for party in positions},
        {level: _worst(verdicts[level] for verdicts in levels) for level in LEVELS},
        tuple(sorted(conflicts, key=firmest_first(place))), all(component.complete for component in components),
        tuple(components), pareto_front(tuple(positions), components),
        tuple(forced), forced_complete, tuple(excluded), excluded_complete,
        _silent(agenda, positions), _unassessed(agenda, positions),
    )  # fmt: skip


def _require_settlement(cluster: Cluster, questions: Questions, draft: Draft | None) -> None:
    """Raises Failure where the rules, or the draft with them, leave no settlement at all: there is nothing to ask."""
    if asked(lambda: questions.hold(cluster.all_hard)) is not False:
        return
    hard = [number + len(cluster.terms) for number in range(len(cluster.hard))]
    rules_first = sorted(hard, key=lambda number: isinstance(cluster.every[number].source, Outcome))
    needed = [cluster.every[number].source for number in questions.needed(rules_first, 0)]
    outcomes = [source for source in needed if isinstance(source, Outcome)]
    rules = [source for source in needed if isinstance(source, Rule)]
    at = ", ".join(f"{rule.location.file}:{rule.location.line}" for rule in rules)
    if not outcomes:
        raise Failure(
            f"no settlement meets all rules of the agenda ({at})", hint="correct the rules, or what they say of issues"
        )
    about = ", ".join(outcome.issue for outcome in outcomes)
    name = draft.id if draft else ""
    with_rules = f" together with the rules of the agenda ({at})" if rules else ""
    raise Failure(
        f"the draft {name} leaves no settlement: what it says on {about} cannot hold{with_rules}",
        hint=f"posdiff draft {name} holds it against each party",
    )


def _of_party(cluster: Cluster, party: str) -> int:
    return mask_of(number for number, stated in enumerate(cluster.stated) if stated.holds(party))


def _at_level(cluster: Cluster, level: FirmnessLevel) -> int:
    least = {"all": 0, "firm": FIRMNESS.index("firm"), "red_line": FIRMNESS.index("red-line")}[level]
    return mask_of(
        number for number, stated in enumerate(cluster.stated) if FIRMNESS.index(stated.part.term.firmness) >= least
    )


def _verdict(cluster: Cluster, questions: Questions, terms: int) -> ConflictVerdict:
    answer = asked(lambda: questions.hold(terms | cluster.all_hard))
    return "undecided" if answer is None else "can-hold" if answer else "cannot-hold"


def _worst(verdicts: Iterable[ConflictVerdict]) -> ConflictVerdict:
    kinds = set(verdicts)
    return "cannot-hold" if "cannot-hold" in kinds else "undecided" if "undecided" in kinds else "can-hold"


def _components(cluster: Cluster, questions: Questions, place: Place) -> list[Component]:
    """The groups of conflicts of a cluster that have nothing to do with each other; one group where it was cut."""
    enumerated = enumerate_conflicts(cluster, questions)
    whole = enumerated.conflicts_complete and enumerated.concessions_complete
    refused = table(cluster, questions, enumerated.concessions) if enumerated.concessions_complete else None
    groups = connected(enumerated.conflicts) if whole and refused is None else [cluster.all_terms]
    components = []
    for group in groups:
        conflicts = [minimal_conflict(cluster, questions, mask, place) for mask in enumerated.conflicts if mask & group]
        conflicts.sort(key=firmest_first(place))
        masks = list(dict.fromkeys(mask & group for mask in enumerated.concessions))
        concessions = [in_order((cluster.stated[number] for number in bits(mask)), place) for mask in masks]
        concessions.sort(key=lambda terms: (len(terms), [place(stated) for stated in terms]))
        terms = in_order((cluster.stated[number] for number in bits(group)), place)
        issues = tuple(dict.fromkeys(stated.issue.id for stated in terms))
        components.append(
            Component(issues, terms, tuple(conflicts), enumerated.conflicts_complete, tuple(concessions),
                 enumerated.concessions_complete, refused)
        )  # fmt: skip
    return components


def _silent(agenda: Agenda, positions: Mapping[str, Position]) -> tuple[tuple[str, str], ...]:
    asked_about = {issue for position in positions.values() for issue in position.terms}
    for position in positions.values():
        for held in position.terms.values():
            for term in held.terms:
                for condition in term.conditions:
                    asked_about |= {issue for issue, _ in condition}
    return tuple(
        (name, issue)
        for name, position in positions.items()
        for issue in agenda.issues
        if issue in asked_about and issue not in position.terms
    )


def _unassessed(agenda: Agenda, positions: Mapping[str, Position]) -> tuple[Unassessed, ...]:
    unassessed = []
    for name, position in positions.items():
        for stated in (
            Stated(name, agenda.issues[id], part) for id, held in position.terms.items() for part in held.demands
        ):
            if not stated.issue.space.comparable:
                unassessed.append(Unassessed(stated, "text"))
            elif stated.part.term.vague:
                unassessed.append(Unassessed(stated, "vague"))
    return tuple(unassessed)
