"""What is told of members: terms that several hold through one bloc, or in part through one; who is in which."""

from __future__ import annotations

from pathlib import Path

from answering import asked, asked_in_words, to_dict
from posdiff.reports import formats
from posdiff.reports.formats import Look
from writing import dossier

#: Terms of which one is its own, and one its bloc's.
IN_PART = {
    "agenda.yaml": """
        posdiff: 1
        parties: {nepal: {}, ldc: {name: LDC, members: [nepal]}}
        issues:
          loss: {title: Loss, kind: choice, options: {fund: A fund, talks: Talks}}
          money: {title: Money, kind: quantity}
        rules: [{if: {loss: fund}, then: {money: {max: 50}}}]
        """,
    "ldc/2024-01-10.yaml": "date: 2024-01-10\nterms: {loss: fund}\n",
    "nepal/2024-01-10.yaml": "date: 2024-01-10\nterms: {money: {min: 100}}\n",
}
ONE_TERM_OF_ITS_OWN = "1. nepal, in part through LDC (2 firm): Loss × Money"
#: Two members of a bloc that is not asked about.
WITHOUT_THEIR_BLOC = {
    "agenda.yaml": """
        posdiff: 1
        parties:
          ldc: {name: LDC, members: [niger, togo]}
          niger: {name: Niger}
          togo: {name: Togo}
          eu: {name: EU}
        issues: {loss: {title: Loss, kind: choice, options: {fund: A fund, talks: Talks, none-yet: Nothing}}}
        """,
    "ldc/2024-01-10.yaml": "date: 2024-01-10\nterms: {loss: {accepts: fund, firmness: red-line}}\n",
    "eu/2024-01-10.yaml": "date: 2024-01-10\nterms: {loss: none-yet}\n",
}
COUNTED_ONCE = """\
Niger, Togo and EU as of 2024-01-10: cannot hold together; the red lines alone can
  Niger and Togo hold the same through LDC: it counts once, with Niger.
  Not in their own words: Niger 1 of 1 position through LDC; Togo 1 of 1 position through LDC.
  all terms                 cannot hold together
  red lines and firm terms  cannot hold together
  red lines alone           can hold together, as far as stated
  Niger                     what it holds can hold together, as far as stated
  Togo                      what it holds can hold together, as far as stated
  EU                        what it holds can hold together, as far as stated

✗ MINIMAL CONFLICTS (1)  terms that cannot all hold; without any one of them the rest can

1. Loss  Niger and Togo through LDC (red line) × EU (firm)
  1.  Niger and Togo: through LDC: RED LINE  A fund  [said 2024-01-10; ldc/2024-01-10.yaml:2]
      no quote on file
  2.  EU: Nothing  [said 2024-01-10; eu/2024-01-10.yaml:2]
      Given step 1, no outcome is left.

WHAT WOULD HAVE TO GO  sets of terms without which the rest can hold, and of which none can be left out
  Loss: Niger and Togo through LDC (red line) or EU (firm)

REFUSAL TABLES  for each outcome, who refuses it: these terms would have to go for it; –: not refused, or silent
  Loss
  Outcome   Niger through LDC    Togo         EU
  A fund    –                    –            refuses (firm)
  Talks     refuses (red line)   with Niger   refuses (firm)
  Nothing   refuses (red line)   with Niger   –

WHO GIVES WHAT  over all issues; no row takes less from one party without taking more from another
  Arithmetic on what was said, and no advice: to count terms is not to measure hardship.
  Ways: how many different sets of terms give these counts.
  LDC (Niger, Togo)   EU        Ways   One of them
  nothing             1 firm    1      EU: Loss
  1 red line          nothing   1      Niger and Togo through LDC: Loss
"""
#: Blocs in blocs, one of them in two; an observer.
NESTED = """
    posdiff: 1
    parties:
      nepal: {name: Nepal}
      holy: {name: Holy See, observer: true}
      ldc: {name: LDC, members: {nepal: {until: 2026-11-24}, holy: {}}}
      g77: {name: G77, members: [ldc, china]}
      basic: {name: BASIC, members: {china: {}, swiss: {from: 2030-01-01}}}
      china: {name: China, size: 2}
      all-of-us: {name: All of us, members: [basic, g77, ldc]}
      swiss: {name: Swiss}
    issues: {}
    """
TREE = """\
BLOCS  who speaks for whom, as of 2025-01-01
All of us: 3 members
  BASIC: 1 member; 1 still to join
    China: 2 members, not named
    Swiss (from 2030-01-01)
  G77: 2 members
    LDC: 2 members
      Nepal (until 2026-11-24)
      Holy See (observer)
    China: 2 members, not named
  LDC: its members stand above
"""


def sentences() -> list[str]:
    """Every line above."""
    return [ONE_TERM_OF_ITS_OWN, *COUNTED_ONCE.splitlines(), *TREE.splitlines()]


def test_what_members_hold_through_a_bloc_that_is_not_there_counts_once(tmp_path: Path) -> None:
    answer = asked_in_words(dossier(tmp_path, WITHOUT_THEIR_BLOC), "conflicts niger togo eu --at 2024-01-10 --all")
    assert formats.write(answer, "text") == COUNTED_ONCE
    terms = to_dict(answer)["conflicts"][0]["terms"]
    assert [(term["party"], term.get("shared_by")) for term in terms] == [("niger", ["togo"]), ("eu", None)]


def test_of_a_party_whose_terms_are_in_part_its_own(tmp_path: Path) -> None:
    text = formats.write(asked(dossier(tmp_path, IN_PART)).conflicts("nepal"), "text", Look(full=False))
    assert ONE_TERM_OF_ITS_OWN in text


def test_the_tree_of_blocs(tmp_path: Path) -> None:
    """A bloc that is in two others has its members once; an observer is told as one."""
    positions = asked(dossier(tmp_path, {"agenda.yaml": NESTED}))
    assert TREE in formats.write(positions.parties(), "text")
    later = formats.write(positions.parties(at="2030-06-30"), "text")
    assert "BLOCS  who speaks for whom, as of 2030-06-30\n" in later
    assert "  BASIC: 2 members\n" in later and "    LDC: 1 member; 1 former\n" in later
