"""What a rule looks at: the files as they are, the edit that made them so, the day, and the settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from posdiff.dossier.dossier import Dossier
from posdiff.findings.location import Location
from posdiff.findings.rules import RuleId, Severity
from posdiff.review.acceptance import Accepted

if TYPE_CHECKING:
    from posdiff.comparison.evidence.verification import EvidenceOnFile

#: What a rule may be set to: a severity, or off.
Level = Literal["error", "warning", "info", "off"]
LEVELS: tuple[Level, ...] = ("error", "warning", "info", "off")
_NONE: Mapping[str, str] = {}


class Settings(NamedTuple):
    """What ``[tool.posdiff.rules]`` says: levels by rule id, and the limits that rules keep to."""

    levels: Mapping[RuleId, Level] = _NONE  # type: ignore[assignment]
    #: Words; a longer quote is a finding.
    longest_quote: int = 100

    def level(self, rule: RuleId, severity: Severity) -> Level:
        """The level of a finding of a rule: that of the settings, else the ``severity`` that it has."""
        return self.levels.get(rule, severity)


class SettingChange(NamedTuple):
    """A setting that an edit changes: its key, and its values as the file writes them; None where it was not set."""

    key: str
    before: str | None
    after: str | None
    location: Location


class SettingsEdit(NamedTuple):
    """What an edit does to the settings; ``texts``: the files of settings that the changes stand in, by path."""

    changes: tuple[SettingChange, ...] = ()
    texts: Mapping[str, str] = _NONE


class AcceptedEdit(NamedTuple):
    """The accepted findings before an edit, which hold while it is judged, and after it."""

    before: Accepted
    after: Accepted


class Edit(NamedTuple):
    """What an edit did to the files. Paths are relative to the positions folder.

    ``before`` is the dossier at the merge base. A file that was renamed stands in ``renamed`` (new path to old path)
    and in none of the other three; its content may differ a little.
    """

    before: Dossier
    added: frozenset[str] = frozenset()
    modified: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    renamed: Mapping[str, str] = _NONE
    settings: SettingsEdit = SettingsEdit()
    acceptances: AcceptedEdit | None = None


class Case(NamedTuple):
    """What is judged. ``dossier`` holds the files after the edit; ``today`` is an ordinal, given by the caller.

    ``edit`` is None where no edit is judged: in ``validate``, and in ``check`` without ``--against``.
    """

    dossier: Dossier
    today: int
    edit: Edit | None = None
    settings: Settings = Settings()
    #: What the pages of sources prove; None where none were looked at.
    evidence: EvidenceOnFile | None = None
