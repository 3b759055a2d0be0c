"""The one table of formats: what each is called, which commands have it, and what writes it."""

from __future__ import annotations

import os.path
import re
from collections.abc import Callable, Collection, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from posdiff.findings.failure import USAGE, Failure

if TYPE_CHECKING:
    from posdiff.answers.answer import Answer
    from posdiff.reports.document import Document

#: What lists are written in; the page of a rule; a brief; answers on positions; findings.
ListFormat = Literal["text", "json"]
PageFormat = Literal["text", "json", "markdown"]
BriefFormat = Literal["text", "markdown", "html", "json", "docx"]
TablesFormat = Literal["csv", "parquet", "sqlite"]
ReportFormat = Literal["text", "markdown", "html", "csv", "json", "docx"]
AnyFormat = Literal["text", "markdown", "html", "csv", "json"]
ChartFormat = Literal["svg", "png", "text"]
FindingsFormat = Literal["text", "markdown", "html", "csv", "json", "github", "gitlab", "sarif", "junit"]

LIST: tuple[str, ...] = get_args(ListFormat)
PAGE: tuple[str, ...] = get_args(PageFormat)
BRIEF: tuple[str, ...] = get_args(BriefFormat)
REPORT: tuple[str, ...] = get_args(ReportFormat)
ANY: tuple[str, ...] = get_args(AnyFormat)
CHART: tuple[str, ...] = get_args(ChartFormat)
FINDINGS: tuple[str, ...] = get_args(FindingsFormat)
#: What a file's name promises, where it promises one format only; JSON of findings is also that of GitLab.
SUFFIXES = {
    ".html": "html", ".htm": "html", ".md": "markdown", ".csv": "csv", ".sarif": "sarif", ".svg": "svg", ".png": "png",
    ".docx": "docx",
}  # fmt: skip
#: What a file with such a name holds where no format is asked for.
_BY_NAME = {**SUFFIXES, ".json": "json", ".txt": "text"}
#: The formats that are read by people: what only they show is not computed for others.
READ = ("text", "markdown", "html", "docx")
#: The formats with room for a comment that holds a hash of the rest.
SEALED = ("markdown", "html", "junit", "svg")


def by_name(file: str, known: Collection[str]) -> str | None:
    """The format that goes by a file's name; None where the name has no suffix that says one.

    Raises Failure (usage) for a suffix that is of none of the formats known.
    """
    suffix = Path(file).suffix.lower()
    format = _BY_NAME.get(suffix)
    if format in known or not re.fullmatch(r"\.[a-z]\w*", suffix):
        return format if format in known else None
    suffixes = [ending for ending, of in _BY_NAME.items() if of in known]
    hint = f"end it in {', '.join(suffixes)}, or give --format: {', '.join(known)}"
    drawn = [ending for ending in (".html", ".svg") if ending in suffixes]
    if suffix == ".pdf" and drawn:
        hint = f"PDF is made by printing what a browser shows of FILE{drawn[0]}; {hint}"
    raise Failure(f"{file} is not the name of a format of this command", hint=hint, code=USAGE)


class Look(NamedTuple):
    """How an answer is drawn. ``width`` is None where lines are not wrapped; ``stamp``: when the report was made.

    ``links_from``: sources and files are links, and this is the folder that paths lead from; None for no links.
    ``full``: whether text shows all of the answer, and not the overview of it, where it has one.
    """

    width: int | None = None
    colour: bool = False
    unicode: bool = True
    quotes: bool = False
    sources: bool = False
    bom: bool = False
    stamp: str | None = None
    links_from: str | None = None
    full: bool = True


PLAIN = Look()


def write(answer: Answer, format: str, look: Look = PLAIN) -> str:
    """The answer as the text of a format. The command that made it has to have the format."""
    text = _WRITERS[format](answer, look)
    if format not in SEALED:
        return text
    from posdiff.reports import seal

    return seal.sealed(text)


def made(answer: Answer, format: str, look: Look = PLAIN) -> str | bytes:
    """The same, where a format may be no text: PNG, DOCX."""
    if format not in ("png", "docx"):
        return write(answer, format, look)
    if format == "docx":
        from posdiff.reports.writers import docx

        return docx.write(_led(answer))
    from posdiff.reports.charts import table

    return table.png(answer)  # type: ignore[arg-type]


def lacking(format: str, only: Collection[str]) -> str | None:
    """What ``--only`` asks of a comparison and a format has no room for; None where it has room for all of it."""
    missing = {"json": {"conflict"}, "csv": {"conflict", "deadlock"}}.get(format, set()) & set(only)
    return (
        f"{format} of a comparison holds no {' and no '.join(f'{word}s' for word in sorted(missing))}"
        if missing
        else None
    )


#: Commands whose text shows what positions stand on only when it is asked for.
_EVIDENCE_IF_ASKED = ("compare", "changes", "draft")


