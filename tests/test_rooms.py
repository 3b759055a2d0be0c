"""The tests of a room stand without the rooms above it, as the room itself does."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
#: Modules of the tests that stand on a room.
_STAND_ON = {
    "running": "cli",
    "terminals": "cli",
    "answering": "answers",
    "reading_findings": "reports",
    "reading_schemas": "reports",
    "writing": "dossier",
    "repositories": "dossier",
}


def _rooms() -> list[set[str]]:
    """The layers of the import contract, the highest first."""
    settings = tomllib.loads((TESTS.parent / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = (c for c in settings["tool"]["importlinter"]["contracts"] if c["type"] == "layers")
    return [{room.strip() for room in layer.split("|")} for layer in contract["layers"]]


def _imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        for name in names:
            first, _, rest = name.partition(".")
            yield _STAND_ON.get(first, rest.partition(".")[0] if first == "posdiff" else "")


@pytest.mark.parametrize("layer", range(len(_rooms())))
def test_tests_import_no_room_above_theirs(layer: int) -> None:
    layers = _rooms()
    above = set().union(*layers[:layer])
    found = {
        f"{file.relative_to(TESTS)}: {room}"
        for own in layers[layer]
        for file in (TESTS / own).rglob("*.py")
        for room in _imported(file)
        if room in above
    }
    assert found == set()
