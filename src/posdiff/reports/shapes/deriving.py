"""JSON Schemas (draft 2020-12), derived of the shapes when they are asked for.

A type that many share, and every mapping, stands once under ``$defs``. What differs by kind is asked of the kinds.
"""

from __future__ import annotations

import re
import types
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal, NotRequired, Required, Union, get_args, get_origin, get_type_hints

from posdiff.kinds import forms
from posdiff.kinds.forms import ComparableWords, Forms, KindsKeys, KindsWords, Limits, Named, OfKinds, keys_of
from posdiff.kinds.kind import Space
from posdiff.reports.shapes.keys import Keys

Schema = dict[str, Any]
_SCALARS: dict[Any, str] = {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null"}
#: What a schema may hold and still be put together with others, each of a type of its own.
_OF_A_TYPE = {"type", "pattern", "format", "minimum", "items", "maxLength", "minItems", "maxItems", "uniqueItems"}


class Deriver:
    """Derives one schema; ``definitions`` collects what stands under ``$defs``."""

    def __init__(self, kinds: Mapping[str, type[Space]]) -> None:
        self.kinds = kinds
        self.definitions: dict[str, Schema] = {}
        self._shapes: dict[str, Any] = {}

    def of(self, hint: Any) -> Schema:
        """The schema of a type."""
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is Annotated:
            return self._annotated(arguments[0], hint.__metadata__)
        if origin in (Required, NotRequired):
            return self.of(arguments[0])
        if origin in (Union, types.UnionType):
            return _any_of([self.of(argument) for argument in arguments])
        if origin is Literal:
            return {"const": arguments[0]} if len(arguments) == 1 else {"enum": list(arguments)}
        if origin is list:
            return {"type": "array", "items": self.of(arguments[0])}
        if origin is dict:
            pattern = self._pattern(arguments[0])
            return {"type": "object", "patternProperties": {pattern: self.of(arguments[1])},
                    "additionalProperties": False}  # fmt: skip
        if hint in _SCALARS:
            return {"type": _SCALARS[hint]}
        return {} if hint in (Any, object) else self._shape(hint)

    def _annotated(self, hint: Any, annotations: Iterable[Any]) -> Schema:
        """A type with what is said of it, from the inside out."""
        words = next((annotation for annotation in annotations if isinstance(annotation, Keys)), None)
        schema = self.of(hint) if words is None else self._words(hint, words)
        for annotation in annotations:
            if isinstance(annotation, Limits):
                schema = {**schema, **{key: list(v) if isinstance(v, tuple) else v for key, v in annotation.pairs}}
            elif isinstance(annotation, OfKinds):
                schema = self._of_kinds(annotation)
            elif isinstance(annotation, Named):
                schema = self._define(annotation.name, {"description": annotation.about, **schema})
            elif isinstance(annotation, str):
                schema = {"description": annotation, **{key: v for key, v in schema.items() if key != "description"}}
        return schema

    def _define(self, name: str, schema: Schema) -> Schema:
        if self.definitions.setdefault(name, schema) != schema:
            raise ValueError(f"two types are called {name}")
        return {"$ref": f"#/$defs/{name}"}

    def _pattern(self, key: Any) -> str:
        """The pattern of the keys of a mapping."""
        return next(str(dict(limit.pairs)["pattern"]) for limit in key.__metadata__ if isinstance(limit, Limits))

    def _words(self, hint: Any, keys: Keys) -> Schema:
        """A mapping of words that the program knows."""
        known, value = get_args(hint)
        words = _literals(known)
        return {
            "type": "object",
            "properties": {word: {"description": keys.about.format(word), **self.of(value)} for word in words},
            "required": [word for word in words if word not in keys.sometimes],
            "additionalProperties": False,
        }

    def _shape(self, shape: Any) -> Schema:
        """A mapping: its definition, and where that stands."""
        name = re.sub("(?<=[a-z])(?=[A-Z])", "-", re.sub("(Shape|Json|Entry)$", "", shape.__name__.lstrip("_"))).lower()
        if self._shapes.setdefault(name, shape) is not shape:
            raise ValueError(f"two shapes are called {name}")
        if name not in self.definitions:
            self.definitions[name] = {}  # a shape may hold itself
            self.definitions[name] = self.object(shape)
        return {"$ref": f"#/$defs/{name}"}

    def object(self, shape: Any) -> Schema:
        """A mapping, written out."""
        hints = get_type_hints(shape, include_extras=True)
        schema: Schema = {
            "description": " ".join(shape.__doc__.split()),
            "type": "object",
            "properties": {key: self.of(hint) for key, hint in hints.items()},
            "additionalProperties": False,
        }
        if needed := [key for key in hints if _required(shape, key, hints[key])]:
            schema["required"] = needed
        if KindsWords in shape.__mro__:
            self._add_words(schema, only_comparable=ComparableWords in shape.__mro__)
        if KindsKeys in shape.__mro__:
            self._add_keys(schema)
        return schema

    # What differs by kind.

    def _of_kinds(self, asked: OfKinds) -> Schema:
        if asked.part == "kind":
            return {"enum": list(self.kinds)}
        parts = {kind: _forms(space).part(asked.part) for kind, space in self.kinds.items()}
        schemas = []
        for kind, part in parts.items():
            if part is not None:
                schema = self.of(part)
                schema = schema or {"description": f"{kind.capitalize()}: whatever the kind writes."}
                own = asked.part == "piece_json" and "$ref" not in schema
                schemas.append(self._define(f"{asked.name}-{kind}", schema) if own else schema)
        return self._define(asked.name, {"description": asked.about, **_any_of(schemas)})

    def _add_words(self, schema: Schema, only_comparable: bool) -> None:
        """The words of a term: which there are, that there is one, and which may stand together."""
        spaces = [space for space in self.kinds.values() if space.comparable or not only_comparable]
        words = dict.fromkeys(word for space in spaces for word in _words_of(space))
        schema["properties"] = {word: self._word(word, spaces) for word in words} | schema["properties"]
        apart = {word: [second for second in words if second not in _together(word, spaces)] for word in words}
        schema["dependentSchemas"] = {
            word: {"propertyNames": {"not": {"enum": others}}} for word, others in apart.items() if others
        }
        also = [key for key in ("alternatives", "options") if key in schema["properties"]]
        if "options" in also:  # brackets stand in place of an outcome
            schema["dependentSchemas"]["options"] = {"propertyNames": {"not": {"enum": [*words]}}}
        schema["anyOf"] = [{"required": [key]} for key in (*words, *also)]

    def _word(self, word: str, spaces: Iterable[type[Space]]) -> Schema:
        """One word: what each kind that knows it takes there, and what it means."""
        hints = {space.kind: _hints(_forms(space).words)[word] for space in spaces if word in _words_of(space)}
        return self._by_kind({kind: self.of(hint) for kind, hint in hints.items()})

    def _add_keys(self, schema: Schema) -> None:
        """The keys of an issue that are its kind's own, each with the kinds that know it."""
        common = list(schema["properties"])
        own = {kind: _hints(_forms(space).keys) for kind, space in self.kinds.items()}
        for key in dict.fromkeys(key for hints in own.values() for key in hints):
            schema["properties"][key] = self._by_kind({k: self.of(own[k][key]) for k in own if key in own[k]})
        schema["allOf"] = []
        for kind, hints in own.items():
            of_kind = {"properties": {"kind": {"const": kind}}, "required": ["kind"]}
            then: Schema = {"propertyNames": {"enum": [*common, *hints]}}
            if needed := [key for key in hints if _required(_forms(self.kinds[kind]).keys, key, hints[key])]:
                then["required"] = needed
            schema["allOf"].append({"if": of_kind, "then": then})

    def _by_kind(self, schemas: dict[str, Schema]) -> Schema:
        """What stands under a key, where several kinds know it, and what it means on each."""
        meanings: dict[str, list[str]] = {}
        for kind, schema in schemas.items():
            meanings.setdefault(schema.pop("description", "Whatever the kind takes."), []).append(kind)
        about = " ".join(f"{', '.join(kinds).capitalize()}: {_lower(text)}" for text, kinds in meanings.items())
        every = [alternative for schema in schemas.values() for alternative in schema.get("anyOf", [schema])]
        return {
            "description": about,
            **_any_of(list({repr(alternative): alternative for alternative in every}.values())),
        }


def _forms(space: type[Space]) -> Forms:
    """The forms of a kind; of one that declares none, its keys and words hold whatever they do."""
    if space.forms is not None:
        return space.forms
    anything: Any = forms.TypedDict
    return Forms(
        anything("Keys", dict.fromkeys(sorted(space.declares), Any), total=False),
        anything("Words", dict.fromkeys(sorted(space.says), Any), total=False),
        together=(tuple(space.says),),
    )


def _words_of(space: type[Space]) -> tuple[str, ...]:
    return keys_of(_forms(space).words)


def _together(word: str, spaces: Iterable[type[Space]]) -> set[str]:
    """The words beside which one may stand, on some kind."""
    groups = (group for space in spaces for group in _forms(space).together if word in group)
    return {word}.union(*groups)


def _hints(shape: Any) -> dict[str, Any]:
    return get_type_hints(shape, include_extras=True)


def _required(shape: Any, key: str, hint: Any) -> bool:
    """Whether a key must be there: by its own hint, or else by the shape that declares it."""
    if get_origin(hint) in (Required, NotRequired):
        return get_origin(hint) is Required
    owner = next(base for base in shape.__mro__ if key in getattr(base, "__annotations__", ()))
    return bool(owner.__total__)


def _literals(hint: Any) -> list[Any]:
    return list(get_args(hint)) if get_origin(hint) is Literal else [w for a in get_args(hint) for w in _literals(a)]


def _any_of(schemas: list[Schema]) -> Schema:
    """One of the schemas: those that are each of a type of its own in one, words in one list."""
    if {} in schemas:
        return {}  # whatever
    merged: Schema = {}
    words: list[Any] = []
    others: list[Schema] = []
    for schema in schemas:
        if "enum" in schema or "const" in schema:
            words += schema.get("enum", [schema.get("const")]) if len(schema) == 1 else []
            others += [schema] if len(schema) > 1 else []
        elif schema.keys() <= _OF_A_TYPE and not (merged.keys() & schema.keys()) - {"type"}:
            held = merged.get("type", [])
            merged |= {**schema, "type": [*held, *_listed(schema["type"])]}
        else:
            others += schema.get("anyOf", [schema]) if schema.keys() == {"anyOf"} else [schema]
    if words and merged.get("type") == ["null"]:
        words, merged = [*words, None], {}
    if merged:
        kinds = [kind for kind in dict.fromkeys(merged["type"]) if kind != "integer" or "number" not in merged["type"]]
        merged["type"] = kinds[0] if len(kinds) == 1 else kinds
    every = [*([{"enum": words} if len(words) > 1 else {"const": words[0]}] if words else []), *others]
    every += [merged] if merged else []
    return every[0] if len(every) == 1 else {"anyOf": every}


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
