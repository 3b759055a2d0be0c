"""The overview of ``draft``: the summary, then for each party a line for each red line and broken term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from posdiff.answers.draft import DraftAnswer, DraftForParty
from posdiff.comparison.drafts import RED_LINES, TermResult, red
from posdiff.reports import draft_wording, holders_wording, provenance, relation_notes, wording
from posdiff.reports.compose import basis
from posdiff.reports.compose import draft as in_full
from posdiff.reports.compose.evidence import Citations
from posdiff.reports.document import (
    Block,
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
    cell,
    line,
)
from posdiff.reports.overviews import short

#: What has a line of its own where it is about a red line, the worst first; other terms have one where they are broken.
_WORST = ("broken", "left-open", "missing")
#: So many choices among options are shown.
_MOST_CHOICES = 3
#: Of so many parties the red lines are named in the summary too.
_MOST_NAMED = 3
#: Of more parties than two, and more terms than these, broken terms have a line each in so many lines, the same for
#: each party, and each list of titles has one; red lines always have theirs.
_FEW_PARTIES, _FEW_TERMS, _LINES = 2, 60, 9
#: In place of the notes themselves where there is no room for them.
_NOTES_ELSEWHERE = f"{relation_notes.NOTED} The agenda has a note on the issue: --full shows it."
#: So many parties have a part, those in whose way most stands.
_MOST_PARTIES = 20


def document(answer: DraftAnswer, width: int) -> Document:
    """The counts and verdicts; then, party by party, what stands in the way, and the rest as titles."""
    whole = answer
    if len(whole.parties) > _MOST_PARTIES:
        worst = sorted(whole.parties, key=lambda party: -sum(_weight(term) for term in party.result.terms))
        kept = {party.party.label for party in worst[:_MOST_PARTIES]}
        answer = replace(whole, parties=tuple(party for party in whole.parties if party.party.label in kept))
    lined = _lined(answer)
    of_parties = [_of_party(party, lined[party.party.label], answer) for party in answer.parties]
    parts = [
        _summary(answer, width),
        *_options(answer),
        *(part for part in of_parties if part.blocks),
    ]
    if answer is not whole:
        parts.append(_others([party for party in whole.parties if party.party.label not in kept], whole))
    notes = relation_notes.of_issues(term.issue for terms in lined.values() for term in terms)
    notes = [Paragraph(line(_NOTES_ELSEWHERE, "faint"))] if notes and _cut(answer) else notes
    parts += [Section("", tuple(notes))] if notes else []
    if any(party.shown for party in answer.parties):
        parts.append(short.more("draft"))
    without_a_part = [party for party, part in zip(answer.parties, of_parties, strict=True) if not part.blocks]
    lead = (
        *in_full.lead(answer),
        *in_full.silences(without_a_part, answer),
    )
    return Document("draft", in_full.title(answer), (), lead, tuple(parts))


def _weight(term: TermResult) -> int:
    """By which parties are chosen where there is no room for all: red lines that are crossed, then terms broken."""
    return (1000 if red(term) else 1) if term.result == "broken" else 0


def _others(parties: Sequence[DraftForParty], answer: DraftAnswer) -> Section:
    """The parties for which there is no room: how many, and of how many of them red lines are crossed."""
    crossed = sum(bool(party.red_lines("crossed")) for party in parties)
    counted = wording.count(len(parties), "more party", "more parties")
    told = f"And {counted}, {crossed or 'none'} of them with a red line crossed"
    command = f"posdiff draft {answer.draft.id} PARTY --at {wording.day(answer.as_of)}{answer.basis.options}"
    return Section("", (short.shown_by(told, command),))


def _summary(answer: DraftAnswer, width: int) -> Section:
    """The summary; of many parties no red line is named, where each is named with its party below."""
    all_below = all(len(party.shown) == len(party.result.terms) for party in answer.parties)
    whole = in_full.summary(answer, 0 if all_below and len(answer.parties) > _MOST_NAMED else None)
    return in_full.stacked(whole, width)


def _options(answer: DraftAnswer) -> tuple[Section, ...]:
    """The brackets; and of each party with which of their options its terms are met."""
    sections = in_full.options(answer, _MOST_CHOICES)
    lines = []
    for party in answer.parties:
        told = draft_wording.met_with_options(party.shown, answer.agenda)
        if told:
            lines.append((Run(f"{party.party.name}: ", "strong"), Run("; ".join(told))))
    bullets = (Bullets(tuple(lines), apart=True),) if lines else ()
    return tuple(section._replace(blocks=(*section.blocks, *bullets)) for section in sections)


def _lined(answer: DraftAnswer) -> dict[str, list[TermResult]]:
    """Of each party the terms that have a line: of few parties, and where some are asked for, all that are broken."""
    found: dict[str, list[TermResult]] = {}
    for party in answer.parties:
        terms = [term for term in party.shown if term.result == "broken" or (red(term) and term.result in _WORST)]
        found[party.party.label] = sorted(terms, key=lambda term: (not red(term), _WORST.index(term.result)))
    if not _cut(answer):
        return found
    shares = short.shared_out([len(terms) for terms in found.values()], _LINES)
    return {
        label: terms[: max(share, sum(map(red, terms)))]
        for (label, terms), share in zip(found.items(), shares, strict=True)
    }


def _cut(answer: DraftAnswer) -> bool:
    """Whether there is more than a screen has room for."""
    terms = sum(len(party.shown) for party in answer.parties)
    return len(answer.parties) > _FEW_PARTIES and terms > _FEW_TERMS and not answer.filter.only


def _of_party(party: DraftForParty, lined: list[TermResult], answer: DraftAnswer) -> Section:
    """No verdict again: it stands in the summary."""
    cut = _cut(answer)
    nothing_cited = Citations(shown=False)
    blocks: list[Block] = [  # a reaction of which no words are on file is not cut: all there is of it is the note
        Bullets((in_full.reaction(stated, answer, nothing_cited),), cut=bool(stated.reaction.quotes))
        for stated in party.reactions
    ]
    blocks += in_full.said(party, answer, cut, overview=True)
    if lined:
        name = party.party.name
        changed = any(term.issue.id in party.changed for term in lined)
        on_record = (Column("On record"),) if changed else ()
        columns = (Column("Issue"), Column("The draft"), Column(name), short.RED_LINE_COLUMN, *on_record)
        rows = tuple(_row(term, party, answer, changed) for term in lined)
        blocks.append(Table("Red lines and broken terms", columns, rows, "lines"))
    bullets = tuple(_rest(party, lined, answer))
    blocks += [Bullets(bullets, cut=cut, apart=True)] if bullets else []
    later = draft_wording.later_in_short(party.result, answer.draft)
    return Section(party.party.name, tuple(blocks), later, anchor=f"party-{party.party.label}", named=True)


def _row(term: TermResult, party: DraftForParty, answer: DraftAnswer, changed: bool) -> Row:
    """``changed``: there is a column with the position on record where a report changed it."""
    title = Cell(((Run(relation_notes.marked(term.issue), "strong", mark=f"draft-{term.result}"),),))
    outcome = cell("silent", "faint")
    if term.outcome is not None:
        outcome = cell(draft_wording.outcome_in_words(term.outcome, answer.agenda))
    age = basis.age(answer.basis, party.party.on(answer.as_of))
    said = Cell((short.part(term.part, party.result.parts_on(term.issue.id), answer.agenda, age),))
    what = next((draft_wording.RED_LINE_RESULTS[key] for key, result in RED_LINES.items() if result == term.result), "")
    later = draft_wording.set_after(len(draft_wording.set_later([term], answer.draft)), 1)
    told = f"{wording.RED_LINE} {what}" + (f", {later}" if later else "") if red(term) else ""
    cells = (title, outcome, said, cell(told, "red-line"))
    return Row((*cells, cell(_on_record(term.issue.id, party, answer, age))) if changed else cells)


def _on_record(issue: str, party: DraftForParty, answer: DraftAnswer, age: provenance.Age) -> str:
    if issue not in party.changed:
        return ""
    own = party.changed[issue]
    if own is None:
        return wording.NO_POSITION
    return (f"{wording.RED_LINE} " if own.red_line else "") + short.position(own, answer.agenda, age)


def _rest(party: DraftForParty, lined: Sequence[TermResult], answer: DraftAnswer) -> Iterator[Line]:
    """The terms without a line of their own, result by result: how many, on which issues, those with a red line first.

    An issue that was named before is named as one of which this is another term.
    """
    named = {term.issue.id for term in lined}
    for result, title in draft_wording.RESULT_TITLES.items():
        terms = [term for term in party.shown if term.result == result and term not in lined]
        of_issues: dict[str, list[TermResult]] = {}
        for term in sorted(terms, key=lambda term: not red(term)):
            of_issues.setdefault(term.issue.id, []).append(term)
        if terms:
            counted = short.counted(len(terms), "term", len(of_issues))
            titles = [_titled(each, issue in named, party, answer) for issue, each in of_issues.items()]
            head = Run(f"{title} ({counted}): ", "strong", mark=f"draft-{result}")
            yield (head, Run(short.titles(titles)))
        named |= of_issues.keys()


def _titled(terms: Sequence[TermResult], before: bool, party: DraftForParty, answer: DraftAnswer) -> str:
    """``Pay (RED LINE, through LDC)``, ``Pay (2 terms)``; where it was named ``before``, which terms these are."""
    about = [wording.RED_LINE] if red(terms[0]) else []
    way = holders_wording.through([term.part for term in terms], answer.agenda).removeprefix(", ").strip()
    about += [way] if way else []
    if before:
        beside = party.result.parts_on(terms[0].issue.id)
        which = [draft_wording.which_term(term, beside, answer.agenda) for term in terms]
        if _cut(answer):  # there is room for days only
            which = list(dict.fromkeys(wording.day(term.part.set_on) for term in terms))
        about.append(f"{'another term' if len(terms) == 1 else f'{len(terms)} other terms'}: {'; '.join(which)}")
    elif len(terms) > 1:
        about.append(f"{len(terms)} terms")
    return terms[0].issue.title + short.in_brackets(bool(about), ", ".join(about))
