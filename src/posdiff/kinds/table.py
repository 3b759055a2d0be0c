"""The one table of kinds. To add one: its file, a line here, its test."""

from __future__ import annotations

from posdiff.kinds.choice import ChoiceSpace
from posdiff.kinds.date import DateSpace
from posdiff.kinds.kind import Space
from posdiff.kinds.quantity import QuantitySpace
from posdiff.kinds.sequence import SequenceSpace
from posdiff.kinds.set import SetSpace
from posdiff.kinds.text import TextSpace

KINDS: dict[str, type[Space]] = {
    space.kind: space for space in (ChoiceSpace, SetSpace, QuantitySpace, DateSpace, SequenceSpace, TextSpace)
}
