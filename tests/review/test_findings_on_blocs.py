"""What is odd about blocs and their members: by brute force on random blocs, and case by case."""

from __future__ import annotations

import random
import re
from datetime import date, timedelta
from itertools import combinations, product
from pathlib import Path

import pytest

from posdiff.dossier.fold import own_record, position
from posdiff.dossier.position import Held, position_of
from posdiff.findings.finding import Finding
from posdiff.findings.rules import RuleId
from posdiff.kinds.kind import joined
from posdiff.review.case import Case
from posdiff.review.catalogue import EXAMINED
from writing import dossier

FIRST = date(2024, 1, 1)
LAST = date(2024, 2, 10)
PARTIES = ("a", "b", "c", "w", "x", "y", "z")


def found(rule: RuleId, folder: Path, files: dict[str, str]) -> list[Finding]:
    read = dossier(folder, files)
    assert not read.findings, read.findings
    return list(EXAMINED[rule](Case(read, LAST.toordinal())))


def made_up(seed: int) -> dict[str, str]:
    """Blocs x and y of a, b, c, with days; z and w of blocs and parties; some dissent; few different terms."""
    chance = random.Random(seed)

    def day() -> date:
        return FIRST + timedelta(days=chance.randrange(40))

    def days() -> str:
        since, until = sorted((day(), day()))
        return chance.choice(("{}", f"{{from: {since}}}", f"{{until: {until}}}", f"{{from: {since}, until: {until}}}"))

    members = {
        bloc: ", ".join(f"{each}: {days()}" for each in inside if chance.random() < 0.8) or f"{inside[-1]}: {{}}"
        for bloc, inside in (("x", "abc"), ("y", "abc"), ("z", "xa"), ("w", "xyb"))
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


def by_origin(held: Held) -> dict[str, set[str]]:
    """What is accepted by those in whose name a position was said; of one that can be met, in one."""
    sides: dict[str, set[str]] = {}
    for part in held.parts:
        options = {option for offer in part.term.offers for option in offer.accepts}
        origin = part.through[-1] if part.through else ""
        sides[origin] = sides.get(origin, options) & options
    met = set.intersection(*sides.values())
    return {"": met} if met else sides


@pytest.mark.parametrize("seed", range(24))
def test_both_sides_by_brute_force(tmp_path: Path, seed: int) -> None:
    files = made_up(seed)
    read = dossier(tmp_path, files)
    agenda = read.agenda
    expected: dict[tuple[str, ...], list[int]] = {}
    bound: dict[tuple[str, ...], dict[str, list[int]]] = {}
    for day in range(FIRST.toordinal(), LAST.toordinal() + 1):
        held = {party: position(read, party, day).terms for party in agenda.parties}
        for party, memberships in agenda.blocs_of.items():
            blocs = [each.bloc for each in memberships if each.on(day)]
            own = position_of(own_record(read, party, day, with_reported=False), day, agenda.issues).terms
            dissents = {name.name for said in read.of(party) if said.day <= day for name in said.dissents}
            for issue in set(agenda.issues) - dissents:
                sides = [(bloc, by_origin(held[bloc][issue])) for bloc in blocs if issue in held[bloc]]
                mine = [(party, by_origin(own[issue]))] if issue in own else []
                for (one, ones), (two, twos) in product(mine, sides) if mine else combinations(sides, 2):
                    for a, b in product(ones, twos):
                        if (a and b in ones) or (b and a in twos) or ones[a] & twos[b]:
                            continue
                        through = (f"{a} through {one}" if a else one, f"{b} through {two}" if b else two)
                        names: tuple[str, ...] = (party, issue, *through)
                        expected.setdefault(names, []).append(day)
                        bound.setdefault(names, {})
                        for each in agenda.parties:
                            parts = held[each][issue].parts if issue in held[each] else ()
                            if any(party in part.through for part in parts):
                                bound[names].setdefault(each, []).append(day)
    told = set()
    for finding in EXAMINED["both-sides"](Case(read, LAST.toordinal())):
        names = finding.subject[:4]
        told.add(names)
        first, last = expected[names][0], expected[names][-1]
        until = f" until {date.fromordinal(last)}" if last < LAST.toordinal() else ""
        message, _, told_bound = finding.message.partition("; bound through it: ")
        assert message.endswith(f", from {date.fromordinal(expected[names][0])} on{until}")
        shown = []
        for each, days in sorted(bound[names].items(), key=lambda item: (item[1][-1] < last, item[0])):
            since = f"from {date.fromordinal(days[0])}" if days[0] > first else ""
            ended = f"until {date.fromordinal(days[-1])}" if days[-1] < last else ""
            own_days = f"{since} {ended}".strip()
            shown.append(f"{each} ({own_days})" if own_days else each)
        assert told_bound == joined(shown)
    assert told == expected.keys()


def test_made_up_blocs_are_on_both_sides_at_times(tmp_path: Path) -> None:
    """Of what the brute force looks at, enough is there."""
    findings = [found("both-sides", tmp_path / str(seed), made_up(seed)) for seed in range(16)]
    own = [finding for each in findings for finding in each if finding.subject[0] == finding.subject[2]]
    assert len(own) >= 4
    assert sum(map(len, findings)) - len(own) >= 4
    assert sum(" through " in finding.subject[3] for each in findings for finding in each) >= 4


def test_a_bloc_on_both_sides_is_named_with_those_bound_through_it(tmp_path: Path) -> None:
    files = {
        "agenda.yaml": """
            posdiff: 1
            parties:
              g77: {members: [ldc]}
              forum: {members: [ldc]}
              ldc: {members: {nepal: {until: 2024-01-20}, chad: {}, mali: {}, niger: {}, togo: {}, benin: {}}}
              nepal: {}
              chad: {}
              mali: {}
              niger: {}
              togo: {}
              benin: {}
            issues: {fund: {title: Fund, kind: choice, options: {grants: Grants, loans: Loans}}}
            """,
        "g77/2024-01-05.yaml": "date: 2024-01-05\nterms: {fund: grants}\n",
        "forum/2024-01-10.yaml": "date: 2024-01-10\nterms: {fund: loans}\n",
        "chad/2024-01-12.yaml": "date: 2024-01-12\nterms: {fund: grants}\n",
        "mali/2024-01-12.yaml": "date: 2024-01-12\ndissents: [fund]\n",
    }
    assert [finding.message for finding in found("both-sides", tmp_path, files)] == [
        "ldc is on both sides of fund: its blocs g77 and forum have nothing in common, from 2024-01-10 on; "
        "bound through it: niger, togo, benin, nepal (until 2024-01-20), chad (until 2024-01-11) and 1 more",
        "on fund, what chad itself says and what forum (through its bloc ldc) says have nothing in common, "
        "from 2024-01-12 on",
    ]


def test_who_joined_later_is_bound_from_that_day_on(tmp_path: Path) -> None:
    files = {
        "agenda.yaml": """
            posdiff: 1
            parties:
              top: {members: [mid]}
              mid: {members: {chad: {}, nepal: {from: 2024-01-20}, mali: {from: 2024-01-21, until: 2024-01-25}}}
              chad: {}
              nepal: {}
              mali: {}
            issues: {fund: {title: Fund, kind: choice, options: {grants: Grants, loans: Loans}}}
            """,
        "top/2024-01-05.yaml": "date: 2024-01-05\nterms: {fund: grants}\n",
        "mid/2024-01-10.yaml": "date: 2024-01-10\nterms: {fund: loans}\n",
    }
    assert [finding.message for finding in found("both-sides", tmp_path, files)] == [
        "on fund, what mid itself says and what its bloc top says have nothing in common, from 2024-01-10 on; "
        "bound through it: chad, nepal (from 2024-01-20) and mali (from 2024-01-21 until 2024-01-25)",
    ]


def in_blocs(accepted: dict[str, set[str]]) -> dict[str, str]:
    """A party in these blocs, each of which accepts some of the options."""
    blocs = "".join(f", {bloc}: {{members: [m]}}" for bloc in accepted)
    options = "{one: One, two: Two, three: Three, four: Four}"
    return {
        "agenda.yaml": f"posdiff: 1\nparties: {{m: {{}}{blocs}}}\n"
        f"issues: {{i: {{title: I, kind: choice, options: {options}}}}}\n",
        **{
            f"{bloc}/2024-01-02.yaml": f"date: 2024-01-02\nterms: {{i: [{', '.join(sorted(options))}]}}\n"
            for bloc, options in accepted.items()
        },
    }


@pytest.mark.parametrize("seed", range(12))
def test_blocs_that_cannot_be_met_together_by_brute_force(tmp_path: Path, seed: int) -> None:
    """Each two that have nothing in common; where no two do, as few as cannot be met together."""
    draw = random.Random(seed)
    words = ["one", "two", "three", "four"]
    accepted = {bloc: set(draw.sample(words, draw.choice((2, 3)))) for bloc in "abcde"[: draw.randint(3, 5)]}
    groups = [group for n in (2, 3, 4, 5) for group in combinations(accepted, n)]
    clashing = [group for group in groups if not set.intersection(*(accepted[bloc] for bloc in group))]
    findings = found("both-sides", tmp_path, in_blocs(accepted))
    told = [tuple(each for each in finding.subject[2:] if each in accepted) for finding in findings]
    pairs = [group for group in clashing if len(group) == 2]
    if pairs:
        assert told == pairs
    else:
        least = [group for group in clashing if not any(set(fewer) < set(group) for fewer in clashing)]
        assert len(told) == bool(least) and set(told) <= set(least)


def test_three_blocs_that_only_together_cannot_be_met(tmp_path: Path) -> None:
    files = in_blocs({"a": {"one", "two"}, "b": {"two", "three"}, "c": {"one", "three"}, "d": {"one", "two", "three"}})
    assert [finding.message for finding in found("both-sides", tmp_path, files)] == [
        "m is on both sides of i: its blocs a, b and c have nothing in common together, from 2024-01-02 on"
    ]


def test_of_very_many_blocs_twenty_pairs_are_listed_and_the_others_counted(tmp_path: Path) -> None:
    files = in_blocs({f"b{number:02}": {"one"} if number % 2 else {"two"} for number in range(40)})
    findings = [finding.message for finding in found("both-sides", tmp_path, files)]
    assert len(findings) == 21
    assert findings[0] == "m is on both sides of i: its blocs b00 and b01 have nothing in common, from 2024-01-02 on"
    assert findings[-1] == "m is on both sides of i in 380 more ways than are listed"


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
    assert finding.message == "nepal does not hold what ldc (until 2024-01-20) says on fund"
    assert finding.location.file == "nepal/2024-01-11.yaml"
    reported = {**files, "nepal/2024-01-11.yaml": "date: 2024-01-11\nstanding: reported\ndissents: [fund]\n"}
    (stated,) = found("member-dissents", tmp_path / "stated", reported)
    assert (stated.message, stated.location.file) == (finding.message, "nepal/2024-01-12.yaml")
    del reported["nepal/2024-01-12.yaml"]
    (only,) = found("member-dissents", tmp_path / "reported", reported)
    assert only.message == "nepal is reported not to hold what ldc (until 2024-01-20) says on fund"
    assert only.hint == "nothing has to be done; it counts with --with-reported alone, until the member says so itself"
    assert found("both-sides", tmp_path / "two", files) == []


def test_whose_words_a_member_does_not_hold(tmp_path: Path) -> None:
    """The day counts, and in whose name it was said: no bloc that is joined or heard at another time."""
    files = {
        "agenda.yaml": """
            posdiff: 1
            parties:
              g77: {members: [ldc]}
              ldc: {members: [nepal]}
              aosis: {members: {nepal: {from: 2030-01-01}, tuvalu: {until: 2024-01-09}}}
              club: {members: {nepal: {from: 2024-01-20}}}
              nepal: {}
              tuvalu: {}
              malta: {}
            issues: {fund: {title: Fund, kind: choice, options: {grants: Grants, loans: Loans}}}
            """,
        "g77/2024-01-05.yaml": "date: 2024-01-05\nterms: {fund: grants}\n",
        "aosis/2024-01-05.yaml": "date: 2024-01-05\nterms: {fund: loans}\n",
        "club/2024-01-05.yaml": "date: 2024-01-05\nterms: {fund: grants}\n",
        "joint/2024-01-10.yaml": "date: 2024-01-10\nparties: [nepal, tuvalu, malta]\ndissents: [fund]\n",
    }
    (dissents,) = found("member-dissents", tmp_path / "one", files)
    assert dissents.message == (
        "nepal does not hold what g77 (through its bloc ldc) and club (from 2024-01-20) say on fund"
    )
    (nothing,) = found("dissents-from-nothing", tmp_path / "other", files)
    assert nothing.message == (
        "malta is in no bloc, and tuvalu is in no bloc on 2024-01-10 or later, and can dissent from none"
    )


@pytest.mark.parametrize("seed", range(16))
def test_whose_words_members_do_not_hold_by_brute_force(tmp_path: Path, seed: int) -> None:
    read = dossier(tmp_path, made_up(seed))
    expected: dict[tuple[str, str], dict[str, set[str]]] = {}
    for day in range(FIRST.toordinal(), LAST.toordinal() + 1):
        for party, memberships in read.agenda.blocs_of.items():
            for issue in {name.name for said in read.of(party) if said.day <= day for name in said.dissents}:
                for bloc in (each.bloc for each in memberships if each.on(day)):
                    held = position(read, bloc, day).terms.get(issue)
                    origins = {part.through[-1] if part.through else bloc for part in held.parts} if held else set()
                    for origin in origins:
                        expected.setdefault((party, issue), {}).setdefault(bloc, set()).add(origin)
    told = {}
    for finding in EXAMINED["member-dissents"](Case(read, LAST.toordinal())):
        _, party, issue, *blocs = finding.subject
        told[party, issue] = set(blocs)
        for origin in set.union(*expected[party, issue].values()):
            assert re.search(rf"\b{origin}\b", finding.message.split(" what ")[1])
    assert told == {key: set(blocs) for key, blocs in expected.items()}
