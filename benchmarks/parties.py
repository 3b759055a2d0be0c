"""What two hundred parties cost, and whether their answers are those that are known. How to run: see README.md."""

from __future__ import annotations

import argparse
import gc
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from cop_dossier import Known, Size, write
from fitting import exponent

from posdiff.answers.answer import Answer
from posdiff.answers.matrix import Matrix
from posdiff.answers.opening import Surroundings
from posdiff.answers.positions import Positions, open_positions
from posdiff.reports.shapes.writing import json_text

SIZES = (25, 50, 100, 200)
ISSUES = 200
EXPONENT = 1.3
TODAY = date(2026, 1, 1)
#: A dossier of a conference: how large, and how much memory reading it and a matrix may take.
CONFERENCE = Size(198, 15, 1_000, 50)
MOST_BYTES = 1_000_000_000
#: So many parties are asked for conflicts.
IN_CONFLICT = 20


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="parties, without blocs")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured; the least counts")
    parser.add_argument("--no-conference", action="store_true", help="leave out the dossier with blocs")
    asked = parser.parse_args(arguments)
    print(f"{ISSUES} issues, a term of each party on each, at most 12 different on one; process time in seconds")
    print(f"{'parties':>8}{'matrix':>9}{'JSON too':>10}{'compare':>9}{'JSON too':>10}")
    times: dict[str, dict[int, float]] = {"matrix": {}, "compare": {}}
    for size in asked.sizes:
        with TemporaryDirectory() as name:
            known = write(Path(name, "positions"), Size(size, 0, ISSUES, ISSUES // 8))
            opened = open_positions(Surroundings(Path(name), {"POSDIFF_CACHE": "off"}, TODAY))
            line = f"{size:>8}"
            for command, ask in _QUESTIONS.items():
                answered, written = min(seconds(ask, opened, known) for _ in range(asked.rounds))
                times[command][size] = written
                line += f"{answered:>9.2f}{written:>10.2f}"
            print(line, flush=True)
    if len(asked.sizes) > 1:
        for command, of in times.items():
            print(f"exponent of {command} in parties {exponent(of):.2f}; target at most {EXPONENT}")
    if not asked.no_conference:
        conference()


_QUESTIONS: Mapping[str, Callable[[Positions, Known], Answer]] = {
    "matrix": lambda opened, known: opened.matrix(*known.parties),
    "compare": lambda opened, known: opened.compare(*known.parties),
}


def seconds(ask: Callable[[Positions, Known], Answer], opened: Positions, known: Known) -> tuple[float, float]:
    """The process time of an answer, and with its JSON; without the collector, as the command line runs."""
    gc.collect()
    gc.disable()
    start = process_time()
    answer = ask(opened, known)
    answered = process_time() - start
    json_text(answer)
    written = process_time() - start
    gc.enable()
    if isinstance(answer, Matrix):
        check(answer, known)
    return answered, written


def check(answer: Matrix, known: Known) -> None:
    """Stop where a figure is not the one that is known."""
    for pair in answer.pairs:
        common, shared = known.overlap(pair.a, pair.b)
        if pair.shared != shared or (pair.value or 0) * shared != common * 100:
            raise SystemExit(f"{pair.a} and {pair.b}: {pair.value} over {pair.shared}, not {common} of {shared}")


def conference() -> None:
    """Measure a dossier with blocs: memory, a matrix, and conflicts, each as a whole run."""
    with TemporaryDirectory() as name:
        known = write(Path(name, "positions"), CONFERENCE)
        print(
            f"{CONFERENCE.parties} parties, {CONFERENCE.blocs} blocs, {CONFERENCE.issues:,} issues, "
            f"{CONFERENCE.statements} statements each, {known.terms:,} terms: whole runs"
        )
        some = known.parties[:IN_CONFLICT]
        for title, command in (
            ("matrix, nothing kept", ("matrix", "--format", "json")),
            ("matrix, files read before", ("matrix", "--format", "json")),
            (f"conflicts of {IN_CONFLICT} parties", ("conflicts", *some, "--format", "json")),
        ):
            took, most = run(Path(name), *command)
            print(f"  {title:30}{took:>8.1f} s{most / 1e6:>9.0f} MB", flush=True)
        print(f"  target of memory: {MOST_BYTES / 1e6:.0f} MB")


def run(folder: Path, *command: str) -> tuple[float, float]:
    """The process time and the largest memory of a whole run in a folder, which keeps what it reads there."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("POSDIFF")}
    process = subprocess.Popen(
        [sys.executable, "-m", "posdiff", *command],
        cwd=folder, env={**environment, "POSDIFF_CACHE": str(folder / "cache")},
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"posdiff {' '.join(command[:3])} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


if __name__ == "__main__":
    main()
