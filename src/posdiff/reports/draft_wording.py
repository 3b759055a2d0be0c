"""What a draft agreement is, and what it does to positions, in the same words in every report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from posdiff.answers.reactions import StatedReaction
from posdiff.comparison.drafts import OptionResult, PartyResult, RedLine, TermResult, red
from posdiff.comparison.reactions import AtOdds
from posdiff.dossier import brackets
from posdiff.dossier.agenda import Agenda, Rule
from posdiff.dossier.position import Part
from posdiff.dossier.statement import Clause, Draft, Outcome, Reaction
from posdiff.kinds.kind import in_runs, joined, quoted
from posdiff.reports.escaping import shortened
from posdiff.reports.holders_wording import held_through
from posdiff.reports.wording import NOT_A_POSITION, count, day, part_in_words
from posdiff.review.drafts import rule_in_words

RESULT_TITLES: Mapping[str, str] = {
    "broken": "Broken", "left-open": "Left open", "missing": "Missing", "met": "Met", "unassessed": "Unassessed",
}  # fmt: skip

#: What a heading does not say by itself.
RESULT_MEANINGS: Mapping[str, str] = {"missing": "the draft is final, and leaves out for good what the party needs"}

_REASONS: Mapping[str | None, str] = {
    "silent": "the draft is silent on it",
    "more-than-accepted": "the draft would also allow outcomes that the party has not accepted",
    "condition": "it depends on a condition that the draft does not settle",
    "vague": "the party has not said what it would accept",
    None: "",
}
#: Of an issue that a clause settles with words in brackets: which of its readings was coded cannot be known.
WITHOUT_OPTIONS = "the clause has words in brackets; the outcome on file has no options"
#: So many letters of a term are shown where it is told which of several it is.
_LETTERS_OF_A_TERM = 60
#: Why a draft breaks a term on an issue on which it is silent.
NO_ROOM = "what it settles elsewhere leaves no room for it"
#: Of a reaction that was dated before the draft was.
BEFORE_ITS_DAY = ", before the draft's day"
#: Of a draft as a document, the part on what it breaks or leaves out on issues that it does not settle.
WHERE_SILENT = "Where the text is silent"
#: Of a term that is met, and would be whatever is settled.
BY_ANY = "by any outcome"
#: What a summary is of where not all terms stand below it.
OF_THE_WHOLE_DRAFT = "of the whole draft, whatever is shown below"
RED_LINE_RESULTS: Mapping[RedLine, str] = {"crossed": "crossed", "left_open": "left open", "missing": "missing"}
_REACTIONS: Mapping[str, str] = {
    "accepts": "accepts it", "accepts-as-basis": "accepts it as a basis", "reserves": "has reservations",
    "rejects": "rejects it",
}  # fmt: skip


def draft_by(draft: Draft, agenda: Agenda) -> str:
    """When a draft was made and by whom, and what it is not."""
    proposed = f", proposed by {whose(draft.by, agenda)}" if draft.by else ""
    return f"Draft of {day(draft.day)}{proposed}{_state(draft)}; {NOT_A_POSITION}."


def before_the_draft(draft: Draft, as_of: int) -> str:
    """That positions are looked at as of a day on which there was no such draft; nothing where there was."""
    if as_of >= draft.day:
        return ""
    return f"The positions are those of {day(as_of)}, {count(draft.day - as_of, 'day')} before the draft."


def in_short(draft: Draft, agenda: Agenda) -> str:
    """``2026-04-20, by a mediator, as reported``."""
    return day(draft.day) + (f", by {whose(draft.by, agenda)}" if draft.by else "") + _state(draft)


def _state(draft: Draft) -> str:
    return (", as reported" if draft.standing == "reported" else "") + (", put up for adoption" if draft.final else "")


def whose(by: Sequence[str], agenda: Agenda) -> str:
    """Who proposes a draft or wants an outcome: the names of parties, or words."""
    return joined([agenda.parties[party].name if party in agenda.parties else party for party in by])


def clause_by(clause: Clause, agenda: Agenda) -> str:
    """Who proposed the words of a clause; of one with brackets, that these may be somebody else's."""
    if not clause.by:
        return ""
    if not brackets.bracketed(clause.text):
        return f"proposed by {whose(clause.by, agenda)}"
    return f"clause proposed by {whose(clause.by, agenda)}; who put in the brackets is not on file"


