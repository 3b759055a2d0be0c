"""Fills in sheets of a second coding, as a coder does in an editor."""

from __future__ import annotations

import re
from collections.abc import Mapping

#: What a second coder makes of the terms of the wage round, by statement and issue: in short, YAML in braces.
WAGES: Mapping[tuple[str, str], str] = {
    ("employer/2026-03-05", "pay-rise"): "{max: 3}",
    ("employer/2026-04-02", "night-break"): "{note: how much is affordable is not said}",
    ("joint/2026-03-24", "one-off-payment"): "{min: 1, note: that there will be one is agreed}",
    ("joint/2026-03-24", "first-payment"): "{from: 2026-05-01}",
    ("joint/2026-04-16", "first-payment"): "{exactly: 2026-06-01}",
    ("mediator/2026-04-28", "pay-rise"): "{min: 4.5, max: 5}",
    ("mediator/2026-04-28", "agreement-length"): "{exactly: 24}",
    ("mediator/2026-04-28", "dismissals"): "{rejects: free}",
    ("union/2026-03-02", "pay-rise"): "{min: 6, firmness: red-line}",
    ("union/2026-03-02", "dismissals"): "{accepts: excluded, firmness: red-line}",
    ("union/2026-03-30", "pay-rise"): "{min: 5.5}",
    ("union/2026-03-30", "first-payment"): "{until: 2026-06-01}",
    ("union/2026-03-30", "night-break"): "{min: 30}",
    ("union/2026-03-30", "resumption"): "{order: [overtime-resumes, works-agreement]}",
    ("union/2026-04-10-reported", "agreement-length"): "{max: 18}",
    ("union/2026-05-06", "agreement-length"): "{min: 18, max: 24}",
}


def filled_in(sheet: str, codings: Mapping[tuple[str, str], str], coder: str = "") -> str:
    """The sheet with these codings in place of the empty keys; rows that are not named stay empty."""
    head, *rows = re.split(r"(?m)^(?=  - statement: )", sheet)
    filled = []
    for row in rows:
        named = re.match(r'  - statement: "([^"]*)"\n    issue: (\S+)\n', row)
        assert named is not None
        coding = codings.get((named[1], named[2]))
        filled.append(row if coding is None else re.sub(r"(?s)    coding:\n.*", f"    coding: {coding}\n\n", row))
    return head.replace("\ncoder:\n", f"\ncoder: {coder}\n" if coder else "\ncoder:\n") + "".join(filled)
