"""Own words beside those of a bloc: whoever dissents, withdraws them or lets them expire is told to do just that."""

from __future__ import annotations

from pathlib import Path

import pytest

from answering import asked_in_words, to_dict
from posdiff.answers.answer import DossierAnswer
from posdiff.reports import formats, records
from posdiff.reports.formats import Look
from writing import dossier

#: Mali dissents before it joins. Niger dissents with words of its own, and withdraws these. Togo withdraws its own, and
#: those of Benin expire. Chad has words of its own when it leaves, and withdraws them.
FILES = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          ldc:
            name: LDC
            members:
              {mali: {from: 2024-03-01}, niger: {}, togo: {from: 2024-03-01}, benin: {}, chad: {until: 2024-03-31}}
          mali: {name: Mali}
          niger: {name: Niger}
          togo: {name: Togo}
          benin: {name: Benin}
          chad: {name: Chad}
          union: {name: Union}
        issues: {fee: {title: Fee, kind: choice, options: {yes: Yes, no: No, later: Later}}}
        """,
    "ldc/2024-01-05.yaml": "date: 2024-01-05\nterms: {fee: yes}\n",
    "union/2024-01-05.yaml": "date: 2024-01-05\nterms: {fee: no}\n",
    "mali/2024-02-01.yaml": "date: 2024-02-01\ndissents: [fee]\n",
    "niger/2024-02-01.yaml": "date: 2024-02-01\ndissents: [fee]\nterms: {fee: no}\n",
    "niger/2024-04-01.yaml": "date: 2024-04-01\nwithdraws: [fee]\n",
    "togo/2024-02-01.yaml": "date: 2024-02-01\nterms: {fee: no}\n",
    "togo/2024-04-01.yaml": "date: 2024-04-01\nwithdraws: [fee]\n",
    "benin/2024-02-01.yaml": "date: 2024-02-01\nterms: {fee: {accepts: no, expires: 2024-04-01}}\n",
    "chad/2024-02-01.yaml": "date: 2024-02-01\nterms: {fee: no}\n",
    "chad/2024-04-02.yaml": "date: 2024-04-02\nwithdraws: [fee]\n",
}
HISTORY = {
    "mali": """\
Mali  1 statement

2024-02-01  mali/2024-02-01.yaml
  dissents on Fee, in no bloc on that day: changed no position

2024-03-01: joined LDC
  changed no position: dissents on Fee
""",
    "niger": """\
Niger  2 statements

2024-02-01  niger/2024-02-01.yaml
  ⇒ replaced  Fee: No
              dissented from LDC

2024-04-01  niger/2024-04-01.yaml
  − withdrawn  Fee: no position
               dissents from LDC
""",
    "togo": """\
Togo  2 statements

2024-02-01  togo/2024-02-01.yaml
  + added  Fee: No

2024-03-01: joined LDC
  changed no position: words of its own on Fee

2024-04-01  togo/2024-04-01.yaml
  ⇒ replaced  Fee: through LDC: Yes
              withdrew its own words
""",
    "benin": """\
Benin  1 statement

2024-02-01  benin/2024-02-01.yaml
  ⇒ replaced  Fee: No

2024-04-02: a term ended, its last day was the day before
  ⇒ replaced  Fee: through LDC: Yes
              its own words expired
""",
    "chad": """\
Chad  2 statements

2024-02-01  chad/2024-02-01.yaml
  ⇒ replaced  Fee: No

2024-04-01: left LDC
  changed no position: words of its own on Fee

2024-04-02  chad/2024-04-02.yaml
  − withdrawn  Fee: no position
               is no longer in LDC
""",
}
OVERVIEW = """\
Mali  1 statement

  Day         Statement   What it did
  2024-02-01  2024-02-01  dissents on Fee, in no bloc on that day: changed no position
  2024-03-01  joined LDC  changed no position: dissents on Fee

Niger  2 statements

  Day         Statement   What it did
  2024-02-01  2024-02-01  1 replaced; dissented from LDC
  2024-04-01  2024-04-01  1 withdrawn; dissents from LDC

Togo  2 statements

  Day         Statement   What it did
  2024-02-01  2024-02-01  1 added
  2024-03-01  joined LDC  changed no position: words of its own on Fee
  2024-04-01  2024-04-01  1 replaced; withdrew its own words

Benin  1 statement

  Day         Statement                                      What it did
  2024-02-01  2024-02-01                                     1 replaced
  2024-04-02  a term ended, its last day was the day before  1 replaced; its own words expired

Chad  2 statements

  Day         Statement   What it did
  2024-02-01  2024-02-01  1 replaced
  2024-04-01  left LDC    changed no position: words of its own on Fee
  2024-04-02  2024-04-02  1 withdrawn; is no longer in LDC

  --full shows every move of each statement; -- ISSUE one issue
"""
CHANGES = """\
Niger
  1 of the 1 position held on 2024-03-15 changed: 1 withdrawn; 0 reaffirmed, 0 not stated again.

− WITHDRAWN (1)  no longer held

− Fee  fee
  before      No  [said 2024-02-01]
  on the way  withdrawn 2024-04-01 (dissents from LDC)

Togo
  1 of the 1 position held on 2024-03-15 changed: 1 replaced; 0 reaffirmed, 0 not stated again.

⇒ REPLACED (1)  something else instead: nothing accepted before is accepted now

⇒ Fee  fee
  before      No  [said 2024-02-01]
  after       through LDC: Yes  [said 2024-01-05]
  on the way  replaced 2024-04-01 (withdrew its own words)
  movement    farther from Union

