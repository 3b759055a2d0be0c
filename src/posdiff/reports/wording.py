"""The same fact in the same words in every report."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from posdiff.comparison.deadlocks import Deadlock, RingEdge
from posdiff.comparison.relations import MOST_SIDE_BY_SIDE, Comparison, ConditionalCase, Relation, stands_alone
from posdiff.dossier import languages
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.position import Held, Part
from posdiff.dossier.region import accepted, conceivable
from posdiff.dossier.statement import Quote, Source
from posdiff.dossier.term import FIRMNESS, Condition, QuotedWords, Term
from posdiff.kinds.kind import Space, Stance, joined, quoted
from posdiff.kinds.steps import circle

if TYPE_CHECKING:
    from posdiff.answers.answer import AskedParty
    from posdiff.review.validation import Status, Threshold

#: So many parties are named in a command, even where they are all.
_MOST_ASKED = 6
#: So many of the blocs are named through which something is held.
_MOST_BLOCS = 6
#: Of so many it is told when each was last heard.
_MOST_HEARD = 4
#: One and many, as headings.
RELATION_TITLES: Mapping[str, tuple[str, str]] = {
    "contradiction": ("contradiction", "contradictions"),
    "deadlock": ("deadlock", "deadlocks"),
    "conditional": ("conditional", "conditional"),
    "overlap": ("overlap", "overlaps"),
    "agreed": ("agreed", "agreed"),
    "one-sided": ("one-sided", "one-sided"),
    "unassessed": ("unassessed", "unassessed"),
    "silent": ("silent", "silent"),
}

#: What each word means, for a legend.
RELATION_MEANINGS: Mapping[str, str] = {
    "contradiction": "nothing is acceptable to all who hold a position",
    "deadlock": "preconditions that no order of events can meet",
    "conditional": "something is acceptable to all who hold a position, on conditions",
    "overlap": "common ground: outcomes that would meet all who hold a position, whether or not anybody has said so",
    "agreed": "all who hold a position accept the same",
    "one-sided": "only one holds a position",
    "unassessed": "no verdict: words for a reader to judge, or vague terms",
    "silent": "none holds a position",
}

SEVERITY_TITLES: Mapping[str, str] = {"error": "Errors", "warning": "Warnings", "info": "For information"}
SEVERITY_MEANINGS: Mapping[str, str] = {
    "error": "to be corrected",
    "warning": "may not be what was meant",
    "info": "nothing is wrong",
}
#: What stands between the steps of a deadlock, where its edges are not told one by one.
ARROW = "→ means before"
CROSSING_TITLES = ("conflict over several issues", "conflicts over several issues")
CROSSING_MEANING = "terms that cannot all hold, though no single issue shows it"

#: A mark for each relation and kind of change, so that colour is never the only sign; and one in ASCII.
MARKS: Mapping[str, tuple[str, str]] = {
    "contradiction": ("✗", "x"),
    "deadlock": ("↻", "@"),
    "crossing": ("⊗", "*"),
    "conditional": ("◇", "?"),
    "overlap": ("≈", "~"),
    "agreed": ("=", "="),
    "one-sided": ("·", "-"),
    "unassessed": ("“", '"'),
    "silent": (" ", " "),
    "reversed": ("⇄", "%"),
    "replaced": ("⇒", ">"),
    "hardened": ("▲", "^"),
    "softened": ("▽", "v"),
    "shifted": ("↷", "~"),
    "reworded": ("“", '"'),
    "withdrawn": ("−", "-"),
    "expired": ("…", "."),
    "added": ("+", "+"),
    "inherited": ("⊕", "&"),
    "no longer inherited": ("⊖", "<"),
    "reaffirmed": ("=", "="),
    "unchanged": (" ", " "),
    "draft-broken": ("✗", "x"),
    "draft-left-open": ("◇", "?"),
    "draft-missing": ("∅", "0"),
    "draft-met": ("=", "="),
    "draft-unassessed": ("“", '"'),
    "error": ("✗", "x"),
    "warning": ("!", "!"),
    "info": ("i", "i"),
}

CHANGE_MEANINGS: Mapping[str, str] = {
    "reversed": "what was in is out, what came first comes last, yes is no",
    "replaced": "something else instead: nothing accepted before is accepted now",
    "hardened": "accepts less, or more firmly",
    "softened": "accepts more, or less firmly",
    "shifted": "changed otherwise",
    "reworded": "other words, for a reader to judge",
    "withdrawn": "no longer held",
    "expired": "ended on its own last day",
    "added": "no position at the beginning",
    "inherited": "no position at the beginning, and since it joined a bloc what that holds",
    "no longer inherited": "held through a bloc, which it left or from which it dissents",
    "reaffirmed": "the same, stated again",
    "unchanged": "the same, not stated again as a whole",
}

RED_LINE = "RED LINE"
NO_POSITION = "no position"
#: Said where two texts are not set against each other word by word.
TOO_LONG = "too long to compare word by word: from the first change to the last all words of both are shown"
ALONE = "Alone in a contradiction, nothing on file keeping the others apart"
#: Before the name of the one whose words all hold that accept the same.
ONE_VOICE = "one voice"
#: Of a position of which the parts, held through several blocs, have nothing in common.
NO_OUTCOME = "no outcome meets all of it"
NOT_A_POSITION = "not in itself any party's position"
CUT = "The search was cut: there may be more."


def day(ordinal: int) -> str:
    """A day, ISO."""
    return date.fromordinal(ordinal).isoformat()


def recorded_in_words(commit: str, day_: int) -> str:
    """Of which commit an answer is: ``As recorded in git at 1a2b3c4d5e6f, on 2025-06-30``."""
    return f"As recorded in git at {commit[:12]}, on {day(day_)}"


def last_heard(
    days: Mapping[str, int | None], as_of: int, where: str = "", through: Mapping[str, str] = MappingProxyType({})
) -> str:
    """When each was last heard, by name: ``last heard: North 2026-03-02, South 2026-03-09``; of many the extremes.

    Nothing where all were heard on the day as of which it is. ``where``: on which issues, where not on all.
    ``through``: of those of whom only blocs were heard, which: ``last heard: Nepal through LDC 2024-01-15``.
    """
    known = {name: day_ for name, day_ in days.items() if day_ is not None}
    first, last = (extreme(known, key=known.__getitem__, default="") for extreme in (min, max))
    if not known or known[first] >= as_of:
        return ""
    if len(known) == len(days) > 1 and known[first] == known[last] and not through:
        return f"each last heard{where} {day(known[first])}"
    heard = {name: " ".join((name, *filter(None, [through.get(name)]), day(known[name]))) for name in known}
    if len(known) <= _MOST_HEARD:
        return f"last heard{where}: {', '.join(heard.values())}"
    if known[first] == known[last]:
        return f"last heard{where} {day(known[first])}"
    return f"last heard{where}: earliest {heard[first]}, latest {heard[last]}"


def sign(kind: str) -> str:
    """The sign of a relation or a kind of change, unless it is a blank."""
    return kind if MARKS.get(kind, ("",))[0].strip() else ""


def count(number: int, one: str, many: str | None = None) -> str:
    """``1 issue``, ``2 issues``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def asked(parties: Sequence[AskedParty], agenda: Agenda) -> str:
    """The parties as a command takes them: ``russia ukraine@2024-06-14``; ``all`` where they are, and are many."""
    if len(parties) > _MOST_ASKED and [(each.party, each.day) for each in parties] == [
        (id, None) for id in agenda.taking_part
    ]:
        return "all"
    return " ".join(each.party if each.day is None else f"{each.party}@{day(each.day)}" for each in parties)


