"""A rule: an id that never changes, how grave its findings are, its page, and how it is examined."""

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from posdiff.findings.finding import Finding, Severity
from posdiff.review.case import Case

#: When a rule is looked at: while files are read (or statements folded), in any check, in the check of an edit, or
#: where accepted findings are.
When = Literal["reading", "check", "edit", "acceptance"]


class Rule(NamedTuple):
    """One kind of finding. ``page`` is its manual, in Markdown; its first line says what is found, in a few words."""

    id: str
    severity: Severity
    page: str
    when: When
    examine: Callable[[Case], Iterable[Finding]] | None = None

    @property
    def title(self) -> str:
        """What is found, in a few words."""
        return self.page.strip().splitlines()[0].rstrip(".")

    @property
    def fixed(self) -> bool:
        """Whether it stays an error whatever the settings say: the answers leave out what it concerns."""
        return self.severity == "error" and self.when in ("reading", "acceptance")


def in_check(id: str, severity: Severity, page: str | None, examine: Callable[[Case], Iterable[Finding]]) -> Rule:
    """A rule that looks at the files as they are."""
    return Rule(id, severity, page or id, "check", examine)


def of_edit(id: str, severity: Severity, page: str | None, examine: Callable[[Case], Iterable[Finding]]) -> Rule:
    """A rule that looks at what an edit did to files recorded before."""
    return Rule(id, severity, page or id, "edit", examine)


_NEVER = """
## When to accept it

It cannot be: it is an error of reading, and the answers leave out what it concerns.
"""


def pages(text: str, when: When) -> tuple[Rule, ...]:
    """The rules of a text of several pages, each under a line ``=== id (severity)``."""
    made = []
    for part in f"\n{text.strip()}".split("\n=== ")[1:]:
        head, _, page = part.partition("\n")
        id, _, severity = head.rstrip(")").partition(" (")
        rule = Rule(id, severity, page.strip() + "\n", when)  # type: ignore[arg-type]
        made.append(rule._replace(page=rule.page + _NEVER) if rule.fixed and when == "reading" else rule)
    return tuple(made)
