"""Sources that are dated impossibly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from posdiff.dossier.statement import Source
from posdiff.findings.finding import Finding
from posdiff.review.case import Case

ID: Final = "source-date"


def examine(case: Case) -> Iterable[Finding]:
    """The sources with an impossible date."""
    for file in case.dossier.recorded:
        for key, source in file.sources.items():
            for message in _faults(source, file.day, case.today):
                subject = (key, source.date or "", source.accessed or "")
                hint = "correct the date"
                yield Finding.of(source.location, ID, message, hint, subject)


def _faults(source: Source, said: int, today: int) -> Iterator[str]:
    written, accessed = _day(source.date), _day(source.accessed)
    if written is not None and accessed is not None and written > accessed:
        yield f"the source `{source.key}` is dated {source.date}, after it was read ({source.accessed})"
    elif accessed is not None and accessed < said:
        day = date.fromordinal(said).isoformat()
        yield f"the source `{source.key}` was read on {source.accessed}, before the statement of {day} was made"
    elif written is not None and written > today:
        yield f"the source `{source.key}` is dated {source.date}, which is in the future"
    elif accessed is not None and accessed > today:
        yield f"the source `{source.key}` was read on {source.accessed}, which is in the future"


def _day(text: str | None) -> int | None:
    try:
        return date.fromisoformat(text).toordinal() if text else None
    except ValueError:  # an error of its own
        return None
