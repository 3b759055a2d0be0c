"""Every pattern in which a term, a clash and a condition are put into words, kind by kind: to be read in one place."""

from __future__ import annotations

from typing import Any

import pytest
from ranking import RankingSpace

from posdiff.kinds.choice import ChoiceSpace
from posdiff.kinds.date import DateSpace
from posdiff.kinds.kind import Space, Stance
from posdiff.kinds.quantity import QuantitySpace
from posdiff.kinds.sequence import SequenceSpace
from posdiff.kinds.set import SetSpace
from posdiff.kinds.steps import AgendaSteps
from posdiff.kinds.text import TextSpace

TITLES = {"truce": "The truce begins", "talks": "Talks begin", "vote": "The vote"}
STEPS = AgendaSteps(TITLES, {"vote": ["talks"]})
SPACES: dict[str, Space] = {
    "choice": ChoiceSpace({"no": "No", "yes": "Yes", "later": "Later, by a vote", "never": "Never"}),
    "question": ChoiceSpace({"yes": "Yes", "no": "No"}),
    "one option": ChoiceSpace({"yes": "Yes"}),
    "an odd title": ChoiceSpace({"any-day": "anything", "no-day": "nothing", "some-day": "something"}),
    "scale": ChoiceSpace({"barred": "Barred", "later": "Put off", "open": "Open", "in": "Member"}, ordered=True),
    "set": SetSpace({"north": "North", "south": "South", "east": "East", "west": "West"}),
    "exchange": SetSpace({"ours": "We give up land", "theirs": "They give up land"}),
    "ceiling": QuantitySpace("person", unlimited="No ceiling"),
    "upper limit": QuantitySpace("km", unlimited="No upper limit"),
    "duration": QuantitySpace("day", whole=True, unlimited="For good"),
    "share": QuantitySpace("percent"),
    "date": DateSpace(),
    "sequence": SequenceSpace(STEPS, TITLES),
    "text": TextSpace(),
    "ranking": RankingSpace({"land": "Land", "time": "Time"}),
}

#: Of which space, the words of a term in a file, and the term in words.
TERMS: list[tuple[str, dict[str, Any], str]] = [
    ("choice", {"accepts": "yes"}, "Yes"),
    ("choice", {"accepts": ["no", "yes"]}, "No or Yes"),
    ("choice", {"accepts": ["yes", "later"]}, "Yes; or Later, by a vote"),
    ("choice", {"rejects": "yes"}, "anything but “Yes”"),
    ("choice", {"accepts": "any"}, "anything"),
    ("one option", {"accepts": "yes"}, "Yes"),
    ("set", {"includes": ["north"]}, "must include: North"),
    ("set", {"excludes": ["north"]}, "must not include: North"),
    ("set", {"includes": ["north"], "excludes": ["south"]}, "must include: North; must not include: South"),
    ("set", {"within": ["north"]}, "at most: North"),
    ("set", {"exactly": ["north", "south"]}, "only: North and South"),
    ("set", {"exactly": "all"}, "North, South, East and West"),
    ("set", {"exactly": "none"}, "none"),
    ("set", {"accepts": "any"}, "anything"),
    ("exchange", {"excludes": ["ours"]}, "must not include: We give up land"),
    ("exchange", {"exactly": "all"}, "We give up land and They give up land"),
    ("ceiling", {"max": "800000"}, "at most 800,000 persons"),
    ("ceiling", {"min": "800000"}, "a ceiling of 800,000 persons or higher, or none"),
    ("ceiling", {"above": "800000"}, "a ceiling above 800,000 persons, or none"),
    ("ceiling", {"min": "5", "max": "9"}, "at least 5 persons and at most 9 persons"),
    ("ceiling", {"above": "5", "below": "unlimited"}, "a ceiling above 5 persons"),
    ("ceiling", {"below": "unlimited"}, "any ceiling"),
    ("ceiling", {"exactly": "unlimited"}, "No ceiling"),
    ("ceiling", {"accepts": "any"}, "anything"),
    ("upper limit", {"min": "3"}, "an upper limit of 3 km or higher, or none"),
    ("duration", {"min": "30"}, "at least 30 days, or “For good”"),
    ("duration", {"min": "30", "below": "unlimited"}, "at least 30 days, but not “For good”"),
    ("duration", {"below": "unlimited"}, "any figure, but not “For good”"),
    ("share", {"exactly": "0.5"}, "exactly 0.5 percent"),
    ("share", {"accepts": "any"}, "anything"),
    ("date", {"accepts": "any"}, "anything"),
    ("share", {"below": "5"}, "below 5 percent"),
    ("share", {"above": "5"}, "above 5 percent"),
    ("date", {"from": "2024-06-14"}, "not before 2024-06-14"),
    ("date", {"until": "2024-06-14"}, "not after 2024-06-14"),
    ("date", {"exactly": "2024-06-14"}, "exactly 2024-06-14"),
    ("sequence", {"order": ["truce", "talks"]}, "“The truce begins” before “Talks begin”"),
    ("sequence", {"order": ["talks", "truce", "vote"]},
     "first “Talks begin”; then “The truce begins”; then “The vote”"),
    ("sequence", {"order": [{"together": ["truce", "talks"]}]},
     "“The truce begins” and “Talks begin” at the same time"),
    ("sequence", {"order": ["truce", ["talks", "vote"]]}, "“The truce begins” before “Talks begin”"),
    ("sequence", {"accepts": "any"}, "any order"),
    ("text", {"says": "In good faith."}, "In good faith."),
    ("ranking", {"ranks": ["land", "time"]}, "Land above Time"),
]  # fmt: skip

