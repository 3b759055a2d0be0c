"""What an edit does to settings: which of them are others after it, and where they stand."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from posdiff.findings.location import Location
from posdiff.review.case import SettingChange, SettingsEdit

_LONGEST = 80
_TABLE = re.compile(r"\s*\[\[?\s*([^\]]*?)\s*\]")


class Standing(NamedTuple):
    """Settings as they stand in a file. ``within``: what stands before their keys in that file, such as ``tool.``.

    ``text`` is None where there is no file. Places are given from the positions folder.
    """

    table: Mapping[str, Any]
    within: str
    file: str
    text: str | None

    @property
    def values(self) -> dict[str, str]:
        """Each value by its whole key, as it is shown; the rules one by one."""
        rules = self.table.get("rules")
        flat = {key: value for key, value in self.table.items() if key != "rules" or not isinstance(rules, dict)}
        if isinstance(rules, dict):
            flat |= {f"rules.{rule}": value for rule, value in rules.items()}
        return {key: json.dumps(value, ensure_ascii=False, default=str, sort_keys=True) for key, value in flat.items()}

    def line(self, key: str) -> int:
        """The line on which a key is set; the first one where it cannot be made out."""
        wanted = self.within + key
        table = ""
        for number, line in enumerate((self.text or "").splitlines(), start=1):
            if head := _TABLE.match(line):
                table = f"{head[1]}."
                if head[1] == wanted:
                    return number
            elif "=" in line:
                written = line.partition("=")[0].strip().replace('"', "").replace("'", "")
                if f"{table}{written}" == wanted:
                    return number
        return 1


def between(old: Standing, new: Standing) -> SettingsEdit:
    """What differs between settings before an edit and after it."""
    before, after = old.values, new.values
    moved = old.file.rpartition("/")[0] != new.file.rpartition("/")[0]  # `positions` is relative to the file
    changes = []
    for key in dict.fromkeys((*before, *after)):
        was, is_now = before.get(key), after.get(key)
        if was != is_now or (key == "positions" and moved):
            stands_in = new if new.text is not None else old
            place = Location(stands_in.file, stands_in.line(key), 1)
            changes.append(SettingChange(key, _cut(was), _cut(is_now), place))
    return SettingsEdit(tuple(changes), {each.file: each.text for each in (old, new) if each.text is not None})


def _cut(text: str | None) -> str | None:
    return text if text is None or len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
