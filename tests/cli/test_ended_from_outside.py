"""A run that is ended from outside leaves what was there before, and nothing besides."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

#: The file is as good as written when the signal comes.
_ENDED = """
import os, signal, sys
from pathlib import Path
from posdiff.cli import app, files

def ended(descriptor):
    os.kill(os.getpid(), int(sys.argv[1]))

files.os.fsync = ended
app.run = lambda _: app._guarded(lambda: writing())

def writing():
    with files.held(Path("accepted.yaml")):
        files.replace(Path("accepted.yaml"), b"new")

app.main()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_leaves_no_file_behind(name: str, tmp_path: Path) -> None:
    (tmp_path / "accepted.yaml").write_text("old", encoding="utf-8")
    number = getattr(signal, name)
    done = subprocess.run(
        [sys.executable, "-c", _ENDED, str(int(number))], cwd=tmp_path, check=False, timeout=60,
        preexec_fn=lambda: signal.signal(number, signal.SIG_DFL if name != "SIGINT" else signal.default_int_handler),
    )  # fmt: skip
    assert done.returncode == 128 + number
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("accepted.yaml", "old")]
