"""The position as of a day: a party's statements folded, and what is odd about them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from telling import clean, told, with_agenda

from posdiff.dossier.dossier import Dossier
from posdiff.dossier.fold import position, record
from posdiff.dossier.position import Held, Part


def statements(folder: Path, **bodies: str) -> Dossier:
    """North's statements by date: ``jan_1="terms: {…}"`` is that of 2024-01-01, ``joint_jan_1`` a joint one."""
    files = {}
    for name, body in bodies.items():
        *joint, month, day = name.split("_")
        number, slug = day.rstrip("abc"), day.lstrip("0123456789")
        when = f"2024-{['jan', 'feb', 'mar', 'apr'].index(month) + 1:02}-{int(number):02}"
        head = f"date: {when}\n" + ("parties: [north, south]\n" if joint else "")
        files[f"{'joint' if joint else 'north'}/{when}{'-' + slug if slug else ''}.yaml"] = head + clean(body) + "\n"
    return with_agenda(folder, files)


def ordinal(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def held(read: Dossier, day: str = "2024-12-31", party: str = "north", *, with_reported: bool = False) -> str:
    """The position at the end of a day, a line for a term: what is accepted, set on, first held, last stated."""
    found = position(read, party, ordinal(day), with_reported=with_reported)
    return "\n".join(f"{issue}: {_told(read, one)}" for issue, one in found.terms.items())


def _told(read: Dossier, one: Held) -> str:
    """The parts of a position, each on a line of its own."""
    return "\n  and ".join(_part(read, part) for part in one.parts)


def _part(read: Dossier, one: Part) -> str:
    space = read.agenda.issues[one.term.issue].space
    offers = " | ".join(str(space.as_json(offer.accepts)).replace("'", "") for offer in one.term.offers)
    days = [date.fromordinal(day).isoformat()[5:] for day in (one.set_on, one.first_held, one.last_stated)]
    again = " (said again in part)" if one.again_in_part else ""
    return f"{offers} by {one.statement}; set {days[0]}, first {days[1]}, last {days[2]}{again}"


def only(read: Dossier, day: str = "2024-12-31") -> Part:
    """The one part of the one position."""
    (held,) = position(read, "north", ordinal(day)).terms.values()
    (part,) = held.parts
    return part


def lineage(read: Dossier, one: Part) -> list[str]:
    """The statements that had part in a part of a position."""
    return [statement.id for statement in read.statements if statement.id in one.lineage]


def oddities(read: Dossier, day: str = "2024-12-31", party: str = "north", *, with_reported: bool = False) -> str:
    """What is odd about the statements, and nothing wrong in the files themselves."""
    assert told(read.findings) == ""
    return told(record(read, party, ordinal(day), with_reported=with_reported).findings)


def test_no_statement_no_position(tmp_path: Path) -> None:
    assert held(statements(tmp_path)) == ""


def test_a_position_is_held_from_the_day_of_its_statement(tmp_path: Path) -> None:
    read = statements(tmp_path, jan_2="terms: {status: part}")
    assert held(read, "2024-01-01") == ""
    assert held(read, "2024-01-02") == "status: [part] by 2024-01-02; set 01-02, first 01-02, last 01-02"
    assert held(read, "2024-01-02", "south") == ""


def test_a_later_term_replaces_an_earlier_one(tmp_path: Path) -> None:
    read = statements(tmp_path, jan_1="terms: {status: part}", jan_2="terms: {status: free}")
    assert held(read, "2024-01-01") == "status: [part] by 2024-01-01; set 01-01, first 01-01, last 01-01"
    assert held(read) == "status: [free] by 2024-01-02; set 01-02, first 01-02, last 01-02"
    assert oddities(read) == ""


def test_a_term_replaces_the_earlier_one_whole(tmp_path: Path) -> None:
    """Nothing of the earlier term is left: not its firmness, not its alternatives, not its conditions."""
    early = (
        "terms: {status: {accepts: part, firmness: red-line, vague: true, alternatives: [free], expires: 2024-02-01}}"
    )
    read = statements(tmp_path, jan_1=early, jan_2="terms: {status: ward}")
    term = only(read).term
    assert (len(term.offers), term.firmness, term.vague, term.expires) == (1, "firm", False, None)


def test_silence_is_not_withdrawal(tmp_path: Path) -> None:
    read = statements(tmp_path, jan_1="terms: {status: part}", jan_2="terms: {corridor: yes}")
    assert held(read) == clean("""
        status: [part] by 2024-01-01; set 01-01, first 01-01, last 01-01
        corridor: [yes] by 2024-01-02; set 01-02, first 01-02, last 01-02
    """)


def test_the_position_is_in_the_order_of_the_agenda(tmp_path: Path) -> None:
    read = statements(tmp_path, jan_1="terms: {language: x, area: any, status: part}")
    assert [*position(read, "north", ordinal("2024-01-01")).terms] == ["status", "area", "language"]


# Withdrawing


def test_what_is_withdrawn_is_no_longer_held(tmp_path: Path) -> None:
    read = statements(tmp_path, jan_1="terms: {status: part, corridor: yes}", jan_2="withdraws: [status]")
    assert held(read) == "corridor: [yes] by 2024-01-01; set 01-01, first 01-01, last 01-01"
    assert oddities(read) == ""


def test_all_can_be_withdrawn(tmp_path: Path) -> None:
    read = statements(tmp_path, jan_1="terms: {status: part, corridor: yes}", jan_2="withdraws: all")
    assert (held(read), oddities(read)) == ("", "")


def test_withdraws_all_comes_before_the_statements_own_terms(tmp_path: Path) -> None:
    read = statements(
        tmp_path, jan_1="terms: {status: part, corridor: yes}", jan_2="terms: {status: free}\nwithdraws: all"
    )
    assert held(read) == "status: [free] by 2024-01-02; set 01-02, first 01-02, last 01-02"
    assert oddities(read) == ""


def test_an_earlier_term_never_comes_back_by_itself(tmp_path: Path) -> None:
    read = statements(
        tmp_path, jan_1="terms: {status: part}", jan_2="terms: {status: free}", jan_3="withdraws: [status]"
    )
    assert held(read) == ""


def test_withdrawing_what_is_not_held(tmp_path: Path) -> None:
    assert oddities(statements(tmp_path, jan_2="withdraws: [status]")) == clean("""
        warning [withdraws-nothing] north/2024-01-02.yaml:2:13
          north holds no position on status to withdraw
          hint: delete it here, or enter the statement that took the position
    """)


def test_withdrawing_what_was_withdrawn(tmp_path: Path) -> None:
    read = statements(tmp_path, jan_1="terms: {status: part}", jan_2="withdraws: [status]", jan_3="withdraws: [status]")
    assert oddities(read) == clean("""
        warning [withdraws-nothing] north/2024-01-03.yaml:2:13
          north holds no position on status to withdraw: it was withdrawn
          hint: delete it here, or enter the statement that took the position
    """)


def test_withdrawing_all_of_nothing(tmp_path: Path) -> None:
    assert oddities(statements(tmp_path, jan_2="withdraws: all")) == clean("""
        warning [withdraws-nothing] north/2024-01-02.yaml:2:12
          north holds no position to withdraw
          hint: delete it
    """)


# Reaffirming


def test_reaffirming_an_issue_changes_the_day_it_was_last_stated_and_no_more(tmp_path: Path) -> None:
    read = statements(tmp_path, jan_1="terms: {status: part, corridor: yes}", jan_2="reaffirms: [status]")
    assert held(read) == clean("""
        status: [part] by 2024-01-01; set 01-01, first 01-01, last 01-02
        corridor: [yes] by 2024-01-01; set 01-01, first 01-01, last 01-01
    """)
    assert oddities(read) == ""


def test_reaffirming_all(tmp_path: Path) -> None:
    read = statements(
        tmp_path, jan_1="terms: {status: part, corridor: yes}", jan_2="terms: {area: any}", jan_3="reaffirms: all"
    )
    assert held(read) == clean("""
        status: [part] by 2024-01-01; set 01-01, first 01-01, last 01-03
        corridor: [yes] by 2024-01-01; set 01-01, first 01-01, last 01-03
        area: {min: None, max: None, min_open: False, max_open: False, unlimited: False} by 2024-01-02; set 01-02, first 01-02, last 01-03
    """)  # noqa: E501
    assert oddities(read) == ""


def test_reaffirming_a_statement_reaffirms_its_terms(tmp_path: Path) -> None:
    read = statements(
        tmp_path, jan_1="terms: {status: part}", jan_2="terms: {corridor: yes}", jan_3="reaffirms: [2024-01-01]"
    )
    assert held(read) == clean("""
        status: [part] by 2024-01-01; set 01-01, first 01-01, last 01-03
        corridor: [yes] by 2024-01-02; set 01-02, first 01-02, last 01-02
    """)
    assert oddities(read) == ""


def test_of_one_day_a_joint_statement_comes_first(tmp_path: Path) -> None:
    """Though its id, joint/2024-01-01, comes after that of the party's own by the alphabet."""
    read = statements(tmp_path, jan_1="terms: {status: free}", joint_jan_1="terms: {status: part}")
    assert [statement.id for statement in read.of("north")] == ["joint/2024-01-01", "2024-01-01"]
    assert held(read) == "status: [free] by 2024-01-01; set 01-01, first 01-01, last 01-01"
    assert held(read, party="south") == "status: [part] by joint/2024-01-01; set 01-01, first 01-01, last 01-01"


def test_reaffirming_a_joint_statement(tmp_path: Path) -> None:
    read = statements(tmp_path, joint_jan_1="terms: {status: part}", jan_3="reaffirms: [joint/2024-01-01]")
    assert held(read) == "status: [part] by joint/2024-01-01; set 01-01, first 01-01, last 01-03"
    assert held(read, party="south") == "status: [part] by joint/2024-01-01; set 01-01, first 01-01, last 01-01"
    assert oddities(read) == ""


def test_reaffirming_adds_the_sources(tmp_path: Path) -> None:
    source = "sources: {post: {title: %s}}\n"
    read = statements(
        tmp_path,
        jan_1=source % "first" + "terms: {status: part}",
        jan_2=source % "second" + "reaffirms: [status]",
        jan_3=source % "third" + "terms: {status: part}",
    )
    one = only(read)
    assert [source.title for source in one.sources] == ["first", "second", "third"]
    assert lineage(read, one) == ["2024-01-01", "2024-01-02", "2024-01-03"]


def test_reaffirming_does_not_put_off_the_day_on_which_a_term_expires(tmp_path: Path) -> None:
    read = statements(
        tmp_path, jan_1="terms: {status: {accepts: part, expires: 2024-01-10}}", jan_2="reaffirms: [status]"
    )
    assert held(read, "2024-01-10") == "status: [part] by 2024-01-01; set 01-01, first 01-01, last 01-02"
    assert held(read, "2024-01-11") == ""


def test_reaffirming_what_is_not_held(tmp_path: Path) -> None:
    read = statements(tmp_path, jan_2="reaffirms: [status]")
    assert held(read) == ""
    assert oddities(read) == clean("""
        warning [reaffirms-nothing] north/2024-01-02.yaml:2:13
          north holds no position on status to reaffirm
          hint: state the position again under `terms`
    """)


def test_reaffirming_revives_nothing_that_was_withdrawn(tmp_path: Path) -> None:
    read = statements(tmp_path, jan_1="terms: {status: part}", jan_2="withdraws: [status]", jan_3="reaffirms: [status]")
    assert held(read) == ""
    assert oddities(read) == clean("""
        warning [reaffirms-nothing] north/2024-01-03.yaml:2:13
          north holds no position on status to reaffirm: it was withdrawn
          hint: state the position again under `terms`
    """)


def test_reaffirming_revives_nothing_that_has_expired(tmp_path: Path) -> None:
    read = statements(
        tmp_path, jan_1="terms: {status: {accepts: part, expires: 2024-01-02}}", jan_3="reaffirms: [status]"
    )
    assert held(read) == ""
    assert oddities(read) == clean("""
        warning [reaffirms-nothing] north/2024-01-03.yaml:2:13
          north holds no position on status to reaffirm: it was left to expire
          hint: state the position again under `terms`
    """)


def test_reaffirming_all_of_nothing_is_odd(tmp_path: Path) -> None:
    read = statements(tmp_path, jan_1="terms: {status: part}", jan_2="withdraws: all", jan_3="reaffirms: all")
    assert held(read) == ""
    assert [f.rule for f in record(read, "north", ordinal("2024-12-31")).findings] == ["reaffirms-nothing"]


def test_reaffirming_a_statement_a_term_of_which_was_withdrawn(tmp_path: Path) -> None:
    read = statements(
        tmp_path,
        jan_1="terms: {status: part, corridor: yes}",
        jan_2="withdraws: [status]",
        jan_3="reaffirms: [2024-01-01]",
    )
    assert held(read) == "corridor: [yes] by 2024-01-01; set 01-01, first 01-01, last 01-03"
    assert oddities(read) == clean("""
        warning [reaffirms-nothing] north/2024-01-03.yaml:2:13
          what north said on status in 2024-01-01 is no longer held
          hint: state it again under `terms`, if it was said again
    """)


def test_reaffirming_a_statement_a_term_of_which_was_replaced(tmp_path: Path) -> None:
    read = statements(
        tmp_path,
        jan_1="terms: {status: part, corridor: yes}",
        jan_2="terms: {status: free}",
        jan_3="reaffirms: [2024-01-01]",
    )
    assert held(read) == clean("""
        status: [free] by 2024-01-02; set 01-02, first 01-02, last 01-02
        corridor: [yes] by 2024-01-01; set 01-01, first 01-01, last 01-03
    """)
    assert oddities(read) == clean("""
        warning [reaffirms-replaced] north/2024-01-03.yaml:2:13
          what north said on status in 2024-01-01 has since been replaced
          hint: state it again under `terms`, if it was said again
    """)


def test_reaffirming_a_statement_whose_replaced_term_is_restated(tmp_path: Path) -> None:
    read = statements(
        tmp_path,
        jan_1="terms: {status: part, corridor: yes}",
        jan_2="terms: {status: free}",
        jan_3="terms: {status: part}\nreaffirms: [2024-01-01]",
    )
    assert held(read) == clean("""
        status: [part] by 2024-01-03; set 01-03, first 01-03, last 01-03
        corridor: [yes] by 2024-01-01; set 01-01, first 01-01, last 01-03
    """)
    assert oddities(read) == ""


def test_reaffirming_a_statement_whose_term_was_said_again_since(tmp_path: Path) -> None:
    read = statements(
        tmp_path, jan_1="terms: {status: part}", jan_2="terms: {status: [part]}", jan_3="reaffirms: [2024-01-01]"
    )
    assert held(read) == "status: [part] by 2024-01-02; set 01-02, first 01-01, last 01-03"
    assert oddities(read) == ""


@pytest.mark.parametrize(("name", "hint"), [("2024-01-02", "2024-01-01"), ("2024-01-04", "2024-01-01")])
def test_reaffirming_a_statement_that_is_not_there(tmp_path: Path, name: str, hint: str) -> None:
    read = statements(tmp_path, jan_1="terms: {status: part}", jan_3=f"reaffirms: [{name}]")
    assert oddities(read) == clean(f"""
        error [unknown-statement] north/2024-01-03.yaml:2:13
          north has no statement `{name}`
          hint: did you mean {hint}?
    """)


def test_reaffirming_a_later_statement_or_itself(tmp_path: Path) -> None:
    read = statements(
        tmp_path,
        jan_1="terms: {status: part}",
        jan_3="reaffirms: [2024-01-03, 2024-01-04]",
        jan_4="terms: {status: free}",
    )
    assert oddities(read) == clean("""
        error [unknown-statement] north/2024-01-03.yaml:2:13
          north has no earlier statement `2024-01-03`
          hint: did you mean 2024-01-01?
        error [unknown-statement] north/2024-01-03.yaml:2:25
          north has no earlier statement `2024-01-04`
          hint: did you mean 2024-01-01?
    """)


def test_reaffirming_the_statement_of_another_party(tmp_path: Path) -> None:
    files = {
        "south/2024-01-01-speech.yaml": "date: 2024-01-01\nterms: {status: part}\n",
        "north/2024-01-02.yaml": "date: 2024-01-02\nreaffirms: [2024-01-01-speech]\n",
    }
    read = with_agenda(tmp_path, files)
    assert [f.rule for f in record(read, "north", ordinal("2024-12-31")).findings] == ["unknown-statement"]


def test_terms_come_before_what_is_reaffirmed(tmp_path: Path) -> None:
    """What a statement sets is not reaffirmed by it as well: it is stated, once."""
    read = statements(tmp_path, jan_1="terms: {status: part}", jan_2="terms: {status: free}\nreaffirms: all")
    assert held(read) == "status: [free] by 2024-01-02; set 01-02, first 01-02, last 01-02"
    assert [move.cause for move in record(read, "north", ordinal("2024-12-31")).moves] == ["set", "set"]


def test_withdrawing_comes_before_reaffirming(tmp_path: Path) -> None:
    read = statements(
        tmp_path, jan_1="terms: {status: part, corridor: yes}", jan_2="reaffirms: all\nwithdraws: [status]"
    )
    assert held(read) == "corridor: [yes] by 2024-01-01; set 01-01, first 01-01, last 01-02"
    assert oddities(read) == ""


def test_withdrawing_what_a_reaffirmed_statement_said(tmp_path: Path) -> None:
    read = statements(
        tmp_path,
        jan_1="terms: {status: part, corridor: yes}",
        jan_2="reaffirms: [2024-01-01]\nwithdraws: [status]",
    )
    assert held(read) == "corridor: [yes] by 2024-01-01; set 01-01, first 01-01, last 01-02"
    assert oddities(read) == ""


# Restating


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("status: part", "status: {accepts: [part], quote: once more, note: and again}"),
        ("status: {rejects: part}", "status: [ward, free]"),
        ("regions: {includes: [east, west], within: [east, west]}", "regions: {exactly: [west, east]}"),
        ("ceiling: {above: 3}", "ceiling: {min: 4}"),
        ("area: {max: 1 mile**2}", "area: {max: 2.589988110336}"),
        ("first-steps: {order: [truce, talks, vote]}", "first-steps: {order: [[truce], talks, [vote]]}"),
        ("status: {accepts: part, alternatives: [free]}", "status: [free, part]"),
        ("status: {accepts: part, expires: 2024-05-01}", "status: part"),
        ("language: as before", "language: {says: as before}"),
        (
            "status: {accepts: part, alternatives: [{accepts: free, if: {corridor: yes}}]}",
            "status: {accepts: part, alternatives: [{accepts: [free, part], if: {corridor: {rejects: no}}}]}",
        ),
    ],
)
def test_restating_in_the_same_form_keeps_the_day_it_was_first_held(tmp_path: Path, first: str, again: str) -> None:
    read = statements(tmp_path, jan_1=f"terms:\n  {first}", jan_2=f"terms:\n  {again}")
    one = only(read, "2024-01-31")
    assert (one.first_held, one.last_stated) == (ordinal("2024-01-01"), ordinal("2024-01-02"))
    assert one.statement == "2024-01-02"
    assert lineage(read, one) == ["2024-01-01", "2024-01-02"]


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("status: part", "status: [part, ward]"),
        ("status: part", "status: {accepts: part, firmness: red-line}"),
        ("status: part", "status: {accepts: part, vague: true}"),
        ("status: [part, ward]", "status: {accepts: [part, ward], prefers: ward}"),
        ("status: {accepts: [part, ward], prefers: ward}", "status: [part, ward]"),
        ("status: part", "status: {accepts: part, applies_if: {corridor: yes}}"),
        ("language: as before", "language: otherwise"),
    ],
)
def test_another_form_is_held_from_the_day_it_was_said(tmp_path: Path, first: str, again: str) -> None:
    read = statements(tmp_path, jan_1=f"terms:\n  {first}", jan_2=f"terms:\n  {again}")
    one = only(read)
    assert one.first_held == ordinal("2024-01-02")
    assert lineage(read, one) == ["2024-01-02"]