def without_options(clause: Clause, draft: Draft, agenda: Agenda) -> list[str]:
    """The issues that a clause with brackets settles, and on which the draft's outcome has none to choose from."""
    if not brackets.bracketed(clause.text):
        return []
    return [
        issue for issue in clause.settles if not draft.outcomes[issue].options and agenda.issues[issue].space.comparable
    ]


def outcome_in_words(outcome: Outcome, agenda: Agenda) -> str:
    """What a draft would settle on an issue; of brackets each outcome, and whose it is."""
    space = agenda.issues[outcome.issue].space
    if not outcome.options:
        return space.as_said(outcome.accepts, outcome.refusal)
    options = [
        space.as_said(option.accepts, option.refusal) + (f" ({whose(option.by, agenda)})" if option.by else "")
        for option in outcome.options
    ]
    return f"in brackets: {'; or '.join(options)}"


def broken_rules(rules: Sequence[Rule], agenda: Agenda) -> str:
    """That a draft breaks rules of the agenda, one by itself or several together."""
    words = "; and that ".join(rule_in_words(rule, agenda) for rule in rules)
    return f"By itself the draft breaks the agenda's rule that {words}. No party's terms are blamed for that."


def contradicting(issues: Sequence[str], agenda: Agenda) -> str:
    """That a draft contradicts itself on some issues."""
    titles = joined([quoted(agenda.issues[issue].title) for issue in issues])
    return f"No course of events meets what the draft settles on {titles}. No party's terms are blamed for that."


def broken_in_silence(judged: TermResult) -> bool:
    """Whether a draft breaks a term on an issue on which it is silent."""
    return judged.result == "broken" and judged.outcome is None


def result_in_words(judged: TermResult) -> str:
    """What becomes of a term, and why it is left open; where there are brackets, with which of them it is met."""
    words = RESULT_TITLES[judged.result].lower()
    if broken_in_silence(judged):
        return f"{words}: the draft is silent here, and {NO_ROOM}"
    if judged.reason is None:
        return words
    options = f"; {with_options(judged)}" if judged.options else ""
    return f"{words}: {_REASONS[judged.reason]}{options}"


def with_options(judged: TermResult, through: str = "") -> str:
    """``met with option 1 of 3 only; options 2 and 3 cross its red line``: what each option does to a term.

    ``through``: the words on the bloc whose red line it is, where nothing beside says so.
    """
    broken = [number for number, option in enumerate(judged.options, 1) if option.result == "broken"]
    crossing = f"; {numbered_options(broken)} {'crosses' if len(broken) == 1 else 'cross'} its red line{through}"
    return _met_with(judged.options) + (crossing if broken and red(judged) else "")


def numbered_options(numbers: Sequence[int]) -> str:
    """``option 2``; ``options 2 and 3``; ``options 1 to 51``."""
    return f"option{'s' if len(numbers) > 1 else ''} {in_runs(numbers)}"


def _met_with(options: Sequence[OptionResult]) -> str:
    """``met with option 2 of 3 only``; where it is met with none, with which of them it is left open by vague words."""
    met, vague = (
        [number for number, option in enumerate(options, 1) if wanted in (option.result, option.reason)]
        for wanted in ("met", "vague")
    )
    if not met and 0 < len(vague) < len(options):  # of all of them the reason beside it says so
        return f"left open with {numbered_options(vague)} of {len(options)} (its term is not specified), met with none"
    if not met:
        return f"met with none of the {len(options)} options"
    return f"met with {numbered_options(met)} of {len(options)} only"


def met_with_options(terms: Iterable[TermResult], agenda: Agenda) -> list[str]:
    """``Site met with option 2 of 3 only``: of each bracket that leaves a term open, with which options that is met.

    Of a red line that it crosses, through which bloc that is held.
    """
    left_open = (term for term in terms if term.result == "left-open" and term.options)
    return list(
        dict.fromkeys(
            f"{term.issue.title} {with_options(term, held_through([term.part], agenda))}" for term in left_open
        )
    )


