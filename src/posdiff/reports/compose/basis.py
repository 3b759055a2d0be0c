"""What an answer was read from, and the topics that its rows can be filtered by."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from posdiff.answers.answer import AskedParty, Basis
from posdiff.comparison.relations import bound_to_both
from posdiff.dossier.agenda import Agenda, Issue
from posdiff.dossier.position import Held
from posdiff.findings.location import shown
from posdiff.kinds.kind import joined
from posdiff.reports import evidence_wording, named_red_lines, provenance, wording
from posdiff.reports.document import Choice, Fact, Line, Run, line
from posdiff.reports.named_red_lines import NamedRedLine
from posdiff.reports.provenance import Age


def lines(basis: Basis) -> tuple[Line, ...]:
    """What errors leave out; the commit; that reports count, or how many do not, and with which command they do."""
    commit = basis.commit
    errors = sum(finding.severity == "error" for finding in basis.errors)
    wrong = f"what is wrong in the files ({wording.count(errors, 'error')}); it is listed by "
    told = (Run("Left out here: ", "strong"), Run(wrong), Run("posdiff validate", "code"))
    of_errors = (told,) if errors else ()
    recorded = (line(f"{wording.recorded_in_words(commit.id, commit.day)}.", "faint"),) if commit else ()
    reported = (line("What is only reported is counted as well.", "faint"),) if basis.with_reported else ()
    return of_errors + recorded + reported + _not_counted(basis)


def _not_counted(basis: Basis) -> tuple[Line, ...]:
    if not basis.not_counted:
        return ()
    return ((Run("Not counted: ", "strong"), Run(wording.not_counted(basis.not_counted)), Run(basis.counting, "code")),)


#: So many members of a bloc are named in a line, and so many parties that hold positions through blocs.
_MOST_MEMBERS, _MOST_TOLD = 4, 4


def blocs_beside_members(
    parties: Sequence[AskedParty], agenda: Agenda, as_of: int, speaking: Collection[str]
) -> tuple[Line, ...]:
    """A line for each bloc that stands beside members of its own, and is not silent on what is asked for.

    ``speaking``: the labels of those that hold a position there.
    """
    inside: dict[str, list[str]] = {}
    for each in parties:
        for bloc in agenda.blocs_on(each.party, each.on(as_of)):
            inside.setdefault(bloc, []).append(each.name)
    return tuple(
        line(
            f"{bloc.name} speaks for {wording.several(inside[bloc.party], _MOST_MEMBERS)} too: "
            "what is held through it is one and the same.", "faint",
        )
        for bloc in parties if bloc.party in inside and bloc.label in speaking
    )  # fmt: skip


def through_blocs(positions: Mapping[str, Sequence[tuple[str, ...]]], agenda: Agenda) -> tuple[Line, ...]:
    """How many positions of parties are held through blocs; of many parties, how many of these there are.

    ``positions``: by a party's name, of each of its positions the blocs in whose names it was said, none of its own.
    """
    told, every = [], dict[str, None]()
    for name, through in positions.items():
        blocs = dict.fromkeys(bloc for held in through for bloc in held)
        if blocs:
            way = wording.through_blocs(tuple(blocs), agenda)
            inherited = sum(map(bool, through))
            told.append(f"{name} {inherited} of {wording.count(len(through), 'position')} {way}")
            every |= blocs
    if len(told) > _MOST_TOLD:
        return (line(f"{len(told):,} parties hold positions {wording.through_blocs(tuple(every), agenda)}.", "faint"),)
    return (line(f"Not in their own words: {'; '.join(told)}.", "faint"),) if told else ()


def on_both_sides(found: Iterable[tuple[str, Issue, Held]], agenda: Agenda) -> tuple[Line, ...]:
    """Who is bound to both sides of a contradiction through which blocs; of many, how many more there are.

    ``found``: the name of each, the issue and what it holds there.
    """
    told = [f"{name} on {issue.title} ({wording.through_blocs(held.through, agenda)})" for name, issue, held in found]
    words = wording.first(told, _MOST_TOLD)
    return ((Run("Bound to both sides of a contradiction: ", "strong"), Run(f"{words}.")),) if told else ()


def held_through_blocs(positions: Mapping[str, Sequence[tuple[Issue, Held]]], agenda: Agenda) -> tuple[Line, ...]:
    """Both of these lines, of what each party holds on which issues, by its name."""
    ways = {name: [held.through for _, held in of_party] for name, of_party in positions.items()}
    bound = (
        (name, issue, held)
        for name, of_party in positions.items() for issue, held in of_party if bound_to_both(issue.space, held)
    )  # fmt: skip
    return (*through_blocs(ways, agenda), *on_both_sides(bound, agenda))


def age(basis: Basis, as_of: int) -> Age:
    """How it is told of a position as of a day that it was last stated long before."""
    return Age(as_of, basis.stale_after)


def place(basis: Basis, file: str, number: int) -> Run:
    """A line of a file in the positions folder, as it can be opened from where the command ran."""
    return Run(f"{shown(basis.root, file)}:{number}", "faint", file=file)


def topics(agenda: Agenda, shown: Collection[str | None]) -> Choice:
    """The topics of the issues that are shown."""
    return Choice("topic", "Topic", tuple((id, title) for id, title in agenda.topics.items() if id in shown))


def rests_on(basis: Basis, held: Held, day: int) -> Fact:
    """What a position rests on, looked at on a day (an ordinal)."""
    return Fact("rests on", line(provenance.rests_on(basis.grounds(held, day), bool(held.through)), "faint"))


def silences(
    basis: Basis, names: Mapping[str, str], silent: Iterable[tuple[str, str]], agenda: Agenda
) -> tuple[Line, ...]:
    """Of each party that is silent anywhere in an answer, which silence that is, as far as it is known.

    ``names`` of parties by label; ``silent``: the labels of those that are silent, and the ids of the issues.
    """
    known, issues = evidence_wording.known_silences(basis), dict[str, list[str]]()
    for label, issue in silent:
        issues.setdefault(label, []).append(issue)
    told: list[tuple[str, str]] = []
    coded: list[tuple[str, str]] = []
    for label, name in names.items():
        if label not in issues or label not in known:
            continue
        ended, by_words = evidence_wording.not_held_on(basis, label), dict[str, list[str]]()
        for id in dict.fromkeys(issues[label]):
            by_words.setdefault(ended.get(id, ""), []).append(agenda.issues[id].title)
        told += [(name, f" ({known[label]})")] if by_words.pop("", None) else []
        coded += [(evidence_wording.on_issues(name, titles), f" ({words})") for words, titles in by_words.items()]
    told += coded
    words = wording.first(evidence_wording.silences(told), _MOST_TOLD)
    return ((Run(evidence_wording.SILENCES, "strong"), Run(words)),) if told else ()


def unverified_red_lines(basis: Basis, named: Iterable[NamedRedLine]) -> tuple[Line, ...]:
    """Which quotes of red lines are not verified: some, where pages of sources are kept, and else all."""
    return doubtful_red_lines(basis, named) if basis.proofs else not_looked_up(basis, named)


def not_looked_up(basis: Basis, named: Iterable[NamedRedLine]) -> tuple[Line, ...]:
    """Where no page of a source is kept, that no quote of these red lines is verified, if there is one."""
    quoted = basis.proofs is None and any(each.part.lineage.said for each in named)
    return (line(evidence_wording.NOT_LOOKED_UP, "faint"),) if quoted else ()


def doubtful_red_lines(basis: Basis, named: Iterable[NamedRedLine]) -> tuple[Line, ...]:
    """The red lines of which not every quote is verified, where pages are kept, each with the worst of its quotes."""
    if basis.proofs is None:
        return ()
    told = [
        f"{each.name} on {each.issue.title} ({evidence_wording.quote(result)})"
        for each, result in named_red_lines.doubtful(named, basis.proofs).values()
    ]
    return ((Run(evidence_wording.DOUBTFUL_RED_LINES, "strong"), Run(wording.first(told, _MOST_TOLD))),) if told else ()


def dissent(basis: Basis, party: str, day: int, issue: str, agenda: Agenda) -> str:
    """``dissents from LDC``: of a party that holds nothing on an issue as of a day; empty where it is only silent.

    Where that is not by its own account, ``reported to dissent from LDC``.
    """
    found = basis.dissents(party, day).get(issue)
    return "" if found is None else evidence_wording.dissent(found, agenda)


def dissents(basis: Basis, silent: Iterable[tuple[AskedParty, Issue]], as_of: int, agenda: Agenda) -> tuple[Line, ...]:
    """``Nepal dissents from LDC on Loss``: of those that hold nothing on issues, who is not only silent there."""
    told: dict[str, list[str]] = {}
    for asked, issue in silent:
        words = dissent(basis, asked.party, asked.on(as_of), issue.id, agenda)
        if words:
            told.setdefault(f"{asked.name} {words}", []).append(issue.title)
    words = wording.first([f"{whose} on {joined(titles)}" for whose, titles in told.items()], _MOST_TOLD)
    return (line(f"{words}."),) if told else ()


def silence(basis: Basis, party: str, day: int, issue: str | None = None) -> str:
    """Which silence that of a party is as of a day (an ordinal), as far as it is known; on an issue, where one is."""
    if (on_file := basis.on_file(party, day)) != "some":
        return f" ({evidence_wording.NO_STATEMENT[on_file]})"
    pages = basis.proofs.silence(party, day) if basis.proofs else None
    if pages is None:
        return ""
    ended = basis.not_held(party, day).get(issue) if issue else None
    return f" ({evidence_wording.not_held(ended) if ended else evidence_wording.silence(pages)})"
