"""What the positions of parties can hold together, over all issues at once: the answer as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Literal, NamedTuple

from posdiff.comparison.conflicts import consequences
from posdiff.comparison.conflicts.concessions import Ways, ways
from posdiff.comparison.conflicts.consequences import Forced, Price
from posdiff.comparison.conflicts.constraints import Cluster, Stated, bits, clusters, mask_of
from posdiff.comparison.conflicts.covers import apart
from posdiff.comparison.conflicts.enumeration import enumerated
from posdiff.comparison.conflicts.questions import OutOfQuestions, Questions, asked
from posdiff.comparison.conflicts.tables import Table, table
from posdiff.dossier.agenda import Agenda, Rule
from posdiff.dossier.position import Position
from posdiff.dossier.region import Settlements
from posdiff.dossier.statement import Clause, Draft
from posdiff.dossier.term import FIRMNESS
from posdiff.findings.failure import Failure

Verdict = Literal["can-hold", "cannot-hold", "undecided"]
#: Which terms are looked at: all, red lines and firm ones, red lines alone.
Level = Literal["all", "firm", "red_line"]
LEVELS: tuple[Level, ...] = ("all", "firm", "red_line")
#: Where a term stands in every list.
_Place = Callable[[Stated], tuple[int, int]]


class Conflict(NamedTuple):
    """Terms that cannot all hold, of which none can be left out; with what of the agenda and the draft that needs.

    The terms stand in the order of the agenda's issues and, on one issue, of the parties as they were asked for.
    """

    terms: tuple[Stated, ...]
    rules: tuple[Rule, ...] = ()
    clauses: tuple[Clause, ...] = ()


class Tied(NamedTuple):
    """Terms that are tied by conflicts: what cannot hold together, and what would have to go.

    Conflicts that have no term in common, directly or over others, are apart: what would have to go for the one says
    nothing about the other. ``concessions``: each minimal set of terms without which the rest can hold. Where not all
    conflicts of a cluster were found, its terms are kept together.
    """

    issues: tuple[str, ...]
    terms: tuple[Stated, ...]
    conflicts: tuple[Conflict, ...]
    complete: bool
    concessions: tuple[tuple[Stated, ...], ...]
    concessions_complete: bool
    #: For a single issue on which not all terms can hold.
    table: Table | None


class Unassessed(NamedTuple):
    """A term that stays outside (text), or counts only by what it refuses (vague)."""

    stated: Stated
    why: Literal["text", "vague"]


class Packages(NamedTuple):
    """The whole. ``clusters``: what is tied by conflicts, or where it was not found out whether all terms can hold."""

    parties: tuple[str, ...]
    draft: Draft | None
    #: How many terms were looked at: those that can be compared.
    terms: int
    alone: Mapping[str, Verdict]
    verdicts: Mapping[Level, Verdict]
    conflicts: tuple[Conflict, ...]
    complete: bool
    clusters: tuple[Tied, ...]
    ways: Ways
    forced: tuple[Forced, ...]
    prices: tuple[Price, ...]
    #: Issues on which another one has spoken, or on which a condition hangs, and the party has not.
    silent: tuple[tuple[str, str], ...]
    unassessed: tuple[Unassessed, ...]


def packages(agenda: Agenda, positions: Mapping[str, Position], draft: Draft | None = None) -> Packages:
    """What the positions can hold together; with a draft, in the settlements that lie within it."""
    settlements = Settlements(agenda.issues)
    place = _placed(agenda, positions)
    tied: list[Tied] = []
    forced: list[Forced] = []
    prices: list[Price] = []
    alone: list[Mapping[str, Verdict]] = []
    levels: list[Mapping[Level, Verdict]] = []
    found_in = clusters(agenda, positions, draft)
    for cluster in found_in:
        questions = Questions(cluster, settlements, consequences.boxes(cluster, settlements))
        _sound(cluster, questions, draft)
        alone.append({name: _holds(cluster, questions, _of(cluster, name)) for name in positions})
        verdicts = {level: _holds(cluster, questions, _at(cluster, level)) for level in LEVELS}
        levels.append(verdicts)
        if verdicts["all"] != "can-hold":
            tied += _tied(cluster, questions, place)
        held = next((level for level in LEVELS if verdicts[level] == "can-hold"), None)
        if held is not None:
            level = _at(cluster, held)
            if any(len(one.boxes) > 1 for one in cluster.every):  # else each term says by itself all that follows
                forced += consequences.forced(cluster, questions, settlements, level, held)
            prices += consequences.prices(cluster, questions, settlements, level, held)
    found = sorted((one for each in tied for one in each.conflicts), key=_firmest_first(place))
    return Packages(
        tuple(positions), draft, sum(len(one.terms) for one in found_in),
        {name: _worst(each[name] for each in alone) for name in positions},
        {level: _worst(each[level] for each in levels) for level in LEVELS},
        tuple(found), all(each.complete for each in tied), tuple(tied), ways(tuple(positions), tied),
        tuple(forced), tuple(prices), _silent(agenda, positions), _unassessed(agenda, positions),
    )  # fmt: skip


def over_several_issues(agenda: Agenda, positions: Mapping[str, Position]) -> tuple[tuple[Conflict, ...], bool]:
    """The conflicts that no issue shows by itself, and no deadlock: what linkage and rules make; and whether all."""
    from posdiff.comparison.deadlocks import demands

    settlements = Settlements(agenda.issues)
    place = _placed(agenda, positions)
    found: list[Conflict] = []
    complete = True
    for cluster in clusters(agenda, positions, linked_only=True):
        questions = Questions(cluster, settlements)
        if asked(lambda each=questions, one=cluster: each.hold(one.all_hard)) is not True:  # type: ignore[misc]
            complete = False
            continue
        seen = enumerated(cluster, questions)
        complete = complete and seen.conflicts_complete
        found += [_conflict(cluster, questions, mask, place) for mask in seen.conflicts]
    steps = agenda.course

    def shown(conflict: Conflict) -> bool:
        if len({one.issue.id for one in conflict.terms}) < 2:
            return True
        if any(one.issue.space.kind != "sequence" for one in conflict.terms):
            return False
        held: dict[str, Position] = {}
        for one in conflict.terms:
            terms = {**held[one.party].terms, one.issue.id: one.held} if one.party in held else {one.issue.id: one.held}
            held[one.party] = Position(one.party, positions[one.party].day, terms)
        return steps.close(demands(agenda, held)) is None

    return tuple(sorted((one for one in found if not shown(one)), key=_firmest_first(place))), complete


def _sound(cluster: Cluster, questions: Questions, draft: Draft | None) -> None:
    """Raises Failure where the rules, or the draft with them, leave no settlement at all: there is nothing to ask."""
    if asked(lambda: questions.hold(cluster.all_hard)) is not False:
        return
    hard = [number + len(cluster.terms) for number in range(len(cluster.hard))]
    rules_first = sorted(hard, key=lambda number: isinstance(cluster.every[number].source, Clause))
    needed = [cluster.every[number].source for number in questions.needed(rules_first, 0)]
    clauses = [one for one in needed if isinstance(one, Clause)]
    rules = [one for one in needed if isinstance(one, Rule)]
    at = ", ".join(f"{rule.location.file}:{rule.location.line}" for rule in rules)
    if not clauses:
        raise Failure(
            f"no settlement meets all rules of the agenda ({at})", hint="correct the rules, or what they say of issues"
        )
    about = ", ".join(clause.issue for clause in clauses)
    name = draft.id if draft else ""
    with_rules = f" together with the rules of the agenda ({at})" if rules else ""
    raise Failure(
        f"the draft {name} leaves no settlement: what it says on {about} cannot hold{with_rules}",
        hint=f"posdiff draft {name} holds it against each party",
    )


def _of(cluster: Cluster, party: str) -> int:
    return mask_of(number for number, one in enumerate(cluster.stated) if one.party == party)


def _at(cluster: Cluster, level: Level) -> int:
    least = {"all": 0, "firm": FIRMNESS.index("firm"), "red_line": FIRMNESS.index("red-line")}[level]
    return mask_of(
        number for number, one in enumerate(cluster.stated) if FIRMNESS.index(one.held.term.firmness) >= least
    )


def _holds(cluster: Cluster, questions: Questions, terms: int) -> Verdict:
    answer = asked(lambda: questions.hold(terms | cluster.all_hard))
    return "undecided" if answer is None else "can-hold" if answer else "cannot-hold"


def _worst(verdicts: Iterable[Verdict]) -> Verdict:
    found = set(verdicts)
    return "cannot-hold" if "cannot-hold" in found else "undecided" if "undecided" in found else "can-hold"


def _tied(cluster: Cluster, questions: Questions, place: _Place) -> list[Tied]:
    """The groups of conflicts of a cluster that have nothing to do with each other; one group where it was cut."""
    found = enumerated(cluster, questions)
    whole = found.conflicts_complete and found.concessions_complete
    refused = table(cluster, questions, found.concessions) if found.concessions_complete else None
    groups = apart(found.conflicts) if whole and refused is None else [cluster.all_terms]
    made = []
    for group in groups:
        conflicts = [_conflict(cluster, questions, mask, place) for mask in found.conflicts if mask & group]
        conflicts.sort(key=_firmest_first(place))
        masks = list(dict.fromkeys(mask & group for mask in found.concessions))
        concessions = [_in_order((cluster.stated[number] for number in bits(mask)), place) for mask in masks]
        concessions.sort(key=lambda terms: (len(terms), [place(one) for one in terms]))
        terms = _in_order((cluster.stated[number] for number in bits(group)), place)
        issues = tuple(dict.fromkeys(one.issue.id for one in terms))
        made.append(
            Tied(issues, terms, tuple(conflicts), found.conflicts_complete, tuple(concessions),
                 found.concessions_complete, refused)
        )  # fmt: skip
    return made


def _conflict(cluster: Cluster, questions: Questions, mask: int, place: _Place) -> Conflict:
    """A conflict with the rules and clauses that it needs: a minimal part of them, rules first."""
    terms = _in_order((cluster.stated[number] for number in bits(mask)), place)
    first = len(cluster.terms)
    hard = list(range(first, first + len(cluster.hard)))
    hard.sort(key=lambda number: isinstance(cluster.every[number].source, Clause))
    with suppress(OutOfQuestions):  # else all of them: the conflict is there given these, though perhaps given fewer
        hard = questions.needed(hard, mask)
    sources = [cluster.every[number].source for number in sorted(hard)]
    rules = tuple(source for source in sources if isinstance(source, Rule))
    return Conflict(terms, rules, tuple(source for source in sources if isinstance(source, Clause)))


def _placed(agenda: Agenda, positions: Mapping[str, Position]) -> _Place:
    """Where a term stands: by issue, then by party."""
    party = {name: number for number, name in enumerate(positions)}
    issue = {id: number for number, id in enumerate(agenda.issues)}
    return lambda one: (issue[one.issue.id], party[one.party])


def _in_order(terms: Iterable[Stated], place: _Place) -> tuple[Stated, ...]:
    return tuple(sorted(terms, key=place))


def _firmest_first(place: _Place) -> Callable[[Conflict], tuple[object, ...]]:
    """By the softest of its terms, then by how many red lines are in it and how many terms, then by issue and party."""

    def key(one: Conflict) -> tuple[object, ...]:
        firmness = [FIRMNESS.index(each.held.term.firmness) for each in one.terms]
        red_lines = firmness.count(FIRMNESS.index("red-line"))
        return -min(firmness), -red_lines, len(one.terms), [place(each) for each in one.terms]

    return key


def _silent(agenda: Agenda, positions: Mapping[str, Position]) -> tuple[tuple[str, str], ...]:
    asked_about = {issue for position in positions.values() for issue in position.terms}
    for position in positions.values():
        for held in position.terms.values():
            for condition in (held.term.condition, *(offer.condition for offer in held.term.offers)):
                asked_about |= {issue for issue, _ in condition}
    return tuple(
        (name, issue)
        for name, position in positions.items()
        for issue in agenda.issues
        if issue in asked_about and issue not in position.terms
    )


def _unassessed(agenda: Agenda, positions: Mapping[str, Position]) -> tuple[Unassessed, ...]:
    found = []
    for name, position in positions.items():
        for id, held in position.terms.items():
            if not agenda.issues[id].space.comparable:
                found.append(Unassessed(Stated(name, agenda.issues[id], held), "text"))
            elif held.term.vague:
                found.append(Unassessed(Stated(name, agenda.issues[id], held), "vague"))
    return tuple(found)
