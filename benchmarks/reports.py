"""What a report costs to make, and how a large one opens and filters in a browser. How to run: see README.md."""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

REPOSITORY = Path(__file__).parents[1]
ISSUES = 5_000
#: Megabytes of the HTML of a report on 5,000 issues.
TARGET_MEGABYTES = 10.0

DAY = "2025-08-18"
_SINCE = ("--since", "2024-06-14", "--at", DAY)


class Case(NamedTuple):
    """A command; the case that its time is divided by, and the ratio that it is to stay below."""

    arguments: tuple[str, ...]
    beside: str
    target: float | None = None


CASES = {
    "compare, JSON": Case(("compare", "russia", "ukraine", "--at", DAY, "--format", "json"), "compare, JSON"),
    "report, Markdown": Case(("report", "russia", "ukraine", *_SINCE), "compare, JSON", 3),
    "report, HTML": Case(("report", "russia", "ukraine", *_SINCE, "--format", "html"), "compare, JSON", 3),
    "brief, Markdown": Case(("brief", "russia", "ukraine", *_SINCE, "-f", "markdown"), "report, Markdown", 2),
    "compare --full, text": Case(("compare", "russia", "ukraine", "--at", DAY, "--full"), "compare, JSON"),
    "compare, overview": Case(("compare", "russia", "ukraine", "--at", DAY), "compare --full, text", 1),
}

_KINDS = (
    "kind: choice, options: {never: Never, later: Later, soon: Soon, now: Now}",
    "kind: set, members: {east: East, west: West, coast: Coast, hills: Hills}",
    "kind: quantity, unit: km, unlimited: No limit",
    "kind: date",
    "kind: sequence",
    "kind: text",
)
#: What the parties say, by kind of issue: the same, or something else.
_SAYS = (
    ("accepts: [later, soon]", "accepts: [never]"),
    ("includes: [east, coast]", "excludes: [east]"),
    ("max: 8100", "min: 21000"),
    ("from: 2025-06-01", "until: 2025-01-01"),
    ("order: [talks, signing]", "order: [signing, talks]"),
    ("says: It is to be done in stages", "says: It is not to be done at all"),
)
#: Statements of a party: the first has a term on every issue, the others take up some of them again.
_STATEMENTS = 3


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="how often each command is run")
    parser.add_argument("--issues", type=int, default=ISSUES, help="issues of the large report")
    parser.add_argument("--keep", type=Path, help="a file to keep the large report in")
    asked = parser.parse_args(arguments)
    _process_times(asked.rounds)
    with TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "positions", asked.issues)
        file = folder / "report.html"
        seconds = _seconds(
            ("report", "north", "south", "--at", "2025-01-01", "--format", "html", "--output", str(file)), folder
        )
        size = file.stat().st_size / 1e6
        print(f"\nHTML of a report on {asked.issues:,} issues of two parties: made in {seconds:.1f} seconds,")
        print(f"{size:.2f} MB, {size * 1e6 / asked.issues:,.0f} bytes an issue; target below {TARGET_MEGABYTES:.0f} MB")
        if asked.keep:
            shutil.copyfile(file, asked.keep)
        _in_a_browser(file)


def _process_times(rounds: int) -> None:
    times: dict[str, list[float]] = {name: [] for name in CASES}
    for turn in range(rounds + 1):
        for name, case in CASES.items():
            seconds = _seconds(case.arguments, REPOSITORY)
            if turn:  # once for nothing: files come into the cache of the system, and code is compiled
                times[name].append(seconds)
    medians = {name: median(found) for name, found in times.items()}
    print(f"process time, user and system, of the sample; median of {rounds} interleaved runs")
    for name, case in CASES.items():
        ratio = medians[name] / medians[case.beside]
        target = f"; target at most {case.target:.0f}" if case.target else ""
        print(f"{name:22}{medians[name] * 1000:6.0f} ms, {ratio:.2f} of {case.beside}{target}")


