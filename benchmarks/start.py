"""What a run of the command line costs, as a ratio to a command that does nothing. How to run: see README.md."""

from __future__ import annotations

import argparse
import compileall
import os
import resource
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

import posdiff

REPOSITORY = Path(__file__).parents[1]

#: The smallest application that has commands at all, of the same Typer and with the same settings.
NOTHING = """
import typer

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def one() -> None:
    pass


@app.command()
def two() -> None:
    pass


app()
"""


class Case(NamedTuple):
    """A command line; ``target``: the ratio that it is to stay below, where there is one."""

    module: str
    arguments: tuple[str, ...]
    target: float | None = None


CASES: dict[str, Case] = {
    "nothing": Case("nothing", ("one",)),
    "compare, JSON": Case("posdiff", ("compare", "russia", "ukraine", "--format", "json"), 1.6),
    "compare, text in a pipe": Case("posdiff", ("compare", "russia", "ukraine")),
    "compare, text drawn": Case(
        "posdiff", ("compare", "russia", "ukraine", "--color", "always", "--width", "100"), 2.8
    ),
    "--version": Case("posdiff", ("--version",)),
    "validate": Case("posdiff", ("validate",)),
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=21, help="how often each command is run (15 at least)")
    rounds = max(15, parser.parse_args(arguments).rounds)
    if os.environ.get("PYTHONDONTWRITEBYTECODE"):
        print(
            "warning: PYTHONDONTWRITEBYTECODE is set: a library that was not compiled when it was installed is\n"
            "compiled anew in every run, and the ratios are not to be relied on",
            file=sys.stderr,
        )
    with TemporaryDirectory() as folder:
        Path(folder, "nothing.py").write_text(NOTHING, encoding="utf-8")
        for source in (folder, str(Path(posdiff.__file__).parent)):
            compileall.compile_dir(source, quiet=2)
        times = measured(rounds, _environment(folder))
    base = median(times["nothing"])
    print(f"process time, user and system, median of {rounds} interleaved runs; Python {sys.version.split()[0]}")
    print(f"{'':26}{'ms':>7}{'ratio':>7}{'target':>8}")
    for name, case in CASES.items():
        middle = median(times[name])
        target = "" if case.target is None else f"{case.target:.1f}"
        print(f"{name:26}{middle * 1000:7.0f}{middle / base:7.2f}{target:>8}")


def measured(rounds: int, environment: Mapping[str, str]) -> dict[str, list[float]]:
    """The process times of each case, in seconds. The cases take turns, so that a slow moment falls on all of them."""
    times: dict[str, list[float]] = {name: [] for name in CASES}
    for case in CASES.values():
        _seconds(case, environment)  # once for nothing: files come into the cache of the system
    for _ in range(rounds):
        for name, case in CASES.items():
            times[name].append(_seconds(case, environment))
    return times


def _seconds(case: Case, environment: Mapping[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", case.module, *case.arguments],
        cwd=REPOSITORY, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"{case.module} {' '.join(case.arguments)} ended with {done.returncode}: {done.stderr!r}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _environment(folder: str) -> dict[str, str]:
    """The environment without what changes an answer, and with the folder of the command that does nothing."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("POSDIFF", "NO_COLOR", "FORCE"))}
    return {**clean, "PYTHONPATH": folder}


if __name__ == "__main__":
    main()
