"""Quotes: words, words with who said them and when, or a list of both; whatever is wrong in one, the term stays."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from telling import clean, told, with_agenda

from posdiff.dossier import languages
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.term import QuotedWords, Term

FILE = "north/2024-06-14.yaml"


def _read(folder: Path, quote: str) -> Dossier:
    """North's statement with two sources, and with what stands under `quote`, as it is written."""
    head = "date: 2024-06-14\nsources: {post: {title: A}, blog: {title: B}}\nterms:\n  status:\n    accepts: free\n"
    return with_agenda(folder, {FILE: f"{head}    source: post\n    quote:{quote}\n"})


def _term(read: Dossier) -> Term:
    return read.statements[0].terms["status"]


SAID = date(2024, 6, 13).toordinal()
FORMS = {
    "words": (" We will.", (QuotedWords("We will."),)),
    "a mapping": (" {text: We will.}", (QuotedWords("We will."),)),
    "all that there is to say": (
        """
      text: Мы сделаем это.
      speaker: The minister
      said: 2024-06-13
      source: blog
      language: ru
      translation: We will do it.
        """,
        (QuotedWords("Мы сделаем это.", "The minister", SAID, "blog", "ru", "We will do it."),),
    ),
    "a translation from nobody says what": (" {text: Wir, translation: We}", (QuotedWords("Wir", translation="We"),)),
    "a list of both, each once": (
        """
      - We will.
      - {text: We shall., said: 2024-06-13}
      - We will.
        """,
        (QuotedWords("We will."), QuotedWords("We shall.", said=SAID)),
    ),
    "a list on one line": (" [We will., We shall.]", (QuotedWords("We will."), QuotedWords("We shall."))),
    "the day of the statement": (" {text: We will., said: 2024-06-14}", (QuotedWords("We will.", said=SAID + 1),)),
}


@pytest.mark.parametrize(("written", "quotes"), FORMS.values(), ids=FORMS)
def test_a_quote_in_every_form(tmp_path: Path, written: str, quotes: tuple[QuotedWords, ...]) -> None:
    read = _read(tmp_path, written.rstrip())
    assert told(read.findings) == ""
    assert _term(read).quotes == quotes


