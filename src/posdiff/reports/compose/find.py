"""The document of ``find``: the texts that were found, file by file, with the words in their context."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from posdiff.answers.find import Find, Hit
from posdiff.answers.matching import Span
from posdiff.dossier.reading.texts import TextKind
from posdiff.kinds.kind import joined, quoted
from posdiff.reports import evidence_wording, wording
from posdiff.reports.compose import basis
from posdiff.reports.document import Cell, Column, Document, Line, Row, Run, Section, Table, line

#: What a text is called that is not called by its word in the JSON.
_NAMES: Mapping[TextKind, str] = {
    "unlimited": "title of no limit", "by": "proposed by", "says": "position in words", "why": "reason",
    "corrects": "reason of a correction", "url": "address",
}  # fmt: skip
#: A text of so many characters is shown whole; of a longer one, so many on each side of the first so many words.
_WHOLE, _AROUND, _MOST = 240, 70, 8


def document(answer: Find) -> Document:
    """The texts, each under the agenda, the statement or the draft that it is from."""
    sections = []
    for file, hits in groupby(answer.hits, key=lambda hit: hit.location.file):
        of_file = tuple(hits)
        title = _title(of_file[0], answer)
        columns = (Column("Kind"), Column("Text"), Column("Place"))
        table = Table(title, columns, tuple(_row(hit, answer) for hit in of_file), "outline")
        sections.append(Section(title, (table,), named=not of_file[0].origin.agenda, anchor=_anchor(file)))
    asked = joined([quoted(word) for word in answer.words])
    number = len(answer.hits)
    title = f"{wording.count(number, 'text')} with {asked}" if number else f"No text holds {asked}"
    lead = (*_scope(answer), *basis.lines(answer.basis))
    return Document("find", title, (), lead, tuple(sections))


def _scope(answer: Find) -> Iterator[Line]:
    """Where was looked, where that is not everywhere."""
    agenda, scope = answer.agenda, answer.scope
    parties = [party.name for party in agenda.parties.values() if party.id in scope.parties]
    about = [issue.title for issue in agenda.issues.values() if issue.id in scope.issues]
    about += [title for topic, title in agenda.topics.items() if topic in scope.topics]
    if parties:
        yield line(f"Only texts of {joined(parties)}.", "faint")
    if about:
        yield line(f"Only texts on {joined(about)}.", "faint")


def _title(hit: Hit, answer: Find) -> str:
    """``2024-06-14, Russia: Speech at the ministry``; what is only reported says so."""
    origin, recorded = hit.origin, hit.origin.recorded
    if origin.agenda:
        return "Agenda"
    if recorded is None:
        return hit.location.file
    whose = joined([answer.agenda.parties[party].name for party in origin.parties]) or "draft"
    reported = " (reported)" if recorded.standing == "reported" else ""
    title = f": {recorded.title}" if recorded.title else ""
    return f"{wording.day(recorded.day)}{reported}, {whose}{title}"


def _anchor(file: str) -> str:
    return f"file-{re.sub('[^a-z0-9]+', '-', file.rpartition('.')[0])}"


def _row(hit: Hit, answer: Find) -> Row:
    kind = _NAMES.get(hit.kind, hit.kind.replace("-", " "))
    about: Line = ()
    if hit.issue and hit.kind != "issue-title":
        about = (Run(f" on {answer.agenda.issues[hit.issue].title}", "faint"),)
    elif hit.origin.agenda and hit.parties and hit.kind != "party-name":
        about = (Run(f" of {answer.agenda.parties[hit.parties[0]].name}", "faint"),)
    if hit.in_page not in (None, "verified"):
        about += (Run(f", {evidence_wording.RESULTS[hit.in_page]}", "strong"),)
    place = basis.place(answer.basis, hit.location.file, hit.location.line)
    return Row((Cell(((Run(kind), *about),)), Cell((_in_context(hit.text, hit.found),)), Cell(((place,),))))


def _in_context(text: str, found: Sequence[Span]) -> Line:
    """A text on one line, the words that were found in it marked whole; of a long one, what stands around them.

    Only blanks stand between what is marked and what is not: nothing that a reader, a browser or a runner would take
    as one is torn apart and then put together again.
    """
    words = [match.span() for match in re.finditer(r"\S+", text)]
    marked = _marked(words, found)
    runs: list[Run] = []
    shown = _shown(words, sorted(marked)) if len(text) > _WHOLE else set(words)
    before = -1
    for number, word in ((number, word) for number, word in enumerate(words) if word in shown):
        gap = "" if number == 0 else " " if number == before + 1 else "… " if not runs else " … "
        runs += [Run(gap)] if gap else []
        runs.append(Run(text[word[0] : word[1]], "strong" if word in marked else "plain"))
        before = number
    if before < len(words) - 1:
        runs.append(Run(" …"))
    return tuple(_joined(runs))


def _marked(words: Iterable[Span], found: Sequence[Span]) -> set[Span]:
    """The words that hold some of what was found. Both are in order and apart, so that each is looked up once."""
    ends = [end for _, end in found]
    first = ((word, bisect_right(ends, word[0])) for word in words)
    return {word for word, number in first if number < len(found) and found[number][0] < word[1]}


def _shown(words: Iterable[Span], marked: Sequence[Span]) -> set[Span]:
    """The words that are marked, the first of them, and those that stand around them."""
    near = [(start - _AROUND, end + _AROUND) for start, end in marked[:_MOST]]
    starts = [start for start, _ in near]
    last = ((word, bisect_right(starts, word[0]) - 1) for word in words)
    return {word for word, number in last if number >= 0 and word[1] <= near[number][1]} | {*marked[:_MOST]}


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs that stand beside each other in one style as one; a blank belongs to what stands on both its sides."""
    parts = [run for run in runs if run.text]
    for number in range(1, len(parts) - 1):
        if parts[number].text == " " and parts[number - 1].style == parts[number + 1].style:
            parts[number] = parts[number]._replace(style=parts[number + 1].style)
    for style, alike in groupby(parts, key=lambda run: run.style):
        yield Run("".join(run.text for run in alike), style)
