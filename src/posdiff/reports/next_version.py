"""The file of the next version of a draft: its outcomes, options and clauses as they are written, to be changed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from posdiff.documents.nodes import Entries, Items, Node, Scalar
from posdiff.documents.parsing import parse
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.statement import Draft

#: What belongs to the old text alone.
_LEFT_OUT = frozenset({"quote", "source", "note"})
#: Characters of an outcome that stands on one line.
_WIDTH = 80
#: Text that YAML reads as it stands, in braces and lists too.
_PLAIN = re.compile(r"[\w(<][\w .()/+%<>§-]*(?<! )\Z")


def next_version(dossier: Dossier, draft: Draft, day: int, by: Sequence[str] = ()) -> str:
    """The file: its day, who proposes it, what it follows, and what that settles.

    Where it is not said who proposes it, those of the version before stand in a comment. Quotes, notes, sources and
    comments are left out.
    """
    when = date.fromordinal(day).isoformat()
    proposed = f"by: [{', '.join(map(_text, by or draft.by))}]"
    if not by:
        proposed = f"# {proposed}  # of the version before: who proposed this one? Ids of parties, or words"
    lines = [
        f"## The version of {when}, after {draft.id}: not in itself any party's position.",
        "## Below stands what that version settles, and its clauses: change what is otherwise now, and delete what is",
        "## left out. Its quotes, notes and sources are of the old text: add those of the new one.",
        f"date: {when}",
        "# title:",
        proposed,
        f"previous: {draft.id}",
        "## final: true  # put up for adoption: what it leaves out is left out for good",
        "# sources:", "#   source:", "#     title:", "#     publisher:", f"#     date: {when}", "#     url:",
    ]  # fmt: skip
    file = draft.location.file
    root = parse(dossier.texts[file].encode("utf-8", "surrogatepass"), file).root
    if isinstance(root, Entries):
        for key in ("outcomes", "clauses"):
            if key in root.entries:
                lines += [f"{key}:", *_indented(_block(root.entries[key].value))]
    lines += _how_brackets_are_written(draft)
    return "\n".join(lines) + "\n"


def _how_brackets_are_written(draft: Draft) -> Iterator[str]:
    """Options and clauses in comments, where the version before has none to be changed."""
    issue, *_ = (*draft.outcomes, "ISSUE")
    if not draft.brackets:
        yield "## Brackets: outcomes that are not agreed, two or more, each with who is for it:"
        yield f"##   {issue}: {{options: [{{…, by: [PARTY]}}, {{…, by: [PARTY]}}]}}"
    if not draft.clauses and not draft.clauses_unread:
        yield "## The words, in the order of the text; [ ] are the brackets of the paper:"
        yield "# clauses:"
        yield f"#   - {{id: 1, title: …, text: …, settles: [{issue}], status: open, by: [PARTY]}}  # or agreed"


def _block(node: Node) -> Iterator[str]:
    """A node as lines of YAML of its own."""
    if isinstance(node, Entries):
        for name, entry in node.entries.items():
            if name in _LEFT_OUT:
                continue
            value = entry.value
            if not isinstance(value, Scalar) and not _small(value):
                yield f"{_text(name)}:"
                yield from _indented(_block(value))
            elif isinstance(value, Scalar) and "\n" in value.text.strip("\n") and _as_block(value.text):
                yield f"{_text(name)}: |-"
                yield from _indented(value.text.split("\n"))
            else:
                yield f"{_text(name)}: {_flow(value)}"
    elif isinstance(node, Items):
        for item in node.items:
            if _small(item):
                yield f"- {_flow(item)}"
            else:
                first, *rest = _block(item)
                yield f"- {first}"
                yield from _indented(rest)
    else:
        yield _flow(node)


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {text}" if text else "" for text in lines)


def _as_block(text: str) -> bool:
    """Whether YAML gives a text back from a block: no blanks at its ends, no signs that it writes otherwise."""
    lines = text.split("\n")
    return bool(lines[0] and lines[-1]) and not lines[0].startswith(" ") and all(map(str.isprintable, lines))


def _small(node: Node) -> bool:
    """Whether it stands on one line: text, a list of texts, and an outcome in a few words."""
    if isinstance(node, Scalar):
        return "\n" not in node.text
    if isinstance(node, Items):
        return all(isinstance(item, Scalar) and _small(item) for item in node.items)
    return all(_small(each.value) for key, each in node.entries.items() if key not in _LEFT_OUT) and (
        len(_flow(node)) <= _WIDTH
    )


def _flow(node: Node) -> str:
    if isinstance(node, Scalar):
        return _text(node.text)
    if isinstance(node, Items):
        return f"[{', '.join(_flow(item) for item in node.items)}]"
    parts = (f"{_text(key)}: {_flow(each.value)}" for key, each in node.entries.items() if key not in _LEFT_OUT)
    return f"{{{', '.join(parts)}}}"


def _text(text: str) -> str:
    """A text, in quotes where YAML would take something of it for more than its words."""
    if _PLAIN.match(text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in quoted)
