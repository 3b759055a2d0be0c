"""Settings in a file: ``posdiff.toml``, or ``[tool.posdiff]`` in ``pyproject.toml``, here or in the nearest parent."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Any

from posdiff.cli import completion
from posdiff.dossier.sources import regular_file, tree
from posdiff.findings.failure import USAGE, Failure
from posdiff.findings.nearest import suggestion

if TYPE_CHECKING:
    from posdiff.findings.rules import RuleId
    from posdiff.review.case import Level, Settings

#: What a file of settings holds; None where there is no such file.
Content = Callable[[Path], bytes | None]

#: The files that settings stand in.
OWN, SHARED = "posdiff.toml", "pyproject.toml"
#: The bytes that are read of each: in the one that other programs share there may be more.
_MOST = {OWN: 64 * 1024, SHARED: 1024 * 1024}
_HELD_IN_SHARED = b"tool.posdiff"

#: The table of rules, and what a rule may be told besides its severity.
_RULES = "rules"
_LIMITS = {"long-quote": ("words",)}


def on_disk(file: Path) -> bytes | None:
    """What a file of settings holds; None where there is none. Raises Failure for one that cannot be read.

    An edit may bring the file: a link could show what stands elsewhere, and a file without end stop the gate.
    """
    if not os.path.lexists(file) or (file.is_dir() and not file.is_symlink()):
        return None
    if file.is_symlink() and file.name == OWN:
        hint = "put the file itself there, or leave all settings aside with posdiff --no-config"
        raise Failure(f"{file} is a link, and settings are not read through links", hint=hint, code=USAGE)
    if file.is_symlink() and not file.is_file():
        return None
    try:
        data = regular_file.read(file, _MOST[file.name])
    except regular_file.NotRegular:
        raise Failure(f"{file} is no regular file", hint="rename or remove it", code=USAGE) from None
    except regular_file.TooLarge as error:
        message = f"{file} has {error.size:,} bytes; at most {_MOST[file.name]:,} are read"
        raise Failure(message, hint="shorten it", code=USAGE) from None
    except OSError as error:
        raise Failure(f"{file} cannot be read: {error.strerror}", code=USAGE) from None
    if file.is_symlink() and _HELD_IN_SHARED in data:
        hint = "put the table `tool.posdiff` into the file posdiff.toml"
        raise Failure(f"{file} is a link, and settings are not read through links", hint=hint, code=USAGE)
    return data


def read(start: Path, content: Content = on_disk) -> dict[str, Any]:
    """The settings that hold in a folder, by the options' long names; paths in them are relative to the file.

    ``content``: what a file holds, where it is not read from the disk.
    Raises Failure (configuration) for a file that cannot be read, an unknown key or a value of the wrong type.
    """
    table, file = found(start, content)
    checked = _checked(table, file)
    if content is on_disk and "positions" in checked:
        check_inside(checked["positions"], tree.top(Path(os.path.realpath(file.parent))), file)
    return checked


def check_inside(folder: str, top: Path | None, file: Path) -> None:
    """Raises Failure (configuration) where a file of settings names a folder out of the repository that it is in.

    ``top`` is the top of that repository, without links on the way to it; None where there is none.
    """
    if top is not None and not Path(os.path.realpath(folder)).is_relative_to(top):
        hint = "put the folder into the repository, or name it with --positions or POSDIFF_POSITIONS"
        raise Failure(f"{file}: `positions` leads out of the repository", hint=hint, code=USAGE)


def rules(start: Path, content: Content = on_disk) -> Settings:
    """What the table ``rules`` of the settings says: the severity of a rule's findings, and its limits.

    ``content`` is that of ``read``.
    Raises Failure (configuration) for an unknown rule, severity or limit, and for an error of reading that is changed.
    """
    from posdiff.review.case import Settings

    table, file = found(start, content)
    rules_table = table.get(_RULES, {})
    if not isinstance(rules_table, dict):
        raise Failure(f"{file}: `{_RULES}` must be a table", hint='no-source = "error"', code=USAGE)
    return _ruled(rules_table, file) if rules_table else Settings()


def found(start: Path, content: Content = on_disk) -> tuple[dict[str, Any], Path]:
    """The table of settings that holds in a folder, and the file it stands in; an empty one where there is none."""
    if os.environ.get("POSDIFF_NO_CONFIG"):  # where --no-config stands before the command as well
        return {}, start
    for folder in (start, *start.parents):
        own, shared = folder / OWN, folder / SHARED
        data = content(own)
        if data is not None:
            return _toml(data, own), own
        data = content(shared)
        if data is not None and _HELD_IN_SHARED in data:
            tools = _toml(data, shared).get("tool")
            own_table = tools.get("posdiff") if isinstance(tools, dict) else None
            if own_table is not None and not isinstance(own_table, dict):
                raise Failure(f"{shared}: `tool.posdiff` must be a table", code=USAGE)
            if own_table is not None:
                return own_table, shared
    return {}, start


def _ruled(rules_table: dict[str, Any], file: Path) -> Settings:
    from posdiff.findings.rules import RULES
    from posdiff.review.case import LEVELS, Settings

    settings = Settings()
    levels: dict[RuleId, Level] = {}
    for id, value in rules_table.items():
        rule = RULES.get(id)
        if rule is None:
            raise Failure(f"{file}: no rule `{id}`", hint=suggestion(id, RULES), code=USAGE)
        rule_table = value if isinstance(value, dict) else {"severity": value}
        for key in rule_table:
            known = ("severity", *_LIMITS.get(id, ()))
            if key not in known:
                raise Failure(f"{file}: `{_RULES}.{id}` has no `{key}`", hint=suggestion(key, known), code=USAGE)
        level = rule_table.get("severity", rule.severity)
        if level not in LEVELS:
            hint = suggestion(str(level), LEVELS)
            raise Failure(f"{file}: `{_RULES}.{id}` takes no severity `{level}`", hint=hint, code=USAGE)
        if rule.fixed and level != "error":
            hint = "it is an error of reading: the answers leave out what it concerns, whatever it is called"
            raise Failure(f"{file}: `{_RULES}.{id}` stays an error", hint=hint, code=USAGE)
        levels[rule.id] = level
        if "words" in rule_table:
            settings = settings._replace(longest_quote=_limit(rule_table["words"], f"{_RULES}.{id}.words", file))
    return settings._replace(levels=levels)


def _limit(value: Any, key: str, file: Path) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise Failure(f"{file}: `{key}` must be a whole number above 0", code=USAGE)
    return value


def _toml(data: bytes, file: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8"))
    except RecursionError:
        raise Failure(f"{file} is nested too deep", hint="settings need no list in a list", code=USAGE) from None
    except ValueError as error:  # besides what is no TOML and no UTF-8: whole numbers of thousands of digits
        raise Failure(f"{file} is not valid TOML: {error}", code=USAGE) from None


def _checked(table: dict[str, Any], file: Path) -> dict[str, Any]:
    """The settings with the types of the options that they are named after (``cli/options.py``)."""
    from posdiff.cli.options import KEPT

    settings: dict[str, Any] = {}
    for key, written in table.items():
        if key == _RULES:
            continue  # read by those commands that judge
        option = KEPT.get(key)
        if option is None:
            raise Failure(f"{file}: no setting `{key}`", hint=suggestion(key, (*KEPT, _RULES)), code=USAGE)
        # TOML has days of its own: `at = 2024-06-14` needs no quotes.
        value = written.isoformat() if option.is_day and type(written) is date else written
        values = value if isinstance(value, list) and option.repeats else [value]
        if not all(type(element) is option.type for element in values):
            name = {bool: "true or false", int: "a whole number", str: "a text"}[option.type]
            raise Failure(f"{file}: `{key}` must be {name}", code=USAGE)
        settings[key] = values if option.repeats else str(file.parent / value) if key == "positions" else value
    _check_words(settings, file)
    return settings


def defaults(command: str, settings: dict[str, Any]) -> dict[str, Any]:
    """Settings under the names of a command's parameters."""
    return {parameter(key): value for key, value in for_command(command, settings).items()}


