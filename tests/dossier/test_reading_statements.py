"""Statement files: each fault in one with the whole of the findings, and what is read of those that are right."""

from __future__ import annotations

from pathlib import Path

import pytest
from telling import FILE, clean, told, with_agenda

from posdiff.dossier.statement import Snapshot, Source
from posdiff.findings.location import Location

#: The statement of North on 2024-06-14; the findings.
ONE = {
    "no date": (
        "terms: {corridor: yes}",
        """
        error [missing-key] north/2024-06-14.yaml:1:1
          a statement needs `date`
          hint: add `date:`
        """,
    ),
    "a date that is not the file's": (
        "date: 2024-06-15\nterms: {corridor: yes}",
        """
        error [date-differs] north/2024-06-14.yaml:1:7
          the date 2024-06-15 differs from the 2024-06-14 in the file's name
          hint: correct the date, or rename the file
        """,
    ),
    "a day that is not there": (
        "date: 2024-06-31\nterms: {corridor: yes}",
        """
        error [not-a-date] north/2024-06-14.yaml:1:7
          the date 2024-06-31 does not exist
          hint: write it as 2024-06-14
        """,
    ),
    "a date in words": (
        "date: June 14, 2024\nterms: {corridor: yes}",
        """
        error [not-a-date] north/2024-06-14.yaml:1:7
          expected a date, found `June 14, 2024`
          hint: write it as 2024-06-14
        """,
    ),
    "a date with slashes": (
        "date: 06/14/2024\nterms: {corridor: yes}",
        """
        error [not-a-date] north/2024-06-14.yaml:1:7
          expected a date, found `06/14/2024`
          hint: write it as 2024-06-14
        """,
    ),
    "a date with a time": (
        "date: 2024-06-14T10:00:00Z\nterms: {corridor: yes}",
        """
        error [not-a-date] north/2024-06-14.yaml:1:7
          expected a date, found `2024-06-14T10:00:00Z`
          hint: write it as 2024-06-14
        """,
    ),
    "a date in a list": (
        "date: [2024-06-14]\nterms: {corridor: yes}",
        """
        error [not-a-date] north/2024-06-14.yaml:1:7
          expected a date
          hint: write it as 2024-06-14
        """,
    ),
    "a date in another script": (
        "date: ٢٠٢٤-٠٦-١٤\nterms: {corridor: yes}",
        """
        error [not-a-date] north/2024-06-14.yaml:1:7
          expected a date, found `٢٠٢٤-٠٦-١٤`
          hint: write it as 2024-06-14
        """,
    ),
    "a key that is not there": (
        "date: 2024-06-14\ntopic: land\nterms: {corridor: yes}",
        """
        error [unknown-key] north/2024-06-14.yaml:2:1
          no key `topic` in a statement
          hint: known: checked-by, coded-by, corrects, date, dismissed, dissents, note, reactions, reaffirms, sources, speaker, standing and 3 more
        """,  # noqa: E501
    ),
    "a key that is nearly right": (
        "date: 2024-06-14\nterm: {corridor: yes}",
        """
        error [unknown-key] north/2024-06-14.yaml:2:1
          no key `term` in a statement
          hint: did you mean terms?
        warning [says-nothing] north/2024-06-14.yaml:1:1
          the statement says nothing on any issue
          hint: add `terms:`, `reaffirms:` or `withdraws:`
        """,
    ),
    "parties in a statement of one": (
        "date: 2024-06-14\nparties: [north, south]\nterms: {corridor: yes}",
        """
        error [unknown-key] north/2024-06-14.yaml:2:1
          no key `parties` in a statement
          hint: known: checked-by, coded-by, corrects, date, dismissed, dissents, note, reactions, reaffirms, sources, speaker, standing and 3 more
        """,  # noqa: E501
    ),
    "a title that is a list": (
        "date: 2024-06-14\ntitle: [a]\nterms: {corridor: yes}",
        """
        error [wrong-shape] north/2024-06-14.yaml:2:8
          expected text for `title`, found a list
          hint: put the text in quotes: "[a]"
        """,
    ),
    "an empty speaker": (
        "date: 2024-06-14\nspeaker: ''\nterms: {corridor: yes}",
        """
        error [empty-text] north/2024-06-14.yaml:2:10
          `speaker` is empty
          hint: write it, or delete the key
        """,
    ),
    "a standing that is not there": (
        "date: 2024-06-14\nstanding: rumoured\nterms: {corridor: yes}",
        """
        error [wrong-value] north/2024-06-14.yaml:2:11
          `standing` is stated or reported, not `rumoured`
        """,
    ),
    "terms as a list": (
        "date: 2024-06-14\nterms: [corridor]",
        """
        error [wrong-shape] north/2024-06-14.yaml:2:8
          expected a mapping for the terms, found a list
        """,
    ),
    "terms as a text": (
        "date: 2024-06-14\nterms: none",
        """
        error [wrong-shape] north/2024-06-14.yaml:2:8
          expected a mapping for the terms, found text
        """,
    ),
    "nothing but the date": (
        "date: 2024-06-14",
        """
        warning [says-nothing] north/2024-06-14.yaml:1:1
          the statement says nothing on any issue
          hint: add `terms:`, `reaffirms:` or `withdraws:`
        """,
    ),
    "sources as a list": (
        "date: 2024-06-14\nsources: [{title: x}]\nterms: {corridor: yes}",
        """
        error [wrong-shape] north/2024-06-14.yaml:2:10
          expected a mapping for `sources`, found a list
        """,
    ),
    "a source in capitals": (
        "date: 2024-06-14\nsources: {KyivPost: {title: x}}\nterms: {corridor: yes}",
        """
        error [bad-id] north/2024-06-14.yaml:2:11
          `KyivPost` cannot be the id of a source
          hint: lower-case ASCII letters, digits and hyphens, a letter first: kyivpost
        """,
    ),
    "a source as a text": (
        "date: 2024-06-14\nsources: {post: 'https://a.example'}\nterms: {corridor: yes}",
        """
        error [wrong-shape] north/2024-06-14.yaml:2:17
          expected a mapping for the source post, found text
        """,
    ),
    "a key of a source that is nearly right": (
        "date: 2024-06-14\nsources: {post: {titel: x}}\nterms: {corridor: yes}",
        """
        error [unknown-key] north/2024-06-14.yaml:2:18
          no key `titel` in the source post
          hint: did you mean title?
        """,
    ),
    "an address that is a program": (
        "date: 2024-06-14\nsources: {post: {url: 'javascript:alert(1)'}}\nterms: {corridor: yes}",
        """
        error [bad-url] north/2024-06-14.yaml:2:23
          expected an address that begins with https://
        """,
    ),
    "an address without https": (
        "date: 2024-06-14\nsources: {post: {url: www.example.org}}\nterms: {corridor: yes}",
        """
        error [bad-url] north/2024-06-14.yaml:2:23
          expected an address that begins with https://
        """,
    ),
    "an address with a space": (
        "date: 2024-06-14\nsources: {post: {url: 'https://a.example/a b'}}\nterms: {corridor: yes}",
        """
        error [bad-url] north/2024-06-14.yaml:2:23
          expected an address that begins with https://
        """,
    ),
    "a source of a class that is nearly right, described as something, with an archive and a snapshot that are none": (
        """
        date: 2024-06-14
        sources:
          post: {class: offical, described: perhaps, archive: archive.example/1,
                 snapshot: {file: ../page.html, sha256: abc, retrieved: yesterday}}
          paper: {snapshot: {sha: abc}}
          book: {snapshot: page.html}
        terms: {corridor: {accepts: yes, source: post}}
        """,
        f"""
        error [wrong-value] {FILE}:3:17
          `class` is official, press, party, repost or unknown, not `offical`
          hint: did you mean official?
        error [wrong-value] {FILE}:3:37
          `described` is true or false, not `perhaps`
        error [bad-url] {FILE}:3:55
          expected an address that begins with https://
        error [wrong-value] {FILE}:4:27
          `file` is a path within the folder `sources`
          hint: name it relative to that folder, as in page.html
        error [wrong-value] {FILE}:4:49
          `sha256` is 64 hexadecimal digits in lower case, not `abc`
          hint: write what sha256sum prints for the file
        error [not-a-date] {FILE}:4:65
          expected a date, found `yesterday`
          hint: write it as 2024-06-14
        error [missing-key] {FILE}:5:21
          the snapshot of paper needs `file`
          hint: add `file:`
        error [missing-key] {FILE}:5:21
          the snapshot of paper needs `sha256`
          hint: add `sha256:`
        error [unknown-key] {FILE}:5:22
          no key `sha` in the snapshot of paper
          hint: did you mean sha256?
        error [wrong-shape] {FILE}:6:20
          expected a mapping for the snapshot of book, found text
        """,
    ),
    "coders without a name": (
        "date: 2024-06-14\ncoded-by: ''\nchecked-by: [A, {name: B}, A]\nterms: {corridor: yes}",
        f"""
        error [empty-text] {FILE}:2:11
          `coded-by` is empty
          hint: write it, or delete the key
        error [wrong-shape] {FILE}:3:17
          expected a name in `checked-by`, found a mapping
        error [named-twice] {FILE}:3:28
          `A` is named twice
          hint: delete one
        """,
    ),
    "a source's dates that are none": (
        "date: 2024-06-14\nsources: {post: {date: 2024, accessed: yesterday}}\nterms: {corridor: yes}",
        """
        error [not-a-date] north/2024-06-14.yaml:2:24
          expected a date, found `2024`
          hint: write it as 2024-06-14
        error [not-a-date] north/2024-06-14.yaml:2:40
          expected a date, found `yesterday`
          hint: write it as 2024-06-14
        """,
    ),
    "a source that is nearly right": (
        "date: 2024-06-14\nsources: {post: {title: x}}\nterms: {corridor: {accepts: yes, source: pots}}",
        """
        error [unknown-source] north/2024-06-14.yaml:3:42
          no source `pots` in this statement
          hint: did you mean post?
        """,
    ),
    "a source where there are none": (
        "date: 2024-06-14\nterms: {corridor: {accepts: yes, source: post}}",
        """
        error [unknown-source] north/2024-06-14.yaml:2:42
          no source `post` in this statement
          hint: there are none to choose from
        """,
    ),
    "a source twice": (
        "date: 2024-06-14\nsources: {post: {title: x}}\nterms: {corridor: {accepts: yes, source: [post, post]}}",
        """
        error [named-twice] north/2024-06-14.yaml:3:49
          `post` is named twice
          hint: delete one
        """,
    ),
    "several sources, and none named": (
        "date: 2024-06-14\nsources: {post: {title: x}, times: {title: y}}\n"
        "terms:\n  corridor: yes\n  language: {says: x}\n  status: {accepts: part, source: times}",
        """
        warning [source-not-named] north/2024-06-14.yaml:4:13
          this does not say which of the statement's 2 sources it is taken from
          hint: add `source:` with one key or a list
        warning [source-not-named] north/2024-06-14.yaml:5:13
          this does not say which of the statement's 2 sources it is taken from
          hint: add `source:` with one key or a list
        """,
    ),
    "an issue under terms and reaffirms": (
        "date: 2024-06-14\nterms: {corridor: yes}\nreaffirms: [corridor]",
        """
        error [issue-twice] north/2024-06-14.yaml:3:13
          `corridor` is named under `reaffirms` and, on line 2, under another key
          hint: name an issue under only one of `terms`, `reaffirms`, `withdraws`
        """,
    ),
    "an issue under terms and withdraws": (
        "date: 2024-06-14\nterms: {corridor: yes}\nwithdraws: [corridor]",
        """
        error [issue-twice] north/2024-06-14.yaml:3:13
          `corridor` is named under `withdraws` and, on line 2, under another key
          hint: name an issue under only one of `terms`, `reaffirms`, `withdraws`
        """,
    ),
    "an issue under reaffirms and withdraws": (
        "date: 2024-06-14\nreaffirms: [corridor]\nwithdraws: [corridor]",
        """
        error [issue-twice] north/2024-06-14.yaml:3:13
          `corridor` is named under `withdraws` and, on line 2, under another key
          hint: name an issue under only one of `terms`, `reaffirms`, `withdraws`
        """,
    ),
    "an issue under all three": (
        "date: 2024-06-14\nterms:\n  corridor: yes\nreaffirms: corridor\nwithdraws: corridor",
        """
        error [issue-twice] north/2024-06-14.yaml:4:12
          `corridor` is named under `reaffirms` and, on line 3, under another key
          hint: name an issue under only one of `terms`, `reaffirms`, `withdraws`
        error [issue-twice] north/2024-06-14.yaml:5:12
          `corridor` is named under `withdraws` and, on line 3, under another key
          hint: name an issue under only one of `terms`, `reaffirms`, `withdraws`
        """,
    ),
    "reaffirms what is nearly an issue": (
        "date: 2024-06-14\nreaffirms: [coridor]",
        """
        error [unknown-issue] north/2024-06-14.yaml:2:13
          no issue or statement `coridor`
          hint: did you mean corridor?
        """,
    ),
    "reaffirms an issue twice": (
        "date: 2024-06-14\nreaffirms: [language, language]",
        """
        error [named-twice] north/2024-06-14.yaml:2:23
          `language` is named twice
          hint: delete one
        """,
    ),
    "reaffirms a mapping": (
        "date: 2024-06-14\nreaffirms: {corridor: yes}",
        """
        error [wrong-shape] north/2024-06-14.yaml:2:12
          expected a name in `reaffirms`, found a mapping
        """,
    ),
    "reaffirms any": (
        "date: 2024-06-14\nreaffirms: any",
        """
        error [unknown-issue] north/2024-06-14.yaml:2:12
          no issue or statement `any`
          hint: known: area, ceiling, corridor, deadline, first-steps, language, regions, status
        """,
    ),
    "withdraws what is nearly an issue": (
        "date: 2024-06-14\nwithdraws: [statsu]",
        """
        error [unknown-issue] north/2024-06-14.yaml:2:13
          no issue `statsu`
          hint: did you mean status?
        """,
    ),
    "withdraws a statement": (
        "date: 2024-06-14\nwithdraws: [2024-01-01]",
        """
        error [unknown-issue] north/2024-06-14.yaml:2:13
          no issue `2024-01-01`
          hint: known: area, ceiling, corridor, deadline, first-steps, language, regions, status
        """,
    ),
    "withdraws none": (
        "date: 2024-06-14\nwithdraws: none",
        """
        error [unknown-issue] north/2024-06-14.yaml:2:12
          no issue `none`
          hint: known: area, ceiling, corridor, deadline, first-steps, language, regions, status
        """,
    ),
    "withdraws lists in a list": (
        "date: 2024-06-14\nwithdraws: [[corridor]]",
        """
        error [wrong-shape] north/2024-06-14.yaml:2:13
          expected a name in `withdraws`, found a list
        """,
    ),
}

