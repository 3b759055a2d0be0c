"""Conflicts in words: verdicts, conflicts step by step, who gives what. The same in every report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from posdiff.comparison.conflicts.concessions import Chosen
from posdiff.comparison.conflicts.conflict import LEVELS, Component, Conflict, ConflictVerdict, FirmnessLevel
from posdiff.comparison.conflicts.constraints import Stated
from posdiff.dossier.agenda import Agenda, Rule
from posdiff.dossier.region import Box, Settlements
from posdiff.dossier.statement import Draft, Outcome
from posdiff.kinds.kind import Space, joined
from posdiff.reports import holders_wording, provenance, wording

if TYPE_CHECKING:
    from posdiff.comparison.conflicts.analysis import ConflictAnalysis
    from posdiff.comparison.conflicts.concessions import Counts
    from posdiff.comparison.conflicts.consequences import ExcludedCondition, Forced, Reasons
    from posdiff.comparison.conflicts.explanation import Explanation, ReasoningStep
    from posdiff.comparison.conflicts.tables import RefusalRow, RefusalTable

Names = Mapping[str, str]

#: So many of the issues are named on which what one party holds cannot hold together.
_MOST_CLASHING = 4

_OUTSIDE = {"text": "words, not compared", "vague": "vague: counts only by what it rejects"}
VERDICTS: Mapping[ConflictVerdict, str] = {
    "can-hold": "can hold together, as far as stated",
    "cannot-hold": "cannot hold together",
    "undecided": "undecided: the search was cut",
}
LEVEL_TITLES: Mapping[FirmnessLevel, str] = {
    "all": "all terms", "firm": "red lines and firm terms", "red_line": "red lines alone",
}  # fmt: skip
FIRMNESS: Mapping[str, str] = {"red-line": "red line", "firm": "firm", "flexible": "flexible"}

PART_TITLE = "What can hold together"
CONFLICTS_MEANING = "terms that cannot all hold; without any one of them the rest can"
GIVING_MEANING = "sets of terms without which the rest can hold, and of which none can be left out"
ROWS_MEANING = "over all issues; no row takes less from one party without taking more from another"
COUNTING = "Arithmetic on what was said, and no advice: to count terms is not to measure hardship."
WAYS = "Ways: how many different sets of terms give these counts."
WAYS_IN_SIGNS = f"{WAYS} R1: one red line; 1: one firm term; (1): one flexible term; blank, or no column: nothing."
EXAMPLES = "One set of terms for each row"
FORCED_MEANING = "what must come out where all the terms named are met, though no single one says so"
PRICES_MEANING = "wherever the terms named are met, the condition does not come about"
NONE = "No conflict: all terms can hold together, as far as stated."
NO_TERM = "no term that can be compared"
NONE_HERE = "No conflict on these issues."
TABLES_MEANING = "for each outcome, who refuses it: these terms would have to go for it; –: not refused, or silent"
CHANGED_MEANING = "what counts above, and beside it what the party itself has stated"
OUTSIDE_MEANING = "silence is neither consent nor refusal; words are for a reader to judge"


def headline(analysis: ConflictAnalysis) -> str:
    """The verdict in a line."""
    if not analysis.terms:
        return NO_TERM
    if analysis.verdicts["all"] != "cannot-hold":
        return VERDICTS[analysis.verdicts["all"]]
    if analysis.verdicts["red_line"] == "cannot-hold":
        return "cannot hold together: the red lines alone already conflict"
    if analysis.verdicts["firm"] == "cannot-hold":
        if not analysis.red_lines:
            return "cannot hold together; there is no red line among them"
        rest = "can" if analysis.verdicts["red_line"] == "can-hold" else "are undecided"
        return f"cannot hold together; the red lines alone {rest}"
    if not analysis.firm_terms:
        return "cannot hold together; all of them are flexible"
    rest = "can" if analysis.verdicts["firm"] == "can-hold" else "are undecided"
    return f"cannot hold together; red lines and firm terms {rest}"


def levels(analysis: ConflictAnalysis) -> Iterator[tuple[str, str]]:
    """Each level, and its verdict."""
    for level in LEVELS:
        none = (level == "red_line" and not analysis.red_lines) or (level == "firm" and not analysis.firm_terms)
        yield LEVEL_TITLES[level], "there is none" if none else VERDICTS[analysis.verdicts[level]]


def alone(analysis: ConflictAnalysis, agenda: Agenda, names: Names) -> Iterator[tuple[str, str]]:
    """Each party by itself; of one that holds what cannot hold together, through which blocs, and on what."""
    within = " within the draft" if analysis.draft else ""
    for party, verdict in analysis.alone.items():
        if verdict != "cannot-hold":
            yield names[party], f"what it holds {VERDICTS[verdict]}"
            continue
        clashing = [each for each in analysis.conflicts if all(term.holds(party) for term in each.terms)]
        what = holders_wording.what_it_holds([term for each in clashing for term in each.terms], party, agenda, names)
        on = f" ({wording.first([*dict.fromkeys(map(title, clashing))], _MOST_CLASHING)})" if clashing else ""
        yield names[party], f"{what} {VERDICTS[verdict]}{within}{on}"


def verdicts_on_record(analysis: ConflictAnalysis, agenda: Agenda, names: Names) -> tuple[str, ...]:
    """What holds by the parties' own statements: the verdict on all terms, the conflicts, who contradicts itself."""
    if not analysis.terms:
        return (NO_TERM,)
    number = wording.count(len(analysis.conflicts), "minimal conflict")
    red = wording.count(sum(map(red_line, analysis.conflicts)), "with a red line", "with a red line")
    counted = f"; {number}, {red}" if analysis.conflicts else ""
    each = zip(alone(analysis, agenda, names), analysis.alone.values(), strict=True)
    cannot = [f"{name}: {words}" for (name, words), verdict in each if verdict == "cannot-hold"]
    return (headline(analysis) + counted, *cannot)


