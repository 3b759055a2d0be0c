"""What pages prove of single quotes and of silences: a statement with the pages of its sources in, proofs out."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

from posdiff.comparison.evidence.proofs import PagesOfParty, Proof, Proofs
from posdiff.dossier.fold import position
from posdiff.dossier.plain_text import PageText
from posdiff.dossier.sources.pages import Page
from posdiff.dossier.statement import Quote, Snapshot
from writing import dossier

#: The pages, by their names. Of `gone` there is no text here.
PAGES = {
    "one.txt": "We demand a corridor. We will open it. We go. We go.",
    "two.txt": "They say: We will open it. They go.",
    "gone.txt": "",
}
FIRST, LATER = (date(2024, 1, day).toordinal() for day in (1, 5))


def proofs(folder: Path, looked: list[str]) -> tuple[Proofs, dict[str, Quote]]:
    """The proofs of a dossier, and the quotes in it by their words; which pages were looked at is written down."""
    snapshots = {name: f"{{file: {name}, sha256: {sha256(name.encode()).hexdigest()}}}" for name in PAGES}
    quotes = {
        "fee": ("We will open it.", "[c, a, b]"), "port": ("We will open it.", "b"), "bay": ("We go.", "a"),
        "land": ("They go.", "[b, a]"), "sea": ("We stay.", "c"), "air": ("They stay.", "d"),
    }  # fmt: skip
    issues = ", ".join(f"{issue}: {{title: {issue}, kind: quantity}}" for issue in quotes)
    terms = ", ".join(f"{issue}: {{max: 5, quote: '{words}', source: {of}}}" for issue, (words, of) in quotes.items())
    read = dossier(folder, {
        "agenda.yaml": f"""
            posdiff: 1
            parties: {{north: {{}}, south: {{}}}}
            issues: {{{issues}}}
            """,
        "north/2024-01-01.yaml": f"""
            date: 2024-01-01
            sources:
              a: {{title: A, url: 'https://a.example/a', snapshot: {snapshots['one.txt']}}}
              b: {{title: B, url: 'https://a.example/b#top', archive: 'https://b.example/b',
                   snapshot: {snapshots['two.txt']}}}
              c: {{title: C, snapshot: {snapshots['gone.txt']}}}
              d: {{title: D}}
            terms: {{{terms}}}
            """,
        "north/2024-01-05.yaml": f"""
            date: 2024-01-05
            sources: {{e: {{title: E, snapshot: {snapshots['gone.txt']}}}, f: {{title: F}}}}
            """,
    })  # fmt: skip
    assert not [finding for finding in read.findings if finding.severity == "error"], read.findings

    def page_of(snapshot: Snapshot) -> Page:
        looked.append(snapshot.file)
        text = PAGES[snapshot.file]
        return Page(snapshot, PageText.of(text) if text else None)

    held = position(read, "north", FIRST).terms
    said = {issue: quote for issue in quotes for part in held[issue].parts for quote in part.lineage.said}
    return Proofs(read, page_of), said


OPENED = "We%20will%20open%20it."


def test_what_is_proved_of_each_quote(tmp_path: Path) -> None:
    """A verified one has links to its words, in the first of its sources where they stand once; a page is read once."""
    looked: list[str] = []
    found, quotes = proofs(tmp_path, looked)
    assert {issue: found.of(quote) for issue, quote in quotes.items()} == {
        "fee": Proof("verified", f"https://a.example/a#:~:text={OPENED}"),
        "port": Proof("verified", f"https://a.example/b#top:~:text={OPENED}", f"https://b.example/b#:~:text={OPENED}"),
        "bay": Proof("ambiguous"),
        "land": Proof("absent"),
        "sea": Proof("not-here"),
        "air": Proof("not-here"),
    }
    assert found.of(quotes["fee"]) is found.of(quotes["fee"])
    assert looked == ["gone.txt", "one.txt", "two.txt"]


def test_how_many_quotes_came_out_each_way(tmp_path: Path) -> None:
    found, quotes = proofs(tmp_path, [])
    assert found.counts([*quotes.values(), quotes["bay"]]) == {
        "verified": 2, "ambiguous": 2, "absent": 1, "not-here": 2,
    }  # fmt: skip
    assert found.counts([]) == {"verified": 0, "ambiguous": 0, "absent": 0, "not-here": 0}


def test_where_words_stand(tmp_path: Path) -> None:
    """In the first of some sources that has them once; nowhere, where another lacks them."""
    found, quotes = proofs(tmp_path, [])
    _, one, two = quotes["fee"].sources
    result, place = found.place("We will open it.", (two, one))
    assert (result, place and (place.source.key, place.span)) == ("verified", ("b", (10, 26)))
    assert found.place("They go.", (two, one)) == ("absent", None)
    assert found.place("We go.", (one,)) == ("ambiguous", None)


def test_how_far_the_texts_of_a_party_were_looked_at(tmp_path: Path) -> None:
    """Up to the day asked about; sources of which there is no page are counted apart, each page once."""
    found, _ = proofs(tmp_path, [])
    assert found.silence("north", FIRST) == PagesOfParty(1, 2, ("north",), 2)
    assert found.silence("north", LATER) == PagesOfParty(1, 4, ("north",), 2)
    assert found.silence("north", FIRST - 1) is None
    assert found.silence("south", LATER) is None
