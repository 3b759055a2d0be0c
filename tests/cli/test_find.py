"""``find``: words in every kind of text, with the place of each."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

import posdiff
from posdiff.answers import matching
from posdiff.dossier.reading import shapes, texts
from posdiff.kinds.forms import Named
from posdiff.kinds.table import KINDS
from posdiff.reports import formats
from running import called
from writing import write

SMALL = {
    "agenda.yaml": """
        posdiff: 1
        title: Talks on a truce
        parties: {north: {name: North}, south: {name: South}}
        topics: {arms: Arms}
        issues:
          truce:
            title: Truce
            topic: arms
            question: When do the guns fall silent?
            kind: choice
            options: {now: Now, later: Later}
          words: {title: Words, kind: text}
        """,
    "north/2024-02-01.yaml": """
        date: 2024-02-01
        title: Speech
        terms:
          truce:
            accepts: now
            quote: >-
              The TRUCE begins
              now, or never.
        """,
    "south/2024-01-01.yaml": """
        date: 2024-01-01
        standing: reported
        speaker: A minister
        terms: {words: No truce without talks}
        """,
}


def test_the_whole_answer_as_text(tmp_path: Path) -> None:
    write(tmp_path, SMALL)
    run = called("find", "truce", cwd=tmp_path)
    assert (run.code, run.err) == (0, "")
    assert run.out == (
        "4 texts with “truce”\n"
        "\n"
        "AGENDA\n"
        "  agenda title\n"
        "    Talks on a truce\n"
        "    positions/agenda.yaml:2\n"
        "  issue title\n"
        "    Truce\n"
        "    positions/agenda.yaml:7\n"
        "\n"
        "2024-01-01 (reported), South\n"
        "  position in words on Words\n"
        "    No truce without talks\n"
        "    positions/south/2024-01-01.yaml:4\n"
        "\n"
        "2024-02-01, North: Speech\n"
        "  quote on Truce\n"
        "    The TRUCE begins now, or never.\n"
        "    positions/north/2024-02-01.yaml:6\n"
    )


def test_the_whole_answer_as_json(tmp_path: Path) -> None:
    write(tmp_path, SMALL)
    run = called("find", "trUce", "begins now", "--party", "north", "--topic", "arms", "-f", "json", cwd=tmp_path)
    assert json.loads(run.out) == {
        "schema": "posdiff/find/1",
        "words": ["trUce", "begins now"],
        "within": {"parties": ["north"], "issues": [], "topics": ["arms"]},
        "hits": [
            {
                "kind": "quote", "text": "The TRUCE begins now, or never.",
                "found": [{"start": 4, "end": 9}, {"start": 10, "end": 20}],
                "parties": ["north"], "date": "2024-02-01", "issue": "truce", "statement": "2024-02-01",
                "draft": None, "standing": "stated", "file": "north/2024-02-01.yaml", "line": 6,
            }
        ],
    }  # fmt: skip


def test_rows_and_a_page(tmp_path: Path) -> None:
    write(tmp_path, SMALL)
    rows = called("find", "truce", "--issue", "words", "-f", "csv", cwd=tmp_path).out
    assert rows == (
        "text_kind,text,party,date,issue,statement,draft,standing,file,line,in_pages\n"
        "says,No truce without talks,south,2024-01-01,words,2024-01-01,,reported,south/2024-01-01.yaml,4,\n"
    ).replace("\n", "\r\n")
    markdown = called("find", "truce", "--party", "south", "-f", "markdown", cwd=tmp_path).out
    assert "Only texts of South." in markdown
    assert "| position in words on Words | No **truce** without talks | positions/south/2024-01-01.yaml:4 |" in markdown
    assert "<strong>truce</strong>" in called("find", "truce", "-f", "html", cwd=tmp_path).out


def test_nothing_found(tmp_path: Path) -> None:
    write(tmp_path, SMALL)
    run = called("find", "truce", "elephants", "--issue", "truce", cwd=tmp_path)
    assert (run.code, run.out) == (0, "No text holds “truce” and “elephants”\n  Only texts on Truce.\n")
    assert json.loads(called("find", "elephants", "-f", "json", cwd=tmp_path).out)["hits"] == []


@pytest.mark.parametrize("words", [(), ("",), (" ",), ("truce", ""), ("\u0301",)])
def test_no_word_is_a_wrong_question(tmp_path: Path, words: tuple[str, ...]) -> None:
    write(tmp_path, SMALL)
    run = called("find", *words, cwd=tmp_path)
    assert (run.code, run.out) == (2, "")


# Every kind of text: each holds a word of its own.
EVERYWHERE = {
    "agenda.yaml": """
        posdiff: 1
        title: w01
        note: w02
        parties:
          north: {name: w03, aliases: [w04, other], note: w05}
          south: {name: South}
        topics: {main: w06}
        steps:
          first: w07
          second: {title: w08, after: first, why: w09, note: w10}
        issues:
          pick: {title: w11, topic: main, question: w12, note: w13, kind: choice, options: {a: w14, b: B}}
          kit: {title: Kit, kind: set, members: {x: w15}}
          fee: {title: Fee, kind: quantity, unlimited: w16}
          order: {title: Order, kind: sequence}
          words: {title: Words, kind: text}
          options: {title: w40, kind: text}
        rules:
          - if: {pick: b}
            then: {kit: {excludes: [x]}}
            why: w17
            note: w18
        """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        title: w19
        speaker: w20
        note: w21
        corrects: {pick: w22}
        sources:
          a:
            title: w23
            publisher: w24
            url: https://example.org/w25
            note: w26
            archive: https://example.org/w42
        coded-by: w43
        checked-by: [w44]
        terms:
          pick:
            accepts: a
            quote: w27
            note: "w\\x328"
            alternatives:
              - {accepts: b, quote: w29, note: w30}
              - {accepts: b, quote: [w45, {text: w46, speaker: w47, translation: w48}]}
          words: {says: w31}
          options: w32
        """,
    "joint/2024-02-01.yaml": """
        date: 2024-02-01
        parties: [north, south]
        corrects: w33
        terms: {words: {says: other words, quote: w34}}
        """,
    "drafts/2024-03-01-deal.yaml": """
        date: 2024-03-01
        title: w35
        by: [north, w36]
        note: w37
        outcomes:
          pick: {accepts: a, quote: w38, note: w39}
          words: w41
        """,
}
_NORTH, _JOINT, _DRAFT = "north/2024-01-01.yaml", "joint/2024-02-01.yaml", "drafts/2024-03-01-deal.yaml"


