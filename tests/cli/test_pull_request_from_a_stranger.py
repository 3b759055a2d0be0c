"""An edit cannot approve itself: each line of the threat model in docs/ci.md."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from posdiff.review import acceptance
from repositories import Repository, repository
from running import Run, called, posdiff

FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties: {north: {name: North}}
        issues: {status: {title: Status, kind: choice, options: {shared: Shared, free: Free}}}
        """,
    "north/2024-06-14.yaml": """
        date: 2024-06-14
        sources: {paper: {publisher: A newspaper, url: "https://example.org/a"}}
        terms: {status: shared}
        """,
}
#: An edit of its own: what a party said is recorded as something else.
REWRITTEN = {"north/2024-06-14.yaml": FILES["north/2024-06-14.yaml"].replace("shared", "free")}
#: What is found in it whatever the settings are.
CHANGED = "error [term-changed] positions/north/2024-06-14.yaml:3"
AT = ("--at", "2024-12-31")
ENTRY = """\
accepted:
  - rule: term-changed
    file: north/2024-06-14.yaml
    fingerprint: "{name}"
    reason: It was coded wrongly.
    owner: a stranger
    expires: {expires}
"""


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    """A dossier without settings in which nothing is found."""
    return repository(tmp_path, FILES)


def recorded(repo: Repository, settings: str, name: str = "posdiff.toml") -> None:
    """Settings that stand at the base."""
    (repo.folder / name).write_text(settings, encoding="utf-8")
    repo.commit()


def edited(repo: Repository, settings: str, name: str = "posdiff.toml") -> None:
    """An edit that rewrites what is on record and brings settings."""
    repo.write(REWRITTEN)
    (repo.folder / name).write_text(settings, encoding="utf-8")


def check(repo: Repository, *arguments: str, cwd: Path | None = None) -> tuple[int, list[str]]:
    """The exit code, and what is found against the base, a line for each."""
    return told(called("check", "--against", "HEAD", *AT, "-f", "json", *arguments, cwd=cwd or repo.folder))


def told(run: Run) -> tuple[int, list[str]]:
    """The exit code of a run, and what it found."""
    findings = json.loads(run.out)["findings"]
    return run.code, [f"{f['severity']} [{f['rule']}] {f['file']}:{f['line']}" for f in findings]


def messages(repo: Repository, rule: str, *arguments: str) -> list[str]:
    """The sentences of the findings of a rule."""
    run = called("check", "--against", "HEAD", *AT, "-f", "json", *arguments, cwd=repo.folder)
    return [found["message"] for found in json.loads(run.out)["findings"] if found["rule"] == rule]


def fingerprint(repo: Repository, rule: str = "term-changed") -> str:
    """The name of the finding of a rule."""
    run = called("check", "--against", "HEAD", *AT, "-f", "json", cwd=repo.folder)
    return str(next(each["fingerprint"] for each in json.loads(run.out)["findings"] if each["rule"] == rule))


def test_nothing_is_found_where_nothing_is_changed(repo: Repository) -> None:
    recorded(repo, 'fail-on = "info"\n[rules]\nlong-quote = {words = 60}\n')
    (repo.folder / acceptance.NAME).write_text("accepted: []\n", encoding="utf-8")
    repo.commit()
    assert check(repo) == (0, [])
    (repo.folder / "posdiff.toml").write_text("# as agreed\n[rules.long-quote]\nwords = 60\n", encoding="utf-8")
    assert messages(repo, "settings-changed") == [
        'the edit would take away the setting `fail-on`, which is "info"; it takes effect once it is merged'
    ]


def test_fail_on_never_does_not_count(repo: Repository) -> None:
    edited(repo, 'fail-on = "never"\n')
    assert check(repo) == (1, [CHANGED, "warning [settings-changed] posdiff.toml:1"])
    assert messages(repo, "settings-changed") == [
        'the edit would set `fail-on` to "never"; it takes effect once it is merged'
    ]
    repo.commit()
    assert check(repo) == (0, [])  # once it is merged


def test_fail_on_of_the_base_counts(repo: Repository) -> None:
    recorded(repo, 'fail-on = "warning"\n')
    (repo.folder / "posdiff.toml").write_text('\nfail-on = "never"\n', encoding="utf-8")
    assert check(repo) == (1, ["warning [settings-changed] posdiff.toml:2"])
    assert messages(repo, "settings-changed") == [
        'the edit would change `fail-on` from "warning" to "never"; it takes effect once it is merged'
    ]
    (repo.folder / "posdiff.toml").unlink()
    assert check(repo) == (1, ["warning [settings-changed] posdiff.toml:1"])


