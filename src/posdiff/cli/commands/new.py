"""posdiff new"""

import re
from typing import Annotated

import typer

from posdiff.cli import completion
from posdiff.cli import options as o

HELP = """Write the file of a statement to fill in, with every issue of the agenda named in comments.

In place of a party: joint for what several said together, drafts for a draft agreement.

Examples:

  posdiff new union 2026-05-12

  posdiff new drafts 2026-05-12 --slug mediator

  posdiff new union "May 12, 2026" --slug press-conference
"""
Who = Annotated[
    str, typer.Argument(metavar="PARTY", autocompletion=completion.parties, show_default=False, help="Who spoke.")
]
When = Annotated[str, typer.Argument(metavar="DATE", show_default=False, help="The day on which it was said.")]


def new(who: Who, when: When, *, folder: o.Folder, slug: o.Slug = None) -> int:
    """Write the file of a statement to fill in, with every issue of the agenda named in comments."""
    from datetime import date

    from posdiff.answers import names
    from posdiff.answers.opening import opened, with_agenda
    from posdiff.cli import opening
    from posdiff.cli.files import create
    from posdiff.cli.output import put
    from posdiff.dossier.reading.agenda import FOLDERS
    from posdiff.findings.failure import USAGE, Failure
    from posdiff.reports import templates

    if slug is not None and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug):
        hint = "lower-case letters, digits and hyphens: press-conference"
        raise Failure(f"`{slug}` cannot stand in a file's name", hint=hint, code=USAGE)
    around = opening.surroundings()
    day = opening.day(when, around).toordinal()
    at = with_agenda(opened(around, folder.positions))
    agenda = at.dossier.agenda
    place = who if who in FOLDERS else names.party(agenda, who)
    stem = date.fromordinal(day).isoformat() + (f"-{slug}" if slug else "")
    name = f"{place}/{stem}.yaml"
    if (at.folder / place).is_symlink():
        hint = "a link to a folder is not followed: put the folder itself there"
        raise Failure(f"{at.root}{place} is a link", hint=hint)
    for file_name in (f"{stem}.yaml", f"{stem}.yml"):
        if (at.folder / place / file_name).exists():
            hint = "--slug makes another of the same day"
            raise Failure(f"{at.root}{place}/{file_name} exists", hint=hint, code=USAGE)
    if place == "drafts":
        text = templates.draft(agenda, day)
    elif place == "joint":
        text = templates.joint(agenda, day)
    else:
        text = templates.statement(agenda, agenda.parties[place], day)
    create(at.folder / name, text)
    put(f"wrote {at.root}{name}\n")
    return 0
