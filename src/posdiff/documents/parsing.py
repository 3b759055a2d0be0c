"""Text to nodes, by PyYAML's events: the only reader of YAML. What PyYAML takes wrongly is found by `leniency`.

Events, and not ``yaml.load``, because limits must act while parsing (a loader has crashed or filled the memory by
the time it returns), because each event has a place, and because it is the fastest way to both (measured: 22,700
terms a second, against 9,500 by ``CSafeLoader``, which keeps no places and lets duplicate keys pass).

The C parser is used where PyYAML has it. Where it stops, the pure parser reads the file again and its findings
count, so that both give the same ones. A file with what the C parser takes and the pure one refuses (`_UNSURE`) goes to
the pure parser at once.
"""

import re
from itertools import islice
from typing import Any, NamedTuple

import yaml
from yaml import events

from posdiff.documents.decoding import characters, decode, lines, shown
from posdiff.documents.leniency import Lenient, between_tokens, blank_lines_too_long, header_outdented, outdented
from posdiff.documents.nodes import Entries, Items, KeyValue, Node, Scalar, described
from posdiff.documents.quoting import unquoted, without_value
from posdiff.findings.finding import Finding
from posdiff.findings.location import Location
from posdiff.findings.rules import RuleId

MAX_DEPTH = 64
MAX_NODES = 100_000
MAX_KEY = 128

_NODES = frozenset((events.ScalarEvent, events.MappingStartEvent, events.SequenceStartEvent, events.AliasEvent))
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))

#: The pure parser ends a plain scalar in a flow collection at a question mark (`{url: https://a/?b}`), which YAML 1.2
#: and the C parser do not. Within a word it can be no indicator: it is parsed as a character that no file may hold.
_QUESTION = r"(?<=[^\s,\[\]{}])\?"
_STAND_IN = "\ufdd0"
#: What one parser takes and the other does not: a tab as a separator, a comment that touches a block's header.
_UNSURE = "\t|[|>][-+0-9]*#"

#: As many as are shown of one rule in one file (`review/shown.py`).
_MOST_BETWEEN_TOKENS = 20

#: Characters above which a file is left to the C parser: the pure one takes ten seconds for a mebibyte.
MOST_READ_TWICE = 100_000

#: Whether PyYAML was built with libyaml. A test sets it to False to read with the pure parser.
C_PARSER: bool = yaml.__with_libyaml__


class ParsedFile(NamedTuple):
    """One file, read: its text (for the source line under a finding), its top mapping if it has one, its findings."""

    file: str
    text: str
    root: Entries | None
    findings: tuple[Finding, ...]


class _Stop(Exception):
    """The parser cannot go on; ``finding`` says why.

    ``read``: the characters before the place at which libyaml gave up for depth. It looks ahead, and gives up at a
    thousand levels before it has reported the first: what stands before that place is deep enough to be refused.
    """

    def __init__(self, finding: Finding, read: int | None = None) -> None:
        self.finding = finding
        self.read = read


def parse(data: bytes, file: str, apart: str | None = None) -> ParsedFile:
    """Read the bytes of the file named ``file`` (for the places). Every problem is a finding of the document.

    ``apart``: the key of which the value stands apart, so that what is wrong in it leaves what is around it sound.
    """
    text, findings = decode(data, file)
    if text is None:
        return ParsedFile(file, shown(data, file), None, tuple(findings))
    if any(finding.severity == "error" for finding in findings):
        return ParsedFile(file, text, None, tuple(findings))
    reader = _Reader(file, apart)
    try:
        large = len(text) > MOST_READ_TWICE
        if C_PARSER and (large or not re.search(_UNSURE, text)):
            try:
                root = reader.read(text, yaml.CBaseLoader)
            except _Stop as stop:
                if large and stop.read is None:
                    raise
                reader = _Reader(file, apart)
                if stop.read is not None:
                    root = reader.read(text[: stop.read], yaml.CBaseLoader)
                else:
                    root = reader.read(text, yaml.BaseLoader)
        else:
            root = reader.read(text, yaml.BaseLoader)
    except _Stop as stop:
        return ParsedFile(file, text, None, (*findings, *reader.findings, stop.finding))
    findings += reader.findings
    if isinstance(root, Entries):
        return ParsedFile(file, text, root, tuple(findings))
    if root is None:
        if not reader.findings:
            hint = "write a mapping: `key: value` lines"
            findings.append(Finding.of(Location(file, 1, 1), "empty-file", "the file is empty", hint))
    else:
        at = Location(file, root.line, root.column)
        message = f"expected a mapping at the top, found {described(root)}"
        findings.append(Finding.of(at, "not-a-mapping", message, "write `key: value` lines at the top"))
    return ParsedFile(file, text, None, tuple(findings))


