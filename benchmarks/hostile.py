"""What files cost that are small, valid or nearly so, and made to be dear. How to run: see README.md."""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

#: No run may take more memory than this, and none more time.
MOST_BYTES, MOST_SECONDS = 4 << 30, 60

_MIB = 1 << 20
_TABLES = "text markdown html csv json"
#: Commands, each with the formats that it has beside those that need a file.
_COMMANDS = {
    **dict.fromkeys(("validate", "verify"), f"{_TABLES} github gitlab sarif junit"),
    **dict.fromkeys(
        ("show north", "history north", "changes north --since 2023-01-01", "compare north south", "compare all",
         "conflicts", "matrix", "report north south", "drafts", "coverage", "find words", "sources"), _TABLES,
    ),
    "brief north south": "text markdown html json", **dict.fromkeys(("issues", "parties"), "text json"),
}  # fmt: skip

_HEAD = "posdiff: 1\nparties: {north: {}, south: {}}\n"
_SAID = "date: 2024-01-01\nterms:\n"


class Case(NamedTuple):
    """A dossier by the paths of its files, and the commands that it is dear to."""

    files: Mapping[str, str]
    commands: Sequence[str] = ("validate",)


def steps(number: int, after: Callable[[int], str] = lambda _: "") -> str:
    """An agenda with so many steps and an issue of their order."""
    lines = "".join(f"  s{n}: {{title: S{after(n)}}}\n" for n in range(number))
    return f"{_HEAD}steps:\n{lines}issues:\n  order: {{title: O, kind: sequence}}\n"


def ordered(*entries: Sequence[int] | int, issue: str = "order") -> str:
    """A statement with one order."""
    words = ", ".join(
        f"s{entry}" if isinstance(entry, int) else f"[{', '.join(f's{n}' for n in entry)}]" for entry in entries
    )
    return f"{_SAID}  {issue}: {{order: [{words}]}}\n"


def shuffled(number: int, seed: int) -> list[int]:
    """The numbers in a random order, the same each time."""
    numbers = list(range(number))
    random.Random(seed).shuffle(numbers)
    return numbers


