"""Documents as Markdown, for GitHub and for reading as it stands. All text is escaped for the place it stands in.

The dialect is GitHub's (github.github.com/gfm), with its footnotes and Mermaid diagrams.
"""

import re
import string
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, repeat
from typing import NamedTuple

from posdiff.reports.document import (
    Block,
    Bullets,
    Cell,
    Chronicle,
    Column,
    Document,
    Evidence,
    Footnote,
    Line,
    Listing,
    Paragraph,
    Quotation,
    Remark,
    Remarks,
    Ring,
    Run,
    Section,
    Table,
    capitalised,
)
from posdiff.reports.escaping import COMMAND, every_letter, uncommanded, visible
from posdiff.reports.wording import MARKS

#: An address that may stand between < and >.
_ADDRESS = re.compile(r"https?://[^\s<>\\\x00-\x20\x7f-\x9f]+")
_SPECIAL = re.compile(r"[\\`*_\[\]<|~]|&(?=#?\w+;)")
#: What begins the name of a sign, in an address too: ``&copy=2`` there is no sign, ``&copy;`` is.
_ENTITY = re.compile(r"&(?=#?\w+;)")
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
#: Words taken out and put in.
_CHANGES: Mapping[str, str] = {"removed": "del", "added": "ins"}
#: Above so many statements the line of time is drawn by months.
_MOST_DAYS = 14


#: The places in a document that links lead to.
Named = frozenset[str]


class MarkdownOptions(NamedTuple):
    """``most``: how long the text may be, in UTF-16 code units, as GitHub counts; None for no limit.

    ``stamp``: when it was made, where it is to say so.
    """

    most: int | None = None
    stamp: str | None = None


_USUAL = MarkdownOptions()


def write(document: Document, options: MarkdownOptions = _USUAL) -> str:
    """The document as Markdown. What is more than there is room for is left out, and that is said.

    What stands first stays. A comment that is too long is refused by GitHub, and a summary that is too long lost.
    """
    whole = _text(document, options.stamp)
    if options.most is None or _units(whole) <= options.most:
        return whole
    low, high = 0, sum(_parts(block) for section in document.sections for block in section.blocks)
    best = ""
    while low < high:
        middle = (low + high) // 2
        text = _text(_first(document, middle), options.stamp)
        if _units(text) <= options.most:
            low, best = middle + 1, text
        else:
            high = middle
    return best or _text(_first(document._replace(gist=(), lead=()), 0), options.stamp)


def _text(document: Document, stamp: str | None) -> str:
    named = frozenset(_led_to(document.contents))
    parts = [f"<!-- posdiff {document.command} -->", _heading(1, inline(document.title))]
    parts += [_paragraph(capitalised(document.gist))] if document.gist else []
    parts += [_paragraph(line) for line in document.lead]
    if stamp:
        parts.append(f"Made {inline(stamp)}.")
    for section in (*document.contents, *document.sections):
        parts += _section(section, named)
    if document.sources:
        parts += [f"## Sources{_place('_sources', named)}", "\n".join(_footnote(note) for note in document.sources)]
    # Two parts may make a command of a CI runner together: `##` before the number of a footnote.
    return COMMAND.sub(r"#\\#", "\n\n".join(parts)) + "\n"


def _led_to(contents: Iterable[Section]) -> Iterator[str]:
    """The places in the document that its contents lead to."""
    for block in (block for section in contents for block in section.blocks):
        lines: Iterable[Line] = ()
        if isinstance(block, Table):
            yield from (column.page[1:] for column in block.columns)
            lines = (line for row in block.rows for cell in row.cells for line in cell.lines)
        elif isinstance(block, Paragraph | Bullets):
            lines = (block.line,) if isinstance(block, Paragraph) else block.lines
        yield from (run.page[1:] for line in lines for run in line)


def _place(anchor: str | None, named: Named, before: str = " ") -> str:
    """What a link leads to, where one does."""
    return f'{before}<a id="{anchor}"></a>' if anchor in named else ""


def _linked(words: str, page: str) -> str:
    """Words as a link to a place in the document."""
    return f"[{words}]({page})" if page.startswith("#") else words


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _parts(block: Block) -> int:
    """How many parts a block can be cut into: rows, items, or one."""
    if isinstance(block, Table):
        return len(block.rows)
    return len(block.remarks) if isinstance(block, Remarks) else len(block.lines) if isinstance(block, Bullets) else 1


