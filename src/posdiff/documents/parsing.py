"""Text to nodes, by PyYAML's events. The only import of ``yaml``, and the only YAML reader in the house.

Events, and not ``yaml.load``, because limits must act while parsing (a loader has crashed or filled the memory by
the time it returns), because each event has a place, and because it is the fastest way to both (measured: 22,700
terms a second, against 9,500 by ``CSafeLoader``, which keeps no places and lets duplicate keys pass).

The C parser is used where PyYAML has it. Where it stops, the pure parser reads the file again and its word holds,
so that both give the same findings. A file with a tab goes to the pure parser at once: a tab after a colon is the
one case in which the C parser takes what the pure one refuses.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from posdiff.documents.decoding import characters, decode
from posdiff.documents.nodes import Entries, Entry, Items, Node, Scalar
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location

MAX_DEPTH = 64
MAX_NODES = 100_000
MAX_KEY = 128

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))

#: Whether PyYAML was built with libyaml. A test sets it to False to read with the pure parser.
C_PARSER: bool = yaml.__with_libyaml__


class Document(NamedTuple):
    """One file, read: its text (for the source line under a finding), its top mapping if it has one, its findings."""

    file: str
    text: str
    root: Entries | None
    findings: tuple[Finding, ...]


class _Stop(Exception):
    """The parser cannot go on; ``finding`` says why."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding


def parse(data: bytes, file: str) -> Document:
    """Read the bytes of the file named ``file`` (for the places). Every problem is a finding of the document."""
    text, findings = decode(data, file)
    if text is None:
        return Document(file, data.decode("utf-8", "backslashreplace")[:100_000], None, tuple(findings))
    if any(finding.severity == "error" for finding in findings):
        return Document(file, text, None, tuple(findings))
    reader = _Reader(file)
    try:
        if C_PARSER and "\t" not in text:
            try:
                root = reader.read(text, yaml.CBaseLoader)
            except _Stop:
                reader = _Reader(file)
                root = reader.read(text, yaml.BaseLoader)
        else:
            root = reader.read(text, yaml.BaseLoader)
    except _Stop as stop:
        return Document(file, text, None, (*findings, *reader.findings, stop.finding))
    findings += reader.findings
    if isinstance(root, Entries):
        return Document(file, text, root, tuple(findings))
    if root is None:
        if not reader.findings:
            hint = "write a mapping: `key: value` lines"
            findings.append(Finding(Location(file, 1, 1), "empty-file", "the file holds nothing", hint=hint))
    else:
        at = Location(file, root.line, root.column)
        what = "a list" if isinstance(root, Items) else "a text"
        hint = "write `key: value` lines at the top"
        findings.append(Finding(at, "not-a-mapping", f"expected a mapping at the top, found {what}", hint=hint))
    return Document(file, text, None, tuple(findings))


