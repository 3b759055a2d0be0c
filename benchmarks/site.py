"""What a site costs to make, of the sample and of dossiers of many statements. How to run: see README.md."""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import NamedTuple

from fitting import exponent

from posdiff.cli.edited_site import EditedSite

REPOSITORY = Path(__file__).parents[1]
#: Statements of each party.
SIZES = (25, 50, 100)
PARTIES, ISSUES, TERMS = 10, 200, 8
#: Seconds of process time: the site of the sample; that of the largest dossier; a page of the sample after an edit.
TARGET_SAMPLE, TARGET_LARGE, TARGET_EDIT = 3.0, 30.0, 1.0
EDITED = "russia/2026-01-08.yaml"

_KINDS = (
    "kind: choice, options: {never: Never, later: Later, soon: Soon, now: Now}",
    "kind: set, members: {east: East, west: West, coast: Coast, hills: Hills}",
    "kind: quantity, unit: km",
    "kind: date",
    "kind: sequence",
    "kind: text",
)
#: What is said, by kind of issue, in turn: a party holds one thing, then another.
_SAYS = (
    ("accepts: [later, soon]", "accepts: [never]", "accepts: [now, soon]"),
    ("includes: [east, coast]", "excludes: [east]", "includes: [west]"),
    ("max: 8100", "min: 21000", "min: 5000"),
    ("from: 2025-06-01", "until: 2025-01-01", "from: 2024-06-01"),
    ("order: [talks, signing]", "order: [signing, talks]", "order: [talks, signing, end]"),
    ("says: It is to be done in stages", "says: It is not to be done", "says: It is to be done at once"),
)


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


def write(folder: Path, statements: int) -> None:
    """Write a dossier with so many statements of each party."""
    folder.mkdir(parents=True)
    parties = "".join(f"  party-{n}: {{name: Party {n}}}\n" for n in range(PARTIES))
    topics = "".join(f"  topic-{n}: Topic {n}\n" for n in range(10))
    issues = "".join(
        f"  issue-{n:03}: {{title: Question {n} of the talks, topic: topic-{n % 10}, {_KINDS[n % 6]}}}\n"
        for n in range(ISSUES)
    )
    steps = "{talks: Talks begin, signing: It is signed, end: It ends}"
    (folder / "agenda.yaml").write_text(
        f"posdiff: 1\ntitle: A large dossier\nparties:\n{parties}steps: {steps}\ntopics:\n{topics}issues:\n{issues}",
        encoding="utf-8",
    )
    for party in range(PARTIES):
        (folder / f"party-{party}").mkdir()
        for turn in range(statements):
            day = date(2020, 1, 1) + timedelta(days=turn * 20 + party)
            terms = "".join(_term(party, turn, place) for place in range(TERMS))
            (folder / f"party-{party}" / f"{day.isoformat()}.yaml").write_text(
                f"date: {day.isoformat()}\ntitle: Statement {turn + 1}\nsources:\n"
                f"  paper: {{title: A paper, url: https://example.org/{party}/{turn}, publisher: A paper}}\n"
                f"terms:\n{terms}",
                encoding="utf-8",
            )


def _term(party: int, turn: int, place: int) -> str:
    """What a party says in one statement: on other issues in each, so that it comes back to one after 25."""
    number = (turn * TERMS + place) % ISSUES
    says = _SAYS[number % 6][(party + number // 6 + turn * TERMS // ISSUES) % 3]
    firmness = "red-line" if (party + number) % 5 == 0 else "firm"
    quote = f"We have said so before, for the {turn}th time, and there can be no other outcome"
    return f"  issue-{number:03}:\n    {says}\n    firmness: {firmness}\n    quote: {quote}\n"


if __name__ == "__main__":
    main()
