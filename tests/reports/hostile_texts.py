"""Texts of strangers that one format or another might act on, and a dossier with such a text in every place."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml

HOSTILE = {
    "pipes": "a|b || \\| \\\\| c|",
    "backticks": "`code` ```\nfence\n``` ``",
    "markdown": "# head\n- item\n1. one\n> quote\n---\n***bold*** __x__ ~~y~~ [a](https://e.org) ![i](https://e.org/i.png)",
    "links": "[x](javascript:alert(1)) <https://evil.example> <javascript:x> [r]: https://e.org\n[^1] [^1]: note",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)></td></table></style><!-- c --><b>bold</b>",
    "cdata": "]]> <![CDATA[x]]> <?php x ?> <!doctype x>",
    "entities": "&lt;b&gt; &amp; &#60;script&#62; &nbsp;",
    "attributes": '" onmouseover="alert(1)" \' onfocus=\'x',
    "templates": "{{ 7*7 }} {% raw %} {# c #} ${x} <%= y %>",
    "rich": "[red]x[/red] [link=https://e.org]y[/link] [bold",
    "direction": "abc\u202edef\u2066x\u2069",
    "formula": "=1+1",
    "formulas": "+1-1 @SUM(A1) -cmd|' /C calc'!A0 =HYPERLINK(\"x\")",
    "commands": "::error file=x::y ::set-output name=a::b ##[error]z %0A",
    "mentions": "to @somebody @org/team #123 user/repo#1 GH-12 deadbeefdeadbeefdeadbeefdeadbeefdeadbeef",
    "mathematics": "$x$ $$y$$ \\(z\\) costs $5 and $6",
    "mermaid": 'x"] --> end; click a "https://e.org" %% c\nsubgraph s : t',
    "numbers": "12. 3) -4 +5 1e5 007",
    "letters": "Київ, Москва, naïve, 日本語, emoji 🕊️, e\u0301",
    "lines": "first\n\nsecond\n\n\nthird",
    "long": "word " * 20_000,
    "a long word": "x" * 5_000,
    "bare links": "https://evil.example/a?b=c, http://x.y www.evil.example ftp://f.g HTTPS://E.ORG (www.a.b)",
    "addresses": "mail@evil.example, mailto:a@b.cd xmpp:a@b.cd/x a.b-c_d@e-f.gh <a@b.cd> @ @_x",
    "emoji": ":smile: :+1: :100: :heavy_check_mark: at 12:30:45, a:b:c",
    "footnotes": "[^1] [^note] ^[inline] [^1]: defined\n[^2]: again\n[^1]:\n    more",
    "underlined": "Title\n===\nTitle\n---\n***\n___\n* * *\n- - -",
    "one column": "head\n:-:\nhead\n:---\nhead\n--:\n|a|\n|-|\n|b|",
    "columns": "a | b\n--- | ---\n1 | 2\n\n| c |\n| --- |",
    "lists": "+ one\n* two\n- three\n1) four\n2. five\n- [ ] task\n- [x] done",
    "headings": "###### six\n# one #\nclosing ##\n#hash #",
    "indented": "word\n\n    indented\n\n\tby a tab\n~~~\ntilde\n~~~",
    "alerts": "> [!WARNING]\n> alert\n>> nested\n> ",
    "emphasis": "*a* _b_ **c** __d__ ~e~ ~~f~~ *g**h*** snake_case_word 2*3*4 (a) “b” *",
    "definitions": "[x]: https://evil.example 'title'\n[x]\n![x]\n[x][]",
    "prices": "US$300bn or US$ 100bn, $$$ $`x`$ €5 $5",
    "full width": "＝1+1 ＋2 －3 ＠SUM",
    "blank before a formula": "   =1+1",
    "wide blank before a formula": "\u3000=1+1",
    "runners": "a\n::warning::x\n  ::set-env name=a::b\n##vso[task.complete]x\n##teamcity[x]\n####[group]",
    "unseen": "a\u200bb\u2060c\u00add\u180ee\u200ef",
    "joined letters": "👩\u200d👩\u200d👧 🇺🇦 نمی\u200cخواهم Za\u0336\u0321l\u0337g\u0338o e" + "\u0301" * 40,
    "right to left": "שלום עולם، مرحبا (بالعالم) 123",
    "placeholders": "%d %s %(x)s {0} {x} {} $(id) `id` \\x41 \\u0041 \\n \\",
    "json": '"}],"x":[{"a":1}] \\" </script><script>',
    "cells": 'a,b;c "d""e" \'=1 ""',
    "yaml": "- a: b\n  c: &x *y !!z | >\n# comment\n...",
    "drawings": "<svg onload=alert(1)><title>x</title></svg><math><mi xlink:href='javascript:x'>",
    "comments": "<!-- a --> --> <!- ]]> <!--> --!>",
    "styles": "</style><style>*{display:none}</style> expression(x) url(javascript:x)",
    "ends": "</textarea></title></noscript><plaintext></body></html>",
    "schemes": "javascript:alert(1) data:text/html;base64,x vbscript:x //evil.example \\\\evil\\share file:///x",
    "blanks": "\u00a0\u2003spaces \u3000 inside   three",
    "conflicts": "<<<<<<< HEAD\n=======\n>>>>>>> x\n@@ -1 +1 @@",
    "a number sign": "#",
    "a dash": "-",
    "an asterisk": "*",
    "a backslash": "\\",
    "a pipe": "|",
    "colons": "::",
}


def written(folder: Path, text: str) -> Path:
    """A dossier with the text in every free place."""
    quote, text = text, text if len(text) < 1_000 else "a long quote"
    link = "https://example.org/a?b=c"
    # In a clause brackets are those of the paper, and have to be whole.
    clause = text.replace("[", "").replace("]", "") + " [open]"
    page = {"title": text, "publisher": text, "url": link, "archive": link, "note": text}
    source = {"a": page | {"class": "repost", "described": "true"}}
    said = {"speaker": text, "said": "2024-01-01", "source": "a", "language": "ru", "translation": text}
    told = [quote, {"text": f"{text} told", **said}, {"text": "Other words.", "translation": text}]
    offer = {"quote": told, "note": text, "source": "a"}
    head = {"title": text, "speaker": text, "note": text, "sources": source, "coded-by": text, "checked-by": [text]}
    files: dict[str, Any] = {
        "agenda.yaml": {
            "posdiff": "1", "title": text,
            "parties": {"north": {"name": text, "note": text}, "south": {"name": text}},
            "topics": {"main": text},
            "steps": {"first": text, "second": {"title": text, "note": text},
                      "third": {"title": text, "after": "second", "why": text}},
            "issues": {
                "pick": {"title": text, "question": text, "note": text, "topic": "main", "kind": "choice",
                         "options": {"a": text, "b": text, "c": text}},
                "kit": {"title": text, "kind": "set", "members": {"x": text, "y": text}},
                "fee": {"title": text, "kind": "quantity", "unit": "coin", "unlimited": text},
                "order": {"title": text, "kind": "sequence"},
                "words": {"title": text, "topic": "main", "kind": "text"},
                "same": {"title": text, "kind": "choice", "options": {"a": text, "b": text}},
            },
            "rules": [{"if": {"pick": ["b", "c"]}, "then": {"kit": {"excludes": ["y"]}}, "why": text}],
        },
        "north/2024-01-01.yaml": {"date": "2024-01-01", **head, "terms": {
            "pick": {"accepts": "a", "firmness": "red-line", **offer}, "words": {"says": text, **offer},
            "kit": {"includes": ["x"], **offer}, "same": {"accepts": "a", **offer}}},
        "north/2024-02-01.yaml": {"date": "2024-02-01", **head, "terms": {
            "words": {"says": text + " more", **offer}, "fee": {"exactly": "unlimited", **offer},
            "order": {"order": ["first", "second"], **offer},
            "kit": {
                "includes": ["x", "y"], "alternatives": [{"excludes": ["x"], "if": {"pick": "a"}, **offer}], **offer}},
            "reaffirms": ["pick"],
            "reactions": {"2024-02-15-deal": {"reaction": "reserves", "issues": ["pick"], **offer}}},
        "south/2024-01-15.yaml": {"date": "2024-01-15", **head, "standing": "stated", "terms": {
            "pick": {"accepts": ["b", "c"], **offer}, "words": {"says": text + " less", **offer},
            "kit": {"excludes": ["x"], **offer}, "fee": {"max": "5", **offer},
            "order": {"order": ["second", "first"], **offer}, "same": {"accepts": "a", **offer}}},
        "drafts/2024-02-15-deal.yaml": {"date": "2024-02-15", **head, "by": [text], "outcomes": {
            "pick": {"accepts": "b", **offer}, "kit": {"includes": ["x"], **offer},
            "same": {"options": [{"accepts": "a", "by": [text], "text": quote, "note": text}, "b"]}},
            "clauses": [{"id": "1", "title": text, "text": clause, "settles": ["pick"], "by": [text], "note": text}]},
        "drafts/2024-02-20-next.yaml": {"date": "2024-02-20", **head, "by": [text], "previous": "2024-02-15-deal",
            "outcomes": {"pick": {"accepts": "b", **offer}},
            "clauses": [{"id": "1", "title": text, "text": f"{clause} told", "by": [text]}]},
    }  # fmt: skip
    for name, value in files.items():
        path = folder / "positions" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        written_out = json.loads(json.dumps(value))  # what is one object in several places would become an alias
        dumped = yaml.safe_dump(written_out, allow_unicode=True, sort_keys=False, width=10**9)
        # PyYAML escapes what turns the direction of writing; here it stands as itself.
        path.write_text(re.sub(r"\\u20([26][0-9A-F])", lambda m: chr(int("20" + m[1], 16)), dumped), encoding="utf-8")
    return folder


def plain(text: str) -> str:
    """Plain words with the same line breaks."""
    return re.sub(r"[^\n]+", "plain", text)