def test_what_comes_back_after_another_form_is_held_anew(tmp_path: Path) -> None:
    read = statements(
        tmp_path, jan_1="terms: {status: part}", jan_2="terms: {status: free}", jan_3="terms: {status: part}"
    )
    assert held(read) == "status: [part] by 2024-01-03; set 01-03, first 01-03, last 01-03"


def test_what_comes_back_after_it_was_withdrawn_is_held_anew(tmp_path: Path) -> None:
    read = statements(
        tmp_path, jan_1="terms: {status: part}", jan_2="withdraws: [status]", jan_3="terms: {status: part}"
    )
    assert held(read) == "status: [part] by 2024-01-03; set 01-03, first 01-03, last 01-03"


# Expiring


def test_a_term_is_in_force_on_its_last_day_and_not_after(tmp_path: Path) -> None:
    read = statements(tmp_path, jan_1="terms: {status: {accepts: part, expires: 2024-01-10}}")
    assert held(read, "2024-01-10") == "status: [part] by 2024-01-01; set 01-01, first 01-01, last 01-01"
    assert held(read, "2024-01-11") == ""
    (_, step) = record(read, "north", ordinal("2024-12-31")).moves
    assert (step.day, step.cause, step.statement, step.after) == (ordinal("2024-01-11"), "expired", None, None)


