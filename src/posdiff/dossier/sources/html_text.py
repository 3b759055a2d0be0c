"""The text of an HTML page that a reader sees: nothing that is hidden, a line for each block.

The parser is lxml's (libxml2), which takes any page that a browser takes. Which of the text is seen is decided here,
from the page alone: other libraries of this kind keep what is hidden, or lay tables out as columns, in which the words
of a cell no longer follow each other. Only what the page itself says counts: no style sheet is fetched, and no script
is run. So words may be taken for hidden that a reader sees: where they stood within a line, a sign is kept, lest a
sentence is read without its "not".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from posdiff.dossier.plain_text import HIDDEN
from posdiff.dossier.sources.html_hiding import LARGE_SHEETS, HtmlTooLarge, Sheets, Told
from posdiff.dossier.sources.html_raised import TAIL, Raised, raised
from posdiff.dossier.sources.style_declarations import NOTHING, Said, Shift, said_by

_UNSEEN_ELEMENTS = (
    "head title script style template noscript noframes noembed iframe object audio video canvas datalist dialog rp "
    "svg math textarea select progress meter"
)
_BLOCK_ELEMENTS = (
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre "
    "search section summary table tbody tfoot thead tr ul"
)
_NOT_SHOWN, _BLOCKS = frozenset(_UNSEEN_ELEMENTS.split()), frozenset(_BLOCK_ELEMENTS.split())
_CELLS = ("td", "th")
_SHIFTED: Mapping[str, Shift] = {"sup": "above", "sub": "below", **dict.fromkeys(("td", "th", "img"), "on")}
#: What the page itself strikes out: it is seen, and does not hold.
_STRUCK = frozenset(("del", "s", "strike"))
_BLANK = re.compile(r"[ \t\n\r\f]+")
_CHARSET = re.compile(
    rb"(?:<meta[^>]{0,200}?charset|\A\s*<\?xml[^>]{0,200}?encoding)\s*=\s*[\"']?\s*([-\w:.]{2,40})", re.IGNORECASE
)
#: Encodings that pages name, and that are nothing but encodings.
_ENCODING = re.compile(
    r"(?:utf-?8|windows-12\d\d|cp12\d\d|iso-?8859-\d{1,2}|koi8-[ru]|ibm866|cp866|macintosh|x-mac-cyrillic|gb2312|gbk|"
    r"gb18030|big5|euc-jp|shift_jis|euc-kr)\Z"
)
_SAME = {
    "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "macintosh": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
}  # fmt: skip
#: What nobody sees whatever a style sheet says, and so leaves no sign.
_NEVER_SHOWN = _NOT_SHOWN - {"noscript", "svg", "math"}
#: What is drawn, and may be words.
_DRAWN_ELEMENTS = "img image input textarea select progress meter iframe object embed video canvas svg math"
_DRAWN = frozenset(_DRAWN_ELEMENTS.split())
#: Characters of style sheets, their rules, and characters of `style`, beyond which a page is given up; fonts and
#: pictures in them are left out.
_MOST_IN_SHEETS, _MOST_RULES, _MOST_IN_STYLE = 2_000_000, 40_000, 4_000_000
_PACKED = re.compile(r"data:[-\w/+.]{1,100};base64,[\w+/=]+", re.ASCII)
#: Signs of a page that may begin an element, beyond which it is given up: each element that is open takes memory.
_MOST_ELEMENTS = 1_000_000
#: Characters of classes and id with which the names of an element are kept.
_LONGEST_KNOWN = 200
#: Ways of names of which it is kept what style sheets say of what they lead to.
_MOST_WAYS = 50_000
#: Pieces of text that a sign above or below the line has at most, and that are looked at before it.
_MOST_PIECES = 20
_HAS_SHEET = re.compile("<style", re.IGNORECASE)
#: What stands for a block that is hidden, until it is known whether text stands beside it. Words that are hidden at the
#: beginning or the end of a line leave no sign there, nor do blocks by themselves.
_BLOCK = "\0"
#: What stands for words that a style sheet writes: they are seen, at the beginning and the end of a line, too.
_WRITTEN = "\1"
#: What stands for a thing that is drawn: alone on a line, it leaves a sign where a sentence may run over it.
_PICTURE = "\2"
_SIGNS, _APART = (HIDDEN, _BLOCK, _WRITTEN, _PICTURE), frozenset(f"\n{HIDDEN}{_WRITTEN}{_PICTURE}")
_TRANSLATED = {ord(sign): HIDDEN for sign in (_BLOCK, _WRITTEN, _PICTURE)}
#: The end of a line with which a sentence ends.
_ENDED = re.compile("[.!?\u2026][\"'\u00bb\u2019\u201c\u201d)\\]]*\\Z")
#: Where a style sheet writes before what stands in an element; elements that are listed.
_BEFORE, _LISTED = frozenset(("before", "marker")), ("li", "summary")
#: What ends a sentence or a part of one, before which a mark that is left out leaves no blank.
_ENDS_A_PART = ".,;:!?"
_AT_EDGES = f" \t\r\f\v\u00a0{HIDDEN}{_PICTURE}"


def text_of_html(source: str) -> str:
    """What is to be read on a page. Raises ImportError where a library is not installed, HtmlTooLarge."""
    from lxml import etree

    if source.count("<") > _MOST_ELEMENTS:
        raise HtmlTooLarge("it has too many elements to read")

    encoded = source.encode("utf-8", "replace")

    def parse(target: Any) -> None:
        parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)
        parser.feed(encoded)
        parser.close()

    written = _Written()
    if _HAS_SHEET.search(source):
        parse(written)
    sheets = [_PACKED.sub("data:", sheet) for sheet in written.sheets]
    if sum(map(len, sheets)) > _MOST_IN_SHEETS or sum(sheet.count("{") for sheet in sheets) > _MOST_RULES:
        raise HtmlTooLarge(LARGE_SHEETS)
    page = _Shown(Sheets(sheets))
    parse(page)
    return "\n".join(_lines("".join(page.texts)))


def _lines(text: str) -> list[str]:
    """The lines that have words, and a sign for what a style sheet writes between two of them, or what is drawn there.

    What is drawn leaves none behind the end of a sentence, where the pictures of an article stand.
    """
    lines: list[str] = []
    drawn, written = False, False
    for line in text.split("\n"):
        if line.strip(f"{_AT_EDGES}{_BLOCK}{_WRITTEN}"):
            if lines and (written or (drawn and not _ENDED.search(lines[-1]))):
                lines.append(HIDDEN)
            lines.append(line.strip(_AT_EDGES).translate(_TRANSLATED))
            drawn, written = False, False
        else:
            drawn, written = drawn or _PICTURE in line, written or _WRITTEN in line
    return lines


def decoded(data: bytes) -> str:
    """The characters of a page: by its first bytes, by what it says itself, as UTF-8, else as browsers do."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    named = _CHARSET.search(data[:4096])
    encoding = named[1].decode("ascii").lower() if named else ""
    if _ENCODING.match(encoding):
        return data.decode(_SAME.get(encoding, encoding), "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


class _Written:
    """Takes the style sheets of a page: what the parser finds in `style`, and nothing that a comment or a value has."""

    def __init__(self) -> None:
        self.sheets: list[str] = []
        self._inside = False
        self._texts: list[str] = []

    def start(self, tag: str, _: Mapping[str, str]) -> None:
        """An element begins."""
        self._inside = tag == "style"

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag == "style":
            self.sheets.append("".join(self._texts))
            self._texts, self._inside = [], False

    def data(self, text: str) -> None:
        """Text, in pieces."""
        if self._inside:
            self._texts.append(text)

    def close(self) -> None:
        """The page ends."""


class _Opened(NamedTuple):
    """An element that is open. ``unread``: its letters have no size. ``writes``: a style sheet writes after it.

    ``lists``: and before what is listed in it. ``quotes``: quotation marks stand around it.
    """

    hides: bool
    never_shown: bool
    line: bool
    names: frozenset[str]
    unread: bool
    writes: bool
    lists: bool
    quotes: bool


class _Shown:
    """Takes what the parser finds, and keeps the text that is shown."""

    def __init__(self, sheets: Sheets) -> None:
        self.texts: list[str] = []
        self._sheets = sheets
        #: For each element that is open whether it hides what is in it, and leaves no sign, and what selectors name it
        #: by; how many do; how many keep blanks; how many of those that are open have each such name.
        self._open: list[_Opened] = []
        self._above: dict[str, int] = {}
        #: For an element on a way of names from the top what style sheets say of it, and the number of the way that it
        #: ends; the ways that lead to what is open.
        self._told: dict[tuple[int, frozenset[str]], tuple[Told, int]] = {}
        self._ways = [0]
        self._last_way = 0
        self._hiding = 0
        self._block = False
        self._quotes = sheets.quotes
        self._style = 0
        self._styles: dict[str, Said] = {}
        self._never_shown = 0
        self._pre = 0
        self._raised = _RaisedText(self.texts)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        opened = (tag == "dialog" and "open" in attributes) or (tag == "template" and "shadowrootmode" in attributes)
        names = _names(tag, attributes)
        told, way = self._by_sheets(names)
        said = self._said_by(attributes["style"]) if "style" in attributes else NOTHING
        hides = said.hides or said.display == "none" or _hidden(tag, attributes) or told.hidden
        if tag in _DRAWN and not self._hiding and not hides and _draws(tag, attributes):
            self.texts.append(_PICTURE)
        hides = hides or (tag in _NOT_SHOWN and not opened)
        line = tag in _BLOCKS or (not hides and ("-" in tag or said.block or told.line))
        never = tag in _NEVER_SHOWN and not opened
        letters = told.letters if told.above_all and not said.important else said.letters or told.letters
        unread = letters == "none" or (letters == "" and bool(self._open) and self._open[-1].unread)
        self._quotes = self._quotes or said.quotes
        quotes = tag == "q" and self._quotes
        lists = said.lists or "list" in told.writes or (bool(self._open) and self._open[-1].lists)
        listed = lists and (tag in _LISTED or said.display == "list-item")
        marked = tag == "q" and not quotes and not self._sheets.unquoted and not said.unquoted
        self._open.append(_Opened(hides, never, line, names, unread, quotes or "after" in told.writes, lists, marked))
        self._ways.append(way)
        for name in names:
            self._above[name] = self._above.get(name, 0) + 1
        if hides and not self._hiding:
            self._block = line
        self._hiding += hides
        self._never_shown += never
        self._pre += tag == "pre"
        self._break(line)
        if not self._hiding:
            shift = _SHIFTED.get(tag, said.shift or told.shift)
            self._raised.start(len(self._open), tag == "a", shift)
            if quotes or listed or not _BEFORE.isdisjoint(told.writes):
                self.texts.append(_WRITTEN)
            if marked and not unread:
                self.texts.append("“")

    def end(self, tag: str) -> None:
        """An element ends."""
        self._raised.end(len(self._open))
        line = tag in _BLOCKS
        if self._open:
            closed = self._open.pop()
            if closed.quotes and not self._hiding and not closed.unread:
                self.texts.append("”")
            if closed.writes and not self._hiding:
                self.texts.append(_WRITTEN)
            self._ways.pop()
            line = closed.line
            self._hiding -= closed.hides
            self._never_shown -= closed.never_shown
            for name in closed.names:
                self._above[name] -= 1
                if not self._above[name]:
                    del self._above[name]
        self._pre -= tag == "pre"
        self._break(line and self.texts[-1:] != [_BLOCK])
        if tag in _CELLS and not self._hiding:
            self.texts.append("\t")

    def data(self, text: str) -> None:
        """Text, in pieces."""
        unread = bool(self._open) and self._open[-1].unread
        if not self._hiding and not unread:
            self._raised.follow(text)
            self.texts.append(text if self._pre else _BLANK.sub(" ", text))
        elif not self._never_shown and self.texts and not text.isspace() and self.texts[-1] not in _SIGNS:
            self.texts.append(_BLOCK if self._block and self._hiding else HIDDEN)

    def comment(self, text: str) -> None:
        """A comment, which nobody sees."""

    def close(self) -> None:
        """The page ends."""

    def _said_by(self, style: str) -> Said:
        """What a `style` says; the same one is read once."""
        said = self._styles.get(style)
        if said is None:
            self._style += len(style)
            if self._style > _MOST_IN_STYLE:
                raise HtmlTooLarge(LARGE_SHEETS)
            said = self._styles[style] = said_by(_PACKED.sub("data:", style))
        return said

    def _by_sheets(self, names: frozenset[str]) -> tuple[Told, int]:
        """What style sheets say of an element, the same of all that the same names lead to; the way that it ends."""
        known = self._told.get((self._ways[-1], names))
        if known is None:
            if len(self._told) > _MOST_WAYS:
                self._told.clear()
            parent = self._open[-1].names if self._open else frozenset[str]()
            self._last_way += 1
            known = self._sheets.tell(names, parent, self._above), self._last_way
            self._told[self._ways[-1], names] = known
        return known

    def _break(self, line: bool) -> None:
        if line and not self._hiding:
            self.texts.append("\n")


class _RaisedText:
    """What stands above or below the line, in the texts of a page."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = texts
        #: Of the outermost that is open: how many elements are open in it, whether it is below the line, where in the
        #: texts it begins, whether it is a link; where the last link begins; the last that ended, and where it stands.
        self._depth = 0
        self._below = False
        self._at = 0
        self._linked = False
        self._link_at = -1
        self._ended: tuple[int, Raised] | None = None
        self._marks = 0

    def start(self, depth: int, link: bool, shift: Shift) -> None:
        """An element begins that is shown. ``depth``: how many are open, it included."""
        if link:
            self._link_at, self._linked = len(self._texts), True
        if shift in ("above", "below") and not self._depth:
            if shift == "below":
                self.follow("/")
            self._depth, self._below, self._at = depth, shift == "below", len(self._texts)
            self._linked = self._link_at == self._at

    def end(self, depth: int) -> None:
        """An element ends. ``depth``: how many were open until then."""
        if not self._depth or depth > self._depth:
            return
        self._depth = 0
        pieces = self._texts[self._at :]
        content = "".join(pieces)
        if not content.strip():
            return
        if len(pieces) > _MOST_PIECES or not _APART.isdisjoint(content):
            self._texts.insert(self._at, " ")
            return
        found = raised(self._before(), content, self._below, self._linked, self._marks)
        self._texts[self._at :] = [found.text]
        self._ended = self._at, found
        self._marks = max(self._marks, found.mark)

    def follow(self, text: str) -> None:
        """Text follows, or what stands below a bar."""
        if self._ended is None or not text:
            return
        at, found = self._ended
        if len(self._texts) == at + 1:
            if not found.text and text[0] in _ENDS_A_PART:
                self._strip_before(at)
            elif text[0] in "/\u2044":
                self._texts[at] = found.before_bar
            elif text[0].isalnum():
                self._texts[at] = found.before_word
        self._ended = None

    def _strip_before(self, at: int) -> None:
        """Leave out the blanks before a mark that is left out: ``peace <sup>1</sup>, and`` is ``peace, and``."""
        low = at
        while low and not self._texts[low - 1].strip(" "):
            low -= 1
        stripped = self._texts[low - 1].rstrip(" ") if low else ""
        if stripped and not stripped[-1].isdigit():  # ``5 <sup>1</sup>,5`` is no 5,5
            self._texts[low - 1 : at] = [stripped, *[""] * (at - low)]

    def _before(self) -> str:
        """The characters before it."""
        tails: list[str] = []
        for at in range(self._at - 1, max(-1, self._at - 1 - _MOST_PIECES), -1):
            tails.append(self._texts[at][-TAIL:])
            if len(tails[-1]) == TAIL:
                break
        return "".join(reversed(tails))


def _hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element is hidden, or struck out, by itself."""
    turned = tag == "bdo" and attributes.get("dir", "").lower() == "rtl"
    return tag in _STRUCK or "hidden" in attributes or "popover" in attributes or turned


def _draws(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element may draw words: nothing that says that it is an ornament, or is as small as one."""
    if tag == "input":
        return attributes.get("type", "").lower() != "hidden"
    if attributes.get("aria-hidden") == "true" or attributes.get("alt") == "":
        return False
    return not any(attributes.get(side, "").strip() in ("0", "1") for side in ("width", "height"))


def _names(tag: str, attributes: Mapping[str, str]) -> frozenset[str]:
    """What selectors name an element by: ``*``, ``p``, ``.note``, ``#first``."""
    classes, id = attributes.get("class", ""), attributes.get("id", "")
    return (_known_names if len(classes) + len(id) < _LONGEST_KNOWN else _names_of)(tag, classes, id)


@lru_cache(maxsize=4096)
def _known_names(tag: str, classes: str, id: str) -> frozenset[str]:
    return _names_of(tag, classes, id)


def _names_of(tag: str, classes: str, id: str) -> frozenset[str]:
    return frozenset(("*", tag, *(f".{name}" for name in classes.split()), *((f"#{id}",) if id else ())))
