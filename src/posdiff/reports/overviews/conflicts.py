"""The overview of ``conflicts``: the verdicts, a line for each conflict, and in counts what would have to go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posdiff.answers.conflicts import Conflicts
from posdiff.comparison.conflicts import concessions
from posdiff.comparison.conflicts.concessions import Tradeoff
from posdiff.comparison.conflicts.conflict import Component, Conflict
from posdiff.comparison.conflicts.consequences import Reasons
from posdiff.dossier.agenda import Agenda
from posdiff.kinds.kind import joined
from posdiff.reports import conflict_wording as phrases
from posdiff.reports import holders_wording, wording
from posdiff.reports.compose import conflicts as in_full
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

#: So many conflicts have a line each, so many clusters of issues, and so many ways in which parties could give.
_MOST_CONFLICTS, _MOST_CLUSTERS, _MOST_WAYS = 10, 10, 5
#: So wide each party's column has to be at least for its name and its counts in words.
_LEAST_COLUMN = 22
#: What stands before what is forced, where that is told in a line: what it is indented by, and ``Forced (12): ``.
_BESIDE_FORCED = 16
#: So far lines are indented.
_INDENT = 2


def document(answer: Conflicts, width: int) -> Document:
    """The verdicts, the conflicts, what would have to go, what is forced or ruled out; where to look next."""
    parts: list[Section] = []
    if answer.analysis.terms:
        parts += [_verdicts(answer), _conflicts(answer, width)]
    if answer.clusters:
        parts += [_concessions(answer), *_ways(answer, width)]
    parts += _consequences(answer, width)
    more = [short.more("conflicts")] if answer.conflicts else []
    return in_full.headed(answer, (*parts, *more))


def _verdicts(answer: Conflicts) -> Section:
    """What can hold together; parties of which the same is to be said by themselves have one line."""
    rows = [Row((cell(level, "faint"), cell(verdict))) for level, verdict in phrases.levels(answer.analysis)]
    by_verdict: dict[str, list[str]] = {}
    for name, verdict in phrases.alone(answer.analysis, answer.agenda, answer.names):
        by_verdict.setdefault(verdict, []).append(name)
    for verdict, names in by_verdict.items():
        whose = "each party" if len(by_verdict) == 1 else joined(names)
        rows.append(Row((cell(whose, "strong"), cell(verdict))))
    if answer.on_record:
        verdicts = phrases.verdicts_on_record(answer.on_record, answer.agenda, answer.names)
        rows.append(Row((cell("on record, without reports", "faint"), Cell(tuple(map(line, verdicts))))))
    table = Table(phrases.PART_TITLE, (Column("Terms"), Column("Verdict")), tuple(rows), "list")
    return Section("", (table,))


def _conflicts(answer: Conflicts, width: int) -> Section:
    """A line for each conflict; of many parties with letters for their names, where the names would be cut off."""
    conflicts, complete = answer.conflicts, answer.analysis.complete
    if not conflicts and complete:
        return in_full.no_conflict(answer)
    listed = conflicts if answer.filter.everything else conflicts[:_MOST_CONFLICTS]
    lines, key = [_conflict(*each, answer.names, answer.agenda) for each in enumerate(listed, 1)], []
    long = any(len(f"{who}: {text_of(what)}") + _INDENT > width for who, what in lines)
    if len(answer.names) > in_full.MOST_NAMES and long:
        letters = initials(answer.names)
        lines = [_conflict(*each, letters, answer.agenda) for each in enumerate(listed, 1)]
        key = [Paragraph(key_to(letters, answer.names))]
    blocks: list[Block] = [*in_full.cut(complete), short.by_whom(lines, width)]
    left = conflicts[len(listed) :]
    if left:
        red = sum(map(phrases.red_line, left))
        with_red = f", {wording.count(red, 'with a red line', 'with a red line')}" if red else ""
        blocks.append(Paragraph(line(f"And {len(left)} more{with_red}: --all lists them.", "faint")))
    return in_full.conflicts_section(len(conflicts), (*blocks, *key))


def _conflict(number: int, conflict: Conflict, names: Mapping[str, str], agenda: Agenda) -> tuple[str, Line]:
    return f"{number}. {phrases.who(conflict, names, agenda)}", (Run(phrases.title(conflict), "strong"),)


def _concessions(answer: Conflicts) -> Section:
    """For each cluster of issues how many sets of terms there are, of which one would have to go."""
    listed = answer.clusters if answer.filter.everything else answer.clusters[:_MOST_CLUSTERS]
    rows = tuple(_choice(component, answer) for component in listed)
    blocks: list[Block] = [Table("What would have to go", (Column("Issues"), Column("Any of these")), rows, "lines")]
    left = len(answer.clusters) - len(listed)
    if left:
        blocks.append(Paragraph(line(f"And {left} more: --all lists them.", "faint")))
    return Section("What would have to go", tuple(blocks), phrases.GIVING_MEANING)


def _choice(component: Component, answer: Conflicts) -> Row:
    titles = cell(" × ".join(phrases.issue_titles(component)), "strong")
    if phrases.plain(component):
        return Row((titles, cell(phrases.choices(component, answer.agenda, answer.names, None)[0])))
    sizes = sorted(map(len, component.concessions))
    if not sizes:
        return Row((titles, cell(wording.CUT)))
    of_terms = f"{sizes[0]} to {sizes[-1]} terms" if sizes[0] < sizes[-1] else wording.count(sizes[0], "term")
    least = "" if component.concessions_complete else "at least "
    return Row((titles, cell(f"{least}{wording.count(len(sizes), 'set')} of {of_terms}")))


def _ways(answer: Conflicts, width: int) -> list[Section]:
    """Who would give how much: a column for each party where there is room, else those who give something."""
    front = answer.analysis.pareto_front
    every = front.tradeoffs
    if not every:
        return []
    some = concessions.chosen(every, len(every) if answer.filter.everything else _MOST_WAYS)
    listed = some.rows
    heads = holders_wording.heads(answer.analysis, answer.agenda, answer.names)
    blocks: list[Block] = [Paragraph(line(phrases.COUNTING, "faint")), *in_full.cut(front.complete)]
    if len(heads) * _LEAST_COLUMN <= width:
        blocks += [Paragraph(line(phrases.WAYS, "faint")), _table(listed, heads, answer)]
    elif len(heads) > in_full.MOST_NAMES:
        blocks += in_full.in_letters(listed, answer)
    else:
        blocks.append(Bullets(tuple(_givers(way, heads, answer) for way in listed), apart=True))
    if len(listed) < len(every):
        blocks.append(Paragraph(line(phrases.some_rows(some, len(every)), "faint")))
    return [Section("Who gives what", tuple(blocks), phrases.ROWS_MEANING)]


def _table(ways: Sequence[Tradeoff], heads: Mapping[str, str], answer: Conflicts) -> Table:
    """A row for each way, a column for each party; of one whose words all count with others, with whom."""
    columns = (*(Column(head, short=True) for head in heads.values()), Column("Ways", short=True))
    rows = [Row((*in_full.given(way, heads, answer), cell(f"{way.variants:,}"))) for way in ways]
    return Table("Who gives what", columns, tuple(rows), "lines")


def _givers(way: Tradeoff, heads: Mapping[str, str], answer: Conflicts) -> Line:
    """``2 ways: Russia 1 red line, 2 firm; Ukraine 1 firm``: without those who give nothing."""
    runs = [Run(f"{wording.count(way.variants, 'way')}: ", "faint")]
    for label, counts in zip(answer.names, way.gives, strict=True):
        if any(counts):
            runs += [Run("; " if len(runs) > 1 else ""), Run(heads[label], "strong"), Run(f" {phrases.given(counts)}")]
    return tuple(runs)


def _consequences(answer: Conflicts, width: int) -> list[Section]:
    """What is forced, what is ruled out and what stands outside: how much there is of it, and where."""
    analysis, issues = answer.analysis, answer.agenda.issues
    forced = [
        f"{phrases.forced_in_words(outcome, answer.agenda)}{phrases.at_level(outcome.level)}, "
        f"because of {_because_in_short(outcome.because, answer)}"
        for outcome in analysis.forced
    ]
    if len("; ".join(forced)) > 2 * width - _BESIDE_FORCED:
        forced = [
            issues[outcome.side].title if outcome.side in issues else words
            for outcome, words in zip(analysis.forced, forced, strict=True)
        ]
    lines = [_counted("Forced", "outcome", forced)] if forced else []
    if not analysis.forced_complete:
        lines.append((Run("Forced: ", "faint"), Run(wording.CUT)))
    excluded = [exclusion.stated.issue.title for exclusion in analysis.excluded_conditions]
    lines += [_counted("Conditions ruled out", "condition", excluded)] if excluded else []
    if not analysis.excluded_complete:
        lines.append((Run("Conditions ruled out: ", "faint"), Run(wording.CUT)))
    changed = [issues[id].title for _, id, _ in answer.shown_changed]
    lines += [_counted("Changed by reports", "position", changed)] if changed else []
    silent = [
        f"{name} on {wording.count(len(titles), 'issue')}"
        for name, titles in phrases.silent(analysis, answer.agenda, answer.names)
    ]
    lines += [(Run("Silent: ", "faint"), Run(", ".join(silent)))] if silent else []
    lines += in_full.dissents(answer)
    for label, number in phrases.number_unassessed(analysis):
        lines.append((Run(f"{label[0].upper()}{label[1:]}: ", "faint"), Run(wording.count(number, "term"))))
    return [Section("", (Bullets(tuple(lines), apart=True),))] if lines else []


def _because_in_short(because: Reasons, answer: Conflicts) -> str:
    """``a red line of Russia on Foreign forces and the agenda``: from whose terms something follows."""
    names, of_party = answer.names, {True: "a red line", False: "a term"}
    parts = [
        f"{of_party[stated.part.term.firmness == 'red-line']} of {names[stated.party]} on {stated.issue.title}"
        for stated in because.terms
    ]
    parts += ["the agenda"] if because.rules else []
    parts += ["the draft"] if because.outcomes else []
    return joined(parts)


def _counted(title: str, noun: str, titles: Sequence[str]) -> Line:
    distinct = list(dict.fromkeys(titles))
    head = f"{title} ({short.counted(len(titles), noun, len(distinct))}): "
    return (Run(head, "strong"), Run(short.titles(distinct)))
