"""Papers as Markdown, for GitHub and for reading as it stands. All text is escaped for the place it stands in.

The dialect is GitHub's (github.github.com/gfm), with its footnotes and Mermaid diagrams.
"""

from __future__ import annotations

import re
import string
import unicodedata
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

_SPECIAL = re.compile(r"[\\`*_\[\]<|~]|&(?=#?\w+;)")
#: What begins a block where it stands first in a line: a list, a heading, a rule, a quote, a row of a table's dashes, a
#: number with a point. Two colons begin a command in a CI log.
_FIRST = re.compile(r"\A(?:(?=[-+=#>]|:[-:])|(\d{1,9})(?=[.)](?:\s|\Z)))")
#: What GitHub makes a link of without being asked.
_LINK = re.compile(r"(https?|ftp)(?=://)|(www)(?=\.)", re.IGNORECASE)
#: What GitHub would take for a mention or address, the number of an issue, or an emoji; an empty comment breaks it up.
_REFERENCE = re.compile(
    r"@(?!\s)|#(?=\d)|\bGH-(?=\d)|:(?=(?:[a-z0-9_\\+-]*[a-z][a-z0-9_\\+-]*|100|1234|[+-]1):)", re.IGNORECASE
)
#: Dollar signs, beside addresses that stay as they are.
_DOLLAR = re.compile(r"<https?://[^>]*>|\$")
#: What fits into a comment on GitHub, in UTF-16 code units; a job summary takes 1 MiB, which is more in any script.
COMMENT = 65_535
#: Above so many statements the line of time is drawn by months.
_MOST_DAYS = 14


def text(paper: Paper) -> str:
    """A paper as Markdown text."""
    parts = [f"<!-- posdiff {paper.command} -->", _heading(1, inline(paper.title))]
    parts += [_paragraph(line) for line in paper.lead]
    if paper.stamp:
        parts.append(f"Made {inline(paper.stamp)}.")
    for section in paper.sections:
        parts += _section(section)
    if paper.sources:
        parts += ["## Sources", "\n".join(_footnote(note) for note in paper.sources)]
    return "\n\n".join(parts) + "\n"


def within(paper: Paper, most: int = COMMENT) -> str:
    """A paper as Markdown text of at most so many UTF-16 code units; what does not fit is left out, and that is said.

    What stands first stays. A comment that is too long is refused by GitHub, and a summary that is too long lost.
    """
    whole = text(paper)
    if _units(whole) <= most:
        return whole
    low, high = 0, sum(_parts(block) for section in paper.sections for block in section.blocks)
    best = ""
    while low < high:
        middle = (low + high) // 2
        made = text(_first(paper, middle))
        if _units(made) <= most:
            low, best = middle + 1, made
        else:
            high = middle
    return best or text(_first(paper._replace(lead=()), 0))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _parts(block: Block) -> int:
    """How many parts a block can be cut into: rows, items, or one."""
    return len(block.rows) if isinstance(block, Table) else len(block.lines) if isinstance(block, Bullets) else 1


def _first(paper: Paper, number: int) -> Paper:
    """The first so many parts of a paper, and a section that says how many were left out."""
    sections, left = [], 0
    for section in paper.sections:
        blocks: list[Block] = []
        for block in section.blocks:
            parts = _parts(block)
            kept = min(parts, number)
            number, left = number - kept, left + parts - kept
            if kept == parts:
                blocks.append(block)
            elif kept and isinstance(block, Table):
                blocks.append(block._replace(rows=block.rows[:kept]))
            elif kept and isinstance(block, Bullets):
                blocks.append(block._replace(lines=block.lines[:kept]))
        if blocks:
            sections.append(section._replace(blocks=tuple(blocks)))
    words = f"{left:,} more entries do not fit here. posdiff {paper.command} --format html has them all."
    sections.append(Section("Not shown", (Paragraph((Run(words),)),)))
    return paper._replace(sections=tuple(sections), sources=_cited(sections, paper.sources))