Benin
  1 of the 1 position held on 2024-03-15 changed: 1 replaced; 0 reaffirmed, 0 not stated again.

⇒ REPLACED (1)  something else instead: nothing accepted before is accepted now

⇒ Fee  fee
  before      No  [said 2024-02-01, expires 2024-04-01]
  after       through LDC: Yes  [said 2024-01-05]
  on the way  replaced 2024-04-02 (its own words expired)
  movement    farther from Union

Chad
  1 of the 1 position held on 2024-03-15 changed: 1 withdrawn; 0 reaffirmed, 0 not stated again.
  Memberships: left LDC 2024-04-01.

− WITHDRAWN (1)  no longer held

− Fee  fee
  before      No  [said 2024-02-01]
  on the way  withdrawn 2024-04-02 (is no longer in LDC)
"""


@pytest.mark.parametrize("party", HISTORY)
def test_history(tmp_path: Path, party: str) -> None:
    answer = asked_in_words(dossier(tmp_path, FILES), f"history {party} --since 2024-01-15 --until 2024-05-01")
    assert formats.write(answer, "text").partition("\n\n")[2] == HISTORY[party]


def test_overview_of_history(tmp_path: Path) -> None:
    answer = asked_in_words(
        dossier(tmp_path, FILES), "history mali niger togo benin chad --since 2024-01-15 --until 2024-05-01"
    )
    assert formats.write(answer, "text", Look(width=120, full=False)).partition("\n\n")[2] == OVERVIEW


def test_changes(tmp_path: Path) -> None:
    question = "changes niger togo benin chad --since 2024-03-15 --until 2024-05-01 --against union"
    answer = asked_in_words(dossier(tmp_path, FILES), question)
    assert formats.write(answer, "text").partition("\n\n")[2] == CHANGES


def test_changes_since_what_the_bloc_held(tmp_path: Path) -> None:
    """What a party gave up is the bloc's words, though its own came between."""
    question = "changes niger togo benin chad --since 2024-01-15 --until 2024-05-01"
    found = to_dict(asked_in_words(dossier(tmp_path, FILES), question))["parties"]
    kinds = {each["party"]: [change["kind"] for change in each["changes"]] for each in found}
    assert kinds == {
        "niger": ["no longer inherited"], "togo": ["added"], "benin": [], "chad": ["no longer inherited"],
    }  # fmt: skip


def test_json(tmp_path: Path) -> None:
    mali, niger = to_dict(asked_in_words(dossier(tmp_path, FILES), "history mali niger"))["parties"]
    dissent = {"issue": "fee", "date": "2024-02-01", "statement": "2024-02-01", "standing": "stated"}
    assert (mali["steps"], mali["dissents"], niger["dissents"]) == ([], [dissent], [dissent])
    told = [(step["date"], step["kind"], step.get("memberships")) for step in niger["steps"]]
    dissented = [{"party": "niger", "bloc": "ldc", "how": "dissented"}]
    assert told == [
        ("2024-01-05", "added", None),
        ("2024-02-01", "replaced", dissented),
        ("2024-04-01", "withdrawn", None),
    ]


WHO = """\
Fee: who accepts what, as of 2024-05-01: 4 of 7 parties hold a position, 2 of them through a bloc; 2 different positions

Yes: 3 parties, 2 through a bloc

LDC  ldc
  position    Yes  [said 2024-01-05]
              ldc/2024-01-05.yaml:2
  through it  2: Togo (since 2024-04-01); Benin (since 2024-04-02)

No: 1 party

Union  union
  position    No  [said 2024-01-05]
              union/2024-01-05.yaml:2

NO POSITION (3)
  Mali  dissents from LDC
  Niger  dissents from LDC
  Chad
"""
SHOW = """\
Togo as of 2024-05-01: a position on 1 of 1 issue

NO TOPIC

Fee  fee
  position    through LDC: Yes  [said 2024-01-05]
              ldc/2024-01-05.yaml:2
  held since  2024-04-01; in LDC since 2024-03-01
  rests on    no quote · no publisher named · 3 months old · coded once
"""


def test_since_when_a_member_holds_what_its_bloc_said(tmp_path: Path) -> None:
    found = dossier(tmp_path, FILES)
    who = asked_in_words(found, "who fee --at 2024-05-01")
    assert formats.write(who, "text") == WHO
    assert formats.write(asked_in_words(found, "show togo --at 2024-05-01"), "text") == SHOW
    columns, rows = records.table(who)
    party, since = columns.index("party"), columns.index("held_since")
    held = {row[party]: row[since] for row in rows if row[since]}
    assert held == {"ldc": "2024-01-05", "togo": "2024-04-01", "benin": "2024-04-02", "union": "2024-01-05"}


@pytest.mark.parametrize(
    ("question", "stops"),
    [("history mali", False), ("who fee togo", False), ("show togo", False), ("history ldc", True), ("who fee", True)],
)
def test_an_error_in_what_a_bloc_said_stops_an_answer_on_the_bloc(tmp_path: Path, question: str, stops: bool) -> None:
    """And none on its members: what it is read for beside these is only since when, and why not."""
    said = "date: 2024-01-05\nterms: {fee: yes}\nreaffirms: [2023-01-01]\n"
    answer = asked_in_words(dossier(tmp_path, {**FILES, "ldc/2024-01-05.yaml": said}), question)
    assert isinstance(answer, DossierAnswer)
    assert [finding.rule for finding in answer.basis.errors] == ["unknown-statement"] * stops


def sentences() -> list[str]:
    """Every line above."""
    return [line for page in (*HISTORY.values(), OVERVIEW, CHANGES, WHO, SHOW) for line in page.splitlines()]
