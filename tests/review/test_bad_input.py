"""Bad input, as a user meets it: every fault is told, nothing crashes, and what is right beside it is still read."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from textwrap import dedent

import pytest

from posdiff.documents import parsing
from posdiff.dossier.reading.load import load
from posdiff.findings.finding import Finding
from posdiff.review.validation import validate
from running import posdiff
from writing import write

AGENDA = """
    posdiff: 1
    parties: {north: {name: North}, south: {name: South}}
    steps: {truce: Truce, talks: Talks}
    issues:
      status: {title: Status, kind: choice, options: {part: Part, free: Free}}
      corridor: {title: Corridor, kind: choice, options: {no: No, yes: Yes}}
      regions: {title: Regions, kind: set, members: {east: East, west: West}}
      ceiling: {title: Ceiling, kind: quantity, unit: person}
      area: {title: Area, kind: quantity, unit: km**2}
      first-steps: {title: What comes first, kind: sequence}
"""
GOOD = "date: 2024-06-14\nterms:\n  status: part\n"
OTHER = "date: 2024-06-14\nterms: {status: free}\n"
HEAD = b"date: 2024-06-15\n"
_NINE = b",".join([b"*%c"] * 9)


def bomb(first: bytes, level: bytes) -> bytes:
    """Nine levels, each of which names the one below nine times."""
    names = b"abcdefghi"
    lines = [level % (upper, upper, *[lower] * 9) for lower, upper in pairwise(names)]
    return first + b"".join(lines)


#: The bytes of a file; what is told of it.
BAD = {
    "empty": (
        b"",
        """
        error [empty-file] 1:1 the file is empty
          hint: write a mapping: `key: value` lines
        """,
    ),
    "only spaces and line breaks": (
        b"  \n\n",
        """
        error [empty-file] 1:1 the file is empty
          hint: write a mapping: `key: value` lines
        """,
    ),
    "only comments": (
        b"# nothing yet\n",
        """
        error [empty-file] 1:1 the file is empty
          hint: write a mapping: `key: value` lines
        """,
    ),
    "only the start of a document": (
        b"---\n",
        """
        error [empty-file] 1:1 the file is empty
          hint: write a mapping: `key: value` lines
        """,
    ),
    "null": (
        b"null\n",
        """
        error [null-value] 1:1 a value is missing here
          hint: write the value, or delete the key; quote it if the word itself is meant
        """,
    ),
    "UTF-16": (
        "date: 2024-06-15\n".encode("utf-16"),
        """
        error [not-utf-8] 1:1 the file looks like UTF-16 or UTF-32
          hint: save it as UTF-8
        """,
    ),
    "UTF-16 without a mark": (
        "date: 2024-06-15\n".encode("utf-16-le"),
        """
        error [not-utf-8] 1:1 the file looks like UTF-16 or UTF-32
          hint: save it as UTF-8
        """,
    ),
    "UTF-32": (
        "date: 2024-06-15\n".encode("utf-32"),
        """
        error [not-utf-8] 1:1 the file looks like UTF-16 or UTF-32
          hint: save it as UTF-8
        """,
    ),
    "Latin-1": (
        HEAD + "title: Frieden für alle\n".encode("latin-1"),
        """
        error [not-utf-8] 2:17 byte 0xfc is not UTF-8
          hint: save the file as UTF-8; it may be in Latin-1 or Windows-1252
        """,
    ),
    "compressed": (
        b"\x1f\x8b\x08\x00abc",
        """
        error [not-utf-8] 1:1 the file is compressed, not text
          hint: unpack it
        """,
    ),
    "NUL": (
        HEAD + b"title: a\0b\n",
        """
        error [control-character] 2:9 the character U+0000 is not allowed in a file
          hint: delete it
        """,
    ),
    "ESC": (
        HEAD + b"title: \x1b[31mred\n",
        """
        error [control-character] 2:8 the character U+001B is not allowed in a file
          hint: delete it
        """,
    ),
    "NEL": (
        HEAD + "title: a\x85terms: {status: free}\n".encode(),
        """
        error [control-character] 2:9 the character U+0085 is not allowed in a file
          hint: delete it
        """,
    ),
    "U+2028": (
        HEAD + "title: a\u2028terms: {status: free}\n".encode(),
        """
        error [control-character] 2:9 the character U+2028 is not allowed in a file
          hint: delete it
        """,
    ),
    "a mark of byte order inside": (
        HEAD + "\ufefftitle: a\n".encode(),
        """
        error [control-character] 2:1 the character U+FEFF is not allowed in a file
          hint: delete it
        """,
    ),
    "text that runs backwards": (
        HEAD + "title: a\u202eb\nterms: {statis: free}\n".encode(),
        """
        error [unknown-issue] 3:9 no issue `statis` in the agenda
          hint: did you mean status?
        warning [reordering-character] 2:9 the character U+202E changes the order in which text is shown
          hint: delete it, unless the quote needs it
        """,
    ),
    "an escape that makes ESC": (
        HEAD + b'title: "\\e[31m"\nterms: {status: free}\n',
        """
        error [control-character] 2:8 the character U+001B is not allowed in a file
          hint: delete it
        """,
    ),
    "an escape that makes NEL": (
        HEAD + b'title: "a\\Nb"\nterms: {status: free}\n',
        """
        error [control-character] 2:8 the character U+0085 is not allowed in a file
          hint: delete it
        """,
    ),
    "an escape that makes a surrogate": (
        HEAD + b'title: "\\ud800"\nterms: {status: free}\n',
        """
        error [control-character] 2:8 the character U+D800 is not allowed in a file
          hint: delete it
        """,
    ),
    "an escape in a key": (
        HEAD + b'"ti\\etle": a\nterms: {status: free}\n',
        """
        error [control-character] 2:1 the character U+001B is not allowed in a file
          hint: delete it
        error [unknown-key] 2:1 no key `ti<1B>tle` in a statement
          hint: did you mean title?
        """,
    ),
    "a file over 1 MiB": (
        HEAD + b"note: " + b"a" * 1_048_576,
        """
        error [file-too-large] 1:1 the file has 1,048,599 bytes; at most 1,048,576 are read
          hint: split it: one statement per file
        """,
    ),
    "a conflict": (
        HEAD + b"<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> other\n",
        """
        error [conflict-marker] 2:1 the file has the markers of an unresolved merge conflict
          hint: resolve it: keep one side and delete the markers
        """,
    ),
    "a pointer of Git LFS": (
        b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
        """
        error [not-a-mapping] 1:1 the file is a Git LFS pointer, not the file itself
          hint: run: git lfs pull
        """,
    ),
    "a list at the top": (
        b"- date: 2024-06-15\n",
        """
        error [not-a-mapping] 1:1 expected a mapping at the top, found a list
          hint: write `key: value` lines at the top
        """,
    ),
    "a text at the top": (
        b"date 2024-06-15\n",
        """
        error [not-a-mapping] 1:1 expected a mapping at the top, found text
          hint: write `key: value` lines at the top
        """,
    ),
    "several documents": (
        HEAD + b"---\n" + HEAD,
        """
        error [several-documents] 2:1 a second document begins here
          hint: one document per file: delete the `---` or split the file
        """,
    ),
    "a text after the end of the document": (
        HEAD + b"...\njunk\n",
        "error [yaml-syntax] 3:1 not valid YAML: expected '<document start>', but found '<scalar>'",
    ),
    "a directive": (
        b"%YAML 1.1\n---\n" + HEAD,
        """
        error [yaml-directive] 1:1 a line that begins with % is a YAML directive
          hint: delete it, or quote the text
        """,
    ),
    "a directive after a comment": (
        b"# YAML\n%TAG ! tag:example.org,2024:\n---\n" + HEAD,
        """
        error [yaml-directive] 2:1 a line that begins with % is a YAML directive
          hint: delete it, or quote the text
        """,
    ),
    "a key twice": (
        HEAD + b"title: a\ntitle: b\n",
        """
        error [duplicate-key] 3:1 the key `title` stands twice in this mapping
          hint: the first is on line 2: keep one
        warning [says-nothing] 1:1 the statement says nothing on any issue
          hint: add `terms:`, `reaffirms:` or `withdraws:`
        """,
    ),
    "a key twice, once in disguise": (
        HEAD + b'title: a\n"\\x74itle": b\n',
        """
        error [duplicate-key] 3:1 the key `title` stands twice in this mapping
          hint: the first is on line 2: keep one
        warning [says-nothing] 1:1 the statement says nothing on any issue
          hint: add `terms:`, `reaffirms:` or `withdraws:`
        """,
    ),
    "an issue twice": (
        HEAD + b"terms:\n  status: part\n  status: free\n",
        """
        error [duplicate-key] 4:3 the key `status` stands twice in this mapping
          hint: the first is on line 3: keep one
        """,
    ),
    "keys without values": (
        HEAD + b"title:\nterms:\n",
        """
        error [null-value] 2:1 a value is missing here
          hint: write the value, or delete the key; quote it if the word itself is meant
        error [null-value] 3:1 a value is missing here
          hint: write the value, or delete the key; quote it if the word itself is meant
        warning [says-nothing] 1:1 the statement says nothing on any issue
          hint: add `terms:`, `reaffirms:` or `withdraws:`
        """,
    ),
    "nothing in a list": (
        HEAD + b"reaffirms:\n  -\n  - status\n",
        """
        error [null-value] 3:4 a value is missing here
          hint: write the value, or delete the key; quote it if the word itself is meant
        """,
    ),
    "a tag": (
        HEAD + b"title: !!str a\nterms: {status: !python/object/apply:os.system [free]}\n",
        """
        error [yaml-tag] 2:8 the tag tag:yaml.org,2002:str: tags are not supported, every value is text
          hint: delete the tag
        error [yaml-tag] 3:17 the tag !python/object/apply:os.system: tags are not supported, every value is text
          hint: delete the tag
        """,
    ),
    "a tag with markup and escapes": (
        HEAD + b"title: !<%1B%0A[/red]> a\n",
        """
        error [yaml-tag] 2:8 the tag <1B><0A>[/red]: tags are not supported, every value is text
          hint: delete the tag
        warning [says-nothing] 1:1 the statement says nothing on any issue
          hint: add `terms:`, `reaffirms:` or `withdraws:`
        """,
    ),
    "an anchor and an alias": (
        HEAD + b"title: &a text\nspeaker: *a\n",
        """
        error [yaml-anchor] 2:8 the anchor &a: anchors are not supported
          hint: delete it and write values out
        error [yaml-alias] 3:10 the alias *a: aliases are not supported
          hint: write the value out
        warning [says-nothing] 1:1 the statement says nothing on any issue
          hint: add `terms:`, `reaffirms:` or `withdraws:`
        """,
    ),
    "an alias for a key": (
        HEAD + b"title: &a speaker\n*a : text\n",
        """
        error [yaml-anchor] 2:8 the anchor &a: anchors are not supported
          hint: delete it and write values out
        error [yaml-alias] 3:1 the alias *a: aliases are not supported
          hint: write the value out
        error [yaml-key] 3:1 a key must be text
          hint: write `key: value`
        warning [says-nothing] 1:1 the statement says nothing on any issue
          hint: add `terms:`, `reaffirms:` or `withdraws:`
        """,
    ),
    "a merge key": (
        HEAD + b"terms:\n  status: {<<: {accepts: free}, firmness: firm}\n",
        """
        error [no-offer] 3:11 the term on status does not say what is accepted
          hint: write one of accepts, rejects
        error [merge-key] 3:12 the merge key << is not supported
          hint: write the keys out
        """,
    ),
    "a structure that holds itself": (
        HEAD + b"terms: &a {status: *a}\n",
        """
        error [yaml-anchor] 2:8 the anchor &a: anchors are not supported
          hint: delete it and write values out
        error [yaml-alias] 2:20 the alias *a: aliases are not supported
          hint: write the value out
        """,
    ),
    "a list for a key": (
        HEAD + b"? [a, b]\n: c\n",
        """
        error [yaml-key] 2:3 a key must be text
          hint: write `key: value`
        warning [says-nothing] 1:1 the statement says nothing on any issue
          hint: add `terms:`, `reaffirms:` or `withdraws:`
        """,
    ),
    "no key": (
        HEAD + b": a\n",
        """
        error [yaml-syntax] 2:1 not valid YAML: expected <block end>, but found ':' (while parsing a block mapping)
          hint: check the indentation of this line and of the ones above it
        """,
    ),
    "a key of 129 characters": (
        HEAD + b"k" * 129 + b": a\n",
        """
        error [yaml-key] 2:1 a key of 129 characters; at most 128 are read
        warning [says-nothing] 1:1 the statement says nothing on any issue
          hint: add `terms:`, `reaffirms:` or `withdraws:`
        """,
    ),
    "a key of 1,025 characters": (
        HEAD + b"k" * 1025 + b": a\n",
        """
        error [yaml-syntax] 2:1026 not valid YAML: could not find expected ':' (while scanning a simple key)
          hint: a key needs a colon and a space after it
        """,
    ),
    "a hundred thousand brackets": (
        HEAD + b"terms: " + b"[" * 100_000,
        """
        error [too-deep] 2:71 nested more than 64 levels deep
          hint: use fewer levels
        """,
    ),
    "a hundred thousand braces": (
        HEAD + b"terms: " + b"{a: " * 100_000,
        """
        error [too-deep] 2:260 nested more than 64 levels deep
          hint: use fewer levels
        """,
    ),
    "ten thousand dashes": (
        b"- " * 10_000,
        """
        error [too-deep] 1:129 nested more than 64 levels deep
          hint: use fewer levels
        """,
    ),
    "a tab for indentation": (
        HEAD + b"terms:\n\tstatus: free\n",
        """
        error [yaml-syntax] 3:1 not valid YAML: a tab stands where YAML wants spaces (while scanning for the next token)
          hint: indent with spaces
        """,
    ),
    "a tab after a colon": (
        HEAD + b"title:\ta\nterms: {status: free}\n",
        """
        error [yaml-syntax] 2:7 not valid YAML: a tab stands where YAML wants spaces (while scanning for the next token)
          hint: indent with spaces
        """,
    ),
    "a no-break space for indentation": (
        HEAD + "terms:\n\xa0\xa0status: free\n".encode(),
        """
        error [null-value] 2:1 a value is missing here
          hint: write the value, or delete the key; quote it if the word itself is meant
        error [unknown-key] 3:1 no key `<A0><A0>status` in a statement
          hint: known: corrects, date, note, reaffirms, sources, speaker, standing, terms, title, withdraws
        warning [says-nothing] 1:1 the statement says nothing on any issue
          hint: add `terms:`, `reaffirms:` or `withdraws:`
        """,
    ),
    "a colon in a text": (
        HEAD + b"title: Peace: now\n",
        """
        error [yaml-syntax] 2:13 not valid YAML: mapping values are not allowed here
          hint: quote a text that holds `: `, and check the indentation
        """,
    ),
    "an open quotation mark": (
        HEAD + b'title: "Peace\nterms: {status: free}\n',
        """
        error [yaml-syntax] 4:1 not valid YAML: found unexpected end of stream (while scanning a quoted scalar)
          hint: close the quotation mark that is opened on line 2
        """,
    ),
    "an open bracket": (
        HEAD + b"reaffirms: [status\n",
        """
        error [yaml-syntax] 3:1 not valid YAML: expected ',' or ']', but got '<stream end>' (while parsing a flow sequence)
          hint: close the bracket or brace that is opened on line 2
        """,  # noqa: E501
    ),
    "an open brace": (
        HEAD + b"terms: {status: free\n",
        """
        error [yaml-syntax] 3:1 not valid YAML: expected ',' or '}', but got '<stream end>' (while parsing a flow mapping)
          hint: close the bracket or brace that is opened on line 2
        """,  # noqa: E501
    ),
    "indentation that is off": (
        HEAD + b"terms:\n    status: free\n  corridor: yes\n",
        """
        error [yaml-syntax] 4:3 not valid YAML: expected <block end>, but found '<block mapping start>' (while parsing a block mapping)
          hint: check the indentation of this line and of the ones above it
        """,  # noqa: E501
    ),
    "an at sign first": (
        HEAD + b"title: @home\n",
        """
        error [yaml-syntax] 2:8 not valid YAML: found character '@' that cannot start any token (while scanning for the next token)
          hint: quote a text that begins with a special character
        """,  # noqa: E501
    ),
    "a percent sign first": (
        HEAD + b"title: %a\n",
        """
        error [yaml-syntax] 2:8 not valid YAML: found character '%' that cannot start any token (while scanning for the next token)
          hint: quote a text that begins with a special character
        """,  # noqa: E501
    ),
    "a colon without a space": (
        HEAD + b"title:a\nterms: {status: free}\n",
        """
        error [yaml-syntax] 3:1 not valid YAML: could not find expected ':' (while scanning a simple key)
          hint: a key needs a colon and a space after it
        """,
    ),
    "a backslash in quotation marks": (
        HEAD + b'title: "C:\\new \\q"\n',
        """
        error [yaml-syntax] 2:17 not valid YAML: found unknown escape character 'q' (while scanning a double-quoted scalar)
          hint: write `\\\\` for a backslash, or use single quotation marks
        """,  # noqa: E501
    ),
    "markup in keys": (
        HEAD + b'"[link=https://evil.example]x[/]": "[/red]"\n',
        """
        error [unknown-key] 2:1 no key `[link=https://evil.example]x[/]` in a statement
          hint: known: corrects, date, note, reaffirms, sources, speaker, standing, terms, title, withdraws
        warning [says-nothing] 1:1 the statement says nothing on any issue
          hint: add `terms:`, `reaffirms:` or `withdraws:`
        """,
    ),
    "markup and commands in texts": (
        HEAD + b'terms: {status: "[/red]%0A::error::x", corridor: "##[error]x"}\n',
        """
        error [unknown-option] 2:17 no option `[/red]%0A::error::x` in this issue
          hint: known: free, part
        error [unknown-option] 2:50 no option `##[error]x` in this issue
          hint: known: no, yes
        """,
    ),
    "unknown keys at every level": (
        HEAD + b"tilte: a\nsources: {post: {tilte: b}}\nterms:\n  status: {accepts: part, frimness: firm,\n"
        b"    alternatives: [{accepts: free, fi: {corridor: yes}}], applies_if: {corridor: {acepts: yes}}}\n",
        """
        error [unknown-key] 2:1 no key `tilte` in a statement
          hint: did you mean title?
        error [unknown-key] 3:18 no key `tilte` in the source post
          hint: did you mean title?
        error [unknown-key] 5:27 no key `frimness` in a term on the choice issue status
          hint: did you mean firmness?
        error [unknown-key] 6:36 no key `fi` in an alternative on status
          hint: known: accepts, if, note, quote, rejects, source
        error [no-offer] 6:82 the condition on corridor names no outcome
          hint: write one of accepts, rejects
        error [unknown-key] 6:83 no key `acepts` in a condition on the choice issue corridor
          hint: did you mean accepts?
        """,
    ),
    "an issue one letter off": (
        HEAD + b"terms: {statis: free}\n",
        """
        error [unknown-issue] 2:9 no issue `statis` in the agenda
          hint: did you mean status?
        """,
    ),
    "an issue in capitals": (
        HEAD + b"terms: {STATUS: free}\n",
        """
        error [unknown-issue] 2:9 no issue `STATUS` in the agenda
          hint: did you mean status?
        """,
    ),
    "a number with a comma": (
        HEAD + b"terms:\n  ceiling:\n    max: 21,000\n",
        """
        error [not-a-number] 4:10 `21,000` is not a plain number
          hint: write 21000, without separators
        """,
    ),
    "min above max": (
        HEAD + b"terms: {ceiling: {min: 5, max: 4}}\n",
        """
        error [empty-offer] 2:32 `min: 5` and `max: 4` leave no outcome to accept
          hint: swap the bounds, or widen them
        """,
    ),
    "a number of 100,000 digits": (
        HEAD + b"terms: {ceiling: {max: " + b"9" * 100_000 + b"}}\n",
        "error [not-a-number] 2:24 a number of 100000 characters; at most 60 are read",
    ),
    "a hexadecimal number of 100,000 digits": (
        HEAD + b"terms: {ceiling: {max: 0x" + b"f" * 100_000 + b"}}\n",
        """
        error [not-a-number] 2:24 `0xffffffffffffffffffffffffffffffffffffff` is not a plain number
          hint: write plain digits: 21000, 0.5, -3
        """,
    ),
    "a member in and out": (
        HEAD + b"terms: {regions: {includes: east, excludes: east}}\n",
        """
        error [empty-offer] 2:45 east is both included and left out by `excludes`: no outcome could be accepted
          hint: delete it from one of the two
        """,
    ),
    "an order that bites its tail": (
        HEAD + b"terms: {first-steps: {order: [truce, talks, truce]}}\n",
        """
        error [empty-offer] 2:30 the order is circular: truce before talks before truce
          hint: delete one of these orders, or correct the agenda's `after`
        """,
    ),
    "a unit of another dimension": (
        HEAD + b"terms: {area: {max: 3 kg}}\n",
        """
        error [wrong-dimension] 2:21 `kg` does not measure the same as `km**2`
          hint: write the value in `km**2`, or in a unit that measures the same
        """,
    ),
    "a day that is not there": (
        b"date: 2024-02-30\nterms: {status: free}\n",
        """
        error [not-a-date] 1:7 the date 2024-02-30 does not exist
          hint: write it as 2024-06-14
        """,
    ),
    "a date that is not the file's": (
        b"date: 2024-06-16\nterms: {statis: free}\n",
        """
        error [date-differs] 1:7 the date 2024-06-16 differs from the 2024-06-15 in the file's name
          hint: correct the date, or rename the file
        error [unknown-issue] 2:9 no issue `statis` in the agenda
          hint: did you mean status?
        """,
    ),
    "a bare number": (
        HEAD + b"terms: {ceiling: 85000}\n",
        """
        error [bare-value] 2:18 a bare number says neither at least nor at most
          hint: write `min:` (at least), `max:` (at most) or `exactly:`
        """,
    ),
    "an address that is a program": (
        HEAD + b"sources: {post: {url: 'javascript:x'}}\nreaffirms: all\n",
        "error [bad-url] 2:23 expected an address that begins with https://",
    ),
}

#: The bytes of a file with many faults of a kind; the rules.
FLOODS = {
    "a bomb of laughs": (
        bomb(b"a: &a [x,x,x]\n", b"%c: &%c [" + _NINE + b"]\n"),
        {"missing-key", "unknown-key", "yaml-alias", "yaml-anchor", "says-nothing"},
    ),
    "a bomb of merges": (
        bomb(b"a: &a {x: 1}\n", b"%c: &%c {<<: [" + _NINE + b"]}\n"),
        {"merge-key", "missing-key", "unknown-key", "yaml-alias", "yaml-anchor", "says-nothing"},
    ),
    "ten thousand question marks": (b"? " * 10_000, {"too-deep", "yaml-key"}),
    "a thousand anchors": (
        HEAD + b"".join(b"k%d: &a%d x\n" % (n, n) for n in range(1_000)),
        {"unknown-key", "yaml-anchor", "says-nothing"},
    ),
}

#: The bytes of a file that is right, whatever it looks like.
GOOD_FORMS = {
    "the mark of byte order": b"\xef\xbb\xbf" + HEAD + b"terms: {corridor: yes}\n",
    "lines of Windows": b"date: 2024-06-15\r\nterms:\r\n  corridor: yes\r\n",
    "lines of old": b"date: 2024-06-15\rterms:\r  corridor: yes\r",
    "no last line break": HEAD + b"terms: {corridor: yes}",
    "the start and the end of a document": b"---\n" + HEAD + b"terms: {corridor: yes}\n...\n",
    "JSON": b'{"date": "2024-06-15", "terms": {"corridor": "yes"}}',
}


def _told(findings: tuple[Finding, ...]) -> str:
    """The findings without their file: it is always the one of 2024-06-15."""
    lines = []
    for finding in findings:
        at = finding.location
        assert at.file == "north/2024-06-15.yaml"
        lines.append(f"{finding.severity} [{finding.rule}] {at.line}:{at.column} {_cut(finding.message)}")
        lines += [f"  hint: {_cut(finding.hint)}"] if finding.hint else []
    return "\n".join(lines)


def _cut(text: str) -> str:
    assert len(text) < 400, "a message holds a stranger's text whole"
    return "".join(character if character.isprintable() else f"<{ord(character):02X}>" for character in text)


def _validated(folder: Path, data: bytes) -> str:
    positions = write(folder, {"agenda.yaml": AGENDA, "north/2024-06-14.yaml": GOOD})
    (positions / "north/2024-06-15.yaml").write_bytes(data)
    read = load(positions)
    assert read.statements[0].terms.keys() == {"status"}
    return _told(validate(read))


@pytest.mark.parametrize("c_parser", [True, False], ids=["C", "pure"])
@pytest.mark.parametrize(("data", "findings"), BAD.values(), ids=BAD)
def test_what_is_told_of_a_bad_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, c_parser: bool, data: bytes, findings: str
) -> None:
    """The same by the C parser and by the pure one, and at once."""
    if c_parser and not parsing.C_PARSER:
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(parsing, "C_PARSER", c_parser)
    start = time.perf_counter()
    assert _validated(tmp_path, data) == dedent(findings).strip("\n")
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("c_parser", [True, False], ids=["C", "pure"])
@pytest.mark.parametrize(("data", "rules"), FLOODS.values(), ids=FLOODS)
def test_a_file_with_many_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, c_parser: bool, data: bytes, rules: set[str]
) -> None:
    """Nothing is expanded, and all is over at once."""
    monkeypatch.setattr(parsing, "C_PARSER", c_parser and parsing.C_PARSER)
    positions = write(tmp_path, {"agenda.yaml": AGENDA, "north/2024-06-14.yaml": GOOD})
    (positions / "north/2024-06-15.yaml").write_bytes(data)
    start = time.perf_counter()
    assert {finding.rule for finding in validate(load(positions))} == rules
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize("c_parser", [True, False], ids=["C", "pure"])
@pytest.mark.parametrize(
    ("data", "rule", "line"),
    [
        (HEAD + b'title: "\\U00110000"\n', "yaml-syntax", 2),
        (b"# YAML\n" * 300 + b"%YAML 1.1\n---\n" + HEAD, "yaml-directive", 301),
    ],
    ids=["an escape beyond Unicode", "a directive after three hundred comments"],
)
def test_where_a_fault_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, c_parser: bool, data: bytes, rule: str, line: int
) -> None:
    monkeypatch.setattr(parsing, "C_PARSER", c_parser and parsing.C_PARSER)
    told = _validated(tmp_path, data).splitlines()[0]
    assert told.startswith(f"error [{rule}] {line}:")


@pytest.mark.parametrize("c_parser", [True, False], ids=["C", "pure"])
@pytest.mark.parametrize("data", GOOD_FORMS.values(), ids=GOOD_FORMS)
def test_a_file_that_looks_odd_and_is_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, c_parser: bool, data: bytes
) -> None:
    monkeypatch.setattr(parsing, "C_PARSER", c_parser and parsing.C_PARSER)
    assert _validated(tmp_path, data) == ""
    assert [*load(tmp_path / "positions").statements[1].terms] == ["corridor"]


def test_all_bad_files_at_once(tmp_path: Path) -> None:
    """Every finding of every file in one run of ``validate``; ``compare`` answers with what is right."""
    agenda = dedent(AGENDA) + "  summit: {title: Summit, kind: choice, options: {held: Held, off: Called off}}\n"
    files = {
        f"{party}/2024-06-14.yaml": GOOD + f"  summit: {word}\n"
        for party, word in (("north", "held"), ("south", "off"))
    }
    positions = write(tmp_path, {"agenda.yaml": agenda, **files})
    for number, (data, _) in enumerate((*BAD.values(), *FLOODS.values())):
        (positions / f"north/2024-06-15-{number:03}.yaml").write_bytes(data)
    run = posdiff("validate", cwd=tmp_path)
    assert (run.code, run.err) == (3, "")
    assert "Traceback" not in run.out
    assert "\x1b" not in run.out
    missing = [name for n, name in enumerate((*BAD, *FLOODS)) if f"north/2024-06-15-{n:03}.yaml:" not in run.out]
    assert missing == []
    assert not [c for c in run.out if not c.isprintable() and c not in "\n\xa0"]

    run = posdiff("compare", "north", "south", cwd=tmp_path)
    assert run.code == 3
    assert "Held  [" in run.out
    assert "Called off  [" in run.out
    assert "Traceback" not in run.err
    assert run.err.splitlines()[-1] == "hint: posdiff validate shows them all"
    assert len(run.err) < 65_536


@pytest.mark.parametrize("data", [FLOODS["a bomb of laughs"][0], BAD["a hundred thousand brackets"][0], b"", b"- a\n"])
def test_a_bad_agenda(tmp_path: Path, data: bytes) -> None:
    """Without an agenda nothing can be compared, and the cause is told: not only that there is no such party."""
    positions = write(tmp_path, {"north/2024-06-14.yaml": GOOD, "south/2024-06-14.yaml": OTHER})
    (positions / "agenda.yaml").write_bytes(data)
    run = posdiff("validate", cwd=tmp_path)
    assert run.code == 3
    assert "positions/agenda.yaml:" in run.out
    run = posdiff("compare", "north", "south", cwd=tmp_path)
    assert (run.code, run.out) == (3, "")
    assert "agenda.yaml" in run.err
    assert "Traceback" not in run.err


def _empty(folder: Path) -> None:
    (folder / "positions").mkdir()


def _agenda_only(folder: Path) -> None:
    write(folder, {"agenda.yaml": AGENDA})


def _nothing(folder: Path) -> None:
    pass


def _a_file(folder: Path) -> None:
    (folder / "positions").write_text("a: b\n")


@pytest.mark.parametrize(
    ("make", "code", "said"),
    [
        (_nothing, 3, "posdiff: error: no folder positions/ with an agenda.yaml here or above\n"),
        (_a_file, 3, "posdiff: error: no folder positions/ with an agenda.yaml here or above\n"),
        (_empty, 3, "error [no-agenda] positions/agenda.yaml:1:1 the positions folder has no agenda.yaml\n"),
        (_agenda_only, 0, "1 file read, nothing to report\n"),
    ],
)
def test_a_folder_with_little_in_it(tmp_path: Path, make: Callable[[Path], None], code: int, said: str) -> None:
    make(tmp_path)
    run = posdiff("validate", cwd=tmp_path)
    assert run.code == code
    assert said in run.out + run.err
    run = posdiff("compare", "north", "south", cwd=tmp_path)
    assert run.code == code
    assert run.err.count("\n") <= 6
    assert "Traceback" not in run.err


@pytest.mark.parametrize("party", ["../../etc", "/etc/passwd", "..", "north/../south", "norht", "", "[/red]", "-n"])
def test_a_party_that_is_not_there(tmp_path: Path, party: str) -> None:
    """Names from the command line are looked up in the agenda, and lead to no file."""
    write(tmp_path, {"agenda.yaml": AGENDA, "north/2024-06-14.yaml": GOOD})
    run = posdiff("compare", "--", "north", party, cwd=tmp_path)
    assert run.code == 3
    assert run.out == ""
    assert f"`{party}`" in run.err
    assert "Traceback" not in run.err


def test_a_party_with_a_path_for_its_id_leads_nowhere(tmp_path: Path) -> None:
    agenda = dedent(AGENDA).replace("{north: ", "{../../etc: {name: Etc}, north: ")
    write(tmp_path, {"agenda.yaml": agenda, "north/2024-06-14.yaml": GOOD})
    run = posdiff("validate", cwd=tmp_path)
    assert run.code == 3
    assert "error [bad-id] positions/agenda.yaml:2:11 `../../etc` cannot be the id of a party\n" in run.out
    assert "1 error in 2 files" in run.out


def test_the_tree_as_a_user_meets_it(tmp_path: Path) -> None:
    """Pipes, links, folders and names: each is told on one line of its own, and nothing waits."""
    positions = write(tmp_path, {"agenda.yaml": AGENDA, "north/2024-06-14.yaml": GOOD, "south/2024-06-14.yaml": OTHER})
    north = positions / "north"
    os.mkfifo(north / "2024-06-15-pipe.yaml")
    (north / "2024-06-15-folder.yaml").mkdir()
    (north / "2024-06-15-loop.yaml").symlink_to("2024-06-15-loop.yaml")
    (north / "2024-06-15-out.yaml").symlink_to("/etc/passwd")
    (north / "2024-06-15-a\nerror [forged] agenda.yaml:1:1 gone.yaml").write_text("")
    (north / "2024-06-15-\x1b[2J.yaml").write_text("")
    (north / "2024-06-15-::error::\u202e.yaml").write_text("")
    (north / os.fsdecode(b"2024-06-15-\xff\xfe.yaml")).write_bytes(GOOD.encode())
    for command in (("validate",), ("compare", "north", "south")):
        run = posdiff(*command, cwd=tmp_path)
        said = run.out + run.err
        assert run.code == 3
        assert "Traceback" not in said
        assert "root:" not in said
        assert not [
            line for line in said.splitlines() if line.startswith(("error [forged]", "posdiff: error [forged]"))
        ]
        assert not any(character in said for character in "\x1b\u202e\udcff")
    assert "Part  [said 2024-06-14]" in run.out
    assert "2024-06-15-a ⏎ error [forged]" in run.err
    assert "2024-06-15-<U+001B>[2J.yaml" in run.err
    assert r"2024-06-15-\xff\xfe.yaml" in run.err


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ("km**2", "3 km**9**9**9**9"),
        ("km**2", "3 9**9**9**9**9"),
        ("km**2", "3 km**999999999"),
        ("km**999999999", "3 mile**999999999"),
        ("km**2", "3 " + "km*" * 19 + "km"),
        ("9**9**9**9**9", "3 km"),
    ],
)
def test_a_unit_that_is_a_sum_is_not_worked_out(tmp_path: Path, unit: str, value: str) -> None:
    """A units library works out powers of powers: minutes, or all memory, for ten characters."""
    agenda = dedent(AGENDA).replace("km**2", unit)
    term = f"date: 2024-06-15\nterms: {{area: {{max: {value}}}}}\n"
    write(tmp_path, {"agenda.yaml": agenda, "north/2024-06-15.yaml": term})
    command = [sys.executable, "-m", "posdiff", "validate"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=8, check=False)
    assert done.returncode == 3
    assert "positions/north/2024-06-15.yaml:2:21" in done.stdout
