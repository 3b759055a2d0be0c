"""The document of ``draft``: issue by issue, a draft beside the position of each party."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from posdiff.answers.draft import DraftAnswer, DraftForParty
from posdiff.answers.reactions import StatedReaction
from posdiff.comparison.drafts import RESULTS, TermResult
from posdiff.dossier.agenda import Issue
from posdiff.dossier.position import Held, Part
from posdiff.dossier.statement import Outcome, attributed
from posdiff.reports import (
    choices_wording,
    draft_wording,
    evidence_wording,
    named_red_lines,
    provenance,
    relation_notes,
    verdict_wording,
    wording,
)
from posdiff.reports.compose import basis, reactions
from posdiff.reports.compose.evidence import Citations, issue, on_record, one_part, quotations
from posdiff.reports.document import (
    Block,
    Bullets,
    Cell,
    Choice,
    Column,
    Document,
    Evidence,
    Line,
    Paragraph,
    Row,
    Run,
    Section,
    Style,
    Table,
    cell,
    line,
    lowered,
    text_of,
)

#: So many choices among options are shown.
MOST_CHOICES = 10
#: So wide a window has room for the columns of the summary.
_WIDTH_OF_SUMMARY = 100

STYLES: dict[str, Style] = {
    "broken": "contradiction",
    "left-open": "conditional",
    "missing": "conditional",
    "met": "common",
}


def document(answer: DraftAnswer, with_evidence: bool = True) -> Document:
    """Each party's verdict first; then, party by party, its terms beside the draft, the broken ones first."""
    citations = Citations(with_evidence, answer.basis.proofs)
    parts = [summary(answer), *options(answer)]
    for party in answer.parties:
        parts += _of_party(party, answer, citations)
    shown = [term for party in answer.parties for term in party.shown]
    notes = relation_notes.of_issues(term.issue for term in shown)
    parts += [Section("Notes of the agenda", tuple(notes), anchor="notes")] if notes else []
    results = {term.result for term in shown}
    choices = (
        Choice(
            "result", "Result", tuple((word, draft_wording.RESULT_TITLES[word]) for word in RESULTS if word in results)
        ),
        basis.topics(answer.agenda, {term.issue.topic for term in shown}),
        Choice("party", "Party", tuple(answer.names.items())),
    )
    return Document("draft", title(answer), (), lead(answer), tuple(parts), citations.footnotes(), choices)


def part(answer: DraftAnswer, citations: Citations) -> tuple[Section, ...]:
    """The same as a part of a document on more: its sections one level down, its anchors apart from others."""
    title = f"The draft: {answer.draft.title or answer.draft.id} ({wording.day(answer.draft.day)})"
    below = [section for party in answer.parties for section in _of_party(party, answer, citations)]
    lower = tuple(lowered(section, "draft") for section in below)
    blocks = (*map(Paragraph, _about(answer)), *summary(answer).blocks)
    return Section(title, blocks, anchor="draft"), *lower


def by_itself(answer: DraftAnswer) -> list[Line]:
    """A day before the draft; and whoever reads it: rules of the agenda that it breaks, orders that contradict."""
    before = draft_wording.before_the_draft(answer.draft, answer.as_of)
    lines = [line(before)] if before else []
    lines += [line(draft_wording.broken_rules(rules, answer.agenda), "contradiction") for rules in answer.broken_rules]
    if answer.contradicting:
        lines.append(line(draft_wording.contradicting(answer.contradicting, answer.agenda), "contradiction"))
    return lines


def title(answer: DraftAnswer) -> str:
    """Which draft, against what."""
    draft = answer.draft
    head = f"{draft.title or draft.id} ({wording.day(draft.day)}) against the positions as of "
    return f"{head}{wording.day(answer.as_of)}"


def lead(answer: DraftAnswer) -> tuple[Line, ...]:
    """What is to be known of the draft by itself, and what was read."""
    return (*basis.lines(answer.basis), *_about(answer), *through_blocs(answer), *unverified_red_lines(answer))


