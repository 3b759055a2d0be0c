"""What a draft does to the position of a party as a whole, in one sentence, and through which blocs that is held."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from posdiff.comparison.drafts import PartyResult, TermResult
from posdiff.dossier.agenda import Agenda, Issue
from posdiff.reports import holders_wording
from posdiff.reports.draft_wording import RED_LINE_RESULTS, RESULT_TITLES
from posdiff.reports.wording import count, first


def titled(issue: Issue) -> str:
    """An issue by its title."""
    return issue.title


def verdict_on_draft(
    answer: PartyResult, agenda: Agenda, most: int | None = None, title: Callable[[Issue], str] = titled
) -> str:
    """What a draft does to a party's position as a whole; it stands beside the party's name, who breaks nothing.

    Red lines that are crossed, left open or missing are counted apart, and named, whatever else is to be said; what the
    party holds through a bloc is told with that. ``most``: so many of each are named, and the others counted; 0: all
    are counted. ``title``: what an issue is called.
    """
    red = _red_lines(answer, agenda, most, title)
    others = _others(answer, agenda, bool(red))
    return f"{red}; {others}" if red else others


def _red_lines(answer: PartyResult, agenda: Agenda, most: int | None, title: Callable[[Issue], str]) -> str:
    """``1 red line crossed (Pay), 2 left open (Site, through LDC; Hours)``."""
    parts: list[str] = []
    for what, words in RED_LINE_RESULTS.items():
        lines = answer.red_lines(what)
        if lines:
            number = f"{len(lines):,}" if parts else count(len(lines), "red line")
            of_issues: dict[str, list[TermResult]] = {}
            for judged in lines:
                of_issues.setdefault(title(judged.issue), []).append(judged)
            titles = [f"{issue}{_each_way(those, agenda)}" for issue, those in of_issues.items()]
            ways = {_each_way(those, agenda) for those in of_issues.values()}
            together = most == 0 or len(ways) == 1 < len(of_issues)
            way = _held(lines, agenda) if together else ""
            named = first(list(of_issues) if together else titles, most)
            parts.append(f"{number} {words}{way}" + (f" ({named})" if most != 0 else ""))
    return ", ".join(parts)


def _each_way(terms: Iterable[TermResult], agenda: Agenda) -> str:
    """``, through LDC``, ``, in part through LDC``: of the terms on one issue."""
    way = holders_wording.through([judged.part for judged in terms], agenda)
    return f",{way.removeprefix(',')}" if way else ""


def _held(terms: Iterable[TermResult], agenda: Agenda) -> str:
    return holders_wording.held_through([judged.part for judged in terms], agenda)


def _others(answer: PartyResult, agenda: Agenda, red: bool) -> str:
    broken = [judged for judged in answer.terms if judged.result == "broken"]
    if broken:
        crossed, told = len(answer.red_lines("crossed")), f"{count(len(broken), 'term')} broken"
        if not crossed:
            return f"{told}{_held(broken, agenda)}"
        return f"{told} in all{_held(broken, agenda)}" if len(broken) > crossed else "nothing else broken"
    if answer.completable is False:
        return "cannot be completed: no term is broken, and yet no settlement within the draft meets them all"
    if answer.completable is None:
        return "no term broken; whether it can be completed was not found out"
    results = {judged.result for judged in answer.terms}
    if results <= {"unassessed"}:
        return "no term to compare it with"
    if answer.verdict == "all-met":
        return f"all terms met: {on_file(answer, agenda)}"
    if red:
        return "no term broken"
    left = [word for word in ("left-open", "missing") if word in results]
    way = _held([judged for judged in answer.terms if judged.result in left], agenda)
    return f"no term broken, some {' or '.join(RESULT_TITLES[word].lower() for word in left)}{way}"


def on_file(answer: PartyResult, agenda: Agenda) -> str:
    """How little it may rest on that all is met: ``1 term on file; silent on 9 issues that the draft settles``."""
    met = [judged for judged in answer.terms if judged.result == "met"]
    silent = f"; silent on {count(len(answer.silent_on), 'issue')} that the draft settles" if answer.silent_on else ""
    return f"{count(len(met), 'term')} on file{_held(met, agenda)}{silent}"
