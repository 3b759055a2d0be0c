"""The page of ``conflicts``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posdiff.comparison.conflicts import concessions
from posdiff.comparison.conflicts.analysis import ConflictAnalysis
from posdiff.comparison.conflicts.conflict import Component, Conflict
from posdiff.comparison.conflicts.consequences import Reasons
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Held
from posdiff.reports import conflicting, wording
from posdiff.reports.selection import Chosen
from posdiff.reports.terminal.page import Page, Span, Style
from posdiff.reports.terminal.proof import Shown, proof

#: Conflicts that are explained, concession rows and rows of a table that are shown without ``--all``.
_MOST_CONFLICTS = 10
_MOST_ROWS = 10
_MOST_OUTCOMES = 8
_MOST_TITLES = 12


def page(
    found: ConflictAnalysis, agenda: Agenda, as_of: int, names: Mapping[str, str], chosen: Chosen, shown: Shown,
    everything: bool = False, unicode: bool = True,
) -> Page:  # fmt: skip
    """The verdict first; then the conflicts, the firmest first; then what would have to go, and what follows."""
    made = Page(unicode)
    _head(made, found, as_of, names)
    if found.terms:
        _conflicts(made, found, agenda, names, chosen, shown, everything)
    if chosen.clusters:
        _clusters(made, chosen.clusters, names, everything)
        _rows(made, found, names, everything)
    _consequences(made, found, agenda, names)
    _outside(made, found, agenda, names, everything)
    return made


def _head(made: Page, found: ConflictAnalysis, as_of: int, names: Mapping[str, str]) -> None:
    bad: Style = "contradiction" if found.verdicts["all"] == "cannot-hold" else "plain"
    made.line(Span(conflicting.title_of(found, names, as_of), "strong"), Span(f": {conflicting.headline(found)}", bad),
              hang=2)  # fmt: skip
    if found.draft is not None:
        made.line(Span(conflicting.within(found.draft), "faint"), indent=2, hang=2)
    if not found.terms:
        return
    width = max(len(words) for words in (*conflicting.LEVEL_TITLES.values(), *names.values())) + 2
    for level, verdict in conflicting.levels(found):
        made.labelled(level, verdict, width=width)
    for name, verdict in conflicting.alone(found, names):
        made.labelled(name, verdict, width=width, style="party")


def _heading(made: Page, title: str, number: int | None, meaning: str) -> None:
    made.space()
    made.line(Span(title if number is None else f"{title} ({number})", "heading"), Span(f"  {meaning}", "faint"))


def _conflicts(
    made: Page, found: ConflictAnalysis, agenda: Agenda, names: Mapping[str, str], chosen: Chosen, shown: Shown,
    everything: bool,
) -> None:  # fmt: skip
    number = len(chosen.conflicts)
    if not number and found.complete:
        made.space()
        made.line(conflicting.NONE if not found.conflicts else conflicting.NONE_HERE)
        return
    _heading(made, f"{made.mark('contradiction')} MINIMAL CONFLICTS", number, conflicting.CONFLICTS_MEANING)
    if not found.complete:
        made.line(wording.CUT, indent=2)
    listed = chosen.conflicts if everything else chosen.conflicts[:_MOST_CONFLICTS]
    quoted: list[Held] = []  # a red line is shown with its quotes, once
    for place, one in enumerate(listed, 1):
        _conflict(made, place, one, agenda, names, shown, quoted)
    _others(made, chosen.conflicts[len(listed) :], len(listed) + 1, names)


def _others(made: Page, others: Sequence[Conflict], place: int, names: Mapping[str, str]) -> None:
    """Those that are not explained: each one with a red line by itself, the rest by issues."""
    if not others:
        return
    made.space()
    made.line(f"and {len(others)} more: --all explains them", indent=2)
    for number, one in enumerate(others, place):
        if conflicting.red_line(one):
            _title(made, number, one, names)
    rest = [one for one in others if not conflicting.red_line(one)]
    if rest:
        no_red = f"{'without a red line' if len(rest) == len(others) else f'{len(rest)} without a red line'}: "
        made.line(Span(no_red, "faint"), conflicting.counted(rest), indent=3, hang=2)


def _title(made: Page, place: int, one: Conflict, names: Mapping[str, str]) -> None:
    made.line(Span(f"{place}  ", "contradiction"), Span(conflicting.title(one), "strong"),
              Span(f"  {conflicting.who(one, names)}", "faint"), hang=3)  # fmt: skip


def _conflict(
    made: Page, place: int, one: Conflict, agenda: Agenda, names: Mapping[str, str], shown: Shown, quoted: list[Held]
) -> None:
    made.space()
    _title(made, place, one, names)
    for number, told in enumerate(conflicting.steps(one, agenda, names), 1):
        at: list[Span] = []
        if told.stated is not None and not shown.sources:
            place_on_file = told.stated.held.term.location
            at = [Span(f"  [{place_on_file.file}:{place_on_file.line}]", "faint")]
        made.line(f"{number}. {told.words}", *at, indent=3 + 2 * told.depth, hang=3)
        if told.stated is not None:
            held = told.stated.held
            red = held.term.firmness == "red-line" and held not in quoted
            quoted += [held] if red else []
            proof(made, held, shown._replace(quotes=shown.quotes or red), 6 + 2 * told.depth)


def _clusters(made: Page, clusters: Sequence[Component], names: Mapping[str, str], everything: bool) -> None:
    _heading(made, "WHAT WOULD HAVE TO GO", None, conflicting.GIVING_MEANING)
    made.space()
    spaced = False
    for component in clusters:
        titles = " × ".join(conflicting.issue_titles(component))
        words = conflicting.choices(component, names, None if everything else _MOST_ROWS)
        tabled = component.table is not None and (everything or not conflicting.plain(component))
        if len(words) == 1 and not tabled and component.concessions_complete:
            made.line(Span(titles, "strong"), f": {words[0]}", indent=2, hang=2)
            spaced = False
            continue
        if not spaced and component is not clusters[0]:
            made.space()
        made.line(Span(titles, "strong"), indent=2, hang=2)
        if not component.concessions_complete:
            made.line(wording.CUT, indent=4)
        if tabled:
            _table(made, component, names, everything)
        for each in () if tabled else words:
            made.line(each, indent=4, hang=2)
        spaced = component is not clusters[-1]
        if spaced:
            made.space()


def _table(made: Page, component: Component, names: Mapping[str, str], everything: bool) -> None:
    assert component.table is not None
    space = component.table.issue.space
    rows = conflicting.table_rows(component.table, None if everything else _MOST_OUTCOMES)
    words = [conflicting.outcomes_in_words(row, space) for row in rows]
    width = min(48, max((len(each) for each in words), default=0) + 2)
    for row, said in zip(rows, words, strict=True):
        made.labelled(said, conflicting.refused_in_words(row, names), indent=4, width=width, style="plain")
    if conflicting.rest(component.table, rows):
        made.line(Span(conflicting.rest(component.table, rows), "faint"), indent=4)


def _rows(made: Page, found: ConflictAnalysis, names: Mapping[str, str], everything: bool) -> None:
    rows = found.pareto_front.tradeoffs
    if not rows:
        return
    _heading(made, "WHO GIVES WHAT", None, conflicting.ROWS_MEANING)
    made.line(Span(conflicting.COUNTING, "faint"), indent=2, hang=2)
    made.line(Span(conflicting.WAYS, "faint"), indent=2, hang=2)
    if not found.pareto_front.complete:
        made.line(wording.CUT, indent=2)
    listed = rows if everything else concessions.shown(rows, _MOST_ROWS)
    table = [[names[party] for party in found.parties]]
    table += [[conflicting.given(counts) for counts in row.gives] for row in listed]
    widths = [max(len(line[column]) for line in table) + 3 for column in range(len(found.parties))]
    for number, line in enumerate(table):
        spans: list[Span | str] = [
            Span(cell.ljust(width), "party" if not number else "plain")
            for cell, width in zip(line, widths, strict=True)
        ]
        ways = "" if not number else wording.count(listed[number - 1].variants, "way")
        made.line(*spans, Span(ways, "faint"), indent=2, hang=4)
    if len(listed) < len(rows):
        made.line(Span(f"{len(listed)} of {len(rows)} rows, evenly spread: --all shows them", "faint"), indent=2)


def _consequences(made: Page, found: ConflictAnalysis, agenda: Agenda, names: Mapping[str, str]) -> None:
    if found.forced:
        _heading(made, "FORCED", len(found.forced), conflicting.FORCED_MEANING)
        for one in found.forced:
            made.space()
            level = Span(conflicting.at_level(one.level), "faint")
            made.line(Span(conflicting.forced_in_words(one, agenda), "strong"), level, indent=2, hang=2)
            _because(made, one.because, agenda, names)
    if found.excluded_conditions:
        _heading(made, "CONDITIONS RULED OUT", len(found.excluded_conditions), conflicting.PRICES_MEANING)
        for price in found.excluded_conditions:
            made.space()
            level = Span(conflicting.at_level(price.level), "faint")
            made.line(conflicting.price_in_words(price, agenda, names), level, indent=2, hang=2)
            _because(made, price.because, agenda, names)


def _because(made: Page, because: Reasons, agenda: Agenda, names: Mapping[str, str]) -> None:
    words = conflicting.because_in_words(because, agenda, names)
    if words:
        made.line(Span(f"because of {words}", "faint"), indent=4, hang=2)


def _outside(made: Page, found: ConflictAnalysis, agenda: Agenda, names: Mapping[str, str], everything: bool) -> None:
    most = 1_000 if everything else _MOST_TITLES
    rows = [(f"{name} is silent on", titles) for name, titles in conflicting.silent(found, agenda, names)]
    rows += list(conflicting.unassessed(found, names))
    if rows:
        _heading(made, "OUTSIDE", None, conflicting.OUTSIDE_MEANING)
        for label, titles in rows:
            made.line(Span(f"{label}: ", "faint"), conflicting.some(titles, most), indent=2, hang=2)
