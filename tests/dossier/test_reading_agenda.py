"""agenda.yaml: each fault in it with the whole of the findings, and what is read of one that is right."""

from __future__ import annotations

from pathlib import Path

import pytest
from telling import clean, told

from posdiff.dossier.agenda import Step
from posdiff.findings.location import Location
from writing import dossier

HEAD = "posdiff: 1\nparties: {north: {name: North}, south: {name: South}}\nsteps: {truce: Truce, talks: Talks}\n"

#: An agenda that lacks what every one needs, or says it wrongly; the findings.
WHOLE = {
    "nothing that an agenda needs": (
        "title: A war",
        """
        error [missing-key] agenda.yaml:1:1
          the agenda needs `issues`
          hint: add `issues:`
        error [missing-key] agenda.yaml:1:1
          the agenda needs `parties`
          hint: add `parties:`
        error [missing-key] agenda.yaml:1:1
          the agenda needs `posdiff`
          hint: add `posdiff:`
        """,
    ),
    "another format": (
        "posdiff: 2\nparties: {}\nissues: {}",
        """
        error [unknown-format] agenda.yaml:1:10
          this version of posdiff reads format 1
          hint: write `posdiff: 1`, or use a newer posdiff
        """,
    ),
    "the format in words": (
        "posdiff: one\nparties: {}\nissues: {}",
        """
        error [unknown-format] agenda.yaml:1:10
          this version of posdiff reads format 1
          hint: write `posdiff: 1`, or use a newer posdiff
        """,
    ),
    "the format with a point": (
        "posdiff: 1.0\nparties: {}\nissues: {}",
        """
        error [unknown-format] agenda.yaml:1:10
          this version of posdiff reads format 1
          hint: write `posdiff: 1`, or use a newer posdiff
        """,
    ),
    "a key that is nearly right": (
        "posdiff: 1\nparties: {}\nissues: {}\nisues: {}",
        """
        error [unknown-key] agenda.yaml:4:1
          no key `isues` in the agenda
          hint: did you mean issues or steps or rules?
        """,
    ),
    "parties as a list": (
        "posdiff: 1\nparties: [north]\nissues: {}",
        """
        error [wrong-shape] agenda.yaml:2:10
          expected a mapping for `parties`, found a list
        """,
    ),
    "a party as a text": (
        "posdiff: 1\nparties: {north: North}\nissues: {}",
        """
        error [wrong-shape] agenda.yaml:2:18
          expected a mapping for the party north, found text
        """,
    ),
    "a party with a key that is nearly right": (
        "posdiff: 1\nparties: {north: {name: North, alias: n}}\nissues: {}",
        """
        error [unknown-key] agenda.yaml:2:32
          no key `alias` in the party north
          hint: did you mean aliases?
        """,
    ),
    "a party with an empty name": (
        "posdiff: 1\nparties: {north: {name: ''}}\nissues: {}",
        """
        error [empty-text] agenda.yaml:2:25
          `name` is empty
          hint: write it, or delete the key
        """,
    ),
    "parties with the names of folders": (
        "posdiff: 1\nparties:\n  joint: {name: Joint}\n  drafts: {name: Drafts}\nissues: {}",
        """
        error [reserved-word] agenda.yaml:3:3
          `joint` is the folder of joint statements, and cannot be a party
        error [reserved-word] agenda.yaml:4:3
          `drafts` is the folder of drafts, and cannot be a party
        """,
    ),
    "parties with reserved words for ids": (
        "posdiff: 1\nparties:\n  all: {name: All}\n  any: {name: Any}\n  none: {name: None}\nissues: {}",
        """
        error [reserved-word] agenda.yaml:3:3
          `all` is a reserved word, and cannot be the id of a party
        error [reserved-word] agenda.yaml:4:3
          `any` is a reserved word, and cannot be the id of a party
        error [reserved-word] agenda.yaml:5:3
          `none` is a reserved word, and cannot be the id of a party
        """,
    ),
    "parties that are called what stands for several": (
        "posdiff: 1\nparties:\n  every: {name: All, aliases: [ALL, '@eu', ev]}\n  eu: {name: '@eu'}\nissues: {}",
        """
        error [reserved-word] agenda.yaml:3:17
          `All` stands for every party where parties are asked for, and cannot be the name of a party
          hint: choose another one
        error [reserved-word] agenda.yaml:3:32
          `ALL` stands for every party where parties are asked for, and cannot be an alias of a party
          hint: choose another one
        error [reserved-word] agenda.yaml:3:37
          `@eu` asks for the members of a bloc eu, and cannot be an alias of a party
          hint: choose another one
        error [reserved-word] agenda.yaml:4:14
          `@eu` asks for the members of a bloc eu, and cannot be the name of a party
          hint: choose another one
        """,
    ),
    "a party in capitals": (
        "posdiff: 1\nparties: {North: {name: North}}\nissues: {}",
        """
        error [bad-id] agenda.yaml:2:11
          `North` cannot be the id of a party
          hint: lower-case ASCII letters, digits and hyphens, a letter first: north
        """,
    ),
    "a party with a path for its id": (
        "posdiff: 1\nparties: {../../etc: {name: North}}\nissues: {}",
        """
        error [bad-id] agenda.yaml:2:11
          `../../etc` cannot be the id of a party
          hint: lower-case ASCII letters, digits and hyphens, a letter first: etc
        """,
    ),
    "a party in another script": (
        "posdiff: 1\nparties: {росія: {name: North}}\nissues: {}",
        """
        error [bad-id] agenda.yaml:2:11
          `росія` cannot be the id of a party
          hint: lower-case ASCII letters, digits and hyphens, a letter first
        """,
    ),
    "a party that looks like another": (
        "posdiff: 1\nparties: {nоrth: {name: A Cyrillic o}}\nissues: {}",
        """
        error [bad-id] agenda.yaml:2:11
          `nоrth` cannot be the id of a party
          hint: lower-case ASCII letters, digits and hyphens, a letter first: n-rth
        """,
    ),
    "an alias of two parties": (
        "posdiff: 1\nparties:\n  north: {name: North, aliases: [n]}\n  south: {name: South, aliases: [s, n]}\nissues: {}",  # noqa: E501
        """
        error [ambiguous-alias] agenda.yaml:4:37
          the alias `n` already names north
          hint: give each party aliases of its own
        """,
    ),
    "an alias that differs in its case only": (
        "posdiff: 1\nparties:\n  north: {name: North, aliases: [n]}\n  south: {name: South, aliases: [N]}\nissues: {}",
        """
        error [ambiguous-alias] agenda.yaml:4:34
          the alias `N` already names north
          hint: give each party aliases of its own
        """,
    ),
    "an alias that is a later party": (
        "posdiff: 1\nparties:\n  north: {name: North, aliases: [south]}\n  south: {name: South}\nissues: {}",
        """
        error [ambiguous-alias] agenda.yaml:3:34
          the alias `south` already names south
          hint: give each party aliases of its own
        """,
    ),
    "an alias twice": (
        "posdiff: 1\nparties: {north: {name: North, aliases: [n, n]}}\nissues: {}",
        """
        error [named-twice] agenda.yaml:2:45
          `n` is named twice
          hint: delete one
        """,
    ),
    "an alias that is a mapping": (
        "posdiff: 1\nparties: {north: {name: North, aliases: [{a: b}]}}\nissues: {}",
        """
        error [wrong-shape] agenda.yaml:2:42
          expected a name in `aliases`, found a mapping
        """,
    ),
    "issues as a list": (
        "posdiff: 1\nparties: {}\nissues: [one]",
        """
        error [wrong-shape] agenda.yaml:3:9
          expected a mapping for `issues`, found a list
        """,
    ),
    "a title that is a list": (
        "posdiff: 1\ntitle: [a]\nparties: {}\nissues: {}",
        """
        error [wrong-shape] agenda.yaml:2:8
          expected text for `title`, found a list
          hint: put the text in quotes: "[a]"
        """,
    ),
    "topics as a list": (
        "posdiff: 1\nparties: {}\ntopics: [land]\nissues: {}",
        """
        error [wrong-shape] agenda.yaml:3:9
          expected a mapping for `topics`, found a list
        """,
    ),
    "a topic that is a mapping": (
        "posdiff: 1\nparties: {}\ntopics: {land: {title: Land}}\nissues: {}",
        """
        error [wrong-shape] agenda.yaml:3:16
          expected text for `land`, found a mapping
        """,
    ),
    "a topic in capitals": (
        "posdiff: 1\nparties: {}\ntopics: {Land: Land}\nissues: {}",
        """
        error [bad-id] agenda.yaml:3:10
          `Land` cannot be the id of a topic
          hint: lower-case ASCII letters, digits and hyphens, a letter first: land
        """,
    ),
    "a topic that is not there": (
        "posdiff: 1\nparties: {}\ntopics: {land: Land}\nissues: {one: {title: One, kind: text, topic: lend}}",
        """
        error [unknown-topic] agenda.yaml:4:47
          no topic `lend` in the agenda
          hint: did you mean land?
        """,
    ),
    "steps as a list": (
        "posdiff: 1\nparties: {}\nsteps: [a, b]\nissues: {}",
        """
        error [wrong-shape] agenda.yaml:3:8
          expected a mapping for `steps`, found a list
        """,
    ),
    "a step after one that is not there": (
        "posdiff: 1\nparties: {}\nsteps: {truce: Truce, talks: {title: Talks, after: truse}}\nissues: {}",
        """
        error [unknown-step] agenda.yaml:3:52
          no step `truse` in the agenda
          hint: did you mean truce?
        """,
    ),
    "a step with a key that is not there": (
        "posdiff: 1\nparties: {}\nsteps: {a: {title: A, before: b}}\nissues: {}",
        """
        error [unknown-key] agenda.yaml:3:23
          no key `before` in the step a
          hint: known: after, note, title, why
        """,
    ),
    "steps in a circle": (
        "posdiff: 1\nparties: {}\nsteps:\n  a: {title: A, after: c}\n  b: {title: B, after: a}\n"
        "  c: {title: C, after: [b]}\nissues: {}",
        """
        error [circular-steps] agenda.yaml:6:3
          `after: b` makes the steps circular: `c` would come before itself
          hint: delete one `after` of the circle
        """,
    ),
    "a step after itself": (
        "posdiff: 1\nparties: {}\nsteps: {a: {title: A, after: a}}\nissues: {}",
        """
        error [circular-steps] agenda.yaml:3:9
          `after: a` makes the steps circular: `a` would come before itself
          hint: delete one `after` of the circle
        """,
    ),
    "an issue of a sequence, and no steps": (
        "posdiff: 1\nparties: {}\nissues: {one: {title: One, kind: sequence}}",
        """
        error [missing-key] agenda.yaml:3:15
          a sequence needs steps, and the agenda has none
          hint: declare `steps:` at the top of the agenda
        """,
    ),
}