def _cut(block: Block, kept: int) -> tuple[Block, ...]:
    """The first so many parts of a block."""
    if kept == _parts(block):
        return (block,)
    if kept and isinstance(block, Table):
        return (block._replace(rows=block.rows[:kept]),)
    if kept and isinstance(block, Remarks):
        return (block._replace(remarks=block.remarks[:kept]),)
    return (block._replace(lines=block.lines[:kept]),) if kept and isinstance(block, Bullets) else ()


def _first(document: Document, number: int) -> Document:
    """The first so many parts of a document, and a section that says how many were left out."""
    sections, left = [], 0
    for section in document.sections:
        blocks: list[Block] = []
        for block in section.blocks:
            parts = _parts(block)
            kept = min(parts, number)
            number, left = number - kept, left + parts - kept
            blocks += _cut(block, kept)
        if blocks:
            sections.append(section._replace(blocks=tuple(blocks)))
    words = f"{left:,} more entries do not fit here. posdiff {document.command} --format html has them all."
    sections.append(Section("Not shown", (Paragraph((Run(words),)),)))
    return document._replace(sections=tuple(sections), sources=_cited(sections, document.sources))


def _cited(sections: Sequence[Section], sources: Sequence[Footnote]) -> tuple[Footnote, ...]:
    """The sources that what is left refers to."""
    written = "".join(part for section in sections for part in _section(section))
    return tuple(note for note in sources if f"[^{note.number}]" in written)


def inline(text: str) -> str:
    """Text within a line: nothing in it is Markdown, HTML, a link or a mention."""
    return _escaped(" ".join(visible(text).split("\n")).strip())


def _escaped(words: str) -> str:
    words = _SPECIAL.sub(r"\\\g<0>", words)
    words = _LINK.sub(r"\g<0>\\", words)
    return _REFERENCE.sub(r"\g<0><!-- -->", words)


def _begun(words: str) -> str:
    """Words that stand first in a line, and begin no block; of a number the point or bracket behind it is escaped."""
    return _FIRST.sub(r"\1\\", words)


def _priced(block: str) -> str:
    """A block in which two dollar signs set nothing as mathematics: GitHub takes what is between them for a formula."""
    dollars = [match[0] for match in _DOLLAR.finditer(block)]
    if dollars.count("$") < 2:
        return block
    return _DOLLAR.sub(lambda match: "<span>&#36;</span>" if match[0] == "$" else match[0], block)


def _heading(level: int, words: str) -> str:
    """A heading. Number signs at its end would be taken off."""
    ending = re.sub(r"(#+)\Z", r"\\\1", words)
    return _priced(f"{'#' * level} {ending}")


def _paragraph(line: Line) -> str:
    return _priced(_begun(_line(line).strip()))


def _section(section: Section, named: Named = frozenset()) -> list[str]:
    sign = _sign(section.mark)
    title = f"{inline(sign)} {inline(section.title)}" if sign else inline(section.title)
    parts = [_heading(section.level, title) + _place(f"_{section.anchor}", named)] if section.title else []
    if section.meaning:
        parts.append(_priced(f"*{inline(section.meaning)}*"))
    for block in section.blocks:
        parts += _block(block, named)
    return parts


def _sign(mark: str) -> str:
    return MARKS[mark][0].strip() if mark else ""


def _block(block: Block, named: Named) -> list[str]:
    if isinstance(block, Table):
        return [_table(block, named), *_quotes(cell.evidence for row in block.rows for cell in row.cells)]
    if isinstance(block, Remarks):
        return [_grid(block.columns, [_remark(remark) for remark in block.remarks])]
    if isinstance(block, Ring):
        return _ring(block, named)
    if isinstance(block, Chronicle):
        return [_fence("mermaid", _timeline(block)), _events(block)] if block.events else []
    if isinstance(block, Bullets):
        return ["\n".join(f"- {_paragraph(line)}" for line in block.lines)]
    if isinstance(block, Listing):
        return [_fence(block.language, "\n".join(uncommanded(visible(text)) for text in block.lines))]
    return [_paragraph(block.line)]


def _line(line: Line) -> str:
    text = ""
    changed = any(run.style in _CHANGES for run in line)
    for number, run in enumerate(line):
        if changed and run.style in ("plain", *_CHANGES):
            beside = [other.text for other in line[:number][-1:]], [other.text for other in line[number + 1 :][:1]]
            text += _letter_by_letter(run, "".join(beside[0])[-1:], "".join(beside[1])[:1])
            continue
        after = "[" if run.cites else line[number + 1].text[:1] if number + 1 < len(line) else ""
        text += _run(run, text[-1:], after)
    return text


