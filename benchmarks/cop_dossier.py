"""Writes a dossier of the size of a conference of parties, with blocs, and knows what everybody holds in it.

On each issue there are a few different terms, numbered; each party and each bloc holds one of them. Parties that did
not speak on an issue themselves hold what their bloc holds. Any two terms have something in common where their numbers
are neighbours or equal, on sets where they are not neighbours; so the answers can be counted from the numbers alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

KINDS = ("choice", "quantity", "date", "set")
#: On how many issues a statement has terms.
TERMS = 8


class Size(NamedTuple):
    """How large a dossier is. ``statements``: of each party and bloc; ``different``: terms on an issue."""

    parties: int
    blocs: int
    issues: int
    statements: int
    different: int = 12
    terms: int = TERMS


class Held(NamedTuple):
    """The number of the term that a party holds, and the bloc through which it holds it."""

    number: int
    through: str | None


class Known(NamedTuple):
    """What is so in a dossier: by party and issue, what it holds; nothing where it holds nothing."""

    size: Size
    holds: dict[str, dict[int, Held]]
    terms: int

    @property
    def parties(self) -> list[str]:
        """The parties that are no bloc."""
        return [name for name in self.holds if not name.startswith("bloc")]

    def common(self, issue: int, one: int, other: int) -> bool:
        """Whether two terms on an issue have something in common."""
        apart = abs(one - other)
        if KINDS[issue % len(KINDS)] == "set":
            return apart not in (1, self.size.different - 1)
        return apart < 2

    def overlap(self, one: str, other: str) -> tuple[int, int]:
        """On how many issues two parties have something in common, and on how many both hold anything."""
        mine, theirs = self.holds[one], self.holds[other]
        both = mine.keys() & theirs.keys()
        return sum(self.common(issue, mine[issue].number, theirs[issue].number) for issue in both), len(both)


def write(folder: Path, size: Size, seed: int = 0) -> Known:
    """Write a dossier. Each party is in the bloc that follows in turn; one in so many and one is in none."""
    random = Random(f"{size} {seed}")
    blocs = [f"bloc-{number:02}" for number in range(size.blocs)]
    parties = [f"party-{number:03}" for number in range(size.parties)]
    of = {party: [*blocs, None][number % (size.blocs + 1)] for number, party in enumerate(parties)}
    folder.mkdir(parents=True)
    (folder / "agenda.yaml").write_text(_agenda(size, blocs, of), encoding="utf-8")
    own: dict[str, dict[int, int]] = {}
    terms = 0
    for place, speaker in enumerate([*blocs, *parties]):
        (folder / speaker).mkdir()
        said = own.setdefault(speaker, {})
        at = place * 37
        for turn in range(size.statements):
            day = date(2015, 1, 1) + timedelta(days=turn * 7)
            numbers = {}
            for _ in range(min(size.terms, size.issues)):
                at += 1
                # The smaller the number, the more hold that term: the least of two draws.
                numbers[at % size.issues] = min(random.randrange(size.different), random.randrange(size.different))
            said |= numbers
            terms += len(numbers)
            (folder / speaker / f"{day.isoformat()}.yaml").write_text(_statement(size, day, numbers), encoding="utf-8")
    return Known(size, dict(_holding(own, of)), terms)


def _holding(own: dict[str, dict[int, int]], of: dict[str, str | None]) -> Iterator[tuple[str, dict[int, Held]]]:
    for speaker, said in own.items():
        bloc = of.get(speaker)
        inherited = {} if bloc is None else {issue: Held(number, bloc) for issue, number in own[bloc].items()}
        yield speaker, inherited | {issue: Held(number, None) for issue, number in said.items()}


def _agenda(size: Size, blocs: list[str], of: dict[str, str | None]) -> str:
    members = {bloc: ", ".join(party for party, its in of.items() if its == bloc) for bloc in blocs}
    lines = ["posdiff: 1", "title: A conference of parties", "parties:"]
    lines += [f"  {bloc}: {{name: B{bloc[1:]}, members: [{members[bloc]}]}}" for bloc in blocs]
    lines += [f"  {party}: {{name: P{party[1:]}}}" for party in of]
    lines += ["topics:", *(f"  topic-{number}: Topic {number}" for number in range(10)), "issues:"]
    options = ", ".join(f"o-{number}: Option {number}" for number in range(size.different + 1))
    members_of_set = ", ".join(f"m-{number}: Member {number}" for number in range(size.different))
    of_kind = {
        "choice": f"options: {{{options}}}",
        "quantity": "unit: km",
        "date": None,
        "set": f"members: {{{members_of_set}}}",
    }
    for number in range(size.issues):
        kind = KINDS[number % len(KINDS)]
        rest = f", {of_kind[kind]}" if of_kind[kind] else ""
        lines.append(
            f"  issue-{number:04}: {{title: Question {number}, topic: topic-{number % 10}, kind: {kind}{rest}}}"
        )
    return "\n".join(lines) + "\n"


def _statement(size: Size, day: date, numbers: dict[int, int]) -> str:
    lines = [
        f"date: {day.isoformat()}", "title: A statement", "sources:",
        "  paper: {title: A paper, url: https://example.org/paper, publisher: A paper}", "terms:",
    ]  # fmt: skip
    for issue, number in numbers.items():
        lines += [f"  issue-{issue:04}:", f"    {_says(issue, number, size.different)}", "    firmness: firm"]
        lines.append(f"    quote: We have said so before, and there can be no other outcome than number {number}")
    return "\n".join(lines) + "\n"


def _says(issue: int, number: int, different: int) -> str:
    """A term by its number."""
    kind = KINDS[issue % len(KINDS)]
    if kind == "choice":
        return f"accepts: [o-{number}, o-{number + 1}]"
    if kind == "quantity":
        return f"min: {number * 10}\n    max: {number * 10 + 10}"
    if kind == "date":
        return f"from: 2030-01-{number + 1:02}\n    until: 2030-01-{number + 2:02}"
    return f"includes: [m-{number}]\n    excludes: [m-{(number + 1) % different}]"
