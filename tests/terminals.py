"""Runs the command line on a terminal, as a reader does: a pseudo-terminal of a size, with keys that are typed."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

_LONGEST = 60.0


class Screen(NamedTuple):
    """What a run wrote on its terminal and on stderr, and how it ended."""

    code: int
    out: str
    err: str


def on_a_terminal(
    *arguments: str, cwd: Path, environment: Mapping[str, str], size: tuple[int, int] = (24, 80),
    keys: Iterable[tuple[str, bytes]] = (), merged: bool = False,
) -> Screen:  # fmt: skip
    """Run ``posdiff`` with stdin and stdout on a terminal of so many lines and columns.

    ``environment`` is all that the run gets, but for PATH and where Python finds its modules. ``keys``: what is typed,
    in order, each when a text has come. ``merged``: stderr is the terminal as well, else a pipe.
    """
    outer, inner = pty.openpty()
    fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "HOME") if name in os.environ}
    with contextlib.ExitStack() as stack:
        stack.callback(os.close, outer)
        run = subprocess.Popen(
            [sys.executable, "-c", _OWN_TERMINAL, *arguments], cwd=cwd,
            env={**kept, "PYTHONIOENCODING": "utf-8", "POSDIFF_CACHE": "off", **environment},
            stdin=inner, stdout=inner, stderr=inner if merged else subprocess.PIPE, start_new_session=True,
        )  # fmt: skip
        stack.enter_context(run)
        stack.callback(run.kill)
        os.close(inner)
        out = _read(outer, list(keys))
        err = run.stderr.read().decode() if run.stderr else ""
        code = run.wait(_LONGEST)
    return Screen(code, out.replace("\r\n", "\n"), err)


#: A new session has no terminal that keys are read from, until one is given to it.
_OWN_TERMINAL = """
import fcntl, runpy, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
sys.argv[0] = "posdiff"
runpy.run_module("posdiff", run_name="__main__")
"""


def _read(terminal: int, keys: list[tuple[str, bytes]]) -> str:
    """All that comes until the run ends, with what is typed in answer to it."""
    out, end = "", time.monotonic() + _LONGEST
    while time.monotonic() < end:
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            data = os.read(terminal, 65536)
        except OSError:  # how Linux says that nobody has the other end any more
            return out
        if not data:
            return out
        out += data.decode("utf-8", "replace")
        while keys and keys[0][0] in out:
            os.write(terminal, keys.pop(0)[1])
    raise TimeoutError(f"the run does not end; so far: {out[-2000:]}")
