"""``source add``: the bytes that are written, the bytes that are not touched, and what is refused."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from posdiff.comparison.evidence.pattern import pattern
from posdiff.comparison.evidence.places import count
from posdiff.documents.parsing import parse
from posdiff.dossier.plain_text import PageText
from posdiff.dossier.snapshot_entry import NotEdited, with_snapshot
from posdiff.dossier.sources.extraction import text_of
from posdiff.dossier.statement import Snapshot
from posdiff.findings.failure import Failure
from running import called, git
from writing import write

HASH = sha256(b"page").hexdigest()
ENTRY = f"snapshot: {{file: a.html, sha256: {HASH}, retrieved: 2024-06-20}}"
SNAPSHOT = Snapshot("a.html", HASH, "2024-06-20")

#: A file, and what it is with the entry: it stands where there is ``@``, and is a line, or what comes before a key.
PLACES = {
    "a flow mapping": "sources: {k: {@, title: T}} # end",
    "an empty flow mapping": "sources:\n  k: {@}\n",
    "a flow mapping over lines": "sources:\n  k: {@, title: T, # of the day\n      url: 'https://a.example'}\n",
    "a block mapping": "sources:\n  k:\n    @\n    title: T # as printed\n    publisher: 'P'\nterms: {}\n",
    "a block mapping behind a comment": "sources:\n  k:\n    # of the day\n    @\n    title: >\n      T\n      U\n",
    "no line end at the end": "sources:\n  k:\n    @\n    title: T",
    "line ends of Windows": "date: 2024-06-14\r\nsources:\r\n  k:\r\n    @\r\n    title: T\r\n",
    "a byte order mark": "\ufeffsources: {j: {}, k: {@, title: 'Ж'}}\n",
    "no indentation": "sources:\n k:\n  @\n  title: T\n  note: |\n   k:\n     title: T\n",
    "a quoted key": 'sources: {"k": {@, "title": T}}\n',
}


@pytest.mark.parametrize("name", PLACES)
def test_nothing_but_the_entry_is_written(name: str) -> None:
    expected = PLACES[name].replace("@", ENTRY)
    before = PLACES[name]
    for taken in ("    @\r\n", "    @\n", "  @\n", "@, ", "@,", "@"):
        before = before.replace(taken, "")
    assert with_snapshot(before.encode(), "north/2024-06-14.yaml", "k", SNAPSHOT).decode() == expected


REPLACED = {
    "a flow mapping": (
        "{snapshot: {file: b.html, sha256: '%s', retrieved: \"2024-01-01\"}, title: T}",
        "{snapshot: {file: a.html, sha256: '%s', retrieved: \"2024-06-20\"}, title: T}",
    ),
    "without a day": (
        "{snapshot: {sha256: %s, file: \"b.html\"}}",
        "{snapshot: {retrieved: 2024-06-20, sha256: %s, file: \"a.html\"}}",
    ),
    "quoted, with a comment": (
        "{snapshot: {file: 'b.html',\n      sha256: \"%s\"  # h\n      }}",
        "{snapshot: {retrieved: 2024-06-20, file: 'a.html',\n      sha256: \"%s\"  # h\n      }}",
    ),
    "a block mapping": (
        "\n    snapshot:\n      # why\n      file: b.html # old\n      sha256: %s\n",
        "\n    snapshot:\n      # why\n      retrieved: 2024-06-20\n      file: a.html # old\n      sha256: %s\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REPLACED)
def test_an_entry_that_is_there_has_its_values_replaced(name: str) -> None:
    before, after = REPLACED[name]
    before, after = (f"sources:\n  k: {text}" for text in (before % ("0" * 64), after % HASH))
    assert with_snapshot(before.encode(), "north/2024-06-14.yaml", "k", SNAPSHOT).decode() == after


@pytest.mark.parametrize("text", ["sources: {k: }", "sources: {k: T}", "sources: [k]", "title: T", "sources: {j: {}}"])
def test_what_cannot_be_edited_is_left(text: str) -> None:
    with pytest.raises(NotEdited):
        with_snapshot(text.encode(), "north/2024-06-14.yaml", "k", SNAPSHOT)


AGENDA = """
    posdiff: 1
    parties: {north: {name: North, aliases: [n]}, south: {}}
    issues: {port: {title: The port, kind: choice, options: {no: No, yes: Yes}}}
"""
SAID = """date: 2024-06-14
sources: # where it stands
  paper:   {publisher: P,  url: "https://a.example"}
  post: {publisher: Q, url: "https://b.example"}
terms:
  port: {accepts: no, quote: We will not, source: paper}
