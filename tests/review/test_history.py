"""What an edit did to recorded files: which findings, on which place, in which words; and what is no finding."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import dedent

import pytest
from examples import TODAY, read

from posdiff.findings.finding import Finding
from posdiff.review import gate
from posdiff.review.case import Case, Edit, Settings

SOURCE = 'sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}\n'
AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}}
    steps: {truce: Truce, talks: Talks, vote: Vote}
    issues:
      status: {title: Status, kind: choice, options: {shared: Shared, free: Free}}
      corridor: {title: Corridor, kind: choice, options: {no: No, yes: Yes}}
      regions: {title: Regions, kind: set, members: {east: East, west: West}}
      ceiling: {title: Ceiling, kind: quantity, unit: person, unlimited: None}
      first-steps: {title: What comes first, kind: sequence}
      language: {title: Language, kind: text}
"""
ALL = """
    status: shared
    corridor: {accepts: yes, applies_if: {status: shared}}
    regions: {includes: [east]}
    ceiling: {max: 5000}
    first-steps: {order: [truce, talks]}
    language: It is protected.
"""
_USUAL = Settings()
NORTH, SOUTH = "north/2024-06-14.yaml", "south/2024-06-14.yaml"


def statement(terms: str, head: str = "", day: str = "2024-06-14") -> str:
    """The text of a statement."""
    return f"date: {day}\n{dedent(head)}{SOURCE}terms:\n" + "".join(
        f"  {line}\n" for line in dedent(terms).strip().splitlines()
    )


def findings(
    before: Mapping[str, str], after: Mapping[str, str], renamed: Mapping[str, str] | None = None,
    settings: Settings = _USUAL,
) -> tuple[Finding, ...]:  # fmt: skip
    """The findings on an edit of files beside the agenda (which stays, unless it is given) and south's statement."""
    fixed = {"agenda.yaml": dedent(AGENDA), SOUTH: statement(ALL)}
    edit = Edit(read({**fixed, **before}), renamed=renamed or {})
    gone = {SOUTH} if SOUTH not in after and SOUTH in before else set()
    files = {name: text for name, text in {**fixed, **after}.items() if name not in gone}
    return gate.judge(Case(read(files), TODAY, edit, settings)).findings


def told(*arguments: object, **more: object) -> list[str]:
    """The same, a line for each."""
    return [
        f"{f.severity} [{f.rule}] {f.location.file}:{f.location.line} {f.message}"
        for f in findings(*arguments, **more)  # type: ignore[arg-type]
    ]


SAME = {
    "the very same": ("status: shared", "status: shared"),
    "a term written out": ("status: shared", "status: {accepts: [shared]}"),
    "the same options the other way round": ("status: {rejects: free}", "status: shared"),
    "the same number": ("ceiling: {max: 5000}", "ceiling: {max: 5000.0}"),
    "a comment": ("status: shared", "status: shared  # said twice"),
    "another order of keys": ("status: shared\ncorridor: yes", "corridor: yes\nstatus: shared"),
    "a note": ("status: shared", "status: {accepts: shared, note: Said twice.}"),
    "a quote where there was none": ("status: shared", "status: {accepts: shared, quote: It is shared.}"),
    "a quote wrapped otherwise": (
        "status: {accepts: shared, quote: It is shared}",
        "status:\n  accepts: shared\n  quote: >-\n    It is\n    shared",
    ),
    "one more quote": (
        "status: {accepts: shared, quote: It is shared.}",
        "status: {accepts: shared, quote: [Not yet., {text: It is shared., speaker: The mayor, language: en}]}",
    ),
    "words wrapped otherwise": ("language: It is protected", "language: >-\n  It is\n  protected"),
    "the usual firmness": ("status: shared", "status: {accepts: shared, firmness: firm}"),
}


@pytest.mark.parametrize(("was", "now"), SAME.values(), ids=SAME)
def test_other_words_for_the_same_are_no_finding(was: str, now: str) -> None:
    assert told({NORTH: statement(was)}, {NORTH: statement(now)}) == []


