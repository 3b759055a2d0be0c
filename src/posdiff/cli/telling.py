"""An answer that is made of findings, in every format there is for them."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from posdiff.reports.judgement import Judgement
    from posdiff.reports.paper.blocks import Paper


def machines(judgement: Judgement, paper: Callable[[], Paper]) -> Mapping[str, Callable[[], str]]:
    """What the formats write that only findings have, by format; and Markdown, cut to what a comment takes."""

    def github() -> str:
        from posdiff.reports import github

        return github.text(judgement)

    def gitlab() -> str:
        from posdiff.reports import gitlab

        return gitlab.text(judgement)

    def sarif() -> str:
        from posdiff.reports import sarif

        return sarif.text(judgement)

    def junit() -> str:
        from posdiff.reports import junit

        return junit.text(judgement)

    def markdown() -> str:
        from posdiff.reports import markdown

        return markdown.within(paper())

    def csv() -> str:
        from posdiff.reports import csv

        return csv.findings(judgement)

    return {"github": github, "gitlab": gitlab, "sarif": sarif, "junit": junit, "markdown": markdown, "csv": csv}


def home(folder: Path) -> str:
    """The way to a positions folder from the top of the repository it is in; without one, from here or beside it."""
    folder = Path(os.path.abspath(folder))  # noqa: PTH100  # no link is followed: git knows a file by the path it has
    here = Path.cwd()
    top = next((parent for parent in (folder, *folder.parents) if (parent / ".git").exists()), None)
    if top is None:
        top = here if folder.is_relative_to(here) else folder.parent
    way = folder.relative_to(top).as_posix()
    return "" if way == "." else f"{way}/"
