"""What ``validate`` and ``check`` answer: the findings on the files, the verdict, and what an edit does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from posdiff.answers.answer import Answer
from posdiff.dossier.agenda import Agenda
from posdiff.findings.finding import Finding
from posdiff.review.gate import Verdict
from posdiff.review.meaning import Meaning
from posdiff.review.validation import Threshold, reaches

if TYPE_CHECKING:
    from posdiff.dossier.sources.repository import Commit


@dataclass(frozen=True, kw_only=True)
class Findings(Answer):
    """The verdict on the files that were ``read``; ``home`` leads to them from the top of the repository."""

    command: ClassVar[str] = "validate"

    verdict: Verdict
    threshold: Threshold
    read: tuple[str, ...]
    home: str

    def fails(self, finding: Finding) -> bool:
        """Whether a finding fails the gate."""
        return reaches(finding.severity, self.threshold)

    def path(self, file: str) -> str:
        """A file from the top of the repository: what GitHub and GitLab know it by."""
        from posixpath import normpath

        return normpath(self.home + file)


@dataclass(frozen=True, kw_only=True)
class Effect:
    """What an edit does to positions; the agenda after and before it, and the commit that it is held against."""

    meaning: Meaning
    agenda: Agenda
    before: Agenda
    base: Commit


@dataclass(frozen=True, kw_only=True)
class Check(Findings):
    """The verdict on an edit. ``effect`` is None where there is no edit, or where it was not asked for."""

    command: ClassVar[str] = "check"

    effect: Effect | None