def of_a_set(members: Sequence[str], said: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """A dossier of one set. ``said``: by the path of a statement, what each alternative says."""
    parties = ", ".join(f"{party}: {{}}" for party in dict.fromkeys(path.partition("/")[0] for path in said))
    declared = ", ".join(f"{member}: M" for member in members)
    agenda = f"posdiff: 1\nparties: {{{parties}}}\nissues:\n  a: {{title: A, kind: set, members: {{{declared}}}}}\n"
    statements = {}
    for path, (first, *others) in said.items():
        alternatives = ", ".join(f"{{{other}}}" for other in others)
        day = path.rpartition("/")[2].removesuffix(".yaml")
        statements[path] = f"date: {day}\nterms:\n  a: {{{first}, alternatives: [{alternatives}]}}\n"
    return {"agenda.yaml": agenda, **statements}


def threes(number: int, of: int, *parties: str) -> Mapping[str, str]:
    """So many alternatives of three members each for each party, and others for the first, later."""
    members = [f"m{each}" for each in range(of)]
    made = random.Random(1)
    said = {}
    for path in (f"{parties[0]}/2024-02-01.yaml", *(f"{party}/2024-01-01.yaml" for party in parties)):
        drawn = [(made.sample(members, 3), made.randint(1, 2)) for _ in range(number)]
        said[path] = [
            f"includes: [{', '.join(three[:cut])}], excludes: [{', '.join(three[cut:])}]" for three, cut in drawn
        ]
    return of_a_set(members, said)


def pigeonholes(number: int) -> Mapping[str, str]:
    """That one more pigeon than there are holes has none, or two have the same; of all sets one of these is so."""
    pigeons, holes = range(number + 1), range(number)
    said = [f"excludes: [{', '.join(f'm{pigeon}-{hole}' for hole in holes)}]" for pigeon in pigeons]
    said += [f"includes: [m{one}-{hole}, m{two}-{hole}]" for hole in holes for one in pigeons for two in range(one)]
    members = [f"m{pigeon}-{hole}" for pigeon in pigeons for hole in holes]
    both = ["includes: [m0-0]", "excludes: [m0-0]"]
    return of_a_set(members, {"north/2024-01-01.yaml": said, "south/2024-01-01.yaml": both})


def cases() -> Iterator[tuple[str, Case]]:
    """The dossiers, each with the words of its row."""
    agenda = f"{_HEAD}issues:\n  a: {{title: A, kind: text}}\n"
    yield (
        "8,000 keys `a`",
        Case(
            {"agenda.yaml": agenda, "north/2024-01-01.yaml": "a: 1\n" * 8_000},
            ("validate", "validate -f json", "validate -f sarif"),
        ),
    )
    yield (
        "800 steps in one random order",
        Case(
            {"agenda.yaml": steps(800), "north/2024-01-01.yaml": ordered(*shuffled(800, 1))}, ("validate", "show north")
        ),
    )
    yield (
        "400 steps before 400",
        Case({"agenda.yaml": steps(800), "north/2024-01-01.yaml": ordered(range(400), range(400, 800))}),
    )
    chained = steps(5_000, lambda n: f", after: s{n - 1}" if n else "")
    yield "5,000 steps chained by `after`", Case({"agenda.yaml": chained}, ("validate", "issues"))
    circle = steps(200, lambda n: f", after: s{(n - 1) % 200}")
    yield "200 steps in a circle", Case({"agenda.yaml": circle})
    many = "".join(f"  issue-{n}: {{title: A, kind: text}}\n" for n in range(500))
    missed = "".join(f"  isue-{n}-x: words\n" for n in range(1_000))
    yield (
        "1,000 misspelt issues among 500",
        Case({"agenda.yaml": f"{_HEAD}issues:\n{many}", "north/2024-01-01.yaml": _SAID + missed}),
    )
    yield "40 steps in two orders", Case(
        {"agenda.yaml": steps(40), "north/2024-01-01.yaml": ordered(*shuffled(40, 1)),
         "south/2024-01-01.yaml": ordered(*shuffled(40, 2))}, ("compare north south",)
    )  # fmt: skip
    yield "100 steps before 100", Case(
        {"agenda.yaml": steps(200), "north/2024-01-01.yaml": ordered(range(100), range(100, 200)),
         "south/2024-01-01.yaml": ordered(range(100, 200), range(100))}, ("compare north south",)
    )  # fmt: skip
    members = ", ".join(f"m{n}: M" for n in range(50))
    offers = "".join(f"      - {{includes: [m{n}], excludes: [m{n + 1}]}}\n" for n in range(49))
    yield "49 alternatives of a set", Case(
        {"agenda.yaml": f"{_HEAD}issues:\n  a: {{title: A, kind: set, members: {{{members}}}}}\n",
         "north/2024-01-01.yaml": f"{_SAID}  a:\n    includes: [m49]\n    alternatives:\n{offers}",
         "south/2024-01-01.yaml": f"{_SAID}  a: {{includes: [m0]}}\n"}, ("compare north south", "report north south")
    )  # fmt: skip
    members = ", ".join(f"m{n}: M" for n in range(60))
    made = random.Random(1)
    clauses = [made.sample(range(60), 3) for _ in range(50)]
    offers = "".join(f"      - {{includes: [m{a}, m{b}], excludes: [m{c}]}}\n" for a, b, c in clauses)
    yield "50 alternatives that overlap", Case(
        {"agenda.yaml": f"{_HEAD}issues:\n  a: {{title: A, kind: set, members: {{{members}}}}}\n",
         "north/2024-01-01.yaml": f"{_SAID}  a:\n    includes: [m0]\n    alternatives:\n{offers}",
         "south/2024-01-01.yaml": f"{_SAID}  a:\n    excludes: [m0]\n    alternatives:\n{offers}"},
        ("compare north south",),
    )  # fmt: skip
    yield "100 options of a draft on a set", Case(bracketed(100, 999), ("draft 2024-03-01-d",))
    against = threes(257, 60, "north", "south"), ("validate", "compare north south", "changes north --since 2024-01-15")
    yield "257 alternatives of a set against 257", Case(*against)
    four = threes(51, 60, "north", "south", "west", "east")
    yield "51 alternatives of a set, four parties", Case(four, ("compare all",))
    yield "297 alternatives of a set: nothing escapes", Case(pigeonholes(8), ("compare north south",))
    offers = "".join(f"      - {{min: {2 * n}, max: {2 * n + 1}}}\n" for n in range(1, 3_000))
    yield "2,999 alternatives of a quantity", Case(
        {"agenda.yaml": f"{_HEAD}issues:\n  a: {{title: A, kind: quantity, unit: km}}\n",
         "north/2024-01-01.yaml": f"{_SAID}  a:\n    exactly: 0\n    alternatives:\n{offers}",
         "south/2024-01-01.yaml": f"{_SAID}  a: {{max: 3000}}\n"}, ("compare north south",)
    )  # fmt: skip
    yes = "kind: choice, options: {yes: Y, no: N}"
    rules = "".join(f"  - {{if: {{i{n}: yes}}, then: {{i{n + 1}: yes}}, why: w}}\n" for n in range(500))
    many = "".join(f"  i{n}: {{title: I, {yes}}}\n" for n in range(501))
    yield "500 rules in a chain", Case(
        {"agenda.yaml": f"{_HEAD}issues:\n{many}rules:\n{rules}", "north/2024-01-01.yaml": f"{_SAID}  i0: yes\n",
         "south/2024-01-01.yaml": f"{_SAID}  i500: no\n"}, ("validate", "conflicts")
    )  # fmt: skip
    agenda_of_one = f"{_HEAD}issues:\n  a: {{title: A, kind: quantity, unit: km}}\n"
    parts = {f"north/2024-01-01-{n:05}.yaml": f"{_SAID}  a: {{max: {9_000 - n}, adds: true}}\n" for n in range(2_000)}
    yield "2,000 parts of a position", Case({"agenda.yaml": agenda_of_one, **parts}, ("validate", "compare all"))
    for kind, names, said_as in (("set", "members", "includes"), ("choice", "options", "accepts")):
        declared = ", ".join(f"m{n}: M{n}" for n in range(20_000))
        even, odd = (", ".join(f"m{n}" for n in range(first, 20_000, 2)) for first in (0, 1))
        yield f"20,000 {names} of a {kind}", Case(
            {"agenda.yaml": f"{_HEAD}issues:\n  a: {{title: A, kind: {kind}, {names}: {{{declared}}}}}\n",
             "north/2024-01-01.yaml": f"{_SAID}  a: {{{said_as}: [{even}]}}\n",
             "south/2024-01-01.yaml": f"{_SAID}  a: {{{said_as}: [{odd}]}}\n"}, ("compare north south", "conflicts")
        )  # fmt: skip
    for number in (1_000, 30_000):
        parties = "".join(f"  p{n}: {{}}\n" for n in range(number))
        heads = f"posdiff: 1\nparties:\n  north: {{}}\n  south: {{}}\n{parties}"
        yield f"{number:,} parties", Case(
            {"agenda.yaml": f"{heads}issues:\n  a: {{title: A, kind: text}}\n",
             "north/2024-01-01.yaml": f"{_SAID}  a: words\n"}, ("matrix", "compare all")
        )  # fmt: skip
    for name, text in large():
        yield name, Case({"agenda.yaml": agenda, "north/2024-01-01.yaml": text}, ("validate",))
    said = {f"north/2024-01-01-{n:05}.yaml": f"{_SAID}  a: words {n}\n" for n in range(20_000)}
    yield "20,000 statements on one issue", Case({"agenda.yaml": agenda, **said}, ("validate", "show north"))


def bracketed(options: int, alternatives: int) -> Mapping[str, str]:
    """A draft with so many outcomes in brackets on a set, and a party with so many alternatives there."""
    files = dict(threes(alternatives, 60, "north"))
    drawn = threes(options, 60, "north")["north/2024-02-01.yaml"]
    first = drawn[drawn.index("{") + 1 : drawn.index(", alternatives: [")]
    others = drawn[drawn.index("alternatives: [") + len("alternatives: [") : drawn.rindex("]")]
    files["drafts/2024-03-01-d.yaml"] = (
        f"date: 2024-03-01\nby: x\noutcomes:\n  a: {{options: [{{{first}}}, {others}]}}\n"
    )
    return files


def large() -> Iterator[tuple[str, str]]:
    """Files of about 1 MiB, of one thing said over and over."""
    yield "1 MiB of keys `a`", "a: 1\n" * (_MIB // 5)
    yield "1 MiB of keys in one line", "{" + "a: 1," * (_MIB // 5) + "}\n"
    yield "1 MiB of tabs", "a: b\tc\n" * (_MIB // 7)
    yield "1 MiB of reordering characters", f'{_SAID}  a: "{chr(0x202E) * (_MIB // 3 - 100)}"\n'
    yield "1 MiB of words", f"{_SAID}  a: >-\n    {'words and more of them ' * (_MIB // 23)}\n"


def every() -> Iterator[str]:
    """Every command in every format, of a dossier with the parties north and south."""
    for command, formats in _COMMANDS.items():
        yield from (f"{command} -f {format}" for format in formats.split())
        if command.startswith(("report", "brief")):
            yield f"{command} -f docx -o out.docx"
    yield from ("chart matrix -f svg -o -", "export --format csv -o tables", "site -o site")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", help="only the cases whose words hold this")
    parser.add_argument("--every", action="store_true", help="every command in every format; those beyond the target")
    asked = parser.parse_args(arguments)
    wanted: str | None = asked.only
    print(f"{'case':44}{'command':38}{'KB':>8}{'seconds':>9}{'MB':>7}{'ends with':>11}")
    for name, case in cases():
        if wanted and wanted not in name:
            continue
        with TemporaryDirectory() as folder:
            size = write(Path(folder), case.files)
            for command in every() if asked.every else case.commands:
                seconds, peak, code = measured(Path(folder), command)
                # What is allowed is a second for each MiB, one at least, and 100 MB.
                dear = seconds > max(1.0, size / _MIB) or peak > 100 or code not in ("0", "1", "2", "3")
                if asked.every and not dear:
                    continue
                print(f"{name:44}{command:38}{size / 1024:8,.0f}{seconds:9.2f}{peak:7,.0f}{code:>11}", flush=True)


def write(folder: Path, files: Mapping[str, str]) -> int:
    """Write a dossier; how many bytes it has."""
    for path, text in files.items():
        file = folder / "positions" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return sum(len(text.encode()) for text in files.values())


def measured(folder: Path, command: str) -> tuple[float, float, str]:
    """Process seconds and peak memory in MB of a run, and how it ended."""

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))

    run = subprocess.Popen(
        [sys.executable, "-m", "posdiff", *command.split()], cwd=folder, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, env={**os.environ, "POSDIFF_CACHE": "off"}, preexec_fn=bounded,  # noqa: PLW1509
    )  # fmt: skip
    _, status, used = os.wait4(run.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, "no end" if code < 0 else str(code)


if __name__ == "__main__":
    main()
