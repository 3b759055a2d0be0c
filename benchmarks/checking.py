"""What judging an edit costs, as a ratio to validating the same files. How to run: see README.md."""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

STATEMENTS = 2_000
PARTIES = tuple(f"party-{n:02}" for n in range(10))
ISSUES = 40
TARGET = 1.5

#: Stands before git on the PATH, and counts how often it is started.
_COUNTING = """#!/bin/sh
echo >> "{log}"
exec "{git}" "$@"
"""
_KINDS = (
    ("kind: choice, options: {never: Never, later: Later, soon: Soon, now: Now}", "accepts: [later, soon]"),
    ("kind: set, members: {east: East, west: West, coast: Coast}", "includes: [east]"),
    ("kind: quantity, unit: km", "min: {number}"),
    ("kind: sequence", "order: [talks, signing]"),
    ("kind: text", "says: It is to be done in good faith and with {number} observers"),
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="how often each command is run")
    rounds: int = parser.parse_args(arguments).rounds
    with TemporaryDirectory() as name:
        folder = Path(name, "repository")
        write(folder)
        edit(folder)
        for title, cache in (("nothing kept", "off"), ("files read before", str(Path(name, "cache")))):
            environment = _environment(cache)
            times = measured(folder, rounds, environment)
            processes = started(folder, Path(name), environment)
            base = median(times["validate"])
            print(f"{title}: {STATEMENTS:,} statements of {len(PARTIES)} parties, one file edited; {rounds} runs each")
            for command, each in times.items():
                print(f"  {command:24}{median(each) * 1000:8.0f} ms{median(each) / base:7.2f}")
            print(f"  target at most {TARGET}; processes of git: {processes}")


def write(folder: Path) -> None:
    """A repository with so many statements, of four terms each."""
    positions = folder / "positions"
    positions.mkdir(parents=True)
    issues = "".join(f"  issue-{n:02}: {{title: Issue {n}, {_KINDS[n % len(_KINDS)][0]}}}\n" for n in range(ISSUES))
    parties = "".join(f"  {party}: {{}}\n" for party in PARTIES)
    steps = "  talks: Talks begin\n  signing: It is signed\n"
    (positions / "agenda.yaml").write_text(f"posdiff: 1\nparties:\n{parties}steps:\n{steps}issues:\n{issues}", "utf-8")
    for number in range(STATEMENTS):
        turn, party = divmod(number, len(PARTIES))
        day = date(2020, 1, 1) + timedelta(days=turn)
        path = positions / PARTIES[party] / f"{day.isoformat()}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(statement(day, number), "utf-8")
    for command in (("init", "--quiet", "--initial-branch=main"), ("add", "."), ("commit", "--quiet", "-m", "base")):
        git(folder, *command)


def statement(day: date, number: int) -> str:
    """A statement with four terms, each with a quote."""
    terms = "".join(
        f"  issue-{issue:02}:\n    {_KINDS[issue % len(_KINDS)][1].format(number=number + 1)}\n"
        f"    quote: We have said so before, and say so again for the {number}th time\n"
        for issue in sorted({(number * 7 + step * 11) % ISSUES for step in range(4)})
    )
    source = "sources: {paper: {title: A paper, publisher: Press, url: https://example.org/paper}}\n"
    return f"date: {day.isoformat()}\ntitle: Statement\n{source}terms:\n{terms}"


def edit(folder: Path) -> None:
    """Change the last statement of the first party."""
    path = sorted((folder / "positions" / PARTIES[0]).iterdir())[-1]
    path.write_text(path.read_text("utf-8") + "  issue-39: {says: No}\n", "utf-8")


def git(folder: Path, *arguments: str) -> None:
    """Run git in a folder, by no settings but these."""
    named = ("-c", "user.name=Benchmark", "-c", "user.email=benchmark@example.org")
    subprocess.run(["git", *named, *arguments], cwd=folder, check=True, capture_output=True)


def measured(folder: Path, rounds: int, environment: Mapping[str, str]) -> dict[str, list[float]]:
    """The process times of both commands, git's included, in seconds. They take turns."""
    commands = {"validate": ("validate",), "check --against main": ("check", "--against", "main")}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, arguments in commands.items():
            passed = seconds(folder, arguments, environment)
            if turn:  # the first run fills the caches
                times[name].append(passed)
    return times


def seconds(folder: Path, arguments: Sequence[str], environment: Mapping[str, str]) -> float:
    """The process time of one run, which has to end with 0."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "posdiff", *arguments, "--fail-on", "never"],
        cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"posdiff {' '.join(arguments)} ended with {done.returncode}: {done.stderr!r}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def started(folder: Path, place: Path, environment: Mapping[str, str]) -> int:
    """How many processes of git a check starts."""
    import shutil

    log, wrapper = place / "started", place / "bin" / "git"
    wrapper.parent.mkdir(exist_ok=True)
    wrapper.write_text(_COUNTING.format(log=log, git=shutil.which("git")), "utf-8")
    wrapper.chmod(0o755)
    log.unlink(missing_ok=True)
    path = f"{wrapper.parent}{os.pathsep}{environment['PATH']}"
    seconds(folder, ("check", "--against", "main"), {**environment, "PATH": path})
    return len(log.read_text("utf-8").splitlines())


def _environment(cache: str) -> dict[str, str]:
    # Where nothing that is compiled may be kept, every run compiles anew, and check has more to compile.
    dropped = ("POSDIFF", "GIT_", "PYTHONDONTWRITEBYTECODE")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    return {**clean, "POSDIFF_CACHE": cache, "GIT_CONFIG_GLOBAL": os.devnull}


if __name__ == "__main__":
    main()
