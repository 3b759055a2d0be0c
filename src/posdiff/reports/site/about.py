"""The page that says what a site is: how it was made, what its marks mean, how to cite it; the dossier's own notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from posdiff.answers.site import Site
from posdiff.dossier.agenda import Agenda
from posdiff.reports import wording
from posdiff.reports.compose import basis
from posdiff.reports.compose.compare import STYLES
from posdiff.reports.document import Bullets, Document, Line, Paragraph, Run, Section, line
from posdiff.reports.site import overview
from posdiff.version import __version__

_READING = (
    "To enter a statement is to interpret it: each page names the quotes and sources that it rests on.",
    "Where a party is called silent, it is silent in these files; it may have spoken elsewhere.",
    "With scripts, a slider moves the day on the overview and on the pages of issues and parties. Positions are shown "
    "there as they were held at the end of that day.",
)
_CITING = (
    "The address of a page holds the day, the two parties, the topic and the relation that are chosen: whoever opens it"
    " sees the same."
)
_COMMANDS = "At the foot of the pages of issues, parties and drafts stands the command that writes the same as JSON."


def document(site: Site) -> Document:
    """What the dossier holds and what made these pages; marks; how to cite; notes of the agenda."""
    agenda = site.agenda
    counted = [
        wording.count(len(site.statements), "statement"), wording.count(len(site.drafts), "draft"),
        wording.count(len(agenda.issues), "issue"), wording.count(len(agenda.parties), "party", "parties"),
    ]  # fmt: skip
    parts = (_made(site), _marks(), _cited(site), *_notes(agenda))
    return Document("site", f"About: {overview.title(agenda)}", line(", ".join(counted)), (), parts)


def _made(site: Site) -> Section:
    read = f"posdiff {__version__} made these pages of the files in the folder of positions"
    made = [line(f"{read}, as of {wording.day(site.as_of)}."), *basis.lines(site.basis), *map(line, _READING)]
    return Section("These pages", tuple(map(Paragraph, made)), anchor="made")


def _marks() -> Section:
    """The words and signs for relations and for moves."""
    red: Line = (Run(wording.RED_LINE, "red-line"), Run("  a position from which the party says that it will not move"))
    moves = {kind: meaning for kind, meaning in wording.CHANGE_MEANINGS.items() if kind != "unchanged"}
    blocks = (
        Paragraph(line("Between the parties that hold a position on an issue:")),
        Bullets((*_meanings(wording.RELATION_MEANINGS), red)),
        Paragraph(line("From one position of a party to its next:")),
        Bullets(tuple(_meanings(moves))),
    )
    return Section("What the marks mean", blocks, anchor="marks")


def _meanings(meanings: Mapping[str, str]) -> Iterator[Line]:
    for word, meaning in meanings.items():
        yield (Run(word, STYLES.get(word, "strong"), mark=word), Run(f": {meaning}"))


def _cited(site: Site) -> Section:
    """How somebody else finds what is shown."""
    lines = [line(_CITING)]
    parties = [asked.party for asked in site.compare.parties]
    if site.statements and len(parties) > 1:
        address = f"index.html?day={wording.day(site.statements[-1].day)}&a={parties[0]}&b={parties[1]}"
        lines.append((Run(address, "code"), Run(" shows two parties on the day of the last statement.")))
    commit = f" and the commit, {site.basis.commit.id[:12]}," if site.basis.commit else ""
    made = f"the day of these pages, {wording.day(site.as_of)},{commit}"
    keep = "or keep a copy: the pages work from a folder."
    lines += [line(f"The files may be corrected later: so name {made} with the address, {keep}"), line(_COMMANDS)]
    return Section("How to cite", tuple(map(Paragraph, lines)), anchor="cite")


def _notes(agenda: Agenda) -> Iterator[Section]:
    """The notes on parties, issues and steps."""
    parties: list[Line] = [
        (Run(each.name, "strong", page=f"parties/{id}"), Run(f": {each.note}"))
        for id, each in agenda.parties.items() if each.note
    ]  # fmt: skip
    issues: list[Line] = [
        (Run(each.title, "strong", page=f"issues/{id}"), Run(f": {each.note}"))
        for id, each in agenda.issues.items() if each.note
    ]  # fmt: skip
    steps: list[Line] = [
        (Run(step.title, "strong"), Run(f": {'; '.join(filter(None, (step.why, step.note)))}"))
        for step in agenda.steps.values() if step.why or step.note
    ]  # fmt: skip
    every = (("parties", "parties", parties), ("issues", "notes", issues), ("steps", "steps", steps))
    for what, anchor, lines in every:
        if lines:
            yield Section(f"Notes on {what}", (Bullets(tuple(lines)),), anchor=anchor)
