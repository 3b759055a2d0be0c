"""What a site costs to make, of the sample and of dossiers of many statements. How to run: see README.md."""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import NamedTuple

from fitting import exponent
from large_dossier import ISSUES, PARTIES, TERMS, write

from posdiff.cli.edited_site import EditedSite

REPOSITORY = Path(__file__).parents[1]
#: Statements of each party.
SIZES = (25, 50, 100)
#: Seconds of process time: the site of the sample; that of the largest dossier; a page of the sample after an edit.
TARGET_SAMPLE, TARGET_LARGE, TARGET_EDIT = 3.0, 30.0, 1.0
EDITED = "russia/2026-01-08.yaml"


class Made(NamedTuple):
    """A site that was made: process time in seconds, the size of its files in bytes."""

    seconds: float
    size: int


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="how often the site of the sample is made")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="statements of each party")
    asked = parser.parse_args(arguments)
    with TemporaryDirectory() as name:
        made = [site(REPOSITORY, Path(name, "public")) for _ in range(asked.rounds + 1)][1:]
    seconds = median(each.seconds for each in made)
    print(
        f"site of the sample: {seconds:.2f} s of process time, median of {asked.rounds}; target {TARGET_SAMPLE:.0f} s;"
    )
    print(f"{made[-1].size / 1e6:.2f} MB")
    edited = median(_edited(asked.rounds))
    print(f"a page of it after an edit of one statement, with --watch: {edited:.2f} s; target {TARGET_EDIT:.0f} s\n")
    _by_size(asked.sizes)


def _by_size(sizes: Sequence[int]) -> None:
    print(f"{PARTIES} parties, {ISSUES} issues of six kinds, {TERMS} terms a statement; process time")
    print(f"{'statements':>11}{'terms':>8}{'seconds':>9}{'ms a term':>11}{'MB':>7}")
    times = {}
    for size in sizes:
        with TemporaryDirectory() as name:
            write(Path(name, "positions"), size)
            made = site(Path(name), Path(name, "public"))
        terms = size * PARTIES * TERMS
        times[terms] = made.seconds
        print(
            f"{size * PARTIES:>11,}{terms:>8,}{made.seconds:>9.1f}{made.seconds / terms * 1000:>11.2f}"
            f"{made.size / 1e6:>7.1f}",
            flush=True,
        )
    if len(times) > 1:
        print(f"exponent {exponent(times):.2f}: 1 is linear in the terms; target of the largest {TARGET_LARGE:.0f} s")


def site(folder: Path, public: Path) -> Made:
    """Make the site of the dossier in a folder, as a user does, without what was read before."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("POSDIFF")}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "posdiff", "site", "--output", str(public), "--at", "2026-06-01", "--quiet"],
        cwd=folder, env={**environment, "POSDIFF_CACHE": "off"}, stdin=subprocess.DEVNULL, check=True,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Made(seconds, sum(file.stat().st_size for file in public.rglob("*") if file.is_file()))


def _edited(rounds: int) -> list[float]:
    """The process time from an edit of one statement to the grid that shows it."""
    times = []
    with TemporaryDirectory() as name:
        positions = Path(name, "positions")
        for source in (REPOSITORY / "positions").rglob("*.yaml"):
            file = positions / source.relative_to(REPOSITORY / "positions")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(source.read_bytes())
        edited = EditedSite(str(positions), "2026-06-01", False)
        edited.text("index.html")
        text = (positions / EDITED).read_text(encoding="utf-8")
        for turn in range(rounds):
            (positions / EDITED).write_text(f"{text}\n# {turn}\n", encoding="utf-8")
            before = process_time()
            edited.text("index.html")
            times.append(process_time() - before)
    return times


if __name__ == "__main__":
    main()