def _cited(sections: Sequence[Section], sources: Sequence[Note]) -> tuple[Note, ...]:
    """The sources that what is left refers to."""
    written = "".join(part for section in sections for part in _section(section))
    return tuple(note for note in sources if f"[^{note.number}]" in written)


def inline(text: str) -> str:
    """Text within a line: nothing in it is Markdown, HTML, a link or a mention."""
    words = " ".join(visible(text).split("\n")).strip()
    words = _SPECIAL.sub(r"\\\g<0>", words)
    words = _LINK.sub(r"\g<0>\\", words)
    return _REFERENCE.sub(r"\g<0><!-- -->", words)


def _begun(words: str) -> str:
    """Words that stand first in a line, and begin no block; of a number the point or bracket behind it is escaped."""
    return _FIRST.sub(r"\1\\", words)


def _priced(block: str) -> str:
    """A block in which two dollar signs set nothing as mathematics: GitHub takes what is between them for a formula."""
    found = [match[0] for match in _DOLLAR.finditer(block)]
    if found.count("$") < 2:
        return block
    return _DOLLAR.sub(lambda match: "<span>&#36;</span>" if match[0] == "$" else match[0], block)


def _heading(level: int, words: str) -> str:
    """A heading. Number signs at its end would be taken off."""
    ending = re.sub(r"(#+)\Z", r"\\\1", words)
    return _priced(f"{'#' * level} {ending}")


def _paragraph(line: Line) -> str:
    return _priced(_begun(_line(line).strip()))


def _section(section: Section) -> list[str]:
    mark = f"{inline(section.mark)} " if section.mark.strip() else ""
    parts = [_heading(section.level, f"{mark}{inline(section.title)}")]
    if section.meaning:
        parts.append(_priced(f"*{inline(section.meaning)}*"))
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
        return [_fence(_timeline(block)), _entries(block)] if block.entries else []
    if isinstance(block, Bullets):
        return ["\n".join(f"- {_paragraph(line)}" for line in block.lines)]
    if isinstance(block, Paragraph):
        return [_paragraph(block.line)]
    raise TypeError(type(block).__name__)


def _line(line: Line) -> str:
    made = ""
    for number, run in enumerate(line):
        after = "[" if run.cites else line[number + 1].text[:1] if number + 1 < len(line) else ""
        made += _run(run, made[-1:], after)
    return made


def _run(run: Run, before: str, after: str) -> str:
    """A run; ``before`` and ``after`` are the characters beside it."""
    text = run.text.strip()
    blank, tail = " " * (run.text[:1].isspace()), " " * (bool(text) and run.text[-1:].isspace())
    words = inline(text)
    if words and run.style in ("strong", "red-line"):
        words = _strong(text, blank or before, "[" if run.cites else tail or after)
    elif words and run.style in ("removed", "added"):
        tag = "del" if run.style == "removed" else "ins"
        words = f"<{tag}>{words}</{tag}>"
    return f"{blank}{words}{_cites(run.cites)}{tail}"


def _strong(text: str, before: str = "", after: str = "") -> str:
    """Text in bold. A sign at its ends stays outside where a letter beside the asterisks would bar them."""
    first, words, last = re.fullmatch(r"(\W*)(.*?)(\W*)", text, re.DOTALL).groups()  # type: ignore[union-attr]
    lead, trail = "", ""
    if first and not _opens(before):
        lead, text = first, text[len(first) :]
    if last and words and not _opens(after):
        trail, text = last, text[: len(text) - len(last)]
    return f"{inline(lead)}{f'**{inline(text)}**' if text else ''}{inline(trail)}"


def _opens(beside: str) -> bool:
    """Whether asterisks beside this character may be followed, or preceded, by a sign."""
    return not beside or beside.isspace() or unicodedata.category(beside)[0] == "P" or beside in string.punctuation


def _cites(cites: Iterable[int]) -> str:
    return "".join(f"[^{number}]" for number in cites)


def _table(table: Table) -> str:
    head = [_priced(inline(title)) for title in table.head]
    rows = [[_priced(" <br> ".join(_line(line) for line in cell.lines)) for cell in row.cells] for row in table.rows]
    lines = [_cells(head), "|" + " --- |" * len(head)]
    return "\n".join((*lines, *(_cells(row) for row in rows)))