def only_issues(chosen: Collection[str], agenda: Agenda) -> str:
    """The options of a command that ask for these issues; none where all are asked for."""
    return "" if len(chosen) == len(agenda.issues) else "".join(f" --issue {id}" for id in chosen)


def first(named: Sequence[str], most: int | None = None) -> str:
    """``Pay; Site; and 3 more``: all of them where there is no limit."""
    left = 0 if most is None else len(named) - most
    return f"{'; '.join(named[:most])}; and {left:,} more" if left > 0 else "; ".join(named)


def tally(counts: Mapping[str, int], read: int, accepted: int = 0, older: int = 0) -> str:
    """``2 errors, 1 warning in 5 files; 1 accepted``; or that there is nothing to report, or nothing new."""
    parts = [count(number, severity) for severity, number in counts.items() if number and severity != "info"]
    parts += [f"{counts['info']:,} for information"] if counts["info"] else []
    nothing = "nothing new to report" if older else "nothing to report"
    words = f"{', '.join(parts)} in {count(read, 'file')}" if parts else f"{count(read, 'file')} read, {nothing}"
    return f"{words}; {accepted:,} accepted" if accepted else words


def not_shown(number: int) -> str:
    """How many findings are not told because there were as many before the edit."""
    return f"and {count(number, 'older finding')}, not shown"