"""


@pytest.fixture
def at(tmp_path: Path) -> Path:
    write(
        tmp_path,
        {
            "agenda.yaml": AGENDA,
            "north/2024-06-14.yaml": SAID,
            "joint/2024-06-15-both.yaml": SAID.replace("14", "15") + "parties: [north, south]\n",
            "drafts/2024-06-16-plan.yaml": SAID.replace("14", "16").replace("terms:", "by: [north]\noutcomes:"),
        },
    )
    (tmp_path / "saved.html").write_bytes(b"<html><p>We will not share.</p>")
    return tmp_path


ADD = ("source", "add", "saved.html", "--key", "paper", "--retrieved", "2024-06-20")


def test_a_page_is_kept_and_its_quotes_are_verified(at: Path) -> None:
    run = called(*ADD, "--party", "n", "--statement", "2024-06", cwd=at)
    assert (run.code, "could be joint/2024-06-15-both, north/2024-06-14" in run.err) == (3, True)
    run = called(*ADD, "--party", "n", "--statement", "2024-06-14", cwd=at)
    page = (at / "saved.html").read_bytes()
    assert (run.code, run.err) == (0, "")
    assert run.out.splitlines() == [
        "wrote positions/sources/saved.html",
        "wrote positions/sources/saved.html.txt",
        "wrote positions/north/2024-06-14.yaml",
    ]
    assert (at / "positions/sources/saved.html").read_bytes() == page
    assert (at / "positions/sources/saved.html.txt").read_text() == "We will not share.\n"
    entry = f"snapshot: {{file: saved.html, sha256: {sha256(page).hexdigest()}, retrieved: 2024-06-20}}"
    said = SAID.replace("{publisher: P,", f"{{{entry}, publisher: P,")
    assert (at / "positions/north/2024-06-14.yaml").read_text() == said
    answer = json.loads(called("verify", "positions/north", "-f", "json", cwd=at).out)
    assert answer["counts"] == {"verified": 1, "absent": 0, "ambiguous": 0, "not-here": 0}
    again = called(*ADD, "--party", "north", "--statement", "2024-06-14", cwd=at)
    assert (again.code, "`paper` of 2024-06-14 has a snapshot: saved.html" in again.err) == (2, True)


def test_joint_statements_drafts_local_pages_and_another_page_of_one_name(at: Path) -> None:
    assert called(*ADD, "--party", "joint", "--statement", "2024-06-15-both", "--local", cwd=at).code == 0
    assert (at / "positions/sources/.gitignore").read_text() == "/saved.html\n/saved.html.txt\n/.posdiff-*.tmp\n"
    run = called(*ADD, "--party", "drafts", "--statement", "plan", cwd=at)  # two sources with one hash
    assert run.code == 0
    assert "git leaves this page alone: it is listed in positions/sources/.gitignore" in run.err
    (at / "saved.html").write_bytes(b"<html><p>Another page")
    run = called(*ADD, "--statement", "2024-06-14", cwd=at)
    assert (run.code, run.out.splitlines()[0]) == (0, "wrote positions/sources/north-2024-06-14-paper.html")
    (at / "saved.html").write_bytes(b"<html><p>A third page")
    assert called(*ADD, "--statement", "2024-06-14", "--force", cwd=at).code == 0
    assert b"third" in (at / "positions/sources/north-2024-06-14-paper.html").read_bytes()
    assert called("validate", cwd=at).code == 0


def test_the_text_of_a_page_takes_no_other_file_s_place(at: Path) -> None:
    """Not that of a kept page, nor of anything that lies there; nor does a page take the place of another's text."""
    text = b"We will not, said Q. We will not.\n"
    (at / "page.html.txt").write_bytes(text)
    (at / "page.html").write_bytes(b"<html><p>We will not share.")
    add = ("source", "add", "--statement", "2024-06-14", "--retrieved", "2024-06-20")
    assert called(*add, "page.html.txt", "--key", "post", cwd=at).code == 0
    sources, longer = at / "positions/sources", "north-2024-06-14-paper.html"
    for local in ((), ("--force",)):
        run = called(*add, "page.html", "--key", "paper", *local, cwd=at)
        wrote = [f"wrote positions/sources/{name}" for name in (longer, f"{longer}.txt")]
        assert (run.code, run.out.splitlines()[:2]) == (0, wrote)
        assert (sources / "page.html.txt").read_bytes() == text
    (at / "notes.html").write_bytes(b"<html><p>Of both days")
    (sources / "notes.html.txt").write_bytes(b"my own")
    joint = (*add[:2], "--statement", "2024-06-15-both", "--retrieved", "2024-06-20")
    run = called(*joint, "notes.html", "--key", "paper", cwd=at)
    assert (run.code, (sources / "notes.html.txt").read_bytes()) == (0, b"my own")
    assert (sources / "joint-2024-06-15-both-paper.html.txt").read_bytes() == b"Of both days\n"
    (at / f"{longer}.txt").write_bytes(text)
    (sources / f"{longer}.txt").unlink()
    assert called(*joint, f"{longer}.txt", "--key", "post", cwd=at).code == 0
    assert not (sources / f"{longer}.txt").exists()


