"""Types of which the JSON Schemas are derived: what a value is made of, told by Python's own hints.

A mapping is a ``TypedDict``; what a key means is a text in ``Annotated``, what JSON Schema says of it besides is
``limits(…)``, a type that many share has a name of its own (``Named``). mypy holds the writers to the same types.
"""

from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from typing import TypedDict as TypedDict  # noqa: PLC0414  # others import it from here
else:

    class TypedDict:
        """In place of that of ``typing``, which compiles each hint: 0.1 ms a key, and a start has no time for it."""

        __total__ = True

        def __init_subclass__(cls, total: bool = True) -> None:
            cls.__total__ = total

        def __new__(cls, name: str, keys: dict[str, Any], total: bool = True) -> type:
            """A shape with keys that are words of Python: ``TypedDict("Offer", {"if": …})``."""
            shape = type(name, (TypedDict,), {"__annotations__": keys})
            shape.__total__ = total
            return shape


class Named(NamedTuple):
    """The name of a type in a schema, and what it is."""

    name: str
    about: str


class Limits(NamedTuple):
    """Keywords of JSON Schema that no hint has."""

    pairs: tuple[tuple[str, Any], ...]


def limits(**keywords: Any) -> Limits:
    """Keywords of JSON Schema: ``limits(minItems=1)``."""
    return Limits(tuple(keywords.items()))


class OfKinds(NamedTuple):
    """A type that each kind of issue has its own of: ``part`` is which of its ``Forms``."""

    part: str
    name: str
    about: str


class Forms(NamedTuple):
    """The shapes of a kind's values. A kind that declares none is taken at its word.

    In files: ``keys`` of an issue that are the kind's own, ``words`` of a term, which of those may stand together, and
    the ``target`` (``prefers``). In JSON: a piece, a target, and a value on the kind's scale, if it has one.
    """

    keys: Any
    words: Any
    together: tuple[tuple[str, ...], ...] = ()
    target: Any = None
    piece_json: Any = Any
    target_json: Any = None
    scale_json: Any = None

    def part(self, name: str) -> Any:
        """One of these by its name, as ``OfKinds`` asks for it."""
        return getattr(self, name)


def keys_of(shape: Any) -> tuple[str, ...]:
    """The keys of a shape, as they are declared."""
    return tuple(key for base in reversed(shape.__mro__) for key in getattr(base, "__annotations__", ()))


_ID = "[a-z][a-z0-9-]*$"
_FREE_ID = f"^(?!(?:all|any|none)$){_ID}"
_DAY = "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"

# In JSON.

Id = Annotated[str, limits(pattern=_FREE_ID), Named("id", "An id of the agenda.")]
Ids = Annotated[list[Id], limits(uniqueItems=True), Named("ids", "Ids of the agenda.")]
Day = Annotated[str, limits(format="date", pattern=_DAY), Named("day", "A day, ISO 8601.")]
Number = Annotated[
    int | float | Annotated[str, limits(pattern=r"^-?[0-9]+(?:\.[0-9]+|/[0-9]+)$")],
    Named(
        "number",
        "An exact number: a JSON number, or text (a decimal, or a fraction such as 1/3) where no JSON number is the "
        "very same.",
    ),
]
Bound = Annotated[
    Number | Literal["unlimited"],
    Named("bound", "An exact number in the issue's unit, or the outcome `unlimited`."),
]

# In files, where a YAML reader may take a word for a number or a truth.

WrittenId = Annotated[
    str | bool, limits(pattern=_FREE_ID),
    Named(
        "id",
        "The id of something in the agenda: lower-case ASCII letters, digits and hyphens, a letter first; `yes` and "
        "`no`, which some YAML readers take for true and false, are ids too.",
    ),
]  # fmt: skip
WrittenIds = Annotated[
    WrittenId | Annotated[list[WrittenId], limits(minItems=1, uniqueItems=True)],
    Named("ids", "One id, or a list of them, each named once."),
]
WrittenNames = Annotated[
    WrittenId | Annotated[list[WrittenId], limits(uniqueItems=True)],
    Named("names", "One id, or a list of them, each named once; the list may be empty."),
]
WrittenText = Annotated[
    str | float | bool, limits(pattern=r"\S"),
    Named("text", "A text that is not empty; what a YAML reader takes for a number, true or false is text too."),
]  # fmt: skip
WrittenTexts = Annotated[
    WrittenText | Annotated[list[WrittenText], limits(uniqueItems=True)],
    Named("texts", "One text, or a list of them, each named once."),
]
WrittenPeople = Annotated[
    WrittenText | Annotated[list[WrittenText], limits(minItems=1, uniqueItems=True)],
    Named("people", "Who it is, in one text or in a list of them, each named once: ids of parties, or words."),
]
WrittenTruth = Annotated[Literal[True, False, "true", "false"], Named("truth", "The word true or false.")]
WrittenDay = Annotated[str, limits(format="date", pattern=_DAY), Named("day", "A day, as in 2024-06-14.")]
WrittenNumber = Annotated[
    Literal["unlimited"] | float | Annotated[str, limits(pattern=r"^\s*[+-]?[0-9]+(?:\.[0-9]+)?(?:\s.*)?$")],
    Named(
        "number",
        "A number in plain decimal digits without separators, with a unit behind it where that is not the issue's own, "
        "or `unlimited` where the agenda declares it.",
    ),
]
WrittenAny = Annotated[Literal["any"], "`any`: whatever comes."]
Titles = Annotated[dict[WrittenId, WrittenText], limits(minProperties=1)]


class KindsWords(TypedDict, total=False):
    """A mapping that has, besides its own keys, the words of a term: those of every kind of issue."""


class ComparableWords(KindsWords, total=False):
    """The same of the kinds whose outcomes can be compared."""


class KindsKeys(TypedDict, total=False):
    """A mapping that has, besides its own keys, those of an issue's kind; ``kind`` says which."""