def status_in_words(status: Status, threshold: Threshold) -> str:
    """What the findings come to, in a sentence: the word that every format uses, and why."""
    if status == "error":
        return "Status: error. Something in the files cannot be used."
    if status == "findings":
        return f"Status: findings. There are findings at or above `{threshold}`."
    return "Status: ok. " + ("Nothing fails." if threshold == "never" else f"No finding is at or above `{threshold}`.")


def topic_title(agenda: Agenda, topic: str | None) -> str:
    """The heading over the issues of a topic, or over those that have none."""
    return (agenda.topics[topic] if topic is not None else "No topic").upper()


def relation_count(relation: Relation | str, number: int, with_silent: int = 0) -> str:
    """``3 contradictions``, ``1 overlap``; ``8 agreed (7 with a silent party)``."""
    words = count(number, *RELATION_TITLES[relation])
    return f"{words} ({with_silent} with a silent party)" if with_silent else words


def condition_in_words(condition: Condition, agenda: Agenda) -> str:
    """``Guarantees for Ukraine: A treaty and Neutrality: No``."""
    return joined(
        [agenda.issues[issue].space.condition_words(agenda.issues[issue].title, piece) for issue, piece in condition]
    )


def part_in_words(part: Part, beside: Sequence[Part], agenda: Agenda) -> str:
    """The words of a part, and behind them through which bloc it is held: what is cut off is no position.

    Beside a red line it is told of the other parts that they are none.
    """
    words, firmness = term_in_words(part.term, agenda, [other.term for other in beside]), part.term.firmness
    red = any(other.term.firmness == "red-line" for other in beside)
    about: list[str] = [firmness] if red and firmness != "red-line" else []
    about += [way.removesuffix(": ")] if (way := through(part, agenda)) else []
    return f"{words} ({', '.join(about)})" if about else words


def through(part: Part, agenda: Agenda, beside: Sequence[Part] = ()) -> str:
    """``through LDC: ``, ``through LDC, from G77: ``: by which bloc a part is held; empty where it is the party's own.

    The first is the bloc of the party itself, the last the one in whose name it was said. ``beside``: the parts of the
    position, where all blocs are to be named by which the same words are held: ``through LDC and AOSIS, from G77: ``.
    """
    if not part.through:
        return ""
    routes = [part.through, *(other.through for other in beside if other is not part and _same_words(other, part))]
    straight = any(len(route) == 1 for route in routes)
    by = dict.fromkeys(route[0] for route in routes if len(route) > 1)
    if straight:
        also = f", also {through_blocs(tuple(by), agenda)}" if by else ""
        return f"{through_blocs(part.through[-1:], agenda)}{also}: "
    return f"{through_blocs(tuple(by), agenda)}, from {agenda.parties[part.through[-1]].name}: "


def told_once(parts: Sequence[Part]) -> list[Part]:
    """The parts of a position without those by which a party is reached a second time by the same words of a bloc."""
    return [part for place, part in enumerate(parts) if not any(_same_words(part, other) for other in parts[:place])]


def _same_words(one: Part, other: Part) -> bool:
    """Whether two parts are what one bloc said once, held by two routes."""
    said = (one.said_by, one.statement, one.lineage.statement, one.term.form)
    return one.said_by is not None and said == (
        other.said_by, other.statement, other.lineage.statement, other.term.form
    )  # fmt: skip


def through_blocs(blocs: Sequence[str], agenda: Agenda) -> str:
    """``through LDC and AOSIS``: the blocs in whose names something was said, of many the first; empty for none."""
    return f"through {several([agenda.parties[bloc].name for bloc in blocs], _MOST_BLOCS)}" if blocs else ""


def held_part(part: Part, agenda: Agenda, beside: Sequence[Part] = ()) -> str:
    """All that a part of a position says, and through which bloc it is held. ``beside``: as of a term."""
    return f"{through(part, agenda)}{term_in_words(part.term, agenda, [other.term for other in beside])}"


def term_in_words(term: Term, agenda: Agenda, beside: Sequence[Term] = ()) -> str:
    """All that a term says, in plain words. ``beside``: the terms of the position with which it is told."""
    space = agenda.issues[term.issue].space
    say = space.vaguely if term.vague else space.as_said
    words = before_conditions(term, agenda, beside)
    further = "; accepts " if _refuses(term) else "; or "
    for offer in term.offers:
        if offer.condition:
            hangs = f"{say(offer.accepts, offer.refusal)}, if {condition_in_words(offer.condition, agenda)}"
            words = f"{words}{further}{hangs}" if words else f"only on a condition: {hangs}"
    if term.prefers is not None:
        words += f"; prefers {space.target_words(term.prefers)}"
    if term.condition:
        words += f" – but only where {condition_in_words(term.condition, agenda)}"
    return words