CHANGED = {
    "another option": ("status: shared", "status: free", "status: Shared; now it says: Free"),
    "a red line": (
        "status: {accepts: shared, quote: q}", "status: {accepts: shared, firmness: red-line, quote: q}",
        "status: Shared; now it says: Shared (red-line)",
    ),
    "a refusal": ("status: {rejects: free}", "status: free", "status: rejects “Free”; now it says: Free"),
    "a bound": ("ceiling: {max: 5000}", "ceiling: {max: 6000}", "ceiling: at most 5,000 persons; now"),
    "words": ("language: Ours.", "language: Theirs.", "language: Ours.; now it says: Theirs."),
    "vague": ("status: shared", "status: {accepts: shared, vague: true}", "Shared; now it says: Shared (vague)"),
    "an expiry": ("status: shared", "status: {accepts: shared, expires: 2024-12-01}",
                  "the term on status in the statement of 2024-06-14 by north was changed (expires)"),
    "a condition": ("status: shared", "status: {accepts: shared, applies_if: {corridor: yes}}",
                    "status: Shared; now it says: Shared, but only where a condition holds"),
    "gone": ("status: shared\ncorridor: yes", "corridor: yes",
             "the term on status was deleted from the statement of 2024-06-14 by north; it said: Shared"),
}  # fmt: skip


@pytest.mark.parametrize(("was", "now", "words"), CHANGED.values(), ids=CHANGED)
def test_a_term_that_changed_is_an_error_that_says_what_it_was(was: str, now: str, words: str) -> None:
    (line,) = told({NORTH: statement(was)}, {NORTH: statement(now)})
    assert line.startswith(f"error [term-changed] {NORTH}:")
    assert "the statement of 2024-06-14 by north" in line
    assert words in line


QUOTED = "status: {accepts: shared, quote: [Once., {text: Twice., speaker: The mayor, said: 2024-06-13}]}"
QUOTES = {
    "the words of one": ("Once.", "Never.", ["no longer quotes on status: “Once.”"]),
    "the words of another": ("text: Twice.", "text: Never.", ["no longer quotes on status: “Twice.”"]),
    "all of them": (QUOTED, "status: shared", [
        "no longer quotes on status: “Once.”", "no longer quotes on status: “Twice.”",
    ]),
    "who spoke": ("The mayor", "The baker", ["has another `speaker` for a quote on status: “Twice.”"]),
    "who spoke and when": (
        "speaker: The mayor, said: 2024-06-13", "said: 2024-06-12",
        ["has another `speaker` and `said` for a quote on status: “Twice.”"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("was", "now", "words"), QUOTES.values(), ids=QUOTES)
def test_a_quote_that_changed_in_any_form(was: str, now: str, words: list[str]) -> None:
    assert told({NORTH: statement(QUOTED)}, {NORTH: statement(QUOTED.replace(was, now))}) == [
        f"warning [quote-changed] {NORTH}:4 the statement of 2024-06-14 by north {each}" for each in words
    ]


def test_the_hint_names_the_file_that_should_have_been_written() -> None:
    (finding,) = findings({NORTH: statement("status: shared")}, {NORTH: statement("status: free")})
    assert finding.hint == (
        "record a new position in a new file: north/2024-12-31.yaml; "
        "if the file was wrong, add `corrects:` with the reason"
    )


@pytest.mark.parametrize("head", ["corrects: A misprint.\n", "corrects: {status: A misprint.}\n"])
def test_a_correction_with_its_reason_is_a_note(head: str) -> None:
    told_ = told({NORTH: statement("status: shared")}, {NORTH: statement("status: free", head)})
    assert told_ == [
        f"info [term-changed] {NORTH}:5 the statement of 2024-06-14 by north said on status: Shared; "
        "now it says: Free; corrected: A misprint."
    ]


def test_a_note_stays_one_whatever_the_severity_of_the_rule() -> None:
    now = statement("status: free", "corrects: A misprint.\n")
    settings = Settings({"term-changed": "error"})
    assert [f.severity for f in findings({NORTH: statement("status: shared")}, {NORTH: now}, None, settings)] == [
        "info"
    ]
    settings = Settings({"term-changed": "off"})
    assert findings({NORTH: statement("status: shared")}, {NORTH: now}, None, settings) == ()


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("corrects: A misprint.\n", "corrects: A misprint.\n"),
        ("corrects: {status: A misprint.}\n", "corrects: {status: A misprint.}\n"),
        ("", "corrects: {corridor: A misprint.}\n"),
        ("corrects: {status: A misprint.}\n", "corrects: {status: A misprint., corridor: Another.}\n"),
    ],
)
def test_a_reason_for_something_else_explains_nothing(was: str, now: str) -> None:
    before, after = statement("status: shared", was), statement("status: free", now)
    assert [f.severity for f in findings({NORTH: before}, {NORTH: after})] == ["error"]


