"""Every format for findings, whole: an edit that broke a file, removed a statement and left a warning.

``pytest tests/cli/test_findings_golden.py --regenerate`` writes the files anew; read the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reading_findings import READERS
from running import git, posdiff
from writing import write

GOLDEN = Path(__file__).parents[1] / "reports" / "golden"
ENDINGS = {
    "text": "txt", "markdown": "md", "html": "html", "json": "json", "github": "github", "gitlab": "gitlab.json",
    "sarif": "sarif", "junit": "xml", "csv": "csv",
}  # fmt: skip
BEFORE = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}, south: {name: South}}
        issues:
          status: {title: Status of the port, kind: choice, options: {shared: Shared, free: Free}}
          ceiling: {title: Ceiling on forces, kind: quantity, unit: person}
        """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
        terms:
          status: shared
        """,
    "north/2024-02-01.yaml": """
        date: 2024-02-01
        sources: {paper: {publisher: A newspaper, url: "https://example.org/b"}}
        terms:
          ceiling: {max: 5000}
        """,
    "south/2024-01-01.yaml": """
        date: 2024-01-01
        sources: {paper: {publisher: A newspaper, url: "https://example.org/c"}}
        terms:
          status: free
          ceiling: {min: 6000}
        """,
}
AFTER = {
    "north/2024-03-01.yaml": """
        date: 2024-03-01
        sources: {paper: {publisher: A newspaper, url: "https://example.org/d"}}
        terms:
          status: {accepts: free, firmness: red-line}
          ceiling: {maximum: 4000}  # ::error::🕊️ ##[x] <b>
        """,
}


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository in which the edit is not yet committed."""
    folder = tmp_path_factory.mktemp("edited")
    write(folder, BEFORE)
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "before")
    (folder / "positions" / "north" / "2024-01-01.yaml").unlink()
    write(folder, AFTER)
    return folder


@pytest.mark.parametrize("format", ENDINGS)
def test_an_edit_in_every_format(edited: Path, format: str, request: pytest.FixtureRequest) -> None:
    run = posdiff("check", "--against", "HEAD", "--at", "2024-06-01", "--format", format, cwd=edited)
    assert (run.code, run.err) == (3, "")
    READERS[format](run.out if format != "text" else run.out.split("\n\nWhat the edit means", maxsplit=1)[0])
    file = GOLDEN / f"edit-check.{ENDINGS[format]}"
    if request.config.getoption("--regenerate"):
        file.write_bytes(run.out.encode("utf-8"))
    assert run.out.encode("utf-8") == file.read_bytes(), f"{file} differs; --regenerate writes it"
