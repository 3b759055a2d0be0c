"""The page of ``changes``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posdiff.comparison.changes import KINDS, SAME, Change, PartyChanges
from posdiff.dossier.agenda import Agenda
from posdiff.reports import headlines, provenance, wording
from posdiff.reports.selection import Selected
from posdiff.reports.shapes.changes import fields as term_fields
from posdiff.reports.terminal.page import Page, Span, Style
from posdiff.reports.terminal.proof import Shown, quotes, sources, word_by_word

_STYLES: Mapping[str, Style] = {
    "reversed": "contradiction",
    "hardened": "contradiction",
    "softened": "agreed",
    "shifted": "conditional",
    "added": "overlap",
}
_WIDTH = 12
_MOST_QUOTE = 1_000


def page(
    results: Sequence[PartyChanges], selected: Sequence[Selected[Change]], agenda: Agenda, since: int, until: int,
    names: Mapping[str, str], shown: Shown, fields: bool, against: str | None, unicode: bool = True,
) -> Page:  # fmt: skip
    """``against`` names the party that movement is measured by."""
    made = Page(unicode)
    for number, (result, chosen) in enumerate(zip(results, selected, strict=True)):
        if number:
            made.space()
        _head(made, names[result.party], chosen, since, until)
        for kind in KINDS:
            rows = [change for change in chosen.shown if change.kind == kind]
            if rows:
                made.space()
                made.line(
                    Span(f"{made.mark(kind)} {kind.upper()} ({len(rows)})".lstrip(), "heading"),
                    Span(f"  {wording.CHANGE_MEANINGS[kind]}", "faint"),
                )
                for change in rows:
                    told(made, change, agenda, shown, fields, against)
    return made


def _head(made: Page, name: str, chosen: Selected[Change], since: int, until: int) -> None:
    made.line(Span(name, "strong"), f" from the end of {wording.day(since)} to {wording.day(until)}", hang=2)
    for line in headlines.changed(chosen.scope, since, until):
        mark = [Span(f"{made.mark(line.about)} ", _STYLES.get(line.about, "agreed"))] if line.about else []
        on_the_way = line.about is None and not line.strong and bool(chosen.scope)
        made.line(*mark, Span(line.text, "strong" if line.strong else "plain"), indent=4 if on_the_way else 2, hang=2)


def told(made: Page, change: Change, agenda: Agenda, shown: Shown, fields: bool, against: str | None) -> None:
    """Adds one change: before and after, and what else is asked for."""
    made.space()
    style = _STYLES.get(change.kind, "plain")
    made.line(
        Span(f"{made.mark(change.kind)} ", style), Span(change.issue.title, "strong"),
        Span(f"  {change.issue.id}", "faint"), hang=2,
    )  # fmt: skip
    same = change.kind in SAME
    for label, held in (("before", None if same else change.before), ("now" if same else "after", change.after)):
        if held is None:
            continue
        spans: list[Span | str] = []
        if held.term.firmness == "red-line":
            spans.append(Span(f"{wording.RED_LINE}  ", "red-line"))
        elif held.term.firmness == "flexible":
            spans.append(Span("flexible  ", "faint"))
        spans += [wording.term_in_words(held.term, agenda), Span(f"  [{provenance.held_since(held)}]", "date")]
        made.labelled(label, *spans, width=_WIDTH)
        if shown.quotes:
            quotes(made, held, _WIDTH + 2, _MOST_QUOTE)
        if shown.sources:
            sources(made, held, _WIDTH + 2)
    if change.kind == "reworded" and change.before and change.after:
        before, after = (wording.term_in_words(held.term, agenda) for held in (change.before, change.after))
        made.labelled("by word", *word_by_word(before, after), width=_WIDTH)
    if change.after is None and change.path:
        made.labelled("ended", wording.day(change.path[-1].day), width=_WIDTH)
    if len(change.path) > 1 or (same and any(step.kind not in SAME for step in change.path)):
        made.labelled("on the way", ", ".join(wording.step_in_words(step) for step in change.path), width=_WIDTH)
    moved = wording.movement_in_words(change, against)
    if moved:
        made.labelled("movement", moved, width=_WIDTH)
    if fields:
        for field in term_fields(change, agenda):
            path = ".".join(str(part) for part in field.path)
            made.labelled("field", f"{path}: {_value(field.before)} → {_value(field.after)}", width=_WIDTH)


def _value(value: object) -> str:
    return "nothing" if value is None else str(value)
