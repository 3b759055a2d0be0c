"""Any day of the record, as a script that pages from a folder can load: every position, and what comes of them.

For each issue it holds the versions of each party, and for each two parties and for all of them a sign for each day on
which one of them moved: see docs/decisions/0013.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import get_args

from posdiff.answers.days import StandingOfDay, Standings, Version, versions
from posdiff.answers.site import Site
from posdiff.comparison.changes import ChangeKind
from posdiff.comparison.relations import RELATIONS
from posdiff.dossier.agenda import Issue
from posdiff.reports import wording
from posdiff.reports.compose import compare
from posdiff.reports.escaping import visible
from posdiff.reports.overviews import short
from posdiff.reports.provenance import Age
from posdiff.reports.site import names

_KINDS: tuple[str, ...] = get_args(ChangeKind)
#: A letter for each movement. Where it is neither or cannot be measured nothing is said.
_LETTERS: Mapping[str, str] = {"closer": "c", "farther": "f"}


def script(site: Site) -> str:
    """The table of all days. What a number in it means: the place in the list of that name."""
    first = min((said.day for said in site.statements), default=site.as_of)
    statements = {said.location.file: number for number, said in enumerate(site.statements)}
    taking_part = [asked.party for asked in site.compare.parties]
    everybody = [*taking_part, *(id for id in site.positions if id not in taking_part)]
    table = {
        "days": [wording.day(first), wording.day(site.as_of)],
        "parties": [[f"{names.of_party(id)}.html", visible(site.agenda.parties[id].name), id] for id in everybody],
        "talking": len(taking_part),
        "topics": [[id, visible(title)] for id, title in site.agenda.topics.items()],
        "relations": [_relation(word) for word in RELATIONS],
        "kinds": [[word, wording.MARKS[word][0].strip()] for word in _KINDS],
        "statements": [f"{names.of_statement(file)}.html" for file in statements],
        "issues": _issues(site, everybody, first, statements),
    }
    return f"var posdiffDays={json.dumps(table, ensure_ascii=False, separators=(',', ':'))};\n"


def _relation(word: str) -> list[str]:
    """Its word, sign and class; in the plural; what it means."""
    look = compare.STYLES.get(word, "")
    titles, meaning = wording.RELATION_TITLES[word], wording.RELATION_MEANINGS[word]
    return [titles[0], wording.MARKS[word][0].strip(), look, titles[1], meaning]


def _issues(site: Site, everybody: list[str], first: int, statements: Mapping[str, int]) -> list[list[object]]:
    found = versions(site.history)
    topics = list(site.agenda.topics)
    entries = []
    for id, issue in site.agenda.issues.items():
        by_party = {party: found.get((id, party), ()) for party in everybody}
        told = [[_version(version, site, everybody, first, statements) for version in of] for of in by_party.values()]
        topic = -1 if issue.topic is None else topics.index(issue.topic)
        taking_part = [asked.party for asked in site.compare.parties]
        page = f"{names.of_issue(id)}.html"
        entries.append([page, visible(issue.title), topic, told, *_standings(issue, taking_part, by_party)])
    return entries


def _standings(
    issue: Issue, taking_part: list[str], by_party: Mapping[str, Sequence[Version]]
) -> tuple[list[str], str, str]:
    """The relations of each two parties, of all, and who of all stands alone: a sign for each day with a move."""
    standings = Standings(issue, by_party)
    pairs = [_signs(standings.of(pair)) for pair in combinations(taking_part, 2)]
    together = standings.of(taking_part)
    alone = ["" if each.alone is None else str(taking_part.index(each.alone)) for each in together]
    return pairs, _signs(together), ",".join(alone) if any(alone) else ""


def _signs(standings: Sequence[StandingOfDay]) -> str:
    return "".join(str(RELATIONS.index(each.relation)) for each in standings)


def _version(
    version: Version, site: Site, everybody: list[str], first: int, statements: Mapping[str, int]
) -> list[object]:
    """Since which day; in words; whether it is a red line; how it changed, by which statement, towards whom."""
    held = version.held
    words = "" if held is None else visible(short.position(held, site.agenda, Age(site.as_of, 0), firmness=True))
    statement = -1 if version.statement is None else statements[version.statement.location.file]
    led = "".join(_LETTERS.get(version.movements.get(party, ""), "-") for party in everybody).rstrip("-")
    red = int(held is not None and held.red_line)
    return [version.since - first, words, red, _KINDS.index(version.kind), statement, *([led] if led else [])]