#: The same terms where they are vague, as far as more is said than "(not specified)" behind them.
VAGUE: list[tuple[str, dict[str, Any], str]] = [
    ("choice", {"accepts": "any"}, "leaves it open"),
    ("an odd title", {"accepts": "any-day"}, "anything (not specified)"),
    ("sequence", {"accepts": "any"}, "leaves it open"),
    ("choice", {"accepts": "yes"}, "Yes (not specified)"),
    ("choice", {"accepts": ["no", "yes"]}, "No or Yes (not specified)"),
    ("set", {"excludes": ["north"]}, "must not include: North (not specified)"),
    ("ceiling", {"below": "unlimited"}, "a ceiling, no figure given"),
    ("ceiling", {"max": "5"}, "at most 5 persons (not specified)"),
    ("ranking", {"ranks": ["land", "time"]}, "Land above Time (not specified)"),
]

#: What is said by `rejects`: alone, vaguely, and as one of several offers or in a draft.
REFUSALS: list[tuple[str, Any, str, str, str]] = [
    ("choice", "yes", "rejects “Yes”", "rejects “Yes”; does not say what it would accept", "anything but “Yes”"),
    ("choice", ["yes", "no", "never"], "rejects “No”, “Yes” and “Never”",
     "rejects “No”, “Yes” and “Never”; does not say what it would accept", "anything but “No”, “Yes” or “Never”"),
    ("scale", ["open", "later"], "rejects “Put off” and “Open”",
     "rejects “Put off” and “Open”; does not say what it would accept", "anything but “Put off” or “Open”"),
    ("question", "yes", "No", "rejects “Yes”; does not say what it would accept", "No"),
]  # fmt: skip