#: Commands whose text is an overview unless all is asked for: a module in ``overviews`` has the name of each.
_WITH_OVERVIEW = ("compare", "changes", "history", "draft", "conflicts", "matrix", "issues", "drafts", "sources")


def _document(answer: Answer, **options: Any) -> Document:
    """The document of a command: the module in ``compose`` has its name; that of a chart is made of its picture."""
    home = "charts.table" if answer.command == "chart" else f"compose.{answer.command}"
    document: Document = import_module(f"posdiff.reports.{home}").document(answer, **options)
    return _marked(document, answer)


def _marked(document: Document, answer: Answer) -> Document:
    """The document, marked where something in it is supposed."""
    if not answer.basis.supposed:
        return document
    from posdiff.reports.compose import supposed

    return supposed.marked(document, answer)


def _led(answer: Answer) -> Document:
    """The document of a command; of a comparison with the overview, which leads to its parts."""
    document = _document(answer)
    if answer.command not in ("compare", "report"):
        return document
    from posdiff.reports.overviews import contents

    return contents.led(document, answer.compare if answer.command == "report" else answer)  # type: ignore[attr-defined,arg-type]


def _text(answer: Answer, look: Look) -> str:
    from posdiff.reports.writers import terminal

    options = terminal.TerminalOptions(look.width, look.colour, look.unicode, look.quotes, look.sources)
    if look.links_from is not None:
        on_disk = answer.basis.commit is None
        folder = os.path.normpath(Path(look.links_from) / answer.basis.root) if on_disk else ""
        options = options._replace(links=True, folder=folder)
    if not look.full and answer.command in _WITH_OVERVIEW:
        width = look.width or terminal.WIDTH_OF_LINES
        overview: Document = import_module(f"posdiff.reports.overviews.{answer.command}").document(answer, width)
        return terminal.write(_marked(overview, answer), options._replace(overview=True))
    if answer.command == "matrix":
        from posdiff.reports.overviews import matrix

        width = look.width or terminal.WIDTH_OF_LINES
        whole = matrix.whole(answer, width)  # type: ignore[arg-type]
        return terminal.write(_marked(whole, answer), options._replace(overview=True))
    if answer.command == "report":
        from posdiff.reports.overviews import contents

        width = look.width or terminal.WIDTH_OF_LINES
        report = contents.led(_document(answer), answer.compare, width, keyed=True)  # type: ignore[attr-defined]
        return terminal.write(report, options)
    wanted: dict[str, Any] = {}
    if answer.command in _EVIDENCE_IF_ASKED:
        wanted = {"with_evidence": look.quotes or look.sources}
    elif answer.command == "text":
        wanted = {"width": look.width}
    return terminal.write(_document(answer, **wanted), options)


def _markdown(answer: Answer, look: Look) -> str:
    from posdiff.reports import manual
    from posdiff.reports.writers import markdown

    if answer.command == "rules":
        return manual.listed(answer.groups, answer.settings)  # type: ignore[attr-defined]
    if answer.command == "explain":  # a page of Markdown, as it is written
        return manual.page(answer.rule, answer.settings)  # type: ignore[attr-defined]
    most = markdown.COMMENT if answer.command in ("validate", "check", "verify") else None
    return markdown.write(_led(answer), markdown.MarkdownOptions(most, look.stamp))


def _html(answer: Answer, look: Look) -> str:
    from posdiff.reports.charts import leading
    from posdiff.reports.writers import html

    pictures, left_out = leading.pictures(answer)
    style = leading.style() if pictures else ""
    return html.write(_led(answer), html.HtmlOptions(look.stamp, pictures, left_out, style))


def _json(answer: Answer, _look: Look) -> str:
    from posdiff.reports.shapes import writing

    return writing.json_text(answer)


def _csv(answer: Answer, look: Look) -> str:
    from posdiff.reports import csv

    return ("\ufeff" if look.bom else "") + csv.text(answer)


def _svg(answer: Answer, _look: Look) -> str:
    from posdiff.reports.charts import table

    return table.svg(answer)  # type: ignore[arg-type]


def _machine(format: str) -> Callable[[Answer, Look], str]:
    def written(answer: Answer, _look: Look) -> str:
        text: str = import_module(f"posdiff.reports.{format}").text(answer)
        return text

    return written


_WRITERS: Mapping[str, Callable[[Answer, Look], str]] = {
    "text": _text, "markdown": _markdown, "html": _html, "csv": _csv, "json": _json, "svg": _svg,
    **{format: _machine(format) for format in ("github", "gitlab", "sarif", "junit")},
}  # fmt: skip


def to_dict(answer: Answer) -> dict[str, Any]:
    """The answer as plain values: what its JSON holds."""
    from posdiff.reports.shapes import writing

    return writing.to_dict(answer)


def records(answer: Answer) -> list[dict[str, Any]]:
    """The answer as flat rows: what its CSV holds."""
    from posdiff.reports import records

    return records.records(answer)


def html(answer: Answer) -> str:
    """The answer as a page of its own."""
    return _html(answer, PLAIN)