#: A joint statement of 2024-06-14; the findings.
JOINT = {
    "no parties": (
        "date: 2024-06-14\nterms: {corridor: yes}",
        """
        error [missing-key] joint/2024-06-14.yaml:1:1
          a joint statement needs `parties`
          hint: add `parties: [one, other]`
        """,
    ),
    "a party that is nearly right": (
        "date: 2024-06-14\nparties: [north, suoth]\nterms: {corridor: yes}",
        """
        error [unknown-party] joint/2024-06-14.yaml:2:18
          no party `suoth` in the agenda
          hint: did you mean south or north?
        """,
    ),
    "an alias": (
        "date: 2024-06-14\nparties: [n, south]\nterms: {corridor: yes}",
        """
        error [unknown-party] joint/2024-06-14.yaml:2:11
          no party `n` in the agenda
          hint: known: guests, north, south
        """,
    ),
    "a party twice": (
        "date: 2024-06-14\nparties: [north, north]\nterms: {corridor: yes}",
        """
        error [named-twice] joint/2024-06-14.yaml:2:18
          `north` is named twice
          hint: delete one
        """,
    ),
    "parties as a mapping": (
        "date: 2024-06-14\nparties: {north: {}}\nterms: {corridor: yes}",
        """
        error [wrong-shape] joint/2024-06-14.yaml:2:10
          expected a name in `parties`, found a mapping
        """,
    ),
    "only a party that is not there": (
        "date: 2024-06-14\nparties: [west]\nterms: {corridor: yes}",
        """
        error [unknown-party] joint/2024-06-14.yaml:2:11
          no party `west` in the agenda
          hint: did you mean guests?
        """,
    ),
}


