"""The settings that an edit is judged by: those of its base. What it changes in them is told, and does not count."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from posdiff.cli import settings
from posdiff.findings.failure import Failure
from posdiff.review import edited_settings
from posdiff.review.case import Settings, SettingsEdit
from posdiff.review.edited_settings import Standing

if TYPE_CHECKING:
    import typer

    from posdiff.dossier.sources.base import Base


class Judging(NamedTuple):
    """The settings that hold for an edit, and what the edit itself would make of them.

    ``values`` are the command's options under these settings. ``moved``: the positions folder by the edit's own.
    """

    values: Mapping[str, Any]
    rules: Settings
    moved: str | None


def judging(here: Path, base: Base, context: typer.Context) -> Judging:
    """The settings of the base; where they cannot be used, those that hold without any.

    What was given on the command line or in the environment stays: the edit cannot bring it.
    """
    content = _before(base)
    try:
        table, rules = settings.read(here, content), settings.rules(here, content)
    except Failure:  # of the base: an edit that corrects them must be able to pass
        table, rules = {}, Settings()
    own_table = settings.read(here)
    settings.rules(here)  # those of the edit are to be right as well, for they take effect once it is merged
    values = context.params if table == own_table else _values(table, context)
    if values["positions"] is not None and not _given("positions", context):
        # What the base names may have become a link since.
        settings.check_inside(values["positions"], base.top, settings.found(here, content)[1])
    return Judging(values, rules, context.params["positions"])


def edited(here: Path, base: Base, folder: Path) -> SettingsEdit:
    """What an edit would change in the settings; places are given from the positions folder."""
    return edited_settings.between(_standing(here, _before(base), folder), _standing(here, _now(base), folder))


def _standing(here: Path, content: settings.Content, folder: Path) -> Standing:
    """The settings that hold in a folder by one content of the files; what cannot be read holds none."""
    try:
        table, file = settings.found(here, content)
    except Failure:
        table, file = {}, here / settings.OWN
    data = content(file) if file != here else None
    text = None if data is None else data.decode("utf-8", "backslashreplace")
    return Standing(table, "tool.posdiff." if file.name == settings.SHARED else "", _way(file, folder), text)


def _way(file: Path, folder: Path) -> str:
    return Path(os.path.relpath(file, Path(os.path.abspath(folder)))).as_posix()  # noqa: PTH100  # it may be a link


def _before(base: Base) -> settings.Content:
    return lambda file: base.before(file) if base.holds(file) else settings.on_disk(file)


def _now(base: Base) -> settings.Content:
    return lambda file: base.now(file) if base.staged and base.holds(file) else settings.on_disk(file)


def _values(table: dict[str, Any], context: typer.Context) -> Mapping[str, Any]:
    """The options of the running command as they would be under other settings."""
    context.default_map = settings.defaults(str(context.info_name), table)
    above = _positions_before_the_command(context)
    if above is not None:
        context.default_map["positions"] = above
    own = dict(context.params)
    for parameter in context.command.params:
        if not _given(str(parameter.name), context) and parameter.name not in ("against", "staged"):
            context.params.pop(str(parameter.name), None)
            parameter.handle_parse_result(context, {}, [])
    values, context.params = dict(context.params), own
    return values


def named_positions(context: typer.Context) -> str | None:
    """The positions folder, where the command line or the environment names it, and no file of settings."""
    return context.params["positions"] if _given("positions", context) else _positions_before_the_command(context)


def _positions_before_the_command(context: typer.Context) -> str | None:
    """What ``posdiff --positions DIR COMMAND`` names."""
    return context.parent.params.get("positions") if context.parent is not None else None


def _given(name: str, context: typer.Context) -> bool:
    """Whether an option was given on the command line or in the environment."""
    source = context.get_parameter_source(name)
    return source is not None and source.name in ("COMMANDLINE", "ENVIRONMENT")
