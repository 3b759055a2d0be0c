"""The sheet on which terms are coded a second time: what was said, where, on what; and not how it was coded."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from posdiff.dossier.agenda import Agenda
from posdiff.dossier.coding import CodedTerm, fingerprint
from posdiff.dossier.statement import Quote, Source, attributed
from posdiff.reports.escaping import visible

_HEAD = """\
# A second coding. Read each quote, and the page that it is from, and say how you would code it: fill in the keys below
# `coding:`, in the words of terms (posdiff's docs/format.md). Do not look at the position files meanwhile.
#
# What you leave empty is as in a statement: firm, not vague, without a condition. A row of which nothing is filled in,
# or only the note, is not compared. Where a demand binds only in some settlements, write `applies_if`; an offer that
# is made only in some is one of the `alternatives`, with an `if`. Leave all above `coding:` as it is, but for `coder:`,
# who fills it in.
"""
_CODING = (
    "firmness:  # red-line, firm or flexible",
    "vague:  # true where the words leave open what exactly would do",
    "applies_if:  # {issue: what it accepts}",
    "alternatives:  # a list of further offers, each in the same words; {…, if: {issue: what it accepts}}",
    "note:",
)


def text(agenda: Agenda, sampled: Sequence[CodedTerm], of: int, seed: int) -> str:
    """The sheet for these terms, which are a sample of so many."""
    lines = [
        _HEAD.rstrip("\n"), 'recode: "1"', "coder:",
        f"sample: {{terms: {len(sampled)}, of: {of}, seed: {seed}}}", "terms:" if sampled else "terms: []",
    ]  # fmt: skip
    for coded in sampled:
        lines += ["", *_row(coded, agenda)]
    return "\n".join(lines) + "\n"


def _row(coded: CodedTerm, agenda: Agenda) -> Iterator[str]:
    statement, issue = coded.statement, agenda.issues[coded.term.issue]
    yield f"  - statement: {_in_quotes(coded.file)}"
    yield f"    issue: {issue.id}"
    yield f"    fingerprint: {_in_quotes(fingerprint(coded, agenda))}"
    yield f"    title: {_in_quotes(issue.title)}"
    if issue.question:
        yield f"    question: {_in_quotes(issue.question)}"
    yield f"    kind: {issue.space.kind}"
    yield f"    parties: [{', '.join(_in_quotes(agenda.parties[party].name) for party in statement.parties)}]"
    if statement.speaker:
        yield f"    speaker: {_in_quotes(statement.speaker)}"
    yield f"    date: {_day(statement.day)}"
    yield f"    standing: {statement.standing}"
    quotes = attributed(coded.term.words, statement)
    yield "    quotes:" if quotes else "    quotes: []"
    for quote in quotes:
        yield from _entry(_of_quote(quote))
    sources = [statement.sources[key] for key in coded.term.stands_on if key in statement.sources]
    yield "    sources:" if sources else "    sources: []"
    for source in sources:
        yield from _entry(_of_source(source))
    yield "    coding:"
    for line in (*issue.space.template(), *_CODING):
        yield f"      {visible(line)}"


def _of_quote(quote: Quote) -> Iterator[tuple[str, str | None]]:
    yield "text", quote.text
    yield "translation", quote.translation
    yield "speaker", quote.speaker
    yield "said", _day(quote.said)
    yield "source", ", ".join(source.key for source in quote.sources) or None


def _of_source(source: Source) -> Iterator[tuple[str, str | None]]:
    title = None if source.described else source.title  # a description is by the first coder
    yield from (("key", source.key), ("title", title), ("publisher", source.publisher))
    yield from (("date", source.date), ("url", source.url), ("archive", source.archive))


def _entry(fields: Iterable[tuple[str, str | None]]) -> Iterator[str]:
    lead = "-"
    for key, value in fields:
        if value:
            yield f"      {lead} {key}: {_in_quotes(value)}"
            lead = " "


def _in_quotes(words: str) -> str:
    """Words as one line in the quotation marks of YAML, whatever is in them: JSON is YAML."""
    return json.dumps(visible(" ".join(words.split())), ensure_ascii=False)


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()
