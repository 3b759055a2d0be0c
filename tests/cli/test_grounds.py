"""What a position rests on: facts, one by one, and no score."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import posdiff
from posdiff.dossier.coding import coded_terms, fingerprint
from posdiff.dossier.fold import own_record
from posdiff.dossier.grounds import Grounds, grounds
from posdiff.dossier.position import position_of
from posdiff.reports import provenance, recode_wording
from posdiff.review.case import Case, Settings
from posdiff.review.rules import single_coded
from running import called
from writing import dossier, write

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}}
        issues:
          size: {title: Size, kind: choice, options: {low: Low, high: High}}
          gear: {title: Gear, kind: set, members: {rod: Rod, rope: Rope}}
          words: {title: Words, kind: text}
        """,
    "north/2024-01-01.yaml": """
        date: 2024-01-01
        checked-by: B. Reader
        sources:
          office: {title: A page, publisher: The Office, class: official}
          copy: {title: The page, publisher: A blog, class: repost}
        terms:
          size: {accepts: low, quote: Low it is, source: [office, copy]}
          gear: {includes: [rod], source: copy}
        """,
    "north/2024-03-01.yaml": """
        date: 2024-03-01
        sources: {paper: {title: News, publisher: the  office, class: press}, own: {title: Leaflet}}
        terms:
          gear: {adds: true, includes: [rope], source: paper}
        reaffirms: [size]
        """,
    "north/2024-04-01.yaml": """
        date: 2024-04-01
        standing: reported
        speaker: An aide
        sources: {paper: {title: News, publisher: A newspaper, class: unknown}}
        terms: {words: {says: Words, quote: Some words}}
        """,
}


def test_in_every_format(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    asked = ("show", "north", "--at", "2024-08-15", "--with-reported")
    lines = (
        "own quote · official, press, repost · 1 publisher · quote 7 months old, last stated 5 months ago · "
        "coded once, confirmed by a second person",
        "no quote · press, repost · 1 publisher · 7 months old · coded once, in part confirmed by a second person",
        "quote as reported · class unknown · 1 publisher · 4 months old · coded once",
    )
    for format in ("text", "markdown", "html"):
        run = called(*asked, "-f", format, cwd=tmp_path)
        assert (run.code, [line in run.out for line in lines]) == (0, [True, True, True]), format
    told = json.loads(called(*asked, "-f", "json", cwd=tmp_path).out)["grounds"]
    assert told[1] == {
        "issue": "gear", "quote": "none", "classes": ["press", "repost"], "publishers": 1, "days": 227,
        "quote_days": None, "coded": "once", "confirmed": "in-part",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, ""), (1, "1 day old"), (30, "30 days old"), (31, "1 month old"), (520, "17 months old"),
     (1095, "35 months old"), (1100, "3 years old"), (3653, "10 years old")],
)  # fmt: skip
def test_how_old(days: int, words: str) -> None:
    assert provenance.how_old(days) == words


def test_what_is_not_known_is_not_told() -> None:
    """Whether quotes stand in the pages kept is told where somebody looked."""
    nothing = Grounds("none", (), 0, 0, "once")
    assert provenance.rests_on(nothing) == "no quote · no publisher named · coded once"
    assert provenance.rests_on(nothing._replace(quote="own", in_pages="verified")).startswith(
        "own quote · verified · no "
    )
    assert "own quote · not verified here ·" in provenance.rests_on(nothing._replace(quote="own", in_pages="not-here"))


