"""``…`` swallows no "not": neither behind the end of a line, nor behind a stop that need not end a sentence."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from posdiff.comparison.evidence.left_out import lost_denial
from posdiff.comparison.evidence.near_miss import near_miss
from posdiff.comparison.evidence.pattern import pattern
from posdiff.comparison.evidence.places import count, word_left_out
from posdiff.comparison.evidence.words_of_languages import words_of_languages
from posdiff.dossier.plain_text import PageText, plain

PORT, RUSSIAN, UKRAINIAN = "We will … share the port", "Мы будем … делить порт.", "Ми будемо … ділити порт."
#: A page, a quote that leaves out why it does not hold, and the word that says so.
SWALLOWED = [
    ("We will, said the chair of the\ncommittee, not in this or in any year,\nshare the port.", PORT, "not"),
    ("We will, said the chair of the\nCommittee, not in this or in any year,\nshare the port.", PORT, "not"),
    ("We will\n\nnot, under any government we know, share the port.", PORT, "not"),
    ("We will, said Acme Inc. Chairman Lee, not in this or in any year, share the port.", PORT, "not"),
    ("We will, he said at 10 a.m. Tuesday in Rome, not in this or any year, share the port.", PORT, "not"),
    ("We will, said Lee Ph.D. From Rome, not in this or in any year, share the port.", PORT, "not"),
    ("We agree, the State Dept. Spokesman said, that it is not right to sign.", "We agree … to sign.", "not"),
    ("We agree, he wrote (“Enough!” The crowd cheered), that it is not right to sign.", "We agree … to sign.", "not"),
    ("We will, said Yahoo! Chief Lee, not in this or in any year, share the port.", PORT, "not"),
    ("We will, as said in Reg. 5, not in this or in any year, share the port.", PORT, "not"),
    ("We will (do you hear? Listen!) not in this or in any other year share the port.", PORT, "not"),
    ("We will keep our word! Not in this or any other year do we share the port.", PORT, "Not"),
    ("We will see it. The South says so. We do not intend to lie: share the port, it said.", PORT, "not"),
    ("We will (they came home. We sat), not in this (they left home. We sat), share the port.", PORT, "not"),
    ("Мы будем, сказал он в г. Киев, ни при каких условиях и ни с кем делить порт.", RUSSIAN, "ни"),
    ("Мы будем, т. е. Россия будет, вовсе не так, как думает мир, делить порт.", RUSSIAN, "вовсе"),
    ("Ми будемо, сказав він у м. Київ, зовсім не так, як гадає світ, ділити порт.", UKRAINIAN, "не"),
    ("We would, all of us, rule out that we can, as you know, share the port.", "We … share the port", "rule out"),
    ("We will end the way we share the port.", "We … share the port.", "end"),
    ("We will scale back what we share: the port.", "We … share: the port.", "scale back"),
    ("Мы завершим поддержку порта.", "Мы … поддержку порта.", "завершим"),
    ("Ми скоротимо підтримку порту.", "Ми … підтримку порту.", "скоротимо"),
    ("We will n o t share the port.", PORT, "n o t"),
    ("We will N.O.T. share the port.", PORT, "N.O.T"),
    ("We will n*t share the port.", PORT, "n*t"),
    ("Мы будем, да и н е раз, делить порт.", RUSSIAN, "и н е"),
    ("Мы будем Н.Е. делить порт.", RUSSIAN, "Н.Е"),
    ("Ми будемо н і за що ділити порт.", UKRAINIAN, "н і"),
]
#: The same of a number beside what is left out.
OTHER_AMOUNTS = [
    ("We pay 5 thousand million euros.", "We pay 5 … euros.", "thousand"),
    ("We pay less than 5 euros.", "We pay … 5 euros.", "less"),
    ("We pay up to 5 euros.", "We pay … 5 euros.", "up to"),
    ("We pay under 5 euros.", "We pay … 5 euros.", "under"),
    ("We want 5 percent less pay.", "We want 5 percent … pay.", "less"),
    ("We pay 5% of it.", "We pay 5 … it.", "%"),
    ("We pay 5 euros. Some 10 men go.", "pay 5 … men go.", "euros"),
    ("At most two of the five regions leave.", "two … regions leave.", "five"),
    ("Five thousand euros a day.", "[F]ive … euros a day.", "thousand"),
    ("We pay 5 mln euros.", "We pay 5 … euros.", "mln"),
    ("We pay five K euros.", "We pay five … euros.", "K"),
    ("We pay 5 crore rupees.", "We pay 5 … rupees.", "crore"),
    ("Мы платим 5 т. евро.", "Мы платим 5 … евро.", "т"),
    ("Мы платим пять тысяч евро.", "Мы платим пять … евро.", "тысяч"),
    ("Ми платимо понад п'ять євро.", "Ми платимо … п'ять євро.", "понад"),
]
#: The same of a condition, a possibility, an attempt or a plan.
WEAKENED = [
    ("We will, if paid, share the port.", PORT, "if"),
    ("We will perhaps one day share the port.", PORT, "perhaps"),
    ("We hope to share the port.", "We … share the port", "hope"),
    ("We would in time share the port.", "We … share the port", "would"),
    ("We would’ve shared the port.", "We … shared the port", "would've"),
    ("We share, were you to pay, the port.", "We share … the port", "were you"),
    ("We should in time share the port.", "We … share the port", "should"),
    ("They share, should the money come, the port.", "They share … the port", "should"),
    ("We used to share the port.", "We … share the port", "used to"),
    ("We may well share the port.", "We … share the port", "may"),
    ("We will, once they have gone, share the port.", PORT, "once"),
    ("We will, subject to a vote, share the port.", PORT, "subject to"),
    ("We will sign. If they pay, they share the port.", "We will sign. … they share the port", "If"),
    ("We will sign if paid. They say so. They share the port.", "We will sign … They share the port.", "if"),
    ("Мы будем, если нам заплатят, делить порт.", RUSSIAN, "если"),
    ("Ми будемо, якщо нам заплатять, ділити порт.", UKRAINIAN, "якщо"),
]
#: The same where the beginning of that sentence, or of another, and the end of a later one make the quote.
ELSEWHERE = [
    ("We do not accept it all. We heard of this. Others accept it all.", "We … accept it all.", "not"),
    ("We will not go home. We will stay. Then all of us go home.", "We will … go home.", "not"),
    ("We will stay. Then all of us go home. We will not go home.", "We will … go home.", "not"),
    ("We will, if paid, go home. We will stay. Then all of us go home.", "We will … go home.", "if"),
    ("– We do not accept it all.\n– We heard of this.\n– Others accept it all.", "We … accept it all.", "not"),
    ("We do not accept it all\nWe heard of this\nOthers accept it all", "We … accept it all", "not"),
    ("— Мы не примем это всё.\n— Мы слышали.\n— Другие примем это всё.", "Мы … примем это всё.", "не"),
    ("We do not go. We see. Others go. Peace comes.", "We … go. Peace comes.", "not"),
    ("We do not go. We see. Others go; peace comes.", "We … go; peace comes.", "not"),
    ("We do not go home. We see. Others go home and peace comes.", "We … go home and peace comes.", "not"),
    ("We do not go, and never will. We see. Others go.", "We … go.", "not"),
    ("Then he and I do not go. We see. He and I saw. Others go.", "[H]e and I … go.", "not"),
    ("“I do not ‘go’.” We see. “I saw.” Others “go.”", "I … ‘go’", "not"),
    (
        "He spoke at length. All was still. We do not accept it all. We heard. Others accept it all.",
        "spoke at length. … We … accept it all.",
        "not",
    ),
    (
        "We will never\ngo home. We will stay. We go home. We will see. All go home.",
        "We will … go home.",
        "never",
    ),
]


@pytest.mark.parametrize(("text", "quote", "denial"), SWALLOWED + OTHER_AMOUNTS + WEAKENED)
def test_what_denies_measures_or_weakens_what_is_kept_is_not_left_out(text: str, quote: str, denial: str) -> None:
    page = PageText.of(plain(text))
    assert (count(page, pattern(quote)), word_left_out(page, pattern(quote))) == (0, denial)
    near = near_miss(page, pattern(quote))
    assert near is None or "*" in near.shown


@pytest.mark.parametrize(("text", "quote", "lost"), ELSEWHERE)
def test_two_sentences_do_not_make_what_one_says_otherwise(text: str, quote: str, lost: str) -> None:
    page = PageText.of(plain(text))
    assert (count(page, pattern(quote)), word_left_out(page, pattern(quote))) == (0, lost)


#: A text with what `…` stands for between bars, and the word of it that denies what is kept.
STRETCHES = [
    ("We go.| They not stay. |We go.", "not"),
    ("We go.| They do not stay. |We go.", None),
    ("We go. |They do not stay. |We go.", None),
    # A sentence of one word: it is known to end where the word has no capital.
    ("ago.| They do not stay. |We go.", None),
    ("Ago.| They do not stay. |We go.", "not"),
    ("We go.| Not they do stay. |We go.", "Not"),
    ("We go.| They do stay not. |We go.", "not"),
    ("We will|, with arms etc. We do not share it etc. They all, with joy, |share", "not"),
    ("We will|, with arms. We do not share it now. They all, with joy, |share", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "denial"), STRETCHES)
def test_which_word_of_what_is_left_out_denies(text: str, denial: str | None) -> None:
    before, left_out, behind = text.split("|")
    assert lost_denial(before + left_out + behind, len(before), len(before + left_out)) == denial


#: A page, and a quote that leaves out nothing but sentences that deny, whole ones, or nothing that denies.
WHOLE = [
    ("We will go home. We have no time to lose. They will share the port.", "We will go home. … They will share"),
    ("We will go home soon. We have no time to lose. They will share the port.", "We will go … They will share"),
    ("Мы уйдем скоро домой. У нас нет больше времени. Они делят порт.", "Мы уйдем … Они делят порт."),
    ("“We will fight,” said the North. “You will share the port,” said the South.", PORT),
    ("Мы будем, сказал Н. И. Иванов, делить порт.", RUSSIAN),
    ("Мы будем, сказал Иванов Н. И., делить порт.", RUSSIAN),
    ("We, the U. S. A. team, share the port.", "We … share the port."),
    ("We will sign now. They will share the port if paid. We go home.", "We will sign now. … We go home."),
    ("We will at once, once and for all, in May, share the port.", PORT),
    ("We will, he said, share the port.", PORT),
    ("We pay 5 new euros.", "We pay 5 … euros."),
    ("We paid 10 men. We pay you, my friends, 5 euros.", "We paid … 5 euros."),
    ("We will, of course, go home. We will not go home alone.", "We will … go home"),
    ("We heard of it. Then others accept it all.", "We … accept it all."),
    ("We heard of it. Then we do not accept it all. All of us heard. They went home.", "All of us … home."),
    ("We do not say that we go. Now we see. They go. We do not.", "Now we … They go."),
]


@pytest.mark.parametrize(("text", "quote"), WHOLE)
def test_sentences_that_deny_are_left_out_whole(text: str, quote: str) -> None:
    page = PageText.of(plain(text))
    assert (count(page, pattern(quote)), word_left_out(page, pattern(quote))) == (1, None)


_ABBREVIATED = sorted(
    {word for words in words_of_languages().values() for word in (*words.within, *words.last, *words.before_names)}
)
_DOUBTFUL = st.sampled_from(["\n", "\n\n", "Lee\nChair", "Yahoo! Chief", "Inc. Chairman", "Lee. They", *(
    f"{written} Lee" for word in _ABBREVIATED for written in (word, word.capitalize())
)])  # fmt: skip
_WORDS = st.lists(st.one_of(_DOUBTFUL, st.sampled_from(["of", "the", "chair,"])), min_size=2, max_size=8)


@settings(max_examples=150, deadline=None)
@example(["г-жа. Lee"], ["г-жа. Lee"])
@given(_WORDS, _WORDS)
def test_no_doubtful_end_lets_a_denial_go(before: list[str], after: list[str]) -> None:
    text = " ".join(("We will,", *before, "not in any year", *after, "share the port."))
    page = PageText.of(plain(text))
    assert count(page, pattern(PORT)) == 0
    assert lost_denial(page.normal, len("We will"), page.normal.index("share the port")) is not None
