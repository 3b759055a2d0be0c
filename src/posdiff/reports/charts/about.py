"""What stands around every picture in the same words: whose positions, of which day, by what command, from where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from posdiff.answers.chart import OF_A_PERIOD, Chart
from posdiff.answers.compare import Compare
from posdiff.comparison.relations import RELATIONS, Comparison
from posdiff.dossier.position import Held, last_of
from posdiff.kinds.kind import joined
from posdiff.reports import provenance, wording
from posdiff.reports.compose import basis, compare, supposed
from posdiff.reports.compose.evidence import Citations
from posdiff.reports.document import Footnote, text_of

#: So many parties are named in a title.
_MOST_NAMED = 6


def parties(answer: Chart) -> str:
    """The parties: ``Russia and Ukraine``; of many, the first, and how many more."""
    return wording.several(list(answer.names.values()), _MOST_NAMED - 1)


def as_of(answer: Chart, positions: Mapping[str, Iterable[Held]]) -> str:
    """Of which day, and when each of the parties was last heard; ``positions``: those that are shown, by its name.

    Where one was heard later on an issue that is not shown, it says that the day is that of these issues.
    """
    until = answer.days.until
    every = of_each(answer, answer.of.issues) if isinstance(answer.of, Compare) else {}
    for label, position in answer.positions.items():
        every[answer.names[label]] = [*every.get(answer.names[label], ()), *position.terms.values()]
    days, through = provenance.heard(positions, answer.agenda)
    later, _ = provenance.heard({name: every.get(name, ()) for name in days}, answer.agenda)
    elsewhere = any(last_of((day, later[name])) != day for name, day in days.items())
    heard = wording.last_heard(days, until, " on these issues" if elsewhere else "", through)
    return f"As of {wording.day(until)}" + (f"; {heard}" if heard else "")


def counted(issues: Iterable[Comparison]) -> str:
    """``15 contradictions, 8 agreed (7 with a silent party)``: of the issues on which two or more hold a position."""
    shared = [row for row in issues if len(row.terms) > 1]
    if not shared:
        return "No issue on which two or more hold a position"
    found = {row.relation for row in shared}
    counts = [compare.in_relation(shared, relation) for relation in RELATIONS if relation in found]
    return f"{', '.join(counts)}, on {wording.count(len(shared), 'issue')} on which two or more hold a position"


def notes(answer: Chart) -> tuple[str, ...]:
    """Of which commit the files are, and that reports count as well, where that is so."""
    return tuple(map(text_of, (*supposed.lines(answer), *basis.lines(answer.basis))))


def unofficial(positions: Mapping[str, Sequence[Held]]) -> tuple[str, ...]:
    """How many positions of each party, by its name, have no source known to be official; nothing where none is."""
    words = provenance.unofficial(positions, _MOST_NAMED)
    return (f"{words}.",) if words else ()


def of_each(answer: Chart, rows: Iterable[Comparison]) -> dict[str, list[Held]]:
    """The positions of each party in a comparison, by its name."""
    held: dict[str, list[Held]] = {name: [] for name in answer.names.values()}
    for row in rows:
        for label, position in row.terms.items():
            held[answer.names[label]].append(position)
    return held


def sources(positions: Iterable[Held]) -> tuple[Footnote, ...]:
    """The sources of positions, each once."""
    citations = Citations()
    for held in positions:
        for part in held.parts:
            citations.cite(part.sources)
    return citations.footnotes()


def listing(answer: Chart) -> str:
    """By which command the sources of positions are listed, and whether with those of other issues."""
    asked = wording.asked(answer.parties, answer.agenda)
    since, until = answer.days
    command, days = "compare", f" --at {wording.day(until)}"
    if answer.kind in OF_A_PERIOD:
        command, days = "history", f" --until {wording.day(until)}"
    every = answer.kind == "matrix" and len(answer.filter.issues) == len(answer.agenda.issues)
    more = [] if every else ["of other issues"]
    more += ["of earlier days"] if since and command == "history" else []
    others = f", with those {joined(more)}," if more else ""
    shown = " --sources" if command == "compare" else " --full"
    return f"listed{others} by: posdiff {command} {asked}{days}{answer.basis.options}{shown}"
