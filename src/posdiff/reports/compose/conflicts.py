"""The document of ``conflicts``: the verdict, each conflict step by step, what would have to go, what follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posdiff.answers.answer import day_of
from posdiff.answers.conflicts import Conflicts
from posdiff.comparison.conflicts import concessions
from posdiff.comparison.conflicts.concessions import Tradeoff
from posdiff.comparison.conflicts.conflict import Component, Conflict
from posdiff.comparison.conflicts.constraints import Stated
from posdiff.comparison.conflicts.explanation import Explanation
from posdiff.comparison.conflicts.tables import RefusalTable
from posdiff.dossier.term import FIRMNESS
from posdiff.kinds.kind import joined
from posdiff.reports import conflict_wording as phrases
from posdiff.reports import holders_wording, named_red_lines, wording
from posdiff.reports.compose import basis
from posdiff.reports.compose.evidence import Citations, on_record, one_part, place, position
from posdiff.reports.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Fact,
    Line,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    cell,
    line,
    lowered,
)
from posdiff.reports.initials import initials, key_to

#: What is shown unless all is asked for: conflicts that are explained, trade-offs, outcomes of a refusal table.
_MOST_CONFLICTS = 50
_MOST_ROWS = 10
_MOST_OUTCOMES = 12
#: Of so many parties the names are written out, where there is room for them or not.
MOST_NAMES = 3


def document(answer: Conflicts) -> Document:
    """The verdict first; then the conflicts, the firmest first; then what would have to go, and what follows."""
    citations = Citations(proofs=answer.basis.proofs)
    return headed(answer, sections(answer, citations))._replace(sources=citations.footnotes())


def part(answer: Conflicts, citations: Citations) -> tuple[Section, ...]:
    """The same as a part of a document on more, under the verdict in a line."""
    lower = (lowered(section, "conflicts") for section in sections(answer, citations))
    return Section(phrases.PART_TITLE, (Paragraph(_verdict(answer)),), anchor="hold-together"), *lower


def sections(answer: Conflicts, citations: Citations) -> tuple[Section, ...]:
    """What can hold together, the conflicts, what would have to go, what follows."""
    parts: list[Section] = []
    if answer.analysis.terms:
        parts += [verdicts(answer), *_conflicts(answer, citations)]
    if answer.clusters:
        parts += [_concessions(answer), *_refusals(answer), *_tradeoffs(answer)]
    return (*parts, *_forced(answer), *_excluded(answer), *_on_record(answer, citations), *_outside(answer))


def headed(answer: Conflicts, parts: tuple[Section, ...]) -> Document:
    """The parts under the verdict in a line."""
    draft = answer.analysis.draft
    within = (line(phrases.within(draft), "faint"),) if draft else ()
    own_days = all(asked.day is not None for asked in answer.parties)
    title = joined(list(answer.names.values())) + ("" if own_days else f" as of {wording.day(answer.as_of)}")
    wanted = {*answer.filter.issues}
    speaking = {label for label, position in answer.positions.items() if wanted & position.terms.keys()}
    blocs = basis.blocs_beside_members(answer.parties, answer.agenda, answer.as_of, speaking)
    once = holders_wording.shared(answer.analysis, answer.agenda, answer.names)
    blocs += tuple(line(words, "faint") for words in once)
    blocs += through_blocs(answer)
    silent = basis.silences(answer.basis, answer.names, answer.analysis.silent, answer.agenda)
    lead = (
        *basis.lines(answer.basis), *within, *blocs, *silent,
        *basis.unverified_red_lines(answer.basis, named_red_lines.of_conflicts(answer)),
    )  # fmt: skip
    return Document("conflicts", title, _verdict(answer), lead, parts)


def through_blocs(answer: Conflicts) -> tuple[Line, ...]:
    """How many of the positions of each party are held through blocs; who is bound to both sides of a contradiction."""
    held = {}
    for label, name in answer.names.items():
        terms = answer.positions[label].terms
        held[name] = [(answer.agenda.issues[id], terms[id]) for id in answer.filter.issues if id in terms]
    return basis.held_through_blocs(held, answer.agenda)


def dissents(answer: Conflicts) -> tuple[Line, ...]:
    """Who dissents from what its blocs hold, of those that are silent on issues in play."""
    parties = {asked.label: asked for asked in answer.parties}
    silent = ((parties[label], answer.agenda.issues[id]) for label, id in answer.analysis.silent)
    return basis.dissents(answer.basis, silent, answer.as_of, answer.agenda)


def _verdict(answer: Conflicts) -> Line:
    holds = answer.analysis.verdicts["all"] != "cannot-hold"
    return line(phrases.headline(answer.analysis), "plain" if holds else "contradiction")


def cut(complete: bool) -> tuple[Paragraph, ...]:
    """That the search was cut, where it was."""
    return () if complete else (Paragraph(line(wording.CUT, "strong")),)


def _most(number: int, answer: Conflicts) -> int | None:
    return None if answer.filter.everything else number


def verdicts(answer: Conflicts) -> Section:
    """What can hold together, by how firm the terms are, and by party."""
    rows = [Row((cell(level, "faint"), cell(verdict))) for level, verdict in phrases.levels(answer.analysis)]
    alone = phrases.alone(answer.analysis, answer.agenda, answer.names)
    rows += [Row((cell(name, "strong"), cell(verdict))) for name, verdict in alone]
    if answer.on_record:
        verdicts = phrases.verdicts_on_record(answer.on_record, answer.agenda, answer.names)
        rows.append(Row((cell("on record, without reports", "faint"), Cell(tuple(map(line, verdicts))))))
    table = Table(phrases.PART_TITLE, (Column("Terms"), Column("Verdict")), tuple(rows), "list")
    return Section("", (table,))


def _on_record(answer: Conflicts, citations: Citations) -> list[Section]:
    """Each position that a report changed, and the party's own beside it."""
    rows = []
    for label, id, own in answer.shown_changed:
        age = basis.age(answer.basis, day_of(label, answer.parties, answer.as_of))
        title, name, held = answer.agenda.issues[id].title, answer.names[label], answer.positions[label].terms.get(id)
        if held:
            words = position(held, answer.agenda, title, name, citations, age)
        else:
            stated = on_record(own, answer.agenda, citations, age)
            words = cell(wording.NO_POSITION, "faint")._replace(more=tuple(stated))
        rows.append(Row((cell(name, "strong"), cell(title), words)))
    if not rows:
        return []
    columns = tuple(map(Column, ("Party", "Issue", "Position")))
    table = Table("What reports changed", columns, tuple(rows), "list")
    return [Section(f"Changed by reports ({len(rows)})", (table,), phrases.CHANGED_MEANING, anchor="on-record")]


