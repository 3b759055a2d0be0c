"""Bad input: every fault is found at its place, at once, and what is right beside it is still read."""

from __future__ import annotations

import time
from pathlib import Path
from textwrap import dedent

import pytest

from bad_input import AGENDA, BAD, FLOODS, GOOD, HEAD
from posdiff.documents import parsing
from posdiff.dossier.reading.load import load
from posdiff.findings.finding import Finding
from posdiff.review.validation import validate
from writing import write

#: The bytes of a file that is right, whatever it looks like.
GOOD_FORMS = {
    "the mark of byte order": b"\xef\xbb\xbf" + HEAD + b"terms: {corridor: yes}\n",
    "lines of Windows": b"date: 2024-06-15\r\nterms:\r\n  corridor: yes\r\n",
    "lines of old": b"date: 2024-06-15\rterms:\r  corridor: yes\r",
    "no last line break": HEAD + b"terms: {corridor: yes}",
    "the start and the end of a document": b"---\n" + HEAD + b"terms: {corridor: yes}\n...\n",
    "JSON": b'{"date": "2024-06-15", "terms": {"corridor": "yes"}}',
}


def _told(findings: tuple[Finding, ...]) -> str:
    """The findings without their file: it is always the one of 2024-06-15."""
    lines = []
    for finding in findings:
        at = finding.location
        assert at.file == "north/2024-06-15.yaml"
        lines.append(f"{finding.severity} [{finding.rule}] {at.line}:{at.column} {_cut(finding.message)}")
        lines += [f"  hint: {_cut(finding.hint)}"] if finding.hint else []
    return "\n".join(lines)


def _cut(text: str) -> str:
    assert len(text) < 400, "a message holds a stranger's text whole"
    return "".join(character if character.isprintable() else f"<{ord(character):02X}>" for character in text)


def _validated(folder: Path, data: bytes) -> str:
    positions = write(folder, {"agenda.yaml": AGENDA, "north/2024-06-14.yaml": GOOD})
    (positions / "north/2024-06-15.yaml").write_bytes(data)
    read = load(positions)
    assert read.statements[0].terms.keys() == {"status"}
    return _told(validate(read))


@pytest.mark.parametrize("c_parser", [True, False], ids=["C", "pure"])
@pytest.mark.parametrize(("data", "findings"), BAD.values(), ids=BAD)
def test_what_is_told_of_a_bad_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, c_parser: bool, data: bytes, findings: str
) -> None:
    """The same by the C parser and by the pure one, and at once."""
    if c_parser and not parsing.C_PARSER:
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(parsing, "C_PARSER", c_parser)
    start = time.perf_counter()
    assert _validated(tmp_path, data) == dedent(findings).strip("\n")
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("c_parser", [True, False], ids=["C", "pure"])
@pytest.mark.parametrize(("data", "rules"), FLOODS.values(), ids=FLOODS)
def test_a_file_with_many_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, c_parser: bool, data: bytes, rules: set[str]
) -> None:
    """Nothing is expanded, and all is over at once."""
    monkeypatch.setattr(parsing, "C_PARSER", c_parser and parsing.C_PARSER)
    positions = write(tmp_path, {"agenda.yaml": AGENDA, "north/2024-06-14.yaml": GOOD})
    (positions / "north/2024-06-15.yaml").write_bytes(data)
    start = time.perf_counter()
    assert {finding.rule for finding in validate(load(positions))} == rules
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize("c_parser", [True, False], ids=["C", "pure"])
@pytest.mark.parametrize(
    ("data", "rule", "line"),
    [
        (HEAD + b'title: "\\U00110000"\n', "yaml-syntax", 2),
        (b"# YAML\n" * 300 + b"%YAML 1.1\n---\n" + HEAD, "yaml-directive", 301),
    ],
    ids=["an escape beyond Unicode", "a directive after three hundred comments"],
)
def test_where_a_fault_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, c_parser: bool, data: bytes, rule: str, line: int
) -> None:
    monkeypatch.setattr(parsing, "C_PARSER", c_parser and parsing.C_PARSER)
    told = _validated(tmp_path, data).splitlines()[0]
    assert told.startswith(f"error [{rule}] {line}:")


@pytest.mark.parametrize("c_parser", [True, False], ids=["C", "pure"])
@pytest.mark.parametrize("data", GOOD_FORMS.values(), ids=GOOD_FORMS)
def test_a_file_that_looks_odd_and_is_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, c_parser: bool, data: bytes
) -> None:
    monkeypatch.setattr(parsing, "C_PARSER", c_parser and parsing.C_PARSER)
    assert _validated(tmp_path, data) == ""
    assert [*load(tmp_path / "positions").statements[1].terms] == ["corridor"]