def _seconds(arguments: Sequence[str], folder: Path) -> float:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("POSDIFF", "NO_COLOR"))}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "posdiff", *arguments],
        cwd=folder, env={**environment, "POSDIFF_CACHE": "off"}, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        check=True,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def write(folder: Path, issues: int) -> None:
    """Write a dossier of so many issues: two parties, each with a term on every one, quotes and sources."""
    numbers = range(issues)
    topics = "".join(f"  topic-{n}: Topic {n}\n" for n in range(10))
    listed = "".join(
        f"  issue-{n:05}: {{title: Question {n} of the talks, topic: topic-{n % 10}, {_KINDS[n % 6]}}}\n"
        for n in numbers
    )
    folder.mkdir(parents=True)
    (folder / "agenda.yaml").write_text(
        "posdiff: 1\ntitle: A large dossier\nparties: {north: {name: North}, south: {name: South}}\n"
        "steps: {talks: Talks begin, signing: It is signed}\n"
        f"topics:\n{topics}issues:\n{listed}",
        encoding="utf-8",
    )
    for party in ("north", "south"):
        for turn in range(_STATEMENTS):
            day = date(2024, 1 + 3 * turn, 2 if party == "north" else 20).isoformat()
            terms = "".join(_term(n, turn, party) for n in numbers if turn == 0 or n % 7 == turn)
            path = folder / party / f"{day}.yaml"
            path.parent.mkdir(exist_ok=True)
            path.write_text(
                f"date: {day}\ntitle: Statement {turn + 1}\nsources:\n"
                f"  paper: {{title: A paper, url: https://example.org/{party}/{day}}}\n"
                "  radio: {title: A broadcast}\n"
                f"terms:\n{terms}",
                encoding="utf-8",
            )


def _term(number: int, turn: int, party: str) -> str:
    says = _SAYS[number % 6][int(party == "south" and number % 5 < 2) ^ int(turn == 2)]
    quote = f"    quote: We have said so before, for the {number}th time, and there can be no other outcome\n"
    return (
        f"  issue-{number:05}:\n    {says}\n    firmness: {'red-line' if number % 3 == 0 else 'firm'}\n"
        f"{quote if number % 3 else ''}    source: [paper{', radio' if number % 2 else ''}]\n"
    )


#: Sets the field as a keystroke does, and resolves with the time until the page has been drawn anew.
_KEYSTROKE = """
(text) => new Promise((done) => {
  const input = document.querySelector('input[type=search]');
  const start = performance.now();
  input.value = text;
  input.dispatchEvent(new Event('input', {bubbles: true}));
  const said = document.getElementById('_shown');
  const seen = new MutationObserver(() => {
    seen.disconnect();
    const applied = performance.now();
    requestAnimationFrame(() => setTimeout(() => done([applied - start, performance.now() - start]), 0));
  });
  seen.observe(said, {childList: true, characterData: true, subtree: true});
})
"""


def _in_a_browser(file: Path) -> None:
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        print("no Chromium here: not opened in a browser")
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(file.as_uri(), timeout=120_000)
        timing: dict[str, Any] = page.evaluate("performance.getEntriesByType('navigation')[0].toJSON()")
        paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
        rows = page.evaluate("document.querySelectorAll('main tbody').length")
        print(f"in {browser.browser_type.name} {browser.version}: {rows:,} rows; drawn first after {paint:.0f} ms,")
        print(f"loaded after {timing['loadEventEnd']:.0f} ms; a filter waits 80 ms for the next keystroke")
        for text in ("q", "question 12", "question 123", "no such words", ""):
            applied, drawn = page.evaluate(_KEYSTROKE, text)
            print(f"  typed {text!r:16}{applied:6.0f} ms to the answer,{drawn:6.0f} ms until it is drawn")
        browser.close()


if __name__ == "__main__":
    main()
