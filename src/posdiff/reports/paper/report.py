"""The paper of ``report``: the comparison, the changes since a day, the line of statements, every source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posdiff.comparison.changes import Change, PartyChanges, PartyHistory
from posdiff.comparison.relations import Comparison, Comparisons
from posdiff.dossier.agenda import Agenda
from posdiff.reports import headlines, wording
from posdiff.reports.paper import changes, comparison, position
from posdiff.reports.paper.blocks import Lane, Line, Move, Paper, Run, Section
from posdiff.reports.paper.citing import Citations
from posdiff.reports.selection import Selected


def paper(
    result: Comparisons, agenda: Agenda, as_of: int, names: Mapping[str, str], selected: Selected[Comparison],
    told: Sequence[PartyHistory], since: int | None, moved: Sequence[PartyChanges], changed: Sequence[Selected[Change]],
    with_reported: bool = False,
) -> Paper:  # fmt: skip
    """``told``: each party's record up to ``as_of``. With ``since``: ``moved`` and ``changed`` as for ``changes``."""
    citations = Citations()
    parts = {party.partition("@")[0].partition("#")[0]: name for party, name in names.items()}
    lanes = _lanes(told, parts, agenda, as_of)
    sections = list(comparison.sections(result, agenda, names, selected, citations, as_of, lanes))
    if since is not None:
        title = f"Changes from the end of {wording.day(since)} to {wording.day(as_of)}"
        sections.append(Section(title, (), "", "", "changes"))
        called = {one.party: agenda.parties[one.party].name for one in moved}
        facets = {one.issue.id: comparison.verdict_facets(one) for one in selected.scope}
        sections += changes.sections(moved, changed, agenda, since, as_of, called, None, citations, 3, facets)
    if any(record.steps for record in told):
        sections.append(position.chronicle(told, parts, citations))
    title = f"{agenda.title or 'Positions'}: {headlines.together(names)}"
    lead: list[Line] = [(Run(f"Positions{headlines.as_of(as_of, names, selected.scope)}: ", "strong"),
                         Run(headlines.counts(selected)))]  # fmt: skip
    if with_reported:
        lead.append((Run("What is only reported is counted as well."),))
    return Paper(
        "report", title, tuple(lead), tuple(sections), citations.notes(), comparison.filters(agenda, names, selected)
    )


def _lanes(
    told: Sequence[PartyHistory], names: Mapping[str, str], agenda: Agenda, until: int
) -> dict[str, tuple[Lane, ...]]:
    """By issue, the moves of each party on it, up to a day."""
    found: dict[str, dict[str, list[Move]]] = {}
    for record in told:
        for step in record.steps:
            after = step.move.after
            words = wording.term_in_words(after.term, agenda) if after else "no position"
            lane = found.setdefault(step.move.issue, {}).setdefault(names[record.party], [])
            lane.append(Move(step.move.day, step.kind, words))
    return {
        issue: tuple(Lane(who, tuple(moves), until) for who, moves in lanes.items()) for issue, lanes in found.items()
    }
