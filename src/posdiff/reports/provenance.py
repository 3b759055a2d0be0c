"""When a position was stated and by whom, in words: what was said is never mixed with what was only reported."""

from calendar import isleap
from collections.abc import Iterable, Mapping, Sequence
from datetime import MAXYEAR, date
from typing import NamedTuple

from posdiff.dossier.agenda import Agenda
from posdiff.dossier.grounds import Coded, Confirmed, Grounds, QuoteOnFile, without_official_source
from posdiff.dossier.position import Held, Lineage, Move, Part, Turn, last_of
from posdiff.dossier.region import conceivable
from posdiff.dossier.statement import Quote, Statement
from posdiff.reports.evidence_wording import RESULTS
from posdiff.reports.step_wording import turned
from posdiff.reports.wording import (
    NO_POSITION,
    count,
    day,
    first,
    held_part,
    is_firmer,
    part_in_words,
    term_in_words,
    through_blocs,
)

REPORTED = "reported, not stated"
#: What stands in place of the day and the source of what is only supposed.
SUPPOSED = "supposed"
#: Of a term that expired: its move stands on the first day on which it is no longer in force.
ENDED = "a term ended, its last day was the day before"


def moved_without_a_statement(moves: Sequence[Move], party: str, agenda: Agenda, also: Sequence[Turn] = ()) -> str:
    """What made these moves of one day, of which nobody had said anything; ``also``: turns that moved nothing."""
    turns = [*(turn for move in moves for turn in move.turns), *also]
    told = [turned(turns, party, agenda)] if turns else []
    return "; ".join(told if all(move.turns for move in moves) else [ENDED, *told])


def on_record(own: Held | None, agenda: Agenda) -> str:
    """A position on record in one line: its parts, each with its firmness where it is not simply firm."""
    if own is None:
        return NO_POSITION
    degrees = ("" if term.firmness == "firm" else f" ({term.firmness.replace('-', ' ')})" for term in own.terms)
    words = (held_part(part, agenda, own.demands) for part in own.demands)
    return "; and ".join(f"{said}{degree}" for said, degree in zip(words, degrees, strict=True))


class Occasion(NamedTuple):
    """A day on which a position was stated: the word for it (empty where it is that of the one before), its link."""

    word: str
    link: Lineage


def occasions(part: Part) -> tuple[Occasion, ...]:
    """Every day on which a part of a position was stated, in order."""
    links = part.lineage.links
    occasions_in_order: list[Occasion] = []
    last = ""
    for number, link in enumerate(links):
        stated = any(earlier.standing == "stated" for earlier in links[:number])
        if link.supposed:
            word = SUPPOSED
        elif link.standing == "reported":
            word = "reported again" if number else "reported"
        else:
            word = "reaffirmed" if stated else "said"
        occasions_in_order.append(Occasion("" if word == last else word, link))
        last = word
    return tuple(occasions_in_order)


def dated(occasion: Occasion) -> str:
    """``said 2024-06-14``; what is supposed is of no day."""
    return SUPPOSED if occasion.link.supposed else f"{occasion.word} {day(occasion.link.day)}".lstrip()


class Age(NamedTuple):
    """The day (an ordinal) as of which it is looked at; the years without a word that make one old; 0: none."""

    as_of: int
    stale_after: int

    def in_words(self, part: Part) -> list[str]:
        """How long ago a part was last stated, where that is long: ``4 years before``."""
        last, now = date.fromordinal(part.last_stated), date.fromordinal(self.as_of)
        years = now.year - last.year - ((now.month, now.day) < (last.month, last.day))
        if not self.stale_after or years < self.stale_after:
            return []
        return [f"{years} {'year' if years == 1 else 'years'} before"]


def firmest_first(held: Held, age: Age, agenda: Agenda) -> list[Part]:
    """The parts that count, red lines first, and those that were long not said again after the others.

    So whoever sees but the beginning sees what is firmest, and what was said last. What allows less than every red line
    does, and is not old, comes before them: a red line alone would read as all that the party refuses.
    """
    old = {part.number for part in held.demands if age.in_words(part)}
    strictest = {part.number for part in stricter(held, agenda)} - old
    return sorted(
        held.demands,
        key=lambda part: (part.number not in strictest, part.term.firmness != "red-line", part.number in old),
    )


def stricter(held: Held, agenda: Agenda) -> list[Part]:
    """The parts that are no red line and allow less than each red line of the position does."""
    space = agenda.issues[held.parts[0].term.issue].space
    red = [part.term for part in held.demands if part.term.firmness == "red-line"]
    allowed = [conceivable(space, (term,)) for term in red] if space.comparable else []
    found = []
    for part in held.demands if allowed else ():
        union = conceivable(space, (part.term,))
        less = all(space.within(union, each) and space.within(each, union) is False for each in allowed)
        found += [part] if less and not part.term.vague else []
    return found


