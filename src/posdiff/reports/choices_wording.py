"""The options of a draft and the choices among them, in words: in which of these no red line is crossed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from posdiff.answers.draft import DraftAnswer
from posdiff.comparison.draft_choices import Choice, Choices
from posdiff.comparison.drafts import red
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.statement import Draft
from posdiff.kinds.kind import joined
from posdiff.reports import draft_wording

#: Of more than one party: others than those asked about are not looked at.
EVERYBODY = "these parties"
_NOBODY = f"None of {EVERYBODY} has a red line on file."
#: Of more parties than these it is told of all together; so many choices are told where there is no list.
_MOST_NAMES, _MOST_CHOICES = 6, 3


def options(issue: str, draft: Draft, agenda: Agenda) -> str:
    """``1 Stays (Union); 2 Moves``."""
    words = (_option(issue, number, draft, agenda) for number in range(len(draft.outcomes[issue].options)))
    return "; ".join(f"{number} {each}" for number, each in enumerate(words, 1))


def choice(taken: Choice, choices: Choices, draft: Draft, agenda: Agenda) -> str:
    """``Site: Stays (Union); Pay: exactly 4 percent``: the option that is taken on each issue."""
    parts = zip(choices.options, taken, strict=True)
    return "; ".join(
        f"{agenda.issues[issue].title}: {_option(issue, number, draft, agenda)}" for issue, number in parts
    )


def _option(issue: str, number: int, draft: Draft, agenda: Agenda) -> str:
    option = draft.outcomes[issue].options[number]
    by = f" ({draft_wording.whose(option.by, agenda)})" if option.by else ""
    return agenda.issues[issue].space.as_said(option.accepts, option.refusal) + by


def counted(found: Choices, names: Mapping[str, str], without: Collection[str] = ()) -> list[str]:
    """In how many choices among the options no red line is crossed: of each party, and of all.

    ``without``: the labels of those that have no red line; of them that is said.
    """
    nothing = [name for label, name in names.items() if label in without]
    if nothing and len(nothing) == len(names):
        return [_NOBODY if len(names) > 1 else _without(nothing)]
    none = [_without(nothing)] if nothing else []
    everybody = _everybody(names)
    if found.free_together == found.total:
        return [*none, _crossing(found.total, found.total, everybody)]
    of_some = {label: name for label, name in names.items() if label not in without}
    counts = {name: found.free[label] for label, name in of_some.items() if label in found.free}
    never = [name for name, number in counts.items() if number == found.total]
    lines = [_crossing(number, found.total, name) for name, number in counts.items() if number < found.total]
    lines += [_crossing(found.total, found.total, joined(never, "or"))] if never else []
    lines += none
    if found.free_together is None:
        return [*lines, _too_many(found.total, [name for name in of_some.values() if name not in counts], len(names))]
    return [*lines, _crossing(found.free_together, found.total, everybody)] if len(names) > 1 else lines


def _too_many(total: int, uncounted: Sequence[str], parties: int) -> str:
    """``There are 5,000 choices …: too many to go through for Union, and for all of these parties together.``"""
    whose = [f"for {joined(uncounted)}"] if uncounted else []
    whose += [f"for all of {EVERYBODY} together"] if parties > 1 else []
    return f"There are {total:,} choices among the options: too many to go through {', and '.join(whose)}."


def _without(names: Sequence[str]) -> str:
    return f"{joined(names)} {'has' if len(names) == 1 else 'have'} no red line on file."


def without_red_lines(answer: DraftAnswer) -> list[str]:
    """The labels of the parties that have no red line: of them it says nothing that none is crossed."""
    return [each.party.label for each in answer.parties if not any(map(red, each.result.terms))]


def in_short(answer: DraftAnswer) -> list[str]:
    """The same where no list of choices stands below, with some in which none is crossed; nothing without options."""
    found = answer.choices
    if found is None:
        return []
    told = counted(found, answer.names, without_red_lines(answer))
    told = told if len(answer.names) <= _MOST_NAMES else told[-1:]  # what all share is said last
    if found.for_all and found.free_together is not None and found.free_together < found.total:
        shown = [choice(each, found, answer.draft, answer.agenda) for each in found.for_all[:_MOST_CHOICES]]
        more = found.free_together - len(shown)
        rest = f"; and {more:,} more (posdiff draft {answer.draft.id})" if more else ""
        told.append(f"No red line of {_everybody(answer.names)} is crossed with: {'; or '.join(shown)}{rest}")
    left_open = [f"{answer.names[label]} {number}" for label, number in found.open.items() if number]
    if 0 < len(left_open) <= _MOST_NAMES:
        told.append(f"Red lines that stay open whichever is chosen: {'; '.join(left_open)}")
    return told


def _everybody(names: Mapping[str, str]) -> str:
    """The one party that is asked about by its name; several as such: others than those there are not looked at."""
    return EVERYBODY if len(names) > 1 else joined(list(names.values()))


def _crossing(free: int, total: int, whose: str) -> str:
    choices = "choices among the options"
    if free == 0:
        owner = f"one of {whose}" if whose == EVERYBODY else whose
        every = "both" if total == 2 else f"each of the {total:,}"
        return f"In {every} {choices} a red line of {owner} is crossed."
    some = f"In {free:,} of the {total:,}" if free < total else "In both" if total == 2 else f"In all {total:,}"
    return f"{some} {choices} no red line of {whose} is crossed."
