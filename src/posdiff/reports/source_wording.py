"""Sources in words: why one may lead nowhere, and what stands on it."""

from __future__ import annotations

from collections.abc import Mapping

from posdiff.answers.sources import DeadEnd, EverySource, ListedSource
from posdiff.reports import wording

#: Under which heading a source stands that may lead nowhere; and what that means.
DEAD_ENDS: Mapping[DeadEnd, tuple[str, str]] = {
    "no-address": ("No address", "nobody can open them"),
    "repost": ("Reposts", "they pass on what others published"),
    "no-copy": ("No copy", "neither in an archive nor as a snapshot: gone once the page is"),
}
OTHERS = ("All others", "in an archive, or kept as a snapshot")


def dead_end(listed: ListedSource) -> DeadEnd | None:
    """The worst reason for which a source may lead nowhere."""
    return listed.dead_ends[0] if listed.dead_ends else None


def gist(answer: EverySource) -> str:
    """``2 without an address, 3 reposts, 4 without a copy``."""
    counts = answer.counts
    words: dict[DeadEnd, str] = {
        "no-address": f"{counts['no-address']} without an address",
        "repost": wording.count(counts["repost"], "repost"),
        "no-copy": f"{counts['no-copy']} without a copy",
    }
    return ", ".join(said for end, said in words.items() if counts[end]) or "each with a copy"


def stands_on(listed: ListedSource) -> str:
    """``3 terms, 2 quotes``; also outcomes of drafts are terms here."""
    reactions = sum(len(use.reactions) for use in listed.uses)
    parts = [wording.count(listed.terms, "term")] if listed.terms or not reactions else []
    parts += [wording.count(reactions, "reaction")] if reactions else []
    parts += [wording.count(listed.quotes, "quote")] if listed.quotes else []
    return ", ".join(parts)


def copies(listed: ListedSource) -> str:
    """Which copies of it are kept."""
    source = listed.source
    kept = [word for word, there in (("archive", source.archive), ("snapshot", source.snapshot)) if there]
    return ", ".join(kept) or "none"
