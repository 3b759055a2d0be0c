"""posdiff source"""

from pathlib import Path
from typing import Annotated, Literal

import typer

from posdiff.cli import options as o

HELP = """Keep the page of a source as it was saved, so that its quotes can be verified.

The bytes go to positions/sources/, with their plain text beside them, and `snapshot:` into the statement, of which no
other byte is touched. Nothing is fetched. HTML and PDF need: pip install "posdiff[sources]".

In place of a party: joint for what several said together, drafts for a draft agreement.

Examples:

  posdiff source add saved.html --party russia --statement 2024-06-14 --key kyiv-independent

  posdiff source add speech.pdf --party russia --statement 2024-06-14 --key kremlin --local
"""
What = Annotated[Literal["add"], typer.Argument(metavar="add", show_default=False, help="Keep a page.")]
Saved = Annotated[Path, typer.Argument(metavar="FILE", show_default=False, help="The page as it was saved.")]


def source(
    _what: What, file: Saved, *, folder: o.Folder, statement: o.OfStatement, key: o.SourceKey,
    party: o.OfParty = None, local: o.Local = False, retrieved: o.Retrieved = None, force: o.KeepAnother = False,
    quiet: o.Quiet = False,
) -> int:  # fmt: skip
    """Keep the page of a source as it was saved."""
    from posdiff.answers.opening import opened, with_agenda
    from posdiff.cli import kept_page, opening
    from posdiff.cli.output import put, say
    from posdiff.findings.failure import USAGE, Failure
    from posdiff.findings.location import shown

    around = opening.surroundings()
    day = opening.day(retrieved, around).isoformat()
    if day > around.today.isoformat():
        raise Failure(f"--retrieved {day} is in the future", hint="name the day when it was saved", code=USAGE)
    at = with_agenda(opened(around, folder.positions))
    of = kept_page.recorded(at, party, statement)
    its_source = kept_page.source_of(at, of, key, force)
    if its_source.date and day[: len(its_source.date)] < its_source.date:
        say(f"--retrieved {day} is before the day of `{key}`, {its_source.date}", hint="correct the one that is wrong")
    page = kept_page.PageToKeep(file, of, its_source, day, local, force)
    kept = kept_page.keep(at, page, around.environment)
    if not quiet:
        for name in kept.wrote:
            put(f"wrote {shown(at.root, name)}\n")
    if kept.no_longer:
        say(
            f"{shown(at.root, kept.no_longer)} is no source's page any more",
            hint="delete it, or git rm it, and the text beside it",
        )
    if kept.left_alone:
        say(
            f"git leaves this page alone: it is listed in {shown(at.root, 'sources/.gitignore')}, as pages are that "
            "are added with --local",
            hint="if it may be passed on, take its lines out of that file; if not, add --local",
        )
    return 0
