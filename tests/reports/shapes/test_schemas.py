"""The derived JSON Schemas hold what people write, and no more than that."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from answering import asked, to_dict
from posdiff.comparison.changes import KINDS as CHANGES
from posdiff.comparison.relations import RELATIONS
from posdiff.dossier.term import FIRMNESS
from posdiff.kinds.table import KINDS
from posdiff.reports.shapes import schemas
from reading_schemas import ANSWERS, FILES, SMALL, Schema, as_text, named, properties, schema, texts, wrong
from writing import dossier

REPOSITORY = Path(__file__).parents[3]
#: A mistake of each sort: in which file, what stands there, what stands there instead.
MISTAKES = {
    "a misspelt key": ("north/2024-01-10.yaml", "quote: {text", "qoute: {text"),
    "a quote without words": ("north/2024-01-10.yaml", "{text: The low one., ", "{"),
    "no tag of a language": ("north/2024-01-10.yaml", "language: en", "language: english"),
    "a hash that is cut off": ("north/2024-01-10.yaml", "0123456789abcdef", ""),
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


def objects(held: Any) -> Iterator[Schema]:
    """Every shape of a mapping that a schema holds."""
    if isinstance(held, dict):
        kind = held.get("type", ())
        if kind == "object" or "object" in kind:
            yield held
    for inner in held.values() if isinstance(held, dict) else held if isinstance(held, list) else ():
        yield from objects(inner)


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
            assert set(held["properties"]) - set(held["required"]) <= {
                "silent",
                "dissents",
                "on_both_sides",
                "through",
                "through_blocs",
                "said_by",
                "speaks_for",
                "shared_by",
                "inherited",
                "no longer inherited",
                "accepted",
                "members",
                "memberships",
                "size",
                "group",
                "groups",
                "in_pages",
                "silences",
                "not_held",
                "doubtful_red_lines",
                "evidence",
                "quotes",
                "recorded",
                "supposed",
                "against_record",
            }
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
    assert set(draft["outcome"]["properties"]) == says | about | {"options"}
    assert set(draft["option"]["properties"]) == says | {"by", "text", "note"}
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


def test_a_seventh_kind_is_in_them(ranking: None, tmp_path: Path) -> None:
    """A kind that is put into the table stands in the schemas of the files, and its answers are valid."""
    agenda = (
        "posdiff: 1\nparties: {north: {}, south: {}}\n"
        "issues:\n  first: {title: First, kind: ranking, options: {a: A, b: B}}\n"
    )
    statement = "date: 2024-01-10\nterms:\n  first: {ranks: [a, b], firmness: red-line}\n"
    files = {"agenda.yaml": agenda, "north/2024-01-10.yaml": statement,
             "south/2024-01-10.yaml": statement.replace("a, b", "b, a")}  # fmt: skip
    for path, text in files.items():
        assert not [*Draft202012Validator(schemas.schema(named(path))).iter_errors(as_text(text))], path
    assert "Ranking: whatever the kind takes." in str(
        schemas.schema("statement")["$defs"]["term"]["properties"]["ranks"]
    )
    positions = asked(dossier(tmp_path, files))
    parties = ("north", "south")
    for answer in (
        positions.compare(*parties), positions.show("north"), positions.report(*parties), positions.conflicts()
    ):  # fmt: skip
        assert not [*Draft202012Validator(schemas.schema(answer.command)).iter_errors(to_dict(answer))], answer.command


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