class _Reader:
    """Builds nodes from events on a stack of its own, so that no nesting reaches Python's."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []

    def finding(self, rule: str, message: str, mark: Any, hint: str | None = None) -> Finding:
        return Finding(Location(self.file, mark.line + 1, mark.column + 1), rule, message, hint=hint)

    def note(self, rule: str, message: str, mark: Any, hint: str | None = None) -> None:
        self.findings.append(self.finding(rule, message, mark, hint))

    def read(self, text: str, loader_class: Any) -> Node | None:
        """The top node of the one document in ``text``, or None where there is none."""
        for line in text.split("\n"):
            if line.startswith("%"):
                raise _Stop(
                    Finding(Location(self.file, text[: text.index(line)].count("\n") + 1, 1), "yaml-directive",
                            "a line that begins with % is a YAML directive", hint="delete it, or quote the text")
                )  # fmt: skip
            if line.strip() and not line.lstrip().startswith("#"):
                break
        loader = loader_class(text)
        try:
            return self._build(loader)
        except yaml.MarkedYAMLError as error:
            raise _Stop(self._syntax(error)) from None
        except (yaml.YAMLError, ValueError, OverflowError, RecursionError, IndexError) as error:
            what = " ".join(str(error).split())[:200]
            raise _Stop(Finding(Location(self.file, 1, 1), "yaml-syntax", f"not valid YAML: {what}")) from None
        finally:
            loader.dispose()

    def _build(self, loader: Any) -> Node | None:  # one loop, so that no call is paid for a node
        next_event = loader.get_event
        file = self.file
        root: Node | None = None
        documents = nodes = 0
        # The open collections: for a mapping its entries and the key that waits for a value, else the items.
        stack: list[tuple[dict[str, Entry] | list[Node], int, int]] = []
        waiting: list[Scalar | bool | None] = []  # per open mapping: key; None: expects a key; False: value is dropped
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                mark = event.start_mark
                node: Node | None = Scalar(event.value, mark.line + 1, mark.column + 1)
                if event.tag is not None or event.anchor is not None:
                    self._decorated(event)
                if event.style == '"':
                    self.findings += characters(event.value, file, mark.line + 1, mark.column + 1)
                is_key = bool(stack) and waiting[-1] is None and type(stack[-1][0]) is dict
                if is_key:
                    waiting[-1] = self._key(event, stack[-1][0])
                    nodes += 1
                    continue
                if not event.style and event.value in _NULLS and stack:
                    self.note("null-value", "a value is missing here", mark,
                              "write the value, or delete the key; quote the word if it is meant")  # fmt: skip
                    node = None
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                mark = event.start_mark
                if event.tag is not None or event.anchor is not None:
                    self._decorated(event)
                if len(stack) >= MAX_DEPTH:
                    raise _Stop(
                        self.finding("too-deep", f"nested more than {MAX_DEPTH} deep", mark, "write it flatter")
                    )
                if stack and waiting[-1] is None and type(stack[-1][0]) is dict:
                    self.note("yaml-key", "a key must be a text", mark, "write `key: value`")
                    waiting[-1] = False
                    # The key's own parts are read and dropped: its value is dropped with it.
                    self._skip(loader)
                    continue
                stack.append(({} if kind is MappingStartEvent else [], mark.line + 1, mark.column + 1))
                waiting.append(None)
                continue
            elif kind is MappingEndEvent:
                entries, line, column = stack.pop()
                waiting.pop()
                assert isinstance(entries, dict)
                node = Entries(entries, line, column)
            elif kind is SequenceEndEvent:
                items, line, column = stack.pop()
                waiting.pop()
                node = Items(tuple(items), line, column)  # type: ignore[arg-type]
            elif kind is AliasEvent:
                self.note("yaml-alias", f"the alias *{event.anchor}: aliases are not read", event.start_mark,
                          "write the value out")  # fmt: skip
                node = None
                if stack and waiting[-1] is None and type(stack[-1][0]) is dict:
                    waiting[-1] = False
                    continue
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise _Stop(self.finding("several-documents", "a second document begins here", event.start_mark,
                                             "one document a file: delete the `---` or split the file"))  # fmt: skip
                continue
            else:
                continue
            nodes += 1
            if nodes > MAX_NODES:
                message = f"more than {MAX_NODES:,} values"
                raise _Stop(self.finding("too-many-nodes", message, event.start_mark, "split the file"))
            if not stack:
                root = node
                continue
            holder = stack[-1][0]
            if type(holder) is dict:
                key = waiting[-1]
                waiting[-1] = None
                if node is not None and isinstance(key, Scalar):
                    holder[key.text] = Entry(key, node)
            elif node is not None:
                holder.append(node)  # type: ignore[union-attr]
        return root

    def _key(self, event: Any, entries: Any) -> Scalar | bool:
        """The key of an event; False, with a finding, when its value has to be dropped."""
        text, mark = event.value, event.start_mark
        if not event.style and text == "<<":
            self.note("merge-key", "the merge key << is not read", mark, "write the keys out")
        elif not text or (not event.style and text == "~"):
            self.note("yaml-key", "a key is missing here", mark, "write `key: value`")
        elif len(text) > MAX_KEY:
            self.note("yaml-key", f"a key of {len(text)} characters; at most {MAX_KEY} are read", mark)
        elif text in entries:
            first = entries[text].key
            self.findings.append(
                self.finding("duplicate-key", f"the key `{text}` stands twice in this mapping", mark,
                             f"the first is on line {first.line}: keep one")._replace(
                    related=(Location(self.file, first.line, first.column),))
            )  # fmt: skip
        else:
            return Scalar(text, mark.line + 1, mark.column + 1)
        return False

    def _decorated(self, event: Any) -> None:
        if event.anchor is not None:
            message = f"the anchor &{event.anchor}: anchors are not read"
            self.note("yaml-anchor", message, event.start_mark, "delete it and write values out")
        if event.tag is not None:
            message = f"the tag {event.tag}: tags are not read, every value is text"
            self.note("yaml-tag", message, event.start_mark, "delete the tag")

    def _skip(self, loader: Any) -> None:
        """Read on to the end of the collection that has just begun."""
        depth = 1
        while depth and (event := loader.get_event()) is not None:
            if isinstance(event, MappingStartEvent | SequenceStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    message = f"nested more than {MAX_DEPTH} deep"
                    raise _Stop(self.finding("too-deep", message, event.start_mark, "write it flatter"))
            elif isinstance(event, MappingEndEvent | SequenceEndEvent):
                depth -= 1

    def _syntax(self, error: yaml.MarkedYAMLError) -> Finding:
        problem = error.problem or error.context or "it cannot be read"
        mark = error.problem_mark or error.context_mark
        hint = None
        if "mapping values are not allowed" in problem:
            hint = "quote a text that holds `: `, and check the indentation"
        elif "'\\t'" in problem:
            problem, hint = "a tab stands where YAML wants spaces", "indent with spaces"
        elif "expected <block end>" in problem:
            hint = "check the indentation of this line and of the ones above it"
        elif "could not find expected ':'" in problem:
            hint = "a key needs a colon and a space after it"
        elif "quoted scalar" in (error.context or ""):
            hint = "close the quotation mark"
        elif "cannot start any token" in problem:
            hint = "quote a text that begins with a special character"
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        where = f" ({error.context})" if error.context and error.context != problem else ""
        return Finding(Location(self.file, line, column), "yaml-syntax", f"not valid YAML: {problem}{where}", hint=hint)