#: Of which space, what two parties say, and what is said of the clash: in a comparison, and as the end of a proof.
CLASHES: list[tuple[str, dict[str, Any], dict[str, Any], str, str]] = [
    ("choice", {"accepts": "yes"}, {"accepts": "no"}, "Yes (North) against No (South)", ""),
    ("scale", {"accepts": ["barred", "later"]}, {"accepts": ["open", "in"]},
     "Barred or Put off (North) against Open or Member (South)", ""),
    ("set", {"includes": ["north", "south"]}, {"excludes": ["north", "south"]},
     "North and South: included by North, ruled out by South", "what one demands, another rules out (North and South)"),
    ("ceiling", {"max": "5"}, {"min": "9"}, "gap of 4 persons, from 5 persons to 9 persons",
     "a gap of 4 persons, from 5 persons to 9 persons"),
    ("ceiling", {"max": "5"}, {"exactly": "unlimited"}, "gap from 5 persons to “No ceiling”",
     "a gap from 5 persons to “No ceiling”"),
    ("ceiling", {"below": "unlimited"}, {"exactly": "unlimited"},
     "any ceiling (North) against No ceiling (South)", ""),
    ("share", {"max": "5"}, {"above": "5"}, "the two meet only at 5 percent, which one of them leaves out",
     "the two meet only at 5 percent, which one of them leaves out"),
    ("date", {"until": "2024-06-14"}, {"from": "2024-06-15"}, "gap of 1 day, from 2024-06-14 to 2024-06-15",
     "a gap of 1 day, from 2024-06-14 to 2024-06-15"),
    ("sequence", {"order": ["truce", "talks"]}, {"order": ["vote", "truce"]},
     "these orders close a circle: The truce begins → Talks begin → The vote → The truce begins",
     "the orders close a circle, The truce begins → Talks begin → The vote → The truce begins. "
     "By the agenda, “Talks begin” before “The vote”: it is the law"),
    ("sequence", {"order": [{"together": ["truce", "talks"]}]}, {"order": ["vote", "truce"]},
     "these orders close a circle: The truce begins at the same time as Talks begin → The vote → The truce begins",
     "the orders close a circle, The truce begins at the same time as Talks begin → The vote → The truce begins. "
     "By the agenda, “Talks begin” before “The vote”: it is the law"),
    ("ranking", {"ranks": ["land", "time"]}, {"ranks": ["time", "land"]},
     "Land above Time (North) against Time above Land (South)", ""),
]  # fmt: skip


#: Of which space, a term, the one in its place, and by how much that moved the position.
MOVED: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    ("choice", {"accepts": "no"}, {"accepts": "yes"}, ""),
    ("scale", {"accepts": "in"}, {"accepts": "open"}, "by 1 of 3 steps towards “Barred”"),
    ("scale", {"accepts": ["barred", "later"]}, {"accepts": "in"}, "by 2 of 3 steps towards “Member”"),
    ("ceiling", {"max": "5"}, {"min": "9"}, "by 4 persons, from 5 persons to 9 persons"),
    ("ceiling", {"min": "9"}, {"max": "5"}, "by 4 persons, from 9 persons to 5 persons"),
    ("ceiling", {"max": "5"}, {"exactly": "unlimited"}, ""),
    ("date", {"until": "2024-06-14"}, {"from": "2024-07-14"}, "by 30 days, from 2024-06-14 to 2024-07-14"),
    ("set", {"includes": ["north"]}, {"excludes": ["north"]}, ""),
]


def _piece(space: Space, words: dict[str, Any]) -> Any:
    reading = space.read(words)
    assert not reading.problems
    return reading.piece


@pytest.mark.parametrize(("name", "words", "expected"), TERMS)
def test_a_term_in_words(name: str, words: dict[str, Any], expected: str) -> None:
    space = SPACES[name]
    assert space.in_words(_piece(space, words)) == expected
    assert space.read(words).refusal is ("rejects" in words)


def test_a_choice_of_many_in_words() -> None:
    """What a party accepts is named where it said so; where it is what is left of several terms, in short."""
    space = SPACES["scale"]
    piece = _piece(space, {"accepts": ["later", "open", "in"]})
    assert space.as_said(piece, refusal=False) == "Put off, Open or Member"
    assert space.vaguely(piece) == "Put off, Open or Member (not specified)"
    assert space.in_words(piece) == "anything but “Barred”"


@pytest.mark.parametrize(("name", "words", "expected"), VAGUE)
def test_a_vague_term_in_words(name: str, words: dict[str, Any], expected: str) -> None:
    space = SPACES[name]
    assert space.vaguely(_piece(space, words)) == expected


@pytest.mark.parametrize(("name", "rejected", "alone", "vague", "offered"), REFUSALS)
def test_a_refusal_in_words(name: str, rejected: Any, alone: str, vague: str, offered: str) -> None:
    """It names what is refused, and never what that leaves."""
    space = SPACES[name]
    reading = space.read({"rejects": rejected})
    assert reading.refusal
    assert space.refusing(reading.piece, vague=False) == alone
    assert space.refusing(reading.piece, vague=True) == vague
    assert space.refusing(reading.piece, vague=False, more=True) == alone
    else_left_open = vague.replace("; does not say what it would accept", ", not saying what else it would accept")
    assert space.refusing(reading.piece, vague=True, more=True) == else_left_open
    assert space.as_said(reading.piece, refusal=True) == offered
    assert space.vaguely(reading.piece, refusal=True) == f"{offered} (not specified)"