def _conflicts(answer: Conflicts, citations: Citations) -> list[Section]:
    analysis, conflicts = answer.analysis, answer.conflicts
    if not conflicts and analysis.complete:
        return [no_conflict(answer)]
    parts = [conflicts_section(len(conflicts), cut(analysis.complete))]
    listed = conflicts[: _most(_MOST_CONFLICTS, answer)]
    quoted: list[Stated] = []  # a red line is shown with its quotes, once
    for number, (conflict, explanation) in enumerate(zip(listed, answer.explanations, strict=False), 1):
        table = _steps(conflict, explanation, answer, citations, quoted)
        title, who = f"{number}. {phrases.title(conflict)}", phrases.who(conflict, answer.names, answer.agenda)
        parts.append(Section(title, (table,), who, anchor=f"conflict-{number}", level=3, named=True))
    return parts + _others(conflicts[len(listed) :], len(listed) + 1, answer)


def no_conflict(answer: Conflicts) -> Section:
    """That there is none, or none on the issues asked for."""
    words = phrases.NONE_HERE if answer.analysis.conflicts else phrases.NONE
    return Section("Minimal conflicts (0)", (Paragraph(line(words)),), anchor="conflicts")


def conflicts_section(number: int, blocks: tuple[Block, ...]) -> Section:
    """The section of the conflicts, with their number and meaning."""
    title = f"Minimal conflicts ({number})"
    return Section(title, blocks, phrases.CONFLICTS_MEANING, "contradiction", "conflicts")


