"""DOCX as LibreOffice opens it: headings, tables, notes, languages; the same bytes; no markup of anybody's."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from answering import asked
from posdiff.dossier.reading.load import load
from posdiff.reports import formats
from posdiff.reports.document import Column, Document, Footnote, Paragraph, Row, Run, Section, Table, cell, line
from writing import dossier

docx = pytest.importorskip("docx", reason="needs python-docx: pip install 'posdiff[office]'")
from posdiff.reports.writers import docx as writer  # noqa: E402

ROOT = Path(__file__).parents[3]
SUPPOSED = "ukraine: nato-membership=deferred"
HOSTILE = "<w:p/>&amp; \x1b[31m \u202eesrever {HYPERLINK} ]]>"


def brief() -> bytes:
    positions = asked(load(ROOT / "examples" / "wages" / "positions"))
    answer = positions.brief("union", "employer", since="2026-03-05", draft="mediator", at="2026-05-12")
    made = formats.made(answer, "docx")
    assert isinstance(made, bytes)
    return made


def test_headings_tables_and_sources_are_there() -> None:
    file = docx.Document(io.BytesIO(brief()))
    headings = [paragraph.text for paragraph in file.paragraphs if paragraph.style.name.startswith("Heading")]
    assert headings[:2] == ["Red lines in the way (1)", "Where they stand"]
    assert headings[-1] == "What is silent, unverified or old"
    head = [cell.text for cell in file.tables[0].rows[0].cells]
    assert head == ["Issue", "Red line, in their words", "Against it"]
    assert all("tblHeader" in table.rows[0]._tr.xml for table in file.tables)
    assert re.search(r"— Employer, 2026-04-02[^<]*<[^«]*<w:footnoteReference ", file.tables[0].rows[1].cells[1]._tc.xml)
    assert file.core_properties.language == "en-GB"


def test_the_same_bytes() -> None:
    made = brief()
    assert made == brief()
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_texts_are_texts_and_only_addresses_of_the_web_are_links() -> None:
    notes = (
        Footnote(1, HOSTILE, "https://example.org/a?b=c&d", None),
        Footnote(2, "b", "javascript:alert(1)", HOSTILE, "file:///etc/passwd"),
    )
    runs = (Run(HOSTILE, "red-line"), Run("Werk", language="de"))
    made = writer.write(Document("brief", HOSTILE, line(HOSTILE), (), (Section("A", (Paragraph(runs),)),), notes))
    file = docx.Document(io.BytesIO(made))
    links = [rel.target_ref for rel in file.part.rels.values() if rel.reltype.endswith("/hyperlink")]
    assert links == ["https://example.org/a?b=c&d"]
    words = "\n".join(paragraph.text for paragraph in file.paragraphs)
    assert "<w:p/>&amp; " in words and "{HYPERLINK} ]]>" in words and "javascript:alert(1)" in words
    assert "\x1b" not in words and "\u202e" not in words
    assert 'w:lang w:val="de"' in file.element.xml


def test_sources_are_endnotes(tmp_path: Path) -> None:
    """By their number where they are first cited, by a field that leads there when they are cited again."""
    notes = (Footnote(4, "A letter", "https://example.org/a", "Old."), Footnote(2, HOSTILE, None, None),
             Footnote(3, "A page that nothing cites", None, None))  # fmt: skip
    runs = (Run("First", cites=(2, 4)), Run("again", cites=(4,)))
    made = writer.write(Document("report", "A", (), (), (Section("B", (Paragraph(runs),)),), notes))
    assert "AB" + "First1,2again2" in _shown(made)
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        written = parts.read("word/endnotes.xml").decode()
        assert 'Target="https://example.org/a"' in parts.read("word/_rels/endnotes.xml.rels").decode()
    told = ["".join(re.findall("<w:t(?: [^>]*)?>([^<]*)<", note)) for note in written.split("<w:endnote ")[3:]]
    assert told[0].startswith(" &lt;w:p/&gt;&amp;amp; ") and told[1] == " A letter, https://example.org/a (Old.)"
    assert "NOTEREF note2" in _xml(made)
    after = [paragraph.text for paragraph in docx.Document(io.BytesIO(made)).paragraphs][-3:]
    assert after == [
        "Sources",
        "The sources of what is said stand at the end.",
        "A page that nothing cites",
    ]


def test_under_a_running_head_sources_are_listed() -> None:
    """LibreOffice sets no head on the pages of endnotes: what is supposed would not be marked there."""
    notes = (Footnote(4, "A letter", "https://example.org/a", None), Footnote(2, "A page", None, None),
             Footnote(3, "A page that nothing cites", None, None))  # fmt: skip
    runs = (Run("First", cites=(2, 4)), Run("again", cites=(4,)))
    body = (Section("B", (Paragraph(runs),)),)
    made = writer.write(Document("report", "A", (), (), body, notes, running_head="SUPPOSED"))
    file = docx.Document(io.BytesIO(made))
    assert file.sections[0].header.paragraphs[0].text == "SUPPOSED"
    assert [paragraph.text for paragraph in file.paragraphs][-5:] == [
        "First1,2again2",
        "Sources",
        "1 A page",
        "2 A letter, https://example.org/a",
        "A page that nothing cites",
    ]
    assert re.findall('w:hyperlink w:anchor="(note.)"', _xml(made)) == ["note1", "note2", "note2"]
    assert re.findall('w:bookmarkStart w:id="[0-9]*" w:name="(note.)"', _xml(made)) == ["note1", "note2"]
    assert "word/endnotes.xml" not in zipfile.ZipFile(io.BytesIO(made)).namelist()


def test_a_short_row_is_not_cut_by_the_end_of_a_page() -> None:
    """A long one may be: whole, it could leave most of a page empty."""
    rows = tuple(Row((cell("Pay"), cell("word " * words))) for words in (5, 400))
    table = Table("Rows", (Column("Issue"), Column("Words")), rows)
    made = writer.write(Document("drafts", "A", (), (), (Section("B", (table,)),)))
    cut = ["w:cantSplit" not in row._tr.xml for row in docx.Document(io.BytesIO(made)).tables[0].rows[1:]]
    assert cut == [False, True]


def _xml(made: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode()


def _shown(made: bytes) -> str:
    """The text with the numbers of notes, as they count up."""
    counted = iter(range(1, 100))
    marked = re.sub("<w:endnoteReference [^>]*>", lambda _: f"<w:t>{next(counted)}<", _xml(made))
    return "".join(re.findall("<w:t(?: [^>]*)?>([^<]*)<", marked))


def test_libreoffice_reads_it(tmp_path: Path) -> None:
    """And writes it again, with its headings, tables, notes and language; the sample's brief has two pages."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("needs LibreOffice: soffice is not on the path")
    (tmp_path / "brief.docx").write_bytes(brief())
    positions = asked(load(ROOT / "positions"))
    answer = positions.brief("russia", "ukraine", since="2025-08-01", draft="20-points", at="2026-11-27")
    (tmp_path / "sample.docx").write_bytes(formats.made(answer, "docx"))  # type: ignore[arg-type]
    supposed = positions.drafts("us-28", "e3", columns=4, parties="ukraine", at="2025-12-31", suppose=[SUPPOSED])
    (tmp_path / "supposed.docx").write_bytes(formats.made(supposed, "docx"))  # type: ignore[arg-type]
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for kind, folder, files in (
        ("docx", "again", ["brief.docx"]),
        ("odt", ".", ["again/brief.docx"]),
        ("pdf", ".", ["sample.docx", "supposed.docx"]),
    ):
        subprocess.run([office, profile, "--headless", "--convert-to", kind, "--outdir", folder, *files], cwd=tmp_path,
                       check=True, capture_output=True, timeout=120)  # fmt: skip
    with zipfile.ZipFile(tmp_path / "brief.odt") as parts:
        content, styles = (parts.read(name).decode() for name in ("content.xml", "styles.xml"))
    for words in ("Red lines in the way (1)", "Against it", "closer to Employer"):
        assert words in content
    notes = re.findall(r'<text:note [^>]*text:note-class="footnote">(.*?)</text:note>', content)
    told = [re.sub("<[^>]+>", "", note) for note in notes]
    assert told == ["1Press release (invented), Employer, 2026-04-02"]
    assert content.count("<table:table-header-rows>") == 2
    assert re.search(r'<text:h [^>]*text:outline-level="1"', content)
    assert set(re.findall(r'fo:language="(\w+)" fo:country="(\w+)"', styles)) == {("en", "GB")}
    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "sample.pdf").read_bytes())) == 2
    if shutil.which("pdftotext"):
        shown = subprocess.run(["pdftotext", "supposed.pdf", "-"], cwd=tmp_path, check=True, capture_output=True).stdout
        pages = shown.decode().removesuffix("\f").split("\f")
        assert len(pages) > 5
        assert [page for page in pages if not page.startswith("SUPPOSED, not on record")] == []


