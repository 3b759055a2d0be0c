"""Where links lead: whatever a dossier holds, no sign in an address ends the escape that it stands in."""

from __future__ import annotations

import re

import pytest

from posdiff.reports.document import Bullets, Document, Footnote, Run, Section
from posdiff.reports.writers import terminal
from posdiff.reports.writers.terminal import links

ENDS = ("\x1b\\", "\x07", "\x9c", "\x1b]8;;", "\n", "\x00", "\x7f", "\u202e", "\ud800", " ")


@pytest.mark.parametrize("sign", ENDS)
def test_what_would_end_the_escape_makes_no_link(sign: str) -> None:
    assert links.to_page(f"https://example.org/{sign}x") == ""


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://",
        "ssh://a",
        "HTTPS//a",
        "https://a" + "b" * 2000,
    ],
)
def test_what_is_no_address_of_a_page_makes_no_link(url: str | None) -> None:
    assert links.to_page(url) == ""


def test_addresses_are_ascii_without_blanks() -> None:
    assert links.to_page("https://пример.example/a;b%20c?d=é#f\\g`h") == (
        "https://%D0%BF%D1%80%D0%B8%D0%BC%D0%B5%D1%80.example/a;b%20c?d=%C3%A9#f%5Cg%60h"
    )
    assert links.to_file("/a b", "c\x1b\\\x07;d%é\n.yaml").endswith("/a%20b/c%1B%5C%07%3Bd%25%C3%A9%0A.yaml")
    assert (links.to_file("", "a.yaml"), links.to_file("/a", "")) == ("", "")


@pytest.mark.parametrize("sign", ENDS)
def test_no_escape_but_our_own(sign: str) -> None:
    """Addresses, names of files and words of a hostile dossier: after our own escapes are taken out none is left."""
    hostile = f"https://example.org/{sign}evil"
    section = Section(
        "Title", (Bullets(((Run(hostile, cites=(1,), file=f"a{sign.replace(chr(0xD800), '')}b.yaml"),),)),)
    )
    document = Document("show", "Title", sections=(section,), sources=(Footnote(1, hostile, hostile, None, hostile),))
    options = terminal.TerminalOptions(80, links=True, folder="/positions", sources=True)
    left = re.sub(r"\x1b\]8;(id=\d+)?;[!-~]*\x1b\\", "", terminal.write(document, options))
    assert "\x1b" not in left
    assert left == terminal.write(document, options._replace(links=False))