def test_a_new_statement_is_no_change_however_old_it_is() -> None:
    old = "north/2022-01-01.yaml"
    assert told({}, {old: statement("status: shared", day="2022-01-01")}) == []


def test_a_term_on_an_issue_that_the_edit_adds_is_no_change() -> None:
    agenda = dedent(AGENDA) + "  flag: {title: Flag, kind: text}\n"
    before = {NORTH: statement("status: shared")}
    assert told(before, {NORTH: statement("status: shared\nflag: Ours."), "agenda.yaml": agenda}) == []
    agenda = agenda.replace("flag: {", "banner: {")
    assert "flag" in told(before, {NORTH: statement("status: shared\nflag: Ours."), "agenda.yaml": agenda})[0]


def test_a_statement_that_is_gone_is_told_where_it_was() -> None:
    assert told({NORTH: statement("status: shared\ncorridor: yes")}, {}) == [
        f"error [statement-removed] {NORTH}:1 the statement of 2024-06-14 by north was deleted, with 2 terms"
    ]


def test_a_statement_that_can_no_longer_be_read_is_not_gone() -> None:
    lines = told({NORTH: statement("status: shared")}, {NORTH: "date: [\n"})
    assert [line.split()[1] for line in lines] == ["[yaml-syntax]"]


def test_a_draft_is_held_to_the_same() -> None:
    path = "drafts/2024-06-14-plan.yaml"
    draft = f"date: 2024-06-14\nby: [mediators]\n{SOURCE}outcomes: {{status: shared}}\n"
    assert told({path: draft}, {path: draft.replace("shared", "free")}) == [
        f"error [term-changed] {path}:4 the draft 2024-06-14-plan said on status: Shared; now it says: Free"
    ]
    assert "[statement-changed]" in told({path: draft}, {path: draft.replace("mediators", "north")})[0]
    assert told({path: draft}, {}) == [
        f"error [statement-removed] {path}:1 the draft 2024-06-14-plan was deleted, with 1 term"
    ]


def test_another_date_with_a_reason_is_a_note() -> None:
    new = "north/2024-06-17.yaml"
    after = {new: statement("status: shared", "corrects: It was said on the Monday.\n", "2024-06-17")}
    assert told({NORTH: statement("status: shared")}, after, {new: NORTH}) == [
        f"info [statement-redated] {new}:1 the statement of 2024-06-14 by north is now dated 2024-06-17; "
        "corrected: It was said on the Monday."
    ]


@pytest.mark.parametrize(
    ("head", "now", "key", "words"),
    [
        ("standing: reported\n", "", "standing", "from reported to stated"),
        ("withdraws: [corridor]\n", "", "withdraws", "from corridor to none"),
        ("reaffirms: [corridor]\n", "reaffirms: [language]\n", "reaffirms", "from corridor to language"),
    ],
)
def test_the_head_of_a_statement_counts_as_well(head: str, now: str, key: str, words: str) -> None:
    first = {"north/2024-01-01.yaml": statement("corridor: yes\nlanguage: Ours.", day="2024-01-01")}
    before, after = statement("status: shared", head), statement("status: shared", now)
    lines = told({**first, NORTH: before}, {**first, NORTH: after})
    assert [line for line in lines if "statement-changed" in line] == [
        f"error [statement-changed] {NORTH}:1 `{key}` of the statement of 2024-06-14 by north was changed {words}"
    ]


