"""The pictures on the pages of a site: drawings of ``chart`` without what the pages say around them."""

from __future__ import annotations

from posdiff.answers.answer import Filter
from posdiff.answers.chart import Chart, ChartDays
from posdiff.answers.site import Site
from posdiff.comparison.relations import Comparison
from posdiff.reports.charts import picture, scale


def of_issue(site: Site, row: Comparison) -> str:
    """What each party accepts, on one axis; empty where the issue has none, or only one party holds a position."""
    facts = site.only(row.relation, row.issue.id)
    asked = Chart(
        agenda=site.agenda, basis=site.basis, kind="scale", parties=site.compare.parties,
        days=ChartDays(0, site.as_of), filter=Filter((row.issue.id,)), positions={}, of=facts,
    )  # fmt: skip
    drawn = scale.picture(asked)
    return picture.bare(drawn, "What each party accepts, on one axis") if drawn.drawing.elements else ""