#: The one issue of an agenda, on line 5; the findings.
ISSUE = {
    "an issue as a text": (
        "one: One",
        """
        error [wrong-shape] agenda.yaml:5:8
          expected a mapping for the issue one, found text
        """,
    ),
    "an issue without a title": (
        "one: {kind: text}",
        """
        error [missing-key] agenda.yaml:5:8
          the text issue one needs `title`
          hint: add `title:`
        """,
    ),
    "an issue without a kind": (
        "one: {title: One}",
        """
        error [missing-key] agenda.yaml:5:8
          the issue one needs `kind`
          hint: add `kind:`
        """,
    ),
    "an issue that is empty": (
        "one: {}",
        """
        error [missing-key] agenda.yaml:5:8
          the issue one needs `kind`
          hint: add `kind:`
        error [missing-key] agenda.yaml:5:8
          the issue one needs `title`
          hint: add `title:`
        """,
    ),
    "an issue that is missing": (
        "one:",
        """
        error [null-value] agenda.yaml:5:3
          a value is missing here
          hint: write the value, or delete the key; quote it if the word itself is meant
        """,
    ),
    "a kind that is nearly right": (
        "one: {title: One, kind: choise, options: {a: A}}",
        """
        error [unknown-kind] agenda.yaml:5:27
          no kind `choise`
          hint: did you mean choice?
        """,
    ),
    "a kind in capitals": (
        "one: {title: One, kind: Text}",
        """
        error [unknown-kind] agenda.yaml:5:27
          no kind `Text`
          hint: did you mean text?
        """,
    ),
    "a key that is nearly right": (
        "one: {title: One, kind: text, questions: Which?}",
        """
        error [unknown-key] agenda.yaml:5:33
          no key `questions` in the text issue one
          hint: did you mean question?
        """,
    ),
    "a reserved word for an id": (
        "any: {title: One, kind: text}",
        """
        error [reserved-word] agenda.yaml:5:3
          `any` is a reserved word, and cannot be the id of an issue
        """,
    ),
    "capitals and an underscore in an id": (
        "One_Thing: {title: One, kind: text}",
        """
        error [bad-id] agenda.yaml:5:3
          `One_Thing` cannot be the id of an issue
          hint: lower-case ASCII letters, digits and hyphens, a letter first: one-thing
        """,
    ),
    "a digit first in an id": (
        "2024-vote: {title: One, kind: text}",
        """
        error [bad-id] agenda.yaml:5:3
          `2024-vote` cannot be the id of an issue
          hint: lower-case ASCII letters, digits and hyphens, a letter first: vote
        """,
    ),
    "choice: no options": (
        "one: {title: One, kind: choice}",
        """
        error [missing-key] agenda.yaml:5:8
          a choice needs `options`
          hint: options: {no: No, yes: Yes}
        """,
    ),
    "choice: options that are empty": (
        "one: {title: One, kind: choice, options: {}}",
        """
        error [missing-key] agenda.yaml:5:8
          a choice needs `options`
          hint: options: {no: No, yes: Yes}
        """,
    ),
    "choice: options as a list": (
        "one: {title: One, kind: choice, options: [no, yes]}",
        """
        error [wrong-shape] agenda.yaml:5:44
          expected a mapping for `options`, found a list
        """,
    ),
    "choice: reserved words for options": (
        "one: {title: One, kind: choice, options: {none: None, all: All, some: Some}}",
        """
        error [reserved-word] agenda.yaml:5:45
          `none` is a reserved word, and cannot be the id of an option
        error [reserved-word] agenda.yaml:5:57
          `all` is a reserved word, and cannot be the id of an option
        """,
    ),
    "choice: an option in capitals": (
        "one: {title: One, kind: choice, options: {Yes: Yes, no: No}}",
        """
        error [bad-id] agenda.yaml:5:45
          `Yes` cannot be the id of an option
          hint: lower-case ASCII letters, digits and hyphens, a letter first: yes
        """,
    ),
    "choice: every option in capitals": (
        "one: {title: One, kind: choice, options: {Yes: Yes, No: No}}",
        """
        error [bad-id] agenda.yaml:5:45
          `Yes` cannot be the id of an option
          hint: lower-case ASCII letters, digits and hyphens, a letter first: yes
        error [bad-id] agenda.yaml:5:55
          `No` cannot be the id of an option
          hint: lower-case ASCII letters, digits and hyphens, a letter first: no
        """,
    ),
    "choice: an option with an empty title": (
        "one: {title: One, kind: choice, options: {yes: '', no: No}}",
        """
        error [empty-text] agenda.yaml:5:50
          `yes` is empty
          hint: write it, or delete the key
        """,
    ),
    "choice: an option twice": (
        "one: {title: One, kind: choice, options: {yes: Yes, no: No, yes: Y}}",
        """
        error [duplicate-key] agenda.yaml:5:63
          the key `yes` stands twice in this mapping
          hint: the first is on line 5: keep one
          see agenda.yaml:5:45
        """,
    ),
    "choice: ordered is yes": (
        "one: {title: One, kind: choice, options: {no: No, yes: Yes}, ordered: yes}",
        """
        error [wrong-value] agenda.yaml:5:73
          expected true or false
        """,
    ),
    "choice: the key of another kind": (
        "one: {title: One, kind: choice, options: {a: A}, members: {a: A}}",
        """
        error [unknown-key] agenda.yaml:5:52
          no key `members` in the choice issue one
          hint: known: disputed, kind, note, options, ordered, question, title, topic
        """,
    ),
    "set: no members": (
        "one: {title: One, kind: set}",
        """
        error [missing-key] agenda.yaml:5:8
          a set needs `members`
          hint: members: {north: North, south: South}
        """,
    ),
    "set: a reserved word for a member": (
        "one: {title: One, kind: set, members: {any: Any, a: A}}",
        """
        error [reserved-word] agenda.yaml:5:42
          `any` is a reserved word, and cannot be the id of a member
        """,
    ),
    "set: options instead of members": (
        "one: {title: One, kind: set, options: {a: A}}",
        """
        error [missing-key] agenda.yaml:5:8
          a set needs `members`
          hint: members: {north: North, south: South}
        error [unknown-key] agenda.yaml:5:32
          no key `options` in the set issue one
          hint: known: disputed, kind, members, note, question, title, topic
        """,
    ),
    "quantity: whole is 1": (
        "one: {title: One, kind: quantity, whole: 1}",
        """
        error [wrong-value] agenda.yaml:5:44
          expected true or false
        """,
    ),
    "quantity: a range without max": (
        "one: {title: One, kind: quantity, range: {min: 0}}",
        """
        error [wrong-shape] agenda.yaml:5:44
          expected `{min: …, max: …}`
        """,
    ),
    "quantity: a range as a list": (
        "one: {title: One, kind: quantity, range: [0, 1]}",
        """
        error [wrong-shape] agenda.yaml:5:44
          expected `{min: …, max: …}`
        """,
    ),
    "quantity: a range upside down": (
        "one: {title: One, kind: quantity, range: {min: 1, max: 0}}",
        """
        error [empty-offer] agenda.yaml:5:44
          the range must run from a lower to a higher number
        """,
    ),
    "quantity: a range with commas": (
        "one: {title: One, kind: quantity, range: {min: 0, max: '2,000'}}",
        """
        error [not-a-number] agenda.yaml:5:58
          `2,000` is not a plain number
          hint: write 2000, without separators
        """,
    ),
    "quantity: an empty unit": (
        "one: {title: One, kind: quantity, unit: ''}",
        """
        error [empty-text] agenda.yaml:5:43
          `unit` is empty
          hint: write it, or delete the key
        """,
    ),
    "quantity: unlimited is a mapping": (
        "one: {title: One, kind: quantity, unlimited: {a: b}}",
        """
        error [wrong-shape] agenda.yaml:5:48
          expected text for `unlimited`, found a mapping
        """,
    ),
    "date: a range of no days": (
        "one: {title: One, kind: date, range: {min: soon, max: 2024-01-01}}",
        """
        error [not-a-date] agenda.yaml:5:46
          expected a date, found `soon`
          hint: write it as 2024-06-14
        """,
    ),
    "date: a unit": (
        "one: {title: One, kind: date, unit: day}",
        """
        error [unknown-key] agenda.yaml:5:33
          no key `unit` in the date issue one
          hint: known: disputed, kind, note, question, range, title, topic
        """,
    ),
    "text: options": (
        "one: {title: One, kind: text, options: {a: A}}",
        """
        error [unknown-key] agenda.yaml:5:33
          no key `options` in the text issue one
          hint: known: disputed, kind, note, question, title, topic
        """,
    ),
}

