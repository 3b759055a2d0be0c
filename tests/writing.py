"""Writes small dossiers for tests: a mapping of paths to texts, dedented."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from posdiff.dossier.dossier import Dossier
from posdiff.dossier.reading.load import load


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write the files below ``folder / "positions"`` and return that folder."""
    positions = folder / "positions"
    for name, text in files.items():
        path = positions / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    return positions


def put(files: Mapping[str, str], folder: Path) -> Path:
    """Write the files of a site into a folder, and return that."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def dossier(folder: Path, files: Mapping[str, str]) -> Dossier:
    """The dossier of the files, read."""
    return load(write(folder, files))