def test_an_earlier_term_does_not_come_back_when_its_successor_expires(tmp_path: Path) -> None:
    read = statements(
        tmp_path, jan_1="terms: {status: part}", jan_2="terms: {status: {accepts: free, expires: 2024-01-10}}"
    )
    assert held(read, "2024-01-11") == ""


def test_a_term_that_was_replaced_does_not_expire(tmp_path: Path) -> None:
    read = statements(
        tmp_path, jan_1="terms: {status: {accepts: part, expires: 2024-01-10}}", jan_2="terms: {status: free}"
    )
    assert held(read) == "status: [free] by 2024-01-02; set 01-02, first 01-02, last 01-02"


def test_terms_expire_in_the_order_of_their_days(tmp_path: Path) -> None:
    read = statements(
        tmp_path,
        jan_1="terms: {status: {accepts: part, expires: 2024-01-20}, corridor: {accepts: yes, expires: 2024-01-10}}",
        feb_1="terms: {area: any}",
    )
    steps = record(read, "north", ordinal("2024-12-31")).moves
    assert [(step.day - ordinal("2024-01-01"), step.issue, step.cause) for step in steps] == [
        (0, "status", "set"),
        (0, "corridor", "set"),
        (10, "corridor", "expired"),
        (20, "status", "expired"),
        (31, "area", "set"),
    ]


