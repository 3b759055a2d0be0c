"""Keeps the page of a source: what ``posdiff source add`` does. Nothing is fetched."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Set
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from posdiff.answers import names
from posdiff.answers.opening import Opened
from posdiff.cli.files import UNFINISHED, held, replace
from posdiff.dossier.reading.shapes import SNAPSHOT_FILE
from posdiff.dossier.snapshot_entry import NotEdited, with_snapshot, written
from posdiff.dossier.sources import regular_file, tree
from posdiff.dossier.sources.extraction import MOST_BYTES, NoText, PageForm, form_of, text_of
from posdiff.dossier.sources.pages import FOLDER, TEXT_SUFFIX, read_below, text_file
from posdiff.dossier.sources.repository import Repository
from posdiff.dossier.statement import Draft, Snapshot, Source, Statement
from posdiff.findings.failure import USAGE, Failure
from posdiff.findings.finding import Finding
from posdiff.findings.location import shown
from posdiff.findings.nearest import suggestion

#: What the names of pages of a form end with; those of a text end with nothing of these.
_SUFFIXES: Mapping[PageForm, tuple[str, ...]] = {"html": (".html", ".htm", ".xhtml"), "pdf": (".pdf",)}
_SPECIAL = re.compile(r"([\\*?\[\]])|^([#!])|( +)$")


class PageToKeep(NamedTuple):
    """A page as it was saved, and of which source it is. ``local``: git is to leave it alone."""

    file: Path
    recorded: Statement | Draft
    source: Source
    retrieved: str
    local: bool
    force: bool


class Kept(NamedTuple):
    """The files that were written; whether git leaves the page alone though that was not asked for.

    ``no_longer``: the page that the source had before, where it is no other source's and stays in its place.
    """

    wrote: tuple[str, ...]
    left_alone: bool
    no_longer: str | None


def recorded(at: Opened, party: str | None, statement: str) -> Statement | Draft:
    """The statement or draft that a name means: its id, or a beginning of it. Raises Failure."""
    dossier = at.dossier
    word = statement.strip().casefold().removesuffix(".yaml")
    if party == "drafts":
        if not any(each.id.startswith(word) for each in dossier.drafts):
            _must_be_readable(at, word, ("drafts",))
        return names.draft(dossier, statement)
    folders: tuple[str, ...] | None = None
    if party is None or party == "joint":
        among = [each for each in dossier.recorded if party is None or each.id.startswith("joint/")]
        folders = None if party is None else ("joint",)
    else:
        id = names.party(dossier.agenda, party)
        among = [*dossier.of(id)]
        folders = (id, "joint")
    by_file = {_stem(each): each for each in among}
    ids: dict[str, list[str]] = {}
    for file, each in by_file.items():
        for name in dict.fromkeys((each.id, each.id.removeprefix("joint/"), file)):
            ids.setdefault(name, []).append(file)
    found = ids.get(word) or list(
        dict.fromkeys(file for id, files in ids.items() if id.startswith(word) for file in files)
    )
    if len(found) == 1:
        return by_file[found[0]]
    if found:
        raise Failure(
            f"`{statement}` could be {', '.join(sorted(found)[:8])}",
            hint="name the party with --party, or write more of it",
        )
    _must_be_readable(at, word, folders)
    raise Failure(f"no statement `{statement}`", hint=suggestion(statement, ids))


def _must_be_readable(at: Opened, word: str, folders: tuple[str, ...] | None) -> None:
    """Raises Failure, with the first finding, where a word means a file of which nothing could be read for an error."""
    read = {each.location.file for each in at.dossier.recorded}
    for finding in at.dossier.findings:
        file = finding.location.file
        folder, _, name = file.rpartition(".")[0].casefold().rpartition("/")
        means = word and (name.startswith(word) or f"{folder}/{name}".startswith(word))
        if means and folder and finding.severity == "error" and file not in read and folder in (folders or (folder,)):
            message = f"{_place(finding, at)} cannot be read: [{finding.rule}] {finding.message}"
            raise Failure(message, hint=finding.hint or "posdiff validate shows more")


def _place(finding: Finding, at: Opened) -> str:
    location = finding.location
    return f"{shown(at.root, location.file)}:{location.line}:{location.column}"


def source_of(at: Opened, of: Statement | Draft, key: str, force: bool) -> Source:
    """The source of a key. Raises Failure where there is none, or where its page is kept already."""
    if key not in of.sources:
        message = f"no source `{key}` in {of.id}"
        errors = (each for each in at.dossier.findings if each.severity == "error")
        error = next((each for each in errors if each.location.file == of.location.file), None)
        if error is not None:
            message += f", which has errors: {_place(error, at)}: [{error.rule}] {error.message}"
            raise Failure(message, hint=error.hint or "posdiff validate shows more")
        raise Failure(message, hint=suggestion(key, of.sources) if of.sources else "add it first")
    source = of.sources[key]
    if source.snapshot is not None and not force:
        message = f"`{key}` of {of.id} has a snapshot: {source.snapshot.file}"
        raise Failure(message, hint="--force keeps another page in its place", code=USAGE)
    return source


def keep(at: Opened, page: PageToKeep, environment: Mapping[str, str]) -> Kept:
    """Copies the page, writes its text beside it and the snapshot into the statement."""
    data = _read(page.file)
    try:
        form, text = form_of(data, page.file.name), text_of(data, page.file.name)
    except NoText as reason:
        raise Failure(f"{page.file} cannot be kept: {reason.message}", hint=reason.hint) from None
    beside = None if form == "text" else text_file(text)
    tracked = _tracked(at.folder, environment) if page.local else frozenset[str]()
    name = _name(at, page, data, form, beside, tracked)
    snapshot = Snapshot(name, sha256(data).hexdigest(), page.retrieved)
    file = _statement_file(at, page.recorded)
    with held(file):
        before = file.read_bytes()
        try:
            after = with_snapshot(before, page.recorded.location.file, page.source.key, snapshot)
        except NotEdited:
            message = f"{shown(at.root, page.recorded.location.file)} cannot be edited without touching more of it"
            raise Failure(message, hint=f"write by hand: snapshot: {written(snapshot)}") from None
        files = {name: data}
        if beside is not None:
            files[name + TEXT_SUFFIX] = beside
        ignored = _ignored(at.folder, files, page.local)
        left_alone = ignored is None
        if page.local and ignored is not None:  # first: nobody can commit a page that is written before git ignores it
            files = {".gitignore": ignored, **files}
        _put_all({**{at.folder / FOLDER / kept: content for kept, content in files.items()}, file: after})
    wrote = (*(f"{FOLDER}/{kept}" for kept in files), page.recorded.location.file)
    own = page.source.snapshot.file if page.source.snapshot else None
    stays = own is not None and own not in (name, *_elsewhere(at, page)) and (at.folder / FOLDER / own).is_file()
    return Kept(wrote, left_alone and not page.local, f"{FOLDER}/{own}" if stays else None)


def _elsewhere(at: Opened, page: PageToKeep) -> frozenset[str]:
    """The pages of the other sources."""
    return frozenset(
        source.snapshot.file
        for each in at.dossier.recorded
        for source in each.sources.values()
        if source.snapshot and source is not page.source
    )


def _stem(each: Statement | Draft) -> str:
    return each.location.file.rpartition(".")[0]


def _read(file: Path) -> bytes:
    """The page as it was saved. Raises Failure for what is no file, or too large to be looked at."""
    try:
        return regular_file.read(file, MOST_BYTES)
    except regular_file.NotRegular:
        raise Failure(f"{file} is no regular file", hint="name the page as it was saved") from None
    except regular_file.TooLarge as error:
        message = f"{file} has {error.size:,} bytes; at most {MOST_BYTES:,} are kept"
        raise Failure(message, hint="save the page without its pictures, or as text") from None
    except IsADirectoryError:
        raise Failure(f"{file} is a folder", hint="name the page as it was saved") from None
    except (OSError, ValueError) as error:
        raise Failure(f"{file} cannot be read: {(getattr(error, 'strerror', None) or str(error)).lower()}") from None


def _name(at: Opened, page: PageToKeep, data: bytes, form: PageForm, beside: bytes | None, tracked: Set[str]) -> str:
    """The name of the page below ``sources``: its own, unless another page, or its text, has it or its text's place.

    ``beside``: the text that is written beside the page, if any is. ``tracked``: what git tracks there, and would
    record with whatever is written over it, though it is told to ignore it.
    """
    own = page.source.snapshot.file if page.source.snapshot else None
    elsewhere = _elsewhere(at, page)
    suffix = page.file.suffix if re.fullmatch(r"\.[A-Za-z0-9]{1,8}", page.file.suffix) else ""
    longer = f"{_stem(page.recorded).replace('/', '-')}-{page.source.key}{suffix}"
    for name in (own if own is not None and _fits(own, data, form) else None, page.file.name, longer):
        if name is None or not re.match(SNAPSHOT_FILE, name) or name.startswith(".") or _unfit(name):
            continue
        if name.removesuffix(TEXT_SUFFIX) in elsewhere - {name} or _tracked_of(name, tracked):
            continue
        of_this = name == own or name in elsewhere or (page.force and name == longer)
        if beside is not None and not _has_room(at, name + TEXT_SUFFIX, beside, elsewhere, of_this):
            continue
        try:
            there = read_below(at.folder, name)
        except NoText as reason:
            if reason.problem == "not-here" and name not in elsewhere:
                return name
            if reason.problem == "symbolic-link":
                raise Failure(f"{at.root}{FOLDER}/{name}: {reason.message}", hint=reason.hint) from None
            continue
        if there == data or (page.force and name not in elsewhere and name in (own, longer)):
            return name
    if in_git := _tracked_of(longer, tracked):
        message = f"git tracks {at.root}{FOLDER}/{in_git}, and would record what --local is to keep out of it"
        raise Failure(message, hint=f"git rm --cached {at.root}{FOLDER}/{in_git}", code=USAGE)
    raise Failure(f"{at.root}{FOLDER}/{longer} is another page", hint="--force writes over it", code=USAGE)


def _fits(name: str, data: bytes, form: PageForm) -> bool:
    """Whether a page of a form can have the name of the one before it: its text is made by the name, too."""
    ends = Path(name).suffix.lower()
    others = [each for of, suffixes in _SUFFIXES.items() if of != form for each in suffixes]
    return ends not in (*others, *((TEXT_SUFFIX,) if form != "text" else ())) and form_of(data, name) == form


def _tracked(folder: Path, environment: Mapping[str, str]) -> frozenset[str]:
    """What git tracks below ``sources``, in small letters: some disks take a name in capitals for the same."""
    if tree.top(Path(os.path.realpath(folder))) is None:
        return frozenset()
    with Repository(folder, environment) as git:
        paths = git.tracked(folder)
    return frozenset(path.removeprefix(f"{FOLDER}/").casefold() for path in paths if path.startswith(f"{FOLDER}/"))


def _tracked_of(name: str, tracked: Set[str]) -> str | None:
    """The file of a page, or of its text, that git tracks; None where it tracks neither."""
    return next((each for each in (name, name + TEXT_SUFFIX) if each.casefold() in tracked), None)


def _has_room(at: Opened, name: str, text: bytes, elsewhere: Set[str], of_this: bool) -> bool:
    """Whether a page's text can be written: over nothing, over itself, or over what is the page's text already."""
    if name in elsewhere:
        return False
    try:
        return read_below(at.folder, name, MOST_BYTES * 2) == text or of_this
    except NoText as reason:
        return reason.problem == "not-here"


def _unfit(name: str) -> bool:
    """Whether a file's name is nothing that a file of positions can hold."""
    return not name.isprintable() or any("\ud800" <= sign <= "\udfff" for sign in name)


