"""``conflicts``, whole: the worked case in every format, what fails, and what cannot be answered."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from posdiff.comparison.conflicts import clauses, questions
from posdiff.comparison.conflicts.search import Search
from running import called, posdiff
from writing import write

GOLDEN = Path(__file__).parents[1] / "reports" / "golden"
ENDINGS = {"text": "txt", "markdown": "md", "html": "html", "csv": "csv", "json": "json"}
ASKED = ("conflicts", "russia", "ukraine", "--at", "2025-08-13", "--full")

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
    page = called("compare", "russia", "ukraine", "--at", "2025-08-13", "--full", cwd=tmp_path).out
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
    parties: {north: {name: North}, south: {name: South}}
    issues:
      status: {title: Status, kind: choice, options: {a: A, b: B, c: C}}
      fee: {title: Fee, kind: quantity, unit: coin}
      shop: {title: Shop, kind: choice, options: {no: No, yes: Yes}}
    """


def say(folder: Path, terms: Mapping[str, str], agenda: str = QUIET) -> None:
    """Write a dossier in which parties have these terms, in YAML's flow style."""
    said = {f"{party}/2024-01-01.yaml": f"date: 2024-01-01\nterms: {{{text}}}\n" for party, text in terms.items()}
    write(folder, {"agenda.yaml": agenda, **said})


@pytest.mark.parametrize(
    ("word", "code"),
    [("cannot-hold", 1), ("firm", 1), ("red-line", 0), ("alone", 0), ("can-hold", 0), ("undecided", 0), ("never", 0)],
)
def test_what_can_be_failed_on(word: str, code: int, tmp_path: Path) -> None:
    say(tmp_path, {"north": "status: a", "south": "status: b"})
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
    say(tmp_path, {"north": "status: a", "south": "status: b"}, agenda=agenda)
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
    say(tmp_path, {"north": "fee: {max: 3}"}, agenda=QUIET)
    write(
        tmp_path,
        {"agenda.yaml": QUIET.rstrip(" ") + rules, "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {status: a}\n"},
    )
    run = called("conflicts", "north", "--at", "2024-02-01", cwd=tmp_path)
    assert run.code == 3
    assert "no settlement meets all rules of the agenda (agenda.yaml:" in run.err


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
