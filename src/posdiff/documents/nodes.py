"""What a YAML document is made of, each part with its place. Every scalar is text: its type is up to the reader."""

from collections.abc import Mapping
from typing import NamedTuple


class Scalar(NamedTuple):
    """Text, as it was written: ``no``, ``012`` and ``1:30`` stay what they are."""

    text: str
    line: int
    column: int


class Items(NamedTuple):
    """A list of nodes."""

    items: tuple["Node", ...]
    line: int
    column: int


class KeyValue(NamedTuple):
    """One key of a mapping and its value. Not ``sound``: something in it is wrong, or the key is repeated."""

    key: Scalar
    value: "Node"
    sound: bool = True


class Entries(NamedTuple):
    """A mapping, in the order of the file. Keys are text and unique."""

    entries: Mapping[str, KeyValue]
    line: int
    column: int


Node = Scalar | Items | Entries


def described(node: Node) -> str:
    """What a node is, for messages."""
    if isinstance(node, Scalar):
        return "text"
    return "a list" if isinstance(node, Items) else "a mapping"
