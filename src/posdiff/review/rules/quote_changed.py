"""Quotes of recorded statements that were deleted or changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from posdiff.findings.finding import Finding
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
            quotes_now = _quotes(pair.words_now[issue])
            term = history.terms(pair.now).get(issue)
            for quote in _quotes(words):
                if quote not in quotes_now and term is not None:
                    message = f"{pair.name} no longer quotes on {issue}: {_short(quote)}"
                    hint = "restore the quote; if it was wrong, add `corrects:` with the reason"
                    subject = (issue, quote, *quotes_now)
                    yield history.finding(term.location, ID, pair, message, hint, subject, issue)


def _quotes(term: Any) -> list[str]:
    if not isinstance(term, dict):
        return []
    offers = [offer for key in ("alternatives", "options") for offer in _listed(term.get(key))]
    texts = [words.get(key) for words in (term, *offers) if isinstance(words, dict) for key in ("quote", "text")]
    return [" ".join(text.split()) for text in texts if isinstance(text, str)]


def _listed(words: Any) -> list[Any]:
    return words if isinstance(words, list) else []


def _short(quote: str) -> str:
    return f"“{quote if len(quote) <= _SHOWN else quote[: _SHOWN - 1] + '…'}”"
