"""The JSON of ``coverage``."""

from __future__ import annotations

from typing import Annotated, Literal

from posdiff.answers.coverage import Coverage
from posdiff.comparison.evidence.coverage import CoveredSource, UnreadSource
from posdiff.dossier.sources.extraction import Problem
from posdiff.dossier.statement import Source
from posdiff.kinds.forms import Id, Ids, TypedDict, limits
from posdiff.reports.shapes.values import Count, StatementId, parties_of


class OpenShape(TypedDict):
    """A sentence that is neither quoted nor dismissed."""

    line: Annotated[int, limits(minimum=1), "The line of the page's plain text in which it begins, from 1."]
    text: Annotated[str, "The sentence."]
    signals: Annotated[list[str], "What in it looks like a demand and is not quoted, in small letters."]
    partly: Annotated[bool, "Whether some of it is quoted or dismissed, and a signal is left out."]


class CoveredShape(TypedDict):
    """A source whose page is here: what of its sentences was coded."""

    statement: Annotated[StatementId, "The statement or the draft that names the source."]
    parties: Annotated[Ids, "Whose statement it is; of a draft none."]
    source: Annotated[Id, "The key of the source."]
    file: Annotated[str, "The page, below sources/ in the positions folder."]
    text_file: Annotated[str | None, "The file there of which `line` tells the lines: the page, or its text; or none."]
    sentences: Annotated[Count, "How many sentences the page has."]
    quoted: Annotated[Count, "How many of them are quoted."]
    dismissed: Annotated[Count, "How many are not quoted, and dismissed."]
    dismissed_demands: Annotated[
        list[Annotated[int, limits(minimum=1)]], "The lines of those among these that look like a demand."
    ]
    open: Annotated[list[OpenShape], "The others: those that look like a demand, then the rest, each in their order."]
    absent: Annotated[list[str], "Passages that are dismissed on the source and do not stand in its page."]


class UnreadShape(TypedDict):
    """A source of whose page nothing can be said."""

    statement: Annotated[StatementId, "The statement or the draft that names the source."]
    parties: Annotated[Ids, "Whose statement it is; of a draft none."]
    source: Annotated[Id, "The key of the source."]
    file: Annotated[str, "The page, below sources/ in the positions folder."]
    problem: Annotated[Problem, "Why it cannot be read: not-here where it is not on this machine."]


class CoverageShape(TypedDict):
    """What `posdiff coverage --format json` writes: which sentences of sources are quoted, dismissed, or open."""

    schema: Annotated[Literal["posdiff/coverage/1"], "The name and version of this shape."]
    statements: Annotated[list[CoveredShape], "The sources whose pages are here, statement by statement."]
    unread: Annotated[list[UnreadShape], "The sources with a snapshot whose pages cannot be read here."]
    not_kept: Annotated[Count, "How many sources have no snapshot."]


def shape(answer: Coverage) -> CoverageShape:
    """Every source, and every open sentence."""
    return {
        "schema": "posdiff/coverage/1",
        "statements": [_covered(each) for each in answer.sources],
        "unread": [_unread(each) for each in answer.unread],
        "not_kept": answer.not_kept,
    }


def _covered(each: CoveredSource) -> CoveredShape:
    return {
        "statement": each.recorded.id,
        "parties": parties_of(each.recorded),
        "source": each.source.key,
        "file": _file(each.source),
        "text_file": each.text_file,
        "sentences": each.page.sentences,
        "quoted": each.page.quoted,
        "dismissed": each.page.dismissed,
        "dismissed_demands": list(each.page.dismissed_demands),
        "open": [
            {"line": left.line, "text": left.text, "signals": list(left.signals), "partly": left.partly}
            for left in each.page.open
        ],
        "absent": [passage.text for passage in each.absent],
    }


def _unread(each: UnreadSource) -> UnreadShape:
    return {
        "statement": each.recorded.id,
        "parties": parties_of(each.recorded),
        "source": each.source.key,
        "file": _file(each.source),
        "problem": each.page.problem or "not-here",
    }


def _file(source: Source) -> str:
    return source.snapshot.file if source.snapshot else ""
