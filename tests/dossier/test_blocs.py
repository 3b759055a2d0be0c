"""Blocs: what their members hold, by the one sentence of the contract that says it."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from telling import clean, told

from posdiff.dossier.dossier import Dossier
from posdiff.dossier.fold import position, record
from posdiff.dossier.position import position_of
from writing import dossier as written

FIRST = date(2024, 1, 1)
AGENDA = """
posdiff: 1
parties:
  nepal: {name: Nepal}
  chad: {name: Chad}
  ldc: {name: LDC, members: [nepal, chad]}
  aosis: {name: AOSIS, members: {nepal: {from: 2024-02-01, until: 2024-03-31}}}
  g77: {name: G77, members: [ldc]}
issues:
  loss: {title: Loss, kind: choice, options: {fund: A fund, talks: Talks, none-yet: None}}
  words: {title: Words, kind: text}
"""


def dossier(folder: Path, **bodies: str) -> Dossier:
    """Statements by party and date: ``nepal_02_01="terms: {…}"``."""
    files = {"agenda.yaml": AGENDA}
    for name, body in bodies.items():
        party, month, day = name.split("_")
        files[f"{party}/2024-{month}-{day}.yaml"] = f"date: 2024-{month}-{day}\n{body}\n"
    return written(folder, files)


def held(read: Dossier, party: str, day: str, *, with_reported: bool = False) -> str:
    """What a party holds, a part after the other: the statement that set it, and the blocs that it comes through."""
    found = position(read, party, date.fromisoformat(day).toordinal(), with_reported=with_reported)
    return "; ".join(
        f"{issue} {part.term.location.file}{' through ' + ' '.join(part.through) if part.through else ''}"
        + (" again" if part.again_in_part else "")
        for issue, one in found.terms.items()
        for part in one.parts
    )


def test_own_words_before_those_of_the_bloc(tmp_path: Path) -> None:
    read = dossier(
        tmp_path, ldc_01_10="terms: {loss: fund}", nepal_02_10="terms: {loss: talks}", nepal_03_10="withdraws: loss"
    )
    assert not read.findings
    assert held(read, "nepal", "2024-01-09") == ""
    assert held(read, "nepal", "2024-01-10") == "loss ldc/2024-01-10.yaml through ldc"
    assert held(read, "chad", "2024-12-31") == "loss ldc/2024-01-10.yaml through ldc"
    assert held(read, "nepal", "2024-02-10") == "loss nepal/2024-02-10.yaml"
    assert held(read, "nepal", "2024-03-10") == "loss ldc/2024-01-10.yaml through ldc"
    assert held(read, "ldc", "2024-03-10") == "loss ldc/2024-01-10.yaml"


def test_several_blocs_and_blocs_of_blocs(tmp_path: Path) -> None:
    read = dossier(
        tmp_path, g77_01_05="terms: {loss: [fund, talks]}", aosis_01_10="terms: {loss: {rejects: none-yet}}",
        ldc_03_15="terms: {loss: {accepts: fund, firmness: red-line}}",
    )  # fmt: skip
    assert held(read, "nepal", "2024-01-31") == "loss g77/2024-01-05.yaml through ldc g77"
    both = "loss g77/2024-01-05.yaml through ldc g77; loss aosis/2024-01-10.yaml through aosis again"
    assert held(read, "nepal", "2024-02-01") == both, "the first day is in it"
    own = "loss ldc/2024-03-15.yaml through ldc; loss aosis/2024-01-10.yaml through aosis again"
    assert held(read, "nepal", "2024-03-31") == own, "and the last one"
    assert held(read, "nepal", "2024-04-01") == "loss ldc/2024-03-15.yaml through ldc"
    nepal = position(read, "nepal", date(2024, 3, 31).toordinal()).terms["loss"]
    assert nepal.through == nepal.blocs == ("ldc", "aosis")
    joined = position(read, "nepal", date(2024, 2, 1).toordinal()).terms["loss"]
    assert (joined.through, joined.blocs) == (("g77", "aosis"), ("ldc", "aosis")), "who said it, and of which it is one"
    assert date.fromordinal(nepal.first_held) == date(2024, 3, 15)
    assert {(move.cause, move.after is None) for move in record(read, "nepal", nepal.parts[0].set_on).moves} == {
        ("set", False), ("inherited", False),
    }  # fmt: skip


def test_a_dissent(tmp_path: Path) -> None:
    read = dossier(
        tmp_path, ldc_01_10="terms: {loss: fund, words: Now}", nepal_02_10="dissents: loss",
        nepal_02_20="standing: reported\ndissents: [words]", nepal_03_10="terms: {loss: talks}",
        nepal_03_20="withdraws: loss",
    )  # fmt: skip
    assert held(read, "nepal", "2024-02-09").startswith("loss ldc/2024-01-10.yaml through ldc")
    assert held(read, "nepal", "2024-02-10") == "words ldc/2024-01-10.yaml through ldc"
    assert held(read, "nepal", "2024-02-20") == "words ldc/2024-01-10.yaml through ldc"
    assert held(read, "nepal", "2024-02-20", with_reported=True) == ""
    assert held(read, "nepal", "2024-03-20") == "words ldc/2024-01-10.yaml through ldc", "nothing ends a dissent"
    on_record = position(read, "nepal", date(2024, 2, 20).toordinal(), with_reported=True)
    assert set(on_record.only_on_record) == {"words"}


def moves(read: Dossier, party: str) -> list[str]:
    """Every move of a party: the day, the cause, the statement if there is one, and since when what follows is held."""
    return [
        f"{date.fromordinal(move.day):%m-%d} {move.cause}{f' by {move.statement.id[5:]}' if move.statement else ''}: "
        + (f"since {date.fromordinal(move.after.first_held):%m-%d}" if move.after else "nothing")
        for move in record(read, party, date(2024, 12, 31).toordinal()).moves
    ]


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        # A bloc that is joined and left: no statement has said so.
        ({"aosis_01_10": "terms: {loss: fund}"},
         ["02-01 inherited: since 02-01", "04-01 no longer inherited: nothing"]),
        # The same in its own words is the same position, held since it was inherited; so is what is left of it.
        ({"aosis_01_10": "terms: {loss: fund}", "nepal_02_10": "terms: {loss: fund}", "nepal_02_20": "withdraws: loss"},
         ["02-01 inherited: since 02-01", "02-10 set by 02-10: since 02-01", "02-20 withdrawn by 02-20: since 02-01",
          "04-01 no longer inherited: nothing"]),
        ({"ldc_01_10": "terms: {loss: fund}", "nepal_02_20": "terms: {loss: fund}",
          "nepal_03_01": "terms: {loss: talks}", "nepal_03_02": "terms: {loss: fund}"},
         ["01-10 set by 01-10: since 01-10", "02-20 set by 02-20: since 01-10", "03-01 set by 03-01: since 03-01",
          "03-02 set by 03-02: since 03-02"]),
        # Other words of its own are another position, held since they were said.
        ({"ldc_01_10": "terms: {loss: fund}", "nepal_02_20": "terms: {loss: talks}"},
         ["01-10 set by 01-10: since 01-10", "02-20 set by 02-20: since 02-20"]),
        # Own words come first, so that joining changes nothing; said again, they are held since they were said.
        ({"aosis_01_10": "terms: {loss: fund}", "nepal_01_20": "terms: {loss: fund}",
          "nepal_02_20": "terms: {loss: fund}"},
         ["01-20 set by 01-20: since 01-20", "02-20 set by 02-20: since 01-20"]),
        # A dissent is said by a statement on its day; and nothing is inherited, or lost, after it.
        ({"aosis_01_10": "terms: {loss: fund}", "nepal_02_20": "dissents: [loss]"},
         ["02-01 inherited: since 02-01", "02-20 no longer inherited by 02-20: nothing"]),
        ({"aosis_01_10": "terms: {loss: fund}", "nepal_01_20": "dissents: [loss]"}, []),
        # A second bloc that demands no more leaves the position as it was, with one part more for a time.
        ({"ldc_01_10": "terms: {loss: fund}", "ldc_02_10": "terms: {loss: fund}",
          "aosis_01_20": "terms: {loss: [fund, talks]}"},
         ["01-10 set by 01-10: since 01-10", "02-01 inherited: since 01-10", "02-10 set by 02-10: since 01-10",
          "04-01 no longer inherited: since 01-10"]),
        ({"ldc_01_10": "terms: {loss: fund}", "aosis_01_20": "terms: {loss: talks}"},
         ["01-10 set by 01-10: since 01-10", "02-01 inherited: since 02-01", "04-01 no longer inherited: since 04-01"]),
    ],
)  # fmt: skip
def test_the_moves_of_a_member(tmp_path: Path, bodies: dict[str, str], expected: list[str]) -> None:
    assert moves(dossier(tmp_path, **bodies), "nepal") == expected


def test_what_two_blocs_say_together_is_one_move_after_what_one_of_them_said_before(tmp_path: Path) -> None:
    """On one day the second statement is of both: for their member it comes after the first, once."""
    head = "date: 2024-02-10\nparties: [{}]\nterms: {{loss: {}}}\n"
    files = {"joint/2024-02-10-a.yaml": head.format("chad, aosis", "talks"),
             "joint/2024-02-10-b.yaml": head.format("ldc, aosis", "fund")}  # fmt: skip
    read = written(tmp_path, {"agenda.yaml": AGENDA, **files})
    done = record(read, "nepal", date(2024, 12, 31).toordinal()).moves
    assert [(move.statement and move.statement.id, move.after and move.after.through) for move in done] == [
        ("joint/2024-02-10-a", ("aosis",)), ("joint/2024-02-10-b", ("ldc", "aosis")), (None, ("ldc",)),
    ]  # fmt: skip


def test_what_says_again_in_part_beside_blocs_that_contradict_each_other(tmp_path: Path) -> None:
    """What nothing meets together implies nothing: a third bloc's words count, though they say no more than either."""
    agenda = AGENDA.replace(
        "  g77:", "  tuvalu: {name: Tuvalu}\n  sids: {name: SIDS, members: [nepal]}\n  g77:"
    ).replace("{nepal: {from: 2024-02-01, until: 2024-03-31}}", "[nepal]")
    said = {"ldc": "fund", "aosis": "talks", "sids": "[fund, talks]"}
    files = {
        f"{party}/2024-01-10.yaml": f"date: 2024-01-10\nterms: {{loss: {words}}}\n" for party, words in said.items()
    }
    read = written(tmp_path, {"agenda.yaml": agenda, **files})
    assert not read.findings
    assert held(read, "nepal", "2024-01-10") == "; ".join(
        f"loss {party}/2024-01-10.yaml through {party}" for party in said
    )


