"""Every sentence of a brief: a whole one of a small dossier, and what is said where there is more, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from patterns import headings

from answering import asked
from posdiff.comparison.movement import Movement
from posdiff.reports import brief_wording, formats, movement_wording, step_wording
from posdiff.reports.compose import brief
from writing import dossier


def _listed(pattern: str, indent: str = "          ") -> str:
    return f"\n{indent}".join(pattern.format(n=number) for number in range(1, 7))


AGENDA = """
    posdiff: 1
    title: A wage round
    parties: {union: {name: Union}, employer: {name: Employer}, press: {name: Press, observer: true}}
    issues:
      pay: {title: Pay, kind: quantity, unit: percent}
      site: {title: Site, kind: choice, options: {stays: Stays, moves: Moves}}
      talks: {title: Talks and strike, kind: sequence}
      strike: {title: End of the strike, kind: sequence}
      hours: {title: Hours, kind: quantity, unit: hour}
      night: {title: Night work, kind: choice, options: {allowed: Allowed, barred: Barred}}
      canteen: {title: Canteen, kind: choice, options: {kept: Kept, shut: Shut}}
      bonus: {title: Bonus, kind: choice, options: {paid: Paid, unpaid: Unpaid}}
      preamble: {title: Preamble, kind: text}
    steps: {talks-begin: Talks begin, strike-ends: The strike ends}
    rules: [{if: {site: moves}, then: {canteen: shut}}]
    """
FILES = {
    "agenda.yaml": AGENDA,
    "union/2024-03-02.yaml": """
        date: 2024-03-02
        speaker: The chair
        sources: {leaflet: {title: Our demands, publisher: Union, date: 2024-03-02, url: "https://example.org/a"}}
        terms:
          pay: {min: 6, firmness: red-line, source: leaflet, quote: Six and no less.}
          site: {accepts: stays, firmness: red-line, source: leaflet,
                 quote: {text: Das Werk bleibt., language: de, translation: The site stays.}}
          talks: {order: [talks-begin, strike-ends], source: leaflet}
          canteen: {accepts: kept, source: leaflet}
          bonus: {accepts: paid, source: leaflet}
          preamble: {says: The site is ours., source: leaflet}
        """,
    "union/2026-04-10.yaml": """
        date: 2026-04-10
        sources: {leaflet: {title: A second leaflet, date: 2026-04-10}}
        terms:
          pay: {min: 7, firmness: red-line, source: leaflet, quote: Seven now.}
          night: {accepts: barred, source: leaflet}
        """,
    "union/2026-04-11.yaml": """
        date: 2026-04-11
        standing: reported
        sources: {press: {title: Union may yield, date: 2026-04-11}}
        terms: {site: {accepts: moves, source: press}}
        """,
    "employer/2026-03-05.yaml": """
        date: 2026-03-05
        sources: {letter: {title: A letter to all, date: 2026-03-05}}
        terms:
          pay: {max: 3, source: letter}
          site: {accepts: moves, firmness: red-line, source: letter}
          strike: {order: [strike-ends, talks-begin], firmness: red-line, source: letter, quote: First the strike ends.}
          hours: {max: 35, source: letter}
          night: {accepts: allowed, source: letter}
          bonus: {accepts: unpaid, source: letter}
          preamble: {says: The site is the employer's., source: letter}
        """,
    "employer/2026-04-25.yaml": """
        date: 2026-04-25
        sources: {letter: {title: A second letter, date: 2026-04-25}}
        reactions: {2026-04-20-offer: {reaction: rejects, source: letter}}
        terms: {pay: {max: 4, source: letter}, night: {accepts: [allowed, barred], source: letter}}
        withdraws: [hours]
        """,
    "drafts/2026-04-20-offer.yaml": """
        date: 2026-04-20
        title: The offer
        by: employer
        note: As the employer read it out.
        outcomes: {pay: 4, night: allowed}
        """,
}
BRIEF = """\
A wage round: a brief on Union and Employer: The positions of Union and Employer cannot hold
  together: the red lines alone already conflict.
  Not counted: 1 statement only reported; with it: posdiff brief union employer --since 2026-03-10
    --draft offer --at 2026-05-01 --with-reported
  Positions as of 2026-05-01 (last heard: Union 2026-04-10, Employer 2026-04-25): 8 issues; 3
    contradictions, 1 deadlock, 1 conflict over several issues, 1 overlap, 3 one-sided, 1 unassessed

RED LINES IN THE WAY (3 ON 2 ISSUES)  each leaves nothing on its issue that the parties beside it
accept

✗ Site
  red line    Union: RED LINE  Stays (said 2024-03-02, 2 years before)
              “The site stays.” — The chair, 2024-03-02, translated from German [1]
  against     Employer: RED LINE  Moves (said 2026-03-05)

✗ Site
  red line    Employer: RED LINE  Moves (said 2026-03-05)
              no quote on file [2]
  against     Union: RED LINE  Stays (said 2024-03-02, 2 years before)

✗ Pay
  red line    Union: RED LINE  at least 7 percent (said 2026-04-10)
              “Seven now.” — Union, 2026-04-10 [3]
  against     Employer: at most 4 percent (said 2026-04-25)

WHERE THEY STAND
  ✗ 1 contradiction with no red line in the way: Bonus (Union: said in 2024)
  ≈ 1 overlap: Night work
  “ 1 unassessed: Preamble (Union: said in 2024)
  Each with the positions: posdiff compare union employer --at 2026-05-01 --full

WHAT BLOCKS IN TIME (1)  preconditions that no order of events can meet; 1 by demands alone, 0 with
steps that the agenda orders; → means before
  ↻ RED LINE  Talks begin → The strike ends → Talks begin – Union and Employer

⊗ CONFLICT OVER SEVERAL ISSUES (1)  terms that cannot all hold, though no single issue shows it
  ⊗ Site × Canteen – Union (firm) × Employer (red line)

WHAT MOVED SINCE 2026-03-10  closer and farther: by what the others held at the end
  Union: 1 hardened, 1 added. Employer: 2 softened, 1 withdrawn.

▲ Pay
  change      Union, hardened 2026-04-10: RED LINE  at least 7 percent
  movement    farther from Employer

▽ Pay
  change      Employer, softened 2026-04-25: at most 4 percent
  movement    closer to Union, still apart over a red line of Union

▽ Night work
  change      Employer, softened 2026-04-25: anything
  movement    closer to Union

+ Night work
  change      Union, added 2026-04-10: Barred
  movement    –

  And 1 more change: posdiff changes union employer --since 2026-03-10 --until 2026-05-01 --against
    union,employer

THE DRAFT: THE OFFER (2026-04-20)
  Draft of 2026-04-20, proposed by Employer; not in itself any party's position.
  Note: As the employer read it out.
  Union: 1 red line crossed (Pay), 1 left open (Site); 2 terms broken in all
  Employer: 2 red lines left open (Site; End of the strike); no term broken; its own 6 terms date
    from 2026-03-05 to 2026-04-25; newer than this text: 2 of 2 met; rejects it (2026-04-25)

  Issue by issue: posdiff draft 2026-04-20-offer union employer --at 2026-05-01

WHAT IS SILENT, UNVERIFIED OR OLD
  Silent, where another holds a position: Union on 1 (End of the strike); Employer on 2 (Talks and
    strike; Canteen)
  No quote on file: Union on 5 (Talks and strike; Night work; Canteen; Bonus; and 1 more); Employer
    on 5 (Pay; Site; Night work; Bonus; and 1 more)
  No publisher named: Union on 2 (Pay; Night work); Employer on 6 (Pay; Site; End of the strike;
    Night work; and 2 more)
  Not stated again for 2 years or more, in whole or in part: Union on 5 (Site; Talks and strike;
    Canteen; Bonus; and 1 more)
  Not verified: every quote; no source page is kept
  Coded once: all of 13 positions
  All positions, quotes, days and sources: posdiff report union employer --at 2026-05-01

SOURCES
  [1] Our demands, Union, 2024-03-02, https://example.org/a
  [2] A letter to all, 2026-03-05
  [3] A second leaflet, 2026-04-10
"""
LOOK = formats.Look(width=100)
PARTIES = ("union", "employer", "owner", "council", "state", "bank", "works")
#: Seven parties, each but the first against the first one everywhere: on red lines, in time, over two issues at a time.
MANY = {
    "agenda.yaml": f"""
        posdiff: 1
        parties: {{{", ".join(f"{id}: {{name: {id.capitalize()}}}" for id in PARTIES)}}}
        issues:
          {_listed("red{n}: {{title: Red {n}, kind: choice, options: {{yes: 'Yes', no: 'No'}}}}")}
          {_listed("if{n}: {{title: If {n}, kind: choice, options: {{yes: 'Yes', no: 'No'}}}}")}
          {_listed("then{n}: {{title: Then {n}, kind: choice, options: {{yes: 'Yes', no: 'No'}}}}")}
          {_listed("first{n}: {{title: First {n}, kind: sequence}}")}
          {_listed("last{n}: {{title: Last {n}, kind: sequence}}")}
        steps:
          {_listed("a{n}: Step a{n}")}
          {_listed("b{n}: Step b{n}")}
        rules:
          {_listed("- {{if: {{if{n}: 'yes'}}, then: {{then{n}: 'yes'}}}}")}
        """,
    "union/2026-03-02.yaml": f"""
        date: 2026-03-02
        sources: {{leaflet: {{title: A leaflet}}}}
        terms:
          {_listed("red{n}: {{accepts: 'yes', firmness: red-line, source: leaflet}}")}
          {_listed("if{n}: {{accepts: 'yes', source: leaflet}}")}
          {_listed("first{n}: {{order: [a{n}, b{n}], source: leaflet}}")}
        """,
    **{
        f"{party}/2026-03-03.yaml": f"""
            date: 2026-03-03
            sources: {{leaflet: {{title: A leaflet}}}}
            terms:
              {_listed("red{n}: {{accepts: 'no', source: leaflet}}", "              ")}
              {_listed("then{n}: {{accepts: 'no', source: leaflet}}", "              ")}
              {_listed("last{n}: {{order: [b{n}, a{n}], source: leaflet}}", "              ")}
            """
        for party in PARTIES[1:]
    },
    "drafts/2026-04-20-offer.yaml": "date: 2026-04-20\nby: works\noutcomes: {red1: 'no'}\n",
}
BRIEF_OF_MANY = """\
Positions: a brief on Union, Employer, Owner, Council, State, Bank and Works: The positions of these
  7 parties cannot hold together; the red lines alone can.
  What is only reported is counted as well.
  Positions as of 2026-05-01 (last heard: earliest Union 2026-03-02, latest Employer 2026-03-03): 30
    issues; 6 contradictions, 6 deadlocks, 36 conflicts over several issues, 12 agreed (12 with a
    silent party), 12 one-sided

RED LINES IN THE WAY (6)  each leaves nothing on its issue that the parties beside it accept

✗ Red 1
  red line    Union: RED LINE  Yes (said 2026-03-02)
              no quote on file [1]
  against     Employer: No (said 2026-03-03)
              Owner: No (said 2026-03-03)
              and 4 more parties

✗ Red 2
  red line    Union: RED LINE  Yes (said 2026-03-02)
              no quote on file [1]
  against     Employer: No (said 2026-03-03)
              Owner: No (said 2026-03-03)
              and 4 more parties

✗ Red 3
  red line    Union: RED LINE  Yes (said 2026-03-02)
              no quote on file [1]
  against     Employer: No (said 2026-03-03)
              Owner: No (said 2026-03-03)
              and 4 more parties

  And 3 more red lines (Red 4 (Union); Red 5 (Union); Red 6 (Union)): posdiff compare all --at
    2026-05-01 --only contradiction --quotes --sources --with-reported

WHERE THEY STAND
  = 12 agreed (12 with a silent party): Then 1; Then 2; Then 3; Then 4; Then 5; Then 6; and 6 more
  Each with the positions: posdiff compare all --at 2026-05-01 --with-reported --full

WHAT BLOCKS IN TIME (6)  preconditions that no order of events can meet; 6 by demands alone, 0 with
steps that the agenda orders; → means before
  ↻ Step a1 → Step b1 → Step a1 – Union, Employer, Owner, Council, State, Bank and Works

  And 5 more deadlocks: posdiff compare all --at 2026-05-01 --only deadlock --full --with-reported

⊗ CONFLICTS OVER SEVERAL ISSUES (36)  terms that cannot all hold, though no single issue shows it
  ⊗ If 1 × Then 1 – Union (firm) × Employer (firm)

  And 35 more conflicts over several issues: posdiff compare all --at 2026-05-01 --only conflict
    --full --with-reported

WHAT MOVED SINCE 2026-03-01
  Union: 18 added. Employer: 18 added. Owner: 18 added. Council: 18 added. State: 18 added. Bank: 18
    added. And 1 more party.

+ Red 1
  change      Union, added 2026-03-02: RED LINE  Yes
  movement    –

+ Red 1
  change      Employer, added 2026-03-03: No
  movement    –

  And 124 more changes: posdiff changes all --since 2026-03-01 --until 2026-05-01 --against all
    --with-reported

THE DRAFT: 2026-04-20-OFFER (2026-04-20)
  Draft of 2026-04-20, proposed by Works; not in itself any party's position.
  Union: 1 red line crossed (Red 1), 5 left open (Red 2; Red 3; Red 4; Red 5; Red 6); nothing else
    broken
  Employer: no term broken, some left open
  Owner: no term broken, some left open
  Council: no term broken, some left open
  State: no term broken, some left open
  Bank: no term broken, some left open

  And 1 more party: posdiff draft 2026-04-20-offer all --at 2026-05-01 --with-reported

WHAT IS SILENT, UNVERIFIED OR OLD
  Silent, where another holds a position: Union on 12; Employer on 12; Owner on 12; Council on 12;
    State on 12; Bank on 12; and 1 more
  No quote on file: Union on 18; Employer on 18; Owner on 18; Council on 18; State on 18; Bank on
    18; and 1 more
  No publisher named: Union on 18; Employer on 18; Owner on 18; Council on 18; State on 18; Bank on
    18; and 1 more
  Coded once: all of 126 positions
  All positions, quotes, days and sources: posdiff report all --at 2026-05-01 --with-reported

SOURCES
  [1] A leaflet
"""
NOTHING = """\
A wage round: a brief on Press and Press (2026-04-01): The positions of Press and Press (2026-04-01)
  can hold together, as far as stated.
  Positions as of 2026-04-02 (last heard on this issue: Press 2026-03-03): 1 issue; no
    contradiction, 1 agreed

RED LINES IN THE WAY
  No red line stands against another party's position on an issue.

WHERE THEY STAND
  = 1 agreed: Night work
  Each with the positions: posdiff compare press press@2026-04-01 --at 2026-04-02 --issue night
    --full

WHAT BLOCKS IN TIME
  No deadlock.

WHAT MOVED SINCE 2026-04-01
  Press: nothing changed.

WHAT IS SILENT, UNVERIFIED OR OLD
  No quote on file: Press on 1 (Night work); Press (2026-04-01) on 1 (Night work)
  No publisher named: Press on 1 (Night work); Press (2026-04-01) on 1 (Night work)
  Coded once: all of 1 position
  All positions, quotes, days and sources: posdiff report press press@2026-04-01 --at 2026-04-02
    --issue night
"""


def test_a_whole_brief(tmp_path: Path) -> None:
    positions = asked(dossier(tmp_path, FILES))
    answer = positions.brief("union", "employer", since="2026-03-10", draft="offer", at="2026-05-01")
    assert formats.write(answer, "text", LOOK) == BRIEF


#: What a party said of a draft: with a short note, with one for which there is no room, and after three more.
IN_FULL = "in full: posdiff draft 2026-04-20-offer"
SAID = {
    ("Asked for time.",): "has reservations (2026-04-26), note: Asked for time.",
    ("Word for word. " * 7,): f"has reservations (2026-04-26), with a note; {IN_FULL}",
    (
        "",
        "",
        "",
        "Last.",
    ): "1 earlier reaction; has reservations (2026-04-26); has reservations (2026-04-27); "
    f"has reservations (2026-04-28); has reservations (2026-04-29), note: Last.; {IN_FULL}",
}


@pytest.mark.parametrize("notes", SAID)
def test_all_that_was_said_of_the_draft_and_no_note_that_is_cut(notes: tuple[str, ...], tmp_path: Path) -> None:
    said = {}
    for day, note in enumerate(notes, 26):
        noted = f", note: '{note}'" if note else ""
        said[f"employer/2026-04-{day}.yaml"] = f"""
            date: 2026-04-{day}
            sources: {{letter: {{title: A letter, date: 2026-04-26}}}}
            reactions: {{2026-04-20-offer: {{reaction: reserves, source: letter{noted}}}}}
            """
    answer = asked(dossier(tmp_path, FILES | said)).brief("union", "employer", draft="offer", at="2026-05-01")
    first = "" if len(notes) == 4 else "rejects it (2026-04-25); "
    assert f"newer than this text: 2 of 2 met; {first}{SAID[notes]}\n" in formats.write(
        answer, "text", formats.Look(width=10_000)
    )


NOT_ASKED = "The positions of Employer, not asked here: posdiff draft 2026-04-20-offer employer --at 2026-05-01"


def test_whose_draft_it_is_that_is_not_asked(tmp_path: Path) -> None:
    answer = asked(dossier(tmp_path, FILES)).brief("union", "press", draft="offer", at="2026-05-01")
    assert f"  {NOT_ASKED}\n" in formats.write(answer, "text")


NOTED = "With a note: posdiff draft 2026-04-20-offer"


def test_a_long_note_on_the_draft_is_not_cut(tmp_path: Path) -> None:
    offer = FILES["drafts/2026-04-20-offer.yaml"].replace("out.", f"out. {'Word for word. ' * 30}")
    positions = asked(dossier(tmp_path, FILES | {"drafts/2026-04-20-offer.yaml": offer}))
    written = formats.write(positions.brief("union", "employer", draft="offer", at="2026-05-01"), "text", LOOK)
    assert (NOTED in written, "Word for word" in written) == (True, False)


def test_what_does_not_fit_is_counted_and_named_by_command(tmp_path: Path) -> None:
    positions = asked(dossier(tmp_path, MANY))
    answer = positions.brief(*PARTIES, since="2026-03-01", draft="offer", at="2026-05-01", with_reported=True)
    assert formats.write(answer, "text", LOOK) == BRIEF_OF_MANY


def test_where_there_is_nothing_to_say(tmp_path: Path) -> None:
    positions = asked(
        dossier(tmp_path, {**FILES, "press/2026-03-03.yaml": "date: 2026-03-03\nterms: {night: allowed}\n"})
    )
    answer = positions.brief("press", "press@2026-04-01", since="2026-04-01", at="2026-04-02", issue="night")
    assert formats.write(answer, "text", LOOK) == NOTHING


HEADINGS = (
    "Red lines in the way", "Issue", "Red line, in their words", "Against it", "What changed", "Towards whom",
)  # fmt: skip
#: By what was found: the verdict in a sentence.
VERDICTS = {
    "undecided": "Whether the positions of Union and Employer can hold together is undecided: the search was cut.",
    "many": "Whether the positions of these 5 parties can hold together is undecided: the search was cut.",
    "nothing": "Of Union and Employer there is no term that can be compared.",
}
#: Where a change led to whom.
MOVEMENTS: dict[tuple[Movement, Movement], str] = {
    ("closer", "farther"): "closer to Union; farther from Employer",
    ("neither", "neither"): "neither closer nor farther",
    ("cannot-be-measured", "neither"): "neither closer nor farther: Employer; cannot be measured: Union",
}


def test_the_headings_of_a_brief(tmp_path: Path) -> None:
    answer = asked(dossier(tmp_path, FILES)).brief("union", "employer", since="2026-03-10", at="2026-05-01")
    assert headings(brief.document(answer)) == HEADINGS


def test_a_verdict_is_a_sentence(tmp_path: Path) -> None:
    answer = asked(dossier(tmp_path, FILES)).brief("union", "employer", at="2026-05-01")
    analysis = answer.conflicts.analysis
    cut = analysis._replace(verdicts={**analysis.verdicts, "all": "undecided"})
    assert brief_wording.verdict(cut, "Union and Employer", 2) == VERDICTS["undecided"]
    assert brief_wording.verdict(analysis._replace(terms=0), "Union and Employer", 2) == VERDICTS["nothing"]
    assert brief_wording.verdict(cut, "Union, Employer and three more", 5) == VERDICTS["many"]


def test_towards_whom_a_change_led(tmp_path: Path) -> None:
    answer = asked(dossier(tmp_path, FILES)).brief("union", "employer", since="2026-03-10", at="2026-05-01")
    assert answer.changes is not None
    change = next(change for change in answer.changes.parties[1].changes if change.kind == "softened")
    for (union, employer), words in MOVEMENTS.items():
        moved = change._replace(movements={"union": union, "employer": employer}, apart={})
        assert movement_wording.in_brief(moved, {"union": "Union", "employer": "Employer"}) == words


HOURS = {
    "agenda.yaml": AGENDA,
    "union/2026-01-01.yaml": """
        date: 2026-01-01
        terms: {hours: {max: 40}, preamble: {says: "The site and all who work there stay with us, until 2030"}}
        """,
    "union/2026-01-02.yaml": """
        date: 2026-01-02
        terms:
          hours: {min: 20, firmness: red-line, adds: true}
          preamble: {says: "The site and all who work there stay with us, until 2040"}
        """,
    "union/2026-01-03.yaml": "date: 2026-01-03\nterms: {hours: {min: 20, firmness: red-line}}\n",
    "union/2026-01-04.yaml": "date: 2026-01-04\nterms: {hours: {max: 35, adds: true}}\n",
    "union/2026-01-05.yaml": "date: 2026-01-05\nwithdraws: [hours]\n",
}
#: On an issue, since a day of January, until another: what moved, what else is held, whether what moved is a red line.
MOVED = {
    ("hours", 1, 2): ("at least 20 hours", "and at most 40 hours (firm)", True),
    ("hours", 3, 4): ("at most 35 hours (firm)", "and at least 20 hours (red line)", False),
    ("hours", 2, 3): ("no longer held: at most 40 hours (firm)", "still: at least 20 hours (red line)", False),
    ("hours", 4, 5): ("no longer held: at least 20 hours (red line); and at most 35 hours (firm)", "", False),
    ("preamble", 1, 2): ("…until 2040", "", False),
}


def test_what_moved_of_a_position_is_told_first(tmp_path: Path) -> None:
    """The parts that are new, then those that were there; where none is new, what is no longer held."""
    positions = asked(dossier(tmp_path, HOURS))
    for (issue, since, until), told in MOVED.items():
        changed = positions.changes("union", since=f"2026-01-0{since}", until=f"2026-01-0{until}", issue=issue)
        change = changed.parties[0].changes[0]
        assert step_wording.moved(change.before, change.after, changed.agenda) == told


def test_whose_words_are_old() -> None:
    names = {"union": "Union", "employer": "Employer", "state": "State"}
    assert [
        brief_wording.said_in({}, (), names, 3),
        brief_wording.said_in({"union": "2022"}, (), names, 3),
        brief_wording.said_in({"union": "2022", "state": "2020"}, (), names, 2),
        brief_wording.said_in({"union": "2022", "employer": "2022", "state": "2022"}, (), names, 4),
        brief_wording.said_in({"union": "2022", "employer": "(2022)"}, ("2025",), names, 3),
        brief_wording.said_in({"union": "(2022)", "employer": "(2022)"}, ("2025", "2026"), names, 3),
    ] == ["", *OLD]


OLD = (
    "Union: said in 2022", "said from 2020 to 2022", "3 parties: said in 2022",
    "Union and Employer: in part said in 2022, in part in 2025",
    "Union and Employer: in part said in 2022, in part later",
)  # fmt: skip


def test_a_text_is_cut_after_a_word() -> None:
    assert brief_wording.shortened("We will not\nleave.", 40) == "We will not leave."
    assert brief_wording.shortened("We will not leave, ever.", 19) == "We will not leave…"
    assert brief_wording.shortened("We will not leave, ever.", 18, " […]") == "We will not […]"
    assert brief_wording.shortened("Donaudampfschifffahrt", 10) == "Donaudamp…"


#: In a brief where pages are kept (tests/cli/test_places.py).
CODED = (
    "all of 20 positions", "2 of 20 positions", "all of 1 position",
    "all of 20 positions, 3 of them confirmed by a second person",
)  # fmt: skip
UNVERIFIED = "Not verified: 2 of 20 quotes (2 not verified here); posdiff verify says why"


def sentences() -> list[str]:
    """Every line above."""
    pages = (line for page in (BRIEF, BRIEF_OF_MANY, NOTHING) for line in page.splitlines())
    return [
        " ".join(BRIEF_OF_MANY.split()),  # what is wrapped there, on one line
        UNVERIFIED,
        NOTED,
        NOT_ASKED,
        *SAID.values(),
        "On reposts alone: Union on 2 (Pay; Night work)",
        "No source known to be official: Union on 2 (Pay; Night work)",  # tests/reports/test_provenance.py
        "No source known to be official: 2 of 5 positions of North",
        *CODED,
        *HEADINGS,
        *OLD,
        *(words for told in MOVED.values() for words in told[:2]),
        *VERDICTS.values(),
        *MOVEMENTS.values(),
        *pages,
    ]


def test_how_much_was_coded_once() -> None:
    assert tuple(brief_wording.coded_once(*each) for each in ((20, 20), (2, 20), (1, 1), (20, 20, 3))) == CODED
