"""posdiff draft"""

from posdiff.cli import options as o

HELP = """Compare a draft agreement with the positions of parties, issue by issue.

With new in place of a draft: write the file of the version that follows one, by its day or today's, to be changed.

Examples:

  posdiff draft 2025-11-20-us-28-points

  posdiff draft us-28 russia ukraine --at 2025-12-31 --only broken --fail-on red-line

  posdiff draft 20-points ukraine --suppose 'ukraine: nato-membership=deferred' --format docx -o supposed.docx

  posdiff draft new 2026-01-05 --from 20-points --by united-states --slug geneva
"""


def draft(
    name: o.DraftName, parties: o.SomeParties = None, *, scope: o.Scope, sending: o.Sending, writing: o.Writing,
    files: o.Files, for_: o.ForParties = None, at: o.At = None, only: o.Only = None, quotes: o.Quotes = False,
    sources: o.Sources = False, full: o.Full = False, format: o.ReportFormat = "text", fail_on: o.FailOn = None,
    stale_after: o.StaleAfter = 2, suppose: o.Suppose = None, follows: o.FollowedDraft = None, by: o.ProposedBy = None,
    slug: o.Slug = None,
) -> int:  # fmt: skip
    """Compare a draft agreement with the positions of parties."""
    from posdiff.cli import next_draft, opening
    from posdiff.cli.output import Output
    from posdiff.reports import formats

    if next_draft.asked(name, follows, by):
        return next_draft.write(follows or "", parties or (), by or (), files.positions, slug, writing)
    output = Output(format, writing, sending, formats.REPORT, quotes, sources, full or bool(scope.issue))
    failing = opening.failing("draft", fail_on)
    positions = opening.positions(files, stale_after)
    return output.write(
        positions.draft(
            name,
            *opening.parties(parties, for_),
            at=at,
            only=only or (),
            suppose=opening.supposed(suppose),
            **scope.words(),
        ),
        failing,
    )
