"""Papers as Markdown, for GitHub and for reading as it stands. All text is escaped for the place it stands in.

The dialect is GitHub's (github.github.com/gfm), with its footnotes and Mermaid diagrams.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from posdiff.reports.escaping import visible
from posdiff.reports.paper.blocks import (
    Block,
    Bullets,
    Chronicle,
    Line,
    Note,
    Paper,
    Paragraph,
    Quoted,
    Ring,
    Run,
    Section,
    Table,
)

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&^]")
#: What begins a block where it stands first in a line: a list, a heading, a rule, a number with a point.
_FIRST = re.compile(r"\A(\s*)(?:([-+=#])|(\d{1,9})([.)]))")
#: What GitHub would take for a mention, or for the number of an issue.
_REFERENCE = re.compile(r"(@(?=\w)|(?<!\w)#(?=\d)|(?<=\w)#(?=\d)|\bGH-(?=\d))")
#: Two dollar signs around words: GitHub would set them as mathematics.
_MATHS = re.compile(r"\$\S[^$]*\$")
#: Above so many statements the line of time is drawn by months.
_MOST_DAYS = 14


def text(paper: Paper) -> str:
    """A paper as Markdown text."""
    parts = [f"<!-- posdiff {paper.command} -->", f"# {inline(paper.title)}"]
    parts += [_line(line) for line in paper.lead]
    if paper.stamp:
        parts.append(f"Made {inline(paper.stamp)}.")
    for section in paper.sections:
        parts += _section(section)
    if paper.sources:
        parts += ["## Sources", "\n".join(_footnote(note) for note in paper.sources)]
    return "\n\n".join(parts) + "\n"


def inline(text: str) -> str:
    """Text for a paragraph, heading or cell: on one line, and nothing in it is Markdown, HTML or a mention."""
    words = " ".join(visible(text).split("\n"))
    words = _SPECIAL.sub(r"\\\g<0>", words)
    words = _FIRST.sub(_escaped, words)
    words = _REFERENCE.sub(r"\1<!-- -->", words)
    return words.replace("$", "&#36;") if _MATHS.search(words) else words


def _escaped(match: re.Match[str]) -> str:
    """A sign that would begin a block, escaped; of a number the point or bracket behind it."""
    blank, sign, number, after = match.groups()
    return f"{blank}{number}\\{after}" if number else f"{blank}\\{sign}"


def _section(section: Section) -> list[str]:
    mark = f"{inline(section.mark)} " if section.mark.strip() else ""
    parts = [f"{'#' * section.level} {mark}{inline(section.title)}"]
    if section.meaning:
        parts.append(f"*{inline(section.meaning)}*")
    for block in section.blocks:
        parts += _block(block)
    return parts


def _block(block: Block) -> list[str]:
    if isinstance(block, Table):
        quotes = [quote for row in block.rows for cell in row.cells for quote in cell.quotes]
        return [_table(block), *_quotes(quotes)]
    if isinstance(block, Ring):
        return _ring(block)
    if isinstance(block, Chronicle):
        return [_fence(_timeline(block))] if block.entries else []
    if isinstance(block, Bullets):
        return ["\n".join(f"- {_line(line)}" for line in block.lines)]
    if isinstance(block, Paragraph):
        return [_line(block.line)]
    raise TypeError(type(block).__name__)


def _line(line: Line) -> str:
    return "".join(_run(run) for run in line)


def _run(run: Run) -> str:
    blank = run.text[: len(run.text) - len(run.text.lstrip())]
    words = inline(run.text.strip()) if run.text.strip() else ""
    tail = run.text[len(run.text.rstrip()) :] if words else ""
    blank, tail = " " * bool(blank), " " * bool(tail)
    if words and run.style in ("strong", "red-line"):
        words = _strong(run.text.strip())
    elif words and run.style in ("removed", "added"):
        tag = "del" if run.style == "removed" else "ins"
        words = f"<{tag}>{words}</{tag}>"
    return f"{blank}{words}{_cites(run.cites)}{tail}"


def _strong(text: str) -> str:
    """Text in bold; signs at its ends stay outside, where asterisks beside them would not be taken for bold."""
    first, words, last = re.fullmatch(r"(\W*)(.*?)(\W*)", text, re.DOTALL).groups()  # type: ignore[union-attr]
    return f"{inline(first) if first else ''}{f'**{inline(words)}**' if words else ''}{inline(last) if last else ''}"


def _cites(cites: Iterable[int]) -> str:
    return "".join(f"[^{number}]" for number in cites)


def _table(table: Table) -> str:
    head = [inline(title) for title in table.head]
    rows = [[" <br> ".join(_line(line) for line in cell.lines) for cell in row.cells] for row in table.rows]
    lines = [_cells(head), "|" + " --- |" * len(head)]
    return "\n".join((*lines, *(_cells(row) for row in rows)))


def _cells(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _quotes(quotes: Sequence[Quoted]) -> list[str]:
    """The quotes of a table under it, those on one issue together."""
    parts = []
    for about, each in groupby(quotes, key=lambda quote: quote.about):
        parts.append(f"{_strong(about)}, in their words:")
        parts.append("\n>\n".join(_quote(quote) for quote in each))
    return parts


def _quote(quote: Quoted) -> str:
    words = "\n".join(f"> {inline(line)}" if line.strip() else ">" for line in f"“{quote.text}”".split("\n"))
    return f"{words}\n> — {inline(quote.who)}, {quote.day}{_cites(quote.cites)}"


def _ring(ring: Ring) -> list[str]:
    parts = [f"### {inline(ring.title)}", _fence(_flowchart(ring))]
    lines = []
    for edge in ring.edges:
        words = "together with" if edge.together else "before"
        lines.append(f"- {inline(edge.before)} {words} {inline(edge.after)}")
        lines += [f"  - {_line(line)}" for line in edge.lines]
    parts.append("\n".join(lines))
    return [*parts, *_quotes([quote for edge in ring.edges for quote in edge.quotes])]


def _flowchart(ring: Ring) -> str:
    """A ring as a Mermaid flowchart: an arrow for each demand, from what comes first, with whose demand it is."""
    number = {step: index for index, step in enumerate(ring.steps, 1)}
    lines = ["flowchart LR"]
    lines += [f'  s{index}["{_mermaid(step)}"]' for step, index in number.items()]
    for edge in ring.edges:
        arrow = "<-->" if edge.together else "-->"
        lines.append(f'  s{number[edge.before]} {arrow}|"{_mermaid(edge.label)}"| s{number[edge.after]}')
    return "\n".join(lines)


def _timeline(chronicle: Chronicle) -> str:
    """The statements as a Mermaid timeline: by days, or by months where there are many."""
    by_month = len(chronicle.entries) > _MOST_DAYS
    lines = ["timeline", f"  title {_mermaid(chronicle.title)}"]
    for year, in_year in groupby(chronicle.entries, key=lambda entry: entry[0][:4]):
        lines.append(f"  section {year}")
        for when, entries in groupby(in_year, key=lambda entry: entry[0][:7] if by_month else entry[0]):
            said = [f"{f'{day[8:]}. ' if by_month else ''}{who}, {title}" for day, who, title in entries]
            lines.append(f"    {when}" + "".join(f" : {_mermaid(each)}" for each in said))
    return "\n".join(lines)


def _mermaid(text: str) -> str:
    """Text within a Mermaid diagram: signs that mean something there are written as its entity codes."""
    words = " ".join(visible(text).split())
    return re.sub(r"""["#;:<>`{}\[\]()|\\%&]""", lambda match: f"#{ord(match[0])};", words)


def _fence(diagram: str) -> str:
    return f"```mermaid\n{diagram}\n```"


def _footnote(note: Note) -> str:
    parts = [inline(note.words)]
    if note.url:
        parts.append(address(note.url))
    words = ", ".join(parts)
    return f"[^{note.number}]: {words}{f' ({inline(note.note)})' if note.note else ''}"


def address(url: str) -> str:
    """A link that shows where it leads; another scheme than http(s), or a malformed address, is text and no link."""
    return f"<{url}>" if re.fullmatch(r"https?://[^\s<>\\\x00-\x20\x7f-\x9f]+", visible(url)) else inline(url)
