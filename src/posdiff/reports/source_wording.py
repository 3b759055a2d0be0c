"""Sources in words: why one may lead nowhere, and what stands on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posdiff.answers.sources import DeadEnd, EverySource, ListedSource, PageState
from posdiff.kinds.kind import joined
from posdiff.reports import wording

#: Under which heading a source stands that may lead nowhere; and what that means.
DEAD_ENDS: Mapping[DeadEnd, tuple[str, str]] = {
    "no-address": ("Neither address nor copy", "nobody can open them"),
    "page-not-here": ("No address, and the page not here", "somebody else may have it"),
    "repost": ("Reposts", "they pass on what others published"),
    "no-copy": ("No copy", "neither in an archive nor as a snapshot that is here"),
}
OTHERS = ("All others", "in an archive, or kept as a snapshot")


#: What became of a snapshot whose page is not here as it was read.
_MISSING: Mapping[PageState | None, str] = {
    "not-here": "not here", "changed": "changed here", "unreadable": "cannot be read here",
}  # fmt: skip


#: So many parties are named in a line.
_MOST_NAMED = 4


def dead_end(listed: ListedSource) -> DeadEnd | None:
    """The worst reason for which a source may lead nowhere."""
    return listed.dead_ends[0] if listed.dead_ends else None


def gist(answer: EverySource) -> str:
    """``2 with neither address nor copy, 3 reposts, 4 with an address and no copy``."""
    counts = answer.counts
    words: dict[DeadEnd, str] = {
        "no-address": f"{counts['no-address']} with neither address nor copy",
        "page-not-here": f"{counts['page-not-here']} without address and with the page not here",
        "repost": wording.count(counts["repost"], "repost"),
        "no-copy": f"{counts['no-copy']} with an address and no copy",
    }
    told = [said for end, said in words.items() if counts[end]] or ["each with a copy"]
    missing = sum(listed.page in _MISSING for listed in answer.sources)
    return ", ".join(told) + (f"; {missing} with a snapshot that is not here as it was read" if missing else "")


def of_blocs(parties: Sequence[str], blocs: Sequence[str]) -> str:
    """Before the command that shows them: the sources of what parties hold through blocs."""
    hold = "holds" if len(parties) == 1 else "hold"
    return f"Sources of what {wording.several(parties, _MOST_NAMED)} {hold} through {joined(list(blocs))}: "


def stands_on(listed: ListedSource) -> str:
    """``3 terms, 2 quotes``; also outcomes of drafts are terms here."""
    reactions = sum(len(use.reactions) for use in listed.uses)
    parts = [wording.count(listed.terms, "term")] if listed.terms or not reactions else []
    parts += [wording.count(reactions, "reaction")] if reactions else []
    parts += [wording.count(listed.quotes, "quote")] if listed.quotes else []
    return ", ".join(parts)


def copies(listed: ListedSource) -> str:
    """Which copies of it are kept: ``archive, snapshot``; and whether the snapshot is here: ``snapshot, not here``."""
    if listed.page in _MISSING:
        return f"{'archive; ' if listed.source.archive else ''}snapshot, {_MISSING[listed.page]}"
    kept = [word for word, there in (("archive", listed.source.archive), ("snapshot", listed.page)) if there]
    return ", ".join(kept) or "none"
