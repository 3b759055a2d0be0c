"""The page of ``compare``."""

from __future__ import annotations

from collections.abc import Mapping

from posdiff.comparison.deadlocks import Deadlock
from posdiff.comparison.relations import RELATIONS, Comparison, Comparisons
from posdiff.dossier.agenda import Agenda
from posdiff.kinds.kind import joined
from posdiff.reports import headlines, provenance, wording
from posdiff.reports.selection import Selected
from posdiff.reports.terminal.page import Page, Span, Style
from posdiff.reports.terminal.proof import Shown, proof, word_by_word

_STYLES: Mapping[str, Style] = {
    "contradiction": "contradiction",
    "deadlock": "contradiction",
    "conditional": "conditional",
    "overlap": "overlap",
    "agreed": "agreed",
}


def page(
    result: Comparisons, agenda: Agenda, as_of: int, names: Mapping[str, str], selected: Selected[Comparison],
    shown: Shown, unicode: bool = True,
) -> Page:  # fmt: skip
    """``names``: each party as asked for, and as it is called on the page."""
    made = Page(unicode)
    _head(made, as_of, names, selected)
    for relation in RELATIONS:
        rows = [one for one in selected.shown if one.relation == relation]
        if rows:
            made.space()
            _heading(made, relation, len(rows))
            for one in rows:
                _issue(made, one, agenda, names, shown)
        if relation == "contradiction" and selected.deadlocks:
            made.space()
            _heading(made, "deadlock", len(selected.deadlocks))
            if not result.deadlocks_complete:
                made.line(wording.CUT, indent=2)
            for deadlock in selected.deadlocks:
                _deadlock(made, deadlock, agenda, names, shown)
        if relation == "contradiction" and (selected.crossing or not selected.crossing_complete):
            _crossing(made, selected, agenda, as_of, names)
    if not selected.shown and not selected.deadlocks and not selected.crossing:
        made.space()
        made.line("No issue to show.")
    return made


def _head(made: Page, as_of: int, names: Mapping[str, str], selected: Selected[Comparison]) -> None:
    when = headlines.as_of(as_of, names, selected.scope)
    made.line(Span(headlines.together(names), "strong"), f"{when}: {headlines.counts(selected)}", hang=2)
    alone = headlines.alone(selected, names)
    if alone:
        words = ", ".join(f"{name} on {wording.count(len(titles), 'issue')}" for name, titles in alone.items())
        made.line(f"{wording.ALONE}: {words}", indent=2, hang=2)


def _heading(made: Page, relation: str, number: int) -> None:
    title = wording.RELATION_TITLES[relation][0 if number == 1 else 1].upper()
    made.line(
        Span(f"{made.mark(relation)} {title} ({number})".lstrip(), "heading"),
        Span(f"  {wording.RELATION_MEANINGS[relation]}", "faint"),
    )


def _issue(made: Page, one: Comparison, agenda: Agenda, names: Mapping[str, str], shown: Shown) -> None:
    made.space()
    style = _STYLES.get(one.relation, "plain")
    made.line(
        Span(f"{made.mark(one.relation)} ", style), Span(one.issue.title, "strong"), Span(f"  {one.issue.id}", "faint"),
        hang=2,
    )  # fmt: skip
    width = max((len(name) for name in (*names.values(), "common ground")), default=0) + 2
    for party, held in one.terms.items():
        red = party in one.red_line
        spans: list[Span | str] = [Span(f"{wording.RED_LINE}  ", "red-line")] if red else []
        spans.append(wording.term_in_words(held.term, agenda))
        spans.append(Span(f"  [{provenance.held_since(held)}]", "date"))
        made.labelled(names[party], *spans, width=width, style="party")
        proof(made, held, shown, width + 2)
    for label, text in wording.verdict(one, agenda, names):
        made.labelled(label, Span(text, style), width=width, style=style)
    if one.relation == "unassessed" and not one.issue.space.comparable:
        texts = [(names[party], wording.term_in_words(held.term, agenda)) for party, held in one.terms.items()]
        for name, text in texts[1:]:
            against = "by word" if len(texts) == 2 else f"to {name}"
            made.labelled(against, *word_by_word(texts[0][1], text), width=width)
    if one.silent and one.terms:
        made.labelled("silent", Span(joined([names[party] for party in one.silent]), "faint"), width=width)


def _deadlock(made: Page, deadlock: Deadlock, agenda: Agenda, names: Mapping[str, str], shown: Shown) -> None:
    made.space()
    made.line(
        Span(f"{made.mark('deadlock')} ", "contradiction"),
        Span(wording.ring_in_words(deadlock.steps, agenda), "strong"), hang=2,
    )  # fmt: skip
    for edge in deadlock.edges:
        made.line(Span(f"{wording.edge_in_words(edge, agenda)}"), indent=2, hang=2)
        if edge.agenda:
            reason = f": {edge.why}" if edge.why else ""
            made.line(Span(f"by the agenda{reason}", "faint"), indent=6, hang=2)
        for owner in edge.owners:
            red: list[Span | str] = []
            if owner.held.term.firmness == "red-line":
                red = [Span(f"  {wording.RED_LINE}", "red-line")]
            detail = f", {provenance.held_since(owner.held)}, on {agenda.issues[owner.issue].title}"
            made.line(Span(names[owner.party], "party"), Span(detail, "faint"), *red, indent=6, hang=2)
            proof(made, owner.held, shown, 8)


def _crossing(made: Page, selected: Selected[Comparison], agenda: Agenda, as_of: int, names: Mapping[str, str]) -> None:
    """The conflicts over several issues, each with its terms; the command that explains them."""
    from posdiff.reports import conflicting

    number = len(selected.crossing)
    title = wording.CROSSING_TITLES[0 if number == 1 else 1].upper()
    made.space()
    made.line(Span(f"{made.mark('crossing')} {title} ({number})", "heading"),
              Span(f"  {wording.CROSSING_MEANING}", "faint"))  # fmt: skip
    if not selected.crossing_complete:
        made.line(wording.CUT, indent=2)
    for one in selected.crossing:
        made.space()
        made.line(Span(f"{made.mark('crossing')} ", "contradiction"), Span(conflicting.title(one), "strong"), hang=2)
        for each in one.terms:
            red = [Span(f"{wording.RED_LINE}  ", "red-line")] if each.held.term.firmness == "red-line" else []
            made.line(Span(names[each.party], "party"), f", {each.issue.title}: ", *red,
                      wording.term_in_words(each.held.term, agenda),
                      Span(f"  [{provenance.held_since(each.held)}]", "date"), indent=2, hang=2)  # fmt: skip
        for rule in one.rules:
            made.line(conflicting.rule_in_words(rule, agenda), indent=2, hang=2)
    made.space()
    made.line(Span(f"Explained step by step: {conflicting.pointer(names, as_of, selected.besides)}", "faint"), indent=2)
