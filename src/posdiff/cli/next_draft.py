"""Writes the file of a draft's next version: what ``posdiff draft new --from VERSION`` does."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from posdiff.answers import names
from posdiff.answers.opening import opened, with_agenda
from posdiff.cli import opening
from posdiff.cli.files import create
from posdiff.cli.options import Writing
from posdiff.cli.output import put, say
from posdiff.dossier.agenda import Agenda
from posdiff.findings.failure import USAGE, Failure
from posdiff.reports.next_version import next_version

#: What stands in place of a draft's name where one is to be written.
NEW = "new"
_HOW = "posdiff draft new --from DRAFT"


def asked(name: str, follows: str | None, by: Sequence[str] | None) -> bool:
    """Whether a draft is to be written. Raises Failure (usage) where half of that is said."""
    if name == NEW and follows is None:
        hint = f"{_HOW}; a draft that is called so is named by its whole id"
        raise Failure("which version does the new one follow?", hint=hint, code=USAGE)
    for option, said in (("--from", follows), ("--by", by)):
        if name != NEW and said:
            raise Failure(f"{option} is for a new draft", hint=_HOW, code=USAGE)
    return follows is not None


def write(
    follows: str, days: Sequence[str], by: Sequence[str], positions: str | None, slug: str | None, writing: Writing
) -> int:
    """Write the file: below ``drafts/`` by its day, today unless one is named, or where --output says.

    ``by`` is who proposes it. Without that the file is not valid yet, and stderr says so.
    """
    if len(days) > 1:
        raise Failure(f"a new draft has one day, not {len(days)}", hint=f"{_HOW} 2026-05-12", code=USAGE)
    if slug is not None and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug):
        hint = "lower-case letters, digits and hyphens: second-text"
        raise Failure(f"`{slug}` cannot stand in a file's name", hint=hint, code=USAGE)
    around = opening.surroundings()
    day = opening.day(days[0] if days else None, around).toordinal()
    at = with_agenda(opened(around, positions))
    draft = names.draft(at.dossier, follows)
    when = date.fromordinal(day).isoformat()
    if day < draft.day:
        hint = f"{_HOW} DATE, of {date.fromordinal(draft.day).isoformat()} or later"
        raise Failure(f"a version of {when} cannot follow {draft.id}", hint=hint, code=USAGE)
    text = next_version(at.dossier, draft, day, [_proposer(at.dossier.agenda, word) for word in by])
    output = writing.output
    if output == "-":
        put(text)
        _say_what_is_left(by, writing)
        return 0
    name = f"drafts/{when}{f'-{slug}' if slug else ''}"
    path, shown = (Path(output), output) if output else (at.folder / f"{name}.yaml", f"{at.root}{name}.yaml")
    if output is None and (at.folder / "drafts").is_symlink():
        hint = "a link to a folder is not followed: put the folder itself there"
        raise Failure(f"{at.root}drafts is a link", hint=hint)
    for there in () if output else (f"{name}.yaml", f"{name}.yml"):
        if (at.folder / there).exists():
            raise Failure(f"{at.root}{there} exists", hint="--slug makes another of the same day", code=USAGE)
    create(path, text)
    put(f"wrote {shown}\n")
    _say_what_is_left(by, writing)
    return 0


def _proposer(agenda: Agenda, text: str) -> str:
    """The id of the party that a text names, or its words. Raises Failure where it is written as an id and is none."""
    try:
        return names.party(agenda, text)
    except Failure:
        if re.fullmatch(r"[a-z0-9-]*", text):
            raise
        return text


def _say_what_is_left(by: Sequence[str], writing: Writing) -> None:
    """What is to be filled in before the file says what a draft needs to say."""
    if writing.quiet:
        return
    if not by:
        hint = "--by PARTY fills it in; or words, with a capital or a blank"
        say("not valid yet: `by` is to say who proposes it", hint)
    say("to fill in: title and sources, and what is otherwise in this version")
