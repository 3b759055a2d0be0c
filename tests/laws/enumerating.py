"""The oracle: reads the written words itself, lists every outcome, and answers by going through all of them.

Nothing of posdiff's mathematics is imported here. An outcome is a number: its place in the list of all outcomes of its
issue. For a quantity the list holds, for every bound that anybody names, the bound itself and one number on either
side of it; for a sequence every weak order of the steps that keeps the agenda's ``after``. All sequence issues share
one list, since they read one and the same course of events.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import combinations, pairwise, permutations, product
from math import ceil, floor
from typing import Any, NamedTuple

Words = Any
Outcomes = frozenset[int]
#: By issue, the outcomes under which a condition holds.
When = tuple[tuple[str, Outcomes], ...]

#: The side of a settlement that all sequence issues share.
COURSE = "(course)"
_MOST_TEXTS = 20
_FIRMNESS = ("flexible", "firm", "red-line")
_SAYS = (
    "accepts", "rejects", "includes", "excludes", "within", "order", "ranks", "says", "min", "max", "above", "below",
    "from", "until", "exactly",
)  # fmt: skip
_BOUNDS = ("min", "max", "above", "below", "from", "until", "exactly")

#: A value on a line: below all numbers, a number, above all numbers, "unlimited".
Value = tuple[int, Fraction]
_ZERO = Fraction(0)
_LOWEST: Value = (-1, _ZERO)
_HIGHEST: Value = (1, _ZERO)
UNLIMITED: Value = (2, _ZERO)


class Cell(NamedTuple):
    """One outcome on a line, or many that nobody tells apart: one of them, and the ends of all of them."""

    sample: Value
    low: Value
    high: Value


class Offer(NamedTuple):
    """What is accepted, and under which conditions."""

    accepts: Outcomes
    when: When = ()


class Term(NamedTuple):
    """A term as somebody wrote it, in outcomes."""

    issue: str
    offers: tuple[Offer, ...]
    applies: When
    firmness: str
    vague: bool
    prefers: Any
    adds: bool
    expires: int | None
    #: The texts of each offer on a text issue, in the order in which they were added.
    says: frozenset[tuple[str, ...]]


#: A term, or several that all have to be met.
Terms = Term | tuple[Term, ...]


class HeldPart(NamedTuple):
    """A part of a position: by which statement, since when, last stated when, every statement that stands behind it.

    ``again``: those before it imply it, at no lower firmness.
    """

    term: Term
    statement: str
    set_on: int
    first_held: int
    last_stated: int
    lineage: frozenset[str]
    again: bool = False


class Holding(NamedTuple):
    """A position on an issue, and since when it has held in this form."""

    parts: tuple[HeldPart, ...]
    first_held: int

    @property
    def demands(self) -> tuple[HeldPart, ...]:
        """The parts that count."""
        return tuple(part for part in self.parts if not part.again)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms of the parts that count."""
        return tuple(part.term for part in self.demands)

    @property
    def last_stated(self) -> int:
        """The last day by which all of it had been said again."""
        return min(part.last_stated for part in self.demands)


class Event(NamedTuple):
    """Something that happened to a party's position on an issue."""

    day: int
    issue: str
    cause: str
    after: Holding | None


class Demand(NamedTuple):
    """One step before another, or the two together (then in the agenda's order)."""

    first: str
    second: str
    together: bool = False


