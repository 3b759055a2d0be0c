"""The page of ``changes``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posdiff.comparison.changes import KINDS, SAME, Change, PartyChanges, PathStep
from posdiff.dossier.agenda import Agenda
from posdiff.reports import wording
from posdiff.reports.plain import term_fields
from posdiff.reports.selection import Selected
from posdiff.reports.terminal.page import Page, Span, Style
from posdiff.reports.terminal.proof import Shown, quotes, sources

_STYLES: Mapping[str, Style] = {
    "reversed": "contradiction",
    "hardened": "contradiction",
    "softened": "agreed",
    "shifted": "conditional",
    "added": "overlap",
}
_MOVEMENTS = {
    "closer": "closer to {}",
    "farther": "farther from {}",
    "neither": "neither closer to {} nor farther",
    "cannot-be-measured": "whether it is closer to {} cannot be measured",
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
                    _change(made, change, agenda, shown, fields, against)
    return made


def _head(made: Page, name: str, chosen: Selected[Change], since: int, until: int) -> None:
    """Whether anything changed, at a glance."""
    first, last = wording.day(since), wording.day(until)
    made.line(Span(name, "strong"), f" from the end of {first} to {last}", hang=2)
    counted = {kind: sum(one.kind == kind for one in chosen.scope) for kind in KINDS}
    held = sum(counted[kind] for kind in KINDS if kind != "added")
    same = sum(counted[kind] for kind in SAME)
    new = f"{wording.count(counted['added'], 'issue')} taken up since" if counted["added"] else ""
    if not held and not new:
        made.line(f"No position on {first}, and none on {last}.", indent=2)
        return
    if held == same:
        number = "position" if held == 1 else f"{held} positions"
        text = f"Nothing changed in the {number} held on {first}: "
        if counted["reaffirmed"] == held:
            text += "all were reaffirmed." if held > 1 else "it was reaffirmed."
        elif held == 1:
            text += "it was not stated again."
        else:
            text += f"{counted['reaffirmed']} reaffirmed, {counted['unchanged']} not stated again."
        if held:
            made.line(Span(f"{made.mark('reaffirmed')} ", "agreed"), Span(text, "strong"), indent=2, hang=2)
    else:
        kinds = [kind for kind in KINDS if counted[kind] and kind not in SAME and kind != "added"]
        parts = [f"{counted[kind]} {kind}" for kind in kinds]
        rest = f"{counted['reaffirmed']} reaffirmed, {counted['unchanged']} not stated again"
        text = f"{held - same} of the {wording.count(held, 'position')} held on {first} changed: "
        text += f"{', '.join(parts)}; {rest}."
        made.line(Span(text, "strong"), indent=2, hang=2)
    moved = [one for one in chosen.scope if one.kind in SAME and any(s.kind not in SAME for s in one.path)]
    if moved:
        titles = ", ".join(one.issue.title for one in moved)
        made.line(f"Changed on the way and back: {titles}.", indent=4, hang=2)
    if new:
        made.line(Span(f"{made.mark('added')} ", "overlap"), f"{new}.", indent=2, hang=2)


def _change(made: Page, change: Change, agenda: Agenda, shown: Shown, fields: bool, against: str | None) -> None:
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
        spans += [wording.term_in_words(held.term, agenda), Span(f"  [{wording.held_since(held)}]", "date")]
        made.labelled(label, *spans, width=_WIDTH)
        if shown.quotes:
            quotes(made, held, _WIDTH + 2, _MOST_QUOTE)
        if shown.sources:
            sources(made, held, _WIDTH + 2)
    if change.after is None and change.path:
        made.labelled("ended", wording.day(change.path[-1].day), width=_WIDTH)
    if len(change.path) > 1 or (same and any(step.kind not in SAME for step in change.path)):
        made.labelled("on the way", ", ".join(_step(step) for step in change.path), width=_WIDTH)
    measured = change.kind not in ("added", "withdrawn", "expired", "reworded") and not same
    if change.movement is not None and against is not None and measured:
        made.labelled("movement", _MOVEMENTS[change.movement].format(against), width=_WIDTH)
    if fields:
        for field in term_fields(change, agenda):
            path = ".".join(str(part) for part in field.path)
            made.labelled("field", f"{path}: {_value(field.before)} → {_value(field.after)}", width=_WIDTH)


def _step(step: PathStep) -> str:
    return f"{step.kind} {wording.day(step.day)}"


def _value(value: object) -> str:
    return "nothing" if value is None else str(value)