def _one(folder: Path, text: str) -> str:
    return told(with_agenda(folder, {FILE: text + "\n"}).findings)


def _joint(folder: Path, text: str) -> str:
    return told(with_agenda(folder, {"joint/2024-06-14.yaml": text + "\n"}).findings)


@pytest.mark.parametrize(("text", "findings"), ONE.values(), ids=ONE)
def test_a_fault_in_a_statement(tmp_path: Path, text: str, findings: str) -> None:
    assert _one(tmp_path, text) == clean(findings)


@pytest.mark.parametrize(("text", "findings"), JOINT.values(), ids=JOINT)
def test_a_fault_in_a_joint_statement(tmp_path: Path, text: str, findings: str) -> None:
    assert _joint(tmp_path, text) == clean(findings)


def test_a_joint_statement_of_nobody_is_a_finding(tmp_path: Path) -> None:
    """It must not be passed over in silence: its terms are nobody's."""
    read = with_agenda(tmp_path, {"joint/2024-06-14.yaml": "date: 2024-06-14\nparties: []\nterms: {corridor: yes}\n"})
    assert [(f.rule, f.location.line, f.location.column) for f in read.findings] == [("missing-key", 2, 10)]


def test_a_statement_that_is_right_is_read_whole(tmp_path: Path) -> None:
    text = """
        date: 2024-06-14
        title: An address
        speaker: The president
        standing: reported
        note: as it was told
        sources:
          post: {title: T, publisher: P, date: 2024-06-15, url: 'https://a.example/x?y=1#z', accessed: 2024-07-01, note: N}
          times: {described: true, class: press, archive: 'https://archive.example/1', title: Live blog,
                  snapshot: {file: times/1.html, sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef, retrieved: 2024-07-02}}
        coded-by: A coder
        checked-by: [A second coder, A third]
        terms:
          corridor: {accepts: yes, quote: we will, source: [times, post], note: in short}
          status: {accepts: part, source: post, alternatives: [{accepts: free, quote: or so, source: times, note: n}]}
        reaffirms: [language, 2024-01-01-speech, joint/2023-01-01]
        withdraws: ceiling
    """  # noqa: E501
    read = with_agenda(tmp_path, {"north/2024-06-14-address.yaml": text})
    assert told(read.findings) == ""
    (statement,) = read.statements
    assert (statement.id, statement.parties, statement.joint) == ("2024-06-14-address", ("north",), False)
    assert (statement.title, statement.speaker, statement.standing) == ("An address", "The president", "reported")
    assert (statement.note, statement.location) == ("as it was told", Location("north/2024-06-14-address.yaml", 1, 1))
    assert statement.sources["post"] == Source(
        "2024-06-14-address", "post", "T", "P", "2024-06-15", "https://a.example/x?y=1#z", "2024-07-01", "N",
        Location("north/2024-06-14-address.yaml", 7, 3),
    )  # fmt: skip
    assert statement.sources["times"] == Source(
        "2024-06-14-address", "times", "Live blog", None, None, None, None, None,
        Location("north/2024-06-14-address.yaml", 8, 3), "press", "https://archive.example/1", True,
        Snapshot("times/1.html", "0123456789abcdef" * 4, "2024-07-02"),
    )  # fmt: skip
    assert (statement.coded_by, statement.checked_by) == (("A coder",), ("A second coder", "A third"))
    corridor, status = statement.terms.values()
    assert (corridor.quote, corridor.sources, corridor.note) == ("we will", ("times", "post"), "in short")
    assert corridor.location == Location("north/2024-06-14-address.yaml", 13, 3)
    assert [(offer.quote, offer.sources, offer.note) for offer in status.offers] == [
        (None, ("post",), None),
        ("or so", ("times",), "n"),
    ]
    assert [reference.name for reference in statement.reaffirms] == [
        "language",
        "2024-01-01-speech",
        "joint/2023-01-01",
    ]
    assert [reference.name for reference in statement.withdraws] == ["ceiling"]


