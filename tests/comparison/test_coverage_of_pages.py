"""Which sentences of a page count as quoted, as dismissed, or as open."""

from __future__ import annotations

import time
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from posdiff.comparison.evidence.coverage import CoverageOnFile, coverage
from posdiff.comparison.evidence.proofs import PagesOfParty, Proofs
from posdiff.dossier.plain_text import PageText
from posdiff.dossier.sources.pages import Page, Pages
from posdiff.dossier.statement import Snapshot
from writing import dossier

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}}
    issues:
      corridor: {title: Corridor, kind: choice, options: {no: No, yes: Yes}}
    """
PAGE = """We demand a corridor.
We will open it, unless the border is closed.
Thank you. Thank you.
We met on 1 March in a hall.
"""

#: Quotes, dismissed passages, and the sentences that are quoted, dismissed, open (by their lines and signals).
COUNTED = {
    "nothing": ([], [], 0, 0, [(1, "demand"), (2, "unless"), (3, ""), (3, ""), (4, "")]),
    "a part, without what frames it": (["a corridor"], [], 1, 0, [(2, "unless"), (3, ""), (3, ""), (4, "")]),
    "what comes before unless": (["We will open it"], [], 0, 0,
                                [(2, "unless"), (1, "demand"), (3, ""), (3, ""), (4, "")]),
    "the rest dismissed": (["We will open it"], ["unless the border is closed"], 1, 0,
                           [(1, "demand"), (3, ""), (3, ""), (4, "")]),
    "words left out": (["We demand … in a hall"], [], 2, 0, [(2, "unless"), (3, ""), (3, "")]),
    "a passage of two places": ([], ["Thank you."], 0, 2, [(1, "demand"), (2, "unless"), (4, "")]),
    "a word that stands everywhere": (["We"], [], 0, 0, [(1, "demand"), (2, "unless"), (3, ""), (3, ""), (4, "")]),
    "a few words of one": ([], ["on 1 March"], 0, 1, [(1, "demand"), (2, "unless"), (3, ""), (3, "")]),
    "two quotes beside each other": (["We demand", "a corridor"], [], 1, 0, [(2, "unless"), (3, ""), (3, ""), (4, "")]),
    "two over each other": (["We demand a", "demand a corridor"], [], 1, 0, [(2, "unless"), (3, ""), (3, ""), (4, "")]),
    "half of one that stands once": (["met on 1 March"], [], 1, 0, [(1, "demand"), (2, "unless"), (3, ""), (3, "")]),
    "the middle of one": (["will open it"], ["the border"], 0, 0,
                          [(2, "unless"), (1, "demand"), (3, ""), (3, ""), (4, "")]),
    "other words": (["We demand the corridor."], [], 0, 0, [(1, "demand"), (2, "unless"), (3, ""), (3, ""), (4, "")]),
    "all": ([PAGE.replace("\n", " ").strip()], [], 5, 0, []),
}  # fmt: skip


def covered(folder: Path, page: str, quotes: list[str], dismissed: list[str]) -> CoverageOnFile:
    """What of a page is coded by a statement with these quotes and dismissed passages."""
    name, hash = "page.txt", sha256(page.encode()).hexdigest()
    terms = f"{{corridor: {{accepts: yes, quote: {quotes!r}}}}}" if quotes else "{corridor: yes}"
    passages = [{"text": text, "reason": "procedural"} for text in dismissed]
    read = dossier(folder, {
        "agenda.yaml": AGENDA,
        "north/2024-06-14.yaml": f"""
            date: 2024-06-14
            sources: {{a: {{title: A, publisher: B, snapshot: {{file: {name}, sha256: {hash}}}}}}}
            terms: {terms}
            dismissed: {passages!r}
            """,
    })  # fmt: skip
    (folder / "sources").mkdir(exist_ok=True)
    (folder / "sources" / name).write_text(page, encoding="utf-8")
    return coverage(read, read.recorded, Pages(folder, None).page)


@pytest.mark.parametrize("name", COUNTED)
def test_what_counts(name: str, tmp_path: Path) -> None:
    quotes, dismissed, number_quoted, number_dismissed, expected = COUNTED[name]
    (found,) = covered(tmp_path, PAGE, quotes, dismissed).covered
    told = [(each.line, ", ".join(each.signals)) for each in found.page.open]
    assert sorted(told) == sorted(expected)
    assert [bool(signals) for _, signals in told] == sorted((bool(signals) for _, signals in told), reverse=True)
    assert (found.page.quoted, found.page.dismissed) == (number_quoted, number_dismissed)
    assert found.page.sentences == 5 == number_quoted + number_dismissed + len(expected)


#: A sentence of which all but its head is quoted, and what says the contrary in that head.
HEADS = {
    "It is not true that | we will share the port.": "not true",
    "It is untrue that | we will share the port.": "untrue",
    "It is a lie that | we will share the port.": "lie",
    "The minister denies that | we will share the port.": "denies",
    "Неправда, что | мы будем делить порт.": "неправда",
    "Это ложь, что | мы будем делить порт.": "ложь",
    "Министр отрицает, что | мы будем делить порт.": "отрицает",
    "Неправда, що | ми будемо ділити порт.": "неправда",
    "Це брехня, що | ми будемо ділити порт.": "брехня",
    "Міністр заперечує, що | ми будемо ділити порт.": "заперечує",
}


@pytest.mark.parametrize("sentence", HEADS)
def test_a_sentence_whose_denying_head_is_left_out_is_open(sentence: str, tmp_path: Path) -> None:
    head, _, quote = sentence.partition("| ")
    (found,) = covered(tmp_path, head + quote, [quote], []).covered
    assert [each.signals for each in found.page.open] == [(HEADS[sentence],)]


def test_only_what_is_asked_about_is_told(tmp_path: Path) -> None:
    """In the order of the files; a page of others is passed over, and one that is not here is told apart."""

    def source(name: str) -> str:
        return f"{{title: A, snapshot: {{file: {name}.txt, sha256: {sha256(name.encode()).hexdigest()}}}}}"

    read = dossier(tmp_path, {
        "agenda.yaml": AGENDA,
        **{
            f"north/2024-06-{day}.yaml": f"date: 2024-06-{day}\nsources: {{a: {source(name)}, z: {{title: Z}}}}\n"
            for day, name in ((11, "other"), (12, "two"), (13, "gone"), (14, "one"), (15, "two"))
        },
    })  # fmt: skip
    looked: list[str] = []

    def page_of(snapshot: Snapshot) -> Page:
        looked.append(snapshot.file)
        return Page(snapshot, PageText.of(PAGE) if snapshot.file != "gone.txt" else None)

    asked = [each for each in read.recorded if "11" not in each.location.file]
    found = coverage(read, asked, page_of)
    assert [each.source.snapshot and each.source.snapshot.file for each in found.covered] == [
        "two.txt", "one.txt", "two.txt",
    ]  # fmt: skip
    assert [each.recorded.location.file for each in found.unread] == ["north/2024-06-13.yaml"]
    assert (found.not_kept, looked) == (4, ["two.txt", "gone.txt", "one.txt"])


#: Quotes, dismissed passages, and the lines of dismissed sentences that look like a demand.
SET_ASIDE = {
    "nothing that looks like one": ([], ["Thank you.", "on 1 March"], ()),
    "a demand and a condition": (
        [],
        ["We demand a corridor.", "We will open it, unless the border is closed."],
        (1, 2),
    ),
    "a demand that is quoted too": (["We demand a corridor."], ["We demand a corridor.", "Thank you."], ()),
    "all of the page": ([], [PAGE.replace("\n", " ").strip()], (1, 2)),
}


@pytest.mark.parametrize("name", SET_ASIDE)
def test_which_dismissed_sentences_look_like_a_demand(name: str, tmp_path: Path) -> None:
    quotes, dismissed, lines = SET_ASIDE[name]
    (found,) = covered(tmp_path, PAGE, quotes, dismissed).covered
    assert found.page.dismissed_demands == lines


def test_what_is_dismissed_and_not_in_the_page_is_told(tmp_path: Path) -> None:
    (found,) = covered(tmp_path, PAGE, [], ["Thanks."]).covered
    assert [passage.text for passage in found.absent] == ["Thanks."]


def test_the_pages_of_a_bloc_count_in_the_silence_of_its_members(tmp_path: Path) -> None:
    """On the days on which they are members, and up to which it spoke; a page that both stand on is counted once."""
    page = "We demand a corridor. We met on 1 March in a hall."
    source = f"{{title: A, snapshot: {{file: page.txt, sha256: {sha256(page.encode()).hexdigest()}}}}}"
    read = dossier(tmp_path, {
        "agenda.yaml": """
            posdiff: 1
            parties: {south: {}, east: {}, north: {members: {south: {from: 2024-06-20}, east: {}}}}
            issues: {corridor: {title: Corridor, kind: choice, options: {no: No, yes: Yes}}}
            """,
        "north/2024-06-14.yaml": f"""
            date: 2024-06-14
            sources: {{a: {source}}}
            terms: {{corridor: {{accepts: yes, quote: a corridor}}}}
            """,
        "east/2024-06-15.yaml": f"""
            date: 2024-06-15
            sources: {{a: {source}, b: {{title: B}}}}
            terms: {{corridor: no}}
            """,
    })  # fmt: skip
    assert not [finding for finding in read.findings if finding.severity == "error"]
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "page.txt").write_text(page)
    looked: list[str] = []
    pages = Pages(tmp_path, None)

    def page_of(snapshot: Snapshot) -> Page:
        looked.append(snapshot.file)
        return pages.page(snapshot)

    proofs = Proofs(read, page_of)
    first, later = (date(2024, 6, day).toordinal() for day in (14, 30))
    assert proofs.silence("south", first) is None
    assert proofs.silence("south", later) == PagesOfParty(1, 0, ("north",), 1)
    assert proofs.silence("east", later) == PagesOfParty(1, 1, ("east", "north"), 1)
    assert proofs.silence("north", first) == PagesOfParty(1, 0, ("north",), 1)
    assert looked == ["page.txt"]


HOSTILE = {
    "a sentence of many words": ("and so " * 60_000, ["and so"]),
    "many sentences": ("We must go. " * 10_000, ["We must … go", "must"]),
    "right to left": ("لن نقبل. " * 5_000, ["نقبل"]),
}


def test_hostile_pages_cost_a_few_walks(tmp_path: Path) -> None:
    began = time.process_time()
    for page, quotes in HOSTILE.values():
        assert covered(tmp_path, page, quotes, []).covered[0].page.sentences > 0
    assert time.process_time() - began < 20


def test_each_path_of_one_page_is_told_for_itself(tmp_path: Path) -> None:
    """Of two sources with one hash one path is there, or none: what the one has says nothing of the other's path."""
    page = "We demand a corridor."
    hash = sha256(page.encode()).hexdigest()
    read = dossier(tmp_path, {
        "agenda.yaml": AGENDA,
        "north/2024-06-14.yaml": f"""
            date: 2024-06-14
            sources:
              a: {{title: A, snapshot: {{file: a.txt, sha256: {hash}}}}}
              b: {{title: B, snapshot: {{file: b.txt, sha256: {hash}}}}}
            terms: {{corridor: yes}}
            """,
        "sources/b.txt": "Another page.",
    })  # fmt: skip

    def told() -> tuple[list[str], list[tuple[str, str | None]]]:
        found = coverage(read, read.statements, Pages(tmp_path / "positions", None).page)
        return [each.source.key for each in found.covered], [(o.source.key, o.page.problem) for o in found.unread]

    assert told() == ([], [("a", "not-here"), ("b", "changed")])
    (tmp_path / "positions/sources/a.txt").write_text(page, encoding="utf-8")
    assert told() == (["a"], [("b", "changed")])
    silent = Proofs(read, Pages(tmp_path / "positions", None).page).silence("north", date(2024, 6, 14).toordinal())
    assert silent == PagesOfParty(1, 0, ("north",), 1)  # the bytes of the page are here, and were looked at
    (tmp_path / "positions/sources/b.txt").write_text(page, encoding="utf-8")
    assert told() == (["a", "b"], [])
