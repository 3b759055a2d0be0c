"""What stdout is, and what it takes: its width, colours, links. What the reader's environment says of it."""

from __future__ import annotations

import os
import shutil
import sys
from typing import Literal

Switch = Literal["auto", "always", "never"]

#: Terminals that print the address of a link, or lose text with it: by how TERM begins, and by TERM_PROGRAM.
_WITHOUT_LINKS = ("dumb", "linux", "vt", "ansi", "cons", "sun", "eterm", "cygwin")
_PROGRAMS_WITHOUT_LINKS = ("Apple_Terminal",)
#: The first version of VTE (GNOME Terminal and others) that shows links without failing.
_VTE = 5001


def is_one() -> bool:
    """Whether stdout is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def width() -> int:
    """Where lines are wrapped on it."""
    return max(40, min(shutil.get_terminal_size((80, 24)).columns, 200))


def takes_colour(switch: Switch, to_file: bool) -> bool:
    """Whether what is written is coloured, by ``--color``, NO_COLOR, FORCE_COLOR and the terminal."""
    if switch != "auto":
        return switch == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR") and not to_file:
        return True
    return not to_file and is_one() and os.environ.get("TERM") != "dumb"


def takes_links(switch: Switch, to_file: bool, colour: bool) -> bool:
    """Whether what is written has links, by ``--links``, FORCE_HYPERLINK and the terminal.

    Who wants no colours wants no other escapes either, unless they are asked for.
    """
    if switch != "auto":
        return switch == "always"
    forced = os.environ.get("FORCE_HYPERLINK")
    if forced and not to_file:
        return forced != "0"
    return not to_file and colour and is_one() and _shows_links()


def _shows_links() -> bool:
    """Whether the terminal shows links, or is not known to fail at them."""
    environment = os.environ
    if os.name == "nt":
        return "WT_SESSION" in environment or "TERM_PROGRAM" in environment
    name = environment.get("TERM", "dumb")
    in_screen = name.startswith("screen") and "TMUX" not in environment
    version = environment.get("VTE_VERSION", "")
    old = version.isascii() and version.isdigit() and int(version[:9]) < _VTE
    known_to_fail = name.startswith(_WITHOUT_LINKS) or environment.get("TERM_PROGRAM") in _PROGRAMS_WITHOUT_LINKS
    return not (in_screen or old or known_to_fail)
