"""What commands write is as the schemas say, and they say no more than that; ``posdiff schema`` prints them."""

from __future__ import annotations

import json
import shutil
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent
from typing import Any

import pytest

from posdiff.cli.app import COMMANDS
from posdiff.kinds.table import KINDS
from posdiff.reports.shapes import schemas
from reading_schemas import (
    ANSWERS,
    FILES,
    SMALL,
    as_text,
    family,
    met,
    named,
    nullable,
    properties,
    schema,
    texts,
    wrong,
)
from recoding import WAGES, filled_in
from repositories import repository
from running import Run, called, posdiff
from writing import write

REPOSITORY = Path(__file__).parents[2]
#: What is asked, of both dossiers: the schema's name is the command's.
ASKED_OF_POSITIONS = (
    "compare russia ukraine europe united-states --with-reported --all",
    "compare russia@2024-06-14 russia",
    "changes --since 2024-06-14 --against ukraine --all",
    *(f"show {party}" for party in ("russia", "ukraine", "europe", "united-states")),
    "who nato-membership --at 2026-01-06 --with-reported",
    "history russia --with-reported",
    *(f"matrix --at 2026-01-06 --metric {metric}" for metric in ("overlap", "agreement", "distance")),
    "matrix --at 2026-01-06 --with-reported",
    "matrix russia ukraine --with-reported --issue forces-tank-cap",
    *(f"draft {draft} --at 2025-12-31 --with-reported" for draft in ("us-28", "e3", "2022-04", "20-points")),
    "report russia ukraine europe --since 2025-08-13 --draft 20-points --at 2026-01-06",
    "brief russia ukraine --since 2025-08-13 --draft 20-points --at 2026-01-06",
    "report russia ukraine --at 2025-08-13 --conflicts",
    "report russia un-general-assembly --at 2026-01-06 --all",
    "conflicts russia ukraine --at 2025-08-13",
    "conflicts russia europe --at 2025-08-20",
    "conflicts --at 2026-01-06 --with-reported",
    "find ceasefire",
    "find NATO --party ukraine --issue nato-membership --topic territory",
    "conflicts russia ukraine --draft us-28 --at 2025-12-31",
    "validate",
    "verify",
    "issues",
    "parties",
    "sources",
    "drafts",
    "drafts us-28 e3 20-points --with-reported --at 2026-01-06",
    "text 20-points --at 2026-01-06",
    "rules",
    "explain no-source",
    *(
        f"{question} --at 2026-01-06 --suppose ukraine:nato-membership=deferred"
        for question in (
            "draft us-28 ukraine",
            "drafts us-28 e3 --for ukraine",
            "text 20-points ukraine",
            "conflicts russia ukraine",
            "matrix",
        )
    ),
    "draft 20-points ukraine --at 2026-01-06 --suppose "
    'ukraine:znpp-control={"accepts":"us-ua-joint","firmness":"red-line"}',
    "compare russia ukraine --at 2026-01-06 --suppose ukraine:nato-membership=withdrawn",
    "brief russia ukraine --at 2026-01-06 --suppose ukraine:nato-membership=deferred",
)
ASKED_OF_SMALL = (
    "compare north south east far --at 2024-02-15 --all",
    "compare north@2024-01-15 north --at 2024-06-01",
    "compare north north --at 2024-01-15",
    "changes --since 2024-01-15 --until 2024-06-01 --against south --all",
    "changes north --since 2024-01-15 --until 2024-06-01",
    "show north --at 2024-02-15",
    "show north --at 2024-06-01",
    "who level --at 2024-02-15",
    "history",
    "brief north south --at 2024-02-15",
    "conflicts north south --at 2024-02-15",
    "conflicts north --at 2024-02-15",
    "conflicts south --at 2024-02-15",
    "conflicts west --at 2024-06-01",
    "draft second north south west --at 2024-02-15",
    "draft plan west --at 2024-06-01",
    "draft odd west --at 2024-06-01",
    "drafts second --at 2024-06-01",
    "text second --at 2024-06-01",
    "text plan north --at 2024-02-15",
    "conflicts south --at 2024-02-15 --suppose south:pick=high --suppose south:either=no",
    'compare north south --at 2024-02-15 --suppose south:start={"order":["first","talks"]}',
    "validate",
    "issues",
    "parties",
    "sources north",
    "drafts",
)
#: An edit to the small dossier; None is a file that is gone. In the base one file cannot be read.
UNREAD = {"east/2024-02-21.yaml": "date: 2024-02-21\nterms: {level: 3}\n"}
EDIT: dict[str, str | None] = {
    "agenda.yaml": SMALL["agenda.yaml"].replace("kind: quantity, unit: week", "kind: quantity, unit: month"),
    "north/2024-06-01.yaml": """
        date: 2024-06-01
        title: A new one
        reaffirms: [pick, kit]
        withdraws: [due]
        terms: {level: {max: 0.2}, order: {order: [first, talks]}}
        """,
    "south/2024-06-02.yaml": "date: 2024-06-02\nterms: {start: {order: [talks, first]}}\n",
    "east/2023-06-01.yaml": "date: 2023-06-01\nterms: {pick: high}\n",
    "joint/2024-02-01-both.yaml": None,
    "drafts/2024-05-01-plan.yaml": None,
    "drafts/2024-06-01-second.yaml": SMALL["drafts/2024-06-01-second.yaml"].replace("text: The rest.", "text: Rest."),
    "drafts/2024-05-01-the-plan.yaml": SMALL["drafts/2024-05-01-plan.yaml"],
}
ASKED_OF_THE_RECORD = (
    "compare north south", "changes --since 2024-01-01", "show north", "who pick", "history", "matrix",
    "draft 2024-05-01-plan", "report north south", "brief north south", "text second",
    "conflicts north south --at 2024-02-15",
    "issues", "parties", "drafts", "find north", "coverage", "recode compare own.yaml", "sources",
    "verify",
)  # fmt: skip
#: A report that ends all that north holds, and what north states after it.
ENDED = {
    "north/2024-06-02.yaml": "date: 2024-06-02\nstanding: reported\nwithdraws: [all]\n",
    "north/2024-06-04.yaml": "date: 2024-06-04\nterms: {pick: mid}\n",
}
#: Parties that join and leave a bloc, and blocs of all sorts.
BLOCS = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          nepal: {name: Nepal, group: Asia}
          chad: {name: Chad}
          mali: {name: Mali}
          ldc: {name: LDC, members: {nepal: {until: 2024-03-01}, chad: {from: 2024-03-01}, mali: {}}}
          sids: {name: SIDS, members: [nepal]}
          bench: {name: Bench, size: 40}
          peru: {name: Peru, observer: true}
          lima: {name: Lima, observer: true}
          east: {name: East, members: [peru, lima], observer: true}
          west: {name: West, members: [peru], observer: true}
        issues:
          fund: {title: Fund, kind: choice, options: {grants: Grants, loans: Loans, talks: Talks}}
        """,
    "ldc/2024-01-10.yaml": "date: 2024-01-10\nterms: {fund: grants}\n",
    "bench/2024-01-11.yaml": "date: 2024-01-11\nterms: {fund: loans}\n",
    "mali/2024-02-01.yaml": "date: 2024-02-01\nterms: {fund: talks}\n",
    "chad/2024-04-01.yaml": "date: 2024-04-01\ndissents: [fund]\n",
    "east/2024-01-12.yaml": "date: 2024-01-12\nterms: {fund: {accepts: loans, firmness: red-line}}\n",
    "west/2024-01-12.yaml": "date: 2024-01-12\nterms: {fund: talks}\n",
    "drafts/2024-02-01-plan.yaml": "date: 2024-02-01\nby: [bench]\noutcomes: {fund: loans}\n",
    "drafts/2024-02-02-text.yaml": "date: 2024-02-02\nby: [bench]\noutcomes: {fund: grants}\n",
}
ASKED_OF_BLOCS = (
    "parties", "history nepal chad", "matrix --blocs --at 2024-04-02", "matrix --at 2024-02-15",
    "who fund --at 2024-02-01 --refuses loans",
    "show chad --at 2024-03-02", "changes --since 2024-02-01 --until 2024-03-02",
    "conflicts chad bench --at 2024-03-02", "conflicts chad ldc bench --at 2024-03-02",
    "conflicts nepal mali bench --at 2024-01-15",
    "compare nepal chad --by group --at 2024-02-10", "compare all --issue fund --at 2024-02-15",
    "compare chad peru --at 2024-04-02", "who fund --at 2024-04-02", "show chad --at 2024-04-02",
    "matrix peru bench --at 2024-02-15", "brief east peru ldc --at 2024-02-15", "brief peru lima ldc --at 2024-02-15",
    "draft plan nepal --at 2024-02-15", "drafts plan text --for nepal --at 2024-02-15",
    "text plan nepal ldc --at 2024-02-15",
)  # fmt: skip
ASKED_OF_ENDED = (
    "show north --at 2024-06-03 --with-reported",
    "compare north south --at 2024-06-03 --with-reported",
    "changes north --since 2024-06-01 --until 2024-06-03 --with-reported",
    "changes north --since 2024-06-03 --until 2024-06-05 --with-reported",
    "draft plan north --at 2024-06-03 --with-reported",
    "history north --with-reported",
)
#: Properties that no output here has, with the reason; `… = null`: that are never null here.
WITHOUT: dict[str, str] = {
    f"files: {shape}.{word}": "a term has it, and tests/reports/shapes/test_schemas.py holds it there"
    for shape, said in (
        ("conditional", "accepts rejects says"),
        ("alternative", "accepts"),
        ("outcome", "accepts"),
        ("option", "accepts max says"),
    )
    for word in {word for kind in KINDS.values() for word in kind.says}.difference(said.split())
} | {
    "answers: covered.text_file = null": "the page here is a text; tests/cli/test_coverage_command.py holds it",
    "answers: finding.hint = null": "the findings here all say what to do",
    "answers: cohesion.recorded": "the files in git here have no blocs; it is what every answer has with --rev",
    **{
        f"answers: choices-against-record.{when} = null": "so it is where they were not counted"
        for when in ("before", "after")
    },
    "answers: choices.free_together = null": "so it is of very many: tests/reports/shapes/test_choices.py",
    "answers: near.line": "pages of sources are needed: tests/cli/test_verify.py holds it to the schema there",
    "answers: near.text": "so are they for this",
    "answers: verified-quote.near": "and for this",
    "answers: party-result.completable = null": "so it is when the budget of questions ran out",
    "answers: party-verdict.completable = null": "so it is when the budget of questions ran out",
    **{
        f"answers: completable-against-record.{when} = null": "so it is when the budget of questions ran out"
        for when in ("before", "after")
    },
    **{
        f"answers: second-coding.{figure} = null": "so it is of one term, and tests/cli/test_recode.py holds it there"
        for figure in ("alpha", "low", "high")
    },
    "answers: second-coding.coder = null": "so it is where the sheet names nobody: tests/cli/test_recode.py",
    "answers: forced.issue = null": "so it is of the course of events",
    "answers: broken-rule.why = null": "the rules that drafts break here say why they hold",
}


@cache
def answers() -> tuple[tuple[str, str, Any], ...]:
    """What was asked, the command, and the JSON that it wrote: of the positions and of the small dossier."""

    def answer(asked: str, cwd: Path, code: int = 0) -> tuple[str, str, Any]:
        run = called(*asked.split(), "--format", "json", cwd=cwd)
        assert run.code == code, run.err
        command = asked.partition(" ")[0]
        name = "cohesion" if "--blocs" in asked else "draft-result" if command == "draft" else command
        return asked, name, json.loads(run.out)

    with TemporaryDirectory() as folder:
        write(Path(folder) / "small", SMALL)
        write(Path(folder) / "ended", SMALL | ENDED)
        write(Path(folder) / "blocs", BLOCS)
        broken = {
            path: text.replace("kind: text", "kind: txt").replace("red-line", "red") for path, text in SMALL.items()
        }
        broken["stray.yaml"] = broken["joint/2024-01-01.yaml"] = "date: 2024-02-01\ndate: 2024-02-01\n"
        broken["joint/2024-01-01.yaml"] += "".join(f"key-{number}: of no statement\n" for number in range(30))
        write(Path(folder) / "broken", broken)
        # A fraction without an end, by a conversion; in one dossier only, as the units library is slow to load.
        write(Path(folder) / "units", {path: text.replace("max: 0.5", "max: 1 day") for path, text in SMALL.items()})
        edited = repository(Path(folder) / "edited", SMALL | UNREAD)
        for path, text in EDIT.items():
            if text is None:
                edited.remove(path)
            else:
                edited.write({path: text})
        recoded(Path(folder) / "recoded")
        covered(Path(folder) / "covered")
        (edited.folder / "own.yaml").write_text("recode: 1\nterms: []\n", encoding="utf-8")
        return (
            answer("recode compare sheet.yaml", Path(folder) / "recoded", 3),
            answer("recode compare own.yaml", Path(folder) / "recoded"),
            answer("report union employer --at 2026-06-30", Path(folder) / "recoded"),
            answer("coverage", Path(folder) / "covered"),
            answer("show north --evidence", Path(folder) / "covered"),
            answer("find take", Path(folder) / "covered"),
            answer("check --against main --at 2024-12-31 --fail-on never", edited.folder),
            answer("check", Path(folder) / "small"),
            answer("check --require-verified", Path(folder) / "covered", 1),
            *(answer(f"{asked} --rev main", edited.folder, 3) for asked in ASKED_OF_THE_RECORD),
            *(answer(asked, REPOSITORY) for asked in ASKED_OF_POSITIONS),
            *(answer(asked, Path(folder) / "small") for asked in ASKED_OF_SMALL),
            *(answer(asked, Path(folder) / "ended") for asked in ASKED_OF_ENDED),
            *(answer(asked, Path(folder) / "blocs") for asked in ASKED_OF_BLOCS),
            answer("validate", Path(folder) / "broken", 3),
            answer("compare north south --at 2024-02-15", Path(folder) / "units"),
        )


def covered(folder: Path) -> None:
    """A dossier with a page, of which one sentence is quoted in part, none dismissed, and one quote is absent."""
    page = "We take half, unless it rains. Good morning."
    snapshot = f"{{file: page.txt, sha256: {sha256(page.encode()).hexdigest()}}}"
    statement = f"""
        date: 2024-01-01
        sources: {{a: {{title: A, url: 'https://a.example/', snapshot: {snapshot}}}, b: {{title: B}}}}
        terms:
          words: {{says: half, quote: We take half, source: a}}
          more: {{says: all, quote: We take all, source: a}}
          own: {{says: none, quote: So be it, source: b}}
        dismissed: [{{text: Good evening, reason: procedural}}]
        """
    issues = ", ".join(f"{name}: {{title: {name}, kind: text}}" for name in ("words", "more", "own"))
    agenda = f"posdiff: 1\nparties: {{north: {{name: North}}}}\nissues: {{{issues}}}\n"
    write(folder, {"agenda.yaml": agenda, "north/2024-01-01.yaml": statement, "sources/page.txt": page})


def recoded(folder: Path) -> None:
    """The wage round, a second coding that is kept, a sheet on which all can be wrong, and one of two terms."""
    shutil.copytree(REPOSITORY / "examples" / "wages" / "positions", folder / "positions")
    sheet = posdiff("recode", "sheet", "--sample", "31", cwd=folder).out
    wrong_two = {
        ("union/2026-03-30", "training"): "{says: Two weeks, firmness: 0}",
        ("union/2026-03-02", "agreement-length"): "{maxx: 12}",
    }
    text = {("union/2026-05-06", "training"): "{says: One week, firmness: flexible}"}
    hanging = {("union/2026-03-02", "pay-rise"): "{min: 6, applies_if: {second-step: no}}"}
    (folder / "sheet.yaml").write_text(
        filled_in(sheet, {**WAGES, **wrong_two, **text, **hanging}, "B"), encoding="utf-8"
    )
    kept = "positions/second-coding.json"
    posdiff("recode", "compare", "sheet.yaml", "--format", "json", "--output", kept, cwd=folder)
    row = "{statement: union/2026-03-02, issue: %s, coding: {%s}}"
    rows = (row % ("pay-rise", "min: 6"), row % ("agreement-length", "max: 12"))
    (folder / "own.yaml").write_text(f"recode: 1\nterms: [{', '.join(rows)}]\n", encoding="utf-8")
    (folder / "positions" / "mediator" / "2026-04-28.yaml").unlink()
    offer = folder / "positions" / "employer" / "2026-03-05.yaml"
    offer.write_text(offer.read_text(encoding="utf-8").replace("max: 3", "max: 2"), encoding="utf-8")


def test_every_command_has_its_schema() -> None:
    """Whatever a command answers in JSON has one; so have the files."""
    assert set(schemas.NAMES) == {*FILES, *COMMANDS, "draft-result", "cohesion"} - {
        "schema", "accept", "init", "new", "source", "git-diff-driver", "textconv", "chart", "site", "export",
    }  # fmt: skip


def test_what_commands_write_is_valid() -> None:
    """Every answer, on the positions and on the small dossier, is as its schema says."""
    for asked, name, value in answers():
        assert not wrong(name, value), asked
    assert {name for _, name, _ in answers()} == set(ANSWERS)


def test_no_property_is_made_up() -> None:
    """Every property stands in some file or answer here, and is null there if it may be; or there is a reason."""
    seen = {place for _, name, value in answers() for place in met(name, value)}
    files = (*texts().items(), *((path, dedent(text)) for path, text in BLOCS.items()))
    seen |= {place for path, text in files for place in met(named(path), as_text(text))}
    known: set[str] = set()
    for name in schemas.NAMES:
        one = schema(name)
        for where, held in ((family(name) + name, one), *((family(name) + k, v) for k, v in one["$defs"].items())):
            for place, inner in properties(held, where):
                known |= {place, f"{place} = null"} if nullable(inner) else {place}
    assert sorted(known - seen - WITHOUT.keys()) == []
    assert sorted(WITHOUT.keys() - (known - seen)) == []


@pytest.mark.parametrize("name", schemas.NAMES)
def test_the_command_prints_it(name: str) -> None:
    """``posdiff schema NAME`` prints the file as it is."""
    assert posdiff("schema", name, cwd=REPOSITORY) == Run(0, schemas.text(name), "")


def test_without_a_name_the_command_lists_them() -> None:
    """One name a line; a name that there is not gets the nearest."""
    assert posdiff("schema", cwd=REPOSITORY).out.split() == list(schemas.NAMES)
    run = posdiff("schema", "statment", cwd=REPOSITORY)
    assert run.code == 3 and "did you mean statement?" in run.err