def test_a_statement_that_moves_to_another_party_is_changed() -> None:
    new = "south/2024-06-15.yaml"
    old = "north/2024-06-15.yaml"
    text = statement("status: shared", day="2024-06-15")
    assert told({old: text}, {new: text}, {old: new}) != []
    assert told({old: text}, {new: text}, {new: old}) == [
        f"error [statement-changed] {new}:1 `parties` of the statement of 2024-06-15 by north was changed "
        "from north to south"
    ]


ISSUES = {
    "an option less": ("east: East, west: West", "east: East", "the issue regions: `members` without west"),
    "the unit": ("unit: person", "unit: brigade", "the issue ceiling: `unit` was person and is brigade"),
    "whole": ("unit: person", "unit: person, whole: true", "the issue ceiling: `whole` was false and is true"),
    "ordered": ("free: Free}", "free: Free}, ordered: true", "the issue status: `ordered` was false and is true"),
    "unlimited": (", unlimited: None", "", "the issue ceiling: `unlimited` was true and is false"),
    "the kind": (
        "kind: set, members: {east: East, west: West}",
        "kind: text",
        "the issue regions: `kind` was set and is text; `members` was east, west and is not there",
    ),
    "after": ("talks: Talks", "talks: {title: Talks, after: truce}", "the step talks: `after` with truce added"),
}


@pytest.mark.parametrize(("was", "now", "words"), ISSUES.values(), ids=ISSUES)
def test_an_issue_declared_anew_under_terms(was: str, now: str, words: str) -> None:
    found = findings({}, {"agenda.yaml": dedent(AGENDA).replace(was, now)})
    (finding,) = [each for each in found if each.rule == "issue-changed"]
    assert (finding.severity, finding.location.file) == ("error", "agenda.yaml")
    assert finding.message.startswith(words)
    assert finding.message.endswith(" recorded before is read by it") or " are read by it" in finding.message
    assert [place.file for place in finding.related][:1] == [SOUTH]
    assert finding.hint is not None
    assert finding.hint.endswith("new files: south/2024-12-31.yaml")


def test_an_issue_that_nobody_has_spoken_on_may_be_declared_anew() -> None:
    agenda = dedent(AGENDA) + "  flag: {title: Flag, kind: choice, options: {old: Old, new: New}}\n"
    found = told({"agenda.yaml": agenda}, {"agenda.yaml": agenda.replace("new: New", "new: New, none-at-all: None")})
    assert [line.split()[1] for line in found] == ["[unanswered-issue]"]


ADDED = {
    "named options": ("status: {accepts: [shared, free]}", "info"),
    "all but one": ("status: {rejects: free}", "error"),
    "any": ("status: any", "error"),
    "an alternative": ("status: {accepts: free, alternatives: [{rejects: free}]}", "error"),
    "a condition that names": ("language: {says: Ours., applies_if: {status: free}}\nstatus: free", "info"),
    "a condition on all but one": (
        "language: {says: Ours., applies_if: {status: {rejects: free}}}\nstatus: free",
        "error",
    ),
    "named members": ("status: free\nregions: {includes: [east], excludes: [west]}", "info"),
    "exactly these": ("status: free\nregions: {exactly: [east]}", "error"),
    "within these": ("status: free\nregions: {within: [east]}", "error"),
    "all of them": ("status: free\nregions: {includes: all}", "error"),
}


@pytest.mark.parametrize(("terms", "severity"), ADDED.values(), ids=ADDED)
def test_an_option_more_is_an_error_where_it_says_something_else(terms: str, severity: str) -> None:
    was, now = (
        ("west: West", "west: West, hills: Hills") if "regions" in terms else ("free: Free", "free: Free, lease: Lease")
    )
    before = {NORTH: statement(terms), SOUTH: statement("corridor: yes")}
    found = findings(before, {**before, "agenda.yaml": dedent(AGENDA).replace(was, now)})
    assert [each.severity for each in found if each.rule == "issue-changed"] == [severity]