def _letter_by_letter(run: Run, before: str, after: str) -> str:
    """A run of a comparison word by word: both texts can be read back from it, blanks and line breaks as well.

    A blank beside another one or at an end of the line, which a reader would not see, is one that stays.
    """
    words = _escaped(every_letter(run.text.replace("<U+", "<U+003C>U+").replace("⏎", "<U+23CE>")))
    first, last = before in ("", " "), after in ("", " ")
    words = re.sub(r"(?<= ) | (?= )", "&nbsp;", words)
    words = "&nbsp;" + words[1:] if words.startswith(" ") and first else words
    words = words[:-1] + "&nbsp;" if words.endswith(" ") and last else words
    tag = _CHANGES.get(run.style)
    words = "&nbsp;" if tag and words == " " else words
    return f"<{tag}>{words}</{tag}>" if tag and words else words


def _run(run: Run, before: str, after: str) -> str:
    """A run; ``before`` and ``after`` are the characters beside it."""
    if sign := _sign(run.mark):
        return f"{inline(sign)} {_run(run._replace(mark=''), ' ', after)}"
    if run.page.startswith("#"):
        text, blank = run.text.strip(), " " * run.text[-1:].isspace()
        return _linked(_run(run._replace(page="", text=text), "[", "]"), run.page) + blank
    text = run.text.strip()
    blank, tail = " " * (run.text[:1].isspace()), " " * (bool(text) and run.text[-1:].isspace())
    words = inline(text)
    if words and run.style == "code":
        words = _code(text)
    elif words and run.style in ("strong", "red-line"):
        words = _strong(text, blank or before, "[" if run.cites else tail or after)
    return f"{blank}{words}{_cites(run.cites)}{tail}"


def _code(text: str) -> str:
    """Text as code, between more backticks than it has itself."""
    words = " ".join(visible(text).split())
    fence = "`" * (max(map(len, re.findall("`+", words)), default=0) + 1)
    pad = " " if words[:1] == "`" or words[-1:] == "`" else ""
    return f"{fence}{pad}{words}{pad}{fence}"


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


def _table(table: Table, named: Named) -> str:
    key = table.key
    rows = []
    for row in table.rows:
        cells = [_cell(cell, column) for cell, column in zip(row.cells, table.columns, strict=True)]
        cells[key] = f"{_place(row.anchor, named, '')}{'– ' * row.depth}{cells[key]}"
        rows.append(cells)
    return _grid([column.title for column in table.columns], rows, [column.page for column in table.columns])


def _cell(cell: Cell, column: Column) -> str:
    """A cell: the first line, the id of what it names, the days; then the other lines, and the facts."""
    first, others = cell.lines[:1], (*cell.lines[1:], *(cell.evidence.notes if cell.evidence else ()))
    lines = [_line(line) for line in first]
    lines += [inline(cell.id)] if cell.id else []
    lines += [_line(cell.dates.line)] if cell.dates else []
    for part in cell.more:
        lines += [_line(part.line), *([_line(part.dates.line)] if part.dates else [])]
    lines += [_line(line) for line in others]
    for fact in cell.facts:
        label = "" if fact.label == column.label else f"{inline(fact.label)}: "
        lines.append(label + _line(fact.line))
    return _priced(" <br> ".join(lines))


def _remark(remark: Remark) -> list[str]:
    place = f"{inline(remark.place.repository)} <br> {inline(remark.rule)}"
    words = [inline(remark.message), *(f"see also {inline(related.repository)}" for related in remark.related)]
    return [_priced(text) for text in (place, " <br> ".join(words), inline(remark.hint or ""))]


def _grid(head: Sequence[str], rows: Iterable[Sequence[str]], pages: Iterable[str] = repeat("")) -> str:
    titles = [_linked(_priced(inline(title)), page) for title, page in zip(head, pages, strict=False)]
    return "\n".join((_cells(titles), "|" + " --- |" * len(head), *map(_cells, rows)))


