"""The document of ``who``: what is accepted on an issue, and by whom, in its own name or through which bloc."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posdiff.answers.answer import AskedParty
from posdiff.answers.who import Who, WhoGroup
from posdiff.comparison.same_positions import ToOutcome
from posdiff.comparison.voices import voices
from posdiff.kinds.kind import joined
from posdiff.reports import holders_wording, named_red_lines, provenance, wording
from posdiff.reports.compose import basis
from posdiff.reports.compose.evidence import Citations, position
from posdiff.reports.document import (
    Bullets,
    Cell,
    Column,
    Document,
    Line,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    line,
)
from posdiff.reports.draft_wording import outcome_in_words

#: How so many parties stand to an outcome.
_STAND: Mapping[ToOutcome, str] = {
    "accepts": "accepted by {}",
    "refuses": "refused by {}",
    "on-both-sides": "{} on both sides",
    "leaves-open": "left open by {} (in part, on a condition or in vague words)",
}
#: So many of those who dissent are named.
_MOST_DISSENTING = 4
_SHOWN: Mapping[str, str] = {"accepts": "who accepts", "refuses": "who refuses"}


def document(answer: Who) -> Document:
    """A part for each thing that is accepted, the one with the most parties first; then who holds no position."""
    citations = Citations(proofs=answer.basis.proofs)
    parts = [_group(number, group, answer, citations) for number, group in enumerate(answer.shown, 1)]
    parts += [] if parts else [Section("", (Paragraph(line("No party to show.")),))]
    if answer.silent and answer.outcome is None:
        lines = tuple(_silent(label, answer) for label in answer.silent)
        parts.append(Section(f"No position ({len(lines)})", (Bullets(lines),), anchor="silent"))
    asked = answer.outcome
    about = (
        f": {_SHOWN[asked.asked]} {outcome_in_words(asked.outcome, answer.agenda)}" if asked else ": who accepts what"
    )
    unproven = basis.not_looked_up(answer.basis, named_red_lines.of_who(answer))
    question = (line(answer.issue.question, "faint"),) if answer.issue.question else ()
    return Document(
        "who", f"{answer.issue.title}{about}, as of {wording.day(answer.as_of)}", line(_counted(answer)),
        (*question, *_stands(answer), *basis.lines(answer.basis), *unproven), tuple(parts), citations.footnotes(),
        evidence=True,
    )  # fmt: skip


def _counted(answer: Who) -> str:
    """``45 of 60 parties hold a position, 42 of them through a bloc; 3 different positions``."""
    every, spoken = wording.count(len(answer.parties), "party", "parties"), len(answer.held)
    if not spoken:
        return f"nobody holds a position, of {every}"
    inherited = sum(bool(held.through) for held in answer.held.values())
    words = f"{spoken:,} of {every} {'holds' if spoken == 1 else 'hold'} a position"
    words += f", {inherited:,} of them through a bloc" if inherited else ""
    return f"{words}; {wording.count(len(answer.groups), 'different position')}"


def _stands(answer: Who) -> tuple[Line, ...]:
    """How many parties stand how to the outcome that is asked about."""
    if answer.outcome is None:
        return ()
    names = {label: asked.name for label, asked in answer.asked.items()}
    counted = []
    for stands, words in _STAND.items():
        found = answer.voices_standing(stands)
        if found:
            counted.append(words.format(holders_wording.number_of_voices(found, names)))
    counted += [f"{len(answer.silent):,} without a position{_dissenting(answer)}"] if answer.silent else []
    return (line("; ".join(counted)),) if counted else ()


def _dissenting(answer: Who) -> str:
    """`` (Nepal dissents from LDC)``: of those without a position, who has not only been silent."""
    found = ((answer.asked[label], _dissent(answer.asked[label], answer)) for label in answer.silent)
    told = wording.first([f"{asked.name} {words}" for asked, words in found if words], _MOST_DISSENTING)
    return f" ({told})" if told else ""


def _dissent(asked: AskedParty, answer: Who) -> str:
    return basis.dissent(answer.basis, asked.party, asked.on(answer.as_of), answer.issue.id, answer.agenda)


def _group(number: int, group: WhoGroup, answer: Who, citations: Citations) -> Section:
    """What is accepted, and a row for each who said so, with those that hold it through them."""
    labels = group.same.parties
    words = wording.terms_in_words(group.same.terms, answer.agenda)
    inherited = sum(bool(answer.held[label].through) for label in labels)
    through = f", {inherited:,} through a bloc" if inherited else ""
    title = f"{words}: {wording.count(len(labels), 'party', 'parties')}{through}"
    holding = {label: answer.held[label] for label in labels}
    party_of = {label: answer.asked[label].party for label in labels}
    rows = tuple(_row(voice.labels, answer, citations) for voice in voices(holding, party_of))
    columns: tuple[Column, ...] = (Column("Party"), Column("Position", "position"))
    if inherited:
        columns = (*columns, Column("Through it", "through it"))
    rows = tuple(row._replace(cells=row.cells[: len(columns)]) for row in rows)
    meaning = "" if group.same.met else wording.NO_OUTCOME
    return Section(title, (Table(words, columns, rows),), meaning, anchor=f"group-{number}", named=True)


def _speaking(label: str, answer: Who) -> tuple[str, ...]:
    """The parties in whose names a position was said, part by part: the party itself, or a bloc."""
    own = answer.asked[label].party
    return tuple(part.said_by or own for part in answer.held[label].parts)


def _row(voice: Sequence[str], answer: Who, citations: Citations) -> Row:
    """A position, by whom it was said, and who else holds it through them."""
    first, held, parties = voice[0], answer.held[voice[0]], answer.agenda.parties
    speaking = tuple(dict.fromkeys(_speaking(first, answer)))
    name = joined([parties[party].name for party in speaking]) if held.through else answer.asked[first].name
    one = speaking[0] if len(speaking) == 1 else ""
    about = Cell(((Run(name, "strong", page=f"parties/{one}" if one else ""),),), one)
    age = basis.age(answer.basis, answer.asked[first].on(answer.as_of))
    # Above the group it is told that no outcome meets all of it.
    said = position(held, answer.agenda, answer.issue.title, name, citations, age, tells_nothing_meets=False)
    those = [_inheriting(label, speaking, answer) for label in voice if answer.held[label].through]
    through = Cell((line(f"{len(those):,}: {'; '.join(those)}"),)) if those else Cell()
    return Row((about, said, through), f"{first}_{answer.issue.id}")


def _inheriting(label: str, speaking: Sequence[str], answer: Who) -> str:
    """A party that holds what others said; through which other blocs it does, and since when, where that differs.

    ``Chad (through LDC, since 2024-05-01)``.
    """
    blocs = [bloc for bloc in answer.held[label].blocs if bloc not in speaking]
    way, name = wording.through_blocs(blocs, answer.agenda), answer.asked[label].name
    more = [way] if way else []
    more += [f"since {wording.day(answer.held_since[label])}"] if label in answer.held_since else []
    return f"{name} ({', '.join(more)})" if more else name


def _silent(label: str, answer: Who) -> Line:
    """A party without a position; where a report took it away, what is on record."""
    asked, own = answer.asked[label], answer.only_on_record.get(label)
    name = Run(asked.name, page=f"parties/{asked.party}")
    day = asked.on(answer.as_of)
    dissent = _dissent(asked, answer)
    told = f"  {dissent}" if dissent else "" if own else basis.silence(answer.basis, asked.party, day, answer.issue.id)
    told += f"  on record: {provenance.on_record(own, answer.agenda)}" if own else ""
    return (name, Run(told, "faint")) if told else (name,)