@pytest.mark.parametrize(
    "rules",
    [
        '[rules]\nterm-changed = "off"\n',
        '[rules]\n"term-changed" = "info"\n',
        '[rules.term-changed]\nseverity = "off"\n',
    ],
)
def test_a_rule_that_the_edit_turns_off_is_not_off(repo: Repository, rules: str) -> None:
    edited(repo, rules)
    line = 1 if rules.startswith("[rules.") else 2
    assert check(repo) == (1, [CHANGED, f"warning [settings-changed] posdiff.toml:{line}"])


def test_neither_can_the_finding_on_the_settings_be_turned_off(repo: Repository) -> None:
    edited(repo, '[rules]\nsettings-changed = "off"\nacceptance-changed = "off"\n')
    changes = [f"warning [settings-changed] posdiff.toml:{line}" for line in (2, 3)]
    assert check(repo) == (1, [CHANGED, *changes])


def test_rules_of_the_base_count(repo: Repository) -> None:
    recorded(repo, '[rules]\nsettings-changed = "error"\nterm-changed = "off"\n')
    edited(repo, "[rules]\n")
    changes = ["error [settings-changed] posdiff.toml:1"] * 2
    assert check(repo) == (1, changes)


def test_settings_in_pyproject_are_settings_too(repo: Repository) -> None:
    recorded(repo, '[tool.posdiff]\nfail-on = "warning"\n', "pyproject.toml")
    edited(repo, '[project]\nname = "x"\n\n[tool.posdiff]\nfail-on = "never"\n', "pyproject.toml")
    assert check(repo) == (1, [CHANGED, "warning [settings-changed] pyproject.toml:5"])


def test_settings_nearer_to_the_command_do_not_hide_those_of_the_base(repo: Repository) -> None:
    recorded(repo, '[tool.posdiff]\nfail-on = "warning"\n', "pyproject.toml")
    edited(repo, "quiet = true\n")
    assert check(repo) == (
        1, [CHANGED, "warning [settings-changed] posdiff.toml:1", "warning [settings-changed] posdiff.toml:1"],
    )  # fmt: skip


def test_the_day_is_not_the_edits_to_choose(repo: Repository) -> None:
    write = {"north/2999-01-01.yaml": FILES["north/2024-06-14.yaml"].replace("2024-06-14", "2999-01-01")}
    repo.write(write)
    (repo.folder / "posdiff.toml").write_text("at = 2999-12-31\n", encoding="utf-8")
    run = called("check", "--against", "HEAD", "-f", "json", cwd=repo.folder)
    assert [found["rule"] for found in json.loads(run.out)["findings"]] == ["settings-changed", "future-date"]


def test_limits_formats_and_silence_are_those_of_the_base(repo: Repository) -> None:
    recorded(repo, 'fail-on = "warning"\nformat = "json"\n[rules]\nlong-quote = {words = 3}\n')
    quoted = "{accepts: shared, quote: We will share the port.}"
    repo.write(
        {"north/2024-07-01.yaml": FILES["north/2024-06-14.yaml"].replace("06-14", "07-01").replace("shared", quoted)}
    )
    settings = 'quiet = true\nfail-on = "warning"\nformat = "csv"\n[rules]\nlong-quote = {words = 900}\n'
    (repo.folder / "posdiff.toml").write_text(settings, encoding="utf-8")
    run = called("check", "--against", "HEAD", *AT, cwd=repo.folder)
    assert told(run) == (
        1, [
            "warning [settings-changed] posdiff.toml:1", "warning [settings-changed] posdiff.toml:3",
            "warning [settings-changed] posdiff.toml:5", "warning [long-quote] positions/north/2024-07-01.yaml:3",
        ],
    )  # fmt: skip
    sarif = json.loads(called("check", "--against", "HEAD", *AT, "-f", "sarif", cwd=repo.folder).out)
    places = [result["locations"][0]["physicalLocation"] for result in sarif["runs"][0]["results"]]
    assert [(place["artifactLocation"]["uri"], place["region"]["startLine"]) for place in places][:3] == [
        ("posdiff.toml", 1), ("posdiff.toml", 3), ("posdiff.toml", 5),
    ]  # fmt: skip


