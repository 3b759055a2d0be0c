"""posdiff site"""

from __future__ import annotations

from typing import TYPE_CHECKING

from posdiff.cli import options as o

if TYPE_CHECKING:
    from posdiff.answers.site import Site
    from posdiff.cli.site_server import Texts

HELP = """Write the whole dossier as static pages: they need no network and no script, and work from a folder.

With --serve they are shown to the browsers of this machine instead, and nothing is written; with --watch as well, the
pages follow the files while you edit them, with the findings of check above each.

Examples:

  posdiff site -o public

  posdiff site -o public --at 2025-08-18 --with-reported

  posdiff site -o public --url https://example.org/talks/

  posdiff site --serve --watch
"""


def site(
    *, files: o.Files, output: o.SiteFolder = None, serve: o.Serve = False, watch: o.Watch = False,
    port: o.Port = o.SITE_PORT, url: o.SiteAddress = None, at: o.At = None, with_reported: o.WithReported = False,
    force: o.ForceFolder = False, quiet: o.Quiet = False,
) -> int:  # fmt: skip
    """Write the whole dossier as static pages, or show them."""
    from posdiff.findings.failure import USAGE, Failure

    if serve and (output is not None or force):
        raise Failure("--serve writes nothing", hint="leave out --output and --force, or --serve", code=USAGE)
    if serve and url is not None:
        raise Failure("--url is for pages that are written", hint="leave out --url, or --serve", code=USAGE)
    if url is not None and not url.startswith(("https://", "http://")):
        raise Failure(
            f"`{url}` is no address", hint="posdiff site -o public --url https://example.org/talks/", code=USAGE
        )
    if watch and not serve:
        raise Failure("--watch is for --serve", hint="posdiff site --serve --watch", code=USAGE)
    if watch and (files.rev is not None or files.recorded is not None):
        raise Failure("what git has recorded does not change", hint="leave out --watch", code=USAGE)
    if serve:
        return _serve(files, at, with_reported, watch, port, quiet)
    if output is None:
        hint = "posdiff site -o public writes the pages, posdiff site --serve shows them"
        raise Failure("no folder is named", hint=hint, code=USAGE)
    return _write(files, at, with_reported, output, url, force, quiet)


def _write(
    files: o.Files, at: str | None, with_reported: bool, output: str, url: str | None, force: bool, quiet: bool
) -> int:
    from pathlib import Path

    from posdiff.cli import opening, site_folder
    from posdiff.cli.output import say, say_findings
    from posdiff.findings.failure import INPUT
    from posdiff.reports.site import pages

    positions = opening.positions(files)
    answer = positions.site(at=at, with_reported=with_reported)
    texts = pages.files(answer, url or "")
    plan = site_folder.planned(Path(output), texts, positions.folder, force)
    site_folder.write(plan)
    if not quiet:
        written = sum(path.endswith(".html") for path in texts)
        size = sum(map(len, plan.files.values()))
        say(f"wrote {written:,} pages, {size:,} bytes, to {Path(output) / 'index.html'}")
    if answer.basis.errors:
        say_findings(answer.basis.errors, answer.basis.root)
        return INPUT
    return 0


def _serve(files: o.Files, at: str | None, with_reported: bool, watch: bool, port: int, quiet: bool) -> int:
    """Show the pages until interrupted, which is how this is meant to end: the exit code is 0."""
    import gc

    from posdiff.cli import opening
    from posdiff.cli.output import put, say, say_findings
    from posdiff.cli.site_server import SiteServer

    if watch:
        from posdiff.cli.edited_site import EditedSite

        edited = EditedSite(files.positions, at, with_reported)
        answer = edited.site
        texts: Texts = edited.text
    else:
        answer = opening.positions(files).site(at=at, with_reported=with_reported)
        texts = _unchanging(answer)
    server = SiteServer(texts, port)
    if answer.basis.errors:
        say_findings(answer.basis.errors, answer.basis.root)
    put(f"{server.address}\n")
    if not quiet:
        say("open this address in a browser; Ctrl-C ends")
    gc.enable()  # a command makes no garbage worth a search, but this one goes on for hours
    server.run()
    return 0


def _unchanging(answer: Site) -> Texts:
    """The texts of a site, each made when it is asked for; one at a time, for what they read is shared."""
    from threading import Lock

    from posdiff.cli.site_server import Shown
    from posdiff.reports.site import pages

    made, one = pages.texts(answer), Lock()

    def text(path: str) -> Shown:
        with one:
            return Shown(made[path]()) if path in made else Shown(pages.missing(path, answer), found=False)

    return text
