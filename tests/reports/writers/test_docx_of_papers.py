"""The four-column paper as Word opens it: wide, rows with colours and words, changes to be accepted or rejected."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from papers import IN_CLAUSES

from answering import asked
from posdiff.reports import formats
from writing import dossier

docx = pytest.importorskip("docx", reason="needs python-docx: pip install 'posdiff[office]'")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: By clause, the words in the first draft and in the second.
CLAUSES = {
    "1  Pay": ("Pay rises by 3 percent [at most].", "Pay rises by 4 percent,\nfor [two] years."),
    "4": ("", "Bonus & parking: <as before>."),
    "2": ("The site [stays] [moves].", "The site [moves] [shuts]."),
    "8": ("", "The site moves."),
    "3": ("The canteen is kept.", "The canteen is kept."),
    "5": ("Hours stay.", ""),
    "7": ("Signed by all,\nin two copies.", "Signed by all,\nin two copies."),
}


def paper(tmp_path: Path) -> bytes:
    answer = asked(dossier(tmp_path, IN_CLAUSES)).drafts("offer", "text", columns=4, parties="union", at="2026-05-01")
    made = formats.made(answer, "docx")
    assert isinstance(made, bytes)
    return made


def rows(made: bytes) -> list[Any]:
    """The rows of the paper's table."""
    body = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml"))
    table = body.find(f".//{W}tbl")
    assert table is not None
    return table.findall(f"{W}tr")


SOURCES = ["1 The letter, Union"]
#: What stands below the words of a clause.
BY = "proposed by"


def words(paragraph: Any, without: str) -> str:
    """The words of a paragraph with all changes of one kind (``ins``, ``del``) taken out."""
    texts = []
    for child in paragraph:
        if child.tag != f"{W}{without}":
            for part in child.iter():
                texts += [part.text or ""] if part.tag in (f"{W}t", f"{W}delText") else []
                texts += ["\n"] if part.tag == f"{W}br" else []
    return "".join(texts)


def versions(row: Any) -> tuple[str, str, str]:
    """What a row is about, and the words of its third column with all changes rejected, and with all accepted."""
    about, _, changed, _ = (cell.findall(f"{W}p") for cell in row.findall(f"{W}tc"))
    rejected, accepted = (
        "\n".join(words(each, kind) for each in changed if not words(each, "").removeprefix("clause ").startswith(BY))
        for kind in ("ins", "del")
    )
    return words(about[0], ""), rejected, accepted


def clauses(made: bytes) -> dict[str, tuple[str, str]]:
    """By clause the two versions."""
    found = {about: both for about, *both in map(versions, rows(made)[1:])}
    return {id: (found[id][0], found[id][1]) for id in CLAUSES}


def test_rejecting_all_gives_the_first_draft_and_accepting_all_the_second(tmp_path: Path) -> None:
    made = paper(tmp_path)
    assert clauses(made) == CLAUSES
    xml = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode()
    changes = re.findall(r'<w:(?:ins|del) w:id="(\d+)" w:author="([^"]*)" w:date="([^"]*)">', xml)
    assert [number for number, *_ in changes] == [str(number) for number in range(1, len(changes) + 1)]
    assert {tuple(rest) for _, *rest in changes} == {("Employer and a mediator", "2026-04-20T00:00:00Z")}
    first = [words(row.findall(f"{W}tc")[1].find(f"{W}p"), "") for row in rows(made)[1:]]
    assert first[0] == CLAUSES["1  Pay"][0]
    assert made == paper(tmp_path / "again")


def test_the_page_is_wide_and_rows_have_their_colour_and_their_word(tmp_path: Path) -> None:
    file = docx.Document(io.BytesIO(paper(tmp_path)))
    page = file.sections[0]
    assert page.orientation == 1
    assert page.page_width > page.page_height
    table = file.tables[0]
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert all("w:cantSplit" in row._tr.xml for row in table.rows[1:])
    # With footnotes LibreOffice sets hardly more than one row on a page, and endnotes it sets on upright pages.
    assert not re.search("w:(end|foot)noteReference", file.element.xml)
    texts = [each.text for each in file.paragraphs]
    assert texts[texts.index("Sources") + 1 :] == SOURCES
    colours = {
        row.cells[0].paragraphs[0].text: (re.findall(r'w:fill="(\w+)"', row._tr.xml), row.cells[0].text)
        for row in table.rows[1:]
    }
    assert colours["2"][0] == ["FBE3E1"] * 4
    assert "across a red line: Union" in colours["2"][1]
    assert colours["7"][0] == ["E3F3E6"] * 4
    assert "same in both texts" in colours["7"][1]
    assert colours["1  Pay"][0] == ["FFF4CC"] * 4
    assert "in reach" in colours["1  Pay"][1]
    assert colours["5"][0] == []
    assert "open" in colours["5"][1]


def test_other_documents_show_changes_as_they_did(tmp_path: Path) -> None:
    made = formats.made(asked(dossier(tmp_path, IN_CLAUSES)).drafts("offer", "text", at="2026-05-01"), "docx")
    assert isinstance(made, bytes)
    xml = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode()
    assert "<w:strike" in xml
    assert "<w:ins" not in xml
    assert "<w:del " not in xml


def test_libreoffice_keeps_all_of_it(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("needs LibreOffice: soffice is not on the path")
    (tmp_path / "paper.docx").write_bytes(paper(tmp_path / "dossier"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "docx", "--outdir", "again", "paper.docx"],
        cwd=tmp_path, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    again = (tmp_path / "again" / "paper.docx").read_bytes()
    assert clauses(again) == CLAUSES
    xml = zipfile.ZipFile(io.BytesIO(again)).read("word/document.xml").decode()
    assert set(re.findall(r'<w:(?:ins|del) [^>]*w:author="([^"]*)"', xml)) == {"Employer and a mediator"}
    assert set(re.findall(r'<w:(?:ins|del) [^>]*w:date="([^"]*)"', xml)) == {"2026-04-20T00:00:00Z"}
    file = docx.Document(io.BytesIO(again))
    assert file.sections[0].page_width > file.sections[0].page_height
    assert "w:tblHeader" in file.tables[0].rows[0]._tr.xml
    assert all("w:cantSplit" in row._tr.xml for row in file.tables[0].rows[1:])
    assert [len(row.cells) for row in file.tables[0].rows] == [4] * len(file.tables[0].rows)
