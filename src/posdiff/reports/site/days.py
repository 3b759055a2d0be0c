"""Any day of the record, as a script that pages from a folder can load: every position, and what comes of them.

For each issue it holds the versions of each party, and for each two parties and for all of them a sign for each day on
which one of them moved: see docs/decisions/0013. How many deadlocks they have is kept by the day on which that changes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import combinations, zip_longest
from typing import NamedTuple, get_args

from posdiff.answers.days import DeadlockCounts, StandingOfDay, Standings, Version, Versions, versions
from posdiff.answers.site import Site
from posdiff.comparison.changes import ChangeKind
from posdiff.comparison.movement import Apart
from posdiff.comparison.relations import RELATIONS
from posdiff.dossier.agenda import Issue
from posdiff.dossier.position import Held
from posdiff.reports import movement_wording, wording
from posdiff.reports.compose import basis, compare
from posdiff.reports.escaping import visible
from posdiff.reports.overviews import short
from posdiff.reports.provenance import Age, old_on
from posdiff.reports.site import names

_KINDS: tuple[str, ...] = get_args(ChangeKind)
#: A letter for each movement. Where it cannot be measured nothing is said.
_LETTERS: Mapping[str, str] = {"closer": "c", "farther": "f", "neither": "n"}
#: In place of that for closer, where the two are still apart over a red line: of whom that is.
_APART: Mapping[Apart, str] = {"other": "r", "own": "o", "both": "b"}


def script(site: Site) -> str:
    """The table of all days. What a number in it means: the place in the list of that name."""
    first = min((said.day for said in site.statements), default=site.as_of)
    statements = {said.location.file: number for number, said in enumerate(site.statements)}
    taking_part = [asked.party for asked in site.compare.parties]
    everybody = [*taking_part, *(id for id in site.positions if id not in taking_part)]
    found = versions(site.history)
    table = {
        "days": [wording.day(first), wording.day(site.as_of)],
        "parties": [[f"{names.of_party(id)}.html", visible(site.agenda.parties[id].name), id] for id in everybody],
        "talking": len(taking_part),
        "topics": [[id, visible(title)] for id, title in site.agenda.topics.items()],
        "relations": [_relation(word) for word in RELATIONS],
        "apart": [[_APART[whose], *words] for whose, words in movement_wording.STILL_APART.items()],
        "kinds": [[word, wording.MARKS[word][0].strip()] for word in _KINDS],
        "statements": [f"{names.of_statement(file)}.html" for file in statements],
        "issues": _issues(site, found, everybody, first, statements),
        "deadlocks": _deadlocks(site, found, taking_part, first),
        "leftOut": _left_out(site, first),
    }
    return f"var posdiffDays={json.dumps(table, ensure_ascii=False, separators=(',', ':'))};\n"


def _left_out(site: Site, first: int) -> list[list[list[int]]]:
    """Of each party to the talks what does not count, being only reported: the day, and the number of the statement."""
    numbers = {said.location.file: number for number, said in enumerate(site.statements)}
    parties = []
    for of_party in (site.compare.basis.left_out or {}).values():
        days: dict[str, int] = {}
        for each in sorted(of_party, key=lambda one: (one.day, one.file)):
            days.setdefault(each.file, each.day)
        parties.append([[day - first, numbers[file]] for file, day in days.items()])
    return parties


def _relation(word: str) -> list[str]:
    """Its word, sign and class; in the plural; what it means."""
    look = compare.STYLES.get(word, "")
    titles, meaning = wording.RELATION_TITLES[word], wording.RELATION_MEANINGS[word]
    return [titles[0], wording.MARKS[word][0].strip(), look, titles[1], meaning]


def _deadlocks(site: Site, found: Versions, taking_part: list[str], first: int) -> list[list[int]]:
    """Of all and of each two parties: in turn a day, and how many deadlocks there are from it on; -1: not counted."""
    counts = DeadlockCounts(site.agenda, found)
    groups = [taking_part, *combinations(taking_part, 2)]
    return [
        [value for day, number in counts.of(group) for value in (day - first, -1 if number is None else number)]
        for group in groups
    ]


def _issues(
    site: Site, found: Versions, everybody: list[str], first: int, statements: Mapping[str, int]
) -> list[list[object]]:
    old, dissents = _old_times(site), _dissents(site)
    topics = list(site.agenda.topics)
    entries = []
    for id, issue in site.agenda.issues.items():
        dissenting = {party: dissents.get((id, party), []) for party in everybody}
        times = {party: [*old.get((id, party), []), *dissenting[party]] for party in everybody}
        by_party = {party: _from_the_first(found.get((id, party), ()), dissenting[party]) for party in everybody}
        told = [
            [
                _version(version, _within(version, later, times[party]), site, everybody, first, statements)
                for version, later in zip_longest(of, of[1:])
            ]
            for party, of in by_party.items()
        ]
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


def _within(version: Version, later: Version | None, old: Sequence[_OldTime]) -> list[_OldTime]:
    """The times at which a version was old, until the next; of no position, those at which the party dissented."""
    return [
        time for time in old
        if (time.held is None) == (version.held is None)
        and time.last >= version.since and (later is None or time.first < later.since)
    ]  # fmt: skip


class _OldTime(NamedTuple):
    """From a day to another (ordinals) the same parts of a position had long not been said again.

    ``held``: None where the party held nothing, and dissented: ``words`` say from which blocs.
    """

    first: int
    last: int
    held: Held | None
    words: str = ""


def _from_the_first(of: Sequence[Version], dissenting: Sequence[_OldTime]) -> Sequence[Version]:
    """The versions of a position, and where it dissented before there was any the one of nothing."""
    first = min((time.first for time in dissenting), default=None)
    if first is None or (of and of[0].since <= first):
        return of
    return (Version(first, None, "unchanged", None, {}), *of)


def _dissents(site: Site) -> dict[tuple[str, str], list[_OldTime]]:
    """By issue and party, when the party dissented from what a bloc of it held."""
    found: dict[tuple[str, str], list[_OldTime]] = {}
    moved = {of.party.party: {step.move.day for step in of.record.steps} for of in site.history.parties}
    for party, memberships in site.agenda.blocs_of.items():
        said = [one for one in site.statements if party in one.parties and one.dissents]
        days = {day for each in memberships for day in (*each.turning_days, *moved.get(each.bloc, ()))}
        days = {day for day in (*days, *(one.day for one in said)) if day <= site.as_of} if said else set()
        for day, later in zip_longest(sorted(days), sorted(days)[1:]):
            for issue in site.basis.dissents(party, day):
                words = basis.dissent(site.basis, party, day, issue, site.agenda)
                last = site.as_of if later is None else later - 1
                found.setdefault((issue, party), []).append(_OldTime(day, last, None, words))
    return found


def _old_times(site: Site) -> dict[tuple[str, str], list[_OldTime]]:
    """By issue and party, when a position was old: that it is said again is no version, and ends such a time."""
    found: dict[tuple[str, str], list[_OldTime]] = {}
    for of in site.history.parties:
        by_issue: dict[str, dict[int, Held | None]] = {}
        for step in of.record.steps:
            by_issue.setdefault(step.move.issue, {})[step.move.day] = step.move.after
        for issue, by_day in by_issue.items():
            ends = [*(day - 1 for day in list(by_day)[1:]), site.as_of]
            for (day, held), last in zip(by_day.items(), ends, strict=True):
                if held is not None:
                    times = _old_from(held, day, last, site.basis.stale_after)
                    found.setdefault((issue, of.party.party), []).extend(times)
    return found


def _old_from(held: Held, day: int, last: int, stale_after: int) -> list[_OldTime]:
    """The times in which parts of a position had long not been said: a new one begins where another part is old."""
    olds = {old_on(part.last_stated, stale_after) for part in held.demands}
    begins = sorted({max(old, day) for old in olds if old is not None and old <= last})
    ends = [*(begin - 1 for begin in begins[1:]), last]
    return [_OldTime(first, end, held) for first, end in zip(begins, ends, strict=False)]


def _version(
    version: Version, old: Sequence[_OldTime], site: Site, everybody: list[str], first: int,
    statements: Mapping[str, int],
) -> list[object]:  # fmt: skip
    """Since which day; in words; whether it is a red line; how it changed, by which statement, towards whom.

    Then, if there are any, the times in which it was old: the first and the last day, and the words that say so.
    """
    held = version.held
    words = "" if held is None else _words(held, Age(version.since, 0), site)
    statement = -1 if version.statement is None else statements[version.statement.location.file]
    letters = {party: _LETTERS.get(towards, "-") for party, towards in version.movements.items()}
    letters |= {party: _APART[whose] for party, whose in version.apart.items()}
    led = "".join(letters.get(party, "-") for party in everybody).rstrip("-")
    red = int(held is not None and held.red_line)
    told = [version.since - first, words, red, _KINDS.index(version.kind), statement]
    if not old:
        return [*told, led] if led else told
    stale_after = site.basis.stale_after
    times = [
        [
            each.first - first,
            each.last - first,
            visible(each.words) if each.held is None else _words(each.held, Age(each.first, stale_after), site),
        ]
        for each in old
    ]
    return [*told, led, times]


def _words(held: Held, age: Age, site: Site) -> str:
    return visible(short.position(held, site.agenda, age, firmness=True))
