"""A law: what is supposed of a party does to drafts, and to choices among their options, what a statement would."""

from __future__ import annotations

import json
from typing import Any

import pytest
from drafting import DRAFTS, drafted
from generating import BYTES, EVERY_KIND, KINDS, PARTIES, Choices, Sketch, accepting, law, read, sketches
from hypothesis import given
from hypothesis import strategies as st

from answering import asked
from posdiff.answers.answer import Answer
from posdiff.reports import formats

#: With the kind that only the tests have.
pytestmark = pytest.mark.usefixtures("ranking")

DAY = "2026-01-01"


@law(40)
@given(data=st.data())
def test_to_suppose_is_to_have_said_so(data: st.DataObject) -> None:
    """Verdicts, counts, moves, options and choices; each draft in ``drafts`` as in ``draft`` and in ``text``."""
    kinds = data.draw(st.tuples(st.sampled_from(EVERY_KIND), st.sampled_from(KINDS)))
    sketch, _ = drafted(data.draw(sketches(kinds, 2)), data.draw(BYTES))
    choices = Choices(data.draw(BYTES))
    party, issue = choices.one(PARTIES[:2]), choices.one(list(sketch.agenda["issues"]))
    term = accepting(choices, sketch.agenda, issue) | {"firmness": choices.one(("red-line", "firm"))}
    said = {"date": DAY, "terms": {issue: term}}
    before = asked(read(sketch))
    after = asked(read(Sketch(sketch.agenda, {**sketch.statements, f"{party}/{DAY}.yaml": said})))
    suppose = f"{party}: {issue}={json.dumps(term)}"
    supposed = _json(before.drafts(*DRAFTS, parties=PARTIES[:2], at=DAY, suppose=suppose))
    stated = _json(after.drafts(*DRAFTS, parties=PARTIES[:2], at=DAY))
    assert [supposed[key] for key in ("parties", "choices", "issues")] == [
        stated[key] for key in ("parties", "choices", "issues")
    ]
    for draft in DRAFTS:
        alone = _json(before.draft(draft, *PARTIES[:2], at=DAY, suppose=suppose))
        text = _json(before.text(draft, *PARTIES[:2], at=DAY, suppose=suppose))
        assert alone["choices"] == text["choices"] == supposed["choices"][draft]
        assert alone["against_record"] == text["against_record"]


def _json(answer: Answer) -> Any:
    return json.loads(formats.write(answer, "json"))
