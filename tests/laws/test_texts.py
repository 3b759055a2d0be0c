"""What parties say reaches the reader: no text is lost in a report, and none breaks it.

Texts with characters that no file may hold are put into a dossier that was read, so that the reports are tried on them
as well: what is refused today may be let in tomorrow.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeVar
from unicodedata import bidirectional, category

from generating import law
from hypothesis import given
from hypothesis import strategies as st
from spelling import quoted

from answering import asked
from posdiff.answers.answer import Answer
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.reading.load import assemble
from posdiff.dossier.sources.tree import File
from posdiff.dossier.statements import Statements
from posdiff.kinds.choice import ChoiceSpace
from posdiff.reports import formats
from posdiff.reports.escaping import visible

_PIECES = (
    "[red]", "[/red]", "[/]", "[link=http://x]", "|", "\\", "\\[", ":smile:", "\x1b[31m", "\x1b]8;;http://x\x07",
    "\x00", "\x07", "\t", "\n", "\r\n", "\r", "\x85", "\u2028", "\u202e", "\u200b", "\ufeff", "\xa0", "\u3000",
    "é", "e\u0301", "\U0001f1fa\U0001f1e6", "\U0001f468\u200d\U0001f469", "漢字かな", "العربية", "\ud800", "\udfff",
    "\U000e0041", "\uffff", "<b>", "&amp;", "{x}", "%s", "“", "”", "…", "–", " ", "  ", "word",
    "a long word-like-thing-without-any-room",
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(_PIECES), min_size=1, max_size=8).map("".join),
    st.text(st.characters(), min_size=1, max_size=40),
).filter(lambda text: bool(text.strip()) and len(text) < 120)


class Said(NamedTuple):
    """The texts of one statement."""

    title: str
    speaker: str
    statement_note: str
    source: str
    publisher: str
    quote: str
    note: str
    says: str
    offer_quote: str
    offer_note: str


class Named(NamedTuple):
    """The texts of an agenda."""

    party: str
    issue: str
    question: str
    topic: str
    option: str


def _file(path: str, words: Any) -> File:
    def flow(value: Any) -> str:
        if isinstance(value, str):
            return quoted(value)
        if isinstance(value, list):
            return "[" + ", ".join(map(flow, value)) + "]"
        return "{" + ", ".join(f"{quoted(key)}: {flow(each)}" for key, each in value.items()) + "}"

    return File(path, flow(words).encode())


def _written(said: Iterable[tuple[str, str, Said]], named: Named | None = None) -> Dossier:
    """A dossier of statements, each by a party on a day, on an issue of text and a choice."""
    name = named or Named("Ada", "Guarantees", "Which?", "Security", "A treaty")
    options = {"treaty": name.option, "none-at-all": "Nothing"}
    issues = {
        "words": {"title": name.issue, "question": name.question, "kind": "text", "topic": "topic"},
        "pact": {"title": "Pact", "kind": "choice", "options": options},
    }
    agenda = {
        "posdiff": "1", "parties": {"ada": {"name": name.party}, "bob": {"name": "Bob"}},
        "topics": {"topic": name.topic}, "issues": issues,
    }  # fmt: skip
    files = [_file("agenda.yaml", agenda)]
    for party, day, texts in said:
        offer = {"accepts": "none-at-all", "quote": texts.offer_quote, "note": texts.offer_note}
        words = {
            "date": day, "title": texts.title, "speaker": texts.speaker, "note": texts.statement_note,
            "sources": {"it": {"title": texts.source, "publisher": texts.publisher}},
            "terms": {
                "words": {"says": texts.says, "quote": texts.quote, "note": texts.note},
                "pact": {"accepts": "treaty", "alternatives": [offer]},
            },
        }  # fmt: skip
        files.append(_file(f"{party}/{day}.yaml", words))
    return assemble(files, [])


def _named(cls: type[Texts], word: str) -> Texts:
    """A word of its own for each text."""
    return cls(*(f"{word}{field.replace('_', '')}" for field in cls._fields))


def _dossier(said: Iterable[tuple[str, str, Said]], named: Named | None = None) -> Dossier:
    """A dossier as ``_written`` reads it, with any text whatever in the place of harmless ones."""
    statements = list(said)
    words = [_named(Said, f"text{letter}") for letter, _ in zip("abcdef", statements, strict=False)]
    texts = {
        mine: text
        for each, (_, _, real) in zip(words, statements, strict=True)
        for mine, text in zip(each, real, strict=True)
    }
    harmless = _named(Named, "name")
    texts |= dict(zip(harmless, named, strict=True)) if named else {}
    read = _written([(p, d, w) for (p, d, _), w in zip(statements, words, strict=True)], harmless if named else None)
    assert not [finding for finding in read.findings if finding.severity == "error"]
    made: Dossier = _replaced(read, texts)
    return made


def _replaced(value: Any, texts: Mapping[str, str]) -> Any:
    """A value with other texts in it."""
    if isinstance(value, str):
        return texts.get(value, value)
    if isinstance(value, ChoiceSpace):
        return ChoiceSpace({option: texts.get(title, title) for option, title in value.options.items()}, value.ordered)
    if isinstance(value, Statements):
        return Statements(_replaced(each, texts) for each in value)
    if isinstance(value, dict):
        return {key: _replaced(each, texts) for key, each in value.items()}
    if isinstance(value, tuple):
        parts = [_replaced(each, texts) for each in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return value


Texts = TypeVar("Texts", Said, Named)
SAID = st.builds(Said, *[TEXTS] * len(Said._fields))


def on_paper(text: str) -> str:
    """A text as any terminal can show it, without the room that wrapping changes."""
    return _bare(visible(text))


def _bare(text: str) -> str:
    return "".join(text.split())


def _written_for_a_terminal(answer: Answer, width: int, unicode: bool = True) -> list[str]:
    """An answer in every way that it can be written as text, without colours and room."""
    look = formats.Look(quotes=True, sources=True, unicode=unicode)
    drawn = look._replace(width=width)
    texts = [formats.write(answer, "text", each) for each in (look, drawn, drawn._replace(colour=True))]
    coloured = re.compile("\x1b\\[[0-9;]*m")
    assert "\x1b" not in texts[0] + texts[1] + coloured.sub("", texts[2])
    return [_bare(coloured.sub("", text)) for text in texts]


def shows(answer: Answer, width: int, texts: Iterable[str]) -> None:
    """Every text can be read in the answer, however it is drawn."""
    for written in _written_for_a_terminal(answer, width):
        for text in texts:
            assert on_paper(text) in written


def tells(answer: Answer, texts: Iterable[str]) -> None:
    """Every text is a value somewhere in the JSON."""
    shown = formats.write(answer, "json")
    assert shown.isascii()
    values = set(_values(json.loads(shown)))
    for text in texts:
        assert text in values or _paired(text) in values


def _values(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [found for each in inside for found in _values(each)]


def _paired(text: str) -> str:
    """Two surrogates side by side are one character in JSON."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") if _pairs(text) else text


