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
from typing import NamedTuple

from posdiff.dossier.plain_text import HIDDEN
from posdiff.dossier.sources.html_hiding import HiddenBySheets, hides

_UNSEEN_ELEMENTS = (
    "head title script style template noscript noframes noembed iframe object audio video canvas datalist dialog rp"
)
_BLOCK_ELEMENTS = (
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre "
    "search section summary table tbody tfoot thead tr ul"
)
_NOT_SHOWN, _BLOCKS = frozenset(_UNSEEN_ELEMENTS.split()), frozenset(_BLOCK_ELEMENTS.split())
_CELLS = ("td", "th")
#: What the page itself strikes out: it is seen, and does not hold.
_STRUCK = frozenset(("del", "s", "strike"))
_BLANK = re.compile(r"[ \t\n\r\f]+")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([-\w:.]{2,40})", re.IGNORECASE)
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
_NEVER_SHOWN = _NOT_SHOWN - {"noscript"}
#: Words that are hidden at the beginning or the end of a line leave no sign there.
_AT_EDGES = f" \t\r\f\v\u00a0{HIDDEN}"


def text_of_html(data: bytes) -> str:
    """What is to be read on a page. Raises ImportError where lxml is not installed."""
    from lxml import etree

    source = _decoded(data)
    page = _Shown(HiddenBySheets(source))
    parser = etree.HTMLParser(target=page, encoding="utf-8", huge_tree=True)
    parser.feed(source.encode("utf-8", "replace"))
    parser.close()
    lines = (line.strip(_AT_EDGES) for line in "".join(page.texts).split("\n"))
    return "\n".join(line for line in lines if line)


def _decoded(data: bytes) -> str:
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


class _Opened(NamedTuple):
    hides: bool
    never_shown: bool
    names: frozenset[str]


class _Shown:
    """Takes what the parser finds, and keeps the text that is shown."""

    def __init__(self, sheets: HiddenBySheets) -> None:
        self.texts: list[str] = []
        self._sheets = sheets
        #: For each element that is open whether it hides what is in it, and leaves no sign, and what selectors name it
        #: by; how many do; how many keep blanks; how many of those that are open have each such name.
        self._open: list[_Opened] = []
        self._above: dict[str, int] = {}
        self._hiding = 0
        self._never_shown = 0
        self._pre = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        opened = tag == "dialog" and "open" in attributes
        names = _names(tag, attributes)
        hides = (tag in _NOT_SHOWN and not opened) or self._hides(names, attributes)
        never = tag in _NEVER_SHOWN and not opened
        self._open.append(_Opened(hides, never, names))
        for name in names:
            self._above[name] = self._above.get(name, 0) + 1
        self._hiding += hides
        self._never_shown += never
        self._pre += tag == "pre"
        self._break(tag)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._open:
            closed = self._open.pop()
            self._hiding -= closed.hides
            self._never_shown -= closed.never_shown
            for name in closed.names:
                self._above[name] -= 1
                if not self._above[name]:
                    del self._above[name]
        self._pre -= tag == "pre"
        self._break(tag)
        if tag in _CELLS and not self._hiding:
            self.texts.append("\t")

    def data(self, text: str) -> None:
        """Text, in pieces."""
        if not self._hiding:
            self.texts.append(text if self._pre else _BLANK.sub(" ", text))
        elif not self._never_shown and self.texts and self.texts[-1] != HIDDEN and not text.isspace():
            self.texts.append(HIDDEN)

    def comment(self, text: str) -> None:
        """A comment, which nobody sees."""

    def close(self) -> None:
        """The page ends."""

    def _break(self, tag: str) -> None:
        if tag in _BLOCKS and not self._hiding:
            self.texts.append("\n")

    def _hides(self, names: frozenset[str], attributes: Mapping[str, str]) -> bool:
        if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
            return True
        if hides(attributes.get("style", "")) or names & _STRUCK:
            return True
        return self._sheets.hide(names, self._open[-1].names if self._open else frozenset(), self._above)


def _names(tag: str, attributes: Mapping[str, str]) -> frozenset[str]:
    """What selectors name an element by: ``p``, ``.note``, ``#first``."""
    classes = (f".{name}" for name in attributes.get("class", "").split())
    return frozenset((tag, *classes, *((f"#{attributes['id']}",) if attributes.get("id") else ())))
