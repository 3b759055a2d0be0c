"""How fast dossiers are read, and whether the time grows as they do. How to run: see README.md."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from fitting import exponent

from posdiff.dossier.reading.load import load

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
PARTIES = ("north", "south")
#: Every dossier has these many issues, and a statement holds a term on each: so all files are of one size.
ISSUES = 500
TARGET = 1.1

_KINDS = (
    "kind: choice, options: {never: Never, later: Later, soon: Soon, now: Now}",
    "kind: set, members: {east: East, west: West, coast: Coast, hills: Hills}",
    "kind: quantity, unit: km, unlimited: No limit",
    "kind: date",
    "kind: sequence",
    "kind: text",
)
_SAYS = (
    "accepts: [later, soon]",
    "includes: [east, coast]",
    "min: {number}",
    "from: {day}",
    "order: [talks, signing]",
    "says: It is to be done in good faith, in stages, and with {number} observers",
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="terms; multiples of 500")
    sizes: list[int] = parser.parse_args(arguments).sizes
    times = {}
    print(f"{'terms':>8}{'files':>7}{'MB':>7}{'bytes/term':>12}{'seconds':>9}{'terms/s':>9}")
    for size in sizes:
        with TemporaryDirectory() as name:
            folder = Path(name)
            files, written = write(folder, size)
            times[size] = min(seconds(folder, size) for _ in range(2))
        print(
            f"{size:8,}{files:7,}{written / 1e6:7.1f}{written / size:12.0f}{times[size]:9.2f}{size / times[size]:9,.0f}"
        )
    with TemporaryDirectory() as name:
        write(Path(name), 0)
        agenda = min(seconds(Path(name), 0) for _ in range(2))
    bare = {size: time - agenda for size, time in times.items()}
    print(f"the agenda alone: {agenda:.2f} seconds, part of each")
    print(
        f"exponent of the time {exponent(times):.2f}; without the agenda {exponent(bare):.2f}; target at most {TARGET}"
    )


def write(folder: Path, terms: int, names: Sequence[str] = PARTIES) -> tuple[int, int]:
    """Write a dossier with so many terms of these parties; how many statements that makes, and how many bytes."""
    issues = "".join(f"  issue-{n:04}: {{title: Issue {n}, {_KINDS[n % len(_KINDS)]}}}\n" for n in range(ISSUES))
    parties = "".join(f"  {party}: {{name: {party.title()}}}\n" for party in names)
    steps = "  talks: Talks begin\n  signing: It is signed\n  end: It ends\n"
    (folder / "agenda.yaml").write_text(
        f"posdiff: 1\nparties:\n{parties}steps:\n{steps}issues:\n{issues}", encoding="utf-8"
    )
    files = written = 0
    for start in range(0, terms, ISSUES):
        turn, party = divmod(files, len(names))
        day = date(1900, 1, 1) + timedelta(days=turn)
        text = _statement(day, range(min(ISSUES, terms - start)), start)
        path = folder / names[party] / f"{day.isoformat()}.yaml"
        path.parent.mkdir(exist_ok=True)
        written += path.write_text(text, encoding="utf-8")
        files += 1
    return files, written


def _statement(day: date, issues: range, seed: int) -> str:
    parts = [
        f"date: {day.isoformat()}\ntitle: Statement of the day\nsources:\n"
        "  paper: {title: A paper, url: https://example.org/paper}\n  radio: {title: A broadcast}\nterms:\n"
    ]
    for n in issues:
        said = _SAYS[n % len(_SAYS)].format(number=(n + seed) % 1000 + 1, day=day.isoformat())
        parts.append(
            f"  issue-{n:04}:\n    {said}\n    firmness: {'red-line' if n % 3 else 'firm'}\n"
            "    quote: >-\n"
            f"      We have said so before and we say so again today, for the {n + seed}th time and not the last,\n"
            "      that there can be no other outcome, and that all who are concerned know it well\n"
            "    source: [paper, radio]\n"
            f"    note: Said to the press on the way out; the other side heard of it {n % 29 + 2} days later\n"
        )
    return "".join(parts)


def seconds(folder: Path, terms: int) -> float:
    """The process time of reading the dossier in a folder, which has to hold these many terms and no error."""
    gc.collect()
    start = process_time()
    dossier = load(folder)
    passed = process_time() - start
    found = sum(len(statement.terms) for statement in dossier.statements)
    if found != terms or dossier.findings:
        raise SystemExit(f"read {found:,} terms instead of {terms:,}; findings: {dossier.findings[:3]}")
    return passed


if __name__ == "__main__":
    main()
