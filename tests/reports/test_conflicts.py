"""``conflicts``, whole: the worked case, and what it says where there is little to say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from posdiff.comparison.conflicts import clauses, questions
from posdiff.comparison.conflicts.search import Search
from running import called, posdiff
from writing import write

GOLDEN = Path(__file__).parent / "golden"
ENDINGS = {"text": "txt", "markdown": "md", "html": "html", "csv": "csv", "json": "json"}
ASKED = ("conflicts", "russia", "ukraine", "--at", "2025-08-13")

#: Russia and Ukraine, simplified. It mixes what was said on different days, and what was never said in these words,
#: so as to show every kind of conflict: it is an exercise, and says nothing about the war.
WORKED = {
    "agenda.yaml": """
        posdiff: 1
        title: A worked case, simplified
        parties: {russia: {name: Russia}, ukraine: {name: Ukraine}}
        steps:
          withdrawal-begins: The withdrawal begins
          nato-notice: Notice on NATO is given
          ceasefire: The ceasefire begins
          territory-talks: Talks on territory begin
          territory-settlement:
            title: Territory is settled
            after: territory-talks
            why: What is settled has been talked about.
        rules:
          - if: {withdrawal: none-at-all}
            then: {withdrawal-and-ceasefire: {order: [ceasefire, withdrawal-begins]}}
            why: A withdrawal that there is not begins after all else.
          - if: {nato: open}
            then: {notice-and-ceasefire: {order: [ceasefire, nato-notice]}}
            why: A notice that is not given comes after all else.
        issues:
          withdrawal: {title: Withdrawal, kind: choice, options: {four-regions: From four regions, none-at-all: None}}
          nato: {title: NATO, kind: choice, options: {barred: Barred, open: Left open}}
          neutrality: {title: Neutrality, kind: choice, options: {no: No, yes: Yes}}
          guarantees:
            title: Guarantees
            kind: choice
            options: {no-guarantees: None, veto: With a veto, automatic: Automatic}
          army: {title: Ceiling on the army, kind: quantity, unit: person, whole: true}
          withdrawal-and-ceasefire: {title: Withdrawal and ceasefire, kind: sequence}
          notice-and-ceasefire: {title: Notice and ceasefire, kind: sequence}
          settlement-and-ceasefire: {title: Settlement and ceasefire, kind: sequence}
          ceasefire-and-talks: {title: Ceasefire and talks, kind: sequence}
          sanctions: {title: Sanctions, kind: choice, options: {lifted: Lifted, kept: Kept}}
          language: {title: Language, kind: text}
        """,
    "russia/2024-06-14.yaml": """
        date: 2024-06-14
        sources: {speech: {title: A speech, url: https://example.org/speech}}
        terms:
          withdrawal: {accepts: four-regions, firmness: red-line, quote: from all four}
          nato: {accepts: barred, firmness: red-line}
          neutrality: {accepts: yes, firmness: red-line}
          guarantees: {accepts: [no-guarantees, veto]}
          army: {max: 85000}
          withdrawal-and-ceasefire: {order: [withdrawal-begins, ceasefire]}
          notice-and-ceasefire: {order: [nato-notice, ceasefire]}
          settlement-and-ceasefire: {order: [territory-settlement, ceasefire]}
          sanctions: {accepts: lifted, firmness: flexible}
        """,
    "ukraine/2025-08-12.yaml": """
        date: 2025-08-12
        sources: {talk: {title: A talk, url: https://example.org/talk}}
        terms:
          withdrawal: {accepts: none-at-all, firmness: red-line, quote: we stay}
          nato: open
          neutrality:
            accepts: no
            alternatives: [{accepts: yes, if: {guarantees: automatic}}]
          army: {min: 250000}
          ceasefire-and-talks: {order: [ceasefire, territory-talks]}
          language: ours
        """,
}


@pytest.fixture
def regenerate(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--regenerate"))


@pytest.mark.parametrize("format", ENDINGS)
def test_the_worked_case(format: str, regenerate: bool, tmp_path: Path) -> None:
    """Byte for byte, for any hash seed. ``--regenerate`` writes it anew."""
    write(tmp_path, WORKED)
    file = GOLDEN / f"worked-conflicts.{ENDINGS[format]}"
    for seed in ("0", "4711"):
        run = posdiff(*ASKED, "--format", format, cwd=tmp_path, environment={"PYTHONHASHSEED": seed})
        assert (run.code, run.err) == (0, "")
        if regenerate:
            file.write_bytes(run.out.encode("utf-8"))
        assert run.out.encode("utf-8") == file.read_bytes(), f"{file} differs; --regenerate writes it"


@pytest.mark.parametrize("format", ["text", "json"])
def test_every_engine_writes_the_same_bytes(format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By joint cells, by our own search, and by python-sat where it is installed."""
    write(tmp_path, WORKED)
    expected = (GOLDEN / f"worked-conflicts.{ENDINGS[format]}").read_text(encoding="utf-8")
    assert called(*ASKED, "--format", format, cwd=tmp_path).out == expected
    monkeypatch.setattr(questions, "MOST_CELLS", 0)
    monkeypatch.setattr(clauses, "engine", lambda _: Search())
    assert called(*ASKED, "--format", format, cwd=tmp_path).out == expected
    pytest.importorskip("pysat")
    monkeypatch.setattr(clauses, "engine", lambda _: clauses.Minisat())
    assert called(*ASKED, "--format", format, cwd=tmp_path).out == expected


def test_the_seven_conflicts_of_the_worked_case(tmp_path: Path) -> None:
    """Three that every table shows, four that only linkage, rules and the course of events make."""
    write(tmp_path, WORKED)
    found = json.loads(called(*ASKED, "--format", "json", cwd=tmp_path).out)
    told = [sorted(f"{one['party'][:2]} {one['issue']}" for one in each["terms"]) for each in found["conflicts"]]
    assert told == [
        ["ru withdrawal", "uk withdrawal"],
        ["ru withdrawal-and-ceasefire", "uk withdrawal"],
        ["ru nato", "uk nato"],
        ["ru guarantees", "ru neutrality", "uk neutrality"],  # with a red line, so before those of firm terms only
        ["ru notice-and-ceasefire", "uk nato"],
        ["ru army", "uk army"],
        ["ru settlement-and-ceasefire", "uk ceasefire-and-talks"],
    ]
    assert [len(each["rules"]) for each in found["conflicts"]] == [0, 1, 0, 0, 1, 0, 0]
    assert (found["verdict"]["all"], found["verdict"]["red_line"]) == ("cannot-hold", "cannot-hold")
    assert {each["verdict"] for each in found["alone"]} == {"can-hold"}
    assert len(found["concessions"]) == found["concessions_number"] == 48
    page = called("compare", "russia", "ukraine", "--at", "2025-08-13", cwd=tmp_path).out
    shown = page.split("CONFLICTS OVER SEVERAL ISSUES")[1]
    assert "Neutrality × Guarantees" in shown
    assert "Withdrawal × Withdrawal and ceasefire" in shown
    assert (
        "  By the agenda, if NATO: Left open, then Notice and ceasefire: “The ceasefire begins” before “Notice" in shown
    )
    paper = called("compare", "russia", "ukraine", "--at", "2025-08-13", "--format", "markdown", cwd=tmp_path).out
    assert (
        "\nBy the agenda, if NATO: Left open, then Notice and ceasefire: “The ceasefire begins” before “Notice" in paper
    )
    assert "Explained step by step: posdiff conflicts russia ukraine --at 2025-08-13" in shown


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


def page(folder: Path, terms: Mapping[str, str], *arguments: str, agenda: str = QUIET) -> str:
    """The page of ``conflicts`` for parties with these terms, in YAML's flow style."""
    said = {f"{party}/2024-01-01.yaml": f"date: 2024-01-01\nterms: {{{text}}}\n" for party, text in terms.items()}
    write(folder, {"agenda.yaml": agenda, **said})
    run = called("conflicts", *arguments, "--at", "2024-02-01", cwd=folder)
    assert run.code == 0, run.err
    return run.out


def test_no_conflict(tmp_path: Path) -> None:
    assert page(tmp_path, {"north": "status: a", "south": "status: [a, b]"}, "north", "south") == (
        "North and South as of 2024-02-01: can hold together, as far as stated\n"
        "  all terms                 can hold together, as far as stated\n"
        "  red lines and firm terms  can hold together, as far as stated\n"
        "  red lines alone           can hold together, as far as stated\n"
        "  North                     its own terms can hold together, as far as stated\n"
        "  South                     its own terms can hold together, as far as stated\n"
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
North as of 2024-02-01: cannot hold together; the red lines alone can
  all terms                 cannot hold together
  red lines and firm terms  cannot hold together
  red lines alone           can hold together, as far as stated
  North                     its own terms cannot hold together

✗ MINIMAL CONFLICTS (1)  terms that cannot all hold; without any one of them the rest can

1. Status × Due × Shop  North (3 firm)
  1.  North, Due: only on a condition: not after 2024-03-01, if Status: B (1)
  2.  North, Status: A – but only where Shop: Yes (1)
      Given step 1, it leaves only Shop: No.
  3.  North, Shop: Yes (1)
      Given step 2, no outcome is left.

WHAT WOULD HAVE TO GO  the smallest sets of terms without which the rest can hold
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

WHAT WOULD HAVE TO GO  the smallest sets of terms without which the rest can hold
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
    out = page(tmp_path, terms, agenda=agenda)
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
    everything = called("conflicts", "--at", "2024-02-01", "--all", cwd=tmp_path).out
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


@pytest.mark.parametrize(
    ("word", "code"),
    [("cannot-hold", 1), ("firm", 1), ("red-line", 0), ("alone", 0), ("can-hold", 0), ("undecided", 0), ("never", 0)],
)
def test_what_can_be_failed_on(word: str, code: int, tmp_path: Path) -> None:
    page(tmp_path, {"north": "status: a", "south": "status: b"})
    run = called("conflicts", "--at", "2024-02-01", "--fail-on", word, cwd=tmp_path)
    assert (run.code, run.err) == (code, "")


def test_a_budget_that_is_spent_is_told_in_every_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Undecided is a verdict of its own: it ends with 0 and a note, and with 1 where that is asked for."""
    write(tmp_path, WORKED)
    monkeypatch.setattr(questions, "MOST_QUESTIONS", 0)
    run = called(*ASKED, cwd=tmp_path)
    assert (run.code, run.err) == (
        0,
        "posdiff: undecided: the budget of questions was spent before the answer was found\n",
    )
    assert run.out.startswith("Russia and Ukraine as of 2025-08-13: undecided: the search was cut\n")
    assert called(*ASKED, "--fail-on", "undecided", cwd=tmp_path).code == 1
    monkeypatch.setattr(questions, "MOST_QUESTIONS", 9)
    told = {format: called(*ASKED, "--format", format, cwd=tmp_path).out for format in ENDINGS}
    assert "The search was cut: there may be more." in told["text"]
    assert "The search was cut: there may be more" in told["markdown"]
    assert "The search was cut: there may be more." in told["html"]
    assert "The search was cut: there may be more." in told["csv"]
    assert json.loads(told["json"])["complete"] is False
    assert json.loads(told["json"])["concessions_complete"] is False


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["--draft", "nothing"], 3, "no draft `nothing`"),
        (["nowhere"], 3, "no party `nowhere`"),
        (["--fail-on", "contradiction"], 2, "--fail-on takes no `contradiction`"),
        (["--draft", "tight"], 3, "the draft 2024-01-02-tight leaves no settlement: what it says on status, shop "
                                  "cannot hold together with the rules of the agenda (agenda.yaml:"),
        (["--issue", "fee"], 0, ""),
    ],
)  # fmt: skip
def test_what_cannot_be_answered(arguments: list[str], code: int, says: str, tmp_path: Path) -> None:
    agenda = QUIET.rstrip(" ") + "    rules: [{if: {status: a}, then: {shop: no}}]\n"
    page(tmp_path, {"north": "status: a", "south": "status: b"}, agenda=agenda)
    draft = "date: 2024-01-02\nby: [north]\noutcomes: {status: a, shop: yes}\n"
    write(tmp_path, {"drafts/2024-01-02-tight.yaml": draft})
    run = called("conflicts", *arguments, "--at", "2024-02-01", cwd=tmp_path)
    assert (run.code, says in run.err) == (code, True), run.err


def test_an_agenda_without_parties(tmp_path: Path) -> None:
    write(tmp_path, {"agenda.yaml": "posdiff: 1\nparties: {}\nissues: {a: {title: A, kind: text}}\n"})
    run = called("conflicts", cwd=tmp_path)
    assert (run.code, run.out, "the agenda names no party" in run.err) == (3, "", True)


def test_rules_that_no_settlement_meets(tmp_path: Path) -> None:
    rules = "    rules: [{if: {status: [a, b, c]}, then: {shop: no}}, {if: {status: any}, then: {shop: yes}}]\n"
    page(tmp_path, {"north": "fee: {max: 3}"}, agenda=QUIET)
    write(
        tmp_path,
        {"agenda.yaml": QUIET.rstrip(" ") + rules, "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {status: a}\n"},
    )
    run = called("conflicts", "north", "--at", "2024-02-01", cwd=tmp_path)
    assert run.code == 3
    assert "no settlement meets all rules of the agenda (agenda.yaml:" in run.err


def test_compare_finds_nothing_where_nothing_ties_issues_together(tmp_path: Path) -> None:
    """Then nothing of what would find it is imported either: see tests/cli/test_imports.py."""
    page(tmp_path, {"north": "status: a, fee: {max: 3}", "south": "status: b, fee: {min: 9}"})
    out = called("compare", "north", "south", "--at", "2024-02-01", cwd=tmp_path).out
    assert "2 contradictions" in out
    assert "OVER SEVERAL" not in out


def test_the_terms_that_would_have_to_go_stand_in_a_column(tmp_path: Path) -> None:
    """An interval between two days is the widest outcome of two bounds: the column holds it."""
    write(tmp_path, {
        "agenda.yaml": "posdiff: 1\nparties: {north: {name: North}, south: {name: South}, east: {name: East}}\n"
                       "issues: {due: {title: Due, kind: date}}\n",
        "north/2026-01-01.yaml": "date: 2026-01-01\nterms: {due: {from: 2027-01-01}}\n",
        "south/2026-01-01.yaml": "date: 2026-01-01\nterms: {due: {until: 2026-12-31}}\n",
        "east/2026-01-01.yaml": "date: 2026-01-01\nterms: {due: {exactly: 2027-03-01}}\n",
    })  # fmt: skip
    page = called("conflicts", "--at", "2026-02-01", cwd=tmp_path).out
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
    write(tmp_path, {
        "agenda.yaml": "posdiff: 1\nparties: {north: {name: North}, south: {name: South}}\nissues:\n"
                       + "".join(f"  {id}: {text}\n" for id, text in issues.items()),
        **{f"{party}/2026-01-01.yaml": "date: 2026-01-01\nterms:\n" + "".join(f"  {id}: {word}\n" for id in issues)
           for party, word in (("north", "x"), ("south", "y"))},
    })  # fmt: skip
    monkeypatch.setattr("posdiff.comparison.conflicts.concessions._MOST_SUMS", 10)
    found = json.loads(called("conflicts", "--at", "2026-02-01", "-f", "json", cwd=tmp_path).out)
    assert found["rows_complete"] is False
    assert [row["gives"] for row in found["rows"]] == [
        {"north": {"red_line": 0, "firm": 0, "flexible": 0}, "south": {"red_line": 0, "firm": 4, "flexible": 0}},
        {"north": {"red_line": 0, "firm": 4, "flexible": 0}, "south": {"red_line": 0, "firm": 0, "flexible": 0}},
    ]


def test_a_term_with_more_offers_than_a_search_bears(tmp_path: Path) -> None:
    """A single question about hundreds of conditional offers would take minutes: the answer is undecided, at once."""
    offers = ", ".join(f"{{exactly: {2 * number}, if: {{other: {{exactly: {number}}}}}}}" for number in range(1, 150))
    write(tmp_path, {
        "agenda.yaml": "posdiff: 1\nparties: {north: {name: North}, south: {name: South}}\n"
                       "issues: {own: {title: Own, kind: quantity}, other: {title: Other, kind: quantity}}\n",
        "north/2026-01-01.yaml": f"date: 2026-01-01\nterms: {{own: {{exactly: 0, alternatives: [{offers}]}}}}\n",
        "south/2026-01-01.yaml": "date: 2026-01-01\nterms: {own: {exactly: 1}, other: {min: 500}}\n",
    })  # fmt: skip
    found = json.loads(called("conflicts", "--at", "2026-02-01", "-f", "json", cwd=tmp_path).out)
    assert found["verdict"] == {"all": "undecided", "firm": "undecided", "red_line": "undecided"}
    assert found["complete"] is False
    assert called("conflicts", "--at", "2026-02-01", "--fail-on", "undecided", cwd=tmp_path).code == 1
