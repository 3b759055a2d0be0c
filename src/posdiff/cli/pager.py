"""What is longer than the screen is shown in the reader's pager, as git does: ``POSDIFF_PAGER``, ``PAGER``, or less.

The text is complete before the pager starts, and nothing else is written until it ends: what is said on stderr stands
before it or after it, and never in it. The pagers of typer, rich and the standard library know no ``POSDIFF_PAGER`` and
no ``LESS=FRX``, and page what would fit on the screen.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import unicodedata
from pathlib import Path

from posdiff.findings.failure import USAGE, Failure

#: The variables that name a pager, and the pager where neither is set. An empty name is no pager.
_VARIABLES = ("POSDIFF_PAGER", "PAGER")
_USUAL = "less"
#: What the usual pagers are told, unless the reader has told them something: end where the text fits on one screen
#: (F), show colours (R), leave the text on the screen (X).
_OPTIONS = {"LESS": "FRX", "LV": "-c"}
#: Signs in a command that only a shell knows what to do with.
_FOR_THE_SHELL = re.compile(r"[|&;<>()$`*?\[#~=%\n]")
#: What a shell ends with where a command is not there, or cannot be run.
_NOT_STARTED = (126, 127)
#: Links and colours, which take no room on the screen.
_LINK = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
#: The first version of less that shows links.
_LESS_WITH_LINKS = 566


def shown(text: str, with_links: bool) -> bool:
    """Show a text in the pager, and wait until the reader has done with it; False where it has to be printed instead.

    That is so where the text fits on the screen, or no pager is wanted. Stdout has to be a terminal. ``with_links``:
    links are left in the text whatever the pager makes of them.
    Raises Failure for a pager that does not start.
    """
    if os.environ.get("TERM") == "dumb" or not _is_long(text):
        return False
    command = _chosen()
    return command not in ("", "cat") and _run(command, _fitting(command, text, with_links))


def _chosen() -> str:
    """The command that the reader has chosen; empty for none. Windows has no pager of its own that shows colours."""
    for name in _VARIABLES:
        if name in os.environ:
            return os.environ[name].strip()
    return _USUAL if os.name != "nt" and shutil.which(_USUAL) else ""


def _is_long(text: str) -> bool:
    """Whether the text takes more lines than the screen has above the next prompt."""
    screen = shutil.get_terminal_size((80, 24))
    room = screen.lines - 1
    for line in text.splitlines():
        room -= max(1, -(-_width(line) // screen.columns))
        if room < 0:
            return True
    return False


def _width(line: str) -> int:
    """How many columns a line takes."""
    return sum(
        0 if unicodedata.combining(character) else 1 + (unicodedata.east_asian_width(character) in "WF")
        for character in _COLOUR.sub("", _LINK.sub("", line))
    )


def _fitting(command: str, text: str, with_links: bool) -> str:
    """The text without what its pager would show as signs: links, but in a new less; colours in less without -R."""
    name, _, options = command.partition(" ")
    is_less = Path(name).name == "less"
    raw = not is_less or bool(re.search("[rR]", options + os.environ.get("LESS", _OPTIONS["LESS"])))
    if not with_links and "\x1b]8;" in text and not (is_less and raw and _version_of_less(name) >= _LESS_WITH_LINKS):
        text = _LINK.sub("", text)
    return text if raw else _COLOUR.sub("", text)


def _version_of_less(program: str) -> int:
    """0 where it does not say."""
    try:
        told = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=5, check=False).stdout
    except (OSError, ValueError, subprocess.SubprocessError):
        return 0
    version = re.match(r"less (\d+)", told)
    return int(version[1]) if version else 0


def _run(command: str, text: str) -> bool:
    """Whether the command took the text. Its exit code is not ours: a reader may end it wherever they like."""
    encoding = sys.stdout.encoding or "utf-8"
    # An interrupt is the pager's: less stops a search with it. A handler that does nothing is not handed on to it.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        pager = _started(command)
        pager.communicate(text.encode(encoding, "backslashreplace"))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise Failure(f"the pager `{command}` does not start: {reason}", code=USAGE) from None
    finally:
        signal.signal(signal.SIGINT, before)
    return pager.returncode not in _NOT_STARTED


def _started(command: str) -> subprocess.Popen[bytes]:
    """The pager's process. Raises OSError or ValueError where it cannot be started without a shell."""
    environment = {**_OPTIONS, **os.environ}
    if os.name == "nt":  # a path there has backslashes, which shlex takes for something else
        return subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)
    words = ["sh", "-c", command] if _FOR_THE_SHELL.search(command) else shlex.split(command)
    return subprocess.Popen(words, stdin=subprocess.PIPE, env=environment)