class World:
    """All outcomes of all issues of a dossier in words."""

    def __init__(self, agenda: Mapping[str, Words], statements: Mapping[str, Mapping[str, Words]]) -> None:
        self.agenda = agenda
        self.statements = statements
        self.issues: Mapping[str, Mapping[str, Words]] = agenda["issues"]
        self.steps = list(agenda.get("steps", ()))
        self._cells: dict[str, list[Cell]] = {}
        #: All that is said on text issues; outcomes beyond stand for what nobody says.
        self._texts: list[tuple[str, ...]] = []
        self._read: dict[tuple[str, str], Outcomes] = {}

    # Outcomes

    @cached_property
    def after(self) -> list[Demand]:
        """What the agenda says lies in the nature of things."""
        found = []
        for step, declared in self.agenda.get("steps", {}).items():
            after = declared.get("after", []) if isinstance(declared, dict) else []
            found += [Demand(earlier, step) for earlier in _listed(after)]
        return found

    @cached_property
    def courses(self) -> list[dict[str, int]]:
        """Every weak order of the steps, as the time of each step, that keeps the agenda's ``after``."""
        count = len(self.steps)
        found = []
        for times in product(range(count), repeat=count):
            if set(times) == set(range(len(set(times)))):
                course = dict(zip(self.steps, times, strict=True))
                if all(keeps(course, demand) for demand in self.after):
                    found.append(course)
        return found

    def kind(self, issue: str) -> str:
        """The kind of an issue."""
        return str(self.issues[issue]["kind"])

    def side(self, issue: str) -> str:
        """The side of a settlement that an issue reads."""
        return COURSE if self.kind(issue) == "sequence" else issue

    def all(self, side: str) -> Outcomes:
        """Every outcome of an issue, or every course of events."""
        if side == COURSE or self.kind(side) == "sequence":
            return frozenset(range(len(self.courses)))
        declared = self.issues[side]
        match declared["kind"]:
            case "choice":
                return frozenset(range(len(declared["options"])))
            case "set":
                return frozenset(range(2 ** len(declared["members"])))
            case "ranking":
                return frozenset(range(len(self.rankings(side))))
            case "text":
                return frozenset(range(_MOST_TEXTS))
        return frozenset(range(len(self.cells(side))))

    def rankings(self, issue: str) -> list[tuple[str, ...]]:
        """Every order of the options of a ranking, the kind that only the tests have."""
        return list(permutations(self.issues[issue]["options"]))

    def text(self, *texts: str) -> Outcomes:
        """The outcome that what is said is just these texts."""
        said = tuple(dict.fromkeys(texts))
        if said not in self._texts:
            self._texts.append(said)
        return frozenset((self._texts.index(said),))

    def cells(self, issue: str) -> list[Cell]:
        """The outcomes of a quantity or a date, from low to high."""
        if issue not in self._cells:
            self._cells[issue] = self._made_cells(issue)
        return self._cells[issue]

    def _made_cells(self, issue: str) -> list[Cell]:
        declared = self.issues[issue]
        named = {self.value(issue, word) for words in self._words_on(issue) for word in words}
        bounds = sorted({value[1] for value in named if value != UNLIMITED}) or [_ZERO]
        cells = []
        if declared["kind"] == "date" or declared.get("whole") == "true":
            whole = range(floor(bounds[0]) - 1, ceil(bounds[-1]) + 2)
            for number in whole:
                value = (0, Fraction(number))
                low = _LOWEST if number == whole[0] else value
                cells.append(Cell(value, low, _HIGHEST if number == whole[-1] else value))
        else:
            ends = [_LOWEST, *((0, bound) for bound in bounds), _HIGHEST]
            for low, high in pairwise(ends):
                sample = low[1] + 1 if high == _HIGHEST else high[1] - 1 if low == _LOWEST else (low[1] + high[1]) / 2
                cells += [Cell(low, low, low)] if low != _LOWEST else []
                cells.append(Cell((0, sample), low, high))
        return [*cells, Cell(UNLIMITED, UNLIMITED, UNLIMITED)] if "unlimited" in declared else cells

    def _words_on(self, issue: str) -> Iterator[list[str]]:
        """Every bound that anybody names on an issue, in terms and in conditions."""
        for words in _mappings(self.statements):
            if isinstance(words.get(issue), dict):
                for term in _mappings({"": words[issue]}, into_conditions=False):
                    yield [term[key] for key in _BOUNDS if isinstance(term.get(key), str)]

    def value(self, issue: str, word: str) -> Value:
        """The value that a word names."""
        if self.kind(issue) == "date":
            return 0, Fraction(date.fromisoformat(word).toordinal())
        if word == "unlimited":
            return UNLIMITED
        number, _, unit = word.partition(" ")
        return 0, Fraction(number) * {"": Fraction(1), "km": Fraction(1000), "cm": Fraction(1, 100)}[unit]

    # Words

    def accepts(self, issue: str, words: Words) -> Outcomes:
        """The outcomes that words accept: a term's own, an alternative's, a condition's, or those of the JSON."""
        key = issue, repr(words)
        if key not in self._read:
            self._read[key] = self._accepts(issue, words)
        return self._read[key]

    def _accepts(self, issue: str, words: Words) -> Outcomes:
        if words == "any" or (isinstance(words, dict) and words.get("accepts") == "any"):
            return self.all(issue)
        match self.kind(issue):
            case "choice":
                return self._options(issue, words)
            case "set":
                return self._subsets(issue, words)
            case "sequence":
                return self._kept(_order(words["order"]) if isinstance(words, dict) else _pairs(words))
            case "ranking":
                return self._ranked(issue, words)
            case "text":
                return self.text(words["says"] if isinstance(words, dict) else words)
        return frozenset(index for index, cell in enumerate(self.cells(issue)) if self._lies(issue, cell.sample, words))

    def _options(self, issue: str, words: Words) -> Outcomes:
        options = list(self.issues[issue]["options"])
        if isinstance(words, dict) and "rejects" in words:
            return self.all(issue) - {options.index(option) for option in _listed(words["rejects"])}
        named = words["accepts"] if isinstance(words, dict) else words
        return frozenset(options.index(option) for option in _listed(named))

    def _ranked(self, issue: str, words: Words) -> Outcomes:
        rankings = self.rankings(issue)
        if not isinstance(words, dict):
            return frozenset(rankings.index(tuple(ranking)) for ranking in words)
        ranks = words["ranks"]
        chains = ranks if isinstance(ranks[0], list) else [ranks]
        return frozenset(
            place
            for place, ranking in enumerate(rankings)
            if all([option for option in ranking if option in chain] == chain for chain in chains)
        )

    def members(self, issue: str, outcome: int) -> frozenset[str]:
        """The members that are in an outcome of a set."""
        return frozenset(m for place, m in enumerate(self.issues[issue]["members"]) if outcome >> place & 1)

    def _subsets(self, issue: str, words: Mapping[str, Words]) -> Outcomes:
        everything = frozenset(self.issues[issue]["members"])

        def named(key: str) -> frozenset[str]:
            word = words[key]
            return everything if word == "all" else frozenset() if word == "none" else frozenset(_listed(word))

        def right(subset: frozenset[str]) -> bool:
            return (
                ("includes" not in words or named("includes") <= subset)
                and ("excludes" not in words or not named("excludes") & subset)
                and ("within" not in words or subset <= named("within"))
                and ("exactly" not in words or subset == named("exactly"))
            )

        return frozenset(outcome for outcome in self.all(issue) if right(self.members(issue, outcome)))

    def _lies(self, issue: str, at: Value, words: Mapping[str, Words]) -> bool:
        if "min_open" in words:
            return self._lies_in_json(issue, at, words)
        ends = {key: self.value(issue, words[key]) for key in _BOUNDS if key in words}
        return all(
            {
                "min": at >= end, "from": at >= end, "above": at > end, "max": at <= end, "until": at <= end,
                "below": at < end, "exactly": at == end,
            }[key]
            for key, end in ends.items()
        )  # fmt: skip

    def _lies_in_json(self, issue: str, at: Value, words: Mapping[str, Words]) -> bool:
        if at == UNLIMITED:
            return bool(words["unlimited"])
        least, most = (None if words[key] is None else self.value(issue, str(words[key])) for key in ("min", "max"))
        return (least is None or at > least or (at == least and not words["min_open"])) and (
            most is None or at < most or (at == most and not words["max_open"])
        )

    def _kept(self, demands: Collection[Demand]) -> Outcomes:
        return frozenset(
            index for index, course in enumerate(self.courses) if all(keeps(course, demand) for demand in demands)
        )

    def union(self, issue: str, pieces: Iterable[Words]) -> Outcomes:
        """The outcomes of a union as JSON shows it."""
        return frozenset().union(*(self.accepts(issue, piece) for piece in pieces))

    # Terms

    def when(self, words: Mapping[str, Words]) -> When:
        """The outcomes under which a condition holds."""
        return tuple((issue, self.accepts(issue, said)) for issue, said in words.items())

    def term(self, issue: str, words: Words) -> Term:
        """A term, from the words under its issue."""
        full = words if isinstance(words, dict) else {"says" if self.kind(issue) == "text" else "accepts": words}
        own = {key: full[key] for key in _SAYS if key in full}
        offers = [
            Offer(self.accepts(issue, offer), self.when(offer.get("if", {}) if isinstance(offer, dict) else {}))
            for offer in ([own] if own else []) + full.get("alternatives", [])
        ]
        prefers = full.get("prefers")
        if prefers is not None and self.kind(issue) != "choice":
            prefers = self.value(issue, prefers)
        expires = full.get("expires")
        return Term(
            issue, tuple(offers), self.when(full.get("applies_if", {})), full.get("firmness", "firm"),
            full.get("vague") == "true", prefers, full.get("adds") == "true",
            date.fromisoformat(expires).toordinal() if expires else None, self._said(issue, offers),
        )  # fmt: skip

    def _said(self, issue: str, offers: Iterable[Offer]) -> frozenset[tuple[str, ...]]:
        if self.kind(issue) != "text":
            return frozenset()
        return frozenset(self._texts[min(offer.accepts)] for offer in offers if len(offer.accepts) == 1)

    def accepted(self, terms: Terms) -> Outcomes:
        """``U``: what is accepted as things stand."""
        every = [
            frozenset[int]().union(*(offer.accepts for offer in term.offers if not offer.when)) for term in each(terms)
        ]
        return frozenset.intersection(*every)

    def conceivable(self, terms: Terms) -> Outcomes:
        """``T``: what is accepted on some condition."""
        every = [
            self.all(term.issue) if term.applies else frozenset().union(*(offer.accepts for offer in term.offers))
            for term in each(terms)
        ]
        return frozenset.intersection(*every)

    def settlements(self, several: Iterable[Terms]) -> list[dict[str, int]]:
        """Every settlement, over the issues of the terms and those that their conditions name."""
        sides: dict[str, None] = {}
        for term in (term for terms in several for term in each(terms)):
            sides[self.side(term.issue)] = None
            for when in (term.applies, *(offer.when for offer in term.offers)):
                sides |= {self.side(issue): None for issue, _ in when}
        ranges = [sorted(self.all(side)) for side in sides]
        return [dict(zip(sides, outcomes, strict=True)) for outcomes in product(*ranges)]

    def holds(self, settlement: Mapping[str, int], when: When) -> bool:
        """Whether a condition holds in a settlement."""
        return all(settlement[self.side(issue)] in outcomes for issue, outcomes in when)

    def meets(self, settlement: Mapping[str, int], terms: Terms) -> bool:
        """Whether a settlement meets every one of some terms."""
        return all(self._meets(settlement, term) for term in each(terms))

    def _meets(self, settlement: Mapping[str, int], term: Term) -> bool:
        mine = settlement[self.side(term.issue)]
        return any(mine in offer.accepts and self.holds(settlement, offer.when) for offer in term.offers) or (
            bool(term.applies) and not self.holds(settlement, term.applies)
        )

    def meeting(self, one: Terms, other: Terms) -> tuple[set[int], set[int]]:
        """The settlements, numbered, that meet each of two positions."""
        every = self.settlements((one, other))
        mine, theirs = ({n for n, at in enumerate(every) if self.meets(at, terms)} for terms in (one, other))
        return mine, theirs

    def flexible(self, new: Terms, old: Terms) -> bool:
        """Whether a position is at least as flexible as another: at every level of firmness.

        A vague part leaves open what would do, and so is as flexible only as a vague one.
        """
        every = self.settlements(one for terms in (new, old) for one in each(terms))
        for level in range(len(_FIRMNESS)):
            news, olds = (
                [term for term in each(terms) if _FIRMNESS.index(term.firmness) >= level] for terms in (new, old)
            )
            if any(term.vague for term in news) and not any(term.vague for term in olds):
                return False
            if any(self.meets(one, tuple(olds)) and not self.meets(one, tuple(news)) for one in every):
                return False
        return True

    def same(self, one: Terms, other: Terms) -> bool:
        """Whether two positions are one."""
        if manner(one) != manner(other) or texts(one) != texts(other):
            return False
        return self.flexible(one, other) and self.flexible(other, one) and self.offering_same(one, other)

    def offering_same(self, one: Terms, other: Terms) -> bool:
        """Whether two positions accept the same as things stand, and the same on some condition."""
        return self.accepted(one) == self.accepted(other) and self.conceivable(one) == self.conceivable(other)

    # Positions

    def history(self, party: str, until: int) -> list[Event]:
        """All that happened to a party's position up to the end of a day."""
        said = []
        for path, words in self.statements.items():
            folder, _, name = path.partition("/")
            stem = name.removesuffix(".yaml")
            joint = folder == "joint"
            if party in (words["parties"] if joint else [folder]):
                day = date.fromisoformat(words["date"]).toordinal()
                said.append((day, not joint, f"joint/{stem}" if joint else stem, words))
        said.sort(key=lambda each: each[:3])
        held: dict[str, Holding] = {}
        events: list[Event] = []

        def event(day: int, issue: str, cause: str, after: Holding | None) -> None:
            events.append(Event(day, issue, cause, after))
            if after is None:
                del held[issue]
            else:
                held[issue] = after

        def expire(day: int) -> None:
            last_days = {(part.term.expires or 0, issue) for issue, one in held.items() for part in one.parts}
            for last, issue in sorted(last_days):
                if 0 < last < day:
                    left = [part for part in held[issue].parts if part.term.expires != last]
                    event(last + 1, issue, "expired", self._marked(left, held[issue], last + 1) if left else None)

        for number, (day, _, id, words) in enumerate(said):
            if day > until:
                break
            if words.get("standing") == "reported":
                continue
            expire(day)
            for name in words.get("withdraws", []):
                for issue in list(held) if name == "all" else [name]:
                    if issue in held:
                        event(day, issue, "withdrawn", None)
            for issue, written in words.get("terms", {}).items():
                holding = self._taken(held.get(issue), self.term(issue, written), id, day)
                if holding is not None:
                    event(day, issue, "set", holding)
            named = words.get("reaffirms", [])
            again: dict[str, set[int]] = {}
            for name in named:
                for issue, places in self._standing(name, held, said[:number]).items():
                    if places and issue not in words.get("terms", {}):
                        again.setdefault(issue, set()).update(places)
            for issue, chosen in again.items():
                parts = tuple(
                    part._replace(last_stated=day, lineage=part.lineage | {id}) if place in chosen else part
                    for place, part in enumerate(held[issue].parts)
                )
                event(day, issue, "reaffirmed", held[issue]._replace(parts=parts))
        expire(until)
        return events

    def _taken(self, before: Holding | None, term: Term, id: str, day: int) -> Holding | None:
        """What is held once a statement has set a term; None where that adds to nothing."""
        held = before.parts if before else ()
        mine = HeldPart(term, id, day, day, day, frozenset((id,)))
        for place, part in enumerate(held):
            said = term._replace(prefers=part.term.prefers) if term.adds and term.prefers is None else term
            if self.same(part.term, said):
                mine = HeldPart(said, id, day, part.first_held, day, part.lineage | {id})
                parts = [*held[:place], mine, *held[place + 1 :]] if term.adds else [mine]
                return self._marked(parts, before, day)
        if not term.adds or before is None:
            return self._marked([mine], before, day)
        every = (*before.terms, term)
        if self.kind(term.issue) != "text" and not any(self.meets(one, every) for one in self.settlements((every,))):
            return None
        return self._marked([*held, mine], before, day)

    def _marked(self, parts: Sequence[HeldPart], before: Holding | None, day: int) -> Holding:
        """A position of parts, each with whether those before it that count imply it."""
        marked: list[HeldPart] = []
        for part in parts:
            counting = tuple(one.term for one in marked if not one.again)
            again = bool(counting) and self.flexible((*counting, part.term), counting)
            marked.append(part._replace(again=again))
        after = Holding(tuple(marked), day)
        same = before is not None and self.same(before.terms, after.terms)
        return after._replace(first_held=before.first_held) if before is not None and same else after

    def _standing(
        self, name: str, held: Mapping[str, Holding], earlier: Sequence[tuple[Any, ...]]
    ) -> dict[str, list[int]]:
        """The parts that are reaffirmed by the name of an issue or a statement, or by ``all``: places, by issue."""
        if name == "all" or name in self.issues:
            return {i: list(range(len(one.parts))) for i, one in held.items() if name in ("all", i)}
        written = {
            i: said
            for *_, id, words in earlier
            if id == name and words.get("standing") != "reported"
            for i, said in words.get("terms", {}).items()
        }
        return {
            issue: [
                place
                for place, part in enumerate(held[issue].parts)
                if name in part.lineage or self.same(self.term(issue, said), part.term)
            ]
            for issue, said in written.items()
            if issue in held
        }

    def position(self, party: str, day: int) -> dict[str, Holding]:
        """What a party holds at the end of a day, by issue."""
        held: dict[str, Holding] = {}
        for event in self.history(party, day):
            held.pop(event.issue, None)
            if event.after is not None:
                held[event.issue] = event.after
        return held

    # Answers

    def relation(self, positions: Sequence[Terms]) -> str:
        """The relation between the positions of two or more parties on one issue."""
        if self.kind(each(positions[0])[0].issue) == "text":
            return "unassessed"
        stand, could = [self.accepted(terms) for terms in positions], [self.conceivable(terms) for terms in positions]
        if not frozenset.intersection(*could):
            return "contradiction"
        if any(term.vague for terms in positions for term in each(terms)):
            return "unassessed"
        if stand[0] and len(set(stand)) == 1 and len(set(could)) == 1:
            return "agreed"
        return "overlap" if frozenset.intersection(*stand) else "conditional"

    def common(self, positions: Sequence[Terms]) -> Outcomes:
        """What all accept as things stand."""
        return frozenset.intersection(*(self.accepted(terms) for terms in positions))

    def conflict_groups(self, positions: Mapping[str, Terms]) -> set[frozenset[str]]:
        """The minimal groups of parties whose ``T`` have nothing in common."""
        apart = [
            frozenset(group)
            for size in range(2, len(positions) + 1)
            for group in combinations(positions, size)
            if not frozenset.intersection(*(self.conceivable(positions[name]) for name in group))
        ]
        return {group for group in apart if not any(smaller < group for smaller in apart)}

    def stand(self, terms: Terms) -> Outcomes:
        """What is measured by: what is accepted as things stand, or where that is nothing, on some condition."""
        return self.accepted(terms) or self.conceivable(terms)

    def gap(self, positions: Sequence[Terms]) -> tuple[Value, Value] | None:
        """From the least upper bound to the greatest lower one; None where it begins above all numbers.

        Where the bounds interleave: between the two parties that are farthest apart, where they are nearest.
        """
        cells = self.cells(each(positions[0])[0].issue)
        stands = [self.stand(terms) for terms in positions]
        last, first = min(max(stand) for stand in stands), max(min(stand) for stand in stands)
        if last >= first:
            between = [found for one, other in combinations(stands, 2) if (found := self._between(cells, one, other))]
            if not between:
                return None
            return max(between, key=lambda ends: length(*ends))
        start, end = cells[last].high, cells[first].low
        return None if start == _HIGHEST else (start, end)

    def _between(self, cells: Sequence[Cell], one: Outcomes, other: Outcomes) -> tuple[Value, Value] | None:
        if one & other:
            return None
        pairs = [(cells[min(a, b)].high, cells[max(a, b)].low) for a in one for b in other]
        return min(pairs, key=lambda ends: length(*ends))

    def change(self, old: Terms, new: Terms) -> str | None:
        """What kind of change leads from one position to another; None when they are the same."""
        if texts(old) != texts(new):
            return "reworded"
        flexible, rigid = self.flexible(new, old), self.flexible(old, new)
        if flexible and rigid:
            return None if self.same(old, new) else "shifted"
        if flexible or rigid:
            return "softened" if flexible else "hardened"
        issue = each(old)[0].issue
        kind, declared = self.kind(issue), self.issues[issue]
        if kind == "text":
            return "shifted"  # whether words have something in common is for a reader to judge
        stood, stands = self.accepted(old), self.accepted(new)
        if stood and stands and not stood & stands:
            two_sided = kind in ("set", "sequence") or (kind == "choice" and len(declared["options"]) == 2)
            return "reversed" if two_sided else "replaced"
        return "shifted"

    def distance(self, one: Terms, other: Terms) -> tuple[int, Fraction] | None:
        """How far apart two terms are that have nothing in common; None where that cannot be measured."""
        mine, theirs = self.stand(one), self.stand(other)
        issue = each(one)[0].issue
        match self.kind(issue):
            case "choice":
                ordered = self.issues[issue].get("ordered") == "true"
                return (0, Fraction(min(abs(a - b) for a in mine for b in theirs))) if ordered else None
            case "set":
                return 0, Fraction(min((a ^ b).bit_count() for a in mine for b in theirs))
            case "sequence":
                return 0, Fraction(self.clashing(mine, theirs))
            case "ranking":
                return None
        found = self.gap((one, other))
        return None if found is None or length(*found)[0] else length(*found)

    def clashing(self, mine: Outcomes, theirs: Outcomes) -> int:
        """The pairs of steps that stand otherwise in every course of the one than in every course of the other."""

        def ways(courses: Outcomes, a: str, b: str) -> set[int]:
            times = [self.courses[course] for course in courses]
            return {(time[a] > time[b]) - (time[a] < time[b]) for time in times}

        return sum(not ways(mine, a, b) & ways(theirs, a, b) for a, b in combinations(self.steps, 2))

    # Order in time

    def demands(self, words: Words) -> list[Demand]:
        """The demands that an ``order`` makes."""
        found = _order(words)
        return [
            Demand(demand.second, demand.first, True)
            if demand.together and self.steps.index(demand.first) > self.steps.index(demand.second)
            else demand
            for demand in found
        ]

    def implied(self, term: Term) -> set[Demand]:
        """The orders that hold in every course which a term on a sequence accepts as things stand."""
        courses = [] if term.applies else [self.courses[course] for course in self.accepted(term)]
        every = [Demand(a, b) for a, b in product(self.steps, repeat=2)]
        every += [Demand(a, b, True) for a, b in combinations(self.steps, 2)]
        return {demand for demand in every if courses and all(keeps(course, demand) for course in courses)}

    def possible(self, demands: Collection[Demand]) -> bool:
        """Whether some course of events keeps the demands."""
        return any(all(keeps(course, demand) for demand in demands) for course in self.courses)

    def deadlocks(self, owners: Mapping[Demand, set[str]]) -> set[frozenset[Demand]]:
        """Every minimal set of demands that no course of events keeps, and that no party holds alone."""
        impossible: list[frozenset[Demand]] = []
        for size in range(1, len(owners) + 1):
            for some in combinations(owners, size):
                chosen = frozenset(some)
                if not any(smaller < chosen for smaller in impossible) and not self.possible(chosen):
                    impossible.append(chosen)
        return {each for each in impossible if not set.intersection(*(owners[demand] for demand in each))}


