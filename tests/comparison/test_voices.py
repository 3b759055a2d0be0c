"""Who counts once on an issue, a bloc and those who hold what it says; and who is bound to both sides through blocs."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from posdiff.comparison.relations import compare
from posdiff.comparison.same_positions import on_issue
from posdiff.comparison.voices import voices
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.fold import position
from posdiff.dossier.position import Position
from posdiff.dossier.region import Settlements
from writing import dossier

AGENDA = """
    posdiff: 1
    parties:
      north: {name: North}
      south: {name: South}
      east: {name: East, members: [north, south]}
      west: {name: West, members: [north]}
      world: {name: World, members: [east]}
      ring: {name: Ring, members: [south, east]}
    issues:
      status: {title: Status, kind: choice, options: {a: A, b: B, c: C}}
    """


def read(folder: Path, said: str, asked: str) -> tuple[Dossier, dict[str, Position]]:
    """Who says what (``east a/b``, what is reported of a party with ``?``), and the positions that are asked for.

    These are as of 15 January where ``@`` is put behind a party, else as of 1 February, with ``+`` as reported.
    """
    files = {"agenda.yaml": AGENDA}
    for each in said.split(", "):
        party, options = each.split()
        day, head = ("2024-01-02", "standing: reported\n") if party.endswith("?") else ("2024-01-01", "")
        terms = f"terms: {{status: [{', '.join(options.split('/'))}]}}"
        files[f"{party.strip('?')}/{day}.yaml"] = f"date: {day}\n{head}{terms}\n"
    known = dossier(folder, files)
    assert not [finding for finding in known.findings if finding.severity == "error"], known.findings
    days = {label: date(2024, 1, 15) if "@" in label else date(2024, 2, 1) for label in asked.split()}
    return known, {
        label: position(known, label.strip("@+"), day.toordinal(), with_reported="+" in label)
        for label, day in days.items()
    }


#: Who says what, who is asked, and the voices: who counts, with an asterisk by its own words, and who counts with it;
#: behind ``=`` the voices that say between them what is held, so that it does not count.
VOICES = [
    ("north a", "north south", ["north*"]),
    ("north a", "north@ north", ["north@*", "north*"]),
    ("north a, south a", "north south", ["north*", "south*"]),
    ("east a", "north south east", ["east* north south"]),
    ("east a", "north south", ["north south"]),
    ("east a", "south north@ north", ["south north@ north"]),
    ("east a", "east@ east north", ["east@* north", "east*"]),
    ("east a, north a", "north south east", ["north*", "east* south"]),
    ("east a/b, west b/c", "north south east west", ["north = east west", "east* south", "west*"]),
    ("east a/b, west b/c", "north south west", ["north = south west", "south", "west*"]),
    ("east a/b, west b/c", "north west", ["north", "west*"]),
    ("ring a", "south east north ring", ["ring* south east north"]),
    ("ring a", "south east north", ["east south north"]),
    (
        "ring a/b, east a, west a/c",
        "north south east west ring",
        ["north = east west", "south = east ring", "east*", "west*", "ring*"],
    ),
    ("world a, west a/b", "south east world west", ["world* south east", "west*"]),
    ("north a, north? b", "north north+", ["north*", "north+*"]),
    ("east a, east? b", "north north+ south+", ["north", "north+", "south+"]),
    ("east a, west? b", "south north north+", ["south north", "north+"]),
]


@pytest.mark.parametrize(("said", "asked", "expected"), VOICES)
def test_who_counts_once(tmp_path: Path, said: str, asked: str, expected: Sequence[str]) -> None:
    _, positions = read(tmp_path, said, asked)
    held = {label: each.terms["status"] for label, each in positions.items() if each.terms}
    found = voices(held, {label: label.strip("@+") for label in held})
    told = [" ".join((each.first + "*" * each.own, *each.others)) for each in found]
    of = [f" = {' '.join(each.made_of)}" if each.made_of else "" for each in found]
    assert [said + words for said, words in zip(told, of, strict=True)] == expected
    assert [each.labels for each in found] == [tuple(each.replace("*", "").split()) for each in told]


@pytest.mark.parametrize("seed", range(150))
def test_whoever_spoke_is_a_voice_and_nobody_else(tmp_path: Path, seed: int) -> None:
    """Of all parties: the voices are those who said something, and each holds what those say of whom it is made."""
    draw = random.Random(seed)
    ids = [f"p{number}" for number in range(7)]
    blocs = {bloc: [member for member in ids[place + 1 :] if draw.random() < 0.4] for place, bloc in enumerate(ids[:4])}
    speaking = [id for id in ids if draw.random() < 0.5] or ["p0"]
    members = {bloc: f"members: [{', '.join(of)}]" for bloc, of in blocs.items() if of}
    parties = "".join(f"  {id}: {{{members.get(id, '')}}}\n" for id in ids)
    issue = "issues: {status: {title: Status, kind: choice, options: {a: A, b: B, c: C}}}"
    files = {"agenda.yaml": f"posdiff: 1\nparties:\n{parties}{issue}\n"}
    for id in speaking:
        files[f"{id}/2024-01-01.yaml"] = f"date: 2024-01-01\nterms: {{status: {draw.choice('abc')}}}\n"
    known = dossier(tmp_path, files)

    def heard(party: str) -> set[str]:
        if party in speaking:
            return {party}
        return {said for bloc, of in blocs.items() if party in of for said in heard(bloc)}

    asked = draw.sample(ids, len(ids))
    held = {id: of.terms["status"] for id in asked if (of := position(known, id, date(2024, 2, 1).toordinal())).terms}
    assert held.keys() == {id for id in ids if heard(id)}
    found = voices(held, {id: id for id in held})
    assert sorted(each.first for each in found if not each.made_of) == sorted(speaking)
    for each in found:
        for label in each.labels:
            assert heard(label) == set(each.made_of or (each.first,))


#: Who says what, the groups of those who accept the same, with the places of the groups that each is apart from; ``!``
#: where no outcome meets it; and who is bound to both sides.
GROUPS = [
    ("north a, south b, west a/b, world a", ["north east world: 1", "south: 0", "west:"], []),
    ("north a, south a/b, west b/c, world a", ["north east world: 2", "south:", "west: 0"], []),
    ("world a, west b", ["south east world: 1 2", "north!: 0 2", "west: 0 1"], ["north"]),
    ("east a/b, west b/c", ["south east:", "north:", "west:"], []),
    ("north b, south b, east a", ["north south: 1", "east: 0"], []),
]


@pytest.mark.parametrize(("said", "groups", "bound"), GROUPS)
def test_who_accepts_the_same_and_is_apart_from_whom(
    tmp_path: Path, said: str, groups: Sequence[str], bound: Sequence[str]
) -> None:
    known, positions = read(tmp_path, said, "north south east west world")
    (status,) = compare(known.agenda, positions).issues
    found = on_issue(status.issue.space, status.terms, Settlements(known.agenda.issues))
    told = [
        f"{' '.join(group.parties)}{'' if group.met else '!'}: {' '.join(map(str, apart))}".strip()
        for group, apart in zip(found.groups, found.apart, strict=True)
    ]
    assert (told, list(status.on_both_sides)) == (groups, bound)
