"""What it saves to keep what was read: the same files again, and after one changed. How to run: see README.md."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

import checking
import reading
from parties import run

SIZES = (100_000,)
PARTIES = tuple(f"party-{letter}" for letter in "abcdefghij")
MOST_AFTER_EDIT = 1.5
#: Of the time in which PyYAML's own loader, in C, makes plain objects of the same files.
MOST_COLD = 4


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="how often runs after an edit are measured")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="terms of ten parties")
    asked = parser.parse_args(arguments)
    after_an_edit(asked.rounds)
    for size in asked.sizes:
        large(size)


def after_an_edit(rounds: int) -> None:
    """Compare two of ten parties where nothing changed, and where one of 2,000 statements did."""
    with TemporaryDirectory() as name:
        folder, times = Path(name, "dossier"), dict[str, list[float]]()
        checking.write(folder)
        two = (checking.PARTIES[0], checking.PARTIES[1])
        files = {each: sorted((folder / "positions" / each).iterdir())[-1] for each in (two[0], checking.PARTIES[5])}
        texts = {party: file.read_text("utf-8") for party, file in files.items()}
        run(folder, "compare", *two)
        for turn in range(rounds):
            times.setdefault("nothing changed", []).append(run(folder, "compare", *two)[0])
            for party, file in files.items():
                file.write_text(texts[party].replace("for the", f"{turn} for the"), "utf-8")
                times.setdefault(f"a statement of {party} changed", []).append(run(folder, "compare", *two)[0])
        base = median(times["nothing changed"])
        print(f"{checking.STATEMENTS:,} statements: compare {' '.join(two)}, process time of whole runs")
        for title, each in times.items():
            print(f"  {title:34}{median(each) * 1000:7.0f} ms{median(each) / base:7.2f}")
        print(f"  target at most {MOST_AFTER_EDIT}")


def large(terms: int) -> None:
    """Compare two of ten parties: nothing kept, then the files read before."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "positions").mkdir()
        files, written = reading.write(folder / "positions", terms, PARTIES)
        print(f"{terms:,} terms of {len(PARTIES)} parties in {files:,} files, {written / 1e6:.0f} MB: whole runs")
        loaded = plain(folder / "positions")
        for title, command in (
            ("compare, nothing kept", ("compare", *PARTIES[:2])),
            ("the same, files read before", ("compare", *PARTIES[:2])),
            ("the same as JSON, with all quotes", ("compare", *PARTIES[:2], "--format", "json")),
        ):
            took, most = run(folder, *command)
            print(f"  {title:34}{took:8.2f} s{took / loaded:7.3f} × CSafeLoader{most / 1e6:8.0f} MB", flush=True)
        print(f"  CSafeLoader, for comparison {loaded:14.2f} s; target of the first {MOST_COLD} ×")


def plain(folder: Path) -> float:
    """The process time in which PyYAML makes plain objects of the files, and keeps none of them."""
    import yaml

    start = process_time()
    for file in folder.rglob("*.yaml"):
        yaml.load(file.read_bytes(), yaml.CSafeLoader)
    return process_time() - start


if __name__ == "__main__":
    main()