def _pairs(text: str) -> bool:
    return bool(re.search("[\ud800-\udbff][\udc00-\udfff]", text)) and not re.search(
        "[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]", text
    )


def _harmless(text: str) -> bool:
    """Whether a file may hold a text."""
    refused = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufdd0-\ufdef\U000e0000-\U000e007f]"
    return not re.search(refused, text) and all(ord(character) & 0xFFFE != 0xFFFE for character in text)


_TURNING = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))


def test_words_on_two_lines_stay_apart_from_what_stands_beside_them() -> None:
    """A run of words that both versions of a clause have begins and ends with a blank."""
    assert visible(" percent, \n for two years ") == " percent, ⏎ for two years "
    assert visible("one\n\ntwo\n") == "one ⏎  ⏎ two"


@law(300)
@given(TEXTS)
def test_what_is_visible_does_nothing_else(text: str) -> None:
    """What a terminal shows of a text is one line that moves no cursor and turns no letters round."""
    shown = visible(text)
    for character in shown:
        assert category(character) not in ("Cc", "Cs", "Zl", "Zp")
        assert bidirectional(character) not in _TURNING
    assert visible(shown).strip() == shown.strip()  # a blank before a break goes the second time
    for character in text:
        if category(character) in ("Cc", "Cs") and character not in "\t\r\n":
            assert f"<U+{ord(character):04X}>" in shown


@law(80)
@given(SAID)
def test_a_text_is_read_as_it_is_written_or_refused(texts: Said) -> None:
    """Every character of a text is read, escapes and all; where a file may not hold one, that is a finding."""
    dossier = _written([("ada", "2024-03-01", texts)])
    refused = [finding for finding in dossier.findings if finding.rule == "control-character"]
    assert bool(refused) == (not all(map(_harmless, texts)))
    if not refused:
        (statement,) = dossier.statements
        said, pact = statement.terms["words"], statement.terms["pact"]
        (source,) = statement.sources.values()
        found = (
            statement.title, statement.speaker, statement.note, source.title, source.publisher, said.quote, said.note,
            said.offers[0].accepts, pact.offers[1].quote, pact.offers[1].note,
        )  # fmt: skip
        assert found == tuple(texts)