def _cells(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _quotes(quotes: Iterable[Quoted]) -> list[str]:
    """The quotes of a table under it, each once, those on one issue together."""
    parts = []
    for about, each in groupby(dict.fromkeys(quotes), key=lambda quote: quote.about):
        parts.append(_paragraph((Run(about, "strong"), Run(", in their words:"))))
        parts.append("\n>\n".join(_quote(quote) for quote in each))
    return parts


def _quote(quote: Quoted) -> str:
    lines = [_begun(inline(line)) for line in f"“{quote.text}”".split("\n")]
    words = "\n".join(f"> {line}" if line else ">" for line in lines)
    return _priced(f"{words}\n> — {inline(quote.who)}, {quote.day}{_cites(quote.cites)}")


def _ring(ring: Ring) -> list[str]:
    parts = [_heading(3, inline(ring.title)), _fence(_flowchart(ring))]
    lines = []
    for edge in ring.edges:
        words = "together with" if edge.together else "before"
        lines.append(f"- {_paragraph((Run(f'{edge.before} {words} {edge.after}'),))}")
        lines += [f"  - {_paragraph(line)}" for line in edge.lines]
    parts.append("\n".join(lines))
    return [*parts, *_quotes(quote for edge in ring.edges for quote in edge.quotes)]


def _entries(chronicle: Chronicle) -> str:
    """The statements as a list: day, who, title, and what is to be known about each."""
    lines = []
    for entry in chronicle.entries:
        lines.append(
            _priced(f"- {entry.day} {_strong(entry.who, ' ', ',')}, {inline(entry.title)}{_cites(entry.cites)}")
        )
        lines += [f"  - {_paragraph(line)}" for line in entry.lines]
    return "\n".join(lines)


def _flowchart(ring: Ring) -> str:
    """A ring as a Mermaid flowchart: an arrow for each demand, from what comes first, with whose demand it is."""
    lines = ["flowchart LR"]
    lines += [f'  s{number}["{_mermaid(step)}"]' for number, step in enumerate(ring.steps, 1)]
    for edge in ring.edges:
        (start, end), arrow = edge.ends, "<-->" if edge.together else "-->"
        lines.append(f'  s{start + 1} {arrow}|"{_mermaid(edge.label)}"| s{end + 1}')
    return "\n".join(lines)


def _timeline(chronicle: Chronicle) -> str:
    """The statements as a Mermaid timeline: by days, or by months where there are many."""
    by_month = len(chronicle.entries) > _MOST_DAYS
    lines = ["timeline", f"  title {_mermaid(chronicle.title)}"]
    for year, in_year in groupby(chronicle.entries, key=lambda entry: entry.day[:4]):
        lines.append(f"  section {year}")
        for when, entries in groupby(in_year, key=lambda entry: entry.day[:7] if by_month else entry.day):
            said = [f"{f'{day[8:]}. ' if by_month else ''}{who}, {title}" for day, who, title, *_ in entries]
            lines.append(f"    {when}" + "".join(f" : {_mermaid(each)}" for each in said))
    return "\n".join(lines)


def _mermaid(text: str) -> str:
    """Text within a Mermaid diagram: signs that mean something there are written as its entity codes."""
    words = " ".join(visible(text).split())
    return re.sub(r"""["#$;:<>`{}\[\]|\\%&]""", lambda match: f"#{ord(match[0])};", words)


def _fence(diagram: str) -> str:
    return f"```mermaid\n{diagram}\n```"


def _footnote(note: Note) -> str:
    words = ", ".join((inline(note.words), *((address(note.url),) if note.url else ())))
    return _priced(f"[^{note.number}]: {_begun(words)}{f' ({inline(note.note)})' if note.note else ''}")


def address(url: str) -> str:
    """A link that shows where it leads; another scheme than http(s), or a malformed address, is text and no link."""
    return f"<{url}>" if re.fullmatch(r"https?://[^\s<>\\\x00-\x20\x7f-\x9f]+", visible(url)) else inline(url)
