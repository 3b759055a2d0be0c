"""PyYAML, imported without the one pattern that takes more than half of its import.

``yaml.reader`` compiles, when it is imported, a pattern of all characters that may not stand in YAML: 57 of the 91
million instructions of ``import yaml``, a tenth of a whole run. Only the pure parser uses it. Here its compiling is put
off until it is searched; with another PyYAML, whose pattern is not known here, nothing is put off and nothing changes.
"""

import re
from typing import Any

_compile = re.compile
_BEGINNING = "[^\x09\x0a\x0d\x20-\x7e\x85"


class _PutOff:
    """A pattern that is compiled when it is first searched."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def search(self, text: str) -> Any:
        return _compile(self.pattern).search(text)  # re keeps what it compiled


def _compile_later(pattern: Any, flags: Any = 0) -> Any:
    if isinstance(pattern, str) and pattern.startswith(_BEGINNING):
        return _PutOff(pattern)
    return _compile(pattern, flags)


re.compile = _compile_later
try:
    import yaml
    from yaml import events
finally:
    re.compile = _compile

__all__ = ["events", "yaml"]
