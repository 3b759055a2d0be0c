"""A law: from the counts of a draft, and what is told of the step to the next, follow the counts of the next."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest
from drafting import DRAFTS, drafted
from generating import BYTES, EVERY_KIND, KINDS, PARTIES, law, positions, read, sketches
from hypothesis import given
from hypothesis import strategies as st

from posdiff.comparison.draft_steps import result_moves
from posdiff.comparison.drafts import against
from posdiff.reports import draft_steps_wording as words
from posdiff.reports.wording import RED_LINE

#: With the kind that only the tests have.
pytestmark = pytest.mark.usefixtures("ranking")


@law(60)
@given(data=st.data())
def test_the_counts_of_the_next_draft_follow(data: st.DataObject) -> None:
    """From the overview, where all parts are counted together, and from the lists, in which each part stands once."""
    kinds = data.draw(st.tuples(st.sampled_from(EVERY_KIND), st.sampled_from(KINDS), st.sampled_from(KINDS)))
    sketch, _ = drafted(data.draw(sketches(kinds, 3)), data.draw(BYTES))
    dossier = read(sketch)
    drafts = [next(draft for draft in dossier.drafts if draft.id == id) for id in DRAFTS]
    held = positions(dossier, PARTIES[:2])
    for party, (before, after) in ((party, pair) for party in held for pair in pairwise(drafts)):
        was, is_now = (against(dossier.agenda, draft, {party: held[party]})[0] for draft in (before, after))
        moved = tuple(result_moves([(before.id, was), (after.id, is_now)]))
        old, new = (Counter(str(term.result) for term in result.terms) for result in (was, is_now))
        listed = (f"{each.words} {each.number}" for each in words.moves(moved, after))
        in_full = "; ".join(listed).replace(f"{RED_LINE} ", "").replace("crossed", "broken")
        assert rebuilt(old, words.totals(moved, after)) == rebuilt(old, in_full) == new


def rebuilt(before: Counter[str], told: str) -> Counter[str]:
    """What becomes of the counts of a draft by what is told of a step: all else was left open before, or is now."""
    after = Counter(before)
    for part in re.sub(r" \(.*?\)", "", told).split("; ") if told else ():
        number = int(re.findall(r"[0-9]+", part)[0])
        for word in re.findall(r"(?:newly|now) (broken|met|missing)", part):
            after[word] += number
            after["left-open"] -= number
        for word in re.findall(r"no longer (broken|met|missing)", part):
            after[word] -= number
            after["left-open"] += number
    return +after
