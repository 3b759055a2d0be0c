"""The folder of positions: how it is found, what in it is read, and what is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from telling import AGENDA, FILE, clean, told, with_agenda

from posdiff.dossier.reading.load import load
from posdiff.dossier.sources import tree
from posdiff.findings.failure import Failure
from writing import write

GOOD = "date: 2024-06-14\nterms: {corridor: yes}\n"

#: A file beside a statement that is right; the findings.
PLACES = {
    "a file beside the agenda": (
        "notes.yaml",
        """
        error [misplaced-file] notes.yaml:1:1
          a YAML file in this place is not read
          hint: statements belong in PARTY/DATE.yaml or joint/DATE.yaml, drafts in drafts/DATE-slug.yaml
        """,
    ),
    "a file two folders down": (
        "north/2024/2024-06-14.yaml",
        """
        error [misplaced-file] north/2024/2024-06-14.yaml:1:1
          a YAML file in this place is not read
          hint: statements belong in PARTY/DATE.yaml or joint/DATE.yaml, drafts in drafts/DATE-slug.yaml
        """,
    ),
    "a folder of a party that is nearly right": (
        "nroth/2024-06-14.yaml",
        """
        error [unknown-party] nroth/2024-06-14.yaml:1:1
          no party `nroth` in the agenda
          hint: did you mean north or south?
        """,
    ),
    "a folder in capitals": (
        "South/2024-06-14.yaml",
        """
        error [unknown-party] South/2024-06-14.yaml:1:1
          no party `South` in the agenda
          hint: did you mean south or north?
        """,
    ),
    "a folder with the name of an alias": (
        "n/2024-06-14.yaml",
        """
        error [unknown-party] n/2024-06-14.yaml:1:1
          no party `n` in the agenda
          hint: known: guests, north, south
        """,
    ),
    "a file that is no date": (
        "north/speech.yaml",
        """
        error [bad-file-name] north/speech.yaml:1:1
          `speech` is neither a date nor a date and a slug
          hint: name it DATE.yaml or DATE-slug.yaml: 2024-06-14-speech.yaml
        """,
    ),
    "a date without zeros": (
        "north/2024-6-14.yaml",
        """
        error [bad-file-name] north/2024-6-14.yaml:1:1
          `2024-6-14` is neither a date nor a date and a slug
          hint: name it DATE.yaml or DATE-slug.yaml: 2024-06-14-speech.yaml
        """,
    ),
    "a slug in capitals": (
        "north/2024-06-14-Speech.yaml",
        """
        error [bad-file-name] north/2024-06-14-Speech.yaml:1:1
          `2024-06-14-Speech` is neither a date nor a date and a slug
          hint: name it DATE.yaml or DATE-slug.yaml: 2024-06-14-speech.yaml
        """,
    ),
    "a slug with a point": (
        "north/2024-06-14-a.b.yaml",
        """
        error [bad-file-name] north/2024-06-14-a.b.yaml:1:1
          `2024-06-14-a.b` is neither a date nor a date and a slug
          hint: name it DATE.yaml or DATE-slug.yaml: 2024-06-14-speech.yaml
        """,
    ),
    "a slug of one hyphen": (
        "north/2024-06-14-.yaml",
        """
        error [bad-file-name] north/2024-06-14-.yaml:1:1
          `2024-06-14-` is neither a date nor a date and a slug
          hint: name it DATE.yaml or DATE-slug.yaml: 2024-06-14-speech.yaml
        """,
    ),
    "a date in another script": (
        "north/٢٠٢٤-06-14.yaml",
        """
        error [bad-file-name] north/٢٠٢٤-06-14.yaml:1:1
          `٢٠٢٤-06-14` is neither a date nor a date and a slug
          hint: name it DATE.yaml or DATE-slug.yaml: 2024-06-14-speech.yaml
        """,
    ),
    "a day that is not there": (
        "north/2024-13-45.yaml",
        """
        error [bad-file-name] north/2024-13-45.yaml:1:1
          `2024-13-45` is neither a date nor a date and a slug
          hint: name it DATE.yaml or DATE-slug.yaml: 2024-06-14-speech.yaml
        """,
    ),
    "two files of one name": (
        "north/2024-06-14.yml",
        """
        error [second-file] north/2024-06-14.yml:1:1
          north/2024-06-14.yaml has the same name
          hint: keep one of the two, or rename one
        """,
    ),
    "a second agenda": (
        "agenda.yml",
        """
        error [second-agenda] agenda.yml:1:1
          there is also an agenda.yaml
          hint: keep one of the two
        """,
    ),
    "a draft that is no date": (
        "drafts/plan.yaml",
        """
        error [bad-file-name] drafts/plan.yaml:1:1
          `plan` is neither a date nor a date and a slug
          hint: name it DATE.yaml or DATE-slug.yaml: 2024-06-14-speech.yaml
        """,
    ),
    "a joint statement that is no date": (
        "joint/plan.yaml",
        """
        error [bad-file-name] joint/plan.yaml:1:1
          `plan` is neither a date nor a date and a slug
          hint: name it DATE.yaml or DATE-slug.yaml: 2024-06-14-speech.yaml
        """,
    ),
}


def _place(folder: Path, name: str) -> str:
    return told(with_agenda(folder, {FILE: GOOD, name: GOOD}).findings)


@pytest.mark.parametrize(("name", "findings"), PLACES.values(), ids=PLACES)
def test_a_file_in_a_place_that_means_nothing(tmp_path: Path, name: str, findings: str) -> None:
    read = with_agenda(tmp_path, {FILE: GOOD, name: GOOD})
    assert told(read.findings) == clean(findings)
    assert [statement.location.file for statement in read.statements] == [FILE]


def test_what_is_no_yaml_is_left_alone(tmp_path: Path) -> None:
    names = (
        "README.md",
        "north/notes.txt",
        ".hidden.yaml",
        "north/.2024-01-01.yaml.swp",
        ".git/config.yaml",
        "x.yaml~",
    )
    read = with_agenda(tmp_path, {FILE: GOOD, **dict.fromkeys(names, "\0")})
    assert told(read.findings) == ""
    assert [*read.texts] == ["agenda.yaml", FILE]


def test_yml_is_read(tmp_path: Path) -> None:
    assert [s.id for s in with_agenda(tmp_path, {"north/2024-06-14-a.yml": GOOD}).statements] == ["2024-06-14-a"]


def test_a_link_to_a_file_in_the_folder_is_followed(tmp_path: Path) -> None:
    positions = write(tmp_path, {"agenda.yaml": AGENDA, FILE: GOOD})
    (positions / "south").mkdir()
    (positions / "south/2024-06-14.yaml").symlink_to("../north/2024-06-14.yaml")
    read = load(positions)
    assert told(read.findings) == ""
    assert [statement.parties for statement in read.statements] == [("north",), ("south",)]


def _linked_out(positions: Path) -> None:
    (positions.parent / "secret.yaml").write_text("password: hunter2\n")
    (positions / "north/2024-06-15.yaml").symlink_to("../../secret.yaml")


def _linked_out_absolutely(positions: Path) -> None:
    (positions / "north/2024-06-15.yaml").symlink_to("/etc/passwd")


def _linked_to_a_twin(positions: Path) -> None:
    evil = positions.parent / "positions-evil"
    evil.mkdir()
    (evil / "x.yaml").write_text("password: hunter2\n")
    (positions / "north/2024-06-15.yaml").symlink_to("../../positions-evil/x.yaml")


def _linked_in_a_circle(positions: Path) -> None:
    (positions / "north/2024-06-15.yaml").symlink_to("2024-06-16.yaml")
    (positions / "north/2024-06-16.yaml").symlink_to("2024-06-15.yaml")


def _linked_to_nothing(positions: Path) -> None:
    (positions / "north/2024-06-15.yaml").symlink_to("nothing.yaml")


def _linked_folder(positions: Path) -> None:
    (positions / "south").symlink_to("north")


def _linked_folder_in_a_circle(positions: Path) -> None:
    (positions / "north/again").symlink_to("..")


def _pipe(positions: Path) -> None:
    os.mkfifo(positions / "north/2024-06-15.yaml")


def _device(positions: Path) -> None:
    (positions / "north/2024-06-15.yaml").symlink_to("/dev/zero")


def _folder_with_the_name_of_a_file(positions: Path) -> None:
    (positions / "north/2024-06-15.yaml").mkdir()
    (positions / "north/2024-06-15.yaml/2024-06-14.yaml").write_text(GOOD)


def _large(positions: Path) -> None:
    with (positions / "north/2024-06-15.yaml").open("wb") as stream:
        stream.truncate(8_000_000_000)


def _deep(positions: Path) -> None:
    folder = positions / "/".join("abcdefghij")
    folder.mkdir(parents=True)
    (folder / "2024-06-14.yaml").write_text(GOOD)


#: What is done to a folder with one statement that is right; the findings.
HOSTILE = {
    "a link out of the folder": (
        _linked_out,
        """
        error [symbolic-link] north/2024-06-15.yaml:1:1
          a link out of the positions folder is not followed
          hint: put the file itself here
        """,
    ),
    "a link out of the folder by its full path": (
        _linked_out_absolutely,
        """
        error [symbolic-link] north/2024-06-15.yaml:1:1
          a link out of the positions folder is not followed
          hint: put the file itself here
        """,
    ),
    "a link to a folder whose name begins like this one's": (
        _linked_to_a_twin,
        """
        error [symbolic-link] north/2024-06-15.yaml:1:1
          a link out of the positions folder is not followed
          hint: put the file itself here
        """,
    ),
    "links that lead to each other": (
        _linked_in_a_circle,
        """
        error [unreadable] north/2024-06-15.yaml:1:1
          the file cannot be read: a link leads back to itself
          hint: check the link or the permissions
        error [unreadable] north/2024-06-16.yaml:1:1
          the file cannot be read: a link leads back to itself
          hint: check the link or the permissions
        """,
    ),
    "a link to nothing": (
        _linked_to_nothing,
        """
        error [unreadable] north/2024-06-15.yaml:1:1
          the file cannot be read: no such file or directory
          hint: check the link or the permissions
        """,
    ),
    "a link to a folder": (
        _linked_folder,
        """
        error [symbolic-link] south:1:1
          a link to a folder is not followed
          hint: put the folder itself here
        """,
    ),
    "a link to the folder above": (
        _linked_folder_in_a_circle,
        """
        error [symbolic-link] north/again:1:1
          a link to a folder is not followed
          hint: put the folder itself here
        """,
    ),
    "a pipe": (
        _pipe,
        """
        error [not-a-file] north/2024-06-15.yaml:1:1
          this is not a regular file
        """,
    ),
    "a link to a device": (
        _device,
        """
        error [symbolic-link] north/2024-06-15.yaml:1:1
          a link out of the positions folder is not followed
          hint: put the file itself here
        """,
    ),
    "a folder with the name of a file": (
        _folder_with_the_name_of_a_file,
        """
        error [not-a-file] north/2024-06-15.yaml:1:1
          a folder has the name of a YAML file
          hint: rename the folder
        error [misplaced-file] north/2024-06-15.yaml/2024-06-14.yaml:1:1
          a YAML file in this place is not read
          hint: statements belong in PARTY/DATE.yaml or joint/DATE.yaml, drafts in drafts/DATE-slug.yaml
        """,
    ),
    "a file of 8 GB": (
        _large,
        """
        error [file-too-large] north/2024-06-15.yaml:1:1
          the file has 8,000,000,000 bytes; at most 1,048,576 are read
          hint: split it: one statement per file
        """,
    ),
    "folders in folders in folders": (
        _deep,
        """
        error [misplaced-file] a/b/c/d/e/f/g/h/i:1:1
          folders are nested more than 8 levels deep
        """,
    ),
}


def _hostile(folder: Path, do: object) -> str:
    positions = write(folder, {"agenda.yaml": AGENDA, FILE: GOOD})
    assert callable(do)
    do(positions)
    read = load(positions)
    assert [statement.id for statement in read.statements] == ["2024-06-14"]
    return told(read.findings)


@pytest.mark.parametrize(("do", "findings"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_refused_in_the_tree(tmp_path: Path, do: object, findings: str) -> None:
    assert _hostile(tmp_path, do) == clean(findings)


def _denied(*_: object, **__: object) -> int:
    raise PermissionError(13, "Permission denied")


def test_a_file_that_may_not_be_read_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As root nothing is unreadable: the system's answer is made up."""
    positions = write(tmp_path, {"agenda.yaml": AGENDA, FILE: GOOD, "south/2024-06-14.yaml": GOOD})
    opened = os.open

    def open_(path: str | Path, flags: int, *more: int) -> int:
        return _denied() if str(path).endswith("south/2024-06-14.yaml") else opened(path, flags, *more)

    monkeypatch.setattr(os, "open", open_)
    read = load(positions)
    assert told(read.findings) == clean("""
        error [unreadable] south/2024-06-14.yaml:1:1
          the file cannot be read: permission denied
          hint: check the link or the permissions
    """)
    assert len(read.statements) == 1


