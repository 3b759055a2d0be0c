"""What can be asked of a position, and of the statements behind it: one small record, looked at from every side."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from telling import with_agenda
from test_fold import ordinal, statements

from posdiff.dossier.dossier import Dossier
from posdiff.dossier.fold import position, record
from posdiff.dossier.position import Held, last_of
from posdiff.dossier.statement import SUPPOSED


def only_held(read: Dossier, *, with_reported: bool = False) -> Held:
    """The position on the one issue."""
    (held,) = position(read, "north", ordinal("2024-12-31"), with_reported=with_reported).terms.values()
    return held


def iso(day: int | None) -> str:
    return date.fromordinal(day).isoformat()[5:] if day else "never"


def test_a_position_of_parts_is_as_firm_and_as_vague_as_any_of_them_and_as_old_as_the_oldest(tmp_path: Path) -> None:
    read = statements(
        tmp_path,
        jan_1="terms: {regions: {includes: east, firmness: flexible}}",
        jan_2="terms: {regions: {excludes: coast, firmness: red-line, adds: true}}",
        jan_3="terms: {regions: {includes: west, vague: true, adds: true}}",
        jan_4="reaffirms: [2024-01-02]",
    )
    held = only_held(read)
    assert (held.firmness, held.red_line, held.vague, held.standing) == ("red-line", True, True, "stated")
    assert (iso(held.first_held), iso(held.last_stated), iso(held.last_heard)) == ("01-03", "01-01", "01-04")
    assert [part.number for part in held.parts] == [1, 2, 3]
    assert held.form == tuple(part.term.form for part in held.parts)
    first = only_held(statements(tmp_path / "one", jan_1="terms: {regions: {includes: east}}"))
    assert (first.firmness, first.red_line, first.vague, first.through) == ("firm", False, False, ())


def test_what_only_says_again_in_part_counts_for_none_of_this(tmp_path: Path) -> None:
    read = statements(
        tmp_path,
        jan_1="terms: {regions: {includes: [east, west]}}",
        jan_2="terms: {regions: {includes: east, adds: true}}",
        jan_3="reaffirms: [2024-01-01]",
    )
    held = only_held(read)
    assert [part.again_in_part for part in held.parts] == [False, True]
    assert held.demands == held.parts[:1]
    assert held.terms == (held.parts[0].term,)
    assert (iso(held.last_stated), iso(held.last_heard)) == ("01-03", "01-03")


def test_a_position_a_part_of_which_is_reported_is_reported(tmp_path: Path) -> None:
    read = statements(
        tmp_path,
        jan_1="terms: {regions: {includes: east}}",
        jan_2="standing: reported\nsources: {a: {title: A}}\nterms: {regions: {includes: west, adds: true}}",
    )
    assert only_held(read).standing == "stated"
    assert only_held(read, with_reported=True).standing == "reported"
    assert read.statements.reported_of == {"north"}
    assert not read.statements.keeps_pages


def test_what_is_supposed_was_never_said(tmp_path: Path) -> None:
    """A position that is restated by a supposition was said on the days before it."""
    read = statements(tmp_path, jan_1="terms: {status: part}", jan_2="reaffirms: [status]")
    said = read.statements[0]
    supposed = said._replace(id=SUPPOSED, day=ordinal("2024-01-05"))
    held = only_held(read.saying([*read.statements, supposed]))
    assert (held.supposed, held.parts[0].supposed) == (True, True)
    assert (iso(held.last_stated), iso(held.last_heard)) == ("01-05", "01-02")
    assert [link.supposed for link in held.parts[0].lineage.links] == [False, False, True]
    alone = only_held(read.saying([supposed]))
    assert (alone.last_heard, alone.parts[0].last_said) == (None, None)
    assert not only_held(read).supposed


def test_the_last_of_some_days() -> None:
    assert (last_of([3, None, 5]), last_of([None]), last_of([])) == (5, None, None)


def test_every_move_has_its_cause(tmp_path: Path) -> None:
    read = statements(
        tmp_path,
        jan_1="terms: {status: {accepts: part, expires: 2024-01-05}, corridor: yes}",
        jan_2="reaffirms: [status]",
        jan_3="withdraws: [corridor]",
    )
    told = [
        f"{iso(move.day)} {move.issue} {move.cause} by {move.statement.id if move.statement else 'nobody'}"
        for move in record(read, "north", ordinal("2024-12-31")).moves
    ]
    assert told == [
        "01-01 status set by 2024-01-01",
        "01-01 corridor set by 2024-01-01",
        "01-02 status reaffirmed by 2024-01-02",
        "01-03 corridor withdrawn by 2024-01-03",
        "01-06 status expired by nobody",
    ]


def test_what_reports_changed_and_took_away(tmp_path: Path) -> None:
    """What a party stated stands beside what is reported of it; and by itself, where it is reported to have left it."""
    reported = "standing: reported\nsources: {a: {title: A}}\n"
    read = statements(
        tmp_path,
        jan_1="terms: {status: part, corridor: yes, deadline: {until: 2025-01-01}}",
        jan_2=reported + "withdraws: [corridor]\nterms: {status: free, area: {max: 5}}",
    )
    found = position(read, "north", ordinal("2024-12-31"), with_reported=True)
    assert {issue: own is not None for issue, own in found.changed_by_reports.items()} == {
        "status": True, "corridor": True, "area": False,
    }  # fmt: skip
    assert [*found.terms] == ["status", "area", "deadline"]
    assert [*found.only_on_record] == ["corridor"]
    on_record = [found.terms[issue].on_record for issue in ("status", "area", "deadline")]
    assert [each and each.held and each.held.parts[0].statement for each in on_record] == ["2024-01-01", None, None]
    assert on_record[1] is not None
    assert on_record[2] is None
    assert position(read, "north", ordinal("2024-12-31")).changed_by_reports == {}


@pytest.mark.parametrize(
    ("snapshot", "kept"), [("", False), (", snapshot: {file: pages/a.txt, sha256: " + "a" * 64 + "}", True)]
)
def test_whether_pages_are_kept(tmp_path: Path, snapshot: str, kept: bool) -> None:
    body = f"date: 2024-01-01\nsources: {{a: {{title: A}}, b: {{title: B{snapshot}}}}}\nterms: {{status: part}}\n"
    assert with_agenda(tmp_path, {"north/2024-01-01.yaml": body}).statements.keeps_pages is kept