def within(draft: Draft) -> str:
    """That only settlements within a draft are looked at."""
    return f"Within the draft {draft.title or draft.id} ({wording.day(draft.day)}): what it leaves open stays open."


def who(conflict: Conflict, names: Names, agenda: Agenda) -> str:
    """Whose terms, and how firm they are: ``Russia (red line) × Nepal through LDC (1 red line, 2 firm)``."""
    return " × ".join(
        f"{holders_wording.held_by(terms, agenda, names)} ({_firmness(terms)})"
        for _, terms in _by_party(conflict.terms, names)
    )


def _by_party(terms: Iterable[Stated], names: Names) -> list[tuple[str, list[Stated]]]:
    """Each party's terms, the parties as asked."""
    by_party: dict[str, list[Stated]] = {party: [] for party in names}
    for term in terms:
        by_party[term.party].append(term)
    return [(party, own) for party, own in by_party.items() if own]


def _firmness(terms: Sequence[Stated]) -> str:
    if len(terms) == 1:
        return FIRMNESS[terms[0].part.term.firmness]
    words = [term.part.term.firmness for term in terms]
    return given((words.count("red-line"), words.count("firm"), words.count("flexible")))


def red_line(conflict: Conflict) -> bool:
    """Whether one of the terms is a red line."""
    return any(term.part.term.firmness == "red-line" for term in conflict.terms)


def counted(conflicts: Iterable[Conflict]) -> str:
    """On what conflicts are, and how many: ``Neutrality; Foreign forces that may be in Ukraine (2)``."""
    return "; ".join(
        f"{words} ({number})" if number > 1 else words for words, number in Counter(map(title, conflicts)).items()
    )


def title(conflict: Conflict) -> str:
    """The issues of a conflict."""
    return " × ".join(dict.fromkeys(term.issue.title for term in conflict.terms))