#: The rules of an agenda with a choice ``one`` and a text ``two``, on line 7; the findings.
RULES = {
    "a mapping": (
        "rules: {if: {one: no}, then: {one: yes}}",
        """
        error [wrong-shape] agenda.yaml:7:8
          expected a list of rules
          hint: rules: [{if: {…}, then: {…}, why: …}]
        """,
    ),
    "without then": (
        "rules: [{if: {one: no}}]",
        """
        error [missing-key] agenda.yaml:7:9
          a rule needs `then`
          hint: add `then:`
        """,
    ),
    "a text": (
        "rules: [no]",
        """
        error [wrong-shape] agenda.yaml:7:9
          expected a mapping for a rule, found text
        """,
    ),
    "an issue that is nearly right": (
        "rules: [{if: {one: no}, then: {oen: yes}}]",
        """
        error [unknown-issue] agenda.yaml:7:32
          no issue `oen` in the agenda
          hint: did you mean one?
        """,
    ),
    "an option that is not there": (
        "rules: [{if: {one: maybe}, then: {one: yes}}]",
        """
        error [unknown-option] agenda.yaml:7:20
          no option `maybe` in this issue
          hint: known: no, yes
        """,
    ),
    "on a text": (
        "rules: [{if: {two: no}, then: {one: yes}}]",
        """
        error [condition-on-text] agenda.yaml:7:15
          `two` is a text issue, on which no condition can depend
          hint: name an issue whose outcomes a program can compare
        """,
    ),
    "a key that is not there": (
        "rules: [{if: {one: no}, then: {one: yes}, because: x}]",
        """
        error [unknown-key] agenda.yaml:7:43
          no key `because` in a rule
          hint: known: if, note, then, why
        """,
    ),
    "firmness in a condition": (
        "rules: [{if: {one: no}, then: {one: {accepts: yes, firmness: firm}}}]",
        """
        error [unknown-key] agenda.yaml:7:52
          no key `firmness` in a condition on the choice issue one
          hint: known: accepts, rejects
        """,
    ),
}

