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
    "a denial before three words": ("We will not at any time share it.", "We will … share it.", "will not … share it."),
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
    "a minus put in": ("growth of 5 percent", "growth of [-]5 percent", "growth [so] of 5 percent"),
    "a number put in": ("up to 100 tanks", "up to [1]100 tanks", "up [so] to 100 tanks"),
    "a long ending put in": ("It is of use to us.", "It is of use[less] to us.", "It [i]s of use[s] to us."),
    "a refusal put in": ("We will share it.", "We will [refuse to] share it.", "We will [gladly] share it."),
    "a refusal put in, in Russian": ("Мы обсуждаем это.", "Мы [отказываемся] обсуждаем это.", "Мы [все] обсуждаем"),
    "I for they": ("Then they will leave.", "Then [I] will leave.", "Then [they] will leave."),
    "I for they, at the beginning": ("Then they will leave.", "[I] will leave.", "[The Poles] will leave."),
    "them for us, at the end": ("We trust us.", "We trust [them]", "We trust [ourselves]"),
    "a name in capitals": ("All US troops must leave.", "All [Russian] troops must leave.", "All [so] US troops"),
    "a name in capitals, behind an article": ("The US must leave.", "The [Russia] must leave.", "The US [side] must"),
    "a name in capitals, in a clause": ("Then WHO will pay.", "Then [Russia] will pay.", "Then WHO will [then] pay."),
    "a word in capitals": ("The IT workers pay.", "The [steel] workers pay.", "The IT [steel] workers pay."),
    "a mine": ("All mine clearing must stop.", "All [port] clearing must stop.", "All mine clearing [there] must"),
    "a number of Rome": ("Article I ends the war.", "Article [Ukraine] ends the war.", "Article I [of it] ends"),
    "a number of Rome, in small letters": ("In phase I it ends.", "In phase [A] it ends.", "phase I [there] it ends."),
    "a king": ("Under Charles I it ends.", "Under Charles [Lee] it ends.", "Under Charles I [there] it ends."),
    "I, no number": ("Phase I ends. But I will go.", "Phase [A] ends.", "But [Lee] will go."),
    "that before a clause": (
        "We deny that Ukraine will join.", "We deny [Russia and] Ukraine will join.", "We deny that Ukraine [so] will",
    ),
    "that, said of a thing": ("They say that it ends. We say that.", "say [so] it ends.", "say [the rest]."),
    "an ending for a pronoun": ("We agree it is so.", "We agree[d] is so.", "We agree[d] it is so."),
    "more than 200 letters put in": ("We will share.", f"We [{'so ' * 70}] will", f"We [{'so ' * 60}] will"),
    "more than 200 letters in brackets": ("We will share.", "We " + "[so] " * 60 + "will", "We [so] [so] will"),
    "hidden words": ("We will █ share the port.", "We will share the port.", "share the port."),
    "hidden words, left out": ("We will █ gladly share it.", "We will … share it.", "gladly share it."),
    "two hyphens at the ends of lines": (
        "a long-\nterm agree-\nment, non-\nbinding.", "a long-term agree ment", "long-term agreement, non-binding.",
    ),
    "a denying ending put in": ("We can share the port.", "We can[t] share the port.", "We can share the port[s]."),
    "an ending that denies no more": ("We see no way now.", "We see no[w] way now.", "We see no way[s] now."),
    "an ending that makes a number": ("We pay six euros.", "We pay six[ty] euros.", "We pay[ed] six euros."),
    "an ending that makes a limit": ("We act with them.", "We act with[in] them.", "We act[ed] with them."),
    "a denial with another ending": ("We see it now. No.", "We see[n] it no[w]. No.", "We see[n] it now. No[ne]."),
    "a denying ending in two brackets": ("We do share it.", "We do[n][t] share it.", "We do[es] share it."),
    "a denying ending put in, apart": ("We is sharing.", "We is[nt] sharing.", "We is[es] sharing."),
    "a denial in two brackets": ("We will share it.", "We will [n][ot] share it.", "We will [s][o] share it."),
    "an ending of a word that denies": ("We reject it.", "We … it.", "We reject[ed] it."),
    "a part of a word put before another": ("It is acceptable.", "It is [un] acceptable.", "It is [UN] acceptable."),
    "a part of a word in two brackets": ("We agree.", "We [d][is] agree.", "We [al][l] agree."),
    "a part of a word, with a hyphen": ("A war party.", "A [anti-] war party.", "A [post-war] war party."),
    "a part of a word put behind another": ("It is of use.", "It is of use [less].", "It is of use [there]."),
    "a part of a word, in Ukrainian": ("Це печно.", "Це [без] печно.", "Це [так] печно."),
    "an ending that makes another word": ("We accept it.", "We accept[able] it.", "We accept[ed] it."),
    "dots apart": ("We will not sign it.", "We will . . . sign it.", "will not . . . it."),
    "a soft hyphen at the end of a line": ("a long agree\u00ad\nment", "agree ment", "long agreement"),
    "a hyphen of Unicode at the end of a line": ("a long agree\u2010\nment", "agree ment", "long agreement"),
    "a dash at the end of a line": ("we can\u2014\nnot now", "we cannot now", "we can"),
    "a point in the middle": ("some 5\u00b75 men", "5 men", "5\u00b75 men"),
    "a product": ("some 5\u00d710 men", "10 men", "5\u00d710 men"),
    "a decimal sign of Arabic": ("some 5\u066b5 men", "5 men", "5\u066b5 men"),
    "a number turned round": ("some \u202e51 men\u202c go", "51 men go", "men go"),
    "a number beside what is hidden": ("some 5\u25880 men", "0 men", "men"),
    "a number before what is hidden": ("some 5\u25880 men", "some 5", "some"),
    "if put in": ("We will sign.", "We will sign [if Russia leaves].", "We will sign [it with Russia]."),
    "after put in": ("We will sign.", "We will [after the war] sign.", "We will [gladly] sign."),
    "once put in": ("We will sign.", "We will [once paid] sign.", "We will [all] sign."),
    "until put in": ("We will stay.", "We will stay [until 2027].", "We will stay [in 2027]."),
    "provided put in": ("We will sign.", "We will [provided we agree] sign.", "We will [together] sign."),
    "when put in": ("We will sign.", "We will [when we agree] sign.", "We will [together] sign."),
    "only put in": ("We will sign.", "We will [only then] sign.", "We will [then] sign."),
    "as soon as put in": ("We will sign.", "We will [as soon as we may] sign.", "We will [soon] sign."),
    "to rule out": ("We will a truce.", "We will [rule out] a truce.", "We will [have] a truce."),
    "якщо put in": ("Ми підпишемо.", "Ми [якщо треба] підпишемо.", "Ми [разом] підпишемо."),
    "a ban, in Ukrainian": ("Ми це робимо.", "Ми [забороняємо] це робимо.", "Ми [разом] це робимо."),
    "a ban, in Russian": ("Мы это делаем.", "Мы [запрещаем] это делаем.", "Мы [вместе] это делаем."),
    "нету left out": ("У нас нету мира.", "У нас … мира.", "У нас нету мира."),
    "to refrain from, left out": ("We will refrain from sharing.", "We will … sharing.", "We will"),
    "a denial deep in a sentence": (
        "We will under no circumstances ever sign.", "We will … sign.", "We will under no … ever sign.",
    ),
    "a denial deep in a sentence, with an abbreviation": (
        "We will, as Mr. Smith says, not at any time ever sign.", "We will … sign.", "at any … sign.",
    ),
    "a denial deep in what follows a sentence": (
        "So it is. We do in no way ever sign.", "So it is. … sign.", "So it is. We do in no … ever sign.",
    ),
    "a denial in a sentence between": (
        "We will go. We have no time to lose. They sign.", "They will go.", "We will go. … They sign.",
    ),
    "a denial of a sentence that ends": (
        "We will go and they have no time. We shall sign.", "We will … We shall sign.", "We will … no time.",
    ),
    "underlined": ("We will sign.", "We will [n\u0332o\u0332t\u0332] sign.", "We will [s\u0332o\u0332] sign."),
    "struck through": ("We will n\u0336o\u0336t\u0336 sign.", "We will … sign.", "sign."),
    "small capitals": ("We will sign.", "We will [ɴᴏᴛ] sign.", "We will [ꜱᴏ] sign."),
    "circled": ("We will sign.", "We will [ⓝⓞⓣ] sign.", "We will [ⓢⓞ] sign."),
    "white on black": ("We will sign.", "We will [🅝🅞🅣] sign.", "We will [🅢🅞] sign."),
    "with strokes": ("We will sign.", "We will [nøt] sign.", "We will [sø] sign."),
    "spaced": ("We will sign.", "We will [n o t] sign.", "We will [s o] sign."),
    "dotted": ("We will sign.", "We will [n.o.t] sign.", "We will [s.o.] sign."),
    "with a hyphen": ("We will sign.", "We will [n-ot] sign.", "We will [s-o] sign."),
    "with a figure": ("We will sign.", "We will [n0t] sign.", "We will [so] sign."),
    "spaced, beside a word": ("We will sign.", "We will [really n o t] sign.", "We will [really s o] sign."),
    "invisible signs within": ("We will sign.", "We will [n\ufe00o\u206at\U000e0041] sign.", "We w\u3164ill sign."),
    "cells of a table": ("1\t500 men leave", "1 500 men leave", "500 men leave"),
    "cells of a table, of blanks": ("1    500 men leave", "1 500 men leave", "500 men leave"),
    "a number at the end of a line": ("we have 12\n500 tanks", "have 12 500 tanks", "500 tanks"),
    "a year at the end of a line": ("in 2024\n500 men came", "in 2024 500 women", "in 2024 500 men"),
    "inches": ("pipes of 5\u2033 each", "pipes of 5' each", "pipes of 5\u2033 each"),
    "minutes": ("at 5\u203230 north", "at 5", "at 5\u203230"),
    "a minus, apart": ("growth of \u2212 5 percent", "5 percent", "growth of \u2212 5 percent"),
    "a power": ("some 10^6 men", "some 10", "some 10^6"),
    "a fraction": ("some 5\u20448 of it", "some 5", "some 5\u20448"),
    "a number with low lines": ("some 5_000 men", "some 5", "some 5_000"),
    "a mixed number": ("some 5 1/2 miles", "some 5", "some 5 1/2"),
    "a mixed number, its end": ("some 5 1/2 miles", "1/2 miles", "5 1/2 miles"),
    "a mixed number in one sign": ("some 5 ½ miles", "some 5", "5 ½ miles"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_says_something_else_does_not_stand_in_a_page(name: str) -> None:
    text, other, same = CASES[name]
    page = PageText.of(plain(text))
    assert (count(page, pattern(other)), count(page, pattern(same))) == (0, 1)


#: What a page says, with ``|`` between the ways to say it, and a quote that leaves that out.
LEFT_OUT = {
    "The council … sign today": (
        "has yet to|is reluctant to|hesitates to|is too weak to|finds it hard to|is unlikely to|would have liked to|"
        "is the last to|has little wish to|is powerless to|allegedly came to"
    ),
    "The council … signing today": (
        "is far from|doubts|resists|blocks|delays|is wary of|shies away from|put an end to|condemns|suspends"
    ),
    "The council … peace today": "lacks|withholds|obstructs|is short of|boycotts|falsely offers",
    "We want … sanctions": "the lifting of|opponents of",
    "Мы требуем … санкций": "снятия",
    "Ми вимагаємо … санкцій": "зняття",
    "Совет … подписать сегодня": "сомневается, что готов|колеблется|слишком слаб, чтобы|боится|далек от того, чтобы",
    "Совет … подписание сегодня": "блокирует|откладывает|тормозит|приостановил|срывает|осуждает",
    "Рада … підписати сьогодні": "вагається|надто слабка, щоб|боїться|далека від того, щоб|зволікає",
    "Рада … підписання сьогодні": "блокує|відкладає|гальмує|призупинила|зриває|засуджує",
}


@pytest.mark.parametrize("quote", LEFT_OUT)
def test_words_that_put_off_doubt_or_hinder_are_not_left_out(quote: str) -> None:
    before, _, after = quote.partition("…")

    def stands(words: str) -> int:
        return count(PageText.of(plain(f"{before}{words}{after} and goes.")), pattern(quote))

    assert [words for words in LEFT_OUT[quote].split("|") if stands(words)] == []
    assert stands("of the old town") == 1


def test_divided_words_cost_no_more_than_a_walk_over_the_page() -> None:
    page = PageText.of("long-\nterm " * 300_000)
    began = time.process_time()
    assert count(page, pattern("a long-term agreement")) == 0
    assert time.process_time() - began < 4


#: A page and a quote that is like all of it: words that repeat themselves, before what is left out and many times.
COSTLY = {
    "long words that are looked for backwards": ("a " * 30_000, "a b " + "a " * 600 + "… " + "a " * 700),
    "gaps": ("a b " * 5_000, "a … " * 100 + "c"),
    "brackets": ("a b " * 5_000, "a [x] b [x] " * 100 + "c"),
    "a long word in all that is left out": (("foo " + "a" * 4_000 + " n o t bar ") * 100, "foo … bar"),
    "a denial in all that is left out": (("foo x y z not " + "w " * 2_000 + "bar ") * 200, "foo … bar"),
}


@pytest.mark.parametrize("name", COSTLY)
def test_what_is_looked_at_for_a_quote_is_bounded(name: str) -> None:
    text, quote = COSTLY[name]
    page, asked = PageText.of(text), pattern(quote)
    began = time.process_time()
    assert count(page, asked) in (0, 2)
    assert time.process_time() - began < 5


def test_a_long_bracket_costs_no_more_than_a_short_one() -> None:
    page = PageText.of("x\n" + "aa x b \n" * 25_000)
    began = time.process_time()
    for length in (1, 190, 4_000, 100_000):
        asked = pattern(f"aa [{'q' * length}] b")
        assert count(page, asked) in (0, 2)
        near_miss(page, asked)
    assert time.process_time() - began < 6
