"""Terms in plain words, each thing that is said put into words once: two hundred parties say a dozen on an issue."""

from __future__ import annotations

from posdiff.dossier.agenda import Agenda
from posdiff.dossier.term import Term
from posdiff.reports import wording


class InWords:
    """Puts terms into words, and keeps those of each term that says something else; for as long as one answer."""

    def __init__(self, agenda: Agenda) -> None:
        self._agenda = agenda
        self._found: dict[object, str] = {}

    def term(self, term: Term) -> str:
        """All that a term says; nothing but what it is looked up by may stand in the words."""
        offers = tuple([(offer.accepts, offer.condition, offer.refusal) for offer in term.offers])
        said = (term.issue, offers, term.condition, term.vague, term.prefers)
        words = self._found.get(said)
        if words is None:
            words = self._found[said] = wording.term_in_words(term, self._agenda)
        return words
