"""A plain text as sentences, and the words in it that look like a demand."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posdiff.comparison.evidence.sentences import sentences
from posdiff.comparison.evidence.signals import signals
from posdiff.comparison.evidence.words_of_languages import words_of_languages

#: Sentences, each with a bar after it in place of the blank.
CUT = {
    "decimals, days, initials": "We ask for 4.5 percent.|On 5 March 2026 J. Smith said so.|It is Art. 5, e.g. so.",
    "quotes and notes": "He said: “No!” and left.|“We won’t.”|Really?!|Well… and so on.|Yes.[1]|No.",
    "acronyms": "The U.S. envoy met A.B. Clark at 5 p.m. in Bonn.|We left at 6 p.m.|Nobody came here, etc.|The end.",
    "Russian": "В 2026 г. Россия заявила и т. д. и т. п.|Мы требуем 5 млн руб.|«Нет!» — сказал В. В. Иванов.|См. ст. 5",
    "Ukrainian": "У 2026 р. Україна вимагає 5 млн грн.|І. Франко, див. ст. 3.|Зобов’язання чинні до 2027 р.|Далі.",
    "abbreviations before names and figures": (
        "В 2025 г. стороны (т. е. Россия и др.) встретились в г. Киев.|Это т. н. Соглашение, см. п. 3 и ст. 5.|"
        "Мы встретимся в 2027 г.|Так решил и. о. Министра.|У м. Київ, т. е. Україна.|"
        "Acme Inc. Chairman Lee left at 10 a.m. Tuesday.|The State Dept. Spokesman, Lee Ph.D. From Rome, names Reg. 5."
    ),
    "without blanks": "終わり。|受け入れない！|はい",
    "right to left": "لن نقبل.|هل توافقون؟|نعم",
}


@pytest.mark.parametrize("name", CUT)
def test_where_sentences_end(name: str) -> None:
    text = CUT[name].replace("|", "" if name == "without blanks" else " ")
    assert [text[each.start : each.end] for each in sentences(text)] == CUT[name].split("|")


WRAPPED = """Our demands to the employer this year
We demand that the basic pay of all rises by 6 percent,
and that nobody is dismissed unless the works council has
agreed – not even for a single
  week

- higher pay
2. no dismissals
• a bonus
"""


def test_lines_of_a_text_that_was_wrapped_and_of_one_that_was_not() -> None:
    found = [(each.line, " ".join(WRAPPED[each.start : each.end].split())) for each in sentences(WRAPPED)]
    assert found == [
        (1, "Our demands to the employer this year"),
        (2, "We demand that the basic pay of all rises by 6 percent, and that nobody is dismissed unless the works "
            "council has agreed – not even for a single week"),
        (7, "- higher pay"), (8, "2. no dismissals"), (9, "• a bonus"),
    ]  # fmt: skip
    unwrapped = f"Demands\nhigher pay\n{'We demand a lot of it, ' * 8}\nand more\n***\n"
    assert [each.line for each in sentences(unwrapped)] == [1, 2, 3, 4]


SIGNALS = {
    "We will not give up, unless they MUST; the mustard won’t.": ["will not", "unless", "must", "won't"],
    "At most 4.5 percent, 2 million euros, €500, three-year terms and 7%.": [
        "at most", "4.5 percent", "2 million euros", "€500", "three-year", "7%",
    ],
    "A red-line, in\nprinciple: only   after talks.": ["red-line", "in principle", "only after"],
    "В принципе, мы требуем: красные линии, 10 тыс. человек.": ["в принципе", "требуем", "красные линии", "10 тыс"],
    "Лише після того, якщо не буде 5 млн грн.": ["лише після", "якщо не", "5 млн грн"],
    "Good morning, and thank you.": [],
}  # fmt: skip


@pytest.mark.parametrize("text", SIGNALS)
def test_what_looks_like_a_demand(text: str) -> None:
    assert [signal.words for signal in signals(text)] == SIGNALS[text]


@settings(max_examples=80, deadline=None)
@given(st.one_of(st.text(max_size=80), st.text(alphabet="aA1г. \n-…?!”)[]'%", max_size=80)))
def test_sentences_and_what_is_between_them_are_the_text(text: str) -> None:
    found = sentences(text)
    at = 0
    for each in found:
        assert at <= each.start < each.end
        assert not any(character.isalnum() for character in text[at : each.start])
        words = text[each.start : each.end]
        assert words == words.strip()
        assert any(character.isalnum() for character in words)
        assert each.line == text.count("\n", 0, each.start) + 1
        at = each.end
    assert not any(character.isalnum() for character in text[at:])
    assert all(signal.start < signal.end for signal in signals(text))


HOSTILE = {
    "one sentence": "word " * 100_000, "stops": "." * 500_000, "signals": "We must go. " * 20_000,
    "bangs": "! " * 250_000,
    "closing": "." + ")" * 500_000, "notes": "a.[1]" * 100_000, "hyphens": "must" + "-" * 500_000,
    "initials": "A. " * 100_000, "blanks": "a." + " " * 500_000 + "b", "digits": "1 " * 250_000,
}  # fmt: skip


def test_hostile_texts_cost_one_walk() -> None:
    began = time.process_time()
    for text in HOSTILE.values():
        sentences(text)
        signals(text)
    assert time.process_time() - began < 20


def test_the_lists_are_in_small_letters_and_name_nothing_twice() -> None:
    for words in words_of_languages().values():
        for entries in (*words.signals.values(), words.units, words.numbers, words.denials):
            assert len(set(entries)) == len(entries)
            assert all(entry == entry.casefold().strip() and "’" not in entry for entry in entries)
            assert all("*" not in word[:-1] for entry in entries for word in entry.split())
        assert all(
            entry.endswith(".") and entry == entry.casefold()
            for entry in (*words.within, *words.last, *words.before_names)
        )