@pytest.mark.parametrize(("name", "before", "after", "expected"), MOVED)
def test_how_far_a_position_moved(name: str, before: dict[str, Any], after: dict[str, Any], expected: str) -> None:
    space = SPACES[name]
    assert space.moved_words((_piece(space, before),), (_piece(space, after),)) == expected


@pytest.mark.parametrize(("name", "north", "south", "compared", "proved"), CLASHES)
def test_a_clash_in_words(name: str, north: dict[str, Any], south: dict[str, Any], compared: str, proved: str) -> None:
    space = SPACES[name]
    pieces = [_piece(space, north), _piece(space, south)]
    unions = [(piece,) for piece in pieces]
    stances = [Stance(party, union, union) for party, union in zip(("North", "South"), unions, strict=True)]
    gap = space.gap(unions)
    words = space.gap_words(gap) if gap else space.clash_words(space.clash(unions) or (), stances)
    assert (words, space.emptied_words(pieces, lambda _: "it is the law.")) == (compared, proved)


def test_a_clash_with_a_vague_term() -> None:
    """A vague term accepts nothing yet: only what it rejects is told."""
    space = SPACES["choice"]
    yes, rejected = (_piece(space, {"accepts": "yes"}),), (_piece(space, {"rejects": "yes"}),)
    stances = [Stance("North", yes, yes), Stance("South", (), rejected, vague=True)]
    assert space.clash_words(["yes"], stances) == "Yes (accepted by North, rejected by South)"
    both = [stance._replace(vague=True) for stance in stances]
    assert space.clash_words(["yes"], both) == "each rejects what the others might accept"


def test_what_has_a_reverse() -> None:
    """Of two options each is the reverse of the other; of three none is."""
    assert [SPACES[name].has_reverse for name in ("question", "choice", "one option", "set", "sequence", "date")] == [
        True, False, False, True, True, False,
    ]  # fmt: skip


def test_a_clash_with_several_offers() -> None:
    """Whoever accepts an option by one of them accepts it."""
    space = SPACES["choice"]
    offers = tuple(_piece(space, {"accepts": option}) for option in ("yes", "later"))
    no = (_piece(space, {"accepts": "no"}),)
    stances = [Stance("North", (), offers), Stance("South", no, no)]
    assert space.clash_words(space.clash((offers, no)) or (), stances) == (
        "Yes; or Later, by a vote (North) against No (South)"
    )


@pytest.mark.parametrize(
    ("space", "rejected", "accepted", "expected"),
    [
        (SPACES["scale"], "in", "in", "Member (accepted by South, rejected by North)"),
        (SPACES["question"], "yes", "yes", "No (North) against Yes (South)"),
    ],
)
def test_a_clash_with_a_refusal(space: Space, rejected: str, accepted: str, expected: str) -> None:
    """What a refusal leaves was said by nobody."""
    left, wanted = (_piece(space, {"rejects": rejected}),), (_piece(space, {"accepts": accepted}),)
    stances = [Stance("North", left, left, refusal=True), Stance("South", wanted, wanted)]
    assert space.clash_words(space.clash((left, wanted)) or (), stances) == expected


def test_a_clash_in_which_two_refuse_what_a_third_accepts() -> None:
    space = SPACES["scale"]
    wanted, no_later, no_open = (
        (_piece(space, words),) for words in ({"accepts": ["later", "open"]}, {"rejects": "later"}, {"rejects": "open"})
    )
    stances = [
        Stance("South", wanted, wanted), Stance("North", no_later, no_later, refusal=True),
        Stance("East", no_open, no_open, refusal=True),
    ]  # fmt: skip
    assert space.clash_words(["barred", "later", "open", "in"], stances) == (
        "Put off (accepted by South, rejected by North); Open (accepted by South, rejected by East)"
    )


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("choice", {"accepts": "yes"}, "Issue: Yes"),
        ("choice", {"rejects": "yes"}, "Issue: anything but “Yes”"),
        ("set", {"includes": ["north", "south"]}, "Issue: must include North and South"),
        ("set", {"within": ["north"]}, "Issue: at most North"),
        ("set", {"exactly": ["north"]}, "Issue: only North"),
        ("set", {"exactly": "none"}, "Issue: none"),
        ("exchange", {"excludes": ["ours"]}, "Issue: must not include “We give up land”"),
        ("ceiling", {"max": "5"}, "Issue: at most 5 persons"),
        ("sequence", {"order": ["truce", "talks"]}, "Issue: “The truce begins” before “Talks begin”"),
        ("ranking", {"ranks": ["land", "time"]}, "Issue: Land above Time"),
    ],
)
def test_a_condition_in_words(name: str, words: dict[str, Any], expected: str) -> None:
    space = SPACES[name]
    assert space.condition_words("Issue", _piece(space, words)) == expected


