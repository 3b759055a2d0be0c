"""Whether a stretch of a text begins and ends beside whole words and numbers."""

from __future__ import annotations

import pytest

from posdiff.comparison.evidence.whole_words import whole


@pytest.mark.parametrize(
    ("text", "part", "so"),
    [
        ("we can go", "can", True),
        ("we cannot go", "can", False),
        ("we can't go", "can", False),
        ("'tis so", "tis", True),
        ("nuclear-free", "nuclear", False),
        ("nuclear-free", "free", False),
        ("-free", "free", True),
        (")-free", "free", False),
        ("a—5 b", "5", False),
        ("a—b", "b", True),
        ("5.5", "5", False),
        (".5 coins", "5", False),
        ("5. Then", "5", True),
        ("5,000", "5", False),
        ("5 000", "5", False),
        ("5 000", "000", False),
        ("5 0000", "5", True),
        ("2024 500", "2024", True),
        ("5 1/2", "5", False),
        ("5 ½", "5", False),
        ("2024 ½", "2024", True),
        ("5 men", "5", True),
        ("5^2", "5", False),
        ("5^2", "2", False),
        ("-5", "5", False),
        ("− 5", "5", False),
        (">5", "5", False),
        ("≤ 5", "5", False),
        ("~5", "5", False),
        ("5 × 10", "5", False),
        ("5 ^ 6", "6", False),
        ("5．5", "5", False),
        ("a × 5", "a", True),
        ("- 5", "5", True),
        ("e\u0301tat", "e", False),
        ("5█", "5", False),
        ("a█", "a", True),
        ("東京都", "京", True),
        ("あいう", "い", True),
        ("アイウ", "イ", True),
        ("กขค", "ข", True),
        ("ກຂຄ", "ຂ", True),
        ("កខគ", "ខ", True),
        ("ကခဂ", "ခ", True),
        ("ཀཁག", "ཁ", True),
        ("ꀀꀁꀂ", "ꀁ", True),
        ("абв", "б", False),
        ("█5", "5", False),
        ("5)6", "5", True),
        ("6)5", "5", True),
        ("]-free", "free", False),
        ("'-free", "free", False),
        ("can't", "t", False),
        ("2024 5", "5", True),
        ("in 2024 500", "2024", True),
        ("5 ½ miles", "5", False),
        ("5 ² miles", "5", True),
        ("5 Ⅷ miles", "5", True),
        ("5 00a", "5", True),
        ("5 00", "5", True),
    ],
)
def test_beside_whole_words(text: str, part: str, so: bool) -> None:
    start = text.rindex(part)
    assert whole(text, start, start + len(part)) is so
