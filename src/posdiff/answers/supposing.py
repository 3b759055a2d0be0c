"""What is supposed in an answer: read from ``PARTY: ISSUE=TERM``, and the question asked with it and without."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from posdiff.answers import names
from posdiff.answers.answer import AskedParty, DossierAnswer, Supposed
from posdiff.answers.reading import Reader
from posdiff.dossier.statement import Statement
from posdiff.findings.failure import USAGE, Failure

_FORM = "PARTY: ISSUE=TERM, as in 'ukraine: nato-membership=deferred'"
#: So many characters of an argument are named in a message.
SHOWN = 120

AnswerType = TypeVar("AnswerType", bound=DossierAnswer)


def answered(
    reader: Reader, suppose: Iterable[str], parties: Iterable[AskedParty], day: int,
    question: Callable[[Reader], AnswerType],
) -> AnswerType:  # fmt: skip
    """The answer to a question with what is supposed of its parties; beside it, if anything is, that without."""
    texts = tuple(suppose)
    if not texts:
        return question(reader)
    agenda, asked_for = reader.agenda, {asked.party for asked in parties}
    about = asked_for.union(*(agenda.blocs_above(party) for party in asked_for))
    supposed, statements = _read(reader, texts, about, day)
    return replace(question(reader.supposing(supposed, statements)), of_record=question(reader))


def _read(
    reader: Reader, texts: Iterable[str], parties: set[str], day: int
) -> tuple[tuple[Supposed, ...], Mapping[str, Statement]]:
    """What is supposed, and the same as one statement of each party."""
    from posdiff.dossier.reading.supposed import Wrong, read_supposed  # PyYAML

    supposed: list[Supposed] = []
    statements: dict[str, Statement] = {}
    for text in texts:
        party, issue, words = _named(reader, text)
        if party not in parties:
            hint = f"name {party} among the parties, or leave it out"
            raise Failure(f"{_about(text)}: the question is not about {party}", hint=hint, code=USAGE)
        if any((each.party, each.issue) == (party, issue) for each in supposed):
            hint = "suppose one term of a party on an issue"
            raise Failure(f"{_about(text)}: of {party} something is supposed on {issue} already", hint=hint, code=USAGE)
        said = read_supposed(party, issue, words, day, reader.agenda)
        if isinstance(said, Wrong):
            raise Failure(f"{_about(text)}: {said.message}", hint=said.hint, code=USAGE)
        supposed.append(Supposed(party, issue, said.terms.get(issue), f"{party}: {issue}={words}"))
        before = statements.get(party, said)
        statements[party] = said._replace(
            terms={**before.terms, **said.terms},
            withdraws=tuple(dict.fromkeys((*before.withdraws, *said.withdraws))),
        )
    return tuple(supposed), statements


def _named(reader: Reader, text: str) -> tuple[str, str, str]:
    """The party and the issue that an argument names, by their ids, and the words of its term."""
    party, colon, rest = text.partition(":")
    issue, equals, words = rest.partition("=")
    if not (colon and equals and party.strip() and issue.strip() and words.strip()):
        raise Failure(f"--suppose takes PARTY: ISSUE=TERM, not `{text[:SHOWN]}`", hint=_FORM, code=USAGE)
    if "@" in party:
        hint = "a party is supposed to hold it on the day as of which it is looked at: leave the day out"
        raise Failure(f"{_about(text)}: no day stands in what is supposed", hint=hint, code=USAGE)
    try:
        return names.party(reader.agenda, party.strip()), names.issue(reader.agenda, issue.strip()), words.strip()
    except Failure as failure:
        raise Failure(f"{_about(text)}: {failure.message}", hint=failure.hint, code=failure.code) from None


def _about(text: str) -> str:
    """The argument, for a message on it."""
    return f"--suppose `{text[:SHOWN]}{'…' if len(text) > SHOWN else ''}`"
