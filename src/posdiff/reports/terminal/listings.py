"""The pages of ``validate``, ``issues`` and ``parties``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from posdiff.documents.decoding import lines
from posdiff.dossier.dossier import Dossier
from posdiff.findings.finding import Finding
from posdiff.findings.location import shown
from posdiff.reports import wording
from posdiff.reports.escaping import visible
from posdiff.reports.terminal.page import Page, Span
from posdiff.review.validation import counts

_MOST_SOURCE = 160


def findings(
    found: Sequence[Finding], texts: Mapping[str, str], root: str, read: int, unicode: bool = True, accepted: int = 0
) -> Page:
    """Findings, each with its place, the source line with a caret, and a hint; ``root`` leads to the folder."""
    made = Page(unicode)
    split: dict[str, list[str]] = {}
    for finding in found:
        at = finding.location
        made.line(
            Span(finding.severity, finding.severity), Span(f" [{finding.rule}]", "strong"),
            f" {shown(root, at.file)}:{at.line}:{at.column} ", finding.message, hang=2,
        )  # fmt: skip
        if at.file in texts:
            if at.file not in split:
                split[at.file] = lines(texts[at.file])
            _excerpt(made, split[at.file], at.line, at.column)
        for other in finding.related:
            made.line(Span(f"see also {shown(root, other.file)}:{other.line}:{other.column}", "faint"), indent=4)
        if finding.hint:
            made.line(Span("hint: ", "faint"), finding.hint, indent=4, hang=6)
        made.space()
    words = wording.tally(counts(found), read, accepted)
    if found:
        made.line(Span(words, "strong"))
    else:
        made.line(Span(f"{made.mark('agreed')} ", "agreed"), Span(words, "strong"))
    return made


def _excerpt(made: Page, source: Sequence[str], line: int, column: int) -> None:
    """The source line and a caret under the place; of a long line, the part around it."""
    text = source[line - 1] if 0 < line <= len(source) else ""
    if not text.strip():
        return
    start = max(0, column - 1 - _MOST_SOURCE // 2) if len(text) > _MOST_SOURCE else 0
    shown = text[start : start + _MOST_SOURCE]
    before = visible(shown[: column - 1 - start]) if column - 1 > start else ""
    # What is shown of a character may be wider than the character: the caret follows what is shown.
    indented = len(shown) - len(shown.lstrip(" "))
    number = f"{line} | "
    padding = indented + len(before.lstrip(" ")) if before.strip() else max(0, column - 1 - start)
    seen = len(number), len(number) + padding
    made.line(Span(number, "faint"), " " * indented + visible(shown).lstrip(" "), indent=4, seen=seen)
    made.line(" " * seen[1], Span("^", "error"), indent=4, seen=seen)


def issues(dossier: Dossier, chosen: Sequence[str], spoken: Mapping[str, Sequence[str]], unicode: bool = True) -> Page:
    """Every issue, with its kind, its question, and who has spoken on it."""
    made = Page(unicode)
    agenda = dossier.agenda
    made.line(Span(wording.count(len(chosen), "issue"), "strong"))
    topic: str | None = None
    for id in chosen:
        issue = agenda.issues[id]
        if issue.topic != topic:
            topic = issue.topic
            made.space()
            made.line(Span(wording.topic_title(agenda, topic), "heading"))
        made.space()
        made.line(Span(issue.title, "strong"), Span(f"  {id}  ({issue.space.kind})", "faint"), hang=2)
        if issue.question:
            made.line(issue.question, indent=2)
        names = [agenda.parties[party].name for party in spoken[id]]
        made.line(Span("positions: " + (", ".join(names) or "none"), "faint"), indent=2, hang=2)
    return made


def parties(dossier: Dossier, unicode: bool = True) -> Page:
    """Every party, with its aliases and how many statements it has made."""
    made = Page(unicode)
    listed = dossier.agenda.parties.values()
    made.line(Span(f"{len(listed)} {'party' if len(listed) == 1 else 'parties'}", "strong"))
    for party in listed:
        said = dossier.of(party.id)
        made.space()
        aliases = f"  ({', '.join(party.aliases)})" if party.aliases else ""
        made.line(Span(party.name, "strong"), Span(f"  {party.id}{aliases}", "faint"), hang=2)
        if party.note:
            made.line(party.note, indent=2)
        words = wording.count(len(said), "statement")
        if said:
            words += f", {wording.day(said[0].day)} to {wording.day(said[-1].day)}"
        made.line(Span(words, "faint"), indent=2)
    return made
