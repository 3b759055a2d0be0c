"""The document of ``sources``: every source, the dead ends first, with what is said of it and what stands on it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from posdiff.answers.sources import EverySource, ListedSource
from posdiff.dossier.sourcing import SourceUse
from posdiff.dossier.statement import Draft
from posdiff.kinds.kind import joined
from posdiff.reports import source_wording, wording
from posdiff.reports.compose import basis
from posdiff.reports.compose.evidence import Citations
from posdiff.reports.document import Cell, Column, Document, Fact, Line, Row, Run, Section, Table, line


def document(answer: EverySource) -> Document:
    """A part for each dead end, and one for all others."""
    parts, citations = [], Citations()
    for end, sources in groupby(answer.sources, key=source_wording.dead_end):
        listed = tuple(sources)
        title, meaning = source_wording.DEAD_ENDS[end] if end else source_wording.OTHERS
        columns = (Column("Source"), Column("Kept", "kept"), Column("What stands on it", "what stands on it"))
        table = Table(title, columns, tuple(_row(each, answer, citations) for each in listed))
        parts.append(Section(f"{title} ({len(listed)})", (table,), meaning, anchor=end or "others"))
    return Document(
        "sources", head(answer), gist(answer), lead(answer), tuple(parts), citations.footnotes(),
        evidence=True,
    )  # fmt: skip


def head(answer: EverySource) -> str:
    """How many there are."""
    return wording.count(len(answer.sources), "source")


def gist(answer: EverySource) -> Line:
    """How many of them may lead nowhere; nothing where there are none."""
    return line(source_wording.gist(answer)) if answer.sources else ()


def lead(answer: EverySource) -> tuple[Line, ...]:
    """Whose they are, where not all are asked for; what was read."""
    names = [answer.agenda.parties[party].name for party in answer.parties]
    whose = (line(f"Only sources of {joined(names)}.", "faint"),) if names else ()
    return (*whose, *_of_blocs(answer), *basis.lines(answer.basis))


def _of_blocs(answer: EverySource) -> Iterator[Line]:
    """Of the parties that are in the same blocs, which command shows the sources of what they hold through these."""
    parties = answer.agenda.parties
    for blocs in dict.fromkeys(answer.blocs.values()):
        members = [parties[party].name for party, of_party in answer.blocs.items() if of_party == blocs]
        words = source_wording.of_blocs(members, [parties[bloc].name for bloc in blocs])
        yield (Run(words, "faint"), Run(f"posdiff sources {' '.join(blocs)}", "code"))


def _row(listed: ListedSource, answer: EverySource, citations: Citations) -> Row:
    source = listed.source
    name = (Run(wording.source_in_words(source), "strong", citations.cite((source,))),)
    kept = [line(source_wording.copies(listed))]
    kept += [line(f"read {source.accessed}", "faint")] if source.accessed else []
    uses = tuple(_use(use, answer) for use in listed.uses)
    return Row((Cell((name,)), Cell(tuple(kept)), Cell((line(source_wording.stands_on(listed)),), facts=uses)))


def _use(use: SourceUse, answer: EverySource) -> Fact:
    """What of a statement or draft stands on it."""
    recorded, agenda = use.recorded, answer.agenda
    named = recorded.by if isinstance(recorded, Draft) else recorded.parties
    whose = joined([agenda.parties[by].name if by in agenda.parties else by for by in named])
    draft = "draft of " if isinstance(recorded, Draft) else ""
    about = joined([agenda.issues[id].title for id in use.issues])
    if use.reactions:
        about = "; ".join(part for part in (about, f"said of {joined(list(use.reactions))}") if part)
    place = f"{use.source.location.file}:{use.source.location.line}"
    words = (Run(f"{draft}{whose}: {about or 'nothing'}"), Run(f"  {place}", "faint", file=use.source.location.file))
    return Fact(wording.day(recorded.day), words)
