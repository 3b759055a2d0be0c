"""The document of ``brief``: two pages to send on. What is more is counted, with the command that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from posdiff.answers.brief import Brief, RedLineInTheWay
from posdiff.answers.draft import DraftAnswer, DraftForParty
from posdiff.comparison.drafts import RED_LINES
from posdiff.comparison.relations import Comparison, Relation
from posdiff.comparison.voices import Voice, voices
from posdiff.dossier.position import Part
from posdiff.kinds.kind import joined
from posdiff.reports import brief_wording as phrases
from posdiff.reports import (
    choices_wording,
    conflict_wording,
    draft_wording,
    holders_wording,
    provenance,
    relation_notes,
    verdict_wording,
    wording,
)
from posdiff.reports.compose import basis, compare
from posdiff.reports.compose.brief_grounds import not_known
from posdiff.reports.compose.brief_moves import moved
from posdiff.reports.compose.brief_room import PARTIES, POSITION, age_of, more_of, of_each_party, room
from posdiff.reports.compose.evidence import Citations, firmness, not_proven, spoken_by
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
    Style,
    Table,
    cell,
    line,
)

#: Positions beside a red line, and parties whose demands make a ring.
_AGAINST, _OWNERS = 2, 16
#: Titles of issues that are named in a row: in a list of one relation, and of red lines.
_TITLES, _TITLES_OF_RED_LINES = 6, 5
#: The length of words, in letters: of quotes, and of notes.
_QUOTE, _NOTE_ON_AN_ISSUE = 200, 140
_SOURCES_OF_A_QUOTE = 1


def document(answer: Brief) -> Document:
    """The verdict; red lines; what blocks in time; what moved; the draft; what is not known; the sources."""
    citations, compared = Citations(proofs=answer.basis.proofs), answer.compare
    parties = compare.parties_together(compared)
    title = f"{answer.agenda.title or 'Positions'}: a brief on {parties}"
    verdict = phrases.verdict(answer.conflicts.analysis, parties, len(compared.parties))
    blocs = compare.blocs_beside_members(compared)
    blocs += (*compare.through_blocs(compared), *compare.on_both_sides(compared))
    blocs += compare.dissents(compared, compared.issues)
    counts = (Run(f"Positions{compare.as_of(compared)}: ", "strong"), Run(compare.counts(compared)))
    sections = (
        _red_lines(answer, citations), _relations(answer), _in_time(answer), *_over_several_issues(answer),
        *(moved(answer.changes, answer) if answer.changes else ()),
        *(_draft(answer.draft, answer) if answer.draft else ()), not_known(answer),
    )  # fmt: skip
    return Document(
        "brief", title, line(verdict, "strong"), (*basis.lines(answer.basis), counts, *blocs), sections,
        citations.footnotes(), evidence=True, compact=True,
    )  # fmt: skip


def _red_lines(answer: Brief, citations: Citations) -> Section:
    """Each red line that leaves another party nothing to accept, its quote, and who stands against it."""
    shown = of_each_party(answer.red_lines, lambda red: red.party, room(answer).red_lines)
    more = [red for red in answer.red_lines if red not in shown]
    rows = tuple(
        Row((cell(relation_notes.title(_row(red, answer)), "strong"), _red_line(red, shown, answer, citations),
             _against(red, shown, answer)), mark="contradiction")
        for red in shown
    )  # fmt: skip
    columns = (Column("Issue"), Column("Red line, in their words", "red line"), Column("Against it", "against"))
    blocks: list[Block] = [Table("Red lines in the way", columns, rows)] if rows else []
    noted = {red.issue.id: _row(red, answer) for red in shown}.values()
    blocks += [Paragraph(_cut(note), apart=True) for note in relation_notes.notes(tuple(noted))]
    if more:
        named = [f"{red.issue.title} ({answer.compare.names[red.party]})" for red in more]
        command = phrases.command("compare", answer.compare.parties, answer, phrases.THEIR_WORDS)
        words = f"{'red line' if len(more) == 1 else 'red lines'} ({wording.first(named, _TITLES_OF_RED_LINES)})"
        blocks.append(more_of(len(more), words, command))
    if not rows:
        return Section("Red lines in the way", (Paragraph(line(phrases.NO_RED_LINE)),), anchor="red-lines")
    issues = len({red.issue.id for red in answer.red_lines})
    number = len(answer.red_lines)
    on_issues = "" if number == issues else f" on {wording.count(issues, 'issue')}"
    title = f"Red lines in the way ({number}{on_issues})"
    return Section(title, tuple(blocks), phrases.RED_LINES_MEANING, anchor="red-lines")


def _row(red: RedLineInTheWay, answer: Brief) -> Comparison:
    return next(row for row in answer.compare.issues if row.issue.id == red.issue.id)


def _red_line(red: RedLineInTheWay, shown: Sequence[RedLineInTheWay], answer: Brief, citations: Citations) -> Cell:
    """``shown``: all red lines that have a row. What stands in the row of another is not told twice."""
    name, part = answer.compare.names[red.party], red.part
    said = provenance.held_since(part, age_of(answer, red.party))
    again = provenance.again_in_words(part, _row(red, answer).terms[red.party], answer.agenda)
    said += f"; {phrases.shortened(again, POSITION)}" if again else ""
    parts = _row(red, answer).terms[red.party].demands
    words = phrases.shortened(wording.part_in_words(part, parts, answer.agenda), POSITION)
    holds: Line = (Run(f"{name}: ", "strong"), *firmness("red-line"), Run(words), Run(f" ({said})", "date"))
    elsewhere = any(other.issue.id == red.issue.id and red.party in other.against for other in shown)
    further = [] if elsewhere else provenance.stricter(_row(red, answer).terms[red.party], answer.agenda)
    for other in further:
        when = provenance.years_of_old_parts([other], age_of(answer, red.party)).get(0)
        held = phrases.shortened(wording.part_in_words(other, parts, answer.agenda), POSITION)
        holds = (*holds, Run(f"; it demands more{f', said in {when}' if when else ''}: {held}"))
    same = holders_wording.same_words(Voice(red.party, red.shared_by, not part.through), answer.compare.names)
    holds = (*holds, Run(f"; {same}")) if same else holds
    return Cell((holds, _quote(part, spoken_by(part, answer.agenda, name), citations)))


def _quote(part: Part, name: str, citations: Citations) -> Line:
    """The words of the last day, translated where they are; who spoke, when, the source.

    ``name``: of the party whose words they are, or of the bloc in whose name they were said.
    """
    quote = phrases.last_words(part)
    if quote is None:
        without = phrases.NOBODY_SAID if part.supposed else phrases.NO_QUOTE
        return (Run(without, "faint", citations.cite(part.sources[-_SOURCES_OF_A_QUOTE:])),)
    language = "" if quote.translation else quote.language or ""
    words = f"“{phrases.shortened(quote.translation or quote.text, _QUOTE, ' […]')}”"
    cites = citations.cite((quote.sources or part.sources)[:_SOURCES_OF_A_QUOTE])
    proven = not_proven(quote, citations)
    about = ", ".join(part for part in (phrases.attribution(quote, name), proven) if part)
    return Run(words, language=language), Run(f" — {about}", "faint", cites)


def _against(red: RedLineInTheWay, shown: Sequence[RedLineInTheWay], answer: Brief) -> Cell:
    row = _row(red, answer)
    own = {label for other in shown if other.issue.id == red.issue.id for label in (other.party, *other.shared_by)}
    party_of = {asked.label: asked.party for asked in answer.compare.parties}
    found = voices({label: row.terms[label] for label in red.against}, party_of)
    lines: list[Line] = []
    counted = [voice for voice in found if not voice.made_of]
    for voice in counted[:_AGAINST]:
        same = holders_wording.same_words(voice, answer.compare.names)
        words = _position(row, voice.first, answer, again=voice.first not in own)
        lines.append((*words, Run(f"; {same}")) if same else words)
    more = sum(len(voice.labels) for voice in counted[_AGAINST:])
    with_several = holders_wording.each_voice([voice for voice in found if voice.made_of], answer.compare.names)
    lines += [line(words, "faint") for words in with_several]
    lines += [line(f"and {wording.count(more, 'more party', 'more parties')}", "faint")] if more else []
    return Cell(tuple(lines))


def _position(row: Comparison, label: str, answer: Brief, again: bool) -> Line:
    """``again``: whether it is told how it was last said again in part."""
    held = row.terms[label]
    words, said = phrases.position(held, answer.agenda, age_of(answer, label), again)
    red = firmness("red-line") if held.red_line else ()
    name = Run(f"{answer.compare.names[label]}: ", "strong")
    return name, *red, Run(phrases.shortened(words, POSITION)), Run(f" ({said})", "date")


def _relations(answer: Brief) -> Section:
    """Every relation with its issues, by title; contradictions with a red line in the way stand above."""
    above = {red.issue.id for red in answer.red_lines}
    lines: list[Line] = []
    shown: list[Comparison] = []
    relations: tuple[Relation, ...] = ("contradiction", "conditional", "overlap", "agreed", "unassessed")
    for relation in relations:
        rows = [row for row in answer.compare.issues if row.relation == relation and row.issue.id not in above]
        if rows:
            without = f" {phrases.WITHOUT_RED_LINE}" if relation == "contradiction" and above else ""
            title = f"{compare.in_relation(rows, relation)}{without}: "
            rows.sort(key=lambda row: not row.red_line)
            named = wording.first([_dated(row, answer) for row in rows], _TITLES)
            lines.append((Run(title, "strong", mark=relation), Run(named)))
            shown += rows[:_TITLES]
    blocks: list[Block] = [Bullets(tuple(lines))] if lines else []
    blocks += [Paragraph(_cut(note)) for note in relation_notes.notes(shown, positions=False)]
    blocks.append(Paragraph((Run("Each with the positions: ", "faint"), Run(f"{_compared(answer)} --full", "code"))))
    return Section("Where they stand", tuple(blocks), anchor="relations")


def _cut(note: Line) -> Line:
    """A note of the agenda, with what there is room for."""
    title, words = note
    return title, words._replace(text=phrases.shortened(words.text, _NOTE_ON_AN_ISSUE))


def _dated(row: Comparison, answer: Brief) -> str:
    """The title of an issue; whose red line is on it; where positions or parts are old, whose, and of which year."""
    names = answer.compare.names
    red = relation_notes.whose_red_line([names[label] for label in row.red_line], len(names))
    years = {label: provenance.old_year(held, age_of(answer, label)) for label, held in row.terms.items()}
    partly = [label for label, year in years.items() if year.startswith("(")]
    newest = {provenance.newest_year(row.terms[label], age_of(answer, label)) for label in partly}
    old = phrases.said_in({label: year for label, year in years.items() if year}, newest - {""}, names, len(row.terms))
    speaking = answer.compare.one_voice(row.terms)
    same = f"{wording.ONE_VOICE}: {speaking}" if speaking else ""
    words = ", ".join(part for part in (red, old, same) if part)
    return relation_notes.title(row, positions=False) + (f" ({words})" if words else "")


def _compared(answer: Brief) -> str:
    return phrases.command("compare", answer.compare.parties, answer)


def _in_time(answer: Brief) -> Section:
    """The deadlocks, a line each: the ring, and whose demands it is made of."""
    rings = sorted(
        answer.compare.deadlocks, key=lambda ring: (not compare.rests_on_a_red_line(ring), len(ring.steps))
    )  # fmt: skip
    lines: list[Line] = []
    for ring in rings[: room(answer).rings]:
        red = firmness("red-line") if compare.rests_on_a_red_line(ring) else ()
        words = Run(wording.ring_in_words(ring, answer.agenda))
        whose = wording.whose_ring(ring, answer.compare.names, answer.agenda, _OWNERS)
        lines.append((Run("", mark="deadlock"), *red, words, Run(f" – {whose}", "faint")))
    blocks: list[Block] = [Bullets(tuple(lines))] if lines else [Paragraph(line(phrases.NO_RING))]
    if len(rings) > room(answer).rings:
        command = phrases.command("compare", answer.compare.parties, answer, " --only deadlock --full")
        more = len(rings) - room(answer).rings
        blocks.append(more_of(more, wording.RELATION_TITLES["deadlock"][more != 1], command))
    blocks += [] if answer.compare.deadlocks_complete else [Paragraph(line(wording.CUT, "strong"))]
    title = f"What blocks in time ({len(rings)})" if rings else "What blocks in time"
    meaning = f"{wording.deadlocks_counted(rings)}; {wording.ARROW}" if rings else ""
    return Section(title, tuple(blocks), meaning, anchor="in-time")


def _over_several_issues(answer: Brief) -> Iterable[Section]:
    """Conflicts that no single issue shows, a line each."""
    found = sorted(answer.compare.conflicts or (), key=lambda conflict: not conflict_wording.red_line(conflict))
    if not found:
        return
    lines = tuple(
        (Run(conflict_wording.title(conflict), mark="crossing"),
         Run(f" – {conflict_wording.who(conflict, answer.compare.names, answer.agenda)}", "faint"))
        for conflict in found[:room(answer).conflicts]
    )  # fmt: skip
    blocks: list[Block] = [Bullets(lines)]
    if len(found) > room(answer).conflicts:
        command = phrases.command("compare", answer.compare.parties, answer, " --only conflict --full")
        more = len(found) - room(answer).conflicts
        blocks.append(more_of(more, wording.CROSSING_TITLES[more != 1], command))
    blocks += [] if answer.compare.conflicts_complete else [Paragraph(line(wording.CUT, "strong"))]
    title = wording.CROSSING_TITLES[len(found) != 1]
    head = f"{title[0].upper()}{title[1:]} ({len(found)})"
    yield Section(head, tuple(blocks), wording.CROSSING_MEANING, "crossing", "crossing")


def _draft(draft: DraftAnswer, answer: Brief) -> Iterable[Section]:
    """The red lines of each party that the draft crosses, leaves open or leaves out, counted apart and named."""
    blocks: list[Block] = [Paragraph(line(draft_wording.draft_by(draft.draft, draft.agenda), "faint"))]
    before = draft_wording.before_the_draft(draft.draft, draft.as_of)
    blocks += [Paragraph(line(before))] if before else []
    if draft.draft.note:
        blocks.append(Paragraph(line(phrases.draft_note(draft.draft), "faint")))
    blocks += [
        Paragraph(line(draft_wording.broken_rules(rules, draft.agenda), "contradiction"))
        for rules in draft.broken_rules
    ]
    if draft.contradicting:
        blocks.append(Paragraph(line(draft_wording.contradicting(draft.contradicting, draft.agenda), "contradiction")))
    worst = sorted(draft.parties, key=_red_lines_in_the_way, reverse=True)[:PARTIES]
    labels = {party.party.label for party in worst}
    blocks.append(Bullets(tuple(_of_party(party, draft) for party in draft.parties if party.party.label in labels)))
    told = tuple(map(line, choices_wording.in_short(draft)))
    if told:
        blocks.append(Bullets(told, apart=True))
    blocks += _authors_not_asked(draft, answer)
    command = phrases.command(f"draft {draft.draft.id}", answer.compare.parties, answer)
    more = len(draft.parties) - PARTIES
    named = (judged.issue for party in worst for what in RED_LINES for judged in party.red_lines(what))
    noted = phrases.NOTES_ELSEWHERE if any(issue.note for issue in named) else ""
    if more > 0:
        blocks += [Paragraph(line(noted, "faint"))] if noted else []
        blocks.append(more_of(more, "party" if more == 1 else "parties", command))
    else:
        blocks.append(
            Paragraph(
                (Run(f"{noted}; issue by issue: " if noted else "Issue by issue: ", "faint"), Run(command, "code")),
                apart=True,
            )
        )
    title = f"The draft: {draft.draft.title or draft.draft.id} ({wording.day(draft.draft.day)})"
    yield Section(title, tuple(blocks), anchor="draft")


def _authors_not_asked(draft: DraftAnswer, answer: Brief) -> list[Block]:
    """Where a draft is by a party that the brief is not on, how to see what that party says itself, and since when."""
    asked = {party.party for party in answer.compare.parties}
    absent = [id for id in draft.draft.by if id in answer.agenda.parties and id not in asked]
    if not absent:
        return []
    whose = joined([answer.agenda.parties[id].name for id in absent])
    command = f"posdiff draft {draft.draft.id} {' '.join(absent)} --at {wording.day(draft.as_of)}{draft.basis.options}"
    return [Paragraph((Run(f"The positions of {whose}, not asked here: ", "faint"), Run(command, "code")))]


def _red_lines_in_the_way(party: DraftForParty) -> tuple[int, int]:
    """By which parties are chosen where there is no room for all: red lines that are crossed, and all not met."""
    return len(party.red_lines("crossed")), sum(len(party.red_lines(what)) for what in RED_LINES)


def _of_party(party: DraftForParty, answer: DraftAnswer) -> Line:
    said = phrases.reactions(party.reactions, answer.draft, answer.agenda)
    reaction = f"; {said}" if said else ""
    verdict = verdict_wording.verdict_on_draft(party.result, answer.agenda, _TITLES_OF_RED_LINES, relation_notes.marked)
    crossed: Style = "contradiction" if party.red_lines("crossed") else "plain"
    options = "".join(f"; {told}" for told in draft_wording.met_with_options(party.result.terms, answer.agenda))
    its_day = draft_wording.met_of_its_day(party.result, answer.draft)
    asked = party.party.party, party.result, answer.draft
    own = draft_wording.own_broken(*asked) or draft_wording.own_terms(*asked)
    later = draft_wording.later_in_short(party.result, answer.draft)
    options += "".join(f"; {told}" for told in (its_day, own, later) if told)
    return Run(f"{party.party.name}: ", "strong"), Run(verdict, crossed), Run(options), Run(reaction)
