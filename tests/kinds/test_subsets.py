"""Sets in words: who wants which member in or out; and unions of sets, by every set of their members."""

from __future__ import annotations

import random
from itertools import chain, combinations

import pytest

from posdiff.kinds.cubes import MOST_CUTS, Subsets
from posdiff.kinds.kind import Stance, Union
from posdiff.kinds.set import SetSpace

MEMBERS = "abcd"
SPACE = SetSpace({member: member.upper() for member in MEMBERS})
EVERY = [frozenset(each) for size in range(5) for each in combinations(MEMBERS, size)]


def piece(words: str) -> Subsets:
    """``ab-c``: with a and b, without c."""
    includes, _, excludes = words.partition("-")
    return Subsets(frozenset(includes), frozenset(excludes))


def union(words: str) -> Union:
    return tuple(piece(each) for each in words.split("|"))


def short(found: Subsets) -> str:
    return "".join(sorted(found.includes)) + ("-" + "".join(sorted(found.excludes)) if found.excludes else "")


def sets(found: Union) -> set[frozenset[str]]:
    return {each for each in EVERY for one in found if one.includes <= each and not one.excludes & each}


@pytest.mark.parametrize("seed", range(150))
def test_unions_are_made_of_their_largest_pieces(seed: int) -> None:
    """All largest boxes within a union, and no other; each within it, and it within them."""
    draw = random.Random(seed)
    pieces = tuple(
        Subsets(frozenset(m for m in MEMBERS if how[m] == 1), frozenset(m for m in MEMBERS if how[m] == 2))
        for how in ({m: draw.choice((0, 1, 2, 2, 1)) for m in MEMBERS} for _ in range(draw.randint(1, 5)))
    )
    boxes = [
        Subsets(frozenset(within), frozenset(without))
        for within in chain.from_iterable(combinations(MEMBERS, size) for size in range(5))
        for rest in [[m for m in MEMBERS if m not in within]]
        for without in chain.from_iterable(combinations(rest, size) for size in range(len(rest) + 1))
    ]
    inside = [box for box in boxes if sets((box,)) <= sets(pieces)]
    largest = {box for box in inside if not any(sets((box,)) < sets((other,)) for other in inside)}
    tidied = SPACE.tidy(pieces)
    assert set(tidied) == largest
    assert len(tidied) == len(largest)
    assert sets(SPACE.largest(pieces)) == sets(pieces)
    assert SPACE.tidy(pieces[::-1]) == tidied, "whatever order they come in"
    cut = pieces[0]
    for one in pieces[1:]:
        rest = SPACE.minus(one, cut)
        assert sets(rest) == sets((one,)) - sets((cut,))
        assert SPACE.inside(one, cut) is (not rest)
        both = SPACE.meet(one, cut)
        assert (sets((both,)) if both else set()) == sets((one,)) & sets((cut,))


def drawn(seed: int, number: int, most: int, members: str = MEMBERS) -> Union:
    """So many pieces, each with something said of so many members at most."""
    draw = random.Random(seed)
    pieces = []
    for _ in range(number):
        said = draw.sample(members, draw.randint(1, most))
        wanted = frozenset(member for member in said if draw.random() < 0.5)
        pieces.append(Subsets(wanted, frozenset(said) - wanted))
    return tuple(pieces)


@pytest.mark.parametrize("seed", range(150))
def test_whether_some_pieces_lie_within_others_together(seed: int) -> None:
    """By every set of the members; a search that may look at too little has no answer, and never another one."""
    one, other = drawn(seed, 1 + seed % 4, 4), drawn(seed + 1000, seed % 9, 1 + seed % 3)
    inside = sets(one) <= sets(other)
    assert SPACE.within(one, other) is inside
    assert SPACE.equal(one, other) is (sets(one) == sets(other))
    assert {SPACE.within(one, other, budget) for budget in range(40)} <= {inside, None}
    assert SPACE.within(one, other, 0) is (None if other else False)


@pytest.mark.parametrize("seed", range(60))
def test_what_unions_have_in_common(seed: int) -> None:
    """All of it, in pieces of which none lies in another; of more pieces than are asked for, those that say least."""
    unions = [drawn(seed + each, 3, 3) for each in range(1 + seed % 3)]
    found, complete = SPACE.common(unions)
    assert complete
    assert sets(found) == set.intersection(*map(sets, unions))
    pieces = tuple(SPACE.meet(a, b) for a in unions[0] for b in drawn(seed + 7, 4, 4))
    some = tuple(piece for piece in pieces if piece is not None)
    kept, every = SPACE.largest(some, 2), SPACE.largest(some)
    assert len(kept) == min(2, len(every))
    assert set(kept) <= set(every)
    named = [sorted(len(each.includes | each.excludes) for each in each_of) for each_of in (every, kept)]
    assert named[1] == named[0][: len(kept)]


def pigeonholes(number: int) -> tuple[SetSpace, Union]:
    """That one more pigeon than there are holes has none, or two have the same: of all sets one of these is so."""
    pairs = [(pigeon, hole) for pigeon in range(number + 1) for hole in range(number)]
    space = SetSpace({f"m{pigeon}-{hole}": "M" for pigeon, hole in pairs})
    none = [frozenset(f"m{pigeon}-{hole}" for hole in range(number)) for pigeon in range(number + 1)]
    shared = [
        frozenset((f"m{one}-{hole}", f"m{other}-{hole}"))
        for hole in range(number)
        for one, other in combinations(range(number + 1), 2)
    ]
    nobody: frozenset[str] = frozenset()
    return space, (*(Subsets(nobody, each) for each in none), *(Subsets(each, nobody) for each in shared))