def unverified_red_lines(answer: DraftAnswer) -> tuple[Line, ...]:
    """Which red lines that the draft is held against have a quote that is not verified."""
    return basis.unverified_red_lines(answer.basis, named_red_lines.of_draft(answer))


def through_blocs(answer: DraftAnswer) -> tuple[Line, ...]:
    """How many positions that a draft is held against are held through blocs; who is bound to both sides by them."""
    held: dict[str, list[tuple[Issue, Held]]] = {}
    for party in answer.parties:
        parts: dict[str, list[Part]] = {}
        for term in party.result.terms:
            parts.setdefault(term.issue.id, []).append(term.part)
        issues = answer.agenda.issues
        held[party.party.name] = [(issues[id], Held(tuple(of_issue), answer.as_of)) for id, of_issue in parts.items()]
    return basis.held_through_blocs(held, answer.agenda)


def silences(parties: Iterable[DraftForParty], answer: DraftAnswer) -> tuple[Line, ...]:
    """Which silence that of each of these parties is that is silent on what a draft settles."""
    every = tuple(parties)
    names = {party.party.label: party.party.name for party in every}
    silent = ((party.party.label, id) for party in every for id in party.silent_on)
    return basis.silences(answer.basis, names, silent, answer.agenda)


def _about(answer: DraftAnswer) -> list[Line]:
    """Whose draft it is, and its note: it may limit all that is said of the draft."""
    draft = answer.draft
    note = [line(f"Note: {draft.note}", "faint")] if draft.note else []
    return [line(draft_wording.draft_by(draft, answer.agenda), "faint"), *note, *by_itself(answer)]


def summary(answer: DraftAnswer, most: int | None = None, with_its_day: bool = False) -> Section:
    """The counts and the verdict of each party, on the whole draft: no filter takes from either.

    ``most``: so many red lines of a kind are named. ``with_its_day``: where nothing below tells that terms of a party
    have been held since the draft's own day, or would be met by any outcome.
    """
    rows = []
    results = [result for result in RESULTS if result != "missing" or answer.draft.final]
    for party in answer.parties:
        numbers = [sum(term.result == result for term in party.result.terms) for result in results]
        verdict = verdict_wording.verdict_on_draft(party.result, answer.agenda, most)
        bad = party.verdict in ("crosses-red-line", "breaks-terms", "leaves-red-line-open")
        bad = bad or party.completable is False
        words = cell(verdict, "contradiction" if bad else "plain")
        if party.last_said is not None and party.last_said.at_odds is not None:
            though = draft_wording.at_odds(party.last_said.at_odds, answer.agenda)
            told = line(f"{draft_wording.last_said(party.last_said)}, {though}", "contradiction")
            words = words._replace(lines=(*words.lines, told))
        its_day = draft_wording.met_of_its_day(party.result, answer.draft) if with_its_day else ""
        by_any = draft_wording.by_any_outcome(party.result) if with_its_day else ""
        words = words._replace(lines=(*words.lines, *(line(told, "faint") for told in (its_day, by_any) if told)))
        rows.append(Row((cell(party.party.name, "strong"), *map(cell, map(str, numbers)), words)))
    columns = tuple(map(Column, ("Party", *(draft_wording.RESULT_TITLES[result] for result in results), "Verdict")))
    narrowed = any(len(party.shown) < len(party.result.terms) for party in answer.parties)
    meaning = draft_wording.OF_THE_WHOLE_DRAFT if narrowed else ""
    table = Table("The draft against each party", columns, tuple(rows), "grid")
    return Section("Summary", (table,), meaning, anchor="summary")


def stacked(summary: Section, width: int) -> Section:
    """A summary in columns; where there is no room for them, party by party, the verdict and the counts."""
    (table,) = summary.blocks
    if width >= _WIDTH_OF_SUMMARY or not isinstance(table, Table):
        return summary
    rows = []
    for row in table.rows:
        party, *numbers, verdict = row.cells
        titles = (column.title.lower() for column in table.columns[1:-1])
        counted = [(text_of(each.lines[0]), title) for each, title in zip(numbers, titles, strict=True)]
        counts = ", ".join(f"{number} {title}" for number, title in counted if number != "0")
        rows.append(Row((party, Cell((*verdict.lines, *([line(counts, "faint")] if counts else []))))))
    columns = (table.columns[0], table.columns[-1])
    return summary._replace(blocks=(table._replace(columns=columns, rows=tuple(rows), reading="list"),))