def before_conditions(term: Term, agenda: Agenda, beside: Sequence[Term] = ()) -> str:
    """What a term says as things stand, with which its words begin; nothing where it says all on conditions.

    ``beside``: as of all its words.
    """
    space = agenda.issues[term.issue].space
    say = space.vaguely if term.vague else space.as_said
    plain = [offer for offer in term.offers if not offer.condition]
    if _refuses(term):
        more = any(other is not term and not other.refuses for other in beside)
        return space.refusing(plain[0].accepts, term.vague, more)
    return "; or ".join(dict.fromkeys(say(offer.accepts, offer.refusal) for offer in plain))


def _refuses(term: Term) -> bool:
    """Whether the words of a term say what it rejects."""
    plain = [offer for offer in term.offers if not offer.condition]
    return len(plain) == 1 and plain[0].refusal and (term.refuses or not term.vague)


def terms_in_words(terms: Sequence[Term], agenda: Agenda) -> str:
    """All that the parts of a position say, one after the other."""
    return "; and ".join(term_in_words(term, agenda, terms) for term in terms)


def position_in_words(held: Held, agenda: Agenda) -> str:
    """All that a position says, part by part; how firm each is, where they differ; through which bloc it is held."""
    ways = list(dict.fromkeys(through(part, agenda) for part in held.demands))
    if len(ways) == 1:
        return f"{ways[0]}{only_words(held, agenda)}"
    return _in_parts(held, [held_part(part, agenda, held.demands) for part in held.demands])


def only_words(held: Held, agenda: Agenda) -> str:
    """The same without through which bloc it is held."""
    return _in_parts(held, [term_in_words(term, agenda, held.terms) for term in held.terms])


def _in_parts(held: Held, words: Sequence[str]) -> str:
    if len({term.firmness for term in held.terms}) > 1:
        degrees = (term.firmness.replace("-", " ") for term in held.terms)
        words = [f"{said} ({degree})" for said, degree in zip(words, degrees, strict=True)]
    return "; and ".join(words)


def source_in_words(source: Source) -> str:
    """Title, publisher, date and class of a source; its key where it has no title, publisher or date.

    A title that only describes the page stands in square brackets, as bibliographies have it.
    """
    title = f"[{source.title}]" if source.title and source.described else source.title
    words = ", ".join(part for part in (title, source.publisher, source.date) if part) or source.key
    if source.class_ is None:
        return words
    return f"{words} ({'class unknown' if source.class_ == 'unknown' else source.class_})"


def quote_in_words(quote: QuotedWords) -> str:
    """``“Мир близок.” (the minister, 2024-06-13), translated from Russian: “Peace is near.”``: what it says itself."""
    said, language = None if quote.said is None else day(quote.said), language_in_words(quote)
    about = ", ".join(part for part in (quote.speaker, said, "" if quote.translation else language) if part)
    words = f"“{quote.text}”" + (f" ({about})" if about else "")
    return f"{words}, {language}: “{quote.translation}”" if quote.translation else words


def language_in_words(quote: QuotedWords | Quote) -> str:
    """``in Russian``, or of a translation ``translated from Russian``; empty where neither is known."""
    name = languages.name(quote.language) if quote.language else ""
    if quote.translation:
        return f"translated from {name}" if name else "translated"
    return f"in {name}" if name else ""


def notes(term: Term) -> list[str]:
    """The notes on a term and on its offers, each once."""
    return [note for note in dict.fromkeys((term.note, *(offer.note for offer in term.offers))) if note]


def how_again(part: Part, alike: Sequence[Part]) -> str:
    """How a part says again what others say: all of one, as firmly or less so, or a part. ``alike``: in its words."""
    if not alike:
        return "said again in part"
    return "said again, less firmly" if all(is_firmer(one, part) for one in alike) else "said again"


def is_firmer(one: Part, other: Part) -> bool:
    """Whether one part is held more firmly than another."""
    return FIRMNESS.index(one.term.firmness) > FIRMNESS.index(other.term.firmness)


def not_counted(number: int) -> str:
    """That so many statements do not count: behind these words stands the command with which they do."""
    return f"{count(number, 'statement')} only reported; with {'it' if number == 1 else 'them'}: "


