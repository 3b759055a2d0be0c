"""What reading any file needs: known keys, values of a shape, ids, dates; each error a finding with its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from posdiff.documents.decoding import lines
from posdiff.documents.nodes import Entries, Items, Node, Scalar, described
from posdiff.documents.quoting import comment_behind, hint_for, unquoted
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location
from posdiff.findings.nearest import NotFound, nearest
from posdiff.findings.rules import RuleId
from posdiff.kinds.date import ordinal
from posdiff.kinds.kind import Problem, Words, article, joined

RESERVED = frozenset(("all", "any", "none"))
_ID = re.compile(r"[a-z][a-z0-9-]*\Z", re.ASCII)
#: Names for which the nearest ones are looked up in a file, of each rule: as many as an answer lists.
_MOST_LOOKED_UP = 20
_NO_FIELDS: dict[str, Node] = {}
NOT_ELSEWHERE: Mapping[str, str] = {}


class FileReader:
    """Reads the nodes of one file, and collects what is wrong with them.

    ``root`` is the document's top: the keys that lead from there to a node are what a finding is about. ``written`` is
    what the file holds, where texts are to be looked at for what YAML made of them.
    """

    def __init__(self, name: str, root: Node | None = None, written: str = "") -> None:
        self.name = name
        self.findings: list[Finding] = []
        #: How many errors so far leave out what they stand in.
        self.errors = 0
        self._not_found: Counter[RuleId] = Counter()
        self._root = root
        self._paths: dict[int, tuple[str, ...]] = {}
        self._written = written
        self._split: list[str] = []
        self._may_be_cut = " #" in written or "\t#" in written

    def at(self, node: Node) -> Location:
        """The place of a node in this file."""
        return Location(self.name, node.line, node.column)

    def note(self, node: Node, rule: RuleId, message: str, hint: str | NotFound | None = None) -> None:
        """A finding at a node."""
        if isinstance(hint, NotFound):
            self._not_found[rule] += 1
            hint = hint.hint if self._not_found[rule] <= _MOST_LOOKED_UP else None
        self._add(Finding.of(self.at(node), rule, message, hint, self._subject(node)))

    def _add(self, finding: Finding) -> None:
        self.findings.append(finding)
        self.errors += finding.severity == "error"

    def _subject(self, node: Node) -> tuple[str, ...]:
        """The keys that lead to a node, and what stands there, whatever its order or quoting."""
        if self._root is None:
            return ()
        if not self._paths:
            self._paths = paths(self._root)
        written = "" if node is self._root else canonical(plain(node))
        return (*self._paths.get(id(node), ()), written)

    def problems(self, problems: Iterable[Problem], node: Node, skip: int = 0) -> None:
        """The problems that a kind has with the words of a node; ``skip`` leads past keys that the file left out."""
        for problem in problems:
            self.note(locate(node, problem.path[skip:]), problem.rule, problem.message, problem.hint)

    def fields(
        self, node: Node, known: Iterable[str], what: str, required: Iterable[str] = (), refused: Iterable[str] = (),
        elsewhere: Mapping[str, str] = NOT_ELSEWHERE,
    ) -> dict[str, Node]:  # fmt: skip
        """The values of a mapping by key. Unknown keys and missing ones are findings.

        ``refused`` are keys that the reader has words of its own for: they are read, and no hint offers them.
        ``elsewhere``: what to do about keys that have their place elsewhere.
        """
        if not isinstance(node, Entries):
            self.note(node, "wrong-shape", f"expected a mapping for {what}, found {described(node)}")
            return _NO_FIELDS
        values: dict[str, Node] = {}
        for key, entry in node.entries.items():
            if key in known or key in refused:
                values[key] = entry.value
            else:
                text = unquoted(self._lines(), entry.key.line, entry.key.column) if " " in key else elsewhere.get(key)
                self.note(entry.key, "unknown-key", f"no key `{key}` in {what}", text or NotFound(key, tuple(known)))
        for key in required:
            if key not in node.entries:
                self.note(node, "missing-key", f"{what} needs `{key}`", f"add `{key}:`")
        return values

    def text(self, fields: Mapping[str, Node], key: str, words: bool = True, quote: bool = False) -> str | None:
        """The text under a key, if it is there and is one. Not ``words``: an id, a day, a number or an address."""
        node = fields.get(key)
        if node is None:
            return None
        if not isinstance(node, Scalar):
            self.note(
                node, "wrong-shape", f"expected text for `{key}`, found {described(node)}", self._in_brackets(node)
            )
            return None
        if not node.text.strip():
            self.note(node, "empty-text", f"`{key}` is empty", "write it, or delete the key")
            return None
        if words and self._may_be_cut:
            self.whole(node, quote=quote)
        return node.text

    def whole(self, node: Node, quote: bool = False) -> None:
        """A finding where a comment cuts off an unquoted text: in a quote any, elsewhere one that looks like text."""
        if not self._may_be_cut or not isinstance(node, Scalar):
            return
        comment = comment_behind(node, self._lines())
        if comment is None or not (quote or comment.looks_like_text):
            return
        shown = comment.words if len(comment.words) <= 80 else f"{comment.words[:80]}…"
        message = f"in YAML a # behind a blank begins a comment: the words `{shown}` are cut off"
        hint = hint_for(f"{node.text}{comment.blanks}{comment.words}")
        if not comment.looks_like_text:
            hint = f"put the comment on a line of its own; if it is part of the quote, {hint}"
        at = Location(self.name, comment.line, comment.column)
        finding = Finding.of(at, "text-cut-off", message, hint, (*self._subject(node), comment.words))
        self._add(finding if quote else finding._replace(severity="warning"))

    def _lines(self) -> list[str]:
        if not self._split:
            self._split = lines(self._written)
        return self._split

    def _in_brackets(self, node: Node) -> str | None:
        """The hint for a list in brackets where text is expected: `[We will never]`."""
        written = self._lines()
        if not isinstance(node, Items) or node.line > len(written):
            return None
        brackets = re.match(r"\[[^\[\]]*\]", written[node.line - 1][node.column - 1 :])
        return hint_for(brackets[0]) if brackets else None

    def truth(self, fields: Mapping[str, Node], key: str) -> bool:
        """Whether a key says ``true``; without it, no."""
        return self.word(fields, key, ("true", "false"), "false") == "true"

    def word(self, fields: Mapping[str, Node], key: str, words: Iterable[str], default: str) -> str:
        """The one of ``words`` that stands under a key."""
        node = fields.get(key)
        if node is None:
            return default
        if isinstance(node, Scalar) and node.text in words:
            return node.text
        shown = f"`{node.text[:40]}`" if isinstance(node, Scalar) else described(node)
        near = nearest(node.text, words) if isinstance(node, Scalar) else []
        hint = f"did you mean {near[0]}?" if near else None
        self.note(node, "wrong-value", f"`{key}` is {joined(list(words), 'or')}, not {shown}", hint)
        return default

    def day(self, fields: Mapping[str, Node], key: str) -> int | None:
        """The day under a key, as an ordinal."""
        node = fields.get(key)
        if node is None:
            return None
        day = ordinal(plain(node), ())
        if isinstance(day, Problem):
            self.problems((day,), node)
            return None
        return day

    def first(self, nodes: Sequence[Node], most: int, what: str) -> Sequence[Node]:
        """The first of many nodes, ``most`` at most; that there are more is a finding at the first that is left out."""
        if len(nodes) > most:
            message = f"there are {len(nodes):,} {what}; at most {most:,} are read"
            self.note(nodes[most], "too-many", message, "keep those that positions are about")
        return nodes[:most]

    def items(self, node: Node) -> tuple[Node, ...]:
        """The items of a list; a single value counts as a list of one."""
        return node.items if isinstance(node, Items) else (node,)

    def names(self, fields: Mapping[str, Node], key: str) -> list[Scalar]:
        """The texts in a list under a key, each once."""
        node = fields.get(key)
        if node is None:
            return []
        seen: dict[str, Scalar] = {}
        for item in self.items(node):
            if not isinstance(item, Scalar):
                self.note(item, "wrong-shape", f"expected a name in `{key}`, found {described(item)}")
            elif item.text in seen:
                self.note(item, "named-twice", f"`{item.text}` is named twice", "delete one")
            else:
                seen[item.text] = item
        return list(seen.values())

    def people(self, fields: Mapping[str, Node], key: str) -> tuple[str, ...]:
        """Who is named under a key, one at least: ids of parties, or words."""
        node = fields.get(key)
        if isinstance(node, Items) and not node.items:
            self.note(node, "empty-list", f"`{key}` is an empty list", "name one at least, or delete the key")
        names = self.names(fields, key)
        return tuple(name.text for name in names if self.text({key: name}, key))

    def identifiers(self, fields: Mapping[str, Node], key: str, what: str) -> dict[str, Node]:
        """A mapping whose keys are ids. Keys that are none are findings, and left out."""
        node = fields.get(key)
        if node is None:
            return {}
        if not isinstance(node, Entries):
            self.note(node, "wrong-shape", f"expected a mapping for `{key}`, found {described(node)}")
            return {}
        return {name: entry.value for name, entry in node.entries.items() if self.identifier(entry.key, what)}

    def identifier(self, key: Scalar, what: str) -> bool:
        """Whether a key may be an id; if not, that is a finding."""
        if key.text in RESERVED:
            self.note(key, "reserved-word", f"`{key.text}` is a reserved word, and cannot be the id of {article(what)}")
            return False
        if not _ID.match(key.text):
            suggested = re.sub("[^a-z0-9]+", "-", key.text.lower()).strip("-0123456789")
            hint = "lower-case ASCII letters, digits and hyphens, a letter first" + (
                f": {suggested}" if suggested else ""
            )
            self.note(key, "bad-id", f"`{key.text}` cannot be the id of {article(what)}", hint)
            return False
        return True


def plain(node: Node) -> Words:
    """A node without its places: text, list, mapping."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {key: plain(entry.value) for key, entry in node.entries.items()}