def test_one_page_is_one_publisher_and_a_kept_second_coding_counts(tmp_path: Path) -> None:
    """Two sources whose pages have one hash; a term that is in positions/second-coding.json, and one that is not."""
    same, other = "a" * 64, "b" * 64
    write(tmp_path, {
        "agenda.yaml": FILES["agenda.yaml"],
        "north/2024-01-01.yaml": f"""
            date: 2024-01-01
            sources:
              one: {{publisher: Alpha, snapshot: {{file: a.txt, sha256: {same}}}}}
              two: {{publisher: Beta, snapshot: {{file: b.txt, sha256: {same}}}}}
              three: {{publisher: Gamma, snapshot: {{file: c.txt, sha256: {other}}}}}
              four: {{publisher: Gamma, title: Again, snapshot: {{file: c.txt, sha256: {other}}}}}
            terms:
              size: {{accepts: low, source: [one, two]}}
              gear: {{includes: [rod], source: [one, two, three]}}
            """,
    })  # fmt: skip
    kept = {
        "schema": "posdiff/recode/1",
        "terms": [{"statement": "north/2024-01-01", "issue": "size"}],
        "agreement": [],
    }
    (tmp_path / "positions" / "second-coding.json").write_text(json.dumps(kept), "utf-8")
    told = json.loads(called("show", "north", "--at", "2024-08-15", "-f", "json", cwd=tmp_path).out)["grounds"]
    assert [(each["issue"], each["publishers"], each["coded"]) for each in told] == [
        ("size", 1, "twice"),
        ("gear", 2, "once"),
    ]
    found = json.loads(called("check", "-f", "json", cwd=tmp_path).out)["findings"]
    assert [(each["severity"], each["line"], each["message"]) for each in found if each["rule"] == "same-page"] == [
        ("warning", 4, "the page of `two` is that of `one` of north/2024-01-01.yaml, byte for byte, with another "
                       "publisher or address"),
        ("warning", 6, "the page of `four` is that of `three` of north/2024-01-01.yaml, byte for byte: they are one "
                       "source, told as two"),
    ]  # fmt: skip


def test_one_page_under_two_keys_of_a_file_though_another_has_it(tmp_path: Path) -> None:
    page = f"{{publisher: Alpha, snapshot: {{file: a.txt, sha256: {'a' * 64}}}}}"
    earlier, later = f"{{one: {page}}}", f"{{one: {page}, two: {page}}}"
    write(tmp_path, {"agenda.yaml": FILES["agenda.yaml"], **{
        f"north/{day}.yaml": f"date: {day}\nsources: {keys}\nterms: {{size: {{accepts: low, source: one}}}}\n"
        for day, keys in (("2024-01-01", earlier), ("2024-02-01", later))
    }})  # fmt: skip
    found = json.loads(called("check", "-f", "json", cwd=tmp_path).out)["findings"]
    assert [(each["file"], each["line"]) for each in found if each["rule"] == "same-page"] == [
        ("positions/north/2024-02-01.yaml", 2)
    ]


@pytest.mark.parametrize(
    ("first", "second", "confirmed"),
    [("Zoe", "Zoe", "none"), ("Zoe Ray", "[zoe  RAY]", "none"), ("[Zoe, Ann]", "Ann", "none"),
     ("Zoe", "[Zoe, Ann]", "all"), ("", "Ann", "all")],
)  # fmt: skip
def test_who_coded_it_is_no_second_person(tmp_path: Path, first: str, second: str, confirmed: str) -> None:
    names = f"date: 2024-01-01\ncoded-by: {first}\nchecked-by: {second}\n".replace("coded-by: \n", "")
    files = {"agenda.yaml": FILES["agenda.yaml"], "north/2024-01-01.yaml": names + "terms: {size: low}\n"}
    read = dossier(tmp_path, files)
    [held] = position_of(
        own_record(read, "north", 800_000, with_reported=False), 800_000, read.agenda.issues
    ).terms.values()
    rests_on = grounds(held, 800_000)
    assert (rests_on.coded, rests_on.confirmed) == ("once", confirmed)
    each = Case(read, 800_000, settings=Settings({"single-coded": "info"}))
    found = [finding.message for finding in single_coded.examine(each)]
    assert [message.rpartition(": ")[2] for message in found] == (
        ["`checked-by` has the same name as `coded-by`"] if confirmed == "none" else []
    )