def test_a_page_is_not_saved_in_the_future_nor_before_its_day(at: Path) -> None:
    file = at / "positions/north/2024-06-14.yaml"
    file.write_text(SAID.replace("publisher: P,", "publisher: P, date: 2024-06-21,"))
    run = called(*ADD[:-1], "2999-01-01", "--statement", "2024-06-14", cwd=at)
    assert (run.code, "--retrieved 2999-01-01 is in the future" in run.err) == (2, True)
    assert not (at / "positions/sources").exists()
    run = called(*ADD, "--statement", "2024-06-14", cwd=at)
    assert (run.code, "--retrieved 2024-06-20 is before the day of `paper`, 2024-06-21" in run.err) == (0, True)


def test_a_local_page_is_ignored_by_git_before_it_is_there(at: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is interrupted between the two has nothing that could be committed."""
    put: list[str] = []
    monkeypatch.setattr("posdiff.cli.kept_page._put", lambda path, _: put.append(path.name))
    assert called(*ADD, "--statement", "2024-06-14", "--local", cwd=at).code == 0
    assert put == [".gitignore", "saved.html", "saved.html.txt", "2024-06-14.yaml"]


def test_where_the_statement_cannot_be_written_nothing_is(at: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was there before is as it was: a page in whose place another one is kept, and the files that git ignores."""
    from posdiff.cli import kept_page

    whole = kept_page._put

    def put(path: Path, data: bytes) -> None:
        if path.suffix == ".yaml":
            raise Failure("no")
        whole(path, data)

    add = (*ADD, "--statement", "2024-06-14", "--party", "north", "--force")
    monkeypatch.setattr(kept_page, "_put", put)
    assert called(*add, "--local", cwd=at).code == 3
    assert [path.name for path in (at / "positions/sources").iterdir()] == []
    monkeypatch.setattr(kept_page, "_put", whole)
    assert called(*add, cwd=at).code == 0
    before = {path.name: path.read_bytes() for path in (at / "positions/sources").iterdir()}
    (at / "saved.html").write_bytes(b"<html><p>We will share.</p>")
    monkeypatch.setattr(kept_page, "_put", put)
    assert called(*add, "--local", cwd=at).code == 3
    assert {path.name: path.read_bytes() for path in (at / "positions/sources").iterdir()} == before


def test_a_local_page_takes_no_place_that_git_tracks(at: Path) -> None:
    """Git records what is written over a file that it tracks, whatever ``.gitignore`` says."""
    assert called(*ADD, "--statement", "2024-06-14", cwd=at).code == 0
    git(at, "init", "--quiet")
    git(at, "add", "--all")
    git(at, "commit", "--quiet", "--message", "a page that may be passed on")
    (at / "saved.html").write_bytes(b"<html><p>Not to be passed on.")
    longer = "positions/sources/north-2024-06-14-paper.html"
    (at / f"{longer}.txt").write_text("announced")
    git(at, "add", "--intent-to-add", f"{longer}.txt")
    before = git(at, "diff")
    run = called(*ADD, "--statement", "2024-06-14", "--local", "--force", cwd=at)
    assert (run.code, run.err) == (
        2,
        f"posdiff: error: git tracks {longer}.txt, and would record what --local is to keep out of it\n"
        f"hint: git rm --cached {longer}.txt\n",
    )
    assert git(at, "diff") == before
    git(at, "rm", "--cached", f"{longer}.txt")
    run = called(*ADD, "--statement", "2024-06-14", "--local", "--force", cwd=at)
    wrote = ("positions/sources/.gitignore", longer, f"{longer}.txt", "positions/north/2024-06-14.yaml")
    assert (run.code, run.out.splitlines()) == (0, [f"wrote {name}" for name in wrote])
    assert run.err == (
        "posdiff: positions/sources/saved.html is no source's page any more\n"
        "hint: delete it, or git rm it, and the text beside it\n"
    )
    git(at, "rm", "--quiet", "--cached", "saved.html")
    git(at, "add", "--all", "positions")
    assert "passed on" not in git(at, "diff", "--cached", "--", "positions")


def test_a_page_of_another_form_does_not_keep_the_name_of_the_one_before(at: Path) -> None:
    """Where the name says that it is text, its marks would be read as words."""
    (at / "link.txt").write_bytes(b"We will not.\n")
    assert called(*ADD[:2], "link.txt", *ADD[3:], "--statement", "2024-06-14", cwd=at).code == 0
    (at / "link.html").write_bytes(b"<p>We will <b>not</b>.")
    run = called(*ADD[:2], "link.html", *ADD[3:], "--statement", "2024-06-14", "--force", cwd=at)
    assert (run.code, run.out.splitlines()[0]) == (0, "wrote positions/sources/link.html")
    assert (at / "positions/sources/link.txt").read_bytes() == b"We will not.\n"
    assert called("verify", "--require-verified", "positions/north", cwd=at).code == 0


@pytest.mark.parametrize(
    ("quote", "times"),
    [("We want 5 percent", 1), ("We want 51 percent", 0), ("106 men", 0), ("of 10", 0), ("10⁶ men", 1), ("50 men", 0)],
)
def test_no_number_is_read_with_a_sign_above_the_line(quote: str, times: int) -> None:
    page = b"<html><p>We want 5<sup>1</sup> percent of 10<sup>6</sup> men, 5<x-p>0 men</x-p>"
    assert count(PageText.of(text_of(page, "page")), pattern(quote)) == times


@pytest.mark.parametrize(
    ("party", "file", "statement"),
    [
        ("south", "south/2024-06-18.yaml", "2024-06-18"),
        (None, "south/2024-06-18.yaml", "south/2024-06-18"),
        ("joint", "joint/2024-06-18-all.yaml", "2024-06-18-all"),
        ("drafts", "drafts/2024-06-18-new.yaml", "2024-06-18"),
    ],
)
def test_a_statement_that_cannot_be_read_is_told_as_such(
    at: Path, party: str | None, file: str, statement: str
) -> None:
    write(at, {file: "date: 2024-06-18\nsources:\n\tpaper: {publisher: P}\n"})
    run = called(*ADD, "--statement", statement, *(("--party", party) if party else ()), cwd=at)
    assert (run.code, run.out, run.err) == (
        3,
        "",
        f"posdiff: error: positions/{file}:3:1 cannot be read: [yaml-syntax] not valid YAML: a tab stands where YAML"
        " wants spaces (while scanning for the next token)\nhint: indent with spaces\n",
    )


REFUSED = {
    "a key that is not there": (("--key", "papr"), "no source `papr` in 2024-06-14", "did you mean paper?"),
    "a statement that is not there": (("--statement", "2023"), "no statement `2023`", ""),
    "a party that is not there": (("--party", "nroth"), "no party `nroth`", ""),
    "a page that is not there": (("gone.html",), "gone.html cannot be read", ""),
    "an empty page": (("empty.txt",), "empty.txt cannot be kept: it is empty", ""),
    "a picture": (("picture.png",), "it is neither text in UTF-8 nor HTML nor PDF", ""),
    "a folder": (("positions",), "positions is a folder", "name the page as it was saved"),
}  # fmt: skip


def test_sources_that_cannot_be_read_are_said_so(at: Path) -> None:
    write(at, {"north/2024-06-18.yaml": "date: 2024-06-18\nsources: [paper]\n"})
    run = called(*ADD, "--statement", "2024-06-18", cwd=at)
    message = "no source `paper` in 2024-06-18, which has errors: positions/north/2024-06-18.yaml:2:10: [wrong-shape]"
    assert (run.code, run.err.startswith(f"posdiff: error: {message} expected a mapping for `sources`")) == (3, True)


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_changes_nothing(at: Path, name: str) -> None:
    given, message, hint = REFUSED[name]
    (at / "empty.txt").touch()
    (at / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    options = {"--party": "north", "--statement": "2024-06-14", "--key": "paper"}
    options |= {given[0]: given[1]} if len(given) == 2 else {}
    page = given[0] if len(given) == 1 else "saved.html"
    run = called("source", "add", page, *(word for option in options.items() for word in option), cwd=at)
    assert run.code != 0
    assert message in run.err
    assert hint in run.err
    assert not (at / "positions/sources").exists()
    assert (at / "positions/north/2024-06-14.yaml").read_text() == SAID


def test_a_link_in_the_place_of_the_folder(at: Path) -> None:
    (at / "elsewhere").mkdir()
    (at / "positions/sources").symlink_to(at / "elsewhere")
    run = called(*ADD, "--statement", "2024-06-14", cwd=at)
    assert (run.code != 0, list((at / "elsewhere").iterdir())) == (True, [])
    assert parse(SAID.encode(), "x").findings == ()
