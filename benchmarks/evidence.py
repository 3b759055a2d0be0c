"""What it costs to keep pages of sources, to look quotes up in them and to tell the rest. How to run: see README.md."""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

QUOTES, PAGES, TARGET = 5_000, 300, 10.0
_PARTIES, _ISSUES = 10, 17
_TEXT = (
    "we will not share the port and its waters until talks begin on withdrawal security guarantees borders land "
    "ceasefire order forces treaty membership people rights both sides agree never demand unless before after"
)
_WORDS = _TEXT.split()


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES, help="how many pages of 1 MB there are")
    parser.add_argument("--added", type=int, default=3, help="how many pages are added, one run each")
    given = parser.parse_args(arguments)
    pages: int = given.pages
    with TemporaryDirectory() as name:
        folder = Path(name)
        for kind in ("text", "html"):
            place = folder / kind
            write(place, pages, kind)
            for title in ("nothing kept", "texts kept"):
                spent = _spent(place, "verify", "--format", "json", "--output", "verify.json", "--force")
                print(f"{kind}, {pages} pages, {QUOTES:,} quotes, {title:14}{spent:8.1f} s (target {TARGET:g} s)")
            spent = _spent(place, "coverage", "--format", "json", "--output", "coverage.json", "--force")
            print(f"{kind}, {pages} pages, coverage, texts kept{spent:8.1f} s, {spent / pages:.2f} s a page")
        for size in (1, 2, 4):
            page = folder / f"page-{size}.html"
            page.write_text(_page(random.Random(size), size * 1_000_000, "html"), encoding="utf-8")
            asked = ("--party", "party-0", "--statement", "2024-01-01", "--key", "fresh", "--force")
            times = [_spent(folder / "html", "source", "add", str(page), *asked) for _ in range(given.added)]
            print(f"source add of {size} MB{min(times):8.2f} s")


def write(folder: Path, pages: int, kind: str) -> None:
    """A dossier of so many pages, a statement for each, with its share of the quotes: all of them stand there once."""
    positions = folder / "positions"
    (positions / "sources").mkdir(parents=True)
    issues = "".join(f"  issue-{n}: {{title: Issue {n}, kind: text}}\n" for n in range(_ISSUES))
    parties = "".join(f"  party-{n}: {{}}\n" for n in range(_PARTIES))
    (positions / "agenda.yaml").write_text(f"posdiff: 1\nparties:\n{parties}issues:\n{issues}", encoding="utf-8")
    chosen = random.Random(15)
    empty = "  issue-0: nothing is quoted\n"
    left = QUOTES
    for number in range(pages):
        party, day = f"party-{number % _PARTIES}", number // _PARTIES + 1
        name = f"{number}.{'html' if kind == 'html' else 'txt'}"
        quotes = [f"We said {number} and {n}: {_said(chosen, 12)}" for n in range(max(0, min(left, _ISSUES)))]
        left -= len(quotes)
        data = _page(chosen, 1_000_000, kind, quotes).encode()
        (positions / "sources" / name).write_bytes(data)
        terms = "".join(f'  issue-{n}: {{says: x, source: page, quote: "{each}"}}\n' for n, each in enumerate(quotes))
        file = positions / party / f"2024-{(day - 1) // 28 + 1:02}-{(day - 1) % 28 + 1:02}.yaml"
        file.parent.mkdir(exist_ok=True)
        snapshot = f"{{file: {name}, sha256: {sha256(data).hexdigest()}}}"
        terms = terms or empty
        said = f"date: {file.stem}\nsources:\n  page: {{snapshot: {snapshot}}}\n  fresh: {{title: T}}\nterms:\n{terms}"
        file.write_text(said, encoding="utf-8")


def _page(chosen: random.Random, size: int, kind: str, quotes: Sequence[str] = ()) -> str:
    before, after = ("<p>", "</p>\n") if kind == "html" else ("", "\n")
    paragraphs = [f"{before}{_said(chosen, 60)}.{after}" for _ in range(200)]
    repeated = [paragraphs[n % 200] for n in range(size // (sum(map(len, paragraphs)) // 200))]
    step = max(1, len(repeated) // (len(quotes) + 1))
    for number, quote in enumerate(quotes):
        repeated.insert(step * (number + 1), f"{before}“{quote}”{after}")
    return ("<!doctype html>\n" if kind == "html" else "") + "".join(repeated)


def _said(chosen: random.Random, words: int) -> str:
    return " ".join(chosen.choices(_WORDS, k=words))


def _spent(folder: Path, *arguments: str) -> float:
    """Process time of a run, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {"POSDIFF_CACHE": str(folder / "cache"), "PATH": "/usr/bin:/bin", "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-m", "posdiff", *arguments], cwd=folder, env=environment, check=False, capture_output=True
    )
    if done.returncode:
        raise SystemExit(done.stderr.decode() or done.stdout.decode())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
