"""The derived JSON Schemas hold what people write and what commands write, and no more than that."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from posdiff.cli.app import COMMANDS
from posdiff.comparison.changes import KINDS as CHANGES
from posdiff.comparison.relations import RELATIONS
from posdiff.documents.parsing import parse
from posdiff.dossier.reading.schema import plain
from posdiff.dossier.term import FIRMNESS
from posdiff.kinds.table import KINDS
from posdiff.reports.shapes import schemas
from repositories import repository
from running import Run, called, posdiff
from writing import dossier, write

Schema = dict[str, Any]
REPOSITORY = Path(__file__).parents[3]
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
          east: {aliases: e}
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
        sources:
          speech:
            {title: Speech, publisher: Press, date: 2024-01-10, url: https://example.org/1, accessed: 2024-02-01,
             note: Read.}
          paper: {}
        terms:
          pick: {accepts: low, prefers: low, firmness: red-line, quote: The low one., source: speech, note: Only that.}
          either:
            {alternatives: [{accepts: yes, if: {pick: high}, quote: If so., source: paper, note: Or not.}],
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
        terms: {pick: high}
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
        corrects: A misprint.
        by: [north, a friend]
        sources: {page: {title: Page}}
        outcomes:
          pick: {accepts: [low, mid], quote: Low or middling., source: page, note: It says both.}
          either: no
          cap: 10
          due: 2024-06-01
          words: What is said
        """,
}
#: A mistake of each sort: in which file, what stands there, what stands there instead.
MISTAKES = {
    "a misspelt key": ("north/2024-01-10.yaml", "quote: The low one.", "qoute: The low one."),
    "a wrong firmness": ("north/2024-01-10.yaml", "red-line", "redline"),
    "two lower bounds": ("north/2024-01-10.yaml", "below: 0.5, min: -3", "above: 0.5, min: -3"),
    "a number with separators": ("north/2024-01-10.yaml", "max: 10", "max: '10,000'"),
    "no day": ("north/2024-01-10.yaml", "until: 2024-12-31", "until: 31.12.2024"),
    "an if on a term": ("north/2024-01-10.yaml", "order: [third, talks]", "order: [third, talks], if: {pick: low}"),
    "no offer": ("south/2024-01-20.yaml", "{exactly: unlimited}", "{vague: true}"),
    "words that say nothing": ("south/2024-01-20.yaml", "excludes: [cup]", "excludes: none"),
    "a list for a text": ("north/2024-01-10.yaml", "note: In full.", "note: [In, full.]"),
    "a key of another kind": ("agenda.yaml", "title: Either, kind: choice", "title: Either, kind: choice, unit: km"),
    "no options": ("agenda.yaml", "kind: choice, options: {no: No, yes: Yes}}\n  mixed", "kind: choice}\n  mixed"),
    "a reserved word": ("agenda.yaml", "far: {}", "drafts: {}"),
    "another format": ("agenda.yaml", "posdiff: 1", "posdiff: 2"),
    "a draft of nobody": ("drafts/2024-05-01-plan.yaml", "by: [north, a friend]\n", ""),
}
#: What is asked, of both dossiers: the schema's name is the command's.
ASKED_OF_POSITIONS = (
    "compare russia ukraine europe united-states --with-reported --all",
    "compare russia@2024-06-14 russia",
    "changes --since 2024-06-14 --against ukraine --all",
    *(f"show {party}" for party in ("russia", "ukraine", "europe", "united-states")),
    "history russia --with-reported",
    *(f"matrix --at 2026-01-06 --metric {metric}" for metric in ("overlap", "agreement", "distance")),
    *(f"draft {draft} --at 2025-12-31 --with-reported" for draft in ("us-28", "e3", "2022-04", "20-points")),
    "report russia ukraine europe --since 2025-08-13 --at 2026-01-06",
    "report russia un-general-assembly --at 2026-01-06 --all",
    "conflicts russia ukraine --at 2025-08-13",
    "conflicts russia europe --at 2025-08-20",
    "conflicts --at 2026-01-06 --with-reported",
    "conflicts russia ukraine --draft us-28 --at 2025-12-31",
    "validate",
    "issues",
    "parties",
    "rules",
    "explain no-source",
)
ASKED_OF_SMALL = (
    "compare north south east far --at 2024-02-15 --all",
    "compare north@2024-01-15 north --at 2024-06-01",
    "compare north north --at 2024-01-15",
    "changes --since 2024-01-15 --until 2024-06-01 --against south --all",
    "changes north --since 2024-01-15 --until 2024-06-01",
    "show north --at 2024-02-15",
    "show north --at 2024-06-01",
    "history",
    "conflicts north south --at 2024-02-15",
    "conflicts north --at 2024-02-15",
    "conflicts west --at 2024-06-01",
    "validate",
    "issues",
    "parties",
)
#: An edit to the small dossier; None is a file that is gone. In the base one file cannot be read.
UNREAD = {"east/2024-02-21.yaml": "date: 2024-02-21\nterms: {level: 3}\n"}
EDIT: dict[str, str | None] = {
    "agenda.yaml": SMALL["agenda.yaml"].replace("kind: quantity, unit: week", "kind: quantity, unit: month"),
    "north/2024-06-01.yaml": """
        date: 2024-06-01
        title: A new one
        reaffirms: [pick, kit]
        withdraws: [due]
        terms: {level: {max: 0.2}, order: {order: [first, talks]}}
        """,
    "south/2024-06-02.yaml": "date: 2024-06-02\nterms: {start: {order: [talks, first]}}\n",
    "east/2023-06-01.yaml": "date: 2023-06-01\nterms: {pick: high}\n",
    "joint/2024-02-01-both.yaml": None,
    "drafts/2024-05-01-plan.yaml": None,
    "drafts/2024-05-01-the-plan.yaml": SMALL["drafts/2024-05-01-plan.yaml"],
}
ASKED_OF_THE_RECORD = (
    "compare north south", "changes --since 2024-01-01", "show north", "history", "matrix",
    "draft 2024-05-01-plan", "report north south", "conflicts north south --at 2024-02-15", "issues", "parties",
)  # fmt: skip
#: Properties that no output here has, with the reason; `… = null`: that are never null here.
WITHOUT: dict[str, str] = {
    f"files: {shape}.{word}": "a term has it, and test_the_words_are_those_of_the_kinds holds it here"
    for shape, said in (("conditional", "accepts rejects says"), ("alternative", "accepts"), ("outcome", "accepts"))
    for word in {word for kind in KINDS.values() for word in kind.says}.difference(said.split())
} | {
    "answers: party-result.completable = null": "so it is when the budget of questions ran out",
    "answers: forced.issue = null": "so it is of the course of events",
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


def as_typed(data: str) -> Any:
    """A file as editors read it, by YAML 1.1 at its worst: numbers and truths have their types."""
    loader = yaml.SafeLoader("")

    def value(node: yaml.Node | None) -> Any:
        if isinstance(node, yaml.MappingNode):
            return {key.value: value(each) for key, each in node.value}
        if isinstance(node, yaml.SequenceNode):
            return [value(each) for each in node.value]
        assert isinstance(node, yaml.ScalarNode)
        return node.value if node.tag.endswith(":timestamp") else loader.construct_object(node)

    return value(yaml.compose(data, yaml.SafeLoader))


@cache
def texts() -> dict[str, str]:
    """The small dossier's files as they are written."""
    with TemporaryDirectory() as folder:
        positions = write(Path(folder), SMALL)
        return {path: (positions / path).read_text(encoding="utf-8") for path in SMALL}


@cache
def answers() -> tuple[tuple[str, str, Any], ...]:
    """What was asked, the command, and the JSON that it wrote: of the positions and of the small dossier."""

    def answer(asked: str, cwd: Path, code: int = 0) -> tuple[str, str, Any]:
        run = posdiff(*asked.split(), "--format", "json", cwd=cwd)
        assert run.code == code, run.err
        command = asked.partition(" ")[0]
        return asked, "draft-result" if command == "draft" else command, json.loads(run.out)

    with TemporaryDirectory() as folder:
        write(Path(folder) / "small", SMALL)
        broken = {
            path: text.replace("kind: text", "kind: txt").replace("red-line", "red") for path, text in SMALL.items()
        }
        broken["stray.yaml"] = broken["joint/2024-01-01.yaml"] = "date: 2024-02-01\ndate: 2024-02-01\n"
        write(Path(folder) / "broken", broken)
        # A fraction without an end, by a conversion; in one dossier only, as the units library is slow to load.
        write(Path(folder) / "units", {path: text.replace("max: 0.5", "max: 1 day") for path, text in SMALL.items()})
        edited = repository(Path(folder) / "edited", SMALL | UNREAD)
        for path, text in EDIT.items():
            if text is None:
                edited.remove(path)
            else:
                edited.write({path: text})
        return (
            answer("check --against main --at 2024-12-31 --fail-on never", edited.folder),
            answer("check", Path(folder) / "small"),
            *(answer(f"{asked} --rev main", edited.folder, 3) for asked in ASKED_OF_THE_RECORD),
            *(answer(asked, REPOSITORY) for asked in ASKED_OF_POSITIONS),
            *(answer(asked, Path(folder) / "small") for asked in ASKED_OF_SMALL),
            answer("validate", Path(folder) / "broken", 3),
            answer("compare north south --at 2024-02-15", Path(folder) / "units"),
        )


@pytest.mark.parametrize("name", schemas.NAMES)
def test_a_schema_is_one(name: str) -> None:
    """It is valid, names itself, takes no unknown key, and says of every property what it means."""
    one = schema(name)
    Draft202012Validator.check_schema(one)
    assert one["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert one["$id"] == f"urn:posdiff:schema:{name}:1"
    assert one["title"] and one["description"].endswith(".")
    for place, held in (*properties(one, name), *one.get("$defs", {}).items()):
        assert held.get("description", "").endswith("."), place
    for held in objects(one):
        assert held["additionalProperties"] is False
        assert set(held.get("required", ())) <= set(held.get("properties", ()))
        if name in ANSWERS and "properties" in held:
            assert set(held["properties"]) - set(held["required"]) <= {"silent", "recorded"}
    assert json.loads(schemas.text(name)) == one


@pytest.mark.parametrize("name", schemas.NAMES)
def test_no_definition_is_left_over(name: str) -> None:
    """What stands under ``$defs`` is used."""
    for shape in schema(name)["$defs"]:
        assert f'"#/$defs/{shape}"' in schemas.text(name), shape


def test_the_words_are_those_of_the_kinds() -> None:
    """The schemas and the table of kinds list the same words, and so do the other lists that are in both."""
    agenda, statement, draft = (schema(name)["$defs"] for name in FILES)
    says = {word for kind in KINDS.values() for word in kind.says}
    about = {"quote", "source", "note"}
    held = {"prefers", "firmness", "vague", "adds", "alternatives", "applies_if", "expires"}
    assert set(statement["term"]["properties"]) == says | about | held
    assert set(statement["alternative"]["properties"]) == says | about | {"if"}
    assert set(statement["conditional"]["properties"]) == says - KINDS["text"].says
    assert set(draft["outcome"]["properties"]) == says | about
    assert set(statement["term"]["dependentSchemas"]) == says
    for one in says:
        alone = set(statement["term"]["dependentSchemas"][one]["propertyNames"]["not"]["enum"])
        assert alone >= {word for word in says if not any({one, word} <= kind.says for kind in KINDS.values())}
    common = {"title", "kind", "topic", "question", "note", "disputed"}
    for rule in agenda["issue"]["allOf"]:
        kind = rule["if"]["properties"]["kind"]["const"]
        assert set(rule["then"]["propertyNames"]["enum"]) == common | KINDS[kind].declares
    assert len(agenda["issue"]["allOf"]) == len(KINDS)
    assert agenda["issue"]["properties"]["kind"]["enum"] == list(KINDS)
    assert set(statement["term"]["properties"]["firmness"]["enum"]) == set(FIRMNESS)
    compare, changes = schema("compare"), schema("changes")
    assert compare["$defs"]["comparison"]["properties"]["relation"]["enum"] == list(RELATIONS)
    assert list(compare["properties"]["summary"]["properties"]) == list(RELATIONS)
    assert set(changes["$defs"]["change"]["properties"]["kind"]["enum"]) == set(CHANGES)
    assert set(schemas.NAMES) == {*FILES, *COMMANDS, "draft-result"} - {
        "schema", "accept", "init", "new", "git-diff-driver", "textconv",
    }  # fmt: skip


def test_a_seventh_kind_is_in_them(ranking: None, tmp_path: Path) -> None:
    """A kind that is put into the table stands in the schemas of the files, and its answers are valid."""
    agenda = (
        "posdiff: 1\nparties: {north: {}, south: {}}\n"
        "issues:\n  first: {title: First, kind: ranking, options: {a: A, b: B}}\n"
    )
    statement = "date: 2024-01-10\nterms:\n  first: {ranks: [a, b], firmness: red-line}\n"
    files = {"agenda.yaml": agenda, "north/2024-01-10.yaml": statement,
             "south/2024-01-10.yaml": statement.replace("a, b", "b, a")}  # fmt: skip
    write(tmp_path, files)
    for path, text in files.items():
        assert not [*Draft202012Validator(schemas.schema(named(path))).iter_errors(as_text(text))], path
    assert "Ranking: whatever the kind takes." in str(
        schemas.schema("statement")["$defs"]["term"]["properties"]["ranks"]
    )
    for asked in ("compare north south", "show north", "report north south", "conflicts"):
        run = called(*asked.split(), "--format", "json", cwd=tmp_path)
        assert run.code == 0, run.err
        assert not [*Draft202012Validator(schemas.schema(asked.split()[0])).iter_errors(json.loads(run.out))], asked


def test_what_commands_write_is_valid() -> None:
    """Every answer, on the positions and on the small dossier, is as its schema says."""
    for asked, name, value in answers():
        assert not wrong(name, value), asked
    assert {name for _, name, _ in answers()} == set(ANSWERS)


@pytest.mark.parametrize("read", [as_text, as_typed])
def test_the_files_are_valid(read: Callable[[str], Any]) -> None:
    """The position files and the small dossier's, as posdiff reads them and as editors do."""
    folder = REPOSITORY / "positions"
    files = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.yaml")}
    for path, text in (*files.items(), *texts().items()):
        assert not wrong(named(path), read(text)), path


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_found(mistake: str, tmp_path: Path) -> None:
    """What posdiff refuses by the look of one file, its schema refuses too."""
    path, right, instead = MISTAKES[mistake]
    text = texts()[path].replace(right, instead, 1)
    assert text != texts()[path]
    assert wrong(named(path), as_text(text)) and wrong(named(path), as_typed(text))
    assert any(finding.severity == "error" for finding in dossier(tmp_path, {**SMALL, path: text}).findings)


def test_no_property_is_made_up() -> None:
    """Every property stands in some file or answer here, and is null there if it may be; or there is a reason."""
    seen = {place for _, name, value in answers() for place in met(name, value)}
    seen |= {place for path, text in texts().items() for place in met(named(path), as_text(text))}
    known: set[str] = set()
    for name in schemas.NAMES:
        one = schema(name)
        for where, held in ((family(name) + name, one), *((family(name) + k, v) for k, v in one["$defs"].items())):
            for place, inner in properties(held, where):
                known |= {place, f"{place} = null"} if nullable(inner) else {place}
    assert sorted(known - seen - WITHOUT.keys()) == []
    assert sorted(WITHOUT.keys() - (known - seen)) == []


@pytest.mark.parametrize("name", schemas.NAMES)
def test_the_command_prints_it(name: str) -> None:
    """``posdiff schema NAME`` prints the file as it is."""
    assert posdiff("schema", name, cwd=REPOSITORY) == Run(0, schemas.text(name), "")


def test_without_a_name_the_command_lists_them() -> None:
    """One name a line; a name that there is not gets the nearest."""
    assert posdiff("schema", cwd=REPOSITORY).out.split() == list(schemas.NAMES)
    run = posdiff("schema", "statment", cwd=REPOSITORY)
    assert run.code == 3 and "did you mean statement?" in run.err


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


def objects(held: Any) -> Iterator[Schema]:
    """Every shape of a mapping that a schema holds."""
    if isinstance(held, dict):
        kind = held.get("type", ())
        if kind == "object" or "object" in kind:
            yield held
    for inner in held.values() if isinstance(held, dict) else held if isinstance(held, list) else ():
        yield from objects(inner)


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