@pytest.mark.parametrize(
    ("word", "kind", "file", "line", "issue"),
    [
        ("w01", "agenda-title", "agenda.yaml", 2, None),
        ("w02", "note", "agenda.yaml", 3, None),
        ("w03", "party-name", "agenda.yaml", 5, None),
        ("w04", "alias", "agenda.yaml", 5, None),
        ("w05", "note", "agenda.yaml", 5, None),
        ("w06", "topic-title", "agenda.yaml", 7, None),
        ("w07", "step-title", "agenda.yaml", 9, None),
        ("w08", "step-title", "agenda.yaml", 10, None),
        ("w09", "why", "agenda.yaml", 10, None),
        ("w10", "note", "agenda.yaml", 10, None),
        ("w11", "issue-title", "agenda.yaml", 12, "pick"),
        ("w12", "question", "agenda.yaml", 12, "pick"),
        ("w13", "note", "agenda.yaml", 12, "pick"),
        ("w14", "option-title", "agenda.yaml", 12, "pick"),
        ("w15", "member-title", "agenda.yaml", 13, "kit"),
        ("w16", "unlimited", "agenda.yaml", 14, "fee"),
        ("w17", "why", "agenda.yaml", 21, None),
        ("w18", "note", "agenda.yaml", 22, None),
        ("w40", "issue-title", "agenda.yaml", 17, "options"),
        ("w19", "statement-title", _NORTH, 2, None),
        ("w20", "speaker", _NORTH, 3, None),
        ("w21", "note", _NORTH, 4, None),
        ("w22", "corrects", _NORTH, 5, "pick"),
        ("w23", "source-title", _NORTH, 8, None),
        ("w24", "publisher", _NORTH, 9, None),
        ("w25", "url", _NORTH, 10, None),
        ("w26", "note", _NORTH, 11, None),
        ("w42", "url", _NORTH, 12, None),
        ("w43", "coded-by", _NORTH, 13, None),
        ("w44", "checked-by", _NORTH, 14, None),
        ("w45", "quote", _NORTH, 22, "pick"),
        ("w46", "quote", _NORTH, 22, "pick"),
        ("w47", "speaker", _NORTH, 22, "pick"),
        ("w48", "translation", _NORTH, 22, "pick"),
        ("w27", "quote", _NORTH, 18, "pick"),
        ("w28", "note", _NORTH, 19, "pick"),
        ("w29", "quote", _NORTH, 21, "pick"),
        ("w30", "note", _NORTH, 21, "pick"),
        ("w31", "says", _NORTH, 23, "words"),
        ("w32", "says", _NORTH, 24, "options"),
        ("w33", "corrects", _JOINT, 3, None),
        ("w34", "quote", _JOINT, 4, "words"),
        ("w35", "draft-title", _DRAFT, 2, None),
        ("w36", "by", _DRAFT, 3, None),
        ("w37", "note", _DRAFT, 4, None),
        ("w38", "quote", _DRAFT, 6, "pick"),
        ("w39", "note", _DRAFT, 6, "pick"),
        ("w41", "says", _DRAFT, 7, "words"),
    ],
)
def test_every_kind_of_text_is_found_in_its_place(
    tmp_path: Path, word: str, kind: str, file: str, line: int, issue: str | None
) -> None:
    write(tmp_path, EVERYWHERE)
    run = called("find", word, "-f", "json", cwd=tmp_path)
    assert (run.code, run.err) == (0, "")
    (hit,) = json.loads(run.out)["hits"]
    assert (hit["kind"], hit["file"], hit["line"], hit["issue"]) == (kind, file, line, issue)
    whose = {"a": [], "n": ["north"], "j": ["north", "south"], "d": ["north"]}[file[0]]
    assert hit["parties"] == (["north"] if word in ("w03", "w04", "w05") else whose)