def _statement_file(at: Opened, of: Statement | Draft) -> Path:
    file = at.folder / of.location.file
    return file.resolve() if file.is_symlink() else file


def _ignored(folder: Path, files: dict[str, bytes], unfinished: bool) -> bytes | None:
    """What ``sources/.gitignore`` has to hold so that git leaves files alone; None where it does.

    ``unfinished``: and those that are left where the run is killed while it writes them.
    """
    try:
        there = read_below(folder, ".gitignore").decode("utf-8", "surrogateescape")
    except NoText as reason:
        if reason.problem != "not-here":
            raise Failure(f"{FOLDER}/.gitignore cannot be used: {reason.message}", hint=reason.hint) from None
        there = ""
    lines = there.splitlines()
    to_leave = ["/" + _SPECIAL.sub(r"\\\g<0>", name) for name in files]
    to_leave += ["/" + "*".join(UNFINISHED)] if unfinished else []
    new = [line for line in to_leave if line not in lines]
    if not new:
        return None
    start = there if not there or there.endswith("\n") else f"{there}\n"
    return (start + "".join(f"{line}\n" for line in new)).encode("utf-8", "surrogateescape")


def _put_all(files: Mapping[Path, bytes]) -> None:
    """Write all files, in their order, or none: where one cannot be written, those before it are as they were."""
    before: dict[Path, bytes | None] = {}
    try:
        for path, data in files.items():
            there = path.read_bytes() if path.is_file() else None
            _put(path, data)
            before[path] = there
    except Failure:
        for path, data_before in reversed(before.items()):
            if data_before is None:
                path.unlink(missing_ok=True)
            else:
                replace(path, data_before)
        raise


def _put(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, if it is not what it should be already."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_bytes() != data:
            replace(path, data)
    except OSError as error:
        raise Failure(f"{path} cannot be written: {(error.strerror or str(error)).lower()}", code=USAGE) from None
