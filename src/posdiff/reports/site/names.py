"""What the files of a site are called: pages are named after ids, which hold no capital letter, dot or slash."""

from __future__ import annotations

from hashlib import sha256

#: Names that Windows keeps for devices, whatever their suffix. No id holds an underscore.
_DEVICES = frozenset(("aux", "con", "nul", "prn", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))))
#: File systems take 255 bytes; an id may be longer.
_MOST = 200


def file_name(id: str) -> str:
    """An id as the name of a file without its suffix: the same everywhere, and no other id has it."""
    if len(id) > _MOST:
        return f"{id[:_MOST]}_{sha256(id.encode()).hexdigest()[:12]}"
    return f"{id}_" if id in _DEVICES else id


def of_issue(id: str) -> str:
    """The path of an issue's page, without its suffix."""
    return f"issues/{file_name(id)}"


def of_party(id: str) -> str:
    """The path of a party's page, without its suffix."""
    return f"parties/{file_name(id)}"


def of_draft(id: str) -> str:
    """The path of a draft's page, without its suffix."""
    return f"drafts/{file_name(id)}"


def of_statement(file: str) -> str:
    """The path of a statement's page, without its suffix; ``file`` is that of the statement."""
    folder, _, name = file.rpartition("/")
    return f"statements/{file_name(folder)}/{name.rpartition('.')[0]}"