CODED = (
    "date: 2024-01-0{day}\n{who}sources: {{s: {{publisher: P, url: 'https://example.org'}}}}\nterms: {{size: low}}\n"
)
#: By what three files say of who coded them: what is told of all together; on how many lines where the rule is raised.
SINGLE = {
    ("", "", ""): ([], 3),
    ("coded-by: Zoe\n", "", ""): (["in 0 of 3 files"], 3),
    ("coded-by: Zoe\n", "checked-by: Ann\n", "checked-by: Ann\ncoded-by: Ann\n"): (["in 1 of 3 files"], 2),
    ("checked-by: Ann\n", "checked-by: Ann\n", "checked-by: Ann\n"): ([], 0),
}


@pytest.mark.parametrize(("who", "found", "raised"), [(who, *told) for who, told in SINGLE.items()])
def test_a_dossier_has_one_finding_and_each_file_one_where_the_rule_is_set(
    tmp_path: Path, who: tuple[str, ...], found: list[str], raised: int
) -> None:
    said = {f"north/2024-01-0{day}.yaml": CODED.format(day=day, who=by) for day, by in enumerate(who, 1)}
    write(tmp_path, {"agenda.yaml": FILES["agenda.yaml"], **said})
    told = json.loads(called("check", "-f", "json", cwd=tmp_path).out)["findings"]
    of_coding = [each for each in told if each["rule"] == "single-coded"]
    assert [(each["severity"], each["file"], each["line"], each["message"]) for each in of_coding] == [
        ("info", "positions/agenda.yaml", 1, f"somebody who confirmed the coding is named {number}") for number in found
    ]
    (tmp_path / "posdiff.toml").write_text('[rules]\nsingle-coded = "warning"\n', "utf-8")
    told = json.loads(called("check", "-f", "json", cwd=tmp_path).out)["findings"]
    assert [each["rule"] for each in told if each["severity"] == "warning"] == ["single-coded"] * raised


def test_a_second_coding_that_differs_and_one_of_a_coding_that_changed(tmp_path: Path) -> None:
    """One term was coded alike, one was not, and one was coded otherwise afterwards."""
    files = {
        "agenda.yaml": FILES["agenda.yaml"],
        "north/2024-01-01.yaml": """
            date: 2024-01-01
            terms: {size: low, gear: {includes: [rod]}, words: {says: Words}}
            """,
        "north/2024-02-01.yaml": "date: 2024-02-01\nterms: {gear: {adds: true, includes: [rope]}}\n",
    }
    read = dossier(tmp_path, files)
    terms = [
        {"statement": coded.file, "issue": coded.term.issue, "fingerprint": fingerprint(coded, read.agenda)}
        for coded in coded_terms(read)
        if coded.file == "north/2024-01-01"
    ]
    kept = {"schema": "posdiff/recode/1", "terms": terms, "agreement": [], "disagreements": terms[1:2]}
    (tmp_path / "positions" / "second-coding.json").write_text(json.dumps(kept), "utf-8")

    def coded() -> list[str]:
        answer = posdiff.open(tmp_path / "positions").show("north", at="2024-08-15")
        return [each["coded"] for each in answer.to_dict()["grounds"]]

    assert coded() == ["twice", "in-part-twice-not-alike", "twice"]
    (tmp_path / "positions/north/2024-02-01.yaml").unlink()
    assert coded() == ["twice", "twice-not-alike", "twice"]
    said = tmp_path / "positions/north/2024-01-01.yaml"
    said.write_text(said.read_text("utf-8").replace("size: low", "size: high"), "utf-8")
    assert coded() == ["once", "twice-not-alike", "twice"]
    again = posdiff.open(tmp_path / "positions").report("north", "north@2024-01-01").second_coding
    assert again is not None
    assert (again.terms, again.gone, again.changed) == (3, 0, 1)
    assert recode_wording.kept(again) == (
        "out of date: 1 of 3 terms changed since; before that 3 terms of 3, "
        "alpha not defined: it takes two terms that can be measured; the sheet does not say who filled it in"
    )
