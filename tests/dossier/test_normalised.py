"""The normal forms of Unicode, of texts with long rows of marks, too."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posdiff.dossier.plain_text import normalised

Form = Literal["NFC", "NFKD"]
_FORMS = st.sampled_from(["NFC", "NFKD"])
#: Letters, signs that a mark makes another of, marks of several classes, letters that are put together.
_SIGNS = st.sampled_from("a=\u2208\u0338\u0301\u0323\u0344\u1e69\u4e00\ud55c\u1100\u1161\U0001f600 ")


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.text(_SIGNS, max_size=30), st.just("\u2208\u2209" * 20))), _FORMS)
def test_a_text_without_long_rows_of_marks_is_as_unicode_has_it(texts: list[str], form: Form) -> None:
    text = "a".join(texts)
    assert normalised(text, form) == unicodedata.normalize(form, text)


@settings(max_examples=50, deadline=None)
@given(st.text("\u0301\u0323\u0338", max_size=200), _FORMS)
def test_a_long_row_is_put_in_order_thirty_by_thirty(marks: str, form: Form) -> None:
    text = f"b{marks} c"
    ends = [0, *range(31, len(marks) + 1, 30), len(text)]
    pieces = [text[start:end] for start, end in pairwise(ends)]
    assert normalised(text, form) == "".join(unicodedata.normalize(form, piece) for piece in pieces)


def test_no_long_row_is_put_in_order_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python takes as many steps for a row as its length squared."""
    rows: list[int] = []

    def normalize(form: str, text: str) -> str:
        rows.append(len(text))
        return text

    monkeypatch.setattr("posdiff.dossier.plain_text.unicodedata.normalize", normalize)
    normalised("a" + "\u0323\u0301" * 10_000, "NFC")
    assert (sum(rows), max(rows)) == (20_001, 31)
