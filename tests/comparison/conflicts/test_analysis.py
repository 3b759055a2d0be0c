"""Conflicts, by definition: every settlement is tried against every set of terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, combinations, product
from typing import Any, NamedTuple

import pytest
from enumerating import COURSE, Term, World
from generating import BYTES, LAST, PARTIES, Choices, Sketch, Words, accepting, agendas, law, positions, read, terms
from hypothesis import assume, given
from hypothesis import strategies as st
from spelling import shuffled

from posdiff.comparison.conflicts import clauses, questions
from posdiff.comparison.conflicts.analysis import ConflictAnalysis, analyse_conflicts
from posdiff.comparison.conflicts.conflict import Conflict
from posdiff.comparison.conflicts.search import Search
from posdiff.comparison.conflicts.several_issues import over_several_issues
from posdiff.comparison.deadlocks import deadlocks
from posdiff.comparison.relations import compare
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.position import Held
from posdiff.findings.failure import Failure

#: With the kind that only the tests have.
pytestmark = pytest.mark.usefixtures("ranking")

KINDS = ("choice", "set", "quantity", "date", "sequence")
#: With the kind that only the tests have, beside two that are searched in other ways.
WITH_RANKINGS = ("ranking", "ranking", "choice", "sequence")
_MOST_SETTLEMENTS = 4_000
_MOST_TERMS = 9
_FIRMNESS = ("red-line", "firm", "flexible")

#: A party, an issue, and the number of a part of its position there.
Key = tuple[str, str, int]
Keys = frozenset[Key]


@st.composite
def negotiations(draw: st.DrawFn, kinds: Sequence[str] = KINDS) -> Sketch:
    """Two or three parties, up to four issues, rules of the agenda now and then, and a draft of a few clauses."""
    choices = Choices(draw(BYTES))
    parties = PARTIES[: 2 + choices.below(2)]
    agenda = agendas(choices, kinds, 4, 3, parties)
    rules = [
        {"if": _said(choices, agenda, 1), "then": _said(choices, agenda, 2)}
        for _ in range(choices.below(3))
        if len(agenda["issues"]) > 1
    ]
    if rules:
        agenda["rules"] = rules
    statements: dict[str, dict[str, Words]] = {}
    left = _MOST_TERMS
    for party in parties:
        issues = [issue for issue in agenda["issues"] if choices.below(4)][:left]
        left -= len(issues)
        said = {issue: terms(choices, agenda, issue) for issue in issues}
        statements[f"{party}/2024-03-01.yaml"] = {"date": "2024-03-01", "terms": said}
        if said and left and choices.chance(2):
            issue = choices.one(tuple(said))
            added = terms(choices, agenda, issue, adds=True)
            statements[f"{party}/2024-03-02.yaml"] = {"date": "2024-03-02", "terms": {issue: added}}
            left -= 1
    if choices.chance(3):
        statements["drafts/2024-03-01.yaml"] = {
            "date": "2024-03-01", "by": ["somebody"], "outcomes": _said(choices, agenda, 2),
        }  # fmt: skip
    return Sketch(agenda, statements)


def _said(choices: Choices, agenda: Mapping[str, Words], most: int) -> dict[str, Words]:
    return {issue: accepting(choices, agenda, issue) for issue in choices.some(list(agenda["issues"]), 1, most)}


class Brute(NamedTuple):
    """For every settlement that the rules and the draft allow: the settlement, and the terms that it does not meet."""

    world: World
    terms: Mapping[Key, Term]
    refused: Sequence[tuple[Mapping[str, int], Keys]]

    def holds(self, chosen: Iterable[Key]) -> bool:
        """Whether terms can all hold."""
        wanted = frozenset(chosen)
        return any(not wanted & refused for _, refused in self.refused)

    def conflicts(self) -> set[Keys]:
        """The minimal sets of terms that cannot hold, by trying every subset."""
        found: list[Keys] = []
        for size in range(len(self.terms) + 1):
            for subset in map(frozenset, combinations(self.terms, size)):
                if not any(smaller <= subset for smaller in found) and not self.holds(subset):
                    found.append(subset)
        return set(found)

    def concessions(self) -> set[Keys]:
        """The minimal sets of terms that some settlement refuses."""
        every = {refused for _, refused in self.refused}
        return {refused for refused in every if not any(other < refused for other in every)}

    def left(self, chosen: Iterable[Key], side: str) -> set[int]:
        """The outcomes of a side in the settlements that meet the terms."""
        wanted = frozenset(chosen)
        return {settlement[side] for settlement, refused in self.refused if not wanted & refused}


def brute(sketch: Sketch, draft: bool) -> Brute:
    """The brute force of a sketch; with the draft as a bound, if there is one and it is asked for."""
    world = World(sketch.agenda, {**sketch.statements, "rules/": {"rules": sketch.agenda.get("rules", [])}})
    held = {party: world.position(party, LAST) for party in sketch.agenda["parties"]}
    stated = {
        (party, issue, number): part.term
        for party, mine in held.items()
        for issue, holding in mine.items()
        for number, part in enumerate(holding.parts, 1)
        if not part.again
    }
    sides = list(dict.fromkeys(world.side(issue) for issue in world.issues))
    ranges = [sorted(world.all(side)) for side in sides]
    count = 1
    for each in ranges:
        count *= len(each)
    assume(count <= _MOST_SETTLEMENTS)
    rules = [(world.when(rule["if"]), world.when(rule["then"])) for rule in sketch.agenda.get("rules", ())]
    drafts = [words["outcomes"] for path, words in sketch.statements.items() if path.startswith("drafts/")]
    bound = world.when(drafts[0]) if draft and drafts else ()
    refused = []
    for outcomes in product(*ranges):
        settlement = dict(zip(sides, outcomes, strict=True))
        if not world.holds(settlement, bound):
            continue
        if any(world.holds(settlement, given) and not world.holds(settlement, then) for given, then in rules):
            continue
        refused.append(
            (settlement, frozenset(key for key, term in stated.items() if not world.meets(settlement, term)))
        )
    return Brute(world, stated, refused)


def found_in(sketch: Sketch, draft: bool = False) -> ConflictAnalysis:
    """What posdiff finds in a sketch."""
    dossier = read(sketch)
    parties = list(sketch.agenda["parties"])
    return analyse_conflicts(
        dossier.agenda, positions(dossier, parties), dossier.drafts[0] if draft and dossier.drafts else None
    )


def keys(conflict: Conflict) -> Keys:
    """The terms of a conflict."""
    return frozenset((one.party, one.issue.id, one.part.number) for one in conflict.terms)


@contextmanager
def searching(engine: type[clauses.Engine] | None = None) -> Iterator[None]:
    """Without joint cells: every cluster is searched, by one engine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(questions, "MOST_CELLS", 0)
        if engine is not None:
            patch.setattr(clauses, "engine", lambda _: engine())
        yield


