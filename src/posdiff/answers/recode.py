"""What ``recode`` answers: which terms are coded a second time, and how far the two codings agree."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import ClassVar, Literal, NamedTuple, get_args

from posdiff.answers.answer import DossierAnswer, Filter
from posdiff.answers.opening import Opened
from posdiff.answers.reading import Reader
from posdiff.comparison import reliability
from posdiff.comparison.reliability import Bounds, Unit
from posdiff.documents.decoding import MAX_BYTES
from posdiff.dossier.agenda import Issue
from posdiff.dossier.coding import CodedTerm, coded_terms, fingerprint, sample
from posdiff.dossier.dossier import Dossier
from posdiff.dossier.reading.recoded import Sheet, SheetRow
from posdiff.dossier.statement import coded_it
from posdiff.dossier.term import Term
from posdiff.findings.failure import USAGE, Failure
from posdiff.findings.finding import Finding
from posdiff.kinds.kind import Space, Union

#: What of a coding is compared.
Field = Literal["outcome", "firmness", "vague", "condition"]
FIELDS: tuple[Field, ...] = get_args(Field)


class Recoded(NamedTuple):
    """A term that was coded twice. ``distance``: between the outcomes; None on text, where nothing can be measured.

    ``differs``: the fields in which the two codings are not the same.
    """

    first: CodedTerm
    second: Term
    issue: Issue
    differs: tuple[Field, ...]
    distance: Fraction | None
    row: SheetRow


class Agreement(NamedTuple):
    """How far two codings agree in a field, on issues of a kind, or on all of them (``kind`` is None).

    ``terms``: how many were compared; ``agreed``: of how many the field is the same. ``measured``: how many alpha is
    taken over. ``alpha`` is None where it is not defined.
    """

    kind: str | None
    field: Field
    terms: int
    agreed: int
    measured: int
    alpha: Fraction | None
    bounds: Bounds | None


@dataclass(frozen=True, kw_only=True)
class Recode(DossierAnswer):
    """Two codings of the terms on a sheet. ``on_record``: how many terms the dossier has.

    ``not_filled_in``, ``changed``, ``gone``, ``same_coder``: the rows that are not compared: left empty; of terms that
    were coded otherwise, or quote other words, since the sheet was written; of terms that are no longer there; of terms
    that were coded first by who filled in the sheet. ``drawn``: how many terms the sheet says were drawn for it; None
    where it does not say. ``findings``: what is wrong with the sheet.
    """

    command: ClassVar[str] = "recode"

    coder: str | None
    seed: str | None
    drawn: int | None
    on_record: int
    on_sheet: int
    recoded: tuple[Recoded, ...]
    not_filled_in: tuple[SheetRow, ...]
    changed: tuple[SheetRow, ...]
    gone: tuple[SheetRow, ...]
    same_coder: tuple[SheetRow, ...]
    unread: tuple[SheetRow, ...]
    agreements: tuple[Agreement, ...]
    findings: tuple[Finding, ...]

    @property
    def off_sheet(self) -> int:
        """How many of the terms that were drawn are no longer on the sheet."""
        return max(0, (self.drawn or 0) - self.on_sheet)

    @property
    def overall(self) -> Agreement:
        """How far the two agree on outcomes, over all kinds."""
        return self.agreements[0]

    @property
    def disagreements(self) -> tuple[Recoded, ...]:
        """The terms that were not coded alike, those first of which the outcomes are farthest apart."""
        unlike = (each for each in self.recoded if each.differs)
        return tuple(sorted(unlike, key=lambda each: (-(each.distance or 0), -len(each.differs))))

    @property
    def reached(self) -> frozenset[str]:
        """Whether something on the sheet could not be read."""
        return frozenset(("error",) if any(finding.severity == "error" for finding in self.findings) else ())


class Sample(NamedTuple):
    """Terms that were drawn, out of so many."""

    terms: tuple[CodedTerm, ...]
    of: int


def terms_to_recode(dossier: Dossier, parties: Collection[str], chosen: Filter, size: int, seed: int) -> Sample:
    """Terms of these parties (of all, where none is named) and on these issues, drawn at random."""
    if not isinstance(size, int) or size < 1:
        raise Failure(f"`{size!r}` is no number of terms", hint="1 or more", code=USAGE)
    if not isinstance(seed, int):
        raise Failure(f"`{seed!r}` is no seed", hint="a whole number", code=USAGE)
    every = coded_terms(dossier, parties, chosen.issues)
    return Sample(sample(every, size, seed), len(every))


def read(file: str | Path, at: Opened) -> Sheet:
    """The sheet in a file. Raises Failure when it cannot be read."""
    from posdiff.dossier.reading.recoded import read_sheet

    if not isinstance(file, str | Path):
        raise Failure(f"`{file!r}` is no path", hint="name the sheet by a text or a Path", code=USAGE)
    path = Path(file)
    try:
        if not path.exists():
            raise Failure(f"there is no file {path}", hint="posdiff recode sheet writes one")
        if not path.is_file():  # a pipe would make the program wait for ever
            raise Failure(f"{path} is no regular file", hint="name the sheet that was filled in")
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise Failure(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from None
    name = Path(os.path.relpath(path, at.folder)).as_posix()
    sheet = read_sheet(data, name, at.dossier.agenda)
    if sheet is None:
        raise Failure(
            f"{path} is no sheet of a second coding: it has no `recode:`", hint="posdiff recode sheet writes one"
        )
    return sheet


def recode(reader: Reader, sheet: Sheet) -> Recode:
    """The codings on a sheet beside those on record."""
    on_record = {coded.name: coded for coded in coded_terms(reader.dossier)}
    names = ("not_filled_in", "changed", "gone", "same_coder", "unread")
    lists: dict[str, list[SheetRow]] = {name: [] for name in names}
    recoded: list[Recoded] = []
    for row in sheet.rows:
        first = on_record.get((row.file, row.issue))
        if first is None:
            lists["gone"].append(row)
        elif sheet.coder and coded_it(sheet.coder, first.statement):
            lists["same_coder"].append(row)
        elif row.fingerprint not in (None, fingerprint(first, reader.agenda)):
            lists["changed"].append(row)
        elif row.unread:
            lists["unread"].append(row)
        elif row.term is None:
            lists["not_filled_in"].append(row)
        else:
            recoded.append(_recoded(first, row.term, reader.agenda.issues[row.issue], row))
    return Recode(
        agenda=reader.agenda, basis=reader.basis, coder=sheet.coder, seed=sheet.seed, drawn=sheet.drawn,
        on_record=len(on_record), on_sheet=len(sheet.rows), recoded=tuple(recoded),
        not_filled_in=tuple(lists["not_filled_in"]),
        changed=tuple(lists["changed"]), gone=tuple(lists["gone"]),
        same_coder=tuple(lists["same_coder"]), unread=tuple(lists["unread"]),
        agreements=_agreements(recoded, on_record.values()), findings=sheet.findings,
    )  # fmt: skip


def _recoded(first: CodedTerm, second: Term, issue: Issue, row: SheetRow) -> Recoded:
    outcomes = _outcomes(issue.space, first.term, second)
    distance = issue.space.difference(*outcomes) if issue.space.comparable else None
    same: dict[Field, bool] = {
        "outcome": not issue.space.comparable or bool(issue.space.equal(*outcomes)),
        "firmness": first.term.firmness == second.firmness,
        "vague": first.term.vague == second.vague,
        "condition": _conditions(first.term) == _conditions(second),
    }
    return Recoded(first, second, issue, tuple(field for field in FIELDS if not same[field]), distance, row)


def _outcomes(space: Space, first: Term, second: Term) -> tuple[Union, Union]:
    """What two codings accept as things stand; where one accepts nothing so, what both accept on some condition."""
    if first.accepted and second.accepted:
        return space.tidy(first.accepted), space.tidy(second.accepted)
    return space.tidy(first.conceivable), space.tidy(second.conceivable)


def _conditions(term: Term) -> Hashable:
    """When a term binds, and what it offers on a condition."""
    return term.condition, frozenset((offer.accepts, offer.condition) for offer in term.offers if offer.condition)


_VALUES: dict[Field, Callable[[Term], Hashable]] = {
    "firmness": lambda term: term.firmness, "vague": lambda term: term.vague, "condition": _conditions,
}  # fmt: skip


def _agreements(recoded: Sequence[Recoded], on_record: Collection[CodedTerm]) -> tuple[Agreement, ...]:
    """For all kinds together, then for each that there is: every field."""
    chance = _chance(recoded, on_record)
    kinds = dict.fromkeys(each.issue.space.kind for each in recoded)
    agreements = []
    for kind in (None, *kinds):
        of_kind = [each for each in recoded if kind in (None, each.issue.space.kind)]
        measured = [each for each in of_kind if each.distance is not None]
        units = [
            Unit(each.distance, expected)
            for each in measured
            if each.distance is not None and (expected := chance[each.issue.id]) is not None
        ]
        agreements.append(_agreement(kind, "outcome", measured, units))
        for field, value in _VALUES.items():
            coded = [(value(each.first.term), value(each.second)) for each in of_kind]
            units = reliability.units(coded, reliability.nominal)
            agreements.append(_agreement(kind, field, of_kind, units))
    return tuple(agreements)


def _agreement(kind: str | None, field: Field, recoded: Sequence[Recoded], units: Sequence[Unit]) -> Agreement:
    agreed = sum(field not in each.differs for each in recoded)
    alpha, bounds = reliability.alpha(units), reliability.bounds(units)
    return Agreement(kind, field, len(recoded), agreed, len(units), alpha, bounds)


def _chance(recoded: Iterable[Recoded], on_record: Collection[CodedTerm]) -> dict[str, Fraction | None]:
    """How far the outcomes of two codings of each issue are apart, on average.

    Outcomes of two issues cannot be compared, so that chance is looked for within each issue: among all its codings on
    record and those of the sheet. None where these are only the two of one term, which say nothing of chance.
    """
    second: dict[str, list[Term]] = {}
    for each in recoded:
        if each.issue.space.comparable:
            second.setdefault(each.issue.id, []).append(each.second)
    spaces = {each.issue.id: each.issue.space for each in recoded}
    chance: dict[str, Fraction | None] = {}
    for id, codings in second.items():
        space = spaces[id]
        terms = [*(coded.term for coded in on_record if coded.term.issue == id), *codings]
        values = [_value(space, term) for term in terms]
        chance[id] = reliability.by_chance(values, space.difference) if len(values) > 2 else None
    return chance


def _value(space: Space, term: Term) -> Union:
    """What a coding accepts as things stand, or else on some condition."""
    return space.tidy(term.accepted or term.conceivable)