def test_a_step_more_changes_no_order_and_is_no_finding() -> None:
    agenda = dedent(AGENDA).replace("vote: Vote", "vote: Vote, treaty: {title: Treaty, after: vote}")
    assert told({}, {"agenda.yaml": agenda}) == []


def test_on_a_scale_every_option_counts() -> None:
    agenda = dedent(AGENDA).replace("free: Free}", "free: Free}, ordered: true")
    before = {"agenda.yaml": agenda, NORTH: statement("status: shared"), SOUTH: statement("corridor: yes")}
    after = {**before, "agenda.yaml": agenda.replace("free: Free", "lease: Lease, free: Free")}
    assert [each.severity for each in findings(before, after) if each.rule == "issue-changed"] == ["error"]


def test_a_condition_that_looks_at_an_issue_is_read_by_it_too() -> None:
    """South's term on the corridor hangs on the status, and is one of the two terms that are read by it."""
    found = findings({}, {"agenda.yaml": dedent(AGENDA).replace("free: Free}", "free: Free}, ordered: true")})
    assert [each.message for each in found if each.rule == "issue-changed"] == [
        "the issue status: `ordered` was false and is true; 2 terms recorded before are read by it"
    ]


RENAMED = {
    "an option": (
        "shared: Shared", "joint: Shared", "shared", "joint", "the option `shared` of status was renamed to `joint`",
    ),
    "a member": ("east: East", "orient: East", "east", "orient",
                 "the member `east` of regions was renamed to `orient`"),
    "a step": ("truce: Truce", "ceasefire: Truce", "truce", "ceasefire",
               "the step `truce` was renamed to `ceasefire`"),
    "an issue": ("status: {", "port: {", "status", "port", "the issue `status` was renamed to `port`"),
    "an option and its title": (
        "free: Free", "open: Open", "free", "open", "the option `free` of status was renamed to `open`",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("was", "now", "old", "new", "words"), RENAMED.values(), ids=RENAMED)
def test_a_renamed_id_is_one_finding_where_the_terms_were_renamed_with_it(
    was: str, now: str, old: str, new: str, words: str
) -> None:
    after = {"agenda.yaml": dedent(AGENDA).replace(was, now), SOUTH: statement(ALL.replace(old, new))}
    found = findings({SOUTH: statement(ALL)}, after)
    assert [each.rule for each in found] == ["id-renamed"]
    assert found[0].message.startswith(f"{words}; ")
    assert found[0].message.endswith((", of south, is read by it", ", of south, are read by it"))
    assert found[0].hint is not None
    assert found[0].hint.endswith("record the positions on it in new files: south/2024-12-31.yaml")


def test_a_renamed_party_is_one_finding() -> None:
    agenda = dedent(AGENDA).replace("south: {name: South}", "southland: {name: South}")
    moved = "southland/2024-06-14.yaml"
    edit = Edit(read({"agenda.yaml": dedent(AGENDA), SOUTH: statement(ALL)}), renamed={moved: SOUTH})
    case = Case(read({"agenda.yaml": agenda, moved: statement(ALL)}), TODAY, edit)
    (finding,) = gate.judge(case).findings
    assert (finding.rule, finding.hint) == ("id-renamed", "keep the old id: titles may change, ids must not")
    assert finding.message == (
        "the party `south` was renamed to `southland`; 6 terms recorded before, of south, are read by it"
    )


def test_without_an_edit_nothing_is_said_of_history() -> None:
    dossier = read({"agenda.yaml": dedent(AGENDA), SOUTH: statement(ALL)})
    assert gate.judge(Case(dossier, TODAY)).findings == ()
    assert gate.judge(Case(dossier, TODAY, Edit(dossier))).findings == ()