def test_the_titles_of_every_kind_of_issue_are_known() -> None:
    """What an issue names with titles, under whatever key its kind has for it."""
    for kind in KINDS.values():
        for key in kind.declares:
            known = texts.known("agenda.yaml", ("issues", "any", key, "any"))
            assert (known is not None) == (kind.key_form(key) == "titles"), (kind.kind, key)


@pytest.mark.parametrize(
    ("shape", "file", "path"),
    [
        (shapes.AgendaFile, "agenda.yaml", ()),
        (shapes.PartyEntry, "agenda.yaml", ("parties", "any")),
        (shapes.StepEntry, "agenda.yaml", ("steps", "any")),
        (shapes.IssueEntry, "agenda.yaml", ("issues", "any")),
        (shapes.RuleEntry, "agenda.yaml", ("rules",)),
        (shapes.JointFile, "joint/2024-01-01.yaml", ()),
        (shapes.SourceEntry, "north/2024-01-01.yaml", ("sources", "any")),
        (shapes.TermEntry, "north/2024-01-01.yaml", ("terms", "any")),
        (shapes.AlternativeEntry, "north/2024-01-01.yaml", ("terms", "any", "alternatives")),
        (shapes.DraftFile, "drafts/2024-01-01-a.yaml", ()),
        (shapes.OutcomeEntry, "drafts/2024-01-01-a.yaml", ("outcomes", "any")),
    ],
)
def test_every_key_that_holds_text_is_known(shape: Any, file: str, path: tuple[str, ...]) -> None:
    """A key that is added to the format is searched, or this fails."""
    hints = get_type_hints(shape, include_extras=True)
    held = {
        key
        for key, hint in hints.items()
        if any(isinstance(said, Named) and said.name in ("text", "texts") for said in metadata(hint))
    }
    assert held
    assert {key for key in held if texts.known(file, (*path, key)) is None} == set()