def _others(conflicts: Sequence[Conflict], first: int, answer: Conflicts) -> list[Section]:
    """Those that are not explained: each one with a red line by itself, the rest by issues."""
    if not conflicts:
        return []
    lines = [
        (
            Run(f"{number}. {phrases.title(conflict)}", "strong"),
            Run(f"  {phrases.who(conflict, answer.names, answer.agenda)}", "faint"),
        )
        for number, conflict in enumerate(conflicts, first)
        if phrases.red_line(conflict)
    ]
    rest = [conflict for conflict in conflicts if not phrases.red_line(conflict)]
    if rest:
        lines.append((Run(f"Without a red line ({len(rest)}): ", "faint"), Run(phrases.counted(rest))))
    title = f"And {len(conflicts)} more: --all explains them"
    return [Section(title, (Bullets(tuple(lines)),), level=3, named=True)]


def _steps(
    conflict: Conflict, explanation: Explanation, answer: Conflicts, citations: Citations, quoted: list[Stated]
) -> Table:
    rows = []
    one_issue = len({stated.issue.id for stated in conflict.terms}) == 1
    for number, step in enumerate(phrases.reasoning(conflict, explanation, answer.agenda, answer.names), 1):
        follows = (Fact("", line(step.follows, "contradiction")),) if step.follows else ()
        if step.stated is None:
            words = Cell((line(step.said),), facts=follows) if step.said else cell(step.follows, "contradiction")
            cells = cell(f"{number}."), Cell(), words
        else:
            name, title = holders_wording.whose(step.stated, answer.names), step.stated.issue.title
            words = _stated(step.stated, answer, citations, quoted)
            whose = (Run(name, "strong"), *(() if one_issue else (Run(f", {title}"),)))
            cells = cell(f"{number}."), Cell((whose,)), words._replace(facts=follows)
        rows.append(Row(cells, depth=step.depth))
    columns = (Column("Step"), Column("Whose"), Column("What is said, and what follows"))
    return Table("Step by step", columns, tuple(rows), "list")


def _stated(stated: Stated, answer: Conflicts, citations: Citations, quoted: list[Stated]) -> Cell:
    """The term that a step is about, with its place; a red line with its quotes."""
    words = one_part(
        stated.part, answer.agenda, stated.issue.title, answer.names[stated.party], citations,
        basis.age(answer.basis, day_of(stated.party, answer.parties, answer.as_of)),
    )  # fmt: skip
    red = stated.part.term.firmness == "red-line" and stated not in quoted
    quoted += [stated] if red else []
    dates = words.dates and words.dates._replace(place=() if stated.part.supposed else (place(stated.part, "date"),))
    return words._replace(dates=dates, evidence=words.evidence and words.evidence._replace(quotes_shown=red))


def _concessions(answer: Conflicts) -> Section:
    rows = []
    for component in answer.clusters:
        incomplete = () if component.concessions_complete else (line(wording.CUT, "strong"),)
        words = phrases.choices(component, answer.agenda, answer.names, _most(_MOST_ROWS, answer))
        titles = " × ".join(phrases.issue_titles(component))
        rows.append(Row((cell(titles, "strong"), Cell((*incomplete, *map(line, words))))))
    columns = (Column("Issues"), Column("Any one of these"))
    table = Table("What would have to go, issue by issue", columns, tuple(rows), "outline")
    return Section("What would have to go", (table,), phrases.GIVING_MEANING, anchor="concessions")


def _refusals(answer: Conflicts) -> list[Section]:
    """The refusal tables: outcomes down, parties across, in each cell whether the party refuses it, and how firmly."""
    blocks: list[Block] = []
    for component in answer.clusters:
        if component.table is not None and (answer.filter.everything or not _adds_nothing(component)):
            blocks += _refusal_table(component.table, answer)
    return [Section("Refusal tables", tuple(blocks), phrases.TABLES_MEANING, anchor="refusals")] if blocks else []


