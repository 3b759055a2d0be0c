"""Pages and quotes that nobody would wish for: each gives a finding that says what is so."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from running import called
from writing import write

_WORDS = b"We will never give up the port.\n"
_SHARED = _WORDS * 1_000
#: By the key of a source: the bytes that lie there (None: no file), the bytes that were read once, the quote.
PAGES: dict[str, tuple[bytes | None, bytes, str]] = {
    "gone": (None, _WORDS, "give up"),
    "changed": (b"We will give up the port.", _WORDS, "give up"),
    "empty": (b"", b"", "give up"),
    "binary": (b"\x89PNG\r\n\x1a\n\0", b"\x89PNG\r\n\x1a\n\0", "give up"),
    "wide": ("Мы не уйдём".encode("utf-16"), "Мы не уйдём".encode("utf-16"), "Мы не уйдём"),
    "unmarked": ("Mir".encode("utf-16-le"), "Mir".encode("utf-16-le"), "Mir"),
    "damaged": (b"%PDF-1.7\nnothing", b"%PDF-1.7\nnothing", "give up"),
    "hidden": (b"<html><p style='display:none'>We will leave<p>We stay", b"", "We will leave"),
    "marks": ("We\u200f wi\u202ell\u202c stay".encode(), b"", "We will stay"),
    "letter": (_WORDS, _WORDS, "W"),
    "thousand": (_SHARED, _SHARED, "give up the port"),
    "again": (_SHARED, _SHARED, "the port"),
}
#: What became of each quote.
RESULTS = {
    "gone": "not-here", "changed": "not-here", "empty": "not-here", "binary": "not-here", "wide": "verified",
    "unmarked": "not-here", "damaged": "not-here", "hidden": "absent", "marks": "verified", "letter": "ambiguous",
    "thousand": "ambiguous", "again": "ambiguous", "large": "not-here", "link": "not-here",
}  # fmt: skip
FOUND = """
error quote-absent the quote on hidden does not stand in the page of `hidden`: “We will leave”
error source-changed-on-disk `sources/changed.page` is not the page that `changed` was read as: its bytes are others: \
their SHA-256 is 92197979
error source-unreadable the page of `binary`, `sources/binary.page`, has no text to look in: it is neither text in \
UTF-8 nor HTML nor PDF
error source-unreadable the page of `damaged`, `sources/damaged.page`, has no text to look in: it is a PDF that cannot \
be read: it is damaged
error source-unreadable the page of `empty`, `sources/empty.page`, has no text to look in: it is empty
error source-unreadable the page of `large`, `sources/large.page`, has no text to look in: it has 200,000,000 bytes; \
at most 20,000,000 are read
error source-unreadable the page of `link`, `sources/link.page`, has no text to look in: it is a link, or in a folder \
that is one
error source-unreadable the page of `unmarked`, `sources/unmarked.page`, has no text to look in: it is neither text \
nor HTML
info source-not-kept the page of `gone`, `sources/gone.page`: it is not on this machine; its quotes are not verified \
here
warning quote-ambiguous the quote on again stands at more places than one in `again`, as on lines 1, 2, 3, 4, 5, 6, 7, \
8, 9 and 10 of its text: “the port”
warning quote-ambiguous the quote on letter is too short to tell where it stands in `letter`: “W”
warning quote-ambiguous the quote on thousand stands at more places than one in `thousand`, as on lines 1, 2, 3, 4, 5, \
6, 7, 8, 9 and 10 of its text: “give up the port”
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A statement with an issue for each page; beside these a page of 200 MB, and a link to a page."""
    keys = [*PAGES, "large", "link"]
    read = {key: known or data or b"" for key, (data, known, _) in PAGES.items()} | {"large": b"", "link": _WORDS}
    quotes = {key: quote for key, (_, _, quote) in PAGES.items()}
    sources = {
        key: {"title": key, "snapshot": {"file": f"{key}.page", "sha256": sha256(read[key]).hexdigest()}}
        for key in keys
    }
    terms = {key: {"says": "x", "source": key, "quote": quotes.get(key, "give up")} for key in keys}
    issues = {key: {"title": key, "kind": "text"} for key in keys}
    write(tmp_path, {
        "agenda.yaml": json.dumps({"posdiff": "1", "parties": {"north": {}}, "issues": issues}),
        "north/2024-06-14.yaml": json.dumps({"date": "2024-06-14", "sources": sources, "terms": terms}),
    })  # fmt: skip
    kept = tmp_path / "positions" / "sources"
    kept.mkdir()
    for key, (data, _, _) in PAGES.items():
        if data is not None:
            (kept / f"{key}.page").write_bytes(data)
    with (kept / "large.page").open("wb") as large:
        large.truncate(200_000_000)
    (tmp_path / "outside.page").write_bytes(_WORDS)
    (kept / "link.page").symlink_to(tmp_path / "outside.page")
    return tmp_path


def _told(folder: Path) -> Any:
    return json.loads(called("verify", "--format", "json", cwd=folder).out)


def test_each_gives_a_finding(folder: Path) -> None:
    answer = _told(folder)
    assert {each["issue"]: each["result"] for each in answer["quotes"]} == RESULTS
    found = [f"{each['severity']} {each['rule']} {each['message']}" for each in answer["findings"]]
    expected = FOUND.strip().splitlines()
    assert [one[: len(two)] for one, two in zip(sorted(found), expected, strict=True)] == expected


@pytest.mark.parametrize("file", ["../agenda.yaml", "/etc/passwd", "a/../../agenda.yaml", "C:\\\\x", "a\\nb"])
def test_a_path_that_leads_out_of_the_folder_is_refused_where_it_is_written(tmp_path: Path, file: str) -> None:
    write(tmp_path, {
        "agenda.yaml": "posdiff: 1\nparties: {north: {}}\nissues: {port: {title: Port, kind: text}}\n",
        "north/2024-06-14.yaml": f"""
            date: 2024-06-14
            sources: {{page: {{title: A, snapshot: {{file: "{file}", sha256: {"a" * 64}}}}}}}
            terms: {{port: {{says: x, quote: y}}}}
            """,
    })  # fmt: skip
    (finding,) = [each for each in _told(tmp_path)["findings"] if each["severity"] == "error"]
    assert (finding["rule"], finding["line"]) == ("wrong-value", 2)
