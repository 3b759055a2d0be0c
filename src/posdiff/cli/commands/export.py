"""posdiff export"""

from posdiff.cli import options as o

HELP = """Write the whole dossier as tables for databases and data frames: CSV, SQLite or Parquet.

What is held from which day to which, and how each two positions stand, is there as posdiff finds it: an answer is a
join. docs/scale.md has the columns, the keys and examples.

Examples:

  posdiff export -o tables

  posdiff export --format sqlite -o positions.sqlite

  posdiff export --format parquet -o tables --with-reported
"""


def export(
    *, files: o.Files, output: o.TablesPlace, format: o.TablesFormat = "csv", with_reported: o.WithReported = False,
    force: o.ForceFolder = False, quiet: o.Quiet = False,
) -> int:  # fmt: skip
    """Write the whole dossier as tables."""
    from pathlib import Path

    from posdiff.cli import files as whole_files
    from posdiff.cli import opening, site_folder
    from posdiff.cli.output import say, say_findings
    from posdiff.findings.failure import INPUT, USAGE, Failure
    from posdiff.reports.tables import writing
    from posdiff.reports.tables.schema import TABLES

    if format == "parquet":
        writing.require_pyarrow()
    positions = opening.positions(files)
    answer = positions.export(with_reported=with_reported)
    place = Path(output)
    if format == "sqlite":
        if output == "-":
            raise Failure("a database cannot go to stdout", hint="name a file", code=USAGE)
        database = writing.sqlite(answer)
        whole_files.write(whole_files.planned(place, database, force))
        size = len(database)
    else:
        texts = writing.folder(answer, format)
        plan = site_folder.planned(place, texts, positions.folder, force, site_folder.EXPORT)
        site_folder.write(plan)
        size = sum(map(len, plan.files.values()))
    if not quiet:
        say(f"wrote {len(TABLES)} tables, {size:,} bytes, to {place}")
    if answer.basis.errors:
        say_findings(answer.basis.errors, answer.basis.root)
        return INPUT
    return 0
