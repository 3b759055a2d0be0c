"""What all answers have in common: what was read to give them, and the parties as asked for."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple, Protocol

from posdiff.dossier.agenda import Agenda
from posdiff.dossier.grounds import NOT_CODED_TWICE
from posdiff.dossier.term import Term
from posdiff.findings.finding import Finding

if TYPE_CHECKING:
    from posdiff.comparison.evidence.proofs import PagesOfParty, Proofs
    from posdiff.dossier.grounds import CodedAlike, Grounds
    from posdiff.dossier.position import Held
    from posdiff.dossier.sources.repository import Commit


class AskedParty(NamedTuple):
    """A party as it was asked for: ``russia``, or ``russia@2024-06-14`` with a day of its own (an ordinal).

    ``label`` is what the answer knows it by, unique in the answer; ``name`` is what it is called in words.
    """

    label: str
    party: str
    day: int | None
    name: str

    def on(self, as_of: int) -> int:
        """The day (an ordinal) as of which its position is looked at: its own, or else that of the answer."""
        return as_of if self.day is None else self.day


#: Years after which a position that was not stated again is told with its age, unless something else is asked for.
STALE_AFTER = 2


def day_of(label: str, parties: Iterable[AskedParty], as_of: int) -> int:
    """The day (an ordinal) as of which the position of the party with a label is looked at."""
    return next(asked for asked in parties if asked.label == label).on(as_of)


class Supposed(NamedTuple):
    """What is supposed of a party on an issue: a term, or None for no position. ``text``: as it is asked for."""

    party: str
    issue: str
    term: Term | None
    text: str


class LeftOut(NamedTuple):
    """A statement that does not count, being only reported; where it would from a day (an ordinal) on.

    ``file`` is where it stands. That is on an issue; "" stands for what it says of a draft.
    """

    file: str
    issue: str
    day: int


class Dissent(NamedTuple):
    """The blocs of the day whose words on an issue a party does not hold; ``reported``: not by its own account."""

    blocs: tuple[str, ...]
    reported: bool


#: Why a party holds nothing on an issue on which something is coded: the reports do not count, or it ended; with
#: ``left`` as it left the bloc that said it.
WhyNothing = Literal["withdrawn", "expired", "left", "only-reported"]


class NotHeld(NamedTuple):
    """That a party holds nothing on an issue on which it, or a bloc of its, has spoken.

    ``day`` (an ordinal): of the withdrawal, the last one of what expired, the first one out of the bloc; None of
    reports. ``by``: whether the end of it is stated, or only reported or supposed.
    """

    why: WhyNothing
    day: int | None = None
    by: Literal["stated", "reported", "supposed"] = "stated"


#: Whether a statement of a party, or of one of its blocs, is on file up to a day; none but of later days; none at all.
OnFile = Literal["some", "later", "none"]


class Basis(NamedTuple):
    """What was read: the commit (None for the files on the disk), whether reports count, the errors in the files.

    ``root`` leads from here to the files, as messages name them. A position that was not stated again for
    ``stale_after`` years is told with its age; 0 for none.
    ``supposed``: what is asked as if it were so, and is not on record.
    ``proofs``: what the pages kept of sources prove of quotes; None where no page is kept.
    ``drafts``: the ids of all drafts there are, shown or not, so that none is called as another is.
    ``twice`` gives the terms of the second coding that is kept, and whether they were coded alike: only what positions
    rest on needs them.
    ``left_out``: by the label of each party asked about, what does not count, being only reported; None for an answer
    in which nothing is left out. ``question`` gives the command that asks for the answer.
    ``asked``: by the same labels each party and the day (an ordinal) as of which its silence is looked at.
    ``dissents`` gives, of a party as of a day (an ordinal), by issue from which blocs it dissents; ``on_file`` whether
    any statement of it is on file; ``not_held`` by issue why it holds nothing where something is coded.
    """

    root: str
    commit: Commit | None = None
    with_reported: bool = False
    errors: tuple[Finding, ...] = ()
    stale_after: int = STALE_AFTER
    supposed: tuple[Supposed, ...] = ()
    proofs: Proofs | None = None
    drafts: tuple[str, ...] = ()
    twice: Callable[[], CodedAlike] = lambda: NOT_CODED_TWICE
    left_out: Mapping[str, frozenset[LeftOut]] | None = None
    question: Callable[[], str] = str
    asked: Mapping[str, tuple[str, int]] = MappingProxyType({})
    dissents: Callable[[str, int], Mapping[str, Dissent]] = lambda _party, _day: {}
    on_file: Callable[[str, int], OnFile] = lambda _party, _day: "some"
    not_held: Callable[[str, int], Mapping[str, NotHeld]] = lambda _party, _day: {}

    @property
    def silences(self) -> Mapping[str, PagesOfParty]:
        """By label, how far the texts on file of each party asked about were looked at: what its silence means.

        Of none where no page is kept, and not of a party of which no statement is on file.
        """
        proofs = self.proofs
        if proofs is None:
            return {}
        found = {label: proofs.silence(party, day) for label, (party, day) in self.asked.items()}
        return {label: pages for label, pages in found.items() if pages is not None}

    @property
    def unheard(self) -> Mapping[str, OnFile]:
        """By label those of the parties asked about of which no statement is on file up to their day."""
        found = {label: self.on_file(party, day) for label, (party, day) in self.asked.items()}
        return {label: on_file for label, on_file in found.items() if on_file != "some"}

    @property
    def not_counted(self) -> int:
        """How many statements are left out, each once."""
        return len({each.file for of_party in (self.left_out or {}).values() for each in of_party})

    def on(self, issues: Collection[str]) -> Basis:
        """The same for an answer on these issues alone."""
        left_out = (self.left_out or {}).items()
        return self._replace(
            left_out={of: frozenset(one for one in all if one.issue in issues) for of, all in left_out}
        )

    @property
    def counting(self) -> str:
        """The command that asks for the same answer with these counted."""
        return f"{self.question()}{self._revision} --with-reported".lstrip()

    @property
    def _revision(self) -> str:
        return f" --rev {self.commit.id[:12]}" if self.commit else ""

    @property
    def options(self) -> str:
        """The options with which another command reads the same: `` --rev 785769f0c1d2 --with-reported``."""
        read = self._revision + (" --with-reported" if self.with_reported else "")
        return read + "".join(f" --suppose {shlex.quote(each.text)}" for each in self.supposed)

    def grounds(self, held: Held, day: int) -> Grounds:
        """What a position rests on, looked at on a day (an ordinal)."""
        from posdiff.dossier.grounds import grounds

        return grounds(held, day, self.proofs.results((held,)) if self.proofs else None, self.twice())


class Filter(NamedTuple):
    """What of an answer is shown: the issues asked for, the kinds of rows (all, when empty), silent ones as well."""

    issues: tuple[str, ...]
    only: frozenset[str] = frozenset()
    everything: bool = False

    def shows(self, word: str) -> bool:
        """Whether rows of this relation or kind are shown."""
        return not self.only or word in self.only


class Writer(Protocol):
    """Writes an answer: what ``posdiff.reports`` does, which answers know nothing of."""

    def to_dict(self, answer: Answer) -> dict[str, Any]: ...

    def records(self, answer: Answer) -> list[dict[str, Any]]: ...

    def html(self, answer: Answer) -> str: ...


# Only answers of commands are made: what a dataclass writes for these two, all commands would wait for.
@dataclass(frozen=True, kw_only=True, init=False, repr=False, eq=False)
class Answer:
    """The answer of one command."""

    #: The command that gives it.
    command: ClassVar[str]
    #: What writes answers that are asked for their values; ``posdiff.open`` sees to it.
    writer: ClassVar[Writer | None] = None

    basis: Basis

    @property
    def reached(self) -> frozenset[str]:
        """What is true of this answer, in the words of ``--fail-on``, whatever is shown of it."""
        return frozenset()

    def to_dict(self) -> dict[str, Any]:
        """The answer as the command's JSON has it."""
        return self._writer().to_dict(self)

    def records(self) -> list[dict[str, Any]]:
        """The answer as flat rows with typed columns, the same as its CSV: for ``pandas.DataFrame(…)``."""
        return self._writer().records(self)

    def _repr_html_(self) -> str:
        """The answer as a notebook shows it."""
        return self._writer().html(self)

    def _writer(self) -> Writer:
        if Answer.writer is None:
            raise RuntimeError("answers are written by posdiff.reports: get them from posdiff.open(…)")
        return Answer.writer


@dataclass(frozen=True, kw_only=True, init=False, repr=False, eq=False)
class DossierAnswer(Answer):
    """An answer on a dossier. ``agenda`` has the titles of all that it names by id."""

    agenda: Agenda
    #: Where something is supposed, the answer to the same question without that.
    of_record: DossierAnswer | None = None
