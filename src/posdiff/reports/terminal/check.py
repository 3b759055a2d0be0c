"""What an edit means, on the page of ``check``."""

from __future__ import annotations

from posdiff.reports import meaning as words
from posdiff.reports import wording
from posdiff.reports.meaning import Meant
from posdiff.reports.terminal import changes
from posdiff.reports.terminal.page import Page, Span
from posdiff.reports.terminal.proof import Shown
from posdiff.review.meaning import CAUSES

_WIDTH = 12


def add(made: Page, meant: Meant) -> None:
    """Add what an edit means to a page: first in sentences, then each change with before and after."""
    made.space()
    made.line(Span(meant.title, "strong"), hang=2)
    for sentence in words.sentences(meant):
        made.line(sentence, indent=2, hang=2)
    if meant.meaning.entries:
        made.space()
        made.line(Span(f"STATEMENTS ({len(meant.meaning.entries)})", "heading"))
        for entry in meant.meaning.entries:
            made.line(words.entry_in_words(entry, meant.agenda), indent=2, hang=2)
    for cause in CAUSES:
        _moved(made, meant, cause)
    _turned(made, meant)
    _rings(made, meant)
    rows = words.reread_in_words(meant)
    if rows:
        made.space()
        made.line(
            Span(f"READ OTHERWISE ({len(rows)})", "heading"), Span("  by the agenda, in files not touched", "faint")
        )
        for party, title, before, after in rows:
            made.space()
            made.line(Span(f"{party}: {title}", "strong"), indent=2)
            made.labelled("before", before, width=_WIDTH)
            made.labelled("after", after, width=_WIDTH)


def _moved(made: Page, meant: Meant, cause: str) -> None:
    rows = [one for one in meant.meaning.moved if one.cause == cause]
    if not rows:
        return
    title, means = words.CAUSE_TITLES[rows[0].cause]
    made.space()
    made.line(Span(f"{title.upper()} ({len(rows)})", "heading"), Span(f"  {means}", "faint"))
    for one in rows:
        changes.told(made, one.change, meant.agenda, Shown(False, False), False, None)
        made.labelled("party", meant.agenda.parties[one.party].name, width=_WIDTH)
        made.labelled("kind", words.kind_in_words(one), width=_WIDTH)
        if one.by:
            made.labelled("by", words.by_in_words(one), width=_WIDTH)


def _turned(made: Page, meant: Meant) -> None:
    if not meant.meaning.turned:
        return
    names = {party.id: party.name for party in meant.agenda.parties.values()}
    made.space()
    made.line(Span(f"HOW THE POSITIONS STAND TO EACH OTHER ({len(meant.meaning.turned)})", "heading"))
    for one in meant.meaning.turned:
        before, after = words.relation_in_words(one)
        made.space()
        style = "contradiction" if one.after == "contradiction" else "plain"
        made.line(
            Span(f"{made.mark(one.now.relation)} ", style), Span(one.now.issue.title, "strong"),  # type: ignore[arg-type]
            Span(f"  {one.now.issue.id}", "faint"), hang=2,
        )  # fmt: skip
        verdict = wording.verdict(one.now, meant.agenda, names)
        width = max(_WIDTH, *(len(label) + 2 for label, _ in verdict), 0)
        made.labelled("parties", " and ".join(names[party] for party in one.parties), width=width)
        made.labelled("before", before, width=width)
        made.labelled("after", after, width=width)
        for label, text in verdict:
            made.labelled(label, text, width=width)


def _rings(made: Page, meant: Meant) -> None:
    for title, rings in words.deadlocks(meant):
        made.space()
        made.line(Span(f"{title.upper()} ({len(rings)})", "heading"))
        for ring in rings:
            made.line(Span(f"{made.mark('deadlock')} "), ring, indent=2, hang=2)
