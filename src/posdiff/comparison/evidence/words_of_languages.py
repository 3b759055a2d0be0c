"""What is kept as data of each language: abbreviations, words that look like a demand, units. A file a language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent / "languages"
_DENIALS = ("words", "in-brackets", "parts-of-words")
#: The languages that there is a file of.
LANGUAGES = ("en", "ru", "uk")


class LanguageWords(NamedTuple):
    """What one file holds.

    ``within``: abbreviations after which a sentence goes on; ``last``: those that may end one. ``signals``: groups of
    words that look like a demand, by the name of the group. ``units``: what makes a number before it a signal;
    ``numbers``: numbers in words. ``*`` at the end of a word stands for any ending.
    ``denials``: words that deny or refuse; ``not_put_in``: those that a bracket may not put in either.
    ``parts``: what makes the contrary of the word beside it, before it or behind.
    """

    within: tuple[str, ...]
    last: tuple[str, ...]
    signals: Mapping[str, tuple[str, ...]]
    units: tuple[str, ...]
    numbers: tuple[str, ...]
    denials: tuple[str, ...]
    not_put_in: tuple[str, ...]
    parts: tuple[str, ...]


@cache
def words_of_languages() -> Mapping[str, LanguageWords]:
    """All of them, by the language's tag."""
    import tomllib

    found = {}
    for language in LANGUAGES:
        table = tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
        signals = {group: tuple(words) for group, words in table["signals"].items()}
        abbreviations, units = table["abbreviations"], table["units"]
        found[language] = LanguageWords(
            tuple(abbreviations["within"]), tuple(abbreviations["last"]), signals, tuple(units["words"]),
            tuple(units["numbers"]), *(tuple(table["denials"][each]) for each in _DENIALS),
        )  # fmt: skip
    return found
