"""Who or what is meant, in the speaker's words: what a bracket may stand in place of."""

from __future__ import annotations

#: Nothing that denies anything.
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
PRONOUNS = frozenset(" ".join((_ENGLISH, _RUSSIAN, _UKRAINIAN)).split())
LONGEST_PRONOUN = max(map(len, PRONOUNS))
#: What is counted before ``I``, a number there. Other words with a capital before it are names (``Charles I``),
#: but for those that begin a sentence.
_PARTS = (
    "act annex article book category chapter class column figure group level line page paragraph part phase point "
    "schedule section stage step table tier title type version volume war"
)
_OPENINGS = (
    "although and as because but here how if may now once since so that then there though today tomorrow until what "
    "when where which while why yes yesterday yet"
)
_COUNTED, _BEGINNINGS = frozenset(_PARTS.split()), frozenset(_OPENINGS.split())
#: Letters of a word that are looked at before a pronoun.
_LONGEST_WORD = 40
#: Signs that end a sentence or a part of one, and the end of a page.
_ENDS = ("", *".,;:!?')]")


def is_pronoun(text: str, start: int, end: int) -> bool:
    """Whether a word of a text is a pronoun: no ``US``, no ``I`` of ``Article I``, no ``that`` of a clause."""
    word = text[start:end]
    pronoun = word.casefold()
    if pronoun not in PRONOUNS or pronoun == "mine" or sum(map(str.isupper, word)) > 1:
        return False
    if pronoun == "i":
        before = _before(text, start)
        return before.casefold() not in _COUNTED and (not before[:1].isupper() or before.casefold() in _BEGINNINGS)
    if pronoun == "that":
        return not _before(text, start) or text[end : end + 1] in _ENDS
    return True


def _before(text: str, at: int) -> str:
    """The word right before a place, with a blank between; none behind a sign that ends a part."""
    low = at = at - (at > 0 and text[at - 1] in " -")
    while low > 0 and at - low < _LONGEST_WORD and text[low - 1].isalpha():
        low -= 1
    return text[low:at]
