"""Every pattern of words that a module of the program holds for its readers, found in its source."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterable, Iterator

from posdiff.reports.document import Choice, Chronicle, Column, Document, Event, Section, Table


def missing(source: str, sentences: Collection[str], not_words: Collection[str] = ()) -> list[str]:
    """The patterns in the source of a module that none of the sentences shows.

    ``not_words``: texts of the module that only the program reads, such as an anchor or the name of a style.
    """
    found = {ast.unparse(text).strip("'"): text for text in _texts(ast.parse(source))}
    assert set(not_words) <= set(found), sorted(set(not_words) - set(found))
    lowered = [(sentence, sentence.lower()) for sentence in sentences]
    return [
        written
        for written, text in found.items()
        if written not in not_words and re.search("[A-Za-z]", "".join(_words(text)))
        if not any(re.search(_filled_in(text), sentence, re.IGNORECASE) for sentence in _likely(text, lowered))
    ]


def _likely(text: ast.Constant | ast.JoinedStr, lowered: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The sentences that hold all words of a text, in whatever order: in few of them its pattern is looked for."""
    pieces = [piece.lower() for words in _words(text) for piece in words.split("{}")]
    return (sentence for sentence, lower in lowered if all(piece in lower for piece in pieces))


def headings(*documents: Document) -> tuple[str, ...]:
    """What stands over tables, columns and choices, each once: some of it is seen only on a page of HTML."""
    found = [text for document in documents for text in _headings(document)]
    return tuple(dict.fromkeys(found))


def _headings(part: object) -> Iterator[str]:
    match part:
        case Column(title=title):
            yield title
        case Choice(title=title, values=values):
            yield f"{title}: {', '.join(words for _, words in values)}"
        case Table(caption=title) | Chronicle(title=title) | Event(title=title) | Section(title=title, overview=True):
            yield title
    if isinstance(part, tuple) and not isinstance(part, Choice):
        for inner in part:
            yield from _headings(inner)


def _texts(node: ast.AST) -> Iterator[ast.Constant | ast.JoinedStr]:
    """Each text below a node, but for docstrings, annotations and what is only compared or looked up by."""
    match node:
        case ast.Constant(value=str()):
            yield node
        case ast.JoinedStr():
            yield node
            yield from _texts_of(part.value for part in node.values if isinstance(part, ast.FormattedValue))
        case ast.Expr(value=ast.Constant()):
            return
        case ast.Compare() | ast.Subscript():
            inner = ast.iter_child_nodes(node)
            yield from _texts_of(child for child in inner if not isinstance(child, ast.Constant | ast.Tuple))
        case ast.Dict():
            yield from _texts_of(node.values)
        case ast.FunctionDef():
            yield from _texts_of(node.body)
        case ast.AnnAssign():
            yield from _texts_of([node.value] if node.value else [])
        case _:
            yield from _texts_of(ast.iter_child_nodes(node))


def _texts_of(nodes: Iterable[ast.AST]) -> Iterator[ast.Constant | ast.JoinedStr]:
    for node in nodes:
        yield from _texts(node)


def _words(text: ast.Constant | ast.JoinedStr) -> Iterator[str]:
    for part in text.values if isinstance(text, ast.JoinedStr) else [text]:
        if isinstance(part, ast.Constant):
            yield str(part.value)


def _filled_in(text: ast.Constant | ast.JoinedStr) -> str:
    """What a text looks like where it is filled in, as a regular expression: whole words, whatever stands between."""
    parts = text.values if isinstance(text, ast.JoinedStr) else [text]
    filled = "".join(
        re.escape(str(part.value)).replace(r"\{\}", ".+") if isinstance(part, ast.Constant) else ".*" for part in parts
    )
    first, last = (r"\b" if re.match(r"\w", end) else "" for end in (filled[0], filled[-1]))
    return f"{first}{filled}{last}"