def by_any_outcome(result: PartyResult) -> str:
    """``1 of 8 met by any outcome``: how many of the terms met would be so whatever is settled; nothing where none."""
    met = [one for one in result.terms if one.result == "met"]
    by_any = sum(one.by_any for one in met)
    if not by_any:
        return ""
    return f"{'all' if by_any == len(met) > 1 else f'{by_any:,} of'} {len(met):,} met {BY_ANY}"


def titles_by_any(result: PartyResult) -> list[str]:
    """The titles of the issues of the same terms."""
    return list(dict.fromkeys(one.issue.title for one in result.terms if one.by_any))


def met_by_any(result: PartyResult) -> str:
    """``Any outcome would meet these terms, this draft among others: Pay; Site``; nothing where there are none."""
    titles = titles_by_any(result)
    terms = "this term" if len(titles) == 1 else "these terms"
    return f"Any outcome would meet {terms}, not only what the draft says: {'; '.join(titles)}" if titles else ""


def set_that_day(terms: Iterable[TermResult], draft: Draft) -> list[TermResult]:
    """Those of some terms that are met and have been held in this form since the draft's own day, whoever it is by.

    A term that was held before in the same form, and said again that day, is none of them; nor is what is supposed.
    """
    return [one for one in terms if one.result == "met" and one.part.first_held == draft.day and not one.part.supposed]


def of_its_day(number: int, met: int) -> str:
    """The same in short, ``10 of them held since the draft's day``; nothing where none is."""
    some = f"{number:,} of them " if number < met else ""
    return f"{some}held since the draft's day" if number else ""


def met_of_its_day(result: PartyResult, draft: Draft) -> str:
    """``14 met, 10 of them held since the draft's day``; nothing where none was."""
    met = sum(one.result == "met" for one in result.terms)
    told = of_its_day(len(set_that_day(result.terms, draft)), met)
    return f"{met:,} met, {told}" if told else ""


def set_later(terms: Iterable[TermResult], draft: Draft) -> list[TermResult]:
    """Those of some terms that are broken, missing or met, and are held in this form only since after the draft's day.

    A term that was held before in the same form, and only said again, is none of them; nor is what is supposed.
    """
    return [
        one for one in terms
        if one.result in ("broken", "missing", "met") and one.part.first_held > draft.day and not one.part.supposed
    ]  # fmt: skip


def set_after(later: int, number: int) -> str:
    """``2 of them newer than this text``: of so many terms; nothing where none was."""
    some = f"{later:,} of them " if later < number else ""
    return f"{some}newer than this text" if later else ""


def of_later_words(result: PartyResult, draft: Draft) -> str:
    """``1 broken, newer than this text (2026-05-02)``: of each result that rests on later words."""
    told = []
    for word in ("broken", "missing", "met"):
        terms = [one for one in result.terms if one.result == word]
        later = [one.part.first_held for one in set_later(terms, draft)]
        if later:
            days = " to ".join(dict.fromkeys((day(min(later)), day(max(later)))))
            told.append(f"{len(terms):,} {RESULT_TITLES[word].lower()}, {set_after(len(later), len(terms))} ({days})")
    return "; ".join(told)


def which_term(judged: TermResult, beside: Sequence[Part], agenda: Agenda) -> str:
    """``at least 4 percent, 2026-03-02``: which of a party's terms on an issue this is; ``beside``: all of them."""
    words = shortened(part_in_words(judged.part, beside, agenda), _LETTERS_OF_A_TERM)
    return f"{words}, {day(judged.part.set_on)}"


def later_in_short(result: PartyResult, draft: Draft) -> str:
    """``newer than this text: 1 of 2 broken, 7 of 8 met``; nothing where no term was."""
    later = set_later(result.terms, draft)
    told = []
    for word in ("broken", "missing", "met"):
        number = sum(one.result == word for one in later)
        of_all = sum(one.result == word for one in result.terms)
        told += [f"{number:,} of {of_all:,} {word}"] if number else []
    return f"newer than this text: {', '.join(told)}" if told else ""


