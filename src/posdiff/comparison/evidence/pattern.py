"""A quote as what is looked for: words that stand in the page, words left out, words put in.

``…``, ``...``, ``. . .``, ``[…]`` and ``(…)`` stand for left-out words. ``[words put in]`` stand for nothing, for one
pronoun of a list, or for themselves, where the page has the brackets. ``[T]he`` is ``the`` or ``The``, ``agree[d]`` is
``agree``. So a bracket can never take the place of a ``not``; nor put one in: words in brackets that deny, and what is
put to the beginning of a word, have to stand in the page as they are, brackets and all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Literal, NamedTuple

from posdiff.comparison.evidence.denials import (
    amount_in,
    begins_with_amount,
    denies,
    ends_with_amount,
    is_figure,
    may_not_be_put_in,
    turns_a_word,
)
from posdiff.comparison.evidence.pronouns import PRONOUNS, is_pronoun
from posdiff.dossier.plain_text import normal, plain

_DOTS = r"(?:…|\.{3,}|\.(?:\s\.){2,})"
_MARK = re.compile(rf"[\[(]\s*{_DOTS}\s*[\])]|{_DOTS}|\[[^\[\]]*\]")
_WORD = re.compile(r"[^\W\d_]+")
#: The letters of a word that end at a bracket, or before the apostrophe or the blank before it.
_BEGUN = re.compile(r"[^\W_](?:['’]?[^\W_]){0,39}(?=['’]?[ ]?\Z)")
_LEFT_OUT = re.compile(rf"[\[(]?\s*{_DOTS}\s*[\])]?")
#: The word before a bracket, and that after it, with nothing that ends a part of a sentence between.
_WORD_BEFORE = re.compile(r"(\w+)[^\w\[\].,;:!?…]*\Z")
_WORD_AFTER = re.compile(r"[^\w\[\].,;:!?…]*(\w{1,40})")
_WIDEST = 60
#: What ends a sentence or a part of one; words beside left-out ones that are looked for together.
_SIGNS = re.compile(r"[.,;:!?]+(?=[\s'\")]|\Z)|[()\[\]]|\s-+\s")
_HAS_LETTER = re.compile(r"[^\W_]")
_MOST_BESIDE = 2

#: Characters of brackets that follow each other; longer ones have to stand in the page as they are.
LONGEST_BRACKET = 200
#: Letters of an ending that a bracket may put to a word: ``agree[d]``.
_LONGEST_ENDING = 3


class Piece(NamedTuple):
    """Words that stand in the page as they are. ``lead``: the letter before them, which may be small or a capital."""

    text: str
    lead: str = ""


class Brackets(NamedTuple):
    """What is put in at one place: ``marks``, brackets and all. ``held``: the pronouns in them.

    ``ending``: they are nothing but the ending of the word before them, or there are none: they stand for nothing else.
    """

    marks: tuple[str, ...] = ()
    held: frozenset[str] = frozenset()
    ending: bool = False

    def may_be(self, text: str, start: int, end: int) -> bool:
        """Whether they may stand for a word of the page: a pronoun, and if they hold pronouns, one of these."""
        held = not self.held or text[start:end].casefold() in self.held
        return held and not self.ending and is_pronoun(text, start, end)

    def only(self, words: Callable[[str], bool]) -> bool:
        """Whether each of them holds nothing but words of one kind."""
        return all(words(mark[1:-1].strip()) for mark in self.marks)


class Unbroken(NamedTuple):
    """Pieces that follow each other; ``put_in``: what is put in between each and the next.

    ``first``, ``last``: what is put in before and after all of them.
    """

    pieces: tuple[Piece, ...]
    put_in: tuple[Brackets, ...]
    first: Brackets
    last: Brackets

    @property
    def anchor(self) -> int:
        """Its longest piece, the first of them: what is looked for first."""
        lengths = [len(piece.text) for piece in self.pieces]
        return lengths.index(max(lengths))


class Pattern(NamedTuple):
    """Runs of words, in order, with words left out between each and the next."""

    runs: tuple[Unbroken, ...]

    @property
    def anchor(self) -> int:
        """The run with the longest piece, the first of them."""
        lengths = [max(len(piece.text) for piece in run.pieces) for run in self.runs]
        return lengths.index(max(lengths))

    @property
    def beside_amounts(self) -> list[tuple[bool, bool]]:
        """Of each place where words are left out, whether a number stands right before it, and right behind."""
        return [
            (ends_with_amount("".join(run.pieces[-1][::-1])), begins_with_amount("".join(following.pieces[0][::-1])))
            for run, following in pairwise(self.runs)
        ]

    def beside(self, gap: int) -> Pattern:
        """The last words before a place where words are left out, and the first behind it: two each, up to a sign."""
        before, behind = self.runs[gap].pieces[-1], self.runs[gap + 1].pieces[0]
        last, first = _words_beside(before.text, -1), _words_beside(behind.text, 0)
        pieces = Piece(last, before.lead if last == before.text else ""), Piece(first, behind.lead)
        return Pattern(tuple(Unbroken((piece,), (), Brackets(), Brackets()) for piece in pieces))

    @property
    def letters(self) -> int:
        """How many letters and digits have to stand in the page."""
        pieces = (piece for run in self.runs for piece in run.pieces)
        return sum(character.isalnum() for piece in pieces for character in piece.lead + piece.text)

    @property
    def words(self) -> str:
        """Its own words alone, without what is left out or put in."""
        return " ".join(piece.lead + piece.text for run in self.runs for piece in run.pieces)


def _words_beside(text: str, at: Literal[0, -1]) -> str:
    """The first words (0) or the last (-1) of a text that counts, none of them beyond a sign; all of one without."""
    parts = [part for part in _SIGNS.split(text) if _HAS_LETTER.search(part)] or [text]
    words = parts[at].split()
    return " ".join(words[:_MOST_BESIDE] if at == 0 else words[-_MOST_BESIDE:]).strip("'\"-") or text


def pattern(quote: str) -> Pattern:
    """What is looked for where a quote is said to stand; without runs where it has no words of its own."""
    runs: list[Unbroken] = []
    pieces: list[Piece] = []
    put_in: list[Brackets] = []
    waiting: list[_Part] = []
    lead = ""
    for part in _parts(plain(quote)):
        own = normal(part.text)
        if own or lead:
            put_in.append(_brackets(waiting))
            pieces.append(Piece(own, lead))
            waiting, lead = [], ""
        if part.kind in ("put in", "ending"):
            waiting.append(part)
        elif part.kind == "letter":
            lead = part.mark[1:-1]
        elif pieces:
            runs.append(Unbroken(tuple(pieces), tuple(put_in[1:]), put_in[0], _brackets(waiting)))
            pieces, put_in, waiting = [], [], []
        else:
            waiting = []
    return Pattern(tuple(runs))


_Kind = Literal["left out", "put in", "ending", "letter", "end"]


class _Part(NamedTuple):
    """Words, and the mark that follows them."""

    text: str
    mark: str
    kind: _Kind


def _brackets(parts: list[_Part]) -> Brackets:
    marks = tuple(normal(part.mark) for part in parts)
    held = frozenset(word for mark in marks for word in _WORD.findall(mark.casefold()) if word in PRONOUNS)
    return Brackets(marks, held, all(part.kind == "ending" for part in parts))


def _parts(text: str) -> list[_Part]:
    """The words before each mark, with the mark; the last words with none. What has to stand as it is, is no mark."""
    parts: list[_Part] = []
    at, row, ended, put_in = 0, 0, 0, ""
    every = list(_MARK.finditer(text))
    beside = _beside_figures(text, every)
    for found in every:
        row = len(found[0]) + (0 if text[at : found.start()].strip() else row)
        # Brackets that follow each other are read as one, and with the word that they stand behind.
        put_in = put_in if not text[ended : found.start()].strip() else _begun(text, found.start())
        put_in, ended = f"{put_in[-LONGEST_BRACKET:]}\0{found[0][1:-1]}", found.end()
        kind = _kind(text, found.start(), found.end(), put_in) if row <= LONGEST_BRACKET else None
        if kind == "put in" and found.start() in beside:
            kind = None
        if kind is None:
            continue
        parts.append(_Part(text[at : found.start()], found[0], kind))
        at = found.end()
    return [*parts, _Part(text[at:], "", "end")]


def _beside_figures(text: str, marks: list[re.Match[str]]) -> set[int]:
    """Where the marks begin that stand beside a number, by themselves or with the brackets next to them."""
    beside: set[int] = set()
    ended, figure = 0, False
    for mark in marks:
        between = text[max(ended, mark.start() - _WIDEST) : mark.start()]
        before = _WORD_BEFORE.search(between)
        figure = is_figure(before[1]) if before else figure and not between.strip()
        beside.update([mark.start()] if figure else [])
        figure, ended = figure and not _LEFT_OUT.fullmatch(mark[0]), mark.end()
    starts, figure = len(text), False
    for mark in reversed(marks):
        after = _WORD_AFTER.match(text, mark.end(), starts)
        figure = is_figure(after[1]) if after else figure and not text[mark.end() : starts].strip()
        beside.update([mark.start()] if figure else [])
        figure, starts = figure and not _LEFT_OUT.fullmatch(mark[0]), mark.start()
    return beside


def _begun(text: str, at: int) -> str:
    """The word that ends at a place, or right before the apostrophe or blank there."""
    found = _BEGUN.search(text, max(0, at - 42), at)
    return found[0] if found else ""


def _kind(text: str, start: int, end: int, row: str) -> _Kind | None:
    """What a mark stands for; None where it has to stand in the page as it is, brackets and all.

    ``row``: the word before it, and what the brackets of the row up to it put in, with ``\\0`` between them.
    """
    mark, inside = text[start:end], text[start + 1 : end - 1]
    if _LEFT_OUT.fullmatch(mark):
        return "left out"
    before, after = text[start - 1] if start else " ", text[end : end + 2]
    if len(inside) == 1 and inside.isalpha() and not before.isalnum() and after[:1].isalpha():
        return "letter"
    words = normal(inside)
    if may_not_be_put_in(words) or (words.startswith("-") and not words[1:2].isspace()):
        return None
    if _spells_a_denial(*row.split("\0", 1)):
        return None
    if after[:1].isalnum() or (normal(after[:1]) == "-" and after[1:].isalnum()):
        return None
    if before.isalnum():
        short = before.isalpha() and inside.isalpha() and len(inside) <= _LONGEST_ENDING
        return "ending" if short and not _makes_another(*row.split("\0", 1)) else None
    return "put in"


def _makes_another(begun: str, put_in: str) -> bool:
    """Whether an ending makes of a word that denies, counts or limits one that does not, or the other way round."""
    word, whole = normal(begun), normal(begun) + normal(put_in.replace("\0", ""))
    counts = (is_figure(word), amount_in(word) is not None) != (is_figure(whole), amount_in(whole) is not None)
    return counts or is_figure(word) or denies(word) != denies(whole)


def _spells_a_denial(begun: str, put_in: str) -> bool:
    """Whether the brackets of a row together spell what none may put in, or make a word beside them deny."""
    spelled = normal(put_in.replace("\0", ""))
    if turns_a_word(spelled):
        return True
    if "\0" in put_in and may_not_be_put_in(spelled):
        return True
    if not begun or not spelled.isalpha() or len(spelled) > _LONGEST_ENDING:
        return False
    return denies(normal(begun) + spelled) and not denies(normal(begun))
