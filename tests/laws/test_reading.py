"""Reading: what means nothing changes nothing, and what is damaged is told with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from generating import BYTES, FIRST_DAY, LAST, Choices, Sketch, law, read, sketches, written
from hypothesis import given
from hypothesis import strategies as st
from spelling import shuffled, spelt

from answering import asked, on, to_dict
from posdiff.answers.answer import Answer
from posdiff.documents import parsing
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.reading.load import assemble
from posdiff.dossier.sources.tree import File
from posdiff.review.validation import validate

FIRST = FIRST_DAY.toordinal()
_NASTY = (
    ":", ": ", "- ", "\t", '"', "'", "{", "}", "[", "]", ",", "#", " #", "&a ", "*a ", "!!str ", "!", "%", "@", "`",
    "|", ">", "? ", "<<: ", "---\n", "...\n", "\n", "\r", "\r\n", "\n\n", "  ", "~", "null", "\\", "\\u0007", "\ufeff",
    "\u2028", "\u0085", "\x00", "\x1b[31m", "\u202e", "é", "\U0001f600", "\U000e0001", "any", "none", "all",
    "2024-13-45", "<<<<<<< HEAD\n", "1e3", "9" * 70, "if: {}",
)  # fmt: skip


def answers(dossier: Dossier) -> list[Any]:
    """All that JSON says of a dossier: positions, comparison and changes, files and lines aside."""
    parties = [*dossier.agenda.parties]
    positions = asked(dossier)
    told: list[Answer] = [positions.show(party, at=on(LAST)) for party in parties]
    if len(parties) > 1:
        told.append(positions.compare(*parties, at=on(LAST), all=True, conflicts=False))
    if parties:
        told.append(positions.changes(since=on(FIRST + 2), until=on(LAST), against=parties[-1], all=True))
    return [without_places(to_dict(answer)) for answer in told]


def without_places(value: Any) -> Any:
    """A JSON value without the files and lines in it."""
    if isinstance(value, dict):
        return {key: without_places(each) for key, each in value.items() if key not in ("file", "line")}
    return [without_places(each) for each in value] if isinstance(value, list) else value


@law(100)
@given(sketches(most=3), BYTES)
def test_spelling_means_nothing(sketch: Sketch, data: bytes) -> None:
    """Quoting, comments, indentation, block or flow style change neither positions nor JSON."""
    choices = Choices(data)
    dossier = assemble(written(sketch, lambda words: spelt(choices, words)), [])
    assert [finding for finding in dossier.findings if finding.severity == "error"] == []
    assert answers(dossier) == answers(read(sketch))


@law(100)
@given(sketches(most=3), BYTES)
def test_order_means_nothing_where_it_says_nothing(sketch: Sketch, data: bytes) -> None:
    """The order of files, of keys and of lists changes nothing, where it does not stand for an order of things."""
    assert answers(read(shuffled(Choices(data), sketch))) == answers(read(sketch))


@st.composite
def damaged(draw: st.DrawFn) -> list[File]:
    """Files that were right, and were then changed here and there without a thought."""
    sketch = draw(sketches(most=2))
    choices = Choices(draw(BYTES))
    files = written(sketch, lambda words: spelt(choices, words))
    edits = draw(
        st.lists(st.tuples(st.integers(0, 99), st.integers(0, 4), st.floats(0, 1), st.integers(0, 60)), max_size=6)
    )
    for number, way, where, what in edits:
        place = number % len(files)
        data = files[place].data or b""
        files[place] = File(files[place].path, _harmed(data, way, where, what))
    return files


def _harmed(data: bytes, way: int, where: float, what: int) -> bytes:
    at = int(where * len(data))
    nasty = _NASTY[what % len(_NASTY)].encode()
    match way:
        case 0:
            return data[:at] + data[at + 1 + what :]
        case 1:
            return data[:at] + nasty + data[at:]
        case 2:
            return data[:at] + nasty + data[at + len(nasty) :]
        case 3:
            lines = data.splitlines(keepends=True)
            line = int(where * max(0, len(lines) - 1))
            return b"".join(lines[: line + 1] + lines[line : line + 2] + lines[line + 1 :])
    return data[:at] + bytes((what * 4,)) + data[at:]


def places(dossier: Dossier) -> Iterator[tuple[str, int, int]]:
    """The places of all findings, with those related to them."""
    for finding in validate(dossier):
        yield finding.location
        yield from finding.related


@law(200)
@given(damaged())
def test_every_finding_has_a_place_that_exists(files: list[File]) -> None:
    """Whatever is in the files, reading ends, and each finding stands on a line and column of a file that was read."""
    dossier = assemble(files, [])
    paths = {file.path for file in files}
    assert set(dossier.texts) == paths
    for file, line, column in places(dossier):
        assert file in paths
        lines = re.split("\r\n|\r|\n", dossier.texts[file])
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1
    answers(dossier)


@pytest.mark.skipif(not parsing.C_PARSER, reason="PyYAML has no C parser here")
@law(200)
@given(damaged())
def test_both_parsers_read_the_same(files: list[File]) -> None:
    """The C parser and the pure one give the same nodes at the same places, and the same findings."""
    for file in files:
        by_c = parsing.parse(file.data or b"", file.path)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(parsing, "C_PARSER", False)
            pure = parsing.parse(file.data or b"", file.path)
        assert by_c == pure
