"""``draft``: which draft is meant, the page, and what fails."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from running import called
from writing import write

AGENDA = """
    posdiff: 1
    parties: {north: {name: North, aliases: [n]}, south: {name: South}}
    steps: {truce: Truce, talks: Talks, treaty: {title: Treaty, after: talks}}
    rules:
      - {if: {guard: yes}, then: {fee: {max: 50}}, why: A guard costs.}
    issues:
      fee: {title: Fee, kind: quantity, unit: coin}
      shop: {title: Shop, kind: choice, options: {no: No, later: Later, open: Open}, ordered: true}
      guard: {title: Guard, kind: choice, options: {no: No, yes: Yes}}
      land: {title: Land, kind: set, members: {hill: Hill, port: Port}}
      first: {title: First, kind: sequence}
      second: {title: Second, kind: sequence}
      talk: {title: Talk, kind: text}
    """


def proposed(folder: Path, terms: str, outcomes: str) -> None:
    """Write a dossier in which North has these terms, and somebody proposes these outcomes."""
    head = "date: 2024-01-0{}\n{}sources: {{a: {{title: A}}}}\n{}: {}\n"
    write(folder, {"agenda.yaml": AGENDA, "north/2024-01-01.yaml": head.format(1, "", "terms", terms),
                   "drafts/2024-01-02-deal.yaml": head.format(2, "by: someone\n", "outcomes", outcomes)})  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--fail-on", "red-line"), 1),
        (("--fail-on", "broken"), 1),
        (("--fail-on", "left-open"), 0),
        (("--fail-on", "red-line-open"), 0),
        (("--fail-on", "missing"), 0),
        (("--fail-on", "cannot-be-completed"), 0),
        (("--fail-on", "red-line", "--issue", "shop"), 0),
        (("--fail-on", "never"), 0),
        (("--fail-on", "bad"), 2),
        (("--only", "bad"), 2),
    ],
)
def test_the_gate(tmp_path: Path, arguments: tuple[str, ...], code: int) -> None:
    proposed(tmp_path, "{fee: {max: 10, firmness: red-line}, shop: no}", "{fee: 12, shop: no}")
    assert called("draft", "deal", "north", "--at", "2024-02-01", *arguments, cwd=tmp_path).code == code


def test_the_gate_on_what_cannot_be_completed(tmp_path: Path) -> None:
    proposed(tmp_path, "{fee: {min: 60}}", "{guard: yes}")
    asked = ("draft", "deal", "n", "--at", "2024-02-01")
    assert called(*asked, "--fail-on", "cannot-be-completed", cwd=tmp_path).code == 1
    assert "cannot be completed" in called(*asked, cwd=tmp_path).out


@pytest.mark.parametrize("name", ["2024-01-02-deal", "deal", "de", "2024"])
def test_a_draft_is_found(tmp_path: Path, name: str) -> None:
    proposed(tmp_path, "{fee: {max: 10}}", "{fee: 12}")
    assert called("draft", name, cwd=tmp_path).code == 0


def test_a_draft_that_is_not_there(tmp_path: Path) -> None:
    proposed(tmp_path, "{fee: {max: 10}}", "{fee: 12}")
    run = called("draft", "del", cwd=tmp_path)
    assert (run.code, run.err.splitlines()[0]) == (3, "posdiff: error: no draft `del`")
    assert "deal" in run.err


def test_the_page(tmp_path: Path) -> None:
    proposed(tmp_path, "{fee: {max: 10, firmness: red-line}, shop: no, land: {includes: hill}}", "{fee: 12, shop: no}")
    assert called("draft", "deal", "north", "--at", "2024-02-01", "--full", cwd=tmp_path).out == (
        "2024-01-02-deal (2024-01-02) against the positions as of 2024-02-01\n"
        "  Draft of 2024-01-02, proposed by someone; not in itself any party's position.\n"
        "\n"
        "SUMMARY\n"
        "  Party   Broken   Left open   Met   Unassessed   Verdict\n"
        "  North   1        1           1     0            1 red line crossed (Fee); nothing else broken\n"
        "\n"
        "North  1 red line crossed (Fee); nothing else broken\n"
        "\n"
        "✗ BROKEN (1)\n"
        "\n"
        "✗ Fee  fee\n"
        "  the draft   exactly 12 coins\n"
        "  North       RED LINE  at most 10 coins  [said 2024-01-01]\n"
        "\n"
        "◇ LEFT OPEN (1)\n"
        "\n"
        "◇ Land  land\n"
        "  the draft   silent\n"
        "  North       must include: Hill  [said 2024-01-01]\n"
        "  why         left open: the draft is silent on it\n"
        "\n"
        "= MET (1)\n"
        "\n"
        "= Shop  shop\n"
        "  the draft   No\n"
        "  North       No  [said 2024-01-01]\n"
    )


def test_a_filter_takes_nothing_from_the_summary(tmp_path: Path) -> None:
    """Counts and verdict are both on the whole draft, whatever issues are shown."""
    proposed(tmp_path, "{fee: {max: 10, firmness: red-line}, shop: no}", "{fee: 12, shop: no}")
    whole = called("draft", "deal", "north", "--at", "2024-02-01", cwd=tmp_path).out
    narrowed = called("draft", "deal", "north", "--at", "2024-02-01", "--issue", "shop", cwd=tmp_path).out
    row = "  North   1        0           1     0            1 red line crossed (Fee); nothing else broken\n"
    assert row in whole
    assert row in narrowed
    assert "✗ Fee" not in narrowed


RED = "{fee: {max: 10, firmness: red-line}, shop: {accepts: no, firmness: red-line}, land: {includes: hill, " + (
    "firmness: red-line}, guard: no}"
)


@pytest.mark.parametrize(
    ("outcomes", "arguments", "code"),
    [
        ("fee: {max: 20}", ("--fail-on", "red-line-open"), 1),
        ("fee: {max: 20}", ("--fail-on", "red-line"), 0),
        ("fee: 8, shop: no, land: {exactly: all}", ("--fail-on", "red-line-open"), 0),
        ("fee: 8, shop: no, land: {exactly: all}", ("--fail-on", "left-open"), 1),
        ("fee: 8, shop: no", ("--fail-on", "red-line-open", "--only", "met"), 1),
        ("fee: 8, shop: no", ("--fail-on", "red-line-open", "--issue", "fee"), 0),
    ],
)
def test_the_gate_on_red_lines_that_are_open(
    tmp_path: Path, outcomes: str, arguments: tuple[str, ...], code: int
) -> None:
    proposed(tmp_path, RED, f"{{{outcomes}}}")
    assert called("draft", "deal", "north", "--at", "2024-02-01", *arguments, cwd=tmp_path).code == code


FILTERS = (
    (), ("--only", "met"), ("--only", "unassessed"), ("--issue", "guard"), ("--issue", "guard", "--only", "broken"),
)  # fmt: skip


@pytest.mark.parametrize("final", [False, True])
@pytest.mark.parametrize("arguments", FILTERS, ids=" ".join)
def test_no_filter_takes_red_lines_away(tmp_path: Path, arguments: tuple[str, ...], final: bool) -> None:
    """In every format all of them are counted, apart, and named."""
    proposed(tmp_path, RED, "{fee: 12, shop: [no, open]}" + ("\nfinal: true" if final else ""))
    words = "1 red line crossed (Fee), 1 left open (Shop), 1 missing (Land)"
    if not final:
        words = "1 red line crossed (Fee), 2 left open (Shop; Land)"
    run = ("draft", "deal", "north", "--at", "2024-02-01", *arguments)
    for format in ("text", "markdown", "html"):
        told = called(*run, "-f", format, cwd=tmp_path).out
        assert told.replace("\\(", "(").replace("\\)", ")").count(words) >= (1 if format == "text" else 2), format
    (party,) = json.loads(called(*run, "-f", "json", cwd=tmp_path).out)["parties"]
    assert party["verdict"] == "crosses-red-line"
    assert party["red_lines"] == {"crossed": 1, "left_open": 1 if final else 2, "missing": int(final)}
    assert party["red_line_issues"] == {
        "crossed": ["fee"], "left_open": ["shop"] if final else ["shop", "land"], "missing": ["land"] * final,
    }  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(called(*run, "-f", "csv", cwd=tmp_path).out)))
    assert rows
    for row in rows:
        found = (row["verdict"], row["red_lines_crossed"], row["red_lines_left_open"], row["red_lines_missing"])
        left = "Shop" if final else "Shop | Land"
        assert found == ("crosses-red-line", "Fee", left, "Land" if final else "")


def test_a_draft_that_decides_a_condition(tmp_path: Path) -> None:
    """The reason is what is left in its outcome beyond what is accepted, and not the condition."""
    terms = "{fee: {max: 100, alternatives: [{max: 150, if: {guard: yes}}]}}"
    for outcomes, reason in (
        ("{fee: {max: 120}, guard: no}", "more-than-accepted"),
        ("{fee: {max: 120}}", "condition"),
        ("{fee: {max: 200}}", "more-than-accepted"),
        ("{fee: {max: 160}, guard: yes}", "more-than-accepted"),
        ("{guard: no}", "silent"),
    ):
        proposed(tmp_path, terms, outcomes)
        run = called("draft", "deal", "north", "--at", "2024-02-01", "-f", "json", cwd=tmp_path)
        (term,) = json.loads(run.out)["parties"][0]["terms"]
        assert (term["result"], term["reason"]) == ("left-open", reason), outcomes


def test_options_in_json(tmp_path: Path) -> None:
    bracket = "{fee: {options: [{exactly: 8, by: [north], text: eight}, {min: 9}, 12]}}"
    proposed(tmp_path, "{fee: {max: 10}}", bracket)
    run = called("draft", "deal", "north", "--at", "2024-02-01", "-f", "json", cwd=tmp_path)
    (term,) = json.loads(run.out)["parties"][0]["terms"]
    assert (term["result"], term["reason"], term["draft"]["accepts"]) == ("left-open", "more-than-accepted", None)
    told = [(each["option"], each["result"], each["reason"], each["in_words"]) for each in term["options"]]
    assert told == [
        (1, "met", None, "exactly 8 coins"),
        (2, "left-open", "more-than-accepted", "at least 9 coins"),
        (3, "broken", None, "exactly 12 coins"),
    ]
    assert (term["options"][0]["by"], term["options"][0]["text"]) == (["north"], "eight")
    assert "met with option 1 of 3 only" in called("draft", "deal", "--at", "2024-02-01", "--full", cwd=tmp_path).out


def test_a_draft_whose_file_could_not_be_read(tmp_path: Path) -> None:
    """It is named by its file, by any name of it; another name is none."""
    proposed(tmp_path, "{fee: 12}", "{fee: 12}")
    write(tmp_path, {"drafts/2024-03-01-second.yaml": "date: 2024-03-01\noutcomes: [\n"})
    for name in ("second", "2024-03-01", "2024-03-01-second"):
        run = called("draft", name, cwd=tmp_path)
        message = f"no draft `{name}`: its file could not be read, drafts/2024-03-01-second.yaml"
        assert (run.code, run.err) == (3, f"posdiff: error: {message}\nhint: posdiff validate tells why\n")
    assert "hint: known: 2024-01-02-deal" in called("draft", "third", cwd=tmp_path).err


def test_positions_of_a_day_before_the_draft(tmp_path: Path) -> None:
    proposed(tmp_path, "{fee: 12}", "{fee: 12}")
    told = "The positions are those of 2024-01-01, 1 day before the draft."
    for command in (("draft", "deal", "north"), ("text", "deal"), ("brief", "north", "south", "--draft", "deal")):
        assert told in called(*command, "--at", "2024-01-01", cwd=tmp_path).out
        assert "before the draft" not in called(*command, "--at", "2024-01-02", cwd=tmp_path).out