def dissent(comparison: Comparison, names: Mapping[str, str]) -> str | None:
    """What a contradiction clashes on, or what a conditional relation hangs on; None where there is nothing to add."""
    space = comparison.issue.space
    if comparison.relation != "contradiction":
        return None
    if comparison.gap is not None:
        return space.gap_words(comparison.gap)
    # One that is bound to both sides has no side of its own: it is told beside it.
    sides = {party: held for party, held in comparison.terms.items() if party not in comparison.on_both_sides}
    if len(sides) < 2:
        return None
    stances = [_stance(names[party], held, space) for party, held in sides.items()]
    return space.clash_words(comparison.clash or (), stances)


def _stance(name: str, held: Held, space: Space) -> Stance:
    if len(held.terms) == 1:
        (term,) = held.terms
        return Stance(name, term.accepted, term.conceivable, term.vague, term.refuses)
    refusal = all(term.refuses for term in held.terms)
    return Stance(name, accepted(space, held.terms), conceivable(space, held.terms), held.vague, refusal)


def clashing_parts(comparison: Comparison, agenda: Agenda, names: Mapping[str, str]) -> str:
    """Which parts of the positions have nothing in common, where a position has parts not equally firm."""
    if all(len({term.firmness for term in held.terms}) == 1 for held in comparison.terms.values()):
        return ""
    parts = [
        (names[party], held_part(part, agenda, comparison.terms[party].demands), part.term.firmness.replace("-", " "))
        for party, part in comparison.clash_parts
    ]
    return " against ".join(f"{name}, {words} ({firmness})" for name, words, firmness in parts)


def case_in_words(case: ConditionalCase, space: Space, agenda: Agenda, names: Mapping[str, str]) -> str:
    """What is common on which conditions."""
    words = space.union_words(case.common)
    parts = [f"for {names[party]} if {condition_in_words(condition, agenda)}" for party, condition in case.conditions]
    parts += [
        f"unless, for {names[party]}, {condition_in_words(condition, agenda)}" for party, condition in case.unless
    ]
    return ", ".join((words, *parts))


def would_meet(comparison: Comparison) -> str:
    """Before the common ground: that it would meet the two who have spoken, or all. Nobody need have said it."""
    return "would meet both" if len(comparison.terms) == 2 else "would meet all"


def _counted_conditions(comparison: Comparison, agenda: Agenda, names: Mapping[str, str]) -> list[str]:
    """The demands that bind only where other issues come out so: what would meet all counts them all the same."""
    return [
        f"what {names[party]} demands only where {condition_in_words(term.condition, agenda)}"
        for party, held in comparison.terms.items()
        for term in held.terms
        if term.condition
    ]


def verdict(
    comparison: Comparison, agenda: Agenda, names: Mapping[str, str], by_what_is_accepted: bool = False
) -> list[tuple[str, str]]:
    """What comes of putting the positions side by side: labels and words; empty where there is nothing to add.

    ``by_what_is_accepted``: who is apart is told beside the verdict, as of many parties it always is.
    """
    space = comparison.issue.space
    rows = []
    many = by_what_is_accepted or len(names) > MOST_SIDE_BY_SIDE
    clashing = "" if many and comparison.gap is None else dissent(comparison, names)
    if clashing:
        rows.append(("clash", clashing))
    for party in comparison.on_both_sides:
        way = through_blocs(comparison.terms[party].through, agenda)
        rows.append(("both sides", f"{names[party]} {way}: {NO_OUTCOME}"))
    if comparison.relation == "contradiction":
        parts = clashing_parts(comparison, agenda, names)
        rows += [("between", parts)] if parts else []
    if comparison.relation == "contradiction" and len(names) > 2:
        rows += [] if many else [("apart", groups_in_words(comparison.conflict_groups, names))]
        alone = stands_alone(comparison)
        if alone is not None:
            rows.append(("alone", f"{names[alone]}; nothing on file keeps the others apart"))
    if comparison.relation == "overlap":
        rows.append((would_meet(comparison), space.union_words(comparison.common)))
        rows += [("counting", words) for words in _counted_conditions(comparison, agenda, names)]
    if comparison.relation == "conditional":
        cases = [case_in_words(case, space, agenda, names) for case in comparison.cases[:3]]
        cases += [f"and {len(comparison.cases) - 3} more"] if len(comparison.cases) > 3 else []
        rows += [("on condition", case) for case in cases]
    if comparison.relation == "unassessed":
        if not space.comparable:
            text = "words, for a reader to judge"
        elif comparison.cut_short:
            text = "there are more offers than are compared: the search was cut"
        else:
            text = f"cannot be assessed: {_vagueness(comparison, names)}"
        rows.append(("no verdict", text))
    if len(comparison.terms) > 1 and comparison.issue.note:
        rows.append(("note", comparison.issue.note))
    groups_left_out = many and comparison.relation == "contradiction"
    if comparison.relation != "unassessed" and not comparison.complete and not groups_left_out:
        rows.append(("cut", "the search was cut: there may be more"))
    return rows


