"""``export``: a small dossier as tables, and the questions of docs/scale.md answered from the tables of the sample."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

import posdiff
from posdiff.answers.positions import Positions
from posdiff.reports.tables.schema import TABLES, in_markdown
from running import called
from writing import write

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "scale.md"
#: What stands above this line is written by hand.
MARK = "<!-- what follows is written by pytest tests/cli/test_export.py --regenerate -->\n"
#: The questions of the page, in its order.
CHANGES, CONTRADICTIONS, OVERLAP, COHESION = re.findall(
    r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL
)
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          north: {name: North}
          south: {name: South}
          league: {name: League, members: {south: {from: 2024-03-01, until: 2024-10-31}}}
        issues:
          seat: {title: Seat, kind: choice, options: {capital: The capital, coast: The coast}}
          fee: {title: Fee, kind: quantity, unit: EUR}
        """,
    "north/2024-01-05.yaml": """
        date: 2024-01-05
        speaker: =The envoy
        sources: {paper: {title: A paper, url: https://example.org/paper}}
        terms:
          seat: {accepts: capital, firmness: red-line, quote: "Here, and nowhere else", source: paper}
          fee: {max: 10, expires: 2024-06-30}
        """,
    "north/2024-02-01.yaml": "date: 2024-02-01\nreaffirms: [seat]\n",
    "north/2024-08-01.yaml": "date: 2024-08-01\nwithdraws: [seat]\n",
    "league/2024-02-10.yaml": "date: 2024-02-10\nterms: {seat: coast, fee: {max: 8}}\n",
}
POSITIONS = """\
party,issue,valid_from,valid_until,position,first_held,last_stated,firmness,vague,standing,through,begun,ended,in_words
north,seat,2024-01-05,2024-02-01,1,2024-01-05,2024-01-05,red-line,false,stated,,added,,The capital
north,seat,2024-02-01,2024-08-01,1,2024-01-05,2024-02-01,red-line,false,stated,,,withdrawn,The capital
south,seat,2024-03-01,2024-11-01,2,2024-03-01,2024-02-10,firm,false,stated,league,inherited,no longer inherited,The coast
league,seat,2024-02-10,,2,2024-02-10,2024-02-10,firm,false,stated,,added,,The coast
north,fee,2024-01-05,2024-07-01,1,2024-01-05,2024-01-05,firm,false,stated,,added,expired,at most 10 EUR
south,fee,2024-03-01,2024-11-01,2,2024-03-01,2024-02-10,firm,false,stated,league,inherited,no longer inherited,at most 8 EUR
league,fee,2024-02-10,,2,2024-02-10,2024-02-10,firm,false,stated,,added,,at most 8 EUR
"""  # noqa: E501
RELATIONS = """\
issue,position,other,relation,within,change
seat,1,1,agreed,true,
seat,1,2,contradiction,false,reversed
seat,2,1,contradiction,false,reversed
seat,2,2,agreed,true,
fee,1,1,agreed,true,
fee,1,2,overlap,false,hardened
fee,2,1,overlap,true,softened
fee,2,2,agreed,true,
"""
MEMBERSHIPS = """\
bloc,party,number,valid_from,valid_until
league,south,1,2024-03-01,2024-11-01
"""
#: Over three years: the port is in the union by the league, the island by itself in 2024, by the league from 2026.
#: The port speaks for itself: within the union's words on the fee, not on the seat. The island dissents on the fee.
BLOCS = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          port: {name: Port}
          island: {name: Island}
          watch: {name: Watch, observer: true}
          league: {name: League, members: {port: {}, watch: {}, island: {from: 2026-01-01}}}
          union: {name: Union, members: {league: {}, island: {from: 2024-01-01, until: 2024-12-31}}}
        issues:
          seat: {title: Seat, kind: choice, options: {capital: The capital, coast: The coast}}
          fee: {title: Fee, kind: quantity, unit: EUR}
          preamble: {title: Preamble, kind: text}
        """,
    "union/2024-02-01.yaml": "date: 2024-02-01\nterms: {seat: capital, fee: {max: 10}, preamble: Peace}\n",
    "port/2025-02-01.yaml": "date: 2025-02-01\nterms: {seat: coast, fee: {max: 8}, preamble: Quiet}\n",
    "watch/2025-02-01.yaml": "date: 2025-02-01\nterms: {fee: {min: 12}}\n",
    "island/2024-03-01.yaml": "date: 2024-03-01\ndissents: [fee]\n",
    "island/2026-03-01.yaml": "date: 2026-03-01\nstanding: reported\ndissents: [seat]\n",
}
MEMBERSHIPS_OF_BLOCS = """\
bloc,party,number,valid_from,valid_until
league,port,1,,
league,island,1,2026-01-01,
league,watch,1,,
union,port,1,,
union,island,1,2024-01-01,2025-01-01
union,island,2,2026-01-01,
union,watch,1,,
union,league,1,,
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as Parquet, in ``tables``, and as a database, ``positions.sqlite``."""
    folder = tmp_path_factory.mktemp("sample")
    for format, place in (("parquet", "tables"), ("sqlite", "positions.sqlite")):
        run = called("export", "-f", format, "-o", str(folder / place), "--quiet", cwd=ROOT)
        assert (run.code, run.err) == (0, "")
    return folder


def _read(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))


def test_a_small_dossier_as_csv(tmp_path: Path) -> None:
    """Every table is there; positions and relations as text; the same files give the same bytes."""
    write(tmp_path, FILES)
    run = called("export", "-o", "tables", cwd=tmp_path)
    assert run.code == 0
    assert re.fullmatch(r"posdiff: wrote 12 tables, [\d,]+ bytes, to tables\n", run.err)
    folder = tmp_path / "tables"
    assert (folder / "positions.csv").read_text(encoding="utf-8") == POSITIONS
    assert (folder / "relations.csv").read_text(encoding="utf-8") == RELATIONS
    assert (folder / "memberships.csv").read_text(encoding="utf-8") == MEMBERSHIPS
    inherited = [row for row in _read(folder / "parts.csv") if row["through"]]
    assert {(row["statement"], row["through"], row["said_by"]) for row in inherited} == {
        ("league/2024-02-10.yaml", "league", "league")
    }
    assert [row["speaker"] for row in _read(folder / "statements.csv")] == ["'=The envoy", "", "", ""]
    assert _read(folder / "quotes.csv")[0]["text"] == "Here, and nowhere else"
    assert _read(folder / "sources.csv")[0]["url"] == "https://example.org/paper"
    assert json.loads(_read(folder / "terms.csv")[0]["offers"]) == [{"accepts": ["capital"], "if": None}]
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert [each["path"] for each in described["resources"]] == [f"{table.name}.csv" for table in TABLES]
    first = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert called("export", "-o", "tables", "--quiet", cwd=tmp_path).code == 0
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == first


@pytest.mark.parametrize(("format", "what"), [("csv", "a folder"), ("sqlite", "a database")])
def test_stdout_takes_no_folder_and_no_database(tmp_path: Path, format: str, what: str) -> None:
    write(tmp_path, FILES)
    run = called("export", "-f", format, "-o", "-", cwd=tmp_path)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"posdiff: error: {what} cannot go to stdout\nhint: name a f")
    assert not (tmp_path / "-").exists()


def test_what_others_made_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder or a file that posdiff did not write is refused, as is the folder of positions; so is Parquet without
    its library.
    """
    write(tmp_path, FILES)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("notes", encoding="utf-8")
    run = called("export", "-o", "mine", cwd=tmp_path)
    assert (run.code, run.err.splitlines()[0]) == (
        2,
        "posdiff: error: mine is not empty, and holds no export that posdiff wrote",
    )
    assert called("export", "-o", "positions", cwd=tmp_path).code == 2
    assert called("export", "-f", "sqlite", "-o", "mine/notes.txt", cwd=tmp_path).code == 2
    assert (tmp_path / "mine" / "notes.txt").read_text(encoding="utf-8") == "notes"
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    run = called("export", "-f", "parquet", "-o", "tables", cwd=tmp_path)
    assert (run.code, "posdiff[export]" in run.err, (tmp_path / "tables").exists()) == (2, True, False)


