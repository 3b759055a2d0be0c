"""The page of ``conflicts``: what it says of each sort of conflict, and where there is little to say."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from answering import asked, to_dict
from posdiff.answers.positions import Positions
from posdiff.reports import formats
from writing import dossier

QUIET = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}, east: {name: East}}
    steps: {truce: Truce, talks: Talks}
    issues:
      status: {title: Status, kind: choice, options: {a: A, b: B, c: C}}
      fee: {title: Fee, kind: quantity, unit: coin}
      due: {title: Due, kind: date}
      guards: {title: Guards, kind: set, members: {gate: Gate, wall: Wall}}
      order: {title: Order, kind: sequence}
      words: {title: Words, kind: text}
      shop: {title: Shop, kind: choice, options: {no: No, yes: Yes}}
    """


def held(folder: Path, terms: Mapping[str, str], agenda: str = QUIET) -> Positions:
    """A dossier in which parties have these terms, in YAML's flow style, to be asked."""
    said = {f"{party}/2024-01-01.yaml": f"date: 2024-01-01\nterms: {{{text}}}\n" for party, text in terms.items()}
    return asked(dossier(folder, {"agenda.yaml": agenda, **said}))


def page(folder: Path, terms: Mapping[str, str], *parties: str, agenda: str = QUIET) -> str:
    """The page of ``conflicts`` for parties with these terms."""
    return formats.write(held(folder, terms, agenda).conflicts(*parties, at="2024-02-01"), "text")


def test_no_conflict(tmp_path: Path) -> None:
    assert page(tmp_path, {"north": "status: a", "south": "status: [a, b]"}, "north", "south") == (
        "North and South as of 2024-02-01: can hold together, as far as stated\n"
        "  all terms                 can hold together, as far as stated\n"
        "  red lines and firm terms  can hold together, as far as stated\n"
        "  red lines alone           there is none\n"
        "  North                     what it holds can hold together, as far as stated\n"
        "  South                     what it holds can hold together, as far as stated\n"
        "\n"
        "MINIMAL CONFLICTS (0)\n"
        "  No conflict: all terms can hold together, as far as stated.\n"
    )


def test_one_party_that_contradicts_itself(tmp_path: Path) -> None:
    out = page(tmp_path, {"north": "status: {accepts: a, applies_if: {shop: yes}}, shop: yes, fee: {max: 3}, "
                                   "due: {alternatives: [{until: 2024-03-01, if: {status: b}}]}"}, "north")  # fmt: skip
    assert (
        out.replace("  [said 2024-01-01; north/2024-01-01.yaml:2]\n", " (1)\n")
        == """\
North as of 2024-02-01: cannot hold together; there is no red line among them
  all terms                 cannot hold together
  red lines and firm terms  cannot hold together
  red lines alone           there is none
  North                     its own terms cannot hold together (Status × Due × Shop)

✗ MINIMAL CONFLICTS (1)  terms that cannot all hold; without any one of them the rest can

1. Status × Due × Shop  North (3 firm)
  1.  North, Due: only on a condition: not after 2024-03-01, if Status: B (1)
  2.  North, Status: A – but only where Shop: Yes (1)
      Given step 1, it leaves only Shop: No.
  3.  North, Shop: Yes (1)
      Given step 2, no outcome is left.

WHAT WOULD HAVE TO GO  sets of terms without which the rest can hold, and of which none can be left out
  Status × Due × Shop
    North on Status (firm)
    or North on Due (firm)
    or North on Shop (firm)

WHO GIVES WHAT  over all issues; no row takes less from one party without taking more from another
  Arithmetic on what was said, and no advice: to count terms is not to measure hardship.
  Ways: how many different sets of terms give these counts.
  North    Ways   One of them
  1 firm   3      North: Status
"""
    )


def test_three_parties_that_agree_two_by_two(tmp_path: Path) -> None:
    terms = {
        "north": "status: [a, b]",
        "south": "status: [b, c]",
        "east": "status: {accepts: [a, c], firmness: red-line}",
    }
    out = page(tmp_path, terms)
    assert """
1. Status  North (firm) × South (firm) × East (red line)
  1.  North: A or B  [said 2024-01-01; north/2024-01-01.yaml:2]
  2.  South: B or C  [said 2024-01-01; south/2024-01-01.yaml:2]
      With the earlier steps, what is left is B.
  3.  East: RED LINE  A or C  [said 2024-01-01; east/2024-01-01.yaml:2]
      no quote on file
      Given steps 1 and 2, no outcome is left.

WHAT WOULD HAVE TO GO  sets of terms without which the rest can hold, and of which none can be left out
  Status
    North (firm)
    or South (firm)
    or East (red line)

REFUSAL TABLES  for each outcome, who refuses it: these terms would have to go for it; –: not refused, or silent
  Status
  Outcome   North            South            East
  A         –                refuses (firm)   –
  B         –                –                refuses (red line)
  C         refuses (firm)   –                –
""" in out  # fmt: skip


