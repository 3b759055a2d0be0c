"""The text of a PDF, by pypdf, within limits that do not depend on the speed of the machine."""

from __future__ import annotations

import contextlib
import io
import logging
import threading
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, NoReturn

from posdiff.dossier.plain_text import HIDDEN
from posdiff.dossier.sources.pdf_gaps import gaps_as_tabs, without_blanks_in_numbers

#: When a document is given up: by its pages; by its characters; by the strings that are drawn and the places that they
#: are put at; by the steps of drawing, each operator and each operand; by the bytes that pages and forms are drawn by,
#: each time that they are drawn, and those of one; by the bytes of other streams, each time that they are read. What a
#: stream unpacks to, how deep pages and how many forms are nested has limits of pypdf's own.
_MOST_PAGES = 2_000
_MOST_CHARACTERS = 20_000_000
_MOST_STRINGS = 400_000
_MOST_STEPS = 2_000_000
_MOST_DRAWN = 30_000_000
_MOST_OF_A_PAGE = 10_000_000
_MOST_READ = 200_000_000
#: Bytes that are unpacked at a time.
_CHUNK = 1 << 20
#: What draws a string, or puts the next one elsewhere.
_DRAWS = frozenset((b"Tj", b"'", b'"', b"Td", b"TD", b"Tm", b"T*", b"cm"))
#: Parts of pypdf that read what is drawn; how those of their warnings begin that are of nothing that is drawn, or of
#: what was found in spite of damage. Any other says that something was not read.
_READ_BY = (
    "pypdf._page", "pypdf._reader", "pypdf._cmap", "pypdf._codecs", "pypdf._utils", "pypdf.filters",
    "pypdf.generic._data_structures",
)  # fmt: skip
_HARMLESS = (
    "Annotations are not", "Expected four values", "Unknown inline image key", "Detected cycle in outline",
    "Ignoring non-string first /ID", "Ignoring malformed /ID", "Cannot find \"/Root\"", "Invalid Root",
    "Searching object", "Root found", "Possible root", "Object ID ", "Object %(idnum)d %(generation)d found",
    "Superfluous whitespace", "Negative startxref", "incorrect startxref", "Ignoring wrong pointing",
    "invalid pdf header", "EOF marker", "Duplicate %%EOF", "startxref on same line", "Invalid/Truncated xref",
    "Xref table not zero-indexed", "entry %(num)d in Xref", "/Prev=0", "Invalid parent xref",
    "parsing for Object Streams", "Found trailing newline", "Ignoring missing Ascii85",
    "missing EOD in ASCIIHexDecode", "Overwriting cache", "Stream length not defined", "fontTools is required",
    "Advanced encoding", "Font encoding differences",
)  # fmt: skip
#: What leads to what is drawn: where a dictionary has one of these twice, others may read another than pypdf does.
_DOUBLE = "Multiple definitions in dictionary"
_LEADS_TO_TEXT = frozenset((
    "/Contents", "/Filter", "/DecodeParms", "/Font", "/Kids", "/Length", "/Pages", "/Resources", "/Root", "/ToUnicode",
    "/XObject",
))  # fmt: skip
#: What is not looked for at the beginning and the end of a page: a picture that stands there is in no sentence.
_AT_EDGES = f" \t\n{HIDDEN}"
#: Letters that are one sign in print.
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}


class PdfTooLarge(Exception):
    """A document that would take too long, or too much memory, to read."""


class _Spent:
    """What was drawn and read of a document. Raises PdfTooLarge where that is too much."""

    def __init__(self) -> None:
        self._strings = self._steps = self._drawn = self._read = 0
        #: Why it is given up: pypdf goes on where an error ends a form.
        self.reason: str | None = None

    def step(self, operator: bytes, operands: Sequence[Any], *_: Any) -> None:
        """An operator, with its operands."""
        self._steps += 1 + len(operands) + sum(len(each) for each in operands if isinstance(each, list))
        if operator in _DRAWS:
            self._strings += 1
        elif operator == b"TJ" and operands and isinstance(operands[0], list):
            self._strings += sum(isinstance(each, (str, bytes)) for each in operands[0])
        if self._strings > _MOST_STRINGS:
            self._give_up(f"more than {_MOST_STRINGS:,} pieces of text are drawn in it")
        if self._steps > _MOST_STEPS:
            self._give_up(f"it is drawn in more than {_MOST_STEPS:,} steps")

    def drawn(self, size: int) -> None:
        """What a page or a form is drawn by."""
        self._drawn += size
        if size > _MOST_OF_A_PAGE or self._drawn > _MOST_DRAWN:
            self._give_up(f"a page is drawn by more than {_MOST_OF_A_PAGE:,} bytes, or all by {_MOST_DRAWN:,}")

    def read(self, size: int) -> None:
        """A stream."""
        self._read += size
        if self._read > _MOST_READ:
            self._give_up(f"more than {_MOST_READ:,} bytes of it are read")

    def _give_up(self, reason: str) -> NoReturn:
        self.reason = reason
        raise PdfTooLarge(reason)