class StepInWords(NamedTuple):
    """One step: what is said (by whom, on what), what follows from it, and within how many cases it stands.

    ``stated``: the term that is shown here for the first time.
    """

    said: str
    follows: str
    depth: int
    stated: Stated | None

    @property
    def words(self) -> str:
        """All of it."""
        return " ".join(part for part in (self.said, self.follows) if part)


def reasoning(conflict: Conflict, explanation: Explanation, agenda: Agenda, names: Names) -> tuple[StepInWords, ...]:
    """The steps of an explanation in words."""
    settlements = Settlements(agenda.issues)
    writer = _StepWriter(conflict, agenda, names, settlements)
    told_steps: list[StepInWords] = []
    for step in explanation.steps:
        first = isinstance(step.source, Stated) and all(earlier.stated != step.source for earlier in told_steps)
        told_steps.append(StepInWords(*writer.words(step), step.depth, step.source if first else None))  # type: ignore[arg-type]
    if explanation.complete and any(step.move == "case" for step in explanation.steps):
        told_steps.append(StepInWords("", "Every case ends the same way: no outcome is left.", 0, None))
    if not explanation.complete:
        told_steps.append(StepInWords("", "The other cases are not shown here.", 0, None))
    return tuple(told_steps)


class _StepWriter:
    def __init__(self, conflict: Conflict, agenda: Agenda, names: Names, settlements: Settlements) -> None:
        self.agenda, self.names, self.settlements = agenda, names, settlements
        self.split: list[Stated | Rule | Outcome] = []  # what was gone through case by case so far
        self.single = (
            len({term.issue.id for term in conflict.terms}) == 1 and not conflict.rules and not conflict.outcomes
        )

    def words(self, step: ReasoningStep) -> tuple[str, str]:
        """What is said in a step, and what follows."""
        if step.move == "case" and step.source in self.split:
            return f"Back to {self._who(step)}.", f"Suppose now {self.box(step.fixes)}."
        if step.move == "case":
            self.split.append(step.source)
            follows = f"There is more than one way to meet it. Suppose first {self.box(step.fixes)}."
            return self._source(step), follows
        parts = []
        if step.move == "leaves":
            parts.append(f"{_given(step.since)}it leaves only {self.box(step.fixes)}.")
        if step.left:
            parts.append(f"With the earlier steps, what is left is {self.box(step.left)}.")
        if step.move == "closes":
            parts.append(self._closing(step))
        return self._source(step), " ".join(parts)

    def _who(self, step: ReasoningStep) -> str:
        source = step.source
        if isinstance(source, Stated):
            return f"what {self.names[source.party]} says on {source.issue.title}"
        return "the rule of the agenda" if isinstance(source, Rule) else "the draft"

    def _source(self, step: ReasoningStep) -> str:
        source = step.source
        if isinstance(source, Rule):
            return rule_in_words(source, self.agenda)
        if isinstance(source, Outcome):
            issue = self.agenda.issues[source.issue]
            return f"The draft, {issue.title}: {issue.space.as_said(source.accepts, source.refusal)}."
        about = "" if self.single else f", {source.issue.title}"
        term = source.part.term
        when = f"({FIRMNESS[term.firmness]}, {provenance.held_since(source.part)})"
        return (
            f"{holders_wording.whose(source, self.names)}{about} {when}: {wording.held_part(source.part, self.agenda)}."
        )

    def box(self, box: Box) -> str:
        """A box in words: each side under its issue."""
        parts = []
        for side, piece in box.items():
            space = self.settlements.space(side)
            alone = side not in self.agenda.issues or self.single
            words = space.in_words(piece) if alone else space.condition_words(self.agenda.issues[side].title, piece)
            parts.append(words)
        return joined(parts)

    def _closing(self, step: ReasoningStep) -> str:
        if step.clash is None:
            return f"{_given(step.since)}it cannot be met." if step.since else "No outcome meets it."
        space = self.settlements.space(step.clash.side)
        words = space.emptied_words(step.clash.pieces, self.agenda.why)
        return f"{_given(step.since)}no outcome is left{f': {words}' if words else ''}."