def test_a_folder_that_may_not_be_read_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    positions = write(tmp_path, {"agenda.yaml": AGENDA, FILE: GOOD, "south/2024-06-14.yaml": GOOD})
    scanned = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: _denied() if str(path).endswith("south") else scanned(path))
    read = load(positions)
    assert told(read.findings) == clean("""
        error [unreadable] south:1:1
          the folder cannot be read: permission denied
    """)
    assert len(read.statements) == 1


def test_names_that_no_stream_takes_are_shown_as_escapes(tmp_path: Path) -> None:
    positions = write(tmp_path, {"agenda.yaml": AGENDA, FILE: GOOD})
    (positions / os.fsdecode(b"north/2024-06-15-\xff.yaml")).write_text(GOOD)
    assert told(load(positions).findings) == clean(r"""
        error [bad-file-name] north/2024-06-15-\xff.yaml:1:1
          `2024-06-15-\xff` is neither a date nor a date and a slug
          hint: name it DATE.yaml or DATE-slug.yaml: 2024-06-14-speech.yaml
    """)


def test_the_folder_is_found_here_or_above(tmp_path: Path) -> None:
    positions = write(tmp_path, {"agenda.yaml": AGENDA, FILE: GOOD})
    below = tmp_path / "a/b"
    below.mkdir(parents=True)
    assert tree.find(below) == tree.find(tmp_path) == tree.find(positions / "north") == positions