KEPT = (QuotedWords("We will."),)
FAULTS = {
    "an empty item": (
        ' [We will., ""]', KEPT,
        """
        error [empty-text] north/2024-06-14.yaml:7:23
          `quote` is empty
          hint: write it, or delete the key
        """,
    ),
    "an item that is missing": (
        """
      - We will.
      -
      - {text: We will., language: null}
        """, KEPT,
        """
        error [null-value] north/2024-06-14.yaml:9:8
          a value is missing here
          hint: write the value, or delete the key; quote it if the word itself is meant
        error [null-value] north/2024-06-14.yaml:10:36
          a value is missing here
          hint: write the value, or delete the key; quote it if the word itself is meant
        """,
    ),
    "no value": (
        "", (),
        """
        error [null-value] north/2024-06-14.yaml:7:5
          a value is missing here
          hint: write the value, or delete the key; quote it if the word itself is meant
        """,
    ),
    "a key twice": (
        " [We will., {text: We shall., text: We may.}]", KEPT,
        """
        error [duplicate-key] north/2024-06-14.yaml:7:41
          the key `text` stands twice in this mapping
          hint: the first is on line 7: keep one
          see north/2024-06-14.yaml:7:24
        """,
    ),
    "an empty list": (
        " []", (),
        """
        error [empty-list] north/2024-06-14.yaml:7:12
          `quote` is an empty list
          hint: write the words, or delete the key
        """,
    ),
    "a list in a list": (
        " [We will., [We shall.]]", KEPT,
        """
        error [wrong-shape] north/2024-06-14.yaml:7:23
          expected text for `quote`, found a list
          hint: put the text in quotes: "[We shall.]"
        """,
    ),
    "a mapping without words": (
        " [We will., {said: 2024-06-13}]", KEPT,
        """
        error [missing-key] north/2024-06-14.yaml:7:23
          a quote needs `text`
          hint: add `text:`
        """,
    ),
    "a key that there is none of": (
        " [We will., {text: We shall., spoken: 2024-06-13}]", KEPT,
        """
        error [unknown-key] north/2024-06-14.yaml:7:41
          no key `spoken` in a quote
          hint: did you mean speaker?
        """,
    ),
    "said after its statement": (
        " [We will., {text: We shall., said: 2024-06-15}]", KEPT,
        """
        error [quote-date] north/2024-06-14.yaml:7:47
          the quote was said on 2024-06-15, after the day of this file, 2024-06-14
          hint: correct one of the two days
        """,
    ),
    "said on no day": (
        " [We will., {text: We shall., said: yesterday}]", KEPT,
        """
        error [not-a-date] north/2024-06-14.yaml:7:47
          expected a date, found `yesterday`
          hint: write it as 2024-06-14
        """,
    ),
    "a source that there is none of": (
        " [We will., {text: We shall., source: blogg}]", KEPT,
        """
        error [unknown-source] north/2024-06-14.yaml:7:49
          no source `blogg` in this statement
          hint: did you mean blog?
        """,
    ),
    "several sources": (
        " [We will., {text: We shall., source: [blog, post]}]", KEPT,
        """
        error [wrong-shape] north/2024-06-14.yaml:7:49
          expected text for `source`, found a list
          hint: put the text in quotes: "[blog, post]"
        """,
    ),
    "a language that there is none of": (
        " [We will., {text: We shall., language: russian}]", KEPT,
        """
        error [unknown-language] north/2024-06-14.yaml:7:51
          no language has the tag `russian`
          hint: did you mean ru (Russian)?
        """,
    ),
    "words that are cut off": (
        """
      - We will.
      - text: We shall at #COP29 and not before
      - {text: We may., speaker: "", translation: ""}
        """, KEPT,
        """
        error [text-cut-off] north/2024-06-14.yaml:9:27
          in YAML a # behind a blank begins a comment: the words `#COP29 and not before` are cut off
          hint: put the text in quotes: "We shall at #COP29 and not before"
        error [empty-text] north/2024-06-14.yaml:10:34
          `speaker` is empty
          hint: write it, or delete the key
        error [empty-text] north/2024-06-14.yaml:10:51
          `translation` is empty
          hint: write it, or delete the key
        """,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("written", "quotes", "findings"), FAULTS.values(), ids=FAULTS)
def test_a_fault_in_a_quote(tmp_path: Path, written: str, quotes: tuple[QuotedWords, ...], findings: str) -> None:
    read = _read(tmp_path, written.rstrip())
    assert told(read.findings) == clean(findings)
    assert _term(read).quotes == quotes


def test_a_term_stands_on_the_sources_of_its_quotes_where_each_has_one(tmp_path: Path) -> None:
    head = "date: 2024-06-14\nsources: {post: {title: A}, blog: {title: B}, site: {title: C}}\nterms:\n"
    quote = "quote: [{text: We will., source: blog}, {text: We shall., source: post}%s]"
    for more, sources, findings in (
        ("", ("blog", "post"), []),
        (", We may.", ("post", "blog", "site"), ["source-not-named"]),
    ):
        read = with_agenda(tmp_path, {FILE: f"{head}  status: {{accepts: free, {quote % more}}}\n"})
        assert (_term(read).sources, [finding.rule for finding in read.findings]) == (sources, findings)


def test_in_alternatives_and_in_drafts(tmp_path: Path) -> None:
    read = with_agenda(tmp_path, {
        FILE: "date: 2024-06-14\nterms:\n"
              "  status: {accepts: free, alternatives: [{accepts: part, quote: [A, {text: B}]}]}\n",
        "drafts/2024-06-14-plan.yaml": "date: 2024-06-14\nby: [guests]\noutcomes:\n"
                                       "  status: {accepts: free, quote: [A, {text: B, said: 2024-06-15}]}\n",
    })  # fmt: skip
    assert _term(read).offers[1].quotes == (QuotedWords("A"), QuotedWords("B"))
    assert _term(read).every_quote == (QuotedWords("A"), QuotedWords("B"))
    assert read.drafts[0].outcomes["status"].quotes == (QuotedWords("A"),)
    assert [(finding.rule, finding.location.file) for finding in read.findings] == [
        ("quote-date", "drafts/2024-06-14-plan.yaml")
    ]


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("ru", "Russian"), ("uk", "Ukrainian"), ("RU", "Russian"), ("sr-Latn", "Serbian (sr-Latn)"),
        ("zh-Hant-TW", "Chinese (zh-Hant-TW)"), ("pt-BR", "Portuguese (pt-BR)"), ("de-1996", "German (de-1996)"),
        ("es-419", "Spanish (es-419)"), ("crh", "crh"), ("no", "Norwegian"),
    ],
)  # fmt: skip
def test_a_language_that_is_known(tag: str, name: str) -> None:
    assert languages.known(tag)
    assert languages.name(tag) == name


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("ukrainian", "did you mean uk (Ukrainian)?"),
        ("pt_BR", "write pt-BR"),
        ("English (UK)", "did you mean en (English)?"),
        ("xx", "write a tag of BCP 47, as in uk for Ukrainian or pt-BR for the Portuguese of Brazil"),
        ("ru-", "write a tag of BCP 47, as in uk for Ukrainian or pt-BR for the Portuguese of Brazil"),
        ("klingon", "did you mean kg (Kongo)?"),
    ],
)  # fmt: skip
def test_a_language_that_is_not_known(tag: str, hint: str) -> None:
    assert not languages.known(tag)
    assert languages.hint(tag) == hint
