"""What is looked for where a quote is said to stand: its own words, what brackets put in, what is left out."""

from __future__ import annotations

import pytest

from posdiff.comparison.evidence.denials import denial_in, is_figure, may_not_be_put_in, turns_a_word
from posdiff.comparison.evidence.pattern import LONGEST_BRACKET, Brackets, pattern
from posdiff.comparison.evidence.places import count
from posdiff.dossier.plain_text import PageText

#: A quote, and its pieces with what is put in before, between and after them: ``(T)`` a letter small or capital,
#: ``+`` the ending of a word, ``=`` a pronoun that a bracket holds; ``…`` what is left out.
PATTERNS = {
    "[T]he": "|(T)he|",
    "we go [t]o [us]": "|we go||(t)o|[us] =us",
    "a [t]": "|a|[t]",
    "[x] we": "[x]|we|",
    "a[b]c": "|a[b]c|",
    "agree[d] to": "|agree|+[d]|to|",
    "agree[d] [by us] to": "|agree|[d][by us] =us|to|",
    "say[ing] so": "|say|+[ing]|so|",
    "say[a b] so": "|say[a b] so|",
    "agree[ment] to": "|agree[ment] to|",
    "5[th]": "|5[th]|",
    "[ab]c": "|[ab]c|",
    "[ab]–c": "|[ab]-c|",
    "[ab]- c": "[ab]|- c|",
    "[-x] a": "|[-x] a|",
    "[- x] a": "[- x]|a|",
    "[un] able": "|[un] able|",
    "[u][n] able": "[u]|[n] able|",
    "[n][ot] we": "[n]|[ot] we|",
    "n[ot] so": "|n[ot] so|",
    "5[th] we [so] go": "|5[th] we|[so]|go|",
    f"[{'x' * (LONGEST_BRACKET - 2)}] we": f"[{'x' * (LONGEST_BRACKET - 2)}]|we|",
    f"[{'x' * (LONGEST_BRACKET - 1)}] we": f"|[{'x' * (LONGEST_BRACKET - 1)}] we|",
    "no[r] so": "|no|+[r]|so|",
    "ne[ver] so": "|ne[ver] so|",
    "we [our side] [go] […] on [they]": "|we|[our side][go] =our … |on|[they] =they",
    "... [so] we": "[so]|we|",
    "a […] [b]": "|a|",
    "[it's] we": "[it's] =it|we|",
    "[Мы] они": "[Мы] =мы|они|",
    "[Ми] вони": "[Ми] =ми|вони|",
    "[they]": "",
}  # fmt: skip


def put_in(brackets: Brackets) -> str:
    marks = "".join(f"{'+' * brackets.ending}{mark}" for mark in brackets.marks)
    return marks + "".join(f" ={pronoun}" for pronoun in sorted(brackets.held))


@pytest.mark.parametrize("quote", PATTERNS)
def test_what_is_looked_for(quote: str) -> None:
    runs = []
    for run in pattern(quote).runs:
        pieces = [f"({piece.lead})" * bool(piece.lead) + piece.text for piece in run.pieces]
        beside = [put_in(brackets) for brackets in (*run.put_in, run.last)]
        runs.append(
            "|".join((put_in(run.first), *(word for pair in zip(pieces, beside, strict=True) for word in pair)))
        )
    assert " … ".join(runs) == PATTERNS[quote]


def test_a_pronoun_of_the_page_is_left_out_by_a_bracket_alone() -> None:
    """Where the letter of a word is marked, no word is put in before it."""
    page = PageText.of("We give us them.")
    assert [count(page, pattern(quote)) for quote in ("give [t]hem", "give [you] them", "give [the port] [t]hem")] == [
        0, 0, 1,
    ]  # fmt: skip


def test_the_longest_words_are_looked_for_first() -> None:
    """Of as long ones those that come first: the run, and the piece of it."""
    anchors = {"a … bbb … ccc": (1, [0, 0, 0]), "aaa [x] b … ccc": (0, [0, 0]), "a [x] bb … c": (0, [1, 0])}
    assert {each: (pattern(each).anchor, [run.anchor for run in pattern(each).runs]) for each in anchors} == anchors


def test_how_many_letters_have_to_stand_in_the_page() -> None:
    assert [pattern(quote).letters for quote in ("[T]he 5 […] of [all] us", "[all]", "—")] == [8, 0, 0]


#: Words, and the one of them that denies what stands beside it.
DENIES = {
    "we will not": "not", "we rejected it": "rejected", "we mightn't": "mightn't", "we rule out that": "rule out",
    "they rule": None, "out rule": None, "rule": None, "we █ go": "█", "we nоt go": "nоt", "n\u0338ot": "n\u0338ot",
    "Naïve": None, "refus*": "refus", "": None,
    "said N. O. Xu": None, "say N. O. us": "N. O", "said Al N. O. so": None,
    " ".join("b" * 30): None, " ".join("b" * 31): " ".join("b" * 31),
}  # fmt: skip


@pytest.mark.parametrize("words", DENIES)
def test_which_word_denies(words: str) -> None:
    assert denial_in(words) == DENIES[words]


def test_what_may_not_be_put_in_however_its_letters_are_disguised() -> None:
    not_put_in = (
        "not", "n⁰t", "so c@nnot", "refu$e", "dec!ine", "so n-ot", "n.o.t", "so n o t go", "un le ss", "rule out",
        "5", "a5", "12025", "21 or 2025", "at most", "a red line", "red lines", "красные линии", "при условии",
    )  # fmt: skip
    assert [words for words in not_put_in if not may_not_be_put_in(words)] == []
    put_in = (
        "2025",
        "in 2025-2026",
        "2025.",
        "the South",
        "x@y",
        "b!",
        "a n o r",
        "Naïve",
        "red",
        "a red tie",
        "line red",
        "",
    )
    assert [words for words in put_in if may_not_be_put_in(words)] == []


def test_what_turns_the_word_beside_it_and_what_is_a_figure() -> None:
    assert [words for words in ("un", "Un", "u-n", "UN", "of", "in") if turns_a_word(words)] == ["un", "Un", "u-n"]
    assert [word for word in ("5", "5a", "five", "Five", "fiver", "½") if is_figure(word)] == [
        "5", "5a", "five", "Five", "½",
    ]  # fmt: skip