def threes(number: int, of: int, seed: int = 0) -> tuple[SetSpace, Union]:
    """So many pieces that say something of three members each."""
    members = [f"m{each}" for each in range(of)]
    draw = random.Random(seed)
    pieces = []
    for _ in range(number):
        said = draw.sample(members, 3)
        wanted = frozenset(member for member in said if draw.random() < 0.5)
        pieces.append(Subsets(wanted, frozenset(said) - wanted))
    return SetSpace(dict.fromkeys(members, "M")), tuple(pieces)


#: What is asked of whether one union lies within another, the cuts that are looked at for it, and the answer.
COUNTED = [
    ("that nobody escapes", *pigeonholes(5), None, 25_000, True),
    ("that nobody escapes, and it takes too long to know", *pigeonholes(9), None, MOST_CUTS, None),
    ("hundreds of three members", *threes(257, 60), threes(257, 60, 1)[1], 70_000, True),
    ("hundreds of three members that leave something", *threes(400, 200), threes(400, 200, 1)[1], 25_000, False),
]


@pytest.mark.parametrize(
    ("name", "space", "cuts", "pieces", "looks", "within"), COUNTED, ids=[row[0] for row in COUNTED]
)
def test_how_much_is_looked_at(
    name: str, space: SetSpace, cuts: Union, pieces: Union | None, looks: int, within: bool | None
) -> None:
    """Within so many looks there is an answer, or there is none: no time is measured."""
    assert space.within(pieces or (space.everything,), cuts, looks) is within


#: A union, the order in which its pieces stand, and the members in all and in none of it.
TIDIED = [
    ("a|ab", ["a"], "a", ""), ("ab|a-b", ["a"], "a", ""), ("a|-a", [""], "", ""), ("cd|b|a", ["a", "b", "cd"], "", ""),
    ("-d|-ab|c", ["c", "-d", "-ab"], "", ""), ("ab-d|bc-d", ["ab-d", "bc-d"], "b", "d"), ("a|b-a", ["a", "b"], "", ""),
    ("ab|cd|a-b", ["a", "cd"], "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("words", "tidied", "included", "excluded"), TIDIED)
def test_a_union_of_sets(words: str, tidied: list[str], included: str, excluded: str) -> None:
    found = SPACE.tidy(union(words))
    assert [short(each) for each in found] == tidied
    assert SPACE.in_columns(found) == ([*included], [*excluded])


#: What North, South and East accept, of each the offers; the members that clash, and who wants them in and out.
CLASHES = [
    ("ab", "-ab", "", "ab", "A and B: included by North, ruled out by South"),
    ("ab", "-a", "-b", "ab", "A: included by North, ruled out by South; B: included by North, ruled out by East"),
    ("a", "a", "-a", "a", "A: included by North and South, ruled out by East"),
    # Of several offers what all of them say; a member of which no party says the same by all is disputed.
    ("a|ab", "-ab", "", "a", "A: included by North, ruled out by South"),
    ("a|b", "-ab", "", "a", "A: ruled out by South"),
    ("a-b|b-a", "ab|-ab", "", "a", "A: disputed"),
    ("a|b", "-a|-b", "", "", None),
    ("", "a", "", "", None),
]  # fmt: skip


@pytest.mark.parametrize(("north", "south", "east", "clash", "words"), CLASHES)
def test_who_wants_which_member(north: str, south: str, east: str, clash: str, words: str | None) -> None:
    unions = [union(each) for each in (north, south, east)]
    found = SPACE.clash(unions)
    assert found == [*clash]
    if words is not None:
        stances = [Stance(who, own, own) for who, own in zip(("North", "South", "East"), unions, strict=True)]
        assert SPACE.clash_words(found, stances) == words
        conditional = [stance._replace(accepted=()) for stance in stances]
        assert SPACE.clash_words(found, conditional) == words
        assert SPACE.clash_words(found, [*stances, Stance("West", (), ())]) == words


def test_what_the_last_of_several_demands_is_told_against_all_before() -> None:
    told = SPACE.emptied_words([piece("a"), piece("-b"), piece("b-a")], lambda _: None)
    assert told == "what one demands, another rules out (A and B)"
    assert SPACE.emptied_words([piece("ad"), piece("-d")], lambda _: None) == "what one demands, another rules out (D)"


#: A set in words, and as a condition, where members of several words are in quotation marks.
WORDS = [
    ("", "anything", "X: anything"), ("abcd", "A, B, C and D", "X: A, B, C and D"), ("-abcd", "none", "X: none"),
    ("ab-cd", "only: A and B", "X: only A and B"), ("a-bc", "must include: A; must not include: B and C",
                                                    "X: must include A and must not include B and C"),
    ("-abc", "at most: D", "X: at most D"), ("-ab", "must not include: A and B", "X: must not include A and B"),
    ("d-ab", "must include: D; must not include: A and B", "X: must include D and must not include A and B"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "told", "condition"), WORDS)
def test_a_set_in_words(words: str, told: str, condition: str) -> None:
    assert (SPACE.in_words(piece(words)), SPACE.condition_words("X", piece(words))) == (told, condition)
    assert SPACE.named_in(piece(words)) == frozenset(words) - {"-"}
