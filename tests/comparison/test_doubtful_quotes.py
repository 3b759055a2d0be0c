"""Quotes that say something else than the page, or might: none of them stands there. Beside each, one that does."""

from __future__ import annotations

import time

import pytest

from posdiff.comparison.evidence.near_miss import near_miss
from posdiff.comparison.evidence.pattern import pattern
from posdiff.comparison.evidence.places import count
from posdiff.dossier.plain_text import PageText, plain

#: A page, what does not stand in it, and what does.
CASES = {
    "a decimal, at the end": ("We demand 5.5 percent.", "We demand 5", "We demand 5.5"),
    "a decimal, with its point": ("We demand 5.5 percent.", "We demand 5.", "demand 5.5 percent."),
    "a decimal, at the beginning": ("We accept 1.5 percent.", "5 percent", "1.5 percent"),
    "a decimal, beside what is left out": ("We accept 1.5 percent.", "We accept … 5 percent.", "We … 1.5 percent."),
    "thousands with a comma": ("up to 100,000 soldiers", "up to 100", "up to 100,000"),
    "thousands with a blank": ("up to 100\u00a0000 soldiers", "up to 100", "up to 100 000"),
    "thousands, the end of them": ("up to 100 000 soldiers", "000 soldiers", "100 000 soldiers"),
    "a year before a number": ("in 2024 500 soldiers came", "000 soldiers", "500 soldiers"),
    "a day of a date": ("before 2027-01-01", "before 2027", "before 2027-01-01"),
    "an hour": ("at 10:30 sharp", "at 10", "at 10:30"),
    "a minus": ("growth of −5 percent", "5 percent", "-5 percent"),
    "a minus, beside what is left out": ("growth was −5 percent", "growth … 5 percent", "growth … −5 percent"),
    "a word with a hyphen, its beginning": ("shall be nuclear-free.", "shall be nuclear", "shall be nuclear-free"),
    "a word with a hyphen, its end": ("We must de-escalate it.", "We must … escalate it.", "must de-escalate"),
    "a word that is denied": ("Their claim is il-legal.", "claim is … legal.", "is il-legal."),
    "a word that is denied in quotation marks": ("a 'non'-negotiable line", "negotiable line", "line"),
    "a dash of two hyphens": ("we share--gladly--the port", "ladly", "gladly"),
    "a long dash": ("We want peace—a lasting peace—not war.", "lasting … war.", "a lasting peace"),
    "a number after a long dash": ("We want growth—5 percent.", "5 percent.", "growth"),
    "a short dash": ("We want peace–a lasting one.", "a lasting one.", "peace–a lasting one."),
    "a word with an apostrophe": ("Воно п'ять", "ять", "п'ять"),
    "a denial between dashes": ("We will — not now — share it.", "We will … share it.", "We will - not now"),
    "a denial that is underlined": ("We will _not_ share it.", "We will … share it.", "share it."),
    "a denial before three words": ("We will not at any time share it.", "We will … share it.", "We … share it."),
    "a denial after three words": ("We, they say, will not share it.", "We … share it.", "We … not share it."),
    "a denial before dots": ("We will not… ever… at all… share it.", "We will … share it.", "We will not…"),
    "a denial between two gaps": ("We will not ever share it.", "We will … ever … share it.", "not … share it."),
    "a refusal": ("We refuse to share it.", "We … share it.", "We refuse … share it."),
    "hardly": ("We scarcely accept it.", "We … accept it.", "We scarcely … it."),
    "dont": ("We dont accept it.", "We … accept it.", "We dont … it."),
    "a denial in other letters": ("We will nоt accept it.", "We will … accept it.", "accept it."),
    "a denial in wide letters": ("We will ｎｏｔ accept it.", "We will … accept it.", "accept it."),
    "a denial in Ukrainian": ("Ми за жодних умов приймемо це.", "Ми … приймемо це.", "Ми за жодних … приймемо це."),
    "no way in Ukrainian": ("Ми ніяк приймемо це.", "Ми … приймемо це.", "приймемо це."),
    "un- put in": ("This offer is acceptable.", "This offer is [un]acceptable.", "This [good] offer"),
    "non- put in": ("The border is negotiable.", "The border is [non-]negotiable.", "The border [line] is"),
    "in- put in": ("It is admissible.", "It is [in]admissible.", "[I]t is admissible."),
    "не put in": ("Это приемлемо.", "Это [не]приемлемо.", "[э]то приемлемо."),
    "a minus put in": ("growth of 5 percent", "growth of [-]5 percent", "growth of [about] 5 percent"),
    "a number put in": ("up to 100 tanks", "up to [1]100 tanks", "up to [some] 100 tanks"),
    "a long ending put in": ("It is of use to us.", "It is of use[less] to us.", "It [i]s of use[s] to us."),
    "a refusal put in": ("We will share it.", "We will [refuse to] share it.", "We will [gladly] share it."),
    "a refusal put in, in Russian": ("Мы обсуждаем это.", "Мы [отказываемся] обсуждаем это.", "Мы [все] обсуждаем"),
    "I for they": ("Then they will leave.", "Then [I] will leave.", "Then [they] will leave."),
    "I for they, at the beginning": ("Then they will leave.", "[I] will leave.", "[The Poles] will leave."),
    "them for us, at the end": ("We trust us.", "We trust [them]", "We trust [ourselves]"),
    "an ending for a pronoun": ("We agree it is so.", "We agree[d] is so.", "We agree[d] it is so."),
    "more than 200 letters put in": ("We will share.", f"We [{'so ' * 70}] will", f"We [{'so ' * 60}] will"),
    "more than 200 letters in brackets": ("We will share.", "We " + "[so] " * 60 + "will", "We [so] [so] will"),
    "hidden words": ("We will █ share the port.", "We will share the port.", "share the port."),
    "hidden words, left out": ("We will █ gladly share it.", "We will … share it.", "gladly share it."),
    "two hyphens at the ends of lines": (
        "a long-\nterm agree-\nment, non-\nbinding.", "a long-term agree ment", "long-term agreement, non-binding.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_says_something_else_does_not_stand_in_a_page(name: str) -> None:
    text, other, same = CASES[name]
    page = PageText.of(plain(text))
    assert (count(page, pattern(other)), count(page, pattern(same))) == (0, 1)


def test_divided_words_cost_no_more_than_a_walk_over_the_page() -> None:
    page = PageText.of("long-\nterm " * 300_000)
    began = time.process_time()
    assert count(page, pattern("a long-term agreement")) == 0
    assert time.process_time() - began < 4


def test_a_long_bracket_costs_no_more_than_a_short_one() -> None:
    page = PageText.of("x\n" + "aa x b \n" * 25_000)
    began = time.process_time()
    for length in (1, 190, 4_000, 100_000):
        asked = pattern(f"aa [{'q' * length}] b")
        assert count(page, asked) in (0, 2)
        near_miss(page, asked)
    assert time.process_time() - began < 6