def years_of_old_parts(parts: Sequence[Part], age: Age) -> dict[int, str]:
    """By its number, the year in which a part was last stated that was not stated again for long."""
    return {number: day(part.last_stated)[:4] for number, part in enumerate(parts) if age.in_words(part)}


def with_years(parts: Sequence[Part], years: Mapping[int, str], agenda: Agenda) -> str:
    """What the parts of a position say, each old one behind its year, and what follows one and is not old marked so.

    ``said in 2022: A; and B; and said later: C``: B was said in that year too. ``years``: by number, of the old parts.
    """
    told: list[str] = []
    before = ""
    for number, part in enumerate(parts):
        label = f"said in {years[number]}: " if number in years else "said later: " if before else ""
        red = "RED LINE: " if part.term.firmness == "red-line" != parts[0].term.firmness else ""
        told.append(("" if label == before else label) + red + part_in_words(part, parts, agenda))
        before = label
    return "; and ".join(told)


def old_year(held: Held, age: Age) -> str:
    """The year in which all of a position was last said, if that is long ago; in brackets if it is so of a part."""
    years = years_of_old_parts(held.demands, age)
    if not years:
        return ""
    first = min(years.values())
    return first if len(years) == len(held.demands) and set(years.values()) == {first} else f"({first})"


def newest_year(held: Held, age: Age) -> str:
    """Of a position of which a part was said long ago, the year in which another part was last said, if one was."""
    return max((day(part.last_stated)[:4] for part in held.demands if not age.in_words(part)), default="")


def old_on(last_stated: int, stale_after: int) -> int | None:
    """The day (an ordinal) from which it is long ago that something was last stated; None where no age makes it so."""
    last = date.fromordinal(last_stated)
    year, month, day = last.year + stale_after, last.month, last.day
    if not stale_after or year > MAXYEAR:
        return None
    is_leap_day = (month, day) == (2, 29) and not isleap(year)
    return date(year, 3, 1).toordinal() if is_leap_day else date(year, month, day).toordinal()


def held_since(part: Part, age: Age | None = None, told: tuple[Occasion, ...] = ()) -> str:
    """When a part of a position was said and last stated: ``said 2024-06-14, reaffirmed 2025-08-13``.

    ``age``: how it is told that this is long ago. ``told``: its occasions, where they are known.
    """
    every = told or occasions(part)
    since = tuple(occasion for occasion in every if not occasion.link.supposed)
    after = [SUPPOSED] if len(since) < len(every) else []
    if not since:
        return ", ".join((*after, *expiry(part)))
    words = [f"{since[0].word} {day(part.first_held)}"]
    said = [occasion for occasion in since if occasion.word == "said"][-1:] if since[0].word != "said" else []
    words += [f"{occasion.word} {day(occasion.link.day)}" for occasion in said]
    last = since[-1].link.day
    if last not in (part.first_held, *(occasion.link.day for occasion in said)):
        again = next(occasion.word for occasion in reversed(since) if occasion.word)
        words.append(f"{again} {day(last)}")
    return ", ".join((*words, *after, *(age.in_words(part) if age else ()), *expiry(part)))


def heard(positions: Mapping[str, Iterable[Held]], agenda: Agenda) -> tuple[dict[str, int | None], dict[str, str]]:
    """By the names of parties, the day (an ordinal) on which each was last heard; of those heard through blocs, which.

    A party whose bloc spoke has not spoken: where it has words of its own, those count. Where it has none, it is heard
    through the blocs that spoke on the last day.
    """
    days: dict[str, int | None] = {}
    through: dict[str, str] = {}
    for name, of_party in positions.items():
        held = list(of_party)
        own = [position for position in held if not position.through]
        days[name] = last_of(position.last_heard for position in own or held)
        if held and not own:
            parts = [part for position in held for part in position.parts if part.last_said == days[name]]
            through[name] = through_blocs(tuple(dict.fromkeys(part.said_by for part in parts if part.said_by)), agenda)
    return days, through


class SaidAgain(NamedTuple):
    """How and when a part was said again; ``bloc``: who did, where that is another than the one that said it."""

    bloc: str | None
    words: str


