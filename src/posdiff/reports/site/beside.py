"""The JSON beside a page: that of a command, or of the site itself, in few bytes.

No blanks stand in it, no key whose value is null, and in the place of a source the path of its page, beside which
stands all that is known of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

from posdiff.answers.answer import Answer
from posdiff.answers.site import Site
from posdiff.reports import wording
from posdiff.reports.shapes import writing
from posdiff.reports.site.sources import Sources


class Data(NamedTuple):
    """What makes the value; the command that writes all of that, and ``more``: what else it writes."""

    value: Callable[[], Mapping[str, Any]]
    command: str = ""
    more: str = ""

    def text(self, sources: Sources) -> str:
        """The JSON; letters stand as they are."""
        return json.dumps(_short(self.value(), sources), ensure_ascii=False, separators=(",", ":")) + "\n"


def asked(answer: Answer, question: str, site: Site) -> Data:
    """An answer with the command that asks for it."""
    command = f"posdiff {question} --at {wording.day(site.as_of)}{site.basis.options} --format json"
    return Data(partial(_named, answer), command, "each source in full")


def _named(answer: Answer) -> dict[str, Any]:
    """An answer, its shape under a name of its own: a source is not all there."""
    value = writing.to_dict(answer)
    return value | {"schema": value["schema"].replace("/", "/site-", 1)}


def _short(value: Any, sources: Sources) -> Any:
    if isinstance(value, dict):
        return {key: _short(held, sources) for key, held in value.items() if held is not None}
    if isinstance(value, list):
        return [_source(held, sources) or _short(held, sources) for held in value]
    return value


def _source(held: Any, sources: Sources) -> str:
    """The page of a source that stands in a list of sources; empty for anything else."""
    if isinstance(held, dict) and "key" in held and "publisher" in held:
        return sources.page_of(held)
    return ""
