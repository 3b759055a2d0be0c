"""The page of a statement: what it changed, of whoever spoke and of those who hold it through a bloc."""

from __future__ import annotations

from pathlib import Path

from answering import asked
from posdiff.reports.document import Table, text_of
from posdiff.reports.site import statement
from writing import dossier

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          ldc: {name: LDC, members: [niger, togo, mali]}
          niger: {name: Niger}
          togo: {name: Togo}
          mali: {name: Mali}
        issues:
          fund: {title: Fund, kind: choice, options: {grants: Grants, loans: Loans}}
          words: {title: Words, kind: text}
        """,
    "mali/2024-01-01.yaml": "date: 2024-01-01\nterms: {fund: loans}\n",
    "ldc/2024-01-10.yaml": "date: 2024-01-10\nterms: {fund: grants, words: Now}\n",
}


def test_of_members_it_is_counted_how_many_moved_how(tmp_path: Path) -> None:
    """None of them said it: a word for each, without a name, would read as so many moves of the bloc."""
    site = asked(dossier(tmp_path, FILES)).site()
    (said,) = (each for each in site.statements if each.parties == ("ldc",))
    page = statement.document(site, said, statement.moves(site)[said.location.file])
    (table,) = (block for part in page.sections for block in part.blocks if isinstance(block, Table))
    assert [[text_of(line) for line in row.cells[-1].lines] for row in table.rows] == [
        ["added", "through it, of members: 2 added"],
        ["added", "through it, of members: 3 added"],
    ]