def test_a_single_source_may_be_left_out(tmp_path: Path) -> None:
    text = "date: 2024-06-14\nsources: {post: {title: x}}\nterms: {corridor: yes, status: {accepts: part}}\n"
    read = with_agenda(tmp_path, {FILE: text})
    assert told(read.findings) == ""
    assert [term.sources for term in read.statements[0].terms.values()] == [("post",), ("post",)]


def test_a_bad_address_is_not_kept(tmp_path: Path) -> None:
    text = "date: 2024-06-14\nsources: {post: {url: 'javascript:alert(1)'}}\nterms: {corridor: yes}\n"
    assert with_agenda(tmp_path, {FILE: text}).statements[0].sources["post"].url is None


def test_a_joint_statement_is_of_all_its_parties(tmp_path: Path) -> None:
    text = "date: 2024-06-14\nparties: [north, south]\nterms: {corridor: yes}\n"
    read = with_agenda(tmp_path, {"joint/2024-06-14-pact.yaml": text})
    (statement,) = read.statements
    assert (statement.id, statement.parties, statement.joint) == ("joint/2024-06-14-pact", ("north", "south"), True)
    assert [len(read.of(party)) for party in ("north", "south", "guests")] == [1, 1, 0]


def test_statements_are_ordered_by_day_then_joint_ones_then_by_id(tmp_path: Path) -> None:
    names = ("north/2024-06-14-b", "north/2024-06-13", "north/2024-06-14", "north/2024-06-14-a", "north/2024-06-15")
    files = {f"{name}.yaml": f"date: {name[6:16]}\nterms: {{corridor: yes}}\n" for name in names}
    files["joint/2024-06-14-z.yaml"] = "date: 2024-06-14\nparties: [north]\nterms: {corridor: yes}\n"
    assert [statement.id for statement in with_agenda(tmp_path, files).of("north")] == [
        "2024-06-13", "joint/2024-06-14-z", "2024-06-14", "2024-06-14-a", "2024-06-14-b", "2024-06-15",
    ]  # fmt: skip