def test_withdrawing_what_has_expired(tmp_path: Path) -> None:
    read = statements(
        tmp_path, jan_1="terms: {status: {accepts: part, expires: 2024-01-02}}", jan_3="withdraws: [status]"
    )
    assert oddities(read) == clean("""
        warning [withdraws-nothing] north/2024-01-03.yaml:2:13
          north holds no position on status to withdraw: it was left to expire
          hint: delete it here, or enter the statement that took the position
    """)


def test_a_term_that_is_over_before_it_is_stated_is_never_in_force(tmp_path: Path) -> None:
    read = statements(tmp_path, jan_5="terms: {status: {accepts: part, expires: 2023-12-31}}")
    assert held(read, "2024-01-05") == ""
    days = [move.day for move in record(read, "north", ordinal("2024-12-31")).moves]
    assert days == sorted(days)


# Adding: a position of parts

JAN_1 = "by 2024-01-01; set 01-01, first 01-01, last 01-01"
JAN_2 = "by 2024-01-02; set 01-02, first 01-02, last 01-02"


@pytest.mark.parametrize(
    ("first", "more", "parts"),
    [
        (
            "regions: {includes: east}",
            "regions: {includes: west, adds: true}",
            ("{includes: [east], excludes: []}", "{includes: [west], excludes: []}"),
        ),
        ("status: [part, ward]", "status: {accepts: [ward, free], adds: true}", ("[part, ward]", "[ward, free]")),
        (
            "first-steps: {order: [truce, talks]}",
            "first-steps: {order: [talks, vote], adds: true}",
            ("[[truce, talks]]", "[[talks, vote]]"),
        ),
        ("language: one", "language: {says: two, adds: true}", ("one", "two")),
        (
            "status: {accepts: part, alternatives: [ward]}",
            "status: {accepts: [ward, free], adds: true}",
            ("[part] | [ward]", "[ward, free]"),
        ),
    ],
)
def test_what_is_added_is_a_part_by_itself(tmp_path: Path, first: str, more: str, parts: tuple[str, str]) -> None:
    read = statements(tmp_path, jan_1=f"terms:\n  {first}", jan_2=f"terms:\n  {more}")
    issue = first.partition(":")[0]
    assert held(read) == f"{issue}: {parts[0]} {JAN_1}\n  and {parts[1]} {JAN_2}"
    assert oddities(read) == ""


