"""Quotes of recorded statements that were deleted or changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from posdiff.dossier.reading.schema import canonical
from posdiff.findings.finding import Finding
from posdiff.kinds.kind import joined
from posdiff.review import history
from posdiff.review.case import Case

_SHOWN = 80

ID: Final = "quote-changed"


def examine(case: Case) -> Iterable[Finding]:
    """The quotes that were deleted or changed."""
    if case.edit is None:
        return
    for pair in history.pairs(case, case.edit):
        for issue, words in pair.words.items():
            if pair.now is None or issue not in pair.words_now:
                continue
            quotes_now = [*_quotes(pair.words_now[issue])]
            term = history.terms(pair.now).get(issue)
            for quote in _quotes(words):
                change = _change(quote, quotes_now)
                if change and term is not None:
                    message = f"{pair.name} {change.format(issue)}: {_short(quote['text'])}"
                    hint = "restore the quote; if it was wrong, add `corrects:` with the reason"
                    subject = (issue, *map(_written, (quote, *quotes_now)))
                    yield history.finding(term.location, ID, pair, message, hint, subject, issue)


def _change(quote: Mapping[str, str], quotes_now: Iterable[Mapping[str, str]]) -> str | None:
    """What became of a quote: it is gone, or something else is said of it; what is said in addition is no change."""
    same_words = [now for now in quotes_now if now["text"] == quote["text"]]
    if not same_words:
        return "no longer quotes on {}"
    differing = [[key for key in quote if now.get(key) != quote[key]] for now in same_words]
    fewest = min(differing, key=len)
    return f"has another {joined([f'`{key}`' for key in fewest])} for a quote on {{}}" if fewest else None


def _quotes(term: Any) -> Iterator[Mapping[str, str]]:
    """The quotes of a term, of its alternatives and of brackets, as they were written, each as a mapping."""
    if not isinstance(term, dict):
        return
    offers = [offer for key in ("alternatives", "options") for offer in _listed(term.get(key, []))]
    for words in (term, *offers):
        quoted = [words.get("quote"), words.get("text")] if isinstance(words, dict) else []
        for quote in (each for one in quoted for each in _listed(one)):
            fields = quote if isinstance(quote, dict) else {"text": quote}
            if isinstance(fields.get("text"), str):
                yield {key: " ".join(value.split()) for key, value in fields.items() if isinstance(value, str)}


def _listed(words: Any) -> list[Any]:
    return words if isinstance(words, list) else [words]


def _written(quote: Mapping[str, str]) -> str:
    """A quote as part of a fingerprint: its words alone, where it is words alone."""
    return canonical(dict(quote)) if len(quote) > 1 else quote["text"]


def _short(quote: str) -> str:
    return f"“{quote if len(quote) <= _SHOWN else quote[: _SHOWN - 1] + '…'}”"