def test_what_is_reported_of_a_bloc(tmp_path: Path) -> None:
    read = dossier(tmp_path, ldc_01_10="terms: {loss: fund}", ldc_02_10="standing: reported\nterms: {loss: talks}")
    assert held(read, "nepal", "2024-02-10") == "loss ldc/2024-01-10.yaml through ldc"
    assert held(read, "nepal", "2024-02-10", with_reported=True) == "loss ldc/2024-02-10.yaml through ldc"
    found = position(read, "nepal", date(2024, 2, 10).toordinal(), with_reported=True).terms["loss"]
    assert found.on_record is not None
    assert found.on_record.held is not None
    assert found.on_record.held.through == ("ldc",)


@pytest.mark.parametrize("seed", range(40))
def test_any_blocs_on_every_day(tmp_path: Path, seed: int) -> None:
    """Dated, nested, dissenting: against the sentence, carried out word by word."""
    draw = random.Random(seed)
    parties = [f"p{number}" for number in range(draw.randint(3, 7))]
    members: dict[str, dict[str, tuple[int, int] | None]] = {
        bloc: {member: _period(draw) for member in parties[number + 1 :] if draw.random() < 0.5}
        for number, bloc in enumerate(parties)
    }
    order = draw.sample(parties, len(parties))
    agenda = {
        "posdiff": 1,
        "parties": {bloc: {"members": _dated(members[bloc])} if members[bloc] else {} for bloc in order},
        "issues": {
            "one": {"title": "One", "kind": "choice", "options": {"a": "A", "b": "B", "c": "C", "d": "D"}},
            "two": {"title": "Two", "kind": "text"},
        },
    }
    said: dict[tuple[str, int], dict[str, Any]] = {}
    for party in parties:
        for day in draw.sample(range(30), draw.randint(0, 5)):
            issue = draw.choice(["one", "two"])
            term = draw.sample("abcd", draw.randint(1, 3)) if issue == "one" else draw.choice(["now", "never"])
            said[party, day] = draw.choice(
                [
                    {"terms": {issue: term}}, {"terms": {issue: term}}, {"withdraws": [issue]}, {"dissents": [issue]},
                    {"terms": {issue: term}, "dissents": [issue]},
                ]
            )  # fmt: skip
    files = {"agenda.yaml": json.dumps(agenda)}
    for (party, day), body in said.items():
        files[f"{party}/{_iso(day)}.yaml"] = json.dumps({"date": _iso(day), **body})
    read = written(tmp_path, files)
    assert not read.findings

    def own(party: str, issue: str, day: int) -> str | None:
        statement = None
        for then in range(day + 1):
            body = said.get((party, then), {})
            if issue in body.get("terms", {}):
                statement = f"{party}/{_iso(then)}.yaml"
            if issue in body.get("withdraws", []):
                statement = None
        return statement

    def holds(party: str, issue: str, day: int) -> list[tuple[str, tuple[str, ...]]]:
        statement = own(party, issue, day)
        if statement is not None:
            return [(statement, ())]
        if any(issue in said.get((party, then), {}).get("dissents", []) for then in range(day + 1)):
            return []
        blocs = [bloc for bloc in order if party in members[bloc] and _within(members[bloc][party], day)]
        return [(file, (bloc, *through)) for bloc in blocs for file, through in holds(bloc, issue, day)]

    for party in parties:
        whole = record(read, party, FIRST.toordinal() + 40)
        for day in range(-1, 33):
            on = FIRST.toordinal() + day
            expected = {issue: parts for issue in ("one", "two") if (parts := holds(party, issue, day))}
            for found in (position(read, party, on), position_of(whole, on, read.agenda.issues)):
                assert {
                    issue: [(part.term.location.file, part.through) for part in one.parts]
                    for issue, one in found.terms.items()
                } == expected, (seed, party, day)
        last: dict[str, object] = {}
        for move in whole.moves:
            assert move.before == last.get(move.issue), "each move begins where the one before it ended"
            last[move.issue] = move.after
            assert move.by_blocs == (move.cause in ("inherited", "no longer inherited"))
            if move.turns and not move.by_blocs:
                assert {how for *_, how in move.turns} == {"dissented"}, "own words come with a dissent"
            day = move.day - FIRST.toordinal()
            for who, bloc, how in move.turns:
                since, until = members[bloc][who] or (None, None)
                dissented = day if move.issue in said.get((who, day), {}).get("dissents", []) else None
                begun = {"joined": since, "left": None if until is None else until + 1, "dissented": dissented}
                assert begun[how] == day, "each membership that moved it began or ended on the day"
            for who, bloc, how in move.why_nothing:
                assert (move.after, how == "left") == (None, not _within(members[bloc][who], day))
                assert how == "left" or any(
                    move.issue in said.get((who, then), {}).get("dissents", []) for then in range(day + 1)
                ), "whoever holds nothing of a bloc has left it, or dissents"
            if move.cause == "withdrawn" and move.statement and party in move.statement.parties and not move.after:
                dissents = any(move.issue in said.get((party, then), {}).get("dissents", []) for then in range(day + 1))
                in_blocs = [bloc for bloc in order if party in members[bloc] and _within(members[bloc][party], day)]
                held_before = [
                    bloc for bloc in in_blocs if holds(bloc, move.issue, day) == holds(bloc, move.issue, day - 1)
                ]
                for bloc in held_before:
                    told = (party, bloc, "dissented") in move.why_nothing
                    assert told == (dissents and bool(holds(bloc, move.issue, day)))


