"""Fingerprints: of what is found, and of nothing that only shows where and how it was written."""

from __future__ import annotations

from collections import Counter
from typing import Any

from generating import BYTES, LAST, Choices, Sketch, Words, law, sketches
from hypothesis import given
from spelling import spelt

from posdiff.dossier.dossier import Dossier
from posdiff.dossier.reading.load import assemble
from posdiff.dossier.sources.tree import File
from posdiff.findings.finding import Finding
from posdiff.review import gate
from posdiff.review.case import Case, Edit

#: Keys whose values are mappings in an order that means something.
_ORDERED = frozenset(("parties", "steps", "issues", "options", "members"))
_SOURCES: tuple[Words, ...] = (
    {"paper": {"publisher": "P", "url": "https://example.org/a"}},
    {"paper": {"title": "T"}, "post": {"publisher": "P", "date": "2024-02-01", "accessed": "2024-01-01"}},
    {"paper": {"publisher": "P", "url": "example.org"}, "Post": {}},
)


def _fault(choices: Choices, words: dict[str, Words]) -> None:
    """One thing wrong in a statement, or nothing."""
    terms = words.get("terms") or {}
    issue = choices.one(list(terms)) if terms else ""
    kind = choices.below(8)
    if kind == 0:
        words["titel"] = "a key that is not there"
    elif kind == 1 and issue:
        terms[issue] = {"accepts": ["nonsense", "nonsense"], "firmness": "hard", "quote": ""}
    elif kind == 2:
        words["sources"] = choices.one(_SOURCES)
    elif kind == 3 and issue:
        terms[f"{issue}-x"] = terms[issue]
    elif kind == 4 and issue:
        terms[issue] = {"max": "1,000", "min": "2"}
    elif kind == 5 and issue:
        words["reaffirms"] = [issue, "2020-01-01", "all"]
    elif kind == 6:
        words["standing"] = choices.one(("reported", "rumoured"))
    elif kind == 7 and issue:
        terms[issue] = {"says": "Peace", "if": {"nothing": "x"}, "expires": "2024-02-30"}


def faulty(choices: Choices, sketch: Sketch) -> Sketch:
    """The dossier with faults in it."""
    made: dict[str, Any] = {}
    for path, words in sketch.statements.items():
        copy = {key: dict(value) if isinstance(value, dict) else value for key, value in words.items()}
        _fault(choices, copy)
        made[path] = copy
    return Sketch(sketch.agenda, made)


def rewritten(choices: Choices, words: Words, key: str = "") -> Words:
    """The same with the keys in another order, where that means nothing."""
    if isinstance(words, dict):
        names = list(words) if key in _ORDERED else choices.mixed(list(words))
        return {name: rewritten(choices, words[name], name) for name in names}
    return [rewritten(choices, each) for each in words] if isinstance(words, list) else words


def dossier(choices: Choices, sketch: Sketch) -> Dossier:
    """The dossier, written in one of many ways."""
    mappings = {"agenda.yaml": sketch.agenda, **sketch.statements}
    blank = "\n" * choices.below(3)
    texts = {path: blank + spelt(choices, rewritten(choices, words)) for path, words in mappings.items()}
    return assemble([File(path, text.encode()) for path, text in texts.items()], [])


def named(case: Case) -> list[tuple[Finding, str]]:
    """What is found in a case, each with its fingerprint."""
    verdict = gate.judge(case)
    return list(zip(verdict.findings, verdict.fingerprints, strict=True))


@law(150)
@given(sketches(most=3), BYTES)
def test_neither_line_nor_order_of_keys_nor_quoting_is_in_a_fingerprint(sketch: Sketch, data: bytes) -> None:
    choices = Choices(data)
    before, after = sketch, faulty(choices, sketch)
    cases = [Case(dossier(choices, after), LAST, Edit(dossier(choices, before))) for _ in range(2)]
    one, other = (Counter((finding.rule, name) for finding, name in named(case)) for case in cases)
    assert one == other


@law(150)
@given(sketches(most=3), BYTES)
def test_no_two_findings_have_the_same_fingerprint(sketch: Sketch, data: bytes) -> None:
    choices = Choices(data)
    case = Case(dossier(choices, faulty(choices, sketch)), LAST, Edit(dossier(choices, sketch)))
    names = [name for _, name in named(case)]
    assert len(names) == len(set(names))


def test_the_law_sees_findings_of_many_rules() -> None:
    """That what is generated is not all sound, or the laws above would say nothing."""
    seen: set[str] = set()

    @law(150)
    @given(sketches(most=3), BYTES)
    def look(sketch: Sketch, data: bytes) -> None:
        choices = Choices(data)
        case = Case(dossier(choices, faulty(choices, sketch)), LAST, Edit(dossier(choices, sketch)))
        seen.update(finding.rule for finding, _ in named(case))

    look()
    assert len(seen) > 20, sorted(seen)
