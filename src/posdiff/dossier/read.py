"""What was read: the agenda, and what a file holds. Apart from the readers, which need PyYAML."""

from typing import NamedTuple

from posdiff.dossier.agenda import Agenda
from posdiff.dossier.statement import Draft, Statement
from posdiff.findings.finding import Finding


class ReadAgenda(NamedTuple):
    """The agenda, and the ids of issues and parties in it that could not be read: using them is no error."""

    agenda: Agenda
    broken: frozenset[str]


class AgendasRead(NamedTuple):
    """The agenda, None where none can be read; the findings on files that are one; those whose text is shown."""

    agenda: ReadAgenda | None
    findings: tuple[Finding, ...]
    shown: tuple[str, ...]


class FileRead(NamedTuple):
    """What a file holds, where it is a statement or a draft, and the findings on it.

    ``shown``: whether its text is one of the dossier's; it is not where the file may be anything that lies there.
    """

    recorded: Statement | Draft | None
    findings: tuple[Finding, ...]
    shown: bool
