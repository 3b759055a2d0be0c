"""Settings in a file: ``posdiff.toml``, or ``[tool.posdiff]`` in ``pyproject.toml``, here or in the nearest parent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from posdiff.findings.failure import USAGE, Failure
from posdiff.findings.nearest import suggestion

#: What may be set: the long name of every option that is worth keeping. A test ties it to the options themselves.
KEYS = (
    "positions", "at", "since", "until", "against", "issue", "topic", "only", "with-reported", "all", "quotes",
    "sources", "fields", "metric", "format", "bom", "stamp", "fail-on", "color", "width", "quiet",
)  # fmt: skip
_LISTS = ("issue", "topic", "only", "fail-on")
_TRUTHS = ("with-reported", "all", "quotes", "sources", "fields", "bom", "stamp", "quiet")


def read(start: Path) -> dict[str, Any]:
    """The settings that hold in a folder, by the options' long names; paths in them are relative to the file.

    Raises Failure (configuration) for a file that cannot be read, an unknown key or a value of the wrong type.
    """
    for folder in (start, *start.parents):
        own, shared = folder / "posdiff.toml", folder / "pyproject.toml"
        if own.is_file():
            return _checked(_toml(own), own)
        if shared.is_file() and b"tool.posdiff" in _bytes(shared):
            found = _toml(shared).get("tool", {}).get("posdiff")
            if found is not None:
                return _checked(found, shared)
    return {}


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Failure(f"{file} cannot be read: {error.strerror}", code=USAGE) from None


def _toml(file: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(_bytes(file).decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Failure(f"{file} is not valid TOML: {error}", code=USAGE) from None


def _checked(found: Any, file: Path) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise Failure(f"{file}: `tool.posdiff` must be a table", code=USAGE)
    settings: dict[str, Any] = {}
    for key, value in found.items():
        if key not in KEYS:
            raise Failure(f"{file}: no setting `{key}`", hint=suggestion(key, KEYS), code=USAGE)
        wanted: Any = bool if key in _TRUTHS else int if key == "width" else str
        values = value if isinstance(value, list) and key in _LISTS else [value]
        if not all(isinstance(each, wanted) and (wanted is bool or not isinstance(each, bool)) for each in values):
            name = {bool: "true or false", int: "a whole number", str: "a text"}[wanted]
            raise Failure(f"{file}: `{key}` must be {name}", code=USAGE)
        settings[key] = values if key in _LISTS else str(file.parent / value) if key == "positions" else value
    if "only" in settings or "fail-on" in settings:
        _check_words(settings, file)
    return settings


def for_command(command: str, settings: dict[str, Any]) -> dict[str, Any]:
    """The settings as a command takes them: of ``only`` and ``fail-on``, only what is among its own words.

    ``fail-on = ["contradiction", "hardened", "warning"]`` is one line for ``compare``, ``changes`` and ``validate``.
    """
    taken = dict(settings)
    for key in ("only", "fail-on"):
        if key in taken:
            known = _words(command)
            words = [word for text in taken.pop(key) for word in text.split(",") if word.strip() in known]
            if words:
                taken[key] = words[0] if command == "validate" else words
    return taken


def _words(command: str) -> tuple[str, ...]:
    """The words that ``--only`` and ``--fail-on`` of a command know."""
    from posdiff.comparison.changes import KINDS
    from posdiff.comparison.relations import RELATIONS
    from posdiff.findings.finding import SEVERITIES

    compared = (*RELATIONS, "deadlock")
    own = {"compare": compared, "report": compared, "changes": KINDS, "history": KINDS, "validate": SEVERITIES}
    if command == "draft":
        from posdiff.comparison.drafts import GATES, RESULTS

        return (*GATES, *RESULTS, "never")
    return (*own.get(command, ()), "never")


def _check_words(settings: dict[str, Any], file: Path) -> None:
    known = [word for command in ("compare", "changes", "draft", "validate") for word in _words(command)]
    for key in ("only", "fail-on"):
        for word in (part.strip() for text in settings.get(key, ()) for part in text.split(",")):
            if word not in known:
                raise Failure(f"{file}: `{key}` takes no `{word}`", hint=suggestion(word, known), code=USAGE)
