"""Where a link leads (OSC 8), as a terminal may be told it: no sign in it can end the escape or begin another."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

from posdiff.reports.escaping import visible

#: What an address may hold as it is; all else is percent-encoded. A ``;`` or ``:`` ends nothing in the last field.
_KEPT = "-._~:/?#[]@!$&'()*+,;=%"
#: Terminals take no address that is longer.
_LONGEST = 2000


def to_page(url: str | None) -> str:
    """The address of a page; empty where there is none, or it is none that a browser should open."""
    if url is None or not re.fullmatch(r"https?://[^\s<>]+", visible(url)):
        return ""
    return _short(quote(url, safe=_KEPT))


def to_file(folder: str, file: str) -> str:
    """The address of a file in a folder; empty where there is none, or the folder is not on the disk."""
    return _short((Path(folder) / file).as_uri()) if folder and file else ""


def _short(address: str) -> str:
    return address if len(address) <= _LONGEST else ""
