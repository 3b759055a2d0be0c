"""Strategies for dossiers as somebody could write them: plain words, before anything of posdiff has read them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple, TypeVar

from enumerating import World
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from posdiff.dossier.dossier import Dossier
from posdiff.dossier.fold import position
from posdiff.dossier.position import Position
from posdiff.dossier.reading.load import assemble
from posdiff.dossier.sources.tree import File

#: What is written under a key of a YAML file: text, lists and mappings of text.
Words = Any
T = TypeVar("T")

PARTIES = ("ada", "bob", "cyd")
FIRST_DAY = date(2024, 3, 1)
#: The days on which statements are made.
DAYS = tuple((FIRST_DAY + timedelta(days=number)).isoformat() for number in range(6))
#: The last of them, and a day after every expiry.
LAST = FIRST_DAY.toordinal() + 5
AFTERWARDS = FIRST_DAY.toordinal() + 30

_NUMBERS = ("0", "1", "1.5", "3")
_METRES = ("0", "1", "0.0015 km", "300 cm")
_CALENDAR = ("2024-12-31", "2025-01-01", "2025-01-03")
_OPTIONS = ("red", "green", "blue", "grey")
_MEMBERS = ("north", "south", "west", "east")
_STEPS = ("truce", "talks", "treaty", "trade")
#: What a sketch is made of.
BYTES = st.binary(min_size=600, max_size=600)
KINDS = ("choice", "set", "quantity", "date", "sequence", "text")
#: With the kind that only the tests have (``kinds/ranking.py``): what holds for every kind holds for it.
EVERY_KIND = (*KINDS, "ranking")


def law(examples: int = 100) -> settings:
    """The one profile of the laws: the same examples at every run, and no minutes spent on making a failure smaller.

    HYPOTHESIS_EXAMPLES raises the number of examples; HYPOTHESIS_SHRINK=1 looks for the smallest that fails.
    """
    wanted = int(os.environ.get("HYPOTHESIS_EXAMPLES", "0"))
    shrinking = (Phase.shrink,) if os.environ.get("HYPOTHESIS_SHRINK") else ()
    return settings(
        deadline=None,
        max_examples=max(examples, wanted),
        derandomize=True,
        database=None,
        phases=(Phase.generate, *shrinking),
        suppress_health_check=list(HealthCheck),
    )


class Sketch(NamedTuple):
    """A dossier in words: the agenda, and each statement by its path."""

    agenda: dict[str, Words]
    statements: dict[str, dict[str, Words]]

    @property
    def world(self) -> World:
        """All outcomes of its issues, enumerated."""
        return World(self.agenda, self.statements)


def written(sketch: Sketch, as_text: Callable[[Words], str] | None = None) -> list[File]:
    """The files of a sketch; each is one line of YAML's flow style, if ``as_text`` does not say otherwise."""

    def flow(words: Words) -> str:
        return json.dumps(words, ensure_ascii=False)

    dump = as_text or flow
    mappings = {"agenda.yaml": sketch.agenda, **sketch.statements}
    return [File(path, dump(words).encode()) for path, words in mappings.items()]


def read(sketch: Sketch) -> Dossier:
    """The dossier of a sketch. A sketch is written without a fault, and none may be found."""
    dossier = assemble(written(sketch), [])
    errors = [finding for finding in dossier.findings if finding.severity == "error"]
    assert not errors, errors
    return dossier


def positions(dossier: Dossier, parties: Sequence[str], day: int = LAST) -> dict[str, Position]:
    """The positions of parties at the end of a day."""
    return {party: position(dossier, party, day) for party in parties}


class Choices:
    """Choices made by bytes that hypothesis draws in one go, which is ten times as fast as drawing each by itself.

    A byte of zero makes the simplest choice, and so does the end of the bytes: that is how examples get small.
    """

    def __init__(self, data: bytes) -> None:
        self._data = iter(data)

    def below(self, number: int) -> int:
        """A number from 0."""
        return next(self._data, 0) % number

    def chance(self, one_in: int) -> bool:
        """Whether something happens that seldom does."""
        return self.below(one_in) == one_in - 1

    def one(self, things: Sequence[T]) -> T:
        """One of the things."""
        return things[self.below(len(things))]

    def some(self, things: Sequence[T], least: int = 1, most: int | None = None) -> list[T]:
        """Some of the things, in any order."""
        left, most = list(things), len(things) if most is None else min(most, len(things))
        return [left.pop(self.below(len(left))) for _ in range(least + self.below(most - least + 1))]

    def mixed(self, things: Sequence[T]) -> list[T]:
        """All of the things, in any order."""
        return self.some(things, len(things))