class _Reader:
    """Builds nodes from the events of one file. The depth is bounded, and so is its recursion."""

    def __init__(self, file: str, apart: str | None = None) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.apart = apart
        #: How many of the findings are errors under the key that stands apart.
        self.errors_apart = 0
        self.nodes = 0
        self.next_event: Any = None
        #: Whether a question mark in a scalar has to be put back.
        self.restore = False
        #: The blanks with which each line of a text or list begun here has to begin, and whether brackets are open.
        self.indent = 0
        self.bracketed = False
        self._refused: set[Location] = set()
        self.text = ""
        self._written: list[str] | None = None

    def finding(self, rule: RuleId, message: str, mark: Any, hint: str | None = None) -> Finding:
        return Finding.of(Location(self.file, mark.line + 1, mark.column + 1), rule, message, hint)

    def note(self, rule: RuleId, message: str, mark: Any, hint: str | None = None) -> None:
        self.findings.append(self.finding(rule, message, mark, hint))

    def read(self, text: str, loader_class: Any) -> Node | None:
        """The top node of the one document in ``text``, or None where there is none."""
        self._no_directive(text)
        self.text = text
        if loader_class is yaml.BaseLoader:
            text = re.sub(_QUESTION, _STAND_IN, text)
            self.restore = _STAND_IN in text
        if not text.endswith(("\n", "\r")):  # else the blanks in the last line of a block are read as no line
            text += "\n"
        loader = loader_class(text)
        self.next_event = loader.get_event
        try:
            root = self._document()
            # Whose value one is in is not known: none is taken.
            for found in islice(between_tokens(text, loader_class), _MOST_BETWEEN_TOKENS):
                root = None
                self._refuse(found)
            return root
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark if "nesting depth" in (error.problem or "") else None
            raise _Stop(self._syntax(error), mark.index if mark else None) from None
        except (yaml.YAMLError, ValueError, OverflowError, RecursionError, IndexError) as error:
            what, hint = " ".join(str(error).split())[:200], None
            if isinstance(error, (ValueError, OverflowError)):  # `"\\U00110000"`, in the pure parser
                what, hint = "an escape names a character that there is not", "write the character itself"
            at = self._place(loader.get_mark() if hasattr(loader, "get_mark") else None)
            raise _Stop(Finding.of(at, "yaml-syntax", f"not valid YAML: {what}", hint)) from None
        finally:
            loader.dispose()

    def _refuse(self, found: Lenient) -> None:
        at = Location(self.file, found.line, found.column)
        if at not in self._refused:  # as a line of a text in quotes, and again as one of the brackets around it
            self._refused.add(at)
            self.findings.append(Finding.of(at, "yaml-syntax", f"not valid YAML: {found.problem}", found.hint))

    def _lines(self) -> list[str]:
        """The lines of the file, for hints that show how a text is to be written."""
        if self._written is None:
            self._written = lines(self.text)
        return self._written

    def _no_directive(self, text: str) -> None:
        for number, line in enumerate(text.split("\n"), 1):
            if line.startswith("%"):
                message = "a line that begins with % is a YAML directive"
                at = Location(self.file, number, 1)
                raise _Stop(Finding.of(at, "yaml-directive", message, "delete it, or quote the text"))
            if line.strip() and not line.lstrip().startswith("#"):
                return

    def _document(self) -> Node | None:
        root: Node | None = None
        documents = 0
        while (event := self.next_event()) is not None:
            kind = type(event)
            if kind is events.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    hint = "one document per file: delete the `---` or split the file"
                    message = "a second document begins here"
                    raise _Stop(self.finding("several-documents", message, event.start_mark, hint))
            elif kind in _NODES and not (kind is events.ScalarEvent and not event.style and not event.value):
                root = self._node(event, 0)
        return root

    def _node(self, event: Any, depth: int, key: Any = None) -> Node | None:
        """The node that an event begins; None, with a finding, where it cannot be read.

        ``key`` is the mark of its key: a missing value is reported there, where both parsers see it.
        """
        kind = type(event)
        mark = event.start_mark
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise _Stop(self.finding("too-many-nodes", f"more than {MAX_NODES:,} values", mark, "split the file"))
        if kind is events.AliasEvent:
            message = f"the alias *{event.anchor}: aliases are not supported"
            self.note("yaml-alias", message, mark, "write the value out")
            return None
        if event.tag is not None or event.anchor is not None:
            self._decorated(event)
        if kind is events.ScalarEvent:
            text = event.value.replace(_STAND_IN, "?") if self.restore else event.value
            if not event.style:
                if text in _NULLS:
                    at = mark if text or key is None else key
                    hint = None if at is mark else without_value(self._lines(), at.line + 1, at.column + 1)
                    hint = hint or "write the value, or delete the key; quote it if the word itself is meant"
                    self.note("null-value", "a value is missing here", at, hint)
                    return None
                if text == "-":
                    self.note("yaml-syntax", "not valid YAML: a dash that is no text", mark, 'write "-" in quotes')
                return Scalar(text, mark.line + 1, mark.column + 1)
            self._styled(event, text)
            return Scalar(text, mark.line + 1, mark.column + 1)
        if depth >= MAX_DEPTH:
            raise _Stop(self.finding("too-deep", f"nested more than {MAX_DEPTH} levels deep", mark, "use fewer levels"))
        indent, bracketed = self.indent, self.bracketed
        if event.flow_style:
            self.bracketed = True
        else:
            self.indent = mark.column + 1
        node: Node
        if kind is events.MappingStartEvent:
            entries, event = self._entries(depth + 1)
            node = Entries(entries, mark.line + 1, mark.column + 1)
        else:
            items = []
            while type(event := self.next_event()) is not events.SequenceEndEvent:
                if (item := self._node(event, depth + 1)) is not None:
                    items.append(item)
            node = Items(tuple(items), mark.line + 1, mark.column + 1)
        if event.end_mark.line > mark.line and self.bracketed and not bracketed:
            self._indented(mark, event.end_mark)
        self.indent, self.bracketed = indent, bracketed
        return node

    def _styled(self, event: Any, text: str) -> None:
        """Findings where a text in quotes or in a block is none by the specification, or holds what no file may."""
        mark = event.start_mark
        if event.style in "'\"":
            if event.end_mark.line > mark.line:
                self._indented(mark, event.end_mark, quoted=True)
        elif mark.column < self.indent:
            self._refuse(header_outdented(mark))
        elif (not text or text.isspace()) and (found := blank_lines_too_long(self._lines(), mark, self.indent)):
            self._refuse(found)
        if not text.isprintable():  # an escape may have made what may not stand in a file
            self.findings += characters(text, self.file, mark.line + 1, mark.column + 1)

    def _indented(self, start: Any, end: Any, *, quoted: bool = False) -> None:
        """A finding where a text in quotes, or brackets, have a further line that begins too far left."""
        found = outdented(self._lines(), start, end, self.indent, quoted=quoted)
        if found is not None:
            self._refuse(found)

    def _entries(self, depth: int) -> tuple[dict[str, KeyValue], Any]:
        """The entries of a mapping, and the event that ends it."""
        entries: dict[str, KeyValue] = {}
        next_event = self.next_event
        while type(event := next_event()) is not events.MappingEndEvent:
            key: Scalar | None = None
            faults, errors_apart = len(self.findings), self.errors_apart
            if type(event) is events.ScalarEvent:
                key = self._key(event, entries)
            else:
                # The value of a key that is none is read and dropped, with what is wrong in it.
                self.note("yaml-key", "a key must be text", event.start_mark, "write `key: value`")
                self._node(event, depth)
            value = self._node(next_event(), depth, event.start_mark)
            errors = 0
            if len(self.findings) > faults:
                errors = sum(finding.severity == "error" for finding in self.findings[faults:])
            if key is not None and value is not None:
                entries[key.text] = KeyValue(key, value, errors == self.errors_apart - errors_apart)
            if key is not None and key.text == self.apart:
                self.errors_apart = errors_apart + errors
        return entries, event

    def _key(self, event: Any, entries: dict[str, KeyValue]) -> Scalar | None:
        """The key of an event; None, with a finding, when its value has to be dropped."""
        text, mark = event.value, event.start_mark
        if self.restore:
            text = text.replace(_STAND_IN, "?")
        self.nodes += 1
        if event.tag is not None or event.anchor is not None:
            self._decorated(event)
        if event.style:
            self._styled(event, text)
        if not event.style and text == "<<":
            self.note("merge-key", "the merge key << is not supported", mark, "write the keys out")
        elif not text or (not event.style and text == "~"):
            self.note("yaml-key", "a key is missing here", mark, "write `key: value`")
        elif len(text) > MAX_KEY:
            self.note("yaml-key", f"a key of {len(text)} characters; at most {MAX_KEY} are read", mark)
        elif text in entries:
            first = entries[text].key
            entries[text] = entries[text]._replace(sound=False)
            self.findings.append(
                self.finding("duplicate-key", f"the key `{text}` stands twice in this mapping", mark,
                             f"the first is on line {first.line}: keep one")._replace(
                    related=(Location(self.file, first.line, first.column),))
            )  # fmt: skip
        else:
            return Scalar(text, mark.line + 1, mark.column + 1)
        return None

    def _decorated(self, event: Any) -> None:
        if event.anchor is not None:
            message = f"the anchor &{event.anchor}: anchors are not supported"
            self.note("yaml-anchor", message, event.start_mark, "delete it and write values out")
        if event.tag is not None:
            message = f"the tag {event.tag}: tags are not supported, every value is text"
            self.note("yaml-tag", message, event.start_mark, "delete the tag")

    def _syntax(self, error: yaml.MarkedYAMLError) -> Finding:
        problem = _restored(error.problem or error.context or "it cannot be read")
        mark = error.problem_mark or error.context_mark
        hint = None
        text_hint = unquoted(self._lines(), mark.line + 1, mark.column + 1) if mark and _apart(problem) else None
        if text_hint:
            hint = text_hint
        elif "mapping values are not allowed" in problem and mark is not None and mark.column > 1024:
            problem, hint = (
                "a key has more than 1,024 characters, or a text with `: ` is not quoted",
                "shorten or quote it",
            )
        elif "mapping values are not allowed" in problem:
            hint = "quote a text that holds `: `, and check the indentation"
        elif "'\\t'" in problem:
            problem, hint = "a tab stands where YAML wants spaces", "indent with spaces"
        elif "expected <block end>" in problem:
            hint = "check the indentation of this line and of the ones above it"
        elif "could not find expected ':'" in problem:
            hint = "a key needs a colon and a space after it"
        elif "unknown escape" in problem:
            hint = "write `\\\\` for a backslash, or use single quotation marks"
        elif "quoted scalar" in (error.context or ""):
            opened = error.context_mark
            hint = "close the quotation mark" + (f" that is opened on line {opened.line + 1}" if opened else "")
        elif "flow" in (error.context or ""):
            opened = error.context_mark
            hint = "close the bracket or brace" + (f" that is opened on line {opened.line + 1}" if opened else "")
        elif "cannot start any token" in problem:
            hint = "quote a text that begins with a special character"
        where = f" ({_restored(error.context)})" if error.context and error.context != problem else ""
        return Finding.of(self._place(mark), "yaml-syntax", f"not valid YAML: {problem}{where}", hint)

    def _place(self, mark: Any) -> Location:
        """The place of a mark, or the beginning; within the file, though a last line break was added."""
        if mark is None:
            return Location(self.file, 1, 1)
        written = self._lines()
        if mark.line >= len(written):
            return Location(self.file, len(written), len(written[-1]) + 1)
        return Location(self.file, mark.line + 1, mark.column + 1)


def _apart(problem: str) -> bool:
    """Whether something stands where a value has ended: `[We] will`."""
    return problem.startswith(
        ("expected <block end>, but found", "expected ',' or '}', but got", "did not find expected")
    )


def _restored(message: str) -> str:
    """A parser's message with the question marks that were replaced put back."""
    return message.replace(repr(_STAND_IN)[1:-1], "?").replace(_STAND_IN, "?")
