"""Lines before they are wrapped and coloured. Whatever text comes into them is made visible here, and nowhere else."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from posdiff.reports.cutting import at_the_end
from posdiff.reports.document import Run
from posdiff.reports.escaping import COMMAND, marked_apart, visible
from posdiff.reports.wording import MARKS
from posdiff.reports.writers.terminal import links

_ASCII = (("→", "->"), ("–", "-"), ("·", "|"), ("…", "..."), ("“", '"'), ("”", '"'), ("×", "x"), ("⏎", "/"))
#: What is read off a sign: what stands in the way, what may do, what is common. Each is a style of signs.
_MARK_STYLES = {
    **dict.fromkeys(
        ("contradiction", "deadlock", "crossing", "reversed", "replaced", "hardened", "draft-broken"), "against"
    ),
    **dict.fromkeys(("conditional", "shifted", "draft-left-open", "draft-missing"), "perhaps"),
    **dict.fromkeys(("overlap", "agreed", "softened", "added", "reaffirmed", "draft-met"), "together"),
}


class Span(NamedTuple):
    """A text in one style: that of a run, of a sign, ``heading``, ``error``, ``warning``. ``link``: where it leads.

    ``ending``: as in ``Run``.
    """

    text: str
    style: str = "plain"
    link: str = ""
    ending: str = ""


class TextRow(NamedTuple):
    """One line, before it is wrapped: how far it is indented, and how much further its wrapped lines are.

    ``seen`` is for a line of a file and the caret under it. They are cut and not wrapped, and both in the same place:
    so long is what stands before the line of the file, and there is the column that has to be seen.
    """

    spans: tuple[Span, ...]
    indent: int = 0
    hang: int = 0
    seen: tuple[int, int] | None = None

    @property
    def length(self) -> int:
        """How many characters its text has."""
        return sum(len(span.text) for span in self.spans)


class TextRows:
    """TextRows, in order.

    ``folder``: the folder of positions, for links to its files; empty where they are not on the disk. ``pages``: the
    addresses of the sources by their numbers in the document.
    """

    def __init__(self, unicode: bool, folder: str, pages: Mapping[int, str]) -> None:
        self.rows: list[TextRow] = []
        self._unicode, self._folder, self._pages = unicode, folder, pages
        #: Whether the sources of runs are shown.
        self.citing = False
        #: The numbers under which sources are shown, by their numbers in the document.
        self.numbering: dict[int, int] = {}

    def add(self, *parts: Span | str, indent: int = 0, hang: int = 0, seen: tuple[int, int] | None = None) -> None:
        """Add a line."""
        spans = [Span(part) if isinstance(part, str) else part for part in parts]
        self.rows.append(TextRow(self.fitting(spans), indent, hang, seen))

    def space(self) -> None:
        """Add an empty line, but not at the top and not a second one."""
        if self.rows and self.rows[-1].spans:
            self.rows.append(TextRow(()))

    def fitting(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Spans as they are shown, without those that are empty."""
        seen = [span._replace(text=visible(span.text)) for span in spans if span.text]
        if not self._unicode:
            seen = [span._replace(text=_in_ascii(span.text), ending=_in_ascii(span.ending)) for span in seen]
        return tuple(_uncommanded(seen) if any("#" in span.text for span in seen) else seen)

    def cut(self, spans: Iterable[Span], room: int) -> list[Span]:
        """Spans as they are shown, no longer than the room: where something was cut off there is an ellipsis."""
        return at_the_end(self.fitting(spans), room, "…" if self._unicode else "...")

    def mark(self, name: str) -> Span:
        """The sign of a relation, a kind of change or a severity, with a blank behind it."""
        sign = MARKS[name][0 if self._unicode else 1]
        return Span(f"{sign} ", _MARK_STYLES.get(name, "plain"))

    def spans(self, runs: Iterable[Run]) -> list[Span]:
        """Runs as spans; what is removed or added stands in brackets, since not every reader sees colours."""
        spans: list[Span] = []
        runs = tuple(runs)
        if any(run.style in ("removed", "added") for run in runs):
            runs = tuple(run._replace(text=marked_apart(run.text)) for run in runs)
        for run in runs:
            if run.mark:
                spans.append(self.mark(run.mark))
            if run.style == "removed":
                spans.append(Span(f"[-{run.text}-]", "strong"))
            elif run.style == "added":
                spans.append(Span(f"{{+{run.text}+}}", "strong"))
            else:
                spans.append(Span(run.text, run.style, self.link(run.file), run.ending))
            if run.cites and self.citing:
                spans += self.cites(run.cites)
        return spans

    def link(self, file: str) -> str:
        """The address of a position file."""
        return links.to_file(self._folder, file)

    def cites(self, numbers: Iterable[int]) -> list[Span]:
        """The numbers of sources in brackets, counted anew in the order in which they are shown: ` [1][2]`."""
        shown = sorted((self.numbering.setdefault(number, len(self.numbering) + 1), number) for number in numbers)
        spans = [Span(f"[{own}]", "faint", self._pages.get(number, "")) for own, number in shown]
        return [Span(" ", "faint"), *spans] if spans else []


def _uncommanded(spans: Sequence[Span]) -> list[Span]:
    """Spans that make no command of a CI runner together, as ``##`` and the mark of a word that was removed would."""
    line = "".join(span.text for span in spans)
    signs = {command.end() - 1 for command in COMMAND.finditer(line)}
    shown, start = [], 0
    for span in spans:
        text = "".join("<U+0023>" if at in signs else sign for at, sign in enumerate(span.text, start))
        shown.append(span._replace(text=text))
        start += len(span.text)
    return shown


def _in_ascii(text: str) -> str:
    """The text in ASCII signs, for a terminal that has no others; letters are left as they are."""
    for sign, plain in _ASCII:
        text = text.replace(sign, plain)
    return text