def test_adding_to_no_position_is_a_warning_and_the_term_stands_alone(tmp_path: Path) -> None:
    read = statements(tmp_path, jan_1="terms: {status: {accepts: part, adds: true}}")
    assert held(read) == f"status: [part] {JAN_1}"
    assert oddities(read) == clean("""
        warning [nothing-to-add-to] north/2024-01-01.yaml:2:9
          north holds no position on status to add to
          hint: delete `adds`, or enter the statement that took the position
    """)


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("regions: {includes: [east, west], firmness: red-line}", "regions: {includes: east, firmness: red-line"),
        ("regions: {includes: [east, west], firmness: red-line}", "regions: {includes: [east, west]"),
        ("status: part", "status: {accepts: any"),
        ("status: {accepts: part, vague: true}", "status: {accepts: [part, free], vague: true"),
        (
            "status: {accepts: part, applies_if: {corridor: yes}}",
            "status: {accepts: [part, free], applies_if: {corridor: yes}",
        ),
    ],
)  # fmt: skip
def test_what_is_implied_at_no_higher_firmness_is_said_again_in_part(tmp_path: Path, first: str, again: str) -> None:
    """It is kept with its own day and words, moves no other part's day, and counts nowhere."""
    read = statements(tmp_path, jan_1=f"terms:\n  {first}", jan_2=f"terms:\n  {again}, adds: true}}")
    (one,) = position(read, "north", ordinal("2024-12-31")).terms.values()
    first_part, second = one.parts
    assert (first_part.again_in_part, second.again_in_part) == (False, True)
    assert one.demands == (first_part,)
    assert (one.first_held, one.last_stated, one.last_heard) == tuple(
        map(ordinal, ("2024-01-01", "2024-01-01", "2024-01-02"))
    )
    assert second.set_on == second.last_stated == ordinal("2024-01-02")


