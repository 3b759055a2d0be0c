"""A quote as what is looked for: words that stand in the page, words left out, words put in.

``…``, ``...``, ``[…]`` and ``(…)`` stand for left-out words. ``[words put in]`` stand for nothing, for one pronoun of a
list, or for themselves, where the page has the brackets. ``[T]he`` is ``the`` or ``The``. So a bracket can never take
the place of a ``not``; nor put one in: words in brackets that deny have to stand in the page as they are, brackets and
all; and ``…`` never stands for a ``not`` alone, or with a word or two beside it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from posdiff.dossier.plain_text import normal, plain

_MARK = re.compile(r"[\[(]\s*(?:…|\.{3,})\s*[\])]|…|\.{3,}|\[[^\[\]]*\]")
_LEFT_OUT = re.compile(r"[\[(]?\s*(?:…|\.{3,})\s*[\])]?")

#: What a bracket may stand in place of: who or what is meant, in the speaker's words. Nothing that denies anything.
_ENGLISH = (
    "i me my mine we us our ours you your yours he him his she her hers it its they them their theirs this that these "
    "those who whom whose which there here"
)
_RUSSIAN = (
    "я меня мне мой мы нас нам нами наш вы вас вам вами ваш он его ему им нём она её ее ей неё нее оно они их ими них "
    "ним ней это этот эта эти этого этих этой тот та то те того тех там здесь который которая которые"
)
_UKRAINIAN = (
    "я мене мені мій ми нас нам нами наш ви вас вам вами ваш він його йому ньому вона її їй неї воно вони їх їм ними "
    "них це цей ця ці цього цих цієї той та те ті того тих там тут який яка які"
)
#: What denies what stands beside it.
_DENYING = (
    "not no never none nothing nobody neither nor without cannot hardly only "
    "не нет ни никогда ничего никто без нельзя ні ніколи нічого ніхто немає"
)
DENYING = frozenset(_DENYING.split())
_WORD = re.compile(r"\w+(?:'\w+)*")
#: Left-out words among which none may deny.
_FEW = 3
PRONOUNS = frozenset(" ".join((_ENGLISH, _RUSSIAN, _UKRAINIAN)).split())


class Piece(NamedTuple):
    """Words that stand in the page as they are. ``lead``: the letter before them, which may be small or a capital."""

    text: str
    lead: str = ""


class Unbroken(NamedTuple):
    """Pieces that follow each other; ``put_in``: between each and the next, the words in brackets."""

    pieces: tuple[Piece, ...]
    put_in: tuple[tuple[str, ...], ...]

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
    def letters(self) -> int:
        """How many letters and digits have to stand in the page."""
        pieces = (piece for run in self.runs for piece in run.pieces)
        return sum(character.isalnum() for piece in pieces for character in piece.lead + piece.text)

    @property
    def words(self) -> str:
        """Its own words alone, without what is left out or put in."""
        return " ".join(piece.lead + piece.text for run in self.runs for piece in run.pieces)


def denies(words: str) -> bool:
    """Whether one of some words, as they count, denies."""
    found = _WORD.findall(words.casefold())
    return any(word in DENYING or word.endswith("n't") for word in found)


def loses_a_not(left_out: str) -> bool:
    """Whether what ``…`` would stand for is hardly more than a word that denies: then it stands for nothing."""
    return len(left_out.split()) <= _FEW and denies(left_out)


def pattern(quote: str) -> Pattern:
    """What is looked for where a quote is said to stand; without runs where it has no words of its own."""
    runs: list[Unbroken] = []
    pieces: list[Piece] = []
    put_in: list[tuple[str, ...]] = []
    waiting: tuple[str, ...] = ()
    lead = ""
    for text, mark in _parts(plain(quote)):
        own = normal(text)
        if own or lead:
            if pieces:
                put_in.append(waiting)
            pieces.append(Piece(own, lead))
            waiting, lead = (), ""
        if mark is None:
            continue
        if _LEFT_OUT.fullmatch(mark):
            if pieces:
                runs.append(Unbroken(tuple(pieces), tuple(put_in)))
            pieces, put_in, waiting = [], [], ()
        elif mark.startswith("(letter)"):
            lead = mark.removeprefix("(letter)")
        else:
            waiting = (*waiting, normal(mark))
    if pieces:
        runs.append(Unbroken(tuple(pieces), tuple(put_in)))
    return Pattern(tuple(runs))


def _parts(text: str) -> list[tuple[str, str | None]]:
    """The words before each mark, with the mark; the last words with none. A letter of a word is marked as such."""
    parts: list[tuple[str, str | None]] = []
    at = 0
    for found in _MARK.finditer(text):
        mark = found[0]
        inside = mark[1:-1]
        if mark[0] == "[" and not _LEFT_OUT.fullmatch(mark) and denies(normal(inside)):
            continue  # as it stands
        begins = found.start() == 0 or not text[found.start() - 1].isalnum()
        if len(inside) == 1 and inside.isalpha() and begins and text[found.end() : found.end() + 1].isalpha():
            mark = f"(letter){inside}"
        parts.append((text[at : found.start()], mark))
        at = found.end()
    return [*parts, (text[at:], None)]
