"""Where pages are kept, answers lead to a quote in its page, and say of which quotes that cannot be done."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

from test_sentences_of_briefs import UNVERIFIED

from running import called
from writing import write

_PAGE = "We will never give up the port. The bay is open to all.\n"
_FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        issues:
          port: {title: Port, kind: choice, options: {ours: Ours, theirs: Theirs}}
          bay: {title: Bay, kind: choice, options: {closed: Closed, open: Open}}
        """,
    "north/2024-01-01.yaml": f"""
        date: 2024-01-01
        speaker: The minister
        sources:
          speech:
            title: Speech
            date: 2024-01-01
            url: "https://north.example/speech#top"
            archive: https://archive.example/speech
            snapshot: {{file: speech.txt, sha256: {sha256(_PAGE.encode()).hexdigest()}, retrieved: 2024-01-02}}
          paper: {{title: Paper, date: 2024-01-01}}
        terms:
          port: {{accepts: ours, firmness: red-line, quote: We will give up the port, source: speech}}
          bay: {{accepts: open, quote: [The bay is open to all, {{text: Open it is, source: paper}}], source: speech}}
        """,
    "south/2024-01-01.yaml": """
        date: 2024-01-01
        sources: {paper: {title: Paper, date: 2024-01-01}}
        terms: {port: theirs, bay: open}
        """,
}
_WORDS = ":~:text=The%20bay%20is%20open%20to%20all"
_IN_PAGE, _IN_ARCHIVE = f"https://north.example/speech#top{_WORDS}", f"https://archive.example/speech#{_WORDS}"


def _dossier(folder: Path) -> None:
    write(folder, _FILES)
    kept = folder / "positions" / "sources"
    kept.mkdir()
    (kept / "speech.txt").write_text(_PAGE)


def test_markdown_leads_to_a_quote_and_to_its_copy(tmp_path: Path) -> None:
    _dossier(tmp_path)
    lines = called("report", "north", "south", "--at", "2024-02-01", cwd=tmp_path).out.splitlines()
    about = [line for line in lines if line.startswith("> — ")]
    assert "> — The minister, North, 2024-01-01, not in its source[^1]" in about
    assert "> — The minister, North, 2024-01-01, not verified here[^2]" in about
    links = f"[in its page](<{_IN_PAGE}>), [in the archive](<{_IN_ARCHIVE}>)"
    assert f"> — The minister, North, 2024-01-01[^1], {links}" in about


#: A position whose one quote stands in its page, which an archive has too, and whose other has no page: the answer.
MARKDOWN = f"""
# North as of 2024-02-01

A position on 1 of 1 issue

## No topic

| Issue | Position |
| --- | --- |
| **Bay** <br> bay | Open <br> said 2024-01-01[^1][^2] <br> rests on: own quote · not verified here · no publisher \
named · 1 month old · coded once |

**Bay**, in their words:

> “The bay is open to all”
> — The minister, North, 2024-01-01[^1], [in its page](<{_IN_PAGE}>), [in the archive](<{_IN_ARCHIVE}>)
>
> “Open it is”
> — The minister, North, 2024-01-01, not verified here[^2]

## Sources

[^1]: Speech, 2024-01-01, <https://north.example/speech#top>, archived at <https://archive.example/speech>
[^2]: Paper, 2024-01-01
"""
#: Its quotes in HTML.
FIGURES = (
    "<details><summary>2 quotes</summary><figure><blockquote><p>“The bay is open to all”</p></blockquote><figcaption>"
    'The minister, North, 2024-01-01<a class="n" href="#_1">1</a>, '
    f'<a href="{_IN_PAGE}" rel="noreferrer noopener">in its page</a>, '
    f'<a href="{_IN_ARCHIVE}" rel="noreferrer noopener">in the archive</a></figcaption></figure>'
    "<figure><blockquote><p>“Open it is”</p></blockquote><figcaption>The minister, North, 2024-01-01, not verified here"
    '<a class="n" href="#_2">2</a></figcaption></figure></details>'
)


def test_the_whole_answer(tmp_path: Path) -> None:
    _dossier(tmp_path)
    asked = ("show", "north", "bay", "--at", "2024-02-01", "-f")
    assert called(*asked, "markdown", cwd=tmp_path).out.partition("-->\n")[2] == MARKDOWN
    assert FIGURES in called(*asked, "html", cwd=tmp_path).out


def test_html_leads_to_it_too(tmp_path: Path) -> None:
    _dossier(tmp_path)
    out = called("compare", "north", "south", "-f", "html", "--at", "2024-02-01", cwd=tmp_path).out
    for words, address in (("in its page", _IN_PAGE), ("in the archive", _IN_ARCHIVE)):
        assert f'<a href="{address}" rel="noreferrer noopener">{words}</a>' in out


def test_a_red_line_that_is_not_verified_says_so(tmp_path: Path) -> None:
    _dossier(tmp_path)
    for command in (("compare", "--full", "--quotes"), ("brief",), ("report", "-f", "text")):
        run = called(command[0], "north", "south", *command[1:], "--at", "2024-02-01", "--width", "200", cwd=tmp_path)
        (line,) = {line.strip() for line in run.out.splitlines() if "We will give up the port" in line}
        assert "not in its source" in line, command


def test_without_a_page_it_is_said_once(tmp_path: Path) -> None:
    write(tmp_path, {**_FILES, "north/2024-01-01.yaml": _FILES["south/2024-01-01.yaml"]})
    out = called("report", "north", "south", "--at", "2024-02-01", cwd=tmp_path).out
    assert out.count("No quote is verified here: no source page is kept.") == 1
    assert "not verified here[" not in out


def test_quotes_that_are_not_verified_are_counted(tmp_path: Path) -> None:
    """Nothing is said where every quote stands in its page, nor where there is no quote."""
    shutil.copytree(Path(__file__).parents[2] / "examples" / "wages" / "positions", tmp_path / "positions")
    asked = ("brief", "union", "employer", "--at", "2026-06-30")
    assert "Not verified" not in called(*asked, cwd=tmp_path).out
    (tmp_path / "positions" / "sources" / "employer-2026-05-04-letter.txt").unlink()
    assert UNVERIFIED in called(*asked, cwd=tmp_path).out


def test_beside_a_translation_the_original_is_in_the_page(tmp_path: Path) -> None:
    """Nobody looked the words of the translation up, which stand right above."""
    said = "quote: {text: The bay is open to all, language: en, translation: La baie est libre}"
    north = _FILES["north/2024-01-01.yaml"].replace(
        "quote: [The bay is open to all, {text: Open it is, source: paper}]", said
    )
    _dossier(tmp_path)
    write(tmp_path, {**_FILES, "north/2024-01-01.yaml": north})
    out = called("show", "north", "bay", "--at", "2024-02-01", "-f", "markdown", cwd=tmp_path).out
    assert (
        f"> translated from English: “La baie est libre”\n> — The minister, North, 2024-01-01[^1], "
        f"[the original in its page](<{_IN_PAGE}>), " in out
    )