def each(terms: Terms) -> tuple[Term, ...]:
    """One term or several, as several."""
    return (terms,) if isinstance(terms, Term) else terms


def manner(terms: Terms) -> tuple[object, ...]:
    """How firm a position is, whether it is vague, its targets."""
    firmest = max(_FIRMNESS.index(term.firmness) for term in each(terms))
    return firmest, any(term.vague for term in each(terms)), {term.prefers for term in each(terms)}


def texts(terms: Terms) -> frozenset[tuple[str, ...]]:
    """The texts of a position on a text issue."""
    return frozenset(text for term in each(terms) for text in term.says)


def keeps(course: Mapping[str, int], demand: Demand) -> bool:
    """Whether a course of events keeps a demand."""
    first, second = course[demand.first], course[demand.second]
    return first == second if demand.together else first < second


def length(start: Value, end: Value) -> tuple[int, Fraction]:
    """The length between two values, to compare: endless ones last."""
    return (0, end[1] - start[1]) if start[0] == 0 == end[0] else (1, _ZERO)


def _order(entries: Sequence[Words]) -> list[Demand]:
    """Each entry against the next; steps that are together."""
    listed, found = [], []
    for entry in entries:
        if isinstance(entry, dict):
            found += [Demand(a, b, True) for a, b in pairwise(entry["together"])]
            listed.append(entry["together"])
        else:
            listed.append(_listed(entry))
    for earlier, following in pairwise(listed):
        found += [Demand(a, b) for a, b in product(earlier, following)]
    return list(dict.fromkeys(found))


def _pairs(pairs: Sequence[Words]) -> list[Demand]:
    """The pairs as JSON shows them."""
    listed = [(pair["together"], True) if isinstance(pair, dict) else (pair, False) for pair in pairs]
    return [Demand(first, second, together) for (first, second), together in listed]


def _listed(words: Words) -> list[str]:
    return [words] if isinstance(words, str) else list(words)


def _mappings(words: Words, into_conditions: bool = True) -> Iterator[dict[str, Words]]:
    """Every mapping within words, those within mappings and lists included."""
    if isinstance(words, dict):
        yield words
        for key, value in words.items():
            if into_conditions or key not in ("if", "applies_if"):
                yield from _mappings(value, into_conditions)
    elif isinstance(words, list):
        for value in words:
            yield from _mappings(value, into_conditions)
