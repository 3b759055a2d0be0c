"""The site of a folder while somebody edits it: of the files as they are, with what is wrong with them."""

from __future__ import annotations

import threading
from hashlib import sha256

from posdiff.answers import judging, rereading
from posdiff.answers.positions import Positions
from posdiff.answers.rereading import FilesRead
from posdiff.answers.site import Site
from posdiff.answers.validate import Check, check
from posdiff.cli import opening, settings
from posdiff.cli.site_server import Shown
from posdiff.findings.failure import Failure
from posdiff.reports.site import notice, pages

#: Where a page asks which state the files are in; pages of older states are loaded again.
VERSION = "version.txt"


class EditedSite:
    """The texts of the site. Whether the files have changed is looked at whenever one is asked for.

    An open page asks for the version three times a second, so that nobody else has to watch the files, and nothing is
    done where no page is open. After a change the edited files are parsed, and the page that is asked for is composed,
    and no others. While files cannot be read, the pages stay what they were, with the findings above them.

    ``at``: the day of the pages, as somebody wrote it. Raises Failure where there is no dossier to begin with.
    """

    site: Site

    def __init__(self, folder: str | None, at: str | None, with_reported: bool) -> None:
        around = opening.surroundings()
        self._at, self._with_reported = at, with_reported
        self._lock = threading.Lock()
        self._is_whole = False
        reading = rereading.first(around, folder)
        self._folder = reading.opened.folder
        beside = (judging.acceptance_file(self._folder), settings.found(around.here)[1])
        self._beside = tuple(file for file in beside if not file.is_dir())
        self._version = self._version_now()
        self._take(reading)

    def text(self, path: str) -> Shown:
        """The text at a path of the site, of the files as they are."""
        if path == VERSION:
            return Shown(self._version_now())
        with self._lock:  # of two pages that are loaded again only the first has the files read
            version = self._version_now()
            if version != self._version:
                self._version = version
                try:
                    self._take(rereading.again(self._reading))
                except Failure as failure:
                    self._notice = notice.of_failure(failure, version)
            made = pages.texts(self.site, self._notice).get(path)
            return Shown(made()) if made else Shown(pages.missing(path, self.site, self._notice), found=False)

    def _take(self, reading: FilesRead) -> None:
        """Show what was read, unless it cannot all be used and what is shown could."""
        found = self._checked(reading)
        is_whole = found.verdict.status != "error"
        is_before = self._is_whole and not is_whole
        if not is_before:
            around = opening.surroundings()
            self.site = Positions(reading.opened, around).site(at=self._at, with_reported=self._with_reported)
            self._reading, self._is_whole = reading, is_whole
        self._notice = notice.of_findings(found, self._version, is_before)

    def _checked(self, reading: FilesRead) -> Check:
        """What ``posdiff check`` finds in the files."""
        around, opened = opening.surroundings(), reading.opened
        files = judging.Judged(opened.dossier, opened.folder, opened.folder, opened.root)
        rules = settings.rules(around.here)
        return check(around, files, None, opening.day(self._at, around), "error", rules, effect=False)

    def _version_now(self) -> str:
        """A name for the state of the files, of what else decides on findings, and for the day."""
        today = opening.surroundings().today.isoformat()
        state = repr((today, rereading.stamps(self._folder, self._beside)))
        return sha256(state.encode("utf-8", "backslashreplace")).hexdigest()[:16]
