"""Figures, by definition: the mean over issues, each measured by going through every two outcomes."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from enumerating import UNLIMITED, Outcomes, Terms, World, each
from generating import BYTES, EVERY_KIND, KINDS, LAST, PARTIES, Choices, Sketch, law, positions, read, sketches
from hypothesis import given
from hypothesis import strategies as st

from posdiff.comparison.figures import METRICS, Metric, pairs, rounded

#: With the kind that only the tests have.
pytestmark = pytest.mark.usefixtures("ranking")

RANGES = {
    "quantity": ({"min": "0", "max": "10"}, {"min": "-1", "max": "1"}, None),
    "date": ({"min": "2024-12-30", "max": "2025-01-04"}, {"min": "2025-01-01", "max": "2025-01-02"}, None),
}  # fmt: skip


def ranged(sketch: Sketch, data: bytes) -> Sketch:
    """The sketch, with ranges for some of its quantities and dates."""
    choices = Choices(data)
    issues = {}
    for issue, declared in sketch.agenda["issues"].items():
        scale = choices.one(RANGES[declared["kind"]]) if declared["kind"] in RANGES else None
        issues[issue] = {**declared, "range": scale} if scale else declared
    return Sketch({**sketch.agenda, "issues": issues}, sketch.statements)


def apart(world: World, issue: str, one: Outcomes, other: Outcomes) -> Fraction:
    """The least distance between an outcome of the one and one of the other, from 0 to 1."""
    if one & other:
        return Fraction(0)
    declared = world.issues[issue]
    if declared["kind"] == "choice" and declared.get("ordered") == "true":
        return Fraction(min(abs(a - b) for a, b in product(one, other)), len(declared["options"]) - 1)
    if declared["kind"] == "set":
        return Fraction(min((a ^ b).bit_count() for a, b in product(one, other)), len(declared["members"]))
    if "range" in declared:
        cells = world.cells(issue)
        gaps = [Fraction(1)]
        least, most = (world.value(issue, declared["range"][end])[1] for end in ("min", "max"))
        for a, b in product(one, other):
            lower, higher = cells[min(a, b)], cells[max(a, b)]
            if UNLIMITED not in (lower.sample, higher.sample):
                gaps.append((higher.low[1] - lower.high[1]) / (most - least))
        return min(gaps)
    return Fraction(1)


def measured(world: World, metric: Metric, issue: str, one: Terms, other: Terms) -> Fraction | None:
    """What an issue adds to the mean; None where the metric does not look at it."""
    stand = [world.accepted(term) for term in (one, other)]
    if metric == "overlap":
        relation = world.relation((one, other))
        return None if relation == "unassessed" else Fraction(100 * (relation in ("agreed", "overlap")))
    if world.kind(issue) == "text" or any(term.vague for term in (*each(one), *each(other))) or not all(stand):
        return None
    if metric == "distance":
        return apart(world, issue, *stand)
    declared = world.issues[issue]
    if declared["kind"] != "choice" or declared.get("ordered") != "true" or not all(len(each) == 1 for each in stand):
        return None
    return 100 * (1 - apart(world, issue, *stand))


def shown(value: Fraction, metric: Metric) -> float:
    """A figure to one decimal, a distance to three, halves away from zero."""
    places = 1000 if metric == "distance" else 10
    return float((value * places + Fraction(1, 2)) // 1) / places


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("kind", EVERY_KIND)
@law(60)
@given(data=st.data())
def test_figures_are_those_of_enumeration(kind: str, metric: Metric, data: st.DataObject) -> None:
    """Value, coverage and red lines of every pair; the same whoever is named first; no figure where none is shared."""
    sketch = ranged(data.draw(sketches((kind, kind, data.draw(st.sampled_from(KINDS))), 4)), data.draw(BYTES))
    world, dossier = sketch.world, read(sketch)
    issues = list(dossier.agenda.issues)
    held = positions(dossier, PARTIES)
    found = pairs(dossier.agenda, held, metric, issues)
    assert [(pair.a, pair.b) for pair in found] == [("ada", "bob"), ("ada", "cyd"), ("bob", "cyd")]
    mirror = pairs(dossier.agenda, {party: held[party] for party in reversed(PARTIES)}, metric, issues)
    assert {(pair.b, pair.a, *pair[2:]) for pair in mirror} == set(found)
    for pair in found:
        sides = [world.position(side, LAST) for side in (pair.a, pair.b)]
        both = [issue for issue in issues if all(issue in side for side in sides)]
        terms = {issue: (sides[0][issue].terms, sides[1][issue].terms) for issue in both}
        values = [value for issue in both if (value := measured(world, metric, issue, *terms[issue])) is not None]
        mean = sum(values, Fraction(0)) / len(values) if values else None
        figure = None if pair.value is None else rounded(pair.value, metric)
        assert pair.value == mean
        assert figure == (None if mean is None else shown(mean, metric))
        assert figure is None or 0 <= figure <= (1 if metric == "distance" else 100)
        assert (pair.shared, pair.issues) == (len(values), len(issues))
        assert list(pair.red_lines) == [
            issue
            for issue in both
            if any(term.firmness == "red-line" for side in terms[issue] for term in side)
            and world.relation(terms[issue]) in ("contradiction", "conditional")
        ]