def options(answer: DraftAnswer, most: int = MOST_CHOICES) -> tuple[Section, ...]:
    """Of a draft with brackets: the options, and which choices among them leave no red line crossed."""
    choices = answer.choices
    if choices is None:
        return ()
    draft, agenda = answer.draft, answer.agenda
    lines = [
        (Run(f"{agenda.issues[issue].title}: ", "strong"), Run(choices_wording.options(issue, draft, agenda)))
        for issue in choices.options
    ]
    told = choices_wording.counted(choices, answer.names, choices_wording.without_red_lines(answer))
    shown = [line(choices_wording.choice(each, choices, draft, agenda)) for each in choices.for_all[:most]]
    blocks: list[Block] = [Bullets(tuple(lines)), Bullets(tuple(map(line, told)), apart=True)]
    if shown and choices.free_together is not None and choices.free_together < choices.total:
        head = "Those in which none of their red lines is crossed:"
        more = choices.free_together - len(shown)
        rest = [line(f"and {more:,} more")] if more else []
        blocks += [Paragraph(line(head), apart=True), Bullets((*shown, *rest))]
    return (Section(f"Brackets ({wording.count(len(lines), 'issue')})", tuple(blocks), anchor="options"),)


def _of_party(party: DraftForParty, answer: DraftAnswer, citations: Citations) -> list[Section]:
    blocks: list[Block] = [Paragraph(reaction(stated, answer, citations)) for stated in party.reactions]
    blocks += said(party, answer)
    verdict = verdict_wording.verdict_on_draft(party.result, answer.agenda)
    parts = [Section(party.party.name, tuple(blocks), verdict, anchor=f"party-{party.party.label}", named=True)]
    for result in RESULTS:
        terms = [term for term in party.shown if term.result == result]
        terms.sort(key=lambda term: term.part.term.firmness != "red-line")  # else as the agenda has them
        if terms:
            table = _table(result, terms, party, answer, citations)
            title = f"{draft_wording.RESULT_TITLES[result]} ({len(terms)})"
            meaning = draft_wording.RESULT_MEANINGS.get(result, "")
            parts.append(Section(title, (table,), meaning, mark=f"draft-{result}", level=3))
    return parts


def said(
    party: DraftForParty, answer: DraftAnswer, cut: bool = False, overview: bool = False
) -> list[Paragraph | Bullets]:
    """The verdict on record, where reports change it; what of the draft is by the party; on what it is silent.

    ``cut``: the issues on which it is silent are counted, and named as far as a line goes. ``overview``: what was set
    after the draft is told beside its name, and the rest in a line.
    """
    silent = [_silent_on(id, party, answer) for id in party.silent_on if id in answer.filter.issues]
    blocks: list[Paragraph | Bullets] = []
    verdict = verdict_wording.verdict_on_draft(party.result, answer.agenda)
    own = party.on_record and verdict_wording.verdict_on_draft(party.on_record, answer.agenda)
    if own and own != verdict:
        blocks.append(Paragraph((Run("On record, without reports: ", "faint"), Run(own))))
    told = draft_wording.by_the_party(party.party.party, party.result, answer.draft)
    later = "" if overview else draft_wording.of_later_words(party.result, answer.draft)
    told += [f"{later}."] if later else []
    told = [" ".join(told)] if overview and told else told
    by_any = draft_wording.met_by_any(party.result)
    told += [by_any] if by_any else []
    blocks += [Paragraph(line(each, "faint")) for each in told]
    if silent:
        ended = evidence_wording.not_held_on(answer.basis, party.party.label)
        general = any(id not in ended for id in party.silent_on if id in answer.filter.issues)
        which = basis.silence(answer.basis, party.party.party, party.party.on(answer.as_of)) if general else ""
        counted = f" {wording.count(len(silent), 'issue')}" if cut else ""
        words = Run(f"The draft settles, and the party is silent on{counted}: ", "faint")
        on = (words, Run("; ".join(silent)), Run(which, "faint"))
        blocks.append(Bullets((on,), cut=True) if cut else Paragraph(on))
    return blocks