def _given(since: Sequence[int]) -> str:
    """``Given steps 1 and 3``, to begin a sentence with."""
    if not since:
        return ""
    numbers = joined([str(number + 1) for number in since])
    return f"Given step{'s' if len(since) > 1 else ''} {numbers}, "


def rule_in_words(rule: Rule, agenda: Agenda) -> str:
    """A rule of the agenda, with its reason."""
    then = wording.condition_in_words(rule.then, agenda)
    condition = wording.condition_in_words(rule.given, agenda)
    why = f" ({rule.why.rstrip('.')})" if rule.why else ""
    return f"By the agenda, if {condition}, then {then}{why}."


def given_in_signs(counts: Counts) -> str:
    """``R1 2 (3)``: one red line, two firm terms, three flexible ones."""
    red, firm, flexible = counts
    return " ".join([f"R{red:,}"] * bool(red) + [f"{firm:,}"] * bool(firm) + [f"({flexible:,})"] * bool(flexible))


def given(counts: Counts) -> str:
    """``1 red line, 2 firm``; ``nothing``."""
    red, firm, flexible = counts
    parts = [wording.count(red, "red line")] if red else []
    parts += [f"{firm:,} firm"] if firm else []
    parts += [f"{flexible:,} flexible"] if flexible else []
    return ", ".join(parts) or "nothing"


def set_in_words(terms: Sequence[Stated], agenda: Agenda, names: Names, issue: bool = True) -> str:
    """A concession set: ``Russia (firm) and Mali through LDC (firm)``; with issues ``Russia on Status (firm); …``."""
    if not issue:
        of = [f"{holders_wording.held_by((term,), agenda, names)} ({_part(term)})" for term in terms]
        return joined(of) or "nothing"
    parts = []
    for _, own in _by_party(terms, names):
        words = joined([f"{term.issue.title} ({_part(term)})" for term in own])
        parts.append(f"{holders_wording.held_by(own, agenda, names)} on {words}")
    return "; ".join(parts) or "nothing"


def _part(term: Stated) -> str:
    """How firm a part of a position is; and of all but the first, which part."""
    number = f"part {term.part.number}: " if term.part.number > 1 else ""
    return f"{number}{FIRMNESS[term.part.term.firmness]}"


def plain(component: Component) -> bool:
    """Whether a table would add nothing: one set only would have to go, or the one term or the other."""
    if len(component.concessions) == 1:
        return component.concessions_complete
    return len(component.concessions) == 2 and all(len(terms) == 1 for terms in component.concessions)


def issue_titles(component: Component) -> list[str]:
    """The issues of a cluster that have part in a conflict."""
    part = {term.issue.id: term.issue.title for conflict in component.conflicts for term in conflict.terms}
    every = {term.issue.id: term.issue.title for term in component.terms}
    return [(part or every)[issue] for issue in component.issues if issue in (part or every)]


def choices(component: Component, agenda: Agenda, names: Names, most: int | None) -> list[str]:
    """What would have to go in a cluster: any one of these."""
    several = len(issue_titles(component)) > 1
    if plain(component):
        return [" or ".join(set_in_words(terms, agenda, names, several) for terms in component.concessions)]
    listed = component.concessions if most is None else component.concessions[:most]
    sets = [set_in_words(terms, agenda, names, several) for terms in listed]
    words = [("or " if place else "") + each for place, each in enumerate(sets)]
    more = len(component.concessions) - len(listed)
    return words + ([f"and {more} more: --all shows them"] if more else [])


def table_rows(table: RefusalTable, most: int | None) -> list[RefusalRow]:
    """The rows of a refusal table that are shown: all or, of many, those for which the least would have to go."""
    rows = list(table.rows)
    if most is None or len(rows) <= most:
        return rows
    return [row for row in rows if row.minimal][:most]


