"""Of options of a draft that cross a red line: through which bloc a party holds that, where it is not its own."""

from __future__ import annotations

from pathlib import Path

from answering import asked_in_words
from posdiff.reports import formats
from posdiff.reports.formats import Look
from writing import dossier

#: Invented talks: Samoa has said nothing, AOSIS has a red line.
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {aosis: {name: AOSIS, members: [samoa]}, samoa: {name: Samoa}}
        issues:
          phaseout: {title: Phase-out, kind: choice, options: {no: No, yes: Yes}}
        """,
    "aosis/2024-03-01.yaml": "date: 2024-03-01\nterms: {phaseout: {accepts: yes, firmness: red-line}}\n",
    "drafts/2024-05-01-text.yaml": """
        date: 2024-05-01
        outcomes: {phaseout: {options: [{accepts: yes}, {accepts: no}]}}
        """,
}


def test_through_which_bloc_a_red_line_of_options_is_held(tmp_path: Path) -> None:
    answer = asked_in_words(dossier(tmp_path, FILES), "draft 2024-05-01-text aosis samoa")
    told = formats.write(answer, "text", Look(full=False)).splitlines()
    assert [line for line in told if "its red line" in line] == [
        "  AOSIS: Phase-out met with option 1 of 2 only; option 2 crosses its red line",
        "  Samoa: Phase-out met with option 1 of 2 only; option 2 crosses its red line, held through AOSIS",
    ]
