"""What a party said of a draft: in which words, when, on which sources."""

from __future__ import annotations

from collections.abc import Sequence

from posdiff.answers.reactions import StatedReaction
from posdiff.dossier.agenda import Agenda
from posdiff.reports import draft_wording, wording
from posdiff.reports.compose.evidence import Citations
from posdiff.reports.document import Bullets, Line, Run, Section


def in_words(stated: StatedReaction, agenda: Agenda, citations: Citations, notes: bool = True) -> Line:
    """``rejects it on Pay (2026-03-14): “never” (the chair)``, and where that is at odds with its terms, that.

    ``notes``: with the note on it; if not, where that is told. Without words of the party it stands all the same, for
    it is all there is.
    """
    said, answered = stated.statement, stated.reaction
    issues = "; ".join(agenda.issues[id].title for id in answered.issues)
    words = draft_wording.reaction_in_words(answered.reaction) + (f" on {issues}" if issues else "")
    reported = "as reported " if said.standing == "reported" else ""
    cites = () if answered.quotes else citations.cite(said.sources[key] for key in answered.sources)
    early = draft_wording.BEFORE_ITS_DAY if said.day < stated.draft.day else ""
    when = f"{words} ({reported}{wording.day(said.day)}{early})"
    runs = [Run(when, "plain", cites, file=said.location.file)]
    if stated.at_odds is not None:
        runs.append(Run(f", {draft_wording.at_odds(stated.at_odds, agenda)}", "contradiction"))
    with_note = answered.note and (notes or not answered.quotes)
    if answered.note and not with_note:
        runs.append(Run(draft_wording.with_a_note(stated.draft.id), "faint"))
    for number, (quote, keys) in enumerate(answered.words):
        quoted = wording.quote_in_words(quote._replace(speaker=quote.speaker or said.speaker))
        stands_on = citations.cite(said.sources[key] for key in keys)
        runs += [Run(", " if number else ": "), Run(quoted, "plain", stands_on)]
    return (*runs, *([Run(f" Note: {answered.note}")] if with_note else []))


def of_drafts(found: Sequence[StatedReaction], agenda: Agenda, citations: Citations, earlier: bool = True) -> Section:
    """A line for each thing said of a draft: of each draft the last one, then those before it.

    The draft that was spoken of last comes first. ``earlier``: whether those before the last one are shown.
    """
    by_draft: dict[str, list[StatedReaction]] = {}
    for stated in reversed(found):
        by_draft.setdefault(stated.draft.id, []).append(stated)
    lines: list[Line] = []
    for of_one in by_draft.values():
        for number, stated in enumerate(of_one if earlier else of_one[:1]):
            before = (Run("before that: ", "faint"),) if number else ()
            lines.append((*head(stated), *before, *in_words(stated, agenda, citations)))
    return Section(f"Of drafts ({len(by_draft)})", (Bullets(tuple(lines)),), anchor="of-drafts")


def head(stated: StatedReaction) -> Line:
    """The draft that it is of: its title, which leads to its page."""
    return Run(stated.draft.title or stated.draft.id, "strong", page=f"drafts/{stated.draft.id}"), Run(" – ")