def agendas(
    choices: Choices,
    kinds: Sequence[str] = KINDS,
    most_issues: int = 4,
    most_steps: int = 3,
    parties: Sequence[str] = PARTIES,
) -> dict[str, Words]:
    """An agenda whose issues have few outcomes."""
    agenda: dict[str, Words] = {"posdiff": "1", "parties": {party: {"name": party.title()} for party in parties}}
    chosen = [choices.one(kinds) for _ in range(1 + choices.below(most_issues))]
    if "sequence" in chosen:
        agenda["steps"] = steps(choices, most_steps)
    agenda["issues"] = {}
    for number, kind in enumerate(chosen):
        issue: dict[str, Words] = {"title": f"Issue {number}", "kind": kind}
        if kind == "choice":
            issue["options"] = {option: option.title() for option in _OPTIONS[: 2 + choices.below(3)]}
            if choices.chance(2):
                issue["ordered"] = choices.one(("true", "false"))
        elif kind == "ranking":
            issue["options"] = {option: option.title() for option in _OPTIONS[:3]}
        elif kind == "set":
            issue["members"] = {member: member.title() for member in _MEMBERS[: 1 + choices.below(3)]}
        elif kind == "quantity":
            issue |= choices.one(({}, {"whole": "true"}, {"unit": "metre"}, {"whole": "true", "unit": "person"}))
            if choices.chance(2):
                issue["unlimited"] = "No ceiling"
        elif kind == "sequence" and choices.chance(4):
            issue["steps"] = choices.some(list(agenda["steps"]), 2)
        agenda["issues"][f"{kind}-{number}"] = issue
    return agenda


def steps(choices: Choices, most: int = 3) -> dict[str, Words]:
    """Steps, of which some come after others in the nature of things, wherever they stand in the list."""
    names = list(_STEPS[: 2 + choices.below(most - 1)])
    in_time: list[str] = choices.mixed(names)
    found: dict[str, Words] = {}
    for name in names:
        earlier = in_time[: in_time.index(name)]
        after = choices.some(earlier, 1, 2) if earlier and choices.chance(4) else []
        if after:
            found[name] = {"title": name.title(), "after": after[0] if len(after) == 1 else after}
        else:
            found[name] = name.title()
    return found


def unchecked(choices: Choices, agenda: Mapping[str, Words], issue: str) -> dict[str, Words]:
    """Words that may accept nothing: the caller has to see to that."""
    declared = agenda["issues"][issue]
    kind = declared["kind"]
    if kind == "text":
        return {"says": choices.one(("Peace", "Bread", "Land"))}
    if choices.chance(10):
        return {"accepts": "any"}
    if kind == "choice":
        options = choices.some(list(declared["options"]))
        key = choices.one(("accepts", "accepts", "rejects"))
        return {key: options[0] if len(options) == 1 and choices.chance(2) else options}
    if kind == "ranking":
        chains = [choices.some(choices.mixed(list(declared["options"])), 2) for _ in range(1 + choices.below(2))]
        return {"ranks": chains[0] if len(chains) == 1 else chains}
    if kind == "set":
        return _subset(choices, list(declared["members"]))
    if kind == "sequence":
        return {"order": order(choices, list(declared.get("steps", agenda["steps"])))}
    return _bounds(choices, declared)


def _subset(choices: Choices, members: list[str]) -> dict[str, Words]:
    if choices.chance(4):
        return {"exactly": choices.one(("all", "none", choices.some(members)))}
    words: dict[str, Words] = {}
    for key in choices.some(("includes", "excludes", "within"), 1, 2):
        words[key] = "all" if choices.chance(8) else choices.some(members)
    return words


def _bounds(choices: Choices, declared: Mapping[str, Words]) -> dict[str, Words]:
    lower: tuple[str, ...] = ("min", "above")
    upper: tuple[str, ...] = ("max", "below")
    values: tuple[str, ...] = _METRES if declared.get("unit") == "metre" else _NUMBERS
    if declared["kind"] == "date":
        lower, upper, values = ("from",), ("until",), _CALENDAR
    elif "unlimited" in declared:
        values = (*values, "unlimited")
    if choices.chance(4):
        return {"exactly": choices.one(values)}
    ends = choices.one(((lower,), (upper,), (lower, upper), (upper, lower)))
    return {choices.one(keys): choices.one(values) for keys in ends}


def order(choices: Choices, names: Sequence[str], most: int = 3) -> list[Words]:
    """Entries of an ``order``, which may bite its own tail."""
    entries: list[Words] = []
    for _ in range(2 + choices.below(most - 1)):
        form = choices.one(("step", "step", "step", "list", "together"))
        if form == "step":
            entries.append(choices.one(list(names)))
        else:
            some = choices.some(names, 2, 3)
            entries.append(some if form == "list" else {"together": some})
    return entries


def accepting(choices: Choices, agenda: Mapping[str, Words], issue: str) -> dict[str, Words]:
    """Words that accept something on an issue."""
    for _ in range(20):
        words = unchecked(choices, agenda, issue)
        if agenda["issues"][issue]["kind"] == "text" or World(agenda, {"": {"": {issue: words}}}).accepts(issue, words):
            return words
    return {"accepts": "any"}