def own_terms(party: str, result: PartyResult, draft: Draft) -> str:
    """``its own 9 terms date from 2026-01-10 to 2026-03-02``: of a draft by the party."""
    days = [one.part.first_held for one in result.terms if not one.part.supposed]
    if party not in draft.by or not days:
        return ""
    terms = f"{count(len(days), 'term')} {'dates' if len(days) == 1 else 'date'}"
    return f"its own {terms} from {_from_to(days)}"


def own_broken(party: str, result: PartyResult, draft: Draft) -> str:
    """``the draft is by it as well; the 2 terms broken date from 2026-01-02``; nothing of drafts by others."""
    days = [one.part.first_held for one in result.terms if one.result == "broken" and not one.part.supposed]
    if party not in draft.by or not days:
        return ""
    terms = "the term broken dates" if len(days) == 1 else f"the {len(days):,} terms broken date"
    as_well = " as well" if len(draft.by) > 1 else ""
    return f"the draft is by it{as_well}; {terms} from {_from_to(days)}"


def _from_to(days: Sequence[int]) -> str:
    first, last = day(min(days)), day(max(days))
    return first if first == last else f"{first} to {last}"


def by_the_party(party: str, result: PartyResult, draft: Draft) -> list[str]:
    """How much a party said on the draft's day; where the draft, or an option of it, is by the party, that."""
    that_day = len(set_that_day(result.terms, draft))
    told = []
    set_when = own_terms(party, result, draft)
    if set_when and that_day:
        as_well = " as well" if len(draft.by) > 1 else ""
        told.append(f"The draft is by it{as_well}; {set_when}; of those met, {that_day:,} from the draft's day.")
    elif that_day:
        terms = "term that is met has been" if that_day == 1 else "terms that are met have been"
        told.append(f"{that_day:,} {terms} held since the draft's day.")
    else:
        told += [f"{set_when[0].upper()}{set_when[1:]}."] if set_when else []
    for one in result.terms:
        own = [str(place) for place, each in enumerate(one.options, 1) if party in each.option.by]
        if one.result == "broken" and own:
            stated = day(one.part.last_stated)
            told.append(f"{one.issue.title}: its position on file is of {stated}; option {joined(own)} is by it.")
    return told


def silence(names: Sequence[str], others_spoke: bool) -> str:
    """Of an issue on which none of some parties holds anything: that, or that nobody does, asked about or not."""
    if not others_spoke:
        return "nobody holds a position on it"
    return f"{names[0]} is silent" if len(names) == 1 else "none of the parties asked about holds a position on it"


def not_read(clauses: int) -> str:
    """That clauses of a draft are on file, and what they say could not be read."""
    return f"{count(clauses, 'clause')} on file could not be read: posdiff validate tells why."


def reaction_in_words(reaction: str) -> str:
    """What a party said of a draft: ``accepts it as a basis``."""
    return _REACTIONS[reaction]


def reaction_to(said: Reaction, draft: str) -> str:
    """What a party said of a draft that is called so: ``on 2 issues rejects plan``, ``takes as a basis plan``.

    What limits it comes first: the end may be cut off.
    """
    on = f"on {count(len(said.issues), 'issue')} " if said.issues else ""
    words = {"reserves": "has reservations about", "accepts-as-basis": "takes as a basis"}
    return f"{on}{words.get(said.reaction, said.reaction)} {draft}"


def with_a_note(draft: str) -> str:
    """Of a reaction that a note limits, where there is no room for it: where it is told."""
    return f" (with a note; in full: posdiff draft {draft})"


def last_said(stated: StatedReaction) -> str:
    """A reaction without its day and quotes: ``rejects it on 2 issues``."""
    issues = len(stated.reaction.issues)
    return _REACTIONS[stated.reaction.reaction] + (f" on {count(issues, 'issue')}" if issues else "")


def at_odds(found: AtOdds, agenda: Agenda) -> str:
    """What a draft does that does not go with what the party said of it: ``though it crosses its own red line on Pay``.

    By what the party held at the end of the day on which it said so.
    """
    titles = "; ".join(agenda.issues[id].title for id in found.issues)
    if found.how == "crosses-red-line":
        lines = "red line" if len(found.issues) == 1 else "red lines"
        return f"though it crosses its own {lines} on {titles}"
    return "though it meets everything that it had said" + ("" if found.whole else f" on {titles}")
