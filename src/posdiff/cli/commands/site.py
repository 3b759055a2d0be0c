"""posdiff site"""

from posdiff.cli import options as o

HELP = """Write the whole dossier as static pages: they need no network and no script, and work from a folder.

Examples:

  posdiff site -o public

  posdiff site -o public --at 2025-08-18 --with-reported
"""


def site(
    *, files: o.Files, output: o.SiteFolder, at: o.At = None, with_reported: o.WithReported = False,
    force: o.ForceFolder = False, quiet: o.Quiet = False,
) -> int:  # fmt: skip
    """Write the whole dossier as static pages."""
    from pathlib import Path

    from posdiff.cli import opening, site_folder
    from posdiff.cli.output import say, say_findings
    from posdiff.findings.failure import INPUT
    from posdiff.reports.site import pages

    positions = opening.positions(files)
    answer = positions.site(at=at, with_reported=with_reported)
    texts = pages.files(answer)
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
