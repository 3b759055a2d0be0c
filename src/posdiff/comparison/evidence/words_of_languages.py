"""What is kept as data of each language: abbreviations, words that look like a demand, units. A file a language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent / "languages"
#: What a bracket may not put in beside what denies; of the signals, limits.
_NOT_PUT_IN = ("conditions", "in-brackets", "amounts", "possibilities", "hedges")
#: The languages that there is a file of.
LANGUAGES = ("en", "ru", "uk")


class LanguageWords(NamedTuple):
    """What one file holds.

    ``within``: abbreviations after which a sentence goes on; ``last``: those that may end one, but not before
    ``go_on``; ``before_names``: those after which one goes on where no number stands before them. ``signals``: groups
    of words that look like a demand, by the name of the group. ``units``: what makes a number before it a signal;
    ``numbers``: numbers in words. ``*`` at the end of a word stands for any ending.
    ``denials``: words that deny or refuse; ``parts``: what makes the contrary of the word beside it;
    ``joining``: what only joins words, and takes the place of none.
    ``of_amounts``: what makes another amount of a number: numbers, units, limits.
    ``weakening``: what makes of a promise one with a condition, or a possibility; ``not_conditions``: what has a word
    of these and does not.
    ``not_put_in``: what a bracket may not put in beside what denies: conditions, numbers, limits, doubts.
    """

    within: tuple[str, ...]
    last: tuple[str, ...]
    before_names: tuple[str, ...]
    go_on: tuple[str, ...]
    signals: Mapping[str, tuple[str, ...]]
    units: tuple[str, ...]
    numbers: tuple[str, ...]
    denials: tuple[str, ...]
    parts: tuple[str, ...]
    joining: tuple[str, ...]
    of_amounts: tuple[str, ...]
    weakening: tuple[str, ...]
    not_conditions: tuple[str, ...]
    not_put_in: tuple[str, ...]


@cache
def words_of_languages() -> Mapping[str, LanguageWords]:
    """All of them, by the language's tag."""
    import tomllib

    found = {}
    for language in LANGUAGES:
        table = tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
        signals = {group: tuple(words) for group, words in table["signals"].items()}
        abbreviations, units, denials = table["abbreviations"], table["units"], table["denials"]
        not_put_in = (*(word for each in _NOT_PUT_IN for word in denials[each]), *units["numbers"], *signals["limit"])
        changing = (*denials["amounts"], *denials["beside-numbers"], *signals["limit"])
        of_amounts = (*changing, *units["numbers"], *units["words"])
        found[language] = LanguageWords(
            tuple(abbreviations["within"]), tuple(abbreviations["last"]), tuple(abbreviations["before-names"]),
            tuple(abbreviations["go-on"]), signals, tuple(units["words"]),
            tuple(units["numbers"]), tuple(denials["words"]), tuple(denials["parts-of-words"]),
            tuple(denials["joining"]), of_amounts, (*denials["conditions"], *denials["possibilities"]),
            tuple(denials["not-conditions"]), not_put_in,
        )  # fmt: skip
    return found