def test_a_folder_with_an_agenda_above_is_over_one_without_here(tmp_path: Path) -> None:
    positions = write(tmp_path, {"agenda.yaml": AGENDA})
    (tmp_path / "a/positions").mkdir(parents=True)
    assert tree.find(tmp_path / "a") == positions


def test_a_folder_without_an_agenda_is_found_where_there_is_no_other(tmp_path: Path) -> None:
    (tmp_path / "positions").mkdir()
    assert tree.find(tmp_path) == tmp_path / "positions"
    assert told(load(tmp_path / "positions").findings) == clean("""
        error [no-agenda] agenda.yaml:1:1
          the positions folder has no agenda.yaml
          hint: write one: `posdiff: 1`, `parties:`, `issues:`
    """)


def test_no_folder_at_all(tmp_path: Path) -> None:
    with pytest.raises(Failure) as raised:
        tree.find(tmp_path)
    assert (raised.value.message, raised.value.hint, raised.value.code) == (
        "no folder positions/ with an agenda.yaml here or above",
        "name it with --positions DIR or POSDIFF_POSITIONS; posdiff init starts one",
        3,
    )


def test_a_folder_that_is_named_is_taken(tmp_path: Path) -> None:
    assert tree.find(Path("/"), str(tmp_path)) == tmp_path


@pytest.mark.parametrize(("name", "message"), [("gone", "does not exist"), ("file", "is not a folder")])
def test_a_folder_that_is_named_and_is_none(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Failure) as raised:
        tree.find(tmp_path, str(tmp_path / name))
    assert raised.value.message == f"the positions folder {tmp_path / name} {message}"