def test_a_quote_keeps_its_language(tmp_path: Path) -> None:
    stays = "{accepts: stays, firmness: red-line, quote: {text: Das Werk bleibt., language: de}}"
    read = dossier(tmp_path, {
        "agenda.yaml": """
            posdiff: 1
            parties: {union: {name: Union}, owner: {name: Owner}}
            issues: {site: {title: Site, kind: choice, options: {stays: Stays, moves: Moves}}}
            """,
        "union/2026-03-02.yaml": f"date: 2026-03-02\nterms: {{site: {stays}}}\n",
        "owner/2026-03-02.yaml": "date: 2026-03-02\nterms: {site: moves}\n",
    })  # fmt: skip
    answer = asked(read).brief("union", "owner", at="2026-04-01")
    made = formats.made(answer, "docx")
    assert isinstance(made, bytes)
    assert 'w:lang w:val="de"' in docx.Document(io.BytesIO(made)).element.xml
    assert '<span lang="de">“Das Werk bleibt.”</span>' in formats.write(answer, "html")


def test_the_overview_of_a_report_leads_to_its_parts() -> None:
    """By links within the file to places that are all there, each once."""
    positions = asked(load(ROOT / "examples" / "wages" / "positions"))
    made = formats.made(positions.report("union", "employer", at="2026-05-12"), "docx")
    assert isinstance(made, bytes)
    xml = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode()
    links = re.findall(r'<w:hyperlink w:anchor="(\w+)"', xml)
    places = re.findall(r'<w:bookmarkStart [^>]*w:name="(\w+)"', xml)
    assert len(links) > 15
    assert set(links) <= set(places)
    assert len(places) == len(set(places))
    headings = [p.text for p in docx.Document(io.BytesIO(made)).paragraphs if p.style.name == "Heading 1"]
    assert headings[:2] == ["Overview", "✗ Contradictions (3)"]


def test_columns_of_numbers_are_narrow() -> None:
    """What is said in words has the room."""
    columns = tuple(map(Column, ("Party", "Broken", "Met", "Verdict")))
    row = Row((cell("North"), cell("14"), cell("8"), cell("1 red line crossed (Ukrainian withdrawal)")))
    made = writer.write(Document("text", "A", sections=(Section("B", (Table("C", columns, (row,)),)),)))
    party, broken, met, verdict = (column.width.cm for column in docx.Document(io.BytesIO(made)).tables[0].columns)
    assert met < broken < party < verdict and verdict > 10