def _condition(choices: Choices, agenda: Mapping[str, Words], own: str) -> dict[str, Words]:
    others = [issue for issue, declared in agenda["issues"].items() if issue != own and declared["kind"] != "text"]
    return (
        {issue: _short(choices, accepting(choices, agenda, issue)) for issue in choices.some(others, 1, 2)}
        if others
        else {}
    )


def _short(choices: Choices, words: dict[str, Words]) -> Words:
    """The shorthand for words that have one, now and then."""
    bare = len(words) == 1 and ("says" in words or "accepts" in words)
    return next(iter(words.values())) if bare and choices.chance(2) else words


def terms(
    choices: Choices, agenda: Mapping[str, Words], issue: str, adds: bool = False, expires_from: int | None = None
) -> Words:
    """A term on an issue, with all that a term can have."""
    kind = agenda["issues"][issue]["kind"]
    term = accepting(choices, agenda, issue)
    if choices.chance(3):
        alternatives = []
        for _ in range(1 + choices.below(2)):
            alternative = accepting(choices, agenda, issue)
            when = _condition(choices, agenda, issue) if choices.chance(2) else {}
            alternatives.append({**alternative, "if": when} if when else _short(choices, alternative))
        if choices.chance(3):
            term = {}  # no offer of its own
        term["alternatives"] = alternatives
    # A text that is added to one which binds only now and then: no machine can say what comes of it.
    if not (adds and kind == "text") and choices.chance(5):
        when = _condition(choices, agenda, issue)
        term |= {"applies_if": when} if when else {}
    if choices.chance(3):
        term["firmness"] = choices.one(("flexible", "firm", "red-line"))
    if choices.chance(10):
        term["vague"] = "true"
    if kind in ("choice", "quantity", "date") and choices.chance(5):
        declared = agenda["issues"][issue]
        values = {"choice": tuple(declared.get("options", ())), "quantity": _NUMBERS, "date": _CALENDAR}[kind]
        term["prefers"] = choices.one(values)
    if adds and choices.chance(3):
        term["adds"] = "true"
    if expires_from is not None and choices.chance(4):
        term["expires"] = date.fromordinal(expires_from + choices.below(5)).isoformat()
    return _short(choices, term)


@st.composite
def sketches(
    draw: st.DrawFn,
    kinds: Sequence[str] = KINDS,
    most_issues: int = 4,
    most_steps: int = 3,
    most: int = 1,
    parties: Sequence[str] = PARTIES,
) -> Sketch:
    """A dossier of which each party has made at least one statement and at most ``most``, joint ones aside."""
    choices = Choices(draw(BYTES))
    agenda = agendas(choices, kinds, most_issues, most_steps, parties)
    return Sketch(agenda, statements(choices, agenda, most, parties))


def statements(
    choices: Choices, agenda: Mapping[str, Words], most: int, parties: Sequence[str]
) -> dict[str, dict[str, Words]]:
    """The statements of parties, by their paths: one at least of each, and at most ``most``, joint ones aside."""
    made: dict[str, dict[str, Words]] = {}
    said: dict[str, list[str]] = {party: [] for party in parties}
    folders = [party for party in parties for _ in range(1 + choices.below(most))]
    if most > 1 and choices.chance(3):
        folders.append("joint")
    for folder in folders:
        day = choices.one(DAYS if most > 1 else DAYS[:1])
        stem = next(s for s in (day, f"{day}-b", f"{day}-c", f"{day}-d") if f"{folder}/{s}.yaml" not in made)
        speakers = choices.some(parties, 2) if folder == "joint" else [folder]
        head = {"date": day} | ({"parties": speakers} if folder == "joint" else {})
        known = [id for party in speakers for id in said[party]]
        made[f"{folder}/{stem}.yaml"] = head | _said(choices, agenda, day, known, most > 1)
        for speaker in speakers:
            said[speaker].append(f"joint/{stem}" if folder == "joint" else stem)
    return made


def _said(choices: Choices, agenda: Mapping[str, Words], day: str, known: list[str], several: bool) -> dict[str, Words]:
    """What a statement says: each issue under one of the three keys."""
    left: list[str] = choices.mixed(list(agenda["issues"]))
    ordinal = date.fromisoformat(day).toordinal() if several else None
    found: dict[str, Words] = {}
    said = [issue for issue in left if not choices.chance(5)]
    found["terms"] = {issue: terms(choices, agenda, issue, several, ordinal) for issue in said}
    if several:
        silent = [issue for issue in left if issue not in said]
        withdrawn = [issue for issue in silent if choices.chance(2)]
        held = [issue for issue in silent if issue not in withdrawn]
        reaffirmed = choices.some(held) if held and choices.chance(2) else []
        if choices.chance(12):
            withdrawn = ["all"]
        if known and choices.chance(3):
            reaffirmed = [*reaffirmed, choices.one(known)]
        if choices.chance(8):
            reaffirmed = [*reaffirmed, "all"]
        found |= {"withdraws": withdrawn} if withdrawn else {}
        found |= {"reaffirms": list(dict.fromkeys(reaffirmed))} if reaffirmed else {}
        if choices.chance(12):
            found["standing"] = "reported"
    return found