def _cells(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _quotes(evidence: Iterable[Evidence | None]) -> list[str]:
    """The quotes of a table under it, each once, those on one issue together."""
    quotes = dict.fromkeys(quote for behind in evidence if behind for quote in behind.quotes)
    parts = []
    for about, on_one_issue in groupby(quotes, key=lambda quote: quote.about):
        parts.append(_paragraph((Run(about, "strong"), Run(", in their words:"))))
        parts.append("\n>\n".join(_quote(quote) for quote in on_one_issue))
    return parts


def _quote(quote: Quotation) -> str:
    translation = f"\n\n{quote.told}: “{quote.translation}”" if quote.translation else ""
    lines = [_begun(inline(line)) for line in f"“{quote.text}”{translation}".split("\n")]
    words = "\n".join(f"> {line}" if line else ">" for line in lines)
    links = "".join(f", {_out(label, url)}" for label, url in quote.links)
    return _priced(f"{words}\n> — {inline(quote.attribution())}{_cites(quote.cites)}{links}")


def _ring(ring: Ring, named: Named) -> list[str]:
    heading = _heading(3, inline(ring.title)) + _place(f"_{ring.anchor}", named)
    parts = [heading, _fence("mermaid", _flowchart(ring))]
    lines = []
    for edge in ring.edges:
        lines.append(f"- {_paragraph((Run(edge.words),))}")
        lines += [f"  - {_paragraph(reason.line)}" for reason in edge.reasons]
    parts.append("\n".join(lines))
    return [*parts, *_quotes(reason.evidence for edge in ring.edges for reason in edge.reasons)]


def _events(chronicle: Chronicle) -> str:
    """The statements as a list: day, who, title, and what is to be known about each."""
    lines = []
    for event in chronicle.events:
        lines.append(
            _priced(f"- {event.day} {_strong(event.party, ' ', ',')}, {inline(event.title)}{_cites(event.cites)}")
        )
        lines += [f"  - {_paragraph(line)}" for line in event.lines]
    return "\n".join(lines)


def _flowchart(ring: Ring) -> str:
    """A ring as a Mermaid flowchart: an arrow for each demand, from what comes first, with whose demand it is."""
    lines = ["flowchart LR"]
    lines += [f'  s{number}["{_mermaid(step)}"]' for number, step in enumerate(ring.steps, 1)]
    for edge in ring.edges:
        (start, end), arrow = edge.ends, "<-->" if edge.together else "-->"
        lines.append(f'  s{start + 1} {arrow}|"{_mermaid(edge.holders)}"| s{end + 1}')
    return "\n".join(lines)


def _timeline(chronicle: Chronicle) -> str:
    """The statements as a Mermaid timeline: by days, or by months where there are many."""
    by_month = len(chronicle.events) > _MOST_DAYS
    lines = ["timeline", f"  title {_mermaid(chronicle.title)}"]
    for year, in_year in groupby(chronicle.events, key=lambda event: event.day[:4]):
        lines.append(f"  section {year}")
        for when, events in groupby(in_year, key=lambda event: event.day[:7] if by_month else event.day):
            said = [f"{f'{day[8:]}. ' if by_month else ''}{party}, {title}" for day, party, title, *_ in events]
            lines.append(f"    {when}" + "".join(f" : {_mermaid(statement)}" for statement in said))
    return "\n".join(lines)


def _mermaid(text: str) -> str:
    """Text within a Mermaid diagram: signs that mean something there are written as its entity codes."""
    words = " ".join(visible(text).split())
    return re.sub(r"""["#$;:<>`{}\[\]|\\%&]""", lambda match: f"#{ord(match[0])};", words)


def _fence(language: str, text: str) -> str:
    """A block of lines as they are, in a fence that is longer than any row of backticks in it."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"


def _footnote(note: Footnote) -> str:
    words = inline(note.words)
    words += f", {address(note.url)}" if note.url else ""
    words += f", archived at {address(note.archive)}" if note.archive else ""
    return _priced(f"[^{note.number}]: {_begun(words)}{f' ({inline(note.note)})' if note.note else ''}")


def address(url: str) -> str:
    """A link that shows where it leads; another scheme than http(s), or a malformed address, is text and no link."""
    if _ENTITY.search(url):  # within < and > GitHub reads it as a sign, and others as it is written
        return _out(inline(url), url)
    return f"<{url}>" if _ADDRESS.fullmatch(visible(url)) else inline(url)


def _out(words: str, url: str) -> str:
    """Words as a link; where the address is none that a link may have, the words and the address as text."""
    if _ADDRESS.fullmatch(visible(url)) is None:
        return words if words == inline(url) else f"{words}: {inline(url)}"
    return f"[{words}](<{_ENTITY.sub('&amp;', url)}>)"