GOOD = """
    posdiff: 1
    title: A war
    note: for tests
    parties:
      north: {name: North, aliases: [n, The North], note: the one side}
      south: {name: South}
    topics: {land: Land}
    steps:
      truce: Truce
      talks: {title: Talks, after: truce, why: nobody talks under fire, note: so they say}
      vote: {title: Vote, after: [truce, talks]}
    issues:
      status:
        topic: land
        title: Status
        question: What becomes of it?
        note: the main thing
        kind: choice
        options: {part: Part, free: Free}
        ordered: true
      regions: {title: Regions, kind: set, members: {east: East, west: West}}
      ceiling: {title: Ceiling, kind: quantity, unit: tank, unlimited: No ceiling, whole: true, range: {min: 0, max: 9}}
      share: {title: Share, kind: quantity}
      deadline: {title: Deadline, kind: date, range: {min: 2024-01-01, max: 2025-01-01}}
      first-steps: {title: First, kind: sequence, steps: [truce, vote]}
      language: {title: Language, kind: text}
    rules:
      - {if: {status: free, regions: {exactly: none}}, then: {ceiling: {exactly: unlimited}}, why: so it was agreed}
"""


def _whole(folder: Path, text: str) -> str:
    return told(dossier(folder, {"agenda.yaml": text + "\n"}).findings)


