"""posdiff: compare negotiating positions kept as YAML files, exactly and with their sources.

The public names are loaded when they are asked for, so that ``import posdiff`` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from posdiff.comparison.changes import changes
    from posdiff.comparison.relations import compare
    from posdiff.dossier.position import position
    from posdiff.dossier.reading.load import load

__version__ = "0.1.0"

__all__ = ["__version__", "changes", "compare", "load", "position"]

_HOMES = {
    "changes": "posdiff.comparison.changes",
    "compare": "posdiff.comparison.relations",
    "load": "posdiff.dossier.reading.load",
    "position": "posdiff.dossier.position",
}


def __getattr__(name: str) -> object:
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
