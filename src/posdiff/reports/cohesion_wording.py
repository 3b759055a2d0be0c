"""The cohesion of a bloc in words: never without what it is taken over."""

from __future__ import annotations

from fractions import Fraction

from posdiff.comparison.cohesion import BlocCohesion
from posdiff.comparison.figures import LEAST_SHARED, rounded

MEANING = (
    "of the issues on which a bloc speaks and members do themselves, those on which all of them stay within its words"
)


def value(bloc: BlocCohesion) -> float | None:
    """The percentage, to one decimal; None where no member speaks for itself."""
    return rounded(Fraction(100 * len(bloc.within), len(bloc.spoken)), "overlap") if bloc.spoken else None


def share(bloc: BlocCohesion) -> str:
    """``75.0 %``; over so few issues that this would mislead ``1 of 2``; ``–`` where no member speaks for itself."""
    if len(bloc.spoken) < LEAST_SHARED:
        return f"{len(bloc.within)} of {len(bloc.spoken)}" if bloc.spoken else "–"
    return f"{value(bloc):.1f} %"
