"""What ``changes`` says of one party: field by field in JSON, at a glance in text."""

from __future__ import annotations

from pathlib import Path

from answering import asked, to_dict
from posdiff.reports import formats
from writing import dossier

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}}
    issues:
      status: {title: Status, kind: choice, ordered: true, options: {barred: Barred, later: Later, open: Open}}
      colour: {title: Colour, kind: choice, options: {red: Red, green: Green, blue: Blue}}
      ceiling: {title: Ceiling, kind: quantity, unit: person, whole: true, unlimited: No ceiling}
      rights: {title: Rights, kind: text}
    """


def test_fields(tmp_path: Path) -> None:
    """Field by field, what changed inside a term."""
    files = {
        "agenda.yaml": AGENDA,
        "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {ceiling: {max: 85000}}\n",
        "north/2024-06-01.yaml": "date: 2024-06-01\nterms: {ceiling: {max: 100000, firmness: red-line}}\n",
    }
    answer = asked(dossier(tmp_path, files)).changes("north", since="2024-03-01", until="2024-12-31")
    (found,) = to_dict(answer)["parties"][0]["changes"]
    assert found["fields"] == [
        {"path": ["firmness"], "before": "firm", "after": "red-line"},
        {"path": ["offers", 0, "accepts", "max"], "before": 85000, "after": 100000},
    ]


def test_page_says_at_a_glance_that_nothing_changed(tmp_path: Path) -> None:
    """The first lines say whether anything changed."""
    files = {
        "agenda.yaml": AGENDA,
        "north/2024-01-01.yaml": "date: 2024-01-01\nterms: {status: open, colour: red}\n",
        "north/2024-02-01.yaml": "date: 2024-02-01\nterms: {rights: protected}\nreaffirms: all\n",
    }
    answer = asked(dossier(tmp_path, files)).changes("north", since="1 January 2024", until="2024-12-31")
    assert formats.write(answer, "text") == (
        "Changes from the end of 2024-01-01 to 2024-12-31\n"
        "\n"
        "North\n"
        "  = Nothing changed in the 2 positions held on 2024-01-01: all were reaffirmed.\n"
        "  + 1 issue taken up since.\n"
        "\n"
        "+ ADDED (1)  no position at the beginning\n"
        "\n"
        "+ Rights  rights\n"
        "  after       protected  [said 2024-02-01]\n"
        "\n"
        "= REAFFIRMED (2)  the same, stated again\n"
        "\n"
        "= Status  status\n"
        "  now         Open  [said 2024-01-01, reaffirmed 2024-02-01]\n"
        "\n"
        "= Colour  colour\n"
        "  now         Red  [said 2024-01-01, reaffirmed 2024-02-01]\n"
    )
