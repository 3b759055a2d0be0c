"""The one face of the six kinds: the space of an issue's outcomes, and the sets of outcomes in it.

A **piece** is what one offer accepts, in a form of the kind's own, hashable, never empty, and the same for the same
set of outcomes whatever the words. A **union** is a tuple of pieces. What a kind has to know is how to read words
into a piece, how to intersect two pieces (``meet``), how to cut one out of another (``minus``), and how to say a
piece in words and in JSON. All else (equality, inclusion, common ground) follows from these, here, for every kind.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from itertools import islice, product
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple

from posdiff.findings.nearest import NotFound
from posdiff.findings.rules import RuleId
from posdiff.kinds.forms import Forms

if TYPE_CHECKING:
    from fractions import Fraction

    from posdiff.kinds.axis import Stretch, Tick
    from posdiff.kinds.steps import Demand

#: The words of a term or of the agenda, without their places: text, lists and mappings of text.
Words = Any
Piece = Any
Union = tuple[Piece, ...]
#: How the agenda holds a key of a kind's own: ids with titles, a list or mapping of the kind's, or one text.
KeyForm = Literal["titles", "nested", "text"]

#: Pairs of pieces that are looked at to know whether unions meet.
BUDGET = 200_000
#: Pieces of a common ground that are kept.
MOST_PIECES = 256
#: Pairs of pieces that are looked at for what two unions have in common.
MOST_PAIRS = 100_000
#: Cells into which outcomes are cut, on a kind that knows no better way than one piece after the other.
MOST_CELLS = 1_000


class Problem(NamedTuple):
    """Something wrong in the words: ``path`` leads to the part that is wrong, through keys and list indexes."""

    path: tuple[str | int, ...]
    rule: RuleId
    message: str
    hint: str | NotFound | None = None


class Declared(NamedTuple):
    """What a kind made of an issue's own keys: its space (None when they are too wrong for one) and the problems."""

    space: "Space | None"
    problems: tuple[Problem, ...] = ()


class Reading(NamedTuple):
    """What a kind made of a term's words: a piece (None when the words are too wrong for one) and the problems.

    ``refusal``: the words name what is refused, and all else is accepted.
    """

    piece: Piece | None
    problems: tuple[Problem, ...] = ()
    refusal: bool = False


class Gap(NamedTuple):
    """How far apart positions are on a scale: from the least upper bound to the greatest lower one."""

    start: Any
    end: Any
    size: Any
    unit: str | None


class Stance(NamedTuple):
    """What a party holds on an issue, as far as a clash is told of it: the party's name, and what it accepts.

    ``accepted``: as things stand; ``conceivable``: on some condition. Of a vague term only what it leaves out is known.
    ``refusal``: all that the party said is what it refuses.
    """

    party: str
    accepted: Union
    conceivable: Union
    vague: bool = False
    refusal: bool = False


