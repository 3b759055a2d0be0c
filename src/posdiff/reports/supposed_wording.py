"""The words of what is supposed: the mark that no reader may miss, and what changes against the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from posdiff.answers import against_record as facts
from posdiff.answers.answer import Supposed
from posdiff.comparison.drafts import TermResult
from posdiff.comparison.figures import Metric, PairFigure
from posdiff.dossier.agenda import Agenda
from posdiff.kinds.kind import joined
from posdiff.reports import choices_wording, conflict_wording, draft_wording, figure_wording, verdict_wording, wording

#: What stands at the head of every document and on every page of it.
MARK = "SUPPOSED, not on record"
#: What stands behind its title.
IN_TITLE = "(supposed)"
AGAINST_RECORD = "Against the record"
MEANING = "what is otherwise than the record has it"
#: What was held against the record, by command, where nothing of it changes.
NOTHING: Mapping[str, str] = {
    "conflicts": "No verdict changes, and no minimal conflict.",
    "matrix": "No figure changes.",
    "draft": "What the draft does to the parties does not change.",
    "text": "What the draft does to the parties does not change.",
    "drafts": "What the drafts do to the parties does not change.",
}
#: The same of a comparison, without and with conflicts over several issues.
NOTHING_COMPARED = "No position, no relation and no deadlock changes."
NOTHING_ACROSS = "No position, no relation, no deadlock and no conflict over several issues changes."
#: What stands over the answer where that has no title.
AS_SUPPOSED = "As supposed"


def supposed(each: Supposed, agenda: Agenda) -> str:
    """``SUPPOSED, not on record: Ukraine on NATO membership: Put off.``"""
    about = f"{MARK}: {agenda.parties[each.party].name} on {agenda.issues[each.issue].title}"
    if each.term is None:
        return f"{about}: no position."
    degree = "" if each.term.firmness == "firm" else f" ({each.term.firmness.replace('-', ' ')})"
    adds = ", besides what it holds" if each.term.adds else ""
    return f"{about}: {wording.term_in_words(each.term, agenda).rstrip('.')}{degree}{adds}."


def compared(changed: facts.CompareAgainstRecord, names: Mapping[str, str]) -> Iterator[str]:
    """Each issue, ``Pay: contradiction → overlap``; the deadlocks and conflicts that are gone or new."""
    for issue in changed.issues:
        yield f"{issue.issue.title}: {_relation(issue.before, names)} → {_relation(issue.after, names)}"
    for same in changed.positions:
        whose = joined([names[label] for label in same.parties])
        yield f"{same.issue.title}: {whose} on other terms; the relation is still {_relation(same.there, names)}"
    yield from _counted("Deadlocks", changed.deadlocks)
    if changed.conflicts is not None:
        yield from _counted("Conflicts over several issues", changed.conflicts)


def _relation(there: facts.RelationThere, names: Mapping[str, str]) -> str:
    red = f" (red line of {joined([names[label] for label in there.red_line])})" if there.red_line else ""
    return f"{wording.RELATION_TITLES[there.relation][0]}{red}"


def _counted(title: str, number: facts.GoneAndNew) -> Iterator[str]:
    words = [f"{number.gone:,} gone"] if number.gone else []
    words += [f"{number.new:,} new"] if number.new else []
    if words:
        yield f"{title}: {', '.join(words)}"


def conflicts(changed: facts.ConflictsAgainstRecord, names: Mapping[str, str]) -> Iterator[str]:
    """Each verdict, ``All terms: cannot hold together → can hold together``; the conflicts that are gone or new."""
    verdicts = conflict_wording.VERDICTS
    for level, (before, after) in changed.levels.items():
        title = conflict_wording.LEVEL_TITLES[level]
        yield f"{title[0].upper()}{title[1:]}: {verdicts[before]} → {verdicts[after]}"
    for label, (before, after) in changed.alone.items():
        yield f"{names[label]}, what it holds: {verdicts[before]} → {verdicts[after]}"
    yield from _counted("Minimal conflicts", changed.conflicts)


def drafts(changed: Iterable[facts.DraftAgainstRecord], labels: Mapping[str, str], agenda: Agenda) -> Iterator[str]:
    """What a draft does to each party, as a whole and issue by issue. ``labels``: the names of several drafts."""
    for party in changed:
        about = ", ".join(words for words in (labels.get(party.draft.id, ""), party.party.name) if words)
        before, after = (verdict_wording.verdict_on_draft(result, agenda, 0) for result in (party.before, party.after))
        if before != after:
            yield f"{about}: {before} → {after}"
        for issue in party.results:
            yield f"{about}, {issue.issue.title}: {_results(issue.before)} → {_results(issue.after)}"


def _results(terms: Sequence[TermResult]) -> str:
    """``met``; ``left open (met with option 1 of 2 only), met``; ``silent``."""
    told = []
    for term in terms:
        options = f" ({draft_wording.with_options(term)})" if term.result == "left-open" and term.options else ""
        told.append(draft_wording.RESULT_TITLES[term.result].lower() + options)
    return ", ".join(told) or "silent"


def choices(
    changed: Iterable[facts.ChoicesAgainstRecord], labels: Mapping[str, str], names: Mapping[str, str]
) -> Iterator[str]:
    """``Choices among the options that cross no red line of Union: 4 of 18 → 9 of 18``, of each party and of all."""
    for each in changed:
        of_draft = labels.get(each.draft.id, "")
        if each.party is None and len(names) == 1:
            if each.before == each.after:  # else it was told of the one party
                yield _choices(of_draft, joined(list(names.values())), each)
        else:
            yield _choices(of_draft, choices_wording.EVERYBODY if each.party is None else each.party.name, each)


def _choices(draft: str, whose: str, each: facts.ChoicesAgainstRecord) -> str:
    before, after = (
        "not known" if number is None else f"{number:,} of {each.total:,}" for number in (each.before, each.after)
    )
    others = ", and others" if before == after else ""
    about = f"{draft}, choices" if draft else "Choices"
    return f"{about} among the options that cross no red line of {whose}: {before} → {after}{others}"


def pairs(changed: Iterable[facts.PairAgainstRecord], metric: Metric, names: Mapping[str, str]) -> Iterator[str]:
    """``North and South: 1 of 2, over 2 of 3 issues → 2 of 2, over 2 of 3 issues``, with red lines in the way."""
    for before, after in changed:
        yield f"{names[after.a]} and {names[after.b]}: {_figure(before, metric)} → {_figure(after, metric)}"


def _figure(pair: PairFigure, metric: Metric) -> str:
    red = f", {figure_wording.issues_with_a_red_line(pair)}" if pair.red_lines else ""
    return f"{figure_wording.figure_in_words(pair, metric)}, {figure_wording.coverage_in_words(pair, metric)}{red}"
