"""Every sentence about what cannot hold together: verdicts, steps of an explanation, what would have to go."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from answering import asked, asked_in_words
from posdiff.answers.conflicts import Conflicts
from posdiff.comparison.conflicts.conflict import ConflictVerdict, FirmnessLevel
from posdiff.dossier.reading.load import load
from posdiff.reports import conflict_wording as wording
from posdiff.reports import formats
from posdiff.reports.formats import Look
from writing import write

AGENDA = """
    posdiff: 1
    parties: {union: {name: Union}, employer: {name: Employer}, council: {name: Council}}
    steps: {talks: Talks, strike-ends: The strike ends, back-pay: {title: Back pay, after: talks, why: It is counted.},
            vote: The vote}
    issues:
      pay: {title: Pay, kind: quantity, unit: percent, whole: true}
      bonus: {title: Bonus, kind: set, members: {nights: Nights, weekends: Weekends}}
      site: {title: Site, kind: choice, options: {stays: Stays, moves: Moves, closes: Closes}}
      canteen: {title: Canteen, kind: choice, options: {kept: Kept, shut: Shut}}
      pension: {title: Pension, kind: choice, options: {as-is: As it is, more: More}}
      begin: {title: What comes first, kind: sequence}
      end: {title: What comes last, kind: sequence}
      song: {title: Song, kind: choice, options: {a: A, b: B, c: C, d: D, e: E, f: F, g: G, h: H, i: I, j: J, k: K}}
      preamble: {title: Preamble, kind: text}
    """
RULES = """
    rules:
      - {if: {canteen: shut}, then: {pension: more}, why: Who shuts it pays.}
      - {if: {canteen: shut}, then: {pension: as-is}}
      - {if: {canteen: kept}, then: {site: stays}}
    """
#: In place of what the command is told: that the agenda has these rules.
WITH_RULES = "with rules"
DRAFT = "date: 2026-03-01\ntitle: Paper\nby: [council]\noutcomes: {site: [moves, closes], pension: as-is}\n"
PAY = "pay: {min: 6, firmness: red-line}", "pay: {max: 3, firmness: red-line}"
HANGING = (
    "site: {accepts: stays, firmness: red-line, alternatives: [{accepts: moves, if: {canteen: kept}}]}, "
    "pay: {min: 3, applies_if: {canteen: shut}}, "
    "pension: {accepts: more, alternatives: [{accepts: as-is, if: {canteen: shut}}]}"
)
ONE_OF_TWO = (
    "pay: {exactly: 1, alternatives: [{exactly: 5}]}",
    "pay: {exactly: 5, alternatives: [{exactly: 9}]}",
    "pay: {exactly: 9, alternatives: [{exactly: 1}]}",
)
#: What union, employer and council say, in YAML's flow style; and what the command is told.
CASES: list[tuple[tuple[str, ...], str]] = [
    (("pay: {max: 6}, preamble: Ours, site: {accepts: [stays, moves], vague: true}", "pay: {max: 3}"), ""),
    (("preamble: Ours.",), ""),
    ((f"{PAY[0]}, canteen: kept", PAY[1]), ""),
    ((f"{PAY[0]}, canteen: kept", PAY[1]), "--issue canteen"),
    (("bonus: {includes: nights}", "bonus: {excludes: nights}", "bonus: {includes: nights, firmness: red-line}"), ""),
    (("site: {accepts: stays, firmness: flexible}", "site: {accepts: moves, firmness: flexible}"), ""),
    (("site: [stays, moves]", "site: [moves, closes]", "site: [stays, closes]"), ""),
    (("pension: {alternatives: [{accepts: more, if: {canteen: kept}}, {accepts: as-is, if: {canteen: shut}}]}",
      "canteen: kept, pension: as-is"), ""),
    (("begin: {order: [back-pay, strike-ends]}", "end: {order: [strike-ends, talks]}"), ""),
    (("begin: {order: [talks, strike-ends]}", "begin: {order: [strike-ends, talks]}",
      "begin: {order: [strike-ends, talks]}"),
     ""),
    (ONE_OF_TWO, ""),
    (("site: stays, canteen: kept", "site: [moves, stays]"), "--draft 2026-03-01"),
    (("site: {accepts: stays, alternatives: [{accepts: moves, if: {canteen: kept}}]}",), "--draft 2026-03-01"),
    ((HANGING, "site: {accepts: moves, firmness: red-line}"), ""),
    ((f"{HANGING}, song: a", "site: {accepts: moves, firmness: red-line}, canteen: shut"), ""),
    (("site: {accepts: moves, applies_if: {canteen: kept}}",), WITH_RULES),
]  # fmt: skip
#: Every line of these pages, in this order, each where it comes first.
LINES = (
    "Union, Employer and Council as of 2026-04-01: can hold together, as far as stated",
    "Where they are silent: Council (no statement on file)",
    "all terms                 can hold together, as far as stated",
    "red lines and firm terms  can hold together, as far as stated",
    "red lines alone           there is none",
    "Union                     what it holds can hold together, as far as stated",
    "Employer                  what it holds can hold together, as far as stated",
    "Council                   what it holds can hold together, as far as stated",
    "MINIMAL CONFLICTS (0)",
    "No conflict: all terms can hold together, as far as stated.",
    "OUTSIDE  silence is neither consent nor refusal; words are for a reader to judge",
    "Employer is silent on: Site; Preamble",
    "Council is silent on: Pay; Site; Preamble",
    "Words, not compared: Union, Preamble",
    "Vague: counts only by what it rejects: Union, Site",
    "Union, Employer and Council as of 2026-04-01: no term that can be compared",
    "Where they are silent: Employer and Council (no statement on file)",
    "Employer is silent on: Preamble",
    "Council is silent on: Preamble",
    "Union, Employer and Council as of 2026-04-01: cannot hold together: the red lines alone already conflict",
    "all terms                 cannot hold together",
    "red lines and firm terms  cannot hold together",
    "red lines alone           cannot hold together",
    "✗ MINIMAL CONFLICTS (1)  terms that cannot all hold; without any one of them the rest can",
    "1. Pay  Union (red line) × Employer (red line)",
    "1.  Union: RED LINE  at least 6 percent  [said 2026-01-01; union/2026-01-01.yaml:2]",
    "no quote on file",
    "2.  Employer: RED LINE  at most 3 percent  [said 2026-01-01; employer/2026-01-01.yaml:2]",
    "Given step 1, no outcome is left: a gap of 3 percent, from 3 percent to 6 percent.",
    "WHAT WOULD HAVE TO GO  sets of terms without which the rest can hold, and of which none can be left out",
    "Pay: Union (red line) or Employer (red line)",
    "WHO GIVES WHAT  over all issues; no row takes less from one party without taking more from another",
    "Arithmetic on what was said, and no advice: to count terms is not to measure hardship.",
    "Ways: how many different sets of terms give these counts.",
    "Union        Employer     Council   Ways   One of them",
    "nothing      1 red line   nothing   1      Employer: Pay",
    "1 red line   nothing      nothing   1      Union: Pay",
    "Employer is silent on: Canteen",
    "Council is silent on: Pay; Canteen",
    "No conflict on these issues.",
    "Union, Employer and Council as of 2026-04-01: cannot hold together; the red lines alone can",
    "red lines alone           can hold together, as far as stated",
    "✗ MINIMAL CONFLICTS (2)  terms that cannot all hold; without any one of them the rest can",
    "1. Bonus  Employer (firm) × Council (red line)",
    "1.  Employer: must not include: Nights  [said 2026-01-01; employer/2026-01-01.yaml:2]",
    "2.  Council: RED LINE  must include: Nights  [said 2026-01-01; council/2026-01-01.yaml:2]",
    "Given step 1, no outcome is left: what one demands, another rules out (Nights).",
    "2. Bonus  Union (firm) × Employer (firm)",
    "1.  Union: must include: Nights  [said 2026-01-01; union/2026-01-01.yaml:2]",
    "2.  Employer: must not include: Nights  [said 2026-01-01; employer/2026-01-01.yaml:2]",
    "Bonus",
    "Employer (firm)",
    "or Union (firm) and Council (red line)",
    "REFUSAL TABLES  for each outcome, who refuses it: these terms would have to go for it; –: not refused, or silent",
    "Outcome                    Union            Employer         Council",
    "must include: Nights       –                refuses (firm)   –",
    "must not include: Nights   refuses (firm)   –                refuses (red line)",
    "Union     Employer   Council      Ways   One of them",
    "nothing   1 firm     nothing      1      Employer: Bonus",
    "1 firm    nothing    1 red line   1      Union: Bonus",
    "Council: Bonus",
    "Union, Employer and Council as of 2026-04-01: cannot hold together; all of them are flexible",
    "red lines and firm terms  there is none",
    "1. Site  Union (flexible) × Employer (flexible)",
    "1.  Union: flexible  Stays  [said 2026-01-01; union/2026-01-01.yaml:2]",
    "2.  Employer: flexible  Moves  [said 2026-01-01; employer/2026-01-01.yaml:2]",
    "Given step 1, no outcome is left.",
    "Site: Union (flexible) or Employer (flexible)",
    "nothing      1 flexible   nothing   1      Employer: Site",
    "1 flexible   nothing      nothing   1      Union: Site",
    "Council is silent on: Site",
    "Union, Employer and Council as of 2026-04-01: cannot hold together; there is no red line among them",
    "1. Site  Union (firm) × Employer (firm) × Council (firm)",
    "1.  Union: Stays or Moves  [said 2026-01-01; union/2026-01-01.yaml:2]",
    "2.  Employer: Moves or Closes  [said 2026-01-01; employer/2026-01-01.yaml:2]",
    "With the earlier steps, what is left is Moves.",
    "3.  Council: Stays or Closes  [said 2026-01-01; council/2026-01-01.yaml:2]",
    "Given steps 1 and 2, no outcome is left.",
    "Site",
    "Union (firm)",
    "or Employer (firm)",
    "or Council (firm)",
    "Outcome   Union            Employer         Council",
    "Stays     –                refuses (firm)   –",
    "Moves     –                –                refuses (firm)",
    "Closes    refuses (firm)   –                –",
    "Union     Employer   Council   Ways   One of them",
    "nothing   nothing    1 firm    1      Council: Site",
    "nothing   1 firm     nothing   1      Employer: Site",
    "1 firm    nothing    nothing   1      Union: Site",
    "1. Canteen × Pension  Union (firm) × Employer (2 firm)",
    "1.  Employer, Canteen: Kept  [said 2026-01-01; employer/2026-01-01.yaml:2]",
    "2.  Union, Pension: only on a condition: More, if Canteen: Kept; or As it is, if Canteen: Shut  [said "
    "2026-01-01; union/2026-01-01.yaml:2]",
    "Given step 1, it leaves only Pension: More and Canteen: Kept.",
    "3.  Employer, Pension: As it is  [said 2026-01-01; employer/2026-01-01.yaml:2]",
    "Given step 2, no outcome is left.",
    "Canteen × Pension",
    "Employer on Canteen (firm)",
    "or Union on Pension (firm)",
    "or Employer on Pension (firm)",
    "nothing   1 firm     nothing   2      Employer: Canteen",
    "1 firm    nothing    nothing   1      Union: Pension",
    "Union is silent on: Canteen",
    "Council is silent on: Canteen; Pension",
    "1. What comes first × What comes last  Union (firm) × Employer (firm)",
    "1.  Union, What comes first: “Back pay” before “The strike ends”  [said 2026-01-01; union/2026-01-01.yaml:2]",
    "2.  Employer, What comes last: “The strike ends” before “Talks”  [said 2026-01-01; employer/2026-01-01.yaml:2]",
    "Given step 1, no outcome is left: the orders close a circle, Talks → Back pay → The strike ends → Talks. By "
    "the agenda, “Talks” before “Back pay”: It is counted.",
    "What comes first × What comes last: Union on What comes first (firm) or Employer on What comes last (firm)",
    "nothing   1 firm     nothing   1      Employer: What comes last",
    "1 firm    nothing    nothing   1      Union: What comes first",
    "Union is silent on: What comes last",
    "Employer is silent on: What comes first",
    "Council is silent on: What comes first; What comes last",
    "1. What comes first  Union (firm) × Employer (firm)",
    "1.  Union: “Talks” before “The strike ends”  [said 2026-01-01; union/2026-01-01.yaml:2]",
    "2.  Employer: “The strike ends” before “Talks”  [said 2026-01-01; employer/2026-01-01.yaml:2]",
    "Given step 1, no outcome is left: the orders close a circle, Talks → The strike ends → Talks.",
    "2. What comes first  Union (firm) × Council (firm)",
    "2.  Council: “The strike ends” before “Talks”  [said 2026-01-01; council/2026-01-01.yaml:2]",
    "What comes first",
    "or Employer (firm) and Council (firm)",
    "Outcome                            Union            Employer         Council",
    "“The strike ends” before “Talks”   refuses (firm)   –                –",
    "“Talks” before “The strike ends”   –                refuses (firm)   refuses (firm)",
    "For any other outcome more terms would have to go.",
    "nothing   1 firm     1 firm    1      Employer: What comes first",
    "Council: What comes first",
    "1. Pay  Union (firm) × Employer (firm) × Council (firm)",
    "1.  Union: exactly 1 percent; or exactly 5 percent  [said 2026-01-01; union/2026-01-01.yaml:2]",
    "There is more than one way to meet it. Suppose first exactly 1 percent.",
    "2.  Employer: exactly 5 percent; or exactly 9 percent  [said 2026-01-01; employer/2026-01-01.yaml:2]",
    "Given step 1, it cannot be met.",
    "3.  Back to what Union says on Pay.",
    "Suppose now exactly 5 percent.",
    "4.  Council: exactly 9 percent; or exactly 1 percent  [said 2026-01-01; council/2026-01-01.yaml:2]",
    "Given step 3, it cannot be met.",
    "5.  Every case ends the same way: no outcome is left.",
    "Pay",
    "Outcome                                    Union            Employer         Council",
    "at most 0 percent                          refuses (firm)   refuses (firm)   refuses (firm)",
    "exactly 1 percent                          –                refuses (firm)   –",
    "at least 2 percent and at most 4 percent   refuses (firm)   refuses (firm)   refuses (firm)",
    "exactly 5 percent                          –                –                refuses (firm)",
    "at least 6 percent and at most 8 percent   refuses (firm)   refuses (firm)   refuses (firm)",
    "exactly 9 percent                          refuses (firm)   –                –",
    "at least 10 percent                        refuses (firm)   refuses (firm)   refuses (firm)",
    "nothing   nothing    1 firm    1      Council: Pay",
    "nothing   1 firm     nothing   1      Employer: Pay",
    "1 firm    nothing    nothing   1      Union: Pay",
    "Within the draft Paper (2026-03-01): what it leaves open stays open.",
    "Union                     its own terms cannot hold together within the draft (Site)",
    "1. Site  Union (firm)",
    "1.  The draft, Site: Moves or Closes.",
    "2.  Union: Stays  [said 2026-01-01; union/2026-01-01.yaml:2]",
    "Site: Union (firm)",
    "Union    Employer   Council   Ways   One of them",
    "1 firm   nothing    nothing   1      Union: Site",
    "Council is silent on: Site; Canteen",
    "FORCED (1)  what must come out where all the terms named are met, though no single one says so",
    "Canteen: Kept, because of Union, Site (Stays; or Moves, if Canteen: Kept); the draft, Site",
    "Employer is silent on: Site; Canteen",
    "FORCED (2)  what must come out where all the terms named are met, though no single one says so",
    "Canteen: Kept, because of Union, Site (Stays; or Moves, if Canteen: Kept); Employer, Site (Moves)",
    "Pension: More, because of Union, Site (Stays; or Moves, if Canteen: Kept); Employer, Site (Moves); Union, "
    "Pension (More; or As it is, if Canteen: Shut)",
    "CONDITIONS RULED OUT (2)  wherever the terms named are met, the condition does not come about",
    "Union, Pay: its demand never applies, for its condition is ruled out (Canteen: Shut), because of Union, "
    "Site (Stays; or Moves, if Canteen: Kept); Employer, Site (Moves)",
    "Union, Pension: its offer never applies, for its condition is ruled out (Canteen: Shut), because of Union, "
    "Site (Stays; or Moves, if Canteen: Kept); Employer, Site (Moves)",
    "Employer is silent on: Pay; Canteen; Pension",
    "Council is silent on: Pay; Site; Canteen; Pension",
    "1. Site × Canteen  Union (red line) × Employer (1 red line, 1 firm)",
    "1.  Employer, Site: RED LINE  Moves  [said 2026-01-01; employer/2026-01-01.yaml:2]",
    "2.  Union, Site: RED LINE  Stays; or Moves, if Canteen: Kept  [said 2026-01-01; union/2026-01-01.yaml:2]",
    "Given step 1, it leaves only Site: Moves and Canteen: Kept.",
    "3.  Employer, Canteen: Shut  [said 2026-01-01; employer/2026-01-01.yaml:2]",
    "Site × Canteen",
    "Union on Site (red line)",
    "or Employer on Site (red line)",
    "or Employer on Canteen (firm)",
    "Union        Employer   Council   Ways   One of them",
    "nothing      1 firm     nothing   1      Employer: Canteen",
    "1 red line   nothing    nothing   1      Union: Site",
    "Canteen: Kept (of red lines alone), because of Union, Site (Stays; or Moves, if Canteen: Kept); Employer, "
    "Site (Moves)",
    "Employer is silent on: Pay; Pension; Song",
    "Council is silent on: Pay; Site; Canteen; Pension; Song",
    "Union                     its own terms cannot hold together (Site)",
    "1.  By the agenda, if Canteen: Shut, then Pension: More (Who shuts it pays).",
    "There is more than one way to meet it. Suppose first Canteen: Kept.",
    "2.  By the agenda, if Canteen: Kept, then Site: Stays.",
    "Given step 1, it leaves only Site: Stays.",
    "3.  Union: Moves – but only where Canteen: Kept  [said 2026-01-01; union/2026-01-01.yaml:2]",
    "Given steps 1 and 2, it cannot be met.",
    "4.  Back to the rule of the agenda.",
    "Suppose now Pension: More.",
    "5.  By the agenda, if Canteen: Shut, then Pension: As it is.",
    "Given step 4, it leaves only Canteen: Kept.",
    "6.  By the agenda, if Canteen: Kept, then Site: Stays.",
    "Given step 5, it leaves only Site: Stays.",
    "7.  Union, Site (firm, said 2026-01-01): Moves – but only where Canteen: Kept.",
    "Given steps 5 and 6, it cannot be met.",
    "8.  Every case ends the same way: no outcome is left.",
    "Site: Stays (of red lines alone), because of the agenda, if Canteen: Shut, then Pension: More (Who shuts it "
    "pays); the agenda, if Canteen: Shut, then Pension: As it is; the agenda, if Canteen: Kept, then Site: Stays",
    "Canteen: Kept (of red lines alone), because of the agenda, if Canteen: Shut, then Pension: More (Who shuts "
    "it pays); the agenda, if Canteen: Shut, then Pension: As it is",
)
#: By whether all terms, the firmest ones and red lines alone can hold together: the verdict in a line, where there are
#: terms of each level.
HEADLINES: list[tuple[tuple[ConflictVerdict, ConflictVerdict, ConflictVerdict], str]] = [
    (("can-hold", "can-hold", "can-hold"), "can hold together, as far as stated"),
    (("undecided", "undecided", "can-hold"), "undecided: the search was cut"),
    (("cannot-hold", "cannot-hold", "cannot-hold"), "cannot hold together: the red lines alone already conflict"),
    (("cannot-hold", "cannot-hold", "can-hold"), "cannot hold together; the red lines alone can"),
    (("cannot-hold", "cannot-hold", "undecided"), "cannot hold together; the red lines alone are undecided"),
    (("cannot-hold", "can-hold", "can-hold"), "cannot hold together; red lines and firm terms can"),
    (("cannot-hold", "undecided", "can-hold"), "cannot hold together; red lines and firm terms are undecided"),
]
#: By how many red lines there are, and how many red lines or firm terms: the verdict in a line where all terms clash.
WITHOUT: list[tuple[int, int, str]] = [
    (0, 3, "cannot hold together; there is no red line among them"),
    (0, 0, "cannot hold together; all of them are flexible"),
]
#: What is said where more was found than is shown, or less than there may be; and of what nothing meets by itself.
CUT = (
    "and 2 more: --all shows them",
    "and 5 more outcomes: --all shows them",
    "for any other outcome more terms would have to go",
    "at most 0 percent; or exactly 1 percent; or at least 2 percent and at most 4 percent; or 4 more",
    "The other cases are not shown here.",
    "No outcome meets it.",
)


def page(folder: Path, number: int) -> str:
    """The page of a case."""
    terms, told = CASES[number]
    said = {
        f"{party}/2026-01-01.yaml": f"date: 2026-01-01\nterms: {{{text}}}\n"
        for party, text in zip(("union", "employer", "council"), terms, strict=False)
    }
    agenda = AGENDA.rstrip(" ") + (RULES if told == WITH_RULES else "")
    write(folder, {"agenda.yaml": agenda, "drafts/2026-03-01.yaml": DRAFT, **said})
    options = "" if told == WITH_RULES else told
    return formats.write(asked_in_words(load(folder / "positions"), f"conflicts {options} --at 2026-04-01"), "text")


def test_every_line_on_conflicts(tmp_path: Path) -> None:
    told = [line.strip() for number in range(len(CASES)) for line in page(tmp_path / str(number), number).splitlines()]
    assert tuple(line for line in dict.fromkeys(told) if line) == LINES


def analysed(folder: Path, case: tuple[str, ...]) -> Conflicts:
    """The answer on a case."""
    page(folder, CASES.index((case, "")))
    return asked(load(folder / "positions")).conflicts(at="2026-04-01")


@pytest.mark.parametrize(("verdicts", "words"), HEADLINES)
def test_the_verdict_in_a_line(verdicts: tuple[ConflictVerdict, ...], words: str, tmp_path: Path) -> None:
    found = analysed(tmp_path, ONE_OF_TWO).analysis
    levels = dict(zip(("all", "firm", "red_line"), verdicts, strict=True))
    found = found._replace(red_lines=1, firm_terms=3)
    assert wording.headline(found._replace(verdicts=levels)) == words  # type: ignore[arg-type]


@pytest.mark.parametrize(("red_lines", "firm_terms", "words"), WITHOUT)
def test_the_verdict_where_no_term_is_so_firm(red_lines: int, firm_terms: int, words: str, tmp_path: Path) -> None:
    found = analysed(tmp_path, ONE_OF_TWO).analysis._replace(red_lines=red_lines, firm_terms=firm_terms)
    firm: ConflictVerdict = "cannot-hold" if firm_terms else "can-hold"
    levels: dict[FirmnessLevel, ConflictVerdict] = {"all": "cannot-hold", "firm": firm, "red_line": "can-hold"}
    assert wording.headline(found._replace(verdicts=levels)) == words


def test_what_is_not_shown(tmp_path: Path) -> None:
    answer = analysed(tmp_path, ONE_OF_TWO)
    (component,), (conflict,), (explanation,) = answer.clusters, answer.conflicts, answer.explanations
    table = component.table
    assert table is not None
    outcomes = tuple(piece for row in table.rows for piece in row.outcomes)
    alone = explanation.steps[0]._replace(move="closes", clash=None, since=())
    cut = explanation._replace(complete=False)
    assert (
        wording.choices(component, answer.agenda, answer.names, 1)[-1],
        wording.rest(table, table.rows[:2]),
        wording.rest(table._replace(complete=False), table.rows),
        wording.outcomes_in_words(table.rows[0]._replace(outcomes=outcomes), table.issue.space),
        wording.reasoning(conflict, cut, answer.agenda, answer.names)[-1].words,
        wording.reasoning(conflict, cut._replace(steps=(alone,)), answer.agenda, answer.names)[0].follows,
    ) == CUT


#: What an overview says where the budget was spent before what follows from the terms was found.
NOT_ALL_THAT_FOLLOWS = (
    "Forced: The search was cut: there may be more.",
    "Conditions ruled out: The search was cut: there may be more.",
)


def test_where_the_search_for_what_follows_was_cut(tmp_path: Path) -> None:
    answer = analysed(tmp_path, ONE_OF_TWO)
    cut = replace(answer, analysis=answer.analysis._replace(forced_complete=False, excluded_complete=False))
    told = [line.strip() for line in formats.write(cut, "text", Look(width=120, full=False)).splitlines()]
    assert tuple(line for line in told if "The search was cut" in line) == NOT_ALL_THAT_FOLLOWS
    assert formats.write(cut, "text").count("The search was cut: there may be more.") == 2
    told_in_json = json.loads(formats.write(cut, "json"))
    assert (told_in_json["forced_complete"], told_in_json["ruled_out_complete"]) == (False, False)


def sentences() -> list[str]:
    """Every line above."""
    words_of = (*(words for _, words in HEADLINES), *(words for *_, words in WITHOUT))
    return [*LINES, *words_of, *CUT, *NOT_ALL_THAT_FOLLOWS]
