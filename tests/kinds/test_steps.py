"""Orders of steps: whether some course of events keeps them is told from the steps that they name."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from posdiff.kinds.steps import AgendaSteps, Demand

_STEPS = [f"s{number}" for number in range(6)]
_PAIRS = st.lists(st.sampled_from(_STEPS), min_size=2, max_size=2, unique=True)


@given(
    st.lists(_PAIRS, max_size=4),
    st.lists(st.builds(lambda pair, together: Demand(pair[0], pair[1], together), _PAIRS, st.booleans()), max_size=6),
)
def test_what_can_hold_has_a_closure(after: list[list[str]], demands: list[Demand]) -> None:
    """``can_hold`` says of demands what ``close`` says, whatever the agenda's own order."""
    ordered = {step: [earlier for earlier, later in map(sorted, after) if later == step] for step in _STEPS}
    steps = AgendaSteps({step: step for step in _STEPS}, ordered)
    assert steps.can_hold(demands) == (steps.close(demands) is not None)