def on_record(own: Comparison, names: Mapping[str, str]) -> str:
    """How parties stand by their own statements, where a report changed one: ``contradiction; red line of North``."""
    if own.relation == "silent":
        return NO_POSITION
    red = f"; red line of {joined([names[party] for party in own.red_line])}" if own.red_line else ""
    return f"{RELATION_TITLES[own.relation][0]}{red}"


def _vagueness(comparison: Comparison, names: Mapping[str, str]) -> str:
    """Who is vague, so that there is no verdict on an issue."""
    vague = {
        party: [term for term in held.terms if term.vague] for party, held in comparison.terms.items() if held.vague
    }
    if len(vague) == 1 and all(term.refuses for terms in vague.values() for term in terms):
        return "one side says only what it rejects"
    have = "has" if len(vague) == 1 else "have"
    return f"{joined([names[party] for party in vague])} {have} not specified what would be accepted"


def deadlocks_counted(rings: Sequence[Deadlock]) -> str:
    """What deadlocks are, and how many of them come from the parties' demands alone."""
    meaning = RELATION_MEANINGS["deadlock"]
    return f"{meaning}; {by_demands_alone(rings)}" if rings else meaning


def by_demands_alone(rings: Sequence[Deadlock]) -> str:
    """How many deadlocks come from the parties' demands alone, and how many only with an order of the agenda's."""
    alone = sum(all(edge.owners for edge in ring.edges) for ring in rings)
    return f"{alone} by demands alone, {len(rings) - alone} with steps that the agenda orders"


def in_a_deadlock(titles: Sequence[str]) -> str:
    """That an order which would meet all cannot be kept together with the orders on these other issues."""
    return f"in a deadlock with the orders on {joined(titles)}"


def several(names: Sequence[str], most: int) -> str:
    """``North, South and 58 more``: of many names the first."""
    left = len(names) - most
    return joined([*names[:most], f"{left:,} more"] if left > 1 else list(names))


def groups_in_words(groups: Iterable[Sequence[str]], names: Mapping[str, str]) -> str:
    """Who cannot come together: ``Russia and Ukraine; Russia and Europe``."""
    return "; ".join(joined([names[party] for party in group]) for group in groups)


def edge_in_words(edge: RingEdge, agenda: Agenda) -> str:
    """One edge of a deadlock: ``“Ceasefire” before “Talks on territory”``."""
    before, after = (quoted(agenda.course.titles[step]) for step in (edge.before, edge.after))
    return f"{before} {'at the same time as' if edge.together else 'before'} {after}"


def ring_in_words(ring: Deadlock, agenda: Agenda) -> str:
    """The ring of a deadlock, back to its first step: ``Ceasefire at the same time as Talks → Ceasefire``."""
    return circle([agenda.course.titles[step] for step in ring.steps], [edge.together for edge in ring.edges])


def whose_ring(ring: Deadlock, names: Mapping[str, str], agenda: Agenda, most: int | None = None) -> str:
    """Whose demands it is made of: ``North and South (Chad demands all of it)``; of more than ``most`` the first.

    Of demands that are held through blocs, the blocs that made them: ``Chad (through LDC) and North``.
    """
    owners = [owner for edge in ring.edges for owner in edge.owners if owner.by_itself]
    told = []
    for party in dict.fromkeys(owner.party for owner in owners):
        blocs = dict.fromkeys(bloc for owner in owners if owner.party == party for bloc in [owner.part.said_by] if bloc)
        told.append(f"{names[party]} ({through_blocs(tuple(blocs), agenda)})" if blocs else names[party])
    told += ["the agenda"] if any(edge.agenda for edge in ring.edges) else []
    caught = [names[party] for party in ring.on_all_sides]
    beside = f" ({several(caught, most or len(caught))} demand{'s' * (len(caught) == 1)} all of it)" if caught else ""
    return several(told, most or len(told)) + beside