def engines() -> list[type[clauses.Engine]]:
    """The engines that there are: our own, and python-sat where it is installed."""
    try:
        clauses.Minisat()
    except ImportError:
        return [Search]
    return [Search, clauses.Minisat]


def is_right(found: ConflictAnalysis, expected: Brute) -> None:
    """Conflicts, concession sets, verdicts and rows are those of brute force."""
    conflicts, concessions = expected.conflicts(), expected.concessions()
    assert found.complete
    assert {keys(one) for one in found.conflicts} == conflicts
    assert len(found.conflicts) == len(conflicts)
    level = {key: term.firmness for key, term in expected.terms.items()}
    for name, firmness in (("all", _FIRMNESS), ("firm", _FIRMNESS[:2]), ("red_line", _FIRMNESS[:1])):
        can = expected.holds(key for key in level if level[key] in firmness)
        assert found.verdicts[name] == ("can-hold" if can else "cannot-hold")  # type: ignore[index]
    for party, verdict in found.alone.items():
        assert verdict == ("can-hold" if expected.holds(k for k in level if k[0] == party) else "cannot-hold")
    if found.pareto_front.sets_complete:
        assert {
            frozenset((one.party, one.issue.id, one.part.number) for one in each) for each in found.pareto_front.sets
        } == concessions
        assert found.pareto_front.number == len(concessions) == len(found.pareto_front.sets)
    rows_are_right(found, level, concessions)


