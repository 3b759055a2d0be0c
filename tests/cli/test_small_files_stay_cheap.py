"""Small valid files that would be dear: their steps are counted, not their time (benchmarks/hostile.py has that)."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from running import called
from writing import write

HEAD = "posdiff: 1\nparties: {north: {}, south: {}}\n"
SAID = "date: 2024-01-01\nterms:\n"


def _steps(number: int, after: Callable[[int], str] = lambda _: "") -> str:
    lines = "".join(f"  s{n}: {{title: S{after(n)}}}\n" for n in range(number))
    return f"{HEAD}steps:\n{lines}issues:\n  order: {{title: O, kind: sequence}}\n"


def _ordered(*entries: Sequence[int] | int) -> str:
    words = ", ".join(f"s{e}" if isinstance(e, int) else f"[{', '.join(f's{n}' for n in e)}]" for e in entries)
    return f"{SAID}  order: {{order: [{words}]}}\n"


#: Numbers from 0 in an order of their own, the same each time.
def _mixed(number: int, factor: int) -> list[int]:
    return [n * factor % number for n in range(number)]


def _halves(number: int) -> Mapping[str, str]:
    first, second = range(number // 2), range(number // 2, number)
    return {"agenda.yaml": _steps(number), "north/2024-01-01.yaml": _ordered(first, second),
            "south/2024-01-01.yaml": _ordered(second, first)}  # fmt: skip


def _rules(number: int) -> Mapping[str, str]:
    yes = "kind: choice, options: {yes: Y, no: N}"
    rules = "".join(f"  - {{if: {{i{n}: yes}}, then: {{i{n + 1}: yes}}}}\n" for n in range(number))
    issues = "".join(f"  i{n}: {{title: I, {yes}}}\n" for n in range(number + 1))
    return {"agenda.yaml": f"{HEAD}issues:\n{issues}rules:\n{rules}", "north/2024-01-01.yaml": f"{SAID}  i0: yes\n",
            "south/2024-01-01.yaml": f"{SAID}  i{number}: no\n"}  # fmt: skip


def _said(number: int) -> Mapping[str, str]:
    said = {f"north/2024-01-01-{n:05}.yaml": f"{SAID}  a: words {n}\n" for n in range(number)}
    return {"agenda.yaml": f"{HEAD}issues:\n  a: {{title: A, kind: text}}\n", **said}


def _parts(number: int) -> Mapping[str, str]:
    """A position of so many parts, each of which allows less than those before."""
    said = {
        f"north/2024-01-01-{n:05}.yaml": f"{SAID}  a: {{max: {9 * number - n}{', adds: true' if n else ''}}}\n"
        for n in range(number)
    }
    return {"agenda.yaml": f"{HEAD}issues:\n  a: {{title: A, kind: quantity, unit: km}}\n", **said,
            "south/2024-01-01.yaml": f"{SAID}  a: {{min: 3}}\n"}  # fmt: skip


def _missed(number: int) -> Mapping[str, str]:
    issues = "".join(f"  issue-{n}: {{title: A, kind: text}}\n" for n in range(number))
    missed = "".join(f"  isue-{n}-x: words\n" for n in range(2 * number))
    return {"agenda.yaml": f"{HEAD}issues:\n{issues}", "north/2024-01-01.yaml": SAID + missed}


def _offers(number: int) -> Mapping[str, str]:
    offers = "".join(f"      - {{min: {2 * n}, max: {2 * n + 1}}}\n" for n in range(1, number))
    return {"agenda.yaml": f"{HEAD}issues:\n  a: {{title: A, kind: quantity, unit: km}}\n",
            "north/2024-01-01.yaml": f"{SAID}  a:\n    exactly: 0\n    alternatives:\n{offers}",
            "south/2024-01-01.yaml": f"{SAID}  a: {{max: {number}}}\n"}  # fmt: skip


def _chosen(number: int) -> Mapping[str, str]:
    """So many alternatives of a choice, each of two of its options."""
    options = ", ".join(f"o{n}: O" for n in range(number // 4))
    offers = "".join(f"      - [o{n % (number // 4)}, o{(7 * n + 1) % (number // 4)}]\n" for n in range(number))
    return {"agenda.yaml": f"{HEAD}issues:\n  a: {{title: A, kind: choice, options: {{{options}}}}}\n",
            "north/2024-01-01.yaml": f"{SAID}  a:\n    accepts: o0\n    alternatives:\n{offers}",
            "south/2024-01-01.yaml": f"{SAID}  a: {{accepts: [o1, o2]}}\n"}  # fmt: skip


def _two_orders(number: int) -> Mapping[str, str]:
    """Two parties, each with all steps in an order of its own."""
    return {"agenda.yaml": _steps(number), "north/2024-01-01.yaml": _ordered(*_mixed(number, 7)),
            "south/2024-01-01.yaml": _ordered(*_mixed(number, 11))}  # fmt: skip


def _chain_of_pairs(number: int) -> Mapping[str, str]:
    """Alternatives of a set of which each clashes with the next: a chain of consensus."""
    members = ", ".join(f"m{n}: M" for n in range(number + 1))
    offers = "".join(f"      - {{includes: [m{n}], excludes: [m{n + 1}]}}\n" for n in range(number))
    return {"agenda.yaml": f"{HEAD}issues:\n  a: {{title: A, kind: set, members: {{{members}}}}}\n",
            "north/2024-01-01.yaml": f"{SAID}  a:\n    includes: [m{number}]\n    alternatives:\n{offers}",
            "south/2024-01-01.yaml": f"{SAID}  a: {{includes: [m0]}}\n"}  # fmt: skip


def _parties(number: int) -> Mapping[str, str]:
    parties = "".join(f"  p{n}: {{}}\n" for n in range(number))
    return {"agenda.yaml": f"posdiff: 1\nparties:\n{parties}issues:\n  a: {{title: A, kind: text}}\n",
            "p0/2024-01-01.yaml": f"{SAID}  a: words\n"}  # fmt: skip


def _named(kind: str, names: str, said: str, number: int) -> Mapping[str, str]:
    """Every second of the options or members by the one party, the others by the other."""
    declared = ", ".join(f"m{n}: M{n}" for n in range(number))
    even, odd = (", ".join(f"m{n}" for n in range(first, number, 2)) for first in (0, 1))
    return {"agenda.yaml": f"{HEAD}issues:\n  a: {{title: A, kind: {kind}, {names}: {{{declared}}}}}\n",
            "north/2024-01-01.yaml": f"{SAID}  a: {{{said}: [{even}]}}\n",
            "south/2024-01-01.yaml": f"{SAID}  a: {{{said}: [{odd}]}}\n"}  # fmt: skip


def _members(number: int) -> Mapping[str, str]:
    return _named("set", "members", "includes", number)


def _threes(number: int) -> Mapping[str, str]:
    """Two parties with so many alternatives of three members each on one set, and one that changed its mind."""
    members = [f"m{n}" for n in range(number // 4)]
    declared = ", ".join(f"{member}: M" for member in members)
    files = {"agenda.yaml": f"{HEAD}issues:\n  a: {{title: A, kind: set, members: {{{declared}}}}}\n"}
    for seed, (party, day) in enumerate((("north", "2024-01-01"), ("north", "2024-02-01"), ("south", "2024-01-01"))):
        draw = random.Random(seed)
        offers = []
        for _ in range(number):
            one, other, third = draw.sample(members, 3)
            offers.append(f"includes: [{one}], excludes: [{other}, {third}]" if draw.random() < 0.5
                          else f"includes: [{one}, {other}], excludes: [{third}]")  # fmt: skip
        alternatives = "".join(f"      - {{{said}}}\n" for said in offers)
        words = f"  a:\n    includes: [m0]\n    alternatives:\n{alternatives}"
        files[f"{party}/{day}.yaml"] = f"date: {day}\nterms:\n{words}"
    return files


def _bracketed(number: int) -> Mapping[str, str]:
    """A draft with as many options on a set as a party has alternatives: each would be cut into ever more parts."""
    draft = random.Random(1)
    members = [f"m{n}" for n in range(60)]
    said = []
    for _ in range(2 * number):
        one, other, third = draft.sample(members, 3)
        said.append(f"{{includes: [{one}], excludes: [{other}, {third}]}}")
    declared = ", ".join(f"{member}: M" for member in members)
    return {"agenda.yaml": f"{HEAD}issues:\n  a: {{title: A, kind: set, members: {{{declared}}}}}\n",
            "drafts/2024-02-01-d.yaml":
                f"date: 2024-02-01\nby: x\noutcomes:\n  a: {{options: [{', '.join(said[:number])}]}}\n",
            "north/2024-01-01.yaml":
                f"{SAID}  a: {{includes: [m0], alternatives: [{', '.join(said[number:])}]}}\n"}  # fmt: skip


def _covering(number: int) -> Mapping[str, str]:
    """Alternatives that hold every subset, which the last two show: those before them can be escaped in many ways."""
    members = ", ".join(f"a{n}: A, b{n}: B" for n in range(number))
    pairs = [f"includes: [a{n}, b{n}]" for n in range(number)]
    offers = "".join(f"      - {{{said}}}\n" for said in (*pairs, "includes: [x]", "excludes: [x]"))
    return {"agenda.yaml": f"{HEAD}issues:\n  a: {{title: A, kind: set, members: {{{members}, x: X}}}}\n",
            "north/2024-01-01.yaml": f"{SAID}  a:\n    includes: [a0]\n    alternatives:\n{offers}",
            "south/2024-01-01.yaml": f"{SAID}  a: {{accepts: any}}\n"}  # fmt: skip


#: A dossier by its size, a size, the commands, and how much more work twice the size may be.
CASES: Mapping[str, tuple[Callable[[int], Mapping[str, str]], int, Sequence[str], float]] = {
    "equal keys": (
        lambda n: {"agenda.yaml": HEAD, "north/2024-01-01.yaml": "a: 1\n" * n}, 400, ("validate -f json",), 2.5,
    ),
    "a chain of `after`": (
        lambda n: {"agenda.yaml": _steps(n, lambda k: f", after: s{k - 1}" if k else "")}, 60, ("validate",), 4.5,
    ),
    "a circle of `after`": (
        lambda n: {"agenda.yaml": _steps(n, lambda k: f", after: s{(k - 1) % n}")}, 40, ("validate",), 8.5,
    ),
    "one order": (
        lambda n: {"agenda.yaml": _steps(n), "north/2024-01-01.yaml": _ordered(*_mixed(n, 7))}, 40, ("validate",), 8.5,
    ),
    "some before others": (_halves, 20, ("validate", "compare north south"), 8.5),
    "misspelt issues": (_missed, 60, ("validate",), 2.5),
    "alternatives": (_offers, 100, ("compare north south",), 2.5),
    "alternatives of a choice": (_chosen, 200, ("validate", "compare north south", "report north south"), 2.2),
    "two orders": (_two_orders, 20, ("compare north south",), 2.5),
    "alternatives of a set in a chain": (
        _chain_of_pairs, 49, ("report north south", "compare north south"), 4.5,
    ),
    "alternatives of a set": (_covering, 22, ("compare north south", "matrix"), 2.5),
    "alternatives of a set on both sides": (
        _threes, 64, ("validate", "compare north south", "changes north --since 2024-01-15", "matrix"), 4.5,
    ),
    "statements of one day": (_said, 40, ("validate",), 2.5),
    "options of a draft": (_bracketed, 40, ("draft 2024-02-01-d",), 6.5),
    "parts of a position": (_parts, 60, ("validate", "compare north south"), 2.5),
    "rules": (_rules, 40, ("compare north south", "conflicts"), 4.5),
    "parties": (_parties, 60, ("matrix", "who a", "compare all", "conflicts"), 4.0),
    "members": (_members, 60, ("validate", "compare north south", "conflicts"), 2.5),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_work_grows_as_it_may(name: str, tmp_path: Path) -> None:
    """Calls of functions of posdiff: twice the size is at most so many times the work."""
    made, size, commands, most = CASES[name]
    for command in commands:
        _work(write(tmp_path / "once", made(size)).parent, command)  # what is imported for it is imported now
        once, twice = (_work(write(tmp_path / str(n), made(n)).parent, command) for n in (size, 2 * size))
        assert twice / once <= most, (command, once, twice)


def _work(folder: Path, command: str) -> int:
    """How many functions a run calls."""
    calls = 0

    def counted(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        assert called(*command.split(), cwd=folder).code in (0, 3)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"agenda.yaml": _steps(201)}, "positions/agenda.yaml:204:9 there are 201 steps; at most 200 are read"),
        (_rules(501), "positions/agenda.yaml:1007:5 there are 501 rules; at most 500 are read"),
        (_parties(1_001), "positions/agenda.yaml:1003:10 there are 1,001 parties; at most 1,000 are read"),
        (
            {"agenda.yaml": _members(501)["agenda.yaml"]},
            "positions/agenda.yaml:4:5824 there are 501 members; at most 500 are read",
        ),
        (
            {"agenda.yaml": _named("choice", "options", "accepts", 501)["agenda.yaml"]},
            "positions/agenda.yaml:4:5827 there are 501 options; at most 500 are read",
        ),
        (_parts(51), "positions/north/2024-01-01-00050.yaml:3:3 north holds 50 parts on a; at most 50 are read"),
        (_offers(1_002), "positions/north/2024-01-01.yaml:1006:9 there are 1,001 alternatives; at most 1,000 are read"),
    ],
)  # fmt: skip
def test_what_is_too_many_is_told_and_the_rest_read(files: Mapping[str, str], message: str, tmp_path: Path) -> None:
    write(tmp_path, files)
    run = called("validate", cwd=tmp_path)
    assert (run.code, run.out.count("[too-many]"), message in run.out) == (3, 1, True), run.out[:500]


def test_the_memory_of_statements_grows_as_their_number(tmp_path: Path) -> None:
    """Four times as many on one issue take no more than four times the memory: at each, the position is another one."""
    once, many = (_peak(write(tmp_path / str(number), _said(number)).parent) for number in (200, 800))
    assert many / once <= 4.4, (once, many)


#: Prints how many bytes a run holds at the most, beside what the first one left behind.
_TRACED = """
import contextlib, gc, io, tracemalloc
from posdiff.cli.app import run
gc.disable()  # as in a run of the command
with contextlib.redirect_stdout(io.StringIO()):
    codes = [run(["validate"])]
    tracemalloc.start()
    codes.append(run(["validate"]))
assert codes == [0, 0]
print(tracemalloc.get_traced_memory()[1])
"""


def _peak(folder: Path) -> int:
    """What a run takes in a process of its own: in this one, what other tests have left is let go meanwhile."""
    run = subprocess.run(
        [sys.executable, "-c", _TRACED], cwd=folder, env={**os.environ, "POSDIFF_CACHE": "off"},
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    return int(run.stdout)
