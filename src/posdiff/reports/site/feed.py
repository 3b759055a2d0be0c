"""The feed of changes as Atom: an entry for each statement, and each day on which a party joined blocs or left them."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from posdiff.answers.site import Site
from posdiff.answers.timeline import TimelineMove
from posdiff.dossier.position import Turn
from posdiff.dossier.statement import Statement
from posdiff.kinds.kind import joined
from posdiff.reports import movement_wording, provenance, step_wording, wording
from posdiff.reports.compose.history import NO_MOVE
from posdiff.reports.escaping import visible
from posdiff.reports.site import names, overview


def text(site: Site, url: str = "") -> str:
    """The feed, the last statement first. Its ids are made of the dossier's title and the files of the statements.

    ``url``: where the site will stand. Without it links are relative to the feed, which Atom allows (RFC 4287, 2), and
    which not every reader of feeds can follow.
    """
    base = f"{url.rstrip('/')}/" if url else ""
    title = overview.title(site.agenda)
    turned = _turned(site)
    last = max((*(said.day for said in site.statements), *(day for day, _ in turned)), default=site.as_of)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        _element("title", f"{title}: changes of position"),
        _element("id", _id(title, "")),
        f"<updated>{_instant(last)}</updated>",
        f"<author>{_element('name', title)}</author>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(f"{base}feed.xml")}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(f"{base}statements.html")}/>',
    ]
    moved = _moved(site)
    entries = [(said.day, 1, _entry(site, said, moved.get(said.location.file, []), base)) for said in site.statements]
    entries += [(day, 0, _of_blocs(site, day, party, turns, base)) for (day, party), turns in turned.items()]
    entries.sort(key=lambda one: one[:2])
    for *_, entry in reversed(entries):
        lines += entry
    return "\n".join((*lines, "</feed>", ""))


def _entry(site: Site, said: Statement, moved: list[tuple[str, TimelineMove]], base: str) -> Iterator[str]:
    names_of = site.agenda.parties
    whose = joined([names_of[party].name for party in said.parties])
    file = said.location.file
    yield "<entry>"
    yield _element("title", f"{whose}: {said.title or said.id}")
    yield _element("id", _id(overview.title(site.agenda), file))
    yield f"<updated>{_instant(said.day)}</updated>"
    yield f'<link rel="alternate" type="text/html" href={quoteattr(f"{base}{names.of_statement(file)}.html")}/>'
    told = provenance.told_by(said)
    words = [told] if told else []
    several = len({*said.parties, *(party for party, _ in moved)}) > 1
    words += [_change(site, party, move, several) for party, move in moved] or [NO_MOVE]
    yield f"<summary>{escape(chr(10).join(map(visible, words)))}</summary>"
    yield "</entry>"


def _turned(site: Site) -> dict[tuple[int, str], list[Turn]]:
    """By the day and the party, the blocs that it joined and left on it."""
    turned: dict[tuple[int, str], list[Turn]] = {}
    for of_party in site.history.parties:
        for day, turn in of_party.turns:
            turned.setdefault((day, of_party.party.party), []).append(turn)
    return turned


def _of_blocs(site: Site, day: int, party: str, turns: list[Turn], base: str) -> Iterator[str]:
    """An entry for the blocs that a party joined and left on a day, with what that changed."""
    yield "<entry>"
    whose = site.agenda.parties[party].name
    yield _element("title", f"{whose}: {step_wording.turned(turns, party, site.agenda)}")
    yield _element("id", _id(overview.title(site.agenda), f"memberships/{party}/{wording.day(day)}"))
    yield f"<updated>{_instant(day)}</updated>"
    yield f'<link rel="alternate" type="text/html" href={quoteattr(f"{base}{names.of_party(party)}.html")}/>'
    moves = (move for lane in site.history.lanes if lane.party == party for move in lane.moves)
    made = [move for move in moves if move.step.move.day == day and set(turns) & set(move.step.move.turns)]
    words = [_change(site, party, move, False) for move in made] or [NO_MOVE]
    yield f"<summary>{escape(chr(10).join(map(visible, words)))}</summary>"
    yield "</entry>"


def _change(site: Site, party: str, move: TimelineMove, several: bool) -> str:
    """``Russia: Border, hardened: Here (red line); farther from Ukraine``."""
    step, parties = move.step, site.agenda.parties
    after, taking_part = step.move.after, site.agenda.taking_part
    words = f"{site.agenda.issues[step.move.issue].title}, {step.told}"
    if after is not None:
        red = f"{wording.RED_LINE} " if after.red_line and step_wording.lost(step, site.agenda) is None else ""
        words += f": {red}{step_wording.then(step, site.agenda)}"
    others = {other: parties[other].name for other in taking_part}
    names_of = movement_wording.measured_by(party, others, site.agenda, step.move.day)
    farther = [name for other, name in names_of.items() if move.movements.get(other) == "farther"]
    led = movement_wording.closer_to(move.movements, move.apart, names_of)
    words = "; ".join((words, *led, *([f"farther from {joined(farther)}"] if farther else [])))
    return f"{parties[party].name}: {words}" if several else words


def _moved(site: Site) -> dict[str, list[tuple[str, TimelineMove]]]:
    """By the file of a statement, each party's moves after which it held another position, or none."""
    moved: dict[str, list[tuple[str, TimelineMove]]] = {}
    for lane in site.history.lanes:
        for move in lane.moves:
            if move.step.move.statement is not None:
                moved.setdefault(move.step.move.statement.location.file, []).append((lane.party, move))
    return moved


def _id(title: str, file: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'posdiff site: {title}: {file}')}"


def _instant(day: int) -> str:
    return f"{wording.day(day)}T00:00:00Z"


def _element(name: str, words: str) -> str:
    return f"<{name}>{escape(visible(words))}</{name}>"
