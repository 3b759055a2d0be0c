"""A dossier: the agenda, the statements and the drafts of one folder, and the findings of reading them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from posdiff.documents.decoding import shown
from posdiff.dossier.agenda import Agenda
from posdiff.dossier.kept_positions import KeptPositions
from posdiff.dossier.statement import Draft, Statement
from posdiff.dossier.statements import Statements, keeps_pages
from posdiff.findings.finding import Finding


class Texts(Mapping[str, str]):
    """The text of files by path, as findings show them: each is made of its bytes when it is asked for."""

    def __init__(self, contents: Mapping[str, bytes]) -> None:
        self._contents, self._made = contents, dict[str, str]()

    def __getitem__(self, path: str) -> str:
        if path not in self._made:
            self._made[path] = shown(self._contents[path], path)
        return self._made[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._contents)

    def __len__(self) -> int:
        return len(self._contents)


class Dossier(NamedTuple):
    """``statements`` are all of them, in the order in which they count: by day, joint ones first, then by id."""

    agenda: Agenda
    statements: Statements
    drafts: tuple[Draft, ...]
    findings: tuple[Finding, ...]
    #: The text of every file that was read, by its path relative to the folder.
    texts: Mapping[str, str]
    #: Where positions of it are kept between runs.
    positions: KeptPositions | None = None

    @property
    def recorded(self) -> list[Statement | Draft]:
        """Every statement and draft."""
        return [*self.statements, *self.drafts]

    def saying(self, statements: Iterable[Statement]) -> "Dossier":
        """The same with other statements, in the order in which they count."""
        return self._replace(statements=Statements(statements), positions=None)

    @property
    def keeps_pages(self) -> bool:
        """Whether any source has a snapshot."""
        return keeps_pages(self.drafts) or self.statements.keeps_pages

    def of(self, party: str) -> tuple[Statement, ...]:
        """The statements of one party, its joint ones included, in the order in which they count."""
        return self.statements.of(party)
