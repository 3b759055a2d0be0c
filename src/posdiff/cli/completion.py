"""What the shell completes: names in the dossier at hand, and the words of options. Silent whatever is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import typer


def parties(incomplete: str) -> list[str]:
    """The ids and aliases of parties."""
    return _matching(incomplete, "parties")


def several_parties(incomplete: str) -> list[str]:
    """The same, or with ``@`` the blocs whose members are meant; ``all``."""
    if incomplete.startswith("@"):
        return [f"@{id}" for id in _matching(incomplete[1:], "parties", only="members")]
    every = ["all"] if incomplete and "all".startswith(incomplete.lower()) else []
    return every + parties(incomplete)


def issues(incomplete: str) -> list[str]:
    """The ids of issues."""
    return _matching(incomplete, "issues")


def topics(incomplete: str) -> list[str]:
    """The ids of topics."""
    return _matching(incomplete, "topics")


def drafts(incomplete: str) -> list[str]:
    """The ids of drafts."""
    import os
    from pathlib import Path

    from posdiff.dossier.sources import tree
    from posdiff.findings.failure import Failure

    try:
        folder = tree.find(Path.cwd(), os.environ.get("POSDIFF_POSITIONS")) / "drafts"
        stems = sorted(path.stem for path in folder.iterdir() if path.suffix in (".yaml", ".yml"))
    except (Failure, OSError):
        return []
    return [name for name in stems if name.startswith(incomplete.lower()) and _safe(name)]


def rules(incomplete: str) -> list[str]:
    """The ids of rules."""
    from posdiff.findings.rules import RULES

    return [id for id in RULES if id.startswith(incomplete.lower())]


def schemas(incomplete: str) -> list[str]:
    """The names of schemas."""
    from posdiff.reports.shapes import schemas

    return [name for name in schemas.NAMES if name.startswith(incomplete.lower())]


def shown_words(context: typer.Context, incomplete: str) -> list[str]:
    """What ``--only`` of the command takes."""
    return [word for word in shown_words_of(context.info_name or "") if word.startswith(incomplete)]


def failing_words(context: typer.Context, incomplete: str) -> list[str]:
    """What ``--fail-on`` of the command takes."""
    return [word for word in failing_words_of(context.info_name or "") if word.startswith(incomplete)]


def shown_words_of(command: str) -> tuple[str, ...]:
    """The words that ``--only`` of a command knows: those of its answer."""
    if command not in ("compare", "report", "changes", "history", "draft"):
        return ()
    known: tuple[str, ...] = import_module(f"posdiff.answers.{command}").WORDS
    return known


def failing_words_of(command: str) -> tuple[str, ...]:
    """The words that ``--fail-on`` of a command knows: those that its answer may have reached; ``never``."""
    if command in ("validate", "check", "verify"):
        from posdiff.findings.rules import SEVERITIES

        return (*SEVERITIES, "never")
    if command not in ("compare", "report", "changes", "draft", "conflicts", "brief", "coverage"):
        return ("never",)
    known: tuple[str, ...] = import_module(f"posdiff.answers.{command}").FAILING
    return (*known, "never")


def _matching(incomplete: str, section: str, only: str | None = None) -> list[str]:
    return [name for name in _names(section, only) if name.startswith(incomplete.lower())]


def _names(section: str, only: str | None = None) -> Iterator[str]:
    """The ids and aliases in a section of the agenda; ``only``: of what has this key."""
    import os
    from pathlib import Path

    from posdiff.documents.nodes import Entries, Items, Scalar
    from posdiff.documents.parsing import parse
    from posdiff.dossier.sources import tree
    from posdiff.findings.failure import Failure

    try:
        folder = tree.find(Path.cwd(), os.environ.get("POSDIFF_POSITIONS"))
        agenda = next(path for name in ("agenda.yaml", "agenda.yml") if (path := folder / name).is_file())
        root = parse(agenda.read_bytes()[: 1 << 20], "agenda.yaml").root
    except (Failure, OSError, StopIteration):
        return
    entry = root.entries.get(section) if root else None
    if entry is None or not isinstance(entry.value, Entries):
        return
    for name, declared in entry.value.entries.items():
        if only and not (isinstance(declared.value, Entries) and only in declared.value.entries):
            continue
        if _safe(name):
            yield name
        if section == "parties" and isinstance(declared.value, Entries) and "aliases" in declared.value.entries:
            aliases = declared.value.entries["aliases"].value
            for alias in aliases.items if isinstance(aliases, Items) else ():
                if isinstance(alias, Scalar) and _safe(alias.text.lower()):
                    yield alias.text.lower()


def _safe(name: str) -> bool:
    """Whether a name can go to a shell as it is."""
    return name.isascii() and name.replace("-", "").isalnum()
