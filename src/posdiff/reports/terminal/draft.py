"""The page of ``draft``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posdiff.comparison.drafts import RESULTS, PartyResult, TermResult
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.statement import Draft
from posdiff.reports import provenance, wording
from posdiff.reports.selection import Selected
from posdiff.reports.terminal.page import Page, Span, Style
from posdiff.reports.terminal.proof import Shown, proof

_STYLES: Mapping[str, Style] = {"broken": "contradiction", "left-open": "conditional", "met": "agreed"}


def page(
    draft: Draft, answers: Sequence[PartyResult], agenda: Agenda, as_of: int, names: Mapping[str, str],
    selected: Selected[TermResult], shown: Shown, unicode: bool = True,
) -> Page:  # fmt: skip
    """Each party's verdict first; then, party by party, its terms beside the draft, the broken ones first."""
    made = Page(unicode)
    made.line(Span(draft.title or draft.id, "strong"), f" ({wording.day(draft.day)}) against the positions as of "
              f"{wording.day(as_of)}", hang=2)  # fmt: skip
    made.line(Span(wording.draft_by(draft, agenda), "faint"), indent=2, hang=2)
    wide = max((len(name) for name in names.values()), default=0) + 2
    for answer in answers:
        bad = answer.verdict in ("crosses-red-line", "breaks-terms") or answer.completable is False
        made.labelled(names[answer.party], Span(wording.verdict_on_draft(answer), "contradiction" if bad else "plain"),
                      width=wide, style="party")  # fmt: skip
    rows = {id(one) for one in selected.shown}
    for answer in answers:
        made.space()
        made.line(Span(names[answer.party], "strong"), f": {wording.verdict_on_draft(answer)}", hang=2)
        for result in RESULTS:
            terms = [one for one in answer.terms if one.result == result and id(one) in rows]
            if terms:
                made.space()
                mark = made.mark(f"draft-{result}")
                made.line(Span(f"{mark} {wording.RESULT_TITLES[result].upper()} ({len(terms)})", "heading"))
                for one in terms:
                    _term(made, one, names[answer.party], agenda, shown)
        if answer.silent_on:
            made.space()
            titles = "; ".join(agenda.issues[issue].title for issue in answer.silent_on)
            made.labelled("silent on", Span(titles, "faint"), width=wide)
    return made


def _term(made: Page, one: TermResult, name: str, agenda: Agenda, shown: Shown) -> None:
    made.space()
    style = _STYLES.get(one.result, "plain")
    made.line(Span(f"{made.mark(f'draft-{one.result}')} ", style), Span(one.issue.title, "strong"),
              Span(f"  {one.issue.id}", "faint"), hang=2)  # fmt: skip
    width = max(len(name), len("the draft")) + 2
    says = one.issue.space.in_words(one.clause.accepts) if one.clause else "silent"
    made.labelled("the draft", says, width=width, style="party")
    red = [Span(f"{wording.RED_LINE}  ", "red-line")] if one.held.term.firmness == "red-line" else []
    held = Span(f"  [{provenance.held_since(one.held)}]", "date")
    made.labelled(name, *red, wording.term_in_words(one.held.term, agenda), held, width=width, style="party")
    if one.reason or (one.result == "broken" and one.clause is None):
        made.labelled("", Span(wording.result_in_words(one), style), width=width)
    proof(made, one.held, shown, width + 2)
