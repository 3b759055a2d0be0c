"""Any day of the record for two parties: the versions of every position, and the relation of each two of them.

A relation depends on what the two hold and not on the day, so that a table of versions × versions answers every day.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from posdiff.answers.site import Site
from posdiff.comparison.relations import RELATIONS, relation
from posdiff.dossier.agenda import Issue
from posdiff.dossier.position import Held
from posdiff.reports import wording
from posdiff.reports.document import Document, line
from posdiff.reports.escaping import visible
from posdiff.reports.site import names


class Version(NamedTuple):
    """What a party holds on an issue from a day (an ordinal) on; None for nothing."""

    since: int
    held: Held | None


def document() -> Document:
    """The page; what was held on a day is put into it by the script."""
    gist = line("How two parties stood to each other at the end of any day, issue by issue.")
    return Document("site", "Any day", gist)


def script(site: Site) -> str:
    """The versions and the relations, as a script that pages from a folder can load."""
    parties = [asked.party for asked in site.compare.parties]
    versions = _versions(site)
    first = min((said.day for said in site.statements), default=site.as_of)
    table = {
        "days": [wording.day(first), wording.day(site.as_of)],
        "parties": [[id, visible(site.agenda.parties[id].name)] for id in parties],
        "topics": [[id, visible(title)] for id, title in site.agenda.topics.items()],
        "relations": [[word, wording.MARKS[word][0].strip(), *wording.RELATION_TITLES[word]] for word in RELATIONS],
        "issues": [
            _issue(issue, [versions.get((id, party), []) for party in parties], site)
            for id, issue in site.agenda.issues.items()
        ],
    }
    return f"var posdiffDays={json.dumps(table, ensure_ascii=False, separators=(',', ':'))};\n"


def _versions(site: Site) -> dict[tuple[str, str], list[Version]]:
    """By issue and party, what was held from which day on: of several moves on one day the last."""
    versions: dict[tuple[str, str], list[Version]] = {}
    for lane in site.history.lanes:
        held = versions.setdefault((lane.issue, lane.party), [])
        for moved in lane.moves:
            move = moved.step.move
            if held and held[-1].since == move.day:
                held.pop()
            held.append(Version(move.day, move.after))
    return versions


def _issue(issue: Issue, by_party: list[list[Version]], site: Site) -> list[object]:
    """Its page, title and topic; the versions of each party; the relation of each two versions of each two parties."""
    told = [[_version(version, site) for version in versions] for versions in by_party]
    tables = [list(_table(issue, one, other)) for one, other in combinations(by_party, 2)]
    return [f"{names.of_issue(issue.id)}.html", visible(issue.title), issue.topic or "", told, tables]


def _version(version: Version, site: Site) -> list[object]:
    day, held = wording.day(version.since), version.held
    if held is None:
        return [day]
    return [day, visible(wording.position_in_words(held, site.agenda)), *([1] if held.red_line else [])]


def _table(issue: Issue, one: Sequence[Version], other: Sequence[Version]) -> Iterator[str]:
    """A line for each version of the one, a digit for each of the other: the place of the relation in the list."""
    for version in one:
        yield "".join(str(RELATIONS.index(_between(issue, version.held, against.held))) for against in other)


def _between(issue: Issue, one: Held | None, other: Held | None) -> str:
    """The relation of two positions on an issue."""
    if one is None or other is None:
        return "silent" if one is other else "one-sided"
    return relation(issue.space, [one.terms, other.terms])
