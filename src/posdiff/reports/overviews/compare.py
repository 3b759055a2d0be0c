"""The overview of ``compare``: topics by relations in counts, then a line for each issue, red lines first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import ceil

from posdiff.answers.answer import day_of
from posdiff.answers.compare import Compare
from posdiff.comparison.deadlocks import Deadlock
from posdiff.comparison.relations import RELATIONS, Comparison
from posdiff.comparison.same_positions import OnIssue
from posdiff.comparison.voices import red_lines, voices
from posdiff.dossier.position import Held
from posdiff.kinds.kind import quoted
from posdiff.reports import holders_wording, named_red_lines, provenance, relation_notes, wording
from posdiff.reports.compose import basis, groups
from posdiff.reports.compose import compare as in_full
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
    text_of,
)
from posdiff.reports.initials import initials, key_to
from posdiff.reports.overviews import short

#: So wide each party's column has to be at least, and so much is left for the others; where there is less room for
#: three parties or more, it is told who cannot come together.
_LEAST_COLUMN, _OTHER_COLUMNS = 18, 40
#: Of so many parties the names are written out.
_MOST_NAMES = 3
#: Letters stand for so many parties. Of more it is told what most of them accept: so many things.
_MOST_LETTERS, _MOST_GROUPS = 12, 4
#: Of this part of the width: where sides need more, it is told who is on them, and not what they accept.
_SHARE = 3
#: A screen has room for so many lines of issues, deadlocks and conflicts over several issues. Where there are more,
#: issues that cannot be compared have a line only with a red line, of others as many titles are told as fit a line, and
#: of deadlocks and of conflicts so many at least have a line.
_ROOM, _FEW_LINES = 41, 2
#: So many lines of a screen are left to what it comes to.
_HEAD = 2
#: What a line of a deadlock has besides who and the steps: what it is indented by, and a colon.
_BESIDE_RINGS = 4
#: What stands before and behind titles in a line: a mark, and "and 12 more".
_BESIDE_TITLES = 20


def document(answer: Compare, width: int) -> Document:
    """What it comes to in a line; the counts; the issues; what clashes over several of them; where to look next."""
    title = f"{in_full.parties_together(answer)}{in_full.as_of(answer)}"
    read, stands = basis.lines(answer.basis), in_full.in_short(answer)
    unproven = basis.not_looked_up(answer.basis, named_red_lines.of_comparison(answer))
    doubtful = basis.doubtful_red_lines(answer.basis, named_red_lines.of_comparison(answer))
    if read and answer.recorded:  # that reports count, what there is without them, and that no quote is verified
        all_unproven = [run for each in unproven for run in (Run(". "), *each)]
        read, stands = (*read[:-1], (*read[-1], Run(" "), *stands[0], *all_unproven)), stands[1:]
        unproven = ()
    crowded = _crowded(answer)
    rows, beside = _most_important(answer, crowded)
    beside_issues = [*relation_notes.blocks(rows), *_one_voice(rows, answer), *_said_again(rows, answer)]
    parts = [*topics(answer), *issues(answer, width, rows), *beside_issues]
    blocs = in_full.blocs_beside_members(answer)
    told = rows if _each_has_a_column(answer, width) else []  # there it stands in the party's column
    dissents = in_full.dissents(answer, (row for row in answer.shown_issues if row not in told))
    lead = (*read, *stands, *blocs, *dissents, *in_full.silences(answer), *unproven, *doubtful)
    beside_lines = [block.line for block in beside_issues if isinstance(block, Paragraph)]
    more = len(beside_issues) - len(beside_lines)
    taken = sum(ceil(sum(len(run.text) for run in runs) / width) for runs in (*lead, *beside_lines))
    taken += max(ceil(len(f"{title}: {text_of(counts(answer))}") / width) - _HEAD, 0)
    room = _ROOM - len(rows) - taken - more
    sections = [Section("", tuple(parts))] if parts else []
    sections += groups.section(answer, overview=True, width=width)
    sections += across_issues(answer, width, room)
    lists = alone(answer, beside, width if crowded else None, [short.more_in_line("compare")] if crowded else [])
    sections += lists
    if not sections:
        sections = [in_full.NO_ISSUE]
    elif not (crowded and lists):
        sections += [short.more("compare")]
    return Document("compare", title, counts(answer), lead, tuple(sections))


def _one_voice(rows: Sequence[Comparison], answer: Compare) -> list[Block]:
    """``One voice: LDC on Loss``: where all who hold a position hold the words of one bloc."""
    titles: dict[str, list[str]] = {}
    for row in rows:
        if speaking := answer.one_voice(row.terms):
            titles.setdefault(speaking, []).append(row.issue.title)
    told = [f"{speaking} on {wording.several(of, short.MOST_TITLES)}" for speaking, of in titles.items()]
    return [Paragraph((Run(f"{wording.ONE_VOICE.capitalize()}: ", "faint"), Run("; ".join(told))))] if told else []


def _said_again(rows: Sequence[Comparison], answer: Compare) -> list[Block]:
    """Of red lines that were said again in part, the last words: the line of the issue has no room for them.

    Who spoke is named: of what several hold through one bloc that is the bloc, once.
    """
    told: list[Block] = []
    for row in rows:
        said = dict.fromkeys(words for label in row.red_line for words in _last_words(row.terms[label], label, answer))
        if said:
            told.append(Paragraph((Run(f"{row.issue.title}: ", "faint"), Run("; ".join(said)))))
    return told


def _last_words(held: Held, label: str, answer: Compare) -> list[str]:
    """Who last said a red line again in part, when and how; where there are two, of the first of which it is so."""
    parties = answer.agenda.parties
    for part in held.demands:
        found = provenance.said_again(part, held, answer.agenda) if part.term.firmness == "red-line" else ()
        if found:
            speaking = [each.bloc or part.said_by for each in found]
            names = [parties[bloc].name if bloc else answer.names[label] for bloc in speaking]
            return [f"{name} {each.words}" for name, each in zip(names, found, strict=True)]
    return []


def _alone(row: Comparison, answer: Compare) -> bool:
    """Whether one party only holds a position on an issue, or none, reports that ended a position aside."""
    return row.relation in ("one-sided", "silent") and not answer.only_on_record(row)


def counts(answer: Compare) -> Line:
    """What it comes to, each relation with its sign: the key to the signs below."""
    if not answer.issues:
        return line(in_full.counts(answer))
    red = sum(bool(row.red_line) for row in answer.issues)
    issues = wording.count(len(answer.issues), "issue") + (f", {red:,} with a red line" if red else "")
    runs = [Run(issues)]
    for mark, words in in_full.counted(answer):
        runs += [Run("; " if len(runs) == 1 else ", "), Run(words, mark=wording.sign(mark))]
    return tuple(runs)


def topics(answer: Compare) -> list[Block]:
    """How many issues of each topic stand in each relation; nothing where there are no two topics."""
    rows = answer.shown_issues
    if len({row.issue.topic for row in rows}) < 2:
        return []
    relations = [relation for relation in RELATIONS if any(row.relation == relation for row in rows)]
    titles = {id: title for id, title in answer.agenda.topics.items() if any(row.issue.topic == id for row in rows)}
    named: list[tuple[str | None, str]] = [*titles.items()]
    named += [(None, "Other issues")] if any(not row.issue.topic for row in rows) else []
    lines = []
    for id, title in named:
        of_topic = [row for row in rows if (row.issue.topic or None) == id]
        numbers = [sum(row.relation == relation for row in of_topic) for relation in relations]
        red = sum(bool(row.red_line) for row in of_topic)
        counted = [cell(str(number) if number else "", "plain") for number in (*numbers, red)]
        lines.append(Row((cell(title), *counted)))
    columns = [
        Column("Topic"),
        *(
            Column(wording.RELATION_TITLES[relation][0], page=f"#_{relation}", mark=wording.sign(relation))
            for relation in relations
        ),
    ]
    return [Table("How many issues of each topic stand in each relation", (*columns, short.RED_LINE_COLUMN),
                  tuple(lines), "lines")]  # fmt: skip


def in_order(answer: Compare) -> list[Comparison]:
    """The issues that two or more hold a position on, red lines first."""
    rows = [row for row in answer.shown_issues if not _alone(row, answer)]
    return sorted(rows, key=lambda row: (not row.red_line, RELATIONS.index(row.relation)))


def _crowded(answer: Compare) -> bool:
    """Whether there are more things than have room on a screen, and not all are asked for."""
    number = len(in_order(answer)) + len(answer.shown_deadlocks) + len(answer.shown_conflicts)
    return number > _ROOM and not answer.filter.everything


def _most_important(answer: Compare, crowded: bool) -> tuple[list[Comparison], list[Comparison]]:
    """The issues that have a line each; and of many those that cannot be compared, of which the titles are told."""
    rows = in_order(answer)
    if not crowded:
        return rows, []
    beside = [row for row in rows if row.relation == "unassessed" and not row.red_line]
    return [row for row in rows if row not in beside], beside


def _each_has_a_column(answer: Compare, width: int) -> bool:
    """Whether there is room for what each party says."""
    return len(answer.names) <= max(2, (width - _OTHER_COLUMNS) // _LEAST_COLUMN)


def issues(answer: Compare, width: int, rows: Sequence[Comparison]) -> list[Block]:
    """A line for each of these issues; whose letters stand for their names."""
    each = _each_has_a_column(answer, width)
    blocks: list[Block] = [_issues(rows, answer, each, width)] if rows else []
    if rows and not each and _MOST_NAMES < len(answer.names) <= _MOST_LETTERS:
        blocks.append(Paragraph(key_to(initials(answer.names), answer.names)))
    return blocks


def _issues(rows: Sequence[Comparison], answer: Compare, each: bool, width: int) -> Table:
    """A line for each issue that two or more hold a position on, or whose position reports ended.

    ``each``: what each party says has a column.
    """
    names = answer.names
    many = len(names) > _MOST_LETTERS
    several = "Who cannot come together, or who holds a position"
    if len(names) > _MOST_NAMES:
        several = "What is accepted, and by how many" if many else "Sides, by what they accept"
    stands = tuple(names.values()) if each else (several,)
    recorded = {row.issue.id: on_record(row, answer) for row in rows}
    own_column = (Column("On record"),) if any(recorded.values()) else ()
    columns = (*map(Column, ("Issue", *stands)), short.RED_LINE_COLUMN, *own_column)
    called = names if each or len(names) <= _MOST_NAMES or many else initials(names)
    lines, party_of = [], {asked.label: asked.party for asked in answer.parties}
    for row in rows:
        title = Cell(((Run(relation_notes.title(row), "strong", mark=row.relation, page=f"#{row.issue.id}"),),))
        said = [_position(row, label, answer) for label in names] if each else [cell(_stands(row, answer, width))]
        strict = {label: row.terms[label] for label in row.red_line}
        found = voices(strict, party_of, red_lines)
        ways = holders_wording.ways_of_red_lines(strict, answer.agenda)
        drawn = holders_wording.each_voice(found, called, ways)
        whose = relation_notes.whose_red_line(drawn, len(names)) if len(names) <= 2 else ", ".join(drawn)
        if many and len(row.red_line) > 1:
            alone = all(len(voice.labels) == 1 and not voice.made_of for voice in found)
            one_bloc = len(found) == 1 and not found[0].own
            number = drawn[0] if one_bloc else holders_wording.number_of_voices(found, called)
            whose = f"{wording.RED_LINE} {wording.count(len(found), 'party', 'parties') if alone else number}"
        red = cell(whose, "red-line")
        own = recorded[row.issue.id]
        lines.append(Row((title, *said, red, *(cell(own) for _ in own_column))))
    return Table("Issue by issue", columns, tuple(lines), "lines")


def on_record(row: Comparison, answer: Compare) -> str:
    """How the parties stand by their own statements, red lines first, where a report hides that; else nothing."""
    changed = in_full.own_relation(row, answer) or answer.only_on_record(row)
    own = answer.on_record[row.issue.id] if changed else None
    if own is None or own.relation == "silent":
        return "" if own is None else wording.NO_POSITION
    red = relation_notes.whose_red_line([answer.names[label] for label in own.red_line], len(answer.names))
    return ", ".join(part for part in (red, wording.RELATION_TITLES[own.relation][0]) if part)


def _position(row: Comparison, label: str, answer: Compare) -> Cell:
    held = row.terms.get(label)
    day = day_of(label, answer.parties, answer.as_of)
    if held is None:
        party = next(asked.party for asked in answer.parties if asked.label == label)
        return cell(basis.dissent(answer.basis, party, day, row.issue.id, answer.agenda) or "silent", "faint")
    words = short.position(held, answer.agenda, basis.age(answer.basis, day))
    return Cell((short.with_conditions(words, held, answer.agenda),))


def _stands(row: Comparison, answer: Compare, width: int) -> str:
    """Of three parties who cannot come together, or how many have spoken; of more who accepts the same, and what.

    Where there is no room for that, who is apart from the same others. Of very many it is told how many accept what.
    """
    names = answer.names
    if len(names) > _MOST_NAMES:
        found = answer.what_is_accepted(row)
        told = [(group, wording.terms_in_words(group.terms, answer.agenda)) for group in found.groups]
        if len(names) > _MOST_LETTERS:
            return wording.several([f"{len(group.parties):,} {quoted(words)}" for group, words in told], _MOST_GROUPS)
        sides = "; ".join(f"{_in_letters(group.parties, row, answer)} {quoted(words)}" for group, words in told)
        if len(told) == 1 or len(sides) <= width // _SHARE:
            return sides
        if any(found.apart):
            return _apart(row, found, answer)
    if row.conflict_groups:
        return wording.groups_in_words(row.conflict_groups, names)
    return f"{len(row.terms)} of {len(names)} hold one"


def _apart(row: Comparison, found: OnIssue, answer: Compare) -> str:
    """``Ru; EU, Uk; apart from none: US``: those together that have nothing in common with the same others."""
    sides: dict[tuple[int, ...], list[str]] = {}
    for group, apart in zip(found.groups, found.apart, strict=True):
        sides.setdefault(apart, []).extend(group.parties)
    of_none = sides.pop((), [])
    told = [_in_letters(parties, row, answer) for parties in sides.values()]
    return "; ".join([*told, f"apart from none: {_in_letters(of_none, row, answer)}"] if of_none else told)


def _in_letters(parties: Sequence[str], row: Comparison, answer: Compare) -> str:
    """Letters for their names, those who hold the same through one bloc once: ``G77 and 3 through it, EU``."""
    letters, party_of = initials(answer.names), {asked.label: asked.party for asked in answer.parties}
    found = voices({label: row.terms[label] for label in answer.names if label in parties}, party_of)
    who = holders_wording.each_voice([voice for voice in found if not voice.made_of], letters)
    return ", ".join([*who, *(letters[label] for voice in found if voice.made_of for label in voice.labels)])


def across_issues(answer: Compare, width: int, room: int, rest: str = "--full shows all") -> list[Section]:
    """A line for each deadlock and for each conflict over several issues, those with a red line first.

    ``room``: so many lines there are for both; ``rest`` says where the others are.
    """
    sections: list[Section] = []
    blocks: tuple[Block, ...]
    rings, conflicts = answer.shown_deadlocks, answer.shown_conflicts
    if rings:
        in_order = sorted(enumerate(rings, 1), key=lambda ring: not in_full.rests_on_a_red_line(ring[1]))
        lines = [_ring(*ring, answer) for ring in in_order]
        taken = accumulate(ceil((_BESIDE_RINGS + len(who) + len(text_of(ring))) / width) for who, ring in lines)
        fit = max(room - len(conflicts), room // 2)
        most = max(sum(number <= fit for number in taken), _FEW_LINES)
        lines = lines[:most]
        # A ring is told whole: cut, it would look like another one.
        blocks = (*in_full.cut(answer.deadlocks_complete), short.by_whom(lines, width)._replace(cut=False))
        meaning = "; ".join((wording.by_demands_alone(rings), wording.ARROW, *_first(len(rings), most, rest)))
        sections.append(in_full.section("deadlock", len(rings), blocks)._replace(meaning=meaning))
    if conflicts or (not answer.conflicts_complete and answer.filter.shows("conflict")):
        from posdiff.reports import conflict_wording

        most = max(room - len(rings), room // 2, _FEW_LINES)
        lines = [
            (conflict_wording.who(conflict, answer.names, answer.agenda),
             (Run(conflict_wording.title(conflict), page=f"#_crossing-{number}"),))
            for number, conflict in enumerate(conflicts[:most], 1)
        ]  # fmt: skip
        blocks = (*in_full.cut(answer.conflicts_complete), short.by_whom(lines, width))
        meaning = "; ".join(_first(len(conflicts), most, rest) or [in_full.explained_by(answer)])
        sections.append(in_full.crossing_section(len(conflicts), blocks)._replace(meaning=meaning))
    return sections


def _first(number: int, most: int, rest: str) -> list[str]:
    """How many are shown, if not all are."""
    return [f"the first {most}: {rest}"] if number > most else []


def _ring(number: int, ring: Deadlock, answer: Compare) -> tuple[str, Line]:
    """Whose demands the ring is made of, and the ring."""
    words = Run(wording.ring_in_words(ring, answer.agenda), page=f"#_deadlock-{number}")
    return wording.whose_ring(ring, answer.names, answer.agenda), (words,)


def alone(
    answer: Compare, beside: Sequence[Comparison] = (), width: int | None = None, more: Sequence[Line] = ()
) -> list[Section]:
    """Those of the issues ``beside``, and those on which one party only holds a position, or none, as titles.

    ``width``: of each list as many titles are told as fit a line of it. ``more``: lines below the lists, if any are.
    """
    named = []
    if beside:
        own = sorted(((row, on_record(row, answer)) for row in beside), key=lambda each: not each[1])
        titles = [f"{row.issue.title} (on record: {words})" if words else row.issue.title for row, words in own]
        named.append(("Unassessed", "unassessed", titles))
    for label, name in answer.names.items():
        rows = [row for row in answer.shown_issues if _alone(row, answer) and label in row.terms]
        rows.sort(key=lambda row: not row.red_line)
        titles = [row.issue.title + short.in_brackets(bool(row.red_line)) for row in rows]
        named.append((f"Only {name}", "one-sided", titles))
    silent = [row.issue.title for row in answer.shown_issues if row.relation == "silent" and _alone(row, answer)]
    named.append(("Nobody", "silent", silent))
    lists = []
    for who, relation, titles in named:
        if titles:
            counted = f"{who} ({len(titles)}): "
            most = short.MOST_TITLES if width is None else _that_fit(titles, width - len(counted) - _BESIDE_TITLES)
            mark = "" if relation == "silent" else relation
            lists.append((Run(counted, "strong", mark=mark, page=f"#_{relation}"), Run(short.titles(titles, most))))
    return [Section("", (Bullets((*lists, *more), apart=True),))] if lists else []


def _that_fit(titles: Sequence[str], room: int) -> int:
    """So many of the titles have room beside each other; one at least."""
    widths = accumulate(len(title) + len("; ") for title in titles)
    return max(1, sum(taken <= room for taken in widths))