def rows_are_right(found: ConflictAnalysis, level: Mapping[Key, str], concessions: set[Keys]) -> None:
    """The rows are the concession sets that are better for no party without being worse for another."""

    def gives(terms: Keys) -> tuple[tuple[int, ...], ...]:
        return tuple(
            tuple(sum(key[0] == party and level[key] == each for key in terms) for each in _FIRMNESS)
            for party in found.parties
        )

    every = [gives(each) for each in concessions]
    best = {
        one for one in every if not any(o != one and all(a <= b for a, b in zip(o, one, strict=True)) for o in every)
    }
    if found.conflicts:
        assert found.pareto_front.complete
        assert {row.gives: row.variants for row in found.pareto_front.tradeoffs} == {
            one: every.count(one) for one in best
        }
        for row in found.pareto_front.tradeoffs:
            example = frozenset((one.party, one.issue.id, one.part.number) for one in row.example)
            assert gives(example) == row.gives
            assert example in concessions


@law(150)
@given(st.one_of(negotiations(), negotiations(WITH_RANKINGS)), st.booleans())
def test_conflicts_are_those_of_brute_force(sketch: Sketch, draft: bool) -> None:
    """Conflicts, concession sets, verdicts by level, each party alone, with a draft and without, by joint cells."""
    expected = brute(sketch, draft)
    if not expected.refused:
        with pytest.raises(Failure):
            found_in(sketch, draft)
        return
    is_right(found_in(sketch, draft), expected)


@pytest.mark.parametrize("engine", engines())
def test_the_search_finds_the_same(engine: type[clauses.Engine]) -> None:
    """The same, where every cluster is searched; and the whole answer is the same, whatever engine."""

    @law(120)
    @given(st.one_of(negotiations(), negotiations(WITH_RANKINGS)), st.booleans())
    def same(sketch: Sketch, draft: bool) -> None:
        expected = brute(sketch, draft)
        assume(bool(expected.refused))
        dossier = read(sketch)
        held = positions(dossier, list(sketch.agenda["parties"]))
        bound = dossier.drafts[0] if draft and dossier.drafts else None
        with searching(engine):
            found = analyse_conflicts(dossier.agenda, held, bound)
        is_right(found, expected)
        assert found == analyse_conflicts(dossier.agenda, held, bound)

    same()


@law(100)
@given(negotiations(("choice", "sequence")))
def test_orders_and_choices_that_hang_together(sketch: Sketch) -> None:
    """Where many terms order steps, and offers hang on choices."""
    expected = brute(sketch, False)
    assume(bool(expected.refused))
    is_right(found_in(sketch), expected)


@law(100)
@given(negotiations())
def test_each_conflict_needs_its_rules(sketch: Sketch) -> None:
    """The terms of a conflict and the rules named with it cannot hold, and can without any one of the rules."""
    expected = brute(sketch, False)
    assume(bool(expected.refused))
    dossier = read(sketch)
    parties = list(sketch.agenda["parties"])
    for conflict in found_in(sketch).conflicts:
        for left_out in (None, *conflict.rules):
            rules = tuple(rule for rule in conflict.rules if rule is not left_out)
            kept = keys(conflict)
            held = {
                name: each._replace(
                    terms={i: left for i, h in each.terms.items() if (left := _among(name, i, h, kept))}
                )
                for name, each in positions(dossier, parties).items()
            }
            again = analyse_conflicts(dossier.agenda._replace(rules=rules), held)
            assert again.verdicts["all"] == ("cannot-hold" if left_out is None else "can-hold")


def _among(party: str, issue: str, held: Held, kept: Keys) -> Held | None:
    """A position with those of its parts only that are among some."""
    parts = tuple(part for part in held.parts if (party, issue, part.number) in kept)
    return held._replace(parts=parts) if parts else None


@law(100)
@given(negotiations())
def test_conflicts_and_concession_sets_determine_each_other(sketch: Sketch) -> None:
    """Each is the minimal sets that hit all of the other."""
    assume(bool(brute(sketch, False).refused))
    found = found_in(sketch)
    for cluster in found.components:
        conflicts = {keys(one) for one in cluster.conflicts}
        concessions = {
            frozenset((one.party, one.issue.id, one.part.number) for one in each) for each in cluster.concessions
        }
        assert hitting(conflicts) == concessions
        assert hitting(concessions) == conflicts


def hitting(family: set[Keys]) -> set[Keys]:
    """The minimal sets that have something in common with each of a family."""
    members = sorted(set(chain.from_iterable(family)))
    found: list[Keys] = []
    for size in range(len(members) + 1):
        for subset in map(frozenset, combinations(members, size)):
            if all(subset & each for each in family) and not any(smaller <= subset for smaller in found):
                found.append(subset)
    return set(found)


