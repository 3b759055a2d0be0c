"""Words in brackets change no number, no limit and no promise: such words have to stand in the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posdiff.comparison.evidence.pattern import pattern
from posdiff.comparison.evidence.places import count
from posdiff.comparison.evidence.words_of_languages import words_of_languages
from posdiff.dossier.plain_text import PageText, plain

PAY = "We will pay 5 euros and withdraw troops by May."
READY = "Мы готовы платить 5 евро."
CHANGED = [
    (PAY, "We will pay 5 [billion] euros"),
    (PAY, "We will pay 5 [000] euros"),
    (PAY, "We will pay [one hundred and] 5 euros"),
    (PAY, "We will pay 5 [percent of all] euros"),
    (PAY, "We will pay [at most] 5 euros"),
    (PAY, "We will pay 5 [] [so to speak] euros"),
    (PAY, "We will [of our] [own] 5 euros"),
    (PAY, "withdraw [half of our] troops"),
    (PAY, "withdraw [15] troops"),
    (PAY, "We will [probably] pay 5 euros"),
    (PAY, "We [hope we] will pay 5 euros"),
    (PAY, "We [say the South] will pay 5 euros"),
    (PAY, "We will [consider to] pay 5 euros"),
    (READY, "Мы готовы платить 5 [млрд] евро."),
    (READY, "Мы [надеемся, что] готовы платить 5 евро."),
    ("Ми готові платити.", "[Хіба] ми готові платити."),
    (PAY, "We [used to] will pay 5 euros"),
    (PAY, "We [formerly] will pay 5 euros"),
    ("We will arm the South.", "We will arm [opponents of] the South."),
    ("We demand the sanctions.", "We demand [the lifting of] the sanctions."),
    ("Мы поддержим Юг.", "Мы поддержим [противников] Юг."),
    ("Ми вимагаємо санкцій.", "Ми вимагаємо [зняття] санкцій."),
    ("Five euros a day.", "Five [Russian] euros a day."),
    ("Twenty-five euros a day.", "Twenty-five [or so] euros a day."),
]


@pytest.mark.parametrize(("text", "quote"), CHANGED)
def test_what_changes_a_number_or_a_promise_is_not_put_in(text: str, quote: str) -> None:
    assert count(PageText.of(plain(text)), pattern(quote)) == 0
    as_it_is = PageText.of(plain(f"It says: {quote} and so on."))
    assert count(as_it_is, pattern(quote)) == 1


KEPT = [
    (PAY, "withdraw [Russian] troops by May [2030]"),
    (PAY, "We [in the North] will pay 5 euros"),
    (PAY, "We will pay 5 euros [then] and withdraw"),
    (READY, "Мы [в Москве] готовы платить 5 евро."),
]


@pytest.mark.parametrize(("text", "quote"), KEPT)
def test_what_only_says_who_or_what_is_meant_is_put_in(text: str, quote: str) -> None:
    assert count(PageText.of(plain(text)), pattern(quote)) == 1


#: A page, and a quote with a bracket at its beginning, its end or beside `…`, where the page has other words.
IN_PLACE_OF_OTHERS = [
    ("Russia will pay for it.", "[Ukraine] will pay for it."),
    ("Nobody will pay for it.", "[Ukraine] will pay for it."),
    ("So said the U.S. Army will leave.", "[Russian] Army will leave."),
    ("We will attack Russia and leave it.", "We will attack [Ukraine]"),
    ("We will attack Russia and leave it.", "We will attack [Ukraine] … it."),
    ("We will pay Russia for it.", "We will pay … [Ukraine] for it."),
    ("We go by May 2029.", "by May [2030]"),
    ("We will pay.", "We will pay [for it]"),
    ("Мы видим: Россия заплатит.", "[Украина] заплатит."),
]
#: Where a pronoun stands there, or a sentence begins; where it is the ending of a word, a year, or joins words.
AT_AN_EDGE = [
    ("It will pay for it.", "[Ukraine] will pay for it."),
    ("Yes, they will pay for it.", "[The Poles] will pay … it."),
    ("We will attack it and leave it.", "We will attack [Ukraine]"),
    ("We will pay at once, as it will for it.", "We will pay … [Ukraine] will for it."),
    ("Мы видим: она заплатит.", "[Украина] заплатит."),
    ("We agree to it.", "[Putin:] We agree to it."),
    ("So we go. Troops must leave now.", "[Russian] [t]roops must leave"),
    ("He said: “We will pay.” Troops go.", "[Ukrainian] Troops go."),
    ("The port[s] stay.", "The port[s]"),
    ("We want the [whole] port.", "[whole] port."),
    ("We go by May, they say.", "by May [2030]"),
    ("We will leave at once, in May, and so stay out.", "We will leave … [and] stay out."),
]


@pytest.mark.parametrize(("text", "quote"), IN_PLACE_OF_OTHERS)
def test_a_bracket_at_an_edge_takes_the_place_of_no_other_words(text: str, quote: str) -> None:
    assert count(PageText.of(plain(text)), pattern(quote)) == 0


@pytest.mark.parametrize(("text", "quote"), AT_AN_EDGE)
def test_a_bracket_at_an_edge_stands_for_a_pronoun_or_before_a_sentence(text: str, quote: str) -> None:
    assert count(PageText.of(plain(text)), pattern(quote)) == 1


_LISTED = sorted({
    word.replace("*", "") for words in words_of_languages().values() for word in (*words.not_put_in, *words.denials)
})  # fmt: skip


@given(st.sampled_from(_LISTED), st.sampled_from(["", "so ", "the "]), st.sampled_from(["", " so", " [so]"]))
def test_no_listed_word_is_put_in(word: str, before: str, after: str) -> None:
    assert count(PageText.of("We will pay."), pattern(f"We will [{before}{word}{after}] pay.")) == 0


@given(st.text(alphabet="a5 -", min_size=1, max_size=6), st.integers(0, 3), st.booleans())
def test_nothing_is_put_in_beside_a_figure(put_in: str, blanks: int, before: bool) -> None:
    words = ("pay", f"[{put_in}]{' ' * blanks}", "5") if before else ("pay 5", f"{' ' * blanks}[{put_in}]", "")
    assert count(PageText.of("We pay 5 euros."), pattern(f"We {' '.join(words)} euros.")) == 0
