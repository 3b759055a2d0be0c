"""What it costs to write a dossier as tables. How to run: see README.md."""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from fitting import exponent
from large_dossier import ISSUES, PARTIES, TERMS, write

#: Statements of each party.
SIZES = (25, 50, 100, 200)
FORMATS = ("csv", "sqlite", "parquet")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="statements of each party")
    asked = parser.parse_args(arguments)
    print(f"{PARTIES} parties, {ISSUES} issues of six kinds, {TERMS} terms a statement; process time in seconds")
    print(f"{'terms':>8}{'validate':>10}" + "".join(f"{format:>10}{'MB':>8}" for format in FORMATS))
    times: dict[int, float] = {}
    for size in asked.sizes:
        with TemporaryDirectory() as name:
            write(Path(name, "positions"), size)
            columns = [f"{seconds(Path(name), 'validate', '--fail-on', 'never'):>10.1f}"]
            for format in FORMATS:
                place = Path(name, f"out-{format}")
                took = seconds(Path(name), "export", "--format", format, "--output", str(place))
                times.setdefault(size * PARTIES * TERMS, took)
                written = place.rglob("*") if place.is_dir() else [place]
                columns.append(f"{took:>10.1f}{sum(file.stat().st_size for file in written) / 1e6:>8.1f}")
        print(f"{size * PARTIES * TERMS:>8,}{''.join(columns)}", flush=True)
    if len(times) > 1:
        print(f"exponent of CSV {exponent(times):.2f}: 1 is linear in the terms")


def seconds(folder: Path, *command: str) -> float:
    """The process time of a whole run in a folder, without what was read before."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("POSDIFF")}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "posdiff", *command, "--quiet"],
        cwd=folder, env={**environment, "POSDIFF_CACHE": "off"}, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        check=True,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