@pytest.mark.parametrize(
    ("first", "more"),
    [
        ("regions: {includes: [east, west]}", "regions: {includes: east, firmness: red-line"),
        ("regions: {includes: east, firmness: flexible}", "regions: {includes: east"),
        ("status: part", "status: {accepts: [part, free], vague: true"),
        ("status: {accepts: part, applies_if: {corridor: yes}}", "status: {accepts: [part, free]"),
    ],
)
def test_what_is_firmer_vaguer_or_binds_elsewhere_is_a_part_that_counts(tmp_path: Path, first: str, more: str) -> None:
    read = statements(tmp_path, jan_1=f"terms:\n  {first}", jan_2=f"terms:\n  {more}, adds: true}}")
    (one,) = position(read, "north", ordinal("2024-12-31")).terms.values()
    assert [part.again_in_part for part in one.parts] == [False, False]
    assert one.first_held == ordinal("2024-01-02")


def test_two_parts_together_may_imply_a_third(tmp_path: Path) -> None:
    read = statements(
        tmp_path,
        jan_1="terms: {regions: {includes: east}}",
        jan_2="terms: {regions: {includes: west, adds: true}}",
        jan_3="terms: {regions: {includes: [east, west], adds: true}}",
    )
    assert [part.again_in_part for part in position(read, "north", ordinal("2024-12-31")).terms["regions"].parts] == [
        False, False, True,
    ]  # fmt: skip


def test_what_was_said_again_in_part_counts_once_the_rest_has_expired(tmp_path: Path) -> None:
    """A part expires by itself; what it implied was said, and is held on."""
    read = statements(
        tmp_path,
        jan_1="terms: {regions: {includes: [east, west], firmness: red-line, expires: 2024-01-10}}",
        jan_2="terms: {regions: {includes: east, adds: true}}",
        jan_3="reaffirms: [2024-01-01]",
        feb_1="reaffirms: [2024-01-01, regions]",
    )
    assert held(read, "2024-01-10") == clean("""
        regions: {includes: [east, west], excludes: []} by 2024-01-01; set 01-01, first 01-01, last 01-03
          and {includes: [east], excludes: []} by 2024-01-02; set 01-02, first 01-02, last 01-02 (said again in part)
    """)
    assert held(read, "2024-01-11") == f"regions: {{includes: [east], excludes: []}} {JAN_2}"
    assert held(read).endswith("set 01-02, first 01-02, last 02-01")
    (one,) = position(read, "north", ordinal("2024-12-31")).terms.values()
    assert one.first_held == ordinal("2024-01-11")
    assert oddities(read) == clean("""
        warning [reaffirms-nothing] north/2024-02-01.yaml:2:13
          what north said on regions in 2024-01-01 is no longer held
          hint: state it again under `terms`, if it was said again
        warning [reaffirms-nothing] north/2024-02-01.yaml:2:25
          a part of what north held on regions, set in 2024-01-01, has expired
          hint: a reaffirmation does not revive it: state it again under `terms`, if it was said again
    """)


def test_a_part_that_is_said_again_keeps_its_place_and_no_other_part_moves(tmp_path: Path) -> None:
    read = statements(
        tmp_path,
        jan_1="terms: {status: [part, ward]}",
        jan_2="terms: {status: {accepts: [ward, free], adds: true}}",
        jan_3="terms: {status: {rejects: free, adds: true}}",
    )
    assert held(read) == clean("""
        status: [part, ward] by 2024-01-03; set 01-03, first 01-01, last 01-03
          and [ward, free] by 2024-01-02; set 01-02, first 01-02, last 01-02
    """)


def test_another_term_takes_the_place_of_all_parts(tmp_path: Path) -> None:
    """The part that it says again keeps the day on which it was first held."""
    read = statements(
        tmp_path,
        jan_1="terms: {status: [part, ward]}",
        jan_2="terms: {status: {accepts: [ward, free], adds: true}}",
        jan_3="terms: {status: [part, ward]}",
    )
    assert held(read) == "status: [part, ward] by 2024-01-03; set 01-03, first 01-01, last 01-03"
    assert position(read, "north", ordinal("2024-12-31")).terms["status"].first_held == ordinal("2024-01-03")


def test_a_statement_reaffirms_the_parts_that_it_set(tmp_path: Path) -> None:
    read = statements(
        tmp_path,
        jan_1="terms: {status: [part, ward]}",
        jan_2="terms: {status: {accepts: [ward, free], adds: true}}",
        jan_3="reaffirms: [2024-01-02]",
    )
    assert held(read) == clean("""
        status: [part, ward] by 2024-01-01; set 01-01, first 01-01, last 01-01
          and [ward, free] by 2024-01-02; set 01-02, first 01-02, last 01-03
    """)
    assert position(read, "north", ordinal("2024-12-31")).terms["status"].last_stated == ordinal("2024-01-01")


