"""The rules' pages: what is found, why it matters, what is refused and accepted, and when to accept it.

They are the files of ``docs/rules``: in the wheel they lie within the package, in a clone they are read from there.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from posdiff.findings.rules import RuleId


@cache
def page(id: RuleId) -> str:
    """The page of a rule, in Markdown, without its heading."""
    text = (_folder() / f"{id}.md").read_text(encoding="utf-8")
    return text.removeprefix(f"# {id}\n\n")


def title(id: RuleId) -> str:
    """What a rule finds, in a few words: the first line of its page."""
    return page(id).partition("\n")[0].rstrip(".")


@cache
def _folder() -> Path:
    package = Path(__file__).resolve().parents[1]
    packaged = package / "docs" / "rules"
    return packaged if packaged.is_dir() else package.parents[1] / "docs" / "rules"
