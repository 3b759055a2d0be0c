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

from posdiff.dossier.plain_text import HIDDEN

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
_BLANK = re.compile(r"[ \t\n\r\f]+")
_HIDING = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*\.?0*%?|"
    r"font-size\s*:\s*0*\.?0*(?:[a-z]{1,4}|%)?|content-visibility\s*:\s*hidden)\s*(?:!\s*important\s*)?(?:;|$)"
)
_SHOWING = re.compile(r"(?:^|;)\s*display\s*:\s*(?!none)")
#: Characters of the declarations of one rule, or of a `style`, that are looked at.
_LONGEST_STYLE = 4_000
_SIMPLE = re.compile(r"(?:[a-z][a-z0-9]*)?(?:[.#][-\w]+)?\Z", re.IGNORECASE)
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
    page = _Shown(_hidden_by_sheets(source))
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


class _Shown:
    """Takes what the parser finds, and keeps the text that is shown."""

    def __init__(self, hidden: frozenset[str]) -> None:
        self.texts: list[str] = []
        self._hidden = hidden
        #: For each element that is open whether it hides what is in it, and leaves no sign; how many do; how many keep
        #: blanks.
        self._open: list[tuple[bool, bool]] = []
        self._hiding = 0
        self._never_shown = 0
        self._pre = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        opened = tag == "dialog" and "open" in attributes
        hides = (tag in _NOT_SHOWN and not opened) or self._hides(tag, attributes)
        never = tag in _NEVER_SHOWN and not opened
        self._open.append((hides, never))
        self._hiding += hides
        self._never_shown += never
        self._pre += tag == "pre"
        self._break(tag)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._open:
            hid, never = self._open.pop()
            self._hiding -= hid
            self._never_shown -= never
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

    def _hides(self, tag: str, attributes: Mapping[str, str]) -> bool:
        if not attributes:
            return tag in self._hidden
        if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
            return True
        style = attributes.get("style")
        if style and _HIDING.search(style[:_LONGEST_STYLE].lower()):
            return True
        if not self._hidden:
            return False
        names = [f".{name}" for name in attributes.get("class", "").split()]
        if id := attributes.get("id"):
            names.append(f"#{id}")
        return tag in self._hidden or any(name in self._hidden or tag + name in self._hidden for name in names)


def _hidden_by_sheets(source: str) -> frozenset[str]:
    """The selectors (an element, a class, an id) under which the page's own sheets hide things, and never show them.

    Rules for some media only are left out, and so are selectors of several parts: what they hide is shown to some.
    """
    hidden, shown = set(), set()
    for sheet in _sheets(source):
        for selectors, declarations in _rules(sheet):
            hides, shows = _HIDING.search(declarations), _SHOWING.search(declarations)
            if not hides and not shows:
                continue
            for selector in selectors.split(","):
                name = selector.strip()
                if hides and _SIMPLE.match(name):
                    hidden.add(name)
                elif shows:
                    # What any rule shows is not taken for hidden, whatever else the rule asks for.
                    shown.update(re.findall(r"[a-z]*[.#][-\w]+|^[a-z][a-z0-9]*$", name, re.IGNORECASE))
                    shown.update(re.findall(r"[.#][-\w]+", name))
    return frozenset(hidden - shown - {""})


def _sheets(source: str) -> list[str]:
    """The style sheets in a page, without their comments."""
    lower = source.lower()
    sheets = []
    begins = lower.find("<style")
    while begins >= 0 and (ends := lower.find("</style", begins)) >= 0:
        parts = source[begins:ends].partition(">")[2].split("*/")
        sheets.append("".join(part.partition("/*")[0] for part in parts))
        begins = lower.find("<style", ends)
    return sheets


def _rules(sheet: str) -> list[tuple[str, str]]:
    """The rules of a sheet that hold for every medium: what is before each brace, and what is in it, in small letters.

    What is nested in a rule counts as part of it.
    """
    rules = []
    depth, at, head = 0, 0, ""
    for found in re.finditer(r"[{}]", sheet):
        if found[0] == "{":
            if depth == 0:
                head = sheet[at : found.start()].rpartition(";")[2]
            depth += 1
        else:
            if depth == 1 and not head.lstrip().startswith("@"):
                rules.append((head.strip(), sheet[at : found.start()][:_LONGEST_STYLE].lower()))
            depth = max(0, depth - 1)
        at = found.end()
    return rules
