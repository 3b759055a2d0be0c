"""A dossier: the agenda, the statements and the drafts of one folder, and the findings of reading them."""

from collections.abc import Mapping
from typing import NamedTuple

from posdiff.dossier.agenda import Agenda
from posdiff.dossier.statement import Draft, Statement
from posdiff.dossier.statements import Statements
from posdiff.findings.finding import Finding


class Dossier(NamedTuple):
    """``statements`` are all of them, in the order in which they count: by day, joint ones first, then by id."""

    agenda: Agenda
    statements: Statements
    drafts: tuple[Draft, ...]
    findings: tuple[Finding, ...]
    #: The text of every file that was read, by its path relative to the folder.
    texts: Mapping[str, str]

    @property
    def recorded(self) -> list[Statement | Draft]:
        """Every statement and draft."""
        return [*self.statements, *self.drafts]

    @property
    def keeps_pages(self) -> bool:
        """Whether any source has a snapshot."""
        of_drafts = (source.snapshot for draft in self.drafts for source in draft.sources.values())
        return any(of_drafts) or self.statements.keep_pages

    def of(self, party: str) -> tuple[Statement, ...]:
        """The statements of one party, its joint ones included, in the order in which they count."""
        return self.statements.of(party)
