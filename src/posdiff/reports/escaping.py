"""Text of parties is data: what a terminal or a CI log would act on, or a reader could not see, is a visible escape."""

from __future__ import annotations

import re

#: C0, DEL, C1, bidirectional controls, zero-width characters, further line breaks, surrogates, noncharacters, tags.
_UNSEEN = (
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)
#: What the runners of GitHub and Azure take for a command wherever in a line it stands: ``##[error]``, ``##vso[…]``.
COMMAND = re.compile(r"##(?=(?:vso|teamcity)?\[)")
#: What would read as a mark of the words taken out and put in, or as what such a text is shown with.
_MARKS = re.compile(r"\\|\[(?=-)|-(?=\])|\{(?=\+)|\+(?=\})|⏎|<(?=U\+)")


def visible(text: str) -> str:
    """The text on one line, each character that cannot be shown written as ``<U+001B>``; a line break as ``⏎``."""
    if "##" in text:
        text = COMMAND.sub("#<U+0023>", text)
    if text.isprintable():
        return text
    # Blanks beside a line break say nothing; those at the ends keep the words apart from what stands beside them.
    first, *others = re.split("\r\n|\r|\n", text.strip("\r\n"))
    if others:
        first, others = first.rstrip(" \t"), [*(part.strip(" \t") for part in others[:-1]), others[-1].lstrip(" \t")]
    lines = " ⏎ ".join((first, *others))
    return re.sub(_UNSEEN, lambda match: " " if match.group() == "\t" else f"<U+{ord(match.group()):04X}>", lines)


def marked_apart(text: str) -> str:
    """Words among ``[-…-]`` and ``{+…+}``, such that both texts can be read back from them, letter by letter.

    A backslash stands before what would read as a mark; line breaks are shown without the blanks beside them.
    """
    return every_letter(_MARKS.sub(r"\\\g<0>", text))


def every_letter(text: str) -> str:
    """Words on one line, with a sign for every letter that would not be seen, line breaks and tabs too."""
    return visible(text.replace("\n", "⏎").replace("\t", "<U+0009>").replace("\r", "<U+000D>"))


def uncommanded(line: str) -> str:
    """A line of an answer; with a visible escape where it begins with two colons, as a command of a CI runner does."""
    start = len(line) - len(line.lstrip())
    return f"{line[:start]}<U+003A>{line[start + 1 :]}" if line.startswith("::", start) else line


def shortened(text: str, most: int) -> str:
    """The text, cut at a word after at most ``most`` characters, with an ellipsis where it was cut."""
    if len(text) <= most:
        return text
    cut = text[:most].rsplit(" ", 1)[0] or text[:most]
    return f"{cut} …"