def test_an_entry_does_not_accept_a_finding_of_the_edit_that_brings_it(repo: Repository) -> None:
    repo.write(REWRITTEN)
    entry = ENTRY.format(name=fingerprint(repo), expires="2030-03-31")
    (repo.folder / acceptance.NAME).write_text(entry, encoding="utf-8")
    assert check(repo) == (1, [CHANGED, f"warning [acceptance-changed] {acceptance.NAME}:2"])
    assert messages(repo, "acceptance-changed") == [
        "the edit would accept [term-changed] of north/2024-06-14.yaml until 2030-03-31; "
        "it takes effect once it is merged"
    ]
    repo.git("add", acceptance.NAME)
    repo.git("commit", "--quiet", "--message", "the acceptance alone")
    assert check(repo) == (0, [])  # once it is merged


def test_an_entry_that_is_made_to_last_longer_does_not(repo: Repository) -> None:
    repo.write(REWRITTEN)
    name = fingerprint(repo)
    file = repo.folder / acceptance.NAME
    file.write_text(ENTRY.format(name=name, expires="2024-12-30"), encoding="utf-8")
    repo.git("add", acceptance.NAME)
    repo.git("commit", "--quiet", "--message", "it has expired since")
    file.write_text(ENTRY.format(name=name, expires="2030-03-31"), encoding="utf-8")
    assert check(repo) == (1, [CHANGED, f"warning [acceptance-changed] {acceptance.NAME}:2"])
    assert "would change `expires` of" in messages(repo, "acceptance-changed")[0]


def test_an_entry_that_the_edit_takes_away_still_accepts(repo: Repository) -> None:
    repo.write(REWRITTEN)
    file = repo.folder / acceptance.NAME
    file.write_text(ENTRY.format(name=fingerprint(repo), expires="2030-03-31"), encoding="utf-8")
    repo.git("add", acceptance.NAME)
    repo.git("commit", "--quiet", "--message", "accepted")
    file.unlink()
    assert check(repo) == (0, [f"warning [acceptance-changed] {acceptance.NAME}:2"])
    file.write_text("accepted: []\n", encoding="utf-8")
    assert check(repo) == (0, [f"warning [acceptance-changed] {acceptance.NAME}:1"])


def _empty_dossier(repo: Repository, folder: str) -> None:
    made = repo.folder / folder
    made.mkdir(parents=True)
    shutil.copy(repo.folder / "positions" / "agenda.yaml", made / "agenda.yaml")


def test_the_positions_folder_is_that_of_the_base(repo: Repository) -> None:
    _empty_dossier(repo, "other")
    edited(repo, 'positions = "other"\n')
    assert check(repo) == (1, [CHANGED, "warning [settings-changed] posdiff.toml:1"])


def test_a_folder_that_is_nearer_to_the_command_is_not_read_instead(repo: Repository) -> None:
    (repo.folder / "work").mkdir()
    repo.write(REWRITTEN)
    _empty_dossier(repo, "work/positions")
    assert check(repo, cwd=repo.folder / "work") == (1, [CHANGED.replace("positions/", "../positions/")])


def test_a_folder_that_is_moved_is_held_against_the_old_one(repo: Repository) -> None:
    _empty_dossier(repo, "other")
    (repo.folder / "posdiff.toml").write_text('positions = "other"\n', encoding="utf-8")
    shutil.rmtree(repo.folder / "positions")
    code, found = check(repo)
    assert (code, found[:2]) == (1, [
        f"error [statement-removed] {repo.folder}/other/north/2024-06-14.yaml:1",
        f"warning [settings-changed] {repo.folder}/posdiff.toml:1",
    ])  # fmt: skip


def test_a_link_to_an_empty_dossier_is_held_against_the_folder(repo: Repository) -> None:
    _empty_dossier(repo, "other")
    shutil.rmtree(repo.folder / "positions")
    (repo.folder / "positions").symlink_to("other")
    code, found = check(repo)
    assert (code, found[0]) == (1, "error [statement-removed] positions/north/2024-06-14.yaml:1")


def test_settings_and_entries_behind_a_link_of_the_base_count(repo: Repository) -> None:
    """What the base has behind a link is read there, and is no change; settings are not read through links any more."""
    (repo.folder / "shared").mkdir()
    for name, text in (("posdiff.toml", 'fail-on = "warning"\n'), (acceptance.NAME, "accepted: []\n")):
        (repo.folder / "shared" / name).write_text(text, encoding="utf-8")
        (repo.folder / name).symlink_to(f"shared/{name}")
    repo.commit()
    repo.write({"north/2024-06-15.yaml": "date: 2024-06-15\nterms: {status: free}\n"})
    assert called("check", "--against", "HEAD", cwd=repo.folder).code == 2
    (repo.folder / "posdiff.toml").unlink()
    shutil.copy(repo.folder / "shared" / "posdiff.toml", repo.folder / "posdiff.toml")
    found = (1, ["warning [no-source] positions/north/2024-06-15.yaml:1"])
    assert check(repo) == found
    repo.git("add", "--all")
    assert told(called("check", "--staged", *AT, "-f", "json", cwd=repo.folder)) == found
    (repo.folder / "posdiff.toml").write_text('fail-on = "never"\n', encoding="utf-8")
    assert check(repo) == (1, ["warning [settings-changed] posdiff.toml:1", *found[1]])