class _Skipped(logging.Handler):
    """Takes what pypdf warns of on this thread; ``reason``: the first warning that a part was not read."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.reason: str | None = None
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        """A warning."""
        if self.reason is not None or record.thread != self._thread or not record.name.startswith(_READ_BY):
            return
        template = str(record.msg)
        if template.startswith(_DOUBLE):
            lost = isinstance(record.args, dict) and record.args.get("key") in _LEADS_TO_TEXT
        else:
            lost = not template.startswith(_HARMLESS)
        if lost:
            self.reason = " ".join(record.getMessage().split())[:200].rstrip(".")


@contextlib.contextmanager
def _warned() -> Iterator[_Skipped]:
    """What pypdf warns of, which goes nowhere else."""
    logger, skipped = logging.getLogger("pypdf"), _Skipped()
    before = logger.level, logger.propagate
    logger.addHandler(skipped)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield skipped
    finally:
        logger.removeHandler(skipped)
        logger.setLevel(before[0])
        logger.propagate = before[1]


def text_of_pdf(data: bytes) -> str:
    """The text of all pages. Raises ImportError without pypdf, PdfTooLarge, or ValueError with what is wrong."""
    with _warned() as skipped, gaps_as_tabs() as tabs:
        text = _text(data)
    if skipped.reason is not None:
        raise ValueError(f"a part of it was skipped ({skipped.reason})")
    for sign, letters in _LIGATURES.items():
        text = text.replace(sign, letters)
    return text if tabs else without_blanks_in_numbers(text)


def _text(data: bytes) -> str:
    import pypdf

    spent = _Spent()
    try:
        document = _reader(spent)(io.BytesIO(data))
        if document.is_encrypted:
            raise ValueError("it is encrypted")
        if len(document.pages) > _MOST_PAGES:
            raise PdfTooLarge(f"it has more than {_MOST_PAGES:,} pages")
        texts, characters = [], 0
        for page in document.pages:
            content = page.get_contents()
            spent.drawn(len(content.get_data()) if content is not None else 0)
            texts.append(page.extract_text(visitor_operand_before=spent.step).strip(_AT_EDGES))
            if spent.reason:
                raise PdfTooLarge(spent.reason)
            characters += len(texts[-1])
            if characters > _MOST_CHARACTERS:
                raise PdfTooLarge(f"its text has more than {_MOST_CHARACTERS:,} characters")
    except (PdfTooLarge, ValueError):
        raise
    except (MemoryError, pypdf.errors.LimitReachedError):
        raise PdfTooLarge("a part of it unpacks to more than is read") from None
    except Exception as error:  # noqa: BLE001 - whatever a damaged document makes of the library
        why = "nested too deep" if isinstance(error, RecursionError) else type(error).__name__
        raise ValueError(f"it is damaged ({why})") from None
    return "\n".join(texts)


def _reader(spent: _Spent) -> Any:
    """pypdf's reader, that tells of each stream that it is asked for, such as forms, and has a sign for pictures."""
    from pypdf import PdfReader
    from pypdf.generic import StreamObject

    picture, whole = _sign(), set[int]()

    class _Reader(PdfReader):
        def get_object(self, indirect_reference: Any) -> Any:
            found = super().get_object(indirect_reference)
            if isinstance(found, StreamObject):
                kind = dict.get(found, "/Subtype")
                if kind != "/Image" and id(found) not in whole:
                    found.get_data()  # raises where it is too large
                    if _cut_off(found):
                        raise ValueError("a stream of it is cut off, or damaged")
                    whole.add(id(found))
                if kind == "/Form":
                    spent.drawn(len(found.get_data()))
                elif kind != "/Image":
                    spent.read(len(found.get_data()))
                elif all(found.get(side) not in (0, 1) for side in ("/Width", "/Height")):
                    return picture
            return found

    return _Reader


def _cut_off(stream: Any) -> bool:
    """Whether a packed stream ends before its end is packed: pypdf takes what there is, and tells nothing.

    The sum behind it is not looked at: some programs write another.
    """
    filters = stream.get("/Filter")
    if (filters[:1] if isinstance(filters, list) else [filters]) != ["/FlateDecode"]:
        return False
    packed, data = zlib.decompressobj(-zlib.MAX_WBITS), stream._data[2:]
    try:
        while data and not packed.eof:
            packed.decompress(data, _CHUNK)
            data = packed.unconsumed_tail
    except zlib.error:
        return True
    return not packed.eof and bool(stream._data.strip())


def _sign() -> Any:
    """A form that draws the sign of what may be words, and is drawn where a picture is."""
    from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject

    def named(**values: Any) -> DictionaryObject:
        return DictionaryObject({NameObject(f"/{key}"): value for key, value in values.items()})

    letters = named(Type=NameObject("/Encoding"), Differences=ArrayObject([NumberObject(1), NameObject("/block")]))
    names = {key: NameObject(f"/{value}") for key, value in (("Type", "Font"), ("Subtype", "Type1"))}
    font = named(**names, BaseFont=NameObject("/Helvetica"), Encoding=letters)
    form = DecodedStreamObject()
    form.update(named(Subtype=NameObject("/Form"), Resources=named(Font=named(F=font))))
    form.set_data(b"BT /F 9 Tf (\1 ) Tj ET")
    return form
