"""A dossier that was opened, and what can be asked of it: the public API, on which the commands are written.

Names, days and paths are taken as a person writes them. What is not there is a Failure with the nearest names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

from posdiff.answers import asked_parties, names
from posdiff.answers.answer import STALE_AFTER, AskedParty, Filter
from posdiff.answers.names import Words
from posdiff.answers.opening import Opened, Surroundings, opened, with_agenda
from posdiff.answers.reading import Reader, labelled
from posdiff.answers.supposing import AnswerType, answered
from posdiff.findings.failure import USAGE, Failure

if TYPE_CHECKING:
    from posdiff.answers.brief import Brief
    from posdiff.answers.changes import Changes
    from posdiff.answers.chart import Chart
    from posdiff.answers.cohesion import Cohesion
    from posdiff.answers.compare import Compare
    from posdiff.answers.conflicts import Conflicts
    from posdiff.answers.coverage import Coverage
    from posdiff.answers.draft import DraftAnswer
    from posdiff.answers.drafts import Drafts, DraftSteps
    from posdiff.answers.export import Export
    from posdiff.answers.find import Find
    from posdiff.answers.history import History
    from posdiff.answers.listings import Issues, Parties
    from posdiff.answers.matrix import Matrix
    from posdiff.answers.recode import Recode, Sample
    from posdiff.answers.report import Report
    from posdiff.answers.show import Show
    from posdiff.answers.site import Site
    from posdiff.answers.sources import EverySource
    from posdiff.answers.text import DraftText
    from posdiff.answers.validate import Validate
    from posdiff.answers.verify import Verify
    from posdiff.answers.who import Who
    from posdiff.dossier.agenda import Agenda
    from posdiff.dossier.dossier import Dossier
    from posdiff.review.case import Settings
    from posdiff.review.validation import Threshold

#: A day as a person writes it: ``2024-06-14``, ``June 14, 2024``, ``today``; or a ``date``.
Day = str | date

_Given = ParamSpec("_Given")
_Asked = TypeVar("_Asked")
_Question = Callable[Concatenate["Positions", _Given], _Asked]


def _by(name: str = "", dated: bool = True) -> Callable[[_Question[_Given, _Asked]], _Question[_Given, _Asked]]:
    """Has the answers to a question say by which command they are asked for: ``name``, or that of the question.

    ``dated``: whether they tell of which day they are, so that the command names it too.
    """

    def told(question: _Question[_Given, _Asked]) -> _Question[_Given, _Asked]:
        @wraps(question)
        def answered(self: Positions, *named: _Given.args, **options: _Given.kwargs) -> _Asked:
            def words() -> str:
                from posdiff.answers.commands import command

                usual: dict[str, Any] = question.__kwdefaults__ or {}
                return command(name or question.__name__, named, options, usual, self._around.today if dated else None)

            return question(Positions(self._at, self._around, self._stale_after, words), *named, **options)

        return cast(_Question[_Given, _Asked], answered)

    return told


class Positions:
    """A dossier, as it was when it was opened.

    Every question takes ``issue`` and ``topic`` (only these), and ``with_reported`` (count what is only reported as
    well). Every day is the end of that day. Raises Failure for names and days that are not there.
    """

    def __init__(
        self, at: Opened, around: Surroundings, stale_after: int = STALE_AFTER, question: Callable[[], str] = str
    ) -> None:
        self._at, self._around, self._stale_after, self._question = at, around, stale_after, question

    @property
    def agenda(self) -> Agenda:
        """What is negotiated. Raises Failure, with the first finding, when it cannot be read."""
        return with_agenda(self._at).dossier.agenda

    @property
    def dossier(self) -> Dossier:
        """What the files hold, and the findings on them."""
        return self._at.dossier

    @property
    def folder(self) -> Path:
        """Where the files are."""
        return self._at.folder

    @_by()
    def compare(
        self, *parties: str, at: Day | None = None, issue: Words = (), topic: Words = (), only: Words = (),
        all: bool = False, with_reported: bool = False, conflicts: bool = True, suppose: Words = (),
        by: str | None = None,
    ) -> Compare:  # fmt: skip
        """How the positions of two or more parties stand to each other. ``russia@2024-06-14`` has a day of its own.

        ``conflicts``: whether conflicts over several issues are looked for as well. ``by``: with ``"group"``, as well
        how those of each group of the agenda stand to each other. ``all`` on the issues that are named are told by
        what they accept.
        """
        from posdiff.answers.compare import WORDS, compare

        if by not in (None, "group"):
            raise Failure(f"--by takes no `{by}`", hint="--by group", code=USAGE)
        chosen = self._filter(issue, topic, only, WORDS, all)
        day = self._day(at)
        asked = self._asked(parties, day)
        self._two_at_least("compare", asked)
        tabled = any(asked_parties.stands_for_all(text.partition("@")[0]) for text in parties) and bool(
            names.listed(issue)
        )
        return self._answered(
            with_reported, suppose, asked, day,
            lambda reader: compare(reader, asked, day, chosen, conflicts, by is not None, tabled),
        )  # fmt: skip

    @_by()
    def changes(
        self, *parties: str, since: Day, until: Day | None = None, against: Words = (), issue: Words = (),
        topic: Words = (), only: Words = (), all: bool = False, with_reported: bool = False, fields: bool = False,
        pictures: bool = True,
    ) -> Changes:  # fmt: skip
        """What became of each party's position between two days; of all parties when none is named.

        ``against``: parties that movement is measured by; ``all`` for every one. ``pictures``: whether what those of
        a page show is found as well.
        """
        from posdiff.answers.changes import WORDS, changes

        chosen = self._filter(issue, topic, only, WORDS, all)
        first, last = self._period(since, until)
        reader = self._reader(with_reported)
        measured_by = self._measured_by(reader, against, last)
        return changes(reader, self._named(reader, parties, last), first, last, chosen, measured_by, fields, pictures)

    def _measured_by(self, reader: Reader, against: Words, on: int) -> tuple[AskedParty, ...]:
        """The parties that movement is measured by; of a bloc, those that are in it on a day."""
        return reader.asked(self._parties(names.parts(names.listed(against)), on))

    @_by()
    def show(
        self, party: str, *issues: str, at: Day | None = None, issue: Words = (), topic: Words = (),
        with_reported: bool = False, evidence: bool = False,
    ) -> Show:  # fmt: skip
        """The position of one party, with what it stands on: on these issues, or on all of them.

        ``evidence``: its quotes are looked up in the pages that are kept.
        """
        from posdiff.answers.show import show

        day = self._day(at)
        asked = self._asked((party,), day)
        if len(asked) > 1:
            hint = f"name one of them: {', '.join(each.party for each in asked[:5])}{', …' if len(asked) > 5 else ''}"
            raise Failure(f"`{party}` is {len(asked)} parties, and show is of one", hint=hint, code=USAGE)
        chosen = self._filter((*issues, *names.listed(issue)), topic)
        reader = self._reader(with_reported)
        return show(reader, asked[0], day, chosen, evidence)

    @_by()
    def who(
        self, issue: str, *parties: str, accepts: str | None = None, refuses: str | None = None, at: Day | None = None,
        with_reported: bool = False,
    ) -> Who:  # fmt: skip
        """Who accepts what on an issue: each party with a position, or of those named; all but observers if none is.

        ``accepts``, ``refuses``: only those who accept this outcome, or refuse it, in the words of a draft's.
        """
        from posdiff.answers.who import asked_outcome, who

        on = self.agenda.issues[names.issue(self.agenda, names.text_of(issue, "issue"))]
        outcome = asked_outcome(self.agenda, on, accepts, refuses)
        day = self._day(at)
        asked = self._asked(parties or self.agenda.taking_part, day)
        return who(self._reader(with_reported), on, asked, day, outcome)

    @_by(dated=False)
    def history(
        self, *parties: str, since: Day | None = None, until: Day | None = None, issue: Words = (),
        topic: Words = (), only: Words = (), with_reported: bool = False, pictures: bool = True,
    ) -> History:  # fmt: skip
        """How positions came about, statement by statement; of all parties when none is named."""
        from posdiff.answers.history import WORDS, history
        from posdiff.answers.timeline import timeline

        chosen = self._filter(issue, topic, only, WORDS)
        reader = self._reader(with_reported)
        first = 0 if since is None else self._day(since)
        of_time, last = timeline if pictures else history, self._day(until)
        return of_time(reader, self._named(reader, parties, last), first, last, chosen)

    @_by()
    def matrix(
        self, *parties: str, metric: str = "overlap", at: Day | None = None, issue: Words = (), topic: Words = (),
        with_reported: bool = False, suppose: Words = (), order: str = "asked",
    ) -> Matrix:  # fmt: skip
        """A figure for every pair of parties; of all but observers when none is named.

        ``order``: ``asked``, or ``likeness`` for those that are alike beside each other.
        """
        from posdiff.answers.matrix import matrix

        measure, ordered = names.metric(metric), names.matrix_order(order)
        if ordered != "asked" and names.listed(suppose):
            hint = "leave one of the two out"
            raise Failure("--order takes no --suppose: what is supposed may order otherwise", hint=hint, code=USAGE)
        day, chosen = self._day(at), self._filter(issue, topic)
        asked = self._named(self._reader(with_reported), parties, day)
        self._two_at_least("matrix", asked)
        return self._answered(
            with_reported, suppose, asked, day, lambda reader: matrix(reader, asked, day, measure, chosen, ordered)
        )

    @_by("matrix --blocs")
    def cohesion(
        self, *blocs: str, at: Day | None = None, issue: Words = (), topic: Words = (), with_reported: bool = False
    ) -> Cohesion:
        """How far the own words of members stay within those of their blocs; of all blocs when none is named."""
        from posdiff.answers.cohesion import blocs_asked, of_blocs

        day = self._day(at)
        named = blocs_asked(self.agenda, self._parties(blocs, day), blocs)
        return of_blocs(self._reader(with_reported), named, day, self._filter(issue, topic))

    @_by()
    def chart(
        self, kind: str, *parties: str, at: Day | None = None, since: Day | None = None, until: Day | None = None,
        issue: Words = (), topic: Words = (), all: bool = False, with_reported: bool = False, metric: str = "overlap",
        order: str = "asked",
    ) -> Chart:  # fmt: skip
        """The facts of a picture of this kind; of all parties when none is named.

        ``since``, ``until``: of those of a period, which ends with the day ``at`` where no other is named. ``all``:
        with the issues on which fewer than two have spoken, or nobody moved. ``metric``, ``order``: of a matrix.
        """
        from posdiff.answers.chart import KINDS, MOST_PARTIES, OF_A_PERIOD, ChartDays, chart
        from posdiff.findings.nearest import suggestion

        measure, ordered = names.metric(metric), names.matrix_order(order)
        asked_kind = next((known for known in KINDS if known == kind), None)
        if asked_kind is None:
            raise Failure(f"there is no chart `{kind}`", hint=suggestion(str(kind), KINDS), code=USAGE)
        reader, chosen = self._reader(with_reported), self._filter(issue, topic, everything=all)
        if asked_kind in OF_A_PERIOD:
            if since is None and asked_kind == "movement":
                raise Failure("chart movement needs --since", hint='--since "June 14, 2024"', code=USAGE)
            days = ChartDays(*self._period(since, until if until else at))
            asked = self._named(reader, parties, days.until)
        elif since is not None or until is not None:
            hint = "name its day with --at"
            raise Failure(f"chart {asked_kind} is of one day, and takes no --since and --until", hint=hint, code=USAGE)
        else:
            days = ChartDays(0, self._day(at))
            asked = self._asked(parties or self.agenda.taking_part, days.until)
        self._two_at_least(f"chart {asked_kind}", asked)
        if len(asked) > MOST_PARTIES and asked_kind != "deadlocks":
            message = f"chart {asked_kind} draws {MOST_PARTIES} parties at most, and these are {len(asked):,}"
            raise Failure(message, hint=f"name some of them: posdiff chart {asked_kind} PARTY PARTY…", code=USAGE)
        return chart(reader, asked_kind, asked, days, chosen, measure, ordered)

    @_by()
    def draft(
        self, name: str, *parties: str, at: Day | None = None, issue: Words = (), topic: Words = (),
        only: Words = (), with_reported: bool = False, suppose: Words = (),
    ) -> DraftAnswer:  # fmt: skip
        """What a draft agreement does to the positions of parties; of all but observers when none is named."""
        from posdiff.answers.draft import WORDS, draft

        chosen = self._filter(issue, topic, only, WORDS)
        proposed = names.draft(self.dossier, name)
        day = self._day(at)
        asked = self._asked(parties or self.agenda.taking_part, day)
        return self._answered(
            with_reported, suppose, asked, day, lambda reader: draft(reader, proposed, asked, day, chosen)
        )

    @_by()
    def conflicts(
        self, *parties: str, draft: str | None = None, at: Day | None = None, issue: Words = (), topic: Words = (),
        all: bool = False, with_reported: bool = False, suppose: Words = (),
    ) -> Conflicts:  # fmt: skip
        """What cannot hold together, and what would have to go; of all parties when none is named."""
        from posdiff.answers.conflicts import conflicts

        if not (parties or self.agenda.taking_part):
            raise Failure("the agenda names no party to the talks", hint="add one under `parties:`, or name observers")
        within = names.draft(self.dossier, draft) if draft else None
        day = self._day(at)
        asked = self._asked(parties or self.agenda.taking_part, day)
        chosen = self._filter(issue, topic, everything=all)
        return self._answered(
            with_reported, suppose, asked, day, lambda reader: conflicts(reader, asked, day, chosen, within)
        )

    @_by()
    def report(
        self, *parties: str, since: Day | None = None, at: Day | None = None, issue: Words = (), topic: Words = (),
        only: Words = (), all: bool = False, with_reported: bool = False, conflicts: bool = True, history: bool = True,
        against: Words = (), draft: str | None = None, with_conflicts: bool = False, pictures: bool = True,
    ) -> Report:  # fmt: skip
        """The full report: the comparison, what changed since a day, how the positions came about.

        ``against``: parties by which what changed is measured; ``all`` for every one.
        ``draft``: one that is held against the parties. ``with_conflicts``: what ``conflicts`` answers, as a part.
        """
        from posdiff.answers.compare import WORDS
        from posdiff.answers.report import report

        chosen = self._filter(issue, topic, only, WORDS, all)
        as_of, first = self._changed_since(since, at, against)
        asked = self._asked(parties, as_of)
        self._two_at_least("report", asked)
        reader = self._reader(with_reported)
        measured_by = self._measured_by(reader, against, as_of)
        proposed = names.draft(reader.dossier, draft) if draft else None
        return report(
            reader, asked, as_of, first, chosen, conflicts, history, measured_by, proposed, with_conflicts, pictures
        )

    def _changed_since(self, since: Day | None, at: Day | None, against: Words) -> tuple[int, int | None]:
        """The day of an answer, and that from which on changes are told. Raises Failure for days that make no sense."""
        as_of, first = self._day(at), None if since is None else self._day(since)
        if first is not None and first > as_of:
            hint = "exchange them" if at else "name a day that has come"
            raise Failure(f"--since {since} is later than --at {at or 'today'}", hint=hint, code=USAGE)
        if first is None and names.listed(against):
            raise Failure("--against measures what changed, and needs --since", hint="add --since DATE", code=USAGE)
        return as_of, first

    @_by()
    def brief(
        self, *parties: str, draft: str | None = None, since: Day | None = None, against: Words = (),
        at: Day | None = None, issue: Words = (), topic: Words = (), with_reported: bool = False, suppose: Words = (),
    ) -> Brief:  # fmt: skip
        """Two pages on two or more parties: what stands in the way, what moved since a day, what a draft does.

        ``against``: the parties that movement is measured by; without any, the parties of the brief.
        """
        from posdiff.answers.brief import BriefOn, brief

        as_of, first = self._changed_since(since, at, against)
        asked = self._asked(parties, as_of)
        self._two_at_least("brief", asked)
        proposed = names.draft(self.dossier, draft) if draft else None
        on = BriefOn(as_of, first, self._measured_by(self._reader(with_reported), against, as_of), proposed)
        chosen = self._filter(issue, topic)
        return self._answered(with_reported, suppose, asked, as_of, lambda reader: brief(reader, asked, chosen, on))

    def find(self, *words: str, party: Words = (), issue: Words = (), topic: Words = ()) -> Find:
        """The texts of the agenda, the statements and the drafts in which all the words occur, reported ones too."""
        from posdiff.answers.find import SearchScope, find

        agenda = self.agenda
        scope = SearchScope(
            frozenset(names.issues(agenda, names.listed(issue))),
            frozenset(names.topics(agenda, names.listed(topic))),
            frozenset(self._parties(names.parts(names.listed(party)))),
        )
        return find(self._reader(False), words, scope)

    def terms_to_recode(
        self, *parties: str, sample: int = 40, seed: int = 1, issue: Words = (), topic: Words = ()
    ) -> Sample:
        """Terms drawn at random for a second coding: of these parties, or of all; the same for the same seed."""
        from posdiff.answers.recode import terms_to_recode

        reader = self._reader(False)
        named = self._parties(names.parts(names.listed(parties)))
        return terms_to_recode(reader.dossier, named, self._filter(issue, topic), sample, seed)

    def recode(self, sheet: str | Path) -> Recode:
        """How far the coding on a sheet agrees with that of the files, and where it does not."""
        from posdiff.answers.recode import read, recode

        return recode(self._reader(False), read(sheet, self._at))

    def coverage(self, *statements: str, at: Day | None = None, all: bool = False) -> Coverage:
        """Which sentences of the pages that are kept of sources are quoted, dismissed, or open.

        ``statements``: statements and drafts, or parties; all when none is named. ``at``: only what was said up to this
        day. ``all``: every open sentence is shown, and not only the first ones.
        """
        from posdiff.answers.coverage import coverage

        until = date.max.toordinal() if at is None else self._day(at)
        return coverage(self._reader(False), names.listed(statements), until, all)

    def validate(self, *files: str | Path, fail_on: Threshold = "error", settings: Settings | None = None) -> Validate:
        """Every finding on the files, or on those below ``files``. ``settings``: what rules are told."""
        from posdiff.answers.validate import validate
        from posdiff.review.case import Settings
        from posdiff.review.validation import THRESHOLDS

        names.words(names.listed(fail_on), THRESHOLDS, "--fail-on")
        for file in files:
            if not isinstance(file, str | Path):
                raise Failure(f"`{file!r}` is no path", hint="name a file by a text or a Path", code=USAGE)
        return validate(self._at, self._around, files, fail_on, settings or Settings())

    def verify(
        self, *files: str | Path, fail_on: Threshold = "error", settings: Settings | None = None,
        require_verified: bool = False,
    ) -> Verify:  # fmt: skip
        """Whether each quote stands in the page of its source, as it was kept; or the quotes in ``files``."""
        from posdiff.answers.verify import verify
        from posdiff.review.case import Settings
        from posdiff.review.validation import THRESHOLDS

        names.words(names.listed(fail_on), THRESHOLDS, "--fail-on")
        return verify(self._at, self._around, files, fail_on, settings or Settings(), require_verified)

    @_by(dated=False)
    def issues(
        self, *, at: Day | None = None, issue: Words = (), topic: Words = (), with_reported: bool = False
    ) -> Issues:
        """The issues of the agenda, and who has spoken on each."""
        from posdiff.answers.listings import issues

        return issues(self._reader(with_reported), self._day(at), self._filter(issue, topic))

    def parties(self, *, at: Day | None = None) -> Parties:
        """The parties of the agenda; who is in a bloc on a day."""
        from posdiff.answers.listings import parties

        return parties(self._reader(False), self._day(at))

    def sources(self, *parties: str, issue: Words = (), topic: Words = ()) -> EverySource:
        """Every source of statements and drafts with what stands on it, the dead ends first."""
        from posdiff.answers.sources import sources

        reader = self._reader(False)
        named = self._parties(names.parts(names.listed(parties)))
        return sources(reader, named, self._filter(issue, topic))

    @_by(dated=False)
    def drafts(
        self, *named: str, parties: Words = (), at: Day | None = None, issue: Words = (), topic: Words = (),
        with_reported: bool = False, columns: int | None = None, suppose: Words = (),
    ) -> Drafts:  # fmt: skip
        """What becomes of each draft in the next one named, and what that does to the parties.

        Of one draft, those that it follows come before it. Without any, the list of those there are or, where parties,
        issues or suppositions are named, all of them by their days; with ``at`` only those up to that day. ``columns``:
        4 for the four-column paper of two drafts, with the positions of the parties that are named.
        """
        from posdiff.answers.drafts import can_be_a_paper, drafts, four_columns, line_of, steps

        if columns is not None:
            can_be_a_paper(columns, named)

        reader, day, chosen = self._reader(with_reported), self._day(at), self._filter(issue, topic)
        whose = names.parts(names.listed(parties))
        there = tuple(draft for draft in reader.dossier.drafts if at is None or draft.day <= day)
        narrowed = whose or names.listed(issue) or names.listed(topic) or names.listed(suppose)
        if not named and not narrowed:
            return drafts(reader, day, None if at is None else day)
        if not named and not there:
            message = "parties, issues, topics and what is supposed are asked of drafts, and there is none"
            raise Failure(message, hint="posdiff drafts lists those that there are", code=USAGE)
        found = tuple(names.draft(reader.dossier, text) for text in named) or there
        ids = [draft.id for draft in found]
        twice = next((id for id in ids if ids.count(id) > 1), None)
        if twice is not None:
            raise Failure(f"the draft `{twice}` is named twice", hint="name each version once", code=USAGE)
        if len(found) == 1:
            found = line_of(found[0], reader.dossier.drafts)
        asked = self._asked(whose or self.agenda.taking_part, day)

        def compared(reader: Reader) -> DraftSteps:
            answer = steps(reader, found, asked, day, chosen)
            return answer if columns is None else four_columns(answer, with_positions=bool(whose))

        return self._answered(with_reported, suppose, asked, day, compared)

    @_by()
    def text(
        self, name: str, *parties: str, at: Day | None = None, issue: Words = (), topic: Words = (),
        with_reported: bool = False, suppose: Words = (),
    ) -> DraftText:  # fmt: skip
        """A draft as a document, and what each of its clauses does to the parties."""
        from posdiff.answers.text import text

        chosen = self._filter(issue, topic)
        proposed = names.draft(self.dossier, name)
        day = self._day(at)
        asked = self._asked(parties or self.agenda.taking_part, day)
        return self._answered(
            with_reported, suppose, asked, day, lambda reader: text(reader, proposed, asked, day, chosen)
        )

    @_by("site -o public")
    def site(self, *, at: Day | None = None, with_reported: bool = False) -> Site:
        """All answers on the dossier as of a day: what the pages of a site show."""
        from posdiff.answers.site import site

        return site(self._reader(with_reported), self._day(at))

    def export(self, *, with_reported: bool = False) -> Export:
        """All positions of all parties from day to day, and how each two stand: what the tables of export hold."""
        from posdiff.answers.export import export

        return export(self._reader(with_reported))

    def _answered(
        self, with_reported: bool, suppose: Words, parties: tuple[AskedParty, ...], day: int,
        question: Callable[[Reader], AnswerType],
    ) -> AnswerType:  # fmt: skip
        """The answer to a question, with what is supposed of its parties on a day."""
        return answered(self._reader(with_reported), names.listed(suppose), parties, day, question)

    def _reader(self, with_reported: bool) -> Reader:
        return Reader(with_agenda(self._at), with_reported, self._stale_after, self._around.environment, self._question)

    def _day(self, day: Day | None) -> int:
        if day is None:
            return self._around.today.toordinal()
        if isinstance(day, date):
            return day.toordinal()
        if not isinstance(day, str):
            raise Failure(f"`{day!r}` is no day", hint='write "2024-06-14", or give a date', code=USAGE)
        from posdiff.answers.dates import parse

        return parse(day, self._around.today).toordinal()

    def _period(self, since: Day | None, until: Day | None) -> tuple[int, int]:
        """Two days, the first of them 0 for the beginning. Raises Failure (usage) for the wrong order."""
        first, last = 0 if since is None else self._day(since), self._day(until)
        if first > last:
            hint = "exchange them" if until else "name a day that has come"
            raise Failure(f"--since {since} is later than --until {until or 'today'}", hint=hint, code=USAGE)
        return first, last

    def _filter(
        self, issue: Words, topic: Words, only: Words = (), known: Iterable[str] = (), everything: bool = False
    ) -> Filter:
        agenda = self.agenda
        named, topics = names.issues(agenda, names.listed(issue)), names.topics(agenda, names.listed(topic))
        chosen = [id for id, issue in agenda.issues.items() if id in named or issue.topic in topics]
        ids = chosen if named or topics else agenda.issues
        return Filter(tuple(ids), frozenset(names.words(names.listed(only), known, "--only")), everything)

    def _asked(self, parties: Iterable[str], as_of: int) -> tuple[AskedParty, ...]:
        """Parties as asked for, each with a day of its own or without; of a bloc, those that are in it on that day."""
        agenda = self.agenda
        found = asked_parties.named(agenda, parties, as_of, self._around.today)
        return labelled((each.party, each.day, agenda.parties[each.party].name) for each in found)

    def _named(self, reader: Reader, parties: Iterable[str], on: int) -> tuple[AskedParty, ...]:
        """Parties without days of their own; all of them when none is named."""
        return reader.asked(self._parties(tuple(parties) or reader.agenda.taking_part, on))

    def _parties(self, texts: Iterable[str], on: int | None = None) -> tuple[str, ...]:
        """The ids of the parties that texts name; of a bloc, those that are in it on a day, by default today."""
        today = self._around.today.toordinal()
        return asked_parties.without_days(self.agenda, texts, today if on is None else on)

    def _two_at_least(self, command: str, parties: tuple[AskedParty, ...]) -> None:
        if len(parties) < 2:
            example = " ".join([*self.agenda.parties][:2])
            raise Failure(f"{command} needs at least two parties", hint=f"posdiff {command} {example}", code=USAGE)


def open_positions(
    around: Surroundings, folder: str | Path | None = None, rev: str | None = None, recorded: Day | None = None,
    stale_after: int = STALE_AFTER,
) -> Positions:  # fmt: skip
    """The dossier in a folder, or in ``positions/`` here or above; as git has it at ``rev``, or had it on a day."""
    from posdiff.answers.dates import parse

    if folder is not None and not str(folder).strip():
        raise Failure("an empty text names no folder", hint="leave it out, or name one", code=USAGE)
    if rev is not None and not isinstance(rev, str):
        raise Failure(f"`{rev!r}` is no revision", hint='name it by a text: "HEAD~1"', code=USAGE)
    if recorded is not None and not isinstance(recorded, str | date):
        raise Failure(f"`{recorded!r}` is no day", hint='write "2024-06-14", or give a date', code=USAGE)
    if not isinstance(stale_after, int) or stale_after < 0:
        raise Failure(f"`{stale_after!r}` is no number of years", hint="0 for no age at all", code=USAGE)
    day = parse(recorded, around.today) if isinstance(recorded, str) else recorded
    return Positions(opened(around, None if folder is None else str(folder), rev, day), around, stale_after)