def test_many_conflicts_are_told_in_short_and_no_red_line_is_left_out(tmp_path: Path) -> None:
    """Fifty are explained; of the rest each one with a red line is named, even the softest."""
    issues = "".join(f"  i{n:02}: {{title: Issue {n}, kind: choice, options: {{a: A, b: B}}}}\n" for n in range(54))
    agenda = f"posdiff: 1\nparties: {{north: {{name: North}}, south: {{name: South}}}}\nissues:\n{issues}"
    red = ", ".join(f"i{n:02}: {{accepts: a, firmness: red-line}}" for n in range(52))
    terms = {
        "north": f"{red}, i52: a, i53: {{accepts: a, firmness: red-line}}",
        "south": ", ".join(f"i{n:02}: b" for n in range(53)) + ", i53: {accepts: b, firmness: flexible}",
    }
    positions = held(tmp_path, terms, agenda)
    out = formats.write(positions.conflicts(at="2024-02-01"), "text")
    assert "\n50. Issue 49  North (red line) × South (firm)\n  1.  " in out
    assert (
        """
And 4 more: --all explains them
  51. Issue 50  North (red line) × South (firm)
  52. Issue 51  North (red line) × South (firm)
  54. Issue 53  North (red line) × South (flexible)
  Without a red line (1): Issue 52

WHAT WOULD"""
        in out
    )
    everything = formats.write(positions.conflicts(at="2024-02-01", all=True), "text")
    assert "\n54. Issue 53  North (red line) × South (flexible)\n  1.  " in everything
    assert "more: --all" not in everything


def test_text_and_silence_and_vague_terms(tmp_path: Path) -> None:
    out = page(tmp_path, {"north": "words: ours", "south": "status: {accepts: [a, b], vague: true}"}, "north", "south")
    assert out.endswith("""
  No conflict: all terms can hold together, as far as stated.

OUTSIDE  silence is neither consent nor refusal; words are for a reader to judge
  North is silent on: Status
  South is silent on: Words
  Words, not compared: North, Words
  Vague: counts only by what it rejects: South, Status
""")


def test_nobody_has_said_anything_that_can_be_compared(tmp_path: Path) -> None:
    out = page(tmp_path, {"north": "words: ours"}, "north", "south")
    assert out == (
        "North and South as of 2024-02-01: no term that can be compared\n"
        "  Where they are silent: South (no statement on file)\n"
        "\n"
        "OUTSIDE  silence is neither consent nor refusal; words are for a reader to judge\n"
        "  South is silent on: Words\n"
        "  Words, not compared: North, Words\n"
    )


def test_cases_are_gone_through(tmp_path: Path) -> None:
    """Where several ways are left, each is supposed in turn."""
    out = page(tmp_path, {
        "north": "fee: {exactly: 1, alternatives: [{exactly: 5}]}",
        "south": "fee: {exactly: 5, alternatives: [{exactly: 9}]}",
        "east": "fee: {exactly: 9, alternatives: [{exactly: 1}]}",
    })  # fmt: skip
    steps = [line.strip() for line in out.split("MINIMAL CONFLICTS")[1].split("WHAT WOULD")[0].splitlines()[3:] if line]
    assert steps == [
        "1.  North: exactly 1 coin; or exactly 5 coins  [said 2024-01-01; north/2024-01-01.yaml:2]",
        "There is more than one way to meet it. Suppose first exactly 1 coin.",
        "2.  South: exactly 5 coins; or exactly 9 coins  [said 2024-01-01; south/2024-01-01.yaml:2]",
        "Given step 1, it cannot be met.",
        "3.  Back to what North says on Fee.",
        "Suppose now exactly 5 coins.",
        "4.  East: exactly 9 coins; or exactly 1 coin  [said 2024-01-01; east/2024-01-01.yaml:2]",
        "Given step 3, it cannot be met.",
        "5.  Every case ends the same way: no outcome is left.",
    ]


