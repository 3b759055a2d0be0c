"""What ``text`` answers: a draft as a document, and beside each clause what it does to the parties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar, NamedTuple

from posdiff.answers.answer import AskedParty, DossierAnswer, Filter
from posdiff.answers.draft import DraftAnswer, draft, narrowed
from posdiff.answers.reading import Reader
from posdiff.comparison.drafts import TermResult
from posdiff.dossier.agenda import Issue
from posdiff.dossier.statement import Clause, Draft


class SettledIssue(NamedTuple):
    """An issue that a draft settles, and what becomes of each party's parts on it, by the party's label.

    A party that holds nothing there is left out.
    """

    issue: Issue
    results: dict[str, tuple[TermResult, ...]]


class ClauseForParties(NamedTuple):
    """A clause, and the issues that it settles, in the order in which it names them."""

    clause: Clause
    settles: tuple[SettledIssue, ...]


@dataclass(frozen=True, kw_only=True)
class DraftText(DossierAnswer):
    """A draft in its words. ``elsewhere``: what it settles and no clause on file names; ``judged``: what it does.

    ``silent``: the issues that it does not settle, with the parts that it breaks or leaves out for good all the same.

    ``spoken``: the issues on which any party of the dossier holds something, asked about or not.
    """

    command: ClassVar[str] = "text"

    draft: Draft
    as_of: int
    clauses: tuple[ClauseForParties, ...]
    elsewhere: tuple[SettledIssue, ...]
    silent: tuple[SettledIssue, ...]
    spoken: frozenset[str]
    judged: DraftAnswer


def text(
    reader: Reader, proposed: Draft, parties: tuple[AskedParty, ...], as_of: int, chosen: Filter | None = None
) -> DraftText:  # fmt: skip
    """A draft in its words, against the positions of the parties as of a day (an ordinal).

    ``chosen``: only the clauses that settle one of these issues, and of the others only these.
    """
    judged = draft(reader, proposed, parties, as_of, Filter(tuple(reader.agenda.issues)))
    everybody = reader.positions(reader.asked(reader.agenda.parties), as_of)
    answer = in_its_words(judged, {issue for position in everybody.values() for issue in position.terms})
    return answer if chosen is None else _narrowed(answer, chosen)


def _narrowed(answer: DraftText, chosen: Filter) -> DraftText:
    wanted = set(chosen.issues)
    if wanted >= answer.agenda.issues.keys():
        return answer
    return replace(
        answer,
        clauses=tuple(each for each in answer.clauses if not wanted.isdisjoint(each.clause.settles)),
        elsewhere=tuple(each for each in answer.elsewhere if each.issue.id in wanted),
        silent=tuple(each for each in answer.silent if each.issue.id in wanted),
        judged=narrowed(answer.judged, chosen),
    )


def in_its_words(judged: DraftAnswer, spoken: Iterable[str]) -> DraftText:
    """A draft in its words, where it is known what it does on all issues, and on which any party has ``spoken``."""
    proposed, issues = judged.draft, judged.agenda.issues
    by_issue: dict[str, dict[str, list[TermResult]]] = {}
    for of_party in judged.parties:
        for term in of_party.result.terms:
            by_issue.setdefault(term.issue.id, {}).setdefault(of_party.party.label, []).append(term)

    def settled(issue: str) -> SettledIssue:
        results = {label: tuple(terms) for label, terms in by_issue.get(issue, {}).items()}
        return SettledIssue(issues[issue], results)

    named = {issue for clause in proposed.clauses for issue in clause.settles}
    clauses = (ClauseForParties(clause, tuple(map(settled, clause.settles))) for clause in proposed.clauses)
    elsewhere = (settled(issue) for issue in issues if issue in proposed.outcomes and issue not in named)
    silent = (_in_the_way(settled(issue)) for issue in issues if issue not in proposed.outcomes)
    return DraftText(
        agenda=judged.agenda, basis=judged.basis, draft=proposed, as_of=judged.as_of, clauses=tuple(clauses),
        elsewhere=tuple(elsewhere), silent=tuple(each for each in silent if each.results),
        spoken=frozenset(spoken), judged=judged,
    )  # fmt: skip


def _in_the_way(settled: SettledIssue) -> SettledIssue:
    """Only the parts that are broken or missing."""
    bad = {
        label: tuple(term for term in terms if term.result in ("broken", "missing"))
        for label, terms in settled.results.items()
    }
    return settled._replace(results={label: terms for label, terms in bad.items() if terms})
