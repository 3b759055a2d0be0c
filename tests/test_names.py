"""No two classes of src have one name: whoever searches for it finds the one that is meant.

A name that begins with an underscore is seen in its own file only.
"""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src"


def test_no_two_classes_have_one_name() -> None:
    counted = Counter(
        node.name
        for path in sorted(SOURCE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert [name for name, number in counted.items() if number > 1] == []
