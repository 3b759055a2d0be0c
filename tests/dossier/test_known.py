"""What was read before is not read again, and it makes no difference but to the time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from posdiff.dossier.dossier import Dossier
from posdiff.dossier.reading.load import Known, assemble
from posdiff.dossier.sources import tree
from posdiff.dossier.sources.edits import edited
from repositories import BASE
from writing import write

SAMPLE = Path(__file__).parents[2] / "positions"
Files = dict[str, bytes]


def sample() -> Files:
    """The sample positions, by path."""
    return {file.path: file.data or b"" for file in tree.read(SAMPLE)[0]}


def dossiers(before: Files, after: Files) -> tuple[Dossier, Dossier, Dossier]:
    """The files before, read beside those after; the same read by themselves; those after."""
    old, new = ([tree.File(path, data) for path, data in sorted(each.items())] for each in (before, after))
    now = assemble(new, [])
    return assemble(old, [], Known(now, edited(old, new).same)), assemble(old, []), now


def told(dossier: Dossier) -> object:
    """All of a dossier, the spaces of its issues by what they say."""
    issues = [
        (
            {key: value for key, value in one._asdict().items() if key != "space"},
            one.space.kind,
            one.space.in_words(one.space.everything),
        )
        for one in dossier.agenda.issues.values()
    ]
    agenda = dossier.agenda
    return (
        issues, agenda.title, agenda.parties, agenda.topics, agenda.steps, agenda.rules,
        dossier.statements, dossier.drafts, dossier.findings, dossier.texts,
    )  # fmt: skip


def edits() -> dict[str, tuple[bytes, bytes]]:
    """Edits to the sample: in every file what is found is put in the place of what is looked for."""
    return {
        "nothing": (b"", b""),
        "a title of the agenda": (b"title: Ending", b"title: The end of"),
        "a step": (b"ceasefire: ", b"ceasefire: The "),
        "a unit": (b"unit: person", b"unit: soldier"),
        "a party": (b"united-states:", b"united-states-of-america:"),
        "an option": (b"barred: ", b"excluded: "),
        "a word in a quote": (b"peace", b"Peace"),
        "a date": (b"date: 2025-06-02", b"date: 2025-06-03"),
        "something broken": (b"kind: choice", b"kind: choise"),
    }


@pytest.mark.parametrize("edit", edits())
@pytest.mark.parametrize("backwards", [False, True])
def test_what_is_known_is_as_if_it_were_read(edit: str, backwards: bool) -> None:
    """Beside any other version the files say what they say by themselves."""
    old, new = edits()[edit]
    before = sample()
    after = {path: data.replace(old, new) if old else data for path, data in before.items()}
    assert (after == before) == (edit == "nothing")
    with_known, alone, _ = dossiers(*((after, before) if backwards else (before, after)))
    assert told(with_known) == told(alone)


def test_every_issue_that_another_agenda_has_not() -> None:
    """Each issue in turn is gone from the other agenda: statements on it are read, and no other ones."""
    before = sample()
    names = re.findall(rb"^  ([a-z][a-z0-9-]*):\n    title:", before["agenda.yaml"], re.MULTILINE)
    assert len(names) > 10
    looked_at = 0
    for name in names[::4]:
        other = dict(before)
        other["agenda.yaml"] = re.sub(
            rb"^  " + name + rb":$", b"  another-name:", other["agenda.yaml"], flags=re.MULTILINE
        )
        with_known, alone, now = dossiers(before, other)
        assert told(with_known) == told(alone)
        if any(finding.location.file == "agenda.yaml" for finding in now.findings):
            continue  # a rule of the agenda names the issue: nothing is taken over from an agenda with errors
        looked_at += 1
        again = {one.location.file for one in with_known.statements} - {
            one.location.file for one in with_known.statements if any(one is each for each in now.statements)
        }
        assert again < {one.location.file for one in with_known.statements}
        for one in with_known.statements:
            if name.decode() in one.terms:
                assert one.location.file in again
    assert looked_at > 2


def test_what_is_the_same_is_the_same_object(tmp_path: Path) -> None:
    """So that whoever compares two versions may ask whether they are one."""
    write(tmp_path, BASE)
    before = {file.path: file.data or b"" for file in tree.read(tmp_path / "positions")[0]}
    after = before | {"north/2024-03-01.yaml": b"date: 2024-03-01\nterms: {cap: {min: 1}}\n"}
    old, _, now = dossiers(before, after)
    assert old.agenda is now.agenda
    assert all(any(one is each for each in now.statements) for one in old.statements)
    after["agenda.yaml"] = before["agenda.yaml"].replace(b"unit: km", b"unit: mile")
    old, _, now = dossiers(before, after)
    north, south = old.statements
    assert any(north is each for each in now.statements) and not any(south is each for each in now.statements)
    same = [id for id, issue in old.agenda.issues.items() if issue.space is now.agenda.issues[id].space]
    assert same == ["border", "order"]
