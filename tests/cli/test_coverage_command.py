"""``posdiff coverage``: the example of docs/coverage.md, in every format; what is named, and the gate."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from posdiff.comparison.evidence.words_of_languages import words_of_languages
from posdiff.dossier.languages import name
from running import called

PAGE = Path(__file__).parents[2] / "docs" / "coverage.md"
TEXT = PAGE.read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the example."""
    for file, text in re.findall(r"^File `([^`]+)`:\n\n```\w+\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL):
        at = tmp_path / file
        at.parent.mkdir(parents=True, exist_ok=True)
        at.write_text(text.replace("SHA256", page_hash()), encoding="utf-8")
    return tmp_path


def page_hash() -> str:
    leaflet = TEXT.split("```text\n")[1].split("```")[0]
    return sha256(leaflet.encode()).hexdigest()


def lists() -> Iterator[str]:
    """The lists of all languages, as the page shows them."""
    for tag, words in words_of_languages().items():
        yield f"### {name(tag)}"
        for group, entries in {**words.signals, "units": words.units, "numbers in words": words.numbers}.items():
            yield f"- *{group}*: {', '.join(f'`{entry}`' for entry in entries)}"


def test_the_page_shows_what_is_so(folder: Path, request: pytest.FixtureRequest) -> None:
    """The output of its example, and the lists."""
    printed = called("coverage", cwd=folder).out
    shown = re.sub(r"(\$ posdiff coverage\n).*?^```", lambda found: f"{found[1]}{printed}```", TEXT, flags=re.M | re.S)
    shown = shown.partition("<!-- lists -->\n")[0] + "<!-- lists -->\n\n" + "\n\n".join(lists()) + "\n"
    if request.config.getoption("--regenerate"):
        PAGE.write_text(shown, encoding="utf-8")
    else:
        assert shown == TEXT


def test_every_format(folder: Path) -> None:
    told = json.loads(called("coverage", "--format", "json", cwd=folder).out)
    (covered,) = told["statements"]
    assert (covered["sentences"], covered["quoted"], covered["dismissed"]) == (6, 1, 2)
    assert covered["dismissed_demands"] == [1]
    assert [(each["line"], each["signals"]) for each in covered["open"]] == [(5, ["unless"]), (6, ["must"]), (7, [])]
    assert [each["problem"] for each in told["unread"]] == ["not-here"]
    rows = list(csv.DictReader(io.StringIO(called("coverage", "--format", "csv", cwd=folder).out)))
    assert [(row["line"], row["problem"]) for row in rows] == [("5", ""), ("6", ""), ("7", ""), ("", "not-here")]
    for format in ("markdown", "html"):
        assert "3 of 6 sentences quoted or dismissed; 3 open" in called("coverage", "--format", format, cwd=folder).out


def test_the_file_that_is_named_is_there(tmp_path: Path) -> None:
    """A text without `.txt`, and a page without its text, in every format."""
    (tmp_path / "positions" / "sources").mkdir(parents=True)
    pages = {"page": b"We share.\nWe must not leave.\n", "h.html": b"<p>We share.<p>We must leave."}
    sources = ""
    for file, data in pages.items():
        (tmp_path / "positions" / "sources" / file).write_bytes(data)
        hash = sha256(data).hexdigest()
        sources += f"  {file[0]}: {{title: {file}, publisher: P, snapshot: {{file: {file}, sha256: {hash}}}}}\n"
    (tmp_path / "positions" / "agenda.yaml").write_text("posdiff: 1\nparties: {u: {name: Union}}\nissues: {}\n")
    (tmp_path / "positions" / "u").mkdir()
    statement = f"date: 2026-03-02\nsources:\n{sources}dismissed:\n  - {{text: We share., reason: procedural}}\n"
    (tmp_path / "positions" / "u" / "2026-03-02.yaml").write_text(statement)
    text = called("coverage", cwd=tmp_path).out
    assert (
        text
        == """\
2 pages of sources, sentence by sentence: 2 of 4 sentences quoted or dismissed; 2 open

2026-03-02, Union: page, P
  1 of 2 sentences quoted or dismissed; 1 open (0 quoted, 1 dismissed). positions/sources/page
  positions/sources/page:2
    We must not leave.
    looks like a demand    must not

2026-03-02, Union: h.html, P
  1 of 2 sentences quoted or dismissed; 1 open (0 quoted, 1 dismissed). positions/sources/h.html.\
 Its text is in no file: `posdiff source add --force` writes it.
  positions/sources/h.html, line 2 of its text
    We must leave.
    looks like a demand    must
"""
    )
    markdown = called("coverage", "--format", "markdown", cwd=tmp_path).out
    assert "positions/sources/page:2" in markdown
    assert "positions/sources/h.html, line 2 of its text" in markdown
    told = json.loads(called("coverage", "--format", "json", cwd=tmp_path).out)["statements"]
    assert [(each["file"], each["text_file"]) for each in told] == [("page", "page"), ("h.html", None)]
    rows = csv.DictReader(io.StringIO(called("coverage", "--format", "csv", cwd=tmp_path).out))
    lines = [(row["file"], row["line"], row["text_file"]) for row in rows]
    assert lines == [("page", "2", "page"), ("h.html", "2", "")]


ASKED = {
    ("union",): (0, "3 of 6"),
    ("union/2026-03-02",): (0, "3 of 6"),
    ("2026-03",): (0, "3 of 6"),
    ("employer",): (0, "No page of a source can be read here"),
    ("--at", "2026-03-01"): (0, "No page of a source can be read here"),
    ("--fail-on", "open"): (1, "3 of 6"),
    ("--fail-on", "unread,dismissed-absent"): (1, "3 of 6"),
    ("--fail-on", "absent"): (2, "--fail-on takes no `absent`"),
    ("unoin",): (3, "no statement, draft or party `unoin`\nhint: did you mean union or union/2026-03-02?"),
    ("",): (2, "an empty text names no"),
}  # fmt: skip


@pytest.mark.parametrize("arguments", ASKED, ids=" ".join)
def test_what_is_asked(arguments: tuple[str, ...], folder: Path) -> None:
    code, says = ASKED[arguments]
    done = called("coverage", *arguments, cwd=folder)
    assert (done.code, says in done.out + done.err) == (code, True), done.out + done.err


def test_a_silence_says_whether_all_was_looked_at(folder: Path) -> None:
    shown = " ".join(called("show", "union", "--at", "2026-04-01", cwd=folder).out.split())
    told = "not looked at: 3 passages not coded yet (posdiff coverage union), 1 source without a page here"
    assert told in shown
    assert "not coded yet" not in called("show", "union", "pay-rise", "--at", "2026-04-01", cwd=folder).out
    statement = folder / "positions" / "union" / "2026-03-02.yaml"
    passages = (
        "We accept two years, unless the shift bonus is cut",
        "Weekend work must stay voluntary",
        "The committee … March",
    )
    rest = "".join(f"  - {{text: '{text}', source: leaflet, reason: unclear}}\n" for text in passages)
    statement.write_text(statement.read_text(encoding="utf-8") + rest, encoding="utf-8")
    shown = " ".join(called("show", "union", "--at", "2026-04-01", cwd=folder).out.split())
    assert "nothing found in the texts on file here; 1 source not looked at" in shown


def test_a_page_that_two_sources_name_is_counted_once(folder: Path) -> None:
    """In the line on all pages together; each of the sources has its own part."""
    statement = folder / "positions" / "union" / "2026-03-02.yaml"
    again = f"  again: {{title: Again, snapshot: {{file: leaflet.txt, sha256: {page_hash()}}}}}\nterms:"
    statement.write_text(statement.read_text(encoding="utf-8").replace("terms:", again), encoding="utf-8")
    told = called("coverage", cwd=folder).out
    assert told.startswith("1 page of sources, sentence by sentence: 3 of 6 sentences quoted or dismissed; 3 open\n")
    assert told.count("3 of 6 sentences") == 3