def _period(draw: random.Random) -> tuple[int, int] | None:
    """The first and the last day of a membership; None where it has no end on either side."""
    first, last = sorted((draw.randrange(30), draw.randrange(30)))
    return (first, last) if draw.random() < 0.6 else None


def _within(period: tuple[int, int] | None, day: int) -> bool:
    return period is None or period[0] <= day <= period[1]


def _dated(members: dict[str, tuple[int, int] | None]) -> dict[str, dict[str, str]]:
    return {
        member: {} if days is None else {"from": _iso(days[0]), "until": _iso(days[1])}
        for member, days in members.items()
    }


def _iso(day: int) -> str:
    return (FIRST + timedelta(days=day)).isoformat()


@pytest.mark.parametrize(
    ("parties", "found"),
    [
        (
            "{ldc: {members: [nepl]}, nepal: {}}",
            """
            error [unknown-party] agenda.yaml:2:27
              no party `nepl` in the agenda
              hint: did you mean nepal?
            """,
        ),
        (
            "{ldc: {members: [g77]}, g77: {members: {aosis: {}}}, aosis: {members: [ldc]}}",
            """
            error [circular-blocs] agenda.yaml:2:81
              aosis would be in itself: aosis has the member ldc, ldc has the member g77, g77 has the member aosis
              hint: delete one member of the circle
            """,
        ),
        (
            "{ldc: {members: [ldc]}}",
            """
            error [circular-blocs] agenda.yaml:2:27
              ldc is named among its own members
              hint: delete it there
            """,
        ),
        (
            "{ldc: {members: {nepal: {from: 2024-02-01, until: 2024-01-31}}}, nepal: {}}",
            """
            error [membership-dates] agenda.yaml:2:60
              nepal leaves ldc before it joins it
              hint: `from` is the first day of the membership, and `until` the last one
            """,
        ),
        (
            "{all: {members: [nepal]}, nepal: {}}",
            """
            error [reserved-word] agenda.yaml:2:11
              `all` is a reserved word, and cannot be the id of a party
            """,
        ),
        (
            "{ldc: {members: [nepal], size: 45}, nepal: {}}",
            """
            warning [members-and-size] agenda.yaml:2:41
              ldc names its members, and says with `size` how many are left out
              hint: name the members, or leave them out and say `size`
            """,
        ),
        (
            "{ldc: {size: many}}",
            """
            error [wrong-value] agenda.yaml:2:23
              `size` is a whole number from 1 on, not `many`
              hint: write the number of members: size: 45
            """,
        ),
        (
            "{ldc: {members: {nepal: [{until: 2024-01-31}, {from: 2024-05-01}]}}, nepal: {}}",
            """
            error [wrong-shape] agenda.yaml:2:34
              expected a mapping for the membership of nepal, found a list
              hint: a party is in a bloc once: for the time after its return name one more bloc in ldc, `ldc-again: \
{from: DAY}`, with `members: [nepal]`
            """,
        ),
        (
            "{ldc: {members: {nepal: 2024-01-31}}, nepal: {}}",
            """
            error [wrong-shape] agenda.yaml:2:34
              expected a mapping for the membership of nepal, found text
              hint: write the days of its membership: nepal: {from: DAY, until: DAY}
            """,
        ),
        ("{ldc: {size: 45, group: South}, nepal: {group: South, observer: true}}", ""),
    ],
)
def test_findings_on_blocs(tmp_path: Path, parties: str, found: str) -> None:
    agenda = f"posdiff: 1\nparties: {parties}\nissues: {{loss: {{title: Loss, kind: text}}}}\n"
    assert told(written(tmp_path, {"agenda.yaml": agenda}).findings) == clean(found)


