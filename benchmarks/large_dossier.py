"""Writes dossiers of many statements, for the benchmarks of what is made of a whole dossier."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

PARTIES, ISSUES, TERMS = 10, 200, 8

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
