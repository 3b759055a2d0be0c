"""What is kept between runs: it makes no difference but to the time, whatever is edited and whatever becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import pytest

from posdiff.answers.opening import Opened, Surroundings
from posdiff.answers.positions import Positions
from posdiff.dossier import kept
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.reading.load import assemble
from posdiff.dossier.sources import cache
from posdiff.dossier.sources.tree import File
from posdiff.findings.failure import Failure
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location
from posdiff.reports.shapes.writing import json_text

Files = dict[str, File]

_AGENDA = """\
posdiff: 1
parties:
  north: {}
  south: {}
  league: {members: [{party: south, since: 2024-02-01, until: 2024-05-01}]}
steps: {talks: Talks begin, signing: It is signed}
issues:
  border: {title: Border, kind: choice, options: {open: Open, closed: Closed, watched: Watched}}
  troops: {title: Troops, kind: quantity, unit: person}
  order: {title: Order, kind: sequence}
"""
AGENDAS = (
    _AGENDA,
    _AGENDA.replace("title: Border", "title: The border"),
    _AGENDA.replace("closed: Closed", "shut: Shut"),
    _AGENDA.replace("  north: {}\n", ""),
    _AGENDA.replace("kind: sequence", "kind: sequense"),
    _AGENDA.replace("issues:", "issues"),
)
SAID = (
    "terms: {border: {accepts: [open], firmness: red-line, quote: Open it}}\n",
    "terms: {border: {accepts: [closed, watched]}, troops: {max: 300, expires: 2024-04-15}}\n",
    "terms: {troops: {min: 100, adds: true}}\nsources: {paper: {title: A paper}}\n",
    "standing: reported\nspeaker: An observer\nterms: {border: {accepts: [watched]}}\n",
    "reaffirms: [all]\n",
    "reaffirms: [2024-01-10, troops]\n",
    "withdraws: [border]\n",
    "dissents: [border]\nterms: {order: {order: [talks, signing]}}\n",
    "terms: {border: {accepts: [ajar]}}\n",
    "terms: {order: {order: [signing, talks]}\n",
    "terms: {border: {excludes: [open]}}\nsources: {page: {title: P, file: p.html, sha256: " + "0" * 64 + "}}\n",
    "",
)
DRAFTS = (
    "title: A draft\noutcomes: {border: open, troops: {max: 200}}\n",
    "title: A draft\noutcomes: {border: {options: [open, closed]}}\n",
    "outcomes: [border]\n",
)
STEMS = ("2024-01-10", "2024-03-01", "2024-04-01-speech", "2024-06-01")
STRAY = (
    "stray.yaml", "agenda.yml", "east/2024-01-10.yaml", "north/speech.yaml", "north/2024-03-01.yml",
    "north/deep/2024-01-10.yaml", "sources/page.yaml",
)  # fmt: skip
NOW = date(2025, 1, 1)


def edited(files: Files, random: Random) -> Files:
    """The files after one edit, or some."""
    now = dict(files)
    if random.random() < 0.5:  # not too long without an agenda that can be read
        now["agenda.yaml"] = File("agenda.yaml", AGENDAS[random.randrange(3)].encode())
    folder = random.choice(("north", "south", "league", "joint"))
    path = f"{folder}/{random.choice(STEMS)}.yaml"
    for _ in range(random.choice((0, 1, 1, 1, 3))):
        match random.randrange(12):
            case 0:
                now["agenda.yaml"] = File("agenda.yaml", random.choice(AGENDAS).encode())
            case 1:
                name = f"drafts/{random.choice(STEMS)}.yaml"
                now[name] = File(name, f"date: {name[7:17]}\n{random.choice(DRAFTS)}".encode())
            case 2:
                stray = random.choice(STRAY)
                now[stray] = File(stray, random.choice((b"terms: {}\n", b"\xff", _AGENDA.encode())))
            case 3:
                finding = Finding.of(Location(path, 1, 1), "unreadable", "the file cannot be read")
                now[path] = File(path, None, finding)
            case 4:
                now.pop(random.choice([*now]), None)
            case 5:
                old = random.choice([*now])
                now[path] = File(path, now.pop(old).data)
            case _:
                now[path] = statement(path, random)
    return now or files


def statement(path: str, random: Random) -> File:
    """What a party said, or several together, at random."""
    folder, _, name = path.partition("/")
    both = "parties: [north, south]\n" if folder == "joint" else ""
    return File(path, f"date: {name[:10]}\n{both}{random.choice(SAID)}".encode())


def spoiled(at: Path, random: Random) -> None:
    """Do to an entry what may become of it: cut off, mixed up, of another name, gone."""
    entries = sorted(path for path in at.rglob("*") if path.is_file())
    if not entries:
        return
    one, other = random.choice(entries), random.choice(entries)
    data = bytearray(one.read_bytes())
    match random.randrange(5):
        case 0:
            one.unlink()
        case 1:
            one.write_bytes(data[: random.randrange(len(data) + 1)])
        case 2 if data:
            data[random.randrange(len(data))] ^= 1 << random.randrange(8)
            one.write_bytes(data)
        case 3:
            one.write_bytes(other.read_bytes())
        case _:
            one.unlink()
            one.mkdir()
            (one / "in the way").touch()


def held(dossier: Dossier) -> object:
    """All that is read off a dossier."""
    issues = [
        (one._replace(space=one.space.in_words(one.space.everything)), one.space.kind)  # type: ignore[arg-type]
        for one in dossier.agenda.issues.values()
    ]
    parties = [*dossier.agenda.parties, "nobody"]
    return (
        issues, dossier.agenda._replace(issues={}, course=None), tuple(dossier.statements), dossier.drafts,  # type: ignore[arg-type]
        dossier.findings, list(dossier.texts.items()), [dossier.of(party) for party in parties],
        dossier.statements.reported_of, dossier.keeps_pages,
    )  # fmt: skip


def asked(dossier: Dossier, folder: Path, question: Callable[[Positions], object]) -> str:
    """An answer as JSON, or why there is none."""
    try:
        return json_text(question(Positions(Opened(dossier, folder, ""), Surroundings(folder, {}, NOW))))  # type: ignore[arg-type]
    except Failure as failure:
        return repr((failure.args, failure.hint))


def questions(random: Random) -> list[Callable[[Positions], object]]:
    """Some questions, each on a day and with reports or without."""
    day = random.choice(("2024-02-15", "2024-04-15", "2024-04-16", "2024-05-02", "2026-01-01"))
    reported = random.random() < 0.3
    every: list[Callable[[Positions], object]] = [
        lambda of: of.compare("north", "south", at=day, with_reported=reported),
        lambda of: of.compare("south@2024-03-01", "south", "league", at=day, with_reported=reported),
        lambda of: of.matrix(at=day, with_reported=reported),
        lambda of: of.show("south", at=day, with_reported=reported),
        lambda of: of.changes(since="2024-02-01", until=day, with_reported=reported),
        lambda of: of.compare("north", "south", at=day, suppose=("north: border=closed",)),
    ]
    return random.sample(every, 2)


def run(seed: int, edits: int, folder: Path) -> None:
    """Edit a dossier again and again. What is kept of all that was read on the way must make no difference."""
    random = Random(seed)
    paths = [f"{folder}/{stem}.yaml" for folder in ("north", "south", "league") for stem in STEMS]
    files = {path: statement(path, random) for path in paths}
    for _ in range(edits):
        files = edited(files, random)
        found = sorted(files.values(), key=lambda file: file.path)
        if random.random() < 0.3:
            spoiled(folder, random)
        alone = assemble(found, [])
        with_kept = kept.kept(found, [], folder)
        assert with_kept is not None
        for question in questions(random):  # before all is opened that is read when it is asked for
            assert asked(with_kept, folder, question) == asked(alone, folder, question), seed
        assert held(with_kept) == held(alone), seed


@pytest.fixture(autouse=True)
def _however_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "LEAST", 0)
    monkeypatch.setattr(cache, "program", lambda: "this program")


@pytest.mark.parametrize("seed", range(4))
def test_what_is_kept_makes_no_difference(seed: int, tmp_path: Path) -> None:
    run(seed, 60, tmp_path / "kept")


def test_the_same_where_nothing_is_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST_HELD", 0)
    run(99, 40, tmp_path / "kept")


def test_what_another_run_drops_is_read_again(tmp_path: Path) -> None:
    files = [statement(f"{folder}/{stem}.yaml", Random(1)) for folder in ("north", "south") for stem in STEMS]
    files.insert(0, File("agenda.yaml", _AGENDA.encode()))
    kept.kept(files, [], tmp_path)
    again = kept.kept(files, [], tmp_path)
    assert again is not None
    for entry in (tmp_path / kept.FOLDER).iterdir():
        entry.unlink()
    assert held(again) == held(assemble(files, []))


def test_of_one_folder_a_few_versions_are_kept(tmp_path: Path) -> None:
    agenda = File("agenda.yaml", _AGENDA.encode())
    for number in range(10):
        said = File("north/2024-01-10.yaml", f"date: 2024-01-10\ntitle: Number {number}\n".encode())
        kept.kept([agenda, said], [], tmp_path)
    names = [entry.name for entry in (tmp_path / kept.FOLDER).iterdir()]
    assert sorted(name.partition(".")[2] for name in names) == ["agenda", *["contents"] * 4, *["summary"] * 4]
