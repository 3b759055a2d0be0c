"""What ``validate`` and ``check`` answer: the findings on the files, the verdict, and what an edit does."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from posdiff.answers.answer import Basis, DossierAnswer
from posdiff.answers.opening import Opened, Surroundings
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.sources import tree
from posdiff.findings.failure import Failure
from posdiff.findings.finding import Finding
from posdiff.review.case import AcceptedEdit, Case, Settings, SettingsEdit
from posdiff.review.gate import Verdict
from posdiff.review.shown import More, ShownFinding, entries
from posdiff.review.validation import Threshold, counts, in_files, is_below, reaches, settled, status
from posdiff.review.validation import validate as findings_of

if TYPE_CHECKING:
    from posdiff.answers.judging import Judged
    from posdiff.comparison.evidence.verification import EvidenceOnFile
    from posdiff.dossier.dossier import Dossier
    from posdiff.dossier.grounds import Result
    from posdiff.dossier.sources.base import Base
    from posdiff.dossier.sources.repository import Commit
    from posdiff.review.effect import EditEffect


@dataclass(frozen=True, kw_only=True)
class Validate(DossierAnswer):
    """The verdict on the files that were ``read``; ``home`` leads to them from the top of the repository."""

    command: ClassVar[str] = "validate"

    verdict: Verdict
    threshold: Threshold
    read: tuple[str, ...]
    home: str

    @property
    def reached(self) -> frozenset[str]:
        """The status: ``findings`` where the gate fails, ``error`` where files cannot be read."""
        return frozenset((self.verdict.status,))

    @cached_property
    def entries(self) -> tuple[ShownFinding, ...]:
        """The findings to show, worst first: of one rule in one file twenty, and how many more there are."""
        return entries(self.verdict)

    @property
    def more(self) -> tuple[More, ...]:
        """What is not shown, by rule and file."""
        return tuple(
            More(entry.finding.rule, entry.finding.location.file, entry.more) for entry in self.entries if entry.more
        )

    @property
    def has_errors(self) -> bool:
        """Whether something could not be read, in which more may stand than was judged."""
        return self.verdict.status == "error"

    @property
    def by_result(self) -> Mapping[Result, int] | None:
        """How many quotes came out each way, where that is told."""
        return None

    @property
    def lacking(self) -> int:
        """How many quotes are not verified of those that all have to be; 0 where none has to be."""
        return 0

    def fails(self, finding: Finding) -> bool:
        """Whether a finding fails the gate."""
        return reaches(finding.severity, self.threshold)

    def path(self, file: str) -> str:
        """A file from the top of the repository: what GitHub and GitLab know it by."""
        from posixpath import normpath

        return normpath(self.home + file)


class Effect(NamedTuple):
    """What an edit does to positions; the agenda after and before it, and the commit that it is held against."""

    edit: EditEffect
    agenda: Agenda
    before: Agenda
    base: Commit


class _PagesAt(NamedTuple):
    """Where pages are read: in a folder, or as they are staged; ``elsewhere``: whether those kept out of git too."""

    folder: Path
    staged: bool
    elsewhere: bool


@dataclass(frozen=True, kw_only=True)
class Check(Validate):
    """The verdict on an edit. ``effect`` is None where there is no edit, or where it was not asked for.

    ``quotes``: how many quotes came out each way; None where no source has a page and none is required.
    ``required``: whether every quote has to be verified.
    """

    command: ClassVar[str] = "check"

    effect: Effect | None
    quotes: Mapping[Result, int] | None
    required: bool

    @property
    def by_result(self) -> Mapping[Result, int] | None:
        """How many quotes came out each way; None where no source has a page and none is required."""
        return self.quotes

    @property
    def lacking(self) -> int:
        """How many quotes are not verified, where every one has to be."""
        if not self.required or self.quotes is None:
            return 0
        return sum(number for result, number in self.quotes.items() if result != "verified")


def validate(
    at: Opened, around: Surroundings, files: Iterable[str | Path], threshold: Threshold, settings: Settings
) -> Validate:
    """The findings on all files, or on those below ``files``. Raises Failure for one that is not in the folder."""
    findings = settled(findings_of(at.dossier), settings)
    read = sorted(at.dossier.texts)
    below = within(at, around, files)
    if below:
        findings = in_files(findings, below)
        read = [file for file in read if is_below(file, below)]
    verdict = Verdict(status(findings, threshold), findings, (), counts(findings), at.dossier.texts)
    return Validate(
        agenda=at.dossier.agenda, basis=Basis(at.root), verdict=verdict, threshold=threshold, read=tuple(read),
        home=home_of(at.folder, around.here),
    )  # fmt: skip


def check(
    around: Surroundings, judged_files: Judged, base: Base | None, day: date, threshold: Threshold, settings: Settings,
    effect: bool, settings_edit: SettingsEdit | None = None, only_new: bool = False, tell_new: bool = False,
    verified: bool = False,
) -> Check:  # fmt: skip
    """The findings on the files and on the edit that made them what they are.

    ``base``: what the edit is held against; its accepted findings count. ``effect``: whether what the edit does to
    positions is looked for. ``settings_edit``: what the edit would change in the settings. ``only_new``: whether the
    findings of the base are left out; ``tell_new``: whether it is told which they are. ``verified``: whether every
    quote has to be verified.
    """
    from posdiff.answers.judging import settled as settled_by
    from posdiff.review import gate, older

    accepted, accepted_before = settled_by(judged_files, base)
    edit = judged_files.edit
    if edit is not None:
        acceptances = AcceptedEdit(accepted_before, accepted) if accepted_before is not None else None
        edit = edit._replace(settings=settings_edit or SettingsEdit(), acceptances=acceptances)
    now = judged_files.dossier
    # The gate says what a clone will say; without it a page that is kept out of git is looked at too.
    at = _PagesAt(judged_files.folder, judged_files.staged, not verified)
    evidence = _proven(now, at, around.environment) if verified else proven(judged_files, around.environment)
    case = Case(now, day.toordinal(), edit, settings, evidence)
    known = None
    if edit is not None and (only_new or tell_new):
        proven_before = _proven_before(edit.before, judged_files, base, around.environment, at)
        known = gate.KnownBefore(older.before_the_edit(case, accepted_before or accepted, proven_before), only_new)
    verdict = gate.judge(case, accepted, threshold, known)
    quotes = None
    if evidence is not None:
        from posdiff.comparison.evidence.verification import by_result
        from posdiff.review.evidence import required_of

        quotes = by_result(evidence.quotes)
        if verified:
            verdict = required_of(verdict, evidence, evidence.quotes)
    return Check(
        agenda=judged_files.dossier.agenda, basis=Basis(judged_files.root), verdict=verdict, threshold=threshold,
        read=tuple(sorted(judged_files.dossier.texts)), home=home_of(judged_files.folder, around.here),
        effect=_effect(case, judged_files) if effect else None, quotes=quotes, required=verified,
    )  # fmt: skip


def proven(judged_files: Judged, environment: Mapping[str, str]) -> EvidenceOnFile | None:
    """What the pages at hand prove of files that are judged; None where no source has a page."""
    at = _PagesAt(judged_files.folder, judged_files.staged, elsewhere=True)
    return _proven(judged_files.dossier, at, environment) if judged_files.dossier.keeps_pages else None


def _proven(dossier: Dossier, at: _PagesAt, environment: Mapping[str, str]) -> EvidenceOnFile:
    """What the pages prove that a positions folder keeps: those on the disk, or those that are staged."""
    from posdiff.comparison.evidence.verification import evidence
    from posdiff.dossier.sources import cache
    from posdiff.dossier.sources.pages import Pages

    if not at.staged:
        return evidence(dossier, Pages.below(at.folder, environment).page)
    from posdiff.dossier.sources.recorded_pages import StagedPages
    from posdiff.dossier.sources.repository import Repository

    with Repository(at.folder, environment) as git:
        staged = StagedPages(git, at.folder, at.elsewhere)
        return evidence(dossier, Pages(at.folder, cache.folder(environment), staged.read).page)


def _proven_before(
    before: Dossier, judged_files: Judged, base: Base | None, environment: Mapping[str, str], at: _PagesAt
) -> EvidenceOnFile | None:
    """What the pages proved that the base of an edit kept."""
    from posdiff.comparison.evidence.verification import evidence

    if base is None or not before.keeps_pages:
        return None
    elsewhere = at.elsewhere or not at.staged
    return evidence(before, base.pages(judged_files.was, at.folder, environment, elsewhere).page)


def _effect(case: Case, judged_files: Judged) -> Effect | None:
    if case.edit is None or judged_files.base is None or judged_files.reread is None:
        return None
    from posdiff.review.effect import edit_effect

    effect = edit_effect(case, case.edit, judged_files.reread)
    return Effect(effect, case.dossier.agenda, case.edit.before.agenda, judged_files.base)


def within(at: Opened, around: Surroundings, files: Iterable[str | Path]) -> list[str]:
    """Files by their paths within the positions folder. Raises Failure for one that is not in it."""
    return [_in_folder(at, around.here / file, str(file)) for file in files]


def _in_folder(at: Opened, path: Path, named: str) -> str:
    if not path.exists():
        raise Failure(f"there is no file {named}")
    root = at.folder.resolve()
    if not path.resolve().is_relative_to(root):
        raise Failure(
            f"{named} is not below the positions folder",
            hint=f"{at.folder} is read; --positions names another folder",
        )
    return path.resolve().relative_to(root).as_posix()


def home_of(folder: Path, here: Path) -> str:
    """The way to a positions folder from the top of the repository it is in; without one, from here or beside it."""
    folder = Path(os.path.abspath(folder))  # noqa: PTH100  # no link is followed: git knows a file by the path it has
    top = tree.top(folder)
    if top is None:
        top = here if folder.is_relative_to(here) else folder.parent
    way = folder.relative_to(top).as_posix()
    return "" if way == "." else f"{way}/"