def test_a_link_that_led_nowhere_led_to_no_settings(repo: Repository) -> None:
    """Out of the repository, to itself, to what is not there: an edit that removes it is judged by the defaults."""
    for target in (repo.folder.parent / "posdiff.toml", "../posdiff.toml", "posdiff.toml", "a/../b"):
        (repo.folder / "posdiff.toml").symlink_to(target)
        repo.commit()
        (repo.folder / "posdiff.toml").unlink()
        assert check(repo) == (0, [])


def test_a_link_to_positions_that_is_led_elsewhere_is_held_against_the_old_ones(repo: Repository) -> None:
    (repo.folder / "positions").rename(repo.folder / "data")
    shutil.copytree(repo.folder / "data", repo.folder / "other")
    (repo.folder / "other" / "north" / "2024-06-14.yaml").unlink()
    (repo.folder / "positions").symlink_to("data")
    repo.commit()
    assert check(repo) == (0, [])
    (repo.folder / "positions").unlink()
    (repo.folder / "positions").symlink_to("other")
    assert check(repo)[0] == 1


def test_options_and_variables_are_the_workflows_and_count(repo: Repository) -> None:
    recorded(repo, 'fail-on = "warning"\n')
    edited(repo, 'fail-on = "never"\n')
    found = [CHANGED, "warning [settings-changed] posdiff.toml:1"]
    assert check(repo, "--fail-on", "never") == (0, found)
    variables = {"POSDIFF_FAIL_ON": "never", "POSDIFF_AGAINST": "HEAD"}
    assert told(posdiff("check", "-f", "json", *AT, cwd=repo.folder, environment=variables)) == (0, found)
    _empty_dossier(repo, "other")
    assert check(repo, "--positions", "other")[1] == [
        "warning [settings-changed] posdiff.toml:1", "info [unanswered-issue] other/agenda.yaml:3",
    ]  # fmt: skip


def test_what_is_staged_is_judged_by_the_settings_of_head(repo: Repository) -> None:
    edited(repo, 'fail-on = "never"\n')
    run = called("check", "--staged", *AT, cwd=repo.folder)
    assert (run.code, "settings-changed" in run.out) == (0, False)  # nothing is staged
    repo.git("add", "--all")
    (repo.folder / "posdiff.toml").unlink()
    run = called("check", "--staged", *AT, cwd=repo.folder)
    assert (run.code, "[settings-changed] posdiff.toml:1" in run.out) == (1, True)


def test_without_a_base_the_settings_are_those_on_the_disk(repo: Repository) -> None:
    edited(repo, '[rules]\nno-source = "off"\n')
    repo.write({"north/2024-06-15.yaml": "date: 2024-06-15\nterms: {status: free}\n"})
    assert called("check", *AT, "--fail-on", "warning", cwd=repo.folder).code == 0


def test_settings_of_the_edit_must_be_right(repo: Repository) -> None:
    edited(repo, '[rules]\nno-sources = "off"\n')
    run = called("check", "--against", "HEAD", cwd=repo.folder)
    assert (run.code, run.out, "no rule `no-sources`" in run.err) == (2, "", True)


def test_an_edit_that_corrects_the_settings_passes(repo: Repository) -> None:
    recorded(repo, "no-such-setting = 1\n")
    (repo.folder / "posdiff.toml").write_text("", encoding="utf-8")
    assert check(repo) == (0, ["warning [settings-changed] posdiff.toml:1"])


def test_no_process_of_git_is_started_for_it(repo: Repository, tmp_path_factory: pytest.TempPathFactory) -> None:
    edited(repo, 'fail-on = "never"\n')
    folder = tmp_path_factory.mktemp("counting")
    real = shutil.which("git")
    (folder / "git").write_text(f'#!/bin/sh\necho >> "{folder}/started"\nexec {real} "$@"\n', encoding="utf-8")
    (folder / "git").chmod(0o755)
    run = posdiff("check", "--against", "HEAD", cwd=repo.folder, environment={"PATH": f"{folder}:/usr/bin:/bin"})
    assert (run.code, len((folder / "started").read_text().splitlines())) == (1, 2), run.err