WIDTHS = st.sampled_from((20, 40, 79, 200))


@law(60)
@given(SAID, WIDTHS)
def test_show_says_all(texts: Said, width: int) -> None:
    """A position is shown with every quote, note and source, and every word."""
    answer = asked(_dossier([("ada", "2024-03-01", texts)])).show("ada")
    wanted = (
        texts.says, texts.quote, texts.note, texts.offer_quote, texts.offer_note, texts.source, texts.publisher,
    )  # fmt: skip
    shows(answer, width, wanted)
    tells(answer, wanted)


@law(60)
@given(SAID, SAID, WIDTHS)
def test_history_says_all(one: Said, other: Said, width: int) -> None:
    """A history is shown with every title, speaker, note, quote and word."""
    answer = asked(_dossier([("ada", "2024-03-01", one), ("ada", "2024-03-02", other)])).history("ada")
    same = on_paper(one.says) == on_paper(other.says) or one.says == other.says
    texts = [one, *([] if same else [other])]
    wanted = [text for each in texts for text in (each.title, each.speaker, each.says, each.quote)]
    noted = [text for each in (one, other) for text in (each.statement_note, each.title, each.speaker)]
    shows(answer, width, [*wanted, *noted])
    tells(answer, [*wanted, *noted, one.note, other.note])


@law(60)
@given(SAID, SAID, WIDTHS)
def test_compare_says_all(one: Said, other: Said, width: int) -> None:
    """A comparison shows what either party says, with quotes and sources when asked for."""
    dossier = _dossier([("ada", "2024-03-01", one), ("bob", "2024-03-01", other)])
    answer = asked(dossier).compare("ada", "bob", all=True)
    wanted = [
        t for each in (one, other) for t in (each.says, each.quote, each.offer_quote, each.source, each.publisher)
    ]
    shows(answer, width, wanted)
    tells(answer, wanted)


@law(60)
@given(SAID, SAID, WIDTHS)
def test_changes_say_all(one: Said, other: Said, width: int) -> None:
    """Changes show what was said before and what is said now, field by field if asked for."""
    dossier = _dossier([("ada", "2024-03-01", one), ("ada", "2024-03-02", other)])
    answer = asked(dossier).changes("ada", since="2024-03-01", all=True, fields=True)
    now = (other.says, other.quote, other.source)
    before = () if one.says == other.says else (one.says, one.quote, one.source)
    shows(answer, width, (*now, *before))
    tells(answer, (*now, *before))


@law(60)
@given(st.builds(Named, *[TEXTS] * len(Named._fields)), SAID, WIDTHS)
def test_listings_say_all(named: Named, texts: Said, width: int) -> None:
    """The names and titles of the agenda are in every list, and findings about any text can be drawn."""
    dossier = asked(_dossier([("ada", "2024-03-01", texts)], named))
    issues, parties = dossier.issues(), dossier.parties()
    shows(issues, width, (named.issue, named.question, named.party))
    shows(parties, width, (named.party,))
    tells(issues, (named.issue, named.question))
    tells(parties, (named.party,))
    shows(dossier.show("ada"), width, (named.issue, named.option))


@law(80)
@given(SAID, WIDTHS)
def test_findings_about_any_text_can_be_drawn(texts: Said, width: int) -> None:
    """A finding shows the line that it is about, whatever stands there, and JSON tells it too."""
    said = {"says": texts.says, texts.note: texts.quote}
    words = {"date": "2024-03-01", "title": texts.title, "terms": {"words": said, texts.speaker: texts.source}}
    agenda = _written([]).texts["agenda.yaml"]
    flows = [File("agenda.yaml", agenda.encode()), _file("ada/2024-03-01.yaml", words)]
    raw = File("bob/2024-03-01.yaml", f"date: 2024-03-01\ntitle: {texts.title}\n".encode("utf-8", "surrogatepass"))
    answer = asked(assemble([*flows, raw], [])).validate()
    messages = [finding.message for finding in answer.verdict.findings]
    shows(answer, width, messages)
    tells(answer, messages)


@law(60)
@given(SAID, WIDTHS)
def test_signs_of_ascii_lose_no_letter(texts: Said, width: int) -> None:
    """Where the terminal has only ASCII signs, the letters of a text are still all there."""
    answer = asked(_dossier([("ada", "2024-03-01", texts)])).show("ada")

    def letters(text: str) -> str:
        return "".join(c for c in on_paper(text).replace("×", "x") if c.isalnum())

    for written in _written_for_a_terminal(answer, width, unicode=False):
        assert letters(texts.quote) in letters(written)
