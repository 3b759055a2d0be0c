"""The one table of kinds. To add one: its file, a line here, its test."""

from __future__ import annotations

from posdiff.outcomes.choice import Choice
from posdiff.outcomes.course import Courses
from posdiff.outcomes.interval import Calendar, Quantity
from posdiff.outcomes.kind import Space
from posdiff.outcomes.prose import Prose
from posdiff.outcomes.selection import Selection

KINDS: dict[str, type[Space]] = {space.kind: space for space in (Choice, Selection, Quantity, Calendar, Courses, Prose)}