def metadata(hint: Any) -> tuple[Any, ...]:
    """What is said of a type beside what it is; ``Required`` says nothing."""
    inner = hint if hasattr(hint, "__metadata__") else next(iter(get_args(hint)), None)
    return getattr(inner, "__metadata__", ())


def test_from_python(tmp_path: Path) -> None:
    dossier = posdiff.open(write(tmp_path, SMALL))
    (row,) = dossier.find("truce", party="north").records()
    assert (row["text_kind"], row["party"], row["line"]) == ("quote", ["north"], 6)
    for words in ((), ("",), (1,)):
        with pytest.raises(posdiff.Failure):
            dossier.find(*words)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("A ceasefire now", ("ceas",), ["ceas"]),
        ("A ceasefire now", ("now", "A c"), ["A c", "now"]),
        ("a ceasefire", ("ceasefire", "fire"), ["ceasefire"]),
        ("a ceasefire", ("ceasefire", "never"), []),
        ("Selenskyj in Zürich", ("zurich",), ["Zürich"]),
        ("Cafe\u0301 noir", ("cafe",), ["Cafe\u0301"]),
        ("Cafe\u0301 noir", ("CAFÉ N",), ["Cafe\u0301 n"]),
        ("die Straße", ("STRASSE",), ["Straße"]),
        ("first line\n  and the next", ("line and",), ["line\n  and"]),
        ("ﬁne print", ("fin",), ["ﬁn"]),
        ("Київ", ("київ",), ["Київ"]),
        ("a.b", ("a.b",), ["a.b"]),
        ("acb", ("a.b",), []),
    ],
)
def test_what_is_taken_for_the_same(text: str, words: tuple[str, ...], found: list[str]) -> None:
    spans = matching.spans(text, [matching.folded(word) for word in words])
    assert [text[start:end] for start, end in spans] == found


def hits(folder: Path, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(called("find", *arguments, "-f", "json", cwd=folder).out)["hits"]
    return found


def test_a_long_text_is_cut_around_the_words(tmp_path: Path) -> None:
    long = " ".join(["before"] * 100 + ["a needle here"] + ["after"] * 100)
    write(tmp_path, {**SMALL, "north/2024-03-01.yaml": f"date: 2024-03-01\nnote: {long}\n"})
    (shown,) = [row for row in called("find", "needle", cwd=tmp_path).out.splitlines() if "needle here" in row]
    assert shown.strip().startswith("… before before")
    assert shown.strip().endswith("after after …")
    assert len(shown) < 200
    (hit,) = hits(tmp_path, "needle")
    assert hit["text"] == long


@pytest.mark.parametrize("word", ["#", "[error]", ":", "@", "b", "more"])
@pytest.mark.parametrize("format", formats.ANY)
def test_marking_a_word_makes_no_command_of_it(tmp_path: Path, word: str, format: str) -> None:
    """Words are marked whole: what is taken apart to be marked would be put together again behind the escaping."""
    note = "'::add-mask::b ##[error]x @org/team <b>b</b> **b** ::b and more'"
    write(tmp_path, {**SMALL, "north/2024-03-01.yaml": f"date: 2024-03-01\nnote: {note}\n"})
    out = called("find", word, "-f", format, cwd=tmp_path).out
    assert "org/team" in out
    assert not re.search(r"(?m)^\s*::|##\[", out)
    if format in ("markdown", "html"):
        assert not re.search(r"(?<!\\)<b>", out)
    if format == "markdown":
        assert "@org" not in out


def test_a_file_that_could_not_be_used_is_looked_through(tmp_path: Path) -> None:
    """Its findings are told, as with every command."""
    write(tmp_path, {**SMALL, "south/2024-04-01.yaml": "date: 2024-04-01\ntitle: On mines\nterms: {truce: never}\n"})
    run = called("find", "mines", cwd=tmp_path)
    assert (run.code, "south/2024-04-01.yaml:2" in run.out) == (3, True)
