"""What was coded: the terms of all statements, each known by its statement's file and its issue."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from posdiff.dossier.agenda import Agenda
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.statement import Statement
from posdiff.dossier.term import Condition, Term

#: The characters of a fingerprint.
_LENGTH = 12


class CodedTerm(NamedTuple):
    """A term, and the statement in which it stands."""

    statement: Statement
    term: Term

    @property
    def file(self) -> str:
        """The statement's file without its ending: ``union/2026-03-02``."""
        return self.statement.location.file.rpartition(".")[0]

    @property
    def name(self) -> tuple[str, str]:
        """What it is known by: the file and the issue."""
        return self.file, self.term.issue


def coded_terms(
    dossier: Dossier, parties: Collection[str] = (), issues: Collection[str] | None = None
) -> tuple[CodedTerm, ...]:
    """Every term on record, only reported ones too: of these parties and on these issues. By file, then by issue."""
    ranks = {id: rank for rank, id in enumerate(dossier.agenda.issues)}
    found = [
        CodedTerm(statement, term)
        for statement in dossier.statements
        for id, term in statement.terms.items()
        if (not parties or set(parties) & set(statement.parties)) and (issues is None or id in issues)
    ]
    return tuple(sorted(found, key=lambda coded: (coded.file, ranks[coded.term.issue])))


def sample(coded: Iterable[CodedTerm], size: int, seed: int) -> tuple[CodedTerm, ...]:
    """So many of the terms, in their order; the same for the same seed on every machine.

    Those of which the SHA-256 of ``SEED/FILE/ISSUE`` comes first: no library's dice, and one term more in the dossier
    leaves all others in the sample but one at most.
    """
    every = tuple(coded)
    drawn = sorted(every, key=lambda each: _hash(f"{seed}/{each.file}/{each.term.issue}"))[:size]
    names = {each.name for each in drawn}
    return tuple(each for each in every if each.name in names)


def fingerprint(coded: CodedTerm, agenda: Agenda) -> str:
    """Twelve characters that change when a term's coding, or a quote that it stands on, does; notes do not count."""
    import json

    term, space = coded.term, agenda.issues[coded.term.issue].space
    offers = [[space.as_json(offer.accepts), _condition(offer.condition, agenda)] for offer in term.offers]
    prefers = None if term.prefers is None else space.target_json(term.prefers)
    words = [
        *coded.name, offers, _condition(term.condition, agenda), term.firmness, term.vague, prefers, term.adds,
        [quote.text for quote in term.every_quote],
    ]  # fmt: skip
    return _hash(json.dumps(words, sort_keys=True))[:_LENGTH]


def _condition(condition: Condition, agenda: Agenda) -> dict[str, Any]:
    return {issue: agenda.issues[issue].space.as_json(piece) for issue, piece in condition}


def _hash(text: str) -> str:
    from hashlib import sha256

    return sha256(text.encode("utf-8", "backslashreplace")).hexdigest()