def test_what_is_wrong_with_the_files_is_told(tmp_path: Path) -> None:
    """The tables are written without it, and the run ends with 3. A dossier without statements has empty tables."""
    write(
        tmp_path, {"agenda.yaml": FILES["agenda.yaml"], "north/2024-01-05.yaml": "date: 2024-01-05\nterms: {no: x}\n"}
    )
    for format in ("csv", "parquet", "sqlite"):
        run = called("export", "-f", format, "-o", f"out-{format}", cwd=tmp_path)
        assert (run.code, "unknown-issue" in run.err) == (3, True), format
    assert _read(tmp_path / "out-csv" / "positions.csv") == []


def test_the_page_has_the_schema(request: pytest.FixtureRequest) -> None:
    by_hand, mark, schema = PAGE.read_text(encoding="utf-8").partition(MARK)
    if request.config.getoption("--regenerate"):
        PAGE.write_text(by_hand + MARK + in_markdown(), encoding="utf-8", newline="\n")
    else:
        assert (mark, schema) == (MARK, in_markdown()), f"{PAGE.name} differs; --regenerate writes it"


def test_parquet_and_sqlite_hold_the_same(tables: Path) -> None:
    """Row by row; and every key of the database names one row, and every name of another row leads to one."""
    from pyarrow import parquet

    with closing(sqlite3.connect(tables / "positions.sqlite")) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in TABLES:
            rows = parquet.read_table(tables / "tables" / f"{table.name}.parquet").to_pylist()
            held = [tuple(v.isoformat() if isinstance(v, date) else v for v in row.values()) for row in rows]
            assert held == database.execute(f"SELECT * FROM {table.name}").fetchall(), table.name