def _adds_nothing(component: Component) -> bool:
    """Whether what would have to go is said in a line, so that a table would say no more."""
    return phrases.plain(component)


def _refusal_table(table: RefusalTable, answer: Conflicts) -> list[Block]:
    shown = phrases.table_rows(table, _most(_MOST_OUTCOMES, answer))
    heads = holders_wording.heads_of_issue(table, answer.agenda, answer.names)
    rows = []
    for row in shown:
        refusing = {
            stated.party: _refuses(stated, heads, answer)
            for stated in sorted(row.refused_by, key=lambda stated: FIRMNESS.index(stated.part.term.firmness))
        }
        for stated in row.refused_by:
            for party in (*stated.speaks_for, *stated.shared_by):
                refusing.setdefault(party, holders_wording.beside(stated, answer.names))
        outcomes = cell(phrases.outcomes_in_words(row, table.issue.space))
        rows.append(Row((outcomes, *(cell(refusing.get(party, "–")) for party in answer.analysis.parties))))
    columns = (Column("Outcome"), *map(Column, heads.values()))
    blocks: list[Block] = [Paragraph(line(table.issue.title, "strong"))]
    blocks.append(Table(f"{table.issue.title}: who refuses what", columns, tuple(rows), "grid"))
    left = phrases.rest(table, shown)
    return blocks + ([Paragraph(line(f"{left[0].upper()}{left[1:]}.", "faint"))] if left else [])


def _refuses(stated: Stated, heads: Mapping[str, str], answer: Conflicts) -> str:
    """``refuses (red line)``; where its head does not say so, ``refuses (red line, through LDC)``."""
    way = wording.through_blocs(stated.part.through[-1:], answer.agenda)
    told = [phrases.FIRMNESS[stated.part.term.firmness], "" if way in heads[stated.party] else way]
    return f"refuses ({', '.join(filter(None, told))})"


def _tradeoffs(answer: Conflicts) -> list[Section]:
    front = answer.analysis.pareto_front
    every = front.tradeoffs
    if not every:
        return []
    some = concessions.chosen(every, len(every) if answer.filter.everything else _MOST_ROWS)
    listed = some.rows
    blocks: list[Block] = [Paragraph(line(phrases.COUNTING, "faint")), *cut(front.complete)]
    if len(answer.names) > MOST_NAMES:
        blocks += [*in_letters(listed, answer), *_examples(listed, answer)]
    else:
        heads = holders_wording.heads(answer.analysis, answer.agenda, answer.names)
        rows = [Row((*given(way, heads, answer), cell(f"{way.variants:,}"), _example(way, answer))) for way in listed]
        columns = (*map(Column, heads.values()), Column("Ways"), Column("One of them"))
        blocks += [Paragraph(line(phrases.WAYS, "faint")), Table("Who gives what", columns, tuple(rows), "grid")]
    if len(listed) < len(every):
        blocks.append(Paragraph(line(phrases.some_rows(some, len(every)), "faint")))
    return [Section("Who gives what", tuple(blocks), phrases.ROWS_MEANING, anchor="who-gives-what")]


def in_letters(ways: Sequence[Tradeoff], answer: Conflicts) -> list[Block]:
    """The ways of many parties in a table of narrow columns, by number, with letters for names and signs for counts."""
    heads = holders_wording.heads(answer.analysis, answer.agenda, answer.names)
    letters = initials({label: head.partition(" (")[0] for label, head in heads.items()})
    columns = (Column(""), *(Column(short, short=True) for short in letters.values()), Column("Ways", short=True))
    rows = [
        Row((cell(_number(way, answer)),
             *(cell(phrases.given_in_signs(counts))
               for label, counts in zip(answer.names, way.gives, strict=True) if label in heads),
             cell(f"{way.variants:,}")))
        for way in ways
    ]  # fmt: skip
    table = Table("Who gives what", columns, tuple(rows), "lines")
    return [Paragraph(line(phrases.WAYS_IN_SIGNS, "faint")), table, Paragraph(key_to(letters, heads))]


