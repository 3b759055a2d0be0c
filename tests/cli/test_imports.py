"""Which libraries a command imports: the heavy ones only when the answer needs them, so that the start stays fast."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from writing import write

#: The command line ends with ``os._exit``, so that what was imported is told in the place of that.
_TOLD = """
import os, sys
from posdiff.cli import app

def told(code):
    sys.stdout.flush()
    sys.stderr.write(f"\\n{' '.join(sys.modules)}\\n{code}\\n")
    sys.stderr.flush()
    os._exit(code)

app._exit = told
app.main()
"""

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          north: {name: North}
          south: {name: South}
        issues:
          border: {title: Border, kind: choice, options: {here: Here, there: There}}
          distance: {title: Distance, kind: quantity, unit: km}
          words: {title: Words, kind: text}
        """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        terms:
          border: here
          distance: {min: 10}
          words: ours
        """,
    "south/2024-01-01.yaml": """
        date: 2024-01-01
        terms:
          border: there
          distance: {max: 5}
        """,
    "north/2024-02-01.yaml": """
        date: 2024-02-01
        reaffirms: all
        """,
    "south/2024-02-01.yaml": """
        date: 2024-02-01
        terms:
          border: [here, there]
        """,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a dossier in which north says the same again, and south moves on one issue."""
    write(tmp_path, FILES)
    return tmp_path


