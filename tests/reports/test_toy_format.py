"""A writer of its own in a few lines writes every command's document; and none of the three loses a fact."""

from __future__ import annotations

import html as html_text
import re
from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from posdiff.answers.answer import Answer
from posdiff.answers.opening import Surroundings
from posdiff.answers.positions import open_positions
from posdiff.reports.document import Block, Dates, Document, Evidence, Run, Section, Table
from posdiff.reports.writers import html, markdown, terminal

WAGES = Path(__file__).parents[2] / "examples" / "wages"
COMMANDS = (
    "compare",
    "changes",
    "show",
    "who",
    "history",
    "matrix",
    "draft",
    "conflicts",
    "report",
    "brief",
    "find",
    "issues",
    "parties",
    "drafts",
)


def answer(command: str) -> Answer:
    """What a command answers on the wage round."""
    wages = open_positions(Surroundings(WAGES, {}, date(2026, 6, 10)), str(WAGES / "positions"))
    answers: dict[str, Callable[[], Answer]] = {
        "compare": lambda: wages.compare("union", "employer", "mediator", at="2026-05-12"),
        "changes": lambda: wages.changes(since="2026-03-05", until="2026-06-01", against="employer", fields=True),
        "show": lambda: wages.show("employer", at="2026-05-12"),
        "who": lambda: wages.who("pay-rise", at="2026-05-12"),
        "history": lambda: wages.history("union", "employer", until="2026-06-01"),
        "matrix": lambda: wages.matrix(at="2026-05-12", metric="distance"),
        "draft": lambda: wages.draft("mediator", "union", "employer", at="2026-05-12"),
        "conflicts": lambda: wages.conflicts("union", "employer", at="2026-05-12", all=True),
        "report": lambda: wages.report("union", "employer", since="2026-03-05", at="2026-05-12"),
        "brief": lambda: wages.brief("union", "employer", since="2026-03-05", draft="mediator", at="2026-05-12"),
        "find": lambda: wages.find("pay"),
        "issues": lambda: wages.issues(at="2026-05-12"),
        "parties": lambda: wages.parties(at="2026-05-12"),
        "drafts": wages.drafts,
    }
    return answers[command]()


def composed(command: str) -> Document:
    """The document of a command."""
    document: Document = import_module(f"posdiff.reports.compose.{command}").document(answer(command))
    return document


def toy(document: Document) -> str:
    """A format of its own: an outline, with a line for each heading, each block and each row of a table."""
    lines = [f"* {document.title}"]
    for section in document.sections:
        lines.append(f"{'*' * section.level} {section.title}")
        for block in section.blocks:
            lines += [f"- {type(block).__name__}", *_rows(block)]
    return "\n".join(lines) + "\n"


def _rows(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        for row in block.rows:
            yield "  " + " | ".join("".join(run.text for line in cell.lines for run in line) for cell in row.cells)


def test_a_toy_format() -> None:
    assert toy(composed("matrix")) == (
        "* Distance as of 2026-05-12\n"
        "** Distance\n"
        "- Table\n"
        "  Union | – | 0.293 ░over 7 of 10 issuesa red line on 2 issues | 0.000 ·over 3 of 10 issues\n"
        "  Employer | 0.293 ░over 7 of 10 issuesa red line on 2 issues | – | 0.000 ·over 3 of 10 issues\n"
        "  Mediator | 0.000 ·over 3 of 10 issues | 0.000 ·over 3 of 10 issues | –\n"
        "** Contested issues with a red line\n"
        "- Bullets\n"
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_a_toy_format_writes_every_command(command: str) -> None:
    document = composed(command)
    lines = toy(document).splitlines()
    assert lines[0] == f"* {document.title}"
    assert sum(line.startswith("**") for line in lines) == len(document.sections)


def texts(part: object) -> Iterator[str]:
    """The words of all runs in a part of a document, of days only the short form."""
    if isinstance(part, Run):
        yield part.text
    elif isinstance(part, Dates):
        yield part.short
        yield from texts(part.place)
    elif isinstance(part, Section):
        yield part.title
        yield part.meaning
        yield from texts(part.blocks)
    elif isinstance(part, tuple):
        for inner in part:
            yield from texts(inner)


def letters(text: str) -> str:
    """A text without what a format adds to it: letters and digits, in lower case."""
    return "".join(character for character in text.lower() if character.isalnum())


@pytest.mark.parametrize("command", COMMANDS)
def test_no_fact_is_lost_in_lines(command: str) -> None:
    document = composed(command)
    out = letters(terminal.write(document, terminal.TerminalOptions(quotes=True, sources=True)))
    sections = tuple(section for section in document.sections if not section.overview)
    for words in texts((document.gist, document.lead, sections)):
        assert letters(words) in out or words.startswith("silent")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("format", ["markdown", "html"])
def test_no_fact_is_lost_on_a_page(command: str, format: str) -> None:
    document = composed(command)
    if format == "markdown":
        out = re.sub(r"\[\^\d+\]|<br>|<!-- -->", "", markdown.write(document))
    else:
        page = re.split("<body[^>]*>", html.write(document))[1]
        out = html_text.unescape(re.sub(r'<a class="n"[^>]*>\d+</a>|<[^>]*>', "", page))
    for part in (document.gist, document.lead, document.sections):
        for words in texts(_without_days(part)):
            assert letters(words) in letters(out)


def _without_days(part: object) -> object:
    """The same without the short forms of days, which pages write in full, and without places, which they leave out."""
    if isinstance(part, Dates):
        return part.line
    if isinstance(part, Evidence):
        part = part._replace(places=())
    if isinstance(part, Section):
        return (Run(part.title), Run(part.meaning), _without_days(part.blocks))
    if isinstance(part, tuple) and not isinstance(part, Run):
        return tuple(_without_days(inner) for inner in part)
    return part
