"""What the rows of a four-column paper do to the parties, and what a row is red or open for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from posdiff.answers.drafts import FourColumnPaper
from posdiff.comparison.drafts import Result, TermResult, red
from posdiff.comparison.four_columns import PaperRow
from posdiff.dossier.agenda import Issue
from posdiff.dossier.statement import Draft
from posdiff.kinds.kind import joined
from posdiff.reports import draft_steps_wording, draft_wording, wording
from posdiff.reports.document import Line, line

_Wanted = Callable[[TermResult], bool]


def every(answer: FourColumnPaper) -> str:
    """Whom the rows are marked by."""
    return "every party named" if answer.with_positions else "every party to the talks"


def name(label: str, answer: FourColumnPaper) -> str:
    """What a party is called."""
    return next(each.party.name for each in answer.parties if each.party.label == label)


def for_parties(row: PaperRow, answer: FourColumnPaper) -> Iterator[Line]:
    """What the drafts do to the parties on the issues of a row, beyond red lines that the second one crosses.

    ``breaks Union and Employer``: whose terms the second draft breaks; ``leaves a red line of Union open``; what it
    does by not saying something; on which conditions alone it is in reach; ``draft-1 crosses a red line: Union``: where
    the second draft does not.
    """
    before, after = answer.drafts
    one, other = draft_steps_wording.labels(answer.drafts, answer).values()
    named = {name(label, answer) for label in row.crossed}
    if broken := [party for party in whose(row, after, answer, "broken") if party not in named]:
        yield line(f"breaks {joined(broken)}", "contradiction")
    silent = _parties(row, after, answer, lambda term: term.reason == "silent" and red(term))
    left_open = whose(row, after, answer, "left-open", only_red=True)
    if parties := [party for party in left_open if party not in silent]:
        yield line(f"leaves a red line of {joined(parties)} open", "contradiction")
    yield from _unsaid(row, answer)
    if out := [issue for issue in row.issues if before.final and issue.id not in before.outcomes]:
        yield from (line(f"{one} leaves {_titles(out, row)} out", "faint"),) if row.state == "open" else ()
    if row.all_met:
        yield line(f"{other} meets {every(answer)}")
    if row.hangs_on:
        each = "; and ".join(f"{name(label, answer)}: {_hangs(row, label, answer)}" for label in row.hangs_on)
        yield line(f"in reach only on a condition: {each}")
    if crossed := [party for party in whose(row, before, answer, "broken", only_red=True) if party not in named]:
        yield line(f"{one} crosses a red line: {joined(crossed)}", "faint")


def _unsaid(row: PaperRow, answer: FourColumnPaper) -> Iterator[Line]:
    """What the second draft does to the parties by not saying something.

    ``leaves it out: misses a red line of Union; misses Employer``: of a final draft; of one that is not ``silent on
    it: leaves a red line of Union open``.
    """
    after = answer.drafts[1]

    def silent(wanted: _Wanted) -> tuple[PaperRow, str]:
        """The row with the issues on which the draft is silent and some terms are as wanted; their titles."""
        found = (row._replace(issues=(issue,)) for issue in row.issues if issue.id not in after.outcomes)
        issues = tuple(each.issues[0] for each in found if _parties(each, after, answer, wanted))
        return row._replace(issues=issues), _titles(issues, row)

    _, what = silent(lambda term: term.result == "broken")
    if what:
        yield line(f"silent on {what}, and {draft_wording.NO_ROOM}", "contradiction")
    left_out, what = silent(lambda term: term.result == "missing")
    if what:
        yield line(f"leaves {what} out: {_missed(left_out, answer)}", "contradiction")
    settled = row._replace(issues=tuple(issue for issue in row.issues if issue.id in after.outcomes))
    if missed := _missed(settled, answer):
        yield line(f"leaves out what a term depends on: {missed}", "contradiction")
    left_open, what = silent(lambda term: term.reason == "silent")
    if what:
        parties = whose(left_open, after, answer, "left-open", only_red=True)
        leaves = f": leaves a red line of {joined(parties)} open" if parties else ""
        yield line(f"silent on {what}{leaves}", "contradiction" if parties else "plain")


def _missed(row: PaperRow, answer: FourColumnPaper) -> str:
    """``misses a red line of Union; misses Employer``: whose terms on the issues of a row the second draft misses."""
    of_red_lines = whose(row, answer.drafts[1], answer, "missing", only_red=True)
    others = [party for party in whose(row, answer.drafts[1], answer, "missing") if party not in of_red_lines]
    told = [f"misses a red line of {joined(of_red_lines)}"] if of_red_lines else []
    return "; ".join([*told, *([f"misses {joined(others)}"] if others else [])])


def _titles(issues: Sequence[Issue], row: PaperRow) -> str:
    return "it" if issues and len(row.issues) == 1 else joined([issue.title for issue in issues])


def _hangs(row: PaperRow, label: str, answer: FourColumnPaper) -> str:
    """``if Length: at most 24 months``; several with ``or`` between them."""
    return "; or ".join(
        f"{'unless' if each.unless else 'if'} {wording.condition_in_words(each.condition, answer.agenda)}"
        for each in row.hangs_on[label]
    )


def whose(row: PaperRow, draft: Draft, answer: FourColumnPaper, result: Result, only_red: bool = False) -> list[str]:
    """The parties of whose terms on the issues of a row one comes out so under a draft."""
    return _parties(row, draft, answer, lambda term: term.result == result and (red(term) or not only_red))


def _parties(row: PaperRow, draft: Draft, answer: FourColumnPaper, wanted: _Wanted) -> list[str]:
    """The parties of whose terms on the issues of a row, under a draft, one is as wanted."""
    issues = {issue.id for issue in row.issues}
    return [
        of_party.party.name
        for of_party in answer.parties
        if any(term.issue.id in issues and wanted(term) for term in of_party.by_draft[draft.id].result.terms)
    ]
