"""What an edit does to positions, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from posdiff.answers.validate import Effect
from posdiff.comparison.changes import KINDS
from posdiff.comparison.deadlocks import Deadlock
from posdiff.comparison.relations import Relation
from posdiff.comparison.versions import ClauseEdit
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Held
from posdiff.dossier.region import conceivable
from posdiff.dossier.statement import Statement
from posdiff.kinds.kind import joined
from posdiff.reports import wording
from posdiff.review.edited_clauses import EditedClauses
from posdiff.review.effect import CAUSES, Cause, EditEffect, Entry, Kind, Moved, Turned
from posdiff.review.memberships import came_and_went


def title(effect: Effect) -> str:
    """``What the edit means: positions as of 2026-03-05, against 1a2b3c4d5e6f of 2026-03-01``."""
    base = f"against {effect.base.id[:12]} of {wording.day(effect.base.day)}"
    return f"What the edit means: positions as of {wording.day(effect.edit.as_of)}, {base}"


#: What each cause is called above the changes that have it, and what it means.
CAUSE_TITLES: Mapping[Cause, tuple[str, str]] = {
    "stated": ("Positions that new statements change", "said later than what was on record of the party"),
    "newly-recorded": ("Newly recorded", "said before, and on record only now: no change of position"),
    "record-changed": ("The record was changed", "statements that were on record read otherwise, or are gone"),
    "agenda-changed": ("Members of blocs", "by the agenda, which says otherwise who is in which bloc"),
}

_ENTRIES: Mapping[str, str] = {
    "stated": "new", "newly-recorded": "newly recorded", "changed": "changed", "removed": "removed",
    "renamed": "renamed",
}  # fmt: skip

_KINDS: dict[Kind, str] = {
    "added": "takes a position on", "withdrawn": "no longer holds a position on", "expired": "position expired on",
    "off-record": "no longer has a position on record on",
}  # fmt: skip
_RECORD_KINDS: Mapping[Kind, str] = _KINDS | {"added": "a position on", "withdrawn": "no longer holds a position on"}
_ORDER: tuple[Kind, ...] = (*KINDS, "off-record")
_NOUNS: Mapping[Relation, str] = {
    "contradiction": "contradiction", "conditional": "conditional common ground", "overlap": "overlap",
    "agreed": "agreement", "unassessed": "words without a verdict",
}  # fmt: skip
#: What becomes of a clause: in a cell, and in a sentence after its id.
_CLAUSES: Mapping[str, tuple[str, str]] = {
    "added": ("new", "is new"), "dropped": ("no longer in the file", "is gone"),
    "reworded": ("other words", "has other words"), "moved": ("moved", "stands elsewhere"),
    "title": ("another title", "has another title"), "status": ("another status", "has another status"),
    "settles": ("settles other issues", "settles other issues"), "by": ("proposed by others", "is proposed by others"),
    "note": ("another note", "has another note"),
}  # fmt: skip
#: Titles that a sentence names; the tables name them all.
_MOST_TITLES = 6


def sentences(effect: Effect) -> list[str]:
    """A sentence for each party, then deadlocks, the agenda, clauses of drafts, and what could not be told."""
    edit, agenda = effect.edit, effect.agenda
    passed_on = _passed_on(edit)
    lines = [line for party in agenda.parties if (line := _party(party, effect, passed_on))]
    lines += [f"{title}: {ring}." for title, rings in deadlocks(effect) for ring in rings]
    if edit.reread:
        parties = joined(list(dict.fromkeys(agenda.parties[reread.party].name for reread in edit.reread)))
        number = wording.count(len(edit.reread), "term")
        lines.append(f"The agenda changes the meaning of {number} of {parties}, in statements that were not edited.")
    if not lines:
        lines.append("No position changed.")
    lines += [of_clauses(edited) for edited in edit.clauses]
    if edit.unread:
        number = wording.count(len(edit.unread), "file")
        lines.append(f"Incomplete: {number} of the base could not be read without errors: {', '.join(edit.unread)}.")
    if not edit.complete:
        lines.append(wording.CUT)
    return lines


def _party(party: str, effect: Effect, passed_on: Mapping[tuple[str, str], str]) -> str | None:
    """``Russia: hardened on X; newly recorded: a position on Y; new contradiction with Ukraine on X.``

    What a bloc's words do to its members is told of the bloc: ``LDC: hardened on X; through it: Nepal and Togo.``
    """
    edit, agenda = effect.edit, effect.agenda
    moved = [move for move in edit.moved if move.party == party]
    own = [m for m in moved if m.cause == "agenda-changed" or (party, m.change.issue.id) not in passed_on]
    parts = [part for cause in CAUSES for part in _moves([move for move in own if move.cause == cause], cause, effect)]
    parts += _through_it(party, [move.change.issue.id for move in own], passed_on, agenda)
    if edit.reaffirmed.get(party):
        parts.append(f"{wording.count(edit.reaffirmed[party], 'position')} stated again")
    every = {_turn(relation) for relation in edit.turned}
    turned = [relation for relation in edit.turned if relation.parties[0] == party]
    turned = [relation for relation in turned if not _of_a_bloc(relation, every, passed_on)]
    parts += [words for relation in turned if (words := turned_in_words(relation, effect))]
    return f"{agenda.parties[party].name}: {'; '.join(parts)}." if parts else None


def _passed_on(edit: EditEffect) -> dict[tuple[str, str], str]:
    """By a member and an issue, the bloc whose words moved it there, where they moved that bloc just so."""
    moves = {(move.party, move.change.issue.id): move for move in edit.moved if move.cause != "agenda-changed"}
    found = {}
    for (party, issue), move in moves.items():
        held = [held for held in (move.change.before, move.change.after) if held]
        blocs = {part.said_by or party for each in held for part in each.parts}
        of_bloc = moves.get((min(blocs), issue)) if len(blocs) == 1 and party not in blocs else None
        if of_bloc is not None and (of_bloc.kind, of_bloc.cause, of_bloc.by) == (move.kind, move.cause, move.by):
            found[party, issue] = of_bloc.party
    return found


def _through_it(
    bloc: str, issues: Sequence[str], passed_on: Mapping[tuple[str, str], str], agenda: Agenda
) -> Iterator[str]:
    """``through it: Nepal and Togo``; of those who hold other words on some of the issues, on which they do not."""
    members: dict[str, list[str]] = {}
    for (party, issue), of in passed_on.items():
        if of == bloc:
            members.setdefault(party, []).append(issue)
    of_issues: dict[tuple[str, ...], list[str]] = {}
    for party in agenda.parties:
        if party in members:
            of_issues.setdefault(tuple(members[party]), []).append(agenda.parties[party].name)
    for on, names in of_issues.items():
        about = "" if set(on) == set(issues) else f" on {listed([agenda.issues[issue].title for issue in on])}"
        yield f"through it{about}: {listed(names)}"


def _turn(turned: Turned, whose: tuple[str, str] | None = None) -> tuple[frozenset[str], str, str | None, str | None]:
    return frozenset(whose or turned.parties), turned.now.issue.id, turned.before, turned.after


def _of_a_bloc(turned: Turned, every: Set[object], passed_on: Mapping[tuple[str, str], str]) -> bool:
    """Whether one of the two holds the words of a bloc, and that stands otherwise to the other just so."""
    instead = []
    for party, other in (turned.parties, turned.parties[::-1]):
        held = turned.now.terms.get(party)
        blocs = {part.said_by or party for part in held.parts} if held else set()
        bloc = passed_on.get((party, turned.now.issue.id)) or (min(blocs) if len(blocs) == 1 else party)
        instead += [(bloc, other)] if bloc != party else []
    return any(_turn(turned, pair) in every for pair in instead)


def _moves(moved: Sequence[Moved], cause: Cause, effect: Effect) -> list[str]:
    if cause == "agenda-changed":
        return _by_membership(moved, effect)
    words = []
    for kind in sorted({move.told for move in moved}, key=_ORDER.index):
        verb = (_KINDS if cause == "stated" else _RECORD_KINDS).get(kind, f"{kind} on")
        if (cause, kind) == ("record-changed", "added"):
            verb = "now holds a position on"  # among other moves a bare "a position on" would hang in the air
        same = [move for move in moved if move.told == kind]
        # What was said before the base was recorded is dated, lest it be taken for news of today.
        early = sorted({move.by[0].day for move in same if move.by and move.by[0].day < effect.base.day})
        said = f" (said {joined([wording.day(day) for day in early])})" if early and cause == "stated" else ""
        words.append(f"{verb} {listed([move.change.issue.title for move in same])}{said}")
    if words and cause == "newly-recorded":
        days = joined(sorted({wording.day(move.by[0].day) for move in moved if move.by}))
        return [f"newly recorded, said {days}: {', '.join(words)}"]
    if words and cause == "record-changed":
        return [f"by a change to the record: {', '.join(words)}"]
    return words


def _by_membership(moved: Sequence[Moved], effect: Effect) -> list[str]:
    """``by the agenda: inherits a position on X through LDC, no longer inherits a position on Y through G77``."""
    words = []
    for place, verb, agenda in ((0, "inherits", effect.agenda), (1, "no longer inherits", effect.before)):
        titles: dict[str, list[str]] = {}
        for move in moved:
            of = came_and_went(move.change.before, move.change.after)[place]
            through = wording.through_blocs([bloc for bloc in agenda.parties if bloc in of], agenda)
            titles.setdefault(through, []).append(move.change.issue.title)
        words += [f"{verb} a position on {listed(on)} {through}" for through, on in titles.items() if through]
    return [f"by the agenda: {', '.join(words)}"] if words else []


def listed(titles: Sequence[str]) -> str:
    """Titles in a sentence, the first few of many."""
    if len(titles) <= _MOST_TITLES:
        return joined(titles)
    return f"{', '.join(titles[:_MOST_TITLES])} and {len(titles) - _MOST_TITLES} more"


def _said_anew(edit: EditEffect, issue: str | None = None) -> bool:
    """Whether a new statement has part in what is another one (on an issue): only then is something resolved."""
    moved = (move for move in edit.moved if issue is None or move.change.issue.id == issue)
    return any(move.cause == "stated" for move in moved)


def turned_in_words(turned: Turned, effect: Effect) -> str | None:
    """``new contradiction with Ukraine on Y``, ``contradiction with Ukraine on Y resolved: now overlap``."""
    agenda, issue = effect.agenda, turned.now.issue
    before, after = turned.before, turned.after
    about = f"with {agenda.parties[turned.parties[1]].name} on {issue.title}"
    if after is None and before is not None:
        return f"{_NOUNS[before]} {about} is gone: one has no position now" if before != "unassessed" else None
    if after is None or (before is None and after == "unassessed"):
        return None  # words side by side: the tables show them
    if before is None or after == "contradiction":
        return f"new {_NOUNS[after]} {about}"
    if before == "contradiction" and _said_anew(effect.edit, issue.id):
        return f"contradiction {about} resolved: now {_NOUNS[after]}"
    return f"{_NOUNS[before]} {about} is now {_NOUNS[after]}"


def deadlocks(effect: Effect) -> list[tuple[str, list[str]]]:
    """Those that are new and those that are gone, each in words."""
    edit = effect.edit
    gone = "Deadlock resolved" if _said_anew(edit) else "Deadlock no longer on record"
    both = ((edit.new_deadlocks, "New deadlock", effect.agenda), (edit.resolved_deadlocks, gone, effect.before))
    return [(title, [_ring(ring, agenda) for ring in rings]) for rings, title, agenda in both if rings]


def of_clauses(edited: EditedClauses) -> str:
    """``Clauses of Paper: 1 has other words; 2 is gone; 4 stands elsewhere.``"""
    parts = [
        f"{edit.clause.id} {joined([_CLAUSES[what][1] for what in _of_clause(edit)])}"
        for edit in edited.edits[:_MOST_TITLES]
    ]
    more = len(edited.edits) - len(parts)
    parts += [f"and {more} more"] if more else []
    return f"Clauses of {edited.draft.title or edited.draft.id}: {'; '.join(parts)}."


def clause_in_words(edit: ClauseEdit) -> str:
    """What became of a clause: ``other words; moved; another title``."""
    return "; ".join(_CLAUSES[what][0] for what in _of_clause(edit))


def _of_clause(edit: ClauseEdit) -> list[str]:
    changed = [] if edit.step.change == "same" else [edit.step.change]
    return [*changed, *(["moved"] if edit.step.moved else []), *edit.fields]


def _ring(ring: Deadlock, agenda: Agenda) -> str:
    """The steps of a ring, and who asks for them."""
    owners = {owner.party for edge in ring.edges for owner in edge.owners if owner.by_itself}
    names = joined([agenda.parties[party].name for party in agenda.parties if party in owners])
    return f"{wording.ring_in_words(ring, agenda)} ({names})"


def entry_in_words(entry: Entry, agenda: Agenda) -> str:
    """``newly recorded: russia/2022-03-07.yaml, Russia, said 2022-03-07: Title``."""
    file = entry.file
    words = f"{_ENTRIES[entry.what]}: {file.location.file}"
    words += f" (before: {entry.was})" if entry.what == "renamed" else ""
    if isinstance(file, Statement):
        said = "said" if file.standing == "stated" else "reported, and not counted,"
        words += f", {joined([agenda.parties[party].name for party in file.parties])}, {said} {wording.day(file.day)}"
    else:
        words += f", draft of {wording.day(file.day)}, {wording.NOT_A_POSITION}"
    return words + (f": {file.title}" if file.title else "")


def kind_in_words(moved: Moved) -> str:
    """``hardened``; ``no longer on record`` where the record of a position is gone."""
    return "no longer on record" if moved.kind == "off-record" else moved.told


def by_in_words(moved: Moved) -> str:
    """The statements that a change comes from, with their days."""
    return ", ".join(f"{statement.location.file} of {wording.day(statement.day)}" for statement in moved.by)


def relation_in_words(turned: Turned) -> tuple[str, str]:
    """Before and after, as in ``compare``; ``one is silent`` where there was nothing to compare."""
    before, after = turned.before or "one is silent", turned.after or "one is silent"
    return before, after


def reread_in_words(effect: Effect) -> list[tuple[str, str, str, str]]:
    """Party, issue, the words under the agenda before, the words under that of now; what they leave, if the same."""
    rows = []
    for term in effect.edit.reread:
        agendas = ((term.before, effect.before), (term.after, effect.agenda))
        words = [wording.position_in_words(held, agenda) if held else "not read" for held, agenda in agendas]
        if term.before and term.after and words[0] == words[1]:
            left = _left(term.before, effect.before), _left(term.after, effect.agenda)
            words = [f"{said} (leaves {outcomes})" for said, outcomes in zip(words, left, strict=True)]
        title = (effect.agenda if term.issue in effect.agenda.issues else effect.before).issues[term.issue].title
        rows.append((effect.agenda.parties[term.party].name, title, *words))
    return rows  # type: ignore[return-value]


def _left(held: Held, agenda: Agenda) -> str:
    """The outcomes that a position leaves, each named."""
    space = agenda.issues[held.parts[0].term.issue].space
    return "; or ".join(space.as_said(piece, refusal=False) for piece in conceivable(space, held.terms))
