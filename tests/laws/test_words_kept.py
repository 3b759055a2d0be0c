"""What is worked out once for many is what is worked out for each: the words of terms; lists of texts as JSON."""

from __future__ import annotations

import json

from generating import Sketch, law, read, sketches
from hypothesis import given
from hypothesis import strategies as st

from posdiff.reports import wording
from posdiff.reports.in_words import InWords
from posdiff.reports.shapes import writing


@law(150)
@given(sketches(most=4))
def test_words_of_terms(sketch: Sketch) -> None:
    dossier = read(sketch)
    in_words = InWords(dossier.agenda)
    terms = [term for statement in dossier.statements for term in statement.terms.values()]
    for term in (*terms, *reversed(terms)):
        assert in_words.term(term) == wording.term_in_words(term, dossier.agenda)


LEAVES = st.none() | st.booleans() | st.integers() | st.text('a"\\#é\n\u2028', max_size=3)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab#", max_size=2), inner, max_size=3)
)


@law(300)
@given(VALUES)
def test_lists_of_texts_in_json(value: object) -> None:
    """It reads back as the value, and holds no two signs on which a runner acts."""
    text = writing.text(value)
    assert text.isascii() and "##" not in text
    assert json.loads(text) == value


@law(200)
@given(st.lists(st.lists(st.text('a"\\#é\n\u2028', max_size=3), max_size=3), max_size=3))
def test_a_list_of_texts_stands_in_a_line_as_the_encoder_writes_it(groups: list[list[str]]) -> None:
    *_, last = writing.text([[[groups]]]).replace("#\\u0023", "##").partition("[\n      [\n        ")
    rows = [json.dumps(group) for group in groups]
    assert not groups or last == ",\n        ".join(rows) + "\n      ]\n    ]\n  ]\n]\n"
