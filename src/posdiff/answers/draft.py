"""What ``draft`` answers: what a draft agreement does to the positions of parties."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from posdiff.answers.answer import AskedParty, DossierAnswer, Filter
from posdiff.answers.reading import Reader
from posdiff.comparison import drafts
from posdiff.comparison.drafts import GATES, RESULTS, DraftVerdict, PartyResult, TermResult
from posdiff.dossier.statement import Draft

#: What ``--only`` can name; ``--fail-on`` takes ``GATES`` besides.
WORDS: tuple[str, ...] = RESULTS
FAILING: tuple[str, ...] = (*GATES, *RESULTS)


class DraftForParty(NamedTuple):
    """A draft against one party. ``terms``: those on the issues asked for; ``shown``: of the results asked for.

    ``result`` is on the whole draft, whatever is asked for, and so are the verdict and what is taken of it.
    """

    party: AskedParty
    result: PartyResult
    terms: tuple[TermResult, ...]
    shown: tuple[TermResult, ...]

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

    @property
    def names(self) -> dict[str, str]:
        """What each party is called, by its label."""
        return {party_answer.party.label: party_answer.party.name for party_answer in self.parties}

    @property
    def reached(self) -> frozenset[str]:
        """The results there are; ``red-line`` where one is crossed; ``cannot-be-completed`` where that is known."""
        judged = [term for party_answer in self.parties for term in party_answer.terms]
        words: set[str] = {term.result for term in judged}
        if any(term.result == "broken" and term.part.term.firmness == "red-line" for term in judged):
            words.add("red-line")
        if any(
            party_answer.completable is False and party_answer.verdict == "left-open" for party_answer in self.parties
        ):
            words.add("cannot-be-completed")
        return frozenset(words)


def draft(reader: Reader, draft: Draft, parties: tuple[AskedParty, ...], as_of: int, chosen: Filter) -> DraftAnswer:
    """A draft against the positions of the parties."""
    wanted = set(chosen.issues)
    of_parties = []
    results = drafts.against(reader.agenda, draft, reader.positions(parties, as_of))
    for asked, result in zip(parties, results, strict=True):
        terms = tuple(term for term in result.terms if term.issue.id in wanted)
        shown = tuple(term for term in terms if chosen.shows(term.result))
        of_parties.append(DraftForParty(asked, result, terms, shown))
    return DraftAnswer(
        agenda=reader.agenda, basis=reader.basis, draft=draft, as_of=as_of, parties=tuple(of_parties), filter=chosen
    )