def _issue(folder: Path, text: str) -> str:
    return told(dossier(folder, {"agenda.yaml": f"{HEAD}issues:\n  {text}\n"}).findings)


def _rules(folder: Path, text: str) -> str:
    one = "one: {title: One, kind: choice, options: {no: No, yes: Yes}}"
    issues = f"issues:\n  {one}\n  two: {{title: Two, kind: text}}\n"
    return told(dossier(folder, {"agenda.yaml": f"{HEAD}{issues}{text}\n"}).findings)


@pytest.mark.parametrize(("text", "findings"), WHOLE.values(), ids=WHOLE)
def test_a_fault_in_an_agenda(tmp_path: Path, text: str, findings: str) -> None:
    assert _whole(tmp_path, text) == clean(findings)


@pytest.mark.parametrize(("text", "findings"), ISSUE.values(), ids=ISSUE)
def test_a_fault_in_an_issue(tmp_path: Path, text: str, findings: str) -> None:
    assert _issue(tmp_path, text) == clean(findings)


@pytest.mark.parametrize(("text", "findings"), RULES.values(), ids=RULES)
def test_a_fault_in_a_rule(tmp_path: Path, text: str, findings: str) -> None:
    assert _rules(tmp_path, text) == clean(findings)


def test_an_agenda_that_is_right_is_read_whole(tmp_path: Path) -> None:
    read = dossier(tmp_path, {"agenda.yaml": GOOD})
    agenda = read.agenda
    assert told(read.findings) == ""
    assert agenda.title == "A war"
    assert [(p.id, p.name, p.aliases, p.note) for p in agenda.parties.values()] == [
        ("north", "North", ("n", "The North"), "the one side"),
        ("south", "South", (), None),
    ]
    assert agenda.topics == {"land": "Land"}
    assert agenda.steps["talks"] == Step(
        "talks", "Talks", ("truce",), "nobody talks under fire", "so they say", Location("agenda.yaml", 10, 10)
    )
    assert agenda.steps["vote"].after == ("truce", "talks")
    assert agenda.why("talks") == "nobody talks under fire"
    assert agenda.why("truce") is None
    assert {id: issue.space.kind for id, issue in agenda.issues.items()} == {
        "status": "choice",
        "regions": "set",
        "ceiling": "quantity",
        "share": "quantity",
        "deadline": "date",
        "first-steps": "sequence",
        "language": "text",
    }
    status = agenda.issues["status"]
    assert (status.title, status.topic, status.question, status.note) == (
        "Status", "land", "What becomes of it?", "the main thing",
    )  # fmt: skip
    assert status.location == Location("agenda.yaml", 15, 5)
    (rule,) = agenda.rules
    assert {issue for issue, _ in rule.given} == {"regions", "status"}
    assert [issue for issue, _ in rule.then] == ["ceiling"]
    assert rule.why == "so it was agreed"
    assert rule.location == Location("agenda.yaml", 28, 5)


