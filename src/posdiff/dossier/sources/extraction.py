"""From the bytes of a page to its plain text: text files, HTML, PDF, and nothing else."""

from __future__ import annotations

from typing import Literal

from posdiff.dossier.plain_text import is_text, plain

#: Bytes of a page that are read.
MOST_BYTES = 20_000_000
#: How pages become text; a page's text is kept under it, so that other code makes it anew.
PageForm = Literal["text", "html", "pdf"]
Problem = Literal[
    "not-here", "changed", "empty", "too-large", "not-text", "no-extractor", "symbolic-link", "unreadable", "outside"
]
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_INSTALL = 'pip install "posdiff[sources]"'
_LIBRARIES = {"html": ("lxml", "tinycss2"), "pdf": ("pypdf",)}


class NoText(Exception):
    """A page without a text that words could be looked for in."""

    def __init__(self, problem: Problem, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.problem: Problem = problem
        self.message, self.hint = message, hint


def form_of(data: bytes, name: str) -> PageForm:
    """What a page is: by its first bytes, else by its name. Raises NoText where it is nothing that has a text."""
    if not data.strip(b" \t\r\n\0"):
        raise NoText("empty", "it is empty", "save the page again")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")):
        raise NoText("not-text", "it is an archive or an office document", "save the page as HTML, text or PDF")
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:5].lower() == b"{\\rtf":
        raise NoText("not-text", "it is RTF", "save the page as HTML, text or PDF")
    head = data[:2048].decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "latin-1", "replace").lower()
    if "mime-version:" in head and "multipart/" in head:
        raise NoText("not-text", "it is a web archive (MHTML)", "save the page as HTML only, or as text")
    begins = head.removeprefix("ï»¿").lstrip("\ufeff \t\r\n")
    declared = begins.startswith(("<!doctype html", "<html")) or (begins.startswith("<?xml") and "<html" in begins)
    if declared or name.lower().endswith((".html", ".htm", ".xhtml")):
        return "html"
    return "text"


def text_of(data: bytes, name: str) -> str:
    """The plain text of a page. Raises NoText where there is none, or nothing to read it with."""
    form = form_of(data, name)
    try:
        text = plain(_text_of(data, form))
    except ImportError:
        raise NoText("no-extractor", f"nothing to read {form.upper()} with is installed", _INSTALL) from None
    if not text.strip():
        raise NoText("empty", "there is no text in it", "save the page once it is shown, or as text")
    return text


def extractor(form: PageForm) -> str | None:
    """What makes text of pages of a form, with its version; None where it is not installed."""
    if form == "text":
        return form
    from importlib.metadata import PackageNotFoundError, version

    try:
        return " ".join((form, *(f"{library} {version(library)}" for library in _LIBRARIES[form])))
    except PackageNotFoundError:
        return None


def _text_of(data: bytes, form: PageForm) -> str:
    if form == "html":
        from posdiff.dossier.sources.html_hiding import HtmlTooLarge
        from posdiff.dossier.sources.html_text import decoded, text_of_html

        source = decoded(data)
        if not is_text(source):
            raise NoText("not-text", "it is neither text nor HTML", "save the page again, as HTML or as text")
        try:
            return text_of_html(source)
        except HtmlTooLarge as error:
            raise NoText("too-large", str(error), "save its text instead") from None
    if form == "pdf":
        from posdiff.dossier.sources.pdf_text import PdfTooLarge, text_of_pdf

        try:
            return text_of_pdf(data)
        except PdfTooLarge as error:
            raise NoText("too-large", f"it is a PDF too large to read: {error}", "save its text instead") from None
        except ValueError as error:
            raise NoText("not-text", f"it is a PDF that cannot be read: {error}", "save its text instead") from None
    return _decoded(data)


def _decoded(data: bytes) -> str:
    """The characters of a text file: UTF-8, or what its first bytes say."""
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "utf-8-sig")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise NoText("not-text", "it is neither text in UTF-8 nor HTML nor PDF", "save it as text in UTF-8") from None
    if not is_text(text):
        raise NoText("not-text", "it is neither text nor HTML", "save it as text in UTF-8")
    return text
