"""The marks of an answer in which something is supposed, on every document; and beside it what that changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from posdiff.answers import against_record
from posdiff.answers.answer import Answer, DossierAnswer
from posdiff.reports import supposed_wording as phrases
from posdiff.reports.document import Bullets, Document, Line, Paragraph, Section, line

if TYPE_CHECKING:
    from posdiff.answers.draft import DraftAnswer
    from posdiff.answers.drafts import DraftSteps

#: So many changes have room on two pages beside all else.
_ROOM_IN_A_BRIEF = 6


def marked(document: Document, answer: Answer) -> Document:
    """The document with what is supposed at its head, in its title and on its pages, and what that changes."""
    if not isinstance(answer, DossierAnswer) or not answer.basis.supposed:
        return document
    return document._replace(
        title=f"{document.title} {phrases.IN_TITLE}", lead=(*lines(answer), *document.lead),
        sections=(_against_record(answer), *_titled(document.sections)), running_head=phrases.MARK,
    )  # fmt: skip


def _titled(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections, the first one with a title: without one it would go on with what changes."""
    if not sections or sections[0].title:
        return sections
    return (sections[0]._replace(title=phrases.AS_SUPPOSED), *sections[1:])


def lines(answer: DossierAnswer) -> tuple[Line, ...]:
    """What is supposed, a line each."""
    return tuple(line(phrases.supposed(each, answer.agenda), "strong") for each in answer.basis.supposed)


def _against_record(answer: DossierAnswer) -> Section:
    found = list(_in_words(answer, answer.of_record))
    title, anchor = phrases.AGAINST_RECORD, "against-record"
    if not found:
        return Section(title, (Paragraph(line(_nothing(answer))),), anchor=anchor)
    most = _ROOM_IN_A_BRIEF if answer.command == "brief" else len(found)
    shown = found[:most] if len(found) <= most else [*found[: most - 1], f"and {len(found) - most + 1:,} more"]
    return Section(f"{title} ({len(found)})", (Bullets(tuple(map(line, shown))),), phrases.MEANING, anchor=anchor)


def _nothing(answer: Any) -> str:
    """That nothing changes, of what was looked at."""
    if answer.command not in ("compare", "brief"):
        return phrases.NOTHING[answer.command]
    compared = answer.compare if answer.command == "brief" else answer
    return phrases.NOTHING_COMPARED if compared.conflicts is None else phrases.NOTHING_ACROSS


def _in_words(answer: Any, record: Any) -> Iterable[str]:
    """What changes, a line each."""
    if answer.command == "brief":
        answer, record = answer.compare, record.compare
    if answer.command == "compare":
        return phrases.compared(against_record.of_compare(record, answer), answer.names)
    if answer.command == "conflicts":
        return phrases.conflicts(against_record.of_conflicts(record, answer), answer.names)
    if answer.command == "matrix":
        return phrases.pairs(against_record.of_matrix(record, answer), answer.metric, answer.names)
    if answer.command == "draft":
        return _draft(record, answer)
    if answer.command == "text":
        return _draft(record.judged, answer.judged)
    return _drafts(answer, record)


def _draft(record: DraftAnswer, supposed: DraftAnswer) -> Iterator[str]:
    yield from phrases.drafts(against_record.of_draft(record, supposed), {}, supposed.agenda)
    yield from phrases.choices(against_record.choices_of_draft(record, supposed), {}, supposed.names)


def _drafts(answer: DraftSteps, record: DraftSteps) -> Iterator[str]:
    from posdiff.reports import draft_steps_wording

    labels = draft_steps_wording.labels(answer.drafts, answer)
    yield from phrases.drafts(against_record.of_drafts(record, answer), labels, answer.agenda)
    names = {of_party.party.label: of_party.party.name for of_party in answer.parties}
    yield from phrases.choices(against_record.choices_of_drafts(record, answer), labels, names)