def test_a_party_that_left_and_came_back(tmp_path: Path) -> None:
    """As the hint has it: the time after its return is a bloc of its own in the bloc."""
    agenda = """
        posdiff: 1
        parties:
          ldc: {members: {nepal: {until: 2024-01-31}, ldc-again: {from: 2024-05-01}}}
          ldc-again: {members: [nepal]}
          nepal: {}
        issues: {loss: {title: Loss, kind: text}}
        """
    read = written(tmp_path, {"agenda.yaml": agenda, "ldc/2024-01-10.yaml": "date: 2024-01-10\nterms: {loss: Now}\n"})
    days = ("2024-01-31", "2024-02-01", "2024-04-30", "2024-05-01")
    assert [held(read, "nepal", day) for day in days] == [
        "loss ldc/2024-01-10.yaml through ldc",
        "",
        "",
        "loss ldc/2024-01-10.yaml through ldc-again ldc",
    ]


def test_a_dissent_on_an_issue_that_is_not_there(tmp_path: Path) -> None:
    assert told(dossier(tmp_path, nepal_02_10="dissents: [los]").findings) == clean("""
        error [unknown-issue] nepal/2024-02-10.yaml:2:12
          no issue `los` in the agenda
          hint: did you mean loss?
        """)


def test_a_chain_of_blocs_of_any_length(tmp_path: Path) -> None:
    chain = ", ".join(f"b{number}: {{members: [b{number + 1}]}}" for number in range(999))
    files = {
        "agenda.yaml": f"posdiff: 1\nparties: {{{chain}, b999: {{}}}}\nissues: {{loss: {{title: L, kind: text}}}}\n",
        "b0/2024-01-01.yaml": "date: 2024-01-01\nterms: {loss: Now}\n",
    }
    through = position(written(tmp_path, files), "b999", FIRST.toordinal()).terms["loss"].parts[0].through
    assert (through[0], through[-1], len(through)) == ("b998", "b0", 999)
