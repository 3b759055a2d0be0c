"""What is odd about blocs and their members: by brute force on random blocs, and case by case."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from posdiff.comparison.relations import relation
from posdiff.dossier.fold import own_record, position
from posdiff.dossier.position import position_of
from posdiff.findings.finding import Finding
from posdiff.findings.rules import RuleId
from posdiff.review.case import Case
from posdiff.review.catalogue import EXAMINED
from writing import dossier

FIRST = date(2024, 1, 1)
LAST = date(2024, 2, 10)
PARTIES = ("a", "b", "c", "x", "y", "z")


def found(rule: RuleId, folder: Path, files: dict[str, str]) -> list[Finding]:
    read = dossier(folder, files)
    assert not read.findings, read.findings
    return list(EXAMINED[rule](Case(read, LAST.toordinal())))


def made_up(seed: int) -> dict[str, str]:
    """Blocs x and y of a, b, c, with days; z of blocs; some dissent; on each issue few different terms."""
    chance = random.Random(seed)

    def day() -> date:
        return FIRST + timedelta(days=chance.randrange(40))

    def days() -> str:
        since, until = sorted((day(), day()))
        return chance.choice(("{}", f"{{from: {since}}}", f"{{until: {until}}}", f"{{from: {since}, until: {until}}}"))

    members = {
        bloc: ", ".join(f"{each}: {days()}" for each in inside if chance.random() < 0.8) or "c: {}"
        for bloc, inside in (("x", "abc"), ("y", "abc"), ("z", "xa"))
    }
    parties = ", ".join(f"{p}: {{members: {{{members[p]}}}}}" if p in members else f"{p}: {{}}" for p in PARTIES)
    options = "options: {one: One, two: Two, three: Three}"
    files = {
        "agenda.yaml": f"posdiff: 1\nparties: {{{parties}}}\n"
        f"issues: {{i: {{title: I, kind: choice, {options}}}, j: {{title: J, kind: choice, {options}}}}}\n"
    }
    for party in PARTIES:
        for said in {day() for _ in range(chance.randrange(1 if party in "abc" else 3, 4) - 1)}:
            terms = {
                issue: chance.choice(("one", "two", "three", "[one, two]")) for issue in "ij" if chance.random() < 0.6
            }
            dissents = "dissents: [i]\n" if party in "abc" and chance.random() < 0.3 else ""
            if terms or dissents:
                written = ", ".join(f"{issue}: {term}" for issue, term in terms.items())
                files[f"{party}/{said}.yaml"] = f"date: {said}\nterms: {{{written}}}\n{dissents}".replace(
                    "terms: {}\n", ""
                )
    return files


@pytest.mark.parametrize("seed", range(16))
def test_both_sides_by_brute_force(tmp_path: Path, seed: int) -> None:
    files = made_up(seed)
    read = dossier(tmp_path, files)
    agenda = read.agenda
    expected: dict[tuple[str, ...], tuple[int, int]] = {}
    for day in range(FIRST.toordinal(), LAST.toordinal() + 1):
        for party, memberships in agenda.blocs_of.items():
            blocs = [each.bloc for each in memberships if each.on(day)]
            own = position_of(own_record(read, party, day, with_reported=False), day, agenda.issues).terms
            of = {bloc: position(read, bloc, day).terms for bloc in blocs}
            dissents = {name.name for said in read.of(party) if said.day <= day for name in said.dissents}
            for issue in set(agenda.issues) - dissents:
                speaking = [bloc for bloc in blocs if issue in of[bloc]]
                pairs = (
                    [(party, own[issue], bloc, of[bloc][issue]) for bloc in speaking]
                    if issue in own
                    else [
                        (one, of[one][issue], two, of[two][issue]) for one in speaking for two in speaking if one < two
                    ]
                )
                for one, held, two, other in pairs:
                    if relation(agenda.issues[issue].space, [held.terms, other.terms]) == "contradiction":
                        names = (party, issue, *((one, two) if one == party else sorted((one, two))))
                        expected[names] = (expected.get(names, (day, day))[0], day)
    told = {}
    for finding in EXAMINED["both-sides"](Case(read, LAST.toordinal())):
        party, issue, one, two, *_ = finding.subject
        names = (party, issue, *((one, two) if one == party else sorted((one, two))))
        first, last = expected[names]
        until = f" until {date.fromordinal(last)}" if last < LAST.toordinal() else ""
        assert finding.message.endswith(f", from {date.fromordinal(first)} on{until}")
        told[names] = finding
    assert told.keys() == expected.keys()


def test_made_up_blocs_are_on_both_sides_at_times(tmp_path: Path) -> None:
    """Of what the brute force looks at, enough is there."""
    findings = [found("both-sides", tmp_path / str(seed), made_up(seed)) for seed in range(16)]
    own = [finding for each in findings for finding in each if finding.subject[0] == finding.subject[2]]
    assert len(own) >= 4
    assert sum(map(len, findings)) - len(own) >= 4


AGENDA = """
    posdiff: 1
    parties:
      nepal: {name: Nepal}
      ldc: {name: LDC, members: {nepal: {from: 2024-01-10, until: 2024-01-20}}}
      bench: {name: Bench, size: 5}
    issues:
      fund: {title: Fund, kind: choice, options: {grants: Grants, loans: Loans}}
      words: {title: Words, kind: text}
    """


def test_a_bloc_on_a_day_without_members(tmp_path: Path) -> None:
    files = {f"{bloc}/2024-01-{day}.yaml": f"date: 2024-01-{day}\nterms: {{words: W{day}}}\n"
             for bloc in ("ldc", "bench") for day in ("09", "10", "20", "21")}  # fmt: skip
    (finding,) = found("speaks-for-nobody", tmp_path, {"agenda.yaml": AGENDA, **files})
    assert finding.message == ("ldc speaks, and has no members on the day of 2024-01-09 and 1 more of its statements")
    assert finding.location.file == "ldc/2024-01-09.yaml"


def test_who_dissents_from_what(tmp_path: Path) -> None:
    files = {
        "agenda.yaml": AGENDA,
        "ldc/2024-01-10.yaml": "date: 2024-01-10\nterms: {fund: grants}\n",
        "nepal/2024-01-11.yaml": "date: 2024-01-11\ndissents: [fund, words]\n",
        "nepal/2024-01-12.yaml": "date: 2024-01-12\ndissents: [fund]\nterms: {fund: loans}\n",
    }
    (finding,) = found("member-dissents", tmp_path / "one", files)
    assert finding.message == "nepal does not hold what ldc says on fund"
    assert finding.location.file == "nepal/2024-01-11.yaml"
    assert found("both-sides", tmp_path / "two", files) == []
