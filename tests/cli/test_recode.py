"""``recode``: a blind sheet, read as strictly as a statement, and what two codings agree on."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

import posdiff
from posdiff.findings.failure import Failure
from reading_schemas import wrong
from recoding import filled_in
from running import Run, called
from writing import write

HOSTILE = "No.\ncoding:\n  size: \"big\" # 'not' ##[error]\u202e"
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: "South: # the [other]"}}
        topics: {main: Main, other: Other}
        issues:
          size:
            title: "Size # of the\\nthing"
            topic: main
            kind: choice
            options: {low: Low, mid: "Mid\\n: x", high: High}
            ordered: true
          gear: {title: Gear, kind: set, members: {rod: Rod, rope: Rope}}
          words: {title: Words, kind: text}
        """,
    "north/2024-01-01.yaml": f"""
        date: 2024-01-01
        title: The title that gives it away
        speaker: {json.dumps(HOSTILE)}
        sources:
          paper: {{title: {json.dumps(HOSTILE)}, publisher: A newspaper, url: "https://example.org/a"}}
        terms:
          size: {{accepts: low, firmness: red-line, quote: {json.dumps(HOSTILE)}, note: The note that tells all}}
          words: {{says: Words that are paraphrased, vague: true}}
        """,
    "south/2024-01-02.yaml": """
        date: 2024-01-02
        standing: reported
        speaker: A minister
        terms:
          size: {accepts: low, source: letter}
          gear: {includes: [rod], applies_if: {size: high}}
        sources:
          letter: {title: A description that gives it away, described: true, publisher: A ministry}
        """,
    "joint/2024-01-03.yaml": """
        date: 2024-01-03
        parties: [north, south]
        terms: {gear: {includes: [rod, rope]}}
        """,
}
NORTH, SOUTH, BOTH = "north/2024-01-01", "south/2024-01-02", "joint/2024-01-03"
SECOND = {
    (NORTH, "size"): "{accepts: low, firmness: red-line}",
    (SOUTH, "size"): "{accepts: mid}",
    (SOUTH, "gear"): "{includes: [rod]}",
    (NORTH, "words"): "{says: In other words, vague: true}",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a small dossier of five terms."""
    write(tmp_path, FILES)
    return tmp_path


def drawn(folder: Path, *options: str) -> list[tuple[str, str]]:
    """The terms on a sheet."""
    lines = called("recode", "sheet", *options, cwd=folder).out.splitlines()
    files = [json.loads(line.partition(": ")[2]) for line in lines if line.startswith("  - statement: ")]
    issues = [line.partition(": ")[2] for line in lines if line.startswith("    issue: ")]
    return list(zip(files, issues, strict=True))


def compared(folder: Path, codings: dict[tuple[str, str], str], *options: str) -> Run:
    """What is told of a sheet with these codings."""
    sheet = called("recode", "sheet", cwd=folder).out
    (folder / "sheet.yaml").write_text(filled_in(sheet, codings), encoding="utf-8")
    return called("recode", "compare", "sheet.yaml", *options, cwd=folder)


def told(run: Run) -> dict[str, Any]:
    """The JSON of a comparison, which is as its schema says."""
    answer: dict[str, Any] = json.loads(run.out)
    assert wrong("recode", answer) == []
    return answer


def test_the_sheet_is_blind(folder: Path) -> None:
    """Coded otherwise, with another title and note, it is the same but for the fingerprints."""

    def sheet() -> list[str]:
        lines = called("recode", "sheet", cwd=folder).out.splitlines()
        return [line for line in lines if not line.startswith("    fingerprint: ")]

    before = sheet()
    otherwise = {
        "accepts: low": "rejects: mid", "firmness: red-line, ": "vague: true, ", "gives it away": "was chosen",
        "tells all": "tells less", "are paraphrased": "are other ones", ", vague: true}": ", firmness: flexible}",
        ", applies_if: {size: high}": ", alternatives: [{excludes: [rod], if: {size: high}}]", "[rod, rope]": "[rope]",
    }  # fmt: skip
    for file in (NORTH, SOUTH, BOTH):
        path = folder / "positions" / f"{file}.yaml"
        text = path.read_text(encoding="utf-8")
        for old, new in otherwise.items():
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
    assert called("validate", cwd=folder).code == 0
    assert sheet() == before


def test_what_is_in_the_dossier_is_data(folder: Path) -> None:
    sheet = called("recode", "sheet", cwd=folder)
    assert (sheet.code, sheet.err) == (0, "")
    assert "##[" not in sheet.out
    assert "\u202e" not in sheet.out
    assert '      - text: "No. coding: size: \\"big\\" # \'not\' #<U+0023>[error]<U+202E>"\n' in sheet.out
    (folder / "sheet.yaml").write_text(sheet.out, encoding="utf-8")
    run = called("recode", "compare", "sheet.yaml", "-f", "json", cwd=folder)
    assert (run.code, run.err, told(run)["findings"], len(told(run)["not_filled_in"])) == (0, "", [], 5)


def test_the_sample_is_the_same_everywhere(folder: Path) -> None:
    every = drawn(folder)
    assert every == [(BOTH, "gear"), (NORTH, "size"), (NORTH, "words"), (SOUTH, "size"), (SOUTH, "gear")]
    assert drawn(folder, "--sample", "2", "--seed", "7") == [(SOUTH, "size"), (SOUTH, "gear")]
    assert drawn(folder, "--sample", "2", "--seed", "8") != drawn(folder, "--sample", "2", "--seed", "7")
    assert drawn(folder, "north") == every[:3]
    assert drawn(folder, "--issue", "gear") == [(BOTH, "gear"), (SOUTH, "gear")]
    assert drawn(folder, "--topic", "other") == []


def test_a_sheet_is_not_written_over(folder: Path) -> None:
    run = called("recode", "sheet", "-o", "sheet.yaml", cwd=folder)
    next_step = "wrote sheet.yaml: 5 of 5 terms; fill it in, then posdiff recode compare sheet.yaml\n"
    assert (run.code, run.out) == (0, next_step)
    (folder / "sheet.yaml").write_text((folder / "sheet.yaml").read_text().replace("\ncoder:", "\ncoder: Ann"))
    assert "text-cut-off" not in called("recode", "compare", "sheet.yaml", cwd=folder).err
    (folder / "sheet.yaml").write_text("coded\n", encoding="utf-8")
    run = called("recode", "sheet", "-o", "sheet.yaml", cwd=folder)
    assert (run.code, "sheet.yaml exists" in run.err) == (2, True)
    assert (folder / "sheet.yaml").read_text(encoding="utf-8") == "coded\n"
    assert called("recode", "sheet", "-o", "sheet.yaml", "--force", cwd=folder).code == 0


def test_what_two_codings_agree_on(folder: Path) -> None:
    """By hand. Sizes: low, low, low, mid are on record or coded: half of the pairs are 1/2 apart, 1/4 by chance.

    Of the two terms on it one is 1/2 apart, 1/4 on average. Gear: rod with rope, rod, rod; the one term is not apart.
    """
    answer = told(compared(folder, SECOND, "-f", "json"))
    fields = {row["field"]: row for row in answer["agreement"] if row["kind"] is None}
    chance_of_gear = 2 * (1 / 4) / 3
    outcome = fields["outcome"]
    assert (outcome["terms"], outcome["agreed"], outcome["percent"], outcome["measured"]) == (3, 2, 66.7, 3)
    assert outcome["alpha"] == round(1 - 0.5 / (0.25 + 0.25 + chance_of_gear), 3)
    assert (fields["firmness"]["alpha"], fields["firmness"]["terms"], fields["firmness"]["agreed"]) == (1.0, 4, 4)
    assert (fields["vague"]["alpha"], fields["condition"]["agreed"]) == (1.0, 3)
    of_choices = next(row for row in answer["agreement"] if (row["kind"], row["field"]) == ("choice", "outcome"))
    assert (of_choices["alpha"], of_choices["terms"]) == (0.0, 2)
    of_sets = next(row for row in answer["agreement"] if (row["kind"], row["field"]) == ("set", "outcome"))
    assert (of_sets["alpha"], of_sets["low"], of_sets["percent"]) == (None, None, 100.0)
    keys = ("statement", "issue", "fields", "distance")
    assert [tuple(each[key] for key in keys) for each in answer["disagreements"]] == [
        (SOUTH, "size", ["outcome"], 0.5), (SOUTH, "gear", ["condition"], 0.0),
    ]  # fmt: skip
    assert answer["not_filled_in"] == [{"statement": BOTH, "issue": "gear"}]


def test_every_format_tells_the_disagreements(folder: Path) -> None:
    for format in ("text", "markdown", "html", "csv"):
        run = compared(folder, SECOND, "-f", format)
        assert (run.code, run.err) == (0, "")
        assert "must include: Rod" in run.out
        assert "##[" not in run.out


def test_what_changed_or_went_since_the_sheet_is_told_and_left_out(folder: Path) -> None:
    compared(folder, SECOND)
    north, south = (folder / "positions" / f"{file}.yaml" for file in (NORTH, SOUTH))
    text = north.read_text(encoding="utf-8")
    north.write_text(text.replace("note: The note", "note: Another note"), encoding="utf-8")
    south.write_text(south.read_text(encoding="utf-8").replace("{accepts: low, ", "{accepts: mid, "), encoding="utf-8")
    (folder / "positions" / f"{BOTH}.yaml").unlink()
    answer = told(called("recode", "compare", "sheet.yaml", "-f", "json", cwd=folder))
    assert answer["gone"] == [{"statement": BOTH, "issue": "gear"}]
    assert answer["changed"] == [{"statement": SOUTH, "issue": "size"}]
    assert [each["issue"] for each in answer["terms"]] == ["size", "words", "gear"]
    north.write_text(text.replace("No.", "Yes."), encoding="utf-8")
    answer = told(called("recode", "compare", "sheet.yaml", "-f", "json", cwd=folder))
    assert {"statement": NORTH, "issue": "size"} in answer["changed"]


@pytest.mark.parametrize(
    ("coding", "finding"),
    [
        ("{accepts: lov}", "error [unknown-option] sheet.yaml:"),
        ("{accepts: low, firmness: hard}", "error [wrong-value] sheet.yaml:"),
        ("{accepts: low, if: {gear: any}}", "error [if-on-a-term] sheet.yaml:"),
        ("{firmness: firm}", "error [no-offer] sheet.yaml:"),
        ("{accepts: [low, ~]}", "error [null-value] sheet.yaml:"),
        ("{acepts: low}", "error [unknown-key] sheet.yaml:"),
        ("[low]", "error [wrong-shape] sheet.yaml:"),
        ("{accepts: low, accepts: mid}", "error [duplicate-key] sheet.yaml:"),
    ],
)
def test_a_wrong_row_is_a_finding_and_left_out(folder: Path, coding: str, finding: str) -> None:
    run = compared(folder, {**SECOND, (NORTH, "size"): coding}, "-f", "json")
    assert run.code == 3
    assert finding in run.err
    assert told(run)["unread"] == [{"statement": NORTH, "issue": "size"}]
    assert len(told(run)["terms"]) == 3


def test_keys_that_are_filled_in_where_they_stand(folder: Path) -> None:
    """As most coders do: behind the empty keys, with the comments left where they are."""
    sheet = called("recode", "sheet", "--issue", "size", cwd=folder).out
    sheet = sheet.replace("accepts:  #", "accepts: low  #").replace("vague:  #", "vague: true  #", 1)
    (folder / "sheet.yaml").write_text(sheet, encoding="utf-8")
    run = called("recode", "compare", "sheet.yaml", "-f", "json", cwd=folder)
    assert (run.code, run.err) == (0, "")
    assert [each["fields"] for each in told(run)["disagreements"]] == [["firmness", "vague"]]


def test_files_that_are_no_sheet(folder: Path) -> None:
    cases = {
        "": "empty-file", "- a\n": "not-a-mapping", "terms: []\n": "missing-key", "\x00": "control-character",
        "recode: 2\nterms: []\n": "wrong-value", "recode: 1\nterms: {a: b}\n": "wrong-shape",
        "recode: 1\nterms: [a]\n": "wrong-shape", "recode: 1\nterms: [{issue: size}]\n": "missing-key",
    }  # fmt: skip
    for text, rule in cases.items():
        (folder / "sheet.yaml").write_text(text, encoding="utf-8")
        run = called("recode", "compare", "sheet.yaml", cwd=folder)
        assert (run.code, f"[{rule}] sheet.yaml:" in run.err) == (3, True), (text, run.err)
    for text in ("date: 2024-01-01\nterms: {size: low}\n", "posdiff: 1\n"):
        (folder / "sheet.yaml").write_text(text, encoding="utf-8")
        run = called("recode", "compare", "sheet.yaml", cwd=folder)
        message = "posdiff: error: sheet.yaml is no sheet of a second coding: it has no `recode:`\n"
        assert (run.code, run.out, run.err) == (3, "", f"{message}hint: posdiff recode sheet writes one\n")
    row = "{statement: north/2024-01-01, issue: size, coding: {accepts: low}}"
    (folder / "sheet.yaml").write_text(f"recode: 1\nterms: [{row}, {row}]\n", encoding="utf-8")
    assert "[named-twice] sheet.yaml:2:" in called("recode", "compare", "sheet.yaml", cwd=folder).err
    os.mkfifo(folder / "pipe")
    for name, says in (("pipe", "is no regular file"), ("nowhere", "there is no file"), ("positions", "no regular")):
        run = called("recode", "compare", name, cwd=folder)
        assert (run.code, says in run.err) == (3, True)


@pytest.mark.parametrize(
    "arguments",
    [("sheet", "--sample", "0"), ("sheet", "-f", "json"), ("compare",), ("compare", "a", "b"), ("other",),
     ("compare", "a", "--issue", "size")],
)  # fmt: skip
def test_usage(folder: Path, arguments: tuple[str, ...]) -> None:
    assert called("recode", *arguments, cwd=folder).code == 2


def test_nobody_is_their_own_second_coder(folder: Path) -> None:
    """What who filled in the sheet coded first is told, and not compared; and that the sheet names nobody."""
    north = folder / "positions" / f"{NORTH}.yaml"
    north.write_text(f"coded-by: B. Coder\n{north.read_text(encoding='utf-8')}", encoding="utf-8")
    sheet = called("recode", "sheet", cwd=folder).out
    path = folder / "sheet.yaml"
    path.write_text(filled_in(sheet, SECOND), encoding="utf-8")
    run = called("recode", "compare", "sheet.yaml", cwd=folder)
    assert "The sheet does not say who filled it in." in run.out
    path.write_text(filled_in(sheet, SECOND).replace("\ncoder:", "\ncoder: b.coder", 1), encoding="utf-8")
    answer = told(called("recode", "compare", "sheet.yaml", "-f", "json", cwd=folder))
    assert (answer["coder"], [term["statement"] for term in answer["terms"]]) == ("b.coder", [SOUTH, SOUTH])
    assert answer["same_coder"] == [{"statement": NORTH, "issue": "size"}, {"statement": NORTH, "issue": "words"}]
    text = called("recode", "compare", "sheet.yaml", cwd=folder).out
    assert "BY THE SAME CODER (2)  who filled in the sheet is named in `coded-by`: left out" in text


def test_rows_that_were_deleted_and_coders_who_coded_first_are_told(folder: Path) -> None:
    """By the comparison, and by a report on what is kept; what the same person coded counts as coded once."""
    sheet = filled_in(called("recode", "sheet", cwd=folder).out, SECOND).replace("\ncoder:", "\ncoder: B", 1)
    rows = sheet.split("  - statement: ")
    path, keep = folder / "sheet.yaml", ("-f", "json", "-o", "positions/second-coding.json", "--force")
    path.write_text("  - statement: ".join(row for row in rows if "issue: words" not in row), encoding="utf-8")
    assert "\n  1 of the 5 terms drawn is not on the sheet.\n" in called("recode", "compare", path.name, cwd=folder).out
    assert called("recode", "compare", path.name, *keep, cwd=folder).code == 0
    assert "; 1 of the 5 terms drawn is not on the sheet\n" in called("report", "north", "south", cwd=folder).out
    path.write_text(sheet, encoding="utf-8")
    assert called("recode", "compare", path.name, *keep, cwd=folder).code == 0
    assert "4 terms of 5, alpha 0.25 (" in called("report", "north", "south", cwd=folder).out
    north = folder / "positions" / f"{NORTH}.yaml"
    north.write_text(f"coded-by: b\n{north.read_text(encoding='utf-8')}", encoding="utf-8")
    told = "out of date: 2 of 4 terms are coded first by the same person, B; before that 4 terms of 5,"
    assert told in " ".join(called("report", "north", "south", cwd=folder).out.split())


def test_a_kept_answer_is_told_once_by_report(folder: Path) -> None:
    compared(folder, SECOND, "-f", "json", "-o", "positions/second-coding.json")
    kept = folder / "positions" / "second-coding.json"
    for format in ("markdown", "html", "text"):
        run = called("report", "north", "south", "-f", format, cwd=folder)
        assert (run.code, run.out.count("4 terms of 5, alpha 0.25 (")) == (0, 1)
    told_again = json.loads(called("report", "north", "south", "-f", "json", cwd=folder).out)["second_coding"]
    assert (told_again["terms"], told_again["on_record"], told_again["alpha"], told_again["gone"]) == (4, 5, 0.25, 0)
    alone = {(NORTH, "size"): "{accepts: low}"}
    compared(folder, alone, "-f", "json", "-o", "positions/second-coding.json", "--force")
    why = "alpha not defined: it takes two terms that can be measured"
    assert f"1 term of 5, {why}" in called("report", "north", "south", cwd=folder).out
    one = json.loads(called("report", "north", "south", "-f", "json", cwd=folder).out)
    assert wrong("report", one) == []
    assert (one["second_coding"]["alpha"], one["second_coding"]["measured"]) == (None, 1)
    compared(folder, SECOND, "-f", "json", "-o", "positions/second-coding.json", "--force")
    south = folder / "positions" / f"{SOUTH}.yaml"
    south.write_text(south.read_text(encoding="utf-8").replace("gear: {", "words: other\n  #"), encoding="utf-8")
    run = called("report", "north", "south", cwd=folder)
    assert "out of date, it is of a term that is no longer there" in run.out
    good = kept.read_text(encoding="utf-8")
    bad = ("{}", "[", '{"schema": "posdiff/recode/2"}', good.replace("0.25", "NaN"), good.replace("0.25", "2"),
           good.replace('"statement": "north', '"statement": 7, "was": "north'), "[" * 100_000,
           good.replace('"alpha": 0.25', '"alpha": 0.25, "measured": 9', 1).replace('"measured": 4', '"was": 4', 1),
           json.dumps({**json.loads(good), "disagreements": []}), json.dumps({**json.loads(good), "terms": []}),
           )  # fmt: skip
    for text in bad:
        kept.write_text(text, encoding="utf-8")
        run = called("report", "north", "south", cwd=folder)
        assert (run.code, "is not what posdiff recode compare writes" in run.err) == (3, True), text[:60]
    kept.unlink()
    kept.symlink_to(folder / "sheet.yaml")
    assert "is a link" in called("report", "north", "south", cwd=folder).err


def test_from_python(folder: Path) -> None:
    dossier = posdiff.open(folder / "positions")
    assert [each.name for each in dossier.terms_to_recode("south", sample=1, issue="size").terms] == [(SOUTH, "size")]
    compared(folder, SECOND)
    answer = dossier.recode(folder / "sheet.yaml")
    assert answer.overall.terms == 3
    assert {row["status"] for row in answer.records()} == {"compared", "not filled in"}
    with pytest.raises(Failure, match="there is no file"):
        dossier.recode("nowhere.yaml")