def parameter(key: str) -> str:
    """The name of the parameter that takes the option of this long name: `for_` of `for`, a word of Python's."""
    name = key.replace("-", "_")
    return f"{name}_" if iskeyword(name) else name


def for_command(command: str, settings: dict[str, Any]) -> dict[str, Any]:
    """The settings as a command takes them: of ``only`` and ``fail-on``, only what is among its own words.

    ``fail-on = ["contradiction", "hardened", "warning"]`` is one line for ``compare``, ``changes`` and ``validate``.
    ``against`` is a revision for ``check`` and ``accept``, and parties for ``changes`` and ``report``, which leave out
    what can only be a revision (``origin/main``).
    """
    taken = dict(settings)
    against = taken.pop("against", None)
    if against and command in ("check", "accept"):
        taken["against"] = against[0]
    elif against and not any(_REVISION.search(name) for name in against):
        taken["against"] = against
    for key, known_to in _WORDS.items():
        if key in taken:
            known = known_to(command)
            words = [word for text in taken.pop(key) for word in text.split(",") if word.strip() in known]
            if words:
                taken[key] = words[0] if command in ("validate", "check", "verify") else words
    return taken


#: What stands in the name of a revision, and in no party's.
_REVISION = re.compile(r"[/~^@:.A-Z_]")
_WORDS = {"only": completion.shown_words_of, "fail-on": completion.failing_words_of}


def _check_words(settings: dict[str, Any], file: Path) -> None:
    for key, known_to in _WORDS.items():
        if key not in settings:
            continue
        known = [
            word for command in ("compare", "changes", "draft", "conflicts", "validate") for word in known_to(command)
        ]
        for word in (part.strip() for text in settings[key] for part in text.split(",")):
            if word not in known:
                raise Failure(f"{file}: `{key}` takes no `{word}`", hint=suggestion(word, known), code=USAGE)