def rest(table: RefusalTable, shown: Sequence[RefusalRow]) -> str:
    """What is told of the outcomes that are not shown."""
    if not table.complete:
        return "for any other outcome more terms would have to go"
    left = len(table.rows) - len(shown)
    return f"and {left} more outcomes: --all shows them" if left else ""


def outcomes_in_words(row: RefusalRow, space: Space) -> str:
    """The outcomes of a row of a refusal table."""
    if len(row.outcomes) > 4:
        return f"{space.union_words(row.outcomes[:3])}; or {len(row.outcomes) - 3} more"
    return space.union_words(row.outcomes) if row.outcomes else "nothing"


def some_rows(chosen: Chosen, every: int) -> str:
    """Which of the ways of giving are shown, where not all of them are."""
    which = "for each party one in which it gives least" if chosen.least_of_each else "evenly spread"
    return f"{len(chosen.rows)} of {every} rows, {which}: --all shows them all"


def forced_in_words(forced: Forced, agenda: Agenda) -> str:
    """``Guarantees for Ukraine: A treaty``."""
    space = Settlements(agenda.issues).space(forced.side)
    if forced.side not in agenda.issues:
        return space.union_words(forced.outcomes)
    title = agenda.issues[forced.side].title
    if len(forced.outcomes) == 1:
        return space.condition_words(title, forced.outcomes[0])
    return f"{title}: {space.union_words(forced.outcomes)}"


def price_in_words(excluded: ExcludedCondition, agenda: Agenda, names: Names) -> str:
    """What of a term never comes about."""
    condition = wording.condition_in_words(excluded.condition, agenda)
    thing = "demand" if excluded.demand else "offer"
    words = f"its {thing} never applies, for its condition is ruled out ({condition})"
    return f"{names[excluded.stated.party]}, {excluded.stated.issue.title}: {words}"


def because_in_words(because: Reasons, agenda: Agenda, names: Names) -> str:
    """From what something follows."""
    parts = [
        f"{names[term.party]}, {term.issue.title} ({wording.held_part(term.part, agenda)})" for term in because.terms
    ]
    parts += [
        rule_in_words(rule, agenda).rstrip(".").replace("By the agenda", "the agenda", 1) for rule in because.rules
    ]
    parts += [f"the draft, {agenda.issues[outcome.issue].title}" for outcome in because.outcomes]
    return "; ".join(parts)


def at_level(level: FirmnessLevel) -> str:
    """Of which terms something is told, where it is not all."""
    return "" if level == "all" else f" (of {LEVEL_TITLES[level]})"


def silent(
    analysis: ConflictAnalysis, agenda: Agenda, names: Names, why: Callable[[str, str], str] = lambda *_: ""
) -> Iterator[tuple[str, list[str]]]:
    """Each party, and the issues in play on which it is silent. ``why``: what is told of a party and an issue."""
    for party in analysis.parties:
        issues = [issue for name, issue in analysis.silent if name == party]
        titles = [f"{agenda.issues[id].title}{f' ({told})' if (told := why(party, id)) else ''}" for id in issues]
        if titles:
            yield names[party], titles


def unassessed(analysis: ConflictAnalysis, names: Names) -> Iterator[tuple[str, list[str]]]:
    """Terms that stay outside, or count only by what they refuse."""
    for why, label in _OUTSIDE.items():
        terms = [
            f"{names[outside.stated.party]}, {outside.stated.issue.title}"
            for outside in analysis.unassessed
            if outside.why == why
        ]
        if terms:
            yield label, terms


def number_unassessed(analysis: ConflictAnalysis) -> Iterator[tuple[str, int]]:
    """How many these are: a term of one statement counts once, though several hold it through blocs."""
    for why, label in _OUTSIDE.items():
        found = (outside.stated for outside in analysis.unassessed if outside.why == why)
        number = len({(stated.issue.id, stated.part.term.location) for stated in found})
        if number:
            yield label, number