def test_a_reported_part_stands_beside_a_stated_one_only_where_it_is_asked_for(tmp_path: Path) -> None:
    read = statements(
        tmp_path,
        jan_1="terms: {regions: {includes: east, firmness: red-line}}",
        jan_2="standing: reported\nterms: {regions: {includes: west, adds: true}}",
    )
    assert held(read) == f"regions: {{includes: [east], excludes: []}} {JAN_1}"
    one = position(read, "north", ordinal("2024-12-31"), with_reported=True).terms["regions"]
    assert [part.standing for part in one.parts] == ["stated", "reported"]
    assert (one.standing, one.firmness) == ("reported", "red-line")
    assert oddities(read) == ""
    assert oddities(read, with_reported=True) == clean("""
        info [reported-part] north/2024-01-02.yaml:3:9
          a part of what north holds on regions is only reported, beside what it stated
          hint: with --with-reported both count as one position: leave out `adds` if the report is of the whole
          see north/2024-01-01.yaml:2:9
    """)


@pytest.mark.parametrize(
    ("first", "more", "firmer"),
    [("firm", "red-line", "red-line"), ("red-line", "flexible", "red-line"), ("flexible", "firm", "firm")],
)
def test_a_position_is_as_firm_as_its_firmest_part(tmp_path: Path, first: str, more: str, firmer: str) -> None:
    read = statements(
        tmp_path,
        jan_1=f"terms: {{status: {{accepts: [part, ward], firmness: {first}}}}}",
        jan_2=f"terms: {{status: {{accepts: ward, firmness: {more}, adds: true}}}}",
    )
    assert position(read, "north", ordinal("2024-12-31")).terms["status"].firmness == firmer


def test_each_part_keeps_its_own_sources_and_statements(tmp_path: Path) -> None:
    read = statements(
        tmp_path,
        jan_1="sources: {post: {title: one}}\nterms: {regions: {includes: east}}",
        jan_2="sources: {post: {title: two}}\nterms: {regions: {includes: west, adds: true}}",
    )
    one = position(read, "north", ordinal("2024-12-31")).terms["regions"]
    assert [[source.title for source in part.sources] for part in one.parts] == [["one"], ["two"]]
    assert [source.title for source in one.sources] == ["one", "two"]
    assert [lineage(read, part) for part in one.parts] == [["2024-01-01"], ["2024-01-02"]]


def test_adding_what_leaves_nothing_is_an_error_and_changes_nothing(tmp_path: Path) -> None:
    read = statements(tmp_path, jan_1="terms: {status: part}", jan_2="terms:\n  status: {accepts: free, adds: true}")
    assert held(read) == "status: [part] by 2024-01-01; set 01-01, first 01-01, last 01-01"
    assert oddities(read) == clean("""
        error [adds-to-nothing] north/2024-01-02.yaml:3:3
          with what north already demands on status, what is added leaves no outcome
          hint: without `adds` the new term would replace the old one
          see north/2024-01-01.yaml:2:9
    """)


# What is reported


def test_what_is_reported_counts_only_where_it_is_asked_for(tmp_path: Path) -> None:
    read = statements(tmp_path, jan_1="terms: {status: part}", jan_2="standing: reported\nterms: {status: free}")
    assert held(read) == "status: [part] by 2024-01-01; set 01-01, first 01-01, last 01-01"
    assert held(read, with_reported=True) == "status: [free] by 2024-01-02; set 01-02, first 01-02, last 01-02"


def test_what_is_stated_after_a_report_that_it_contradicts_counts(tmp_path: Path) -> None:
    """A report of a part, or of the whole, does not outweigh what the party itself adds afterwards."""
    read = statements(
        tmp_path,
        jan_1="terms: {status: [part, ward], corridor: yes}",
        jan_2="standing: reported\nterms: {status: {accepts: part, adds: true}, corridor: no}",
        jan_3="terms: {status: {accepts: ward, adds: true}, corridor: {accepts: yes, adds: true}}",
    )
    assert held(read, with_reported=True) == clean("""
        status: [part, ward] by 2024-01-01; set 01-01, first 01-01, last 01-01
          and [ward] by 2024-01-03; set 01-03, first 01-03, last 01-03
        corridor: [yes] by 2024-01-03; set 01-03, first 01-03, last 01-03
    """)
    assert [line for line in oddities(read, with_reported=True).splitlines() if line.startswith(("error", "info"))] == [
        "info [reported-part] north/2024-01-02.yaml:3:9",
        "info [reported-part] north/2024-01-02.yaml:3:9",
        "info [reported-part] north/2024-01-02.yaml:3:46",
    ]


def test_the_parts_that_are_left_when_a_report_gives_way_are_numbered_anew(tmp_path: Path) -> None:
    read = statements(
        tmp_path,
        jan_1="standing: reported\nterms: {status: part}",
        jan_2="terms: {status: {accepts: [part, ward], adds: true}}",
        jan_3="terms: {status: {accepts: [ward, free], adds: true}}",
    )
    parts = position(read, "north", ordinal("2024-01-02"), with_reported=True).terms["status"].parts
    assert [(part.number, part.statement, part.again_in_part) for part in parts] == [
        (1, "2024-01-01", False), (2, "2024-01-02", True),
    ]  # fmt: skip
    parts = position(read, "north", ordinal("2024-01-03"), with_reported=True).terms["status"].parts
    assert [(part.number, part.statement, part.again_in_part) for part in parts] == [
        (1, "2024-01-02", False), (2, "2024-01-03", False),
    ]  # fmt: skip