def test_what_is_forced_and_what_never_comes_about(tmp_path: Path) -> None:
    out = page(tmp_path, {
        "north": "status: {accepts: a, alternatives: [{accepts: b, if: {shop: yes}}]}, due: {until: 2024-05-01, "
                 "applies_if: {shop: no}}",
        "south": "status: b",
    }, "north", "south")  # fmt: skip
    assert (
        """
FORCED (1)  what must come out where all the terms named are met, though no single one says so
  Shop: Yes, because of North, Status (A; or B, if Shop: Yes); South, Status (B)

CONDITIONS RULED OUT (1)  wherever the terms named are met, the condition does not come about
  North, Due: its demand never applies, for its condition is ruled out (Shop: No), because of North, Status (A; or B, \
if Shop: Yes); South, Status (B)
"""
        in out
    )


def test_compare_finds_nothing_where_nothing_ties_issues_together(tmp_path: Path) -> None:
    """Then nothing of what would find it is imported either: see tests/cli/test_imports.py."""
    positions = held(tmp_path, {"north": "status: a, fee: {max: 3}", "south": "status: b, fee: {min: 9}"})
    out = formats.write(positions.compare("north", "south", at="2024-02-01"), "text")
    assert "2 contradictions" in out
    assert "OVER SEVERAL" not in out


def test_the_terms_that_would_have_to_go_stand_in_a_column(tmp_path: Path) -> None:
    """An interval between two days is the widest outcome of two bounds: the column holds it."""
    read = dossier(tmp_path, {
        "agenda.yaml": "posdiff: 1\nparties: {north: {name: North}, south: {name: South}, east: {name: East}}\n"
                       "issues: {due: {title: Due, kind: date}}\n",
        "north/2026-01-01.yaml": "date: 2026-01-01\nterms: {due: {from: 2027-01-01}}\n",
        "south/2026-01-01.yaml": "date: 2026-01-01\nterms: {due: {until: 2026-12-31}}\n",
        "east/2026-01-01.yaml": "date: 2026-01-01\nterms: {due: {exactly: 2027-03-01}}\n",
    })  # fmt: skip
    page = formats.write(asked(read).conflicts(at="2026-02-01"), "text")
    assert page.partition("\nREFUSAL TABLES")[2].partition("\n  Due\n")[2].partition("\n\nWHO")[0] == (
        "  Outcome                                          North\n"
        "  not after 2026-12-31                             refuses (firm)\n"
        "  not before 2027-01-01 and not after 2027-02-28   –\n"
        "  exactly 2027-03-01                               –\n"
        "  not before 2027-03-02                            –\n"
        "\n"
        "  Outcome                                          South            East\n"
        "  not after 2026-12-31                             –                refuses (firm)\n"
        "  not before 2027-01-01 and not after 2027-02-28   refuses (firm)   refuses (firm)\n"
        "  exactly 2027-03-01                               refuses (firm)   –\n"
        "  not before 2027-03-02                            refuses (firm)   refuses (firm)"
    )


def test_rows_over_many_small_clusters_are_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of clusters are each within the bounds; what is put together over all of them is bounded too."""
    issues = {f"i{number}": "{title: I, kind: choice, options: {x: X, y: Y}}" for number in range(4)}
    read = dossier(tmp_path, {
        "agenda.yaml": "posdiff: 1\nparties: {north: {name: North}, south: {name: South}}\nissues:\n"
                       + "".join(f"  {id}: {text}\n" for id, text in issues.items()),
        **{f"{party}/2026-01-01.yaml": "date: 2026-01-01\nterms:\n" + "".join(f"  {id}: {word}\n" for id in issues)
           for party, word in (("north", "x"), ("south", "y"))},
    })  # fmt: skip
    monkeypatch.setattr("posdiff.comparison.conflicts.concessions._MOST_SUMS", 10)
    found = to_dict(asked(read).conflicts(at="2026-02-01"))
    assert found["rows_complete"] is False
    assert [row["gives"] for row in found["rows"]] == [
        {"north": {"red_line": 0, "firm": 0, "flexible": 0}, "south": {"red_line": 0, "firm": 4, "flexible": 0}},
        {"north": {"red_line": 0, "firm": 4, "flexible": 0}, "south": {"red_line": 0, "firm": 0, "flexible": 0}},
    ]