@law(80)
@given(negotiations(), BYTES)
def test_a_further_term_repairs_nothing(sketch: Sketch, data: bytes) -> None:
    """Without one of the terms, every conflict that is left was there before, and none is new."""
    expected = brute(sketch, False)
    assume(bool(expected.refused and expected.terms))
    party, issue, _ = Choices(data).one(sorted(expected.terms))
    dossier = read(sketch)
    held = positions(dossier, list(sketch.agenda["parties"]))
    less = {**held, party: held[party]._replace(terms={i: h for i, h in held[party].terms.items() if i != issue})}
    before = {keys(one) for one in analyse_conflicts(dossier.agenda, less).conflicts}
    after = {keys(one) for one in analyse_conflicts(dossier.agenda, held).conflicts}
    assert before == {each for each in after if not any(key[:2] == (party, issue) for key in each)}


@law(80)
@given(negotiations(), BYTES)
def test_the_order_of_words_and_files_means_nothing(sketch: Sketch, data: bytes) -> None:
    """The same answer, entry for entry, however the files are written."""
    assume(bool(brute(sketch, False).refused))
    found, other = found_in(sketch), found_in(shuffled(Choices(data), sketch))
    assert _told(found) == _told(other)


def _told(found: ConflictAnalysis) -> Any:
    def names(terms: Iterable[Any]) -> list[Key]:
        return [(one.party, one.issue.id, one.part.number) for one in terms]

    return (
        [(names(one.terms), [rule.given for rule in one.rules]) for one in found.conflicts],
        [[names(each) for each in cluster.concessions] for cluster in found.components],
        [(row.gives, names(row.example), row.variants) for row in found.pareto_front.tradeoffs],
        found.verdicts, found.alone, found.silent,
        [(one.side, one.outcomes, names(one.because.terms)) for one in found.forced],
        [(names([one.stated]), one.condition, names(one.because.terms)) for one in found.excluded_conditions],
    )  # fmt: skip


@law(120)
@given(st.one_of(negotiations(), negotiations(WITH_RANKINGS)), st.booleans())
def test_what_is_forced_is_so_in_every_settlement(sketch: Sketch, draft: bool) -> None:
    """A forced outcome is what all settlements have; where a choice or line is narrowed by several, it is told."""
    expected = brute(sketch, draft)
    assume(bool(expected.refused))
    found = found_in(sketch, draft)
    world = expected.world
    for one in found.forced:
        chosen = [key for key, term in expected.terms.items() if _counts(term, one.level)]
        shown = read(sketch).agenda.issues
        issue = next(id for id in shown if world.side(id) == one.side)
        allowed = world.union(issue, [shown[issue].space.as_json(piece) for piece in one.outcomes])
        assert expected.left(chosen, one.side) <= allowed
        because = [(each.party, each.issue.id, each.part.number) for each in one.because.terms]
        assert not because or set(because) <= set(chosen)
        if expected.left(because, one.side):
            assert draft or expected.left(because, one.side) <= allowed
        for dropped in because if not (draft or "rules" in sketch.agenda) else ():
            assert not expected.left([each for each in because if each != dropped], one.side) <= allowed


def _counts(term: Term, level: str) -> bool:
    return term.firmness in {"all": _FIRMNESS, "firm": _FIRMNESS[:2], "red_line": _FIRMNESS[:1]}[level]


@law(120)
@given(negotiations(("choice", "quantity", "date")))
def test_every_forced_choice_is_told(sketch: Sketch) -> None:
    """On choices and lines: what is told no term says by itself; what all of them together do not say is told."""
    expected = brute(sketch, False)
    assume(bool(expected.refused) and expected.holds(expected.terms) and "rules" not in sketch.agenda)
    assume(not any(term.applies and any(offer.when for offer in term.offers) for term in expected.terms.values()))
    told = {one.side for one in found_in(sketch).forced}
    for side in expected.world.issues:
        says = [_says(expected.world, term, side) for term in expected.terms.values()]
        plain = frozenset(expected.world.all(side)).intersection(*(each for each in says if each is not None))
        left = expected.left(expected.terms, side)
        if left < plain:
            assert side in told
        elif expected.world.kind(side) == "choice":
            assert side not in told
        elif side in told:
            assert not any(each <= left for each in says if each is not None)


