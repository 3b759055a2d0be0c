"""Asks a dossier that stands in memory, as ``posdiff.open`` lets a program ask one on the disk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from posdiff.answers.opening import Opened, Surroundings
from posdiff.answers.positions import Positions
from posdiff.dossier.dossier import Dossier
from posdiff.reports.shapes.writing import to_dict

__all__ = ["asked", "on", "to_dict"]


def asked(dossier: Dossier) -> Positions:
    """The dossier, to be asked."""
    return Positions(Opened(dossier, Path("positions"), "positions/"), Surroundings(Path(), {}, date(2025, 1, 1)))


def on(ordinal: int) -> date:
    """The day of an ordinal."""
    return date.fromordinal(ordinal)
