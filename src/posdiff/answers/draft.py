"""What ``draft`` answers: what a draft agreement does to the positions of parties."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, NamedTuple

from posdiff.answers import reports_left_out
from posdiff.answers.answer import AskedParty, Basis, DossierAnswer, Filter
from posdiff.answers.reactions import StatedReaction, reactions
from posdiff.answers.reading import Reader
from posdiff.comparison import draft_choices, draft_rules, drafts
from posdiff.comparison.draft_choices import Choices
from posdiff.comparison.drafts import GATES, RESULTS, DraftVerdict, PartyResult, RedLine, TermResult, red
from posdiff.dossier.agenda import Rule
from posdiff.dossier.position import Held
from posdiff.dossier.statement import Draft, Reaction

#: What ``--only`` can name; ``--fail-on`` takes ``GATES`` besides.
WORDS: tuple[str, ...] = RESULTS
FAILING: tuple[str, ...] = (*GATES, *RESULTS)


class DraftForParty(NamedTuple):
    """A draft against one party. ``terms``: those on the issues asked for; ``shown``: of the results asked for.

    ``result`` is on the whole draft, whatever is asked for, and so are the verdict and what is taken of it.
    ``reactions``: what the party said of the draft so far, the first one first. ``on_record``: where reports count, the
    result for what the party itself stated; ``changed``: by the ids of the issues on which a report changed its
    position, the one on record, or None for no position.
    """

    party: AskedParty
    result: PartyResult
    terms: tuple[TermResult, ...]
    shown: tuple[TermResult, ...]
    reactions: tuple[StatedReaction, ...] = ()
    on_record: PartyResult | None = None
    changed: Mapping[str, Held | None] = {}

    @property
    def last_said(self) -> StatedReaction | None:
        """The last thing that the party said of the draft as a whole; without one, of some issues of it."""
        chosen = [stated for stated in self.reactions if not stated.reaction.issues] or self.reactions
        return chosen[-1] if chosen else None

    @property
    def reaction(self) -> Reaction | None:
        """The same, without the statement in which it was said."""
        return self.last_said.reaction if self.last_said else None

    def red_lines(self, what: RedLine) -> tuple[TermResult, ...]:
        """The red lines that are crossed, left open or missing, whatever is asked for."""
        return self.result.red_lines(what)

    @property
    def verdict(self) -> DraftVerdict:
        """The worst that the draft does to the party."""
        return self.result.verdict

    @property
    def completable(self) -> bool | None:
        """Whether some settlement within the draft meets all of the party's terms; None: not known."""
        return self.result.completable

    @property
    def silent_on(self) -> tuple[str, ...]:
        """What the draft settles and the party is silent on."""
        return self.result.silent_on


@dataclass(frozen=True, kw_only=True)
class DraftAnswer(DossierAnswer):
    """A draft, and what becomes of each party's terms under it."""

    command: ClassVar[str] = "draft"

    draft: Draft
    as_of: int
    parties: tuple[DraftForParty, ...]
    filter: Filter
    #: The agenda's rules that the draft breaks by itself: one alone, or several together.
    broken_rules: tuple[tuple[Rule, ...], ...] = ()
    #: The issues on which the draft contradicts itself: orders that no course of events meets.
    contradicting: tuple[str, ...] = ()
    #: Of a draft with brackets, which choices among the options leave no red line of these parties crossed.
    choices: Choices | None = None

    @property
    def names(self) -> dict[str, str]:
        """What each party is called, by its label."""
        return {party_answer.party.label: party_answer.party.name for party_answer in self.parties}

    @property
    def reached(self) -> frozenset[str]:
        """The results there are, the red lines that are crossed or open, and what is known not to be completable."""
        judged = [term for party_answer in self.parties for term in party_answer.terms]
        words: set[str] = {term.result for term in judged}
        of_red_lines = {term.result for term in judged if red(term)}
        words |= {"red-line"} if "broken" in of_red_lines else set()
        words |= {"red-line-open"} if of_red_lines & {"left-open", "missing"} else set()
        if any(answer.completable is False and not _broken(answer.result) for answer in self.parties):
            words.add("cannot-be-completed")
        return frozenset(words)


def _broken(result: PartyResult) -> bool:
    return any(term.result == "broken" for term in result.terms)


def draft(reader: Reader, draft: Draft, parties: tuple[AskedParty, ...], as_of: int, chosen: Filter) -> DraftAnswer:
    """A draft against the positions of the parties."""
    of_parties = []
    positions = reader.positions(parties, as_of)
    results = drafts.against(reader.agenda, draft, positions)
    own: tuple[PartyResult | None, ...] = (None,) * len(parties)
    if reader.with_reported:
        own = drafts.against(reader.agenda, draft, reader.on_record(parties, as_of))
    for asked, result, stated in zip(parties, results, own, strict=True):
        said = reactions(reader, asked.party, asked.on(as_of), draft.id)
        of_parties.append(
            DraftForParty(
                asked, result, result.terms, result.terms, said, stated, positions[asked.label].changed_by_reports
            )
        )  # fmt: skip
    answer = DraftAnswer(
        agenda=reader.agenda, basis=basis(reader, (draft,), parties, as_of), draft=draft, as_of=as_of,
        parties=tuple(of_parties), filter=chosen,
        broken_rules=draft_rules.broken_rules(reader.agenda, draft),
        contradicting=draft_rules.contradicting(reader.agenda, draft),
        choices=draft_choices.choices(reader.agenda, draft, positions),
    )  # fmt: skip
    return narrowed(answer, chosen)


def basis(reader: Reader, named: Iterable[Draft], parties: tuple[AskedParty, ...], as_of: int) -> Basis:
    """What was read to hold drafts against parties. Verdicts are on all issues, whichever are asked for."""
    ids = {each.id for each in named}
    return reports_left_out.basis(reader, parties, as_of, reader.agenda.issues.keys(), shows=lambda id, _: id in ids)


def narrowed(answer: DraftAnswer, chosen: Filter) -> DraftAnswer:
    """The same answer with fewer terms: those on the issues that are chosen, of the results that are."""
    wanted, parties = set(chosen.issues), []
    for of_party in answer.parties:
        terms = tuple(term for term in of_party.terms if term.issue.id in wanted)
        shown = tuple(term for term in terms if chosen.shows(term.result))
        parties.append(of_party._replace(terms=terms, shown=shown))
    return replace(answer, parties=tuple(parties), filter=chosen)