def _says(world: World, term: Term, side: str) -> frozenset[int] | None:
    """What a term says of an issue whichever of its offers is taken; None where it may say nothing."""
    if any(outcomes != world.all(world.side(issue)) for issue, outcomes in term.applies):
        return None
    if term.issue == side:
        return frozenset().union(*(offer.accepts for offer in term.offers))
    whens = [dict(offer.when).get(side) for offer in term.offers]
    return None if None in whens else frozenset().union(*(each for each in whens if each is not None))


@law(120)
@given(negotiations())
def test_conditions_that_cannot_come_about(sketch: Sketch) -> None:
    """A condition is told as ruled out just where no settlement that meets the terms has it."""
    expected = brute(sketch, False)
    assume(bool(expected.refused) and expected.holds(expected.terms))
    world = expected.world
    ruled_out = set()
    meeting = [settlement for settlement, refused in expected.refused if not refused]
    for key, term in expected.terms.items():
        for when in (term.applies, *(offer.when for offer in term.offers)):
            if when and not any(world.holds(settlement, when) for settlement in meeting):
                ruled_out.add((key, frozenset(when)))
    told = {
        (
            (one.stated.party, one.stated.issue.id, one.stated.part.number),
            frozenset(_when(world, read(sketch), one.condition)),
        )
        for one in found_in(sketch).excluded_conditions
    }
    assert told == ruled_out


def _when(world: World, dossier: Dossier, condition: Any) -> list[tuple[str, frozenset[int]]]:
    issues = dossier.agenda.issues
    return [(issue, world.union(issue, [issues[issue].space.as_json(piece)])) for issue, piece in condition]


@law(150)
@given(negotiations())
def test_what_compare_does_not_show(sketch: Sketch) -> None:
    """Conflicts over several issues are those that are no contradiction and no deadlock."""
    expected = brute(sketch, False)
    assume(bool(expected.refused))
    dossier = read(sketch)
    held = positions(dossier, list(sketch.agenda["parties"]))
    found, complete = over_several_issues(dossier.agenda, held)
    assert complete
    told = {keys(one) for one in found}
    every = expected.conflicts()
    assert told <= every
    positions_told = [{key[:2] for key in one} for one in told]
    assert all(positions_told.count(one) == 1 for one in positions_told)
    told = {each for each in every if {key[:2] for key in each} in positions_told}
    shown = compare(dossier.agenda, held)
    contradicting = {one.issue.id for one in shown.issues if one.relation == "contradiction"}
    rings, _ = deadlocks(dossier.agenda, held)
    deadlocked = [{owner.issue for edge in ring.edges for owner in edge.owners} for ring in rings]
    for each in every - told:
        issues = {issue for _, issue, _ in each}
        parties = {party for party, *_ in each}
        sequences = all(expected.world.side(issue) == COURSE for issue in issues)
        assert issues <= contradicting or len(issues) == 1 or len(parties) == 1 or (
            sequences and any(ring & issues for ring in deadlocked)
        )  # fmt: skip
    assert all(len({issue for _, issue, _ in each}) > 1 for each in told)


@law(100)
@given(negotiations(("choice", "quantity", "date", "set", "ranking")))
def test_refusal_tables(sketch: Sketch) -> None:
    """Every outcome of a table is refused by the terms beside it, and of choices and lines every outcome is there."""
    expected = brute(sketch, False)
    assume(bool(expected.refused))
    world, issues = expected.world, read(sketch).agenda.issues
    for cluster in found_in(sketch).components:
        if cluster.table is None:
            continue
        issue = cluster.table.issue.id
        seen: set[int] = set()
        for row in cluster.table.rows:
            outcomes = world.union(issue, [issues[issue].space.as_json(piece) for piece in row.outcomes])
            assert outcomes
            assert not seen & outcomes
            seen |= outcomes
            refusing = {
                one for one, term in expected.terms.items() if one[1] == issue for o in outcomes if o not in _met(term)
            }
            assert refusing == {(one.party, one.issue.id, one.part.number) for one in row.refused_by}
            assert row.minimal == (frozenset(refusing) in {
                frozenset((one.party, one.issue.id, one.part.number) for one in each) for each in cluster.concessions
            })  # fmt: skip
        allowed = {settlement[issue] for settlement, _ in expected.refused}
        assert seen == allowed if cluster.table.complete else seen <= allowed


def _met(term: Term) -> frozenset[int]:
    return frozenset().union(*(offer.accepts for offer in term.offers if not offer.when))