def imported(folder: Path, *arguments: str) -> set[str]:
    """The libraries and modules that a run of the command line has imported by its end; the run has to succeed."""
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("POSDIFF", "PYTHONPATH")) and name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM")
    }
    done = subprocess.run(
        [sys.executable, "-c", _TOLD, *arguments],
        cwd=folder,
        env=clean,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    *_, modules, code = done.stderr.splitlines()
    assert code == "0", done.stderr
    return set(modules.split())


def test_comparing_to_json_imports_no_library_for_drawing_for_units_or_for_differences(folder: Path) -> None:
    """JSON needs typer and yaml, and nothing else that is heavy."""
    modules = imported(folder, "compare", "north", "south", "--format", "json")
    assert {"typer", "yaml", "posdiff.reports.shapes.compare"} <= modules
    assert not {"rich", "deepdiff", "pint", "jinja2", "pydantic", "numpy", "asyncio", "logging"} & modules
    assert "posdiff.reports.document" not in modules


def test_comparing_to_text_in_a_pipe_imports_no_library_for_drawing(folder: Path) -> None:
    """What is not drawn does without rich, and text does without JSON's module."""
    modules = imported(folder, "compare", "north", "south")
    assert "posdiff.reports.writers.terminal" in modules
    assert not {"rich", "deepdiff", "pint", "pydantic", "posdiff.reports.shapes.compare"} & modules


@pytest.mark.parametrize("option", [("--color", "always"), ("--width", "60")])
def test_drawing_imports_rich(folder: Path, option: tuple[str, str]) -> None:
    """Colour and wrapping are what rich is for."""
    assert "rich" in imported(folder, "compare", "north", "south", *option)


def test_changes_without_a_changed_term_import_no_library_for_differences(folder: Path) -> None:
    """A term that was stated again, and is the same, has no fields to tell apart."""
    modules = imported(folder, "changes", "north", "--since", "2024-01-15", "--until", "2024-03-01", "-f", "json")
    assert "posdiff.comparison.changes" in modules
    assert not {"deepdiff", "rich", "pint"} & modules


def test_changes_with_a_changed_term_import_deepdiff(folder: Path) -> None:
    """DeepDiff tells field by field what differs inside a term that changed."""
    modules = imported(folder, "changes", "south", "--since", "2024-01-15", "--until", "2024-03-01", "-f", "json")
    assert "deepdiff" in modules


def test_changes_as_text_import_deepdiff_only_when_fields_are_asked_for(folder: Path) -> None:
    """A page shows fields only on demand, and only then pays for them."""
    arguments = ("changes", "south", "--since", "2024-01-15", "--until", "2024-03-01")
    assert "deepdiff" not in imported(folder, *arguments)
    assert "deepdiff" in imported(folder, *arguments, "--fields")


def test_a_value_in_another_unit_imports_pint(folder: Path) -> None:
    """Miles are converted to the issue's kilometres by pint; kilometres need no conversion."""
    path = folder / "positions/south/2024-03-01.yaml"
    for value, needed in (("7 km", False), ("7 mile", True)):
        path.write_text(f"date: 2024-03-01\nterms:\n  distance: {{max: {value}}}\n", encoding="utf-8")
        assert ("pint" in imported(folder, "compare", "north", "south", "-f", "json")) is needed, value


def test_a_site_that_is_written_opens_no_server(folder: Path) -> None:
    """What serves is imported where somebody serves."""
    modules = imported(folder, "site", "-o", "public")
    assert "posdiff.reports.site.pages" in modules
    assert not {"http.server", "socketserver", "posdiff.cli.site_server", "posdiff.cli.edited_site"} & modules


@pytest.mark.parametrize("arguments", [("rules",), ("explain", "term-changed", "-f", "json")])
def test_the_manual_reads_no_file_and_draws_nothing(folder: Path, arguments: tuple[str, ...]) -> None:
    """The pages are texts of the program."""
    modules = imported(folder, *arguments)
    assert not {"yaml", "rich", "deepdiff", "pint", "jinja2", "posdiff.documents.parsing"} & modules


def test_the_version_is_told_without_reading_or_drawing_anything(folder: Path) -> None:
    """The version is a constant: no file is read, no metadata is searched."""
    modules = imported(folder, "--version")
    assert not {"yaml", "rich", "deepdiff", "pint", "importlib.metadata", "posdiff.dossier.dossier"} & modules


@pytest.mark.parametrize(
    "command",
    [["compare", "north", "south"], ["changes", "--since", "2024-01-15"], ["show", "north"], ["validate"], ["check"],
     ["history"], ["matrix"], ["issues"], ["find", "north"]],
    ids=lambda command: command[0],
)  # fmt: skip
def test_what_needs_no_git_starts_no_process(folder: Path, command: list[str]) -> None:
    """Without --rev, --recorded, --against or --staged nothing of ours that could ask git (Typer has subprocess)."""
    modules = imported(folder, *command, "-f", "json")
    assert not {"posdiff.dossier.sources.repository", "posdiff.dossier.sources.revision"} & modules


@pytest.mark.parametrize("format", ["text", "markdown", "json"])
def test_comparing_where_nothing_ties_issues_together_imports_nothing_of_conflicts(folder: Path, format: str) -> None:
    """A conflict over several issues takes a condition, a rule, or several offers on the course of events."""
    arguments = ("compare", "north", "south", "-f", format)
    assert not {name for name in imported(folder, *arguments) if name.startswith("posdiff.comparison.conflicts")}
    tied = "date: 2024-03-01\nterms:\n  border: {accepts: here, applies_if: {distance: {min: 3}}}\n"
    (folder / "positions/north/2024-03-01.yaml").write_text(tied, encoding="utf-8")
    finds = "posdiff.comparison.conflicts.several_issues" in imported(folder, *arguments)
    assert finds is (format != "json")  # JSON holds the issues, and leaves this to ``conflicts``
    assert not {"pysat", "deepdiff", "pint"} & imported(folder, "conflicts", "north", "south", "-f", format)


def test_only_the_command_that_is_called_is_imported(folder: Path) -> None:
    """Building a command costs time, so the others are not built."""
    modules = imported(folder, "compare", "north", "south", "-f", "json")
    assert {name for name in modules if name.startswith("posdiff.cli.commands.")} == {"posdiff.cli.commands.compare"}


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import posdiff", {"typer", "yaml", "rich", "posdiff.cli", "posdiff.dossier", "posdiff.documents"}),
        ("from posdiff import open", {"typer", "rich", "yaml", "deepdiff", "pint", "posdiff.cli", "posdiff.reports"}),
    ],
)
def test_the_library_imports_no_more_than_is_asked_for(statement: str, absent: set[str]) -> None:
    """Importing posdiff costs nothing, and its public names bring no command line with them."""
    code = f"import sys\n{statement}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert not absent & set(done.stdout.split())
