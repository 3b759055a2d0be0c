"""The tables of ``export`` as files: CSV, a database of SQLite, Parquet; and what they hold as a Data Package."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any, Literal

from posdiff.findings.failure import USAGE, Failure
from posdiff.reports.csv import text_cell
from posdiff.reports.tables.rows import Value, rows
from posdiff.reports.tables.schema import TABLES, ColumnType, ExportColumn, ExportTable

if TYPE_CHECKING:
    from posdiff.answers.export import Export

#: The description of the tables, in the form of the Data Package standard.
DESCRIPTION = "datapackage.json"


def folder(answer: Export, format: Literal["csv", "parquet"]) -> dict[str, str | bytes]:
    """The files of a folder by their names: a table each, and their description."""
    if format == "parquet":
        require_pyarrow()
    table_file = _csv if format == "csv" else _parquet
    files = {f"{table.name}.{format}": table_file(table, answer) for table in TABLES}
    return {**files, DESCRIPTION: json.dumps(_description(format), indent=2) + "\n"}


def require_pyarrow() -> None:
    """Raises Failure (usage) where the library that writes Parquet is not installed."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError:
        hint = "python -m pip install 'posdiff[export]', or leave it at --format csv or sqlite, which need nothing"
        raise Failure("Parquet needs the library pyarrow, which is not installed", hint=hint, code=USAGE) from None


def _csv(table: ExportTable, answer: Export) -> str:
    """RFC 4180; nothing stands for null. As in every CSV of posdiff, nothing in a cell is taken for a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.column_names)
    writer.writerows(map(_cell, row) for row in rows(answer, table.name))
    return out.getvalue()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return text_cell(value) if isinstance(value, str) else str(value)


_SQLITE: dict[ColumnType, str] = {
    "text": "TEXT",
    "integer": "INTEGER",
    "boolean": "INTEGER",
    "date": "TEXT",
    "json": "TEXT",
}


def sqlite(answer: Export) -> bytes:
    """A database of SQLite. Days are ISO texts, true and false are 1 and 0."""
    import sqlite3

    with sqlite3.connect(":memory:") as database:
        for table in TABLES:
            database.execute(_definition(table))
            values = [tuple(map(_sqlite_value, row)) for row in rows(answer, table.name)]
            places = ", ".join("?" * len(table.columns))
            database.executemany(f"INSERT INTO {table.name} VALUES ({places})", values)
        database.commit()
        data = database.serialize()
    database.close()
    return data


def _definition(table: ExportTable) -> str:
    columns = [
        f'"{column.name}" {_SQLITE[column.type]}{"" if column.may_be_null else " NOT NULL"}' for column in table.columns
    ]
    keys = {each.name: ", ".join(each.key) for each in TABLES}
    columns.append(f"PRIMARY KEY ({keys[table.name]})")
    columns += [
        f"FOREIGN KEY ({', '.join(foreign.columns)}) REFERENCES {foreign.table} ({keys[foreign.table]})"
        for foreign in table.foreign_keys
    ]
    return f"CREATE TABLE {table.name} ({', '.join(columns)})"


def _sqlite_value(value: Value) -> str | int | None:
    return value if value is None or isinstance(value, str | int) else value.isoformat()


def _parquet(table: ExportTable, answer: Export) -> bytes:
    import pyarrow
    from pyarrow import parquet

    types = {
        "text": pyarrow.string(), "integer": pyarrow.int64(), "boolean": pyarrow.bool_(), "date": pyarrow.date32(),
        "json": pyarrow.string(),
    }  # fmt: skip
    of_columns = list(zip(*rows(answer, table.name), strict=True)) or [()] * len(table.columns)
    fields = [pyarrow.field(column.name, types[column.type], column.may_be_null) for column in table.columns]
    arrays = [pyarrow.array(held, field.type) for held, field in zip(of_columns, fields, strict=True)]
    out = pyarrow.BufferOutputStream()
    parquet.write_table(pyarrow.table(arrays, pyarrow.schema(fields)), out)
    data: bytes = out.getvalue().to_pybytes()
    return data


def _description(format: str) -> dict[str, Any]:
    """The tables as the Data Package standard describes them."""
    return {
        "profile": "data-package",
        "name": "posdiff-export",
        "resources": [_resource(table, format) for table in TABLES],
    }


def _resource(table: ExportTable, format: str) -> dict[str, Any]:
    keys = {each.name: list(each.key) for each in TABLES}
    return {
        "name": table.name,
        "path": f"{table.name}.{format}",
        "description": table.says,
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {"fields": list(key.columns), "reference": {"resource": key.table, "fields": keys[key.table]}}
                for key in table.foreign_keys
            ],
        },
    }


def _field(column: ExportColumn) -> dict[str, Any]:
    held = {"text": "string", "json": "string"}.get(column.type, column.type)
    described = {"name": column.name, "type": held, "description": column.says}
    return described if column.may_be_null else {**described, "constraints": {"required": True}}
