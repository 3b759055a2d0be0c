"""What stands on which source: the terms, outcomes and reactions of a file, and their quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from posdiff.dossier.statement import Draft, Source, Statement
from posdiff.dossier.term import CitedWords


class SourceUse(NamedTuple):
    """A source of a statement or draft: the issues of the terms, or outcomes, that stand on it; how many quotes do.

    ``reactions``: the drafts of which something was said that stands on it.
    """

    recorded: Statement | Draft
    source: Source
    issues: tuple[str, ...]
    reactions: tuple[str, ...]
    quotes: int


def source_uses(recorded: Statement | Draft) -> Iterator[SourceUse]:
    """Each source of a file, with what stands on it, in the order of the file."""
    if isinstance(recorded, Draft):
        said = {id: (outcome.stands_on, outcome.words) for id, outcome in recorded.outcomes.items()}
        of_drafts: dict[str, tuple[tuple[str, ...], CitedWords]] = {}
    else:
        said = {id: (term.stands_on, term.words) for id, term in recorded.terms.items()}
        of_drafts = {id: (reaction.sources, reaction.words) for id, reaction in recorded.reactions.items()}
    for key, source in recorded.sources.items():
        every = [words for _, cited in (*said.values(), *of_drafts.values()) for words in cited]
        yield SourceUse(
            recorded, source, _on(key, said.items()), _on(key, of_drafts.items()),
            len(dict.fromkeys(quote for quote, keys in every if key in keys)),
        )  # fmt: skip


def _on(key: str, said: Iterable[tuple[str, tuple[tuple[str, ...], CitedWords]]]) -> tuple[str, ...]:
    """The ids of what stands on a source, itself or with one of its quotes."""
    return tuple(id for id, (keys, cited) in said if key in keys or any(key in quoted for _, quoted in cited))