def _number(way: Tradeoff, answer: Conflicts) -> str:
    """The number of a way among all of them, so that it is the same however many are shown."""
    return f"{answer.analysis.pareto_front.tradeoffs.index(way) + 1}."


def _examples(ways: Sequence[Tradeoff], answer: Conflicts) -> list[Block]:
    """For each way of many parties, by its number, a set of terms that gives these counts."""
    rows = tuple(Row((cell(_number(way, answer)), _example(way, answer))) for way in ways)
    table = Table(phrases.EXAMPLES, (Column("Row"), Column("Terms")), rows, "list")
    return [Paragraph(line(f"{phrases.EXAMPLES}:", "faint"), apart=True), table]


def given(way: Tradeoff, heads: Mapping[str, str], answer: Conflicts) -> list[Cell]:
    """What each party gives that has a head; or with whom that is counted."""
    beside = holders_wording.counted_with(answer.analysis, answer.names)
    of_each = zip(answer.names, way.gives, strict=True)
    return [
        cell(beside.get(label) or phrases.given(counts))._replace(silent=not any(counts))
        for label, counts in of_each if label in heads
    ]  # fmt: skip


def _example(tradeoff: Tradeoff, answer: Conflicts) -> Cell:
    titles: dict[str, list[str]] = {}
    for stated in tradeoff.example:
        whose = holders_wording.held_by((stated,), answer.agenda, answer.names)
        titles.setdefault(whose, []).append(stated.issue.title)
    return Cell(
        tuple((Run(f"{whose}: ", "strong"), Run("; ".join(dict.fromkeys(own)))) for whose, own in titles.items())
    )


def _forced(answer: Conflicts) -> list[Section]:
    forced = answer.analysis.forced
    lines = tuple(
        (Run(phrases.forced_in_words(outcome, answer.agenda), "strong"), Run(phrases.at_level(outcome.level)),
         _because(phrases.because_in_words(outcome.because, answer.agenda, answer.names)))
        for outcome in forced
    )  # fmt: skip
    return _following(
        f"Forced ({len(forced)})", lines, answer.analysis.forced_complete, phrases.FORCED_MEANING, "forced"
    )


def _excluded(answer: Conflicts) -> list[Section]:
    excluded = answer.analysis.excluded_conditions
    lines = tuple(
        (Run(phrases.price_in_words(exclusion, answer.agenda, answer.names)), Run(phrases.at_level(exclusion.level)),
         _because(phrases.because_in_words(exclusion.because, answer.agenda, answer.names)))
        for exclusion in excluded
    )  # fmt: skip
    title, complete = f"Conditions ruled out ({len(excluded)})", answer.analysis.excluded_complete
    return _following(title, lines, complete, phrases.PRICES_MEANING, "ruled-out")


def _following(title: str, lines: tuple[Line, ...], complete: bool, meaning: str, anchor: str) -> list[Section]:
    """What follows from the terms, and that the search for it was cut, where it was."""
    blocks = (*cut(complete), *((Bullets(lines),) if lines else ()))
    return [Section(title, blocks, meaning, anchor=anchor)] if blocks else []


def _because(words: str) -> Run:
    return Run(f", because of {words}" if words else "", "faint")


def _outside(answer: Conflicts) -> list[Section]:
    parties = {asked.label: asked for asked in answer.parties}

    def dissent(label: str, issue: str) -> str:
        asked = parties[label]
        return basis.dissent(answer.basis, asked.party, asked.on(answer.as_of), issue, answer.agenda)

    silent = phrases.silent(answer.analysis, answer.agenda, answer.names, dissent)
    lines = [(Run(f"{name} is silent on: ", "faint"), Run("; ".join(titles))) for name, titles in silent]
    lines += [
        (Run(f"{label[0].upper()}{label[1:]}: ", "faint"), Run("; ".join(terms)))
        for label, terms in phrases.unassessed(answer.analysis, answer.names)
    ]
    section = Section("Outside", (Bullets(tuple(lines)),), phrases.OUTSIDE_MEANING, anchor="outside")
    return [section] if lines else []
