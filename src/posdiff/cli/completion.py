"""What the shell completes: parties, issues and topics of the dossier at hand. Silent whatever is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator


def parties(incomplete: str) -> list[str]:
    """The ids and aliases of parties."""
    return _matching(incomplete, "parties")


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
        found = sorted(path.stem for path in folder.iterdir() if path.suffix in (".yaml", ".yml"))
    except (Failure, OSError):
        return []
    return [name for name in found if name.startswith(incomplete.lower()) and _safe(name)]


def rules(incomplete: str) -> list[str]:
    """The ids of rules."""
    from posdiff.findings.rules import RULES

    return [id for id in RULES if id.startswith(incomplete.lower())]


def _matching(incomplete: str, section: str) -> list[str]:
    return [name for name in _names(section) if name.startswith(incomplete.lower())]


def _names(section: str) -> Iterator[str]:
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
    for name, found in entry.value.entries.items():
        if _safe(name):
            yield name
        if section == "parties" and isinstance(found.value, Entries) and "aliases" in found.value.entries:
            aliases = found.value.entries["aliases"].value
            for alias in aliases.items if isinstance(aliases, Items) else ():
                if isinstance(alias, Scalar) and _safe(alias.text.lower()):
                    yield alias.text.lower()


def _safe(name: str) -> bool:
    """Whether a name can go to a shell as it is."""
    return name.isascii() and name.replace("-", "").isalnum()