class Space(ABC):
    """The outcomes of one issue. Frozen: nothing writes to it once it is made."""

    #: The name of the kind, as in the agenda.
    kind: ClassVar[str]
    #: The keys of an issue that are this kind's own.
    declares: ClassVar[frozenset[str]] = frozenset()
    #: Those of ``declares`` under which a list or a mapping may stand, which ``declare`` looks through itself.
    nested: ClassVar[frozenset[str]] = frozenset()
    #: The keys of a term that say what is accepted.
    says: ClassVar[frozenset[str]]
    #: What these keys hold, and the kind's values in JSON; None: whatever.
    forms: ClassVar[Forms | None] = None
    #: Whether a term may name a target (``prefers``).
    prefers: ClassVar[bool] = False
    #: The columns that the kind has in a table of positions.
    columns: ClassVar[tuple[str, ...]] = ()
    #: Whether a machine can compare what is said.
    comparable: ClassVar[bool] = True
    #: Whether what has nothing in common with a position is its reverse: in and out, first and last, yes and no.
    has_reverse: bool = False
    #: What one of the things in ``vocabulary`` is called: an option, a member.
    noun: ClassVar[str] = "option"
    #: Whether an outcome is a course of the agenda's steps.
    uses_steps: ClassVar[bool] = False

    @classmethod
    @abstractmethod
    def declare(cls, words: Mapping[str, Words], steps: Any) -> Declared:
        """The space that an issue's own keys declare; ``steps`` are the agenda's."""

    @classmethod
    def key_form(cls, key: str) -> KeyForm:
        """What stands under a key of ``declares``: the titles of what the issue names are under ``options:`` etc."""
        if key == f"{cls.noun}s":
            return "titles"
        return "nested" if key in cls.nested else "text"

    def same_kind(self, other: "Space") -> bool:
        """Whether another issue's space is of this very kind."""
        return type(self) is type(other)

    @property
    @abstractmethod
    def everything(self) -> Piece:
        """The piece that holds every outcome."""

    @abstractmethod
    def shorthand(self, word: Words, draft: bool) -> dict[str, Words] | Problem:
        """The words that a bare scalar or list stands for."""

    @abstractmethod
    def read(self, words: Mapping[str, Words]) -> Reading:
        """The piece that the words accept. ``words`` holds keys of ``says`` only, at least one."""

    def read_target(self, word: Words) -> Reading:
        """The outcome named under ``prefers``, in the form that ``target_words`` and JSON show."""
        raise NotImplementedError

    @abstractmethod
    def meet(self, one: Piece, other: Piece) -> Piece | None:
        """What both pieces hold; None when that is nothing."""

    @abstractmethod
    def minus(self, one: Piece, other: Piece) -> Union:
        """What ``one`` holds and ``other`` does not: pieces that have nothing in common."""

    @abstractmethod
    def tidy(self, union: Union) -> Union:
        """The same outcomes in as few pieces as are natural to the kind, sorted.

        Equal unions need not come out as the same pieces (orders, and sets in many pieces): ``equal`` tells.
        """

    @abstractmethod
    def as_json(self, piece: Piece) -> Any:
        """The piece in the shape of the kind, for JSON."""

    @abstractmethod
    def in_words(self, piece: Piece) -> str:
        """The piece in plain words, with the agenda's titles."""

    def as_said(self, piece: Piece, refusal: bool) -> str:
        """A piece in the words in which it was said, on kinds that can say the same in two ways.

        ``refusal``: what is refused was named, and not what is left.
        """
        return self.in_words(piece)

    def vaguely(self, piece: Piece, refusal: bool = False) -> str:
        """A piece of a vague term in words: what it leaves out is rejected, what it leaves in is not yet accepted."""
        return "leaves it open" if piece == self.everything else f"{self.as_said(piece, refusal)} (not specified)"

    def lists_all(self, piece: Piece) -> bool:
        """Whether the words for a piece are a list of all that an outcome holds."""
        return False

    def refusing(self, piece: Piece, vague: bool, more: bool = False) -> str:
        """All that a term says, where it only says what it refuses: ``rejects “A” and “B”``.

        ``more``: the position says in another part what it accepts.
        """
        return self.vaguely(piece) if vague else self.in_words(piece)

    def condition_words(self, title: str, piece: Piece) -> str:
        """That the issue of this title comes out so: ``Neutrality: Yes``."""
        return f"{title}: {self.in_words(piece)}"

    def target_words(self, target: Any) -> str:
        """A target (``prefers``) in plain words."""
        return str(target)

    def target_json(self, target: Any) -> Any:
        """A target (``prefers``) for JSON."""
        return target

    # What the agenda declares of the issue, for the template of a statement and for the rules on history.

    @property
    def vocabulary(self) -> Mapping[str, str]:
        """What the issue itself names, id to title, in the agenda's order. The agenda's steps are not its own."""
        return {}

    def named_in(self, piece: Piece) -> frozenset[str]:
        """The ids of ``vocabulary`` of which a piece says something; all of them where a kind does not know better."""
        return frozenset(self.vocabulary)

    def declared(self) -> dict[str, Any]:
        """What the agenda declares of the outcomes, by its keys: plain values, the same for the same outcomes."""
        return {f"{self.noun}s": sorted(self.vocabulary)} if self.vocabulary else {}

    def template(self) -> tuple[str, ...]:
        """The lines on which a term is filled in: what can be named, in comments, and a key of ``says``."""
        first, *others = sorted(self.says - {"accepts"}) or ["accepts"]
        hint = f"  # or {', '.join(f'{key}:' for key in others)}" if others else ""
        return (*titles_in_comments(self.vocabulary), f"{first}:{hint}")

    def bounded(self, piece: Piece) -> tuple[bool, bool] | None:
        """Whether a piece is bounded below, and above; None on a kind without a scale."""
        return None

    def at_bound(self, piece: Piece) -> Piece | None:
        """The one outcome at the bound of a piece that is bounded on one side only; None for all other pieces."""
        return None

    def in_columns(self, union: Union) -> tuple[Any, ...]:
        """What is accepted, in the ``columns`` of a table: a number, a day as ISO text, a list of ids, or None."""
        return ()

    def on_axis(self, piece: Piece) -> "tuple[Stretch, ...]":
        """Where a piece lies on a line that can be drawn; empty on a kind, or an issue, without a scale."""
        return ()

    def ticks(self, low: float, high: float, most: int) -> "list[Tick]":
        """The places on that line between two others that have a name, so many at most."""
        return []

    def room_around(self, value: float) -> float:
        """How much of that line is drawn on either side of a value where no other one is named."""
        return max(abs(value) * 0.25, 1.0)

    def beyond(self) -> str:
        """The title of the outcome above every number; empty where there is none."""
        return ""

    # A clash in words.

    def gap_json(self, gap: Gap) -> Any:
        """A gap for JSON: ``{from, to, size, unit}``."""
        return {"from": gap.start, "to": gap.end, "size": gap.size, "unit": gap.unit}

    def reverses(self, before: Union, after: Union) -> bool:
        """Whether a position that has nothing in common with the one before is its reverse, and no third thing."""
        return self.has_reverse

    def moved_words(self, before: Union, after: Union) -> str:
        """By how much a position moved that has nothing in common with the one before; empty without a scale."""
        return ""

    def gap_words(self, gap: Gap) -> str:
        """A gap in words, to stand in a sentence."""
        return f"gap from {gap.start} to {gap.end}"

    def clash_words(self, clash: Sequence[str], stances: Sequence[Stance]) -> str:
        """What stances with nothing in common clash on. ``clash``: what the method of that name found, if anything."""
        return " against ".join(f"{self.union_words(stance.conceivable)} ({stance.party})" for stance in stances)

    def emptied_words(self, pieces: Sequence[Piece], why: Callable[[str], str | None]) -> str:
        """Why the last of some pieces leaves nothing of the others: to stand behind a colon, empty where all is said.

        ``why``: the agenda's reason why a step comes after others.
        """
        return ""

    def union_words(self, union: Union) -> str:
        """The pieces of a union in plain words: ``a; or b``."""
        return "; or ".join(self.in_words(piece) for piece in union)

    def gap(self, unions: Sequence[Union]) -> Gap | None:
        """How far apart the unions are, on kinds with a scale; None on others."""
        return None

    def clash(self, unions: Sequence[Union]) -> list[str] | None:
        """What clashes between unions with nothing in common: members, options or steps; None where a gap says it."""
        return None

    def distance(self, one: Union, other: Union) -> Any | None:
        """How far two unions with nothing in common are apart, to tell closer from farther; None if not measurable."""
        return None

    def separation(self, one: Union, other: Union) -> "Fraction":
        """The least distance between an outcome of one union and one of the other, on a scale from 0 to 1 (Gower 1971).

        On a kind, or an issue, without a scale: 0 where they meet, 1 where they do not.
        """
        from fractions import Fraction

        return Fraction(0 if self.meets((one, other)) else 1)

    def difference(self, one: Union, other: Union) -> "Fraction":
        """How far two sets of outcomes, codings of the same words, differ: from 0, the same, to 1, nothing in common.

        Each kind's measure is defined in docs/recode.md. On a kind, or an issue, without a measure of its outcomes:
        one half where the two have something in common, but are not the same.
        """
        from fractions import Fraction

        if self.equal(one, other):
            return Fraction(0)
        return Fraction(1, 2) if self.meets((one, other)) else Fraction(1)

    # What deadlocks, figures and the search for conflicts ask. Every answer here follows from meet and minus.

    def demands(self, offers: Sequence[Piece]) -> "list[Demand]":
        """The orders of steps that offers of equal rank demand: what all of them imply; none on a kind without time."""
        return []

    def agreement(self, one: Union, other: Union) -> "Fraction | None":
        """How near two single answers on an ordered scale are, from 0 to 1; None for all that is no such answer."""
        return None

    def cells(self, pieces: Sequence[Piece]) -> list[Piece] | None:
        """The parts of the outcomes that none of the pieces tells apart: each lies inside or outside every one of them.

        Together they are everything. None where there are too many to go through one by one.
        """
        groups: dict[tuple[bool, ...], list[Piece]] = {(): [self.everything]}
        for piece in pieces:
            split: dict[tuple[bool, ...], list[Piece]] = {}
            for signature, group in groups.items():
                inside = [both for cell in group if (both := self.meet(cell, piece)) is not None]
                outside = [rest for cell in group for rest in self.minus(cell, piece)]
                split |= {(*signature, True): inside} if inside else {}
                split |= {(*signature, False): outside} if outside else {}
            groups = split
            if sum(map(len, groups.values())) > MOST_CELLS:
                return None
        return [cell for group in groups.values() for cell in self.tidy(tuple(group))]

    def axes(self, pieces: Sequence[Piece]) -> list[list[Piece]] | None:
        """Questions about an outcome that have nothing to do with each other, each with its answers, as pieces.

        An outcome lies in one of ``pieces`` when to every question it gives an answer that has something in common with
        it. By default one question: in which cell it lies. None where outcomes cannot be cut so.
        """
        cells = self.cells(pieces)
        return None if cells is None else [cells]

    def requirements(self, piece: Piece) -> Sequence[Hashable]:
        """What an outcome has to meet to lie in a piece, where ``axes`` has no answer: smaller pieces, or demands."""
        return (piece,)

    def contradiction(self, requirements: Sequence[Any]) -> Sequence[Any]:
        """A minimal part of the requirements that no outcome meets; empty where an outcome meets all of them."""
        needed = list(requirements)
        if self.meets([(requirement,) for requirement in needed]):
            return ()
        for requirement in requirements:
            rest = [remaining for remaining in needed if remaining != requirement]
            if not self.meets([(remaining,) for remaining in rest]):
                needed = rest
        return needed

    def restrictions(
        self, pieces: Sequence[Piece], possible: Callable[[Piece], bool]
    ) -> Iterator[tuple[Sequence[Piece], Union]]:
        """What cannot come about, and what that leaves: for each question of ``axes`` that has such an answer.

        ``possible``: whether an outcome in a piece can come about.
        """
        for answers in self.axes(pieces) or ():
            can = [possible(answer) for answer in answers]
            if not all(can):
                left = tuple(answer for answer, open_ in zip(answers, can, strict=True) if open_)
                yield [answer for answer, open_ in zip(answers, can, strict=True) if not open_], self.tidy(left)

    # What follows from meet and minus, for every kind.

    def inside(self, one: Piece, other: Piece) -> bool:
        """Whether one piece lies within another."""
        return not self.minus(one, other)

    def meets(self, unions: Sequence[Union], budget: int = BUDGET) -> bool | None:
        """Whether the unions have an outcome in common; None when the budget of questions ran out first.

        Depth first, one offer of each, so that nothing is built that the answer does not need.
        """
        stack: list[tuple[int, Piece]] = [(0, self.everything)]
        while stack:
            depth, met = stack.pop()
            if depth == len(unions):
                return True
            for piece in reversed(unions[depth]):
                budget -= 1
                if budget < 0:
                    return None
                both = self.meet(met, piece)
                if both is not None:
                    stack.append((depth + 1, both))
        return False

    def common(self, unions: Sequence[Union]) -> tuple[Union, bool]:
        """What all the unions hold, in few pieces; and whether that is all of it (so many pieces are not kept)."""
        held: Union = unions[0] if unions else ()
        complete = True
        for union in dict.fromkeys(unions[1:]):
            pairs = islice(product(held, union), MOST_PAIRS)
            shared = dict.fromkeys(both for a, b in pairs if (both := self.meet(a, b)) is not None)
            kept = self.largest(tuple(shared), MOST_PIECES + 1)
            complete = complete and len(held) * len(union) <= MOST_PAIRS and len(kept) <= MOST_PIECES
            held = kept[:MOST_PIECES]
        return self.tidy(held), complete

    def intersect(self, unions: Sequence[Union]) -> Union:
        """What all the unions hold, in few pieces; empty when that is nothing."""
        return self.common(unions)[0]

    def largest(self, pieces: Union, most: int | None = None) -> Union:
        """The pieces without those that lie within another one; so many at most."""
        kept: list[Piece] = []
        for piece in dict.fromkeys(pieces):
            if not any(self.inside(piece, kept_piece) for kept_piece in kept):
                kept = [kept_piece for kept_piece in kept if not self.inside(kept_piece, piece)]
                kept.append(piece)
        return tuple(kept[:most])

    def within(self, one: Union, other: Union, budget: int = BUDGET) -> bool | None:
        """Whether every outcome of ``one`` is in ``other``; None when the budget of questions ran out first.

        Depth first, what the pieces of ``other`` leave of one piece after the other, to the first that is left by all.
        """
        stack = [(piece, 0) for piece in reversed(one)]
        while stack:
            left, done = stack.pop()
            if done == len(other):
                return False
            budget -= 1
            if budget < 0:
                return None
            stack += [(rest, done + 1) for rest in self.minus(left, other[done])]
        return True

    def equal(self, one: Union, other: Union) -> bool | None:
        """Whether both hold the same outcomes; None when the budget of questions ran out first."""
        if one == other:
            return True
        there = self.within(one, other)
        back = there if there is False else self.within(other, one)
        return back if there or back is False else None


def joined(parts: Sequence[str], last: str = "and") -> str:
    """``a, b and c``; ``a; b, as it was; and c`` where a part that is not quoted has a comma of its own."""
    if len(parts) < 2:
        return "".join(parts)
    if any(", " in part for part in parts if not (part.startswith("“") and part.endswith("”"))):
        return "; ".join(parts[:-1]) + f"; {last} {parts[-1]}"
    return ", ".join(parts[:-1]) + f" {last} {parts[-1]}"


def in_runs(numbers: Sequence[int]) -> str:
    """``1, 3 and 7 to 51``: numbers in ascending order, three or more in a row by the first and the last."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told: list[str] = []
    for run in runs:
        told += [f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run)
    return joined(told)


def quoted(title: str) -> str:
    """A title in the middle of a sentence."""
    return f"“{title}”"


def titles_in_comments(titles: Mapping[str, str]) -> tuple[str, ...]:
    """Ids with their titles, each on a line of its own that YAML passes over."""
    return tuple(f"# {id}: {title}" for id, title in titles.items())


def article(noun: str) -> str:
    """A noun with its article: ``an option``."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
