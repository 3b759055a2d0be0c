"""The one table of kinds of pictures, and what is made of a picture: SVG, PNG, or a document with the same in words."""

from __future__ import annotations

from importlib import import_module

from posdiff.answers.chart import Chart
from posdiff.findings.failure import USAGE, Failure
from posdiff.reports.charts import picture as pictures
from posdiff.reports.charts.picture import Picture
from posdiff.reports.document import Document, line

#: Pixels of PNG for one of SVG.
_ZOOM = 2


def picture(answer: Chart) -> Picture:
    """The picture of an answer: the module of its kind draws it."""
    drawn: Picture = import_module(f"posdiff.reports.charts.{answer.kind}").picture(answer)
    return drawn


def svg(answer: Chart) -> str:
    """The picture as a file of SVG."""
    return pictures.written(picture(answer))


def png(answer: Chart) -> bytes:
    """The picture as PNG, light. Raises Failure (usage) where the library that draws it is not installed."""
    try:
        import resvg_py
    except ImportError:
        hint = "python -m pip install 'posdiff[png]', or leave out --format png: SVG needs nothing"
        raise Failure("PNG needs the library resvg-py, which is not installed", hint=hint, code=USAGE) from None
    return bytes(resvg_py.svg_to_bytes(svg_string=svg(answer), zoom=_ZOOM))


def document(answer: Chart) -> Document:
    """The same in words, as tables."""
    drawn = picture(answer)
    notes = (*drawn.notes, *pictures.sources_in_words(drawn))
    lead = tuple(map(line, (*drawn.lead, *notes)))
    return Document("chart", drawn.title, (), lead, drawn.sections)
