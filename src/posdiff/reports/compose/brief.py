"""The document of ``brief``: two pages to send on. What is more is counted, with the command that shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest
from typing import NamedTuple, TypeVar

from posdiff.answers.answer import day_of
from posdiff.answers.brief import Brief, RedLineInTheWay
from posdiff.answers.changes import Changes, ChangesOfParty
from posdiff.answers.draft import DraftAnswer, DraftForParty
from posdiff.comparison.changes import KINDS, SAME, Change
from posdiff.comparison.drafts import RED_LINES
from posdiff.comparison.relations import Comparison, Relation
from posdiff.dossier.grounds import Grounds, without_official_source
from posdiff.dossier.position import Held, Part
from posdiff.kinds.kind import joined
from posdiff.reports import brief_wording as phrases
from posdiff.reports import (
    choices_wording,
    conflict_wording,
    draft_wording,
    evidence_wording,
    movement_wording,
    provenance,
    relation_notes,
    wording,
)
from posdiff.reports.compose import basis, compare
from posdiff.reports.compose.evidence import Citations, firmness, not_proven
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

_Thing = TypeVar("_Thing")


class _Room(NamedTuple):
    """How many things of each kind there is room for on two pages of A4, as Chromium prints them."""

    red_lines: int
    rings: int
    conflicts: int
    changes: int


#: For two parties, for three or four, and for more (test_brief.py counts the pages; test_docx.py LibreOffice's).
_TWO, _FOUR, _MANY = _Room(5, 2, 2, 4), _Room(4, 2, 2, 3), _Room(3, 1, 1, 2)
#: Positions beside a red line, parties in a list, and parties whose demands make a ring.
_AGAINST, _PARTIES, _OWNERS = 2, 6, 16
#: Titles of issues that are named in a row: in a list of one relation, of one party of two (of more none is named)
#: in what is silent or old, of red lines. Of more issues of a party than the last number none is named there.
_TITLES, _TITLES_ASIDE, _TITLES_OF_RED_LINES, _MOST_ASIDE = 6, 4, 5, 12
#: The length of words, in letters: of quotes, of positions, of the part of a position that moved.
_QUOTE, _POSITION, _MOVED, _NOTE_ON_AN_ISSUE = 200, 120, 180, 140
_SOURCES_OF_A_QUOTE = 1
#: The rest of a position is left out where there is less room for it.
_LEAST_REST = 20


def document(answer: Brief) -> Document:
    """The verdict; red lines; what blocks in time; what moved; the draft; what is not known; the sources."""
    citations, compared = Citations(proofs=answer.basis.proofs), answer.compare
    parties = compare.parties_together(compared)
    title = f"{answer.agenda.title or 'Positions'}: a brief on {parties}"
    verdict = phrases.verdict(answer.conflicts.analysis, parties, len(compared.parties))
    blocs = basis.blocs_beside_members(compared.parties, answer.agenda, compared.as_of)
    counts = (Run(f"Positions{compare.as_of(compared)}: ", "strong"), Run(compare.counts(compared)))
    sections = (
        _red_lines(answer, citations), _relations(answer), _in_time(answer), *_over_several_issues(answer),
        *(_moved(answer.changes, answer) if answer.changes else ()),
        *(_draft(answer.draft, answer) if answer.draft else ()), _not_known(answer),
    )  # fmt: skip
    return Document(
        "brief", title, line(verdict, "strong"), (*basis.lines(answer.basis), counts, *blocs), sections,
        citations.footnotes(), evidence=True, compact=True,
    )  # fmt: skip


def _room(answer: Brief) -> _Room:
    parties = len(answer.compare.parties)
    return _TWO if parties <= 2 else _FOUR if parties <= 4 else _MANY


def _more(number: int, words: str, command: str) -> Paragraph:
    return Paragraph((Run(f"And {number:,} more {words}: ", "faint"), Run(command, "code")), apart=True)


def _red_lines(answer: Brief, citations: Citations) -> Section:
    """Each red line that leaves another party nothing to accept, its quote, and who stands against it."""
    shown = _of_each_party(answer.red_lines, lambda red: red.party, _room(answer).red_lines)
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
        blocks.append(_more(len(more), words, command))
    if not rows:
        return Section("Red lines in the way", (Paragraph(line(phrases.NO_RED_LINE)),), anchor="red-lines")
    issues = len({red.issue.id for red in answer.red_lines})
    number = len(answer.red_lines)
    on_issues = "" if number == issues else f" on {wording.count(issues, 'issue')}"
    title = f"Red lines in the way ({number}{on_issues})"
    return Section(title, tuple(blocks), phrases.RED_LINES_MEANING, anchor="red-lines")


def _of_each_party(found: Sequence[_Thing], whose: Callable[[_Thing], str], most: int) -> list[_Thing]:
    """So many at most, in order: the first of each party, and where there is room for more the next ones."""
    firsts = set({whose(found[place]): place for place in reversed(range(len(found)))}.values())
    chosen = sorted(range(len(found)), key=lambda place: place not in firsts)[:most]
    return [found[place] for place in sorted(chosen)]


def _row(red: RedLineInTheWay, answer: Brief) -> Comparison:
    return next(row for row in answer.compare.issues if row.issue.id == red.issue.id)


def _red_line(red: RedLineInTheWay, shown: Sequence[RedLineInTheWay], answer: Brief, citations: Citations) -> Cell:
    """``shown``: all red lines that have a row. What stands in the row of another is not told twice."""
    name, part = answer.compare.names[red.party], red.part
    said = provenance.held_since(part, _age(answer, red.party))
    again = provenance.said_again(part, _row(red, answer).terms[red.party], answer.agenda)
    said += f"; {phrases.shortened(again, _POSITION)}" if again else ""
    parts = _row(red, answer).terms[red.party].demands
    words = phrases.shortened(wording.held_part(part, answer.agenda, parts), _POSITION)
    holds: Line = (Run(f"{name}: ", "strong"), *firmness("red-line"), Run(words), Run(f" ({said})", "date"))
    elsewhere = any(other.issue.id == red.issue.id and red.party in other.against for other in shown)
    further = [] if elsewhere else provenance.stricter(_row(red, answer).terms[red.party], answer.agenda)
    for other in further:
        when = provenance.years_of_old_parts([other], _age(answer, red.party)).get(0)
        held = phrases.shortened(wording.part_in_words(other, parts, answer.agenda), _POSITION)
        holds = (*holds, Run(f"; it demands more{f', said in {when}' if when else ''}: {held}"))
    return Cell((holds, _quote(part, name, citations)))


def _quote(part: Part, name: str, citations: Citations) -> Line:
    """The words of the last day, translated where they are; who spoke, when, the source."""
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
    own = {other.party for other in shown if other.issue.id == red.issue.id}
    lines = [_position(row, label, answer, again=label not in own) for label in red.against[:_AGAINST]]
    more = len(red.against) - len(lines)
    lines += [line(f"and {wording.count(more, 'more party', 'more parties')}", "faint")] if more else []
    return Cell(tuple(lines))


def _position(row: Comparison, label: str, answer: Brief, again: bool) -> Line:
    """``again``: whether it is told how it was last said again in part."""
    held = row.terms[label]
    words, said = phrases.position(held, answer.agenda, _age(answer, label), again)
    red = firmness("red-line") if held.red_line else ()
    name = Run(f"{answer.compare.names[label]}: ", "strong")
    return name, *red, Run(phrases.shortened(words, _POSITION)), Run(f" ({said})", "date")


def _age(answer: Brief, label: str) -> provenance.Age:
    return basis.age(answer.basis, day_of(label, answer.compare.parties, answer.compare.as_of))


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
    years = {label: provenance.old_year(held, _age(answer, label)) for label, held in row.terms.items()}
    partly = [label for label, year in years.items() if year.startswith("(")]
    newest = {provenance.newest_year(row.terms[label], _age(answer, label)) for label in partly}
    old = phrases.said_in({label: year for label, year in years.items() if year}, newest - {""}, names, len(row.terms))
    words = ", ".join(part for part in (red, old) if part)
    return relation_notes.title(row, positions=False) + (f" ({words})" if words else "")


def _compared(answer: Brief) -> str:
    return phrases.command("compare", answer.compare.parties, answer)


def _in_time(answer: Brief) -> Section:
    """The deadlocks, a line each: the ring, and whose demands it is made of."""
    rings = sorted(
        answer.compare.deadlocks, key=lambda ring: (not compare.rests_on_a_red_line(ring), len(ring.steps))
    )  # fmt: skip
    lines: list[Line] = []
    for ring in rings[: _room(answer).rings]:
        owners = dict.fromkeys(answer.compare.names[owner.party] for edge in ring.edges for owner in edge.owners)
        agenda = ["the agenda"] if any(edge.agenda for edge in ring.edges) else []
        red = firmness("red-line") if compare.rests_on_a_red_line(ring) else ()
        words = Run(wording.ring_in_words(ring, answer.agenda))
        whose = wording.several([*owners, *agenda], _OWNERS)
        lines.append((Run("", mark="deadlock"), *red, words, Run(f" – {whose}", "faint")))
    blocks: list[Block] = [Bullets(tuple(lines))] if lines else [Paragraph(line(phrases.NO_RING))]
    if len(rings) > _room(answer).rings:
        command = phrases.command("compare", answer.compare.parties, answer, " --only deadlock --full")
        more = len(rings) - _room(answer).rings
        blocks.append(_more(more, wording.RELATION_TITLES["deadlock"][more != 1], command))
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
        for conflict in found[:_room(answer).conflicts]
    )  # fmt: skip
    blocks: list[Block] = [Bullets(lines)]
    if len(found) > _room(answer).conflicts:
        command = phrases.command("compare", answer.compare.parties, answer, " --only conflict --full")
        more = len(found) - _room(answer).conflicts
        blocks.append(_more(more, wording.CROSSING_TITLES[more != 1], command))
    blocks += [] if answer.compare.conflicts_complete else [Paragraph(line(wording.CUT, "strong"))]
    title = wording.CROSSING_TITLES[len(found) != 1]
    head = f"{title[0].upper()}{title[1:]} ({len(found)})"
    yield Section(head, tuple(blocks), wording.CROSSING_MEANING, "crossing", "crossing")


def _moved(changes: Changes, answer: Brief) -> Iterable[Section]:
    """What changed since a day, and towards whom: of each party that changed something the greatest, then others.

    Moves towards or away from another party stand first.
    """
    of_parties = [
        [(party.party.name, change) for change in sorted(party.changes, key=_greatest) if change.kind not in SAME]
        for party in changes.parties
    ]
    turns = [found for several in zip_longest(*of_parties) for found in several if found]
    in_turn = sorted(turns, key=lambda found: -_tier(found[1]))
    chosen = _of_each_party(in_turn, lambda found: found[0], _room(answer).changes)
    of_party = [found for own in of_parties for found in own if found in chosen]
    rows = [
        Row((cell(change.issue.title, "strong"), _change(name, change, answer), _towards(change, changes)),
            mark=change.told)
        for name, change in sorted(of_party, key=lambda found: not _moves(found[1]))
    ]  # fmt: skip
    more = len(changes.parties) - _PARTIES
    counts = [run for party in changes.parties[:_PARTIES] for run in _counted(party)]
    counts += [Run(f"And {wording.count(more, 'more party', 'more parties')}.", "faint")] if more > 0 else []
    counted = Paragraph(tuple(counts))
    columns = (Column("Issue"), Column("What changed", "change"), Column("Towards whom", "movement"))
    blocks: list[Block] = [counted, Table("What changed", columns, tuple(rows))] if rows else [counted]
    if len(in_turn) > _room(answer).changes:
        against = f" --against {wording.asked(changes.against, answer.agenda).replace(' ', ',')}"
        at = f"--since {wording.day(changes.since)} --until"
        command = phrases.command("changes", [party.party for party in changes.parties], answer, against, at, changes)
        more = len(in_turn) - _room(answer).changes
        blocks.append(_more(more, "change" if more == 1 else "changes", command))
    led = any(_moves(change) for _, change in in_turn)
    meaning = phrases.NO_MOVE if answer.basis.supposed else phrases.SEEN_FROM_THE_END if led else ""
    yield Section(f"What moved since {wording.day(changes.since)}", tuple(blocks), meaning, anchor="moved")


def _tier(change: Change) -> int:
    """Moves towards or away from another party first, those of red lines before the others; the rest is alike."""
    return _red(change) + 1 if _moves(change) else 0


def _moves(change: Change) -> bool:
    """Whether it leads towards another party or away from one."""
    return any(movement in ("closer", "farther") for movement in change.movements.values())


def _greatest(change: Change) -> tuple[bool, bool, int]:
    return not _moves(change), not _red(change), KINDS.index(change.told)


def _red(change: Change) -> bool:
    return any(held is not None and held.red_line for held in (change.before, change.after))


def _counted(party: ChangesOfParty) -> Line:
    """``Russia: 3 hardened, 1 withdrawn.``"""
    kinds = [change.told for change in party.changes]
    words = ", ".join(f"{kinds.count(kind)} {kind}" for kind in KINDS if kind in kinds and kind not in SAME)
    return Run(f"{party.party.name}: ", "strong"), Run(f"{words or phrases.NOTHING_MOVED}. ")


def _change(name: str, change: Change, answer: Brief) -> Cell:
    """Whose change it is, of which kind and day, and what is held now, what moved of it first."""
    step = change.last_move
    reported = change.after is not None and change.after.standing == "reported"
    several = sum(each.kind not in SAME for each in change.path) > 1
    by = " by" if several else ""  # what changed in several steps is as it is told from the day of the last on
    when = f"{by} {wording.day(step.day)}{' (reported)' if reported else ''}" if step else ""
    moved = phrases.moved(change, answer.agenda)
    words = phrases.shortened(moved.words, _MOVED)
    left = _POSITION - len(words)
    rest = f"; {phrases.shortened(moved.rest, left) if left > _LEAST_REST else '…'}" if moved.rest else ""
    red = firmness("red-line") if moved.red else ()
    return Cell(((Run(f"{name}, ", "strong"), Run(f"{change.told}{when}: "), *red, Run(f"{words}{rest}")),))


def _towards(change: Change, changes: Changes) -> Cell:
    words = movement_wording.in_brief(change, {asked.party: asked.name for asked in changes.against})
    return cell(words) if words else cell("–", "faint")


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
    worst = sorted(draft.parties, key=_red_lines_in_the_way, reverse=True)[:_PARTIES]
    labels = {party.party.label for party in worst}
    blocks.append(Bullets(tuple(_of_party(party, draft) for party in draft.parties if party.party.label in labels)))
    told = tuple(map(line, choices_wording.in_short(draft)))
    if told:
        blocks.append(Bullets(told, apart=True))
    blocks += _authors_not_asked(draft, answer)
    command = phrases.command(f"draft {draft.draft.id}", answer.compare.parties, answer)
    more = len(draft.parties) - _PARTIES
    named = (judged.issue for party in worst for what in RED_LINES for judged in party.red_lines(what))
    noted = phrases.NOTES_ELSEWHERE if any(issue.note for issue in named) else ""
    if more > 0:
        blocks += [Paragraph(line(noted, "faint"))] if noted else []
        blocks.append(_more(more, "party" if more == 1 else "parties", command))
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
    verdict = draft_wording.verdict_on_draft(party.result, _TITLES_OF_RED_LINES, relation_notes.marked)
    crossed: Style = "contradiction" if party.red_lines("crossed") else "plain"
    options = "".join(f"; {told}" for told in draft_wording.met_with_options(party.result.terms))
    its_day = draft_wording.met_of_its_day(party.result, answer.draft)
    asked = party.party.party, party.result, answer.draft
    own = draft_wording.own_broken(*asked) or draft_wording.own_terms(*asked)
    later = draft_wording.later_in_short(party.result, answer.draft)
    options += "".join(f"; {told}" for told in (its_day, own, later) if told)
    return Run(f"{party.party.name}: ", "strong"), Run(verdict, crossed), Run(options), Run(reaction)


def _not_known(answer: Brief) -> Section:
    """On what parties are silent, and which positions rest on little.

    On what is only reported, no quote or an unverified one, reposts, an unnamed publisher, words long past, one coding.
    """
    grounds = {
        (row.issue.id, asked.label): answer.basis.grounds(row.terms[asked.label], asked.on(answer.compare.as_of))
        for row in answer.compare.issues for asked in answer.compare.parties
        if asked.label in row.terms and not row.terms[asked.label].supposed
    }  # fmt: skip
    years = wording.count(answer.basis.stale_after, "year")
    old = f"Not stated again for {years} or more"
    lists = [
        _aside("Silent, where another has spoken", answer, lambda row, label: label in row.silent),
        _aside("Only reported", answer, lambda row, label: _held(row, label, lambda held: held.standing == "reported")),
        _aside("No quote on file", answer, lambda row, label: _held(row, label, _without_quote)),
        _aside("On reposts alone", answer, lambda row, label: _on_reposts(grounds.get((row.issue.id, label)))),
        _aside(provenance.UNOFFICIAL, answer, lambda row, label: _held(row, label, without_official_source)),
        _aside("No publisher named", answer, lambda row, label: _unnamed(grounds.get((row.issue.id, label)))),
        _aside(f"{old}, in whole or in part", answer, lambda row, label: _is_old(row, label, answer)),
    ]
    lines = [listed for listed in (*lists[:1], _silences(answer), *lists[1:]) if listed]
    unverified = _unverified(answer)
    if unverified:
        lines.append((Run("Not verified: ", "strong"), Run(unverified)))
    once = sum(each.coded != "twice" for each in grounds.values())
    if once:
        lines.append((Run("Coded once: ", "strong"), Run(phrases.coded_once(once, len(grounds)))))
    full = phrases.in_full(answer)
    blocks: list[Block] = [Bullets(tuple(lines))] if lines else []
    blocks.append(Paragraph((Run(f"{phrases.IN_FULL}: ", "faint"), Run(full, "code"))))
    return Section("What is silent, unverified or old", tuple(blocks), anchor="not-known")


def _silences(answer: Brief) -> Line:
    """Of each party that is silent where another has spoken, which silence that is, where pages are kept."""
    compared, told = answer.compare, list[tuple[str, str]]()
    for asked in compared.parties:
        which = basis.silence(answer.basis, asked.party, asked.on(compared.as_of))
        if which and any(row.terms and asked.label in row.silent for row in compared.issues):
            told.append((asked.name, which))
    words = wording.first(evidence_wording.silences(told), _PARTIES)
    return (Run(evidence_wording.SILENCES, "strong"), Run(words)) if told else ()


def _unverified(answer: Brief) -> str:
    """Which of the quotes behind the positions are not verified; nothing where all are, or there is none."""
    every = answer.compare.quotes
    proofs = answer.basis.proofs
    if proofs is None:
        return "every quote; no page of a source is kept" if every else ""
    number = len(every) - proofs.counts(every)["verified"]
    return f"{number} of {wording.count(len(every), 'quote')}; posdiff verify says why" if number else ""


def _held(row: Comparison, label: str, applies: Callable[[Held], bool]) -> bool:
    return label in row.terms and applies(row.terms[label])


def _on_reposts(rests_on: Grounds | None) -> bool:
    return rests_on is not None and rests_on.classes == ("repost",)


def _unnamed(rests_on: Grounds | None) -> bool:
    return rests_on is not None and not rests_on.publishers and not _on_reposts(rests_on)


def _without_quote(held: Held) -> bool:
    return not any(part.lineage.said for part in held.demands) and not held.supposed


def _is_old(row: Comparison, label: str, answer: Brief) -> bool:
    age = _age(answer, label)
    return _held(row, label, lambda held: any(age.in_words(part) for part in held.demands))


def _aside(title: str, answer: Brief, applies: Callable[[Comparison, str], bool]) -> Line:
    """``Silent: North on 3 (Pay; Site; and 1 more)``: of each party the issues of which it is so; nothing for none."""
    found = {
        name: [row.issue.title for row in answer.compare.issues if row.terms and applies(row, label)]
        for label, name in answer.compare.names.items()
    }
    told = [
        f"{name} on {len(titles)}"
        + (f" ({wording.first(titles, _TITLES_ASIDE)})" if len(found) == 2 and len(titles) <= _MOST_ASIDE else "")
        for name, titles in found.items() if titles
    ]  # fmt: skip
    return (Run(f"{title}: ", "strong"), Run(wording.first(told, _PARTIES))) if told else ()
