"""A plain text as sentences, and the words in it that look like a demand."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posdiff.comparison.evidence.sentences import sentences
from posdiff.comparison.evidence.signals import signals, within
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
    "a capital that stands alone": "It was I.|We left NATO.|We met J. Smith.|They said no!|We go.",
    "a number before what may be a name's": "We dug 5 ft.|They left.|In the Mt. Rose area we dug.",
    "dots within words": "The U.S.A. Senate met.|He spoke of a.b.c.|We left on d.e.f. 5 and 6.|It is in x.y.2.|5 left.",
    "a figure after what may end a sentence": "We left them all at 5 p.m. 20 of us stayed.|The rest went.",
    "an abbreviation in quotation marks": "The envoy met “Dr.” Smith.|He left.",
    "a mark behind the last stop": "We left them all at 5 p.m. ”",
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


def row(length: int, begins: str = "the", ends: str = "") -> str:
    """A line of so many characters: its first word, one long word, its last sign."""
    return f"{begins} {'x' * (length - len(begins) - len(ends) - 1)}{ends}"


#: Lines, and the numbers of those in which a sentence begins.
LINES: dict[str, tuple[list[str], list[int]]] = {
    "narrow lines that go on": ([row(39)] * 2, [1]),
    "narrow lines that begin with capitals": ([row(39, "The")] * 2, [1, 2]),
    "narrower than any wrapped text": ([row(11)] * 2, [1, 2]),
    "two lines, the second of which is short": ([row(68), "if paid."], [1]),
    "as narrow as a wrapped text may be": ([row(40)] * 2, [1]),
    "as wide as one may be": ([row(120)] * 2, [1]),
    "wide lines that go on": ([row(300)] * 2, [1]),
    "blank lines do not count among wide ones": ([row(300), row(300), *[""] * 9], [1]),
    "half of the wide lines that follow each other go on": ([row(300), row(300), row(300, "The")], [1]),
    "less than half": ([row(300), row(300), row(300, "The"), row(300, "The")], [1, 2, 3, 4]),
    "wider than any wrapped text": ([row(1001)] * 2, [1, 2]),
    "one of twenty is longer": ([row(50)] * 19 + [row(200)], [1]),
    "two of twenty are": ([row(50)] * 18 + [row(200)] * 2, list(range(1, 21))),
    "blank lines do not count": ([row(50), row(50), row(130), *[" "] * 60], [1]),
    "a blank line ends what is before it": (["", row(50), "", row(50), row(50)], [2, 4]),
    "the next word has just room": ([row(50), row(46), row(50, "Now")], [1, 3]),
    "it has no room": ([row(50), row(47), row(50, "Now")], [1]),
    "a small letter goes on": ([row(50), row(46), row(50, "iOS")], [1]),
    "but not after half a line": ([row(50), row(24), row(50, "now")], [1, 3]),
    "half a line is more than less than half": ([row(50), row(25), row(50, "now")], [1]),
    "of a long word forty letters count": ([row(90), row(49), row(90, "N" * 60)], [1, 3]),
    "a bullet begins": ([row(50), row(50), row(50, "•")], [1, 3]),
    "a dash within a sentence": ([row(50), row(50), row(50, "–")], [1]),
    "a dash that has room in the line before": ([row(50), row(40), row(50, "–")], [1, 3]),
    "items behind what ends": (
        [row(50), row(50, ends=", "), row(50, "(a)"), row(50, ends=":"), row(50, "iv.")], [1, 3, 5],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LINES)
def test_in_which_lines_something_begins(name: str) -> None:
    lines, begins = LINES[name]
    assert [each.line for each in sentences("\n".join(lines))] == begins


SIGNALS = {
    "We will not give up, unless they MUST; the mustard won’t.": ["will not", "unless", "must", "won't"],
    "At most 4.5 percent, 2 million euros, €500, three-year terms and 7%.": [
        "at most", "4.5 percent", "2 million euros", "€500", "three-year", "7%",
    ],
    "A red-line, in\nprinciple: only   after talks.": ["red-line", "in principle", "only after"],
    "В принципе, мы требуем: красные линии, 10 тыс. человек.": ["в принципе", "требуем", "красные линии", "10 тыс"],
    "Лише після того, якщо не буде 5 млн грн.": ["лише після", "якщо не", "5 млн грн"],
    "Good morning, and thank you.": [],
    "We demand 5 € each, € 5 million, €5 of 6, 5 thousand million euros a year, and money €.": [
        "demand", "5 €", "€ 5 million", "€5", "5 thousand million",
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", SIGNALS)
def test_what_looks_like_a_demand(text: str) -> None:
    assert [signal.words for signal in signals(text)] == SIGNALS[text]


#: A text, and its signals, each with its list; with a mark where they say another thing if they are left out.
GROUPS = [
    ("We reject it, must go, must not stay until May, and at most 5 ‰.",
     ["reject refusal!", "must obligation", "must not refusal!", "until condition!", "at most limit!",
      "5 ‰ amount!"]),
    ("We insist on it, and propose five, percent, up to £.", ["insist demand", "propose demand", "up to limit!"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), GROUPS)
def test_what_signals_are(text: str, told: list[str]) -> None:
    found = signals(text)
    assert [f"{each.words} {each.group}{'!' if each.qualifies else ''}" for each in found] == told
    assert [text[each.start : each.end] for each in found] == [each.words for each in found]


def test_signals_of_a_stretch_lie_in_it_whole() -> None:
    found = signals("We must not go, and must stay.")
    assert [[each.words for each in within(found, *stretch)] for stretch in ((0, 11), (0, 10), (4, 30))] == [
        ["must not"], [], ["must"],
    ]  # fmt: skip


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