def test_a_circle_of_steps_loses_one_after_and_no_more(tmp_path: Path) -> None:
    text = HEAD.replace("{truce: Truce, talks: Talks}", "{a: {after: c}, b: {after: a}, c: {after: b}}")
    agenda = dossier(tmp_path, {"agenda.yaml": text + "issues: {one: {title: One, kind: sequence}}\n"}).agenda
    assert agenda.course.free.before == {("c", "a"), ("a", "b"), ("c", "b")}


def test_a_fault_in_one_issue_leaves_the_others(tmp_path: Path) -> None:
    """What stands on an issue that could not be read is no fault of who uses it: one error, not two."""
    files = {
        "agenda.yaml": f"{HEAD}issues:\n  one: {{title: One, kind: choise}}\n  two: {{title: Two, kind: text}}\n",
        "north/2024-06-14.yaml": "date: 2024-06-14\nterms: {one: a, two: b}\n",
        "drafts/2024-06-14-plan.yaml": "date: 2024-06-14\nby: north\noutcomes: {one: a, two: b}\n",
        "south/2024-06-14.yaml": "date: 2024-06-14\nreaffirms: [one]\nwithdraws: [one]\n",
    }
    read = dossier(tmp_path, files)
    assert told(read.findings) == clean("""
        error [unknown-kind] agenda.yaml:5:27
          no kind `choise`
          hint: did you mean choice?
    """)
    assert [[*statement.terms] for statement in read.statements] == [["two"], []]


