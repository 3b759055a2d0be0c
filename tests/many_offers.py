"""Two parties with more offers than are compared: every set of even size of ten members, and every one of odd size."""

from __future__ import annotations

from itertools import combinations

_MEMBERS = [f"m{number}" for number in range(10)]


def _term(odd: int) -> str:
    first, *others = (list(some) for size in range(1 + (1 - odd), 10, 2) for some in combinations(_MEMBERS, size))
    alternatives = ", ".join(f"{{exactly: [{', '.join(some)}]}}" for some in others)
    return f"fleet: {{exactly: [{', '.join(first)}], alternatives: [{alternatives}]}}"


FILES = {
    "agenda.yaml": f"""
        posdiff: 1
        parties: {{north: {{name: North}}, south: {{name: South}}}}
        issues:
          fleet: {{title: Fleet, kind: set, members: {{{", ".join(f"{one}: {one}" for one in _MEMBERS)}}}}}
        """,
    "north/2024-01-01.yaml": f"date: 2024-01-01\nterms: {{{_term(0)}}}\n",
    "south/2024-01-01.yaml": f"date: 2024-01-01\nterms: {{{_term(1)}}}\n",
}