@pytest.mark.parametrize(
    ("name", "word", "expected"),
    [
        ("choice", "yes", "“Yes”"),
        ("ceiling", "5", "5 persons"),
        ("ceiling", "unlimited", "“No ceiling”"),
        ("date", "2024-06-14", "2024-06-14"),
    ],
)
def test_a_target_in_words(name: str, word: str, expected: str) -> None:
    space = SPACES[name]
    assert space.target_words(space.read_target(word).piece) == expected


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("one option", ["# yes: Yes", "accepts:  # one or a list; or rejects:; prefers: one of those accepted"]),
        ("exchange", ["# ours: We give up land", "# theirs: They give up land",
                      "includes:  # a list; or excludes:, within:, exactly:"]),
        ("ceiling", ["min:  # person; or max:, above:, below:, exactly:; exactly: unlimited is “No ceiling”"]),
        ("share", ["min:  # percent; or max:, above:, below:, exactly:"]),
        ("date", ["from:  # a day; or until:, exactly:"]),
        ("sequence", ["# truce: The truce begins", "# talks: Talks begin", "# vote: The vote",
                      "order:  # a list, each entry before the next; {together: [a, b]} for the same time"]),
        ("text", ["says:  # the words"]),
        ("ranking", ["ranks:"]),
    ],
)  # fmt: skip
def test_the_template_of_a_term(name: str, lines: list[str]) -> None:
    assert list(SPACES[name].template()) == lines


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("choice", {"accepts": ["yes", "no"]}, {"options": ["no", "yes"]}),
        ("set", {"includes": ["south"], "excludes": ["north"]}, {"members": ["south"], "excluded_members": ["north"]}),
        ("ceiling", {"min": "5", "below": "unlimited"}, {"min": 5, "max": None}),
        ("date", {"until": "2024-06-14"}, {"first_day": None, "last_day": "2024-06-14"}),
        ("ranking", {"ranks": ["land", "time"]}, {}),
    ],
)
def test_the_columns_of_a_table(name: str, words: dict[str, Any], expected: dict[str, Any]) -> None:
    space = SPACES[name]
    assert dict(zip(space.columns, space.in_columns((_piece(space, words),)), strict=True)) == expected


def test_the_columns_of_several_offers() -> None:
    """The least and the greatest value of all of them; none where there is none, as up to unlimited."""
    space = SPACES["ceiling"]
    low, high, none = (
        _piece(space, words)
        for words in ({"min": "5", "max": "7"}, {"min": "9", "max": "12"}, {"exactly": "unlimited"})
    )
    assert [space.in_columns(union) for union in ((high, low), (low, none), (none,))] == [
        (5, 12), (5, None), (float("inf"), float("inf")),
    ]  # fmt: skip


def test_a_clash_with_a_vague_ceiling() -> None:
    """A party that wants a ceiling and names no figure is not said to take any."""
    space = SPACES["ceiling"]
    ceiling, none = (_piece(space, {"below": "unlimited"}),), (_piece(space, {"exactly": "unlimited"}),)
    stances = [Stance("North", (), ceiling, vague=True), Stance("South", none, none)]
    assert space.clash_words((), stances) == "a ceiling, no figure given (North) against No ceiling (South)"
    either = (*ceiling, *none)
    assert space.clash_words((), [Stance("North", either, either), stances[1]]) == (
        "any ceiling; or No ceiling (North) against No ceiling (South)"
    )
