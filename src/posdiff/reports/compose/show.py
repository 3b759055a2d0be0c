"""The document of ``show``: the position of a party, topic by topic, with every quote, note and source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posdiff.answers.show import Show
from posdiff.dossier.position import Held
from posdiff.dossier.term import FIRMNESS
from posdiff.reports import evidence_wording, provenance, wording
from posdiff.reports.compose import basis, reactions
from posdiff.reports.compose.evidence import Citations, issue, position
from posdiff.reports.document import Bullets, Choice, Column, Document, Fact, Line, Row, Run, Section, Table, line

if TYPE_CHECKING:
    from posdiff.answers.proving import QuoteInPage


def document(answer: Show, with_evidence: bool = True) -> Document:
    """A part for each topic, the issues on which the party is silent, and what it said of drafts."""
    citations = Citations(with_evidence, answer.basis.proofs)
    terms, issues, asked = answer.position.terms, answer.agenda.issues, answer.filter.issues
    spoken = [id for id in asked if id in terms]
    topics = list(dict.fromkeys(issues[id].topic for id in spoken))
    parts = [_topic(topic, [id for id in spoken if issues[id].topic == topic], answer, citations) for topic in topics]
    silent = tuple(
        (
            Run(issues[id].title, page=f"issues/{id}"), Run(f"  {id}", "faint"),
            *(_on_record(id, answer) or _dissent(id, answer) or _not_held(id, answer)),
        )
        for id in answer.silent
    )  # fmt: skip
    if silent:
        parts.append(Section(f"Silent on ({len(silent)})", (Bullets(silent),), _looked_at(answer), anchor="silent"))
    if answer.reactions:
        parts.append(reactions.of_drafts(answer.reactions, answer.agenda, citations))
    if answer.in_pages is not None:
        parts.append(_in_pages(answer.in_pages, answer))
    name = answer.agenda.parties[answer.party.party].name
    degrees = {terms[id].firmness for id in spoken}
    quoted = with_evidence and any(part.lineage.said for id in spoken for part in terms[id].parts)
    unproven = (line(evidence_wording.NOT_LOOKED_UP, "faint"),) if quoted and answer.basis.proofs is None else ()
    choices = (
        basis.topics(answer.agenda, set(topics)),
        Choice("firmness", "Firmness", tuple((word, word.replace("-", " ")) for word in FIRMNESS if word in degrees)),
    )
    return Document(
        "show",
        f"{name} as of {wording.day(answer.position.day)}",
        line(f"a position on {len(spoken)} of {wording.count(len(asked), 'issue')}"),
        (*_not_in(answer), *basis.lines(answer.basis), *unproven),
        tuple(parts),
        citations.footnotes(),
        choices,
        evidence=with_evidence,
    )


def _not_in(answer: Show) -> tuple[Line, ...]:
    """Which blocs the party, or a bloc that it is in, has left by that day or joins later: they say nothing for it."""
    agenda, day, party = answer.agenda, answer.position.day, answer.party.party
    words = []
    for below in (party, *agenda.blocs_on(party, day)):
        who = "" if below == party else f"{agenda.parties[below].name} "
        for each in agenda.blocs_of.get(below, ()):
            bloc = agenda.parties[each.bloc].name
            if each.until is not None and each.until < day:
                words.append(f"{who}left {bloc} after {wording.day(each.until)}")
            elif each.since is not None and day < each.since:
                words.append(f"{who}joins {bloc} on {wording.day(each.since)}")
    told = "; ".join(words)
    return (line(f"{told[:1].upper()}{told[1:]}.", "faint"),) if words else ()


def _in_pages(quotes: tuple[QuoteInPage, ...], answer: Show) -> Section:
    """Each quote in its sentence, told from it by marks, or that it is not verified here."""
    lines: list[Line] = []
    for each in quotes:
        about = Run(evidence_wording.about(answer.agenda.issues[each.quote.issue].title if each.quote.issue else ""))
        if each.source is None:
            lines.append((about, Run(evidence_wording.not_verified(each.quote.text, each.result), "faint")))
            continue
        begin, end = evidence_wording.QUOTED
        words = (Run(f"{each.before}{begin}"), Run(each.words, "strong"), Run(f"{end}{each.after}"))
        where = evidence_wording.place(each.source.key, each.line, each.link)
        lines.append((about, *words, Run(where, "faint")))
    blocks = (Bullets(tuple(lines)),) if lines else ()
    return Section(evidence_wording.in_pages(len(lines)), blocks, anchor="quotes-in-pages")


def _dissent(id: str, answer: Show) -> Line:
    """From which blocs the party dissents on an issue, of which it says nothing of its own."""
    asked, day = answer.party.party, answer.position.day
    words = basis.dissent(answer.basis, asked, day, id, answer.agenda)
    return (Run(f"  {words}", "faint"),) if words else ()


def _on_record(id: str, answer: Show) -> Line:
    """Where a report took the position on an issue away, the one on record."""
    own = answer.position.changed_by_reports.get(id)
    return (Run("  on record: ", "faint"), Run(provenance.on_record(own, answer.agenda))) if own else ()


def _not_held(id: str, answer: Show) -> Line:
    """Why the party holds nothing on an issue on which something is coded, where pages are kept."""
    words = evidence_wording.not_held_on(answer.basis, answer.party.label).get(id)
    return (Run(f"  {words}", "faint"),) if words else ()


def _looked_at(answer: Show) -> str:
    """Which silence it is: no statement is on file, nothing in the texts on file, or not all of them was looked at.

    Nothing where on all issues it is told why no position is held.
    """
    on_file = answer.basis.on_file(answer.party.party, answer.position.day)
    if on_file != "some":
        return evidence_wording.NO_STATEMENT[on_file]
    ended = evidence_wording.not_held_on(answer.basis, answer.party.label).keys() & {*answer.silent}
    if answer.pages is None or len(ended) == len(answer.silent):
        return ""
    words = evidence_wording.silence(answer.pages, with_command=True)
    return evidence_wording.unless_said(words) if ended else words


def _rests_on(held: Held, answer: Show, citations: Citations) -> tuple[Fact, ...]:
    return (basis.rests_on(answer.basis, held, answer.position.day),) if citations.shown else ()


def _held_since(id: str, answer: Show) -> tuple[Fact, ...]:
    """Since when the party holds what it does through blocs, where not as long as these; since when it is in them."""
    if id not in answer.held_since:
        return ()
    agenda, day, through = answer.agenda, answer.position.day, answer.position.terms[id].through
    words = [wording.day(answer.held_since[id])]
    words += [
        f"in {agenda.parties[each.bloc].name} since {wording.day(each.since)}"
        for each in agenda.blocs_of.get(answer.party.party, ())
        if each.bloc in through and each.since is not None and each.on(day)
    ]
    return (Fact("held since", line("; ".join(words), "faint")),)


def _topic(topic: str | None, ids: list[str], answer: Show, citations: Citations) -> Section:
    name, rows = answer.agenda.parties[answer.party.party].name, []
    age = basis.age(answer.basis, answer.position.day)
    for id in ids:
        held, about = answer.position.terms[id], answer.agenda.issues[id]
        cells = (
            issue(about.title, id, about.question),
            position(held, answer.agenda, about.title, name, citations, age),
        )
        facts = (*_held_since(id, answer), *_rests_on(held, answer, citations))
        cells = (cells[0], cells[1]._replace(facts=facts))
        rows.append(Row(cells, id, (("topic", topic or ""), ("firmness", held.firmness))))
    title = answer.agenda.topics[topic] if topic is not None else "No topic"
    table = Table(f"{name}: {title}", (Column("Issue"), Column("Position", "position")), tuple(rows))
    return Section(title, (table,), anchor=f"topic-{topic or 'none'}")