def test_a_fault_in_one_party_leaves_the_others(tmp_path: Path) -> None:
    files = {
        "agenda.yaml": "posdiff: 1\nparties: {north: {name: North}, South: {name: South}, joint: {name: J}}\nissues: {}\n",  # noqa: E501
        "South/2024-06-14.yaml": "date: 2024-06-14\nreaffirms: all\n",
        "joint/2024-06-14.yaml": "date: 2024-06-14\nparties: [north, South]\nreaffirms: all\n",
    }
    read = dossier(tmp_path, files)
    assert [finding.rule for finding in read.findings] == ["bad-id", "reserved-word"]
    assert [statement.parties for statement in read.statements] == [("north",)]


def test_without_an_agenda_nothing_can_be_read(tmp_path: Path) -> None:
    read = dossier(tmp_path, {"north/2024-06-14.yaml": "date: 2024-06-14\nterms: {one: a}\n"})
    assert told(read.findings) == clean("""
        error [no-agenda] agenda.yaml:1:1
          the positions folder has no agenda.yaml
          hint: write one: `posdiff: 1`, `parties:`, `issues:`
    """)
    assert read.statements == ()


def test_agenda_yml_is_read(tmp_path: Path) -> None:
    read = dossier(tmp_path, {"agenda.yml": "posdiff: 1\nparties: {north: {name: North}}\nissues: {}\n"})
    assert (told(read.findings), [*read.agenda.parties]) == ("", ["north"])
