"""posdiff accept"""

from typing import Annotated

import typer

from posdiff.cli import options as o

HELP = """Accept findings of check: each gets an entry in .posdiff-accept.yaml with a reason, an owner and a last day.

Name a finding by its fingerprint (check --format json), the beginning of the fingerprint, or FILE:LINE.

Examples:

  posdiff accept 3f2a91c0d4e7 --reason "two of us have seen the page" --owner "the desk" --expires 2027-03-31

  posdiff accept positions/russia/2024-06-14.yaml:12 --reason "…" --owner "…" --expires "March 31, 2027"

  posdiff accept 3f2a91c0d4e7 --against origin/main --reason "…" --owner "…" --expires 2027-03-31
"""
Named = Annotated[list[str], typer.Argument(metavar="FINDING…", help="Fingerprints, or FILE:LINE.")]


def accept(
    named: Named, *, folder: o.Folder, reason: o.Reason, owner: o.Owner, expires: o.Expires,
    against: o.Revision = None, at: o.At = None, quiet: o.Quiet = False,
) -> int:  # fmt: skip
    """Accept findings of check, with a reason, an owner and a last day."""
    from datetime import date

    from posdiff.answers import judging
    from posdiff.answers.validate import proven
    from posdiff.cli import opening, settings
    from posdiff.cli.files import held, replace
    from posdiff.cli.output import put
    from posdiff.findings.failure import USAGE, Failure
    from posdiff.findings.location import shown
    from posdiff.review import acceptance, accepting, gate
    from posdiff.review.case import Case

    for key, text in (("--reason", reason), ("--owner", owner)):
        if not text.strip():
            raise Failure(f"{key} is empty", hint="say it in a few words", code=USAGE)
    around = opening.surroundings()
    today = opening.day(at, around).toordinal()
    until = opening.day(expires, around).toordinal()
    if until < today:
        raise Failure(f"--expires {expires} has passed", hint="name the last day on which it is accepted", code=USAGE)
    with judging.base(around, folder.positions, against, False) as base:
        judged = judging.judged(around, folder.positions, base)
    evidence = proven(judged, around.environment)
    case = Case(judged.dossier, today, judged.edit, settings.rules(around.here), evidence)
    words = " ".join(reason.split()), " ".join(owner.split())
    file = judging.acceptance_file(judged.folder)
    with held(file):  # nothing that another run adds meanwhile is lost
        accepted = judging.accepted(judged.folder)
        if accepted.findings:
            first = accepted.findings[0]
            place = f"{shown(judged.root, acceptance.PATH)}:{first.location.line}:{first.location.column}"
            raise Failure(f"[{first.rule}] {place} {first.message}", hint=first.hint)
        verdict = gate.judge(case, accepted)
        chosen = list(dict.fromkeys(accepting.identified(name, verdict, judged.root) for name in named))
        entries = [accepting.entry(finding, fingerprint, *words, until) for finding, fingerprint in chosen]
        replace(file.resolve() if file.is_symlink() else file, accepting.extended(accepted.text, entries).encode())
    if not quiet:
        day = date.fromordinal(until).isoformat()
        for finding, fingerprint in chosen:
            place = f"{shown(judged.root, finding.location.file)}:{finding.location.line}:{finding.location.column}"
            put(f"accepted until {day}: {fingerprint} [{finding.rule}] {place}\n")
    return 0
