"""The words of a brief: the verdict in a sentence, what is cut and counted, and the command that shows all of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from posdiff.answers.answer import AskedParty, DossierAnswer
from posdiff.answers.brief import Brief
from posdiff.answers.reactions import StatedReaction
from posdiff.comparison.conflicts.analysis import ConflictAnalysis
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Held, Part
from posdiff.dossier.statement import Draft, Quote
from posdiff.kinds.kind import joined
from posdiff.reports import conflict_wording, draft_wording, provenance, wording

NO_RED_LINE = "No red line stands against another party's position on an issue."
RED_LINES_MEANING = "each leaves nothing on its issue that the parties beside it accept"
WITHOUT_RED_LINE = "with no red line in the way"
NO_RING = "No deadlock."
NOTHING_MOVED = "nothing changed"
#: So many letters of what a party said of a draft, and so many at most has a note that is told: on that, on the draft.
_REACTION, _DRAFT_NOTE = 90, 400
#: So many of the things that a party said of a draft are told, the last ones.
_REACTIONS = 4
NO_QUOTE = "no quote on file"
#: Of what moved, where something is supposed.
NO_MOVE = "on record: what is supposed is no move"
#: Of what moved, where towards whom is told.
SEEN_FROM_THE_END = "closer and farther: by what the others held at the end"
#: Before where a draft is told issue by issue, with notes for which there is no room.
NOTES_ELSEWHERE = "* with a note of the agenda"
NOBODY_SAID = "supposed: nobody has said it"
#: Of more parties than this no name stands in the verdict: all stand before it.
_NAMED = 4
#: Of more parties whose positions are old it is told how many they are.
_NAMED_OLD = 2
#: The options with which all contradictions are shown, with the quotes, and the sources of these.
THEIR_WORDS = " --only contradiction --quotes --sources"
IN_FULL = "All positions, quotes, days and sources"


def verdict(analysis: ConflictAnalysis, parties: str, number: int) -> str:
    """Whether the positions can hold together, in a sentence; of many parties how many they are, and no name."""
    parties = parties if number <= _NAMED else f"these {number} parties"
    headline = conflict_wording.headline(analysis)
    if not analysis.terms:
        return f"Of {parties} there is {headline}."
    if analysis.verdicts["all"] == "undecided":
        return f"Whether the positions of {parties} can hold together is {headline}."
    return f"The positions of {parties} {headline}."


def shortened(text: str, most: int, ending: str = "…") -> str:
    """A text on one line, cut after a word where it is longer than that."""
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    kept = words[: most - len(ending) + 1]
    whole = kept.rpartition(" ")[0] or kept[:-1]
    return f"{whole.rstrip(' ,;:–-')}{ending}"


def position(held: Held, agenda: Agenda, age: provenance.Age, again: bool) -> tuple[str, str]:
    """What a position says, strictest and firmest part first, and when its red line, or that part, was last stated.

    ``again``: with when and how that was last said again in part.
    """
    parts = provenance.firmest_first(held, age, agenda)
    dated = next((part for part in parts if part.term.firmness == "red-line"), parts[0])
    years = provenance.years_of_old_parts(parts, age)
    years.pop(parts.index(dated), None)  # its days are told
    words = provenance.with_years(parts, years, agenda)
    told = provenance.occasions(dated)
    if told[-1].link.supposed:
        return words, provenance.SUPPOSED
    word = next(occasion.word for occasion in reversed(told) if occasion.word)
    whose = "red line " if any(part.term.firmness != "red-line" for part in parts) and held.red_line else ""
    said = ", ".join((f"{whose}{word} {wording.day(told[-1].link.day)}", *age.in_words(dated)))
    last = provenance.again_in_words(dated, held, agenda) if again else ""
    return words, f"{said}; {last}" if last else said


def reactions(said: Sequence[StatedReaction], draft: Draft, agenda: Agenda) -> str:
    """All that a party said of a draft, the last thing last; what there is no room for is counted."""
    shown = said[-_REACTIONS:]
    before = len(said) - len(shown)
    told = [wording.count(before, "earlier reaction")] if before else []
    told += [_reaction(stated, agenda) for stated in shown]
    left_out = before or any(stated.reaction.note and not _fits(stated.reaction.note) for stated in shown)
    return "; ".join([*told, f"in full: posdiff draft {draft.id}"] if left_out else told)


def _reaction(stated: StatedReaction, agenda: Agenda) -> str:
    """What a party said of a draft, and when; what is at odds; its first words; the note, or that there is one."""
    reported = "as reported " if stated.statement.standing == "reported" else ""
    said = f"{draft_wording.last_said(stated)} ({reported}{wording.day(stated.statement.day)})"
    said += f", {draft_wording.at_odds(stated.at_odds, agenda)}" if stated.at_odds else ""
    said += f": “{shortened(stated.reaction.quotes[0].text, _REACTION)}”" if stated.reaction.quotes else ""
    note = " ".join((stated.reaction.note or "").split())
    return (f"{said}, note: {note}" if _fits(note) else f"{said}, with a note") if note else said


def draft_note(draft: Draft) -> str:
    """The note on a draft; where there is no room for it, the command that shows it."""
    note = " ".join((draft.note or "").split())
    return f"Note: {note}" if len(note) <= _DRAFT_NOTE else f"With a note: posdiff draft {draft.id}"


def _fits(note: str) -> bool:
    """Whether there is room for a whole note: what stands at its end may turn what stands before, so none is cut."""
    return len(" ".join(note.split())) <= _REACTION


def said_in(old: Mapping[str, str], newest: Collection[str], names: Mapping[str, str], parties: int) -> str:
    """``said in 2022``; where it is so of some parties only, ``Russia: said in 2022``; nothing of no party.

    ``old``: the year of each party whose position is old, in brackets where it is so of a part of it. ``newest``: the
    years in which the other parts of these were last said: ``in part said in 2022, in part in 2025``.
    """
    if not old:
        return ""
    years = sorted({year.strip("()") for year in old.values()})
    said = f"said in {years[0]}" if len(years) == 1 else f"said from {years[0]} to {years[-1]}"
    if any(year.startswith("(") for year in old.values()):
        since = f"in {min(newest)}" if len(set(newest)) == 1 else "later"
        said = f"in part {said}" + (f", in part {since}" if newest else "")
    whose = joined([names[label] for label in old]) if len(old) <= _NAMED_OLD else f"{len(old)} parties"
    return said if len(old) == parties else f"{whose}: {said}"


def last_words(part: Part) -> Quote | None:
    """The first words quoted from the last day on which it was said in words."""
    said = part.lineage.said
    return next((quote for quote in said if quote.said == said[-1].said), None)


def attribution(quote: Quote, name: str) -> str:
    """Who spoke, and when: ``the minister, 2024-06-13, translated from Russian``."""
    parts = (quote.speaker or name, provenance.quoted_on(quote), wording.language_in_words(quote))
    return ", ".join(part for part in parts if part)


def in_full(answer: Brief) -> str:
    """The command that shows all positions; a report has room for nothing supposed."""
    if answer.basis.supposed:
        return command("compare", answer.compare.parties, answer, " --full --quotes --sources")
    return command("report", answer.compare.parties, answer)


def command(
    name: str, parties: Sequence[AskedParty], answer: Brief, options: str = "", at: str = "--at",
    on: DossierAnswer | None = None,
) -> str:  # fmt: skip
    """The command that shows all of it: the same parties, day and issues. ``at``: its option for the day.

    ``on``: the part of the brief that it shows, where that was read from other files, or without what is supposed.
    """
    issues = wording.only_issues(answer.compare.filter.issues, answer.agenda)
    read, asked = (on or answer).basis.options, wording.asked(parties, answer.agenda)
    return f"posdiff {name} {asked} {at} {wording.day(answer.compare.as_of)}{options}{issues}{read}"


def coded_once(once: int, positions: int, confirmed: int = 0) -> str:
    """How many positions nobody coded a second time: ``2 of 20 positions, 1 of them confirmed by a second person``."""
    beside = f", {confirmed:,} of them confirmed by a second person" if confirmed else ""
    return f"{'all' if once == positions else once} of {wording.count(positions, 'position')}{beside}"