def said_again(part: Part, held: Held, agenda: Agenda) -> tuple[SaidAgain, ...]:
    """The last words that say a part of a position again in part, or less firmly, if they are later than all of it.

    ``said again in part 2026-01-23: must include: Here``: else the words of before are taken for the last ones. Another
    bloc of a member has not said it *again*: ``said it less firmly 2026-01-23``.
    """
    later = [other for other in held.parts if other.again_in_part and other.last_stated > part.last_stated]
    told: dict[str | None, list[str]] = {}
    for other in sorted(later, key=lambda other: other.last_stated):
        bloc = None if other.said_by == part.said_by else other.said_by
        when = day(other.last_stated)
        if other.term.acceptance == part.term.acceptance:  # all of it: what was said in part before that is no news
            told[bloc] = [f"{'less firmly ' if is_firmer(part, other) else ''}{when}"]
        else:
            whole = [each for each in told.get(bloc, ()) if not each.startswith("in part")]
            words = term_in_words(other.term, agenda, held.terms) if bloc else held_part(other, agenda, held.parts)
            told[bloc] = [*whole, f"in part {when}: {words}"]
    return tuple(
        SaidAgain(bloc, f"said {'it' if bloc else 'again'} {', and '.join(words)}") for bloc, words in told.items()
    )


def again_in_words(part: Part, held: Held, agenda: Agenda) -> str:
    """The same behind the part itself: ``said again less firmly 2026-01-23; LDC said it 2026-02-01``."""
    told = said_again(part, held, agenda)
    return "; ".join(f"{agenda.parties[bloc].name} {words}" if bloc else words for bloc, words in told)


def expiry(part: Part) -> list[str]:
    """The last day of a part that has one: ``expires 2026-05-31``."""
    return [] if part.term.expires is None else [f"expires {day(part.term.expires)}"]


_QUOTES: Mapping[QuoteOnFile, str] = {"own": "own quote", "reported": "quote as reported", "none": "no quote"}
_CODED: Mapping[Coded, str] = {
    "once": "coded once", "in-part-twice": "in part coded twice",
    "in-part-twice-not-alike": "in part coded twice, not alike", "twice": "coded twice",
    "twice-not-alike": "coded twice, not alike",
}  # fmt: skip
_BY_A_SECOND = "confirmed by a second person"
_CONFIRMED: Mapping[Confirmed, str] = {
    "none": "", "in-part": f", in part {_BY_A_SECOND}", "all": f", {_BY_A_SECOND}",
}  # fmt: skip


def rests_on(grounds: Grounds, inherited: bool = False) -> str:
    """``own quote · official, press · 2 publishers · 17 months old · coded once``.

    ``inherited``: whether the quotes are those of a bloc.
    """
    parts = ["a bloc's quote" if inherited and grounds.quote == "own" else _QUOTES[grounds.quote]]
    parts += [] if grounds.in_pages is None else [RESULTS[grounds.in_pages]]
    parts += [", ".join("class unknown" if word == "unknown" else word for word in grounds.classes)]
    none = "no publisher but of reposts" if "repost" in grounds.classes else "no publisher named"
    parts += [count(grounds.publishers, "publisher") if grounds.publishers else none]
    coded = f"{_CODED[grounds.coded]}{_CONFIRMED[grounds.confirmed]}"
    return " · ".join(part for part in (*parts, _ages(grounds), coded) if part)


#: Of positions of which no source says that it is official: press, media of a side, reposts, of unknown class.
UNOFFICIAL = "No source known to be official"


def unofficial(positions: Mapping[str, Sequence[Held]], most: int) -> str:
    """``No source known to be official: 2 of 5 positions of North``, by the names of parties; nothing of none.

    Where no source of them says of what class it is, nothing is told of classes.
    """
    if not any(source.class_ for held in positions.values() for each in held for source in each.sources):
        return ""
    found = {name: sum(map(without_official_source, held)) for name, held in positions.items()}
    told = [
        f"{number:,} of {count(len(positions[name]), 'position')} of {name}" for name, number in found.items() if number
    ]
    return f"{UNOFFICIAL}: {first(told, most)}" if told else ""


def _ages(grounds: Grounds) -> str:
    """How old it is; where it was stated again without a quote, how old the quote is and when it was last stated."""
    days, quote = grounds.days, grounds.quote_days
    if quote is None or quote <= days or how_old(quote) == how_old(days):
        return how_old(days)
    last = how_old(days).removesuffix(" old")
    return f"quote {how_old(quote)}, last stated {f'{last} ago' if last else 'that day'}"


def how_old(days: int) -> str:
    """``12 days old``, ``17 months old``, ``4 years old``; nothing on the day itself."""
    if days < 1:
        return ""
    number, unit = (days, "day") if days < 31 else (int(days / 30.44), "month")
    if number >= 36 and unit == "month":
        number, unit = int(days / 365.25), "year"
    return f"{count(number, unit)} old"


def quoted_on(quote: Quote) -> str:
    """The day of a quote, and whether the words are only reported: ``2024-06-14``, ``as reported 2024-06-14``."""
    return f"{'as reported ' if quote.standing == 'reported' else ''}{day(quote.said)}"


def told_by(statement: Statement) -> str:
    """Who spoke, and whether it is only reported; empty where there is nothing to say."""
    parts = (statement.speaker, REPORTED if statement.standing == "reported" else None)
    return "; ".join(part for part in parts if part)
