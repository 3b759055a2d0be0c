"""Files that are wrong, and what is found in each."""

from __future__ import annotations

from itertools import pairwise

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
          hint: known: checked-by, coded-by, corrects, date, dismissed, dissents, note, reactions, reaffirms, \
sources, speaker, standing and 3 more
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
          hint: known: checked-by, coded-by, corrects, date, dismissed, dissents, note, reactions, reaffirms, \
sources, speaker, standing and 3 more
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