#: Two parties on a day: how they stand on each issue on which both hold anything.
PAIRS = """
SELECT one.issue, relations.relation FROM positions AS one
JOIN positions AS other ON other.issue = one.issue
JOIN relations ON relations.issue = one.issue
  AND relations.position = one.position AND relations.other = other.position
WHERE one.party = :one AND other.party = :other
  AND one.valid_from <= :day AND (one.valid_until IS NULL OR one.valid_until > :day)
  AND other.valid_from <= :day AND (other.valid_until IS NULL OR other.valid_until > :day)
"""


def test_relations_are_those_of_compare(tables: Path) -> None:
    """Every two parties, on several days."""
    positions = posdiff.open(ROOT / "positions")
    with closing(sqlite3.connect(tables / "positions.sqlite")) as database:
        for day in ("2022-03-29", "2024-06-14", "2025-03-18", "2026-01-08"):
            for one, other in combinations(positions.agenda.parties, 2):
                answer = positions.compare(one, other, at=day, conflicts=False, all=True).to_dict()
                compared = {row["issue"]: row["relation"] for row in answer["issues"]}
                of_both = {id: kind for id, kind in compared.items() if kind not in ("one-sided", "silent")}
                found = dict(database.execute(PAIRS, {"one": one, "other": other, "day": day}).fetchall())
                assert found == of_both, (one, other, day)


@pytest.mark.parametrize(
    ("since", "until"), [("2022-01-01", "2026-06-01"), ("2024-06-14", "2025-11-30"), ("2024-12-31", "2025-12-31")]
)
def test_changes_are_those_of_changes(tables: Path, since: str, until: str) -> None:
    """What became of every party between two days, kind by kind; what was reaffirmed, or stayed, too."""
    query = CHANGES.replace("2024-12-31", since).replace("2025-12-31", until)
    query = query.replace("WHERE kind NOT IN ('reaffirmed', 'unchanged')", "")
    with closing(sqlite3.connect(tables / "positions.sqlite")) as database:
        found = {(party, kind): number for party, kind, number, _ in database.execute(query)}
    assert found == _changes(since, until)


def _changes(since: str, until: str) -> dict[tuple[str, str], int]:
    positions = posdiff.open(ROOT / "positions")
    answer = positions.changes(*positions.agenda.parties, since=since, until=until, pictures=False).to_dict()
    return {
        (of["party"], kind): number for of in answer["parties"] for kind, number in of["summary"].items() if number > 0
    }


def _told(rows: Sequence[Sequence[Any]]) -> Iterator[tuple[Any, ...]]:
    """Rows with plain values: engines give figures as decimals too."""
    for row in rows:
        yield tuple(str(value) if isinstance(value, date) else value for value in row)


