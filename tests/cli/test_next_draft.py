"""``posdiff draft new --from VERSION``: the file of the next version."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdiff.dossier.reading.load import load
from running import called
from writing import write

FILES = {
    "agenda.yaml": """
        posdiff: 1
        title: A wage round
        parties: {union: {name: Union}, employer: {name: Employer}}
        issues:
          pay: {title: Pay, kind: quantity, unit: percent}
          site: {title: Site, kind: choice, options: {stays: Stays, moves: Moves}}
          first: {title: First, kind: sequence}
          words: {title: Words, kind: text}
        steps: {talks: Talks, vote: Vote}
        """,
    "drafts/2026-04-10-offer.yaml": """
        # What nobody but the coder needs to know.
        date: 2026-04-10
        title: The offer
        by: [employer, "the mediator, in person"]
        sources: {mail: {publisher: Press, url: "https://example.org/mail"}}
        outcomes:
          pay: {min: 3, max: 4, quote: three to four, source: mail, note: As they said.}
          site:
            options:
              - {accepts: stays, by: union, text: "stays: for now", note: Theirs.}
              - moves
          first: {order: [talks, vote]}
          words: "Yes: and # no"
        clauses:
          - {id: 1, title: Pay, text: "Pay rises by [3] [4] percent.", settles: pay, status: open, by: [employer]}
          - id: 2.1
            settles: [site]
            text: |-
              First line: the site.

                Indented, with a "word".
            note: Not of the text.
          - {id: 3, text: "no"}
        """,
    "drafts/2026-04-01-new.yaml": "date: 2026-04-01\nby: [union]\noutcomes: {site: stays}\n",
}
WRITTEN = """\
## The version of 2026-04-20, after 2026-04-10-offer: not in itself any party's position.
## Below stands what that version settles, and its clauses: change what is otherwise now, and delete what is
## left out. Its quotes, notes and sources are of the old text: add those of the new one.
date: 2026-04-20
# title:
# by: [employer, "the mediator, in person"]  # of the version before: who proposed this one? Ids of parties, or words
previous: 2026-04-10-offer
## final: true  # put up for adoption: what it leaves out is left out for good
# sources:
#   source:
#     title:
#     publisher:
#     date: 2026-04-20
#     url:
outcomes:
  pay: {min: 3, max: 4}
  site:
    options:
      - {accepts: stays, by: union, text: "stays: for now"}
      - moves
  first: {order: [talks, vote]}
  words: "Yes: and # no"
clauses:
  - id: 1
    title: Pay
    text: "Pay rises by [3] [4] percent."
    settles: pay
    status: open
    by: [employer]
  - id: 2.1
    settles: [site]
    text: |-
      First line: the site.

        Indented, with a "word".
  - {id: 3, text: no}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, FILES)
    return tmp_path


def test_the_file_of_the_next_version(folder: Path) -> None:
    run = called("draft", "new", "2026-04-20", "--from", "offer", "--slug", "text", cwd=folder)
    assert (run.code, run.out) == (0, "wrote positions/drafts/2026-04-20-text.yaml\n")
    assert "posdiff: not valid yet: `by` is to say who proposes it\nhint: --by PARTY" in run.err
    assert (folder / "positions/drafts/2026-04-20-text.yaml").read_text(encoding="utf-8") == WRITTEN
    run = called("validate", cwd=folder)
    errors = [line for line in run.out.splitlines() if line.startswith("error [")]
    assert errors == ["error [missing-key] positions/drafts/2026-04-20-text.yaml:4:1 a draft needs `by`"]


def test_with_who_proposes_it_the_file_is_valid(folder: Path) -> None:
    """A party by the beginning of its name, or words; what is written as an id and is none is a mistake."""
    proposers = ("--by", "emp", "--by", "The mediator, in person")
    run = called("draft", "new", "2026-04-20", "--from", "offer", *proposers, cwd=folder)
    assert (run.code, run.out) == (0, "wrote positions/drafts/2026-04-20.yaml\n")
    assert run.err == "posdiff: to fill in: title and sources, and what is otherwise in this version\n"
    written = (folder / "positions/drafts/2026-04-20.yaml").read_text(encoding="utf-8")
    commented = next(line for line in WRITTEN.splitlines() if line.startswith("# by:"))
    assert written == WRITTEN.replace(commented, 'by: [employer, "The mediator, in person"]')
    run = called("validate", cwd=folder)
    assert (run.code, "error [" in run.out) == (0, False)


