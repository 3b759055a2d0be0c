"""Holds files and answers against the JSON Schemas, and names the properties that they have.

Two rooms' tests stand on it: those of the schemas themselves, and those of what commands write.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from posdiff.documents.parsing import parse
from posdiff.dossier.reading.schema import plain
from posdiff.reports.shapes import schemas
from writing import write

Schema = dict[str, Any]
FILES = ("agenda", "statement", "draft")
ANSWERS = tuple(name for name in schemas.NAMES if name not in FILES)

#: Every kind of issue, and every key that a file may have.
SMALL = {
    "agenda.yaml": """
        posdiff: 1
        title: A small quarrel
        note: It is not about anything.
        parties:
          north: {name: North, aliases: [n, "1"], note: In the cold.}
          south: {}
          east: {aliases: e, observer: false}
          far: {}
          west: {}
        topics: {main: The main thing}
        steps:
          first: First
          second: {title: Second, after: first, why: One leads to two., note: As numbers go.}
          third: {after: [second]}
          talks: Talks
        issues:
          pick:
            {title: Pick, topic: main, question: Which one, note: Only one., kind: choice, ordered: true,
             options: {low: Low, mid: 5, high: High}}
          either: {title: Either, kind: choice, options: {no: No, yes: Yes}}
          mixed: {title: Mixed, kind: choice, options: {no: No, yes: Yes}}
          kit: {title: Kit, kind: set, members: {cup: Cup, pan: Pan, pot: Pot}}
          cap: {title: Cap, kind: quantity, unit: person, unlimited: No cap, whole: true, range: {min: 0, max: 100}}
          span: {title: Span, kind: quantity, unit: week}
          level: {title: Level, kind: quantity}
          due: {title: Due, kind: date, range: {min: 2024-01-01, max: 2030-12-31}}
          order: {title: Order, kind: sequence}
          start: {title: Start, kind: sequence, steps: [first, talks]}
          words: {title: Words, kind: text, disputed: true}
          quiet: {title: Quiet, kind: text}
        rules:
          - {if: {pick: high}, then: {either: {rejects: no}}, why: So it is., note: Whoever speaks.}
          - {if: {pick: high}, then: {mixed: yes}}
        """,
    "north/2024-01-10.yaml": """
        date: 2024-01-10
        title: 2024
        speaker: A speaker
        standing: stated
        note: In full.
        coded-by: A coder
        checked-by: [A second coder]
        sources:
          speech:
            {title: Speech, publisher: Press, date: 2024-01-10, url: https://example.org/1, accessed: 2024-02-01,
             note: Read., class: press, described: true, archive: https://example.org/2,
             snapshot: {file: speech.html, sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef,
                        retrieved: 2024-02-01}}
          paper: {}
        dismissed: [{text: Good morning., source: speech, reason: procedural, note: A greeting.}]
        terms:
          pick:
            {accepts: low, prefers: low, firmness: red-line, source: speech, note: Only that.,
             quote: {text: The low one., speaker: An aide, said: 2024-01-09, source: speech, language: en,
                     translation: The lowest.}}
          either:
            {alternatives: [{accepts: yes, if: {pick: high}, quote: [If so.], source: paper, note: Or not.}],
             source: [speech, paper]}
          mixed: {accepts: [no, yes], vague: true, source: paper}
          kit: {includes: cup, within: [cup, pan], source: paper, firmness: flexible}
          cap: {max: 10, prefers: 5, expires: 2024-03-01, source: paper}
          span: {max: 0.5, prefers: 0.1, source: paper}
          level: {below: 0.5, min: -3, source: paper}
          due: {until: 2024-12-31, prefers: 2024-06-01, source: paper}
          order: {order: [third, talks], quote: Third comes first., source: paper}
          start: {order: [{together: [first, talks]}], source: paper}
          words: {says: 5, source: paper}
        """,
    "north/2024-04-01-later.yaml": """
        date: 2024-04-01
        corrects: {due: A misprint.}
        reaffirms: [pick, 2024-01-10]
        withdraws: level
        terms:
          either: {accepts: any, adds: true}
          due: {from: 2024-02-01, until: 2025-06-30}
          span: {exactly: 2}
          words: Other words
        """,
    "south/2024-01-20.yaml": """
        date: 2024-01-20
        terms:
          pick: [mid, high]
          either: {accepts: no, applies_if: {pick: {accepts: low}}}
          mixed: {rejects: no}
          kit: {excludes: [cup]}
          cap: {exactly: unlimited}
          span: {above: 2}
          level: {min: 0.7}
          due: {exactly: 2025-06-01}
          order: {order: [talks, [first]]}
          words: Words
        """,
    "east/2024-02-20.yaml": """
        date: 2024-02-20
        standing: reported
        withdraws: all
        """,
    "west/2024-05-20.yaml": """
        date: 2024-05-20
        sources: {page: {title: Page}}
        terms: {pick: high}
        reactions:
          2024-05-01-plan: {reaction: accepts-as-basis, issues: [cap, pick], quote: Why not., source: page, note: Half.}
          2024-06-02-odd: {reaction: rejects}
        """,
    "joint/2024-02-01-both.yaml": """
        date: 2024-02-01
        parties: [south, east]
        reaffirms: all
        terms: {kit: {exactly: none}}
        """,
    "drafts/2024-05-01-plan.yaml": """
        date: 2024-05-01
        title: Plan
        speaker: A speaker
        standing: reported
        note: As it was leaked.
        coded-by: [A coder, A second coder]
        checked-by: A third
        corrects: A misprint.
        by: [north, a friend]
        sources: {page: {title: Page}}
        outcomes:
          pick:
            {accepts: [low, mid], source: page, note: It says both.,
             quote: [Low., {text: Low or middling., said: 2024-04-30, source: page}]}
          either: no
          cap: 10
          due: 2024-06-01
          words: What is said
        clauses: [{id: a-1, text: "The [high] one."}]
        """,
    "drafts/2024-06-01-second.yaml": """
        date: 2024-06-01
        by: a friend
        final: true
        previous: 2024-05-01-plan
        outcomes:
          pick: {options: [{accepts: low, by: north, text: The low one., note: As before.}, [mid, high]]}
          cap: {options: [{max: 20, by: [a friend]}, unlimited]}
          words: {options: [{says: This}, That]}
        clauses:
        - {id: a-1, title: The pick, text: The low one., settles: [pick], status: open, by: [north], note: As before.}
        - {id: 2, text: The rest.}
        """,
    "drafts/2024-06-02-odd.yaml": """
        date: 2024-06-02
        by: a friend
        outcomes: {pick: high, either: no}
        """,
}


@cache
def schema(name: str) -> Schema:
    """One of the schemas."""
    return schemas.schema(name)


def wrong(name: str, value: object) -> list[str]:
    """What a schema has against a value, with the place of each."""
    found = Draft202012Validator(schema(name)).iter_errors(value)
    return [f"{error.json_path}: {error.message[:300]}" for error in found]


def named(path: str) -> str:
    """The schema of the file at a path below the positions folder."""
    return "agenda" if path == "agenda.yaml" else "draft" if path.startswith("drafts/") else "statement"


def as_text(data: str) -> Any:
    """A file as posdiff reads it: every scalar is text."""
    document = parse(data.encode(), "file.yaml")
    assert document.root is not None and not document.findings
    return plain(document.root)


@cache
def texts() -> dict[str, str]:
    """The small dossier's files as they are written."""
    with TemporaryDirectory() as folder:
        positions = write(Path(folder), SMALL)
        return {path: (positions / path).read_text(encoding="utf-8") for path in SMALL}