def _silent_on(issue: str, party: DraftForParty, answer: DraftAnswer) -> str:
    """The title of an issue; where a report took the party's position away, with the one on record."""
    title, own = answer.agenda.issues[issue].title, party.changed.get(issue)
    asked = party.party
    why = basis.dissent(answer.basis, asked.party, asked.on(answer.as_of), issue, answer.agenda)
    why = why or evidence_wording.not_held_on(answer.basis, asked.label).get(issue, "")
    why = f"on record: {provenance.on_record(own, answer.agenda)}" if own else why
    return f"{title} ({why})" if why else title


def reaction(stated: StatedReaction, answer: DraftAnswer, citations: Citations) -> Line:
    """``Of the draft: rejects it on Pay (2026-03-14): “never” (the chair)``."""
    return Run("Of the draft: ", "faint"), *reactions.in_words(stated, answer.agenda, citations)


def _table(
    result: str, terms: Sequence[TermResult], party: DraftForParty, answer: DraftAnswer, citations: Citations
) -> Table:
    name, label = party.party.name, party.party.label
    columns = [Column("Issue"), Column("The draft", "the draft"), Column(name, name)]
    # Of what the heading says already nothing is said again: only why a term is left open, or broken by silence.
    reasons = [_reason(term) for term in terms]
    columns += [Column("Why", "why")] if any(reasons) else []
    rows = []
    age = basis.age(answer.basis, party.party.on(answer.as_of))
    for term, reason in zip(terms, reasons, strict=True):
        title = term.issue.title
        cells = [
            issue(relation_notes.marked(term.issue), term.issue.id),
            settled(term.outcome, title, answer, citations),
        ]
        parts = party.result.parts_on(term.issue.id)
        position = one_part(term.part, answer.agenda, title, name, citations, age, parts)
        if term.issue.id in party.changed:
            more = on_record(party.changed[term.issue.id], answer.agenda, citations, age)
            position = position._replace(more=tuple(more))
        cells.append(position)
        cells += [Cell((line(reason, STYLES.get(result, "plain")),) if reason else ())] if any(reasons) else []
        facets = (("result", result), ("topic", term.issue.topic or ""), ("party", label))
        further = f"_{term.part.number}" if term.part.number > 1 else ""  # the first part has the issue's own address
        rows.append(Row(tuple(cells), f"{label}_{term.issue.id}{further}", facets, mark=f"draft-{result}"))
    return Table(f"{name}: {draft_wording.RESULT_TITLES[result]}", tuple(columns), tuple(rows))


def _reason(term: TermResult) -> str:
    told = term.reason or (term.result == "broken" and term.outcome is None)
    return draft_wording.result_in_words(term) if told else ""


def settled(outcome: Outcome | None, title: str, answer: DraftAnswer, citations: Citations) -> Cell:
    """What the draft settles on the issue of a title, in words, with its notes, quotes and sources; or its silence."""
    if outcome is None:
        return cell("silent", "faint")
    draft = answer.draft
    cites = citations.cite(draft.sources[key] for key in outcome.sources if key in draft.sources)
    lines: list[Line] = [(Run(draft_wording.outcome_in_words(outcome, answer.agenda), "plain", cites),)]
    notes = [outcome.note, *(option.note for option in outcome.options)]
    lines += [line(f"Note: {note}", "faint") for note in notes if note]
    quotes = tuple(quotations(attributed(outcome.every_word, draft), title, "the draft", citations))
    return Cell(tuple(lines), evidence=Evidence(quotes) if quotes else None)
