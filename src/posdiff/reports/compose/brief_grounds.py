"""What a brief rests on: who is silent, and what is unverified, old or only reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from posdiff.answers.brief import Brief
from posdiff.comparison.relations import Comparison
from posdiff.dossier.grounds import Grounds, without_official_source
from posdiff.dossier.position import Held
from posdiff.findings.location import Location
from posdiff.reports import brief_wording as phrases
from posdiff.reports import (
    evidence_wording,
    named_red_lines,
    provenance,
    wording,
)
from posdiff.reports.compose import basis
from posdiff.reports.compose.brief_room import PARTIES, age_of
from posdiff.reports.document import (
    Block,
    Bullets,
    Line,
    Paragraph,
    Run,
    Section,
)
from posdiff.reports.named_red_lines import NamedRedLine

#: Titles of issues that are named of one party of two (of more none is), and the most issues of which any is named.
_TITLES_ASIDE, _MOST_ASIDE = 4, 12

#: A term that was coded: its issue, and where it stands.
_Coded = tuple[str, Location]


def not_known(answer: Brief) -> Section:
    """On what parties are silent, and which positions rest on little.

    On what is only reported, no quote or an unverified one, reposts, an unnamed publisher, words long past, one coding.
    """
    grounds = {
        (row.issue.id, asked.label): answer.basis.grounds(row.terms[asked.label], asked.on(answer.compare.as_of))
        for row in answer.compare.issues for asked in answer.compare.parties
        if asked.label in row.terms and not row.terms[asked.label].supposed
    }  # fmt: skip
    rows = {row.issue.id: row for row in answer.compare.issues}
    years = wording.count(answer.basis.stale_after, "year")
    old = f"Not stated again for {years} or more"
    lists = [
        _aside("Silent, where another holds a position", answer, lambda row, label: label in row.silent),
        _aside("Only reported", answer, lambda row, label: _held(row, label, lambda held: held.standing == "reported")),
        _aside("No quote on file", answer, lambda row, label: _held(row, label, _without_quote)),
        _aside("On reposts alone", answer, lambda row, label: _on_reposts(grounds.get((row.issue.id, label)))),
        _unofficial(answer, grounds.values()),
        _aside("No publisher named", answer, lambda row, label: _unnamed(grounds.get((row.issue.id, label)))),
        _aside(f"{old}, in whole or in part", answer, lambda row, label: _is_old(row, label, answer)),
    ]
    lines = [listed for listed in (*lists[:1], *_silences(answer), *lists[1:]) if listed]
    unverified = _unverified(answer)
    if unverified:
        lines.append((Run("Not verified: ", "strong"), Run(unverified)))
    lines += basis.doubtful_red_lines(answer.basis, _red_lines(answer))
    said = _each_once({
        frozenset((issue, part.term.location) for part in rows[issue].terms[label].parts): each
        for (issue, label), each in grounds.items()
    })  # fmt: skip
    once = [each for each in said.values() if each.coded not in ("twice", "twice-not-alike")]
    if once:
        confirmed = sum(each.confirmed == "all" for each in once)
        lines.append((Run("Coded once: ", "strong"), Run(phrases.coded_once(len(once), len(said), confirmed))))
    full = phrases.in_full(answer)
    blocks: list[Block] = [Bullets(tuple(lines))] if lines else []
    blocks.append(Paragraph((Run(f"{phrases.IN_FULL}: ", "faint"), Run(full, "code"))))
    return Section("What is silent, unverified or old", tuple(blocks), anchor="not-known")


def _each_once(said: dict[frozenset[_Coded], Grounds]) -> dict[frozenset[_Coded], Grounds]:
    """By the terms that they are made of, positions without those that are made of nothing but what others are."""
    return {
        terms: each for terms, each in said.items()
        if frozenset[_Coded]().union(*(other for other in said if other < terms)) != terms
    }  # fmt: skip


def _silences(answer: Brief) -> tuple[Line, ...]:
    """Of each party that is silent where another holds a position, which silence that is, where pages are kept."""
    silent = ((label, row.issue.id) for row in answer.compare.issues if row.terms for label in row.silent)
    return basis.silences(answer.basis, answer.compare.names, silent, answer.agenda)


def _red_lines(answer: Brief) -> Iterator[NamedRedLine]:
    """Those of the comparison, and those that the draft is held against."""
    yield from named_red_lines.of_comparison(answer.compare)
    yield from named_red_lines.of_draft(answer.draft) if answer.draft else ()


def _unverified(answer: Brief) -> str:
    """Of the quotes behind the positions, how many are not verified; nothing where all are, or there is none."""
    every = answer.compare.quotes
    proofs = answer.basis.proofs
    if proofs is None:
        return "every quote; no source page is kept" if every else ""
    return evidence_wording.unverified(proofs.counts(every))


def _unofficial(answer: Brief, every: Iterable[Grounds]) -> Line:
    """The positions of which no source is known to be official, where any source says of what class it is."""
    if not any(grounds.classes for grounds in every):
        return ()
    return _aside(provenance.UNOFFICIAL, answer, lambda row, label: _held(row, label, without_official_source))


def _held(row: Comparison, label: str, applies: Callable[[Held], bool]) -> bool:
    return label in row.terms and applies(row.terms[label])


def _on_reposts(rests_on: Grounds | None) -> bool:
    return rests_on is not None and rests_on.classes == ("repost",)


def _unnamed(rests_on: Grounds | None) -> bool:
    return rests_on is not None and not rests_on.publishers and not _on_reposts(rests_on)


def _without_quote(held: Held) -> bool:
    return not any(part.lineage.said for part in held.demands) and not held.supposed


def _is_old(row: Comparison, label: str, answer: Brief) -> bool:
    age = age_of(answer, label)
    return _held(row, label, lambda held: any(age.in_words(part) for part in held.demands))


def _aside(title: str, answer: Brief, applies: Callable[[Comparison, str], bool]) -> Line:
    """``Silent: North on 3 (Pay; Site; and 1 more)``: of each party the issues of which it is so; nothing for none."""
    found = {
        name: [row.issue.title for row in answer.compare.issues if row.terms and applies(row, label)]
        for label, name in answer.compare.names.items()
    }
    told = [
        f"{name} on {len(titles)}"
        + (f" ({wording.first(titles, _TITLES_ASIDE)})" if len(found) == 2 and len(titles) <= _MOST_ASIDE else "")
        for name, titles in found.items() if titles
    ]  # fmt: skip
    return (Run(f"{title}: ", "strong"), Run(wording.first(told, PARTIES))) if told else ()