def family(name: str) -> str:
    """What stands before the names of shapes, so that those of files and of answers are kept apart."""
    return "files: " if name in FILES else "answers: "


def parts(held: Schema) -> Iterator[Schema]:
    """The shapes that stand within a shape, for the same value or a part of it, its properties aside."""
    yield from held.get("patternProperties", {}).values()
    yield from held.get("anyOf", ())
    if "items" in held:
        yield held["items"]


def properties(held: Schema, where: str) -> Iterator[tuple[str, Schema]]:
    """Every property that a shape declares, in itself or in the shapes that stand within it, with its place."""
    for key, inner in held.get("properties", {}).items():
        yield f"{where}.{key}", inner
        yield from properties(inner, f"{where}.{key}")
    for inner in parts(held):
        yield from properties(inner, where)


def nullable(held: Schema) -> bool:
    """Whether a property may be null."""
    return "null" in held.get("type", ()) or {"type": "null"} in held.get("anyOf", ())


def met(name: str, value: Any) -> set[str]:
    """The properties of a schema that a value has."""
    root = schema(name)
    found: set[str] = set()

    def walk(held: Schema, value: Any, where: str) -> None:
        if "$ref" in held:
            shape = held["$ref"].removeprefix("#/$defs/")
            walk(root["$defs"][shape], value, family(name) + shape)
        for branch in held.get("anyOf", ()):
            if Draft202012Validator({"$defs": root["$defs"], **branch}).is_valid(value):
                walk(branch, value, where)
        if isinstance(value, dict):
            for key, inner in held.get("properties", {}).items():
                if key in value:
                    found.add(f"{where}.{key}" + (" = null" if value[key] is None else ""))
                    walk(inner, value[key], f"{where}.{key}")
            for inner in held.get("patternProperties", {}).values():
                for each in value.values():
                    walk(inner, each, where)
        if isinstance(value, list) and "items" in held:
            for each in value:
                walk(held["items"], each, where)

    walk(root, value, family(name) + name)
    return found