def test_words_that_other_readers_take_for_something_else_are_words(tmp_path: Path) -> None:
    text = "date: '2024-06-14'\ntitle: no\nspeaker: 012\nnote: 1:30\nterms: {language: 1.10, corridor: no}\n"
    (statement,) = with_agenda(tmp_path, {FILE: text}).statements
    assert (statement.title, statement.speaker, statement.note) == ("no", "012", "1:30")
    assert statement.terms["language"].accepted == ("1.10",)


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("A misprint.", {"": "A misprint."}),
        ("{status: A misprint., corridor: Another.}", {"status": "A misprint.", "corridor": "Another."}),
    ],
)
def test_a_correction_gives_one_reason_or_one_for_each_issue(
    written: str, read_as: dict[str, str], tmp_path: Path
) -> None:
    read = with_agenda(tmp_path, {"north/2024-06-14.yaml": f"date: 2024-06-14\ncorrects: {written}\nwithdraws: all\n"})
    assert told(read.findings) == ""
    assert read.statements[0].corrects == read_as


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("[status]", "wrong-shape"),
        ('""', "empty-text"),
        ("{statis: x}", "unknown-issue"),
        ("{status: []}", "wrong-shape"),
    ],
)
def test_a_correction_without_a_reason_is_an_error(written: str, rule: str, tmp_path: Path) -> None:
    read = with_agenda(tmp_path, {"north/2024-06-14.yaml": f"date: 2024-06-14\ncorrects: {written}\nwithdraws: all\n"})
    assert [finding.rule for finding in read.findings] == [rule]
    assert read.statements[0].corrects == {}
