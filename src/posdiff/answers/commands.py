"""The command that asks a question: ``posdiff compare russia ukraine --at 2025-12-31 --issue territory``."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

#: What a question takes and its command does not: what is found out only where a format shows it.
_NO_OPTIONS = ("conflicts", "history", "pictures", "with_reported")
#: Options that are called otherwise than what the question takes.
_OPTIONS = {"parties": "for", "with_conflicts": "conflicts"}


def command(
    name: str, named: Iterable[object], options: Mapping[str, Any], usual: Mapping[str, Any], today: date | None
) -> str:
    """The command that asks a question; with the day of ``today`` where no day was named.

    ``named``: parties, issues and drafts. ``options``: what else was given, beside ``--with-reported``. ``usual``: the
    options that need not be given, and what holds without them.
    """
    given = {option: value for option, value in options.items() if value and option not in _NO_OPTIONS}
    first = [given.pop(option) for option in [*given] if option not in usual and option != "since"]
    last = next((day for day in ("at", "until") if day in usual), None)
    if today and last and not given.keys() & {"at", "until"}:
        since = {"since": given.pop("since")} if "since" in given else {}
        given = {**since, last: today, **given}
    words = [word for option, value in given.items() if value != usual.get(option) for word in _words(option, value)]
    return " ".join(("posdiff", name, *(shlex.quote(str(word)) for word in (*first, *named, *words))))


def _words(option: str, value: Any) -> Iterator[str]:
    name = f"--{_OPTIONS.get(option, option).replace('_', '-')}"
    if value is True:
        yield name
        return
    for each in (value,) if isinstance(value, str | date | int) else value:
        yield from (name, str(each))