def _is_posdiffs(changed: list[Any], contradictions: list[Any], overlaps: list[Any]) -> None:
    """Whether the answers to the first three questions are those of posdiff."""
    expected = {
        key: number
        for key, number in _changes("2024-12-31", "2025-12-31").items()
        if key[1] not in ("reaffirmed", "unchanged")
    }
    assert {(party, kind): number for party, kind, number, _ in changed} == expected
    assert [row[3] for row in changed] == sorted((row[3] for row in changed), reverse=True)
    positions = posdiff.open(ROOT / "positions")
    parties = list(positions.agenda.parties)
    for day, number in list(_told(contradictions))[::12]:
        answers = (positions.compare(*pair, at=day, conflicts=False) for pair in combinations(parties, 2))
        assert sum(answer.to_dict()["summary"]["contradiction"] for answer in answers) == number, day
    found = {(year, one, other): (shared, float(overlap)) for year, one, other, shared, overlap in overlaps}
    assert len({year for year, _, _ in found}) >= 4
    for year in {year for year, _, _ in found}:
        for pair in positions.matrix(*parties, at=f"{year}-12-31").to_dict()["pairs"]:
            told = (pair["shared"], pair["value"]) if pair["shared"] else None
            assert found.get((year, pair["a"], pair["b"])) == told, (year, pair)


def _cohesion(positions: Positions, year: int) -> dict[str, tuple[int, int, float]]:
    """Of each bloc of which a member speaks for itself: the issues, those on which all stay within, and the share."""
    blocs = positions.cohesion(at=f"{year}-12-31").to_dict()["blocs"]
    return {each["bloc"]: (len(each["spoken"]), len(each["within"]), each["value"]) for each in blocs if each["spoken"]}


def _is_cohesion(rows: list[Any], positions: Positions, years: Sequence[int]) -> None:
    """Whether the answer to the last question is what posdiff says of each of these years."""
    for year in years:
        found = {bloc: (spoken, within, float(share)) for of, bloc, spoken, within, share in rows if of == year}
        assert found == _cohesion(positions, year), year


@pytest.fixture(scope="module")
def blocs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier of blocs, in ``positions``, and it as Parquet, in ``tables``."""
    folder = tmp_path_factory.mktemp("blocs")
    write(folder, BLOCS)
    for format, place in (("parquet", "tables"), ("csv", "csv")):
        assert called("export", "-f", format, "-o", place, "--quiet", cwd=folder).code == 0
    return folder


def test_blocs_as_csv(blocs: Path) -> None:
    """Who is in a bloc by another is there from day to day; and who says that it does not hold what its blocs hold."""
    assert (blocs / "csv" / "memberships.csv").read_text(encoding="utf-8") == MEMBERSHIPS_OF_BLOCS
    assert _read(blocs / "csv" / "dissents.csv") == [
        {"statement": "island/2024-03-01.yaml", "issue": "fee"},
        {"statement": "island/2026-03-01.yaml", "issue": "seat"},
    ]


def test_duckdb_answers_the_questions(tables: Path, blocs: Path) -> None:
    import duckdb

    def answers(folder: Path, *queries: str) -> Iterator[list[Any]]:
        with duckdb.connect() as database:
            for file in folder.glob("*.parquet"):
                database.execute(f"CREATE VIEW {file.stem} AS SELECT * FROM '{file}'")
            for query in queries:
                yield database.sql(query).fetchall()

    _is_posdiffs(*answers(tables / "tables", CHANGES, CONTRADICTIONS, OVERLAP))
    (of_blocs,) = answers(blocs / "tables", COHESION)
    assert of_blocs == [(2024, "union", 1, 0, 0.0), (2025, "union", 2, 1, 50.0), (2026, "union", 2, 0, 0.0)]
    _is_cohesion(of_blocs, posdiff.open(blocs / "positions"), (2024, 2025, 2026))


def test_pyspark_answers_the_questions(tables: Path, blocs: Path) -> None:
    """Where PySpark is installed, which takes longer than all else: it is not among what tests need."""
    sql = pytest.importorskip("pyspark.sql")
    builder = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    spark = builder.config("spark.sql.shuffle.partitions", "1").getOrCreate()

    def answers(folder: Path, *queries: str) -> Iterator[list[Any]]:
        for file in folder.glob("*.parquet"):
            spark.read.parquet(str(file)).createOrReplaceTempView(file.stem)
        for query in queries:
            yield [*map(tuple, spark.sql(query).collect())]

    try:
        spark.sparkContext.setLogLevel("ERROR")
        _is_posdiffs(*answers(tables / "tables", CHANGES, CONTRADICTIONS, OVERLAP))
        (of_blocs,) = answers(blocs / "tables", COHESION)
        _is_cohesion(of_blocs, posdiff.open(blocs / "positions"), (2024, 2025, 2026))
    finally:
        spark.stop()
