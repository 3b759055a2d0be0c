"""The comment in a file that tells whether all of the file is what posdiff wrote: it holds a hash of the rest.

Markdown, HTML and JUnit XML have room for such a comment; text, CSV and JSON have none, and are not replaced unasked.
"""

from __future__ import annotations

import re
from hashlib import sha256

#: What a writer puts near the head of its text, on a line of its own.
_MARK = re.compile(rb"<!-- posdiff ([a-z-]+)(?: sha256:([0-9a-f]{64}))? -->\n")
#: The comment stands after a first line at the most, and what a byte order mark adds.
_HEAD = 200


def sealed(text: str) -> str:
    """The text with a hash of all else put into its comment; as it is where it has no comment."""
    data = text.encode("utf-8", "backslashreplace")
    mark = _MARK.search(data[:_HEAD])
    if mark is None:
        return text
    digest = _digest(data, mark)
    return (data[: mark.end(1)] + b" sha256:" + digest + data[mark.end() - len(b" -->\n") :]).decode("utf-8")


def marked(data: bytes) -> bool:
    """Whether a text has the comment."""
    return _MARK.search(data[:_HEAD]) is not None


def unbroken(data: bytes) -> bool:
    """Whether a file has the comment, and all else of it is what it was when it was written."""
    mark = _MARK.search(data[:_HEAD])
    return mark is not None and mark[2] is not None and mark[2] == _digest(data, mark)


def _digest(data: bytes, mark: re.Match[bytes]) -> bytes:
    """The hash of all but the comment, which names the command."""
    return sha256(mark[1] + data[: mark.start()] + data[mark.end() :]).hexdigest().encode()