def canonical(words: Words) -> str:
    """Words as one text: the same for the same words, whatever the order of keys or the quoting."""
    import json  # for findings only

    return json.dumps(words, sort_keys=True, separators=(",", ":"))


def paths(root: Node) -> dict[int, tuple[str, ...]]:
    """By the identity of each node (keys are nodes too) the keys that lead to it; in a list, the text or the number."""
    leading: dict[int, tuple[str, ...]] = {}
    stack: list[tuple[Node, tuple[str, ...]]] = [(root, ())]
    while stack:
        node, path = stack.pop()
        leading[id(node)] = path
        if isinstance(node, Entries):
            for key, entry in node.entries.items():
                leading[id(entry.key)] = (*path, key)
                stack.append((entry.value, (*path, key)))
        elif isinstance(node, Items):
            for number, item in enumerate(node.items):
                stack.append((item, (*path, item.text if isinstance(item, Scalar) else str(number))))
    return leading


def locate(node: Node, path: tuple[str | int, ...]) -> Node:
    """The node that a path leads to, as far as it goes."""
    for part in path:
        if isinstance(node, Entries) and isinstance(part, str) and part in node.entries:
            node = node.entries[part].value
        elif isinstance(node, Items) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
    return node


def keyed(node: Node, key: str) -> Node:
    """The key itself in a mapping, for findings about it."""
    return node.entries[key].key if isinstance(node, Entries) and key in node.entries else node