def test_the_quotes_of_a_part_are_those_of_all_its_statements(tmp_path: Path) -> None:
    """The earliest first; the same words of one day and speaker once. What only reaffirms has none."""
    read = statements(
        tmp_path,
        jan_1="speaker: A\nterms: {status: {accepts: part, quote: [We will, {text: We did, said: 2023-12-01}]}}",
        jan_2="speaker: A\nreaffirms: status",
        jan_3="speaker: A\nterms: {status: {accepts: part, quote: [{text: We will, said: 2024-01-01}, We will]}}",
    )
    assert [(quote.text, date.fromordinal(quote.said).isoformat()) for quote in only(read).lineage.said] == [
        ("We did", "2023-12-01"), ("We will", "2024-01-01"), ("We will", "2024-01-03"),
    ]  # fmt: skip
    assert [len(link.quotes) for link in only(read).lineage.links] == [2, 0, 2]


def test_a_report_cannot_be_reaffirmed_where_it_does_not_count(tmp_path: Path) -> None:
    read = statements(tmp_path, jan_1="standing: reported\nterms: {status: free}", jan_2="reaffirms: [status]")
    assert held(read) == ""
    assert [f.rule for f in record(read, "north", ordinal("2024-12-31")).findings] == ["reaffirms-nothing"]
    assert oddities(read, with_reported=True) == ""


def test_a_report_withdraws_and_reaffirms_nothing_unless_asked_for(tmp_path: Path) -> None:
    read = statements(
        tmp_path,
        jan_1="terms: {status: part, corridor: yes}",
        jan_2="standing: reported\nwithdraws: [status]\nreaffirms: [corridor]",
    )
    assert held(read) == clean("""
        status: [part] by 2024-01-01; set 01-01, first 01-01, last 01-01
        corridor: [yes] by 2024-01-01; set 01-01, first 01-01, last 01-01
    """)
    assert held(read, with_reported=True) == "corridor: [yes] by 2024-01-01; set 01-01, first 01-01, last 01-01"


def test_a_report_of_what_is_held_as_stated_moves_no_day(tmp_path: Path) -> None:
    """The stated term stays, with its days and its words; a report that says otherwise takes its place."""
    read = statements(
        tmp_path,
        jan_1="terms: {status: part, corridor: yes}",
        jan_2="standing: reported\nterms: {status: part, corridor: no}",
    )
    assert held(read, with_reported=True) == clean("""
        status: [part] by 2024-01-01; set 01-01, first 01-01, last 01-01
        corridor: [no] by 2024-01-02; set 01-02, first 01-02, last 01-02
    """)
    found = position(read, "north", ordinal("2024-12-31"), with_reported=True).terms
    assert {issue: one.standing for issue, one in found.items()} == {"status": "stated", "corridor": "reported"}
    assert lineage(read, found["status"].parts[0]) == ["2024-01-01", "2024-01-02"]


# Faults


def test_a_term_with_a_fault_leaves_the_earlier_one_as_it_was(tmp_path: Path) -> None:
    read = statements(tmp_path, jan_1="terms: {status: part}", jan_2="terms: {status: fre, corridor: yes}")
    assert [finding.rule for finding in read.findings] == ["unknown-option"]
    assert held(read) == clean("""
        status: [part] by 2024-01-01; set 01-01, first 01-01, last 01-01
        corridor: [yes] by 2024-01-02; set 01-02, first 01-02, last 01-02
    """)


@pytest.mark.parametrize(
    "terms",
    [
        "terms: {ceiling: {max: 21,000}}",
        "terms: {ceiling: {max: 5, max: 6}}",
        "terms:\n  ceiling: {max: 5}\n  ceiling: {max: 6}",
        "terms: {ceiling: {max: 5, min: }}",
        "terms: {ceiling: {max: &a 5, <<: *a}}",
    ],
)
def test_a_term_in_which_yaml_has_a_fault_is_not_held(tmp_path: Path, terms: str) -> None:
    """What is half read is not the party's position: `21,000` in braces is not 21."""
    read = statements(tmp_path, jan_1=terms)
    assert any(finding.severity == "error" for finding in read.findings)
    assert held(read) == ""


def test_a_source_of_a_source_key_twice_is_named_once(tmp_path: Path) -> None:
    """Two statements may use one key for two sources: both are kept."""
    read = statements(
        tmp_path,
        jan_1="sources: {post: {title: one}}\nterms: {status: part}",
        jan_2="sources: {post: {title: one}}\nterms: {status: part}",
    )
    sources = position(read, "north", ordinal("2024-12-31")).terms["status"].sources
    assert [(source.statement, source.key) for source in sources] == [("2024-01-01", "post"), ("2024-01-02", "post")]


def test_a_statement_that_is_only_reported_reaffirms_nothing_where_it_does_not_count(tmp_path: Path) -> None:
    """What a report says again of a stated position is reaffirmed with it only where reports are asked for."""
    read = statements(
        tmp_path,
        jan_1="terms: {status: part}",
        jan_2="standing: reported\nterms: {status: part}",
        jan_3="reaffirms: [2024-01-02]",
    )
    assert held(read).endswith("last 01-01")
    assert held(read, with_reported=True).endswith("last 01-03")
    assert oddities(read) == clean("""
        warning [reaffirms-nothing] north/2024-01-03.yaml:2:13
          2024-01-02 is only reported: north stated nothing in it to reaffirm
          hint: state it again under `terms`, if it was said again; with --with-reported the report is reaffirmed
    """)