#: At the end of the file, where the version before has neither brackets nor clauses.
HOW = """\
outcomes:
  site: stays
## Brackets: outcomes that are not agreed, two or more, each with who is for it:
##   site: {options: [{…, by: [PARTY]}, {…, by: [PARTY]}]}
## The words, in the order of the text; [ ] are the brackets of the paper:
# clauses:
#   - {id: 1, title: …, text: …, settles: [site], status: open, by: [PARTY]}  # or agreed
"""


def test_how_brackets_and_clauses_are_written(folder: Path) -> None:
    run = called("draft", "new", "2026-04-20", "--from", "2026-04-01-new", "-o", "-", cwd=folder)
    assert run.out.endswith(HOW)
    assert "options" not in run.out.partition("## Brackets")[0]


def test_it_settles_what_the_version_before_it_does(folder: Path) -> None:
    """Once it is said who proposed it: outcomes, options and clauses are the same."""
    text = WRITTEN.replace("# by:", "by:").replace("2026-04-20-text", "text")
    (folder / "positions/drafts/2026-04-20-text.yaml").write_text(text, encoding="utf-8")
    read = load(folder / "positions")
    _, before, after = read.drafts
    for one, other in zip(before.outcomes.values(), after.outcomes.values(), strict=True):
        assert (one.accepts, [each.accepts for each in one.options]) == (
            other.accepts,
            [each.accepts for each in other.options],
        )
        assert [each.text for each in one.options] == [each.text for each in other.options]
    bare = [(each.id, each.title, each.text, each.settles, each.status, each.by) for each in before.clauses]
    assert bare == [(each.id, each.title, each.text, each.settles, each.status, each.by) for each in after.clauses]
    assert [finding.rule for finding in read.findings if finding.severity == "error"] == []


def test_to_a_file_or_to_the_terminal(folder: Path) -> None:
    run = called("draft", "new", "2026-04-20", "--from", "offer", "-o", "-", cwd=folder)
    assert (run.code, run.out) == (0, WRITTEN)
    run = called("draft", "new", "2026-04-20", "--from", "offer", "-o", "next.yaml", cwd=folder)
    assert (run.out, (folder / "next.yaml").read_text(encoding="utf-8")) == ("wrote next.yaml\n", WRITTEN)
    run = called("draft", "new", "2026-04-20", "--from", "offer", "-o", "next.yaml", cwd=folder)
    assert (run.code, "next.yaml exists" in run.err) == (2, True)


#: By what is asked, what is wrong with it.
REFUSED = {
    "draft new": "which version does the new one follow?",
    "draft offer --from new": "--from is for a new draft",
    "draft offer --by union": "--by is for a new draft",
    "draft new 2026-04-10 --from offer --by mediator": "no party `mediator`",
    "draft new 2026-04-10 --from nothing": "no draft `nothing`",
    "draft new 2026-04-10 2026-04-11 --from offer": "a new draft has one day, not 2",
    "draft new 2026-04-09 --from offer": "a version of 2026-04-09 cannot follow 2026-04-10-offer",
    "draft new 2026-04-10 --from offer --slug offer": "positions/drafts/2026-04-10-offer.yaml exists",
    "draft new 2026-04-10 --from offer --slug A.b": "`A.b` cannot stand in a file's name",
}


@pytest.mark.parametrize("command", REFUSED)
def test_what_is_refused(command: str, folder: Path) -> None:
    run = called(*command.split(), cwd=folder)
    unknown = "no draft" in REFUSED[command] or "no party" in REFUSED[command]
    assert (run.code, REFUSED[command] in run.err) == (3 if unknown else 2, True), run.err
    assert len(list((folder / "positions/drafts").iterdir())) == 2


def test_a_draft_that_is_called_new(folder: Path) -> None:
    run = called("draft", "2026-04-01-new", cwd=folder)
    assert (run.code, "2026-04-01-new" in run.out) == (0, True)


def test_the_text_of_a_draft_that_is_called_new_has_the_format_of_its_file(folder: Path) -> None:
    assert called("text", "new", "-o", "new.html", cwd=folder).code == 0
    assert (folder / "new.html").read_text(encoding="utf-8").startswith("<!doctype html>")
